"""∂C/∂z by writing out every path, and how many multiplications that costs beside the backward pass.

From a neuron to the outputs there is one path for each choice of a neuron in every later layer.
Each path is a product: f′(z) of the neuron, then weight and slope in turn, then ∂C/∂z at the output.
The backward pass adds the paths up layer by layer and so never walks the same wire twice.
"""

from itertools import pairwise, product

import numpy as np


def paths(network, l):
    """Every path from layer ``l`` to the outputs, as tuples of neurons of the layers after ``l``."""
    return product(*(range(size) for size in network.sizes[l + 2 :]))


def dC_dz_by_paths(backward, l, j, example=0):
    """(∂C/∂z of neuron j of layer l, multiplications): the sum over every path of its product.

    Layers have elementwise activations; what is known at the outputs is ``backward``'s ∂C/∂z there.
    """
    network, z = backward.network, backward.forward.z
    total, multiplications = 0.0, 0
    for path in paths(network, l):
        term, before = 1.0, j
        for step, k in enumerate(path, l + 1):
            slope = network.layers[step - 1].f.derivative(z[step - 1][example, before])
            term *= slope * network.layers[step].weights[k, before]
            multiplications += 2
            before = k
        total += term * backward.dC_dz[-1][example, before]
        multiplications += 1 if path else 0
    return float(total), multiplications


def count_by_paths(sizes):
    """Multiplications to get ∂C/∂z of every hidden neuron by paths: 2 a wire and 1 at the output, for each path."""
    count = 0
    for l in range(1, len(sizes) - 1):
        later = sizes[l + 1 :]
        count += sizes[l] * int(np.prod(later)) * (2 * len(later) + 1)
    return count


def count_backward(sizes):
    """Multiplications of the backward pass for the same: one a wire, and one a hidden neuron for its slope."""
    wires = sum(a * b for a, b in pairwise(sizes[1:]))
    return wires + sum(sizes[1:-1])
