"""Train functions of your own on the digits, and say what they got wrong."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial, wraps

import numpy as np

from backprop.engine.activations import get_activation
from backprop.engine.losses import get_loss
from backprop.engine.network import Network
from backprop.examples import Digits
from backprop.exercises import reference
from backprop.exercises.called import with_result
from backprop.exercises.reference import REFERENCE
from backprop.exercises.returned import groups
from backprop.exercises.stages import StandIn
from backprop.exercises.trials import RETURNS
from backprop.story.telling import Table
from backprop.words import say

BATCH = 32  # examples of an update


class NoNumbers(ValueError):
    """Outputs that cannot be read as ten numbers an image, or no arrays at all; its text says so."""


def train(
    functions: Mapping[str, Callable],
    data: Digits,
    network: Network,
    learning_rate: float = 0.05,
    batch: int = BATCH,
    epochs: int = 20,
    seed: int = 0,
) -> Iterator[tuple]:
    """Train with your functions, {stage: function}; yield (epoch, weights, biases, held-out accuracy) after each epoch.

    Each epoch is one call of the loop, with an order drawn from ``seed`` and mini-batches of ``batch`` examples. Where
    the engine's loop stands in, it calls your four functions.
    """
    loop = functions["train"]
    if isinstance(loop, StandIn) or loop is reference.train:
        loop = partial(reference.train, functions=functions)
    rng = np.random.default_rng(seed)
    weights = [layer.weights.copy() for layer in network.layers]
    biases = [layer.biases.copy() for layer in network.layers]
    for epoch in range(1, epochs + 1):
        orders = [rng.permutation(len(data.x))]
        weights, biases = loop(data.x, data.target, weights, biases, learning_rate, batch, orders)
        guesses = predict(functions["forward"], data.held_out_x, weights, biases)
        yield epoch, weights, biases, accuracy(guesses, data.held_out_target)


@dataclass(frozen=True)
class Reading:
    """What a network reads after so many epochs.

    ``loss`` is L over the training images, ``learned`` the share of them that is read right, ``right`` that of the
    held-out ones, and ``y`` the outputs for these, shape (n, 10).
    """

    epoch: int
    weights: Sequence[np.ndarray]
    biases: Sequence[np.ndarray]
    loss: float
    learned: float
    right: float
    y: np.ndarray

    @property
    def guesses(self) -> np.ndarray:
        """The digit guessed for each held-out image."""
        return np.argmax(self.y, axis=1)


def readings(
    functions: Mapping[str, Callable],
    data: Digits,
    network: Network,
    learning_rate: float = 0.05,
    **settings: int,
) -> Iterator[Reading]:
    """Train in the same way, with the same ``settings``; yield what is read before the first epoch and after each.

    Raises NoNumbers for outputs that are not ten an image, or no longer finite, and for a function that returns no
    such lists as it is to return; and whatever your functions raise.
    """
    functions = {stage: in_lists(stage, function, len(network.layers)) for stage, function in functions.items()}
    weights, biases = ([getattr(layer, name) for layer in network.layers] for name in ("weights", "biases"))
    yield _reading(functions["forward"], data, weights, biases, 0)
    for epoch, weights, biases, _ in train(functions, data, network, learning_rate, **settings):
        yield _reading(functions["forward"], data, weights, biases, epoch)


def in_lists(stage: str, function: Callable, layers: int) -> Callable:
    """Your function, but that it returns lists, whatever form they come in, or raises NoNumbers, which names it.

    The engine's own is left as it is.
    """
    if isinstance(function, StandIn) or function is REFERENCE.get(stage):
        return function

    function = with_result(function)

    @wraps(function)
    def called(*arguments):
        found, complaint = groups(function(*arguments), RETURNS[stage], layers)
        if complaint:
            raise NoNumbers(say("exercises.stages.told.not-yet", stage=stage, text=complaint))
        lists = tuple(found.values())
        return lists if len(lists) > 1 else lists[0]

    return called


def _reading(forward, data, weights, biases, epoch):
    """What these weights and biases read."""
    z, y = (each[-1] for each in forward(data.x, weights, biases))
    held_out = np.asarray(forward(data.held_out_x, weights, biases)[1][-1], dtype=float)
    if held_out.shape != data.held_out_target.shape:
        expected = data.held_out_target.shape
        raise NoNumbers(say("exercises.digits.no-outputs", shape=held_out.shape, expected=expected))
    with np.errstate(all="ignore"):  # numbers that are no longer finite are told
        loss = float(get_loss("cross_entropy").cost(get_activation("sigmoid"), np.asarray(z), data.target).sum())
    if not (np.isfinite(loss) and np.isfinite(held_out).all()):
        raise NoNumbers(say("exercises.digits.not-finite", n=epoch))
    learned, right = (
        accuracy(np.argmax(each, axis=1), target)
        for each, target in ((y, data.target), (held_out, data.held_out_target))
    )
    return Reading(epoch, weights, biases, loss, learned, right, held_out)


def predict(
    forward: Callable, x: np.ndarray, weights: Sequence[np.ndarray], biases: Sequence[np.ndarray]
) -> np.ndarray:
    """The digit whose output is largest, for each image."""
    _, a = forward(x, weights, biases)
    return np.argmax(a[-1], axis=1)


def accuracy(guesses: np.ndarray, target: np.ndarray) -> float:
    """The share of images whose digit is guessed."""
    return float(np.mean(guesses == np.argmax(target, axis=1)))


def confusion(guesses: np.ndarray, target: np.ndarray) -> np.ndarray:
    """How often digit i was taken for digit j, shape (10, 10)."""
    matrix = np.zeros((10, 10), dtype=int)
    np.add.at(matrix, (np.argmax(target, axis=1), guesses), 1)
    return matrix


def share(value):
    """A share as a percentage with one decimal."""
    return f"{100 * value:.1f} %"


# ------------------------------------------------------------------- what is told


def outcome(accuracies: Sequence[float]) -> str:
    """How many held-out images are right after how many epochs; ``accuracies`` has one for each epoch."""
    if not accuracies:
        return say("exercises.digits.untrained")
    return say("exercises.digits.held-out", n=len(accuracies), share=share(accuracies[-1]))


def score(data: Digits, seed: int, accuracies: Sequence[float]) -> Table:
    """The sizes of both parts, the seed that parted them, and the share that is right: one row."""
    heads = tuple(say(f"exercises.digits.head.{head}") for head in ("training", "held-out", "seed", "right"))
    right = share(accuracies[-1]) if accuracies else ""
    return Table(heads, ((str(len(data.x)), str(len(data.held_out_x)), str(seed), right),))


def missed(guesses: np.ndarray, target: np.ndarray, most: int = 20) -> tuple[np.ndarray, list[str]]:
    """The first images that were got wrong, by index, and for each "digit → what it was taken for"."""
    labels = np.argmax(target, axis=1)
    wrong = np.flatnonzero(guesses != labels)[:most]
    return wrong, [f"{labels[n]} → {guesses[n]}" for n in wrong]


def one_of_each(target: np.ndarray) -> list[int]:
    """The first image of each digit, by index."""
    labels = np.argmax(target, axis=1)
    return [int(np.argmax(labels == digit)) for digit in range(10)]
