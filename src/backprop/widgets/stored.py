"""What a notebook stores of a widget besides its view: what a reader without a kernel sees."""

import anywidget
import ipywidgets as widgets

from backprop.pictures.still import image
from backprop.words import say


class Stored(widgets.DOMWidget):
    """A widget that is seen without a kernel too: its ``repr`` is the sentence, its ``_at_rest`` what stands there."""

    _ipython_display_ = None  # ipywidgets 7 would show a widget by this, and its view alone would be stored

    def _repr_mimebundle_(self, **kwargs):
        """The view, a sentence, and what stands on the page at rest."""
        # In any widget; unlike ipywidgets', it also tells Colab where the code of an anywidget is.
        bundle, metadata = anywidget.AnyWidget._repr_mimebundle_(self)
        return bundle | {"text/plain": repr(self), "text/html": f"<div>{self._html()}</div>"}, metadata

    def _html(self):
        """A picture, its numbers, and how to use the widget."""
        svg, alt, html = self._at_rest()
        return f"{image(svg, alt)}{html}<p>{say('widgets.run-to-use')}</p>"
