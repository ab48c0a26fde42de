"""The stages as a learner writes them, each with parts that can be others; what is left as it is, is right."""

import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def forward(linear=lambda f, w, b: f @ w.T + b, activation=sigmoid):
    def function(x, weights, biases):
        z, a = [], []
        for w, b in zip(weights, biases, strict=True):
            z.append(linear(a[-1] if a else x, w, b))
            a.append(activation(z[-1]))
        return z, a

    return function


def backward(start=lambda y, t: y - t, slope=lambda a, z: a * (1 - a), come=lambda d, w: d @ w):
    def function(z, a, target, weights):
        d = [start(a[-1], target)]
        for l in reversed(range(len(a) - 1)):
            d.insert(0, slope(a[l], z[l]) * come(d[0], weights[l + 1]))
        return d

    return function


def multiply(dw=lambda d, f: d.T @ f, db=lambda d: d.sum(axis=0)):
    return lambda x, a, d: ([dw(e, f) for e, f in zip(d, [x, *a[:-1]], strict=True)], [db(e) for e in d])


def update(new=lambda p, g, eta: p - eta * g):
    def function(weights, biases, dL_dw, dL_db, eta):
        return tuple(
            [new(p, g, eta) for p, g in zip(*group, strict=True)] for group in ((weights, dL_dw), (biases, dL_db))
        )

    return function
