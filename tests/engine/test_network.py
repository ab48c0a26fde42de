"""The engine's numbers, its immutability, and what it says of bad input."""

import math
from dataclasses import FrozenInstanceError

import numpy as np
import pytest

from backprop import Layer, Network, check_gradient, walkthrough
from backprop.engine.activations import ACTIVATIONS, get_activation
from backprop.engine.losses import LOSSES
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
    held = [network.layers[0].weights, network.layers[0].biases, forward.x, backward.target]
    held += [
        *forward.z,
        *forward.a,
        *forward.da_dz,
        *backward.dC_dz,
        *backward.dC_da,
        *backward.dC_dw,
        *backward.dL_dw,
        *backward.dL_db,
    ]
    for array in held:
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0
    with pytest.raises(FrozenInstanceError):
        forward.x = 0
    with pytest.raises(AttributeError):
        network.layers = ()


def test_inputs_that_nobody_can_write_to_are_kept_and_all_others_are_copied():
    network, given = Network([Layer(np.eye(2), [0, 0])]), np.ones((3, 2))
    kept = network.forward(given).x
    assert kept is not given
    assert network.forward(kept).x is kept
    seen = given.view()
    seen.flags.writeable = False  # but given itself can be written to
    halves = np.full((3, 2), 0.5, dtype=np.float32)
    halves.flags.writeable = False
    for other in (seen, halves):
        x = network.forward(other).x
        assert not np.shares_memory(x, other)
        assert x.dtype == np.float64


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_a_forward_pass_keeps_the_value_and_the_slope_of_every_activation_at_z(name):
    f, z = ACTIVATIONS[name], np.linspace(-40, 40, 33).reshape(11, 3)
    forward = Network([Layer(np.eye(3), [0, 0, 0], name)]).forward(z)
    np.testing.assert_array_equal(forward.a[0], f.value(z))
    if name == "softmax":  # no slope for one neuron alone
        assert forward.da_dz == (None,)
    else:
        np.testing.assert_array_equal(forward.da_dz[0], f.derivative(z))


def test_numbers_whose_squares_are_out_of_range_are_still_numbers():
    assert Network([Layer([[1e-200]], [0])]).forward([[1e200]]).z[0].item() == pytest.approx(1.0)


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


def softmaxed(target):
    """L of a network with two softmax outputs, on as many examples as there are targets."""
    network = Network([Layer([[1], [1]], [0, 0], "softmax")])
    return network.loss(np.ones((len(np.atleast_2d(target)), 1)), target, "categorical_cross_entropy")


def lecture(do):
    """Run ``do`` on the lecture's network, its x, its target, and its forward pass."""
    network, x, target = lecture_network()
    return do(network, x, target, network.forward(x))


BAD = {
    "layers that do not chain": (
        lambda: Network([Layer([[1, 2]], [0]), Layer([[1, 2]], [0])]),
        ValueError,
        "layer 2 has weights of shape (1, 2), so it takes 2 inputs; expected 1, the number of neurons in layer 1.",
    ),
    "ragged weights": (
        lambda: Layer([[1, 2], [3]], [0, 0]),
        ValueError,
        "Layer.weights is ragged: its rows have different lengths; give every row the same length.",
    ),
    "empty weights": (
        lambda: Layer([[]], [0]),
        ValueError,
        "Layer.weights is empty (shape (1, 0)); expected at least one number.",
    ),
    "object weights": (
        lambda: Layer([[None]], [0]),
        TypeError,
        "Layer.weights holds values of type NoneType; expected real numbers.",
    ),
    "text weights": (
        lambda: Layer("abc", [0]),
        TypeError,
        "Layer.weights holds the text 'abc'; expected real numbers.",
    ),
    "complex weights": (
        lambda: Layer([[1j]], [0]),
        TypeError,
        "Layer.weights holds complex numbers; expected real numbers.",
    ),
    "flat weights": (
        lambda: Layer([1, 2], [0]),
        ValueError,
        "Layer.weights has shape (2,); expected rows and columns, shape (n_out, n_in).",
    ),
    "NaN in weights": (
        lambda: Layer([[1, math.nan]], [0]),
        ValueError,
        "Layer.weights has nan at index (0, 1); expected finite numbers.",
    ),
    "infinite bias": (
        lambda: Layer([[1]], [math.inf]),
        ValueError,
        "Layer.biases has inf at index 0; expected finite numbers.",
    ),
    "biases of another length": (
        lambda: Layer([[1]], [0, 0]),
        ValueError,
        "Layer.biases has shape (2,) and Layer.weights (1, 1); expected one bias for each row of weights, shape (1,).",
    ),
    "unknown activation": (
        lambda: Layer([[1]], [0], "sigmod"),
        ValueError,
        f"Unknown activation 'sigmod'; known: {', '.join(ACTIVATIONS)}. Did you mean 'sigmoid'?",
    ),
    "activation that is no name": (
        lambda: Layer([[1]], [0], 3),
        TypeError,
        f"The activation is 3; expected a name, one of {', '.join(ACTIVATIONS)}.",
    ),
    "no layers": (lambda: Network([]), ValueError, "Network has no layers; expected at least one."),
    "something else for a layer": (
        lambda: Network([[[1]]]),
        TypeError,
        "layer 1 is a list; expected a Layer(weights, biases, …).",
    ),
    "hidden softmax": (
        lambda: Network([Layer([[1]], [0], "softmax"), Layer([[1]], [0])]),
        ValueError,
        "layer 1 has softmax in a hidden layer; expected it in the last layer only.",
    ),
    "x of another width": (
        lambda: lecture(lambda n, x, t, f: n.forward([1, 2, 3])),
        ValueError,
        "x has shape (3,); expected (n, 2), or (2,) for one example: 2 inputs of layer 1.",
    ),
    "NaN in x": (
        lambda: lecture(lambda n, x, t, f: n.forward([1, math.nan])),
        ValueError,
        "x has nan at index 1; expected finite numbers.",
    ),
    "z out of range": (
        lambda: Network([Layer([[1e300]], [0])]).forward([1e300]),
        ValueError,
        "layer 1: z is out of range; expected smaller weights, biases or inputs.",
    ),
    "target of another width": (
        lambda: lecture(lambda n, x, t, f: n.backward(f, [1])),
        ValueError,
        "target has shape (1,); expected (n, 2), or (2,) for one example: 2 outputs of layer 3.",
    ),
    "too many targets": (
        lambda: lecture(lambda n, x, t, f: n.backward(f, [t, t])),
        ValueError,
        "target has 2 examples and x has 1; expected as many targets as inputs.",
    ),
    "target above 1": (
        lambda: lecture(lambda n, x, t, f: n.loss(x, [1.5, 0])),
        ValueError,
        "target holds 1.5; cross_entropy expects targets from 0 to 1.",
    ),
    "target below 0": (
        lambda: lecture(lambda n, x, t, f: n.loss(x, [0, -0.5])),
        ValueError,
        "target holds -0.5; cross_entropy expects targets from 0 to 1.",
    ),
    "categorical target not summing to 1": (
        lambda: Network([Layer([[1], [1]], [0, 0], "softmax")]).loss([1], [1, 1], "categorical_cross_entropy"),
        ValueError,
        "target of example 1 sums to 2; categorical_cross_entropy expects targets that sum to 1.",
    ),
    "unknown loss": (
        lambda: lecture(lambda n, x, t, f: n.loss(x, t, "cross_entrpy")),
        ValueError,
        f"Unknown loss 'cross_entrpy'; known: {', '.join(LOSSES)}. Did you mean 'cross_entropy'?",
    ),
    "loss with an activation it does not admit": (
        lambda: Network([Layer([[1]], [0], "tanh")]).loss([1], [1]),
        ValueError,
        "layer 1, the output layer, has tanh; cross_entropy expects sigmoid there.",
    ),
    "forward pass of another network": (
        lambda: lecture(lambda n, x, t, f: lecture_network()[0].backward(f, t)),
        ValueError,
        "forward belongs to another network; expected a pass that this network made.",
    ),
    "backward pass of another network": (
        lambda: lecture(lambda n, x, t, f: lecture_network()[0].updated(n.backward(f, t), 1)),
        ValueError,
        "backward belongs to another network; expected a pass that this network made.",
    ),
    "no pass at all": (
        lambda: lecture(lambda n, x, t, f: n.backward(x, t)),
        TypeError,
        "forward is a list; expected the ForwardPass of this network.",
    ),
    "mixed weights": (
        lambda: Layer([[None, "a"]], [0]),
        TypeError,
        "Layer.weights holds values of type NoneType, str; expected real numbers.",
    ),
    "no weights at all": (lambda: Layer(None, [0]), TypeError, "Layer.weights holds None; expected real numbers."),
    "biases in rows": (
        lambda: Layer([[1]], [[0]]),
        ValueError,
        "Layer.biases has shape (1, 1); expected one row of numbers, shape (n,).",
    ),
    "an activation like no other": (
        lambda: Layer([[1]], [0], "xyz"),
        ValueError,
        f"Unknown activation 'xyz'; known: {', '.join(ACTIVATIONS)}.",
    ),
    "an activation in capitals": (
        lambda: Layer([[1]], [0], "TANH"),
        ValueError,
        f"Unknown activation 'TANH'; known: {', '.join(ACTIVATIONS)}. Did you mean 'tanh'?",
    ),
    "a third layer that does not chain": (
        lambda: Network([Layer([[1]], [0]), Layer([[1], [1]], [0, 0]), Layer([[1]], [0])]),
        ValueError,
        "layer 3 has weights of shape (1, 1), so it takes 1 input; expected 2, the number of neurons in layer 2.",
    ),
    "numbers out of a row for one input": (
        lambda: Network([Layer([[1]], [0])]).forward([1, 2, 3]),
        ValueError,
        "x has shape (3,); expected (n, 1), or (1,) for one example: 1 input of layer 1. "
        "For 3 examples give one row each: [[…], […]].",
    ),
    "rows of another width for one input": (
        lambda: Network([Layer([[1]], [0])]).forward([[1, 2]]),
        ValueError,
        "x has shape (1, 2); expected (n, 1), or (1,) for one example: 1 input of layer 1.",
    ),
    "x of three axes": (
        lambda: lecture(lambda n, x, t, f: n.forward([[[1, 2], [3, 4]]])),
        ValueError,
        "x has shape (1, 2, 2); expected (n, 2), or (2,) for one example: 2 inputs of layer 1.",
    ),
    "infinity among the rows of x": (
        lambda: lecture(lambda n, x, t, f: n.forward([[1, 2], [3, -math.inf]])),
        ValueError,
        "x has -inf at index (1, 1); expected finite numbers.",
    ),
    "z out of range in a later layer": (
        lambda: Network([Layer([[1e200]], [0], "identity"), Layer([[1e200]], [0])]).forward([1]),
        ValueError,
        "layer 2: z is out of range; expected smaller weights, biases or inputs.",
    ),
    "a loss that is no name": (
        lambda: lecture(lambda n, x, t, f: n.loss(x, t, None)),
        TypeError,
        f"The loss is None; expected a name, one of {', '.join(LOSSES)}.",
    ),
    "a target a little above 1": (
        lambda: lecture(lambda n, x, t, f: n.loss(x, [1, 1.25])),
        ValueError,
        "target holds 1.25; cross_entropy expects targets from 0 to 1.",
    ),
    "target a little above 1": (
        lambda: lecture(lambda n, x, t, f: n.loss(x, [1, 1 + 2**-52])),
        ValueError,
        "target holds 1.0000000000000002; cross_entropy expects targets from 0 to 1.",
    ),
    "categorical target below 0": (
        lambda: softmaxed([[0, 1], [1.5, -0.5]]),
        ValueError,
        "target holds -0.5; categorical_cross_entropy expects targets from 0 to 1.",
    ),
    "a second categorical target not summing to 1": (
        lambda: softmaxed([[0.5, 0.5], [0.5, 0.5 + 3e-7]]),
        ValueError,
        "target of example 2 sums to 1.0000003; categorical_cross_entropy expects targets that sum to 1.",
    ),
    "no backward pass at all": (
        lambda: lecture(lambda n, x, t, f: n.updated(f, 1)),
        TypeError,
        "backward is a ForwardPass; expected the BackwardPass of this network.",
    ),
    "gradients of text": (
        lambda: lecture(lambda n, x, t, f: check_gradient(n, x, t, gradients=(["a"] * 3, ["b"] * 3))),
        TypeError,
        "dL_dw of layer 1 holds the text 'a'; expected real numbers.",
    ),
}
RATES = {
    "zero": (0, ValueError, "is 0; expected one finite number above 0."),
    "negative": (-1, ValueError, "is -1; expected one finite number above 0."),
    "NaN": (math.nan, ValueError, "has nan; expected finite numbers."),
    "infinite": (math.inf, ValueError, "has inf; expected finite numbers."),
    "text": ("fast", TypeError, "is 'fast'; expected one finite number above 0."),
    "a list": ([0.1, 0.2], ValueError, "is [0.1, 0.2]; expected one finite number above 0."),
}
for _name, (_rate, _kind, _words) in RATES.items():
    BAD[f"{_name} learning rate"] = (
        lambda rate=_rate: lecture(lambda n, x, t, f: n.updated(n.backward(f, t), rate)),
        _kind,
        f"learning_rate {_words}",
    )


@pytest.mark.parametrize("case", BAD)
def test_bad_input_gets_one_clear_sentence(case):
    do, kind, words = BAD[case]
    with pytest.raises(kind) as error:
        do()
    assert str(error.value) == words


def test_whole_numbers_truth_values_and_targets_that_sum_to_1_to_rounding_are_welcome():
    network, x, _ = lecture_network()
    for kind in (np.uint8, np.int32, np.float32, bool):
        assert network.forward(np.array([1, 0], kind)).x.tolist() == [[1.0, 0.0]]
    for target in ([0.1 + 0.2, 0.7], [0.5, 0.5 - 3e-9]):
        assert softmaxed(target) == pytest.approx(math.log(2))
    assert network.loss(x, [0, 1]) > 0 < network.loss(x, [1, 0])


def test_a_network_says_how_many_neurons_it_has_and_is_cross_entropy_unless_told_otherwise():
    network, x, target = lecture_network()
    assert network.sizes == (2, 2, 2, 2) and len(network.layers) == 3
    forward = network.forward(x)
    assert network.backward(forward, target).loss == "cross_entropy"
    assert network.loss(x, target) == network.costs(x, target)[0] == network.loss(x, target, "cross_entropy")


@pytest.mark.parametrize(
    ("x", "target", "words"),
    [(1.0, 1e200, "L is out of range"), (1e160, 1e150, "the gradient is out of range")],
)
def test_what_leaves_the_range_of_numbers_is_refused_and_not_warned_of(x, target, words):
    network = Network([Layer([[0.0]], [0.0], "identity")])
    with pytest.raises(ValueError, match=words):
        network.loss([x], [target], "squared_error")
        walkthrough(network, [x], [target], "squared_error")


@pytest.mark.parametrize(("x", "bias"), [(30.0, 0.0), (0.0, 30.0)], ids=["a weight", "the bias alone"])
def test_a_learning_rate_far_too_large_is_refused_and_not_warned_of(x, bias):
    network = Network([Layer([[1.0]], [bias], "identity")])
    backward = network.backward(network.forward([x]), [0.0], "squared_error")
    with pytest.raises(ValueError, match="layer 1: its update is out of range; expected a smaller learning_rate"):
        network.updated(backward, 1e308)


@pytest.mark.parametrize("z", [1e154, 1e200, 1e308])
def test_gelus_slope_is_1_or_0_far_out(z):
    gelu = get_activation("gelu")
    with np.errstate(all="raise", under="ignore"):
        assert gelu.derivative(np.array([[z, -z]])).tolist() == [[1.0, 0.0]]


def test_one_layer_alone_is_no_network_and_is_told_how_to_become_one():
    with pytest.raises(TypeError, match=r"write Network\(\[layer\]\)"):
        Network(Layer([[1.0]], [0.0]))
