"""The slips of a number going forward: each makes of its part what its id says, written out a second time."""

import numpy as np
import pytest
from step_by_hand import B1, B2, W1, W2, X, assert_made, by_hand, made, sigmoid, step
from step_by_hand import TARGET as T

from backprop import Layer, Network
from backprop.engine.activations import get_activation
from backprop.exercises.number_slips import every_slip
from backprop.exercises.number_slips_forward import turned_to_fit
from backprop.exercises.rules import Rules

RIGHT = step("squared_error")
H = by_hand("squared_error")
PRODUCT = H.a1 @ W2.T
GELU_AT = np.sqrt(2 / np.pi) * (H.z1 + 0.044715 * H.z1**3)
BESIDE = H.z1[:, ::-1]
PARTS = {
    ("fed", 1): {"fed-by-z": [H.z1], "fed-by-x": [X], "of-another-example": [H.a1[::-1]]},
    ("w", 1): {
        "weights-transposed-forward": [W2.T],
        "weights-forgotten": [np.ones((2, 2))],
        "weights-of-another-layer": [W1],
        "weights-of-neighbour": [W2[::-1]],
        "weights-of-other-inputs": [W2[:, ::-1]],
        "weights-without-sign": [abs(W2)],
        "squared": [W2**2],
        "input-forgotten": [W2 * [0, 1], W2 * [1, 0]],
    },
    ("b", 0): {
        "bias-of-neighbour": [B1[::-1]],
        "bias-of-another-layer": [B2],
        "biases-added": [B1.sum()],
        "bias-is-one": [1.0],
        "bias-for-each-input": [2 * B1],
        "bias-forgotten": [0 * B1],
        "bias-twice": [2 * B1],
        "bias-subtracted": [-B1],
    },
    ("z", 1): {
        "inputs-multiplied": [np.prod(H.a1[:, None] * W2, axis=2) + B2],
        "inputs-added": [H.a1.sum(axis=1)[:, None] + W2.sum(axis=1) + B2],
        "mean-over-inputs": [PRODUCT / 2 + B2],
        "mean-of-all": [H.z2 / 2],
        "bias-times": [PRODUCT * B2],
        "of-another-example": [H.z2[::-1]],
        "sign-flipped": [-H.z2],
    },
    ("a", 0): {
        "activation-missing": [H.z1],
        "activation-twice": [sigmoid(H.a1)],
        "activation-of-size": [sigmoid(abs(H.z1))],
        "activation-of-double": [sigmoid(2 * H.z1)],
        "activation-of-half": [sigmoid(H.z1 / 2)],
        "activation-negated": [1 - H.a1],
        "slope-for-activation": [H.s1],
        "bias-after-activation": [sigmoid(X @ W1.T) + B1],
        "base-two": [1 / (1 + 0.5**H.z1)],
        "base-ten": [1 / (1 + 0.1**H.z1)],
        "part-of-sigmoid": [np.exp(-H.z1), np.exp(H.z1), 1 + np.exp(-H.z1)],
        "sigmoid-without-one": [1 / np.exp(-H.z1)],
        "activation-is-softmax": [np.exp(H.z1) / (np.exp(H.z1) + np.exp(BESIDE))],
        "activation-other": [
            np.tanh(H.z1),
            np.maximum(H.z1, 0),
            np.where(H.z1 > 0, H.z1, 0.01 * H.z1),
            H.z1 / 2 * (1 + np.tanh(GELU_AT)),
        ],
    },
}


@pytest.mark.parametrize("place", PARTS, ids=lambda place: f"{place[0]} of layer {place[1]}")
def test_a_slip_makes_of_its_part_what_its_id_says(place):
    assert_made(made(RIGHT, *place), PARTS[place])


def test_the_slips_of_softmax_are_of_its_whole_layer():
    right, h = step("categorical_cross_entropy"), by_hand("categorical_cross_entropy")
    found, e = made(right, "a", 1), np.exp(h.z2)
    np.testing.assert_allclose(found["softmax-not-divided"], [e])
    np.testing.assert_allclose(found["softmax-without-exp"], [h.z2 / h.z2.sum(axis=1, keepdims=True)])
    np.testing.assert_allclose(found["softmax-without-itself"], [e / e[:, ::-1]])
    np.testing.assert_allclose(found["softmax-over-examples"], [e / e.sum(axis=0)])
    np.testing.assert_allclose(found["base-two"], [2**h.z2 / (2**h.z2).sum(axis=1, keepdims=True)])
    np.testing.assert_allclose(found["softmax-one-added"], [e / (1 + e.sum(axis=1, keepdims=True))])
    np.testing.assert_allclose(found["base-ten"], [10**h.z2 / (10**h.z2).sum(axis=1, keepdims=True)])
    np.testing.assert_allclose(found["activation-negated"], [(1 / e) / (1 / e).sum(axis=1, keepdims=True)])
    assert not found.keys() & {"slope-for-activation", "part-of-sigmoid", "activation-is-softmax"}


def test_softmax_can_be_taken_of_what_relu_leaves():
    found = made(Rules(Network([Layer(W1, B1, "softmax")]), X, T, "categorical_cross_entropy", 0.1), "a", 0)
    cut = np.exp(np.maximum(X @ W1.T + B1, 0))
    np.testing.assert_allclose(found["activation-formula"], [cut / cut.sum(axis=1, keepdims=True)])


def of_layer(f, part, l=0):
    """What the slips make of one part of a network of one width, whose hidden layers have this activation."""
    return made(
        Rules(Network([Layer(W1, B1, f), Layer(W2, B2, f), Layer(W1, B1)]), X, T, "squared_error", 0.1), part, l
    )


def test_leaky_relu_and_gelu_have_slips_of_their_own():
    z = X @ W1.T + B1
    leaky, gelu = of_layer("leaky_relu", "a"), of_layer("gelu", "a")
    np.testing.assert_allclose(leaky["leak-other"], [np.where(z > 0, z, leak * z) for leak in (0.1, 0.2, 0.3)])
    np.testing.assert_allclose(gelu["factor-z-forgotten"], [0.5 * (1 + np.tanh(GELU_AT))])
    assert any(np.allclose(each, z * sigmoid(z)) for each in gelu["activation-other"])
    half_tanh, other_sign = z / 2 * (1 + np.tanh(z)), z / 2 * (1 - np.tanh(GELU_AT))
    without_cube, whole = z / 2 * (1 + np.tanh(np.sqrt(2 / np.pi) * z)), z * (1 + np.tanh(GELU_AT))
    np.testing.assert_allclose(gelu["activation-formula"], [other_sign, half_tanh, without_cube, whole])
    np.testing.assert_allclose(of_layer("tanh", "a")["activation-formula"], [sigmoid(2 * z)])
    np.testing.assert_allclose(leaky["leak-above"], [0.01 * z, np.where(z > 0, 0.01 * z, z)])
    slope = of_layer("leaky_relu", "slope")["leak-other"]
    np.testing.assert_allclose(slope, [np.where(z > 0, 1, leak) for leak in (0.1, 0.2, 0.3)])
    slopes = of_layer("gelu", "slope")
    first, second = slopes["slope-first-term"][0], slopes["slope-second-term"][0]
    np.testing.assert_allclose(first, 0.5 * (1 + np.tanh(GELU_AT)))
    np.testing.assert_allclose(first + second, get_activation("gelu").derivative(z))
    with np.errstate(invalid="ignore"):  # one z is 0
        np.testing.assert_allclose(slopes["slope-without-z"], [first + second / z])
    np.testing.assert_allclose(slopes["slope-of-silu"], [sigmoid(z) * (1 + z * (1 - sigmoid(z)))])


def test_of_tanh_the_other_keys_beside_it_can_be_pressed():
    z, others = X @ W1.T + B1, of_layer("tanh", "a")["activation-other"]
    assert any(np.allclose(each, np.tan(z)) for each in others)
    with np.errstate(invalid="ignore"):  # beyond 1 there is no artanh
        assert any(np.allclose(each, np.arctanh(z), equal_nan=True) for each in others)


def test_a_layer_can_be_fed_by_one_that_is_not_the_one_before():
    a = of_layer("sigmoid", "fed", 2)["fed-by-earlier"]
    np.testing.assert_allclose(a, [sigmoid(X @ W1.T + B1)])
    np.testing.assert_allclose(made(RIGHT, "fed", 0)["feed-without-sign"], [abs(X)])


def test_a_table_of_weights_that_is_not_square_is_read_the_other_way_as_far_as_it_goes():
    w = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    none = np.nan
    np.testing.assert_array_equal(turned_to_fit(w), [[1, 4, none], [2, 5, none]])
    np.testing.assert_array_equal(turned_to_fit(w.T), [[1, 2], [4, 5], [0, 0]])
    right = Rules(Network([Layer(w, [0.1, 0.2])]), [[1.0, 2.0, 4.0]], [[1.0, 0.0]], "squared_error", 0.1)
    np.testing.assert_allclose(made(right, "w", 0)["weights-transposed-forward"], [[[1, 4, 0], [2, 5, 0]]])


def test_of_three_inputs_one_is_left_out_or_one_alone_is_taken():
    w = np.array([[0.4, -0.7, 1.1]])
    right = Rules(Network([Layer(w, [0.2])]), [1.0, 2.0, 3.0], [1.0], "squared_error", 0.1)
    found = made(right, "w", 0)
    np.testing.assert_allclose(found["input-alone"], [w * [1, 0, 0], w * [0, 1, 0], w * [0, 0, 1]])
    np.testing.assert_allclose(found["input-forgotten"], [w * [0, 1, 1], w * [1, 0, 1], w * [1, 1, 0]])
    sources = [dict(slip.fields)["source"] for slip in every_slip(right) if slip.id == "input-alone"]
    assert sources == [1, 2, 3]
