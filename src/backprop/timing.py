"""What a gradient costs: by backpropagation, and by finite differences, against one forward pass."""

from itertools import pairwise
from time import perf_counter

import numpy as np

from backprop.network import Layer, Network


def layered(width, layers=3, seed=0):
    """A random network of equal layers, with one example: (network, x, target)."""
    rng, sizes = np.random.default_rng(seed), (width,) * (layers + 1)
    network = Network(Layer(rng.normal(size=(o, i)) / np.sqrt(i), rng.normal(size=o)) for i, o in pairwise(sizes))
    return network, rng.normal(size=(1, width)), np.ones((1, width))


def parameters(network):
    """How many weights and biases there are."""
    return sum(layer.weights.size + layer.biases.size for layer in network.layers)


def passes_needed(network):
    """(finite differences, backpropagation): forward passes, or passes of about that size, for one gradient."""
    return 2 * parameters(network), 2


def seconds(action, repeats=5):
    """The shortest of several runs: what the machine can do undisturbed."""
    times = []
    for _ in range(repeats):
        start = perf_counter()
        action()
        times.append(perf_counter() - start)
    return min(times)


def cost(network, x, target):
    """(parameters, forward, gradient by backpropagation, gradient by finite differences), in seconds.

    Finite differences are reckoned from the forward pass: two for each parameter.
    """
    forward = seconds(lambda: network.loss(x, target))
    gradient = seconds(lambda: network.backward(network.forward(x), target))
    return parameters(network), forward, gradient, forward * passes_needed(network)[0]
