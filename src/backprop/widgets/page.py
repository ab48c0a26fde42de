"""What a widget puts on a page: its style and its tables."""

from html import escape
from importlib.resources import files

CSS = (files("backprop") / "widgets" / "page.css").read_text("utf-8")
STYLE = f"<style>{CSS}</style>"


def said(html):
    """A piece of HTML in the widgets' style; what changes in it is read aloud."""
    return f'<div class="bp-s" aria-live="polite">{html}</div>'


def scrolling(html, name):
    """A picture or a table that scrolls in a box of its own where the page is too narrow; Tab reaches the box."""
    return f'<div class="bp-view" tabindex="0" role="group" aria-label="{escape(name)}">{html}</div>'


def html_table(heads, rows):
    """A table with a header row; cells are HTML already."""
    head = "".join(f'<th scope="col">{cell}</th>' for cell in heads)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def close_all(parts):
    """Close widgets that are no longer shown, with all inside them: an open one is kept for ever."""
    for part in parts:
        close_all(getattr(part, "children", ()))
        for model in (getattr(part, "layout", None), getattr(part, "style", None)):
            if model is not None:
                model.close()
        part.close()
