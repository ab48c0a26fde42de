"""Curves and their explorer: every curve's slope is its own, and nonsense changes nothing."""

import re
from html import unescape

import numpy as np
import pytest

from backprop.engine.activations import ACTIVATIONS, get_activation
from backprop.notation import Math, number
from backprop.pictures.curve import curve_panels, describe, explore
from backprop.story.curves import FLAT, Curve, curve_names
from backprop.story.slope import table, tell
from backprop.widgets import FunctionExplorer
from backprop.words import say
from explored import film, refusal, shown
from explored import tell as say_to

SCRIPTS = ("<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>")

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
    assert say("story.verdict.differs") in shown(FunctionExplorer("tanh", z=0.6))["lines"][1]


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


def moved(explorer, z):
    """Moved to this z as a page moves it; what is shown there."""
    explorer.set_state({"place": {"z": explorer._scene.axes["z"].values.index(z)}})
    return shown(explorer)


@pytest.mark.parametrize("name", curve_names())
def test_the_film_of_a_curve_is_at_every_z_what_is_drawn_and_told_anew(name):
    explorer, curve = FunctionExplorer(name, z=0.33), Curve(name)
    panels = curve_panels(curve)
    for z in (-8.0, -2.0, 0.0, 0.33, 7.9):
        page, told = moved(explorer, z), tell(curve, z)
        assert page["pictures"] == [list(panel.at(z=z).parts()) for panel in panels]
        assert page["told"] == describe(curve, z)
        assert (
            page["lines"][0].startswith(f"<b>z = {number(z)}</b>") and f"<b>{told.value.value}</b>" in page["lines"][0]
        )
        assert f"<b>{told.slope.value}</b>" in page["lines"][1]
        assert [line for line in page["lines"][2:] if line] == [
            *told.notes,
            *([f"<b>{told.state}</b>"] if told.state else []),
        ]
        assert page["tables"] == [[list(row) for row in table(curve).rows]]


def test_the_point_is_taken_hold_of_where_it_stands_on_the_curve_and_on_its_slope():
    explorer = FunctionExplorer("tanh")
    zs = explorer._scene.axes["z"].values
    for panel, part in zip(explorer._scene.panels, ("value", "derivative"), strict=True):
        (handle,) = film(explorer)["panels"][explorer._scene.panels.index(panel)]["handles"]
        values = getattr(Curve("tanh"), part)(zs)
        for place, z, v in zip(handle["places"], zs, values, strict=True):
            assert place == pytest.approx([panel.chart.x(z), panel.chart.y(v)], abs=0.06)


def test_the_field_and_the_lists_change_the_curves_and_the_place_stays():
    explorer = FunctionExplorer("sigmoid", compare="tanh", z=1)
    moved(explorer, -2.5)
    assert explorer.z == -2.5 and explorer.code == "FunctionExplorer('sigmoid', compare='tanh', z=-2.5)"
    say_to(explorer, edit="z", text="−3")
    assert explorer.z == -3 and shown(explorer) == shown(again(explorer))
    say_to(explorer, edit="name", text="relu")
    assert explorer.other.name == "tanh" and say("story.slope.dead") in str(shown(explorer)["lines"])
    say_to(explorer, edit="name", text="squared_error of sigmoid")
    assert explorer.other is None and explorer.z == -3
    say_to(explorer, edit="compare", text="cross_entropy of sigmoid")
    say_to(explorer, edit="target", text="0")
    assert explorer.other.target == explorer.curve.target == 0.0
    assert shown(explorer) == shown(again(explorer))
    say_to(explorer, edit="compare", text="")
    assert explorer.other is None
    say_to(explorer, reset=True)
    assert shown(explorer) == shown(FunctionExplorer("sigmoid", compare="tanh", z=1))


def again(explorer):
    return eval(explorer.code, {"FunctionExplorer": FunctionExplorer})


def test_a_typed_z_between_two_places_stands_among_them():
    explorer = FunctionExplorer("gelu", z=0.33)
    for z in (0.33, -1.25, -1.21):
        say_to(explorer, edit="z", text=f"{z}")
        assert explorer.z == z and len(film(explorer)["axes"]["z"]["texts"]) == 162
    assert moved(explorer, -1.1)["told"] == describe(Curve("gelu"), -1.1)


@pytest.mark.parametrize(
    ("message", "words"),
    [
        *(({"edit": "z", "text": text}, "") for text in ("", "two", "9", "1, 2", "nan", *SCRIPTS)),
        ({"edit": "z", "text": "8.001"}, "z is 8.001"),
        ({"edit": "target", "text": "2"}, "expects 0 to 1"),
        ({"edit": "target", "text": "1.0004"}, "ŷ is 1.0004"),
        ({"edit": "target", "text": "two"}, "not a row of numbers"),
        ({"edit": "compare", "text": "tanh"}, "expected two activations, or two losses"),
        *(({"edit": key, "text": text}, "") for key in ("name", "compare", "target") for text in SCRIPTS),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence_and_nothing_moves(message, words):
    explorer = FunctionExplorer("cross_entropy of sigmoid", z=1.5)
    before, curve = explorer._film, explorer.curve
    refused = refusal(explorer, **message)
    assert words in refused and len(refused.split()) > 2
    assert explorer._film is before and explorer.curve is curve and explorer.z == 1.5


def test_a_target_far_away_is_refused():
    explorer = FunctionExplorer("squared_error of tanh")
    assert "expected −100 to 100" in refusal(explorer, edit="target", text="1e200") and explorer.curve.target == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"z": "x"}, "z is 'x'; expected one number"),
        ({"z": 9}, "z is 9; expected"),
        ({"z": float("nan")}, "expected −8 to 8"),
        ({"target": None}, "target is None"),
        ({"name": 3}, "name is 3"),
        ({"compare": "tan"}, "tan"),
    ],
)
def test_arguments_out_of_place_are_refused_in_a_sentence(arguments, words):
    with pytest.raises((ValueError, TypeError), match=words):
        FunctionExplorer(**arguments)


@pytest.mark.parametrize("part", ["formula", "slope", "symbol"])
@pytest.mark.parametrize("text", SCRIPTS)
def test_markup_in_an_activation_of_ones_own_stays_text(part, text, monkeypatch):
    class Own(type(get_activation("tanh"))):
        name = "own"

    monkeypatch.setattr(Own, part, Math(text, text), raising=False)
    monkeypatch.setitem(ACTIVATIONS, "own", Own())
    explorer = FunctionExplorer("own", compare="sigmoid", z=0.5)
    data, html = film(explorer), explorer._repr_mimebundle_()[0]["text/html"]
    drawn = [piece for panel in explorer._scene.panels for piece in panel.at(z=0.5).parts()]
    told = [line.at({"z": 0.5}) for line in explorer._scene.lines]
    assert "<img" not in "".join(drawn + told) and "<script" not in "".join(drawn + told)
    assert html.count("<img") == 1 and "<script" not in html
    assert data["parts"]


def test_a_change_of_curves_shows_its_place_at_once_and_the_film_follows():
    explorer, films = FunctionExplorer(), []
    explorer.observe(lambda change: films.append(shown(explorer)), "_film")
    say_to(explorer, edit="name", text="tanh")
    assert len(films) == 2 and films[0] == films[1] == shown(FunctionExplorer("tanh"))


def test_without_a_kernel_there_is_a_picture_a_table_and_a_sentence():
    data, _ = FunctionExplorer("gelu", z=-1)._repr_mimebundle_()
    assert data["text/plain"].startswith("FunctionExplorer, gelu at z = −1: ")
    assert "<table>" in data["text/html"] and 'alt="gelu at z = −1' in data["text/html"]


def test_a_z_nearer_to_a_kink_than_the_step_is_not_called_wrong():
    told = str(shown(FunctionExplorer("relu", z=1e-6))["lines"])
    assert say("story.verdict.kink") in told and say("story.verdict.differs") not in told


def test_a_squared_error_on_target_at_the_kink_has_a_derivative_there():
    assert Curve("squared_error of relu", 0.0).state(0.0) != "kink"
    assert Curve("squared_error of relu", 1.0).state(0.0) == "kink"


def test_an_activation_and_a_loss_are_not_compared():
    with pytest.raises(ValueError, match="expected two activations, or two losses"):
        FunctionExplorer("sigmoid", compare="squared_error of tanh")
