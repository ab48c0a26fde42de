"""Gradient descent: θ ← θ − η ∇L, over and over. No display in it, and no randomness but the seed."""

from dataclasses import dataclass

import numpy as np

from backprop.arrays import as_examples, as_positive
from backprop.network import BackwardPass, Network


@dataclass(frozen=True, eq=False)
class Update:
    """One update: the examples it used, by index; the backward pass on them; the network after it."""

    batch: np.ndarray
    backward: BackwardPass
    after: Network

    @property
    def before(self):
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


def descend(network, x, target, loss="cross_entropy", learning_rate=0.5, batch_size=None, seed=0):
    """Yield Update after Update, for ever.

    ``x`` has shape ``(n, n_in)``, ``target`` ``(n, n_out)``; ``batch_size`` is how many examples an update
    sums over, None for all. Raises ValueError where the next network would not be finite, and what
    ``Network.backward`` raises.
    """
    learning_rate = as_positive(learning_rate, "learning_rate")
    x = as_examples(x, network.sizes[0], "x", "inputs of layer 1")
    target = as_examples(target, network.sizes[-1], "target", "outputs")
    if batch_size is not None and not (isinstance(batch_size, int) and batch_size > 0):
        raise ValueError(f"batch_size is {batch_size!r}; expected a whole number above 0, or None for all examples.")
    for batch in batches(len(x), batch_size, seed):
        backward = network.backward(network.forward(x[batch]), target[batch], loss)
        network = network.updated(backward, learning_rate)
        yield Update(batch, backward, network)
