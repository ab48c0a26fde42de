"""The judge of formulas and of alterations can say no: each claim is tried on the function it is told of."""

import alterations_told
import formulas_told
import numpy as np
import pytest
import steps_told
from whole_loops import gradients, moved

from altered import forward, multiply, sigmoid


@pytest.mark.parametrize(
    "ask, function, true, false",
    [
        ("forward", forward(activation=lambda z: z * sigmoid(2 * z)), "This is z·σ(2z) in the place of the activation",
         "σ(z)"),
        ("00-code", lambda p, g, eta: p - eta * g - 0.1 * p, "The new parameter is θ − η·g − 0.1·θ, of the old one θ "
         "and its gradient g", "0.2·θ"),
        ("multiply", multiply(lambda d, f: 2 * d[:2].T @ f[:2]),
         "Of 3 examples drawn at random, dL_dw[1][0, 0] counts 2, 2, 0 times", "1, 1, 0"),
        ("01-code", lambda g, dg, dh, x: dh(x) / dg(x), "dz/dx is h′(x) / g′(x)", "g(x)"),
    ],
)  # fmt: skip
def test_a_formula_holds_where_it_is_what_is_computed_and_not_elsewhere(ask, function, true, false):
    assert formulas_told.holds(ask, function, true) is True
    wrong = {"σ(z)": "σ(2z)", "0.2·θ": "0.1·θ", "1, 1, 0": "2, 2, 0", "g(x)": "g′(x)"}[false]
    assert formulas_told.holds(ask, function, true.replace(wrong, false)) is False


def test_words_are_no_formula():
    assert formulas_told.holds("forward", forward(), "This leaves out the bias: z = Σ w x + b") is None


def test_an_alteration_holds_of_the_part_that_is_altered_alone():
    squared = forward(lambda f, w, b: (f * f) @ w.T + b)
    assert alterations_told.holds("forward", squared, "This squares what feeds the layer") is True
    assert alterations_told.holds("forward", squared, "This squares the weight") is False
    assert alterations_told.holds("forward", squared, "This takes what feeds the layer without its sign") is False
    assert np.isfinite(squared(np.ones((1, 2)), [np.ones((1, 2))], [np.ones(1)])[1][0]).all()


def test_a_factor_holds_of_the_whole_that_it_multiplies():
    def doubled(x, a, d):
        return [2 * e.T @ f for e, f in zip(d, [x, *a[:-1]], strict=True)], [e.sum(axis=0) for e in d]

    said = "Every entry is 2 times what it should be. A factor 2 is left over"
    assert alterations_told.holds("multiply", doubled, said) is True
    assert alterations_told.holds("multiply", doubled, "Every entry is ½ of what it should be") is False
    assert alterations_told.holds("multiply", doubled, "This is the mean over the examples") is False


def test_a_factor_holds_only_where_every_array_that_is_wrong_has_it():
    def once(x, a, d):
        dw, db = multiply()(x, a, d)
        return [2 * dw[0], 3 * dw[1], dw[2]], db

    assert alterations_told.holds("multiply", once, "Every entry is 2 times what it should be") is False
    assert alterations_told.holds("multiply", multiply(), "Every entry is 2 times what it should be") is False


def test_a_formula_that_cannot_be_read_is_a_false_one():
    right = forward()
    said = "On arrays drawn at random, with 3 examples and 2 neurons in each layer, z[0][0, 0] is "
    assert formulas_told.holds("forward", right, said + "nobody · x[0, 0]") is False
    assert formulas_told.holds("forward", right, said + "x[0, 0] ·") is False


def loop(step):
    """A loop whose k-th update subtracts ``step(k, η)`` times the gradient."""

    def train(x, target, weights, biases, learning_rate, batch, orders):
        for k, order in enumerate(orders):
            dw, db = gradients(x[order], target[order], weights, biases)
            weights, biases = moved(weights, dw, step(k, learning_rate)), moved(biases, db, step(k, learning_rate))
        return weights, biases

    return train


@pytest.mark.parametrize(
    ("step", "true", "false"),
    [
        (lambda k, eta: eta * 0.9**k, "1, 0.9, 0.81, 0.729", "1, 1, 1, 1"),
        (lambda k, eta: 2 * eta, "2, 2, 2, 2", "1, 0.9, 0.81, 0.729"),
    ],
)
def test_what_is_told_of_steps_holds_of_the_steps_that_are_so(step, true, false):
    said = "With η = 0.3 and 5 examples that make one update, the steps, one after another, are {} times η times the"
    assert steps_told.holds("train", loop(step), said.format(true)) is True
    assert steps_told.holds("train", loop(step), said.format(false)) is False
    shrinks = "With η = 0.3 a step is 1 times η times the gradient, and 0.003 times the parameter itself"
    assert steps_told.holds("train", loop(step), shrinks) is False
    assert steps_told.holds("forward", loop(step), shrinks) is None
