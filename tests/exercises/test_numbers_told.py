"""A wrong number is told by what gives it to the digits that were typed, and by nothing that is merely near it."""

from itertools import islice

import numpy as np
import pytest

from backprop import Layer, Network, Quantity
from backprop.exercises import drill, quantity_question, question
from backprop.exercises.kinds import NumberQuestion
from backprop.exercises.numbers_told import equal, unit
from backprop.exercises.rounding import Rounded
from backprop.exercises.rules import read
from backprop.exercises.slips_told import not_again, spoken
from backprop.words import sentences

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
    assert "target and output are swapped" in told and "leaves out f′(z)" in told
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


# ------------------------------------- what is said is true of the number that was asked for

ONE = Network([Layer([[0.4, -0.6]], [0.1])])
TWO = Network([Layer([[0.4, -0.6], [0.9, 0.7]], [0.15, -0.35]), Layer([[1.1, -0.45], [0.3, 0.8]], [0.25, -0.15])])


def of_update(key, network=TWO, x=(1.3, 0.55), target=(1.0, 0.0), loss="squared_error"):
    """A question about a quantity after the update, with η = 0.3."""
    return quantity_question("q", "?", network, list(x), list(target), key, loss, 0.3)


def after_a_step(times, network=TWO, x=(1.3, 0.55), target=(1.0, 0.0), loss="squared_error"):
    """The network after a step that is so many times as large."""
    return network.updated(network.backward(network.forward(x), target, loss), times * 0.3)


def test_a_new_parameter_or_cost_of_a_doubled_gradient_is_not_called_two_times_what_it_should_be():
    weight = of_update(Quantity("w", 0, 0, 0, new=True), ONE, (1.0, 0.5), (1.0,))
    doubled = after_a_step(2, ONE, (1.0, 0.5), (1.0,)).layers[0].weights[0, 0]
    cost = of_update(Quantity("C", new=True))
    for asked, value in ((weight, doubled), (cost, after_a_step(2).loss([1.3, 0.55], [1.0, 0.0], "squared_error"))):
        told = asked.check(value).text
        assert "It is 2 times" not in told
        assert "The gradient is 2 times what it should be." in told


def test_a_gradient_that_is_doubled_is_two_times_what_it_should_be():
    asked = quantity_question("q", "?", TWO, [1.3, 0.55], [1.0, 0.0], Quantity("dC_dw", 0, 1, 1))
    assert asked.check(2 * asked.answer).text.startswith("It is 2 times what it should be.")


@pytest.mark.parametrize("key", [Quantity("C", new=True), Quantity("z", 0, 1, new=True), Quantity("a", 1, 0, new=True)])
def test_what_was_before_the_update_is_called_that_and_no_parameter(key):
    asked = of_update(key)
    [old] = {line.value for step in asked.wrong.walk for line in step.lines if line.makes == key._replace(new=False)}
    told = asked.check(old).text
    assert told.endswith(" before the update. Go forward once more, with the new parameters.")
    assert "parameter." not in told.partition(" before")[0]


def test_the_old_parameter_is_still_called_one():
    asked = of_update(Quantity("w", 1, 0, 1, new=True))
    assert "This is the old parameter. Subtract η times the gradient." in asked.check(-0.45).text


@pytest.mark.parametrize("seed", range(3))
def test_of_the_number_0_no_two_slips_are_told(seed):
    for asked in islice(drill(seed), 12):
        told = asked.check(0).text
        assert "Two things at once" not in told
        assert told == asked.remark(0.0) or set(asked.wrong.of(0.0, equal)) | set(asked.wrong.odd(0.0, equal))


def test_a_number_is_never_called_transposed_and_0_is_no_weight_across_the_diagonal():
    assert "transposed" not in question("04-three").check(0.0).text
    assert "row and column" not in question("04-three").check(0.0).text
    asked = quantity_question("q", "?", TWO, [1.3, 0.55], [1.0, 0.0], Quantity("dC_dw", 1, 0, 1))
    across = TWO.backward(TWO.forward([1.3, 0.55]), [1.0, 0.0]).dL_dw[1][1, 0]
    assert "row and column are exchanged" in asked.check(across).text


def test_two_results_in_one_anothers_place_are_not_two_things_at_once():
    asked = question("04-second-update")
    assert asked.check(2 * asked.answer).text == "It is 2 times the answer."


def test_the_old_parameter_counted_twice_is_told_as_that():
    asked = of_update(Quantity("w", 1, 0, 1, new=True))
    step = -0.45 - asked.answer
    assert asked.check(2 * -0.45 - step).text.startswith("This counts the old parameter twice.")


def test_what_two_slips_have_in_common_is_said_once():
    assert not_again("This adds 1. Each has its own.", "This adds 2. Each has its own.") == "This adds 1."
    assert not_again("This adds 1. Add 2.", "This adds 2. Add 3.") == "This adds 1. Add 2."
    slip = slip_of(HIDDEN, "bias-forgotten")
    assert spoken((slip, slip), ("dC_dz", 0)) == spoken((slip,), ("dC_dz", 0))


@pytest.mark.parametrize("seed", range(3))
def test_no_sentence_stands_twice_in_one_reason(seed):
    for asked in islice(drill(seed), 12):
        for value in (0.4, -0.7, 1.2, 2 * asked.answer + 0.1):
            for reason in asked.diagnosis(value, 12):
                sentences = [sentence.removesuffix(".") for sentence in reason.split(". ")]
                assert len(sentences) == len(set(sentences)), reason


WHAT_IT_IS = {  # of a number: said of the very quantity that was asked for, so that it is what it is called
    *("factor-two", "factor-half", "not-updated", "step-alone", "step-negative", "gradient-alone"),
}


def test_a_sentence_that_says_what_a_number_is_has_another_for_where_it_is_in_a_part_of_the_formula():
    ids = {slip.id for slip in HIDDEN.wrong._possible} | {
        slip.id for slip in of_update(Quantity("C", new=True)).wrong._possible
    }
    for id in ids - {"activation-missing"}:
        one = sentences("en").get(f"exercises.number.slip.{id}") or sentences("en")[f"exercises.slip.{id}"]
        if one.startswith(("It is", "This is the ")):
            assert id in WHAT_IT_IS and f"exercises.number.within.{id}" in sentences("en"), one


@pytest.mark.parametrize("typed", ["1", "0", "-1", "0.5", "2", "-0.65", "0.213"])
def test_of_a_number_by_hand_no_more_than_a_few_causes_are_told(typed):
    most = 4 if float(typed) else 12
    for asked in (*islice(drill(seed=3), 12), question("04-second-update")):
        assert len(asked.diagnosis(float(typed), 3)) <= most


@pytest.mark.parametrize(
    "name", ["02-hand", "04-second-y", "04-bias", "04-second-hidden", "04-second-update", "06-hand"]
)
def test_the_number_of_another_example_of_the_page_is_told_as_that_by_hand_too(name):
    asked = question(name)
    others = dict(asked.wrong._of_another_example)
    assert len(others) == 2
    for said, number in others.items():
        assert said.startswith("This is the number of example ")
        assert asked.diagnosis(number) == [said]
        assert said in asked.check(f"{number:.3g}").text


def test_the_share_of_one_example_alone_is_told_of_any_example():
    asked = question("04-three")
    walk = asked.wrong.walk
    shares = walk.backward.dC_dz[1][:, 1] * walk.forward.a[0][:, 0]
    for share, said in zip(
        shares, ("the first example's share", "the share of example 2", "last example's"), strict=True
    ):
        assert any(said in told for told in asked.diagnosis(float(share)))


def test_of_two_digits_neither_two_slips_nor_a_seldom_slip_is_told():
    asked = question("02-hand")
    known = [*asked.wrong.alone[1], *(number for _, number in asked.wrong._of_another_example)]
    for tenth in range(-30, 31):
        told = asked.diagnosis(tenth / 10, 2)
        assert not any("Two things at once" in each for each in told)
        assert not told or np.isclose(known, tenth / 10).any()


DRAWN = list(islice(drill(seed=11), 7))[-1]


@pytest.mark.parametrize(
    ("asked", "typed"),
    [(question("04-three"), "-0.254"), (question("06-hand"), "0.206"), (DRAWN, "2.1"), (DRAWN, "-0.121")],
)
def test_of_three_digits_a_seldom_slip_is_not_told_where_many_numbers_are_as_near(asked, typed):
    assert asked.diagnosis(float(typed), 3) == []


def test_of_three_digits_a_slip_that_is_often_made_is_told():
    without = slip_of(HIDDEN, "slope-dropped")
    assert any(
        "leaves out f′(z)" in told for told in HIDDEN.diagnosis(float(f"{number_of(HIDDEN, without.id):.3g}"), 3)
    )


@pytest.mark.parametrize("typed", ["0.082", "0.605", "-0.48", "-0.903455"])
def test_no_slip_is_told_of_what_a_question_gives_or_of_what_comes_before_it(typed):
    asked = question("03-hand")
    told = " ".join(asked.diagnosis(float(typed), 6))
    assert not any(word in told for word in ("ŷ", "bias", "is fed by", "ReLU(z)", "f(−z)", "sign of z"))
    assert not {name for slip in asked.wrong._possible for name, _ in slip.at} & {"a", "z", "w", "b", "fed", "error"}


def test_what_is_found_from_the_given_numbers_is_still_told():
    asked = question("03-hand")
    assert any("leaves out f′(z)" in told for told in asked.diagnosis(number_of(asked, "slope-dropped")))
