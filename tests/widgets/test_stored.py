"""What a notebook stores of every widget, under ipywidgets 7 as under 8: its view, a sentence, what stands there."""

import pytest
from IPython.core.formatters import DisplayFormatter

from test_wheel import IMPORTS, MADE, VIEW

NAMES = {}
exec(IMPORTS, NAMES)


@pytest.mark.parametrize("name", MADE)
def test_what_jupyter_stores_of_a_widget_is_its_view_with_what_a_reader_without_a_kernel_sees(name):
    widget = eval(MADE[name], NAMES)
    data, _ = DisplayFormatter().format(widget)
    assert data[VIEW]["model_id"] == widget.model_id
    assert data["text/plain"].startswith(f"{name}, ") and data["text/plain"] == repr(widget)
    assert data["text/html"].startswith("<div>")
