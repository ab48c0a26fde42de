"""Exercises of 05: training."""

import math

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


def steps():
    """How many updates some epochs are, where the last batch of each is smaller."""
    examples, batch, epochs = 90, 25, 6
    each = math.ceil(examples / batch)
    wrong = {
        "last-forgotten": epochs * (examples // batch),
        "one-epoch": each,
        "fraction": epochs * examples / batch,
        "examples": epochs * examples,
    }
    fields = {"examples": examples, "batch": batch, "epochs": epochs, "each": each, "answer": epochs * each}
    return NumberQuestion("05-steps", epochs * each, 0.1, wrong, fields=fields)


def growth():
    """By how much a grows over some layers, when n · Var(w) is not 1."""
    n_in, spread, layers = 100, 0.2, 3
    square = n_in * spread**2
    each = math.sqrt(square)
    wrong = {
        "square": square**layers,
        "one-layer": each,
        "added": layers * each,
        "all-aligned": (n_in * spread) ** layers,
    }
    fields = {"n_in": n_in, "spread": spread, "layers": layers, "square": f"{square:.3g}", "each": f"{each:.3g}"}
    answer = each**layers
    return NumberQuestion("05-growth", answer, 0.05, wrong, fields=fields | {"answer": f"{answer:.3g}"})


def he_spread():
    """The standard deviation of He's weights."""
    n_in = 72
    answer = math.sqrt(2 / n_in)
    wrong = {"variance": 2 / n_in, "xavier": 1 / math.sqrt(n_in), "outside": 2 / math.sqrt(n_in)}
    return NumberQuestion("05-spread", answer, 0.002, wrong, fields={"n_in": n_in, "answer": f"{answer:.3g}"})


QUESTIONS = (
    # -------------------------------------------- from earlier notebooks
    ChoiceQuestion("05-recall-sum", ("sum", "mean", "sizes", "product"), "sum"),
    ChoiceQuestion("05-recall-gain", ("quarter", "half", "one", "any"), "quarter"),
    # -------------------------------------------- in the lesson, before the answer is seen
    ChoiceQuestion("05-fastest", ("middle", "first", "last", "even"), "middle"),
    ChoiceQuestion("05-batch", ("rises", "better", "same", "slower"), "rises"),
    ChoiceQuestion("05-equal", ("equal", "still", "apart", "opposite"), "equal"),
    ChoiceQuestion("05-vanish", ("thousandth", "hundredth", "tenth", "same"), "thousandth"),
    ChoiceQuestion("05-relu", ("sixteenth", "same", "half", "square"), "sixteenth"),
    # -------------------------------------------- the exercises
    ChoiceQuestion("05-diagram", ("error", "rate", "weights", "scale"), "error"),
    steps(),
    scaled_rate(),
    quantity_question("05-hand", None, NETWORK, X, TARGET, Quantity("new_b", 1, 0), learning_rate=0.3),
    growth(),
    he_spread(),
    ChoiceQuestion("05-bug", ("third", "first", "second", "fourth"), "third"),
    ChoiceQuestion("05-derive-factor", ("factor", "plain", "constant", "half"), "factor"),
    ChoiceQuestion("05-derive-shrinks", ("two", "one", "every", "half"), "two"),
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
