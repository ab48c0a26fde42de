"""What a gradient costs: by backpropagation, and by finite differences, against one forward pass."""

from itertools import pairwise
from time import perf_counter

import numpy as np

from backprop.engine.network import Layer, Network
from backprop.engine.numeric import numeric_gradients


def layered(width, layers=3, seed=0):
    """A random network of equal layers, with one example: (network, x, target)."""
    return random_model((width,) * (layers + 1), seed=seed)


def random_model(sizes, examples=1, seed=0):
    """A random network of these sizes, random inputs, targets of 1: (network, x, target)."""
    rng = np.random.default_rng(seed)
    network = Network(Layer(rng.normal(size=(o, i)) / np.sqrt(i), rng.normal(size=o)) for i, o in pairwise(sizes))
    return network, rng.normal(size=(examples, sizes[0])), np.ones((examples, sizes[-1]))


def parameters(network):
    """How many weights and biases there are."""
    return sum(layer.weights.size + layer.biases.size for layer in network.layers)


def passes_made(action, *arguments):
    """(forward passes, backward passes) that ``action(*arguments)`` makes, counted."""
    from unittest import mock  # slow to load, and needed here alone

    with (
        mock.patch.object(Network, "forward", autospec=True, side_effect=Network.forward) as forward,
        mock.patch.object(Network, "backward", autospec=True, side_effect=Network.backward) as backward,
    ):
        action(*arguments)
    return forward.call_count, backward.call_count


def by_backpropagation(network, x, target):
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


def cost(network, x, target):
    """(parameters, forward pass, gradient by backpropagation, gradient by finite differences), in seconds."""
    return (
        parameters(network),
        seconds(lambda: network.forward(x)),
        seconds(lambda: by_backpropagation(network, x, target)),
        seconds(lambda: numeric_gradients(network, x, target), repeats=1),
    )
