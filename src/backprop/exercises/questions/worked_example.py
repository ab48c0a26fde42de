"""Exercises of 04: the worked sigmoid and cross-entropy example."""

from backprop.examples import LEARNING_RATE, lecture_network, worked_example
from backprop.exercises.code_checks import check_backward
from backprop.exercises.kinds import ChoiceQuestion, CodeQuestion
from backprop.exercises.stepwise import quantity_question
from backprop.story.quantity import Quantity

NETWORK, X, TARGET = worked_example()
LECTURE = lecture_network()


QUESTIONS = (
    ChoiceQuestion("04-saturated", ("both-grow", "both-shrink", "apart", "neither"), "both-shrink"),
    quantity_question("04-bias", None, NETWORK, X[1], TARGET[1], Quantity("dC_db", 1, 1), learning_rate=LEARNING_RATE),
    quantity_question("04-diagram", None, *LECTURE, Quantity("dC_da", 0, 0), learning_rate=LEARNING_RATE),
    quantity_question("04-three", None, NETWORK, X, TARGET, Quantity("dL_dw", 1, 0, 0), learning_rate=LEARNING_RATE),
    CodeQuestion(
        "04-code",
        "def my_backward(a, y1, y2, t1, t2, w3, w4):\n    ...",
        "def my_backward(a, y1, y2, t1, t2, w3, w4):\n"
        "    dC_dz1, dC_dz2 = y1 - t1, y2 - t2\n"
        "    dC_da = w3 * dC_dz1 + w4 * dC_dz2\n"
        "    return dC_dz1, dC_dz2, a * (1 - a) * dC_da",
        check_backward,
    ),
)
