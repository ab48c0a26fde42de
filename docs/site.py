"""Make the site, ``site/``, from the notebooks, their stored outputs and the package: ``python docs/site.py``.

Every widget's cell is run here, so that its page needs no kernel: what the card shows is written as its film beside
the page. A widget that has no film keeps its stored picture. A warning is an error.
"""

import json
import shutil
import sys
import tempfile
from html import escape
from pathlib import Path

import nbformat
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from sphinx.cmd.build import build_main

from backprop.widgets.card import Card
from backprop.widgets.modules import bundle, style

ROOT = Path(__file__).parents[1]
PARTS = ROOT / "docs" / "site"
FILMS = "films"
# A card's place: the stored picture until its film is there, and for those whose browser runs no script.
PLACE = (
    '<div class="bp-place" data-card="{kind}" data-name="{name}" data-film="_static/{films}/{name}.js" '
    'data-state="{state}">\n{stored}\n</div>'
)
FIRST = """# backprop

{promise}

```{{toctree}}
:maxdepth: 1

{pages}
```
"""


def main(target: Path) -> int:
    """Write the site into ``target``; 0 if it was made without a warning."""
    with tempfile.TemporaryDirectory() as folder:
        source, made = Path(folder) / "source", Path(folder) / "made" / "html"  # myst-nb writes beside what it makes
        lay_out(source)
        quiet = ["-q", "-W", "--keep-going", "-b", "html", "-d", f"{folder}/doctrees"]
        failed = build_main([*quiet, str(source), str(made)])
        if not failed:
            shutil.rmtree(target, ignore_errors=True)
            shutil.copytree(made, target, ignore=shutil.ignore_patterns("_sources"))
    return failed


def lay_out(source: Path) -> None:
    """Put all that Sphinx reads into the folder ``source``."""
    static = source / "_static"
    (static / FILMS).mkdir(parents=True)
    for name in ("conf.py", "slugs.py"):
        shutil.copy(PARTS / name, source)
    sys.path.insert(0, str(source))
    shutil.copy(PARTS / "site.css", static)
    (static / "card.css").write_text(style(), "utf-8")
    (static / "card.js").write_text(f"(() => {{\n{bundle('site')}\n}})();\n", "utf-8")
    notebooks = sorted((ROOT / "notebooks").glob("*.ipynb"))
    for path in notebooks:
        nbformat.write(alive(nbformat.read(path, as_version=4), path.stem[:2], static / FILMS), source / path.name)
    promise = (ROOT / "README.md").read_text("utf-8").split("\n\n")[1]
    pages = "\n".join(path.stem for path in notebooks)
    (source / "index.md").write_text(FIRST.format(promise=promise, pages=pages), "utf-8")


def alive(notebook, digits: str, films: Path):
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


def put(cell, card: Card, name: str, films: Path) -> None:
    """Write the card's film, and let the cell's stored output stand in its place."""
    try:
        _, kind, data, state = card.recorded()
    except NotImplementedError:  # it has none
        return
    film = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    (films / f"{name}.js").write_text(f'backpropFilm("{name}", {film});\n', "utf-8")
    for output in cell.outputs:
        if stored := output.get("data", {}).get("text/html"):
            place = {"kind": kind, "name": name, "films": FILMS, "state": escape(json.dumps(state))}
            output.data = {"text/html": PLACE.format(**place, stored=stored)}


if __name__ == "__main__":
    sys.exit(main(ROOT / "site"))
