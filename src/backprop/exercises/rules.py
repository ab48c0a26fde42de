"""A gradient step, formula by formula, so that any formula can be broken.

Each array is found when it is asked for, and kept: z, a, C, L, error, slope, dC_da, dC_dz, feed, dL_dw, dL_db, the
new parameters, and with them the forward pass again. Arrays are the engine's: examples in rows, weights
``(n_out, n_in)``. A ``Slip`` changes what one formula gives, in some layers; all that follows is found from it.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from backprop.engine.losses import get_loss

BACKWARD = ("error", "slope", "dC_da", "dC_dz", "feed", "dL_dw", "dL_db", "new_w", "new_b")


@dataclass(frozen=True)
class Slip:
    """A misconception: its id, the formula ``name`` that it breaks, how, in which layers, and its sentence's fields.

    ``change`` takes the step, the layer and the right array, and returns the wrong one, or None where it cannot be.
    """

    id: str
    name: str
    change: Callable
    layers: tuple
    fields: tuple = ()


class Rules:
    """The arrays of one gradient step, by the right formulas but for ``slips``.

    ``right`` is the same step without the last of the slips, from which all is taken that comes before it.
    """

    def __init__(self, network, x, target, loss, learning_rate, slips=(), right=None):
        self.network, self.loss, self.learning_rate = network, loss, learning_rate
        self.x = np.atleast_2d(np.asarray(x, dtype=float))
        self.target = np.atleast_2d(np.asarray(target, dtype=float))
        self.last, self.cost = len(network.layers) - 1, get_loss(loss)
        self.slips, self.right, self.known = slips, right, {}
        self.begins = min((self.turn(slips[-1].name, l) for l in slips[-1].layers), default=None) if slips else None

    def broken(self, slip):
        """This step with one slip more."""
        step = self.network, self.x, self.target, self.loss, self.learning_rate
        return type(self)(*step, (*self.slips, slip), self)

    def __call__(self, name, l=0):
        """One array: of layer ``l``, where there is one for each."""
        if (name, l) not in self.known:
            if self.right is not None and self.turn(name, l) < self.begins:
                self.known[name, l] = self.right(name, l)
            else:
                with np.errstate(all="ignore"):  # a wrong number may well be no number
                    self.known[name, l] = self._found(name, l)
        return self.known[name, l]

    def _found(self, name, l):
        value = getattr(self, f"find_{name}")(l)
        for slip in self.slips:
            if slip.name == name and l in slip.layers:
                wrong = slip.change(self, l, value)
                if wrong is not None and np.shape(wrong) == np.shape(value):
                    value = wrong
        return value

    def turn(self, name, l):
        """When an array is found: forward, the cost, backward from the last layer, and forward again."""
        if name in BACKWARD:
            return 2, self.last - l, BACKWARD.index(name)
        after, plain = name.startswith("new_"), name.removeprefix("new_")
        return (3 if after else 0, l, plain == "a") if plain in "za" else (4 if after else 1, 0, plain == "L")

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

    def sum(self, l, feed, weights, biases):
        """z = Σₖ wₖ aₖ + b."""
        return feed @ weights.T + biases

    def find_feed(self, l):
        """What feeds a layer: x, or the a of the layer before."""
        return self("a", l - 1) if l else self.x

    def find_z(self, l):
        """z from what feeds the layer."""
        return self.sum(l, self.find_feed(l), self.weights(l), self.biases(l))

    def find_a(self, l):
        """a = f(z)."""
        return self.f(l).value(self("z", l))

    def find_new_z(self, l):
        """z after the update."""
        return self.sum(l, self("new_a", l - 1) if l else self.x, self("new_w", l), self("new_b", l))

    def find_new_a(self, l):
        """a after the update."""
        return self.f(l).value(self("new_z", l))

    def find_C(self, l):
        """C of each example."""
        return self.cost.cost_of_y(self("a", self.last), self.target)

    def find_L(self, l):
        """L = Σₙ Cⁿ."""
        return self("C").sum()

    def find_new_C(self, l):
        """C of each example after the update."""
        return self.cost.cost_of_y(self("new_a", self.last), self.target)

    def find_new_L(self, l):
        """L after the update."""
        return self("new_C").sum()

    # ------------------------------------------------------------ backward

    def find_error(self, l):
        """y − ŷ, from which ∂C/∂z at the output starts."""
        return self("a", self.last) - self.target

    def find_slope(self, l):
        """f′(z); of softmax y (1 − y), the part of its own z alone."""
        return self.f(l).derivative(self("z", l)) if not self.f(l).coupled else self("a", l) * (1 - self("a", l))

    def find_dC_da(self, l):
        """∂C/∂a = Σₖ wₖ ∂C/∂zₖ over the next layer; at the output ∂C/∂y."""
        if l < self.last:
            return self("dC_dz", l + 1) @ self.weights(l + 1)
        y, t = self("a", l), self.target
        if self.loss == "cross_entropy":
            return (y - t) / (y * (1 - y))
        return -t / y if self.loss == "categorical_cross_entropy" else y - t

    def find_dC_dz(self, l):
        """∂C/∂z = f′(z) · ∂C/∂a; at the output y − ŷ where f′ cancels, and softmax through all of its slopes."""
        if l < self.last:
            return self("slope", l) * self("dC_da", l)
        if self.cost.cancels_slope:
            return self("error", l)
        if self.f(l).coupled:
            y, e = self("a", l), self("error", l)
            return y * (e - (y * e).sum(axis=1, keepdims=True))
        return self("slope", l) * self("error", l)

    # -------------------------------------------------- gradient and update

    def find_dL_dw(self, l):
        """∂L/∂w = Σₙ ∂z/∂w · ∂C/∂z."""
        return self("dC_dz", l).T @ self("feed", l)

    def find_dL_db(self, l):
        """∂L/∂b = Σₙ ∂C/∂z."""
        return self("dC_dz", l).sum(axis=0)

    def find_new_w(self, l):
        """w − η ∂L/∂w."""
        return self.weights(l) - self.learning_rate * self("dL_dw", l)

    def find_new_b(self, l):
        """b − η ∂L/∂b."""
        return self.biases(l) - self.learning_rate * self("dL_db", l)


def read(step, quantity, example):
    """One number of a step: that of a quantity as a walkthrough names it, of one example where it has one."""
    l, j, k = quantity.place
    name = {"dC_dw": "dL_dw", "dC_db": "dL_db"}.get(quantity.name, quantity.name)
    array = step("new_" * quantity.new + name, l or 0)
    if name == "L":
        return float(array)
    if name == "C":
        return float(array[example])
    if name in ("z", "a", "dC_dz", "dC_da"):
        return float(array[example, j])
    return float(array[j] if k is None else array[j, k])
