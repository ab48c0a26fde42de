"""Rounding on the way, as by hand: how far off an honest answer may be."""

import numpy as np

from backprop.exercises.rules import Rules


class Rounded(Rules):
    """Every product and every sum rounded to three significant digits."""

    digits = 3

    def r(self, values):
        """Rounded to significant digits; 0 stays 0."""
        values = np.asarray(values, dtype=np.float64)
        size = np.floor(np.log10(np.abs(np.where(values == 0, 1.0, values))))
        unit = 10.0 ** (size - self.digits + 1)
        return np.where(values == 0, 0.0, np.round(values / unit) * unit)

    def add(self, terms, axis):
        """The sum of rounded terms, rounded."""
        return self.r(terms.sum(axis=axis))

    def sum(self, fed, weights, biases):
        """z, its products, their sum and the bias added, each rounded."""
        return self.r(self.add(self.r(fed[:, :, None] * weights[:, None]), axis=3) + biases[:, None])

    def find_a(self, l):
        return self.r(super().find_a(l))

    def find_new_a(self, l):
        return self.r(super().find_new_a(l))

    def find_C(self, l):
        return self.r(super().find_C(l))

    def find_new_C(self, l):
        return self.r(super().find_new_C(l))

    def find_L(self, l):
        return self.r(super().find_L(l))

    def find_new_L(self, l):
        return self.r(super().find_new_L(l))

    def find_error(self, l):
        return self.r(super().find_error(l))

    def find_slope(self, l):
        return self.r(super().find_slope(l))

    def find_dC_da(self, l):
        if l < self.last:
            return self.add(self.r(self("coming", l)[..., None] * self("back_w", l)[:, None]), axis=2)
        return self.r(self.start(l))

    def find_dC_dz(self, l):
        if l < self.last or not self.f(l).coupled or self.cost.cancels_slope:
            return self.r(super().find_dC_dz(l))
        y, e = self("a", l), self("error", l)
        slopes = np.where(np.eye(y.shape[2]) > 0, (y * (1 - y))[..., None], -y[..., None] * y[:, :, None])
        return self.add(self.r(self.r(slopes) * e[..., None]), axis=2)

    def find_dL_dw(self, l):
        return self.add(self.r(self("delta", l)[..., None] * self("feed", l)[:, :, None]), axis=1)

    def find_dL_db(self, l):
        return self.add(self("delta", l), axis=1)

    def find_new_w(self, l):
        return self.r(self.weights(l) - self.r(self.learning_rate * self("g_w", l)))

    def find_new_b(self, l):
        return self.r(self.biases(l) - self.r(self.learning_rate * self("g_b", l)))


class RoundedFromA(Rounded):
    """The slope of hidden layers found from the rounded a, where there is such a form: a (1 − a), or 1 − a²."""

    def find_slope(self, l):
        by_hand = None if l == self.last else self.f(l).derivative_of_value(self("a", l), self.r)
        return super().find_slope(l) if by_hand is None else by_hand


class RoundedAsYouGo(RoundedFromA):
    """Every partial sum rounded as well."""

    def add(self, terms, axis):
        terms = np.moveaxis(terms, axis, 0)
        total = terms[0]
        for term in terms[1:]:
            total = self.r(total + term)
        return total


class ToTwoDecimals(Rounded):
    """Every product and every sum rounded to two decimals, however small it is."""

    decimals = 2

    def r(self, values):
        return np.round(values, self.decimals)


class ToOneDecimal(ToTwoDecimals):
    """The same to one decimal."""

    decimals = 1


ROUNDINGS = (Rounded, RoundedFromA, RoundedAsYouGo)


def tolerance(right, rounded):
    """How far off an honest answer may be: twice what rounding to three digits did, and half a third digit.

    ``rounded`` are the answers of several ways to round on the way; the worst of them counts.
    """
    return 2 * max(abs(value - right) for value in rounded) + 0.005 * abs(right) + 1e-9
