"""The chain rule explorer below the browser: its film is of what is chosen, and nonsense changes nothing."""

import math

import numpy as np
import pytest

from backprop.engine.chain_rule import Chain, Fork
from backprop.notation import number
from backprop.pictures.chain import chain_panels, fork_panels, nudged
from backprop.story.chain import describe, tell
from backprop.widgets import ChainRuleExplorer
from backprop.widgets.chain_rule import DELTAS
from backprop.words import say
from explored import film, refusal, shown
from explored import tell as say_to

ROOTS = (lambda v: math.sqrt(v + 0.5), lambda v: 0.5 / math.sqrt(v + 0.5))
SCRIPTS = ("<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>")


def moved(explorer, **values):
    """Moved to these values on its axes, as a page moves it; what is shown there."""
    axes = explorer._scene.axes
    explorer.set_state({"place": explorer.place | {name: axes[name].values.index(v) for name, v in values.items()}})
    return shown(explorer)


def again(explorer, **names):
    return eval(explorer.code, names | {"ChainRuleExplorer": ChainRuleExplorer})


def nudges(page):
    return page["tables"][-1]


@pytest.fixture(scope="module")
def of_a_fork():
    """An explorer of a fork, for tests that move it where they want it, or leave it as it was."""
    return ChainRuleExplorer(2)


PLACES = [(-1.5, 0.001), (0.6, 0.5), (1.5, 1.0), (0.25, 0.1)]


@pytest.mark.parametrize(("at", "delta"), PLACES)
def test_the_film_of_a_chain_is_everywhere_what_is_drawn_and_told_anew(at, delta):
    explorer, chain = ChainRuleExplorer(), Chain("sine", "square")
    page, told = moved(explorer, at=at, delta=delta), tell(chain, at, delta)
    panels = chain_panels(explorer.composition, nudged(explorer.composition))
    assert page["pictures"] == [list(panel.at(at=at, delta=delta).parts()) for panel in panels]
    assert page["told"] == describe(chain, at, delta)
    assert page["tables"] == [[list(row) for row in told.nudges.rows]]
    assert f"= {told.product} = <b>{number(told.value)}</b>" in page["lines"][0]
    assert told.comparison.sentence in page["lines"][0]


@pytest.mark.parametrize("added", [(True, True), (True, False), (False, True), (False, False)])
@pytest.mark.parametrize(("at", "delta"), PLACES)
def test_the_film_of_a_fork_is_everywhere_what_is_drawn_and_told_anew_whatever_is_added(at, delta, added, of_a_fork):
    explorer, fork = of_a_fork, Fork("sine", "square", "product")
    x, y = added
    page, told = moved(explorer, at=at, delta=delta, x=x, y=y), tell(fork, at, delta, added)
    panels = fork_panels(explorer.composition, nudged(explorer.composition))
    assert page["pictures"] == [list(panel.at(at=at, delta=delta, x=x, y=y).parts()) for panel in panels]
    assert page["told"] == describe(fork, at, delta, added)
    assert page["tables"] == [[list(row) for row in told.paths.rows], [list(row) for row in told.nudges.rows]]
    assert say("story.fork.total", total=number(told.value)) in page["lines"][1]
    assert told.comparison.sentence in page["lines"][1]


def test_moving_the_point_and_the_nudge_shows_what_the_composition_gives():
    page = moved(ChainRuleExplorer(), at=-1.0, delta=0.1)
    assert nudges(page)[0][:3] == ["0.1", "0.0581", "−0.0945"]
    assert nudges(page)[-1][-3:] == ["0.5403", "−1.6829", "−0.9093"]


def test_a_ratio_that_does_not_exist_is_undefined():
    assert nudges(shown(ChainRuleExplorer(1, "square", "sine", at=-0.5, delta=1.0)))[0][4] == "undefined"  # Δy is 0


def test_case_2_adds_both_paths_and_a_switch_leaves_one_out():
    explorer = ChainRuleExplorer()
    assert film(explorer)["form"][-1]["off"] and refusal(explorer, edit="case", text="2") is None
    assert not film(explorer)["form"][-1]["off"] and film(explorer)["axes"]["at"]["name"] == "s"
    page = moved(explorer, at=0.6)
    assert "✓" in page["lines"][1] and page == shown(again(explorer))
    part = moved(explorer, y=False)
    assert 'data-verdict="differs"' in part["lines"][1] and "left out" in str(part["pictures"])
    assert "through y is left out" in explorer._repr_mimebundle_()[0]["text/plain"]
    assert moved(explorer, y=True) == page


def test_the_handles_of_a_graph_stand_at_its_point_and_at_the_end_of_its_nudge():
    explorer = ChainRuleExplorer()
    (graph,) = [panel for panel in film(explorer)["panels"] if panel["frame"]["title"] == "y = sin x"]
    point, end = graph["handles"]
    chart = explorer._scene.panels[1].chart
    at, delta = explorer._scene.axes["at"].values, explorer._scene.axes["delta"].values
    for i, x in enumerate(at):
        assert point["places"][i] == pytest.approx([chart.x(x), chart.y(np.sin(x))], abs=0.06)
    for i, dx in enumerate(delta):
        assert end["places"][i][0] == pytest.approx(chart.x(0.6 + dx) - chart.x(0.6), abs=0.06)
    assert (point["axis"], end["axis"], end["from"]) == ("at", "delta", "at")
    of_h = film(explorer)["panels"][2]["handles"]
    assert [handle["axis"] for handle in of_h] == ["at"] and not of_h[0]["flat"]


def test_functions_that_do_not_fit_are_refused_and_the_last_good_ones_stay():
    explorer = ChainRuleExplorer(1, "exponential", ROOTS)
    before = shown(explorer)
    assert "h at y = -0.997 cannot be computed" in refusal(explorer, edit="g", text="sine")
    assert shown(explorer) == before
    assert refusal(explorer, edit="g", text="sigmoid") is None and shown(explorer) != before
    assert explorer.code.startswith("ChainRuleExplorer(1, g='sigmoid', h=h, ")
    assert shown(again(explorer, h=ROOTS)) == shown(explorer)


@pytest.mark.parametrize("text", [*SCRIPTS, "", "nan", "9", "1, 2"])
@pytest.mark.parametrize("place", ["case", "g", "h", "k", "at", "delta"])
def test_nonsense_is_refused_in_a_sentence_and_keeps_the_last_good_state(place, text, of_a_fork):
    explorer = of_a_fork
    before, code = explorer._film, explorer.code
    assert len(refusal(explorer, edit=place, text=text).split()) > 2
    assert explorer._film is before and explorer.code == code


def test_a_point_and_a_nudge_that_are_typed_stand_among_the_others():
    explorer = ChainRuleExplorer()
    say_to(explorer, edit="at", text="0.123")
    say_to(explorer, edit="delta", text="1/3")
    assert explorer.code.endswith(f"at=0.123, delta={1 / 3})")
    assert shown(explorer)["told"] == describe(Chain("sine", "square"), 0.123, 1 / 3)
    assert len(film(explorer)["axes"]["delta"]["texts"]) == len(DELTAS) + 1
    say_to(explorer, reset=True)
    assert shown(explorer) == shown(ChainRuleExplorer())


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"case": 3}, "expected 1 or 2"),
        ({"case": "one"}, "expected 1 or 2"),
        ({"at": 9}, "within the span"),
        ({"at": "x"}, "within the span"),
        ({"delta": 0}, "a number above 0, at most 1"),
        ({"delta": "x"}, "a number above 0, at most 1"),
        ({"span": (1, 1)}, "a smaller and a larger"),
        ({"span": (1, 2, 3)}, "a smaller and a larger"),
        ({"span": "ab"}, "a smaller and a larger"),
        ({"span": 3}, "a smaller and a larger"),
        ({"g": (np.sin, np.sin)}, "central difference"),
    ],
)
def test_arguments_out_of_place_are_refused(arguments, words):
    with pytest.raises(ValueError, match=words):
        ChainRuleExplorer(**arguments)


@pytest.mark.parametrize("case", [1, 2])
def test_a_reader_without_a_kernel_sees_picture_table_and_sentence(case):
    bundle, _ = ChainRuleExplorer(case)._repr_mimebundle_()
    assert bundle["text/plain"].startswith(f"ChainRuleExplorer, case {case}, ")
    assert '<img src="data:image/svg+xml;base64,' in bundle["text/html"] and "<table>" in bundle["text/html"]
    assert "<math" not in bundle["text/html"]


def test_the_code_of_an_explorer_with_a_span_of_its_own_opens_it_again():
    explorer = ChainRuleExplorer(span=(-3, 3), at=2.5125)
    values = again(explorer)._scene.axes["at"].values
    assert (values[0], values[-1], again(explorer).code) == (-3, 3, explorer.code)


def test_a_function_that_changes_what_it_is_given_is_compared_with_a_true_difference():
    def doubled(v):
        v *= 2
        return v

    explorer = ChainRuleExplorer(g=(doubled, lambda v: 2.0), h="square")
    assert "✓" in shown(explorer)["lines"][0]


def test_a_change_of_functions_shows_its_place_at_once_and_the_film_follows():
    explorer, films = ChainRuleExplorer(2), []
    explorer.observe(lambda change: films.append(shown(explorer)), "_film")
    say_to(explorer, edit="k", text="sum")
    assert len(films) == 2 and films[0] == films[1] == shown(again(explorer))


def test_what_a_learners_function_says_when_it_fails_is_told_as_text():
    def broken(v):
        if v < -0.99:
            raise ValueError(SCRIPTS[0])
        return v

    explorer = ChainRuleExplorer(1, "sigmoid", (broken, lambda v: 1.0))
    assert SCRIPTS[0] in refusal(explorer, edit="g", text="sine")
    assert SCRIPTS[0] not in str(shown(explorer))


def test_closed_it_keeps_nothing():
    explorer = ChainRuleExplorer()
    explorer.close()
    assert explorer.composition is None and explorer._scene is None
