"""The chain rule: both cases against finite differences, and pairs that are not what they claim refused."""

import math
import re
import sys
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backprop.engine.chain_rule import Chain, Fork
from backprop.engine.numeric import central_difference
from backprop.engine.pairs import ONE, TWO, Function, one, two
from backprop.pictures.chain import chain_panels, fork_panels, nudged

names, places = st.sampled_from(sorted(ONE)), st.floats(-1.5, 1.5)


def close(value, numeric):
    return abs(value - numeric) <= 1e-6 * max(1.0, abs(numeric))


@settings(deadline=None)
@given(names, names, places)
def test_in_case_1_the_product_of_the_derivatives_is_the_derivative(g, h, x):
    chain = Chain(g, h)
    assert close(chain.nudge(x, 0.1).dz_dx, central_difference(chain.z, x).item())


@settings(deadline=None)
@given(names, names, st.sampled_from(sorted(TWO)), places)
def test_in_case_2_the_sum_over_both_paths_is_the_derivative(g, h, k, s):
    fork = Fork(g, h, k)
    nudge = fork.nudge(s, 0.1)
    assert close(nudge.dz_ds, central_difference(fork.z, s).item())
    assert nudge.dz_ds == sum(nudge.terms)


def test_one_path_alone_is_not_the_derivative():
    fork = Fork("square", "sine", "product")
    nudge = fork.nudge(0.5, 0.1)
    numeric = central_difference(fork.z, 0.5).item()
    assert all(not close(term, numeric) for term in nudge.terms)


@pytest.mark.parametrize("delta", [1.0, 0.1, -0.3])
def test_every_delta_is_the_difference_it_says(delta):
    n = Chain("square", "sine").nudge(0.5, delta)
    assert n.delta_y == pytest.approx((0.5 + delta) ** 2 - 0.25)
    assert n.delta_z == pytest.approx(math.sin((0.5 + delta) ** 2) - math.sin(0.25))
    m = Fork("square", "sine", "product").nudge(0.5, delta)
    assert m.delta_z == pytest.approx((m.x + m.delta_x) * (m.y + m.delta_y) - m.x * m.y)


def test_a_nudge_keeps_where_it_started_and_what_every_function_gives_there():
    n = Chain("square", "sine").nudge(0.5, 0.1)
    assert (n.x, n.y, n.z, n.delta_x) == (0.5, 0.25, math.sin(0.25), 0.1)
    assert (n.dy_dx, n.dz_dy) == (1.0, math.cos(0.25))
    m = Fork("square", "sine", "difference").nudge(0.5, 0.1)
    assert (m.s, m.x, m.y, m.z, m.delta_s) == (0.5, 0.25, math.sin(0.5), 0.25 - 2 * math.sin(0.5), 0.1)
    assert m.delta_x == pytest.approx(0.11) and m.delta_y == pytest.approx(math.sin(0.6) - math.sin(0.5))
    assert (m.dx_ds, m.dy_ds, m.dz_dx, m.dz_dy) == (1.0, math.cos(0.5), 1.0, -2.0)


def test_ratios_come_nearer_the_derivative_as_the_nudge_shrinks():
    chain = Chain("square", "sine")
    errors = [abs(n.delta_z / n.delta_x - n.dz_dx) for n in (chain.nudge(0.5, 10.0**-k) for k in range(1, 5))]
    assert all(after < before / 5 for before, after in pairwise(errors))


def test_a_learners_own_pair_is_taken_where_it_is_right():
    assert isinstance(one((math.sin, math.cos), "g", "x", -2, 2), Function)
    assert Chain((math.sin, math.cos), "square").nudge(0.3, 0.1).dz_dx == pytest.approx(math.sin(0.6))
    assert two((lambda x, y: x * y, lambda x, y: (y, x)), "k", (-1, 1), (-1, 1))
    assert Chain((math.log, lambda v: 1 / v), "sine", 0.5, 2.0).nudge(1.0, 0.1).dz_dx == pytest.approx(1.0)
    # A function may hand back the very array it is given.
    assert one((lambda v: v, lambda v: 1), "g", "x", -2, 2)


WRONG = {
    "a wrong derivative": (
        (np.sin, np.sin),
        ValueError,
        r"The derivative of g gives -0\.9975 at x = -1\.5; a central difference of g gives 0\.0707",
    ),
    "a wrong sign": ((np.cos, np.sin), ValueError, "a central difference of g gives"),
    "no pair": (np.sin, TypeError, r"expected a pair of functions, \(function, derivative\)"),
    "no functions": ((1, 2), TypeError, "expected a pair of functions"),
    "an unknown name": ("sinus", ValueError, "g is 'sinus'; expected one of sine, "),
    "not defined there": ((math.log, lambda v: 1 / v), ValueError, r"g at x = -1\.5 cannot be computed"),
    "not finite there": ((np.log, lambda v: 1 / v), ValueError, r"g at x = -1\.5 is not a finite number"),
    "words": ((lambda v: "a", lambda v: 0), ValueError, "cannot be computed"),
    "two numbers": ((np.sin, lambda v: (1, 2)), ValueError, "gives 2 numbers; expected 1"),
}


@pytest.mark.parametrize(("choice", "kind", "words"), WRONG.values(), ids=WRONG)
def test_a_pair_that_is_not_what_it_claims_is_refused(choice, kind, words):
    with pytest.raises(kind, match=words):
        Chain(choice, "sine")


NOWHERE = (lambda v: math.nan, lambda v: math.nan)
NAMED = {
    "g of a chain": (lambda: Chain(NOWHERE, "sine"), "g at x = -1.5 is"),
    "h of a chain": (lambda: Chain("square", NOWHERE, 1.0, 2.0), "h at y = 1 is"),
    "g of a fork": (lambda: Fork(NOWHERE, "sine", "sum"), "g at s = -1.5 is"),
    "h of a fork": (lambda: Fork("sine", NOWHERE, "sum"), "h at s = -1.5 is"),
    "k of a fork": (lambda: Fork("square", "falling", (lambda x, y: math.nan,) * 2, 1, 2), "k at x = 1, y = 0 is"),
}


@pytest.mark.parametrize(("make", "words"), NAMED.values(), ids=NAMED)
def test_a_refused_function_is_named_with_the_place_in_its_own_letters(make, words):
    with pytest.raises(ValueError) as error:
        make()
    assert str(error.value).startswith(words)


@pytest.mark.parametrize("case", ["chain", "fork, g", "fork, h"])
def test_a_pair_is_checked_over_the_whole_span(case):
    def until(end):
        """A pair that is right up to ``end``, and wrong from there on."""
        return (lambda v: v, lambda v: 1.0 if v <= end else 2.0)

    def make(pair, *span):
        if case == "chain":
            return Chain(pair, "sine", *span)
        return Fork(pair, "sine", "sum", *span) if case == "fork, g" else Fork("sine", pair, "sum", *span)

    assert (make(until(2.5)).low, make(until(2.5)).high) == (-1.5, 2.5)
    with pytest.raises(ValueError, match=r"at [xs] = 2\.5"):
        make(until(2.4))
    assert make(until(1.0), 0.0, 1.0).high == 1.0


def test_a_wrong_partial_derivative_is_named():
    with pytest.raises(ValueError, match=r"The derivative of k by y gives .* at x = .*, y = "):
        Fork("sine", "square", (lambda x, y: x * y**2, lambda x, y: (y**2, x * y)))
    with pytest.raises(ValueError, match="gives 1 number; expected 2"):
        Fork("sine", "square", (lambda x, y: x * y, lambda x, y: y))


# ------------------------------------------------------------------ pictures


def drawn(composition, at, delta, **added):
    """Every panel at a place, as an SVG string."""
    panels = chain_panels if isinstance(composition, Chain) else fork_panels
    return [panel.at(at=at, delta=delta, **added).svg() for panel in panels(composition, nudged(composition))]


def test_the_pictures_show_every_delta_and_every_derivative():
    chain = Chain("square", "sine")
    paths, *graphs = drawn(chain, 0.5, 1.0)
    for text in ("Δx = 1", "Δy = 2", "Δz = 0.531", "dy/dx = 1", "dz/dy = 0.969"):
        assert text in paths
    assert [svg.count("<title>Δ") for svg in graphs] == [2, 2, 2]


def test_a_path_that_is_left_out_says_so_and_tilts_the_last_tangent():
    fork = Fork("square", "sine", "product")
    whole, part = (drawn(fork, 0.5, 1.0, x=True, y=y) for y in (True, False))
    assert "left out" not in whole[0] and part[0].count("left out") == 2
    assert [a == b for a, b in zip(whole, part, strict=True)] == [False, True, True, True, False]


def test_a_constant_function_can_be_drawn():
    flat = (lambda v: 1.0, lambda v: 0.0)
    chain, fork = Chain(flat, "sine"), Fork(flat, flat, "sum")
    assert all(drawn(chain, 0, 1)) and all(drawn(fork, 0, 1, x=True, y=True))


def unwritten(v):
    raise NotImplementedError


@pytest.mark.parametrize(
    ("pair", "sentence"),
    [
        ((lambda v: v.clip(0), lambda v: float(v > 0)), "^g at x = .* 'float' object has no attribute 'clip'.$"),
        ((lambda v: nump.maximum(v, 0), lambda v: 1.0), "^g at x = .* name 'nump' is not defined.$"),  # noqa: F821
        ((lambda v: v.__setitem__(v < 0, 0), lambda v: 1.0), "^g at x = .*cannot be computed"),
        ((lambda v: v + 1j, lambda v: 1.0), "^g at x = .*: it gives complex numbers.$"),
        ((lambda v: v, lambda v: v.ones), "^The derivative of g at x = .* has no attribute 'ones'.$"),
        ((lambda v: {}["k"], lambda v: 1.0), "^g at x = .* cannot be computed: 'k'.$"),
        ((lambda v: sys.exit(), lambda v: 1.0), r"^g at x = .* cannot be computed: it calls sys.exit\(\), which ends"),
        ((unwritten, lambda v: 1.0), "^g at x = -1.5 cannot be computed: NotImplementedError.$"),
    ],
)
def test_whatever_a_learners_function_raises_is_told_in_one_sentence(pair, sentence):
    with pytest.raises(ValueError, match=sentence):
        Chain(pair, "square")


def in_float32(f):
    return lambda *v: np.float32(f(*map(np.float32, v)))


RELU = (lambda v: max(v, 0.0), lambda v: float(v > 0))
KINKED = {
    "ReLU, its kink among the points": lambda: Chain("square", RELU),
    "ReLU, another slope at its kink": lambda: Chain("square", (RELU[0], lambda v: 0.5 * (1 + np.sign(v)))),
    "leaky ReLU": lambda: Chain("square", (lambda v: max(v, 0.01 * v), lambda v: 1.0 if v > 0 else 0.01)),
    "the size": lambda: Chain("square", (abs, np.sign)),
    "a span from its kink": lambda: Chain(RELU, "square", 0.0, 2.0),
    "the k of a fork": lambda: Fork(
        "sine", "sine", (lambda x, y: max(x, y), lambda x, y: (float(x > y), float(x <= y)))
    ),
    "not defined before the span": lambda: Chain((lambda v: math.pow(v, 1.5), lambda v: 1.5 * v**0.5), "sine", 0, 2),
}


@pytest.mark.parametrize("make", KINKED.values(), ids=KINKED)
def test_a_right_pair_is_taken_where_it_has_a_kink(make):
    make()


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Chain("square", (RELU[0], lambda v: float(v > 0) if v else 7.0)), "of h by y gives 7 at y = 0"),
        (lambda: Chain("square", (RELU[0], lambda v: float(v > 0) if v else -1e-3)), "gives -0.001 at y = 0"),
        (
            lambda: Fork("sine", "sine", (max, lambda x, y: (2.0 * (x >= y), float(y > x)))),
            "of k by x gives 2 at x = .*, where k has a kink; expected a number from 0 to 1",
        ),
    ],
)
def test_a_derivative_beyond_the_slopes_of_both_sides_of_a_kink_is_refused(make, words):
    with pytest.raises(ValueError, match=words):
        make()


SINE32 = in_float32(np.sin), in_float32(np.cos)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Chain(SINE32, "square"),
        lambda: Chain(SINE32, "square", -20.0, 20.0),
        lambda: Chain((lambda v: float(SINE32[0](v)), SINE32[1]), "square"),
        lambda: Chain((in_float32(np.exp),) * 2, "square", -5.0, 5.0),
        lambda: Chain((lambda v: np.float16(np.sin(v)), lambda v: np.float16(np.cos(v))), "square"),
        lambda: Fork("sine", "square", (in_float32(lambda x, y: x * y), lambda x, y: (np.float32(y), np.float32(x)))),
    ],
)
def test_a_right_pair_in_float32_is_judged_within_its_precision(make):
    make()


@pytest.mark.parametrize("wrong", [lambda v: -np.cos(v), lambda v: 1.01 * np.cos(v), np.sin])
def test_a_wrong_pair_in_float32_is_refused(wrong):
    with pytest.raises(ValueError, match="a central difference of g gives"):
        Chain((SINE32[0], in_float32(wrong)), "square")


def test_a_derivative_a_little_off_is_told_with_two_numbers_that_differ():
    with pytest.raises(ValueError) as error:
        Chain((np.sin, lambda v: np.cos(v) * (1 + 1e-5)), "square")
    mine, central = re.search(r"gives (\S+) at .* gives (\S+)\.$", str(error.value)).groups()
    assert mine != central


def test_arrays_of_one_number_are_numbers_and_of_two_are_refused():
    pair = (lambda v: np.array([v**2]), lambda v: np.array([[2 * v]]))
    assert Chain(pair, "sine").nudge(0.3, 0.1) == Chain("square", "sine").nudge(0.3, 0.1)
    product = (lambda x, y: np.array([x * y]), lambda x, y: (np.array([y]), x))
    assert (
        Fork("sine", "square", product).nudge(0.3, 0.1).terms == Fork("sine", "square", "product").nudge(0.3, 0.1).terms
    )
    with pytest.raises(ValueError, match=r"^g gives 2 numbers at x = -1.5; expected 1.$"):
        Chain((lambda v: np.array([v, v]), lambda v: 1.0), "sine")


@pytest.mark.parametrize("one_over", [lambda v: 1 / v, lambda v: np.float64(1) / v])
def test_a_function_that_is_not_finite_between_the_points_is_named_itself(one_over):
    with pytest.raises(ValueError, match=r"^g at x = 0 (cannot be computed|is not a finite number)"):
        Chain((one_over, lambda v: -1 / v**2), "square")


def test_a_function_that_draws_at_random_is_told_so_and_has_no_kink():
    rng = np.random.default_rng(0)
    with pytest.raises(ValueError, match="g gives two different numbers"):
        Chain((lambda v: v + 1e-3 * rng.random(), lambda v: 1.0), "square")


@pytest.mark.parametrize("size", [1e-4, 1e-9, 1e-12, 1e-100])
def test_a_pair_of_small_numbers_is_judged_by_their_size(size):
    Chain((lambda v: size * np.sin(v), lambda v: size * np.cos(v)), "square")
    Chain((lambda v: size * max(v, 0.0), lambda v: size * (v > 0)), "square")
    Fork("sine", "square", (lambda x, y: size * x * y, lambda x, y: (size * y, size * x)))
    for wrong in (lambda v: size * np.sin(v), lambda v: -size * np.cos(v), lambda v: 1.01 * size * np.cos(v)):
        with pytest.raises(ValueError, match="a central difference of g gives"):
            Chain((lambda v: size * np.sin(v), wrong), "square")


def test_a_fast_oscillation_is_judged_over_a_smaller_step_and_called_no_kink():
    Chain((lambda x: np.sin(200 * x), lambda x: 200 * np.cos(200 * x)), "square")
    with pytest.raises(ValueError, match="a central difference of g gives") as refused:
        Chain((lambda x: np.sin(1000 * x), lambda x: np.cos(1000 * x)), "square")
    assert "kink" not in str(refused.value)
    with pytest.raises(ValueError, match="a central difference of g gives"):
        Chain((lambda x: np.sin(200 * x), lambda x: 200.01 * np.cos(200 * x)), "square")


def test_a_pair_whose_slope_rounding_hides_everywhere_does_not_pass_silently():
    with pytest.raises(ValueError, match="g cannot be checked: its values are so large beside their changes"):
        Chain((lambda v: 1e8 + np.sin(v), lambda v: -np.cos(v)), "square")
    Chain((lambda v: 7.0 + 0 * v, lambda v: 0.0), "square")
    Chain((lambda v: 1e4 + np.sin(v), np.cos), "square")


def steep(k, at=0.0, slope=1.0):
    """tanh k (v − at), and ``slope`` times its derivative."""
    return lambda v: np.tanh(k * (v - at)), lambda v: slope * k * (1 - np.tanh(k * (v - at)) ** 2)


@pytest.mark.parametrize("k", [30, 100, 1000, 2000])
@pytest.mark.parametrize("at", [0.0, 0.7312])
def test_a_pair_is_checked_where_it_is_steep_between_the_points_too(k, at):
    Chain(steep(k, at), "square")
    for slope in (1 / k, -1.0, 1.01):
        with pytest.raises(ValueError, match="a central difference of g gives"):
            Chain(steep(k, at, slope), "square")


@pytest.mark.parametrize(
    "pair",
    [
        (np.sign, lambda v: 0.0),  # it jumps
        (lambda v: np.sqrt(abs(v)), lambda v: np.sign(v) / 2 / np.sqrt(abs(v))),
        steep(1e6),
        tuple(map(in_float32, steep(1000))),
        (
            lambda v: np.exp(-((100 * v) ** 2)),
            lambda v: -2e4 * v * np.exp(-((100 * v) ** 2)),
        ),  # at the points as good as 0
    ],
)
def test_a_right_pair_is_taken_however_steep_it_is_between_the_points(pair):
    Chain(pair, "square")
