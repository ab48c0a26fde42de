"""Activations: each a record of its value and its derivative, and of how both are written.

An activation f turns a pre-activation z into an activation a = f(z); shapes are ``(n, n_out)``, examples in rows.
A new one is a class in this file, added to ``ACTIVATIONS``: all that the package knows of it stands there.

Every formula is written so that no digits are lost for |z| up to 1e4. The textbook form
stands in the docstring; where the code differs from it, the docstring says why.
"""

from decimal import Decimal

import numpy as np

from backprop.engine.lookup import named
from backprop.notation import PRIME, Math, brackets, fraction, power, total
from backprop.words import say


class Activation:
    """A function of z, its derivative, and what backpropagation needs of the two.

    Elementwise activations override ``value`` and ``derivative``; the rest follows.
    """

    name = ""
    symbol = Math("f", "f")  # of the function; its slope's is the same with a prime
    formula = slope = Math("", "")  # both written out, of the letter z
    kinked = False  # whether the slope jumps at z = 0
    dies = False  # whether the slope is 0 on a whole side, so that a neuron can stop learning
    coupled = False  # whether every output depends on every z, so that there is no slope for one neuron alone
    hidden = True  # whether it can stand in a hidden layer

    def written(self, zs, j):
        """aⱼ = f(zⱼ), as a formula of the layer's ``zs``, letters or numbers."""
        return self.symbol + brackets(zs[j])

    def slope_written(self, z):
        """f′(z), as a formula of a letter or a number."""
        return self.symbol + PRIME + brackets(z)

    def value(self, z):
        """a = f(z), same shape as z."""
        raise NotImplementedError

    def textbook(self, zs):
        """f of one example's zs, a list of decimals; without it, a gradient too small for floats is not judged."""
        raise NotImplementedError

    def derivative(self, z):
        """f′(z), same shape as z."""
        raise NotImplementedError

    def derivative_of_value(self, a, rounded=np.asarray):
        """f′(z) as it is found by hand from a = f(z), each product and sum ``rounded``; None where it is not."""
        return None

    def value_and_derivative(self, z):
        """f(z) and f′(z): what a forward pass keeps of the activation."""
        return self.value(z), self.derivative(z)

    def pull_back(self, z, dC_da):
        """∂C/∂z = f′(z) · ∂C/∂a: the chain rule through the activation."""
        return self.derivative(z) * dC_da

    def minus(self, z, target):
        """f(z) − target, with no digits lost where f(z) is close to the target."""
        return self.value(z) - target

    def __repr__(self):
        return self.name


class Sigmoid(Activation):
    """σ(z) = 1 / (1 + e^{−z}).

    All of it is made of ``high`` = σ(|z|) and ``low`` = σ(−|z|): neither overflows, and the low one keeps the digits
    that 1 − σ(z) loses.
    """

    name = "sigmoid"
    symbol = Math(r"\sigma", "σ")
    formula = Math(r"\frac{1}{1 + e^{-z}}", "1 / (1 + e⁻ᶻ)")
    slope = Math(r"\sigma(z)(1 - \sigma(z))", "σ(z)(1 − σ(z))")

    def value(self, z):
        return self.value_and_derivative(z)[0]

    def textbook(self, zs):
        return [1 / (1 + (-z).exp()) for z in zs]

    def derivative(self, z):
        return self.value_and_derivative(z)[1]

    def value_and_derivative(self, z):
        """σ(z), and σ′(z) = σ(z)(1 − σ(z)) as σ(z) σ(−z): both from the one exponential e^{−|z|}."""
        low = np.exp(-np.abs(z))
        high = 1.0 / (1.0 + low)
        low *= high  # in place: for many examples, a new array costs more than the product
        return np.where(z < 0.0, low, high), high * low

    def derivative_of_value(self, a, rounded=np.asarray):
        """σ′(z) = a (1 − a)."""
        return rounded(a * rounded(1 - a))

    def minus(self, z, target):
        """σ(z) − ŷ; for z ≥ 0 as (1 − ŷ) − σ(−z), exact also where σ(z) rounds to 1."""
        e = np.exp(-np.abs(z))
        low = e / (1.0 + e)
        return np.where(z < 0.0, low - target, (1.0 - target) - low)


class Tanh(Activation):
    """tanh(z)."""

    name = "tanh"
    symbol = Math(r"\tanh", "tanh")
    formula = Math(r"\frac{e^{z} - e^{-z}}{e^{z} + e^{-z}}", "(eᶻ − e⁻ᶻ) / (eᶻ + e⁻ᶻ)")
    slope = Math(r"1 - \tanh^{2}(z)", "1 − tanh²(z)")

    def value(self, z):
        return np.tanh(z)

    def textbook(self, zs):
        return [1 - 2 / (1 + (2 * z).exp()) for z in zs]

    def derivative(self, z):
        """1 − tanh²(z), as 4e^{−2|z|} / (1 + e^{−2|z|})²: the first form is 0 from z = 20."""
        e = np.exp(-2.0 * np.abs(z))
        return 4.0 * e / (1.0 + e) ** 2

    def minus(self, z, target):
        """tanh(z) − ŷ; near ±1 through tanh(z) = σ(2z) − σ(−2z), which keeps the digits."""
        a, near, far = np.tanh(z), sigmoid.value(2.0 * z), sigmoid.value(-2.0 * z)
        return np.where(np.abs(a) < 0.5, a - target, (1.0 - target) * near - (1.0 + target) * far)

    def derivative_of_value(self, a, rounded=np.asarray):
        """tanh′(z) = 1 − a²."""
        return rounded(1 - rounded(a * a))


class Relu(Activation):
    """max(z, 0). Its slope at the kink z = 0 is taken as 0."""

    name = "relu"
    symbol = Math(r"\operatorname{ReLU}", "ReLU")
    formula = Math(r"\max(z, 0)", "max(z, 0)")
    slope = Math(r"1 \text{ if } z > 0, \text{ else } 0", "1 if z > 0, else 0")
    kinked = dies = True

    def value(self, z):
        return np.maximum(z, 0.0)

    def textbook(self, zs):
        return [max(z, Decimal(0)) for z in zs]

    def derivative(self, z):
        return np.where(z > 0, 1.0, 0.0)


class LeakyRelu(Activation):
    """z above 0, 0.01 z below. Its slope at the kink z = 0 is taken as 0.01."""

    name = "leaky_relu"
    symbol = Math(r"\operatorname{LeakyReLU}", "LeakyReLU")
    formula = Math(r"z \text{ if } z > 0, \text{ else } 0.01 z", "z if z > 0, else 0.01 z")
    slope = Math(r"1 \text{ if } z > 0, \text{ else } 0.01", "1 if z > 0, else 0.01")
    kinked = True
    below = 0.01  # the slope for z < 0

    def value(self, z):
        return np.where(z > 0, z, self.below * z)

    def textbook(self, zs):
        return [z if z > 0 else z * Decimal(self.below) for z in zs]

    def derivative(self, z):
        return np.where(z > 0, 1.0, self.below)


class Gelu(Activation):
    """GELU in its tanh form: ½ z (1 + tanh u), u = √(2/π) (z + 0.044715 z³).

    ½ (1 + tanh u) is σ(2u), so the code reads a = z σ(2u).
    """

    name = "gelu"
    symbol = Math(r"\operatorname{GELU}", "GELU")
    formula = Math(r"z\,\sigma(2u),\ u = \sqrt{2/\pi}\,(z + 0.044715 z^{3})", "z σ(2u), u = √(2/π) (z + 0.044715 z³)")
    slope = Math(r"\sigma(2u) + z\,\sigma'(2u) \cdot 2\,du/dz", "σ(2u) + z σ′(2u) · 2 du/dz")
    scale, cubic = np.sqrt(2.0 / np.pi), 0.044715

    def value(self, z):
        u = self.scale * (z + self.cubic * z**3)
        return z * sigmoid.value(2.0 * u)

    def textbook(self, zs):
        scale, cubic = Decimal(float(self.scale)), Decimal(self.cubic)
        return [z / (1 + (-2 * scale * (z + cubic * z**3)).exp()) for z in zs]

    def derivative(self, z):
        """σ(2u) + z · σ′(2u) · 2 du/dz; beyond ±1000, where z³ may be out of range, it is 1 or 0 as it is there."""
        z = np.clip(z, -1e3, 1e3)
        u = self.scale * (z + self.cubic * z**3)
        du_dz = self.scale * (1.0 + 3.0 * self.cubic * z**2)
        return sigmoid.value(2.0 * u) + z * sigmoid.derivative(2.0 * u) * 2.0 * du_dz


class Identity(Activation):
    """a = z: no activation."""

    name = "identity"
    symbol = Math(r"\operatorname{id}", "id")
    formula, slope = Math("z", "z"), Math("1", "1")

    def value(self, z):
        return z + 0.0

    def textbook(self, zs):
        return zs

    def derivative(self, z):
        return np.ones_like(z)


class Softmax(Activation):
    """yₖ = e^{zₖ} / Σⱼ e^{zⱼ}, along each example's row. For the output layer only.

    Every output depends on every z, so there is no f′ for one neuron alone:
    ``pull_back`` takes the full Jacobian ∂yⱼ/∂zₖ = yⱼ(δⱼₖ − yₖ).
    """

    name = "softmax"
    symbol = Math(r"\operatorname{softmax}", "softmax")
    formula = Math(r"\frac{e^{z_k}}{\sum_j e^{z_j}}", "e^zₖ / Σⱼ e^zⱼ")
    slope = Math(r"y_k (1 - y_k)", "yₖ(1 − yₖ)")  # of its own z; by another, −yⱼyₖ
    coupled = True
    hidden = False

    def written(self, zs, j):
        """yⱼ = e^{zⱼ} / Σₖ e^{zₖ}: it takes every z of the layer."""
        powers = [power(z) for z in zs]
        return fraction(powers[j], total(powers))

    def value(self, z):
        e = np.exp(z - z.max(axis=1, keepdims=True))
        return e / e.sum(axis=1, keepdims=True)

    def textbook(self, zs):
        powers = [z.exp() for z in zs]
        return [e / sum(powers) for e in powers]

    def value_and_derivative(self, z):
        """y, and None: there is no slope for one neuron alone."""
        return self.value(z), None

    def derivative(self, z):
        raise TypeError(say("engine.no-derivative", name=self.name))

    def jacobian(self, z):
        """∂yⱼ/∂zₖ = yⱼ(δⱼₖ − yₖ), shape ``(n, j, k)``."""
        y, rest = self.value(z), self.complement(z)
        jacobian = -y[:, :, None] * y[:, None, :]
        diagonal = np.arange(z.shape[1])
        jacobian[:, diagonal, diagonal] = y * rest
        return jacobian

    def pull_back(self, z, dC_da):
        """∂C/∂zₖ = Σⱼ ∂C/∂yⱼ ∂yⱼ/∂zₖ = yₖ Σⱼ yⱼ (∂C/∂yₖ − ∂C/∂yⱼ).

        The last form takes differences before it multiplies, and so keeps its digits.
        """
        y = self.value(z)
        differences = dC_da[:, :, None] - dC_da[:, None, :]
        return y * np.einsum("nkj,nj->nk", differences, y)

    def complement(self, z):
        """1 − y, where y is close to 1 as the sum of the other outputs."""
        y = self.value(z)
        rest = 1.0 - y
        row, top = np.arange(len(y)), y.argmax(axis=1)
        others = y.copy()
        others[row, top] = 0.0
        rest[row, top] = others.sum(axis=1)
        return rest

    def minus(self, z, target):
        """yₖ − ŷₖ = (1 − ŷₖ) yₖ − ŷₖ (1 − yₖ)."""
        return (1.0 - target) * self.value(z) - target * self.complement(z)

    def log(self, z):
        """ln y = z − max z − ln Σ e^{z − max z}, without taking the logarithm of 0 or of nearly 1."""
        shifted = z - z.max(axis=1, keepdims=True)
        e = np.exp(shifted)
        e[np.arange(len(z)), z.argmax(axis=1)] = 0.0
        return shifted - np.log1p(e.sum(axis=1, keepdims=True))


sigmoid = Sigmoid()
ACTIVATIONS = {f.name: f for f in (sigmoid, Tanh(), Relu(), LeakyRelu(), Gelu(), Identity(), Softmax())}


def get_activation(name: str) -> Activation:
    """The activation of that name. Raises ValueError with the nearest known name."""
    return named(ACTIVATIONS, name, "activation")
