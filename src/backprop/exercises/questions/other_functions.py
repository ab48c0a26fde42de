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
    ChoiceQuestion(
        "06-places",
        "You put tanh in place of σ in a hidden layer and keep every weight. Which rules do you rewrite?",
        "Where does the letter f stand in the formulas of the two passes?",
        "f(z) going forward and f′(z) going back. Everything else is written without f.",
        (
            "Only a = f(z).",
            "Only the gain f′(z).",
            "a = f(z) and the gain f′(z).",
            "These two, and ∂C/∂w = ∂z/∂w · ∂C/∂z.",
        ),
        2,
        {
            0: "The way back multiplies by the slope of the function, so it changes too.",
            1: "The forward pass computes a with the function, so it changes too.",
            3: "The product holds for any activation: its numbers change, its rule does not.",
        },
    ),
    quantity_question(
        "06-hand",
        "By hand: with squared error, find ∂C/∂z′ of the worked example for x = (1, 0.5), ŷ = (1, 0). "
        f"There z′ = {FIRST.z[1][0, 0]:.4f} and y₁ = {FIRST.y[0, 0]:.4f}.",
        WORKED,
        X[0],
        TARGET[0],
        Quantity("dC_dz", 1, 0),
        "squared_error",
        LEARNING_RATE,
    ),
    NumberQuestion(
        "06-rate",
        "A friend trains the worked example's three examples on MSE, the mean of all the squares, with no ½. "
        "You train on ½ Σ (y − ŷ)² with η = 0.5. Which η gives your friend the same step?",
        "How many squares are there? Their gradient is 2 / (number of squares) times yours.",
        f"There are 3 · 2 = {SQUARES} squares, so their gradient is 2/{SQUARES} of yours. "
        f"η = {LEARNING_RATE} · {SQUARES}/2 = {STEPS['same']:g}.",
        STEPS["same"],
        0.005 * STEPS["same"],
        {
            "This is turned round: their gradient is the smaller one, so they need the larger η.": STEPS["inverse"],
            "This leaves out the ½ of your loss: its gradient has no 2 in front, theirs has.": LEARNING_RATE * SQUARES,
            "This counts the examples alone. The mean is over the outputs too.": LEARNING_RATE * len(X) / 2,
            "The gradients differ by a factor, so the same η gives another step.": LEARNING_RATE,
        },
    ),
    quantity_question(
        "06-diagram",
        "Read the reverse network: what is ∂C/∂z₂, of the neuron beside the dead one?",
        *DEAD,
        Quantity("dC_dz", 0, 1),
        learning_rate=LEARNING_RATE,
    ),
    ChoiceQuestion(
        "06-dead",
        "Here z₁ < 0. Which gradients of this example are 0 because of it?",
        "∂C/∂w = ∂z/∂w · ∂C/∂z. Which of the two factors is 0, for the weights before it and for those after it?",
        "Its gain is 0, so ∂C/∂z₁ = 0 and its own weights and bias have gradient 0. "
        "Its output is 0 too, and that is ∂z/∂w for the weights that leave it.",
        (
            "None.",
            "Those of its own two weights and its bias.",
            "Those of the two weights that leave it.",
            "Those of its own weights and bias, and of the weights that leave it.",
        ),
        3,
        {
            0: "Its gain is 0: look at ∂C/∂z₁.",
            1: "True, and there are more: what feeds the weights that leave it?",
            2: "True, and there are more: what is ∂C/∂z₁?",
        },
    ),
    CodeQuestion(
        "06-code",
        "SiLU is z σ(z). Write my_silu(z) for an array z. Return its value and its slope.",
        "The product rule: one factor is z, with slope 1; the other is σ(z), with slope σ(z)(1 − σ(z)).",
        "def my_silu(z):\n    s = 1 / (1 + np.exp(-z))\n    return z * s, s + z * s * (1 - s)",
        "def my_silu(z):\n    ...",
        check_silu,
    ),
)
