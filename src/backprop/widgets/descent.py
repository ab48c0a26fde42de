"""The descent explorer: gradient descent on a loss of two parameters, from too small an η to too large."""

import ipywidgets as widgets
import numpy as np

from backprop.examples import one_neuron
from backprop.exercises.typed import read_numbers
from backprop.notation import mathml, plain
from backprop.pictures.descent import descent_picture, descent_pictures
from backprop.story.descent import RULE, descended, describe, loop, table, verdict
from backprop.widgets import controls
from backprop.widgets.page import choice_slider, code_field, page_wide, picture_bundle, refusal, said
from backprop.widgets.parts import tabled
from backprop.widgets.transport import Transport
from backprop.words import say

RATES = (0.003, 0.01, 0.03, 0.1, 0.2, 0.3, 0.5, 0.7, 1.0, 2.0, 3.0, 5.0, 10.0)


class DescentExplorer(widgets.VBox):
    """Descent of one sigmoid neuron on six examples; ``start`` is (w, b), ``updates`` how many are taken.

    A start that is no point, or one the engine cannot compute from, is refused below the fields.
    """

    def __init__(self, learning_rate=0.3, start=(-2.0, 3.0), updates=40, position=0):
        if len(start) != 2:
            raise ValueError(say("widgets.descent.no-point", n=len(start)))
        if not 0 <= position <= updates:
            raise ValueError(say("widgets.descent.no-position", position=repr(position), last=updates))
        _, self.x, self.target = one_neuron()
        start, self.updates = tuple(map(float, start)), updates
        self.transport = Transport(updates, position, first=0)
        self.rate = choice_slider("η", RATES, learning_rate)
        written = ", ".join(np.format_float_positional(value, trim="-") for value in start)
        name = say("widgets.descent.start")
        self.start = controls.Text(written, description=name, continuous_update=False, layout={"width": "16em"})
        self.message, self.pictures, self.result = widgets.HTML(), widgets.HTML(), widgets.HTML()
        self.result.layout = {"min_height": "16em"}
        self.code = code_field()
        self.rate.observe(lambda change: self._begin(), "value")
        self.start.observe(lambda change: self._begin(), "value")
        self.transport.observe(lambda change: self._show(), "position")
        self.message.layout = {"min_height": "2.4em"}
        chosen = widgets.HBox([self.rate, self.start], layout={"flex_flow": "row wrap"})
        super().__init__([self.transport, chosen, self.message, self.pictures, self.result, self.code, page_wide()])
        self.descent = descended(self.rate.value, start, updates)
        self._show()

    def _begin(self):
        """Descend anew from what the fields say; a refusal stands below them, and the last path stays."""
        try:
            self.descent = descended(self.rate.value, read_numbers(self.start.value, 2), self.updates)
        except ValueError as refused:
            self.message.value = refusal(refused.args[0])
            return
        self.message.value = ""
        self._show()

    def _show(self):
        descent, at = self.descent, self.transport.position
        charts = descent_pictures(self.x, self.target, descent.path, at)
        svgs = "".join(chart.svg() for chart in charts)
        self.pictures.value = f'<div style="display:flex;flex-wrap:wrap">{svgs}</div>'
        self.result.value = said(result(descent, at, mathml))
        self.code.value = (
            f"DescentExplorer({descent.learning_rate:g}, start={descent.start}, updates={self.updates}, position={at})"
        )

    def _repr_mimebundle_(self, **kwargs):
        path, at = self.descent.path, self.transport.position
        alt, svg = describe(path, at), descent_picture(self.x, self.target, path, at)
        sentence = say("widgets.plain", widget=type(self).__name__, caption=alt)
        bundle = super()._repr_mimebundle_(**kwargs)
        return picture_bundle(bundle, sentence, svg, alt, result(self.descent, at, plain))


def result(descent, at, write):
    """The verdict on the whole descent, the loop with the next update's numbers, and where it stands, as HTML."""
    steps = "".join(f"<div><b>{name}</b> {text}</div>" for name, text in loop(descent, at))
    return f"<p>{verdict(descent)}</p><p>{write(RULE)}</p>{steps}{tabled(table(descent, at))}"
