"""What an entry of the corpus holds, and the causes that a truthful reason may name.

An entry is a wrong answer (a function or a number) with its true causes. A cause has a sentence for a human judge,
``names``, what a reason that tells it must mention, loosely, and a family. A family has ``accuses``: phrases that
claim a cause of this family. Where none of an answer's causes is of that family, such a phrase is a false accusation.
The corpus imports nothing of the package: what a learner would write, in NumPy alone.
"""

import re
from dataclasses import dataclass
from itertools import product

import numpy as np
from causes import CAUSES, FAMILIES, KIN


@dataclass(frozen=True)
class Entry:
    """One answer. ``ask`` is a stage, a question's name, or how a number is asked; ``kind`` groups the report."""

    id: str
    ask: object
    answer: object
    causes: tuple = ()
    kind: str = ""
    others: tuple = ()  # further sets of causes that give the same answer

    @property
    def names(self):
        """For each set of causes, one pattern a cause: what a truthful reason mentions."""
        return [[re.compile(CAUSES[cause][1], re.I) for cause in causes] for causes in (self.causes, *self.others)]

    @property
    def sentences(self):
        """The causes in words, for a human judge."""
        return [[CAUSES[cause][2] for cause in causes] for causes in (self.causes, *self.others)]

    @property
    def never(self):
        """What no truthful reason says of this answer: {family: pattern}."""
        own = {CAUSES[cause][0] for causes in (self.causes, *self.others) for cause in causes}
        kin = own.union(*(KIN.get(family, ()) for family in own))
        return {family: re.compile(said, re.I) for family, said in FAMILIES.items() if family not in kin}


def entry(ask, place, slips, answer):
    """An entry; ``slips`` is one cause or several, and the first is its kind.

    A string may hold further sets that are the same on all inputs: "own eta | no eta + step over n".
    """
    parts = [slips] if isinstance(slips, str) else slips
    chosen = product(*(sets_of(part) for part in parts))
    causes, *others = [tuple(dict.fromkeys(cause for one in sets for cause in one)) for sets in chosen]
    return Entry(f"{ask}: {place}", ask, answer, causes, CAUSES[causes[0]][0], tuple(others))


def sets_of(slips):
    return [tuple(one.strip() for one in part.split("+")) for part in slips.split("|")]


def sigma(z):
    return 1 / (1 + np.exp(-z))


def numbers_into(entries, what):
    """What adds a wrong number, by its case, quantity, place and causes; of one example, ∂L/∂w is asked as ∂C/∂w."""

    def add(case, quantity, place, slips, value):
        name, *at = quantity
        name = name.replace("dL_", "dC_") if len(case.x) == 1 else name
        causes, *others = sets_of(slips)
        id = f"{what}{name}[{','.join(map(str, at))}] of {case.name}: {place}"
        entries.append(Entry(id, (case.name, (name, *at)), float(value), causes, CAUSES[causes[0]][0], tuple(others)))

    return add


def collecting(entries, what):
    """A decorator: the function that is defined next is an entry, by its place and causes; ``what`` names the set."""

    def named(ask, place, causes):
        def add(function):
            entries.append(entry(ask, what + place, causes, function))
            return function

        return add

    return named
