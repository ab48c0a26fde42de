"""What each array that a function returned can be: the options of every one, each found once.

The options of an array are found from the function's own arrays beside it, so that one slip is not counted again where
it is only passed on.
"""

from itertools import combinations

import numpy as np

from backprop.exercises import code_parts, code_silu, stage_backward, stage_forward, stage_multiply, stage_update
from backprop.exercises.agreement import agrees
from backprop.exercises.explain import FLOAT32, NONE, precision, same, slips
from backprop.exercises.rarities import RARE

OPTIONS = {
    "forward": stage_forward.options,
    "backward": stage_backward.options,
    "multiply": stage_multiply.options,
    "update": stage_update.options,
    "worked": stage_backward.options,
    "chain": code_parts.chain,
    "loop": code_parts.loop,
    "product-rule": code_silu.product_rule,
}
LARGEST = 10_000  # entries: what is larger comes of no slip, and would be compared for long
LAST_FIRST = ("backward", "worked")  # the order in which the arrays are found


def in_order(stage, arrays):
    """(name, l) of every array in the order in which they are found; ``arrays`` is {name: list}."""
    layers = range(len(next(iter(arrays.values()))))
    for l in reversed(layers) if stage in LAST_FIRST else layers:
        for name in arrays:
            yield name, l


class Readings:
    """The arrays of one network: as given and as expected, as they were returned, and the options of each."""

    def __init__(self, stage, given, own):
        self.stage, self.given, self.own = stage, given, own
        self._usual, self._rare = {}, {}

    def places(self):
        """(name, l, how many layers there are) of every array in the order in which they are found."""
        return ((name, l, len(self.own[name])) for name, l in in_order(self.stage, self.own))

    def agreeing(self):
        """The places of the arrays that agree as they stand."""
        return {
            (name, l) for name, l, _ in self.places() if agrees(name, self.own[name][l], self.given[name][l]) is None
        }

    def changed(self, way):
        """The same with what was returned put in another order; None where it cannot be.

        Nor where every array has its right shape as it stands, and then no longer has.
        """
        other = way(self.own)
        if other is None or (_in_shape(self.given, self.own) and not _in_shape(self.given, other)):
            return None
        return Readings(self.stage, self.given, other)

    def options(self, name, l, rare=False):
        """Every option for one array: the empty one where it agrees; ``rare`` for those that are tried last too."""
        mine, right = self.own[name][l], self.given[name][l]
        half = np.asarray(mine).dtype == np.float16 and same(mine, right, precision(mine))  # told already
        if half or agrees(name, mine, right) is None:
            return {NONE}
        array = np.asarray(mine, dtype=float)
        if array.size > LARGEST or not np.isfinite(array).all():
            return set()
        if (name, l) not in self._usual:
            self._usual[name, l] = self._found(OPTIONS[self.stage], name, l)
        found = self._usual[name, l]
        if rare and self.stage in RARE:
            if (name, l) not in self._rare:
                self._rare[name, l] = self._found(RARE[self.stage], name, l)
            found = found | self._rare[name, l]
        return self._in_its_place(found, name, l)

    def _found(self, way, name, l):
        """The options that one way of looking finds for one array."""
        beside = {
            each: [healthy(m, r) for m, r in zip(self.own[each], self.given[each], strict=True)] for each in self.own
        }
        mine = self.own[name][l]
        beside[name] = [*beside[name][:l], np.asarray(mine, dtype=float), *beside[name][l + 1 :]]
        try:
            return way(self.given, beside, name, l, precision(mine))
        except (ValueError, IndexError):  # arrays of a shape that no formula here allows have no reading
            return set()

    def _in_its_place(self, found, name, l):
        """The options, with that it is the array of another place; where that one stands there too, it is no order."""
        mine = self.own[name][l]
        others = self.given[name][:l] + self.given[name][l + 1 :]
        if not repeated(self.own[name]):
            near = min(precision(mine), FLOAT32)
            return found | {slips("order") for each in others if same(np.asarray(mine, dtype=float), each, near)}
        if any(slips("order") <= option for option in found):
            return {option - slips("order") | slips("of-another-layer") for option in found}
        return found


def _in_shape(given, own):
    """Whether every array has the shape that it is to have."""
    return all(
        np.shape(mine) == np.shape(right)
        for name, group in own.items()
        for mine, right in zip(group, given[name], strict=True)
    )


def repeated(arrays):
    """Whether one array stands in two places, so that it is no other order."""
    return any(same(one, other) for one, other in combinations(arrays, 2) if np.size(one) and np.size(other))


def healthy(mine, right):
    """The learner's own array where a neighbour can be computed from it; else the right one."""
    array = np.asarray(mine, dtype=float)
    return array if array.shape == np.shape(right) and np.isfinite(array).all() else np.asarray(right)
