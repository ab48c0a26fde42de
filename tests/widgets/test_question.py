"""Ask and Drill below the browser: verdict, hint before solution, new numbers."""

import gzip
import json
import re

import numpy as np
import pytest

from backprop.engine.activations import ACTIVATIONS
from backprop.exercises.asked import marked
from backprop.exercises.drill import KINDS
from backprop.exercises.kinds import NumberQuestion
from backprop.exercises.questions import question
from backprop.pictures.film import film
from backprop.widgets import Ask, Drill
from backprop.widgets.question import recorded_data


def tell(card, **message):
    """What a page says to a card, and what the card then says."""
    sent = []
    card.send = lambda content, buffers=None: sent.append(content)
    card._told(message | {"id": 1})
    assert sent == [{"id": 1}]
    return card._said


def shown(card):
    """What the page has of a card."""
    return json.loads(gzip.decompress(card._film))


def test_a_number_is_judged_and_the_verdict_says_of_which_answer_it_is():
    ask = Ask(question("04-bias"))
    assert "Not attempted" in ask._said["text"]
    said = tell(ask, answer=str(ask.question.answer))
    assert (said["state"], said["answer"]) == ("right", str(ask.question.answer)) and "✓ Right" in said["text"]
    assert "✗ Not yet" in tell(ask, answer="nonsense")["text"]
    said = tell(ask, answer="")
    assert "Not attempted" in said["text"] and said["answer"] == ""


def test_the_solution_opens_after_the_hint():
    ask = Ask(question("04-bias"))
    assert "open" not in ask._said
    said = tell(ask, reveal="hint")
    assert "∂C/∂b″ = 1 · ∂C/∂z″" in said["shown"] and said["open"]
    assert f"{ask.question.answer:.3g}".replace("-", "−") in tell(ask, reveal="solution")["shown"]


def test_the_solution_opens_after_an_attempt_and_what_was_revealed_stays():
    ask = Ask(question("04-saturated"))
    said = tell(ask, answer=0)
    assert "✗ Not yet" in said["text"] and said["open"]
    tell(ask, reveal="hint")
    said = tell(ask, answer=1)
    assert "✓ Right" in said["text"] and said["shown"] == ask.question.hint


@pytest.mark.parametrize("answer", ["1e308", "-1e308", "1e-320", "0"])
def test_a_number_of_any_size_is_judged(answer):
    assert "✗ Not yet" in tell(Ask(question("04-bias")), answer=answer)["text"]


def test_code_is_judged_when_the_cell_runs():
    def backward(a, y1, y2, t1, t2, w3, w4):
        return y1 - t1, y2 - t2, a * (1 - a) * (w3 * (y1 - t1) + w4 * (y2 - t2))

    assert "Not attempted" in Ask(question("04-code"))._said["text"]
    assert "✓ Right" in Ask(question("04-code"), backward)._said["text"]
    assert "ZeroDivisionError" in Ask(question("04-code"), lambda *args: 1 / 0)._said["text"]


def test_the_line_that_is_named_is_the_learners_never_a_librarys():
    def stacks(*args):
        return np.stack([np.ones(2), np.ones(7)])  # numpy raises in a line of its own

    verdict = Ask(question("04-code"), stacks)._said["text"]
    assert "ValueError" in verdict and "# numpy raises in a line of its own" in verdict


def test_the_drill_gives_new_numbers_without_end_and_starts_again_with_a_seed():
    one = Drill(seed=5)
    seen = [one.question.prompt]
    for _ in range(20):
        one.advance()
        seen.append(one.question.prompt)
    assert len(set(seen)) == 21
    one.restart(6)
    assert one.question.prompt not in seen
    one._told({"seed": "5"})
    assert (one.question.prompt, one.seed, shown(one)["seed"]) == (seen[0], 5, 5)


@pytest.mark.parametrize("seed", [-1, 1.5, "x", True, 10**7])
def test_what_is_no_seed_is_refused_in_a_sentence(seed):
    with pytest.raises(ValueError, match="expected a whole number from 0 to 1000000"):
        Drill(seed=seed)


def test_another_question_comes_with_nothing_said_of_it():
    one = Drill(seed=5)
    assert tell(one, answer="1")["state"] == "not-yet"
    tell(one, reveal="hint")
    said = tell(one, next=True)
    assert (said["state"], said["answer"]) == ("not-attempted", None) and not {"open", "shown"} & said.keys()


# ------------------------------------------------------- what the page must not know


def texts_of(data):
    if isinstance(data, dict):
        for each in data.values():
            yield from texts_of(each)
    elif isinstance(data, list):
        for each in data:
            yield from texts_of(each)
    else:
        yield str(data)


@pytest.mark.parametrize("kind", KINDS)
def test_the_picture_of_a_drill_ends_before_the_asked_number_which_stands_nowhere(kind):
    one = Drill(seed=2, only=[kind])
    for _ in range(6):
        walk, asked = one.question.wrong.walk, one.question.wrong.quantity
        player = shown(one)["player"]
        end = next(i for i, step in enumerate(walk) if asked in step.makes)
        [grain] = player["grains"].values()
        assert len(grain["steps"]) == end + 1 and player["asked"] == asked.key
        later = {quantity.key for step in walk[end:] for quantity in step.makes}
        assert later.isdisjoint(player["values"]) and later.isdisjoint(player["lines"])
        assert {quantity.key for step in walk[:end] for quantity in step.makes} <= player["values"].keys()
        full = film(walk)["lines"]
        for key in later:
            assert full[key]["formula"] not in "".join(texts_of(player))
        one.advance()


def test_what_asks_a_question_does_not_hold_its_answer():
    for name in ("04-bias", "04-saturated", "05-hand"):
        data = shown(Ask(question(name)))
        assert "recorded" not in data and "help" not in data
        assert question(name).solution not in "".join(texts_of(data))


# ------------------------------------------------------- with no kernel


@pytest.mark.parametrize("name", ["04-bias", "04-saturated"])
def test_what_is_recorded_for_a_page_is_what_the_question_says(name):
    asked, found = question(name), recorded_data(question(name))["recorded"]
    if "choices" in found:
        assert [state for state, *_ in found["choices"]] == [asked.check(i).state for i in range(len(asked.choices))]
        return
    low, high, *verdict = found["right"]
    assert low < asked.answer < high and verdict[0] == "right"
    assert found["known"] and all(verdict[0] == "not-yet" for _, *verdict in found["known"])
    for value, _, text, _ in found["known"]:
        typed = [*(f"{value:.{digits}g}" for digits in (3, 4, 5)), repr(value)]
        assert text in {marked(asked.check(each)) for each in typed}
    assert found["other"][0] == "not-yet"


def test_a_text_that_a_teacher_hands_in_is_text_and_a_drawing_an_image():
    bad = "<img src=x onerror=alert(1)>"
    own = NumberQuestion(
        "x-own",
        1.0,
        0.1,
        words=dict.fromkeys(("prompt", "hint", "solution"), bad),
        drawing=f"<svg>{bad}</svg>",
        numbers=((bad,) * 4,),
    )
    data = shown(Ask(own))
    assert data["drawn"] is False and data["prompt"] == bad and data["numbers"]["rows"] == [[bad] * 4]
    html = Ask(own)._html()
    assert "<img src=x" not in html and "&lt;img src=x" in html


def test_every_number_of_a_drills_picture_stands_in_its_text_with_and_without_a_kernel():
    one = Drill(seed=3)
    for _ in range(5):
        asked = one.question
        network = re.findall(r"<title>(w\S*) = (\S*)</title>", asked.picture)
        biases = [text.removeprefix("+") for text in re.findall(r">b ([^<]*)<", asked.picture)]
        assert network and biases
        for text in (one._html(), Ask(asked)._html()):
            table = text.split("<table>")[1]
            assert [(name, w) for name, w in re.findall(r"(w[^ ,<]*) = ([^ ,<]*)", table)] == network
            rows = [re.findall(r"<td>(.*?)</td>", row) for row in table.split("<tr>")[2:]]
            assert [row[2] for row in rows] == biases
            assert {row[3] for row in rows} <= set(ACTIVATIONS)
        one.advance()


@pytest.mark.parametrize("make", [lambda: Ask(question("04-saturated")), lambda: Drill(seed=1)])
def test_a_reader_without_a_kernel_sees_the_question_and_never_the_solution(make):
    widget = make()
    bundle, _ = widget._repr_mimebundle_()
    asked = widget.question
    assert bundle["text/plain"].startswith(f"{type(widget).__name__}, ")
    assert asked.prompt in bundle["text/plain"]
    assert asked.solution not in bundle["text/html"]
