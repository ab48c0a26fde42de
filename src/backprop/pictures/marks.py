"""What the network's picture is drawn with: places, wires, labels, boxes. Each gives strings of SVG, a line a part."""

from backprop.pictures.layout import SMALLEST_FONT
from backprop.words import say

RULES = """
.bp-d{font-size:13px}.bp-d .f{stroke:var(--f)}.bp-d .b{stroke:var(--b)}.bp-d .s{fill:var(--dim);font-style:italic}
.bp-d .hf{fill:var(--f)}.bp-d .hb{fill:var(--b)}.bp-d .h{text-anchor:start;font-size:16px;font-weight:600}
.bp-d .l{text-anchor:start}.bp-d .n{fill:var(--paper);stroke-width:1.6}.bp-d .v{font-weight:600}
.bp-d [data-q] .v{paint-order:stroke;stroke:var(--paper);stroke-width:4}
.bp-d .u{stroke:var(--dim);stroke-dasharray:3 3;stroke-width:1.2}.bp-d .now{stroke-width:4}
.bp-d .x{stroke:var(--dim)}.bp-d .bad{stroke:var(--no);stroke-width:4}.bp-d .no{fill:var(--no);font-weight:700}
.bp-d .e{fill:none;stroke-linecap:round;stroke-opacity:.55}.bp-d .neg{stroke-dasharray:7 5}.bp-d .hot{stroke-opacity:1}
.bp-d .t{fill:var(--paper);stroke-width:1.6}
.bp-d .flow{fill:none;stroke-width:4;stroke-dasharray:.2 1.3;stroke-dashoffset:.2;animation:bp-flow .3s ease-out 1 both}
@keyframes bp-flow{to{stroke-dashoffset:-1.1}}
@media (prefers-reduced-motion:reduce){.bp-d .flow{display:none}}
.bp-d{animation:bp-here .1s}@keyframes bp-here{from,to{scroll-snap-align:none center}}
"""

ROOM = 28  # a box around several rows is so much higher than they, as the places beside it


def heading(css, name, note, y):
    """The name of a pass, and a note beside it, by their ids."""
    said = say(f"pictures.diagram.{note}")
    yield f'<text class="h {css}" x="20" y="{y:g}">{say(f"pictures.diagram.{name}")}</text>'
    yield f'<text class="s l" x="174" y="{y:g}" style="font-style:normal">{said}</text>'


def edge_name(back, l, j, k):
    """An edge's name: of the weight on its way forward, or of the wire that carries its product back."""
    return f"{'back' if back else 'w'} {l} {j} {k}"


def wire(points, kind, width, hot, title="", edge=""):
    """A wire through ``points``: x, y, x, y, …; a hot one has something flowing along it."""
    x, y, *rest = points
    path = f'd="M{x:g} {y:g}L{" ".join(f"{v:g}" for v in rest)}"'
    named = f' data-edge="{edge}" data-hot="{int(hot)}"' if edge else ""
    drawn = f'<path{named} class="e {kind}{" hot" if hot else ""}" stroke-width="{width:.2f}" {path}'
    yield f"{drawn}><title>{title}</title></path>" if title else f"{drawn}/>"
    if hot:
        yield f'<path class="flow {kind[0]}" pathLength="1" {path}/>'


def plate(x, y, size, label, strong, marked, edge):
    """The label of an edge, on paper of its own."""
    width, height = size
    weight = ' class="v"' if strong else ""
    corner = f'x="{x - width / 2:.1f}" y="{y - height / 2:.1f}" width="{width}" height="{height}"'
    yield f'<rect class="p" rx="4" {corner}/>'
    narrow = narrowed(width - 4) if len(label) > 7 else ""
    yield f'<text{weight} x="{x:.1f}" y="{y:.1f}" font-size="12" data-plate="{edge}"{narrow}>{label}</text>'
    if marked:
        yield cross(x, y - height)


def place(shape, x, y, half, tall, symbol, key, state, hue, shown, said, marked):
    """A place for a quantity: its value inside, its symbol above; dashed and empty until it is known.

    ``state`` is unknown, known or now; ``shown`` is the value as it stands there, ``said`` with more digits.
    """
    known = state != "unknown"
    css = f"n {hue if known else 'u'}{' now' if state == 'now' else ''}{' bad' if marked else ''}"
    corner = f'x="{x - half:g}" y="{y - tall:g}" width="{2 * half}" height="{2 * tall}"'
    drawn = f'<rect class="{css}" rx="{tall if shape == "round" else 4}" {corner}/>'
    font = f' font-size="{SMALLEST_FONT}"' if len(shown) > 5 else ""
    if len(shown) > 6:
        font += narrowed(2 * half - 6)
    return (
        f'<g data-q="{key}" data-state="{state}">'
        f"<title>{symbol}: {said}</title>{drawn}"
        f"{cross(x - half - 8, y - tall) if marked else ''}"
        f'<text class="v" x="{x:g}" y="{y:g}"{font}>{shown}</text>'
        f'<text class="s" x="{x:g}" y="{y - tall - 10:g}">{symbol}</text></g>'
    )


def triangle(name, left, right, y, gain, title):
    """A triangle that points back; its gain stands below it once it is known."""
    known = bool(gain)
    return (
        f'<g data-gain="{name}" data-state="{"known" if known else "unknown"}"><title>{title}</title>'
        f'<path class="t {"b" if known else "u"}" d="M{left:g} {y:g}L{right:g} {y - 15:g}V{y + 15:g}Z"/>'
        f"{below((left + right) / 2, y, '×' + gain if known else '')}</g>"
    )


def below(x, y, text):
    """What is written below a triangle, or below the box in its place."""
    return f'<text x="{x:g}" y="{y + 24:g}" font-size="12">{text}</text>'


def box(x, y, width, height, text, kind):
    """A box around words, in the place of a triangle."""
    corner = f'x="{x - width / 2:g}" y="{y - height / 2:g}" width="{width:g}" height="{height:g}"'
    return f'<g data-kind="gain {kind}"><rect class="t b" rx="4" {corner}/><text x="{x:g}" y="{y:g}">{text}</text></g>'


def around(x, ys, width, text, joint):
    """One box around the rows of a layer, in the place of their triangles; below it, whether it is a joint one."""
    middle, height = (ys[0] + ys[-1]) / 2, ys[-1] - ys[0] + ROOM
    yield box(x, middle, width, height, text, "joint" if joint else "coupled")
    if joint:
        yield below(x, middle + height / 2 - 15, say("pictures.diagram.joint"))


def line(x, y, text):
    """Words in a box that goes around several."""
    return f'<text x="{x:g}" y="{y:g}">{text}</text>'


def cross(x, y):
    """A cross beside what is marked as wrong."""
    halo = 'paint-order="stroke" stroke="var(--paper)" stroke-width="4"'  # a wire may pass behind it
    return f'<text class="no" x="{x:g}" y="{y:g}" font-size="16" {halo} data-marked="">✗</text>'


def narrowed(width):
    """Attributes of a long text: drawn so wide, it fits its place."""
    return f' textLength="{width:g}" lengthAdjust="spacingAndGlyphs"'
