"""The site's formulas: what stands apart, what stands close, and what the search makes of them."""

import re
import sys
from pathlib import Path

import pytest

for needed in ("sphinx", "latex2mathml", "fontTools"):
    pytest.importorskip(needed)
sys.path.insert(0, str(Path(__file__).parents[1] / "docs" / "site"))
from formulas import Search, written  # noqa: E402


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


def test_a_difference_stands_upright_and_a_letter_slanted():
    assert '<mi mathvariant="normal">Δ</mi><mi>z</mi>' in written(r"\Delta z", "inline")


def test_a_prime_is_no_power_and_a_slope_stands_close():
    assert "<msup>" not in written("z' + z''", "inline") and told("z'") == "z′"
    assert "<msup>" in written("z^2", "inline")
    assert '<mo lspace="0" rspace="0">/</mo>' in written(r"\partial C/\partial z", "inline")


def test_a_formula_is_found_as_it_is_typed():
    assert Search({}).split(r"\frac{\partial C}{\partial z_3}")[0] == "∂C/∂z₃"
