"""Pictures of the chain rule: what feeds what, and every Δ as an arrow on its graph.

Forward, blue: the nudge on its way. Backward, orange: the derivatives, and the tangents whose slopes they are.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from backprop.engine.pairs import at, curve
from backprop.notation import number
from backprop.pictures.chart import RULES, Chart
from backprop.pictures.theme import picture
from backprop.words import say

WIDTH, HEIGHT = 290, 240
CELLS = 32  # cells along each axis of the plane
ROOM = 0.08  # share of the axes left free around a curve
SHORTEST = 18  # pixels below which an arrow has no label


@dataclass(frozen=True)
class Paths:
    """What feeds what: letters and the wires between them. It stands in a row of charts as one of them."""

    drawn: tuple
    alt: str
    height: float
    width: float = 400

    def parts(self):
        """The drawing, without the picture around it."""
        return self.drawn

    def svg(self):
        """The drawing as an SVG string."""
        return picture("bp-c", self.width, self.height, self.alt, RULES, self.drawn)


def chain_pictures(chain, nudge):
    """Case 1 at a nudge: the path, then the graphs of g, of h and of both."""
    n, xlim = nudge, (chain.low, chain.high)
    nodes = {"x": (60, 90, n.delta_x), "y": (200, 90, n.delta_y), "z": (340, 90, n.delta_z)}
    wires = (("x", "y", "dy/dx", n.dy_dx, True), ("y", "z", "dz/dy", n.dz_dy, True))
    g, h = chain.g, chain.h
    return (
        _paths("Δx → Δy → Δz", nodes, wires, 150),
        _graph(g.value, xlim, "xy", n.x, n.y, n.delta_x, n.delta_y, n.dy_dx, f"y = {g.of('x')}"),
        _graph(h.value, _range(g, *xlim), "yz", n.y, n.z, n.delta_y, n.delta_z, n.dz_dy, f"z = {h.of('y')}"),
        _graph(chain.z, xlim, "xz", n.x, n.z, n.delta_x, n.delta_z, n.dz_dx, "z = h(g(x))"),
    )


def fork_pictures(fork, nudge, counted=(True, True)):
    """Case 2 at a nudge: both paths, then the graphs of g and h, the plane of k, and z over s.

    ``counted`` says which of the two terms are added up; the last tangent has that sum as its slope.
    """
    n, slim = nudge, (fork.low, fork.high)
    through_x, through_y = counted
    nodes = {
        "s": (50, 125, n.delta_s),
        "x": (200, 60, n.delta_x),
        "y": (200, 190, n.delta_y),
        "z": (350, 125, n.delta_z),
    }
    wires = (
        ("s", "x", "dx/ds", n.dx_ds, through_x),
        ("x", "z", "∂z/∂x", n.dz_dx, through_x),
        ("s", "y", "dy/ds", n.dy_ds, through_y),
        ("y", "z", "∂z/∂y", n.dz_dy, through_y),
    )
    total = sum(term for term, counts in zip(n.terms, counted, strict=True) if counts)
    g, h = fork.g, fork.h
    return (
        _paths(say("pictures.chain.fork"), nodes, wires, HEIGHT),
        _graph(g.value, slim, "sx", n.s, n.x, n.delta_s, n.delta_x, n.dx_ds, f"x = {g.of('s')}"),
        _graph(h.value, slim, "sy", n.s, n.y, n.delta_s, n.delta_y, n.dy_ds, f"y = {h.of('s')}"),
        _plane(fork, n),
        _graph(fork.z, slim, "sz", n.s, n.z, n.delta_s, n.delta_z, total, "z = k(g(s), h(s))"),
    )


def _graph(f, limits, letters, u, v, delta_u, delta_v, steepness, title):
    """A graph with its point, its tangent, and the two arrows Δu, then Δv."""
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
    chart.line(ends, v + steepness * (ends - u), "b", dash=True, width=1.5, title=say("pictures.tangent"))
    _corner(chart, u, v, delta_u, delta_v, letters)
    return chart


def _plane(fork, n):
    """k over the plane of x and y, bluer where z is larger, with the curve that s runs through."""
    xlim, ylim, ground, path = _ground(fork)
    title = say("pictures.chain.plane", formula=fork.k.of("x", "y"))
    chart = Chart(WIDTH, HEIGHT, xlim, ylim, title=title, xlabel="x", ylabel="y")
    chart.marks.extend(ground)
    chart.line(*path, "dim", dash=True, width=1.2, title=say("pictures.chain.leads"))
    _corner(chart, n.x, n.y, n.delta_x, n.delta_y, "xy")
    return chart


@lru_cache(maxsize=4)
def _ground(fork):
    """(xlim, ylim, marks, path) of a fork's plane: the same wherever s stands, and most of the work of drawing it."""
    (xs, x_values), (ys, y_values) = (_over(fork, f) for f in (fork.g, fork.h))
    z = np.array([[at(fork.k, x, y) for x in xs] for y in ys])
    chart = Chart(WIDTH, HEIGHT, (xs[0], xs[-1]), (ys[0], ys[-1]))
    chart.grid(0.5 + 0.5 * (z - z.min()) / max(z.max() - z.min(), 1e-12), chart.xlim, chart.ylim)
    return chart.xlim, chart.ylim, tuple(chart.marks), (x_values, y_values)


def _corner(chart, u, v, delta_u, delta_v, letters):
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


def _paths(title, nodes, wires, height):
    """Letters with their Δ, wires with their derivative above; a path that is not counted is faint."""
    pieces = [f'<text class="title start" x="20" y="14">{title}</text>']
    for letter, (x, y, delta) in nodes.items():
        pieces.append(f'<text x="{x}" y="{y}" style="font-size:17px;font-weight:600">{letter}</text>')
        beside = -21 if letter == "x" and len(nodes) > 3 else 22  # above the upper path, where no wire runs
        pieces.append(f'<text class="t-f" x="{x}" y="{y + beside}">Δ{letter} = {number(delta)}</text>')
    for start, end, name, derivative, counts in wires:
        (x0, y0, _), (x1, y1, _) = nodes[start], nodes[end]
        pieces.append(_wire(x0, y0, x1, y1, counts))
        label = f"{name} = {number(derivative)}" if counts else say("pictures.chain.left-out", name=name)
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        if y0 != y1:  # a slanting wire has its label on its outer side
            x, y = x + (45 if x > 200 else -45), y + (30 if y > 125 else 4)
        pieces.append(f'<text class="{"t-b" if counts else "t-dim"}" x="{x:g}" y="{y - 16:g}">{label}</text>')
    return Paths(tuple(pieces), title, height)


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
