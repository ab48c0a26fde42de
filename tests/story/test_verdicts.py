"""What a finite difference beside a number says of it: one sentence for each verdict."""

import math
from collections import Counter

import numpy as np
import pytest

from backprop import Layer, Network, Quantity, walkthrough
from backprop.engine import ACTIVATIONS, LOSSES
from backprop.engine.numeric import DIFFERS, FLAT, KINK, NEAR, RIGHT, SEVERAL
from backprop.story.verdicts import Comparison, judge, noise_at
from backprop.story.walkthrough import GRADIENTS

PAIRS = [(loss, f) for loss in LOSSES for f in ACTIVATIONS if LOSSES[loss].admits(ACTIVATIONS[f])]


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


def random_walks():
    """Walkthroughs of networks small and steep, by every loss with an output that it admits."""
    rng = np.random.default_rng(0)
    for loss, output in PAIRS:
        for hidden, steep in (("sigmoid", 0.5), ("tanh", 3.0), ("gelu", 1.0), ("sigmoid", 8.0)):
            layers = [
                Layer(steep * rng.normal(size=(o, i)), steep * rng.normal(size=o), f)
                for i, o, f in ((2, 3, hidden), (3, 2, output))
            ]
            yield walkthrough(Network(layers), rng.normal(size=(2, 2)), np.eye(2), loss)


def test_no_right_gradient_is_told_to_differ_and_no_flipped_sign_to_agree_wherever_it_stands_out_of_the_noise():
    seen, flipped = Counter(), Counter()
    for walk in random_walks():
        for quantity, value in walk.known(len(walk) - 1).items():
            if quantity.name not in GRADIENTS:
                continue
            right, noise = judge(walk, quantity, value), noise_at(walk, quantity)
            seen[right.verdict] += 1
            assert right.verdict in (RIGHT, NEAR) or not abs(value) > noise or math.isnan(right.numeric)
            wrong = judge(walk, quantity, -value).verdict
            if math.isfinite(right.numeric) and abs(value) > noise:
                flipped[wrong] += 1
                assert wrong == DIFFERS if abs(value) > 1.001 * SEVERAL * noise else wrong in (DIFFERS, FLAT)
    assert seen[NEAR] > 50 and seen[FLAT] < 0.01 * seen.total() and DIFFERS not in seen
    assert flipped[DIFFERS] > 1000


def test_a_y_near_its_end_is_not_called_wrong_for_the_rounding_of_its_logarithm():
    network = Network([Layer([[1.0]], [0.0])])
    for z in (-19.6, -18.0, -15.0, -10.0):
        walk = walkthrough(network, [[z]], [[0.0]])
        slope = Quantity("dC_da", 0, 0)
        assert judge(walk, slope, walk.known(len(walk) - 1)[slope]).verdict in (RIGHT, NEAR)
        assert judge(walk, slope, -walk.known(len(walk) - 1)[slope]).verdict == DIFFERS
