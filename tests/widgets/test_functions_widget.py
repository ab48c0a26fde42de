"""Curves and their explorer: every curve's slope is its own, and nonsense changes nothing."""

import re
from html import unescape

import numpy as np
import pytest

from backprop.engine.activations import get_activation
from backprop.pictures.curve import describe, explore
from backprop.story.curves import FLAT, Curve, curve_names
from backprop.widgets import FunctionExplorer
from backprop.words import say

AWAY_FROM_KINKS = (-7.3, -2.0, -0.4, 0.6, 3.1, 7.9)


@pytest.mark.parametrize("name", curve_names())
@pytest.mark.parametrize("target", [0.0, 0.3, 1.0])
def test_every_slope_is_a_central_difference(name, target):
    curve = Curve(name, target)
    for z in AWAY_FROM_KINKS:
        assert np.isclose(curve.derivative([z]).item(), curve.numeric(z), rtol=1e-6, atol=1e-9)


def test_a_wrong_slope_does_not_agree(monkeypatch):
    monkeypatch.setattr(type(get_activation("tanh")), "derivative", lambda self, z: 1.0 - np.tanh(z))
    assert not np.isclose(Curve("tanh").derivative([0.6]).item(), Curve("tanh").numeric(0.6), rtol=1e-3)
    assert say("story.verdict.differs") in FunctionExplorer("tanh", z=0.6).words.value


@pytest.mark.parametrize("name", curve_names())
def test_every_curve_has_a_picture_with_its_sentence_and_formulas(name):
    curve = Curve(name)
    svg = explore(curve, 1.5)
    assert unescape(re.search('aria-label="([^"]*)"', svg)[1]) == describe(curve, 1.5)
    assert len(curve.formulas) == len(curve.symbols) == 2 and "{" not in "".join(curve.formulas)


def test_what_is_said_of_a_place():
    said = {
        ("sigmoid", 0.0): "",
        ("sigmoid", 5.0): "flat",
        ("relu", -1.0): "dead",
        ("relu", 0.0): "kink",
        ("relu", 1.0): "",
        ("leaky_relu", -1.0): "flat",
        ("identity", 8.0): "",
    }
    assert {key: Curve(key[0]).state(key[1]) for key in said} == said
    assert Curve("squared_error of sigmoid", 0.0).state(5.0) == "stuck"
    assert Curve("cross_entropy of sigmoid", 0.0).state(5.0) == ""
    assert Curve("cross_entropy of sigmoid", 1.0).state(5.0) == ""  # flat, and right
    assert abs(Curve("squared_error of sigmoid", 0.0).derivative([5.0]).item()) < FLAT


def test_a_curve_that_cannot_be_is_refused():
    for name, complaint in (
        ("cross_entropy of tanh", "cross_entropy expects sigmoid"),
        ("sigmod", "Did you mean 'sigmoid'"),
        ("square_error of tanh", "Did you mean 'squared_error'"),
    ):
        with pytest.raises(ValueError, match=complaint):
            Curve(name)
    with pytest.raises(ValueError, match="ŷ is 3; cross_entropy expects 0 to 1"):
        Curve("cross_entropy of sigmoid", 3.0)
    with pytest.raises(ValueError, match="z is 9; expected −8 to 8"):
        FunctionExplorer(z=9)


def current(explorer):
    """What is shown is of the current curve, z and comparison."""
    assert explorer.picture.value == explore(explorer.curve, explorer.z, explorer.other)
    assert f"z = {explorer.z:g}".replace("-", "−") in explorer.words.value


def test_the_slider_the_field_and_the_dropdowns_move_the_same_things():
    explorer = FunctionExplorer("sigmoid", compare="tanh", z=1)
    explorer.slider.value = -2.5
    current(explorer)
    assert explorer.field.value == "-2.5" and explorer.z == -2.5
    explorer.field.value = "−3"
    current(explorer)
    assert explorer.slider.value == -3
    explorer.name.value = "relu"
    current(explorer)
    assert explorer.other.name == "tanh" and say("story.slope.dead") in explorer.words.value
    explorer.name.value = "squared_error of sigmoid"
    current(explorer)
    assert explorer.other is None and explorer.compare.value == "" and not explorer.target.disabled
    explorer.compare.value = "cross_entropy of sigmoid"
    explorer.target.value = "0"
    current(explorer)
    assert explorer.other.target == explorer.curve.target == 0.0


def test_a_typed_z_between_two_places_of_the_slider_stays_as_typed():
    explorer = FunctionExplorer("gelu", z=0.33)
    for z, place in ((0.33, 0.3), (-1.25, -1.2), (-1.21, -1.2)):
        explorer.field.value = str(z)
        # The page snaps a slider to its steps, and would send back what it made of any other value.
        assert (explorer.z, explorer.slider.value) == (z, place)
        current(explorer)
    explorer.slider.value = -1.1
    assert (explorer.z, explorer.field.value) == (-1.1, "-1.1")


def test_a_moving_slider_is_never_sent_back():
    explorer, sent = FunctionExplorer(z=2), []
    explorer.slider.observe(lambda change: sent.append(change["new"]), "value")
    moved = [1.9000000000000004, 1.8000000000000007, 1.6999999999999993]
    for value in moved:
        explorer.slider.value = value
    assert sent == moved and explorer.z == 1.7 and explorer.field.value == "1.7"


@pytest.mark.parametrize("text", ["", "two", "9", "1, 2", "nan"])
def test_a_z_that_cannot_be_read_is_refused_and_nothing_moves(text):
    explorer = FunctionExplorer(z=1.5)
    before = explorer.picture.value, explorer.words.value
    explorer.field.value = text
    assert "✗" in explorer.messages[explorer.field].value
    assert (explorer.picture.value, explorer.words.value, explorer.z) == (*before, 1.5)
    explorer.field.value = "2"
    assert explorer.messages[explorer.field].value == "" and explorer.z == 2


def test_a_target_that_the_loss_cannot_take_is_refused():
    explorer = FunctionExplorer("cross_entropy of sigmoid")
    explorer.target.value = "2"
    assert "expects 0 to 1" in explorer.messages[explorer.target].value and explorer.curve.target == 1
    explorer.name.value = "squared_error of sigmoid"  # this one takes it, once the field is read again
    explorer.target.value = "3"
    assert explorer.curve == Curve("squared_error of sigmoid", 3.0) and explorer.messages[explorer.target].value == ""


def test_a_refused_target_is_read_again_with_another_function():
    explorer = FunctionExplorer("cross_entropy of sigmoid")
    explorer.target.value = "two"
    explorer.name.value = "squared_error of sigmoid"
    assert "not a row of numbers" in explorer.messages[explorer.target].value
    assert explorer.curve.name == "cross_entropy of sigmoid"
    explorer.target.value = "2"
    assert explorer.curve == Curve("squared_error of sigmoid", 2.0)
    explorer.name.value = "tanh"  # takes no target
    explorer.name.value = "cross_entropy of sigmoid"
    assert "expects 0 to 1" in explorer.messages[explorer.target].value and not explorer.target.disabled
    explorer.target.value = "0.5"
    assert explorer.curve == Curve("cross_entropy of sigmoid", 0.5)


def test_a_target_far_away_is_refused():
    explorer = FunctionExplorer("squared_error of tanh")
    explorer.target.value = "1e200"
    assert "expected −100 to 100" in explorer.messages[explorer.target].value and explorer.curve.target == 1


def test_without_a_kernel_there_is_a_picture_a_table_and_a_sentence():
    data = FunctionExplorer("gelu", z=-1)._repr_mimebundle_()
    data = data[0] if isinstance(data, tuple) else data
    assert data["text/plain"].startswith("FunctionExplorer, gelu at z = −1: ")
    assert "<table>" in data["text/html"] and 'alt="gelu at z = −1' in data["text/html"]


def test_a_z_nearer_to_a_kink_than_the_step_is_not_called_wrong():
    explorer = FunctionExplorer("relu", z=1e-6)
    assert say("story.verdict.kink") in explorer.words.value
    assert say("story.verdict.differs") not in explorer.words.value


def test_a_squared_error_on_target_at_the_kink_has_a_derivative_there():
    assert Curve("squared_error of relu", 0.0).state(0.0) != "kink"
    assert Curve("squared_error of relu", 1.0).state(0.0) == "kink"


def test_an_activation_and_a_loss_are_not_compared():
    with pytest.raises(ValueError, match="expected two activations, or two losses"):
        FunctionExplorer("sigmoid", compare="squared_error of tanh")


def test_what_is_refused_is_named_with_the_digits_that_show_why():
    explorer = FunctionExplorer("cross_entropy of sigmoid")
    explorer.field.value, explorer.target.value = "8.001", "1.0004"
    assert "z is 8.001" in explorer.messages[explorer.field].value
    assert "ŷ is 1.0004" in explorer.messages[explorer.target].value
