"""A notebook's cards on the site: its cells are run here, and each card's film is written beside its page."""

import json
from html import escape
from pathlib import Path

from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from nbformat import NotebookNode
from nbformat.v4 import new_output

from backprop.widgets.card import Card

FILMS = "films"
# A card's place: the stored picture until its film is there, and for those whose browser runs no script.
PLACE = (
    '<div class="bp-place" data-card="{kind}" data-name="{name}" data-film="_static/{films}/{name}.js" '
    'data-state="{state}">\n{stored}\n</div>'
)


def alive(notebook: NotebookNode, digits: str, films: Path) -> NotebookNode:
    """The notebook with a place for every card that has a film, its film in ``films``, and its folds closed."""
    shell = InteractiveShell()
    for n, cell in enumerate(cell for cell in notebook.cells if cell.cell_type == "code"):
        with capture_output():
            ran = shell.run_cell(cell.source)
        ran.raise_error()
        if isinstance(ran.result, Card):
            put(cell, ran.result, f"{digits}-{n}", films)
        if cell.metadata.get("jupyter", {}).get("outputs_hidden"):
            cell.metadata.tags = [*cell.metadata.get("tags", []), "hide-output"]
    return notebook


def put(cell: NotebookNode, card: Card, name: str, films: Path) -> None:
    """Write the card's film, and let the cell's stored output stand in its place; without one, what it shows now."""
    try:
        _, kind, data, state = card.recorded()
    except NotImplementedError:  # it has none
        return
    film = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    (films / f"{name}.js").write_text(f'backpropFilm("{name}", {film});\n', "utf-8")
    if not cell.outputs:
        shown, _ = card._repr_mimebundle_()
        cell.outputs = [new_output("display_data", {"text/html": shown["text/html"]})]
    for output in cell.outputs:
        if stored := output.get("data", {}).get("text/html"):
            place = {"kind": kind, "name": name, "films": FILMS, "state": escape(json.dumps(state))}
            output.data = {"text/html": PLACE.format(**place, stored=stored)}
