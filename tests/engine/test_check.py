"""A gradient is checked where that can be done, and where it cannot, the check says so."""

import re

import numpy as np
import pytest
from hypothesis import given as given_any
from hypothesis import strategies as st

from backprop import GradientError, Layer, Network, check_gradient
from backprop.engine import ACTIVATIONS, LOSSES
from backprop.engine.check import PARTS
from backprop.engine.numeric import DIFFERS, FLAT, KINK, NEAR, RIGHT, SEVERAL, verdict
from backprop.engine.textbook import Textbook
from backprop.examples import initial_network, lecture_network, saturated_network, xor


def gradients(network, x, target, loss="cross_entropy"):
    backward = network.backward(network.forward(x), target, loss)
    return [[g.copy() for g in part] for part in (backward.dL_dw, backward.dL_db)]


@pytest.mark.parametrize(
    ("given", "numeric", "at_a_kink", "said"),
    [
        (1.0, 1.0 + 1e-9, False, RIGHT),
        (1.0, 1.1, False, DIFFERS),
        (1.0, 0.5, True, KINK),
        (0.5, 0.5, True, KINK),
        (1e-14, 0.0, False, NEAR),
        (2e-9, 2.01e-9, False, NEAR),
        (2e-8, 2.001e-8, False, RIGHT),
        (3e-11, 1e-11, False, FLAT),
        (2.5e-11, 1.4e-11, False, NEAR),
        (-1e-11, 1.1e-11, False, FLAT),
        (-1e-14, 1e-14, False, FLAT),
        (1.0, np.nan, False, FLAT),
        (np.inf, 1.0, False, DIFFERS),
        (np.nan, 1.0, False, DIFFERS),
        (0.0, 0.0, False, RIGHT),
    ],
)
def test_a_finite_difference_says_right_or_wrong_only_where_it_can(given, numeric, at_a_kink, said):
    assert verdict(given, numeric, 1e-11, at_a_kink=at_a_kink) == said


@pytest.mark.parametrize(
    ("given", "numeric", "noise", "scale", "said"),
    [
        (1e-6, 0.0, 0.0, 1.0, FLAT),
        (1.001e-6, 0.0, 0.0, 1.0, DIFFERS),
        (2.0, 1.0, 1.0, 0.0, NEAR),
        (1000.0, 1000.0, 1.0, 0.0, NEAR),
    ],
)
def test_a_limit_belongs_to_what_agrees_and_a_slope_stands_out_only_above_it(given, numeric, noise, scale, said):
    assert verdict(given, numeric, noise, scale) == said


slopes = st.floats(1e-12, 1e12).flatmap(lambda size: st.sampled_from([size, -size]))
noises, shares = st.floats(1e-15, 1e3), st.floats(-1, 1)


@given_any(slopes, noises, shares)
def test_a_right_number_never_differs_and_agrees_wherever_it_stands_out_of_the_noise(slope, noise, share):
    assert verdict(slope, slope + SEVERAL * share * noise, noise) != DIFFERS
    if abs(slope) > noise:
        assert verdict(slope, slope + share * noise, noise) in (RIGHT, NEAR)


@given_any(slopes, noises, shares)
def test_a_flipped_sign_never_agrees_and_is_refused_wherever_the_slope_stands_out_of_the_noise(slope, noise, share):
    if abs(slope) > noise:
        assert verdict(-slope, slope + share * noise, noise) not in (RIGHT, NEAR)
    if abs(slope) > 1.001 * SEVERAL * noise:
        assert verdict(-slope, slope + SEVERAL * share * noise, noise) == DIFFERS


@given_any(slopes, noises, st.floats(1e-12, 1e12))
def test_among_larger_numbers_a_flipped_sign_is_too_small_to_judge_and_never_agrees(slope, noise, scale):
    assert verdict(-slope, slope, noise, scale) in (DIFFERS, FLAT)


@pytest.mark.parametrize("activation", ["relu", "leaky_relu"])
def test_a_right_gradient_at_a_kink_passes_and_the_entries_there_are_named(activation):
    network = initial_network((2, 2, 1), activation)
    checked = check_gradient(network, *xor())
    assert checked < 1e-6 and checked.checked == 7
    assert checked.kinks == (("dL_db", 0, (0,)), ("dL_db", 0, (1,))) and checked.flat == ()
    assert re.search("7 of 9 entries checked; not checked: 2 at a kink", str(checked))
    dL_dw, dL_db = gradients(network, *xor())
    dL_dw[0][0, 0] *= -1
    with pytest.raises(GradientError):
        check_gradient(network, *xor(), gradients=(dL_dw, dL_db))


def test_a_z_just_beside_a_kink_is_checked_in_decimals():
    network = Network([Layer([[1.0]], [1e-7], "relu"), Layer([[2.0]], [0.1])])
    right = gradients(network, [0.5e-7], [1.0])
    assert check_gradient(network, [0.5e-7], [1.0]).kinks == ()
    right[1][0][0] *= 0.5
    with pytest.raises(GradientError, match="more digits"):
        check_gradient(network, [0.5e-7], [1.0], gradients=right)


@pytest.mark.parametrize("change", [lambda g: -g, lambda g: 0 * g, lambda g: 2 * g, lambda g: g[::-1]])
def test_under_the_noise_of_differences_a_layer_that_is_wrong_is_refused(change):
    network, x, target = saturated_network()
    assert check_gradient(network, x, target) < 1e-6
    dL_dw, dL_db = gradients(network, x, target)
    assert np.abs(dL_dw[0]).max() < 1e-8
    dL_dw[0] = change(dL_dw[0])
    with pytest.raises(GradientError, match="more digits"):
        check_gradient(network, x, target, gradients=(dL_dw, dL_db))


def test_under_the_noise_of_differences_the_textbooks_own_rounding_is_no_mistake():
    network, x, target = saturated_network()
    forward, (dL_dw, dL_db) = network.forward(x), gradients(network, x, target)
    a = forward.a[0]
    delta = network.backward(forward, target).dC_da[0] * a * (1 - a)
    assert 0 < np.abs(delta / dL_db[0] - 1).max() < 0.1
    dL_dw[0], dL_db[0] = delta.T @ np.array([x]), delta[0]
    check_gradient(network, x, target, gradients=(dL_dw, dL_db))


def test_a_gradient_that_floats_round_to_0_is_ranked_below_the_right_one_and_told():
    problem = Network([Layer([[0.8]], [0.0])]), [62.5], [0.0], "squared_error"
    right, zeros = check_gradient(*problem), check_gradient(*problem, ([np.zeros((1, 1))], [np.zeros(1)]))
    assert right < 1e-6 < zeros == 1.0
    assert zeros.checked == 0 and len(zeros.flat) == 2
    assert "0 of 2 entries checked" in str(zeros)
    dL_dw, dL_db = gradients(*problem)
    with pytest.raises(GradientError, match="more digits"):
        check_gradient(*problem, ([-dL_dw[0]], dL_db))


def test_beside_a_large_entry_the_flipped_sign_of_a_small_one_is_refused():
    network, x = Network([Layer([[0.3, 0.2]], [0.1])]), [1.0, 2e-7]
    dL_dw, dL_db = gradients(network, x, [1.0])
    assert check_gradient(network, x, [1.0], gradients=(dL_dw, dL_db)).flat == ()
    dL_dw[0][0, 1] *= -1
    with pytest.raises(GradientError, match="more digits"):
        check_gradient(network, x, [1.0], gradients=(dL_dw, dL_db))


def test_a_check_that_checked_nothing_does_not_pass():
    network = Network([Layer([[0.0]], [0.0], "relu")])
    with pytest.raises(GradientError, match="No entry could be checked: 2 at a kink, 0 hidden by the rounding of L"):
        check_gradient(network, [1.0], [1.0], "squared_error")


PAIRS = [(loss.name, output) for loss in LOSSES.values() for output in ACTIVATIONS if loss.requires in (None, output)]


@pytest.mark.parametrize(("loss", "output"), PAIRS)
def test_the_textbook_in_decimals_gives_the_engines_gradients(loss, output):
    rng = np.random.default_rng(3)
    for hidden in (name for name, f in ACTIVATIONS.items() if f.hidden):
        network = Network(Layer(rng.normal(size=(2, 2)), rng.normal(size=2), f) for f in (hidden, output))
        x, target = rng.normal(size=(2, 2)), np.array([[0.2, 0.8], [1.0, 0.0]])
        forward = network.forward(x)
        decimals, engine = Textbook(forward, target, loss, 60), network.backward(forward, target, loss)
        for name in ("dL_dw", "dL_db"):
            for l, g in enumerate(getattr(engine, name)):
                for place in np.ndindex(g.shape):
                    assert decimals.slope(name, l, place) == pytest.approx(g[place], rel=1e-10, abs=1e-14)


def test_gradients_come_in_a_dict_or_from_generators_or_are_refused_in_a_sentence():
    network, x, target = lecture_network()
    dL_dw, dL_db = gradients(network, x, target)
    for given in ({"dL_dw": dL_dw, "dL_db": dL_db}, ((g for g in dL_dw), (g for g in dL_db)), [dL_dw, tuple(dL_db)]):
        assert check_gradient(network, x, target, gradients=given) < 1e-6
    for given, error, sentence in (
        ({"dW": dL_dw}, ValueError, "^gradients has the keys dW; expected dL_dw and dL_db.$"),
        ((None, None), TypeError, "^dL_dw is of type NoneType; expected a list with one array for each layer.$"),
        (3, TypeError, r"^gradients is of type int; expected two lists of arrays, \(dL_dw, dL_db\).$"),
        ("dL_dw", TypeError, "^gradients is of type str"),
    ):
        with pytest.raises(error, match=sentence):
            check_gradient(network, x, target, gradients=given)


@pytest.mark.parametrize("seed", range(20))
def test_shares_in_float32_are_taken_as_targets_and_their_gradient_is_right(seed):
    rng = np.random.default_rng(seed)
    classes = 2 + seed % 9
    network = Network([Layer(rng.normal(size=(classes, 2)), rng.normal(size=classes), "softmax")])
    x = rng.normal(size=(3, 2))
    shares = rng.random((3, classes)).astype(np.float32)
    shares /= shares.sum(axis=1, keepdims=True)
    nearly_met = network.forward(x).y.astype(np.float32)
    for target in (shares, nearly_met):
        check_gradient(network, x, target, "categorical_cross_entropy")
    for sum_of_row in (0.999, 1.001):
        with pytest.raises(ValueError, match="expects targets that sum to 1"):
            network.loss(x, shares * sum_of_row, "categorical_cross_entropy")


def test_a_gradient_a_little_off_is_told_with_two_numbers_that_differ():
    network, x, target = lecture_network()
    dL_dw, dL_db = gradients(network, x, target)
    with pytest.raises(GradientError) as error:
        check_gradient(network, x, target, gradients=([g * (1 + 2e-6) for g in dL_dw], dL_db))
    mine, central = re.search(r" is (\S+); a central difference gives (\S+)\.$", str(error.value)).groups()
    assert mine != central and float(mine) == pytest.approx(float(central), rel=1e-5)


@pytest.mark.parametrize("wrong", [1e9, -1e9])
def test_at_a_kink_a_gradient_beyond_the_slopes_of_both_sides_is_refused(wrong):
    network = initial_network((2, 2, 1), "relu")
    dL_dw, dL_db = gradients(network, *xor())
    dL_db[0][1] = wrong
    with pytest.raises(GradientError, match=r"dL_db\[0\]\[1\] \(layer 1\) is -?1e\+09; a z stands at a kink there"):
        check_gradient(network, *xor(), gradients=(dL_dw, dL_db))


@pytest.mark.parametrize("taken", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("seed", range(5))
def test_at_a_kink_any_slope_between_those_of_its_sides_may_be_taken(taken, seed):
    """Two layers whose every z is 0: a step of one bias moves the z of the next layer too."""
    rng = np.random.default_rng(seed)
    weights = rng.normal(size=(3, 2)), rng.normal(size=(2, 3)), rng.normal(size=(1, 2))
    network = Network(Layer(w, np.zeros(len(w)), f) for w, f in zip(weights, ("relu", "relu", "sigmoid"), strict=True))
    x, target = np.array([[0.0, 0.0], [1.0, -1.0]]), np.array([[1.0], [0.0]])
    forward = network.forward(x)
    delta, dL_dw, dL_db = forward.y - target, [], []
    for l in (2, 1, 0):
        dL_dw.insert(0, delta.T @ forward.dz_dw[l])
        dL_db.insert(0, delta.sum(axis=0))
        if l:
            z = forward.z[l - 1]
            delta = np.where(z == 0, taken, z > 0) * (delta @ weights[l])
    assert check_gradient(network, x, target, gradients=(dL_dw, dL_db)).kinks


def test_a_large_gradient_that_the_rounding_of_a_larger_l_hides_is_not_called_small():
    network = Network([Layer([[0.8]], [0.0])])
    with pytest.raises(GradientError, match="0 at a kink, 2 hidden by the rounding of L"):
        check_gradient(network, [1e8], [0.0])


def test_gradients_in_dicts_by_layer_are_read_in_the_order_of_their_keys():
    network, x, target = lecture_network()
    parts = gradients(network, x, target)
    by_number = tuple({l: part[l] for l in reversed(range(len(part)))} for part in parts)
    by_name = {name: {f"layer {l + 1}": g for l, g in enumerate(part)} for name, part in zip(PARTS, parts, strict=True)}
    for given in (by_number, by_name):
        assert check_gradient(network, x, target, gradients=given) < 1e-6
    del by_number[0][1]
    with pytest.raises(ValueError, match="dL_dw has 2 arrays; expected 3"):
        check_gradient(network, x, target, gradients=by_number)


def test_arrays_of_objects_that_are_numbers_are_taken_and_others_are_named():
    network, x, target = lecture_network()
    dL_dw, dL_db = gradients(network, x, target)
    assert check_gradient(network, x, target, gradients=([g.astype(object) for g in dL_dw], dL_db)) < 1e-6
    dL_dw[0] = np.full(dL_dw[0].shape, 10**400)
    with pytest.raises(ValueError, match="dL_dw of layer 1 has inf at index"):
        check_gradient(network, x, target, gradients=(dL_dw, dL_db))
    dL_dw[0] = np.full(dL_dw[0].shape, "1")
    with pytest.raises(TypeError, match="holds values of type str"):
        check_gradient(network, x, target, gradients=(dL_dw, dL_db))


@pytest.mark.parametrize("times", [2, 0])
def test_an_entry_that_could_not_be_checked_is_not_in_the_largest_difference(times):
    rng = np.random.default_rng(0)
    hidden = Layer(rng.normal(size=(3, 2)), rng.normal(size=3), "tanh")
    network = Network([hidden, Layer(rng.normal(size=(2, 3)), rng.normal(size=2), "identity")])
    x, target = 1000 * rng.normal(size=2), rng.normal(size=2)
    right = network.backward(network.forward(x), target, "squared_error")
    given = [times * right.dL_dw[0], right.dL_dw[1]], list(right.dL_db)
    result = check_gradient(network, x, target, "squared_error", given)
    assert result.flat and all((name, l) == ("dL_dw", 0) for name, l, _ in result.flat)
    assert result < 1e-6
