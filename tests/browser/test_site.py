"""The site in a real browser: every page opens and every card answers, with no other host, and by file too."""

import gzip
import json
import re
import tomllib
import zipfile
from http.server import SimpleHTTPRequestHandler
from urllib.parse import quote, urlsplit

import looks
import pytest
import served
from lab_page import NOTEBOOKS

from backprop.widgets import ChainRuleExplorer
from backprop.words import say
from lacking import lacking

pytestmark = pytest.mark.slow
PAGES = ["index", *(path.stem for path in NOTEBOOKS)]
WIDTHS = {"wide": 1280, "phone": 375}
MOST_BYTES, MOST_SHIFT = 200_000, 0.02
SHIFT = """() => new Promise(resolve => { let sum = 0;
  const seen = new PerformanceObserver(list => list.getEntries().forEach(one => { sum += one.value }));
  seen.observe({type: 'layout-shift', buffered: true});
  setTimeout(() => resolve(sum), 300) })"""
# What a card says of where it stands, or of the answer: it changes with every step.
SAYS = "root => (root.querySelector('.bp-verdict') ?? root.querySelector('.bp-live'))?.textContent"
BARE = "() => [...document.querySelectorAll('pre')].filter(e => e.scrollWidth > e.clientWidth + 1).length"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The folder of the site; a warning is an error, and so is a word."""
    if served.missing():
        lacking(served.MISSING)
    folder = tmp_path_factory.mktemp("site") / "site"
    assert served.made(folder) == (0, "")
    return folder


@pytest.fixture(scope="module")
def address(site):
    with served.served(site) as address:
        yield address


@pytest.fixture
def page(chromium, request):
    """A page that asks no other host, and in which nothing may go wrong."""
    width = WIDTHS[getattr(request, "param", "wide")]
    context = chromium.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    page, faults = context.new_page(), []

    def own(route):
        ours = route.request.url.startswith(("http://127.0.0.1:", "file:", "data:"))
        faults.extend([] if ours else [route.request.url])
        return route.continue_() if ours else route.abort()

    page.route("**/*", own)
    page.on("console", lambda message: message.type == "error" and faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.faults = faults
    yield page
    assert faults == []
    context.close()


def come_near(place):
    """The card of a place, when its film is there."""
    place.scroll_into_view_if_needed()
    card = place.locator("> .bp-card")
    card.wait_for()
    return card


def answers(card):
    """Whether a card says something else after a step of each kind that it offers; what it is, where not."""
    before = card.evaluate(SAYS)
    ahead, kind = card.locator(".bp-time [role=slider]").first, card.locator("..").get_attribute("data-card")
    if card.locator(".bp-choices button").count():
        card.locator(".bp-choices button").first.click()
    elif card.locator(".bp-number input").count():
        card.locator(".bp-number input").fill("0.123")
        card.locator(".bp-check-it").click()
    elif kind == "comparison" or card.locator(".bp-start").count():
        return [] if card.locator(".bp-no-kernel a").count() >= 2 else [kind]
    elif kind == "digits":
        card.locator(".bp-train").click()
        ahead.press("End")
        card.get_by_role("button", name=say("widgets.player.play"), exact=True).wait_for()
        ahead.press("ArrowLeft")
    else:
        for key in ("ArrowRight", "ArrowLeft"):
            ahead.press(key)
            if card.evaluate(SAYS) != before:
                break
    return [] if card.evaluate(SAYS) not in ("", before) else [kind]


# ------------------------------------------------------- every page, in every look


def faults(page):
    """What sticks out of a page as it stands, light and dark, and what is serious for axe there."""
    found = []
    looks.leave_one_of_each(page.locator("body"))
    for scheme, rules in (("light", None), ("dark", looks.OF_COLOURS)):
        page.emulate_media(color_scheme=scheme)
        sideways = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        found += [(scheme, "pixels sideways", sideways)] * (sideways > 0)
        found += [(scheme, *one) for one in looks.serious(page.locator("body"), rules)]
    return found


@pytest.mark.parametrize("page", WIDTHS, indirect=True)
@pytest.mark.parametrize("name", PAGES)
def test_every_page_opens_every_card_answers_and_axe_finds_nothing_serious(page, address, name):
    page.goto(f"{address}{name}.html")
    places = page.locator(".bp-place")
    assert places.count()
    silent = [answers(come_near(places.nth(n))) for n in range(places.count())]
    assert [n for n, one in enumerate(silent) if one] == []
    assert faults(page) == []


@pytest.mark.parametrize("page", WIDTHS, indirect=True)
@pytest.mark.parametrize("name", ["404", "search", "embed-index-player"])
def test_the_other_pages_are_clean_too(page, address, name):
    page.goto(f"{address}{name}.html")
    assert faults(page) == []


def test_every_link_and_every_anchor_leads_somewhere(site, tmp_path):
    assert served.dangling(site) == []
    pages = "".join(path.read_text("utf-8") for path in site.glob("*.html"))
    assert pages.count('href="00_gradient_descent.html#notation"') >= len(NOTEBOOKS) - 1
    (tmp_path / "a.html").write_text('<a href="#x">1</a><a href="b.html">2</a><a href="a.html#y" id="y">3</a>', "utf-8")
    assert served.dangling(tmp_path) == [("a.html", "#x"), ("a.html", "b.html")]


def test_a_fold_is_closed_and_its_answer_is_in_it(page, address, site):
    folds = 0
    for path in NOTEBOOKS:
        cells = json.loads(path.read_text("utf-8"))["cells"]
        folds += sum(cell["metadata"].get("jupyter", {}).get("outputs_hidden", False) for cell in cells)
    closed = [re.findall(r"<details[^>]*>", file.read_text("utf-8")) for file in site.glob("0*.html")]
    assert sum(map(len, closed)) == folds > 20 and "open" not in str(closed)
    page.goto(f"{address}00_gradient_descent.html")
    fold = page.locator("details").first
    assert not fold.locator("pre").first.is_visible()
    fold.locator("summary").click()
    assert fold.locator("pre").first.is_visible()


def test_no_formula_is_left_as_it_was_typed(page, address):
    for name in PAGES:
        page.goto(f"{address}{name}.html")
        said = page.locator("article").evaluate("""e => { const copy = e.cloneNode(true);
            copy.querySelectorAll('pre, code, .bp-place').forEach(one => one.remove()); return copy.textContent }""")
        assert len(said) > 500 and not re.findall(r".{20}(?:\$|\\[a-z]).{20}", said)


def test_no_page_shows_the_cell_that_installs(site):
    said = "find_spec("
    assert all(said in path.read_text("utf-8") for path in NOTEBOOKS)
    assert [path.name for path in site.glob("*.html") if said in re.sub(r"<[^>]+>", "", path.read_text("utf-8"))] == []
    assert "find_spec" not in (site / "searchindex.js").read_text("utf-8")


def test_each_page_leads_to_its_own_notebook_on_colab_and_on_binder(page, address):
    project = tomllib.loads((served.ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    path = urlsplit(project["urls"]["Repository"]).path
    for name in PAGES:
        page.goto(f"{address}{name}.html")
        links = page.locator(".bp-run a").evaluate_all("all => all.map(one => one.href)")
        notebook = NOTEBOOKS[0].name if name == "index" else f"{name}.ipynb"
        assert f"https://colab.research.google.com/github{path}/blob/main/notebooks/{notebook}" in links
        assert f"https://mybinder.org/v2/gh{path}/HEAD?urlpath=lab/tree/notebooks/{notebook}" in links


def test_a_page_that_is_shared_shows_a_picture_that_is_there(site):
    for name in PAGES:
        page = (site / f"{name}.html").read_text("utf-8")
        [picture] = re.findall(r'property="og:image" content="https://[^/]+/backprop/([^"]+)"', page)
        assert (site / picture).is_file()


# ------------------------------------------------------- without a server, without a network, without a kernel


def test_opened_as_a_file_it_steps_and_its_search_finds_a_formula(page, site):
    page.goto((site / "index.html").as_uri())
    card = come_near(page.locator(".bp-place"))
    assert "20 of 50" in card.inner_text() and answers(card) == []
    page.goto((site / "03_backward_pass.html").as_uri())
    assert answers(come_near(page.locator(".bp-place").nth(5))) == []
    page.goto(f"{(site / 'search.html').as_uri()}?q={quote('∂C/∂z₃')}")
    page.get_by_text("Search finished").wait_for()
    assert "Walk the backward pass" in page.locator("ul.search").inner_text()


@pytest.mark.parametrize("words", ["∂C/∂z", "∂L/∂w", "saturated"])
def test_the_search_finds_words_and_formulas(page, address, words):
    page.goto(address)
    page.get_by_role("textbox", name="Search").fill(words)
    page.keyboard.press("Enter")
    page.get_by_text("Search finished").wait_for()
    assert "Walk the backward pass" in page.locator("ul.search").inner_text()


def test_what_needs_a_kernel_says_so_beside_the_links_to_one(page, address):
    page.goto(f"{address}03_backward_pass.html")
    card = come_near(page.locator(".bp-place").first)
    card.get_by_role("button", name="η = 0.5").click()
    links = card.locator(".bp-editor .bp-refused a")
    ours = f"/HEAD?urlpath=lab/tree/notebooks/{NOTEBOOKS[3].name}"
    assert links.first.get_attribute("href").endswith(ours) and links.count() >= 2
    page.keyboard.press("Escape")


def test_a_page_that_is_not_there_leads_back_from_any_depth(page, address):
    page.goto(f"{address}no/such/page.html")
    assert page.locator("h1").inner_text().startswith("There is no such page")
    page.get_by_role("link", name="The first page").click()
    assert page.url == f"{address}index.html"
    page.faults[:] = [fault for fault in page.faults if "404" not in fault]


# ------------------------------------------------------- looks


def test_the_switch_turns_page_cards_and_pictures_dark_together(page, address):
    page.goto(f"{address}00_gradient_descent.html")
    come_near(page.locator(".bp-place").first)
    while page.evaluate("document.body.dataset.theme") != "dark":
        page.locator(".theme-toggle:visible").click()
    ground = "e => getComputedStyle(e).backgroundColor"
    assert page.locator("body").evaluate(ground) == page.locator(".bp-card").first.evaluate(ground) == "rgb(13, 17, 23)"
    picture = page.locator(".bp-picture").first
    assert picture.locator(".only-dark").is_visible() and not picture.locator(".only-light").is_visible()


def test_a_network_is_wider_than_the_text_and_on_a_phone_legible(page, address):
    page.goto(f"{address}01_chain_rule.html")
    width = "e => e.getBoundingClientRect().width"
    picture = page.locator(".bp-picture img.only-light").last
    assert picture.evaluate(width) > page.locator("article p").first.evaluate(width) + 60
    page.set_viewport_size({"width": 375, "height": 800})
    assert picture.evaluate(width) > 0.75 * int(picture.get_attribute("width"))


def test_on_paper_code_wraps_and_cards_that_were_never_near_are_pictures(page, address):
    page.goto(f"{address}06_other_activations_and_losses.html")
    page.emulate_media(media="print", color_scheme="dark")
    page.set_viewport_size({"width": 718, "height": 1000})  # A4 within its margins
    assert page.evaluate(BARE) == 0
    last = page.locator(".bp-place").last
    assert not last.locator("> .bp-card").count() and last.locator(".bp-stored").is_visible()
    assert page.locator(".sidebar-drawer").is_hidden()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") in (
        "rgb(255, 255, 255)",
        "rgba(0, 0, 0, 0)",
    )


def test_on_paper_a_card_shows_its_whole_formula_and_its_whole_picture(page, address):
    page.goto(f"{address}03_backward_pass.html")
    card = come_near(page.locator(".bp-place[data-card=stepper]").nth(1))  # the lecture's, the widest
    cut = "e => [e.scrollHeight - e.clientHeight, e.scrollWidth - e.clientWidth]"
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 718, "height": 1000})
    for part in (".bp-formula", ".bp-view", ".bp-inspector"):
        assert max(card.locator(part).first.evaluate(cut)) <= 1, part


# ------------------------------------------------------- weight


@pytest.mark.parametrize("name", PAGES)
def test_before_it_is_scrolled_a_page_weighs_little_and_nothing_in_it_moves(page, address, site, name):
    page.goto(f"{address}{name}.html")
    page.wait_for_load_state("networkidle")
    asked = page.evaluate("performance.getEntriesByType('resource').map(one => one.name)")
    files = [site / f"{name}.html", *(site / one.removeprefix(address).split("?")[0] for one in asked)]
    assert sum(len(gzip.compress(file.read_bytes(), 6)) for file in files) <= MOST_BYTES
    assert page.evaluate(SHIFT) <= MOST_SHIFT


def test_the_zip_holds_the_notebooks_and_all_that_their_requirements_name(site):
    with zipfile.ZipFile(site / "backprop-notebooks.zip") as archive:
        names = archive.namelist()
    top = "backprop-notebooks/"
    assert {f"{top}notebooks/{path.name}" for path in NOTEBOOKS} <= {*names}
    assert {top + name for name in ("requirements.txt", "pyproject.toml", "README.md", "LICENSE")} <= {*names}
    assert f"{top}src/backprop/data/digits.npz" in names and not [name for name in names if "__pycache__" in name]


# ------------------------------------------------------- in a page of somebody else's

POLICY = "default-src 'none'; frame-src http://127.0.0.1:*; script-src 'none'"
HOST = """<!doctype html><meta http-equiv="Content-Security-Policy" content="{policy}">
<title>A course</title><main>{frame}</main>"""


def test_the_line_for_a_course_shows_a_card_that_steps_in_a_page_of_another_origin(page, address, tmp_path):
    page.goto(address)
    card = come_near(page.locator(".bp-place"))
    card.get_by_role("button", name="More").click()
    card.get_by_role("button", name="Use this in your course").click()
    line = card.get_by_role("textbox", name="Use this in your course").input_value()
    assert address in line and "∂C/∂z₃" in line
    Own = type("Own", (SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
    ChainRuleExplorer(case=1).save_html(tmp_path / "saved.html")
    saved = '<iframe src="saved.html" title="saved" width="100%" height="700"></iframe>'
    for name, frame in (("course.html", line), ("own.html", saved)):
        (tmp_path / name).write_text(HOST.format(policy=POLICY, frame=frame), "utf-8")
    with served.served(tmp_path, Own) as elsewhere:
        page.set_viewport_size({"width": 940, "height": 900})
        page.goto(f"{elsewhere}course.html")
        inside = page.frames[1]
        inside.locator(".bp-card").wait_for()
        assert answers(inside.locator(".bp-card")) == []
        assert inside.evaluate("document.documentElement.scrollHeight <= innerHeight")
        page.goto(f"{elsewhere}own.html")
        page.frames[1].locator(".bp-card").wait_for()
        assert answers(page.frames[1].locator(".bp-card")) == []
