"""Saved pages of the digit trainer in Chromium with the network blocked: played, pointed at, chosen, read aloud."""

import looks
import numpy as np
import pytest

from backprop.exercises import digits as reading
from backprop.exercises.reference import REFERENCE
from backprop.widgets import DigitTrainer
from backprop.words import say

expect = pytest.importorskip("playwright.sync_api").expect
EPOCHS = 6


def made(name):
    """A trainer to be played, one that was trained, or one whose function raises with a script in its words."""
    if name == "waiting":
        return DigitTrainer(epochs=EPOCHS)
    functions = dict(REFERENCE)
    if name == "raising":

        def update(*args):
            raise ValueError("<img src=x onerror=alert(1)></script><script>alert(2)</script>")

        functions["update"] = update
    trainer = DigitTrainer(functions, epochs=EPOCHS)
    trainer.train()
    return trainer


@pytest.fixture(scope="module")
def trainers():
    return {name: made(name) for name in ("waiting", "trained", "raising")}


@pytest.fixture
def open_page(offline, trainers, tmp_path):
    """Open the page of that name, and wait for its rows."""

    def opened(name):
        offline.goto(trainers[name].save_html(tmp_path / f"{name}.html").as_uri())
        offline.wait_for_function(
            "() => document.querySelectorAll('.bp-confusion .bp-same').length && "
            "[...document.querySelectorAll('.bp-same')].some(e => e.textContent)"
        )
        return offline

    return opened


def named(page):
    """What the focus is on, as it is read aloud."""
    return page.evaluate("document.activeElement.ariaLabel")


@pytest.mark.parametrize(("name", "width"), [("waiting", 375), ("trained", 1280), ("trained", 375), ("raising", 736)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_and_the_page_does_not_scroll_sideways(open_page, name, width, scheme):
    page = open_page(name)
    assert looks.faults(page, width, scheme) == []


def test_wide_enough_the_card_stands_on_one_screen(open_page):
    assert open_page("trained").locator(".bp-card").bounding_box()["height"] < 780


def test_without_a_kernel_train_plays_the_epochs_that_were_recorded(open_page, trainers):
    page = open_page("waiting")
    assert page.locator(".bp-line").first.inner_text().startswith("Not trained yet: ")
    expect(page.locator(".bp-time")).to_be_hidden()
    page.get_by_role("button", name=say("widgets.digits.train"), exact=True).click()
    expect(page.locator(".bp-count")).to_have_text(f"{EPOCHS} of {EPOCHS}", timeout=20_000)
    assert page.locator(".bp-line").first.inner_text() == reading.outcome(trainers["trained"].history)


def test_every_epoch_has_its_own_table_and_its_own_misread_images(open_page, trainers):
    page, data = open_page("trained"), trainers["trained"].data
    rail = page.get_by_role("slider", name=say("pictures.digits.epoch"))
    given = reading.readings(REFERENCE, data, trainers["trained"].network, epochs=EPOCHS)
    rail.press("Home")
    for i, found in enumerate(given):
        matrix = reading.confusion(found.guesses, data.held_out_target)
        counts = [("" if r == c else "✗") + str(n) if n else "" for (r, c), n in np.ndenumerate(matrix)]
        assert page.locator(".bp-confusion button").all_inner_texts() == counts, f"epoch {i}"
        _, captions = reading.missed(found.guesses, data.held_out_target, 5)
        texts = page.locator(".bp-image").all_inner_texts()
        assert texts[: len(captions)] == [f"✗ {caption}" for caption in captions]
        rail.press("ArrowRight")


def test_by_keys_a_cell_is_chosen_its_images_are_looked_at_and_all_come_back(open_page, trainers):
    page, trainer = open_page("trained"), trainers["trained"]
    matrix = reading.confusion(trainer.course.last.guesses, trainer.data.held_out_target)
    digit, guess = next((r, c) for (r, c), n in np.ndenumerate(matrix) if n and r != c)
    page.locator(".bp-confusion button").first.focus()
    for key in ["ArrowDown"] * digit + ["ArrowRight"] * guess:
        page.keyboard.press(key)
    n = int(matrix[digit, guess])
    assert named(page) == say("widgets.digits.wrong", n=n, digit=digit, guess=guess)
    page.keyboard.press("Enter")
    assert page.locator(".bp-image").all_inner_texts() == [f"✗ {digit} → {guess}"] * n
    page.keyboard.press("Tab")  # to what takes it back
    page.keyboard.press("Tab")
    assert named(page) == page.locator(".bp-said").inner_text()
    assert f"the digit {digit}, taken for {guess}" in named(page)
    page.keyboard.press("Escape")
    assert page.locator(".bp-image").count() == 40
    assert named(page) is not None  # the focus is still among the images
    for key in ("ArrowRight", "ArrowDown", "End", "ArrowLeft", "Home"):
        page.keyboard.press(key)
        assert named(page) == page.locator(".bp-said").inner_text()


def test_an_image_under_the_pointer_shows_its_ten_outputs(open_page, trainers):
    page, trainer = open_page("trained"), trainers["trained"]
    last, labels = trainer.course.last, np.argmax(trainer.data.held_out_target, axis=1)
    n = int(np.flatnonzero(last.guesses != labels)[1])
    page.locator(".bp-image").nth(1).hover()
    words = say("widgets.digits.imageWrong", i=n + 1, digit=labels[n], guess=last.guesses[n])
    assert page.locator(".bp-said").inner_text() == words
    texts = page.locator(".bp-outputs td:nth-child(3)").all_inner_texts()
    assert np.allclose([float(text.lstrip("<> ")) for text in texts], last.y[n], atol=0.0151)
    widths = page.locator(".bp-outputs i").evaluate_all("all => all.map(e => parseFloat(e.style.width))")
    assert widths == [round(100 * y) for y in last.y[n]]
    marks = page.locator(".bp-outputs td:nth-child(4)").all_inner_texts()
    expected = [""] * 10
    expected[last.guesses[n]], expected[labels[n]] = say("widgets.digits.largest"), say("widgets.digits.target")
    assert marks == expected


def test_a_cell_under_the_pointer_is_told_and_a_click_twice_gives_all_images_back(open_page):
    page = open_page("trained")
    before = page.locator(".bp-counted").inner_text()
    cell = page.locator(".bp-confusion .bp-same").nth(4)
    cell.hover()
    assert page.locator(".bp-counted").inner_text() == cell.get_attribute("aria-label") != before
    cell.click()
    assert set(page.locator(".bp-image").all_inner_texts()) == {"4"}
    page.mouse.move(0, 0)
    cell.click()
    page.mouse.move(0, 0)
    assert page.locator(".bp-counted").inner_text() == before


def test_what_a_function_raised_stands_there_as_text(open_page):
    page = open_page("raising")
    assert "<img src=x onerror=alert(1)></script>" in page.locator(".bp-note").inner_text()
    assert page.locator("img").count() == 0 and page.locator("script").count() == 2
