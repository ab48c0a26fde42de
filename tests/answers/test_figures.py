"""The figures of docs/ANSWERS.md are kept: wrong answers are told as truly as the page says, right ones are right."""

import re
from types import SimpleNamespace

import measure
import pytest
import right_functions
from corpus import entries
from right_at_random import at_random

ROW = re.compile(r"^\| (functions|numbers), known \| (\d+) \| ([\d.]+) \| ([\d.]+) \|$", re.M)


def floors():
    """{kind: (precision, recall)} as they stand on the page."""
    found = ROW.findall(measure.PAGE.read_text(encoding="utf-8"))
    return {kind: (float(precision), float(recall)) for kind, _, precision, recall in found}


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["functions", "numbers"])
def test_wrong_answers_are_told_as_truly_as_the_page_says(kind):
    found = measure.measure(entries(kind))
    assert [row[0].id for row in found if row[4] in ("false", "raised", "right")] == []
    _, precision, recall = measure.figures(found)
    assert precision >= floors()[kind][0]
    assert recall >= floors()[kind][1]


@pytest.mark.slow
def test_a_thousand_right_functions_at_random_give_no_false_alarm():
    assert [one.id for one in at_random(1000, seed=0) if measure.asked(one)[0] != "right"] == []


def test_every_right_function_is_right():
    assert [one.id for one in right_functions.ENTRIES if measure.asked(one)[0] != "right"] == []


def test_the_page_has_a_floor_for_functions_and_for_numbers():
    assert floors().keys() == {"functions", "numbers"}
    assert all(0.5 < figure <= 1 for pair in floors().values() for figure in pair)


def test_some_wrong_functions_of_every_kind_are_told_truly():
    some = entries("functions")[::40]
    assert all(row[4] == "named" for row in measure.measure(some))


def test_a_false_or_silent_verdict_lowers_the_figures():
    rows = [(SimpleNamespace(), "", "", 0, outcome) for outcome in ("named", "named", "false", "silent")]
    assert measure.figures(rows) == (4, 2 / 3, 2 / 4)
