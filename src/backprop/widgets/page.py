"""What every widget puts on a page: its style, tables and refusals."""

from html import escape
from importlib.resources import files

import anywidget
import ipywidgets as widgets

from backprop.widgets import controls
from backprop.widgets.modules import bundle
from backprop.words import say

CSS = (files("backprop") / "widgets" / "page.css").read_text("utf-8")
STYLE = f"<style>{CSS}</style>"


class Mends(anywidget.AnyWidget):
    """Nothing to see: the style of a widget of controls, and what ipywidgets leaves out for keys and screen readers."""

    _esm = bundle("mends")
    _css = CSS

    def __init__(self, unseen=lambda: None):
        """``unseen()`` is called when the last view of the widget is gone from the page."""
        super().__init__(layout={"width": "0", "height": "0", "margin": "0"})
        self._views, self._unseen = 0, unseen
        self.on_msg(lambda _, message, buffers: self._told(message))

    def _told(self, message):
        self._views += message["views"]
        if not self._views:
            self._unseen()


class Folds(widgets.VBox):
    """Panels under a row of titles: each title is a button that opens its panel, or closes it. ``opened`` is an index.

    An Accordion's titles cannot be reached with Tab.
    """

    def __init__(self, panels, titles, opened):
        self.panels = tuple(panels)
        self.titles = [controls.ToggleButton(i == opened, layout={"width": "auto"}) for i in range(len(self.panels))]
        self.names = tuple(titles)
        for title in self.titles:
            title.observe(lambda change: self._fold(change["owner"]), "value")
        super().__init__([widgets.HBox(self.titles, layout={"flex_flow": "row wrap"}), *self.panels])
        self._fold(self.titles[opened])

    def _fold(self, turned):
        """One panel at most is open."""
        for title, name, panel in zip(self.titles, self.names, self.panels, strict=True):
            if turned.value and title is not turned:
                title.value = False
            title.description = say("widgets.opened" if title.value else "widgets.folded", name=name)
            panel.layout.display = "" if title.value else "none"


def said(html):
    """A piece of HTML in the widgets' style; what changes in it is read aloud."""
    return f'<div class="bp-s" aria-live="polite">{html}</div>'


def refusal(reason):
    """A message beside a field: why the input was not taken. An empty reason gives an empty message."""
    return f'<span class="bp-s"><span class="no">✗ {escape(reason)}</span></span>' if reason else ""


def scrolling(html, name):
    """A picture or a table that scrolls in a box of its own where the page is too narrow; Tab reaches the box."""
    return f'<div class="bp-view" tabindex="0" role="group" aria-label="{escape(name)}">{html}</div>'


def html_table(heads, rows):
    """A table with a header row; cells are HTML already."""
    head = "".join(f'<th scope="col">{cell}</th>' for cell in heads)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def choice_slider(name, choices, value):
    """A slider over the choices, in order; ``value`` is put among them where it is not one of them."""
    ordered = sorted({*choices, value})
    return controls.SelectionSlider(options=[(f"{each:g}", each) for each in ordered], value=value, description=name)


def close_all(parts):
    """Close widgets that are no longer shown, with all inside them: an open one is kept for ever."""
    for part in parts:
        close_all(getattr(part, "children", ()))
        for model in (getattr(part, "layout", None), getattr(part, "style", None)):
            if model is not None:
                model.close()
        part.close()
