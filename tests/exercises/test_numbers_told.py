"""A wrong number is told by what gives it to the digits that were typed, and by nothing that is merely near it."""

import numpy as np
import pytest

from backprop import Layer, Network, Quantity
from backprop.exercises import quantity_question
from backprop.exercises.kinds import NumberQuestion
from backprop.exercises.numbers_told import unit
from backprop.exercises.rounding import Rounded
from backprop.exercises.rules import read

NETWORK = Network([Layer([[0.52, -0.31], [0.27, 0.64]], [0.12, -0.26], "tanh"), Layer([[1.35, -0.58]], [0.19], "tanh")])
X, TARGET = [0.55, -1.2], [-0.9]
HIDDEN = quantity_question("q", "?", NETWORK, X, TARGET, Quantity("dC_dz", 0, 1), "squared_error", 0.3)


def slip_of(asked, id):
    """The slip of an id that changes the number, in as many layers as it can be made in."""
    return max((slip for slip in asked.wrong.alone[0] if slip.id == id), key=lambda slip: len(slip.at))


def number_of(asked, *ids):
    """The number with these slips."""
    return float(asked.wrong.numbers([[slip_of(asked, id) for id in ids]])[0])


def test_two_slips_are_told_from_enough_digits_alone():
    both = number_of(HIDDEN, "target-swapped", "slope-dropped")
    told = HIDDEN.check(both).text
    assert "target and output are swapped" in told and "without f′(z)" in told
    assert "Two things at once" in HIDDEN.check(f"{both:.8g}").text
    assert "Two things at once" not in HIDDEN.check(f"{both:.3g}").text


def test_a_number_that_is_rounded_on_the_way_is_told_and_one_further_off_is_not():
    slip = slip_of(HIDDEN, "bias-forgotten")
    walk = HIDDEN.wrong.walk
    step = walk.network, walk.forward.x, walk.backward.target, walk.loss, walk.learning_rate
    by_hand = float(read(Rounded(*step, (slip,), [[0]]), HIDDEN.wrong.quantity, 0)[0])
    exact = number_of(HIDDEN, "bias-forgotten")
    assert "leaves out the bias" in HIDDEN.check(f"{by_hand:.3g}").text
    assert "leaves out the bias" not in HIDDEN.check(f"{exact * 1.02:.4g}").text


def test_a_number_near_the_right_one_is_wrong_where_all_its_digits_are_a_slips():
    """As near as rounding on the way may bring one: but computed, and another number."""
    layers = [Layer([[0.5, 0.25]], [0.001], "sigmoid"), Layer([[0.75]], [0.5])]
    asked = quantity_question("q", "?", Network(layers), [1.0, 2.0], [1.0], Quantity("z", 0, 0))
    without = 1.0
    assert asked.near(without) and asked.check("1.00").state == asked.check(asked.answer).state
    assert asked.check("1.0000000000").state != asked.check(asked.answer).state
    assert "leaves out the bias" in asked.check("1.0000000000").text


@pytest.mark.parametrize("off", [-0.7, -0.3, 0.4, 0.8])
def test_a_number_near_the_right_one_is_right_where_it_is_nothing_elses(off):
    value = HIDDEN.answer + off * HIDDEN.tolerance
    assert HIDDEN.check(f"{value:.12g}").state == HIDDEN.check(HIDDEN.answer).state


@pytest.mark.parametrize(("times", "said"), [(3.0, "3 times the answer"), (3.004, "too large")])
def test_a_factor_is_told_of_many_digits_only_where_all_agree(times, said):
    asked = quantity_question("q", "?", NETWORK, X, TARGET, Quantity("C"), "squared_error")
    assert said in asked.check(asked.answer * times).text
    assert "3 times the answer" in asked.check(f"{asked.answer * times:.3g}").text


@pytest.mark.parametrize("seed", range(4))
def test_a_number_of_many_digits_that_nothing_gives_has_no_reason(seed):
    for value in np.random.default_rng(seed).normal(size=6):
        assert HIDDEN.diagnosis(float(value), 10) == []


def test_a_number_read_off_beside_is_told_by_both_symbols():
    beside = NETWORK.backward(NETWORK.forward(X), TARGET, "squared_error").dC_dz[0][0, 0]
    assert "This is ∂C/∂z₁. Asked for is ∂C/∂z₂." in HIDDEN.check(beside).text


@pytest.mark.parametrize(
    ("value", "digits", "expected"), [(0.0123, 3, 1e-4), (-45678.0, 2, 1e3), (1.0, 1, 1.0), (0.0, 3, 0)]
)
def test_a_unit_is_one_in_the_last_digit_that_was_given(value, digits, expected):
    assert unit(value, digits) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize(
    ("wrong", "value", "digits", "is_told"),
    [
        (2.5, 2.5004, 4, True),  # half a unit of the last digit
        (2.5, 2.5012, 4, False),
        (2.5, 3.0, 1, False),  # and no more than half a hundredth
        (2.5, 2.5 * (1 + 5e-10), 15, True),  # a float's own last digits
        (2.5, 2.5 * (1 + 3e-9), 15, False),
        (1e-6, 1e-6 + 9e-13, 17, True),
        (1e-6, 1e-6 + 2e-12, 17, False),
        (2.5, 2.6, 2, False),
    ],
)
def test_a_reason_is_told_of_a_number_that_is_its_own_to_every_digit_that_was_given(wrong, value, digits, is_told):
    asked = NumberQuestion("q", 10.0, 1e-15, {"a": wrong}, words={"reason.a": "This is a."})
    assert asked.diagnosis(value, digits) == ["This is a."] * is_told


def test_a_reason_that_is_nearer_than_the_tolerance_scaled_to_its_size_is_told():
    asked = NumberQuestion("q", 10.0, 0.5, {"a": 40.0, "b": 39.0}, words={"reason.a": "a", "reason.b": "b"})
    assert asked.diagnosis(41.9, 17) == ["a"] and asked.diagnosis(42.1, 17) == []
    assert asked.diagnosis(40.0, 17) == ["a"] and asked.diagnosis(38.0, 17) == ["a", "b"]


@pytest.mark.parametrize(
    ("value", "digits", "sign_alone"),
    [
        (-2.005, 5, True),
        (-2.0000000015, 10, True),
        (-2.00000001, 10, False),
        (-2.000005, 6, True),
        (-2.00002, 6, False),
    ],
)
def test_the_sign_alone_is_wrong_where_all_the_other_digits_are_right(value, digits, sign_alone):
    said = NumberQuestion("q", 2.0, 0.01).remark(value, digits)
    assert said == "The sign is not right." + " The size is." * sign_alone
