"""The slips of a number going back: each makes of its part what its id says, written out a second time."""

import numpy as np
import pytest
from step_by_hand import ETA, W1, W2, X, assert_made, by_hand, made, sigmoid, step
from step_by_hand import TARGET as T

from backprop import Layer, Network
from backprop.exercises.rules import Rules

H = by_hand("squared_error")
NEW = W2 - ETA * H.g2


def short_slopes(p):
    """σ′ at another number, and its short forms."""
    return [sigmoid(p) * (1 - sigmoid(p)), p * (1 - p), 1 - p**2, 1 - p]


def gelu_slope(z):
    """½ (1 + tanh u) + ½ z (1 − tanh² u) u′, with u = √(2/π) (z + 0.044715 z³)."""
    root = np.sqrt(2 / np.pi)
    t = np.tanh(root * (z + 0.044715 * z**3))
    return (1 + t) / 2 + z / 2 * (1 - t**2) * root * (1 + 3 * 0.044715 * z**2)


def slopes(z, a, slope):
    """What stands in the place of a layer's slope, of its own z, a and slope."""
    return {
        "slope-dropped": [1.0],
        "slope-inverted": [1 / slope],
        "slope-at-a": [sigmoid(a) * (1 - sigmoid(a))],
        "slope-is-z": [z * (1 - z)],
        "slope-of-z-squared": [1 - z**2],
        "slope-is-a": [a],
        "slope-is-one-minus-a": [1 - a],
        "slope-is-one-plus-a-squared": [1 + a**2],
        "slope-complement": [1 - slope],
        "slope-is-plain-z": [z],
        "slope-of-tanh": [1 - a**2, 1 - np.tanh(z) ** 2],
        "slope-of-relu": [z > 0],
        "slope-of-leaky-relu": [np.where(z > 0, 1, 0.01)],
        "slope-of-gelu": [gelu_slope(z)],
        "slope-of-neighbour": [slope[:, ::-1]],
        "of-another-example": [slope[::-1]],
        "slope-and-a": [slope * a],
    }


HIDDEN = slopes(H.z1, H.a1, H.s1) | {
    "slope-of-next": [H.s2],
    "slope-squared": [H.s1**2],
    "slope-of-what-comes-back": short_slopes(H.back) * 2,  # of the step as it is, and of the right one
}
OUTPUT = slopes(H.z2, H.y, H.s2) | {
    "slope-of-before": [H.s1],
    "slope-of-error": short_slopes(H.e),
    "slope-at-target": short_slopes(T)[:3],
}
PARTS = {
    ("slope", 0): HIDDEN,
    ("slope", 1): OUTPUT,
    ("error", 1): {
        "target-forgotten": [H.y],
        "output-forgotten": [T, -T],
        "error-added": [H.y + T],
        "z-for-y": [H.z2 - T],
        "target-of-neighbour": [H.y - T[:, ::-1]],
        "of-another-example": [H.y - T[::-1]],
        "first-example-for-all": [H.y - T[0]],
        "last-example-for-all": [H.y - T[1]],
        "error-squared": [H.e**2, H.e**2 / 2],
        "error-without-sign": [abs(H.e)],
        "cost-for-error": [H.C[:, None], H.terms],
        "target-swapped": [-H.e],
    },
    ("dC_da", 1): {
        "cost-for-error": [H.terms],
        "start-of-entropy": [-T / H.y, H.e / H.s2],
        "divided-by-outputs": [H.e / 2],
        "divided-by-examples": [H.e / 2],
        "factor-two": [2 * H.e],
        "factor-half": [H.e / 2],
        "sign-flipped": [-H.e],
    },
    ("coming", 0): {
        "next-a-for-delta": [H.y],
        "next-target-for-delta": [T],
        "next-z-for-delta": [H.z2],
        "delta-of-next-is-what-comes-back": [H.e],
        "error-forgotten": [1.0],
        "slope-of-next-again": [H.d2 * H.s2],
    },
    ("back_w", 0): {
        "weights-left-out": [1.0],
        "weights-transposed": [W2.T],
        "weights-entering": [W1, W1.T],
        "weights-of-neighbour-back": [W2[:, ::-1]],
        "weights-of-other-paths": [W2[::-1]],
        "weights-updated": [NEW],
        "weights-updated-uphill": [W2 + ETA * H.g2],
        "weights-updated-whole": [W2 - H.g2],
        "weights-without-sign": [abs(W2)],
        "squared": [W2**2],
        "path-forgotten": [W2 * [[0], [1]], W2 * [[1], [0]]],
    },
    ("dC_da", 0): {
        "error-again": [H.e],
        "paths-multiplied": [H.d2[:, :1] * W2[0] * H.d2[:, 1:] * W2[1]],
        "comes-back-squared": [H.back**2],
        "paths-averaged": [H.back / 2],
        "back-and-a": [H.back * H.a1],
        "added-for-multiplied": [H.d2.sum(axis=1)[:, None] + W2.sum(axis=0)],
    },
    ("dC_dz", 0): {
        "slope-alone": [H.s1],
        "slope-of-what-comes-back-alone": [short_slopes(H.back)[0]],
        "slope-added": [H.s1 + H.back],
        "slope-subtracted": [H.back - H.s1],
        "neurons-added": [H.d1.sum(axis=1)[:, None]],
        "neurons-averaged": [H.d1.sum(axis=1)[:, None] / 2],
        "sign-flipped": [-H.d1],
        "of-another-example": [H.d1[::-1]],
        "examples-summed": [H.d1.sum(axis=0)],
        "factor-two": [2 * H.d1],
        "factor-half": [H.d1 / 2],
        "divided-by-examples": [H.d1 / 2],
        "factor-eta": [ETA * H.d1],
    },
    ("dC_dz", 1): {
        "cost-for-delta": [H.C[:, None]],
        "slope-alone": [H.s2],
        "slope-added": [H.s2 + H.e],
        "slope-subtracted": [H.e - H.s2],
        "neurons-added": [H.d2.sum(axis=1)[:, None]],
        "neurons-averaged": [H.d2.sum(axis=1)[:, None] / 2],
        "slope-squared": [H.s2**2 * H.e],
        "of-another-example": [H.d2[::-1]],
        "examples-summed": [H.d2.sum(axis=0)],
        "factor-two": [2 * H.d2],
        "factor-half": [H.d2 / 2],
        "divided-by-examples": [H.d2 / 2],
        "divided-by-outputs": [H.d2 / 2],
        "factor-eta": [ETA * H.d2],
    },
}


@pytest.mark.parametrize("place", PARTS, ids=lambda place: f"{place[0]} of layer {place[1]}")
def test_a_slip_makes_of_its_part_what_its_id_says(place):
    assert_made(made(step("squared_error"), *place), PARTS[place])


@pytest.mark.parametrize("loss", ["cross_entropy", "categorical_cross_entropy"])
def test_where_the_cost_is_a_logarithm_its_slope_has_slips_of_its_own(loss):
    h = by_hand(loss)
    y, both = h.y, (T - 1) / (1 - h.y)
    expected = {
        "error-not-divided": [h.e],
        "terms-added": [T / y - both, T / y],
        "target-turned-round": [T / (1 - y) - (1 - T) / y, -(1 - T) / y],
        "start-without-target": [-1 / y, 1 / y],
        "divided-by-y-alone": [h.e / y],
        "divided-by-one-minus-y": [h.e / (1 - y)],
        "cost-for-error": [h.terms],
        "divided-at-z": [h.e / (h.z2 * (1 - h.z2)), (h.z2 - T) / (h.z2 * (1 - h.z2)), -T / h.z2],
        "logarithm-kept": [np.log(y), -np.log(y)],
        "logarithm-base-ten": [h.start / np.log(10)],
        "logarithm-base-two": [h.start / np.log(2)],
        "divided-by-outputs": [h.start / 2],
        "divided-by-examples": [h.start / 2],
        "factor-two": [2 * h.start],
        "factor-half": [h.start / 2],
        "sign-flipped": [-h.start],
    }
    if loss == "cross_entropy":
        expected["one-term-alone"] = [-T / y, -both]
        found = made(step(loss), "dC_da", 1)
        found.pop("start-of-binary", None)  # it is the right one, but for the last digit
    else:
        expected |= {"one-term-alone": [-both], "start-of-binary": [h.e / h.s2]}
        found = made(step(loss), "dC_da", 1)
    assert_made(found, expected)


def test_a_joint_form_keeps_the_slips_of_its_factors():
    h, found = by_hand("cross_entropy"), made(step("cross_entropy"), "dC_dz", 1)
    np.testing.assert_allclose(found["slope-dropped-output"], [h.start])
    np.testing.assert_allclose(found["slope-twice"], [h.e * h.s2])
    np.testing.assert_allclose(found["slope-of-error"], [h.e * h.e * (1 - h.e), h.e * (1 - h.e**2)])
    assert "slope-squared" not in found
    one_term = [-T / h.y * h.s2, (1 - T) / (1 - h.y) * h.s2]  # slips of ∂C/∂y go the long way
    rows = made(step("cross_entropy"), "dC_da", 1)["one-term-alone"]
    np.testing.assert_allclose(np.array(rows) * h.s2, one_term)


def test_of_three_paths_one_is_left_out_or_one_alone_is_followed():
    w = np.array([[0.4], [-0.7], [1.1]])
    network = Network([Layer([[0.5]], [0.2]), Layer(w, [0.0, 0.1, 0.2])])
    found = made(Rules(network, [1.0], [1.0, 0.0, 1.0], "squared_error", 0.1), "back_w", 0)
    np.testing.assert_allclose(found["path-alone"], [w * np.eye(3)[:, k : k + 1] for k in range(3)])
    np.testing.assert_allclose(found["path-forgotten"], [w * (1 - np.eye(3)[:, k : k + 1]) for k in range(3)])


def test_softmax_with_squared_error_has_the_slip_of_one_slope_alone():
    network = Network([Layer(W1, [0.3, -0.5]), Layer(W2, [-0.2, 0.6], "softmax")])
    found = made(Rules(network, X, T, "squared_error", ETA), "dC_dz", 1)
    y = by_hand("categorical_cross_entropy").y
    np.testing.assert_allclose(found["slope-of-one-alone"], [y * (1 - y) * (y - T)])
    np.testing.assert_allclose(found["slope-dropped"], [y - T])
    others = np.array([[(y[n] * (y - T)[n])[1 - j] for j in (0, 1)] for n in (0, 1)])
    np.testing.assert_allclose(found["softmax-others-alone"], [-y * others], atol=1e-15)
    np.testing.assert_allclose(found["softmax-others-added"], [y * (1 - y) * (y - T) + y * others], atol=1e-15)
    np.testing.assert_allclose(
        found["slope-of-sigmoid"], [short_slopes(by_hand("categorical_cross_entropy").z2)[0] * (y - T)]
    )


def test_softmax_with_its_own_loss_can_be_pulled_back_by_one_slope_alone():
    h, found = by_hand("categorical_cross_entropy"), made(step("categorical_cross_entropy"), "dC_dz", 1)
    assert any(np.allclose(each, h.y * (1 - h.y) * h.start) for each in found["slope-of-one-alone"])


def test_of_three_layers_a_later_one_or_its_weights_can_come_back():
    network = Network([Layer(W1, [0.3, -0.5]), Layer(W2, [-0.2, 0.6]), Layer(W1 - W2, [0.1, 0.4])])
    right = Rules(network, X, T, "squared_error", ETA)
    np.testing.assert_allclose(made(right, "back_w", 0)["weights-of-another-layer"], [W1 - W2])
    np.testing.assert_allclose(made(right, "back_w", 1)["weights-of-another-layer"], [W1])
    np.testing.assert_allclose(made(right, "coming", 0)["delta-of-later"], right("dC_dz", 2))


def test_of_a_slope_that_jumps_the_other_side_can_be_taken():
    for f, below in (("relu", 0.0), ("leaky_relu", 0.01)):
        network = Network([Layer(W1, [0.4, -0.9], f), Layer(W2, [-0.2, 0.6])])
        found = made(Rules(network, X, T, "squared_error", ETA), "slope", 0)
        z = X @ W1.T + [0.4, -0.9]
        np.testing.assert_allclose(found["slope-sides-exchanged"], [np.where(z > 0, below, 1.0)])
