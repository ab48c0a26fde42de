"""The explorers below the browser: what they show is of the current inputs, and nonsense changes nothing."""

import re

import numpy as np
import pytest

from backprop.examples import one_neuron
from backprop.notation import number
from backprop.pictures.descent import surface_values
from backprop.widgets import DescentExplorer
from backprop.words import say


def shown(explorer):
    return explorer.pictures.value, explorer.result.value


def test_the_surface_is_the_networks_own_loss():
    _, x, target = one_neuron()
    values = surface_values(tuple(np.ravel(x)), tuple(np.ravel(target)), 10, 10)
    network, x, target = one_neuron(-4 + 3.5, -5 + 7.5)
    assert values[7, 3] == pytest.approx(network.loss(x, target), rel=1e-12)


def test_the_explorer_says_how_the_descent_went():
    assert say("story.descent.creeps") in DescentExplorer(learning_rate=0.01).result.value


def test_a_start_that_is_no_point_is_refused_and_the_path_stays():
    explorer = DescentExplorer()
    descent = explorer.descent
    explorer.start.value = "1"
    assert "1 number came; expected 2" in explorer.message.value and explorer.descent is descent
    explorer.start.value = "1, −1"
    assert explorer.message.value == "" and explorer.descent.path[0][:2] == (1.0, -1.0)


def test_a_start_the_engine_cannot_compute_from_is_refused_and_the_path_stays():
    explorer = DescentExplorer()
    before = shown(explorer)
    explorer.start.value = "1e308, 0"
    assert "z is out of range" in explorer.message.value and shown(explorer) == before
    with pytest.raises(ValueError, match="z is out of range"):
        DescentExplorer(start=(1e308, 0))
    explorer.rate.value = 0.1  # still refused, and what is shown is still of the last good state
    assert "z is out of range" in explorer.message.value and shown(explorer) == before


def test_the_loop_is_shown_with_the_numbers_of_the_next_update():
    explorer = DescentExplorer(0.3, position=3)
    w, b, _ = explorer.descent.path[4]
    assert f"= {number(w)}<" in explorer.result.value and f"= {number(b)}<" in explorer.result.value
    assert f"L = {number(explorer.descent.path[3][2])}" in explorer.result.value


def test_a_point_outside_the_picture_is_told():
    assert "θ has left the picture" in DescentExplorer(5.0, position=4).pictures.value
    assert "θ has left the picture" not in DescentExplorer(0.3, position=4).pictures.value


@pytest.mark.parametrize("make", [DescentExplorer])
def test_a_reader_without_a_kernel_sees_picture_and_table(make):
    widget = make()
    bundle = widget._repr_mimebundle_()
    assert bundle["text/plain"].startswith(f"{type(widget).__name__}, ")
    assert re.search(r'<img src="data:image/svg\+xml;base64,[\w+/=]{100,}" alt="[^"]+"', bundle["text/html"])
    assert "<table>" in bundle["text/html"]


def test_a_descents_start_keeps_every_digit_while_another_rate_is_chosen():
    explorer = DescentExplorer(start=(-2.1234567, 3.0))
    path = explorer.descent.path[0]
    explorer.rate.value = 0.1
    assert explorer.descent.path[0] == path


@pytest.mark.parametrize(
    ("more", "sentence"),
    [({"position": 41}, "position is 41; expected 0 to 40"), ({"start": (1.0,)}, "start has 1 number; expected two")],
)
def test_a_descent_refuses_a_place_that_it_does_not_have(more, sentence):
    with pytest.raises(ValueError, match=sentence):
        DescentExplorer(**more)
