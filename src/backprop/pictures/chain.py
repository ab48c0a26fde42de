"""Pictures of the chain rule: what feeds what, and every Δ as an arrow on its graph.

Forward, blue: the nudge on its way. Backward, orange: the derivatives, and the tangents whose slopes they are.
"""

from functools import lru_cache

import numpy as np

from backprop.engine.pairs import at, curve
from backprop.notation import number
from backprop.pictures.chart import Chart
from backprop.pictures.panel import Panel, Piece, always
from backprop.words import say

WIDTH, HEIGHT = 290, 240
CELLS = 32  # cells along each axis of the plane
ROOM = 0.08  # share of the axes left free around a curve
SHORTEST = 18  # pixels below which an arrow has no label
ADD = {"x": "pictures.chain.add-x", "y": "pictures.chain.add-y"}
FINEST = 0.001  # a nudge for what does not depend on it


def chain_panels(chain, nudge):
    """Case 1 on the axes "at" and "delta": the path, then the graphs of g, of h and of both.

    ``nudge(at, delta)`` is the chain's, as ``nudged`` keeps it.
    """
    nodes = {"x": (60, 90), "y": (200, 90), "z": (340, 90)}
    wires = (("", "x", "y", "dy/dx", "dy_dx"), ("", "y", "z", "dz/dy", "dz_dy"))
    g, h, xlim = chain.g, chain.h, (chain.low, chain.high)
    return (
        _paths("Δx → Δy → Δz", nodes, wires, 150, nudge),
        _graph(nudge, g.value, xlim, "xy", f"y = {g.of('x')}", "dy_dx"),
        _graph(nudge, h.value, _range(g, *xlim), "yz", f"z = {h.of('y')}", "dz_dy"),
        _graph(nudge, chain.z, xlim, "xz", "z = h(g(x))", "dz_dx"),
    )


def fork_panels(fork, nudge):
    """Case 2 on the axes "at", "delta", "x" and "y": both paths, the graphs of g and h, the plane of k, and z over s.

    "x" and "y" say whether the path's term is added up; the last tangent has that sum as its slope.
    """
    nodes = {"s": (50, 125), "x": (200, 60), "y": (200, 190), "z": (350, 125)}
    wires = (
        ("x", "s", "x", "dx/ds", "dx_ds"),
        ("x", "x", "z", "∂z/∂x", "dz_dx"),
        ("y", "s", "y", "dy/ds", "dy_ds"),
        ("y", "y", "z", "∂z/∂y", "dz_dy"),
    )
    g, h, slim = fork.g, fork.h, (fork.low, fork.high)
    return (
        _paths(say("pictures.chain.fork"), nodes, wires, HEIGHT, nudge),
        _graph(nudge, g.value, slim, "sx", f"x = {g.of('s')}", "dx_ds"),
        _graph(nudge, h.value, slim, "sy", f"y = {h.of('s')}", "dy_ds"),
        _plane(fork, nudge),
        _graph(nudge, fork.z, slim, "sz", "z = k(g(s), h(s))", None),
    )


def nudged(composition):
    """The composition's nudge at a place, kept: every panel asks for the same ones."""
    return lru_cache(maxsize=1024)(lambda at, delta: composition.nudge(at, delta))


def _graph(nudge, f, limits, letters, title, slope):
    """A graph with its point, its tangent, and the two arrows Δu, then Δv; no slope is the sum of what is added."""
    inputs, values = curve(f, *limits)
    chart = Chart(
        WIDTH,
        HEIGHT,
        _roomy(*limits),
        _roomy(values.min(), values.max()),
        title=title,
        xlabel=letters[0],
        ylabel=letters[1],
    )
    ends = np.array(chart.xlim)
    chart.line(inputs, values, "ink")

    def tangent(at, x=True, y=True):
        n = nudge(at, FINEST)
        u, v = getattr(n, letters[0]), getattr(n, letters[1])
        steepness = getattr(n, slope) if slope else sum(t for t, adds in zip(n.terms, (x, y), strict=True) if adds)
        line = v + steepness * (ends - u)
        return chart.with_marks(
            lambda on: on.line(ends, line, "b", dash=True, width=1.5, title=say("pictures.tangent"))
        )

    pieces = Piece(tangent, ("at",) if slope else ("at", "x", "y")), _corner(chart, nudge, letters)
    return Panel(title, chart.width, chart.height, (always("".join(chart.parts())), *pieces), chart.inside, chart)


def _plane(fork, nudge):
    """k over the plane of x and y, bluer where z is larger, with the curve that s runs through."""
    xlim, ylim, ground, path = _ground(fork)
    title = say("pictures.chain.plane", formula=fork.k.of("x", "y"))
    chart = Chart(WIDTH, HEIGHT, xlim, ylim, title=title, xlabel="x", ylabel="y")
    chart.marks.extend(ground)
    chart.line(*path, "dim", dash=True, width=1.2, title=say("pictures.chain.leads"))
    pieces = always("".join(chart.parts())), _corner(chart, nudge, "xy")
    return Panel(title, chart.width, chart.height, pieces, chart.inside, chart)


@lru_cache(maxsize=4)
def _ground(fork):
    """(xlim, ylim, marks, path) of a fork's plane: most of the work of drawing it."""
    (xs, x_values), (ys, y_values) = (_over(fork, f) for f in (fork.g, fork.h))
    z = np.array([[at(fork.k, x, y) for x in xs] for y in ys])
    chart = Chart(WIDTH, HEIGHT, (xs[0], xs[-1]), (ys[0], ys[-1]))
    chart.grid(0.5 + 0.5 * (z - z.min()) / max(z.max() - z.min(), 1e-12), chart.xlim, chart.ylim)
    return chart.xlim, chart.ylim, tuple(chart.marks), (x_values, y_values)


def _corner(chart, nudge, letters):
    """A piece: Δu to the right, then Δv up or down, from the point (u, v)."""

    def corner(at, delta):
        n = nudge(at, delta)
        u, v, delta_u, delta_v = (
            getattr(n, name.format(*letters)) for name in ("{0}", "{1}", "delta_{0}", "delta_{1}")
        )
        return chart.with_marks(lambda on: _arrows(on, u, v, delta_u, delta_v, letters))

    return Piece(corner, ("at", "delta"))


def _arrows(chart, u, v, delta_u, delta_v, letters):
    """Δu to the right, then Δv up or down, from the point (u, v)."""
    chart.arrow(u, v, u + delta_u, v, "f", title=f"Δ{letters[0]} = {number(delta_u)}")
    chart.arrow(u + delta_u, v, u + delta_u, v + delta_v, "f", title=f"Δ{letters[1]} = {number(delta_v)}")
    chart.points([u], [v], "ink")
    wide, tall = chart.x(u + delta_u) - chart.x(u), chart.y(v + delta_v) - chart.y(v)
    if abs(wide) >= SHORTEST:
        chart.text(u + delta_u / 2, v, f"Δ{letters[0]}", "f", dy=-10 if tall > 0 else 11)
    if abs(tall) >= SHORTEST:
        side = -1 if chart.x(u + delta_u) > chart.width - 40 else 1
        anchor = "start" if side > 0 else "end"
        chart.text(u + delta_u, v + delta_v / 2, f"Δ{letters[1]}", "f", anchor=anchor, dx=6 * side)


def _paths(title, nodes, wires, height, nudge):
    """Letters with their Δ, wires with their derivative above; a path that is not counted is faint."""
    ground = [f'<text class="title start" x="20" y="14">{title}</text>']
    for letter, (x, y) in nodes.items():
        ground.append(f'<text x="{x}" y="{y}" style="font-size:17px;font-weight:600">{letter}</text>')

    def deltas(at, delta):
        n = nudge(at, delta)
        return "".join(_delta(nodes, letter, getattr(n, f"delta_{letter}")) for letter in nodes)

    def path(name, at, counts=True):
        n = nudge(at, FINEST)
        drawn = (_labelled(nodes, wire, getattr(n, wire[-1]), counts) for wire in wires if wire[0] == name)
        return "".join(_switch(name, counts, drawn) if name else drawn)

    ways = dict.fromkeys(wire[0] for wire in wires)
    pieces = (
        Piece(lambda at, name=name, **counts: path(name, at, *counts.values()), ("at", *filter(None, [name])))
        for name in ways
    )
    return Panel(title, 400, height, (always("".join(ground)), Piece(deltas, ("at", "delta")), *pieces))


def _delta(nodes, letter, delta):
    """The Δ of a letter beside it."""
    x, y = nodes[letter]
    beside = -21 if letter == "x" and len(nodes) > 3 else 22  # above the upper path, where no wire runs
    return f'<text class="t-f" x="{x}" y="{y + beside}">Δ{letter} = {number(delta)}</text>'


def _switch(name, counts, drawn):
    """A path of a fork as what it is on a page: a switch, with more room to be hit than its wires have."""
    yield f'<g data-switch="{name}" role="switch" tabindex="0" aria-checked="{str(counts).lower()}" '
    yield f'aria-label="{say(ADD[name])}">'
    yield from drawn
    yield "</g>"


def _labelled(nodes, wire, derivative, counts):
    """A wire with its derivative above it, on its outer side where it slants."""
    name, start, end, letters, _ = wire
    (x0, y0), (x1, y1) = nodes[start], nodes[end]
    label = f"{letters} = {number(derivative)}" if counts else say("pictures.chain.left-out", name=letters)
    x, y = (x0 + x1) / 2, (y0 + y1) / 2
    if y0 != y1:
        x, y = x + (45 if x > 200 else -45), y + (30 if y > 125 else 4)
    text = f'<text class="{"t-b" if counts else "t-dim"}" x="{x:g}" y="{y - 16:g}">{label}</text>'
    hit = f'<path class="bp-reach" fill="none" stroke="transparent" stroke-width="22" d="M{x0} {y0}L{x1} {y1}"/>'
    return _wire(x0, y0, x1, y1, counts) + text + (hit if name else "")


def _wire(x0, y0, x1, y1, counts):
    """A wire with its tip, between two letters."""
    length = float(np.hypot(x1 - x0, y1 - y0))
    ux, uy = (x1 - x0) / length, (y1 - y0) / length
    ax, ay, bx, by = x0 + 16 * ux, y0 + 16 * uy, x1 - 18 * ux, y1 - 18 * uy
    cx, cy = bx - 8 * ux, by - 8 * uy
    tip = f"M{bx:.1f} {by:.1f}L{cx - 4 * uy:.1f} {cy + 4 * ux:.1f}L{cx + 4 * uy:.1f} {cy - 4 * ux:.1f}Z"
    faint, dashed = ("", "") if counts else (' opacity="0.4"', ' stroke-dasharray="4 4"')
    return (
        f'<g{faint}><path class="line s-f" stroke-width="2"{dashed} d="M{ax:.1f} {ay:.1f}L{cx:.1f} {cy:.1f}"/>'
        f'<path class="k-f" d="{tip}"/></g>'
    )


def _over(fork, f):
    """Where the plane's cells stand along one axis, and the values f takes."""
    values = curve(f.value, fork.low, fork.high)[1]
    low, high = _roomy(values.min(), values.max())
    return np.linspace(low, high, CELLS), values


def _range(f, low, high):
    values = curve(f.value, low, high)[1]
    return _widened(float(values.min()), float(values.max()))


def _widened(low, high):
    """Limits that differ, for a function that is constant."""
    return (low, high) if high - low > 1e-9 * max(1.0, abs(low)) else (low - 0.5, high + 0.5)


def _roomy(low, high):
    low, high = _widened(float(low), float(high))
    room = ROOM * (high - low)
    return low - room, high + room
