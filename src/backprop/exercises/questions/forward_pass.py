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
    return NumberQuestion(
        "02-diagram",
        "Read the stepper of the 2-2-2-2 network, after its forward pass: z₅ = w a₃ + … . "
        "What is ∂z₅/∂w for the weight w from a₃ to z₅?",
        "∂z/∂w is what feeds the weight.",
        f"∂z₅/∂w = a₃ = {number(a)}",
        float(a),
        0.005,
        {
            "That is z₃. What feeds the weight is a₃, after the activation.": float(z),
            "That is the weight itself.": float(w),
        },
    )


QUESTIONS = (
    ChoiceQuestion(
        "02-zero",
        "An input is 0. What is the gradient of the weights that it feeds?",
        "∂C/∂w = ∂z/∂w · ∂C/∂z. What is ∂z/∂w here?",
        "∂z/∂w is the input, and the input is 0. So ∂C/∂w = 0: this example does not move that weight.",
        ("It is 0.", "It is ∂C/∂z.", "It depends on the weight.", "It is 1."),
        0,
        {
            1: "That is the bias's gradient: ∂z/∂b = 1.",
            2: "z is linear in w, so ∂z/∂w does not depend on w.",
            3: "1 is ∂z/∂b. For a weight, ∂z/∂w is what feeds it.",
        },
    ),
    quantity_question(
        "02-hand",
        "By hand: the worked example has w₁ = 0.4, w₂ = −0.6, b = 0.1. Find z for its second example, x = (−1, 2).",
        WORKED,
        X[1],
        TARGET[1],
        Quantity("z", 0, 0),
        learning_rate=LEARNING_RATE,
    ),
    feed_question(),
    CodeQuestion(
        "02-code",
        "Write my_forward(feed, weights, biases) for one sigmoid layer. Return z and a. feed has one example a row.",
        "One row of weights feeds one neuron, so multiply by the transpose: feed @ weights.T.",
        "def my_forward(feed, weights, biases):\n    z = feed @ weights.T + biases\n    return z, 1 / (1 + np.exp(-z))",
        "def my_forward(feed, weights, biases):\n    ...",
        check_forward,
    ),
)
