"""Questions, their right answers, and the wrong ones that tell what went wrong.

Every question has ``check(answer)``, which returns a Verdict: not attempted, not yet, right.
Numbers, right and wrong, are computed; none is typed in.
"""

import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from numbers import Integral

import numpy as np

from backprop.exercises.called import told, with_result
from backprop.exercises.numbers_told import BY_HAND, diagnose, mistaken, remark
from backprop.exercises.typed import EXACT, read_one
from backprop.notation import number
from backprop.words import say

NOT_ATTEMPTED, NOT_YET, RIGHT = "not-attempted", "not-yet", "right"


@dataclass(frozen=True)
class Verdict:
    """What became of an answer: its state, an id, and a sentence why."""

    state: str
    text: str = ""

    @property
    def shown(self):
        """The state in words."""
        return say(f"exercises.state.{self.state}")

    def __str__(self):
        return f"{self.shown} {self.text}".strip()

    __repr__ = __str__


@dataclass(frozen=True)
class Question:
    """What is asked, a hint and a solution; ``name`` is "<notebook>-<word>".

    Its words are looked up when they are shown, by its name and the part: "04-bias.prompt", with ``fields``, {name:
    value}, put in. A question that is not of the series brings its own: ``words`` is {part: text, or a function that
    says it}, such as {"prompt": …, "hint": …, "solution": …}.
    ``drawing`` is an SVG string, or a function that draws it, or empty; ``numbers`` are the rows of a table that says
    what it shows.
    """

    name: str
    # How a question is told, not which it is: left out where two are compared.
    words: Mapping[str, str | Callable[[], str]] = field(default_factory=dict, kw_only=True, compare=False)
    fields: Mapping[str, object] = field(default_factory=dict, kw_only=True)
    drawing: str | Callable[[], str] = field(default="", kw_only=True, compare=False)
    numbers: tuple = field(default=(), kw_only=True)

    def part(self, name: str) -> str:
        """The words of one part. Raises KeyError where it has none."""
        own = self.words.get(name)
        if own is None:
            return say(f"{self.name}.{name}", **self.fields)
        return own() if callable(own) else own

    @property
    def picture(self) -> str:
        """What it asks about, drawn, as an SVG string; empty where there is none."""
        return self.drawing() if callable(self.drawing) else self.drawing

    @property
    def prompt(self) -> str:
        """What is asked."""
        return self.part("prompt")

    @property
    def hint(self) -> str:
        """What helps on the way."""
        return self.part("hint")

    @property
    def solution(self) -> str:
        """The answer, and why it is right."""
        return self.part("solution")


@dataclass(frozen=True)
class NumberQuestion(Question):
    """The answer is one number within ``tolerance``; ``wrong`` is {id of a reason: the number it gives}.

    The words of a reason are the part "reason.<id>". The causes of a walkthrough's quantity come with their sentences.
    """

    answer: float
    tolerance: float
    wrong: Mapping[str, float] = field(default_factory=dict)

    def check(self, answer=None):
        """A number, or a text that is one; None and empty text are not attempted."""
        if answer is None or (isinstance(answer, str) and not answer.strip()):
            return Verdict(NOT_ATTEMPTED, say("exercises.number.none"))
        try:
            value, digits = read_one(answer)
        except ValueError as refused:
            return Verdict(NOT_YET, str(refused))
        reasons = mistaken(self, value, digits) if self.near(value) else self.diagnosis(value, digits)
        if self.near(value) and not reasons:
            shown = number(self.answer, 12 if float(self.answer).is_integer() else 3)
            return Verdict(RIGHT, say("exercises.number.right", answer=shown))
        return Verdict(NOT_YET, say("exercises.or").join(reasons) if reasons else self.remark(value, digits))

    def diagnosis(self, value, digits=EXACT):
        """Every reason that gives this number, to all the ``digits`` it was given with.

        Where there is none and the digits are few, as by hand, every reason that gives a number within the tolerance,
        which is scaled to that number's size.
        """
        return diagnose(self, value, digits)

    def remark(self, value, digits=BY_HAND):
        """What can be said of a number that no known slip gives: its sign, a plain factor, then its size."""
        return remark(self, value, digits)

    def near(self, value):
        """Within the tolerance."""
        return abs(value - self.answer) <= self.tolerance


@dataclass(frozen=True)
class ChoiceQuestion(Question):
    """The answer is one of ``choices``, which are ids, as ``answer`` is.

    The words of a choice are the part "choice.<id>"; those of why it is wrong, "reason.<id>".
    """

    choices: tuple[str, ...]
    answer: str

    def shown(self, choice: str) -> str:
        """The words of a choice."""
        return self.part(f"choice.{choice}")

    def reason(self, choice: str) -> str:
        """Why a choice is wrong; to look again, where a question with words of its own does not say why."""
        part = f"reason.{choice}"
        return say("exercises.choice.again") if self.words and part not in self.words else self.part(part)

    @property
    def order(self):
        """The order in which the choices are shown: the same every time, and not always the right one first."""
        return [int(i) for i in np.random.default_rng(zlib.crc32(self.name.encode())).permutation(len(self.choices))]

    def check(self, answer=None):
        """A choice by its id, by its index from 0, or by the words that are shown of it."""
        if answer is None:
            return Verdict(NOT_ATTEMPTED, say("exercises.choice.none"))
        choice = self._chosen(answer)
        if choice is None:
            return Verdict(NOT_YET, say("exercises.choice.unknown", answer=repr(answer), last=len(self.choices) - 1))
        if choice == self.answer:
            return Verdict(RIGHT, self.solution)
        return Verdict(NOT_YET, self.reason(choice))

    def _chosen(self, answer):
        """The id of the choice that an answer names, or None."""
        if isinstance(answer, str):
            ids = {self.shown(choice): choice for choice in self.choices} | {choice: choice for choice in self.choices}
            return ids.get(answer)
        if isinstance(answer, bool) or not isinstance(answer, Integral) or not 0 <= answer < len(self.choices):
            return None
        return self.choices[answer]


@dataclass(frozen=True)
class CodeQuestion(Question):
    """The answer is a function. ``test`` takes it and returns None where it is right, else why not, or a Verdict.

    ``start`` is the code to start from, ``code`` a complete one: its solution, the same in every language.
    """

    start: str
    code: str
    test: Callable

    @property
    def solution(self) -> str:
        """A function that is right."""
        return self.code

    def check(self, answer=None):
        """Call the function; what it raises is told, not thrown."""
        if answer is None:
            return Verdict(NOT_ATTEMPTED, say("exercises.code.none"))
        if not callable(answer):
            return Verdict(NOT_YET, say("exercises.code.no-function", answer=repr(answer)))
        returned, function = [], with_result(answer)

        def kept(*arguments):
            returned.clear()  # while it runs, it has returned nothing
            returned.append(function(*arguments))
            return returned[0]

        try:
            complaint = self.test(kept)
        except SystemExit as error:  # of a generator, which runs when it is read
            return Verdict(NOT_YET, told(error))
        except Exception as error:  # the learner's own code: whatever it raises is the answer's, and is told
            return Verdict(NOT_YET, self._of_another_form(returned[0]) if returned else told(error))
        if isinstance(complaint, Verdict):
            return complaint
        return Verdict(NOT_YET, complaint) if complaint else Verdict(RIGHT, say("exercises.code.right"))

    @staticmethod
    def _of_another_form(value):
        """What is to be said of a value that cannot be compared at all."""
        if value is None:
            return say("exercises.code.nothing")
        return say("exercises.code.another-form", form=type(value).__name__)


__all__ = [
    "ChoiceQuestion",
    "CodeQuestion",
    "NumberQuestion",
    "Question",
    "Verdict",
]
