"""What is handed over, chosen or typed for a widget, read; what cannot be is refused in a sentence."""

import re
from collections.abc import Sized
from functools import reduce

import numpy as np

from backprop.engine.arrays import as_numbers
from backprop.engine.network import Network
from backprop.exercises.typed import read_numbers
from backprop.words import say


def read_whole(name, value, low, high):
    """A whole number within bounds, or a text that is one. Raises ValueError, in a sentence, for anything else."""
    text = str(value).strip()
    number = int(text) if re.fullmatch(r"[+-]?\d{1,18}", text) else None
    if number is None or not low <= number <= high:
        raise ValueError(say("widgets.no-whole", name=name, given=repr(value), low=low, high=high))
    return number


def read_network(network):
    """A network, or None. Raises TypeError for anything else."""
    if not isinstance(network, Network | None):
        raise TypeError(say("widgets.training.no-network", given=repr(network)))
    return network


def read_pairs(data):
    """(x, target) as examples in rows; one example is welcome. Raises ValueError or TypeError for what is no pair."""
    if not isinstance(data, Sized):
        raise TypeError(say("widgets.training.no-data", given=repr(data)))
    if len(data) != 2:
        raise ValueError(say("widgets.training.no-pair", n=len(data)))
    x, target = map(as_numbers, data, ("x", "target"))
    one = x.ndim == 1 and target.ndim == 1
    x, target = np.atleast_2d(x) if one else x, np.atleast_2d(target) if one else target
    if not x.ndim == target.ndim == 2 or len(x) != len(target):
        raise ValueError(say("widgets.training.no-rows", x=x.shape, target=target.shape))
    return x, target


def read_sizes(text):
    """The hidden layers' sizes in a text; at most four layers of at most 32. Empty is none."""
    parts = re.sub(r"(?<=\d)-(?=\d)", " ", text).replace(",", " ").split()  # 8-8 too, but no size below 0
    if not all(part.isdecimal() and 1 <= int(part) <= 32 for part in parts) or len(parts) > 4:
        raise ValueError(say("widgets.training.no-sizes", text=repr(text)))
    return tuple(map(int, parts))


def read_beside(text, loss, rate, losses):
    """((loss, η), …) of the runs beside the one with this loss and η: up to two further η, or one loss. Empty is none.

    Raises ValueError for anything else.
    """
    text = text.strip()
    if not text:
        return ()
    if text in losses:
        return ((text, rate),)
    rates = read_numbers(text) if re.search(r"\d", text) else []
    if not 1 <= len(rates) <= 2 or min(rates) <= 0:
        names = reduce(lambda first, second: say("widgets.training.or", first=first, second=second), losses)
        raise ValueError(say("widgets.training.no-beside", text=repr(text), losses=names))
    return tuple((loss, other) for other in rates)


def read_choice(name, value, known):
    """The value, where it is one of those known; raises ValueError, naming them, where it is not."""
    if value not in known:
        raise ValueError(say("widgets.training.no-choice", name=name, given=repr(value), choices=", ".join(known)))
    return value
