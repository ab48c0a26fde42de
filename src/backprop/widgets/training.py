"""The training player: record a descent, then play, stop, rewind, fork, and open any update in the stepper.

What every update shows is sent to the page as rows of numbers, as far as it is recorded: the page shows any of them by
itself, and fetches what it lacks.
"""

import asyncio
import base64
import gzip
import time
from collections.abc import Sequence

import numpy as np
import traitlets
from ipywidgets import widget_serialization
from numpy.typing import ArrayLike

from backprop.engine.descent import dead, parameter_places
from backprop.engine.network import Network
from backprop.notation import number
from backprop.pictures.film_rows import film_rows, row_size
from backprop.pictures.panels import loss_panel, network_panel
from backprop.pictures.still import image
from backprop.pictures.training_frames import axes, frames, parameters_at_once
from backprop.story.training import caption, ended, heads, place, progress, rose, table
from backprop.widgets.by_hand import changed, two_sided
from backprop.widgets.card import Card, compressed
from backprop.widgets.choices import MOST_UPDATES, Choices
from backprop.widgets.modules import bundle
from backprop.widgets.parts import tabled
from backprop.widgets.reading import read_whole
from backprop.widgets.recorder import Recorder
from backprop.widgets.stepper import Stepper
from backprop.words import say, spoken, templates

MOST_AT_ONCE = 1000  # updates of all runs recorded before the player is shown; beyond it, they come as it stands there
ROWS_AT_ONCE, SECONDS, PIECE = 16, 0.05, 2**20  # of rows: computed at a time; how long, and how many bytes, a piece
TELLING = 0.2  # seconds from one word of how far it is recorded to the next
MOST_ON_A_PAGE = 32 * 2**20  # bytes of rows


class TrainingPlayer(Card):
    """Watch gradient descent on ``data``: "xor", "two_moons", "circles", "lecture", or your own (x, target) arrays.

    ``hidden`` are the sizes of the hidden layers; ``network`` is a network of your own to start from instead.
    ``batch_size`` None is all examples. ``position`` is the update it opens at.
    ``compare`` are further learning rates, or a loss's name, from the same start.
    """

    _esm = bundle("training")
    position = traitlets.Int(0).tag(sync=True)
    parameter = traitlets.Int(0).tag(sync=True)  # the place of the one that is followed
    shown = traitlets.Int(0).tag(sync=True)  # of the runs
    _stand = traitlets.Dict().tag(sync=True)
    _rows = traitlets.Bytes().tag(sync=True)  # the first ones
    _stepper = traitlets.Instance(Stepper, allow_none=True).tag(sync=True, **widget_serialization)

    def __init__(
        self,
        data: str | Sequence[ArrayLike] = "xor",
        hidden: int | Sequence[int] | str = (4,),
        activation: str = "tanh",
        loss: str = "cross_entropy",
        learning_rate: float = 0.3,
        batch_size: int | None = None,
        weights: str = "small-random",
        seed: int = 0,
        updates: int = 300,
        *,
        network: Network | None = None,
        compare: float | Sequence[float] | str = "",
        position: int = 0,
    ):
        self.recorder, self.names, self._number, self._views, self._taking = None, (), 0, 0, False
        choices = Choices.read(
            data, hidden, activation, loss, learning_rate, batch_size, weights, seed, updates, network, compare
        )
        position = read_whole("position", position, 0, MOST_UPDATES)
        runs = len(choices.runs())
        super().__init__()
        self._first = choices
        self._take(choices, position, wait=runs * choices.updates <= MOST_AT_ONCE)

    # ------------------------------------------------------- what the page says

    def _answer(self, message):
        """Rows that it lacks, a choice, a change by hand, to stop, to begin again, an update to open, a view."""
        if "rows" in message:
            self._send_rows(message["rows"], message["number"])
        elif "edit" in message:
            self._take(self.choices.edited(message["edit"], message["text"]), self.position)
        elif "example" in message or "added" in message:
            self._take(changed(self.choices, message), 0)
        elif "stop" in message:
            self.recorder.stop()
        elif "again" in message:
            self._take(self.choices, self.position)
        elif "reset" in message:
            self._take(self._first, 0)
        elif "open" in message:
            self.open_update(message["open"])
        elif "views" in message:
            self._views += message["views"]
            if not self._views:  # nobody sees it any more, as when its cell is run again
                self.recorder.stop()

    # ------------------------------------------------------- recording

    def _take(self, choices, position, wait=False):
        """Record these choices. Raises ValueError for what cannot be trained; then the last runs stay."""
        recordings, names, wanted = choices.recordings()
        recorder = Recorder(recordings, self._tell, self._tell)
        for name, history in zip(names, recorder.histories, strict=True):
            if not history.updates:
                raise ValueError(ended([name], [history]))
        if self.recorder:
            self.recorder.abandon()
        self._open(None)
        followed = self._places[self.parameter] if self.recorder else None
        self.choices, self.recorder, self.names, self.wanted = choices, recorder, names, wanted
        self._number += 1
        self._taking, self._due = True, 0.0  # the page is told of all at once
        self._places = list(parameter_places(self.histories[0].start))
        if wait or not _loop():
            recorder.finish()
        else:
            recorder.start()
        with self.hold_sync():
            self.shown = min(self.shown, len(names) - 1)
            self.parameter = self._places.index(followed) if followed in self._places else 0
            self.position = min(position, wanted)
            self._rows = self._piece(0)
            self._stand = self._standing()
            self._film = compressed(self._still())
        self._taking = False

    def _tell(self):
        """There is more of the recording, or no more to come."""
        if not self._taking and (not self.recording or time.monotonic() >= self._due):
            self._stand = self._standing()
            self._due = time.monotonic() + TELLING

    @property
    def recording(self) -> bool:
        """Whether there is more to come."""
        return self.recorder.task is not None

    @property
    def last(self) -> int:
        """The last update: of the runs that are recorded, or that are to be."""
        return self.wanted if self.recording else self.recorder.last

    @property
    def _ready(self):
        """How many rows are known; the last one only once there is no next update to come."""
        if not self.recording:
            return self.recorder.last + 1
        return min((each.updates for each in self.histories if not each.ended), default=self.recorder.last)

    def _standing(self):
        """How far it is recorded, and the axes of that."""
        followed = {self.parameter, *(() if self.recording else parameters_at_once(self.histories))}
        return {
            "number": self._number,
            "rows": self._ready,
            "wanted": self.last,
            "recording": self.recording,
            "ends": [history.updates for history in self.histories],
            "axes": axes(self.histories, self.last, sorted(followed)),
            "said": self.said,
            "ended": bool(ended(self.names, self.histories)),
        }

    @property
    def said(self) -> str:
        """What is to be said of the recording while it goes on, and of the runs once they are recorded."""
        if self.recording:
            return progress(self.recorder.done, self.wanted, self.recorder.seconds_left(self.wanted))
        return self.told

    @property
    def told(self) -> str:
        """Which runs ended early and why, or that L rose; and that fewer updates are kept than were wished for."""
        told = ended(self.names, self.histories) or rose(self.histories[0])
        kept = self.wanted < self.choices.updates
        return " ".join(filter(None, [told, say("widgets.training.bounded", n=self.wanted) if kept else ""]))

    @traitlets.observe("parameter")
    def _follow(self, change):
        """The axes of another parameter, where not all are known."""
        if not self._taking and self.parameter not in self._stand["axes"]["followed"]:
            self._stand = self._standing()

    @traitlets.validate("position")
    def _within(self, proposal):
        return max(0, min(proposal["value"], self.last if self.recorder else MOST_UPDATES))

    @traitlets.validate("parameter")
    def _known(self, proposal):
        return max(0, min(proposal["value"], self.histories[0].parameters.shape[1] - 1 if self.recorder else 0))

    @traitlets.validate("shown")
    def _one_of(self, proposal):
        return max(0, min(proposal["value"], len(self.names) - 1))

    # ------------------------------------------------------- what is shown

    @property
    def histories(self):
        """The runs, as far as they are recorded."""
        return self.recorder.histories

    @property
    def history(self):
        """The run that is shown."""
        return self.histories[self.shown]

    @property
    def at(self) -> int:
        """The update that is shown, within the run that is shown."""
        return min(self.position, self.history.updates)

    def _send_rows(self, start, number):
        if number == self._number and start < self._ready:
            self.send({"rows": {"from": start, "number": number}}, buffers=[self._piece(start)])

    def _piece(self, start):
        """Rows from ``start`` on, as the page's module reads them: as many as are soon computed."""
        stop, until, blocks = start, time.perf_counter() + SECONDS, []
        last = min(self._ready, start + 1 + PIECE // (row_size(self.histories[0]) * len(self.histories)))
        while stop < last and (not blocks or time.perf_counter() < until):
            step = min(stop + ROWS_AT_ONCE, last)
            blocks.append([film_rows(history, stop, step) for history in self.histories])
            stop = step
        return packed_rows(blocks)

    def _still(self):
        """What stands still on the page, with all its words."""
        histories, choices = self.histories, self.choices
        first = histories[0]
        return frames(histories, self.names) | {
            "words": templates("widgets.player.") | templates("story.training.") | templates("widgets.trained."),
            "title": say("story.training.title"),
            "lang": spoken(),
            "note": "",
            "number": self._number,
            "code": choices.code("{position}"),
            "form": choices.form(),
            "rate": choices.rate_scale(),
            "examples": [
                {"x": _row(x), "target": _row(target)} for x, target in zip(first.x, first.target, strict=True)
            ],
            "twoSided": two_sided(first.target),
            "hidden": [layer.n_out for layer in first.start.layers[:-1]],
            "dies": any(layer.f.dies for layer in first.start.layers[:-1]),
            "epoch": -(-len(first.x) // len(first.batches[0])),
            "table": {"name": say("story.training.changes"), "heads": heads()},
        }

    def open_update(self, at: int | None = None) -> None:
        """Hand the network before this update, and the examples of its batch, to a Stepper."""
        history = self.history
        update = history.update(max(0, min(self.at if at is None else at, history.updates - 1)))
        x, target = history.x[update.batch], history.target[update.batch]
        self._open(Stepper(update.before, x, target, history.loss, history.learning_rate))

    @property
    def stepper(self) -> Stepper | None:
        """The update that was opened, or None."""
        return self._stepper

    def _open(self, stepper):
        """Show this stepper below, or none, and close the one before."""
        before, self._stepper = self._stepper, stepper
        if before:
            before.close()

    # ------------------------------------------------------- without a kernel

    def recorded(self):
        rows, size = self._ready, row_size(self.histories[0]) * len(self.histories)
        if rows * size > MOST_ON_A_PAGE:
            size, most = (f"{each / 2**20:.0f}" for each in (rows * size, MOST_ON_A_PAGE))
            raise ValueError(say("widgets.training.too-large", size=size, most=most))
        packed = packed_rows([[film_rows(history, 0, rows) for history in self.histories]])
        stand = self._standing() | {"recording": False, "wanted": rows - 1, "said": self.told}
        data = self._still() | {
            "rows": base64.b64encode(gzip.compress(packed, 6, mtime=0)).decode(),
            "stand": stand,
        }
        state = {"position": self.position, "parameter": self.parameter, "shown": self.shown}
        return self._at_rest()[1], "training", data, state

    def _at_rest(self):
        history, at = self.history, self.at
        alt = caption(self.names, history, at)
        svg = loss_panel(self.histories, self.names, self.position, self.shown).svg()
        update = history.update(min(at, history.updates - 1))
        network = network_panel(update, dead(update.before, history.x))
        result = f"<p>{' '.join(place(history, at))}</p>{tabled(table(history, at))}"
        return svg, alt, image(network, say("widgets.training.network")) + result

    def __repr__(self):
        return say("widgets.plain", widget=type(self).__name__, caption=self._at_rest()[1])

    def close(self):
        """Closed, it records no more, and keeps nothing."""
        if self.recorder:
            self.recorder.abandon()
            self._open(None)
        super().close()


def packed_rows(blocks: Sequence[Sequence[tuple[np.ndarray, np.ndarray]]]) -> bytes:
    """(float32, bytes) of every run, block after block, as ``rows.js`` reads them."""
    kinds = ([np.concatenate([run[kind] for run in block], axis=1) for block in blocks] for kind in (0, 1))
    return b"".join(np.concatenate(kind).tobytes() for kind in kinds) if blocks else b""


def _row(values):
    return ", ".join(number(value).text for value in values)


def _loop():
    """The event loop that is running, or None."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None
