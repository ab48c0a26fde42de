"""Fast tests first, those in a real browser last; which are slow; the monkey's seed; mutation testing's examples."""

import pytest
from hypothesis import Phase, settings

from monkey import SEED

# One failing example kills a mutant, so none is made smaller; and the same examples come every time.
settings.register_profile("mutation", deadline=None, derandomize=True, phases=[Phase.explicit, Phase.generate])


def pytest_report_header():
    return f"MONKEY_SEED={SEED}"


# What the README's daily command leaves out, besides the browser.
SLOW = {"test_binder_build", "test_monkey", "test_notebooks", "test_pins", "test_portability", "test_stability"}


def pytest_collection_modifyitems(items):
    # The browser's driver also keeps an event loop running until the end, which tests of asyncio cannot share.
    items.sort(key=lambda item: "browser" in item.path.parts)
    for item in items:
        if "chromium" in item.fixturenames or item.path.stem in SLOW:
            item.add_marker(pytest.mark.slow)
