"""Fast tests first, those in a real browser last; which are slow; the monkey's seed; mutation testing's examples.

And what keeps several workers out of each other's way on few cores.
"""

import gc
import os

import pytest
from hypothesis import Phase, settings

from monkey import SEED

# One failing example kills a mutant, so none is made smaller; and the same examples come every time.
settings.register_profile("mutation", deadline=None, derandomize=True, phases=[Phase.explicit, Phase.generate])


def pytest_configure():
    # For the workers and all they start: each computes small products, for which threads only wait for each other.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Few of the many small objects of a picture are in a cycle: they are looked for less often.
    gc.set_threshold(50_000, 20, 20)


def pytest_report_header():
    return f"MONKEY_SEED={SEED}"


# What the README's daily command leaves out, besides the browser: what installs, what runs notebooks, and what calls
# functions hundreds of times.
SLOW = {"test_binder_build", "test_pins", "test_wheel"}
SLOW |= {"test_export", "test_from_scratch", "test_lessons", "test_notebooks", "test_portability"}
SLOW |= {"test_causes", "test_dependence", "test_loop_apart", "test_monkey", "test_shown", "test_stability"}

# In a real browser the longest files first, so that at the end no worker waits long for another.
LONG = [
    "test_notebooks_in_jupyterlab",
    "test_site",
    "test_widgets_driven",
    "test_widgets_looks",
    "test_stepper_in_jupyterlab",
    "test_training_in_jupyterlab",
    "test_explorers_in_jupyterlab",
]


def place(item):
    """Where a test's file stands: those without a browser as they come, then the long ones, then the others."""
    long = item.path.stem in LONG
    return "browser" in item.path.parts, not long, LONG.index(item.path.stem) if long else 0


def pytest_collection_modifyitems(items):
    # The browser's driver also keeps an event loop running until the end, which tests of asyncio cannot share.
    items.sort(key=place)
    for item in items:
        if "chromium" in item.fixturenames or item.path.stem in SLOW:
            item.add_marker(pytest.mark.slow)
