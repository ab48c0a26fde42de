"""Endless questions with new numbers: a random small network, and one quantity of its gradient step."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from backprop.engine.network import Layer, Network
from backprop.exercises.kinds import Question, is_clear, step_question
from backprop.notation import number
from backprop.pictures.diagram import diagram
from backprop.story.quantity import Quantity
from backprop.story.walkthrough import walkthrough

LEARNING_RATE = 0.5
KINDS = ("z", "a", "output", "hidden", "gradient", "update")


def drill(seed: int = 0, only: Sequence[str] = KINDS, plain: bool = False) -> Iterator[Question]:
    """Question after question of these kinds, the same ones for the same seed.

    ``plain`` keeps to sigmoid and cross-entropy; without it there are tanh, ReLU and squared error too.
    Raises ValueError for a kind that does not exist.
    """
    if isinstance(only, str) or not only or not set(only) <= set(KINDS):
        raise ValueError(f"The kinds are {only!r}; expected some of {', '.join(KINDS)}.")
    rng = np.random.default_rng(seed)
    count = 0
    while True:
        count += 1
        question = draw(rng, f"drill-{seed}-{count}", only, plain)
        while not is_clear(question):
            question = draw(rng, f"drill-{seed}-{count}", only, plain)
        yield question


def draw(rng, name, only=KINDS, plain=False):
    """One question, clear or not: a network of two or three layers, one or two examples."""
    sizes = [int(rng.integers(1, 4)) for _ in range(rng.integers(3, 5))]
    hidden = str(rng.choice(["sigmoid"] if plain else ["sigmoid", "tanh", "relu"]))
    loss = str(rng.choice(["cross_entropy"] if plain else ["cross_entropy", "squared_error"]))
    shapes = list(pairwise(sizes))
    layers = [
        Layer(_tenths(rng, (o, i)), _tenths(rng, o), hidden if l < len(shapes) - 1 else "sigmoid")
        for l, (i, o) in enumerate(shapes)
    ]
    network, n = Network(layers), int(rng.integers(1, 3))
    x, target = _tenths(rng, (n, sizes[0])), rng.integers(0, 2, size=(n, sizes[-1]))
    walk = walkthrough(network, x, target, loss, LEARNING_RATE)
    wanted = _choose(rng, network, n, only)
    if wanted.name == "w" and abs(walk.backward.dL_dw[wanted.layer][wanted.neuron, wanted.source]) < 1e-6:
        return draw(rng, name, only, plain)  # a weight that does not move is no question
    symbol = next(line.symbol for step in walk for line in step.lines if line.makes == wanted)
    numbers = tuple(_numbers(walk))
    if wanted.name in ("z", "a") and n > 1:
        symbol = f"{symbol} for the first example"
    return step_question(name, _prompt(symbol, walk), walk, wanted, picture=diagram(walk, -1), numbers=numbers)


def _tenths(rng, shape):
    """Numbers a learner can work with: tenths from −2 to 2, none of them 0."""
    return rng.integers(1, 21, size=shape) / 10 * rng.choice([-1, 1], size=shape)


def _choose(rng, network, n, only):
    """A quantity: z, a, ∂C/∂z at the output or hidden, ∂C/∂w (∂L/∂w for several examples), the new w."""
    last = len(network.layers) - 1
    kind = rng.choice(only)
    l = last if kind == "output" else int(rng.integers(0, last)) if kind == "hidden" else int(rng.integers(0, last + 1))
    j, k = int(rng.integers(network.layers[l].n_out)), int(rng.integers(network.layers[l].n_in))
    if kind in ("z", "a"):
        return Quantity(str(kind), l, j)
    if kind in ("output", "hidden"):
        return Quantity("dC_dz", l, j)
    if kind == "gradient":
        return Quantity("dC_dw" if n == 1 else "dL_dw", l, j, k)
    return Quantity("new_w", l, j, k)


def _numbers(walk):
    """(neuron, its weights, its bias, its activation), a row a neuron: what the picture shows, in words."""
    letters = walk.letters
    for l, layer in enumerate(walk.network.layers):
        for j in range(layer.n_out):
            weights = (f"{letters.w(l, j, k)} = {number(w)}" for k, w in enumerate(layer.weights[j]))
            yield letters.z(l, j).text, ", ".join(weights), number(layer.biases[j]).text, layer.activation


def _prompt(symbol, walk):
    """What is asked, on which examples, with which loss."""

    def row(values):
        return f"({', '.join(number(v).text for v in values)})"

    n = len(walk.forward.x)
    pairs = zip(walk.forward.x, walk.backward.target, strict=True)
    examples = "; ".join(f"x = {row(x)}, ŷ = {row(target)}" for x, target in pairs)
    shown = " L sums over both; the picture is of the first." if n > 1 else ""
    loss = walk.loss.replace("_", " ")
    return f"Find {symbol}. Loss: {loss}. η = {number(walk.learning_rate)}. Examples: {examples}.{shown}"
