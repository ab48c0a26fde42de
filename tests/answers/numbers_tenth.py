"""A tenth set of wrong numbers, as a class works them out in an exam, by somebody who saw no verdict."""

import numpy as np
from entries import numbers_into, sigma
from reference import CASES, Case, gelu, gelu_slope, softmax

NEW = (
    Case(
        "tenth gelu",
        [[[0.72, -0.38], [-0.93, 0.46], [0.27, 1.18]], [[0.64, -1.12, 0.83], [-0.47, 0.91, 1.26]]],
        [[0.17, -0.29, 0.54], [-0.21, 0.38]],
        ["gelu", "tanh"],
        [[1.24, -0.57]],
        [[0.46, -0.73]],
        "squared_error",
        1.35,
    ),
    Case(
        "tenth leaky",
        [[[0.67, -0.82, 0.43], [-0.36, 0.58, 0.97]], [[1.27, -0.68]]],
        [[-0.24, 0.31], [0.41]],
        ["leaky_relu", "sigmoid"],
        [[0.94, 1.37, -0.62], [1.16, -0.53, 0.78]],
        [[0.87], [0.24]],
        "cross_entropy",
        0.72,
    ),
    Case(
        "tenth relu",
        [
            [[0.86, 0.39], [-0.54, 1.13], [0.42, -1.09]],
            [[0.57, -0.88, 1.31], [-0.66, 0.34, 0.79]],
            [[1.17, -0.52], [0.74, 0.93]],
        ],
        [[-0.35, 0.19, 0.26], [0.43, -0.28], [-0.16, 0.37]],
        ["relu", "tanh", "identity"],
        [[0.77, 1.46]],
        [[0.92, -0.61]],
        "squared_error",
        0.18,
    ),
    Case(
        "tenth gelu softmax",
        [[[0.91, 0.44], [-0.63, 1.22]], [[0.58, -0.96], [-0.41, 0.77], [1.14, 0.29]]],
        [[-0.13, 0.32], [0.23, -0.34, 0.16]],
        ["gelu", "softmax"],
        [[-0.74, 1.08]],
        [[0.12, 0.81, 0.07]],
        "categorical_cross_entropy",
        2.15,
    ),
    Case(
        "tenth softmax batch",
        [[[0.53, -0.71, 0.32], [0.89, 0.24, -1.06]], [[0.94, -0.37], [-0.82, 0.61], [0.28, 1.19]]],
        [[0.14, -0.27], [-0.18, 0.47, 0.09]],
        ["tanh", "softmax"],
        [[0.83, -0.46, 1.34], [-1.21, 0.68, 0.39]],
        [[0.86, 0.09, 0.05], [0.06, 0.13, 0.81]],
        "categorical_cross_entropy",
        0.37,
    ),
    Case(
        "tenth sigmoid",
        [[[0.48, -1.17], [0.76, 0.33], [-0.89, 0.62]], [[1.08, -0.57, 0.36], [-0.73, 0.84, 1.29]]],
        [[0.21, -0.44, 0.13], [-0.26, 0.52]],
        ["sigmoid", "sigmoid"],
        [[1.43, -0.58], [-0.69, 0.96], [0.37, 1.22]],
        [[0.93, 0.16], [0.22, 0.78], [0.64, 0.91]],
        "cross_entropy",
        0.91,
    ),
    Case(
        "tenth regression",
        [[[0.96], [-1.43], [0.52]], [[0.68, -0.49, 1.16]]],
        [[-0.37, 0.24, 0.71], [0.15]],
        ["tanh", "identity"],
        [[0.47], [-1.13], [1.68], [-0.34]],
        [[0.82], [-0.55], [1.27], [0.18]],
        "squared_error",
        0.06,
    ),
    Case(
        "tenth softmax squared",
        [[[0.78, -0.43], [-0.59, 0.66]], [[0.87, -1.24], [-0.56, 0.73], [0.31, 0.98]]],
        [[0.28, -0.17], [0.19, 0.42, -0.33]],
        ["leaky_relu", "softmax"],
        [[1.15, -0.86]],
        [[0.11, 0.76, 0.13]],
        "squared_error",
        3.65,
    ),
    Case(
        "tenth mixed",
        [[[0.62, -0.94], [1.07, 0.38]], [[0.74, 1.26], [-0.48, 0.85]], [[1.36, -0.79]]],
        [[0.33, -0.22], [-0.19, 0.12], [0.27]],
        ["gelu", "relu", "sigmoid"],
        [[0.88, -0.51], [0.43, 1.32]],
        [[0.23], [0.89]],
        "squared_error",
        4.72,
    ),
)
CASES.update({case.name: case for case in NEW})
ENTRIES = []
wrong = numbers_into(ENTRIES, "tenth, ")


def network(c, weights=None, biases=None, f=None, x=None, t=None):
    """The same case with parts of it exchanged."""
    given = (weights, c.weights), (biases, c.biases), (f, c.f), (x, c.x), (t, c.t)
    weights, biases, f, x, t = (old if new is None else new for new, old in given)
    return Case(c.name, weights, biases, f, x, t, c.loss, c.eta)


# ------------------------------------------------------------------- GELU, two outputs of tanh, squared error

c = CASES["tenth gelu"]
x, t, y, h, z1, z2 = c.x[0], c.t[0], c.y[0], c.a[0][0], c.z[0][0], c.z[1][0]
(W1, W2), (b1, b2), d2, d1, e, g1 = c.weights, c.biases, c.dC_dz[1][0], c.dC_dz[0][0], c.y[0] - c.t[0], c.dC_da[0][0]
phi = h[0] / z1[0]

wrong(c, ("z", 0, 1), "b of the first neuron", "other bias", W1[1] @ x + b1[0])
wrong(c, ("z", 1, 0), "ReLU for GELU", "other activation", W2[0] @ np.maximum(z1, 0) + b2[0])
wrong(c, ("a", 0, 2), "σ, no b", "other activation + no bias", sigma(W1[2] @ x))
wrong(c, ("C",), "the second output alone", "one term | part of loss", 0.5 * e[1] ** 2)
wrong(c, ("dC_dz", 1, 0), "1 − tanh² of y", "slope point", e[0] * (1 - np.tanh(y[0]) ** 2))
wrong(c, ("dC_dz", 1, 0), "t − y, y (1 − y)", "swapped + other slope", (t[0] - y[0]) * y[0] * (1 - y[0]))
wrong(c, ("dC_da", 0, 2), "the lower path alone, t − y", "one path + swapped | one path + sign", -d2[1] * W2[1, 2])
wrong(c, ("dC_da", 0, 1), "the number of the first neuron", "beside | other weights", g1[0])
wrong(
    c,
    ("dC_dz", 0, 0),
    "Φ(z) + φ(z), no z",
    "product rule | other slope",
    g1[0] * (phi + (gelu_slope(z1[0]) - phi) / z1[0]),
)
wrong(c, ("dC_dw", 0, 1, 1), "the other input", "other source | beside", d1[1] * x[0])
wrong(c, ("dC_dw", 1, 1, 0), "z feeds, t − y", "feeds z + swapped | feeds z + sign", -d2[1] * z1[0])
wrong(c, ("dC_dw", 1, 1, 2), "w for what it is fed", "feeds w", d2[1] * W2[1, 2])
wrong(c, ("new_w", 0, 2, 1), "η times all of it", "brackets", 1.35 * (W1[2, 1] - d1[2] * x[1]))
wrong(c, ("new_b", 1, 1), "∂C/∂w of its first weight", "dw for db | bias fed", b2[1] - 1.35 * d2[1] * h[0])
wrong(c, ("new_z", 0, 0), "weights alone are moved", "not updated", (W1[0] - 1.35 * d1[0] * x) @ x + b1[0])

# ------------------------------------------------------------------- leaky ReLU, sigmoid, cross-entropy, two examples

c = CASES["tenth leaky"]
x, t, y, h, z1, z2 = c.x, c.t[:, 0], c.y[:, 0], c.a[0], c.z[0], c.z[1][:, 0]
(W1, W2), (b1, b2), d2, d1, e, g1 = c.weights, c.biases, c.dC_dz[1][:, 0], c.dC_dz[0], c.y[:, 0] - c.t[:, 0], c.dC_da[0]

wrong(c, ("z", 0, 0), "the second example", "one example", W1[0] @ x[1] + b1[0])
wrong(c, ("z", 1, 0), "ReLU for leaky ReLU", "other activation | one term", W2[0, 1] * h[0, 1] + b2[0])
wrong(c, ("a", 0, 0), "a tenth for a hundredth", "other activation", 0.1 * z1[0, 0])
wrong(c, ("a", 1, 0), "1 / 1 + e^(−z) as typed", "other activation", 1 / 1 + np.exp(-z2[0]))
wrong(
    c,
    ("C",),
    "the other example's target",
    "targets apart | other target",
    -t[1] * np.log(y[0]) - (1 - t[1]) * np.log(1 - y[0]),
)
wrong(c, ("dC_da", 1, 0), "−t / y alone", "part of loss | one term", -t[0] / y[0])
wrong(c, ("dC_dz", 1, 0), "target of the second example", "targets apart | other target", y[0] - t[1])
wrong(c, ("dC_da", 0, 1), "no weight, t + y", "no weights + plus target", y[0] + t[0])
wrong(c, ("dC_dz", 0, 0), "0.1 as the slope, t − y", "other slope + swapped | other slope + sign", -0.1 * g1[0, 0])
wrong(c, ("dL_dw", 0, 1, 2), "the second example alone", "one example | batch dropped | one term", d1[1, 1] * x[1, 2])
wrong(c, ("dL_dw", 0, 1, 0), "∂C/∂z of one with x of the other", "one example | order", d1[:, 1] @ x[::-1, 0])
wrong(c, ("dL_db", 0, 1), "one sum over neurons and examples", "sum over all", d1.sum())
wrong(
    c,
    ("new_b", 1, 0),
    "mean gradient, no η",
    "over n + no eta | step over n + no eta | half + no eta | own eta",
    b2[0] - d2.mean(),
)
first = network(c, x=x[:1], t=c.t[:1]).moved()
then = network(first, x=x[1:], t=c.t[1:]).moved()
wrong(c, ("new_w", 1, 0, 0), "one update for each example", "one at a time", then.weights[1][0, 0])
wrong(c, ("new_C",), "the first example alone moves it", "one example | batch dropped", first.C[0])

# ------------------------------------------------------------------- ReLU, tanh, identity, squared error

c = CASES["tenth relu"]
x, t, y, u, v = c.x[0], c.t[0], c.y[0], c.a[0][0], c.a[1][0]
zu, zv = c.z[0][0], c.z[1][0]
(W1, W2, W3), (b1, b2, b3) = c.weights, c.biases
d1, d2, d3 = (d[0] for d in c.dC_dz)
gu, gv, e = c.dC_da[0][0], c.dC_da[1][0], c.y[0] - c.t[0]

wrong(
    c,
    ("z", 1, 0),
    "the dead neuron's z fed on, b twice",
    "fed z + bias twice | no activation + bias twice",
    W2[0] @ zu + 2 * b2[0],
)
wrong(c, ("z", 2, 0), "column for row, b subtracted", "transposed + bias sign", v @ W3[:, 0] - b3[0])
wrong(c, ("z", 0, 1), "w + x in place of w x", "added", (W1[1] + x).sum() + b1[1])
wrong(c, ("a", 1, 1), "b after tanh", "bias after", np.tanh(W2[1] @ u) + b2[1])
wrong(c, ("a", 2, 0), "x goes into the last layer", "fed x", W3[0] @ x + b3[0])
wrong(c, ("a", 0, 2), "the minus is dropped by |z|", "other activation | minus z | no activation + sign", abs(zu[2]))
wrong(c, ("dC_da", 1, 0), "the weights of the layer before", "other weights", W2[:, 0] @ d3)
wrong(c, ("dC_dz", 1, 1), "one path, a (1 − a)", "one path + other slope", d3[0] * W3[0, 1] * v[1] * (1 - v[1]))
wrong(c, ("dC_da", 0, 0), "y − t goes back again", "output error | not delta", W2[:, 0] @ e)
wrong(c, ("dC_dz", 0, 1), "tanh's slope once more", "slope place | other slope", gu[1] * (1 - v[1] ** 2))
wrong(c, ("dC_dw", 2, 1, 0), "row and column exchanged", "gradient transposed | beside", d3[0] * v[1])
wrong(c, ("dC_dw", 1, 0, 0), "no slope, its own a", "slope missing + feeds own a", gv[0] * v[0])
wrong(
    c,
    ("dC_db", 1, 0),
    "what feeds its first weight too",
    "bias fed | dw for db | extra a | other quantity",
    d2[0] * u[0],
)
wrong(
    c,
    ("new_w", 0, 2, 0),
    "the dead neuron alive, plus",
    "slope missing + uphill | other slope + uphill",
    W1[2, 0] + 0.18 * gu[2] * x[0],
)
wrong(c, ("new_b", 2, 1), "divided by η", "eta divides", b3[1] - d3[1] / 0.18)

# ------------------------------------------------------------------- GELU, softmax, targets that are not one-hot

c = CASES["tenth gelu softmax"]
x, t, y, h, z1, z2 = c.x[0], c.t[0], c.y[0], c.a[0][0], c.z[0][0], c.z[1][0]
(W1, W2), (b1, b2), d2, d1, g2, g1 = c.weights, c.biases, c.dC_dz[1][0], c.dC_dz[0][0], c.dC_da[1][0], c.dC_da[0][0]

wrong(c, ("z", 1, 2), "z fed on, b of the class above", "fed z + other bias", W2[2] @ z1 + b2[1])
wrong(c, ("a", 0, 0), "½ (1 + tanh …), no b", "no z + no bias", gelu(z1[0] - b1[0]) / (z1[0] - b1[0]))
wrong(c, ("a", 1, 0), "1 + the sum of e^z below", "other activation", np.exp(z2[0]) / (1 + np.exp(z2).sum()))
wrong(
    c,
    ("C",),
    "the likely class alone, log to base 10",
    "part of loss + logarithm | one term + logarithm",
    -t[1] * np.log10(y[1]),
)
wrong(c, ("C",), "the minus is forgotten", "sign", t @ np.log(y))
wrong(
    c,
    ("dC_dz", 1, 1),
    "−t / y times y (1 − y)",
    "jacobian | one path | one term | part of loss",
    g2[1] * y[1] * (1 - y[1]),
)
wrong(c, ("dC_dz", 1, 0), "z − t, sign turned", "z for y + swapped | z for y + sign", t[0] - z2[0])
wrong(c, ("dC_da", 0, 1), "−t / y goes back", "not delta | output slope missing", W2[:, 1] @ g2)
wrong(c, ("dC_dz", 0, 0), "Φ(z) left out", "product rule | other slope", g1[0] * (gelu_slope(z1[0]) - h[0] / z1[0]))
wrong(
    c,
    ("dC_dz", 0, 1),
    "GELU for its slope, t − y",
    "value for slope + swapped | value for slope + sign | other slope + swapped",
    -g1[1] * h[1],
)
wrong(c, ("dC_dw", 1, 2, 1), "slope of what feeds it", "feeds slope", d2[2] * gelu_slope(z1[1]))
wrong(c, ("dC_dw", 0, 0, 1), "no slope, the other input", "slope missing + other source", g1[0] * x[0])
wrong(c, ("new_w", 1, 2, 0), "η is forgotten", "no eta", W2[2, 0] - d2[2] * h[0])
wrong(c, ("new_b", 1, 1), "0.1 for η", "own eta", b2[1] - 0.1 * d2[1])
wrong(c, ("new_a", 1, 1), "biases alone are moved", "not updated", c.moved(weights=False).y[0, 1])

# ------------------------------------------------------------------- tanh, softmax, two examples

c = CASES["tenth softmax batch"]
x, t, y, h, z1, z2 = c.x, c.t, c.y, c.a[0], c.z[0], c.z[1]
(W1, W2), (b1, b2), d2, d1, g2, g1 = c.weights, c.biases, c.dC_dz[1], c.dC_dz[0], c.dC_da[1], c.dC_da[0]

wrong(c, ("z", 0, 1), "third input left out, b subtracted", "one term + bias sign", W1[1, :2] @ x[0, :2] - b1[1])
wrong(c, ("a", 1, 0), "no b at the output", "no bias", softmax(z2 - b2)[0, 0])
wrong(c, ("a", 1, 2), "softmax once more", "activation twice", softmax(y)[0, 2])
wrong(c, ("L",), "targets exchanged", "targets apart | other target", -(t[::-1] * np.log(y)).sum())
wrong(c, ("L",), "y to one decimal", "rounded", -(t * np.log(np.round(y, 1))).sum())
wrong(
    c,
    ("dC_dz", 1, 0),
    "target of the second example, t − y",
    "targets apart + swapped | other target + swapped | targets apart + sign | other target + sign",
    t[1, 0] - y[0, 0],
)
wrong(
    c,
    ("dC_da", 0, 1),
    "−t / y goes back, sign lost",
    "not delta + sign | output slope missing + sign | not delta + swapped",
    -(g2[0] @ W2[:, 1]),
)
wrong(c, ("dC_dz", 0, 1), "1 − a", "other slope", g1[0, 1] * (1 - h[0, 1]))
wrong(c, ("dL_dw", 0, 1, 2), "x is squared", "feed altered", d1[:, 1] @ x[:, 2] ** 2)
wrong(
    c,
    ("dL_dw", 1, 2, 0),
    "y (1 − y), mean",
    "output slope + over n | output slope + half",
    (d2 * y * (1 - y))[:, 2] @ h[:, 0] / 2,
)
wrong(
    c,
    ("dL_dw", 0, 0, 1),
    "no slope, sum times sum",
    "sums multiplied + slope missing",
    g1[:, 0].sum() * x[:, 1].sum(),
)
wrong(c, ("dL_db", 0, 1), "over the neurons of the second example", "other axis", d1[1].sum())
wrong(
    c,
    ("new_w", 1, 2, 1),
    "plus the mean",
    "uphill + step over n | uphill + over n | uphill + half | swapped + over n",
    W2[2, 1] + 0.37 * d2[:, 2] @ h[:, 1] / 2,
)
wrong(
    c,
    ("new_b", 1, 1),
    "the update is done twice with one gradient",
    "twice updated | double",
    b2[1] - 2 * 0.37 * d2[:, 1].sum(),
)
wrong(
    c,
    ("new_C",),
    "the second example alone moves it",
    "one example | batch dropped",
    network(network(c, x=x[1:], t=t[1:]).moved(), x=x, t=t).C[0],
)

# ------------------------------------------------------------------- sigmoid, two outputs, three examples

c = CASES["tenth sigmoid"]
x, t, y, h, z1, z2 = c.x, c.t, c.y, c.a[0], c.z[0], c.z[1]
(W1, W2), (b1, b2), d2, d1, g2, g1 = c.weights, c.biases, c.dC_dz[1], c.dC_dz[0], c.dC_da[1], c.dC_da[0]

wrong(c, ("z", 0, 2), "times b", "bias times", W1[2] @ x[0] * b1[2])
wrong(c, ("z", 1, 0), "σ of σ in the layer below", "activation twice", W2[0] @ sigma(h[0]) + b2[0])
wrong(c, ("a", 1, 1), "1 − σ, z fed on", "minus z + fed z", 1 - sigma(W2[1] @ z1[0] + b2[1]))
wrong(c, ("C",), "the t terms alone, sign lost", "part of loss + sign | one term + sign", t[0] @ np.log(y[0]))
wrong(
    c,
    ("dC_da", 1, 1),
    "t − y for ∂C/∂y",
    "other quantity + swapped | other quantity + sign | output slope + swapped",
    t[0, 1] - y[0, 1],
)
wrong(c, ("dC_dz", 1, 1), "(y − t)²", "error power", d2[0, 1] ** 2)
wrong(
    c,
    ("dC_dz", 1, 0),
    "y + t, and y (1 − y)",
    "plus target + output slope",
    (y[0, 0] + t[0, 0]) * y[0, 0] * (1 - y[0, 0]),
)
wrong(
    c, ("dC_da", 0, 2), "second ∂C/∂z of the second example", "one example", d2[0, 0] * W2[0, 2] + d2[1, 1] * W2[1, 2]
)
wrong(c, ("dC_da", 0, 0), "the paths subtracted", "sign | weight size", d2[0, 0] * W2[0, 0] - d2[0, 1] * W2[1, 0])
wrong(
    c, ("dC_dz", 0, 0), "z (1 − z), one path", "slope point + one path", d2[0, 0] * W2[0, 0] * z1[0, 0] * (1 - z1[0, 0])
)
wrong(c, ("dC_dz", 0, 2), "slope added", "slope added", g1[0, 2] + h[0, 2] * (1 - h[0, 2]))
wrong(c, ("dL_dw", 1, 0, 2), "third example left out", "batch dropped | one term", d2[:2, 0] @ h[:2, 2])
wrong(
    c,
    ("dL_dw", 0, 0, 1),
    "the other input, mean",
    "other source + over n | other source + mean of terms",
    d1[:, 0] @ x[:, 0] / 3,
)
wrong(c, ("dL_db", 1, 0), "over the outputs, t − y", "other axis + swapped | other axis + sign", -d2[0].sum())
wrong(
    c,
    ("new_w", 0, 1, 0),
    "through weights that are moved already",
    "updated",
    W1[1, 0] - 0.91 * ((d2 @ (W2 - 0.91 * c.dL_dw[1]))[:, 1] * h[:, 1] * (1 - h[:, 1]) @ x[:, 0]),
)
wrong(c, ("new_b", 0, 2), "gradient of the second neuron", "beside", b1[2] - 0.91 * d1[:, 1].sum())
wrong(c, ("new_b", 1, 1), "one sum over both outputs, plus", "sum over all + uphill", b2[1] + 0.91 * d2.sum())

# ------------------------------------------------------------------- one input, tanh, a linear output, four examples

c = CASES["tenth regression"]
x, t, y, h, z1 = c.x[:, 0], c.t[:, 0], c.y[:, 0], c.a[0], c.z[0]
(W1, W2), (b1, b2), d1, e, g1 = c.weights, c.biases, c.dC_dz[0], c.y[:, 0] - c.t[:, 0], c.dC_da[0]

wrong(c, ("z", 1, 0), "mean of the three terms", "mean of terms", np.mean(W2[0] * h[0]) + b2[0])
wrong(c, ("a", 0, 1), "tan for tanh, b subtracted", "other activation + bias sign", np.tan(W1[1, 0] * x[0] - b1[1]))
wrong(c, ("a", 0, 2), "the inverse of tanh", "other activation", np.arctanh(z1[0, 2]))
wrong(c, ("L",), "mean of the squares, no ½", "double + over n | double + mean of terms | half", np.mean(e**2))
wrong(c, ("L",), "third target read as 1.72", "other target", 0.5 * ((y - [*t[:2], 1.72, t[3]]) ** 2).sum())
wrong(c, ("C",), "z of tanh fed on", "fed z | no activation", 0.5 * (W2[0] @ z1[0] + b2[0] - t[0]) ** 2)
wrong(c, ("dC_dz", 1, 0), "2 (y + t)", "double + plus target", 2 * (y[0] + t[0]))
wrong(c, ("dC_da", 0, 1), "error and weight added", "added", e[0] + W2[0, 1])
wrong(c, ("dC_dz", 0, 2), "1 + a²", "other slope", g1[0, 2] * (1 + h[0, 2] ** 2))
wrong(c, ("dC_dz", 0, 1), "no wire, slope squared", "no weights + slope twice", e[0] * (1 - h[0, 1] ** 2) ** 2)
wrong(
    c,
    ("dL_db", 0, 2),
    "mean of the sizes",
    "error power + over n | error power + mean of terms",
    np.mean(np.abs(d1[:, 2])),
)
wrong(c, ("dL_dw", 0, 0, 0), "the slopes alone times x", "error missing", (1 - h[:, 0] ** 2) @ x)
wrong(c, ("new_w", 1, 0, 1), "0.6 for 0.06", "own eta", W2[0, 1] - 0.6 * e @ h[:, 1])
wrong(
    c,
    ("new_b", 1, 0),
    "∂L/∂w of its first weight, plus",
    "dw for db + uphill | bias fed + uphill",
    b2[0] + 0.06 * e @ h[:, 0],
)
wrong(c, ("new_z", 1, 0), "layer 0 stays", "not updated", (W2[0] - 0.06 * e @ h) @ h[0] + b2[0] - 0.06 * e.sum())
wrong(c, ("new_C",), "mean gradients, no ½", "over n + double | step over n + double", 2 * c.moved(eta=0.06 / 4).C[0])

# ------------------------------------------------------------------- leaky ReLU, softmax with squared error

c = CASES["tenth softmax squared"]
x, t, y, h, z1, z2 = c.x[0], c.t[0], c.y[0], c.a[0][0], c.z[0][0], c.z[1][0]
(W1, W2), (b1, b2), d2, d1, e, g1 = c.weights, c.biases, c.dC_dz[1][0], c.dC_dz[0][0], c.y[0] - c.t[0], c.dC_da[0][0]

wrong(c, ("z", 0, 1), "weights without signs, b left out", "weight size + no bias", np.abs(W1[1]) @ x)
wrong(c, ("z", 1, 1), "z fed on", "fed z | no activation", W2[1] @ z1 + b2[1])
wrong(c, ("a", 1, 2), "e^(−z)", "minus z", softmax(-z2[None])[0, 2])
wrong(c, ("dC_dz", 1, 1), "its own y (1 − y), no ½", "jacobian + double", 2 * e[1] * y[1] * (1 - y[1]))
wrong(c, ("dC_dz", 1, 2), "the other outputs alone", "one term | one path", -y[2] * (e[:2] @ y[:2]))
wrong(c, ("dC_dz", 1, 0), "y e, the sum not subtracted", "jacobian | other slope | one term", y[0] * e[0])
wrong(c, ("dC_da", 0, 0), "y (1 − y) at each output", "jacobian", W2[:, 0] @ (e * y * (1 - y)))
wrong(c, ("dC_dz", 0, 1), "the same, slope left out", "jacobian + slope missing", W2[:, 1] @ (e * y * (1 - y)))
wrong(
    c,
    ("dC_dz", 0, 0),
    "the first path alone, a for the slope",
    "one path + value for slope | one path + other slope | one path + extra a",
    d2[0] * W2[0, 0] * h[0],
)
wrong(c, ("dC_dw", 0, 1, 0), "divided by 0.01", "slope divides", g1[1] / 0.01 * x[0])
wrong(c, ("new_w", 0, 0, 1), "x left out", "feeds nothing | dw for db", W1[0, 1] - 3.65 * d1[0])
wrong(c, ("new_w", 1, 1, 0), "y − t, no η", "output slope missing + no eta", W2[1, 0] - e[1] * h[0])
wrong(c, ("new_b", 1, 2), "y (1 − y), plus", "jacobian + uphill", b2[2] + 3.65 * e[2] * y[2] * (1 - y[2]))
wrong(c, ("new_z", 1, 2), "layer 0 stays", "not updated", (W2[2] - 3.65 * d2[2] * h) @ h + b2[2] - 3.65 * d2[2])
wrong(c, ("new_a", 1, 0), "η twice", "eta twice", c.moved(eta=3.65**2).y[0, 0])

# ------------------------------------------------------------------- GELU, ReLU, sigmoid, squared error, two examples

c = CASES["tenth mixed"]
x, t, y, u, v = c.x, c.t[:, 0], c.y[:, 0], c.a[0], c.a[1]
zu, zv, zy = c.z[0], c.z[1], c.z[2][:, 0]
(W1, W2, W3), (b1, b2, b3) = c.weights, c.biases
d1, d2, d3, gu, gv, e = *c.dC_dz[:2], c.dC_dz[2][:, 0], *c.dC_da[:2], c.y[:, 0] - c.t[:, 0]

wrong(c, ("z", 1, 1), "column for row, z fed on", "transposed + fed z", zu[0] @ W2[:, 1] + b2[1])
wrong(c, ("z", 0, 1), "only w₁₁ x₁ of the product", "one term | elementwise", W1[1, 1] * x[0, 1] + b1[1])
wrong(c, ("a", 1, 0), "GELU in the second layer too", "other activation", gelu(zv[0, 0]))
wrong(c, ("C",), "0.23 read as 0.32", "other target", 0.5 * (y[0] - 0.32) ** 2)
wrong(c, ("dC_dz", 2, 0), "e (1 − e)", "slope of error", e[0] * e[0] * (1 - e[0]))
wrong(c, ("dC_dz", 2, 0), "σ′ at y, no ½", "slope point + double", 2 * e[0] * sigma(y[0]) * (1 - sigma(y[0])))
wrong(c, ("dC_da", 1, 0), "no target", "no target", y[0] * y[0] * (1 - y[0]) * W3[0, 0])
wrong(c, ("dC_da", 0, 0), "the dead neuron's path as well", "slope missing | not delta", gv[0] @ W2[:, 0])
wrong(
    c,
    ("dC_da", 0, 1),
    "∂C/∂z of the output through both",
    "output error | not delta | no weights + slope missing",
    d3[0] * W2[:, 1].sum(),
)
wrong(
    c,
    ("dC_dz", 1, 0),
    "the output's slope once more",
    "slope place | slope twice",
    d3[0] * W3[0, 0] * y[0] * (1 - y[0]),
)
wrong(c, ("dL_dw", 2, 0, 0), "η is in it already", "eta in gradient", 4.72 * d3 @ v[:, 0])
wrong(c, ("dL_dw", 2, 0, 1), "twice, for two examples", "double | times n", 2 * d3 @ v[:, 1])
wrong(
    c,
    ("dL_dw", 1, 0, 1),
    "slope of what feeds, first example alone",
    "feeds slope + one example | feeds slope + batch dropped",
    d2[0, 0] * c.slope[0][0, 1],
)
wrong(
    c,
    ("dL_db", 2, 0),
    "no slope, mean",
    "output slope missing + over n | slope missing + over n | output slope missing + half",
    e.mean(),
)
wrong(c, ("new_b", 0, 1), "the step alone, sign lost", "step alone", 4.72 * d1[:, 1].sum())
wrong(c, ("new_L",), "no η", "no eta", c.moved(eta=1.0).L)
