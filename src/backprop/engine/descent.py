"""Gradient descent: θ ← θ − η ∇L, over and over. No display in it, and no randomness but the seed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import ArrayLike

from backprop.engine.arrays import as_inputs, as_positive, as_targets
from backprop.engine.network import BackwardPass, Layer, Network
from backprop.words import say


@dataclass(frozen=True, eq=False)
class Update:
    """One update: the examples it used, by index; the backward pass on them; the network after it."""

    batch: np.ndarray
    backward: BackwardPass
    after: Network

    @property
    def before(self) -> Network:
        """The network before the update."""
        return self.backward.network


def batches(n, size, seed):
    """Indices of batch after batch, for ever: every epoch a new shuffle by seed, each example once.

    ``size`` None, or n, is all examples in their order. The last batch of an epoch may be smaller.
    """
    rng, everything = np.random.default_rng(seed), np.arange(n)
    if size is None or size >= n:
        while True:
            yield everything
    while True:
        order = rng.permutation(n)
        for start in range(0, n, size):
            yield order[start : start + size]


def descend(
    network: Network,
    x: ArrayLike,
    target: ArrayLike,
    loss: str = "cross_entropy",
    learning_rate: float = 0.5,
    batch_size: int | None = None,
    seed: int = 0,
) -> Iterator[Update]:
    """Yield Update after Update, for ever.

    ``x`` has shape ``(n, n_in)``, ``target`` ``(n, n_out)``; ``batch_size`` is how many examples an update
    sums over, None for all. Raises ValueError where the next network would not be finite, and what
    ``Network.backward`` raises.
    """
    learning_rate = as_positive(learning_rate, "learning_rate")
    x = as_inputs(x, network.sizes[0])
    target = as_targets(target, network.sizes[-1], len(network.layers))
    _check_batch_size(batch_size)
    for batch in batches(len(x), batch_size, seed):
        update = _update(network.forward(x[batch]), target, batch, loss, learning_rate)
        network = update.after
        yield update


def _update(forward, target, batch, loss, learning_rate):
    """The update that follows the forward pass on a batch."""
    network = forward.network
    backward = network.backward(forward, target[batch], loss)
    return Update(batch, backward, network.updated(backward, learning_rate))


@dataclass(frozen=True, eq=False)
class History:
    """A recorded descent: the parameters before and after every update, and the slope each update took.

    ``parameters`` has shape ``(m + 1, P)`` for m updates, ``losses`` ``(m + 1,)``: L over all the data,
    whatever the batch. ``slopes``, ``(m, P)``, are ∂L/∂θ over each update's batch, as its backward pass found them:
    the difference of two parameters would lose a small one's digits. ``batches`` are the examples of each update.
    ``ended`` says why it stopped early, or is "".
    """

    start: Network
    x: np.ndarray
    target: np.ndarray
    loss: str
    learning_rate: float
    parameters: np.ndarray
    losses: np.ndarray
    slopes: np.ndarray
    norms: np.ndarray
    batches: tuple
    ended: str = ""

    @property
    def updates(self) -> int:
        """How many updates are recorded."""
        return len(self.batches)

    def network(self, i: int) -> Network:
        """The network after i updates, 0 being the start; exactly the one that was trained."""
        return _shaped(self.start, self.parameters[i])

    def update(self, i: int) -> Update:
        """Update i (from 0) taken again: its batch, its backward pass, the network after it."""
        before, batch = self.network(i), self.batches[i]
        backward = before.backward(before.forward(self.x[batch]), self.target[batch], self.loss)
        return Update(batch, backward, self.network(i + 1))

    def gradients(self, parameter: int) -> np.ndarray:
        """∂L/∂θ of one parameter (its place in ``parameters``) at every update, over that update's batch."""
        return self.slopes[:, parameter]


def record(
    network: Network,
    x: ArrayLike,
    target: ArrayLike,
    loss: str = "cross_entropy",
    learning_rate: float = 0.5,
    updates: int = 100,
    batch_size: int | None = None,
    seed: int = 0,
    chunk: int | None = 100,
) -> Iterator[History]:
    """Yield a History after every ``chunk`` updates, each longer than the one before; the last holds all.

    It ends early, and says why, where the next parameters or L would not be finite.
    Raises what ``descend`` raises of its arguments, and ValueError for ``updates`` that is no whole number above 0.
    """
    if not (isinstance(updates, int | np.integer) and updates > 0):
        raise ValueError(say("engine.descent.no-updates", updates=repr(updates)))
    x = as_inputs(x, network.sizes[0])
    target = as_targets(target, network.sizes[-1], len(network.layers))
    parameters = np.empty((updates + 1, _flat(network).size))
    losses, slopes, batches_taken, ended = np.empty(updates + 1), np.empty((updates, parameters.shape[1])), [], ""
    norms = np.empty((updates, len(network.layers)))
    passed = network.forward(x)  # on all the data: for L, and for the next update, where that takes all of it
    parameters[0], losses[0] = _flat(network), network.costs_of(passed, target, loss).sum()

    def history():
        m = len(batches_taken)
        kept = parameters[: m + 1].view(), losses[: m + 1].view(), slopes[:m].view(), norms[:m].view()
        for array in kept:
            array.flags.writeable = False
        return History(network, x, target, loss, learning_rate, *kept, tuple(batches_taken), ended)

    learning_rate = as_positive(learning_rate, "learning_rate")
    _check_batch_size(batch_size)
    for m, batch in enumerate(islice(batches(len(x), batch_size, seed), updates), 1):
        try:
            with np.errstate(over="ignore", invalid="ignore"):  # of a gradient out of range: its update is refused
                forward = passed if len(batch) == len(x) else passed.network.forward(x[batch])
                update = _update(forward, target, batch, loss, learning_rate)
                norms[m - 1] = [np.sqrt((delta**2).sum()) for delta in update.backward.dC_dz]
            passed = update.after.forward(x)
            parameters[m], losses[m] = _flat(update.after), update.after.costs_of(passed, target, loss).sum()
            slopes[m - 1] = _row(zip(update.backward.dL_dw, update.backward.dL_db, strict=True))
        except ValueError as out_of_range:
            ended = str(out_of_range)
            break
        batches_taken.append(batch)
        if m % chunk == 0 and m < updates:
            yield history()
    yield history()


def _check_batch_size(size):
    if size is not None and not (isinstance(size, int | np.integer) and size > 0):
        raise ValueError(say("engine.descent.no-batch-size", size=repr(size)))


def _flat(network):
    """All parameters in one row: layer by layer, weights then biases."""
    return _row((layer.weights, layer.biases) for layer in network.layers)


def _row(layers):
    """The arrays of each layer in one row."""
    return np.concatenate([array.ravel() for arrays in layers for array in arrays])


def _shaped(like, row):
    """The network whose parameters are ``row``."""
    layers, at = [], 0
    for layer in like.layers:
        weights = row[at : at + layer.weights.size].reshape(layer.weights.shape)
        at += layer.weights.size
        biases = row[at : at + layer.n_out]
        at += layer.n_out
        layers.append(Layer(weights, biases, layer.activation))
    return Network(layers)


def parameter_places(network):
    """(layer, neuron, source) of every parameter in the order of a History's row; source is None for a bias."""
    for l, layer in enumerate(network.layers):
        yield from ((l, j, k) for j, k in np.ndindex(layer.weights.shape))
        yield from ((l, j, None) for j in range(layer.n_out))


def parameter_names(network):
    """(how it is called, place in a History's row) of every parameter, layer by layer."""
    names = []
    for at, (l, j, k) in enumerate(parameter_places(network)):
        if k is None:
            names.append((say("engine.descent.bias", layer=l + 1, j=j + 1), at))
        else:
            names.append((say("engine.descent.weight", layer=l + 1, j=j + 1, k=k + 1), at))
    return names


def dead(network: Network, x: ArrayLike) -> list[tuple[int, int]]:
    """(layer, neuron) of every hidden neuron that has died: its slope is 0 for every example, so it cannot learn."""
    forward = network.forward(x)
    return [
        (l, j)
        for l, layer in enumerate(network.layers[:-1])
        for j in range(layer.n_out)
        if layer.f.dies and (forward.da_dz[l][:, j] == 0).all()
    ]


def changes(
    update: Update, x: ArrayLike, target: ArrayLike, loss: str, learning_rates: Iterable[float]
) -> list[tuple[float, float, float]]:
    """(η, predicted Σ ∂L/∂θ·Δθ, true ΔL) of one update's batch, were it taken with each learning rate."""
    backward, batch = update.backward, update.batch
    squares = sum(float(np.sum(g**2)) for g in (*backward.dL_dw, *backward.dL_db))
    before = update.before.loss(x[batch], target[batch], loss)
    rows = []
    for rate in learning_rates:
        try:
            after = update.before.updated(backward, rate).loss(x[batch], target[batch], loss)
        except ValueError:
            after = np.inf  # too large a step: the parameters or z leave the range of numbers
        rows.append((rate, -rate * squares, after - before))
    return rows
