"""Find the formula of a row of numbers: terms are made of known parts, and tried alone, multiplied and added.

A part is a name and its numbers; a term is what a part, or two, can become: squared, its exponential, σ of it. A
formula is told only where it gives every number, those that were not used to find it among them.
"""

from functools import cached_property
from itertools import combinations_with_replacement
from typing import NamedTuple

import numpy as np

from backprop.notation import number

FITTED = 24  # numbers to which a formula is fitted; it has to give the others too
NEAR = 1e-9  # how near, in parts of the largest, a formula is to give every number
CUT = 3  # entries that are the largest alike, where some were cut
MOST_PAIRS = 700  # terms of which every two are tried as a sum
NICE = {0.5: "½", 0.25: "¼", 0.75: "¾", 1 / 3: "⅓", 2 / 3: "⅔"}


class Term(NamedTuple):
    """A formula as text, its numbers, how much there is in it, and whether it needs brackets in a product."""

    text: str
    values: np.ndarray
    size: float = 1.0
    sum: bool = False

    @property
    def factor(self):
        """The text as it stands in a product."""
        return f"({self.text})" if self.sum else self.text


def sigmoid(v):
    """σ(v)."""
    return 1 / (1 + np.exp(-v))


UNARY = (
    ("{f}²", lambda v: v * v, 0.5, False),
    ("{f}³", lambda v: v**3, 0.8, False),
    ("1 − {f}", lambda v: 1 - v, 0.4, True),
    ("1 + {f}", lambda v: 1 + v, 0.8, True),
    ("1 − {f}²", lambda v: 1 - v * v, 0.8, True),
    ("1 / {f}", lambda v: 1 / v, 0.8, True),
    ("({t} > 0)", lambda v: (v > 0).astype(float), 0.7, False),
    ("√{f}", np.sqrt, 1.0, False),
    ("|{t}|", np.abs, 0.6, False),
    ("sign({t})", np.sign, 0.8, False),
    ("max({t}, 0)", lambda v: np.maximum(v, 0), 0.8, False),
    ("min({t}, 0)", lambda v: np.minimum(v, 0), 1.0, False),
    ("exp({t})", np.exp, 0.9, False),
    ("exp(−{f})", lambda v: np.exp(-v), 0.9, False),
    ("ln({t})", np.log, 0.9, False),
    ("σ({t})", sigmoid, 0.8, False),
    ("σ(2{f})", lambda v: sigmoid(2 * v), 1.2, False),
    ("σ(½{f})", lambda v: sigmoid(v / 2), 1.2, False),
    ("tanh({t})", np.tanh, 0.8, False),
    ("sin({t})", np.sin, 0.9, False),
    ("cos({t})", np.cos, 0.9, False),
    ("round({t})", np.round, 1.0, False),
    ("arctan({t})", np.arctan, 1.2, False),
    ("clip({t}, −1, 1)", lambda v: np.clip(v, -1, 1), 1.0, False),
    ("exp(−{f}²)", lambda v: np.exp(-v * v), 1.2, False),
    ("σ(|{t}|)", lambda v: sigmoid(np.abs(v)), 1.4, False),
    ("σ(max({t}, 0))", lambda v: sigmoid(np.maximum(v, 0)), 1.8, False),
    ("σ({f}²)", lambda v: sigmoid(v * v), 1.4, False),
    ("ln(1 + exp({t}))", lambda v: np.log1p(np.exp(v)), 1.4, False),
    ("√|{t}|", lambda v: np.sqrt(np.abs(v)), 1.3, False),
)


def become(term):
    """The terms that a term can become, itself among them."""
    yield term
    with np.errstate(all="ignore"):
        for text, way, size, is_sum in UNARY:
            yield Term(text.format(t=term.text, f=term.factor), way(term.values), term.size + size, is_sum)


def multiplied(one, other):
    """The product of two terms; a quotient where the second is 1 over something."""
    text = f"{one.factor}·{other.factor}"
    if other.text.startswith("1 / ") and one.text != "1":
        text = f"{one.factor} / {other.text.removeprefix('1 / ')}"
    elif one.text.startswith("1 / "):
        text = f"{other.factor} / {one.text.removeprefix('1 / ')}"
    with np.errstate(all="ignore"):
        return Term(text, one.values * other.values, one.size + other.size, " / " in text)


def added(one, other, sign=1):
    """The sum of two terms, or their difference."""
    text = f"{one.text} {'+' if sign > 0 else '−'} {other.text if sign > 0 else other.factor}"
    return Term(text, one.values + sign * other.values, one.size + other.size, True)


class Terms(list):
    """Terms, with all their numbers as one array, a row each, stacked once."""

    @cached_property
    def values(self):
        """Their numbers, a row a term."""
        return np.stack([term.values for term in self])


def finite(terms):
    """The terms whose numbers are all finite, and not all 0, the shorter first, each once."""
    ordered = Terms(sorted(terms, key=lambda term: term.size))
    if not ordered:
        return ordered
    with np.errstate(invalid="ignore"):
        told = np.isfinite(ordered.values).all(axis=1) & (np.abs(ordered.values).max(axis=1) > 1e-12)
    _, first = np.unique(np.round(ordered.values[told, :6], 10) + 0.0, axis=0, return_index=True)
    return Terms(ordered[k] for k in np.flatnonzero(told)[np.sort(first)])


def formula(mine, parts, right=()):
    """The text of a formula of the parts that gives every number of ``mine``; empty where none is found.

    ``parts`` is {text: numbers}; ``right`` are the Terms that should stand there, or a part of what should.
    """
    mine = np.asarray(mine, dtype=float)
    if not np.isfinite(mine).all() or not np.abs(mine).max() > 1e-12:
        return ""
    if as_it_should := [term for term in right if fits(mine, term.values)]:
        return as_it_should[0].text
    atoms = [Term(text, np.asarray(values, dtype=float), 1.0, " " in text) for text, values in parts.items()]
    ones = finite([Term("1", np.ones_like(mine), 0.5), *(each for atom in atoms for each in become(atom))])
    several = [ones, products_of(ones), triples(ones), inner(atoms)]
    known = Terms(right)
    found = [fit for terms in (known, *several) if (fit := scaled(mine, terms))]
    found += [fit for base in known for terms in several if (fit := scaled(mine, terms, base))]
    if not found:
        few = finite([*known, *several[0], *several[1]])
        found = [
            fit for fit in (clipped(mine, [*known, *several[0], *several[3]]), summed(mine, few[:MOST_PAIRS])) if fit
        ]
    return min(found)[1] if found else ""


def products_of(terms, most=60):
    """Every product of two of the shorter terms."""
    pairs = combinations_with_replacement([term for term in terms if term.text != "1"][:most], 2)
    return finite(multiplied(*pair) for pair in pairs)


def triples(terms, most=14):
    """Every product of three of the shortest terms."""
    chosen = combinations_with_replacement([term for term in terms if term.text != "1"][:most], 3)
    return finite(multiplied(multiplied(one, two), three) for one, two, three in chosen)


def inner(atoms):
    """What a sum or a product of two parts can become, and that times a part."""
    found = []
    for one, other in combinations_with_replacement(atoms, 2):
        whole = multiplied(one, other)._replace(sum=True)  # in brackets, where it is squared
        found += [term for term in become(whole) if term is not whole]
        for term in (multiplied(one, other), added(one, other), added(one, other, -1)):
            found += [term] if term.text == whole.text else become(term)
    found = finite(found)
    return finite([*found, *(multiplied(term, atom) for term in found for atom in atoms)])


def fits(mine, values):
    """Whether numbers are the same, but for the last digits."""
    return np.isfinite(values).all() and np.abs(mine - values).max() <= NEAR * np.abs(mine).max()


def scaled(mine, terms, base=None):
    """(size, text) of the shortest term of which ``mine``, less a ``base``, is some number of times; None for none."""
    if not terms:
        return None
    rest = mine if base is None else mine - base.values
    some, all_of = rest[:FITTED], (terms if isinstance(terms, Terms) else Terms(terms)).values
    with np.errstate(all="ignore"):
        part = all_of[:, :FITTED]
        k = part @ some / np.square(part).sum(axis=1)
        off = np.abs(k[:, None] * all_of - rest).max(axis=1)
    fitting = [i for i in np.flatnonzero(off <= NEAR * np.abs(mine).max()) if abs(k[i]) > 1e-7]
    if not fitting:
        return None
    best = min(fitting, key=lambda i: terms[i].size + awkward(k[i]))
    size = terms[best].size + awkward(k[best]) + (base.size if base else 0.0)
    return size, line([*([(1.0, base)] if base else []), (k[best], terms[best])])


def clipped(mine, terms):
    """(size, text) of the shortest term that is ``mine`` where its largest entries are cut; None for none.

    Cut alike below 0, at a limit of their own where several are the smallest alike, or above alone.
    """
    found = []
    for sign, numbers in (("", mine), ("−", -mine)):
        high, low = numbers.max(), numbers.min()
        if np.isclose(numbers, high, rtol=NEAR).sum() < CUT:
            continue
        below = np.isclose(numbers, low, rtol=NEAR).sum() >= CUT
        for term in terms:
            if term.values.max() > high * (1 + NEAR) and fits(numbers, np.clip(term.values, low, high)):
                text = (
                    f"clip({term.text}, {shown(low)}, {shown(high)})" if below else f"min({term.text}, {shown(high)})"
                )
                found.append((term.size + 1, f"{sign}{text}"))
    return min(found, default=None)


def shown(limit):
    """A limit as text."""
    return number(limit, 6).text


def summed(mine, terms):
    """(size, text) of the shortest sum of two terms, each some number of times, that is ``mine``; None for none."""
    array = Terms(terms).values
    array = array / np.abs(array).max(axis=1, keepdims=True)
    some, part = mine[:FITTED], array[:, :FITTED]
    gram, c, i, j = part @ part.T, part @ some, *np.triu_indices(len(terms), 1)
    with np.errstate(all="ignore"):
        det = gram[i, i] * gram[j, j] - gram[i, j] ** 2
        k = (c[i] * gram[j, j] - c[j] * gram[i, j]) / det
        m = (c[j] * gram[i, i] - c[i] * gram[i, j]) / det
        off = some @ some - k * c[i] - m * c[j]
        near = (np.abs(off) <= 1e-10 * (some @ some)) & (det > 1e-9 * gram[i, i] * gram[j, j])
    found = []
    for at in np.flatnonzero(near)[:400]:
        pair = terms[i[at]], terms[j[at]]
        system = np.stack([term.values for term in pair], axis=1)
        numbers, *_ = np.linalg.lstsq(system[:FITTED], some, rcond=None)
        if fits(mine, system @ numbers) and np.abs(numbers).min() > 1e-9:
            size = sum(term.size + awkward(k) for term, k in zip(pair, numbers, strict=True))
            found.append((size, line(list(zip(numbers, pair, strict=True)))))
    return min(found) if found else None


def awkward(k):
    """How much a number that multiplies adds to what a formula holds."""
    size = abs(k)
    if abs(size - 1) < 1e-7:
        return 0.0
    return 0.5 if abs(2 * size - round(2 * size)) < 1e-7 else 1.0


def line(terms):
    """The text of a sum: [(how many times, term)]."""
    text = ""
    for k, term in sorted(terms, key=lambda pair: pair[0] < 0):  # what is added first, then what is subtracted
        sign = ("−" if k < 0 else "") if not text else (" − " if k < 0 else " + ")
        text += sign + times(abs(k), term, k < 0)
    return text


def times(k, term, beside):
    """A term some number of times, as text; ``beside`` where a sum needs brackets."""
    if abs(k - 1) < 1e-7:
        return term.factor if beside else term.text
    shown = next((text for value, text in NICE.items() if abs(k - value) < 1e-7), None) or number(k, 6).text
    return shown if term.text == "1" else f"{shown}·{term.factor}"
