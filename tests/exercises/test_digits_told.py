"""What is told of the digits: how far the training is, its table, what was got wrong; no widget is made."""

import numpy as np

from backprop.examples import digits
from backprop.exercises.digits import missed, one_of_each, outcome, score


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
