"""Ask and Drill below the browser: verdict, hint before solution, new numbers."""

import re

import numpy as np
import pytest

from backprop.engine.activations import ACTIVATIONS
from backprop.exercises.questions import question
from backprop.widgets import Ask, Drill


def test_a_number_is_judged_when_it_is_entered_and_when_check_is_pressed():
    ask = Ask(question("04-bias"))
    assert "Not attempted" in ask.verdict.value
    ask.field.value = str(ask.question.answer)
    assert "✓ Right" in ask.verdict.value
    ask.field.value = "nonsense"
    assert "✗ Not yet" in ask.verdict.value
    ask.field.value = ""
    ask.check.click()
    assert "Not attempted" in ask.verdict.value


def test_the_solution_opens_after_the_hint():
    ask = Ask(question("04-bias"))
    assert ask.solution.disabled
    ask.hint.click()
    assert "∂C/∂b″ = 1 · ∂C/∂z″" in ask.revealed.value and not ask.solution.disabled
    ask.solution.click()
    assert f"{ask.question.answer:.3g}".replace("-", "−") in ask.revealed.value


def test_the_solution_opens_after_an_attempt():
    ask = Ask(question("04-saturated"))
    ask.field.value = 0
    ask.check.click()
    assert "✗ Not yet" in ask.verdict.value and not ask.solution.disabled
    ask.field.value = 1
    ask.check.click()
    assert "✓ Right" in ask.verdict.value


def test_another_choice_takes_the_verdict_on_the_last_one_away():
    ask = Ask(question("04-saturated"))
    ask.field.value = 1
    ask.check.click()
    ask.field.value = 0
    assert ask.verdict.value == ""
    ask.check.click()
    assert "✗ Not yet" in ask.verdict.value


@pytest.mark.parametrize("answer", ["1e308", "-1e308", "1e-320", "0"])
def test_a_number_of_any_size_is_judged(answer):
    ask = Ask(question("04-bias"))
    ask.field.value = answer
    assert "✗ Not yet" in ask.verdict.value


def test_code_is_judged_when_the_cell_runs():
    def backward(a, y1, y2, t1, t2, w3, w4):
        return y1 - t1, y2 - t2, a * (1 - a) * (w3 * (y1 - t1) + w4 * (y2 - t2))

    assert "Not attempted" in Ask(question("04-code")).verdict.value
    assert "✓ Right" in Ask(question("04-code"), backward).verdict.value
    assert "ZeroDivisionError" in Ask(question("04-code"), lambda *args: 1 / 0).verdict.value


def test_the_line_that_is_named_is_the_learners_never_a_librarys():
    def stacks(*args):
        return np.stack([np.ones(2), np.ones(7)])  # numpy raises in a line of its own

    verdict = Ask(question("04-code"), stacks).verdict.value
    assert "ValueError" in verdict and "# numpy raises in a line of its own" in verdict


def test_the_drill_gives_new_numbers_without_end_and_starts_again_with_a_seed():
    one = Drill(seed=5)
    seen = [one.ask.question.prompt]
    for _ in range(20):
        one.next.click()
        seen.append(one.ask.question.prompt)
    assert len(set(seen)) == 21
    one.seed.value = 6
    one.seed.value = 5
    assert one.ask.question.prompt == seen[0]


def test_every_number_of_a_drills_picture_stands_in_its_text_with_and_without_a_kernel():
    one = Drill(seed=3)
    for _ in range(5):
        asked = one.ask.question
        network = re.findall(r"<title>(w\S*) = (\S*)</title>", asked.picture)
        biases = [text.removeprefix("+") for text in re.findall(r">b ([^<]*)<", asked.picture)]
        assert network and biases
        for text in (
            one.ask.prompt.value,
            one._repr_mimebundle_()["text/html"],
            one.ask._repr_mimebundle_()["text/html"],
        ):
            table = text.split("<table>")[1]
            assert [(name, w) for name, w in re.findall(r"(w[^ ,<]*) = ([^ ,<]*)", table)] == network
            rows = [re.findall(r"<td>(.*?)</td>", row) for row in table.split("<tr>")[2:]]
            assert [row[2] for row in rows] == biases
            assert {row[3] for row in rows} <= set(ACTIVATIONS)
        one.next.click()


@pytest.mark.parametrize("make", [lambda: Ask(question("04-saturated")), lambda: Drill(seed=1)])
def test_a_reader_without_a_kernel_sees_the_question_and_never_the_solution(make):
    widget = make()
    bundle = widget._repr_mimebundle_()
    asked = (widget if isinstance(widget, Ask) else widget.ask).question
    assert bundle["text/plain"].startswith(f"{type(widget).__name__}, ")
    assert asked.prompt in bundle["text/plain"]
    assert asked.solution not in bundle["text/html"]
