"""The network and the reverse network as one SVG string: a pure function of (walkthrough, position).

Forward values are blue, backward values orange; a weight's sign is printed and its edge solid (+) or
dashed (−). A quantity not yet known is a dashed, empty place. Colours follow JupyterLab's theme and
fall back to a light one of their own, so the same string serves live and as a stored picture.
No element has an id: ``data-q`` names a quantity, ``data-state`` says unknown, known or now.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np

from backprop.engine.functions import get_loss
from backprop.notation import FUNCTIONS, C, number, partial, signed
from backprop.pictures.theme import picture
from backprop.story.walkthrough import Quantity

MOST_ROWS = 8  # neurons drawn in a layer; beyond it the last row says how many are left out
PRODUCT = 315  # the width of one product at the foot, of which there are two rows
MOST_LABELLED = 4  # neurons in a layer up to which every edge carries a label
PLATE = (50, 17)  # width and height of an edge's label, fixed so that nothing moves as values change
AMPLIFIER = 120  # from a neuron's z to its a
PILL = (31, 14)  # half the width and half the height of a gradient's place
COST = 27  # half the side of C's square
TITLE, STRIP, NARROWEST = 38, 56, 580  # the heads fit in the narrowest picture
SMALLEST_FONT = 12  # no label is smaller at the picture's own size
SMALLEST = 10 / SMALLEST_FONT  # of its own size: on a narrower page it scrolls, so that labels keep 10 pixels
PARAMETER_NAMES = ("dC_dw", "dL_dw", "new_w")  # what is drawn on a weight's edge
OFF_CENTRE = (0.3, 0.7, 0.41, 0.59, 0.23, 0.77, 0.27, 0.73, 0.36, 0.64, 0.45, 0.55, 0.18, 0.82, 0.5)

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


@dataclass(frozen=True)
class _Edge:
    """How one edge is drawn."""

    kind: str
    width: float
    hot: bool
    title: str
    label: str
    back: bool

    @property
    def marked(self):
        """Whether it is drawn as wrong."""
        return self.kind.endswith(" bad")


def weight_width(w):
    """The width of a weight's edge: linear in |w|, at most that of |w| = 4."""
    return 1 + 0.9 * min(abs(w), 4.0)


def gradient_width(g):
    """The width of an edge that carries a gradient: a fixed log scale, from |g| ≤ 10⁻⁶ to |g| ≥ 10."""
    decades = np.log10(max(abs(g), 1e-6)) + 6
    return 0.8 + 4.2 * min(decades / 7, 1.0)


@dataclass(frozen=True)
class Layout:
    """Where everything stands; depends on the sizes alone, so nothing moves while stepping."""

    width: float
    height: float
    panel: float
    half: float  # half the width of a neuron's place
    radius: float  # half its height
    cost: float  # x of C
    rows: tuple  # for each column of neurons, the y of its rows
    z: tuple  # x of each layer's z
    a: tuple  # x of the inputs, then of each layer's a
    plates: dict  # (l, row j, row k) -> (x, y) of the label of that edge


@lru_cache(maxsize=64)
def layout(sizes):
    """The layout of networks with these sizes."""
    shown = [min(size, MOST_ROWS) for size in sizes]
    tall = max(shown)
    roomy = tall <= MOST_LABELLED
    pitch = 92 if tall <= 3 else 84 if roomy else 58
    panel = max(2, tall) * pitch
    rows = tuple(tuple(TITLE + panel / 2 + (r - (n - 1) / 2) * pitch for r in range(n)) for n in shown)
    a, z = [44.0], []
    for n_in, n_out in pairwise(shown):
        labels = n_in * n_out if max(n_in, n_out) <= MOST_LABELLED else 0
        z.append(a[-1] + (max(151, 103 + 12 * labels) if roomy else 140))
        a.append(z[-1] + AMPLIFIER)
    half, radius = (25, 25) if roomy else (26, 19)
    labels = {}
    for l in range(len(z)):
        found = plates(a[l] + half, z[l] - half - 10, rows[l], rows[l + 1])
        labels |= {(l, j, k): place for (j, k), place in found.items()}
    cost = a[-1] + (90 if roomy else 140)
    width = max(NARROWEST, cost + COST + 14)
    return Layout(width, 2 * (TITLE + panel) + STRIP, panel, half, radius, cost, rows, tuple(z), tuple(a), labels)


def plates(left, right, sources, ends, size=PLATE):
    """{(row j, row k): (x, y)}: a place on each edge for its label, so that no two labels overlap.

    An edge with no free place is left out.
    """
    places, fan = {}, min(len(sources), len(ends)) == 1
    for j, end in enumerate(ends):
        for k, source in enumerate(sources):
            # A level edge and one of a fan carry their label in the middle; others off it, away from where edges cross.
            for t in (*((0.5,) if fan or source == end else ()), *OFF_CENTRE):
                x, y = left + t * (right - left), source + t * (end - source)
                others = places.values()
                if all(abs(x - ox) > size[0] + 2 or abs(y - oy) > size[1] + 2 for ox, oy in others):
                    places[j, k] = x, y
                    break
    return places


def diagram(walk, i, selected=None, marked=None):
    """The picture of ``walk`` at position ``i`` (−1 is before the first step), as an SVG string.

    ``selected`` is (layer, neuron), counted from 0, or None for the current step's: its edges
    carry labels where there is no room for all, and its products stand at the foot.
    ``marked`` is a Quantity drawn as wrong: red, thick, with a cross.
    Raises ValueError for a position or a neuron that does not exist.
    """
    if not -1 <= i < len(walk):
        raise ValueError(f"position is {i}; expected −1 to {len(walk) - 1}.")
    if selected is not None:
        l, j = selected
        sizes = walk.network.sizes
        if not (0 <= l < len(sizes) - 1 and 0 <= j < sizes[l + 1]):
            raise ValueError(f"no neuron {selected}; expected (layer, neuron), counted from 0.")
    return _Picture(walk, i, selected, marked).svg()


def describe(walk, i):
    """One sentence for a reader who does not see the picture."""
    sizes = "-".join(map(str, walk.network.sizes))
    if i < 0:
        return f"Network {sizes} before the first step."
    line = walk[i].lines[-1]
    return f"Network {sizes}, {walk[i].phase}: {line.symbol} = {number(line.value)}."


class _Picture:
    def __init__(self, walk, i, selected, marked):
        self.walk, self.letters, self.network = walk, walk.letters, walk.network
        self.i, self.step = i, walk[i] if i >= 0 else None
        self.values = walk.given | walk.known(i)
        self.now = set(self.step.makes) if self.step else set()
        self.again = bool(self.step) and self.step.phase == "forward again"
        self.focus = selected or self._current()
        self.marked = marked
        self.sizes = self.network.sizes
        self.layout = layout(self.sizes)
        self.last = len(self.network.layers) - 1
        self.roomy = max(self.sizes) <= MOST_LABELLED

    def _current(self):
        if self.step and self.step.layer is not None and self.step.neuron is not None:
            return self.step.layer, self.step.neuron
        return None

    def svg(self):
        width, height = self.layout.width, self.layout.height
        parts = *self.forward(), *self.backward(), *self.products()
        return picture("bp-d", width, height, describe(self.walk, self.i), RULES, parts, SMALLEST, self.here())

    def here(self):
        """The x of what the step makes known, the middle of them where they are several; 0 before the first step."""
        places = [self.across(quantity) for quantity in self.now]
        return (min(places) + max(places)) / 2 if places else 0

    def across(self, quantity):
        """The x at which a quantity is drawn: at its neuron, at C, or on the wires of its weight."""
        place, name, l = self.layout, quantity.name.removeprefix("new_"), quantity.layer
        if l is None:
            return place.cost
        if name in ("z", "dC_dz"):
            return place.z[l]
        return place.a[l + 1] if name in ("a", "dC_da") else (place.a[l] + place.z[l]) / 2

    # ------------------------------------------------------------ what is where

    def neurons(self, column):
        """The neurons drawn in a column (0 is the inputs), one a row; the focused one is among them."""
        size = self.sizes[column]
        if size <= MOST_ROWS:
            return list(range(size))
        drawn = list(range(MOST_ROWS - 1))
        if self.focus and self.focus[0] + 1 == column and self.focus[1] not in drawn:
            drawn[-1] = self.focus[1]
        return drawn

    def spots(self, column):
        """(neuron, y) of every neuron drawn in a column."""
        return list(zip(self.neurons(column), self.layout.rows[column], strict=False))

    def left_out(self, column, x, shift):
        size = self.sizes[column]
        if size > MOST_ROWS:
            y = self.layout.rows[column][-1] + shift
            yield f'<text class="s" x="{x:g}" y="{y:g}" data-left-out="{size - MOST_ROWS + 1}">'
            yield f"… {size - MOST_ROWS + 1} more</text>"

    # ------------------------------------------------------------------ forward

    def forward(self):
        fresh = "after the update" if self.again else "every output is kept: it is ∂z/∂w for the weights that leave it"
        yield from self.heading("hf", "Forward pass", fresh, 22)
        place = self.layout
        for l in range(self.last + 1):
            yield from self.edges(l, self.forward_edge, place.a[l] + place.half, place.z[l] - place.half, 0)
        for k, y in self.spots(0):
            yield self.node("rect", place.a[0], y, self.letters.x(k), Quantity("x", None, k), "f")
        yield from self.left_out(0, place.a[0], 0)
        prefix = "new_" if self.again else ""
        for l in range(self.last + 1):
            name = FUNCTIONS[self.network.layers[l].activation].text
            yield from self.left_out(l + 1, place.z[l], 0)
            for j, y in self.spots(l + 1):
                a, z = Quantity(prefix + "a", l, j), Quantity(prefix + "z", l, j)
                middle, room = (place.z[l] + place.a[l + 1]) / 2, place.a[l + 1] - place.z[l] - 2 * place.half - 6
                narrow = _narrowed(room) if len(name) > 7 else ""
                wire = place.z[l] + place.half, y, place.a[l + 1] - place.half, y
                yield from self.line(wire, "f", 1.2, a in self.now)
                yield f'<text class="s" x="{middle:g}" y="{y - 9:g}"{narrow}>{name}</text>'
                yield self.node("round", place.z[l], y, self.letters.z(l, j), z, "f")
                yield self.node("round", place.a[l + 1], y, self.letters.a(l, j), a, "f")
                bias = signed(self.parameter(Quantity("b", l, j)))
                if self.roomy:
                    yield f'<text class="s" x="{place.z[l]:g}" y="{y + place.radius + 11:g}">b {bias}</text>'
                else:  # below the wire to a, where no edge passes
                    x, narrow = place.z[l] + place.half, _narrowed(room) if len(bias) > 7 else ""
                    yield f'<text class="s l" font-size="12" x="{x:g}" y="{y + 14:g}"{narrow}>b {bias}</text>'
        yield from self.cost(prefix)

    def cost(self, prefix):
        place = self.layout
        x, y = place.cost, TITLE + place.panel / 2
        right = place.a[-1] + place.half
        for j, row in self.spots(self.last + 1):
            # Where rows are close, the wire runs level under its target before it turns towards C.
            tx, ty = (place.a[-1], row + place.radius + 11) if self.roomy else (right + 31, row - 10)
            turn = () if self.roomy else (right + 62, row)
            wire = right, row, *turn, x - COST, y
            yield from self.line(wire, "f", 1.2, Quantity(prefix + "C") in self.now)
            target = f"{self.letters.target(j)} = {number(self.values[Quantity('target', None, j)])}"
            narrow = _narrowed(54) if len(target) > 8 and not self.roomy else ""
            yield f'<text class="s" x="{tx:g}" y="{ty:g}"{narrow}>{target}</text>'
        yield self.node("rect", x, y, C, Quantity(prefix + "C"), "f", (COST, COST))

    def forward_edge(self, l, j, k):
        """A weight: width linear in |w|; its product with ∂C/∂z in the title once that is known."""
        w, name = self.parameter(Quantity("w", l, j, k)), self.letters.w(l, j, k)
        hot = Quantity("new_z" if self.again else "z", l, j) in self.now or self.working_on(l, j)
        title = f"{name} = {number(w, 6)}"
        gradient = self.values.get(Quantity("dC_dw", l, j, k))
        if gradient is not None:
            feed, delta = self.factors(l, j, k)
            title += f"; ∂C/∂{name} = {number(feed, 6)} × {number(delta, 6)} = {number(gradient, 6)}"
        kind = "f neg" if w < 0 else "f"
        label = signed(w)
        if self.marked and self.marked.name in PARAMETER_NAMES and self.marked[1:] == (l, j, k):
            kind, hot = f"{kind} bad", True
        return _Edge(kind, weight_width(w), hot, title, label, back=False)

    def working_on(self, l, j):
        """Whether this neuron's gradients or updates are the step."""
        phases = ("gradient", "update")
        return bool(self.step) and self.step.phase in phases and any(q[1:3] == (l, j) for q in self.now)

    def parameter(self, quantity):
        """The weight or bias as it now is: the new one once it is known."""
        return self.values.get(quantity._replace(name=f"new_{quantity.name}"), self.values[quantity])

    # ----------------------------------------------------------------- backward

    def backward(self):
        place, shift = self.layout, TITLE + self.layout.panel
        yield from self.heading(
            "hb", "Backward pass", "the same wires from right to left; each neuron amplifies", shift + 22
        )
        for l in range(1, self.last + 1):
            yield from self.edges(l, self.backward_edge, place.a[l] + PILL[0], place.z[l] - PILL[0], shift)
        for l in range(self.last + 1):
            yield from self.left_out(l + 1, place.z[l], shift)
            yield from self.amplifiers(l, shift)
            for j, y in self.spots(l + 1):
                d = self.letters.z(l, j), self.letters.a(l, j)
                yield self.node("round", place.z[l], y + shift, partial(C, d[0]), Quantity("dC_dz", l, j), "b", PILL)
                yield self.node(
                    "round", place.a[l + 1], y + shift, partial(C, d[1]), Quantity("dC_da", l, j), "b", PILL
                )

    def backward_edge(self, l, j, k):
        """The wire from ∂C/∂zⱼ of layer l back to neuron k of the layer before carries w · ∂C/∂z.

        Until that is known it shows the weight it multiplies by; then its width and dash are what it carries.
        """
        w, delta = self.values[Quantity("w", l, j, k)], self.values.get(Quantity("dC_dz", l, j))
        hot, name = Quantity("dC_da", l - 1, k) in self.now, self.letters.w(l, j, k)
        if delta is None:
            return _Edge("x", 1.0, hot, f"multiplies by {name} = {number(w, 6)}", f"×{number(w)}", back=True)
        carried = w * delta
        title = f"carries {name} · ∂C/∂{self.letters.z(l, j)} = {number(carried, 6)}"
        return _Edge("b neg" if carried < 0 else "b", gradient_width(carried), hot, title, signed(carried), back=True)

    def amplifiers(self, l, shift):
        """A triangle whose gain is f′(z); y − ŷ where the loss cancels f′; one box for softmax."""
        place, layer = self.layout, self.network.layers[l]
        left, right = place.z[l] + PILL[0], place.a[l + 1] - PILL[0]
        middle, spots = (left + right) / 2, self.spots(l + 1)
        joint = l == self.last and get_loss(self.walk.loss).joint
        for j, y in spots:
            hot = Quantity("dC_dz", l, j) in self.now
            yield from self.line((right, y + shift, left, y + shift), "b", 1.4, hot)
            if joint:
                gain = f"{self.letters.y(j)} − {self.letters.target(j)}"
                yield self.box(middle, y + shift, right - left - 4, 24, gain, "gain joint")
            elif layer.activation != "softmax":
                yield self.triangle(l, j, left + 4, right - 4, y + shift)
        if layer.activation == "softmax" and not joint:
            low, high = spots[0][1] + shift, spots[-1][1] + shift
            yield self.box(middle, (low + high) / 2, right - left - 4, high - low + 40, "softmax", "gain coupled")

    def triangle(self, l, j, left, right, y):
        layer, z = self.network.layers[l], self.values.get(Quantity("z", l, j))
        known = z is not None
        gain = number(self.walk.forward.da_dz[l][self.walk.example, j]).text if known else ""
        name = f"{FUNCTIONS[layer.activation]}′({self.letters.z(l, j)})"
        title = f"{name} = {gain}" if known else f"{name}: not yet known"
        return (
            f'<g data-gain="{l} {j}" data-state="{"known" if known else "unknown"}"><title>{title}</title>'
            f'<path class="t {"b" if known else "u"}" d="M{left:g} {y:g}L{right:g} {y - 15:g}V{y + 15:g}Z"/>'
            f'<text x="{(left + right) / 2:g}" y="{y + 24:g}" font-size="12">{"×" + gain if known else ""}</text></g>'
        )

    def box(self, x, y, width, height, text, kind):
        corner = f'x="{x - width / 2:g}" y="{y - height / 2:g}" width="{width:g}" height="{height:g}"'
        return f'<g data-kind="{kind}"><rect class="t b" rx="4" {corner}/><text x="{x:g}" y="{y:g}">{text}</text></g>'

    # ----------------------------------------------------------------- products

    def products(self):
        """∂z/∂w from the forward pass × ∂C/∂z from the backward pass, for the focused neuron or the step's own."""
        if not self.step:
            return
        if self.focus:
            l, j = self.focus
            wanted = [(l, j, k) for k in self.neurons(l)]
        else:
            wanted = [q[1:] for q in self.step.makes if q.name == "dC_dw"]
        known = [place for place in wanted if Quantity("dC_dw", *place) in self.values]
        columns = max(1, int((self.layout.width - 40) // PRODUCT))
        y, most = self.layout.height - STRIP + 12, 2 * columns
        columns = min(columns, -(-len(known) // 2))
        under = sum(self.across(Quantity("w", *place)) for place in known) / max(1, len(known)) - columns * PRODUCT / 2
        start = max(20, min(under, self.layout.width - 20 - columns * PRODUCT))  # below the wires they are of
        for place, (l, j, k) in enumerate(known[:most]):
            feed, delta = self.factors(l, j, k)
            x, row = start + PRODUCT * (place % columns), y + 22 * (place // columns)
            yield (
                f'<text class="l" x="{x:g}" y="{row:g}" data-product="{l} {j} {k}">∂C/∂{self.letters.w(l, j, k)} = '
                f'<tspan class="hf v">{number(feed)}</tspan> × <tspan class="hb v">{number(delta)}</tspan>'
                f" = {number(self.values[Quantity('dC_dw', l, j, k)])}</text>"
            )
        if len(known) > most:
            x, row = self.layout.width - 20, self.layout.height - 8
            more = len(known) - most
            yield f'<text class="s" style="text-anchor:end" x="{x:g}" y="{row:g}">… {more} more</text>'

    def factors(self, l, j, k):
        """∂z/∂w and ∂C/∂z of a weight: what feeds it, and what comes back to its neuron."""
        feed = Quantity("x", None, k) if l == 0 else Quantity("a", l - 1, k)
        return self.values[feed], self.values[Quantity("dC_dz", l, j)]

    # ------------------------------------------------------------------- pieces

    def edges(self, l, state, left, right, shift):
        """Every edge into layer l, then their labels on top."""
        labels = []
        few = max(self.sizes[l : l + 2]) <= MOST_LABELLED
        for row_j, (j, y2) in enumerate(self.spots(l + 1)):
            for row_k, (k, y1) in enumerate(self.spots(l)):
                edge = state(l, j, k)
                ends = (right, y2 + shift, left, y1 + shift) if edge.back else (left, y1, right, y2)
                name = f"{'back' if edge.back else 'w'} {l} {j} {k}"
                yield from self.line(ends, edge.kind, edge.width, edge.hot, edge.title, name)
                focused = self.focus in ((l, j), (l - 1, k) if edge.back else (l, j))
                spot = self.layout.plates.get((l, row_j, row_k))
                if few and spot:
                    labels += self.plate(spot[0], spot[1] + shift, edge)
                elif (focused or edge.marked) and not few:
                    t = 0.36 if self.focus == (l, j) else 0.64  # towards the end where these edges are apart
                    x, y = left + t * (right - left), y1 + shift + t * (y2 - y1)
                    labels += self.plate(x, y, edge)
        yield from labels

    def plate(self, x, y, edge):
        width, height = PLATE
        weight = ' class="v"' if edge.hot else ""
        corner = f'x="{x - width / 2:.1f}" y="{y - height / 2:.1f}" width="{width}" height="{height}"'
        yield f'<rect class="p" rx="4" {corner}/>'
        narrow = _narrowed(width - 4) if len(edge.label) > 7 else ""
        yield f'<text{weight} x="{x:.1f}" y="{y:.1f}" font-size="12" data-plate=""{narrow}>{edge.label}</text>'
        if edge.marked:
            yield _cross(x, y - height)

    def line(self, points, kind, width, hot, title="", edge=""):
        """A wire through ``points``: x, y, x, y, …"""
        x, y, *rest = points
        path = f'd="M{x:g} {y:g}L{" ".join(f"{v:g}" for v in rest)}"'
        named = f' data-edge="{edge}" data-hot="{int(hot)}"' if edge else ""
        drawn = f'<path{named} class="e {kind}{" hot" if hot else ""}" stroke-width="{width:.2f}" {path}'
        yield f"{drawn}><title>{title}</title></path>" if title else f"{drawn}/>"
        if hot:
            yield f'<path class="flow {kind[0]}" pathLength="1" {path}/>'

    def node(self, shape, x, y, symbol, quantity, hue, size=None):
        """A place for a quantity: its value inside, its symbol above; dashed and empty until it is known."""
        value = self.values.get(quantity)
        known = value is not None
        state = "now" if quantity in self.now else "known" if known else "unknown"
        css = f"n {hue if known else 'u'}{' now' if state == 'now' else ''}{' bad' if quantity == self.marked else ''}"
        half, tall = size or (self.layout.half, self.layout.radius)
        corner = f'x="{x - half:g}" y="{y - tall:g}" width="{2 * half}" height="{2 * tall}"'
        drawn = f'<rect class="{css}" rx="{tall if shape == "round" else 4}" {corner}/>'
        said = number(value, 6).text if known else "not yet known"
        shown = number(value).text if known else ""
        font = f' font-size="{SMALLEST_FONT}"' if len(shown) > 5 else ""
        if len(shown) > 6:
            font += _narrowed(2 * half - 6)
        return (
            f'<g data-q="{" ".join(str(part) for part in quantity if part is not None)}" data-state="{state}">'
            f"<title>{symbol}: {said}</title>{drawn}"
            f"{_cross(x - half - 8, y - tall) if quantity == self.marked else ''}"
            f'<text class="v" x="{x:g}" y="{y:g}"{font}>{shown}</text>'
            f'<text class="s" x="{x:g}" y="{y - tall - 10:g}">{symbol}</text></g>'
        )

    def heading(self, css, text, note, y):
        yield f'<text class="h {css}" x="20" y="{y:g}">{text}</text>'
        yield f'<text class="s l" x="174" y="{y:g}" style="font-style:normal">{note}</text>'


def _cross(x, y):
    """A cross beside what is marked as wrong."""
    return f'<text class="no" x="{x:g}" y="{y:g}" font-size="16" data-marked="">✗</text>'


def _narrowed(width):
    """Attributes of a long text: drawn so wide, it fits its place."""
    return f' textLength="{width:g}" lengthAdjust="spacingAndGlyphs"'
