"""The chain rule's two cases, as small compositions whose every change can be seen.

Case 1: x → y = g(x) → z = h(y), and dz/dx = dz/dy · dy/dx.
Case 2: s → x = g(s) and y = h(s) → z = k(x, y), and dz/ds = ∂z/∂x · dx/ds + ∂z/∂y · dy/ds.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from backprop.functions import sigmoid
from backprop.numeric import central_difference

DOMAIN = (-2.0, 2.0)


@dataclass(frozen=True)
class Curve:
    """A function of one number, with its derivative."""

    name: str
    f: Callable
    derivative: Callable


@dataclass(frozen=True)
class Surface:
    """A function of two numbers, with its two partial derivatives."""

    name: str
    f: Callable
    by_x: Callable
    by_y: Callable


CURVES = {
    curve.name: curve
    for curve in (
        Curve("u²", lambda u: u**2, lambda u: 2 * u),
        Curve("sin u", np.sin, np.cos),
        Curve("σ(u)", sigmoid.value, sigmoid.derivative),
        Curve("e^(u/2)", lambda u: np.exp(u / 2), lambda u: np.exp(u / 2) / 2),
        Curve("1 − u/2", lambda u: 1 - u / 2, lambda u: u * 0 - 0.5),
    )
}
SURFACES = {
    surface.name: surface
    for surface in (
        Surface("x · y", lambda x, y: x * y, lambda x, y: y, lambda x, y: x),
        Surface("x + y", lambda x, y: x + y, lambda x, y: 1.0, lambda x, y: 1.0),
        Surface("x² + y²", lambda x, y: x**2 + y**2, lambda x, y: 2 * x, lambda x, y: 2 * y),
        Surface("x − 2y", lambda x, y: x - 2 * y, lambda x, y: 1.0, lambda x, y: -2.0),
    )
}


@dataclass(frozen=True)
class Case1:
    """Δx → Δy → Δz at one x."""

    x: float
    y: float
    z: float
    dx: float
    dy: float
    dz: float
    dy_dx: float
    dz_dy: float

    @property
    def derivative(self):
        """dz/dx = dz/dy · dy/dx."""
        return self.dz_dy * self.dy_dx

    @property
    def ratio(self):
        """Δz / Δx."""
        return self.dz / self.dx


@dataclass(frozen=True)
class Case2:
    """Δs → {Δx, Δy} → Δz at one s."""

    s: float
    x: float
    y: float
    z: float
    ds: float
    dx: float
    dy: float
    dz: float
    dx_ds: float
    dy_ds: float
    dz_dx: float
    dz_dy: float

    @property
    def terms(self):
        """One term a path: through x, through y."""
        return self.dz_dx * self.dx_ds, self.dz_dy * self.dy_ds

    @property
    def derivative(self):
        """dz/ds: the sum of both terms."""
        return sum(self.terms)

    @property
    def ratio(self):
        """Δz / Δs."""
        return self.dz / self.ds


def case1(g, h, x, dx):
    """Move x by dx: what happens to y = g(x) and z = h(y). Raises ValueError where dx is 0."""
    _moved(dx)
    y, y_moved = float(g.f(x)), float(g.f(x + dx))
    z, z_moved = float(h.f(y)), float(h.f(y_moved))
    return Case1(x, y, z, dx, y_moved - y, z_moved - z, float(g.derivative(x)), float(h.derivative(y)))


def case2(g, h, k, s, ds):
    """Move s by ds: what happens to x = g(s), y = h(s) and z = k(x, y). Raises ValueError where ds is 0."""
    _moved(ds)
    x, y, x_moved, y_moved = (float(f) for f in (g.f(s), h.f(s), g.f(s + ds), h.f(s + ds)))
    z, z_moved = float(k.f(x, y)), float(k.f(x_moved, y_moved))
    slopes = g.derivative(s), h.derivative(s), k.by_x(x, y), k.by_y(x, y)
    return Case2(s, x, y, z, ds, x_moved - x, y_moved - y, z_moved - z, *(float(slope) for slope in slopes))


def checked_curve(f, derivative, name="your own", domain=DOMAIN):
    """A Curve of your own pair, once its derivative agrees with central differences on the domain.

    Raises TypeError for what is not a function, ValueError that names the first place where they disagree.
    """
    for what, each in (("function", f), ("derivative", derivative)):
        if not callable(each):
            raise TypeError(f"The {what} is {each!r}; expected a function of one number.")
    for u in np.linspace(*domain, 9):
        value, given = float(f(u)), float(derivative(u))
        if not (np.isfinite(value) and np.isfinite(given)):
            raise ValueError(
                f"At {u:g} the function gives {value:g} and the derivative {given:g}; expected finite numbers."
            )
        _agree(given, central_difference(lambda v: float(f(v)), u).item(), f"{u:g}", "derivative")
    return Curve(name, f, derivative)


def checked_surface(f, by_x, by_y, name="your own", domain=DOMAIN):
    """A Surface of your own functions, once both partial derivatives agree with central differences."""
    for what, each in (("function", f), ("first derivative", by_x), ("second derivative", by_y)):
        if not callable(each):
            raise TypeError(f"The {what} is {each!r}; expected a function of two numbers.")
    for x in np.linspace(*domain, 4):
        for y in np.linspace(*domain, 4):
            place = f"({x:g}, {y:g})"
            numeric = central_difference(lambda v: float(f(v[0], v[1])), np.array([x, y]))
            _agree(float(by_x(x, y)), numeric[0], place, "derivative by x")
            _agree(float(by_y(x, y)), numeric[1], place, "derivative by y")
    return Surface(name, f, by_x, by_y)


def _agree(given, numeric, place, what):
    if not abs(given - numeric) <= 1e-5 * max(1.0, abs(numeric)):
        raise ValueError(f"At {place} your {what} gives {given:.6g}; a central difference gives {numeric:.6g}.")


def _moved(delta):
    if delta == 0:
        raise ValueError("Δ is 0; expected a change that is not 0.")
