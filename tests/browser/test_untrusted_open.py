"""A notebook that somebody else has run, opened without trust and without running it."""

import nbformat
import pytest
from lab_page import NOTEBOOKS, PICTURES

import guard


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_opened_untrusted_shows_every_stored_picture_and_table(notebook, path):
    page = notebook(path.name, run=False).page
    assert not page.evaluate("() => jupyterapp.shell.currentWidget.content.model.cells.get(0).trusted")
    pictures, tables = guard.stored(nbformat.read(path, as_version=4))
    assert pictures
    page.wait_for_function(
        f"() => document.querySelectorAll('.jp-OutputArea-output img').length >= {pictures}", timeout=20_000
    )
    page.wait_for_function(f"({PICTURES})().every(([loaded]) => loaded)", timeout=20_000)
    assert [words for _, words in page.evaluate(PICTURES) if len(words.split()) < 4] == []
    assert page.locator(".jp-OutputArea-output table").count() >= tables
    assert page.get_by_text("model not found").count() == 0
