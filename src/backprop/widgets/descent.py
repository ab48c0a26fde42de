"""The descent explorer: gradient descent on a loss of two parameters, from too small an η to too large.

The start stands on the loss surface and is moved there; the whole path from it is recorded, and played in the page.
"""

from collections.abc import Sequence
from html import escape

from backprop.engine.arrays import as_numbers, as_positive
from backprop.examples import one_neuron
from backprop.exercises.typed import read_numbers
from backprop.notation import ETA, mathml, number, plain
from backprop.pictures.descent import AXIS, descent_panels, drawn_at, point_at
from backprop.pictures.panel import Piece, always
from backprop.story.descent import RULE, descended, describe, loop, table, verdict
from backprop.widgets.editing import written
from backprop.widgets.explorer import Explorer
from backprop.widgets.parts import tabled
from backprop.widgets.reading import read_whole
from backprop.widgets.scene import Axis, Numbers, Scene
from backprop.words import say

RATES = (0.003, 0.01, 0.03, 0.1, 0.2, 0.3, 0.5, 0.7, 1.0, 2.0, 3.0, 5.0, 10.0)
MOST_UPDATES = 1000  # whose film takes 0.7 MB, a tenth of that compressed, and 0.3 s
QUICK = 200  # updates whose film is made in less time than a learner notices
NUDGE = 0.1  # how far an arrow key moves the start


class DescentExplorer(Explorer):
    """Descent of one sigmoid neuron on six examples; ``start`` is (w, b), ``updates`` how many are taken.

    ``position`` is how many of them are shown. Raises ValueError or TypeError for a start that is no point or that the
    engine cannot compute from, and for what is no η; in the page these are refused, and the last path stays.
    """

    def __init__(
        self,
        learning_rate: float = 0.3,
        start: Sequence[float] = (-2.0, 3.0),
        updates: int = 40,
        position: int = 0,
    ):
        _, self._x, self._target = one_neuron()
        self.updates = read_whole("updates", updates, 1, MOST_UPDATES)
        position = read_whole("position", position, 0, self.updates)
        rate = as_positive(learning_rate, "learning_rate")
        self.descent = self._first = descended(rate, _point(start), self.updates)
        super().__init__(self._seen(), {AXIS: position})

    @property
    def position(self) -> int:
        """How many updates are shown; views follow where it is set."""
        return self.place[AXIS]

    @position.setter
    def position(self, position: int):
        self.place = {AXIS: position}

    # ------------------------------------------------------- what the page says

    def _answer(self, message):
        """Another η or another start, typed, or a start that was moved: to a place in the picture, or by a step."""
        rate, start = self.descent.learning_rate, self.descent.start
        if "reset" in message:
            return self._take(self._first)
        if message["edit"] == "rate":
            rate = as_positive(read_numbers(message["text"], 1)[0], ETA.text)
        elif "at" in message:
            start = tuple(round(value, 2) for value in point_at(*message["at"]))
        elif "by" in message:
            start = tuple(round(value + NUDGE * by, 6) for value, by in zip(start, message["by"], strict=True))
        else:
            start = tuple(read_numbers(message["text"], 2))
        return self._take(descended(rate, start, self.updates))

    def _take(self, descent):
        self.descent = descent
        self._become(self._seen(), self._values, quick=self.updates <= QUICK)

    # ------------------------------------------------------- what is shown

    def _seen(self):
        """The scene of the descent: every update on one axis, in time."""
        descent, counts = self.descent, range(self.updates + 1)
        heads = table(descent, 0).heads
        surface, *others = panels = descent_panels(self._x, self._target, descent.path)
        name = say("widgets.descent.start")
        start = {"key": "start", "name": name, "place": drawn_at(*descent.start), "text": _two(descent.start)}
        rates = sorted({*RATES, descent.learning_rate})
        return Scene(
            title=say("widgets.descent.title"),
            axes={AXIS: Axis(heads[0], tuple(counts), tuple(map(str, counts)), tuple(map(str, counts)))},
            panels=panels,
            where=always(verdict(descent)),
            lines=(
                always(mathml(RULE)),
                *(Piece(lambda update, row=row: _line(loop(descent, update)[row]), (AXIS,)) for row in range(2)),
                Piece(lambda update: " ".join(map(_line, loop(descent, update)[2:])), (AXIS,)),
            ),
            told=Piece(lambda update: describe(descent.path, update), (AXIS,)),
            tables=(Numbers(say("widgets.descent.stands"), heads, (tuple(map(self._cell, range(len(heads)))),)),),
            handles=([start], *([] for _ in others)),
            boxes=(surface.box, *(None for _ in others)),
            scales=(
                {
                    "key": "rate",
                    "name": ETA.text,
                    "texts": [say("widgets.player.rate", rate=number(rate)) for rate in rates],
                    "codes": [written([rate]) for rate in rates],
                    "at": rates.index(descent.learning_rate),
                    "handle": {"text": written([descent.learning_rate])},
                },
            ),
            form=(
                {
                    "key": "start",
                    "label": name,
                    "said": say("widgets.descent.start-is", start=_two(descent.start)),
                    "handle": {"text": written(descent.start)},
                },
            ),
            timeline={"axis": AXIS, "name": heads[0]},
        )

    def _cell(self, column):
        descent = self.descent
        return Piece(lambda update: table(descent, update).rows[0][column], (AXIS,))

    def _code(self, codes):
        rate, start = self.descent.learning_rate, self.descent.start
        return f"DescentExplorer({rate:g}, start={start}, updates={self.updates}, position={codes[AXIS]})"

    def _at_rest(self):
        """The picture, its sentence, and the loop and the table at this update."""
        descent, at = self.descent, self.position
        alt = describe(descent.path, at)
        steps = "".join(f"<div>{_line(row)}</div>" for row in loop(descent, at))
        html = f"<p>{verdict(descent)}</p><p>{plain(RULE)}</p>{steps}{tabled(table(descent, at))}"
        return self._picture(alt), alt, html

    def close(self):
        """Closed, it keeps nothing."""
        super().close()
        self.descent = self._first = None


def _line(row):
    name, text = map(escape, row)
    return f"<b>{name}</b> {text}"


def _two(start):
    return ", ".join(number(value, 6).text for value in start)


def _point(start):
    """(w, b) of what was handed over."""
    values = as_numbers(start, "start").ravel()
    if len(values) != 2:
        raise ValueError(say("widgets.descent.no-point", n=len(values)))
    return tuple(values.tolist())
