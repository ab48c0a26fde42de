"""A thirteenth set of wrong numbers, each worked out as a learner does, by somebody who saw no verdict."""

import numpy as np
from entries import numbers_into, sigma
from reference import CASES, Case, gelu, gelu_slope, softmax

NEW = (
    Case(
        "thirteenth sigmoid",
        [[[0.38, -0.6], [0.88, 0.27]], [[0.59, -1.24], [-0.86, 0.61]]],
        [[0.45, -0.22], [-0.33, 0.55]],
        ["sigmoid", "sigmoid"],
        [[0.77, -1.09]],
        [[0.91, 0.14]],
        "squared_error",
        0.65,
    ),
    Case(
        "thirteenth logistic",
        [[[0.48, -0.93, 0.25]]],
        [[-0.21]],
        ["sigmoid"],
        [[1.43, 0.64, -0.68], [-0.66, 1.09, 0.39], [0.79, -1.34, 1.66], [-1.21, 0.32, 1.07]],
        [[1.0], [0.0], [0.0], [1.0]],
        "cross_entropy",
        0.35,
    ),
    Case(
        "thirteenth tanh",
        [[[0.61, -0.77], [-0.32, 0.64]], [[1.2, 0.52], [-0.79, 0.84]]],
        [[0.26, -0.36], [0.28, -0.37]],
        ["tanh", "tanh"],
        [[0.54, -1.04], [-1.25, 0.5]],
        [[-0.62, 0.34], [0.83, -0.72]],
        "squared_error",
        0.4,
    ),
    Case(
        "thirteenth relu",
        [[[0.72, -0.49], [0.43, 0.8], [-0.96, -0.7]], [[0.85, 1.05, -0.42], [-0.53, 0.64, 0.79]], [[1.37, -0.61]]],
        [[0.19, 0.29, -0.23], [0.31, 0.14], [-0.4]],
        ["relu", "relu", "identity"],
        [[1.46, 0.62]],
        [[-0.37]],
        "squared_error",
        0.09,
    ),
    Case(
        "thirteenth leaky",
        [[[0.55, -0.27], [-0.94, 0.48], [0.28, 0.79]], [[0.84, -1.35, 0.81]]],
        [[0.19, -0.36, 0.54], [-0.14]],
        ["leaky_relu", "sigmoid"],
        [[0.75, -0.62], [-1.46, 0.78], [0.41, 1.64]],
        [[1.0], [0.0], [1.0]],
        "cross_entropy",
        0.85,
    ),
    Case(
        "thirteenth gelu",
        [[[0.91, -0.41], [0.32, 0.9]], [[-0.8, 1.5], [0.47, 0.79]]],
        [[0.15, -0.4], [0.21, -0.44]],
        ["gelu", "identity"],
        [[0.88, 1.43]],
        [[0.38, -0.93]],
        "squared_error",
        0.55,
    ),
    Case(
        "thirteenth softmax",
        [[[0.65, -0.68], [1.07, 0.2]], [[0.76, -0.32], [-0.57, 1.24], [0.25, -0.82]]],
        [[-0.23, 0.12], [0.24, -0.17, 0.31]],
        ["sigmoid", "softmax"],
        [[1.42, 0.66]],
        [[0.0, 0.0, 1.0]],
        "categorical_cross_entropy",
        1.3,
    ),
    Case(
        "thirteenth deep",
        [[[0.72, -0.42], [-0.78, 0.6]], [[1.28, 0.8], [0.58, 0.81]], [[0.71, -1.25], [0.49, 1.04], [-0.85, 0.3]]],
        [[0.18, -0.21], [0.4, -0.12], [-0.28, 0.2, 0.37]],
        ["tanh", "sigmoid", "softmax"],
        [[0.88, -1.33], [-0.66, 0.45]],
        [[0.0, 1.0, 0.0], [1.0, 0.0, 0.0]],
        "categorical_cross_entropy",
        1.7,
    ),
    Case(
        "thirteenth one layer",
        [[[0.85, -0.49], [-0.7, 1.2], [0.29, 0.76]]],
        [[0.41, -0.14, 0.16]],
        ["softmax"],
        [[0.89, -0.63], [-1.13, 0.59]],
        [[0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
        "squared_error",
        0.75,
    ),
)
CASES.update({case.name: case for case in NEW})
ENTRIES = []
wrong = numbers_into(ENTRIES, "thirteenth, ")


def network(c, weights, biases):
    """The same data through other weights and biases."""
    return Case(c.name, weights, biases, c.f, c.x, c.t, c.loss, c.eta)


def one_at_a_time(c):
    """An update after each example, every one with passes of its own."""
    now = c
    for x, t in zip(c.x, c.t, strict=True):
        now = Case(c.name, now.weights, now.biases, c.f, x[None], t[None], c.loss, c.eta).moved()
    return network(c, now.weights, now.biases)


# ------------------------------------------------------------------- two layers of sigmoid, squared error

c = CASES["thirteenth sigmoid"]
x, t, y, h, z1, z2 = c.x[0], c.t[0], c.y[0], c.a[0][0], c.z[0][0], c.z[1][0]
(W1, W2), (b1, b2), d1, d2 = c.weights, c.biases, c.dC_dz[0][0], c.dC_dz[1][0]
e, sy, sh = y - t, y * (1 - y), h * (1 - h)

wrong(c, ("z", 1, 0), "x feeds the output", "fed x", W2[0] @ x + b2[0])
wrong(
    c, ("z", 0, 1), "b of the first neuron, minus of x overlooked", "other bias + feed altered", W1[1] @ abs(x) + b1[0]
)
wrong(c, ("a", 0, 0), "b is added to σ", "bias after", sigma(W1[0] @ x) + b1[0])
wrong(c, ("a", 1, 1), "z is fed on, e^z below", "fed z + minus z", 1 / (1 + np.exp(W2[1] @ z1 + b2[1])))
wrong(c, ("a", 1, 0), "tanh in the hidden layer", "other activation", sigma(W2[0] @ np.tanh(z1) + b2[0]))
wrong(c, ("C",), "the second output alone, no ½", "one term + double | part of loss + double", e[1] ** 2)
wrong(c, ("C",), "the squares are forgotten, sizes", "error power", 0.5 * (abs(e[0]) + abs(e[1])))
wrong(c, ("dC_da", 1, 0), "the second output's target", "other target", y[0] - t[1])
wrong(c, ("dC_dz", 1, 1), "the slope alone", "error missing | other quantity", sy[1])
wrong(
    c,
    ("dC_dz", 1, 1),
    "target added, no slope",
    "plus target + output slope missing | plus target + slope missing",
    y[1] + t[1],
)
wrong(c, ("dC_da", 0, 0), "row for column", "transposed", W2[0] @ d2)
wrong(
    c,
    ("dC_da", 0, 1),
    "the error of the first output alone, as it is",
    "not delta + one path | output slope missing + one path | slope missing + one path",
    e[0] * W2[0, 1],
)
wrong(c, ("dC_dz", 0, 0), "the output's slopes twice", "slope twice | slope place", (W2[:, 0] @ (d2 * sy)) * sh[0])
wrong(c, ("dC_dz", 0, 0), "σ′ at a", "slope point", (W2[:, 0] @ d2) * sigma(h[0]) * (1 - sigma(h[0])))
wrong(c, ("dC_dz", 0, 0), "the output's slope for the hidden one", "slope place", (W2[:, 0] @ d2) * sy[0])
back = W2[:, 1] @ d2
wrong(c, ("dC_dz", 0, 1), "σ′ of what comes back", "slope of error", back * back * (1 - back))
wrong(c, ("dC_dz", 0, 1), "1 − a², one path", "other slope + one path", d2[1] * W2[1, 1] * (1 - h[1] ** 2))
wrong(c, ("dC_dw", 0, 0, 1), "the other input, no slope", "other source + slope missing", (W2[:, 0] @ d2) * x[0])
wrong(c, ("dC_dw", 1, 1, 1), "x feeds", "fed x | other source", d2[1] * x[1])
wrong(
    c, ("dC_dw", 1, 0, 0), "a (1 − a) feeds, and a sign", "feeds slope + swapped | feeds slope + sign", -d2[0] * sh[0]
)
wrong(c, ("new_w", 1, 0, 1), "η multiplies the weight too", "brackets", 0.65 * (W2[0, 1] - d2[0] * h[1]))
wrong(
    c,
    ("new_b", 0, 0),
    "plus, slope of the hidden layer missing",
    "uphill + slope missing | swapped + slope missing",
    b1[0] + 0.65 * (W2[:, 0] @ d2),
)
wrong(c, ("new_b", 1, 1), "the weight's gradient", "dw for db | bias fed", b2[1] - 0.65 * d2[1] * h[1])
wrong(
    c,
    ("new_C",),
    "biases stay",
    "not updated",
    network(c, [W1 - 0.65 * np.outer(d1, x), W2 - 0.65 * np.outer(d2, h)], [b1, b2]).C[0],
)

# ------------------------------------------------------------------- one sigmoid neuron, four examples

c = CASES["thirteenth logistic"]
x, t, y, z = c.x, c.t[:, 0], c.y[:, 0], c.z[0][:, 0]
w, b, e, s = c.weights[0][0], c.biases[0][0], c.y[:, 0] - c.t[:, 0], c.y[:, 0] * (1 - c.y[:, 0])

wrong(c, ("z", 0, 0), "plus for times", "added", sum(w + x[0]) + b)
wrong(c, ("z", 0, 0), "minus of a weight overlooked, b subtracted", "weight size + bias sign", abs(w) @ x[0] - b)
wrong(c, ("a", 0, 0), "the 1 below forgotten", "other activation", 1 / np.exp(-z[0]))
wrong(c, ("C",), "log to base 10, no minus", "logarithm + sign", np.log10(y[0]))
wrong(c, ("L",), "examples of target 1 alone", "part of loss", -(t * np.log(y)).sum())
wrong(
    c,
    ("L",),
    "mean to base 2",
    "over n + logarithm | mean of terms + logarithm",
    np.mean(-(t * np.log2(y) + (1 - t) * np.log2(1 - y))),
)
wrong(c, ("dC_da", 0, 0), "as if the target were 0", "other target | part of loss | minus z + sign", 1 / (1 - y[0]))
wrong(c, ("dC_da", 0, 0), "target minus output", "other quantity + swapped | output slope + swapped", t[0] - y[0])
wrong(c, ("dC_dz", 0, 0), "z − t", "z for y | no activation", z[0] - t[0])
wrong(c, ("dC_dz", 0, 0), "σ′ once more, t − y", "output slope + swapped", (t[0] - y[0]) * s[0])
wrong(c, ("dL_dw", 0, 0, 0), "σ′ though it cancels, mean", "output slope + over n", np.mean(e * s * x[:, 0]))
wrong(c, ("dL_dw", 0, 0, 0), "the last example left out", "batch dropped", e[:3] @ x[:3, 0])
wrong(c, ("dL_dw", 0, 0, 1), "x squared", "feed altered", e @ x[:, 1] ** 2)
wrong(
    c, ("dL_dw", 0, 0, 1), "the next example's target", "targets apart | other target", (y - np.roll(t, -1)) @ x[:, 1]
)
wrong(c, ("dL_dw", 0, 0, 2), "sum times sum, t − y", "sums multiplied + swapped", (t - y).sum() * x[:, 2].sum())
wrong(c, ("dL_db", 0, 0), "x multiplies, one sum over everything", "bias fed + sum over all", (e[:, None] * x).sum())
wrong(c, ("dL_db", 0, 0), "sizes of the errors", "error power", sum(abs(e)))
wrong(c, ("dL_db", 0, 0), "y without t, mean", "no target + over n", np.mean(y))
wrong(c, ("new_w", 0, 0, 0), "one at a time", "one at a time", one_at_a_time(c).weights[0][0, 0])
wrong(
    c,
    ("new_w", 0, 0, 0),
    "plus the mean",
    "uphill + over n | uphill + step over n | swapped + over n | swapped + step over n",
    w[0] + 0.35 * np.mean(e * x[:, 0]),
)
wrong(c, ("new_w", 0, 0, 2), "the first example alone, no η", "one example + no eta", w[2] - e[0] * x[0, 2])
wrong(c, ("new_b", 0, 0), "the step alone", "step alone", -0.35 * e.sum())
wrong(c, ("new_L",), "two updates", "one update | twice updated", c.moved().moved().L)

# ------------------------------------------------------------------- two layers of tanh, two examples, squared error

c = CASES["thirteenth tanh"]
x, t, y, h, z1, z2 = c.x, c.t, c.y, c.a[0], c.z[0], c.z[1]
(W1, W2), (b1, b2), (d1, d2) = c.weights, c.biases, c.dC_dz
e = y - t

wrong(c, ("z", 0, 0), "x of the second example, no b", "one example + no bias | other source + no bias", W1[0] @ x[1])
wrong(c, ("z", 1, 1), "its own wire alone", "one term | elementwise", W2[1, 1] * h[0, 1] + b2[1])
wrong(c, ("a", 1, 0), "no b in either layer", "no bias", np.tanh(W2[0] @ np.tanh(W1 @ x[0])))
wrong(c, ("a", 0, 1), "e^z − e^−z over 2", "other activation", (np.exp(z1[0, 1]) - np.exp(-z1[0, 1])) / 2)
wrong(c, ("a", 1, 0), "tanh of tanh, no b", "activation twice + no bias", np.tanh(np.tanh(W2[0] @ h[0])))
wrong(c, ("a", 1, 1), "σ, b subtracted", "other activation + bias sign", sigma(W2[1] @ h[0] - b2[1]))
wrong(c, ("C",), "the second example's, no ½", "one example + double | other quantity + double", e[1] @ e[1])
wrong(c, ("L",), "target added, no ½", "plus target + double", ((y + t) ** 2).sum())
wrong(c, ("L",), "1 over 2 n", "over n | mean of terms | half", ((y - t) ** 2).sum() / (2 * 2))
wrong(c, ("dC_dz", 1, 0), "1 − z²", "slope point", e[0, 0] * (1 - z2[0, 0] ** 2))
wrong(c, ("dC_dz", 1, 0), "the target alone", "no output", -t[0, 0] * (1 - y[0, 0] ** 2))
wrong(c, ("dC_dz", 1, 1), "1 − y, t − y", "other slope + swapped", (t[0, 1] - y[0, 1]) * (1 - y[0, 1]))
wrong(c, ("dC_da", 0, 0), "both examples", "one example | sum over all", (d2 @ W2[:, 0]).sum())
wrong(
    c,
    ("dC_da", 0, 0),
    "wires without sign, ∂C/∂y",
    "weight size + output slope missing | weight size + slope missing | weight size + not delta",
    e[0] @ abs(W2[:, 0]),
)
wrong(c, ("dC_dz", 0, 0), "slope added", "slope added | added", d2[0] @ W2[:, 0] + 1 - h[0, 0] ** 2)
wrong(c, ("dC_dz", 0, 1), "a (1 − a), row", "other slope + transposed", (W2[1] @ d2[0]) * h[0, 1] * (1 - h[0, 1]))
wrong(c, ("dL_dw", 0, 1, 0), "its own a, mean", "feeds own a + over n", np.mean(d1[:, 1] * h[:, 1]))
wrong(c, ("dL_dw", 1, 0, 1), "row and column", "gradient transposed | other quantity | beside", d2[:, 1] @ h[:, 0])
wrong(c, ("dL_dw", 1, 1, 0), "1 − a² feeds", "feeds slope", d2[:, 1] @ (1 - h[:, 0] ** 2))
wrong(c, ("dL_db", 1, 0), "over the neurons", "other axis", d2.sum(axis=1)[0])
wrong(c, ("dL_db", 0, 1), "slope twice, t − y", "slope twice + swapped", -d1[:, 1] @ (1 - h[:, 1] ** 2))
wrong(
    c,
    ("new_w", 1, 1, 1),
    "plus, the second example alone",
    "uphill + one example | uphill + batch dropped | swapped + one example | swapped + batch dropped",
    W2[1, 1] + 0.4 * d2[1, 1] * h[1, 1],
)
wrong(
    c,
    ("new_w", 0, 0, 1),
    "a tenth of the weight in the gradient",
    "extra term",
    W1[0, 1] - 0.4 * (d1[:, 0] @ x[:, 1] + 0.1 * W1[0, 1]),
)
wrong(c, ("new_b", 0, 1), "over η", "eta divides", b1[1] - d1[:, 1].sum() / 0.4)
wrong(c, ("new_b", 0, 1), "one at a time", "one at a time", one_at_a_time(c).biases[0][1])

# ------------------------------------------------------------------- two layers of ReLU, identity, squared error

c = CASES["thirteenth relu"]
x, t, y, u, v = c.x[0], c.t[0, 0], c.y[0, 0], c.a[0][0], c.a[1][0]
(W1, W2, W3), (b1, b2, b3) = c.weights, c.biases
d1, d2, e = c.dC_dz[0][0], c.dC_dz[1][0], c.y[0, 0] - c.t[0, 0]

wrong(c, ("z", 1, 1), "a negative z is fed on", "fed z | no activation", W2[1] @ c.z[0][0] + b2[1])
wrong(c, ("a", 0, 2), "0.1 z below 0", "other activation", 0.1 * c.z[0][0, 2])
wrong(c, ("z", 2, 0), "sizes, b of the layer before", "weight size + other bias", abs(W3[0]) @ v + b2[0])
wrong(c, ("z", 2, 0), "weights exchanged", "order | other weights | other source", W3[0, ::-1] @ v + b3[0])
wrong(c, ("a", 1, 0), "σ, no b", "other activation + no bias", sigma(W2[0] @ u))
wrong(c, ("C",), "the target left out", "no target", 0.5 * y**2)
wrong(c, ("C",), "size of the error, halved", "error power", 0.5 * abs(e))
wrong(c, ("dC_dz", 2, 0), "y for the slope", "value for slope | extra a | other slope", e * y)
wrong(c, ("dC_da", 1, 0), "shares of the weights", "normalised", e * W3[0, 0] / W3[0].sum())
wrong(c, ("dC_da", 1, 0), "the other wire", "other weights | beside | other quantity", e * W3[0, 1])
wrong(
    c,
    ("dC_dz", 1, 1),
    "z for ReLU's slope, t − y",
    "value for slope + swapped | extra a + swapped | other slope + swapped",
    -e * W3[0, 1] * v[1],
)
wrong(c, ("dC_da", 0, 0), "the output's error over the first wires", "output error | no weights", W2[:, 0].sum() * e)
wrong(c, ("dC_da", 0, 1), "one path, target left out", "one path + no target", W2[0, 1] * W3[0, 0] * y)
wrong(c, ("dC_dz", 0, 0), "the wires left out", "no weights", d2.sum())
wrong(
    c, ("dC_dz", 0, 2), "a dead neuron, one path", "slope missing + one path | other slope + one path", d2[1] * W2[1, 2]
)
wrong(c, ("dC_dw", 0, 1, 0), "the other input, t − y", "other source + swapped", -d1[1] * x[1])
wrong(c, ("dC_dw", 1, 0, 0), "the weight for what feeds it", "feeds w", d2[0] * W2[0, 0])
wrong(c, ("dC_dw", 2, 0, 1), "a of the first layer", "other source", e * u[1])
wrong(c, ("dC_db", 1, 1), "the output's error, as t − y", "output error + swapped | no weights + swapped", -e)
wrong(c, ("new_w", 2, 0, 0), "the error alone", "feeds nothing | dw for db", W3[0, 0] - 0.09 * e)
wrong(c, ("new_w", 0, 0, 1), "the weight times the step", "brackets", W1[0, 1] * (1 - 0.09 * d1[0] * x[1]))
wrong(c, ("new_b", 2, 0), "plus, η twice", "uphill + eta twice | swapped + eta twice", b3[0] + 0.09 * 0.09 * e)
wrong(c, ("new_C",), "plus", "uphill | swapped | sign", c.moved(sign=1.0).C[0])

# ------------------------------------------------------------------- leaky ReLU, sigmoid, three examples, cross-entropy

c = CASES["thirteenth leaky"]
x, t, y, h, z1 = c.x, c.t[:, 0], c.y[:, 0], c.a[0], c.z[0]
(W1, W2), (b1, b2), d1 = c.weights, c.biases, c.dC_dz[0]
e, s = y - t, y * (1 - y)

wrong(c, ("a", 0, 1), "leak of 0.1", "other activation", 0.1 * z1[0, 1])
wrong(c, ("z", 1, 0), "the third neuron and b left out", "one term + no bias", W2[0, 0] * h[0, 0] + W2[0, 1] * h[0, 1])
wrong(c, ("a", 1, 0), "tanh at the output", "other activation", np.tanh(c.z[1][0, 0]))
wrong(
    c,
    ("C",),
    "1 − y, base 10",
    "other target + logarithm | minus z + logarithm | part of loss + logarithm",
    -np.log10(1 - y[0]),
)
wrong(c, ("L",), "the second example left out", "batch dropped | part of loss", -np.log(y[0]) - np.log(y[2]))
wrong(c, ("L",), "mean, no minus", "over n + sign | mean of terms + sign", np.mean(np.log(np.where(t == 1, y, 1 - y))))
wrong(c, ("dC_dz", 1, 0), "the error squared", "error power", e[0] ** 2)
wrong(c, ("dC_dz", 1, 0), "∂C/∂y", "output slope missing | slope missing | other quantity | slope divides", -1 / y[0])
wrong(
    c, ("dC_da", 0, 0), "the third wire, t − y", "other weights + swapped | beside + swapped", (t[0] - y[0]) * W2[0, 2]
)
wrong(c, ("dC_da", 0, 2), "σ′ though it cancels", "output slope", e[0] * s[0] * W2[0, 2])
wrong(c, ("dC_dz", 0, 1), "slope 0.1, σ′ at the output", "other slope + output slope", e[0] * s[0] * W2[0, 1] * 0.1)
wrong(c, ("dC_dz", 0, 1), "a for its slope", "value for slope | other slope", e[0] * W2[0, 1] * h[0, 1])
wrong(c, ("dL_dw", 0, 0, 1), "every neuron on", "slope missing | other slope", (e * W2[0, 0]) @ x[:, 1])
wrong(
    c,
    ("dL_dw", 0, 1, 0),
    "the other input, every neuron on",
    "other source + slope missing | other source + other slope",
    (e * W2[0, 1]) @ x[:, 1],
)
wrong(c, ("dL_dw", 1, 0, 0), "z feeds", "feeds z", e @ z1[:, 0])
wrong(c, ("dL_dw", 0, 2, 1), "the errors to one decimal", "rounded", np.round(e, 1) @ (W2[0, 2] * x[:, 1]))
wrong(c, ("dL_db", 1, 0), "target added, mean", "plus target + over n", np.mean(y + t))
wrong(
    c,
    ("dL_db", 0, 2),
    "the first example alone, no wire",
    "one example + no weights | one example + output error",
    e[0] * c.slope[0][0, 2],
)
wrong(
    c,
    ("new_w", 1, 0, 1),
    "mean, no η",
    "over n + no eta | step over n + no eta",
    W2[0, 1] - np.mean(e * h[:, 1]),
)
wrong(c, ("new_w", 0, 2, 0), "η twice", "eta twice | eta in gradient", W1[2, 0] - 0.85**2 * (d1[:, 2] @ x[:, 0]))
wrong(c, ("new_b", 0, 0), "sign of the gradient", "clipped", b1[0] - 0.85 * np.sign(d1[:, 0].sum()))
wrong(
    c,
    ("new_b", 1, 0),
    "plus, no target",
    "uphill + no target | swapped + no target",
    b2[0] + 0.85 * y.sum(),
)
wrong(c, ("new_L",), "one at a time", "one at a time", one_at_a_time(c).L)

# ------------------------------------------------------------------- GELU, identity, squared error

c = CASES["thirteenth gelu"]
x, t, y, h, z1, z2 = c.x[0], c.t[0], c.y[0], c.a[0][0], c.z[0][0], c.z[1][0]
(W1, W2), (b1, b2), d1, e = c.weights, c.biases, c.dC_dz[0][0], c.y[0] - c.t[0]
g = gelu_slope(z1)

wrong(c, ("a", 0, 0), "no z before the bracket", "no z", h[0] / z1[0])
wrong(c, ("a", 0, 1), "½ forgotten, b subtracted", "double + bias sign", 2 * gelu(W1[1] @ x - b1[1]))
wrong(c, ("z", 1, 1), "column for row, b subtracted", "transposed + bias sign", W2[:, 1] @ h - b2[1])
wrong(c, ("z", 1, 0), "ReLU in the hidden layer", "other activation", W2[0] @ np.maximum(z1, 0) + b2[0])
wrong(c, ("C",), "target added, mean", "plus target + mean of terms | plus target + half", 0.5 * np.mean((y + t) ** 2))
wrong(c, ("dC_dz", 1, 0), "GELU's slope at the output", "output slope | other slope", e[0] * gelu_slope(z2[0]))
wrong(c, ("dC_dz", 1, 1), "2 y", "double + no target", 2 * y[1])
wrong(
    c, ("dC_da", 0, 0), "mean of the paths, t − y", "mean of terms + swapped | half + swapped", -np.mean(e * W2[:, 0])
)
wrong(c, ("dC_da", 0, 1), "errors exchanged", "order | other source | other weights", e[1] * W2[0, 1] + e[0] * W2[1, 1])
wrong(c, ("dC_dz", 0, 0), "z φ(z) alone", "product rule | other slope", (W2[:, 0] @ e) * (g[0] - h[0] / z1[0]))
wrong(c, ("dC_dz", 0, 1), "GELU′ at a, one path", "slope point + one path", e[0] * W2[0, 1] * gelu_slope(h[1]))
wrong(c, ("dC_dz", 0, 1), "1 − a²", "other slope", (W2[:, 1] @ e) * (1 - h[1] ** 2))
wrong(
    c,
    ("dC_dw", 0, 1, 1),
    "Φ(z) for the slope, the other input",
    "other slope + other source | product rule + other source",
    (W2[:, 1] @ e) * h[1] / z1[1] * x[0],
)
wrong(c, ("dC_dw", 0, 0, 0), "a as well", "extra a", d1[0] * x[0] * h[0])
wrong(c, ("dC_dw", 1, 0, 1), "the output feeds, t − y", "feeds own a + swapped", -e[0] * y[0])
wrong(
    c,
    ("dC_db", 0, 0),
    "x multiplies, no slope",
    "bias fed + slope missing | dw for db + slope missing",
    (W2[:, 0] @ e) * x[0],
)
wrong(c, ("dC_db", 1, 1), "η already", "eta in gradient | other quantity", 0.55 * e[1])
wrong(
    c,
    ("new_w", 1, 1, 0),
    "plus the error",
    "uphill + feeds nothing | uphill + dw for db | swapped + feeds nothing | swapped + dw for db",
    W2[1, 0] + 0.55 * e[1],
)
wrong(c, ("new_w", 0, 1, 0), "the step alone", "step alone | other quantity", 0.55 * d1[1] * x[0])
wrong(c, ("new_w", 0, 0, 1), "η and the gradient added", "added", W1[0, 1] - (0.55 + d1[0] * x[1]))
wrong(c, ("new_b", 0, 1), "∂C/∂z of the first neuron", "other source | beside", b1[1] - 0.55 * d1[0])
wrong(
    c, ("new_a", 0, 0), "biases stay", "not updated", network(c, [W1 - 0.55 * np.outer(d1, x), W2], [b1, b2]).a[0][0, 0]
)

# ------------------------------------------------------------------- sigmoid, softmax, one example

c = CASES["thirteenth softmax"]
x, t, y, h, z1, z2 = c.x[0], c.t[0], c.y[0], c.a[0][0], c.z[0][0], c.z[1][0]
(W1, W2), (b1, b2), d1, e = c.weights, c.biases, c.dC_dz[0][0], c.y[0] - c.t[0]
sh = h * (1 - h)

wrong(c, ("a", 1, 0), "e^z, not divided", "other activation", np.exp(z2[0]))
wrong(
    c,
    ("a", 1, 0),
    "its own e^z missing below",
    "one term | other activation",
    np.exp(z2[0]) / (np.exp(z2[1]) + np.exp(z2[2])),
)
wrong(c, ("a", 1, 2), "a σ for each output, no b", "other activation + no bias", sigma(W2[2] @ h))
wrong(c, ("a", 1, 1), "e^−z", "minus z", np.exp(-z2[1]) / np.exp(-z2).sum())
wrong(c, ("C",), "every class", "no target", -np.log(y).sum())
wrong(c, ("C",), "the class beside, base 10", "other target + logarithm", -np.log10(y[1]))
wrong(c, ("dC_da", 1, 2), "−ln y", "value for slope | other quantity | error power", -np.log(y[2]))
wrong(c, ("dC_dz", 1, 2), "z − t", "z for y | no activation", z2[2] - t[2])
wrong(
    c,
    ("dC_dz", 1, 1),
    "y (1 − y) as well, t − y",
    "output slope + swapped | jacobian + swapped",
    (t[1] - y[1]) * y[1] * (1 - y[1]),
)
wrong(c, ("dC_da", 0, 0), "the right class alone, t − y", "one path + swapped", (t[2] - y[2]) * W2[2, 0])
wrong(c, ("dC_da", 0, 1), "errors to one decimal", "rounded", np.round(e, 1) @ W2[:, 1])
wrong(c, ("dC_dz", 0, 0), "z (1 − z)", "slope point", (e @ W2[:, 0]) * z1[0] * (1 - z1[0]))
wrong(c, ("dC_dz", 0, 1), "over the slope", "slope divides", (e @ W2[:, 1]) / sh[1])
wrong(c, ("dC_dz", 0, 1), "slope twice, t − y", "slope twice + swapped", -(e @ W2[:, 1]) * sh[1] ** 2)
wrong(c, ("dC_dw", 0, 0, 1), "through moved weights", "updated", (e @ (W2[:, 0] - 1.3 * e * h[0])) * sh[0] * x[1])
wrong(c, ("dC_dw", 1, 2, 0), "z feeds, no target", "feeds z + no target", y[2] * z1[0])
wrong(c, ("dC_db", 0, 0), "wires without sign, no slope", "weight size + slope missing", (e @ abs(W2[:, 0])))
wrong(c, ("dC_db", 1, 0), "the neuron beside", "beside | other quantity", e[1])
wrong(
    c,
    ("new_w", 1, 2, 1),
    "the target forgotten, plus",
    "no target + uphill | no target + swapped",
    W2[2, 1] + 1.3 * y[2] * h[1],
)
wrong(
    c,
    ("new_w", 0, 1, 0),
    "row and column of the gradient",
    "gradient transposed | other source",
    W1[1, 0] - 1.3 * d1[0] * x[1],
)
wrong(c, ("new_b", 0, 1), "no η, plus", "no eta + uphill | no eta + swapped", b1[1] + d1[1])
wrong(
    c,
    ("new_C",),
    "the last layer stays",
    "not updated",
    network(c, [W1 - 1.3 * np.outer(d1, x), W2], [b1 - 1.3 * d1, b2]).C[0],
)

# ------------------------------------------------------------------- tanh, sigmoid, softmax, two examples

c = CASES["thirteenth deep"]
x, t, y, u, v, z3 = c.x, c.t, c.y, c.a[0], c.a[1], c.z[2]
(W1, W2, W3), (b1, b2, b3) = c.weights, c.biases
d1, d2, e = c.dC_dz
su = 1 - u**2

wrong(c, ("z", 1, 0), "x feeds, b subtracted", "fed x + bias sign", W2[0] @ x[0] - b2[0])
wrong(c, ("z", 2, 1), "the first layer feeds the last", "other source | layer missing", W3[1] @ u[0] + b3[1])
wrong(c, ("a", 0, 0), "2 σ(z) − 1", "other activation", 2 * sigma(c.z[0][0, 0]) - 1)
wrong(c, ("a", 1, 1), "σ first, then tanh", "order | other activation", np.tanh(W2[1] @ sigma(c.z[0][0]) + b2[1]))
wrong(c, ("a", 2, 0), "z fed on, b twice", "fed z + bias twice", softmax((W3 @ c.z[1][0] + 2 * b3)[None])[0, 0])
wrong(c, ("L",), "mean over every entry", "mean of terms | over n + mean of terms", -np.mean(t * np.log(y)))
wrong(c, ("dC_dz", 2, 0), "the second example's target", "targets apart | other target", y[0, 0] - t[1, 0])
wrong(c, ("dC_da", 1, 0), "y (1 − y) as well", "output slope | jacobian", (e[0] * y[0] * (1 - y[0])) @ W3[:, 0])
wrong(c, ("dC_da", 1, 1), "z − t goes back", "z for y | no activation", (z3[0] - t[0]) @ W3[:, 1])
wrong(c, ("dC_dz", 1, 0), "1 − a², t − y", "other slope + swapped", -(e[0] @ W3[:, 0]) * (1 - v[0, 0] ** 2))
wrong(c, ("dC_dz", 1, 1), "the slope of the layer before", "slope place", (e[0] @ W3[:, 1]) * su[0, 1])
wrong(c, ("dC_dz", 0, 0), "the middle slope left out", "slope missing | not delta", (e[0] @ W3 @ W2[:, 0]) * su[0, 0])
wrong(
    c,
    ("dC_da", 0, 0),
    "row for column, slope missing",
    "transposed + slope missing | transposed + not delta",
    W2[0] @ (e[0] @ W3),
)
wrong(c, ("dL_dw", 2, 0, 1), "the first example, z feeds", "one example + feeds z", e[0, 0] * c.z[1][0, 1])
wrong(c, ("dL_dw", 1, 0, 1), "a of the same layer", "other source | feeds own a", d2[:, 0] @ v[:, 1])
wrong(c, ("dL_dw", 0, 1, 0), "no slope, mean", "slope missing + over n", np.mean((d2 @ W2[:, 1]) * x[:, 0]))
wrong(c, ("dL_dw", 2, 2, 0), "the other neuron feeds, mean", "other source + over n", np.mean(e[:, 2] * v[:, 1]))
wrong(c, ("dL_db", 0, 0), "a (1 − a)", "other slope", (d2 @ W2[:, 0]) @ (u[:, 0] * (1 - u[:, 0])))
wrong(c, ("new_w", 1, 1, 0), "the first example alone, no η", "one example + no eta", W2[1, 0] - d2[0, 1] * u[0, 0])
wrong(
    c,
    ("new_b", 2, 2),
    "y (1 − y) as well, no η",
    "output slope + no eta | jacobian + no eta",
    b3[2] - (e * y * (1 - y))[:, 2].sum(),
)
wrong(
    c,
    ("new_w", 2, 1, 1),
    "the same step twice",
    "old pass | twice updated | double",
    W3[1, 1] - 2 * 1.7 * (e[:, 1] @ v[:, 1]),
)
wrong(
    c,
    ("new_L",),
    "the last layer alone moves",
    "not updated",
    network(c, [W1, W2, c.moved().weights[2]], [b1, b2, c.moved().biases[2]]).L,
)

# ------------------------------------------------------------------- one layer of softmax, squared error

c = CASES["thirteenth one layer"]
x, t, y, z, W, b, d = c.x, c.t, c.y, c.z[0], c.weights[0], c.biases[0], c.dC_dz[0]
e = y - t
own = e * y * (1 - y)

wrong(c, ("z", 0, 1), "times b, minus overlooked", "bias times + weight size", (abs(W[1]) @ x[0]) * b[1])
wrong(c, ("a", 0, 0), "b after softmax", "bias after", softmax((W @ x[0])[None])[0, 0] + b[0])
wrong(c, ("a", 0, 2), "z over the sum of z, no b", "other activation + no bias", W[2] @ x[0] / (W @ x[0]).sum())
wrong(c, ("C",), "the right class alone", "one term | part of loss", 0.5 * (1 - y[0, 1]) ** 2)
wrong(c, ("L",), "the first example, no ½", "one example + double | other quantity + double", e[0] @ e[0])
wrong(c, ("L",), "the targets exchanged", "targets apart | other target", 0.5 * ((y - t[::-1]) ** 2).sum())
wrong(c, ("dC_da", 0, 1), "no ½, t − y", "double + swapped", 2 * (t[0, 1] - y[0, 1]))
wrong(c, ("dC_dz", 0, 0), "y (1 − y), no ½", "jacobian + double", 2 * own[0, 0])
wrong(
    c,
    ("dC_dz", 0, 1),
    "the others' terms alone",
    "one term | jacobian | one path",
    -y[0, 1] * (e[0, 0] * y[0, 0] + e[0, 2] * y[0, 2]),
)
wrong(c, ("dC_dz", 0, 1), "y − t", "output slope missing | slope missing | other quantity", e[0, 1])
wrong(c, ("dC_dz", 0, 2), "the table's minus overlooked", "sign | other slope", y[0, 2] * (e[0, 2] + e[0] @ y[0]))
wrong(
    c,
    ("dL_dw", 0, 0, 1),
    "y − t, mean",
    "output slope missing + over n | slope missing + over n",
    np.mean(e[:, 0] * x[:, 1]),
)
wrong(c, ("dL_dw", 0, 1, 0), "x of the other example", "one example | other source", d[:, 1] @ x[::-1, 0])
wrong(c, ("dL_dw", 0, 2, 1), "y (1 − y), the other input", "jacobian + other source", own[:, 2] @ x[:, 0])
wrong(c, ("dL_db", 0, 2), "y (1 − y), t − y", "jacobian + swapped", -own[:, 2].sum())
wrong(
    c,
    ("dL_db", 0, 1),
    "y − t of the first example",
    "output slope missing + one example | slope missing + one example | other quantity + one example",
    e[0, 1],
)
wrong(
    c,
    ("new_w", 0, 1, 1),
    "y − t, no η",
    "output slope missing + no eta | slope missing + no eta",
    W[1, 1] - e[:, 1] @ x[:, 1],
)
wrong(
    c,
    ("new_w", 0, 0, 0),
    "plus, y (1 − y)",
    "uphill + jacobian | swapped + jacobian",
    W[0, 0] + 0.75 * (own[:, 0] @ x[:, 0]),
)
wrong(c, ("new_b", 0, 0), "the bias for its gradient", "weight for gradient", b[0] - 0.75 * b[0])
wrong(c, ("new_b", 0, 1), "over η, t − y", "eta divides + swapped | eta divides + uphill", b[1] + d[:, 1].sum() / 0.75)
wrong(c, ("new_a", 0, 0), "biases stay", "not updated", network(c, c.moved().weights, [b]).y[0, 0])
