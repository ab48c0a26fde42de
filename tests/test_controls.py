"""Controls deal with one message at a time, in whichever thread it comes: JupyterLab uses two."""

import threading
import time

import ipywidgets
import pytest

from backprop import walkthrough
from backprop.diagram import diagram
from backprop.examples import lecture_network
from backprop.from_scratch import ENGINE
from backprop.questions import question
from backprop.widgets import (
    Ask,
    ChainRuleExplorer,
    DescentExplorer,
    DigitTrainer,
    Drill,
    FunctionExplorer,
    Stepper,
    TrainingPlayer,
    controls,
    stepper,
    words,
)

WIDGETS = {
    "Stepper": lambda: Stepper(*lecture_network()),
    "TrainingPlayer": lambda: TrainingPlayer(updates=2),
    "DescentExplorer": DescentExplorer,
    "ChainRuleExplorer": ChainRuleExplorer,
    "FunctionExplorer": FunctionExplorer,
    "Ask, a number": lambda: Ask(question("04-bias")),
    "Ask, a choice": lambda: Ask(question("04-saturated")),
    "Drill": lambda: Drill(seed=0),
    "DigitTrainer": lambda: DigitTrainer(ENGINE),
}
TOLD_ONLY = (ipywidgets.Box, ipywidgets.HTML, ipywidgets.Label, ipywidgets.IntProgress)  # the page says nothing to them


def inside(widget):
    """The widget and all that it is made of."""
    return [widget, *(part for child in getattr(widget, "children", ()) for part in inside(child))]


@pytest.mark.parametrize("make", WIDGETS.values(), ids=WIDGETS)
def test_every_control_of_a_widget_takes_its_turn(make):
    parts = [part for part in inside(make()) if not isinstance(part, TOLD_ONLY)]
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
