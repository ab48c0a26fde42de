"""What a learner waits for: from key press to paint in JupyterLab in Chromium, near and far; playback; start."""

import sys
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import sync_playwright

from backprop.widgets import words
from backprop.widgets.training import SPEEDS
from bench.measure import ratio, said, table
from bench.proxy import delayed

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "browser"))
from lab_page import CHROMIUM_MISSING, FLAGS, Lab, Page, find_chromium, serve

NETWORKS = {
    "2-2-2-2, the lecture's": "from backprop.examples import lecture_network\nmodel = lecture_network()",
    "4-8-8-3": "from backprop.examples import random_network\nmodel = random_network(sizes=(4, 8, 8, 3))",
}
OURS = "from backprop.widgets import Stepper\nStepper(*model)"
# The least that such a picture can cost: drawn beforehand, with nothing beside it and put in whole.
BARE = """import ipywidgets as widgets
from backprop import walkthrough
from backprop.pictures.diagram import diagram
walk = walkthrough(*model)
pictures = [diagram(walk, i) for i in range(-1, len(walk))]
slider, picture = widgets.IntSlider(-1, min=-1, max=len(walk) - 1), widgets.HTML(pictures[0])
slider.observe(lambda change: setattr(picture, "value", pictures[change["new"] + 1]), "value")
widgets.VBox([slider, picture])"""
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
MATPLOTLIB = "matplotlib with interact"
WAYS = {"the stepper": OURS, "its picture alone": BARE, MATPLOTLIB: USUAL}
QUIET, SLOW = 400, 1500  # ms without a change that end a step; interact clears the output long before it draws anew
PLAYBACK = """from backprop.examples import initial_network, two_moons
from backprop.widgets import TrainingPlayer
TrainingPlayer(two_moons(200), updates=300)"""
FASTEST = min(SPEEDS, key=lambda speed: speed[1])[0]
# Resolves with the milliseconds from a key press to the paint after the last change in the cell's output.
LISTEN = """() => { window.pressed = 0;
  document.addEventListener('keydown', event => { window.pressed = event.timeStamp }, true);
  window.settled = quiet => new Promise(resolve => { let painted = null, timer;
    const output = document.querySelector('.jp-Cell .jp-OutputArea');
    const done = () => { seen.disconnect(); resolve(painted) };
    const seen = new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(done, quiet);
      requestAnimationFrame(() => { const after = new MessageChannel();
        after.port1.onmessage = () => { painted = performance.now() - window.pressed };
        after.port2.postMessage(0) }) });
    seen.observe(output, {subtree: true, childList: true, characterData: true, attributes: true});
    timer = setTimeout(done, 4000) }) }"""
COUNTS = """() => { window.counts = []; const look = () => {
    const label = [...document.querySelectorAll('.widget-label')].find(e => /^\\d+ of \\d+$/.test(e.textContent));
    const now = label && parseInt(label.textContent), last = window.counts.at(-1);
    if (label && (!last || last[0] !== now)) window.counts.push([now, performance.now()]);
    requestAnimationFrame(look) }; look() }"""


class Watched(Page):
    """A page that counts the bytes its kernel sends."""

    received = 0

    def _hear(self, frame):
        self.received += len(frame)
        super()._hear(frame)

    def focus_slider(self):
        """Give the first slider the keyboard."""
        self.page.locator(".jp-OutputArea .noUi-handle").first.wait_for(timeout=60_000)
        self.page.locator(".jp-OutputArea .noUi-handle").first.focus()
        self.page.wait_for_timeout(1500)


def stepping(page, steps, quiet):
    """(milliseconds of each step, bytes a step), one key press after another, each awaited."""
    page.page.evaluate(LISTEN)
    found, before = [], 0
    for i in range(steps + 5):
        if i == 5:  # the first five warm up
            found, before = [], page.received
        waiting = page.page.evaluate_handle(f"() => ({{done: window.settled({quiet})}})")
        page.page.keyboard.press("ArrowRight" if i % 40 < 20 else "ArrowLeft")
        found.append(waiting.evaluate("async w => await w.done"))
    assert None not in found, "a key press changed nothing in the output"
    return found, (page.received - before) / steps


def scrubbing(page):
    """Thirty steps in two seconds: (distinct steps painted, ms from the last key to the last paint, in order)."""
    page.page.keyboard.press("Home")
    page.page.wait_for_timeout(2500)
    page.page.evaluate(COUNTS)
    for _ in range(30):
        page.page.keyboard.press("ArrowRight")
        page.page.wait_for_timeout(60)
    last = page.page.evaluate("() => performance.now()")
    page.page.wait_for_timeout(4000)
    counts = page.page.evaluate("() => window.counts")
    shown = [count for count, _ in counts]
    assert shown[-1] == 30, f"the last step shown is {shown[-1]}"
    return len(set(shown)) - 1, max(0.0, counts[-1][1] - last), shown == sorted(shown)


def opened(lab, browser, source):
    """A page with one cell, run."""
    page = Watched(browser.new_page(viewport={"width": 1400, "height": 1000}), lab)
    page.open(lab.write("measured.ipynb", source))
    page.run_all()
    return page


def key_to_paint(lab, browser, steps):
    """Rows: network, what draws it, median, p95, the usual way's time over this one's, KiB a step."""
    rows = []
    for network, model in NETWORKS.items():
        found = {}
        for way, cell in WAYS.items():
            page = opened(lab, browser, f"{model}\n{cell}")
            page.focus_slider()
            found[way] = stepping(page, steps, SLOW if way == MATPLOTLIB else QUIET)
            page.stop()
        usual, _ = found[MATPLOTLIB]
        for way, (ms, sent) in found.items():
            p95, slower = quantiles(ms, n=20)[-1], said(ratio(usual, ms), digits=1)
            rows.append([network, way, f"{median(ms):.0f}", f"{p95:.0f}", slower, f"{sent / 1024:.1f}"])
    return rows


def far_away(lab, browser, steps):
    """A sentence: stepping and scrubbing with 200 ms of added round trip."""
    with delayed(int(lab.address.rsplit(":", 1)[1]), 0.1) as port:
        page = opened(Lab(f"http://127.0.0.1:{port}", lab.folder), browser, f"{next(iter(NETWORKS.values()))}\n{OURS}")
        page.focus_slider()
        ms, _ = stepping(page, steps, 900)
        painted, tail, in_order = scrubbing(page)
        page.stop()
    return (
        f"With 200 ms of added round trip a step takes {median(ms):.0f} ms (p95 {quantiles(ms, n=20)[-1]:.0f} ms). "
        f"Thirty key presses in two seconds paint {painted} different steps, "
        f"{'never backwards' if in_order else 'not always in order'}; "
        f"the last one stands {tail:.0f} ms after the last key."
    )


def playback(lab, browser):
    """Distinct updates painted a second, at the fastest setting."""
    page = opened(lab, browser, PLAYBACK)
    page.focus_slider()
    page.page.wait_for_timeout(4000)
    page.page.get_by_label(words.SPEED).select_option(label=FASTEST)
    page.page.evaluate(COUNTS)
    page.page.get_by_role("button", name=words.PLAY, exact=True).click()
    page.page.wait_for_timeout(6000)
    counts = page.page.evaluate("() => window.counts")
    page.stop()
    times = [at for _, at in counts[5:]]
    return 1000 * (len(times) - 1) / (times[-1] - times[0])


def first_widget(lab, browser, name):
    """Seconds from opening a notebook to its first live widget, Run All included."""
    start = time.perf_counter()
    page = Watched(browser.new_page(), lab)
    page.open(name)
    page.page.evaluate("jupyterapp.commands.execute('notebook:run-all-cells')")
    page.page.locator(".jp-OutputArea .jupyter-widgets").first.wait_for(timeout=60_000)
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
        updates = playback(lab, browser)
        names = ("00_gradient_descent.ipynb", "04_worked_example.ipynb")
        starts = ", ".join(f"{first_widget(lab, browser, name):.1f} s for {name[:2]}" for name in names)
        browser.close()
    return "\n\n".join(
        [
            "## From key press to paint",
            "JupyterLab in headless Chromium: from the key press to the paint after the last change in the output, "
            "in ms. Beside the stepper stand its picture alone, drawn beforehand and put into a `widgets.HTML`, "
            "and the usual way, a matplotlib figure drawn anew by `interact`.",
            table(["network", "drawn by", "median", "p95", "matplotlib over this", "KiB a step"], rows),
            far,
            f"Training plays at {updates:.0f} distinct updates a second, all panels on.",
            f"From opening a notebook to its first live widget, the kernel's start included: {starts}.",
        ]
    )


if __name__ == "__main__":
    print(page(20))
