"""The walkthrough: right order, right numbers, the lecture's letters, every gradient checked."""

import re
from dataclasses import FrozenInstanceError

import numpy as np
import pytest
from hypothesis import given, settings

from backprop import Quantity, walkthrough
from backprop.examples import lecture_network, worked_example
from backprop.notation import Letters, number
from backprop.walkthrough import GRADIENTS, PHASES
from test_gradients import cases


def lecture(**options):
    return walkthrough(*lecture_network(), **options)


def worked(**options):
    return walkthrough(*worked_example(), **options)


def lines(walk):
    return {line.makes: line for step in walk for line in step.lines}


@settings(max_examples=60, deadline=None, derandomize=True)
@given(cases())
def test_every_step_needs_only_what_is_already_known(case):
    network, x, target, loss = case
    walk = walkthrough(network, x, target, loss, 0.1, example=len(x) - 1)
    for by in ("neuron", "layer", "phase"):
        known = set(walk.given)
        for step in walk.grouped(by):
            assert set(step.needs) <= known, step
            assert not set(step.makes) & known, "made twice"
            known |= set(step.makes)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(cases())
def test_every_value_is_the_engines(case):
    network, x, target, loss = case
    n = len(x) - 1
    walk = walkthrough(network, x, target, loss, 0.1, example=n)
    known = walk.known(len(walk) - 1)
    forward = network.forward(x)
    backward = network.backward(forward, target, loss)
    after = network.updated(backward, 0.1)
    again = after.forward(x)
    arrays = {
        "z": [z[n] for z in forward.z],
        "a": [a[n] for a in forward.a],
        "dC_da": [g[n] for g in backward.dC_da],
        "dC_dz": [g[n] for g in backward.dC_dz],
        "dC_dw": [g[n] for g in backward.dC_dw],
        "dC_db": [g[n] for g in backward.dC_db],
        "dL_dw": backward.dL_dw,
        "dL_db": backward.dL_db,
        "new_w": [layer.weights for layer in after.layers],
        "new_b": [layer.biases for layer in after.layers],
        "new_z": [z[n] for z in again.z],
        "new_a": [a[n] for a in again.a],
    }
    single = {
        "C": network.costs(x, target, loss)[n],
        "L": network.loss(x, target, loss),
        "new_C": after.costs(x, target, loss)[n],
        "new_L": after.loss(x, target, loss),
    }
    for (name, l, j, k), value in known.items():
        place = j if k is None else (j, k)
        assert value == (single[name] if name in single else arrays[name][l][place]), (name, l, j, k)


@pytest.mark.parametrize("make", [lecture, worked, lambda: worked(example=2), lambda: worked(loss="squared_error")])
def test_every_gradient_agrees_with_its_central_difference(make):
    walk = make()
    checked = 0
    for quantity, value in walk.known(len(walk) - 1).items():
        if quantity.name in GRADIENTS:
            assert value == pytest.approx(walk.numeric(quantity), rel=1e-6, abs=1e-9), quantity
            checked += 1
    assert checked >= 18


def test_the_numeric_check_tells_right_from_the_slip_of_sigma_prime_twice():
    walk = worked()
    backward, z = walk.backward, walk.forward.z[1]
    slip = backward.dC_dz[1][0, 0] * walk.network.layers[1].f.derivative(z)[0, 0]
    numeric = walk.numeric(Quantity("dC_dz", 1, 0))
    assert backward.dC_dz[1][0, 0] == pytest.approx(numeric, rel=1e-6)
    assert slip != pytest.approx(numeric, rel=0.1)


def test_asking_for_the_numeric_value_of_no_gradient_is_refused():
    with pytest.raises(ValueError, match="z is no gradient"):
        lecture().numeric(Quantity("z", 0, 0))


def _evaluated(text):
    """The value of a substituted formula of products, sums and quotients."""
    text = text.replace("−", "-").replace("·", "*")
    text = re.sub(r"(\d)×10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)", lambda m: f"{m[1]}e{m[2].translate(_PLAIN)}", text)
    return eval(text)


_PLAIN = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")


@pytest.mark.parametrize("make", [lecture, worked])
def test_the_numbers_put_in_give_the_value_shown_to_rounding(make):
    for quantity, line in lines(make()).items():
        if quantity.name in ("z", "new_z", "dC_dz", "dC_da", "dC_dw", "dC_db", "new_w", "new_b"):
            assert _evaluated(line.numbers.text) == pytest.approx(line.value, rel=0.02, abs=0.02), line


def test_the_phases_come_in_order_and_grains_hold_the_same_lines():
    walk = lecture()
    assert list(dict.fromkeys(step.phase for step in walk)) == list(PHASES)
    assert [step.phase for step in walk.grouped("phase")] == list(PHASES)
    every = [line for step in walk for line in step.lines]
    for by in ("layer", "phase"):
        assert [line for step in walkthrough(*lecture_network(), by=by) for line in step.lines] == every
        assert [line for step in walk.grouped(by) for line in step.lines] == every
    assert [step.layer for step in walk.grouped("layer") if step.phase == "backward"] == [2, 1, 0]
    assert [step.case for step in walk.grouped("layer") if step.phase == "backward"] == ["output", "hidden", "hidden"]


def test_steps_by_layer_cannot_be_split_again():
    with pytest.raises(ValueError, match="build the walkthrough by neuron"):
        lecture(by="layer").grouped("neuron")


def test_what_is_known_grows_from_nothing_to_everything():
    walk = lecture()
    assert walk.known(-1) == {}
    assert list(walk.known(0)) == [Quantity("z", 0, 0)]
    assert len(walk.known(len(walk) - 1)) == len(lines(walk))


def test_the_worked_examples_formulas_use_the_lectures_letters():
    found = lines(worked(example=0))
    assert str(found[Quantity("dC_da", 0, 0)].formula) == "w₃ · ∂C¹/∂z′ + w₄ · ∂C¹/∂z″"
    assert str(found[Quantity("dC_dz", 1, 0)].formula) == "y₁ − ŷ₁"
    assert str(found[Quantity("dL_dw", 1, 0, 0)].formula) == "∂C¹/∂w₃ + ∂C²/∂w₃ + ∂C³/∂w₃"
    one = walkthrough(*[part if i == 0 else part[0] for i, part in enumerate(worked_example())])
    assert lines(one)[Quantity("dC_dw", 0, 0, 0)].symbolic == (
        r"\frac{\partial C}{\partial w_{1}} = x_{1} \cdot \frac{\partial C}{\partial z}"
    )


def test_latex_never_puts_two_superscripts_on_one_letter():
    for walk in (lecture(), worked(example=1)):
        for step in walk:
            for latex in (step.symbolic, step.substituted):
                assert not re.search(r"\^\{[^{}]*\}(_\{[^{}]*\})?\^|'\^", latex), latex
                assert latex.count("{") == latex.count("}")


def test_squared_error_multiplies_by_sigma_prime_and_cross_entropy_does_not():
    squared = lines(worked(loss="squared_error"))[Quantity("dC_dz", 1, 0)]
    assert str(squared.formula) == "σ′(z′) · ∂C¹/∂y₁"


def test_several_examples_show_one_share_and_the_sum():
    shown = str(worked(example=1))
    assert shown.startswith("Forward and backward steps show example 2 of 3.")
    assert "L = C¹ + C² + C³" in shown
    assert "show example" not in str(lecture())


def test_the_table_of_the_lectures_network_is_the_same_everywhere():
    rows = str(lecture()).splitlines()
    assert re.split(r"\s{2,}", rows[24]) == [
        "24",
        "backward",
        "∂C/∂z₁ = σ′(z₁) · ∂C/∂a₁",
        "0.0177 · (−1.19)",
        "−0.0211",
    ]
    assert len(rows) == 1 + len(lines(lecture()))


def test_predicted_change_approaches_the_true_one_as_the_learning_rate_shrinks():
    ratios = [
        walk.true_change / walk.predicted_change for walk in (lecture(learning_rate=r) for r in (0.5, 0.05, 5e-4))
    ]
    assert abs(ratios[2] - 1) < abs(ratios[1] - 1) < abs(ratios[0] - 1)
    assert ratios[2] == pytest.approx(1, abs=1e-2)


def test_walkthroughs_and_steps_cannot_be_changed():
    walk = lecture()
    for thing, field in ((walk, "steps"), (walk[0], "lines"), (walk[0].lines[0], "value")):
        with pytest.raises(FrozenInstanceError):
            setattr(thing, field, ())
    with pytest.raises(TypeError):
        walk[0] = walk[1]


@pytest.mark.parametrize(
    ("options", "kind", "words"),
    [
        ({"example": 3}, ValueError, "example is 3; expected 0 to 2"),
        ({"example": 1.0}, TypeError, "example is 1.0; expected a whole number"),
        ({"by": "weight"}, ValueError, "by is 'weight'; expected one of neuron, layer, phase"),
        ({"learning_rate": 0}, ValueError, "learning_rate is 0"),
    ],
)
def test_bad_options_get_one_clear_sentence(options, kind, words):
    with pytest.raises(kind, match=re.escape(words)):
        worked(**options)


@pytest.mark.parametrize(
    ("value", "text"),
    [(-0.0, "0"), (-0.0211, "−0.0211"), (1e-9, "1×10⁻⁹"), (np.inf, "∞"), (-np.inf, "−∞"), (12345, "1.23×10⁴")],
)
def test_numbers_are_rounded_with_a_true_minus_and_no_minus_zero(value, text):
    assert number(value).text == text


def test_weights_with_two_digit_indices_stay_readable():
    assert Letters((12, 11, 1)).w(0, 10, 11).text == "w⁽¹⁾₁₁,₁₂"
