"""What stands still in the panels of training while its updates go by, and the axes: plain data for a page.

What moves is in ``film_rows``; the page puts each number in its place.
"""

from collections.abc import Iterable, Sequence

import numpy as np

from backprop.engine.descent import History, parameter_names, parameter_places
from backprop.notation import number
from backprop.pictures.chart import SHADES, Chart, limits, log_ticks, nice_ticks
from backprop.pictures.film_rows import CELLS, FINE, byte_columns, float_columns, has_plane, plane_limits
from backprop.pictures.marks import edge_name
from backprop.pictures.panel import Panel, always
from backprop.pictures.panels import DASHES, DELTA_RANGE, KINDS, LARGEST, LEAST_LOSS, NETWORK_SIZE, RULES, network_frame
from backprop.pictures.theme import shapes
from backprop.story.training import FACTORS, apart
from backprop.words import say

LOSS, FOLLOWED, PLANE, NORMS = (350, 184), (350, 152), (310, 336), (310, 150)  # width and height
MOST_TICKS = 5
NEAR = 13  # from an example: as near it is hit, by a finger too
MOST_AXES = 600  # parameters of all runs up to which each has its axes at once


def frames(histories: Sequence[History], names: Sequence[str]) -> dict:
    """All that a page needs to show the rows of these runs, but for their axes."""
    first = histories[0]
    return {
        "columns": {"floats": float_columns(first), "bytes": byte_columns(first)},
        "runs": [
            {"name": name, "sign": sign, "kind": KINDS[r], "dash": DASHES[r]}
            for r, (name, sign) in enumerate(zip(names, apart(histories), strict=True))
        ],
        "fine": FINE,
        "shades": SHADES,
        "cells": CELLS,
        "parameters": [name for name, _ in parameter_names(first.start)],
        "network": network(first),
        "loss": framed(Chart(*LOSS, (0, 1), (0, 1), title=say("pictures.panels.loss"))),
        "plane": plane(first) if has_plane(first) else None,
        "value": framed(Chart(*FOLLOWED, (0, 1), (0, 1))),
        "slope": framed(Chart(*FOLLOWED, (0, 1), (0, 1), title=say("pictures.panels.gradient"))),
        "norms": norms(len(first.start.layers)),
        "update": say("pictures.update"),
        "rates": [[number(factor * history.learning_rate).text for factor in FACTORS] for history in histories],
    }


def network(history: History) -> dict:
    """The network's wires without their numbers, and {its name: the place of its parameter} of every wire."""
    places = parameter_places(history.start)
    edges = {edge_name(False, *at): place for place, at in enumerate(places) if at[2] is not None}
    title, drawn = network_frame(history.start)
    panel = Panel(title, *NETWORK_SIZE, (always(drawn),)).frame()
    return {
        "frame": panel | {"css": "bp-n", "rules": (shapes("bp-n") + RULES).replace("\n", "")},
        "drawn": drawn,
        "edges": edges,
    }


def plane(history: History) -> dict:
    """The plane of the examples: its axes, an empty place for the shades, and every example where it stands."""
    title, alt = say("pictures.panels.boundary"), say("pictures.panels.boundary-alt")
    chart = Chart(*PLANE, *plane_limits(history.x), title=title, xlabel="x₁", ylabel="x₂", alt=alt)
    ones = history.target[:, 0] > 0.5
    points = (_example(chart, n, *x, ones[n]) for n, x in enumerate(history.x))
    frame = framed(chart)
    shades = "".join(f"<path {shade}/>" for shade in _shades())
    shades = f'<g class="bp-shades" shape-rendering="crispEdges">{shades}</g>'  # no paper shows between cells
    return frame | {
        "frame": frame["frame"] | {"title": alt},
        "drawn": "".join([*chart.parts(), shades, *points]),
        "limits": plane_limits(history.x),
        "points": history.x.tolist(),
    }


def _shades():
    """The look of every shade, from orange to blue, as attributes; the middle one is the paper."""
    for shade in range(-SHADES, SHADES + 1):
        yield f'class="k-{"f" if shade > 0 else "b"}" opacity="{abs(shade) / SHADES / 2:.2g}"'


def _example(chart, n, x, y, one):
    """An example: a circle for 1, a square for 0, in a place that is large enough to be hit."""
    x, y = chart.x(x), chart.y(y)
    mark = f'<circle class="k-f" cx="{x:.1f}" cy="{y:.1f}" r="3.4"/>'
    square = f'<rect class="p s-b" stroke-width="1.8" x="{x - 3:.1f}" y="{y - 3:.1f}" width="6" height="6"/>'
    ring = f'<circle class="bp-near" cx="{x:.1f}" cy="{y:.1f}" r="{NEAR}"/>'
    return f'<g data-q="example {n}">{ring}{mark if one else square}</g>'


def norms(layers: int) -> dict:
    """A bar for ‖∂C/∂z‖ of each layer on a fixed log scale, so that a vanishing gradient is seen to vanish."""
    title = say("pictures.panels.deltas")
    chart = Chart(*NORMS, (0, layers), DELTA_RANGE, title=title, ylog=True, xticks=False)
    _, top, width, height = chart.inside
    drawn = []
    for l in range(layers):
        x, name = chart.x(l + 0.5), say("pictures.panels.layer", layer=l + 1)
        drawn.append(
            f'<path class="line s-b bp-bar-of" stroke-width="{min(26, width / layers / 2):.0f}" data-x="{x:.1f}"/>'
        )
        drawn.append(f'<text class="t-dim" x="{x:.1f}" y="{top + height + 14:.1f}">{name}</text>')
        drawn.append(f'<text class="bp-norm" x="{x:.1f}"></text>')
    return framed(chart) | {"drawn": "".join([*chart.parts(), *drawn]), "axis": axis(*DELTA_RANGE, log=True)}


def framed(chart: Chart) -> dict:
    """A chart's frame, and the room between its axes."""
    return {"frame": Panel(chart.title, chart.width, chart.height, ()).frame(), "box": list(chart.inside)}


# ------------------------------------------------------- axes


def axes(histories: Sequence[History], wanted: int, followed: Iterable[int]) -> dict:
    """The axes of the curves, as far as they are recorded: updates, L, and of the parameters ``followed`` by each run.

    Of a parameter there are two: its values, and its gradients.
    """
    losses = np.concatenate([history.losses for history in histories])
    losses = np.clip(losses[np.isfinite(losses)], LEAST_LOSS, LARGEST)  # a log scale has no place for 0
    return {
        "update": counts(wanted),
        "loss": axis(losses.min() / 1.5, losses.max() * 1.5, log=True),
        "followed": {place: [_followed(history, place) for history in histories] for place in followed},
    }


def parameters_at_once(histories: Sequence[History]) -> range:
    """The parameters whose axes are few enough to be sent all at once: all of them, or none."""
    parameters = histories[0].parameters.shape[1]
    return range(parameters if parameters * len(histories) <= MOST_AXES else 0)


def _followed(history, place):
    values, gradients = (
        np.clip(each, -LARGEST, LARGEST) for each in (history.parameters[:, place], history.gradients(place))
    )
    return [axis(*limits(values)), axis(*limits([*gradients, 0.0]))]


def axis(low: float, high: float, log: bool = False) -> dict:
    """From where to where, and [where, what] of each tick."""
    ticks = (log_ticks if log else nice_ticks)(low, high, MOST_TICKS)
    return {"low": float(low), "high": float(high), "log": log, "ticks": [[float(v), number(v).text] for v in ticks]}


def counts(last: int) -> dict:
    """An axis of updates, whose ticks are whole numbers written out."""
    whole = axis(0, last)
    return whole | {"ticks": [[value, f"{value:.0f}"] for value, _ in whole["ticks"] if value == int(value)]}
