"""Every widget but the stepper in real JupyterLab: contrast, overlaps, what moves, and what axe finds."""

import looks
import pytest
from gallery import SOURCES, Gallery

from backprop.exercises.questions import question
from backprop.words import say

WIDTHS = {"1600": 1600, "1024": 1024, "1600 at 200 % zoom": 800}


@pytest.fixture(scope="module")
def gallery(lab, lasting_notebook):
    shown = Gallery(lab, lasting_notebook, "looks.ipynb", width=1600)
    for name in SOURCES:
        speak(shown, name)
    return shown


def speak(gallery, name):
    """Bring the widget to say something wrong, so that its red words are there to be measured."""
    widget = gallery.widget(name)
    if name == "choice":
        asked = question("04-saturated")
        widget.get_by_role("button", name=asked.shown(asked.choices[asked.order[0]]), exact=True).click()
        widget.get_by_role("button", name=say("widgets.question.hint")).click()
    elif name in ("number", "drill"):
        widget.get_by_role("textbox", name=say("widgets.question.number")).fill("?")
        widget.get_by_role("textbox", name=say("widgets.question.number")).press("Enter")
        widget.get_by_role("button", name=say("widgets.question.hint")).click()
    gallery.notebook.idle()


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
