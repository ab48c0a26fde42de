"""Arrays as the package holds them: float64, finite, read-only.

Every public function passes what it is given through this module, so that bad input
is refused in one place, in one sentence: what was wrong, what was expected.
"""

from math import isfinite

import numpy as np


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


def as_numbers(values, what):
    """Return ``values`` as a read-only float64 array of any shape; one that is so already is not copied.

    Raises TypeError for anything that is not a number, ValueError for ragged or empty
    arrays, NaN and infinity. ``what`` names the thing in the sentence.
    """
    try:
        array = np.asarray(values)
    except ValueError:
        raise ValueError(
            f"{what} is ragged: its rows have different lengths; give every row the same length."
        ) from None
    if array.dtype.kind not in "biuf":
        came = "complex numbers" if array.dtype.kind == "c" else f"{_describe(values)}"
        raise TypeError(f"{what} holds {came}; expected real numbers.")
    if array.size == 0:
        raise ValueError(f"{what} is empty (shape {array.shape}); expected at least one number.")
    if not all_finite(array):
        place = tuple(int(i) for i in np.argwhere(~np.isfinite(array))[0])
        where = f" at index {place if len(place) > 1 else place[0]}" if place else ""
        raise ValueError(f"{what} has {array[place]}{where}; expected finite numbers.")
    return array if _settled(array) else frozen(array)


def as_vector(values, what):
    """Return ``values`` as a read-only vector, shape ``(n,)``."""
    array = as_numbers(values, what)
    if array.ndim != 1:
        raise ValueError(f"{what} has shape {array.shape}; expected one row of numbers, shape (n,).")
    return array


def as_matrix(values, what):
    """Return ``values`` as a read-only matrix, shape ``(rows, columns)``."""
    array = as_numbers(values, what)
    if array.ndim != 2:
        raise ValueError(f"{what} has shape {array.shape}; expected rows and columns, shape (n_out, n_in).")
    return array


def as_examples(values, width, what, per):
    """Return ``values`` as examples in rows, shape ``(n, width)``; one example ``(width,)`` is welcome.

    ``what`` is the array's name (``x``, ``target``), ``per`` says what its columns are.
    """
    array = as_numbers(values, what)
    rows = array[np.newaxis, :] if array.ndim == 1 else array
    if rows.ndim != 2 or rows.shape[1] != width:
        hint = ""
        if width == 1 and array.ndim == 1:
            hint = f" For {array.size} examples give one row each: [[…], […]]."
        raise ValueError(
            f"{what} has shape {array.shape}; expected (n, {width}), or ({width},) for one example: "
            f"{width} {per}.{hint}"
        )
    return rows


def as_positive(value, what):
    """Return ``value`` as a float, finite and above 0."""
    try:
        number = as_numbers(value, what)
    except TypeError:
        raise TypeError(f"{what} is {value!r}; expected one finite number above 0.") from None
    if number.ndim != 0 or not number > 0:
        raise ValueError(f"{what} is {value!r}; expected one finite number above 0.")
    return float(number)


def _describe(values):
    """Say what an array of non-numbers holds: text, None, ragged lists, objects."""
    if isinstance(values, str):
        return f"the text {values!r}"
    if values is None:
        return "None"
    kinds = sorted({type(item).__name__ for item in np.asarray(values, dtype=object).flat})
    return f"values of type {', '.join(kinds)}"
