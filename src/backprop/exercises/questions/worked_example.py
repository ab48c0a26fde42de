"""Exercises of 04: the worked sigmoid and cross-entropy example."""

from backprop.examples import LEARNING_RATE, lecture_network, worked_example
from backprop.exercises.code_checks import check_backward
from backprop.exercises.kinds import ChoiceQuestion, CodeQuestion
from backprop.exercises.stepwise import quantity_question
from backprop.story.quantity import Quantity

NETWORK, X, TARGET = worked_example()
LECTURE = lecture_network()


QUESTIONS = (
    ChoiceQuestion(
        "04-saturated",
        "First example, x = (1, 0.5): you raise b from 0.1 to 3. What happens to σ′(z), and to ∂C/∂z?",
        "σ′ is largest at z = 0. Where is z now?",
        "z is about 3.1. There σ is flat, so σ′(z) shrinks, and ∂C/∂z = σ′(z) ∂C/∂a shrinks with it.",
        ("Both grow in size.", "Both shrink in size.", "σ′(z) shrinks and ∂C/∂z grows in size.", "Neither changes."),
        1,
        {
            0: "σ′ grows towards z = 0, and z moves away from it.",
            2: "∂C/∂z has σ′(z) as a factor, and ∂C/∂a changes far less.",
            3: "b moves z, and σ′ depends on z.",
        },
    ),
    quantity_question(
        "04-bias",
        "By hand: find ∂C/∂b″ for the second example, x = (−1, 2), ŷ = (0, 1).",
        NETWORK,
        X[1],
        TARGET[1],
        Quantity("dC_db", 1, 1),
        learning_rate=LEARNING_RATE,
    ),
    quantity_question(
        "04-diagram",
        "Read the reverse network of the 2-2-2-2 stepper: what is ∂C/∂a₁, the sum of what its two wires carry?",
        *LECTURE,
        Quantity("dC_da", 0, 0),
        learning_rate=LEARNING_RATE,
    ),
    quantity_question(
        "04-three",
        "By hand or in NumPy: find ∂L/∂w₃ over all three examples.",
        NETWORK,
        X,
        TARGET,
        Quantity("dL_dw", 1, 0, 0),
        learning_rate=LEARNING_RATE,
    ),
    CodeQuestion(
        "04-code",
        "Write my_backward(a, y1, y2, t1, t2, w3, w4). Return ∂C/∂z′, ∂C/∂z″ and ∂C/∂z.",
        "Start at the outputs: y − ŷ. Then add the two paths into a, and multiply by σ′(z) = a (1 − a).",
        "def my_backward(a, y1, y2, t1, t2, w3, w4):\n"
        "    dC_dz1, dC_dz2 = y1 - t1, y2 - t2\n"
        "    dC_da = w3 * dC_dz1 + w4 * dC_dz2\n"
        "    return dC_dz1, dC_dz2, a * (1 - a) * dC_da",
        "def my_backward(a, y1, y2, t1, t2, w3, w4):\n    ...",
        check_backward,
    ),
)
