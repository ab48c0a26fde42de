"""An eighth set of wrong numbers, each worked out as a learner does, by somebody who saw no verdict."""

from itertools import product

import numpy as np
from entries import numbers_into, sigma
from reference import CASES, VALUE, Case, gelu_slope

NEW = (
    Case(
        "eighth relu tanh",
        [[[0.72, -0.46], [-0.58, 0.93], [0.37, 0.81]], [[0.68, -1.15, 0.53]]],
        [[0.14, -0.27, -0.33], [0.22]],
        ["relu", "tanh"],
        [[1.25, 0.48]],
        [[-0.35]],
        "squared_error",
        0.35,
    ),
    Case(
        "eighth sigmoid",
        [[[0.42, -0.88, 1.17], [-0.63, 0.29, 0.76]], [[1.26, -0.57], [-0.94, 0.83]]],
        [[0.31, -0.18], [-0.24, 0.37]],
        ["sigmoid", "sigmoid"],
        [[0.67, -1.38, 0.54], [-0.92, 0.46, 1.73]],
        [[0.0, 1.0], [1.0, 0.0]],
        "cross_entropy",
        0.75,
    ),
    Case(
        "eighth four layers",
        [
            [[0.83, -0.52], [0.36, 1.24]],
            [[1.43, -0.77], [-0.38, 0.91]],
            [[-1.12, 0.64], [0.79, 1.57]],
            [[1.34, -0.86]],
        ],
        [[-0.17, 0.26], [0.44, -0.29], [0.13, -0.58], [0.47]],
        ["tanh", "sigmoid", "tanh", "identity"],
        [[0.93, -0.71]],
        [[-1.45]],
        "squared_error",
        0.28,
    ),
    Case(
        "eighth leaky",
        [[[0.94, -1.27], [0.58, 0.43]], [[0.71, 1.08], [-1.33, 0.49], [0.87, -0.74]]],
        [[-0.36, 0.21], [0.17, -0.42, 0.28]],
        ["leaky_relu", "sigmoid"],
        [[0.56, 1.14]],
        [[1.0, 0.0, 1.0]],
        "cross_entropy",
        1.6,
    ),
    Case(
        "eighth gelu",
        [[[0.48, 0.97, -0.64], [-0.46, 0.34, 0.59]], [[0.84, -1.36], [-0.53, 0.72]]],
        [[0.23, 0.17], [-0.19, 0.61]],
        ["gelu", "identity"],
        [[0.92, 0.39, -0.56], [-0.77, 1.18, 0.52]],
        [[1.27, -0.68], [-0.44, 1.63]],
        "squared_error",
        0.31,
    ),
    Case(
        "eighth gelu softmax",
        [
            [[0.91, 0.27], [-0.66, 0.78], [0.45, -1.09]],
            [[0.57, -0.82, 1.21], [-0.96, 0.63, 0.35], [0.41, 1.16, -0.73]],
        ],
        [[0.16, -0.34, 0.52], [0.24, -0.13, 0.38]],
        ["gelu", "softmax"],
        [[0.74, 1.36]],
        [[0.0, 0.0, 1.0]],
        "categorical_cross_entropy",
        0.7,
    ),
    Case(
        "eighth softmax squared",
        [[[1.32, -0.69], [0.47, 0.88]], [[0.95, -0.62], [-1.24, 0.43], [0.39, 1.07]]],
        [[-0.28, 0.19], [0.33, -0.16, -0.41]],
        ["sigmoid", "softmax"],
        [[0.62, -1.15], [-0.84, 0.73]],
        [[0.0, 1.0, 0.0], [1.0, 0.0, 0.0]],
        "squared_error",
        3.5,
    ),
    Case(
        "eighth relu softmax",
        [[[0.76, -0.34, 0.89], [-0.49, 1.13, 0.28]], [[1.19, -0.54], [-0.71, 0.98], [0.46, 0.65]]],
        [[0.12, 0.27], [-0.23, 0.14, 0.36]],
        ["relu", "softmax"],
        [[0.85, -0.57, 1.26], [-1.34, 0.69, 0.43], [0.38, 1.47, -0.62], [1.58, 0.94, -0.27]],
        [[0.0, 1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0], [1.0, 0.0, 0.0]],
        "categorical_cross_entropy",
        0.24,
    ),
    Case(
        "eighth sigmoid relu",
        [
            [[0.53, -1.18], [-0.87, 0.64], [1.39, 0.42]],
            [[0.78, -1.06, 0.61], [0.92, 0.37, -0.45]],
            [[1.48, -0.83]],
        ],
        [[0.25, -0.14, -0.53], [-0.22, 0.18], [-0.31]],
        ["sigmoid", "relu", "sigmoid"],
        [[1.17, 0.66], [-0.58, 1.29], [0.43, -0.95]],
        [[0.0], [1.0], [1.0]],
        "cross_entropy",
        0.65,
    ),
    Case(
        "eighth tanh leaky",
        [[[0.61, -0.97], [0.82, 0.55]], [[1.14, 0.48], [-0.79, 1.03]]],
        [[0.29, -0.24], [-0.67, 0.34]],
        ["tanh", "leaky_relu"],
        [[-0.88, 0.63]],
        [[0.72, -0.56]],
        "squared_error",
        0.85,
    ),
)
CASES.update({case.name: case for case in NEW})
ENTRIES = []
add = numbers_into(ENTRIES, "eighth, ")

# Names that say one thing of a number in several ways, and each is true.
WAYS = {
    "TURNED": ("swapped", "sign"),
    "PLUS": ("uphill", "swapped", "sign"),
    "PATH": ("one path", "one term"),
    "MEAN": ("over n", "mean of terms"),
    "STEP MEAN": ("step over n", "over n", "mean of terms"),
    "NO OUTPUT SLOPE": ("output slope missing", "slope missing", "not delta"),
}


def wrong(case, quantity, place, slips, value):
    sets = [product(*(WAYS.get(one.strip(), (one.strip(),)) for one in part.split("+"))) for part in slips.split("|")]
    add(case, quantity, place, " | ".join(" + ".join(one) for part in sets for one in part), value)


def network(c, weights, biases):
    """The same data through other weights and biases."""
    return Case(c.name, weights, biases, c.f, c.x, c.t, c.loss, c.eta)


def chosen(c, rows):
    """The same network with some of the examples alone."""
    return Case(c.name, c.weights, c.biases, c.f, c.x[rows], c.t[rows], c.loss, c.eta)


def one_at_a_time(c):
    """After an update for each example in turn."""
    now = c
    for n in range(len(c.x)):
        now = chosen(network(c, now.weights, now.biases), [n]).moved()
    return now


# ------------------------------------------------------------------- relu, tanh, squared error

c = CASES["eighth relu tanh"]
x, t, y, h, z1, z2 = c.x[0], c.t[0, 0], c.y[0, 0], c.a[0][0], c.z[0][0], c.z[1][0, 0]
(W1, W2), (b1, b2), d2, d1, e = c.weights, c.biases, c.dC_dz[1][0, 0], c.dC_dz[0][0], c.y[0, 0] - c.t[0, 0]

wrong(c, ("z", 0, 1), "w₁₁ x₁ alone", "one term | elementwise", W1[1, 1] * x[1] + b1[1])
wrong(
    c,
    ("z", 1, 0),
    "ReLU forgotten, b subtracted",
    "fed z + bias sign | no activation + bias sign",
    W2[0] @ z1 - b2[0],
)
wrong(c, ("a", 1, 0), "the key tan, not tanh", "other activation", np.tan(z2))
wrong(c, ("C",), "−0.5 · 1.1², the sign left outside of the square", "sign", -0.5 * e**2)
wrong(c, ("dC_dz", 1, 0), "1 − y, the square forgotten", "other slope", e * (1 - y))
wrong(c, ("dC_da", 0, 2), "t − y goes back", "NO OUTPUT SLOPE + TURNED", -e * W2[0, 2])
wrong(c, ("dC_dz", 0, 1), "0.01 below 0, as if leaky", "other slope", d2 * W2[0, 1] * 0.01)
wrong(
    c,
    ("dC_dz", 0, 0),
    "through the new weight, 1 − y",
    "updated + other slope",
    e * (1 - y) * (W2[0, 0] - c.eta * e * (1 - y) * h[0]),
)
wrong(c, ("dC_dw", 1, 0, 2), "a twice", "feed altered | extra a", d2 * h[2] ** 2)
wrong(c, ("dC_dw", 0, 2, 0), "w for x", "feeds w", d1[2] * W1[2, 0])
wrong(c, ("new_w", 1, 0, 0), "η (w − g)", "brackets", c.eta * (W2[0, 0] - d2 * h[0]))
wrong(c, ("new_b", 1, 0), "divided by η, and added", "eta divides + PLUS", b2[0] + d2 / c.eta)
wrong(
    c,
    ("new_a", 1, 0),
    "the output's layer stays",
    "not updated",
    network(c, [W1 - c.eta * np.outer(d1, x), W2], [b1 - c.eta * d1, b2]).y[0, 0],
)

# ------------------------------------------------------------------- sigmoid, cross-entropy, two examples

c = CASES["eighth sigmoid"]
x, t, y, h, z1, z2, e = c.x, c.t, c.y, c.a[0], c.z[0], c.z[1], c.y - c.t
(W1, W2), (b1, b2), d2, d1 = c.weights, c.biases, c.dC_dz[1], c.dC_dz[0]
s2 = e * y * (1 - y)

wrong(c, ("z", 1, 0), "both neurons' b", "other bias", W2[0] @ h[0] + b2.sum())
wrong(c, ("a", 1, 0), "the key 10^x, not e^x", "other activation", 1 / (1 + 10 ** -z2[0, 0]))
wrong(c, ("a", 0, 0), "1 / 1 + e^−z as typed, no b", "other activation + no bias", 1 / 1 + np.exp(-W1[0] @ x[0]))
wrong(
    c,
    ("a", 1, 1),
    "e^z in the hidden layer, b twice",
    "minus z + bias twice",
    sigma(W2[1] @ sigma(-z1[0]) + 2 * b2[1]),
)
wrong(c, ("C",), "log₁₀ of the outputs, 1 − t left out", "logarithm + part of loss", -(t[0] @ np.log10(y[0])))
wrong(
    c,
    ("L",),
    "mean of all four",
    "MEAN | over n + mean of terms",
    np.mean(-(t * np.log(y) + (1 - t) * np.log(1 - y))),
)
wrong(c, ("dC_da", 1, 0), "log₁₀ derived", "logarithm", 1 / ((1 - y[0, 0]) * np.log(10)))
wrong(c, ("dC_dz", 1, 1), "e (1 − e) multiplies", "slope of error", e[0, 1] * e[0, 1] * (1 - e[0, 1]))
wrong(c, ("dC_da", 0, 1), "row for column, σ′ as well", "transposed + output slope", W2[1] @ s2[0])
wrong(
    c,
    ("dC_dz", 0, 0),
    "z (1 − z), σ′ at the output",
    "slope point + output slope",
    (s2[0] @ W2[:, 0]) * z1[0, 0] * (1 - z1[0, 0]),
)
wrong(
    c,
    ("dC_dz", 0, 1),
    "the mean of the two paths",
    "mean of terms | half | over n",
    np.mean(d2[0] * W2[:, 1]) * h[0, 1] * (1 - h[0, 1]),
)
wrong(
    c,
    ("dL_dw", 1, 0, 1),
    "the other example's a",
    "one example | other source",
    d2[0, 0] * h[1, 1] + d2[1, 0] * h[0, 1],
)
wrong(c, ("dL_dw", 0, 1, 2), "t − y, the second example alone", "one example + TURNED", -d1[1, 1] * x[1, 2])
wrong(c, ("dL_db", 0, 1), "one sum over everything", "sum over all", d1.sum())
wrong(c, ("new_w", 1, 1, 0), "one update an example", "one at a time", one_at_a_time(c).weights[1][1, 0])
wrong(
    c,
    ("new_b", 0, 1),
    "∂L/∂w of the first wire, added",
    "dw for db + PLUS | bias fed + PLUS",
    b1[1] + c.eta * (d1[:, 1] @ x[:, 0]),
)

# ------------------------------------------------------------------- tanh, sigmoid, tanh, identity

c = CASES["eighth four layers"]
x, t, y = c.x[0], c.t[0, 0], c.y[0, 0]
u, v, q = (a[0] for a in c.a[:3])
zu, zv, zq = (z[0] for z in c.z[:3])
(W1, W2, W3, W4), (b1, b2, b3, b4) = c.weights, c.biases
(d1, d2, d3), e = (d[0] for d in c.dC_dz[:3]), y - t

wrong(
    c,
    ("z", 1, 0),
    "z fed on, column for row",
    "fed z + transposed | no activation + transposed",
    zu @ W2[:, 0] + b2[0],
)
wrong(c, ("z", 3, 0), "the third layer skipped", "layer missing | other source", W4[0] @ v + b4[0])
wrong(c, ("a", 2, 1), "the key sinh", "other activation", np.sinh(zq[1]))
wrong(c, ("a", 1, 0), "mean of the products", "mean of terms", sigma(np.mean(W2[0] * u) + b2[0]))
wrong(c, ("a", 0, 1), "2 σ(z) − 1, z not doubled", "other activation | half", 2 * sigma(zu[1]) - 1)
wrong(
    c,
    ("dC_dz", 3, 0),
    "1 − y² at a linear output, t − y",
    "output slope + TURNED | other slope + TURNED",
    -e * (1 - y * y),
)
wrong(c, ("dC_da", 2, 0), "as it is, without the wire", "no weights", e)
wrong(c, ("dC_dz", 2, 1), "the slope of the layer before", "slope place", e * W4[0, 1] * v[1] * (1 - v[1]))
wrong(
    c,
    ("dC_dz", 1, 0),
    "∂C/∂a goes back",
    "not delta | slope missing",
    v[0] * (1 - v[0]) * (c.dC_da[2][0] @ W3[:, 0]),
)
wrong(c, ("dC_dz", 1, 1), "the second layer's own weights", "other weights", v[1] * (1 - v[1]) * (d3 @ W2[:, 1]))
wrong(c, ("dC_da", 1, 1), "the lower path alone, a sign lost", "PATH + TURNED", -d3[1] * W3[1, 1])
wrong(
    c,
    ("dC_dz", 0, 0),
    "y − t at both neurons above",
    "output error | not delta",
    (1 - u[0] ** 2) * (W2[:, 0].sum() * e),
)
wrong(
    c,
    ("dC_dz", 0, 1),
    "the upper path, slope squared",
    "PATH + slope twice",
    (1 - u[1] ** 2) ** 2 * d2[0] * W2[0, 1],
)
wrong(c, ("dC_dw", 2, 1, 0), "the other way round", "gradient transposed", d3[0] * v[1])
wrong(c, ("dC_dw", 1, 0, 1), "slope of what feeds", "feeds slope", d2[0] * (1 - u[1] ** 2))
wrong(c, ("dC_db", 2, 0), "a multiplies, as for w", "bias fed | dw for db | other quantity", d3[0] * v[0])
wrong(c, ("new_w", 3, 0, 1), "plus η²", "eta twice + PLUS", W4[0, 1] + c.eta**2 * e * q[1])

# ------------------------------------------------------------------- leaky ReLU, sigmoid, cross-entropy

c = CASES["eighth leaky"]
x, t, y, h, z1, z2, e = c.x[0], c.t[0], c.y[0], c.a[0][0], c.z[0][0], c.z[1][0], c.y[0] - c.t[0]
(W1, W2), (b1, b2), d2, d1 = c.weights, c.biases, c.dC_dz[1][0], c.dC_dz[0][0]

wrong(c, ("a", 0, 0), "0.1 z below 0", "other activation", 0.1 * z1[0])
wrong(c, ("z", 1, 2), "no signs of the weights, no b", "weight size + no bias", np.abs(W2[2]) @ h)
wrong(c, ("a", 1, 1), "b added last", "bias after", sigma(W2[1] @ h) + b2[1])
wrong(c, ("C",), "−ln y of every output", "no target | other target", -np.log(y).sum())
wrong(c, ("dC_da", 1, 1), "−1 / (1 − y)", "TURNED", -1 / (1 - y[1]))
wrong(c, ("dC_da", 0, 1), "two of three paths", "PATH", d2[0] * W2[0, 1] + d2[1] * W2[1, 1])
wrong(c, ("dC_da", 0, 0), "mean, t − y", "MEAN + TURNED", np.mean(-d2 * W2[:, 0]))
wrong(c, ("dC_dz", 0, 0), "ReLU: nothing comes back", "other slope | zero", 0.0 * abs(d2 @ W2[:, 0]))
wrong(c, ("dC_dz", 0, 0), "0.1, the last path alone", "other slope + PATH", 0.1 * d2[2] * W2[2, 0])
wrong(c, ("dC_dw", 1, 1, 1), "η in it already", "eta in gradient | other quantity", c.eta * d2[1] * h[1])
wrong(c, ("dC_dw", 0, 1, 0), "the other input", "other source | beside", d1[1] * x[1])
wrong(c, ("dC_dw", 1, 2, 0), "z feeds, t − y", "feeds z + TURNED | feeds z + error power", -d2[2] * z1[0])
wrong(c, ("new_w", 1, 0, 1), "its sign for the gradient", "clipped", W2[0, 1] - c.eta * np.sign(d2[0] * h[1]))
wrong(c, ("new_b", 1, 1), "b for its gradient", "weight for gradient", b2[1] - c.eta * b2[1])

# ------------------------------------------------------------------- GELU, identity, two examples

c = CASES["eighth gelu"]
x, t, y, h, z1, e = c.x, c.t, c.y, c.a[0], c.z[0], c.y - c.t
(W1, W2), (b1, b2), d2, d1 = c.weights, c.biases, c.dC_dz[1], c.dC_dz[0]
phi = h / z1  # Φ(z), since GELU is z Φ(z)

wrong(c, ("a", 0, 0), "Φ(z), z forgotten", "no z | other activation", phi[0, 0])
wrong(c, ("a", 0, 1), "½ forgotten", "double", 2 * h[0, 1])
wrong(c, ("z", 1, 1), "w + a", "added", (W2[1] + h[0]).sum() + b2[1])
wrong(c, ("C",), "the first output alone, no ½", "part of loss + double | one term + double", e[0, 0] ** 2)
wrong(
    c,
    ("L",),
    "the two examples' targets exchanged",
    "targets apart | other target",
    0.5 * ((y - t[::-1]) ** 2).sum(),
)
wrong(
    c,
    ("dC_dz", 1, 0),
    "the other example's target, sign turned",
    "targets apart + TURNED | other target + TURNED",
    t[1, 0] - y[0, 0],
)
wrong(c, ("dC_da", 0, 0), "row for column, no ½", "transposed + double | transposed + times n", 2 * (W2[0] @ d2[0]))
wrong(
    c,
    ("dC_dz", 0, 1),
    "z φ(z) alone",
    "product rule | other slope",
    (d2[0] @ W2[:, 1]) * (gelu_slope(z1[0, 1]) - phi[0, 1]),
)
wrong(c, ("dC_dz", 0, 0), "1 − a²", "other slope", (d2[0] @ W2[:, 0]) * (1 - h[0, 0] ** 2))
wrong(c, ("dL_dw", 0, 0, 2), "sizes of x", "feed altered", d1[:, 0] @ np.abs(x[:, 2]))
wrong(
    c,
    ("dL_db", 0, 1),
    "the first example alone, no slope",
    "one example + slope missing | other quantity + slope missing | one example + other quantity",
    d2[0] @ W2[:, 1],
)
wrong(
    c,
    ("new_w", 1, 1, 1),
    "a penalty on the weight",
    "extra term",
    W2[1, 1] - c.eta * (d2[:, 1] @ h[:, 1] + 0.4 * W2[1, 1]),
)
wrong(
    c,
    ("new_b", 1, 0),
    "the mean, without η",
    "no eta + STEP MEAN | no eta + half | own eta",
    b2[0] - d2[:, 0].mean(),
)
wrong(
    c,
    ("new_z", 1, 1),
    "a of the old pass",
    "not updated | old pass | zero",
    (W2[1] - c.eta * c.dL_dw[1][1]) @ h[0] + b2[1] - c.eta * d2[:, 1].sum(),
)

# ------------------------------------------------------------------- GELU, softmax

c = CASES["eighth gelu softmax"]
x, t, y, h, z1, z2, e = c.x[0], c.t[0], c.y[0], c.a[0][0], c.z[0][0], c.z[1][0], c.y[0] - c.t[0]
(W1, W2), (b1, b2), d2, d1 = c.weights, c.biases, c.dC_dz[1][0], c.dC_dz[0][0]
k = int(t.argmax())

wrong(c, ("a", 1, 2), "σ of each output", "other activation", sigma(z2[2]))
wrong(c, ("z", 1, 0), "column for row, b twice", "transposed + bias twice", W2[:, 0] @ h + 2 * b2[0])
wrong(c, ("C",), "the second class", "other target", -np.log(y[1]))
wrong(c, ("C",), "a third of log₁₀", "logarithm + MEAN", -np.log10(y[k]) / 3)
wrong(
    c,
    ("dC_dz", 1, 1),
    "2 y · y (1 − y)",
    "double + output slope | double + jacobian | double + other slope | double + slope of error",
    2 * e[1] * y[1] * (1 - y[1]),
)
wrong(c, ("dC_da", 0, 0), "y goes back through the row", "no target + transposed", W2[0] @ y)
wrong(c, ("dC_da", 0, 1), "weights squared", "weight size", W2[:, 1] ** 2 @ d2)
wrong(c, ("dC_dz", 0, 1), "the slope at a", "slope point", (d2 @ W2[:, 1]) * gelu_slope(h[1]))
wrong(c, ("dC_dz", 0, 0), "plus the slope", "slope added", d2 @ W2[:, 0] + gelu_slope(z1[0]))
wrong(
    c,
    ("dC_dz", 0, 2),
    "divided by the slope, t − y",
    "slope divides + TURNED",
    -(d2 @ W2[:, 2]) / gelu_slope(z1[2]),
)
wrong(c, ("dC_dw", 0, 0, 1), "a multiplies too", "extra a", d1[0] * x[1] * h[0])
wrong(c, ("dC_dw", 1, 0, 2), "y feeds, t − y", "feeds own a + TURNED", -d2[0] * y[0])
wrong(c, ("new_w", 1, 0, 0), "w (1 − η g)", "brackets", W2[0, 0] * (1 - c.eta * d2[0] * h[0]))
wrong(c, ("new_b", 1, 0), "the gradient itself", "step alone | other quantity", d2[0])
wrong(
    c,
    ("new_a", 1, 0),
    "biases stay",
    "not updated",
    network(c, [W1 - c.eta * c.dL_dw[0], W2 - c.eta * c.dL_dw[1]], [b1, b2]).y[0, 0],
)

# ------------------------------------------------------------------- sigmoid, softmax, squared error, two examples

c = CASES["eighth softmax squared"]
x, t, y, h, z1, z2, e = c.x, c.t, c.y, c.a[0], c.z[0], c.z[1], c.y - c.t
(W1, W2), (b1, b2), d2, d1 = c.weights, c.biases, c.dC_dz[1], c.dC_dz[0]
j2 = e * y * (1 - y)  # as if softmax were one slope an output
j1 = (j2 @ W2) * h * (1 - h)

wrong(c, ("z", 0, 0), "x scaled to length 1", "normalised", W1[0] @ (x[0] / np.sqrt(x[0] @ x[0])) + b1[0])
wrong(c, ("a", 0, 1), "σ twice, no b", "activation twice + no bias", sigma(sigma(W1[1] @ x[0])))
wrong(c, ("C",), "the right class alone", "part of loss | one term", 0.5 * e[0, 1] ** 2)
wrong(c, ("L",), "z before softmax", "z for y | no activation", 0.5 * ((z2 - t) ** 2).sum())
wrong(
    c,
    ("dC_dz", 1, 0),
    "y (1 − y), no ½",
    "jacobian + double | jacobian + times n | other slope + double",
    2 * j2[0, 0],
)
wrong(
    c,
    ("dC_dz", 1, 1),
    "the other outputs' part alone",
    "other slope | PATH",
    -y[0, 1] * (e[0, 0] * y[0, 0] + e[0, 2] * y[0, 2]),
)
wrong(
    c,
    ("dC_da", 0, 1),
    "y (1 − y), the right class's path alone",
    "jacobian + PATH | other slope + PATH",
    j2[0, 1] * W2[1, 1],
)
wrong(c, ("dC_dz", 0, 0), "a forgotten in a (1 − a)", "other slope", (d2[0] @ W2[:, 0]) * (1 - h[0, 0]))
wrong(c, ("dC_dz", 0, 1), "σ′ at x", "slope point", (d2[0] @ W2[:, 1]) * sigma(x[0, 1]) * (1 - sigma(x[0, 1])))
wrong(
    c,
    ("dL_dw", 1, 2, 0),
    "y − t, mean",
    "output slope missing + MEAN | output slope missing + half",
    np.mean(e[:, 2] * h[:, 0]),
)
wrong(c, ("dL_dw", 0, 0, 1), "the other way round", "gradient transposed", d1[:, 1] @ x[:, 0])
wrong(c, ("dL_db", 1, 0), "y (1 − y)", "jacobian | other slope", j2[:, 0].sum())
wrong(
    c,
    ("new_b", 0, 1),
    "the first example alone, added",
    "one example + PLUS | one example + error power",
    b1[1] + c.eta * d1[0, 1],
)
wrong(c, ("new_w", 1, 0, 1), "y − t in the gradient", "output slope missing", W2[0, 1] - c.eta * (e[:, 0] @ h[:, 1]))
wrong(c, ("new_C",), "two updates", "twice updated | one update", c.moved().moved().C[0])

# ------------------------------------------------------------------- relu, softmax, four examples

c = CASES["eighth relu softmax"]
x, t, y, h, z1, z2, e = c.x, c.t, c.y, c.a[0], c.z[0], c.z[1], c.y - c.t
(W1, W2), (b1, b2), d2, d1 = c.weights, c.biases, c.dC_dz[1], c.dC_dz[0]

wrong(c, ("a", 1, 1), "e^−z", "minus z", VALUE["softmax"](-z2)[0, 1])
wrong(c, ("a", 0, 0), "σ for ReLU, b subtracted", "other activation + bias sign", sigma(W1[0] @ x[0] - b1[0]))
wrong(c, ("L",), "the first example left out", "batch dropped | one example", c.C[1:].sum())
wrong(c, ("C",), "the second example's target", "targets apart | other target", -np.log(y[0]) @ t[1])
wrong(c, ("dC_da", 1, 1), "a quarter, + t / y", "over n + sign", t[0, 1] / y[0, 1] / 4)
wrong(c, ("dC_dz", 1, 1), "y + t", "plus target", y[0, 1] + t[0, 1])
wrong(c, ("dC_dz", 0, 0), "a for ReLU's slope", "value for slope | extra a | other slope", (d2[0] @ W2[:, 0]) * h[0, 0])
wrong(
    c,
    ("dC_dz", 0, 1),
    "1 − tanh², the right class's path",
    "other slope + PATH",
    d2[0, 1] * W2[1, 1] * (1 - np.tanh(z1[0, 1]) ** 2),
)
wrong(c, ("dL_dw", 0, 0, 2), "dead ones counted, mean", "slope missing + MEAN", np.mean((d2 @ W2[:, 0]) * x[:, 2]))
wrong(c, ("dL_dw", 1, 0, 1), "sum times sum", "sums multiplied", d2[:, 0].sum() * h[:, 1].sum())
wrong(c, ("dL_db", 1, 0), "the sizes summed", "error power", np.abs(d2[:, 0]).sum())
wrong(
    c,
    ("dL_db", 1, 2),
    "the first left out, t − y",
    "batch dropped + TURNED | one example + TURNED",
    -d2[1:, 2].sum(),
)
wrong(c, ("new_w", 1, 1, 0), "one update an example", "one at a time", one_at_a_time(c).weights[1][1, 0])
wrong(c, ("new_b", 1, 1), "0.1 for η, and added", "own eta + PLUS", b2[1] + 0.1 * d2[:, 1].sum())
wrong(
    c,
    ("new_C",),
    "the first example's gradient alone",
    "one example",
    network(c, chosen(c, [0]).moved().weights, chosen(c, [0]).moved().biases).C[0],
)

# ------------------------------------------------------------------- sigmoid, relu, sigmoid, three examples

c = CASES["eighth sigmoid relu"]
x, t, y, u, v, e = c.x, c.t, c.y, c.a[0], c.a[1], c.y - c.t
(W1, W2, W3), (b1, b2, b3) = c.weights, c.biases
d1, d2, d3 = c.dC_dz

wrong(c, ("z", 1, 0), "1 − σ fed on", "minus z", W2[0] @ (1 - u[0]) + b2[0])
wrong(c, ("a", 2, 0), "tanh, no b", "other activation + no bias", np.tanh(W3[0] @ v[0]))
wrong(c, ("C",), "y to one decimal", "rounded", -np.log(1 - np.round(y[0, 0], 1)))
wrong(c, ("L",), "mean of log₁₀", "logarithm + MEAN", -np.mean(t * np.log10(y) + (1 - t) * np.log10(1 - y)))
wrong(
    c,
    ("dC_dz", 2, 0),
    "½ (y − t), σ′",
    "half + output slope | half + other slope | half + slope of error | error power + other slope",
    0.5 * e[0, 0] * y[0, 0] * (1 - y[0, 0]),
)
wrong(c, ("dC_da", 1, 0), "through the new weight", "updated", (W3[0, 0] - c.eta * c.dL_dw[2][0, 0]) * d3[0, 0])
wrong(
    c,
    ("dC_da", 0, 1),
    "σ's slope in the ReLU layer",
    "other slope | slope point",
    (c.dC_da[1][0] * v[0] * (1 - v[0])) @ W2[:, 1],
)
wrong(
    c,
    ("dC_dz", 1, 0),
    "no wire, σ′ at the output",
    "no weights + output slope | no weights + other slope | no weights + slope of error",
    e[0, 0] * y[0, 0] * (1 - y[0, 0]),
)
wrong(c, ("dC_dz", 0, 0), "a (1 + a)", "other slope", (d2[0] @ W2[:, 0]) * u[0, 0] * (1 + u[0, 0]))
wrong(c, ("dC_dz", 0, 2), "1 − a², t − y", "other slope + TURNED", -(d2[0] @ W2[:, 2]) * (1 - u[0, 2] ** 2))
wrong(c, ("dL_dw", 2, 0, 0), "z of ReLU feeds", "feeds z", d3[:, 0] @ c.z[1][:, 0])
wrong(
    c,
    ("dL_dw", 1, 0, 2),
    "σ′ of what feeds, mean",
    "feeds slope + MEAN",
    np.mean(d2[:, 0] * u[:, 2] * (1 - u[:, 2])),
)
wrong(c, ("dL_db", 2, 0), "σ′ as well", "output slope | other slope", (e * y * (1 - y)).sum())
wrong(c, ("dL_db", 0, 2), "over the neurons", "other axis", d1[2].sum())
wrong(c, ("new_w", 2, 0, 0), "η on w alone, added", "weight for gradient + PLUS", W3[0, 0] + c.eta * W3[0, 0])
wrong(c, ("new_b", 2, 0), "two steps at once", "double | twice updated | own eta", b3[0] - 2 * c.eta * d3[:, 0].sum())

# ------------------------------------------------------------------- tanh, leaky ReLU at the output

c = CASES["eighth tanh leaky"]
x, t, y, h, z1, z2, e = c.x[0], c.t[0], c.y[0], c.a[0][0], c.z[0][0], c.z[1][0], c.y[0] - c.t[0]
(W1, W2), (b1, b2), d2, d1 = c.weights, c.biases, c.dC_dz[1][0], c.dC_dz[0][0]

wrong(c, ("z", 1, 1), "x feeds, column for row", "fed x + transposed", W2[:, 1] @ x + b2[1])
wrong(c, ("a", 0, 1), "numerator and denominator exchanged", "other activation", 1 / np.tanh(z1[1]))
wrong(c, ("dC_dz", 1, 1), "the cost for its derivative", "error power", 0.5 * e[1] ** 2)
wrong(c, ("dC_dz", 1, 1), "0.01 above 0, t − y", "other slope + TURNED", -0.01 * e[1])
wrong(c, ("dC_da", 0, 0), "y − t goes back, row for column", "NO OUTPUT SLOPE + transposed", W2[0] @ e)
wrong(c, ("dC_dz", 0, 0), "1 − z²", "slope point", (d2 @ W2[:, 0]) * (1 - z1[0] ** 2))
wrong(c, ("dC_dz", 0, 1), "1 + a², row for column", "other slope + transposed", (W2[1] @ d2) * (1 + h[1] ** 2))
wrong(c, ("dC_dw", 1, 1, 0), "nothing feeds, no ½", "feeds nothing + double", 2 * d2[1])
wrong(c, ("dC_dw", 0, 0, 1), "w feeds, no slope", "feeds w + slope missing", (d2 @ W2[:, 0]) * W1[0, 1])
wrong(c, ("dC_db", 0, 1), "the neuron above", "beside | other source", d1[0])
wrong(c, ("new_b", 1, 1), "η forgotten, no ½", "no eta + double", b2[1] - 2 * d2[1])
wrong(
    c,
    ("new_z", 1, 1),
    "weights stay",
    "not updated",
    network(c, [W1, W2], [b1 - c.eta * d1, b2 - c.eta * d2]).z[1][0, 1],
)
wrong(c, ("new_C",), "plus", "PLUS", c.moved(sign=1.0).C[0])
