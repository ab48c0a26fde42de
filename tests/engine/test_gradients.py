"""The engine's gradients against two independent ones, over random networks."""

import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import peer
from backprop import GradientError, Layer, Network, check_gradient
from backprop.engine import numeric
from backprop.engine.activations import ACTIVATIONS
from backprop.engine.losses import LOSSES
from backprop.engine.numeric import (
    BEND,
    EPSILON,
    STEP,
    at_a_kink,
    central_difference,
    differ,
    difference,
    numeric_dC_da,
    numeric_dC_dz,
    numeric_gradients,
)
from backprop.examples import lecture_network, worked_example

HIDDEN = [f.name for f in ACTIVATIONS.values() if f.hidden]
PAIRS = [(loss.name, output) for loss in LOSSES.values() for output in ACTIVATIONS if loss.requires in (None, output)]
KINKED = [f.name for f in ACTIVATIONS.values() if f.kinked]


@st.composite
def cases(draw):
    """A random network with x, target and loss, no z within 1e-3 of a kink."""
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    loss, output = draw(st.sampled_from(PAIRS))
    sizes = draw(st.lists(st.integers(1, 7), min_size=2, max_size=6))
    hidden = [draw(st.sampled_from(HIDDEN)) for _ in sizes[2:]]
    n = draw(st.integers(1, 6))
    while True:
        layers = [
            Layer(rng.normal(size=(n_out, n_in)), rng.normal(size=n_out), name)
            for n_in, n_out, name in zip(sizes, sizes[1:], [*hidden, output], strict=False)
        ]
        network, x = Network(layers), rng.normal(size=(n, sizes[0]))
        forward = network.forward(x)
        kinks = [z for z, layer in zip(forward.z, layers, strict=True) if layer.activation in KINKED]
        if all(np.abs(z).min() > 1e-3 for z in kinks):
            break
    target = rng.uniform(size=(n, sizes[-1]))
    if loss == "categorical_cross_entropy":
        target /= target.sum(axis=1, keepdims=True)
    return network, x, target, loss


def relative(ours, theirs):
    scale = np.abs(theirs).max()
    return np.abs(ours - theirs).max() / scale if scale else np.abs(ours).max()


@settings(max_examples=400, deadline=None, derandomize=True)
@given(cases())
def test_gradients_agree_with_autograd_to_1e_9(case):
    network, x, target, loss = case
    backward = network.backward(network.forward(x), target, loss)
    theirs = peer.gradients(network, x, target, loss)
    for ours, expected in zip((backward.dL_dw, backward.dL_db, backward.dC_dz), theirs, strict=True):
        for l, (g, e) in enumerate(zip(ours, expected, strict=True)):
            assert relative(g, e) < 1e-9, f"layer {l + 1} of {network}, {loss}"
    for per_example, total in zip(backward.dC_dw, backward.dL_dw, strict=True):
        np.testing.assert_allclose(per_example.sum(axis=0), total, rtol=1e-12, atol=1e-12 * np.abs(total).max())


@pytest.mark.slow
@settings(max_examples=300, deadline=None, derandomize=True)
@given(cases())
def test_gradients_agree_with_central_differences(case):
    network, x, target, loss = case
    check_gradient(network, x, target, loss)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(cases())
def test_dC_dz_and_dC_da_agree_with_a_resumed_forward_pass(case):
    network, x, target, loss = case
    forward = network.forward(x)
    backward = network.backward(forward, target, loss)
    rounding = 1e-9 * max(1.0, network.costs(x, target, loss).max())
    for l in range(len(network.layers)):
        numeric = numeric_dC_dz(forward, target, loss, l)
        assert np.abs(backward.dC_dz[l] - numeric).max() <= 1e-5 * np.abs(numeric).max() + rounding
    for l in range(len(network.layers) - 1):
        numeric = numeric_dC_da(forward, target, loss, l)
        assert np.abs(backward.dC_da[l] - numeric).max() <= 1e-5 * np.abs(numeric).max() + rounding


@pytest.mark.parametrize("loss", ["cross_entropy", "squared_error"])
def test_dC_dy_agrees_with_a_nudged_output(loss):
    network, x, target = worked_example()
    forward, target = network.forward(x), np.array(target, float)
    backward = network.backward(forward, target, loss)
    np.testing.assert_allclose(backward.dC_da[-1], numeric_dC_da(forward, target, loss, 1), rtol=1e-7)


@pytest.mark.parametrize("name", ["dL_dw", "dL_db"])
def test_check_gradient_names_the_parameter_and_both_numbers_of_a_wrong_gradient(name):
    network, x, target = lecture_network()
    backward = network.backward(network.forward(x), target)
    mine = {"dL_dw": [g.copy() for g in backward.dL_dw], "dL_db": [g.copy() for g in backward.dL_db]}
    assert check_gradient(network, x, target, gradients=tuple(mine.values())) < 1e-6
    place = (1, 0) if name == "dL_dw" else (1,)
    right = mine[name][1][place]
    mine[name][1][place] = -right
    index = ", ".join(map(str, place))
    with pytest.raises(GradientError) as error:
        check_gradient(network, x, target, gradients=tuple(mine.values()))
    assert f"{name}[1][{index}] (layer 2) is {-right:.6g}; a central difference gives {right:.6g}" in str(error.value)


def test_check_gradient_finds_the_slip_of_sigma_prime_twice():
    network, x, target = worked_example()
    slip = network.backward(network.forward(x), target, "squared_error")
    with pytest.raises(GradientError):
        check_gradient(network, x, target, "cross_entropy", gradients=slip)
    check_gradient(network, x, target, "squared_error", gradients=slip)


def test_check_gradient_without_gradients_checks_the_engines():
    network, x, target = lecture_network()
    for loss in ("squared_error", "cross_entropy"):
        backward = network.backward(network.forward(x), target, loss)
        assert check_gradient(network, x, target, loss) == check_gradient(network, x, target, loss, backward) < 1e-6
    with pytest.raises(ValueError, match=r"gradients has 3 parts; expected two, \(dL_dw, dL_db\)"):
        check_gradient(network, x, target, gradients=(backward.dL_dw, backward.dL_db, backward.dL_db))


def test_check_gradient_refuses_arrays_of_the_wrong_shape():
    network, x, target = lecture_network()
    backward = network.backward(network.forward(x), target)
    transposed_short = [backward.dL_dw[0][:1], *backward.dL_dw[1:]]
    with pytest.raises(ValueError, match=r"dL_dw of layer 1 has shape \(1, 2\); expected \(2, 2\)"):
        check_gradient(network, x, target, gradients=(transposed_short, backward.dL_db))
    with pytest.raises(ValueError, match="has 2 arrays; expected 3"):
        check_gradient(network, x, target, gradients=(backward.dL_dw[1:], backward.dL_db))


def test_a_central_difference_nudges_each_number_alone_by_a_step_that_grows_with_it():
    asked = []
    values = np.array([0.5, -2.0, 1e3])

    def f(v):
        asked.append(v.copy())
        return v.sum()

    assert central_difference(f, values) == pytest.approx([1, 1, 1], rel=1e-6)
    assert values.tolist() == [0.5, -2.0, 1e3]
    nudges = np.array(asked) - values
    steps = STEP * np.array([1, 2, 1e3])
    assert np.allclose(nudges[0::2], np.diag(steps), rtol=1e-6, atol=0)
    assert np.allclose(nudges[1::2], -np.diag(steps), rtol=1e-6, atol=0)
    assert central_difference(lambda v: (v**2).sum(), [[1, 2]]) == pytest.approx(np.array([[2, 4]]), rel=1e-6)


@pytest.mark.parametrize(("below", "above"), [(np.inf, np.inf), (-1e308, 1e308), (1e308, -1e308)])
def test_beyond_the_range_of_numbers_a_central_difference_is_no_number_and_nothing_warns(below, above):
    slope = central_difference(lambda v: np.float64(above if v > 2 else below), 2.0)
    assert not np.isfinite(slope).any()


# (v, how many steps beside it a function turns, its slope before and after, whether v sees it); a bend is 0.01.
TURNS = {
    "at 0": (0.0, 0.0, 0.0, 1.0, True),
    "to the other sign": (0.0, 0.0, 1.0, -1.0, True),
    "just above": (0.5, 0.4, 0.0, 1.0, True),
    "just below": (0.5, -0.4, 0.0, 1.0, True),
    "beyond the step above": (0.5, 1.1, 0.0, 1.0, False),
    "beyond the step below": (0.5, -1.1, 0.0, 1.0, False),
    "far from 0 and near": (-1000.0, 0.4, 0.0, 1.0, True),
    "far from 0 and beyond": (-1000.0, -1.1, 0.0, 1.0, False),
    "more than a bend": (2.0, 0.0, 0.0, 0.011, True),
    "less than a bend": (2.0, 0.0, 0.0, 0.009, False),
    "less than a bend of the slope after": (2.0, 0.0, 99.005, 100.0, False),
    "less than a bend of the slope before": (2.0, 0.0, 100.0, 99.005, False),
    "more than a bend of a steep slope": (2.0, 0.0, 100.0, 101.1, True),
    "falling, less than a bend": (2.0, 0.0, -100.9, -100.0, False),
    "falling, more than a bend": (2.0, 0.0, -101.1, -100.0, True),
    "not at all": (2.0, 0.0, 0.0, 0.0, False),
}


@pytest.mark.parametrize(("v", "steps", "before", "after", "seen"), TURNS.values(), ids=TURNS)
def test_a_kink_is_seen_within_one_step_where_its_sides_differ_by_more_than_a_bend(v, steps, before, after, seen):
    turn = v + steps * STEP * max(1.0, abs(v))
    assert at_a_kink(lambda u: (after if u > turn else before) * (u - turn), v) == seen


def test_a_curve_that_only_bends_has_no_kink():
    assert not any(at_a_kink(f, v) for f in (np.sin, np.exp, np.square) for v in np.linspace(-9, 9, 37))


def test_a_y_at_the_end_of_its_range_has_no_central_difference_and_says_so_without_a_warning():
    network = Network([Layer([[1.0]], [0.0])])
    forward = network.forward([800.0])
    assert np.isnan(numeric_dC_da(forward, np.array([[0.5]]), "cross_entropy", 0)).all()


def test_a_y_that_is_nearer_to_its_end_than_digits_reach_has_no_central_difference():
    forward = Network([Layer([[1.0]], [0.0])]).forward([[-25.0], [-15.0]])
    near, far = numeric_dC_da(forward, np.array([[1.0], [1.0]]), "cross_entropy", 0).ravel()
    assert np.isnan(near) and far == pytest.approx(-1 / forward.y[1, 0], rel=1e-3)


def test_only_what_an_x_feeds_is_nudged_by_less_and_all_else_by_one_step(monkeypatch):
    scales = []
    taken = lambda f, values, scale=1.0: (scales.append(np.max(scale)), np.zeros_like(values))[1]  # noqa: E731
    monkeypatch.setattr(numeric, "central_difference", taken)
    network, x, target = lecture_network()
    numeric_gradients(network, [[-8.0, 0.25]], np.atleast_2d(target))
    layers = len(network.layers)
    assert scales == [1 / 8] + [1.0] * (2 * layers - 1)
    scales.clear()
    numeric_dC_dz(network.forward(x), np.atleast_2d(target), "cross_entropy", 0)
    assert scales == [1.0]


def straight():
    """A network that is linear, so that central differences are right to the rounding: L = ½ Σ (w x − 0)²."""
    network, x, target = Network([Layer([[3.0, -2.0], [1.0, 0.5]], [4.0, 0.0], "identity")]), [[1, 2]], [[0.0, 0.0]]
    backward = network.backward(network.forward(x), target, "squared_error")
    return network, x, target, [g.copy() for g in backward.dL_dw], [g.copy() for g in backward.dL_db]


def test_the_loss_of_a_check_is_cross_entropy_unless_another_is_named():
    network, x, target = worked_example()
    by_default, named = numeric_gradients(network, x, target), numeric_gradients(network, x, target, "cross_entropy")
    assert all((a == b).all() for a, b in zip(by_default[0] + by_default[1], named[0] + named[1], strict=True))
    slip = network.backward(network.forward(x), target, "squared_error")
    with pytest.raises(GradientError):
        check_gradient(network, x, target, gradients=slip)


@pytest.mark.parametrize(("off", "agrees"), [(0.9, True), (1.1, False)])
def test_an_entry_may_be_off_by_a_millionth_of_its_arrays_largest_and_no_more(off, agrees):
    network, x, target, dL_dw, dL_db = straight()
    largest = np.abs(dL_dw[0]).max()
    dL_dw[0][1, 1] += off * 1e-6 * largest
    if agrees:
        worst = check_gradient(network, x, target, "squared_error", (dL_dw, dL_db))
        assert worst == pytest.approx(off * 1e-6, rel=1e-2)
    else:
        with pytest.raises(GradientError, match=r"^dL_dw\[0\]\[1, 1\] \(layer 1\) is 4\.00001; .* gives 4\.$"):
            check_gradient(network, x, target, "squared_error", (dL_dw, dL_db))


@pytest.mark.parametrize(("off", "agrees"), [(3e-10, True), (5e-10, False)])
@pytest.mark.parametrize("L", [0.5, 500.0])
def test_where_the_gradient_is_0_an_entry_may_be_off_by_the_rounding_of_L_and_no_more(L, off, agrees):
    """A dead ReLU passes nothing back, so the first layer's gradient is 0, whatever L is."""
    network = Network([Layer([[1.0]], [-5.0], "relu"), Layer([[1.0]], [(2 * L) ** 0.5], "identity")])
    problem = network, [1.0], [0.0], "squared_error"
    backward = network.backward(network.forward([1.0]), [0.0], "squared_error")
    dL_dw = [g.copy() for g in backward.dL_dw]
    assert check_gradient(*problem, (dL_dw, backward.dL_db)) < 1e-6
    dL_dw[0][0, 0] = off * max(1.0, L)
    if agrees:
        assert check_gradient(*problem, (dL_dw, backward.dL_db)) == 1.0
    else:
        with pytest.raises(GradientError, match=r"is .*e-\d+; a central difference gives -?0\.$"):
            check_gradient(*problem, (dL_dw, backward.dL_db))


@pytest.mark.parametrize("activation", ["sigmoid", "tanh"])
@pytest.mark.parametrize("x", [1.0, 200.0, 2e4])
def test_a_large_input_is_checked_with_a_smaller_nudge_of_its_weights(activation, x):
    hidden = Layer(np.array([[0.5], [-0.3], [1.0]]) / x, [0.1, 0.2, -0.3], activation)
    network, target = Network([hidden, Layer([[1.0, -1.0, 0.5]], [0.1])]), [[1.0], [0.0]]
    assert check_gradient(network, [[x], [1.5 * x]], target) < 1e-6
    backward = network.backward(network.forward([[x], [1.5 * x]]), target)
    dL_dw = [backward.dL_dw[0] * (1 + 2e-6), backward.dL_dw[1]]
    with pytest.raises(GradientError):
        check_gradient(network, [[x], [1.5 * x]], target, gradients=(dL_dw, backward.dL_db))


@pytest.mark.parametrize("z", [-20.0, -10.0, -5.0, 0.0, 5.0, 10.0, 20.0])
@pytest.mark.parametrize("target", [0.0, 0.3, 1.0])
def test_a_y_near_the_end_of_its_range_is_nudged_within_it(z, target):
    network, target = Network([Layer([[1.0]], [z])]), np.array([[target]])
    forward = network.forward([0.0])
    numeric = numeric_dC_da(forward, target, "cross_entropy", 0)
    assert numeric == pytest.approx(network.backward(forward, target).dC_da[0], rel=1e-6)


def test_a_softmax_output_near_0_is_nudged_within_its_range():
    network, target = Network([Layer(np.zeros((3, 1)), [9.0, -3.0, 0.0], "softmax")]), np.array([[0.0, 1.0, 0.0]])
    forward, loss = network.forward([0.0]), "categorical_cross_entropy"
    numeric = numeric_dC_da(forward, target, loss, 0)
    assert numeric == pytest.approx(network.backward(forward, target, loss).dC_da[0], rel=1e-6)


@pytest.mark.parametrize(
    ("v", "parts", "coarser", "steps", "noise"),
    [
        (3.0, [9.0], 1.0, 3.0, 18.0),  # what v · slope rounds is more than what the function does
        (3.0, [9.0, 50.0], 1.0, 3.0, 50.0),
        (0.5, [0.25], 1.0, 1.0, 1.0),  # a noise is never less than that of a function of size 1
        (0.5, [0.25], 8.0, 2.0, 4.0),  # coarser by 2³: the step twice as wide, the noise 2² times as large
        (3.0, [9.0], 8.0, 2.0, 72.0),  # and then as wide at a large v
        (1.5, [2.25], 1.0, 1.5, 4.5),
        (1.5, [2.25], 27.0, 3.0, 40.5),
    ],
)
def test_a_difference_says_over_which_step_it_is_taken_and_how_far_rounding_moves_it(v, parts, coarser, steps, noise):
    found = difference(lambda v: np.float64(v) ** 2, v, parts, *([coarser] if coarser != 1 else []))
    assert found == pytest.approx((2 * v, EPSILON / STEP * noise, STEP * steps), rel=1e-4)


def test_a_function_without_a_value_beside_v_has_the_noise_of_its_parts_alone():
    slope, noise, step = difference(lambda v: np.float64(np.nan), 2.0, [30.0])
    assert np.isnan(slope) and (noise, step) == pytest.approx((EPSILON / STEP * 30, 2 * STEP))


def test_two_sides_are_those_of_a_kink_only_beyond_a_bend():
    assert not differ(2.0, 2.0 + 2 * BEND) and differ(2.0, 2.05)
    assert not differ(0.0, BEND) and differ(0.0, 2 * BEND)


def test_an_output_at_its_end_has_no_difference_and_gives_no_warning():
    network = Network([Layer([[40.0]], [0.0]), Layer([[0.5]], [0.0])])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for loss in ("cross_entropy", "squared_error"):
            forward = Network(network.layers[:1]).forward([[0.0], [25.0], [-25.0]])
            numeric_dC_da(forward, np.array([[1.0], [0.0], [1.0]]), loss, 0)
