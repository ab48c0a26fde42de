"""Wrong numbers of the backward pass: ∂C/∂a and ∂C/∂z at the output and in hidden layers."""

import numpy as np
from entries import sigma
from numbers_forward import number
from reference import CASES, SLOPE


def of_dC_dy(c, j):
    y, t = c.y[0], c.t[0]
    yield "swapped", "swapped", -c.dC_dy[0, j]
    yield "this is dC_dz", "other quantity", c.dC_dz[-1][0, j]
    yield "cost", "other quantity", c.C[0]
    if c.loss == "squared_error":
        yield "2 of it", "double", 2 * (y - t)[j]
        yield "squared", "error power", (y - t)[j] ** 2
        yield "y", "no target", y[j]
        yield "2 of it, swapped", ("double", "swapped"), -2 * (y - t)[j]
        yield "y + t", "plus target", (y + t)[j]
        yield "over outputs", "mean of terms", (y - t)[j] / (len(y) if len(y) > 1 else 3)
        return
    yield "one over y", "part of loss", -1 / y[j] if t[j] == 0 else 1 / (1 - y[j])
    yield "not divided by 1 - y", "part of loss", (y - t)[j] / y[j] if t[j] == 0 else (y - t)[j] / (1 - y[j])
    yield "slope at z", "slope point", (y - t)[j] / (c.z[-1][0, j] * (1 - c.z[-1][0, j]))
    yield "log", "error power", np.log(y[j])


def of_output(c, j):
    y, t, z, f = c.y[0], c.t[0], c.z[-1][0], c.f[-1]
    right, e = c.dC_dz[-1][0, j], (y - t)[j]
    yield "swapped", "swapped", -right
    yield "2 of it", "double", 2 * right
    yield "2 of it, swapped", ("double", "swapped"), -2 * right
    yield "eta in it", "eta in gradient", c.eta * right
    if len(y) > 1:
        yield "the neuron beside", "beside", c.dC_dz[-1][0, j - 1]
    if f == "softmax":
        if c.loss == "squared_error":
            yield "y (1 - y) (y - t)", "jacobian", y[j] * (1 - y[j]) * e
            yield "y - t", "slope missing", e
            yield "2 y (1 - y) (y - t)", ("jacobian", "double"), 2 * y[j] * (1 - y[j]) * e
        else:
            yield "y (1 - y) (y - t)", "output slope", y[j] * (1 - y[j]) * e
            yield "-t / y", "output slope missing", -1 / y[j] if t[j] else y[j] * (1 - y[j])
            yield "-t (1 - y) of another", "part of loss", y[j] * (1 - y[j]) * -1 / y[j] * (1 if t[j] else 0.5)
        slope = ("slope missing",) if c.loss == "squared_error" else ()
        yield "y", ("no target", *slope), y[j]
        yield "sigma - t", ("other activation", *slope), sigma(z[j]) - t[j]
        yield "z - t", ("z for y", *slope), z[j] - t[j]
        return
    slope = c.slope[-1][0, j]
    yield "y", "no target", y[j] if c.loss == "cross_entropy" else y[j] * slope
    yield "z - t", "z for y", z[j] - t[j] if c.loss == "cross_entropy" else (z[j] - t[j]) * slope
    yield "squared", "error power", e**2 if c.loss == "cross_entropy" else e**2 * slope
    yield "the cost", "error power", c.C[0]
    if c.loss == "cross_entropy":
        yield "slope once more", "output slope", e * slope
        yield "dC_dy", "output slope missing", e / slope
        yield "2 of it, slope once more", ("double", "output slope"), 2 * e * slope
        yield "swapped, slope once more", ("swapped", "output slope"), -e * slope
        yield "slope alone", "error missing", slope
        yield "e (1 - e)", "slope of error", e * (1 - e)
        return
    if f == "identity":
        yield "y (1 - y)", "other slope", e * y[j] * (1 - y[j])
        yield "tanh's slope", "other slope", e * (1 - y[j] ** 2)
        return
    yield "slope left out", "slope missing", e
    yield "slope twice", "slope twice", e * slope**2
    yield "slope at a", "slope point", e * SLOPE[f](y)[j]
    yield "z (1 - z)", "slope point", e * z[j] * (1 - z[j]) if f == "sigmoid" else e * (1 - z[j] ** 2)
    yield "another function's slope", "other slope", e * (1 - y[j] ** 2 if f == "sigmoid" else y[j] * (1 - y[j]))
    yield "slope alone", "error missing", slope
    yield "y times error", "other slope", e * y[j]
    yield "1 - y times error", "other slope", e * (1 - y[j])
    yield "swapped, slope left out", ("swapped", "slope missing"), -e
    yield "swapped, slope at a", ("swapped", "slope point"), -e * SLOPE[f](y)[j]
    yield (
        "2, another slope",
        ("double", "other slope"),
        2 * e * (1 - y[j] ** 2 if f == "sigmoid" else y[j] * (1 - y[j])),
    )
    yield "slope added", "slope added", e + slope


def comes_back(c, l, j):
    """Wrong ∂C/∂a of a hidden neuron."""
    d, w = c.dC_dz[l + 1][0], c.weights[l + 1]
    new = w - c.eta * c.dL_dw[l + 1]
    if len(d) > 1:
        yield "first path", "one path", d[0] * w[0, j]
        yield "last path", "one path", d[-1] * w[-1, j]
        yield "mean of paths", "mean of terms", d @ w[:, j] / len(d)
        yield "weights left out", "no weights", d.sum()
    else:
        yield "weight left out", "no weights", d[0]
    if len(d) == w.shape[1]:
        yield "transposed", "transposed", d @ w[j]
    yield "updated weights", "updated", d @ new[:, j]
    yield "uphill weights", "updated", d @ (w + c.eta * c.dL_dw[l + 1])[:, j]
    yield "|w|", "weight size", d @ np.abs(w[:, j])
    yield "weights of the neuron beside", "other weights", d @ w[:, j - 1]
    yield "minus", "swapped", -d @ w[:, j]
    yield "a in place of d", "not delta", c.a[l + 1][0] @ w[:, j]
    if c.f[-1] != "softmax" and l + 1 == len(c.f) - 1:
        back = c.dC_dy[0] @ w[:, j]
        if c.f[-1] != "identity":
            yield "output's slope left out", "output slope missing", back
            yield (
                "output's slope once more",
                "output slope" if c.loss == "cross_entropy" else "slope twice",
                (d * c.slope[-1][0]) @ w[:, j],
            )


def of_dC_da(c, l, j):
    yield from comes_back(c, l, j)
    yield "own slope too", "other quantity", c.dC_dz[l][0, j]
    yield "2 of it", "double", 2 * c.dC_da[l][0, j]
    yield "the neuron beside", "beside", c.dC_da[l][0, j - 1]


def slopes(c, l, j):
    """Wrong slopes of a neuron, by kind."""
    a, z, f, s = c.a[l][0, j], c.z[l][0, j], c.f[l], c.slope[l][0, j]
    back = c.dC_da[l][0, j]
    yield "slope left out", "slope missing", 1.0
    if f not in ("relu", "identity"):
        yield "slope twice", "slope twice", s**2
        yield "slope at a", "slope point", SLOPE[f](np.array([a]))[0]
        yield "z for a in it", "slope point", z * (1 - z) if f == "sigmoid" else 1 - z**2
        yield "slope of what comes back", "slope of error", SLOPE[f](np.array([back]))[0]
    yield "another function's", "other slope", 1 - a**2 if f == "sigmoid" else a * (1 - a)
    yield "a for it", "other slope", a
    yield "1 - a for it", "other slope", 1 - a
    yield "a more", "extra a", s * a
    yield "slope beside", "slope place", c.slope[l][0, j - 1]


def of_hidden(c, l, j):
    back, s = c.dC_da[l][0, j], c.slope[l][0, j]
    yield from ((what, cause, value * back) for what, cause, value in slopes(c, l, j))
    yield from ((what, cause, value * s) for what, cause, value in comes_back(c, l, j))
    yield "slope alone", "error missing", s
    yield "2 of it", "double", 2 * s * back
    yield "slope added", "slope added", s + back
    yield "the neuron beside", "beside", c.dC_dz[l][0, j - 1]
    yield "over it", "slope divides", back / (s if s != 1 else 2.0)
    for one, cause, value in list(comes_back(c, l, j))[:6]:
        for two, second, slope in list(slopes(c, l, j))[:5]:
            yield f"{one} and {two}", (cause, second), value * slope
    for two, second, slope in list(slopes(c, l, j))[:7]:
        yield f"swapped and {two}", ("swapped", second), -slope * back


ENTRIES = []
for case, j in (("sigma", 0), ("sigma, squared", 1), ("ReLU", 0), ("softmax", 1), ("softmax, squared", 0)):
    c = CASES[case]
    ENTRIES += [number(case, ("dC_da", len(c.f) - 1, j), *slip) for slip in of_dC_dy(c, j)]
for case, j in (("sigma", 1), ("sigma, squared", 0), ("tanh", 0), ("ReLU", 1), ("softmax", 1), ("softmax, squared", 0)):
    c = CASES[case]
    ENTRIES += [number(case, ("dC_dz", len(c.f) - 1, j), *slip) for slip in of_output(c, j)]
for case, l, j in (("sigma", 0, 1), ("tanh", 0, 0), ("softmax", 0, 1)):
    ENTRIES += [number(case, ("dC_da", l, j), *slip) for slip in of_dC_da(CASES[case], l, j)]
for case, l, j in (("sigma", 0, 0), ("tanh", 0, 1), ("ReLU", 0, 1), ("softmax", 0, 0), ("deep", 1, 1), ("deep", 0, 0)):
    ENTRIES += [number(case, ("dC_dz", l, j), *slip) for slip in of_hidden(CASES[case], l, j)]
