"""Wrong functions that learners write, once kept aside: written before it was seen what is said of any of them."""

import numpy as np
from entries import collecting, sigma
from whole_loops import gradients, moved

ENTRIES = []
kept = collecting(ENTRIES, "learners, ")

# ------------------------------------------------------------------- forward


def forward(
    place, causes, z=lambda f, w, b, l, last: f @ w.T + b, a=lambda z, b, l, last: sigma(z), feed=lambda a, z: a
):
    def function(x, weights, biases):
        zs, activations, f, last = [], [], x, len(weights) - 1
        for l, (w, b) in enumerate(zip(weights, biases, strict=True)):
            zs.append(z(f, w, b, l, last))
            activations.append(a(zs[-1], b, l, last))
            f = feed(activations[-1], zs[-1])
        return zs, activations

    kept("forward", place, causes)(function)


forward("2 in the place of e", "other activation", a=lambda z, b, l, last: 1 / (1 + 2.0**-z))
forward("bias again in a", "bias twice", a=lambda z, b, l, last: sigma(z + b))
forward("hidden a halved", "half", a=lambda z, b, l, last: sigma(z) * (0.5 if l < last else 1))
forward("output left linear", "no activation", a=lambda z, b, l, last: sigma(z) if l < last else z + 0)
forward(
    "ReLU, then sigma at the output",
    "other activation",
    a=lambda z, b, l, last: np.maximum(z, 0) if l < last else sigma(z),
)
forward("z brought to mean 0 and spread 1", "normalised", z=lambda f, w, b, l, last: standard(f @ w.T + b))
forward(
    "z over the root of the inputs",
    "mean of terms | normalised",
    z=lambda f, w, b, l, last: f @ w.T / np.sqrt(w.shape[1]) + b,
)
forward("int array for z", "rounded", z=lambda f, w, b, l, last: (f @ w.T + b).astype(int))
forward("bias of the last neuron for all", "other bias", z=lambda f, w, b, l, last: f @ w.T + b[-1])
forward("bias of neuron j + 1", "other bias", z=lambda f, w, b, l, last: f @ w.T + np.append(b[1:], b[0]))
forward("1 - a feeds", "minus z | feeds slope", feed=lambda a, z: 1 - a)
forward("a rounded to 1 before it feeds", "rounded", feed=lambda a, z: np.round(a, 1))
forward(
    "w squared, tanh",
    ("weight size", "other activation"),
    z=lambda f, w, b, l, last: f @ (w * w).T + b,
    a=lambda z, b, l, last: np.tanh(z),
)
forward(
    "bias left out, sigma of 2 z",
    ("no bias", "other activation"),
    z=lambda f, w, b, l, last: f @ w.T,
    a=lambda z, b, l, last: 1 / (1 + np.exp(-2 * z)),
)


def standard(z):
    return (z - z.mean(axis=0)) / (z.std(axis=0) + 1e-8)


# ------------------------------------------------------------------ backward


def backward(
    place, causes, start=lambda y, t: y - t, back=lambda d, w, l: d @ w, slope=lambda a, z, l: a * (1 - a), last=None
):
    def function(z, a, target, weights):
        found = [start(a[-1], target)]
        for l in reversed(range(len(a) - 1)):
            d = slope(a[l], z[l], l) * back(found[0], weights[l + 1], l)
            found.insert(0, last(d, found[0]) if last else d)
        return found

    kept("backward", place, causes)(function)


backward("2 (y - t) over the outputs", "double + mean of terms", lambda y, t: 2 * (y - t) / (y.shape[1] + 2))
backward("slope 1 where a is above a half", "other slope", slope=lambda a, z, l: (a > 0.5).astype(float))
backward("slope y (1 - y) of rounded a", "rounded", slope=lambda a, z, l: np.round(a, 1) * (1 - np.round(a, 1)))
backward("slope e^-z / (1 + e^-z)", "other slope", slope=lambda a, z, l: np.exp(-z) / (1 + np.exp(-z)))
backward("slope sigma(z)^2 e^z", "other slope", slope=lambda a, z, l: a**2 * np.exp(z))
backward("slope 1 / (1 + e^-z)^2", "other slope", slope=lambda a, z, l: 1 / (1 + np.exp(-z)) ** 2)
backward("slope left out in the first layer", "slope missing", slope=lambda a, z, l: a * (1 - a) if l else 1.0)
backward("d of length 1", "normalised | clipped", back=lambda d, w, l: (d / np.linalg.norm(d)) @ w)
backward("clipped to 0.1", "clipped", last=lambda d, before: np.clip(d, -0.1, 0.1))
backward(
    "mean of the weights",
    "mean of terms | other weights",
    back=lambda d, w, l: d.sum(axis=1, keepdims=True) * w.mean(axis=0),
)
backward("paths of positive weight alone", "one path", back=lambda d, w, l: d @ np.maximum(w, 0))
backward("a added to it", "extra term", slope=lambda a, z, l: a * (1 - a), last=lambda d, before: d + 0.01)
backward("log of y for the start", "error power | logarithm", lambda y, t: -t * np.log(y) - (1 - t) * np.log(1 - y))
backward("error of a threshold", "error power | rounded", lambda y, t: (y > 0.5) - t)
backward("t - y, slope at z (1 - z)", ("swapped", "slope point"), lambda y, t: t - y, slope=lambda a, z, l: z * (1 - z))
backward(
    "over n, slope left out", ("over n", "slope missing"), lambda y, t: (y - t) / len(y), slope=lambda a, z, l: 1.0
)
backward(
    "y (1 - y)(y - t), w squared",
    ("output slope", "weight size"),
    lambda y, t: y * (1 - y) * (y - t),
    back=lambda d, w, l: d @ (w * w),
)

# ------------------------------------------------------------------ multiply


def multiply(place, causes, dw=lambda d, f: d.T @ f, db=lambda d: d.sum(axis=0), feed=lambda f, a: f):
    def function(x, a, dC_dz):
        feeds = [feed(f, own) for f, own in zip([x, *a[:-1]], a, strict=True)]
        return [dw(d, f) for d, f in zip(dC_dz, feeds, strict=True)], [db(d) for d in dC_dz]

    kept("multiply", place, causes)(function)


multiply("biases' mean, weights' sum", "over n", db=lambda d: d.mean(axis=0))
multiply("last example left out of the weights", "one example", dw=lambda d, f: d[:-1].T @ f[:-1])
multiply("feed less its mean", "normalised", dw=lambda d, f: d.T @ (f - f.mean(axis=0)))
multiply("over n and the neurons", "mean of terms + over n", dw=lambda d, f: d.T @ f / d.size)
multiply("squared feed", "feed altered", dw=lambda d, f: d.T @ (f * f))
multiply("biases' largest", "one example + error power", db=lambda d: np.abs(d).max(axis=0))
multiply("feed without its sign", "feed altered", dw=lambda d, f: d.T @ np.abs(f))
multiply("feed z, sign", ("feeds z", "sign"), dw=lambda d, f: -d.T @ logit(f))
multiply(
    "weights transposed where square, biases once",
    ("gradient transposed", "one example"),
    dw=lambda d, f: f.T @ d,
    db=lambda d: d[0],
)


def logit(f):
    return np.log(f / (1 - f)) if ((f > 0) & (f < 1)).all() else f


# -------------------------------------------------------------------- update


def update(place, causes, new, of_biases=None):
    def function(weights, biases, dL_dw, dL_db, learning_rate):
        w = [new(p, g, learning_rate, l) for l, (p, g) in enumerate(zip(weights, dL_dw, strict=True))]
        other = of_biases or new
        return w, [other(p, g, learning_rate, l) for l, (p, g) in enumerate(zip(biases, dL_db, strict=True))]

    kept("update", place, causes)(function)


def right(p, g, eta, l):
    return p - eta * g


update("over the root of g squared", "clipped", lambda p, g, eta, l: p - eta * g / np.sqrt(g * g + 1e-8))
update("full decay", "extra term", lambda p, g, eta, l: p - eta * (g + p))
update("biases by eta squared", "eta twice", right, lambda p, g, eta, l: p - eta**2 * g)
update("biases by the mean of g", "sum over all", right, lambda p, g, eta, l: p - eta * g.mean())
update("eta over the layer's number", "own eta | step over n | eta decays", lambda p, g, eta, l: p - eta / (l + 1) * g)
update("uphill by half", ("uphill", "half"), lambda p, g, eta, l: p + eta * g / 2)
update("new is old times the step's share", "brackets | extra term + no eta", lambda p, g, eta, l: p * (1 - eta) - g)
update("weights old, biases no eta", ("not updated", "no eta"), lambda p, g, eta, l: p + 0, lambda p, g, eta, l: p - g)

# --------------------------------------------------------------------- train


@kept("train", "eta times batch over all", "own eta | step over n")
def share_of_eta(x, target, weights, biases, learning_rate, batch, orders):
    for order in orders:
        for s in range(0, len(order), batch):
            c = order[s : s + batch]
            dw, db = gradients(x[c], target[c], weights, biases)
            eta = learning_rate * batch / len(x)
            weights, biases = moved(weights, dw, eta), moved(biases, db, eta)
    return weights, biases


@kept("train", "all examples in every update", "no batches | own batch | overlap")
def all_each_time(x, target, weights, biases, learning_rate, batch, orders):
    for order in orders:
        for _ in range(0, len(order), batch):
            dw, db = gradients(x, target, weights, biases)
            weights, biases = moved(weights, dw, learning_rate), moved(biases, db, learning_rate)
    return weights, biases


@kept("train", "the last example of an order kept out", "batch dropped")
def last_kept_out(x, target, weights, biases, learning_rate, batch, orders):
    for order in orders:
        for s in range(0, len(order) - 1, batch):
            c = order[s : min(s + batch, len(order) - 1)]
            dw, db = gradients(x[c], target[c], weights, biases)
            weights, biases = moved(weights, dw, learning_rate), moved(biases, db, learning_rate)
    return weights, biases


@kept("train", "biases of the start in each epoch", "epochs | not updated")
def biases_again(x, target, weights, biases, learning_rate, batch, orders):
    start = biases
    for order in orders:
        biases = start
        for s in range(0, len(order), batch):
            c = order[s : s + batch]
            dw, db = gradients(x[c], target[c], weights, biases)
            weights, biases = moved(weights, dw, learning_rate), moved(biases, db, learning_rate)
    return weights, biases


@kept("train", "the order of the epoch after", "order ignored")
def next_order(x, target, weights, biases, learning_rate, batch, orders):
    for e in range(len(orders)):
        order = orders[(e + 1) % len(orders)]
        for s in range(0, len(order), batch):
            c = order[s : s + batch]
            dw, db = gradients(x[c], target[c], weights, biases)
            weights, biases = moved(weights, dw, learning_rate), moved(biases, db, learning_rate)
    return weights, biases


@kept("train", "mean, as they stand", ("over n", "order ignored"))
def mean_unshuffled(x, target, weights, biases, learning_rate, batch, orders):
    for _ in orders:
        for s in range(0, len(x), batch):
            dw, db = gradients(x[s : s + batch], target[s : s + batch], weights, biases)
            eta = learning_rate / len(x[s : s + batch])
            weights, biases = moved(weights, dw, eta), moved(biases, db, eta)
    return weights, biases


@kept("train", "hidden slope twice", "slope twice")
def slope_twice(x, target, weights, biases, learning_rate, batch, orders):
    for order in orders:
        for s in range(0, len(order), batch):
            c = order[s : s + batch]
            dw, db = gradients(x[c], target[c], weights, biases, lambda a: (a * (1 - a)) ** 2)
            weights, biases = moved(weights, dw, learning_rate), moved(biases, db, learning_rate)
    return weights, biases


@kept("train", "a batch of one after the first", "own batch | one at a time")
def start_grows(x, target, weights, biases, learning_rate, batch, orders):
    for order in orders:
        chunks = [order[:batch], *([n] for n in order[batch:])]
        for c in chunks:
            dw, db = gradients(x[c], target[c], weights, biases)
            weights, biases = moved(weights, dw, learning_rate), moved(biases, db, learning_rate)
    return weights, biases


@kept("train", "output layer's step twice as large", "double")
def output_faster(x, target, weights, biases, learning_rate, batch, orders):
    for order in orders:
        for s in range(0, len(order), batch):
            c = order[s : s + batch]
            dw, db = gradients(x[c], target[c], weights, biases)
            dw[-1] = 2 * dw[-1]
            weights, biases = moved(weights, dw, learning_rate), moved(biases, db, learning_rate)
    return weights, biases


@kept("train", "first epoch without its targets' order, uphill", ("targets apart", "uphill"))
def uphill_apart(x, target, weights, biases, learning_rate, batch, orders):
    for order in orders:
        for s in range(0, len(order), batch):
            c = order[s : s + batch]
            dw, db = gradients(x[c], target[np.sort(c)], weights, biases)
            weights, biases = moved(weights, dw, -learning_rate), moved(biases, db, -learning_rate)
    return weights, biases


# ----------------------------------------------------------------- questions

kept("00-code", "cut off at 0", "clipped | other activation")(lambda th, g, eta: np.maximum(th - eta * g, 0))
kept("00-code", "uphill, unit length", ("uphill", "clipped"))(lambda th, g, eta: th + eta * g / np.linalg.norm(g))
kept("01-code", "mean of the two", ("added", "half"))(lambda g, dg, dh, x: (dh(g(x)) + dg(x)) / 2)
kept("01-code", "g as well", "value for slope")(lambda g, dg, dh, x: dh(g(x)) * dg(x) * g(x))
kept("02-code", "a in shares", "normalised | other activation")(
    lambda f, w, b: (f @ w.T + b, sigma(f @ w.T + b) / sigma(f @ w.T + b).sum(axis=1, keepdims=True))
)
kept("02-code", "bias on the inputs, tanh", ("bias times", "other activation"))(
    lambda f, w, b: ((f @ w.T) * b, np.tanh((f @ w.T) * b))
)
kept("03-code", "examples averaged", "one example")(
    lambda d, w, a: np.tile((a * (1 - a) * (d @ w)).mean(axis=0), (len(a), 1))
)
kept("03-code", "transposed, slope left out, minus", ("transposed", "sign", "slope missing"))(
    lambda d, w, a: -(d @ w.T)
)
kept("04-code", "slope of y1", "slope place")(
    lambda a, y1, y2, t1, t2, w3, w4: (y1 - t1, y2 - t2, y1 * (1 - y1) * (w3 * (y1 - t1) + w4 * (y2 - t2)))
)
kept("04-code", "w3 for both paths", "other weights")(
    lambda a, y1, y2, t1, t2, w3, w4: (y1 - t1, y2 - t2, a * (1 - a) * w3 * (y1 - t1 + y2 - t2))
)


@kept("05-code", "targets turned round", "targets apart")
def turned(network, x, target, learning_rate, updates):
    for _ in range(updates):
        network = network.updated(network.backward(network.forward(x), target[::-1]), learning_rate)
    return network


@kept("05-code", "half of the updates at half eta", ("one update", "half"))
def halved(network, x, target, learning_rate, updates):
    for _ in range(updates // 2 + 1):
        network = network.updated(network.backward(network.forward(x), target), learning_rate / 2)
    return network


kept("06-code", "1 + z (1 - z)", "product rule")(lambda z: (z * sigma(z), sigma(z) * (1 + z * (1 - z))))
kept("06-code", "s (1 - s) + z s", "product rule")(lambda z: (z * sigma(z), sigma(z) * (1 - sigma(z)) + z * sigma(z)))
