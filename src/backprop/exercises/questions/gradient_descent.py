"""Exercises of 00: gradient descent."""

from backprop.engine.network import Layer, Network
from backprop.engine.timing import layered, parameters
from backprop.exercises.code_checks import check_step
from backprop.exercises.kinds import ChoiceQuestion, CodeQuestion, NumberQuestion
from backprop.exercises.stepwise import quantity_question
from backprop.story.quantity import Quantity

# A neuron whose σ can be read off the picture, with two examples: not the one of the lesson.
BY_HAND = Network([Layer([[0.5]], [-1.0])]), [[2.0], [-2.0]], [[1], [0]]
WIDE = layered(100, layers=2)[0]


def differences_needed():
    """How many forward passes central differences take, and what a learner may count in their place."""
    answer = 2 * parameters(WIDE)
    weights = sum(layer.weights.size for layer in WIDE.layers)
    wrong = {"one-pass": parameters(WIDE), "biases-forgotten": 2 * weights}
    return NumberQuestion("00-passes", answer, 0.5, wrong, fields={"parameters": parameters(WIDE), "passes": answer})


QUESTIONS = (
    # -------------------------------------------- in the lesson, before the answer is seen
    ChoiceQuestion("00-worst", ("first", "third", "fifth", "sixth"), "first"),
    ChoiceQuestion("00-large", ("leaps", "sooner", "slower", "without-end"), "leaps"),
    ChoiceQuestion("00-nudges", ("twice", "once", "two", "squared"), "twice"),
    # -------------------------------------------- the exercises
    ChoiceQuestion("00-sign", ("grows", "shrinks", "sign-of-w", "stays"), "grows"),
    ChoiceQuestion("00-valley", ("same", "nearest", "higher", "none"), "same"),
    quantity_question("00-hand", None, *BY_HAND, Quantity("dL_dw", 0, 0, 0)),
    quantity_question("00-update", None, *BY_HAND, Quantity("new_w", 0, 0, 0), learning_rate=0.5),
    ChoiceQuestion("00-drawing", ("right", "swapped", "layer", "from-one"), "right"),
    ChoiceQuestion("00-bug", ("slopes", "sign", "copy", "rate"), "slopes"),
    ChoiceQuestion("00-derive-insert", ("squares", "sum", "rate-squared", "positive"), "squares"),
    ChoiceQuestion("00-derive-sign", ("both", "one", "opposite", "negative"), "both"),
    differences_needed(),
    CodeQuestion(
        "00-code",
        "def my_step(theta, gradient, learning_rate):\n    return ...",
        "def my_step(theta, gradient, learning_rate):\n    return theta - learning_rate * gradient",
        check_step,
    ),
)
