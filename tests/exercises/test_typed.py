"""What was typed is read as it was meant, and refused in a sentence where it can be read in two ways."""

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from backprop.exercises.typed import read_numbers, read_one


@pytest.mark.parametrize(
    ("answer", "value"),
    [
        *((f"{dash}1.5", -1.5) for dash in ("-", "−", "–", "—", "‐", "‑", "﹣", "－", "˗", "− ", "- ")),
        *((f"{typed}", -1.5) for typed in ("−3⁄2", "-3∕2", "−1½", "- 1½", "-3 ⁄ 2")),
        *((typed, -1.5) for typed in ("−１．５", "－１.５", "－１，５", "－３／２", "－１５ｅ－１")),
        ("＋１．５", 1.5),
        ("½", 0.5),
        ("⅜", 0.375),
        ("11½", 11.5),
        ("½ ", 0.5),
        ("+1.5", 1.5),
        ("3/8", 0.375),
        ("−3 / 8", -0.375),
        ("1e-3", 1e-3),
        ("2E3", 2000.0),
        ("0.2·10^-3", 2e-4),
        ("2×10⁻³", 2e-3),
        ("2 x 10^{-3}", 2e-3),
        ("2*10**-3", 2e-3),
        ("−1,5·10⁻²", -0.015),
        ("10^-3", None),
        ("0,382", 0.382),
        (",5", 0.5),
        ("2.", 2.0),
        (" 7\n", 7.0),
        (np.float32(0.1), float(np.float32(0.1))),
        (np.float16(0.5), 0.5),
        (np.int64(3), 3.0),
        (np.array(2.5), 2.5),
        (np.array([[2.5]]), 2.5),
        ([2.5], 2.5),
        ((2.5,), 2.5),
        (["2.5"], 2.5),
        (Fraction(3, 8), 0.375),
        (Decimal("0.25"), 0.25),
        (4, 4.0),
    ],
)
def test_every_way_to_give_one_number_is_read(answer, value):
    if value is None:
        with pytest.raises(ValueError, match="is not a number that can be compared"):
            read_one(answer)
    else:
        assert read_one(answer).value == value


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("1,234", r"'1,234' can be read in two ways, as 1.234 and as 1234"),
        ("1,234,567", "has commas between its digits; write 1234567"),
        ("3/0", "'3/0' divides by 0"),
        ("3/", "is not a number"),
        ("38%", "is not a number"),
        *((typed, "is not a number") for typed in ("0.1½", "½e3", "½½", "3/½", "½/3", "1 ½")),
        ("1.2.3", "is not a number"),
        ("0 5", "is not a number"),
        ("--1", "is not a number"),
        (True, "True is not a number"),
        (np.True_, "is not a number"),
        (1j, "1j is not a number"),
        ({}, "is not a number"),
        (iter([1]), "is not a number"),
        ([], "0 numbers came; expected one"),
        (np.ones(3), "3 numbers came; expected one"),
        ("nan", "finite"),
        ("-inf", "finite"),
        ("1e999", "finite"),
        (float("nan"), "finite"),
        (10**400, "is not a number that can be compared"),
    ],
)
def test_what_is_not_one_number_is_refused_in_a_sentence(answer, words):
    with pytest.raises(ValueError, match=words):
        read_one(answer)


@pytest.mark.parametrize(
    ("answer", "digits"),
    [("0.382", 3), ("−0,0382", 3), ("0.38200", 5), (0.5, 1), (np.float32(0.1), 6), (np.float16(0.1), 3), ("3/8", 17)],
)
def test_the_digits_that_were_given_are_counted(answer, digits):
    assert read_one(answer).digits == digits


@pytest.mark.parametrize(
    ("text", "count", "values"),
    [
        ("0.5, −1", 2, [0.5, -1.0]),
        ("0.5 −1", 2, [0.5, -1.0]),
        ("0.5,-1", 2, [0.5, -1.0]),
        ("0.5,1.5", 2, [0.5, 1.5]),
        ("0,5; 1,5", 2, [0.5, 1.5]),
        ("1, 2,  3", None, [1.0, 2.0, 3.0]),
        ("[1, 2]", 2, [1.0, 2.0]),
        ("– 1 , 2", 2, [-1.0, 2.0]),
        ("3/8 1e-3 2×10⁻³", 3, [0.375, 1e-3, 2e-3]),
        ("1,5", 1, [1.5]),
        ("½, −1¼", 2, [0.5, -1.25]),
        ("[½ 1 ½]", 3, [0.5, 1.0, 0.5]),
        ("1⁄2; 3∕4", 2, [0.5, 0.75]),
        ("", None, []),
    ],
)
def test_a_field_for_several_numbers_is_read(text, count, values):
    assert read_numbers(text, count) == values


@pytest.mark.parametrize(
    ("text", "count", "words"),
    [
        ("1,5", 2, "1,5 can be read as 1.5, and as 1 and 5"),
        ("1,5", None, "1,5 can be read as 1.5, and as 1 and 5"),
        ("0.1 0,2", 2, "0,2 can be read as 0.2, and as 0 and 2"),
        ("up", 2, "'up' is not a row of numbers; write 2, such as 0.5, −1."),
        ("up", 1, "'up' is not a row of numbers; write 1, such as 0.5."),
        ("up", None, "'up' is not a row of numbers; write some, such as 0.5, −1."),
        ("1", 2, "1 number came; expected 2"),
        ("1 2", 1, "2 numbers came; expected 1"),
        ("", 1, "0 numbers came; expected 1"),
        ("inf", 1, "finite numbers?"),
        ("1 1e999", 2, "expected finite numbers"),
    ],
)
def test_a_field_that_cannot_be_read_says_why(text, count, words):
    with pytest.raises(ValueError, match=words):
        read_numbers(text, count)


def test_digits_of_full_width_stand_in_rows_too_and_count_as_others_do():
    assert read_numbers("１．５; －２", 2) == [1.5, -2.0]
    assert read_one("−１．５０") == read_one("-1.50")
    with pytest.raises(ValueError, match="can be read in two ways"):
        read_one("１，２３４")


@pytest.mark.parametrize("text", ["٣", "٣٫٥", "٣.٥", "१", "3٣", "1e٣", "1/٣", "٣½", "10^٣"])
def test_digits_of_other_scripts_are_refused_as_what_is_no_number_is(text):
    with pytest.raises(ValueError, match="is not a number that can be compared; write one such as"):
        read_one(text)
    with pytest.raises(ValueError, match="is not a row of numbers"):
        read_numbers(f"1; {text}", 2)
