"""What is told of recorded runs: names, captions, how they ended, where they stand; no widget is made."""

import numpy as np
import pytest

from backprop import Layer, Network
from backprop.engine.descent import changes, dead, record
from backprop.examples import initial_network, two_moons, xor
from backprop.notation import number
from backprop.story.training import FACTORS, apart, caption, named, place, progress, rose, run_name, stopped, table


def recorded(network=None, data=None, rate=0.3, updates=20, **more):
    x, target = data or xor()
    return list(record(network or initial_network((2, 4, 1)), x, target, "cross_entropy", rate, updates, **more))[-1]


def test_a_run_is_named_by_its_loss_and_rate():
    assert run_name("cross_entropy", 0.3) == "cross entropy, η = 0.3"
    assert run_name("squared_error", 10.0) == "squared error, η = 10"


def test_a_caption_names_every_run_and_where_the_shown_one_stands():
    history = recorded()
    said, loss = caption(("a, η = 1", "b, η = 2"), history, 7), number(history.losses[7])
    assert said.startswith("L over all the data, update by update, of a, η = 1; b, η = 2. ")
    assert said.rstrip().endswith(f"After 7 updates L = {loss}.")


def test_a_run_that_ended_early_says_after_how_many_updates_and_why():
    history = recorded(Network([Layer([[1e200, 1.0]], [0.0])]), rate=1e308, updates=5)
    assert history.ended and history.updates < 5
    said = stopped("cross entropy, η = 1e+308", history)
    assert said.startswith(f"cross entropy, η = 1e+308: stopped after {history.updates} update")
    assert history.ended in said and said.endswith("η is too large for these weights.")
    assert stopped("one", recorded()) == ""


def test_only_a_run_that_ends_above_its_beginning_is_told_to_have_risen():
    risen, fallen = recorded(data=two_moons(), rate=1.0), recorded()
    assert risen.losses[-1] > risen.losses[0] and fallen.losses[-1] < fallen.losses[0]
    assert rose(risen).startswith("L ends above where it began: η is too large for this batch.") and rose(fallen) == ""


def test_progress_is_told_with_the_seconds_that_are_left():
    assert progress(40, 6000, 12.4) == "40 of 6000 updates recorded, about 12 s left."


def test_a_place_tells_the_loss_and_the_batch_of_the_next_update():
    history = recorded(batch_size=3)
    first, second = place(history, 5)
    assert first == f"After 5 updates L = {number(history.losses[5])}."
    assert second == f"The next update sums over {len(history.batches[5])} of 4 examples ({named(history.batches[5])})."
    assert place(history, 1)[0].startswith("After 1 update L = ")
    assert place(history, 20)[1] == place(history, 19)[1]  # there is no update after the last


def test_neurons_that_can_die_are_counted_and_others_are_not_spoken_of():
    network = Network([Layer([[1.0, 1.0], [-1.0, -1.0]], [1.0, -1.0], "relu"), Layer([[1.0, 1.0]], [0.0])])
    history = recorded(network, rate=0.01)
    assert len(dead(history.network(0), history.x)) == 1
    assert place(history, 0)[2] == "Dead ReLUs: 1 of 2 hidden neurons."
    assert len(place(recorded(), 0)) == 2


@pytest.mark.parametrize(
    ("size", "words"), [(2, "1, 2"), (8, "1, 2, 3, 4, 5, 6, 7, 8"), (9, "1, 2, 3, 4, 5, 6, 7, 8, …")]
)
def test_the_examples_of_a_batch_are_counted_from_1_and_the_first_eight_are_named(size, words):
    assert named(np.arange(size)) == words


@pytest.mark.parametrize("at", [0, 7, 20])
def test_the_table_holds_predicted_and_true_changes_of_the_next_update(at):
    history = recorded()
    update = history.update(min(at, 19))
    expected = changes(update, history.x, history.target, history.loss, [0.3 * factor for factor in FACTORS])
    told = table(history, at)
    assert told.heads == ("η", "predicted Σ ∂L/∂θ·Δθ", "true ΔL of the batch")
    assert told.rows == tuple(tuple(number(v).text for v in row) for row in expected)


def test_runs_are_told_apart_by_no_more_than_what_differs():
    network, wished = (
        initial_network((2, 2, 1)),
        (("cross_entropy", 0.3), ("cross_entropy", 10.0), ("squared_error", 10.0)),
    )
    runs = [list(record(network, *xor(), *run, updates=1))[-1] for run in wished]
    assert apart(runs[:2]) == ["η = 0.3", "η = 10"]
    assert apart(runs[1:]) == ["cross entropy", "squared error"]
    assert apart(runs[:1]) == ["cross entropy"]
