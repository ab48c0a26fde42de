"""Questions, their right answers, and the wrong ones that tell what went wrong.

Every question has ``check(answer)``, which returns a Verdict: not attempted, not yet, right.
Numbers, right and wrong, are computed; none is typed in.
"""

import sysconfig
import traceback
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from numbers import Integral
from pathlib import Path

import numpy as np

from backprop.exercises.numbers_told import diagnose, remark
from backprop.exercises.typed import EXACT, read_one
from backprop.notation import number
from backprop.words import say

NOT_ATTEMPTED, NOT_YET, RIGHT = "not attempted", "not yet", "right"


@dataclass(frozen=True)
class Verdict:
    """What became of an answer: its state, and a sentence why."""

    state: str
    text: str = ""

    def __str__(self):
        return f"{self.state.capitalize()}. {self.text}".strip()

    __repr__ = __str__


@dataclass(frozen=True)
class Question:
    """A prompt, a hint and a solution; ``name`` is "<notebook>-<word>".

    ``picture`` is an SVG string or empty; ``numbers`` are the rows of a table that says what it shows.
    """

    name: str
    prompt: str
    hint: str
    solution: str
    picture: str = field(default="", kw_only=True)
    numbers: tuple = field(default=(), kw_only=True)


@dataclass(frozen=True)
class NumberQuestion(Question):
    """The answer is one number within ``tolerance``; ``wrong`` is {reason: the number it gives}."""

    answer: float
    tolerance: float
    wrong: dict = field(default_factory=dict)

    def check(self, answer=None):
        """A number, or a text that is one; None and empty text are not attempted."""
        if answer is None or (isinstance(answer, str) and not answer.strip()):
            return Verdict(NOT_ATTEMPTED, say("exercises.number.none"))
        try:
            value, digits = read_one(answer)
        except ValueError as refused:
            return Verdict(NOT_YET, str(refused))
        if abs(value - self.answer) <= self.tolerance:
            shown = number(self.answer, 12 if float(self.answer).is_integer() else 3)
            return Verdict(RIGHT, say("exercises.number.right", answer=shown))
        reasons = self.diagnosis(value, digits)
        return Verdict(NOT_YET, say("exercises.or").join(reasons) if reasons else self.remark(value))

    def diagnosis(self, value, digits=EXACT):
        """Every reason that gives this number, to all the ``digits`` it was given with.

        Where there is none and the digits are few, as by hand, every reason that gives a number within the tolerance,
        which is scaled to that number's size.
        """
        return diagnose(self, value, digits)

    def remark(self, value):
        """What can be said of a number that no known slip gives: its sign, a plain factor, then its size."""
        return remark(self, value)

    def near(self, value):
        """Within the tolerance."""
        return abs(value - self.answer) <= self.tolerance


@dataclass(frozen=True)
class ChoiceQuestion(Question):
    """The answer is one of ``choices``, by index or by its words; ``reasons`` is {index: why not}."""

    choices: tuple
    answer: int
    reasons: dict = field(default_factory=dict)

    @property
    def order(self):
        """The order in which the choices are shown: the same every time, and not always the right one first."""
        return [int(i) for i in np.random.default_rng(zlib.crc32(self.name.encode())).permutation(len(self.choices))]

    def check(self, answer=None):
        """An index from 0, or the words of a choice."""
        if answer is None:
            return Verdict(NOT_ATTEMPTED, "Choose one.")
        if isinstance(answer, str) and answer in self.choices:
            answer = self.choices.index(answer)
        if isinstance(answer, bool) or not isinstance(answer, Integral) or not 0 <= answer < len(self.choices):
            return Verdict(NOT_YET, f"{answer!r} is none of the choices; give 0 to {len(self.choices) - 1}.")
        if answer == self.answer:
            return Verdict(RIGHT, self.solution)
        return Verdict(NOT_YET, self.reasons.get(answer, "Look again."))


@dataclass(frozen=True)
class CodeQuestion(Question):
    """The answer is a function. ``test`` takes it and returns None where it is right, else why not.

    ``start`` is the code to start from, ``solution`` a complete one.
    """

    start: str
    test: Callable

    def check(self, answer=None):
        """Call the function; what it raises is told, not thrown."""
        if answer is None:
            return Verdict(NOT_ATTEMPTED, "Write the function, then run this cell again.")
        if not callable(answer):
            return Verdict(NOT_YET, f"{answer!r} is not a function.")
        returned = []

        def kept(*arguments):
            returned.clear()  # while it runs, it has returned nothing
            returned.append(answer(*arguments))
            return returned[0]

        try:
            complaint = self.test(kept)
        except Exception as error:  # the learner's own code: whatever it raises is the answer's, and is told
            return Verdict(NOT_YET, self._of_another_form(returned[0]) if returned else told(error))
        return Verdict(NOT_YET, complaint) if complaint else Verdict(RIGHT, "It agrees with the engine.")

    @staticmethod
    def _of_another_form(value):
        """What is to be said of a value that cannot be compared at all."""
        what = "nothing: its last line is to be return …" if value is None else f"a {type(value).__name__}"
        return f"Your function returned {what}; expected what the question asks it to return, in that order."


# A line in one of these folders is not the learner's: the standard library, what is installed, this package.
LIBRARIES = (
    sysconfig.get_path("stdlib"),
    *map(sysconfig.get_path, ("purelib", "platlib")),
    str(Path(__file__).parents[1]),
)


def told(error):
    """What a learner's own function raised, and on which of its lines, in a sentence."""
    lines = [place for place in traceback.extract_tb(error.__traceback__) if not place.filename.startswith(LIBRARIES)]
    where = f", on line {lines[-1].lineno}: {lines[-1].line}" if lines and lines[-1].line else ""
    return f"Your function raised {type(error).__name__}: {error}{where}"


__all__ = [
    "ChoiceQuestion",
    "CodeQuestion",
    "NumberQuestion",
    "Question",
    "Verdict",
]
