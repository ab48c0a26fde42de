"""The corpus as measured: wrong answers that are the same on all inputs stand once, with every cause of theirs."""

import importlib
from collections import defaultdict
from dataclasses import replace
from functools import cache
from itertools import pairwise
from types import SimpleNamespace

import numpy as np
from entries import sigma
from reference import CASES

STAGES = ("forward", "backward", "multiply", "update", "train")
FUNCTIONS = (*STAGES, "questions", "combined")
NUMBERS = ("forward", "backward", "gradients")
# Those that were kept aside until they were measured.
FUNCTIONS += (
    "seen",
    "learners",
    "kept",
    "fourth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
)
NUMBERS += ("fourth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth")
NEAR = 0.005  # numbers this near one another, or the right one, cannot be told apart by three digits


class Chain:
    """Just enough of a network for 05-code: sigmoid layers, forward, backward and updated."""

    def __init__(self, layers):
        self.layers = layers

    def forward(self, x):
        a = [x]
        for w, b in self.layers:
            a.append(sigma(a[-1] @ w.T + b))
        return SimpleNamespace(a=a)

    def backward(self, forward, target):
        a, d, found = forward.a, forward.a[-1] - target, []
        for l in reversed(range(len(self.layers))):
            found.insert(0, (d.T @ a[l], d.sum(axis=0)))
            d = (d @ self.layers[l][0]) * a[l] * (1 - a[l])
        return found

    def updated(self, backward, eta):
        pairs = zip(self.layers, backward, strict=True)
        return Chain([(w - eta * gw, b - eta * gb) for (w, b), (gw, gb) in pairs])


def inputs(ask, seed):
    """The arguments that a function of a stage or question is given, drawn anew from a seed."""
    rng = np.random.default_rng(seed)
    sizes = ((2, 2, 2, 2), (2, 2, 2, 2), (3, 4, 3, 2))[seed % 3]
    n = 3 + seed % 2
    x = rng.normal(size=(n, sizes[0]))
    weights = [rng.normal(size=(o, i)) for i, o in pairwise(sizes)]
    biases = [rng.normal(size=o) for o in sizes[1:]]
    target = rng.integers(0, 2, size=(n, sizes[-1])).astype(float)
    z, a, dC_dz, dL_dw, dL_db = right_passes(x, weights, biases, target)
    eta = float(rng.uniform(0.05, 0.9))
    one, two = rng.uniform(0.1, 0.9, size=2)
    return {
        "forward": (x, weights, biases),
        "backward": (z, a, target, weights),
        "multiply": (x, a, dC_dz),
        "update": (weights, biases, dL_dw, dL_db, eta),
        "train": training(weights, biases, eta, seed),
        "00-code": (rng.normal(size=2), rng.normal(size=2), eta),
        "01-code": (np.sin, np.cos, lambda y: np.exp(y) * 2 * y, float(rng.normal())),
        "02-code": (x, weights[0], biases[0]),
        "03-code": (dC_dz[1], weights[1], a[0]),
        "04-code": (*rng.uniform(0.1, 0.9, size=3), float(one > 0.5), float(two > 0.5), *rng.normal(size=2)),
        "05-code": (Chain(list(zip(weights, biases, strict=True))), x, target, eta, 3 + seed % 3),
        "06-code": (rng.normal(size=5) * 2,),
    }[ask]


def training(weights, biases, eta, seed):
    """The arguments of a loop: more examples, batches that do not fill them up, and an order for each epoch."""
    rng = np.random.default_rng(100 + seed)
    n, batch = ((7, 3), (5, 2), (8, 3))[seed % 3]
    x = rng.normal(size=(n, weights[0].shape[1]))
    target = rng.integers(0, 2, size=(n, len(weights[-1]))).astype(float)
    return x, target, weights, biases, eta, batch, [rng.permutation(n) for _ in range(2 + seed % 2)]


def right_passes(x, weights, biases, target):
    z, a = [], []
    for w, b in zip(weights, biases, strict=True):
        z.append((a[-1] if a else x) @ w.T + b)
        a.append(sigma(z[-1]))
    d = [a[-1] - target]
    for l in reversed(range(len(a) - 1)):
        d.insert(0, a[l] * (1 - a[l]) * (d[0] @ weights[l + 1]))
    feeds = [x, *a[:-1]]
    return z, a, d, [e.T @ f for e, f in zip(d, feeds, strict=True)], [e.sum(axis=0) for e in d]


def right_loop(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        for start in range(0, len(order), batch):
            chosen = order[start : start + batch]
            *_, gw, gb = right_passes(x[chosen], weights, biases, target[chosen])
            weights = [p - eta * g for p, g in zip(weights, gw, strict=True)]
            biases = [p - eta * g for p, g in zip(biases, gb, strict=True)]
    return weights, biases


def right_network(network, x, t, eta, updates):
    for _ in range(updates):
        network = network.updated(network.backward(network.forward(x), t), eta)
    return network


def right_result(ask, arguments):
    """What a right function returns, in this file's own words."""
    if ask == "forward":
        x, w, b = arguments
        return right_passes(x, w, b, np.zeros((len(x), w[-1].shape[0])))[:2]
    if ask == "backward":
        _, a, t, w = arguments
        d = [a[-1] - t]
        for l in reversed(range(len(a) - 1)):
            d.insert(0, a[l] * (1 - a[l]) * (d[0] @ w[l + 1]))
        return d
    if ask == "multiply":
        x, a, d = arguments
        return [e.T @ f for e, f in zip(d, [x, *a[:-1]], strict=True)], [e.sum(axis=0) for e in d]
    if ask == "update":
        w, b, gw, gb, eta = arguments
        return [p - eta * g for p, g in zip(w, gw, strict=True)], [p - eta * g for p, g in zip(b, gb, strict=True)]
    if ask == "train":
        return right_loop(*arguments)
    return {
        "05-code": right_network,
        "00-code": lambda th, g, eta: th - eta * g,
        "01-code": lambda g, dg, dh, x: dh(g(x)) * dg(x),
        "02-code": lambda f, w, b: (f @ w.T + b, sigma(f @ w.T + b)),
        "03-code": lambda d, w, a: a * (1 - a) * (d @ w),
        "04-code": lambda a, y1, y2, t1, t2, w3, w4: (
            y1 - t1,
            y2 - t2,
            a * (1 - a) * (w3 * (y1 - t1) + w4 * (y2 - t2)),
        ),
        "06-code": lambda z: (z * sigma(z), sigma(z) + z * sigma(z) * (1 - sigma(z))),
    }[ask](*arguments)


# How deep a result's arrays stand: in a pair of lists, in a list or pair, or the result is one.
DEPTH = {"forward": 2, "multiply": 2, "update": 2, "train": 2, "backward": 1, "02-code": 1, "06-code": 1}


def flat(result, depth):
    """A result as one list of numbers, shapes among them: what two results are compared by."""
    if isinstance(result, Chain):
        return [v for layer in result.layers for part in layer for v in flat(part, 0)]
    if depth:
        parts = list(result)
        return [float(len(parts)), *(v for part in parts for v in flat(part, depth - 1))]
    array = np.asarray(list(result) if hasattr(result, "__next__") else result, float)
    return [*map(float, array.shape), *array.ravel().tolist()]


def outcome(ask, function, seed):
    """What the function makes of inputs of that seed: numbers, its arguments' after it too; or what it raises."""
    arguments = inputs(ask, seed)
    with np.errstate(all="ignore"):
        try:
            made = flat(function(*arguments), DEPTH.get(ask, 0))
        except Exception as error:
            return type(error).__name__
    if ask in STAGES:
        made += [
            v
            for part in arguments
            if not isinstance(part, float | int)
            for v in flat(part, int(isinstance(part, list)))
        ]
    return np.array(made)


def signature(ask, function):
    """Equal for functions that are the same on all inputs tried."""
    found = [outcome(ask, function, seed) for seed in (1, 2, 3)]
    return tuple(one if isinstance(one, str) else tuple(float(f"{v:.7g}") for v in one) for one in found)


@cache
def entries(kind, held_out=False):
    """The entries of "functions" or "numbers", alike ones merged: each cause of theirs is true."""
    names = [f"{kind}_{name}" for name in (FUNCTIONS if kind == "functions" else NUMBERS)]
    names = [f"held_out_{kind}"] if held_out else names
    found = [one for name in names for one in importlib.import_module(name).ENTRIES]
    return merged_functions(found) if kind == "functions" else merged_numbers(found)


def merged_functions(found):
    groups = defaultdict(list)
    for one in found:
        groups[one.ask, signature(one.ask, one.answer)].append(one)
    return [with_others(group[0], group[1:]) for group in groups.values()]


def merged_numbers(found):
    """Without those that the right number cannot be told from; each with the causes of what is near it."""
    found = [one for one in found if not near(one.answer, CASES[one.ask[0]].right(one.ask[1]), 4 * NEAR)]
    asked, kept = defaultdict(list), []
    for one in found:
        asked[one.ask].append(one)
    for group in asked.values():
        taken = []
        for one in group:
            if any(near(one.answer, before.answer, 1e-9) for before in taken):
                continue
            taken.append(one)
            kept.append(with_others(one, [o for o in group if o is not one and near(one.answer, o.answer, NEAR)]))
    return kept


def near(one, other, tolerance):
    return abs(one - other) <= tolerance * max(abs(one), abs(other), 1e-3)


def with_others(one, others):
    sets = dict.fromkeys(causes for o in (one, *others) for causes in (o.causes, *o.others))
    # Of one cause or two, the shorter explanation is the entry's own.
    ranked = sorted(sets, key=len)
    return replace(one, causes=ranked[0], others=tuple(ranked[1:]))
