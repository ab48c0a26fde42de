"""What a finite difference beside a number says of it: one sentence for each verdict."""

import math

import pytest

from backprop.engine.numeric import DIFFERS, FLAT, KINK, NEAR, RIGHT
from backprop.story.verdicts import Comparison


@pytest.mark.parametrize(
    ("verdict", "agrees", "sentence"),
    [
        (RIGHT, True, "✓\u00a0agrees"),
        (NEAR, True, "✓\u00a0agrees, as far as its rounding lets it be seen"),
        (DIFFERS, False, "✗\u00a0differs"),
        (KINK, False, "(a z stands at a kink: the difference mixes the slopes of its two sides)"),
        (FLAT, False, "(too flat to judge: rounding alone makes as much)"),
    ],
)
def test_each_verdict_has_its_sentence_and_says_whether_it_agrees(verdict, agrees, sentence):
    comparison = Comparison(-0.25, verdict)
    assert (comparison.difference, comparison.sentence, comparison.agrees) == (
        "finite difference −0.25",
        sentence,
        agrees,
    )


@pytest.mark.parametrize("missing", [math.nan, math.inf])
def test_where_there_is_no_difference_none_is_told(missing):
    comparison = Comparison(missing, FLAT)
    assert comparison.difference == "" and not comparison.agrees
    assert comparison.sentence == "(too close to 0 or 1 for a finite difference)"
