"""Compare below the browser: what its page gets, and that nothing a learner says is more than text."""

import gc
import re
import weakref

import numpy as np
import pytest

from backprop.exercises.reference import REFERENCE
from backprop.widgets import Compare
from trained import film, told

SCRIPTS = ("<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>")
DATA = re.compile(r'<script type="application/json".*?</script>', re.DOTALL)


def no_slope(z, a, target, weights):
    dC_dz = [a[-1] - target]
    for l in (1, 0):
        dC_dz.insert(0, dC_dz[0] @ weights[l + 1])
    return dC_dz


def test_the_first_array_that_differs_is_open_with_a_picture_of_every_example():
    card = Compare("backward", no_slope)
    shown = film(card)
    assert [(array["name"], array["agrees"]) for array in shown["arrays"]] == [
        ("dC_dz[2]", True),
        ("dC_dz[1]", False),
        ("dC_dz[0]", False),
    ]
    assert shown["first"] == 1 and len(shown["pictures"]) == 3 and shown["said"] == str(card.found)
    array = shown["arrays"][1]
    assert array["differ"] == [[True, True]] * 3 and array["keys"] == [["dC_dz 1 0", "dC_dz 1 1"]] * 3
    for key in array["keys"][0]:
        assert f'data-q="{key}"' in "".join(shown["pictures"][0]["slots"])


def test_every_entry_has_a_key_also_of_weights_and_biases():
    shown = film(Compare("update", lambda w, b, *_: (w, b)))
    weights, biases = shown["arrays"][:2]
    assert weights["keys"] == [["new_w 0 0 0", "new_w 0 0 1"], ["new_w 0 1 0", "new_w 0 1 1"]]
    assert biases["keys"] == [["z 0 0", "z 0 1"]] and biases["of"] == "biases"


def test_what_was_not_attempted_or_returned_nothing_has_words_alone():
    for function in (None, lambda *args: None, lambda *args: 1 / 0):
        shown = film(Compare("forward", function))
        assert shown["arrays"] == shown["pictures"] == [] and shown["first"] == -1 and shown["said"]


def test_what_is_right_has_its_arrays_and_none_is_open():
    shown = film(Compare("forward", REFERENCE["forward"]))
    assert shown["state"] == "right" and shown["first"] == -1 and all(array["agrees"] for array in shown["arrays"])


@pytest.mark.parametrize("text", SCRIPTS)
def test_what_a_function_says_reaches_the_page_as_text_alone(text, tmp_path):
    def raising(*args):
        raise ValueError(text)

    def named(*args):
        return [text] * 3, [text] * 3

    for function in (raising, named, type(text, (), {"__repr__": lambda self: text})()):
        card = Compare("forward", function)
        assert text in film(card)["said"] or function is named
        html = card.save_html(tmp_path / "page.html").read_text("utf-8")
        assert text not in DATA.sub("", html) and html.count("</script>") == 2
        assert text not in card._repr_mimebundle_()[0]["text/html"]


def test_a_film_is_small_however_large_the_arrays_that_a_function_returns():
    def large(x, weights, biases):
        return [np.zeros((2000, 2000))] * 3, [np.zeros((2000, 2000))] * 3

    card = Compare("forward", large)
    assert len(card._film) < 20_000 and "has shape (2000, 2000)" in str(card.found)
    assert len(Compare("backward", no_slope)._film) < 12_000


def test_the_menu_saves_the_page_that_save_html_writes(tmp_path):
    card = Compare("backward", no_slope)
    (answer, _) = told(card, save=True)[-1]
    assert answer["page"] == card.save_html(tmp_path / "page.html").read_text("utf-8")
    assert answer["name"] == "compare.html"


def test_closed_it_is_let_go():
    card = Compare("backward", no_slope)
    gone = weakref.ref(card.found.attempt)
    card.close()
    del card
    gc.collect()
    assert gone() is None
