"""A product as the area of a rectangle: what it gains when both sides grow, as one picture."""

from backprop.notation import number
from backprop.pictures.still import Still
from backprop.pictures.theme import picture
from backprop.words import say

SPAN, LEFT, TOP, BOTTOM, RIGHT = 420.0, 60.0, 40.0, 46.0, 150.0
RULES = """
.bp-r .o{fill:var(--paper);stroke:var(--ink);stroke-width:1.5}.bp-r .s{fill:var(--f);fill-opacity:.3;stroke:var(--f)}
.bp-r .c{fill:var(--ink);fill-opacity:.55;stroke:var(--ink)}.bp-r text{font-size:15px;font-style:italic}
.bp-r .l{text-anchor:start}.bp-r .k{stroke:var(--ink);stroke-width:1}
"""


def rectangle(x: float, y: float, dx: float, dy: float) -> Still:
    """A rectangle x by y that grows by dx and dy, all above 0: a strip for each side, and the corner ΔxΔy.

    Where one of them is not, the picture says that there is no rectangle.
    """
    if min(x, y, dx, dy) <= 0:
        alt = say("pictures.rectangle.none")
        return Still(picture("bp-r", 820, 60, alt, RULES, [_label(410, 30, alt)]), alt)
    scale = SPAN / max(x + dx, y + dy)
    wide, tall, more, up = scale * x, scale * y, scale * dx, scale * dy
    floor = TOP + up + tall  # the y of the rectangle's foot
    parts = [
        f'<rect class="o" x="{LEFT:g}" y="{floor - tall:.1f}" width="{wide:.1f}" height="{tall:.1f}"/>',
        f'<rect class="s" x="{LEFT + wide:.1f}" y="{floor - tall:.1f}" width="{more:.1f}" height="{tall:.1f}"/>',
        f'<rect class="s" x="{LEFT:g}" y="{TOP:g}" width="{wide:.1f}" height="{up:.1f}"/>',
        f'<rect class="c" x="{LEFT + wide:.1f}" y="{TOP:g}" width="{more:.1f}" height="{up:.1f}"/>',
        _label(LEFT + wide / 2, floor - tall / 2, "x · y"),
        _label(LEFT + wide / 2, TOP + up / 2, "x · Δy"),
        _label(LEFT + wide / 2, floor + 20, "x"),
        _label(LEFT + wide + more / 2, floor + 20, "Δx"),
        _label(LEFT - 22, floor - tall / 2, "y"),
        _label(LEFT - 26, TOP + up / 2, "Δy"),
        *_leader(LEFT + wide + more, floor - tall / 2, "y · Δx"),
        *_leader(LEFT + wide + more, TOP + up / 2, "Δx · Δy"),
    ]
    values = {"x": number(x), "y": number(y), "dx": number(dx), "dy": number(dy)}
    alt = say("pictures.rectangle.alt", **values)
    return Still(picture("bp-r", LEFT + wide + more + RIGHT, floor + BOTTOM, alt, RULES, parts), alt)


def _label(x, y, text):
    return f'<text x="{x:.1f}" y="{y:.1f}">{text}</text>'


def _leader(x, y, text):
    """A label beside a narrow strip, with a line to it."""
    yield f'<path class="k" d="M{x - 4:.1f} {y:.1f}h30"/>'
    yield f'<text class="l" x="{x + 32:.1f}" y="{y:.1f}">{text}</text>'
