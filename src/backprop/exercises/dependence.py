"""What a wrong array is made of, where no known slip gives it: a function is called on inputs that are made for it.

What is found is told as what was seen, not as a cause. Is one factor another function of the same number, σ′ of z say?
Then its formula is looked for; else equal numbers have to give equal factors, wherever they stand. Is an entry a sum of
products of what is given, or a formula where there is one number of each? Last, does the array change with what it is
made of, and with nothing else? One number is changed, and what changes with it is compared with what should.
"""

import io
import re
from contextlib import redirect_stdout
from functools import partial

import numpy as np

from backprop.exercises import coarse, written_out
from backprop.exercises.called import outputs
from backprop.exercises.formulas import Term, formula
from backprop.exercises.reference import REFERENCE
from backprop.exercises.slips import sentence
from backprop.exercises.stage_forward import sigmoid
from backprop.exercises.trials import drawn, parts
from backprop.notation import number
from backprop.words import say

EQUAL = 1e-7  # how near, in parts of the largest, two factors are that come from one formula
FAR = 9.0  # the size of the largest z that an activation is tried on
SIZES = (3, 3, 3, 3)
LAST = len(SIZES) - 2  # the last layer, of these and of several sizes
Z = np.array([[0, 1, 2], [2, 2, 0], [1, 0, 0]])  # which of three numbers stands where: no two rows or columns alike


def told(stage, function, name, place, shown="{name}[{l}]".format):
    """What can be said of the first wrong array of a function; empty where nothing can.

    ``place`` is "first", "last" or "between", its layer; ``shown`` says an array's name from ``name`` and ``l``.
    """
    l = {"first": 0, "between": 1, "last": 2}[place]

    def plain(text):
        """A name as the learner knows it: of "weights[1]", of "weights[1][0, 0]", of "x[0, 0]" or of "η"."""
        one, k, rest = re.match(r"(\w+)(?:\[(\d+)\])?(.*)", text).groups()
        return (shown(name=one, l=k) if k else shown_whole(shown, one)) + rest

    ways = (
        lambda: coarse.told(stage, function, name, l, shown),
        lambda: cut_off(function, name, l),
        lambda: by_formula(function, name, l),
        lambda: written_out.told(stage, function, name, l, plain),
        lambda: written_out.of_one(stage, function, name, l, plain),
        lambda: of_one_number(function, name, l),
        lambda: of_its_parts(stage, function, name, l, shown),
    )
    for way in ways:
        try:
            with redirect_stdout(io.StringIO()), np.errstate(all="ignore"):
                if said := way():
                    return said
        except Exception:  # what it raises has been told, if it raised where it was tried
            continue
    return ""


def shown_whole(shown, name):
    """The name of what is no list, such as x or η."""
    return name if name == "η" else shown(name=name, l="").removesuffix("[]")


# ---------------------------------------------------- the formula of a factor


def by_formula(function, name, l):
    """The sentence of the formula that stands in the place of σ, of σ′, of y − ŷ or of the step; else empty."""
    if name == "a":
        z, a = samples(forward_samples, function, l)
        text = formula(a, {"z": z, "σ(z)": sigmoid(z)})
        return sentence("activation-formula", formula=text) if text and not np.allclose(a, sigmoid(z)) else ""
    if name == "dC_dz" and l < 2:
        z, a, factor = samples(slope_samples, function, l)
        slope = Term("a·(1 − a)", a * (1 - a), 1.0)
        text = formula(factor, {"z": z, "a": a}, [slope])
        return sentence("slope-other", what=text) if text and text != slope.text else ""
    if name == "dC_dz":
        for soft in (True, False):  # of soft targets, formulas can be told apart that are one for 0 and 1
            z, y, t, start = samples(partial(start_samples, soft=soft), function, l)
            error = Term("y − ŷ", y - t, 1.0, True)
            text = formula(start, {"y": y, "ŷ": t, "z": z, "y − ŷ": y - t}, [error])
            if text and text != error.text:
                return sentence("start-other", what=text)
    if name in ("new_w", "new_b"):
        p, g, eta, new = samples(partial(step_samples, name=name), function, l)
        right = [Term("θ − η·g", p - eta * g, 1.0, True), Term("θ", p, 0.5)]
        text = formula(new, {"θ": p, "g": g, "η": eta}, right)
        return say("exercises.written.update", formula=text) if text and text != right[0].text else ""
    return ""


def cut_off(function, name, l):
    """The sentence of a slope that is 0 where z is far from 0, and what it is elsewhere where that is one number."""
    if name != "dC_dz" or l == LAST:
        return ""
    z, _, factor = samples(partial(slope_samples, far=True), function, l)
    kept = factor != 0
    if kept.all() or not kept.any() or np.abs(z[kept]).max() >= np.abs(z[~kept]).min():
        return ""
    size = factor[kept][0]
    if np.allclose(factor[kept], size, rtol=EQUAL):
        return say("exercises.dependence.slope-flat", size=number(size, 4).text)
    rounded = len(np.unique(np.round(factor[kept], 9))) < kept.sum()  # then other numbers are missing, too
    return "" if rounded else say("exercises.dependence.slope-cut")


def samples(way, function, l):
    """What a way gives for several seeds, as flat arrays."""
    each = [way(function, l, seed) for seed in range(4)]
    return [
        np.concatenate([np.ravel(np.asarray(one, dtype=float)) for one in group]) for group in zip(*each, strict=True)
    ]


# Of several sizes and numbers of examples: a factor that depends on them is no formula of one number.
SEVERAL = (((3, 4, 3, 4), 6), ((2, 5, 4, 2), 7), ((4, 3, 5, 3), 5), ((3, 2, 2, 5), 9))


def several(first, seed, rate=0.3):
    """A step of one of several sizes."""
    return drawn(first + seed, *SEVERAL[seed], rate).arrays()


def forward_samples(function, l, seed):
    """z and a of layer l, as they are returned; in every second step z goes far enough to show a limit."""
    given = several(100, seed)
    if seed % 2:
        times = FAR / np.abs(given["z"][l]).max()
        given["weights"][l], given["biases"][l] = times * given["weights"][l], times * given["biases"][l]
    own = outputs("forward", function, given)
    return own["z"][l], own["a"][l]


def slope_samples(function, l, seed, far=False):
    """z, a, and what multiplies what comes back, of layer l; ``far`` for z on both sides as far as there is a limit."""
    given = several(110, seed)
    if far:
        given["z"][l] = np.random.default_rng(seed).uniform(-FAR, FAR, size=given["z"][l].shape)
        given["a"][l] = sigmoid(given["z"][l])
    found = outputs("backward", function, given)["dC_dz"]
    return given["z"][l], given["a"][l], found[l] / (found[l + 1] @ given["weights"][l + 1])


def start_samples(function, l, seed, soft):
    """z, y and ŷ, and where the way back starts."""
    given, rng = several(120, seed), np.random.default_rng(seed)
    given["z"][l] = rng.uniform(-5, 5, size=given["z"][l].shape)  # y near 0 and near 1 too
    given["a"][l] = sigmoid(given["z"][l])
    if soft:  # half of the targets: a function may take 0 and 1 apart
        shape = given["target"].shape
        given["target"] = np.where(rng.random(shape) < 0.5, rng.uniform(size=shape), given["target"])
    return given["z"][l], given["a"][l], given["target"], outputs("backward", function, given)["dC_dz"][l]


def step_samples(function, l, seed, name):
    """The old parameters, their gradients, η for each of them, and the new ones, of layer l."""
    given = several(130, seed, (0.3, 0.7, 1.3, 0.05)[seed])
    p, g = ("weights", "dL_dw") if name == "new_w" else ("biases", "dL_db")
    new = outputs("update", function, given)[name][l]
    return given[p][l], given[g][l], np.full_like(new, given["learning_rate"]), new


# ---------------------------------------------------- another function of one number


def of_one_number(function, name, l):
    """The sentence that a factor is another function of the number that it should be a function of."""
    way, said = {
        "a": (activation, "exercises.dependence.activation"),
        "dC_dz": (start, "exercises.dependence.start") if l == LAST else (slope, "exercises.dependence.slope"),
        "new_w": (direction, "exercises.dependence.direction"),
        "new_b": (direction, "exercises.dependence.direction"),
    }.get(name, (None, ""))
    if way is None:
        return ""
    pairs = [way(function, name, l, seed) for seed in (0, 1)]
    numbers, factors = (np.concatenate([np.ravel(one) for one in each]) for each in zip(*pairs, strict=True))
    right = of_the_engine(name, l, way)
    if not np.isfinite(factors).all() or np.allclose(factors, right, rtol=EQUAL):
        return ""  # what is wrong does not show here
    alike = [factors[np.isclose(numbers, one)] for one in np.unique(np.round(numbers, 6))]
    if all(np.ptp(each) <= EQUAL * max(np.abs(factors).max(), EQUAL) for each in alike):
        return say(said)
    return ""


def of_the_engine(name, l, way):
    """What the factor should be on the same inputs."""
    stage = {"a": "forward", "dC_dz": "backward"}.get(name, "update")
    pairs = [way(REFERENCE[stage], name, l, seed) for seed in (0, 1)]
    return np.concatenate([np.ravel(factors) for _, factors in pairs])


def activation(function, _, l, seed):
    """(z, a) of layer l, where each of three numbers stands in several places of z."""
    given = drawn(50 + seed, SIZES, 3, 0.3).arrays()
    z = np.array([-1.1, 0.4, 1.7])[Z]
    feed = given["a"][l - 1] if l else given["x"]
    given["weights"][l] = np.linalg.solve(feed, z - given["biases"][l]).T
    return z, outputs("forward", function, given)["a"][l]


def slope(function, _, l, seed):
    """(z, what multiplies what comes back) of layer l."""
    given = drawn(52 + seed, SIZES, 3, 0.3).arrays()
    given["z"][l] = np.array([-1.1, 0.4, 1.7])[Z]
    given["a"][l] = sigmoid(given["z"][l])
    found = outputs("backward", function, given)["dC_dz"]
    return given["z"][l], found[l] / (found[l + 1] @ given["weights"][l + 1])


def start(function, _, l, seed):
    """(a number for each pair of y and ŷ, where the way back starts)."""
    given = drawn(54 + seed, SIZES, 6, 0.3).arrays()
    pair = np.random.default_rng(seed).integers(0, 6, size=(6, 3))
    given["z"][l], given["target"] = np.array([-1.1, 0.4, 1.7])[pair // 2], (pair % 2).astype(float)
    given["a"][l] = sigmoid(given["z"][l])
    return pair, outputs("backward", function, given)["dC_dz"][l]


def direction(function, name, l, seed):
    """(the gradient, the step) of layer l, at one η."""
    given = drawn(56 + seed, SIZES, 3, 0.3).arrays()
    gradients, parameters = ("dL_dw", "weights") if name == "new_w" else ("dL_db", "biases")
    numbers = np.array([-1.1, 0.4, 1.7])
    for k, each in enumerate(given[gradients]):
        given[gradients][k] = numbers[(Z if each.ndim == 2 else Z[1]) - k]
    return given[gradients][l], outputs("update", function, given)[name][l] - given[parameters][l]


# ------------------------------------------------------------- what changes with what


def of_its_parts(stage, function, name, l, shown):
    """The first sentences of what an array does not change with and should, or changes with and should not."""
    given, rng = drawn(60, (3, 4, 3, 2), 5, 0.3).arrays(), np.random.default_rng(7)
    before = outputs(stage, function, given)[name][l], outputs(stage, REFERENCE[stage], given)[name][l]
    if before[0].shape != before[1].shape:
        return ""
    said = {}
    for each, k in parts(stage, given):
        for place in (None, 0.0, 0.5, 1.0):
            other = changed(given, each, k, place, rng)
            after = outputs(stage, function, other)[name][l], outputs(stage, REFERENCE[stage], other)[name][l]
            mine, right = (~np.isclose(*pair, rtol=1e-9, atol=1e-12) for pair in zip(before, after, strict=True))
            way = differs(mine, right, place is None, name in ("z", "a", "dC_dz"))
            if way:
                fields = {"array": shown(name=name, l=l), "given": shown(name=each, l=k) if k is not None else each}
                said.setdefault(way, say(f"exercises.dependence.{way}", **fields))
                if place is None:
                    break  # what is true of the whole is true of its entries
    order = "of-other-examples", "unused", "used", "of-other-entries", "partly-unused"
    return " ".join([said[way] for way in order if way in said][:2])


def changed(given, name, k, place, rng):
    """The same with one array changed: whole, or in one entry, at a ``place`` from 0, the first, to 1, the last."""
    other = {each: list(one) if isinstance(one, list) else one for each, one in given.items()}
    array = np.asarray(given[name] if k is None else given[name][k], dtype=float)
    by = rng.uniform(0.2, 0.6, size=array.shape)
    if place is not None and array.ndim:
        by *= np.arange(array.size).reshape(array.shape) == round(place * (array.size - 1))
    if name == "target":
        new = np.where(by > 0, 1 - array, array)
    elif name == "a":
        other["z"][k] = given["z"][k] + by
        new = sigmoid(other["z"][k])
    else:
        new = array + by
    if k is None:
        other[name] = new if new.ndim else float(new)
    else:
        other[name][k] = new
    return other


def differs(mine, right, whole, by_example):
    """How the entries that change differ from those that should: an id; None where they do not."""
    if whole:
        return None if mine.any() == right.any() else "used" if mine.any() else "unused"
    extra = mine & ~right
    if not right.any() or not (mine != right).any():
        return None
    if not extra.any():
        return "partly-unused"
    return "of-other-examples" if by_example and (extra.any(axis=1) & ~right.any(axis=1)).any() else "of-other-entries"
