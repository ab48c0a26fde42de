"""Examples that are moved, added, removed and given the other target by hand, on the plane where they stand.

A change makes the data one's own; all else that was chosen stays, the network that is started from too.
"""

from dataclasses import replace

import numpy as np

from backprop.engine.arrays import as_numbers
from backprop.notation import number
from backprop.pictures.film_rows import plane_limits
from backprop.widgets.choices import OWN, Choices
from backprop.widgets.reading import read_whole
from backprop.words import say

MOST_EXAMPLES, FURTHEST = 1000, 1e6


def changed(choices: Choices, message: dict) -> Choices:
    """The choices with their examples changed.

    {"example": n, "to": [x₁, x₂]} is moved; with "flip" it is given the other target, with "remove" it is taken away.
    {"added": [x₁, x₂]} is one more, with the target of its nearest neighbour. Raises ValueError or TypeError, in a
    sentence, for what cannot be done.
    """
    x, target = (np.array(part, dtype=float) for part in choices.pairs())
    if x.shape[1] != 2:
        raise ValueError(say("widgets.training.no-plane"))
    if "added" in message:
        x, target = _added(x, target, _point(message["added"]))
    else:
        n = read_whole("example", message["example"], 0, len(x) - 1)
        if "to" in message:
            x[n] = _point(message["to"])
        elif "flip" in message:
            target[n] = flipped(target, n)
        else:
            x, target = _without(x, target, n)
    origin = choices.by_hand if choices.data == OWN and choices.by_hand else choices.data
    return replace(choices, data=OWN, own=(x, target), by_hand=origin)


def two_sided(target: np.ndarray) -> bool:
    """Whether there is another target to give: each is one number, 0 or 1."""
    return target.shape[1] == 1 and bool(np.isin(target, (0.0, 1.0)).all())


def flipped(target: np.ndarray, n: int) -> np.ndarray:
    """The other target of an example. Raises ValueError, in a sentence, where there is none."""
    if not two_sided(target):
        raise ValueError(say("widgets.training.no-other-target"))
    return 1.0 - target[n]


def _added(x, target, point):
    """The examples and one more; far and near are those of the picture, whose axes differ."""
    if len(x) == MOST_EXAMPLES:
        raise ValueError(say("widgets.training.enough-examples", n=MOST_EXAMPLES))
    ranges = np.array([high - low for low, high in plane_limits(x)])
    near = np.argmin((((x - point) / ranges) ** 2).sum(axis=1))
    return np.vstack([x, point]), np.vstack([target, target[near]])


def _without(x, target, n):
    if len(x) == 1:
        raise ValueError(say("widgets.training.last-example"))
    return np.delete(x, n, axis=0), np.delete(target, n, axis=0)


def _point(values):
    """(x₁, x₂)"""
    point = as_numbers(values, "x")
    if point.shape != (2,):
        raise ValueError(say("widgets.training.no-point", shape=point.shape))
    if np.abs(point).max() > FURTHEST:
        raise ValueError(say("widgets.training.far-point", most=number(FURTHEST)))
    return point
