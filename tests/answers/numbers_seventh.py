"""A seventh set of wrong numbers, each worked out as a learner does, by somebody who saw no verdict."""

import numpy as np
from entries import numbers_into, sigma
from reference import CASES, Case

NEW = (
    Case(
        "seventh relu",
        [[[0.85, -0.4], [-0.55, 0.7], [0.3, -0.95]], [[0.6, 1.05, -0.75], [-0.9, 0.45, 0.8]]],
        [[0.15, -0.2, 0.25], [-0.35, 0.3]],
        ["relu", "sigmoid"],
        [[0.9, -0.65]],
        [[0.0, 1.0]],
        "cross_entropy",
        0.25,
    ),
    Case(
        "seventh tanh",
        [[[0.65, -0.9], [0.4, 0.75]], [[-0.8, 1.15], [0.95, 0.35]], [[1.3, -0.7]]],
        [[0.2, -0.15], [0.1, -0.45], [0.25]],
        ["tanh", "sigmoid", "tanh"],
        [[0.7, 1.2]],
        [[-0.4]],
        "squared_error",
        3.0,
    ),
    Case(
        "seventh leaky",
        [[[0.55, -1.2, 0.35], [-0.6, 0.45, 0.9]], [[0.75, -0.5], [1.1, 0.65]]],
        [[0.3, -0.1], [0.2, -0.4]],
        ["leaky_relu", "identity"],
        [[1.1, 0.5, -0.8], [0.4, -0.9, 1.3]],
        [[0.5, -1.0], [-0.3, 0.8]],
        "squared_error",
        0.05,
    ),
    Case(
        "seventh gelu",
        [[[0.8, 0.55], [-0.45, 1.2]], [[1.25, -0.85]]],
        [[-0.3, 0.15], [0.4]],
        ["gelu", "sigmoid"],
        [[0.6, -0.9]],
        [[0.0]],
        "cross_entropy",
        1.1,
    ),
    Case(
        "seventh softmax",
        [[[1.1, -0.35], [0.5, 0.85]], [[0.7, -1.15], [-0.4, 0.9], [1.2, 0.3]]],
        [[0.25, -0.4], [-0.1, 0.35, 0.15]],
        ["sigmoid", "softmax"],
        [[0.8, -1.3], [-0.6, 0.9], [1.5, 0.4]],
        [[0.0, 1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]],
        "categorical_cross_entropy",
        0.8,
    ),
    Case(
        "seventh softmax squared",
        [[[0.5, -0.85], [0.95, 0.3]], [[1.05, 0.6], [-0.55, 0.8], [0.35, -1.25]]],
        [[0.4, -0.2], [0.1, -0.3, 0.25]],
        ["tanh", "softmax"],
        [[-0.7, 0.9]],
        [[0.0, 0.0, 1.0]],
        "squared_error",
        2.0,
    ),
    Case(
        "seventh sigmoid",
        [[[0.75, -1.1], [0.35, 0.6]], [[1.4, -0.45], [-0.65, 0.95]], [[0.9, -1.3], [0.55, 0.8]]],
        [[-0.2, 0.45], [0.15, -0.35], [0.3, -0.1]],
        ["sigmoid", "sigmoid", "sigmoid"],
        [[1.2, 0.5], [-0.8, 1.6]],
        [[1.0, 0.0], [0.0, 1.0]],
        "squared_error",
        0.4,
    ),
)
CASES.update({case.name: case for case in NEW})
ENTRIES = []
wrong = numbers_into(ENTRIES, "seventh, ")


def network(c, weights, biases):
    """The same data through other weights and biases."""
    return Case(c.name, weights, biases, c.f, c.x, c.t, c.loss, c.eta)


# ------------------------------------------------------------------- relu, sigmoid, cross-entropy

c = CASES["seventh relu"]
x, t, y, h, z1 = c.x[0], c.t[0], c.y[0], c.a[0][0], c.z[0][0]
(W1, W2), (b1, b2), d2, d1 = c.weights, c.biases, c.dC_dz[1][0], c.dC_dz[0][0]

wrong(c, ("z", 1, 1), "z fed on, no bias", "fed z + no bias", z1 @ W2[1])
wrong(c, ("z", 0, 2), "x taken in the other order", "order | other source", W1[2, 0] * x[1] + W1[2, 1] * x[0] + b1[2])
wrong(c, ("z", 0, 0), "b subtracted, minus of the weight dropped", "bias sign + weight size", np.abs(W1[0]) @ x - b1[0])
wrong(c, ("a", 1, 0), "ReLU at the output too", "other activation", max(0.0, c.z[1][0, 0]))
wrong(c, ("a", 1, 0), "e^z in the denominator, no bias", "minus z + no bias", 1 / (1 + np.exp(W2[0] @ h)))
wrong(c, ("a", 0, 1), "ReLU left out", "no activation | other quantity", W1[1] @ x + b1[1])
wrong(c, ("C",), "log to base 10", "logarithm", -np.log10(1 - y[0]) - np.log10(y[1]))
wrong(c, ("C",), "the 1 − t terms left out", "part of loss", -(t[0] * np.log(y[0]) + t[1] * np.log(y[1])))
wrong(
    c,
    ("C",),
    "mean over the outputs",
    "mean of terms | half | over n",
    np.mean(-(t * np.log(y) + (1 - t) * np.log(1 - y))),
)
wrong(c, ("dC_dz", 1, 1), "t − y, and σ′", "swapped + output slope", (t[1] - y[1]) * y[1] * (1 - y[1]))
wrong(c, ("dC_da", 1, 0), "y − t for ∂C/∂y", "other quantity", y[0] - t[0])
wrong(c, ("dC_da", 0, 0), "the upper path alone", "one path", d2[0] * W2[0, 0])
wrong(
    c,
    ("dC_dz", 0, 0),
    "ReLU's value as its slope, one path",
    "value for slope + one path | other slope + one path",
    h[0] * d2[1] * W2[1, 0],
)
wrong(c, ("dC_dz", 0, 1), "a dead neuron counted as alive", "slope missing", W2[:, 1] @ d2)
wrong(
    c,
    ("dC_dz", 0, 2),
    "sigmoid's slope in a ReLU layer",
    "other slope",
    (W2[:, 2] @ d2) * sigma(z1[2]) * (1 - sigma(z1[2])),
)
wrong(c, ("dC_dw", 1, 1, 1), "z of the dead neuron feeds", "feeds z", d2[1] * z1[1])
wrong(c, ("new_w", 1, 0, 0), "plus", "uphill", W2[0, 0] + 0.25 * d2[0] * h[0])
wrong(c, ("new_b", 1, 1), "plus, and no η", "uphill + no eta", b2[1] + d2[1])
wrong(
    c,
    ("new_C",),
    "biases alone are moved",
    "not updated",
    network(c, [W1, W2], [b1 - c.eta * d1, b2 - c.eta * d2]).C[0],
)

# ------------------------------------------------------------------- tanh, sigmoid, tanh, squared error

c = CASES["seventh tanh"]
x, t, y, u, v = c.x[0], c.t[0, 0], c.y[0, 0], c.a[0][0], c.a[1][0]
zu, zv, zy = c.z[0][0], c.z[1][0], c.z[2][0, 0]
(W1, W2, W3), (b1, b2, b3) = c.weights, c.biases
d1, d2, d3 = c.dC_dz[0][0], c.dC_dz[1][0], c.dC_dz[2][0, 0]

wrong(c, ("z", 2, 0), "the first term alone", "one term", W3[0, 0] * v[0] + b3[0])
wrong(c, ("a", 2, 0), "tanh of tanh", "activation twice", np.tanh(y))
wrong(c, ("a", 0, 1), "tanh without b", "no bias", np.tanh(W1[1] @ x))
wrong(c, ("C",), "no ½", "double", (y - t) ** 2)
wrong(c, ("C",), "target added, not subtracted", "plus target", 0.5 * (y + t) ** 2)
wrong(c, ("dC_dz", 2, 0), "y − t", "output slope missing | slope missing", y - t)
wrong(c, ("dC_dz", 2, 0), "2 (t − y)", "double + swapped", 2 * (t - y) * (1 - y * y))
wrong(c, ("dC_da", 1, 0), "y − t goes back", "not delta | output slope missing | slope missing", W3[0, 0] * (y - t))
wrong(c, ("dC_da", 1, 1), "the wire forgotten, and a sign", "no weights + sign | no weights + swapped", -d3)
wrong(c, ("dC_da", 0, 0), "row for column", "transposed", W2[0] @ d2)
wrong(c, ("dC_dz", 1, 0), "1 − a² in the sigmoid layer", "other slope", d3 * W3[0, 0] * (1 - v[0] ** 2))
wrong(c, ("dC_dz", 1, 1), "z (1 − z)", "slope point", d3 * W3[0, 1] * zv[1] * (1 - zv[1]))
wrong(c, ("dC_dz", 0, 1), "one path, no slope", "one path + slope missing", d2[0] * W2[0, 1])
wrong(
    c,
    ("dC_dz", 0, 0),
    "through weights that are moved already",
    "updated",
    (1 - u[0] ** 2) * ((W2[:, 0] - 3 * d2 * u[0]) @ d2),
)
wrong(c, ("dC_dw", 1, 1, 0), "its own a", "feeds own a", d2[1] * v[1])
wrong(
    c,
    ("dC_dw", 2, 0, 1),
    "z feeds, no slope",
    "feeds z + output slope missing | feeds z + slope missing",
    (y - t) * zv[1],
)
wrong(c, ("new_w", 2, 0, 0), "η is forgotten", "no eta", W3[0, 0] - d3 * v[0])
wrong(c, ("new_b", 1, 1), "plus, and 0.1 for η", "uphill + own eta", b2[1] + 0.1 * d2[1])
wrong(
    c,
    ("new_C",),
    "the last layer alone is moved",
    "not updated",
    0.5 * (np.tanh((W3[0] - 3 * d3 * v) @ v + b3[0] - 3 * d3) - t) ** 2,
)

# ------------------------------------------------------------------- leaky ReLU, two examples, squared error

c = CASES["seventh leaky"]
x, t, y, h = c.x, c.t, c.y, c.a[0]
(W1, W2), (b1, b2), d2, d1 = c.weights, c.biases, c.dC_dz[1], c.dC_dz[0]

wrong(c, ("z", 0, 0), "the third input left out", "one term", x[0, :2] @ W1[0, :2] + b1[0])
wrong(c, ("z", 1, 1), "z fed on, b left out", "fed z + no bias", c.z[0][0] @ W2[1])
wrong(c, ("C",), "both examples", "other quantity | one example", 0.5 * ((y - t) ** 2).sum())
wrong(c, ("L",), "mean over the examples", "mean of terms | over n | half", np.mean([0.5 * e @ e for e in y - t]))
wrong(c, ("L",), "the first example alone, without ½", "one example + double", ((y[0] - t[0]) ** 2).sum())
wrong(c, ("L",), "sizes for squares", "error power", 0.5 * np.abs(y - t).sum())
wrong(
    c,
    ("dC_dz", 1, 0),
    "y (1 − y) at a linear output",
    "output slope | other slope",
    (y[0, 0] - t[0, 0]) * y[0, 0] * (1 - y[0, 0]),
)
wrong(c, ("dC_da", 0, 1), "row for column", "transposed", W2[1] @ d2[0])
wrong(c, ("dC_dz", 0, 1), "slope 1 below 0", "slope missing | other slope", W2[:, 1] @ d2[0])
wrong(c, ("dC_dz", 0, 1), "divided by 0.01", "slope divides", (W2[:, 1] @ d2[0]) / 0.01)
wrong(c, ("dC_dz", 0, 0), "t − y, one path", "swapped + one path", (t[0, 1] - y[0, 1]) * W2[1, 0])
wrong(c, ("dL_dw", 0, 0, 1), "mean", "over n", np.mean(d1[:, 0] * x[:, 1]))
wrong(c, ("dL_dw", 0, 0, 1), "the first example alone", "one example | other quantity", d1[0, 0] * x[0, 1])
wrong(c, ("dL_dw", 0, 0, 0), "sum times sum", "sums multiplied", d1[:, 0].sum() * x[:, 0].sum())
wrong(c, ("dL_db", 1, 0), "mean of t − y", "over n + swapped", np.mean(t[:, 0] - y[:, 0]))
wrong(c, ("dL_db", 0, 1), "x multiplies the bias's too", "bias fed | dw for db | other quantity", d1[:, 1] @ x[:, 0])
wrong(c, ("new_w", 0, 0, 0), "mean gradient", "step over n | over n", W1[0, 0] - 0.05 / 2 * (d1[:, 0] @ x[:, 0]))
wrong(c, ("new_b", 1, 1), "the first example alone", "one example", b2[1] - 0.05 * d2[0, 1])

# ------------------------------------------------------------------- GELU, sigmoid, cross-entropy

c = CASES["seventh gelu"]
x, y, h, z1, z2 = c.x[0], c.y[0, 0], c.a[0][0], c.z[0][0], c.z[1][0, 0]
(W1, W2), (b1, b2), d2, d1 = c.weights, c.biases, c.dC_dz[1][0, 0], c.dC_dz[0][0]

wrong(c, ("a", 0, 0), "z σ(z)", "other activation", z1[0] * sigma(z1[0]))
wrong(c, ("z", 1, 0), "z fed on", "fed z", W2[0] @ z1 + b2[0])
wrong(c, ("z", 1, 0), "sizes of the weights, b twice", "weight size + bias twice", np.abs(W2[0]) @ h + 2 * b2[0])
wrong(c, ("a", 1, 0), "1 / (1 + e^z)", "minus z", 1 / (1 + np.exp(z2)))
wrong(c, ("C",), "−ln y where the target is 0", "part of loss | other target", -np.log(y))
wrong(c, ("dC_dz", 1, 0), "squared error's, without ½", "double + output slope", 2 * y * y * (1 - y))
wrong(c, ("dC_dz", 1, 0), "z − t", "z for y | z for y + no target | other quantity", z2)
wrong(c, ("dC_dz", 1, 0), "target taken for 1, sign turned", "other target + swapped | minus z", 1 - y)
wrong(c, ("dC_da", 0, 1), "σ′ though it cancels", "output slope", y * y * (1 - y) * W2[0, 1])
wrong(c, ("dC_dz", 0, 0), "Φ(z) alone", "other slope | product rule", d2 * W2[0, 0] * h[0] / z1[0])
wrong(c, ("dC_dz", 0, 0), "no slope, target minus output", "slope missing + swapped", -y * W2[0, 0])
wrong(c, ("dC_dz", 0, 1), "ReLU's slope", "other slope", d2 * W2[0, 1] * (z1[1] > 0))
wrong(c, ("dC_dz", 0, 1), "GELU(z) for its slope", "value for slope | other slope", d2 * W2[0, 1] * h[1])
wrong(
    c,
    ("dC_dw", 0, 0, 0),
    "what feeds left out, no slope",
    "feeds nothing + slope missing | other quantity",
    d2 * W2[0, 0],
)
wrong(c, ("dC_dw", 1, 0, 1), "z feeds, σ′ though it cancels", "feeds z + output slope", y * y * (1 - y) * z1[1])
wrong(c, ("new_b", 1, 0), "without η, plus", "no eta + uphill", b2[0] + d2)
wrong(c, ("new_b", 0, 0), "η²", "eta twice", b1[0] - 1.1 * 1.1 * d1[0])
wrong(
    c,
    ("new_z", 1, 0),
    "weights stay",
    "not updated",
    network(c, [W1, W2], [b1 - 1.1 * d1, b2 - 1.1 * d2]).z[1][0, 0],
)

# ------------------------------------------------------------------- softmax, three examples

c = CASES["seventh softmax"]
x, t, y, h, z2 = c.x, c.t, c.y, c.a[0], c.z[1]
(W1, W2), (b1, b2), d2, d1 = c.weights, c.biases, c.dC_dz[1], c.dC_dz[0]

wrong(c, ("a", 1, 0), "softmax down the column", "other axis | one example", np.exp(z2[0, 0]) / np.exp(z2[:, 0]).sum())
wrong(c, ("a", 1, 2), "2^z", "other activation", 2 ** z2[0, 2] / (2 ** z2[0]).sum())
wrong(c, ("C",), "log to base 2", "logarithm", -np.log2(y[0, 1]))
wrong(
    c, ("C",), "the terms of 1 − t as well", "extra term", -np.sum(t[0] * np.log(y[0]) + (1 - t[0]) * np.log(1 - y[0]))
)
wrong(c, ("L",), "mean", "over n | mean of terms", -np.mean(np.log(y[t == 1])))
wrong(c, ("dC_da", 1, 1), "y − t", "other quantity", y[0, 1] - t[0, 1])
wrong(
    c,
    ("dC_dz", 1, 0),
    "a slope for each output alone",
    "jacobian | output slope missing | part of loss | other quantity",
    -t[0, 0] / y[0, 0] * y[0, 0] * (1 - y[0, 0]),
)
wrong(
    c,
    ("dC_dz", 1, 1),
    "t − y, y (1 − y) as well",
    "swapped + output slope",
    (t[0, 1] - y[0, 1]) * y[0, 1] * (1 - y[0, 1]),
)
wrong(c, ("dC_da", 0, 0), "the path of the right class alone", "one path", d2[0, 1] * W2[1, 0])
wrong(c, ("dC_da", 0, 1), "y goes back, no t", "no target | not delta", y[0] @ W2[:, 1])
wrong(c, ("dC_dz", 0, 0), "1 − a forgotten", "other slope", (d2[0] @ W2[:, 0]) * h[0, 0])
wrong(c, ("dC_dz", 0, 1), "mean over the paths, no slope", "mean of terms + slope missing", np.mean(d2[0] * W2[:, 1]))
wrong(c, ("dL_dw", 0, 1, 0), "x left out", "feeds nothing | other quantity | dw for db", d1[:, 1].sum())
wrong(c, ("dL_dw", 1, 1, 0), "z feeds, mean", "feeds z + over n", np.mean(d2[:, 1] * c.z[0][:, 0]))
wrong(c, ("dL_dw", 0, 0, 0), "sum of ∂C/∂z times mean x", "sums multiplied + over n", d1[:, 0].sum() * x[:, 0].mean())
wrong(c, ("dL_db", 1, 2), "the first example alone, t − y", "one example + swapped", t[0, 2] - y[0, 2])
wrong(c, ("dL_db", 0, 1), "the other axis", "other axis", d1.sum(axis=1)[1])
wrong(c, ("new_w", 1, 1, 0), "the first example alone", "one example", W2[1, 0] - 0.8 * d2[0, 1] * h[0, 0])
wrong(c, ("new_b", 1, 0), "plus the mean", "uphill + step over n | uphill + over n", b2[0] + 0.8 * d2[:, 0].mean())
wrong(
    c,
    ("new_C",),
    "mean gradients",
    "step over n | over n",
    network(
        c,
        [w - 0.8 / 3 * g for w, g in zip(c.weights, c.dL_dw, strict=True)],
        [b - 0.8 / 3 * g for b, g in zip(c.biases, c.dL_db, strict=True)],
    ).C[0],
)

# ------------------------------------------------------------------- softmax with squared error

c = CASES["seventh softmax squared"]
x, t, y, h, z1, z2 = c.x[0], c.t[0], c.y[0], c.a[0][0], c.z[0][0], c.z[1][0]
(W1, W2), (b1, b2), d2, d1, e = c.weights, c.biases, c.dC_dz[1][0], c.dC_dz[0][0], c.y[0] - c.t[0]

wrong(c, ("dC_dz", 1, 0), "y − t", "output slope missing | other quantity", y[0] - t[0])
wrong(c, ("dC_dz", 1, 2), "y (1 − y)", "jacobian", e[2] * y[2] * (1 - y[2]))
wrong(c, ("dC_dz", 1, 1), "t − y, y (1 − y)", "swapped + jacobian", -e[1] * y[1] * (1 - y[1]))
wrong(c, ("dC_da", 1, 2), "no ½ in the cost, t − y", "double + swapped", 2 * (t[2] - y[2]))
wrong(c, ("C",), "mean square over the outputs", "double + mean of terms | double + over n", np.mean(e**2))
wrong(c, ("a", 1, 0), "z over the sum of z", "other activation", z2[0] / z2.sum())
wrong(c, ("z", 1, 2), "times b", "bias times", W2[2] @ h * b2[2])
wrong(c, ("z", 1, 0), "z fed on, b subtracted", "fed z + bias sign", W2[0] @ z1 - b2[0])
wrong(c, ("dC_da", 0, 0), "y − t goes back", "not delta | output slope missing", e @ W2[:, 0])
wrong(c, ("dC_da", 0, 1), "∂C/∂z to one decimal", "rounded", np.round(d2, 1) @ W2[:, 1])
wrong(c, ("dC_dz", 0, 0), "a (1 − a)", "other slope", (d2 @ W2[:, 0]) * h[0] * (1 - h[0]))
wrong(c, ("dC_dz", 0, 1), "slope squared", "slope twice", (d2 @ W2[:, 1]) * (1 - h[1] ** 2) ** 2)
wrong(
    c,
    ("dC_dw", 0, 1, 0),
    "y − t goes back, slope missing",
    "output slope missing + slope missing | not delta + slope missing",
    e @ W2[:, 1] * x[0],
)
wrong(c, ("new_w", 0, 1, 1), "half a step", "own eta | half", W1[1, 1] - 1.0 * d1[1] * x[1])
wrong(c, ("new_b", 1, 2), "the step alone", "step alone", -2 * d2[2])
wrong(
    c,
    ("new_a", 1, 2),
    "plus",
    "uphill",
    network(c, [W1 + 2 * np.outer(d1, x), W2 + 2 * np.outer(d2, h)], [b1 + 2 * d1, b2 + 2 * d2]).y[0, 2],
)

# ------------------------------------------------------------------- three layers of sigmoid, two examples

c = CASES["seventh sigmoid"]
x, t, y, u, v = c.x, c.t, c.y, c.a[0], c.a[1]
(W1, W2, W3), (b1, b2, b3) = c.weights, c.biases
d1, d2, d3 = c.dC_dz
e = y - t

wrong(c, ("z", 2, 0), "x feeds the output", "fed x", W3[0] @ x[0] + b3[0])
wrong(c, ("z", 1, 1), "column for row, b forgotten", "transposed + no bias", u[0] @ W2[:, 1])
wrong(c, ("a", 2, 0), "z", "no activation | other quantity", c.z[2][0, 0])
wrong(c, ("a", 1, 1), "σ of a", "activation twice", sigma(v[0, 1]))
wrong(c, ("L",), "no ½", "double | times n", (e**2).sum())
wrong(c, ("dC_dz", 2, 0), "y − t", "output slope missing | slope missing", e[0, 0])
wrong(c, ("dC_dz", 1, 1), "σ′ at a", "slope point", (d3[0] @ W3[:, 1]) * sigma(v[0, 1]) * (1 - sigma(v[0, 1])))
wrong(c, ("dC_dz", 2, 1), "the square, no ½", "error power", e[0, 1] ** 2 * y[0, 1] * (1 - y[0, 1]))
wrong(c, ("dC_da", 1, 0), "y − t goes back", "not delta | output slope missing", e[0] @ W3[:, 0])
wrong(c, ("dC_da", 1, 1), "one path, no ½ in the cost", "one path + double", 2 * d3[0, 0] * W3[0, 1])
wrong(c, ("dC_da", 0, 1), "sizes of the weights", "weight size", np.abs(W2[:, 1]) @ d2[0])
wrong(c, ("dC_da", 0, 0), "row for column, sign turned", "transposed + swapped | transposed + sign", -(W2[0] @ d2[0]))
wrong(c, ("dC_dz", 0, 1), "no wires, no slope", "no weights + slope missing", d2[0].sum())
wrong(c, ("dL_dw", 2, 0, 1), "t − y", "swapped", (-d3).T[0] @ v[:, 1])
wrong(c, ("dL_dw", 1, 0, 0), "no slope, mean", "slope missing + over n", np.mean((d3 @ W3[:, 0]) * u[:, 0]))
wrong(c, ("dL_db", 2, 1), "the first example alone", "one example | other quantity", d3[0, 1])
wrong(c, ("dL_dw", 0, 0, 0), "a penalty on weights", "extra term", d1[:, 0] @ x[:, 0] + 0.01 * W1[0, 0])
wrong(
    c,
    ("new_w", 2, 1, 0),
    "plus the mean",
    "uphill + step over n | uphill + over n",
    W3[1, 0] + 0.4 * np.mean(d3[:, 1] * v[:, 0]),
)
wrong(c, ("new_b", 2, 1), "no η", "no eta", b3[1] - d3[:, 1].sum())
