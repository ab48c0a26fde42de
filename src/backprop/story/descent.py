"""What is told of a descent on L(w, b): how it went, the loop with the next update's numbers, and where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from backprop.engine.descent import descend
from backprop.examples import one_neuron
from backprop.notation import EQUALS, ETA, MINUS, L, Math, brackets, factor, math, number, of_example, partial
from backprop.story.telling import Table
from backprop.words import say

LAST, STILL = 6, 0.01  # a descent has settled where L moves by less than 1 % in its last updates
W, B = math("w"), math("b")
THETA, NABLA = Math(r"\theta", "θ"), Math(r"\nabla ", "∇")
NOW, NEXT = of_example(THETA, "n"), of_example(THETA, "n+1")
RULE = NEXT + EQUALS + NOW + MINUS + ETA + Math(" ", " ", ("",)) + NABLA + L + brackets(NOW)


@dataclass(frozen=True)
class Descent:
    """A descent of one sigmoid neuron on six examples.

    ``path`` is rows of (w, b, L) and ``gradients`` rows of (∂L/∂w, ∂L/∂b): the start first, then after every update.
    """

    learning_rate: float
    path: tuple[tuple[float, float, float], ...]
    gradients: tuple[tuple[float, float], ...]

    @property
    def start(self) -> tuple[float, float]:
        """(w, b) before the first update."""
        return self.path[0][:2]


def descended(learning_rate: float, start: Sequence[float], updates: int) -> Descent:
    """The whole descent from (w, b); raises ValueError for a start that the engine cannot compute from."""
    network, x, target = one_neuron(*start)
    path, gradients = [], []
    for update in islice(descend(network, x, target, learning_rate=learning_rate), updates + 1):
        layer = update.before.layers[0]
        path.append((layer.weights.item(), layer.biases.item(), update.before.loss(x, target)))
        gradients.append((update.backward.dL_dw[0].item(), update.backward.dL_db[0].item()))
    return Descent(learning_rate, tuple(path), tuple(gradients))


def describe(path: Sequence[tuple[float, float, float]], at: int) -> str:
    """Where a descent is after ``at`` updates, in one sentence."""
    w, b, loss = map(number, path[at])
    return say("story.descent.caption", n=at, w=w, b=b, L=loss, first=number(path[0][2]))


def course(losses: Sequence[float]) -> str:
    """How a descent went: "creeps", still falling at the end; "settles"; "swings", rising on the way; or "leaps"."""
    rises = any(after > before * (1 + 1e-12) for before, after in pairwise(losses))
    tail = losses[-LAST:]
    if rises:
        return "leaps" if max(tail) > min(losses) * (1 + STILL) else "swings"
    return "creeps" if tail[0] > tail[-1] * (1 + STILL) else "settles"


def verdict(descent: Descent) -> str:
    """How the whole descent went, in a sentence that says what this tells of η."""
    return say(f"story.descent.{course([row[2] for row in descent.path])}")


def loop(descent: Descent, at: int) -> tuple[tuple[str, str], ...]:
    """Forward, gradient and the update of w and of b with their numbers: (what is done, its formula) each."""
    rate, (w, b, loss), (dL_dw, dL_db) = descent.learning_rate, descent.path[at], descent.gradients[at]

    def updated(letter, value, gradient):
        after = number(value - rate * gradient)
        return f"{letter}: {number(value)} − {number(rate)} · {factor(gradient)} = {after}"

    return (
        (say("story.descent.forward"), f"L = {number(loss)}"),
        (say("story.descent.gradient"), f"∂L/∂w = {number(dL_dw)}, ∂L/∂b = {number(dL_db)}"),
        (say("story.descent.update"), updated("w", w, dL_dw)),
        (say("story.descent.and"), updated("b", b, dL_db)),
    )


def table(descent: Descent, at: int) -> Table:
    """Where the descent stands: one row."""
    letters = (W, B, L, partial(L, W), partial(L, B))
    values = (*descent.path[at], *descent.gradients[at])
    heads = (say("story.descent.updates"), *(letter.text for letter in letters))
    return Table(heads, ((str(at), *(number(value).text for value in values)),))
