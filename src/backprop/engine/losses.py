"""Losses: each a record of the cost, of its derivatives at the output, and of how all are written.

A loss turns outputs y and targets ŷ into the cost C of each example; ``z``, ``y`` and ``target`` are ``(n, n_out)``,
examples in rows. A new one is a class in this file, added to ``LOSSES``.
"""

import numpy as np

from backprop.engine.activations import Identity
from backprop.engine.lookup import named
from backprop.notation import (
    HALF,
    MINUS,
    MINUS_SIGN,
    PLUS,
    Math,
    apart,
    brackets,
    fraction,
    ln,
    one_minus,
    printed,
    square_brackets,
    squared,
    times,
    total,
)
from backprop.words import is_sentence, say

FLOAT32 = np.finfo(np.float32).eps


class Loss:
    """The cost C of each example, and its derivatives at the output.

    A loss is given the output activation f and z as well as y = f(z):
    from z it can be computed where y has already rounded to 0 or 1.
    """

    name = ""
    requires = None  # the one output activation it admits; None admits any
    cancels_slope = False  # whether f′ cancels, so that ∂C/∂z at the output is y − ŷ at once
    loses_digits = False  # whether ∂C/∂y as the textbook writes it does, where y is near 1
    targets = (-np.inf, np.inf)  # the smallest and the largest ŷ it can take
    formula = slope = Math("", "")  # C and ∂C/∂z of one output, written out; {} is f′(z)

    @property
    def called(self) -> str:
        """What a sentence calls it, "squared error"; one that the dictionary does not know, by its name in code."""
        return say(f"engine.loss.{self.name}") if is_sentence(f"engine.loss.{self.name}") else self.name

    def admits(self, f) -> bool:
        """Whether it takes the outputs of this activation."""
        return self.requires in (None, f.name)

    def written(self, y, hat):
        """C, as a formula of the outputs ``y`` and the targets ``hat``, letters or numbers."""
        raise NotImplementedError

    def dC_dy_written(self, y, hat):
        """∂C/∂y of one output, as a formula."""
        raise NotImplementedError

    def cost(self, f, z, target):
        """C of each example, shape ``(n,)``."""
        raise NotImplementedError

    def cost_of_y(self, y, target):
        """C from y alone, as the textbook writes it, shape ``(n,)``; used to check ∂C/∂y."""
        raise NotImplementedError

    def textbook(self, ys, targets):
        """C of one example, from lists of decimals; without it, a gradient too small for floats is not judged."""
        raise NotImplementedError

    def room(self, y):
        """How far each y may move before C changes its course; for a logarithm, y's distance from where it ends."""
        return np.ones_like(y)

    def dC_dy(self, f, z, target):
        """∂C/∂y, shape ``(n, n_out)``."""
        raise NotImplementedError

    def dC_dy_by_hand(self, y, target, error):
        """∂C/∂y from y, ŷ and y − ŷ, as the textbook writes it; with any number of axes before the last two."""
        return self.dC_dy(Identity(), y, y - error)

    def dC_dz(self, f, z, target):
        """∂C/∂z at the output, shape ``(n, n_out)``: ∂C/∂y pulled back through f."""
        return f.pull_back(z, self.dC_dy(f, z, target))

    def check_target(self, target):
        """Raise ValueError for a target this loss cannot take."""

    def __repr__(self):
        return self.name


class SquaredError(Loss):
    """C = ½ Σⱼ (yⱼ − ŷⱼ)². Any output activation."""

    name = "squared_error"
    formula, slope = Math(r"\tfrac12 (y - \hat{y})^{2}", "½(y − ŷ)²"), Math(r"{} \cdot (y - \hat{{y}})", "{} · (y − ŷ)")

    def written(self, y, hat):
        each = (squared(brackets(v + MINUS + t)) for v, t in zip(y, hat, strict=True))
        return HALF + brackets(total(each))

    def dC_dy_written(self, y, hat):
        return y + MINUS + hat

    def cost(self, f, z, target):
        return 0.5 * (f.minus(z, target) ** 2).sum(axis=1)

    def cost_of_y(self, y, target):
        return 0.5 * ((y - target) ** 2).sum(axis=1)

    def textbook(self, ys, targets):
        return sum((y - t) ** 2 for y, t in zip(ys, targets, strict=True)) / 2

    def dC_dy(self, f, z, target):
        """∂C/∂yⱼ = yⱼ − ŷⱼ."""
        return f.minus(z, target)

    def dC_dy_by_hand(self, y, target, error):
        return error


class CrossEntropy(Loss):
    """C = −Σⱼ [ŷⱼ ln yⱼ + (1 − ŷⱼ) ln(1 − yⱼ)], each output a sigmoid."""

    name = "cross_entropy"
    requires = "sigmoid"
    cancels_slope = loses_digits = True
    targets = (0.0, 1.0)
    formula = Math(r"-\hat{y} \ln y - (1 - \hat{y}) \ln(1 - y)", "−ŷ ln y − (1 − ŷ) ln(1 − y)")
    slope = Math(r"y - \hat{{y}}", "y − ŷ")

    def written(self, y, hat):
        each = (times(t, ln(v)) + PLUS + times(one_minus(t), ln(one_minus(v))) for v, t in zip(y, hat, strict=True))
        return MINUS_SIGN + square_brackets(total(each))

    def dC_dy_written(self, y, hat):
        return fraction(y + MINUS + hat, times(y, one_minus(y)))

    def cost(self, f, z, target):
        """From z: −ln σ(z) = ln(1 + e^{−z}), which stays finite where σ(z) rounds to 0."""
        return (target * _softplus(-z) + (1.0 - target) * _softplus(z)).sum(axis=1)

    def cost_of_y(self, y, target):
        """ln(1 − y) as log1p(−y): a small y would lose its digits in 1 − y."""
        return -(_times_log(target, y) + _times_log(1.0 - target, -y, np.log1p)).sum(axis=1)

    def textbook(self, ys, targets):
        terms = ((t, y) for y, target in zip(ys, targets, strict=True) for t, y in ((target, y), (1 - target, 1 - y)))
        return -sum(t * y.ln() for t, y in terms if t)

    def room(self, y):
        return np.minimum(y, 1.0 - y)

    def dC_dy(self, f, z, target):
        """∂C/∂yⱼ = (yⱼ − ŷⱼ) / (yⱼ(1 − yⱼ)), as −ŷⱼ/yⱼ + (1 − ŷⱼ)/(1 − yⱼ).

        1/σ(z) = 1 + e^{−z}. Beyond |z| of about 709 this is truly out of range, and ±∞.
        """
        with np.errstate(over="ignore"):
            below = np.where(target > 0, 1.0 + np.exp(-z), 0.0)
            above = np.where(target < 1, 1.0 + np.exp(z), 0.0)
            return (1.0 - target) * above - target * below

    def dC_dy_by_hand(self, y, target, error):
        return error / (y * (1.0 - y))

    def dC_dz(self, f, z, target):
        """∂C/∂zⱼ = yⱼ − ŷⱼ: σ′(z) = y(1 − y) cancels the denominator of ∂C/∂y."""
        return f.minus(z, target)

    def check_target(self, target):
        if target.min() < 0 or target.max() > 1:
            outside = target[(target < 0) | (target > 1)][0]
            value, _ = apart(outside, np.clip(outside, 0.0, 1.0), 12, printed)
            raise ValueError(say("engine.target.outside", value=value, loss=self.name))


class CategoricalCrossEntropy(Loss):
    """C = −Σⱼ ŷⱼ ln yⱼ, the outputs a softmax, the targets of an example summing to 1."""

    name = "categorical_cross_entropy"
    requires = "softmax"
    cancels_slope = True
    targets = (0.0, 1.0)
    formula = Math(r"-\sum_j \hat{y}_j \ln y_j", "−Σⱼ ŷⱼ ln yⱼ")
    slope = Math(r"y_1 - \hat{{y}}_1", "y₁ − ŷ₁")

    def written(self, y, hat):
        each = (times(t, ln(v)) for v, t in zip(y, hat, strict=True))
        return MINUS_SIGN + brackets(total(each))

    def dC_dy_written(self, y, hat):
        return MINUS_SIGN + fraction(hat, y)

    def cost(self, f, z, target):
        return -(target * f.log(z)).sum(axis=1)

    def cost_of_y(self, y, target):
        return -_times_log(target, y).sum(axis=1)

    def textbook(self, ys, targets):
        return -sum(t * y.ln() for y, t in zip(ys, targets, strict=True) if t)

    def room(self, y):
        return y

    def dC_dy(self, f, z, target):
        """∂C/∂yⱼ = −ŷⱼ / yⱼ; ±∞ where yⱼ is truly out of range."""
        with np.errstate(over="ignore"):
            return -target * np.where(target > 0, np.exp(-f.log(z)), 0.0)

    def dC_dy_by_hand(self, y, target, error):
        return -target / y

    def dC_dz(self, f, z, target):
        """∂C/∂zⱼ = yⱼ − ŷⱼ, since the targets sum to 1; where they do so up to rounding alone, yⱼ Σₖ ŷₖ − ŷⱼ."""
        off = target.sum(axis=1, keepdims=True) - 1.0
        return f.minus(z, target) + off * f.value(z) if off.any() else f.minus(z, target)

    def check_target(self, target):
        """Raise ValueError for a target below 0, or for targets of an example that do not sum to 1.

        A row of n shares in float32 was divided by a sum of n numbers: each of the n roundings, the quotients' among
        them, moves the row's sum by up to half a float32 ε, 6e-8, and an ε for each entry leaves room for all.
        """
        if (target < 0).any():
            raise ValueError(say("engine.target.outside", value=f"{target[target < 0][0]:g}", loss=self.name))
        sums = target.sum(axis=1)
        wrong = np.abs(sums - 1.0) > target.shape[1] * FLOAT32
        if wrong.any():
            n = int(np.argmax(wrong))
            told = {"example": n + 1, "total": f"{sums[n]:.12g}"}
            raise ValueError(say("engine.target.sum", loss=self.name, **told))


LOSSES = {loss.name: loss for loss in (CrossEntropy(), CategoricalCrossEntropy(), SquaredError())}


def _softplus(z):
    """ln(1 + e^z), without overflow."""
    return np.maximum(z, 0.0) + np.log1p(np.exp(-np.abs(z)))


def _times_log(factor, y, log=np.log):
    """factor · ln y, and 0 where the factor is 0; with log1p, ln(1 + y)."""
    with np.errstate(divide="ignore"):
        return np.where(factor > 0, factor * log(np.where(factor > 0, y, 0.5)), 0.0)


def get_loss(name: str) -> Loss:
    """The loss of that name. Raises ValueError with the nearest known name."""
    return named(LOSSES, name, "loss")
