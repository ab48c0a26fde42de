"""Questions about one quantity of a walkthrough: the answer, how far off it may be, and what gives another number."""

from collections.abc import Callable

from numpy.typing import ArrayLike

from backprop.engine.network import Network
from backprop.exercises.causes import Causes
from backprop.exercises.elsewhere import Among
from backprop.exercises.kinds import NumberQuestion
from backprop.exercises.rounding import ROUNDINGS, tolerance
from backprop.exercises.rules import read
from backprop.notation import number
from backprop.story.lines import Line, Lines
from backprop.story.quantity import Quantity
from backprop.story.walkthrough import Walkthrough, walkthrough
from backprop.words import say


def quantity_question(
    name: str,
    prompt: str | Callable[[], str] | None,
    network: Network,
    x: ArrayLike,
    target: ArrayLike,
    quantity: Quantity,
    loss: str = "cross_entropy",
    learning_rate: float = 0.5,
    example: int = 0,
    **more: object,
) -> NumberQuestion:
    """``step_question`` about the gradient step that ``walkthrough`` takes with these arguments."""
    walk = walkthrough(network, x, target, loss, learning_rate, example)
    return step_question(name, prompt, walk, quantity, **more)


def step_question(
    name: str,
    prompt: str | Callable[[], str] | None,
    walk: Walkthrough,
    quantity: Quantity,
    among: Among | None = None,
    given: tuple[tuple[str, int], ...] = (),
    **more: object,
) -> NumberQuestion:
    """A NumberQuestion about one quantity of a walkthrough.

    Its tolerance comes from the same step rounded to three digits on the way; its wrong answers from the formulas
    with a slip in them; hint and solution are the formula in letters and with numbers. A ``prompt`` of None is looked
    up when it is shown, as "<name>.prompt"; it may be a function that says it. ``quantity`` is named as in a
    walkthrough, with dC_dw for one example and dL_dw for several. Raises ValueError for one that it does not make.
    ``among`` are the examples of which the step takes one, where another may be taken for it. ``given`` are parts of
    the step, (name, layer) each, whose numbers are given in the place of x: no slip is told of what comes before them.
    """
    step = walk.network, walk.forward.x, walk.backward.target, walk.loss, walk.learning_rate
    right = line_of(walk, quantity).value
    rounded = [float(read(rules(*step), quantity, walk.example)[0]) for rules in ROUNDINGS]

    def hint():
        line = line_of(walk, quantity)
        return f"{line.symbol} = {line.formula}"

    own = {"hint": hint, "solution": lambda: f"{hint()} = {line_of(walk, quantity).numbers} = {number(right)}"}
    if prompt is not None:
        own["prompt"] = prompt
    return NumberQuestion(
        name, right, tolerance(right, rounded), Causes(walk, quantity, among, given), words=own, **more
    )


def line_of(walk: Walkthrough, quantity: Quantity) -> Line:
    """The line of a walkthrough that makes the quantity. Raises ValueError where there is none."""
    n = len(walk.forward.x)
    if quantity.name in ("dC_dw", "dC_db") and n > 1:
        total = quantity.name.replace("dC", "dL")
        raise ValueError(say("exercises.number.of-one-example", name=quantity.name, n=n, total=total))
    if quantity.name in ("dL_dw", "dL_db") and n == 1:
        one = quantity.name.replace("dL", "dC")
        raise ValueError(say("exercises.number.of-several-examples", name=quantity.name, one=one))
    found = Lines(walk).making(quantity)
    if found is None:
        raise ValueError(say("exercises.number.not-made", key=quantity.key))
    return found


def is_clear(question: NumberQuestion) -> bool:
    """Whether a question can be asked.

    Every wrong answer is more than three tolerances from the right one; the right one is not 0;
    rounding on the way costs less than a twentieth of it.
    """
    gap, size = 3 * question.tolerance, abs(question.answer)
    if size <= 1e-3 or question.tolerance >= size / 20:
        return False
    return all(abs(wrong - question.answer) > gap for wrong in question.wrong.values())
