"""A notebook under classic Notebook, with the versions that Colab preloads: run, and used by mouse and keyboard."""

import os
import re
from importlib.metadata import PackageNotFoundError, version

import nbformat
import pytest
from lab_page import NOTEBOOKS, answering
from test_notebooks_in_jupyterlab import stored_views

import guard
from backprop.exercises.questions import question
from backprop.words import say

expect = pytest.importorskip("playwright.sync_api").expect

# Every kind of widget that is no card is in it, beside cards.
[PATH] = [path for path in NOTEBOOKS if path.stem.startswith("07")]
# The page asks the kernel for its widgets when it opens, and then draws each cell anew that shows one: what was run
# before is gone.
LISTEN = """const timer = setInterval(() => { const events = window.Jupyter?.notebook?.events;
    if (!events) return;
    clearInterval(timer);
    events.on('clear_output.CodeCell', () => { window.settled = true }) }, 10)"""
STATE = """() => Jupyter.notebook.get_cells().filter(cell => cell.cell_type === 'code').map(cell => [
    cell.input_prompt_number,
    cell.output_area.outputs.filter(o => o.output_type === 'error' || o.name === 'stderr').length])"""
# A cell's output that shows a widget, and what was drawn there.
DRAWN = "() => [...document.querySelectorAll('.jupyter-widgets-view')].map(e => e.childElementCount)"


def installed():
    """Whether classic Notebook is here: version 7 is built on JupyterLab."""
    try:
        return int(version("notebook").partition(".")[0]) < 7
    except PackageNotFoundError:
        return False


@pytest.fixture(scope="module")
def classic(chromium, tmp_path_factory):
    """A page of classic Notebook in which a notebook has been run; nothing may go wrong in it or in its kernel."""
    faults = []

    def hear(frame):
        data = frame if isinstance(frame, bytes) else frame.encode()
        if re.search(rb'"msg_type": ?"error"', data):
            faults.append(data[-1500:])

    with answering("notebook", ["--NotebookApp.token=tok"], tmp_path_factory.mktemp("classic")) as address:
        page = chromium.new_page(viewport={"width": 1280, "height": 1000})
        page.add_init_script(LISTEN)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("websocket", lambda socket: socket.on("framereceived", hear))
        page.goto(f"{address}/notebooks/{PATH.name}?token=tok")
        page.wait_for_function("() => window.settled", timeout=60_000)
        page.evaluate("Jupyter.notebook.execute_all_cells()")
        page.wait_for_function(f"() => ({STATE})().every(([count]) => typeof count === 'number')", timeout=120_000)
        yield page
        page.close()
    assert faults == []


@pytest.fixture(scope="module", autouse=True)
def here():
    """Skipped where classic Notebook is not; where it is asked for, that is a fault."""
    words = "Classic Notebook is not installed; tests/classic.txt has what this needs."
    if not installed():
        (pytest.fail if os.environ.get("CLASSIC") else pytest.skip)(words)


def test_these_are_the_versions_of_widgets_that_colab_has():
    assert version("ipywidgets") == "7.7.1"


def test_every_cell_runs_and_every_widget_is_drawn(classic):
    cells = guard.code_cells(nbformat.read(PATH, as_version=4))
    assert classic.evaluate(STATE) == [[count + 1, 0] for count in range(len(cells))]
    classic.wait_for_function(f"() => ({DRAWN})().every(count => count === 1)", timeout=30_000)
    assert len(classic.evaluate(DRAWN)) == stored_views(PATH)


def test_a_stepper_steps_by_key(classic):
    card = classic.locator(".bp-card:not(.bp-ask)", has=classic.locator(".bp-rail")).first
    expect(card.locator(".bp-count")).to_have_text("25 of 50")
    card.locator(".bp-rail").press("ArrowRight")
    expect(card.locator(".bp-count")).to_have_text("26 of 50")


def test_a_question_is_answered(classic):
    choice = question("07-shape")
    card = classic.locator(".bp-ask", has_text=choice.prompt)
    card.get_by_role("button", name=choice.shown(choice.answer), exact=True).click()
    expect(card.locator(".bp-verdict")).to_have_attribute("data-state", "right")


def test_the_digits_are_learned_at_the_press_of_a_button(classic):
    trainer = classic.locator(".bp-reader").first
    trainer.get_by_role("button", name=say("widgets.digits.train")).click()
    expect(trainer).to_contain_text(re.compile(r"After 20 epochs 9[78]\.\d %"), timeout=60_000)


def test_keys_pressed_in_a_card_are_no_commands_of_the_notebook(classic):
    cells = "Jupyter.notebook.get_cells().map(cell => cell.cell_type)"
    before = classic.evaluate(cells)
    classic.locator(".bp-rail").first.focus()
    for key in ("d", "d", "b", "x"):
        classic.keyboard.press(key)
    assert classic.evaluate(cells) == before
