"""What is told of the chain rule at a nudge: the rule, a verdict, the tables, a sentence; no widget is made."""

import math

import numpy as np
import pytest

from backprop.engine.chain_rule import Chain, Fork
from backprop.engine.numeric import DIFFERS, FLAT, KINK, NEAR, RIGHT
from backprop.engine.pairs import ONE, TWO
from backprop.notation import number, plain
from backprop.story.chain import compare, describe, tell

PLACES = np.linspace(-1.5, 1.5, 13)
RELU = (lambda v: max(v, 0.0), lambda v: float(v > 0))


def test_a_chain_is_told_with_its_product_and_a_difference():
    told = tell(Chain("sine", "square"), 0.6, 0.5)
    assert plain(*told.rule) == "dz/dx = dz/dy · dy/dx"
    assert told.product == "1.13 · 0.825" and told.value == pytest.approx(math.sin(1.2))
    assert told.comparison.verdict == RIGHT and told.paths is None
    assert told.nudges.heads == ("Δx", "Δy", "Δz", "Δy/Δx", "Δz/Δy", "Δz/Δx")
    assert [row[0] for row in told.nudges.rows] == ["0.5", "0.05", "0.005", "derivative"]
    assert told.nudges.rows[-1][1:] == ("", "", "0.82534", "1.1293", "0.93204")


def test_a_negative_factor_stands_in_brackets():
    assert tell(Chain("falling", "square"), 0.6, 0.5).product == "1.4 · (−0.5)"


def test_a_ratio_that_does_not_exist_is_undefined():
    assert tell(Chain("square", "sine"), -0.5, 1.0).nudges.rows[0][4] == "undefined"  # Δy is 0


def test_a_fork_is_told_with_both_paths_and_their_sum():
    fork = Fork("sine", "square", "product")
    told, n = tell(fork, 0.6, 0.5), fork.nudge(0.6, 0.5)
    assert plain(*told.rule) == "dz/ds = ∂z/∂x · dx/ds + ∂z/∂y · dy/ds"
    assert told.paths.heads == ("path", "factors", "term")
    assert told.paths.rows == (
        ("through x", "0.36 · 0.825", number(n.terms[0]).text),
        ("through y", "0.565 · 1.2", number(n.terms[1]).text),
        ("sum", "", number(n.dz_ds).text),
    )
    assert told.nudges.heads == ("Δs", "Δx", "Δy", "Δz", "Δz/Δs", "Δz/Δs − sum")
    assert told.nudges.rows[-1] == ("derivative", "", "", "", number(n.dz_ds, 5).text, "0")


@pytest.mark.parametrize(("added", "kept"), [((True, False), 0), ((False, True), 1), ((False, False), None)])
def test_without_a_path_the_sum_is_told_to_differ_by_the_term_that_is_missing(added, kept):
    fork = Fork("sine", "square", "product")
    told, n = tell(fork, 0.6, 0.5, added), fork.nudge(0.6, 0.5)
    value = 0.0 if kept is None else n.terms[kept]
    assert told.value == value and told.comparison.verdict == DIFFERS
    assert [row[2] == "left out" for row in told.paths.rows] == [not adds for adds in added] + [False]
    assert told.nudges.rows[-1][-1] == number(n.dz_ds - value, 5).text


def compositions():
    yield from (Chain(g, h) for g in ONE for h in ONE)
    yield from (Fork("sine", "sigmoid", k) for k in TWO)


def test_every_right_slope_is_told_to_agree_and_none_with_its_sign_flipped():
    for composition in compositions():
        for at in PLACES:
            n = composition.nudge(at, 0.1)
            slope = n.dz_dx if isinstance(composition, Chain) else n.dz_ds
            assert compare(composition, at, slope).verdict in (RIGHT, NEAR)
            assert compare(composition, at, 1.01 * slope + 1e-5).verdict == DIFFERS
            if slope:
                assert compare(composition, at, -slope).verdict == (DIFFERS if abs(slope) > 1e-6 else FLAT)


def test_at_a_kink_of_a_learners_function_nothing_is_called_wrong():
    chain = Chain(RELU, "exponential")
    assert compare(chain, 0.0, 0.0).verdict == KINK
    assert [compare(chain, at, slope).verdict for at, slope in ((-1, 0.0), (1e-3, 0.0))] == [RIGHT, DIFFERS]


def test_a_function_that_changes_what_it_is_given_is_compared_with_a_true_difference():
    def doubled(v):
        v *= 2
        return v

    assert tell(Chain((doubled, lambda v: 2.0), "square"), 0.6, 0.5).comparison.verdict == RIGHT


def test_one_sentence_says_what_a_nudge_gives():
    assert describe(Chain("sine", "square"), 0.6, 0.5) == (
        "case 1, y = sin x, z = y², at x = 0.6: Δx = 0.5 gives Δy = 0.327, Δz = 0.475; dz/dx = 0.932."
    )
    fork = Fork("sine", "square", "product")
    whole = describe(fork, 0.6, 0.5)
    assert whole.startswith("case 2, x = sin s, y = s², z = x · y, at s = 0.6: Δs = 0.5 gives Δx = 0.327, Δy = 0.85, ")
    for added, more in (
        ((False, True), "The path through x is left out."),
        ((True, False), "The path through y is left out."),
        ((False, False), "The paths through x and y are left out."),
    ):
        assert describe(fork, 0.6, 0.5, added) == f"{whole} {more}"


def in_float32(f):
    return lambda *v: np.float32(f(*map(np.float32, v)))


@pytest.mark.parametrize(
    "composition",
    [
        Chain((in_float32(np.sin), in_float32(np.cos)), "square"),
        Chain("square", (in_float32(np.exp), in_float32(np.exp)), -1.5, 1.5),
        Fork("sine", "square", (in_float32(lambda x, y: x * y), lambda x, y: (y, x)), -1.5, 1.5),
    ],
)
def test_a_right_pair_in_float32_is_told_to_agree_within_its_precision_and_a_wrong_slope_to_differ(composition):
    for at in (-1.3, -0.4, 0.7, 1.2):
        n = composition.nudge(at, 0.1)
        slope = n.dz_dx if isinstance(composition, Chain) else n.dz_ds
        assert compare(composition, at, slope).verdict in (RIGHT, NEAR)
        assert compare(composition, at, slope + 0.02 * max(1.0, abs(slope))).verdict == DIFFERS
