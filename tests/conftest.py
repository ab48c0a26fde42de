"""Fast tests first: those in a real browser come last; and the Hypothesis profile of mutation testing."""

from hypothesis import Phase, settings

# One failing example kills a mutant, so none is made smaller; and the same examples come every time.
settings.register_profile("mutation", deadline=None, derandomize=True, phases=[Phase.explicit, Phase.generate])


def pytest_collection_modifyitems(items):
    # The browser's driver also keeps an event loop running until the end, which tests of asyncio cannot share.
    items.sort(key=lambda item: "browser" in item.path.parts)
