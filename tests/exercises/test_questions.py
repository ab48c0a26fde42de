"""The words of the notebooks' questions: each is there, each is said, and none before it is shown."""

import string

import pytest

from backprop import words
from backprop.exercises.causes import Causes
from backprop.exercises.kinds import ChoiceQuestion, CodeQuestion, NumberQuestion
from backprop.exercises.questions import TOPICS, question, questions
from pseudo import CLOSE, OPEN, speak_between_marks

ALL = [each for notebook in TOPICS for each in questions(notebook)]


def needed(asked):
    """The ids of the words that a question shows, but for those that it brings itself."""
    parts = ["prompt", "hint"]
    if not isinstance(asked, CodeQuestion):  # there the solution is code
        parts.append("solution")
    if isinstance(asked, ChoiceQuestion):
        parts += [f"choice.{choice}" for choice in asked.choices]
        parts += [f"reason.{choice}" for choice in asked.choices if choice != asked.answer]
    if isinstance(asked, NumberQuestion) and not isinstance(asked.wrong, Causes):
        parts += [f"reason.{reason}" for reason in asked.wrong]
    return {f"{asked.name}.{part}" for part in parts if part not in asked.words}


def missing_and_unused(asked, known):
    """(ids that a question needs and nobody has written, ids that no question needs)."""
    ids = set().union(*map(needed, asked))
    return sorted(ids - {*known}), sorted({*known} - ids)


def of_the_questions():
    return [sentence for sentence in words.sentences(words.ENGLISH) if sentence[2:3] == "-"]


def test_every_question_choice_and_reason_has_its_words_and_no_words_are_left_over():
    assert missing_and_unused(ALL, of_the_questions()) == ([], [])


@pytest.mark.parametrize("lost", ["03-double.prompt", "03-double.choice.stays", "03-double.reason.stays"])
def test_words_that_are_missing_or_left_over_are_noticed(lost):
    known = {*of_the_questions()}
    assert missing_and_unused(ALL, known - {lost}) == ([lost], [])
    assert missing_and_unused(ALL, known | {"03-double.reason.doubles"}) == ([], ["03-double.reason.doubles"])
    assert missing_and_unused([q for q in ALL if q.name != "01-hand"], known)[1] == sorted(
        sentence for sentence in known if sentence.startswith("01-hand.")
    )


@pytest.mark.parametrize("asked", ALL, ids=lambda question: question.name)
def test_the_fields_of_a_question_are_those_that_its_words_name(asked):
    templates = [words.sentences(words.ENGLISH)[sentence] for sentence in needed(asked)]
    named = {name for text in templates for _, name, _, _ in string.Formatter().parse(text) if name}
    assert named == {*asked.fields}


def test_what_a_question_shows_is_looked_up_when_it_is_shown(monkeypatch):
    before = {asked.name: asked.prompt for asked in ALL}
    speak_between_marks(monkeypatch)
    for asked in ALL:
        assert asked.prompt == f"{OPEN}{before[asked.name]}{CLOSE}", asked.name
        assert str(asked.check()).startswith(f"{OPEN}Not attempted.{CLOSE} {OPEN}"), asked.name
        for choice in asked.choices if isinstance(asked, ChoiceQuestion) else ():
            shown = asked.shown(choice)
            assert shown.startswith(OPEN) and asked.check(shown) == asked.check(choice), asked.name  # as shown now


def test_a_choice_has_one_id_and_the_right_one_is_among_them():
    for asked in ALL:
        if isinstance(asked, ChoiceQuestion):
            assert len({*asked.choices}) == len(asked.choices) and asked.answer in asked.choices, asked.name


def test_a_formula_with_a_word_in_it_is_looked_up_when_it_is_shown(monkeypatch):
    asked = question("05-hand")
    assert asked.hint.startswith("b₃ new = ") and asked.solution.startswith(asked.hint)
    speak_between_marks(monkeypatch)
    assert asked.hint.startswith(f"b₃ {OPEN}new{CLOSE} = ") and asked.solution.startswith(asked.hint)
