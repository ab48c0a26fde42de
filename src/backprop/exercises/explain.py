"""Explain an array as a formula of which some parts are wrong: which slips, together, give exactly these numbers.

An option is a frozenset of slips that gives an array; the empty one is the formula as it should be. Each array of a
function's result has its options, found from the function's own arrays beside it, so that one slip is not counted again
where it is only passed on. ``explanation`` then finds the fewest slips that give every array of every trial.
"""

from functools import lru_cache
from itertools import product
from typing import NamedTuple

import numpy as np

from backprop.engine.arrays import held_by
from backprop.exercises.slips import sentence
from backprop.notation import number
from backprop.words import is_sentence, say

# What every entry is where nothing else is wrong, but perhaps its sign; and how it is told beside other slips.
WHOLE = {"factor-two": "factor-two-besides", "factor-half": "factor-half-besides", "factor": "factor-besides"}
SIGN = {"sign-flipped", "target-swapped"}


class Slip(NamedTuple):
    """One misconception that was found, with the fields of its sentence as pairs."""

    id: str
    fields: tuple = ()

    @property
    def text(self):
        """Its sentence."""
        return self._said(self.id)

    @property
    def text_besides(self):
        """Its sentence beside those of others: a factor is then none of the whole."""
        return self._said(WHOLE.get(self.id, self.id))

    def _said(self, id):
        return sentence(id, **{name: named(value) for name, value in self.fields})


def named(value):
    """A thing in words, where it has an id; a formula or a number stands for itself."""
    its = f"exercises.what.{value}"
    return say(its) if is_sentence(its) else value


@lru_cache(1024)
def slips(*ids, **fields):
    """A frozenset of one slip an id; the fields are those of all."""
    return frozenset(Slip(each, tuple(sorted(fields.items()))) for each in ids)


NONE = slips()
APART = slips("apart")  # no slip: this array was found from the right one beside it, not from the one that was returned
VARIES = slips("factor-varies")
MOST = 3  # slips that are told of one function
PRECISE, FLOAT32 = 1e-9, 3e-5  # how near is equal, in parts of the largest entry
VAGUE = {
    "apart": 0.1,
    "factor": 1.5,
    "sum-factor": 1.5,
    "extra-term": 1.5,
    "extra-term-times": 1.6,
    "rate-own": 1.1,
    "rate-at-most": 1.1,
    "rate-at-least": 1.1,
    "step-factor": 1.2,
    "shape": 0.5,
    "small-number": 0.9,
    "divided-by-neurons": 1.02,  # of biases it is the number of the parameters, too
    "path-alone": 1.05,
    "slope-alone": 1.05,  # with another slope it is as well what stands there
    "rounded": 1.01,  # an array of zeros is no rounded one, if no other array is
    "truncated": 1.05,
    "cut-at-zero": 1.05,
    "clipped-part": 1.05,
    "rounded-part": 1.05,
    "updates-other": 1.4,
    "term-alike": 1.4,
    "activation-unknown": 1.45,
    "factor-varies": 2.05,
    "sum-factor-varies": 2.05,
    "step-factor-varies": 2.35,  # after any two slips that have a name, or numbers of their own
}
SCALES = {
    *("factor-two", "factor-half", "factor-n", "divided-by-examples", "divided-by-outputs", "divided-by-all"),
    *("divided-by-neurons", "mean-for-sum", "mean-over-inputs"),
}  # beside a factor without a name, they are one number that is not the same everywhere
# Each is one number throughout.
ONE_NUMBER = {"length-of-all-is", "factor", "sum-factor", "step-factor", "rate-own", "parameter-scaled"}


def precision(array):
    """How near an array has to be to be equal: of float32, within what float32 can hold."""
    array = np.asarray(array)
    if array.dtype == np.float16:
        return 4e-3
    exact = array.dtype != np.float32 and not (array.size and held_by(np.float32, array))
    return PRECISE if exact else FLOAT32


def same(mine, array, near=PRECISE):
    """Whether two arrays have one shape and are equal, within ``near`` of the largest entry of the first."""
    mine, array = np.asarray(mine, dtype=float), np.asarray(array, dtype=float)
    if mine.shape != array.shape or not np.isfinite(mine).all():
        return False
    size = max(np.abs(mine).max(initial=0.0), 1e-12)
    with np.errstate(all="ignore"):
        return bool(np.abs(mine - array).max(initial=0.0) <= near * size)


# ------------------------------------------------------------------- factors


def whole_factors(**named):
    """{value: slips} of the factors that have a name: 2, ½, and those given as id=value, underscores for dashes."""
    known = [(1.0, NONE), (2.0, slips("factor-two")), (0.5, slips("factor-half"))]
    return known + [(value, slips(name.replace("_", "-"))) for name, value in named.items()]


def factor_options(k, known, flipped="sign-flipped", near=1e-8):
    """The options that give a constant factor: its sign, and a size with a name, or a product of two, or the number."""
    sign = slips(flipped) if k < 0 else NONE
    size, found = abs(k), []
    for value, names in known:
        if abs(size - value) <= near * value:
            found.append(names | sign)
    if not abs(size - 1) > near:
        return found
    for (one, first), (other, second) in product(known[1:3], known[3:]):
        if abs(size - one * other) <= near * one * other:
            found.append(first | second | sign)
    return [*found, slips("factor", factor=beside_one(size)) | sign, VARIES | sign]


def beside_one(size):
    """A factor as text, with as many digits as tell it from 1, six at least."""
    return next(text for digits in range(6, 18) if (text := number(size, digits).text) != "1")


# ------------------------------------------------------------------- products


def broadcast(parts, shape):
    """Those of the parts (slips, array) that fit a shape, at that shape."""
    fitting = []
    for names, array in parts:
        array = np.asarray(array, dtype=float)
        if array.shape == shape:
            fitting.append((names, array))
            continue
        try:
            if np.broadcast_shapes(array.shape, shape) == shape:
                fitting.append((names, np.broadcast_to(array, shape)))
        except ValueError:
            continue
    return fitting


def products(mine, lefts, rights, known, near=PRECISE, flipped="sign-flipped"):
    """Every option left · right · constant that gives ``mine``: parts are pairs (slips, array)."""
    mine = np.asarray(mine, dtype=float)
    lefts, rights = broadcast(lefts, mine.shape), broadcast(rights, mine.shape)
    largest = np.abs(mine).max(initial=0.0)
    if not lefts or not rights or not np.isfinite(mine).all():
        return set()
    if not largest:
        return {one | other for one, left in lefts for other, right in rights if not np.any(left * right)}
    one = np.stack([array.ravel() for _, array in lefts])[:, None]
    other = np.stack([array.ravel() for _, array in rights])[None]
    with np.errstate(all="ignore"):
        terms = one * other
        k = (terms @ mine.ravel()) / np.square(terms).sum(axis=-1)
        off = np.abs(k[..., None] * terms - mine.ravel()).max(axis=-1)
    found = set()
    for i, j in np.argwhere((off <= near * largest) & (k != 0)):
        parts = lefts[i][0] | rights[j][0]
        for names in factor_options(float(k[i, j]), known, flipped, max(near, 1e-8)):
            if not (names >= VARIES and parts - APART):  # else it would fit any number
                found.add(parts | names)
    return found


def equal(mine, parts, near=PRECISE):
    """Every option among the parts (slips, array) that is ``mine`` as it stands."""
    mine = np.asarray(mine, dtype=float)
    fitting = [(names, array) for names, array in parts if np.shape(array) == mine.shape]
    if not fitting or not np.isfinite(mine).all():
        return set()
    arrays = np.array([array for _, array in fitting], dtype=float).reshape(len(fitting), -1)
    size = max(np.abs(mine).max(initial=0.0), 1e-12)
    with np.errstate(all="ignore"):
        near_enough = np.abs(arrays - mine.ravel()).max(axis=1, initial=0.0) <= near * size
    return {names for (names, _), fits in zip(fitting, near_enough, strict=True) if fits}


def constant(off, array, near=None):
    """The k with off = k · array, within ``near``, where there is one; else None."""
    array = np.asarray(array, dtype=float)
    size = float(np.square(array).sum())
    if not size or not np.isfinite(size):
        return None
    k = float((off * array).sum()) / size
    near = PRECISE * np.abs(off).max(initial=0.0) if near is None else near
    return k if np.abs(off - k * array).max() <= near else None


# --------------------------------------------------------------------- views


def views(mine, array):
    """(slips, array) of an array seen in another form, in the shape of ``mine``: transposed, one row, a sum of rows."""
    array = np.asarray(array, dtype=float)
    if array.ndim == 2:
        yield slips("transposed"), array.T
    if mine.shape == array.shape:
        return
    if array.ndim >= 1 and array.size:
        yield slips("first-example-left"), np.reshape(array[0], mine.shape) if array[0].size == mine.size else array[0]
        yield (
            slips("last-example-left"),
            np.reshape(array[-1], mine.shape) if array[-1].size == mine.size else array[-1],
        )
        total = array.sum(axis=0)
        yield slips("summed-too-early"), np.reshape(total, mine.shape) if total.size == mine.size else total
        mean = array.mean(axis=0)
        yield slips("averaged-too-early"), np.reshape(mean, mine.shape) if mean.size == mine.size else mean
    if mine.size == array.size:
        yield slips("shape"), array.reshape(mine.shape)


def rounding(mine, array):
    """The options that ``mine`` is this array with digits left out: rounded, cut to whole numbers, or clipped."""
    array = np.asarray(array, dtype=float)
    if mine.shape != array.shape or same(mine, array):
        return set()
    limit = np.abs(mine).max(initial=0.0)
    ways = [(slips("truncated"), np.trunc(array)), (slips("cut-at-zero"), np.maximum(array, 0))]
    if limit and np.abs(array).max() > limit * (1 + 1e-9):
        ways.append((slips("clipped", limit=number(limit, 4).text), np.clip(array, -limit, limit)))
    decimals = next((k for k in range(9) if np.array_equal(np.round(mine, k), mine)), None)
    found = equal(mine, ways)
    off = np.abs(mine - array).max(initial=0.0)
    if decimals is not None and off <= 0.5000001 * 10.0**-decimals:
        found.add(slips("rounded"))  # to 0 everywhere, too, where every entry is small
    return found


def simple(options):
    """Whether one slip, or none, is enough for one of them."""
    return any(len(option - APART) <= 1 for option in options)


def rough(mine, parts):
    """The options that ``mine`` is one of the right parts, rounded or clipped."""
    found = set()
    for names, array in parts:
        found |= {names | slip for slip in rounding(mine, array)} if names <= APART else set()
    return found


def other_views(mine, parts, near=PRECISE):
    """The options that ``mine`` is one of the parts in another form."""
    found = set()
    for names, array in parts:
        if len(names - APART) <= 1:
            found |= {names | extra for extra, seen in views(mine, array) if same(mine, seen, near)}
    return found


# ---------------------------------------------------------------- explanation


def cost(option):
    """How much an option asks one to believe: its slips, a number without a name more than one that has one."""
    return sum(VAGUE.get(slip.id, 1.0) for slip in option)


def contradictory(option):
    """Whether it holds a factor that is to be two numbers at once, or one that fits anything beside another reading."""
    ids = [slip.id for slip in option if slip.id in ONE_NUMBER]
    return len(ids) > len(set(ids)) or any(
        slip.id == vague and any(other.id in beside for other in option)
        for vague, beside in (("factor", SCALES), ("step-factor-varies", {"clipped", "parameter-scaled"}))
        for slip in option
    )


def minimal(options):
    """The options of which no other is a part, the cheapest first."""
    ordered = sorted(options, key=lambda option: (cost(option), sorted(option)))
    kept = []
    for option in ordered:
        if len(option) <= MOST and not any(other <= option for other in kept):
            kept.append(option)
    return kept


def explanation(arrays):
    """The cheapest sets of slips that give every array; ``arrays`` are the options of each, none of them empty.

    Several where they cost the same, which is to say that they give the same numbers everywhere.
    """
    needed = [minimal(options) for options in arrays]
    needed = [options for options in needed if NONE not in options]
    if not needed or not all(needed):
        return [NONE] if not needed else []
    best, limit, seen = [], float("inf"), set()
    waiting = [NONE]
    while waiting:
        chosen = waiting.pop()
        price = cost(chosen)
        if chosen in seen or price > limit + 1e-9 or len(chosen) > MOST or contradictory(chosen):
            continue
        seen.add(chosen)
        open_ones = [options for options in needed if not any(option <= chosen for option in options)]
        if not open_ones:
            if price < limit - 1e-9:
                best, limit = [], price
            best.append(chosen)
            continue
        fewest = min(open_ones, key=len)
        waiting.extend(chosen | option for option in fewest)
    return sorted(best, key=sorted)
