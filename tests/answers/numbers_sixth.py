"""A sixth set of wrong numbers: eight more networks, each number as a learner works it out from the arrays."""

import numpy as np
from entries import numbers_into, sigma
from reference import CASES, Case

NEW = (
    Case(
        "sixth relu",
        [[[0.8, 0.35], [-0.45, 0.9], [0.6, -0.7]], [[0.7, -0.9, 0.4], [-0.55, 1.2, 0.85]]],
        [[0.25, -0.1, 0.15], [-0.3, 0.2]],
        ["relu", "sigmoid"],
        [[1.5, 0.8]],
        [[1.0, 0.0]],
        "squared_error",
        0.05,
    ),
    Case(
        "sixth tanh deep",
        [[[0.65, -0.4], [-0.85, 0.3]], [[1.1, 0.5], [-0.6, 0.95]], [[0.75, -1.15]]],
        [[0.2, -0.15], [-0.25, 0.35], [0.4]],
        ["tanh", "sigmoid", "tanh"],
        [[0.9, -0.7]],
        [[-0.4]],
        "squared_error",
        1.5,
    ),
    Case(
        "sixth leaky",
        [[[0.7, 0.55], [0.9, -0.35]], [[0.8, -0.6], [-0.45, 1.05], [0.3, 0.7]]],
        [[0.1, -0.2], [0.05, -0.15, 0.2]],
        ["leaky_relu", "softmax"],
        [[-0.6, 1.1], [0.9, 0.5]],
        [[0.0, 0.0, 1.0], [1.0, 0.0, 0.0]],
        "categorical_cross_entropy",
        0.8,
    ),
    Case(
        "sixth gelu",
        [[[0.6, 0.45], [-0.3, -0.8]], [[0.85, -1.05], [0.5, 1.3]]],
        [[0.15, 0.1], [0.25, -0.35]],
        ["gelu", "sigmoid"],
        [[1.1, -0.9]],
        [[0.0, 1.0]],
        "squared_error",
        3.0,
    ),
    Case(
        "sixth softmax squared",
        [[[-0.5, 0.6], [0.95, 0.25]], [[0.9, 0.4], [-0.7, 0.65], [0.35, -1.1]]],
        [[0.3, -0.45], [0.15, -0.2, 0.1]],
        ["tanh", "softmax"],
        [[0.7, 1.3]],
        [[0.0, 0.0, 1.0]],
        "squared_error",
        2.0,
    ),
    Case(
        "sixth relu, tanh, softmax",
        [[[0.5, 0.75], [1.05, -0.3]], [[0.6, -0.85], [-0.4, 1.15]], [[1.2, 0.55], [-0.65, 0.9]]],
        [[-0.2, 0.35], [0.1, -0.3], [-0.05, 0.25]],
        ["relu", "tanh", "softmax"],
        [[0.8, 1.4]],
        [[0.0, 1.0]],
        "categorical_cross_entropy",
        0.4,
    ),
    Case(
        "sixth batch",
        [[[0.9, -0.7], [0.35, 1.25]], [[1.4, -0.95]]],
        [[-0.15, 0.45], [0.3]],
        ["sigmoid", "sigmoid"],
        [[0.5, 1.2], [-1.1, 0.4], [1.6, -0.8]],
        [[1.0], [0.0], [1.0]],
        "squared_error",
        0.6,
    ),
    Case(
        "sixth tanh pair",
        [[[0.45, -0.8], [0.7, 0.6]], [[0.55, -0.75], [1.05, 0.4]]],
        [[0.2, -0.3], [0.1, -0.2]],
        ["tanh", "tanh"],
        [[1.2, 0.5], [-0.4, 0.9]],
        [[0.5, -0.5], [-0.8, 0.6]],
        "squared_error",
        0.25,
    ),
)
CASES.update({case.name: case for case in NEW})
ENTRIES = []
wrong = numbers_into(ENTRIES, "")

# ============================================================ sixth relu: 2-3-2, relu and sigmoid, squared error

c = CASES["sixth relu"]
(w, v), (b, bo), eta = c.weights, c.biases, c.eta
x, t, zh, h, zo, y = c.x[0], c.t[0], c.z[0][0], c.a[0][0], c.z[1][0], c.a[1][0]
e, s, d = y - t, y * (1 - y), (y - t) * y * (1 - y)

wrong(c, ("z", 0, 0), "the inputs crosswise", "other source", w[0, 0] * x[1] + w[0, 1] * x[0] + b[0])
wrong(c, ("z", 0, 2), "w's second sign lost", "weight size", 0.6 * x[0] + 0.7 * x[1] + b[2])
wrong(c, ("z", 1, 0), "the negative z goes on", "fed z", sum(v[0, k] * zh[k] for k in range(3)) + bo[0])
wrong(c, ("z", 1, 1), "the last term missed", "one term", v[1, 0] * h[0] + v[1, 1] * h[1] + bo[1])
wrong(c, ("a", 0, 2), "sigmoid for relu", "other activation", 1 / (1 + np.exp(-zh[2])))
wrong(c, ("a", 1, 1), "b of the first output", "other bias", sigma(v[1] @ h + bo[0]))
wrong(c, ("C",), "no half", "double", e[0] ** 2 + e[1] ** 2)
wrong(c, ("C",), "root of the sum", "error power", np.sqrt(e @ e))
wrong(c, ("dC_dz", 1, 0), "y - t", "output slope missing | other quantity", y[0] - t[0])
wrong(c, ("dC_dz", 1, 1), "z (1 - z)", "slope point", (y[1] - t[1]) * zo[1] * (1 - zo[1]))
wrong(c, ("dC_dz", 0, 0), "sigmoid's slope for relu's", "other slope", (v[:, 0] @ d) * h[0] * (1 - h[0]))
wrong(c, ("dC_dz", 0, 1), "through the closed gate", "slope missing | other quantity", d[0] * v[0, 1] + d[1] * v[1, 1])
wrong(c, ("dL_dw", 1, 0, 0), "the output's a", "feeds own a", d[0] * y[0])
wrong(c, ("new_w", 1, 0, 0), "over η", "eta divides", v[0, 0] - d[0] * h[0] / eta)
wrong(c, ("z", 1, 1), "z goes on, no b", "fed z + no bias", v[1] @ zh)
wrong(c, ("a", 1, 0), "relu at the output, no b", "other activation + no bias", max(0, v[0] @ h))
wrong(c, ("dC_dz", 1, 0), "t - y", "swapped + output slope missing | sign + other quantity", t[0] - y[0])
wrong(c, ("dC_dz", 0, 2), "one path, h (1 - h)", "one path + other slope", d[0] * v[0, 2] * h[2] * (1 - h[2]))
wrong(c, ("dL_dw", 1, 1, 2), "no half, and the output's a", "double + feeds own a", 2 * e[1] * s[1] * y[1])
wrong(c, ("new_b", 0, 0), "up, no η", "uphill + no eta | swapped + no eta", b[0] + v[:, 0] @ d)

# ============================================================ sixth tanh deep: 2-2-2-1, tanh, sigmoid, tanh

c = CASES["sixth tanh deep"]
(w1, w2, w3), (b1, b2, b3), eta = c.weights, c.biases, c.eta
x, t = c.x[0], c.t[0, 0]
(z1, z2, z3), (a1, a2, a3) = [u[0] for u in c.z], [u[0] for u in c.a]
y = a3[0]
d3 = (y - t) * (1 - y**2)
d2 = d3 * w3[0] * a2 * (1 - a2)
g1 = w2.T @ d2
d1 = g1 * (1 - a1**2)

wrong(c, ("z", 1, 0), "columns of W", "transposed", w2[0, 0] * a1[0] + w2[1, 0] * a1[1] + b2[0])
wrong(c, ("a", 0, 0), "z itself", "no activation | other quantity", z1[0])
wrong(c, ("a", 1, 1), "tanh again, as in the first layer", "other activation", np.tanh(z2[1]))
wrong(c, ("a", 2, 0), "two times tanh", "activation twice", np.tanh(np.tanh(z3[0])))
wrong(c, ("z", 2, 0), "the first layer's a go on", "other source", w3[0] @ a1 + b3[0])
wrong(c, ("C",), "y + t", "plus target", 0.5 * (y + t) ** 2)
wrong(c, ("dC_dz", 2, 0), "sigmoid's slope", "other slope", (y - t) * y * (1 - y))
wrong(c, ("dC_dz", 2, 0), "1 - z²", "slope point", (y - t) * (1 - z3[0] ** 2))
wrong(c, ("dC_da", 0, 0), "W updated first", "updated", (w2 - eta * np.outer(d2, a1))[:, 0] @ d2)
wrong(c, ("dC_dz", 0, 1), "z for the slope's a", "slope point", g1[1] * (1 - z1[1] ** 2))
wrong(c, ("dC_dz", 0, 1), "1 - a, not 1 - a²", "other slope", g1[1] * (1 - a1[1]))
wrong(c, ("dL_db", 1, 1), "times a", "bias fed", d2[1] * a1[0] + d2[1] * a1[1])
wrong(c, ("dL_dw", 2, 0, 1), "the neuron above", "other source | beside", d3 * a2[0])
wrong(c, ("new_w", 1, 0, 1), "η²", "eta twice", w2[0, 1] - eta**2 * d2[0] * a1[1])
wrong(c, ("new_b", 2, 0), "the weight's gradient", "dw for db", b3[0] - eta * d3 * a2[0])
wrong(c, ("C",), "squared sum, no half", "plus target + double", (y + t) ** 2)
wrong(c, ("dC_dz", 1, 1), "t - y, and no slope", "swapped + slope missing", (t - y) * (1 - y**2) * w3[0, 1])
wrong(c, ("dC_dz", 0, 0), "one path, a (1 - a)", "one path + other slope", w2[0, 0] * d2[0] * a1[0] * (1 - a1[0]))
wrong(c, ("dL_dw", 1, 1, 0), "z, and 2 e", "feeds z + double", 2 * d2[1] * z1[0])
wrong(c, ("a", 1, 0), "exp(z), b subtracted", "minus z + bias sign", 1 / (1 + np.exp(w2[0] @ a1 - b2[0])))

# ============================================================ sixth leaky: 2-2-3, leaky_relu, softmax, two examples

c = CASES["sixth leaky"]
(w, v), (b, bo), eta = c.weights, c.biases, c.eta
X, T, Zh, H, Zo, Y = c.x, c.t, c.z[0], c.a[0], c.z[1], c.a[1]
D = Y - T
Dh = (D @ v) * np.where(Zh > 0, 1, 0.01)

wrong(c, ("a", 0, 1), "relu", "other activation | zero", np.maximum(Zh[0, 1], 0))
wrong(c, ("a", 0, 1), "a leak of 0.1", "other activation", 0.1 * Zh[0, 1])
wrong(c, ("a", 1, 2), "sigmoid of each", "other activation", sigma(Zo[0, 2]))
wrong(c, ("a", 1, 2), "e^-z", "minus z", np.exp(-Zo[0, 2]) / np.exp(-Zo[0]).sum())
wrong(c, ("C",), "log10", "logarithm", -np.log10(Y[0, 2]))
wrong(c, ("L",), "the mean", "over n", (-T * np.log(Y)).sum() / 2)
wrong(c, ("dC_dz", 1, 0), "y (1 - y) too", "output slope", (Y[0, 0] - T[0, 0]) * Y[0, 0] * (1 - Y[0, 0]))
wrong(c, ("dC_dz", 1, 2), "-1/y", "output slope missing | other quantity", -1 / Y[0, 2])
wrong(c, ("dC_dz", 0, 1), "the slope 1", "slope missing | other quantity", v[:, 1] @ D[0])
wrong(c, ("dC_dz", 0, 1), "times the leaked a", "other slope | extra a + slope missing", v[:, 1] @ D[0] * H[0, 1])
wrong(c, ("dL_db", 1, 0), "sum over the outputs' |errors|", "error power", np.abs(D[:, 0]).sum())
wrong(c, ("new_w", 1, 0, 0), "up", "uphill | swapped", v[0, 0] + eta * (D[0, 0] * H[0, 0] + D[1, 0] * H[1, 0]))
wrong(c, ("dL_dw", 1, 1, 1), "sums first", "sums multiplied", D[:, 1].sum() * H[:, 1].sum())
wrong(c, ("L",), "log10, mean", "logarithm + over n", -(np.log10(Y[0, 2]) + np.log10(Y[1, 0])) / 2)
wrong(c, ("dC_dz", 1, 2), "no target, slope", "no target + output slope", Y[0, 2] * Y[0, 2] * (1 - Y[0, 2]))
wrong(c, ("new_b", 1, 2), "mean, up", "step over n + uphill | over n + swapped", bo[2] + eta * D[:, 2].mean())
wrong(
    c,
    ("dL_dw", 0, 0, 0),
    "t - y, first example",
    "swapped + one example | swapped + no sum | sign + other quantity",
    -((D[0] @ v)[0]) * X[0, 0],
)
wrong(c, ("dC_dz", 0, 0), "ŷ - y, by one path", "swapped + one path", (T[0, 2] - Y[0, 2]) * v[2, 0])

# ============================================================ sixth gelu: 2-2-2, gelu, sigmoid, squared error

c = CASES["sixth gelu"]
(w, v), (b, bo), eta = c.weights, c.biases, c.eta
x, t, zh, h, zo, y = c.x[0], c.t[0], c.z[0][0], c.a[0][0], c.z[1][0], c.a[1][0]
e, d = y - t, (y - t) * y * (1 - y)
slope = c.slope[0][0]
gh = d @ v
inside = np.sqrt(2 / np.pi) * (zh + 0.044715 * zh**3)

wrong(c, ("a", 0, 0), "without the ½", "double", zh[0] * (1 + np.tanh(inside[0])))
wrong(c, ("a", 0, 1), "relu", "other activation | no activation | other quantity", max(zh[1], 0))
wrong(c, ("a", 0, 0), "the z before the bracket forgotten", "no z | other activation", 0.5 * (1 + np.tanh(inside[0])))
wrong(c, ("z", 1, 0), "one row of W for the other", "other weights | beside", v[1] @ h + bo[0])
wrong(c, ("C",), "the errors, not squared", "error power", 0.5 * (abs(e[0]) + abs(e[1])))
wrong(c, ("C",), "the second output's alone", "one term", 0.5 * e[1] ** 2)
wrong(c, ("dC_dz", 0, 0), "gelu's first term", "product rule | other slope", gh[0] * 0.5 * (1 + np.tanh(inside[0])))
wrong(c, ("dC_dw", 1, 0, 1), "the error by the feed", "output slope missing", e[0] * h[1])
wrong(c, ("new_w", 0, 1, 0), "0.1 for η", "own eta", w[1, 0] - 0.1 * gh[1] * slope[1] * x[0])
wrong(c, ("new_b", 1, 0), "twice", "twice updated | double", bo[0] - eta * d[0] - eta * d[0])
wrong(
    c,
    ("new_C",),
    "only the output layer learns",
    "not updated",
    0.5 * np.sum((sigma((v - eta * np.outer(d, h)) @ h + bo - eta * d) - t) ** 2),
)
wrong(c, ("a", 1, 0), "tanh, no b", "other activation + no bias", np.tanh(v[0] @ h))
wrong(
    c,
    ("dC_dz", 0, 0),
    "one path, half gelu's slope",
    "one path + other slope",
    d[0] * v[0, 0] * 0.5 * (1 + np.tanh(inside[0])),
)
wrong(c, ("dC_dw", 0, 0, 1), "no slope, t - y", "slope missing + swapped", -gh[0] * x[1])
wrong(c, ("new_w", 1, 1, 1), "up by η²", "uphill + eta twice | swapped + eta twice", v[1, 1] + eta**2 * d[1] * h[1])
wrong(c, ("new_b", 0, 1), "2 e, η left out", "double + no eta", b[1] - 2 * gh[1] * slope[1])

# ============================================================ sixth softmax squared: 2-2-3, tanh, softmax

c = CASES["sixth softmax squared"]
(w, v), (b, bo), eta = c.weights, c.biases, c.eta
x, t, zh, h, zo, y = c.x[0], c.t[0], c.z[0][0], c.a[0][0], c.z[1][0], c.a[1][0]
e, d = y - t, c.dC_dz[1][0]
one_each = e * y * (1 - y)

wrong(c, ("a", 1, 0), "tanh of each", "other activation", np.tanh(zo[0]))
wrong(c, ("a", 1, 1), "over the two others alone", "one term", np.exp(zo[1]) / (np.exp(zo[0]) + np.exp(zo[2])))
wrong(c, ("a", 1, 2), "2^z", "other activation", 2 ** zo[2] / np.sum(2**zo))
wrong(c, ("C",), "mean over the outputs", "mean of terms", np.mean(e**2) / 2)
wrong(c, ("dC_dz", 1, 0), "y (1 - y) for each", "jacobian", one_each[0])
wrong(c, ("dC_dz", 1, 2), "y - t, as with cross-entropy", "output slope missing | other quantity", y[2] - t[2])
wrong(c, ("dC_dz", 1, 1), "y (e + sum): the sign within", "jacobian | sign", y[1] * (e[1] + y @ e))
wrong(c, ("dC_da", 0, 1), "y - t goes back", "output slope missing | not delta", e @ v[:, 1])
wrong(c, ("dC_dz", 0, 0), "1 - z²", "slope point", (d @ v)[0] * (1 - zh[0] ** 2))
wrong(c, ("dL_dw", 1, 2, 0), "the weight's product", "feeds w", d[2] * v[2, 0])
wrong(c, ("new_w", 1, 2, 1), "the weight for its gradient", "weight for gradient", v[2, 1] - eta * v[2, 1])
wrong(c, ("dC_dz", 1, 0), "t - y, y (1 - y)", "swapped + jacobian", (t[0] - y[0]) * y[0] * (1 - y[0]))
wrong(c, ("dL_dw", 1, 1, 1), "y (1 - y), the output's a", "jacobian + feeds own a", one_each[1] * y[1])
wrong(c, ("dC_dz", 0, 1), "y - t, no slope", "output slope missing + slope missing", v[:, 1] @ (y - t))
wrong(
    c,
    ("new_b", 1, 2),
    "y - t, up",
    "output slope missing + uphill | output slope missing + swapped",
    bo[2] + eta * e[2],
)

# ============================================================ sixth relu, tanh, softmax: 2-2-2-2, one example

c = CASES["sixth relu, tanh, softmax"]
(w1, w2, w3), (b1, b2, b3), eta = c.weights, c.biases, c.eta
x, t = c.x[0], c.t[0]
(z1, z2, z3), (a1, a2, y) = [u[0] for u in c.z], [u[0] for u in c.a]
d3 = y - t
g2 = d3 @ w3
d2 = g2 * (1 - a2**2)
g1 = d2 @ w2

wrong(c, ("z", 0, 0), "x added to w", "added", (w1[0] + x).sum() + b1[0])
wrong(c, ("z", 1, 1), "the bias multiplies", "bias times", (w2[1] @ a1) * b2[1])
wrong(c, ("C",), "1 - y, not a logarithm", "error power | other quantity", 1 - y[1])
wrong(c, ("dC_dz", 2, 1), "target 0 and 1 the other way", "other target | no target | other quantity", y[1] - t[0])
wrong(c, ("dC_da", 0, 1), "the output's error, over W2", "output error | not delta", w2[:, 1] @ d3)
wrong(c, ("dC_dw", 2, 0, 1), "over 0.4 as well", "eta in gradient", 0.4 * d3[0] * a2[1])
wrong(c, ("dL_db", 0, 0), "the slope of layer 2 left out", "slope missing | not delta", g2 @ w2[:, 0])
wrong(c, ("dL_dw", 1, 0, 0), "x feeds it", "other source", d2[0] * x[0])
wrong(c, ("new_w", 1, 0, 0), "over the number of weights", "step over n", w2[0, 0] - eta * d2[0] * a1[0] / 4)
wrong(c, ("z", 2, 0), "z goes on, b subtracted", "fed z + bias sign", w3[0] @ z2 - b3[0])
wrong(c, ("dC_dz", 1, 1), "1 - a, one path", "other slope + one path", d3[1] * w3[1, 1] * (1 - a2[1]))
wrong(c, ("dC_da", 0, 0), "columns for rows, no slope", "transposed + slope missing", w2[0] @ g2)
wrong(c, ("new_w", 1, 1, 0), "t - y, no η", "swapped + no eta | uphill + no eta", w2[1, 0] + d2[1] * a1[0])

# ============================================================ sixth batch: 2-2-1, sigmoid, three examples, squared

c = CASES["sixth batch"]
(w, v), (b, bo), eta = c.weights, c.biases, c.eta
X, T, Zh, H, Zo, Y = c.x, c.t, c.z[0], c.a[0], c.z[1], c.a[1]
E, S, Sh = Y - T, Y * (1 - Y), H * (1 - H)
D = E * S
Dh = (D @ v) * Sh

wrong(c, ("L",), "the mean of the squares", "double + over n | double + mean of terms", np.mean(E**2))
wrong(c, ("L",), "the square of the sum", "error power", 0.5 * E.sum() ** 2)
wrong(c, ("a", 0, 0), "the second example's", "one example", H[1, 0])
wrong(c, ("dC_dz", 1, 0), "slope of the error", "slope of error", E[0, 0] * E[0, 0] * (1 - E[0, 0]))
wrong(c, ("dC_dz", 0, 0), "slope squared", "slope twice", D[0, 0] * v[0, 0] * Sh[0, 0] ** 2)
wrong(c, ("dL_dw", 0, 1, 0), "|x|", "feed altered", Dh[:, 1] @ np.abs(X[:, 0]))
wrong(c, ("dL_db", 0, 1), "of the first example", "one example | no sum | other quantity", Dh[0, 1])
wrong(c, ("dL_db", 1, 0), "mean", "over n", D.mean())
wrong(c, ("new_w", 1, 0, 0), "ten times η", "own eta", v[0, 0] - 6 * (D[:, 0] @ H[:, 0]))
wrong(c, ("new_b", 1, 0), "1/η", "eta divides", bo[0] - D.sum() / eta)
wrong(c, ("L",), "errors over n, unsquared", "error power + over n | error power + mean of terms", np.abs(E).sum() / 3)
wrong(c, ("dL_dw", 1, 0, 0), "slope missing, mean", "output slope missing + over n", np.mean(E[:, 0] * H[:, 0]))
wrong(c, ("dL_dw", 0, 0, 1), "t - y, last example", "swapped + one example", -Dh[2, 0] * X[2, 1])
wrong(c, ("dL_db", 0, 0), "no slope, times n", "slope missing + times n", 3 * (D @ v)[:, 0].sum())
wrong(
    c, ("new_w", 1, 0, 1), "double, up", "double + uphill | double + swapped", v[0, 1] + eta * 2 * (D[:, 0] @ H[:, 1])
)

# ============================================================ sixth tanh pair: 2-2-2, tanh, two examples, squared

c = CASES["sixth tanh pair"]
(w, v), (b, bo), eta = c.weights, c.biases, c.eta
X, T, Zh, H, Zo, Y = c.x, c.t, c.z[0], c.a[0], c.z[1], c.a[1]
D = (Y - T) * (1 - Y**2)
Dh = (D @ v) * (1 - H**2)

wrong(
    c,
    ("z", 1, 0),
    "whole numbers, b by one decimal",
    "rounded",
    np.round(v[0], 0) @ np.round(H[0], 0) + np.round(bo[0], 1),
)
wrong(c, ("a", 0, 1), "the neuron above", "beside", H[0, 0])
wrong(c, ("C",), "both examples", "one example | other quantity", c.L)
wrong(c, ("dC_dz", 1, 1), "over the slope", "slope divides", (Y[0, 1] - T[0, 1]) / (1 - Y[0, 1] ** 2))
wrong(c, ("dC_da", 0, 1), "by the size of w", "weight size", np.abs(v[:, 1]) @ D[0])
wrong(c, ("dC_da", 0, 0), "W rounded to whole numbers, row", "rounded + transposed", np.round(v[0]) @ D[0])
wrong(c, ("dC_dz", 0, 1), "slope + what comes back", "slope added", (D[0] @ v)[1] + 1 - H[0, 1] ** 2)
wrong(c, ("dL_dw", 0, 1, 0), "row for column", "gradient transposed | other source | beside", (Dh.T @ X).T[1, 0])
wrong(c, ("new_w", 1, 0, 0), "w and the step by η", "brackets", eta * (v[0, 0] - D[:, 0] @ H[:, 0]))
wrong(c, ("a", 1, 0), "no b, σ", "no bias + other activation", sigma(v[0] @ H[0]))
wrong(c, ("dC_dz", 1, 0), "no half, no slope", "double + output slope missing", 2 * (Y[0, 0] - T[0, 0]))
wrong(c, ("dL_db", 1, 1), "a multiplies, mean", "bias fed + over n", (D[:, 1] * H[:, 1]).mean())
wrong(c, ("new_b", 0, 0), "step over n, up", "step over n + uphill | over n + swapped", b[0] + eta * Dh[:, 0].sum() / 2)
