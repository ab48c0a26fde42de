"""The function explorer: an activation, or a loss of one, with its slope at a z that moves along the curve."""

from functools import lru_cache
from html import escape

import numpy as np

from backprop.exercises.typed import read_numbers
from backprop.notation import number
from backprop.pictures.curve import AXIS, curve_panels, describe
from backprop.pictures.panel import Piece, always
from backprop.story.curves import HIGH, LOW, Curve, called, curve_names, is_loss
from backprop.story.slope import Told, table, tell
from backprop.widgets.editing import written
from backprop.widgets.explorer import Explorer
from backprop.widgets.parts import judged, tabled
from backprop.widgets.scene import Axis, Numbers, Scene, checked
from backprop.words import say

NOTES = 2  # lines that are kept for what else is to be said of a place


class FunctionExplorer(Explorer):
    """Explore the curve ``name``: an activation such as "tanh", or a loss of one, "squared_error of tanh".

    ``compare`` is another curve of the same kind, drawn dashed; ``z`` where it opens; ``target`` is ŷ.
    Raises ValueError for a name that is not known, a target that a loss cannot take, and a z beyond ±8.
    """

    _steps = 160  # from one end of z to the other: a film of 0.2 MB, a tenth of that compressed, in 0.1 s

    def __init__(self, name: str = "sigmoid", compare: str | None = None, *, z: float = 0.0, target: float = 1.0):
        z, target = _number("z", z), _number("target", target)
        if not isinstance(name, str):
            raise TypeError(say("widgets.functions.no-name", name=repr(name)))
        self._first = name, compare, target, _within(z)
        self._extra = z  # a z that the axis has besides its own
        self.curve, self.other = _curves(name, compare, target)
        super().__init__(self._seen(), {AXIS: z})

    @property
    def z(self) -> float:
        """Where it stands."""
        return self._values[AXIS]

    # ------------------------------------------------------- what the page says

    def _answer(self, message):
        """Another curve, another one beside it, another ŷ, or a z that is typed."""
        name, compare, target = self.curve.name, self.other and self.other.name, self.curve.target
        if "reset" in message:
            name, compare, target, self._extra = self._first
            return self._take(name, compare, target, self._extra)
        key, text, z = message["edit"], message["text"], self.z
        if key == "z":
            z = self._extra = _within(read_numbers(text, 1)[0])
        elif key == "target":
            target = read_numbers(text, 1)[0]
        elif key == "compare":
            compare = text or None
        else:
            compare = compare if compare and is_loss(text) == is_loss(name) else None
            name = text
        return self._take(name, compare, target, z)

    def _take(self, name, compare, target, z):
        self.curve, self.other = _curves(name, compare, target)
        self._become(self._seen(), {AXIS: z})

    # ------------------------------------------------------- what is shown

    def _seen(self):
        """The scene of the curve: every z on one axis."""
        curve, other = self.curve, self.other
        panels, values = curve_panels(curve, other), table(curve, other)
        zs = sorted({round(float(z), 6) for z in np.linspace(LOW, HIGH, self._steps + 1)} | {self._extra})
        axis = Axis(
            "z",
            tuple(zs),
            tuple(say("widgets.explorer.is", name="z", value=number(z, 6)) for z in zs),
            tuple(written([z]) for z in zs),
        )
        told = lru_cache(len(zs))(lambda z: _lines(tell(curve, z)))  # every line of a place asks for it
        lines = (Piece(lambda z, n=n: told(z)[n], (AXIS,)) for n in range(2 + NOTES))
        return Scene(
            title=say("widgets.functions.title"),
            axes={AXIS: axis},
            panels=panels,
            where=always(called(curve.name)),
            lines=tuple(lines),
            told=Piece(lambda z: describe(curve, z), (AXIS,)),
            tables=(Numbers(say("widgets.functions.values"), values.heads, _always(values.rows)),),
            handles=tuple(_point(panel.chart, part, zs) for panel, part in zip(panels, self._parts, strict=True)),
            boxes=tuple(panel.box for panel in panels),
            scales=({"axis": AXIS, "name": "z", "key": "z", "typed": True},),
            form=self._form(),
        )

    @property
    def _parts(self):
        return self.curve.value, self.curve.derivative

    def _form(self):
        curve, other = self.curve, self.other
        names = {name: called(name) for name in curve_names()}
        same = {name: words for name, words in names.items() if is_loss(name) == bool(curve.loss)}
        return (
            {
                "key": "name",
                "label": say("widgets.functions.name"),
                "names": names,
                "chosen": curve.name,
                "list": True,
            },
            {
                "key": "compare",
                "label": say("widgets.functions.compare"),
                "names": {"": say("widgets.functions.nothing")} | same,
                "chosen": other.name if other else "",
                "list": True,
            },
            {
                "key": "target",
                "label": "ŷ",
                "said": say("widgets.explorer.is", name="ŷ", value=number(curve.target, 6)),
                "handle": {"text": written([curve.target])},
                "off": not curve.loss,
            },
        )

    def _code(self, codes):
        curve, other = self.curve, self.other
        beside = f", compare={other.name!r}" if other else ""
        target = f", target={written([curve.target])}" if curve.loss else ""
        return f"FunctionExplorer({curve.name!r}{beside}, z={codes[AXIS]}{target})"

    def _at_rest(self):
        """The picture, its sentence, and the table at this z."""
        curve, other = self.curve, self.other
        alt = describe(curve, self.z)
        whole = say("pictures.curve.alt-dashed", alt=alt, name=called(other.name)) if other else alt
        html = f"<p>{_told(tell(curve, self.z))}</p>{tabled(table(curve, other))}"
        return self._picture(whole), alt, html

    def close(self):
        """Closed, it keeps nothing."""
        super().close()
        self.curve = self.other = None


def _curves(name, compare, target):
    """The curve and the dashed one; raises ValueError where they are not of one kind."""
    curve, other = Curve(name, target), Curve(compare, target) if compare else None
    if other and bool(other.loss) != bool(curve.loss):
        raise ValueError(say("widgets.functions.no-pair", compare=repr(compare), name=repr(name)))
    return curve, other


def _always(rows):
    return tuple(tuple(map(always, row)) for row in rows)


def _point(chart, part, zs):
    """The point on a curve, as it is taken hold of."""
    places = zip(map(chart.x, zs), np.clip(chart.y(part(zs)), 0, chart.height), strict=True)
    where = [[round(float(x), 1), round(float(y), 1)] for x, y in places]
    return [{"axis": AXIS, "name": "z", "places": where, "flat": True}]


def _number(name, value):
    """A number that was handed over, as a float."""
    if isinstance(value, bool) or not isinstance(value, int | float | np.integer | np.floating):
        raise TypeError(say("widgets.functions.no-number", name=name, value=repr(value)))
    return float(value)


def _within(z):
    if not LOW <= z <= HIGH:
        raise ValueError(say("widgets.functions.no-place", z=number(z, 6), low=number(LOW), high=number(HIGH)))
    return z


def _rows(told: Told):
    """A line for the value and one for the slope, as HTML without the verdict."""
    value, slope = (f"{escape(r.symbol)} = {escape(r.formula)} = <b>{r.value}</b>" for r in (told.value, told.slope))
    output = f" · y = <b>{told.output[0]}</b>, ŷ = {told.output[1]}" if told.output else ""
    return f"<b>z = {told.z}</b> · {value}{output}", slope


def _lines(told: Told):
    """The headline's lines; those that say nothing here are empty."""
    value, slope = _rows(told)
    notes = [*map(escape, told.notes), *([f"<b>{escape(told.state)}</b>"] if told.state else [])]
    return [value, slope + (checked(told.comparison) if told.comparison else ""), *notes, *[""] * NOTES]


def _told(told: Told):
    """What is told of a curve at one z, as HTML: a line for the value, one for the slope, then sentences."""
    value, slope = _rows(told)
    found = [value, slope + (judged(told.comparison) if told.comparison else ""), *map(escape, told.notes)]
    found += [f"<b>{escape(told.state)}</b>"] if told.state else []
    return "".join(f"<div>{line}</div>" for line in found)
