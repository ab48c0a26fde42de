"""What a learner waits for: from key press to paint in JupyterLab in Chromium, near and far; playback; start."""

import sys
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import sync_playwright

from backprop.words import say
from bench.measure import table
from bench.proxy import delayed

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "browser"))
from lab_page import SHOWN, Lab, Page, serve

from chromium import CHROMIUM_MISSING, FLAGS, find_chromium

NETWORKS = {
    "2-2-2-2, the lecture's": "from backprop.examples import lecture_network\nmodel = lecture_network()",
    "4-8-8-3": "from backprop.examples import random_network\nmodel = random_network(sizes=(4, 8, 8, 3))",
}
OURS = "from backprop.widgets import Stepper\nStepper(*model)"
# The least that a key press can cost: a widget that changes one word by itself.
EMPTY = """import anywidget
class Empty(anywidget.AnyWidget):
    _esm = '''export default {render({el}) {
        const word = el.appendChild(document.createElement("div"));
        word.tabIndex = 0;
        word.className = "empty";
        word.textContent = "0";
        word.addEventListener("keydown", () => { word.textContent = Number(word.textContent) + 1 });
    }}'''
Empty()"""
# The usual way: the same network's activations, a step at a time, in a figure drawn anew.
USUAL = """%matplotlib inline
import matplotlib.pyplot as plt
from ipywidgets import interact
from backprop import walkthrough
steps, sizes = walkthrough(*model), model[0].sizes
neurons = [(l, j) for l, size in enumerate(sizes) for j in range(size)]
@interact(step=(-1, len(steps) - 1))
def draw(step=-1):
    figure, ax = plt.subplots(figsize=(8, 4))
    for l, size in enumerate(sizes[:-1]):
        for j in range(size):
            for k in range(sizes[l + 1]):
                ax.plot([l, l + 1], [j, k], color="0.6")
    for n, (l, j) in enumerate(neurons):
        ax.plot(l, j, "o", markersize=30, color="C0" if n <= step else "0.9")
        ax.text(l, j, f"{steps[n].value:.3f}" if n <= step else "", ha="center", va="center")
    ax.set_title(f"step {step + 1}")
    plt.show()"""
MANY = 6  # times as many keys, where a key is soon painted: it falls anywhere within a frame, and the median wanders
QUIET, SLOW = 100, 1500  # ms without a change that end a step; interact clears the output long before it draws anew
CARD, WORD, SLIDER = ".bp-rail", ".empty", ".jp-OutputArea .noUi-handle"  # where the keys go
PLAYBACK = """from backprop.examples import initial_network, two_moons
from backprop.widgets import TrainingPlayer
TrainingPlayer(two_moons(200), updates=300)"""
LONG = """from backprop.widgets import TrainingPlayer
TrainingPlayer("two_moons", hidden=(8, 8), learning_rate=0.01, updates=20_000)"""
STANDS = "() => document.querySelector('.bp-training .bp-line')?.textContent"
# settled(place, quiet): the milliseconds from a key press to the paint after the last change in that cell's output;
# first(place): to the paint after the first change there.
LISTEN = """() => { window.pressed = 0;
  document.addEventListener('keydown', event => { window.pressed = event.timeStamp }, true);
  const paint = then => requestAnimationFrame(() => { const after = new MessageChannel();
    after.port1.onmessage = () => then(performance.now() - window.pressed);
    after.port2.postMessage(0) });
  const shows = change => !change.target.matches?.('.bp-ahead');  // what is made ready there is not seen
  const watch = (place, changed) => { const seen = new MutationObserver(
      changes => { if (changes.some(shows)) changed(seen) });
    seen.observe(document.querySelector(place).closest('.jp-OutputArea'),
      {subtree: true, childList: true, characterData: true, attributes: true});
    return seen };
  window.settled = (place, quiet) => new Promise(resolve => { let painted = null, timer;
    const seen = watch(place, () => { clearTimeout(timer); timer = setTimeout(done, quiet);
      paint(ms => { painted = ms }) });
    const done = () => { seen.disconnect(); resolve(painted) };
    timer = setTimeout(done, 4000) });
  window.first = place => new Promise(resolve => {
    const seen = new MutationObserver(changes => { if (changes.some(shows)) { seen.disconnect(); paint(resolve) } });
    seen.observe(document.querySelector(place), {subtree: true, childList: true, attributes: true});
    setTimeout(() => { seen.disconnect(); resolve(null) }, 4000) }) }"""
COUNTS = """() => { window.counts = []; const look = () => {
    const label = [...document.querySelectorAll('.bp-count')]
        .find(e => /^\\d+ of \\d+$/.test(e.textContent));
    const now = label && parseInt(label.textContent), last = window.counts.at(-1);
    if (label && (!last || last[0] !== now)) window.counts.push([now, performance.now()]);
    requestAnimationFrame(look) }; look() }"""


class Watched(Page):
    """A page that counts the bytes its kernel sends."""

    received = 0

    def _hear(self, frame):
        self.received += len(frame)
        super()._hear(frame)

    def focus(self, place):
        """Give what stands there the keyboard."""
        self.page.locator(place).first.wait_for(timeout=60_000)
        self.page.locator(place).first.focus()


def pressed(page, place, key, quiet):
    """The milliseconds from a key press there to its last paint; a finger lifts only after that."""
    page.focus(place)
    waiting = page.page.evaluate_handle("([place, quiet]) => ({done: window.settled(place, quiet)})", [place, quiet])
    page.page.keyboard.down(key)
    ms = waiting.evaluate("async w => await w.done")
    page.page.keyboard.up(key)
    assert ms is not None, "a key press changed nothing in the output"
    return ms


def stepping(page, steps, places, quiet=QUIET):
    """{place: milliseconds of each step}, the places taken turn about; the first five steps warm up."""
    page.page.evaluate(LISTEN)
    found = {place: [] for place in places}
    for i in range(steps + 5):
        for place in places:
            found[place].append(pressed(page, place, "ArrowRight" if i % 40 < 20 else "ArrowLeft", quiet))
    return {place: ms[5:] for place, ms in found.items()}


def editing(page, edits):
    """Milliseconds from a key in the slider of η to the first paint of the step that stands there, at the last step."""
    page.page.evaluate(LISTEN)
    page.focus(CARD)
    page.page.keyboard.press("End")
    page.page.locator(".bp-rate").click()
    page.page.locator(".bp-editor input[type=range]").focus()
    found = []
    for i in range(edits + 2):
        waiting = page.page.evaluate_handle("() => ({done: window.first('.bp-headline')})")
        page.page.keyboard.press("ArrowRight" if i % 20 < 10 else "ArrowLeft")
        found.append(waiting.evaluate("async w => await w.done"))
        page.page.wait_for_timeout(900)  # the film follows, and is no part of it
    assert None not in found, "an edit changed nothing in the output"
    return found[2:]


def scrubbing(page):
    """Thirty steps in two seconds: (distinct steps painted, ms from the last key to the last paint, in order)."""
    page.focus(CARD)
    page.page.keyboard.press("Home")
    page.page.wait_for_timeout(500)
    page.page.evaluate(COUNTS)
    for _ in range(30):
        page.page.keyboard.press("ArrowRight")
        page.page.wait_for_timeout(60)
    last = page.page.evaluate("() => performance.now()")
    page.page.wait_for_timeout(1500)
    counts = page.page.evaluate("() => window.counts")
    shown = [count for count, _ in counts]
    assert shown[-1] == 30, f"the last step shown is {shown[-1]}"
    return len(set(shown)) - 1, max(0.0, counts[-1][1] - last), shown == sorted(shown)


def opened(lab, browser, *sources):
    """A page with these cells, run."""
    page = Watched(browser.new_page(viewport={"width": 1400, "height": 1000}), lab)
    page.open(lab.write("measured.ipynb", *sources))
    page.run_all()
    page.page.wait_for_timeout(1500)
    return page


def key_to_paint(lab, browser, steps):
    """Rows: network, what draws it, median, p95, its median over the empty widget's, KiB a step."""
    rows = []
    for network, model in NETWORKS.items():
        page = opened(lab, browser, EMPTY, f"{model}\n{OURS}")
        before = page.received
        found = stepping(page, MANY * steps, (WORD, CARD))
        sent = (page.received - before) / (MANY * steps + 5)
        edited = editing(page, max(5, steps // 4))
        page.stop()
        page = opened(lab, browser, f"{model}\n{USUAL}")
        before = page.received
        [usual] = stepping(page, steps, (SLIDER,), SLOW).values()
        usual_sent = (page.received - before) / (steps + 5)
        page.stop()
        empty = found[WORD]
        rows += [
            row(network, "an empty widget", empty, empty, 0),
            row(network, "the stepper", found[CARD], empty, sent),
            row(network, "the stepper, an edit", edited, empty, None),
            row(network, "matplotlib with interact", usual, empty, usual_sent),
        ]
    return rows


def row(network, way, ms, empty, sent):
    """A row of the table."""
    kib = "" if sent is None else f"{sent / 1024:.1f}"
    return [
        network,
        way,
        f"{median(ms):.0f}",
        f"{quantiles(ms, n=20)[-1]:.0f}",
        f"{median(ms) / median(empty):.2f}",
        kib,
    ]


def far_away(lab, browser, steps):
    """A sentence for each network: stepping and scrubbing with 200 ms of added round trip."""
    sentences = []
    with delayed(int(lab.address.rsplit(":", 1)[1]), 0.1) as port:
        for network, model in NETWORKS.items():
            page = opened(Lab(f"http://127.0.0.1:{port}", lab.folder), browser, EMPTY, f"{model}\n{OURS}")
            found = stepping(page, MANY * steps, (WORD, CARD))
            painted, tail, in_order = scrubbing(page)
            page.stop()
            over = median(found[CARD]) / median(found[WORD])
            sentences.append(
                f"With 200 ms of added round trip a step of {network} takes {median(found[CARD]):.0f} ms "
                f"(p95 {quantiles(found[CARD], n=20)[-1]:.0f} ms), {over:.2f} times the empty widget. "
                f"Thirty key presses in two seconds paint {painted} different steps, "
                f"{'never backwards' if in_order else 'not always in order'}; "
                f"the last one stands {tail:.0f} ms after the last key."
            )
    return "\n\n".join(sentences)


def playback(lab, browser):
    """Distinct updates painted a second: played at the fastest setting, and scrubbed; ms from a moved example to paint.

    The last is that of the new recording's first update.
    """
    page = opened(lab, browser, PLAYBACK)
    page.focus(CARD)
    page.page.wait_for_timeout(2000)
    page.page.get_by_label(say("widgets.player.speed")).select_option("fast")
    page.page.evaluate(COUNTS)
    page.page.get_by_role("button", name=say("widgets.player.play"), exact=True).click()
    page.page.wait_for_timeout(7000)
    played = a_second(page)
    box = page.page.locator(CARD).bounding_box()
    across, y = box["x"], box["y"] + box["height"] / 2
    page.page.mouse.move(across + box["width"] - 1, y)
    page.page.mouse.down()
    page.page.wait_for_timeout(500)
    page.page.evaluate("() => { window.counts.length = 0 }")
    page.page.mouse.move(across, y, steps=150)  # two updates a move: a page hears of one move a frame
    page.page.mouse.up()
    scrubbed = a_second(page)
    moved = [by_hand(page) for _ in range(12)][2:]
    page.stop()
    return played, scrubbed, moved


def a_second(page):
    """Distinct counts painted a second, the first few left out."""
    times = [at for _, at in page.page.evaluate("() => window.counts")[5:]]
    return 1000 * (len(times) - 1) / (times[-1] - times[0])


def by_hand(page):
    """Milliseconds from a key that moves an example to the paint of the network that is trained on it anew."""
    page.page.wait_for_timeout(900)  # the recording goes on meanwhile, and is no part of it
    page.page.evaluate(LISTEN)
    page.focus("[data-panel=plane] [data-q][tabindex='0']")
    waiting = page.page.evaluate_handle("() => ({done: window.first('.bp-grid')})")
    page.page.keyboard.press("ArrowRight")
    return waiting.evaluate("async w => await w.done")


def first_picture(lab, browser):
    """Seconds from running the cell of a long recording to its first picture."""
    page = opened(lab, browser, "import backprop.widgets", LONG.partition("\n")[0])
    page.page.evaluate("() => jupyterapp.commands.execute('notebook:insert-cell-below')")
    page.page.evaluate(
        "text => { jupyterapp.shell.currentWidget.content.activeCell.model.sharedModel.source = text }", LONG
    )
    start = time.perf_counter()
    page.page.evaluate("() => { jupyterapp.commands.execute('notebook:run-cell') }")
    page.page.wait_for_function(STANDS)
    found = time.perf_counter() - start
    page.stop()
    return found


def first_widget(lab, browser, name):
    """Seconds from opening a notebook to its first live widget, Run All included."""
    start = time.perf_counter()
    page = Watched(browser.new_page(), lab)
    page.open(name)
    page.page.evaluate("jupyterapp.commands.execute('notebook:run-all-cells')")
    page.page.locator(SHOWN).first.wait_for(timeout=60_000)
    found = time.perf_counter() - start
    page.page.wait_for_timeout(3000)
    page.stop()
    return found


def page(steps):
    """This part of the results, in Markdown."""
    chromium = find_chromium()
    if chromium is None:
        raise SystemExit(f"{CHROMIUM_MISSING} Or leave this part out: --no-browser.")
    with tempfile.TemporaryDirectory() as folder, serve(folder) as lab, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        rows = key_to_paint(lab, browser, steps)
        far = far_away(lab, browser, max(10, steps // 3))
        played, scrubbed, moved = playback(lab, browser)
        first = median(first_picture(lab, browser) for _ in range(3))
        names = ("00_gradient_descent.ipynb", "04_worked_example.ipynb")
        starts = ", ".join(f"{first_widget(lab, browser, name):.1f} s for {name[:2]}" for name in names)
        browser.close()
    return "\n\n".join(
        [
            "## From key press to paint",
            "JupyterLab in headless Chromium: from the key press to the paint after the last change in the output, "
            "in ms; of an edit, by a key in the slider of η, to the first paint of the step that stands there. "
            "Beside the stepper stand a widget that changes one word and nothing else, pressed turn about with it, "
            "and the usual way, a matplotlib figure drawn anew by `interact`.",
            table(["network", "drawn by", "median", "p95", "over the empty widget", "KiB a step"], rows),
            far,
            f"Training plays at {played:.0f} distinct updates a second, and is scrubbed at {scrubbed:.0f}, "
            f"all panels on; of a recording of 20,000 updates the first picture stands after {first:.2f} s. "
            f"From a key that moves an example to the paint of the network trained anew: {median(moved):.0f} ms.",
            f"From opening a notebook to its first live widget, the kernel's start included: {starts}.",
        ]
    )


if __name__ == "__main__":
    print(page(20))
