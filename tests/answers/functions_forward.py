"""Wrong forward passes: forward(x, weights, biases) -> z, a. Place × kind."""

import numpy as np
from entries import entry, sigma


def forward_of(linear=None, act=None, feed=None, where="all"):
    """A forward pass with its linear part, activation or feed replaced at a place: all, first, hidden, last, later."""

    def forward(x, weights, biases):
        zs, activations, n = [], [], len(weights)
        for l, (w, b) in enumerate(zip(weights, biases, strict=True)):
            here = {"all": True, "first": l == 0, "hidden": l < n - 1, "last": l == n - 1, "later": l > 0}[where]
            f = x if l == 0 else activations[-1]
            if feed and here and l > 0:
                f = feed(f, zs[-1], x)
            z = linear(f, w, b) if linear and here else f @ w.T + b
            a = act(z, b) if act and here else sigma(z)
            zs.append(z)
            activations.append(a)
        return zs, activations

    return forward


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


LINEAR = {
    "b left out": ("no bias", lambda f, w, b: f @ w.T),
    "b subtracted": ("bias sign", lambda f, w, b: f @ w.T - b),
    "b twice": ("bias twice", lambda f, w, b: f @ w.T + 2 * b),
    "b summed": ("other bias", lambda f, w, b: f @ w.T + b.sum()),
    "b of the first neuron": ("other bias", lambda f, w, b: f @ w.T + b[0]),
    "b reversed": ("other bias", lambda f, w, b: f @ w.T + b[::-1]),
    "b times": ("bias times", lambda f, w, b: (f @ w.T) * b),
    "w not transposed": ("transposed", lambda f, w, b: f @ w + b),
    "|w|": ("weight size", lambda f, w, b: f @ np.abs(w).T + b),
    "w squared": ("weight size", lambda f, w, b: f @ (w * w).T + b),
    "minus w": ("sign", lambda f, w, b: -f @ w.T + b),
    "minus z": ("sign | sign + bias sign", lambda f, w, b: -(f @ w.T + b)),
    "x + w": ("added", lambda f, w, b: (f[:, None, :] + w[None]).sum(axis=2) + b),
    "first input only": ("one term", lambda f, w, b: f[:, :1] @ w[:, :1].T + b),
    "last input dropped": ("one term", lambda f, w, b: f[:, :-1] @ w[:, :-1].T + b),
    "mean over inputs": ("mean of terms", lambda f, w, b: f @ w.T / w.shape[1] + b),
    "greatest term": ("one term", lambda f, w, b: (f[:, None, :] * w[None]).max(axis=2) + b),
    "inputs multiplied": ("one term", lambda f, w, b: (f[:, None, :] * w[None]).prod(axis=2) + b),
    "z rounded to 2": ("rounded", lambda f, w, b: np.round(f @ w.T + b, 2)),
    "z rounded to 4": ("rounded", lambda f, w, b: np.round(f @ w.T + b, 4)),
    "z whole": ("rounded", lambda f, w, b: (f @ w.T + b).astype(int)),
    "rows summed": ("one example", lambda f, w, b: np.tile((f @ w.T).sum(axis=0) + b, (len(f), 1))),
    "first row for all": ("one example", lambda f, w, b: np.tile(f[0] @ w.T + b, (len(f), 1))),
    "feed normalised": ("normalised", lambda f, w, b: f / np.linalg.norm(f, axis=1, keepdims=True) @ w.T + b),
    "feed centred": ("normalised", lambda f, w, b: (f - f.mean(axis=0)) @ w.T + b),
    "only b": ("no weights", lambda f, w, b: np.tile(b, (len(f), 1))),
    "elementwise": ("elementwise", lambda f, w, b: f * w + b),
    "divided by 2": ("half", lambda f, w, b: (f @ w.T + b) / 2),
}
ACT = {
    "none": ("no activation", lambda z, b: z),
    "tanh": ("other activation", lambda z, b: np.tanh(z)),
    "ReLU": ("other activation", lambda z, b: np.maximum(z, 0)),
    "softmax": ("other activation", lambda z, b: softmax(z)),
    "step": ("other activation", lambda z, b: (z > 0).astype(float)),
    "exp(-z) alone": ("other activation", lambda z, b: np.exp(-z)),
    "1 / (1 - e)": ("minus z", lambda z, b: 1 / (1 + np.exp(z))),
    "1/1 + e": ("other activation", lambda z, b: 1 / 1 + np.exp(-z)),
    "twice": ("activation twice", lambda z, b: sigma(sigma(z))),
    "slope for value": ("other activation", lambda z, b: sigma(z) * (1 - sigma(z))),
    "half tanh": ("other activation", lambda z, b: 0.5 * np.tanh(z) + 0.5),
    "b after": ("bias after", lambda z, b: sigma(z - b) + b),
    "rounded": ("rounded", lambda z, b: sigma(z).round(3)),
    "predicts": ("rounded", lambda z, b: np.round(sigma(z))),
    "shifted": ("other activation", lambda z, b: sigma(z) - 0.5),
    "SiLU": ("other activation", lambda z, b: z * sigma(z)),
    "2z": ("double", lambda z, b: sigma(2 * z)),
}
FEED = {
    "z feeds": ("fed z", lambda a, z, x: z),
    "x feeds": ("fed x", lambda a, z, x: x),
    "1 - a feeds": ("minus z", lambda a, z, x: 1 - a),
    "rounded a feeds": ("rounded", lambda a, z, x: np.round(a, 2)),
    "sigma of a feeds": ("activation twice", lambda a, z, x: sigma(a)),
    "first example's a feeds": ("one example", lambda a, z, x: np.repeat(a[:1], len(a), axis=0)),
}


def after(change):
    """The right lists, changed at the end."""

    def forward(x, weights, biases):
        return change(*forward_of()(x, weights, biases))

    return forward


def overwritten(x, weights, biases):
    zs, activations, f = [], [], x
    for w, b in zip(weights, biases, strict=True):
        z = f @ w.T + b
        zs.append(z)
        z *= -1
        np.exp(z, out=z)
        z += 1
        np.divide(1, z, out=z)
        activations.append(z)
        f = z
    return zs, activations


def relu_in_place(x, weights, biases):
    zs, activations, f = [], [], x
    for w, b in zip(weights, biases, strict=True):
        z = f @ w.T + b
        z[z < 0] = 0
        zs.append(z)
        f = sigma(z)
        activations.append(f)
    return zs, activations


AFTER = {
    "a, z": ("pair order", lambda z, a: (a, z)),
    "last layer first": ("order", lambda z, a: (z[::-1], a[::-1])),
    "a reversed": ("order", lambda z, a: (z, a[::-1])),
    "z reversed": ("order", lambda z, a: (z[::-1], a)),
    "a twice": ("other quantity", lambda z, a: (a, a)),
    "z twice": ("no activation", lambda z, a: (z, z)),
    "last alone": ("layer missing", lambda z, a: (z[-1:], a[-1:])),
    "output missing": ("layer missing", lambda z, a: (z[:-1], a[:-1])),
    "first layer missing": ("layer missing", lambda z, a: (z[1:], a[1:])),
    "x stands first": ("layer missing", lambda z, a: (z, [np.zeros((len(z[0]), 2)), *a])),
    "one layer everywhere": ("other quantity", lambda z, a: ([z[-1]] * len(z), [a[-1]] * len(a))),
    "columns": ("gradient transposed", lambda z, a: ([v.T for v in z], [v.T for v in a])),
    "first example alone": ("one example", lambda z, a: ([v[0] for v in z], [v[0] for v in a])),
    "mean example": ("one example", lambda z, a: ([v.mean(axis=0) for v in z], [v.mean(axis=0) for v in a])),
    "whole a": ("rounded", lambda z, a: (z, [v.astype(int) for v in a])),
}
ENTRIES = [
    entry("forward", f"{k}, {p}", c, forward_of(linear=f, where=p))
    for k, (c, f) in LINEAR.items()
    for p in (
        ("all", "last")
        if k in ("b left out", "b subtracted", "w not transposed", "minus w", "|w|", "b summed")
        else ("all",)
    )
]
ENTRIES += [
    entry("forward", f"a is {k}, {p}", c, forward_of(act=f, where=p))
    for k, (c, f) in ACT.items()
    for p in (("all", "last", "hidden") if k in ("none", "tanh", "ReLU", "softmax") else ("all",))
    if (k, p) != ("none", "all")  # the same function as "z twice" but for what feeds: kept below as its own
]
ENTRIES += [
    entry("forward", "a is none, all", "no activation", forward_of(act=ACT["none"][1])),
    entry("forward", "z overwritten by a", "in place", overwritten),
    entry("forward", "z cut at 0 in place", ("in place", "other activation"), relu_in_place),
]
ENTRIES += [entry("forward", k, c, forward_of(feed=f)) for k, (c, f) in FEED.items()]
ENTRIES += [entry("forward", k, c, after(f)) for k, (c, f) in AFTER.items()]
PAIRS = [
    ("b left out", "tanh"),
    ("b left out", "1 / (1 - e)"),
    ("b subtracted", "ReLU"),
    ("w not transposed", "tanh"),
    ("b left out", "none"),
    ("|w|", "twice"),
    ("b twice", "none"),
    ("b summed", "ReLU"),
    ("w not transposed", "b after"),
    ("minus w", "tanh"),
    ("mean over inputs", "ReLU"),
    ("first input only", "1 / (1 - e)"),
    ("b subtracted", "none"),
    ("z rounded to 2", "tanh"),
    ("b reversed", "softmax"),
    ("first row for all", "ReLU"),
    ("b left out", "slope for value"),
]
ENTRIES += [
    entry("forward", f"{one} and a is {two}", (LINEAR[one][0], ACT[two][0]), forward_of(LINEAR[one][1], ACT[two][1]))
    for one, two in PAIRS
]
FED = [
    ("b left out", "z feeds"),
    ("w not transposed", "z feeds"),
    ("b left out", "x feeds"),
    ("b subtracted", "1 - a feeds"),
]
ENTRIES += [
    entry("forward", f"{one} and {two}", (LINEAR[one][0], FEED[two][0]), forward_of(LINEAR[one][1], feed=FEED[two][1]))
    for one, two in FED
]
