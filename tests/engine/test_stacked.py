"""Networks computed all at once find what each finds alone."""

import numpy as np
import pytest

from backprop.engine.descent import changes, dead, record
from backprop.engine.stacked import change_rows, cost_rows, dead_rows, forward_rows
from backprop.examples import initial_network, two_moons


@pytest.fixture(params=["tanh", "relu"])
def history(request):
    x, target = two_moons(20)
    network = initial_network((2, 5, 3, 1), request.param, "large")
    return list(record(network, x, target, learning_rate=0.05, updates=12, batch_size=7))[-1]


def test_every_row_finds_the_outputs_and_the_costs_of_its_network_alone(history):
    zs, y = forward_rows(history.start, history.parameters, history.x)
    costs = cost_rows(history.start, zs[-1], history.target, history.loss)
    assert y.shape == (13, 20, 1) and costs.shape == (13, 20)
    for i in range(13):
        network = history.network(i)
        forward = network.forward(history.x)
        assert np.allclose(y[i], forward.y, rtol=1e-12)
        assert all(np.allclose(z[i], alone, rtol=1e-12) for z, alone in zip(zs, forward.z, strict=True))
        assert np.allclose(costs[i], network.costs(history.x, history.target, history.loss), rtol=1e-11)


def test_a_row_may_have_examples_of_its_own(history):
    few = history.x[np.array([batch[:4] for batch in history.batches])]
    _, y = forward_rows(history.start, history.parameters[:-1], few)
    for i, x in enumerate(few):
        assert np.allclose(y[i], history.network(i).forward(x).y, rtol=1e-12)


def test_the_dead_are_those_of_each_network_alone(history):
    zs, _ = forward_rows(history.start, history.parameters, history.x)
    places = [(0, j) for j in range(5)] + [(1, j) for j in range(3)]
    for i, died in enumerate(dead_rows(history.start, zs)):
        assert [place for place, one in zip(places, died, strict=True) if one] == dead(history.network(i), history.x)


def test_what_is_out_of_range_warns_nobody_and_is_not_finite():
    network = initial_network((2, 2, 1))
    rows = np.full((1, 9), 1e308)
    zs, _ = forward_rows(network, rows, np.array([[1e308, 1.0]]))
    assert not np.isfinite(cost_rows(network, zs[-1], np.array([[0.0]]), "cross_entropy")).any()


def test_the_changes_of_many_updates_are_those_of_each(history):
    at, rates = np.array([0, 3, 5, 2, 11]), [0.01, 0.05, 0.4]  # batches of 7 and of 6
    predicted, true = change_rows(history, at, rates)
    for i, *found in zip(at, predicted, true, strict=True):
        alone = np.array(changes(history.update(i), history.x, history.target, history.loss, rates))
        assert np.allclose(found, alone[:, 1:].T, rtol=1e-6, atol=1e-12)


def test_a_step_that_leaves_the_range_of_numbers_changes_L_without_end():
    x, target = two_moons(20)
    history = list(record(initial_network((2, 2, 1)), x, target, "squared_error", 0.1, updates=3))[-1]
    _, true = change_rows(history, np.array([0]), [0.1, 1e308])
    assert np.isfinite(true[0, 0])
    network = initial_network((1, 1), output="identity")
    history = list(record(network, x[:, :1], target, "squared_error", 0.01, updates=3))[-1]
    assert change_rows(history, np.array([0]), [1e308])[1][0, 0] == np.inf
