"""Wrong gradients: multiply(x, a, dC_dz) -> dL_dw, dL_db. Place (weights, biases, both) × kind."""

import numpy as np
from entries import entry, sigma


def multiply_of(dw=None, db=None, feeds=None, where="all"):
    """dL_dw and dL_db with the product, the sum for the biases or what feeds replaced, in all layers or one."""

    def multiply(x, a, dC_dz):
        n = len(dC_dz)
        right = [x, *a[:-1]]
        given = feeds(x, a, dC_dz) if feeds else right
        gw, gb = [], []
        for l, d in enumerate(dC_dz):
            here = {"all": True, "first": l == 0, "last": l == n - 1}[where]
            f = given[l] if here else right[l]
            gw.append(dw(d, f) if dw and here else d.T @ f)
            gb.append(db(d, f) if db and here else d.sum(axis=0))
        return gw, gb

    return multiply


DW = {
    "mean": ("over n", lambda d, f: d.T @ f / len(d)),
    "2 of it": ("double", lambda d, f: 2 * d.T @ f),
    "half of it": ("half", lambda d, f: d.T @ f / 2),
    "minus": ("sign", lambda d, f: -d.T @ f),
    "transposed": ("gradient transposed", lambda d, f: f.T @ d),
    "first example": ("one example", lambda d, f: np.outer(d[0], f[0])),
    "last example": ("one example", lambda d, f: np.outer(d[-1], f[-1])),
    "sums multiplied": ("sums multiplied", lambda d, f: np.outer(d.sum(axis=0), f.sum(axis=0))),
    "means multiplied": ("sums multiplied", lambda d, f: np.outer(d.mean(axis=0), f.mean(axis=0))),
    "examples not summed": ("no sum", lambda d, f: d[:, :, None] * f[:, None, :]),
    "columns": ("other axis", lambda d, f: d @ f.T),
    "summed over neurons": ("sum over all", lambda d, f: np.tile((d.T @ f).sum(axis=0), (d.shape[1], 1))),
    "one number": ("sum over all", lambda d, f: np.sum(d.T @ f)),
    "elementwise": ("elementwise", lambda d, f: d * f),
    "what feeds left out": ("feeds nothing", lambda d, f: np.tile(d.sum(axis=0)[:, None], f.shape[1])),
    "d left out": ("error missing", lambda d, f: np.tile(f.sum(axis=0), (d.shape[1], 1))),
    "feed squared": ("weight size", lambda d, f: d.T @ (f * f)),
    "sigma of feed": ("activation twice", lambda d, f: d.T @ sigma(f)),
    "slope of feed": ("feeds slope", lambda d, f: d.T @ (f * (1 - f))),
    "1 - feed": ("feeds slope", lambda d, f: d.T @ (1 - f)),
    "eta in it": ("eta in gradient", lambda d, f: 0.1 * d.T @ f),
    "times n": ("times n", lambda d, f: len(d) * d.T @ f),
    "|d|": ("error power", lambda d, f: np.abs(d).T @ f),
    "d squared": ("error power", lambda d, f: (d * d).T @ f),
    "feed's neurons reversed": ("other source", lambda d, f: d.T @ f[:, ::-1]),
    "rounded": ("rounded", lambda d, f: (d.T @ f).round(2)),
    "sign": ("clipped", lambda d, f: np.sign(d.T @ f)),
    "clipped": ("clipped", lambda d, f: np.clip(d.T @ f, -0.1, 0.1)),
    "unit length": ("clipped", lambda d, f: d.T @ f / np.linalg.norm(d.T @ f)),
    "d + feed": ("added", lambda d, f: (d[:, :, None] + f[:, None, :]).sum(axis=0)),
    "greatest example": ("one example", lambda d, f: (d[:, :, None] * f[:, None, :]).max(axis=0)),
    "examples shifted": ("one example", lambda d, f: d.T @ np.roll(f, 1, axis=0)),
    "zero": ("zero", lambda d, f: np.zeros((d.shape[1], f.shape[1]))),
}
DB = {
    "mean": ("over n", lambda d, f: d.mean(axis=0)),
    "2 of it": ("double", lambda d, f: 2 * d.sum(axis=0)),
    "minus": ("sign", lambda d, f: -d.sum(axis=0)),
    "not summed": ("no sum", lambda d, f: d + 0),
    "first example": ("one example", lambda d, f: d[0] + 0),
    "axis 1": ("other axis", lambda d, f: d.sum(axis=1)),
    "one number": ("sum over all", lambda d, f: d.sum()),
    "one number for each": ("sum over all", lambda d, f: np.full(d.shape[1], d.sum())),
    "mean of all": ("sum over all", lambda d, f: np.full(d.shape[1], d.mean())),
    "times feed": ("bias fed", lambda d, f: (d.T @ f).sum(axis=1)),
    "first weight's": ("dw for db", lambda d, f: (d.T @ f)[:, 0]),
    "mean weight's": ("dw for db", lambda d, f: (d.T @ f).mean(axis=1)),
    "ones": ("error missing | error missing + one example", lambda d, f: np.ones(d.shape[1])),
    "zero": ("zero", lambda d, f: np.zeros(d.shape[1])),
    "greatest example": ("one example", lambda d, f: d.max(axis=0)),
    "|d|": ("error power", lambda d, f: np.abs(d).sum(axis=0)),
    "eta in it": ("eta in gradient", lambda d, f: 0.5 * d.sum(axis=0)),
    "neurons reversed": ("other source", lambda d, f: d.sum(axis=0)[::-1]),
    "times n": ("times n", lambda d, f: d.sum(axis=0) * len(d)),
    "rounded": ("rounded", lambda d, f: d.sum(axis=0).round(2)),
}
FEEDS = {
    "own a": ("feeds own a", lambda x, a, d: a),
    "x everywhere": ("fed x", lambda x, a, d: [x] * len(a)),
    "a of the first for x": ("feeds own a", lambda x, a, d: [a[0], *a[:-1]]),
    "z for a": ("feeds z", lambda x, a, d: [x, *(np.log(v / (1 - v)) for v in a[:-1])]),
    "output everywhere": ("feeds own a", lambda x, a, d: [a[-1]] * len(a)),
    "d for a": ("feeds own a", lambda x, a, d: [x, *d[:-1]]),
    "slope for a": ("feeds slope", lambda x, a, d: [x, *(v * (1 - v) for v in a[:-1])]),
    "rounded a": ("rounded", lambda x, a, d: [x, *(np.round(v) for v in a[:-1])]),
    "order turned": ("order", lambda x, a, d: [*a[:-1][::-1], x]),
}


def after(change):
    def multiply(x, a, dC_dz):
        return change(*multiply_of()(x, a, dC_dz))

    return multiply


def accumulates(x, a, dC_dz):
    dw, db, total = [], [], 0
    for d, f in zip(dC_dz, [x, *a[:-1]], strict=True):
        total = total + d.T @ f
        dw.append(total)
        db.append(d.sum(axis=0))
    return dw, db


AFTER = {
    "db, dw": ("pair order", lambda w, b: (b, w)),
    "last layer first": ("order", lambda w, b: (w[::-1], b[::-1])),
    "biases last layer first": ("order", lambda w, b: (w, b[::-1])),
    "output missing": ("layer missing", lambda w, b: (w[:-1], b[:-1])),
    "first layer missing": ("layer missing", lambda w, b: (w[1:], b[1:])),
    "biases stand in a column": ("gradient transposed", lambda w, b: (w, [v[:, None] for v in b])),
}
MANY = {"mean", "minus", "transposed", "first example", "what feeds left out"}
ENTRIES = [entry("multiply", f"weights, {k}", c, multiply_of(dw=f)) for k, (c, f) in DW.items()]
ENTRIES += [
    entry("multiply", f"first weights, {k}", DW[k][0], multiply_of(dw=DW[k][1], where="first")) for k in sorted(MANY)
]
ENTRIES += [
    entry("multiply", f"last weights, {k}", DW[k][0], multiply_of(dw=DW[k][1], where="last"))
    for k in ("mean", "minus", "eta in it")
]
ENTRIES += [entry("multiply", f"biases, {k}", c, multiply_of(db=f)) for k, (c, f) in DB.items()]
ENTRIES += [
    entry("multiply", f"last biases, {k}", DB[k][0], multiply_of(db=DB[k][1], where="last"))
    for k in ("axis 1", "mean", "not summed", "zero")
]
ENTRIES += [entry("multiply", f"fed by {k}", c, multiply_of(feeds=f)) for k, (c, f) in FEEDS.items()]
ENTRIES += [entry("multiply", k, c, after(f)) for k, (c, f) in AFTER.items()]
ENTRIES += [entry("multiply", "layers accumulate", "extra term", accumulates)]
SAME = {"mean", "2 of it", "minus", "first example", "times n", "eta in it", "rounded"}
ENTRIES += [
    entry("multiply", f"both, {k}", DW[k][0], multiply_of(DW[k][1], DB[k][1]))
    for k in sorted(SAME - {"rounded", "eta in it"})
]
PAIRS = [
    ("mean", "axis 1"),
    ("mean", "one number for each"),
    ("minus", "mean"),
    ("transposed", "axis 1"),
    ("transposed", "mean"),
    ("2 of it", "not summed"),
    ("first example", "one number"),
    ("what feeds left out", "mean"),
    ("slope of feed", "minus"),
    ("sums multiplied", "zero"),
    ("columns", "times feed"),
    ("eta in it", "one number for each"),
    ("rounded", "mean"),
    ("examples not summed", "mean"),
]
ENTRIES += [
    entry("multiply", f"weights, {one}; biases, {two}", (DW[one][0], DB[two][0]), multiply_of(DW[one][1], DB[two][1]))
    for one, two in PAIRS
]
FED = [
    ("own a", "mean"),
    ("z for a", "minus"),
    ("x everywhere", "mean"),
    ("z for a", "2 of it"),
    ("own a", "transposed"),
]
ENTRIES += [
    entry(
        "multiply",
        f"fed by {one} and weights, {two}",
        (FEEDS[one][0], DW[two][0]),
        multiply_of(DW[two][1], feeds=FEEDS[one][1]),
    )
    for one, two in FED
]
