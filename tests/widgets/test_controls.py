"""Controls deal with one message at a time, in whichever thread it comes: JupyterLab uses two."""

import threading
import time

import pytest
from test_monkey import KINDS

from backprop.examples import lecture_network
from backprop.story.descent import descended
from backprop.widgets import DescentExplorer, Stepper, controls, descent, stepper
from backprop.widgets.player import sent_data
from explored import shown


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_widget_takes_its_turn(kind):
    assert isinstance(kind().widget, controls.InTurn)


def test_a_start_that_is_typed_and_one_that_is_moved_in_two_threads_are_taken_one_after_the_other(monkeypatch):
    widget, making, nested, failed = DescentExplorer(updates=8), [], [], []

    def made(*start):
        nested.append(list(making))
        making.append(threading.current_thread())
        time.sleep(0.002)  # time for the other thread to come in between
        making.pop()
        return descended(*start)

    monkeypatch.setattr(descent, "descended", made)

    def move():
        for _ in range(24):
            widget._told({"edit": "start", "by": [1, 0]})

    def type_and_play():
        for position in range(24):
            widget._told({"edit": "rate", "text": f"0.{position + 1}"})
            widget.set_state({"place": {"update": position % 9}})

    def noted(work):
        try:
            work()
        except Exception as error:
            failed.append(error)

    threads = [threading.Thread(target=noted, args=(work,)) for work in (move, type_and_play)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert len(nested) == 48 and not any(nested)
    assert widget.descent.start == (0.4, 3.0) and widget.descent.learning_rate == 0.24
    again = DescentExplorer(0.24, (0.4, 3.0), updates=8, position=23 % 9)
    assert shown(widget) == shown(again)


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
