"""The causes of a wrong number: which slips, alone or two at once, give it for one quantity of a walkthrough."""

from collections.abc import Mapping
from functools import cached_property, lru_cache
from itertools import combinations
from math import isfinite

from backprop.exercises.number_slips import every_slip
from backprop.exercises.rules import Rules, read
from backprop.exercises.slips import PREFIX
from backprop.words import say, sentences

OF_A_NUMBER = "exercises.number.slip."
SAME = 1e-9  # how far apart, of their size, two numbers are that come from one formula
# Slips that are often made, of which two may be made at once.
OFTEN = {
    *("slope-dropped", "slope-squared", "slope-twice", "slope-at-a", "slope-is-z", "slope-is-a", "slope-is-plain-z"),
    *("slope-is-one-minus-a", "slope-of-sigmoid", "slope-of-tanh", "slope-of-relu", "slope-of-one-alone"),
    *("slope-dropped-output", "target-swapped", "sign-flipped", "factor-two", "factor-half", "target-forgotten"),
    *("weights-left-out", "weights-transposed", "weights-entering", "weights-updated", "path-forgotten"),
    *("divided-by-examples", "mean-for-sum", "factor-n", "factor-eta", "first-example-alone", "last-example-alone"),
    *("fed-by-z", "fed-by-x", "feed-forgotten", "fed-by-weight", "fed-by-own-a", "fed-by-output"),
    *("not-updated", "adds-step", "rate-forgotten", "rate-twice", "step-alone", "factor-two-step", "factor-half-step"),
    *("bias-forgotten", "bias-twice", "bias-subtracted", "activation-missing", "activation-other", "input-forgotten"),
    *("weights-transposed-forward", "half-forgotten", "logarithm-base-ten", "logarithm-base-two", "cost-sign"),
    *("one-output-alone", "mean-over-outputs", "second-term-forgotten", "first-term-forgotten"),
}
# Read off the wrong place: what stands beside what was asked, in the picture or in the table.
BESIDE = {
    "z": ("z", "a"),
    "a": ("a", "z"),
    "dC_da": ("dC_da", "dC_dz"),
    "dC_dz": ("dC_dz", "dC_da"),
    "dC_dw": ("dC_dw", "dC_db", "dC_dz", "w"),
    "dC_db": ("dC_db", "dC_dw", "dC_da"),
    "dL_dw": ("dL_dw", "dL_db", "dC_dw", "w"),
    "dL_db": ("dL_db", "dL_dw", "dC_db"),
    "w": ("w", "dC_dw", "dL_dw"),
    "b": ("b", "dC_db", "dL_db"),
    "C": ("C", "L"),
    "L": ("L", "C"),
}


class Causes(Mapping):
    """{sentence: the number it gives}, found when first asked for: of the slips that are often made.

    ``of`` names every cause of a number, with slips in single layers, and two at once, among them.
    """

    def __init__(self, walk, quantity):
        self.walk, self.quantity = walk, quantity

    @cached_property
    def right(self):
        """The right number."""
        return read(self._base, self.quantity, self.walk.example)

    def __getitem__(self, sentence):
        return self._common[sentence]

    def __iter__(self):
        return iter(self._common)

    def __len__(self):
        return len(self._common)

    @cached_property
    def _common(self):
        """Of the slips that are often made, in all layers or in the very formula asked for, each sentence's number."""
        found, everywhere = {}, tuple(range(len(self.walk.network.layers)))
        for slip in every_slip(self._base):
            if slip.id in OFTEN and (slip.layers == everywhere or self._asked(slip)):
                _, value = self._with(slip)
                if self._is_wrong(value):
                    found.setdefault(spoken((slip,)), value)
        return found

    def _asked(self, slip):
        """Whether a slip stands in the very formula that was asked for."""
        name = {"dC_dw": "dL_dw", "dC_db": "dL_db"}.get(self.quantity.name, self.quantity.name)
        return slip.layers == (self.quantity.layer or 0,) and slip.name == "new_" * self.quantity.new + name

    @cached_property
    def _base(self):
        """The right step."""
        walk = self.walk
        base = Rules(walk.network, walk.forward.x, walk.backward.target, walk.loss, walk.learning_rate)
        read(base, self.quantity, walk.example)
        return base

    def _with(self, slip):
        """The step with a slip, and its number."""
        step = self._base.broken(slip)
        return step, read(step, self.quantity, self.walk.example)

    def _is_wrong(self, value):
        return isfinite(value) and not same(value, self.right)

    @property
    def _alone(self):
        """(slip, the step with it, the number) of every slip that changes the number, each number once a sentence."""
        return _alone(self.walk, self.quantity)

    def find_alone(self):
        """What ``_alone`` keeps for the question asked last."""
        found, seen = [], set()
        for slip in every_slip(self._base):
            step, value = self._with(slip)
            told = slip.id, slip.fields, round_to(value, 11)
            if self._is_wrong(value) and told not in seen:
                seen.add(told)
                found.append((slip, step, value))
        return found

    @cached_property
    def _beside(self):
        """[(sentence, number)] of what could have been read off in its place."""
        found = []
        lines = {line.makes: line for step in self.walk for line in step.lines}
        known = {quantity: line.value for quantity, line in lines.items()}
        for quantity, value in (known | self.walk.given).items():
            if quantity.name in BESIDE[self.quantity.name] and not same(value, self.right) and quantity in lines:
                symbols = {"other": lines[quantity].symbol, "asked": lines[self.quantity].symbol}
                found.append((say("exercises.number.read-off", **symbols), value))
        return found

    def of(self, value, near):
        """Every cause, as sentences, that gives a number within ``near(its number)`` of the value."""
        fitting = [slip for slip, _, number in self._alone if abs(number - value) <= near(number)]
        if fitting:
            return self._told([(slip,) for slip in fitting])
        found = [told for told, number in self._beside if abs(number - value) <= near(number)]
        return list(dict.fromkeys(found))

    def of_two(self, value, near):
        """Every two slips, as sentences, that give the number; to be asked where no slip alone gives it."""
        found = []
        for first, second in combinations(self._alike, 2):
            number = self._of_both(first[0], second[0])
            if isfinite(number) and abs(number - value) <= near(number):
                both = ((one, other) for one in first for other in second)
                equal = (pair for pair in both if same(self._of_both(*pair), number))
                found += [tuple(slip for slip, _, _ in pair) for pair in equal]
        return self._told(found)

    def _of_both(self, one, other):
        """The number with two slips; of two of one formula the first is made first, else the earlier one."""
        (slip, step, _), (later, its_step, _) = one, other
        if slip.name != later.name and its_step.begins < step.begins:
            later, step = slip, its_step
        return read(step.broken(later), self.quantity, self.walk.example)

    @property
    def _alike(self):
        """The slips that are often made, those together that give one number."""
        found = {}
        for each in self._alone:
            if each[0].id in OFTEN:
                found.setdefault(round_to(each[2], 9), []).append(each)
        return list(found.values())

    @staticmethod
    def _told(found):
        """The sentences of slips, each once; a sign turned round is told by where it turned, where that is known."""
        ids = {tuple(slip.id for slip in slips) for slips in found}
        known = [
            slips
            for slips in found
            if not any(
                tuple(name if slip.id == "sign-flipped" else slip.id for slip in slips) in ids
                for name in ("target-swapped", "adds-step", "cost-sign")
                if any(slip.id == "sign-flipped" for slip in slips)
            )
        ]
        return list(dict.fromkeys(map(spoken, known)))


@lru_cache(maxsize=1)  # every step with a slip is large, and the question asked last is the one that is asked again
def _alone(walk, quantity):
    return Causes(walk, quantity).find_alone()


def spoken(slips):
    """What is said of a slip, or of two at once."""
    each = []
    for slip in slips:
        mine = f"{OF_A_NUMBER}{slip.id}"
        known = mine if mine in sentences("en") else f"{PREFIX}{slip.id}"
        each.append(say(known, **dict(slip.fields)))
    return each[0] if len(each) == 1 else say("exercises.number.two", first=each[0], second=each[1])


def same(one, other):
    """Whether two numbers come from one formula, but for the last digits."""
    return abs(one - other) <= SAME * max(1e-3, abs(one), abs(other))


def round_to(value, digits):
    """A number to so many significant digits, as text."""
    return f"{value:.{digits}g}"
