"""What is told of a curve at one z: its numbers, a verdict, sentences, a table; no widget is made."""

import numpy as np
import pytest

from backprop.engine.activations import get_activation
from backprop.engine.numeric import DIFFERS, FLAT, KINK, NEAR, RIGHT, SEVERAL, noise_of
from backprop.story.curves import Curve, curve_names
from backprop.story.slope import PLACES, compare, table, tell

GRID = np.round(np.linspace(-8, 8, 65), 2)


def test_an_activation_is_told_with_its_formulas():
    told = tell(Curve("sigmoid"), 2.0)
    assert (str(told.z), told.value.symbol, str(told.value.value)) == ("2", "σ(z)", "0.881")
    assert (told.slope.symbol, str(told.slope.value)) == ("σ′(z)", "0.105")
    assert (told.value.formula, told.slope.formula) == Curve("sigmoid").formulas
    assert told.output is None and told.notes == () and told.state == ""
    assert told.comparison.verdict == RIGHT


def test_a_loss_is_told_with_its_output_and_target():
    told = tell(Curve("squared_error of sigmoid", 0.0), 5.0)
    assert tuple(map(str, told.output)) == ("0.993", "0")
    assert told.state.startswith("Flat, though y is far from ŷ")


def test_of_softmax_it_is_said_where_the_other_z_stay():
    assert tell(Curve("softmax"), 1.0).notes == ("The other two z stay at z₂ = 1 and z₃ = 0; y₁ depends on all three.",)


def test_at_a_kink_there_is_no_slope_to_compare():
    told = tell(Curve("relu"), 0.0)
    assert told.comparison is None and told.state.startswith("A kink: ")


def test_nearer_to_a_kink_than_the_step_nothing_is_called_wrong():
    assert tell(Curve("relu"), 1e-6).comparison.verdict == KINK
    assert tell(Curve("relu"), 1e-3).comparison.verdict == RIGHT


@pytest.mark.parametrize("name", curve_names())
@pytest.mark.parametrize("target", [0.0, 0.3, 1.0])
def test_every_right_slope_agrees_and_none_with_its_sign_flipped_wherever_the_curve_is_steep_or_flat(name, target):
    curve = Curve(name, target)
    for z in GRID[GRID != 0]:
        slope, value = curve.derivative([z]).item(), curve.value([z]).item()
        assert compare(curve, z, slope).verdict in (RIGHT, NEAR), z
        noise, flipped = noise_of(value, z * slope), compare(curve, z, -slope).verdict
        if abs(slope) > noise:
            assert flipped == DIFFERS if abs(slope) > SEVERAL * noise else flipped in (DIFFERS, FLAT), z


def test_a_wrong_slope_is_told_to_differ(monkeypatch):
    monkeypatch.setattr(type(get_activation("tanh")), "derivative", lambda self, z: 1.0 - np.tanh(z))
    assert tell(Curve("tanh"), 0.6).comparison.verdict == DIFFERS


def test_a_table_has_a_column_for_each_place_and_says_which_loss_is_dashed():
    told = table(Curve("sigmoid"), Curve("tanh"))
    assert told.heads == ("z", "−8", "−4", "−2", "0", "2", "4", "8")
    assert [row[0] for row in told.rows] == ["σ(z)", "σ′(z)", "tanh(z)", "tanh′(z)"]
    assert {len(row) for row in told.rows} == {1 + len(PLACES)} and told.rows[0][4] == "0.5"
    losses = table(Curve("squared_error of sigmoid"), Curve("cross_entropy of sigmoid"))
    assert [row[0] for row in losses.rows] == ["C", "∂C/∂z", "dashed: C", "dashed: ∂C/∂z"]
