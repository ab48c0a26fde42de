"""Another language, spoken after English: what was seen, told or refused before is said in it when it is seen again.

Nothing is let go of in between: the same objects, with all that is kept for them, and only the dictionary is another.
"""

import ast
import math

import numpy as np
import pytest
from test_shown import outside

from backprop import Layer, Network, Quantity, walkthrough, words
from backprop.engine import Chain, Fork, check_gradient, record
from backprop.engine.descent import dead
from backprop.examples import dead_relu_network, initial_network, lecture_network, worked_example, xor
from backprop.exercises import STAGES, compare, drill, quantity_question, question
from backprop.exercises.asked import marked as verdict_marked
from backprop.notation import number
from backprop.pictures.chain import chain_panels, fork_panels, nudged
from backprop.pictures.curve import explore
from backprop.pictures.descent import descent_panels
from backprop.pictures.diagram import diagram
from backprop.pictures.panels import loss_panel, network_panel
from backprop.pictures.training_frames import frames
from backprop.story import telling
from backprop.story.curves import Curve
from backprop.story.descent import descended, describe, verdict
from backprop.words import speak
from pseudo import marked, texts
from test_house import SOURCES

OTHER = "between-marks"


@pytest.fixture
def other_language(monkeypatch):
    """A dictionary beside the English one: each sentence between marks. Nothing else is changed, and no cache."""
    english = words.sentences(words.ENGLISH)
    dictionaries = {words.ENGLISH: english, OTHER: {sentence: marked(text) for sentence, text in english.items()}}
    monkeypatch.setattr(words, "sentences", dictionaries.__getitem__)
    yield
    speak(words.ENGLISH)


# ------------------------------------------------ what is seen, told and refused


def refused(action):
    """What an error says."""
    with pytest.raises((ValueError, TypeError, AssertionError)) as error:
        action()
    return str(error.value)


WIDE = Network([Layer(np.eye(9, 2), np.zeros(9), "relu"), Layer(np.ones((2, 9)), [0, 0], "softmax")])
WALKS = {
    "the lecture's network": walkthrough(*lecture_network()),
    "by layer": walkthrough(*worked_example(), example=1, by="layer"),
    "a dead ReLU": walkthrough(*dead_relu_network(), "squared_error", by="phase"),
    "a wide network": walkthrough(WIDE, [[1, -1], [0, 1]], [[1, 0], [0, 1]], "squared_error", by="layer"),
}
CHAIN, FORK = Chain("sine", "square"), Fork("sine", "square", "product")
DESCENT = descended(0.3, (-2.0, 3.0), 5)
DRILL = next(drill(seed=3))
HAND = quantity_question("q", None, *lecture_network(), Quantity("dC_dz", 1, 0))
HISTORY = list(record(initial_network((2, 4, 1)), *xor(), updates=5))[-1]


def of_a_walkthrough(walk):
    yield str(walk)
    for i in range(-1, len(walk), 3):
        yield diagram(walk, i)
        yield telling.describe(walk, i)
        for table in telling.tables(walk, i):
            yield from (*table.heads, *(cell for row in table.rows for cell in row))
        if i >= 0:
            yield from telling.heading(walk, i)
            yield from (piece.text for told in telling.formulas(walk, i) for piece in told.pieces)


def of_the_chain_rule():
    yield from (panel.at(at=0.5, delta=0.3).svg() for panel in chain_panels(CHAIN, nudged(CHAIN)))
    for added in ({"x": True, "y": True}, {"x": True, "y": False}):
        yield from (panel.at(at=0.5, delta=0.3, **added).svg() for panel in fork_panels(FORK, nudged(FORK)))


def of_curves():
    for name, other in (("relu", "tanh"), ("squared_error of tanh", "squared_error of relu"), ("softmax", None)):
        yield explore(Curve(name), 1.0, Curve(other) if other else None)


def of_a_descent():
    for panel in descent_panels([[-1.0], [1.0]], [[0], [1]], DESCENT.path):
        yield panel.at(update=1).svg()
    yield describe(DESCENT.path, 1)
    yield verdict(DESCENT)


def of_training():
    update = HISTORY.update(2)
    yield network_panel(update, dead(HISTORY.network(2), HISTORY.x))
    yield loss_panel([HISTORY], ["η = 0.5"], 2).svg()
    shown = frames([HISTORY], ["η = 0.5"])
    yield from (shown[panel]["drawn"] for panel in ("network", "plane", "norms"))
    yield from (*shown["parameters"], *(shown[chart]["frame"]["title"] for chart in ("loss", "plane", "slope")))


def of_questions():
    for asked in (DRILL, HAND):
        yield from (asked.hint, asked.solution, asked.picture)
        yield from (asked.prompt if asked is DRILL else "", str(asked.check()))
        yield from asked.wrong
        for value in (*asked.wrong.values(), -asked.answer, 2.5 * asked.answer, asked.answer + 0.123456789):
            yield str(asked.check(value))
            yield verdict_marked(asked.check(value))
        yield str(asked.check("1,0"))
    asked = question("05-hand")  # made when it was imported
    yield from (asked.prompt, asked.hint, asked.solution, *asked.wrong)


def of_functions():
    for stage in STAGES:
        for function in (None, 3, lambda *args: 1 / 0, lambda *args: [2 * np.asarray(each) for each in args[0]]):
            found = compare(stage, function)
            yield from (str(found), found._repr_html_())
    asked = question("06-code")
    yield from (str(asked.check(function)) for function in (None, 3, lambda z: (z, z), lambda z: z))


def of_refusals():
    network, x, target = lecture_network()
    yield refused(lambda: Network([]))
    yield refused(lambda: Layer([[1, 2]], [0, 0]))
    yield refused(lambda: Layer([[1]], [0], "sigmod"))
    yield refused(lambda: network.forward([1, 2, 3]))
    yield refused(lambda: network.backward(network.forward(x), [2, 0]))
    yield refused(lambda: network.loss(x, [[1], [0]]))
    yield refused(lambda: walkthrough(network, x, target, example=7))
    yield refused(lambda: walkthrough(network, x, target, by="word"))
    yield refused(lambda: check_gradient(network, x, target, gradients=([], [])))
    yield refused(lambda: Chain("sine", "no such"))
    yield refused(lambda: initial_network((2, 2, 1), kind="tiny"))
    yield refused(lambda: question("05-nothing"))
    yield refused(lambda: diagram(WALKS["by layer"], 99))
    yield number(math.nan).text


LOOKS = {f"walkthrough, {name}": lambda walk=walk: of_a_walkthrough(walk) for name, walk in WALKS.items()}
LOOKS |= {
    look.__name__.removeprefix("of_"): look
    for look in (of_the_chain_rule, of_curves, of_a_descent, of_training, of_questions, of_functions, of_refusals)
}


def read(look):
    """All that a person reads at a look, the texts of SVG and HTML."""
    return [part for text in look() for part in texts(text)]


def in_english(text):
    """A text without its marks, and without the spaces that fill a column."""
    return " ".join(text.replace("⟦", "").replace("⟧", "").split())


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_what_was_seen_in_one_language_is_seen_again_in_the_other(look, other_language):
    english = read(look)
    assert any(map(str.strip, english)) and not any("⟦" in text for text in english)
    speak(OTHER)
    again = read(look)
    assert len(again) == len(english) and outside(again) == set()
    assert [*map(in_english, again)] == [*map(in_english, english)]
    speak(words.ENGLISH)
    assert read(look) == english


def test_words_that_were_kept_are_noticed(other_language):
    class Keeper:
        @property
        def fresh(self):
            return words.say("pictures.tangent")

        kept = None

    keeper = Keeper()
    keeper.kept = keeper.fresh
    speak(OTHER)
    assert outside([keeper.fresh]) == set()
    assert outside([keeper.kept]) == {"tangent"}


def test_a_property_by_language_is_found_once_in_each(other_language):
    found = []

    class Thing:
        @words.by_language
        def said(self):
            found.append(1)
            return words.say("pictures.tangent")

    thing = Thing()
    english = thing.said
    speak(OTHER)
    assert (thing.said, thing.said) == (f"⟦{english}⟧",) * 2
    speak(words.ENGLISH)
    assert thing.said == english and len(found) == 2


# ------------------------------------------------------------- in the source

KEEPING = {"cache", "lru_cache", "cached_property"}


def kept_words(source):
    """Lines of what says something itself and is kept, whatever language is spoken later."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            keepers = {getattr(part, "id", "") for each in node.decorator_list for part in ast.walk(each)}
            calls = (part for part in ast.walk(node) if isinstance(part, ast.Call))
            if KEEPING & keepers:
                yield from (call.lineno for call in calls if getattr(call.func, "id", "") == "say")


def test_nothing_that_is_kept_says_anything_itself():
    assert {path: lines for path, source in SOURCES.items() if (lines := [*kept_words(source)])} == {}


@pytest.mark.parametrize("keeper", ["@cache", "@lru_cache(4)", "@cached_property"])
def test_what_is_kept_and_says_something_is_noticed(keeper):
    assert [*kept_words(f'{keeper}\ndef f(self):\n    return say("a")')] == [3]
    fine = '@by_language\ndef g(self):\n    return say("a")'
    assert [*kept_words(f"{keeper}\ndef f(self):\n    return 1\n\n\n{fine}")] == []
