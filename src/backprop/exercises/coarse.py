"""Digits left out on the way, by float16 or round: a very small change of what a function is given changes nothing."""

import numpy as np

from backprop.exercises.called import outputs
from backprop.exercises.reference import REFERENCE
from backprop.exercises.trials import drawn, parts
from backprop.words import say

NEARLY = 0.03  # how near, in parts of the largest, what was rounded still is
WHOLE = "target", "learning_rate", "batch", "orders"  # they are given in few digits
SMALL = 1e-7  # of its size: the change of what is given


def told(stage, function, name=None, l=None, shown="{name}[{l}]".format):
    """The sentence that a part of ``name[l]``, or of the first array where none is named, is rounded; else empty."""
    step = drawn(61, (3, 4, 3, 2), 5, 0.3, batch=5, epochs=1)
    given, rng = step.of(stage), np.random.default_rng(11)
    before, right = (by_place(stage, way, given) for way in (function, REFERENCE[stage]))
    if not all(near(before[each], right[each]) for each in right):
        return ""
    places = [(name, l)] if name else list(right)
    for each, k in parts(stage, given):
        if each in WHOLE:
            continue
        other = changed(given, each, k, 1 + SMALL * rng.uniform(1, 2, size=np.shape(at(given, each, k))))
        after, should = (by_place(stage, way, other) for way in (function, REFERENCE[stage]))
        for place in places:
            moves = not np.array_equal(should[place], right[place])
            stays = np.array_equal(after[place], before[place])
            if moves and stays and depends(stage, function, given, each, k, place):
                its = shown(name=each, l=k) if k is not None else each
                return say("exercises.coarse", array=shown(name=place[0], l=place[1]), given=its)
    return ""


def by_place(stage, function, given):
    """{(name, l): array} of what a function returns."""
    return {(name, l): one for name, group in outputs(stage, function, given).items() for l, one in enumerate(group)}


def near(mine, right):
    """Whether an array is the right one, or nearly."""
    return mine.shape == right.shape and np.abs(mine - right).max() <= NEARLY * np.abs(right).max()


def at(given, name, k):
    """One of the arrays that are given."""
    return given[name] if k is None else given[name][k]


def changed(given, name, k, times):
    """What is given, with one array multiplied by ``times``; z with its a."""
    other = {each: list(one) if isinstance(one, list) else one for each, one in given.items()}
    if k is None:
        other[name] = given[name] * times
        return other
    other[name][k] = given[name][k] * times
    if name == "a":
        other["z"][k] = np.log(other["a"][k] / (1 - other["a"][k]))
    return other


def depends(stage, function, given, name, k, place):
    """Whether a large change changes the array: else it is not made of what is given at all."""
    before, after = (by_place(stage, function, one)[place] for one in (given, changed(given, name, k, 0.8)))
    return not np.array_equal(before, after)
