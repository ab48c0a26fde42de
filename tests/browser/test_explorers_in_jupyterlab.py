"""The explorers in real JupyterLab: moved by hand and by keys, their numbers the engine's, their looks measured."""

import re
from itertools import islice

import keyboard
import looks
import numpy as np
import pytest
from lab_page import views_stay_in_step

from backprop import examples
from backprop.engine.chain_rule import Chain, Fork
from backprop.engine.descent import descend
from backprop.notation import number
from backprop.pictures.descent import drawn_at
from backprop.story.chain import tell
from backprop.story.curves import Curve
from backprop.story.slope import table
from backprop.story.slope import tell as slope_of
from backprop.widgets.chain_rule import DELTAS
from backprop.widgets.descent import RATES
from backprop.words import say

expect = pytest.importorskip("playwright.sync_api").expect
SOURCES = {
    "descent": "DescentExplorer(updates=8)",
    # An h that its choices can put out of its range, so that one of them is refused.
    "chain": "ChainRuleExplorer(1, 'sigmoid', (np.log, lambda v: 1 / v))",
    "fork": "ChainRuleExplorer(2)",
    "function": "FunctionExplorer('sigmoid', compare='tanh', z=2)",
    "loss": "FunctionExplorer('squared_error of sigmoid', z=5, target=0)",
}
LOG = np.log, lambda v: 1 / v
SCRIPTS = ("<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>")
# Where the parts of the card stand that last: from its corner, in pixels.
PARTS = """root => { const o = root.getBoundingClientRect();
    const parts = ':scope > div:not(.bp-live), .bp-bar > *, .bp-tabs > *, .bp-scale > *, .bp-panels > svg, td, th';
    const all = [...root.querySelectorAll(parts)].filter(e => e.checkVisibility());
    return all.map(e => { const b = e.getBoundingClientRect();
        return [e.tagName, ...[b.x - o.x, b.y - o.y, b.width, b.height].map(Math.round)] }) }"""
SHOWN = """root => [...root.querySelectorAll('.bp-tables table')].map(
    table => [...table.tBodies[0].rows].map(row => [...row.cells].map(cell => cell.textContent)))"""
FINGER = """([x, y, kinds]) => { const svg = document.elementFromPoint(x, y).closest('svg');
    for (const kind of kinds) svg.dispatchEvent(new PointerEvent(kind,
        {bubbles: true, clientX: x, clientY: y, pointerId: 1, pointerType: 'touch', button: 0})) }"""


@pytest.fixture(scope="module")
def gallery(lab, lasting_notebook):
    """One notebook with every explorer, each in a cell of its own."""
    return lasting_notebook(
        lab.write("explorers.ipynb", "import numpy as np\nfrom backprop.widgets import *", *SOURCES.values())
    )


@pytest.fixture
def show(gallery):
    """An explorer by name, as it opens."""
    return lambda name: gallery.cell(1 + list(SOURCES).index(name))


def slider(card, name):
    """The rail of this name, and no handle in a picture."""
    return card.locator("div[role=slider]").and_(card.get_by_role("slider", name=name, exact=True))


def button(card, name):
    return card.get_by_role("button", name=name, exact=True)


def ring(card, panel=0, which=0):
    """The handle of a picture."""
    return card.locator(".bp-panels > svg").nth(panel).locator(".bp-handle").nth(which)


def on_screen(card, x, y, panel=0):
    """A place of the picture, in pixels of the page."""
    svg = card.locator(".bp-panels > svg").nth(panel)
    svg.scroll_into_view_if_needed()
    return svg.evaluate(
        "(svg, [x, y]) => { const p = new DOMPoint(x, y).matrixTransform(svg.getScreenCTM()); return [p.x, p.y] }",
        [x, y],
    )


def drag(card, to, panel=0, which=0):
    """Drag a handle to a place of its picture."""
    ring(card, panel, which).scroll_into_view_if_needed()
    box, mouse = ring(card, panel, which).bounding_box(), card.page.mouse
    mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    mouse.down()
    mouse.move(*on_screen(card, *to, panel), steps=6)
    mouse.up()


def click_rail(card, name, share):
    rail = slider(card, name)
    rail.scroll_into_view_if_needed()
    box = rail.bounding_box()
    card.page.mouse.click(box["x"] + 6 + share * (box["width"] - 12), box["y"] + box["height"] / 2)


def typed(card, opener, text):
    """Open the field, type, Enter, and close it."""
    opener.click()
    field = card.locator(".bp-editor input").first
    field.fill(text)
    field.press("Enter")
    return field


def texts(*values, digits=3):
    return [number(value, digits).text for value in values]


# ------------------------------------------------------------------ the descent


def descended(card, at, rate, start, updates=8):
    """Wait until the table and the loop have this update's numbers, computed here."""
    network, x, target = examples.one_neuron(*start)
    update = next(islice(descend(network, x, target, learning_rate=rate), at, None))
    layer = update.before.layers[0]
    row = layer.weights.item(), layer.biases.item(), update.before.loss(x, target)
    gradient = update.backward.dL_dw[0].item(), update.backward.dL_db[0].item()
    expect(card.locator(".bp-count")).to_have_text(say("widgets.player.count", i=at, n=updates))
    expect(card.locator("td")).to_have_text([str(at), *texts(*row, *gradient)])
    w, b = update.after.layers[0].weights.item(), update.after.layers[0].biases.item()
    expect(card.locator(".bp-line").last).to_contain_text(re.compile(f"= {re.escape(number(w).text)} .*b:"))
    expect(card.locator(".bp-line").last).to_contain_text(re.compile(f"= {re.escape(number(b).text)}$"))


def test_by_mouse_a_descent_is_stepped_scrubbed_played_and_begun_anew_where_its_ring_is_dragged(show):
    card, start = show("descent"), (-2.0, 3.0)
    descended(card, 0, 0.3, start)
    button(card, say("widgets.player.forward")).click()
    descended(card, 1, 0.3, start)
    click_rail(card, say("widgets.player.step"), 0.5)
    descended(card, 4, 0.3, start)
    click_rail(card, "η", 1.0)
    descended(card, 4, max(RATES), start)
    click_rail(card, "η", 0.0)
    descended(card, 4, min(RATES), start)
    drag(card, drawn_at(2, -1))
    dragged = card.locator(".bp-tabs .bp-chip").first
    near = r"(1\.9|2)\.?\d*, −(0\.9|1)\.?\d*$"
    expect(dragged).to_have_text(re.compile(say("widgets.descent.start-is", start="") + near))
    start = [float(part.replace("−", "-")) for part in dragged.inner_text().split("=")[1].split(",")]
    assert abs(start[0] - 2) < 0.1 and abs(start[1] + 1) < 0.1
    descended(card, 4, min(RATES), start)
    card.page.mouse.click(*on_screen(card, *drawn_at(-3, -4)))
    expect(dragged).to_contain_text("= −")
    typed(card, dragged, "1, −1").press("Escape")
    descended(card, 4, min(RATES), (1, -1))
    button(card, say("widgets.player.first")).click()
    card.get_by_label(say("widgets.player.speed")).select_option("fast")
    button(card, say("widgets.player.play")).click()
    expect(card.locator(".bp-count")).to_have_text("8 of 8")
    expect(button(card, say("widgets.player.play"))).to_be_visible()
    descended(card, 8, min(RATES), (1, -1))


def test_by_keyboard_alone_a_descent_is_stepped_and_begun_anew(gallery, show):
    card, start = show("descent"), (-2.0, 3.0)
    card.evaluate("card => card.querySelector('[tabindex=\"0\"]').focus()")
    keyboard.press(gallery, slider(card, "η"), "ArrowRight")
    descended(card, 0, RATES[RATES.index(0.3) + 1], start)
    keyboard.press(gallery, slider(card, "η"), "ArrowLeft")
    keyboard.tab_to(ring(card))
    card.page.keyboard.press("ArrowRight")
    descended(card, 0, 0.3, (-1.9, 3.0))
    card.page.keyboard.press("ArrowDown")
    descended(card, 0, 0.3, (-1.9, 2.9))
    keyboard.press(gallery, slider(card, say("widgets.player.step")), "End", "ArrowLeft", "ArrowLeft", "ArrowRight")
    descended(card, 7, 0.3, (-1.9, 2.9))
    card.page.keyboard.press("Home")
    card.get_by_label(say("widgets.player.speed")).select_option("fast")
    slider(card, say("widgets.player.step")).press(" ")
    descended(card, 8, 0.3, (-1.9, 2.9))


def test_what_a_descent_cannot_begin_from_is_refused_beside_its_field_and_markup_stays_text(show):
    card = show("descent")
    for key, opener in ((0, card.locator(".bp-tabs .bp-chip").first), (1, card.locator(".bp-scale .bp-chip"))):
        for nonsense in ("up", "", "nan", "-1e400", *SCRIPTS):
            field = typed(card, opener, nonsense)
            expect(card.locator(".bp-editor .bp-refused")).not_to_be_empty()
            field.press("Escape")
        assert card.locator("img").count() == 0, key
    descended(card, 0, 0.3, (-2.0, 3.0))


def test_a_finger_on_the_map_moves_the_start_once_it_is_lifted_and_not_when_it_scrolls_the_page(gallery, show):
    card = show("descent")
    place = on_screen(card, *drawn_at(3, -3))
    card.page.evaluate(FINGER, [*place, ["pointerdown", "pointercancel"]])
    gallery.idle()
    descended(card, 0, 0.3, (-2.0, 3.0))
    card.page.evaluate(FINGER, [*place, ["pointerdown", "pointerup", "click"]])
    expect(card.locator(".bp-tabs .bp-chip").first).to_contain_text(re.compile(r"= (3|2\.9|3\.0)"))


def test_with_the_kernel_gone_a_descent_plays_on_and_another_start_says_that_nobody_answers(lab, notebook):
    opened = notebook(lab.write("gone.ipynb", f"from backprop.widgets import *\n{SOURCES['descent']}"))
    card = opened.widget
    opened.page.evaluate("jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    slider(card, say("widgets.player.step")).press("End")
    descended(card, 8, 0.3, (-2.0, 3.0))
    ring(card).focus()
    card.page.keyboard.press("ArrowRight")
    expect(card.locator(".bp-note")).to_have_text(say("widgets.player.noAnswer"), timeout=15_000)
    descended(card, 8, 0.3, (-2.0, 3.0))


def test_two_views_of_one_explorer_stay_in_step_and_python_can_move_them(lab, notebook):
    source = f"from backprop.widgets import *\ne = {SOURCES['descent']}\ne"
    views_stay_in_step(notebook(lab.write("views.ipynb", source, "e", "e.position = 5")), 5, 8)


# --------------------------------------------------------------- the chain rule


def linked(card, composition, at, delta, added=(True, True)):
    """Wait until the tables are those of this place, computed here."""
    told = tell(composition, at, delta, added)
    rows = [*(told.paths.rows if told.paths else ()), *told.nudges.rows]
    expect(card.locator("td")).to_have_text([cell for row in rows for cell in row])
    if told.paths:
        expect(card.locator(".bp-line").last).to_contain_text(say("story.fork.total", total=number(told.value)))
    expect(card.locator(".bp-check")).to_have_attribute("data-verdict", told.comparison.verdict)


def test_by_mouse_a_chain_is_moved_nudged_and_composed_anew_and_one_out_of_range_is_refused(show):
    card, chain = show("chain"), Chain("sigmoid", LOG, -1.5, 2.5)
    linked(card, chain, 0.6, 0.5)
    click_rail(card, "x", 0.5)
    linked(card, chain, 0.0, 0.5)
    chart = card.locator(".bp-panels > svg").nth(0)
    box = chart.bounding_box()
    card.page.mouse.click(box["x"] + 0.3 * box["width"], box["y"] + 0.5 * box["height"])
    x = float(card.locator(".bp-scale-text").first.inner_text().split("=")[1].replace("−", "-"))
    assert x < -0.5
    linked(card, chain, x, 0.5)
    drag(card, [58, 100], panel=0)  # to the left end of the curve, and beyond it
    linked(card, chain, -1.5, 0.5)
    drag(card, [280, 100], panel=0, which=1)
    linked(card, chain, -1.5, 1.0)
    click_rail(card, "Δx", 0.0)
    linked(card, chain, -1.5, min(DELTAS))
    g, h = card.get_by_label("g", exact=True), card.get_by_label("h", exact=True)
    g.select_option(label="sin v")
    expect(card.locator(".bp-note")).to_contain_text("choose other functions or another span")
    expect(g).to_have_value("sigmoid")
    linked(card, chain, -1.5, min(DELTAS))
    h.select_option(label="v²")
    linked(card, Chain("sigmoid", "square", -1.5, 2.5), -1.5, min(DELTAS))
    expect(card.locator(".bp-note")).to_be_empty()


def test_by_mouse_a_path_of_a_fork_is_left_out_with_a_click_on_its_wire_and_the_sum_differs(show):
    card, fork = show("fork"), Fork("sine", "square", "product", -1.5, 2.5)
    linked(card, fork, 0.6, 0.5)
    card.locator("[data-switch=x] .bp-reach").first.click(force=True)
    linked(card, fork, 0.6, 0.5, (False, True))
    expect(card.locator("[data-switch=x]")).to_have_attribute("aria-checked", "false")
    click_rail(card, "s", 0.0)
    linked(card, fork, -1.5, 0.5, (False, True))
    card.get_by_label("k", exact=True).select_option(label="x + y")
    linked(card, Fork("sine", "square", "sum", -1.5, 2.5), -1.5, 0.5, (False, True))
    button(card, say("widgets.chain.case-1")).click()
    linked(card, Chain("sine", "square", -1.5, 2.5), -1.5, 0.5)


def test_by_keyboard_alone_a_fork_is_chosen_moved_and_a_path_left_out(gallery, show):
    card = show("fork")
    button(card, say("widgets.chain.case-1")).focus()
    keyboard.press(gallery, card.get_by_label("g", exact=True), "ArrowDown")
    fork = Fork("square", "square", "product", -1.5, 2.5)
    linked(card, fork, 0.6, 0.5)
    keyboard.press(gallery, card.locator("[data-switch=y]"), "Enter")
    linked(card, fork, 0.6, 0.5, (True, False))
    keyboard.press(gallery, card.locator("[data-switch=y]"), "Space")
    linked(card, fork, 0.6, 0.5)
    keyboard.tab_to(ring(card))
    gallery.page.keyboard.press("ArrowRight")
    gallery.page.keyboard.press("ArrowRight")
    linked(card, fork, 0.7, 0.5)
    keyboard.tab_to(ring(card, 0, 1))
    gallery.page.keyboard.press("ArrowLeft")
    linked(card, fork, 0.7, DELTAS[DELTAS.index(0.5) - 1])
    keyboard.press(gallery, card.locator(".bp-scale [role=slider]").first, "Home")
    linked(card, fork, -1.5, 0.2)


# ----------------------------------------------------------------- the functions


def curved(card, name, z, target=1.0):
    """Wait until z, the value and the slope are this curve's; the table begins with its values."""
    curve = Curve(name, target)
    told, values = slope_of(curve, z), table(curve)
    bold = card.locator(".bp-line b")
    expect(bold.nth(0)).to_have_text(f"z = {number(z)}")
    expect(bold.nth(1)).to_have_text(told.value.value.text)
    expect(bold.nth(3 if curve.loss else 2)).to_have_text(told.slope.value.text)
    expect(card.locator("table tr").nth(1).locator("td")).to_have_text(list(values.rows[0]))


def test_by_mouse_a_function_is_chosen_dragged_and_typed(show):
    card, names = show("function"), say("widgets.functions.name")
    curved(card, "sigmoid", 2)
    click_rail(card, "z", 0.25)
    curved(card, "sigmoid", -4)
    drag(card, [222, 20])  # above the curve: how far right decides
    z = float(card.locator(".bp-scale-text").inner_text().split("=")[1].replace("−", "-"))
    assert abs(z) < 0.5
    curved(card, "sigmoid", z)
    drag(card, [300, 100], panel=1)
    assert card.locator(".bp-scale-text").inner_text() != f"z = {number(z)}"
    card.get_by_label(names, exact=True).select_option(label="gelu")
    typed(card, card.locator(".bp-scale-text"), "−1.25")
    curved(card, "gelu", -1.25)
    card.locator(".bp-editor .bp-close").click()
    field = typed(card, card.locator(".bp-scale-text"), "9")
    expect(card.locator(".bp-editor .bp-refused")).to_have_text("z is 9; expected −8 to 8.")
    field.press("Escape")
    curved(card, "gelu", -1.25)
    card.get_by_label(names, exact=True).select_option(label="cross_entropy of sigmoid")
    curved(card, "cross_entropy of sigmoid", -1.25)


def test_by_keyboard_alone_a_loss_gets_another_target_and_a_target_that_cannot_be_is_refused(gallery, show):
    card = show("loss")
    curved(card, "squared_error of sigmoid", 5, 0)
    card.get_by_label(say("widgets.functions.name"), exact=True).focus()
    keyboard.tab_to(card.locator(".bp-tabs .bp-chip"))
    gallery.page.keyboard.press("Enter")
    for key in ("0", ".", "5", "Enter"):
        gallery.page.keyboard.press(key)
    curved(card, "squared_error of sigmoid", 5, 0.5)
    for key in ("ControlOrMeta+a", "x", "Enter"):
        gallery.page.keyboard.press(key)
    expect(card.locator(".bp-editor .bp-refused")).to_contain_text("'x' is not a row of numbers")
    for key in ("ControlOrMeta+a", "0", ".", "5", "Enter", "Enter"):
        gallery.page.keyboard.press(key)
    keyboard.tab_to(ring(card))
    for _ in range(2):
        gallery.page.keyboard.press("ArrowLeft")
    curved(card, "squared_error of sigmoid", 4.8, 0.5)


# -------------------------------------------------------------------- all of them


@pytest.mark.parametrize("name", SOURCES)
def test_tab_reaches_every_control_and_the_focus_is_seen_on_each(show, name):
    card = show(name)
    assert keyboard.toured(card) == keyboard.names(card)


def test_keys_pressed_in_a_card_are_no_commands_of_the_notebook_and_its_code_is_there_to_be_copied(gallery, show):
    cells = "() => [...jupyterapp.shell.currentWidget.content.model.cells].map(cell => cell.type)"
    before, card = gallery.page.evaluate(cells), show("chain")
    card.get_by_label("g", exact=True).focus()
    for key in ("d", "d", "b", "x"):
        gallery.page.keyboard.press(key)
    slider(card, "x").focus()
    for key in ("d", "d", "b", "x"):
        gallery.page.keyboard.press(key)
    button(card, say("widgets.player.menu")).click()
    button(card, say("widgets.player.code")).click()
    code = card.locator(".bp-code")
    assert code.input_value() == "ChainRuleExplorer(1, g='sigmoid', h=h, k='product', at=0.6, delta=0.5)"
    for key in ("ControlOrMeta+a", "d", "d", "b", "x", "Delete"):
        code.press(key)
    assert code.input_value().startswith("ChainRuleExplorer(1, ")
    assert gallery.page.evaluate(cells) == before


@pytest.mark.parametrize("width", [1600, 1024, 800], ids=["1600", "1024", "1600 at 200 % zoom"])
@pytest.mark.parametrize("theme", ["Dark", "Light"])
def test_words_stand_out_and_nothing_is_wider_than_the_page(gallery, show, theme, width):
    gallery.page.set_viewport_size({"width": width, "height": 1000})
    gallery.theme(theme)
    for name in SOURCES:
        card = show(name)
        assert looks.faint(card) == [], name
        assert looks.overflow(card) == [], name


@pytest.mark.parametrize("name", SOURCES)
def test_axe_finds_nothing_serious(show, name):
    assert looks.serious(show(name)) == []


MOVED = {"descent": (say("widgets.player.step"), "η"), "chain": ("x", "Δx"), "fork": ("s", "Δs")}
MOVED |= {"function": ("z",), "loss": ("z",)}


@pytest.mark.parametrize("name", SOURCES)
def test_nothing_moves_and_no_label_covers_another_wherever_it_is_moved(gallery, show, name):
    gallery.page.set_viewport_size({"width": 1400, "height": 1000})
    card = show(name)
    for label in MOVED[name]:
        slider(card, label).press("Home")
        gallery.idle()
        stood = card.evaluate(PARTS)
        for step, key in enumerate([*["ArrowRight"] * 12, "End"]):
            gallery.page.keyboard.press(key)
            gallery.idle()
            assert card.evaluate(PARTS) == stood, f"{label}, step {step}"
            assert looks.crowded(card) == [], f"{label}, step {step}"
