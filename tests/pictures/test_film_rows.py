"""Every number of a film of a run is the engine's, at every update."""

import numpy as np
import pytest

from backprop.engine.activations import ACTIVATIONS
from backprop.engine.descent import changes, dead, record
from backprop.examples import initial_network, random_network, two_moons, xor
from backprop.pictures.chart import SHADES
from backprop.pictures.film_rows import (
    CELLS,
    FINE,
    byte_columns,
    film_rows,
    float_columns,
    has_plane,
    plane_points,
    row_size,
)
from backprop.pictures.layout import gradient_width, weight_width
from backprop.story.training import FACTORS


def run(**given):
    x, target = two_moons(20)
    given = {"learning_rate": 0.05, "updates": 9, "batch_size": 7} | given
    return list(record(initial_network((2, 5, 3, 1), "relu", "large"), x, target, **given))[-1]


def cut(columns, row):
    """{name: the numbers of that column} of a row."""
    ends = np.cumsum([*columns.values()])
    return dict(zip(columns, np.split(row, ends[:-1]), strict=True))


def test_every_number_of_every_row_is_the_engines():
    history = run()
    floats, small = film_rows(history, 0, 10)
    for i, (row, tiny) in enumerate(zip(floats, small, strict=True)):
        network, update = history.network(i), history.update(min(i, 8))
        found, bytes_found = cut(float_columns(history), row), cut(byte_columns(history), tiny.astype(int))
        expected = {
            "loss": [history.losses[i]],
            "parameters": history.parameters[i],
            "outputs": network.forward(history.x).y.ravel(),
            "costs": network.costs(history.x, history.target, history.loss),
            "slopes": history.slopes[min(i, 8)],
            "norms": [np.linalg.norm(delta) for delta in update.backward.dC_dz],
            "batch": [len(update.batch), *update.batch + 1, *[0] * (8 - len(update.batch))],
        }
        rates = [factor * history.learning_rate for factor in FACTORS]
        rows = changes(update, history.x, history.target, history.loss, rates)
        _, expected["predicted"], expected["true"] = zip(*rows, strict=True)
        assert found.keys() == expected.keys()
        for name, numbers in expected.items():
            assert np.allclose(found[name], numbers, rtol=1e-4, atol=1e-7), f"{name} of update {i}"
        assert bytes_found["weights"].tolist() == [round(FINE * weight_width(w)) for w in history.parameters[i]]
        assert bytes_found["gradients"].tolist() == [round(FINE * gradient_width(g)) for g in expected["slopes"]]
        places = [(0, j) for j in range(5)] + [(1, j) for j in range(3)]
        assert [place for place, died in zip(places, bytes_found["dead"], strict=True) if died] == dead(
            network, history.x
        )
        y = network.forward(plane_points(history.x)).y[:, 0]
        assert np.abs(bytes_found["plane"] - SHADES - 2 * SHADES * (y - 0.5)).max() < 0.51


def test_rows_come_in_pieces_as_they_come_at_once_and_take_as_much_as_is_said(monkeypatch):
    history = run()
    whole = film_rows(history, 0, 10)
    monkeypatch.setattr("backprop.pictures.film_rows.AT_ONCE", 1)
    for all_at_once, first, rest in zip(whole, film_rows(history, 0, 4), film_rows(history, 4, 10), strict=True):
        assert (all_at_once == np.concatenate([first, rest])).all()
    assert row_size(history) == sum(each[0].nbytes for each in whole)


def test_a_run_that_ended_stays_as_it_ended():
    history = run(updates=4)
    floats, small = film_rows(history, 3, 8)
    assert (floats[1:] == floats[1]).all() and (small[1:] == small[1]).all() and (floats[0] != floats[1]).any()


def test_without_two_inputs_there_is_no_plane():
    network, x, target = random_network(sizes=(3, 2, 2))
    history = list(record(network, x, target, updates=3))[-1]
    assert not has_plane(history) and byte_columns(history)["plane"] == 0
    floats, _ = film_rows(history, 0, 4)
    assert floats.shape == (4, sum(float_columns(history).values()))


def test_what_leaves_the_range_of_numbers_is_infinite_and_warns_nobody():
    x, target = xor()
    history = list(record(initial_network((2, 2, 1)), x, target, learning_rate=1e200, updates=3))[-1]
    floats, _ = film_rows(history, 0, 4)
    assert not np.isnan(floats).any()


@pytest.mark.parametrize("activation", [name for name, f in ACTIVATIONS.items() if f.hidden])
def test_every_activation_is_filmed(activation):
    x, target = xor()
    history = list(record(initial_network((2, 3, 1), activation), x, target, updates=3))[-1]
    floats, small = film_rows(history, 0, 4)
    assert np.isfinite(floats).all() and small.shape[1] == CELLS**2 + 2 * 13 + 3
