"""The examples on their way through one network, each to its cost, and the costs to their sum, as one picture."""

from html import escape

from backprop.notation import math, of_example
from backprop.pictures.still import Still
from backprop.pictures.theme import picture
from backprop.words import say

ROW, TOP, WIDTH, SIDE, RADIUS = 62.0, 34.0, 800.0, 38.0, 25.0
X, BOX, Y, TARGET, COST, LOSS = 56.0, (130.0, 300.0), 374.0, 490.0, 590.0, 734.0  # x of each station
RULES = """
.bp-t .k{fill:none;stroke:var(--f);stroke-width:1.8}.bp-t .h{fill:var(--f)}
.bp-t .n{fill:var(--paper);stroke:var(--f);stroke-width:1.8}.bp-t .g{stroke:var(--ink)}
.bp-t .v{font-size:19px;font-style:italic}.bp-t .w{font-size:15px}
"""


def to_the_loss(examples: int = 3) -> Still:
    """So many examples, one below another: xⁿ → network → yⁿ ↔ ŷⁿ → Cⁿ, and all Cⁿ → L."""
    height = 2 * TOP + (examples - 1) * ROW
    middle = height / 2
    left, right = BOX
    one = escape(say("pictures.to-the-loss.one"))
    parts = []
    for n in range(examples):
        parts += _way(n + 1, TOP + n * ROW, middle)
    parts += [
        f'<rect class="n" x="{left:g}" y="6" width="{right - left:g}" height="{height - 12:g}" rx="10"/>',
        f'<text class="w" x="{(left + right) / 2:g}" y="{middle - 12:g}">{one}</text>',
        f'<text class="v" x="{(left + right) / 2:g}" y="{middle + 13:g}">θ</text>',
        f'<circle class="n" cx="{LOSS:g}" cy="{middle:g}" r="{RADIUS:g}"/>',
        f'<text class="v" x="{LOSS:g}" y="{middle:g}">L</text>',
    ]
    alt = say("pictures.to-the-loss.alt", n=examples)
    return Still(picture("bp-t", WIDTH, height, alt, RULES, parts), alt)


def _way(n, y, middle):
    """One example from its input to its cost, and the arrow on to the sum."""
    half = SIDE / 2
    yield _letter(X, y, "x", n)
    yield from _arrow((X + 22, y), (BOX[0], y))
    yield from _arrow((BOX[1], y), (Y - 18, y))
    yield _letter(Y, y, "y", n)
    yield from _arrow((TARGET - 22, y), (Y + 22, y))
    yield from _arrow((Y + 22, y), (TARGET - 22, y))
    yield _letter(TARGET, y, "ŷ", n)
    yield from _arrow((TARGET + 22, y), (COST - half, y))
    yield f'<rect class="n g" x="{COST - half:g}" y="{y - half:g}" width="{SIDE:g}" height="{SIDE:g}"/>'
    yield _letter(COST, y, "C", n)
    yield from _arrow((COST + half, y), (LOSS - RADIUS - 2, middle + (y - middle) * 0.12))


def _letter(x, y, letter, n):
    return f'<text class="v" x="{x:g}" y="{y:g}">{of_example(math(letter), n)}</text>'


def _arrow(start, end):
    """A line that ends in a head."""
    (x, y), (right, low) = start, end
    long = ((right - x) ** 2 + (low - y) ** 2) ** 0.5
    along, down = 9 * (right - x) / long, 9 * (low - y) / long
    back, under = right - along, low - down
    yield f'<path class="k" d="M{x:.1f} {y:.1f}L{back:.1f} {under:.1f}"/>'
    yield (
        f'<path class="h" d="M{right:.1f} {low:.1f}L{back - down / 2:.1f} {under + along / 2:.1f}'
        f'L{back + down / 2:.1f} {under - along / 2:.1f}z"/>'
    )
