"""What stands still in the panels of training, and axes that hold every number drawn on them."""

import re
import xml.etree.ElementTree as ET

import numpy as np
import pytest

from backprop.engine.descent import parameter_names, parameter_places, record
from backprop.examples import initial_network, random_network, two_moons, xor
from backprop.notation import number
from backprop.pictures.panels import loss_panel
from backprop.pictures.training_frames import MOST_AXES, axes, frames, network, parameters_at_once, plane
from backprop.words import say


def run(data=None, sizes=(2, 4, 1), **given):
    x, target = data or xor()
    return list(record(initial_network(sizes), x, target, **{"updates": 12} | given))[-1]


def markup(drawn):
    return ET.fromstring(f"<svg>{drawn}</svg>")


def test_every_wire_is_named_by_its_parameter_and_has_a_place_for_its_number():
    history = run()
    found = network(history)
    places, names = list(parameter_places(history.start)), dict(map(reversed, parameter_names(history.start)))
    assert {edge: places[at] for edge, at in found["edges"].items()} == {
        f"w {l} {j} {k}": (l, j, k) for l, j, k in places if k is not None
    }
    root = markup(found["drawn"])
    for way in ("w", "back"):
        named = [e.get("data-edge") for e in root.iter("path") if (e.get("data-edge") or "").startswith(way)]
        assert [name.replace(way, "w") for name in named] == list(found["edges"]) and len(named) == 12
    assert len({e.get("data-number") for e in root.iter("text")} - {None}) == 24 and len(names) == 17
    assert not re.search(r"[+−]\d", found["drawn"])  # no number that would stand still


def test_of_a_layer_too_large_to_be_drawn_only_wires_that_are_drawn_are_named_in_the_picture():
    found = network(run(sizes=(2, 12, 1)))
    drawn = set(re.findall(r'data-edge="(w[^"]*)"', found["drawn"]))
    assert len(drawn) == 8 * 2 + 8 and drawn < found["edges"].keys()


def test_every_example_stands_on_the_plane_a_circle_for_1_and_a_square_for_0():
    x, target = two_moons(30)
    root = markup(plane(run((x, target)))["drawn"])
    groups = {e.get("data-q"): e for e in root.iter("g") if e.get("data-q")}
    assert list(groups) == [f"example {n}" for n in range(30)]
    for n, one in enumerate(target[:, 0]):
        assert (groups[f"example {n}"].find("rect") is None) == bool(one)
    shades = next(e for e in root.iter("g") if e.get("class") == "bp-shades")
    opacities = [float(shade.get("opacity")) for shade in shades]
    assert len(opacities) == 17 and opacities == opacities[::-1] and opacities[8] == 0


def test_without_two_inputs_no_plane_is_sent():
    start, x, target = random_network(sizes=(3, 2, 2))
    assert frames([list(record(start, x, target, updates=3))[-1]], ["one"])["plane"] is None


def test_every_number_that_is_drawn_lies_on_its_axis():
    histories = [run(learning_rate=rate) for rate in (0.3, 3.0)]
    found = axes(histories, 12, range(17))
    assert (found["update"]["low"], found["update"]["high"]) == (0, 12)
    for run_at, history in enumerate(histories):
        assert found["loss"]["low"] < history.losses.min() and history.losses.max() < found["loss"]["high"]
        for place in range(17):
            values, slopes = found["followed"][place][run_at]
            assert (
                values["low"]
                < history.parameters[:, place].min()
                <= history.parameters[:, place].max()
                < values["high"]
            )
            assert slopes["low"] <= min(0, history.slopes[:, place].min())
    assert axes(histories, 3000, [])["update"]["ticks"][1] == [1000, "1000"]
    for axis in (found["loss"], *found["followed"][3][0]):
        assert len(axis["ticks"]) > 1
        for value, text in axis["ticks"]:
            assert axis["low"] * (1 - 1e-9) - 1e-9 <= value <= axis["high"] * (1 + 1e-9) and text == number(value).text


def test_the_axis_of_L_is_that_of_the_picture_at_rest():
    histories = [run(learning_rate=rate) for rate in (0.3, 3.0)]
    assert [axes(histories, 12, [])["loss"][end] for end in ("low", "high")] == list(
        loss_panel(histories, "ab", 0).ylim
    )


def test_an_axis_of_numbers_near_the_end_of_their_range_has_an_end():
    history = run(learning_rate=1e307, updates=2)
    found = axes([history], 2, range(17))
    assert all(
        np.isfinite([axis["low"], axis["high"]]).all() for runs in found["followed"].values() for axis in runs[0]
    )


def test_axes_are_sent_all_at_once_where_they_are_few():
    few, many = [run()], [run(sizes=(2, 30, 20, 1))] * 2
    assert list(parameters_at_once(few)) == list(range(17)) and list(parameters_at_once(many)) == []
    assert many[0].parameters.shape[1] * 2 > MOST_AXES


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (-1.5, "−1.5"), (999.6, "1×10³"), (0.00012345, "0.000123"), (0.000012345, "1.23×10⁻⁵"), (99.95, "100")],
)
def test_a_page_writes_numbers_as_this_does(value, text):
    """The same cases as in tests/front/numbers.test.js."""
    assert number(value).text == text


def test_runs_are_told_apart_by_dash():
    shown = frames([run(learning_rate=rate) for rate in (0.1, 0.3, 1.0)], "abc")
    assert len({each["dash"] for each in shown["runs"]}) == 3
    assert shown["rates"][0] == ["0.025", "0.05", "0.1", "0.2", "0.4"]
    assert shown["update"] == say("pictures.update")
