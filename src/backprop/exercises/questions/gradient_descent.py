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
    wrong = {
        "That is one pass a parameter. A central difference takes two: one above, one below.": parameters(WIDE),
        "That counts the weights and forgets the biases.": 2 * weights,
    }
    return NumberQuestion(
        "00-passes",
        "A network has 100 inputs and two layers of 100 neurons. "
        "How many forward passes do central differences need for one gradient?",
        "Count the weights and the biases. Each needs one pass above and one below.",
        f"2P passes, with P = {parameters(WIDE)} parameters: {answer}.",
        answer,
        0.5,
        wrong,
    )


QUESTIONS = (
    ChoiceQuestion(
        "00-sign",
        "At some place ∂L/∂w is negative. Which way does an update move w?",
        "The update is w − η ∂L/∂w, with η above 0.",
        "Subtracting a negative number adds: w grows, and to first order L falls.",
        ("w grows.", "w shrinks.", "It depends on the sign of w.", "w stays."),
        0,
        {
            1: "w − η ∂L/∂w subtracts a negative number.",
            2: "The sign of w does not enter; only that of ∂L/∂w does.",
            3: "w stays only where ∂L/∂w is 0.",
        },
    ),
    quantity_question(
        "00-hand",
        "By hand: the neuron starts at w = −2, b = 3. ∂L/∂b is the sum of y − ŷ over the six examples: find it.",
        NETWORK,
        X,
        TARGET,
        Quantity("dL_db", 0, 0),
    ),
    ChoiceQuestion(
        "00-diagram",
        "Read the explorer: set η to 5 and take one step from the start. What does the path do on the surface?",
        "Where does the point stand after the step, and where is the valley?",
        "The step overshoots the valley and lands far on the other side. From there it has to come back.",
        ("It leaps across the valley.", "It creeps.", "It slides into the valley.", "It stays where it starts."),
        0,
        {
            1: "It creeps when η is small. Here η is large.",
            2: "It slides in with η near 0.3.",
            3: "The gradient at the start is not 0.",
        },
    ),
    differences_needed(),
    CodeQuestion(
        "00-code",
        "Write my_step(theta, gradient, learning_rate). Return the new θ.",
        "θ − η ∇L, for the whole array at once.",
        "def my_step(theta, gradient, learning_rate):\n    return theta - learning_rate * gradient",
        "def my_step(theta, gradient, learning_rate):\n    ...",
        check_step,
    ),
)
