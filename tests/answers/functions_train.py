"""Wrong loops: train(x, target, weights, biases, learning_rate, batch, orders) -> weights, biases. Place × kind."""

import numpy as np
from entries import entry
from whole_loops import WHOLE, gradients, moved, slices


def train_of(
    rate=lambda eta, n, epoch, update, size, all: eta,
    epochs=lambda orders: orders,
    chunks=slices,
    pick=lambda x, t, chosen: (x[chosen], t[chosen]),
    grad=gradients,
    weights_move=lambda l, last: True,
    biases_move=lambda l, last: True,
    end=lambda w, b: (w, b),
):
    """A loop with some of its parts replaced."""

    def train(x, target, weights, biases, learning_rate, batch, orders):
        update, last = 0, len(weights) - 1
        for epoch, order in enumerate(epochs(orders)):
            for chosen in chunks(order, batch):
                if not len(chosen):
                    continue
                dw, db = grad(*pick(x, target, chosen), weights, biases)
                n = len(chosen)
                eta = rate(eta=learning_rate, n=n, epoch=epoch, update=update, size=batch, all=len(x))
                new_w, new_b = moved(weights, dw, eta), moved(biases, db, eta)
                weights = [
                    new if weights_move(l, last) else old
                    for l, (old, new) in enumerate(zip(weights, new_w, strict=True))
                ]
                biases = [
                    new if biases_move(l, last) else old for l, (old, new) in enumerate(zip(biases, new_b, strict=True))
                ]
                update += 1
        return end(weights, biases)

    return train


def rated(rate):
    """A loop in which η is another number."""
    return train_of(rate=lambda eta, n, epoch, update, size, all: rate(eta, n, epoch, update, size, all))


RATE = {
    "eta left out": ("no eta", rated(lambda eta, n, e, u, s, a: 1.0)),
    "twice eta": ("double", rated(lambda eta, n, e, u, s, a: 2 * eta)),
    "half eta": ("half", rated(lambda eta, n, e, u, s, a: eta / 2)),
    "eta squared": ("eta twice", rated(lambda eta, n, e, u, s, a: eta * eta)),
    "over eta": ("eta divides", rated(lambda eta, n, e, u, s, a: 1 / eta)),
    "0.1 written in": ("own eta", rated(lambda eta, n, e, u, s, a: 0.1)),
    "0.01 written in": ("own eta", rated(lambda eta, n, e, u, s, a: 0.01)),
    "uphill": ("uphill | swapped", rated(lambda eta, n, e, u, s, a: -eta)),
    "mean over the batch": ("over n", rated(lambda eta, n, e, u, s, a: eta / n)),
    "over batch": ("over n", rated(lambda eta, n, e, u, s, a: eta / s)),
    "over all": ("over n", rated(lambda eta, n, e, u, s, a: eta / a)),
    "times n": ("times n", rated(lambda eta, n, e, u, s, a: eta * n)),
    "eta / (1 + epoch)": ("eta decays", rated(lambda eta, n, e, u, s, a: eta / (1 + e))),
    "eta / (1 + update)": ("eta decays", rated(lambda eta, n, e, u, s, a: eta / (1 + u))),
    "0.9 eta each epoch": ("eta decays", rated(lambda eta, n, e, u, s, a: eta * 0.9**e)),
    "half each epoch": ("eta decays", rated(lambda eta, n, e, u, s, a: eta * 0.5**e)),
    "0.99 each update": ("eta decays", rated(lambda eta, n, e, u, s, a: eta * 0.99**u)),
    "0.5 each update": ("eta decays", rated(lambda eta, n, e, u, s, a: eta * 0.5**u)),
}


def even(order, batch):
    return np.array_split(order, max(len(order) // batch, 1))


CHUNKS = {
    "one at a time": ("one at a time", lambda o, s: slices(o, 1)),
    "no batches": ("no batches", lambda o, s: [o]),
    "two at a time": ("own batch", lambda o, s: slices(o, 2)),
    "three at a time": ("own batch", lambda o, s: slices(o, 3)),
    "last dropped": ("batch dropped", lambda o, s: slices(o, s)[:-1]),
    "short dropped": ("batch dropped", lambda o, s: [c for c in slices(o, s) if len(c) == s]),
    "first dropped": ("batch dropped", lambda o, s: slices(o, s)[1:]),
    "first alone": ("batch dropped", lambda o, s: [o[:s]]),
    "last alone": ("batch dropped", lambda o, s: slices(o, s)[-1:]),
    "overlapping": ("overlap", lambda o, s: [o[k : k + s] for k in range(len(o))]),
    "overlapping, whole ones": ("overlap", lambda o, s: [o[k : k + s] for k in range(len(o) - s + 1)]),
    "one short": ("batch dropped", lambda o, s: [o[k : k + s - 1] for k in range(0, len(o), s)]),
    "one more": ("overlap", lambda o, s: [o[k : k + s + 1] for k in range(0, len(o), s)]),
    "from the last batch on": ("order ignored", lambda o, s: slices(o, s)[::-1]),
    "order from its end": ("order ignored", lambda o, s: slices(o[::-1], s)),
    "batch for how many": ("own batch", lambda o, s: np.array_split(o, s)),
    "evened": ("own batch", even),
    "sorted": ("order ignored", lambda o, s: slices(np.sort(o), s)),
    "places for indices": ("order ignored", lambda o, s: slices(np.argsort(o), s)),
    "every other one": ("order ignored", lambda o, s: [o[k :: -(-len(o) // s)] for k in range(-(-len(o) // s))]),
    "first example of each": ("batch dropped", lambda o, s: [o[k : k + 1] for k in range(0, len(o), s)]),
    "start begins at 1": ("batch dropped", lambda o, s: [o[k : k + s] for k in range(1, len(o), s)]),
}
EPOCHS = {
    "first alone": ("epochs", lambda orders: orders[:1]),
    "last alone": ("epochs", lambda orders: orders[-1:]),
    "one too few": ("epochs", lambda orders: orders[:-1]),
    "first left out": ("epochs", lambda orders: orders[1:]),
    "one too many": ("epochs", lambda orders: [*orders, orders[-1]]),
    "every one twice": ("epochs", lambda orders: [order for order in orders for _ in (0, 1)]),
    "order of the first for all": ("order ignored", lambda orders: [orders[0]] * len(orders)),
    "order of the last for all": ("order ignored", lambda orders: [orders[-1]] * len(orders)),
    "last epoch first": ("order ignored", lambda orders: orders[::-1]),
    "none": ("not updated", lambda orders: []),
    "own shuffle": (
        "order ignored",
        lambda orders: [np.random.default_rng(5 + k).permutation(len(o)) for k, o in enumerate(orders)],
    ),
}
PICK = {
    "target as it stands": ("targets apart", lambda x, t, c: (x[c], t[: len(c)])),
    "x as it stands": ("targets apart", lambda x, t, c: (x[: len(c)], t[c])),
    "targets turned": ("targets apart", lambda x, t, c: (x[c], t[c[::-1]])),
    "outputs exchanged": ("other source", lambda x, t, c: (x[c], t[c][:, ::-1])),
    "one minus the target": ("other target", lambda x, t, c: (x[c], 1 - t[c])),
}


def output_slope(x, target, weights, biases):
    return gradients(x, target, weights, biases, start=lambda y, t: (y - t) * y * (1 - y))


def no_slope(x, target, weights, biases):
    return gradients(x, target, weights, biases, slope=lambda a: 1.0)


def tanh_slope(x, target, weights, biases):
    return gradients(x, target, weights, biases, slope=lambda a: 1 - a * a)


def doubled(x, target, weights, biases):
    return gradients(x, target, weights, biases, start=lambda y, t: 2 * (y - t))


def without_bias(x, target, weights, biases):
    return gradients(x, target, weights, [0 * b for b in biases])


def first_example(x, target, weights, biases):
    return gradients(x[:1], target[:1], weights, biases)


def no_target(x, target, weights, biases):
    return gradients(x, target, weights, biases, start=lambda y, t: y)


def with_decay(x, target, weights, biases):
    dw, db = gradients(x, target, weights, biases)
    return [g + 0.1 * w for g, w in zip(dw, weights, strict=True)], db


def clipped(x, target, weights, biases):
    return tuple([np.clip(g, -0.1, 0.1) for g in group] for group in gradients(x, target, weights, biases))


def signs(x, target, weights, biases):
    return tuple([np.sign(g) for g in group] for group in gradients(x, target, weights, biases))


def square_transposed(x, target, weights, biases):
    """∂L/∂w of square layers transposed; others as they should be."""
    dw, db = gradients(x, target, weights, biases)
    return [g.T if g.shape[0] == g.shape[1] else g for g in dw], db


GRADIENT = {
    "the output's slope once more": ("output slope", output_slope),
    "hidden slope left out": ("slope missing", no_slope),
    "hidden slope of tanh": ("other slope", tanh_slope),
    "2 (y - t)": ("double", doubled),
    "no bias going forward": ("no bias", without_bias),
    "first example of the batch": ("one example", first_example),
    "target left out": ("no target", no_target),
    "decay": ("extra term", with_decay),
    "clipped": ("clipped", clipped),
    "signs": ("clipped", signs),
    "square gradients transposed": ("gradient transposed", square_transposed),
}


MOVES = {
    "weights alone": ("not updated", train_of(biases_move=lambda l, last: False)),
    "biases alone": ("not updated", train_of(weights_move=lambda l, last: False)),
    "last layer alone": (
        "not updated",
        train_of(weights_move=lambda l, last: l == last, biases_move=lambda l, last: l == last),
    ),
    "first layer not": ("not updated", train_of(weights_move=lambda l, last: l > 0, biases_move=lambda l, last: l > 0)),
    "last biases not": ("not updated", train_of(biases_move=lambda l, last: l < last)),
}
END = {
    "biases, weights": ("pair order", train_of(end=lambda w, b: (b, w))),
    "last layer first": ("order", train_of(end=lambda w, b: (w[::-1], b[::-1]))),
    "rounded": ("rounded", train_of(end=lambda w, b: ([v.round(2) for v in w], [v.round(2) for v in b]))),
}


def chunked(name):
    return CHUNKS[name][1]


def ascending(order, batch):
    return slices(np.arange(len(order)), batch)


COMBINED = {
    "as they stand": ("order ignored", train_of(chunks=ascending)),
    "as they stand, uphill": (
        ("order ignored", "uphill"),
        train_of(rate=lambda eta, **_: -eta, chunks=ascending),
    ),
    "as they stand, mean": (("order ignored", "over n"), train_of(rate=lambda eta, n, **_: eta / n, chunks=ascending)),
    "one at a time, as they stand": (
        ("one at a time", "order ignored"),
        train_of(chunks=lambda o, s: slices(np.arange(len(o)), 1)),
    ),
    "last dropped, no eta": (
        ("batch dropped", "no eta"),
        train_of(rate=lambda **_: 1.0, chunks=chunked("last dropped")),
    ),
    "first epoch, mean": (
        ("epochs", "over n"),
        train_of(rate=lambda eta, n, **_: eta / n, epochs=lambda orders: orders[:1]),
    ),
    "weights alone, twice eta": (
        ("not updated", "double"),
        train_of(rate=lambda eta, **_: 2 * eta, biases_move=lambda l, last: False),
    ),
    "no batches, uphill": (
        ("no batches", "uphill"),
        train_of(rate=lambda eta, **_: -eta, chunks=lambda o, s: [o]),
    ),
    "one at a time, own eta": (
        ("one at a time", "own eta"),
        train_of(rate=lambda **_: 0.1, chunks=lambda o, s: slices(o, 1)),
    ),
    "mean, eta decays": (
        ("over n", "eta decays"),
        train_of(rate=lambda eta, n, epoch, **_: eta / n / (1 + epoch)),
    ),
    "hidden slope left out, mean": (
        ("slope missing", "over n"),
        train_of(rate=lambda eta, n, **_: eta / n, grad=no_slope),
    ),
    "output's slope, as they stand": (("output slope", "order ignored"), train_of(chunks=ascending, grad=output_slope)),
    "weights alone, one at a time": (
        ("not updated", "one at a time"),
        train_of(chunks=lambda o, s: slices(o, 1), biases_move=lambda l, last: False),
    ),
    "one epoch too few, half eta": (
        ("epochs", "half"),
        train_of(rate=lambda eta, **_: eta / 2, epochs=lambda orders: orders[:-1]),
    ),
}
KINDS = {
    "rate": RATE,
    "batches": {name: (cause, train_of(chunks=way)) for name, (cause, way) in CHUNKS.items()},
    "epochs": {name: (cause, train_of(epochs=way)) for name, (cause, way) in EPOCHS.items()},
    "examples": {name: (cause, train_of(pick=way)) for name, (cause, way) in PICK.items()},
    "gradient": {name: (cause, train_of(grad=way)) for name, (cause, way) in GRADIENT.items()},
    "loop": WHOLE,
    "parts": MOVES,
    "results": END,
    "two": COMBINED,
}
ENTRIES = [
    entry("train", f"{kind}, {name}", cause, function)
    for kind, ways in KINDS.items()
    for name, (cause, function) in ways.items()
]
