"""Whether two calls of a function with the same arguments differ: it draws at random, or keeps something between them.

What cannot be read, such as an object of its own, is taken for equal: nothing is said of it.
"""

import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import redirect_stdout
from itertools import islice

import numpy as np

from backprop.exercises.agreement import numbers
from backprop.exercises.called import told as told_of
from backprop.exercises.trials import copied
from backprop.words import say

FIRST = 4  # cases: on one of few numbers two calls may be alike by chance
MOST = 10_000  # of what a generator gives


def differs(function: Callable, arguments: Iterable = ()) -> bool:
    """Whether two calls with copies of these arguments give other numbers, or one of them another error."""
    arguments = list(arguments)
    return not _alike(_outcome(function, arguments), _outcome(function, arguments))


def told(cases: Callable, function: Callable) -> str:
    """The sentence that a function differs from call to call on the first cases of a code question; else empty."""
    calls = (case.call for case in islice(cases(), FIRST))
    return say("exercises.code.differs") if any(differs(call, [function]) for call in calls) else ""


def _outcome(function, arguments):
    """What one call gives, as lists of arrays that no later call can change; or what it raises."""
    try:
        with redirect_stdout(io.StringIO()), np.errstate(all="ignore"):
            return _kept(function(*map(copied, arguments)))
    except (Exception, SystemExit) as error:  # the learner's own code: whatever it raises is what it gives
        return re.sub(r"0x[0-9a-fA-F]+", "", told_of(error))  # an address is another each time


def _kept(value):
    if isinstance(value, Mapping):
        return [_kept(each) for each in value.values()]
    if isinstance(value, list | tuple | Iterator):
        return [_kept(each) for each in islice(value, MOST)]
    array = numbers(value)
    return type(value).__name__ if array is None else np.array(array)


def _alike(one, other):
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_alike, one, other))
    if isinstance(one, np.ndarray) and isinstance(other, np.ndarray):
        return one.shape == other.shape and np.allclose(one, other, rtol=1e-9, atol=1e-12, equal_nan=True)
    return type(one) is type(other) and not isinstance(one, list | np.ndarray) and one == other
