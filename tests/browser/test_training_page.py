"""Saved pages of training in Chromium with the network blocked: played, followed, pointed at, wide and narrow."""

import looks
import numpy as np
import pytest

from backprop.notation import number
from backprop.widgets import TrainingPlayer
from backprop.words import say

MADE = {
    "xor": lambda: TrainingPlayer(updates=60, position=20),
    "moons": lambda: TrainingPlayer("two_moons", learning_rate=0.01, updates=40, compare="0.001, 0.05", batch_size=16),
    "lecture": lambda: TrainingPlayer("lecture", updates=10),
    "line": lambda: TrainingPlayer(([[0.0], [1.0], [2.0]], [[0], [0], [1]]), activation="relu", updates=10),
}


WHERE = "all => all.map(e => { const b = e.getBoundingClientRect(); return [b.x, b.y].map(v => v.toFixed(1)).join() })"


@pytest.fixture(scope="module")
def made():
    return {name: make() for name, make in MADE.items()}


@pytest.fixture
def open_page(offline, made, tmp_path):
    """Open the page of that name, and wait for its rows."""

    def opened(name):
        offline.goto(made[name].save_html(tmp_path / f"{name}.html").as_uri())
        offline.wait_for_function("() => document.querySelector('.bp-line').textContent !== ''")
        return offline

    return opened


@pytest.mark.parametrize("name", MADE)
@pytest.mark.parametrize("width", [1280, 736, 375])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_and_the_page_does_not_scroll_sideways(open_page, name, width, scheme):
    page = open_page(name)
    assert looks.faults(page, width, scheme) == []


@pytest.mark.parametrize("name", MADE)
def test_wide_enough_a_card_stands_on_one_screen(open_page, name):
    assert open_page(name).locator(".bp-card").bounding_box()["height"] < 790


def test_every_update_is_shown_with_its_own_numbers_there_and_back(open_page, made):
    page, history = open_page("xor"), made["xor"].history
    rail = page.get_by_role("slider", name=say("pictures.update"))
    rail.press("Home")
    for i in [*range(61), *reversed(range(60))]:
        L = number(float(np.float32(history.losses[i]))).text
        assert page.locator(".bp-count").inner_text() == f"{i} of 60"
        assert page.locator(".bp-line").first.inner_text() == say("story.training.after", n=i, L=L)
        rail.press("ArrowRight" if i < 60 and page.evaluate("() => !window.back") else "ArrowLeft")
        if i == 60:
            page.evaluate("() => { window.back = true }")


def test_any_parameter_is_followed_without_a_kernel_and_another_run_says_that_it_needs_one(open_page, made):
    page, parameters = open_page("moons"), made["moons"].history.parameters
    follow = page.get_by_label(say("widgets.trained.parameter"), exact=True)
    for place in range(parameters.shape[1]):
        follow.select_option(index=place)
        value = number(float(np.float32(parameters[0, place])), 6).text
        assert f"= {value}; " in page.locator(".bp-inspector").inner_text()
        assert page.locator("[data-panel=value] .tick").count() > 2
    page.get_by_role("button", name=say("widgets.trained.again")).click()
    page.wait_for_timeout(100)
    assert page.locator(".bp-note").inner_text() == say("widgets.player.noKernel")


def test_of_overlapping_examples_the_nearest_is_pointed_at_and_each_can_be_hit(open_page, made):
    page = open_page("moons")
    boxes = [ring.bounding_box() for ring in page.locator("[data-panel=plane] .bp-near").all()]
    assert len(boxes) == 200 and all(box["width"] >= 24 for box in boxes)
    for n in range(0, 200, 9):
        page.mouse.move(*(boxes[n][side] + boxes[n][size] / 2 for side, size in (("x", "width"), ("y", "height"))))
        said = page.locator(".bp-inspector").inner_text()
        assert said.startswith(say("story.training.named", n=n + 1) + ":")
    page.set_viewport_size({"width": 375, "height": 800})
    assert page.locator("[data-panel=plane] .bp-near").first.bounding_box()["width"] >= 24


def test_without_a_kernel_every_change_of_an_example_says_that_it_needs_one_and_leaves_it_where_it_was(open_page):
    page = open_page("xor")
    note, example = page.locator(".bp-note"), page.locator("[data-q='example 2']")
    before = page.locator("[data-panel=plane] [data-q]").evaluate_all(WHERE)
    said = page.locator(".bp-inspector").inner_text
    said_before = page.locator(".bp-line").first.inner_text()

    def refused():
        page.wait_for_function("() => document.querySelector('.bp-note').textContent !== ''")
        assert note.inner_text() == say("widgets.trained.examplesNoKernel")
        assert page.locator("[data-panel=plane] [data-q]").evaluate_all(WHERE) == before
        assert page.locator(".bp-line").first.inner_text() == said_before
        note.evaluate("e => e.replaceChildren()")

    box = example.locator(".bp-near").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 40, y - 30, steps=4)
    assert page.locator("[data-panel=plane] [data-q]").evaluate_all(WHERE) != before  # at once
    assert "At this update" not in said()
    page.mouse.up()
    refused()
    page.mouse.dblclick(x - 60, y - 60)
    refused()
    for name in ("flip", "remove", "addBeside"):
        example.dispatch_event("click")
        page.get_by_role("button", name=say(f"widgets.trained.{name}")).click()
        refused()
    example.focus()
    for key in ("ArrowLeft", "Shift+ArrowUp", "Enter", "Space", "Delete", "Backspace", "Insert", "+"):
        page.keyboard.press(key)
        refused()
    page.keyboard.press("PageUp")
    assert said().startswith(say("story.training.named", n=1))
    assert note.inner_text() == ""


def test_by_finger_an_example_is_chosen_then_dragged_and_the_page_scrolls_from_any_other(chromium, made, tmp_path):
    context = chromium.new_context(viewport={"width": 375, "height": 800}, has_touch=True, is_mobile=True, offline=True)
    page, finger = context.new_page(), None
    page.goto(made["moons"].save_html(tmp_path / "finger.html").as_uri())
    page.wait_for_function("() => document.querySelector('.bp-line').textContent !== ''")
    page.locator("[data-panel=plane]").evaluate("e => e.scrollIntoView({block: 'start'})")
    finger, said = context.new_cdp_session(page), page.locator(".bp-inspector span").first.inner_text

    def touch(kind, *place):
        points = [{"x": place[0], "y": place[1]}] if place else []
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        page.wait_for_timeout(30)

    def dragged(n):
        """What is said while a finger goes from this example, and whether the page has scrolled."""
        box, before = page.locator(f"[data-q='example {n}'] .bp-near").bounding_box(), page.evaluate("scrollY")
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        touch("touchStart", x, y)
        for step in range(1, 9):
            touch("touchMove", x + 4 * step, y - 8 * step)
        during = said()
        for _ in range(5):  # it rests at the end: a page still gliding takes the next tap to stop it
            touch("touchMove", x + 33, y - 64)
        touch("touchEnd")
        return during, at_rest() != before

    def at_rest():
        """Where the page stands once it no longer scrolls."""
        return page.evaluate("""async () => {
            const frame = () => new Promise(requestAnimationFrame);
            for (let still = 0, last; still < 10; last = scrollY) {
                await frame();
                still = scrollY === last ? still + 1 : 0 }
            return scrollY }""")

    assert dragged(70)[1]
    box = page.locator("[data-q='example 70'] .bp-near").bounding_box()
    page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_function("() => document.querySelector('.bp-inspector').textContent.startsWith('Example 71: ')")
    during, scrolled = dragged(70)
    assert during.startswith("Example 71: ") and "At this update" not in during and not scrolled
    page.wait_for_function("() => document.querySelector('.bp-note').textContent !== ''")
    assert "At this update" in said()  # it stands where it stood
    context.close()


def test_every_update_stands_there_before_the_key_press_is_over(open_page):
    page = open_page("moons")
    still = page.evaluate("""() => {
        const rail = document.querySelector('.bp-rail'), where = document.querySelector('.bp-headline');
        const shown = () => [where, ...document.querySelectorAll('[data-panel]')].map(e => e.innerHTML);
        const press = key => rail.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}));
        press('Home');
        const still = new Set(shown().keys());
        for (let i = 0; i < 8; i++) {
            const before = shown();
            press('ArrowRight');  // nothing is waited for
            shown().forEach((each, n) => { if (each !== before[n]) still.delete(n) });
            if (shown()[0] === before[0]) return 'the headline';
        }
        return [...still].map(n => n && document.querySelectorAll('[data-panel]')[n - 1].dataset.panel) }""")
    assert still == []
