"""One JupyterLab and one Chromium for all the tests in this folder."""

from functools import partial

import pytest
from lab_page import Page, serve

from chromium import CHROMIUM_MISSING, FLAGS, IN_TESTS, find_chromium
from lacking import lacking


@pytest.fixture(scope="session")
def chromium_path():
    """Where Chromium is; without it a person's run skips, and one with CI set fails."""
    return find_chromium(names=IN_TESTS) or lacking(CHROMIUM_MISSING)


@pytest.fixture(scope="session")
def lab(tmp_path_factory):
    """A JupyterLab whose folder holds a copy of the notebooks."""
    with serve(tmp_path_factory.mktemp("lab")) as running:
        yield running


@pytest.fixture(scope="session")
def chromium(chromium_path):
    """A browser for all the tests."""
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path, args=FLAGS)
        yield browser
        browser.close()


def opened(page, name, width=1400, height=1000, run=True):
    """Open a notebook in this page, and run it."""
    page.page.set_viewport_size({"width": width, "height": height})
    page.open(name)
    if run:
        page.run_all()
    return page


@pytest.fixture
def offline(chromium, request):
    """A page with no network, in which nothing may go wrong; for axe, a script of ours, its policy is set aside."""
    axe = "axe" in request.node.name
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, offline=True, bypass_csp=axe)
    page, faults = context.new_page(), []
    page.on("console", lambda message: message.type == "error" and faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    assert faults == []
    context.close()


@pytest.fixture(scope="session")
def desk(lab, chromium):
    """A page whose notebooks come and go, one at a time: to start JupyterLab takes longer than most tests."""
    page = Page(chromium.new_page(), lab)
    yield page
    page.page.close()


@pytest.fixture
def notebook(desk):
    """Open a notebook that lasts for one test; no message of its kernel may be an error."""
    yield partial(opened, desk)
    assert desk.leave() == []


@pytest.fixture(scope="module")
def lasting_notebook(lab, chromium):
    """Open a notebook that lasts for all the tests of a module; no message of its kernel may be an error.

    Its page moves as little as a learner can ask for, the one of ``notebook`` as much as it may.
    """
    page = Page(chromium.new_page(reduced_motion="reduce"), lab)
    yield partial(opened, page)
    assert page.stop() == []
