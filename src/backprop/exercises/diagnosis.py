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
from backprop.exercises.explain import APART, NONE, constant, cost, explanation, precision, same, slips
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


def reason(stage, tried):
    """The sentences that explain what was returned; ``tried`` are pairs (arrays as given and as expected, returned).

    Empty where no explanation fits everything.
    """
    if stage == "train":
        return stage_train.reason(tried)
    found = explained(stage, tried)
    if all(NONE in option for *_, option in found.places):
        return ""
    price = min(map(cost, found.best), default=float("inf"))
    for extra, change in forms(stage) if price > 1 else ():
        changed = [(given, change(own)) for given, own in tried]
        if all(own is not None for _, own in changed):
            other = explained(stage, changed, slips(extra, **_lists(extra, changed[0][1])))
            if other.best and min(map(cost, other.best)) < price:
                found, price = other, min(map(cost, other.best))
    if price > 1.5 and stage in RARE:
        other = explained(stage, tried, rare=True)
        if other.best and min(map(cost, other.best)) < price:
            found = other
    if found.best:
        return told_of(found)
    first = next((place for place in found.places if NONE not in place[3]), None)
    if not first:
        return ""
    at = explained_at(stage, tried, first)
    return told_of(at if at.best or stage not in RARE else explained_at(stage, tried, first, rare=True))


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
        return " ".join(dict.fromkeys(slip.text for slip in told))

    return say("exercises.or").join(dict.fromkeys(map(ordered, found.best[:2])))


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
    if any(slips("order") <= option for option in found) and repeated(own[name]):
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
