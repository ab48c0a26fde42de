"""What a card says of a question: marks, numbers, choices, what is revealed; no widget is made."""

import pytest

from backprop.exercises.asked import choices, hint, marked, numbers, solution
from backprop.exercises.drill import drill
from backprop.exercises.kinds import NOT_ATTEMPTED, NOT_YET, RIGHT
from backprop.exercises.questions import question


@pytest.mark.parametrize(("answer", "state", "mark"), [(None, NOT_ATTEMPTED, "·"), ("?", NOT_YET, "✗")])
def test_a_verdict_stands_behind_a_mark_of_its_state(answer, state, mark):
    verdict = question("04-bias").check(answer)
    assert verdict.state == state and marked(verdict) == f"{mark} {verdict}"


def test_a_right_answer_is_marked_right():
    asked = question("04-bias")
    verdict = asked.check(asked.answer)
    assert verdict.state == RIGHT and marked(verdict).startswith("✓ Right.")


def test_the_numbers_of_a_drills_picture_are_a_table_and_a_question_without_has_none():
    asked = next(drill(3))
    told = numbers(asked)
    assert told.heads == ("neuron", "weights", "bias", "activation") and told.rows == tuple(asked.numbers)
    assert numbers(question("04-saturated")) is None


def test_choices_come_in_the_order_in_which_they_are_shown_and_keep_their_place():
    asked = question("04-saturated")
    told = choices(asked)
    assert [i for _, i in told] == list(asked.order) and {i for _, i in told} == {*range(len(asked.choices))}
    assert all(words == asked.shown(asked.choices[i]) for words, i in told)


def test_hint_and_solution_have_a_head_and_only_code_is_told_to_be_code():
    number, code = question("04-bias"), question("04-code")
    assert hint(number) == ("Hint.", number.hint)
    assert solution(number) == ("Solution.", number.solution, False)
    assert solution(code) == ("Solution.", code.solution, True)
