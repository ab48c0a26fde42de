"""How a network's neurons and weights are numbered, and how code writes each, as one picture."""

from collections.abc import Sequence
from html import escape

from backprop.notation import Letters
from backprop.pictures.still import Still
from backprop.pictures.theme import picture
from backprop.words import say

COLUMN, ROW, TOP, LEFT, RADIUS = 270, 104, 62, 84, 24
BLANK = "?"
RULES = """
.bp-n .e{stroke:var(--dim);stroke-width:1.2;opacity:.6}.bp-n .e.lit{stroke:var(--f);stroke-width:3.5;opacity:1}
.bp-n .n{fill:var(--paper);stroke:var(--f);stroke-width:1.8}.bp-n .n.u{stroke:var(--dim);stroke-dasharray:4 3}
.bp-n .v{font-size:18px;font-style:italic}.bp-n .h{font-size:14px;font-weight:600}
.bp-n .c{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:12px;fill:var(--dim)}
.bp-n .c.lit,.bp-n .w{fill:var(--f)}.bp-n .w{font-size:17px;font-style:italic}
.bp-n .w,.bp-n .c{paint-order:stroke;stroke:var(--paper);stroke-width:5px}
"""


def numbering(
    sizes: Sequence[int] = (2, 3, 2),
    wires: Sequence[tuple[int, int, int]] = ((0, 2, 0), (1, 0, 2)),
    blank: bool = False,
) -> Still:
    """A network of these sizes with the letter of each neuron and, below it, the code for its z; some wires named.

    ``wires`` are (layer, neuron, source), counted from 0. With ``blank`` the letters and the code of the last layer
    and of the wires are left out, for a reader to find.
    """
    sizes, letters = tuple(sizes), Letters(sizes)
    height = TOP + max(sizes) * ROW + 8
    width = LEFT + (len(sizes) - 1) * COLUMN + 96
    places = [
        [(LEFT + c * COLUMN, TOP + (height - TOP) / 2 + (r - (n - 1) / 2) * ROW - 14) for r in range(n)]
        for c, n in enumerate(sizes)
    ]
    parts = [*_wires(places, wires), *_heads(places)]
    for c, column in enumerate(places):
        for r, place in enumerate(column):
            unknown = blank and c == len(sizes) - 1
            letter, code = _neuron(letters, c, r)
            parts += _circle(place, BLANK if unknown else letter, "" if unknown else code, unknown)
    for l, j, k in wires:
        code = BLANK if blank else f"weights[{l}][{j}, {k}]"
        parts += _named(places[l][k], places[l + 1][j], BLANK if blank else letters.w(l, j, k).text, code)
    alt = _alt(sizes, letters, wires, blank)
    return Still(picture("bp-n", width, height, alt, RULES, parts), alt)


def _neuron(letters, column, row):
    """(letter, code) of an input or of a neuron's z."""
    if column == 0:
        return letters.x(row).text, f"x[n, {row}]"
    return letters.z(column - 1, row).text, f"z[{column - 1}][n, {row}]"


def _heads(places):
    for c, column in enumerate(places):
        name = say("pictures.numbering.inputs") if c == 0 else say("pictures.numbering.layer", layer=c)
        yield f'<text class="h" x="{column[0][0]}" y="18">{escape(name)}</text>'
        if c:
            yield f'<text class="c" x="{column[0][0]}" y="38">l = {c - 1}</text>'


def _wires(places, wires):
    """Every wire, those that are named in strong colour and last."""
    edges = [
        ((l, j, k), x, y, end)
        for l, column in enumerate(places[:-1])
        for k, (x, y) in enumerate(column)
        for j, end in enumerate(places[l + 1])
    ]
    for place, x, y, (right, low) in sorted(edges, key=lambda edge: edge[0] in {*map(tuple, wires)}):
        lit = " lit" if place in {*map(tuple, wires)} else ""
        yield f'<path class="e{lit}" d="M{x + RADIUS:g} {y:g}L{right - RADIUS:g} {low:g}"/>'


def _circle(place, letter, code, unknown):
    x, y = place
    yield f'<circle class="n{" u" if unknown else ""}" cx="{x:g}" cy="{y:g}" r="{RADIUS}"/>'
    yield f'<text class="v" x="{x:g}" y="{y:g}">{escape(letter)}</text>'
    yield f'<text class="c" x="{x:g}" y="{y + RADIUS + 13:g}">{escape(code)}</text>'


def _named(start, end, letter, code):
    """A wire's letter above its middle and its code below."""
    x, y = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    yield f'<text class="w" x="{x:g}" y="{y - 15:g}">{escape(letter)}</text>'
    yield f'<text class="c lit" x="{x:g}" y="{y + 16:g}">{escape(code)}</text>'


def _alt(sizes, letters, wires, blank):
    """The picture in words: its neurons layer by layer, then its named wires."""
    shape = "-".join(map(str, sizes))
    if blank:
        lines = [say("pictures.numbering.wire-blank", layer=l + 1, source=k + 1, neuron=j + 1) for l, j, k in wires]
        return " ".join([say("pictures.numbering.blank", sizes=shape), *lines])
    rows = [
        say("pictures.numbering.of-layer", layer=c, names=", ".join(letters.z(c - 1, r).text for r in range(n)))
        for c, n in enumerate(sizes)
        if c
    ]
    lines = [
        say(
            "pictures.numbering.wire",
            letter=letters.w(l, j, k).text,
            source=letters.feed(l, k).text,
            end=letters.z(l, j).text,
            code=f"weights[{l}][{j}, {k}]",
        )
        for l, j, k in wires
    ]
    return " ".join([say("pictures.numbering.alt", sizes=shape), *rows, *lines])
