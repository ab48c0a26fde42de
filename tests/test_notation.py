"""Formulas in three forms from one source: LaTeX, text, and MathML that a browser draws by itself."""

import re
import xml.etree.ElementTree as ET

import pytest

from backprop import Layer, Network, walkthrough
from backprop.examples import dead_relu_network, lecture_network, worked_example
from backprop.notation import (
    EQUALS,
    MINUS,
    PLUS,
    TIMES,
    Math,
    brackets,
    factor,
    fraction,
    hat,
    math,
    mathml,
    number,
    of_example,
    of_layer,
    ordinary,
    partial,
    plain,
    primed,
    squared,
)


def text(markup):
    return " ".join(ET.fromstring(f"<all>{markup}</all>").itertext())


def walks():
    yield walkthrough(*lecture_network())
    yield walkthrough(*worked_example(), example=1)
    yield walkthrough(*dead_relu_network(), loss="squared_error")
    for name in ("tanh", "leaky_relu", "gelu", "identity", "softmax"):
        yield walkthrough(Network([Layer([[1, 2], [3, 1e-9]], [0, 1], name)]), [1, -1e5], [1, 0], "squared_error")
    yield walkthrough(Network([Layer([[1], [2]], [0, 1], "softmax")]), [1], [1, 0], "categorical_cross_entropy")


@pytest.mark.parametrize("walk", list(walks()), ids=lambda walk: walk.network.layers[-1].activation + " " + walk.loss)
def test_every_formula_of_a_walkthrough_has_the_same_numbers_and_letters_in_every_form(walk):
    for step in walk:
        for line in step.lines:
            for whole in (line.symbol + EQUALS + line.formula, line.symbol + EQUALS + line.numbers):
                shown, latex = text(mathml(whole)), whole.latex
                numbers = re.findall(r"[\d.]+", latex.replace(r"\tfrac12", r"\tfrac 1 2"))
                assert sorted(re.findall(r"[\d.]+", shown)) == sorted(numbers)
                for sign in ("=", "σ", "new"):
                    assert shown.count(sign) == whole.text.count(sign)
                assert shown.count("∂") == latex.count(r"\partial")


def test_fractions_scripts_and_primes_are_nested_as_written():
    assert mathml(partial(math("C"), primed("z", 1))) == (
        "<math><mrow><mfrac><mrow><mi>∂</mi><mi>C</mi></mrow>"
        '<mrow><mi>∂</mi><mrow><mi>z</mi><mo lspace="0" rspace="0">′</mo></mrow></mrow></mfrac></mrow></math>'
    )
    w = of_layer("w", 1, 1, 2)
    assert w.latex == "w^{(2)}_{12}" and w.text == "w⁽²⁾₁₂"
    assert "<msubsup><mi>w</mi><mrow><mn>12</mn></mrow><mrow><mo>(</mo><mn>2</mn><mo>)</mo></mrow></msubsup>" in mathml(
        w
    )
    assert (ordinary(math("z"), math("x")).latex, ordinary(math("z"), math("x")).text) == (r"\frac{dz}{dx}", "dz/dx")
    assert (hat("y", 2).latex, hat("y", 2).text) == (r"\hat{y}_{2}", "ŷ₂")
    assert of_example(math("θ"), "n+1").text == "θⁿ⁺¹"


def test_a_square_is_of_the_whole_bracket():
    inner = brackets(math("a") + MINUS + math("b"))
    assert re.fullmatch(r"<msup><mrow><mo>\(</mo>.*<mo>\)</mo></mrow><mn>2</mn></msup>", squared(inner).mathml[0])


def test_a_long_formula_can_wrap_between_its_pieces_and_before_a_further_term():
    assert mathml(math("a"), EQUALS + math("b")).count("<math>") == 2
    parts = mathml(math("z") + EQUALS + math("w") + PLUS + math("b")).split("<wbr/>")
    assert parts[1] == '<math><mrow><mo form="infix">+</mo><mi>b</mi></mrow></math>'
    assert "<wbr/>" not in mathml(fraction(math("a") + PLUS + math("b"), math("c")))


def test_a_sign_stands_close_to_its_number_and_a_difference_apart():
    sign, difference = '<mo form="prefix">−</mo>', '<mo form="infix">−</mo>'
    for piece in (factor(-1), EQUALS + number(-1), math("2") + TIMES + number(-1)):
        assert sign in mathml(piece) and difference not in mathml(piece)
    assert difference in mathml(math("2") + MINUS + math("1"))


def test_text_is_text_and_never_markup():
    assert mathml(Math("x", "<b>")) == "<math><mrow><mtext>&lt;b&gt;</mtext></mrow></math>"
    assert plain(math("a < b")) == "a &lt; b"


def test_a_single_call_over_a_fraction_line_needs_no_brackets_and_a_sum_does():
    assert fraction(math("exp(z new)"), math("exp(z new) + exp(z₂)")).text == "exp(z new)/(exp(z new) + exp(z₂))"
    assert fraction(math("f(x) g(y)"), math("2")).text == "(f(x) g(y))/2"
