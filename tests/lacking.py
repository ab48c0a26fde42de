"""What a machine may lack."""

import os

import pytest


def lacking(words):
    """Skip with these words on a person's machine; fail with them where CI is set."""
    if os.environ.get("CI"):
        pytest.fail(words)
    pytest.skip(words)
