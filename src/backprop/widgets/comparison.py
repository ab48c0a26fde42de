"""Compare shows what became of one stage of your own backpropagation."""

from html import escape

import ipywidgets as widgets

from backprop.exercises.stages import compare
from backprop.widgets.page import STYLE, said, scrolling
from backprop.widgets.stored import Stored
from backprop.words import say


class Compare(Stored, widgets.HTML):
    """Your function for ``stage`` beside the engine's: a sentence, and the first entry that differs on the diagram.

    Raises ValueError for a stage that does not exist.
    """

    def __init__(self, stage, function=None):
        self.found = compare(stage, function)
        picture = scrolling(self.found.picture, say("widgets.picture"))
        super().__init__(STYLE + said(f"<p>{escape(str(self.found))}</p>{picture}"))

    def __repr__(self):
        return say("widgets.plain", widget=type(self).__name__, caption=self.found)

    def _html(self):
        return self.found._repr_html_()
