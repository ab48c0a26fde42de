"""A notebook's cards on the site: its cells are run here, and each card's film is written beside its page."""

import json
from html import escape
from pathlib import Path

from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from nbformat import NotebookNode
from nbformat.v4 import new_output

from backprop.widgets.card import Card
from pictures import filed

FILMS = "films"
# A card's place: its stored picture is printed until the film is there, and shown where the browser runs no script.
PLACE = (
    '<div class="bp-place" data-card="{kind}" data-name="{name}" data-film="{film}" data-state="{state}">'
    '<div class="bp-stored">\n{stored}\n</div></div>'
)
CODE = '<script src="_static/card.js"></script>'
AT_ONCE = '<script src="{film}"></script>'


def alive(notebook: NotebookNode, page: str, static: Path, ways: list[tuple[str, str]]) -> NotebookNode:
    """The notebook with a place for every card that has a film, and its folds closed.

    Films and pictures are written into the folder ``static``, named by the page and the cell's id; ``ways`` lead to a
    kernel, by name and address. A card in the first cell is there before what follows it, so that nothing moves.
    """
    shell, scripts = InteractiveShell(), CODE + AT_ONCE
    for cell in (cell for cell in notebook.cells if cell.cell_type == "code"):
        with capture_output():
            ran = shell.run_cell(cell.source)
        ran.raise_error()
        name = f"{page}-{cell.id}"
        if isinstance(ran.result, Card):
            scripts = put(cell, ran.result, name, static, ways, scripts)
        scripts = scripts.removesuffix(AT_ONCE)
        for n, output in enumerate(cell.outputs):
            if html := output.get("data", {}).get("text/html"):
                output.data["text/html"] = filed(html, f"{name}-{n}", static)
        if cell.metadata.get("jupyter", {}).get("outputs_hidden"):
            cell.metadata.tags = [*cell.metadata.get("tags", []), "hide-output"]
    return notebook


def put(cell, card, name, static, ways, scripts):
    """Write the card's film, and let the cell's stored output stand in its place; without one, what it shows now.

    ``scripts`` stand after it; those that are still to come are returned.
    """
    try:
        _, kind, data, state = card.recorded()
    except NotImplementedError:  # it has none
        return scripts
    text = json.dumps(data | {"ways": ways}, ensure_ascii=False, separators=(",", ":"))
    film = f"{FILMS}/{name}.js"
    (static / film).write_text(f'backpropFilm("{name}", {text});\n', "utf-8")
    if not cell.outputs:
        shown, _ = card._repr_mimebundle_()
        cell.outputs = [new_output("display_data", {"text/html": shown["text/html"]})]
    for output in cell.outputs:
        if stored := output.get("data", {}).get("text/html"):
            place = {"kind": kind, "name": name, "film": f"_static/{film}", "state": escape(json.dumps(state))}
            output.data = {"text/html": PLACE.format(**place, stored=stored) + scripts.format(**place)}
    return ""
