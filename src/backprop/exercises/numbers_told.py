"""What is told of a wrong number: the causes that give it, or its sign, a plain factor, its size."""

import math

import numpy as np

from backprop.exercises.causes import MOST, SAME, Causes, same
from backprop.notation import number
from backprop.words import say

BY_HAND = 5  # digits up to which a number may have been rounded on the way
ALL = 10  # digits from which a number was computed, not rounded
MOST_BY_HAND = 4  # causes of a number that was not computed: more alternatives than these help nobody
ROUGH = 3  # digits of a number that many a slip comes near to by chance
FACTORS = (2, 3, 4, 0.5, 0.25, 1 / 3)


def diagnose(question, value, digits):
    """What is said of every cause of a number: to all digits first, then within the tolerance of a number by hand."""

    def given(wrong):
        """Half a unit of the last digit that was given; but for the last digits of a float where all were."""
        size = np.abs(wrong)
        return np.maximum(equal(wrong), np.minimum(0.5 * unit(value, digits), 0.005 * size))

    wrong = question.wrong
    if isinstance(wrong, Causes):
        return _of_causes(wrong, value, digits, given)

    def by_hand(number):
        return question.tolerance * max(1.0, abs(number) / max(abs(question.answer), 1e-12))

    exact = [reason for reason, each in wrong.items() if abs(each - value) <= given(each)]
    near = exact or [reason for reason, each in wrong.items() if abs(value - each) <= by_hand(each)]
    return [question.part(f"reason.{reason}") for reason in near]


def _of_causes(wrong, value, digits, given):
    """The first that any are found of: slips that are often made, that are seldom, two at once, a number misread."""
    most = MOST if not value else math.inf if digits >= ALL else MOST_BY_HAND
    rough, short = digits <= ROUGH, value == float(f"{value:.1e}")
    found = wrong.of(value, equal, most)  # a number of few digits can be one to its last
    found = wrong.odd(value, equal) or None if found is None and not short else found
    if found is None and value:
        found = wrong.of(value, given, most, rough)
        found = wrong.odd(value, given, rough) or None if found is None and not short else found
    if not value or found is not None:  # many pairs of slips come to 0
        return found or []
    if not short:  # two digits are many pairs', and many a seldom slip's
        found = wrong.of_two(value, given, min(most, MOST)) or wrong.misread(value, given)
        found = found or (wrong.of_a_seldom_two(value) if digits >= ALL else [])
    return found or (wrong.by_hand(value, given, MOST_BY_HAND) if digits <= BY_HAND else [])


def mistaken(question, value, digits):
    """The causes of a number that is as near to the answer as one by hand: where all its digits are another's."""
    wrong = question.wrong
    if not isinstance(wrong, Causes) or digits < ALL or same(value, question.answer):
        return []

    found = wrong.of(value, equal)
    return wrong.of_two(value, equal) if found is None else found


def equal(number):
    """How far off a number may be that comes from the same formula: but for its last digits."""
    return SAME * np.maximum(np.abs(number), 1e-3)


def unit(value, digits):
    """What one more in the last of the significant digits adds."""
    return 10.0 ** (math.floor(math.log10(abs(value))) - digits + 1) if value else 0.0


def remark(question, value, digits=BY_HAND):
    """What can be said of a number that no known slip gives: its sign, the decimal point, a plain factor, its size."""
    answer = question.answer

    def near(number):
        off = question.tolerance if digits <= BY_HAND else max(1e-9 * abs(answer), unit(number, digits))
        return abs(number - answer) <= off

    if value * answer < 0:
        return say("exercises.number.sign-alone" if near(-value) else "exercises.number.sign")
    if value and answer:
        shift = math.log10(abs(value)) - math.log10(abs(answer))
        if round(shift) and near(answer * 10 ** (shift - round(shift))):
            return say("exercises.number.decimal-point")
        for factor in FACTORS:
            if near(value / factor):
                return say("exercises.number.factor", factor=number(factor))
    return say("exercises.number.large" if abs(value) > abs(answer) else "exercises.number.small")
