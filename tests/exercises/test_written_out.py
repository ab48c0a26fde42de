"""An entry is written out only where it is a sum of products of what is given, and the text is that sum."""

import numpy as np
import pytest

from altered import backward, forward, multiply
from backprop.exercises.reference import REFERENCE
from backprop.exercises.written_out import of_one, told


def update(step):
    return lambda weights, biases, dw, db, eta: (
        [step(p, g, eta) for p, g in zip(weights, dw, strict=True)],
        [step(p, g, eta) for p, g in zip(biases, db, strict=True)],
    )


def test_the_examples_that_count_are_told_by_how_often():
    assert "dL_dw[1][0, 0] counts 1, 1, 0 times" in told("multiply", multiply(lambda d, f: d[:2].T @ f[:2]), "dL_dw", 1)
    assert "dL_db[0][0] counts −1, −1, −1 times" in told("multiply", multiply(db=lambda d: -d.sum(axis=0)), "dL_db", 0)


@pytest.mark.parametrize(
    "slope, text",
    [(lambda a, z: a * (1 - a), "a · (1 − a) times the sum"), (lambda a, z: 1 - a, "1 − a times the sum")],
)
def test_what_comes_back_is_written_out_beside_what_it_should_be(slope, text):
    said = told("backward", backward(slope=slope, come=lambda d, w: d @ w[::-1]), "dC_dz", 1)
    assert f"dC_dz[1][0, 0] is {text} dC_dz[2][0, 0] · weights[2][1, 0] + dC_dz[2][0, 1] · weights[2][0, 0]." in said
    assert "a · (1 − a) times the sum dC_dz[2][0, 0] · weights[2][0, 0] + dC_dz[2][0, 1] · weights[2][1, 0]." in said


def test_the_first_entry_that_differs_is_the_one_that_is_told():
    said = told("update", update(lambda p, g, eta: p - eta * g[0]), "new_w", 0)
    assert "new_w[0][1, 0] is weights[0][1, 0] − dL_dw[0][0, 0] · η." in said


def test_names_are_those_that_the_learner_knows():
    said = told("multiply", multiply(lambda d, f: d.T @ (f + f[:, ::-1])), "dL_dw", 0, lambda name: name.upper())
    assert "DL_DW[0][0, 0] is DC_DZ[0][0, 0] · X[0, 0]" in said


def test_of_one_number_of_each_a_formula_is_told():
    said = of_one("forward", forward(lambda f, w, b: f @ np.sign(w).T + b), "z", 1)
    assert "z[1] is b + f·sign(w), where f = a[0], w = weights[1], b = biases[1]. It is to be w·f + b." in said


@pytest.mark.parametrize(
    "stage, name, l", [("forward", "z", 1), ("backward", "dC_dz", 1), ("multiply", "dL_dw", 0), ("update", "new_b", 2)]
)
def test_nothing_is_told_of_what_is_right(stage, name, l):
    assert told(stage, REFERENCE[stage], name, l) == ""
    assert of_one(stage, REFERENCE[stage], name, l) == ""


def test_nothing_is_written_out_of_what_is_no_sum_of_products():
    assert told("multiply", multiply(lambda d, f: np.tanh(d.T @ f)), "dL_dw", 0) == ""
    assert of_one("multiply", multiply(lambda d, f: np.tanh(np.cos(d.T) @ f + 0.3)), "dL_dw", 0) == ""
