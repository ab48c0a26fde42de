"""The quantities of a gradient step: what each number of it is called."""

from typing import NamedTuple


class _Place(NamedTuple):
    name: str
    layer: int | None
    neuron: int | None
    source: int | None
    new: bool


class Quantity(_Place):
    """One number of the pass: its name in code, its layer and neuron (from 0), and the input k of a weight.

    Names: x, target, w, b, z, a, C, L, dC_da, dC_dz, dC_dw, dC_db, dL_dw, dL_db. ``new`` marks w, b, z, a, C and L
    after the update; ``Quantity("new_w", …)`` says the same.
    """

    __slots__ = ()

    def __new__(cls, name, layer=None, neuron=None, source=None, new=False):
        if name.startswith("new_"):
            name, new = name[4:], True
        return super().__new__(cls, name, layer, neuron, source, new)

    @property
    def key(self) -> str:
        """One text for it, as pictures and pages name it: "new_w 0 1 0"."""
        places = (place for place in self[1:4] if place is not None)
        return " ".join(("new_" * self.new + self.name, *map(str, places)))

    @property
    def place(self) -> tuple:
        """(layer, neuron, source)."""
        return self[1:4]

    @property
    def after(self) -> "Quantity":
        """The same quantity after the update."""
        return self._replace(new=True)


def whole(many: bool) -> str:
    """What an update's gradient is of: L, the total, where there are several examples; C where there is one."""
    return "dL" if many else "dC"
