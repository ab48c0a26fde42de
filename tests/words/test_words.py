"""The seam that a second language will use: ids that exist, fields that fit, nothing said twice or for nobody."""

import ast
import re
import string
from pathlib import Path

import pytest

import backprop
from backprop import words

PACKAGE = Path(backprop.__file__).parent
WORD = re.compile(r"\bwords(?:\(\))?(?:\[|\.)(?:')?(\w+)|\b(?:open|step)\('(\w+)'")
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


def strings(sources):
    """Every string in the sources, the pieces of f-strings too, and keywords, dashes for underscores, as ids."""
    nodes = [node for source in sources for node in ast.walk(ast.parse(source))]
    found = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return found | {node.arg.replace("_", "-") for node in nodes if isinstance(node, ast.keyword) and node.arg}


def page_words():
    """What the page's modules take of the words that they are given."""
    sources = (path.read_text("utf-8") for path in PACKAGE.glob("widgets/front/*.js"))
    return {name for source in sources for names in WORD.findall(source) for name in names if name}


def for_nobody(ids, known):
    """The ids that no string names: neither whole, nor in two parts of which the first ends in a dot.

    The second part may also be a word that the page's modules take, or stand within one.
    """
    theirs = page_words()

    def named(sentence):
        parts = [(sentence[: i + 1], sentence[i + 1 :]) for i, letter in enumerate(sentence) if letter == "."]
        return sentence in known or any(
            first in known and (last in known or last.partition(".")[0] in theirs) for first, last in parts
        )

    return [sentence for sentence in ids if not named(sentence)]


def test_every_sentence_is_said_by_somebody():
    known = strings(path.read_text("utf-8") for path in SOURCES)
    theirs = [sentence for sentence in words.sentences("en") if not sentence[:2].isdigit()]  # others: test_questions
    assert for_nobody(theirs, known) == []


def test_a_sentence_for_nobody_is_noticed():
    known = strings(
        ['say("engine.network.no-layers")', 'say(f"exercises.slip.{slip}", n=1)', 'SLIPS = ["path-forgotten"]']
    )
    assert for_nobody(["engine.network.no-layers", "exercises.slip.path-forgotten"], known) == []
    assert for_nobody(["engine.network.no-layer", "exercises.slip.path"], known) == [
        "engine.network.no-layer",
        "exercises.slip.path",
    ]


def said_at_import(source):
    """Lines that say something when the module is imported, before a language is chosen."""

    def calls(node):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            now = [*node.args.defaults, *filter(None, node.args.kw_defaults), *getattr(node, "decorator_list", [])]
        else:
            now = ast.iter_child_nodes(node)
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say":
                yield node.lineno
        for part in now:
            yield from calls(part)

    return [*calls(ast.parse(source))]


def test_nothing_is_said_at_import():
    texts = {path.relative_to(PACKAGE).as_posix(): path.read_text("utf-8") for path in SOURCES}
    assert {path: lines for path, source in texts.items() if (lines := said_at_import(source))} == {}


@pytest.mark.parametrize("source", ['A = say("a")', 'class A:\n    b = say("a")', 'def f(a=say("a")):\n    pass'])
def test_what_is_said_at_import_is_noticed(source):
    assert said_at_import(source)
    assert not said_at_import('def f():\n    say("a")\n\n\ng = lambda: say("b")')


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
