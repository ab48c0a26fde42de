"""Controls deal with one message at a time, in whichever thread it comes: JupyterLab uses two."""

import threading
import time

import ipywidgets
import pytest
from test_monkey import KINDS

from backprop.examples import lecture_network, one_neuron
from backprop.pictures.descent import descent_pictures
from backprop.widgets import DescentExplorer, Stepper, controls, descent, stepper, words
from backprop.widgets.player import sent_data

TOLD_ONLY = (ipywidgets.Box, ipywidgets.HTML, ipywidgets.Label, ipywidgets.IntProgress)  # the page says nothing to them


def inside(widget):
    """The widget and all that it is made of."""
    return [widget, *(part for child in getattr(widget, "children", ()) for part in inside(child))]


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_control_of_a_widget_takes_its_turn(kind):
    parts = [part for part in inside(kind().widget) if not isinstance(part, TOLD_ONLY)]
    assert parts
    assert [part for part in parts if not isinstance(part, controls.InTurn)] == []


def test_a_button_and_a_slider_in_two_threads_are_dealt_with_one_after_the_other(monkeypatch):
    widget, drawing, nested, failed = DescentExplorer(updates=30), [], [], []

    def drawn(*place):
        nested.append(list(drawing))
        drawing.append(threading.current_thread())
        time.sleep(0.002)  # time for the other thread to come in between
        drawing.pop()
        return descent_pictures(*place)

    monkeypatch.setattr(descent, "descent_pictures", drawn)

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
    assert widget.transport.position == widget.transport.slider.value
    _, x, target = one_neuron()
    charts = descent_pictures(x, target, widget.descent.path, widget.transport.position)
    assert all(chart.svg() in widget.pictures.value for chart in charts)


def test_an_edit_and_a_step_in_two_threads_are_dealt_with_one_after_the_other(monkeypatch):
    widget, making, nested, failed = Stepper(*lecture_network()), [], [], []

    def made(walk):
        nested.append(list(making))
        making.append(threading.current_thread())
        time.sleep(0.002)
        making.pop()
        return sent_data(walk)

    monkeypatch.setattr(stepper, "sent_data", made)
    edits = [threading.Thread(target=edit_often, args=(widget, j, failed)) for j in range(2)]
    for thread in edits:
        thread.start()
    for thread in edits:
        thread.join()
    assert failed == [] and len(nested) == 24 and not any(nested)
    assert widget.walk.network.layers[0].biases.tolist() == [11, 11]


def edit_often(widget, j, failed):
    try:
        for value in range(12):
            widget._told({"edit": f"b 0 {j}", "text": str(value)})
    except Exception as error:
        failed.append(error)
