"""Pictures of gradient descent on one neuron: its loss surface with the path, its loss, and its fit."""

from functools import lru_cache

import numpy as np

from backprop.engine.activations import sigmoid
from backprop.notation import number
from backprop.pictures.chart import Chart, beside
from backprop.story.descent import describe
from backprop.words import say

SURFACE = ((-4.0, 6.0), (-5.0, 5.0))  # w, b


@lru_cache(maxsize=4)
def surface_values(x, target, columns=40, rows=40):
    """L(w, b) of one sigmoid neuron with cross-entropy, in the middle of every cell, rows by b."""
    (w0, w1), (b0, b1) = SURFACE
    w = w0 + (np.arange(columns) + 0.5) * (w1 - w0) / columns
    b = b0 + (np.arange(rows) + 0.5) * (b1 - b0) / rows
    z = w[None, :, None] * np.array(x) + b[:, None, None]
    return (np.logaddexp(0.0, z) - np.array(target) * z).sum(axis=2)


def descent_pictures(x, target, path, at):
    """Three charts: the surface L(w, b) with the path so far, L at every update, and the neuron on its examples.

    ``path`` is rows of (w, b, L), the last one after the last update; ``at`` is how many updates are shown.
    """
    w, b, L = (np.array(column) for column in zip(*path, strict=True))
    return _surface(x, target, w, b, at), _losses(L, at), _fit(x, target, w[at], b[at])


def descent_picture(x, target, path, at):
    """The three charts as one picture."""
    return beside(*descent_pictures(x, target, path, at), alt=describe(path, at))


def _plane():
    return Chart(380, 330, *SURFACE, title=say("pictures.descent.surface"), xlabel="w", ylabel="b")


@lru_cache(maxsize=4)
def _shades(x, target):
    """The cells of the surface as marks: the same at every update, and most of the work of drawing one."""
    values, chart = np.log(surface_values(x, target)), _plane()
    chart.grid(0.5 + 0.5 * (values - values.min()) / (values.max() - values.min()), *SURFACE)
    return tuple(chart.marks)


def _surface(x, target, w, b, at):
    """Bluer where L is larger; the path of updates, and the next one as an arrow."""
    chart = _plane()
    chart.marks.extend(_shades(tuple(np.ravel(x).tolist()), tuple(np.ravel(target).tolist())))
    chart.line(w[: at + 1], b[: at + 1], "b", width=2)
    chart.points(w[:at], b[:at], "b", size=2.5)
    if at + 1 < len(w):
        chart.arrow(w[at], b[at], w[at + 1], b[at + 1], "b", title=say("pictures.descent.next"))
    chart.points([w[at]], [b[at]], "ink", size=5, title=f"w = {number(w[at])}, b = {number(b[at])}")
    (low, high), (bottom, top) = SURFACE
    if not (low <= w[at] <= high and bottom <= b[at] <= top):
        told = say("pictures.descent.left", w=number(w[at]), b=number(b[at]))
        chart.text(sum(SURFACE[0]) / 2, top, told, "b", dy=14)
    return chart


def _losses(L, at):
    """L after every update, on a log scale; what is still to come is faint."""
    top = max(10.0, 10 ** np.ceil(np.log10(min(L.max(), 1e6))))
    low = min(1.0, 10 ** np.floor(np.log10(max(L.min(), 1e-6))))
    span = 0, max(1, len(L) - 1)
    title, xlabel = say("pictures.descent.losses"), say("pictures.update")
    chart = Chart(340, 330, span, (low, top), title=title, xlabel=xlabel, ylog=True)
    chart.line(range(len(L)), L, "dim", width=1.2)
    chart.line(range(at + 1), L[: at + 1], "f")
    chart.vline(max(at, 1e-9))
    chart.points([at], [L[at]], "ink", size=5)
    return chart


def _fit(x, target, w, b):
    """The neuron's output over x, and the targets as squares."""
    x, target = np.ravel(x), np.ravel(target)
    ends = x.min() - 0.5, x.max() + 0.5
    across = np.linspace(*ends, 81)
    chart = Chart(340, 330, ends, (-0.08, 1.08), title=say("pictures.descent.fit"), xlabel="x", ylabel="y")
    chart.line(across, sigmoid.value(w * across + b), "f")
    chart.points(x, target, "ink", shape="square", size=5)
    return chart
