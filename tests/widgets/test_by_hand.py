"""Examples changed by hand: only what was meant changes, a new recording starts, and nonsense is refused."""

import numpy as np
import pytest

from backprop import Layer, Network
from backprop.examples import lecture_network, xor
from backprop.pictures.film_rows import film_rows, plane_limits
from backprop.widgets import TrainingPlayer
from backprop.widgets.by_hand import MOST_EXAMPLES
from backprop.words import say
from trained import fetched, film, refusal, told


def made(**given):
    return TrainingPlayer(**{"updates": 20, "position": 7} | given)


def shown_whole(player):
    """The page has the rows of the new recording, its examples where they stand, and the first update in view."""
    again = [film_rows(history, 0, player._ready) for history in player.histories]
    for found, kind in zip(fetched(player), (0, 1), strict=True):
        assert (found == np.concatenate([run[kind] for run in again], axis=1)).all()
    sent, (x, target) = film(player), player.choices.pairs()
    assert sent["number"] == player._stand["number"] and player.position == 0
    assert (player.history.x == x).all() and (player.history.target == target).all()
    assert sent["plane"]["points"] == x.tolist() and len(sent["examples"]) == len(x)
    assert np.allclose(sent["plane"]["limits"], plane_limits(x))


@pytest.mark.parametrize("shape", [{}, {"compare": "0.1, 1"}, {"batch_size": 3}, {"data": "two_moons", "updates": 5}])
def test_an_example_that_is_moved_stands_there_and_nothing_else_changes(shape):
    player = made(learning_rate=0.02, seed=3, **shape)
    start, (x, target) = player.history.start, player.choices.pairs()
    assert refusal(player, example=2, to=[0.4, 0.25]) is None
    shown_whole(player)
    moved = x.copy()
    moved[2] = 0.4, 0.25
    assert (player.history.x == moved).all() and (player.history.target == target).all()
    assert player.history.learning_rate == 0.02 and player.choices.seed == 3
    for before, after in zip(start.layers, player.history.start.layers, strict=True):
        assert (before.weights == after.weights).all()


def test_an_added_example_has_the_target_of_its_nearest_neighbour_as_the_picture_measures():
    player = made(data=([[0.0, 0.0], [1.0, 1000.0]], [[0.0], [1.0]]))
    assert refusal(player, added=[0.8, 450.0]) is None  # in numbers nearer to the first, on the axes to the second
    assert refusal(player, added=[0.1, 100.0]) is None
    assert player.history.target[:, 0].tolist() == [0, 1, 1, 0] and player.history.x[2].tolist() == [0.8, 450.0]
    shown_whole(player)


def test_a_target_is_flipped_there_and_back_and_the_ways_of_the_page_are_told_of_it():
    player = made()
    told(player, example=0, flip=True)
    assert player.history.target[:, 0].tolist() == [1, 1, 1, 0] and film(player)["twoSided"]
    told(player, example=0, flip=True)
    assert (player.history.target == xor()[1]).all()
    shown_whole(player)


def test_an_example_is_removed_and_the_last_one_stays():
    player = made()
    for left in (3, 2, 1):
        assert refusal(player, example=0, remove=True) is None
        assert len(player.history.x) == left
    histories = player.histories
    assert refusal(player, example=0, remove=True) == say("widgets.training.last-example")
    assert player.histories is histories and player.history.x.tolist() == [[1.0, 1.0]]
    shown_whole(player)


def test_reset_brings_the_first_data_back_and_so_does_their_name():
    player = made()
    told(player, example=1, to=[0.5, 0.5])
    told(player, edit="data", text="xor")
    assert (player.history.x == xor()[0]).all()
    told(player, edit="data", text="own")
    assert player.history.x[1].tolist() == [0.5, 0.5]
    told(player, reset=True)
    assert (player.history.x == xor()[0]).all() and player.choices.data == "xor"


def test_your_own_arrays_are_never_written_to():
    x, target = np.array([[0.0, 1.0], [1.0, 0.0]]), np.array([[0.0], [1.0]])
    player = made(data=(x, target))
    for message in ({"example": 0, "to": [5, 5]}, {"example": 1, "flip": True}, {"example": 0, "remove": True}):
        told(player, **message)
    assert x.tolist() == [[0.0, 1.0], [1.0, 0.0]] and target.tolist() == [[0.0], [1.0]]
    told(player, reset=True)
    assert (player.history.x == x).all()


def test_the_lectures_network_stays_when_its_example_is_moved_and_goes_with_its_data():
    player = made(data="lecture")
    told(player, example=0, to=[1.0, 1.0])
    assert (player.history.start.layers[0].weights == lecture_network()[0].layers[0].weights).all()
    assert not film(player)["twoSided"] or refusal(player, example=0, flip=True) is None
    assert refusal(player, edit="data", text="xor") is None and player.history.start.sizes == (2, 4, 1)


@pytest.mark.parametrize(
    "given",
    [{}, {"data": "two_moons"}, {"data": "lecture"}, {"network": Network([Layer([[1.0, -1.0]], [0.5], "sigmoid")])}],
)
def test_the_line_of_code_makes_the_changed_examples_again(given):
    player = made(learning_rate=0.02, **given)
    told(player, example=0, to=[0.123, 0.456])
    told(player, added=[0.9, 0.1])
    names = {"TrainingPlayer": TrainingPlayer, "Network": Network, "Layer": Layer}
    again = eval(player.choices.code(3), names)
    assert (again.history.parameters == player.history.parameters).all() and again.position == 3


@pytest.mark.parametrize(
    ("message", "sentence"),
    [
        ({"example": 4, "to": [0, 0]}, "example is 4; expected a whole number from 0 to 3"),
        ({"example": -1, "remove": True}, "example is -1; expected a whole number"),
        ({"example": "<b>", "flip": True}, "example is '<b>'; expected a whole number"),
        ({"example": 0, "to": [0]}, "A place on the plane has shape (1,); expected (2,)."),
        ({"example": 0, "to": [0, float("nan")]}, "x"),
        ({"example": 0, "to": ["<b>", 0]}, "x"),
        ({"added": [[0, 1], [1, 0]]}, "A place on the plane has shape (2, 2)"),
        ({"added": None}, "x"),
        ({"example": 0, "to": [1e308, 1e308]}, "A place on the plane has a number beyond"),
    ],
)
def test_nonsense_is_refused_in_a_sentence_and_the_last_runs_stay(message, sentence):
    player = made()
    histories, sent = player.histories, player._film
    assert (refusal(player, **message) or "nothing was refused").startswith(sentence)
    assert player.histories is histories and player._film is sent


def test_without_a_plane_or_another_target_that_is_said():
    line = made(data=([[0.0], [1.0]], [[0.0], [1.0]]))
    assert refusal(line, example=0, to=[0, 0]) == say("widgets.training.no-plane")
    steps = made(data=([[0.0, 1.0], [1.0, 0.0]], [[0.5], [1.0]]))
    assert not film(steps)["twoSided"]
    assert refusal(steps, example=0, flip=True) == say("widgets.training.no-other-target")


def test_there_are_never_more_examples_than_a_page_can_bear():
    x = np.random.default_rng(0).normal(size=(MOST_EXAMPLES, 2))
    player = made(data=(x, x[:, :1] > 0), updates=1)
    assert refusal(player, added=[0, 0]) == say("widgets.training.enough-examples", n=MOST_EXAMPLES)
