"""Exercises of 00: gradient descent."""

from backprop.engine.timing import layered, parameters
from backprop.examples import one_neuron
from backprop.exercises.code_checks import check_step
from backprop.exercises.kinds import ChoiceQuestion, CodeQuestion, NumberQuestion
from backprop.exercises.stepwise import quantity_question
from backprop.story.quantity import Quantity

NETWORK, X, TARGET = one_neuron()
WIDE = layered(100, layers=2)[0]


def differences_needed():
    """How many forward passes central differences take, and what a learner may count in their place."""
    answer = 2 * parameters(WIDE)
    weights = sum(layer.weights.size for layer in WIDE.layers)
    wrong = {"one-pass": parameters(WIDE), "biases-forgotten": 2 * weights}
    return NumberQuestion("00-passes", answer, 0.5, wrong, fields={"parameters": parameters(WIDE), "passes": answer})


QUESTIONS = (
    ChoiceQuestion("00-sign", ("grows", "shrinks", "sign-of-w", "stays"), "grows"),
    quantity_question("00-hand", None, NETWORK, X, TARGET, Quantity("dL_db", 0, 0)),
    ChoiceQuestion("00-diagram", ("leaps", "creeps", "slides", "stays"), "leaps"),
    differences_needed(),
    CodeQuestion(
        "00-code",
        "def my_step(theta, gradient, learning_rate):\n    ...",
        "def my_step(theta, gradient, learning_rate):\n    return theta - learning_rate * gradient",
        check_step,
    ),
)
