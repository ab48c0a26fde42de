"""The figures of the wrong numbers hold: no false reason, and the cause named in at least 95 %."""

import pytest
from corpus import entries
from measure import measure


@pytest.mark.parametrize("every", [7, pytest.param(1, marks=pytest.mark.slow)], ids=["a seventh", "all"])
def test_the_cause_of_a_wrong_number_is_named_and_never_a_false_one(every):
    found = measure(entries("numbers")[::every])
    outcomes = [outcome for _, _, _, _, outcome, _, _ in found]
    assert "false" not in outcomes and "raised" not in outcomes and "right" not in outcomes
    assert outcomes.count("named") >= 0.95 * len(outcomes)
