"""∂C/∂z with no reuse: every path from a neuron to the outputs multiplied out alone, then added up.

A path runs through one neuron of each later layer; its term is the product f′(z) · w · f′(z′) · w′ · … · ∂C/∂z
at the output. The backward pass adds up the same terms, but works out only once what they share.
Both ways start from ∂C/∂z at the output, so its multiplications are counted in neither.
"""

from collections.abc import Sequence
from itertools import pairwise, product
from math import prod
from typing import NamedTuple

import numpy as np

from backprop.engine.network import BackwardPass
from backprop.words import say

MOST = 10**6  # multiplications; beyond it an expansion is refused


class Expansion(NamedTuple):
    """``dC_dz[l]`` of one example, shape ``(n_out,)``, and how many multiplications it took."""

    dC_dz: tuple
    multiplications: int


def paths(sizes, l, j):
    """Every path from neuron j of layer l (both from 0) to the outputs: tuples of neurons, one a layer."""
    return [(j, *rest) for rest in product(*map(range, sizes[l + 2 :]))]


def factors(backward, l, path, example=0):
    """The factors of one path's term: f′(z), w, f′(z′), w′, …, and ∂C/∂z at the output where it ends."""
    layers, found = backward.network.layers, []
    for step, (j, k) in enumerate(pairwise(path), l):
        slopes = backward.forward.da_dz[step][example]
        found += [float(slopes[j]), float(layers[step + 1].weights[k, j])]
    return [*found, float(backward.dC_dz[-1][example, path[-1]])]


def expand(backward: BackwardPass, example: int = 0) -> Expansion:
    """∂C/∂z of every neuron as the sum of its paths' terms; an ``Expansion``.

    Raises ValueError for a network that would take more than a million multiplications.
    """
    sizes = backward.network.sizes
    if by_paths(sizes) > MOST:
        raise ValueError(say("engine.paths.too-many", count=f"{by_paths(sizes):,}", most=f"{MOST:,}"))
    dC_dz, count = [], 0
    for l, size in enumerate(sizes[1:]):
        sums = np.zeros(size)
        for j in range(size):
            for path in paths(sizes, l, j):
                term = factors(backward, l, path, example)
                sums[j] += prod(term)
                count += len(term) - 1
        dC_dz.append(sums)
    return Expansion(tuple(dC_dz), count)


def by_paths(sizes: Sequence[int]) -> int:
    """The multiplications of ``expand``: for each neuron, its number of paths times 2 for each layer ahead."""
    last = len(sizes) - 2
    return sum(prod(sizes[l + 1 :]) * 2 * (last - l) for l in range(last))


def by_reuse(sizes: Sequence[int]) -> int:
    """The multiplications of the backward pass: for each hidden neuron, one a weight that leaves it, and f′."""
    return sum(size * (following + 1) for size, following in pairwise(sizes[1:]))
