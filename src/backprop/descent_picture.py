"""The picture of the descent explorer: the surface L(w, b), and L after every update."""

from functools import lru_cache

import numpy as np

from backprop.chart import Chart, beside
from backprop.notation import number

SURFACE = ((-4.0, 6.0), (-5.0, 5.0))  # w, b


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
