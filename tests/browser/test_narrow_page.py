"""On a narrow page the diagram scrolls, shows the current step by itself, and stays legible."""

from backprop import walkthrough
from backprop.examples import lecture_network
from backprop.words import say

SOURCE = (
    "from backprop.examples import lecture_network\nfrom backprop.widgets import Stepper\nStepper(*lecture_network())"
)
LAST = len(walkthrough(*lecture_network()))
VIEW = """() => { const view = document.querySelector('.bp-view'), box = view.getBoundingClientRect();
    const svg = view.querySelector('svg.bp-d'), scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    const fonts = [...svg.querySelectorAll('text')].map(text => scale * parseFloat(getComputedStyle(text).fontSize));
    const hidden = [...svg.querySelectorAll('[data-state=now], [data-hot="1"]')].map(e => e.getBoundingClientRect())
        .filter(b => b.left < box.left || b.right > box.right).length;
    return { scroll: view.scrollLeft, wider: view.scrollWidth - view.clientWidth, hidden,
        font: Math.min(...fonts) } }"""


def test_every_step_shows_itself_and_the_learner_may_look_elsewhere(lab, notebook):
    stepper = notebook(lab.write("narrow.ipynb", SOURCE), width=800)
    page = stepper.page
    slider = page.get_by_role("slider").first
    slider.focus()
    scrolled = set()
    for i in range(LAST):
        page.keyboard.press("ArrowRight")
        stepper.idle()
        assert page.get_by_text(say("widgets.player.count", i=i + 1, n=LAST), exact=True).is_visible()
        view = page.evaluate(VIEW)
        assert view["wider"] > 0 and view["font"] > 9.99
        assert view["hidden"] == 0, f"step {i + 1}"
        scrolled.add(view["scroll"])
    assert len(scrolled) > 2
    page.wait_for_timeout(300)  # longer than a step holds the view
    page.evaluate("document.querySelector('.bp-view').scrollLeft = 0")
    page.wait_for_timeout(300)
    assert page.evaluate(VIEW)["scroll"] == 0


def test_at_1024_pixels_the_whole_picture_is_seen_and_legible(lab, notebook):
    page = notebook(lab.write("wide.ipynb", SOURCE), width=1024).page
    page.locator(".bp-view svg").wait_for()
    view = page.evaluate(VIEW)
    assert view["wider"] == 0 and view["font"] > 9.99
