"""The stepper: a gradient step, one formula at a time, on a network whose every number can be edited."""

from contextlib import contextmanager
from pathlib import Path

import ipywidgets as widgets

from backprop import examples
from backprop.engine.activations import ACTIVATIONS
from backprop.engine.losses import LOSSES
from backprop.engine.network import Layer, Network
from backprop.exercises.typed import read_numbers
from backprop.notation import mathml, number, plain
from backprop.pictures.diagram import diagram
from backprop.story import telling
from backprop.story.walkthrough import GRAINS, walkthrough
from backprop.widgets import controls, words
from backprop.widgets.fields import MOST_FIELDS, written
from backprop.widgets.page import (
    Folds,
    close_all,
    code_field,
    html_table,
    page_wide,
    picture_bundle,
    refusal,
    said,
)
from backprop.widgets.parts import judged
from backprop.widgets.saved import code, save
from backprop.widgets.transport import Transport
from backprop.words import say

PRESETS = {
    words.LECTURE: examples.lecture_network,
    words.WORKED: examples.worked_example,
    words.SATURATED: examples.saturated_network,
    words.DEAD: examples.dead_relu_network,
    words.RANDOM: examples.random_network,
}
MOST_LINES = 30  # of a step that the room kept for its formulas is measured by; a step of more scrolls


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
        self._waiting = False
        self.transport = Transport(len(self.walk) - 1, position)
        self.picture, self.formula, self.table = (widgets.HTML() for _ in range(3))
        self.room = widgets.HTML()  # unseen: keeps the height that the largest step needs, at any width of the page
        self.formulas = widgets.Box([self.room, self.formula])
        self.formulas.add_class("bp-room")
        self.picture.add_class("bp-view")
        self.picture.tabbable = True  # where it scrolls, the arrow keys scroll it
        self.grain = controls.Dropdown(options=GRAINS, value=by, description=words.GRAIN, layout={"width": "13em"})
        self.neuron = controls.Dropdown(
            options=[(words.CURRENT, ())], description=words.NEURON, layout={"width": "18em"}
        )
        self.example = controls.Dropdown(description=words.EXAMPLE, layout={"width": "13em"})
        self.preset = controls.Dropdown(options=[words.OWN, *PRESETS], description=words.PRESET)
        self.seed = controls.BoundedIntText(value=0, min=0, max=10**6, description=words.SEED, layout={"width": "11em"})
        self.reset = controls.Button(description=words.RESET, layout={"width": "6em"})
        self.projector = controls.Checkbox(description=words.PROJECTOR, indent=False, layout={"width": "9em"})
        self.code = code_field(controls.Textarea, height="6em")
        self.editor = widgets.VBox()
        self.fields, self.messages = {}, {}
        self._fill()
        self.transport.observe(lambda change: self._show(), "position")
        self.grain.observe(lambda change: self._regroup(), "value")
        self.neuron.observe(lambda change: self._show(), "value")
        self.example.observe(lambda change: self._another_example(), "value")
        self.preset.observe(lambda change: self._choose(), "value")
        self.seed.observe(lambda change: self.preset.value == words.RANDOM and self._choose(), "value")
        self.reset.on_click(lambda _: self._restart())
        self.projector.observe(lambda change: self._resize(), "value")
        self.details = Folds([self.table, self.editor, self.code], words.PANELS, opened=1)
        self.details.titles[0].observe(lambda change: self._tabulate(), "value")
        tools = [self.grain, self.neuron, self.example, self.preset, self.seed, self.reset, self.projector]
        super().__init__(
            [
                self.transport,
                widgets.HBox(tools, layout={"flex_flow": "row wrap"}),
                self.formulas,
                self.picture,
                self.details,
                page_wide(),
            ]
        )
        self._keep_room()
        self._show()

    # ---------------------------------------------------------------- showing

    @property
    def position(self):
        """The position in the walkthrough; −1 is before the first step."""
        return self.transport.position

    @contextmanager
    def _once(self):
        """For another walkthrough: however many controls change inside, all is drawn once, at the end."""
        self._waiting = True
        try:
            yield
        finally:
            self._waiting = False
        self._keep_room()
        self._show()

    def _show(self):
        if self._waiting:
            return
        walk = self.walk
        picture = diagram(walk, self.position, self.neuron.value or None)
        formula = said(self._formula(mathml, self.position))
        # Sent one right after the other, the largest last, so that the page takes them all and then paints once.
        self.formula.value = formula
        self._tabulate()
        self.code.value = code(walk, repr(walk.by), self.position)
        self.picture.value = picture

    def _tabulate(self):
        """The table, where it is open: folded away it would be a quarter of the work of a step, for nobody."""
        self.table.value = f'<div class="bp-s">{self._table()}</div>' if self.details.shows(self.table) else ""

    def _keep_room(self):
        """Reserve the height of the largest step of each phase, so that nothing moves from step to step."""
        largest = {}
        for i, step in enumerate(self.walk):
            lines = step.lines[:MOST_LINES]
            size = len(lines), sum(len(line.formula.text) + len(line.numbers.text) for line in lines)
            largest[step.phase] = max(largest.get(step.phase, ((0, 0), i)), (size, i))
        steps = {*(i for _, i in largest.values()), len(self.walk) - 1}
        room = "".join(f"<div>{self._formula(mathml, i, MOST_LINES)}</div>" for i in sorted(steps))
        self.room.value = f'<div class="bp-s" aria-hidden="true">{room}</div>'

    def _formula(self, write, i, most=None):
        """Step ``i`` in words and formulas; ``write`` turns pieces of formula into HTML.

        With ``most`` at most so many lines, none of them compared with a finite difference: it is not to be read.
        """
        if i < 0:
            return f"<b>{say('pictures.film.before')}.</b> {say('widgets.player.question')}"
        walk = self.walk
        told = telling.formulas(walk, i) if most is None else telling.room(walk, i, most)
        lines = [_line(each, write) for each in told]
        if i == len(walk) - 1:
            lines.append(telling.closing(walk, "<b>{}</b>".format))
        rows = "".join(f"<div>{line}</div>" for line in lines)
        return f'<b>{", ".join(telling.heading(walk, i))}</b><div class="bp-lines">{rows}</div>'

    def _table(self):
        return "".join(html_table(table.heads, table.rows) for table in telling.tables(self.walk, self.position))

    def save_html(self, path: str | Path) -> Path:
        """Write one file that steps, scrubs, points and clicks with no kernel and no network, and return its path.

        Raises ValueError for a network that is too large for a page.
        """
        return save(self.walk, self.position, path)

    def _repr_mimebundle_(self, **kwargs):
        """Without a kernel: the picture and the table at this position."""
        alt = telling.describe(self.walk, self.position)
        sentence = f"Stepper, step {self.position + 1} of {len(self.walk)}: {alt}"
        svg, html = (
            diagram(self.walk, self.position, self.neuron.value or None),
            f"<p>{self._formula(plain, self.position)}</p>{self._table()}",
        )
        return picture_bundle(super()._repr_mimebundle_(**kwargs), sentence, svg, alt, html)

    # ---------------------------------------------------------------- editing

    def _fill(self):
        """Fields for the current state: a row of numbers each for x, targets, weights; a bias; names; η."""
        walk = self.walk
        self.fields, self.messages = {}, {}
        rows = []
        examples = list(zip(walk.forward.x, walk.backward.target, strict=True))
        for n, (x, target) in enumerate(examples[:MOST_FIELDS]):
            inputs = self._text(say("widgets.field.x", n=n + 1), ("x", n), x)
            rows.append((inputs, self._text(say("widgets.field.target", n=n + 1), ("target", n), target)))
        left_out = max(0, len(examples) - MOST_FIELDS)
        for l, layer in enumerate(walk.network.layers):
            left_out += max(0, layer.n_out - MOST_FIELDS)
            for j in range(min(layer.n_out, MOST_FIELDS)):
                name = walk.letters.z(l, j).text
                w = self._text(say("widgets.field.weights", name=name), ("w", l, j), layer.weights[j])
                bias = say("widgets.field.bias", name=name)
                rows.append((w, self._text(bias, ("b", l, j), layer.biases[j : j + 1])))
            choice = self._choice(
                say("widgets.field.activation", layer=l + 1), ("f", l), list(ACTIVATIONS), layer.activation
            )
            rows.append((choice,))
        rows.append((self._choice(say("widgets.field.loss"), ("loss",), list(LOSSES), walk.loss),))
        rows.append((self._text("η", ("rate",), [walk.learning_rate]),))
        lines = [widgets.HBox([*row, *map(self._message, row)]) for row in rows]
        if left_out:
            lines.append(widgets.Label(say("widgets.field.left-out", n=left_out)))
        before, self.editor.children = self.editor.children, lines
        close_all(before)
        self._offer()

    def _offer(self):
        """The neurons and the examples there are to choose from."""
        walk = self.walk
        layers = enumerate(walk.network.layers)
        neurons = [(walk.letters.z(l, j).text, (l, j)) for l, layer in layers for j in range(layer.n_out)]
        self.neuron.options = [(words.CURRENT, ()), *neurons]
        n = len(walk.forward.x)
        self.example.options = [(words.NUMBER_OF.format(i + 1, n), i) for i in range(n)]
        self.example.value = walk.example
        self.example.disabled = n == 1

    def _another_example(self):
        if not self._waiting and self.example.value != self.walk.example:
            self._take(_anew(self.walk, example=self.example.value))

    def _text(self, label, key, values):
        return self._field(key, controls.Text(value=written(values), description=label, continuous_update=False))

    def _choice(self, label, key, options, value):
        return self._field(key, controls.Dropdown(options=options, value=value, description=label))

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
            walk, told = self._read(), {}
        except (ValueError, TypeError) as refused:
            walk, told = None, {refused.args[1] if len(refused.args) > 1 else key: refused.args[0]}
        for place, message in self.messages.items():
            message.value = refusal(told.get(place, ""))
        if walk is not None:
            self._take(walk)
            self.preset.value = words.OWN  # edited, it is the preset no longer, which can then be chosen anew

    def _read(self):
        walk, fields = self.walk, self.fields
        layers = []
        for l, layer in enumerate(walk.network.layers):
            weights = [_row(fields, ("w", l, j), layer.weights[j]) for j in range(layer.n_out)]
            biases = [_row(fields, ("b", l, j), layer.biases[j : j + 1])[0] for j in range(layer.n_out)]
            layers.append(Layer(weights, biases, fields["f", l].value))
        x = [_row(fields, ("x", n), row) for n, row in enumerate(walk.forward.x)]
        target = [_row(fields, ("target", n), row) for n, row in enumerate(walk.backward.target)]
        rate = _row(fields, ("rate",), [walk.learning_rate])[0]
        return walkthrough(Network(layers), x, target, fields["loss",].value, rate, walk.example, walk.by)

    def _take(self, walk):
        with self._once():
            self.walk = walk
            self.transport.set_last(len(walk) - 1, self.position)

    def _choose(self):
        if self.preset.value == words.OWN:
            return
        make = PRESETS[self.preset.value]
        parts = make(self.seed.value) if make is examples.random_network else make()
        self._open(walkthrough(*parts, by=self.grain.value))

    def _restart(self):
        self.preset.value = words.OWN
        self._open(_anew(self._start, by=self.grain.value))

    def _open(self, walk):
        with self._once():
            self.walk = walk
            self.transport.set_last(len(walk) - 1, -1)
            self._fill()

    def _regroup(self):
        """Another grain, at the same point: all that is known stays known, and no more than its group."""
        known = len(self.walk.known(self.position))
        walk = _anew(self.walk, by=self.grain.value)
        at = next(i for i in range(-1, len(walk)) if len(walk.known(i)) >= known)
        with self._once():
            self.walk = walk
            self.transport.set_last(len(walk) - 1, at)

    def _resize(self):
        (self.add_class if self.projector.value else self.remove_class)("bp-projector")


def _line(told, write):
    """symbol = formula = numbers = value, and for a gradient the finite difference beside it."""
    verdict = judged(told.comparison) if told.comparison else ""
    return f"{write(*told.pieces)} <b>{number(told.line.value)}</b>{verdict}"


def _anew(walk, **changes):
    """The same walkthrough with another grain or example."""
    as_is = {"learning_rate": walk.learning_rate, "example": walk.example, "by": walk.by}
    return walkthrough(walk.network, walk.forward.x, walk.backward.target, walk.loss, **(as_is | changes))


def _row(fields, key, values):
    """The numbers in a field, or ``values`` where there is none; a refusal names the field as its second part."""
    if key not in fields:
        return values
    try:
        return read_numbers(fields[key].value, len(values))
    except ValueError as refused:
        raise ValueError(refused.args[0], key) from None
