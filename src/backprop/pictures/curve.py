"""A curve with its tangent, beside its derivative, as one SVG string: a pure function of (curve, z)."""

import numpy as np

from backprop.notation import number
from backprop.pictures.chart import Chart, beside
from backprop.story.curves import FLAT, HIGH, LOW, called
from backprop.words import say

POINTS = np.linspace(LOW, HIGH, 321)


def describe(curve, z):
    """One sentence for a reader who does not see the picture."""
    value, slope = (number(part([z]).item()) for part in (curve.value, curve.derivative))
    shown = {"value": f"{curve.symbols[0]} = {value}", "slope": f"{curve.symbols[1]} = {slope}"}
    return say("pictures.curve.alt", name=called(curve.name), z=number(z), **shown)


def explore(curve, z, other=None):
    """The curve with its tangent at ``z`` beside its derivative, as an SVG string; ``other`` is dashed."""
    left, right = _chart(curve, other, "value", "f"), _chart(curve, other, "derivative", "b")
    value, slope = curve.value([z]).item(), curve.derivative([z]).item()
    left.line([z - 2, z + 2], [value - 2 * slope, value + 2 * slope], "b", width=3, title=say("pictures.tangent"))
    left.points([z], [value], "f", size=5)
    flat = np.where(np.abs(curve.derivative(POINTS)) < FLAT, right.ylim[0], np.nan)
    right.line(POINTS, flat, "dim", width=9, title=say("pictures.curve.flat", flat=FLAT))
    right.points([z], [slope], "b", size=5)
    for chart in (left, right):
        chart.vline(z)
    alt = describe(curve, z)
    return beside(left, right, alt=say("pictures.curve.alt-dashed", alt=alt, name=called(other.name)) if other else alt)


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
    chart = Chart(440, 300, (LOW, HIGH), _limits([line, dashed, *coupled], kind), title=title, xlabel=note)
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
