"""Charts as structure: marks stand where their numbers say, and axes refuse what cannot be drawn."""

import re
import xml.etree.ElementTree as ET

import numpy as np
import pytest

from backprop import walkthrough
from backprop.engine.chain_rule import Chain
from backprop.engine.descent import record
from backprop.examples import initial_network, lecture_network, random_network, xor
from backprop.pictures.chain import chain_panels, nudged
from backprop.pictures.chart import Chart, beside, log_ticks, nice_ticks
from backprop.pictures.curve import explore
from backprop.pictures.diagram import diagram
from backprop.pictures.digits import confusion_picture, images_picture
from backprop.pictures.panels import loss_panel, network_panel
from backprop.story.curves import Curve
from backprop.story.quantity import Quantity


def chart(**more):
    return Chart(400, 300, (0, 10), (-1, 1), title="a title", alt="what is seen", **more)


def test_a_point_stands_where_its_numbers_say():
    c = chart()
    c.points([0, 10, 5], [-1, 1, 0])
    places = re.findall(r'<circle[^>]*cx="([\d.]+)" cy="([\d.]+)"', c.svg())
    assert [tuple(map(float, p)) for p in places] == [(58, 258), (386, 30), (222, 144)]


def test_a_chart_is_well_formed_and_says_what_is_seen():
    c = chart()
    c.line([0, 1, np.nan, 3], [0, 1e9, 0, np.inf])
    c.arrow(0, 0, 5, 0.5, "b")
    c.arrow(1, 0, 1, 0)
    for shape in ("circle", "square", "cross"):
        c.points([1], [0], shape=shape, title="a < b")
    c.vline(3)
    c.hline(0)
    c.text(1, 0, "x < y & z")
    c.grid(np.linspace(0, 1, 12).reshape(3, 4), (0, 10), (-1, 1))
    svg = c.svg()
    assert ET.fromstring(svg).attrib["aria-label"] == "what is seen"
    numbers = re.findall(r' (?:d|x|y|cx|cy|width|height)="([^"]*)"', svg)
    assert numbers and not any("nan" in text or "inf" in text for text in numbers)


def test_a_line_breaks_where_a_value_is_not_finite():
    c = chart()
    c.line([0, 1, 2, 3], [0, np.nan, 0, 0])
    assert re.search(r' d="(M[^"]*)"', c.marks[0])[1].count("M") == 2


def test_cells_of_a_half_are_paper_and_the_rest_are_blue_above_and_orange_below():
    c = chart()
    c.grid([[0.5, 1.0], [0.0, 0.5]], (0, 10), (-1, 1))
    assert len(c.marks) == 2
    assert 'class="k-b"' in c.marks[0] and "M58.0 30.0" in c.marks[0]
    assert 'class="k-f"' in c.marks[1] and "M222.0 144.0" in c.marks[1]


def test_ticks_are_round_and_within_the_axis():
    assert nice_ticks(0, 1) == pytest.approx([0, 0.2, 0.4, 0.6, 0.8, 1.0])
    assert nice_ticks(-3, 7) == [-2, 0, 2, 4, 6]
    assert log_ticks(1e-3, 1e2) == pytest.approx([1e-3, 1e-2, 1e-1, 1, 10, 100])


@pytest.mark.parametrize("xlim", [(1, 1), (2, 1), (0, np.inf), (np.nan, 1)])
def test_axes_that_cannot_be_drawn_are_refused(xlim):
    with pytest.raises(ValueError, match=r"xlim is .*; expected a smaller and a larger finite number"):
        Chart(100, 100, xlim, (0, 1))


def test_a_log_axis_refuses_zero():
    with pytest.raises(ValueError, match="both above 0"):
        Chart(100, 100, (0, 1), (0, 1), ylog=True)


def test_an_unknown_shape_is_refused():
    with pytest.raises(ValueError, match="expected circle, square or cross"):
        chart().points([0], [0], shape="star")


def test_charts_side_by_side_keep_their_own_axes():
    first, second = Chart(200, 100, (0, 1), (0, 1), title="one"), Chart(300, 120, (0, 2), (0, 1), title="two")
    svg = beside(first, second, alt="both")
    first, second = ("".join(chart.parts()) for chart in (first, second))
    assert first in svg and f'<g transform="translate(200 0)">{second}</g>' in svg
    assert 'viewBox="0 0 500 120"' in svg and 'aria-label="both"' in svg


def test_after_so_many_columns_a_new_row_begins():
    charts = [Chart(200, 100, (0, 1), (0, 1)), Chart(300, 120, (0, 2), (0, 1)), Chart(200, 90, (0, 1), (0, 1))]
    svg = beside(*charts, alt="all", columns=2)
    assert re.findall(r"translate\((\d+ \d+)\)", svg) == ["0 0", "200 0", "0 120"]
    assert 'viewBox="0 0 500 210"' in svg


def pictures():
    """One of every kind of picture."""
    walk = walkthrough(*random_network(sizes=(4, 8, 8, 3)))
    history = list(record(initial_network((2, 4, 1)), *xor(), updates=20))[-1]
    images, confusion = np.full((3, 64), 0.5), np.eye(10, dtype=int)
    yield from (diagram(walk, i) for i in (-1, 3, 30, len(walk) - 1))
    yield diagram(walkthrough(*lecture_network()), 23, marked=frozenset({Quantity("dC_dw", 0, 0, 0)}))
    chain = Chain("sine", "square", -1.5, 2.5)
    yield from (panel.at(at=0.6, delta=0.5).svg() for panel in chain_panels(chain, nudged(chain)))
    yield from (loss_panel([history], ["one"], 3).svg(), network_panel(history.update(3)))
    yield from (
        explore(Curve("sigmoid"), 1.0),
        images_picture(images, "123", "three"),
        confusion_picture(confusion, "ten"),
    )


def test_every_part_of_a_picture_has_a_line_of_its_own_so_that_the_page_can_compare_them():
    for svg in pictures():
        opening, *parts, closing = svg.split("\n")
        assert opening.startswith("<svg") and opening.endswith(">") and closing == "</svg>"
        assert len(ET.fromstring(svg)) == len(parts) > 2
        for part in parts:
            ET.fromstring(part)  # one element, and whole


@pytest.mark.parametrize(("low", "high"), [(1.2, 8.0), (0.7, 1.4), (0.03, 0.2), (2.1, 2.3), (6.0, 90.0), (1e-9, 3e-9)])
def test_a_log_axis_too_short_for_two_powers_of_ten_has_ticks_all_the_same(low, high):
    ticks = log_ticks(low, high)
    assert len(ticks) > 1 and ticks == sorted(set(ticks)) and low <= ticks[0] and ticks[-1] <= high * (1 + 1e-12)
