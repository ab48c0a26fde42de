"""Each measure of looks finds its fault in a page that has it, and nothing in one without."""

import looks
import pytest

PICTURE = '<svg width="200" height="60"><text x="{}" y="30" fill="{}">one</text><text x="90" y="30">two</text></svg>'
GOOD = PICTURE.format(20, "#000")


@pytest.fixture(scope="module")
def page(chromium):
    page = chromium.new_page()
    yield page
    page.close()


def shown(page, html):
    page.set_content(f'<div class="jp-Notebook" style="width:400px"><div id="root">{html}</div></div>')
    return page.locator("#root")


def test_a_label_that_covers_another_and_one_that_is_cut_off_are_crowded(page):
    assert looks.crowded(shown(page, GOOD)) == []
    assert looks.crowded(shown(page, PICTURE.format(85, "#000"))) == [["two", "covers", "one"]]
    assert looks.crowded(shown(page, PICTURE.format(-9, "#000"))) == [["one", "is cut off"]]


def test_faint_words_are_found_in_a_picture_and_on_the_page(page):
    assert looks.faint(shown(page, GOOD + "<p>words</p>")) == []
    assert [text for text, _ in looks.faint(shown(page, PICTURE.format(20, "#bbb")))] == ["one"] * 5
    assert [text for text, _ in looks.faint(shown(page, '<p style="color:#bbb">words</p>'))] == ["words"]


def test_what_is_wider_than_its_place_overflows(page):
    assert looks.overflow(shown(page, "<p>words</p>")) == []
    found = looks.overflow(shown(page, '<p style="white-space:nowrap;width:300px">' + "words " * 90 + "</p>"))
    assert any(text.startswith("words") for text, _ in found)


def test_what_stands_elsewhere_or_is_gone_has_moved(page):
    before = looks.boxes(shown(page, "<button>one</button><button>two</button>"))
    assert looks.moved(before, before) == []
    moved = looks.boxes(shown(page, "<button>longer</button><button>two</button>"))
    assert len(looks.moved(before, moved)) == 2
    assert looks.moved(before, before[:1]) == [(2, 1)]


def test_axe_finds_a_button_without_a_name(page):
    assert looks.serious(shown(page, "<button>one</button>")) == []
    assert [rule for rule, *_ in looks.serious(shown(page, "<button></button>"))] == ["button-name"]


def test_axe_finds_a_colour_and_a_picture_by_the_rules_of_colours_alone(page):
    assert looks.serious(shown(page, "<button></button>"), looks.OF_COLOURS) == []
    wrong = '<p style="color:#bbb">words</p><img src="data:,">'
    found = looks.serious(shown(page, wrong), looks.OF_COLOURS)
    assert sorted(rule for rule, *_ in found) == ["color-contrast", "image-alt"]


CODE = "<pre>{}</pre><table><tr><td><pre>{}</pre></table>"
# A faint word by itself, in another element, beside signs of its colour, and within a word like those before.
FAINT = (
    '<span class="k" style="color:#bbb">for</span>',
    '<b><span class="k" style="color:#bbb">if</span></b>',
    '<i style="color:#bbb"><span class="o">=</span><span class="o">+=</span> <u>or</u></i>',
    '<span class="k">for <em style="color:#bbb">each</em></span>',
)


def test_of_words_that_stand_alike_one_is_left_and_a_faint_one_among_them_is_still_found(page):
    alike, other = '<span class="k">for</span> ' * 9, '<span class="n">x</span> '
    shown(page, CODE.format(alike + other, alike))
    assert looks.leave_one_of_each(page.locator("body")) == 8
    left = (
        page.locator("pre")
        .first.locator("span")
        .evaluate_all("all => all.filter(e => e.checkVisibility({visibilityProperty: true})).map(e => e.className)")
    )
    assert left == ["k", "n"] and looks.serious(page.locator("body")) == []
    for faint in FAINT:
        shown(page, CODE.format(alike + faint + other, ""))
        looks.leave_one_of_each(page.locator("body"))
        assert [rule for rule, *_ in looks.serious(page.locator("body"))] == ["color-contrast"], faint


def test_of_words_that_are_not_seen_none_stands_for_one_that_is(page):
    word = '<span class="k" style="{}">for</span>'
    shown(page, f"<style>.k {{ color: #bbb }}</style><details><pre>{word}</pre></details><pre>{word}</pre>")
    assert looks.leave_one_of_each(page.locator("body")) == 0
    assert [rule for rule, *_ in looks.serious(page.locator("body"))] == ["color-contrast"]
