"""A saved page in Chromium with the network blocked: stepped, pointed at, clicked, and turned to its matrices."""

import looks
import numpy as np
import pytest

from backprop import walkthrough
from backprop.examples import lecture_network
from backprop.notation import number
from backprop.widgets import Drill, Stepper

# Of what the step makes known: how much of it the view does not show, in pixels.
HIDDEN = """() => { const box = document.querySelector('.bp-view').getBoundingClientRect();
    return [...document.querySelectorAll('.bp-view [data-state=now], .bp-view [data-hot="1"]')]
        .map(e => e.getBoundingClientRect()).filter(b => b.right < box.left || b.left > box.right).length }"""
TEXTS = """() => Object.fromEntries([...document.querySelectorAll('.bp-view [data-q]')]
    .map(e => [e.dataset.q, (e.querySelector('.v') ?? e).textContent]))"""


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    return Stepper(*lecture_network()).save_html(tmp_path_factory.mktemp("page") / "step.html").as_uri()


@pytest.fixture
def page(offline, address):
    """The page as it is opened."""
    offline.goto(address)
    return offline


def known(walk, i):
    values = walk.given | walk.known(i)
    return {quantity.key: number(value).text for quantity, value in values.items()}


def test_by_keys_there_and_back_every_number_in_the_picture_is_the_engines(page):
    walk = walkthrough(*lecture_network())
    page.get_by_role("slider", name="Step").focus()
    for i in [*range(len(walk)), *reversed(range(-1, len(walk) - 1))]:
        page.keyboard.press("ArrowRight" if page.locator(".bp-count").inner_text() == f"{i} of 50" else "ArrowLeft")
        assert page.locator(".bp-count").inner_text() == f"{i + 1} of 50"
        engine = known(walk, i)
        for quantity, text in page.evaluate(TEXTS).items():
            assert text == engine.get(quantity, ""), f"{quantity} at step {i + 1}"


@pytest.mark.parametrize("width", [1100, 736, 640, 375, 300])
def test_what_each_number_needs_and_is_needed_by_is_seen_whole(page, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.get_by_role("slider", name="Step").focus()
    cut = "e => e.scrollHeight - e.clientHeight"
    for i in range(50):
        page.keyboard.press("ArrowRight")
        assert page.locator(".bp-inspector").evaluate(cut) <= 0, f"step {i + 1}"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_with_forced_colours_the_timeline_and_every_wire_keep_theirs(page, scheme):
    page.emulate_media(forced_colors="active", color_scheme=scheme)
    ground = page.locator(".bp-card").evaluate("e => getComputedStyle(e).backgroundColor")
    drawn = page.locator(".bp-segment").evaluate_all("""all => all.map(e => {
        const s = getComputedStyle(e, '::before');
        return s.backgroundColor + s.backgroundImage })""")
    assert len(drawn) == 6 and not [each for each in drawn if each.startswith(ground) and "gradient" not in each]
    strokes = page.locator(".bp-view path.e").evaluate_all("all => all.map(e => getComputedStyle(e).stroke)")
    assert strokes and ground not in strokes


def test_what_the_steps_beside_say_stands_ready_and_only_the_step_that_is_shown_is_seen(page):
    page.get_by_role("slider", name="Step").focus()
    told = []
    for key in ["ArrowRight"] * 6 + ["ArrowLeft"] * 6:
        told.append(page.locator(".bp-headline").inner_text())
        page.keyboard.press(key)
        page.evaluate("() => new Promise(requestIdleCallback)")
        for place in (".bp-headline > .bp-ahead", ".bp-inspected"):  # the formula, and what is said of the number
            boxes = page.locator(f"{place} > *").evaluate_all("all => all.map(e => getComputedStyle(e).visibility)")
            assert boxes.count("visible") == 1 and 2 <= len(boxes) <= 3
    assert page.locator(".bp-inspector").count() == 1
    assert told[1:6] == told[:6:-1] and len(set(told[:7])) == 7  # there, and back
    page.locator(".bp-formula").focus()
    page.keyboard.press("ArrowRight")  # the focus goes with what is seen
    assert page.evaluate("document.activeElement.className") == "bp-formula"


def test_a_step_is_laid_out_by_its_key_when_all_of_it_stands_there_so_that_its_frame_has_only_to_paint(page):
    page.evaluate("""() => { window.laidOut = []; const text = place => document.querySelector(place).textContent;
        Object.defineProperty(document.querySelector('.bp-card'), 'offsetHeight', {get: () => {
            laidOut.push([text('.bp-count'), text('.bp-view [data-state=now] .v') !== '', text('.bp-live')]) }}) }""")
    page.get_by_role("slider", name="Step").focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("window.laidOut") == [["1 of 50", True, page.locator(".bp-live").inner_text()]]


def test_where_nothing_stands_in_the_picture_there_is_no_element_to_paint(page):
    page.get_by_role("slider", name="Step").focus()
    for key in ("Home", *["ArrowRight"] * 8, "End"):
        page.keyboard.press(key)
        empty, filled = page.locator(".bp-view svg").evaluate(
            "svg => [...svg.children].filter(e => e.tagName === 'g').reduce("
            "([none, some], e) => e.childNodes.length ? [none, some + 1] : [none + 1, some], [0, 0])"
        )
        assert (empty, filled > 20) == (0, True)


# The picture as text, without what is only pointed at, and where the focus may go.
DRAWN = """() => { const svg = document.querySelector('.bp-view svg').cloneNode(true);
    for (const one of svg.querySelectorAll('*')) {
        one.removeAttribute('tabindex');
        one.removeAttribute('data-lm-suppress-shortcuts');
        one.classList.remove('bp-needed', 'bp-stays');
        if (!one.classList.length) one.removeAttribute('class');
        const sorted = [...one.attributes].map(({name, value}) => [name, value]).sort();
        for (const [name] of sorted) one.removeAttribute(name);
        for (const [name, value] of sorted) one.setAttribute(name, value);
    }
    return [...svg.children].filter(one => one.tagName === 'g').map(one => one.outerHTML).join('\\n') }"""


def test_however_a_step_is_come_to_its_picture_is_the_one_it_opens_with(offline, tmp_path):
    stepper, rng, opened = Stepper(*lecture_network()), np.random.default_rng(5), {}
    for i in (-1, 0, 6, 11, 26, 38, 49):
        stepper.position = i
        offline.goto(stepper.save_html(tmp_path / f"{i}.html").as_uri())
        opened[i] = offline.evaluate(DRAWN)
    assert len(set(opened.values())) == len(opened)
    rail = offline.get_by_role("slider", name="Step")
    for i in rng.permutation([*opened] * 3).tolist():
        if rng.random() < 0.5:  # step by step, or in one leap
            rail.press("Home" if i < 25 else "End")
            for _ in range(i + 1 if i < 25 else 49 - i):
                rail.press("ArrowRight" if i < 25 else "ArrowLeft")
        else:
            box = rail.bounding_box()
            offline.mouse.click(box["x"] + 1 + (box["width"] - 2) * (i + 1) / 50, box["y"] + box["height"] / 2)
        assert offline.locator(".bp-count").inner_text() == f"{i + 1} of 50"
        assert offline.evaluate(DRAWN) == opened[i]
        numbers = offline.locator(".bp-view [data-q]")
        numbers.nth(int(rng.integers(numbers.count()))).hover(force=True)
        if rng.random() < 0.5:
            numbers.nth(int(rng.integers(numbers.count()))).focus()


def test_every_number_of_the_matrices_is_the_engines_in_rows_and_in_columns(page):
    walk = walkthrough(*lecture_network())
    page.get_by_role("button", name="Matrices").click()
    for convention in ("rows", "columns"):
        page.get_by_role("button", name=convention).click()
        page.keyboard.press("Home")
        for i in range(len(walk)):
            page.keyboard.press("ArrowRight")
            engine, shown = known(walk, i), page.evaluate(TEXTS)
            assert shown and all(text == engine.get(quantity, "") for quantity, text in shown.items())


def test_a_gradient_of_any_weight_is_found_with_a_click_on_its_wire(page):
    page.locator('.bp-hit[data-edge="w 1 0 1"]').dispatch_event("click")
    walk = walkthrough(*lecture_network())
    value = next(str(number(v)) for q, (_, v) in walk.made.items() if q.key == "dC_dw 1 0 1")
    assert page.locator(".bp-product").inner_text().endswith(value)
    assert page.locator(".bp-where").inner_text() == "Gradient, layer 2"


def test_what_a_number_needs_stays_while_it_is_pointed_at_and_an_edit_says_that_it_needs_a_kernel(page):
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Last", exact=True).click()
    page.locator('[data-q="dC_da 1 0"]').hover()
    needed = page.eval_on_selector_all("[data-q].bp-needed", "all => all.map(e => e.dataset.q)")
    assert set(needed) == {"dC_da 1 0", "dC_dz 2 0", "dC_dz 2 1"}
    page.locator('[data-q="x 0"]').dblclick()
    assert "needs a running notebook" in page.locator(".bp-editor .bp-refused").inner_text()
    page.keyboard.press("Escape")
    assert not page.locator(".bp-editor").is_visible()


@pytest.mark.parametrize("width", [1280, 736, 375])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_and_the_page_does_not_scroll_sideways(page, width, scheme):
    page.get_by_role("slider", name="Step").focus()
    page.keyboard.press("End")
    assert looks.faults(page, width, scheme) == []


def test_on_a_phone_every_step_shows_what_it_makes_and_the_learner_may_look_elsewhere(page):
    page.set_viewport_size({"width": 375, "height": 800})
    page.get_by_role("slider", name="Step").focus()
    page.keyboard.press("Home")
    scrolled = set()
    for i in range(50):
        page.keyboard.press("ArrowRight")
        made = page.evaluate(HIDDEN)
        assert made == 0, f"step {i + 1}: {made} out of view"
        scrolled.add(page.eval_on_selector(".bp-view", "e => e.scrollLeft"))
    assert len(scrolled) > 4
    page.eval_on_selector(".bp-view", "e => { e.scrollLeft = 0 }")
    page.wait_for_timeout(100)
    assert page.eval_on_selector(".bp-view", "e => e.scrollLeft") == 0


def test_a_number_opened_to_be_changed_shows_all_its_digits(page):
    page.get_by_role("button", name="η = 0.5").click()
    assert page.get_by_role("dialog").get_by_role("textbox").input_value() == "0.5"
    page.keyboard.press("Escape")
    page.get_by_role("button", name="More").click()
    page.get_by_role("button", name="Edit all").click()
    assert page.get_by_label("z₁: w").input_value() == "1, -2"


def test_the_tour_frames_five_parts_one_after_another_and_leaves_nothing_behind(offline, tmp_path):
    offline.goto(Stepper(*lecture_network(), tour=True).save_html(tmp_path / "tour.html").as_uri())
    opener = offline.get_by_role("button", name="Show me around")
    opener.click()
    framed = []
    for i in range(1, 6):
        tour = offline.locator(".bp-tour")
        assert tour.locator(".bp-count").inner_text() == f"{i} of 5"
        framed.append(offline.locator(".bp-lit").evaluate_all("all => all.map(one => one.className).join()"))
        offline.keyboard.press("Enter")  # the button that leads on has the focus
    assert len(set(framed)) == 5 and "" not in framed
    assert offline.locator(".bp-lit, .bp-tour").count() == 0
    assert opener.evaluate("one => one === document.activeElement")
    opener.click()
    offline.keyboard.press("ArrowRight")
    assert offline.locator(".bp-bar .bp-count").inner_text() == "1 of 50"  # what is said can be tried at once
    offline.keyboard.press("Escape")
    assert offline.locator(".bp-lit, .bp-tour").count() == 0


def test_a_stepper_offers_its_tour_beside_the_menu_only_where_it_is_asked_to(page):
    assert page.get_by_role("button", name="Show me around").count() == 0
    page.get_by_role("button", name="More").click()
    page.get_by_role("button", name="Show me around").click()
    assert page.locator(".bp-tour").count() == 1


@pytest.mark.parametrize(("asked", "stepped"), [(("z", "a"), False), (("output",), True)])
def test_a_drill_has_a_timeline_only_where_a_step_comes_before_the_number_asked(offline, tmp_path, asked, stepped):
    offline.goto(Drill(seed=2, only=asked, plain=True).save_html(tmp_path / "drill.html").as_uri())
    offline.locator(".bp-view svg").wait_for()
    assert offline.locator(".bp-time").is_visible() == stepped
