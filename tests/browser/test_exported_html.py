"""Exported HTML, opened with the network cut."""

import re

import nbformat
import pytest
from lab_page import NOTEBOOKS, PICTURES
from nbconvert import HTMLExporter

import guard

BLANK = """() => [...document.querySelectorAll('.jp-Cell')]
    .filter(cell => !cell.innerText.trim() && !cell.querySelector('img')).length"""
TABLES = """() => [...document.querySelectorAll('.jp-OutputArea-output table')]
    .filter(table => table.getBoundingClientRect().height > 0 && table.innerText.trim()).length"""


@pytest.fixture(scope="module")
def cut_off(chromium, tmp_path_factory):
    """Export a notebook and open it with no network: (its page, the addresses it asked for)."""
    folder, pages = tmp_path_factory.mktemp("exported"), []

    def open_it(notebook):
        pages.append(chromium.new_page(viewport={"width": 1200, "height": 1000}))
        page, asked = pages[-1], set()
        page.route(lambda address: not address.startswith(("file:", "data:")), lambda route: route.abort())
        page.on("requestfailed", lambda request: asked.add(request.url))
        file = folder / f"{len(pages)}.html"
        file.write_text(HTMLExporter().from_notebook_node(notebook)[0], encoding="utf-8")
        page.goto(file.as_uri())
        return page, asked

    yield open_it
    for page in pages:
        page.close()


@pytest.fixture(scope="module")
def frame(cut_off):
    """What nbconvert's own frame asks for, whatever stands in it: the typesetting of formulas."""
    asked = cut_off(nbformat.v4.new_notebook())[1]
    assert any("mathjax" in address for address in asked)
    return asked


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_without_a_network_an_exported_notebook_shows_every_picture_table_and_formula(cut_off, frame, path):
    notebook = nbformat.read(path, as_version=4)
    page, asked = cut_off(notebook)
    assert asked <= frame
    pictures, tables = guard.stored(notebook)
    seen = page.evaluate(PICTURES)
    assert len(seen) == pictures > 0
    assert [words for loaded, words in seen if not loaded or len(words.split()) < 4] == []
    assert page.evaluate(TABLES) == tables
    assert page.evaluate(BLANK) == 0
    text = squeezed(page.locator("main").inner_text())
    formulas = [f for cell in notebook.cells if cell.cell_type == "markdown" for f in latex(cell.source)]
    assert formulas
    assert [formula for formula in formulas if squeezed(formula) not in text] == []


def latex(source):
    """The formulas of a text cell, dollars and all; code between backticks is none."""
    return re.findall(r"\$\$.+?\$\$|\$.+?\$", re.sub(r"`[^`]*`", "", source), re.DOTALL)


def squeezed(text):
    return re.sub(r"\s+", "", text)


def test_a_page_that_asks_for_more_that_shows_less_or_says_nothing_is_noticed(cut_off, frame):
    broken = '<img src="https://example.org/x.png"><img src="data:image/png;base64,AAAA" alt="a b c d">'
    output = nbformat.v4.new_output("display_data", data={"text/html": broken})
    cells = [nbformat.v4.new_code_cell("1", outputs=[output], execution_count=1), nbformat.v4.new_markdown_cell("")]
    page, asked = cut_off(nbformat.v4.new_notebook(cells=cells))
    assert asked - frame == {"https://example.org/x.png"}
    assert page.evaluate(PICTURES) == [[False, ""], [False, "a b c d"]]
    assert page.evaluate(BLANK) == 1
