"""A gradient checked, entry by entry: by a central difference, and where that is rounding alone, in more digits."""

from collections.abc import Mapping
from functools import cached_property
from math import log10

import numpy as np
from numpy.typing import ArrayLike

from backprop.engine.arrays import as_numbers, as_targets, in_order_of_keys
from backprop.engine.kinks import bounds
from backprop.engine.network import BackwardPass, Network
from backprop.engine.numeric import (
    DIFFERS,
    EPSILON,
    FLAT,
    KINK,
    NEAR,
    RIGHT,
    SEVERAL,
    STEP,
    TOLERANCE,
    noise_of,
    numeric_gradients,
    reach,
    verdict,
)
from backprop.engine.textbook import Textbook, sides
from backprop.notation import apart, printed
from backprop.words import say

BUDGET = 1e6  # multiplications of decimals that a check may take, about a second
PARTS = ("dL_dw", "dL_db")


class GradientError(AssertionError):
    """A gradient is wrong, or no entry of it could be checked."""


class Checked(float):
    """The largest relative difference of the entries that a check could check, and how many these are.

    Where it could check none, the largest of all.

    ``kinks`` and ``flat`` hold the entries it could not, each (name, layer, place): a central difference reaches over
    a kink, or the gradient is too small for numbers of 16 digits to hold.
    """

    checked: int
    kinks: tuple
    flat: tuple

    def __repr__(self):
        number = float.__repr__(self)
        if not self.kinks and not self.flat:
            return number
        entries = self.checked + len(self.kinks) + len(self.flat)
        return say(
            "engine.check.result",
            number=number,
            checked=self.checked,
            n=entries,
            kinks=len(self.kinks),
            flat=len(self.flat),
        )


def check_gradient(
    network: Network,
    x: ArrayLike,
    target: ArrayLike,
    loss: str = "cross_entropy",
    gradients: BackwardPass | Mapping | tuple | None = None,
) -> Checked:
    """Compare gradients with central differences; return the largest relative difference.

    ``gradients`` is a BackwardPass or your own pair (dL_dw, dL_db), each a list or a dict with one array a layer,
    which stand in the order of the numbers in a dict's keys; without it, the engine's are
    checked. An entry agrees within 1e-6 of the array's largest entry, plus the rounding of L itself. One so small
    that the difference is rounding alone is compared with a difference of decimals; one at a kink, as ReLU has, is
    refused only where no slope of either side gives it. The result says how many were compared.
    Raises GradientError naming the first parameter that disagrees and both numbers, or saying that none could be
    checked; TypeError or ValueError for what is no such pair, and for arrays of the wrong shape.
    """
    if gradients is None:
        gradients = network.backward(network.forward(x), target, loss)
    given = _arrays(network, gradients)
    check = _Check(network, x, target, loss)
    largest, found = {False: 0.0, True: 0.0}, {RIGHT: [], KINK: [], FLAT: []}
    for name, arrays, numerics in zip(PARTS, given, numeric_gradients(network, x, target, loss), strict=True):
        for l, (g, numeric) in enumerate(zip(arrays, numerics, strict=True)):
            slope, told = check.array(name, l, g, numeric)
            for place, word in told:
                found[word].append((name, l, place))
            for flat in largest:
                places = [place for place, word in told if (word == FLAT) == flat]
                largest[flat] = max(largest[flat], _largest(g, slope, places))
    worst = largest[False] if found[RIGHT] else max(largest.values())
    if not found[RIGHT] and worst < TOLERANCE:
        raise GradientError(say("engine.check.nothing", kinks=len(found[KINK]), flat=len(found[FLAT])))
    result = Checked(worst)
    result.checked, result.kinks, result.flat = len(found[RIGHT]), tuple(found[KINK]), tuple(found[FLAT])
    return result


class _Check:
    """What the entries of one check share: the passes, the rounding of L, and the decimals where they are needed."""

    def __init__(self, network, x, target, loss):
        self.network, self.loss = network, loss
        self.forward = network.forward(x)
        self.backward = network.backward(self.forward, target, loss)
        self.target = as_targets(target, network.sizes[-1], len(network.layers))
        self.L = network.loss(x, target, loss)
        self.noise = noise_of(self.L)
        self.size = self.sizes(0.0)
        self.kinked = any(layer.f.kinked for layer in network.layers)
        self.left = BUDGET

    def array(self, name, l, g, numeric):
        """(the best slope there is for each entry, [(place, verdict)]) of one array; raises GradientError."""
        noise = self.noise * (reach(self.forward.x) if (l, name) == (0, "dL_dw") else 1.0)
        scale, slope, told = max(np.abs(numeric).max(), np.abs(g).max()), numeric.copy(), []
        for place in np.ndindex(g.shape):
            at_a_kink = self.kinked and self.reaches_over_a_kink(name, l, place)
            said = verdict(g[place], numeric[place], noise, scale, at_a_kink)
            if said == DIFFERS:
                raise GradientError(_differs("engine.check.differs", name, l, place, g, numeric[place]))
            back = self.size[name][l][place]  # 0 where nothing comes back to it, so that 0 is its slope
            if said == KINK or (back and (said != RIGHT or not numeric[place])):
                slope[place], said = self.in_decimals(name, l, place, g, said)
            elif said != RIGHT:
                said = RIGHT
            if said == KINK:
                self.within_both_sides(name, l, place, g, noise)
            told.append((place, said))
        return slope, told

    def within_both_sides(self, name, l, place, g, noise):
        """Raise GradientError for an entry at a kink that no slope between those of its two sides gives."""
        low, high = (float(each[place]) for each in self.bounds[name][l])
        room = TOLERANCE * max(self.size[name][l][place], abs(low), abs(high)) + SEVERAL * noise
        if not low - room <= g[place] <= high + room:
            end = min(low, high, key=lambda each: abs(g[place] - each))
            mine, end_shown = apart(g[place], end, 6, printed)
            low, high = (end_shown if each == end else printed(each, 6) for each in (low, high))
            told = {"name": name, "l": l, "place": ", ".join(map(str, place)), "layer": l + 1}
            raise GradientError(say("engine.check.differs-at-a-kink", mine=mine, low=low, high=high, **told))

    @cached_property
    def bounds(self):
        """What each entry may be, whichever slope is taken at a kink."""
        return bounds(self.backward)

    def in_decimals(self, name, l, place, g, said):
        """(slope, verdict) of an entry that a difference of floats cannot judge; ``said`` is what it said."""
        own, size = g[place], self.size[name][l][place]
        said = FLAT if said == NEAR else said
        cost = 2 * len(self.forward.x) * sum(layer.weights.size for layer in self.network.layers)
        if cost > self.left:
            return own, said
        self.left -= cost
        slope = self.textbook.slope(name, l, place)
        if slope is None:
            return own, said
        if abs(own - slope) <= TOLERANCE * size:
            return slope, RIGHT
        rounding = self.sizes_rounded[name][l][place] - size
        turned_round = own and abs(own + slope) <= 1e-3 * abs(slope)
        if abs(own - slope) > rounding or turned_round:
            raise GradientError(_differs("engine.check.differs-in-digits", name, l, place, g, slope))
        return slope, FLAT if abs(slope) <= rounding else RIGHT

    @cached_property
    def textbook(self):
        """The decimals: digits for the smallest gradient, and for an output as near to 0 or 1 as it is."""
        sizes = np.concatenate([size.ravel() for part in PARTS for size in self.size[part]])
        smallest = sizes[sizes > 0].min(initial=1.0)
        near = 0.45 * min(1e3, np.abs(self.forward.z[-1]).max())
        digits = 60 + int(log10(max(1.0, self.L)) - log10(smallest) + near)
        return Textbook(self.forward, self.target, self.loss, digits)

    @cached_property
    def sizes_rounded(self):
        """The same where each slope and each error is off by its rounding, as a (1 − a) is."""
        return self.sizes(4 * EPSILON)

    def sizes(self, rounding):
        """How large each entry would be if nothing in its sums cancelled; the slopes larger by ``rounding``."""
        layers, last = self.network.layers, len(self.network.layers) - 1
        back, found = np.abs(self.backward.dC_dz[last]) + rounding, {part: [None] * (last + 1) for part in PARTS}
        for l in reversed(range(last + 1)):
            if l < last:
                back = (np.abs(self.forward.da_dz[l]) + rounding) * (back @ np.abs(layers[l + 1].weights))
            found["dL_dw"][l], found["dL_db"][l] = back.T @ np.abs(self.forward.dz_dw[l]), back.sum(axis=0)
        return found

    def reaches_over_a_kink(self, name, l, place):
        """Whether the nudges of one parameter take a z from one side of a kink to the other."""
        network = self.network
        part = "weights" if name == "dL_dw" else "biases"
        smaller = 1 / reach(self.forward.x) if (l, name) == (0, "dL_dw") else 1.0
        own = sides(self.forward)
        for direction in (STEP, -STEP):
            layer = network.layers[l]
            values = {"weights": layer.weights.copy(), "biases": layer.biases.copy()}
            values[part][place] += direction * max(1.0, abs(values[part][place])) * smaller
            nudged = type(layer)(activation=layer.activation, **values)
            moved = Network([*network.layers[:l], nudged, *network.layers[l + 1 :]]).forward(self.forward.x)
            if sides(moved) != own:
                return True
        return False


def _largest(g, slope, places):
    """The largest difference of an array's entries at these places, over the largest entry of all."""
    scale = max(np.abs(slope).max(), np.abs(g).max())
    return max((float(abs(g[place] - slope[place]) / scale) for place in places), default=0.0) if scale else 0.0


def _arrays(network, gradients):
    """(dL_dw, dL_db) as lists of arrays, each of its layer's shape."""
    if isinstance(gradients, BackwardPass):
        gradients = gradients.dL_dw, gradients.dL_db
    if isinstance(gradients, Mapping):
        if set(gradients) != set(PARTS):
            raise ValueError(say("engine.check.keys", keys=", ".join(map(str, gradients)) or "{}"))
        gradients = [gradients[part] for part in PARTS]
    parts = _listed(gradients, "gradients", "engine.check.pair")
    if len(parts) != 2:
        raise ValueError(say("engine.check.parts", n=len(parts)))
    given = []
    for name, part, shapes in zip(PARTS, parts, _shapes(network), strict=True):
        arrays = _listed(part, name, "engine.check.list")
        if len(arrays) != len(shapes):
            raise ValueError(say("engine.check.arrays", name=name, n=len(arrays), layers=len(shapes)))
        given.append([])
        for l, (array, shape) in enumerate(zip(arrays, shapes, strict=True), 1):
            g = as_numbers(array, say("engine.check.array", name=name, layer=l))
            if g.shape != shape:
                raise ValueError(say("engine.check.shape", name=name, layer=l, shape=g.shape, expected=shape))
            given[-1].append(g)
    return given


def _listed(things, name, refusal):
    if isinstance(things, Mapping):
        return in_order_of_keys(things)
    if isinstance(things, str) or not hasattr(things, "__iter__"):
        raise TypeError(say(refusal, name=name, kind=type(things).__name__))
    return list(things)


def _shapes(network):
    return [layer.weights.shape for layer in network.layers], [layer.biases.shape for layer in network.layers]


def _differs(sentence, name, l, place, g, slope):
    mine, difference = apart(g[place], slope, 6, printed)
    where = ", ".join(map(str, place))
    return say(sentence, name=name, l=l, place=where, layer=l + 1, mine=mine, difference=difference)
