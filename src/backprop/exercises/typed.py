"""Reading what was typed: one number, or several in a field.

Any dash is a minus sign, with or without a space after it; 3/8, ⅜, 1½, 1e-3, 2×10⁻³ and 0.2·10^-3 are numbers. A
decimal comma is read where one number is asked for, and refused where it could as well stand between two. Digits and
signs may be of full width: −１．５. Digits of other scripts are not read.
"""

import math
import re
import unicodedata
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

import numpy as np

from backprop.words import say

DASHES = str.maketrans(dict.fromkeys("−–—‐‑‒﹣－˗", "-") | dict.fromkeys("⁄∕／", "/"))
FULL_WIDTH = str.maketrans("０１２３４５６７８９．，＋ｅＥ", "0123456789.,+eE")  # as on a Chinese or Japanese keyboard
FRACTION = re.compile(
    r"(?<![0-9.,])([0-9]*)([¼-¾⅐-⅞])(?![^\s,;)\]}])"
)  # ½ as one sign, with a whole number before it or none
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}(,[0-9]{3})+")
DECIMAL_COMMA = re.compile(r"[-+]?[0-9]+,[0-9]+")  # or two whole numbers
MANTISSA = r"[-+]?(?:[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+)"
POWER = r"(?:e(?P<e>[-+]?[0-9]+)|(?:[×x*·⋅]|\\cdot|\\times)?10(?:\^|\*\*)[({]?(?P<ten>[-+]?[0-9]+)[)}]?)?"
NUMBER = re.compile(f"(?P<mantissa>{MANTISSA}){POWER}", re.IGNORECASE)
EXACT = 17  # digits of a number that was not rounded


class Typed(NamedTuple):
    """One number: its value, and how many significant digits it was given with."""

    value: float
    digits: int


def read_one(answer: object) -> Typed:
    """The number that was given, typed or as any Python or NumPy number, also alone in a list or an array.

    Raises ValueError, in a sentence with what came and what was expected, for anything else.
    """
    if isinstance(answer, np.ndarray | list | tuple):
        answer = _alone(answer)
    typed = _of_text(answer) if isinstance(answer, str) else _of_number(answer)
    if typed is None:
        raise ValueError(say("exercises.typed.no-number", answer=f"{answer!r:.40}"))
    if not math.isfinite(typed.value):
        raise ValueError(say("exercises.typed.not-finite"))
    return typed


def read_numbers(text: str, count: int | None = None) -> list[float]:
    """The numbers in a text: between them spaces, a comma and a space, or semicolons; ``count`` of them, or any number.

    A field for one number takes a decimal comma. Raises ValueError, in a learner's sentence.
    """
    if count == 1 and len(_parts(text)) == 1:
        typed = _of_text(text)  # with a decimal comma, if need be
        values = [typed.value if typed else _refuse(text, count)]
    else:
        values = [_one_of_several(text, part, count) for part in _parts(text)]
    if count is not None and len(values) != count:
        raise ValueError(say("exercises.typed.count", n=len(values), expected=count))
    if not np.isfinite(values).all():
        raise ValueError(say("exercises.typed.not-finite-here"))
    return values


def _parts(text):
    """The texts between semicolons, or between commas with a space, or between spaces."""
    text = re.sub(r"(^|[\s,;(])-\s+", r"\1-", _plain(text))
    text = re.sub(r"\s*([×·⋅/])\s*", r"\1", text).strip("()[]{}")
    if ";" in text:
        return [part.strip() for part in text.split(";") if part.strip()]
    parts = re.split(r",\s+|\s+,\s*|\s+", text)
    apart = ([part] if DECIMAL_COMMA.fullmatch(part) else part.split(",") for part in parts)
    return [each for part in apart for each in part if each]


def _one_of_several(text, part, count):
    """One number of a field for several: no comma in it. Raises ValueError."""
    if DECIMAL_COMMA.fullmatch(part) and ";" not in text:
        first, second = part.split(",")
        raise ValueError(say("exercises.typed.comma", text=part, one=f"{first}.{second}", first=first, second=second))
    typed = _of_text(part)
    return typed.value if typed else _refuse(text, count)


def _refuse(text, count):
    """Say that a field's text is no row of numbers."""
    if count is None:
        raise ValueError(say("exercises.typed.no-row", text=repr(text)))
    raise ValueError(say("exercises.typed.no-row-of", text=repr(text), n=count))


def _alone(values):
    """The one number in a list or an array. Raises ValueError where it is not alone."""
    try:
        held = np.asarray(values).reshape(-1)
    except ValueError:  # rows of unequal length
        held = values
    if len(held) != 1:
        raise ValueError(say("exercises.typed.several", n=len(held)))
    return held[0]


def _plain(text):
    """The text with one kind of dash, of slash, of space and of digit."""
    text = text.translate(FULL_WIDTH)
    text = FRACTION.sub(_spelled_out, text)
    text = re.sub(r"(?<=10)([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)", lambda found: "^" + found[0].translate(RAISED), text)
    return re.sub(r"\s", " ", text).translate(DASHES).strip()


def _spelled_out(found):
    """A fraction that is one sign, and the whole number before it, as two numbers and a slash: 1½ as 3/2."""
    over, under = map(int, unicodedata.normalize("NFKC", found[2]).split("⁄"))
    return f"{int(found[1] or 0) * under + over}/{under}"


def _of_text(text):
    """A text as a number, or None. Raises ValueError where it can be read in two ways."""
    plain = _plain(text).replace(" ", "") if re.search(r"\d \d", _plain(text)) is None else _plain(text)
    if THOUSANDS.fullmatch(plain):
        raise ValueError(_in_two_ways(text, plain))
    over, bar, under = plain.partition("/")
    if bar:
        over, under = (NUMBER.fullmatch(part) for part in (over, under))
        if not over or not under:
            return None
        if not _exact(under):
            raise ValueError(say("exercises.typed.over-zero", text=repr(text)))
        return Typed(_float(_exact(over) / _exact(under)), EXACT)
    found = NUMBER.fullmatch(plain)
    if found:
        return Typed(_float(_exact(found)), _digits(found["mantissa"]))
    words = re.fullmatch(r"[-+]?(inf|infinity|nan|∞)", plain, re.IGNORECASE)
    return Typed(math.nan, 0) if words else None


def _in_two_ways(text, plain):
    """What is said of commas that may mark thousands or be decimal."""
    whole = plain.replace(",", "")
    if plain.count(",") > 1:
        return say("exercises.typed.thousands", text=repr(text), whole=whole)
    return say("exercises.typed.two-ways", text=repr(text), decimal=plain.replace(",", "."), whole=whole)


def _exact(found):
    """A matched number as a fraction, with nothing rounded; a power beyond the range of numbers is cut."""
    power = int(found["e"] or found["ten"] or 0)
    return Fraction(found["mantissa"].replace(",", ".")) * Fraction(10) ** max(-400, min(400, power))


def _float(value):
    """A fraction as a float, infinite where it is out of range."""
    try:
        return float(value)
    except OverflowError:
        return math.inf


def _digits(mantissa):
    """How many significant digits a mantissa shows; those of a whole number are all meant."""
    digits = re.sub(r"[-+.,]", "", mantissa).lstrip("0")
    return len(digits) if re.search("[.,]", mantissa) else max(len(digits), 3)


def _of_number(answer):
    """A Python or NumPy number, or None for anything that is not one."""
    if isinstance(answer, bool | np.bool_ | complex | np.complexfloating):
        return None
    if not isinstance(answer, int | float | Fraction | Decimal | np.number):
        return None
    try:
        value = float(answer)
    except (OverflowError, TypeError, ValueError):
        return None
    shown = re.sub(r"e.*", "", str(answer).lower()) if isinstance(answer, float | np.floating | Decimal) else ""
    if isinstance(answer, np.float32 | np.float16):
        return Typed(value, 6 if isinstance(answer, np.float32) else 3)
    return Typed(value, _digits(shown) if shown else max(len(str(answer).lstrip("-")), 3))
