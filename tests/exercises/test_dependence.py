"""Where no slip is known: that one factor is another function of its number, and what an array changes with, are told.

What is told is true of the function: it is found by calling it, and a function that mixes neurons is never told as one
of a single number.
"""

import numpy as np
import pytest

from altered import backward, forward, multiply, sigmoid
from backprop.exercises import compare, question
from backprop.exercises.dependence import told
from backprop.exercises.reference import REFERENCE
from backprop.exercises.trials import STAGES


def update(step):
    def function(weights, biases, dL_dw, dL_db, learning_rate):
        pairs = (weights, dL_dw), (biases, dL_db)
        return [[p - step(g, learning_rate) for p, g in zip(*pair, strict=True)] for pair in pairs]

    return function


def odd(z):
    return np.cos(3 * z) / (1 + z * z)


def across(z):
    """A function of all neurons of an example, not of one number."""
    return odd(z) + 0.1 * z.sum(axis=1, keepdims=True)


def down(z):
    """A function of all examples of a neuron."""
    return odd(z) - z.mean(axis=0)


OF_ONE = {
    "forward": (lambda f: forward(activation=f), "another function of z than σ. "),
    "backward": (lambda f: backward(slope=lambda a, z: f(z)), "another function of z than σ′(z)"),
    "update": (lambda f: update(lambda g, eta: f(np.atleast_2d(g)).reshape(g.shape)), "another function of the grad"),
}


@pytest.mark.parametrize("stage", OF_ONE)
def test_another_function_of_one_number_is_told_and_one_of_several_is_not_told_so(stage):
    make, words = OF_ONE[stage]
    assert words in compare(stage, make(odd)).text
    assert words not in compare(stage, make(across)).text
    assert words not in compare(stage, make(down)).text or stage == "update"  # a bias's gradient has one row


def test_of_what_is_not_used_at_all_it_is_not_said_that_a_part_is_not_used():
    def own_rate(weights, biases, dL_dw, dL_db, learning_rate):
        new_w = [w - 0.05 * (g + 2 * np.sign(w)) for w, g in zip(weights, dL_dw, strict=True)]
        return new_w, [b - 0.05 * g for b, g in zip(biases, dL_db, strict=True)]

    said = compare("update", own_rate).text
    assert "new_w[0] stays as it is when learning_rate changes." in said
    assert "one number of learning_rate" not in said


FAR_CUT = {
    "0.2": ("is multiplied by 0.2, and by 0 where z is far from 0.", lambda a, z: np.where(np.abs(z) < 2.5, 0.2, 0)),
    "cut": ("This is 0 where z is far from 0.", lambda a, z: np.where(np.abs(z) < 4, a * (1 - a), 0)),
    "bent": ("This is 0 where z is far from 0.", lambda a, z: np.maximum(0, 0.25 - np.abs(z) / 20)),
}


@pytest.mark.parametrize("kind", FAR_CUT)
def test_a_slope_that_is_0_far_from_0_is_told_so_and_not_by_what_it_is_near_it(kind):
    said, slope = FAR_CUT[kind]
    found = compare("backward", backward(slope=slope)).text
    assert said in found
    assert "without f′(z)" not in found


@pytest.mark.parametrize(
    "slope", [lambda a, z: 1.0 * (z > 0), lambda a, z: np.where(z > 1, 0, 0.3), lambda a, z: 0 * z]
)
def test_a_slope_that_is_0_on_one_side_or_everywhere_is_not_told_as_0_far_from_0(slope):
    assert "far from 0" not in compare("backward", backward(slope=slope)).text


def test_a_start_that_is_cut_is_told_so_and_not_as_the_limit():
    said = compare("backward", backward(lambda y, t: np.clip(y + t, -0.1, 0.1))).text
    assert "The way back starts from min(y + ŷ, 0.1)." in said  # y + ŷ is never below 0


def test_what_is_true_of_soft_targets_alone_is_not_told():
    said = compare("backward", backward(lambda y, t: np.where((t == 0) | (t == 1), np.cos(9 * y + t), 3 * y * t))).text
    assert "starts from 3" not in said


def test_another_start_of_y_and_its_target_is_told_and_one_that_mixes_outputs_is_not_told_so():
    def curved(y, t):
        return np.cos(3 * y) / (1 + y * y) - np.tanh(2 * t)

    words = "starts from another function of y and ŷ"
    assert words in compare("backward", backward(curved)).text
    assert words not in compare("backward", backward(lambda y, t: curved(y, t) + 0.01 * y[:, ::-1])).text


@pytest.mark.parametrize(
    ("stage", "function", "said"),
    [
        ("forward", forward(lambda f, w, b: f @ w.T + odd(b.sum())), "one number of biases[0] changes"),
        ("forward", forward(lambda f, w, b: f @ w.T + b + 0.1 * odd(f).mean(axis=0).sum()), "of one example"),
        ("forward", forward(lambda f, w, b: odd(f @ w.T)), "z[0] stays as it is when biases[0] changes."),
        ("backward", backward(lambda y, t: odd(y) + y[:, ::-1]), "dC_dz[2] stays as it is when target changes."),
        ("backward", backward(come=lambda d, w: odd(d).sum(axis=1, keepdims=True)), "when weights[2] changes."),
        ("multiply", multiply(lambda d, f: d.T @ f + odd(d.T @ f).sum()), "entries of dL_dw[0] change"),
    ],
)
def test_what_an_array_changes_with_is_told_where_no_slip_is_known(stage, function, said):
    assert said in compare(stage, function).text


def test_a_code_question_calls_what_it_gives_by_its_own_names():
    z_alone = question("02-code").check(lambda feed, w, b: (odd(feed @ w.T), sigmoid(odd(feed @ w.T))))
    assert "z stays as it is when biases changes." in z_alone.text
    other = question("02-code").check(lambda feed, w, b: (feed @ w.T + b, odd(feed @ w.T + b)))
    assert "another function of z than σ. " in other.text
    hidden = question("03-code").check(lambda d, w, a: odd(a) * (d @ w))
    assert "another function of z than σ′(z)" in hidden.text
    step = question("00-code").check(lambda theta, gradient, eta: theta - odd(gradient))
    assert "does not depend on learning_rate" in step.text
    step = question("00-code").check(lambda theta, gradient, eta: theta - eta * odd(gradient))
    assert "another function of the gradient" in step.text


@pytest.mark.parametrize("stage", [stage for stage in STAGES if stage != "train"])
@pytest.mark.parametrize("place", ["first", "between", "last"])
def test_of_a_right_function_nothing_is_told(stage, place):
    names = {"forward": "za", "backward": ["dC_dz"], "multiply": ["dL_dw", "dL_db"], "update": ["new_w", "new_b"]}
    for name in names[stage]:
        assert told(stage, REFERENCE[stage], name, place) == ""


def test_nothing_is_told_of_a_function_that_raises_or_returns_another_form():
    assert told("forward", lambda *_: 1 / 0, "z", "first") == ""
    assert told("forward", lambda *_: None, "a", "last") == ""
