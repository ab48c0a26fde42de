"""A gradient step, formula by formula, so that any part of a formula can be broken, in many variants at once.

Each array is found when it is asked for, and kept. Going forward: fed, w and b, of which z is made, then a; what each
output adds to the cost, C, L. Going back: error, slope, coming and back_w, of which dC_da is made, then dC_dz; delta
and feed, of which dL_dw is made, dL_db; g_w and g_b, the new parameters, and with them the forward pass again.

Arrays are the engine's with one axis before theirs, a variant a row: examples in rows, weights ``(n_out, n_in)``. An
array that no slip has changed yet has one row for all. A ``Slip`` changes what one part gives; what follows is found
from it, so that slips compose.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from backprop.engine.losses import get_loss

PART_OF = {"fed": "z", "w": "z", "b": "z", "coming": "dC_da", "back_w": "dC_da"}


@dataclass(frozen=True)
class Slip:
    """A misconception: its id, how it changes what a part of a formula gives, and where.

    ``change`` takes the step, the layer and the right array, and returns the wrong one, or None where it cannot be.
    ``at`` are the places, (part, layer), and ``fields`` those of its sentence, as pairs.
    """

    id: str
    change: Callable
    at: tuple
    fields: tuple = ()

    @property
    def name(self):
        """The part that it breaks, or the first of them."""
        return self.at[0][0]

    @cached_property
    def layers(self):
        """Where it breaks that part."""
        return tuple(l for name, l in self.at if name == self.name)

    @cached_property
    def formulas(self):
        """The formulas that its parts belong to, each with its layer."""
        return {(PART_OF.get(name, name), l) for name, l in self.at}


class Rules:
    """The arrays of one gradient step, by the right formulas but for slips.

    ``variants`` are rows of indices of ``slips``: those that are made together. Without them there is one variant,
    the right one. ``right`` is the step without slips. ``given`` are arrays by their place, (part, layer), that a
    learner is given and does not find: no slip changes them.
    """

    def __init__(self, network, x, target, loss, learning_rate, slips=(), variants=None, right=None):
        self.network, self.loss, self.learning_rate = network, loss, learning_rate
        self.x = np.atleast_2d(np.asarray(x, dtype=float))
        self.target = np.atleast_2d(np.asarray(target, dtype=float))
        self.last, self.cost = len(network.layers) - 1, get_loss(loss)
        self.variants = np.zeros((1, 0), dtype=int) if variants is None else np.asarray(variants, dtype=int)
        self.slips, self.right, self.known, self.given = slips, right or self, {}, {}
        self.breaks = self._find_breaks()

    def _find_breaks(self):
        """{place: [(slip, the rows of the variants with it)]}, in the order of the slips."""
        found, (row, column) = {}, np.nonzero(self.variants >= 0)
        slip = self.variants[row, column]
        order = np.argsort(slip, kind="stable")
        used, starts = np.unique(slip[order], return_index=True)
        for each, rows in zip(used, np.split(row[order], starts[1:]), strict=True) if len(used) else ():
            for place in self.slips[each].at:
                found.setdefault(place, []).append((self.slips[each], rows))
        return found

    def broken(self, slips, variants):
        """This step in variants: each row of ``variants`` are the indices of the slips that are made together."""
        step = self.network, self.x, self.target, self.loss, self.learning_rate
        return type(self)(*step, slips, variants, self.right).with_given(self.given)

    def with_given(self, given):
        """This step, before anything of it is found, with arrays that are given."""
        self.given = given
        return self

    def with_slips(self, *slips):
        """This step with these slips, in one variant."""
        return self.broken(slips, [range(len(slips))])

    def __call__(self, name, l=0):
        """One array, a variant a row: of layer ``l``, where there is one for each."""
        if (name, l) not in self.known:
            with np.errstate(all="ignore"):  # a wrong number may well be no number
                self.known[name, l] = self._found(name, l)
        return self.known[name, l]

    def _found(self, name, l):
        if (name, l) in self.given:
            return self.given[name, l]
        value, copied = getattr(self, f"find_{name}")(l), False
        for slip, rows in self.breaks.get((name, l), ()):
            wrong = slip.change(Some(self, rows), l, value[rows] if len(value) > 1 else value)
            if wrong is None or np.shape(wrong)[1:] != value.shape[1:]:
                continue
            if not copied:
                value, copied = np.array(np.broadcast_to(value, (len(self.variants), *value.shape[1:]))), True
            value[rows] = wrong
        return value

    # ------------------------------------------------------------- forward

    def weights(self, l):
        """W of a layer, ``(n_out, n_in)``."""
        return self.network.layers[l].weights

    def biases(self, l):
        """b of a layer."""
        return self.network.layers[l].biases

    def f(self, l):
        """The layer's activation."""
        return self.network.layers[l].f

    def value(self, l, z):
        """f(z) of a layer, for every row."""
        return self.f(l).value(z.reshape(-1, z.shape[-1])).reshape(z.shape)

    def sum(self, fed, weights, biases):
        """z = Σₖ wₖ aₖ + b."""
        return np.einsum("vni,voi->vno", fed, weights) + biases[:, None]

    def find_fed(self, l):
        """What feeds a layer going forward: x, or the a of the layer before."""
        return self("a", l - 1) if l else self.x[None]

    def find_w(self, l):
        """The weights with which z is made."""
        return self.weights(l)[None]

    def find_b(self, l):
        """The biases with which z is made."""
        return self.biases(l)[None]

    def find_z(self, l):
        """z from what feeds the layer."""
        return self.sum(self("fed", l), self("w", l), self("b", l))

    def find_a(self, l):
        """a = f(z)."""
        return self.value(l, self("z", l))

    def find_C(self, l):
        """C of each example."""
        return self._cost(self("a", self.last))

    def _cost(self, y):
        rows = y.reshape(-1, y.shape[-1])
        return self.cost.cost_of_y(rows, np.tile(self.target, (len(y), 1))).reshape(y.shape[:2])

    def find_L(self, l):
        """L = Σₙ Cⁿ."""
        return self("C").sum(axis=1)

    def find_new_z(self, l):
        """z after the update."""
        return self.sum(self("new_a", l - 1) if l else self.x[None], self("new_w", l), self("new_b", l))

    def find_new_a(self, l):
        """a after the update."""
        return self.value(l, self("new_z", l))

    def find_new_C(self, l):
        """C of each example after the update."""
        return self._cost(self("new_a", self.last))

    def find_new_L(self, l):
        """L after the update."""
        return self("new_C").sum(axis=1)

    # ------------------------------------------------------------ backward

    def find_error(self, l):
        """y − ŷ, from which the way back starts."""
        return self("a", self.last) - self.target

    def find_slope(self, l):
        """f′(z); of softmax y (1 − y), the part of its own z alone."""
        return self.f(l).derivative(self("z", l)) if not self.f(l).coupled else self("a", l) * (1 - self("a", l))

    def find_coming(self, l):
        """∂C/∂z of the next layer, which comes back to this one."""
        return self("dC_dz", l + 1)

    def find_back_w(self, l):
        """The weights through which it comes back."""
        return self.weights(l + 1)[None]

    def find_dC_da(self, l):
        """∂C/∂a = Σₖ wₖ ∂C/∂zₖ over the next layer; at the output ∂C/∂y."""
        if l < self.last:
            return np.einsum("vnk,vkj->vnj", self("coming", l), self("back_w", l))
        if self.right is self and self.cost.loses_digits:  # the engine's own keeps them
            return self.cost.dC_dy(self.f(l), self("z", l)[0], self.target)[None]
        return self.start(l)

    def start(self, l):
        """∂C/∂y from y, which a slip may have changed."""
        return self.cost.dC_dy_by_hand(self("a", l), self.target, self("error", l))

    def find_dC_dz(self, l):
        """∂C/∂z = f′(z) · ∂C/∂a; at the output y − ŷ where f′ cancels, but where ∂C/∂y is broken."""
        if l < self.last or not self.cost.cancels_slope:
            return self._pulled_back(l)
        broken = [rows for _, rows in self.breaks.get(("dC_da", l), ())]
        value = self("error", l)
        if broken:
            rows = np.concatenate(broken)
            value = np.array(np.broadcast_to(value, (len(self.variants), *value.shape[1:])))
            value[rows] = np.broadcast_to(self._pulled_back(l), value.shape)[rows]
        return value

    def _pulled_back(self, l):
        """∂C/∂a through the activation, softmax through all of its slopes."""
        if not self.f(l).coupled:
            return self("slope", l) * self("dC_da", l)
        y, back = self("a", l), self("dC_da", l)
        return y * (back - (y * back).sum(axis=2, keepdims=True))

    # -------------------------------------------------- gradient and update

    def find_delta(self, l):
        """∂C/∂z, as it multiplies what feeds the weight."""
        return self("dC_dz", l)

    def find_feed(self, l):
        """What feeds the weight: x, or the a of the layer before."""
        return self("a", l - 1) if l else self.x[None]

    def find_dL_dw(self, l):
        """∂L/∂w = Σₙ ∂z/∂w · ∂C/∂z."""
        return np.einsum("vnj,vni->vji", self("delta", l), self("feed", l))

    def find_dL_db(self, l):
        """∂L/∂b = Σₙ ∂C/∂z."""
        return self("delta", l).sum(axis=1)

    def find_g_w(self, l):
        """∂L/∂w, as the update takes it."""
        return self("dL_dw", l)

    def find_g_b(self, l):
        """∂L/∂b, as the update takes it."""
        return self("dL_db", l)

    def find_new_w(self, l):
        """w − η ∂L/∂w."""
        return self.weights(l) - self.learning_rate * self("g_w", l)

    def find_new_b(self, l):
        """b − η ∂L/∂b."""
        return self.biases(l) - self.learning_rate * self("g_b", l)


class Some:
    """Some variants of a step, as a slip sees it: the same arrays, of these rows alone."""

    def __init__(self, step, rows):
        self.step, self.rows = step, rows

    def __call__(self, name, l=0):
        """One array of these variants."""
        array = self.step(name, l)
        return array[self.rows] if len(array) > 1 else array

    def __getattr__(self, name):
        return getattr(self.step, name)


def read(step, quantity, example):
    """The numbers of a step, one a variant: those of a quantity as a walkthrough names it, of one example."""
    l, j, k = quantity.place
    name = {"dC_dw": "dL_dw", "dC_db": "dL_db"}.get(quantity.name, quantity.name)
    array = step("new_" * quantity.new + name, l or 0)
    if name == "L":
        found = array
    elif name == "C":
        found = array[:, example]
    elif name in ("z", "a", "dC_dz", "dC_da"):
        found = array[:, example, j]
    else:
        found = array[:, j] if k is None else array[:, j, k]
    return np.broadcast_to(found, len(step.variants))
