"""Whether what a verdict tells of a loop's steps is what they are: the loop is run here, and each step is looked at.

The gradients are those of this file's own; nothing of the package is asked.
"""

import re
from itertools import pairwise

import numpy as np
from corpus import Chain
from whole_loops import gradients

UPDATES = 4
ROUNDED = 0.006  # how far numbers told in three digits may be off, in parts of what they multiply
NUMBER = r"(−?[\d.]+(?:×10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?)"
SUPERSCRIPTS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
FACTORS = re.compile(r"With η = ([\d.]+) and \d+ examples .* the steps, one after another, are (.+) times η times the")
BESIDE = "the step before it|the parameter itself|η times that of the update before|η times that of the start"
SUM = re.compile(
    r"(?:With η = (?P<eta>[\d.]+) a step|From the second update on, the step) is "
    rf"{NUMBER} times η times the gradient, and {NUMBER} times (?P<other>{BESIDE})"
)


def number(text):
    """The number that a text says, 1.2×10⁻⁵ say."""
    digits, _, power = text.replace("−", "-").partition("×10")
    return float(digits) * 10.0 ** int(power.translate(SUPERSCRIPTS) or 0)


def holds(ask, function, sentence):
    """Whether the steps are what a sentence tells of them, on several data sets; None where it tells of none."""
    form = FACTORS.search(sentence) or SUM.search(sentence)
    if ask not in ("train", "05-code") or not form:
        return None
    parts = {"weights": (0,), "biases": (1,)}.get((re.match(r"Of the (\w+) alone", sentence) or [None, ""])[1], (0, 1))
    told = FACTORS.search(sentence)
    eta = told[1] if told else form["eta"]
    etas = [float(eta)] if eta else [0.2, 0.45]  # a number that is told of no η holds of every one
    return all(
        agrees(run(ask, function, eta, seed), part, told, form, eta)
        for eta in etas
        for seed in (51, 52)
        for part in parts
    )


def run(ask, function, eta, seed):
    """[(weights, biases) as one row each, and their gradients] before the first update and after each of four."""
    rng = np.random.default_rng(seed)
    sizes, n = (3, 4, 2), 5
    x, target = rng.normal(size=(n, 3)), rng.integers(0, 2, size=(n, 2)).astype(float)
    weights = [rng.normal(size=(o, i)) for i, o in pairwise(sizes)]
    biases = [rng.normal(size=o) for o in sizes[1:]]
    orders, found = [rng.permutation(n) for _ in range(UPDATES)], [(weights, biases)]

    def after(k):
        w, b = [v.copy() for v in weights], [v.copy() for v in biases]
        if ask == "train":
            return tuple(function(x.copy(), target.copy(), w, b, eta, n, [o.copy() for o in orders[:k]]))
        network = function(Chain(list(zip(w, b, strict=True))), x.copy(), target.copy(), eta, k)
        return tuple(zip(*network.layers, strict=True))

    def moved(pair, other):
        return not all(map(np.array_equal, flat(pair), flat(other)))

    # A loop of 05-code that is asked for no update may make one all the same, and one more of each number.
    early = ask == "05-code" and moved(after(0), found[0]) and moved(after(1), after(0))
    found += [after(k - early) for k in range(1, UPDATES + 1)]
    return [(flat(pair), flat(gradients(x, target, *pair))) for pair in found]


def flat(pair):
    return [np.concatenate([np.ravel(array) for array in group]) for group in pair]


def agrees(states, part, told, form, eta):
    """Whether each step of the weights, or of the biases, is the sum that is told, within its digits."""
    values, slopes = ([state[kind][part] for state in states] for kind in (0, 1))
    moves = [before - after for before, after in pairwise(values)]
    if told:
        factors = [number(each) for each in told[2].split(", ")]
        terms = [[(factor * eta, slope)] for factor, slope in zip(factors, slopes, strict=False)]
        return all(near(move, sums) for move, sums in zip(moves, terms, strict=True))
    first, other = number(form[2]), number(form[3])
    beside = {
        "the step before it": lambda k: (other, moves[k - 1]),
        "the parameter itself": lambda k: (other, values[k]),
        "η times that of the update before": lambda k: (other * eta, slopes[k - 1]),
        "η times that of the start": lambda k: (other * eta, slopes[0]),
    }[form["other"]]
    return all(near(moves[k], [(first * eta, slopes[k]), beside(k)]) for k in range(1, UPDATES))


def near(move, terms):
    """Whether a step is the sum of so many times each of these."""
    room = ROUNDED * sum(abs(k) * np.abs(term).max() for k, term in terms)
    return bool(np.abs(move - sum(k * term for k, term in terms)).max() <= room)
