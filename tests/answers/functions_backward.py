"""Wrong backward passes: backward(z, a, target, weights) -> dC_dz. Place × kind: output, what comes back, slope."""

import numpy as np
from entries import entry, sigma


def backward_of(error=None, back=None, slope=None, where="hidden", finish=None):
    """A backward pass, its error, what comes back or slope replaced at a place: hidden, first, last hidden.

    ``slope(a, z, came)`` gives the whole of dC_dz; ``back(d, w, l, all)`` what comes back from the next layer.
    """

    def backward(z, a, target, weights):
        n = len(a)
        d = [None] * n
        d[-1] = error(a[-1], target, z[-1]) if error else a[-1] - target
        for l in reversed(range(n - 1)):
            here = {"hidden": True, "first": l == 0, "last hidden": l == n - 2}[where]
            came = (
                back(d[l + 1], weights[l + 1], l, (z, a, target, weights))
                if back and here
                else d[l + 1] @ weights[l + 1]
            )
            d[l] = slope(a[l], z[l], came) if slope and here else a[l] * (1 - a[l]) * came
        return finish(d) if finish else d

    return backward


def row_softmax(z):
    e = np.exp(z)
    return e / e.sum(axis=1, keepdims=True)


ERROR = {
    "t - y": ("swapped", lambda y, t, z: t - y),
    "(y - t) y (1 - y)": ("output slope", lambda y, t, z: (y - t) * y * (1 - y)),
    "slope squared": ("output slope | output slope + slope twice", lambda y, t, z: (y - t) * (y * (1 - y)) ** 2),
    "dC_dy": ("output slope missing", lambda y, t, z: (y - t) / (y * (1 - y))),
    "2 (y - t)": ("double", lambda y, t, z: 2 * (y - t)),
    "half (y - t)": ("half", lambda y, t, z: (y - t) / 2),
    "over n": ("over n", lambda y, t, z: (y - t) / len(y)),
    "times n": ("times n", lambda y, t, z: (y - t) * len(y)),
    "over outputs": ("mean of terms", lambda y, t, z: (y - t) / (y.shape[1] + 1)),
    "y": ("no target", lambda y, t, z: y + 0),
    "-t": ("no output", lambda y, t, z: -t),
    "y + t": ("plus target", lambda y, t, z: y + t),
    "(y - t) squared": ("error power", lambda y, t, z: (y - t) ** 2),
    "half the square": ("error power", lambda y, t, z: 0.5 * (y - t) ** 2),
    "|y - t|": ("error power", lambda y, t, z: np.abs(y - t)),
    "sign of y - t": ("error power", lambda y, t, z: np.sign(y - t)),
    "z - t": ("z for y", lambda y, t, z: z - t),
    "e (1 - e)": ("slope of error", lambda y, t, z: (y - t) * (1 - (y - t))),
    "-t/y": ("part of loss", lambda y, t, z: -t / y),
    "-t (1 - y)": ("part of loss", lambda y, t, z: -t * (1 - y)),
    "(1 - t) y": ("part of loss", lambda y, t, z: (1 - t) * y),
    "y (1 - y)": ("error missing | error missing + output slope", lambda y, t, z: y * (1 - y)),
    "y (y - t)": ("output slope | output slope + other slope", lambda y, t, z: y * (y - t)),
    "(1 - y) (y - t)": ("output slope | output slope + other slope", lambda y, t, z: (1 - y) * (y - t)),
    "(1 - y^2) (y - t)": ("output slope | output slope + other slope", lambda y, t, z: (1 - y * y) * (y - t)),
    "z (1 - z) (y - t)": ("output slope | output slope + slope point", lambda y, t, z: z * (1 - z) * (y - t)),
    "slope at y": ("output slope | output slope + slope point", lambda y, t, z: sigma(y) * (1 - sigma(y)) * (y - t)),
    "sigma(y) - t": ("activation twice", lambda y, t, z: sigma(y) - t),
    "softmax - t": ("other activation", lambda y, t, z: row_softmax(z) - t),
    "tanh - t": ("other activation", lambda y, t, z: np.tanh(z) - t),
    "prediction - t": ("rounded", lambda y, t, z: np.round(y) - t),
    "rounded": ("rounded", lambda y, t, z: np.round(y - t, 3)),
    "guarded": ("guard", lambda y, t, z: (y - t) / (y * (1 - y) + 1e-2) * y * (1 - y)),
    "summed over examples": ("one example", lambda y, t, z: np.tile((y - t).sum(axis=0), (len(y), 1))),
    "first example": ("one example", lambda y, t, z: np.tile((y - t)[0], (len(y), 1))),
    "mean over outputs": ("mean of terms", lambda y, t, z: np.tile((y - t).mean(axis=1, keepdims=True), y.shape[1])),
    "the cost": ("error power", lambda y, t, z: -(t * np.log(y) + (1 - t) * np.log(1 - y))),
    "eta in it": ("eta in gradient", lambda y, t, z: 0.1 * (y - t)),
    "plus slope": ("slope added", lambda y, t, z: y - t + y * (1 - y)),
}
SLOPE = {
    "none": ("slope missing", lambda a, z, c: c + 0),
    "twice": ("slope twice", lambda a, z, c: (a * (1 - a)) ** 2 * c),
    "at a": ("slope point", lambda a, z, c: sigma(a) * (1 - sigma(a)) * c),
    "z (1 - z)": ("slope point", lambda a, z, c: z * (1 - z) * c),
    "1 - a^2": ("other slope", lambda a, z, c: (1 - a * a) * c),
    "1 - tanh(z)^2": ("other slope", lambda a, z, c: (1 - np.tanh(z) ** 2) * c),
    "ReLU's": ("other slope", lambda a, z, c: (z > 0) * c),
    "leaky": ("other slope", lambda a, z, c: np.where(z > 0, 1, 0.01) * c),
    "a": ("other slope", lambda a, z, c: a * c),
    "1 - a": ("other slope", lambda a, z, c: (1 - a) * c),
    "a^2": ("other slope", lambda a, z, c: a * a * c),
    "a - 1": ("other slope", lambda a, z, c: a * (a - 1) * c),
    "a (1 + a)": ("other slope", lambda a, z, c: a * (1 + a) * c),
    "z": ("other slope", lambda a, z, c: z * c),
    "e^z / (1 + e^-z)^2": ("other slope", lambda a, z, c: np.exp(z) / (1 + np.exp(-z)) ** 2 * c),
    "sigma'(came) alone": ("slope of error", lambda a, z, c: sigma(c) * (1 - sigma(c))),
    "came (1 - came)": ("slope of error", lambda a, z, c: c * (1 - c)),
    "sigma'(came) times came": ("slope of error", lambda a, z, c: sigma(c) * (1 - sigma(c)) * c),
    "plus came": ("slope added", lambda a, z, c: a * (1 - a) + c),
    "alone": ("error missing", lambda a, z, c: a * (1 - a)),
    "divides": ("slope divides", lambda a, z, c: c / (a * (1 - a))),
    "2 a (1 - a)": ("double", lambda a, z, c: 2 * a * (1 - a) * c),
    "half of it": ("half", lambda a, z, c: 0.5 * a * (1 - a) * c),
    "minus": ("sign", lambda a, z, c: -a * (1 - a) * c),
    "a more": ("extra a", lambda a, z, c: a * a * (1 - a) * c),
    "z more": ("extra a", lambda a, z, c: a * (1 - a) * c * z),
    "over n": ("over n", lambda a, z, c: a * (1 - a) * c / len(a)),
    "first example's": ("slope place", lambda a, z, c: a[0] * (1 - a[0]) * c),
    "mean slope": ("slope place", lambda a, z, c: (a * (1 - a)).mean() * c),
    "1/4": ("other slope | slope missing", lambda a, z, c: 0.25 * c),
    "of the neuron beside": ("slope place", lambda a, z, c: (a * (1 - a))[:, ::-1] * c),
    "rounded": ("rounded", lambda a, z, c: np.round(a * (1 - a), 2) * c),
}


def keep_second_slope(d, w, l, all_):
    return (d * all_[1][l + 1] * (1 - all_[1][l + 1])) @ w


BACK = {
    "d as it is": ("no weights", lambda d, w, l, p: d + 0),
    "sum of d": ("no weights", lambda d, w, l, p: np.tile(d.sum(axis=1, keepdims=True), w.shape[1])),
    "w not turned": ("transposed", lambda d, w, l, p: d @ w.T),
    "updated, eta 0.1": ("updated", lambda d, w, l, p: d @ (w - 0.1 * d.T @ p[1][l])),
    "updated, eta 1": ("updated", lambda d, w, l, p: d @ (w - d.T @ p[1][l])),
    "updated uphill": ("updated", lambda d, w, l, p: d @ (w + 0.5 * d.T @ p[1][l])),
    "|w|": ("weight size", lambda d, w, l, p: d @ np.abs(w)),
    "w squared": ("weight size", lambda d, w, l, p: d @ (w * w)),
    "minus": ("sign", lambda d, w, l, p: -d @ w),
    "first path": ("one path", lambda d, w, l, p: d[:, :1] @ w[:1]),
    "last path": ("one path", lambda d, w, l, p: d[:, -1:] @ w[-1:]),
    "greatest path": ("one path", lambda d, w, l, p: (d[:, :, None] * w[None]).max(axis=1)),
    "same neuron's path": ("one path", lambda d, w, l, p: d * np.diag(w)),
    "mean of paths": ("mean of terms", lambda d, w, l, p: (d[:, :, None] * w[None]).mean(axis=1)),
    "paths multiplied": ("one path", lambda d, w, l, p: (d[:, :, None] * w[None]).prod(axis=1)),
    "own weights": ("other weights", lambda d, w, l, p: d @ p[3][l]),
    "last layer's weights": ("other weights", lambda d, w, l, p: d @ p[3][-1]),
    "sum of w": ("one path", lambda d, w, l, p: d.sum(axis=1, keepdims=True) * w.sum(axis=0)),
    "next slope once more": ("slope place", keep_second_slope),
    "a in place of d": ("not delta", lambda d, w, l, p: p[1][l + 1] @ w),
    "z in place of d": ("not delta", lambda d, w, l, p: p[0][l + 1] @ w),
    "target in place of d": ("not delta", lambda d, w, l, p: p[2] @ w),
    "output error through w": ("output error", lambda d, w, l, p: (p[1][-1] - p[2]) @ w),
    "output error as it is": ("output error | no weights", lambda d, w, l, p: p[1][-1] - p[2]),
    "w alone": ("not delta", lambda d, w, l, p: np.tile(w.sum(axis=0), (len(d), 1))),
    "shares of w": ("normalised", lambda d, w, l, p: d @ (w / np.abs(w).sum(axis=1, keepdims=True))),
    "w elementwise": ("elementwise", lambda d, w, l, p: d * w),
    "twice": ("double", lambda d, w, l, p: 2 * d @ w),
    "over n": ("over n", lambda d, w, l, p: d @ w / len(d)),
    "times n": ("times n", lambda d, w, l, p: d @ w * len(d)),
    "eta in it": ("eta in gradient", lambda d, w, l, p: 0.3 * d @ w),
    "summed over examples": ("one example", lambda d, w, l, p: np.tile((d @ w).sum(axis=0), (len(d), 1))),
    "mean over examples": ("one example", lambda d, w, l, p: np.tile((d @ w).mean(axis=0), (len(d), 1))),
    "times a": ("extra a", lambda d, w, l, p: d @ w * p[1][l]),
    "plus own a": ("extra term", lambda d, w, l, p: d @ w + p[1][l]),
    "plus penalty": ("extra term", lambda d, w, l, p: d @ w + 0.1 * w.sum(axis=0)),
    "clipped": ("clipped", lambda d, w, l, p: np.clip(d @ w, -0.05, 0.05)),
    "sign": ("clipped", lambda d, w, l, p: np.sign(d @ w)),
    "divided by w": ("weight size", lambda d, w, l, p: d @ (1 / w)),
    "added to w": ("added", lambda d, w, l, p: (d[:, :, None] + w[None]).sum(axis=1)),
}
FINISH = {
    "last layer first": ("order", lambda d: d[::-1]),
    "output missing": ("layer missing", lambda d: d[:-1]),
    "output alone": ("layer missing", lambda d: d[-1:]),
    "first layer missing": ("layer missing", lambda d: d[1:]),
    "one more": ("layer missing", lambda d: [np.zeros_like(d[0]), *d]),
    "columns": ("gradient transposed", lambda d: [v.T for v in d]),
    "summed over examples": ("one example", lambda d: [v.sum(axis=0) for v in d]),
    "first example": ("one example", lambda d: [v[0] for v in d]),
    "negated": ("sign", lambda d: [-v for v in d[:-1]] + [d[-1]]),
    "rounded to 2": ("rounded", lambda d: [v.round(2) for v in d]),
    "rounded to 5": ("rounded", lambda d: [v.round(5) for v in d]),
    "hidden zero": ("zero", lambda d: [*(0 * v for v in d[:-1]), d[-1]]),
    "normalised": ("clipped", lambda d: [v / np.linalg.norm(v) for v in d]),
    "hidden exchanged": ("order", lambda d: [*d[:-1][::-1], d[-1]]),
}


def updates_in_place(z, a, target, weights):
    d = [a[-1] - target]
    for l in reversed(range(len(a) - 1)):
        w = weights[l + 1]
        w -= 0.2 * d[0].T @ a[l]
        d.insert(0, a[l] * (1 - a[l]) * (d[0] @ w))
    return d


def slope_in_place(z, a, target, weights):
    d = [a[-1] - target]
    for l in reversed(range(len(a) - 1)):
        slope = a[l]
        slope *= 1 - a[l]
        d.insert(0, slope * (d[0] @ weights[l + 1]))
    return d


ENTRIES = [entry("backward", f"output {k}", c, backward_of(error=f)) for k, (c, f) in ERROR.items()]
for names, part in ((SLOPE, "slope"), (BACK, "back")):
    for k, (c, f) in names.items():
        ENTRIES.append(entry("backward", f"{part} {k}, hidden", c, backward_of(**{part: f})))
for part, k, where in [
    ("slope", "none", "first"),
    ("slope", "none", "last hidden"),
    ("slope", "twice", "first"),
    ("slope", "1 - a^2", "last hidden"),
    ("slope", "z (1 - z)", "first"),
    ("slope", "at a", "last hidden"),
    ("slope", "ReLU's", "first"),
    ("slope", "minus", "first"),
    ("back", "w not turned", "first"),
    ("back", "w not turned", "last hidden"),
    ("back", "d as it is", "first"),
    ("back", "first path", "last hidden"),
    ("back", "updated, eta 1", "last hidden"),
    ("back", "minus", "last hidden"),
    ("back", "a in place of d", "first"),
    ("back", "twice", "first"),
]:
    c, f = (SLOPE if part == "slope" else BACK)[k]
    ENTRIES.append(entry("backward", f"{part} {k}, {where}", c, backward_of(**{part: f}, where=where)))
ENTRIES += [entry("backward", f"result {k}", c, backward_of(finish=f)) for k, (c, f) in FINISH.items()]
ENTRIES += [
    entry("backward", "weights updated in place", ("updated", "in place"), updates_in_place),
    entry("backward", "a overwritten by the slope", "in place", slope_in_place),
]
PAIRS = [
    ("t - y", "none"),
    ("t - y", "1 - a^2"),
    ("t - y", "at a"),
    ("2 (y - t)", "none"),
    ("2 (y - t)", "z (1 - z)"),
    ("(y - t) y (1 - y)", "none"),
    ("(y - t) y (1 - y)", "1 - a^2"),
    ("y", "none"),
    ("y", "ReLU's"),
    ("over n", "none"),
    ("e (1 - e)", "twice"),
    ("z - t", "none"),
    ("dC_dy", "ReLU's"),
    ("dC_dy", "at a"),
    ("|y - t|", "none"),
    ("(y - t) squared", "a"),
    ("t - y", "alone"),
    ("half (y - t)", "1 - a"),
    ("prediction - t", "z (1 - z)"),
    ("first example", "none"),
    ("y + t", "divides"),
    ("times n", "twice"),
]
BACKS = [
    ("t - y", "w not turned"),
    ("t - y", "d as it is"),
    ("t - y", "first path"),
    ("2 (y - t)", "w not turned"),
    ("(y - t) y (1 - y)", "w not turned"),
    ("(y - t) y (1 - y)", "updated, eta 1"),
    ("y", "d as it is"),
    ("dC_dy", "|w|"),
    ("over n", "last path"),
    ("z - t", "w not turned"),
    ("t - y", "updated, eta 1"),
    ("(y - t) squared", "mean of paths"),
]
BOTH = [
    ("w not turned", "none"),
    ("w not turned", "1 - a^2"),
    ("d as it is", "none"),
    ("first path", "none"),
    ("|w|", "at a"),
    ("updated, eta 1", "none"),
    ("a in place of d", "none"),
    ("mean of paths", "z (1 - z)"),
    ("own weights", "none"),
    ("summed over examples", "none"),
    ("last path", "twice"),
    ("minus", "ReLU's"),
    ("over n", "1 - a"),
]
for pairs, one_part, one_of, two_part, two_of in (
    (PAIRS, "error", ERROR, "slope", SLOPE),
    (BACKS, "error", ERROR, "back", BACK),
    (BOTH, "back", BACK, "slope", SLOPE),
):
    for one, two in pairs:
        (c, f), (d, g) = one_of[one], two_of[two]
        made = backward_of(**{one_part: f, two_part: g})
        ENTRIES.append(entry("backward", f"{one_part} {one} and {two_part} {two}", (c, d), made))
