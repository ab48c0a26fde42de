"""The descent explorer: gradient descent on a loss of two parameters, from too small an η to too large."""

from itertools import islice

import ipywidgets as widgets
import numpy as np

from backprop.engine.descent import descend
from backprop.examples import one_neuron
from backprop.exercises.typed import read_numbers
from backprop.notation import EQUALS, ETA, MINUS, L, Math, brackets, factor, mathml, number, of_example, plain
from backprop.pictures.descent import course, descent_picture, descent_pictures, describe_descent
from backprop.widgets import controls, words
from backprop.widgets.page import (
    choice_slider,
    code_field,
    html_table,
    page_wide,
    picture_bundle,
    refusal,
    said,
)
from backprop.widgets.transport import Transport

RATES = (0.003, 0.01, 0.03, 0.1, 0.2, 0.3, 0.5, 0.7, 1.0, 2.0, 3.0, 5.0, 10.0)
THETA, NABLA = Math(r"\theta", "θ"), Math(r"\nabla ", "∇")
NOW, NEXT = of_example(THETA, "n"), of_example(THETA, "n+1")
RULE = NEXT + EQUALS + NOW + MINUS + ETA + Math(" ", " ", ("",)) + NABLA + L + brackets(NOW)


class DescentExplorer(widgets.VBox):
    """Descent of one sigmoid neuron on six examples; ``start`` is (w, b), ``updates`` how many are taken.

    A start that is no point, or one the engine cannot compute from, is refused below the fields.
    """

    def __init__(self, learning_rate=0.3, start=(-2.0, 3.0), updates=40, position=0):
        if len(start) != 2:
            raise ValueError(f"start has {len(start)} numbers; expected two, (w, b).")
        if not 0 <= position <= updates:
            raise ValueError(f"position is {position!r}; expected 0 to {updates}, the number of updates.")
        self.updates, self._from = updates, tuple(map(float, start))
        self.transport = Transport(updates, position, first=0)
        self.rate = choice_slider("η", RATES, learning_rate)
        written = ", ".join(np.format_float_positional(value, trim="-") for value in self._from)
        self.start = controls.Text(written, description=words.START, continuous_update=False, layout={"width": "16em"})
        self.message, self.pictures, self.result = widgets.HTML(), widgets.HTML(), widgets.HTML()
        self.result.layout = {"min_height": "16em"}
        self.code = code_field()
        self.rate.observe(lambda change: self._begin(), "value")
        self.start.observe(lambda change: self._begin(), "value")
        self.transport.observe(lambda change: self._show(), "position")
        self.message.layout = {"min_height": "2.4em"}
        chosen = widgets.HBox([self.rate, self.start], layout={"flex_flow": "row wrap"})
        super().__init__([self.transport, chosen, self.message, self.pictures, self.result, self.code, page_wide()])
        self._descend(self._from)
        self._show()

    def _begin(self):
        """Descend anew from what the fields say; a refusal stands below them, and the last path stays."""
        try:
            self._descend(tuple(read_numbers(self.start.value, 2)))
        except ValueError as refused:
            self.message.value = refusal(refused.args[0])
            return
        self.message.value = ""
        self._show()

    def _descend(self, start):
        """The whole path: rows of (w, b, L) and of (∂L/∂w, ∂L/∂b), the start first."""
        network, x, target = one_neuron(*start)
        path, gradients = [], []
        for update in islice(descend(network, x, target, learning_rate=self.rate.value), self.updates + 1):
            layer = update.before.layers[0]
            path.append((layer.weights.item(), layer.biases.item(), update.before.loss(x, target)))
            gradients.append((update.backward.dL_dw[0].item(), update.backward.dL_db[0].item()))
        self.x, self.target, self._from, self.learning_rate = x, target, start, self.rate.value
        self.path, self.gradients = path, gradients

    def _show(self):
        charts = descent_pictures(self.x, self.target, self.path, self.transport.position)
        svgs = "".join(chart.svg() for chart in charts)
        self.pictures.value = f'<div style="display:flex;flex-wrap:wrap">{svgs}</div>'
        self.result.value = said(self._result(mathml))
        self.code.value = (
            f"DescentExplorer({self.learning_rate:g}, start={self._from}, updates={self.updates}, "
            f"position={self.transport.position})"
        )

    def _result(self, write):
        """The verdict on the whole run; the loop with this update's numbers; where it stands."""
        at, rate = self.transport.position, self.learning_rate
        (w, b, L), (dL_dw, dL_db) = self.path[at], self.gradients[at]
        loop = (
            f"L = {number(L)}",
            f"∂L/∂w = {number(dL_dw)}, ∂L/∂b = {number(dL_db)}",
            f"w: {number(w)} − {number(rate)} · {factor(dL_dw)} = {number(w - rate * dL_dw)}",
            f"b: {number(b)} − {number(rate)} · {factor(dL_db)} = {number(b - rate * dL_db)}",
        )
        steps = "".join(f"<div><b>{name}</b> {text}</div>" for name, text in zip(words.LOOP, loop, strict=True))
        row = (str(at), *(number(v).text for v in (w, b, L, dL_dw, dL_db)))
        how = words.COURSES[course([row[2] for row in self.path])]
        return f"<p>{how}</p><p>{write(RULE)}</p>{steps}{html_table(words.DESCENT_HEADS, [row])}"

    def _repr_mimebundle_(self, **kwargs):
        at = self.transport.position
        alt, svg = describe_descent(self.path, at), descent_picture(self.x, self.target, self.path, at)
        html = self._result(plain)
        return picture_bundle(super()._repr_mimebundle_(**kwargs), f"DescentExplorer, {alt}", svg, alt, html)
