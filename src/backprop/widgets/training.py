"""The training player: record a descent, then play, stop, rewind, fork, and open any update in the stepper."""

import asyncio
import re
import time
from itertools import count

import ipywidgets as widgets
import numpy as np

from backprop import examples
from backprop.engine import descent
from backprop.engine.activations import ACTIVATIONS
from backprop.engine.losses import LOSSES
from backprop.exercises.typed import read_numbers
from backprop.notation import number
from backprop.pictures.panels import everything, loss_panel, network_panel
from backprop.pictures.still import image
from backprop.widgets import controls, words
from backprop.widgets.page import (
    Folds,
    choice_slider,
    close_all,
    html_table,
    page_wide,
    picture_bundle,
    refusal,
    said,
)
from backprop.widgets.reading import read_pairs, read_sizes
from backprop.widgets.stepper import Stepper
from backprop.widgets.transport import Transport

DATA = {
    words.XOR: examples.xor,
    words.MOONS: examples.two_moons,
    words.CIRCLES: examples.circles,
    words.LECTURE: lambda: tuple(np.atleast_2d(np.array(part, dtype=float)) for part in examples.lecture_network()[1:]),
}
RATES = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0)
FACTORS = (0.25, 0.5, 1, 2, 4)
SPEEDS = [("1 a second", 1.0), ("5 a second", 0.2), ("25 a second", 0.04)]
MOST_AT_ONCE = 2000  # updates recorded before the widget is shown; beyond it, they are recorded as it stands there
CHUNK_SECONDS = 0.05  # how long the kernel works before it listens again


class TrainingPlayer(widgets.VBox):
    """Watch gradient descent on ``data``: a name from the list, or your own (x, target) arrays.

    ``hidden`` are the sizes of the hidden layers; ``network`` is a network of your own to start from instead.
    ``batch_size`` None is all examples. ``position`` is the update it opens at.
    ``compare`` are further learning rates, or a loss's name, from the same start.
    """

    def __init__(
        self,
        data=words.XOR,
        hidden=(4,),
        activation="tanh",
        loss="cross_entropy",
        learning_rate=0.3,
        batch_size=None,
        weights="small random",
        seed=0,
        updates=300,
        *,
        network=None,
        compare="",
        position=0,
    ):
        self.own = None if isinstance(data, str) else read_pairs(data)
        self.network_given = network
        self._task, self.histories, self.names, self.stepper = None, (), (), None
        self._refused = self._status = ""
        self._offering = False  # while choices change, what is chosen may not fit what is recorded
        options = [*DATA, *([words.OWN_DATA] if self.own else [])]
        drop = {"width": "17em"}
        self.data = controls.Dropdown(
            options=options, value=words.OWN_DATA if self.own else data, description=words.DATA, layout=drop
        )
        self.hidden = self._text(words.HIDDEN, ", ".join(map(str, hidden)))
        self.activation = self._drop(
            words.ACTIVATION, [name for name, f in ACTIVATIONS.items() if f.hidden], activation
        )
        self.loss = self._drop(words.LOSS, list(descent_losses()), loss)
        self.rate = choice_slider("η", RATES, learning_rate)
        sizes = sorted({1, 4, 16, 32, *([batch_size] if batch_size else [])})
        self.batch = self._drop(words.BATCH, [(words.ALL, 0), *((str(n), n) for n in sizes)], batch_size or 0)
        self.weights = self._drop(words.WEIGHTS, ["small random", "zero", "large"], weights)
        self.seed = controls.BoundedIntText(seed, min=0, max=10**6, description=words.SEED, layout={"width": "12em"})
        self.updates = controls.BoundedIntText(
            updates, min=1, max=20000, description=words.UPDATES, layout={"width": "13em"}
        )
        self.compare = self._text(
            words.COMPARE_RUNS, compare if isinstance(compare, str) else ", ".join(map(str, compare))
        )
        self.compare.placeholder, self.compare.layout.width = words.COMPARE_HINT, "20em"
        self.shown = self._drop(words.SHOW, [("1", 0)], 0)
        self.shown.layout.width = "23em"  # a loss and its η
        self.parameter = controls.Dropdown(description=words.PARAMETER, layout={"width": "20em"})
        self.transport = Transport(updates, position, first=0, speeds=SPEEDS)
        self.epoch = controls.Button(description=words.ONE_EPOCH, layout={"width": "8em"})
        self.opener = controls.Button(description=words.OPEN, layout={"width": "13em"})
        self.cancel = controls.Button(description=words.RECORD_AGAIN, layout={"width": "9em"})
        self.bar = widgets.IntProgress(0, min=0, max=updates, layout={"width": "14em"})
        self.message, self.panels, self.result = widgets.HTML(), widgets.HTML(), widgets.HTML()
        self.message.layout, self.result.layout = {"min_height": "2.4em"}, {"min_height": "16em"}
        self.inner = widgets.VBox()
        self._choices = [self.data, self.hidden, self.activation, self.loss, self.rate, self.batch, self.weights]
        self._choices += [self.seed, self.updates, self.compare]
        for control in self._choices:
            control.observe(lambda change: self.restart(), "value")
        for control in (self.shown, self.parameter):
            control.observe(lambda change: self._show(), "value")
        self.transport.observe(lambda change: self._show(), "position")
        self.transport.play.observe(lambda change: self._show(), "value")
        self.epoch.on_click(lambda _: self._one_epoch())
        self.opener.on_click(lambda _: self.open_update())
        self.cancel.on_click(lambda _: self._stop() if self._task else self.restart())
        wrap = {"flex_flow": "row wrap"}
        settings = Folds([widgets.HBox(self._choices, layout=wrap)], [words.SETTINGS], opened=0)
        super().__init__(
            [
                settings,
                widgets.HBox([self.transport, self.epoch], layout=wrap),
                widgets.HBox([self.opener, self.shown, self.parameter, self.bar, self.cancel], layout=wrap),
                self.message,
                self.panels,
                self.result,
                self.inner,
                page_wide(),
            ]
        )
        self.restart(wait=updates <= MOST_AT_ONCE)

    @staticmethod
    def _drop(name, options, value):
        return controls.Dropdown(options=options, value=value, description=name, layout={"width": "17em"})

    @staticmethod
    def _text(name, value):
        return controls.Text(value, description=name, continuous_update=False, layout={"width": "17em"})

    # ---------------------------------------------------------------- recording

    def restart(self, wait=False):
        """Record anew from the initial weights; what cannot be trained is refused and the last runs stay."""
        try:
            recordings, names = self._recordings()
            first = [next(recording) for recording in recordings]
            for name, history in zip(names, first, strict=True):
                if not history.updates:
                    raise ValueError(words.ENDED.format(name, 0, history.ended))
        except ValueError as refused:
            if not self.histories:
                raise  # there is no last good state to keep
            self._say(refused=refusal(str(refused)))
            return
        self._stop()
        self._say(refused="")
        self.names = names
        self._open()
        self._runs = list(zip(recordings, first, strict=True))
        self._offer(tuple(first))
        self.transport.set_last(self.updates.value, min(self.transport.position, self.updates.value))
        self._started = time.monotonic()
        if wait or not _loop():
            for _ in self._advance():
                pass
            self._finish()
        else:
            self.cancel.description = words.CANCEL
            self._task = _loop().create_task(self._run())
        self._show()

    def _recordings(self):
        """One recording a run: the chosen one, then one for each thing to compare."""
        x, target = self.own if self.data.value == words.OWN_DATA else DATA[self.data.value]()
        network = self.network_given or examples.initial_network(
            (x.shape[1], *read_sizes(self.hidden.value), target.shape[1]),
            self.activation.value,
            self.weights.value,
            self.seed.value,
        )
        if self.data.value == words.LECTURE and self.network_given is None:
            network = examples.lecture_network()[0]
        loss, rate = self.loss.value, self.rate.value
        runs = [(loss, rate), *((loss, other) for other in self._other_rates()), *self._other_losses(rate)]
        common = {"updates": self.updates.value, "batch_size": self.batch.value or None, "seed": self.seed.value}
        recordings = [descent.record(network, x, target, each, eta, chunk=20, **common) for each, eta in runs]
        return recordings, tuple(f"{each.replace('_', ' ')}, η = {eta:g}" for each, eta in runs)

    def _other_rates(self):
        text = self.compare.value.strip()
        if not text or text in descent_losses():
            return []
        rates = read_numbers(text) if re.search(r"\d", text) else []
        if not 1 <= len(rates) <= 2 or min(rates) <= 0:
            names = " or ".join(descent_losses())
            raise ValueError(f"Beside is {text!r}; expected one or two values of η above 0, or one loss, {names}.")
        return rates

    def _other_losses(self, rate):
        text = self.compare.value.strip()
        return [(text, rate)] if text in descent_losses() else []

    def _advance(self):
        """Take every recording further, a chunk at a time, until all are done."""
        for turn in count():
            moved = False
            for i, (recording, _) in enumerate(self._runs):
                longer = next(recording, None)
                if longer is not None:
                    self._runs[i], moved = (recording, longer), True
            self.histories = tuple(history for _, history in self._runs)
            if not moved:
                return
            yield turn

    async def _run(self):
        """Record while the interface answers: work a little, then let the kernel listen."""
        going = self._advance()
        while True:
            with controls.TURN:
                if self._task is not asyncio.current_task():
                    return  # stopped
                resume = time.monotonic() + CHUNK_SECONDS
                for _ in going:
                    if time.monotonic() >= resume:
                        break
                else:
                    self._stop()
                    return
                self._tell_progress()
            await asyncio.sleep(0.005)

    def _stop(self):
        """No more of the recording; what has been computed stays."""
        if self._task is not None:
            self._task = None
            self._finish()
            self._show()

    def _finish(self):
        self.cancel.description = words.RECORD_AGAIN  # never switched off: that would take the focus from it
        self.bar.max = self.bar.value = max(1, self._last)
        self.transport.set_last(self._last, min(self.transport.position, self._last))
        self._say(status=self._outcome())

    def _outcome(self):
        """What is to be said of the recorded runs: which ended early and why, or that L rose."""
        ends = [
            words.ENDED.format(name, history.updates, history.ended)
            for name, history in zip(self.names, self.histories, strict=True)
            if history.ended
        ]
        rising = self.histories[0].losses[-1] > self.histories[0].losses[0]
        return refusal(" ".join(ends)) if ends else said(words.ROSE) if rising else ""

    def _say(self, *, refused=None, status=None):
        """Why the last choice was refused, beside what is to be said of the runs; None leaves the one that stands."""
        self._refused = self._refused if refused is None else refused
        self._status = self._status if status is None else status
        self.message.value = self._refused + self._status

    def _tell_progress(self):
        done, wanted = min(h.updates for h in self.histories), self.updates.value
        self.bar.max, self.bar.value = wanted, done
        left = (time.monotonic() - self._started) * (wanted - done) / max(1, done)
        self._say(status=said(words.LEFT.format(done, wanted, f"{left:.0f}")))

    @property
    def _last(self):
        return max(1, *(history.updates for history in self.histories)) if self.histories else 1

    # ------------------------------------------------------------------ showing

    @property
    def history(self):
        """The run that is shown."""
        return self.histories[self.shown.value]

    @property
    def at(self):
        """The update that is shown, within the run that is shown."""
        return min(self.transport.position, self.history.updates)

    def _offer(self, histories):
        """Take these runs, and offer them and their parameters to choose from."""
        chosen, self._offering = self.parameter.label, True
        self.histories = histories
        self.shown.options = [(name, i) for i, name in enumerate(self.names)]
        names = descent.parameter_names(self.histories[0].start)
        self.parameter.options = names
        self.parameter.label = chosen if chosen in dict(names) else names[0][0]
        self._offering = False

    def _show(self):
        if not self.histories or self._offering:
            return
        moving = self.transport.play.value
        self.panels.value = everything(
            self.histories,
            self.names,
            self.transport.position,
            self.shown.value,
            self.parameter.value or 0,
            self.parameter.label or "",
            cells=16 if moving else 28,
        )
        if not moving:
            self.result.value = said(self._table())

    def _table(self):
        """Where we are; the examples of this update; predicted and true change as η grows."""
        history, at = self.history, self.at
        update = history.update(min(at, history.updates - 1))
        batch = words.BATCH_OF.format(len(update.batch), len(history.x), _some(update.batch))
        network = history.network(at)
        lost = descent.dead(network, history.x)
        head = words.AFTER.format(at, number(history.losses[at])) + batch
        if any(layer.f.dies for layer in network.layers):
            head += " " + words.DEAD_ONES.format(len(lost), sum(layer.n_out for layer in network.layers[:-1]))
        rates = [factor * history.learning_rate for factor in FACTORS]
        rows = [
            tuple(number(value).text for value in row)
            for row in descent.changes(update, history.x, history.target, history.loss, rates)
        ]
        return f"<p>{head}</p>{html_table(words.CHANGE_HEADS, rows)}"

    def _one_epoch(self):
        step = -(-len(self.history.x) // len(self.history.batches[0]))
        self.transport.position = min(self.transport.position + step, self.transport.slider.max)

    def open_update(self):
        """Hand the network before this update, and the examples of its batch, to a Stepper."""
        history = self.history
        update = history.update(min(self.at, history.updates - 1))
        x, target = history.x[update.batch], history.target[update.batch]
        self._open(Stepper(update.before, x, target, history.loss, history.learning_rate))

    def _open(self, stepper=None):
        """Show this stepper, or none, and close the one before."""
        before, self.inner.children = self.inner.children, (stepper,) if stepper else ()
        self.stepper = stepper
        close_all(before)

    def close(self):
        """Closed, it records no more."""
        self._task = None
        super().close()

    def _repr_mimebundle_(self, **kwargs):
        history, at = self.history, self.at
        alt = words.CURVES.format("; ".join(self.names)) + words.AFTER.format(at, number(history.losses[at]))
        svg = loss_panel(self.histories, self.names, self.transport.position, self.shown.value).svg()
        update = history.update(min(at, history.updates - 1))
        network = image(network_panel(update, descent.dead(update.before, history.x)), words.NETWORK_PANEL)
        bundle = super()._repr_mimebundle_(**kwargs)
        return picture_bundle(bundle, f"TrainingPlayer, {alt}", svg, alt, network + self._table())


def descent_losses():
    """The losses that can be compared: both fit a sigmoid output."""
    return tuple(name for name, loss in LOSSES.items() if loss.requires in (None, "sigmoid"))


def _loop():
    """The event loop that is running, or None."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


def _some(batch, most=8):
    """The first few examples of a batch, counted from 1."""
    shown = ", ".join(str(n + 1) for n in batch[:most])
    return shown + (", …" if len(batch) > most else "")
