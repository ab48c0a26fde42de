"""What is done to an array before it is used: to its entries, to the order of its neurons, to its examples.

``part`` is what the array is, an id of "exercises.what.<part>", which the slip's sentence names.
"""

from functools import partial

import numpy as np

from backprop.exercises.explain import slips

GUARDS = 0.0, 1e-5  # what is added to a standard deviation, so that none is 0


def sigmoid(z):
    """σ(z)."""
    return 1 / (1 + np.exp(-z))


def altered(array, part):
    """(slips, array): an array with every entry altered, divided by a length or a sum, or another neuron's."""
    array = np.asarray(array, dtype=float)
    with np.errstate(all="ignore"):
        yield slips("squared", part=part), array * array
        if (array < 0).any():
            yield slips("size-alone", part=part), np.abs(array)
            yield slips("sign-alone", part=part), np.sign(array)
        yield slips("inverted", part=part), 1 / array
        yield slips("complement", part=part), 1 - array
        yield slips("activated", part=part), sigmoid(array)
        for decimals in range(4):
            yield slips("rounded-part", part=part), np.round(array, decimals)
        yield slips("cut-to-whole", part=part), np.trunc(array)
        yield slips("cut-to-whole", part=part), np.floor(array)
        if array.ndim == 2:
            yield slips("first-neuron-for-all", part=part), np.broadcast_to(array[:, :1], array.shape)
            yield slips("last-neuron-for-all", part=part), np.broadcast_to(array[:, -1:], array.shape)
        if array.ndim:
            yield from rescaled(array, part)
            for moved in (array[..., ::-1], np.roll(array, 1, axis=-1), np.roll(array, -1, axis=-1)):
                yield slips("of-another-neuron", part=part), moved


def standardised(v, guard, **kept):
    """With the mean subtracted, and divided by the standard deviation; ``guard`` is added to that."""
    return (v - v.mean(**kept)) / (v.std(**kept) + guard)


# (id, what is made of an array along its axes): ``axis`` and ``keepdims`` are those of NumPy.
RESCALED = (
    ("unit-length", lambda v, **kept: v / np.sqrt(np.square(v).sum(**kept))),
    ("shares", lambda v, **kept: v / np.abs(v).sum(**kept)),
    ("shares", lambda v, **kept: v / v.sum(**kept)),
    ("shares", lambda v, **kept: np.exp(v) / np.exp(v).sum(**kept)),
    ("over-largest", lambda v, **kept: v / np.abs(v).max(**kept)),
    ("over-largest", lambda v, **kept: v / v.max(**kept)),
    ("centred", lambda v, **kept: v - v.mean(**kept)),
    ("largest-subtracted", lambda v, **kept: v - v.max(**kept)),
    *(("standardised", partial(standardised, guard=guard)) for guard in GUARDS),
    ("between-ends", lambda v, **kept: (v - v.min(**kept)) / np.ptp(v, **kept)),
)


def rescaled(array, part):
    """(slips, array): divided by its length, its sum or its largest entry, or with the mean subtracted."""
    for axes in {None, *range(array.ndim)}:
        for id, way in RESCALED:
            yield slips(id, part=part), way(array, axis=axes, keepdims=True)


def mixed(array, part):
    """(slips, array): rows, an example each, of which one stands for all, or that are summed or exchanged."""
    array = np.asarray(array, dtype=float)
    if array.ndim != 2:
        return
    rows = (
        ("first-example-for-all", array[0]),
        ("last-example-for-all", array[-1]),
        ("examples-summed", array.sum(axis=0)),
        ("examples-averaged", array.mean(axis=0)),
        ("largest-example", array.max(axis=0)),
    )
    for slip, row in rows:
        yield slips(slip, part=part), np.broadcast_to(row, array.shape)
    for ordered in (array[np.argsort(array[:, 0])], np.sort(array, axis=0)):
        yield slips("sorted", part=part), ordered
    for moved in (np.roll(array, 1, axis=0), np.roll(array, -1, axis=0), array[::-1]):
        yield slips("of-another-example", part=part), moved


def clipped(mine, array, part):
    """The options that ``mine`` is this array with its largest entries cut, at a limit that is found from it."""
    limit = np.abs(mine).max(initial=0.0)
    if mine.shape != np.shape(array) or not limit or np.abs(array).max() <= limit * (1 + 1e-9):
        return set()
    cut = np.clip(array, -limit, limit)
    fits = np.abs(mine - cut).max() <= 1e-9 * limit
    return {slips("clipped-part", part=part)} if fits else set()
