"""The training player in real JupyterLab, by mouse and by keyboard alone: its numbers are the engine's."""

import re

import keyboard
import looks
import numpy as np
import pytest
from lab_page import TWO_FRAMES, views_stay_in_step

from backprop import examples
from backprop.engine import descent
from backprop.engine.descent import record
from backprop.notation import number
from backprop.story.telling import closing
from backprop.story.training import FACTORS, run_name
from backprop.story.walkthrough import walkthrough
from backprop.words import say

expect = pytest.importorskip("playwright.sync_api").expect
PATIENCE = 30_000  # milliseconds; a state is waited for, never a time
SOURCES = {
    "xor": "TrainingPlayer(updates=40)",
    "runs": "TrainingPlayer(updates=40, compare='0.1, 1')",
}
LONG = "from backprop.widgets import *\nTrainingPlayer('two_moons', (8, 8), learning_rate=0.01, updates=10_000)"
PARTS = """root => { const o = root.getBoundingClientRect();
    const parts = ':scope > div:not(.bp-live), .bp-bar > *, .bp-tabs > *, .bp-panel, .bp-panel > *, th';
    const all = [...root.querySelectorAll(parts)].filter(e => e.checkVisibility());
    return all.map(e => { const b = e.getBoundingClientRect();
        return [e.tagName, ...[b.x - o.x, b.y - o.y, b.width, b.height].map(Math.round)] }) }"""
PAINTED = """() => { window.painted = []; const look = () => {
    const now = parseInt(document.querySelector('.bp-training .bp-count').textContent);
    if (window.painted.at(-1) !== now) window.painted.push(now);
    requestAnimationFrame(look) }; look() }"""


@pytest.fixture(scope="module")
def gallery(lab, lasting_notebook):
    """One notebook with several players, each in a cell of its own."""
    expect.set_options(timeout=PATIENCE)
    return lasting_notebook(lab.write("training.ipynb", "from backprop.widgets import *", *SOURCES.values()))


@pytest.fixture
def show(gallery):
    """A player by name, as it opens, with the pointer elsewhere."""

    def opened(name):
        gallery.page.mouse.move(0, 0)
        return gallery.cell(1 + list(SOURCES).index(name))

    return opened


def button(card, name):
    return card.get_by_role("button", name=name, exact=True)


def rail(card, name):
    return card.locator("div[role=slider]").and_(card.get_by_role("slider", name=name, exact=True))


def click_rail(card, share, name="update"):
    rail(card, name).scroll_into_view_if_needed()
    box = rail(card, name).bounding_box()
    card.page.mouse.click(box["x"] + share * box["width"], box["y"] + box["height"] / 2)


def form_field(card, field):
    """A field of the form, whatever is said beside it."""
    name = card.page.get_by_text(say(f"widgets.training.{field}"), exact=True)
    return card.locator(".bp-form-field").filter(has=name).locator("input, select")


def choose(card, **fields):
    """Give fields of the form other texts, each committed."""
    for field, text in fields.items():
        found = form_field(card, field)
        if found.evaluate("e => e.tagName") == "SELECT":
            found.select_option(text)
        else:
            found.fill(text)
            found.press("Enter")


def recorded(hidden=(4,), activation="tanh", rate=0.3, updates=40, batch=None):
    """The run that is shown, recorded here."""
    x, target = examples.xor()
    network = examples.initial_network((2, *hidden, 1), activation, "small-random", 0)
    return list(record(network, x, target, "cross_entropy", rate, updates, batch))[-1]


def single(value, digits=3):
    """A number as the page has it, in float32."""
    return number(float(np.float32(value)), digits).text


def trained(card, history, position):
    """Wait until the headline, the table, the wires and the followed weight are those of this update."""
    expect(card.locator(".bp-count")).to_have_text(say("widgets.player.count", i=position, n=history.updates))
    after = say("story.training.after", n=position, L=single(history.losses[position]))
    expect(card.locator(".bp-line").first).to_have_text(after)
    update = history.update(min(position, history.updates - 1))
    rates = [factor * history.learning_rate for factor in FACTORS]
    rows = descent.changes(update, history.x, history.target, history.loss, rates)
    expect(card.locator("td")).to_have_text([single(value) for row in rows for value in row])
    weights = [w for layer in history.network(position).layers for w in layer.weights.ravel()]
    expect(card.locator(".bp-inspector")).to_contain_text(f"= {single(weights[0], 6)}; ")
    drawn = card.locator("[data-edge^=w]:not(.bp-hit)").evaluate_all("all => all.map(e => e.classList.contains('neg'))")
    assert drawn == [w < 0 for w in weights]


def test_by_mouse_training_is_stepped_scrubbed_chosen_anew_and_played(show):
    card = show("xor")
    trained(card, recorded(), 0)
    button(card, say("widgets.player.forward")).click()
    trained(card, recorded(), 1)
    click_rail(card, 0.5)
    trained(card, recorded(), 20)
    click_rail(card, 0.25)
    trained(card, recorded(), 10)
    button(card, say("widgets.trained.settings")).click()
    choose(card, activation="relu")
    trained(card, recorded(activation="relu"), 10)
    choose(card, hidden="3")
    trained(card, recorded((3,), "relu"), 10)
    choose(card, hidden="three")
    expect(card.locator(".bp-form .bp-refused").filter(has_text="expected up to four sizes")).to_be_visible()
    trained(card, recorded((3,), "relu"), 10)
    choose(card, hidden="3", batch="1", updates="200")
    long = recorded((3,), "relu", updates=200, batch=1)
    trained(card, long, 10)
    card.get_by_label(say("widgets.player.speed")).select_option("slow")
    button(card, say("widgets.player.play")).click()
    expect(card.locator(".bp-count")).to_have_text(re.compile("^1[3-9] of 200$"))
    button(card, say("widgets.player.pause")).click()
    stopped = int(card.locator(".bp-count").inner_text().split()[0])
    trained(card, long, stopped)
    click_rail(card, 0.0, "η")
    trained(card, recorded((3,), "relu", 0.001, 200, 1), stopped)


def test_by_mouse_a_wire_is_followed_and_an_example_says_its_y_and_its_C_at_every_update(show):
    card, history = show("xor"), recorded()
    card.locator("[data-edge='w 1 0 2']:not(.bp-hit)").dispatch_event("click")
    name = dict(map(reversed, descent.parameter_names(history.start)))[14]
    expect(card.locator("[data-panel=value] text.title")).to_have_text(name)
    expect(card.locator(".bp-inspector")).to_contain_text(f"{name} = {single(history.parameters[0, 14], 6)}")
    card.locator("[data-q='example 2'] .bp-near").hover()
    for position in (0, 1, 2):
        y = history.network(position).forward(history.x).y[2, 0]
        cost = history.network(position).costs(history.x, history.target)[2]
        shown = say("story.training.point", n=3, x="1, 0", target="1", y=single(y), C=single(cost))
        expect(card.locator(".bp-inspector span").first).to_have_text(shown)
        card.evaluate("e => e.querySelector('.bp-forward').click()")


def test_by_mouse_one_of_three_runs_is_shown_on_the_timeline_they_share(show):
    card = show("runs")
    click_rail(card, 0.5)
    trained(card, recorded(), 20)
    name = run_name("cross_entropy", 1.0)
    card.get_by_label(say("widgets.trained.shown"), exact=True).select_option(label=name)
    trained(card, recorded(rate=1.0), 20)
    expect(card.locator(".bp-where")).to_have_text(name)
    dashes = card.locator("[data-panel=loss] svg svg .line:not(.s-dim)").evaluate_all(
        "all => all.map(e => e.getAttribute('stroke-dasharray'))"
    )
    assert len(set(dashes)) == 3


def test_by_mouse_an_update_is_opened_in_the_stepper_with_the_players_own_numbers(show):
    card, history = show("xor"), recorded()
    click_rail(card, 0.5)
    trained(card, history, 20)
    button(card, say("widgets.trained.open")).click()
    inner = card.locator(".bp-inner .bp-card")
    update = history.update(20)
    walk = walkthrough(update.before, history.x[update.batch], history.target[update.batch], learning_rate=0.3)
    count = inner.locator(".bp-count")
    expect(count).to_have_text(say("widgets.player.count", i=0, n=len(walk)))
    button(inner, say("widgets.player.last")).click()
    expect(count).to_have_text(say("widgets.player.count", i=len(walk), n=len(walk)))
    after = [b for layer in history.network(21).layers for b in layer.biases]
    assert [b for layer in walk.updated.layers for b in layer.biases] == after
    expect(inner.get_by_text(closing(walk)).filter(visible=True)).to_be_visible()
    expect(card.locator(".bp-count").first).to_have_text("20 of 40")  # keys and clicks below are not the player's


def test_by_keyboard_alone_training_is_played_scrubbed_followed_forked_and_opened(gallery, show):
    card = show("xor")
    card.get_by_label(say("widgets.player.speed")).select_option("fast")
    card.locator(".bp-formula").focus()
    keyboard.tab_to(button(card, say("widgets.player.play")))
    card.page.keyboard.press("Space")
    trained(card, recorded(), 40)
    expect(button(card, say("widgets.player.play"))).to_be_focused()
    rail(card, "update").press("Home")
    card.locator(".bp-formula").focus()
    keyboard.press(gallery, rail(card, "η"), "ArrowRight")
    fast = recorded(rate=1.0)
    trained(card, fast, 0)
    keyboard.press(gallery, rail(card, "update"), "ArrowRight", "ArrowRight", "ArrowRight")
    trained(card, fast, 3)
    keyboard.press(gallery, button(card, say("widgets.trained.epoch")), "Enter")
    trained(card, fast, 4)
    card.locator("[data-edge='w 0 0 0']:not(.bp-hit)").focus()
    for key in ("ArrowDown", "ArrowDown", "Enter"):
        card.page.keyboard.press(key)
    expect(card.locator(".bp-inspector")).to_contain_text(f"= {single(fast.parameters[4, 2], 6)}; ")
    card.page.keyboard.press("ArrowLeft")
    expect(card.locator(".bp-count")).to_have_text("3 of 40")
    card.page.keyboard.press("ArrowRight")
    keyboard.press(gallery, button(card, say("widgets.trained.open")), "Enter")
    expect(card.locator("svg.bp-d")).to_be_visible()
    card.locator(".bp-formula").first.focus()
    keyboard.press(gallery, button(card, say("widgets.trained.again")), "Enter")
    expect(card.locator("svg.bp-d")).to_have_count(0)
    keyboard.press(gallery, button(card, say("widgets.trained.settings")), "Enter")
    keyboard.tab_to(form_field(card, "beside"))
    for key in (*"0.1", "Enter"):
        card.page.keyboard.press(key)
    expect(card.get_by_label(say("widgets.trained.shown"), exact=True)).to_be_visible()
    card.get_by_label(say("widgets.trained.shown"), exact=True).press("ArrowDown")
    expect(card.locator(".bp-where")).to_have_text(run_name("cross_entropy", 0.1))


def test_a_long_recording_shows_its_first_updates_goes_on_and_stops_with_what_it_has(lab, notebook):
    card = notebook(lab.write("long.ipynb", LONG)).widget
    expect(card.locator(".bp-status")).to_contain_text("updates recorded")
    expect(card.locator(".bp-line").first).to_contain_text("After 0 updates")
    expect(card.locator(".bp-status")).to_contain_text(re.compile(r"^[1-9]\d\d+ of 10000"))
    button(card, say("widgets.trained.cancel")).click()
    expect(button(card, say("widgets.trained.again"))).to_be_visible()
    last = int(card.locator(".bp-count").inner_text().split()[-1])
    assert 100 <= last < 10_000
    rail(card, "update").press("End")
    expect(card.locator(".bp-count")).to_have_text(re.compile(rf"^\d+ of {last}$"))
    card.page.wait_for_function(  # all rows come
        "([card, text]) => { const rail = card.querySelector('.bp-rail');"
        "rail.dispatchEvent(new KeyboardEvent('keydown', {key: 'End', bubbles: true}));"
        "return card.querySelector('.bp-count').textContent === text }",
        arg=[card.element_handle(), f"{last} of {last}"],
        timeout=PATIENCE,
    )


def test_playing_at_full_speed_shows_every_update_and_none_twice(show):
    card = show("xor")
    card.get_by_label(say("widgets.player.speed")).select_option("fast")
    card.page.evaluate(PAINTED)
    button(card, say("widgets.player.play")).click()
    expect(card.locator(".bp-count")).to_have_text("40 of 40")
    card.page.evaluate(TWO_FRAMES)
    painted = card.page.evaluate("() => window.painted")
    assert painted == sorted(set(painted)) and painted[-1] == 40 and len(painted) > 30


def test_two_views_stay_in_step_and_python_can_move_them(lab, notebook):
    source = "from backprop.widgets import *\nt = TrainingPlayer(updates=8)\nt"
    views_stay_in_step(notebook(lab.write("views.ipynb", source, "t", "t.position = 5")), 5, 8)


def test_with_the_kernel_gone_training_plays_on_and_another_choice_says_that_nobody_answers(lab, notebook):
    opened = notebook(lab.write("gone.ipynb", "from backprop.widgets import *\nTrainingPlayer(updates=8)"))
    card = opened.widget
    expect(card.locator(".bp-count")).to_have_text("0 of 8")
    opened.page.evaluate("jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    rail(card, "update").press("End")
    expect(card.locator(".bp-count")).to_have_text("8 of 8")
    button(card, say("widgets.trained.again")).click()
    expect(card.locator(".bp-note")).to_have_text(say("widgets.player.noAnswer"), timeout=15_000)


def test_markup_that_is_typed_stays_text(show):
    card = show("xor")
    button(card, say("widgets.trained.settings")).click()
    for field in ("hidden", "beside"):
        for text in ("<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>"):
            choose(card, **{field: text})
            expect(card.locator(".bp-form .bp-refused").filter(has_text="<")).to_be_visible()
        choose(card, **{field: ""})
    assert card.locator("img").count() == 0


# -------------------------------------------------------------------- looks


@pytest.mark.parametrize("name", ["xor", "runs"])
def test_tab_reaches_every_control_and_the_focus_is_seen_on_each(show, name):
    card = show(name)
    reached = keyboard.toured(card)
    offered = [f"button {say(f'widgets.trained.{act}')}" for act in ("flip", "remove", "addBeside")]  # with an example
    assert [each for each in reached if each in offered] == offered
    assert [each for each in reached if each not in offered] == keyboard.names(card)


def test_keys_pressed_in_the_card_are_no_commands_of_the_notebook(gallery, show):
    cells = "() => [...jupyterapp.shell.currentWidget.content.model.cells].map(cell => cell.type)"
    before, card = gallery.page.evaluate(cells), show("xor")
    for place in (rail(card, "update"), card.get_by_label(say("widgets.trained.parameter"), exact=True)):
        place.focus()
        for key in ("d", "d", "b", "x"):
            gallery.page.keyboard.press(key)
    assert gallery.page.evaluate(cells) == before


@pytest.mark.parametrize("width", [1600, 1024, 800], ids=["1600", "1024", "1600 at 200 % zoom"])
@pytest.mark.parametrize("theme", ["Dark", "Light"])
def test_words_stand_out_and_nothing_is_wider_than_the_page(gallery, show, theme, width):
    gallery.page.set_viewport_size({"width": width, "height": 1000})
    gallery.theme(theme)
    for name in ("xor", "runs"):
        card = show(name)
        button(card, say("widgets.trained.settings")).click()
        choose(card, hidden="none")
        assert looks.faint(card) == [], name
        assert looks.overflow(card) == [], name


@pytest.mark.parametrize("name", ["xor", "runs"])
def test_axe_finds_nothing_serious(gallery, show, name):
    gallery.page.set_viewport_size({"width": 1400, "height": 1000})
    assert looks.serious(show(name)) == []


@pytest.mark.parametrize("name", ["xor", "runs"])
def test_nothing_moves_and_no_label_covers_another_wherever_it_is_scrubbed(gallery, show, name):
    gallery.page.set_viewport_size({"width": 1400, "height": 1000})
    card = show(name)
    rail(card, "update").press("Home")
    gallery.idle()
    stood = card.evaluate(PARTS)
    for step, key in enumerate([*["ArrowRight"] * 12, "End"]):
        gallery.page.keyboard.press(key)
        gallery.idle()
        assert card.evaluate(PARTS) == stood, f"step {step}"
        assert looks.crowded(card) == [], f"step {step}"


def test_no_label_covers_another_whatever_is_chosen(gallery, show):
    gallery.page.set_viewport_size({"width": 1400, "height": 1000})
    card = show("xor")
    button(card, say("widgets.trained.settings")).click()
    for box in card.locator(".bp-form select").all():
        for option in box.evaluate("e => [...e.options].map(option => option.value)"):
            box.select_option(option)
            gallery.idle()
            assert looks.crowded(card) == [], option
