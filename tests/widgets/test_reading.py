"""What is handed over, chosen or typed for a training player is read, or refused in a sentence."""

import pytest

from backprop.engine.losses import LOSSES
from backprop.widgets import TrainingPlayer
from backprop.widgets.choices import losses
from backprop.widgets.reading import read_beside, read_choice

NAMES = ["cross_entropy", "squared_error"]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("", ()),
        (" 0.1 ", (("cross_entropy", 0.1),)),
        ("0.1, 1", (("cross_entropy", 0.1), ("cross_entropy", 1.0))),
        ("squared_error", (("squared_error", 0.3),)),
    ],
)
def test_beside_a_run_stand_further_rates_or_another_loss(text, runs):
    assert read_beside(text, "cross_entropy", 0.3, NAMES) == runs


@pytest.mark.parametrize("text", ["fast", "-1", "1, 2, 3", "0", "categorical_cross_entropy"])
def test_what_can_stand_beside_no_run_is_refused_and_the_losses_are_named(text):
    with pytest.raises(ValueError, match="one or two values of η above 0, or one loss, cross_entropy or squared_error"):
        read_beside(text, "cross_entropy", 0.3, NAMES)


def test_a_choice_that_is_not_known_is_refused_and_the_known_ones_are_named():
    assert read_choice("loss", "cross_entropy", NAMES) == "cross_entropy"
    with pytest.raises(ValueError, match="loss is 'mse'; expected one of cross_entropy, squared_error"):
        read_choice("loss", "mse", NAMES)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"data": "moons"}, "data is 'moons'; expected one of xor, two_moons, circles, lecture"),
        ({"loss": "mse"}, "loss is 'mse'; expected one of "),
        ({"activation": "softmax"}, "activation is 'softmax'; expected one of "),
        ({"weights": "tiny"}, "weights is 'tiny'; expected one of small-random, zero, large"),
    ],
)
def test_a_player_refuses_what_it_does_not_offer_in_a_sentence(given, sentence):
    with pytest.raises(ValueError, match=sentence):
        TrainingPlayer(**given, updates=2)


def test_sizes_and_rates_may_be_one_number_several_or_a_text():
    for hidden, beside in ((4, 0.1), ((4,), (0.1,)), ("4", "0.1")):
        player = TrainingPlayer(hidden=hidden, compare=beside, updates=2)
        assert player.history.start.sizes == (2, 4, 1)
        assert [history.learning_rate for history in player.histories] == [0.3, 0.1]
    assert TrainingPlayer(hidden="8, 8", updates=2).history.start.sizes == (2, 8, 8, 1)


def test_only_losses_that_admit_the_output_are_offered():
    assert losses(None) == [n for n, loss in LOSSES.items() if loss.requires != "softmax"]
    [field] = [field for row in TrainingPlayer(updates=2).choices.form() for field in row if field["key"] == "loss"]
    assert list(field["choices"]) == losses(None)
