"""The engine's numbers, its immutability, and what it says of bad input."""

import math
from dataclasses import FrozenInstanceError

import numpy as np
import pytest

from backprop import Layer, Network, check_gradient
from backprop.examples import LEARNING_RATE, lecture_network, worked_example


def test_the_lectures_network_gives_its_published_activations():
    network, x, target = lecture_network()
    forward = network.forward(x)
    assert [a.round(2).tolist() for a in forward.a] == [[[0.98, 0.12]], [[0.86, 0.11]], [[0.62, 0.83]]]
    assert network.forward([0, 0]).y.round(2).tolist() == [[0.51, 0.85]]
    assert round(network.loss(x, target), 2) == 2.25
    assert round(network.backward(forward, target).dC_dz[0][0, 0], 4) == -0.0211


def test_the_worked_example_agrees_with_the_formulas_by_hand():
    network, xs, targets = worked_example()
    backward = network.backward(network.forward(xs), targets)

    def sigma(z):
        return 1 / (1 + math.exp(-z))

    sums = {"w1": 0.0, "w3": 0.0, "w4": 0.0}
    for x, target in zip(xs, targets, strict=True):
        a = sigma(0.4 * x[0] - 0.6 * x[1] + 0.1)
        dC_dz1, dC_dz2 = sigma(0.7 * a - 0.2) - target[0], sigma(-0.5 * a + 0.3) - target[1]
        sums["w3"] += dC_dz1 * a
        sums["w4"] += dC_dz2 * a
        sums["w1"] += x[0] * a * (1 - a) * (0.7 * dC_dz1 - 0.5 * dC_dz2)
    assert backward.dL_dw[1].ravel() == pytest.approx([sums["w3"], sums["w4"]], rel=1e-13)
    assert backward.dL_dw[0][0, 0] == pytest.approx(sums["w1"], rel=1e-13)


def test_an_update_moves_every_parameter_against_its_gradient_and_lowers_the_loss():
    network, x, target = lecture_network()
    backward = network.backward(network.forward(x), target)
    after = network.updated(backward, LEARNING_RATE)
    for old, new, g in zip(network.layers, after.layers, backward.dL_dw, strict=True):
        np.testing.assert_array_equal(new.weights, old.weights - LEARNING_RATE * g)
    assert after.loss(x, target) < network.loss(x, target)


def test_one_example_integers_and_lists_give_the_same_as_arrays():
    network, x, target = lecture_network()
    one = network.backward(network.forward(x), target)
    rows = network.backward(network.forward(np.array([x], float)), np.array([target], float))
    for a, b in zip(one.dL_dw, rows.dL_dw, strict=True):
        np.testing.assert_array_equal(a, b)


def test_networks_and_passes_cannot_be_changed():
    network, x, target = lecture_network()
    forward = network.forward(x)
    backward = network.backward(forward, target)
    held = [network.layers[0].weights, network.layers[0].biases, forward.x, *forward.z, *forward.a, backward.target]
    held += [*backward.dC_dz, *backward.dC_da, *backward.dC_dw, *backward.dL_dw, *backward.dL_db]
    for array in held:
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0
    with pytest.raises(FrozenInstanceError):
        forward.x = 0
    with pytest.raises(AttributeError):
        network.layers = ()


def test_changing_the_callers_arrays_changes_nothing():
    weights, x = np.ones((1, 2)), np.ones((1, 2))
    network = Network([Layer(weights, [0])])
    forward = network.forward(x)
    weights[:], x[:] = 9, 9
    assert network.layers[0].weights.tolist() == [[1, 1]]
    assert forward.x.tolist() == [[1, 1]]


def test_the_repr_of_a_network_is_code_that_makes_it():
    network, x, _ = lecture_network()
    again = eval(repr(network))
    np.testing.assert_array_equal(again.forward(x).y, network.forward(x).y)


def lecture(do):
    """Run ``do`` on the lecture's network, its x, its target, and its forward pass."""
    network, x, target = lecture_network()
    return do(network, x, target, network.forward(x))


BAD = {
    "layers that do not chain": (
        lambda: Network([Layer([[1, 2]], [0]), Layer([[1, 2]], [0])]),
        ValueError,
        "layer 2 has weights of shape (1, 2), so it takes 2 inputs; expected 1",
    ),
    "ragged weights": (lambda: Layer([[1, 2], [3]], [0, 0]), ValueError, "weights is ragged"),
    "empty weights": (lambda: Layer([[]], [0]), ValueError, "weights is empty (shape (1, 0))"),
    "object weights": (lambda: Layer([[None]], [0]), TypeError, "weights holds values of type NoneType"),
    "text weights": (lambda: Layer("abc", [0]), TypeError, "weights holds the text 'abc'"),
    "complex weights": (lambda: Layer([[1j]], [0]), TypeError, "weights holds complex numbers"),
    "flat weights": (lambda: Layer([1, 2], [0]), ValueError, "weights has shape (2,)"),
    "NaN in weights": (lambda: Layer([[1, math.nan]], [0]), ValueError, "weights has nan at index (0, 1)"),
    "infinite bias": (lambda: Layer([[1]], [math.inf]), ValueError, "biases has inf at index 0"),
    "biases of another length": (lambda: Layer([[1]], [0, 0]), ValueError, "expected one bias for each row"),
    "unknown activation": (lambda: Layer([[1]], [0], "sigmod"), ValueError, "Did you mean 'sigmoid'?"),
    "activation that is no name": (lambda: Layer([[1]], [0], 3), TypeError, "expected a name"),
    "no layers": (lambda: Network([]), ValueError, "no layers"),
    "something else for a layer": (lambda: Network([[[1]]]), TypeError, "layer 1 is a list"),
    "hidden softmax": (
        lambda: Network([Layer([[1]], [0], "softmax"), Layer([[1]], [0])]),
        ValueError,
        "layer 1 has softmax in a hidden layer",
    ),
    "x of another width": (
        lambda: lecture(lambda n, x, t, f: n.forward([1, 2, 3])),
        ValueError,
        "x has shape (3,); expected (n, 2), or (2,) for one example: 2 inputs of layer 1",
    ),
    "NaN in x": (lambda: lecture(lambda n, x, t, f: n.forward([1, math.nan])), ValueError, "x has nan at index 1"),
    "z out of range": (
        lambda: Network([Layer([[1e300]], [0])]).forward([1e300]),
        ValueError,
        "layer 1: z is out of range",
    ),
    "target of another width": (
        lambda: lecture(lambda n, x, t, f: n.backward(f, [1])),
        ValueError,
        "target has shape (1,); expected (n, 2)",
    ),
    "too many targets": (
        lambda: lecture(lambda n, x, t, f: n.backward(f, [t, t])),
        ValueError,
        "target has 2 examples and x has 1",
    ),
    "target above 1": (lambda: lecture(lambda n, x, t, f: n.loss(x, [1.5, 0])), ValueError, "target holds 1.5"),
    "target below 0": (lambda: lecture(lambda n, x, t, f: n.loss(x, [-0.5, 0])), ValueError, "target holds -0.5"),
    "categorical target not summing to 1": (
        lambda: Network([Layer([[1], [1]], [0, 0], "softmax")]).loss([1], [1, 1], "categorical_cross_entropy"),
        ValueError,
        "target of example 1 sums to 2",
    ),
    "unknown loss": (
        lambda: lecture(lambda n, x, t, f: n.loss(x, t, "cross_entrpy")),
        ValueError,
        "Did you mean 'cross_entropy'?",
    ),
    "loss with an activation it does not admit": (
        lambda: Network([Layer([[1]], [0], "tanh")]).loss([1], [1]),
        ValueError,
        "layer 1, the output layer, has tanh; cross_entropy expects sigmoid there",
    ),
    "forward pass of another network": (
        lambda: lecture(lambda n, x, t, f: lecture_network()[0].backward(f, t)),
        ValueError,
        "forward belongs to another network",
    ),
    "backward pass of another network": (
        lambda: lecture(lambda n, x, t, f: lecture_network()[0].updated(n.backward(f, t), 1)),
        ValueError,
        "backward belongs to another network",
    ),
    "no pass at all": (lambda: lecture(lambda n, x, t, f: n.backward(x, t)), TypeError, "forward is a list"),
    "gradients of text": (
        lambda: lecture(lambda n, x, t, f: check_gradient(n, x, t, gradients=(["a"] * 3, ["b"] * 3))),
        TypeError,
        "dL_dw of layer 1 holds the text 'a'",
    ),
}
RATES = {"zero": (0, ValueError), "negative": (-1, ValueError), "NaN": (math.nan, ValueError)}
RATES |= {"infinite": (math.inf, ValueError), "text": ("fast", TypeError), "a list": ([0.1, 0.2], ValueError)}
for _name, (_rate, _kind) in RATES.items():
    BAD[f"{_name} learning rate"] = (
        lambda rate=_rate: lecture(lambda n, x, t, f: n.updated(n.backward(f, t), rate)),
        _kind,
        "learning_rate",
    )


@pytest.mark.parametrize("case", BAD)
def test_bad_input_gets_one_clear_sentence(case):
    do, kind, words = BAD[case]
    with pytest.raises(kind) as error:
        do()
    assert words in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("x", "target", "words"),
    [(1.0, 1e200, "L is out of range"), (1e160, 1e150, "the gradient is out of range")],
)
def test_what_leaves_the_range_of_numbers_is_refused_and_not_warned_of(x, target, words):
    network = Network([Layer([[0.0]], [0.0], "identity")])
    with pytest.raises(ValueError, match=words):
        network.loss([x], [target], "squared_error")
        network.backward(network.forward([x]), [target], "squared_error")


def test_a_learning_rate_far_too_large_is_refused_and_not_warned_of():
    network = Network([Layer([[1.0]], [0.0], "identity")])
    backward = network.backward(network.forward([30.0]), [0.0], "squared_error")
    with pytest.raises(ValueError, match="expected finite numbers"):
        network.updated(backward, 1e308)
