"""What is to be said of a loop before it is taken apart: that a call is not as the one before, or starts elsewhere.

Of such a loop nothing else can be read off its results.
"""

import io
from contextlib import redirect_stdout

import numpy as np

from backprop.exercises.explain import same
from backprop.exercises.repeated import differs
from backprop.exercises.returned import groups
from backprop.exercises.trials import RETURNS, TAKES, copied, drawn
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
