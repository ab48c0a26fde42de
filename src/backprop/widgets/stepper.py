"""The stepper: a gradient step, one formula at a time, on a network whose every number can be edited."""

import ipywidgets as widgets
import numpy as np

from backprop import examples
from backprop.diagram import describe, diagram
from backprop.functions import ACTIVATIONS, LOSSES
from backprop.network import Layer, Network
from backprop.notation import number
from backprop.walkthrough import GRADIENTS, GRAINS, Quantity, walkthrough
from backprop.widgets.page import html_table, picture_bundle, read_numbers, refusal, said
from backprop.widgets.transport import Transport

PRESETS = {
    "the lecture's network": examples.lecture_network,
    "the worked example": examples.worked_example,
    "saturated": examples.saturated_network,
    "dead ReLU": examples.dead_relu_network,
    "random": examples.random_network,
}


class Stepper(widgets.VBox):
    """Step through one gradient step of ``network`` on ``x`` and ``target``.

    Arguments as for ``walkthrough``; ``position`` is where it opens, −1 before the first step.
    Invalid input is refused beside its field, and the last good state stays.
    """

    def __init__(
        self, network, x, target, loss="cross_entropy", learning_rate=0.5, *, example=0, by="neuron", position=-1
    ):
        self.walk = walkthrough(network, x, target, loss, learning_rate, example, by)
        self._start = self.walk
        self._numeric = {}
        self.transport = Transport(len(self.walk) - 1, position)
        self.picture, self.formula, self.table = (widgets.HTML() for _ in range(3))
        self.formula.layout = {"height": "11em", "overflow": "auto"}
        self.picture.layout = {"overflow": "auto"}
        self.grain = widgets.Dropdown(options=GRAINS, value=by, description="Step by")
        self.preset = widgets.Dropdown(options=["your own", *PRESETS], description="Preset")
        self.seed = widgets.BoundedIntText(value=0, min=0, max=10**6, description="Seed", layout={"width": "11em"})
        self.reset = widgets.Button(description="Reset")
        self.projector = widgets.Checkbox(description="Projector size", indent=False, layout={"width": "9em"})
        self.code = widgets.Textarea(description="As code", disabled=True, layout={"width": "98%", "height": "6em"})
        self.editor = widgets.VBox()
        self.fields, self.messages = {}, {}
        self._fill()
        self.transport.observe(lambda change: self._show(), "position")
        self.grain.observe(lambda change: self._regroup(), "value")
        self.preset.observe(lambda change: self._choose(), "value")
        self.seed.observe(lambda change: self.preset.value == "random" and self._choose(), "value")
        self.reset.on_click(lambda _: self._restart())
        self.projector.observe(lambda change: self._resize(), "value")
        details = widgets.Accordion([self.table, self.editor, self.code], titles=["Table", "Edit", "Copy as code"])
        details.selected_index = 1
        tools = [self.grain, self.preset, self.seed, self.reset, self.projector]
        super().__init__(
            [
                self.transport,
                widgets.HBox(tools, layout={"flex_flow": "row wrap"}),
                self.formula,
                self.picture,
                details,
            ]
        )
        self._show()

    # ---------------------------------------------------------------- showing

    @property
    def position(self):
        """The position in the walkthrough; −1 is before the first step."""
        return self.transport.position

    def _show(self):
        self.picture.value = diagram(self.walk, self.position)
        self.formula.value = said(self._formula())
        self.table.value = f'<div class="bp-s">{self._table()}</div>'
        walk = self.walk
        self.code.value = (
            f"Stepper({walk.network!r}, {walk.forward.x.tolist()}, {walk.backward.target.tolist()}, "
            f"loss={walk.loss!r}, learning_rate={walk.learning_rate!r}, example={walk.example}, "
            f"by={walk.by!r}, position={self.position})"
        )

    def _formula(self):
        if self.position < 0:
            return "<b>Before the first step.</b> x, ŷ, the weights and the biases are known. Which number comes first?"
        step = self.walk[self.position]
        case = f", {step.case}-layer case" if step.case else ""
        layer = f", layer {step.layer + 1}" if step.layer is not None else ""
        n = len(self.walk.forward.x)
        shown = f", example {step.example + 1} of {n}" if n > 1 else ""
        rows = [f"<b>{step.phase.capitalize()}{layer}{case}{shown}</b>"]
        for line in step.lines:
            text = f"{line.symbol} = {line.formula} = {line.numbers} = <b>{number(line.value)}</b>"
            rows.append(text + self._check(line.makes, line.value))
        if self.position == len(self.walk) - 1:
            true, predicted = self.walk.true_change, self.walk.predicted_change
            rows.append(f"ΔL = <b>{number(true)}</b>; predicted Σ g·Δw = <b>{number(predicted)}</b>")
        return "<br>".join(rows)

    def _check(self, quantity, value):
        """The central difference beside a gradient, and whether they agree."""
        if quantity.name not in GRADIENTS:
            return ""
        if quantity not in self._numeric:
            self._numeric[quantity] = self.walk.numeric(quantity)
        numeric = self._numeric[quantity]
        if not np.isfinite(numeric):
            return " (too close to 0 or 1 for a finite difference)"
        agrees = abs(value - numeric) <= 1e-5 * max(abs(value), abs(numeric)) + 1e-8
        mark = '<span class="ok">✓ agrees</span>' if agrees else '<span class="no">✗ differs</span>'
        return f" · finite difference {number(numeric)} {mark}"

    def _table(self):
        walk, letters = self.walk, self.walk.letters
        values = walk.given | walk.known(self.position)

        def cell(name, *place):
            value = values.get(Quantity(name, *place))
            return "·" if value is None else number(value).text

        names = ("z", "a", "dC_da", "dC_dz", "new_z", "new_a")
        heads = ("neuron", "z", "a", "∂C/∂a", "∂C/∂z", "z new", "a new")
        layers = list(enumerate(walk.network.layers))
        rows = [
            (letters.z(l, j).text, *(cell(n, l, j) for n in names)) for l, layer in layers for j in range(layer.n_out)
        ]
        many = len(walk.forward.x) > 1
        whole = "dL" if many else "dC"
        parameters = [
            (letter, cell(kind, *q), cell(f"dC_d{kind}", *q), cell(f"{whole}_d{kind}", *q), cell(f"new_{kind}", *q))
            for l, layer in layers
            for j in range(layer.n_out)
            for letter, kind, q in (
                *((letters.w(l, j, k).text, "w", (l, j, k)) for k in range(layer.n_in)),
                (letters.b(l, j).text, "b", (l, j)),
            )
        ]
        costs = [(name, cell(name), cell(f"new_{name}")) for name in (("C", "L") if many else ("C",))]
        return (
            html_table(heads, rows)
            + html_table(("parameter", "value", "∂C/∂", "∂L/∂", "new"), parameters)
            + html_table(("cost", "before", "after"), costs)
        )

    def _repr_mimebundle_(self, **kwargs):
        """Without a kernel: the picture and the table at this position."""
        alt = describe(self.walk, self.position)
        sentence = f"Stepper, step {self.position + 1} of {len(self.walk)}: {alt}"
        svg, html = diagram(self.walk, self.position), f"<p>{self._formula()}</p>{self._table()}"
        return picture_bundle(super()._repr_mimebundle_(**kwargs), sentence, svg, alt, html)

    # ---------------------------------------------------------------- editing

    def _fill(self):
        """Fields for the current state: a row of numbers each for x, targets, weights; a bias; names; η."""
        walk = self.walk
        self.fields, self.messages = {}, {}
        rows = []
        for n, (x, target) in enumerate(zip(walk.forward.x, walk.backward.target, strict=True)):
            rows.append((self._text(f"x of {n + 1}", ("x", n), x), self._text(f"ŷ of {n + 1}", ("target", n), target)))
        for l, layer in enumerate(walk.network.layers):
            for j in range(layer.n_out):
                name = walk.letters.z(l, j).text
                w = self._text(f"{name}: w", ("w", l, j), layer.weights[j])
                rows.append((w, self._text(f"{name}: b", ("b", l, j), layer.biases[j : j + 1])))
            choice = self._choice(f"f of layer {l + 1}", ("f", l), list(ACTIVATIONS), layer.activation)
            rows.append((choice,))
        rows.append((self._choice("Loss", ("loss",), list(LOSSES), walk.loss),))
        rows.append((self._text("η", ("rate",), [walk.learning_rate]),))
        self.editor.children = [widgets.HBox([*row, *map(self._message, row)]) for row in rows]

    def _text(self, label, key, values):
        written = ", ".join(np.format_float_positional(value, trim="-") for value in values)
        return self._field(key, widgets.Text(value=written, description=label, continuous_update=False))

    def _choice(self, label, key, options, value):
        return self._field(key, widgets.Dropdown(options=options, value=value, description=label))

    def _field(self, key, field):
        self.fields[key], self.messages[key] = field, widgets.HTML()
        field.observe(lambda change: self._edited(key), "value")
        return field

    def _message(self, field):
        """What is said of a field stands at the end of its row, so that no other field moves."""
        return next(self.messages[key] for key, other in self.fields.items() if other is field)

    def _edited(self, key):
        """Build the walkthrough anew; a refusal stands beside the field, and nothing else changes."""
        try:
            self._take(self._read())
        except (ValueError, TypeError) as refused:
            place = refused.args[1] if len(refused.args) > 1 else key
            self.messages[place].value = refusal(refused.args[0])
            return
        for message in self.messages.values():
            message.value = ""

    def _read(self):
        walk, fields = self.walk, self.fields
        layers = []
        for l, layer in enumerate(walk.network.layers):
            weights = [_numbers(fields, ("w", l, j), layer.n_in) for j in range(layer.n_out)]
            biases = [_numbers(fields, ("b", l, j), 1)[0] for j in range(layer.n_out)]
            layers.append(Layer(weights, biases, fields["f", l].value))
        sizes, n = walk.network.sizes, range(len(walk.forward.x))
        x = [_numbers(fields, ("x", i), sizes[0]) for i in n]
        target = [_numbers(fields, ("target", i), sizes[-1]) for i in n]
        rate = _numbers(fields, ("rate",), 1)[0]
        return walkthrough(Network(layers), x, target, fields["loss",].value, rate, walk.example, walk.by)

    def _take(self, walk):
        self.walk, self._numeric = walk, {}
        self.transport.set_last(len(walk) - 1, self.position)
        self._show()

    def _choose(self):
        if self.preset.value == "your own":
            return
        make = PRESETS[self.preset.value]
        parts = make(self.seed.value) if make is examples.random_network else make()
        self._open(walkthrough(*parts, by=self.grain.value))

    def _restart(self):
        self.preset.value = "your own"
        self._open(walkthrough_like(self._start, self.grain.value))

    def _open(self, walk):
        self.transport.position = -1
        self._take(walk)
        self._fill()

    def _regroup(self):
        """Another grain, at the same point: all that is known stays known, and no more than its group."""
        known = len(self.walk.known(self.position))
        walk = walkthrough_like(self.walk, self.grain.value)
        at = next(i for i in range(-1, len(walk)) if len(walk.known(i)) >= known)
        self.walk = walk
        self.transport.set_last(len(walk) - 1, at)
        self._show()

    def _resize(self):
        (self.add_class if self.projector.value else self.remove_class)("bp-projector")


def walkthrough_like(walk, by):
    """The same walkthrough, built anew by another grain."""
    rate = walk.learning_rate
    return walkthrough(walk.network, walk.forward.x, walk.backward.target, walk.loss, rate, walk.example, by)


def _numbers(fields, key, count):
    """The numbers in a field; a refusal names the field as its second part."""
    try:
        return read_numbers(fields[key].value, count)
    except ValueError as refused:
        raise ValueError(refused.args[0], key) from None
