"""A fifteenth set of wrong numbers, each worked out as a learner does, by somebody who saw no verdict."""

import numpy as np
from entries import numbers_into, sigma
from reference import CASES, Case, gelu

NEW = (
    Case(
        "fifteenth softmax",
        [[[0.72, -0.46], [0.38, 1.07]], [[0.94, -0.63], [-0.81, 0.53], [0.27, 1.16]]],
        [[0.19, 0.34], [0.22, -0.41, 0.13]],
        ["tanh", "softmax"],
        [[0.58, -1.35]],
        [[0.0, 0.0, 1.0]],
        "categorical_cross_entropy",
        0.65,
    ),
    Case(
        "fifteenth gelu",
        [[[0.66, -0.91], [-0.37, 0.78], [1.12, 0.43]], [[0.83, -0.57, 1.24], [-0.69, 0.96, 0.31]]],
        [[0.24, -0.16, 0.35], [0.14, -0.28]],
        ["gelu", "identity"],
        [[0.74, -1.05], [1.36, 0.47]],
        [[0.6, -0.8], [-0.4, 1.3]],
        "squared_error",
        0.12,
    ),
    Case(
        "fifteenth leaky",
        [[[0.71, -0.58], [-0.64, 0.36]], [[0.84, 1.13], [-0.49, 0.67]], [[1.27, -0.76], [0.45, 0.98]]],
        [[0.21, -0.13], [-0.32, 0.17], [0.26, -0.38]],
        ["leaky_relu", "tanh", "sigmoid"],
        [[1.15, -0.33]],
        [[1.0, 0.0]],
        "cross_entropy",
        1.8,
    ),
    Case(
        "fifteenth softmax squared",
        [[[0.62, -1.08], [0.95, 0.44]], [[0.77, -0.59], [1.22, 0.33], [-0.86, 0.51]]],
        [[-0.23, 0.37], [0.16, -0.29, 0.12]],
        ["sigmoid", "softmax"],
        [[0.9, -0.7], [-1.4, 0.55], [0.35, 1.65]],
        [[0.0, 1.0, 0.0], [0.0, 0.0, 1.0], [1.0, 0.0, 0.0]],
        "squared_error",
        2.6,
    ),
    Case(
        "fifteenth one layer",
        [[[0.68, -0.42, 0.29], [-0.74, 0.88, 0.53]]],
        [[-0.18, 0.23]],
        ["tanh"],
        [[1.25, -0.57, 0.93]],
        [[0.3, -0.7]],
        "squared_error",
        0.45,
    ),
    Case(
        "fifteenth relu",
        [[[0.82, -0.53], [-0.39, 1.14], [0.61, 0.27]], [[0.73, -0.48, 0.97], [-0.56, 1.31, 0.34]], [[0.89, -1.17]]],
        [[0.16, -0.25, 0.41], [0.11, 0.31], [-0.44]],
        ["sigmoid", "relu", "sigmoid"],
        [[1.45, 0.78]],
        [[1.0]],
        "squared_error",
        3.2,
    ),
)
CASES.update({case.name: case for case in NEW})
ENTRIES = []
wrong = numbers_into(ENTRIES, "fifteenth, ")


def network(c, weights, biases):
    """The same data through other weights and biases."""
    return Case(c.name, weights, biases, c.f, c.x, c.t, c.loss, c.eta)


def after(c, deltas, eta=None):
    """The network after an update with a learner's own ∂C/∂z of each layer, examples in rows."""
    eta = c.eta if eta is None else eta
    weights = [w - eta * d.T @ f for w, d, f in zip(c.weights, deltas, c.feeds, strict=True)]
    return network(c, weights, [b - eta * d.sum(axis=0) for b, d in zip(c.biases, deltas, strict=True)])


# ------------------------------------------------------------------- tanh, softmax, cross-entropy

c = CASES["fifteenth softmax"]
x, t, y, h, z1, z2 = c.x[0], c.t[0], c.y[0], c.a[0][0], c.z[0][0], c.z[1][0]
(W1, W2), (b1, b2), d2, d1, eta = c.weights, c.biases, c.dC_dz[1][0], c.dC_dz[0][0], c.eta
plain = np.exp(W2 @ h)

wrong(c, ("z", 0, 1), "down the column, b twice", "transposed + bias twice", W1[:, 1] @ x + 2 * b1[1])
wrong(c, ("z", 1, 2), "mean of the two products", "mean of terms", np.mean(W2[2] * h) + b2[2])
wrong(c, ("z", 1, 1), "x in, and the b above", "fed x + other bias", W2[1] @ x + b2[0])
wrong(c, ("a", 1, 0), "two exponentials below", "one term | other activation", np.exp(z2[0]) / np.exp(z2[:2]).sum())
wrong(c, ("a", 1, 2), "the exponential not divided", "other activation", np.exp(z2[2]))
wrong(c, ("C",), "the calculator's log key", "logarithm", -np.log10(y[2]))
wrong(c, ("C",), "b left out, log to base 2", "no bias + logarithm", -np.log2(plain[2] / plain.sum()))
wrong(c, ("dC_da", 1, 2), "t / y", "sign", t[2] / y[2])
wrong(c, ("dC_da", 1, 2), "y − t", "other quantity", y[2] - t[2])
wrong(c, ("dC_dz", 1, 1), "y (1 − y) as well", "output slope", (y[1] - t[1]) * y[1] * (1 - y[1]))
wrong(c, ("dC_dz", 1, 2), "y for y − t", "no target | other quantity", y[2])
wrong(c, ("dC_dz", 0, 1), "tanh once more in the slope", "slope point", (W2[:, 1] @ d2) * (1 - np.tanh(h[1]) ** 2))
wrong(c, ("dC_dz", 0, 1), "t − y, a² for 1 − a²", "swapped + other slope", (W2[:, 1] @ (t - y)) * h[1] ** 2)
wrong(c, ("dC_dw", 1, 2, 0), "t − y times z", "swapped + feeds z", (t[2] - y[2]) * z1[0])
wrong(c, ("dC_dw", 1, 0, 1), "times its own y", "feeds own a", d2[0] * y[0])
wrong(c, ("dC_dw", 0, 1, 0), "the other input", "other source", d1[1] * x[1])
wrong(
    c,
    ("dC_dw", 0, 0, 1),
    "no slope, the minus of x lost",
    "slope missing + feed altered | slope missing + sign | slope missing + swapped",
    (W2[:, 0] @ d2) * abs(x[1]),
)
wrong(c, ("dC_db", 1, 0), "t − y, times y (1 − y)", "swapped + output slope", (t[0] - y[0]) * y[0] * (1 - y[0]))
wrong(c, ("new_w", 0, 0, 0), "plus, no slope", "uphill + slope missing", W1[0, 0] + eta * (W2[:, 0] @ d2) * x[0])
wrong(c, ("new_b", 1, 1), "η before a bracket of both", "brackets", eta * (b2[1] - d2[1]))
wrong(c, ("new_b", 0, 0), "the weight's gradient", "dw for db", b1[0] - eta * d1[0] * x[0])
wrong(c, ("new_z", 1, 0), "the old h", "not updated", (W2[0] - eta * d2[0] * h) @ h + b2[0] - eta * d2[0])
wrong(c, ("new_a", 1, 2), "all plus", "uphill", c.moved(sign=1.0).y[0, 2])
wrong(c, ("new_C",), "0.1 for η", "own eta", c.moved(eta=0.1).C[0])

# ------------------------------------------------------------------- GELU, identity, two examples, squared error

c = CASES["fifteenth gelu"]
x, t, y, h, z1 = c.x, c.t, c.y, c.a[0], c.z[0]
(W1, W2), (b1, b2), e, d1, eta = c.weights, c.biases, c.dC_dz[1], c.dC_dz[0], c.eta

wrong(c, ("z", 1, 0), "z on, and b of the neuron below", "fed z + other bias", W2[0] @ z1[0] + b2[1])
wrong(c, ("z", 1, 1), "the second example's", "one example", W2[1] @ h[1] + b2[1])
wrong(c, ("a", 0, 1), "z σ(z)", "other activation", z1[0, 1] * sigma(z1[0, 1]))
wrong(c, ("a", 0, 0), "Φ without the z before it", "no z | other activation", gelu(z1[0, 0]) / z1[0, 0])
wrong(c, ("a", 0, 2), "tanh, and no b", "other activation + no bias", np.tanh(W1[2] @ x[0]))
wrong(c, ("C",), "y + t", "plus target", 0.5 * ((y[0] + t[0]) ** 2).sum())
wrong(c, ("L",), "mean of all the squares", "over n | half | mean of terms", np.mean(e**2))
wrong(c, ("L",), "sizes, not squares, and the mean", "error power + over n", 0.5 * np.abs(e).sum() / 2)
wrong(c, ("dC_da", 1, 1), "t − y of the second example", "swapped + one example", t[1, 1] - y[1, 1])
wrong(c, ("dC_da", 0, 0), "along the row", "transposed | other weights", W2[0, :2] @ e[0])
wrong(c, ("dC_da", 0, 2), "the lower path alone", "one path", e[0, 1] * W2[1, 2])
wrong(c, ("dC_da", 0, 1), "errors to whole numbers", "rounded", np.round(e[0]) @ W2[:, 1])
wrong(c, ("dC_dz", 0, 0), "GELU for its slope", "value for slope | other slope", (e[0] @ W2[:, 0]) * h[0, 0])
wrong(c, ("dC_dz", 0, 1), "no slope, t − y", "slope missing + swapped", (t[0] - y[0]) @ W2[:, 1])
wrong(c, ("dC_dz", 0, 1), "z Φ′ left out", "product rule | other slope", (e[0] @ W2[:, 1]) * gelu(z1[0, 1]) / z1[0, 1])
wrong(c, ("dL_dw", 1, 0, 1), "z in place of a", "feeds z", e[:, 0] @ z1[:, 1])
wrong(c, ("dL_dw", 1, 1, 0), "mean of (t − y) a", "over n + swapped | half + swapped", np.mean((t - y)[:, 1] * h[:, 0]))
wrong(c, ("dL_dw", 1, 0, 2), "sum times sum", "sums multiplied", e[:, 0].sum() * h[:, 2].sum())
wrong(c, ("dL_dw", 1, 1, 2), "each error with the other's a", "one example", e[:, 1] @ h[::-1, 2])
wrong(c, ("dL_db", 0, 1), "x₁ comes along", "bias fed | dw for db | other quantity", d1[:, 1] @ x[:, 0])
wrong(c, ("dL_db", 1, 1), "both columns", "sum over all", e.sum())
wrong(c, ("dL_db", 0, 0), "second example, no slope", "one example + slope missing", e[1] @ W2[:, 0])
wrong(
    c,
    ("new_w", 1, 0, 0),
    "the mean, added",
    "uphill + step over n | uphill + over n",
    W2[0, 0] + eta * np.mean(e[:, 0] * h[:, 0]),
)
wrong(c, ("new_w", 0, 1, 1), "w for the gradient", "weight for gradient", W1[1, 1] - eta * W1[1, 1])
wrong(c, ("new_w", 1, 1, 2), "divided by η", "eta divides", W2[1, 2] - e[:, 1] @ h[:, 2] / eta)
wrong(c, ("new_b", 0, 2), "first example, plus", "one example + uphill", b1[2] + eta * d1[0, 2])
wrong(c, ("new_z", 1, 0), "biases stay", "not updated", c.moved(biases=False).z[1][0, 0])
wrong(c, ("new_a", 1, 1), "half the step", "step over n | over n | half | own eta", c.moved(eta=eta / 2).y[0, 1])
first = np.array([[1.0], [0.0]])
wrong(
    c, ("new_C",), "the second example's gradients", "one example", after(c, [d1 * (1 - first), e * (1 - first)]).C[0]
)
wrong(c, ("new_L",), "the first example's gradients", "one example", after(c, [d1 * first, e * first]).L)
wrong(c, ("new_L",), "all plus", "uphill", c.moved(sign=1.0).L)

# ------------------------------------------------------------------- leaky ReLU, tanh, sigmoid, cross-entropy

c = CASES["fifteenth leaky"]
x, t, y, u, v = c.x[0], c.t[0], c.y[0], c.a[0][0], c.a[1][0]
zu, zv, zy = c.z[0][0], c.z[1][0], c.z[2][0]
(W1, W2, W3), (b1, b2, b3), eta = c.weights, c.biases, c.eta
d1, d2, d3 = (d[0] for d in c.dC_dz)

wrong(c, ("z", 0, 0), "the first product alone", "one term | elementwise", W1[0, 0] * x[0] + b1[0])
wrong(c, ("z", 2, 0), "z on, b subtracted", "fed z + bias sign", W3[0] @ zv - b3[0])
wrong(c, ("z", 2, 1), "the first layer's a", "other source | layer missing", W3[1] @ u + b3[1])
wrong(c, ("a", 0, 1), "0.1 for the leak", "other activation", 0.1 * zu[1])
wrong(c, ("a", 1, 0), "b after tanh", "bias after", np.tanh(W2[0] @ u) + b2[0])
wrong(c, ("a", 1, 1), "σ, and the b above", "other activation + other bias", sigma(W2[1] @ u + b2[0]))
wrong(c, ("a", 2, 0), "1 ÷ 1 + e^−z, no bracket", "other activation", 1 / 1 + np.exp(-zy[0]))
wrong(c, ("a", 2, 1), "e^z, b left out", "minus z + no bias", 1 / (1 + np.exp(W3[1] @ v)))
wrong(c, ("C",), "the targets the other way round", "other target", -np.log(1 - y[0]) - np.log(y[1]))
wrong(c, ("C",), "log key, only where the target is 1", "logarithm + part of loss", -np.log10(y[0]))
wrong(c, ("dC_da", 1, 0), "along the row, t − y", "transposed + swapped", W3[0] @ (t - y))
wrong(
    c,
    ("dC_da", 1, 1),
    "the lower path, with y (1 − y)",
    "one path + output slope",
    d3[1] * y[1] * (1 - y[1]) * W3[1, 1],
)
wrong(c, ("dC_da", 0, 0), "y − t straight to it", "output error | not delta", d3 @ W2[:, 0])
wrong(c, ("dC_da", 0, 1), "the last layer's weights", "other weights", d2 @ W3[:, 1])
wrong(c, ("dC_dz", 1, 0), "a (1 − a), t − y", "other slope + swapped", (W3[:, 0] @ (t - y)) * v[0] * (1 - v[0]))
wrong(c, ("dC_dz", 1, 1), "divided by 1 − a²", "slope divides", (W3[:, 1] @ d3) / (1 - v[1] ** 2))
wrong(c, ("dC_dz", 0, 0), "tanh's slope", "slope place | other slope", (W2[:, 0] @ d2) * (1 - v[0] ** 2))
wrong(c, ("dC_dz", 0, 1), "along the row, slope 1", "transposed + slope missing", W2[1] @ d2)
wrong(c, ("dC_dz", 0, 0), "the moved upper wire alone", "updated + one path", (W2[0, 0] - eta * d2[0] * u[0]) * d2[0])
wrong(c, ("dC_dw", 2, 0, 0), "t left out", "no target", y[0] * v[0])
wrong(c, ("dC_dw", 1, 1, 0), "x in place of a", "fed x | other source", d2[1] * x[0])
wrong(c, ("dC_dw", 1, 0, 1), "z below 0 in place of a, t − y", "feeds z + swapped", -d2[0] * zu[1])
wrong(c, ("dC_db", 2, 1), "y (1 − y), twice", "output slope + double", 2 * d3[1] * y[1] * (1 - y[1]))
wrong(c, ("dC_db", 1, 0), "what feeds comes along", "bias fed | dw for db | other quantity", d2[0] * u[0])
wrong(c, ("new_w", 2, 1, 0), "gradient of the mirrored place", "gradient transposed", W3[1, 0] - eta * d3[0] * v[1])
wrong(c, ("new_w", 1, 0, 0), "plus, without η", "uphill + no eta", W2[0, 0] + d2[0] * u[0])
wrong(c, ("new_w", 0, 0, 1), "η²", "eta twice", W1[0, 1] - eta**2 * d1[0] * x[1])
wrong(c, ("new_b", 1, 1), "0.5 for η, no slope", "own eta + slope missing", b2[1] - 0.5 * (W3[:, 1] @ d3))
wrong(
    c,
    ("new_z", 2, 0),
    "the last layer alone is moved",
    "not updated",
    (W3[0] - eta * d3[0] * v) @ v + b3[0] - eta * d3[0],
)
wrong(c, ("new_C",), "biases stay, 0.5 for η", "not updated + own eta", c.moved(biases=False, eta=0.5).C[0])

# ------------------------------------------------------------------- sigmoid, softmax, three examples, squared error

c = CASES["fifteenth softmax squared"]
x, t, y, h, z1, z2 = c.x, c.t, c.y, c.a[0], c.z[0], c.z[1]
(W1, W2), (b1, b2), d2, d1, e, eta = c.weights, c.biases, c.dC_dz[1], c.dC_dz[0], c.y - c.t, c.eta
alone = e * y * (1 - y)

wrong(c, ("z", 1, 2), "no minus, no b", "weight size + no bias", np.abs(W2[2]) @ h[0])
wrong(c, ("z", 1, 0), "the last example's", "one example", W2[0] @ h[2] + b2[0])
wrong(c, ("a", 1, 2), "down the column", "other axis | one example", np.exp(z2[0, 2]) / np.exp(z2[:, 2]).sum())
wrong(c, ("a", 1, 0), "z on, b left out", "fed z + no bias", (np.exp(W2 @ z1[0]) / np.exp(W2 @ z1[0]).sum())[0])
wrong(c, ("C",), "the right class alone, no ½", "one term + double", e[0, 1] ** 2)
wrong(c, ("C",), "a third of it", "mean of terms | over n", np.mean(0.5 * e[0] ** 2))
wrong(c, ("L",), "mean of the squares' sums", "double + over n | double + mean of terms", (e**2).sum() / 3)
wrong(c, ("L",), "the next one's target", "targets apart | other target", 0.5 * ((y - t[[1, 2, 0]]) ** 2).sum())
wrong(c, ("dC_da", 1, 1), "2 (t − y)", "double + swapped", 2 * (t[0, 1] - y[0, 1]))
wrong(c, ("dC_da", 1, 0), "z − t", "z for y | other quantity", z2[0, 0] - t[0, 0])
wrong(c, ("dC_da", 0, 0), "y − t goes back", "output slope missing | not delta", e[0] @ W2[:, 0])
wrong(c, ("dC_da", 0, 1), "a slope for each output alone", "jacobian", alone[0] @ W2[:, 1])
wrong(c, ("dC_da", 0, 0), "the right class alone, own slope", "one path + jacobian", alone[0, 1] * W2[1, 0])
wrong(c, ("dC_dz", 1, 1), "(y − t) y (1 − y), turned", "jacobian + swapped", -alone[0, 1])
wrong(c, ("dC_dz", 1, 2), "plus the other outputs' terms", "other slope", y[0, 2] * (e[0, 2] + e[0] @ y[0]))
wrong(c, ("dC_dz", 1, 0), "y (y − t) and no more", "other slope | one term | jacobian", y[0, 0] * e[0, 0])
wrong(c, ("dC_dz", 0, 1), "slope twice", "slope twice", (d2[0] @ W2[:, 1]) * (h[0, 1] * (1 - h[0, 1])) ** 2)
wrong(c, ("dC_dz", 0, 1), "no slope, t − y", "slope missing + swapped", -d2[0] @ W2[:, 1])
wrong(c, ("dL_dw", 1, 0, 1), "y − t times a", "output slope missing", e[:, 0] @ h[:, 1])
wrong(c, ("dL_dw", 1, 2, 0), "own slopes, mean", "jacobian + over n", np.mean(alone[:, 2] * h[:, 0]))
wrong(c, ("dL_dw", 0, 1, 1), "sum times mean", "sums multiplied + over n", d1[:, 1].sum() * x[:, 1].mean())
wrong(c, ("dL_dw", 0, 0, 1), "no slope, t − y", "slope missing + swapped", (-d2 @ W2[:, 0]) @ x[:, 1])
wrong(c, ("dL_db", 1, 1), "y − t", "output slope missing", e[:, 1].sum())
wrong(c, ("dL_db", 0, 0), "across, not down", "other axis", d1[0].sum())
wrong(c, ("dL_db", 1, 2), "mean, t − y", "over n + swapped", np.mean(-d2[:, 2]))
wrong(c, ("new_w", 1, 2, 1), "w in the step too", "brackets", W2[2, 1] - eta * W2[2, 1] * (d2[:, 2] @ h[:, 1]))
wrong(c, ("new_b", 1, 0), "0.1 for η, plus", "own eta + uphill", b2[0] + 0.1 * d2[:, 0].sum())
wrong(c, ("new_z", 1, 1), "y − t everywhere", "output slope missing", after(c, [e @ W2 * h * (1 - h), e]).z[1][0, 1])
wrong(c, ("new_C",), "the first layer stays, without η", "not updated + no eta", after(c, [0 * d1, d2], 1.0).C[0])
wrong(c, ("new_L",), "biases alone are moved", "not updated", c.moved(weights=False).L)
wrong(c, ("new_L",), "all plus, the mean", "uphill + step over n | uphill + over n", c.moved(sign=1.0, eta=eta / 3).L)

# ------------------------------------------------------------------- one layer of tanh, squared error

c = CASES["fifteenth one layer"]
x, t, y, z, s = c.x[0], c.t[0], c.y[0], c.z[0][0], c.slope[0][0]
w, b, d, e, eta = c.weights[0], c.biases[0], c.dC_dz[0][0], c.y[0] - c.t[0], c.eta

wrong(c, ("z", 0, 1), "times b", "bias times", w[1] @ x * b[1])
wrong(c, ("z", 0, 1), "w + x for each", "added", (w[1] + x).sum() + b[1])
wrong(c, ("a", 0, 0), "tanh of tanh, no b", "activation twice + no bias", np.tanh(np.tanh(w[0] @ x)))
wrong(c, ("a", 0, 1), "σ, b subtracted", "other activation + bias sign", sigma(w[1] @ x - b[1]))
wrong(c, ("C",), "no square", "error power", 0.5 * np.abs(e).sum())
wrong(c, ("C",), "z − t", "z for y | no activation", 0.5 * ((z - t) ** 2).sum())
wrong(c, ("C",), "y + t, no ½", "plus target + double", ((y + t) ** 2).sum())
wrong(c, ("dC_da", 0, 0), "2 (t − y)", "double + swapped", 2 * (t[0] - y[0]))
wrong(c, ("dC_da", 0, 1), "½ (y − t)²", "error power", 0.5 * e[1] ** 2)
wrong(c, ("dC_da", 0, 1), "mean over the outputs", "half | over n | mean of terms", e[1] / 2)
wrong(c, ("dC_da", 0, 0), "y + t", "plus target", y[0] + t[0])
wrong(c, ("dC_dz", 0, 0), "y − t", "output slope missing | slope missing | other quantity", e[0])
wrong(c, ("dC_dz", 0, 1), "y (1 − y), t − y", "other slope + swapped", -e[1] * y[1] * (1 - y[1]))
wrong(c, ("dC_dz", 0, 0), "1 − y² alone", "error missing | other quantity", s[0])
wrong(c, ("dC_dz", 0, 1), "plus the slope", "slope added", e[1] + s[1])
wrong(c, ("dC_dz", 0, 0), "1 − e²", "slope of error | other slope", e[0] * (1 - e[0] ** 2))
wrong(c, ("dC_dz", 0, 0), "1 − z²", "slope point | other slope", e[0] * (1 - z[0] ** 2))
wrong(c, ("dC_dw", 0, 1, 2), "times w, for x", "feeds w", d[1] * w[1, 2])
wrong(c, ("dC_dw", 0, 0, 1), "x²", "feed altered", d[0] * x[1] ** 2)
wrong(c, ("dC_dw", 0, 1, 0), "(t − y) x", "output slope missing + swapped | slope missing + swapped", -e[1] * x[0])
wrong(c, ("dC_dw", 0, 0, 2), "∂C/∂z of the other neuron", "beside | other source", d[1] * x[2])
wrong(c, ("dC_db", 0, 0), "2 (y − t)", "double + output slope missing | double + slope missing", 2 * e[0])
wrong(c, ("new_w", 0, 0, 0), "plus, twice", "uphill + double | uphill + twice updated", w[0, 0] + 2 * eta * d[0] * x[0])
wrong(c, ("new_w", 0, 0, 1), "x forgotten", "feeds nothing | dw for db", w[0, 1] - eta * d[0])
wrong(c, ("new_w", 0, 0, 0), "the step twice", "twice updated | double | own eta", w[0, 0] - 2 * eta * d[0] * x[0])
wrong(c, ("new_w", 0, 0, 1), "the gradient's sign alone", "clipped", w[0, 1] - eta * np.sign(d[0] * x[1]))
wrong(c, ("new_b", 0, 1), "no slope, plus", "output slope missing + uphill | slope missing + uphill", b[1] + eta * e[1])
wrong(c, ("new_b", 0, 1), "gradient of length 1", "clipped | normalised", b[1] - eta * d[1] / np.sqrt(d @ d))
wrong(c, ("new_z", 0, 0), "b alone is moved", "not updated", c.moved(weights=False).z[0][0, 0])
wrong(c, ("new_a", 0, 0), "no slope", "output slope missing | slope missing", after(c, [e[None]]).y[0, 0])
wrong(c, ("new_C",), "plus, weights alone", "uphill + not updated", c.moved(biases=False, sign=1.0).C[0])

# ------------------------------------------------------------------- sigmoid, ReLU, sigmoid, squared error

c = CASES["fifteenth relu"]
x, t, y, u, v = c.x[0], c.t[0, 0], c.y[0, 0], c.a[0][0], c.a[1][0]
zu, zy = c.z[0][0], c.z[2][0, 0]
(W1, W2, W3), (b1, b2, b3), eta = c.weights, c.biases, c.eta
d1, d2, d3 = c.dC_dz[0][0], c.dC_dz[1][0], c.dC_dz[2][0, 0]
out = y * (1 - y)

wrong(c, ("z", 0, 2), "x the other way round", "order | other source", W1[2] @ x[::-1] + b1[2])
wrong(c, ("z", 1, 0), "z on, b twice", "fed z + bias twice", W2[0] @ zu + 2 * b2[0])
wrong(c, ("z", 1, 1), "the third a forgotten", "one term", W2[1, :2] @ u[:2] + b2[1])
wrong(c, ("z", 2, 0), "no minus, b subtracted", "weight size + bias sign", np.abs(W3[0]) @ v - b3[0])
wrong(
    c, ("a", 2, 0), "ReLU's layer through σ, then no b", "other activation + no bias", sigma(W3[0] @ sigma(c.z[1][0]))
)
wrong(c, ("C",), "t left out", "no target", 0.5 * y**2)
wrong(c, ("C",), "z − t, no ½", "z for y + double | no activation + double", (zy - t) ** 2)
wrong(c, ("dC_da", 2, 0), "with the slope", "other quantity | output slope", (y - t) * out)
wrong(c, ("dC_dz", 2, 0), "y (1 − y) alone", "error missing | other quantity | other slope + swapped", out)
wrong(c, ("dC_da", 1, 0), "the wire below", "other weights | beside | other quantity", d3 * W3[0, 1])
wrong(c, ("dC_da", 1, 1), "w added", "added", d3 + W3[0, 1])
wrong(c, ("dC_da", 0, 0), "y − t for ∂C/∂z", "output slope missing | not delta", (y - t) * W3[0] @ W2[:, 0])
wrong(
    c, ("dC_da", 0, 1), "mean of the paths, t − y", "mean of terms + swapped | half + swapped", -np.mean(d2 * W2[:, 1])
)
wrong(c, ("dC_dz", 1, 0), "a (1 − a) in ReLU's layer", "other slope", d3 * W3[0, 0] * v[0] * (1 - v[0]))
wrong(
    c,
    ("dC_dz", 1, 1),
    "no wire, y − t",
    "no weights + output slope missing | no weights + not delta | output error",
    y - t,
)
wrong(c, ("dC_dz", 1, 1), "y (1 − y) once more", "slope place | slope twice | other slope", d3 * W3[0, 1] * out)
wrong(c, ("dC_dz", 0, 0), "the last wire left out", "no weights", u[0] * (1 - u[0]) * d3 * W2[:, 0].sum())
wrong(c, ("dC_dw", 1, 0, 0), "a (1 − a) in place of a, t − y", "feeds slope + swapped", -d2[0] * u[0] * (1 - u[0]))
wrong(c, ("dC_dw", 1, 0, 2), "own a, turned", "feeds own a + swapped | feeds own a + sign", -d2[0] * v[0])
wrong(
    c,
    ("dC_dw", 0, 2, 1),
    "the sign of the paths lost",
    "weight size",
    d3 * (np.abs(W3[0]) @ np.abs(W2[:, 2])) * u[2] * (1 - u[2]) * x[1],
)
wrong(c, ("dC_db", 1, 1), "a comes along", "extra a", d2[1] * v[1])
wrong(c, ("dC_db", 0, 0), "no slope, t − y", "slope missing + swapped", -d2 @ W2[:, 0])
wrong(
    c,
    ("new_w", 1, 1, 1),
    "no slope at the end, plus",
    "output slope missing + uphill",
    W2[1, 1] + eta * (y - t) * W3[0, 1] * u[1],
)
wrong(c, ("new_w", 0, 1, 0), "0.1 w in the gradient", "extra term", W1[1, 0] - eta * (d1[1] * x[0] + 0.1 * W1[1, 0]))
wrong(c, ("new_b", 2, 0), "η², plus", "eta twice + uphill", b3[0] + eta**2 * d3)
wrong(c, ("new_b", 1, 0), "the weight's gradient", "dw for db", b2[0] - eta * d2[0] * u[0])
wrong(c, ("new_b", 0, 2), "the gradient alone", "step alone + no eta | other quantity", d1[2])
wrong(c, ("new_z", 2, 0), "weights stay", "not updated", c.moved(weights=False).z[2][0, 0])
wrong(
    c, ("new_a", 2, 0), "0.5 for η, t − y", "own eta + uphill | own eta + swapped", c.moved(sign=1.0, eta=0.5).y[0, 0]
)
wrong(c, ("new_C",), "no slope at the end", "output slope missing", after(c, [d / out for d in c.dC_dz]).C[0])
