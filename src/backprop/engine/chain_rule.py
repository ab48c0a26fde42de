"""The chain rule in its two cases, each a small composition of functions beside their derivatives.

Case 1, a chain: y = g(x), z = h(y).             Δx → Δy → Δz          dz/dx = dz/dy · dy/dx
Case 2, a fork:  x = g(s), y = h(s), z = k(x, y). Δs → {Δx, Δy} → Δz   dz/ds = ∂z/∂x · dx/ds + ∂z/∂y · dy/ds
"""

from collections.abc import Callable
from dataclasses import dataclass

from backprop.engine.pairs import at, one, slope, slopes, span, two


@dataclass(frozen=True)
class ChainNudge:
    """Case 1 at x, nudged by delta_x."""

    x: float
    y: float
    z: float
    delta_x: float
    delta_y: float
    delta_z: float
    dy_dx: float
    dz_dy: float

    @property
    def dz_dx(self):
        """dz/dx = dz/dy · dy/dx."""
        return self.dz_dy * self.dy_dx

    @property
    def rounded_by(self):
        """What rounds z: z itself, and y through dz/dy."""
        return self.z, self.dz_dy * self.y


@dataclass(frozen=True)
class ForkNudge:
    """Case 2 at s, nudged by delta_s."""

    s: float
    x: float
    y: float
    z: float
    delta_s: float
    delta_x: float
    delta_y: float
    delta_z: float
    dx_ds: float
    dy_ds: float
    dz_dx: float
    dz_dy: float

    @property
    def terms(self):
        """One term a path: ∂z/∂x · dx/ds and ∂z/∂y · dy/ds."""
        return self.dz_dx * self.dx_ds, self.dz_dy * self.dy_ds

    @property
    def dz_ds(self):
        """dz/ds, the sum over both paths."""
        return sum(self.terms)

    @property
    def rounded_by(self):
        """What rounds z: z itself, and x and y through its partial derivatives."""
        return self.z, self.dz_dx * self.x, self.dz_dy * self.y


class Chain:
    """Case 1: y = g(x), z = h(y), for x from ``low`` to ``high``. g and h: a name or a pair."""

    def __init__(
        self,
        g: str | tuple[Callable, Callable],
        h: str | tuple[Callable, Callable],
        low: float = -1.5,
        high: float = 2.5,
    ):
        self.low, self.high = low, high
        self.g = one(g, "g", "x", low, high)
        self.h = one(h, "h", "y", *span(self.g, low, high))
        self.coarser = max(self.g.coarser, self.h.coarser)

    def z(self, x: float) -> float:
        """z = h(g(x))."""
        return at(self.h, at(self.g, x))

    def nudge(self, x: float, delta_x: float) -> ChainNudge:
        """What x and x + Δx give."""
        y, z = at(self.g, x), self.z(x)
        delta_y, delta_z = at(self.g, x + delta_x) - y, self.z(x + delta_x) - z
        return ChainNudge(x, y, z, delta_x, delta_y, delta_z, slope(self.g, x), slope(self.h, y))


class Fork:
    """Case 2: x = g(s), y = h(s), z = k(x, y), for s from ``low`` to ``high``. g, h and k: a name or a pair."""

    def __init__(
        self,
        g: str | tuple[Callable, Callable],
        h: str | tuple[Callable, Callable],
        k: str | tuple[Callable, Callable, Callable],
        low: float = -1.5,
        high: float = 2.5,
    ):
        self.low, self.high = low, high
        self.g, self.h = one(g, "g", "s", low, high), one(h, "h", "s", low, high)
        self.k = two(k, "k", span(self.g, low, high), span(self.h, low, high))
        self.coarser = max(self.g.coarser, self.h.coarser, self.k.coarser)

    def z(self, s: float) -> float:
        """z = k(g(s), h(s))."""
        return at(self.k, at(self.g, s), at(self.h, s))

    def nudge(self, s: float, delta_s: float) -> ForkNudge:
        """What s and s + Δs give."""
        x, y, z = at(self.g, s), at(self.h, s), self.z(s)
        moved = s + delta_s
        deltas = at(self.g, moved) - x, at(self.h, moved) - y, self.z(moved) - z
        dz_dx, dz_dy = slopes(self.k, x, y)
        return ForkNudge(s, x, y, z, delta_s, *deltas, slope(self.g, s), slope(self.h, s), dz_dx, dz_dy)
