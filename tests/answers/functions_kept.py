"""The third set of wrong functions that was kept aside: it has been looked at, and counts among the known now."""

import numpy as np
from entries import collecting, sigma
from whole_loops import gradients, moved

ENTRIES = []
kept = collecting(ENTRIES, "kept aside, ")

# ------------------------------------------------------------------- forward


def forward(place, causes, z=lambda f, w, b, last: f @ w.T + b, a=lambda z, last: sigma(z), feed=lambda a, z: a):
    def function(x, weights, biases):
        zs, activations, f = [], [], x
        for l, (w, b) in enumerate(zip(weights, biases, strict=True)):
            last = l == len(weights) - 1
            zs.append(z(f, w, b, last))
            activations.append(a(zs[-1], last))
            f = feed(activations[-1], zs[-1])
        return zs, activations

    kept("forward", place, causes)(function)


forward("no bias at the output", "no bias", z=lambda f, w, b, last: f @ w.T + (0 if last else b))
forward("hidden a kept to 3 decimals", "rounded", a=lambda z, last: sigma(z) if last else np.round(sigma(z), 3))
forward("leaky ReLU of 0.2, sigma at the end", "other activation", a=lambda z, last: sigma(z) if last else leaky(z))
forward("sigma squared", "other activation", a=lambda z, last: sigma(z) ** 2)
forward("sigma of the size of z", "other activation", a=lambda z, last: 1 / (1 + np.exp(-np.abs(z))))
forward(
    "rows of w made shares", "normalised", z=lambda f, w, b, last: f @ (w / np.abs(w).sum(axis=1, keepdims=True)).T + b
)
forward("feed over its largest", "normalised", z=lambda f, w, b, last: f / np.abs(f).max() @ w.T + b)
forward("mean of the terms", "mean of terms", z=lambda f, w, b, last: (f[:, None] * w[None]).mean(axis=2) + b)
forward("sum twice, bias once", "double", z=lambda f, w, b, last: 2 * f @ w.T + b)
forward("z sigma(z) in hidden layers", "other activation", a=lambda z, last: sigma(z) if last else z * sigma(z))
forward("input squared", "weight size | feed altered", z=lambda f, w, b, last: (f * f) @ w.T + b)
forward(
    "biases summed, sigma twice",
    ("other bias", "activation twice"),
    z=lambda f, w, b, last: f @ w.T + b.sum(),
    a=lambda z, last: sigma(sigma(z)),
)
forward("bias subtracted, z feeds", ("bias sign", "fed z"), z=lambda f, w, b, last: f @ w.T - b, feed=lambda a, z: z)
forward(
    "mean of the terms, ReLU",
    ("mean of terms", "other activation"),
    z=lambda f, w, b, last: f @ w.T / w.shape[1] + b,
    a=lambda z, last: np.maximum(z, 0),
)


def leaky(z):
    return np.where(z > 0, z, 0.2 * z)


# ------------------------------------------------------------------ backward


def backward(place, causes, start=lambda y, t: y - t, back=lambda d, w: d @ w, slope=lambda a, z: a * (1 - a)):
    def function(z, a, target, weights):
        found = [start(a[-1], target)]
        for l in reversed(range(len(a) - 1)):
            found.insert(0, slope(a[l], z[l]) * back(found[0], weights[l + 1]))
        return found

    kept("backward", place, causes)(function)


backward("error times its size", "error power", lambda y, t: (y - t) * np.abs(y - t))
backward("error over y", "part of loss | output slope | other slope", lambda y, t: (y - t) / y)
backward("only where the target is 1", "part of loss | one term", lambda y, t: t * (y - 1))
backward("slope 2 a (1 - a)", "double", slope=lambda a, z: 2 * a * (1 - a))
backward("slope 1 - a (1 - a)", "other slope", slope=lambda a, z: 1 - a * (1 - a))
backward("slope cos z", "other slope", slope=lambda a, z: np.cos(z))
backward("slope of what is before, exp(-z)", "other slope", slope=lambda a, z: 1 / np.exp(z))
backward("over the neurons after", "mean of terms", back=lambda d, w: d @ w / (len(w) + 1))
backward("weights of the neuron beside", "other weights", back=lambda d, w: d @ np.roll(w, 1, axis=0))
backward("mean over the examples comes back", "one example", back=lambda d, w: np.tile(d.mean(axis=0), (len(d), 1)) @ w)
backward("signs of the weights", "weight size", back=lambda d, w: d @ np.sign(w))
backward("turned where it is square", "transposed", back=lambda d, w: d @ (w.T if w.shape[0] == w.shape[1] else w))
backward("over n in each layer", "over n", back=lambda d, w: d @ w / len(d))
backward(
    "2 (y - t), path of the first neuron",
    ("double", "one path"),
    lambda y, t: 2 * (y - t),
    lambda d, w: d[:, :1] @ w[:1],
)
backward("y, slope twice", ("no target", "slope twice"), lambda y, t: y + 0, slope=lambda a, z: (a * (1 - a)) ** 2)
backward("|y - t|, no slope", ("error power", "slope missing"), lambda y, t: np.abs(y - t), slope=lambda a, z: 1.0)
backward("t - y, no weights' sign", ("swapped", "weight size"), lambda y, t: t - y, lambda d, w: d @ np.abs(w))


@kept("backward", "dC_da is returned for hidden layers", "slope missing")
def of_a(z, a, target, weights):
    d, found = a[-1] - target, [a[-1] - target]
    for l in reversed(range(len(a) - 1)):
        found.insert(0, d @ weights[l + 1])
        d = found[0] * a[l] * (1 - a[l])
    return found


# ------------------------------------------------------------------ multiply


def multiply(place, causes, dw=lambda d, f: d.T @ f, db=lambda d: d.sum(axis=0)):
    def function(x, a, dC_dz):
        feeds = [x, *a[:-1]]
        return [dw(d, f) for d, f in zip(dC_dz, feeds, strict=True)], [db(d) for d in dC_dz]

    kept("multiply", place, causes)(function)


multiply("weights' mean, biases' sum", "over n", dw=lambda d, f: d.T @ f / len(d))
multiply(
    "biases, all over the neurons",
    "sum over all | sum over all + mean of terms",
    db=lambda d: np.full(d.shape[1], d.sum() / d.shape[1]),
)
multiply("d over its largest", "normalised | clipped", dw=lambda d, f: (d / np.abs(d).max()).T @ f)
multiply("mean feed", "sums multiplied", dw=lambda d, f: np.outer(d.sum(axis=0), f.mean(axis=0)))
multiply("kept to 2 decimals", "rounded", dw=lambda d, f: np.round(d.T @ f, 2), db=lambda d: np.round(d.sum(axis=0), 2))
multiply("two examples", "one example", dw=lambda d, f: d[:2].T @ f[:2])
multiply("1 added to the feed", "extra term | bias fed | added", dw=lambda d, f: d.T @ (f + 1))
multiply("d's signs", "error power | clipped", dw=lambda d, f: np.sign(d).T @ f)
multiply("weights doubled, biases turned", ("double", "sign"), dw=lambda d, f: 2 * d.T @ f, db=lambda d: -d.sum(axis=0))
multiply("minus, mean", ("sign", "over n"), dw=lambda d, f: -d.T @ f / len(d), db=lambda d: -d.mean(axis=0))

# -------------------------------------------------------------------- update


def update(place, causes, new, of_biases=None, where=lambda l, n: True):
    def function(weights, biases, dL_dw, dL_db, learning_rate):
        def stepped(step, parameters, found):
            n = len(parameters)
            pairs = enumerate(zip(parameters, found, strict=True))
            return [(step if where(l, n) else right)(p, g, learning_rate) for l, (p, g) in pairs]

        return stepped(new, weights, dL_dw), stepped(of_biases or new, biases, dL_db)

    kept("update", place, causes)(function)


def right(p, g, eta):
    return p - eta * g


update("times the number of weights", "times n", lambda p, g, eta: p - eta * g * p.size)
update("a small decay", "extra term", lambda p, g, eta: p * (1 - 0.01 * eta) - eta * g)
update("gradient less its mean", "normalised", lambda p, g, eta: p - eta * (g - g.mean()))
update("steps upward left out", "clipped", lambda p, g, eta: p - eta * np.maximum(g, 0))
update("uphill in the first layer", "uphill", lambda p, g, eta: p + eta * g, where=lambda l, n: l == 0)
update("eta and 0.1", "own eta", lambda p, g, eta: p - (eta + 0.1) * g)
update("first row for all", "other source", lambda p, g, eta: p - eta * g[0])
update("sign of g, no eta", ("no eta", "clipped"), lambda p, g, eta: p - np.sign(g))
update(
    "weights half, biases uphill", ("half", "uphill"), lambda p, g, eta: p - eta / 2 * g, lambda p, g, eta: p + eta * g
)

# --------------------------------------------------------------------- train


def train(
    place,
    causes,
    order=lambda order, epoch: order,
    size=lambda batch, epoch: batch,
    rate=lambda eta, n, epoch: (eta, eta),
    rows=lambda x, t: (x, t),
    grad=gradients,
    skips=lambda k: False,
):
    """A loop, some parts of which are another's: the step of weights and of biases, the batch, the examples."""

    def function(x, target, weights, biases, learning_rate, batch, orders):
        k = 0
        for epoch, given in enumerate(orders):
            chosen, by = order(given, epoch), size(batch, epoch)
            for s in range(0, len(chosen), by):
                c = chosen[s : s + by]
                dw, db = grad(*rows(x[c], target[c]), weights, biases)
                of_w, of_b = rate(learning_rate, len(c), epoch)
                if not skips(k):
                    weights, biases = moved(weights, dw, of_w), moved(biases, db, of_b)
                k += 1
        return weights, biases

    kept("train", place, causes)(function)


def both(eta):
    return eta, eta


def tanh_slopes(x, target, weights, biases):
    return gradients(x, target, weights, biases, lambda a: 1 - a * a)


def first_class_turned(x, t):
    return x, np.column_stack([1 - t[:, 0], t[:, 1:]])


train("half of eta in every other epoch", "eta decays", rate=lambda eta, n, epoch: both(eta / (1 + epoch % 2)))
train("order rolled by the epoch", "order ignored", lambda order, epoch: np.roll(order, epoch))
train("larger batches in later epochs", "own batch", size=lambda batch, epoch: batch + epoch)
train("first class turned round", "other target", rows=first_class_turned)
train("every other update left out", "batch dropped | not updated", skips=lambda k: k % 2)
train("mean for the biases alone", "over n", rate=lambda eta, n, epoch: (eta, eta / n))
train("x less its mean", "normalised", rows=lambda x, t: (x - x.mean(axis=0), t))
train("the first epoch alone shuffled", "order ignored", lambda order, epoch: np.arange(len(order)) if epoch else order)
train("slope of tanh, mean", ("other slope", "over n"), rate=lambda eta, n, epoch: both(eta / n), grad=tanh_slopes)
train(
    "one at a time, uphill",
    ("one at a time", "uphill"),
    size=lambda batch, epoch: 1,
    rate=lambda eta, n, epoch: both(-eta),
)
train(
    "as they stand, half of eta",
    ("order ignored", "half"),
    lambda order, epoch: np.arange(len(order)),
    rate=lambda eta, n, epoch: both(eta / 2),
)

# ----------------------------------------------------------------- questions

kept("00-code", "a decay besides", "extra term")(lambda th, g, eta: th - eta * g - 0.1 * eta * th)
kept("00-code", "eta cubed", "eta twice")(lambda th, g, eta: th - eta**3 * g)
kept("01-code", "dh at x and g(x) added", "dh at x")(lambda g, dg, dh, x: dg(x) * dh(x + g(x)))
kept("01-code", "dg besides", "added | extra term")(lambda g, dg, dh, x: dh(g(x)) * dg(x) + dg(x))
kept("02-code", "z sigma(z)", "other activation")(lambda f, w, b: (f @ w.T + b, (f @ w.T + b) * sigma(f @ w.T + b)))
kept("02-code", "bias subtracted, tanh", ("bias sign", "other activation"))(
    lambda f, w, b: (f @ w.T - b, np.tanh(f @ w.T - b))
)
kept("03-code", "mean slope of the examples", "other slope | one example")(
    lambda d, w, a: (a * (1 - a)).mean(axis=0) * (d @ w)
)
kept("03-code", "what comes back besides", "slope added | extra term")(lambda d, w, a: a * (1 - a) * (d @ w) + d @ w)
kept("04-code", "the first error twice", "one path | other source")(
    lambda a, y1, y2, t1, t2, w3, w4: (y1 - t1, y2 - t2, a * (1 - a) * (w3 + w4) * (y1 - t1))
)
kept("04-code", "outputs for errors on the way back", "no target | not delta")(
    lambda a, y1, y2, t1, t2, w3, w4: (y1 - t1, y2 - t2, a * (1 - a) * (w3 * y1 + w4 * y2))
)


@kept("05-code", "0.9 of eta after each update", "own eta | eta decays")
def decaying(network, x, target, learning_rate, updates):
    for _ in range(updates):
        network = network.updated(network.backward(network.forward(x), target), learning_rate)
        learning_rate *= 0.9
    return network


@kept("05-code", "every other example", "one at a time | one example")
def every_other(network, x, target, learning_rate, updates):
    for _ in range(updates):
        network = network.updated(network.backward(network.forward(x[::2]), target[::2]), learning_rate)
    return network


kept("06-code", "z besides sigma's slope", "product rule")(lambda z: (z * sigma(z), sigma(z) * (1 - sigma(z)) + z))
kept("06-code", "value of sigma twice z", "other activation")(
    lambda z: (z * sigma(2 * z), sigma(z) + z * sigma(z) * (1 - sigma(z)))
)
