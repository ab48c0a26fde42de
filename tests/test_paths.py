"""Writing out every path gives the same ∂C/∂z, at the cost that is claimed for it."""

from itertools import pairwise

import numpy as np
import pytest

from backprop import Layer, Network
from backprop.paths import count_backward, count_by_paths, dC_dz_by_paths, paths


@pytest.mark.parametrize("sizes", [(2, 2, 2, 2), (1, 3, 1), (2, 4, 3, 2, 3)])
def test_every_path_added_up_is_the_backward_pass_and_costs_what_is_counted(sizes):
    rng = np.random.default_rng(0)
    layers = [Layer(rng.normal(size=(o, i)), rng.normal(size=o)) for i, o in pairwise(sizes)]
    network = Network(layers)
    backward = network.backward(network.forward(rng.normal(size=(2, sizes[0]))), np.ones((2, sizes[-1])))
    spent = 0
    for l in range(len(layers) - 1):
        for j in range(layers[l].n_out):
            value, multiplications = dC_dz_by_paths(backward, l, j, example=1)
            assert value == pytest.approx(backward.dC_dz[l][1, j], rel=1e-12)
            spent += multiplications
    assert spent == count_by_paths(sizes)


def test_paths_grow_by_a_factor_a_layer_and_the_backward_pass_by_a_sum():
    assert len(list(paths(Network([Layer([[1], [1]], [0, 0]), Layer([[1, 1]] * 3, [0, 0, 0])]), 0))) == 3
    assert count_backward((2, 2, 2, 2)) == 4 + 4 + 4
    deeper = [count_by_paths((8,) * n) / count_backward((8,) * n) for n in range(3, 8)]
    assert all(b > 5 * a for a, b in pairwise(deeper))
