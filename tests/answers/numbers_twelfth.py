"""A twelfth set of wrong numbers, each worked out as a learner does, by somebody who saw no verdict."""

from itertools import product

import numpy as np
from entries import numbers_into, sigma
from reference import CASES, Case, gelu_slope

NEW = (
    Case(
        "twelfth sigmoid",
        [[[0.39, -0.7], [0.8, 0.35]], [[1.3, -0.6], [0.55, 0.95]]],
        [[0.25, -0.2], [-0.49, 0.12]],
        ["sigmoid", "sigmoid"],
        [[1.5, -0.65]],
        [[0.9, 0.2]],
        "squared_error",
        1.6,
    ),
    Case(
        "twelfth chain",
        [[[0.65]], [[-1.35]], [[0.87]]],
        [[0.29], [-0.2], [0.15]],
        ["sigmoid", "tanh", "identity"],
        [[1.25]],
        [[0.6]],
        "squared_error",
        0.35,
    ),
    Case(
        "twelfth tanh",
        [[[0.37, -0.18, 0.81], [-0.84, 0.32, 0.34]], [[1.27, -0.66], [0.52, 1.05]]],
        [[0.08, -0.29], [0.21, -0.49]],
        ["tanh", "sigmoid"],
        [[0.5, -0.7, 0.47], [-0.72, 0.87, 1.22]],
        [[1.0, 0.0], [0.0, 1.0]],
        "cross_entropy",
        0.9,
    ),
    Case(
        "twelfth single",
        [[[0.68, -0.41, 1.16]]],
        [[-0.46]],
        ["sigmoid"],
        [[1.24, 0.64, -0.89], [-0.45, 1.7, 0.25], [0.95, -1.3, 0.65], [-1.62, -0.35, 0.28]],
        [[0.75], [0.35], [0.8], [0.05]],
        "cross_entropy",
        0.6,
    ),
    Case(
        "twelfth relu",
        [[[0.9, -0.35], [-0.69, 0.75], [0.36, 1.1]], [[0.7, -0.5, 0.85], [-0.89, 0.4, 0.79]], [[1.28, -0.43]]],
        [[0.21, -0.15, 0.08], [0.32, -0.37], [0.12]],
        ["relu", "relu", "identity"],
        [[1.3, 0.8], [-0.42, 1.6], [0.72, -1.48]],
        [[0.5], [-0.8], [1.4]],
        "squared_error",
        0.04,
    ),
    Case(
        "twelfth leaky",
        [[[0.62, -0.67], [0.69, 0.3]], [[0.82, -0.63], [-0.51, 1.21]]],
        [[-0.39, 0.16], [0.09, -0.18]],
        ["leaky_relu", "tanh"],
        [[0.7, 1.4], [1.8, -0.45], [-0.84, 0.57], [0.73, 0.4]],
        [[0.6, -0.3], [-0.75, 0.9], [0.4, 0.45], [-0.45, -0.8]],
        "squared_error",
        0.28,
    ),
    Case(
        "twelfth gelu",
        [[[0.77, -0.56], [0.49, 0.95]], [[1.1, -0.82], [-0.43, 0.8], [0.5, 1.17]]],
        [[0.2, -0.15], [0.3, -0.11, 0.05]],
        ["gelu", "softmax"],
        [[1.31, -0.7]],
        [[0.0, 1.0, 0.0]],
        "categorical_cross_entropy",
        1.4,
    ),
    Case(
        "twelfth softmax",
        [[[0.59, -1.25], [0.96, 0.41]], [[-0.75, 1.35], [0.92, 0.46]], [[0.66, -0.5], [-1.19, 0.47], [0.45, 0.9]]],
        [[0.09, -0.25], [0.51, -0.07], [-0.22, 0.17, 0.11]],
        ["sigmoid", "tanh", "softmax"],
        [[1.4, -0.63], [-0.94, 0.35], [0.3, 1.65]],
        [[0.0, 0.0, 1.0], [1.0, 0.0, 0.0], [0.0, 1.0, 0.0]],
        "categorical_cross_entropy",
        0.7,
    ),
    Case(
        "twelfth softmax squared",
        [[[0.69, -0.38], [-0.64, 0.55]], [[1.27, -0.68], [0.4, 0.9], [-0.85, 0.6]]],
        [[0.15, -0.53], [-0.26, 0.32, 0.21]],
        ["leaky_relu", "softmax"],
        [[1.23, 0.5], [-1.02, 1.35]],
        [[0.0, 1.0, 0.0], [1.0, 0.0, 0.0]],
        "squared_error",
        2.4,
    ),
)
CASES.update({case.name: case for case in NEW})
ENTRIES = []
wrong = numbers_into(ENTRIES, "twelfth, ")

MINUS = "swapped | sign"
UP = "uphill | swapped | sign"
RAW = "not delta | output slope missing | slope missing"  # y − t goes back where ∂C/∂z is to go


def two(*slips):
    """Several slips at once, each with the other words for it: every set of causes that tells the number."""
    return " | ".join(" + ".join(chosen) for chosen in product(*(one.split(" | ") for one in slips)))


def network(c, weights, biases, x=None, t=None):
    """The same network with other weights and biases, perhaps on other data."""
    return Case(c.name, weights, biases, c.f, c.x if x is None else x, c.t if t is None else t, c.loss, c.eta)


def each_in_turn(c):
    """One update after each example, as a loop with the update inside it does."""
    now = c
    for i in range(len(c.x)):
        step = network(c, now.weights, now.biases, c.x[i : i + 1], c.t[i : i + 1])
        now = step.moved()
    return network(c, now.weights, now.biases)


# ------------------------------------------------------------------- sigmoid twice, squared error

c = CASES["twelfth sigmoid"]
x, t, y, h, z1, z2, e = c.x[0], c.t[0], c.y[0], c.a[0][0], c.z[0][0], c.z[1][0], c.y[0] - c.t[0]
(W1, W2), (b1, b2), d2, d1 = c.weights, c.biases, c.dC_dz[1][0], c.dC_dz[0][0]
moved = W2 - c.eta * np.outer(d2, h)

wrong(c, ("z", 1, 0), "the first layer's bias", "other bias", W2[0] @ h + b1[0])
wrong(c, ("z", 0, 1), "x in the other order, no bias", two("other source | order", "no bias"), W1[1] @ x[::-1])
wrong(c, ("z", 1, 1), "column for row, b subtracted", two("transposed", "bias sign"), W2[:, 1] @ h - b2[1])
wrong(c, ("a", 0, 0), "b after the σ", "bias after", sigma(W1[0] @ x) + b1[0])
wrong(c, ("a", 1, 1), "x feeds the output too", "fed x", sigma(W2[1] @ x + b2[1]))
wrong(c, ("a", 0, 1), "e^z in the denominator", "minus z", 1 / (1 + np.exp(z1[1])))
wrong(c, ("C",), "errors summed, then squared", "sums multiplied", 0.5 * e.sum() ** 2)
wrong(c, ("dC_da", 1, 0), "2 (t − y)", two("double", MINUS), 2 * (t[0] - y[0]))
wrong(c, ("dC_dz", 1, 0), "z (1 − z)", "slope point", e[0] * z2[0] * (1 - z2[0]))
wrong(c, ("dC_dz", 1, 0), "σ′ at y, t − y", two("slope point", MINUS), -e[0] * sigma(y[0]) * (1 - sigma(y[0])))
wrong(c, ("dC_dz", 1, 1), "error times e (1 − e)", "slope of error", e[1] * e[1] * (1 - e[1]))
wrong(c, ("dC_da", 0, 0), "upper path alone, y − t", two("one path", RAW), e[0] * W2[0, 0])
wrong(c, ("dC_dz", 0, 0), "the output's slope once more", "slope place", (d2 @ W2[:, 0]) * y[0] * (1 - y[0]))
wrong(c, ("dC_dz", 0, 1), "1 − a alone", "other slope", (d2 @ W2[:, 1]) * (1 - h[1]))
wrong(c, ("dC_dw", 1, 0, 1), "the weight for what feeds it", "feeds w", d2[0] * W2[0, 1])
wrong(c, ("dC_dw", 0, 1, 0), "row and column exchanged", "gradient transposed | beside", d1[0] * x[1])
wrong(c, ("dC_dw", 0, 0, 1), "lower path alone, no slope", two("one path", "slope missing"), d2[1] * W2[1, 0] * x[1])
wrong(c, ("dC_dw", 0, 0, 0), "back through the new weights", "updated", (d2 @ moved[:, 0]) * h[0] * (1 - h[0]) * x[0])
wrong(
    c,
    ("dC_dw", 0, 1, 1),
    "deltas to two decimals",
    "rounded",
    np.round(np.round(d2, 2) @ W2[:, 1] * h[1] * (1 - h[1]), 2) * x[1],
)
wrong(c, ("new_w", 1, 0, 0), "added, and no η", two(UP, "no eta"), W2[0, 0] + d2[0] * h[0])
wrong(c, ("new_b", 1, 1), "the weight's gradient for b", "dw for db | bias fed", b2[1] - c.eta * d2[1] * h[1])
wrong(c, ("new_C",), "biases stay", "not updated", c.moved(biases=False).C[0])

# ------------------------------------------------------------------- one neuron a layer: sigmoid, tanh, identity

c = CASES["twelfth chain"]
x, t, y, e, u, v = c.x[0, 0], c.t[0, 0], c.y[0, 0], c.y[0, 0] - c.t[0, 0], c.a[0][0, 0], c.a[1][0, 0]
(w1, w2, w3), (b1, b2, b3) = (w[0, 0] for w in c.weights), (b[0] for b in c.biases)
(d1, d2, d3), (z1, z2, z3) = (d[0, 0] for d in c.dC_dz), (z[0, 0] for z in c.z)
g2 = d2 * u

wrong(c, ("z", 2, 0), "w + a + b", "added", w3 + v + b3)
wrong(c, ("z", 1, 0), "z handed on, b subtracted", two("fed z", "bias sign"), w2 * z1 - b2)
wrong(c, ("a", 1, 0), "σ in place of tanh, no b", two("other activation", "no bias"), sigma(w2 * u))
wrong(c, ("a", 2, 0), "tanh at the output as well", "other activation", np.tanh(z3))
wrong(c, ("C",), "size of the error, not its square", "error power", 0.5 * abs(e))
wrong(c, ("dC_dz", 2, 0), "1 − y² at the linear output", "output slope | other slope", e * (1 - y * y))
wrong(c, ("dC_dz", 1, 0), "1 − z²", "slope point", e * w3 * (1 - z2 * z2))
wrong(c, ("dC_dz", 1, 0), "a (1 − a) for tanh, t − y", two("other slope", MINUS), -e * w3 * v * (1 - v))
wrong(c, ("dC_dz", 1, 0), "the slope alone", "error missing | other quantity", 1 - v * v)
wrong(c, ("dC_dz", 0, 0), "no weight, σ′ squared", two("no weights", "slope twice"), d2 * (u * (1 - u)) ** 2)
wrong(c, ("dC_da", 0, 0), "the output's error times w", "output error | not delta", e * w2)
wrong(c, ("dC_da", 0, 0), "w3 again", "other weights", d3 * w3 * (1 - v * v) * w3)
wrong(c, ("dC_dw", 0, 0, 0), "the slope of the middle left out", "slope missing", e * w3 * w2 * u * (1 - u) * x)
wrong(c, ("dC_dw", 1, 0, 0), "its own a feeds, t − y", two("feeds own a", MINUS), -d2 * v)
wrong(c, ("dC_dw", 1, 0, 0), "every a to one decimal", "rounded", e * w3 * (1 - round(v, 1) ** 2) * round(u, 1))
wrong(c, ("dC_dw", 2, 0, 0), "z feeds", "feeds z", d3 * z2)
wrong(c, ("dC_db", 0, 0), "x multiplies as well", "bias fed | dw for db | other quantity", d1 * x)
wrong(c, ("new_w", 1, 0, 0), "η (w − g)", "brackets", c.eta * (w2 - g2))
wrong(c, ("new_w", 2, 0, 0), "divided by η", "eta divides", w3 - d3 * v / c.eta)
wrong(c, ("new_b", 1, 0), "0.1 for η, plus", two("own eta", UP), b2 + 0.1 * d2)
wrong(c, ("new_b", 2, 0), "taken off twice", "twice updated | double", b3 - 2 * c.eta * d3)
wrong(c, ("new_C",), "after two updates", "one update", c.moved().moved().C[0])

# ------------------------------------------------------------------- tanh, sigmoid, two examples, cross-entropy

c = CASES["twelfth tanh"]
x, t, y, h, z1, z2, e = c.x, c.t, c.y, c.a[0], c.z[0], c.z[1], c.y - c.t
(W1, W2), (b1, b2), d2, d1 = c.weights, c.biases, c.dC_dz[1], c.dC_dz[0]
slope = y * (1 - y)

wrong(c, ("a", 0, 0), "tan, not tanh", "other activation", np.tan(z1[0, 0]))
wrong(c, ("a", 0, 1), "(e^z − e^−z) / 2", "other activation", np.sinh(z1[0, 1]))
wrong(c, ("z", 0, 0), "w11 x1 + b1, no row times column", "elementwise | one term", W1[0, 0] * x[0, 0] + b1[0])
wrong(c, ("a", 1, 0), "σ of σ", "activation twice", sigma(y[0, 0]))
wrong(c, ("C",), "log10, first output alone", two("logarithm", "one term | part of loss"), -np.log10(y[0, 0]))
wrong(c, ("L",), "minus forgotten, mean", two("sign", "over n | mean of terms | half"), -c.L / 2)
wrong(c, ("dC_da", 1, 0), "y − t", "other quantity", e[0, 0])
wrong(
    c,
    ("dC_dz", 1, 1),
    "∂C/∂y as it stands",
    "output slope missing | slope missing | slope divides | other quantity",
    c.dC_dy[0, 1],
)
wrong(c, ("dC_dz", 1, 0), "2 (y − t) y (1 − y)", two("output slope", "double"), 2 * e[0, 0] * slope[0, 0])
wrong(c, ("dC_da", 0, 0), "errors summed times weights summed", "sums multiplied", d2[0].sum() * W2[:, 0].sum())
wrong(c, ("dC_da", 0, 1), "W left out, t − y", two("no weights", MINUS), -d2[0].sum())
wrong(
    c,
    ("dC_dz", 0, 0),
    "a (1 − a), second path alone",
    two("other slope", "one path"),
    d2[0, 1] * W2[1, 0] * h[0, 0] * (1 - h[0, 0]),
)
wrong(c, ("dC_dz", 0, 1), "1 − tanh² of a", "slope point", (d2[0] @ W2[:, 1]) * (1 - np.tanh(h[0, 1]) ** 2))
wrong(c, ("dL_dw", 1, 1, 0), "each error with the other example's a", "one example", d2[:, 1] @ h[::-1, 0])
wrong(c, ("dL_dw", 1, 0, 1), "sum times sum", "sums multiplied", d2[:, 0].sum() * h[:, 1].sum())
wrong(c, ("dL_dw", 0, 1, 2), "mean, t − y", two("over n | half", MINUS), -np.mean(d1[:, 1] * x[:, 2]))
wrong(c, ("dL_dw", 0, 0, 1), "sizes of x", "feed altered", d1[:, 0] @ np.abs(x[:, 1]))
wrong(c, ("dL_db", 0, 0), "summed along the row", "other axis", d1[0].sum())
wrong(c, ("dL_db", 1, 1), "one sum over the table", "sum over all", d2.sum())
wrong(
    c,
    ("new_w", 0, 0, 2),
    "plus the mean",
    two(UP, "step over n | over n | half"),
    W1[0, 2] + c.eta * np.mean(d1[:, 0] * x[:, 2]),
)
wrong(c, ("new_w", 1, 0, 0), "an update for each example", "one at a time", each_in_turn(c).weights[1][0, 0])
wrong(
    c,
    ("new_L",),
    "the last layer alone is moved",
    "not updated",
    network(c, [W1, W2 - c.eta * c.dL_dw[1]], [b1, b2 - c.eta * c.dL_db[1]]).L,
)

# ------------------------------------------------------------------- one sigmoid neuron, four examples, soft targets

c = CASES["twelfth single"]
x, t, y, z, d = c.x, c.t[:, 0], c.y[:, 0], c.z[0][:, 0], c.dC_dz[0][:, 0]
w, b, slope, g = c.weights[0][0], c.biases[0][0], y * (1 - y), c.dL_dw[0][0]

wrong(c, ("z", 0, 0), "third input forgotten", "one term", w[:2] @ x[0, :2] + b)
wrong(c, ("z", 0, 0), "x scaled to length 1", "normalised", w @ x[0] / np.linalg.norm(x[0]) + b)
wrong(c, ("C",), "−t ln y alone", "part of loss | one term", -t[0] * np.log(y[0]))
wrong(
    c,
    ("C",),
    "log10, minus forgotten",
    two("logarithm", "sign"),
    t[0] * np.log10(y[0]) + (1 - t[0]) * np.log10(1 - y[0]),
)
wrong(
    c, ("L",), "−t ln y alone, mean", two("part of loss | one term", "over n | mean of terms"), -np.mean(t * np.log(y))
)
wrong(c, ("dC_da", 0, 0), "−t / y alone", "part of loss | one term", -t[0] / y[0])
wrong(c, ("dC_da", 0, 0), "inner minus of 1 − y forgotten", "dg missing | sign", -t[0] / y[0] - (1 - t[0]) / (1 - y[0]))
wrong(c, ("dC_dz", 0, 0), "y alone, sign turned", two("no target", "sign | swapped"), -y[0])
wrong(c, ("dC_dz", 0, 0), "y rounded to a class", "rounded | other activation | no output", round(y[0]) - t[0])
wrong(c, ("dL_dw", 0, 0, 0), "mean", "over n", np.mean(d * x[:, 0]))
wrong(c, ("dL_dw", 0, 0, 1), "η multiplies already, t − y", two("eta in gradient", MINUS), -c.eta * g[1])
wrong(c, ("dL_dw", 0, 0, 2), "every target one row too low", "targets apart", (y - np.roll(t, 1)) @ x[:, 2])
wrong(c, ("dL_dw", 0, 0, 1), "x left out, mean", two("feeds nothing | dw for db | other quantity", "over n"), d.mean())
wrong(c, ("dL_db", 0, 0), "first example, with σ′", two("one example", "output slope"), d[0] * slope[0])
wrong(c, ("dL_db", 0, 0), "times n", "times n", 4 * d.sum())
wrong(c, ("new_w", 0, 0, 0), "w − η w", "weight for gradient", w[0] - c.eta * w[0])
wrong(c, ("new_w", 0, 0, 2), "no η, mean", two("no eta", "step over n | over n"), w[2] - g[2] / 4)
wrong(c, ("new_w", 0, 0, 1), "the minus of w lost", "weight size", abs(w[1]) - c.eta * g[1])
wrong(c, ("new_b", 0, 0), "the step alone", "step alone", -c.eta * d.sum())
wrong(c, ("new_b", 0, 0), "η²", "eta twice", b - c.eta**2 * d.sum())
wrong(
    c,
    ("new_L",),
    "first example alone moves it",
    "one example",
    network(c, [c.weights[0] - c.eta * d[0] * x[:1]], [c.biases[0] - c.eta * d[0]]).L,
)

# ------------------------------------------------------------------- ReLU twice, a linear output, three examples

c = CASES["twelfth relu"]
x, t, y, u, v, e = c.x, c.t, c.y, c.a[0], c.a[1], c.y - c.t
(W1, W2, W3), (b1, b2, b3), (d1, d2, d3) = c.weights, c.biases, c.dC_dz

wrong(c, ("z", 1, 0), "negative sums handed on", "fed z", W2[0] @ c.z[0][0] + b2[0])
wrong(c, ("z", 1, 1), "minus signs of W lost", "weight size", np.abs(W2[1]) @ u[0] + b2[1])
wrong(c, ("a", 1, 1), "leaky", "other activation", 0.01 * c.z[1][0, 1])
wrong(c, ("C",), "target added", "plus target", 0.5 * (y[0, 0] + t[0, 0]) ** 2)
wrong(c, ("L",), "mean square", two("double", "over n | mean of terms"), np.mean(e**2))
wrong(c, ("dC_da", 1, 0), "w added to the error", "added", e[0, 0] + W3[0, 0])
wrong(
    c,
    ("dC_dz", 1, 0),
    "ReLU's value for its slope",
    "value for slope | other slope | extra a",
    e[0, 0] * W3[0, 0] * v[0, 0],
)
wrong(
    c,
    ("dC_dz", 1, 1),
    "dead one taken for alive, t − y",
    two("slope missing | other quantity", MINUS),
    -e[0, 0] * W3[0, 1],
)
wrong(c, ("dC_da", 0, 1), "what ReLU stopped goes on", "not delta | slope missing", c.dC_da[1][0] @ W2[:, 1])
wrong(c, ("dC_da", 0, 2), "the layer's own weights", "other weights", W1[2] @ d2[0])
wrong(c, ("dC_dz", 0, 0), "the output's error as it is", "output error | no weights | other quantity", e[0, 0])
wrong(
    c,
    ("dC_dz", 0, 2),
    "σ′ for ReLU's",
    "other slope",
    (d2[0] @ W2[:, 2]) * sigma(c.z[0][0, 2]) * (1 - sigma(c.z[0][0, 2])),
)
wrong(c, ("dL_dw", 2, 0, 1), "z feeds, mean", two("feeds z", "over n"), np.mean(d3[:, 0] * c.z[1][:, 1]))
wrong(c, ("dL_dw", 1, 0, 2), "2 / n", two("double", "over n"), 2 * np.mean(d2[:, 0] * u[:, 2]))
wrong(c, ("dL_dw", 0, 2, 1), "second example alone, t − y", two("one example", MINUS), -d1[1, 2] * x[1, 1])
wrong(c, ("dL_dw", 0, 0, 0), "no slopes at all", "slope missing", (e @ W3 @ W2)[:, 0] @ x[:, 0])
wrong(c, ("new_w", 2, 0, 0), "plus, and no ½ in the cost", two(UP, "double"), W3[0, 0] + 2 * c.eta * c.dL_dw[2][0, 0])
wrong(c, ("new_b", 1, 0), "mean", "step over n | over n", b2[0] - c.eta * d2[:, 0].mean())
wrong(c, ("new_w", 0, 2, 0), "an update for each example", "one at a time", each_in_turn(c).weights[0][2, 0])

# ------------------------------------------------------------------- leaky ReLU, tanh, four examples, squared error

c = CASES["twelfth leaky"]
x, t, y, h, z1, z2, e = c.x, c.t, c.y, c.a[0], c.z[0], c.z[1], c.y - c.t
(W1, W2), (b1, b2), d2, d1 = c.weights, c.biases, c.dC_dz[1], c.dC_dz[0]
slope = 1 - y * y

wrong(c, ("a", 0, 0), "a leak of 0.1", "other activation", 0.1 * z1[0, 0])
wrong(c, ("z", 1, 0), "both layers' biases", "other bias", W2[0] @ h[0] + b2[0] + b1[0])
wrong(c, ("z", 1, 1), "x fed, b forgotten", two("fed x", "no bias"), W2[1] @ x[0])
wrong(c, ("a", 1, 1), "tanh of half z", "other activation", 2 * sigma(z2[0, 1]) - 1)
wrong(c, ("a", 1, 0), "b after the tanh", "bias after", np.tanh(W2[0] @ h[0]) + b2[0])
wrong(c, ("L",), "mean of the squares", "over n | mean of terms", np.mean(e**2))
wrong(c, ("dC_da", 1, 1), "½ (t − y)", two("half", MINUS), 0.5 * (t[0, 1] - y[0, 1]))
wrong(c, ("dC_da", 1, 0), "−t alone", "no output", -t[0, 0])
wrong(c, ("dC_dz", 1, 0), "y² for the slope, t − y", two("other slope", MINUS), -e[0, 0] * y[0, 0] ** 2)
wrong(c, ("dC_dz", 1, 1), "the slope squared", "slope twice", e[0, 1] * slope[0, 1] ** 2)
wrong(c, ("dC_dz", 1, 1), "the slope is added", "slope added", e[0, 1] + slope[0, 1])
wrong(
    c,
    ("dC_dz", 0, 0),
    "slope 1 below 0, first path",
    two("slope missing | other slope", "one path"),
    d2[0, 0] * W2[0, 0],
)
wrong(c, ("dC_da", 0, 1), "row for column, y − t", two("transposed", RAW), W2[1] @ e[0])
wrong(c, ("dL_dw", 1, 0, 1), "its own a feeds, mean", two("feeds own a", "over n"), np.mean(d2[:, 0] * y[:, 0]))
wrong(c, ("dL_dw", 1, 1, 0), "∂C/∂y times a", "output slope missing | slope missing | not delta", e[:, 1] @ h[:, 0])
wrong(
    c,
    ("dL_db", 0, 1),
    "x in b's gradient, mean",
    two("bias fed | dw for db | other quantity", "over n"),
    np.mean(d1[:, 1] * x[:, 0]),
)
wrong(c, ("dL_db", 1, 0), "deltas to one decimal", "rounded", np.round(d2[:, 0], 1).sum())
wrong(
    c,
    ("new_w", 1, 1, 1),
    "no tanh′, plus",
    two("output slope missing | slope missing | not delta", UP),
    W2[1, 1] + c.eta * e[:, 1] @ h[:, 1],
)
wrong(c, ("new_b", 1, 1), "divided by η", "eta divides", b2[1] - d2[:, 1].sum() / c.eta)
wrong(c, ("new_w", 0, 1, 0), "sign of the gradient alone", "clipped", W1[1, 0] - c.eta * np.sign(c.dL_dw[0][1, 0]))
wrong(c, ("new_L",), "uphill", "uphill | swapped | sign", c.moved(sign=1.0).L)

# ------------------------------------------------------------------- GELU, softmax, one example

c = CASES["twelfth gelu"]
x, t, y, h, z1, z2, e = c.x[0], c.t[0], c.y[0], c.a[0][0], c.z[0][0], c.z[1][0], c.y[0] - c.t[0]
(W1, W2), (b1, b2), d2, d1 = c.weights, c.biases, c.dC_dz[1][0], c.dC_dz[0][0]
phi = 0.5 * (1 + np.tanh(np.sqrt(2 / np.pi) * (z1 + 0.044715 * z1**3)))
bell = 0.5 * z1 * (1 - (2 * phi - 1) ** 2)
power, back = np.exp(z2), d2 @ W2
again = np.exp(y) / np.exp(y).sum()

wrong(c, ("a", 0, 0), "z left out", "no z", phi[0])
wrong(c, ("a", 0, 0), "½ left out", "double", 2 * h[0])
wrong(c, ("a", 0, 1), "z σ(z)", "other activation", z1[1] * sigma(z1[1]))
wrong(c, ("a", 1, 0), "e^z, not divided", "other activation", power[0])
wrong(c, ("a", 1, 1), "σ of each z", "other activation", sigma(z2[1]))
wrong(c, ("a", 1, 2), "its own e^z not in the sum", "one term", power[2] / (power[0] + power[1]))
wrong(c, ("C",), "softmax of softmax", "activation twice", -np.log(again[1]))
wrong(c, ("C",), "class counted from 1, log10", two("other target | beside", "logarithm"), -np.log10(y[0]))
wrong(c, ("C",), "mean of −ln y over the classes", two("no target", "mean of terms"), -np.mean(np.log(y)))
wrong(c, ("dC_dz", 1, 1), "y + t", "plus target", y[1] + t[1])
wrong(c, ("dC_dz", 1, 0), "softmax of softmax", "activation twice", again[0] - t[0])
wrong(c, ("dC_dz", 1, 2), "target one class too far", "other target", y[2] - 1)
wrong(c, ("dC_dz", 1, 0), "y (1 − y) once more, t − y", two("output slope", MINUS), -e[0] * y[0] * (1 - y[0]))
wrong(c, ("dC_da", 0, 0), "the right class's wire alone, t − y", two("one path", MINUS), -d2[1] * W2[1, 0])
wrong(c, ("dC_dz", 0, 0), "Φ alone", "product rule | other slope", back[0] * phi[0])
wrong(c, ("dC_dz", 0, 1), "the slope at a", "slope point", back[1] * gelu_slope(h[1]))
wrong(
    c,
    ("dC_dz", 0, 1),
    "inner derivative of tanh left out",
    "dg missing | product rule | other slope",
    back[1] * (phi[1] + bell[1]),
)
wrong(c, ("dC_dw", 1, 2, 0), "z feeds, t − y", two("feeds z", MINUS), -d2[2] * z1[0])
wrong(c, ("dC_dw", 1, 0, 0), "GELU's slope of what feeds it", "feeds slope", d2[0] * gelu_slope(z1[0]))
wrong(c, ("new_w", 1, 1, 0), "η multiplies the bracket", "brackets", c.eta * (W2[1, 0] - d2[1] * h[0]))
wrong(c, ("new_b", 1, 2), "half the step, plus", two("own eta | half", UP), b2[2] + 0.5 * c.eta * d2[2])
wrong(c, ("new_a", 1, 1), "updated twice over", "twice updated | double", c.moved(eta=2 * c.eta).y[0, 1])

# ------------------------------------------------------------------- sigmoid, tanh, softmax, three examples

c = CASES["twelfth softmax"]
x, t, y, u, v, e = c.x, c.t, c.y, c.a[0], c.a[1], c.y - c.t
(W1, W2, W3), (b1, b2, b3), (d1, d2, d3) = c.weights, c.biases, c.dC_dz
powers = np.exp(c.z[2])

wrong(c, ("a", 2, 0), "divided by the sum over all examples", "sum over all", powers[0, 0] / powers.sum())
wrong(c, ("a", 2, 2), "e^−z", "minus z", 1 / powers[0, 2] / (1 / powers[0]).sum())
wrong(c, ("z", 2, 1), "bias times the sum", "bias times", W3[1] @ v[0] * b3[1])
wrong(c, ("C",), "log10, divided by the classes", two("logarithm", "mean of terms | over n"), -np.log10(y[0, 2]) / 3)
wrong(c, ("L",), "mean over the whole table", two("over n", "mean of terms"), -np.mean(t * np.log(y)))
wrong(c, ("dC_da", 2, 2), "log10 derived", "logarithm", -1 / y[0, 2] / np.log(10))
wrong(c, ("dC_dz", 0, 0), "∂C/∂a to two decimals", "rounded", round(c.dC_da[0][0, 0], 2) * u[0, 0] * (1 - u[0, 0]))
wrong(c, ("dC_dz", 2, 0), "z − t", "z for y | z for y + no target | other quantity", c.z[2][0, 0] - t[0, 0])
wrong(c, ("dC_da", 1, 0), "mean of the three paths", "mean of terms | over n", np.mean(d3[0] * W3[:, 0]))
wrong(
    c,
    ("dC_dz", 1, 1),
    "σ′ form for tanh, one path",
    two("other slope", "one path"),
    d3[0, 0] * W3[0, 1] * v[0, 1] * (1 - v[0, 1]),
)
wrong(c, ("dC_da", 0, 0), "column of its own W", "other weights", d2[0] @ W1[:, 0])
wrong(
    c,
    ("dC_da", 0, 1),
    "tanh′ left out, row for column",
    two("slope missing | not delta", "transposed"),
    W2[1] @ c.dC_da[1][0],
)
wrong(c, ("dC_dz", 0, 1), "the next layer's slope", "slope place", (d2[0] @ W2[:, 1]) * (1 - v[0, 1] ** 2))
wrong(c, ("dC_dz", 0, 0), "divided by σ′", "slope divides", (d2[0] @ W2[:, 0]) / (u[0, 0] * (1 - u[0, 0])))
wrong(c, ("dL_dw", 2, 1, 0), "sum times mean", two("sums multiplied", "over n"), d3[:, 1].sum() * v[:, 0].mean())
wrong(c, ("dL_dw", 1, 0, 1), "z feeds", "feeds z", d2[:, 0] @ c.z[0][:, 1])
wrong(c, ("dL_db", 1, 0), "the two neurons of one example", "other axis", d2[0].sum())
wrong(c, ("dL_db", 2, 2), "mean y", two("no target", "over n"), y[:, 2].mean())
wrong(
    c, ("new_w", 1, 0, 1), "the first example alone, no η", two("one example", "no eta"), W2[0, 1] - d2[0, 0] * u[0, 1]
)
wrong(c, ("new_b", 2, 0), "plus the mean", two(UP, "step over n | over n"), b3[0] + c.eta * d3[:, 0].mean())
wrong(
    c,
    ("new_w", 2, 2, 1),
    "the gradient of the neuron beside",
    "beside | other source",
    W3[2, 1] - c.eta * c.dL_dw[2][1, 1],
)
wrong(c, ("new_C",), "weights stay", "not updated", c.moved(weights=False).C[0])

# ------------------------------------------------------------------- leaky ReLU, softmax, squared error, two examples

c = CASES["twelfth softmax squared"]
x, t, y, h, z1, z2, e = c.x, c.t, c.y, c.a[0], c.z[0], c.z[1], c.y - c.t
(W1, W2), (b1, b2), d2, d1 = c.weights, c.biases, c.dC_dz[1], c.dC_dz[0]
own = e * y * (1 - y)

wrong(c, ("C",), "the right class alone, no ½", two("one term | part of loss", "double"), e[0, 1] ** 2)
wrong(c, ("L",), "first example, mean of three", two("one example", "mean of terms"), c.C[0] / 3)
wrong(
    c, ("a", 1, 2), "softmax down the examples", "other axis | one example", np.exp(z2[0, 2]) / np.exp(z2[:, 2]).sum()
)
wrong(c, ("dC_da", 1, 1), "(y − t) y (1 − y)", "output slope | jacobian", own[0, 1])
wrong(c, ("dC_dz", 1, 0), "through the right class alone", "one path", -e[0, 1] * y[0, 1] * y[0, 0])
wrong(c, ("dC_dz", 1, 1), "t − y, y (1 − y)", two("jacobian", MINUS), -own[0, 1])
wrong(c, ("dC_dz", 1, 2), "2 (y − t)", two("output slope missing | slope missing", "double"), 2 * e[0, 2])
wrong(c, ("dC_da", 0, 0), "y (1 − y) for the table, first path", two("jacobian", "one path"), own[0, 0] * W2[0, 0])
wrong(c, ("dC_da", 0, 1), "2 (y − t) goes back", two("double", RAW), 2 * e[0] @ W2[:, 1])
wrong(c, ("dC_dz", 0, 1), "slope 1 below 0", "slope missing | other slope | other quantity", d2[0] @ W2[:, 1])
wrong(
    c, ("dC_dz", 0, 0), "a multiplies as well", "extra a | value for slope | other slope", (d2[0] @ W2[:, 0]) * h[0, 0]
)
wrong(c, ("dL_dw", 1, 1, 0), "y (1 − y), mean", two("jacobian", "over n | half"), np.mean(own[:, 1] * h[:, 0]))
wrong(c, ("dL_dw", 0, 0, 1), "decay of 0.1 w", "extra term", c.dL_dw[0][0, 1] + 0.1 * W1[0, 1])
wrong(c, ("dL_db", 1, 0), "sum of y − t", "output slope missing | slope missing", e[:, 0].sum())
wrong(c, ("new_b", 1, 2), "no η, t − y", two("no eta", UP), b2[2] + d2[:, 2].sum())
wrong(
    c,
    ("new_w", 0, 0, 0),
    "through the new weights",
    "updated",
    W1[0, 0] - c.eta * (((d2 @ (W2 - c.eta * c.dL_dw[1])) * c.slope[0]).T @ x)[0, 0],
)
wrong(
    c,
    ("new_b", 0, 0),
    "w's gradient for b, mean",
    two("dw for db | bias fed", "step over n | over n | half"),
    b1[0] - c.eta * np.mean(d1[:, 0] * x[:, 0]),
)
