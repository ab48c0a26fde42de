"""What a code cell prints for its reader: numbers that were compared, a sentence, a small table.

A cell holds no words of any language: it gives ids and symbols, and what is read comes from ``backprop.words``.
Numbers are rounded so that they are the same on every processor.
"""

from collections.abc import Iterable
from decimal import ROUND_HALF_EVEN, Decimal
from math import floor, isfinite, log10
from textwrap import fill

import numpy as np
from numpy.typing import ArrayLike

from backprop import words
from backprop.notation import number
from backprop.words import say

DECIMALS, DIGITS = 4, 3  # as many decimals as this at least, and of the largest entry as many digits
MOST_DECIMALS = 8  # beyond them a number is written with a power of ten
LARGEST = 1e15  # and from here on too
APART = 1e-6  # of the largest entry: numbers further apart than this do not agree
ROUNDING = 1e-9  # what a difference of two costs may lose of itself
FAINT = 1e-6  # below this size a difference of two costs judges nothing
LINE = 96  # letters in a line of prose
WIDE, TALL = 8, 6  # columns and rows that are shown of an array
DIFFERENCES = ("difference", "nudge")
SOURCES = (
    *("by_hand", "formula", "engine", *DIFFERENCES, "loop", "step", "examples", "together", "sum", "product"),
    *("paths", "backward", "columns", "rows", "entries", "matrices", "published", "counted", "yours", "used"),
)


class Disagreement(AssertionError):
    """What should agree does not."""


def agree(what: str, decimals: int | None = None, **sources: ArrayLike) -> None:
    """Print what each source says of one quantity, and a tick; raise where they are not the same.

    ``agree("∂C/∂z₃", by_hand=…, engine=…, difference=…)``, with numbers or arrays of one shape. ``what`` is a symbol
    or the id of a sentence; the names of the sources are ids, those of ``SOURCES``. They agree within a millionth of
    the largest entry; with ``decimals``, as for what somebody published, within half a unit of the last of these. So
    many are printed, or as many as it takes.
    Raises Disagreement, an AssertionError, for what differs; ValueError for fewer than two sources, one that is not
    known, and numbers too small for a finite difference to judge.
    """
    if unknown := [name for name in sources if name not in SOURCES]:
        raise ValueError(say("exercises.printed.no-source", name=unknown[0], sources=", ".join(SOURCES)))
    if len(sources) < 2:
        raise ValueError(say("exercises.printed.alone", what=what))
    arrays = {name: _numbers(what, name, values) for name, values in sources.items()}
    slack = 0.5000001 * 10.0**-decimals if decimals is not None else _slack(what, arrays)
    shown = decimals
    if decimals is None:
        shown = 0 if _whole(*sources.values()) else _decimals(*arrays.values())
    what = _word(what)
    (first, right), *others = arrays.items()
    for name, values in others:
        _compare(what, shown, (first, right), (name, values), slack)
    print(_seen(what, arrays, shown))


def tell(sentence: str, holds: bool | None = None, **fields: object) -> None:
    """Print the sentence of that id, or its paragraphs, with these fields: numbers and arrays rounded.

    With ``holds``, a tick before what is so. What is not so is marked, and told to be what the text says of the
    numbers that first stood in the cell.
    """
    said = say(sentence, **{name: _field(value) for name, value in fields.items()})
    if holds is not None:
        said = say("exercises.printed.so" if holds else "exercises.printed.not-so", sentence=said)
    for paragraph in said.split("\n"):
        print(fill(paragraph, LINE))


def table(heads: Iterable[str], rows: Iterable[Iterable[object]], decimals: int | None = None) -> None:
    """Print rows under their heads, each a symbol or the id of a sentence; a text in a row likewise.

    Numbers have at most so many ``decimals``, or as many as show the largest of a column with three digits.
    """
    columns = [_column(list(column), decimals) for column in zip(*rows, strict=True)]
    columns = [[_word(head), *column] for head, column in zip(heads, columns, strict=True)]
    widths = [max(map(len, column)) for column in columns]
    for row in zip(*columns, strict=True):
        print("   ".join(text.rjust(width) for text, width in zip(row, widths, strict=True)).rstrip())


def reveal(sentence: str | None = None, **fields: object) -> None:
    """Print the line that a folded output shows, which gives nothing away; then the sentence of that id, if any.

    It stands first in a cell whose output stays folded until somebody runs it.
    """
    print(say("exercises.printed.reveal"))
    if sentence is not None:
        tell(sentence, **fields)


# --------------------------------------------------------------------------------- comparing


def _numbers(what, name, values):
    """An array of finite floats."""
    array = np.asarray(values, dtype=float)
    if not np.isfinite(array).all():
        raise Disagreement(say("exercises.printed.not-finite", what=what, source=_source(name)))
    return array


def _slack(what, arrays):
    """How far apart two entries may be."""
    exact = [values for name, values in arrays.items() if name not in DIFFERENCES]
    size = _size(*(exact or arrays.values()))
    if len(exact) == len(arrays):
        return APART * size
    if 0 < size < FAINT:
        raise ValueError(say("exercises.printed.faint", what=what, size=number(size)))
    return APART * size + ROUNDING


def _compare(what, decimals, one, other, slack):
    """Raise where two sources differ, with both numbers at the first place where they do."""
    (first, right), (second, values) = one, other
    sources = {"what": what, "first": _source(first), "second": _source(second)}
    if right.shape != values.shape:
        shapes = {"shape": right.shape, "other": values.shape}
        raise Disagreement(say("exercises.printed.shapes", **sources, **shapes))
    wrong = np.argwhere(~(np.abs(right - values) <= slack))
    if len(wrong):
        place = tuple(int(i) for i in wrong[0])
        digits = decimals
        while (texts := (_text(right[place], digits), _text(values[place], digits)))[0] == texts[1] and digits < 17:
            digits += 1
        if place:
            sources["what"] = f"{what}[{', '.join(map(str, place))}]"
        raise Disagreement(say("exercises.printed.differs", **sources, one=texts[0], other=texts[1]))


# ----------------------------------------------------------------------------------- writing


def _seen(what, arrays, decimals):
    """What was compared: on a line where it fits into one, else a row of an array a line."""
    precision = say("exercises.printed.precision", n=decimals)
    if decimals > MOST_DECIMALS:
        precision = say("exercises.printed.digits", n=DIGITS)
    elif not decimals:
        precision = say("exercises.printed.whole")
    shape = next(iter(arrays.values())).shape
    if len(shape) < 2:
        told = " · ".join(
            say("exercises.printed.source-says", source=_source(name), value=_row(values, decimals))
            for name, values in arrays.items()
        )
        if not shape:
            return say("exercises.printed.agree", what=what, told=told, precision=precision)
        line = say("exercises.printed.agree-array", what=what, shape=shape, told=told, precision=precision)
        if len(line) <= LINE:
            return line
    lines = [say("exercises.printed.array", what=what, shape=shape)]
    names = [_source(name) for name in arrays]
    for name, values in zip(names, arrays.values(), strict=True):
        for n, row in enumerate(_block(values, decimals)):
            lines.append(f"  {('' if n else name).ljust(max(map(len, names)))}   {row}")
    return "\n".join([*lines, say("exercises.printed.agreed", precision=precision)])


def _row(values, decimals):
    """A number; or the entries of a small array in parentheses."""
    if not values.shape:
        return _text(values.item(), decimals)
    return f"({', '.join(_text(value, decimals) for value in values.tolist())})"


def _block(values, decimals):
    """The rows of an array as lines, dots in the place of what is left out."""
    rows = values.reshape(-1, values.shape[-1]) if values.size else values.reshape(0, 0)
    texts = [[_text(value, decimals) for value in row[:WIDE]] for row in rows[:TALL].tolist()]
    width = max((len(text) for row in texts for text in row), default=0)
    for row in texts:
        cut = "  …" if rows.shape[1] > WIDE else ""
        yield "  ".join(text.rjust(width) for text in row) + cut
    if len(rows) > TALL:
        yield "…".rjust(width)


def _text(value, decimals):
    """A number with so many decimals, a true minus sign and no −0; with a power of ten where it takes too many.

    It is rounded twice, first to three places more: what differs between processors is gone before it can tip over.
    """
    if decimals > MOST_DECIMALS or not abs(value) < LARGEST:
        return number(value, DIGITS).text
    rounded = Decimal(repr(float(value)))
    for places in (decimals + 3, decimals):
        rounded = rounded.quantize(Decimal(1).scaleb(-places), ROUND_HALF_EVEN)
    return f"{rounded if rounded else abs(rounded)}".replace("-", "−")


def _decimals(*arrays):
    """How many decimals show the largest entry with three digits: four or more."""
    size = _size(*arrays)
    digits = floor(log10(size * (1 + APART))) if size else 0  # a last digit that differs must not tip it over
    return max(DECIMALS, DIGITS - 1 - digits) if digits < 3 else max(0, DECIMALS + 2 - digits)


def _whole(*values):
    """Whether these count something: all are of a type for whole numbers."""
    return all(np.asarray(value).dtype.kind in "iub" for value in values)


def _size(*arrays):
    """The size of the largest entry that is finite."""
    finite = (np.abs(values[np.isfinite(values)]) for values in map(np.asarray, arrays))
    return max((float(values.max(initial=0.0)) for values in finite), default=0.0)


def _column(values, decimals):
    """The texts of a column of a table, its numbers with as many decimals each, and none that is 0 in all of them."""
    finite = [value for value in values if not isinstance(value, str) and isfinite(value)]
    most = 0 if _whole(*finite) else _decimals(*map(np.asarray, finite)) if decimals is None else decimals
    while most and all(_text(value, most).endswith("0") for value in finite):
        most -= 1
    return [_word(value) if isinstance(value, str) else _entry(value, most) for value in values]


def _entry(value, decimals):
    """A number of a table."""
    return _text(value, decimals) if isfinite(value) else number(float(value)).text


def _field(value):
    """What is put into a sentence: a whole number or a text as it is, other numbers rounded."""
    if isinstance(value, (str, int, np.integer)):
        return value
    array = np.asarray(value, dtype=float)
    decimals = 0 if _whole(value) else _decimals(array)
    if not array.shape:
        return _column([array.item()], decimals)[0]
    return _row(array, decimals) if array.ndim < 2 else str(array.shape)


def _word(text):
    """A text that is the id of a sentence is said; a symbol is itself."""
    return say(text) if text in words.sentences(words.ENGLISH) else text


def _source(name):
    return say(f"exercises.printed.source.{name}")
