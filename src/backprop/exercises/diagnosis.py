"""Why a stage's arrays are what they are: one explanation for every array of every network it was tried on."""

from functools import partial
from itertools import permutations
from typing import NamedTuple

import numpy as np

from backprop.exercises import stage_train
from backprop.exercises.agreement import agrees, numbers
from backprop.exercises.explain import APART, NONE, SIGN, WHOLE, constant, cost, explanation, same, slips
from backprop.exercises.rarities import RARE
from backprop.exercises.readings import Readings, in_order
from backprop.exercises.stage_update import OF_LENGTH_ONE, OF_ROOT_MEAN_SQUARE_ONE
from backprop.notation import number
from backprop.words import say

SIX_DIGITS = 1e-6  # how near, in parts of the largest, arrays are of which some part was rounded to float32
# One number is any other times some number, and small ones cut to whole numbers are 0.
VARYING = frozenset({"factor-varies", "sum-factor-varies", "step-factor-varies"})
TURNED = SIGN | {"adds-step", "sum-turned-round"}
OF_SMALL = frozenset({"truncated", "rounded", "cut-to-whole", "rounded-part"})
OF_ONE_SIZE = OF_LENGTH_ONE | OF_ROOT_MEAN_SQUARE_ONE
# Such a slip is without effect nowhere, but where η is 1.
TIMES = {"factor-two-step", "factor-half-step", "step-factor", "rate-forgotten", "rate-twice"}


@np.errstate(all="ignore")
def reason(stage, tried, afresh=tuple):
    """The sentences that explain what was returned; ``tried`` are pairs (arrays as given and as expected, returned).

    Empty where no explanation fits everything. ``afresh`` gives further pairs, of networks that were not used to find
    an explanation: one that does not give every array of them too is not told.
    """
    wrong = [np.asarray(own[at[0]][at[1]]) for given, own in tried if (at := first_wrong(stage, given, own))]
    if stage != "train" and any(not np.isfinite(numbers(mine)).all() for mine in wrong):
        return say("exercises.diagnosis.not-finite")
    found = stage_train.reason(tried, afresh) if stage == "train" else of_slips(stage, tried, afresh)
    if found or not wrong:
        return found
    if all(mine.dtype == bool for mine in wrong):
        return say("exercises.diagnosis.booleans")
    return say("exercises.diagnosis.float32") if all(nearly(*pair) for pair in tried) else ""


def nearly(given, own):
    """Whether every array agrees to six digits."""
    pairs = [pair for name in own for pair in zip(own[name], given[name], strict=True)]
    return all(same(mine, right, SIX_DIGITS) for mine, right in pairs)


def of_slips(stage, tried, afresh):
    """The sentences of the slips that explain every array; empty where none do."""
    tried = [Readings(stage, *pair) for pair in tried]
    found = explained(tried)
    if all(NONE in option for *_, option in found.places):
        return ""
    found, rare, change = cheapest(stage, tried, found)
    if found.best:
        fresh = [Readings(stage, given, change(own) if change else own) for given, own in afresh()]
        found = confirmed(found, fresh, rare)
        if stage == "update":
            networks = [*tried, *fresh]
            best = [each for each in found.best if steady(each, networks, rare)]
            found = found._replace(best=of_limits(best, networks))
        return told_of(found)
    first = next((place for place in found.places if NONE not in place[3]), None)
    if not first:
        return ""
    where = role(*first[:3])
    at, rare = explained(tried, where=where), False
    if not at.best and stage in RARE:
        at, rare = explained(tried, rare=True, where=where), True
    return told_of(confirmed(at, [Readings(stage, *pair) for pair in afresh()], rare, where)) if at.best else ""


def cheapest(stage, tried, found):
    """(the explanation that costs least, whether it is of the rare ones, how the arrays are put in another order).

    ``found`` is the one of the common slips, the arrays as they stand.
    """
    rare, change = False, None
    price = min(map(cost, found.best), default=float("inf"))
    for extra, way in forms(stage) if price > 1 else ():
        if extra == "groups-swapped" and any(each.agreeing() for each in tried):
            continue  # what agrees stands in its place
        changed = [each.changed(way) for each in tried]
        if None not in changed:
            other = explained(changed, slips(extra, **_lists(extra, changed[0].own)))
            if other.best and min(map(cost, other.best)) < price:
                found, price, change = other, min(map(cost, other.best)), way
    if price > 1.5 and stage in RARE:
        other = explained(tried, rare=True)
        if other.best and min(map(cost, other.best)) < price:
            found, rare, change = other, True, None
    return found, rare, change


def confirmed(found, fresh, rare=False, where=None):
    """Those of the explanations that give every array of these networks too, or every array of one role."""
    extra = found.extra - APART
    best = [option for option in found.best if all(gives(option - extra, each, rare, where) for each in fresh)]
    return found._replace(best=best)


def steady(option, networks, rare):
    """Whether no parameter is right, in a network, where another's step is some number of times what it should be."""
    times, agreeing = set(), set()
    for network in networks:
        right = network.agreeing()
        for name, l, layers in network.places():
            if (name, l) in right:
                told = np.any(network.own[name][l]) and network.given["learning_rate"] != 1
                agreeing |= {role(name, l, layers)} if told else set()
            elif any(
                slip.id in TIMES or slip in OF_ONE_SIZE for slip in cheapest_of(network.options(name, l, rare), option)
            ):
                times.add(role(name, l, layers))
    return not times & agreeing


def of_limits(options, networks):
    """The options in which another rate is a limit of η, where networks on one side of it agree; else the others."""
    right, wrong = [], []
    for network in networks:
        agrees_all = len(network.agreeing()) == len(list(network.places()))
        (right if agrees_all else wrong).append(network.given["learning_rate"])
    held = {
        "rate-at-most": bool(right) and max(right) < min(wrong),
        "rate-at-least": bool(right) and max(wrong) < min(right),
    }
    limiting = {option: [held[slip.id] for slip in option if slip.id in held] for option in options}
    true = [option for option, found in limiting.items() if found and all(found)]
    return true or [option for option, found in limiting.items() if not found]


def cheapest_of(options, chosen):
    """The shortest of these options that is a part of the chosen one; empty where none is."""
    fitting = (each for each in options if each - APART <= chosen)
    return min(fitting, key=lambda each: (len(each), sorted(each)), default=NONE)


def gives(slips_found, network, rare, where):
    """Whether these slips give every array of a network, or every one of this role."""
    return all(
        any(option - APART <= slips_found for option in network.options(name, l, rare))
        for name, l, layers in network.places()
        if where in (None, role(name, l, layers))
    )


class Explained(NamedTuple):
    """The cheapest explanations, none where nothing fits; the options at each place; what the form alone adds."""

    best: list
    places: list
    extra: frozenset = NONE


def explained(tried, extra=NONE, rare=False, where=None):
    """The cheapest explanations of all arrays, or of those of one role; the places end where one has none."""
    places, arrays = [], []
    for network in tried:
        for name, l, layers in network.places():
            if where not in (None, role(name, l, layers)):
                continue
            found = network.options(name, l, rare)
            places.append((name, l, layers, found))
            arrays.append(network.own[name][l])
            if not found:
                return Explained([], places)
    best = [extra | option for option in explanation([found for *_, found in places])]
    best = [option for option in best if option - APART and founded(option, places, arrays)]
    return Explained(best, places, extra)


def founded(option, places, arrays):
    """Whether each slip that fits any one number, or any small ones, is shown by an array that it need not fit."""
    for slip in option:
        shows = {VARYING: lambda a: np.size(a) > 1, OF_SMALL: np.any}
        for ids, is_shown in shows.items():
            if slip.id in ids and not any(
                is_shown(array) and slip in cheapest_of(found, option)
                for (*_, found), array in zip(places, arrays, strict=True)
            ):
                return False
    return True


def role(name, l, layers):
    """Where an array stands: its name, and first, last or between."""
    return name, l == 0, l == layers - 1


def place(l, layers):
    """Which layer it is: "first", "last", or "between" them."""
    return "last" if l == layers - 1 else "between" if l else "first"


def told_of(found):
    """The sentences of each explanation, those that are found first coming first; "Or" between explanations."""

    def ordered(option):
        lists = {slip: [] for slip in found.extra}  # slip -> the names of the lists that it is in
        used = [(name, cheapest_of(options, option) - APART) for name, *_, options in found.places]
        for name, chosen in used:
            for slip in sorted(chosen):
                lists.setdefault(slip, []).append(name)
        if any(slip.id in VARYING for slip in lists):  # such a number may be negative here and positive there
            wrong = sum(bool(chosen) for _, chosen in used)
            lists = {s: names for s, names in lists.items() if s.id not in TURNED or len(names) == wrong}
        first = next(iter(lists.values()), [])
        told = as_one(list(lists))
        alone = all(slip.id in WHOLE or slip.id in SIGN for slip in told)
        texts = [
            of_list(slip.text if alone else slip.text_besides, {*lists.get(slip, first)}, {*first})
            for slip in sorted(told, key=lambda slip: not alone and slip.id in WHOLE)
        ]
        return " ".join(dict.fromkeys(texts))

    return say("exercises.or").join(dict.fromkeys(map(ordered, found.best[:2])))


def of_list(text, names, first):
    """A sentence, with the name of the list that it is true of where that is not the one that is told first."""
    return say("exercises.diagnosis.of", name=min(names), told=text) if names and first and not names & first else text


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
