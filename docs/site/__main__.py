"""Make the site, ``site/``, from the notebooks, their stored outputs and the package: ``python docs/site [folder]``.

Every widget's cell is run here, so that its page needs no kernel: what the card shows is written as its film beside
the page. A widget that has no film keeps its stored picture. A warning is an error.
"""

import re
import shutil
import sys
import tempfile
import zipfile
from pathlib import Path

import nbformat
from address import ROOT, ZIP, base, promise, run_links, ways
from formulas import font
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from pages import EXTRA, FILMS, OWN, Page
from sphinx.cmd.build import build_main

from backprop.widgets.modules import script, style

PARTS = ROOT / "docs" / "site"
RUN = """<nav class="bp-run" aria-label="Run this page">All of this page has been run already: it steps as it stands.
To change numbers and to write code, run it: {links}</nav>
"""
# A page that is opened as a file may not read others, so its search shows no pieces of them.
NO_SUMMARIES = 'DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = location.protocol !== "file:";\n'
# The first page's player: the first ∂C/∂z of a hidden layer stands there.
FIRST = """from backprop.examples import lecture_network
from backprop.widgets import Stepper

Stepper(*lecture_network(), position=19)"""


def main(target: Path) -> int:
    """Write the site into ``target``; 0 if it was made without a warning."""
    with tempfile.TemporaryDirectory() as folder:
        source, made = Path(folder) / "source", Path(folder) / "made" / "html"  # myst-nb writes beside what it makes
        lay_out(source)
        quiet = ["-q", "-W", "--keep-going", "-b", "html", "-d", f"{folder}/doctrees"]
        failed = build_main([*quiet, str(source), str(made)])
        if not failed:
            pages = [*made.glob("*.html"), *(made / "_static" / FILMS).glob("*.js")]
            (made / "_static" / "math.css").write_text(font([page.read_text("utf-8") for page in pages]), "utf-8")
            with (made / "_static" / "documentation_options.js").open("a") as options:
                options.write(NO_SUMMARIES)
            from_anywhere(made / "404.html")
            shutil.rmtree(target, ignore_errors=True)
            shutil.copytree(made, target, ignore=shutil.ignore_patterns("_sources", ".buildinfo", "objects.inv"))
            pack(target / ZIP)
    return failed


def lay_out(source: Path) -> None:
    """Put all that Sphinx reads into the folder ``source``."""
    static = source / "_static"
    (static / FILMS).mkdir(parents=True)
    (source / "_templates").mkdir()
    (source / EXTRA).mkdir()
    for name, folder in (
        ("conf.py", "."),
        ("404.md", "."),
        ("page.html", "_templates"),
        ("site.css", "_static"),
        ("icon.svg", "_static"),
    ):
        shutil.copy(PARTS / name, source / folder)
    shutil.copy(ROOT / "docs" / "stepper.png", static / "preview.png")
    (static / "math.css").touch()  # written when all formulas are there
    (static / "card.css").write_text(style(), "utf-8")
    (static / "card.js").write_text(lean(script("site")), "utf-8")
    for name in {*OWN.values()}:
        (static / f"{name}.js").write_text(lean(script(f"with_{name}", "site")), "utf-8")
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        page = Page(nbformat.read(path, as_version=4), f"{path.stem}.html", source, ways(path.name))
        notebook = page.alive()
        for cell in notebook.cells:
            if cell.cell_type == "markdown":
                cell.source = apart(cell.source)
        notebook.cells.insert(1, new_markdown_cell(RUN.format(links=run_links(path.name))))
        nbformat.write(notebook, source / path.name)
    nbformat.write(Page(first_page(), "index.html", source, ways()).alive(), source / "index.ipynb")


def apart(text: str) -> str:
    """Text with each displayed formula a paragraph, as JupyterLab shows it wherever it stands."""
    return re.sub(r"\n*(\$\$.+?\$\$)\n*", r"\n\n\1\n\n", text, flags=re.S)


def lean(script: str) -> str:
    """The cards' code without its comments and its indents, a quarter of its weight."""
    for comment in (r"^ *//.*\n", r"^ */\*\*(?:.|\n)*?\*/\n", r"  //.*$", r"^ +"):
        script = re.sub(comment, "", script, flags=re.M)
    return script


def first_page():
    """The first page as a notebook: the README's promise, a player, the README's map."""
    readme = (ROOT / "README.md").read_text("utf-8")
    [table] = re.findall(r"^\| notebook \|.*?(?=\n\n)", readme, re.M | re.S)
    table = table.replace("](notebooks/", "](")
    pages = "\n".join(f"{title} <{page}>" for title, page in re.findall(r"\[(.*?)\]\((\w+)\.ipynb\)", table))
    head, _, how = promise().partition(": ")
    words = (PARTS / "index.md").read_text("utf-8")
    before, after = words.format(promise=head, how=how.capitalize(), map=table, pages=pages, links=run_links()).split(
        "PLAYER\n"
    )
    player = new_code_cell(FIRST, id="player", metadata={"tags": ["remove-input"]})
    return new_notebook(cells=[new_markdown_cell(before), player, new_markdown_cell(after)])


def from_anywhere(page: Path) -> None:
    """Give a page whole addresses, so that it can stand at any address of the site."""
    html = page.read_text("utf-8")
    page.write_text(re.sub(r'\b(href|src|action|content_root)="(?![#/]|\w+:)(?:\./)?', rf'\1="{base()}', html), "utf-8")


def pack(file: Path) -> None:
    """Write the notebooks as one file, with all that the README's first command needs of a checkout."""
    packed = ["README.md", "LICENSE", "pyproject.toml", "requirements.txt", "notebooks/*.ipynb", "src/**/*"]
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(path for pattern in packed for path in ROOT.glob(pattern)):
            if path.is_file() and path.suffix != ".pyc":
                archive.write(path, Path(file.stem) / path.relative_to(ROOT))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site"))
