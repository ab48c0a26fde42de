"""Your arrays beside the engine's, entry by entry, and the first that differs drawn where it stands in the network."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from backprop.exercises.agreement import agrees, near, numbers
from backprop.exercises.readings import in_order
from backprop.exercises.stages import Attempt, Comparison, drawn
from backprop.notation import apart, number
from backprop.pictures.film import pictured
from backprop.story.quantity import Quantity
from backprop.story.walkthrough import walkthrough

OF_EXAMPLES = ("z", "a", "dC_dz")  # arrays with a row for each example
MOST = 12  # rows and columns of an array that are shown


@dataclass(frozen=True)
class Array:
    """One array of yours and the engine's: ``differ`` says of every entry whether it does; None where shapes differ."""

    name: str
    l: int
    mine: np.ndarray
    engine: np.ndarray
    agrees: bool
    differ: np.ndarray | None

    @property
    def of_examples(self) -> bool:
        """Whether it has a row for each example."""
        return self.name in OF_EXAMPLES

    def quantity(self, *place: int) -> Quantity:
        """What an entry is called in the network's picture."""
        return drawn(Quantity(self.name, self.l, *place[1:] if self.of_examples else place))

    def texts(self) -> tuple[list, list]:
        """Both as rows of numbers in words: where two differ, with as many digits as it takes to tell them apart."""
        mine, engine = self.mine, self.engine
        if self.differ is None:
            return _rows(mine), _rows(engine)
        pairs = [
            [
                apart(one, other) if differs else (number(other).text,) * 2
                for one, other, differs in zip(*row, strict=True)
            ]
            for row in zip(*map(_table, (mine, engine, self.differ)), strict=True)
        ]
        return tuple([[pair[side] for pair in row] for row in pairs] for side in (0, 1))


def arrays(tried: Attempt) -> list[Array]:
    """Every array that was returned, in the order in which they are found."""
    found = []
    for name, l in in_order(tried.stage, tried.own):
        mine, engine = tried.own[name][l], np.asarray(tried.given[name][l], dtype=float)
        values = numbers(mine)
        same = values.shape == engine.shape
        agree = agrees(name, mine, engine) is None
        found.append(Array(name, l, values, engine, agree, ~near(mine, engine) if same else None))
    return found


def pictures(found: Comparison, array: Array) -> Iterator[dict]:
    """The network with the entries of an array that differ drawn as wrong: one picture for each example, or one alone.

    None for a loop, whose arrays many updates have made, and none where shapes differ.
    """
    if found.stage == "train" or array.differ is None:
        return
    step, differ = found.attempt.step, array.differ
    for n in range(len(differ)) if array.of_examples else (0,):
        walk = walkthrough(step.network, step.x, step.target, learning_rate=step.learning_rate, example=n)
        places = [place for place in np.ndindex(*differ.shape) if not array.of_examples or place[0] == n]
        marked = frozenset(array.quantity(*place) for place in places if differ[place])
        last = max(walk.made[_made(array, place)][0] for place in places)
        yield pictured(walk, last, marked)


def _made(array, place):
    """The quantity whose step makes an entry known."""
    return Quantity(array.name, array.l, *place[1:] if array.of_examples else place)


def _table(array):
    """An array as rows."""
    return np.atleast_2d(array)[:MOST, :MOST]


def _rows(array):
    """The numbers of an array of any shape, as rows of texts; none where there are more than two axes."""
    return [[number(float(value)).text for value in row] for row in _table(array)] if array.ndim < 3 else []
