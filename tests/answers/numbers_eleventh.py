"""An eleventh set of wrong numbers, each worked out as a learner does, by somebody who saw no verdict."""

import numpy as np
from entries import numbers_into, sigma
from reference import CASES, Case, gelu, gelu_slope, softmax

NEW = (
    Case(
        "eleventh sigmoid",
        [[[0.62, -0.93], [1.14, 0.37]], [[-0.76, 1.23], [0.58, -1.35]]],
        [[0.18, -0.41], [0.33, -0.24]],
        ["sigmoid", "sigmoid"],
        [[1.45, -0.64]],
        [[1.0, 0.0]],
        "cross_entropy",
        0.7,
    ),
    Case(
        "eleventh tanh relu",
        [[[0.47, -0.81, 0.29], [-0.66, 0.53, 1.12]], [[0.94, -0.38], [1.27, 0.72]], [[1.36, -0.57]]],
        [[0.21, -0.34], [0.16, 0.45], [-0.23]],
        ["tanh", "relu", "identity"],
        [[0.85, -1.15, 0.4]],
        [[-0.7]],
        "squared_error",
        0.12,
    ),
    Case(
        "eleventh leaky tanh",
        [[[0.73, -0.52], [-0.88, 0.46], [0.31, 1.04]], [[0.67, -0.95, 0.42], [-0.36, 0.78, -1.13]]],
        [[0.14, -0.27, 0.39], [-0.19, 0.28]],
        ["leaky_relu", "tanh"],
        [[1.1, 0.6], [-0.75, 1.3]],
        [[0.35, -0.8], [-0.55, 0.9]],
        "squared_error",
        0.35,
    ),
    Case(
        "eleventh gelu",
        [[[0.92, -0.48], [-0.71, 1.17]], [[1.07, -0.63], [0.44, 0.86]]],
        [[-0.26, 0.35], [0.52, -0.13]],
        ["gelu", "identity"],
        [[-0.55, 0.95]],
        [[0.65, 0.4]],
        "squared_error",
        0.15,
    ),
    Case(
        "eleventh gelu softmax",
        [[[0.84, 0.36], [-0.59, 0.97]], [[0.77, -1.08], [-0.43, 0.64], [1.19, 0.27]]],
        [[0.11, -0.32], [-0.15, 0.24, 0.06]],
        ["gelu", "softmax"],
        [[0.7, -1.4], [1.25, 0.55]],
        [[0.0, 1.0, 0.0], [1.0, 0.0, 0.0]],
        "categorical_cross_entropy",
        1.6,
    ),
    Case(
        "eleventh relu softmax",
        [
            [[0.54, -0.87, 0.41], [0.69, 0.32, -1.06], [-0.45, 0.98, 0.75]],
            [[1.16, -0.61, 0.83], [-0.74, 0.49, -0.28], [0.37, 0.91, -1.22]],
        ],
        [[0.17, -0.22, -0.58], [0.09, -0.31, 0.26]],
        ["relu", "softmax"],
        [[1.3, 0.65, 0.35]],
        [[0.0, 0.0, 1.0]],
        "categorical_cross_entropy",
        0.3,
    ),
    Case(
        "eleventh four",
        [[[0.57, -0.79], [0.34, 1.21]], [[1.28, -0.66]]],
        [[-0.16, 0.42], [0.23]],
        ["tanh", "sigmoid"],
        [[0.9, 0.45], [-1.2, 0.7], [0.6, -1.35], [-0.5, -0.85]],
        [[1.0], [0.0], [1.0], [0.0]],
        "cross_entropy",
        0.45,
    ),
    Case(
        "eleventh deep",
        [[[1.05, -0.47], [0.63, 0.89]], [[0.82, -1.18], [-0.54, 0.71]], [[-0.91, 1.32], [0.68, 0.39]]],
        [[-0.36, 0.13], [0.27, 0.44], [0.12, -0.53]],
        ["sigmoid", "tanh", "sigmoid"],
        [[0.75, 1.6]],
        [[0.0, 1.0]],
        "cross_entropy",
        2.4,
    ),
    Case(
        "eleventh softmax squared",
        [[[-0.83, 0.56], [1.11, 0.72]], [[0.95, -0.34], [-1.26, 0.61], [0.43, 1.02]]],
        [[0.38, -0.17], [0.19, 0.07, -0.42]],
        ["sigmoid", "softmax"],
        [[1.15, -0.6]],
        [[0.0, 1.0, 0.0]],
        "squared_error",
        3.5,
    ),
    Case(
        "eleventh leaky sigmoid",
        [[[0.88, -0.39], [-0.65, 0.53]], [[-0.72, 1.09], [0.96, 0.48]], [[1.41, -0.58]]],
        [[0.22, 0.31], [0.14, -0.45], [0.35]],
        ["leaky_relu", "leaky_relu", "sigmoid"],
        [[0.8, -1.1], [1.5, 0.4], [-0.7, 0.95]],
        [[0.2], [0.9], [0.35]],
        "squared_error",
        0.65,
    ),
)
CASES.update({case.name: case for case in NEW})
ENTRIES = []
wrong = numbers_into(ENTRIES, "eleventh, ")


def network(c, weights, biases):
    """The same data through other weights and biases."""
    return Case(c.name, weights, biases, c.f, c.x, c.t, c.loss, c.eta)


def in_batches(c, size):
    """The case after updates of so many examples each, the passes made anew for each."""
    w, b = c.weights, c.biases
    for i in range(0, len(c.x), size):
        part = Case(c.name, w, b, c.f, c.x[i : i + size], c.t[i : i + size], c.loss, c.eta).moved()
        w, b = part.weights, part.biases
    return network(c, w, b)


def piled(c):
    """The output's first b after an update for each example, the gradients of those before still added in."""
    w, b = c.weights, c.biases
    gw, gb = [0 * p for p in w], [0 * p for p in b]
    for i in range(len(c.x)):
        part = Case(c.name, w, b, c.f, c.x[i : i + 1], c.t[i : i + 1], c.loss, c.eta)
        gw = [p + g for p, g in zip(gw, part.dL_dw, strict=True)]
        gb = [p + g for p, g in zip(gb, part.dL_db, strict=True)]
        w = [p - c.eta * g for p, g in zip(w, gw, strict=True)]
        b = [p - c.eta * g for p, g in zip(b, gb, strict=True)]
    return b[-1][0]


# ------------------------------------------------------------------- sigmoid, cross-entropy

c = CASES["eleventh sigmoid"]
x, t, y, h, z1, z2 = c.x[0], c.t[0], c.y[0], c.a[0][0], c.z[0][0], c.z[1][0]
(W1, W2), (b1, b2), d2, d1, e = c.weights, c.biases, c.dC_dz[1][0], c.dC_dz[0][0], c.y[0] - c.t[0]

wrong(c, ("z", 1, 0), "the first layer's b", "other bias", W2[0] @ h + b1[0])
wrong(c, ("a", 0, 1), "column for row", "transposed", sigma(W1[:, 1] @ x + b1[1]))
wrong(c, ("a", 1, 1), "z fed on, b after σ", "fed z + bias after", sigma(W2[1] @ z1) + b2[1])
wrong(c, ("C",), "a plus before the second term", "sign", -t @ np.log(y) + (1 - t) @ np.log(1 - y))
wrong(c, ("dC_dz", 1, 0), "−t / y times y, 1 − y forgotten", "other slope | no output", -t[0] / y[0] * y[0])
wrong(c, ("dC_dz", 0, 0), "the output's slope", "slope place", (d2 @ W2[:, 0]) * y[0] * (1 - y[0]))
wrong(
    c,
    ("dC_da", 0, 1),
    "through weights that are moved already",
    "updated",
    (W2[:, 1] - 0.7 * d2 * h[1]) @ d2,
)
wrong(
    c,
    ("dC_dz", 0, 1),
    "∂C/∂y goes back",
    "not delta | output slope missing",
    (c.dC_dy[0] @ W2[:, 1]) * h[1] * (1 - h[1]),
)
wrong(c, ("dC_dw", 1, 0, 1), "the a above, t − y", "other source + swapped | beside + sign", -d2[0] * h[0])
wrong(c, ("dC_dw", 0, 1, 0), "1 − a for the slope", "other slope", (d2 @ W2[:, 1]) * (1 - h[1]) * x[0])
wrong(c, ("new_w", 0, 0, 0), "η (w − g)", "brackets", 0.7 * (W1[0, 0] - d1[0] * x[0]))
wrong(c, ("new_b", 0, 1), "the gradient of w beside it", "dw for db | bias fed", b1[1] - 0.7 * d1[1] * x[0])
wrong(
    c,
    ("new_C",),
    "plus, and the biases stay",
    "uphill + not updated",
    c.moved(biases=False, sign=1.0).C[0],
)

# ------------------------------------------------------------------- tanh, ReLU, identity, squared error

c = CASES["eleventh tanh relu"]
x, t, y, u, v = c.x[0], c.t[0, 0], c.y[0, 0], c.a[0][0], c.a[1][0]
zu, zv = c.z[0][0], c.z[1][0]
(W1, W2, W3), (b1, b2, b3) = c.weights, c.biases
d1, d2, d3 = c.dC_dz[0][0], c.dC_dz[1][0], c.dC_dz[2][0, 0]

wrong(c, ("z", 1, 1), "column for row, b subtracted", "transposed + bias sign", W2[:, 1] @ u - b2[1])
wrong(
    c,
    ("z", 2, 0),
    "no biases in any layer",
    "no bias",
    network(c, c.weights, [0 * b for b in c.biases]).z[2][0, 0],
)
wrong(
    c,
    ("a", 0, 1),
    "sinh: half the difference, not divided",
    "other activation",
    (np.exp(zu[1]) - np.exp(-zu[1])) / 2,
)
wrong(c, ("C",), "target added, no ½", "plus target + double", (y + t) ** 2)
wrong(c, ("dC_da", 1, 1), "y goes back", "no target | not delta", W3[0, 1] * y)
wrong(
    c,
    ("dC_dz", 0, 0),
    "the output's error, no wires",
    "output error | no weights + one path",
    d3 * (1 - u[0] ** 2),
)
wrong(c, ("dC_dz", 0, 1), "1 − z²", "slope point", (d2 @ W2[:, 1]) * (1 - zu[1] ** 2))
wrong(c, ("dC_dw", 0, 1, 2), "times the weight itself", "feeds w", d1[1] * W1[1, 2])
wrong(c, ("dC_dw", 1, 1, 0), "z feeds, t − y", "feeds z + swapped | feeds z + sign", -d2[1] * zu[0])
wrong(c, ("dC_dw", 2, 0, 0), "the square of the error", "error power", (y - t) ** 2 * v[0])
wrong(c, ("dC_db", 0, 0), "x multiplies", "bias fed | dw for db | other quantity", d1[0] * x[0])
wrong(c, ("new_w", 1, 0, 1), "w for the gradient", "weight for gradient", W2[0, 1] - 0.12 * W2[0, 1])
wrong(c, ("new_b", 2, 0), "+ η g alone", "step alone + uphill | step alone + sign", 0.12 * d3)
wrong(
    c,
    ("new_z", 2, 0),
    "the hidden layers stay",
    "not updated | old pass",
    (W3[0] - 0.12 * d3 * v) @ v + b3[0] - 0.12 * d3,
)
wrong(c, ("new_C",), "0.01 for η", "own eta", c.moved(eta=0.01).C[0])

# ------------------------------------------------------------------- leaky ReLU, tanh, squared error, two examples

c = CASES["eleventh leaky tanh"]
x, t, y, h, z1 = c.x, c.t, c.y, c.a[0], c.z[0]
(W1, W2), (b1, b2), d2, d1, e = c.weights, c.biases, c.dC_dz[1], c.dC_dz[0], c.y - c.t

wrong(c, ("a", 0, 1), "0.1 for 0.01", "other activation", 0.1 * z1[0, 1])
wrong(c, ("a", 1, 1), "σ, b subtracted", "other activation + bias sign", sigma(W2[1] @ h[0] - b2[1]))
wrong(
    c,
    ("C",),
    "the other example's target",
    "targets apart | other target | one example",
    0.5 * ((y[0] - t[1]) ** 2).sum(),
)
wrong(c, ("L",), "examples summed, then squared", "sums multiplied", 0.5 * (e.sum(axis=0) ** 2).sum())
wrong(c, ("dC_dz", 1, 1), "both examples added", "one example | other quantity", d2[:, 1].sum())
wrong(c, ("dC_dz", 1, 0), "1 − y", "other slope", e[0, 0] * (1 - y[0, 0]))
wrong(
    c,
    ("dC_da", 0, 2),
    "the lower path, no slope at the output",
    "one path + output slope missing | one path + not delta | one path + slope missing",
    e[0, 1] * W2[1, 2],
)
wrong(c, ("dC_dz", 0, 1), "ReLU's slope below 0", "other slope | zero", 0.0 * (d2[0] @ W2[:, 1]))
wrong(
    c,
    ("dL_dw", 1, 0, 2),
    "mean, no slope",
    "over n + output slope missing | over n + slope missing",
    np.mean(e[:, 0] * h[:, 2]),
)
wrong(
    c,
    ("dL_dw", 0, 0, 1),
    "each with the x of the other",
    "one example | other source | order",
    d1[:, 0] @ x[::-1, 1],
)
wrong(c, ("dL_dw", 0, 2, 0), "the last example alone", "one example", d1[1, 2] * x[1, 0])
wrong(c, ("dL_db", 0, 2), "one sum over everything", "sum over all", d1.sum())
wrong(c, ("new_b", 0, 0), "plus the second example alone", "uphill + one example", b1[0] + 0.35 * d1[1, 0])
wrong(c, ("new_L",), "mean gradients", "step over n | over n | half | own eta", c.moved(eta=0.35 / 2).L)

# ------------------------------------------------------------------- GELU, identity, squared error

c = CASES["eleventh gelu"]
x, t, y, h, z1, z2 = c.x[0], c.t[0], c.y[0], c.a[0][0], c.z[0][0], c.z[1][0]
(W1, W2), (b1, b2), d2, d1, e = c.weights, c.biases, c.dC_dz[1][0], c.dC_dz[0][0], c.y[0] - c.t[0]
phi = h / z1

wrong(c, ("a", 0, 0), "Φ(z), not z Φ(z)", "no z", phi[0])
wrong(
    c,
    ("a", 0, 0),
    "tanh of √(2/π) z, the cube left out",
    "other activation",
    0.5 * z1[0] * (1 + np.tanh(np.sqrt(2 / np.pi) * z1[0])),
)
wrong(c, ("a", 0, 1), "½ forgotten, no b", "double + no bias", 2 * gelu(W1[1] @ x))
wrong(c, ("z", 1, 0), "x for the hidden a", "fed x", W2[0] @ x + b2[0])
wrong(c, ("C",), "the first output alone, no ½", "one term + double | part of loss + double", e[0] ** 2)
wrong(c, ("dC_dz", 1, 1), "GELU's slope at the output", "output slope | other slope", e[1] * gelu_slope(z2[1]))
wrong(c, ("dC_da", 0, 0), "row for column, y goes back", "transposed + no target", W2[0] @ y)
wrong(
    c,
    ("dC_dz", 0, 0),
    "z Φ′ alone",
    "product rule | other slope",
    (d2 @ W2[:, 0]) * (gelu_slope(z1[0]) - phi[0]),
)
wrong(c, ("dC_dz", 0, 0), "GELU′ at a", "slope point", (d2 @ W2[:, 0]) * gelu_slope(h[0]))
wrong(
    c,
    ("dC_dz", 0, 1),
    "Swish's slope, t − y",
    "other slope + swapped | other slope + sign",
    -(d2 @ W2[:, 1]) * (sigma(z1[1]) + z1[1] * sigma(z1[1]) * sigma(-z1[1])),
)
wrong(c, ("dC_dw", 1, 1, 0), "its own output", "feeds own a", d2[1] * y[1])
wrong(
    c,
    ("dC_dw", 0, 0, 1),
    "of the cell across, no slope",
    "gradient transposed + slope missing",
    (d2 @ W2[:, 1]) * x[0],
)
wrong(c, ("dC_db", 0, 1), "no slope", "slope missing | other quantity", d2 @ W2[:, 1])
wrong(c, ("new_w", 1, 0, 0), "divided by η", "eta divides", W2[0, 0] - d2[0] * h[0] / 0.15)
wrong(
    c,
    ("new_b", 1, 0),
    "plus, by the gradient of w",
    "dw for db + uphill | bias fed + uphill",
    b2[0] + 0.15 * d2[0] * h[1],
)
wrong(
    c,
    ("new_a", 1, 0),
    "the step made twice",
    "twice updated | double | old pass | own eta",
    c.moved(eta=2 * 0.15).y[0, 0],
)

# ------------------------------------------------------------------- GELU, softmax, two examples

c = CASES["eleventh gelu softmax"]
x, t, y, h, z1, z2 = c.x, c.t, c.y, c.a[0], c.z[0], c.z[1]
(W1, W2), (b1, b2), d2, d1 = c.weights, c.biases, c.dC_dz[1], c.dC_dz[0]

wrong(c, ("z", 1, 2), "z fed on, b twice", "fed z + bias twice", W2[2] @ z1[0] + 2 * b2[2])
wrong(
    c,
    ("a", 1, 0),
    "its own e^z not in the denominator",
    "one term | other activation",
    np.exp(z2[0, 0]) / np.exp(z2[0, 1:]).sum(),
)
wrong(
    c,
    ("L",),
    "mean, log to base 10",
    "over n + logarithm | mean of terms + logarithm",
    -np.mean(np.log10(y[t == 1])),
)
wrong(c, ("dC_da", 1, 0), "(1 − t) / (1 − y) too", "extra term", (1 - t[0, 0]) / (1 - y[0, 0]))
wrong(
    c,
    ("dC_dz", 1, 1),
    "the other example's target",
    "targets apart | no target | other target | other quantity",
    y[0, 1] - t[1, 1],
)
wrong(c, ("dC_da", 0, 0), "mean of three paths", "mean of terms", np.mean(d2[0] * W2[:, 0]))
wrong(
    c,
    ("dC_dz", 0, 0),
    "ReLU's slope, the first path left out",
    "other slope + one path | slope missing + one path",
    d2[0, 1:] @ W2[1:, 0] * (z1[0, 0] > 0),
)
wrong(c, ("dL_dw", 0, 0, 1), "mean", "over n | half", np.mean(d1[:, 0] * x[:, 1]))
wrong(c, ("dL_dw", 1, 2, 0), "z feeds, the first alone", "feeds z + one example", d2[0, 2] * z1[0, 0])
wrong(c, ("dL_db", 1, 0), "y summed", "no target", y[:, 0].sum())
wrong(
    c,
    ("dL_db", 0, 1),
    "x multiplies, the first alone",
    "bias fed + one example | dw for db + one example",
    d1[0, 1] * x[0, 0],
)
wrong(
    c,
    ("new_w", 0, 1, 0),
    "mean gradient, no η",
    "no eta + step over n | no eta + over n | own eta",
    W1[1, 0] - np.mean(d1[:, 1] * x[:, 0]),
)
wrong(c, ("new_b", 1, 1), "updated after each example", "one at a time", in_batches(c, 1).biases[1][1])
wrong(
    c,
    ("new_a", 1, 0),
    "the hidden layer stays",
    "not updated | old pass",
    softmax(h @ (W2 - 1.6 * c.dL_dw[1]).T + b2 - 1.6 * c.dL_db[1])[0, 0],
)

# ------------------------------------------------------------------- ReLU, softmax

c = CASES["eleventh relu softmax"]
x, t, y, h, z1, z2 = c.x[0], c.t[0], c.y[0], c.a[0][0], c.z[0][0], c.z[1][0]
(W1, W2), (b1, b2), d2, d1 = c.weights, c.biases, c.dC_dz[1][0], c.dC_dz[0][0]

wrong(c, ("new_z", 0, 0), "weights stay", "not updated", c.moved(weights=False).z[0][0, 0])
wrong(c, ("z", 1, 2), "ReLU as the size of z", "other activation", W2[2] @ np.abs(z1) + b2[2])
wrong(
    c,
    ("a", 1, 1),
    "ReLU before the softmax",
    "other activation",
    softmax(np.maximum(z2, 0)[None])[0, 1],
)
wrong(c, ("C",), "all three logarithms", "no target", -np.log(y).sum())
wrong(c, ("C",), "y to one decimal", "rounded", -np.log(np.round(y[2], 1)))
wrong(c, ("dC_da", 0, 1), "the first layer's weights", "other weights", W1[:, 1] @ d2)
wrong(c, ("dC_da", 0, 2), "the middle path left out", "one path", d2[0] * W2[0, 2] + d2[2] * W2[2, 2])
wrong(c, ("dC_dz", 0, 2), "0.01 for a dead neuron", "other slope", 0.01 * (d2 @ W2[:, 2]))
wrong(c, ("dC_dz", 0, 1), "the slope 1 added", "slope added", d2 @ W2[:, 1] + 1.0)
wrong(
    c,
    ("dC_dw", 0, 1, 2),
    "its own a, row for column",
    "feeds own a + transposed",
    (W2[1] @ d2) * h[1],
)
wrong(
    c,
    ("new_w", 0, 2, 0),
    "a dead neuron's weight moved",
    "slope missing | other slope",
    W1[2, 0] - 0.3 * (d2 @ W2[:, 2]) * x[0],
)
wrong(
    c,
    ("new_w", 1, 2, 1),
    "w taken off too, η of both",
    "extra term | brackets",
    W2[2, 1] - 0.3 * (d2[2] * h[1] + W2[2, 1]),
)
wrong(c, ("new_b", 1, 2), "no target, no η", "no eta + no target", b2[2] - y[2])
wrong(
    c,
    ("new_a", 1, 2),
    "plus, the hidden layer stays",
    "uphill + not updated | uphill + old pass",
    softmax((h @ (W2 + 0.3 * np.outer(d2, h)).T + b2 + 0.3 * d2)[None])[0, 2],
)
wrong(c, ("new_C",), "η²", "eta twice | own eta", c.moved(eta=0.3 * 0.3).C[0])

# ------------------------------------------------------------------- tanh, sigmoid, four examples

c = CASES["eleventh four"]
x, t, y, h, z1, z2 = c.x, c.t, c.y, c.a[0], c.z[0], c.z[1]
(W1, W2), (b1, b2), d2, d1 = c.weights, c.biases, c.dC_dz[1], c.dC_dz[0]
flipped = Case(c.name, c.weights, c.biases, c.f, c.x, np.roll(c.t, 1, axis=0), c.loss, c.eta)

wrong(c, ("z", 0, 1), "the first product, minus b", "one term + bias sign", W1[1, 0] * x[0, 0] - b1[1])
wrong(c, ("a", 0, 0), "1 / (1 + e^(−2z))", "other activation", sigma(2 * z1[0, 0]))
wrong(c, ("a", 1, 0), "tanh at the output, z fed on", "other activation + fed z", np.tanh(W2[0] @ z1[0] + b2[0]))
wrong(c, ("C",), "−ln (1 − y)", "other target | minus z | part of loss | targets apart", -np.log(1 - y[0, 0]))
wrong(c, ("L",), "the last example left out, mean", "batch dropped + over n | one term + over n", c.C[:3].sum() / 4)
wrong(c, ("dC_dz", 1, 0), "σ′ though it cancels", "output slope", d2[0, 0] * y[0, 0] * (1 - y[0, 0]))
wrong(c, ("dC_da", 0, 1), "through the weight moved already", "updated", d2[0, 0] * c.moved().weights[1][0, 1])
wrong(
    c,
    ("dC_dz", 0, 1),
    "y (1 − y) of the output",
    "slope place | output slope + slope missing",
    d2[0, 0] * W2[0, 1] * y[0, 0] * (1 - y[0, 0]),
)
wrong(c, ("dL_dw", 1, 0, 0), "mean error times sum of a", "sums multiplied + over n", d2[:, 0].mean() * h[:, 0].sum())
wrong(c, ("dL_dw", 0, 0, 0), "targets a row off", "targets apart | other target", flipped.dL_dw[0][0, 0])
wrong(c, ("dL_dw", 0, 1, 1), "the last example left out", "batch dropped | one term", d1[:3, 1] @ x[:3, 1])
wrong(
    c,
    ("dL_db", 1, 0),
    "a multiplies, mean",
    "bias fed + over n | dw for db + over n",
    np.mean(d2[:, 0] * h[:, 0]),
)
wrong(
    c,
    ("dL_db", 0, 0),
    "summed before the slope, that of the mean a",
    "sums multiplied",
    d2.sum() * W2[0, 0] * (1 - h[:, 0].mean() ** 2),
)
wrong(
    c,
    ("new_w", 1, 0, 1),
    "the first example, over 4",
    "one example + step over n | one example + over n",
    W2[0, 1] - 0.45 / 4 * d2[0, 0] * h[0, 1],
)
wrong(c, ("new_b", 1, 0), "after each example, gradients not cleared", "one at a time + piles up", piled(c))
wrong(c, ("new_b", 0, 1), "two batches of two", "own batch", in_batches(c, 2).biases[0][1])
wrong(
    c,
    ("new_L",),
    "the output's parameters alone",
    "not updated",
    network(c, [W1, c.moved().weights[1]], [b1, c.moved().biases[1]]).L,
)

# ------------------------------------------------------------------- sigmoid, tanh, sigmoid, cross-entropy

c = CASES["eleventh deep"]
x, t, y, u, v = c.x[0], c.t[0], c.y[0], c.a[0][0], c.a[1][0]
zu, zv, zy = c.z[0][0], c.z[1][0], c.z[2][0]
(W1, W2, W3), (b1, b2, b3) = c.weights, c.biases
d1, d2, d3 = c.dC_dz[0][0], c.dC_dz[1][0], c.dC_dz[2][0]

wrong(c, ("z", 2, 1), "x feeds the output, no b", "fed x + no bias", W3[1] @ x)
wrong(c, ("a", 1, 0), "σ, the first layer's b", "other activation + other bias", sigma(W2[0] @ u + b1[0]))
wrong(
    c,
    ("C",),
    "targets in the other order",
    "other target | order | minus z",
    -(np.log(y[0]) + np.log(1 - y[1])),
)
wrong(c, ("dC_da", 2, 0), "z for y", "z for y", (zy[0] - t[0]) / (zy[0] * (1 - zy[0])))
wrong(
    c,
    ("dC_da", 1, 1),
    "the upper path, σ′ as well",
    "one path + output slope",
    d3[0] * y[0] * (1 - y[0]) * W3[0, 1],
)
wrong(
    c,
    ("dC_dz", 1, 0),
    "row for column, a (1 − a)",
    "transposed + other slope",
    (W3[0] @ d3) * v[0] * (1 - v[0]),
)
wrong(c, ("dC_da", 0, 0), "tanh′ forgotten", "slope missing | not delta", (d3 @ W3) @ W2[:, 0])
wrong(
    c,
    ("dC_dz", 0, 0),
    "slope of the neuron below",
    "slope point | beside",
    (d2 @ W2[:, 0]) * u[1] * (1 - u[1]),
)
wrong(c, ("dC_dw", 1, 0, 1), "its own a, t − y", "feeds own a + swapped | feeds own a + sign", -d2[0] * v[0])
wrong(c, ("dC_dw", 2, 1, 0), "tanh′ of what feeds", "feeds slope", d3[1] * (1 - v[0] ** 2))
wrong(
    c,
    ("dC_dw", 0, 0, 1),
    "the middle layer jumped over",
    "not delta + other weights | no weights + slope missing",
    (d3 @ W3[:, 0]) * u[0] * (1 - u[0]) * x[1],
)
wrong(
    c,
    ("dC_db", 1, 1),
    "one path, divided by the slope",
    "one path + slope divides",
    d3[1] * W3[1, 1] / (1 - v[1] ** 2),
)
wrong(
    c,
    ("new_w", 1, 1, 0),
    "plus, of the cell across",
    "gradient transposed + uphill",
    W2[1, 0] + 2.4 * d2[0] * u[1],
)
wrong(c, ("new_b", 0, 0), "the sign of the gradient", "clipped", b1[0] - 2.4 * np.sign(d1[0]))
wrong(
    c,
    ("new_z", 1, 0),
    "the a of before",
    "not updated | old pass",
    (W2[0] - 2.4 * d2[0] * u) @ u + b2[0] - 2.4 * d2[0],
)
n3 = W3 - 2.4 * np.outer(d3, v)
late2 = (d3 @ n3) * (1 - v**2)
n2 = W2 - 2.4 * np.outer(late2, u)
late1 = (late2 @ n2) * u * (1 - u)
wrong(
    c,
    ("new_w", 0, 0, 0),
    "each layer moved before it is gone through",
    "updated",
    W1[0, 0] - 2.4 * late1[0] * x[0],
)
wrong(c, ("new_C",), "plus", "uphill", c.moved(sign=1.0).C[0])

# ------------------------------------------------------------------- sigmoid, softmax, squared error

c = CASES["eleventh softmax squared"]
x, t, y, h, z1, z2 = c.x[0], c.t[0], c.y[0], c.a[0][0], c.z[0][0], c.z[1][0]
(W1, W2), (b1, b2), d2, d1, e = c.weights, c.biases, c.dC_dz[1][0], c.dC_dz[0][0], c.y[0] - c.t[0]
g = d2 @ W2

wrong(c, ("z", 1, 1), "every b of the layer", "other bias", W2[1] @ h + b2.sum())
wrong(
    c,
    ("z", 0, 0),
    "the inputs exchanged, no b",
    "order + no bias | other source + no bias",
    W1[0] @ x[::-1],
)
wrong(c, ("a", 1, 2), "σ at the output", "other activation", sigma(z2[2]))
wrong(c, ("dC_dz", 1, 1), "no ½, y (1 − y)", "double + jacobian", 2 * e[1] * y[1] * (1 - y[1]))
wrong(
    c,
    ("dC_dz", 1, 0),
    "plus for the other outputs",
    "sign | other slope",
    e[0] * y[0] * (1 - y[0]) + y[0] * (e[1:] @ y[1:]),
)
wrong(c, ("dC_da", 0, 0), "a slope for each output alone", "jacobian", (e * y * (1 - y)) @ W2[:, 0])
wrong(c, ("dC_dz", 0, 0), "g (1 − g) of what comes back", "slope of error", g[0] * g[0] * (1 - g[0]))
wrong(c, ("dC_dz", 0, 1), "divided by σ′", "slope divides", g[1] / (h[1] * (1 - h[1])))
wrong(
    c,
    ("dC_dw", 1, 0, 0),
    "y − t, and z feeds",
    "output slope missing + feeds z",
    e[0] * z1[0],
)
wrong(c, ("dC_db", 1, 2), "y (1 − y) alone", "jacobian", e[2] * y[2] * (1 - y[2]))
wrong(c, ("new_w", 1, 2, 1), "divided by η, plus", "eta divides + uphill", W2[2, 1] + d2[2] * h[1] / 3.5)
wrong(c, ("new_w", 0, 1, 0), "no slope", "slope missing", W1[1, 0] - 3.5 * g[1] * x[0])
wrong(c, ("new_b", 1, 0), "the gradient alone", "step alone + no eta | other quantity", d2[0])
wrong(
    c,
    ("new_a", 0, 0),
    "gradients laid across",
    "gradient transposed",
    sigma((W1 - 3.5 * np.outer(d1, x).T)[0] @ x + b1[0] - 3.5 * d1[0]),
)
wrong(
    c,
    ("new_C",),
    "hidden layer alone",
    "not updated",
    network(c, [c.moved().weights[0], W2], [c.moved().biases[0], b2]).C[0],
)

# ------------------------------------------------------------------- leaky ReLU twice, sigmoid, three examples

c = CASES["eleventh leaky sigmoid"]
x, t, y, u, v = c.x, c.t, c.y, c.a[0], c.a[1]
zu, zv, zy = c.z
(W1, W2, W3), (b1, b2, b3) = c.weights, c.biases
d1, d2, d3 = c.dC_dz
e = y - t

wrong(c, ("a", 1, 0), "0.01 twice", "activation twice", 0.01 * v[0, 0])
wrong(c, ("a", 2, 0), "b forgotten", "no bias", sigma(W3[0] @ v[0]))
wrong(c, ("L",), "mean square", "double + over n", np.mean(e**2))
wrong(
    c,
    ("dC_da", 2, 0),
    "t of the example below, t − y",
    "targets apart + swapped | other target + swapped",
    t[1, 0] - y[0, 0],
)
wrong(
    c,
    ("dC_dz", 2, 0),
    "t − y, z (1 − z)",
    "swapped + slope point | sign + slope point",
    -e[0, 0] * zy[0, 0] * (1 - zy[0, 0]),
)
wrong(
    c,
    ("dC_dz", 1, 0),
    "no slope, here or at the output",
    "slope missing + output slope missing",
    e[0, 0] * W3[0, 0],
)
wrong(c, ("dC_dz", 0, 1), "row for column, no slope", "transposed + slope missing", W2[1] @ d2[0])
wrong(c, ("dL_dw", 2, 0, 0), "z feeds", "feeds z", d3[:, 0] @ zv[:, 0])
wrong(c, ("dL_dw", 1, 1, 0), "the last example alone", "one example", d2[2, 1] * u[2, 0])
wrong(c, ("dL_db", 1, 0), "no slope", "slope missing", d3[:, 0].sum() * W3[0, 0])
wrong(c, ("dL_db", 2, 0), "sum of errors times sum of slopes", "sums multiplied", e.sum() * c.slope[2].sum())
wrong(c, ("new_b", 2, 0), "the last example alone", "one example", b3[0] - 0.65 * d3[2, 0])
wrong(c, ("new_b", 0, 0), "the first example alone", "one example", b1[0] - 0.65 * d1[0, 0])
wrong(c, ("z", 0, 1), "b forgotten", "no bias", W1[1] @ x[0])
wrong(
    c,
    ("new_a", 2, 0),
    "plus, the weights stay",
    "uphill + not updated",
    c.moved(weights=False, sign=1.0).y[0, 0],
)
wrong(
    c,
    ("new_L",),
    "gradients over 3, plus",
    "uphill + step over n | uphill + over n",
    c.moved(sign=1.0, eta=0.65 / 3).L,
)
