"""Functions beside their derivatives: a library of them, and the check that a learner's own pair passes.

A function is chosen by name from ONE or TWO, or given as a pair (function, derivative). A pair is compared
with central differences where it will be used, and refused in one sentence.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from backprop.engine.activations import get_activation, sigmoid
from backprop.engine.numeric import DIFFERS, central_difference, noise_of, verdict
from backprop.words import say

POINTS = 12  # where a pair is checked, along each axis; even, so that the middle is not among them
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
        raise ValueError(say("engine.pairs.unknown", name=name, choice=repr(choice), known=", ".join(library)))
    if not isinstance(choice, (tuple, list)) or len(choice) != 2 or not all(map(callable, choice)):
        raise TypeError(say("engine.pairs.no-pair", name=name, choice=repr(choice)))
    return Function(f"{name}({arguments})", *choice)


def _checked(function, name, letters, points):
    """The function, where its derivatives agree with central differences at every point."""
    places = [", ".join(f"{letter} = {v:.3g}" for letter, v in zip(letters, p, strict=True)) for p in points]
    values = [
        _numbers(function.value, "engine.pairs.value-fails", "engine.pairs.value-infinite", name, place, p)[0]
        for place, p in zip(places, points, strict=True)
    ]
    scale = max(1.0, *map(abs, values))
    for place, point in zip(places, points, strict=True):
        claimed = _numbers(
            function.derivative, "engine.pairs.slope-fails", "engine.pairs.slope-infinite", name, place, point
        )
        if len(claimed) != len(letters):
            raise ValueError(say("engine.pairs.count", name=name, n=len(claimed), expected=len(letters)))
        # A learner's function may keep or change the array it is given, so it gets floats.
        numeric = central_difference(lambda v: float(function.value(*map(float, v))), point)
        for letter, given, expected in zip(letters, claimed, numeric, strict=True):
            if verdict(given, expected, noise_of(scale), scale) == DIFFERS:
                sentence = "engine.pairs.partial-differs" if len(letters) > 1 else "engine.pairs.slope-differs"
                told = {"given": f"{given:.4g}", "expected": f"{expected:.4g}"}
                raise ValueError(say(sentence, name=name, letter=letter, place=place, **told))
    return function


def _numbers(function, fails, infinite, name, place, point):
    """What a learner's function gives at a point, as a list of finite floats, or a refusal: one of two sentences."""
    try:
        with np.errstate(all="ignore"):
            given = np.ravel(function(*point))
            if np.iscomplexobj(given):
                raise TypeError(say("engine.pairs.complex"))
            numbers = [float(v) for v in given]
    except Exception as error:  # whatever a learner's function raises, it is told in one sentence
        raise ValueError(say(fails, name=name, place=place, error=error)) from None
    if not numbers or not np.isfinite(numbers).all():
        raise ValueError(say(infinite, name=name, place=place))
    return numbers
