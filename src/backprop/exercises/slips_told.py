"""The sentences of the slips of a number: of one, or of two at once, of the quantity asked for or of a part of it."""

from backprop.exercises.explain import named
from backprop.exercises.slips import PREFIX
from backprop.words import is_sentence, say

OF_A_NUMBER = "exercises.number.slip."
OF_A_PART = "exercises.number.within."  # where the slip is in another formula than the one that was asked for
BESIDE_ANOTHER = "exercises.number.beside."  # where two slips are told, so that neither gives the number
PARTS = {"C": "cost", "new_C": "cost", "z": "z", "dC_da": "start", "dC_dz": "delta"}  # all others are the gradient


def told(found, asked):
    """The sentences of slips, alone or in pairs, each once; ``asked`` is the formula asked for, (name, layer).

    A sign turned round is told by where it turned, where that is known. Of what can be said of several formulas alike,
    as of a factor, it is said of the one that was asked for, or else of the last that leads to it.
    """
    ids = {tuple(slip.id for slip in slips) for slips in found}
    known = [
        slips
        for slips in found
        if not any(
            tuple(name if slip.id == "sign-flipped" else slip.id for slip in slips) in ids
            for name in ("target-swapped", "adds-step", "cost-sign")
            if any(slip.id == "sign-flipped" for slip in slips)
        )
    ]
    nearest = {}
    for slips in known:
        alike = tuple((slip.id, slip.fields) for slip in slips)
        if alike not in nearest or as_near(slips, nearest[alike], asked):
            nearest[alike] = slips
    return list(dict.fromkeys(spoken(slips, asked) for slips in nearest.values()))


def as_near(slips, others, asked):
    """Whether no more of the slips than of the others are in another formula than the one that was asked for."""
    within = [sum(asked not in slip.formulas for slip in each) for each in (slips, others)]
    return within[0] <= within[1]


def spoken(slips, asked):
    """What is said of a slip, or of two at once."""
    if len(slips) == 1:
        return _sentence(slips[0], () if asked in slips[0].formulas else (OF_A_PART,))
    first, second = (_sentence(slip, (BESIDE_ANOTHER, OF_A_PART)) for slip in slips)
    if first == second:
        return first
    return say("exercises.number.two", first=first, second=not_again(second, first))


def _sentence(slip, kinds):
    """The sentence of one slip, of the first of the kinds that has one; else of a number, else of an array."""
    known = (f"{kind}{slip.id}" for kind in (*kinds, OF_A_NUMBER) if is_sentence(f"{kind}{slip.id}"))
    part = say(f"exercises.number.part.{PARTS.get(slip.name, 'gradient')}")
    fields = {name: named(value) for name, value in slip.fields}
    return say(next(known, f"{PREFIX}{slip.id}"), **({"part": part} | fields))


def not_again(text, said):
    """A text without those of its sentences that have been said, as where two slips have one remedy."""
    before = {sentence.removesuffix(".") for sentence in said.split(". ")}
    kept = [sentence for sentence in text.split(". ") if sentence.removesuffix(".") not in before]
    return text if len(kept) == len(text.split(". ")) else ". ".join(kept).removesuffix(".") + "."
