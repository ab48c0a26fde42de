"""The lecture's letters, as LaTeX and as plain text, from one source.

A ``Math`` is a piece of formula in both forms. ``Letters`` names the quantities of a network:
neurons are numbered z₁, z₂, … through the whole network and weights w⁽ˡ⁾ⱼₖ; the worked example's
shape, 2-1-2, has letters of its own: z, z′, z″, w₁ … w₄, b, b′, b″.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from math import isinf, isnan

_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True)
class Math:
    """A piece of formula: ``latex`` for prose and pages, ``text`` for tables and labels."""

    latex: str
    text: str

    def __add__(self, other):
        return Math(self.latex + other.latex, self.text + other.text)

    def __str__(self):
        return self.text


def math(latex, text=None):
    """A Math; where one string serves as both, once is enough."""
    return Math(latex, latex if text is None else text)


def join(pieces, separator):
    """The pieces with the separator between them."""
    pieces = list(pieces)
    whole = pieces[0]
    for piece in pieces[1:]:
        whole = whole + separator + piece
    return whole


PLUS, MINUS, EQUALS = math(" + "), math(" - ", " − "), math(" = ")
TIMES = math(r" \cdot ", " · ")
DOTS = math(r" \dots ", "…")
LONGEST_SUM = 6


def total(terms):
    """The terms added up; beyond six, the first five, dots and the last."""
    terms = list(terms)
    if len(terms) > LONGEST_SUM:
        terms = [*terms[: LONGEST_SUM - 2], DOTS, terms[-1]]
    return join(terms, PLUS)


@lru_cache(maxsize=4096)  # a picture holds hundreds, and a step changes few
def number(value, digits=3):
    """A number rounded to ``digits`` significant digits, with a true minus sign and no −0."""
    if isnan(value):
        return math(r"\text{undefined}", "undefined")
    if isinf(value):
        return math(r"\infty", "∞") if value > 0 else math(r"-\infty", "−∞")
    written = f"{value + 0.0:.{digits}g}"
    mantissa, _, exponent = written.partition("e")
    text = mantissa.replace("-", "−")
    if not exponent:
        return math(mantissa, text)
    power = str(int(exponent))
    return math(rf"{mantissa} \times 10^{{{power}}}", f"{text}×10{power.translate(_SUPERSCRIPTS).replace('-', '⁻')}")


def signed(value, digits=3):
    """A number as text, with its sign always printed."""
    text = number(value, digits).text
    return text if value < 0 or text == "0" else f"+{text}"


def factor(value):
    """A number inside a product: in brackets where it is negative."""
    written = number(value)
    return brackets(written) if value < 0 else written


def brackets(inner):
    """(inner)"""
    return math("(") + inner + math(")")


def times(*factors):
    """The factors with a dot between them."""
    return join(factors, TIMES)


def fraction(above, below):
    """above / below; as text with brackets where they are needed."""

    def closed(piece):
        whole = " " not in piece.text or re.fullmatch(r"\w+\([^()]*\)", piece.text)
        return piece.text if whole else f"({piece.text})"

    return Math(rf"\frac{{{above.latex}}}{{{below.latex}}}", f"{closed(above)}/{closed(below)}")


def square_brackets(inner):
    """[inner]"""
    return Math(r"\left[", "[") + inner + Math(r"\right]", "]")


def power(exponent):
    """e to this power."""
    return Math(f"e^{{{exponent.latex}}}", f"exp({exponent.text})")


def ln(piece):
    """The natural logarithm of a piece."""
    return Math(rf"\ln {piece.latex}", f"ln {piece.text}")


def one_minus(piece):
    """(1 − piece)"""
    return brackets(math("1") + MINUS + piece)


def partial(of, by):
    """∂of/∂by"""
    return Math(rf"\frac{{\partial {of.latex}}}{{\partial {by.latex}}}", f"∂{of.text}/∂{by.text}")


@lru_cache(maxsize=4096)
def subscripted(letter, *indices):
    """letter with indices below it: zⱼ, wⱼₖ; a comma where an index has two digits."""
    comma = "," if max(indices) > 9 else ""
    below = comma.join(map(str, indices))
    return Math(f"{letter}_{{{below}}}", letter + below.translate(_SUBSCRIPTS))


@lru_cache(maxsize=4096)
def of_layer(letter, l, *indices):
    """letter with its layer above it, counted from 0, and indices below: w⁽ˡ⁾ⱼₖ."""
    above = Math(f"^{{({l + 1})}}", f"⁽{str(l + 1).translate(_SUPERSCRIPTS)}⁾")
    return math(letter) + above + subscripted("", *indices)


def primed(letter, primes):
    """letter with that many primes."""
    return Math(letter + "'" * primes, letter + "′″"[primes - 1 : primes] if primes else letter)


def new(piece):
    """The quantity after the update."""
    return Math(rf"{{{piece.latex}}}^{{\text{{new}}}}", f"{piece.text} new")


def of_example(piece, n):
    """The quantity of example n (counted from 1): Cⁿ."""
    return Math(f"{piece.latex}^{{{n}}}", piece.text + str(n).translate(_SUPERSCRIPTS))


PRIME, SQUARED, HALF = Math("'", "′"), Math("^2", "²"), Math(r"\tfrac12 ", "½")
MINUS_SIGN = Math("-", "−")
C, L, ETA = math("C"), math("L"), Math(r"\eta", "η")


class Letters:
    """Names for the quantities of a network with these sizes. Indices count from 0, letters from 1."""

    def __init__(self, sizes):
        self.sizes = tuple(sizes)
        self.lecture = self.sizes == (2, 1, 2)

    def _count(self, l, j):
        """The neuron's number when all neurons are counted through the network."""
        return sum(self.sizes[1 : l + 1]) + j + 1

    def x(self, k):
        """Input k."""
        return subscripted("x", k + 1)

    def y(self, j):
        """Output j."""
        return subscripted("y", j + 1)

    def target(self, j):
        """The target of output j."""
        return Math(rf"\hat{{y}}_{{{j + 1}}}", "ŷ" + str(j + 1).translate(_SUBSCRIPTS))

    def z(self, l, j):
        """The pre-activation of neuron j of layer l."""
        return primed("z", l + j) if self.lecture else subscripted("z", self._count(l, j))

    def a(self, l, j):
        """a, or y in the last layer."""
        if l == len(self.sizes) - 2:
            return self.y(j)
        return math("a") if self.lecture else subscripted("a", self._count(l, j))

    def feed(self, l, k):
        """What feeds weight k of layer l: x or the a before it; this is ∂z/∂w."""
        return self.x(k) if l == 0 else self.a(l - 1, k)

    def w(self, l, j, k):
        """Weight k of neuron j of layer l."""
        if self.lecture:
            return subscripted("w", 2 * l + j + k + 1)
        return of_layer("w", l, j + 1, k + 1)

    def b(self, l, j):
        """The bias of neuron j of layer l."""
        return primed("b", l + j) if self.lecture else subscripted("b", self._count(l, j))
