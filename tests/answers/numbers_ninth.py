"""A ninth set of wrong numbers, as a class works them out in an exam, by somebody who saw no verdict."""

import numpy as np
from entries import numbers_into, sigma
from reference import CASES, Case, gelu, softmax

NEW = (
    Case(
        "ninth leaky",
        [[[0.63, -1.24], [-0.87, 0.42], [0.36, 0.78]], [[0.58, -0.92, 1.17], [-1.36, 0.47, 0.77]]],
        [[0.16, -0.27, 0.41], [-0.34, 0.23]],
        ["leaky_relu", "tanh"],
        [[1.35, 0.52]],
        [[0.64, -0.73]],
        "squared_error",
        0.35,
    ),
    Case(
        "ninth rectified",
        [[[0.94, -0.57], [-0.66, 1.12], [0.38, 0.29]], [[0.72, 0.43, -1.08], [-0.54, 0.89, 0.61]], [[1.26, -0.83]]],
        [[0.17, 0.24, -0.31], [0.56, -0.22], [-0.45]],
        ["relu", "relu", "sigmoid"],
        [[0.84, 1.43], [1.57, -0.68]],
        [[1.0], [0.0]],
        "cross_entropy",
        0.07,
    ),
    Case(
        "ninth smoothed",
        [[[0.67, -0.42, 1.06], [-0.93, 0.58, 0.24]], [[0.88, -0.37], [-0.63, 1.14], [0.46, 0.71]]],
        [[-0.14, 0.33], [0.26, -0.48, 0.19]],
        ["gelu", "softmax"],
        [[0.77, 1.28, -0.36]],
        [[0.14, 0.62, 0.24]],
        "categorical_cross_entropy",
        1.7,
    ),
    Case(
        "ninth logistic",
        [[[1.13, -0.76], [0.48, 0.97]], [[-0.86, 1.34], [0.69, 0.53]]],
        [[-0.37, 0.28], [0.44, -0.62]],
        ["sigmoid", "sigmoid"],
        [[0.73, -1.16], [1.42, 0.35], [-0.58, 0.91]],
        [[0.12, 0.87], [0.93, 0.22], [0.18, 0.94]],
        "squared_error",
        4.2,
    ),
    Case(
        "ninth regression",
        [[[0.63, 0.82], [-1.07, 0.34], [0.76, -0.49]], [[1.43, -0.68, 0.91]]],
        [[0.21, -0.36, 0.13], [0.57]],
        ["tanh", "identity"],
        [[0.46, -0.83], [-1.24, 0.67], [0.95, 1.18], [1.53, -0.27]],
        [[-0.78], [1.36], [2.15], [0.42]],
        "squared_error",
        0.12,
    ),
    Case(
        "ninth classes",
        [[[0.86, -0.63], [0.47, 0.93], [-0.92, 0.58]], [[0.66, -1.13, 0.39], [-0.52, 0.84, 0.27], [1.09, 0.31, -0.79]]],
        [[0.18, -0.23, 0.32], [-0.16, 0.43, 0.29]],
        ["relu", "softmax"],
        [[1.22, 0.64], [0.37, 1.83]],
        [[0.0, 0.0, 1.0], [0.0, 1.0, 0.0]],
        "categorical_cross_entropy",
        0.65,
    ),
    Case(
        "ninth shares",
        [[[0.59, 1.27], [-0.81, 0.46]], [[1.32, -0.44], [0.26, 0.98], [-0.73, 0.64]]],
        [[-0.28, 0.39], [0.17, -0.34, 0.52]],
        ["sigmoid", "softmax"],
        [[1.14, -0.47], [-0.96, 0.85]],
        [[0.0, 1.0, 0.0], [1.0, 0.0, 0.0]],
        "squared_error",
        2.8,
    ),
    Case(
        "ninth mixed",
        [[[0.92, -0.54], [0.41, 0.83]], [[-0.77, 1.16], [0.64, -0.71]], [[0.87, -1.25], [0.56, 0.93]]],
        [[0.31, -0.18], [0.24, -0.42], [-0.13, -0.34]],
        ["gelu", "leaky_relu", "sigmoid"],
        [[0.68, 1.19]],
        [[0.91, 0.16]],
        "squared_error",
        5.5,
    ),
    Case(
        "ninth chain",
        [[[1.31], [-0.74]], [[0.82, -0.56], [0.43, 1.07]], [[-1.18, 0.79]]],
        [[-0.26, 0.38], [0.15, -0.62], [0.72]],
        ["sigmoid", "tanh", "sigmoid"],
        [[1.05]],
        [[0.23]],
        "cross_entropy",
        1.6,
    ),
)
CASES.update({case.name: case for case in NEW})
ENTRIES = []
wrong = numbers_into(ENTRIES, "ninth, ")


def through(c, weights=None, biases=None, x=None, t=None):
    """The same network, with other weights, biases or data where they are given."""
    x, t = c.x if x is None else x, c.t if t is None else t
    return Case(c.name, weights or c.weights, biases or c.biases, c.f, x, t, c.loss, c.eta)


def stepped(c, gw, gb, eta):
    """The network after a step along gradients of one's own."""
    w = [p - eta * g for p, g in zip(c.weights, gw, strict=True)]
    return through(c, w, [p - eta * g for p, g in zip(c.biases, gb, strict=True)])


def rows(c, *chosen):
    """The same network with some of the examples alone."""
    return through(c, x=c.x[list(chosen)], t=c.t[list(chosen)])


def one_by_one(c):
    """The network after one update for each example in turn, with new passes each time."""
    now = c
    for i in range(len(c.x)):
        one = rows(now, i)
        now = stepped(now, one.dL_dw, one.dL_db, c.eta)
    return now


def gelu_gate(z):
    """GELU's tanh form without the factor z."""
    return gelu(z) / z


def bell(z):
    return np.exp(-z * z / 2) / np.sqrt(2 * np.pi)


# ------------------------------------------------------------------- leaky ReLU, tanh, squared error

c = CASES["ninth leaky"]
x, t, y, h, z1, z2 = c.x[0], c.t[0], c.y[0], c.a[0][0], c.z[0][0], c.z[1][0]
(W1, W2), (b1, b2), (d1, d2), e = c.weights, c.biases, (c.dC_dz[0][0], c.dC_dz[1][0]), c.y[0] - c.t[0]

wrong(
    c, ("z", 1, 0), "the table of weights read on by twos", "other weights | order", W2.reshape(3, 2)[:, 0] @ h + b2[0]
)
wrong(c, ("a", 0, 1), "a leak of 0.1", "other activation", 0.1 * z1[1])
wrong(c, ("a", 1, 0), "σ for tanh, b forgotten", "other activation + no bias", sigma(W2[0] @ h))
wrong(c, ("C",), "the errors are added first, then squared", "sums multiplied", 0.5 * e.sum() ** 2)
wrong(c, ("C",), "target added, no ½", "plus target + double", ((y + t) ** 2).sum())
wrong(c, ("dC_da", 1, 1), "the target of the neuron above", "other target", y[1] - t[0])
wrong(c, ("dC_dz", 1, 0), "1 − tanh² of y, not of z", "slope point", e[0] * (1 - np.tanh(y[0]) ** 2))
wrong(
    c,
    ("dC_dz", 1, 1),
    "1 − y, the square forgotten, and t − y",
    "other slope + swapped | other slope + sign",
    -e[1] * (1 - y[1]),
)
wrong(
    c,
    ("dC_da", 0, 2),
    "the lower path alone, and y − t goes back",
    "one path + output slope missing | one path + not delta",
    e[1] * W2[1, 2],
)
wrong(
    c,
    ("dC_dz", 0, 1),
    "the leak taken as −0.01, as z is below 0",
    "other slope | sign | swapped",
    -0.01 * (W2[:, 1] @ d2),
)
wrong(
    c,
    ("dC_dz", 0, 2),
    "the output's weights have taken their step, and y − t goes back",
    "updated + output slope missing | updated + not delta",
    e @ (W2 - c.eta * np.outer(d2, h))[:, 2],
)
wrong(c, ("dC_dw", 0, 0, 1), "the first input for the second", "other source | beside | other quantity", d1[0] * x[0])
wrong(
    c,
    ("dC_dw", 0, 1, 0),
    "leak forgotten, η multiplied in",
    "slope missing + eta in gradient | other slope + eta in gradient",
    c.eta * (W2[:, 1] @ d2) * x[0],
)
wrong(c, ("dC_dw", 1, 1, 2), "1 − y² once more", "slope twice", d2[1] * (1 - y[1] ** 2) * h[2])
wrong(c, ("new_w", 1, 1, 0), "η times the bracket (w − g)", "brackets", c.eta * (W2[1, 0] - d2[1] * h[0]))
wrong(c, ("new_b", 0, 2), "divided by η, and added", "eta divides + uphill", b1[2] + d1[2] / c.eta)
wrong(
    c,
    ("new_z", 1, 0),
    "new output weights, but the a of before",
    "not updated",
    (W2[0] - c.eta * d2[0] * h) @ h + b2[0] - c.eta * d2[0],
)

# ------------------------------------------------------------------- ReLU, ReLU, sigmoid, two examples, cross-entropy

c = CASES["ninth rectified"]
x, t, y, u, v = c.x, c.t[:, 0], c.y[:, 0], c.a[0], c.a[1]
(W1, W2, W3), (b1, b2, b3), (d1, d2, d3) = c.weights, c.biases, c.dC_dz
zu, zv, zy, e = *c.z[:2], c.z[2][:, 0], c.y[:, 0] - c.t[:, 0]

wrong(
    c,
    ("z", 1, 0),
    "b of the layer before, sizes of the weights",
    "other bias + weight size",
    np.abs(W2[0]) @ u[0] + b1[0],
)
wrong(c, ("z", 1, 1), "all the biases of the layer", "other bias", W2[1] @ u[0] + b2.sum())
wrong(
    c,
    ("a", 2, 0),
    "e^z in the denominator, b subtracted",
    "minus z + bias sign",
    1 / (1 + np.exp(W3[0] @ v[0] - b3[0])),
)
wrong(c, ("L",), "the minus before the first logarithm only", "sign", -np.log(y[0]) + np.log(1 - y[1]))
wrong(c, ("dC_da", 2, 0), "derived as if log were to base 10", "logarithm", -1 / (y[0] * np.log(10)))
wrong(
    c,
    ("dC_dz", 2, 0),
    "σ′ from the squared error, whose ½ is left out",
    "output slope + double",
    2 * e[0] * y[0] * (1 - y[0]),
)
wrong(c, ("dC_dz", 1, 0), "slope times wire, no error", "error missing | other quantity", W3[0, 0])
wrong(c, ("dC_dz", 1, 1), "a (1 − a) in a ReLU layer", "other slope", e[0] * W3[0, 1] * v[0, 1] * (1 - v[0, 1]))
wrong(c, ("dC_da", 0, 1), "along the row", "transposed | other weights", d2[0] @ W2[1, :2])
wrong(c, ("dC_dz", 0, 0), "the second example's, sign turned", "one example + swapped | one example + sign", -d1[1, 0])
wrong(c, ("dC_dz", 0, 1), "y − t straight back", "output error | other quantity", e[0])
wrong(c, ("dL_dw", 2, 0, 1), "z feeds: the dead neuron counts below 0", "feeds z", e @ zv[:, 1])
wrong(
    c,
    ("dL_dw", 1, 0, 1),
    "the examples of a in the other order",
    "one example | order",
    d2[:, 0] @ u[::-1, 1],
)
wrong(
    c,
    ("dL_db", 1, 1),
    "no slope, and the mean",
    "slope missing + over n | slope missing + half",
    c.dC_da[1][:, 1].mean(),
)
wrong(
    c,
    ("new_w", 1, 0, 0),
    "η in the gradient, and in the step once more",
    "eta twice | eta in gradient",
    W2[0, 0] - c.eta**2 * c.dL_dw[1][0, 0],
)
wrong(c, ("new_w", 0, 2, 1), "no η, and the first example alone", "no eta + one example", W1[2, 1] - d1[0, 2] * x[0, 1])
wrong(
    c,
    ("new_C",),
    "ten times η, as the decimal point slips",
    "own eta",
    stepped(c, c.dL_dw, c.dL_db, 10 * c.eta).C[0],
)

# ------------------------------------------------------------------- GELU, softmax, targets that are shares

c = CASES["ninth smoothed"]
x, t, y, h, z1, z2 = c.x[0], c.t[0], c.y[0], c.a[0][0], c.z[0][0], c.z[1][0]
(W1, W2), (b1, b2), (d1, d2), back = c.weights, c.biases, (c.dC_dz[0][0], c.dC_dz[1][0]), c.dC_da[0][0]

wrong(c, ("z", 1, 2), "z fed on, b of the neuron above", "fed z + other bias", W2[2] @ z1 + b2[1])
wrong(c, ("a", 0, 0), "z Φ(−z)", "minus z", z1[0] * gelu_gate(-z1[0]))
wrong(c, ("a", 0, 1), "Φ(z) without z", "no z", gelu_gate(z1[1]))
wrong(c, ("a", 1, 1), "odds: its own e^z missing below", "one term", np.exp(z2[1]) / (np.exp(z2[0]) + np.exp(z2[2])))
wrong(c, ("C",), "targets as if one-hot", "other target", -np.log(y[1]))
wrong(c, ("C",), "the entropy of the targets subtracted", "extra term", np.sum(t * np.log(t / y)))
wrong(c, ("C",), "the largest target's term alone, log to base 10", "part of loss + logarithm", -t[1] * np.log10(y[1]))
wrong(
    c,
    ("dC_da", 1, 0),
    "the term of the cost, not derived",
    "error power | other quantity | part of loss",
    -t[0] * np.log(y[0]),
)
wrong(
    c,
    ("dC_da", 1, 2),
    "a term for 1 − t as well, as of sigmoid outputs",
    "extra term",
    -t[2] / y[2] + (1 - t[2]) / (1 - y[2]),
)
wrong(c, ("dC_dz", 1, 1), "−t/y times y (1 − y)", "jacobian", -t[1] * (1 - y[1]))
wrong(c, ("dC_da", 0, 0), "the third class forgotten, y not reduced by t", "one path + no target", y[:2] @ W2[:2, 0])
wrong(
    c,
    ("dC_dz", 0, 1),
    "Φ + φ, the z before φ forgotten",
    "product rule | other slope",
    back[1] * (gelu_gate(z1[1]) + bell(z1[1])),
)
wrong(
    c,
    ("dC_dw", 0, 0, 2),
    "size of x, and no slope",
    "feed altered + slope missing | slope missing + sign | slope missing + swapped",
    back[0] * abs(x[2]),
)
wrong(c, ("dC_db", 1, 2), "y, no target", "no target | other quantity", y[2])
wrong(
    c,
    ("dC_db", 1, 1),
    "h multiplies, and t − y",
    "bias fed + swapped | bias fed + sign | dw for db + swapped | dw for db + sign",
    -d2[1] * h[0],
)
wrong(c, ("new_w", 0, 1, 0), "w (1 − η g)", "brackets", W1[1, 0] * (1 - c.eta * d1[1] * x[0]))
wrong(c, ("new_b", 1, 0), "1.7 read as 0.17, and plus", "own eta + uphill", b2[0] + 0.17 * d2[0])
wrong(
    c,
    ("new_a", 1, 1),
    "the output's biases alone are moved",
    "not updated",
    through(c, biases=[b1, b2 - c.eta * d2]).y[0, 1],
)

# ------------------------------------------------------------------- two layers of sigmoid, three examples

c = CASES["ninth logistic"]
x, t, y, h, z1, z2 = c.x, c.t, c.y, c.a[0], c.z[0], c.z[1]
(W1, W2), (b1, b2), (d1, d2), e, one_each = c.weights, c.biases, c.dC_dz, c.y - c.t, one_by_one(c)

wrong(c, ("a", 1, 1), "b after σ, and z fed on", "bias after + fed z", sigma(W2[1] @ z1[0]) + b2[1])
wrong(c, ("a", 1, 0), "1 / 1 + e^−z typed without brackets", "other activation", 1 / 1 + np.exp(-z2[0, 0]))
wrong(c, ("C",), "the distance, root and all", "error power", np.sqrt((e[0] ** 2).sum()))
wrong(c, ("C",), "the targets of the second row", "targets apart | other target", 0.5 * ((y[0] - t[1]) ** 2).sum())
wrong(
    c, ("L",), "the third example forgotten, no ½", "batch dropped + double | one example + double", (e[:2] ** 2).sum()
)
wrong(c, ("dC_da", 1, 1), "the ½ kept when deriving", "half | mean of terms", 0.5 * e[0, 1])
wrong(
    c,
    ("dC_da", 0, 1),
    "the upper path alone, through a weight that has moved",
    "updated + one path",
    d2[0, 0] * (W2 - c.eta * c.dL_dw[1])[0, 1],
)
wrong(
    c,
    ("dC_dz", 0, 1),
    "the output's y (1 − y)",
    "slope place | slope point",
    (d2[0] @ W2[:, 1]) * y[0, 1] * (1 - y[0, 1]),
)
wrong(
    c,
    ("dC_dz", 0, 0),
    "σ′ of the neuron below, no slope at the output",
    "other source + output slope missing | other source + not delta | slope point + output slope missing",
    (e[0] @ W2[:, 0]) * h[0, 1] * (1 - h[0, 1]),
)
wrong(c, ("dL_dw", 1, 0, 0), "σ′ of what feeds", "feeds slope", d2[:, 0] @ (h[:, 0] * (1 - h[:, 0])))
wrong(
    c,
    ("dL_dw", 0, 1, 0),
    "row and column exchanged, and the mean",
    "gradient transposed + over n | beside + over n",
    (d1[:, 0] @ x[:, 1]) / 3,
)
wrong(c, ("dL_db", 0, 0), "both neurons in one sum", "sum over all", d1.sum())
wrong(c, ("new_w", 1, 0, 0), "one example after another", "one at a time", one_each.weights[1][0, 0])
wrong(c, ("new_b", 0, 1), "two updates", "twice updated | one update", c.moved().moved().biases[0][1])
wrong(
    c,
    ("new_w", 0, 0, 0),
    "the last example's gradient, and plus",
    "one example + uphill",
    W1[0, 0] + c.eta * d1[2, 0] * x[2, 0],
)
wrong(c, ("new_C",), "one example after another", "one at a time", one_each.C[0])
wrong(
    c,
    ("new_L",),
    "the third example forgotten, and plus",
    "batch dropped + uphill | one example + uphill",
    stepped(c, rows(c, 0, 1).dL_dw, rows(c, 0, 1).dL_db, -c.eta).L,
)

# ------------------------------------------------------------------- tanh, one linear output, four examples

c = CASES["ninth regression"]
x, t, y, h, z1 = c.x, c.t[:, 0], c.y[:, 0], c.a[0], c.z[0]
(W1, W2), (b1, b2), (d1, d2), e = c.weights, c.biases, c.dC_dz, c.y[:, 0] - c.t[:, 0]

wrong(c, ("z", 0, 1), "x to one decimal", "rounded", W1[1] @ np.round(x[0], 1) + b1[1])
wrong(
    c,
    ("z", 1, 0),
    "the third hidden neuron forgotten, b twice",
    "one term + bias twice",
    W2[0, :2] @ h[0, :2] + 2 * b2[0],
)
wrong(c, ("a", 0, 2), "(e^z − e^−z) / 2", "other activation", np.sinh(z1[0, 2]))
wrong(c, ("a", 0, 0), "2 σ(z) − 1", "other activation | mean of terms", 2 * sigma(z1[0, 0]) - 1)
wrong(c, ("C",), "the error without a square", "error power | other quantity", e[0])
wrong(c, ("L",), "mean square", "half | double + over n | double + mean of terms", np.mean(e**2))
wrong(
    c, ("L",), "targets read one row too low", "targets apart | other target", 0.5 * ((y - np.roll(t, -1)) ** 2).sum()
)
wrong(c, ("dC_da", 1, 0), "y + t, twice", "plus target + double", 2 * (y[0] + t[0]))
wrong(
    c,
    ("dC_da", 0, 2),
    "the mean error of all four goes back",
    "one example | one example + over n",
    e.mean() * W2[0, 2],
)
wrong(
    c,
    ("dC_da", 0, 1),
    "the minus of the weight overlooked, factor 2",
    "weight size + double | sign + double | swapped + double",
    2 * e[0] * abs(W2[0, 1]),
)
wrong(c, ("dC_dz", 0, 0), "1 − a", "other slope", e[0] * W2[0, 0] * (1 - h[0, 0]))
wrong(
    c,
    ("dC_dz", 0, 2),
    "1 − z², of the second example",
    "slope point + one example",
    e[0] * W2[0, 2] * (1 - z1[1, 2] ** 2),
)
wrong(c, ("dL_dw", 0, 1, 0), "the minus signs of x overlooked", "feed altered", d1[:, 1] @ np.abs(x[:, 0]))
wrong(
    c,
    ("dL_dw", 0, 2, 1),
    "sum times sum, no slope",
    "sums multiplied + slope missing",
    c.dC_da[0][:, 2].sum() * x[:, 1].sum(),
)
wrong(c, ("dL_dw", 1, 0, 2), "each example's product cut to ±1", "clipped", np.clip(e * h[:, 2], -1, 1).sum())
wrong(
    c,
    ("dL_dw", 1, 0, 0),
    "the bias's gradient with its sign turned",
    "feeds nothing + swapped | dw for db + sign | feeds nothing + sign | dw for db + swapped",
    -e.sum(),
)
wrong(c, ("dL_db", 1, 0), "sizes of the errors", "error power", np.abs(e).sum())
wrong(
    c,
    ("new_w", 1, 0, 0),
    "the step of the mean gradient alone",
    "step alone + step over n | step alone + over n",
    -c.eta * np.mean(e * h[:, 0]),
)
wrong(
    c,
    ("new_L",),
    "η times 4, as there are four examples",
    "times n | own eta",
    stepped(c, c.dL_dw, c.dL_db, 4 * c.eta).L,
)

# ------------------------------------------------------------------- ReLU, softmax, two examples

c = CASES["ninth classes"]
x, t, y, h, z1, z2 = c.x, c.t, c.y, c.a[0], c.z[0], c.z[1]
(W1, W2), (b1, b2), (d1, d2) = c.weights, c.biases, c.dC_dz

wrong(c, ("z", 0, 0), "b multiplies the sum", "bias times", (W1[0] @ x[0]) * b1[0])
wrong(
    c,
    ("z", 1, 0),
    "the second weight of the row without its minus, z fed on",
    "weight size + fed z",
    np.abs(W2[0]) @ z1[0] + b2[0],
)
wrong(c, ("a", 0, 2), "the minus dropped: |z|", "other activation | minus z | no activation + sign", abs(z1[0, 2]))
wrong(c, ("a", 1, 0), "e^−z throughout", "minus z", softmax(-z2)[0, 0])
wrong(c, ("dC_da", 1, 2), "y of the second example", "one example", -1 / y[1, 2])
wrong(
    c,
    ("dC_dz", 1, 1),
    "classes counted from 1: the target stands a place too early",
    "other target | targets apart | one example",
    y[0, 1] - 1,
)
wrong(c, ("dC_da", 0, 2), "∂C/∂y goes back", "not delta | output slope missing", c.dC_da[1][0] @ W2[:, 2])
wrong(
    c,
    ("dC_dz", 0, 2),
    "a dead neuron alive, t − y",
    "slope missing + swapped | slope missing + sign",
    -(d2[0] @ W2[:, 2]),
)
wrong(
    c,
    ("dL_dw", 0, 2, 1),
    "the slope of the second example for both",
    "slope point | slope missing | one example",
    c.dC_da[0][:, 2] @ x[:, 1],
)
wrong(
    c,
    ("dL_dw", 1, 2, 0),
    "mean, target minus output",
    "over n + swapped | over n + sign | half + swapped | half + sign",
    -np.mean(d2[:, 2] * h[:, 0]),
)
wrong(c, ("dL_dw", 1, 1, 1), "y, no target", "no target", y[:, 1] @ h[:, 1])
wrong(
    c,
    ("dL_db", 1, 2),
    "the first row's target for both",
    "targets apart | one example | other target",
    (y[:, 2] - t[0, 2]).sum(),
)
wrong(c, ("new_w", 1, 2, 1), "the first example alone, no η", "one example + no eta", W2[2, 1] - d2[0, 2] * h[0, 1])
wrong(c, ("new_z", 0, 0), "the weights moved, the biases not", "not updated", c.moved(biases=False).z[0][0, 0])
wrong(
    c,
    ("new_a", 1, 2),
    "uphill, of the first example alone",
    "uphill + one example",
    stepped(c, rows(c, 0).dL_dw, rows(c, 0).dL_db, -c.eta).y[0, 2],
)

# ------------------------------------------------------------------- sigmoid, softmax, two examples, squared error

c = CASES["ninth shares"]
x, t, y, h, z1, z2 = c.x, c.t, c.y, c.a[0], c.z[0], c.z[1]
(W1, W2), (b1, b2), (d1, d2), e, back = c.weights, c.biases, c.dC_dz, c.y - c.t, c.dC_da[0]
own = e * y * (1 - y)

wrong(c, ("z", 1, 1), "the weights of the row below", "other weights", W2[2] @ h[0] + b2[1])
wrong(c, ("a", 0, 1), "b multiplies, e^z below", "bias times + minus z", sigma(-(W1[1] @ x[0]) * b1[1]))
wrong(c, ("a", 1, 1), "softmax of the softmax", "activation twice", softmax(y)[0, 1])
wrong(c, ("a", 1, 0), "σ for each output", "other activation", sigma(z2[0, 0]))
wrong(c, ("C",), "the right class alone, no ½", "part of loss + double | one term + double", e[0, 1] ** 2)
wrong(c, ("L",), "all six squares averaged", "double + mean of terms | mean of terms", np.mean(e**2))
wrong(
    c, ("dC_da", 1, 1), "y, as if it were to be 0", "no target | other target | targets apart | other quantity", y[0, 1]
)
wrong(
    c, ("dC_dz", 1, 0), "y e, without the sum over the others", "jacobian | other slope | one term", e[0, 0] * y[0, 0]
)
wrong(
    c,
    ("dC_dz", 1, 1),
    "plus between the outputs in softmax's table",
    "other slope | sign",
    own[0, 1] + y[0, 1] * (e[0, 0] * y[0, 0] + e[0, 2] * y[0, 2]),
)
wrong(
    c,
    ("dC_dz", 1, 2),
    "σ′(z) for softmax's, target minus output",
    "other slope + swapped | other slope + sign",
    -e[0, 2] * sigma(z2[0, 2]) * (1 - sigma(z2[0, 2])),
)
wrong(c, ("dC_da", 0, 0), "y (1 − y) for each output goes back", "jacobian", own[0] @ W2[:, 0])
wrong(
    c,
    ("dC_da", 0, 1),
    "y − t goes back, and the three paths are averaged",
    "output slope missing + mean of terms | not delta + mean of terms",
    np.mean(e[0] * W2[:, 1]),
)
wrong(c, ("dC_dz", 0, 0), "divided by a (1 − a)", "slope divides", back[0, 0] / (h[0, 0] * (1 - h[0, 0])))
wrong(c, ("dL_dw", 1, 2, 1), "the weight itself feeds", "feeds w", d2[:, 2].sum() * W2[2, 1])
wrong(c, ("dL_dw", 1, 0, 0), "y (1 − y) alone, z feeds", "jacobian + feeds z", own[:, 0] @ z1[:, 0])
wrong(
    c,
    ("dL_dw", 0, 0, 1),
    "the second example alone, no slope",
    "one example + slope missing | batch dropped + slope missing | other slope",
    back[1, 0] * x[1, 1],
)
wrong(
    c,
    ("new_w", 1, 2, 0),
    "the old weight read off the row above",
    "other weights | beside",
    W2[1, 0] - c.eta * c.dL_dw[1][2, 0],
)
wrong(c, ("new_b", 1, 0), "y (1 − y) alone, and plus", "jacobian + uphill", b2[0] + c.eta * own[:, 0].sum())
wrong(c, ("new_C",), "one example after the other", "one at a time", one_by_one(c).C[0])

# ------------------------------------------------------------------- GELU, leaky ReLU, sigmoid, squared error

c = CASES["ninth mixed"]
x, t, y, u, v = c.x[0], c.t[0], c.y[0], c.a[0][0], c.a[1][0]
zu, zv, zy, e = c.z[0][0], c.z[1][0], c.z[2][0], c.y[0] - c.t[0]
(W1, W2, W3), (b1, b2, b3), (d1, d2, d3) = c.weights, c.biases, [d[0] for d in c.dC_dz]
back1, back2 = c.dC_da[0][0], c.dC_da[1][0]

wrong(c, ("z", 1, 0), "GELU left out, b twice", "fed z + bias twice", W2[0] @ zu + 2 * b2[0])
wrong(c, ("z", 2, 0), "the first layer's a, past the second layer", "other source", W3[0] @ u + b3[0])
wrong(c, ("a", 1, 0), "0.01 above 0 as well", "other activation", 0.01 * zv[0])
wrong(c, ("a", 0, 0), "½ z (1 + tanh z)", "other activation", 0.5 * zu[0] * (1 + np.tanh(zu[0])))
wrong(c, ("C",), "y to one decimal, no ½", "rounded + double", ((np.round(y, 1) - t) ** 2).sum())
wrong(c, ("dC_dz", 2, 0), "t (1 − t) for the slope", "slope point", e[0] * t[0] * (1 - t[0]))
wrong(c, ("dC_dz", 2, 1), "plus the slope", "slope added | added", e[1] + y[1] * (1 - y[1]))
wrong(c, ("dC_da", 1, 0), "wires left out", "no weights", d3.sum())
wrong(
    c,
    ("dC_da", 1, 1),
    "along the row, y − t",
    "transposed + output slope missing | transposed + not delta",
    W3[1] @ e,
)
wrong(c, ("dC_dz", 1, 1), "the leak forgotten, and t − y", "slope missing + swapped | slope missing + sign", -back2[1])
wrong(c, ("dC_da", 0, 1), "∂C/∂a of the second layer goes back", "not delta | slope missing", back2 @ W2[:, 1])
wrong(c, ("dC_dz", 0, 0), "the middle layer skipped", "not delta | output error", (d3 @ W2[:, 0]) * c.slope[0][0, 0])
wrong(
    c,
    ("dC_dz", 0, 1),
    "z φ(z) alone, one path",
    "product rule + one path | other slope + one path",
    d2[0] * W2[0, 1] * zu[1] * bell(zu[1]),
)
wrong(c, ("dC_dw", 2, 0, 1), "z feeds: the leak forgotten", "feeds z", d3[0] * zv[1])
wrong(c, ("dC_dw", 0, 0, 1), "its own a feeds, no slope", "feeds own a + slope missing", back1[0] * u[0])
wrong(c, ("dC_dw", 1, 0, 1), "x feeds the second layer", "fed x | other source", d2[0] * x[1])
wrong(c, ("dC_db", 1, 1), "slope 1 below 0", "slope missing | other slope | other quantity", back2[1])
wrong(c, ("new_w", 2, 1, 0), "0.55 for 5.5, and plus", "own eta + uphill", W3[1, 0] + 0.55 * d3[1] * v[0])
wrong(c, ("new_b", 2, 0), "the gradient alone, turned round", "step alone + no eta | step alone", -d3[0])
wrong(
    c,
    ("new_z", 2, 0),
    "the last layer alone is moved",
    "not updated",
    (W3[0] - c.eta * d3[0] * v) @ v + b3[0] - c.eta * d3[0],
)

# ------------------------------------------------------------------- a chain from one input, cross-entropy

c = CASES["ninth chain"]
x, t, y, u, v = c.x[0, 0], c.t[0, 0], c.y[0, 0], c.a[0][0], c.a[1][0]
zu, zv, zy, e = c.z[0][0], c.z[1][0], c.z[2][0, 0], c.y[0, 0] - c.t[0, 0]
(W1, W2, W3), (b1, b2, b3), (d1, d2, d3) = c.weights, c.biases, [d[0] for d in c.dC_dz]
back1, back2 = c.dC_da[0][0], c.dC_da[1][0]

wrong(c, ("z", 2, 0), "the two hidden numbers exchanged", "order | other source", W3[0] @ v[::-1] + b3[0])
wrong(c, ("a", 2, 0), "tanh here too, b left out", "other activation + no bias", np.tanh(W3[0] @ v))
wrong(c, ("C",), "the target taken for 0, log to base 10", "other target + logarithm", -np.log10(1 - y))
wrong(c, ("C",), "the two logarithms exchanged", "other target | minus z", -t * np.log(1 - y) - (1 - t) * np.log(y))
wrong(c, ("dC_da", 2, 0), "−t/y alone", "part of loss", -t / y)
wrong(c, ("dC_dz", 2, 0), "0.23 rounded to 0", "other target | no target | rounded | other quantity", y)
wrong(
    c,
    ("dC_da", 1, 0),
    "a multiplies as well, and σ′ at the output",
    "extra a + output slope",
    e * y * (1 - y) * W3[0, 0] * v[0],
)
wrong(c, ("dC_dz", 1, 0), "1 − tanh² of what comes back", "slope of error", back2[0] * (1 - np.tanh(back2[0]) ** 2))
wrong(c, ("dC_dz", 1, 1), "(1 − a)² for 1 − a²", "other slope", back2[1] * (1 - v[1]) ** 2)
wrong(
    c,
    ("dC_da", 0, 0),
    "tanh's slope left out, mean of the paths",
    "slope missing + mean of terms | not delta + mean of terms",
    np.mean(back2 * W2[:, 0]),
)
wrong(
    c,
    ("dC_da", 0, 1),
    "the output's weights for the second layer's",
    "other weights | no weights + weight size",
    d2 @ W3[0],
)
wrong(c, ("dC_dz", 0, 1), "1 − a² of the neuron that follows", "slope place", back1[1] * (1 - v[1] ** 2))
wrong(
    c,
    ("dC_dw", 1, 0, 1),
    "σ′ of what feeds, minus",
    "feeds slope + swapped | feeds slope + sign",
    -d2[0] * u[1] * (1 - u[1]),
)
wrong(c, ("dC_dw", 2, 0, 0), "y − t times y", "feeds own a", e * y)
wrong(
    c, ("dC_db", 0, 1), "x multiplies, no slope", "bias fed + slope missing | dw for db + slope missing", back1[1] * x
)
wrong(c, ("new_w", 1, 1, 0), "η twice in a row, and uphill", "eta twice + uphill", W2[1, 0] + c.eta**2 * d2[1] * u[0])
wrong(c, ("new_b", 2, 0), "the weight's gradient", "dw for db | bias fed", b3[0] - c.eta * d3[0] * v[0])
wrong(
    c,
    ("new_a", 2, 0),
    "the first layer alone is moved, uphill",
    "not updated + uphill",
    through(c, [W1 + c.eta * c.dL_dw[0], W2, W3], [b1 + c.eta * d1, b2, b3]).y[0, 0],
)
wrong(
    c,
    ("new_C",),
    "the output layer alone is moved",
    "not updated",
    through(c, [W1, W2, W3 - c.eta * c.dL_dw[2]], [b1, b2, b3 - c.eta * d3]).C[0],
)
wrong(c, ("dC_dw", 2, 0, 1), "z − t for y − t", "z for y", (zy - t) * v[1])
