"""What a gradient costs: by backpropagation, and by finite differences, against one forward pass."""

from collections.abc import Callable
from itertools import pairwise
from time import perf_counter

import numpy as np
from numpy.typing import ArrayLike

from backprop.engine.network import BackwardPass, Layer, Network
from backprop.engine.numeric import numeric_gradients


def layered(width: int, layers: int = 3, seed: int = 0) -> tuple[Network, np.ndarray, np.ndarray]:
    """A random network of equal layers, with one example: (network, x, target)."""
    return random_model((width,) * (layers + 1), seed=seed)


def random_model(sizes, examples=1, seed=0):
    """A random network of these sizes, random inputs, targets of 1: (network, x, target)."""
    rng = np.random.default_rng(seed)
    network = Network(Layer(rng.normal(size=(o, i)) / np.sqrt(i), rng.normal(size=o)) for i, o in pairwise(sizes))
    return network, rng.normal(size=(examples, sizes[0])), np.ones((examples, sizes[-1]))


def parameters(network: Network) -> int:
    """How many weights and biases there are."""
    return sum(layer.weights.size + layer.biases.size for layer in network.layers)


def passes_made(action: Callable, *arguments: object) -> tuple[int, int]:
    """(forward passes, backward passes) that ``action(*arguments)`` makes, counted."""
    from unittest import mock  # slow to load, and needed here alone

    with (
        mock.patch.object(Network, "forward", autospec=True, side_effect=Network.forward) as forward,
        mock.patch.object(Network, "backward", autospec=True, side_effect=Network.backward) as backward,
    ):
        action(*arguments)
    return forward.call_count, backward.call_count


def by_backpropagation(network: Network, x: ArrayLike, target: ArrayLike) -> BackwardPass:
    """The gradient, as one forward and one backward pass give it."""
    return network.backward(network.forward(x), target)


def seconds(action, repeats=5):
    """The shortest of several runs: what the machine can do undisturbed."""
    times = []
    for _ in range(repeats):
        start = perf_counter()
        action()
        times.append(perf_counter() - start)
    return min(times)


def cost(network: Network, x: ArrayLike, target: ArrayLike) -> tuple[int, float, float, float]:
    """(parameters, forward pass, gradient by backpropagation, gradient by finite differences), in seconds."""
    return (
        parameters(network),
        seconds(lambda: network.forward(x)),
        seconds(lambda: by_backpropagation(network, x, target)),
        seconds(lambda: numeric_gradients(network, x, target), repeats=1),
    )
