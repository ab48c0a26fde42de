"""Fast tests first: those in a real browser come last. The monkey's seed stands at the head of the report."""

from monkey import SEED


def pytest_report_header():
    return f"MONKEY_SEED={SEED}"


def pytest_collection_modifyitems(items):
    # The browser's driver also keeps an event loop running until the end, which tests of asyncio cannot share.
    items.sort(key=lambda item: "browser" in item.path.parts)
