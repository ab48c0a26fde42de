"""Exercises of 02: the forward pass."""

from backprop.examples import LEARNING_RATE, lecture_network, worked_example
from backprop.exercises.code_checks import check_forward
from backprop.exercises.elsewhere import Among
from backprop.exercises.kinds import ChoiceQuestion, CodeQuestion, NumberQuestion
from backprop.exercises.stepwise import quantity_question
from backprop.notation import number
from backprop.story.quantity import Quantity

LECTURE = lecture_network()
WORKED, X, TARGET = worked_example()
FEEDS, DC_DZ = (2.0, -0.5), (-0.4, 0.6)  # of the weight of 02-total, one an example


def by_hand():
    """z of the second example."""
    step = WORKED, X[1], TARGET[1], Quantity("z", 0, 0)
    return quantity_question("02-hand", None, *step, learning_rate=LEARNING_RATE, among=Among(X, TARGET, 1))


def total_question():
    """A weight's slope over two examples, each given by what feeds it and its ∂C/∂z."""
    shares = [feed * slope for feed, slope in zip(FEEDS, DC_DZ, strict=True)]
    total = sum(shares)
    wrong = {"mean": total / 2, "sums-multiplied": sum(FEEDS) * sum(DC_DZ), "bias": sum(DC_DZ)}
    wrong |= {"first": shares[0], "second": shares[1]}
    return NumberQuestion("02-total", total, 0.005, wrong, fields={"total": number(total)})


def feed_question():
    """What feeds a weight, read off the lecture's network for another x."""
    forward = LECTURE[0].forward([0, 0])
    a, z, w = forward.a[1][0, 0], forward.z[1][0, 0], LECTURE[0].layers[2].weights[0, 0]
    wrong = {"z": float(z), "weight": float(w), "other-x": float(LECTURE[0].forward(LECTURE[1]).a[1][0, 0])}
    return NumberQuestion("02-diagram", float(a), 0.005, wrong, fields={"a": number(a)})


QUESTIONS = (
    # -------------------------------------------- from earlier notebooks
    ChoiceQuestion("02-recall-weight", ("right", "swapped", "from-one", "layer"), "right"),
    ChoiceQuestion("02-recall-push", ("product", "outer", "slope", "added"), "product"),
    # -------------------------------------------- in the lesson, before the answer is seen
    ChoiceQuestion("02-feed", ("times-input", "push", "times-weight", "share"), "times-input"),
    ChoiceQuestion("02-larger", ("minus-one", "four", "equal", "cost"), "minus-one"),
    ChoiceQuestion("02-kept", ("all", "outputs", "none", "last"), "all"),
    # -------------------------------------------- the exercises
    ChoiceQuestion("02-zero", ("zero", "dC_dz", "weight", "one"), "zero"),
    by_hand(),
    total_question(),
    feed_question(),
    ChoiceQuestion("02-drawing", ("right", "swapped", "head", "before"), "right"),
    ChoiceQuestion("02-bug", ("third", "transpose", "fourth", "first"), "third"),
    ChoiceQuestion("02-derive-twice", ("sum", "product", "two", "double"), "sum"),
    CodeQuestion(
        "02-code",
        "def my_forward(feed, weights, biases):\n    ...",
        "def my_forward(feed, weights, biases):\n    z = feed @ weights.T + biases\n    return z, 1 / (1 + np.exp(-z))",
        check_forward,
    ),
)
