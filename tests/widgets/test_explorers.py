"""The explorers below the browser: what the page shows is of the current inputs, and nonsense changes nothing."""

import re
from base64 import b64decode

import numpy as np
import pytest

from backprop.examples import one_neuron
from backprop.notation import number
from backprop.pictures.descent import descent_panels, drawn_at, surface_values
from backprop.story.descent import descended, describe, table
from backprop.widgets import DescentExplorer
from backprop.widgets.descent import MOST_UPDATES, RATES
from backprop.words import say
from explored import film, refusal, shown, tell

SCRIPTS = ("<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>")


def again(explorer):
    """The explorer that its line of code makes."""
    return eval(explorer.code, {type(explorer).__name__: type(explorer)})


def test_the_surface_is_the_networks_own_loss():
    _, x, target = one_neuron()
    values = surface_values(tuple(np.ravel(x)), tuple(np.ravel(target)), 10, 10)
    network, x, target = one_neuron(-4 + 3.5, -5 + 7.5)
    assert values[7, 3] == pytest.approx(network.loss(x, target), rel=1e-12)


@pytest.mark.parametrize("rate", [0.3, 5.0])
def test_the_film_of_a_descent_holds_every_update_as_it_is_drawn_and_told_anew(rate):
    explorer, (_, x, target) = DescentExplorer(rate, updates=8), one_neuron()
    descent = descended(rate, (-2, 3), 8)
    panels = descent_panels(x, target, descent.path)
    for at in range(9):
        page = shown(explorer, {"update": at})
        assert page["pictures"] == [list(panel.at(update=at).parts()) for panel in panels]
        assert page["tables"] == [[list(table(descent, at).rows[0])]]
        assert page["told"] == describe(descent.path, at)


def test_the_explorer_says_how_the_descent_went():
    assert shown(DescentExplorer(learning_rate=0.01))["where"] == say("story.descent.creeps")


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ({"edit": "start", "text": "1"}, "1 number came; expected 2"),
        ({"edit": "start", "text": "1e308, 0"}, "z is out of range"),
        ({"edit": "rate", "text": "-1"}, "η is -1.0; expected one finite number above 0"),
        ({"edit": "rate", "text": "fast"}, "is not a row of numbers"),
        *(({"edit": key, "text": text}, "is not a row of numbers") for key in ("start", "rate") for text in SCRIPTS),
    ],
)
def test_what_a_descent_cannot_begin_from_is_refused_and_the_path_stays(message, words):
    explorer = DescentExplorer(position=3)
    before, descent = explorer._film, explorer.descent
    assert words in refusal(explorer, **message)
    assert explorer._film is before and explorer.descent is descent and explorer.position == 3


def test_another_start_and_another_rate_are_taken_and_the_update_that_is_shown_stays():
    explorer = DescentExplorer(position=3)
    assert refusal(explorer, edit="start", text="1, −1") is None and refusal(explorer, edit="rate", text="0,7") is None
    assert explorer.descent == descended(0.7, (1.0, -1.0), 40) and explorer.position == 3
    assert shown(explorer) == shown(DescentExplorer(0.7, (1, -1), position=3)) == shown(again(explorer))
    tell(explorer, reset=True)
    assert shown(explorer) == shown(DescentExplorer(position=3))


def test_a_start_is_dragged_to_a_place_in_the_picture_and_moved_with_keys_and_never_off_the_surface():
    explorer = DescentExplorer()
    tell(explorer, edit="start", at=drawn_at(1.25, -3.5))
    assert explorer.descent.start == (1.25, -3.5)
    tell(explorer, edit="start", by=[0, -1])
    tell(explorer, edit="start", by=[1, 0])
    assert explorer.descent.start == (1.35, -3.6)
    assert film(explorer)["panels"][0]["handles"][0]["place"] == pytest.approx(list(drawn_at(1.35, -3.6)))
    tell(explorer, edit="start", at=[9000, -9000])
    assert explorer.descent.start == (6.0, 5.0)


def test_the_scale_of_rates_stands_at_the_rate_and_has_one_that_was_typed_among_its_own():
    explorer = DescentExplorer(0.25)
    (scale,) = film(explorer)["scales"]
    assert scale["texts"][scale["at"]] == "η = 0.25"
    assert list(map(float, scale["codes"])) == sorted({*RATES, 0.25})


def test_a_long_descent_shows_the_update_that_stands_there_and_its_film_follows():
    explorer = DescentExplorer(updates=300, position=120)
    films = []
    explorer.observe(lambda change: films.append(shown(explorer)), "_film")
    tell(explorer, edit="rate", text="0.1")
    assert len(films) == 2 and films[0] == films[1] == shown(DescentExplorer(0.1, updates=300, position=120))
    assert film(explorer)["panels"][0]["slots"][-1][0] == ["update"]


def test_the_loop_is_shown_with_the_numbers_of_the_next_update():
    explorer = DescentExplorer(0.3, position=3)
    w, b, _ = explorer.descent.path[4]
    lines = shown(explorer)["lines"]
    assert f"= {number(w)} " in lines[3] and lines[3].endswith(f"= {number(b)}")
    assert f"L = {number(explorer.descent.path[3][2])}" in lines[1]


def test_a_point_outside_the_picture_is_told():
    told = say("pictures.descent.left", w="", b="").split(":")[0]
    assert told in str(shown(DescentExplorer(5.0, position=4)))
    assert told not in str(shown(DescentExplorer(0.3, position=4)))


@pytest.mark.parametrize("make", [DescentExplorer])
def test_a_reader_without_a_kernel_sees_picture_and_table(make):
    widget = make()
    bundle, _ = widget._repr_mimebundle_()
    assert bundle["text/plain"].startswith(f"{type(widget).__name__}, ")
    picture = re.search(r'<img src="data:image/svg\+xml;base64,([\w+/=]{100,})" alt="[^"]+"', bundle["text/html"])
    drawn = b64decode(picture[1]).decode()
    assert all(part in drawn for panel in shown(widget)["pictures"] for part in panel)
    assert "<table>" in bundle["text/html"]


@pytest.mark.parametrize("make", [DescentExplorer])
def test_a_saved_page_holds_the_film_and_where_it_stands(make, tmp_path):
    explorer = make()
    page = explorer.save_html(tmp_path / "page.html").read_text("utf-8")
    assert 'data-card="explorer"' in page and page.count("export") == 0
    assert page.count("class Explorer ") == page.count("class Card ") == 1


def test_a_descents_start_keeps_every_digit_while_another_rate_is_chosen():
    explorer = DescentExplorer(start=(-2.1234567, 3.0))
    tell(explorer, edit="rate", text="0.1")
    assert explorer.descent.start == (-2.1234567, 3.0)


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"position": 41}, "position is 41; expected a whole number from 0 to 40"),
        ({"position": -1}, "position is -1; expected a whole number from 0 to 40"),
        ({"position": 2.5}, "position is 2.5; expected a whole number from 0 to 40"),
        ({"start": (1.0,)}, "start has 1 number; expected two"),
        ({"start": (1e308, 0)}, "z is out of range"),
        ({"start": "here"}, "start"),
        ({"updates": 0}, "updates is 0; expected a whole number from 1 to 1000"),
        ({"updates": MOST_UPDATES + 1}, "updates is 1001; expected"),
        ({"updates": "many"}, "updates is 'many'; expected"),
        ({"learning_rate": 0}, "learning_rate is 0; expected one finite number above 0"),
        ({"learning_rate": "x"}, "learning_rate"),
    ],
)
def test_a_descent_refuses_arguments_out_of_place(more, sentence):
    with pytest.raises((ValueError, TypeError), match=sentence):
        DescentExplorer(**more)


def test_a_page_that_asks_for_a_place_beyond_the_last_is_kept_within():
    explorer = DescentExplorer(updates=8)
    explorer.set_state({"place": {"update": 99}})
    assert explorer.position == 8
    explorer.position = -4
    assert explorer.position == 0


def test_closed_it_keeps_nothing():
    explorer = DescentExplorer()
    explorer.close()
    assert explorer.descent is None and explorer._scene is None
