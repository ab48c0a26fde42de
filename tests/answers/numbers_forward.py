"""Wrong numbers of the forward pass and the cost: quantity × kind × network."""

import numpy as np
from entries import CAUSES, Entry, sigma
from reference import CASES, SLOPE, VALUE


def number(case, quantity, what, causes, value):
    """An entry whose answer is a number; ``ask`` is (case, quantity), counted from 0, of the first example."""
    causes = (causes,) if isinstance(causes, str) else causes
    at = ",".join(map(str, quantity[1:]))
    return Entry(f"{quantity[0]}[{at}] of {case}: {what}", (case, quantity), float(value), causes, CAUSES[causes[0]][0])


def other(f):
    return "tanh" if f in ("sigmoid", "relu", "gelu", "identity", "leaky_relu") else "sigmoid"


def of_z(c, l, j):
    w, b, f = c.weights[l], c.biases[l], c.feeds[l][0]
    yield "b left out", "no bias", f @ w[j]
    yield "b subtracted", "bias sign", f @ w[j] - b[j]
    if len(b) > 1:
        yield "b of another neuron", "other bias", f @ w[j] + b[j - 1]
    else:
        yield "b twice", "bias twice", f @ w[j] + b[j] * 2
    yield "first term alone", "one term", f[0] * w[j, 0] + b[j]
    yield "second term alone", "one term", f[1] * w[j, 1] + b[j]
    yield "|w|", "weight size", f @ np.abs(w[j]) + b[j]
    yield "minus", "sign", -(f @ w[j] + b[j])
    yield "x + w", "added", f.sum() + w[j].sum() + b[j]
    if w.shape[0] == w.shape[1]:
        yield "transposed", "transposed", f @ w[:, j] + b[j]
        yield "transposed, b left out", ("transposed", "no bias"), f @ w[:, j]
    if l > 0:
        yield "fed z", "fed z", c.z[l - 1][0] @ w[j] + b[j]
        yield "fed z, b left out", ("fed z", "no bias"), c.z[l - 1][0] @ w[j]
        if c.weights[0].shape[1] == w.shape[1]:
            yield "fed x", "fed x", c.x[0] @ w[j] + b[j]
    yield "a for z", "other quantity", c.a[l][0, j]
    if w.shape[0] > 1:
        yield "the neuron beside", "beside", c.z[l][0, j - 1]
    yield "|w|, b left out", ("weight size", "no bias"), f @ np.abs(w[j])
    yield "b subtracted, one term", ("bias sign", "one term"), f[0] * w[j, 0] - b[j]
    yield "b times", "bias times", (f @ w[j]) * b[j]


def of_a(c, l, j):
    w, b, f, z, name = c.weights[l], c.biases[l], c.feeds[l][0], c.z[l][0], c.f[l]
    if name == "softmax":
        e = np.exp(z)
        yield "sigma for softmax", "other activation", sigma(z[j])
        yield "not normalised", "other activation", e[j]
        yield "z normalised", "other activation", z[j] / z.sum()
        yield "b left out", "no bias", VALUE["softmax"]((f @ w.T)[None])[0, j]
        yield "the neuron beside", "beside", c.a[l][0, j - 1]
        yield "e of -z", "minus z", np.exp(-z[j]) / np.exp(-z).sum()
        yield "2 to the z", "other activation", 2 ** z[j] / (2**z).sum()
        yield "b left out, sigma", ("no bias", "other activation"), sigma(f @ w[j])
        yield "b subtracted", "bias sign", VALUE["softmax"]((f @ w.T - b)[None])[0, j]
        return
    g = VALUE[name]
    yield "z for a", "no activation", z[j]
    yield "another function", "other activation", VALUE[other(name)](z[j])
    yield "b left out", "no bias", g(f @ w[j])
    yield "b subtracted", "bias sign", g(f @ w[j] - b[j])
    yield "slope for value", "other quantity", SLOPE[name](z)[j]
    yield "b left out, another function", ("no bias", "other activation"), VALUE[other(name)](f @ w[j])
    yield "b left out, no function", ("no bias", "no activation"), f @ w[j]
    yield "b after", "bias after", g(f @ w[j]) + b[j]
    if name in ("sigmoid", "tanh"):
        yield "f(-z)", "minus z", g(-z[j])
        yield "twice", "activation twice", g(g(z[j]))
        yield "b subtracted, f(-z)", ("bias sign", "minus z"), g(-(f @ w[j] - b[j]))
    if name == "sigmoid":
        yield "e^-z", "other activation", np.exp(-z[j])
        yield "1/1 + e^-z", "other activation", 1 + np.exp(-z[j])
        yield "ReLU", "other activation", max(z[j], 0)
    if w.shape[0] == w.shape[1]:
        yield "transposed", "transposed", g(f @ w[:, j] + b[j])
        yield "transposed, another function", ("transposed", "other activation"), VALUE[other(name)](f @ w[:, j] + b[j])
    if w.shape[0] > 1:
        yield "the neuron beside", "beside", c.a[l][0, j - 1]
    if l > 0:
        yield "fed z", "fed z", g(c.z[l - 1][0] @ w[j] + b[j])
    yield "first term alone", "one term", g(f[0] * w[j, 0] + b[j])
    yield "|w|", "weight size", g(f @ np.abs(w[j]) + b[j])


def of_C(c):
    y, t = c.y[0], c.t[0]
    if c.loss == "squared_error":
        yield "half left out", "double", ((y - t) ** 2).sum()
        yield "not squared", "error power", (y - t).sum()
        yield "sizes", "error power", np.abs(y - t).sum()
        yield "first output alone", "one term", 0.5 * (y[0] - t[0]) ** 2
        yield "mean over outputs", "mean of terms", ((y - t) ** 2).mean() / 2 if len(y) > 1 else (y - t)[0] ** 2 / 4
        yield "root", "error power", np.sqrt(((y - t) ** 2).sum())
        yield "y + t", "plus target", 0.5 * ((y + t) ** 2).sum()
        yield "y squared", "no target", 0.5 * (y**2).sum()
        yield "minus", "sign", -0.5 * ((y - t) ** 2).sum()
        yield "half left out, first alone", ("double", "one term"), (y[0] - t[0]) ** 2
        yield "cross-entropy", "error power", -(t * np.log(np.abs(y))).sum()
        yield "sum squared", "error power", 0.5 * (y - t).sum() ** 2
        return
    if c.loss == "cross_entropy":
        one = t * np.log(y)
        two = (1 - t) * np.log(1 - y)
        yield "first half alone", "part of loss", -one.sum()
        yield "second half alone", "part of loss", -two.sum()
        yield "minus left out", "sign", (one + two).sum()
        yield "log 10", "logarithm", -(one + two).sum() / np.log(10)
        yield "log 2", "logarithm", -(one + two).sum() / np.log(2)
        yield "swapped in the logarithm", "swapped", -((1 - t) * np.log(y) + t * np.log(1 - y)).sum()
        if len(y) > 1:
            yield "mean over outputs", "mean of terms", -(one + two).mean()
            yield "first output alone", "one term", -(one + two)[0]
            yield "log 10, first alone", ("logarithm", "one term"), -(one + two)[0] / np.log(10)
        yield "squared error", "error power", 0.5 * ((y - t) ** 2).sum()
        yield "minus left out, log 10", ("sign", "logarithm"), (one + two).sum() / np.log(10)
        return
    yield "all outputs", "part of loss", -np.log(y).sum()
    yield "log 10", "logarithm", -(t * np.log(y)).sum() / np.log(10)
    yield "log 2", "logarithm", -(t * np.log(y)).sum() / np.log(2)
    yield "minus left out", "sign", (t * np.log(y)).sum()
    yield "binary form", "part of loss", -(t * np.log(y) + (1 - t) * np.log(1 - y)).sum()
    yield "over the classes", "mean of terms", -(t * np.log(y)).mean()
    yield "1 - y", "error power", 1 - (t * y).sum()
    yield "squared error", "error power", 0.5 * ((y - t) ** 2).sum()
    yield "of another class", "beside", -np.log(y[0])
    yield "sigma for softmax", "other activation", -(t * np.log(sigma(c.z[-1][0]))).sum()


def of_L(c):
    yield "first example alone", "one example", c.C[0]
    yield "mean", "over n", c.C.mean()
    yield "last example alone", "one example", c.C[-1]
    yield "minus", "sign", -c.C.sum()
    yield "log 10", "logarithm", c.C.sum() / np.log(10)
    yield "mean, log 10", ("over n", "logarithm"), c.C.mean() / np.log(10)
    yield "half left out or double", "double", 2 * c.C.sum()
    yield "product of the costs", "added", c.C.prod()


ENTRIES = []
for case, places in {
    "sigma": [(0, 1), (1, 0)],
    "tanh": [(0, 0), (1, 0)],
    "ReLU": [(0, 0), (1, 1)],
    "softmax": [(1, 1)],
    "deep": [(1, 0)],
}.items():
    for l, j in places:
        ENTRIES += [number(case, ("z", l, j), *slip) for slip in of_z(CASES[case], l, j)]
        ENTRIES += [number(case, ("a", l, j), *slip) for slip in of_a(CASES[case], l, j)]
for case in ("sigma", "sigma, squared", "ReLU", "softmax", "softmax, squared"):
    ENTRIES += [number(case, ("C",), *slip) for slip in of_C(CASES[case])]
ENTRIES += [number("three examples", ("L",), *slip) for slip in of_L(CASES["three examples"])]
