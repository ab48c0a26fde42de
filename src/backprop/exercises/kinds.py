"""Questions, their right answers, and the wrong ones that tell what went wrong.

Every question has ``check(answer)``, which returns a Verdict: not attempted, not yet, right.
Numbers, right and wrong, are computed by the rules of ``rules``; none is typed in.
"""

import math
import sysconfig
import traceback
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from numbers import Integral
from pathlib import Path

import numpy as np
from numpy.typing import ArrayLike

from backprop.engine.network import Network
from backprop.exercises.rules import BROKEN, ROUNDINGS, Rules, follow
from backprop.exercises.typed import read_one
from backprop.notation import number
from backprop.story.quantity import Quantity
from backprop.story.walkthrough import Walkthrough, walkthrough
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
            value = read_one(answer).value
        except ValueError as refused:
            return Verdict(NOT_YET, str(refused))
        if abs(value - self.answer) <= self.tolerance:
            shown = number(self.answer, 12 if float(self.answer).is_integer() else 3)
            return Verdict(RIGHT, say("exercises.number.right", answer=shown))
        reasons = self.diagnosis(value)
        return Verdict(NOT_YET, " Or: ".join(reasons) if reasons else self.remark(value))

    def diagnosis(self, value):
        """Every reason that gives the number nearest to this one, if that is within the tolerance.

        The tolerance is scaled to that number's size.
        """
        if not self.wrong:
            return []
        nearest = min(self.wrong.values(), key=lambda wrong: abs(value - wrong))
        if abs(value - nearest) > self.tolerance * max(1.0, abs(nearest) / max(abs(self.answer), 1e-12)):
            return []
        same = 1e-9 * max(1.0, abs(nearest))
        return [reason for reason, wrong in self.wrong.items() if abs(wrong - nearest) <= same]

    def remark(self, value):
        """What can be said of a number that no known slip gives: its sign, then its size."""
        if value * self.answer < 0:
            return "The sign is not right." + (" The size is." if self.near(-value) else "")
        if value and self.answer:
            shift = math.log10(abs(value)) - math.log10(abs(self.answer))
            if round(shift) and self.near(self.answer * 10 ** (shift - round(shift))):
                return "The digits are right; the decimal point is not."
        return f"It is too {'large' if abs(value) > abs(self.answer) else 'small'} in size."

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


def quantity_question(
    name: str,
    prompt: str,
    network: Network,
    x: ArrayLike,
    target: ArrayLike,
    quantity: Quantity,
    loss: str = "cross_entropy",
    learning_rate: float = 0.5,
    example: int = 0,
    **more: object,
) -> NumberQuestion:
    """``step_question`` about the gradient step that ``walkthrough`` takes with these arguments."""
    walk = walkthrough(network, x, target, loss, learning_rate, example)
    return step_question(name, prompt, walk, quantity, **more)


def step_question(name: str, prompt: str, walk: Walkthrough, quantity: Quantity, **more: object) -> NumberQuestion:
    """A NumberQuestion about one quantity of a walkthrough.

    Its tolerance comes from the same step rounded to three digits on the way; its wrong answers from
    the rules with one broken; hint and solution are the formula in letters and with numbers.
    ``quantity`` is named as in a walkthrough, with dC_dw for one example and dL_dw for several.
    """
    if quantity.name in ("dC_dw", "dC_db") and len(walk.forward.x) > 1:
        raise ValueError(
            f"{quantity.name} is of one example, and {len(walk.forward.x)} came; ask for dL_{quantity.name[3:]}."
        )
    line = next(line for step in walk for line in step.lines if line.makes == quantity)
    step, example = (walk.network, walk.forward.x, walk.backward.target, walk.loss, walk.learning_rate), walk.example
    right = read(follow(Rules(), *step), quantity, example)
    rounded = [read(follow(rules, *step), quantity, example) for rules in ROUNDINGS]
    return NumberQuestion(
        name,
        prompt,
        f"{line.symbol} = {line.formula}",
        f"{line.symbol} = {line.formula} = {line.numbers} = {number(line.value)}",
        right,
        tolerance(right, rounded),
        wrong_numbers(step, quantity, example, right),
        **more,
    )


def tolerance(right, rounded):
    """How far off an honest answer may be: twice what rounding to three digits did, and half a third digit.

    ``rounded`` are the answers of several ways to round on the way; the worst of them counts.
    """
    return 2 * max(abs(value - right) for value in rounded) + 0.005 * abs(right) + 1e-9


def wrong_numbers(step, quantity, example, right):
    """{reason: number} of every broken rule that gives another number here than the right one."""
    found = {}
    for rules in BROKEN:
        if rules.fits(step[0]):
            value = read(follow(rules, *step), quantity, example)
            if abs(value - right) > 1e-9 * max(1.0, abs(right)):
                found[rules.reason] = value
    return found


def read(arrays, quantity, example):
    """One number of what ``follow`` returns; dC_dw and dC_db are the totals where there is one example."""
    l, j, k = quantity.place
    name = "new_" * quantity.new + quantity.name
    name = {"dC_dw": "dL_dw", "dC_db": "dL_db"}.get(name, name)
    array = arrays[name][l]
    if name in ("z", "a", "dC_dz", "dC_da"):
        return float(array[example, j])
    return float(array[j] if k is None else array[j, k])


def is_clear(question):
    """Whether a question can be asked.

    Every wrong answer is more than three tolerances from the right one; the right one is not 0;
    rounding on the way costs less than a twentieth of it.
    """
    gap, size = 3 * question.tolerance, abs(question.answer)
    apart = all(abs(wrong - question.answer) > gap for wrong in question.wrong.values())
    return apart and size > 1e-3 and question.tolerance < size / 20


__all__ = [
    "ChoiceQuestion",
    "CodeQuestion",
    "NumberQuestion",
    "Quantity",
    "Question",
    "Verdict",
    "quantity_question",
]
