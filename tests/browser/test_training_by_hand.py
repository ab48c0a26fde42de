"""Examples changed by hand in real JupyterLab: by mouse, by keyboard alone, and by finger on a narrow page."""

import re

import looks
import numpy as np
import pytest
from lab_page import TWO_FRAMES

from backprop.words import say

expect = pytest.importorskip("playwright.sync_api").expect
SOURCE = "from backprop.widgets import *\nplayer = TrainingPlayer(updates=60, position=30)\nplayer"
ASKED = "player.choices.pairs()[0].round(6).tolist(), player.choices.pairs()[1].ravel().tolist()"
PLACES = """all => all.map(e => { const b = e.querySelector('.bp-near').getBoundingClientRect();
    return [b.x + b.width / 2, b.y + b.height / 2] })"""


@pytest.fixture
def card(lab, notebook):
    """A player of XOR, fresh."""
    expect.set_options(timeout=30_000)
    opened = notebook(lab.write("by_hand.ipynb", SOURCE))
    opened.page.set_viewport_size({"width": 1400, "height": 1000})
    card = opened.widget
    expect(card.locator(".bp-count")).to_have_text("30 of 60")
    card.locator("[data-panel=plane]").scroll_into_view_if_needed()
    return card


def places(card):
    """Where every example stands, on the screen."""
    return card.locator("[data-panel=plane] [data-q]").evaluate_all(PLACES)


def told(card, n, x, target):
    """Wait until the new recording stands there, and the example is told of, to a hundredth of an axis."""
    expect(card.locator(".bp-count")).to_have_text("0 of 60")
    said = re.compile(rf"Example {n + 1}: x = \((.*), (.*)\), ŷ = {target}. At this update y = ")
    expect(card.locator(".bp-inspector")).to_contain_text(said)
    found = said.search(card.locator(".bp-inspector").inner_text().replace("−", "-"))
    assert [float(text) for text in found.groups()] == pytest.approx(x, abs=0.015)


def chip(card, name):
    return card.get_by_role("button", name=say(f"widgets.trained.{name}"), exact=True)


def test_by_mouse_an_example_is_dragged_another_added_flipped_and_removed_and_reset_brings_all_back(card):
    mouse, page = card.page.mouse, card.page
    (x, y), (right, top) = places(card)[0], places(card)[3]
    page.evaluate("() => { window.first = document.querySelector('[data-panel=plane] [data-q]') }")
    mouse.move(x, y)
    mouse.down()
    mouse.move(x + 0.4 * (right - x), y + 0.2 * (top - y), steps=4)
    moved = places(card)[0]  # at once, while the recording stands as it was
    assert moved == pytest.approx([x + 0.4 * (right - x), y + 0.2 * (top - y)], abs=1.5)
    expect(card.locator(".bp-count")).to_have_text("30 of 60")
    mouse.up()
    page.wait_for_function("() => !window.first.isConnected")
    told(card, 0, (0.4, 0.2), 0)
    expect(card.locator("[data-q='example 0']")).to_be_focused()
    (x, y), (right, top) = places(card)[2], places(card)[1]
    mouse.dblclick((x + right) / 2, (y + top) / 2)
    expect(card.locator("[data-panel=plane] [data-q]")).to_have_count(5)
    expect(card.locator("[data-q='example 4']")).to_be_focused()
    chip(card, "flip").click()
    told(card, 4, (0.5, 0.5), 1)
    card.locator("[data-panel=plane]").scroll_into_view_if_needed()
    x, y = places(card)[4]
    mouse.click(x + 40, y)
    chip(card, "addHere").click()
    expect(card.locator("[data-panel=plane] [data-q]")).to_have_count(6)
    chip(card, "remove").click()
    expect(card.locator("[data-panel=plane] [data-q]")).to_have_count(5)
    card.get_by_role("button", name=say("widgets.player.menu")).click()
    card.get_by_role("button", name=say("widgets.player.reset"), exact=True).click()
    expect(card.locator("[data-panel=plane] [data-q]")).to_have_count(4)
    expect(card.locator(".bp-line").first).to_contain_text("After 0 updates")


def test_by_keyboard_alone_an_example_is_moved_flipped_added_and_removed(card):
    press = card.page.keyboard.press
    card.locator("[data-edge^=w][tabindex='0']").focus()
    press("Tab")
    focused = card.locator("[data-panel=plane] [data-q]:focus")
    expect(focused).to_have_count(1)  # in the order of reading: (0, 1)
    expect(card.locator(".bp-inspector")).to_contain_text("Example 2: x = (0, 1)")
    expect(card.locator(".bp-keys")).to_have_text(say("widgets.trained.keys"))
    for key in ("PageDown", "PageDown", "PageDown", "PageDown", "PageUp"):
        press(key)
    expect(card.locator(".bp-inspector")).to_contain_text("Example 1: x = (0, 0)")
    expect(focused).to_have_attribute("aria-label", re.compile(r"^Example 1: x = \(0, 0\), ŷ = 0. At this update y = "))
    press("Shift+ArrowRight")
    told(card, 0, (0.13, 0), 0)
    press("ArrowUp")
    told(card, 0, (0.13, 0.013), 0)
    expect(focused).to_have_attribute("data-q", "example 0")
    for _ in range(10):  # faster than Python answers: none is lost
        press("ArrowUp")
    expect(card.locator(".bp-inspector")).to_contain_text(re.compile(r"x = \(0\.13, 0\.1[34]\d*\), ŷ = 0. At this"))
    press("Enter")
    expect(card.locator(".bp-inspector")).to_contain_text("ŷ = 1. At this")
    press("Space")
    expect(card.locator(".bp-inspector")).to_contain_text("ŷ = 0. At this")
    press("Insert")
    expect(focused).to_have_attribute("data-q", "example 4")
    press("Delete")
    expect(card.locator("[data-panel=plane] [data-q]")).to_have_count(4)
    expect(focused).to_have_attribute("data-q", "example 3")
    for _ in range(4):
        expect(focused).to_have_count(1)
        count = card.locator("[data-panel=plane] [data-q]").count()
        press("Backspace")
        if count > 1:
            expect(card.locator("[data-panel=plane] [data-q]")).to_have_count(count - 1)
    expect(card.locator(".bp-note")).to_have_text(say("widgets.training.last-example"))
    expect(card.locator(".bp-count")).to_have_text("0 of 60")


def test_what_stands_there_after_a_drag_is_what_python_trains_on(lab, notebook):
    opened = notebook(lab.write("asked.ipynb", SOURCE, ASKED))
    card = opened.widget
    card.locator("[data-panel=plane]").scroll_into_view_if_needed()
    (x, y), (right, top) = places(card)[0], places(card)[3]
    card.page.mouse.move(x, y)
    card.page.mouse.down()
    card.page.mouse.move((x + right) / 2, (y + top) / 2, steps=3)
    card.page.mouse.up()
    told(card, 0, (0.5, 0.5), 0)
    card.page.evaluate("jupyterapp.shell.currentWidget.content.activeCellIndex = 1")
    card.page.evaluate("jupyterapp.commands.execute('notebook:run-cell')")
    expect(card.page.locator(".jp-OutputArea-output pre").last).to_contain_text("[0.0, 1.0]")
    found = eval(card.page.locator(".jp-OutputArea-output pre").last.inner_text())
    assert np.allclose(found[0], [[0.5, 0.5], [0, 1], [1, 0], [1, 1]], atol=0.02) and found[1] == [0, 1, 1, 0]


def test_nothing_moves_while_examples_are_pointed_at_chosen_and_moved(card):
    outside = "root => [...root.children].map(e => { const b = e.getBoundingClientRect(); return [b.y, b.height] })"
    tall = "root => root.getBoundingClientRect().height"
    stood, height = card.evaluate(outside), card.evaluate(tall)
    x, y = places(card)[0]
    for act in (
        lambda: card.page.mouse.move(x, y),
        lambda: card.page.mouse.click(x, y),
        lambda: card.page.mouse.click(x + 40, y - 40),
        lambda: card.locator("[data-q='example 1']").focus(),
        lambda: card.page.keyboard.press("ArrowRight"),
    ):
        act()
        card.page.evaluate(TWO_FRAMES)
        assert card.evaluate(tall) == height
        assert card.evaluate(outside)[:4] == stood[:4]
    told(card, 1, (0.013, 1), 1)
    assert card.evaluate(tall) == height
    assert looks.crowded(card) == [] and looks.faint(card) == []
    assert looks.serious(card) == []
