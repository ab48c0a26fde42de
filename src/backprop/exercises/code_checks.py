"""The tests of the code questions 00 to 06: the first array that differs, on which case, and why."""

import io
import sys
from contextlib import redirect_stdout
from functools import partial

import numpy as np

from backprop.exercises import code_cases, code_written, dependence, diagnosis, loop_of_networks, repeated
from backprop.exercises.agreement import agrees
from backprop.exercises.called import told
from backprop.exercises.kinds import RIGHT, Verdict
from backprop.exercises.watched import CHAINS, LOOPS, PASSES, STEPS, watched, within
from backprop.words import say

SLOPE_DIGITS = 6  # a slope may be a finite difference


def check(kind, cases, probes, engines, function, fresh=tuple):
    """None where the function is right on every case; else what is wrong, with what it was tried, and why.

    A Verdict where it is right and the engine's own, which stands in the files ``engines``.
    ``kind`` chooses the formula whose parts explain it; ``probes`` finds arguments that are ignored; on the cases of
    ``fresh``, an explanation is confirmed.
    """
    tried, first, by_engine, at_a_limit, changed = [], "", False, False, {}
    function = noting(changed, kind, function)
    for case in cases():
        try:
            with redirect_stdout(io.StringIO() if tried else sys.stdout):  # what it prints, it has printed once
                if tried:
                    own = case.call(function)
                else:
                    own, by_engine = watched(within(engines), case.call, function)
        except code_cases.UnreadableError as unreadable:
            first = first or say("exercises.code.with", where=case.where, complaint=str(unreadable))
            if not tried:
                return f"{unreadable} {repeated.told(cases, function)}".strip()
            continue
        except Exception as error:  # the learner's own code: whatever it raises is told
            if not tried and not first:
                return f"{loop_of_networks.of_refusal(error)} {told(error)} {repeated.told(cases, function)}".strip()
            first = first or say("exercises.code.with", where=case.where, complaint=told(error))
            continue
        complaint = differing(case, own)
        if complaint and not first:
            first = say("exercises.code.with", where=case.where, complaint=complaint) if tried else complaint
            at_a_limit = not case.explains  # all that were to explain it are right
        if case.explains:
            tried.append((case.given, own))
    if not first:
        return agreeing(by_engine, changed)
    also = of_changed("exercises.stages.changes", changed) if changed else ""
    with redirect_stdout(io.StringIO()):
        why = in_one_more(tried) or repeated.told(cases, function) or (limited(kind) if at_a_limit else "")
        why = why or reason(kind, tried, probes, function, fresh)
    return " ".join(filter(None, (first, why, also)))


def agreeing(by_engine, changed):
    """What is said of a function that is right on every case: that it changes what it is given, or is the engine's."""
    if changed:
        return of_changed("exercises.stages.changed", changed)
    return Verdict(RIGHT, say("exercises.stages.engine")) if by_engine else None


def of_changed(sentence, changed):
    """What is said of the arrays that a function changes, and what to do."""
    return f"{say(sentence, names=', '.join(changed))} {say('exercises.stages.new-arrays')}"


# The arrays that a question's function is given, as it calls them.
GIVEN = {
    "update": ("theta", "gradient"),
    "forward": ("feed", "weights", "biases"),
    "backward": ("dC_dz_next", "weights_next", "a"),
    "loop": ("network", "x", "target"),
    "product-rule": ("z",),
}


def noting(changed, kind, function):
    """The same function, but that the arrays which it changes are noted in a dict, by their names."""

    def noted(*arguments):
        before = [one.copy() if isinstance(one, np.ndarray) else None for one in arguments]
        returned = function(*arguments)
        for name, was, now in zip(GIVEN.get(kind, ()), before, arguments, strict=False):
            if was is not None and not np.array_equal(was, now):
                changed[name] = True
        return returned

    return noted


def in_one_more(tried):
    """The sentence that every number is right, but each array that is wrong has one axis too many; else empty."""
    pairs = [(given[name][l], own[name][l]) for given, own in tried for name in own for l in range(len(own[name]))]
    wrong = [(right, mine) for right, mine in pairs if agrees("", mine, right)]
    one_more = all(np.shape(mine) == (1, *np.shape(right)) and not agrees("", mine[0], right) for right, mine in wrong)
    return say("exercises.code.one-axis-more") if wrong and one_more else ""


def reason(kind, tried, probes, function, fresh):
    """Why a function is wrong; empty where nothing is found."""
    why = diagnosis.reason(kind, tried, lambda: afresh(fresh, function)) or ignored(probes, function)
    why = why or made_of(kind, tried, function) or code_written.told(kind, function)
    return why or (loop_of_networks.told(function) if kind == "loop" else "")


def afresh(cases, function):
    """What a function gives on further cases; those on which it raises left out."""
    found = []
    for case in cases():
        try:
            found.append((case.given, case.call(function)))
        except Exception:  # it has been told what it raised, if it raised on the cases
            continue
    return found


def differing(case, own):
    """What is said of the first array that differs; None where none does."""
    for name, l, called, column in case.names:
        mine, right = own[name][l], case.given[name][l]
        if column is not None:
            mine, right = mine[:, column], right[:, column]
        complaint = agrees(called, mine, right, SLOPE_DIGITS if name == "slope" else 9)
        if complaint:
            return complaint
    return None


def limited(kind):
    """What is said of a function that is right but for large numbers, or but for many updates."""
    return say("exercises.code.right-at-first" if kind == "loop" else "exercises.code.right-below")


def ignored(probes, function):
    """The sentence that a function does not use an argument: it returns the same for two values of it."""
    for name, one, other in probes():
        try:
            if np.array_equal(one(function), other(function)):
                return say("exercises.code.ignored", argument=name)
        except Exception:  # it has been told what it raised, if it raised on the cases
            continue
    return ""


# What a question's function is in a stage's place, and what it calls the stage's arrays.
CALLED = {
    "forward": {"x": "feed", "weights": "weights", "biases": "biases", "z": "z", "a": "a"},
    "backward": {"target": "dC_dz_next", "a": "a", "weights": "weights_next", "dC_dz": "∂C/∂z"},
    "update": {"weights": "theta", "dL_dw": "gradient", "learning_rate": "learning_rate", "new_w": "θ"},
}


def made_of(kind, tried, function):
    """The sentence of what the first wrong array is made of, where the function can stand in a stage's place."""
    wrong = [first for given, own in tried if (first := diagnosis.first_wrong(kind, given, own))]
    if kind not in CALLED or not wrong:
        return ""
    place = "between" if kind == "backward" else "first"
    called = CALLED[kind]

    def shown(name, l):
        """The function is given ∂C/∂z of the layer after the one that it is to find it for."""
        return called["target" if (kind, name, str(l)) == ("backward", "dC_dz", "2") else name]

    return dependence.told(kind, AS_STAGE[kind](function), wrong[0][0], place, shown)


def forward_stage(function):
    """A function of one layer, for every layer."""

    def forward(x, weights, biases):
        z, a = [], [x]
        for w, b in zip(weights, biases, strict=True):
            one, other = code_cases.several(function(a[-1], w, b), ("z", "a"))
            z.append(one)
            a.append(other)
        return z, a[1:]

    return forward


def backward_stage(function):
    """A function of one hidden layer, for every one of them; the output is right."""

    def backward(z, a, target, weights):
        dC_dz = [a[-1] - target]
        for l in reversed(range(len(a) - 1)):
            dC_dz.insert(0, code_cases.read(function(dC_dz[0], weights[l + 1], a[l]), "∂C/∂z"))
        return dC_dz

    return backward


def update_stage(function):
    """A function of one array of parameters, for every one of them."""

    def update(weights, biases, dL_dw, dL_db, learning_rate):
        pairs = (weights, dL_dw), (biases, dL_db)
        return [
            [code_cases.read(function(p, g, learning_rate), "θ") for p, g in zip(*pair, strict=True)] for pair in pairs
        ]

    return update


AS_STAGE = {"forward": forward_stage, "backward": backward_stage, "update": update_stage}


def none():
    """No probes."""
    return ()


check_step = partial(
    check, "update", code_cases.step_cases, code_cases.step_probes, STEPS, fresh=partial(code_cases.step_cases, 1)
)
check_slope = partial(check, "chain", code_cases.slope_cases, code_cases.slope_probes, CHAINS)
check_forward = partial(
    check, "forward", code_cases.forward_cases, none, PASSES, fresh=partial(code_cases.forward_cases, code_cases.fresh)
)
check_hidden = partial(
    check, "backward", code_cases.hidden_cases, none, PASSES, fresh=partial(code_cases.hidden_cases, code_cases.fresh)
)
check_backward = partial(check, "worked", code_cases.worked_cases, none, PASSES, fresh=code_cases.fresh_worked_cases)
check_train = partial(check, "loop", code_cases.train_cases, code_cases.train_probes, LOOPS)
check_silu = partial(check, "product-rule", code_cases.silu_cases, none, set())  # the engine has no such function
