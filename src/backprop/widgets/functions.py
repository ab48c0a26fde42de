"""The function explorer: an activation, or a loss of one, with its slope at a z that moves."""

import ipywidgets as widgets
import numpy as np

from backprop.exercises.typed import read_numbers
from backprop.notation import number
from backprop.pictures.curve import describe, explore
from backprop.story.curves import HIGH, LOW, Curve, called, curve_names, is_loss
from backprop.story.slope import table, tell
from backprop.widgets import controls
from backprop.widgets.page import Mends, picture_bundle, refusal, said, scrolling
from backprop.widgets.parts import judged, tabled
from backprop.words import say

WRAP = {"flex_flow": "row wrap"}


class FunctionExplorer(widgets.VBox):
    """Explore the curve ``name``: an activation such as "tanh", or a loss of one, "squared_error of tanh".

    ``compare`` is another curve of the same kind, drawn dashed; ``z`` where it opens; ``target`` is ŷ.
    Invalid input is refused below the fields, and the last good state stays.
    """

    def __init__(self, name="sigmoid", compare=None, *, z=0.0, target=1.0):
        self.curve, self.z = Curve(name, float(target)), _within(float(z))
        self.other = Curve(compare, float(target)) if compare else None
        if self.other and bool(self.other.loss) != bool(self.curve.loss):
            raise ValueError(say("widgets.functions.no-pair", compare=repr(compare), name=repr(name)))
        names = {"options": [(called(each), each) for each in curve_names()], "value": name}
        self.name = controls.Dropdown(**names, description=say("widgets.functions.name"))
        self.compare = controls.Dropdown(description=say("widgets.functions.compare"))
        self.target = controls.Text(description="ŷ", continuous_update=False, layout={"width": "10em"})
        self.slider = controls.FloatSlider(
            min=LOW, max=HIGH, step=0.1, value=round(self.z, 1), description="z", readout=False
        )
        self.slider.layout.width = "30em"
        typed = say("widgets.functions.typed")
        self.field = controls.Text(description=typed, continuous_update=False, layout={"width": "12em"})
        self.messages = {self.target: widgets.HTML(), self.field: widgets.HTML()}
        self.words, self.picture, self.table = (widgets.HTML() for _ in range(3))
        self.words.layout = {"height": "9em", "overflow": "auto"}
        self.picture.layout = {"overflow": "auto"}
        self.target.value, self.field.value = _written(target), _written(z)
        self._offer(compare)
        self.target.disabled = not self.curve.loss
        self.name.observe(lambda change: self._choose(), "value")
        self.compare.observe(lambda change: self._choose(), "value")
        self.target.observe(lambda change: self._edited(self.target), "value")
        self.field.observe(lambda change: self._edited(self.field), "value")
        self.slider.observe(lambda change: self._slid(change["new"]), "value")
        super().__init__(
            [
                widgets.HBox([self.name, self.compare, self.target], layout=WRAP),
                widgets.HBox([self.slider, self.field], layout=WRAP),
                widgets.HBox([*self.messages.values()], layout={"min_height": "2.4em"} | WRAP),
                self.words,
                self.picture,
                self.table,
                Mends(),
            ]
        )
        self._show()

    def _show(self):
        self.picture.value = explore(self.curve, self.z, self.other)
        self.words.value = said(lines(tell(self.curve, self.z)))
        self.table.value = said(scrolling(tabled(table(self.curve, self.other)), say("widgets.functions.values")))

    def _repr_mimebundle_(self, **kwargs):
        """Without a kernel: the picture and the table at this z."""
        alt, svg = describe(self.curve, self.z), explore(self.curve, self.z, self.other)
        html = f"<p>{lines(tell(self.curve, self.z))}</p>{tabled(table(self.curve, self.other))}"
        sentence = say("widgets.plain", widget=type(self).__name__, caption=alt)
        return picture_bundle(super()._repr_mimebundle_(**kwargs), sentence, svg, alt, html)

    # ---------------------------------------------------------------- changing

    def _offer(self, compare):
        """Curves of the same kind to compare with."""
        same = [name for name in curve_names() if is_loss(name) == bool(self.curve.loss)]
        self.compare.options = [(say("widgets.functions.nothing"), ""), *((called(name), name) for name in same)]
        self.compare.value = compare if compare in same else ""

    def _choose(self):
        """Take the curves that the controls name. ŷ matters to losses alone: elsewhere it stays as last taken."""
        self.target.disabled = not is_loss(self.name.value)
        if self.target.disabled:
            self.target.value = _written(self.curve.target)
        self._take(self.target, lambda: self._curves(read_numbers(self.target.value, 1)[0]))

    def _edited(self, field):
        if field is self.target:
            self._choose()
        else:
            self._take(field, lambda: self._move(_within(read_numbers(field.value, 1)[0])))

    def _take(self, field, do):
        """Do it; a refusal stands beside the field, and nothing else changes."""
        try:
            do()
        except ValueError as refused:
            self.messages[field].value = refusal(str(refused))
            return
        self.messages[field].value = ""

    def _curves(self, target):
        curve = Curve(self.name.value, target)
        other = self.compare.value
        kind = bool(curve.loss) == bool(self.curve.loss)
        other = Curve(other, target) if other and kind else None
        if (curve, other) == (self.curve, self.other):
            return
        self.curve, self.other = curve, other
        if not kind:
            self._offer(None)
        self._show()

    def _slid(self, value):
        """The slider knows tenths alone: one that stands nearest to the typed z has not been moved."""
        if round(value, 1) != round(self.z, 1):
            self._move(value)

    def _move(self, z):
        """The slider's own value is left alone while it moves: sent back, it would undo keys pressed since."""
        z = round(z, 6)
        if z != self.z:
            self.z = z
            if abs(self.slider.value - round(z, 1)) > 1e-6:
                self.slider.value = round(z, 1)
            self.field.value = _written(z)
            self._show()


def _written(value):
    """A number as a field shows it, without the slider's last digits."""
    return np.format_float_positional(round(float(value), 6), trim="-")


def _within(z):
    if not LOW <= z <= HIGH:
        raise ValueError(say("widgets.functions.no-place", z=number(z, 6), low=number(LOW), high=number(HIGH)))
    return z


def lines(told):
    """What is told of a curve at one z, as HTML: a line for the value, one for the slope, then sentences."""
    value, slope = (f"{row.symbol} = {row.formula} = <b>{row.value}</b>" for row in (told.value, told.slope))
    output = f" · y = <b>{told.output[0]}</b>, ŷ = {told.output[1]}" if told.output else ""
    found = [f"<b>z = {told.z}</b> · {value}{output}", slope + (judged(told.comparison) if told.comparison else "")]
    found += [*told.notes, *([f"<b>{told.state}</b>"] if told.state else [])]
    return "".join(f"<div>{line}</div>" for line in found)
