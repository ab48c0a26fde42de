"""What a function of yours is tried on: the lecture's network, and networks and data drawn from a seed.

Sizes and the number of examples differ, so that a slip that happens to give the right numbers on one gives wrong ones
on another; some networks have one width throughout, since some slips can be computed on such a network alone.
"""

from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from backprop.engine.network import Layer, Network
from backprop.examples import lecture_network
from backprop.exercises.reference import train

STAGES = ("forward", "backward", "multiply", "update", "train")
TAKES = {
    "forward": ("x", "weights", "biases"),
    "backward": ("z", "a", "target", "weights"),
    "multiply": ("x", "a", "dC_dz"),
    "update": ("weights", "biases", "dL_dw", "dL_db", "learning_rate"),
    "train": ("x", "target", "weights", "biases", "learning_rate", "batch", "orders"),
}
RETURNS = {
    "forward": ("z", "a"),
    "backward": ("dC_dz",),
    "multiply": ("dL_dw", "dL_db"),
    "update": ("new_w", "new_b"),
    "train": ("new_w", "new_b"),
}
NETWORK = lecture_network()[0]
X = np.array([[1.0, -1.0], [0.5, 2.0], [-1.5, 0.25]])
TARGET = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
LEARNING_RATE = 0.5


@dataclass(frozen=True, eq=False)
class Step:
    """A gradient step of a network on data: every array that a stage is given or returns.

    ``batch`` and ``epochs`` are those of the loop, in which each epoch has an order of its own.
    """

    network: Network
    x: np.ndarray
    target: np.ndarray
    learning_rate: float
    batch: int = 2
    epochs: int = 2

    @property
    def sizes(self):
        """The widths, joined: "3-4-2"."""
        return "-".join(map(str, self.network.sizes))

    def of(self, stage):
        """{name: array, list of arrays, or number} of everything that a stage is given and is to return."""
        return self.trained() if stage == "train" else self.arrays()

    def arrays(self):
        """{name: array, list of arrays, or η} of everything that the first four stages are given and return."""
        network, forward = self.network, self.network.forward(self.x)
        backward = network.backward(forward, self.target)
        after = network.updated(backward, self.learning_rate)
        return {
            "x": np.asarray(self.x, dtype=float),
            "target": np.asarray(self.target, dtype=float),
            "learning_rate": self.learning_rate,
            "weights": [layer.weights for layer in network.layers],
            "biases": [layer.biases for layer in network.layers],
            "z": list(forward.z),
            "a": list(forward.a),
            "dC_dz": list(backward.dC_dz),
            "dL_dw": list(backward.dL_dw),
            "dL_db": list(backward.dL_db),
            "new_w": [layer.weights for layer in after.layers],
            "new_b": [layer.biases for layer in after.layers],
        }

    def trained(self):
        """The same for the loop: what it is given, and the weights and biases after its last update."""
        rng = np.random.default_rng(len(self.x))
        given = {
            "x": np.asarray(self.x, dtype=float),
            "target": np.asarray(self.target, dtype=float),
            "weights": [layer.weights for layer in self.network.layers],
            "biases": [layer.biases for layer in self.network.layers],
            "learning_rate": self.learning_rate,
            "batch": self.batch,
            "orders": [rng.permutation(len(self.x)) for _ in range(self.epochs)],
        }
        new_w, new_b = train(*(given[name] for name in TAKES["train"]))
        return given | {"new_w": new_w, "new_b": new_b}


LECTURE = Step(NETWORK, X, TARGET, LEARNING_RATE)


def drawn(seed, sizes, examples, learning_rate, batch=2, epochs=2):
    """A random step: weights of ordinary size, no bias 0, targets 0 or 1, each neuron with both, in no pattern."""
    rng = np.random.default_rng(seed)
    layers = [
        Layer(rng.normal(size=(o, i)), rng.uniform(0.3, 1.2, size=o) * rng.choice([-1, 1], size=o))
        for i, o in pairwise(sizes)
    ]
    target = (np.arange(examples)[:, None] + rng.integers(0, 2, size=sizes[-1])) % 2
    x = rng.normal(size=(examples, sizes[0]))
    target = in_no_pattern(target, np.random.default_rng([seed, 1]))
    return Step(Network(layers), x, target.astype(float), learning_rate, batch, epochs)


def in_no_pattern(target, rng):
    """The rows of each output shuffled: not as they stand, and where that can be neither turned round nor mirrored."""
    for _ in range(100):
        shuffled = rng.permuted(target, axis=0)
        if (shuffled != shuffled[::-1]).any() and (shuffled != shuffled[:, ::-1]).any():
            return shuffled
    return shuffled


ONE_UPDATE = drawn(9, (2, 3, 2), 4, 0.4, batch=4, epochs=1)


def others(stage=""):
    """The steps besides the lecture's: of other sizes, and of one width throughout; for a loop, one of one update."""
    return [
        *([ONE_UPDATE] if stage == "train" else []),
        drawn(1, (3, 4, 2), 5, 0.3, batch=2, epochs=3),
        drawn(2, (4, 4, 4), 5, 0.1, batch=3, epochs=1),
        drawn(3, (2, 5, 3), 4, 0.7, batch=2),
        drawn(4, (3, 2, 5, 4), 6, 1.3, batch=4),
        drawn(5, (3, 3, 3, 3), 4, 0.05, batch=3),
    ]


def edges():
    """Steps of one example, and of layers of one neuron: there an axis of one may be lost, or added to another."""
    return [drawn(13, (3, 1, 2, 1), 4, 0.3), drawn(14, (2, 3, 2), 1, 0.6, batch=1)]


def again():
    """A step whose arrays have the shapes of one of ``others``, and other numbers."""
    return drawn(11, (3, 4, 2), 5, 0.6)


def many():
    """A step of many examples, each of them one of a few."""
    step = drawn(12, (3, 4, 2), 5, 0.4)
    return replace(step, x=np.tile(step.x, (4, 1)), target=np.tile(step.target, (4, 1)))


def large():
    """A step of large z, weights and gradients: there it shows whether a function cuts what is large."""
    return enlarged(drawn(8, (3, 4, 2), 120, 0.4))


def small():
    """A step of small x, weights and η, and so of small gradients: there it shows whether a function drops them."""
    step = drawn(10, (3, 4, 2), 3, 1e-3)
    layers = [Layer(1e-2 * layer.weights, layer.biases) for layer in step.network.layers]
    return replace(step, network=Network(layers), x=1e-2 * step.x)


def enlarged(step, times=6):
    """The step with its z far from 0: every weight and bias is so many ``times`` as large."""
    layers = [Layer(times * layer.weights, times * layer.biases) for layer in step.network.layers]
    return replace(step, network=Network(layers), x=1.5 * step.x)


def alike():
    """As many examples as neurons everywhere: a product without its transpose runs here alone."""
    return [drawn(6, (3, 3, 3), 3, 0.4), drawn(7, (4, 4, 4), 4, 0.2)]


def fresh(stage=""):
    """The steps on which an explanation is confirmed: they were not used to find it; one has one width throughout."""
    if stage == "train":
        return [
            drawn(91, (4, 3, 3), 6, 0.6, batch=4, epochs=3),
            drawn(92, (2, 4, 2), 3, 0.2, batch=1),
            drawn(93, (3, 3), 7, 0.9, batch=3, epochs=1),
        ]
    return [
        drawn(94, (5, 2, 3, 4, 2), 7, 0.6),
        softened(drawn(95, (2, 6, 3), 2, 2.2)),
        drawn(96, (4, 4, 4, 4), 4, 0.03),
        *([enlarged(drawn(97, (2, 4, 3), 6, 0.4))] if stage == "forward" else []),
        # Not as far: where σ is 0 or 1 to many digits, so many of a slope are lost that a true reason no longer fits.
        *([enlarged(drawn(98, (2, 4, 5, 3), 6, 0.4), 3)] if stage == "backward" else []),
    ]


def softened(step):
    """The step with targets between 0 and 1."""
    return replace(step, target=0.15 + 0.6 * step.target)


def parts(stage, given):
    """(name, layer or None) of every array that a stage is given; z is changed with its a."""
    for name in TAKES[stage]:
        if name == "z":
            continue
        for k in range(len(given[name])) if isinstance(given[name], list) else [None]:
            yield name, k


def copied(one):
    """A copy of an array or of a list of arrays; a number as it is."""
    if isinstance(one, list):
        return [array.copy() for array in one]
    return one.copy() if isinstance(one, np.ndarray) else one


def arguments(stage, step=LECTURE):
    """The arguments a stage is called with, and the lists of arrays it should return for them."""
    arrays = step.of(stage)
    return tuple(copied(arrays[name]) for name in TAKES[stage]), tuple(arrays[name] for name in RETURNS[stage])
