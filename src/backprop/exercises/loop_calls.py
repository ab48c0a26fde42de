"""What single calls of a loop show: that one is not as the one before, or starts elsewhere.

Of such a loop nothing else can be read off its results.
"""

import io
from contextlib import redirect_stdout

import numpy as np

from backprop.exercises.called import told as raised
from backprop.exercises.explain import constant, same
from backprop.exercises.repeated import differs
from backprop.exercises.returned import groups
from backprop.exercises.trials import RETURNS, TAKES, copied, drawn
from backprop.notation import number
from backprop.words import say


def called(function, given):
    """All numbers of what a loop returns, one after another."""
    with redirect_stdout(io.StringIO()):
        returned = function(*(copied(given[name]) for name in TAKES["train"]))
    own, _ = groups(returned, RETURNS["train"], len(given["weights"]), given)
    return np.concatenate([np.ravel(array) for group in own.values() for array in group])


def told(function):
    """That two calls differ, that what comes back is not finite, or that it starts elsewhere; empty where none is."""
    given = drawn(8, (2, 3, 2), 5, 0.3).trained()
    try:
        with np.errstate(all="ignore"):
            first = called(function, given)
            if differs(called, [function, given]):
                return say("exercises.slip.loop-draws-its-own")
            if not np.isfinite(first).all():
                return say("exercises.slip.loop-not-finite")
            for name in ("weights", "biases"):
                others = [0.7 * array + 0.1 for array in given[name]]
                if same(first, called(function, given | {name: others}), 0.0):
                    return say("exercises.slip.loop-starts-elsewhere", name=name)
    except Exception:  # what it raises has been told, if it raised where it was tried
        return ""
    return ""


def at_rest(function):
    """The sentence that parameters change where η is 0, as of a loop that changes them before it starts; else empty."""
    given = drawn(72, (3, 4, 2), 3, 0.0).trained()
    try:
        with np.errstate(all="ignore"):
            now = called(function, given)
    except Exception:  # what it raises has been told, if it raised where it was tried
        return ""
    at = 0
    for name in ("weights", "biases"):
        was = np.concatenate([np.ravel(array) for array in given[name]])
        its, at = now[at : at + was.size], at + was.size
        if same(its, was):
            continue
        if times := constant(its, was):
            return say("exercises.loop.scaled-at-rest", name=name, factor=number(times).text)
        return say("exercises.loop.changed-at-rest", name=name)
    return ""


def biases_unused(function):
    """[the sentence that the new weights do not change with the biases], where they do not."""
    given = drawn(8, (2, 3, 2), 5, 0.3).trained()
    size = sum(array.size for array in given["weights"])
    others = given | {"biases": [0.7 * array + 0.1 for array in given["biases"]]}
    one, other = (called(function, each)[:size] for each in (given, others))
    said = say("exercises.dependence.unused", array="new_w[0]", given="biases[0]")
    return [said] if same(one, other, 0.0) else []


def raises_with_one(function):
    """What a loop raises where each update takes one example, and with larger batches it does not; else empty."""
    given = drawn(8, (2, 3, 2), 5, 0.3).trained()
    try:
        called(function, given | {"batch": 4})
    except Exception:  # what it raises has been told
        return ""
    try:
        called(function, given | {"batch": 1})
    except Exception as error:
        return say("exercises.code.with", where="batch = 1", complaint=raised(error))
    return ""
