"""The broken rules: each gives what its own sentence says, written out here a second time, and breaks nothing else."""

import numpy as np
import pytest

from backprop import Layer, Network
from backprop.exercises.rules import BROKEN, PathForgotten, Rounded, Rules, follow

RATE = 0.3
X, TARGET = np.array([[1.0, -2.0, 0.5], [0.3, 0.8, -1.5]]), np.array([[1.0, 0.0], [0.0, 1.0]])
W1, B1 = np.array([[0.4, -0.7, 1.1], [0.9, 0.2, -0.6]]), np.array([0.3, -0.5])
W2, B2 = np.array([[1.3, -0.8], [0.5, 0.7]]), np.array([-0.2, 0.6])
NETWORK = Network([Layer(W1, B1), Layer(W2, B2)])


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


A = sigmoid(X @ W1.T + B1)
Y = sigmoid(A @ W2.T + B2)
SLOPE = Y * (1 - Y)
OUT = SLOPE * (Y - TARGET)
DL_DW = OUT.T @ A
# rule -> the first array that it changes: its name, its layer, what it becomes
CHANGES = {
    "BiasForgotten": ("z", 0, X @ W1.T),
    "SlopeDropped": ("dC_dz", 1, Y - TARGET),
    "SlopeTwice": ("dC_dz", 1, SLOPE * SLOPE * (Y - TARGET)),
    "NotTransposed": ("dC_da", 0, OUT @ W2.T),
    "PathForgotten 1": ("dC_da", 0, np.outer(OUT[:, 1], W2[1])),
    "PathForgotten 2": ("dC_da", 0, np.outer(OUT[:, 0], W2[0])),
    "PathForgotten 3": None,
    "SignFlipped": ("dC_dz", 1, SLOPE * (TARGET - Y)),
    "NotSummed": ("dL_dw", 1, np.outer(OUT[0], A[0])),
    "MeanForSum": ("dL_dw", 1, DL_DW / 2),
    "AlreadyUpdated": ("dC_da", 0, OUT @ (W2 - RATE * DL_DW)),
    "NotUpdated": ("new_w", 1, W2),
    "RateForgotten": ("new_w", 1, W2 - DL_DW),
}
ORDER = ("z", "a", "dC_dz", "dC_da", "dL_dw", "dL_db", "new_w", "new_b")  # of a step, and of a layer's arrays in it


def name(rules):
    return type(rules).__name__ + (f" {rules.k + 1}" if isinstance(rules, PathForgotten) else "")


def steps():
    """(name, layer) of every array in the order in which a step finds them."""
    forward = [(name, l) for l in (0, 1) for name in ORDER[:2]]
    return forward + [(name, l) for l in (1, 0) for name in ("dC_da", "dC_dz", *ORDER[4:]) if (name, l) != ("dC_da", 1)]


@pytest.mark.parametrize("rules", BROKEN, ids=name)
def test_a_broken_rule_changes_its_own_array_first_and_as_it_says(rules):
    right, wrong = (follow(each, NETWORK, X, TARGET, "squared_error", RATE) for each in (Rules(), rules))
    differing = [(name, l) for name, l in steps() if not np.allclose(right[name][l], wrong[name][l])]
    if CHANGES[name(rules)] is None:
        assert differing == []
    else:
        changed, l, expected = CHANGES[name(rules)]
        assert differing[0] == (changed, l)
        np.testing.assert_allclose(wrong[changed][l], expected, rtol=1e-12)


def test_a_dropped_slope_is_dropped_in_hidden_layers_too():
    dropped = next(rules for rules in BROKEN if name(rules) == "SlopeDropped")
    found = follow(dropped, NETWORK, X, TARGET, "cross_entropy", RATE)
    np.testing.assert_allclose(found["dC_dz"][0], (Y - TARGET) @ W2, rtol=1e-12)


@pytest.mark.parametrize(("n_out", "k", "left"), [(1, 0, [0]), (2, 1, [0]), (2, 2, [0, 1]), (3, 1, [0, 2])])
def test_a_forgotten_path_is_one_neuron_of_several_and_its_reason_counts_from_1(n_out, k, left):
    rules, layer = PathForgotten(k), Layer(np.arange(1.0, 1 + 2 * n_out).reshape(n_out, 2), np.zeros(n_out))
    dC_dz = np.arange(1.0, 1 + 3 * n_out).reshape(3, n_out)
    np.testing.assert_array_equal(rules.back(dC_dz, layer, None), dC_dz[:, left] @ layer.weights[left])
    assert rules.reason.startswith(f"This leaves out the path through neuron {k + 1} of the next layer.")


def test_a_hand_keeps_three_digits_and_0_stays_0():
    np.testing.assert_allclose(Rounded().r([1.23456, -0.0098765, 0.0, 45678]), [1.23, -0.00988, 0.0, 45700], rtol=1e-12)


def test_a_step_has_one_array_a_layer():
    found = follow(Rules(), NETWORK, X, TARGET, "squared_error", RATE)
    assert {name: len(arrays) for name, arrays in found.items()} == dict.fromkeys(ORDER, 2)
