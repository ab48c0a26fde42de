"""The stepper: a gradient step, one formula at a time, on a network whose every number can be edited.

What is edited in the page comes here; the step that stands there is answered at once, and the new film follows.
"""

from collections.abc import Callable
from dataclasses import replace
from html import escape

import traitlets
from numpy.typing import ArrayLike

from backprop import examples
from backprop.engine.network import Network
from backprop.notation import number, plain
from backprop.pictures.diagram import diagram
from backprop.pictures.film import still
from backprop.story import telling
from backprop.story.walkthrough import Walkthrough, walkthrough
from backprop.widgets.card import Card, compressed
from backprop.widgets.editing import Inputs
from backprop.widgets.modules import bundle
from backprop.widgets.parts import tabled
from backprop.widgets.player import MOST_PARAMETERS, code, film_data, sent_data, size
from backprop.words import say

PRESETS: dict[str, Callable] = {
    "lecture": examples.lecture_network,
    "worked": examples.worked_example,
    "saturated": examples.saturated_network,
    "dead-relu": examples.dead_relu_network,
    "random": examples.random_network,
}


class Stepper(Card):
    """Step through one gradient step of ``network`` on ``x`` and ``target``.

    Arguments as for ``walkthrough``; ``position`` is where it opens, −1 before the first step, and follows the page.
    ``tour`` puts a button beside the menu that leads a newcomer through the parts of the card.
    Invalid input is refused beside its field, and the last good state stays.
    """

    _esm = bundle("stepper")
    position = traitlets.Int(-1).tag(sync=True)
    grain = traitlets.Unicode("neuron").tag(sync=True)

    def __init__(
        self,
        network: Network,
        x: ArrayLike,
        target: ArrayLike,
        loss: str = "cross_entropy",
        learning_rate: float = 0.5,
        *,
        example: int = 0,
        by: str = "neuron",
        position: int = -1,
        tour: bool = False,
    ):
        walk = walkthrough(network, x, target, loss, learning_rate, example)
        last = len(walk.grouped(by)) - 1
        self._inputs = self._first = Inputs.of(walk)
        self._seed, self._tour = 0, tour
        super().__init__(_film=self._packed(walk), position=max(-1, min(position, last)), grain=by)

    @property
    def walk(self) -> Walkthrough:
        """The walkthrough that is shown, in the page's grain."""
        return self._inputs.walk.grouped(self.grain)

    @property
    def code(self) -> str:
        """The line that makes this stepper again."""
        return code(self._inputs.walk, repr(self.grain), self.position)

    def _packed(self, walk):
        """The film of a walkthrough, and what there is to choose from beside it."""
        n = len(walk.forward.x)
        return compressed(
            sent_data(walk)
            | {
                "presets": {preset: say(f"widgets.preset.{preset}") for preset in PRESETS},
                "examples": [say("widgets.player.example-of", i=i + 1, n=n) for i in range(n)],
                "example": walk.example,
                "tour": self._tour,
            }
        )

    # ------------------------------------------------------- what the page says

    def _answer(self, message):
        """An edit, another example, a preset, a reset, or a step to show."""
        inputs = self._inputs
        if "edit" in message:
            self._take(inputs.edited(message["edit"], message["text"]), self.position)
        elif "example" in message:
            self._take(replace(inputs, example=message["example"]), self.position)
        elif "preset" in message:
            self._take(Inputs.of(walkthrough(*self._preset(message["preset"]))), -1)
        elif "reset" in message:
            self._take(self._first, -1)
        elif "show" in message:
            self.send({"still": still(inputs.walk.grouped(message["grain"]), message["show"] - 1)})

    def _preset(self, preset):
        """The parts of a preset; a random network is another one each time."""
        if preset != "random":
            return PRESETS[preset]()
        self._seed += 1
        return PRESETS[preset](self._seed)

    def _take(self, inputs, position):
        """Other inputs: their step at once, their film as soon as no other change follows."""
        walk = inputs.walk.grouped(self.grain)
        self._inputs = inputs
        self.position = min(position, len(walk) - 1)
        self.send({"stale": True, "still": still(walk, self.position)})
        self._film_soon()

    def _whole(self):
        return self._packed(self._inputs.walk)

    # ------------------------------------------------------- without a kernel

    def recorded(self):
        walk = self._inputs.walk
        if size(walk) > MOST_PARAMETERS:
            raise ValueError(say("widgets.player.too-large", n=size(walk), most=MOST_PARAMETERS))
        state = {"position": self.position + 1, "grain": self.grain}
        return telling.describe(self.walk, self.position), "stepper", film_data(walk) | {"tour": self._tour}, state

    def close(self):
        """Closed, it keeps nothing."""
        super().close()
        self._inputs = self._first = None

    def __repr__(self):
        walk = self.walk
        what = telling.describe(walk, self.position)
        return say("widgets.player.at-rest", i=self.position + 1, n=len(walk), what=what)

    def _at_rest(self):
        return at_rest(self.walk, self.position)


def at_rest(walk: Walkthrough, i: int) -> tuple[str, str, str]:
    """Position ``i`` on a page that shows text and images alone: its picture, what it shows, formulas and tables."""
    tables = "".join(map(tabled, telling.tables(walk, i)))
    return diagram(walk, i), telling.describe(walk, i), f"<p>{_said(walk, i)}</p>{tables}"


def _said(walk, i):
    """Step ``i`` in words and formulas, for a page that shows text alone."""
    if i < 0:
        return f"<b>{say('pictures.film.before')}.</b> {say('widgets.player.question')}"
    lines = []
    for told in telling.formulas(walk, i):
        check = f" · {told.comparison.difference} {told.comparison.sentence}" if told.comparison else ""
        lines.append(f"{plain(*told.pieces)} <b>{number(told.line.value)}</b>{escape(check)}")
    if i == len(walk) - 1:
        lines.append(telling.closing(walk, "<b>{}</b>".format))
    rows = "".join(f"<div>{line}</div>" for line in lines)
    return f'<b>{", ".join(map(escape, telling.heading(walk, i)))}</b><div class="bp-lines">{rows}</div>'
