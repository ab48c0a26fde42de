"""A notebook's page on the site: its cells are run here, and each card's film is written beside the page."""

import json
import re
from html import escape
from pathlib import Path

from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from nbformat import NotebookNode
from nbformat.v4 import new_output

from backprop.widgets.card import Card
from backprop.words import spoken
from pictures import filed

FILMS, EXTRA = "films", "_extra"
# A card's place: its stored picture is printed until the film is there, and shown where the browser runs no script.
PLACE = (
    '<div class="bp-place" data-card="{kind}" data-name="{name}" data-film="{film}" data-state="{state}">'
    '<div class="bp-stored">\n{stored}\n</div></div>'
)
CODE = '<script src="_static/{name}.js"></script>'
# The script of a kind of card that few pages have; all others are in card.js.
OWN = {"training": "training", "digits": "digits", "comparison": "digits"}
# A card by itself, for a frame in a page of anybody's. It stands beside the pages, so that all addresses are alike.
EMBED = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>{title}</title>
<link rel="icon" href="_static/icon.svg">
<link rel="stylesheet" href="_static/card.css">
<link rel="stylesheet" href="_static/math.css">
</head>
<body class="bp-page">
<main>
{place}
<p class="bp-from"><a href="{page}" target="_blank" rel="noopener">backprop: {lesson}</a></p>
</main>
{scripts}
</body>
</html>
"""
EMBEDDED = {"stepper", "explorer", "training", "digits"}
AT_ONCE = '<script src="{film}"></script>'


def code(kind: str) -> list[str]:
    """The names of the scripts that a card of this kind needs."""
    return ["card", *([OWN[kind]] if kind in OWN else [])]


class Page:
    """A notebook that becomes the page ``file`` of what lies in ``source``, with ``ways`` to run it, (name, address)s.

    ``alive()`` is the notebook with a place for every card that has a film, and its folds closed. A card in the first
    cell is there before what follows it, so that nothing moves; the others come when they are near.
    """

    def __init__(self, notebook: NotebookNode, file: str, source: Path, ways: list[tuple[str, str]]):
        self.notebook, self.file, self.ways = notebook, file, ways
        self.static, self.extra = source / "_static", source / EXTRA
        self.title = re.search(r"^# (.*)", notebook.cells[0].source, re.M)[1]
        self.loaded, self.at_once = set(), True

    def alive(self) -> NotebookNode:
        """Run its cells, and write films and pictures, named by the page and the cell's id."""
        shell = InteractiveShell()
        self.notebook.cells = [
            cell for cell in self.notebook.cells if "remove-cell" not in cell.metadata.get("tags", [])
        ]
        for cell in (cell for cell in self.notebook.cells if cell.cell_type == "code"):
            with capture_output():
                ran = shell.run_cell(cell.source)
            ran.raise_error()
            name = f"{self.file.partition('_')[0].removesuffix('.html')}-{cell.id}"
            if isinstance(ran.result, Card):
                self._put(cell, ran.result, name)
            self.at_once = False
            for n, output in enumerate(cell.outputs):
                if html := output.get("data", {}).get("text/html"):
                    output.data["text/html"] = filed(html, f"{name}-{n}", self.static)
            if cell.metadata.get("jupyter", {}).get("outputs_hidden"):
                cell.metadata.tags = [*cell.metadata.get("tags", []), "hide-output"]
        return self.notebook

    def _put(self, cell, card, name):
        """Write the card's film, and let the cell's stored output stand in its place; without one, what it shows."""
        try:
            title, kind, data, state = card.recorded()
        except NotImplementedError:  # it has none
            return
        data |= {"ways": self.ways}
        place = {"kind": kind, "name": name, "film": f"_static/{FILMS}/{name}.js", "state": escape(json.dumps(state))}
        if kind in EMBEDDED:
            data["embed"] = {"address": f"embed-{name}.html", "title": title}
            self._embed(place, title)
        film = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        (self.static / FILMS / f"{name}.js").write_text(f'backpropFilm("{name}", {film});\n', "utf-8")
        if not cell.outputs:
            shown, _ = card._repr_mimebundle_()
            cell.outputs = [new_output("display_data", {"text/html": shown["text/html"]})]
        scripts = self._code(kind) + (AT_ONCE.format(**place) if self.at_once else "")
        for output in cell.outputs:
            if stored := output.get("data", {}).get("text/html"):
                output.data = {"text/html": PLACE.format(**place, stored=stored) + scripts}

    def _code(self, kind):
        """What a card of this kind needs and the page has not loaded before."""
        new = [name for name in code(kind) if name not in self.loaded]
        self.loaded |= {*new}
        return "".join(CODE.format(name=name) for name in new)

    def _embed(self, place, title):
        """Write the card's own page."""
        around = {"language": spoken(), "title": escape(title), "page": self.file, "lesson": escape(self.title)}
        scripts = "".join(CODE.format(name=name) for name in code(place["kind"])) + AT_ONCE.format(**place)
        html = EMBED.format(**around, place=PLACE.format(**place, stored=""), scripts=scripts)
        (self.extra / f"embed-{place['name']}.html").write_text(html, "utf-8")
