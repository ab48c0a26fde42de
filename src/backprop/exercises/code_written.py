"""The formula of a wrong result of 01, 04 or 06, where no known slip gives it: what was seen, not a cause.

A function is called on numbers that are drawn at random; those that it is to take the slope of, in 01, are functions
that belong to no others, so that each can be told from every other wherever it is taken.
"""

import io
from collections.abc import Callable
from contextlib import redirect_stdout
from itertools import product

import numpy as np

from backprop.exercises.code_cases import read, several
from backprop.exercises.explain import constant
from backprop.exercises.formulas import FITTED, Term, finite, fits, formula, multiplied, scaled, sigmoid, summed
from backprop.exercises.slips import sentence
from backprop.exercises.written_out import line, solved
from backprop.words import say

COUNT = 60  # numbers drawn


def told(kind: str, function: Callable) -> str:
    """What can be said of a function; empty where nothing can, or where the question is another."""
    ways = {"chain": of_chain, "worked": of_worked, "product-rule": of_silu}
    if kind not in ways:
        return ""
    try:
        with redirect_stdout(io.StringIO()), np.errstate(all="ignore"):
            return ways[kind](function)
    except Exception:  # what it raises has been told, if it raised where it was tried
        return ""


# ------------------------------------------------------------------------ 01: a chain


# What x enters, and what stands for g′ and h′, which belong to no g and no h: two of each, since a number that is
# another for another g is no part of a formula.
CHAINS = (
    (
        lambda v: np.sin(1.3 * v + 0.4) + 0.3 * v,
        lambda v: 0.7 + 0.5 * np.cos(0.9 * v) + 0.1 * v,
        lambda v: np.exp(0.4 * v) - 0.2 * v,
    ),
    (
        lambda v: np.cos(1.1 * v - 0.3) + 0.2 * v * v,
        lambda v: 0.4 + 0.6 * np.sin(1.2 * v) - 0.15 * v,
        lambda v: np.exp(-0.3 * v) + 0.25 * v,
    ),
)


def of_chain(function):
    """The sentence of dz/dx as a formula of x, g, g′ and h′."""
    text, other = (formula_of_chain(function, *chain) for chain in CHAINS)
    if not text or text != other:
        return ""
    return say("exercises.written.formula", array="dz/dx", mine=text, right="h′(g(x)) g′(x)")


def formula_of_chain(function, g, dg, dh):
    """dz/dx as the text of a formula; empty where it is right, or none is found."""
    x = np.random.default_rng(5).uniform(-1.5, 1.5, size=COUNT)
    mine = np.array([np.asarray(read(function(g, dg, dh, float(v)), "dz/dx")).item() for v in x])
    plain = [Term("x", x), Term("g(x)", g(x)), Term("g′(x)", dg(x)), Term("h′(x)", dh(x), 1.2)]
    points = [*plain, *places(plain[:3])]
    called = [
        Term(f"{name}({point.text})", way(point.values), 1.0 + point.size / 2)
        for name, way in (("h′", dh), ("g′", dg), ("g", g))
        for point in points
    ]
    right = Term("h′(g(x))·g′(x)", dh(g(x)) * dg(x), 1.0)
    return text_of(mine, right, finite([*plain, *called, Term("1", np.ones_like(x), 0.5)]))


def places(terms):
    """Where else a function may be taken: at sums, products and parts of what is known."""
    for i, one in enumerate(terms):
        yield Term(f"2{one.text}", 2 * one.values, 1.5)
        yield Term(f"½{one.text}", one.values / 2, 1.5)
        yield Term(f"−{one.text}", -one.values, 1.5)
        yield Term(f"{one.text}²", one.values**2, 1.5)
        yield Term(f"1 − {one.text}", 1 - one.values, 1.6)
        yield Term(f"1 + {one.text}", 1 + one.values, 1.6)
        for other in terms[i + 1 :]:
            yield Term(f"{one.text} + {other.text}", one.values + other.values, 2.0)
            yield Term(f"{one.text} − {other.text}", one.values - other.values, 2.0)
            yield Term(f"{other.text} − {one.text}", other.values - one.values, 2.0)
            yield Term(f"{one.text}·{other.text}", one.values * other.values, 2.0)
    yield Term("1", np.ones(COUNT), 1.0)
    yield Term("0", np.zeros(COUNT), 1.0)


def text_of(mine, right, terms):
    """The text of the shortest formula that is ``mine``: a term, a product of two, one over another, or a sum."""
    if not np.isfinite(mine).all() or fits(mine, right.values):
        return ""
    bases = [None, right, *terms[:8]]
    found = [fit for base in bases for fit in (scaled(mine, terms, base), of_two(mine, terms, base)) if fit]
    if not found:
        short = sorted(terms, key=lambda term: term.size)[:25]
        pairs = finite(multiplied(one, other) for i, one in enumerate(short) for other in short[i:])
        squares = [Term(f"({one.text})²", one.values**2, one.size + 0.5) for one in pairs]
        found = [fit for fit in (scaled(mine, squares), summed(mine, finite([right, *terms, *pairs]))) if fit]
    return min(found)[1] if found else ""


def of_two(mine, terms, base):
    """(size, text) of the shortest product of two terms, or one over another, that ``mine`` less a base is; or None."""
    array = np.stack([term.values for term in terms])
    rest = mine if base is None else mine - base.values
    found = []
    for other in (array, 1 / array):
        pairs = array[:, None, :FITTED] * other[None, :, :FITTED]
        k = pairs @ rest[:FITTED] / np.square(pairs).sum(axis=-1)
        off = np.abs(k[..., None] * pairs - rest[:FITTED]).max(axis=-1)
        for i, j in np.argwhere(off <= 1e-9 * np.abs(mine).max())[:100]:
            one, two = terms[i], terms[j]
            if other is not array:
                two = Term(f"1 / {two.factor}", 1 / two.values, two.size + 0.5, True)
            if fit := scaled(mine, [multiplied(one, two)], base):
                found.append(fit)
    return min(found) if found else None


# -------------------------------------------------------------- 04: the worked example


def of_worked(function):
    """The sentence of the first wrong number as a sum of products, or as a formula of y and ŷ."""
    names, rng, rows, mine = ("∂C/∂z′", "∂C/∂z″", "∂C/∂z"), np.random.default_rng(6), [], []
    for _ in range(4 * COUNT):
        a, y1, y2, t1, t2 = rng.uniform(0.05, 0.95, size=5)
        w3, w4 = rng.normal(size=2)
        rows.append((a, y1, y2, t1, t2, w3, w4))
        found = several(function(*map(float, rows[-1])), names)
        mine.append([np.asarray(one).item() for one in found])
    (a, y1, y2, t1, t2, w3, w4), mine = np.array(rows).T, np.array(mine).T
    e1, e2, s = y1 - t1, y2 - t2, a * (1 - a)
    right = e1, e2, s * (w3 * e1 + w4 * e2)
    shown = "y₁ − t₁", "y₂ − t₂", "a·(1 − a)·(w₃·(y₁ − t₁) + w₄·(y₂ − t₂))"
    for k, name in enumerate(names):
        if not np.isfinite(mine[k]).all() or fits(mine[k], right[k]):
            continue
        errors = ("y₁ − t₁", e1, y1, t1), ("y₂ − t₂", e2, y2, t2)
        text = ""
        if k < 2:
            y, t = (y1, t1) if k == 0 else (y2, t2)
            signs = "₁₂"[k]
            text = formula(mine[k], {f"y{signs}": y, f"t{signs}": t, errors[k][0]: right[k]})
        text = text or of_products(mine[k], a, s, (w3, w4), (y1, y2), (t1, t2))
        if k == 2 and not text and updated_too_early(mine[k] - right[k], a * s, e1, e2):
            return sentence("weights-updated")
        return say("exercises.written.formula", array=name, mine=text, right=shown[k]) if text else ""
    return ""


def updated_too_early(off, size, e1, e2):
    """Whether what comes back is off as it is where w₃, w₄ or both have taken their step before, at any η."""
    return any(constant(off, size * moved) for moved in (e1**2 + e2**2, e1**2, e2**2))


def of_products(mine, a, s, w, y, t):
    """The text of the shortest sum of products of a slope, a weight or two, and an error, a y or a t; else empty."""
    one = np.ones_like(a)
    slopes = {"": one, "a": a, "a·(1 − a)": s, "a²·(1 − a)": a * s}
    weights = {"": one, "w₃": w[0], "w₄": w[1], "w₃·w₄": w[0] * w[1], "w₃²": w[0] ** 2, "w₄²": w[1] ** 2}
    bases = [{"(y₁ − t₁)": y[0] - t[0], "(y₂ − t₂)": y[1] - t[1], "t₁": t[0], "t₂": t[1]}]
    bases.append({"y₁": y[0], "y₂": y[1], "t₁": t[0], "t₂": t[1]})
    bases.append({"(y₁ − t₂)": y[0] - t[1], "(y₂ − t₁)": y[1] - t[0], "t₁": t[0], "t₂": t[1]})
    best = None
    for base in bases:
        for table in (
            slopes,
            {"a": a, "(1 − a)": 1 - a, "a²": a * a},
            {"": one, "(1 − a²)": 1 - a * a, "a": a, "a³": a**3},
        ):
            names, columns = [], []
            for (sn, sv), (wn, wv), (en, ev) in product(table.items(), weights.items(), {"": one, **base}.items()):
                names.append("·".join(filter(None, (sn, wn, en))) or "1")
                columns.append(sv * wv * ev)
            numbers = solved(np.stack(columns, axis=1), mine, len(columns))
            if numbers is not None and (best is None or np.count_nonzero(numbers) < np.count_nonzero(best[0])):
                best = numbers, names
    if best is None or np.count_nonzero(best[0]) > 4:
        return ""
    numbers, names = best
    return line({(i,): numbers[i] for i in np.flatnonzero(numbers)}, names, str)


# ------------------------------------------------------------------------ 06: SiLU


def of_silu(function):
    """The sentence of SiLU's value, or of its slope, as a formula of z and σ(z)."""
    z = np.random.default_rng(7).normal(size=COUNT) * 1.5
    value, slope = (np.asarray(each, dtype=float) for each in several(function(z.copy()), ("a", "slope")))
    s = sigmoid(z)
    second = Term("z·σ(z)·(1 − σ(z))", z * s * (1 - s), 1.0)
    of_value = ("a", value, [Term("z·σ(z)", z * s, 1.0)])
    of_slope = (
        "da/dz",
        slope,
        [Term("σ(z)", s, 0.5), second, Term("σ(z) + z·σ(z)·(1 − σ(z))", s + z * s * (1 - s), 1.0, True)],
    )
    for name, mine, right in (of_value, of_slope):
        if mine.shape == z.shape and not fits(mine, right[-1].values):
            text = formula(mine, {"z": z, "σ(z)": s}, right)
            return say("exercises.written.formula", array=name, mine=text, right=right[-1].text) if text else ""
    return ""
