"""Wrong updates: update(weights, biases, dL_dw, dL_db, learning_rate) -> weights, biases. Place × kind."""

import numpy as np
from entries import entry


def update_of(step, weights=True, biases=True, where="all"):
    """An update with its step replaced: for weights, biases or both, in all layers or one."""

    def update(w, b, dL_dw, dL_db, learning_rate):
        n = len(w)

        def new(p, g, l, change):
            here = {"all": True, "first": l == 0, "last": l == n - 1, "hidden": l < n - 1}[where]
            return step(p, g, learning_rate) if change and here else p - learning_rate * g

        return (
            [new(p, g, l, weights) for l, (p, g) in enumerate(zip(w, dL_dw, strict=True))],
            [new(p, g, l, biases) for l, (p, g) in enumerate(zip(b, dL_db, strict=True))],
        )

    return update


STEP = {
    "w + eta g": ("uphill", lambda p, g, eta: p + eta * g),
    "w - g": ("no eta", lambda p, g, eta: p - g),
    "w + g": (("uphill", "no eta"), lambda p, g, eta: p + g),
    "eta squared": ("eta twice", lambda p, g, eta: p - eta**2 * g),
    "root of eta": ("eta twice", lambda p, g, eta: p - eta**0.5 * g),
    "g / eta": ("eta divides", lambda p, g, eta: p - g / eta),
    "eta 0.01": ("own eta", lambda p, g, eta: p - 0.01 * g),
    "eta 0.1 too": ("own eta", lambda p, g, eta: p - 0.1 * eta * g),
    "over 3": ("step over n", lambda p, g, eta: p - eta * g / 3),
    "over size": ("step over n", lambda p, g, eta: p - eta * g / (g.size + 1)),
    "2 eta": ("double", lambda p, g, eta: p - 2 * eta * g),
    "half eta": ("half", lambda p, g, eta: p - 0.5 * eta * g),
    "minus step alone": ("step alone", lambda p, g, eta: -eta * g),
    "step alone": ("step alone", lambda p, g, eta: eta * g),
    "gradient alone": ("step alone | step alone + no eta", lambda p, g, eta: g + 0),
    "eta g - w": ("sign", lambda p, g, eta: eta * g - p),
    "w - eta w": ("weight for gradient", lambda p, g, eta: p - eta * p),
    "eta (w - g)": ("brackets", lambda p, g, eta: eta * (p - g)),
    "w (1 - eta g)": ("brackets", lambda p, g, eta: p * (1 - eta * g)),
    "w eta g": ("brackets | brackets + step alone", lambda p, g, eta: p * eta * g),
    "eta w - g": ("brackets | brackets + no eta", lambda p, g, eta: eta * p - g),
    "(1 - eta) w + eta g": ("brackets", lambda p, g, eta: (1 - eta) * p + eta * g),
    "(1 - eta) w - eta g": ("extra term", lambda p, g, eta: (1 - eta) * p - eta * g),
    "w - (eta + g)": ("brackets", lambda p, g, eta: p - (eta + g)),
    "w - eta": ("step alone", lambda p, g, eta: p - eta),
    "old": ("not updated", lambda p, g, eta: p + 0),
    "sign of g": ("clipped", lambda p, g, eta: p - eta * np.sign(g)),
    "g clipped": ("clipped", lambda p, g, eta: p - eta * np.clip(g, -0.05, 0.05)),
    "g to length 1": ("clipped", lambda p, g, eta: p - eta * g / np.linalg.norm(g)),
    "|g|": ("error power", lambda p, g, eta: p - eta * np.abs(g)),
    "g squared": ("error power", lambda p, g, eta: p - eta * g**2),
    "decay": ("extra term", lambda p, g, eta: p - eta * (g + 0.1 * p)),
    "rounded": ("rounded", lambda p, g, eta: (p - eta * g).round(2)),
    "mean of g": ("sum over all", lambda p, g, eta: p - eta * g.mean()),
    "sum of g": ("sum over all", lambda p, g, eta: p - eta * g.sum()),
    "rows of g turned": ("other source", lambda p, g, eta: p - eta * g[::-1]),
    "twice in a loop": ("twice updated", lambda p, g, eta: (p - eta * g) - eta * g),
}


def in_place(w, b, dL_dw, dL_db, learning_rate):
    for l in range(len(w)):
        w[l] -= learning_rate * dL_dw[l]
        b[l] -= learning_rate * dL_db[l]
    return w, b


def gradient_scaled_in_place(w, b, dL_dw, dL_db, learning_rate):
    for g in (*dL_dw, *dL_db):
        g *= learning_rate
    return [p - g for p, g in zip(w, dL_dw, strict=True)], [p - g for p, g in zip(b, dL_db, strict=True)]


def biases_from_weights(w, b, dL_dw, dL_db, learning_rate):
    return update_of(STEP["old"][1], False, False)(w, b, dL_dw, [g.sum(axis=1) for g in dL_dw], learning_rate)


def first_bias_from_weights(w, b, dL_dw, dL_db, learning_rate):
    return update_of(STEP["old"][1], False, False)(w, b, dL_dw, [g[:, 0] for g in dL_dw], learning_rate)


def weights_from_biases(w, b, dL_dw, dL_db, learning_rate):
    return update_of(STEP["old"][1], False, False)(
        w, b, [0 * p + g[:, None] for p, g in zip(w, dL_db, strict=True)], dL_db, learning_rate
    )


def turned(w, b, dL_dw, dL_db, learning_rate):
    return update_of(STEP["old"][1], False, False)(w, b, [g.T for g in dL_dw], dL_db, learning_rate)


def gradients_reversed(w, b, dL_dw, dL_db, learning_rate):
    return update_of(STEP["old"][1], False, False)(w, b, dL_dw[::-1], dL_db[::-1], learning_rate)


def after(change):
    def update(w, b, dL_dw, dL_db, learning_rate):
        return change(*update_of(STEP["old"][1], False, False)(w, b, dL_dw, dL_db, learning_rate))

    return update


ENTRIES = [entry("update", f"{k}, everywhere", c, update_of(f)) for k, (c, f) in STEP.items()]
for place, options in {
    "weights": {"biases": False},
    "biases": {"weights": False},
    "first layer": {"where": "first"},
    "last layer": {"where": "last"},
    "hidden layers": {"where": "hidden"},
}.items():
    several = {
        "weights": ("w + eta g", "w - g", "2 eta", "old", "over 3"),
        "biases": ("w + eta g", "w - g", "old", "eta squared"),
        "first layer": ("w + eta g", "old"),
        "last layer": ("old", "w - g"),
        "hidden layers": ("old", "w + eta g"),
    }[place]
    ENTRIES += [entry("update", f"{k}, {place}", STEP[k][0], update_of(STEP[k][1], **options)) for k in several]
ENTRIES += [
    entry("update", "in place", "in place", in_place),
    entry("update", "gradient scaled in place", "in place", gradient_scaled_in_place),
    entry("update", "sum of dL_dw for dL_db", "dw for db", biases_from_weights),
    entry("update", "first column of dL_dw for dL_db", "dw for db", first_bias_from_weights),
    entry("update", "dL_db for dL_dw", "dw for db", weights_from_biases),
    entry("update", "dL_dw transposed", "gradient transposed", turned),
    entry("update", "gradients last layer first", "order", gradients_reversed),
    entry("update", "biases, weights", "pair order", after(lambda w, b: (b, w))),
    entry("update", "last layer first", "order", after(lambda w, b: (w[::-1], b[::-1]))),
    entry("update", "output missing", "layer missing", after(lambda w, b: (w[:-1], b[:-1]))),
]


def two(one, other):
    """One step for the weights, another for the biases."""

    def update(w, b, dL_dw, dL_db, learning_rate):
        return (
            [STEP[one][1](p, g, learning_rate) for p, g in zip(w, dL_dw, strict=True)],
            [STEP[other][1](p, g, learning_rate) for p, g in zip(b, dL_db, strict=True)],
        )

    return update


PAIRS = [
    ("w + eta g", "old"),
    ("w - g", "old"),
    ("w + eta g", "w - g"),
    ("2 eta", "w - g"),
    ("over 3", "w + eta g"),
    ("w - eta w", "w - g"),
    ("step alone", "old"),
    ("decay", "w + eta g"),
]
ENTRIES += [entry("update", f"weights {o}, biases {t}", (STEP[o][0], STEP[t][0]), two(o, t)) for o, t in PAIRS]
COMPOUND = {
    "uphill by eta squared": (("uphill", "eta twice"), lambda p, g, eta: p + eta**2 * g),
    "uphill by 2 eta": (("uphill", "double"), lambda p, g, eta: p + 2 * eta * g),
    "uphill over 3": (("uphill", "step over n"), lambda p, g, eta: p + eta * g / 3),
    "no eta, over 3": ("no eta + step over n | own eta", lambda p, g, eta: p - g / 3),
    "eta w + g": ("brackets + uphill | brackets + uphill + no eta", lambda p, g, eta: eta * p + g),
    "uphill by eta w": (("weight for gradient", "uphill"), lambda p, g, eta: p + eta * p),
    "no eta, decay": (("no eta", "extra term"), lambda p, g, eta: p - (g + 0.1 * p)),
    "uphill, sign": (("uphill", "clipped"), lambda p, g, eta: p + eta * np.sign(g)),
    "no eta, rounded": (("no eta", "rounded"), lambda p, g, eta: (p - g).round(2)),
}
ENTRIES += [entry("update", k, c, update_of(f)) for k, (c, f) in COMPOUND.items()]
