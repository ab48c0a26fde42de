"""The seam that a second language will use: ids that exist, fields that fit, nothing said twice or for nobody."""

import ast
import string
from pathlib import Path

import pytest

import backprop
from backprop import words

PACKAGE = Path(backprop.__file__).parent
SOURCES = [path for path in PACKAGE.rglob("*.py") if "words" not in path.relative_to(PACKAGE).parts]


def fields(template):
    """The names of a template's fields; of one that depends on a number, those of all its forms and n."""
    if isinstance(template, dict):
        return {"n"}.union(*map(fields, template.values()))
    return {name.partition(".")[0].partition("[")[0] for _, name, _, _ in string.Formatter().parse(template) if name}


def said():
    """(where, id, names of the fields) of every say("…", …) in the package."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say" and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    given = {keyword.arg for keyword in node.keywords}
                    yield f"{path.relative_to(PACKAGE)}:{node.lineno}", first.value, given


def test_every_id_that_is_said_is_known_and_gets_its_fields():
    known = words.sentences(words.ENGLISH)
    wrong = [
        (where, sentence, sorted(given))
        for where, sentence, given in said()
        if sentence not in known or (None not in given and given != fields(known[sentence]))
    ]
    assert not wrong


def test_a_number_chooses_the_form_of_a_sentence(monkeypatch):
    monkeypatch.setitem(words.sentences("en"), "test.count", {"one": "{n} number came.", "other": "{n} numbers came."})
    assert words.say("test.count", n=1) == "1 number came."
    assert words.say("test.count", n=0) == "0 numbers came."


def test_an_unknown_id_and_an_unknown_language_are_refused():
    with pytest.raises(KeyError):
        words.say("no.such-sentence")
    with pytest.raises(ValueError, match="No language 'xx'"):
        words.speak("xx")


def test_an_id_alone_names_its_folder():
    """An id begins with the folder that says it, or with a notebook's number, so that a translator finds its place."""
    places = {path.name for path in PACKAGE.iterdir() if path.is_dir()} | {"examples", "notation"}
    strange = [sentence for sentence in words.sentences("en") if sentence.partition(".")[0] not in places]
    assert [sentence for sentence in strange if not sentence[:2].isdigit()] == []
