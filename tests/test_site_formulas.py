"""The site's formulas: what stands apart, what stands close, and what the search makes of them."""

import base64
import io
import re
import sys
from pathlib import Path

import pytest

for needed in ("sphinx", "latex2mathml", "fontTools", "ziamath", "brotli"):
    pytest.importorskip(needed)
sys.path.insert(0, str(Path(__file__).parents[1] / "docs" / "site"))
from formulas import Search, font, written  # noqa: E402


def told(latex):
    """What a formula says, a space wherever it has room."""
    inside = re.sub(r'<mspace width="0.17em" ?/>', " ", written(latex, "inline"))
    return re.sub(r"<[^>]+>", "", inside)


@pytest.mark.parametrize(
    "latex, said",
    [
        (r"-\ln y", "−ln y"),
        (r"w\ln y + 2\ln(1 - y)", "w ln y+2 ln(1−y)"),
        (r"(1 - t)\ln(1 - y)", "(1−t) ln(1−y)"),
        (r"\tanh^2 z", "tanh2 z"),
        (r"\max(z, 0)", "max(z,0)"),
        (r"2\,\ln y", "2ln y"),  # it has its own room there
    ],
)
def test_a_functions_name_stands_apart_but_not_from_its_parenthesis(latex, said):
    assert told(latex) == said


@pytest.mark.parametrize(
    "latex, signs",
    [(r"w = -2", "-2"), (r"0.8 \cdot (-1)", "-1"), (r"a - b", ""), (r"(a) - b", ""), (r"-\eta", ""), (r"|a| + 1", "")],
)
def test_a_sign_stands_close_to_its_number_and_an_operation_does_not(latex, signs):
    found = re.findall(r'<mo form="prefix">(.)</mo><mn>(\d)', written(latex, "inline"))
    assert "".join(sign + number for sign, number in found) == signs.replace("-", "−")


def test_a_norms_two_bars_are_alike():
    bars = re.findall(r"<mo[^>]*>‖", written(r"\lVert\nabla L\rVert^2", "inline"))
    assert len(bars) == 2 and all('stretchy="false"' in bar for bar in bars)


def test_a_difference_stands_upright_and_a_letter_slanted():
    assert '<mi mathvariant="normal">Δ</mi><mi>z</mi>' in written(r"\Delta z", "inline")


def test_a_prime_is_no_power_and_a_slope_stands_close():
    assert "<msup>" not in written("z' + z''", "inline") and told("z'") == "z′"
    assert "<msup>" in written("z^2", "inline")
    assert '<mo lspace="0" rspace="0">/</mo>' in written(r"\partial C/\partial z", "inline")


def test_the_font_has_all_letters_of_a_formula_and_the_root_that_none_of_them_names():
    from fontTools.ttLib import TTFont

    made = font([written(r"1/\sqrt{n} = \eta", "inline")])
    data = base64.b64decode(re.search(r"base64,([^)]+)\)", made)[1])
    there = TTFont(io.BytesIO(data)).getBestCmap()
    assert {ord(c) for c in "√1/=𝑛𝜂"} <= there.keys() and ord("Ω") not in there


def test_a_formula_is_found_as_it_is_typed():
    assert Search({}).split(r"\frac{\partial C}{\partial z_3}")[0] == "∂C/∂z₃"
