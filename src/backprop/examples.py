"""The networks and numbers the series uses, in one place."""

from collections.abc import Sequence
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from backprop.engine.network import Layer, Network
from backprop.words import say

__all__ = [
    "INITIAL",
    "LEARNING_RATE",
    "Digits",
    "circles",
    "dead_relu_network",
    "digits",
    "initial_network",
    "lecture_network",
    "lecun_network",
    "one_neuron",
    "random_network",
    "saturated_network",
    "two_moons",
    "worked_example",
    "xor",
]

LEARNING_RATE = 0.5
INITIAL = {"small-random": 1.0, "zero": 0.0, "large": 12.0}  # {kind of initial weights: their scale}


def lecture_network() -> tuple[Network, list, list]:
    """The lecture's 2-2-2-2 network, all sigmoid, with its x and target: (network, x, target)."""
    network = Network(
        [
            Layer([[1, -2], [-1, 1]], [1, 0]),
            Layer([[2, -1], [-2, -1]], [0, 0]),
            Layer([[3, -1], [-1, 4]], [-2, 2]),
        ]
    )
    return network, [1, -1], [1, 0]


def worked_example() -> tuple[Network, list, list]:
    """The worked example, x₁, x₂ → z → a → z′, z″, with its three examples: (network, x, target).

    Its letters: w₁, w₂ and b feed z; w₃ and b′ feed z′; w₄ and b″ feed z″.
    """
    network = Network([Layer([[0.4, -0.6]], [0.1]), Layer([[0.7], [-0.5]], [-0.2, 0.3])])
    return network, [[1, 0.5], [-1, 2], [0.5, -1.5]], [[1, 0], [0, 1], [1, 1]]


def saturated_network() -> tuple[Network, list, list]:
    """The lecture's network with a first layer ten times larger: its σ′ all but vanishes."""
    network, x, target = lecture_network()
    first = network.layers[0]
    return Network([Layer(first.weights * 10, first.biases), *network.layers[1:]]), x, target


def dead_relu_network() -> tuple[Network, list, list]:
    """A ReLU layer whose first neuron has z < 0: its gain is 0 and nothing before it learns."""
    network = Network([Layer([[1, 1], [1, -1]], [-3, 0], "relu"), Layer([[1, -1], [2, 1]], [0, 0])])
    return network, [1, -1], [1, 0]


def random_network(seed: int = 0, sizes: Sequence[int] = (2, 3, 2)) -> tuple[Network, np.ndarray, np.ndarray]:
    """A random sigmoid network with x and target, the same for the same seed."""
    rng = np.random.default_rng(seed)
    layers = [Layer(rng.normal(size=(o, i)).round(2), rng.normal(size=o).round(2)) for i, o in pairwise(sizes)]
    return Network(layers), rng.normal(size=sizes[0]).round(2), rng.integers(0, 2, size=sizes[-1])


def one_neuron(w: float = -2.0, b: float = 3.0) -> tuple[Network, list, list]:
    """One sigmoid neuron and six examples that no line separates, so that L(w, b) has its lowest point inside.

    (network, x, target)
    """
    x = [[-2.0], [-1.0], [-0.5], [0.5], [1.0], [2.0]]
    return Network([Layer([[w]], [b])]), x, [[0], [0], [1], [0], [1], [1]]


class Digits(NamedTuple):
    """Images as rows of 64 numbers from 0 to 1, targets one-hot; a training part and a held-out part."""

    x: np.ndarray
    target: np.ndarray
    held_out_x: np.ndarray
    held_out_target: np.ndarray


def digits(seed: int = 0, held_out: int = 360) -> Digits:
    """1797 handwritten digits, 8 by 8; a random split by seed, with ``held_out`` images never trained on.

    Source: UCI "Optical Recognition of Handwritten Digits", E. Alpaydin and C. Kaynak, CC BY 4.0.
    """
    with files("backprop").joinpath("data/digits.npz").open("rb") as file:
        stored = np.load(file)
        images, labels = stored["images"], stored["labels"]
    x, target = images.reshape(len(images), 64) / 16, np.eye(10)[labels]
    order = np.random.default_rng(seed).permutation(len(x))
    train, kept = order[held_out:], order[:held_out]
    return Digits(x[train], target[train], x[kept], target[kept])


def lecun_network(sizes: Sequence[int], seed: int = 0) -> Network:
    """Weights drawn with LeCun's variance 1 / n_in, biases 0: each layer's z starts neither dead nor saturated."""
    rng = np.random.default_rng(seed)
    return Network(Layer(rng.normal(size=(o, i)) / np.sqrt(i), np.zeros(o)) for i, o in pairwise(sizes))


def xor() -> tuple[np.ndarray, np.ndarray]:
    """The four corners; the target is 1 where exactly one input is 1: (x, target)."""
    return np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]), np.array([[0.0], [1.0], [1.0], [0.0]])


def two_moons(n: int = 200, seed: int = 0, noise: float = 0.15) -> tuple[np.ndarray, np.ndarray]:
    """Two half circles that reach into each other: (x, target), shapes (n, 2) and (n, 1)."""
    rng, half = np.random.default_rng(seed), n // 2
    t = np.concatenate([rng.uniform(0, np.pi, half), rng.uniform(0, np.pi, n - half)])
    target = (np.arange(n) >= half).astype(float)
    upper = np.column_stack([np.cos(t) - 0.5, np.sin(t) - 0.25])
    lower = np.column_stack([0.5 - np.cos(t), 0.25 - np.sin(t)])
    x = np.where(target[:, None] == 0, upper, lower) + rng.normal(scale=noise, size=(n, 2))
    return x, target[:, None]


def circles(n: int = 200, seed: int = 0, noise: float = 0.12) -> tuple[np.ndarray, np.ndarray]:
    """A ring around a disc: (x, target); the target is 1 inside."""
    rng = np.random.default_rng(seed)
    target = (np.arange(n) % 2).astype(float)
    t, radius = rng.uniform(0, 2 * np.pi, n), np.where(target == 1, 0.45, 1.2) + rng.normal(scale=noise, size=n)
    return np.column_stack([radius * np.cos(t), radius * np.sin(t)]), target[:, None]


def initial_network(
    sizes: Sequence[int], activation: str = "tanh", kind: str = "small-random", seed: int = 0, output: str = "sigmoid"
) -> Network:
    """A network to train: hidden layers of ``activation``, and weights as ``kind`` says, one of ``INITIAL``."""
    rng, shapes = np.random.default_rng(seed), list(pairwise(sizes))
    if kind not in INITIAL:
        raise ValueError(say("examples.no-kind", kind=repr(kind), known=", ".join(INITIAL)))
    layers = []
    for l, (i, o) in enumerate(shapes):
        weights = INITIAL[kind] * rng.normal(size=(o, i)) / np.sqrt(i)
        layers.append(Layer(weights, np.zeros(o), output if l == len(shapes) - 1 else activation))
    return Network(layers)
