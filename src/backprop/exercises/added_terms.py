"""A term that was added to ∂C/∂z besides: a known array, some number of times."""

import numpy as np

from backprop.exercises.explain import APART, constant, slips
from backprop.notation import number


def hidden_terms(given, own, l):
    """What may have been added: (its name, array)."""
    a, z, target = given["a"], given["z"], given["target"]
    yield "1", np.ones_like(a[l])
    yield f"a[{l}]", a[l]
    yield f"z[{l}]", z[l]
    yield "a (1 − a)", a[l] * (1 - a[l])
    yield "the-error-y", a[-1] - target
    yield "what-comes-back", np.asarray(given["dC_dz"][l + 1] @ given["weights"][l + 1])


def extra_term(mine, slopes, backs, terms, near):
    """The right product, and a known array besides."""
    found = set()
    for names, back in broadcast_right(backs, mine):
        off = mine - slopes[0][1] * back
        for name, array in terms:
            k = constant(off, array, near * np.abs(mine).max()) if np.shape(array) == mine.shape else None
            if k:
                found.add(names | term_added(number(k, 6).text, name))
    return found


def term_added(times, name):
    """The slip of a term that was added some number of times; a number stands for itself."""
    if times == "1" or name == "1":
        return slips("extra-term", term=times if name == "1" else name)
    return slips("extra-term-times", term=name, factor=times)


def broadcast_right(backs, mine):
    """The first right ways back, where they have the right shape."""
    return [(names, back) for names, back in backs if names <= APART and np.shape(back) == mine.shape][:2]
