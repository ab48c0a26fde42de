"""The network and the reverse network as one SVG string: a pure function of (walkthrough, position).

Forward values are blue, backward values orange; a weight's sign is printed and its edge solid (+) or
dashed (−). A quantity not yet known is a dashed, empty place. Colours follow JupyterLab's theme and
fall back to a light one of their own, so the same string serves live and as a stored picture.
No element has an id: ``data-q`` names a quantity, ``data-state`` says unknown, known or now; ``data-edge`` and
``data-plate`` name a weight or the wire back, ``data-given`` a bias or a target.

The picture is a row of slots, each drawn from a frame: what is known at one position. A slot says what it watches,
so that a film of all positions draws each part once and not each picture.
"""

from functools import cached_property, lru_cache, partial

from backprop.engine.losses import get_loss
from backprop.notation import C, number, signed
from backprop.notation import partial as derivative
from backprop.pictures import marks
from backprop.pictures.frame import Edge, Frame, Slot, nothing, on_edge, quantities
from backprop.pictures.layout import (
    COST,
    MOST_LABELLED,
    MOST_ROWS,
    PILL,
    PLATE,
    SMALLEST,
    TITLE,
    gradient_width,
    layout,
    weight_width,
)
from backprop.pictures.products import products
from backprop.pictures.theme import picture
from backprop.story.quantity import Quantity
from backprop.story.telling import describe
from backprop.story.walkthrough import Walkthrough
from backprop.words import say

PARAMETER_NAMES = ("dC_dw", "dL_dw", "w")  # what is drawn on a weight's edge


def diagram(
    walk: Walkthrough,
    i: int,
    selected: tuple[int, int] | None = None,
    marked: frozenset[Quantity] = frozenset(),
    *,
    forward_alone: bool = False,
) -> str:
    """The picture of ``walk`` at position ``i`` (−1 is before the first step), as an SVG string.

    ``selected`` is (layer, neuron), counted from 0, or None for the current step's: its edges
    carry labels where there is no room for all, and its products stand at the foot.
    ``marked`` are drawn as wrong: red, thick, with a cross. ``forward_alone`` leaves the reverse network out.
    Raises ValueError for a position or a neuron that does not exist.
    """
    if not -1 <= i < len(walk):
        raise ValueError(say("pictures.diagram.no-position", position=i, last=len(walk) - 1))
    if selected is not None:
        l, j = selected
        sizes = walk.network.sizes
        if not (0 <= l < len(sizes) - 1 and 0 <= j < sizes[l + 1]):
            raise ValueError(say("pictures.diagram.no-neuron", neuron=selected))
    frame = Frame(walk, i, selected)
    drawn = network_picture(walk, marked)
    place = drawn.layout
    slots, height = (drawn.upper, place.upper) if forward_alone else (drawn.slots, place.height)
    parts = [line for slot in slots for line in slot.draw(frame)]
    return picture("bp-d", place.width, height, describe(walk, i), marks.RULES, parts, SMALLEST, drawn.here(frame))


@lru_cache(maxsize=2)  # while a learner steps, the walkthrough stays the same
def network_picture(walk: Walkthrough, marked: frozenset[Quantity] = frozenset()) -> "NetworkPicture":
    """The slots of a walkthrough's picture."""
    return NetworkPicture(walk, marked)


class NetworkPicture:
    """The picture of a walkthrough: its slots, in the order of drawing."""

    def __init__(self, walk: Walkthrough, marked: frozenset[Quantity] = frozenset()):
        self.walk, self.letters, self.network, self.marked = walk, walk.letters, walk.network, marked
        self.sizes = self.network.sizes
        self.layout = layout(self.sizes)
        self.last = len(self.network.layers) - 1
        self.roomy = max(self.sizes) <= MOST_LABELLED

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """Every slot: the network, the reverse network below it, the products at the foot."""
        return *self.passes, Slot(partial(products, self), always=True)

    @cached_property
    def passes(self) -> tuple[Slot, ...]:
        """The slots of the network and of the reverse network below it."""
        return *self.upper, *self.backward()

    @cached_property
    def upper(self) -> tuple[Slot, ...]:
        """The slots of the network alone."""
        return tuple(self.forward())

    def here(self, frame: Frame) -> float:
        """The x of what the step makes known, the middle of them where they are several; 0 before the first step."""
        places = [self.across(quantity) for quantity in frame.now]
        return (min(places) + max(places)) / 2 if places else 0

    def across(self, quantity: Quantity) -> float:
        """The x at which a quantity is drawn: at its neuron, at C, or on the wires of its weight."""
        place, name, l = self.layout, quantity.name, quantity.layer
        if l is None:
            return place.cost
        if name in ("z", "dC_dz"):
            return place.z[l]
        return place.a[l + 1] if name in ("a", "dC_da") else (place.a[l] + place.z[l]) / 2

    # ------------------------------------------------------------ what is where

    def spots(self, column):
        """(row, y) of every row of a column of neurons; 0 is the inputs."""
        return list(enumerate(self.layout.rows[column]))

    def neuron(self, frame, column, row):
        """The neuron in a row, or None. Where not all have a row, the focused neuron takes the last of them."""
        size, focus, last = self.sizes[column], frame.focus, MOST_ROWS - 2
        if size <= MOST_ROWS or row < last:
            return row
        if row > last:
            return None  # here it says how many are left out
        return focus[1] if focus and focus[0] + 1 == column and focus[1] > last else last

    def slot(self, draw, columns, watches=nothing, **more):
        """A slot of neurons in (column, row) places: drawn at every step where one of them can change its neuron."""
        moves = any(self.sizes[column] > MOST_ROWS and row == MOST_ROWS - 2 for column, row in columns)

        def drawn(frame):
            neurons = [self.neuron(frame, column, row) for column, row in columns]
            return () if None in neurons else draw(frame, *neurons)

        return Slot(drawn, nothing if moves else watches, always=moves, **more)

    def left_out(self, column, x, shift):
        """How many neurons of a column have no row."""
        size = self.sizes[column]
        if size > MOST_ROWS:
            y = self.layout.rows[column][-1] + shift
            more = size - MOST_ROWS + 1
            line = f'<text class="s" x="{x:g}" y="{y:g}" data-left-out="{more}">'
            yield Slot(lambda frame: (line, f"{say('pictures.more', more=more)}</text>"))

    # ------------------------------------------------------------------ forward

    def forward(self):
        """The slots of the network."""
        place = self.layout
        yield Slot(
            lambda frame: marks.heading("hf", "forward", "again" if frame.again else "forward-note", 22), again=True
        )
        for l in range(self.last + 1):
            yield from self.edges(l, self.forward_edge, place.a[l] + place.half, place.z[l] - place.half, 0)
        for row, y in self.spots(0):
            yield self.slot(self.input(y), [(0, row)])
        yield from self.left_out(0, place.a[0], 0)
        for l in range(self.last + 1):
            yield from self.left_out(l + 1, place.z[l], 0)
            for row, y in self.spots(l + 1):
                watches = partial(quantities, ("z", "a", "new_z", "new_a", "new_b"), l, row)
                yield self.slot(self.forward_neuron(l, y), [(l + 1, row)], watches, again=True)
        yield from self.cost()

    def input(self, y):
        """x of one neuron of the input."""

        def draw(frame, k):
            yield self.place(frame, "rect", self.layout.a[0], y, self.letters.x(k), Quantity("x", None, k), "f")

        return draw

    def forward_neuron(self, l, y):
        """z, the wire through its activation, a, and its bias."""
        place, name = self.layout, self.network.layers[l].f.symbol.text
        middle, room = (place.z[l] + place.a[l + 1]) / 2, place.a[l + 1] - place.z[l] - 2 * place.half - 6
        narrow = marks.narrowed(room) if len(name) > 7 else ""

        def draw(frame, j):
            a, z = Quantity("a", l, j), Quantity("z", l, j)
            wire = place.z[l] + place.half, y, place.a[l + 1] - place.half, y
            yield from marks.wire(wire, "f", 1.2, frame.makes_now(a))
            yield f'<text class="s" x="{middle:g}" y="{y - 9:g}"{narrow}>{name}</text>'
            yield self.place(frame, "round", place.z[l], y, self.letters.z(l, j), frame.current(z), "f")
            yield self.place(frame, "round", place.a[l + 1], y, self.letters.a(l, j), frame.current(a), "f")
            bias = signed(frame.parameter(Quantity("b", l, j)))
            if self.roomy:
                x, y_b, look = place.z[l], y + place.radius + 11, 'class="s"'
            else:  # below the wire to a, where no edge passes
                fit = marks.narrowed(room) if len(bias) > 7 else ""
                x, y_b, look = place.z[l] + place.half, y + 14, f'class="s l" font-size="12"{fit}'
            yield f'<text data-given="b {l} {j}" {look} x="{x:g}" y="{y_b:g}">b {bias}</text>'

        return draw

    def cost(self):
        """The wires from the outputs into C, their targets, and C."""
        place, watches = self.layout, partial(quantities, ("C", "new_C"))
        middle = TITLE + place.panel / 2
        for row, y in self.spots(self.last + 1):
            yield self.slot(self.into_cost(y, middle), [(self.last + 1, row)], watches, again=True)

        def draw(frame):
            yield self.place(frame, "rect", place.cost, middle, C, frame.current(Quantity("C")), "f", (COST, COST))

        yield Slot(draw, watches, again=True)

    def into_cost(self, row, middle):
        """The wire from one output into C, and its target."""
        place = self.layout
        right = place.a[-1] + place.half
        # Where rows are close, the wire runs level under its target before it turns towards C.
        tx, ty = (place.a[-1], row + place.radius + 11) if self.roomy else (right + 31, row - 10)
        turn = () if self.roomy else (right + 62, row)
        wire = right, row, *turn, place.cost - COST, middle

        def draw(frame, j):
            yield from marks.wire(wire, "f", 1.2, frame.makes_now(Quantity("C")))
            target = f"{self.letters.target(j)} = {number(frame.values[Quantity('target', None, j)])}"
            narrow = marks.narrowed(54) if len(target) > 8 and not self.roomy else ""
            yield f'<text data-given="target {j}" class="s" x="{tx:g}" y="{ty:g}"{narrow}>{target}</text>'

        return draw

    def forward_edge(self, frame, l, j, k):
        """A weight: width linear in |w|; its product with ∂C/∂z in the title once that is known."""
        w, name = frame.parameter(Quantity("w", l, j, k)), self.letters.w(l, j, k)
        hot = frame.makes_now(Quantity("z", l, j)) or frame.works_on(l, j)
        title = f"{name} = {number(w, 6)}"
        gradient = frame.values.get(Quantity("dC_dw", l, j, k))
        if gradient is not None:
            feed, delta = frame.factors(l, j, k)
            title += f"; ∂C/∂{name} = {number(feed, 6)} × {number(delta, 6)} = {number(gradient, 6)}"
        kind = "f neg" if w < 0 else "f"
        marked = self.is_marked(l, j, k)
        if marked:
            kind, hot = f"{kind} bad", True
        return Edge(kind, weight_width(w), hot, title, signed(w), marked)

    def is_marked(self, l, j, k):
        """Whether this weight is drawn as wrong."""
        return any(q.name in PARAMETER_NAMES and q.place == (l, j, k) for q in self.marked)

    # ----------------------------------------------------------------- backward

    def backward(self):
        """The slots of the reverse network."""
        place, shift = self.layout, self.layout.upper
        yield Slot(lambda frame: marks.heading("hb", "backward", "backward-note", shift + 22))
        for l in range(1, self.last + 1):
            yield from self.edges(l, self.backward_edge, place.a[l] + PILL[0], place.z[l] - PILL[0], shift)
        for l in range(self.last + 1):
            yield from self.left_out(l + 1, place.z[l], shift)
            yield from self.gains(l, shift)
            for row, y in self.spots(l + 1):
                watches = partial(quantities, ("dC_dz", "dC_da"), l, row)
                yield self.slot(self.backward_neuron(l, y + shift), [(l + 1, row)], watches)

    def backward_neuron(self, l, y):
        """∂C/∂z and ∂C/∂a of one neuron."""
        place = self.layout

        def draw(frame, j):
            z, a = self.letters.z(l, j), self.letters.a(l, j)
            yield self.place(frame, "round", place.z[l], y, derivative(C, z), Quantity("dC_dz", l, j), "b", PILL)
            yield self.place(frame, "round", place.a[l + 1], y, derivative(C, a), Quantity("dC_da", l, j), "b", PILL)

        return draw

    def backward_edge(self, frame, l, j, k):
        """The wire from ∂C/∂zⱼ of layer l back to neuron k of the layer before carries w · ∂C/∂z.

        Until that is known it shows the weight it multiplies by; then its width and dash are what it carries.
        """
        w, delta = frame.values[Quantity("w", l, j, k)], frame.values.get(Quantity("dC_dz", l, j))
        hot, name = Quantity("dC_da", l - 1, k) in frame.now, self.letters.w(l, j, k)
        if delta is None:
            title = say("pictures.diagram.multiplies", weight=f"{name} = {number(w, 6)}")
            return Edge("x", 1.0, hot, title, f"×{number(w)}")
        carried = w * delta
        product = f"{name} · ∂C/∂{self.letters.z(l, j)} = {number(carried, 6)}"
        title = say("pictures.diagram.carries", product=product)
        return Edge("b neg" if carried < 0 else "b", gradient_width(carried), hot, title, signed(carried))

    def gains(self, l, shift):
        """A triangle whose gain is f′(z); y − ŷ where the loss cancels f′; one box for all neurons of softmax."""
        place, f = self.layout, self.network.layers[l].f
        joint = l == self.last and get_loss(self.walk.loss).cancels_slope
        x, width = (place.z[l] + place.a[l + 1]) / 2, place.a[l + 1] - place.z[l] - 2 * PILL[0] - 4
        for row, y in self.spots(l + 1):
            watches = partial(quantities, ("z", "dC_dz"), l, row)
            yield self.slot(self.gain(l, x, y + shift, width, joint), [(l + 1, row)], watches)
        if f.coupled:
            ys = [y + shift for _, y in self.spots(l + 1)]
            yield Slot(lambda frame: marks.around(x, ys, width, "" if joint else f.symbol.text, joint))
            for row, y in self.spots(l + 1) if joint else ():
                yield self.slot(lambda frame, j, y=y + shift: (marks.line(x, y, self.error(j)),), [(l + 1, row)])

    def error(self, j):
        """y − ŷ of one output."""
        return f"{self.letters.y(j)} − {self.letters.target(j)}"

    def gain(self, l, x, y, width, joint):
        """What stands between one neuron's ∂C/∂a and its ∂C/∂z; of softmax, the wire alone."""
        f, half = self.network.layers[l].f, width / 2 + 2

        def draw(frame, j):
            yield from marks.wire((x + half, y, x - half, y), "b", 1.4, Quantity("dC_dz", l, j) in frame.now)
            if f.coupled:
                return
            if joint:
                yield marks.box(x, y, width, 24, self.error(j), "joint")
                yield marks.below(x, y, say("pictures.diagram.joint"))
                return
            known = Quantity("z", l, j) in frame.values
            gain = number(self.walk.forward.da_dz[l][self.walk.example, j]).text if known else ""
            name = f.slope_written(self.letters.z(l, j))
            title = f"{name} = {gain}" if known else say("pictures.diagram.no-gain", name=name)
            yield marks.triangle(f"{l} {j}", x - half + 4, x + half - 4, y, gain, title)

        return draw

    # ------------------------------------------------------------------- pieces

    def edges(self, l, state, left, right, shift):
        """Every edge into layer l, then their labels on top."""
        ends, sources = self.spots(l + 1), self.spots(l)
        back = shift > 0
        pairs = [((row_j, y2), (row_k, y1)) for row_j, y2 in ends for row_k, y1 in sources]
        few = max(self.sizes[l : l + 2]) <= MOST_LABELLED
        for (row_j, y2), (row_k, y1) in pairs:
            points = (right, y2 + shift, left, y1 + shift) if back else (left, y1, right, y2)
            watches = partial(on_edge, self.sizes[l], l, row_j, row_k, back)
            draw = self.edge(l, state, points, back)
            yield self.slot(draw, [(l + 1, row_j), (l, row_k)], watches, again=not back)
        for (row_j, y2), (row_k, y1) in pairs:
            spot = self.layout.plates.get((l, row_j, row_k))
            if few and not spot:
                continue
            watches = partial(on_edge, self.sizes[l], l, row_j, row_k, back)
            if few:
                draw, neurons = self.label(l, state, (spot[0], spot[1] + shift), back), ()
            else:
                draw = self.near_label(l, state, (left, right, y1 + shift, y2 + shift), back)
                neurons = ((l, row_j), (l - 1, row_k)) if back else ((l, row_j),)
            yield self.slot(draw, [(l + 1, row_j), (l, row_k)], watches, again=not back, neurons=neurons)

    def edge(self, l, state, points, back):
        """One edge."""

        def draw(frame, j, k):
            edge = state(frame, l, j, k)
            return marks.wire(points, edge.kind, edge.width, edge.hot, edge.title, marks.edge_name(back, l, j, k))

        return draw

    def label(self, l, state, spot, back):
        """An edge's label, where there is room for all."""

        def draw(frame, j, k):
            edge = state(frame, l, j, k)
            return marks.plate(*spot, PLATE, edge.label, edge.hot, edge.marked, marks.edge_name(back, l, j, k))

        return draw

    def near_label(self, l, state, corners, back):
        """An edge's label near the focused neuron, where there is no room for all."""
        left, right, y1, y2 = corners

        def draw(frame, j, k):
            if frame.focus in ((l, j), (l - 1, k) if back else (l, j)) or self.is_marked(l, j, k):
                edge = state(frame, l, j, k)
                t = 0.36 if frame.focus == (l, j) else 0.64  # towards the end where these edges are apart
                x, y = left + t * (right - left), y1 + t * (y2 - y1)
                return marks.plate(x, y, PLATE, edge.label, edge.hot, edge.marked, marks.edge_name(back, l, j, k))
            return ()

        return draw

    def place(self, frame, shape, x, y, symbol, quantity, hue, size=None):
        """A place for a quantity, as it stands in this frame."""
        value = frame.values.get(quantity)
        state = "now" if quantity in frame.now else "unknown" if value is None else "known"
        if value is None:
            said, shown = say("pictures.diagram.unknown"), ""
        else:
            said, shown = number(value, 6).text, number(value).text
        half, tall = size or (self.layout.half, self.layout.radius)
        marked = quantity in self.marked
        return marks.place(shape, x, y, half, tall, symbol, quantity.key, state, hue, shown, said, marked)
