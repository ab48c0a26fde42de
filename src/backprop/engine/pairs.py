"""Functions beside their derivatives: a library of them, and the check that a learner's own pair passes.

A function is chosen by name from ONE or TWO, or given as a pair (function, derivative). A pair is compared
with central differences where it will be used, and refused in one sentence.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from backprop.engine.activations import get_activation, sigmoid
from backprop.engine.numeric import central_difference

POINTS = 12  # where a pair is checked, along each axis; even, so that the middle is not among them
TOLERANCE = 1e-6
tanh = get_activation("tanh")


@dataclass(frozen=True)
class Function:
    """``value(v)`` beside ``derivative(v)``; in a function of two, it gives both partial derivatives.

    ``text`` is the formula with {} for each argument.
    """

    text: str
    value: Callable
    derivative: Callable

    def of(self, *letters):
        """The formula of these letters: "sin x"."""
        return self.text.format(*letters)


ONE = {
    "sine": Function("sin {}", np.sin, np.cos),
    "square": Function("{}²", lambda v: v**2, lambda v: 2 * v),
    "falling": Function("1 − {}/2", lambda v: 1 - v / 2, lambda v: -0.5),
    "exponential": Function("e^({}/2)", lambda v: np.exp(v / 2), lambda v: np.exp(v / 2) / 2),
    "sigmoid": Function("σ({})", sigmoid.value, sigmoid.derivative),
    "tanh": Function("tanh {}", tanh.value, tanh.derivative),
}
TWO = {
    "product": Function("{} · {}", lambda x, y: x * y, lambda x, y: (y, x)),
    "sum": Function("{} + {}", lambda x, y: x + y, lambda x, y: (1.0, 1.0)),
    "difference": Function("{} − 2{}", lambda x, y: x - 2 * y, lambda x, y: (1.0, -2.0)),
    "squares": Function("{}² + {}²", lambda x, y: x**2 + y**2, lambda x, y: (2 * x, 2 * y)),
    "neuron": Function("σ({} + {})", lambda x, y: sigmoid.value(x + y), lambda x, y: (sigmoid.derivative(x + y),) * 2),
}


def one(choice, name, letter, low, high):
    """The function of one number that a learner chose, checked from ``low`` to ``high``.

    Raises ValueError or TypeError, naming what came and what was expected.
    """
    function = _chosen(choice, name, ONE, "{}")
    points = [(float(v),) for v in np.linspace(low, high, POINTS)]
    return _checked(function, name, (letter,), points)


def two(choice, name, xs, ys):
    """The function of two numbers that a learner chose, checked over the rectangle ``xs`` by ``ys``."""
    function = _chosen(choice, name, TWO, "{}, {}")
    points = [(float(x), float(y)) for x in np.linspace(*xs, POINTS // 2) for y in np.linspace(*ys, POINTS // 2)]
    return _checked(function, name, ("x", "y"), points)


def at(function, *v):
    """The function's value, as a float."""
    return float(function.value(*v))


def slope(function, v):
    """The derivative of a function of one number, as a float."""
    return float(function.derivative(v))


def slopes(function, x, y):
    """The partial derivatives of a function of two numbers, as floats."""
    by_x, by_y = function.derivative(x, y)
    return float(by_x), float(by_y)


def curve(function, low, high, count=121):
    """Points for a graph: (inputs, values)."""
    inputs = np.linspace(low, high, count)
    return inputs, np.array([float(function(v)) for v in inputs])


def span(function, low, high):
    """The smallest and the largest value from ``low`` to ``high``."""
    values = curve(function.value, low, high)[1]
    return float(values.min()), float(values.max())


def _chosen(choice, name, library, arguments):
    if isinstance(choice, str):
        if choice in library:
            return library[choice]
        raise ValueError(f"{name} is {choice!r}; expected one of {', '.join(library)}, or (function, derivative).")
    if not isinstance(choice, (tuple, list)) or len(choice) != 2 or not all(map(callable, choice)):
        raise TypeError(f"{name} is {choice!r}; expected a pair of functions, (function, derivative).")
    return Function(f"{name}({arguments})", *choice)


def _checked(function, name, letters, points):
    """The function, where its derivatives agree with central differences at every point."""
    places = [", ".join(f"{letter} = {v:.3g}" for letter, v in zip(letters, p, strict=True)) for p in points]
    values = [_numbers(function.value, f"{name} at {place}", *p)[0] for place, p in zip(places, points, strict=True)]
    scale = max(1.0, *map(abs, values))
    for place, point in zip(places, points, strict=True):
        claimed = _numbers(function.derivative, f"The derivative of {name} at {place}", *point)
        if len(claimed) != len(letters):
            raise ValueError(f"The derivative of {name} gives {len(claimed)} numbers; expected {len(letters)}.")
        # A learner's function may keep or change the array it is given, so it gets floats.
        numeric = central_difference(lambda v: float(function.value(*map(float, v))), point)
        for letter, given, expected in zip(letters, claimed, numeric, strict=True):
            if abs(given - expected) > TOLERANCE * max(scale, abs(expected)):
                by = f" by {letter}" if len(letters) > 1 else ""
                raise ValueError(
                    f"The derivative of {name}{by} gives {given:.4g} at {place}; "
                    f"a central difference of {name} gives {expected:.4g}."
                )
    return function


def _numbers(function, what, *point):
    """What a learner's function gives at a point, as a list of finite floats."""
    try:
        with np.errstate(all="ignore"):
            numbers = [float(v) for v in np.ravel(function(*point))]
    except (ArithmeticError, TypeError, ValueError) as error:
        raise ValueError(f"{what} cannot be computed: {error}.") from None
    if not numbers or not np.isfinite(numbers).all():
        raise ValueError(f"{what} is not a finite number; choose other functions or another span.")
    return numbers
