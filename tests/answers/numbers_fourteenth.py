"""A fourteenth set of wrong numbers, each worked out as a learner does, by somebody who saw no verdict."""

import numpy as np
from entries import numbers_into, sigma
from reference import CASES, Case, gelu, gelu_slope

NEW = (
    Case(
        "fourteenth gelu",
        [[[0.72, -0.46], [-0.38, 0.94], [1.15, 0.27]], [[0.63, -0.88, 0.41], [-0.56, 0.77, 1.24]]],
        [[0.21, -0.34, 0.13], [-0.17, 0.29]],
        ["gelu", "tanh"],
        [[0.84, -1.36]],
        [[-0.48, 0.69]],
        "squared_error",
        1.7,
    ),
    Case(
        "fourteenth leaky",
        [[[0.58, 0.91, -0.34], [-0.76, 0.43, 1.12]], [[1.27, -0.64], [-0.39, 0.88]]],
        [[0.19, -0.27], [0.23, -0.47]],
        ["leaky_relu", "sigmoid"],
        [[0.67, 1.31, -0.52], [1.44, -0.83, 0.96]],
        [[0.0, 1.0], [1.0, 0.0]],
        "cross_entropy",
        0.35,
    ),
    Case(
        "fourteenth tower",
        [[[0.57, -1.18], [0.83, 0.36]], [[0.94, -0.53], [0.68, 1.32]], [[1.07, -0.79]]],
        [[0.26, -0.41], [-0.15, 0.22], [0.34]],
        ["tanh", "leaky_relu", "identity"],
        [[0.88, 0.45]],
        [[0.68]],
        "squared_error",
        0.24,
    ),
    Case(
        "fourteenth softmax",
        [
            [[0.87, -0.44], [-0.67, 1.21], [-0.52, 0.38]],
            [[0.78, -0.59, 0.36], [-1.13, 0.84, 0.47], [0.62, 1.08, -0.73]],
        ],
        [[0.14, 0.33, -0.25], [0.11, -0.28, 0.19]],
        ["relu", "softmax"],
        [[1.26, 0.71], [-0.54, 0.97]],
        [[0.0, 0.0, 1.0], [1.0, 0.0, 0.0]],
        "categorical_cross_entropy",
        0.55,
    ),
    Case(
        "fourteenth softmax squared",
        [[[0.81, -0.57], [0.33, 1.22]], [[1.09, -0.74], [-0.48, 0.66]], [[0.95, -0.42], [-0.86, 0.53], [0.28, 1.16]]],
        [[-0.19, 0.24], [0.37, -0.13], [0.16, -0.32, 0.09]],
        ["sigmoid", "tanh", "softmax"],
        [[1.38, -0.61]],
        [[0.0, 1.0, 0.0]],
        "squared_error",
        2.3,
    ),
    Case(
        "fourteenth mixed",
        [
            [[0.69, -1.07], [0.51, 0.89]],
            [[1.19, -0.45], [-0.73, 0.35], [0.58, 0.92]],
            [[0.64, -0.97, 0.76], [-1.34, 0.43, 0.54]],
        ],
        [[0.28, -0.17], [0.12, -0.36, 0.21], [-0.22, 0.39]],
        ["sigmoid", "relu", "sigmoid"],
        [[0.79, 1.41]],
        [[0.0, 1.0]],
        "cross_entropy",
        1.45,
    ),
    Case(
        "fourteenth wide",
        [[[0.46, -0.89, 0.67], [1.03, 0.32, -0.58]], [[0.75, -1.21], [-0.37, 0.82], [0.98, 0.49], [-0.62, -0.27]]],
        [[-0.23, 0.35], [0.13, 0.41, -0.18, 0.06]],
        ["gelu", "softmax"],
        [[1.29, -0.55, 0.72]],
        [[0.0, 1.0, 0.0, 0.0]],
        "categorical_cross_entropy",
        0.7,
    ),
    Case(
        "fourteenth batch",
        [[[0.86, -0.47], [-0.59, 1.14]], [[1.23, -0.68]]],
        [[0.18, -0.29], [0.36]],
        ["sigmoid", "tanh"],
        [[0.92, -0.77], [1.35, 0.54], [-0.63, 1.08], [0.41, -1.17]],
        [[-0.83], [0.44], [1.28], [-0.95]],
        "squared_error",
        0.62,
    ),
)
CASES.update({case.name: case for case in NEW})
ENTRIES = []
wrong = numbers_into(ENTRIES, "fourteenth, ")


def network(c, weights, biases):
    """The same data through other weights and biases."""
    return Case(c.name, weights, biases, c.f, c.x, c.t, c.loss, c.eta)


# ------------------------------------------------------------------- GELU, tanh, squared error

c = CASES["fourteenth gelu"]
x, t, y, h, z1, z2 = c.x[0], c.t[0], c.y[0], c.a[0][0], c.z[0][0], c.z[1][0]
(W1, W2), (b1, b2), d2, d1, e = c.weights, c.biases, c.dC_dz[1][0], c.dC_dz[0][0], c.y[0] - c.t[0]
s1, s2 = c.slope[0][0], c.slope[1][0]

wrong(
    c,
    ("z", 0, 1),
    "the minus of the first weight dropped",
    "weight size",
    abs(W1[1, 0]) * x[0] + W1[1, 1] * x[1] + b1[1],
)
wrong(c, ("z", 0, 2), "the second product alone, no b", "one term + no bias", W1[2, 1] * x[1])
wrong(c, ("z", 1, 0), "b of the neuron below", "other bias", W2[0] @ h + b2[1])
wrong(c, ("z", 1, 1), "z fed on, b of the neuron above", "fed z + other bias", W2[1] @ z1 + b2[0])
wrong(c, ("a", 0, 0), "Φ without its z", "no z", h[0] / z1[0])
wrong(c, ("a", 0, 2), "tanh in the hidden layer too", "other activation", np.tanh(z1[2]))
wrong(c, ("a", 1, 1), "sigmoid, b subtracted", "other activation + bias sign", sigma(W2[1] @ h - b2[1]))
wrong(c, ("C",), "the errors' sizes, no ½", "error power + double", np.abs(e).sum())
wrong(c, ("dC_da", 1, 0), "the slope as well", "other quantity | output slope", e[0] * s2[0])
wrong(
    c,
    ("dC_da", 0, 0),
    "the errors go back as they are",
    "not delta | output slope missing | slope missing",
    e @ W2[:, 0],
)
wrong(c, ("dC_da", 0, 2), "the upper path alone, t − y", "one path + swapped | one path + sign", -d2[0] * W2[0, 2])
wrong(c, ("dC_dz", 1, 0), "the target forgotten", "no target", y[0] * s2[0])
wrong(
    c, ("dC_dz", 1, 1), "y (1 − y), and t − y", "other slope + swapped | other slope + sign", -e[1] * y[1] * (1 - y[1])
)
wrong(c, ("dC_dz", 0, 2), "the slope at a", "slope point", (d2 @ W2[:, 2]) * gelu_slope(h[2]))
wrong(c, ("dC_dz", 0, 0), "slope plus what comes back", "slope added", s1[0] + d2 @ W2[:, 0])
wrong(c, ("dC_dz", 0, 1), "no wires", "no weights", d2.sum() * s1[1])
wrong(c, ("dC_dw", 1, 0, 1), "row and column exchanged", "gradient transposed | beside", d2[1] * h[0])
wrong(c, ("dC_dw", 0, 1, 0), "the weight itself multiplies", "feeds w", d1[1] * W1[1, 0])
wrong(c, ("dC_dw", 1, 1, 2), "GELU's slope for its value", "feeds slope", d2[1] * s1[2])
wrong(c, ("dC_db", 0, 0), "the learning rate in it", "eta in gradient", c.eta * d1[0])
wrong(c, ("dC_db", 0, 2), "x₁ times it", "bias fed | dw for db | other quantity", d1[2] * x[0])
wrong(c, ("new_w", 1, 0, 2), "η before the bracket", "brackets", c.eta * (W2[0, 2] - d2[0] * h[2]))
wrong(c, ("new_w", 0, 2, 1), "plus, without η", "uphill + no eta", W1[2, 1] + d1[2] * x[1])
wrong(
    c,
    ("new_w", 0, 2, 0),
    "back through the new weights",
    "updated",
    W1[2, 0] - c.eta * s1[2] * (d2 @ (W2 - c.eta * np.outer(d2, h))[:, 2]) * x[0],
)
wrong(c, ("new_b", 1, 1), "the step of the weight", "dw for db | bias fed", b2[1] - c.eta * d2[1] * h[0])
wrong(c, ("new_b", 0, 2), "divided by η, plus", "eta divides + uphill", b1[2] + d1[2] / c.eta)
wrong(c, ("new_C",), "two updates", "twice updated | one update", c.moved().moved().C[0])
wrong(
    c,
    ("new_a", 1, 0),
    "the first layer alone is moved, without η",
    "not updated + no eta",
    network(c, [W1 - np.outer(d1, x), W2], [b1 - d1, b2]).y[0, 0],
)

# ------------------------------------------------------------------- leaky ReLU, sigmoid, two examples, cross-entropy

c = CASES["fourteenth leaky"]
x, t, y, h, z1, z2 = c.x, c.t, c.y, c.a[0], c.z[0], c.z[1]
(W1, W2), (b1, b2), d2, d1, e = c.weights, c.biases, c.dC_dz[1], c.dC_dz[0], c.y - c.t
s1 = c.slope[0]

wrong(c, ("z", 1, 1), "column for row, b subtracted", "transposed + bias sign", W2[:, 1] @ h[0] - b2[1])
wrong(c, ("a", 0, 1), "0.1 below 0", "other activation", 0.1 * z1[0, 1])
wrong(c, ("a", 0, 0), "σ, b counted twice", "other activation + bias twice", sigma(z1[0, 0] + b1[0]))
wrong(c, ("a", 1, 1), "e^z below, b forgotten", "minus z + no bias", 1 / (1 + np.exp(W2[1] @ h[0])))
wrong(
    c,
    ("a", 1, 0),
    "leaky ReLU at the output",
    "other activation | no activation | other quantity",
    max(z2[0, 0], 0.01 * z2[0, 0]),
)
wrong(c, ("C",), "the minus forgotten", "sign", np.sum(t[0] * np.log(y[0]) + (1 - t[0]) * np.log(1 - y[0])))
wrong(c, ("C",), "y to one decimal", "rounded", -np.log(1 - np.round(y[0, 0], 1)) - np.log(np.round(y[0, 1], 1)))
wrong(
    c,
    ("L",),
    "mean over the examples, log to base 10",
    "over n + logarithm | mean of terms + logarithm",
    -np.sum(t * np.log10(y) + (1 - t) * np.log10(1 - y)) / 2,
)
wrong(c, ("dC_da", 1, 0), "t − y, not divided", "other quantity + swapped | other quantity + sign", t[0, 0] - y[0, 0])
wrong(c, ("dC_da", 1, 1), "1 over y, the minus lost", "sign | swapped", t[0, 1] / y[0, 1])
wrong(c, ("dC_dz", 1, 0), "2 (y − t) σ′", "double + output slope", 2 * e[0, 0] * y[0, 0] * (1 - y[0, 0]))
wrong(
    c,
    ("dC_dz", 1, 1),
    "the target of the second example",
    "targets apart | other target | no target | other quantity",
    y[0, 1] - t[1, 1],
)
wrong(c, ("dC_da", 0, 0), "row for column", "transposed", W2[0] @ d2[0])
wrong(
    c,
    ("dC_da", 0, 1),
    "the lower path alone, σ′ as well",
    "one path + output slope",
    e[0, 1] * y[0, 1] * (1 - y[0, 1]) * W2[1, 1],
)
wrong(c, ("dC_dz", 0, 1), "no slope, t − y", "slope missing + swapped | slope missing + sign", (t[0] - y[0]) @ W2[:, 1])
wrong(c, ("dC_dz", 0, 0), "the slope below 0", "other slope", (d2[0] @ W2[:, 0]) * 0.01)
wrong(
    c, ("dL_dw", 1, 1, 0), "mean of t − y", "over n + swapped | over n + sign", np.mean((t[:, 1] - y[:, 1]) * h[:, 0])
)
wrong(
    c,
    ("dL_dw", 0, 0, 1),
    "targets in the other order",
    "targets apart",
    (((y - t[::-1]) @ W2[:, 0]) * s1[:, 0]) @ x[:, 1],
)
wrong(
    c,
    ("dL_dw", 0, 1, 2),
    "sum times sum, no slope",
    "sums multiplied + slope missing",
    (d2 @ W2[:, 1]).sum() * x[:, 2].sum(),
)
wrong(c, ("dL_db", 0, 1), "first example, no slope", "one example + slope missing | other quantity", d2[0] @ W2[:, 1])
wrong(c, ("dL_db", 1, 1), "one sum over both neurons", "sum over all", d2.sum())
wrong(
    c,
    ("new_w", 1, 0, 0),
    "plus the mean",
    "uphill + step over n | uphill + over n",
    W2[0, 0] + c.eta * np.mean(d2[:, 0] * h[:, 0]),
)
wrong(c, ("new_w", 0, 0, 2), "η squared", "eta twice", W1[0, 2] - c.eta**2 * (d1[:, 0] @ x[:, 2]))
wrong(c, ("new_b", 1, 0), "0.1 for η, the first example alone", "own eta + one example", b2[0] - 0.1 * d2[0, 0])
wrong(c, ("new_a", 1, 1), "biases stay, η forgotten", "not updated + no eta", c.moved(biases=False, eta=1.0).y[0, 1])

# ------------------------------------------------------------------- tanh, leaky ReLU, linear, squared error

c = CASES["fourteenth tower"]
x, t, y, u, v = c.x[0], c.t[0, 0], c.y[0, 0], c.a[0][0], c.a[1][0]
z1, z2, (W1, W2, W3), (b1, b2, b3) = c.z[0][0], c.z[1][0], c.weights, c.biases
d1, d2, d3, s1, s2 = c.dC_dz[0][0], c.dC_dz[1][0], c.dC_dz[2][0, 0], c.slope[0][0], c.slope[1][0]

wrong(c, ("z", 1, 1), "x fed in, column for row", "fed x + transposed", W2[:, 1] @ x + b2[1])
wrong(c, ("z", 2, 0), "the second product alone, no b", "one term + no bias", W3[0, 1] * v[1])
wrong(c, ("z", 2, 0), "z of the leaky layer, b subtracted", "fed z + bias sign", W3[0] @ z2 - b3[0])
wrong(c, ("a", 1, 0), "leaky ReLU left out, b as well", "no activation + no bias", W2[0] @ u)
wrong(c, ("a", 0, 1), "b of the neuron above, outside", "bias after + other bias", np.tanh(W1[1] @ x) + b1[0])
wrong(c, ("C",), "the target added, no ½", "plus target + double", (y + t) ** 2)
wrong(
    c,
    ("dC_dz", 2, 0),
    "1 − y² at a linear output, no ½ in the cost",
    "output slope + double | other slope + double",
    2 * (y - t) * (1 - y**2),
)
wrong(c, ("dC_dz", 2, 0), "the square", "error power", (y - t) ** 2)
wrong(c, ("dC_dz", 2, 0), "minus the target alone", "no output", -t)
wrong(c, ("dC_da", 1, 0), "the other wire", "other weights | beside | other quantity", d3 * W3[0, 1])
wrong(c, ("dC_da", 0, 0), "row for column, the target forgotten", "transposed + no target", W2[0] @ (y * W3[0] * s2))
wrong(c, ("dC_da", 0, 1), "∂C/∂a goes back", "not delta | slope missing", W2[:, 1] @ (d3 * W3[0]))
wrong(c, ("dC_dz", 1, 0), "t − y, no slope", "swapped + slope missing | sign + slope missing", (t - y) * W3[0, 0])
wrong(c, ("dC_dz", 1, 1), "1 − a² for leaky ReLU's slope", "other slope", d3 * W3[0, 1] * (1 - v[1] ** 2))
wrong(
    c,
    ("dC_dz", 0, 0),
    "the output's error goes to each layer",
    "output error | not delta + no weights",
    s1[0] * (y - t),
)
wrong(c, ("dC_dw", 2, 0, 1), "a of the first layer feeds", "other source", d3 * u[1])
wrong(c, ("dC_dw", 1, 1, 1), "z feeds, t − y", "feeds z + swapped | feeds z + sign", -d2[1] * z1[1])
wrong(c, ("dC_dw", 0, 1, 0), "x squared", "feed altered", d1[1] * x[0] ** 2)
wrong(
    c, ("dC_db", 1, 0), "slope 1 below 0, 2 (y − t)", "slope missing + double | other slope + double", 2 * d3 * W3[0, 0]
)
wrong(c, ("dC_db", 0, 0), "the bias beside", "beside | other quantity", d1[1])
wrong(
    c,
    ("new_w", 2, 0, 1),
    "plus the step, ½ of it",
    "uphill + half | uphill + own eta",
    W3[0, 1] + 0.5 * c.eta * d3 * v[1],
)
wrong(c, ("new_w", 1, 1, 1), "w (1 − η)", "weight for gradient", W2[1, 1] - c.eta * W2[1, 1])
wrong(c, ("new_b", 2, 0), "the step alone", "step alone", -c.eta * d3)
wrong(c, ("new_b", 0, 1), "η forgotten, no slope", "no eta + slope missing", b1[1] - W2[:, 1] @ d2)
wrong(
    c,
    ("new_z", 2, 0),
    "the last layer alone is moved, plus",
    "not updated + uphill",
    (W3[0] + c.eta * d3 * v) @ v + b3[0] + c.eta * d3,
)

# ------------------------------------------------------------------- ReLU, softmax, two examples

c = CASES["fourteenth softmax"]
x, t, y, h, z1, z2 = c.x, c.t, c.y, c.a[0], c.z[0], c.z[1]
(W1, W2), (b1, b2), d2, d1, e = c.weights, c.biases, c.dC_dz[1], c.dC_dz[0], c.y - c.t
s1 = c.slope[0]

wrong(c, ("z", 0, 1), "times b", "bias times", W1[1] @ x[0] * b1[1])
wrong(c, ("z", 1, 2), "column for row", "transposed", W2[:, 2] @ h[0] + b2[2])
wrong(c, ("z", 1, 1), "the first product alone, b subtracted", "one term + bias sign", W2[1, 0] * h[0, 0] - b2[1])
wrong(c, ("a", 1, 0), "σ for softmax", "other activation", sigma(z2[0, 0]))
wrong(
    c,
    ("a", 1, 1),
    "its own e^z not in the denominator",
    "one term | other activation",
    np.exp(z2[0, 1]) / (np.exp(z2[0, 0]) + np.exp(z2[0, 2])),
)
wrong(c, ("a", 1, 2), "e^−z", "minus z", np.exp(-z2[0, 2]) / np.exp(-z2[0]).sum())
wrong(c, ("a", 0, 2), "ReLU left out, b subtracted", "no activation + bias sign", W1[2] @ x[0] - b1[2])
wrong(c, ("C",), "the first class's logarithm", "other target | other source", -np.log(y[0, 0]))
wrong(c, ("C",), "mean over the classes", "mean of terms", -np.mean(t[0] * np.log(y[0])))
wrong(c, ("L",), "ln without minus, mean", "sign + over n | sign + mean of terms", np.sum(t * np.log(y)) / 2)
wrong(c, ("dC_da", 1, 2), "the cost, not derived", "value for slope | error power | other quantity", -np.log(y[0, 2]))
wrong(
    c,
    ("dC_dz", 1, 2),
    "y (1 − y) as well, the target forgotten",
    "output slope + no target",
    y[0, 2] ** 2 * (1 - y[0, 2]),
)
wrong(c, ("dC_dz", 1, 0), "the target taken for 1", "other target", y[0, 0] - 1)
wrong(c, ("dC_dz", 1, 1), "z − t", "z for y | other quantity", z2[0, 1] - t[0, 1])
wrong(
    c, ("dC_da", 0, 0), "row for column, sign turned", "transposed + swapped | transposed + sign", W2[0] @ (t[0] - y[0])
)
wrong(c, ("dC_da", 0, 1), "the paths' mean", "mean of terms", np.mean(d2[0] * W2[:, 1]))
wrong(c, ("dC_da", 0, 2), "no wires, the right class alone", "no weights + one path | output error", d2[0, 2])
wrong(c, ("dC_dz", 0, 0), "a for ReLU's slope", "value for slope | other slope | extra a", (d2[0] @ W2[:, 0]) * h[0, 0])
wrong(c, ("dC_dz", 0, 1), "1 − a² and one path", "other slope + one path", d2[0, 2] * W2[2, 1] * (1 - h[0, 1] ** 2))
wrong(c, ("dL_dw", 1, 0, 1), "sum times sum", "sums multiplied", d2[:, 0].sum() * h[:, 1].sum())
wrong(
    c,
    ("dL_dw", 1, 2, 1),
    "t − y, the first example alone",
    "swapped + one example | sign + one example",
    -d2[0, 2] * h[0, 1],
)
wrong(c, ("dL_dw", 0, 0, 0), "no slope, mean", "slope missing + over n", np.mean((d2 @ W2[:, 0]) * x[:, 0]))
wrong(c, ("dL_db", 0, 0), "no slope", "slope missing", (d2 @ W2[:, 0]).sum())
wrong(c, ("dL_db", 1, 2), "no target, y (1 − y)", "no target + output slope", (y[:, 2] * y[:, 2] * (1 - y[:, 2])).sum())
wrong(c, ("new_w", 1, 2, 1), "the step alone", "step alone", -c.eta * (d2[:, 2] @ h[:, 1]))
wrong(c, ("new_w", 0, 1, 1), "0.1 for η, plus", "own eta + uphill", W1[1, 1] + 0.1 * (d1[:, 1] @ x[:, 1]))
wrong(c, ("new_b", 1, 0), "η forgotten, the first example alone", "no eta + one example", b2[0] - d2[0, 0])
wrong(c, ("new_b", 0, 1), "a penalty on the bias too", "extra term", b1[1] - c.eta * (d1[:, 1].sum() + 0.5 * b1[1]))
wrong(c, ("new_L",), "the biases stay", "not updated", c.moved(biases=False).L)

# ------------------------------------------------------------------- sigmoid, tanh, softmax, squared error

c = CASES["fourteenth softmax squared"]
x, t, y, u, v = c.x[0], c.t[0], c.y[0], c.a[0][0], c.a[1][0]
z1, z2, z3, (W1, W2, W3), (b1, b2, b3) = c.z[0][0], c.z[1][0], c.z[2][0], c.weights, c.biases
d1, d2, d3, s1, s2, e = c.dC_dz[0][0], c.dC_dz[1][0], c.dC_dz[2][0], c.slope[0][0], c.slope[1][0], c.y[0] - c.t[0]

wrong(c, ("z", 1, 0), "x fed in", "fed x", W2[0] @ x + b2[0])
wrong(c, ("z", 1, 1), "the weight in its own column alone", "one term | elementwise", W2[1, 1] * u[1] + b2[1])
wrong(c, ("z", 2, 2), "weight plus a, not times", "added", (W3[2] + v).sum() + b3[2])
wrong(c, ("a", 2, 2), "tanh for softmax, no b", "other activation + no bias", np.tanh(W3[2] @ v))
wrong(c, ("a", 2, 0), "e^z, not divided", "other activation", np.exp(z3[0]))
wrong(c, ("a", 1, 1), "the layer's bias from the first", "other bias", np.tanh(W2[1] @ u + b1[1]))
wrong(c, ("C",), "the right class's alone, no ½", "part of loss + double | one term + double", e[1] ** 2)
wrong(c, ("dC_da", 2, 1), "2 (t − y)", "double + swapped | double + sign", 2 * (t[1] - y[1]))
wrong(c, ("dC_dz", 2, 1), "y (1 − y) for each, 2 (y − t)", "jacobian + double", 2 * e[1] * y[1] * (1 - y[1]))
wrong(
    c, ("dC_dz", 2, 2), "t − y, no slope", "swapped + output slope missing | sign + output slope missing", t[2] - y[2]
)
wrong(
    c,
    ("dC_da", 1, 1),
    "y − t goes back, one path",
    "not delta + one path | output slope missing + one path",
    e[0] * W3[0, 1],
)
wrong(c, ("dC_da", 1, 0), "the last two paths alone", "one path", d3[1:] @ W3[1:, 0])
wrong(c, ("dC_da", 0, 0), "row for column", "transposed", W2[0] @ d2)
wrong(
    c,
    ("dC_da", 0, 1),
    "tanh's slope forgotten, sign turned",
    "not delta + swapped | not delta + sign | slope missing + swapped | slope missing + sign",
    -W2[:, 1] @ (W3.T @ d3),
)
wrong(c, ("dC_dz", 1, 0), "divided by the slope", "slope divides", (W3[:, 0] @ d3) / s2[0])
wrong(c, ("dC_dz", 1, 1), "a (1 − a), one path", "other slope + one path", d3[0] * W3[0, 1] * v[1] * (1 - v[1]))
wrong(c, ("dC_dz", 0, 1), "the tanh layer's slope", "slope place | other slope", s2[1] * (W2[:, 1] @ d2))
wrong(
    c,
    ("dC_dz", 0, 0),
    "a alone for a (1 − a)",
    "other slope | extra a + slope missing | value for slope",
    u[0] * (W2[:, 0] @ d2),
)
wrong(c, ("dC_dw", 2, 0, 1), "y − t, z feeds", "output slope missing + feeds z", e[0] * z2[1])
wrong(c, ("dC_dw", 1, 0, 1), "its own a", "feeds own a", d2[0] * v[0])
wrong(c, ("dC_dw", 0, 1, 1), "x's size, slope forgotten", "feed altered + slope missing", (W2[:, 1] @ d2) * abs(x[1]))
wrong(c, ("dC_db", 2, 0), "y (1 − y) for each, η in it", "jacobian + eta in gradient", c.eta * e[0] * y[0] * (1 - y[0]))
wrong(c, ("new_w", 2, 1, 0), "y − t, η forgotten", "output slope missing + no eta", W3[1, 0] - e[1] * v[0])
wrong(c, ("new_w", 1, 1, 0), "w times the step", "brackets", W2[1, 0] - c.eta * d2[1] * u[0] * W2[1, 0])
wrong(c, ("new_b", 2, 1), "plus, y (1 − y) for each", "uphill + jacobian", b3[1] + c.eta * e[1] * y[1] * (1 - y[1]))
wrong(c, ("new_b", 1, 0), "the bias minus itself", "weight for gradient", b2[0] - c.eta * b2[0])
wrong(c, ("new_C",), "uphill, weights alone", "uphill + not updated", c.moved(biases=False, sign=1.0).C[0])
wrong(
    c,
    ("new_z", 2, 1),
    "no new forward pass but the last layer's",
    "not updated | old pass",
    (W3[1] - c.eta * d3[1] * v) @ v + b3[1] - c.eta * d3[1],
)

# ------------------------------------------------------------------- sigmoid, ReLU, sigmoid, cross-entropy

c = CASES["fourteenth mixed"]
x, t, y, u, v = c.x[0], c.t[0], c.y[0], c.a[0][0], c.a[1][0]
z1, z2, z3, (W1, W2, W3), (b1, b2, b3) = c.z[0][0], c.z[1][0], c.z[2][0], c.weights, c.biases
d1, d2, d3, s1, s2, e = c.dC_dz[0][0], c.dC_dz[1][0], c.dC_dz[2][0], c.slope[0][0], c.slope[1][0], c.y[0] - c.t[0]

wrong(c, ("z", 0, 1), "column for row, no b", "transposed + no bias", W1[:, 1] @ x)
wrong(c, ("z", 1, 0), "all the biases of the layer", "other bias", W2[0] @ u + b2.sum())
wrong(c, ("z", 2, 1), "the dead neuron's z fed on", "fed z", W3[1] @ z2 + b3[1])
wrong(c, ("a", 1, 2), "σ in the ReLU layer, b subtracted", "other activation + bias sign", sigma(W2[2] @ u - b2[2]))
wrong(c, ("a", 2, 1), "weights without signs", "weight size", sigma(np.abs(W3[1]) @ v + b3[1]))
wrong(c, ("C",), "the first output alone", "part of loss | one term", -np.log(1 - y[0]))
wrong(c, ("dC_da", 2, 1), "divided by y (1 − y) twice", "slope divides", e[1] / (y[1] * (1 - y[1])) ** 2)
wrong(
    c,
    ("dC_dz", 2, 0),
    "squared error's, t − y",
    "output slope + swapped | output slope + sign",
    (t[0] - y[0]) * y[0] * (1 - y[0]),
)
wrong(
    c, ("dC_da", 1, 0), "σ′ though it cancels, one path", "output slope + one path", e[0] * y[0] * (1 - y[0]) * W3[0, 0]
)
wrong(c, ("dC_da", 1, 2), "the wires beside", "other weights | beside | other quantity", d3 @ W3[:, 1])
wrong(c, ("dC_da", 0, 1), "the dead neuron passes it on", "slope missing | not delta", (W3.T @ d3) @ W2[:, 1])
wrong(
    c,
    ("dC_da", 0, 1),
    "the first path alone, without its minus",
    "one path + weight size | one path + sign",
    d2[0] * abs(W2[0, 1]),
)
wrong(c, ("dC_dz", 1, 2), "sum of the errors without wires", "no weights", d3.sum())
wrong(
    c,
    ("dC_dz", 1, 0),
    "σ′ of z in the ReLU layer, t − y",
    "other slope + swapped | other slope + sign",
    -(W3[:, 0] @ d3) * sigma(z2[0]) * (1 - sigma(z2[0])),
)
wrong(c, ("dC_dz", 0, 1), "the slope of what comes back", "slope of error", (W2[:, 1] @ d2) * (1 - W2[:, 1] @ d2))
wrong(
    c, ("dC_dw", 1, 2, 1), "a (1 − a) feeds, sign turned", "feeds slope + swapped | feeds slope + sign", -d2[2] * s1[1]
)
wrong(c, ("dC_dw", 0, 0, 1), "σ′ left out, the other input", "slope missing + other source", (W2[:, 0] @ d2) * x[0])
wrong(c, ("dC_db", 2, 1), "σ′ alone", "error missing", y[1] * (1 - y[1]))
wrong(
    c,
    ("dC_db", 1, 0),
    "what feeds multiplies, σ′ at the output",
    "bias fed + output slope",
    (W3[:, 0] @ (e * y * (1 - y))) * u[0],
)
wrong(c, ("dC_db", 0, 1), "1 − a forgotten", "other slope", (W2[:, 1] @ d2) * u[1])
wrong(
    c,
    ("new_w", 2, 0, 2),
    "σ′ though it cancels, plus",
    "output slope + uphill",
    W3[0, 2] + c.eta * e[0] * y[0] * (1 - y[0]) * v[2],
)
wrong(c, ("new_w", 1, 0, 1), "the gradient alone", "step alone | other quantity", d2[0] * u[1])
wrong(
    c,
    ("new_b", 0, 0),
    "the weight's gradient, plus",
    "dw for db + uphill | bias fed + uphill",
    b1[0] + c.eta * d1[0] * x[1],
)
wrong(c, ("new_b", 1, 0), "left as it is", "not updated | zero | other quantity", b2[0])
wrong(
    c,
    ("new_C",),
    "the last layer alone",
    "not updated",
    network(c, [W1, W2, W3 - c.eta * np.outer(d3, v)], [b1, b2, b3 - c.eta * d3]).C[0],
)
wrong(c, ("new_a", 2, 0), "uphill, no η", "uphill + no eta", c.moved(sign=1.0, eta=1.0).y[0, 0])

# ------------------------------------------------------------------- GELU, softmax of four

c = CASES["fourteenth wide"]
x, t, y, h, z1, z2 = c.x[0], c.t[0], c.y[0], c.a[0][0], c.z[0][0], c.z[1][0]
(W1, W2), (b1, b2), d2, d1, e = c.weights, c.biases, c.dC_dz[1][0], c.dC_dz[0][0], c.y[0] - c.t[0]
s1 = c.slope[0][0]

wrong(c, ("z", 0, 1), "two terms of three", "one term", W1[1, :2] @ x[:2] + b1[1])
wrong(c, ("z", 1, 3), "both minus signs lost", "weight size", np.abs(W2[3]) @ h + b2[3])
wrong(c, ("z", 1, 0), "b twice, z fed on", "bias twice + fed z", W2[0] @ z1 + 2 * b2[0])
wrong(c, ("a", 0, 1), "z Φ(−z)", "minus z", z1[1] - h[1])
wrong(c, ("a", 1, 1), "softmax without biases", "no bias", np.exp(W2[1] @ h) / np.exp(W2 @ h).sum())
wrong(c, ("C",), "log to base 10, mean over the classes", "logarithm + mean of terms", -np.log10(y[1]) / 4)
wrong(c, ("C",), "1 − t as well", "extra term", -np.sum(t * np.log(y) + (1 - t) * np.log(1 - y)))
wrong(c, ("dC_dz", 1, 1), "y (1 − y) as well", "output slope", e[1] * y[1] * (1 - y[1]))
wrong(c, ("dC_dz", 1, 2), "the sign turned, double", "swapped + double | sign + double", 2 * (t[2] - y[2]))
wrong(
    c,
    ("dC_da", 0, 1),
    "σ′ as well, mean over the paths",
    "output slope + mean of terms",
    np.mean(e * y * (1 - y) * W2[:, 1]),
)
wrong(
    c,
    ("dC_dz", 0, 1),
    "the derivative twice, t − y",
    "slope twice + swapped | slope twice + sign",
    -(d2 @ W2[:, 1]) * s1[1] ** 2,
)
wrong(c, ("dC_dw", 1, 2, 0), "GELU of a feeds", "activation twice", d2[2] * gelu(h[0]))
wrong(c, ("dC_dw", 0, 1, 2), "only the right class goes back", "one path", d2[1] * W2[1, 1] * s1[1] * x[2])
wrong(c, ("dC_dw", 0, 0, 1), "slope and x forgotten", "slope missing + feeds nothing | other quantity", d2 @ W2[:, 0])
wrong(c, ("dC_db", 1, 1), "the next class's", "beside | other quantity", d2[2])
wrong(c, ("dC_db", 1, 3), "divided by the length of all of them", "normalised | clipped", d2[3] / np.sqrt(d2 @ d2))
wrong(c, ("new_w", 1, 1, 1), "divided by η", "eta divides", W2[1, 1] - d2[1] * h[1] / c.eta)
wrong(
    c, ("new_w", 0, 1, 0), "x forgotten, plus", "feeds nothing + uphill | dw for db + uphill", W1[1, 0] + c.eta * d1[1]
)
wrong(c, ("new_b", 1, 1), "the target forgotten", "no target", b2[1] - c.eta * y[1])
wrong(c, ("new_b", 0, 1), "half, and plus", "half + uphill | own eta + uphill", b1[1] + 0.5 * c.eta * d1[1])
wrong(c, ("new_a", 1, 1), "the weights stay", "not updated", c.moved(weights=False).y[0, 1])

# ------------------------------------------------------------------- sigmoid, tanh, four examples, squared error

c = CASES["fourteenth batch"]
x, t, y, h, z1, z2 = c.x, c.t[:, 0], c.y[:, 0], c.a[0], c.z[0], c.z[1][:, 0]
(W1, W2), (b1, b2), d2, d1 = c.weights, c.biases, c.dC_dz[1][:, 0], c.dC_dz[0]
s1, s2, e = c.slope[0], c.slope[1][:, 0], y - t

wrong(c, ("z", 0, 0), "x in the other order, b subtracted", "other source + bias sign", W1[0] @ x[0, ::-1] - b1[0])
wrong(c, ("z", 1, 0), "the mean of the hidden a", "one example", W2[0] @ h.mean(axis=0) + b2[0])
wrong(c, ("a", 1, 0), "σ for tanh, the second example", "other activation + one example", sigma(z2[1]))
wrong(c, ("C",), "mean over the examples", "one example", 0.5 * np.mean(e**2))
wrong(c, ("L",), "mean", "over n | mean of terms", np.mean(0.5 * e**2))
wrong(c, ("L",), "the last example left out", "batch dropped | one term", 0.5 * (e[:3] ** 2).sum())
wrong(c, ("dC_da", 1, 0), "the target of the second", "targets apart | other target", y[0] - t[1])
wrong(c, ("dC_dz", 1, 0), "slope at z, 1 − z²", "slope point | z for y", e[0] * (1 - z2[0] ** 2))
wrong(c, ("dC_dz", 1, 0), "plus the target, no slope", "plus target + output slope missing", y[0] + t[0])
wrong(c, ("dC_da", 0, 1), "summed over the examples", "one example", d2.sum() * W2[0, 1])
wrong(c, ("dC_dz", 0, 0), "1 − a², sigmoid's is meant", "other slope", d2[0] * W2[0, 0] * (1 - h[0, 0] ** 2))
wrong(c, ("dC_dz", 0, 1), "the neuron beside, t − y", "beside + swapped | beside + sign", -d1[0, 0])
wrong(
    c,
    ("dL_dw", 1, 0, 0),
    "mean, no slope",
    "over n + output slope missing | over n + slope missing",
    np.mean(e * h[:, 0]),
)
wrong(c, ("dL_dw", 0, 0, 1), "the last two left out", "batch dropped | one term", d1[:2, 0] @ x[:2, 1])
wrong(
    c,
    ("dL_dw", 0, 0, 0),
    "sum times sum, t − y",
    "sums multiplied + swapped | sums multiplied + sign",
    -d1[:, 0].sum() * x[:, 0].sum(),
)
wrong(
    c,
    ("dL_dw", 0, 1, 1),
    "targets in the reverse order",
    "targets apart",
    ((y - t[::-1]) * s2 * W2[0, 1] * s1[:, 1]) @ x[:, 1],
)
wrong(c, ("dL_db", 1, 0), "mean of y − t", "output slope missing + over n | slope missing + over n", np.mean(e))
wrong(
    c,
    ("dL_db", 0, 0),
    "tanh's slope for sigmoid's, mean",
    "other slope + over n",
    np.mean(d2 * W2[0, 0] * (1 - h[:, 0] ** 2)),
)
wrong(c, ("dL_db", 0, 1), "along the row of the second example", "other axis", d1.sum(axis=1)[1])
wrong(c, ("new_w", 1, 0, 1), "the last example alone, plus", "one example + uphill", W2[0, 1] + c.eta * d2[3] * h[3, 1])
wrong(c, ("new_w", 0, 0, 0), "gradient cut to its sign", "clipped", W1[0, 0] - c.eta * np.sign(d1[:, 0] @ x[:, 0]))
wrong(
    c,
    ("new_w", 0, 1, 1),
    "no η, mean",
    "no eta + step over n | no eta + over n",
    W1[1, 1] - np.mean(d1[:, 1] * x[:, 1]),
)
wrong(c, ("new_b", 1, 0), "the sum times 4", "times n", b2[0] - c.eta * 4 * d2.sum())
wrong(c, ("new_b", 0, 0), "plus the first's", "uphill + one example", b1[0] + c.eta * d1[0, 0])
wrong(c, ("new_z", 1, 0), "the biases alone, plus", "not updated + uphill", c.moved(weights=False, sign=1.0).z[1][0, 0])
at = c
for one in range(4):
    alone = Case(c.name, at.weights, at.biases, c.f, x[one : one + 1], c.t[one : one + 1], c.loss, c.eta)
    at = network(c, alone.moved().weights, alone.moved().biases)
wrong(c, ("new_L",), "an update after each example", "one at a time", at.L)
