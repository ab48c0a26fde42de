"""The corpus itself: each wrong answer is wrong, each right one right, and causes can be told apart."""

import re

import numpy as np
import pytest
import right_functions
from causes import CAUSES, FAMILIES
from corpus import entries, inputs, near, outcome, right_result
from measure import judge
from reference import CASES
from right_at_random import at_random

SEEDS = (1, 2, 3)
PARTS = [(kind, held_out) for kind in ("functions", "numbers") for held_out in (False, True)]


def right_outcome(ask, seed):
    return outcome(ask, lambda *arguments: right_result(ask, arguments), seed)


def same(one, other):
    if isinstance(one, str) or isinstance(other, str) or len(one) != len(other):
        return False
    return np.allclose(one, other, rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize("held_out", [False, True])
def test_each_wrong_function_is_wrong_on_random_inputs(held_out):
    right = {}
    for one in entries("functions", held_out):
        for seed in SEEDS:
            if (one.ask, seed) not in right:
                right[one.ask, seed] = right_outcome(one.ask, seed)
        assert not all(same(outcome(one.ask, one.answer, seed), right[one.ask, seed]) for seed in SEEDS), one.id


@pytest.mark.parametrize("held_out", [False, True])
def test_each_wrong_number_is_wrong(held_out):
    for one in entries("numbers", held_out):
        assert np.isfinite(one.answer), one.id
        assert not near(one.answer, CASES[one.ask[0]].right(one.ask[1]), 0.01), one.id


def test_each_right_function_is_right_on_random_inputs():
    for one in right_functions.ENTRIES:
        for seed in SEEDS:
            assert same(outcome(one.ask, one.answer, seed), right_outcome(one.ask, seed)), one.id


def test_a_right_function_at_random_is_right():
    for one in at_random(200, seed=0):
        for seed in SEEDS:
            assert same(outcome(one.ask, one.answer, seed), right_outcome(one.ask, seed)), one.id


def test_the_inputs_are_three_different_networks():
    shapes = {inputs("forward", seed)[1][0].shape for seed in SEEDS}
    assert len(shapes) > 1


def test_the_corpus_is_large_and_combines():
    for kind in ("functions", "numbers"):
        found = entries(kind)
        assert len(found) >= 300
        assert sum(len(one.causes) > 1 for one in found) >= 100
        assert len(entries(kind, held_out=True)) >= 60
    assert len(right_functions.ENTRIES) >= 60


@pytest.mark.parametrize(("kind", "held_out"), PARTS)
def test_ids_are_unique_and_causes_known(kind, held_out):
    found = entries(kind, held_out)
    assert len({one.id for one in found}) == len(found)
    for one in found:
        assert one.causes
        assert {cause for causes in (one.causes, *one.others) for cause in causes} <= CAUSES.keys()


@pytest.mark.parametrize(("kind", "held_out"), PARTS)
def test_a_cause_in_words_is_judged_named_and_never_false(kind, held_out):
    for one in entries(kind, held_out):
        for sentence in one.sentences[0]:
            assert judge(one, f"Not yet. {sentence}")[0] == "named", (one.id, sentence)


def test_a_false_accusation_is_judged_false():
    uphill = next(one for one in entries("functions") if one.id == "update: w + eta g, everywhere")
    assert judge(uphill, "Not yet. The weights are left out.")[0] == "false"
    assert judge(uphill, "Not yet. It is too large in size.")[0] == "silent"
    assert judge(uphill, "Not yet. The moon is full.")[0] == "judge"


def test_the_patterns_compile_and_every_family_is_known():
    for family, names, sentence in CAUSES.values():
        assert family in FAMILIES
        assert re.search(names, sentence, re.I), sentence
