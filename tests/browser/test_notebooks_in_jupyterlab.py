"""Every notebook in real JupyterLab: first as somebody else has run it, then Run All, then poked at random."""

import random

import nbformat
import pytest
from lab_page import NOTEBOOKS, PICTURES

import guard

Error = pytest.importorskip("playwright.sync_api").Error

SEED = 20261124
# One of the controls that can be used: the first for 0, the last for nearly 1.
PICK = """share => { const usable = [...document.querySelectorAll(
    '.jp-OutputArea-output :is(.jupyter-widgets, .bp-card) :is(button, select, input, [role=slider])')]
    .filter(e => !(e.disabled || e.readOnly || e.offsetParent === null));
    return usable[Math.floor(share * usable.length)] }"""
KIND = "e => [e.getAttribute('role') || e.tagName.toLowerCase(), e.type]"


def shows_all_that_is_stored(page, path):
    """Opened without trust and not run: every stored picture, loaded and with words, and every table is there.

    But for what stands in a folded output, which is kept for after the learner's own answer.
    """
    assert not page.evaluate("() => jupyterapp.shell.currentWidget.content.model.cells.get(0).trusted")
    notebook = nbformat.read(path, as_version=4)
    notebook.cells = [cell for cell in notebook.cells if not cell.metadata.get("jupyter", {}).get("outputs_hidden")]
    pictures, tables = guard.stored(notebook)
    assert pictures
    page.wait_for_function(
        f"() => document.querySelectorAll('.jp-OutputArea-output img').length >= {pictures}", timeout=20_000
    )
    page.wait_for_function(f"({PICTURES})().every(([loaded]) => loaded)", timeout=20_000)
    assert [words for _, words in page.evaluate(PICTURES) if len(words.split()) < 4] == []
    assert page.locator(".jp-OutputArea-output table").count() >= tables
    assert page.get_by_text("model not found").count() == 0


def stored_views(path):
    """How many widgets a notebook shows."""
    cells = nbformat.read(path, as_version=4).cells
    outputs = (output for cell in cells for output in cell.get("outputs", ()))
    return sum("application/vnd.jupyter.widget-view+json" in output.get("data", {}) for output in outputs)


def poke(page, rng):
    """One random thing that a learner might do to one control."""
    control = page.page.evaluate_handle(PICK, rng.random()).as_element()
    role, kind = control.evaluate(KIND)
    if role == "slider":
        control.press(rng.choice(["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown"]))
    elif role == "select":
        options = control.evaluate("e => [...e.options].map(o => o.label)")
        control.select_option(label=rng.choice(options))
    elif role == "input" and kind in ("text", "number"):
        control.fill(str(rng.randint(0, 9)) if kind == "number" else rng.choice(["1", "0.5, −1", "", "no", "1e999"]))
        control.press("Enter")
    elif control.is_enabled():
        control.click(timeout=5000)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_shows_what_is_stored_then_runs_with_every_widget_alive_and_survives_random_use(notebook, path):
    page = notebook(path.name, run=False)
    shows_all_that_is_stored(page.page, path)
    page.run_all()
    views = stored_views(path)
    alive = "n => document.querySelectorAll('.jp-OutputArea-output :is(.jupyter-widgets, .bp-card)').length >= n"
    assert views > 5
    page.page.wait_for_function(alive, arg=views, timeout=20_000)
    assert page.page.get_by_text("model not found").count() == 0
    rng = random.Random(SEED)
    print("seed", SEED)
    for _ in range(30):
        try:
            poke(page, rng)
        except Error as gone:  # the control was replaced by an earlier press, as "New numbers" does
            assert "not attached" in str(gone) or "not visible" in str(gone), gone
    page.idle()
