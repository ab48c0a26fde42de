"""Paths: the expansion agrees with the engine, and both counts are of multiplications really made."""

from math import prod

import numpy as np
import pytest

from backprop import Layer, Network
from backprop.engine.paths import by_paths, by_reuse, expand, factors, paths
from backprop.examples import lecture_network, random_network

SIZES = [(2, 2, 2, 2), (2, 1, 2), (3, 4), (1, 3, 2, 4, 2), (2, 5, 1, 3)]


def passes(sizes, seed=0, activation="sigmoid", loss="cross_entropy"):
    network, x, target = random_network(seed, sizes)
    hidden = [Layer(layer.weights, layer.biases, activation) for layer in network.layers[:-1]]
    network = Network([*hidden, network.layers[-1]])
    return network.backward(network.forward(x), target, loss)


class Counted(float):
    """A number that counts the multiplications it takes part in."""

    made = 0

    def __mul__(self, other):
        Counted.made += 1
        return Counted(float(self) * float(other))

    __rmul__ = __mul__

    def __add__(self, other):
        return Counted(float(self) + float(other))

    __radd__ = __add__


counted = np.vectorize(Counted, otypes=[object])


@pytest.mark.parametrize("sizes", SIZES)
@pytest.mark.parametrize("activation", ["sigmoid", "tanh", "gelu", "leaky_relu"])
@pytest.mark.parametrize("loss", ["cross_entropy", "squared_error"])
def test_the_sum_over_paths_is_the_engines_gradient(sizes, activation, loss):
    backward = passes(sizes, activation=activation, loss=loss)
    for summed, dC_dz in zip(expand(backward).dC_dz, backward.dC_dz, strict=True):
        assert np.allclose(summed, dC_dz[0], rtol=1e-12, atol=1e-14)


def test_the_example_asked_for_is_the_one_expanded():
    network, _, _ = lecture_network()
    backward = network.backward(network.forward([[1, -1], [0, 0]]), [[1, 0], [0, 1]])
    assert np.allclose(expand(backward, 1).dC_dz[0], backward.dC_dz[0][1])
    assert not np.allclose(expand(backward, 1).dC_dz[0], backward.dC_dz[0][0])


def test_a_path_left_out_is_noticed():
    backward = passes((2, 2, 2, 2))
    terms = [prod(factors(backward, 0, path)) for path in paths((2, 2, 2, 2), 0, 0)]
    assert np.isclose(sum(terms), backward.dC_dz[0][0, 0]) and not np.isclose(sum(terms[1:]), backward.dC_dz[0][0, 0])


@pytest.mark.parametrize("sizes", SIZES)
def test_multiplications_by_paths_are_those_made(sizes):
    backward, Counted.made = passes(sizes), 0
    for l, size in enumerate(sizes[1:]):
        for j in range(size):
            for path in paths(sizes, l, j):
                prod(map(Counted, factors(backward, l, path)[1:]), start=Counted(factors(backward, l, path)[0]))
    assert Counted.made == by_paths(sizes) == expand(backward).multiplications


@pytest.mark.parametrize("sizes", SIZES)
def test_multiplications_by_reuse_are_those_of_the_backward_rule(sizes):
    backward = passes(sizes)
    layers, z, Counted.made = backward.network.layers, backward.forward.z, 0
    delta = counted(backward.dC_dz[-1])
    for l in reversed(range(len(layers) - 1)):
        delta = counted(layers[l].f.derivative(z[l])) * (delta @ counted(layers[l + 1].weights))
        assert np.allclose(delta.astype(float), backward.dC_dz[l])
    assert Counted.made == by_reuse(sizes)


def test_the_lectures_network_has_four_paths_from_each_first_neuron():
    assert paths((2, 2, 2, 2), 0, 1) == [(1, 0, 0), (1, 0, 1), (1, 1, 0), (1, 1, 1)]
    assert (by_paths((2, 2, 2, 2)), by_reuse((2, 2, 2, 2))) == (40, 12)


def test_too_large_a_network_is_refused():
    with pytest.raises(ValueError, match=r"multiplications; expected .* at most 1,000,000"):
        expand(passes((2, 20, 20, 20, 20, 2)))
