"""Every widget but the stepper in real JupyterLab, by mouse and by keyboard alone: its numbers are the engine's."""

import re

import keyboard
import numpy as np
import pytest
from gallery import SOURCES, Gallery

from backprop import examples
from backprop.engine import descent
from backprop.engine.descent import record
from backprop.exercises.asked import hint, solution
from backprop.exercises.digits import accuracy, confusion, predict, share, train
from backprop.exercises.drill import drill
from backprop.exercises.questions import question
from backprop.exercises.reference import REFERENCE
from backprop.notation import number
from backprop.story.telling import closing
from backprop.story.training import FACTORS
from backprop.story.walkthrough import walkthrough
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


def slider(widget, label):
    """The handle of the slider with this label."""
    return widget.get_by_role("slider", name=label, exact=True)


def rail(widget, label):
    """The rail of the slider with this label, once it is at rest: noUiSlider lets a press during its motion go."""
    found = slider(widget, label).locator("xpath=ancestor::*[contains(@class, 'noUi-target')]")
    expect(found).not_to_have_class(re.compile("noUi-state-tap"))
    found.scroll_into_view_if_needed()
    return found.bounding_box()


def click_rail(widget, label, share):
    """Click a slider's rail at this share of its length."""
    box = rail(widget, label)
    widget.page.mouse.click(box["x"] + share * box["width"], box["y"] + box["height"] / 2)


def drag(widget, label, share):
    """Drag a slider's handle to this share of its rail."""
    box, start = rail(widget, label), slider(widget, label).bounding_box()
    mouse = widget.page.mouse
    mouse.move(start["x"] + start["width"] / 2, start["y"] + start["height"] / 2)
    mouse.down()
    mouse.move(box["x"] + share * box["width"], box["y"] + box["height"] / 2, steps=5)
    mouse.up()


def dropdown(widget, label):
    return widget.get_by_role("combobox", name=label, exact=True)


def enter(field, text):
    field.fill(text)
    field.press("Enter")


def texts(*values, digits=3):
    return [number(value, digits).text for value in values]


# Every text and every attribute that is shown, hovered or read aloud.
SPOKEN = """root => [...root.querySelectorAll('*')].flatMap(e => [...e.attributes]
    .filter(a => ['aria-label', 'title', 'alt', 'placeholder', 'aria-valuetext'].includes(a.name)).map(a => a.value)
    .concat(e.children.length ? [] : [e.textContent]))"""


def at(widget, position, last):
    expect(widget.get_by_text(say("widgets.transport.count", i=position, n=last), exact=True)).to_be_visible()


@pytest.mark.parametrize("name", SOURCES)
def test_tab_reaches_every_control_and_the_focus_is_seen_on_each(show, name):
    widget = show(name)
    if name in ("number", "choice", "drill"):
        button(widget, say("widgets.question.hint")).press("Enter")  # which switches the solution's button on
        expect(button(widget, say("widgets.question.solution"))).to_be_enabled()
    if keyboard.names(widget):
        assert keyboard.toured(widget) == keyboard.names(widget)
    else:
        assert name == "digits' result"


def test_keys_pressed_in_a_dropdown_or_a_choice_leave_the_notebook_alone(gallery, show):
    cells = "() => [...jupyterapp.shell.currentWidget.content.model.cells].map(cell => cell.type)"
    before = gallery.page.evaluate(cells)
    loss = dropdown(show("training"), say("widgets.training.loss"))
    loss.focus()
    for key in ("ArrowDown", "d", "d", "b", "x"):
        gallery.page.keyboard.press(key)
    widget = show("choice")
    choices = widget.get_by_role("group", name=say("widgets.question.answers")).get_by_role("button")
    choices.nth(1).focus()
    for key in ("Space", "ArrowDown", "d", "d", "b", "x"):
        gallery.page.keyboard.press(key)
    expect(choices.nth(1)).to_have_attribute("aria-pressed", "true")
    assert gallery.page.evaluate(cells) == before


@pytest.mark.parametrize("name", SOURCES)
def test_a_label_under_the_pointer_shows_no_tooltip_of_null(show, name):
    labels = show(name).locator(".widget-label:visible")
    for label in labels.all():
        label.hover()
        assert label.get_attribute("title") != "null"


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


def test_the_digits_are_trained_again_and_the_result_is_the_engines(gallery, show):
    data, network = examples.digits(0), examples.lecun_network(SIZES, 0)
    *_, (_, weights, biases, right) = train(REFERENCE, data, network, epochs=2)
    guesses = predict(REFERENCE["forward"], data.held_out_x, weights, biases)
    assert right == accuracy(guesses, data.held_out_target)
    sentence = say("exercises.digits.held-out", n=2, share=share(right))
    widget = show("digits")
    expect(widget.get_by_text(say("exercises.digits.untrained"))).to_be_visible()
    button(widget, say("widgets.digits.train")).click()
    expect(widget.get_by_text(sentence)).to_be_visible()
    widget = show("digits")
    keyboard.press(gallery.notebook, button(widget, say("widgets.digits.train")), "Enter")
    expect(widget.get_by_text(sentence)).to_be_visible()
    result = show("digits' result")
    matrix = confusion(guesses, data.held_out_target)
    counts = [("" if i == j else "✗") + str(count) for (i, j), count in np.ndenumerate(matrix) if count]
    expect(result.locator("svg").first.locator("text.v")).to_have_text(counts)
    expect(result.locator("td").last).to_have_text(share(right))


# ------------------------------------------------------------------ the training


def recorded(hidden=(4,), activation="tanh", rate=0.3, updates=40, batch=None):
    """The run that the training player shows, recorded here."""
    x, target = examples.xor()
    network = examples.initial_network((2, *hidden, 1), activation, "small-random", 0)
    return list(record(network, x, target, "cross_entropy", rate, updates, batch))[-1]


def trained(widget, history, position):
    """Wait until the sentence and the table are those of this update."""
    at(widget, position, history.updates)
    after = say("story.training.after", n=position, L=number(history.losses[position]))
    expect(widget.get_by_text(after)).to_be_visible()
    update = history.update(min(position, history.updates - 1))
    rates = [factor * history.learning_rate for factor in FACTORS]
    rows = descent.changes(update, history.x, history.target, history.loss, rates)
    cells = widget.locator("td")
    for place, text in enumerate(texts(*(value for row in rows for value in row))):
        expect(cells.nth(place)).to_have_text(text)
    if sum(layer.weights.size for layer in update.before.layers) <= 12:
        weights = [w for layer in update.before.layers for w in layer.weights.ravel()]
        drawn = widget.locator("svg.bp-n path.f title")
        assert drawn.evaluate_all("all => all.map(e => e.textContent)") == texts(*weights, digits=6)


def test_by_mouse_training_is_played_stopped_scrubbed_and_forked(show):
    widget = show("training")
    trained(widget, recorded(), 0)
    button(widget, say("widgets.transport.forward")).click()
    trained(widget, recorded(), 1)
    click_rail(widget, say("widgets.transport.step"), 0.5)
    trained(widget, recorded(), 20)
    drag(widget, say("widgets.transport.step"), 0.25)
    trained(widget, recorded(), 10)
    dropdown(widget, say("widgets.training.activation")).select_option(label="relu")
    trained(widget, recorded(activation="relu"), 10)
    enter(widget.get_by_label(say("widgets.training.hidden"), exact=True), "3")
    trained(widget, recorded((3,), "relu"), 10)
    enter(widget.get_by_label(say("widgets.training.hidden"), exact=True), "three")
    expect(widget.get_by_text("expected up to four sizes from 1 to 32")).to_be_visible()
    trained(widget, recorded((3,), "relu"), 10)
    enter(widget.get_by_label(say("widgets.training.hidden"), exact=True), "3")
    dropdown(widget, say("widgets.training.batch")).select_option(label="1")
    enter(widget.get_by_role("spinbutton", name=say("widgets.training.updates")), "200")
    long = recorded((3,), "relu", updates=200, batch=1)
    trained(widget, long, 10)
    button(widget, say("widgets.transport.play")).click()
    widget.page.wait_for_function(
        "e => Number([...e.querySelectorAll('.widget-label')].map(l => l.textContent.match(/^(\\d+) of 200$/))"
        ".find(m => m)?.[1]) > 11",
        arg=widget.element_handle(),
        timeout=PATIENCE,
    )
    button(widget, say("widgets.transport.pause")).click()
    expect(button(widget, say("widgets.transport.play"))).to_be_visible()
    stopped = int(widget.get_by_text(re.compile(r"^\d+ of 200$")).inner_text().split()[0])
    assert 11 < stopped < 200
    trained(widget, long, stopped)


def test_by_mouse_an_update_is_opened_in_the_stepper_with_the_players_own_numbers(show):
    widget, history = show("training"), recorded()
    click_rail(widget, say("widgets.transport.step"), 0.5)
    trained(widget, history, 20)
    button(widget, say("widgets.training.open")).click()
    inner = widget.locator(".bp-card")
    update = history.update(20)
    walk = walkthrough(update.before, history.x[update.batch], history.target[update.batch], learning_rate=0.3)
    count = inner.locator(".bp-count")
    expect(count).to_have_text(say("widgets.player.count", i=0, n=len(walk)))
    button(inner, say("widgets.player.last")).click()
    expect(count).to_have_text(say("widgets.player.count", i=len(walk), n=len(walk)))
    after = [b for layer in history.network(21).layers for b in layer.biases]
    assert [b for layer in walk.updated.layers for b in layer.biases] == after
    expect(inner.get_by_text(closing(walk)).filter(visible=True)).to_be_visible()


def test_by_keyboard_alone_training_is_played_scrubbed_forked_and_opened(gallery, show):
    widget, notebook = show("training"), gallery.notebook
    button(widget, say("widgets.opened", name=say("widgets.training.settings"))).focus()
    keyboard.tab_to(button(widget, say("widgets.transport.play")))
    widget.page.keyboard.press("Space")
    trained(widget, recorded(), 40)
    expect(button(widget, say("widgets.transport.play"))).to_be_focused()
    widget.page.keyboard.press("Shift+Tab")
    widget.page.keyboard.press("Shift+Tab")
    keyboard.press(notebook, button(widget, say("widgets.transport.first")), "Enter")
    button(widget, say("widgets.opened", name=say("widgets.training.settings"))).focus()
    keyboard.press(notebook, slider(widget, "η"), "ArrowRight")
    fast = recorded(rate=1.0)
    trained(widget, fast, 0)
    keyboard.press(notebook, slider(widget, say("widgets.transport.step")), "ArrowRight", "ArrowRight", "ArrowRight")
    trained(widget, fast, 3)
    keyboard.press(notebook, button(widget, say("widgets.training.epoch")), "Enter")
    trained(widget, fast, 4)
    keyboard.press(notebook, button(widget, say("widgets.training.open")), "Enter")
    expect(widget.locator("svg.bp-d")).to_be_visible()
    keyboard.press(notebook, button(widget, say("widgets.training.again")), "Enter")
    expect(widget.locator("svg.bp-d")).to_have_count(0)
    trained(widget, fast, 4)
    button(widget, say("widgets.opened", name=say("widgets.training.settings"))).focus()
    keyboard.press(notebook, widget.get_by_label(say("widgets.training.beside")), *"0.1", "Enter")
    keyboard.press(notebook, dropdown(widget, say("widgets.training.shown")), "ArrowDown")
    trained(widget, recorded(rate=0.1), 4)
