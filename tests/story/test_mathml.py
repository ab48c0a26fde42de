"""Live formulas: every formula a walkthrough writes becomes MathML, with nothing dropped."""

import re
import xml.etree.ElementTree as ET

import pytest

from backprop import Layer, Network, walkthrough
from backprop.examples import dead_relu_network, lecture_network, worked_example
from backprop.notation import fraction, math
from backprop.story.mathml import mathml


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
def test_every_formula_of_a_walkthrough_keeps_every_number_and_letter(walk):
    for step in walk:
        for line in step.lines:
            for latex in (line.symbolic, line.substituted):
                shown = text(mathml(latex))
                numbers = re.findall(r"[\d.]+", latex.replace(r"\tfrac12", r"\tfrac 1 2"))
                assert sorted(re.findall(r"[\d.]+", shown)) == sorted(numbers)
                assert shown.count("∂") == latex.count(r"\partial")
                assert shown.count("=") == latex.count("=")


def test_fractions_scripts_and_primes_are_nested_as_written():
    assert mathml(r"\frac{\partial C}{\partial z'}") == (
        "<math><mrow><mfrac><mrow><mi>∂</mi><mi>C</mi></mrow>"
        '<mrow><mi>∂</mi><mrow><mi>z</mi><mo lspace="0" rspace="0">′</mo></mrow></mrow></mfrac></mrow></math>'
    )
    assert "<msubsup><mi>w</mi><mrow><mn>12</mn></mrow><mrow><mo>(</mo><mn>2</mn><mo>)</mo></mrow></msubsup>" in mathml(
        "w^{(2)}_{12}"
    )


def test_a_long_formula_can_wrap_between_its_pieces():
    assert mathml("a", "= b").count("<math>") == 2
    assert (
        mathml("z = w_{1 + 2} + b").split("<wbr/>")[1] == '<math><mrow><mo form="infix">+</mo><mi>b</mi></mrow></math>'
    )
    assert mathml("+ b").count("<math>") == 1


def test_a_sign_stands_close_to_its_number_and_a_difference_apart():
    sign, difference = '<mo form="prefix">−</mo>', "<mo>−</mo>"
    for latex in ("(-1)", "= -1", r"2 \cdot -1", "[-1]"):
        assert sign in mathml(latex) and difference not in mathml(latex)
    for latex in ("2 - 1", "(2) - 1", "y_{1} - 1"):
        assert difference in mathml(latex) and sign not in mathml(latex)


@pytest.mark.parametrize("latex", [r"\unknown{x}", r"\frac{a}", "{a", "a & b", r"\tfrac34"])
def test_what_is_not_known_is_refused_and_never_dropped(latex):
    with pytest.raises(ValueError):
        mathml(latex)


def test_a_single_call_over_a_fraction_line_needs_no_brackets_and_a_sum_does():
    assert fraction(math("exp(z new)"), math("exp(z new) + exp(z₂)")).text == "exp(z new)/(exp(z new) + exp(z₂))"
    assert fraction(math("f(x) g(y)"), math("2")).text == "(f(x) g(y))/2"
