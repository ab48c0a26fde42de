"""An explorer: a card over a grid of places, which are all computed ahead and sent as one film.

The page moves by itself to any place; what lies outside the grid is asked for here, and becomes a new film.
"""

from collections.abc import Mapping

import traitlets

from backprop.pictures.chart import beside
from backprop.widgets.card import Card, compressed
from backprop.widgets.modules import bundle
from backprop.widgets.scene import Scene
from backprop.words import say, spoken, templates


class Explorer(Card):
    """What the explorers share. One says what its scene is, what it is called, and what may be changed in it."""

    _esm = bundle("explore")
    place = traitlets.Dict().tag(sync=True)  # an index on each axis

    def __init__(self, scene: Scene, values: Mapping[str, object]):
        self._scene = scene
        super().__init__(place=self._indexed(scene, values), _film=self._packed(scene.film()))

    def _indexed(self, scene, values):
        """The place where the axes have these values."""
        return {name: axis.values.index(values[name]) for name, axis in scene.axes.items()}

    @traitlets.validate("place")
    def _within(self, proposal):
        """A place on the axes, wherever the page thinks that they end."""
        place = {}
        for name, axis in self._scene.axes.items():
            at = proposal["value"].get(name, self.place.get(name, 0))
            place[name] = max(0, min(len(axis.values) - 1, int(at)))
        return place

    @property
    def _values(self) -> dict:
        """{axis: the value there}."""
        return {name: axis.values[self.place[name]] for name, axis in self._scene.axes.items()}

    def _become(self, scene: Scene, values: Mapping[str, object], quick: bool = False):
        """Show another scene at these values: at once, and wherever one goes as soon as no other change follows.

        ``quick`` sends the whole film at once, where it is made as soon as one place of it.
        """
        self._scene = scene
        with self.hold_sync():
            self.place = self._indexed(scene, values)
            self._film = self._packed(scene.film() if quick else scene.held(values))
        if not quick:
            self._film_soon()

    def _whole(self):
        return self._packed(self._scene.film())

    def _packed(self, film):
        return compressed(self._around(film))

    def _around(self, film):
        """The film, with the words of a card."""
        return film | {
            "words": templates("widgets.player."),
            "lang": spoken(),
            "note": "",
            "code": self._code({name: f"{{{name}}}" for name in self._scene.axes}),
        }

    @property
    def code(self) -> str:
        """The line that makes this explorer again, as it stands."""
        axes = self._scene.axes.items()
        return self._code({name: axis.codes[self.place[name]] for name, axis in axes if axis.codes})

    # ------------------------------------------------------- without a kernel

    def recorded(self):
        return self._at_rest()[1], "explorer", self._around(self._scene.film()), {"place": self.place}

    def _picture(self, alt: str, columns: int | None = None) -> str:
        """The panels at this place as one picture."""
        panels = (panel.at(**self._values) for panel in self._scene.panels)
        return beside(*panels, alt=alt, columns=columns)

    def __repr__(self):
        return say("widgets.plain", widget=type(self).__name__, caption=self._at_rest()[1])

    def close(self):
        """Closed, it keeps nothing."""
        super().close()
        self._scene = None
