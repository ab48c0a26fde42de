"""Exercises of 06: other activations and losses."""

import numpy as np

from backprop.examples import LEARNING_RATE, dead_relu_network, worked_example
from backprop.exercises.code_checks import check_silu
from backprop.exercises.elsewhere import Among
from backprop.exercises.kinds import ChoiceQuestion, CodeQuestion, NumberQuestion
from backprop.exercises.stepwise import quantity_question
from backprop.story.quantity import Quantity

WORKED, X, TARGET = worked_example()
FIRST = WORKED.forward(X[0])
DEAD = dead_relu_network()
SQUARES = np.size(TARGET)  # one square for each output of each example
STEPS = {name: LEARNING_RATE * factor for name, factor in (("same", SQUARES / 2), ("inverse", 2 / SQUARES))}
SHARES = np.exp([1.0, 1.0, 0.0]) / np.exp([1.0, 1.0, 0.0]).sum()  # the third is the right one
MISSING = SHARES[2] - 1


QUESTIONS = (
    # -------------------------------------------- from earlier notebooks
    ChoiceQuestion("06-recall-gain", ("quarter", "whole", "value", "divided"), "quarter"),
    ChoiceQuestion("06-recall-joint", ("difference", "twice", "sign", "start"), "difference"),
    # -------------------------------------------- in the lesson, before the answer is seen
    ChoiceQuestion("06-places", ("value", "gain", "both", "product-too"), "both"),
    ChoiceQuestion("06-steeper", ("tanh-much", "tanh-little", "same", "sigmoid"), "sigmoid"),
    ChoiceQuestion("06-dead", ("none", "own", "leaving", "all"), "all"),
    ChoiceQuestion("06-gelu", ("between", "below", "above", "both"), "both"),
    ChoiceQuestion("06-left", ("difference", "one", "shares", "slopes"), "difference"),
    ChoiceQuestion("06-slow", ("few", "twenty", "hundreds", "never"), "hundreds"),
    # -------------------------------------------- the exercises
    ChoiceQuestion("06-cost-places", ("gain", "start-and-gain", "every-gain", "none"), "gain"),
    ChoiceQuestion("06-from-value", ("relu", "tanh", "gelu", "none"), "gelu"),
    ChoiceQuestion("06-hard", ("one", "two", "three", "four"), "two"),
    quantity_question(
        "06-hand",
        None,
        WORKED,
        X[0],
        TARGET[0],
        Quantity("dC_dz", 1, 0),
        "squared_error",
        LEARNING_RATE,
        among=Among(X, TARGET, 0),
        fields={"z": f"{FIRST.z[1][0, 0]:.4f}", "y": f"{FIRST.y[0, 0]:.4f}"},
    ),
    quantity_question("06-diagram", None, *DEAD, Quantity("dC_dz", 0, 1), learning_rate=LEARNING_RATE),
    NumberQuestion(
        "06-share",
        MISSING,
        0.005 * abs(MISSING),
        {
            "share": SHARES[2],
            "turned-round": -MISSING,
            "gain-again": MISSING * SHARES[2] * (1 - SHARES[2]),
            "other": SHARES[0],
        },
        fields={"y": f"{SHARES[2]:.3f}", "answer": f"{MISSING:.3f}".replace("-", "−")},
    ),
    ChoiceQuestion("06-twice", ("same", "twice", "half", "refused"), "twice"),
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
    ChoiceQuestion("06-bug", ("first", "second", "third", "fourth"), "fourth"),
    ChoiceQuestion("06-derive", ("difference", "first", "ratio", "sum"), "difference"),
    CodeQuestion(
        "06-code",
        "def my_silu(z):\n    ...",
        "def my_silu(z):\n    s = 1 / (1 + np.exp(-z))\n    return z * s, s + z * s * (1 - s)",
        check_silu,
    ),
)
