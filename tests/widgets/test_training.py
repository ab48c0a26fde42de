"""The training player below the browser: every row is the engine's, and an update opened is that very update."""

import asyncio
import gc
import re
import sys
import time

import numpy as np
import pytest

from backprop import Layer, Network
from backprop.examples import initial_network, two_moons, xor
from backprop.notation import number
from backprop.pictures.film_rows import film_rows
from backprop.pictures.training_frames import axes
from backprop.widgets import TrainingPlayer
from backprop.words import say
from trained import fetched, film, refusal, told


def fresh(player):
    """All that the page has is what the histories give, computed anew."""
    stand, histories = player._stand, player.histories
    assert stand["number"] == film(player)["number"] and stand["wanted"] == player.last
    assert stand["ends"] == [history.updates for history in histories]
    again = [film_rows(history, 0, stand["rows"]) for history in histories]
    for found, kind in zip(fetched(player), (0, 1), strict=True):
        assert (found == np.concatenate([run[kind] for run in again], axis=1)).all()
    assert stand["axes"] == axes(histories, player.last, sorted(stand["axes"]["followed"]))
    assert player.parameter in stand["axes"]["followed"]
    assert [run["name"] for run in film(player)["runs"]] == list(player.names)
    history = player.history
    assert history.losses[player.at] == history.network(player.at).loss(history.x, history.target, history.loss)
    assert f"L = {number(history.losses[player.at])}" in player._at_rest()[2]


def test_the_page_has_a_row_for_every_update_and_for_what_comes_after_the_last():
    player = TrainingPlayer(updates=30)
    floats, _ = fetched(player)
    assert len(floats) == 31 == len(np.unique(floats[:, 0]))
    assert np.allclose(floats[:, 0], player.history.losses, rtol=1e-6)
    fresh(player)


@pytest.mark.parametrize("batch_size", [None, 1, 4])
def test_an_update_opened_in_the_stepper_has_the_players_new_weights_to_the_last_bit(batch_size):
    player = TrainingPlayer("two_moons", batch_size=batch_size, learning_rate=0.03, updates=40, position=17)
    assert refusal(player, open=17) is None
    after, opened = player.history.network(18), player.stepper.walk
    for mine, theirs in zip(opened.updated.layers, after.layers, strict=True):
        assert (mine.weights == theirs.weights).all() and (mine.biases == theirs.biases).all()
    assert (opened.forward.x == player.history.x[player.history.batches[17]]).all()


def test_after_the_last_update_the_one_that_led_there_is_opened_and_another_recording_closes_it():
    player = TrainingPlayer(updates=5)
    told(player, open=5)
    assert (player.stepper.walk.network.layers[0].weights == player.history.network(4).layers[0].weights).all()
    opened = player.stepper
    told(player, edit="rate", text="0.1")
    assert player.stepper is None and opened.comm is None


def test_rewinding_gives_the_same_start_and_a_seed_another():
    player = TrainingPlayer(updates=20)
    first = player.history.parameters[0].copy()
    told(player, edit="rate", text="1")
    assert player.history.learning_rate == 1 and (player.history.parameters[0] == first).all()
    told(player, edit="seed", text="5")
    assert (player.history.parameters[0] != first).any()
    told(player, reset=True)
    assert player.history.learning_rate == 0.3 and (player.history.parameters[0] == first).all()
    fresh(player)


def test_a_fork_starts_from_the_same_weights_and_shares_the_scrubber():
    player = TrainingPlayer(updates=30, compare="0.1, 1")
    assert [h.learning_rate for h in player.histories] == [0.3, 0.1, 1.0]
    assert len({h.parameters[0].tobytes() for h in player.histories}) == 1
    player.shown, player.position = 2, 9
    fresh(player)
    told(player, edit="beside", text="squared_error")
    assert [h.loss for h in player.histories] == ["cross_entropy", "squared_error"] and player.shown == 1
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
        ("rate", "-1", "η is -1"),
        ("rate", "<b>", "is not a row of numbers"),
        ("seed", "-1", "seed is '-1'; expected a whole number from 0"),
        ("updates", "20001", "updates is '20001'; expected a whole number from 1 to 20000"),
        ("data", "<b>", "data is '<b>'; expected one of xor"),
    ],
)
def test_nonsense_is_refused_and_the_last_runs_stay(field, nonsense, words_of_it):
    player = TrainingPlayer(updates=20)
    histories, sent = player.histories, player._film
    assert words_of_it in refusal(player, edit=field, text=nonsense)
    assert player.histories is histories and player._film is sent
    fresh(player)


def test_the_weight_that_is_followed_stays_followed_in_a_network_of_another_size():
    player = TrainingPlayer(updates=5)
    player.parameter = 13  # the second weight of layer 2
    followed = film(player)["parameters"][13]
    told(player, edit="hidden", text="3")
    assert film(player)["parameters"][player.parameter] == followed and player.parameter == 10
    told(player, edit="hidden", text="1")  # where layer 2 has one weight alone
    assert player.parameter == 0
    fresh(player)


def test_of_a_large_network_the_axes_of_a_parameter_come_once_it_is_followed():
    player = TrainingPlayer(hidden=(30, 20), updates=3)
    assert list(player._stand["axes"]["followed"]) == [0]
    player.parameter = 300
    fresh(player)


def test_what_the_page_sets_stays_within_what_there_is():
    player = TrainingPlayer(updates=5)
    player.set_state({"position": 99, "parameter": 99, "shown": 9})
    assert (player.position, player.parameter, player.shown) == (5, 16, 0)
    player.set_state({"position": -4, "parameter": -1, "shown": -1})
    assert (player.position, player.parameter, player.shown) == (0, 0, 0)


def test_a_run_that_cannot_take_one_update_is_refused():
    player = TrainingPlayer("two_moons", learning_rate=0.01, updates=20)
    histories = player.histories
    assert "stopped after 0 updates" in refusal(player, edit="beside", text="1e308")
    assert player.histories is histories
    assert refusal(player, edit="beside", text="0.1") is None
    assert "stopped after" not in player._stand["said"] and len(player.histories) == 2


def test_a_refused_choice_does_not_stop_a_recording():
    async def run():
        player = TrainingPlayer(updates=10)
        told(player, edit="updates", text="2000")
        assert "expected up to four sizes" in refusal(player, edit="hidden", text="four")
        assert player.recording
        await player.recorder.task
        assert player.history.updates == 2000

    asyncio.run(run())


def test_your_own_arrays_and_your_own_network_are_trained():
    x, target = np.array([[0.0], [1.0], [2.0]]), np.array([[0.0], [0.0], [1.0]])
    player = TrainingPlayer((x, target), network=Network([Layer([[1.0]], [0.0])]), updates=25)
    assert player.history.start.sizes == (1, 1)
    assert film(player)["plane"] is None
    assert film(player)["code"].startswith("TrainingPlayer((x, target), ") and "network=network" in film(player)["code"]
    fresh(player)


def test_the_line_of_code_makes_the_same_player():
    player = TrainingPlayer("circles", (3, 2), "relu", "squared_error", 0.02, 16, "large", 4, 12, compare="0.1")
    again = eval(player.choices.code(7), {"TrainingPlayer": TrainingPlayer})
    assert (again.history.parameters == player.history.parameters).all() and again.position == 7
    assert again.names == player.names


def test_the_lectures_network_trains_on_its_own_target():
    player = TrainingPlayer("lecture", updates=10)
    assert player.history.start.sizes == (2, 2, 2, 2)
    assert player.history.losses[0] == pytest.approx(2.25, abs=0.005)


def test_divergence_is_explained_and_dead_relus_are_counted():
    player = TrainingPlayer("circles", learning_rate=30.0, updates=200)
    assert player._stand["said"]
    player = TrainingPlayer(activation="relu", updates=10, weights="large", seed=3)
    assert film(player)["dies"] and "Dead ReLUs:" in player._at_rest()[2]


def test_an_epoch_is_as_many_updates_as_there_are_batches():
    assert film(TrainingPlayer("two_moons", batch_size=16, learning_rate=0.01, updates=60))["epoch"] == 13


def test_a_long_recording_is_seen_at_once_answers_meanwhile_and_stopped_keeps_what_there_is():
    async def run():
        TrainingPlayer(updates=2)  # what is made once is there
        began = time.perf_counter()
        player = TrainingPlayer("two_moons", learning_rate=0.01, updates=6000)
        assert time.perf_counter() - began < 0.3 and len(player._rows)
        assert player.recording
        heard = 0
        while player.histories[0].updates < 200:
            await asyncio.sleep(0.002)
            heard += 1
        assert heard and player._stand["recording"] and "left" in player._stand["said"]
        assert 0 < player._stand["rows"] <= player.history.updates and player._stand["wanted"] == 6000
        told(player, stop=True)
        kept = player.history.updates
        await asyncio.sleep(0.05)
        assert 200 <= player.history.updates == kept < 6000
        assert player._stand["wanted"] == kept and player._stand["rows"] == kept + 1
        fresh(player)

    asyncio.run(run())


def test_rows_of_a_recording_that_was_replaced_are_not_sent():
    player = TrainingPlayer(updates=5)
    assert len(told(player, rows=0, number=1)) == 2
    told(player, again=True)
    assert len(told(player, rows=0, number=1)) == 1
    assert len(told(player, rows=6, number=2)) == 1  # there are no more


def test_what_was_stopped_can_be_recorded_again():
    player = TrainingPlayer(updates=20)
    first = player.history
    told(player, again=True)
    assert player.history is not first and (player.history.parameters == first.parameters).all()
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
    told(player, edit="hidden", text=sizes)
    assert player.history.start.sizes[1:-1] == (8, 8)


def test_every_field_of_the_form_can_be_changed_to_what_it_offers():
    player = TrainingPlayer(([[0.0, 1.0], [1.0, 0.0]], [[1.0], [0.0]]), updates=2)
    for field in (field for row in film(player)["form"] for field in row):
        for text in [*field.get("choices", ["3", "2"]), field["text"]]:
            if field["key"] != "beside" or text != "2":
                assert refusal(player, edit=field["key"], text=text) is None
    again = {field["key"]: field["text"] for row in film(player)["form"] for field in row}
    assert again == {
        field["key"]: field["text"] for row in TrainingPlayer(updates=2).choices.form() for field in row
    } | {"data": "own"}


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
    row = len(TrainingPlayer(updates=2)._rows) // 3
    monkeypatch.setattr("backprop.widgets.choices.MOST_BYTES", row * 2 * 50)
    player = TrainingPlayer(updates=80, compare="0.1")
    assert [history.updates for history in player.histories] == [50, 50]
    assert "Only 50 updates are kept" in player._stand["said"] and player.last == 50
    told(player, edit="beside", text="")
    assert player.history.updates == 80 and "are kept" not in player._stand["said"]


def test_of_a_large_network_what_python_keeps_stays_within_the_bound(monkeypatch):
    monkeypatch.setattr("backprop.widgets.choices.MOST_BYTES", 2**20)
    player = TrainingPlayer(hidden=(32, 32), updates=500)
    history = player.history
    assert history.parameters.nbytes + history.slopes.nbytes <= 2**20 + history.parameters[0].nbytes
    assert len(player._rows) <= 2**20 and history.updates < 500


def test_a_page_holds_the_rows_and_where_it_stands_and_what_is_too_large_is_refused(tmp_path, monkeypatch):
    player = TrainingPlayer(updates=8, position=3, compare="0.1")
    title, kind, data, state = player.recorded()
    assert kind == "training" and "After 3 updates" in title
    assert state == {"position": 3, "parameter": 0, "shown": 0} and data["stand"] == player._stand
    assert player.save_html(tmp_path / "t.html").read_text("utf-8").count("data-card=") == 1
    monkeypatch.setattr("backprop.widgets.training.MOST_ON_A_PAGE", 2**10)
    with pytest.raises(ValueError, match="a page can hold at most 0 MB"):
        player.save_html(tmp_path / "large.html")


def test_a_player_that_nobody_sees_any_more_stops_with_what_it_has():
    async def leave():
        player = TrainingPlayer("two_moons", learning_rate=0.01, updates=6000)
        told(player, views=1)
        told(player, views=1)
        await asyncio.sleep(0.1)
        told(player, views=-1)
        assert player.recording
        told(player, views=-1)
        assert not player.recording and 0 < player.history.updates < 6000

    asyncio.run(leave())


@pytest.mark.parametrize("weight", [1.0, 1.000000001])
def test_a_loss_of_0_or_nearly_is_drawn(weight):
    network, x = Network([Layer([[weight]], [0.0], "identity")]), np.array([[1.0], [2.0]])
    player = TrainingPlayer((x, x), loss="squared_error", network=network, updates=3)
    assert "L over all the data" in player._at_rest()[0]
    fresh(player)


def test_what_a_teacher_hands_in_is_no_markup_on_the_page():
    player = TrainingPlayer(updates=2)
    held = film(player)
    assert "<" not in "".join([*held["parameters"], *(run["name"] for run in held["runs"])])
    assert refusal(player, edit="hidden", text="<img src=x onerror=alert(1)>")
    assert say("story.training.title") == held["title"]
