"""The pictures at rest: true to the engine, drawn by themselves, and said in words."""

import re
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest

from backprop import words
from backprop.engine import sigmoid
from backprop.notation import number
from backprop.pictures import (
    Still,
    cost_wide,
    numbering,
    rectangle,
    show,
    sigmoid_wide,
    through_layers,
    to_the_loss,
)
from pseudo import speak_between_marks, texts, unsaid

SIGNALS = (0.1, 2), [[1.0, 0.1, 0.01], [1.0, 2.0, 4.0]], [[0.02, 0.2, 2.0], [2.0, 2.0, 2.0]]


def labels(still):
    return [text.text for text in ET.fromstring(still.svg).iter("{http://www.w3.org/2000/svg}text") if text.text]


@pytest.mark.parametrize(
    "make",
    [
        numbering,
        sigmoid_wide,
        cost_wide,
        lambda: rectangle(0.5, 0.4, 0.1, 0.2),
        to_the_loss,
        lambda: numbering((3, 2, 2), ((1, 0, 1),), blank=True),
        lambda: through_layers(*SIGNALS),
    ],
)
def test_a_picture_at_rest_is_an_image_with_its_words_and_is_the_same_every_time(make):
    still = make()
    assert make().svg == still.svg and repr(still) == still.alt and len(still.alt.split()) > 8
    assert ET.fromstring(still.svg).get("aria-label") == still.alt
    assert re.fullmatch(r'<img src="data:image/svg\+xml;base64,[\w+/=]+" alt="[^"]+">', still._repr_html_())


def test_the_words_that_stand_for_a_picture_are_escaped():
    assert 'alt="a &lt;b&gt; &quot;c&quot;"' in Still("<svg/>", 'a <b> "c"')._repr_html_()


def test_neurons_are_counted_through_the_network_and_code_counts_from_0_in_each_layer():
    found = labels(numbering((2, 3, 2), ((1, 0, 2),)))
    pairs = [(letter, code) for letter, code in pairwise(found) if code and "[n, " in code]
    assert pairs == [
        ("x₁", "x[n, 0]"),
        ("x₂", "x[n, 1]"),
        ("z₁", "z[0][n, 0]"),
        ("z₂", "z[0][n, 1]"),
        ("z₃", "z[0][n, 2]"),
        ("z₄", "z[1][n, 0]"),
        ("z₅", "z[1][n, 1]"),
    ]
    assert found[-2:] == ["w⁽²⁾₁₃", "weights[1][0, 2]"]


def test_a_wire_is_drawn_for_every_weight_and_only_the_named_ones_are_lit():
    svg = numbering((2, 3, 2), ((0, 2, 0), (1, 0, 2))).svg
    assert svg.count('class="e"') == 10 and svg.count('class="e lit"') == 2


def test_a_picture_with_blanks_gives_neither_letter_nor_code_away():
    still = numbering((3, 2, 2), ((1, 0, 1),), blank=True)
    assert labels(still).count("?") == 4  # two neurons, the wire's letter and its code
    assert "weights" not in still.svg and "z₃" not in still.svg and "z₄" not in still.svg


def test_the_marked_values_of_the_sigmoid_are_the_engines():
    still = sigmoid_wide()
    for z in (-4, -2, 0, 2, 4):
        value = number(sigmoid.value(float(z)).item()).text
        assert value in labels(still) and f"σ({number(z)}) = {value}" in still.alt


@pytest.mark.parametrize(
    "make",
    [
        numbering,
        sigmoid_wide,
        cost_wide,
        to_the_loss,
        lambda: rectangle(0.5, 0.4, 0.1, 0.2),
        lambda: numbering(blank=True),
        lambda: through_layers(*SIGNALS),
    ],
)
def test_every_word_of_a_picture_at_rest_comes_from_words(make, monkeypatch):
    speak_between_marks(monkeypatch)
    outside = {word for text in texts(make().svg) for word in unsaid(text)}
    assert outside <= {"weights", "ln"}


def test_a_figure_is_shown_with_the_sentence_of_its_id(monkeypatch):
    shown = []
    monkeypatch.setattr("IPython.display.display", lambda what, **more: shown.append((what, more)))
    monkeypatch.setitem(words.sentences("en"), "00.bars", "Three <bars>.")
    show("figure", "00.bars")
    assert shown == [
        ("figure", {"metadata": {"image/png": {"alt": "Three <bars>."}}}),
        ({"text/plain": "Three <bars>.", "text/html": "<p>Three &lt;bars&gt;.</p>"}, {"raw": True}),
    ]


def test_a_product_is_drawn_to_scale_with_its_strips_and_its_corner():
    boxes = [
        {name: float(box.get(name)) for name in ("x", "y", "width", "height")}
        for box in ET.fromstring(rectangle(0.5, 0.4, 0.1, 0.2).svg).iter("{http://www.w3.org/2000/svg}rect")
        if box.get("x")
    ]
    whole, right, above, corner = boxes
    assert whole["width"] / whole["height"] == pytest.approx(5 / 4, abs=0.01)
    assert right["width"] == pytest.approx(whole["width"] / 5, abs=0.1) and right["height"] == whole["height"]
    assert above["height"] == pytest.approx(whole["height"] / 2, abs=0.1) and above["width"] == whole["width"]
    assert (corner["width"], corner["height"]) == (right["width"], above["height"])
    assert right["x"] == corner["x"] == pytest.approx(whole["x"] + whole["width"], abs=0.1)


def test_where_there_is_no_rectangle_the_picture_says_so():
    for sides in ((-0.5, 0.4, 0.1, 0.2), (0.5, 0.4, 0.1, -0.2), (0.0, 0.4, 0.1, 0.2)):
        still = rectangle(*sides)
        assert "no rectangle" in still.alt and labels(still) == [still.alt]


def test_every_example_has_a_way_of_its_own_to_its_cost_and_all_costs_lead_to_one_loss():
    for n in (1, 3):
        still = to_the_loss(n)
        found = labels(still)
        ways = [[f"{letter}{raised}" for letter in ("x", "y", "ŷ", "C")] for raised in ("¹", "²", "³")[:n]]
        assert [label for way in ways for label in way] == [label for label in found if label[-1] in "¹²³"]
        assert found.count("L") == found.count("θ") == 1
        ends = re.findall(r'class="h" d="M([\d.]+) ', still.svg)
        assert len(ends) == 6 * n and sum(float(end) > 700 for end in ends) == n


def heights(still):
    """The lines of a picture's charts, as lists of heights."""
    paths = re.findall(r'class="line s-[fb]" [^>]*d="([^"]*)"', still.svg)
    return [[float(place.split()[1]) for place in re.split("[ML]", path) if place] for path in paths]


def test_signals_through_layers_are_drawn_on_a_log_scale_and_told():
    still = through_layers(*SIGNALS)
    falling, rising, coming, level = heights(still)
    assert falling[1] - falling[0] == pytest.approx(falling[2] - falling[1], abs=0.2) and falling[2] > falling[0]
    assert rising[2] < rising[1] < rising[0]
    assert coming[0] > coming[1] > coming[2] and level[0] == level[1] == level[2]
    assert labels(still).count("0.1") >= 2 and labels(still).count("2") >= 2
    assert "‖a‖ goes from 1 in layer 1 to 0.01 in layer 3" in still.alt
    assert "‖∂C/∂z‖ from 2 in layer 3 to 0.02 in layer 1" in still.alt


def test_a_signal_that_is_gone_or_beyond_numbers_leaves_its_line_broken_and_the_others_drawn():
    still = through_layers((0, 1), [[0.0, 0.0], [1.0, 1.0]], [[float("inf"), 1.0], [1.0, 1.0]])
    assert [len(line) for line in heights(still)] == [0, 2, 1, 2]
    nothing = through_layers((0,), [[0.0, 0.0]], [[0.0, 0.0]])
    assert [len(line) for line in heights(nothing)] == [0, 0]
