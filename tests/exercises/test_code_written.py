"""The results of 01, 04, 05 and 06 are told as formulas where no slip is known; each is what the function computes."""

import numpy as np
import pytest

from backprop.exercises import question
from backprop.exercises.code_written import told


def sigma(z):
    return 1 / (1 + np.exp(-z))


def worked(back):
    return lambda a, y1, y2, t1, t2, w3, w4: (y1 - t1, y2 - t2, a * (1 - a) * back(w3, w4, y1 - t1, y2 - t2))


@pytest.mark.parametrize(
    "kind, function, said",
    [
        (
            "chain",
            lambda g, dg, dh, x: dh(x + g(x)) * dg(x),
            "dz/dx is g′(x)·h′(x + g(x)). It is to be h′(g(x)) g′(x).",
        ),
        ("chain", lambda g, dg, dh, x: dh(g(x)) * dg(x) + dg(x), "dz/dx is h′(g(x))·g′(x) + g′(x)."),
        ("worked", worked(lambda w3, w4, e1, e2: (w3 + w4) * e1), "a·(1 − a)·w₃·(y₁ − t₁) + a·(1 − a)·w₄·(y₁ − t₁)."),
        ("product-rule", lambda z: (z * sigma(z), sigma(z) * (1 - sigma(z)) + z), "da/dz is z + σ(z)·(1 − σ(z))."),
        ("product-rule", lambda z: (z * sigma(2 * z), 0 * z), "a is z·σ(2z). It is to be z·σ(z)."),
    ],
)
def test_a_result_is_told_as_the_formula_that_it_is(kind, function, said):
    assert said in told(kind, function)


@pytest.mark.parametrize(
    "kind, function",
    [
        ("chain", lambda g, dg, dh, x: dh(g(x)) * dg(x)),
        ("chain", lambda g, dg, dh, x: np.tanh(dh(g(x)) + 0.3 * dg(x) ** 3)),
        ("worked", worked(lambda w3, w4, e1, e2: w3 * e1 + w4 * e2)),
        ("worked", worked(lambda w3, w4, e1, e2: np.tanh(w3 * e1 + w4 * e2))),
        ("product-rule", lambda z: (z * sigma(z), sigma(z) + z * sigma(z) * (1 - sigma(z)))),
        ("loop", lambda *arguments: None),
        ("chain", lambda g, dg, dh, x: None),
    ],
)
def test_nothing_is_told_of_what_is_right_or_has_no_such_formula(kind, function):
    assert told(kind, function) == ""


def test_a_loop_of_networks_is_told_by_its_steps():
    def decaying(network, x, target, learning_rate, updates):
        for _ in range(updates):
            network = network.updated(network.backward(network.forward(x), target), learning_rate)
            learning_rate *= 0.9
        return network

    assert "are 1, 0.9, 0.81, 0.729 times η times the gradient" in str(question("05-code").check(decaying))


def test_a_number_that_belongs_to_one_g_alone_is_no_part_of_a_formula():
    said = question("01-code").check(lambda g, dg, dh, x: dh(g(x)) * dg(0.0)).text
    assert "dz/dx is" not in said


def test_a_slope_that_is_a_number_is_told_as_that_and_not_split_in_two_terms():
    def own(z):
        return z / (1 + np.exp(-z)), np.ones_like(z)

    said = question("06-code").check(own).text
    assert "da/dz is 1 here." in said and "second term" not in said


def test_where_all_is_0_nothing_is_said_of_a_single_zero():
    said = question("01-code").check(lambda g, dg, dh, x: dh(g(x)) - dg(x)).text
    assert said.endswith("This subtracts the two slopes. Along one path they multiply.")


def test_one_step_speaks_of_no_neurons():
    for step in (lambda theta, g, eta: theta - eta * g / len(g), lambda theta, g, eta: theta - eta * g[::-1]):
        assert "neuron" not in question("00-code").check(step).text


def test_a_slope_alone_is_told_as_that_in_03():
    assert "This is the slope f′(z) alone" in question("03-code").check(lambda d, w, a: a * (1 - a)).text
