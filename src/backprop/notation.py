"""The lecture's letters, as LaTeX, as plain text and as MathML, from one source.

A ``Math`` is a piece of formula in the three forms. ``Letters`` names the quantities of a network:
neurons are numbered z₁, z₂, … through the whole network and weights w⁽ˡ⁾ⱼₖ; the worked example's
shape, 2-1-2, has letters of its own: z, z′, z″, w₁ … w₄, b, b′, b″.
"""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from html import escape
from math import isinf, isnan

from backprop.words import say

_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_SUPERSCRIPTS = str.maketrans("0123456789n+", "⁰¹²³⁴⁵⁶⁷⁸⁹ⁿ⁺")


@dataclass(frozen=True)
class Math:
    """A piece of formula: ``latex`` for prose, ``text`` for tables and labels, ``mathml`` for a page.

    MathML is in parts, between which a long formula can wrap. Where it is not given, as ``marked``, it is the text: a
    number, a letter, or words.
    """

    latex: str
    text: str
    marked: tuple = ()

    @cached_property
    def mathml(self):
        """The MathML, in parts; made where it is asked for, since a table asks for text alone."""
        return self.marked or (_element(self.text),)

    def __add__(self, other):
        mathml = (*self.mathml[:-1], self.mathml[-1] + other.mathml[0], *other.mathml[1:])
        return Math(self.latex + other.latex, self.text + other.text, mathml)

    def __str__(self):
        return self.text

    @property
    def row(self):
        """The MathML as one element, which does not wrap."""
        return f"<mrow>{''.join(self.mathml)}</mrow>"


def _element(text):
    """MathML of a text that is one number, one letter or name, or some words."""
    kind = "mn" if re.fullmatch(r"[\d.]+", text) else "mi" if text.isalpha() else "mtext"
    return f"<{kind}>{escape(text)}</{kind}>" if text else ""


def mathml(*pieces: Math) -> str:
    """Inline ``<math>`` elements; between them, and before each sum's next term, a long formula can wrap."""
    parts = (filter(None, piece.mathml) for piece in pieces)
    return " ".join("<wbr/>".join(f"<math><mrow>{part}</mrow></math>" for part in those) for those in parts)


def plain(*pieces: Math) -> str:
    """The pieces as text, for a reader whose page may strip MathML."""
    return " ".join(escape(piece.text.strip()) for piece in pieces)


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


def _operator(latex, text, sign, form=""):
    """An operator between two pieces, or a sign before one; ``form`` where it does not follow from its place."""
    form = f' form="{form}"' if form else ""
    return Math(latex, text, (f"<mo{form}>{sign}</mo>",))


# Before a plus a sum can wrap; it then still adds, though it opens a line.
PLUS = Math(" + ", " + ", ("", '<mo form="infix">+</mo>'))
MINUS, EQUALS = _operator(" - ", " − ", "−", "infix"), _operator(" = ", " = ", "=")
TIMES, DOTS = _operator(r" \cdot ", " · ", "·"), _operator(r" \dots ", "…", "…")
MINUS_SIGN = _operator("-", "−", "−", "prefix")
OPEN, CLOSE = _operator("(", "(", "("), _operator(")", ")", ")")
PRIME = Math("'", "′", ('<mo lspace="0" rspace="0">′</mo>',))  # on the line, where its glyph is made to stand
HALF = Math(r"\tfrac12 ", "½", ("<mfrac><mn>1</mn><mn>2</mn></mfrac>",))
LONGEST_SUM = 6


def total(terms):
    """The terms added up; beyond six, the first five, dots and the last."""
    terms = list(terms)
    if len(terms) > LONGEST_SUM:
        terms = [*terms[: LONGEST_SUM - 2], DOTS, terms[-1]]
    return join(terms, PLUS)


def number(value, digits=3):
    """A number rounded to ``digits`` significant digits, with a true minus sign and no −0."""
    if isnan(value):
        undefined = say("notation.undefined")
        return math(rf"\text{{{undefined}}}", undefined)
    return _rounded(value, digits)


@lru_cache(maxsize=4096)  # a picture holds hundreds, and a step changes few
def _rounded(value, digits):
    if isinf(value):
        return INFINITY if value > 0 else MINUS_SIGN + INFINITY
    written = f"{value + 0.0:.{digits}g}"
    mantissa, _, exponent = written.partition("e")
    sign, digits = mantissa.startswith("-"), math(mantissa.lstrip("-"))
    if exponent:
        n = str(int(exponent))
        raised = n.translate(_SUPERSCRIPTS).replace("-", "⁻")
        tail = f"<mo>×</mo><msup><mn>10</mn><mrow>{'<mo>−</mo>' * (n[0] == '-')}<mn>{n.lstrip('-')}</mn></mrow></msup>"
        digits = digits + Math(rf" \times 10^{{{n}}}", f"×10{raised}", (tail,))
    return MINUS_SIGN + digits if sign else digits


def printed(value, digits):
    """A number as Python prints it, rounded to ``digits`` significant digits."""
    return f"{value:.{digits}g}"


def apart(one, other, digits=3, written=lambda value, digits: number(value, digits).text):
    """Two numbers as text, with as many digits as it takes to tell them apart, ``digits`` at least."""
    for each in range(digits, 18):
        texts = written(one, each), written(other, each)
        if texts[0] != texts[1]:
            break
    return texts


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
    return OPEN + inner + CLOSE


def times(*factors):
    """The factors with a dot between them."""
    return join(factors, TIMES)


def fraction(above, below):
    """above / below; as text with brackets where they are needed."""

    def closed(piece):
        whole = " " not in piece.text or re.fullmatch(r"\w+\([^()]*\)", piece.text)
        return piece.text if whole else f"({piece.text})"

    mathml = f"<mfrac>{above.row}{below.row}</mfrac>"
    return Math(rf"\frac{{{above.latex}}}{{{below.latex}}}", f"{closed(above)}/{closed(below)}", (mathml,))


def square_brackets(inner):
    """[inner]"""
    return _operator(r"\left[", "[", "[") + inner + _operator(r"\right]", "]", "]")


def squared(piece):
    """piece²"""
    return Math(f"{piece.latex}^2", f"{piece.text}²", (f"<msup>{piece.row}<mn>2</mn></msup>",))


def power(exponent):
    """e to this power."""
    mathml = f"<msup><mi>e</mi>{exponent.row}</msup>"
    return Math(f"e^{{{exponent.latex}}}", f"exp({exponent.text})", (mathml,))


def ln(piece):
    """The natural logarithm of a piece."""
    return Math(r"\ln ", "ln ", ('<mi>ln</mi><mspace width="0.17em"/>',)) + piece


def one_minus(piece):
    """(1 − piece)"""
    return brackets(math("1") + MINUS + piece)


def partial(of, by):
    """∂of/∂by"""
    return _derivative(of, by, r"\partial ", "∂")


def ordinary(of, by):
    """dof/dby, of a function of one number."""
    return _derivative(of, by, "d", "d")


def _derivative(of, by, latex, d):
    rows = (f"<mrow><mi>{d}</mi>{''.join(piece.mathml)}</mrow>" for piece in (of, by))
    fraction = rf"\frac{{{latex}{of.latex}}}{{{latex}{by.latex}}}"
    return Math(fraction, f"{d}{of.text}/{d}{by.text}", (f"<mfrac>{''.join(rows)}</mfrac>",))


@lru_cache(maxsize=4096)
def subscripted(letter, *indices):
    """letter with indices below it: zⱼ, wⱼₖ; a comma where an index has two digits."""
    below, row = _indices(indices)
    return Math(
        f"{letter}_{{{below}}}", letter + below.translate(_SUBSCRIPTS), (f"<msub><mi>{letter}</mi>{row}</msub>",)
    )


@lru_cache(maxsize=4096)
def of_layer(letter, l, *indices):
    """letter with its layer above it, counted from 0, and indices below: w⁽ˡ⁾ⱼₖ."""
    (below, row), layer = _indices(indices), str(l + 1)
    text = f"{letter}⁽{layer.translate(_SUPERSCRIPTS)}⁾{below.translate(_SUBSCRIPTS)}"
    above = f"<mrow><mo>(</mo><mn>{layer}</mn><mo>)</mo></mrow>"
    return Math(f"{letter}^{{({layer})}}_{{{below}}}", text, (f"<msubsup><mi>{letter}</mi>{row}{above}</msubsup>",))


def layered(letter, l):
    """letter with its layer above it, counted from 0: all of a layer's, W⁽ˡ⁾."""
    layer = str(l + 1)
    above = f"<mrow><mo>(</mo><mn>{layer}</mn><mo>)</mo></mrow>"
    text = f"{letter}⁽{layer.translate(_SUPERSCRIPTS)}⁾"
    return Math(f"{letter}^{{({layer})}}", text, (f"<msup><mi>{letter}</mi>{above}</msup>",))


def transposed(piece):
    """pieceᵀ"""
    return Math(rf"{{{piece.latex}}}^{{\top}}", f"{piece.text}ᵀ", (f"<msup>{piece.row}<mi>T</mi></msup>",))


def _indices(indices):
    """Indices side by side, as text and as MathML; a comma between them where one has two digits."""
    comma = max(indices) > 9
    below = ("," if comma else "").join(map(str, indices))
    inside = "<mo>,</mo>".join(f"<mn>{index}</mn>" for index in indices) if comma else f"<mn>{below}</mn>"
    return below, f"<mrow>{inside}</mrow>"


def primed(letter, primes):
    """letter with that many primes."""
    if not primes:
        return math(letter)
    mark = "′″"[primes - 1]
    mathml = f'<mrow><mi>{letter}</mi><mo lspace="0" rspace="0">{mark}</mo></mrow>'
    return Math(letter + "'" * primes, letter + mark, (mathml,))


def hat(letter, j=None):
    """letter with a hat, and below it the index j, where there is one, counted from 1: ŷⱼ."""
    topped, latex, text = f"<mover><mi>{letter}</mi><mo>^</mo></mover>", rf"\hat{{{letter}}}", f"{letter}\u0302"
    text = {"y": "ŷ"}.get(letter, text)
    if j is None:
        return Math(latex, text, (topped,))
    mathml = f"<msub>{topped}<mrow><mn>{j}</mn></mrow></msub>"
    return Math(rf"{latex}_{{{j}}}", text + str(j).translate(_SUBSCRIPTS), (mathml,))


def new(piece):
    """The quantity after the update."""
    mark = say("notation.new")
    mathml = f"<msup>{piece.row}<mrow><mtext>{escape(mark)}</mtext></mrow></msup>"
    return Math(rf"{{{piece.latex}}}^{{\text{{{mark}}}}}", f"{piece.text} {mark}", (mathml,))


def of_example(piece, n):
    """The quantity of example n (counted from 1): Cⁿ; or of an update that is still a letter, such as "n+1"."""
    raised = "".join("<mo>+</mo>" if part == "+" else _element(part) for part in re.findall(r"\d+|.", str(n)))
    mathml = f"<msup>{''.join(piece.mathml)}<mrow>{raised}</mrow></msup>"
    return Math(f"{piece.latex}^{{{n}}}", piece.text + str(n).translate(_SUPERSCRIPTS), (mathml,))


INFINITY = Math(r"\infty", "∞", ("<mn>∞</mn>",))
C, L, ETA = math("C"), math("L"), Math(r"\eta", "η")


class Letters:
    """Names for the quantities of a network with these sizes. Indices count from 0, letters from 1."""

    def __init__(self, sizes):
        self.sizes = tuple(sizes)
        self.worked_example = self.sizes == (2, 1, 2)

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
        return hat("y", j + 1)

    def z(self, l, j):
        """The pre-activation of neuron j of layer l."""
        return primed("z", l + j) if self.worked_example else subscripted("z", self._count(l, j))

    def a(self, l, j):
        """a, or y in the last layer."""
        if l == len(self.sizes) - 2:
            return self.y(j)
        return math("a") if self.worked_example else subscripted("a", self._count(l, j))

    def feed(self, l, k):
        """What feeds weight k of layer l: x or the a before it; this is ∂z/∂w."""
        return self.x(k) if l == 0 else self.a(l - 1, k)

    def w(self, l, j, k):
        """Weight k of neuron j of layer l."""
        if self.worked_example:
            return subscripted("w", 2 * l + j + k + 1)
        return of_layer("w", l, j + 1, k + 1)

    def b(self, l, j):
        """The bias of neuron j of layer l."""
        return primed("b", l + j) if self.worked_example else subscripted("b", self._count(l, j))
