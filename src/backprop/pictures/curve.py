"""A curve with its tangent, beside its derivative: panels on the axis "z"."""

import numpy as np

from backprop.notation import number
from backprop.pictures.chart import Chart, beside
from backprop.pictures.panel import Panel, Piece, always
from backprop.story.curves import FLAT, HIGH, LOW, called
from backprop.words import say

POINTS = np.linspace(LOW, HIGH, 321)
AXIS = "z"


def describe(curve, z):
    """One sentence for a reader who does not see the picture."""
    value, slope = (number(part([z]).item()) for part in (curve.value, curve.derivative))
    shown = {"value": f"{curve.symbols[0]} = {value}", "slope": f"{curve.symbols[1]} = {slope}"}
    return say("pictures.curve.alt", name=called(curve.name), z=number(z), **shown)


def explore(curve, z, other=None):
    """Both panels at ``z`` as one SVG string; ``other`` is dashed."""
    alt = describe(curve, z)
    drawn = (panel.at(z=z) for panel in curve_panels(curve, other))
    return beside(*drawn, alt=say("pictures.curve.alt-dashed", alt=alt, name=called(other.name)) if other else alt)


def curve_panels(curve, other=None):
    """The curve with its tangent at z, and its derivative; ``other`` is dashed."""
    left, right = _chart(curve, other, "value", "f"), _chart(curve, other, "derivative", "b")
    flat = np.where(np.abs(curve.derivative(POINTS)) < FLAT, right.ylim[0], np.nan)
    right.line(POINTS, flat, "dim", width=9, title=say("pictures.curve.flat", flat=FLAT))

    def on_the_curve(layer, z):
        value, slope = curve.value([z]).item(), curve.derivative([z]).item()
        layer.line([z - 2, z + 2], [value - 2 * slope, value + 2 * slope], "b", width=3, title=say("pictures.tangent"))
        layer.points([z], [value], "f", size=5)
        layer.vline(z)

    def on_the_derivative(layer, z):
        layer.points([z], [curve.derivative([z]).item()], "b", size=5)
        layer.vline(z)

    return _panel(left, on_the_curve), _panel(right, on_the_derivative)


def _panel(chart, mark):
    """A chart as the ground of a panel, and what ``mark(layer, z)`` puts on it."""
    moving = Piece(lambda z: chart.with_marks(lambda layer: mark(layer, z)), (AXIS,))
    ground = always("".join(chart.parts()))
    return Panel(chart.title, chart.width, chart.height, (ground, moving), chart.inside, chart)


def _chart(curve, other, part, kind):
    """One chart of the pair: the curve, the dashed one, and softmax's other outputs as thin lines."""
    which = part == "derivative"
    line = getattr(curve, part)(POINTS)
    dashed = getattr(other, part)(POINTS) if other else line
    coupled = curve.coupled(POINTS)[which] if curve.f.coupled and not curve.loss else []
    title = f"{curve.symbols[which]}, {curve.title}" if curve.loss else curve.symbols[which]
    if len(coupled):
        title = say("pictures.curve.thin", title=title)
    dashed_one = say("pictures.curve.dashed", title=other.title) if other else "z"
    note = say("pictures.curve.thick", flat=FLAT) if which else dashed_one
    chart = Chart(400, 285, (LOW, HIGH), _limits([line, dashed, *coupled], kind), title=title, xlabel=note)
    for thin in coupled:
        chart.line(POINTS, thin, "dim", width=1)
    if other:
        chart.line(POINTS, _broken(other, dashed, which), kind, dash=True, width=1.6)
    chart.line(POINTS, _broken(curve, line, which), kind, width=2.4)
    return chart


def _broken(curve, line, derivative):
    """A derivative that jumps at a kink is drawn with no value there."""
    return np.where(POINTS == 0, np.nan, line) if derivative and curve.kinked else line


def _limits(lines, kind):
    """Axes that hold the lines and, for slopes, 0 and 1; they depend on the curves alone, not on z."""
    low = min(-0.1 if kind == "b" else 0.0, *(line.min() for line in lines))
    high = max(1.0, *(line.max() for line in lines))
    spare = 0.08 * (high - low)
    return low - spare, high + spare
