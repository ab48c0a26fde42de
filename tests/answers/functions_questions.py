"""Wrong functions for the code questions of notebooks 00 to 06."""

import numpy as np
from entries import entry, sigma


def silu_slope(z):
    return sigma(z) + z * sigma(z) * (1 - sigma(z))


Q0 = {
    "uphill": ("uphill", lambda th, g, eta: th + eta * g),
    "eta left out": ("no eta", lambda th, g, eta: th - g),
    "uphill, eta left out": (("uphill", "no eta"), lambda th, g, eta: th + g),
    "eta twice": ("eta twice", lambda th, g, eta: th - eta * eta * g),
    "over eta": ("eta divides", lambda th, g, eta: th - g / eta),
    "eta 0.1 written in": ("own eta", lambda th, g, eta: th - 0.1 * g),
    "eta 0.3 written in": ("own eta", lambda th, g, eta: th - 0.3 * g),
    "step alone": ("step alone", lambda th, g, eta: -eta * g),
    "gradient alone": ("step alone | step alone + no eta", lambda th, g, eta: g + 0),
    "eta theta": ("weight for gradient", lambda th, g, eta: th - eta * th),
    "eta (theta - g)": ("brackets", lambda th, g, eta: eta * (th - g)),
    "theta (1 - eta g)": ("brackets", lambda th, g, eta: th * (1 - eta * g)),
    "g - eta theta": ("brackets", lambda th, g, eta: g - eta * th),
    "eta g - theta": ("sign", lambda th, g, eta: eta * g - th),
    "sign of g": ("clipped", lambda th, g, eta: th - eta * np.sign(g)),
    "unit length": ("clipped", lambda th, g, eta: th - eta * g / np.linalg.norm(g)),
    "over the number of entries": ("step over n", lambda th, g, eta: th - eta * g / 2),
    "twice": ("double", lambda th, g, eta: th - 2 * eta * g),
    "first entry alone": ("not updated", lambda th, g, eta: th - eta * np.array([1.0, *[0.0] * (len(g) - 1)]) * g),
    "g's length": ("sum over all", lambda th, g, eta: th - eta * np.linalg.norm(g)),
    "g summed": ("sum over all", lambda th, g, eta: th - eta * g.sum()),
    "old theta": ("not updated", lambda th, g, eta: th + 0),
    "rounded": ("rounded", lambda th, g, eta: np.round(th - eta * g, 1)),
    "entries turned": ("other source", lambda th, g, eta: th - eta * g[::-1]),
    "uphill, eta twice": (("uphill", "eta twice"), lambda th, g, eta: th + eta * eta * g),
    "uphill, 2": (("uphill", "double"), lambda th, g, eta: th + 2 * eta * g),
}


Q1 = {
    "dh at x": ("dh at x", lambda g, dg, dh, x: dh(x) * dg(x)),
    "dg left out": ("dg missing", lambda g, dg, dh, x: dh(g(x))),
    "dh left out": ("dh missing", lambda g, dg, dh, x: dg(x)),
    "added": ("added", lambda g, dg, dh, x: dh(g(x)) + dg(x)),
    "dg at g(x)": ("dg place", lambda g, dg, dh, x: dh(g(x)) * dg(g(x))),
    "nested": ("dg place", lambda g, dg, dh, x: dh(dg(x))),
    "dg nested, times": ("dh at x", lambda g, dg, dh, x: dh(dg(x)) * dg(x)),
    "g for dg": ("value for slope", lambda g, dg, dh, x: dh(g(x)) * g(x)),
    "x for dg": ("value for slope", lambda g, dg, dh, x: dh(g(x)) * x),
    "divided": ("slope divides", lambda g, dg, dh, x: dh(g(x)) / dg(x)),
    "dg twice": ("slope twice", lambda g, dg, dh, x: dh(g(x)) * dg(x) ** 2),
    "minus": ("sign", lambda g, dg, dh, x: -dh(g(x)) * dg(x)),
    "product rule": ("added", lambda g, dg, dh, x: dg(x) * x + g(x) * dh(x)),
    "dh at x, dg left out": (("dh at x", "dg missing"), lambda g, dg, dh, x: dh(x)),
    "dh at x, added": (("dh at x", "added"), lambda g, dg, dh, x: dh(x) + dg(x)),
    "dg at g(x), dh at x": (("dh at x", "dg place"), lambda g, dg, dh, x: dh(x) * dg(g(x))),
    "dh at dh": ("dh at x", lambda g, dg, dh, x: dh(dh(x)) * dg(x)),
    "dh at g times x": ("value for slope", lambda g, dg, dh, x: dh(g(x) * x) * dg(x)),
    "rounded": ("rounded", lambda g, dg, dh, x: round(dh(g(x)) * dg(x), 1)),
    "double": ("double", lambda g, dg, dh, x: 2 * dh(g(x)) * dg(x)),
}


def layer(z, f=sigma):
    return lambda feed, w, b: (z(feed, w, b), f(z(feed, w, b)))


def right_z(feed, w, b):
    return feed @ w.T + b


Q2 = {
    "b left out": ("no bias", layer(lambda f, w, b: f @ w.T)),
    "b subtracted": ("bias sign", layer(lambda f, w, b: f @ w.T - b)),
    "w for its transpose": ("transposed", layer(lambda f, w, b: f @ w + b)),
    "b summed": ("other bias", layer(lambda f, w, b: f @ w.T + b.sum())),
    "sigma(-z)": ("minus z", layer(right_z, lambda z: sigma(-z))),
    "no activation": ("no activation", layer(right_z, lambda z: z)),
    "tanh": ("other activation", layer(right_z, np.tanh)),
    "ReLU": ("other activation", layer(right_z, lambda z: np.maximum(0, z))),
    "slope": ("other activation", layer(right_z, lambda z: sigma(z) * (1 - sigma(z)))),
    "a, z": ("pair order", lambda f, w, b: (sigma(right_z(f, w, b)), right_z(f, w, b))),
    "a, a": ("other quantity | in place", lambda f, w, b: (sigma(right_z(f, w, b)), sigma(right_z(f, w, b)))),
    "a twice through": ("activation twice", layer(right_z, lambda z: sigma(sigma(z)))),
    "|w|": ("weight size", layer(lambda f, w, b: f @ np.abs(w).T + b)),
    "feed normalised": ("normalised", layer(lambda f, w, b: f / np.linalg.norm(f) @ w.T + b)),
    "b before the product": ("bias times", layer(lambda f, w, b: (f + b) @ w.T)),
    "b after": ("bias after | bias after + no bias", lambda f, w, b: (f @ w.T, sigma(f @ w.T) + b)),
    "rounded": ("rounded", layer(lambda f, w, b: np.round(f @ w.T + b, 0), lambda z: np.round(sigma(z), 2))),
    "elementwise": ("elementwise", layer(lambda f, w, b: f * w + b)),
    "first input": ("one term", layer(lambda f, w, b: f[:, :1] @ w[:, :1].T + b)),
    "tanh, no b": (("no bias", "other activation"), layer(lambda f, w, b: f @ w.T, np.tanh)),
    "transposed, no b": (("transposed", "no bias"), layer(lambda f, w, b: f @ w)),
    "transposed, sigma(-z)": (("transposed", "minus z"), layer(lambda f, w, b: f @ w + b, lambda z: sigma(-z))),
    "b subtracted, no activation": (("bias sign", "no activation"), layer(lambda f, w, b: f @ w.T - b, lambda z: z)),
    "e^z": ("other activation", layer(right_z, lambda z: 1 / (1 - np.exp(-z - 5)))),
}
Q3 = {
    "slope left out": ("slope missing", lambda d, w, a: d @ w),
    "slope twice": ("slope twice", lambda d, w, a: (a * (1 - a)) ** 2 * (d @ w)),
    "slope at a": ("slope point", lambda d, w, a: sigma(a) * (1 - sigma(a)) * (d @ w)),
    "a alone": ("other slope", lambda d, w, a: a * (d @ w)),
    "1 - a": ("other slope", lambda d, w, a: (1 - a) * (d @ w)),
    "tanh's slope": ("other slope", lambda d, w, a: (1 - a * a) * (d @ w)),
    "ReLU's slope": ("other slope", lambda d, w, a: (a > 0) * (d @ w)),
    "transposed": ("transposed", lambda d, w, a: a * (1 - a) * (d @ w.T)),
    "weights left out": ("no weights", lambda d, w, a: a * (1 - a) * d),
    "sum of d": ("no weights", lambda d, w, a: a * (1 - a) * d.sum(axis=1, keepdims=True)),
    "first path": ("one path", lambda d, w, a: a * (1 - a) * (d[:, :1] @ w[:1])),
    "d left out": ("error missing", lambda d, w, a: a * (1 - a) * w.sum(axis=0)),
    "slope alone": ("error missing", lambda d, w, a: a * (1 - a)),
    "minus": ("sign", lambda d, w, a: a * (a - 1) * (d @ w)),
    "added": ("slope added", lambda d, w, a: a * (1 - a) + d @ w),
    "divided": ("slope divides", lambda d, w, a: (d @ w) / (a * (1 - a))),
    "of what comes back": ("slope of error", lambda d, w, a: (d @ w) * (1 - d @ w)),
    "|w|": ("weight size", lambda d, w, a: a * (1 - a) * (d @ np.abs(w))),
    "a more": ("extra a", lambda d, w, a: a * a * (1 - a) * (d @ w)),
    "mean of paths": (
        "mean of terms",
        lambda d, w, a: a * (1 - a) * (d @ w) / d.shape[1] * (1.0 if d.shape[1] > 1 else 0.5),
    ),
    "updated": ("updated", lambda d, w, a: a * (1 - a) * (d @ (w - 0.5 * d.T @ a))),
    "transposed, no slope": (("transposed", "slope missing"), lambda d, w, a: d @ w.T),
    "no weights, no slope": (("no weights", "slope missing"), lambda d, w, a: d + 0),
    "transposed, tanh's slope": (("transposed", "other slope"), lambda d, w, a: (1 - a * a) * (d @ w.T)),
    "first path, a alone": (("one path", "other slope"), lambda d, w, a: a * (d[:, :1] @ w[:1])),
    "minus, slope twice": (("sign", "slope twice"), lambda d, w, a: -((a * (1 - a)) ** 2) * (d @ w)),
    "double": ("double", lambda d, w, a: 2 * a * (1 - a) * (d @ w)),
    "rounded": ("rounded", lambda d, w, a: np.round(a * (1 - a) * (d @ w), 2)),
}


def worked(error=lambda y, t: y - t, slope=lambda a: a * (1 - a), back=lambda d1, d2, w3, w4: w3 * d1 + w4 * d2):
    def backward(a, y1, y2, t1, t2, w3, w4):
        d1, d2 = error(y1, t1), error(y2, t2)
        return d1, d2, slope(a) * back(d1, d2, w3, w4)

    return backward


def second_slope(y, t):
    return (y - t) * y * (1 - y)


Q4 = {
    "t - y": ("swapped", worked(lambda y, t: t - y)),
    "output's slope": ("output slope", worked(second_slope)),
    "2 (y - t) y (1 - y)": (("output slope", "double"), worked(lambda y, t: 2 * second_slope(y, t))),
    "2 (y - t)": ("double", worked(lambda y, t: 2 * (y - t))),
    "dC_dy": ("output slope missing", worked(lambda y, t: (y - t) / (y * (1 - y)))),
    "y": ("no target", worked(lambda y, t: y + 0)),
    "squared": ("error power", worked(lambda y, t: (y - t) ** 2)),
    "y (1 - y)": ("error missing | error missing + output slope", worked(lambda y, t: y * (1 - y))),
    "hidden slope left out": ("slope missing", worked(slope=lambda a: 1.0)),
    "hidden slope twice": ("slope twice", worked(slope=lambda a: (a * (1 - a)) ** 2)),
    "hidden slope at a": ("slope point", worked(slope=lambda a: sigma(a) * (1 - sigma(a)))),
    "hidden tanh": ("other slope", worked(slope=lambda a: 1 - a * a)),
    "hidden a": ("other slope", worked(slope=lambda a: a)),
    "first path": ("one path", worked(back=lambda d1, d2, w3, w4: w3 * d1)),
    "second path": ("one path", worked(back=lambda d1, d2, w3, w4: w4 * d2)),
    "paths crossed": ("other weights", worked(back=lambda d1, d2, w3, w4: w4 * d1 + w3 * d2)),
    "paths multiplied": ("added", worked(back=lambda d1, d2, w3, w4: w3 * d1 * w4 * d2)),
    "paths subtracted": ("one path", worked(back=lambda d1, d2, w3, w4: w3 * d1 - w4 * d2)),
    "no weights": ("no weights", worked(back=lambda d1, d2, w3, w4: d1 + d2)),
    "mean of paths": ("mean of terms", worked(back=lambda d1, d2, w3, w4: (w3 * d1 + w4 * d2) / 2)),
    "weights summed": ("one path", worked(back=lambda d1, d2, w3, w4: (w3 + w4) * (d1 + d2))),
    "t - y, no slope": (("swapped", "slope missing"), worked(lambda y, t: t - y, lambda a: 1.0)),
    "t - y, one path": (("swapped", "one path"), worked(lambda y, t: t - y, back=lambda d1, d2, w3, w4: w3 * d1)),
    "output's slope, no weights": (
        ("output slope", "no weights"),
        worked(second_slope, back=lambda d1, d2, w3, w4: d1 + d2),
    ),
    "one path, no slope": (
        ("one path", "slope missing"),
        worked(slope=lambda a: 1.0, back=lambda d1, d2, w3, w4: w4 * d2),
    ),
    "double, hidden a": (("double", "other slope"), worked(lambda y, t: 2 * (y - t), lambda a: a)),
    "order": ("order", lambda a, y1, y2, t1, t2, w3, w4: worked()(a, y1, y2, t1, t2, w3, w4)[::-1]),
    "targets crossed": ("other source", lambda a, y1, y2, t1, t2, w3, w4: worked()(a, y1, y2, t2, t1, w3, w4)),
    "hidden alone negated": ("sign", worked(slope=lambda a: -a * (1 - a))),
}


def trained(rate=lambda eta, k: eta, count=lambda updates: updates, examples=None, order=None, old=False):
    def train(network, x, target, learning_rate, updates):
        first = network.backward(network.forward(x), target)
        for k in range(count(updates)):
            rows = examples(k, len(x)) if examples else slice(None)
            passed = network.backward(network.forward(x[rows]), target[rows])
            network = network.updated(passed, rate(learning_rate, k))
            if old:
                return network
        return network if first else None

    return train


def one_example_at_a_time(network, x, target, learning_rate, updates):
    for _ in range(updates):
        for n in range(len(x)):
            network = network.updated(network.backward(network.forward(x[n : n + 1]), target[n : n + 1]), learning_rate)
    return network


def one_example_an_update(network, x, target, learning_rate, updates):
    for k in range(updates):
        n = k % len(x)
        network = network.updated(network.backward(network.forward(x[n : n + 1]), target[n : n + 1]), learning_rate)
    return network


def result_thrown_away(network, x, target, learning_rate, updates):
    for _ in range(updates):
        network.updated(network.backward(network.forward(x), target), learning_rate)
    return network


def from_the_start_each_time(network, x, target, learning_rate, updates):
    for _ in range(updates):
        new = network.updated(network.backward(network.forward(x), target), learning_rate)
    return new


def returned_inside(network, x, target, learning_rate, updates):
    for _ in range(updates):
        network = network.updated(network.backward(network.forward(x), target), learning_rate)
        return network
    return network


def one_big_step(network, x, target, learning_rate, updates):
    return network.updated(network.backward(network.forward(x), target), learning_rate * updates)


Q5 = {
    "one update": ("one update", trained(count=lambda n: min(n, 1))),
    "return inside the loop": ("one update", returned_inside),
    "one too few": ("one update", trained(count=lambda n: n - 1)),
    "one too many": ("one update", trained(count=lambda n: n + 1)),
    "100 written in": ("one update", trained(count=lambda n: 100)),
    "eta 0.1 written in": ("own eta", trained(lambda eta, k: 0.1)),
    "eta 0.3 written in": ("own eta", trained(lambda eta, k: 0.3)),
    "eta 0.5 written in": ("own eta", trained(lambda eta, k: 0.5)),
    "eta decays": ("own eta", trained(lambda eta, k: eta / (k + 1))),
    "eta over n": ("step over n", trained(lambda eta, k: eta / 4)),
    "twice eta": ("double", trained(lambda eta, k: 2 * eta)),
    "one example at a time": ("one at a time", one_example_at_a_time),
    "one example an update": ("one at a time", one_example_an_update),
    "first example": ("one example", trained(examples=lambda k, n: slice(0, 1))),
    "last example dropped": ("one example", trained(examples=lambda k, n: slice(0, n - 1))),
    "halves in turn": ("one at a time", trained(examples=lambda k, n: slice(k % 2, None, 2))),
    "result thrown away": ("not updated", result_thrown_away),
    "from the start each time": ("old pass", from_the_start_each_time),
    "one big step": ("old pass", one_big_step),
    "one update, eta 0.1": (("one update", "own eta"), trained(lambda eta, k: 0.1, lambda n: min(n, 1))),
    "one too many, eta over n": (("one update", "step over n"), trained(lambda eta, k: eta / 4, lambda n: n + 1)),
    "eta squared": ("eta twice", trained(lambda eta, k: eta**2)),
}
Q6 = {
    "slope is sigma": ("product rule", lambda z: (z * sigma(z), sigma(z))),
    "slope is z sigma'": ("product rule", lambda z: (z * sigma(z), z * sigma(z) * (1 - sigma(z)))),
    "slope is sigma'": ("product rule", lambda z: (z * sigma(z), sigma(z) * (1 - sigma(z)))),
    "no brackets": ("product rule", lambda z: (z * sigma(z), 1 + np.exp(-z) + z * np.exp(-z) / (1 + np.exp(-z)) ** 2)),
    "minus": ("sign", lambda z: (z * sigma(z), sigma(z) - z * sigma(z) * (1 - sigma(z)))),
    "z left out of sigma'": ("product rule", lambda z: (z * sigma(z), sigma(z) + sigma(z) * (1 - sigma(z)))),
    "z (1 - z)": ("slope point", lambda z: (z * sigma(z), sigma(z) + z * z * (1 - z))),
    "slope at a": ("slope point", lambda z: (z * sigma(z), sigma(z) + z * sigma(sigma(z)) * (1 - sigma(sigma(z))))),
    "of the value": ("slope point", lambda z: (z * sigma(z), z * sigma(z) * (1 - z * sigma(z)))),
    "tanh's": ("other slope", lambda z: (z * sigma(z), sigma(z) + z * (1 - sigma(z) ** 2))),
    "slope, value": ("pair order", lambda z: (silu_slope(z), z * sigma(z))),
    "sigma(-z) for the value": ("minus z", lambda z: (z * sigma(-z), silu_slope(z))),
    "value without z": ("no z", lambda z: (sigma(z), silu_slope(z))),
    "value and slope of sigma": (("no z", "product rule"), lambda z: (sigma(z), sigma(z) * (1 - sigma(z)))),
    "tanh for the value": ("other activation", lambda z: (z * np.tanh(z), silu_slope(z))),
    "both at -z": ("minus z", lambda z: (z * sigma(-z), silu_slope(-z))),
    "sigma(-z), slope sigma": (("minus z", "product rule"), lambda z: (z * sigma(-z), sigma(-z))),
    "ReLU": ("other activation", lambda z: (np.maximum(z, 0), (z > 0) * 1.0)),
    "double": ("double", lambda z: (z * sigma(z), 2 * silu_slope(z))),
    "rounded": ("rounded", lambda z: (np.round(z * sigma(z), 2), np.round(silu_slope(z), 2))),
    "factors multiplied": ("added", lambda z: (z * sigma(z), sigma(z) * z * sigma(z) * (1 - sigma(z)))),
    "value added": ("added", lambda z: (z + sigma(z), 1 + sigma(z) * (1 - sigma(z)))),
    "first term squared": ("product rule", lambda z: (z * sigma(z), sigma(z) ** 2 + z * sigma(z) * (1 - sigma(z)))),
}
ENTRIES = [
    entry(f"0{n}-code", k, c, f) for n, slips in enumerate((Q0, Q1, Q2, Q3, Q4, Q5, Q6)) for k, (c, f) in slips.items()
]
