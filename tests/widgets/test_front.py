"""The page's logic, in JavaScript: by Node where it is found, else in Chromium. Both run the same tests."""

import shutil
import subprocess
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from chromium import FLAGS, IN_TESTS, find_chromium
from lacking import lacking

ROOT = Path(__file__).parents[2]
FRONT = ROOT / "tests" / "front"
NAMES = sorted(path.name.removesuffix(".test.js") for path in FRONT.glob("*.test.js"))
IN_PAGE = """async name => { const [{tests}, {run}] = await Promise.all(
    [`/tests/front/${name}.test.js`, '/tests/front/check.js'].map(address => import(address)));
    return run(tests) }"""


def in_node(name):
    """What fails, as lines."""
    node = shutil.which("node")
    done = subprocess.run([node, FRONT / "run.js", name], capture_output=True, encoding="utf-8", timeout=60)
    assert bool(done.returncode) == bool(done.stdout.strip()), done.stderr
    return done.stdout.splitlines()


def in_chromium(name):
    """What fails, as lines, in a page that is served from here."""
    sync_api = pytest.importorskip("playwright.sync_api")
    handler = partial(type("Quiet", (SimpleHTTPRequestHandler,), {"log_message": lambda *_: None}), directory=ROOT)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        with sync_api.sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=found_chromium(), args=FLAGS)
            page = browser.new_page()
            page.goto(f"http://127.0.0.1:{server.server_port}/tests/front/package.json")
            found = page.evaluate(IN_PAGE, name)
            browser.close()
            return found
    finally:
        server.shutdown()
        server.server_close()


def found_chromium():
    return find_chromium(names=IN_TESTS) or lacking("Neither Node nor Chromium is found.")


@pytest.mark.parametrize("name", NAMES)
def test_the_pages_logic(name):
    assert (in_node if shutil.which("node") else in_chromium)(name) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_the_pages_logic_holds_in_chromium_too(name):
    assert in_chromium(name) == []


def test_a_test_that_fails_is_noticed(tmp_path, monkeypatch):
    shutil.copytree(FRONT, tmp_path / "tests" / "front")
    broken = "import {equal} from './check.js';\nexport const tests = {'one is two'() { equal(1, 2); }};\n"
    (tmp_path / "tests" / "front" / "broken.test.js").write_text(broken)
    monkeypatch.setitem(globals(), "FRONT", tmp_path / "tests" / "front")
    monkeypatch.setitem(globals(), "ROOT", tmp_path)
    found = (in_node if shutil.which("node") else in_chromium)("broken")
    assert len(found) == 1 and "1; expected 2" in found[0]
