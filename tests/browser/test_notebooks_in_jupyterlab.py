"""Every notebook in real JupyterLab: first as somebody else has run it, then Run All, then poked at random."""

import random

import nbformat
import pytest
from lab_page import NOTEBOOKS

import guard

Error = pytest.importorskip("playwright.sync_api").Error

SEED = 20261124
PICK = """[...document.querySelectorAll(
    '.jp-OutputArea-output .jupyter-widgets :is(button, select, input, [role=slider])')]"""
CONTROLS = f"""() => {PICK}.map((e, i) => [
    i, e.getAttribute('role') || e.tagName.toLowerCase(), e.type || '',
    e.disabled || e.readOnly || e.offsetParent === null]).filter(c => !c[3])"""
# JupyterLab gives a stored PNG no alternative text; the words that stand for it are the output below it.
PICTURES = """() => [...document.querySelectorAll('.jp-OutputArea-output img')].map(e => [
    e.complete && e.naturalWidth > 0,
    e.alt || e.closest('.jp-OutputArea-child').nextElementSibling?.innerText || ''])"""


def shows_all_that_is_stored(page, path):
    """Opened without trust and not run: every stored picture, loaded and with words, and every table is there."""
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


def poke(page, rng):
    """One random thing that a learner might do to one control."""
    controls = page.page.evaluate(CONTROLS)
    index, role, kind, _ = rng.choice(controls)
    handle = page.page.evaluate_handle(f"{PICK}[{index}]").as_element()
    if page.page.evaluate(CONTROLS) != controls:
        return None  # another control has taken its place meanwhile
    handle.scroll_into_view_if_needed()
    if role == "slider":
        handle.press(rng.choice(["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown"]))
    elif role == "select":
        options = handle.evaluate("e => [...e.options].map(o => o.label)")
        handle.select_option(label=rng.choice(options))
    elif role == "input" and kind in ("text", "number"):
        handle.fill(str(rng.randint(0, 9)) if kind == "number" else rng.choice(["1", "0.5, −1", "", "no", "1e999"]))
        handle.press("Enter")
    elif handle.is_enabled():
        handle.click(timeout=5000)
    return role


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_shows_what_is_stored_then_runs_with_every_widget_alive_and_survives_random_use(notebook, path):
    page = notebook(path.name, run=False)
    shows_all_that_is_stored(page.page, path)
    page.run_all()
    live = page.page.locator(".jp-OutputArea-output .jupyter-widgets").count()
    assert live > 5
    assert page.page.get_by_text("model not found").count() == 0
    rng = random.Random(SEED)
    print("seed", SEED)
    for _ in range(30):
        try:
            poke(page, rng)
        except Error as gone:  # the control was replaced by an earlier press, as "New numbers" does
            assert "not attached" in str(gone) or "not visible" in str(gone), gone
    page.idle()
