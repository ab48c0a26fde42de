"""The film of a walkthrough: at every position its parts are the picture, drawn whole, to the letter."""

from itertools import pairwise

import pytest

from backprop import Layer, Network, Quantity, examples, walkthrough
from backprop.pictures import film
from backprop.pictures.diagram import diagram
from backprop.pictures.film import film_before, slots
from backprop.pictures.panel import Parts

SOFTMAX = Network(
    [
        Layer([[0.4, -0.6], [0.3, 0.8], [1.1, -0.2]], [0.1, -0.2, 0.3], "tanh"),
        Layer([[1.0, -0.5, 0.3], [-0.7, 0.9, 0.1], [0.2, 0.4, -1.0]], [0.1, 0.0, -0.3], "softmax"),
    ]
)
WALKS = {
    "lecture": lambda: walkthrough(*examples.lecture_network()),
    "three examples": lambda: walkthrough(*examples.worked_example(), example=1),
    "dead ReLU": lambda: walkthrough(*examples.dead_relu_network(), "squared_error"),
    "softmax": lambda: walkthrough(SOFTMAX, [1.0, 0.5], [0, 1, 0], "squared_error"),
    "labels near the focus alone": lambda: walkthrough(*examples.random_network(1, (4, 8, 8, 3))),
    "more neurons than rows": lambda: walkthrough(*examples.random_network(2, (10, 9, 11))),
}


def stands(places, position):
    """The part of each slot at a position."""
    return [
        max((at, part) for at, part in zip(changes[::2], changes[1::2], strict=True) if at <= position)[1]
        for changes in places
    ]


def passes(walk, i):
    """The parts of the whole picture but for the products at its foot, which a player tells elsewhere."""
    whole = "".join(diagram(walk, i).split("\n")[3:-1])
    foot = whole.find("data-product")
    return whole if foot < 0 else whole[: whole.rfind("<text", 0, foot)]


LARGE = ("labels near the focus alone", "more neurons than rows")


@pytest.mark.parametrize("grain", ["neuron", "layer", "phase"])
@pytest.mark.parametrize("name", [pytest.param(name, marks=[pytest.mark.slow] * (name in LARGE)) for name in WALKS])
def test_at_every_position_the_film_is_the_picture(name, grain):
    walk, parts = WALKS[name]().grouped(grain), Parts()
    places = slots(walk, parts)
    for i in range(-1, len(walk)):
        shown = "".join(parts.drawn[part] for part in stands(places, i + 1))
        assert shown == passes(walk, i), f"position {i}"


def test_each_part_is_kept_once_whatever_the_grain():
    walk, parts = WALKS["lecture"](), Parts()
    for grain in ("neuron", "layer", "phase"):
        slots(walk.grouped(grain), parts)
    assert len(set(parts.drawn)) == len(parts.drawn)
    assert parts.drawn[0] == ""


def test_a_step_changes_few_parts():
    """What a step costs the page: of the lecture's slots, those that are put in place of others."""
    walk, parts = WALKS["lecture"](), Parts()
    places = slots(walk, parts)
    rows = [stands(places, i) for i in range(len(walk) + 1)]
    changes = [sum(a != b for a, b in zip(*pair, strict=True)) for pair in pairwise(rows)]
    assert max(changes) < len(places) / 3


def test_a_slot_that_does_not_say_what_it_watches_is_found_out(monkeypatch):
    """The comparison can fail: with slots that watch nothing, the film stays behind the picture."""
    monkeypatch.setattr(film, "_watching", lambda drawn: {})
    walk, parts = WALKS["lecture"](), Parts()
    places = slots(walk, parts)
    assert any(
        "".join(parts.drawn[part] for part in stands(places, i + 1)) != passes(walk, i) for i in range(len(walk))
    )


def test_a_film_before_the_way_back_holds_no_reverse_network():
    walk = walkthrough(*examples.lecture_network())
    forward, back = film_before(walk, Quantity("z", 1, 0)), film_before(walk, Quantity("dC_dz", 1, 0))
    assert "dC_dz" in "".join(back["parts"]) and "dC_dz" not in "".join(forward["parts"])
    assert forward["picture"]["height"] < back["picture"]["height"]
    assert 'data-q="C"' in "".join(forward["parts"])
