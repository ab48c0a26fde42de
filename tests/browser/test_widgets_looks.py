"""Every widget but the stepper in real JupyterLab: contrast, overlaps, what moves, and what axe finds."""

import looks
import pytest
from gallery import SOURCES, Gallery

from backprop.exercises.questions import question
from backprop.words import say

WIDTHS = {"1600": 1600, "1024": 1024, "1600 at 200 % zoom": 800}
SLIDERS = {  # those that are moved from end to end while everything is measured
    "training": (say("widgets.transport.step"),),
}
MOST = 12  # steps along a slider
NONSENSE = {
    "training": say("widgets.training.hidden"),
}


@pytest.fixture(scope="module")
def gallery(lab, lasting_notebook):
    shown = Gallery(lab, lasting_notebook, "looks.ipynb", width=1600)
    for name in SOURCES:
        speak(shown, name)
    return shown


def speak(gallery, name):
    """Bring the widget to say something wrong, so that its red words are there to be measured."""
    widget = gallery.widget(name)
    if name in NONSENSE:
        refuse(gallery, name)
    elif name == "choice":
        asked = question("04-saturated")
        widget.get_by_role("button", name=asked.shown(asked.choices[asked.order[0]]), exact=True).click()
        widget.get_by_role("button", name=say("widgets.question.hint")).click()
    elif name in ("number", "drill"):
        widget.get_by_role("textbox", name=say("widgets.question.number")).fill("?")
        widget.get_by_role("textbox", name=say("widgets.question.number")).press("Enter")
        widget.get_by_role("button", name=say("widgets.question.hint")).click()
    gallery.notebook.idle()


def refuse(gallery, name):
    field = gallery.widget(name).get_by_role("textbox", name=NONSENSE[name], exact=True)
    field.fill("nothing")
    field.press("Enter")
    gallery.widget(name).get_by_text("✗").first.wait_for()


# Before the tests that make widgets anew, and say nothing wrong in them; Light is last, for the tests to come.
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("theme", ["Dark", "Light"])
def test_words_stand_out_and_nothing_is_wider_than_the_page(gallery, theme, width):
    gallery.page.set_viewport_size({"width": WIDTHS[width], "height": 1000})
    gallery.notebook.theme(theme)
    for name in SOURCES:
        assert looks.faint(gallery.widget(name)) == [], name
        assert looks.overflow(gallery.widget(name)) == [], name


@pytest.mark.parametrize("name", SOURCES)
def test_axe_finds_nothing_serious(gallery, name):
    assert looks.serious(gallery.widget(name)) == []


@pytest.mark.parametrize("name", SLIDERS)
def test_nothing_moves_and_no_label_covers_another_while_a_slider_is_moved(gallery, name):
    gallery.page.set_viewport_size({"width": 1400, "height": 1000})
    widget = gallery.fresh(name)
    for label in SLIDERS[name]:
        widget.get_by_role("slider", name=label, exact=True).press("Home")
        gallery.notebook.idle()
        stood = looks.boxes(widget)
        steps = [*["ArrowRight"] * MOST, "End"]
        for step, key in enumerate(steps):
            gallery.page.keyboard.press(key)
            gallery.notebook.idle()
            assert looks.moved(stood, looks.boxes(widget)) == [], f"{label}, step {step}"
            assert looks.crowded(widget) == [], f"{label}, step {step}"


@pytest.mark.parametrize("name", NONSENSE)
@pytest.mark.parametrize("width", [1400, 800])
def test_nothing_moves_when_nonsense_is_refused(gallery, name, width):
    gallery.page.set_viewport_size({"width": width, "height": 1000})
    widget = gallery.fresh(name)
    stood = looks.boxes(widget)
    refuse(gallery, name)
    assert looks.moved(stood, looks.boxes(widget)) == []


@pytest.mark.parametrize("name", ["training"])
def test_no_label_covers_another_whatever_is_chosen(gallery, name):
    gallery.page.set_viewport_size({"width": 1400, "height": 1000})
    for box in gallery.fresh(name).get_by_role("combobox").all():
        for option in box.evaluate("e => e.disabled ? [] : [...e.options].map(option => option.label)"):
            box.select_option(label=option)
            gallery.notebook.idle()
            assert looks.crowded(gallery.widget(name)) == [], option
