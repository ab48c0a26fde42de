"""LaTeX to MathML, for the part of LaTeX that ``notation`` writes.

Browsers draw MathML themselves, so a formula that changes on every step is not typeset anew with a jump.
A command that is not known raises ValueError: nothing is dropped in silence.
"""

import re
from html import escape

_TOKEN = re.compile(r"\\[A-Za-z]+|\\.|\d+(?:\.\d+)?|\s+|.")
_SIGNS = {
    r"\partial": "<mi>∂</mi>",
    r"\sigma": "<mi>σ</mi>",
    r"\eta": "<mi>η</mi>",
    r"\theta": "<mi>θ</mi>",
    r"\nabla": "<mi>∇</mi>",
    r"\cdot": "<mo>·</mo>",
    r"\times": "<mo>×</mo>",
    r"\dots": "<mo>…</mo>",
    r"\infty": "<mn>∞</mn>",
    r"\ln": '<mi>ln</mi><mspace width="0.17em"/>',
    r"\tanh": "<mi>tanh</mi>",
}
_OPENING = ("(", "[", "=", "{", r"\cdot")  # a minus after one of them is a sign and stands close to its number
_SIGN = ' form="prefix"'
_HALF = "<mfrac><mn>1</mn><mn>2</mn></mfrac>"


def mathml(*latex):
    """Inline ``<math>`` elements, one for each term of each piece, so that a long formula can wrap between them."""
    pieces = (_terms(piece) for piece in latex)
    return " ".join("<wbr/>".join(f"<math>{_row(_Reader(term))}</math>" for term in terms) for terms in pieces)


def _terms(latex):
    """The piece cut before every plus sign that stands in no group."""
    terms, depth = [""], 0
    for token in _TOKEN.findall(latex):
        depth += (token == "{") - (token == "}")
        if token == "+" and depth == 0 and terms[-1].strip():
            terms.append("")
        terms[-1] += token
    return terms


class _Reader:
    """The tokens of a formula, with a place in them."""

    def __init__(self, latex):
        self.latex = latex
        self.tokens = [token for token in _TOKEN.findall(latex) if not token.isspace()]
        self.place = 0

    def peek(self):
        return self.tokens[self.place] if self.place < len(self.tokens) else None

    def before(self):
        """The token before the one just taken; None at the start."""
        return self.tokens[self.place - 2] if self.place > 1 else None

    def take(self, expected=None):
        token = self.peek()
        if token is None or (expected is not None and token != expected):
            raise ValueError(f"{self.latex!r}: expected {expected or 'more'} after {self.tokens[: self.place]}.")
        self.place += 1
        return token


def _row(reader, end=None):
    """Everything up to ``end``, each piece with its scripts."""
    pieces = []
    while reader.peek() != end:
        pieces.append(_scripted(reader, _piece(reader)))
    if end is not None:
        reader.take(end)
    return f"<mrow>{''.join(pieces)}</mrow>"


def _group(reader):
    """{…}, or the one piece that stands there."""
    if reader.peek() == "{":
        reader.take()
        return _row(reader, "}")
    return _piece(reader)


def _words(reader):
    r"""The words of \text{…} and \operatorname{…}; notation writes single words there."""
    reader.take("{")
    letters = []
    while reader.peek() != "}":
        letters.append(reader.take())
    reader.take("}")
    return escape("".join(letters))


def _piece(reader):
    token = reader.take()
    if token == "{":
        return _row(reader, "}")
    if token == r"\frac":
        return f"<mfrac>{_group(reader)}{_group(reader)}</mfrac>"
    if token == r"\tfrac":
        if reader.take() != "12":
            raise ValueError(f"{reader.latex!r}: expected 12 after \\tfrac.")
        return _HALF
    if token == r"\hat":
        return f"<mover>{_group(reader)}<mo>^</mo></mover>"
    if token == r"\text":
        return f"<mtext>{_words(reader)}</mtext>"
    if token == r"\operatorname":
        return f"<mi>{_words(reader)}</mi>"
    if token in (r"\left", r"\right"):
        return f"<mo>{escape(reader.take())}</mo>"
    if token in _SIGNS:
        return _SIGNS[token]
    if token[0].isdigit():
        return f"<mn>{token}</mn>"
    if token.isalpha():
        return f"<mi>{token}</mi>"
    if token == "-":
        return f"<mo{_SIGN if reader.before() in _OPENING else ''}>−</mo>"
    if token == "+" and reader.before() is None:
        return '<mo form="infix">+</mo>'  # it goes on adding what stands in the <math> before
    if token in "+=()[],":
        return f"<mo>{token}</mo>"
    raise ValueError(f"{reader.latex!r}: {token!r} is not known here.")


def _scripted(reader, base):
    """The base with primes, an index below and a power above, whichever come."""
    below = above = None
    primes = 0
    while reader.peek() in ("'", "_", "^"):
        sign = reader.take()
        if sign == "'":
            primes += 1
        elif sign == "_":
            below = _group(reader)
        else:
            above = _group(reader)
    if primes:
        mark = "′" if primes == 1 else "″"
        if below is None and above is None:  # on the line, where its glyph is made to stand; raised again, it is a dot
            return f'<mrow>{base}<mo lspace="0" rspace="0">{mark}</mo></mrow>'
        marks = f"<mo>{mark}</mo>"
        above = marks if above is None else f"<mrow>{marks}{above}</mrow>"
    if below is not None and above is not None:
        return f"<msubsup>{base}{below}{above}</msubsup>"
    if below is not None:
        return f"<msub>{base}{below}</msub>"
    if above is not None:
        return f"<msup>{base}{above}</msup>"
    return base
