"""What a reader of the site waits for: to the first paint, and to the first step of a page's first player."""

import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from urllib.parse import urljoin

from playwright.sync_api import sync_playwright

from bench.measure import table

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "browser"))
import served
from lab_page import NOTEBOOKS

from chromium import CHROMIUM_MISSING, FLAGS, find_chromium

PAGES = ["index", *(path.stem for path in NOTEBOOKS)]
LINE = {"offline": False, "latency": 50, "downloadThroughput": 10e6 / 8, "uploadThroughput": 10e6 / 8}  # ms, bytes/s
KEYS = {
    "ArrowRight": {"key": "ArrowRight", "code": "ArrowRight", "windowsVirtualKeyCode": 39},
    "ArrowLeft": {"key": "ArrowLeft", "code": "ArrowLeft", "windowsVirtualKeyCode": 37},
    " ": {"key": " ", "code": "Space", "windowsVirtualKeyCode": 32, "text": " "},
}
# What each screen is: (width, how many times slower the processor is).
SCREENS = {"1280 px": (1280, 1), "375 px": (375, 4)}
NO_ICON = '<link rel="icon" href="data:,">'
# The least that a page can cost: a word, and a rail that a key moves.
EMPTY = f"""<!doctype html><title>Empty</title>{NO_ICON}<div class="bp-place"><div class="bp-card">
<div role="slider" tabindex="0">0</div></div></div>
<script>document.querySelector('[role=slider]').onkeydown = e => e.target.append('1')</script>"""
# The first card of a page is what steps: its rail, the first choice of a question, or the button that trains. When it
# is there, Python is told to press a key; and when the first change that this makes in the card is painted, in ms from
# the navigation's start.
LISTEN = """{
let trying;
const PLAYER = ['.bp-card [role=slider]', '.bp-card .bp-choices button', '[data-card=digits] .bp-card button']
  .map(one => `.bp-place${one.startsWith('[') ? '' : ' > '}${one}`).join();
const whole = new MutationObserver(() => {
  const player = document.querySelector(PLAYER);
  if (!player) return;
  whole.disconnect();
  if (WAITS) return;
  player.focus({preventScroll: true});
  const keys = player.role ? ['ArrowRight', 'ArrowLeft'] : [' '];
  const tried = () => { keys.push(keys[0]); press(keys.shift()) };  // a card that is not ready yet is tried again
  tried();
  trying = setInterval(tried, 100);
});
whole.observe(document, {subtree: true, childList: true});
addEventListener('keydown', ({target}) => {
  new MutationObserver((_, seen) => { seen.disconnect();
    clearInterval(trying);
    requestAnimationFrame(() => { const after = new MessageChannel();
      after.port1.onmessage = () => stepped(String(performance.now()));
      after.port2.postMessage(0) }) })
    .observe(target.closest('.bp-card'), {subtree: true, childList: true, attributes: true, characterData: true});
}, true);
new PerformanceObserver(list => list.getEntriesByName('first-contentful-paint')
  .forEach(one => painted(String(one.startTime)))).observe({type: 'paint', buffered: true});
window.shifted = 0;
new PerformanceObserver(list => list.getEntries().forEach(one => { window.shifted += one.value }))
  .observe({type: 'layout-shift', buffered: true});
}"""
FOUND = """() => { const all = ['navigation', 'resource'].flatMap(kind => performance.getEntriesByType(kind));
  return {shift: window.shifted, requests: all.length,
    bytes: all.reduce((sum, one) => sum + one.encodedBodySize, 0)} }"""
SETTLE = 300  # ms until the processor is slowed
STANDS = 1000  # ms after the last of what was asked for has come
SECONDS = 30  # that a page may take before the measurement is given up


@contextmanager
def visited(browser, address, screen, step):
    """A cold visit, told to ``step`` or to wait: its page, and a dict that gets the ms to the paint and to the step."""
    width, slower = SCREENS[screen]
    context = browser.new_context(viewport={"width": width, "height": 800})
    context.add_init_script(LISTEN.replace("WAITS", "false" if step else "true"))
    page, found = context.new_page(), {}
    tools = context.new_cdp_session(page)
    for name in ("press", "painted", "stepped"):
        tools.send("Runtime.addBinding", {"name": name})

    def called(event):
        if event["name"] != "press":
            found.setdefault(event["name"], float(event["payload"]))
        elif "stepped" not in found:
            for kind in ("keyDown", "keyUp"):
                tools.send("Input.dispatchKeyEvent", {"type": kind, **KEYS[event["payload"]]})

    tools.on("Runtime.bindingCalled", called)
    page.goto(urljoin(address, "before.html"))  # a process of its own starts as the visit would, and is not slowed yet
    tools.send("Runtime.enable")
    tools.send("Network.enable")
    tools.send("Network.emulateNetworkConditions", LINE)
    tools.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.wait_for_timeout(SETTLE)
    found.clear()
    page.goto(address, wait_until="commit")
    yield page, found
    context.close()


def stepped(browser, address, screen):
    """A cold visit's ms to its first paint and to its first step."""
    with visited(browser, address, screen, True) as (page, found):
        end = time.monotonic() + SECONDS
        while len(found) < 2:
            if time.monotonic() > end:
                raise SystemExit(f"The first card of {address} does not step.")
            page.wait_for_timeout(10)
        return found


def stood(browser, address, screen):
    """A cold visit's weight and shift, when it stands: what moves after a key is no shift, so none is pressed."""
    with visited(browser, address, screen, False) as (page, _):
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(STANDS)
        return page.evaluate(FOUND)


def visits(browser, address, screen, rounds):
    """{page: {figure: its median over the rounds}}, the pages taken turn about; the first round warms up."""
    found = {name: [] for name in ("empty", *PAGES)}
    for _ in range(rounds + 1):
        for name, kept in found.items():
            kept.append(stepped(browser, f"{address}{name}.html", screen))
    middle = {}
    for name, kept in found.items():
        middle[name] = stood(browser, f"{address}{name}.html", screen)
        middle[name] |= {key: median(one[key] for one in kept[1:]) for key in ("painted", "stepped")}
    return middle


def rows(found):
    """Rows: page, kB, requests; on each screen s to the paint and to the step, and that over the empty page's; shift.

    ``found`` is {screen: {page: its figures}}; the last row is the worst of every column, the empty page left out.
    """
    screens = list(found.values())
    made = {}
    for name in screens[0]:
        here = [one[name] for one in screens]
        times = [
            (one[name]["painted"] / 1000, one[name]["stepped"] / 1000, one[name]["stepped"] / one["empty"]["stepped"])
            for one in screens
        ]
        most = {key: max(one[key] for one in here) for key in ("bytes", "requests", "shift")}
        made[name] = [most["bytes"] / 1000, most["requests"], *(figure for three in times for figure in three)]
        made[name].append(most["shift"])
    ours = [figures for name, figures in made.items() if name != "empty"]
    made["the worst of each"] = [max(column) for column in zip(*ours, strict=True)]
    forms = [".0f", ".0f", *([".2f", ".2f", ".1f"] * len(screens)), ".3f"]
    return [[name, *map(format, figures, forms)] for name, figures in made.items()]


def measured(browser, folder, rounds):
    """{screen: {page: its figures}} of a site that stands in a folder."""
    (folder / "before.html").write_text(f"<!doctype html><title>Before</title>{NO_ICON}", "utf-8")
    (folder / "empty.html").write_text(EMPTY, "utf-8")
    with served.served(folder) as address:
        return {screen: visits(browser, address, screen, rounds) for screen in SCREENS}


def page(rounds):
    """This part of the results, in Markdown."""
    chromium = find_chromium()
    if chromium is None:
        raise SystemExit(f"{CHROMIUM_MISSING} Or leave this part out: --no-browser.")
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        start = time.perf_counter()
        failed, said = served.made(site)
        built = time.perf_counter() - start
        if failed:
            raise SystemExit(f"The site is not made; mend that before you measure it.\n{said}")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
            found = measured(browser, site, rounds)
            browser.close()
    heads = ["page", "kB", "requests"]
    for screen in SCREENS:
        heads += [f"{screen}: first paint, s", "first step, s", "over the empty page"]
    return "\n\n".join(
        [
            "## The site",
            "Served from this machine and gzipped, over a line of 10 Mbit/s and 50 ms, each visit with an empty cache; "
            "on the phone's width the processor is slowed four times. From the navigation's start to the first paint, "
            "and to the paint of the step that a key makes in the page's first card, pressed as soon as it is there; "
            "the median over the visits. Beside them stands a page with one word that a key changes. "
            "kB, gzipped, and the shift of the layout are those of a page that is not scrolled.",
            table([*heads, "shift"], rows(found)),
            f"All of it is made in {built:.0f} s.",
        ]
    )


if __name__ == "__main__":
    print(page(3))
