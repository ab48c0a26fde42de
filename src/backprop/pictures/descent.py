"""Pictures of gradient descent on one neuron: its loss surface with the path, its loss, and its fit."""

from functools import lru_cache

import numpy as np

from backprop.engine.activations import sigmoid
from backprop.notation import number
from backprop.pictures.chart import Chart
from backprop.pictures.panel import Kept, Panel, Piece, always
from backprop.words import say

SURFACE = ((-4.0, 6.0), (-5.0, 5.0))  # w, b
AXIS = "update"  # a place on it is how many updates have been taken


@lru_cache(maxsize=4)
def surface_values(x, target, columns=40, rows=40):
    """L(w, b) of one sigmoid neuron with cross-entropy, in the middle of every cell, rows by b."""
    (w0, w1), (b0, b1) = SURFACE
    w = w0 + (np.arange(columns) + 0.5) * (w1 - w0) / columns
    b = b0 + (np.arange(rows) + 0.5) * (b1 - b0) / rows
    z = w[None, :, None] * np.array(x) + b[:, None, None]
    return (np.logaddexp(0.0, z) - np.array(target) * z).sum(axis=2)


def descent_panels(x, target, path):
    """Three panels on the axis "update": L(w, b) with the path so far, L at every update, the neuron on its examples.

    ``path`` is rows of (w, b, L), the first one before any update.
    """
    w, b, L = (np.array(column) for column in zip(*path, strict=True))
    return _surface(x, target, w, b), _losses(L), _fit(x, target, w, b)


def drawn_at(w, b):
    """(x, y) of a point of L(w, b) in the picture; one outside it stands at its edge."""
    (low, high), (bottom, top) = SURFACE
    plane = _plane()
    return plane.x(min(max(w, low), high)), plane.y(min(max(b, bottom), top))


def point_at(x, y):
    """(w, b) at a place in the picture of L(w, b)."""
    return _plane().values(x, y)


def _plane():
    return Chart(380, 330, *SURFACE, title=say("pictures.descent.surface"), xlabel="w", ylabel="b")


@lru_cache(maxsize=4)
def _shades(x, target):
    """The cells of the surface as marks: the same at every update, and most of the work of drawing one."""
    values, chart = np.log(surface_values(x, target)), _plane()
    chart.grid(0.5 + 0.5 * (values - values.min()) / (values.max() - values.min()), *SURFACE)
    return tuple(chart.marks)


def _surface(x, target, w, b):
    """Bluer where L is larger; the path of updates, and the next one as an arrow."""
    chart, last = _plane(), len(w) - 1
    chart.marks.extend(_shades(tuple(np.ravel(x).tolist()), tuple(np.ravel(target).tolist())))
    (low, high), (bottom, top) = SURFACE

    def step(i):
        def mark(layer):
            layer.line(w[i : i + 2], b[i : i + 2], "b", width=2)
            layer.points(w[i : i + 1], b[i : i + 1], "b", size=2.5)

        return Kept(chart.with_marks(mark), AXIS, i + 1)

    def stand(layer, at):
        if at < last:
            layer.arrow(w[at], b[at], w[at + 1], b[at + 1], "b", title=say("pictures.descent.next"))
        layer.points([w[at]], [b[at]], "ink", size=5, title=f"w = {number(w[at])}, b = {number(b[at])}")
        if not (low <= w[at] <= high and bottom <= b[at] <= top):
            told = say("pictures.descent.left", w=number(w[at]), b=number(b[at]))
            layer.text(sum(SURFACE[0]) / 2, top, told, "b", dy=14)

    return _panel(chart, *map(step, range(last)), _moving(chart, stand))


def _losses(L):
    """L after every update, on a log scale; what is still to come is faint."""
    top = max(10.0, 10 ** np.ceil(np.log10(min(L.max(), 1e6))))
    low = min(1.0, 10 ** np.floor(np.log10(max(L.min(), 1e-6))))
    span = 0, max(1, len(L) - 1)
    title, xlabel = say("pictures.descent.losses"), say("pictures.update")
    chart = Chart(340, 330, span, (low, top), title=title, xlabel=xlabel, ylog=True)
    chart.line(range(len(L)), L, "dim", width=1.2)
    steps = (
        Kept(chart.with_marks(lambda layer, i=i: layer.line([i, i + 1], L[i : i + 2], "f")), AXIS, i + 1)
        for i in range(len(L) - 1)
    )

    def stand(layer, at):
        layer.vline(max(at, 1e-9))
        layer.points([at], [L[at]], "ink", size=5)

    return _panel(chart, *steps, _moving(chart, stand))


def _fit(x, target, w, b):
    """The neuron's output over x, and the targets as squares."""
    x, target = np.ravel(x), np.ravel(target)
    ends = x.min() - 0.5, x.max() + 0.5
    across = np.linspace(*ends, 81)
    chart = Chart(340, 330, ends, (-0.08, 1.08), title=say("pictures.descent.fit"), xlabel="x", ylabel="y")
    targets = chart.with_marks(lambda layer: layer.points(x, target, "ink", shape="square", size=5))
    neuron = _moving(chart, lambda layer, at: layer.line(across, sigmoid.value(w[at] * across + b[at]), "f"))
    return _panel(chart, neuron, always(targets))


def _panel(chart, *pieces):
    """A chart as the ground of a panel, with what moves on it."""
    return Panel(chart.title, chart.width, chart.height, (always("".join(chart.parts())), *pieces), chart.inside)


def _moving(chart, mark):
    """A piece of what ``mark(layer, update)`` puts on the chart."""
    return Piece(lambda update: chart.with_marks(lambda layer: mark(layer, update)), (AXIS,))
