"""The pictures of the explorers: the chain rule on its graphs, descent on its surface. Pure functions to SVG."""

from functools import lru_cache

import numpy as np

from backprop.chain_rule import DOMAIN
from backprop.chart import Chart, beside, limits
from backprop.notation import number

MARGIN = 1.0  # how far beyond the domain a graph reaches, so that x + Δ stays on it
SURFACE = ((-4.0, 6.0), (-5.0, 5.0))  # w, b


def case1_picture(g, h, step):
    """y = g(x) and z = h(y), with Δx → Δy → Δz as arrows."""
    xs = np.linspace(DOMAIN[0] - MARGIN, DOMAIN[1] + MARGIN, 121)
    ys = np.array([float(g.f(x)) for x in xs])
    first = _graph(
        xs, ys, "x", f"y = g(x) = {g.name.replace('u', 'x')}", step.x, step.y, step.dx, step.dy, ("Δx", "Δy")
    )
    inner = np.linspace(*limits(ys), 121)
    zs = np.array([float(h.f(y)) for y in inner])
    second = _graph(
        inner, zs, "y", f"z = h(y) = {h.name.replace('u', 'y')}", step.y, step.z, step.dy, step.dz, ("Δy", "Δz")
    )
    return beside(first, second, alt=describe_case1(step))


def case2_picture(g, h, k, step, dropped=False):
    """x = g(s), y = h(s), and the two terms end to end beside Δz."""
    s = np.linspace(DOMAIN[0] - MARGIN, DOMAIN[1] + MARGIN, 121)
    charts = [
        _graph(
            s,
            np.array([float(f.f(v)) for v in s]),
            "s",
            f"{letter} = {f.name.replace('u', 's')}",
            step.s,
            at,
            step.ds,
            d,
            ("Δs", f"Δ{letter}"),
        )
        for f, letter, at, d in ((g, "x", step.x, step.dx), (h, "y", step.y, step.dy))
    ]
    first, second = (term * step.ds for term in step.terms)
    reached = first if dropped else first + second
    third = Chart(
        300,
        280,
        (0, 3),
        limits([0, first, first + second, step.dz]),
        title=f"z = k(x, y) = {k.name}",
        ylabel="Δz",
        xticks=False,
    )
    third.hline(0)
    third.arrow(0.8, 0, 0.8, first, "f", title="∂z/∂x · Δx")
    third.text(0.8, first / 2, "by x", "f", anchor="end", dx=-8)
    if not dropped:
        third.arrow(1.2, first, 1.2, first + second, "b", title="∂z/∂y · Δy")
        third.text(1.2, first + second / 2, "by y", "b", anchor="start", dx=8)
    third.hline(reached)
    third.arrow(2.3, 0, 2.3, step.dz, "ink", title="the true Δz")
    third.text(2.3, step.dz / 2, "true", anchor="start", dx=8)
    return beside(*charts, third, alt=describe_case2(step))


def describe_case1(step):
    """What case 1 shows, in one sentence."""
    return (
        f"Case 1 at x = {number(step.x)}: Δx = {number(step.dx)} gives Δy = {number(step.dy)} "
        f"and Δz = {number(step.dz)}; ratio {number(step.ratio)}, derivative {number(step.derivative)}."
    )


def describe_case2(step):
    """What case 2 shows, in one sentence."""
    return (
        f"Case 2 at s = {number(step.s)}: two terms, {number(step.terms[0])} through x and "
        f"{number(step.terms[1])} through y; ratio {number(step.ratio)}, derivative {number(step.derivative)}."
    )


def _graph(xs, ys, xlabel, title, x, y, dx, dy, names):
    chart = Chart(320, 280, (float(xs[0]), float(xs[-1])), limits([*ys, y, y + dy]), title=title, xlabel=xlabel)
    chart.line(xs, ys, "dim", width=1.8)
    chart.points([x], [y], "ink")
    chart.arrow(x, y, x + dx, y, "f", title=f"{names[0]} = {number(dx)}")
    chart.arrow(x + dx, y, x + dx, y + dy, "b", title=f"{names[1]} = {number(dy)}")
    chart.text(x + dx / 2, y, names[0], "f", dy=12)
    chart.text(x + dx, y + dy / 2, names[1], "b", anchor="start" if dx >= 0 else "end", dx=8 if dx >= 0 else -8)
    return chart


@lru_cache(maxsize=4)
def surface_values(x, target, columns=40, rows=40):
    """L(w, b) of one sigmoid neuron with cross-entropy, in the middle of every cell, rows by b."""
    (w0, w1), (b0, b1) = SURFACE
    w = w0 + (np.arange(columns) + 0.5) * (w1 - w0) / columns
    b = b0 + (np.arange(rows) + 0.5) * (b1 - b0) / rows
    z = w[None, :, None] * np.array(x) + b[:, None, None]
    return (np.logaddexp(0.0, z) - np.array(target) * z).sum(axis=2)


def descent_picture(x, target, path, at):
    """The surface L(w, b), darker where L is larger, with the path so far; beside it L at every update.

    ``path`` is rows of (w, b, L); ``at`` is how many updates are shown.
    """
    values = np.log(surface_values(tuple(np.ravel(x).tolist()), tuple(np.ravel(target).tolist())))
    shades = 0.5 + 0.5 * (values - values.min()) / (values.max() - values.min())
    left = Chart(430, 360, *SURFACE, title="L(w, b): darker is larger", xlabel="w", ylabel="b")
    left.grid(shades, *SURFACE)
    w, b, L = (np.array(column) for column in zip(*path, strict=True))
    left.line(w[: at + 1], b[: at + 1], "b", width=2)
    left.points(w[: at + 1], b[: at + 1], "b", size=2.5)
    left.points([w[at]], [b[at]], "ink", size=5, title=f"w = {number(w[at])}, b = {number(b[at])}")
    top = max(10.0, 10 ** np.ceil(np.log10(min(L.max(), 1e6))))
    right = Chart(
        400, 360, (0, max(1, len(path) - 1)), (1.0, top), title="L after every update", xlabel="update", ylog=True
    )
    right.line(range(len(path)), L, "dim", width=1.2)
    right.line(range(at + 1), L[: at + 1], "b")
    right.vline(max(at, 1e-9))
    right.points([at], [L[at]], "ink", size=5)
    return beside(left, right, alt=describe_descent(path, at))


def describe_descent(path, at):
    """Where the descent is, in one sentence."""
    w, b, L = path[at]
    return (
        f"After {at} updates: w = {number(w)}, b = {number(b)}, L = {number(L)}; it began at L = {number(path[0][2])}."
    )
