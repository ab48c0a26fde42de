"""Saved pages of a comparison in Chromium with the network blocked: pointed at, by keys, wide and narrow."""

import looks
import numpy as np
import pytest

from backprop.exercises.reference import REFERENCE
from backprop.widgets import Compare
from backprop.words import say


def no_slope(z, a, target, weights):
    dC_dz = [a[-1] - target]
    for l in (1, 0):
        dC_dz.insert(0, dC_dz[0] @ weights[l + 1])
    return dC_dz


def one_wire(x, a, dC_dz):
    dL_dw, dL_db = REFERENCE["multiply"](x, a, dC_dz)
    return [dL_dw[0], dL_dw[1] * np.array([[1, 1], [-1, 1]])[: len(dL_dw[1])], *dL_dw[2:]], dL_db


def not_summed(x, a, dC_dz):
    return REFERENCE["multiply"](x, a, dC_dz)[0], list(dC_dz)


def raising(*args):
    raise ValueError("<img src=x onerror=alert(1)></script><script>alert(2)</script>")


MADE = {
    "entries": lambda: Compare("backward", no_slope),
    "wire": lambda: Compare("multiply", one_wire),
    "shape": lambda: Compare("multiply", not_summed),
    "right": lambda: Compare("forward", REFERENCE["forward"]),
    "raising": lambda: Compare("forward", raising),
    "nothing": lambda: Compare("train"),
}


@pytest.fixture
def open_page(offline, tmp_path):
    """Open the page of that name."""

    def opened(name):
        offline.goto(MADE[name]().save_html(tmp_path / f"{name}.html").as_uri())
        return offline

    return opened


@pytest.mark.parametrize("name", MADE)
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (375, "dark")])
def test_axe_finds_nothing_serious_and_the_page_does_not_scroll_sideways(open_page, name, width, scheme):
    page = open_page(name)
    assert looks.faults(page, width, scheme) == []
    assert page.locator(".bp-card").bounding_box()["height"] < (800 if width == 1280 else 1200)


def inspected(page):
    return page.locator(".bp-inspector").inner_text()


def stands_out(page):
    """What stands out in the tables, and in the picture."""
    cells = page.locator(".bp-entries .bp-here").all_inner_texts()
    keys = "all => all.map(e => e.dataset.q ?? e.dataset.edge ?? e.dataset.given ?? e.dataset.plate)"
    return cells, page.locator(".bp-view .bp-here").evaluate_all(keys)


def test_it_opens_at_the_first_entry_that_differs(open_page):
    page = open_page("entries")
    assert page.get_by_role("button", name="dC_dz[1] ✗ differs").get_attribute("aria-pressed") == "true"
    assert inspected(page) == say("widgets.compare.apart", entry="dC_dz[1][0, 0]", mine="−1.98", engine="−0.233")
    assert stands_out(page) == (["✗ −1.98", "−0.233"], ["dC_dz 1 0"])
    assert page.locator(".bp-view [data-marked]").count() == 2


def test_by_keys_one_goes_from_entry_to_entry_and_the_picture_follows_to_its_example(open_page):
    page = open_page("entries")
    page.locator(".bp-entries").first.locator("button").first.focus()
    for key in ("ArrowRight", "ArrowDown", "ArrowDown"):
        page.keyboard.press(key)
    assert inspected(page).startswith("dC_dz[1][2, 1] is 0.377; the engine has 0.0603.")
    assert stands_out(page) == (["✗ 0.377", "0.0603"], ["dC_dz 1 1"])
    assert page.get_by_role("button", name="3 ✗", exact=True).get_attribute("aria-pressed") == "true"
    assert page.evaluate("document.activeElement.ariaLabel") == inspected(page)


def test_a_number_of_the_picture_leads_to_its_entry(open_page):
    page = open_page("entries")
    page.get_by_role("button", name="2 ✗", exact=True).click()
    page.locator('.bp-view [data-q="dC_dz 1 1"] .n').hover()
    assert inspected(page).startswith("dC_dz[1][1, 1] is −0.459")
    page.get_by_role("button", name="dC_dz[2] ✓ agrees").click()
    page.locator('.bp-view [data-q="dC_dz 2 0"] .n').hover()
    assert inspected(page).startswith("dC_dz[2][1, 0] is ") and inspected(page).endswith("✓ They agree.")


def test_an_entry_of_a_weights_gradient_stands_at_its_wire(open_page):
    page = open_page("wire")
    assert inspected(page).startswith("dL_dw[1][1, 0] is ")
    keys = stands_out(page)[1]
    assert keys and set(keys) == {"w 1 1 0"}
    assert page.locator(".bp-view [data-marked]").count() == 1
    assert "sums over all" in page.locator(".bp-shown").inner_text()


def test_of_other_shapes_both_are_shown_and_nothing_is_judged(open_page):
    page = open_page("shape")
    assert page.locator(".bp-shape").all_inner_texts() == ["yours, shape (3, 2)", "the engine's, shape (2,)"]
    assert page.locator(".bp-entries .bp-differs").count() == 0 and not page.locator(".bp-view").is_visible()
    page.locator(".bp-entries button").nth(3).hover()
    assert stands_out(page) == ([], [])


def test_an_array_that_agrees_opens_and_closes(open_page):
    page = open_page("right")
    assert not page.locator(".bp-entries").count()
    page.get_by_role("button", name="a[1] ✓ agrees").click()
    assert page.locator(".bp-entries").count() == 2 and page.locator(".bp-differs").count() == 0
    page.get_by_role("button", name="a[1] ✓ agrees").click()
    assert not page.locator(".bp-tables").is_visible()


def test_what_a_function_raised_stands_there_as_text_and_without_a_kernel_it_says_that_one_is_needed(open_page):
    page = open_page("raising")
    assert "<img src=x onerror=alert(1)></script>" in page.locator(".bp-line").inner_text()
    assert page.locator("img").count() == 0 and page.locator("script").count() == 2
    assert page.locator(".bp-no-kernel").inner_text() == say("widgets.compare.noKernel")
