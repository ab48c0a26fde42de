"""The stepper in real JupyterLab: by keys, by mouse, edited in place; its numbers the engine's, its looks measured."""

import re

import keyboard
import looks
import pytest
from lab_page import TWO_FRAMES, views_stay_in_step
from playwright.sync_api import expect

from backprop import Layer, Network, walkthrough
from backprop.examples import lecture_network
from backprop.notation import number
from backprop.widgets.stepper import PRESETS
from backprop.words import say

SOURCE = (
    "from backprop.examples import lecture_network\nfrom backprop.widgets import Stepper\n"
    "stepper = Stepper(*lecture_network())\nstepper"
)
LAST = len(walkthrough(*lecture_network()))
TEXTS = """root => Object.fromEntries([...root.querySelectorAll('.bp-view [data-q]')]
    .map(e => [e.dataset.q, (e.querySelector('.v') ?? e).textContent]))"""
# Where the parts of the card stand that last: from its corner, in pixels.
PARTS = """root => { const o = root.getBoundingClientRect();
    const parts = ':scope > div:not(.bp-live), .bp-bar > *, .bp-tabs > *, .bp-view svg, .bp-formula';
    const all = [...root.querySelectorAll(parts)].filter(e => e.checkVisibility());
    return all.map(e => { const b = e.getBoundingClientRect();
        return [String(e.classList), ...[b.x - o.x, b.y - o.y, b.width, b.height].map(Math.round)] }) }"""
SCRIPT = ("<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>")


@pytest.fixture
def stepper(lab, notebook):
    return notebook(lab.write("stepper.ipynb", SOURCE))


@pytest.fixture(scope="module")
def lasting_stepper(lab, lasting_notebook):
    """One that is only looked at, by one test after another."""
    return lasting_notebook(lab.write("looks.ipynb", SOURCE))


def shows(notebook, walk, i):
    """Wait until the count and every number in the picture are those of this step, then for the kernel."""
    card = notebook.widget
    expect(card.locator(".bp-count")).to_have_text(say("widgets.player.count", i=i + 1, n=len(walk)))
    notebook.idle()
    engine = {quantity.key: number(value).text for quantity, value in (walk.given | walk.known(i)).items()}
    shown = card.evaluate(TEXTS)
    assert shown == {quantity: engine.get(quantity, "") for quantity in shown}


def press(notebook, name):
    notebook.widget.get_by_role("button", name=name, exact=True).click()


def choose(notebook, name):
    """An entry of the menu."""
    press(notebook, say("widgets.player.menu"))
    press(notebook, name)


def test_by_keyboard_alone_every_step_there_and_back_shows_the_engines_numbers_and_nothing_moves(stepper):
    page, walk = stepper.page, walkthrough(*lecture_network())
    page.get_by_role("slider", name=say("widgets.player.step")).focus()
    place = stepper.widget.evaluate(PARTS)
    for i in range(LAST):
        page.keyboard.press("ArrowRight")
        shows(stepper, walk, i)
        assert stepper.widget.evaluate(PARTS) == place, f"something moved at step {i + 1}"
    for i in reversed(range(LAST)):
        page.keyboard.press("ArrowLeft")
        shows(stepper, walk, i - 1)


def test_a_step_leaves_alone_what_it_does_not_change_in_the_picture(stepper):
    page, walk = stepper.page, walkthrough(*lecture_network())
    page.get_by_role("slider", name=say("widgets.player.step")).press("ArrowRight")
    shows(stepper, walk, 0)
    page.evaluate("document.querySelectorAll('svg.bp-d, svg.bp-d *').forEach(e => { e.stays = true })")
    page.keyboard.press("ArrowRight")
    shows(stepper, walk, 1)
    stays = page.evaluate("[...document.querySelectorAll('svg.bp-d, svg.bp-d *')].filter(e => e.stays).length")
    assert stays > 0.8 * page.evaluate("document.querySelectorAll('svg.bp-d, svg.bp-d *').length")


def test_tab_reaches_every_control_and_the_focus_is_seen_on_each(lasting_stepper):
    widget = lasting_stepper.widget
    assert keyboard.toured(widget) == keyboard.names(widget)


def test_by_mouse_a_weight_is_edited_in_place_nonsense_refused_and_escape_takes_it_back(stepper):
    page, card = stepper.page, stepper.widget
    network, x, target = lecture_network()
    field, wire = card.locator(".bp-editor input").first, card.locator('[data-edge="w 0 0 1"]').first
    page.get_by_role("slider", name=say("widgets.player.step")).press("End")
    wire.dispatch_event("dblclick")
    expect(field).to_have_value("-2")
    field.fill("−0,5")
    field.press("Enter")
    edited = Network([Layer([[1, -0.5], [-1, 1]], network.layers[0].biases), *network.layers[1:]])
    shows_soon(stepper, walkthrough(edited, x, target), LAST - 1)
    for nonsense in ("one", "", "nan", *SCRIPT):
        field.fill(nonsense)
        field.press("Enter")
        expect(card.locator(".bp-editor .bp-refused")).not_to_be_empty()
        shows(stepper, walkthrough(edited, x, target), LAST - 1)
    field.press("Escape")
    expect(field).not_to_be_visible()
    shows_soon(stepper, walkthrough(network, x, target), LAST - 1)
    assert page.locator("img[src=x]").count() == 0


def shows_soon(notebook, walk, i, patience=50):
    """Wait until the film has come, in which every number is this walkthrough's."""
    for _ in range(patience):
        try:
            return shows(notebook, walk, i)
        except AssertionError:
            notebook.page.wait_for_timeout(100)
    return shows(notebook, walk, i)


def test_the_slider_of_a_number_redraws_what_stands_there_as_it_is_dragged(stepper):
    card, (network, x, target) = stepper.widget, lecture_network()
    stepper.page.get_by_role("slider", name=say("widgets.player.step")).press("End")
    press(stepper, "η = 0.5")
    slider = card.locator(".bp-editor input[type=range]")
    for _ in range(3):
        slider.press("ArrowRight")
    rate = float(slider.input_value())
    assert rate > 0.5
    shows_soon(stepper, walkthrough(network, x, target, learning_rate=rate), LAST - 1)


def test_every_field_of_the_form_takes_markup_as_text_and_says_what_is_wrong(stepper):
    card = stepper.widget
    stepper.page.get_by_role("slider", name=say("widgets.player.step")).press("End")
    choose(stepper, say("widgets.player.editAll"))
    fields = card.locator(".bp-form-field:has(input)")
    for i in range(fields.count()):
        for text in SCRIPT:
            fields.nth(i).locator("input").fill(text)
            fields.nth(i).locator("input").press("Tab")
            expect(fields.nth(i).locator(".bp-refused")).not_to_be_empty()
    assert card.locator("img").count() == 0
    shows(stepper, walkthrough(*lecture_network()), LAST - 1)


def test_two_views_of_one_stepper_stay_in_step_and_python_can_move_them(lab, notebook):
    views_stay_in_step(notebook(lab.write("views.ipynb", SOURCE, "stepper", "stepper.position = 23")), 24, LAST)


def test_with_the_kernel_gone_it_steps_on_and_an_edit_says_that_nobody_answers(stepper):
    card = stepper.widget
    stepper.page.evaluate("jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    stepper.page.get_by_role("slider", name=say("widgets.player.step")).press("ArrowRight")
    expect(card.locator(".bp-count")).to_have_text("1 of 50")
    card.locator('[data-given="b 0 0"], [data-given="x 0"]').first.dispatch_event("dblclick")
    field = card.locator(".bp-editor input").first
    field.fill("3")
    field.press("Enter")
    expect(card.locator(".bp-editor .bp-refused")).to_have_text(say("widgets.player.noAnswer"), timeout=15_000)


@pytest.mark.parametrize("preset", PRESETS)
def test_no_two_labels_of_a_preset_overlap_at_any_step_and_every_number_is_the_engines(lasting_stepper, preset):
    page, walk = lasting_stepper.page, walkthrough(*(PRESETS[preset](1) if preset == "random" else PRESETS[preset]()))
    choose(lasting_stepper, say(f"widgets.preset.{preset}"))
    expect(lasting_stepper.widget.locator(".bp-count")).to_have_text(f"0 of {len(walk)}")
    lasting_stepper.page.wait_for_timeout(500)
    page.get_by_role("slider", name=say("widgets.player.step")).focus()
    for i in range(-1, len(walk)):
        shows(lasting_stepper, walk, i)
        assert looks.crowded(lasting_stepper.widget.locator(".bp-view")) == [], f"step {i + 1}"
        page.keyboard.press("ArrowRight")


@pytest.mark.parametrize("width", [1024, 1600, 800], ids=["1024", "1600", "1600 at 200 % zoom"])
@pytest.mark.parametrize("theme", ["Light", "Dark"])
def test_words_stand_out_and_the_page_does_not_scroll_sideways(lasting_stepper, theme, width):
    page = lasting_stepper
    page.page.set_viewport_size({"width": width, "height": 1000})
    page.theme(theme)
    choose(page, say("widgets.player.reset"))
    page.page.mouse.move(2, 2)  # what is pointed at fades the rest
    expect(page.widget.locator(".bp-count")).to_have_text(f"0 of {LAST}", timeout=20_000)
    page.page.get_by_role("slider", name=say("widgets.player.step")).press("End")
    shows(page, walkthrough(*lecture_network()), LAST - 1)
    assert looks.faint(page.widget) == []
    assert looks.overflow(page.widget) == []


def test_axe_finds_nothing_serious_in_the_widget(lasting_stepper):
    assert looks.serious(lasting_stepper.widget) == []


def test_a_large_network_says_that_each_step_is_fetched_and_shows_it(lab, notebook):
    source = (
        "from backprop.examples import random_network\nfrom backprop.widgets import Stepper\n"
        "Stepper(*random_network(0, (64, 64, 64)), by='layer')"
    )
    opened = notebook(lab.write("large.ipynb", source))
    card = opened.widget
    expect(card.locator(".bp-note")).to_have_text(say("widgets.player.large", n=8320))
    opened.page.get_by_role("slider", name=say("widgets.player.step")).press("ArrowRight")
    expect(card.locator(".bp-count")).to_have_text(re.compile("^1 of"))
    expect(card.locator(".bp-view svg text").first).to_be_attached(timeout=20_000)
    opened.page.evaluate(TWO_FRAMES)


def test_a_key_that_is_a_command_of_the_notebook_is_none_in_the_card(lab, notebook):
    opened = notebook(lab.write("keys.ipynb", SOURCE, "1", "2"))
    count = "() => [...jupyterapp.shell.currentWidget.content.model.cells].length"
    for place in (".bp-rail", '[data-q="x 0"]', ".bp-play", ".bp-speed", ".bp-rate"):
        opened.widget.locator(place).first.focus()
        for key in ("d", "d", "b", "x", "a"):
            opened.page.keyboard.press(key)
        assert opened.page.evaluate(count) == 3, place
