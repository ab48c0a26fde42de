"""The rules of a gradient step, one a method, so that one of them can be broken.

``Rules`` gives exactly the engine's numbers. Each class below breaks one rule, as learners do:
its numbers are what that misconception computes, and a wrong answer is told by them.
``Rounded`` breaks none, but rounds on the way: it says how far off an honest answer may be.
"""

import numpy as np

from backprop.engine.losses import get_loss


class Rules:
    """z = W a + b and a = f(z) forward; ∂C/∂z back; ∂L/∂w = Σₙ ∂z/∂w · ∂C/∂z; w − η ∂L/∂w.

    Arrays as in the engine: examples in rows, weights ``(n_out, n_in)``.
    """

    reason = ""

    def z(self, layer, feed):
        """z = Σₖ wₖ aₖ + b."""
        return feed @ layer.weights.T + layer.biases

    def a(self, layer, z):
        """a = f(z)."""
        return layer.f.value(z)

    def output(self, cost, f, z, target):
        """∂C/∂z at the output."""
        return cost.dC_dz(f, z, target)

    def back(self, dC_dz, layer, updated):
        """∂C/∂a of the layer before: Σₖ wₖ ∂C/∂zₖ. ``updated`` are the new weights, not to be used."""
        return dC_dz @ layer.weights

    def gain(self, layer, z, dC_da):
        """∂C/∂z = f′(z) · ∂C/∂a in a hidden layer."""
        return layer.f.pull_back(z, dC_da)

    def gradient(self, dC_dz, feed):
        """∂L/∂w = Σₙ ∂z/∂w · ∂C/∂z."""
        return dC_dz.T @ feed

    def update(self, parameter, gradient, learning_rate):
        """w − η ∂L/∂w."""
        return parameter - learning_rate * gradient

    def fits(self, network):
        """Whether this rule can be followed at all on such a network."""
        return True


class SlopeDropped(Rules):
    reason = "This is the number without f′(z). Going back through a neuron multiplies by its slope."

    def output(self, cost, f, z, target):
        return cost.dC_dz(f, z, target) if cost.cancels_slope else cost.dC_dy(f, z, target)

    def gain(self, layer, z, dC_da):
        return dC_da


class SlopeTwice(Rules):
    reason = "This has the output's f′(z) once too often. It stands in ∂C/∂z already."

    def output(self, cost, f, z, target):
        return f.derivative(z) * super().output(cost, f, z, target)

    def fits(self, network):
        return not network.layers[-1].f.coupled  # which has no slope for one neuron alone


class NotTransposed(Rules):
    reason = "This uses W where the way back needs Wᵀ: take the weights that leave the neuron, not those that enter."

    def back(self, dC_dz, layer, updated):
        return dC_dz @ layer.weights.T

    def fits(self, network):
        return all(layer.n_in == layer.n_out for layer in network.layers[1:])


class PathForgotten(Rules):
    """One neuron k of the next layer is left out of the sum, where that layer has more than one."""

    def __init__(self, k):
        self.k = k
        self.reason = f"This leaves out the path through neuron {k + 1} of the next layer. Every path adds a term."

    def back(self, dC_dz, layer, updated):
        if layer.n_out < 2 or self.k >= layer.n_out:
            return dC_dz @ layer.weights
        kept = np.arange(layer.n_out) != self.k
        return dC_dz[:, kept] @ layer.weights[kept]


class SignFlipped(Rules):
    reason = "The sign is turned round, as when target and output are swapped: ∂C/∂z starts from y − ŷ."

    def output(self, cost, f, z, target):
        return -super().output(cost, f, z, target)


class NotSummed(Rules):
    reason = "This is the first example's share alone. The total sums over the examples."

    def gradient(self, dC_dz, feed):
        return dC_dz[:1].T @ feed[:1]


class MeanForSum(Rules):
    reason = "This is the mean over the examples. Here L is their sum."

    def gradient(self, dC_dz, feed):
        return dC_dz.T @ feed / len(feed)


class AlreadyUpdated(Rules):
    reason = "This goes back through weights that are already updated. Every gradient is taken with the old weights."

    def back(self, dC_dz, layer, updated):
        return dC_dz @ updated


class NotUpdated(Rules):
    reason = "This is the old parameter. Subtract η times the gradient."

    def update(self, parameter, gradient, learning_rate):
        return parameter


class RateForgotten(Rules):
    reason = "This subtracts the gradient itself. Multiply it by η first."

    def update(self, parameter, gradient, learning_rate):
        return parameter - gradient


class BiasForgotten(Rules):
    reason = "This leaves out the bias: z = Σ w x + b."

    def z(self, layer, feed):
        return feed @ layer.weights.T


class Rounded(Rules):
    """Every product and every sum rounded to ``digits`` significant digits, as by hand."""

    def __init__(self, digits=3):
        self.digits = digits

    def r(self, values):
        """Rounded to significant digits; 0 stays 0."""
        values = np.asarray(values, dtype=np.float64)
        size = np.floor(np.log10(np.abs(np.where(values == 0, 1.0, values))))
        unit = 10.0 ** (size - self.digits + 1)
        return np.where(values == 0, 0.0, np.round(values / unit) * unit)

    def add(self, terms, axis):
        """The sum of rounded terms, rounded."""
        return self.r(terms.sum(axis=axis))

    def slope(self, layer, z):
        """f′(z), rounded."""
        return self.r(layer.f.derivative(z))

    def z(self, layer, feed):
        return self.r(self.add(self.r(feed[:, None, :] * layer.weights), axis=2) + layer.biases)

    def a(self, layer, z):
        return self.r(layer.f.value(z))

    def output(self, cost, f, z, target):
        if cost.cancels_slope:
            return self.r(self.r(f.value(z)) - target)
        return self.r(self.r(f.derivative(z)) * self.r(self.r(f.value(z)) - target))

    def back(self, dC_dz, layer, updated):
        return self.add(self.r(dC_dz[:, :, None] * layer.weights), axis=1)

    def gain(self, layer, z, dC_da):
        return self.r(self.slope(layer, z) * dC_da)

    def gradient(self, dC_dz, feed):
        return self.add(self.r(dC_dz[:, :, None] * feed[:, None, :]), axis=0)

    def update(self, parameter, gradient, learning_rate):
        return self.r(parameter - self.r(learning_rate * gradient))


class RoundedFromA(Rounded):
    """The slope found from the rounded a: a (1 − a), or 1 − a²."""

    def slope(self, layer, z):
        a = self.r(layer.f.value(z))
        if layer.activation == "sigmoid":
            return self.r(a * self.r(1 - a))
        return self.r(1 - self.r(a * a)) if layer.activation == "tanh" else self.r(layer.f.derivative(z))


class RoundedAsYouGo(RoundedFromA):
    """Every partial sum rounded as well."""

    def add(self, terms, axis):
        terms = np.moveaxis(terms, axis, 0)
        total = terms[0]
        for term in terms[1:]:
            total = self.r(total + term)
        return total


ROUNDINGS = (Rounded(), RoundedFromA(), RoundedAsYouGo())
BROKEN = (
    BiasForgotten(),
    SlopeDropped(),
    SlopeTwice(),
    NotTransposed(),
    PathForgotten(0),
    PathForgotten(1),
    PathForgotten(2),
    SignFlipped(),
    NotSummed(),
    MeanForSum(),
    AlreadyUpdated(),
    NotUpdated(),
    RateForgotten(),
)


def follow(rules, network, x, target, loss, learning_rate):
    """{name: one array a layer} of a gradient step by these rules: z, a, dC_dz, dC_da, dL_dw, dL_db, new_w, new_b.

    ``x`` and ``target`` have examples in rows. dC_da of the output layer is left out: it is ∂C/∂y.
    """
    layers, cost = network.layers, get_loss(loss)
    last, feeds, zs, activations = len(layers) - 1, [np.asarray(x, dtype=float)], [], []
    for layer in layers:
        zs.append(rules.z(layer, feeds[-1]))
        activations.append(rules.a(layer, zs[-1]))
        feeds.append(activations[-1])
    dC_dz, dC_da = [None] * (last + 1), [None] * (last + 1)
    dL_dw, dL_db, new_w, new_b = ([None] * (last + 1) for _ in range(4))
    for l in reversed(range(last + 1)):
        if l == last:
            dC_dz[l] = rules.output(cost, layers[l].f, zs[l], np.asarray(target, dtype=float))
        else:
            dC_da[l] = rules.back(dC_dz[l + 1], layers[l + 1], new_w[l + 1])
            dC_dz[l] = rules.gain(layers[l], zs[l], dC_da[l])
        dL_dw[l] = rules.gradient(dC_dz[l], feeds[l])
        dL_db[l] = rules.gradient(dC_dz[l], np.ones((len(feeds[l]), 1)))[:, 0]
        new_w[l] = rules.update(layers[l].weights, dL_dw[l], learning_rate)
        new_b[l] = rules.update(layers[l].biases, dL_db[l], learning_rate)
    return {
        "z": zs,
        "a": activations,
        "dC_dz": dC_dz,
        "dC_da": dC_da,
        "dL_dw": dL_dw,
        "dL_db": dL_db,
        "new_w": new_w,
        "new_b": new_b,
    }
