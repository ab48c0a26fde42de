"""Controls deal with one message at a time, in whichever thread it comes: JupyterLab uses two."""

import threading
import time

import ipywidgets
import pytest
from test_monkey import KINDS

from backprop import walkthrough
from backprop.examples import lecture_network
from backprop.pictures.diagram import diagram
from backprop.widgets import Stepper, controls, stepper, words

TOLD_ONLY = (ipywidgets.Box, ipywidgets.HTML, ipywidgets.Label, ipywidgets.IntProgress)  # the page says nothing to them


def inside(widget):
    """The widget and all that it is made of."""
    return [widget, *(part for child in getattr(widget, "children", ()) for part in inside(child))]


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_control_of_a_widget_takes_its_turn(kind):
    parts = [part for part in inside(kind().widget) if not isinstance(part, TOLD_ONLY)]
    assert parts
    assert [part for part in parts if type(part).__module__ != controls.__name__] == []


def test_a_button_and_a_slider_in_two_threads_are_dealt_with_one_after_the_other(monkeypatch):
    widget, drawing, nested, failed = Stepper(*lecture_network()), [], [], []

    def drawn(walk, *place):
        nested.append(list(drawing))
        drawing.append(threading.current_thread())
        time.sleep(0.002)  # time for the other thread to come in between
        drawing.pop()
        return diagram(walk, *place)

    monkeypatch.setattr(stepper, "diagram", drawn)

    def move():
        for position in range(1, 25):
            widget.transport.slider.set_state({"value": position})

    def press():
        for _ in range(24):
            widget.transport.steps[words.FIRST].click()

    def noted(work):
        try:
            work()
        except Exception as error:
            failed.append(error)

    threads = [threading.Thread(target=noted, args=(work,)) for work in (move, press)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert len(nested) >= 24 and not any(nested)
    assert widget.position == widget.transport.slider.value
    assert widget.picture.value == diagram(walkthrough(*lecture_network()), widget.position)
