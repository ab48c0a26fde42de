"""One JupyterLab and one Chromium for all the tests in this folder."""

from contextlib import contextmanager

import pytest
from lab_page import CHROMIUM_MISSING, FLAGS, Page, find_chromium, serve

from lacking import lacking


@pytest.fixture(scope="session")
def chromium_path():
    """Where Chromium is; without it a person's run skips, and one with CI set fails."""
    return find_chromium() or lacking(CHROMIUM_MISSING)


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


@contextmanager
def pages(lab, chromium):
    """Open a notebook in a page of its own; afterwards no kernel message may be an error, and the kernel stops."""
    opened = []

    def open_it(name, width=1400, height=1000, run=True):
        page = Page(chromium.new_page(viewport={"width": width, "height": height}), lab)
        opened.append(page)
        page.open(name)
        if run:
            page.run_all()
        return page

    yield open_it
    for page in opened:
        page.stop()
        assert page.errors == []


@pytest.fixture
def notebook(lab, chromium):
    """Open notebooks that last for one test."""
    with pages(lab, chromium) as open_it:
        yield open_it


@pytest.fixture(scope="module")
def lasting_notebook(lab, chromium):
    """Open notebooks that last for all the tests of a module."""
    with pages(lab, chromium) as open_it:
        yield open_it
