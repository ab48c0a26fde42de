"""Exercises of 04: the worked sigmoid and cross-entropy example."""

from backprop.examples import LEARNING_RATE, lecture_network, worked_example
from backprop.exercises.code_checks import check_backward
from backprop.exercises.elsewhere import Among
from backprop.exercises.kinds import ChoiceQuestion, CodeQuestion
from backprop.exercises.stepwise import quantity_question
from backprop.story.quantity import Quantity

NETWORK, X, TARGET = worked_example()
LECTURE = lecture_network()


def second(name, quantity):
    """A quantity of the second example, by hand."""
    step = NETWORK, X[1], TARGET[1], quantity
    return quantity_question(name, None, *step, learning_rate=LEARNING_RATE, among=Among(X, TARGET, 1))


QUESTIONS = (
    # -------------------------------------------- from earlier notebooks
    ChoiceQuestion("04-recall-feed", ("product", "sum", "feed", "slope"), "product"),
    ChoiceQuestion("04-recall-next", ("next", "same", "before", "outputs"), "next"),
    # -------------------------------------------- in the lesson, before the answer is seen
    ChoiceQuestion("04-start", ("falls-more", "falls-less", "rises-more", "rises-less"), "falls-more"),
    ChoiceQuestion("04-far", ("zero", "right", "quarter", "overflow"), "zero"),
    ChoiceQuestion("04-which-way", ("apart", "crossed", "grow", "shrink"), "apart"),
    ChoiceQuestion("04-share", ("positive", "negative", "zero", "input"), "positive"),
    ChoiceQuestion("04-slip", ("hundredth", "quarter", "half", "all"), "hundredth"),
    # -------------------------------------------- the exercises
    ChoiceQuestion("04-saturated", ("both-grow", "both-shrink", "apart", "neither"), "both-shrink"),
    second("04-second-y", Quantity("a", 1, 1)),
    second("04-bias", Quantity("dC_db", 1, 1)),
    second("04-second-hidden", Quantity("dC_dz", 0, 0)),
    second("04-second-update", Quantity("new_w", 0, 0, 1)),
    quantity_question("04-three", None, NETWORK, X, TARGET, Quantity("dL_dw", 1, 1, 0), learning_rate=LEARNING_RATE),
    quantity_question("04-diagram", None, *LECTURE, Quantity("dC_da", 0, 0), learning_rate=LEARNING_RATE),
    ChoiceQuestion("04-bug", ("first", "second", "third", "fourth"), "fourth"),
    ChoiceQuestion("04-derive", ("both", "sign", "outer", "square"), "both"),
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
