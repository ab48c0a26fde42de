"""Exercises of 02: the forward pass."""

from backprop.examples import LEARNING_RATE, lecture_network, worked_example
from backprop.exercises.code_checks import check_forward
from backprop.exercises.kinds import ChoiceQuestion, CodeQuestion, NumberQuestion
from backprop.exercises.stepwise import quantity_question
from backprop.notation import number
from backprop.story.quantity import Quantity

LECTURE = lecture_network()
WORKED, X, TARGET = worked_example()


def feed_question():
    """What feeds a weight, read off the lecture's network."""
    forward = LECTURE[0].forward(LECTURE[1])
    a, z, w = forward.a[1][0, 0], forward.z[1][0, 0], LECTURE[0].layers[2].weights[0, 0]
    return NumberQuestion("02-diagram", float(a), 0.005, {"z": float(z), "weight": float(w)}, fields={"a": number(a)})


QUESTIONS = (
    ChoiceQuestion("02-zero", ("zero", "dC_dz", "weight", "one"), "zero"),
    quantity_question("02-hand", None, WORKED, X[1], TARGET[1], Quantity("z", 0, 0), learning_rate=LEARNING_RATE),
    feed_question(),
    CodeQuestion(
        "02-code",
        "def my_forward(feed, weights, biases):\n    ...",
        "def my_forward(feed, weights, biases):\n    z = feed @ weights.T + biases\n    return z, 1 / (1 + np.exp(-z))",
        check_forward,
    ),
)
