"""Panels: what is filmed is at every place what is drawn there anew, and nothing is drawn that nobody asked for."""

import pytest

from backprop.examples import one_neuron
from backprop.pictures.chart import Chart
from backprop.pictures.descent import descent_panels, drawn_at, point_at
from backprop.pictures.panel import Kept, Parts, Piece, always
from backprop.story.descent import descended

AXES = {"a": (0.0, 0.5, 1.0), "b": ("x", "y")}


def stands(filmed, axes, place, parts):
    """The part at a place: counted anew, the last axis fastest."""
    on, steps = filmed
    runs, n = [], 0
    for i, step in enumerate(steps):
        runs.append(step + (runs[i - 2] if i > 1 else 0))
    for axis in on:
        n = n * len(axes[axis]) + axes[axis].index(place[axis])
    return parts.drawn[next(runs[i + 1] for i in reversed(range(0, len(runs), 2)) if runs[i] <= n)]


@pytest.mark.parametrize(
    "piece",
    [
        always("same"),
        Piece(lambda a: f"a {a}", ("a",)),
        Piece(lambda b: b, ("b",)),
        Piece(lambda b, a: f"{b}{a}", ("b", "a")),
        Piece(lambda a, b: "one" if b == "x" else f"{a}", ("a", "b")),
        Kept("step", "a", 0.5),
        Kept("there", "a", 0.0),
        Kept("never", "a", 1.5),
    ],
)
def test_a_filmed_piece_is_at_every_place_what_is_drawn_there(piece):
    parts = Parts()
    filmed = piece.filmed(AXES, parts)
    for a in AXES["a"]:
        for b in AXES["b"]:
            place = {"a": a, "b": b}
            assert stands(filmed, AXES, place, parts) == piece.at(place)
            assert stands(piece.held(place, parts), AXES, place, parts) == piece.at(place)


def test_a_piece_is_drawn_once_for_each_value_of_its_own_axes_and_kept_once():
    drawn, parts = [], Parts()
    piece = Piece(lambda a: drawn.append(a) or "all the same", ("a",))
    assert piece.filmed(AXES, parts) == [["a"], [0, 1]]
    assert drawn == [0.0, 0.5, 1.0] and parts.drawn == ["", "all the same"]


def test_a_place_in_a_chart_is_the_point_that_is_drawn_there_and_one_outside_is_taken_to_the_edge():
    chart = Chart(300, 200, (-2, 2), (0, 10))
    for x, y in ((-2, 0), (2, 10), (0.3, 7.1)):
        assert chart.values(chart.x(x), chart.y(y)) == pytest.approx((x, y))
    assert chart.values(-50, 1000) == (-2, 0)
    assert point_at(*drawn_at(1.25, -3.5)) == pytest.approx((1.25, -3.5))
    assert point_at(*drawn_at(99, -99)) == pytest.approx((6, -5))


def test_what_is_put_on_a_chart_by_itself_leaves_the_chart_as_it_was():
    chart = Chart(300, 200, (0, 1), (0, 1))
    before = chart.svg()
    piece = chart.with_marks(lambda layer: layer.points([0.5], [0.5]) or layer.text(0.5, 0.5, "here"))
    assert "<circle" in piece and "here" in piece and chart.svg() == before
    assert chart.with_marks(lambda layer: None) == ""


def test_the_panels_of_a_descent_show_the_path_so_far_and_no_step_that_is_still_to_come():
    _, x, target = one_neuron()
    descent = descended(0.3, (-2, 3), 6)
    surface, losses, _ = descent_panels(x, target, descent.path)
    for panel in (surface, losses):
        steps = [piece for piece in panel.pieces if isinstance(piece, Kept)]
        for at in range(7):
            drawn = panel.at(update=at).parts()
            assert [step.drawn in drawn for step in steps] == [i < at for i in range(6)]
