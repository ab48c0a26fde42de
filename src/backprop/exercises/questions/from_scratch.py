"""Exercises of 07: the five stages, and questions about them."""

from backprop.engine.timing import parameters
from backprop.examples import lecture_network, lecun_network
from backprop.exercises.kinds import NOT_ATTEMPTED, RIGHT, ChoiceQuestion, CodeQuestion, NumberQuestion
from backprop.exercises.stages import compare
from backprop.exercises.stepwise import quantity_question
from backprop.story.quantity import Quantity

STARTS = {
    "forward": "def my_forward(x, weights, biases):\n    z, a, feed = [], [], x\n"
    "    for w, b in zip(weights, biases):\n        ...\n    return z, a",
    "backward": "def my_backward(z, a, target, weights):\n    dC_dz = []\n"
    "    for l in reversed(range(len(a))):\n        ...\n    return dC_dz",
    "multiply": "def my_multiply(x, a, dC_dz):\n    dL_dw, dL_db = [], []\n    ...\n    return dL_dw, dL_db",
    "update": "def my_update(weights, biases, dL_dw, dL_db, learning_rate):\n"
    "    new_weights, new_biases = [], []\n    ...\n    return new_weights, new_biases",
    "train": "def my_train(x, target, weights, biases, learning_rate, batch, orders):\n"
    "    ...\n    return weights, biases",
}
SOLUTIONS = {
    "forward": """def my_forward(x, weights, biases):
    z, a, feed = [], [], x
    for w, b in zip(weights, biases):
        z.append(feed @ w.T + b)
        a.append(1 / (1 + np.exp(-z[-1])))
        feed = a[-1]
    return z, a""",
    "backward": """def my_backward(z, a, target, weights):
    delta = a[-1] - target
    dC_dz = [delta]
    for l in reversed(range(len(a) - 1)):
        dC_da = delta @ weights[l + 1]
        delta = a[l] * (1 - a[l]) * dC_da
        dC_dz.insert(0, delta)
    return dC_dz""",
    "multiply": """def my_multiply(x, a, dC_dz):
    feeds = [x, *a[:-1]]
    dL_dw = [delta.T @ feed for delta, feed in zip(dC_dz, feeds)]
    dL_db = [delta.sum(axis=0) for delta in dC_dz]
    return dL_dw, dL_db""",
    "update": """def my_update(weights, biases, dL_dw, dL_db, learning_rate):
    new_weights = [w - learning_rate * g for w, g in zip(weights, dL_dw)]
    new_biases = [b - learning_rate * g for b, g in zip(biases, dL_db)]
    return new_weights, new_biases""",
    "train": """def my_train(x, target, weights, biases, learning_rate, batch, orders):
    for order in orders:
        for start in range(0, len(order), batch):
            chosen = order[start : start + batch]
            z, a = forward(x[chosen], weights, biases)
            dC_dz = backward(z, a, target[chosen], weights)
            dL_dw, dL_db = multiply(x[chosen], a, dC_dz)
            weights, biases = update(weights, biases, dL_dw, dL_db, learning_rate)
    return weights, biases""",
}


def stage_question(stage):
    """A CodeQuestion whose test is the comparison with the engine."""

    def test(function):
        found = compare(stage, function)
        return None if found.state in (RIGHT, NOT_ATTEMPTED) else found.text

    return CodeQuestion(f"07-{stage}", STARTS[stage], SOLUTIONS[stage], test)


def parameter_question():
    """How many parameters the digit network has."""
    network = lecun_network((64, 32, 10))
    weights = sum(layer.weights.size for layer in network.layers)
    count = parameters(network)
    return NumberQuestion("07-size", count, 0.5, {"biases-forgotten": weights}, fields={"parameters": count})


QUESTIONS = (
    *(stage_question(stage) for stage in STARTS),
    ChoiceQuestion("07-order", ("layers-before", "last-layer", "nothing", "forward"), "layers-before"),
    parameter_question(),
    quantity_question("07-diagram", None, *lecture_network(), Quantity("dC_dw", 0, 0, 1)),
)
