"""Wrong functions put together of parts, each with its slip: the slips are told, and no other; right ones are right."""

import itertools
import re

import numpy as np
import pytest

from backprop.exercises.kinds import NOT_YET, RIGHT
from backprop.exercises.slips import slips
from backprop.exercises.stages import compare
from backprop.words import sentences


def s(v):
    return 1 / (1 + np.exp(-v))


def slope(v):
    return s(v) * (1 - s(v))


def told(text):
    """The ids whose sentences stand in a text."""
    found = set()
    for slip in slips():
        template = re.sub(r"\\\{[a-z]+\\\}", ".+?", re.escape(sentences("en")[f"exercises.slip.{slip}"]))
        if re.search(template, text):
            found.add(slip.removesuffix("-besides"))  # how it is said beside another
    return found - ({"factor"} if {"factor-two", "factor-half"} & found else set())


# ------------------------------------------------------------------- backward

STARTS = {
    "": lambda z, a, t: a[-1] - t,
    "target-swapped": lambda z, a, t: t - a[-1],
    "slope-dropped-output": lambda z, a, t: (a[-1] - t) / (a[-1] * (1 - a[-1])),
    "slope-twice": lambda z, a, t: (a[-1] - t) * slope(z[-1]),
    "slope-of-error": lambda z, a, t: (a[-1] - t) * (1 - a[-1] + t),
    "target-forgotten": lambda z, a, t: a[-1],
    "output-forgotten": lambda z, a, t: -t,
    "divided-by-examples": lambda z, a, t: (a[-1] - t) / len(t),
    "divided-by-outputs": lambda z, a, t: (a[-1] - t) / t.shape[1],
    "divided-by-all": lambda z, a, t: (a[-1] - t) / t.size,
    "factor-two": lambda z, a, t: 2 * (a[-1] - t),
    "factor-half": lambda z, a, t: (a[-1] - t) / 2,
    "factor-n": lambda z, a, t: (a[-1] - t) * len(t),
    "factor": lambda z, a, t: 0.1 * (a[-1] - t),
    "start-other": lambda z, a, t: (a[-1] - t) ** 2,
    "error-forgotten": lambda z, a, t: np.ones_like(t),
    "small-number": lambda z, a, t: (a[-1] - t) / (slope(z[-1]) + 1e-7) * slope(z[-1]),
    "rounded": lambda z, a, t: np.round(a[-1] - t, 4),
    "clipped": lambda z, a, t: np.clip(a[-1] - t, -0.3, 0.3),
    "extra-term": lambda z, a, t: a[-1] - t + 1,
}
SLOPES = {
    "": lambda z, a, t, l: a[l] * (1 - a[l]),
    "slope-dropped": lambda z, a, t, l: 1,
    "slope-squared": lambda z, a, t, l: slope(z[l]) ** 2,
    "slope-inverted": lambda z, a, t, l: 1 / slope(z[l]),
    "slope-at-a": lambda z, a, t, l: slope(a[l]),
    "slope-is-z": lambda z, a, t, l: z[l] * (1 - z[l]),
    "slope-is-a": lambda z, a, t, l: a[l],
    "slope-is-one-minus-a": lambda z, a, t, l: 1 - a[l],
    "slope-of-tanh": lambda z, a, t, l: 1 - a[l] ** 2,
    "slope-of-relu": lambda z, a, t, l: (z[l] > 0) * 1.0,
    "slope-other": lambda z, a, t, l: 1 - np.tanh(z[l]) ** 2,
}
BACKS = {
    "": lambda d, w, l, a: d @ w[l + 1],
    "weights-transposed": lambda d, w, l, a: d @ w[l + 1].T,
    "weights-entering": lambda d, w, l, a: d @ w[l],
    "weights-left-out": lambda d, w, l, a: d.sum(axis=1, keepdims=True),
    "weights-without-sign": lambda d, w, l, a: d @ np.abs(w[l + 1]),
    "weights-updated": lambda d, w, l, a: d @ (w[l + 1] - 0.37 * d.T @ a[l]),
    "path-forgotten": lambda d, w, l, a: d[:, 1:] @ w[l + 1][1:],
    "path-alone": lambda d, w, l, a: d[:, :1] @ w[l + 1][:1],
    "back-other": lambda d, w, l, a: d @ w[l + 1] ** 2,
    "sign-flipped": lambda d, w, l, a: -d @ w[l + 1],
}
PLACES = {"everywhere": lambda l, layers: True, "first": lambda l, layers: l == 0}


def backward(start, part, back, place="everywhere"):
    def function(z, a, target, weights):
        d = [STARTS[start](z, a, target)]
        for l in reversed(range(len(a) - 1)):
            on = PLACES[place](l, len(a))
            d.insert(0, SLOPES[part if on else ""](z, a, target, l) * BACKS[back if on else ""](d[0], weights, l, a))
        return d

    return function


def joint(each):
    """Backward with its hidden part of what comes back, whole."""

    def function(z, a, target, weights):
        d = [a[-1] - target]
        for l in reversed(range(len(a) - 1)):
            d.insert(0, each(z, a, d[0] @ weights[l + 1], l, a[-1] - target, d[0], weights))
        return d

    return function


JOINT = {
    "slope-of-what-comes-back": lambda z, a, back, l, e, d, w: slope(back),
    "slope-added": lambda z, a, back, l, e, d, w: back + slope(z[l]),
    "brackets-missing": lambda z, a, back, l, e, d, w: back * a[l] * 1 - a[l],
    "zeros": lambda z, a, back, l, e, d, w: 0 * back,
    "error-for-all": lambda z, a, back, l, e, d, w: e,
    "slope-of-next-again": lambda z, a, back, l, e, d, w: slope(z[l]) * ((d * slope(z[l + 1])) @ w[l + 1]),
}

# -------------------------------------------------------------------- forward

ACTIVATIONS = {
    "": s,
    "activation-missing": lambda z: z,
    "activation-negated": lambda z: s(-z),
    "activation-other": np.tanh,
    "activation-twice": lambda z: s(s(z)),
    "slope-for-activation": slope,
    "rounded": lambda z: np.round(s(z), 3),
}
WEIGHTED = {
    "": lambda f, w: f @ w.T,
    "weights-transposed-forward": lambda f, w: f @ w,
    "weights-without-sign": lambda f, w: f @ np.abs(w).T,
    "mean-over-inputs": lambda f, w: f @ w.T / w.shape[1],
    "input-forgotten": lambda f, w: f[:, 1:] @ w[:, 1:].T,
    "columns-forward": lambda f, w: w @ f,
    "elementwise": lambda f, w: f * w,
}
BIASES = {
    "": lambda b: b,
    "bias-forgotten": lambda b: 0 * b,
    "bias-twice": lambda b: 2 * b,
    "bias-subtracted": lambda b: -b,
    "bias-other": lambda b: b.sum(),
    "bias-over-examples": lambda b: b[:, None],
}
FEEDS = {"": lambda x, z, a: a, "fed-by-z": lambda x, z, a: z, "fed-by-x": lambda x, z, a: x}


def forward(activation, weighted, bias, feed):
    def function(x, weights, biases):
        zs, activations, fed = [], [], x
        for w, b in zip(weights, biases, strict=True):
            zs.append(WEIGHTED[weighted](fed, w) + BIASES[bias](b))
            activations.append(ACTIVATIONS[activation](zs[-1]))
            fed = FEEDS[feed](x, zs[-1], activations[-1])
        return zs, activations

    return function


# ------------------------------------------------------------------- multiply

DELTAS = {"": lambda d, a: d, "slope-once-more": lambda d, a: d * a * (1 - a)}
FED = {
    "": lambda x, a, l: [x, *a][l],
    "fed-by-own-a": lambda x, a, l: a[l],
    "fed-by-x": lambda x, a, l: x,
    "fed-by-output": lambda x, a, l: a[-1],
    "feed-forgotten": lambda x, a, l: np.ones_like([x, *a][l]),
}
SUMS = {
    "": lambda d, f: d.T @ f,
    "mean-for-sum": lambda d, f: d.T @ f / len(d),
    "not-summed": lambda d, f: d[:, :, None] * f[:, None, :],
    "first-example-alone": lambda d, f: np.outer(d[0], f[0]),
    "last-example-alone": lambda d, f: np.outer(d[-1], f[-1]),
    "example-forgotten": lambda d, f: d[1:].T @ f[1:],
    "transposed": lambda d, f: f.T @ d,
    "sign-flipped": lambda d, f: -d.T @ f,
    "summed-before-multiplied": lambda d, f: np.outer(d.sum(0), f.sum(0)),
    "columns": lambda d, f: d @ f.T,
    "transpose-missing": lambda d, f: d @ f,
    "divided-by-all": lambda d, f: d.T @ f / d.size,
}
BIAS_SUMS = {
    "": lambda d: d.sum(axis=0),
    "mean-for-sum": lambda d: d.mean(axis=0),
    "not-summed": lambda d: d,
    "first-example-alone": lambda d: d[0],
    "summed-over-neurons": lambda d: d.sum(axis=1),
    "summed-over-all": lambda d: d.sum(),
    "shape": lambda d: d.sum(axis=0, keepdims=True),
    "sum-other": lambda d: d.max(axis=0),
    "zeros": lambda d: np.zeros(d.shape[1]),
}


def multiply(delta, feed, total, bias):
    def function(x, a, dC_dz):
        deltas = [DELTAS[delta](d, own) for d, own in zip(dC_dz, a, strict=True)]
        dL_dw = [SUMS[total](d, FED[feed](x, a, l)) for l, d in enumerate(deltas)]
        return dL_dw, [BIAS_SUMS[bias](d) for d in deltas]

    return function


# --------------------------------------------------------------------- update

CHANGES = {
    "": lambda p, g, eta: p - eta * g,
    "adds-step": lambda p, g, eta: p + eta * g,
    "rate-forgotten": lambda p, g, eta: p - g,
    "rate-twice": lambda p, g, eta: p - eta * eta * g,
    "rate-divides": lambda p, g, eta: p - g / eta,
    "rate-own": lambda p, g, eta: p - 0.013 * g,
    "rate-complement": lambda p, g, eta: p - (1 - eta) * g,
    "rate-subtracted": lambda p, g, eta: p - eta - g,
    "step-alone": lambda p, g, eta: eta * g,
    "gradient-alone": lambda p, g, eta: g,
    "not-updated": lambda p, g, eta: p,
    "step-factor": lambda p, g, eta: p - eta * g / 3,
    "factor-two-step": lambda p, g, eta: p - 2 * eta * g,
    "factor-half-step": lambda p, g, eta: p - eta * g / 2,
    "divided-by-size": lambda p, g, eta: p - eta * g / g.size,
    "parameter-for-gradient": lambda p, g, eta: p - eta * p,
    "parameter-scaled": lambda p, g, eta: 0.9 * p,
    "parameter-shrunk": lambda p, g, eta: (1 - 0.01 * eta) * p - eta * g,
    "gradient-other": lambda p, g, eta: p - eta * np.sign(g),
    "truncated": lambda p, g, eta: (p - eta * g).astype(int),
    "cut-at-zero": lambda p, g, eta: np.maximum(p - eta * g, 0),
}


def update(weights_change, biases_change):
    def function(weights, biases, dL_dw, dL_db, learning_rate):
        new_w = [CHANGES[weights_change](p, g, learning_rate) for p, g in zip(weights, dL_dw, strict=True)]
        return new_w, [CHANGES[biases_change](p, g, learning_rate) for p, g in zip(biases, dL_db, strict=True)]

    return function


FAMILIES = {
    "forward": (forward, (ACTIVATIONS, WEIGHTED, BIASES, FEEDS)),
    "backward": (backward, (STARTS, SLOPES, BACKS)),
    "multiply": (multiply, (DELTAS, FED, SUMS, BIAS_SUMS)),
    "update": (update, (CHANGES, CHANGES)),
}


def functions(stage, slips_at_once):
    """(the parts' slips, the function) of every function of a stage with so many slips."""
    make, parts = FAMILIES[stage]
    for chosen in itertools.product(*parts):
        if sum(map(bool, chosen)) == slips_at_once:
            yield chosen, make(*chosen)


ALONE = [(stage, chosen, function) for stage in FAMILIES for chosen, function in functions(stage, 1)]
ALONE += [("backward", (slip, "joint"), joint(each)) for slip, each in JOINT.items()]
ALONE += [
    ("backward", ("", part, back, "first"), backward("", part, back, "first"))
    for part, back in itertools.product(SLOPES, BACKS)
    if bool(part) + bool(back) == 1
]


def a_third_daily(rows):
    """Every third row in the daily command, all of them in the whole."""
    for k, row in enumerate(rows):
        name = "-".join(filter(None, (row[0], *row[1])))
        yield pytest.param(*row, id=name, marks=() if k % 3 == 0 else pytest.mark.slow)


@pytest.mark.parametrize(("stage", "chosen", "function"), list(a_third_daily(ALONE)))
def test_a_slip_is_told_by_its_own_sentence_and_by_no_other(stage, chosen, function):
    with np.errstate(all="ignore"):
        found = compare(stage, function)
    assert found.state == NOT_YET
    assert told(found.text) == set(chosen) - {"", "first", "joint"}


@pytest.mark.slow
@pytest.mark.parametrize("stage", FAMILIES)
def test_two_slips_are_both_told_or_nothing_false_is_said(stage):
    """Where two slips give what another pair gives on every network, that pair may be told."""
    pairs = list(functions(stage, 2))
    chosen = np.random.default_rng(0).permutation(len(pairs))[:150]
    both = false = 0
    for parts, function in (pairs[i] for i in chosen):
        with np.errstate(all="ignore"):
            found = compare(stage, function)
        slips_made = set(parts) - {""}
        both += told(found.text) == slips_made
        false += bool(told(found.text) - slips_made) and " Or: " not in found.text
    assert both >= 0.9 * len(chosen)
    assert false <= 0.05 * len(chosen)


# ------------------------------------------------------------- right functions

PRODUCTS = [
    lambda f, w: f @ w.T,
    lambda f, w: np.dot(f, w.T),
    lambda f, w: np.einsum("ni,oi->no", f, w),
    lambda f, w: (w @ f.T).T,
    lambda f, w: (f[:, None, :] * w[None]).sum(axis=2),
    lambda f, w: np.array([[sum(float(p) * float(q) for p, q in zip(row, ws, strict=True)) for ws in w] for row in f]),
]
SIGMOIDS = [
    s,
    lambda z: np.exp(z) / (1 + np.exp(z)),
    lambda z: 0.5 * (1 + np.tanh(z / 2)),
    lambda z: np.where(z >= 0, 1 / (1 + np.exp(-np.abs(z))), np.exp(-np.abs(z)) / (1 + np.exp(-np.abs(z)))),
    lambda z: np.reciprocal(1 + np.exp(-z)),
]
FORMS = [
    list,
    tuple,
    lambda group: (each for each in group),
    lambda group: dict(enumerate(group)),
    lambda group: [each.tolist() for each in group],
    lambda group: [each.astype(np.float32) for each in group],
]


def right(stage, rng):
    """A right function in one of many forms."""
    product, activation = (choices[rng.integers(len(choices))] for choices in (PRODUCTS, SIGMOIDS))
    form, way = FORMS[rng.integers(len(FORMS))], int(rng.integers(3))
    return {
        "forward": right_forward,
        "backward": right_backward,
        "multiply": right_multiply,
        "update": right_update,
    }[stage](product, activation, form, way)


def right_forward(product, activation, form, way):
    def function(x, weights, biases):
        z, a = [], [np.asarray(x, dtype=np.float32) if way == 2 and form is FORMS[-1] else x]
        for w, b in zip(weights, biases, strict=True):
            z.append(product(a[-1], w) + (b if way else b[None, :]))
            a.append(activation(z[-1]))
        return form(z), form(a[1:])

    return function


def right_backward(product, activation, form, way):
    def function(z, a, target, weights):
        y = activation(z[-1])
        starts = y - target, -(target / y - (1 - target) / (1 - y)) * y * (1 - y), -(target - a[-1])
        d = [starts[way]]
        for l in range(len(weights) - 1, 0, -1):
            value = activation(z[l - 1])
            d.append(product(d[-1], weights[l].T) * (value - value**2))
        return form(d[::-1])

    return function


def right_multiply(product, activation, form, way):
    def function(x, a, dC_dz):
        feeds = [x, *a][: len(dC_dz)]
        dL_dw = [product(d.T, f.T) for d, f in zip(dC_dz, feeds, strict=True)]
        sums = (lambda d: d.sum(axis=0), lambda d: np.ones(len(d)) @ d, lambda d: np.einsum("no->o", d))
        return form(dL_dw), form([np.asarray(sums[way](d)) for d in dC_dz])

    return function


def right_update(product, activation, form, way):
    def function(weights, biases, dL_dw, dL_db, learning_rate):
        steps = (
            lambda p, g: p - learning_rate * g,
            lambda p, g: p + (-learning_rate) * g,
            lambda p, g: np.subtract(p.copy(), np.multiply(g, learning_rate)),
        )
        groups = zip((weights, biases), (dL_dw, dL_db), strict=True)
        return tuple(form([steps[way](p, g) for p, g in zip(*each, strict=True)]) for each in groups)

    return function


@pytest.mark.parametrize(
    ("seed", "count"), [(0, 100), pytest.param(1, 900, marks=pytest.mark.slow)], ids=["some", "a thousand in all"]
)
def test_a_right_function_in_any_form_gives_no_false_alarm(seed, count):
    rng = np.random.default_rng(seed)
    for k in range(count):
        stage = list(FAMILIES)[k % 4]
        found = compare(stage, right(stage, rng))
        assert found.state == RIGHT, found.text


# ---------------------------------------------------------------- other slips


def in_place(x, weights, biases):
    z, a, feed = [], [], x
    for w, b in zip(weights, biases, strict=True):
        z.append(feed @ w.T + b)
        np.copyto(z[-1], s(z[-1]))
        a.append(z[-1])
        feed = a[-1]
    return z, a


def right_ones(stage):
    """The right function of a stage, in its plainest form."""
    return {
        "forward": right_forward(PRODUCTS[0], s, list, 1),
        "backward": right_backward(PRODUCTS[0], s, list, 0),
        "multiply": right_multiply(PRODUCTS[0], s, list, 0),
        "update": right_update(PRODUCTS[0], s, list, 0),
    }[stage]


def changed(stage, change):
    """A function whose right lists are changed as a whole."""
    return lambda *given: change(right_ones(stage)(*given), given)


def bias_last(x, weights, biases):
    z, a, feed = [], [], x
    for w, b in zip(weights, biases, strict=True):
        z.append(feed @ w.T)
        a.append(s(z[-1]) + b)
        feed = a[-1]
    return z, a


def skipped(x, weights, biases):
    z, a = right_ones("forward")(x, weights, biases)
    if len(weights) > 2 and a[0].shape[1] == weights[2].shape[1]:
        z[2] = a[0] @ weights[2].T + biases[2]
        a[2] = s(z[2])
    return z, a


def first_example_of(lists, given):
    return [[array[0] for array in group] for group in lists]


OTHERS = [
    ("forward", in_place, {"in-place"}),
    ("forward", changed("forward", lambda lists, given: (lists[1], [a.copy() for a in lists[1]])), {"a-for-z"}),
    ("forward", changed("forward", lambda lists, given: (lists[0], [given[0], *lists[1][:-1]])), {"feed-for-a"}),
    ("forward", changed("forward", lambda lists, given: lists[::-1]), {"groups-swapped"}),
    ("forward", changed("forward", lambda lists, given: [group[::-1] for group in lists]), {"order"}),
    ("forward", changed("forward", first_example_of), {"first-example-left"}),
    ("forward", changed("forward", lambda lists, given: [[m[-1] for m in g] for g in lists]), {"last-example-left"}),
    ("forward", changed("forward", lambda lists, given: [[m.T for m in g] for g in lists]), {"transposed"}),
    ("forward", bias_last, {"bias-after-activation"}),
    ("forward", skipped, {"feed-other"}),
    ("backward", changed("backward", lambda d, given: d[::-1]), {"order"}),
    ("backward", changed("backward", lambda d, given: [m.sum(axis=0) for m in d]), {"summed-too-early"}),
    ("backward", changed("backward", lambda d, given: [np.round(m, 3) for m in d]), {"rounded"}),
    ("multiply", changed("multiply", lambda lists, given: lists[::-1]), {"groups-swapped"}),
    ("update", changed("update", lambda lists, given: lists[::-1]), {"groups-swapped"}),
    (
        "update",
        lambda w, b, g, h, eta: (
            [-p - eta * q for p, q in zip(w, g, strict=True)],
            [-p - eta * q for p, q in zip(b, h, strict=True)],
        ),
        {"parameter-turned-round"},
    ),
    (
        "update",
        lambda w, b, g, h, eta: (
            [p - eta * q / len(w) for p, q in zip(w, g, strict=True)],
            [p - eta * q / len(w) for p, q in zip(b, h, strict=True)],
        ),
        {"divided-by-layers"},
    ),
]


@pytest.mark.parametrize(("stage", "function", "wanted"), OTHERS)
def test_other_slips_are_told_too(stage, function, wanted):
    with np.errstate(all="ignore"):
        assert told(compare(stage, function).text) == wanted
