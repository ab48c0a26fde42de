"""The formulas of a step and the slips in them: each gives what its id says, written out here a second time."""

import numpy as np
import pytest
from hypothesis import given, settings
from test_gradients import cases

from backprop import Layer, Network, Quantity, walkthrough
from backprop.engine.losses import get_loss
from backprop.exercises.number_slips import every_slip
from backprop.exercises.rounding import Rounded
from backprop.exercises.rules import Rules, Slip, Some, read

RATE = 0.3
X, TARGET = np.array([[1.0, -2.0, 0.5], [0.3, 0.8, -1.5]]), np.array([[1.0, 0.0], [0.0, 1.0]])
W1, B1 = np.array([[0.4, -0.7, 1.1], [0.9, 0.2, -0.6]]), np.array([0.3, -0.5])
W2, B2 = np.array([[1.3, -0.8], [0.5, 0.7]]), np.array([-0.2, 0.6])
NETWORK = Network([Layer(W1, B1), Layer(W2, B2)])


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


A = sigmoid(X @ W1.T + B1)
Y = sigmoid(A @ W2.T + B2)
SLOPE = Y * (1 - Y)
OUT = SLOPE * (Y - TARGET)
DL_DW = OUT.T @ A
BACK = OUT @ W2
# (id, the formula's name, its layers, a field) -> the first array that it changes: its name, its layer, what it becomes
CHANGES = {
    ("bias-forgotten", "b", (0, 1), ()): ("z", 0, X @ W1.T),
    ("bias-twice", "b", (0,), ()): ("z", 0, X @ W1.T + 2 * B1),
    ("bias-subtracted", "b", (1,), ()): ("z", 1, A @ W2.T - B2),
    ("activation-missing", "a", (0,), ()): ("a", 0, X @ W1.T + B1),
    ("slope-dropped", "slope", (1,), ()): ("dC_dz", 1, Y - TARGET),
    ("slope-dropped", "slope", (0,), ()): ("dC_dz", 0, BACK),
    ("slope-is-z", "slope", (0,), ()): ("dC_dz", 0, (X @ W1.T + B1) * (1 - X @ W1.T - B1) * BACK),
    ("slope-squared", "slope", (0,), ()): ("dC_dz", 0, (A * (1 - A)) ** 2 * BACK),
    ("slope-squared", "dC_dz", (1,), ()): ("dC_dz", 1, SLOPE * OUT),
    ("target-swapped", "error", (1,), ()): ("dC_da", 1, TARGET - Y),
    ("factor-two", "dC_dz", (0,), ()): ("dC_dz", 0, 2 * A * (1 - A) * BACK),
    ("weights-left-out", "back_w", (0,), ()): ("dC_da", 0, np.repeat(OUT.sum(axis=1)[:, None], 2, axis=1)),
    ("weights-transposed", "back_w", (0,), ()): ("dC_da", 0, OUT @ W2.T),
    ("weights-updated", "back_w", (0,), ()): ("dC_da", 0, OUT @ (W2 - RATE * DL_DW)),
    ("path-forgotten", "back_w", (0,), (("neuron", 1),)): ("dC_da", 0, np.outer(OUT[:, 1], W2[1])),
    ("path-forgotten", "back_w", (0,), (("neuron", 2),)): ("dC_da", 0, np.outer(OUT[:, 0], W2[0])),
    ("first-example-alone", "delta", (1,), ()): ("dL_dw", 1, np.outer(OUT[0], A[0])),
    ("mean-for-sum", "dL_dw", (1,), ()): ("dL_dw", 1, DL_DW / 2),
    ("fed-by-weight", "dL_dw", (1,), ()): ("dL_dw", 1, OUT.sum(axis=0)[:, None] * W2),
    ("fed-by-own-a", "dL_dw", (1,), ()): ("dL_dw", 1, np.repeat((OUT * Y).sum(axis=0)[:, None], 2, axis=1)),
    ("not-updated", "new_w", (1,), ()): ("new_w", 1, W2),
    ("rate-forgotten", "new_w", (1,), ()): ("new_w", 1, W2 - DL_DW),
    ("adds-step", "new_w", (1,), ()): ("new_w", 1, W2 + RATE * DL_DW),
    ("step-alone", "new_w", (1,), ()): ("new_w", 1, RATE * DL_DW),
}
SHOWN = ("z", "a", "dC_da", "dC_dz", "dL_dw", "dL_db", "new_w", "new_b")


def in_order():
    """(name, layer) of every array in the order in which a step finds them."""
    forward = [(name, l) for l in (0, 1) for name in SHOWN[:2]]
    return forward + [(name, l) for l in (1, 0) for name in SHOWN[2:]]


@pytest.mark.parametrize("key", CHANGES, ids=lambda key: f"{key[0]} {key[2]}")
def test_a_slip_changes_its_own_formula_first_and_as_it_says(key):
    right = Rules(NETWORK, X, TARGET, "squared_error", RATE)
    [slip] = [s for s in every_slip(right) if (s.id, s.name, s.layers, s.fields) == key]
    wrong = right.with_slips(slip)
    differing = [(name, l) for name, l in in_order() if not np.allclose(right(name, l), wrong(name, l))]
    changed, l, expected = CHANGES[key]
    assert differing[0] == (changed, l)
    np.testing.assert_allclose(wrong(changed, l)[0], expected, rtol=1e-9)


def test_a_forgotten_path_is_one_of_several():
    lone = Network([Layer(W1, B1), Layer(W2[:1], B2[:1])])
    right = Rules(lone, X, TARGET[:, :1], "squared_error", RATE)
    paths = [slip for slip in every_slip(right) if slip.id == "path-forgotten"]
    assert paths and all((right.with_slips(slip)("dC_da", 0) == right("dC_da", 0)).all() for slip in paths)


@pytest.mark.parametrize(
    ("depth", "places"), [(1, {(0,)}), (2, {(0,), (1,), (0, 1)}), (3, {(0,), (1,), (2,), (0, 1), (0, 1, 2)})]
)
def test_a_slip_may_be_made_in_each_layer_in_all_hidden_ones_and_in_all(depth, places):
    layers = [Layer(W1, B1), Layer(W2, B2), Layer(W2, B2)][:depth]
    step = Rules(Network(layers), X, TARGET, "squared_error", RATE)
    assert {slip.layers for slip in every_slip(step) if slip.id == "slope-dropped" and slip.name == "slope"} == places


def test_two_slips_are_both_made_and_the_first_step_is_left_as_it_was():
    right = Rules(NETWORK, X, TARGET, "squared_error", RATE)
    slips = {(s.id, s.name, s.layers): s for s in every_slip(right)}
    made = slips["target-swapped", "error", (1,)], slips["slope-dropped", "slope", (0,)]
    swapped, both = right.broken(made, [[0, 0], [0, 1]])("dC_dz", 0)
    np.testing.assert_allclose(both, -BACK, rtol=1e-12)
    np.testing.assert_allclose(swapped, -A * (1 - A) * BACK, rtol=1e-12)
    np.testing.assert_allclose(right("dC_dz", 0)[0], A * (1 - A) * BACK, rtol=1e-12)


def test_a_hand_keeps_three_digits_and_0_stays_0():
    r = Rounded(NETWORK, X, TARGET, "squared_error", RATE).r
    np.testing.assert_allclose(r([1.23456, -0.0098765, 0.0, 45678]), [1.23, -0.00988, 0.0, 45700], rtol=1e-12)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(cases())
def test_without_a_slip_every_array_is_the_engines(case):
    network, x, target, loss = case
    step, forward = Rules(network, x, target, loss, RATE), network.forward(x)
    backward = network.backward(forward, target, loss)
    after = network.updated(backward, RATE)
    again, last = after.forward(x), len(network.layers) - 1
    expected = {}
    for new, net, y in (("", network, forward.y), ("new_", after, again.y)):
        if get_loss(loss).room(y).min() > 1e-3:  # nearer to its end, y has too few digits left for a cost
            expected |= {(f"{new}C", 0): net.costs(x, target, loss), (f"{new}L", 0): net.loss(x, target, loss)}
    for l, layer in enumerate(network.layers):
        expected |= {("z", l): forward.z[l], ("a", l): forward.a[l], ("new_z", l): again.z[l], ("new_a", l): again.a[l]}
        expected |= {("dC_da", l): backward.dC_da[l], ("dC_dz", l): backward.dC_dz[l]}
        expected |= {("dL_dw", l): backward.dL_dw[l], ("dL_db", l): backward.dL_db[l]}
        expected |= {("new_w", l): after.layers[l].weights, ("new_b", l): after.layers[l].biases}
        if not layer.f.coupled:
            expected["slope", l] = forward.da_dz[l]
    for (name, l), array in expected.items():
        found = step(name, l)
        assert found.shape == (1, *np.shape(array))
        np.testing.assert_allclose(found[0], array, rtol=1e-10, atol=1e-12, err_msg=f"{name} {l} of {last}")


def test_what_is_read_of_a_step_is_what_a_walkthrough_shows_of_the_example():
    walk = walkthrough(NETWORK, X, TARGET, "squared_error", RATE, example=1)
    step = Rules(NETWORK, X, TARGET, "squared_error", RATE)
    for quantity, (_, value) in walk.made.items():
        if quantity.name not in ("dC_dw", "dC_db"):  # of one example they are asked for in its own step
            assert read(step, quantity, 1) == pytest.approx([value], rel=1e-12), quantity
    alone = Rules(NETWORK, X[0].astype(int), TARGET[0].astype(int), "cross_entropy", 0.5)
    whole = walkthrough(NETWORK, X[0].astype(int), TARGET[0])
    assert alone.x.dtype == alone.target.dtype == float
    for quantity in (Quantity("dC_dw", 1, 0, 1), Quantity("dC_db", 0, 1), Quantity("C"), Quantity("dC_da", 1, 1)):
        assert read(alone, quantity, 0) == pytest.approx([whole.made[quantity][1]], rel=1e-12), quantity


def test_where_y_has_lost_its_digits_the_right_dC_dy_keeps_them_and_one_with_a_slip_is_made_of_y():
    right = Rules(Network([Layer([[50.0]], [0.0])]), [1.0], [0.0], "cross_entropy", RATE)
    assert right("a", 0) == 1.0
    assert right("dC_da", 0).item() == pytest.approx(1 + np.exp(50.0), rel=1e-12)
    nothing = right.with_slips(Slip("nothing", lambda step, l, value: value, (("a", 0),)))
    assert nothing("dC_da", 0) == np.inf


def test_a_broken_dC_dy_goes_through_the_slope_and_in_its_own_variants_alone():
    right = Rules(NETWORK, X, TARGET, "cross_entropy", RATE)
    doubled = Slip("twice", lambda step, l, value: 2 * value, (("dC_da", 1),))
    added = Slip("one-more", lambda step, l, value: value + 1, (("error", 1),))
    made = right.broken((doubled, added), [[0], [1], [-1]])
    twice, more, plain = made("dC_dz", 1)
    np.testing.assert_allclose(plain, Y - TARGET, rtol=1e-12)
    np.testing.assert_allclose(twice, 2 * (Y - TARGET), rtol=1e-12)
    np.testing.assert_allclose(more, Y - TARGET + 1, rtol=1e-12)


def test_a_broken_slope_is_felt_at_the_output_only_where_the_way_back_goes_through_it():
    right = Rules(NETWORK, X, TARGET, "cross_entropy", RATE)
    slope = Slip("slope", lambda step, l, value: 2 * value, (("slope", 1),))
    start = Slip("start", lambda step, l, value: 3 * value, (("dC_da", 1),))
    through, past = right.broken((slope, start), [[0, 1], [0, -1]])("dC_dz", 1)
    np.testing.assert_allclose(through, 6 * (Y - TARGET), rtol=1e-12)
    np.testing.assert_allclose(past, Y - TARGET, rtol=1e-12)


def test_two_variants_are_changed_one_without_the_other():
    right, seen = Rules(NETWORK, X, TARGET, "squared_error", RATE), []
    shifted = Slip("shifted", lambda step, l, value: value + 1, (("a", 0),))

    def look(step, l, value):
        seen.append((step("a").shape, step("b").shape, value.shape))
        return 5 * value

    made = right.broken((shifted, Slip("looks", look, (("z", 1),))), [[0, -1], [0, 1]])
    plain, changed = made("z", 1)
    np.testing.assert_allclose(plain, (A + 1) @ W2.T + B2, rtol=1e-12)
    np.testing.assert_allclose(changed, 5 * plain, rtol=1e-12)
    assert seen == [((1, 2, 2), (1, 2), (1, 2, 2))]


def test_a_wrong_C_is_summed_in_L():
    right = Rules(NETWORK, X, TARGET, "squared_error", RATE)
    costs = right("C")
    assert right.with_slips(Slip("twice", lambda step, l, C: 2 * C, (("C", 0),)))("L") == 2 * costs.sum()
    halved = Slip("halved", lambda step, l, L: step("C").sum(axis=1) / 2, (("L", 0),))
    assert right.with_slips(halved)("L") == costs.sum() / 2


def test_a_slip_sees_the_arrays_of_its_own_variants_and_what_does_not_fit_is_not_made():
    right, seen = Rules(NETWORK, X, TARGET, "squared_error", RATE), []

    def look(step, l, value):
        seen.append((step("z", 1).shape, step("b").shape, step.last, value.shape))
        return value

    shifted = Slip("shifted", lambda step, l, value: value + 1, (("z", 0),))
    watching = Slip("looks", look, (("a", 1),))
    never, misfit = (Slip(name, lambda step, l, v, w=w: w, (("a", 0),)) for name, w in (("no", None), ("odd", X)))
    made = right.broken((shifted, watching, never, misfit), [[0, 1], [0, -1], [2, -1], [3, -1]])
    np.testing.assert_allclose(made("a", 0)[2:], [A, A], rtol=1e-12)
    assert made("a", 1).shape == (4, 2, 2) and seen == [((1, 2, 2), (1, 2), 1, (1, 2, 2))]
    assert Some(made, np.array([1, 3]))("z", 0).shape == (2, 2, 2)
