"""Panels: pictures made of pieces, each of which says on what it depends, so that all places can be drawn ahead.

A place is one value on each axis of a grid, such as the point on a curve and how far it is nudged. A piece that depends
on one axis alone is drawn once for each value there, and one that depends on none is drawn once.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from backprop.pictures.chart import RULES, Chart
from backprop.pictures.theme import picture, shapes

SMALLEST = 10 / 12  # of its size: below this it goes below the one beside it, and then it scrolls rather than shrinks


class Parts:
    """Strings, each once; the first is empty, for a place where nothing stands."""

    def __init__(self):
        self._places = {"": 0}

    @property
    def drawn(self) -> list[str]:
        """The parts, in the order in which they were first drawn."""
        return list(self._places)

    def place(self, part: str) -> int:
        """Where this part stands among them."""
        return self._places.setdefault(part, len(self._places))


class Piece(NamedTuple):
    """What draws a piece, as a string, and the axes on which that depends: their values are its arguments."""

    draw: Callable[..., str]
    on: tuple[str, ...] = ()

    def at(self, place: Mapping[str, object]) -> str:
        """The piece at one place."""
        return self.draw(**{axis: place[axis] for axis in self.on})

    def filmed(self, axes: Mapping[str, Sequence], parts: Parts) -> list:
        """[axes, [n, part, n, part, …]] over all places, counted with the last axis fastest: from n on, it is part.

        Each n and each part as its difference from the one before, which mostly is 1: so it packs well.
        """
        runs = []
        for n, values in enumerate(product(*(axes[axis] for axis in self.on))):
            part = parts.place(self.draw(**dict(zip(self.on, values, strict=True))))
            if not runs or runs[-1][1] != part:
                runs.append((n, part))
        return [list(self.on), differences(runs)]

    def held(self, place: Mapping[str, object], parts: Parts) -> list:
        """The same where one place alone is known: it is shown wherever one goes."""
        return [[], [0, parts.place(self.at(place))]]


class Kept(NamedTuple):
    """A piece that comes to stand at a value of its axis and stays for all larger ones: of a path, a step."""

    drawn: str
    axis: str
    since: float

    def at(self, place: Mapping[str, object]) -> str:
        """The piece at one place; empty before it comes."""
        return self.drawn if place[self.axis] >= self.since else ""

    def filmed(self, axes: Mapping[str, Sequence], parts: Parts) -> list:
        """As a piece's."""
        values = axes[self.axis]
        since, part = sum(value < self.since for value in values), parts.place(self.drawn)
        runs = [(0, 0)] * (since > 0) + [(since, part)] * (since < len(values))
        return [[self.axis], differences(runs)]

    def held(self, place: Mapping[str, object], parts: Parts) -> list:
        """As a piece's."""
        return [[], [0, parts.place(self.at(place))]]


def differences(runs: Sequence[tuple[int, int]]) -> list[int]:
    """Pairs of numbers in one list, each pair as its difference from the one before."""
    pairs = zip(runs, [(0, 0), *runs], strict=False)
    return [number for (n, part), (m, other) in pairs for number in (n - m, part - other)]


def always(drawn: str) -> Piece:
    """A piece that is the same everywhere."""
    return Piece(lambda: drawn)


@dataclass(frozen=True)
class Drawn:
    """A panel at one place: it stands in a row of charts as one of them."""

    drawn: tuple[str, ...]
    alt: str
    width: float
    height: float

    def parts(self) -> tuple[str, ...]:
        """The drawing, without the picture around it."""
        return self.drawn

    def svg(self) -> str:
        """The drawing as an SVG string."""
        return picture("bp-c", self.width, self.height, self.alt, RULES, [f"<g>{part}</g>" for part in self.drawn])


@dataclass(frozen=True)
class Panel:
    """A picture ``width`` by ``height`` whose name is ``title``: its pieces, the later ones on top.

    ``box`` is the room between a chart's axes: left, top, width, height; ``chart`` has them, where it has any.
    """

    title: str
    width: float
    height: float
    pieces: tuple[Piece | Kept, ...]
    box: tuple[float, float, float, float] | None = None
    chart: Chart | None = None

    def at(self, **place: object) -> Drawn:
        """The picture at one place."""
        return Drawn(tuple(piece.at(place) for piece in self.pieces), self.title, self.width, self.height)

    def frame(self) -> dict:
        """The size, the rules and the name that a page needs to hold the pieces."""
        return {
            "width": self.width,
            "height": self.height,
            "least": round(SMALLEST * self.width),
            "css": "bp-c",
            "rules": (shapes("bp-c") + RULES).replace("\n", ""),
            "title": self.title,
        }
