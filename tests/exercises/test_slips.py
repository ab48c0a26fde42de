"""The table of misconceptions: every id has its sentence, and nothing else speaks for one."""

import re

import pytest

from backprop.exercises.slips import sentence, slips

FIELDS = dict.fromkeys(
    (
        "neuron",
        "factor",
        "rate",
        "name",
        "what",
        "term",
        "size",
        "source",
        "first",
        "second",
        "function",
        "limit",
        "formula",
        "part",
        "leak",
        "own",
        "length",
    ),
    "1",
)


def test_every_slip_has_an_id_in_kebab_case_and_a_sentence_of_its_own():
    said = [sentence(slip, **FIELDS) for slip in slips()]
    assert len(set(said)) == len(said) > 50
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", slip) for slip in slips())
    assert all(text.endswith(".") and "{" not in text for text in said)


def test_an_unknown_slip_is_refused():
    with pytest.raises(KeyError):
        sentence("no-such-slip")
