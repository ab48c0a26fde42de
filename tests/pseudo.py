"""A language that is none: every sentence stands between marks, so what stands outside them did not come from words."""

import base64
import gzip
import json
import re
from html.parser import HTMLParser

import ipywidgets as widgets

from backprop import words
from backprop.widgets.card import Card
from caches import empty_caches

OPEN, CLOSE = "⟦", "⟧"
SPOKEN = ("alt", "title", "aria-label", "placeholder")  # attributes that a person reads or hears
SILENT = ("style", "script", "annotation")
TRAITS = ("description", "placeholder", "tooltip", "title")
WORD = re.compile(r"[A-Za-z]{2,}(?:_[A-Za-z]+)*")  # an id such as cross_entropy is one word


def marked(template):
    """A sentence's template, or each of its forms, between marks."""
    if isinstance(template, dict):
        return {form: marked(text) for form, text in template.items()}
    return f"{OPEN}{template}{CLOSE}"


def speak_between_marks(monkeypatch):
    """Say every sentence between marks, and forget what was said before."""
    english = {sentence: marked(template) for sentence, template in words.sentences(words.ENGLISH).items()}
    monkeypatch.setattr(words, "sentences", lambda language: english)
    monkeypatch.setattr(words, "_spoken", "between marks")
    empty_caches()


class _Page(HTMLParser):
    """The texts of a piece of HTML or SVG: what runs on in one, and each attribute and each picture apart."""

    def __init__(self, html):
        super().__init__()
        self.run, self.apart, self.silent = [], [], 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.silent += tag in SILENT
        for name, value in attributes:
            if name in SPOKEN:
                self.apart.append(value or "")
            if name == "src" and (picture := re.match(r"data:image/svg\+xml;base64,(.*)", value or "")):
                self.apart += texts(base64.b64decode(picture[1]).decode())

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        self.handle_endtag(tag)

    def handle_endtag(self, tag):
        self.silent -= tag in SILENT
        self.run.append("\n")

    def handle_data(self, data):
        if not self.silent:
            self.run.append(data)


def texts(html):
    """What a person reads or hears of a piece of HTML."""
    page = _Page(html)
    return ["".join(page.run), *page.apart]


def unsaid(text):
    """The words in a text that stand outside all marks."""
    depth, outside = 0, []
    for piece in re.split(f"([{OPEN}{CLOSE}])", text):
        if piece in (OPEN, CLOSE):
            depth += 1 if piece == OPEN else -1
        else:
            outside.append(" " if depth else piece)
    return WORD.findall("".join(outside))


# Names of places, ids of phases and presets, rules of CSS, code: nobody reads them.
UNREAD = {
    "phase",
    "makes",
    "needs",
    "reading",
    "products",
    "rules",
    "code",
    "key",
    "codes",
    "axis",
    "from",
    "css",
    "chosen",
    "lang",
    "text",
    "choices",
    "state",
    "of",
    "keys",
    "ink",
}


def in_a_film(data):
    """What a person reads of what a card shows."""
    if isinstance(data, str):
        yield from texts(data)
    elif isinstance(data, list):
        for each in data if not is_piece(data) else ():
            yield from in_a_film(each)
    elif isinstance(data, dict):
        for key, each in data.items():
            if key == "matrices" and isinstance(each, dict):
                yield from in_matrices(each)
            elif key not in UNREAD and not (key == "matrices" and "makes" in data):
                yield from in_a_film(each[1:] if key == "check" and isinstance(each, list) else each)


def is_piece(data):
    """Whether it says where parts stand, by the names of axes and by numbers."""
    return len(data) == 2 and isinstance(data[1], list) and bool(data[1]) and all(isinstance(n, int) for n in data[1])


def in_matrices(conventions):
    """What stands between matrices, and the matrices' names."""
    for steps in conventions.values():
        for equation in (equation for equations in steps.values() for equation in equations):
            yield from (text for piece in equation for text in texts(piece if isinstance(piece, str) else piece[0]))


def on_the_page(widget):
    """What a person reads of a widget and of all in it, but for what is typed there and the code to copy."""
    if isinstance(widget, Card):
        yield from in_a_film(json.loads(gzip.decompress(widget._film)))
        return
    if "bp-code" not in getattr(widget, "_dom_classes", ()):
        for trait in TRAITS:
            yield from texts(getattr(widget, trait, None) or "")
        yield from getattr(widget, "_options_labels", ())
        if isinstance(widget, widgets.HTML):
            yield from texts(widget.value)
    elif widget.description:
        yield widget.description
    for child in getattr(widget, "children", ()):
        yield from on_the_page(child)


def at_rest(bundle):
    """What a reader without a kernel sees of a widget."""
    bundle = bundle[0] if isinstance(bundle, tuple) else bundle  # and metadata
    yield from texts(bundle.get("text/html", ""))
    yield bundle["text/plain"]
