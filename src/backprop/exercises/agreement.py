"""Whether an array of yours agrees with the right one, and where it first does not."""

import numpy as np

from backprop.exercises.explain import FLOAT32, precision
from backprop.notation import apart
from backprop.words import say

SHOWN = 60  # characters of what is no array of numbers


def numbers(one):
    """``one`` as an array of floats; None where it is none, as texts are none though they may be read as numbers."""
    try:
        with np.errstate(all="ignore"):
            array = np.asarray(one)
            return None if np.iscomplexobj(array) or array.dtype.kind in "SU" else np.asarray(array, dtype=float)
    except (TypeError, ValueError, OverflowError):
        return None


def not_numbers(name, one):
    """What is said of something that is no array of real numbers."""
    try:
        if np.iscomplexobj(np.asarray(one)):
            return say("engine.arrays.holds-complex", name=name)
    except ValueError:  # rows of unequal length
        pass
    shown = " ".join(repr(one).split())
    return say(
        "exercises.agreement.not-numbers", name=name, value=shown if len(shown) <= SHOWN else f"{shown[:SHOWN]}…"
    )


def agrees(name, mine, engine, digits=9):
    """None where two arrays agree; else a sentence that names shape, sign or the first entry that differs.

    An array of float32 agrees within what float32 can hold; float16 holds too few digits to tell, which is said.
    """
    array, engine = numbers(mine), np.asarray(engine, dtype=float)
    if mine is None or array is None:
        return not_numbers(name, mine)
    if array.shape != engine.shape:
        return say("exercises.agreement.shape", name=name, mine=array.shape, engine=engine.shape)
    close = near(mine, engine, digits)
    if close.all():
        half = np.asarray(mine).dtype == np.float16 and not near(array, engine, digits).all()
        return say("exercises.agreement.float16", name=name) if half else None
    if near(-array, engine, digits).all():
        return say("exercises.agreement.sign", name=name)
    place = tuple(int(i) for i in np.argwhere(~close)[0]) if close.ndim else ()
    where = f"{name}[{', '.join(map(str, place))}]" if place else name
    one, other = apart(array[place], engine[place])
    return say("exercises.agreement.entry", name=where, mine=one, engine=other)


def near(mine, engine, digits=9):
    """Which entries agree: to these digits, or to what float32 can hold where ``mine`` holds no more."""
    rough = precision(mine) if digits > 4 else 0.0
    array = np.asarray(mine, dtype=float)
    if rough >= FLOAT32:
        size = max(1.0, np.abs(engine).max(initial=0.0))
        return np.isclose(array, engine, rtol=rough, atol=rough * size)
    return np.isclose(array, engine, rtol=10.0**-digits, atol=10.0**-digits)
