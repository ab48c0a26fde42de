"""The transport bar: first, back, play, forward, last, and a slider the arrow keys move."""

import asyncio
import time

import ipywidgets as widgets
import traitlets

from backprop.widgets import controls, words

SPEEDS = ((words.SLOW, 2.0), (words.MEDIUM, 1.0), (words.FAST, 0.4))  # seconds a step


class Transport(widgets.HBox):
    """Holds ``position``, from ``first`` (−1 is before the first step) to ``last``; observe it."""

    position = traitlets.Int(-1)

    def __init__(self, last, position=-1, first=-1, speeds=SPEEDS):
        self.slider = controls.IntSlider(min=first, max=last, value=position, readout=False, description=words.STEP)
        self.slider.layout.width, self.slider.style.description_width = "15em", "initial"
        self.play = controls.ToggleButton(description=words.PLAY, layout={"width": "5em"})
        self.speed = controls.Dropdown(options=speeds, value=speeds[1][1])
        self.speed.description, self.speed.layout.width = words.SPEED, "11em"
        self.speed.style.description_width = "initial"
        self.steps = {
            words.FIRST: self._button(words.FIRST, lambda: self.slider.min),
            words.BACK: self._button(words.BACK, lambda: self.position - 1),
            words.FORWARD: self._button(words.FORWARD, lambda: self.position + 1),
            words.LAST: self._button(words.LAST, lambda: self.slider.max),
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

    def _button(self, text, target):
        button = controls.Button(description=text, layout={"width": "5.6em"})
        button.on_click(lambda _: self._go(target()))
        return button

    def _go(self, position):
        self.position = max(self.slider.min, min(self.slider.max, position))

    def _tell(self):
        self.count.value = words.COUNT.format(self.position - self.slider.min, self.slider.max - self.slider.min)

    def _toggled(self, change):
        self.play.description = words.PAUSE if change["new"] else words.PLAY
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
