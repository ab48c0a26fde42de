"""The transport bar: first, back, play, forward, last, and a slider the arrow keys move."""

import asyncio
import time

import ipywidgets as widgets
import traitlets

from backprop.widgets import controls
from backprop.words import say


class Transport(widgets.HBox):
    """Holds ``position``, from ``first`` (−1 is before the first step) to ``last``; observe it."""

    position = traitlets.Int(-1)

    def __init__(self, last, speeds, position=-1, first=-1):
        self.slider = controls.IntSlider(
            min=first, max=last, value=position, readout=False, description=say("widgets.transport.step")
        )
        self.slider.layout.width, self.slider.style.description_width = "15em", "initial"
        self.play = controls.ToggleButton(description=say("widgets.transport.play"), layout={"width": "5em"})
        self.speed = controls.Dropdown(options=speeds, value=speeds[1][1])
        self.speed.description, self.speed.layout.width = say("widgets.transport.speed"), "11em"
        self.speed.style.description_width = "initial"
        self.steps = {
            "first": self._button("first", lambda: self.slider.min),
            "back": self._button("back", lambda: self.position - 1),
            "forward": self._button("forward", lambda: self.position + 1),
            "last": self._button("last", lambda: self.slider.max),
        }
        # The handle at its last place reaches beyond the rail, towards the count.
        self.count = widgets.Label(layout={"width": "7.2em", "margin": "2px 2px 2px 12px"})
        buttons = list(self.steps.values())
        super().__init__(
            [*buttons[:2], self.play, *buttons[2:], self.slider, self.count, self.speed],
            layout={"flex_flow": "row wrap"},
            position=position,
        )
        traitlets.link((self, "position"), (self.slider, "value"))
        self.observe(lambda change: self._tell(), "position")
        self.play.observe(self._toggled, "value")
        self._task = None
        self._tell()

    def set_last(self, last, position):
        """Another number of steps; the position is kept within it."""
        self.slider.max = max(last, self.slider.value)
        self.position = min(position, last)
        self.slider.max = last
        self._tell()

    def _button(self, name, target):
        button = controls.Button(description=say(f"widgets.transport.{name}"), layout={"width": "5.6em"})
        button.on_click(lambda _: self._go(target()))
        return button

    def _go(self, position):
        self.position = max(self.slider.min, min(self.slider.max, position))

    def _tell(self):
        self.count.value = say(
            "widgets.transport.count", i=self.position - self.slider.min, n=self.slider.max - self.slider.min
        )

    def _toggled(self, change):
        self.play.description = say("widgets.transport.pause") if change["new"] else say("widgets.transport.play")
        if change["new"] and self.position == self.slider.max:
            self.position = self.slider.min
        self._task = asyncio.get_running_loop().create_task(self._run()) if change["new"] else None

    def close(self):
        """Closed, it plays no more."""
        self._task = None
        super().close()

    async def _run(self):
        """Step on, to the last step or until this is no longer the task: it stops by itself, in its own thread."""
        due = time.monotonic()
        while True:
            due += self.speed.value
            late = time.monotonic() - due
            # Late frames are dropped, never queued: where showing one took too long, the next ones are passed over.
            passed = 1 + max(0, int(late / self.speed.value))
            due += (passed - 1) * self.speed.value
            await asyncio.sleep(max(0.001, due - time.monotonic()))
            with controls.TURN:
                if self._task is not asyncio.current_task():
                    return
                self._go(self.position + passed)
                if self.position == self.slider.max:
                    self.play.value = False
