"""Right functions in unusual forms: each must be called right."""

from functools import reduce

import numpy as np
from entries import Entry, sigma
from right_loops import TRAIN


def right(ask, what, function):
    return Entry(f"{ask}: {what}", ask, function)


def tanh_sigma(z):
    return 0.5 * (np.tanh(0.5 * z) + 1)


def stable_sigma(z):
    return np.where(z >= 0, 1 / (1 + np.exp(-np.abs(z))), np.exp(-np.abs(z)) / (1 + np.exp(-np.abs(z))))


# ------------------------------------------------------------------ forward


def forward_of(linear=lambda f, w, b: f @ w.T + b, act=sigma, end=lambda z, a: (z, a)):
    def forward(x, weights, biases):
        zs, activations = [], [x]
        for w, b in zip(weights, biases, strict=True):
            zs.append(linear(activations[-1], w, b))
            activations.append(act(zs[-1]))
        return end(zs, activations[1:])

    return forward


def by_loops(f, w, b):
    z = np.zeros((len(f), len(w)))
    for n in range(len(f)):
        for j in range(len(w)):
            z[n, j] = b[j]
            for k in range(w.shape[1]):
                z[n, j] += w[j, k] * f[n, k]
    return z


def backwards_loops(f, w, b):
    return np.array(
        [[sum(w[j, k] * r[k] for k in reversed(range(w.shape[1]))) + b[j] for j in range(len(w))] for r in f]
    )


def augmented(f, w, b):
    return np.hstack([f, np.ones((len(f), 1))]) @ np.hstack([w, b[:, None]]).T


def recursive(x, weights, biases):
    if not len(weights):
        return [], []
    z = x @ weights[0].T + biases[0]
    zs, activations = recursive(sigma(z), weights[1:], biases[1:])
    return [z, *zs], [sigma(z), *activations]


def preallocated(x, weights, biases):
    z, a = [None] * len(weights), [None] * len(weights)
    for l in range(len(weights)):
        z[l] = np.dot(x if l == 0 else a[l - 1], weights[l].T) + biases[l]
        a[l] = sigma(z[l])
    return z, a


def reduced(x, weights, biases):
    def step(so_far, layer):
        z = so_far[-1][1] @ layer[0].T + layer[1]
        return [*so_far, (z, sigma(z))]

    made = reduce(step, zip(weights, biases, strict=True), [(None, x)])[1:]
    return [z for z, _ in made], [a for _, a in made]


def by_example(x, weights, biases):
    rows = [preallocated(x[n : n + 1], weights, biases) for n in range(len(x))]
    return tuple([np.vstack([row[i][l] for row in rows]) for l in range(len(weights))] for i in (0, 1))


def generators(x, weights, biases):
    z, a = preallocated(x, weights, biases)
    return (v for v in z), (v for v in a)


FORWARD = {
    "einsum": forward_of(lambda f, w, b: np.einsum("nk,jk->nj", f, w) + b),
    "columns inside": forward_of(lambda f, w, b: (w @ f.T + b[:, None]).T),
    "loops": forward_of(by_loops),
    "loops from behind": forward_of(backwards_loops),
    "bias as a weight": forward_of(augmented),
    "broadcast sum": forward_of(lambda f, w, b: (f[:, None] * w[None]).sum(axis=2) + b),
    "bias first": forward_of(lambda f, w, b: b + np.inner(f, w)),
    "tensordot": forward_of(lambda f, w, b: np.tensordot(f, w, axes=(1, 1)) + b),
    "sigma by tanh": forward_of(act=tanh_sigma),
    "stable sigma": forward_of(act=stable_sigma),
    "sigma as e^z / (1 + e^z)": forward_of(act=lambda z: np.exp(z) / (1 + np.exp(z))),
    "sigma by logaddexp": forward_of(act=lambda z: np.exp(-np.logaddexp(0, -z))),
    "tuples": forward_of(end=lambda z, a: (tuple(z), tuple(a))),
    "one list of two": forward_of(end=lambda z, a: [z, a]),
    "nested lists": forward_of(end=lambda z, a: ([v.tolist() for v in z], [v.tolist() for v in a])),
    "float32": forward_of(end=lambda z, a: ([v.astype(np.float32) for v in z], [v.astype(np.float32) for v in a])),
    "float32 inside": forward_of(lambda f, w, b: f.astype(np.float32) @ w.T.astype(np.float32) + b.astype(np.float32)),
    "Fortran order": forward_of(
        end=lambda z, a: ([np.asfortranarray(v) for v in z], [np.asfortranarray(v) for v in a])
    ),
    "longdouble": forward_of(lambda f, w, b: f.astype(np.longdouble) @ w.T.astype(np.longdouble) + b),
    "recursion": recursive,
    "preallocated": preallocated,
    "reduce": reduced,
    "one example at a time": by_example,
    "generators": generators,
}

# ----------------------------------------------------------------- backward


def backward_of(error=lambda y, t: y - t, slope=lambda a, z: a * (1 - a), back=lambda d, w: d @ w, end=lambda d: d):
    def backward(z, a, target, weights):
        d = [error(a[-1], target)]
        for l in range(len(a) - 2, -1, -1):
            d.insert(0, slope(a[l], z[l]) * back(d[0], weights[l + 1]))
        return end(d)

    return backward


def as_jacobians(z, a, target, weights):
    """Each example's full Jacobians, multiplied from the output back."""
    result = [np.zeros_like(v) for v in a]
    for n in range(len(target)):
        row = a[-1][n] - target[n]
        result[-1][n] = row
        for l in reversed(range(len(a) - 1)):
            row = row @ weights[l + 1] @ np.diag(a[l][n] * (1 - a[l][n]))
            result[l][n] = row
    return result


def appended_then_turned(z, a, target, weights):
    d, delta = [], a[-1] - target
    for l in range(len(a) - 1, 0, -1):
        d.append(delta)
        delta = (delta @ weights[l]) * (a[l - 1] - a[l - 1] ** 2)
    return [*d, delta][::-1]


def forward_mode(z, a, target, weights):
    """Paths summed from each layer to the output: no delta of the next layer is used."""
    found = []
    for l in range(len(a)):
        m = np.tile(np.eye(a[l].shape[1]), (len(target), 1, 1))
        if l < len(a) - 1:
            m = m * (a[l] * (1 - a[l]))[:, None, :]
        for k in range(l + 1, len(a)):
            m = weights[k] @ m
            if k < len(a) - 1:
                m = (a[k] * (1 - a[k]))[:, :, None] * m
        found.append(np.einsum("nj,njk->nk", a[-1] - target, m))
    return found


def backward_loops(z, a, target, weights):
    d = [np.zeros(v.shape) for v in a]
    for n in range(len(target)):
        for j in range(a[-1].shape[1]):
            d[-1][n, j] = a[-1][n, j] - target[n, j]
        for l in range(len(a) - 2, -1, -1):
            for j in range(a[l].shape[1]):
                total = 0.0
                for k in range(a[l + 1].shape[1]):
                    total += weights[l + 1][k, j] * d[l + 1][n, k]
                d[l][n, j] = total * a[l][n, j] * (1 - a[l][n, j])
    return d


def generated(z, a, target, weights):
    yield from appended_then_turned(z, a, target, weights)


def object_array(z, a, target, weights):
    d = np.empty(len(a), dtype=object)
    for l, v in enumerate(appended_then_turned(z, a, target, weights)):
        d[l] = v
    return d


BACKWARD = {
    "einsum": backward_of(back=lambda d, w: np.einsum("nk,kj->nj", d, w)),
    "columns inside": backward_of(back=lambda d, w: (w.T @ d.T).T),
    "a - a^2": backward_of(slope=lambda a, z: a - a**2),
    "sigma'(z) from z": backward_of(slope=lambda a, z: np.exp(-z) / (1 + np.exp(-z)) ** 2),
    "sigma(z) sigma(-z)": backward_of(slope=lambda a, z: sigma(z) * sigma(-z)),
    "by cosh": backward_of(slope=lambda a, z: 0.25 / np.cosh(z / 2) ** 2),
    "two factors at the output": backward_of(error=lambda y, t: (y - t) / (y * (1 - y)) * (y * (1 - y))),
    "both terms of the loss": backward_of(error=lambda y, t: (-t / y + (1 - t) / (1 - y)) * y * (1 - y)),
    "-(t - y)": backward_of(error=lambda y, t: -(t - y)),
    "tuple": backward_of(end=tuple),
    "nested lists": backward_of(end=lambda d: [v.tolist() for v in d]),
    "float32": backward_of(end=lambda d: [v.astype(np.float32) for v in d]),
    "Jacobians": as_jacobians,
    "appended, then turned": appended_then_turned,
    "forward mode": forward_mode,
    "loops": backward_loops,
    "generator": generated,
    "object array": object_array,
}

# ----------------------------------------------------------------- multiply


def multiply_of(dw=lambda d, f: d.T @ f, db=lambda d: d.sum(axis=0), end=lambda w, b: (w, b)):
    def multiply(x, a, dC_dz):
        feeds = [x, *a[:-1]]
        return end([dw(d, f) for d, f in zip(dC_dz, feeds, strict=True)], [db(d) for d in dC_dz])

    return multiply


def outer_products(d, f):
    total = np.zeros((d.shape[1], f.shape[1]))
    for row, fed in zip(d, f, strict=True):
        total += np.outer(row, fed)
    return total


def entry_by_entry(d, f):
    return [[sum(d[n, j] * f[n, k] for n in range(len(d))) for k in range(f.shape[1])] for j in range(d.shape[1])]


MULTIPLY = {
    "einsum": multiply_of(lambda d, f: np.einsum("nj,nk->jk", d, f)),
    "columns turned": multiply_of(lambda d, f: (f.T @ d).T),
    "outer products summed": multiply_of(outer_products),
    "entry by entry": multiply_of(entry_by_entry),
    "broadcast sum": multiply_of(lambda d, f: (d[:, :, None] * f[:, None, :]).sum(axis=0)),
    "mean times n": multiply_of(lambda d, f: d.T @ f / len(d) * len(d), lambda d: d.mean(axis=0) * len(d)),
    "ones times d": multiply_of(db=lambda d: np.ones(len(d)) @ d),
    "float32": multiply_of(lambda d, f: (d.T @ f).astype(np.float32), lambda d: d.sum(axis=0).astype(np.float32)),
    "tuples": multiply_of(end=lambda w, b: (tuple(w), tuple(b))),
    "lists": multiply_of(end=lambda w, b: ([v.tolist() for v in w], [v.tolist() for v in b])),
    "from the last example on": multiply_of(lambda d, f: d[::-1].T @ f[::-1], lambda d: d[::-1].sum(axis=0)),
    "generators": multiply_of(end=lambda w, b: ((v for v in w), (v for v in b))),
}

# ------------------------------------------------------------------- update


def update_of(new=lambda p, g, eta: p - eta * g, end=lambda w, b: (w, b)):
    def update(weights, biases, dL_dw, dL_db, learning_rate):
        return end(
            [new(p, g, learning_rate) for p, g in zip(weights, dL_dw, strict=True)],
            [new(p, g, learning_rate) for p, g in zip(biases, dL_db, strict=True)],
        )

    return update


def copied(weights, biases, dL_dw, dL_db, learning_rate):
    weights, biases = [w.copy() for w in weights], [b.copy() for b in biases]
    for l in range(len(weights)):
        weights[l] -= learning_rate * dL_dw[l]
        biases[l] -= learning_rate * dL_db[l]
    return weights, biases


UPDATE = {
    "minus first": update_of(lambda p, g, eta: -eta * g + p),
    "p + (-eta) g": update_of(lambda p, g, eta: p + (-eta) * g),
    "np.subtract": update_of(lambda p, g, eta: np.subtract(p, np.multiply(eta, g))),
    "copied, then in place": copied,
    "lists": update_of(end=lambda w, b: ([v.tolist() for v in w], [v.tolist() for v in b])),
    "tuples": update_of(end=lambda w, b: (tuple(w), tuple(b))),
    "float32": update_of(lambda p, g, eta: (p - eta * g).astype(np.float32)),
    "in two halves": update_of(lambda p, g, eta: (p - eta / 2 * g) - eta / 2 * g),
    "generators": update_of(end=lambda w, b: ((v for v in w), (v for v in b))),
}


# --------------------------------------------------------------- questions


def trained(network, x, target, learning_rate, updates):
    if not updates:
        return network
    network = network.updated(network.backward(network.forward(x), target), learning_rate)
    return trained(network, x, target, learning_rate, updates - 1)


def with_while(network, x, target, learning_rate, updates):
    while updates > 0:
        forward = network.forward(x)
        network, updates = network.updated(network.backward(forward, target), learning_rate), updates - 1
    return network


QUESTIONS = {
    "00-code": {
        "loop": lambda th, g, eta: [t - eta * d for t, d in zip(th, g, strict=True)],
        "float32": lambda th, g, eta: np.float32(th) - np.float32(eta) * np.float32(g),
        "tuple": lambda th, g, eta: tuple(th - eta * g),
        "generator": lambda th, g, eta: (t - eta * d for t, d in zip(th, g, strict=True)),
        "minus first": lambda th, g, eta: -(eta * g - th),
    },
    "01-code": {
        "turned": lambda g, dg, dh, x: dg(x) * dh(g(x)),
        "array of one": lambda g, dg, dh, x: np.array(dh(g(x)) * dg(x)),
        "float32": lambda g, dg, dh, x: np.float32(dh(g(x)) * dg(x)),
    },
    "02-code": {
        "einsum": lambda f, w, b: (np.einsum("nk,jk->nj", f, w) + b, sigma(np.einsum("nk,jk->nj", f, w) + b)),
        "list of lists": lambda f, w, b: [(f @ w.T + b).tolist(), sigma(f @ w.T + b).tolist()],
        "sigma by tanh": lambda f, w, b: (by_loops(f, w, b), tanh_sigma(by_loops(f, w, b))),
    },
    "03-code": {
        "einsum": lambda d, w, a: np.einsum("nk,kj,nj,nj->nj", d, w, a, 1 - a),
        "columns": lambda d, w, a: ((a - a * a).T * (w.T @ d.T)).T,
        "lists": lambda d, w, a: (a * (1 - a) * (d @ w)).tolist(),
        "float32": lambda d, w, a: (a * (1 - a) * (d @ w)).astype(np.float32),
    },
    "04-code": {
        "list": lambda a, y1, y2, t1, t2, w3, w4: [y1 - t1, y2 - t2, (w3 * (y1 - t1) + w4 * (y2 - t2)) * (a - a * a)],
        "array": lambda a, y1, y2, t1, t2, w3, w4: np.array(
            [y1 - t1, y2 - t2, a * (1 - a) * np.dot([w3, w4], [y1 - t1, y2 - t2])]
        ),
    },
    "05-code": {"recursion": trained, "while": with_while},
    "06-code": {
        "bracketed": lambda z: (z * sigma(z), sigma(z) * (1 + z * (1 - sigma(z)))),
        "quotient": lambda z: (z / (1 + np.exp(-z)), (1 + np.exp(-z) + z * np.exp(-z)) / (1 + np.exp(-z)) ** 2),
        "from the value": lambda z: (z * sigma(z), z * sigma(z) + sigma(z) * (1 - z * sigma(z))),
        "loop": lambda z: ([v * sigma(v) for v in z], [sigma(v) + v * sigma(v) * sigma(-v) for v in z]),
    },
}
STAGES = {"forward": FORWARD, "backward": BACKWARD, "multiply": MULTIPLY, "update": UPDATE, "train": TRAIN}
ENTRIES = [right(ask, what, f) for ask, forms in {**STAGES, **QUESTIONS}.items() for what, f in forms.items()]
