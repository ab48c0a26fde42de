"""How large the signals are in each layer of a network, going forward and coming back, for several starts."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from backprop.notation import number
from backprop.pictures.chart import Chart, beside
from backprop.pictures.still import Still
from backprop.words import say

DASHES = ("", "7 4", "2 3", "10 3 2 3")  # told apart in grey too
ROOM = 1.3  # layers that the names of the lines take


def through_layers(gains: Sequence[float], sizes: ArrayLike, slopes: ArrayLike) -> Still:
    """‖a‖ and ‖∂C/∂z‖ of each layer, on log scales, a line for each start.

    ``gains`` are n · Var(w) of the starts, ``sizes`` and ``slopes`` have shape (starts, layers). A line breaks where
    it is 0 or not finite.
    """
    sizes, slopes = np.atleast_2d(np.asarray(sizes, float)), np.atleast_2d(np.asarray(slopes, float))
    last = sizes.shape[1]
    # Each is named where its signal has been through all layers: on the right going forward, on the left coming back.
    forward = _chart("‖a‖", "f", gains, sizes, last, (0.7, last + ROOM))
    backward = _chart("‖∂C/∂z‖", "b", gains, slopes, 1, (1 - ROOM, last + 0.3))
    told = [
        say(
            "pictures.through-layers.start",
            gain=f"{gain:g}",
            last=last,
            **{name: number(values[at]) for name, values, at in _ends(size, slope)},
        )
        for gain, size, slope in zip(gains, sizes, slopes, strict=True)
    ]
    alt = " ".join([say("pictures.through-layers.alt", n=last), *told])
    return Still(beside(forward, backward, alt=alt), alt)


def _ends(size, slope):
    return ("first_a", size, 0), ("last_a", size, -1), ("last_z", slope, -1), ("first_z", slope, 0)


def _chart(what, kind, gains, values, named_at, xlim):
    """One of the two charts, its lines named at a layer."""
    shown = np.where(np.isfinite(values) & (values > 0), values, np.nan)
    finite = shown[np.isfinite(shown)]
    low, high = (finite.min() / 3, finite.max() * 3) if finite.size else (0.1, 10.0)
    title = say("pictures.through-layers.title", what=what)
    xlabel = say("pictures.through-layers.layer")
    chart = Chart(430, 280, xlim, (low, high), title=title, xlabel=xlabel, ylog=True, xticks=False)
    layers = np.arange(1, values.shape[1] + 1)
    for layer in layers:
        chart.text(layer, low, str(layer), "dim", dy=12)
    right = named_at == layers[-1]
    for run, (gain, line) in enumerate(zip(gains, shown, strict=True)):
        chart.line(layers, line, kind, dash=DASHES[run % len(DASHES)])
        if np.isfinite(at := line[named_at - 1]):
            chart.text(named_at, at, f"{gain:g}", dx=8 if right else -8, anchor="start" if right else "end")
    return chart
