"""The causes of a wrong number: which slips, alone or two at once, give it for one quantity of a walkthrough."""

from collections.abc import Mapping
from functools import cached_property, lru_cache

import numpy as np

from backprop.exercises.elsewhere import as_given, before_the_update, beside, of_another_example
from backprop.exercises.misread import misread
from backprop.exercises.number_slips import every_slip, last_slips, rare_slips
from backprop.exercises.number_slips_gradient import ALONE, WHOLE
from backprop.exercises.rounding import Rounded, ToOneDecimal, ToTwoDecimals
from backprop.exercises.rules import Rules, read
from backprop.exercises.slips_told import as_near, spoken, told
from backprop.words import by_language, say

SAME = 1e-9  # how far apart, of their size, two numbers are that come from one formula
BY_HAND = 0.01  # how far off, in parts of its size, rounding on the way may take a number
CHANCE = 0.05  # how many numbers of other slips may be expected as near by chance, where slips are named
CHANCE_ALONE = 0.02  # the same of single slips, of a number of few digits: fewer, since seldom slips are seldom made
PAIRED = 400  # slips of which every two are tried
MOST = 12  # sentences of two slips, or of the number 0, that are told
AROUND = 0.2  # how far around a number, in parts of its size, others are counted to know that
# Slips that are often made: a question is drawn so that they give other numbers than the right one.
OFTEN = {
    *("slope-dropped", "slope-squared", "slope-twice", "slope-at-a", "slope-is-z", "slope-is-a", "slope-is-plain-z"),
    *("slope-is-one-minus-a", "slope-of-sigmoid", "slope-of-tanh", "slope-of-relu", "slope-of-one-alone"),
    *("slope-dropped-output", "target-swapped", "sign-flipped", "factor-two", "factor-half"),
    *("weights-left-out", "weights-transposed", "weights-entering", "weights-updated", "path-forgotten"),
    *("divided-by-examples", "mean-for-sum", "factor-n", "factor-eta"),
    *("first-example-alone", "last-example-alone", "example-alone"),
    *("fed-by-z", "fed-by-x", "feed-forgotten", "fed-by-weight", "fed-by-own-a", "fed-by-output"),
    *("not-updated", "adds-step", "rate-forgotten", "rate-twice", "step-alone", "factor-two-step", "factor-half-step"),
    *("bias-forgotten", "bias-twice", "bias-subtracted", "activation-missing", "activation-other", "input-forgotten"),
    *("weights-transposed-forward", "half-forgotten", "logarithm-base-ten", "logarithm-base-two", "cost-sign"),
    *("one-output-alone", "mean-over-outputs", "second-term-forgotten", "first-term-forgotten"),
}


class Causes(Mapping):
    """{sentence: the number it gives}, found when first asked for: of the slips that are often made.

    ``of`` names every cause of a number, with slips in single layers, and two at once, among them.
    """

    def __init__(self, walk, quantity, among=None, given=()):
        self.walk, self.quantity, self.among = walk, quantity, among
        self.given = as_given(walk, given)

    __hash__ = object.__hash__  # of a mapping there is none: what is found of it is kept for the one asked last

    @cached_property
    def right(self):
        """The right number."""
        return float(self._read(self._base)[0])

    def __getitem__(self, sentence):
        return self._common[sentence]

    def __iter__(self):
        return iter(self._common)

    def __len__(self):
        return len(self._common)

    @by_language
    def _common(self):
        """Of the slips that are often made, in all layers or in the very formula asked for, each sentence's number."""
        return {sentence: value for sentence, (_, value) in self._common_slips.items()}

    @by_language
    def _common_slips(self):
        """{sentence: (slip, the number with it)} of ``_common``."""
        found, slips = {}, [slip for slip in every_slip(self._base) if slip.id in OFTEN and self._is_common(slip)]
        values = self.numbers([[slip] for slip in slips])
        for k in np.flatnonzero(self._is_wrong(values)):
            found.setdefault(spoken((slips[k],), self._asked), (slips[k], float(values[k])))
        return {sentence: each for sentence, each in found.items() if sentence in self._told_alike(found, each[1])}

    def _told_alike(self, found, value):
        """What is told of the slips that give this number."""
        return self._told([(slip,) for slip, number in found.values() if same(number, value)])

    def by_hand(self, value, near, most=MOST):
        """The sentences of ``_common`` whose number it may be, rounded to three digits on the way."""
        slips = [slip for slip, _ in self._common_slips.values()]
        if not slips:
            return []
        numbers = np.array(list(self._common.values()))
        rounded = self._read(Rounded(*self._step, slips, np.arange(len(slips))[:, None]).with_given(self.given))
        off = np.minimum(np.abs(rounded - numbers), BY_HAND * np.abs(numbers)) + near(numbers)
        fitting = np.abs(numbers - value) <= off
        return _few(self._told([(slip,) for slip, fits in zip(slips, fitting, strict=True) if fits]), most)

    def _told(self, found):
        """The sentences of slips, alone or in pairs, of the quantity asked for."""
        return told(found, self._asked)

    def _often(self, found):
        """The same, of those that are often made."""
        return self._told([slips for slips in found if all(slip.id in OFTEN for slip in slips)])

    def _is_common(self, slip):
        """Whether a slip is made in every layer where it can be, or in the very formula that was asked for."""
        everywhere = len(slip.layers) == len(self.walk.network.layers)
        return everywhere or slip.name == "error" or (len(slip.layers) == 1 and self._asked in slip.formulas)

    @cached_property
    def _asked(self):
        """The formula that was asked for: (name, layer)."""
        name = {"dC_dw": "dL_dw", "dC_db": "dL_db"}.get(self.quantity.name, self.quantity.name)
        return "new_" * self.quantity.new + name, self.quantity.layer or 0

    @cached_property
    def _base(self):
        """The right step."""
        base = Rules(*self._step).with_given(self.given)
        self._read(base)
        if ("dC_dz", base.last) in base.known.keys() - self.given:
            base("dC_da", base.last)  # where f′ cancels, a learner may go by ∂C/∂y all the same
        return base

    @property
    def _step(self):
        walk = self.walk
        return walk.network, walk.forward.x, walk.backward.target, walk.loss, walk.learning_rate

    def _read(self, step):
        return read(step, self.quantity, self.walk.example)

    def numbers(self, made):
        """The number with the slips of each row of ``made``, those of a row made together."""
        index = {slip: k for k, slip in enumerate(dict.fromkeys(slip for slips in made for slip in slips))}
        return self._of_rows(list(index), [[index[slip] for slip in slips] for slips in made])

    def _of_rows(self, slips, rows):
        """The number with the slips of each row of indices, those of a row made together."""
        return self._read(self._base.broken(slips, rows)) if len(rows) else np.zeros(0)

    def _is_wrong(self, values):
        values = np.asarray(values)
        return np.isfinite(values) & ~same(values, self.right)

    @property
    def alone(self):
        """(slips, their numbers): every slip that changes the number, each number once a sentence."""
        return _alone(self)

    def find_alone(self):
        """What ``alone`` keeps for the question asked last."""
        slips, found = self._possible, {}
        values = self.numbers([[slip] for slip in slips])
        for k in np.flatnonzero(self._is_wrong(values)):
            alike = slips[k].id, slips[k].fields, round_to(values[k], 11)
            if alike not in found or as_near((slips[k],), found[alike][:1], self._asked):
                found[alike] = slips[k], float(values[k])
        return [slip for slip, _ in found.values()], np.array([value for _, value in found.values()])

    @cached_property
    def _possible(self):
        """The slips of parts that the number is made of, each once, where its places differ in other parts alone."""
        found, both = {}, {part for part, _ in self._base.known} >= {"new_w", "new_b"}
        for slip in every_slip(self._base):
            at = tuple(place for place in slip.at if place in self._base.known and place not in self.given)
            if at and (both or not slip.id.endswith("-alone-updated")):
                found.setdefault((slip.change, at), slip)
        return list(found.values())

    def find_pairs(self):
        """(slips, rows of two of their indices, the number of each): what ``of_two`` keeps for the question."""
        slips = [slip for slip in self._possible if slip.id not in ALONE]
        values = self.numbers([[slip] for slip in slips])
        # What changes nothing alone comes last. It can with another: a ReLU left out, a factor of 0, a cancelled slope.
        idle = same(values, self.right)
        kept = sorted(np.flatnonzero(np.isfinite(values)), key=lambda k: (idle[k], *self._rank(slips[k])))[:PAIRED]
        slips = [slips[k] for k in sorted(kept)]
        rows = np.stack(np.triu_indices(len(slips), 1), axis=1)
        numbers = self._of_rows(slips, rows)
        whole = np.array([slip.id in WHOLE for slip in slips], dtype=bool)[rows].all(axis=1)
        kept = np.isfinite(numbers) & ~whole  # two results that stand in one another's place are not two slips at once
        return slips, rows[kept], numbers[kept]

    def _rank(self, slip):
        """Which slips come first, where there are too many for every two: those of many layers, and those asked for.

        Then those of the layer that was asked for, then those that are often made.
        """
        return not self._is_common(slip), self._asked[1] not in slip.layers, slip.id not in OFTEN

    @by_language
    def _beside(self):
        """[(sentence, number)] of what could have been read off in its place."""
        return [] if self.given else self._wrong(beside(self.walk, self.quantity))

    @by_language
    def _before_the_update(self):
        """[(sentence, number)] of the same quantity of the first pass, where it is of the one after the update."""
        return self._wrong(before_the_update(self.walk, self.quantity))

    @by_language
    def _of_another_example(self):
        """[(sentence, number)] of the same quantity of the other examples."""
        return self._wrong(of_another_example(self.walk, self.quantity, self.among))

    def _wrong(self, known):
        """Of pairs (sentence, number), those that are not the right number."""
        return [(said, number) for said, number in known if self._is_wrong(number)]

    @by_language
    def _rounded(self):
        """[(sentence, number)] of the same step, rounded to a few decimals on the way, where that comes to a number."""
        found = {
            kind.decimals: float(self._read(kind(*self._step).with_given(self.given))[0])
            for kind in (ToTwoDecimals, ToOneDecimal)
        }
        return [
            (say("exercises.number.rounded-on-the-way", n=decimals), number)
            for decimals, number in found.items()
            if np.isfinite(number)
        ]

    @by_language
    def _last(self):
        """[(sentence, number)] of the slips that are tried alone and last."""
        return self._each_alone(last_slips(self._base.last))

    @by_language
    def _rare(self):
        """[(sentence, number)] of the slips that are seldom made."""
        return self._each_alone(rare_slips(self._base.last))

    @by_language
    def _misread(self):
        """[(sentence, number)] of one given number that is taken for another."""
        return self._wrong(misread(self.walk, self.quantity, self.given))

    def _each_alone(self, slips):
        values = self.numbers([[slip] for slip in slips])
        return [(spoken((slips[k],), self._asked), float(values[k])) for k in np.flatnonzero(self._is_wrong(values))]

    def of(self, value, near, most=np.inf, rough=False):
        """The causes, as sentences, that give a number within ``near(its number)`` of the value; None without any.

        Of more than ``most`` those that are often made; none where these are more too, or where they give 0: as many
        things do, and then one that is often made is no likelier. Of a ``rough`` number, of three digits or fewer, a
        slip that is seldom made is told only where few numbers are as near by chance.
        """
        if before := _fitting(self._before_the_update, value, near):
            return before
        slips, numbers = self.alone
        fitting = [(slips[k],) for k in np.flatnonzero(np.abs(numbers - value) <= near(numbers))]
        if rough and not self._few_as_near(value, near):
            fitting = [(slip,) for (slip,) in fitting if slip.id in OFTEN]
        # That another example's is 0 too says nothing.
        others = _fitting(self._of_another_example, value, near) if value or not fitting else []
        if others or fitting:
            few = _few(others + self._told(fitting), most)
            return few or (_few(others + self._often(fitting), most) or self._unmoved(fitting) if value else [])
        return _fitting(self._beside, value, near) or None

    def _unmoved(self, fitting):
        """That it is the old parameter, where many slips give it: all those by which the gradient becomes 0."""
        return self._told([(slip,) for (slip,) in fitting if slip.id == "not-updated" and self._asked in slip.formulas])

    def odd(self, value, near, rough=False):
        """Of a number that is none of these: digits left out on the way, or the term of weight decay.

        Who leaves out digits may be right: these say why a number is wrong, never that it is.
        """
        if rough and not self._few_as_near(value, near):
            return _fitting(self._rounded, value, near)
        return _fitting((*self._rounded, *self._last), value, near) or self._seldom(value, near)

    def _few_as_near(self, value, near):
        """Whether few numbers of single slips are to be expected as near by chance."""
        return by_chance(self.alone[1], value, near) <= CHANCE_ALONE

    def _seldom(self, value, near):
        """Those of the slips that are seldom made, where few numbers are as near by chance."""
        return _where_few(self._rare, value, near)

    def misread(self, value, near):
        """The given numbers that were taken for another, where few numbers are as near by chance."""
        return _where_few(self._misread, value, near)

    def of_two(self, value, near, most=MOST):
        """Every two slips, as sentences, that give the number; to be asked where no slip alone gives it.

        Those that give it to the last digit of a float; else, where no more than a few are to be expected as near by
        chance, those within ``near(their number)``.
        """
        slips, rows, numbers = _pairs(self)
        off = np.abs(numbers - value)
        fitting = np.flatnonzero(off <= SAME * max(1e-3, abs(value)))
        often = np.array([slip.id in OFTEN and self._is_common(slip) for slip in slips], dtype=bool)
        for pool in (np.ones(len(rows), dtype=bool), often[rows].all(axis=1)) if not len(fitting) else ():
            fitting = np.flatnonzero(pool & (off <= near(numbers)))
            if len(fitting) and by_chance(numbers[pool], value, near) <= CHANCE:
                break
            fitting = ()
        pairs = self._sensible([tuple(slips[k] for k in rows[i]) for i in fitting])
        # Of many, those of which both stand in the formula asked for, or of which both or one are often made.
        asked = [pair for pair in pairs if all(self._asked in slip.formulas for slip in pair)]
        half = [pair for pair in pairs if any(slip.id in OFTEN for slip in pair)]
        ways = self._told(pairs), self._told(asked), self._often(pairs), self._told(half)
        return next((said for said in ways if 0 < len(said) <= most), [])

    def _sensible(self, pairs):
        """The pairs of which neither slip undoes what the other does."""
        return [pair for pair in pairs if not self._undone(pair)]

    def _undone(self, pair):
        """Whether some array is wrong with either slip alone, and right again with both."""
        step = self._base.broken(pair, [[0, -1], [1, -1], [0, 1]])
        self._read(step)
        for place in step.known.keys() & self._base.known.keys():
            found, right = step(*place), self._base(*place)[0]
            if len(found) == 3 and [same(each, right).all() for each in found] == [False, False, True]:
                return True
        return False

    def of_a_seldom_two(self, value):
        """A slip that is often made with one that is seldom, as sentences, where they give it to the last digit.

        Where both are of one part, either may come first.
        """
        often = [slip for slip, _ in self._common_slips.values()]
        seldom = [slip for slip in rare_slips(self._base.last) if any(place in self._base.known for place in slip.at)]
        slips, n, m = [*often, *seldom, *often], len(often), len(seldom)  # made in this order
        rows = [(i, n + k) for i in range(n) for k in range(m)]
        rows += [(k, i + n + m) for i, k in rows if set(slips[i].at) & set(slips[k].at)]
        fitting = np.flatnonzero(np.abs(self._of_rows(slips, rows) - value) <= SAME * max(1e-3, abs(value)))
        pairs = (tuple(slips[k] for k in rows[r]) for r in fitting)
        once = {frozenset(pair): pair for pair in pairs}  # in either order it is one pair
        return _few(self._told(self._sensible(once.values())), MOST)


def by_chance(numbers, value, near):
    """How many of these numbers are to be expected as near to the value by chance: by how many there are around it."""
    around = len(np.unique(numbers[np.abs(numbers - value) <= AROUND * abs(value)].round(12)))
    return around * near(np.array(value)) / (AROUND * max(abs(value), 1e-12))


def _few(found, most):
    """What was found, where it is no more than so many; else nothing."""
    return found if len(found) <= most else []


def _where_few(known, value, near):
    """``_fitting``, where few of these numbers are to be expected as near by chance."""
    numbers = np.array([number for _, number in known])
    return [] if by_chance(numbers, value, near) > CHANCE else _fitting(known, value, near)


def _fitting(known, value, near):
    """Of pairs (sentence, number), each sentence whose number is near the value, once."""
    return list(dict.fromkeys(said for said, number in known if abs(number - value) <= near(number)))


@lru_cache(maxsize=1)  # the question asked last is the one that is asked again
def _alone(causes):
    return causes.find_alone()


@lru_cache(maxsize=1)
def _pairs(causes):
    return causes.find_pairs()


def same(one, other):
    """Whether two numbers come from one formula, but for the last digits."""
    return np.abs(one - other) <= SAME * np.maximum(1e-3, np.maximum(np.abs(one), np.abs(other)))


def round_to(value, digits):
    """A number to so many significant digits, as text."""
    return f"{value:.{digits}g}"
