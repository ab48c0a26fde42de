"""The training player below the browser: every panel of the same update, and an update opened is that very update."""

import asyncio
import gc
import re
import sys
import xml.etree.ElementTree as ET

import numpy as np
import pytest

from backprop import Layer, Network
from backprop.examples import initial_network, two_moons, xor
from backprop.notation import number
from backprop.pictures.panels import everything
from backprop.widgets import TrainingPlayer
from backprop.widgets.page import Mends
from backprop.words import say


def fresh(player):
    """Every panel and the table equal ones computed anew from the current inputs."""
    shown, position = player.shown.value, player.transport.position
    again = everything(player.histories, player.names, position, shown, player.parameter.value, player.parameter.label)
    assert player.panels.value == again
    history = player.history
    assert history.losses[player.at] == history.network(player.at).loss(history.x, history.target, history.loss)
    assert f"L = {number(history.losses[player.at])}" in player.result.value
    for svg in re.findall(r"<svg.*?</svg>(?=</div>)", player.panels.value, re.DOTALL):
        ET.fromstring(svg)


def test_scrubbing_back_shows_the_same_panels():
    player = TrainingPlayer(updates=30)
    there = []
    for i in range(31):
        player.transport.position = i
        there.append((player.panels.value, player.result.value))
    for i in reversed(range(31)):
        player.transport.position = i
        assert (player.panels.value, player.result.value) == there[i]
    assert len(set(there)) == 31
    fresh(player)


def test_a_long_number_on_an_edge_is_drawn_as_narrow_as_its_plate():
    player = TrainingPlayer("xor", activation="sigmoid", weights="large", learning_rate=0.1, updates=101, position=100)
    plates = re.findall(r'width="([\d.]+)" height="[\d.]+"/>', player.panels.value)
    labels = re.findall(
        r'<text class="m" x="[\d.]+" y="[\d.]+"( textLength="([\d.]+)")?[^>]*>([+−][^<]*)', player.panels.value
    )
    assert max(len(text) for *_, text in labels) > 8
    for narrowed, length, text in labels:
        assert bool(narrowed) == (len(text) > 6)
        assert not narrowed or float(length) < min(map(float, plates))


@pytest.mark.parametrize("batch_size", [None, 1, 4])
def test_an_update_opened_in_the_stepper_has_the_players_new_weights_to_the_last_bit(batch_size):
    player = TrainingPlayer("two_moons", batch_size=batch_size, learning_rate=0.03, updates=40, position=17)
    player.opener.click()
    after, opened = player.history.network(18), player.stepper.walk
    for mine, theirs in zip(opened.updated.layers, after.layers, strict=True):
        assert (mine.weights == theirs.weights).all() and (mine.biases == theirs.biases).all()
    assert (opened.forward.x == player.history.x[player.history.batches[17]]).all()


def test_rewinding_gives_the_same_start_and_a_seed_another():
    player = TrainingPlayer(updates=20)
    first = player.history.parameters[0].copy()
    player.choices.rate.value = 1.0
    assert (player.history.parameters[0] == first).all()
    player.choices.seed.value = 5
    assert (player.history.parameters[0] != first).any()


def test_a_fork_starts_from_the_same_weights_and_shares_the_scrubber():
    player = TrainingPlayer(updates=30, compare="0.1, 1")
    assert [h.learning_rate for h in player.histories] == [0.3, 0.1, 1.0]
    assert len({h.parameters[0].tobytes() for h in player.histories}) == 1
    player.shown.value = 2
    player.transport.position = 9
    fresh(player)
    player.choices.beside.value = "squared_error"
    assert [h.loss for h in player.histories] == ["cross_entropy", "squared_error"]
    fresh(player)


@pytest.mark.parametrize(
    ("field", "nonsense", "words_of_it"),
    [
        ("hidden", "four", "expected up to four sizes from 1 to 32"),
        ("hidden", "99", "expected up to four sizes"),
        ("beside", "1, 2, 3", "expected one or two"),
        ("hidden", "-4", "expected up to four sizes"),
        ("hidden", "4²", "expected up to four sizes"),
        ("beside", "fast", "expected one or two values of η above 0, or one loss, cross_entropy or squared_error"),
        ("beside", "-1", "expected one or two values of η above 0"),
        ("beside", "squared error", "expected one or two values of η above 0"),
    ],
)
def test_nonsense_is_refused_and_the_last_runs_stay(field, nonsense, words_of_it):
    player = TrainingPlayer(updates=20)
    histories = player.histories
    getattr(player.choices, field).value = nonsense
    assert words_of_it in player.message.value.replace("&#x27;", "'")
    assert player.histories is histories
    fresh(player)


def test_the_weight_that_is_followed_stays_followed_in_a_network_of_another_size():
    player = TrainingPlayer(updates=5)
    names = dict(player.parameter.options)
    followed = list(names)[13]  # the second weight of layer 2
    player.parameter.value = names[followed]
    player.choices.hidden.value = "3"
    assert player.parameter.label == followed and player.parameter.value == 10
    player.choices.hidden.value = "1"  # where layer 2 has one weight alone
    assert player.parameter.value == 0
    fresh(player)


def test_a_run_that_cannot_take_one_update_is_refused():
    player = TrainingPlayer("two_moons", learning_rate=0.01, updates=20)
    histories = player.histories
    player.choices.beside.value = "1e308"
    assert "stopped after 0 updates" in player.message.value and player.histories is histories
    player.choices.beside.value = "0.1"
    assert "stopped after" not in player.message.value and len(player.histories) == 2


def test_a_refused_choice_neither_stops_a_recording_nor_loses_its_message():
    async def run():
        player = TrainingPlayer(updates=10)
        player.choices.updates.value = 2000
        player.choices.hidden.value = "four"
        assert player.recorder.task is not None
        await player.recorder.task
        assert player.history.updates == 2000 and "expected up to four sizes" in player.message.value

    asyncio.run(run())


def test_your_own_arrays_and_your_own_network_are_trained():
    x, target = np.array([[0.0], [1.0], [2.0]]), np.array([[0.0], [0.0], [1.0]])
    player = TrainingPlayer((x, target), network=Network([Layer([[1.0]], [0.0])]), updates=25)
    assert player.history.start.sizes == (1, 1)
    assert "y₁ and the data" not in player.panels.value
    fresh(player)


def test_the_lectures_network_trains_on_its_own_target():
    player = TrainingPlayer("lecture", updates=10)
    assert player.history.start.sizes == (2, 2, 2, 2)
    assert player.history.losses[0] == pytest.approx(2.25, abs=0.005)


def test_divergence_is_explained_and_dead_relus_are_counted():
    player = TrainingPlayer("circles", learning_rate=30.0, updates=200)
    assert player.message.value
    player = TrainingPlayer(activation="relu", updates=10, weights="large", seed=3)
    assert "Dead ReLUs:" in player.result.value


def test_an_epoch_is_as_many_updates_as_there_are_batches():
    player = TrainingPlayer("two_moons", batch_size=16, learning_rate=0.01, updates=60)
    player.epoch.click()
    assert player.transport.position == 13


def test_a_long_recording_answers_meanwhile_and_cancel_keeps_what_there_is():
    async def run():
        player = TrainingPlayer("two_moons", learning_rate=0.01, updates=6000)
        assert player.recorder.task is not None
        heard = 0
        while player.histories[0].updates < 200:
            await asyncio.sleep(0.002)
            heard += 1
        assert heard and player.cancel.description == say("widgets.training.cancel") and "left" in player.message.value
        player.cancel.click()
        kept = player.history.updates
        await asyncio.sleep(0.05)
        assert 200 <= player.history.updates == kept < 6000
        assert player.transport.slider.max == kept
        fresh(player)

    asyncio.run(run())


def test_what_was_cancelled_can_be_recorded_again():
    player = TrainingPlayer(updates=20)
    first = player.history
    player.cancel.click()
    assert player.history is not first and (player.history.parameters == first.parameters).all()
    assert player.cancel.description == say("widgets.training.again")
    fresh(player)


@pytest.mark.slow
def test_ten_thousand_updates_need_parameters_alone():
    x, target = two_moons(200)
    from backprop.engine.descent import record

    network = initial_network((2, 8, 8, 1))
    size = sum(layer.weights.size + layer.biases.size for layer in network.layers)
    gc.collect()
    before = sys.getallocatedblocks()
    history = list(record(network, x, target, learning_rate=0.01, updates=10_000))[-1]
    gc.collect()
    assert history.updates == 10_000 and history.parameters.nbytes == 8 * 10_001 * size
    assert sys.getallocatedblocks() - before < 10_000  # not even one object an update


def test_a_reader_without_a_kernel_sees_the_loss_and_the_table():
    bundle, _ = TrainingPlayer(updates=20, position=7)._repr_mimebundle_()
    assert bundle["text/plain"].startswith(
        "TrainingPlayer, L over all the data, update by update, of cross entropy, η = 0.3. After 7 updates"
    )
    assert "<table>" in bundle["text/html"] and "After 7 updates L = " in bundle["text/html"]


def test_xor_is_learned():
    x, target = xor()
    player = TrainingPlayer(updates=300)
    assert ((player.history.network(300).forward(x).y > 0.5) == (target > 0.5)).all()


@pytest.mark.parametrize("sizes", ["8-8", "8, 8", "8 8"])
def test_sizes_of_hidden_layers_may_stand_with_dashes_commas_or_spaces(sizes):
    player = TrainingPlayer(updates=2)
    player.choices.hidden.value = sizes
    assert player.history.start.sizes[1:-1] == (8, 8)


def test_one_example_of_ones_own_is_welcome():
    player = TrainingPlayer(([1.0, -1.0], [1.0, 0.0]), updates=3)
    assert player.history.x.shape == player.history.target.shape == (1, 2)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (([[0.0, 1.0], [1.0, 0.0]], [0, 1]), r"x has shape \(2, 2\) and target \(2,\); expected \(n, n_in\)"),
        (([[0.0], [1.0]], [[0], [1], [1]]), r"x has shape \(2, 1\) and target \(3, 1\)"),
        (([[0.0], [1.0, 2.0]], [[0], [1]]), "x is ragged"),
        (([[0.0]],), "data has 1 part; expected two"),
    ],
)
def test_data_that_are_no_pairs_are_refused_in_a_sentence(data, sentence):
    with pytest.raises(ValueError, match=sentence):
        TrainingPlayer(data, updates=2)


@pytest.mark.parametrize(
    ("argument", "value", "sentence"),
    [
        ("data", "moons", "data is 'moons'; expected one of xor"),
        ("data", 5, "data is 5; expected the name of a data set"),
        ("loss", "mse", "loss is 'mse'; expected one of"),
        ("learning_rate", "x", "learning_rate is 'x'; expected one finite number above 0"),
        ("position", -3, "position is -3; expected a whole number from 0"),
        ("updates", 50000, "updates is 50000; expected a whole number from 1 to 20000"),
        ("updates", 2.5, "updates is 2.5; expected a whole number"),
        ("batch_size", 0, "batch_size is 0; expected a whole number from 1"),
        ("seed", -1, "seed is -1; expected a whole number from 0"),
        ("network", 3, "network is 3; expected a Network"),
        ("hidden", None, "The hidden layers are 'None'"),
    ],
)
def test_an_argument_that_is_none_is_refused_in_a_sentence(argument, value, sentence):
    with pytest.raises((ValueError, TypeError), match=re.escape(sentence)):
        TrainingPlayer(**{"updates": 3} | {argument: value})


def test_one_size_and_one_rate_need_no_brackets():
    player = TrainingPlayer(hidden=4, compare=0.1, updates=3)
    assert player.history.start.sizes == (2, 4, 1) and len(player.histories) == 2


def test_a_recording_that_would_take_too_much_keeps_fewer_updates_and_says_so(monkeypatch):
    monkeypatch.setattr("backprop.widgets.choices.MOST_BYTES", 16 * 17 * 2 * 50)
    player = TrainingPlayer(updates=80, compare="0.1")  # 17 parameters in each of two runs
    assert [history.updates for history in player.histories] == [50, 50]
    assert "Only 50 updates are kept" in player.message.value and player.transport.slider.max == 50
    player.choices.beside.value = ""
    assert player.history.updates == 80 and "are kept" not in player.message.value


def test_a_player_that_nobody_sees_any_more_stops_with_what_it_has():
    async def leave():
        player = TrainingPlayer("two_moons", learning_rate=0.01, updates=6000)
        [mends] = [part for part in player.children if isinstance(part, Mends)]
        mends._told({"views": 1})
        mends._told({"views": 1})
        await asyncio.sleep(0.1)
        mends._told({"views": -1})
        assert player.recorder.task is not None
        mends._told({"views": -1})
        assert player.recorder.task is None and 0 < player.history.updates < 6000

    asyncio.run(leave())


def test_three_runs_are_told_apart_in_grey():
    player = TrainingPlayer(updates=5, compare="0.1, 1")
    dashes = re.findall(r'stroke-width="2"(?: stroke-dasharray="([^"]*)")?', player.panels.value)
    assert len(set(dashes)) == 3


@pytest.mark.parametrize("weight", [1.0, 1.000000001])
def test_a_loss_of_0_or_nearly_is_drawn(weight):
    network, x = Network([Layer([[weight]], [0.0], "identity")]), np.array([[1.0], [2.0]])
    player = TrainingPlayer((x, x), loss="squared_error", network=network, updates=3)
    assert "L over all the data" in player.panels.value
    fresh(player)
