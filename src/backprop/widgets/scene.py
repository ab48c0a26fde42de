"""What an explorer shows, as a film over a grid: every piece of it at every place, or at one place alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape

from backprop.pictures.panel import Panel, Parts, Piece
from backprop.story.verdicts import Comparison


@dataclass(frozen=True)
class Axis:
    """Values in order, as they are read, and as code has them; ``name`` is read aloud."""

    name: str
    values: tuple
    texts: tuple[str, ...]
    codes: tuple[str, ...] = ()

    def data(self) -> dict:
        """As a page needs it."""
        return {"name": self.name, "texts": list(self.texts), "codes": list(self.codes)}


@dataclass(frozen=True)
class Numbers:
    """A table: what it is called, its heads, and rows of pieces; ``summed`` sets the last row in bold."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Piece, ...], ...]
    summed: bool = False


@dataclass(frozen=True)
class Scene:
    """Pictures, words and tables over the axes.

    ``where`` is a text and ``lines`` are HTML, for the headline. ``told`` is a sentence, or a template with ``fields``,
    read aloud. ``handles`` of each panel, ``boxes``, ``scales``, ``form`` and ``timeline`` are what can be moved or
    chosen, as the page's modules need it. ``beside`` sets the tables next to the first panel.
    """

    title: str
    axes: Mapping[str, Axis]
    panels: tuple[Panel, ...]
    where: Piece
    lines: tuple[Piece, ...]
    told: Piece
    tables: tuple[Numbers, ...]
    fields: Mapping[str, Piece] = field(default_factory=dict)
    handles: tuple[list, ...] = ()
    boxes: tuple[list | None, ...] = ()
    scales: tuple[dict, ...] = ()
    form: tuple[dict, ...] = ()
    timeline: dict | None = None
    beside: bool = False

    def film(self) -> dict:
        """Every piece at every place."""
        parts, values = Parts(), {name: axis.values for name, axis in self.axes.items()}
        return self._data(parts, lambda piece: piece.filmed(values, parts))

    def held(self, place: Mapping[str, object]) -> dict:
        """Every piece at one place, which stays wherever the page goes until the film comes."""
        parts = Parts()
        return self._data(parts, lambda piece: piece.held(place, parts))

    def _data(self, parts: Parts, shown) -> dict:
        def panel(each: Panel, handles: list, box: list | None) -> dict:
            slots = [shown(piece) for piece in each.pieces]
            return {"frame": each.frame(), "slots": slots, "handles": handles, "box": box}

        def table(each: Numbers) -> dict:
            rows = [[shown(cell) for cell in row] for row in each.rows]
            return {"name": each.name, "heads": list(each.heads), "rows": rows, "summed": each.summed}

        return {
            "title": self.title,
            "axes": {name: axis.data() for name, axis in self.axes.items()},
            "panels": [panel(*each) for each in zip(self.panels, self.handles, self.boxes, strict=True)],
            "where": shown(self.where),
            "lines": [shown(line) for line in self.lines],
            "told": shown(self.told),
            "fields": {name: shown(piece) for name, piece in self.fields.items()},
            "tables": [table(each) for each in self.tables],
            "scales": list(self.scales),
            "form": list(self.form),
            "timeline": self.timeline,
            "beside": self.beside,
            "parts": parts.drawn,  # last: what is shown fills it
        }


def checked(comparison: Comparison) -> str:
    """What stands beside a slope: the difference, and the verdict in its colour, as HTML."""
    said = escape(f"{comparison.difference} {comparison.sentence}".strip())
    return f'<span class="bp-check" data-verdict="{comparison.verdict}">{said}</span>'
