"""Every widget but the stepper in real JupyterLab, by mouse and by keyboard alone: its numbers are the engine's."""

import keyboard
import numpy as np
import pytest
from gallery import SOURCES, Gallery
from lab_page import views_stay_in_step

from backprop import examples
from backprop.exercises.asked import hint, solution
from backprop.exercises.digits import accuracy, confusion, predict, share, train
from backprop.exercises.drill import drill
from backprop.exercises.questions import question
from backprop.exercises.reference import REFERENCE
from backprop.notation import number
from backprop.widgets.digits import SIZES
from backprop.words import say

expect = pytest.importorskip("playwright.sync_api").expect
PATIENCE = 30_000  # milliseconds; a state is waited for, never a time


@pytest.fixture(scope="module")
def gallery(lab, lasting_notebook):
    expect.set_options(timeout=PATIENCE)
    return Gallery(lab, lasting_notebook, "driven.ipynb", width=1400)


@pytest.fixture
def show(gallery):
    """A widget by name, as it opens."""
    return gallery.fresh


def button(widget, text):
    return widget.get_by_role("button", name=text, exact=True)


def enter(field, text):
    field.fill(text)
    field.press("Enter")


def texts(*values, digits=3):
    return [number(value, digits).text for value in values]


# Every text and every attribute that is shown, hovered or read aloud.
SPOKEN = """root => [...root.querySelectorAll('*')].flatMap(e => [...e.attributes]
    .filter(a => ['aria-label', 'title', 'alt', 'placeholder', 'aria-valuetext'].includes(a.name)).map(a => a.value)
    .concat(e.children.length ? [] : [e.textContent]))"""


@pytest.mark.parametrize("name", SOURCES)
def test_tab_reaches_every_control_and_the_focus_is_seen_on_each(show, name):
    widget = show(name)
    if name in ("number", "choice", "drill"):
        button(widget, say("widgets.question.hint")).press("Enter")  # which switches the solution's button on
        expect(button(widget, say("widgets.question.solution"))).to_be_enabled()
    assert keyboard.toured(widget) == keyboard.names(widget)


def test_in_the_table_and_among_the_images_tab_reaches_one_and_arrow_keys_the_others(show):
    widget = show("digits")
    expect(widget.locator(".bp-image")).to_have_count(40)
    for group in (".bp-confusion button", ".bp-image"):
        assert widget.locator(f"{group}[tabindex='0']").count() == 1
        assert widget.locator(f"{group}[tabindex='-1']").count() == widget.locator(group).count() - 1
    assert widget.locator("button[tabindex='-1']").count() == 99 + 39


def test_keys_pressed_in_a_choice_leave_the_notebook_alone(gallery, show):
    cells = "() => [...jupyterapp.shell.currentWidget.content.model.cells].map(cell => cell.type)"
    before = gallery.page.evaluate(cells)
    widget = show("choice")
    choices = widget.get_by_role("group", name=say("widgets.question.answers")).get_by_role("button")
    choices.nth(1).focus()
    for key in ("Space", "ArrowDown", "d", "d", "b", "x"):
        gallery.page.keyboard.press(key)
    expect(choices.nth(1)).to_have_attribute("aria-pressed", "true")
    assert gallery.page.evaluate(cells) == before


# ----------------------------------------------------------------- the questions


def judged(widget, asked, answer):
    """Wait until the verdict on this answer is shown in full."""
    expect(widget.get_by_text(str(asked.check(answer)))).to_be_visible()


def answer_field(widget):
    return widget.get_by_role("textbox", name=say("widgets.question.number"))


def test_another_answer_takes_the_verdict_on_the_one_before_away(show):
    widget = show("number")
    enter(answer_field(widget), "7")
    judged(widget, question("04-bias"), "7")
    answer_field(widget).press("8")
    expect(widget.locator(".bp-verdict")).to_be_empty()


def test_nothing_on_the_page_gives_a_drills_answer_away(show):
    widget = show("drill")
    questions = drill(0)
    for _ in range(4):
        asked = next(questions)
        expect(widget.get_by_text(asked.prompt)).to_be_visible()
        number_ = number(asked.answer).text
        spoken = widget.evaluate(SPOKEN)
        assert not any(number_ in text.split() for text in spoken), number_
        button(widget, say("widgets.question.next")).click()


def test_by_mouse_a_number_is_judged_then_the_hint_then_the_solution(show):
    widget, asked = show("number"), question("04-bias")
    field = widget.get_by_role("textbox")
    judged(widget, asked, None)
    expect(button(widget, say("widgets.question.solution"))).to_be_disabled()
    for answer in ("a third", str(next(iter(asked.wrong.values()))), str(asked.answer)):
        field.fill(answer)
        button(widget, say("widgets.question.check")).click()
        judged(widget, asked, answer)
    button(widget, say("widgets.question.hint")).click()
    expect(widget.get_by_text(" ".join(hint(asked)))).to_be_visible()
    button(widget, say("widgets.question.solution")).click()
    expect(widget.get_by_text(" ".join(solution(asked)[:2]))).to_be_visible()


def test_by_keyboard_alone_a_choice_is_made_and_judged(gallery, show):
    widget, asked, notebook = show("choice"), question("04-saturated"), gallery.notebook
    choices = widget.get_by_role("group", name=say("widgets.question.answers")).get_by_role("button")
    for place, choice in enumerate(asked.order):
        choices.first.focus()
        keyboard.press(notebook, choices.nth(place), "Space")
        expect(choices.nth(place)).to_have_attribute("aria-pressed", "true")
        judged(widget, asked, choice)
    choices.first.focus()
    keyboard.press(notebook, button(widget, say("widgets.question.hint")), "Space")
    keyboard.press(notebook, button(widget, say("widgets.question.solution")), "Space")
    expect(widget.get_by_text(" ".join(solution(asked)[:2]))).to_be_visible()


def test_by_mouse_a_choice_is_made_and_judged(show):
    widget, asked = show("choice"), question("04-saturated")
    for choice in asked.order:
        button(widget, asked.shown(asked.choices[choice])).click()
        judged(widget, asked, choice)


def test_by_keyboard_alone_a_drill_is_answered_and_gives_new_numbers_with_the_focus_kept(gallery, show):
    widget, notebook, questions = show("drill"), gallery.notebook, drill(0)
    for _ in range(2):
        asked = next(questions)
        expect(widget.get_by_text(asked.prompt)).to_be_visible()
        button(widget, say("widgets.question.next")).focus()
        answer = f"{asked.answer:.3g}"
        keyboard.press(notebook, answer_field(widget), *answer, "Enter")
        judged(widget, asked, answer)
        button(widget, say("widgets.question.next")).focus()
        keyboard.press(notebook, button(widget, say("widgets.question.next")), "Enter")
    keyboard.press(notebook, widget.get_by_label(say("widgets.question.seed")), "Control+a", "7", "Enter")
    expect(widget.get_by_text(next(drill(7)).prompt)).to_be_visible()


def test_by_mouse_a_drill_gives_new_numbers_and_says_what_is_wrong(show):
    widget, questions = show("drill"), drill(0)
    for _ in range(2):
        asked = next(questions)
        expect(widget.get_by_text(asked.prompt)).to_be_visible()
        for answer in ("?", str(next(iter(asked.wrong.values())))):
            enter(answer_field(widget), answer)
            judged(widget, asked, answer)
        button(widget, say("widgets.question.next")).click()


# -------------------------------------------------------------------- the digits


def test_the_digits_are_trained_by_mouse_and_by_keyboard_and_what_is_read_is_the_engines(gallery, show):
    data, network = examples.digits(0), examples.lecun_network(SIZES, 0)
    *_, (_, weights, biases, right) = train(REFERENCE, data, network, epochs=2)
    guesses = predict(REFERENCE["forward"], data.held_out_x, weights, biases)
    assert right == accuracy(guesses, data.held_out_target)
    sentence = say("exercises.digits.held-out", n=2, share=share(right))
    matrix = confusion(guesses, data.held_out_target)
    counts = [("" if i == j else "✗") + str(count) if count else "" for (i, j), count in np.ndenumerate(matrix)]
    for by in ("mouse", "keyboard"):
        widget = show("digits")
        expect(widget.locator(".bp-line").first).to_contain_text("Not trained yet")
        if by == "mouse":
            button(widget, say("widgets.digits.train")).click()
        else:
            button(widget, say("widgets.digits.train")).press("Enter")
        expect(widget.locator(".bp-line").first).to_have_text(sentence)
        expect(button(widget, say("widgets.digits.again"))).to_be_visible()
        expect(widget.locator(".bp-done")).to_have_text(say("widgets.digits.done", n=90, wanted=90))
        expect(widget.locator(".bp-confusion button")).to_have_text(counts)
        expect(widget.locator(".bp-count")).to_have_text("2 of 2")
    widget.get_by_role("slider", name=say("pictures.digits.epoch")).press("Home")
    expect(widget.locator(".bp-line").first).to_contain_text("Not trained yet")


def test_two_views_of_the_trainer_stay_in_step(lab, notebook):
    source = "from backprop.widgets import *\nt = DigitTrainer(epochs=4)\nt"
    views_stay_in_step(notebook(lab.write("views.ipynb", source, "t", "t.train()\nt.position = 2")), 2, 4)


def test_with_the_kernel_gone_the_epochs_are_still_shown_and_training_says_that_nobody_answers(lab, notebook):
    source = "from backprop.widgets import *\nt = DigitTrainer(epochs=2)\nt.train()\nt"
    opened = notebook(lab.write("gone.ipynb", source))
    widget = opened.widget
    expect(widget.locator(".bp-count")).to_have_text("2 of 2")
    opened.page.evaluate("jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    rail = widget.get_by_role("slider", name=say("pictures.digits.epoch"))
    for key, told in (("Home", "Not trained yet"), ("ArrowRight", "After 1 epoch "), ("End", "After 2 epochs ")):
        rail.press(key)
        expect(widget.locator(".bp-line").first).to_contain_text(told)
    button(widget, say("widgets.digits.again")).click()
    expect(widget.locator(".bp-note")).to_have_text(say("widgets.player.noAnswer"), timeout=15_000)
