"""Saved pages of the explorers in Chromium with the network blocked: moved by hand and by keys, wide and narrow."""

import looks
import pytest

from backprop.widgets import ChainRuleExplorer, DescentExplorer, FunctionExplorer
from backprop.words import say

MADE = {
    "descent": lambda: DescentExplorer(5.0, updates=12, position=3),
    "chain": ChainRuleExplorer,
    "fork": lambda: ChainRuleExplorer(2),
    "function": lambda: FunctionExplorer("squared_error of sigmoid", "cross_entropy of sigmoid", z=5, target=0),
}


@pytest.fixture(scope="module")
def addresses(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    return {name: make().save_html(folder / f"{name}.html").as_uri() for name, make in MADE.items()}


@pytest.fixture
def open_page(offline, addresses):
    """Open the page of that name."""

    def opened(name):
        offline.goto(addresses[name])
        return offline

    return opened


@pytest.mark.parametrize("name", MADE)
@pytest.mark.parametrize("width", [1280, 736, 375])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_and_the_page_does_not_scroll_sideways(open_page, name, width, scheme):
    page = open_page(name)
    assert looks.faults(page, width, scheme) == []


@pytest.mark.parametrize("name", MADE)
def test_wide_enough_a_card_stands_on_one_screen(open_page, name):
    page = open_page(name)
    assert page.locator(".bp-card").bounding_box()["height"] < 790


def test_with_forced_colours_every_scale_is_seen(open_page):
    page = open_page("fork")
    page.emulate_media(forced_colors="active", color_scheme="dark")
    # Its red alone: forced, a colour keeps how much of it is seen.
    red = "e => Number(getComputedStyle(e).backgroundColor.match(/[.0-9]+/)[0])"
    assert page.locator(".bp-card").evaluate(red) == 0
    tracks = [each.evaluate(red) for each in page.locator(".bp-scale-track").all()]
    assert len(tracks) == 2 and 0 not in tracks


def test_a_descents_page_plays_and_says_that_another_start_needs_a_kernel(open_page):
    page = open_page("descent")
    expect_count = page.locator(".bp-count")
    assert expect_count.inner_text() == "3 of 12"
    page.get_by_role("slider", name=say("widgets.player.step")).press("End")
    assert expect_count.inner_text() == "12 of 12"
    page.locator(".bp-handle").press("ArrowRight")
    page.wait_for_timeout(100)
    assert page.locator(".bp-note").inner_text() == say("widgets.player.noKernel")
    assert page.locator("td").first.inner_text() == "12"


@pytest.mark.parametrize("name", MADE)
def test_every_move_along_a_film_stands_there_before_the_key_press_is_over(open_page, name):
    page = open_page(name)
    still = page.evaluate("""() => {
        const [rail] = [...document.querySelectorAll('.bp-rail'), ...document.querySelectorAll('.bp-scale-rail')];
        const shown = () => [...document.querySelectorAll('.bp-view, td')].map(e => e.innerHTML).join();
        const press = key => rail.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}));
        press('Home');
        let still = 0;
        for (const key of [...Array(5).fill('ArrowRight'), ...Array(5).fill('ArrowLeft')]) {
            const before = shown();
            press(key);  // nothing is waited for
            still += shown() === before;
        }
        return still }""")
    assert still == 0
