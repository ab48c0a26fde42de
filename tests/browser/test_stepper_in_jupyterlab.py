"""The stepper in real JupyterLab: by keyboard and by mouse, its numbers the engine's, its looks measured."""

import keyboard
import looks
import pytest

from backprop import walkthrough
from backprop.examples import lecture_network
from backprop.pictures.diagram import diagram
from backprop.widgets import words
from backprop.widgets.stepper import PRESETS

SOURCE = (
    "from backprop.examples import lecture_network\nfrom backprop.widgets import Stepper\nStepper(*lecture_network())"
)
LAST = len(walkthrough(*lecture_network()))
# The count, and the page's picture beside one as the page writes it, without the line ends between their parts; a
# template is not shown, and loads nothing.
SHOWS = """([count, svg]) => { const written = place => place.innerHTML.replaceAll('\\n', '');
    const wanted = Object.assign(document.createElement('template'), {innerHTML: svg});
    return [...document.querySelectorAll('.widget-label')].some(label => label.textContent === count)
        && written(document.querySelector('svg.bp-d').parentElement) === written(wanted) }"""


@pytest.fixture
def stepper(lab, notebook):
    return notebook(lab.write("stepper.ipynb", SOURCE))


@pytest.fixture(scope="module")
def lasting_stepper(lab, lasting_notebook):
    """One that is only looked at, by one test after another."""
    return lasting_notebook(lab.write("looks.ipynb", SOURCE))


def shows(notebook, walk, i):
    """Wait until the count and, to the letter, the picture are those of this step, then for the kernel."""
    notebook.page.wait_for_function(SHOWS, arg=[words.COUNT.format(i + 1, len(walk)), diagram(walk, i)])
    notebook.idle()


def test_by_keyboard_alone_every_step_there_and_back_shows_the_engines_picture(stepper):
    page, walk = stepper.page, walkthrough(*lecture_network())
    page.get_by_role("button", name=words.FIRST).focus()
    for _ in range(12):
        if page.evaluate("document.activeElement.getAttribute('role')") == "slider":
            break
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('role')") == "slider"
    place = looks.boxes(stepper.widget)
    for i in range(LAST):
        page.keyboard.press("ArrowRight")
        shows(stepper, walk, i)
        assert looks.moved(place, looks.boxes(stepper.widget)) == [], f"something moved at step {i + 1}"
    for i in reversed(range(LAST)):
        page.keyboard.press("ArrowLeft")
        shows(stepper, walk, i - 1)


def test_a_step_leaves_alone_what_it_does_not_change_in_the_picture(stepper):
    page, walk = stepper.page, walkthrough(*lecture_network())
    slider = page.get_by_role("slider").first
    slider.press("ArrowRight")
    shows(stepper, walk, 0)
    page.evaluate("document.querySelectorAll('svg.bp-d, svg.bp-d *').forEach(e => { e.stays = true })")
    slider.press("ArrowRight")
    shows(stepper, walk, 1)
    stays = page.evaluate("[...document.querySelectorAll('svg.bp-d, svg.bp-d *')].filter(e => e.stays).length")
    assert stays > 0.8 * page.evaluate("document.querySelectorAll('svg.bp-d, svg.bp-d *').length")


def test_tab_reaches_every_control_and_the_focus_is_seen_on_each(lasting_stepper):
    widget = lasting_stepper.widget
    assert keyboard.toured(widget) == keyboard.names(widget)


def test_by_mouse_a_weight_is_edited_nonsense_refused_and_the_last_step_reached(stepper):
    page = stepper.page
    network, x, target = lecture_network()
    field = page.get_by_label("z₁: w")
    field.fill("0.5, −2")
    field.press("Enter")
    stepper.idle()
    edited = type(network)(
        [type(network.layers[0])([[0.5, -2], [-1, 1]], network.layers[0].biases), *network.layers[1:]]
    )
    page.get_by_role("button", name=words.LAST).click()
    shows(stepper, walkthrough(edited, x, target), LAST - 1)
    field.fill("one")
    field.press("Enter")
    page.get_by_text("is not a row of numbers").wait_for()
    shows(stepper, walkthrough(edited, x, target), LAST - 1)
    page.get_by_role("button", name=words.FIRST).click()
    shows(stepper, walkthrough(edited, x, target), -1)
    page.get_by_role("button", name=words.PLAY, exact=True).click()
    page.get_by_role("button", name=words.PAUSE).click()
    stepper.idle()


@pytest.mark.parametrize("preset", PRESETS)
def test_no_two_labels_of_a_preset_overlap_at_any_step(lasting_stepper, preset):
    page, walk = lasting_stepper.page, walkthrough(*PRESETS[preset]())
    page.get_by_label(words.PRESET).select_option(label=preset)
    lasting_stepper.idle()
    page.get_by_role("button", name=words.LAST).click()
    shows(lasting_stepper, walk, len(walk) - 1)
    place = page.locator(".widget-html-content:has(> svg.bp-d)")
    for i in range(-1, len(walk)):  # put where the widget puts it, without the time that steps take
        place.evaluate("(place, svg) => { place.innerHTML = svg }", diagram(walk, i))
        assert looks.crowded(place) == [], f"step {i + 1}"


@pytest.mark.parametrize("width", [1024, 1600, 800], ids=["1024", "1600", "1600 at 200 % zoom"])
@pytest.mark.parametrize("theme", ["Light", "Dark"])
def test_words_stand_out_and_the_page_does_not_scroll_sideways(lasting_stepper, theme, width):
    page = lasting_stepper
    page.page.set_viewport_size({"width": width, "height": 1000})
    page.theme(theme)
    page.page.get_by_label(words.PRESET).select_option(label=words.LECTURE)
    page.idle()
    page.page.get_by_role("button", name=words.LAST).click()
    shows(page, walkthrough(*lecture_network()), LAST - 1)
    assert looks.faint(page.widget) == []
    assert looks.overflow(page.widget) == []


def test_axe_finds_nothing_serious_in_the_widget(lasting_stepper):
    assert looks.serious(lasting_stepper.widget) == []
