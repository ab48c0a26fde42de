"""A formula is told only where it gives every number, and the shortest that does; none of numbers that have none."""

import numpy as np
import pytest

from backprop.exercises.formulas import FITTED, Term, formula, sigmoid

RNG = np.random.default_rng(1)
Z = RNG.normal(size=60)
A = sigmoid(Z)
P, G, ETA = RNG.normal(size=60), RNG.normal(size=60), RNG.uniform(0.1, 2, size=60)
PARTS = {"p": P, "g": G, "η": ETA}
KNOWN = [Term("p − η·g", P - ETA * G, 1.0, True), Term("p", P, 0.5)]


@pytest.mark.parametrize(
    "numbers, text",
    [
        (np.cos(Z), "cos(z)"),
        (3 * A**2, "3·a²"),
        (-Z * A, "−z·a"),
        (1 - A * (1 - A), "1 − a·(1 − a)"),
        (Z / A, "z / a"),
        (0.5 * sigmoid(2 * Z), "½·σ(2z)"),
        (A * (1 - A) + Z, "a·(1 − a) + z"),
        (np.where(Z > 0, Z, 0.2 * Z), "z − 0.8·min(z, 0)"),
    ],
)
def test_the_formula_of_a_factor_is_found(numbers, text):
    assert formula(numbers, {"z": Z, "a": A}, [Term("a·(1 − a)", A * (1 - A), 1.0)]) == text


@pytest.mark.parametrize(
    "numbers, text",
    [
        (P - ETA * G, "p − η·g"),
        (P - ETA * G - 0.1 * ETA * P, "p − η·g − 0.1·p·η"),
        (P - np.sign(G), "p − sign(g)"),
        (P - ETA * np.maximum(G, 0), "p − max(g·η, 0)"),
    ],
)
def test_the_formula_of_a_step_is_found_beside_what_it_should_be(numbers, text):
    assert formula(numbers, PARTS, KNOWN) == text


def test_a_formula_whose_largest_numbers_are_cut_is_found_where_several_are():
    v = np.linspace(-2.0, 2.0, 30)
    cut = np.clip(v**3 - np.sin(5 * v), -0.7, 0.7)
    assert formula(np.clip(v**3, -0.7, 0.7), {"v": v}) == "clip(v³, −0.7, 0.7)"
    assert formula(np.clip(v**3, -0.3, 0.7), {"v": v}) == "clip(v³, −0.3, 0.7)"
    assert formula(np.clip(-np.cos(v), -0.7, 0.7), {"v": v}) == "−min(cos(v), 0.7)"  # none is below −0.7
    assert "clip" not in formula(v**3 / 8, {"v": v}) and "0.7" not in formula(cut, {"v": v})


def test_no_formula_is_told_of_numbers_that_have_none():
    assert formula(np.sin(Z * A + 1.3) * Z, {"z": Z, "a": A}) == ""
    assert formula(RNG.normal(size=60), {"z": Z, "a": A}) == ""


def test_a_formula_has_to_give_the_numbers_too_that_were_not_used_to_find_it():
    numbers = np.cos(Z)
    numbers[FITTED + 3] += 1e-6
    assert formula(numbers, {"z": Z, "a": A}) == ""


def test_nothing_is_told_of_zeros_or_of_what_is_no_number():
    assert formula(0 * Z, {"z": Z}) == ""
    assert formula(np.where(Z > 0, Z, np.nan), {"z": Z}) == ""
