"""A film: all that a page needs to show any position of a walkthrough by itself, as data for JSON.

It holds the parts of the picture, each once, and which of them stand at every position; the formula of every quantity
with its value and what it needs; and the steps, in each grain. Parts are drawn where something they watch changes, and
nowhere else. Every sentence and number is written here: a page only chooses among them.
"""

from collections.abc import Sequence

from backprop.notation import mathml, number
from backprop.pictures import marks
from backprop.pictures.diagram import network_picture
from backprop.pictures.frame import Frame, Slot
from backprop.pictures.layout import SMALLEST, STRIP
from backprop.pictures.panel import Parts
from backprop.pictures.theme import shapes
from backprop.story import telling
from backprop.story.matrices import COLUMNS, ROWS, Cell, Matrix, equations
from backprop.story.quantity import Quantity
from backprop.story.walkthrough import GRAINS, Walkthrough
from backprop.words import say

MOST_LINES = 30  # formulas of one step that a still brings


def slots(walk: Walkthrough, parts: Parts) -> list[list[int]]:
    """For each slot of the two passes: [position, part, position, part, …], position 0 before the first step.

    From each position on its part stands there. Several walkthroughs can share ``parts``. The products at the foot of
    the picture are left out: a player tells them of whichever weight is pointed at.
    """
    return Reel(network_picture(walk).passes, parts).run(walk, len(walk))


class Reel:
    """Slots and the parts that they are drawn into: each once for every state of what it watches, in any grain."""

    def __init__(self, drawn: Sequence[Slot], parts: Parts):
        self.drawn, self.parts = drawn, parts
        self.watched, self.watching = [slot.watches() for slot in drawn], _watching(drawn)
        self._made = {}

    def run(self, walk: Walkthrough, end: int) -> list[list[int]]:
        """For each slot: [position, part, position, part, …], of the positions before the step ``end``."""
        found, before = [[] for _ in self.drawn], None
        for i in range(-1, end):
            frame = Frame(walk, i)
            for place in _changed(self.watching, before, frame, len(self.drawn)):
                part = self.part(place, frame)
                if not found[place] or found[place][-1] != part:
                    found[place] += [i + 1, part]
            before = frame
        return found

    def part(self, place: int, frame: Frame) -> int:
        """The part that stands in a slot in this frame, drawn where it was not yet."""
        slot = self.drawn[place]
        if slot.always:
            return self.parts.place("".join(slot.draw(frame)))
        state = place, slot.state(frame, self.watched[place])
        if state not in self._made:
            self._made[state] = self.parts.place("".join(slot.draw(frame)))
        return self._made[state]


def _watching(drawn):
    """{what changes: the slots that are drawn anew for it}."""
    watching = {}
    for place, slot in enumerate(drawn):
        reasons = [
            *slot.watches(),
            *slot.neurons,
            *(["again"] if slot.again else []),
            *(["always"] if slot.always else []),
        ]
        for reason in reasons:
            watching.setdefault(reason, []).append(place)
    return watching


def _changed(watching, before, frame, count):
    """The slots that can look different in this frame from the frame before; at first, all."""
    if before is None:
        return range(count)
    reasons = [*(before.now | frame.now), "always"]
    if before.focus != frame.focus:
        reasons += [focus for focus in (before.focus, frame.focus) if focus]
    if before.again != frame.again:
        reasons.append("again")
    return sorted({place for reason in reasons for place in watching.get(reason, ())})


# ------------------------------------------------------- the whole film


def film(walk: Walkthrough) -> dict:
    """The film of a walkthrough by neuron, in every grain."""
    parts, grains = Parts(), {}
    reel = Reel(network_picture(walk).passes, parts)
    for grain in GRAINS:
        grouped = walk.grouped(grain)
        grains[grain] = {"steps": list(_steps(grouped)), "slots": reel.run(grouped, len(grouped))}
    return _assembled(walk, parts, grains, _lines(walk))


def film_before(walk: Walkthrough, quantity: Quantity) -> dict:
    """The film up to the step that makes a quantity, by neuron: neither its value nor any later one is in it.

    Before the way back begins, the reverse network is not in it either.
    """
    end, _ = walk.made[quantity]
    parts, steps = Parts(), [_step(walk, i) for i in range(-1, end)]
    picture, place = network_picture(walk), _frame(walk)
    drawn = picture.passes
    if walk.goes_forward(quantity):
        drawn, place["height"] = picture.upper, picture.layout.upper
    grains = {GRAINS[0]: {"steps": steps, "slots": Reel(drawn, parts).run(walk, end)}}
    return _assembled(walk, parts, grains, _lines(walk[:end])) | {"asked": quantity.key, "picture": place}


def _assembled(walk, parts, grains, lines):
    """A film of these steps, in which these lines are told; every quantity has its name."""
    places = {place for grain in grains.values() for step in grain["steps"] for place in step.get("matrices", ())}
    values = walk.given | {line.makes: line.value for line in lines}
    return {
        "parts": parts.drawn,
        "grains": grains,
        "lines": {line.makes.key: _line(walk, line) for line in lines},
        "names": {quantity.key: name.text for quantity, name in _names(walk, _lines(walk)).items()},
        "values": {quantity.key: number(value).text for quantity, value in values.items()},
        "reading": [quantity.key for quantity in _reading(walk)],
        "products": dict(_products(walk)),
        "matrices": {convention: _matrices(walk, convention, places) for convention in (ROWS, COLUMNS)},
        "picture": _frame(walk),
    }


def _lines(steps):
    return [line for step in steps for line in step.lines]


def outline(walk: Walkthrough) -> dict:
    """What a page needs of a walkthrough that is too large for a film: its timeline. Each step comes as a still."""
    grains = {
        grain: {"steps": [{"phase": step.phase if step else "", "makes": []} for step in (None, *walk.grouped(grain))]}
        for grain in GRAINS
    }
    nothing = {"parts": [], "lines": {}, "names": {}, "values": {}, "reading": [], "products": {}, "matrices": {}}
    return nothing | {"grains": {name: {**each, "slots": []} for name, each in grains.items()}, "picture": _frame(walk)}


def still(walk: Walkthrough, i: int) -> dict:
    """One position alone: its picture as one string, its step and its formulas, and the values known by then."""
    frame = Frame(walk, i)
    return {
        "position": i + 1,
        "count": len(walk),
        "step": _step(walk, i),
        "lines": {line.makes.key: _line(walk, line) for line in (walk[i].lines[:MOST_LINES] if i >= 0 else ())},
        "slots": _drawn(network_picture(walk).passes, frame),
        "picture": _frame(walk),
    }


def pictured(walk: Walkthrough, i: int, marked: frozenset[Quantity] = frozenset()) -> dict:
    """The picture of one position, a string a slot, with these quantities drawn as wrong, and in words what is seen.

    On the way forward the reverse network is not in it.
    """
    frame, drawn, place = Frame(walk, i), network_picture(walk, marked), _frame(walk)
    slots = drawn.passes
    if all(map(walk.goes_forward, walk[i].makes)):
        slots, place["height"] = drawn.upper, drawn.layout.upper
    return {"frame": place, "slots": _drawn(slots, frame), "told": telling.describe(walk, i)}


def _drawn(slots, frame):
    """What stands in each slot, as one string."""
    return ["".join(slot.draw(frame)) for slot in slots]


def _steps(walk):
    return (_step(walk, i) for i in range(-1, len(walk)))


def _step(walk, i):
    """What is said of a position, and what its step makes; the last says what the update changed."""
    if i < 0:
        return {"phase": "", "where": say("pictures.film.before"), "told": telling.describe(walk, i), "makes": []}
    step = walk[i]
    told = {
        "phase": step.phase,
        "where": ", ".join(telling.heading(walk, i)),
        "told": telling.describe(walk, i),
        "makes": [quantity.key for quantity in step.makes],
        "matrices": list(dict.fromkeys(_place(step.phase, quantity.layer) for quantity in step.makes)),
    }
    if i == len(walk) - 1:
        told["closing"] = telling.closing(walk)
    return told


def _place(phase, layer):
    return phase if layer is None else f"{phase} {layer}"


def _line(walk, line):
    """A formula with its numbers and its value; beside a gradient the finite difference; what it needs."""
    return {
        "formula": f"{mathml(*telling.pieces(line))} <b>{number(line.value)}</b>",
        "check": _check(walk, line),
        "needs": [quantity.key for quantity in line.needs],
    }


def _check(walk, line):
    """[verdict, sentence] on a gradient, [] for what is none."""
    found = telling.compare(walk, line.makes, line.value)
    return [found.verdict, f"{found.difference} {found.sentence}".strip()] if found else []


def _names(walk, lines):
    """{quantity: its letter} of every quantity."""
    letters = walk.letters
    given = {"x": letters.x, "target": letters.target, "w": letters.w, "b": letters.b}
    named = {q: given[q.name](*(index for index in q.place if index is not None)) for q in walk.given}
    return named | {line.makes: line.symbol for line in lines}


def _reading(walk):
    """What stands in the picture, in the order of reading: forward layer by layer, then back."""
    layers = list(enumerate(walk.network.layers))
    yield from (Quantity("x", None, k) for k in range(walk.network.sizes[0]))
    for l, layer in layers:
        for j in range(layer.n_out):
            yield from (Quantity("w", l, j, k) for k in range(layer.n_in))
            yield from (Quantity("b", l, j), Quantity("z", l, j), Quantity("a", l, j))
    yield from (Quantity("target", None, j) for j in range(walk.network.sizes[-1]))
    yield Quantity("C")
    for l, layer in reversed(layers):
        yield from (Quantity(name, l, j) for name in ("dC_da", "dC_dz") for j in range(layer.n_out))


def _products(walk):
    """(parameter, [what feeds it, what comes back to its neuron, their product]); 1 feeds a bias, which has no name."""
    for quantity in walk.made:
        l, j, k = quantity.place
        if quantity.name == "dC_dw":
            feed = Quantity("a", l - 1, k) if l else Quantity("x", None, k)
            yield Quantity("w", l, j, k).key, [feed.key, Quantity("dC_dz", l, j).key, quantity.key]
        elif quantity.name == "dC_db":
            yield Quantity("b", l, j).key, ["", Quantity("dC_dz", l, j).key, quantity.key]


def _matrices(walk, convention, places):
    """{place: its equations} of those places."""
    return {
        _place(*place): [[_piece(piece) for piece in (equation.makes, *equation.of)] for equation in those]
        for place, those in equations(walk, convention).items()
        if _place(*place) in places
    }


def _piece(piece):
    """A matrix as [letter, shape, rows of cells]; what stands between two as one string."""
    if not isinstance(piece, Matrix):
        return mathml(piece)
    rows, columns = piece.shape
    shape = say("pictures.film.shape", rows=rows, columns=columns)
    return [mathml(piece.letter), shape, [[_cell(cell) for cell in row] for row in piece.cells]]


def _cell(cell: Cell):
    """The quantity; or the text, and what must be known before it stands there."""
    return cell.quantity.key if cell.quantity else [cell.text, *(quantity.key for quantity in cell.after)]


def _frame(walk):
    """The picture's size and rules, and below which width it scrolls rather than shrinks."""
    place = network_picture(walk).layout
    return {
        "width": place.width,
        "height": place.height - STRIP,
        "least": round(SMALLEST * place.width),
        "rules": (shapes("bp-d") + marks.RULES).replace("\n", ""),
    }
