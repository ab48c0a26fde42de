"""Why a stage's arrays are what they are: one explanation for every array of every network it was tried on."""

from functools import partial
from itertools import combinations, permutations
from typing import NamedTuple

import numpy as np

from backprop.exercises import (
    code_parts,
    code_silu,
    stage_backward,
    stage_forward,
    stage_multiply,
    stage_train,
    stage_update,
)
from backprop.exercises.agreement import agrees
from backprop.exercises.explain import APART, FLOAT32, NONE, constant, cost, explanation, precision, same, slips
from backprop.exercises.rarities import RARE
from backprop.notation import number
from backprop.words import say

OPTIONS = {
    "forward": stage_forward.options,
    "backward": stage_backward.options,
    "multiply": stage_multiply.options,
    "update": stage_update.options,
    "worked": stage_backward.options,
    "chain": code_parts.chain,
    "loop": code_parts.loop,
    "product-rule": code_silu.product_rule,
}
LAST_FIRST = ("backward", "worked")  # the order in which the arrays are found


def in_order(stage, arrays):
    """(name, l) of every array in the order in which they are found; ``arrays`` is {name: list}."""
    layers = range(len(next(iter(arrays.values()))))
    for l in reversed(layers) if stage in LAST_FIRST else layers:
        for name in arrays:
            yield name, l


def reason(stage, tried, afresh=tuple):
    """The sentences that explain what was returned; ``tried`` are pairs (arrays as given and as expected, returned).

    Empty where no explanation fits everything. ``afresh`` gives further pairs, of networks that were not used to find
    an explanation: one that does not give every array of them too is not told.
    """
    if stage == "train":
        return stage_train.reason(tried, afresh)
    found = explained(stage, tried)
    if all(NONE in option for *_, option in found.places):
        return ""
    found, rare, change = cheapest(stage, tried, found)
    if found.best:
        return told_of(confirmed(stage, found, afresh(), rare, change))
    first = next((place for place in found.places if NONE not in place[3]), None)
    if not first:
        return ""
    at, rare = explained_at(stage, tried, first), False
    if not at.best and stage in RARE:
        at, rare = explained_at(stage, tried, first, rare=True), True
    return told_of(confirmed(stage, at, afresh(), rare, first=first)) if at.best else ""


def cheapest(stage, tried, found):
    """(the explanation that costs least, whether it is of the rare ones, how the arrays are put in another order).

    ``found`` is the one of the common slips, the arrays as they stand.
    """
    rare, change = False, None
    price = min(map(cost, found.best), default=float("inf"))
    for extra, way in forms(stage) if price > 1 else ():
        changed = [(given, way(own)) for given, own in tried]
        if all(own is not None for _, own in changed):
            other = explained(stage, changed, slips(extra, **_lists(extra, changed[0][1])))
            if other.best and min(map(cost, other.best)) < price:
                found, price, change = other, min(map(cost, other.best)), way
    if price > 1.5 and stage in RARE:
        other = explained(stage, tried, rare=True)
        if other.best and min(map(cost, other.best)) < price:
            found, rare, change = other, True, None
    return found, rare, change


def confirmed(stage, found, pairs, rare=False, change=None, first=None):
    """Those of the explanations that give every array of these pairs too, or every array at one place."""
    if not pairs:
        return found
    extra = found.extra - APART
    best = [option for option in found.best if gives(stage, option - extra, pairs, rare, change, first)]
    return found._replace(best=best)


def gives(stage, slips_found, pairs, rare, change, first):
    """Whether these slips give every array of the pairs, or every one that stands where the first wrong one does."""
    for given, own in pairs:
        own = change(own) if change else own
        for name, l in in_order(stage, own):
            if first and role(name, l, len(own[name])) != role(*first[:3]):
                continue
            found = options(stage, given, own, name, l, rare)
            if not any(option - APART <= slips_found for option in found):
                return False
    return True


class Explained(NamedTuple):
    """The cheapest explanations, none where nothing fits; the options at each place; what the form alone adds."""

    best: list
    places: list
    extra: frozenset = NONE


def explained(stage, tried, extra=NONE, rare=False):
    """The cheapest explanations of all arrays; the places end where one has none."""
    places = []
    for given, own in tried:
        for name, l in in_order(stage, own):
            found = options(stage, given, own, name, l, rare)
            places.append((name, l, len(own[name]), found))
            if not found:
                return Explained([], places)
    best = [extra | option for option in explanation([found for *_, found in places])]
    return Explained([option for option in best if option - APART], places, extra)


def explained_at(stage, tried, first, rare=False):
    """The cheapest explanations of the arrays at one place, in every network."""
    places = []
    for given, own in tried:
        for name, l in in_order(stage, own):
            if role(name, l, len(own[name])) == role(*first[:3]):
                places.append((name, l, len(own[name]), options(stage, given, own, name, l, rare)))
                if not places[-1][3]:
                    return Explained([], places)
    return Explained([option for option in explanation([found for *_, found in places]) if option - APART], places)


def role(name, l, layers):
    """Where an array stands: its name, and first, last or between."""
    return name, l == 0, l == layers - 1


def place(l, layers):
    """Which layer it is: "first", "last", or "between" them."""
    return "last" if l == layers - 1 else "between" if l else "first"


def told_of(found):
    """The sentences of each explanation, those that are found first coming first; "Or" between explanations."""

    def ordered(option):
        told = list(found.extra)
        for *_, options in found.places:
            fitting = min((each for each in options if each <= option), key=len, default=NONE)
            told += [slip for slip in sorted(fitting - APART) if slip not in told]
        return " ".join(dict.fromkeys(slip.text for slip in as_one(told)))

    return say("exercises.or").join(dict.fromkeys(map(ordered, found.best[:2])))


# What one slip does in two places: where both of a pair are found, the third is told in their place.
ONE_OF_TWO = (
    ("bias-forgotten", "bias-after-activation", "bias-after-activation"),
    ("slope-dropped", "slope-of-next-again", "slope-of-next"),
)


def as_one(told):
    """The slips, two of them that are one as that one."""
    for first, second, both in ONE_OF_TWO:
        if {first, second} <= {slip.id for slip in told}:
            told = [*(slip for slip in told if slip.id not in (first, second)), *slips(both)]
    return told


def options(stage, given, own, name, l, rare=False):
    """Every option for one array: the empty one where it agrees; ``rare`` for those that are tried last too."""
    mine, right = own[name][l], given[name][l]
    half = np.asarray(mine).dtype == np.float16 and same(mine, right, precision(mine))  # told already
    if half or agrees(name, mine, right) is None:
        return {NONE}
    array = np.asarray(mine, dtype=float)
    if not np.isfinite(array).all():
        return set()
    beside = {each: [healthy(m, r) for m, r in zip(own[each], given[each], strict=True)] for each in own}
    beside[name] = [*beside[name][:l], array, *beside[name][l + 1 :]]
    ways, found = (OPTIONS[stage], *([RARE[stage]] if rare else [])), set()
    for way in ways:
        try:
            found |= way(given, beside, name, l, precision(mine))
        except (ValueError, IndexError):  # arrays of a shape that no formula here allows have no reading
            continue
    others = given[name][:l] + given[name][l + 1 :]
    if not repeated(own[name]):
        return found | {slips("order") for each in others if same(array, each, min(precision(mine), FLOAT32))}
    if any(slips("order") <= option for option in found):
        return {option - slips("order") | slips("of-another-layer") for option in found}
    return found


def repeated(arrays):
    """Whether one array stands in two places, so that it is no other order."""
    return any(same(one, other) for one, other in combinations(arrays, 2) if np.size(one) and np.size(other))


def healthy(mine, right):
    """The learner's own array where a neighbour can be computed from it; else the right one."""
    array = np.asarray(mine, dtype=float)
    return array if array.shape == np.shape(right) and np.isfinite(array).all() else np.asarray(right)


# ------------------------------------------------------------ forms as a whole


def reversed_lists(own):
    """Every list turned round."""
    return {name: group[::-1] for name, group in own.items()}


def swapped_lists(own):
    """The two lists for one another."""
    names = list(own)
    return dict(zip(names, [own[name] for name in reversed(names)], strict=True)) if len(names) == 2 else None


def _lists(extra, own):
    """The names of the lists, where the slip is about them."""
    return dict(zip(("first", "second"), own, strict=True)) if extra == "groups-swapped" else {}


def other_results(order, own):
    """The three numbers of the worked example in another order."""
    rows = np.concatenate([own["dC_dz"][1], own["dC_dz"][0]], axis=1)[:, order]
    return {"dC_dz": [rows[:, 2:], rows[:, :2]]}


def forms(stage):
    """(slip, change) of the ways in which all arrays may have been put in another order."""
    if stage == "worked":
        return [("results-order", partial(other_results, list(order))) for order in list(permutations(range(3)))[1:]]
    return [("order", reversed_lists), ("groups-swapped", swapped_lists)]


# ------------------------------------------------------------ no explanation


def difference(stage, tried):
    """What agrees, and what the first array that differs is beside the right one, in every network alike."""
    at = [first for given, own in tried if (first := first_wrong(stage, given, own))]
    name, l, agreeing = at[0]
    same_place = [(g, o) for g, o in tried if l < len(o[name]) and agrees("", o[name][l], g[name][l])]
    known = [dict(relations(g, np.asarray(o[name][l], dtype=float), name, l)) for g, o in same_place]
    said = []
    if len(at) > 1 and known:
        said = [text for key, text in known[0].items() if all(key in each for each in known)][:1]
    if agreeing:
        said.append(say("exercises.diagnosis.agree", n=len(agreeing), names=", ".join(agreeing)))
    return " ".join(said)


def first_wrong(stage, given, own):
    """(name, l, the arrays that agree) of the first array that differs; None where all agree."""
    told = [(name, l, agrees("", own[name][l], given[name][l])) for name, l in in_order(stage, own)]
    agreeing = [f"{name}[{l}]" for name, l, complaint in told if complaint is None]
    return next(((name, l, agreeing) for name, l, complaint in told if complaint), None)


def relations(given, mine, place, l):
    """(key, sentence) of every known array that ``mine`` is, or by which it differs from the right one."""
    right = np.asarray(given[place][l])
    lists = {name: group for name, group in given.items() if isinstance(group, list)}
    known = [(name, k, array) for name, group in lists.items() for k, array in enumerate(group)]
    with np.errstate(all="ignore"):
        ratio = mine / right if mine.shape == right.shape else None
    for name, k, array in known:
        key, shown = (name, k - l), f"{name}[{k}]"
        if (name, k) != (place, l) and same(mine, array):
            yield ("is", *key), say("exercises.diagnosis.is", name=shown)
        if ratio is None or np.shape(array) != mine.shape:
            continue
        if same(ratio, array):
            yield ("ratio", *key), say("exercises.diagnosis.ratio", name=shown)
        k = constant(mine - right, array)
        if k and abs(k) > 1e-9:
            factor = number(k, 4).text
            yield ("off", *key, factor), say("exercises.diagnosis.off", name=shown, factor=factor)
