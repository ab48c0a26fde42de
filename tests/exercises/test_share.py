"""The share of digits that are read right: each other number that a learner may write is told as what it is."""

import numpy as np
import pytest

from backprop.exercises.kinds import NOT_YET, RIGHT
from backprop.exercises.questions import question
from backprop.exercises.questions.from_scratch import OTHER_SHARES, share_cases, share_right
from backprop.words import say

SHARE = question("07-share-code")


@pytest.mark.parametrize("reason", OTHER_SHARES)
def test_each_slip_is_told_and_no_other(reason):
    found = SHARE.check(OTHER_SHARES[reason])
    assert found.state == NOT_YET and found.text.endswith(say(f"exercises.share.reason.{reason}"))


def test_a_number_that_no_slip_gives_gets_no_reason():
    found = SHARE.check(lambda y, target: 0.25)
    assert found.state == NOT_YET and "expected" in found.text
    assert not any(say(f"exercises.share.reason.{reason}") in found.text for reason in OTHER_SHARES)


def test_what_is_no_number_is_told():
    assert "has shape" in SHARE.check(lambda y, target: y).text
    assert "nothing" in SHARE.check(lambda y, target: None).text


@pytest.mark.parametrize(
    "right",
    [
        lambda y, target: float(share_right(y, target)),
        lambda y, target: sum(t[np.argmax(row)] for row, t in zip(y, target, strict=True)) / len(y),
        lambda y, target: (y.argmax(1) == target.argmax(1)).sum() / y.shape[0],
    ],
)
def test_a_right_share_is_right_however_it_is_written(right):
    assert SHARE.check(right).state == RIGHT


def test_the_cases_tell_the_slips_apart():
    cases = list(share_cases())
    told = {
        reason: tuple(repr(np.asarray(other(*case), float)) for case in cases) for reason, other in OTHER_SHARES.items()
    }
    right = tuple(repr(np.asarray(share_right(*case), float)) for case in cases)
    assert right not in told.values() and len(set(told.values())) == len(told)


def test_a_rounded_share_is_told_with_two_numbers_that_differ():
    told = SHARE.check(lambda y, target: round(float(share_right(y, target)), 4)).text
    assert "it is 0.3333; expected 0.33333." in told or "it is 0.1667; expected 0.16667." in told
