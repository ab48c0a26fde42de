"""A monkey at a widget: random use from a seed, and a look at what is shown after every turn.

It says to a widget what its page can say, sense and nonsense, while an event loop runs. Time is made up and passes only
as the monkey waits, so a seed repeats its run. A look compares what is cheap to compute anew; every
``WHOLE`` turns also the pictures, and reads all as markup.
"""

import asyncio
import os
import random
import re
import selectors
import xml.etree.ElementTree as ET
from collections import deque
from unittest.mock import patch

import ipywidgets as widgets
from ipywidgets.widgets import widget as models

from backprop.widgets import recorder

SEED = int(os.environ.get("MONKEY_SEED", "1"))
NONSENSE = ("", "?", "one", "1, abc", "1, 2, 3, 4", "nan", "inf", "−1", "99", "1e400", "1e308", "1e200, 1e200", "<b>")
WHOLE = 4
PAUSES = (0, 0, 0, 0.01, 0.3)  # seconds between one turn and the next
NOT_FINITE = re.compile(r"\b(nan|inf|Infinity|None)\b")


def open_widgets():
    """Every model of a widget that is open, by its id; ipywidgets 7 keeps them elsewhere than 8."""
    return models._instances if hasattr(models, "_instances") else widgets.Widget.widgets


def number(rng):
    """A number as a learner types it."""
    return rng.choice(("0", "1", "−1", "0.5", f"{rng.uniform(-3, 3):.3f}"))


class Kind:
    """A widget, and what the monkey must know of its kind.

    ``shown()`` is {name: what stands on the page}, and ``fresh()`` the same computed anew from the current inputs;
    what is dear to compute is a function there, or in both, called every ``WHOLE`` turns.
    """

    def __init__(self, widget):
        self.widget = widget

    def actions(self, rng):
        """What there is to do: (words, what to call); what stands there twice is done more often."""
        raise NotImplementedError

    def settle(self):
        """Come to a state whose memory can be compared."""


class Monkey:
    """Uses the widget of a kind; what it finds wrong it raises with the seed, the turn, and what it did last."""

    def __init__(self, kind, seed=SEED):
        self.kind, self.seed, self.rng = kind, seed, random.Random(seed)
        self.turn, self.did, self.raised = 0, deque(maxlen=8), []

    def play(self, turns, look=True):
        """Take turns and look; without ``look``, only what is raised is noticed. Raises AssertionError."""
        name, clock = type(self.kind.widget).__name__, Clock()
        try:
            with (
                patch.multiple(recorder, time=clock, SECONDS=0),  # a recording pauses after every chunk
                asyncio.Runner(loop_factory=lambda: clock.loop(self.raised)) as runner,
            ):
                runner.run(self._turns(turns, look))
        except Exception as error:
            raise AssertionError(
                f"{name}, MONKEY_SEED={self.seed}, turn {self.turn}: {type(error).__name__}: {error}\n"
                f"The last turns, newest at the end: {'; '.join(self.did)}"
            ) from error

    async def _turns(self, turns, look):
        if look:
            self._look()
        for _ in range(turns):
            self.turn += 1
            words, do = self.rng.choice(self.kind.actions(self.rng))
            self.did.append(words)
            do()
            pause = self.rng.choice(PAUSES)
            self.did[-1] += f", wait {pause} s" if pause else ""
            await asyncio.sleep(pause)
            if self.raised:
                raise self.raised[0]
            if look:
                self._look()

    def _look(self):
        """All that is shown is fresh, well formed and finite."""
        shown, fresh, whole = self.kind.shown(), self.kind.fresh(), self.turn % WHOLE == 0
        assert shown.keys() == fresh.keys()
        for name, value in shown.items():
            if whole or not callable(fresh[name]):
                value, expected = (each() if callable(each) else each for each in (value, fresh[name]))
                assert value == expected, f"{name} is stale: {_difference(value, expected)}"
            if whole:
                for text in value if isinstance(value, tuple) else (value,):
                    if isinstance(text, str):
                        _well_formed(name, text)


class Clock(selectors.DefaultSelector):
    """Time that passes at once where all wait for it, and stands still otherwise."""

    now = 0.0

    def select(self, timeout=None):
        self.now += timeout or 0
        return super().select(0)

    def monotonic(self):
        return self.now

    def loop(self, raised):
        """An event loop on this clock; what its tasks raise is put into ``raised``."""

        def task(loop, coroutine, **more):
            made = asyncio.Task(coroutine, loop=loop, **more)
            made.add_done_callback(lambda done: done.cancelled() or raised.extend(filter(None, [done.exception()])))
            return made

        loop = asyncio.SelectorEventLoop(self)
        loop.time = self.monotonic
        loop.set_task_factory(task)
        return loop


def _well_formed(name, html):
    """Markup that a strict reader takes, and no number that is none."""
    try:
        text = " ".join(ET.fromstring(f"<all>{html}</all>").itertext())
    except ET.ParseError as error:
        raise AssertionError(f"{name} is not well formed: {error}") from None
    found = NOT_FINITE.search(text) or re.search(r'"[^"]*\b(nan|inf)\b[^"]*"', html)
    assert not found, f"{name} shows {found[0]}"


def _difference(one, other):
    """Where two displays part."""
    if not (isinstance(one, str) and isinstance(other, str)):
        return f"{one!r:.200} for {other!r:.200}"
    place = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    start = max(0, place - 40)
    return f"…{one[start : place + 40]!r} for …{other[start : place + 40]!r}"
