"""Descent: the same numbers as an independent implementation, the same for the same seed, and never past the finite."""

import re
from itertools import islice

import autograd
import autograd.numpy as anp
import numpy as np
import pytest

from backprop import Layer, Network
from backprop.engine.descent import batches, changes, dead, descend, parameter_names, record
from backprop.examples import circles, initial_network, two_moons, xor


def independent(network, x, target, learning_rate, taken):
    """Gradient descent by autograd on a plain list of arrays; ``taken`` are the batches."""
    parameters = [part.copy() for layer in network.layers for part in (layer.weights, layer.biases)]

    def loss(parameters, x, target):
        a = x
        for i in range(0, len(parameters) - 2, 2):
            a = anp.tanh(a @ parameters[i].T + parameters[i + 1])
        z = a @ parameters[-2].T + parameters[-1]
        return anp.sum(anp.maximum(z, 0) - target * z + anp.log1p(anp.exp(-anp.abs(z))))

    slope = autograd.grad(loss)
    for batch in taken:
        gradients = slope(parameters, x[batch], target[batch])
        parameters = [p - learning_rate * g for p, g in zip(parameters, gradients, strict=True)]
    return np.concatenate([p.ravel() for p in parameters])


@pytest.mark.parametrize("batch_size", [None, 1, 7])
def test_descent_agrees_with_an_independent_implementation(batch_size):
    x, target = two_moons(20)
    start = initial_network((2, 5, 3, 1))
    history = list(record(start, x, target, learning_rate=0.05, updates=40, batch_size=batch_size, seed=3))[-1]
    theirs = independent(start, x, target, 0.05, history.batches)
    assert np.allclose(history.parameters[-1], theirs, rtol=1e-9, atol=1e-12)


def test_every_epoch_takes_each_example_once_and_the_seed_alone_decides_the_order():
    taken = list(islice(batches(10, 3, seed=1), 8))
    assert sorted(np.concatenate(taken[:4])) == list(range(10)) == sorted(np.concatenate(taken[4:]))
    again, other = list(islice(batches(10, 3, seed=1), 8)), list(islice(batches(10, 3, seed=2), 8))
    assert all((a == b).all() for a, b in zip(taken, again, strict=True))
    assert any((a != b).any() for a, b in zip(taken, other, strict=True))


def test_a_batch_of_all_examples_keeps_their_order():
    for size in (None, 5, 6):
        assert [taken.tolist() for taken in islice(batches(5, size, seed=1), 2)] == [[0, 1, 2, 3, 4]] * 2
    assert sorted(len(taken) for taken in islice(batches(5, 4, seed=1), 2)) == [1, 4]


def test_unless_told_otherwise_a_descent_takes_all_examples_with_cross_entropy_and_half_the_gradient():
    x, target = xor()
    network = initial_network((2, 2, 1))
    named = list(record(network, x, target, "cross_entropy", 0.5, 100, None, 0, 100))
    [history] = record(network, x, target)
    assert history.updates == 100 == named[0].updates and history.loss == "cross_entropy"
    assert (history.parameters == named[0].parameters).all() and (history.losses == named[0].losses).all()
    first = next(descend(network, x, target))
    backward = network.backward(network.forward(x), target)
    assert repr(first.after) == repr(network.updated(backward, 0.5)) == repr(history.network(1))
    by_seed = [taken.tolist() for taken in islice(batches(4, 2, seed=0), 6)]
    assert [update.batch.tolist() for update in islice(descend(network, x, target, batch_size=2), 6)] == by_seed
    [shuffled] = record(network, x, target, updates=6, batch_size=2)
    assert [taken.tolist() for taken in shuffled.batches] == by_seed


def test_any_update_of_a_history_can_be_taken_again_to_the_last_bit():
    x, target = two_moons(30)
    history = list(record(initial_network((2, 4, 1)), x, target, learning_rate=0.05, updates=50, batch_size=8))[-1]
    for i in (0, 17, 49):
        update = history.update(i)
        again = update.before.updated(update.backward, history.learning_rate)
        for mine, recorded in zip(again.layers, update.after.layers, strict=True):
            assert (mine.weights == recorded.weights).all() and (mine.biases == recorded.biases).all()
    assert history.losses[17] == history.network(17).loss(x, target)
    place = dict(parameter_names(history.start))["w layer 1, 1 ← 2"]
    assert history.parameters[3, place] == history.network(3).layers[0].weights[0, 1]
    assert history.gradients(place)[17] == history.update(17).backward.dL_dw[0][0, 1]


def test_a_recording_keeps_the_loss_the_seed_and_every_L_it_was_asked_for():
    x, target = xor()
    network = initial_network((2, 2, 1))
    asked = {"loss": "squared_error", "learning_rate": 0.1, "batch_size": 3, "seed": 7}
    [history] = record(network, x, target, updates=5, **asked)
    taken = list(islice(descend(network, x, target, **asked), 5))
    assert [b.tolist() for b in history.batches] == [u.batch.tolist() for u in taken]
    networks = [network, *(update.after for update in taken)]
    assert history.losses.tolist() == [each.loss(x, target, "squared_error") for each in networks]
    for i, update in enumerate(taken):
        again = history.update(i)
        assert (again.batch == update.batch).all() and again.backward.loss == "squared_error"
        assert (again.backward.dL_dw[0] == update.backward.dL_dw[0]).all()


def test_a_recording_grows_and_ends_with_all_updates():
    x, target = xor()
    lengths = [h.updates for h in record(initial_network((2, 2, 1)), x, target, updates=50, chunk=20)]
    assert lengths == [20, 40, 50]
    assert [h.updates for h in record(initial_network((2, 2, 1)), x, target, updates=40, chunk=20)] == [20, 40]
    assert [h.updates for h in record(initial_network((2, 2, 1)), x, target, updates=1)] == [1]
    assert [h.updates for h in record(initial_network((2, 2, 1)), x, target, updates=150)] == [100, 150]


def test_a_history_cannot_be_changed():
    x, target = xor()
    for history in record(initial_network((2, 2, 1)), x, target, learning_rate=1, updates=20, chunk=10):
        assert history.parameters.shape == (history.updates + 1, 9) and history.losses.shape == (history.updates + 1,)
        assert isinstance(history.learning_rate, float) and history.ended == ""
        for array in (history.parameters, history.losses):
            with pytest.raises(ValueError, match="read-only"):
                array[0] = 0


def test_divergence_stops_at_the_last_finite_update_and_says_why():
    network = Network([Layer([[1.0]], [0.0], "identity")])
    history = list(record(network, [[1e3]], [[0.0]], "squared_error", 1.0, updates=500))[-1]
    assert 0 < history.updates < 500
    assert history.ended == "L is out of range; expected smaller weights, biases, inputs or targets."
    assert np.isfinite(history.parameters).all() and np.isfinite(history.losses).all()


@pytest.mark.parametrize(
    ("rate", "words"),
    [
        (1e308, "layer 1: its update is out of range; expected a smaller learning_rate."),
        (1e295, "layer 1: z is out of range"),
    ],
)
def test_a_step_out_of_range_is_not_recorded_and_the_engine_says_why(rate, words):
    network = Network([Layer([[1.0]], [0.0], "identity")])
    [history] = record(network, [[1e5]], [[0.0]], "squared_error", rate, updates=5)
    assert history.updates == 0 and len(history.parameters) == len(history.losses) == 1
    assert history.ended.startswith(words)


def test_a_gradient_out_of_range_ends_a_recording_without_a_warning():
    first, last = Layer([[1e-3]], [0.0], "identity"), Layer([[1e300], [1e300]], [0.0, 0.0])
    *_, history = record(Network([first, last]), [[1.5e8]], [[0.0, 0.0]], updates=3)
    assert history.updates == 0
    assert history.ended == "layer 1: its update is out of range; expected a smaller learning_rate."


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"updates": 0}, "updates is 0; expected a whole number above 0"),
        ({"updates": 2.5}, "updates is 2.5"),
        ({"batch_size": 0}, "batch_size is 0; expected a whole number above 0, or None for all examples."),
        ({"batch_size": 2.5}, "batch_size is 2.5"),
        ({"learning_rate": -1}, "learning_rate is -1"),
        ({"loss": "cross"}, "Unknown loss"),
    ],
)
def test_bad_arguments_are_refused(more, words):
    x, target = xor()
    with pytest.raises(ValueError, match=words):
        list(record(initial_network((2, 2, 1)), x, target, **more))
    if "updates" not in more:
        with pytest.raises(ValueError, match=words):
            next(descend(initial_network((2, 2, 1)), x, target, **more))


@pytest.mark.parametrize("start", [descend, record])
def test_data_of_another_width_are_refused_by_name(start):
    network = initial_network((2, 2, 1))
    with pytest.raises(ValueError, match=re.escape("x has shape (1, 3)") + ".*: 2 inputs of layer 1"):
        next(start(network, [[1, 2, 3]], [[1]]))
    with pytest.raises(ValueError, match=re.escape("target has shape (1, 2)") + ".*: 1 output of"):
        next(start(network, [[1, 2]], [[1, 0]]))


def test_the_prediction_of_a_step_is_right_for_small_steps_and_wrong_for_large_ones():
    x, target = circles(50)
    update = next(descend(initial_network((2, 4, 1)), x, target))
    rows = changes(update, x, target, "cross_entropy", (1e-6, 1.0))
    assert rows[0][1] == pytest.approx(rows[0][2], rel=1e-3)
    assert rows[1][1] != pytest.approx(rows[1][2], rel=0.1)
    assert changes(update, x, target, "cross_entropy", (1e308,))[0][2] == np.inf


def test_the_changes_are_those_of_the_updates_own_batch():
    x, target = circles(50)
    update = next(descend(initial_network((2, 4, 1)), x, target, batch_size=5))
    own, after = (x[update.batch], target[update.batch]), update.before.updated(update.backward, 0.1)
    for loss in ("cross_entropy", "squared_error"):
        [(rate, predicted, true)] = changes(update, x, target, loss, (0.1,))
        assert rate == 0.1 and predicted < 0
        assert true == after.loss(*own, loss) - update.before.loss(*own, loss)
    assert true != after.loss(x, target, loss) - update.before.loss(x, target, loss)


def test_every_parameter_has_its_name_and_its_place():
    names = parameter_names(initial_network((2, 1, 2)))
    assert names == [
        ("w layer 1, 1 ← 1", 0),
        ("w layer 1, 1 ← 2", 1),
        ("b layer 1, 1", 2),
        ("w layer 2, 1 ← 1", 3),
        ("w layer 2, 2 ← 1", 4),
        ("b layer 2, 1", 5),
        ("b layer 2, 2", 6),
    ]


def test_a_relu_below_zero_for_every_example_is_dead_and_one_above_for_a_single_one_is_not():
    network = Network([Layer([[1, 0], [0, 1]], [-2, -0.5], "relu"), Layer([[1, 1]], [0])])
    assert dead(network, [[1, 0], [0, 1]]) == [(0, 0)]
    at_the_kink = Network([Layer([[0], [1]], [0, 0], "relu"), Layer([[1, 1]], [-9], "relu")])
    assert dead(at_the_kink, [[1], [2]]) == [(0, 0)]  # the slope at 0 is 0; an output is never counted
    assert dead(Network([Layer([[1]], [-9], "sigmoid"), Layer([[1]], [0])]), [[1]]) == []
    deep = Network([Layer([[1]], [0], "relu"), Layer([[1], [-1]], [0, 0], "relu"), Layer([[1, 1]], [0])])
    assert dead(deep, [[1], [2]]) == [(1, 1)]


@pytest.mark.parametrize("make", [two_moons, circles])
def test_data_are_the_same_for_the_same_seed_and_of_two_kinds(make):
    (x, target), (again, _), (other, _) = make(100, seed=1), make(100, seed=1), make(100, seed=2)
    assert (x == again).all() and (x != other).any()
    assert x.shape == (100, 2) and target.sum() == 50


def test_numpys_whole_numbers_are_whole_numbers():
    x, target = xor()
    recording = record(initial_network((2, 2, 1)), x, target, updates=np.int64(3), batch_size=np.int32(2))
    assert list(recording)[-1].updates == 3


def test_the_norms_that_are_kept_are_those_of_each_updates_own_backward_pass():
    x, target = two_moons(20)
    history = list(record(initial_network((2, 5, 3, 1)), x, target, learning_rate=0.05, updates=9, batch_size=7))[-1]
    assert history.norms.shape == (9, 3)
    for i, norms in enumerate(history.norms):
        assert np.allclose(norms, [np.linalg.norm(delta) for delta in history.update(i).backward.dC_dz], rtol=1e-12)
