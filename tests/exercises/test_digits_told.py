"""What is told of the digits: how far the training is, its table, what was got wrong; no widget is made."""

import sys

import numpy as np
import pytest

from backprop.examples import digits, lecun_network
from backprop.exercises.called import NoResultError
from backprop.exercises.digits import NoNumbers, missed, one_of_each, outcome, readings, score
from backprop.exercises.reference import REFERENCE


def test_how_far_the_training_is_told_by_its_last_epoch():
    assert outcome([]) == "Not trained yet."
    assert outcome([0.5]) == "After 1 epoch 50.0 % of the held-out images are right."
    assert outcome([0.5, 0.981]) == "After 2 epochs 98.1 % of the held-out images are right."


def test_the_table_has_both_parts_the_seed_and_the_share():
    data = digits(0)
    assert score(data, 0, [0.5, 0.981]).heads == ("training images", "held out", "seed", "right")
    assert score(data, 0, [0.5, 0.981]).rows == (("1437", "360", "0", "98.1 %"),)
    assert score(data, 7, []).rows[0][2:] == ("7", "")


def test_what_was_got_wrong_is_told_with_what_it_was_taken_for_and_cut_after_the_first():
    target = np.eye(10)[[3, 1, 4, 1]]
    places, captions = missed(np.array([3, 7, 9, 1]), target)
    assert places.tolist() == [1, 2] and captions == ["1 → 7", "4 → 9"]
    assert missed(np.array([0, 0, 0, 0]), target, most=3)[0].tolist() == [0, 1, 2]
    assert missed(np.array([3, 1, 4, 1]), target)[1] == []


def test_one_image_of_each_digit_is_found():
    data = digits(0)
    assert data.target[one_of_each(data.target)].argmax(axis=1).tolist() == [*range(10)]


def first_epoch(**own):
    """The readings of one epoch with some functions of one's own."""
    return list(readings(REFERENCE | own, digits(0), lecun_network((64, 8, 10), 0), epochs=1))


@pytest.mark.parametrize("stage", REFERENCE)
def test_a_function_that_returns_nothing_is_named_and_told_so(stage):
    with pytest.raises(NoNumbers, match=f"^{stage}: not yet. Your function returned nothing: its last line is"):
        first_epoch(**{stage: lambda *arguments: None})


def test_what_returns_too_little_or_no_arrays_is_named_too():
    with pytest.raises(NoNumbers, match=r"^forward: not yet. Return 2 lists: z, a.$"):
        first_epoch(forward=lambda *arguments: REFERENCE["forward"](*arguments)[:1])
    with pytest.raises(NoNumbers, match=r"^backward: not yet. dC_dz\[0\] is None; expected an array of numbers.$"):
        first_epoch(backward=lambda z, a, target, weights: [None] * len(a))


def test_lists_in_any_form_train_as_the_engines_do():
    def in_dicts(*arguments):
        return dict(zip("wb", REFERENCE["update"](*arguments), strict=True))

    own = {"backward": lambda *arguments: tuple(REFERENCE["backward"](*arguments)), "update": in_dicts}
    assert first_epoch(**own)[-1].right == first_epoch()[-1].right


def test_a_function_that_ends_python_is_told_and_ends_nothing():
    with pytest.raises(NoResultError, match=r"^Your function ends Python, as sys.exit\(\) does"):
        first_epoch(multiply=lambda *arguments: sys.exit())
