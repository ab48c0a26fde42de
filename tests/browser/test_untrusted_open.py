"""A notebook that somebody else has run, opened without trust and without running it."""

from pathlib import Path

import nbformat
import pytest

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))
# JupyterLab gives a stored PNG no alternative text; the words that stand for it are the output below it.
PICTURES = """() => [...document.querySelectorAll('.jp-OutputArea-output img')].map(e => [
    e.complete && e.naturalWidth > 0,
    e.alt || e.closest('.jp-OutputArea-child').nextElementSibling?.innerText || ''])"""


def stored(path):
    """(pictures, tables) that the stored outputs hold."""
    cells = nbformat.read(path, as_version=4).cells
    bundles = [o.data for c in cells if c.cell_type == "code" for o in c.outputs if "data" in o]
    pages = ["".join(data.get("text/html", "")) for data in bundles]
    pictures = sum(page.count("<img") for page in pages) + sum("image/png" in data for data in bundles)
    return pictures, sum(page.count("<table") for page in pages)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_opened_untrusted_shows_every_stored_picture_and_table(notebook, path):
    page = notebook(path.name, run=False).page
    assert not page.evaluate("() => jupyterapp.shell.currentWidget.content.model.cells.get(0).trusted")
    pictures, tables = stored(path)
    assert pictures
    page.wait_for_function(
        f"() => document.querySelectorAll('.jp-OutputArea-output img').length >= {pictures}", timeout=20_000
    )
    page.wait_for_function(f"({PICTURES})().every(([loaded]) => loaded)", timeout=20_000)
    assert [words for _, words in page.evaluate(PICTURES) if len(words.split()) < 4] == []
    assert page.locator(".jp-OutputArea-output table").count() >= tables
    assert page.get_by_text("model not found").count() == 0
