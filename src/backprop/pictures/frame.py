"""What a picture is drawn from at one position, and the slots that it is made of."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from backprop.story.quantity import Quantity
from backprop.story.walkthrough import Walkthrough


class Frame:
    """What is known at position ``i`` of a walkthrough, and what its step has just made."""

    def __init__(self, walk: Walkthrough, i: int, selected=None):
        self.i, self.step = i, walk[i] if i >= 0 else None
        self.values = walk.given | walk.known(i)
        self.now = set(self.step.makes) if self.step else set()
        self.again = bool(self.step) and self.step.phase == "forward-again"
        self.focus = selected or self._current()

    def _current(self):
        if self.step and self.step.layer is not None and self.step.neuron is not None:
            return self.step.layer, self.step.neuron
        return None

    def parameter(self, quantity: Quantity) -> float:
        """The weight or bias as it now is: the new one once it is known."""
        return self.values.get(quantity.after, self.values[quantity])

    def current(self, quantity: Quantity) -> Quantity:
        """z, a or C as the forward pass of now makes it: the new one after the update."""
        return quantity.after if self.again else quantity

    def makes_now(self, quantity: Quantity) -> bool:
        """Whether the step has just made this z, a or C."""
        return self.current(quantity) in self.now

    def works_on(self, l: int, j: int) -> bool:
        """Whether this neuron's gradients or updates are the step."""
        phases = ("gradient", "update")
        return bool(self.step) and self.step.phase in phases and any(q.place[:2] == (l, j) for q in self.now)

    def factors(self, l: int, j: int, k: int) -> tuple[float, float]:
        """∂z/∂w and ∂C/∂z of a weight: what feeds it, and what comes back to its neuron."""
        feed = Quantity("x", None, k) if l == 0 else Quantity("a", l - 1, k)
        return self.values[feed], self.values[Quantity("dC_dz", l, j)]


def nothing():
    """No quantities: what a slot watches that never changes."""
    return ()


def quantities(names: Sequence[str], *place: int) -> tuple[Quantity, ...]:
    """The quantities of these names at one place."""
    return tuple(Quantity(name, *place) for name in names)


def on_edge(inputs: int, l: int, j: int, k: int, back: bool) -> tuple[Quantity, ...]:
    """What changes an edge: that which flows along it, its weight, and the work on its neuron's gradients."""
    if back:
        return Quantity("dC_dz", l, j), Quantity("dC_da", l - 1, k)
    own = quantities(("z", "new_z", "dC_db", "dL_db", "new_b"), l, j)
    return own + tuple(Quantity(name, l, j, i) for name in ("dC_dw", "dL_dw", "new_w") for i in range(inputs))


class Slot(NamedTuple):
    """A place in the picture: what draws it in a frame, as lines of SVG, and what it watches.

    It is drawn anew where a watched quantity becomes known or is no longer new; where ``neurons`` come into focus or
    leave it; with ``again`` where the forward pass begins again; with ``always`` at every step.
    """

    draw: Callable[[Frame], Iterator[str]]
    watches: Callable[[], tuple] = nothing
    neurons: tuple = ()
    again: bool = False
    always: bool = False

    def state(self, frame: Frame, watched: tuple) -> tuple:
        """All that its drawing depends on, of what it watches: in frames with equal states it is drawn alike."""
        known = tuple((quantity in frame.values) + (quantity in frame.now) for quantity in watched)
        return known, frame.focus in self.neurons and frame.focus, self.again and frame.again


@dataclass(frozen=True)
class Edge:
    """How one edge is drawn in one frame."""

    kind: str
    width: float
    hot: bool
    title: str
    label: str
    marked: bool = False
