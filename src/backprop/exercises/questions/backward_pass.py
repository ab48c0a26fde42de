"""Exercises of 03: the backward pass."""

from backprop.examples import LEARNING_RATE, lecture_network
from backprop.exercises.code_checks import check_hidden
from backprop.exercises.kinds import ChoiceQuestion, CodeQuestion
from backprop.exercises.stepwise import quantity_question
from backprop.story.quantity import Quantity

LECTURE = lecture_network()


QUESTIONS = (
    ChoiceQuestion(
        "03-double",
        "You double every weight of the last layer and keep every z and the two ∂C/∂z of the outputs. "
        "What happens to ∂C/∂z of the layer before?",
        "∂C/∂a is a sum of w · ∂C/∂z over the next layer.",
        "Every term w · ∂C/∂z doubles, so the sum doubles. The gain σ′(z) is a constant.",
        ("It doubles.", "It grows fourfold.", "It stays.", "It depends on the signs of the weights."),
        0,
        {
            1: "The weights enter once, and the gain does not change.",
            2: "The wires carry w · ∂C/∂z, and w has doubled.",
            3: "Each term doubles, whatever its sign, so their sum doubles.",
        },
    ),
    quantity_question(
        "03-hand",
        "By hand: find ∂C/∂z₄ of the lecture's network. ∂C/∂z₅ = −0.382 and ∂C/∂z₆ = 0.829; "
        "the weights that leave a₄ = 0.111 are −1 and 4.",
        *LECTURE,
        Quantity("dC_dz", 1, 1),
        learning_rate=LEARNING_RATE,
    ),
    quantity_question(
        "03-diagram",
        "Read the reverse network: what is ∂C/∂a₂, the sum of what its two wires carry?",
        *LECTURE,
        Quantity("dC_da", 0, 1),
        learning_rate=LEARNING_RATE,
    ),
    CodeQuestion(
        "03-code",
        "Write my_hidden(dC_dz_next, weights_next, a) for a sigmoid layer. Return its ∂C/∂z, one example a row.",
        "Back through the wires: dC_dz_next @ weights_next. Then through the neuron: times a (1 − a).",
        "def my_hidden(dC_dz_next, weights_next, a):\n    return a * (1 - a) * (dC_dz_next @ weights_next)",
        "def my_hidden(dC_dz_next, weights_next, a):\n    ...",
        check_hidden,
    ),
)
