"""The descent explorer: gradient descent on a loss of two parameters, from too small an η to too large."""

from itertools import islice, pairwise

import ipywidgets as widgets

from backprop.descent import descend
from backprop.descent_picture import descent_picture, describe_descent
from backprop.examples import one_neuron
from backprop.notation import number
from backprop.widgets import words
from backprop.widgets.page import choice_slider, html_table, picture_bundle, read_numbers, refusal, said
from backprop.widgets.transport import Transport

RATES = (0.003, 0.01, 0.03, 0.1, 0.2, 0.3, 0.5, 0.7, 1.0, 2.0, 3.0, 5.0, 10.0)


class DescentExplorer(widgets.VBox):
    """Descent of one sigmoid neuron on six examples; ``start`` is (w, b), ``updates`` how many are taken."""

    def __init__(self, learning_rate=0.3, start=(-2.0, 3.0), updates=40, position=0):
        self.updates = updates
        self.transport = Transport(updates, position, first=0)
        self.rate = choice_slider("η", RATES, learning_rate)
        written = ", ".join(f"{value:g}" for value in start)
        self.start = widgets.Text(written, description=words.START, continuous_update=False, layout={"width": "14em"})
        self.message, self.picture, self.result = widgets.HTML(), widgets.HTML(), widgets.HTML()
        self.result.layout = {"min_height": "7em"}
        self._from = read_numbers(written, 2)
        self.rate.observe(lambda change: self._descend(), "value")
        self.start.observe(lambda change: self._begin(), "value")
        self.transport.observe(lambda change: self._show(), "position")
        controls = widgets.HBox([self.rate, self.start, self.message], layout={"flex_flow": "row wrap"})
        super().__init__([self.transport, controls, self.picture, self.result])
        self._descend()

    def _begin(self):
        try:
            self._from = read_numbers(self.start.value, 2)
        except ValueError as refused:
            self.message.value = refusal(refused.args[0])
            return
        self.message.value = ""
        self._descend()

    def _descend(self):
        """The whole path from the start: rows of (w, b, L) and of (∂L/∂w, ∂L/∂b)."""
        network, self.x, self.target = one_neuron(*self._from)
        self.path, self.gradients = [], []
        for update in islice(descend(network, self.x, self.target, learning_rate=self.rate.value), self.updates + 1):
            layer = update.before.layers[0]
            L = update.before.loss(self.x, self.target)
            self.path.append((layer.weights.item(), layer.biases.item(), L))
            self.gradients.append((update.backward.dL_dw[0].item(), update.backward.dL_db[0].item()))
        self._show()

    def _show(self):
        self.picture.value = f'<div style="overflow:auto">{self._svg()}</div>'
        self.result.value = said(self._result())

    def _svg(self):
        return descent_picture(self.x, self.target, self.path, self.transport.position)

    def _result(self):
        at = self.transport.position
        row = (str(at), *(number(v).text for v in (*self.path[at], *self.gradients[at])))
        return f"<p>{self.verdict}</p>{html_table(words.DESCENT_HEADS, [row])}"

    @property
    def verdict(self):
        """How the whole descent went, in one sentence."""
        L = [row[2] for row in self.path]
        if L[-1] > L[0]:
            return words.DIVERGES
        if any(after > before * (1 + 1e-12) for before, after in pairwise(L)):
            return words.SWINGS
        return words.TOO_SMALL.format(self.updates) if L[-1] > 0.5 * L[0] else words.SETTLES

    def _repr_mimebundle_(self, **kwargs):
        alt = describe_descent(self.path, self.transport.position)
        bundle = super()._repr_mimebundle_(**kwargs)
        return picture_bundle(bundle, f"DescentExplorer, {alt}", self._svg(), alt, self._result())
