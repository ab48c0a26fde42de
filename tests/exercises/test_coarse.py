"""Digits that are left out on the way are told from what a very small change does not change, and only from that."""

import numpy as np
import pytest

from altered import backward, forward, multiply, sigmoid, update
from backprop.exercises import compare
from backprop.exercises.coarse import told
from backprop.exercises.kinds import NOT_YET, RIGHT
from backprop.exercises.reference import REFERENCE
from backprop.exercises.trials import STAGES

SAID = "A part of it is rounded on the way"


def half(array):
    return array.astype(np.float16).astype(float)


@pytest.mark.parametrize(
    "stage, function, of",
    [
        ("forward", forward(lambda f, w, b: f @ half(w).T + b), "where weights[0] changes in its seventh digit, z[0]"),
        ("forward", forward(activation=lambda z: sigmoid(half(z))), "where x changes in its seventh digit, a[1]"),
        (
            "backward",
            backward(slope=lambda a, z: half(a * (1 - a))),
            "where a[1] changes in its seventh digit, dC_dz[1]",
        ),
        ("multiply", multiply(lambda d, f: half(d).T @ f), "where dC_dz[1] changes in its seventh digit, dL_dw[1]"),
        ("update", update(lambda p, g, eta: p - half(eta * g)), "changes in its seventh digit, new_b[1]"),
    ],
)
def test_a_part_that_is_rounded_is_told_with_what_does_not_change_it(stage, function, of):
    said = compare(stage, function)
    assert said.state == NOT_YET and SAID in said.text and of in said.text
    assert "another function" not in said.text


def test_a_loop_that_rounds_its_gradients_is_told_so_and_not_that_examples_are_mixed():
    def rounding(x, target, weights, biases, learning_rate, batch, orders):
        for order in orders:
            for start in range(0, len(order), batch):
                rows = order[start : start + batch]
                z, a = REFERENCE["forward"](x[rows], weights, biases)
                d = REFERENCE["backward"](z, a, target[rows], weights)
                found = [[half(g) for g in group] for group in REFERENCE["multiply"](x[rows], a, d)]
                weights, biases = REFERENCE["update"](weights, biases, *found, learning_rate)
        return weights, biases

    said = compare("train", rounding).text
    assert SAID in said and "sum of its examples" not in said


def test_what_is_smooth_and_near_is_not_called_rounded():
    for stage, function in (
        ("forward", forward(activation=lambda z: sigmoid(1.001 * z))),
        ("backward", backward(slope=lambda a, z: (sigmoid(z + 0.01) - a) / 0.01)),
        ("update", update(lambda p, g, eta: p - eta * np.sinh(g / 30) * 30)),
    ):
        assert told(stage, function) == ""
        assert SAID not in compare(stage, function).text


def test_what_is_far_off_or_takes_no_part_is_not_called_rounded():
    assert told("forward", forward(activation=lambda z: (z > 0) * 1.0)) == ""
    assert told("forward", forward(lambda f, w, b: f @ w.T)) == ""
    assert told("backward", backward(start=lambda y, t: np.round(y) - t)) == ""


def test_of_a_right_function_nothing_is_told():
    for stage in STAGES:
        assert told(stage, REFERENCE[stage]) == ""
        assert compare(stage, REFERENCE[stage]).state == RIGHT
