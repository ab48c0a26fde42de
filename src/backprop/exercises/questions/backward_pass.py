"""Exercises of 03: the backward pass."""

from backprop.examples import LEARNING_RATE, lecture_network
from backprop.exercises.code_checks import check_hidden
from backprop.exercises.kinds import ChoiceQuestion, CodeQuestion
from backprop.exercises.stepwise import quantity_question
from backprop.story.quantity import Quantity

LECTURE = lecture_network()


QUESTIONS = (
    ChoiceQuestion("03-double", ("doubles", "fourfold", "stays", "signs"), "doubles"),
    quantity_question("03-hand", None, *LECTURE, Quantity("dC_dz", 1, 1), learning_rate=LEARNING_RATE),
    quantity_question("03-diagram", None, *LECTURE, Quantity("dC_da", 0, 1), learning_rate=LEARNING_RATE),
    CodeQuestion(
        "03-code",
        "def my_hidden(dC_dz_next, weights_next, a):\n    ...",
        "def my_hidden(dC_dz_next, weights_next, a):\n    return a * (1 - a) * (dC_dz_next @ weights_next)",
        check_hidden,
    ),
)
