"""Exercises of 05: training."""

import numpy as np

from backprop.examples import initial_network, xor
from backprop.exercises.code_checks import check_train
from backprop.exercises.kinds import ChoiceQuestion, CodeQuestion, NumberQuestion
from backprop.exercises.stepwise import quantity_question
from backprop.story.quantity import Quantity

X, TARGET = xor()
NETWORK = initial_network((2, 2, 1))


def scaled_rate():
    """η when the data are four times as many copies: the gradient of a sum is four times as large."""
    rate, copies = 0.2, 4
    backward = NETWORK.backward(NETWORK.forward(X), TARGET)
    x, target = np.tile(X, (copies, 1)), np.tile(TARGET, (copies, 1))
    larger = NETWORK.backward(NETWORK.forward(x), target)
    answer = rate * float(backward.dL_dw[0][0, 0] / larger.dL_dw[0][0, 0])
    wrong = {"mean": rate, "other-way": rate * copies}
    return NumberQuestion(
        "05-rate", answer, 0.001, wrong, fields={"rate": rate, "copies": copies, "answer": f"{answer:.3g}"}
    )


QUESTIONS = (
    ChoiceQuestion("05-zero", ("equal", "faster", "apart", "die"), "equal"),
    scaled_rate(),
    quantity_question("05-hand", None, NETWORK, X, TARGET, Quantity("new_b", 1, 0), learning_rate=0.3),
    ChoiceQuestion("05-diagram", ("error", "rate", "weights", "scale"), "error"),
    CodeQuestion(
        "05-code",
        "def my_train(network, x, target, learning_rate, updates):\n    ...",
        "def my_train(network, x, target, learning_rate, updates):\n"
        "    for _ in range(updates):\n"
        "        backward = network.backward(network.forward(x), target)\n"
        "        network = network.updated(backward, learning_rate)\n"
        "    return network",
        check_train,
    ),
)
