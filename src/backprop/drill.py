"""Endless questions with new numbers: a random small network, and one quantity of its gradient step."""

from itertools import pairwise

import numpy as np

from backprop.diagram import diagram
from backprop.exercises import is_clear, quantity_question
from backprop.network import Layer, Network
from backprop.notation import number
from backprop.walkthrough import Quantity, walkthrough

LEARNING_RATE = 0.5


def drill(seed=0):
    """Question after question, the same ones for the same seed."""
    rng = np.random.default_rng(seed)
    count = 0
    while True:
        count += 1
        question = draw(rng, f"drill-{seed}-{count}")
        while not is_clear(question):
            question = draw(rng, f"drill-{seed}-{count}")
        yield question


def draw(rng, name):
    """One question, clear or not: a network of two or three layers, one or two examples."""
    sizes = [int(rng.integers(1, 4)) for _ in range(rng.integers(3, 5))]
    hidden = str(rng.choice(["sigmoid", "tanh", "relu"]))
    loss = str(rng.choice(["cross_entropy", "squared_error"]))
    shapes = list(pairwise(sizes))
    layers = [
        Layer(_tenths(rng, (o, i)), _tenths(rng, o), hidden if l < len(shapes) - 1 else "sigmoid")
        for l, (i, o) in enumerate(shapes)
    ]
    network, n = Network(layers), int(rng.integers(1, 3))
    x, target = _tenths(rng, (n, sizes[0])), rng.integers(0, 2, size=(n, sizes[-1]))
    walk = walkthrough(network, x, target, loss, LEARNING_RATE)
    wanted = _choose(rng, network, n)
    symbol = next(line.symbol for step in walk for line in step.lines if line.makes == wanted)
    return quantity_question(
        name,
        _prompt(symbol, walk),
        network,
        x,
        target,
        wanted,
        loss,
        LEARNING_RATE,
        picture=diagram(walk, -1),
    )


def _tenths(rng, shape):
    """Numbers a learner can work with: tenths from −2 to 2, none of them 0."""
    return rng.integers(1, 21, size=shape) / 10 * rng.choice([-1, 1], size=shape)


def _choose(rng, network, n):
    """A quantity: z, a, ∂C/∂z at the output or hidden, ∂C/∂w (∂L/∂w for several examples), the new w."""
    last = len(network.layers) - 1
    kind = rng.choice(["z", "a", "output", "hidden", "gradient", "update"])
    l = last if kind == "output" else int(rng.integers(0, last)) if kind == "hidden" else int(rng.integers(0, last + 1))
    j, k = int(rng.integers(network.layers[l].n_out)), int(rng.integers(network.layers[l].n_in))
    if kind in ("z", "a"):
        return Quantity(str(kind), l, j)
    if kind in ("output", "hidden"):
        return Quantity("dC_dz", l, j)
    if kind == "gradient":
        return Quantity("dC_dw" if n == 1 else "dL_dw", l, j, k)
    return Quantity("new_w", l, j, k)


def _prompt(symbol, walk):
    """What is asked, on which examples, with which loss."""

    def row(values):
        return f"({', '.join(number(v).text for v in values)})"

    n = len(walk.forward.x)
    pairs = zip(walk.forward.x, walk.backward.target, strict=True)
    examples = "; ".join(f"x = {row(x)}, ŷ = {row(target)}" for x, target in pairs)
    shown = " The first is shown; L sums over both." if n > 1 else ""
    loss = walk.loss.replace("_", " ")
    return f"Find {symbol}. Loss: {loss}. η = {number(walk.learning_rate)}. Examples: {examples}.{shown}"
