"""The digit trainer: five functions, the real digits, how far it is, what is misread and how sure the network was.

What the network reads before the first epoch and after each is a row of numbers; the page has those that there are,
and shows any of them by itself.
"""

import asyncio
import base64
import gzip
from collections.abc import Callable, Mapping
from html import escape

import numpy as np
import traitlets

from backprop.engine.arrays import as_positive
from backprop.examples import digits, lecun_network
from backprop.exercises import digits as reading
from backprop.exercises.called import told
from backprop.exercises.reference import REFERENCE
from backprop.exercises.stages import STAGES, StandIn, stood_in
from backprop.pictures.digits import (
    confusion_picture,
    images_picture,
    packed_readings,
    reading_axes,
    reading_frames,
    reading_row,
)
from backprop.pictures.still import image
from backprop.widgets.card import Card, compressed
from backprop.widgets.choices import MOST_SEEDS
from backprop.widgets.modules import bundle
from backprop.widgets.parts import tabled
from backprop.widgets.reading import read_whole
from backprop.widgets.recorder import Recorder
from backprop.words import say, spoken, templates

SIZES = (64, 32, 10)
MOST_EPOCHS = 500  # an epoch takes 4 kB, so these take 2 MB
ROWS_AT_ONCE = 100  # of those that a page asks for


class Course:
    """A training as far as it went: a row for each epoch, what is told of each, and why it ended early."""

    def __init__(self):
        self.rows, self.told, self.losses, self.history = [], [], [], []
        self.last, self.refused = None, ""

    @property
    def updates(self) -> int:
        """How many epochs there are, which is what a recorder counts."""
        return max(0, len(self.rows) - 1)

    def take(self, found: reading.Reading, target: np.ndarray) -> None:
        """One epoch more."""
        self.last = found
        if found.epoch:
            self.history.append(found.right)
            self.told.append(reading.outcome(self.history))
        else:
            self.told.append(say("widgets.digits.unread", share=reading.share(found.right)))
        self.losses.append(max(found.loss, 1e-12))  # a log scale has no place for 0
        matrix = reading.confusion(found.guesses, target)
        self.rows.append(reading_row(found.loss, found.learned, found.right, found.y, matrix))


class DigitTrainer(Card):
    """Train a 64-32-10 network on the digits with ``functions`` ({stage: function}), or with the engine's; ``train()``.

    After every epoch the page shows what is read right and what is not, image by image. What your functions raise is
    told there, and training stops. ``position`` is the epoch that is shown.
    """

    _esm = bundle("digits")
    position = traitlets.Int(0).tag(sync=True)
    chosen = traitlets.List().tag(sync=True)  # a digit and what it was taken for, or nothing
    _stand = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        functions: Mapping[str, Callable] | None = None,
        seed: int = 0,
        epochs: int = 20,
        learning_rate: float = 0.05,
    ):
        self.recorder, self._number, self._views = None, 0, 0
        functions = REFERENCE if functions is None else functions
        if missing := [stage for stage in STAGES if stage not in functions]:
            raise ValueError(say("widgets.digits.no-function", stage=repr(missing[0]), stages=", ".join(STAGES)))
        self.functions, self.seed = functions, read_whole("seed", seed, 0, MOST_SEEDS)
        self.epochs = read_whole("epochs", epochs, 1, MOST_EPOCHS)
        self.learning_rate = as_positive(learning_rate, "learning_rate")
        self.data = digits(self.seed)
        self.network = lecun_network(SIZES, self.seed)
        self.stood_in = stood_in(functions)
        super().__init__()
        self._begin()

    def train(self) -> float | None:
        """Train from the initial weights, at once. Returns the held-out accuracy; None where a function raised."""
        self._begin()
        self.position = self.epochs
        self.recorder.finish()
        return None if self.course.refused else self.history[-1]

    # ------------------------------------------------------- what the page says

    def _answer(self, message):
        """Rows that it lacks; a training to begin or to stop, or to take back; a view more or less."""
        if "rows" in message:
            self._send_rows(message["rows"], message["number"])
        elif "train" in message:
            self._train()
        elif "stop" in message:
            self.recorder.stop()
        elif "reset" in message:
            self._begin()
        elif "views" in message:
            self._views += message["views"]
            if not self._views:  # nobody sees it any more, as when its cell is run again
                self.recorder.stop()

    def _train(self):
        """Train while the page is answered; where nothing runs that could answer, at once."""
        try:
            asyncio.get_running_loop()
        except RuntimeError:
            self.train()
        else:
            self._begin(start=True)

    def _send_rows(self, start, number):
        rows = self.course.rows[start : start + ROWS_AT_ONCE]
        if number == self._number and rows:
            told = self.course.told[start : start + len(rows)]
            self.send({"rows": {"from": start, "number": number, "told": told}}, buffers=[packed_readings(rows)])

    # ------------------------------------------------------- training

    def _begin(self, start=False):
        """Back to the initial weights, and on from there where that is wished."""
        if self.recorder:
            self.recorder.abandon()
        self.recorder = Recorder([self._courses()], self._tell, self._tell)
        self._number += 1
        if start:
            self.recorder.start()
        with self.hold_sync():
            self.position = self.epochs if start else 0
            self.chosen = []
            self._stand = self._standing()
            self._film = compressed(self._still())

    def _courses(self):
        """The training, an epoch further each time."""
        course, given = Course(), (self.functions, self.data, self.network, self.learning_rate)
        try:
            for found in reading.readings(*given, epochs=self.epochs, seed=self.seed):
                course.take(found, self.data.held_out_target)
                yield course
        except (Exception, SystemExit) as error:  # the learner's own functions: whatever they raise is told
            course.refused = str(error) if isinstance(error, reading.NoNumbers) else told(error)
            yield course

    @property
    def course(self) -> Course:
        """The training as far as it is."""
        return self.recorder.histories[0]

    @property
    def recording(self) -> bool:
        """Whether there is more to come."""
        return self.recorder.task is not None

    def _tell(self):
        """It is an epoch further, or at its end."""
        self._stand = self._standing()

    def _standing(self):
        """How far the training is, and the axes of that."""
        course, going = self.course, self.recording
        each = -(-len(self.data.x) // reading.BATCH)
        done, wanted = course.updates * each, self.epochs * each
        return {
            "number": self._number,
            "rows": len(course.rows),
            "wanted": self.epochs if going else course.updates,
            "recording": going,
            "axes": reading_axes(course.losses or [1.0], self.epochs if going else course.updates),
            "share": course.updates / self.epochs,
            "progress": progress(done, wanted, self.recorder.seconds_left(self.epochs) if going else 0),
            "refused": course.refused,
        }

    @traitlets.validate("position")
    def _within(self, proposal):
        return max(0, min(proposal["value"], self.epochs))

    @traitlets.validate("chosen")
    def _two_digits(self, proposal):
        chosen = proposal["value"]
        return chosen if len(chosen) == 2 and all(each in range(10) for each in chosen) else []

    # ------------------------------------------------------- what is shown

    @property
    def history(self) -> list[float]:
        """The share of the held-out images that is read right after each epoch."""
        return self.course.history

    def _still(self):
        """What stands still on the page, with all its words."""
        data = self.data
        named = {"sizes": "-".join(map(str, SIZES)), "n": len(data.x), "held_out": len(data.held_out_x)}
        return reading_frames(data.held_out_x, np.argmax(data.held_out_target, axis=1)) | {
            "words": templates("widgets.player.") | templates("widgets.digits."),
            "title": say("widgets.digits.title"),
            "lang": spoken(),
            "note": "",
            "number": self._number,
            "most": self.epochs,
            "where": say("widgets.digits.where", **named),
            "whose": self.stood_in,
            "untrained": reading.outcome([]),
        }

    # ------------------------------------------------------- without a kernel

    def recorded(self):
        """The epochs that there are; of the engine's functions, not trained yet, those that they will come to."""
        course, waiting = self.course, not (self.course.updates or self.course.refused or self.recording)
        if waiting and all(isinstance(f, StandIn) or f is REFERENCE.get(stage) for stage, f in self.functions.items()):
            *_, course = self._courses()
        last = course.updates
        stand = self._standing() | {
            "rows": len(course.rows),
            "wanted": last,
            "recording": False,
            "axes": reading_axes(course.losses or [1.0], last),
            "refused": course.refused,
        }
        packed = gzip.compress(packed_readings(course.rows), 6, mtime=0)
        data = self._still() | {"rows": base64.b64encode(packed).decode(), "told": course.told, "stand": stand}
        return self._at_rest()[1], "digits", data, {"position": self.position, "chosen": self.chosen}

    def _at_rest(self):
        data = self.data
        line = " ".join(filter(None, [reading.outcome(self.history), self.stood_in, self.course.refused]))
        line = f"<p>{escape(line, quote=False)}</p>"
        table = tabled(reading.score(data, self.seed, self.history))
        if not self.history:
            alt = say("widgets.digits.sample")
            images = data.x[reading.one_of_each(data.target)]
            return images_picture(images, range(10), alt), alt, line + table
        guesses, head = self.course.last.guesses, say("widgets.digits.missed")
        wrong, captions = reading.missed(guesses, data.held_out_target)
        alt = say("widgets.digits.confusion")
        matrix = confusion_picture(reading.confusion(guesses, data.held_out_target), alt)
        wrong = image(images_picture(data.held_out_x[wrong], captions, head), head)
        return matrix, alt, f"<p>{head}</p>{wrong}{table}{line}"

    def __repr__(self):
        done = {"n": len(self.history), "share": reading.share(self.history[-1])} if self.history else {}
        name = "widgets.digits.plain" if done else "widgets.digits.plain-untrained"
        return say(name, widget=type(self).__name__, whose=self.stood_in, **done).strip()

    def close(self):
        """Closed, it trains no more."""
        if self.recorder:
            self.recorder.abandon()
        super().close()


def progress(done: int, wanted: int, seconds: float) -> str:
    """How many updates are done, and in words about how long the others will take; no time before the first."""
    counted = {"done": done, "wanted": wanted}
    if not 0 < done < wanted or not seconds:
        return say("widgets.digits.done", n=done, wanted=wanted)
    if seconds < 90:
        return say("widgets.digits.seconds", n=max(1, round(seconds)), **counted)
    return say("widgets.digits.minutes", n=round(seconds / 60), **counted)
