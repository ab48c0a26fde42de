"""Arrays as the package holds them: float64, finite, read-only.

Every public function passes what it is given through this module, so that bad input
is refused in one place, in one sentence: what was wrong, what was expected.
"""

import re
from math import inf, isfinite
from numbers import Real

import numpy as np

from backprop.words import say


def read_only(array):
    """Return ``array`` itself, which cannot be written to from now on: for an array just made, that nobody else has."""
    array.setflags(False)  # write=False; by name it takes twice as long, and a pass does it for each of its arrays
    return array


def frozen(values):
    """Return ``values`` as a float64 array that cannot be written to; its own copy."""
    return read_only(np.array(values, dtype=np.float64))


def _settled(array):
    """Whether nobody writes to this float64 array: it is read-only, and its memory is its own. It needs no copy."""
    return not array.flags.writeable and array.base is None and array.dtype == np.float64


def all_finite(array):
    """Whether no entry is NaN or infinite. Their sum of squares tells it at once, unless it is itself out of range."""
    return isfinite(np.vdot(array, array)) or bool(np.isfinite(array).all())


def held_by(kind, array):
    """Whether this type of float, such as np.float32, holds every entry, and not because they have few digits."""
    with np.errstate(all="ignore"):
        array = np.asarray(array, dtype=float)
        held = np.array_equal(array.astype(kind).astype(float), array)
        return held and not any(np.array_equal(np.round(array, k), array) for k in range(7))  # 0.25 is no sign of it


def in_order_of_keys(things):
    """The values of a dict as a list, by the last number in each key where all have one; else as they stand in it."""
    keys = list(things)
    digits = [re.findall(r"\d+", str(key)) for key in keys]
    if all(digits):
        keys = [key for _, key in sorted(zip((int(found[-1]) for found in digits), keys, strict=True))]
    return [things[key] for key in keys]


def as_numbers(values, what):
    """Return ``values`` as a read-only float64 array of any shape; one that is so already is not copied.

    Raises TypeError for anything that is not a number, ValueError for ragged or empty
    arrays, NaN and infinity. ``what`` names the thing in the sentence.
    """
    try:
        array = np.asarray(values)
    except ValueError:
        raise ValueError(say("engine.arrays.ragged", name=what)) from None
    if array.dtype == object and all(isinstance(item, Real) for item in array.flat):
        array = np.array([_as_float(item) for item in array.flat]).reshape(array.shape)
    if array.dtype.kind not in "biuf":
        raise TypeError(_not_real(values, array, what))
    if array.size == 0:
        raise ValueError(say("engine.arrays.empty", name=what, shape=array.shape))
    if not all_finite(array):
        place = tuple(int(i) for i in np.argwhere(~np.isfinite(array))[0])
        if not place:
            raise ValueError(say("engine.arrays.infinite", name=what, value=array[place]))
        index = place if len(place) > 1 else place[0]
        raise ValueError(say("engine.arrays.infinite-at", name=what, value=array[place], index=index))
    return array if _settled(array) else frozen(array)


def as_vector(values, what):
    """Return ``values`` as a read-only vector, shape ``(n,)``."""
    array = as_numbers(values, what)
    if array.ndim != 1:
        raise ValueError(say("engine.arrays.no-vector", name=what, shape=array.shape))
    return array


def as_matrix(values, what):
    """Return ``values`` as a read-only matrix, shape ``(rows, columns)``."""
    array = as_numbers(values, what)
    if array.ndim != 2:
        raise ValueError(say("engine.arrays.no-matrix", name=what, shape=array.shape))
    return array


def as_inputs(x, width):
    """Return ``x`` as examples in rows, shape ``(n, width)``; one example ``(width,)`` is welcome."""
    return _as_examples(x, width, "x", "engine.arrays.no-inputs", {})


def as_targets(target, width, layers):
    """Return ``target`` as examples in rows, shape ``(n, width)``: one for each output of the last of ``layers``."""
    return _as_examples(target, width, "target", "engine.arrays.no-targets", {"layer": layers})


def _as_examples(values, width, what, refusal, fields):
    array = as_numbers(values, what)
    rows = array[np.newaxis, :] if array.ndim == 1 else array
    if rows.ndim != 2 or rows.shape[1] != width:
        told = say(refusal, shape=array.shape, n=width, **fields)
        if width == 1 and array.ndim == 1:
            told = say("engine.arrays.one-row-each", refusal=told, examples=array.size)
        raise ValueError(told)
    return rows


def as_positive(value, what):
    """Return ``value`` as a float, finite and above 0."""
    try:
        number = as_numbers(value, what)
    except TypeError:
        raise TypeError(say("engine.arrays.no-positive", name=what, value=repr(value))) from None
    if number.ndim != 0 or not number > 0:
        raise ValueError(say("engine.arrays.no-positive", name=what, value=repr(value)))
    return float(number)


def _as_float(item):
    """A real number as a float, infinite where it is out of range."""
    try:
        return float(item)
    except OverflowError:
        return inf if item > 0 else -inf


def _not_real(values, array, what):
    """Say what an array of no real numbers holds: complex numbers, text, None, objects."""
    if array.dtype.kind == "c":
        return say("engine.arrays.holds-complex", name=what)
    if isinstance(values, str):
        return say("engine.arrays.holds-text", name=what, text=repr(values))
    if values is None:
        return say("engine.arrays.holds-none", name=what)
    kinds = sorted({type(item).__name__ for item in np.asarray(values, dtype=object).flat})
    return say("engine.arrays.holds-kinds", name=what, kinds=", ".join(kinds))
