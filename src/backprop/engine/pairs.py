"""Functions beside their derivatives: a library of them, and the check that a learner's own pair passes.

A function is chosen by name from ONE or TWO, or given as a pair (function, derivative). A pair is compared
with central differences where it will be used, and refused in one sentence.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from backprop.engine.activations import get_activation, sigmoid
from backprop.engine.arrays import held_by
from backprop.engine.numeric import (
    DIFFERS,
    EPSILON,
    FLAT,
    SEVERAL,
    TOLERANCE,
    differ,
    difference,
    one_sided,
    verdict,
)
from backprop.notation import apart, printed
from backprop.words import say

POINTS = 12  # where a pair is checked, along each axis; even, so that the middle is not among them
DRAWN = 121  # points of a graph
ALIKE = 1.2  # two halves of which one changes at most so many times as much as the other are nearly straight
HALVINGS = 30  # of the distance between two points; where it is not straight then, it jumps
ROOM = 32  # in fewer steps of a difference a function changes its course too fast for one
SMALL = 1e-3  # a function none of whose values is larger is one of small numbers
LEAST = np.finfo(np.float64).tiny / EPSILON  # below this a number has fewer digits, and is as good as 0
REFINED = 3  # times the noise of a difference is that of one refined with half the step
SMALLER = 4  # times smaller is the step over which a bend is told from a kink
VALUE = "engine.pairs.value-fails", "engine.pairs.value-infinite"
SLOPE = "engine.pairs.slope-fails", "engine.pairs.slope-infinite"
tanh = get_activation("tanh")


@dataclass(frozen=True)
class Function:
    """``value(v)`` beside ``derivative(v)``; in a function of two, it gives both partial derivatives.

    ``text`` is the formula with {} for each argument; ``coarser`` is how many times coarser than float64 its values
    are rounded, as those of float32 are.
    """

    text: str
    value: Callable
    derivative: Callable
    coarser: float = 1.0

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
    graph = np.linspace(low, high, DRAWN)
    values = _values(function, name, (letter,), [(float(v),) for v in graph])
    steepest = _steepest(partial(_along, function, (low,), 0), graph, values)
    points = [*np.linspace(low, high, POINTS), *([] if steepest is None else [steepest])]
    return _checked(function, name, (letter,), [(float(v),) for v in points])


def _steepest(f, inputs, values):
    """Where a function of one number is steepest: it may lie between the points. None where it jumps, or nearly so."""
    at = int(np.argmax(np.abs(np.diff(values))))
    low, high = map(float, inputs[at : at + 2])
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        below, above = abs(f(middle) - f(low)), abs(f(high) - f(middle))
        if max(below, above) <= ALIKE * min(below, above):
            *_, step = difference(f, middle, [1.0], _coarser([*values, f(middle)]))
            return middle if high - low > ROOM * step else None
        low, high = (low, middle) if below > above else (middle, high)
    return None


def two(choice, name, xs, ys):
    """The function of two numbers that a learner chose, checked over the rectangle ``xs`` by ``ys``."""
    function = _chosen(choice, name, TWO, "{}, {}")
    points = [(float(x), float(y)) for x in np.linspace(*xs, POINTS // 2) for y in np.linspace(*ys, POINTS // 2)]
    return _checked(function, name, ("x", "y"), points)


def at(function, *v):
    """The function's value, as a float."""
    return _flat(function.value(*v))[0]


def slope(function, v):
    """The derivative of a function of one number, as a float."""
    return _flat(function.derivative(v))[0]


def slopes(function, x, y):
    """The partial derivatives of a function of two numbers, as floats."""
    by_x, by_y = _flat(function.derivative(x, y))
    return by_x, by_y


def curve(function, low, high, count=DRAWN):
    """Points for a graph: (inputs, values)."""
    inputs = np.linspace(low, high, count)
    return inputs, np.array([_flat(function(v))[0] for v in inputs])


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
    """The function, where each derivative agrees with a central difference at every point, or at a kink with a side."""
    values = _values(function, name, letters, points)
    if _values(function, name, letters, points) != values:
        raise ValueError(say("engine.pairs.differs", name=name))
    largest = max(map(abs, values))
    unit = largest if LEAST < largest < SMALL else 1.0  # a function of small numbers is judged by their size
    scale = max(1.0, largest)
    if function not in (*ONE.values(), *TWO.values()):
        function = replace(function, coarser=_coarser(values))
    hidden = []
    for point in points:
        claimed = _numbers(function.derivative, SLOPE, name, letters, point)
        if len(claimed) != len(letters):
            raise ValueError(say("engine.pairs.count", name=name, n=len(claimed), expected=len(letters)))
        for k, given in enumerate(claimed):
            along = partial(_along, function, point, k)
            judged = (lambda v, f=along: f(v) / unit), point[k], given / unit, scale, function.coarser
            hidden.append(partial(_is_hidden, *judged))
            if told := _differing(*judged):
                slopes = [unit * each for each in told]
                raise ValueError(_refusal(name, letters, letters[k], _place(letters, point), given, *slopes))
    if all(each() for each in hidden):  # the first that can be judged is enough
        raise ValueError(say("engine.pairs.hidden", name=name))
    return function


def _is_hidden(f, v, given, scale, coarser):
    """Whether rounding hides the slope of a function of one number at v, so that no number can be called it."""
    numeric, noise, _ = difference(f, v, [scale], coarser)
    return verdict(given, numeric, noise, scale) == FLAT


def _along(function, point, k, v):
    """The function's value where the k-th of a point's numbers is v; NaN where it has none, as beyond its domain."""
    try:
        with np.errstate(all="ignore"):
            # A learner's function may keep or change the array it is given, so it gets floats.
            return at(function, *map(float, (*point[:k], v, *point[k + 1 :])))
    except Exception:
        return np.nan


def _differing(f, v, given, scale, coarser):
    """The slopes that a function of one number has at v, one, or two at a kink, where ``given`` is none; else None.

    At a kink every number between the slopes of its sides is one.
    """
    numeric, noise, step = difference(f, v, [scale], coarser)
    if verdict(given, numeric, noise, scale) != DIFFERS:
        return None
    refined = (4 * _over(f, v, step / 2) - numeric) / 3  # without the part of the error that grows with the step
    if verdict(given, refined, REFINED * noise, scale) != DIFFERS:
        return None
    sides = sorted(one_sided(f, v, step))
    if not differ(*sides) or not np.isfinite(sides).all():
        return (numeric,)
    room = TOLERANCE * max(scale, *map(abs, sides)) + 2 * SEVERAL * noise
    if sides[0] - room <= given <= sides[1] + room:
        return None
    return (numeric,) if _is_bend(f, v, step) else sides


def _over(f, v, h):
    """The central difference of a function of one number over a step h."""
    high, low = v + h, v - h
    return (f(high) - f(low)) / (high - low)


def _is_bend(f, v, h):
    """Whether the slopes of two sides come near each other over a smaller step: those of a kink do not."""
    left, right = one_sided(f, v, h)
    nearer, other = one_sided(f, v, h / SMALLER)
    return abs(other - nearer) < abs(right - left) / 2


def _refusal(name, letters, letter, place, given, *slopes):
    """The sentence of a derivative by this letter that is none of these slopes, one, or two at a kink."""
    nearest = min(slopes, key=lambda slope: abs(given - slope))
    mine, expected = apart(given, nearest, 4, printed)
    told = {"name": name, "place": place, "given": mine}
    if len(slopes) > 1:
        low, high = (expected if slope == nearest else printed(slope, 4) for slope in slopes)
        return say("engine.pairs.kink-differs", letter=letter, low=low, high=high, **told)
    if len(letters) > 1:
        return say("engine.pairs.partial-differs", letter=letter, expected=expected, **told)
    return say("engine.pairs.slope-differs", expected=expected, **told)


def _coarser(values):
    """How many times coarser than float64 the numbers are that a function gives, such as those of float32."""
    kinds = (kind for kind in (np.float16, np.float32) if held_by(kind, values))
    return float(np.finfo(next(kinds, np.float64)).eps / EPSILON)


def _place(letters, point):
    return ", ".join(f"{letter} = {v:.3g}" for letter, v in zip(letters, point, strict=True))


def _values(function, name, letters, points):
    """What a learner's function gives at these points, a float each. Raises ValueError, in a sentence."""
    found = []
    for point in points:
        given = _numbers(function.value, VALUE, name, letters, point)
        if len(given) != 1:
            raise ValueError(say("engine.pairs.values", name=name, n=len(given), place=_place(letters, point)))
        found += given
    return found


def _numbers(function, refusals, name, letters, point):
    """What a learner's function gives at a point, as a list of finite floats, or a refusal: one of two sentences."""
    fails, infinite = refusals
    told = {"name": name, "place": _place(letters, point)}
    try:
        with np.errstate(all="ignore"):
            numbers = _flat(function(*point))
    except (Exception, SystemExit) as error:  # whatever a learner's function raises, it is told in one sentence
        raise ValueError(say(fails, error=_why(error), **told)) from None
    if not numbers or not np.isfinite(numbers).all():
        raise ValueError(say(infinite, **told))
    return numbers


def _why(error):
    """What an error says; its kind, where it says nothing."""
    if isinstance(error, SystemExit):
        return say("engine.pairs.exits")
    return str(error) or type(error).__name__


def _flat(given):
    """A number, an array or a tuple of them as a list of floats. Raises TypeError or ValueError for anything else."""
    parts = [np.ravel(part) for part in (given if isinstance(given, tuple | list) else [given])]
    if any(map(np.iscomplexobj, parts)):
        raise TypeError(say("engine.pairs.complex"))
    return [float(v) for part in parts for v in part]
