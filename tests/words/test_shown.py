"""What is shown and does not come from words: found in the source, and on the page in a language between marks.

What is still written where it is shown is counted in two lists below. They only shrink.
"""

import ast
import base64
import math
import re
from itertools import islice

import numpy as np
import pytest
from ipywidgets import HTML, Button, Dropdown, VBox

from backprop import Layer, Network, walkthrough
from backprop.engine import ACTIVATIONS, LOSSES
from backprop.exercises import STAGES, ChoiceQuestion, CodeQuestion, compare, drill
from backprop.exercises.questions import TOPICS, questions
from backprop.exercises.trials import RETURNS
from backprop.pictures import describe, diagram
from backprop.widgets import Compare
from backprop.words import ENGLISH, say, sentences
from caches import empty_caches
from pseudo import at_rest, on_the_page, speak_between_marks, texts, unsaid
from test_house import SOURCES, place
from test_wheel import IMPORTS, MADE

# ------------------------------------------------------- in the source

SENTENCE = re.compile(r"[A-Za-z]{2,}[,;:]? [A-Za-z]{2,}")
TAG = re.compile(r"<[^<>]*>|^[^<>]*[\"/]>|<[a-z/][^<>]*$")
RULES = re.compile(r"(?:[a-z-]+:[^\s:;][^:;]*;\s?){2,}[a-z-]+:[^\s:;]+")  # of CSS, without their braces
POLICY = re.compile(r"default-src .*")  # what a page may load
STYLE = re.compile(r"\{[^{}]*:[^{}]*\}")
AT_RULE = re.compile(r"@[a-z-]+ [a-z-]+")  # of CSS, with the name it gives
LATEX = re.compile(r"\\[A-Za-z]+")
DERIVATIVE = re.compile(r"[d∂]\w*/[d∂]\w+")
# Values of CSS, and the name of a place.
NOT_WORDS = {"row wrap", "row target {}"}


def constants(node):
    """The strings of a piece of source: an f-string whole, its fields as {}; no docstring, and nothing twice."""
    if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and ast.get_docstring(node):
        node.body = node.body[1:]
    if isinstance(node, ast.JoinedStr):
        yield node.lineno, "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                yield from constants(part.value)
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.lineno, node.value
    for child in ast.iter_child_nodes(node):
        yield from constants(child)


def is_code(text):
    """Lines of Python, such as a solution."""
    try:
        ast.parse(text)
    except SyntaxError:
        return False
    return any(mark in text for mark in "(=\n")


def written(source):
    """(line, text) of every string that reads like a sentence or a label of several words."""
    found = []
    for line, text in constants(ast.parse(source)):
        words = LATEX.sub("", TAG.sub(" ", AT_RULE.sub("", STYLE.sub("", RULES.sub("", POLICY.sub("", text))))))
        if SENTENCE.search(words) and text not in NOT_WORDS and not is_code(text):
            found.append((line, text))
    return found


def is_shown(text):
    """Whether a string in a refusal says something: it has words in it, and is no derivative and no id."""
    return bool(re.search("[A-Za-z]{2,}", DERIVATIVE.sub("", text))) and text not in sentences(ENGLISH)


def refusals(source):
    """(line, text) of every word that a raised error says by itself."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
            ids = {
                id(part)
                for call in ast.walk(node.exc)
                if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "say" and call.args
                for part in ast.walk(call.args[0])
            }
            for part in ast.walk(node.exc):
                by_itself = isinstance(part, ast.Constant) and isinstance(part.value, str) and id(part) not in ids
                if by_itself and is_shown(part.value):
                    yield part.lineno, part.value


def shown_in_source():
    """{part of the package: ["path:line: text", …]} outside words."""
    found = {}
    for path, source in SOURCES.items():
        if place(path) != "words":
            texts = [f"{path}:{line}: {text!r}" for line, text in sorted({*written(source), *refusals(source)})]
            found.setdefault(place(path), []).extend(texts)
    return found


def test_no_sentence_is_written_where_it_is_shown():
    found = shown_in_source()
    assert {part: texts for part, texts in found.items() if texts} == {}


@pytest.mark.parametrize(
    "source",
    [
        'label = "not yet known"',
        'html = f"<p>It is {number} too large.</p>"',
        'html = "<b>Look again.</b>"',
        'raise ValueError(f"{name}: wrong")',
        'label = "note: first one; then: the other; end: of all"',
        'raise ValueError(say("engine.network.no-layer", kind="layer"))',
    ],
)
def test_a_sentence_written_where_it_is_shown_is_noticed(source):
    assert written(source) or [*refusals(source)]
    fine = [
        '"""A docstring of words."""',
        'say("engine.network.no-layers", n=1)',
        'raise ValueError(say("engine.network.no-layers"))',
        'raise ValueError(say("engine.arrays.ragged", name="dz/dx"))',
        'svg = f\'<path class="line s-f" d="{d}"/>\'',
        'css = ".a .b {stroke: red green}"',
        'css = "font-family:Segoe UI,Arial;\\nfont-size:12px;height:auto"',
        'css = ".a{fill:red}@keyframes some-flow{to{stroke:red}}"',
        'code = "def f(x):\\n    return x"',
        r'latex = "\\frac{\\partial C}{\\partial z}"',
    ]
    for source in fine:
        assert not written(source) and not [*refusals(source)], source


# ------------------------------------------------------- on the page

# The same in every language: letters of mathematics, names of functions, and what code calls them.
SYMBOLS = {"dC", "dL", "ds", "dx", "dy", "dz", "ln", "exp", "sin", "cos", "tanh", "max", "min", *ACTIVATIONS, *LOSSES}
SYMBOLS |= {f.symbol.text for f in ACTIVATIONS.values()} | {name for names in RETURNS.values() for name in names}
NAMES = {}
exec(IMPORTS, NAMES)


@pytest.fixture
def between_marks(monkeypatch):
    speak_between_marks(monkeypatch)
    yield
    monkeypatch.undo()
    empty_caches()


def outside(texts):
    """The words outside marks in any of these texts."""
    return {word for text in texts for word in unsaid(text)} - SYMBOLS - {*MADE}


def assert_said(name, found):
    """All these words come from words."""
    assert not found, f"{name}: {' '.join(sorted(found))}"


@pytest.mark.parametrize("name", MADE)
def test_every_word_of_a_widget_comes_from_words(name, between_marks):
    widget = eval(MADE[name], NAMES)
    found = outside([*on_the_page(widget), *at_rest(widget._repr_mimebundle_())])
    assert_said(name, found)


@pytest.mark.parametrize("notebook", TOPICS)
def test_every_word_of_a_question_and_of_its_verdicts_comes_from_words(notebook, between_marks):
    found = outside(text for each in questions(notebook) for text in asked(each))
    assert_said(notebook, found)


def test_every_word_of_a_drill_comes_from_words(between_marks):
    found = outside(text for each in islice(drill(seed=3), 24) for text in asked(each))
    assert_said("drill", found)


def asked(question):
    """All that a question shows, and its verdicts on answers of every kind."""
    yield from (question.prompt, question.hint, *texts(question.picture), *map(str, question.numbers))
    yield from (text for text in (question.solution, getattr(question, "start", "")) if not is_code(text))
    yield from (question.shown(choice) for choice in getattr(question, "choices", ()))
    yield from (str(question.check(answer)) for answer in answers(question))


def answers(question):
    """Answers to a question: right, wrong in every way that it knows, and none."""
    if isinstance(question, CodeQuestion):
        return None, 3, lambda *args: None, lambda *args: 1 / 0, lambda *args: args[0], lambda *args: args[:2]
    if isinstance(question, ChoiceQuestion):
        return None, "?", *range(len(question.choices))
    right = question.answer
    known = getattr(question, "wrong", ())
    wrong = known.values() if isinstance(known, dict) else ()
    return None, "?", "1,000", [1, 2], math.inf, right, -right, 10 * right, 1.5 * right, 0.5 * right, *wrong


@pytest.mark.parametrize("stage", STAGES)
def test_every_word_of_a_comparison_comes_from_words(stage, between_marks):
    def one(*args):
        return args[0]

    def twice(*args):
        return [2 * np.asarray(each) for each in args[0]], [2 * np.asarray(each) for each in args[1]]

    functions = (None, 3, one, twice, lambda *args: 1 / 0)
    found = [compare(stage, function) for function in functions]
    shown = [text for each in found for text in (str(each), *texts(each._repr_html_() or ""))]
    shown += [text for function in functions for text in on_the_page(Compare(stage, function))]
    assert_said(stage, outside(shown))


@pytest.mark.parametrize("by", ["neuron", "layer", "phase"])
def test_every_word_of_a_walkthrough_and_of_its_pictures_comes_from_words(by, between_marks):
    found = set()
    for loss, output in (
        ("cross_entropy", "sigmoid"),
        ("categorical_cross_entropy", "softmax"),
        ("squared_error", "tanh"),
    ):
        network = Network([Layer([[1, -2], [-1, 1]], [1, 0], "relu"), Layer([[2, -1], [-2, -1]], [0, 0], output)])
        walk = walkthrough(network, [[1, -1], [0, 1]], [[1, 0], [0, 1]], loss, by=by)
        found |= outside([str(walk)])
        for position in range(-1, len(walk)):
            found |= outside([*texts(diagram(walk, position)), describe(walk, position)])
    assert_said("walkthrough", found)


def test_a_word_that_does_not_come_from_words_is_noticed_wherever_it_stands(between_marks):
    good, svg = say("engine.network.no-layers"), "<svg><title>Amplifier</title></svg>"
    picture = f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"
    for widget, word in (
        (HTML(f"<p>{good} Again.</p>"), "Again"),
        (HTML(f'<p title="Hint">{good}</p>'), "Hint"),
        (HTML(f'<img src="{picture}" alt="">'), "Amplifier"),
        (HTML(svg), "Amplifier"),
        (VBox([Button(description="Restart")]), "Restart"),
        (VBox([Dropdown(options=["two moons"])]), "moons"),
    ):
        assert word in outside(on_the_page(widget))
    fine = HTML(f'<style>.wide {{color: red}}</style><p title="{good}">{good} <b>{good}</b> ∂z₁ sin 3.5</p>')
    assert outside(on_the_page(fine)) == set()
    assert outside(at_rest({"text/plain": f"Stepper, {good}", "text/html": f"<i>{good}</i> left"})) == {"left"}
