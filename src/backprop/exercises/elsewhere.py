"""What stands in another place than what was asked for: beside it, before the update, of another example."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from backprop.exercises.rules import Rules, read
from backprop.words import say

# Read off the wrong place: what stands beside what was asked, in the picture or in the table.
BESIDE = {
    "z": ("z", "a"),
    "a": ("a", "z"),
    "dC_da": ("dC_da", "dC_dz", "C"),
    "dC_dz": ("dC_dz", "dC_da", "dC_dw", "dC_db"),
    "dC_dw": ("dC_dw", "dC_db", "dC_dz", "w"),
    "dC_db": ("dC_db", "dC_dw", "dC_da"),
    "dL_dw": ("dL_dw", "dL_db", "dC_dw", "w"),
    "dL_db": ("dL_db", "dL_dw", "dC_db"),
    "w": ("w", "dC_dw", "dL_dw"),
    "b": ("b", "dC_db", "dL_db"),
    "C": ("C", "L"),
    "L": ("L", "C"),
}
OF_ONE_EXAMPLE = "z", "a", "dC_da", "dC_dz", "C"


class Among(NamedTuple):
    """The examples that a learner has before him, of which a question takes one; ``example`` counts from 0."""

    x: ArrayLike
    target: ArrayLike
    example: int


def beside(walk, quantity):
    """[(sentence, number)] of what could have been read off in its place."""
    found = []
    lines = {line.makes: line for step in walk for line in step.lines}
    known = {other: line.value for other, line in lines.items()}
    for other, value in (known | walk.given).items():
        if other.name in BESIDE[quantity.name] and other in lines:
            symbols = {"other": lines[other].symbol, "asked": lines[quantity].symbol}
            found.append((say("exercises.number.read-off", **symbols), value))
    return found


def before_the_update(walk, quantity):
    """[(sentence, number)] of the same quantity of the first pass, where it is of the one after the update."""
    if not quantity.new or quantity.name in ("w", "b"):
        return []
    old = quantity._replace(new=False)
    before = next((line for step in walk for line in step.lines if line.makes == old), None)
    return [] if before is None else [(say("exercises.number.before-update", symbol=before.symbol), before.value)]


def of_another_example(walk, quantity, among=None):
    """[(sentence, number)] of the same quantity of the other examples, where it is of one."""
    if among is None and quantity.name not in OF_ONE_EXAMPLE:
        return []
    own = walk.example if among is None else among.example
    return [
        (say("exercises.number.of-another-example", other=other + 1, asked=own + 1), number)
        for other, number in enumerate(_of_each_example(walk, quantity, among))
        if other != own
    ]


def _of_each_example(walk, quantity, among):
    """The quantity of each example: of those that the step takes at once, or of a step with each alone."""
    if among is None:
        step = Rules(walk.network, walk.forward.x, walk.backward.target, walk.loss, walk.learning_rate)
        return [float(read(step, quantity, n)[0]) for n in range(len(step.x))]
    pairs = zip(np.asarray(among.x), np.asarray(among.target), strict=True)
    steps = (Rules(walk.network, x, target, walk.loss, walk.learning_rate) for x, target in pairs)
    return [float(read(step, quantity, 0)[0]) for step in steps]


def as_given(walk, given):
    """{place: array, a variant a row} of parts that a question gives in the place of x: (part, layer) each.

    Who is given a has z too: the slope is found from either.
    """
    step = Rules(walk.network, walk.forward.x, walk.backward.target, walk.loss, walk.learning_rate)
    found = {place: step(*place) for place in given}
    return found | {("z", l): step("z", l) for name, l in given if name == "a"}
