"""A reader without a kernel: exported HTML shows every picture and table, and says what is seen."""

import re
from pathlib import Path

import nbformat
import pytest
from nbconvert import HTMLExporter

import guard

NOTEBOOKS = sorted((Path(__file__).parents[1] / "notebooks").glob("*.ipynb"))
TYPESETTING = re.compile(r"(?i)mathjax|require(\.min)?\.js|mermaid|jupyter-widgets|html-manager")


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_exported_html_shows_every_picture_with_words_and_needs_the_network_for_typesetting_alone(path):
    notebook = nbformat.read(path, as_version=4)
    html, _ = HTMLExporter().from_notebook_node(notebook)
    stored, tables = guard.stored(notebook)
    images = re.findall(r"<img[^>]*>", html)
    assert len(images) >= stored > 0
    unsaid = 0
    for image in images:
        assert 'src="data:image/' in image
        alt = re.search(r'alt="([^"]*)"', image)
        if not (alt and len(alt[1]) > 10 and "No description" not in alt[1]):
            unsaid += 1
    # nbconvert drops the alternative text of a PNG; the words stand under it.
    figures = [o["metadata"]["image/png"]["alt"] for o in guard.outputs(notebook) if "image/png" in o.get("data", {})]
    assert unsaid <= len(figures)
    assert all(f"<p>{words}</p>" in html for words in figures)
    assert html.count("<table>") >= tables
    outside = re.findall(r'(?:src|href)="(https?://[^"]+)"', html)
    assert all(TYPESETTING.search(address) for address in outside), outside
    assert "widget-view" not in re.sub(r"<script.*?</script>", "", html, flags=re.DOTALL)


def test_a_picture_without_words_is_noticed():
    notebook = nbformat.v4.new_notebook()
    image = {"image/png": "iVBORw0KGgo="}
    output = nbformat.v4.new_output("display_data", data=image)
    notebook.cells.append(nbformat.v4.new_code_cell("1", execution_count=1, outputs=[output]))
    html, _ = HTMLExporter().from_notebook_node(notebook)
    assert re.search(r'alt="No description', html)
