"""A learner's function, called; and in a sentence, what it did in the place of returning a result."""

import inspect
import sysconfig
import traceback
from collections.abc import Callable
from functools import wraps
from pathlib import Path

import numpy as np

from backprop.exercises.returned import groups
from backprop.exercises.trials import RETURNS, TAKES, copied
from backprop.words import say

# A line in one of these folders is not the learner's: the standard library, what is installed, this package.
LIBRARIES = (
    sysconfig.get_path("stdlib"),
    *map(sysconfig.get_path, ("purelib", "platlib")),
    str(Path(__file__).parents[1]),
)


class NoResultError(Exception):
    """What a function did in the place of returning a result; its text is the whole sentence."""


def with_result(function: Callable) -> Callable:
    """The same function, but one that ends Python, or gives a coroutine, raises NoResultError in its place."""

    @wraps(function)
    def called(*arguments):
        try:
            returned = function(*arguments)
        except SystemExit as error:
            raise NoResultError(told(error)) from None
        if inspect.iscoroutine(returned):
            returned.close()  # else Python warns that it was never awaited
        if inspect.iscoroutine(returned) or inspect.isasyncgen(returned):
            raise NoResultError(say("exercises.code.coroutine"))
        return returned

    return called


def outputs(stage: str, function: Callable, given: dict) -> dict:
    """{name: [array, …]} of what a stage's function returns for copies of ``given``; ValueError for no arrays."""
    found, complaint = groups(
        function(*(copied(given[name]) for name in TAKES[stage])), RETURNS[stage], len(given["weights"]), given
    )
    if complaint:
        raise ValueError(complaint)
    return {name: [np.array(array, dtype=float) for array in group] for name, group in found.items()}


def told(error: BaseException) -> str:
    """What a learner's own function raised, and on which of its lines, in a sentence."""
    if isinstance(error, NoResultError):
        return str(error)
    lines = [place for place in traceback.extract_tb(error.__traceback__) if not place.filename.startswith(LIBRARIES)]
    line = {"number": lines[-1].lineno, "line": lines[-1].line} if lines and lines[-1].line else {}
    if isinstance(error, SystemExit):
        return say("exercises.code.exits-on-line", **line) if line else say("exercises.code.exits")
    kind, text = type(error).__name__, _text(error)
    if not text:
        return say("exercises.code.raised-alone-on-line" if line else "exercises.code.raised-alone", kind=kind, **line)
    return say("exercises.code.raised-on-line" if line else "exercises.code.raised", kind=kind, error=text, **line)


def _text(error):
    """What an error says, without its full stop, since the sentence goes on; empty where it says nothing."""
    try:
        return str(error).strip().removesuffix(".")
    except Exception:  # an error of the learner's own may fail here too
        return ""
