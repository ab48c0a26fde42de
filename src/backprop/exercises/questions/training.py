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
    return NumberQuestion(
        "05-rate",
        f"You train with η = {rate}. Now every example stands in the data {copies} times. "
        "Which η gives the same updates?",
        "L is a sum. What happens to its gradient?",
        f"∂L/∂w is {copies} times as large, so η = {rate} / {copies} = {answer:.3g}.",
        answer,
        0.001,
        {"That would hold for a mean. Here L is a sum.": rate, "It goes the other way.": rate * copies},
    )


QUESTIONS = (
    ChoiceQuestion(
        "05-zero",
        "All weights start at 0. What do the hidden neurons of a layer do, update after update?",
        "Do they ever get different gradients?",
        "They get the same gradients, so they stay equal: the layer acts as one neuron.",
        ("They stay equal to one another.", "They learn faster.", "They move apart.", "They die."),
        0,
        {
            1: "Equal neurons waste each other: nothing gets faster.",
            2: "Equal weights get equal gradients.",
            3: "Only a ReLU can die, and only below 0.",
        },
    ),
    scaled_rate(),
    quantity_question(
        "05-hand",
        "By hand or in NumPy: one update of a 2-2-1 network on the four XOR examples, η = 0.3. What is the new "
        "bias of the output? It starts at 0; Σₙ (y − ŷ) is its gradient. initial_network((2, 2, 1)) is the start.",
        NETWORK,
        X,
        TARGET,
        Quantity("new_b", 1, 0),
        learning_rate=0.3,
    ),
    ChoiceQuestion(
        "05-diagram",
        "Read the player on XOR: every ∂L/∂w shrinks while L falls. Why?",
        "Which factor does every ∂C/∂z start from?",
        "y − ŷ shrinks as the outputs reach their targets, and every gradient has it as a factor.",
        (
            "y − ŷ shrinks.",
            "The learning rate shrinks.",
            "The weights shrink.",
            "The picture scales each frame anew.",
        ),
        0,
        {
            1: "η is the same at every update.",
            2: "The weights grow.",
            3: "The scale is fixed, so that a vanishing gradient is seen to vanish.",
        },
    ),
    CodeQuestion(
        "05-code",
        "Write my_train(network, x, target, learning_rate, updates). Return the network after that many updates.",
        "network.forward, network.backward, network.updated; then take the new network for the old.",
        "def my_train(network, x, target, learning_rate, updates):\n"
        "    for _ in range(updates):\n"
        "        backward = network.backward(network.forward(x), target)\n"
        "        network = network.updated(backward, learning_rate)\n"
        "    return network",
        "def my_train(network, x, target, learning_rate, updates):\n    ...",
        check_train,
    ),
)
