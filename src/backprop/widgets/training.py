"""The training player: record a descent, then play, stop, rewind, fork, and open any update in the stepper."""

import asyncio
from html import escape

import ipywidgets as widgets

from backprop.engine.descent import dead, parameter_names, parameter_places
from backprop.pictures.panels import everything, loss_panel, network_panel
from backprop.pictures.still import image
from backprop.story.training import caption, place, progress, rose, stopped, table
from backprop.widgets import controls
from backprop.widgets.choices import MOST_UPDATES, TrainingChoices
from backprop.widgets.page import Folds, Mends, close_all, refusal, said
from backprop.widgets.parts import tabled
from backprop.widgets.reading import read_whole
from backprop.widgets.recorder import Recorder
from backprop.widgets.stepper import Stepper
from backprop.widgets.stored import Stored
from backprop.widgets.transport import Transport
from backprop.words import say

SPEEDS = (1, 5, 25)  # updates a second
MOST_AT_ONCE = 2000  # updates recorded before the widget is shown; beyond it, they are recorded as it stands there
CELLS, CELLS_MOVING = 28, 16  # along each axis of the boundary


class TrainingPlayer(Stored, widgets.VBox):
    """Watch gradient descent on ``data``: "xor", "two_moons", "circles", "lecture", or your own (x, target) arrays.

    ``hidden`` are the sizes of the hidden layers; ``network`` is a network of your own to start from instead.
    ``batch_size`` None is all examples. ``position`` is the update it opens at.
    ``compare`` are further learning rates, or a loss's name, from the same start.
    """

    def __init__(
        self,
        data="xor",
        hidden=(4,),
        activation="tanh",
        loss="cross_entropy",
        learning_rate=0.3,
        batch_size=None,
        weights="small-random",
        seed=0,
        updates=300,
        *,
        network=None,
        compare="",
        position=0,
    ):
        self.recorder, self.names, self.stepper = None, (), None
        self.choices = TrainingChoices(
            data, hidden, activation, loss, learning_rate, batch_size, weights, seed, updates, network, compare
        )
        position = read_whole("position", position, 0, MOST_UPDATES)
        self._refused = self._status = ""
        self._places = []  # of the parameters that are offered
        self._offering = False  # while choices change, what is chosen may not fit what is recorded
        self.shown = self._dropdown("shown", [("1", 0)], "23em")  # a loss and its η
        self.parameter = self._dropdown("parameter", (), "20em")
        speeds = [(say("widgets.training.speed", n=n), 1 / n) for n in SPEEDS]
        self.transport = Transport(updates, speeds, position, first=0)
        self.epoch, self.opener = self._button("epoch", "8em"), self._button("open", "13em")
        self.cancel = self._button("again", "9em")
        self.bar = widgets.IntProgress(0, min=0, max=updates, layout={"width": "14em"})
        self.message, self.panels, self.result = widgets.HTML(), widgets.HTML(), widgets.HTML()
        self.message.layout, self.result.layout = {"min_height": "2.4em"}, {"min_height": "16em"}
        self.inner = widgets.VBox()
        for control in self.choices.controls:
            control.observe(lambda change: self.restart(), "value")
        for control in (self.shown, self.parameter):
            control.observe(lambda change: self._show(), "value")
        self.transport.observe(lambda change: self._show(), "position")
        self.transport.play.observe(lambda change: self._show(), "value")
        self.epoch.on_click(lambda _: self._one_epoch())
        self.opener.on_click(lambda _: self.open_update())
        self.cancel.on_click(lambda _: self.recorder.stop() if self.recorder.task else self.restart())
        wrap = {"flex_flow": "row wrap"}
        super().__init__(
            [
                Folds([self.choices], [say("widgets.training.settings")], opened=0),
                widgets.HBox([self.transport, self.epoch], layout=wrap),
                widgets.HBox([self.opener, self.shown, self.parameter, self.bar, self.cancel], layout=wrap),
                self.message,
                self.panels,
                self.result,
                self.inner,
                Mends(unseen=self._unseen),
            ]
        )
        self.restart(wait=updates <= MOST_AT_ONCE)

    @staticmethod
    def _dropdown(name, options, width):
        name = say(f"widgets.training.{name}")
        return controls.Dropdown(options=options, description=name, layout={"width": width})

    @staticmethod
    def _button(name, width):
        return controls.Button(description=say(f"widgets.training.{name}"), layout={"width": width})

    # ---------------------------------------------------------------- recording

    def restart(self, wait=False):
        """Record anew from the initial weights; what cannot be trained is refused and the last runs stay."""
        try:
            recordings, names = self.choices.recordings()
            recorder = Recorder(recordings, self._tell_progress, self._ended)
            for name, history in zip(names, recorder.histories, strict=True):
                if not history.updates:
                    raise ValueError(stopped(name, history))
        except ValueError as refused:
            if not self.recorder:
                raise  # there is no last good state to keep
            self._say(refused=refusal(str(refused)))
            return
        if self.recorder:
            self.recorder.stop()
        self._say(refused="")
        self._open()
        self._offer(recorder, names)
        wanted = self.choices.wanted
        self.transport.set_last(wanted, min(self.transport.position, wanted))
        if wait or not _loop():
            recorder.finish()
        else:
            self.cancel.description = say("widgets.training.cancel")
            recorder.start()
            self._show()

    def _unseen(self):
        """Nobody sees it any more, as when its cell is run again: it stops with what it has."""
        with controls.TURN:
            if self.recorder:
                self.recorder.stop()

    def _tell_progress(self):
        done, wanted = self.recorder.done, self.choices.wanted
        self.bar.max, self.bar.value = wanted, done
        self._say(status=said(progress(done, wanted, self.recorder.seconds_left(wanted))))

    def _ended(self):
        """There is no more to come: the bar is full, and what is to be said of the runs is said."""
        self.cancel.description = say("widgets.training.again")  # never switched off: that would take the focus from it
        last = max(1, self.recorder.last)
        self.bar.max = self.bar.value = last
        self.transport.set_last(last, min(self.transport.position, last))
        self._say(status=outcome(self.names, self.histories) + bounded(self.choices.bound))
        self._show()

    def _say(self, *, refused=None, status=None):
        """Why the last choice was refused, beside what is to be said of the runs; None leaves the one that stands."""
        self._refused = self._refused if refused is None else refused
        self._status = self._status if status is None else status
        self.message.value = self._refused + self._status

    # ------------------------------------------------------------------ showing

    @property
    def histories(self):
        """The runs, as far as they are recorded."""
        return self.recorder.histories

    @property
    def history(self):
        """The run that is shown."""
        return self.histories[self.shown.value]

    @property
    def at(self):
        """The update that is shown, within the run that is shown."""
        return min(self.transport.position, self.history.updates)

    def _offer(self, recorder, names):
        """Take these runs, and offer them and their parameters to choose from."""
        followed = self._places[self.parameter.value] if self._places else None
        self._offering, self.recorder, self.names = True, recorder, names
        self.shown.options = [(name, i) for i, name in enumerate(names)]
        start = self.histories[0].start
        self._places, self.parameter.options = list(parameter_places(start)), parameter_names(start)
        self.parameter.value = self._places.index(followed) if followed in self._places else 0
        self._offering = False

    def _show(self):
        if not self.recorder or self._offering:
            return
        moving = self.transport.play.value
        self.panels.value = everything(
            self.histories,
            self.names,
            self.transport.position,
            self.shown.value,
            self.parameter.value or 0,
            self.parameter.label or "",
            cells=CELLS_MOVING if moving else CELLS,
        )
        if not moving:
            self.result.value = said(result(self.history, self.at))

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
        if self.recorder:
            self.recorder.abandon()
        super().close()

    def __repr__(self):
        return say("widgets.plain", widget=type(self).__name__, caption=caption(self.names, self.history, self.at))

    def _at_rest(self):
        history, at = self.history, self.at
        svg = loss_panel(self.histories, self.names, self.transport.position, self.shown.value).svg()
        update = history.update(min(at, history.updates - 1))
        network = network_panel(update, dead(update.before, history.x))
        html = image(network, say("widgets.training.network")) + result(history, at)
        return svg, caption(self.names, history, at), html


def outcome(names, histories):
    """What is to be said of recorded runs, as HTML: which ended early and why, or that L rose."""
    ends = " ".join(filter(None, map(stopped, names, histories)))
    return refusal(ends) if ends else said(escape(rising)) if (rising := rose(histories[0])) else ""


def bounded(kept):
    """That fewer updates than were wished for are kept, and how many, as HTML; empty where all are."""
    return "" if kept is None else said(escape(say("widgets.training.bounded", n=kept)))


def result(history, at):
    """Where a run stands, the examples of its next update, and the change of L as η grows, as HTML."""
    return f"<p>{escape(' '.join(place(history, at)))}</p>{tabled(table(history, at))}"


def _loop():
    """The event loop that is running, or None."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None
