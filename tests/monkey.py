"""A monkey at a widget: random use from a seed, and a look at what is shown after every turn.

It finds the controls on the page itself, so that none is forgotten: it presses, drags, chooses and types, sense and
nonsense, while an event loop runs. Time is made up and passes only as the monkey waits, so a seed repeats its run.
A look compares what is cheap to compute anew; every ``WHOLE`` turns also the pictures, and reads all as markup.
"""

import asyncio
import logging
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
CHOICES = (widgets.Dropdown, widgets.RadioButtons, widgets.SelectionSlider)
SWITCHES = (widgets.ToggleButton, widgets.Checkbox)
NUMBERS = (widgets.IntSlider, widgets.BoundedIntText, widgets.FloatSlider)
CONTROLS = (*CHOICES, *SWITCHES, *NUMBERS, widgets.Button, widgets.Text)
NOT_FINITE = re.compile(r"\b(nan|inf|Infinity|None)\b")


def open_widgets():
    """Every model of a widget that is open, by its id; ipywidgets 7 keeps them elsewhere than 8."""
    return models._instances if hasattr(models, "_instances") else widgets.Widget.widgets


def controls(widget):
    """Every control on the page that can be used now; the page lets nobody write in a field to copy from."""
    layout = getattr(widget, "layout", None)
    if getattr(widget, "disabled", False) or (layout and layout.display == "none"):
        return
    if "bp-code" in getattr(widget, "_dom_classes", ()):
        return
    if isinstance(widget, CONTROLS):
        yield widget
    for child in getattr(widget, "children", ()):
        yield from controls(child)


def number(rng):
    """A number as a learner types it."""
    return rng.choice(("0", "1", "−1", "0.5", f"{rng.uniform(-3, 3):.3f}"))


class Kind:
    """A widget, and what the monkey must know of its kind.

    ``shown()`` is {name: what stands on the page}, and ``fresh()`` the same computed anew from the current inputs;
    what is dear to compute is a function there, or in both, called every ``WHOLE`` turns.
    ``refused()`` are the controls that say something else than what is shown, and ``refusals()`` why.
    """

    def __init__(self, widget):
        self.widget = widget

    def actions(self, rng):
        """More to do: (words, what to call), or controls to use more often than the others."""
        return []

    def text(self, rng, field):
        """Something to type that makes sense there."""
        return number(rng)

    def settle(self):
        """Come to a state whose memory can be compared: as many fields open as at any other time."""

    def refused(self):
        return []

    def refusals(self):
        return []


class Monkey:
    """Uses the widget of a kind; what it finds wrong it raises with the seed, the turn, and what it did last."""

    def __init__(self, kind, seed=SEED):
        self.kind, self.seed, self.rng = kind, seed, random.Random(seed)
        self.turn, self.did, self.raised = 0, deque(maxlen=8), []

    def play(self, turns, look=True):
        """Take turns and look; without ``look``, only what is raised is noticed. Raises AssertionError."""
        name, clock = type(self.kind.widget).__name__, Clock()
        log, ear = self.kind.widget.log, _Ear()
        log.addHandler(ear)
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
        finally:
            log.removeHandler(ear)

    async def _turns(self, turns, look):
        if look:
            self._look()
        for _ in range(turns):
            self.turn += 1
            before, (words, do, control) = self.kind.shown(), self._next()
            self.did.append(words)
            do()
            if look and control in self.kind.refused():
                assert self.kind.shown() == before, "a refused input changed more than its message"
            pause = self.rng.choice(PAUSES)
            self.did[-1] += f", wait {pause} s" if pause else ""
            await asyncio.sleep(pause)
            if self.raised:
                raise self.raised[0]
            if look:
                self._look()

    def _next(self):
        """(words, what to call, the control) of the next turn; what was refused is often put right."""
        refused, rng = self.kind.refused(), self.rng
        if refused and rng.random() < 0.5:
            return self._use(rng.choice(refused), sense=1.0)
        things = [*controls(self.kind.widget), *self.kind.actions(rng)]
        thing = rng.choice(things)
        return (*thing, None) if isinstance(thing, tuple) else self._use(thing, sense=0.8)

    def _use(self, control, sense):
        rng, name = self.rng, control.description or type(control).__name__
        if isinstance(control, widgets.Button):
            return f"press {name}", control.click, control
        trait = "value"
        if isinstance(control, CHOICES):
            trait, value = "index", rng.randrange(len(control.options))
        elif isinstance(control, SWITCHES):
            value = not control.value
        elif isinstance(control, widgets.IntSlider):
            value = rng.randint(control.min, control.max)
        elif isinstance(control, widgets.BoundedIntText):
            value = rng.randint(control.min - 1, control.min + 20)
        elif isinstance(control, widgets.FloatSlider):
            steps = round((control.max - control.min) / control.step)
            value = round(control.min + control.step * rng.randint(0, steps), 6)
        else:
            value = self.kind.text(rng, control) if rng.random() < sense else rng.choice(NONSENSE)
        return f"{name}: {value!r}", lambda: setattr(control, trait, value), control

    def _look(self):
        """All that is shown is fresh, well formed and finite; a refusal stands where one is due, and nowhere else."""
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
        refused, refusals = [each.description for each in self.kind.refused()], self.kind.refusals()
        assert bool(refused) == bool(refusals), f"refused: {refused}; said: {refusals}"


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


class _Ear(logging.Handler):
    """Hears what a button's handler raises: ipywidgets only logs it."""

    def emit(self, record):
        raise record.exc_info[1] if record.exc_info else AssertionError(record.getMessage())


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
