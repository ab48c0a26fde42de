"""The formulas of a step and the slips in them: each gives what its id says, written out here a second time."""

import numpy as np
import pytest

from backprop import Layer, Network
from backprop.exercises.number_slips import every_slip
from backprop.exercises.rounding import Rounded
from backprop.exercises.rules import Rules

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
BACK = OUT @ W2
# (id, the formula's name, its layers, a field) -> the first array that it changes: its name, its layer, what it becomes
CHANGES = {
    ("bias-forgotten", "b", (0, 1), ()): ("z", 0, X @ W1.T),
    ("bias-twice", "b", (0,), ()): ("z", 0, X @ W1.T + 2 * B1),
    ("bias-subtracted", "b", (1,), ()): ("z", 1, A @ W2.T - B2),
    ("activation-missing", "a", (0,), ()): ("a", 0, X @ W1.T + B1),
    ("slope-dropped", "slope", (1,), ()): ("dC_dz", 1, Y - TARGET),
    ("slope-dropped", "slope", (0,), ()): ("dC_dz", 0, BACK),
    ("slope-is-z", "slope", (0,), ()): ("dC_dz", 0, (X @ W1.T + B1) * (1 - X @ W1.T - B1) * BACK),
    ("slope-squared", "slope", (0,), ()): ("dC_dz", 0, (A * (1 - A)) ** 2 * BACK),
    ("slope-squared", "dC_dz", (1,), ()): ("dC_dz", 1, SLOPE * OUT),
    ("target-swapped", "error", (1,), ()): ("dC_da", 1, TARGET - Y),
    ("factor-two", "dC_dz", (0,), ()): ("dC_dz", 0, 2 * A * (1 - A) * BACK),
    ("weights-left-out", "back_w", (0,), ()): ("dC_da", 0, np.repeat(OUT.sum(axis=1)[:, None], 2, axis=1)),
    ("weights-transposed", "back_w", (0,), ()): ("dC_da", 0, OUT @ W2.T),
    ("weights-updated", "back_w", (0,), ()): ("dC_da", 0, OUT @ (W2 - RATE * DL_DW)),
    ("path-forgotten", "back_w", (0,), (("neuron", 1),)): ("dC_da", 0, np.outer(OUT[:, 1], W2[1])),
    ("path-forgotten", "back_w", (0,), (("neuron", 2),)): ("dC_da", 0, np.outer(OUT[:, 0], W2[0])),
    ("first-example-alone", "delta", (1,), ()): ("dL_dw", 1, np.outer(OUT[0], A[0])),
    ("mean-for-sum", "dL_dw", (1,), ()): ("dL_dw", 1, DL_DW / 2),
    ("fed-by-weight", "dL_dw", (1,), ()): ("dL_dw", 1, OUT.sum(axis=0)[:, None] * W2),
    ("fed-by-own-a", "dL_dw", (1,), ()): ("dL_dw", 1, np.repeat((OUT * Y).sum(axis=0)[:, None], 2, axis=1)),
    ("not-updated", "new_w", (1,), ()): ("new_w", 1, W2),
    ("rate-forgotten", "new_w", (1,), ()): ("new_w", 1, W2 - DL_DW),
    ("adds-step", "new_w", (1,), ()): ("new_w", 1, W2 + RATE * DL_DW),
    ("step-alone", "new_w", (1,), ()): ("new_w", 1, RATE * DL_DW),
}
SHOWN = ("z", "a", "dC_da", "dC_dz", "dL_dw", "dL_db", "new_w", "new_b")


def in_order():
    """(name, layer) of every array in the order in which a step finds them."""
    forward = [(name, l) for l in (0, 1) for name in SHOWN[:2]]
    return forward + [(name, l) for l in (1, 0) for name in SHOWN[2:]]


@pytest.mark.parametrize("key", CHANGES, ids=lambda key: f"{key[0]} {key[2]}")
def test_a_slip_changes_its_own_formula_first_and_as_it_says(key):
    right = Rules(NETWORK, X, TARGET, "squared_error", RATE)
    [slip] = [s for s in every_slip(right) if (s.id, s.name, s.layers, s.fields) == key]
    wrong = right.with_slips(slip)
    differing = [(name, l) for name, l in in_order() if not np.allclose(right(name, l), wrong(name, l))]
    changed, l, expected = CHANGES[key]
    assert differing[0] == (changed, l)
    np.testing.assert_allclose(wrong(changed, l)[0], expected, rtol=1e-9)


def test_a_forgotten_path_is_one_of_several():
    lone = Network([Layer(W1, B1), Layer(W2[:1], B2[:1])])
    right = Rules(lone, X, TARGET[:, :1], "squared_error", RATE)
    paths = [slip for slip in every_slip(right) if slip.id == "path-forgotten"]
    assert paths and all((right.with_slips(slip)("dC_da", 0) == right("dC_da", 0)).all() for slip in paths)


def test_two_slips_are_both_made_and_the_first_step_is_left_as_it_was():
    right = Rules(NETWORK, X, TARGET, "squared_error", RATE)
    slips = {(s.id, s.name, s.layers): s for s in every_slip(right)}
    made = slips["target-swapped", "error", (1,)], slips["slope-dropped", "slope", (0,)]
    swapped, both = right.broken(made, [[0, 0], [0, 1]])("dC_dz", 0)
    np.testing.assert_allclose(both, -BACK, rtol=1e-12)
    np.testing.assert_allclose(swapped, -A * (1 - A) * BACK, rtol=1e-12)
    np.testing.assert_allclose(right("dC_dz", 0)[0], A * (1 - A) * BACK, rtol=1e-12)


def test_a_hand_keeps_three_digits_and_0_stays_0():
    r = Rounded(NETWORK, X, TARGET, "squared_error", RATE).r
    np.testing.assert_allclose(r([1.23456, -0.0098765, 0.0, 45678]), [1.23, -0.00988, 0.0, 45700], rtol=1e-12)
