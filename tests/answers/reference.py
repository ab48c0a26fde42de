"""The passes once more, in plain NumPy: what the corpus's right results and wrong numbers are computed with."""

from dataclasses import dataclass

import numpy as np
from entries import sigma


def gelu(z):
    return 0.5 * z * (1 + np.tanh(np.sqrt(2 / np.pi) * (z + 0.044715 * z**3)))


def gelu_slope(z):
    u, k = np.sqrt(2 / np.pi) * (z + 0.044715 * z**3), np.sqrt(2 / np.pi)
    return 0.5 * (1 + np.tanh(u)) + 0.5 * z * (1 - np.tanh(u) ** 2) * k * (1 + 3 * 0.044715 * z**2)


def softmax(z):
    e = np.exp(z)
    return e / e.sum(axis=1, keepdims=True)


VALUE = {
    "sigmoid": sigma,
    "tanh": np.tanh,
    "relu": lambda z: np.maximum(z, 0),
    "leaky_relu": lambda z: np.where(z > 0, z, 0.01 * z),
    "gelu": gelu,
    "identity": lambda z: z,
    "softmax": softmax,
}
SLOPE = {
    "sigmoid": lambda z: sigma(z) * (1 - sigma(z)),
    "tanh": lambda z: 1 - np.tanh(z) ** 2,
    "relu": lambda z: (z > 0) * 1.0,
    "leaky_relu": lambda z: np.where(z > 0, 1, 0.01),
    "gelu": gelu_slope,
    "identity": np.ones_like,
}


@dataclass
class Case:
    """A network with its data: weights, biases and activations a layer; x and targets, examples in rows."""

    name: str
    weights: list
    biases: list
    f: list
    x: np.ndarray
    t: np.ndarray
    loss: str
    eta: float

    def __post_init__(self):
        self.weights = [np.array(w, float) for w in self.weights]
        self.biases = [np.array(b, float) for b in self.biases]
        self.x, self.t = np.array(self.x, float), np.array(self.t, float)
        self.passed()

    def passed(self):
        """The right passes: z, a, slope, dC_dy, dC_da, dC_dz, and the gradients."""
        self.z, self.a, feed = [], [], self.x
        for w, b, f in zip(self.weights, self.biases, self.f, strict=True):
            self.z.append(feed @ w.T + b)
            self.a.append(VALUE[f](self.z[-1]))
            feed = self.a[-1]
        self.y = self.a[-1]
        self.feeds = [self.x, *self.a[:-1]]
        self.slope = [None if f == "softmax" else SLOPE[f](z) for f, z in zip(self.f, self.z, strict=True)]
        y, t = self.y, self.t
        if self.loss == "squared_error":
            self.C, self.dC_dy = 0.5 * ((y - t) ** 2).sum(axis=1), y - t
        elif self.loss == "cross_entropy":
            self.C = -(t * np.log(y) + (1 - t) * np.log(1 - y)).sum(axis=1)
            self.dC_dy = (y - t) / (y * (1 - y))
        else:
            self.C, self.dC_dy = -(t * np.log(y)).sum(axis=1), -t / y
        self.L = self.C.sum()
        if self.f[-1] == "softmax":
            d = np.array([(np.diag(p) - np.outer(p, p)) @ g for p, g in zip(y, self.dC_dy, strict=True)])
        else:
            d = self.slope[-1] * self.dC_dy
        self.dC_dz, self.dC_da = [d], [self.dC_dy]
        for l in reversed(range(len(self.weights) - 1)):
            self.dC_da.insert(0, self.dC_dz[0] @ self.weights[l + 1])
            self.dC_dz.insert(0, self.slope[l] * self.dC_da[0])
        self.dL_dw = [d.T @ f for d, f in zip(self.dC_dz, self.feeds, strict=True)]
        self.dL_db = [d.sum(axis=0) for d in self.dC_dz]

    def right(self, quantity):
        """The right number of a quantity, of the first example."""
        name, *place = quantity
        if name.startswith("new_") and name not in ("new_w", "new_b"):
            return self.moved().right((name[4:], *place))
        if name in ("new_w", "new_b"):
            moved = self.moved()
            return (moved.weights if name == "new_w" else moved.biases)[place[0]][tuple(place[1:])]
        if name == "L":
            return self.L
        if name == "C":
            return self.C[0]
        if name in ("dL_dw", "dL_db"):
            return getattr(self, name)[place[0]][tuple(place[1:])]
        if name == "dC_db":
            l, j = place
            return self.dC_dz[l][0, j]
        if name == "dC_dw":
            l, j, k = place
            return self.dC_dz[l][0, j] * self.feeds[l][0, k]
        return getattr(self, name)[place[0]][0, place[1]]

    def moved(self, weights=True, biases=True, sign=-1.0, eta=None):
        """The same case after an update, or part of one."""
        step = sign * (self.eta if eta is None else eta)
        w = [p + weights * step * g for p, g in zip(self.weights, self.dL_dw, strict=True)]
        b = [p + biases * step * g for p, g in zip(self.biases, self.dL_db, strict=True)]
        return Case(self.name, w, b, self.f, self.x, self.t, self.loss, self.eta)


CASES = {
    case.name: case
    for case in (
        Case(
            "sigma",
            [[[0.9, -0.6], [0.7, 0.8]], [[1.2, -0.5], [-0.7, 0.9]]],
            [[0.3, -0.2], [0.1, 0.25]],
            ["sigmoid", "sigmoid"],
            [[1.3, -0.45]],
            [[1.0, 0.0]],
            "cross_entropy",
            0.9,
        ),
        Case(
            "sigma, squared",
            [[[0.35, -0.85], [0.62, 0.44]], [[-1.1, 0.73], [0.57, 1.31]]],
            [[0.15, 0.4], [-0.33, 0.21]],
            ["sigmoid", "sigmoid"],
            [[0.6, 1.7]],
            [[0.0, 1.0]],
            "squared_error",
            1.4,
        ),
        Case(
            "tanh",
            [[[0.52, -0.31, 0.87], [0.27, 0.64, -0.93]], [[1.35, -0.58]]],
            [[0.12, -0.26], [0.19]],
            ["tanh", "tanh"],
            [[0.55, -1.2, 0.8]],
            [[-0.9]],
            "squared_error",
            1.5,
        ),
        Case(
            "ReLU",
            [[[1.1, -0.4], [0.6, 0.9], [-0.7, -0.3]], [[0.45, -1.3, 0.8], [1.6, 0.35, 0.55]]],
            [[0.2, -0.15, 0.1], [0.3, -0.4]],
            ["relu", "identity"],
            [[1.4, 0.65]],
            [[0.3, -0.6]],
            "squared_error",
            0.15,
        ),
        Case(
            "softmax",
            [[[0.4, -0.6], [0.3, 0.8]], [[1.0, -0.5], [-0.7, 0.9], [0.2, 0.4]]],
            [[0.1, -0.2], [0.15, 0.05, -0.3]],
            ["tanh", "softmax"],
            [[1.1, -0.55]],
            [[0.0, 1.0, 0.0]],
            "categorical_cross_entropy",
            1.2,
        ),
        Case(
            "softmax, squared",
            [[[0.74, 0.33], [-0.52, 0.91]], [[0.85, -0.47], [0.38, 0.66], [-0.94, 0.29]]],
            [[0.22, -0.11], [0.08, -0.17, 0.31]],
            ["sigmoid", "softmax"],
            [[-0.65, 1.25]],
            [[1.0, 0.0, 0.0]],
            "squared_error",
            0.6,
        ),
        Case(
            "deep",
            [[[0.8, -0.35], [-0.6, 1.15]], [[0.5, 0.95], [-1.05, 0.4]], [[0.7, -1.25], [0.85, 0.45]]],
            [[0.1, -0.3], [0.25, 0.15], [-0.2, 0.35]],
            ["relu", "tanh", "sigmoid"],
            [[1.6, 0.75]],
            [[0.0, 1.0]],
            "cross_entropy",
            2.5,
        ),
        Case(
            "three examples",
            [[[0.45, -0.95], [0.85, 0.55]], [[0.65, -0.75]]],
            [[-0.12, 0.36], [0.28]],
            ["tanh", "sigmoid"],
            [[1.2, -0.7], [0.4, 1.5], [-0.9, 0.35]],
            [[1.0], [0.0], [1.0]],
            "cross_entropy",
            0.6,
        ),
    )
}
