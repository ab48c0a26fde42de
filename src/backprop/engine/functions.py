"""Activations and losses: each value beside its derivative.

An activation f turns a pre-activation z into an activation a = f(z).
A loss turns outputs y and targets ŷ into the cost C of each example.

Shapes: ``z``, ``y`` and ``target`` are ``(n, n_out)``, examples in rows.

Every formula is written so that no digits are lost for |z| up to 1e4. The textbook form
stands in the docstring; where the code differs from it, the docstring says why.
"""

import numpy as np

# ---------------------------------------------------------------- activations


class Activation:
    """A function of z, its derivative, and what backpropagation needs of the two.

    Elementwise activations override ``value`` and ``derivative``; the rest follows.
    """

    name = ""
    kinked = False  # whether the slope jumps at z = 0

    def value(self, z):
        """a = f(z), same shape as z."""
        raise NotImplementedError

    def derivative(self, z):
        """f′(z), same shape as z."""
        raise NotImplementedError

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

    def value(self, z):
        return self.value_and_derivative(z)[0]

    def derivative(self, z):
        return self.value_and_derivative(z)[1]

    def value_and_derivative(self, z):
        """σ(z), and σ′(z) = σ(z)(1 − σ(z)) as σ(z) σ(−z): both from the one exponential e^{−|z|}."""
        e = np.exp(-np.abs(z))
        high = 1.0 / (1.0 + e)
        low = e * high
        return np.where(z < 0.0, low, high), high * low

    def minus(self, z, target):
        """σ(z) − ŷ; for z ≥ 0 as (1 − ŷ) − σ(−z), exact also where σ(z) rounds to 1."""
        e = np.exp(-np.abs(z))
        low = e / (1.0 + e)
        return np.where(z < 0.0, low - target, (1.0 - target) - low)


class Tanh(Activation):
    """tanh(z)."""

    name = "tanh"

    def value(self, z):
        return np.tanh(z)

    def derivative(self, z):
        """1 − tanh²(z), as 4e^{−2|z|} / (1 + e^{−2|z|})²: the first form is 0 from z = 20."""
        e = np.exp(-2.0 * np.abs(z))
        return 4.0 * e / (1.0 + e) ** 2

    def minus(self, z, target):
        """tanh(z) − ŷ; near ±1 through tanh(z) = σ(2z) − σ(−2z), which keeps the digits."""
        a, near, far = np.tanh(z), sigmoid.value(2.0 * z), sigmoid.value(-2.0 * z)
        return np.where(np.abs(a) < 0.5, a - target, (1.0 - target) * near - (1.0 + target) * far)


class Relu(Activation):
    """max(z, 0). Its slope at the kink z = 0 is taken as 0."""

    name = "relu"
    kinked = True

    def value(self, z):
        return np.maximum(z, 0.0)

    def derivative(self, z):
        return np.where(z > 0, 1.0, 0.0)


class LeakyRelu(Activation):
    """z above 0, 0.01 z below. Its slope at the kink z = 0 is taken as 0.01."""

    name = "leaky_relu"
    kinked = True
    slope = 0.01

    def value(self, z):
        return np.where(z > 0, z, self.slope * z)

    def derivative(self, z):
        return np.where(z > 0, 1.0, self.slope)


class Gelu(Activation):
    """GELU in its tanh form: ½ z (1 + tanh u), u = √(2/π) (z + 0.044715 z³).

    ½ (1 + tanh u) is σ(2u), so the code reads a = z σ(2u).
    """

    name = "gelu"
    scale, cubic = np.sqrt(2.0 / np.pi), 0.044715

    def value(self, z):
        u = self.scale * (z + self.cubic * z**3)
        return z * sigmoid.value(2.0 * u)

    def derivative(self, z):
        """σ(2u) + z · σ′(2u) · 2 du/dz; beyond ±1000, where z³ may be out of range, it is 1 or 0 as it is there."""
        z = np.clip(z, -1e3, 1e3)
        u = self.scale * (z + self.cubic * z**3)
        du_dz = self.scale * (1.0 + 3.0 * self.cubic * z**2)
        return sigmoid.value(2.0 * u) + z * sigmoid.derivative(2.0 * u) * 2.0 * du_dz


class Identity(Activation):
    """a = z: no activation."""

    name = "identity"

    def value(self, z):
        return z + 0.0

    def derivative(self, z):
        return np.ones_like(z)


class Softmax(Activation):
    """yₖ = e^{zₖ} / Σⱼ e^{zⱼ}, along each example's row. For the output layer only.

    Every output depends on every z, so there is no f′ for one neuron alone:
    ``pull_back`` takes the full Jacobian ∂yⱼ/∂zₖ = yⱼ(δⱼₖ − yₖ).
    """

    name = "softmax"

    def value(self, z):
        e = np.exp(z - z.max(axis=1, keepdims=True))
        return e / e.sum(axis=1, keepdims=True)

    def value_and_derivative(self, z):
        """y, and None: there is no slope for one neuron alone."""
        return self.value(z), None

    def derivative(self, z):
        raise TypeError("softmax has no elementwise derivative: each output depends on every z; use jacobian(z).")

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


# --------------------------------------------------------------------- losses


class Loss:
    """The cost C of each example, and its derivatives at the output.

    A loss is given the output activation f and z as well as y = f(z):
    from z it can be computed where y has already rounded to 0 or 1.
    """

    name = ""
    output_activation = None  # the one output activation it admits; None admits any

    def cost(self, f, z, target):
        """C of each example, shape ``(n,)``."""
        raise NotImplementedError

    def cost_of_y(self, y, target):
        """C from y alone, as the textbook writes it, shape ``(n,)``; used to check ∂C/∂y."""
        raise NotImplementedError

    def room(self, y):
        """How far each y may move before C changes its course; for a logarithm, y's distance from where it ends."""
        return np.ones_like(y)

    def dC_dy(self, f, z, target):
        """∂C/∂y, shape ``(n, n_out)``."""
        raise NotImplementedError

    def dC_dz(self, f, z, target):
        """∂C/∂z at the output, shape ``(n, n_out)``: ∂C/∂y pulled back through f."""
        return f.pull_back(z, self.dC_dy(f, z, target))

    @property
    def joint(self):
        """Whether ∂C/∂z is y − ŷ at once, since f′ cancels."""
        return self.output_activation is not None

    def check_target(self, target):
        """Raise ValueError for a target this loss cannot take."""

    def __repr__(self):
        return self.name


class SquaredError(Loss):
    """C = ½ Σⱼ (yⱼ − ŷⱼ)². Any output activation."""

    name = "squared_error"

    def cost(self, f, z, target):
        return 0.5 * (f.minus(z, target) ** 2).sum(axis=1)

    def cost_of_y(self, y, target):
        return 0.5 * ((y - target) ** 2).sum(axis=1)

    def dC_dy(self, f, z, target):
        """∂C/∂yⱼ = yⱼ − ŷⱼ."""
        return f.minus(z, target)


class CrossEntropy(Loss):
    """C = −Σⱼ [ŷⱼ ln yⱼ + (1 − ŷⱼ) ln(1 − yⱼ)], each output a sigmoid."""

    name = "cross_entropy"
    output_activation = "sigmoid"

    def cost(self, f, z, target):
        """From z: −ln σ(z) = ln(1 + e^{−z}), which stays finite where σ(z) rounds to 0."""
        return (target * _softplus(-z) + (1.0 - target) * _softplus(z)).sum(axis=1)

    def cost_of_y(self, y, target):
        """ln(1 − y) as log1p(−y): a small y would lose its digits in 1 − y."""
        return -(_times_log(target, y) + _times_log(1.0 - target, -y, np.log1p)).sum(axis=1)

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

    def dC_dz(self, f, z, target):
        """∂C/∂zⱼ = yⱼ − ŷⱼ: σ′(z) = y(1 − y) cancels the denominator of ∂C/∂y."""
        return f.minus(z, target)

    def check_target(self, target):
        if target.min() < 0 or target.max() > 1:
            outside = target[(target < 0) | (target > 1)]
            raise ValueError(f"target holds {outside[0]:.12g}; cross_entropy expects targets from 0 to 1.")


class CategoricalCrossEntropy(Loss):
    """C = −Σⱼ ŷⱼ ln yⱼ, the outputs a softmax, the targets of an example summing to 1."""

    name = "categorical_cross_entropy"
    output_activation = "softmax"

    def cost(self, f, z, target):
        return -(target * f.log(z)).sum(axis=1)

    def cost_of_y(self, y, target):
        return -_times_log(target, y).sum(axis=1)

    def room(self, y):
        return y

    def dC_dy(self, f, z, target):
        """∂C/∂yⱼ = −ŷⱼ / yⱼ; ±∞ where yⱼ is truly out of range."""
        with np.errstate(over="ignore"):
            return -target * np.where(target > 0, np.exp(-f.log(z)), 0.0)

    def dC_dz(self, f, z, target):
        """∂C/∂zⱼ = yⱼ − ŷⱼ, since the targets sum to 1."""
        return f.minus(z, target)

    def check_target(self, target):
        if (target < 0).any():
            raise ValueError(
                f"target holds {target[target < 0][0]:g}; categorical_cross_entropy expects targets from 0 to 1."
            )
        sums = target.sum(axis=1)
        wrong = np.abs(sums - 1.0) > 1e-8
        if wrong.any():
            n = int(np.argmax(wrong))
            raise ValueError(
                f"target of example {n + 1} sums to {sums[n]:.12g}; "
                "categorical_cross_entropy expects targets that sum to 1."
            )


LOSSES = {loss.name: loss for loss in (CrossEntropy(), CategoricalCrossEntropy(), SquaredError())}


def _softplus(z):
    """ln(1 + e^z), without overflow."""
    return np.maximum(z, 0.0) + np.log1p(np.exp(-np.abs(z)))


def _times_log(factor, y, log=np.log):
    """factor · ln y, and 0 where the factor is 0; with log1p, ln(1 + y)."""
    with np.errstate(divide="ignore"):
        return np.where(factor > 0, factor * log(np.where(factor > 0, y, 0.5)), 0.0)


# --------------------------------------------------------------------- lookup


def get_activation(name):
    """The activation of that name. Raises ValueError with the nearest known name."""
    return _get(ACTIVATIONS, name, "activation")


def get_loss(name):
    """The loss of that name. Raises ValueError with the nearest known name."""
    return _get(LOSSES, name, "loss")


def _get(known, name, kind):
    if not isinstance(name, str):
        raise TypeError(f"The {kind} is {name!r}; expected a name, one of {', '.join(known)}.")
    if name in known:
        return known[name]
    import difflib  # for a misspelt name alone, and slow to load

    near = difflib.get_close_matches(name.lower(), known, n=1, cutoff=0.5)
    guess = f" Did you mean {near[0]!r}?" if near else ""
    raise ValueError(f"Unknown {kind} {name!r}; known: {', '.join(known)}.{guess}")
