"""The function explorer: an activation, or a loss of one, with its slope at a z that moves."""

import ipywidgets as widgets
import numpy as np

from backprop.engine.numeric import STEP
from backprop.exercises.typed import read_numbers
from backprop.notation import number
from backprop.pictures.curve import describe, explore
from backprop.story.curves import HIGH, LOW, Curve, curve_names
from backprop.widgets import controls, words
from backprop.widgets.page import html_table, page_wide, picture_bundle, refusal, said, scrolling

TABLE = (-8.0, -4.0, -2.0, 0.0, 2.0, 4.0, 8.0)
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
            raise ValueError(f"compare is {compare!r} and name {name!r}; expected two activations, or two losses.")
        self.name = controls.Dropdown(options=curve_names(), value=name, description=words.FUNCTION)
        self.compare = controls.Dropdown(description=words.COMPARE)
        self.target = controls.Text(description="ŷ", continuous_update=False, layout={"width": "10em"})
        self.slider = controls.FloatSlider(
            min=LOW, max=HIGH, step=0.1, value=round(self.z, 1), description="z", readout=False
        )
        self.slider.layout.width = "30em"
        self.field = controls.Text(description=words.TYPED, continuous_update=False, layout={"width": "12em"})
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
                page_wide(),
            ]
        )
        self._show()

    def _show(self):
        self.picture.value = explore(self.curve, self.z, self.other)
        self.words.value = said(self._words())
        self.table.value = said(scrolling(self._table(), words.VALUES))

    def _words(self):
        """Value and derivative at z, each with its formula; a finite difference; what is to be said of them."""
        curve, z = self.curve, self.z
        value, slope = curve.value([z]).item(), curve.derivative([z]).item()
        names, formulas = curve.symbols, curve.formulas
        lines = [f"<b>z = {number(z)}</b> · {names[0]} = {formulas[0]} = <b>{number(value)}</b>"]
        lines.append(f"{names[1]} = {formulas[1]} = <b>{number(slope)}</b>")
        state = curve.state(z)
        if state != "kink":
            numeric = curve.numeric(z)
            agrees = abs(slope - numeric) <= 1e-5 * max(abs(slope), abs(numeric)) + 1e-8
            near = curve.kinked and abs(z) <= STEP
            verdict = words.AGREES if agrees else words.AT_A_KINK if near else words.DIFFERS
            lines[1] += words.DIFFERENCE.format(number(numeric)) + verdict
        if curve.loss:
            lines[0] += f" · y = <b>{number(curve.output([z]).item())}</b>, ŷ = {number(curve.target)}"
        if curve.f.coupled:
            lines.append(words.SOFTMAX)
        if state:
            lines.append(f"<b>{words.STATES[state]}</b>")
        return "".join(f"<div>{line}</div>" for line in lines)

    def _table(self):
        rows = []
        for curve in (self.curve, *([self.other] if self.other else [])):
            for symbol, part in zip(curve.symbols, (curve.value, curve.derivative), strict=True):
                label = words.DASHED.format(symbol) if curve.loss and curve is self.other else symbol
                rows.append((label, *(number(v).text for v in part(TABLE))))
        return html_table(("z", *(number(z).text for z in TABLE)), rows)

    def _repr_mimebundle_(self, **kwargs):
        """Without a kernel: the picture and the table at this z."""
        alt = describe(self.curve, self.z)
        svg, html = explore(self.curve, self.z, self.other), f"<p>{self._words()}</p>{self._table()}"
        return picture_bundle(super()._repr_mimebundle_(**kwargs), f"FunctionExplorer, {alt}", svg, alt, html)

    # ---------------------------------------------------------------- changing

    def _offer(self, compare):
        """Curves of the same kind to compare with."""
        same = [name for name in curve_names() if (" of " in name) == bool(self.curve.loss)]
        self.compare.options = [(words.NOTHING, ""), *((name, name) for name in same)]
        self.compare.value = compare if compare in same else ""

    def _choose(self):
        """Take the curves that the controls name. ŷ matters to losses alone: elsewhere it stays as last taken."""
        self.target.disabled = " of " not in self.name.value
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
        raise ValueError(f"z is {number(z, 6)}; expected {number(LOW)} to {number(HIGH)}.")
    return z
