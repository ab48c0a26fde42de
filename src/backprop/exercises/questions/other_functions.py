"""Exercises of 06: other activations and losses."""

import numpy as np

from backprop.examples import LEARNING_RATE, dead_relu_network, worked_example
from backprop.exercises.code_checks import check_silu
from backprop.exercises.kinds import ChoiceQuestion, CodeQuestion, NumberQuestion
from backprop.exercises.stepwise import quantity_question
from backprop.story.quantity import Quantity

WORKED, X, TARGET = worked_example()
FIRST = WORKED.forward(X[0])
DEAD = dead_relu_network()
SQUARES = np.size(TARGET)  # one square for each output of each example
STEPS = {name: LEARNING_RATE * factor for name, factor in (("same", SQUARES / 2), ("inverse", 2 / SQUARES))}


QUESTIONS = (
    ChoiceQuestion("06-places", ("value", "gain", "both", "product-too"), "both"),
    quantity_question(
        "06-hand",
        None,
        WORKED,
        X[0],
        TARGET[0],
        Quantity("dC_dz", 1, 0),
        "squared_error",
        LEARNING_RATE,
        fields={"z": f"{FIRST.z[1][0, 0]:.4f}", "y": f"{FIRST.y[0, 0]:.4f}"},
    ),
    NumberQuestion(
        "06-rate",
        STEPS["same"],
        0.005 * STEPS["same"],
        {
            "turned-round": STEPS["inverse"],
            "half-left-out": LEARNING_RATE * SQUARES,
            "examples-alone": LEARNING_RATE * len(X) / 2,
            "same-rate": LEARNING_RATE,
        },
        fields={"squares": SQUARES, "rate": LEARNING_RATE, "answer": f"{STEPS['same']:g}"},
    ),
    quantity_question("06-diagram", None, *DEAD, Quantity("dC_dz", 0, 1), learning_rate=LEARNING_RATE),
    ChoiceQuestion("06-dead", ("none", "own", "leaving", "all"), "all"),
    CodeQuestion(
        "06-code",
        "def my_silu(z):\n    ...",
        "def my_silu(z):\n    s = 1 / (1 + np.exp(-z))\n    return z * s, s + z * s * (1 - s)",
        check_silu,
    ),
)
