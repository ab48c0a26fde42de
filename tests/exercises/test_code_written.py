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
