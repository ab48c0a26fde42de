"""What is told of a walkthrough at a position: its caption, its formulas with a verdict on each gradient, its tables.

Plain data, no HTML: whoever shows it chooses how.
"""

from collections.abc import Callable
from dataclasses import dataclass

from backprop.engine.numeric import RIGHT
from backprop.notation import EQUALS, C, L, Math, math, new, number, partial
from backprop.story.lines import Line
from backprop.story.quantity import Quantity, whole
from backprop.story.verdicts import Comparison, judge
from backprop.story.walkthrough import GRADIENTS, Walkthrough
from backprop.words import say

UNKNOWN = "·"


@dataclass(frozen=True)
class Told:
    """A formula of a step, and for a gradient its comparison, else None."""

    line: Line
    comparison: Comparison | None

    @property
    def pieces(self) -> tuple[Math, ...]:
        """symbol = formula, = numbers, =: between them a long line can wrap, and the value stands after them."""
        return pieces(self.line)


@dataclass(frozen=True)
class Table:
    """A table of short texts: its heads, and its rows."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def pieces(line: Line) -> tuple[Math, ...]:
    """symbol = formula, = numbers, =: between them a long line can wrap, and the value stands after them."""
    return line.symbol + EQUALS + line.formula, EQUALS + line.numbers, EQUALS


def describe(walk: Walkthrough, i: int) -> str:
    """One sentence for a reader who does not see the picture."""
    sizes = "-".join(map(str, walk.network.sizes))
    if i < 0:
        return say("story.before", sizes=sizes)
    line, phase = walk[i].lines[-1], say(f"story.phase.{walk[i].phase}")
    return say("story.caption", sizes=sizes, phase=phase, symbol=line.symbol, value=number(line.value))


def heading(walk: Walkthrough, i: int) -> tuple[str, ...]:
    """Where step ``i`` stands: its phase, and its layer, its case and its example where it has one."""
    step, n = walk[i], len(walk.forward.x)
    place = [say(f"story.heading.{step.phase}")]
    if step.layer is not None:
        place.append(say("story.layer", layer=step.layer + 1))
    if step.case:
        place.append(say(f"story.case.{step.case}"))
    if n > 1:
        place.append(say("story.example", example=step.example + 1, examples=n))
    return tuple(place)


def formulas(walk: Walkthrough, i: int) -> tuple[Told, ...]:
    """The formulas of step ``i``, each gradient compared with its central difference."""
    return tuple(Told(line, compare(walk, line.makes, line.value)) for line in walk[i].lines)


def compare(walk: Walkthrough, quantity: Quantity, value: float) -> Comparison | None:
    """A value for a gradient beside its central difference; None for what is no gradient."""
    if quantity.name not in GRADIENTS:
        return None
    found = judge(walk, quantity, value)
    return Comparison(found.numeric, RIGHT) if found.agrees else found  # the stepper has one sentence for both


def closing(walk: Walkthrough, write: Callable[[Math], object] = str) -> str:
    """What the update changed, beside what the gradients predicted; ``write`` writes the two numbers."""
    true, predicted = (write(number(change)) for change in (walk.true_change, walk.predicted_change))
    return say("story.change", true=true, predicted=predicted)


def tables(walk: Walkthrough, i: int) -> tuple[Table, Table, Table]:
    """What is known at position ``i``: of the neurons, of the parameters, of the cost."""
    values = walk.given | walk.known(i)

    def cell(name, *place, after=False):
        value = values.get(Quantity(name, *place, new=after))
        return UNKNOWN if value is None else number(value).text

    return _neurons(walk, cell), _parameters(walk, cell), _costs(walk, cell)


def _neurons(walk, cell):
    z, a, names = math("z"), math("a"), ("z", "a", "dC_da", "dC_dz")
    heads = (say("story.head.neuron"), *(each.text for each in (z, a, partial(C, a), partial(C, z), new(z), new(a))))
    rows = (
        (
            walk.letters.z(l, j).text,
            *(cell(name, l, j) for name in names),
            *(cell(name, l, j, after=True) for name in ("z", "a")),
        )
        for l, layer in enumerate(walk.network.layers)
        for j in range(layer.n_out)
    )
    return Table(heads, tuple(rows))


def _parameters(walk, cell):
    theta, all_of = math("θ"), whole(walk.many)
    shares = (partial(C, theta).text, partial(L, theta).text)
    heads = (say("story.head.parameter", letter=theta), say("story.head.value"), *shares, say("story.head.new"))
    rows = (
        (
            letter.text,
            cell(kind, *place),
            cell(f"dC_d{kind}", *place),
            cell(f"{all_of}_d{kind}", *place),
            cell(kind, *place, after=True),
        )
        for letter, kind, place in _places(walk)
    )
    return Table(heads, tuple(rows))


def _places(walk):
    """(letter, "w" or "b", place) of every parameter."""
    for l, layer in enumerate(walk.network.layers):
        for j in range(layer.n_out):
            yield from ((walk.letters.w(l, j, k), "w", (l, j, k)) for k in range(layer.n_in))
            yield walk.letters.b(l, j), "b", (l, j)


def _costs(walk, cell):
    heads = tuple(say(f"story.head.{head}") for head in ("cost", "before", "after"))
    return Table(heads, tuple((name, cell(name), cell(name, after=True)) for name in "CL"[: 1 + walk.many]))
