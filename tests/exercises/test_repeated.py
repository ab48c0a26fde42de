"""Two calls with the same arguments are compared, whatever they return; no later one changes what an earlier gave."""

from itertools import count

import numpy as np
import pytest

from backprop.exercises.repeated import differs

KEPT, CALLS = [], count()


def growing(x):
    KEPT.append(x)
    return KEPT


def in_place(x):
    x += 1
    return x


def raising(x):
    raise ValueError(f"{object()} is no number")


@pytest.mark.parametrize(
    "function",
    [
        lambda x: x + np.random.default_rng().random(),
        growing,
        lambda x: [x] * next(CALLS),
        lambda x: 1 / (next(CALLS) % 2),
    ],
    ids=["random", "a list that is kept", "more and more", "an error each other time"],
)
def test_calls_that_differ_are_noticed(function):
    assert differs(function, [np.ones(3)])


@pytest.mark.parametrize(
    "function",
    [
        lambda x: x * np.nan,
        lambda x: {"z": x, "a": [x, (x, 1)]},
        lambda x: (each for each in x),
        lambda x: object(),
        lambda x: None,
        in_place,
        raising,
    ],
    ids=["nan", "a dict", "a generator", "an object", "nothing", "in place", "an error with an address"],
)
def test_calls_that_are_alike_are_not_said_to_differ(function):
    assert not differs(function, [np.ones(3)])
