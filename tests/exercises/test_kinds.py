"""Exercises: a right answer is right, a blank one is blank, and a wrong one is told exactly why."""

import importlib
import importlib.util
import math
import operator
import re
import sys
from functools import reduce
from itertools import islice, pairwise

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from backprop import Layer, Network, Quantity, walkthrough
from backprop.examples import lecture_network, worked_example
from backprop.exercises.agreement import agrees
from backprop.exercises.called import told
from backprop.exercises.drill import drill
from backprop.exercises.kinds import (
    NOT_ATTEMPTED,
    NOT_YET,
    RIGHT,
    ChoiceQuestion,
    CodeQuestion,
    NumberQuestion,
    Verdict,
)
from backprop.exercises.questions import TOPICS, question, questions
from backprop.exercises.reference import REFERENCE
from backprop.exercises.rounding import ROUNDINGS, tolerance
from backprop.exercises.rules import Rules, read
from backprop.exercises.stages import compare
from backprop.exercises.stepwise import is_clear, quantity_question, step_question

WRITTEN = [n for n, topic in TOPICS.items() if importlib.util.find_spec(f"backprop.exercises.questions.{topic}")]
ALL = [each for notebook in WRITTEN for each in questions(notebook)]


def problem(seed):
    """A random network with square hidden layers now and then, examples, loss and η."""
    rng = np.random.default_rng(seed)
    sizes = [int(rng.integers(1, 4)) for _ in range(rng.integers(2, 5))]
    hidden = rng.choice(["sigmoid", "tanh", "relu"])
    shapes = list(pairwise(sizes))
    layers = [
        Layer(rng.normal(size=(o, i)), rng.normal(size=o), hidden if l < len(shapes) - 1 else "sigmoid")
        for l, (i, o) in enumerate(shapes)
    ]
    n = int(rng.integers(1, 4))
    x, target = rng.normal(size=(n, sizes[0])), rng.integers(0, 2, size=(n, sizes[-1])).astype(float)
    return Network(layers), x, target, str(rng.choice(["cross_entropy", "squared_error"])), float(rng.uniform(0.1, 1))


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10**6))
def test_unbroken_rules_give_exactly_the_engines_numbers(seed):
    network, x, target, loss, rate = problem(seed)
    found = Rules(network, x, target, loss, rate)
    backward = network.backward(network.forward(x), target, loss)
    after = network.updated(backward, rate)
    for l, layer in enumerate(after.layers):
        for name, engine in (("z", backward.forward.z), ("a", backward.forward.a), ("dC_dz", backward.dC_dz)):
            assert np.allclose(found(name, l), engine[l], rtol=1e-12, atol=1e-15)
        assert np.allclose(found("dL_dw", l), backward.dL_dw[l], rtol=1e-12, atol=1e-14)
        assert np.allclose(found("dL_db", l), backward.dL_db[l], rtol=1e-12, atol=1e-14)
        assert np.allclose(found("new_w", l), layer.weights, rtol=1e-12, atol=1e-14)
        assert np.allclose(found("dC_da", l), backward.dC_da[l], rtol=1e-12, atol=1e-14)


def everything(network, n):
    for l, layer in enumerate(network.layers):
        for j, k in np.ndindex(layer.weights.shape):
            yield from (Quantity("dL_dw" if n > 1 else "dC_dw", l, j, k), Quantity("new_w", l, j, k))
        for j in range(layer.n_out):
            yield from (Quantity("z", l, j), Quantity("a", l, j), Quantity("dC_dz", l, j))


@pytest.mark.slow
@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10**6))
@example(301)  # three digits are two decimals here, which is told of wrong numbers alone
def test_a_learner_who_rounds_to_three_digits_on_the_way_is_right(seed):
    network, x, target, loss, rate = problem(seed)
    ways = [rules(network, x, target, loss, rate) for rules in ROUNDINGS]
    wanted, walk = list(everything(network, len(x))), walkthrough(network, x, target, loss, rate)
    for quantity in wanted[:: max(1, len(wanted) // 5)]:
        asked = step_question("q", "?", walk, quantity)
        assert all(asked.check(read(rounded, quantity, 0)).state == RIGHT for rounded in ways)
        assert asked.check(f"{asked.answer:.3g}").state == RIGHT
        assert asked.check(asked.answer).state == RIGHT


def to_three_digits(v):
    unit = 10.0 ** (math.floor(math.log10(abs(v))) - 2) if v else 1.0
    return round(v / unit) * unit


def by_hand(network, x, target, loss, rate, slope=None, add=None):
    """A gradient step of a network of two layers in loops, every product and sum rounded to three digits."""

    r, (first, last) = to_three_digits, network.layers
    add = add or (lambda terms: r(reduce(operator.add, terms)))  # sum() adds in another way from Python 3.12 on
    found = {"z": [[], []], "a": [[], []], "dC_dz": [[], []]}
    for n in range(len(x)):
        feed = x[n]
        for l, layer in enumerate(network.layers):
            sums = [add([r(w * v) for w, v in zip(row, feed, strict=True)]) for row in layer.weights]
            z = [r(total + b) for total, b in zip(sums, layer.biases, strict=True)]
            feed = [r(v) for v in layer.f.value(np.array(z))]
            found["z"][l].append(z)
            found["a"][l].append(feed)
        z, a = ([found[name][l][n] for l in (0, 1)] for name in ("z", "a"))
        delta = [r(y - t) for y, t in zip(a[1], target[n], strict=True)]
        if loss == "squared_error":
            delta = [r(r(last.f.derivative(np.array(v)).item()) * d) for v, d in zip(z[1], delta, strict=True)]
        found["dC_dz"][1].append(delta)
        back = [add([r(w * d) for w, d in zip(column, delta, strict=True)]) for column in last.weights.T]
        exact = [r(v) for v in first.f.derivative(np.array(z[0]))]
        slopes = [slope(r, v) for v in a[0]] if slope else exact
        found["dC_dz"][0].append([r(s * d) for s, d in zip(slopes, back, strict=True)])
    for l, feeds in enumerate([x, found["a"][0]]):
        deltas, layer = found["dC_dz"][l], network.layers[l]
        examples = range(len(x))
        dL_dw = [
            [add([r(deltas[n][j] * feeds[n][k]) for n in examples]) for k in range(layer.n_in)]
            for j in range(layer.n_out)
        ]
        dL_db = [add([r(deltas[n][j]) for n in examples]) for j in range(layer.n_out)]
        new_w = [
            [r(w - r(rate * g)) for w, g in zip(*rows, strict=True)] for rows in zip(layer.weights, dL_dw, strict=True)
        ]
        new_b = [r(b - r(rate * g)) for b, g in zip(layer.biases, dL_db, strict=True)]
        for name, array in (("dL_dw", dL_dw), ("dL_db", dL_db), ("new_w", new_w), ("new_b", new_b)):
            found.setdefault(name, []).append(array)
    return found


SLOPES_FROM_A = {"sigmoid": lambda r, a: r(a * r(1 - a)), "tanh": lambda r, a: r(1 - r(a * a)), "relu": None}


@pytest.mark.parametrize("loss", ["cross_entropy", "squared_error"])
@pytest.mark.parametrize("hidden", SLOPES_FROM_A)
def test_rounding_on_the_way_is_what_a_hand_with_three_digits_does(hidden, loss):
    rng = np.random.default_rng(5)
    layers = [
        Layer(rng.normal(size=(4, 3)), rng.normal(size=4), hidden),
        Layer(rng.normal(size=(2, 4)), rng.normal(size=2)),
    ]
    network, x, target = Network(layers), rng.normal(size=(3, 3)), rng.integers(0, 2, size=(3, 2)).astype(float)
    x[0, 0] = 0.0  # 0 has no digits to round
    assert ROUNDINGS[0](network, x, target, loss, 0.3).r([0.0, 1234.0, -0.0123456, 9.999]).tolist() == [
        0,
        1230,
        pytest.approx(-0.0123),
        10,
    ]

    def as_you_go(terms):
        total = terms[0]
        for term in terms[1:]:
            total = to_three_digits(total + term)
        return total

    slope = SLOPES_FROM_A[hidden]
    for rules, ways in zip(ROUNDINGS, ({}, {"slope": slope}, {"slope": slope, "add": as_you_go}), strict=True):
        mine, theirs = by_hand(network, x, target, loss, 0.3, **ways), rules(network, x, target, loss, 0.3)
        for name, arrays in mine.items():
            for l, array in enumerate(arrays):
                assert np.allclose(theirs(name, l), array, rtol=1e-12, atol=0), (rules.__name__, name, l)


def test_a_dropped_slope_is_right_at_a_sigmoid_output_with_cross_entropy_and_wrong_with_squared_error():
    network, x, target = lecture_network()
    output = Quantity("dC_dz", 2, 0)
    joint = quantity_question("q", "?", network, x, target, output)
    assert not any("without f′" in reason for reason in joint.wrong)
    squared = quantity_question("q", "?", network, x, target, output, "squared_error")
    assert "leaves out f′" in squared.check(joint.answer).text


def test_the_notes_slip_is_named():
    network, x, target = lecture_network()
    slip = network.backward(network.forward(x), target, "squared_error").dC_dz[2][0, 0]
    asked = quantity_question("q", "?", network, x, target, Quantity("dC_dz", 2, 0))
    assert "once too often" in asked.check(slip).text


@pytest.mark.slow
def test_the_drill_is_endless_clear_and_the_same_for_the_same_seed():
    first, again = list(islice(drill(3), 60)), list(islice(drill(3), 60))
    assert [q.prompt for q in first] == [q.prompt for q in again]
    assert [q.prompt for q in first] != [q.prompt for q in islice(drill(4), 60)]
    assert all(is_clear(q) for q in first)
    for each in first:
        assert each.check(each.answer).state == RIGHT
        for reason, wrong in each.wrong.items():
            verdict = each.check(wrong)
            assert verdict.state == NOT_YET
            assert reason in verdict.text or not wrong  # that so many slips come to 0 is no reason
    asked = {q.prompt.split(".")[0].split("Find ")[1][:4] for q in first}
    assert len(asked) > 6


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("abc", "'abc' is not a number"),
        ([1.0, 2.0], "2 numbers came; expected one"),
        ([[1], [2, 3]], "2 numbers came; expected one"),
        (10**400, "is not a number that can be compared"),
        ("1,000", "can be read in two ways"),
        (float("nan"), "finite"),
        (-20.0, "The sign is not right"),
        (0.2, "The digits are right; the decimal point is not."),
        (3.3, "too large"),
        (1.1, "too small"),
    ],
)
def test_other_wrong_answers_are_told_by_sign_size_or_shape(answer, words):
    asked = NumberQuestion("q", 2.0, 0.01, {"id": 7.0}, words={"reason.id": "because"})
    verdict = asked.check(answer)
    assert verdict.state == NOT_YET and words in verdict.text
    assert asked.check(7.0).text == "because"


def doubled(answer):
    """Twice the answer, array by array: wrong wherever it is not 0."""
    if isinstance(answer, tuple | list):
        return type(answer)(doubled(part) for part in answer)
    return 2 * answer


@pytest.mark.parametrize("each", ALL, ids=lambda q: q.name)
def test_every_question_of_the_series_takes_a_right_a_wrong_and_a_blank_answer(each):
    assert each.check().state == NOT_ATTEMPTED
    assert each.hint and each.solution
    if isinstance(each, NumberQuestion):
        assert each.check(each.answer).state == RIGHT
        assert each.check(f"{each.answer:.3g}").state == RIGHT
        assert each.check(each.answer * 1.5 + 1).state == NOT_YET
        assert all(each.check(wrong).state == NOT_YET for wrong in each.wrong.values())
    elif isinstance(each, ChoiceQuestion):
        assert each.check(each.answer).state == RIGHT
        wrong = [choice for choice in each.choices if choice != each.answer]
        assert all(each.check(choice) == Verdict(NOT_YET, each.reason(choice)) for choice in wrong)
        assert each.check("nonsense").state == NOT_YET
    else:
        names = {"np": np, **REFERENCE}  # a loop calls the other stages
        exec(each.solution, names)
        mine = next(value for name, value in names.items() if name.startswith("my_") and callable(value))
        assert each.check(mine).state == RIGHT, each.check(mine)
        assert (
            each.check(lambda *args: mine(*args) * 2 if not isinstance(mine(*args), tuple) else (0,) * 3).state
            == NOT_YET
        )
        assert each.check(lambda: None).state == NOT_YET
        assert each.check(3).state == NOT_YET


@pytest.mark.slow
def test_the_old_weight_is_never_taken_for_the_new_one():
    asked = [each for each in islice(drill(2, only=("update",)), 40) if " new." in each.prompt]
    assert len(asked) > 20
    for each in asked:
        reason = "This is the old parameter. Subtract η times the gradient."
        assert reason in each.diagnosis(each.wrong[reason]) and each.check(each.wrong[reason]).state == NOT_YET


@pytest.mark.slow
def test_a_plain_drill_keeps_to_sigmoid_and_cross_entropy():
    def named(**more):
        asked = list(islice(drill(0, **more), 40))
        text = "".join(each.prompt + each.picture for each in asked)
        return {word for word in ("σ", "tanh", "ReLU", "cross entropy", "squared error") if word in text}

    assert named(plain=True) == {"σ", "cross entropy"}
    assert named() == {"σ", "tanh", "ReLU", "cross entropy", "squared error"}


def test_a_kind_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="expected some of z, a, output"):
        next(drill(0, only=("slope",)))


def test_the_right_choice_is_not_always_shown_first():
    places = [each.order.index(each.choices.index(each.answer)) for each in ALL if isinstance(each, ChoiceQuestion)]
    assert len(set(places)) > 1 and max(map(places.count, set(places))) < len(places) * 0.7


def test_names_are_unique_and_begin_with_their_notebook():
    names = [q.name for q in ALL]
    assert len(set(names)) == len(names)
    for notebook in WRITTEN:
        found = questions(notebook)
        assert all(q.name.startswith(f"{notebook}-") for q in found)
        assert len(found) >= 4
        assert {type(q) for q in found} == {NumberQuestion, ChoiceQuestion, CodeQuestion}


def test_an_unknown_name_is_refused_with_the_nearest():
    with pytest.raises(ValueError, match="Did you mean '04-bias'"):
        question("04-bais")


def test_a_difference_between_arrays_is_told_by_shape_sign_or_place():
    assert agrees("dL_dw", [[1.0, 2.0]], [[1.0, 2.0]]) is None
    assert "shape (2,); expected (1, 2)" in agrees("dL_dw", [1.0, 2.0], [[1.0, 2.0]])
    assert "wrong sign" in agrees("dL_dw", [[-1.0, -2.0]], [[1.0, 2.0]])
    assert agrees("dL_dw", [[1.0, 3.0]], [[1.0, 2.0]]) == "dL_dw[0, 1] is 3; expected 2."


def test_a_verdict_reads_as_a_sentence():
    assert repr(Verdict(NOT_YET, "The sign is not right.")) == "Not yet. The sign is not right."
    assert str(Verdict(RIGHT)) == "Right."


def two(**wrong):
    """A question whose answer is 2, and whose reasons are said by their ids."""
    return NumberQuestion("q", 2.0, 0.01, wrong, words={f"reason.{id}": id for id in wrong})


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        (None, "Not attempted. Give one number."),
        ("  ", "Not attempted. Give one number."),
        (2, "Right. It is 2."),
        ("2,0", "Right. It is 2."),
        (" 1.995 ", "Right. It is 2."),
        (2.01, "Right. It is 2."),
        (2.0101, "Not yet. It is too large in size."),
        (1.9, "Not yet. It is too small in size."),
        ("−2.005", "Not yet. The sign is not right. The size is."),
        (-3, "Not yet. The sign is not right."),
        (0, "Not yet. It is too small in size."),
        (2000, "Not yet. The digits are right; the decimal point is not."),
        (0.02004, "Not yet. The digits are right; the decimal point is not."),
        (2009.8, "Not yet. The digits are right; the decimal point is not."),
        (2010.02, "Not yet. It is too large in size."),
        (2500, "Not yet. It is too large in size."),
        (6, "Not yet. It is 3 times the answer."),
        (
            "-1,000",
            "Not yet. '-1,000' can be read in two ways, as -1.000 and as -1000; "
            "write it without the comma, or with a point.",
        ),
        (
            " 12,345,678 ",
            "Not yet. ' 12,345,678 ' has commas between its digits; write 12345678.",
        ),
        ("x", "Not yet. 'x' is not a number that can be compared; write one such as −0.25."),
        (1j, "Not yet. 1j is not a number that can be compared; write one such as −0.25."),
        ("9" * 99 + "x", "Not yet. '" + "9" * 39 + " is not a number that can be compared; write one such as −0.25."),
        (np.array([2.0]), "Right. It is 2."),
        (np.array(2.0), "Right. It is 2."),
        ([2.0], "Right. It is 2."),
        ("0,382", "Not yet. It is too small in size."),
        (float("inf"), "Not yet. Expected a finite number."),
    ],
)
def test_what_a_question_for_a_number_says_of_an_answer(answer, verdict):
    assert str(two().check(answer)) == verdict


@pytest.mark.parametrize(("answer", "shown"), [(123456.0, "123456"), (0.38241, "0.382"), (1e12 + 1, "1×10¹²")])
def test_a_whole_number_that_is_right_is_shown_whole_and_another_with_three_digits(answer, shown):
    assert NumberQuestion("q", answer, abs(answer) / 1e4).check(answer).text == f"It is {shown}."


def test_a_number_whose_answer_is_0_is_told_by_size_alone():
    zero = NumberQuestion("q", 0.0, 0.01)
    assert str(zero.check(-5)) == str(zero.check(5)) == "Not yet. It is too large in size."
    assert zero.check(0.01).state == RIGHT


def test_a_slip_is_told_within_the_tolerance_that_its_own_size_asks_for():
    small, large = two(small=0.5, other=0.52), two(**{"large": 200.0, "as large": 200.0 + 1e-7})
    assert small.diagnosis(0.5 + 0.0099) == ["small"] and small.diagnosis(0.51 + 0.0001) == ["other"]
    assert small.diagnosis(0.5 - 0.0101) == []
    assert large.diagnosis(200.99) == ["large", "as large"] and large.diagnosis(201.01) == []
    assert str(large.check(200.0)) == "Not yet. large Or: as large"
    apart = two(**{"large": 200.0, "not as large": 200.0 + 3e-7, "small": 0.5, "not as small": 0.5 + 2e-9})
    assert apart.diagnosis(200.0) == ["large"] and apart.diagnosis(0.5) == ["small"]
    zero = NumberQuestion("q", 0.0, 1e-3, {"one": 1.0}, words={"reason.one": "one"})
    assert zero.diagnosis(5.0) == ["one"]  # beside 0 every slip is large


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        (None, "Not attempted. Choose one."),
        (1, "Right. Because."),
        ("b", "Right. Because."),
        (0, "Not yet. Not a."),
        ("a", "Not yet. Not a."),
        (2, "Not yet. Look again."),
        ("right", "Right. Because."),
        ("none", "Not yet. Not a."),
        ("choice.none", "Not yet. 'choice.none' is none of the choices; give 0 to 2."),
        (3, "Not yet. 3 is none of the choices; give 0 to 2."),
        (-1, "Not yet. -1 is none of the choices; give 0 to 2."),
        (True, "Not yet. True is none of the choices; give 0 to 2."),
        (1.0, "Not yet. 1.0 is none of the choices; give 0 to 2."),
        ("d", "Not yet. 'd' is none of the choices; give 0 to 2."),
    ],
)
def test_what_a_question_with_choices_says_of_an_answer(answer, verdict):
    words = {"choice.none": "a", "choice.right": "b", "choice.other": "c"}
    words |= {"solution": "Because.", "reason.none": "Not a."}
    asked = ChoiceQuestion("q", ("none", "right", "other"), "right", words=words)
    assert str(asked.check(answer)) == verdict


def raises(*args):
    return args[0] / 0


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        (None, "Not attempted. Write the function, then run this cell again."),
        (3, "Not yet. 3 is not a function."),
        (abs, "Right. It agrees with the engine."),
        (lambda v: v, "Not yet. It keeps the sign."),
        (raises, "Not yet. Your function raised ZeroDivisionError: division by zero, on line "),
    ],
)
def test_what_a_question_for_code_says_of_an_answer(answer, verdict):
    def test(function):
        return None if function(-1) == 1 else "It keeps the sign."

    asked = CodeQuestion("q", "start", "solution", test)
    said = str(asked.check(answer))
    assert said == verdict or (verdict.endswith("line ") and said.startswith(verdict))
    assert answer is not raises or said.endswith(": return args[0] / 0")


@pytest.mark.parametrize(
    ("returned", "form"), [([1, 2], "returned a list;"), ("a", "returned a str;"), (None, "returned nothing")]
)
def test_what_cannot_be_compared_is_told_by_its_type(returned, form):
    def test(function):
        return f"{function(1) / 2}"

    assert form in CodeQuestion("q", "start", "solution", test).check(lambda v: returned).text


def test_what_a_function_raised_ends_in_one_full_stop_and_names_the_line_by_its_number():
    def wrong(v):
        raise ValueError("No such thing.")

    def test(function):
        return function(1)

    said = CodeQuestion("q", "start", "solution", test).check(wrong).text
    number = wrong.__code__.co_firstlineno + 1
    assert f"ValueError: No such thing, on line {number}: raise ValueError" in said and ".," not in said


def test_what_was_raised_outside_the_learners_lines_is_told_without_a_line():
    try:
        np.linalg.inv(np.zeros((2, 2)))
    except np.linalg.LinAlgError as error:
        assert told(error).endswith(": np.linalg.inv(np.zeros((2, 2)))")
        error.__traceback__ = error.__traceback__.tb_next
        assert told(error) == "Your function raised LinAlgError: Singular matrix"


def test_the_tolerance_is_twice_the_worst_rounding_and_half_a_third_digit():
    assert tolerance(-2.0, [-2.0, -2.25, -1.875]) == pytest.approx(2 * 0.25 + 0.01 + 1e-9, rel=1e-12)
    assert tolerance(0.0, [0.0]) == 1e-9


@pytest.mark.parametrize(
    ("answer", "size", "wrong", "clear"),
    [
        (2.0, 0.0999, {}, True),
        (2.0, 0.1, {}, False),
        (-2.0, 0.05, {"near": -2.1501}, True),
        (-2.0, 0.05, {"far": 5.0, "too near": -2.1499}, False),
        (0.0011, 1e-9, {}, True),
        (0.0009, 1e-9, {}, False),
    ],
)
def test_a_question_is_clear_where_no_honest_answer_is_near_a_wrong_one(answer, size, wrong, clear):
    assert is_clear(NumberQuestion("q", answer, size, wrong)) == clear


def test_a_question_about_a_quantity_gives_its_formula_first_in_letters_and_then_with_numbers():
    network, x, target = lecture_network()
    asked = quantity_question("q-name", "Which?", network, x, target, Quantity("dC_dz", 2, 0), drawing="<svg>")
    assert (asked.name, asked.prompt, asked.picture) == ("q-name", "Which?", "<svg>")
    assert asked.hint == "∂C/∂z₅ = y₁ − ŷ₁"
    assert asked.solution == "∂C/∂z₅ = y₁ − ŷ₁ = 0.618 − 1 = −0.382"
    backward = network.backward(network.forward(x), target)
    assert asked.answer == backward.dC_dz[2][0, 0]
    step = network.updated(backward, 0.5).layers[0].weights[0, 1]
    assert quantity_question("q", "?", network, x, target, Quantity("new_w", 0, 0, 1)).answer == step


def test_a_question_about_several_examples_asks_for_the_one_it_shows():
    network, x, target = worked_example()
    forward = network.forward(x)
    for n in (0, 2):
        asked = quantity_question("q", "?", network, x, target, Quantity("z", 1, 1), example=n)
        assert asked.answer == forward.z[1][n, 1]
        assert "z″ = w₄ · a + b″" in asked.hint


def test_every_quantity_of_a_step_can_be_asked_for():
    network, xs, targets = worked_example()
    for x, target, total in ((xs, targets, "L"), (xs[0], targets[0], "C")):
        backward = network.backward(network.forward(x), target)
        after = network.updated(backward, 0.5)
        right = {
            Quantity("a", 1, 1): backward.forward.a[1][0, 1],
            Quantity("dC_da", 0, 0): backward.dC_da[0][0, 0],
            Quantity("dC_dz", 1, 1): backward.dC_dz[1][0, 1],
            Quantity(f"d{total}_dw", 1, 1, 0): backward.dL_dw[1][1, 0],
            Quantity(f"d{total}_db", 1, 1): backward.dL_db[1][1],
            Quantity("new_w", 1, 1, 0): after.layers[1].weights[1, 0],
            Quantity("new_b", 1, 1): after.layers[1].biases[1],
        }
        for quantity, value in right.items():
            asked = quantity_question("q", "?", network, x, target, quantity)
            assert asked.answer == pytest.approx(value, rel=1e-13), quantity
    third = quantity_question("q", "?", network, xs, targets, Quantity("dC_dz", 0, 0), example=2)
    assert third.hint == "∂C³/∂z = σ′(z) · ∂C³/∂a"


def test_arrays_agree_to_nine_digits_or_as_many_as_asked_for():
    assert agrees("a", [1.0], [1.0 + 1.9e-9]) is None and agrees("a", [1e-10], [0.0]) is None
    assert agrees("a", [1.0], [1.0 + 2.1e-9]) == "a[0] is 1; expected 1.000000002."
    assert agrees("a", [1.0], [1.01], digits=2) is None
    assert agrees("L", 2.0, 3.0) == "L is 2; expected 3."
    assert agrees("L", 2, -2) == "L has the right size and the wrong sign."


def test_a_tiny_number_has_the_wrong_sign_only_where_it_is_turned_round():
    assert agrees("a", [2e-9], [0.0]) == "a[0] is 2×10⁻⁹; expected 0."
    assert agrees("a", [2e-9], [4e-9]) == "a[0] is 2×10⁻⁹; expected 4×10⁻⁹."
    assert agrees("a", [2e-9], [-2e-9]) == "a has the right size and the wrong sign."


@pytest.mark.parametrize("returned", [None, 3.0])
def test_a_function_that_returns_another_form_is_told_so_and_not_that_it_raised(returned):
    verdict = question("04-code").check(lambda *arguments: returned)
    what = "nothing" if returned is None else f"a {type(returned).__name__}"
    assert verdict.state == NOT_YET and verdict.text.startswith(f"Your function returned {what}")


def test_a_function_that_raises_after_it_has_returned_once_is_told_what_it_raised():
    calls = []

    def second_time_lost(a, y1, y2, t1, t2, w3, w4):
        calls.append(1)
        if len(calls) == 2:
            raise KeyError("lost")
        dC_dz1, dC_dz2 = y1 - t1, y2 - t2
        return dC_dz1, dC_dz2, a * (1 - a) * (w3 * dC_dz1 + w4 * dC_dz2)

    assert "Your function raised KeyError: 'lost'" in question("04-code").check(second_time_lost).text


def test_a_choice_is_taken_as_any_whole_number():
    asked = question("04-saturated")
    assert asked.check(np.int64(asked.choices.index(asked.answer))).state == RIGHT


@pytest.mark.slow
def test_a_drill_of_updates_asks_for_nothing_else():
    asked = islice(drill(0, only=("update",)), 100)
    assert all("w" in each.prompt.split(".")[0] for each in asked)


def test_a_z_or_an_a_of_several_examples_says_of_which():
    prompts = [each.prompt for each in islice(drill(4, only=("z", "a")), 60)]
    several = [prompt for prompt in prompts if "L sums over both" in prompt]
    assert several and all("for the first example" in prompt.split(". ")[0] for prompt in several)


@pytest.mark.parametrize("only", ["z", "output", (), ("slope",)])
def test_kinds_that_are_no_kinds_are_refused(only):
    with pytest.raises(ValueError, match=r"The kinds are .*; expected some of z, a, output"):
        next(drill(only=only))


@pytest.mark.parametrize(
    ("name", "examples", "refusal"),
    [
        ("dC_dw", 2, "dC_dw is of one example, and 2 came; ask for dL_dw."),
        ("dC_db", 3, "dC_db is of one example, and 3 came; ask for dL_db."),
        ("dL_dw", 1, "dL_dw is of several examples, and one came; ask for dC_dw."),
        ("dL_db", 1, "dL_db is of several examples, and one came; ask for dC_db."),
        ("q", 1, "q 1 0 0 is no quantity that this gradient step computes; ask for one that its walkthrough makes."),
    ],
)
def test_a_quantity_that_the_step_does_not_make_is_refused_with_what_to_ask_for(name, examples, refusal):
    network, x, target = worked_example()
    with pytest.raises(ValueError) as refused:
        step = network, x[:examples], target[:examples], Quantity(name, 1, 0, None if name.endswith("b") else 0)
        quantity_question("q", "?", *step)
    assert str(refused.value) == refusal


def test_a_question_about_softmax_knows_the_slips_that_it_can_have():
    network = Network(
        [Layer([[1.0, -1.0], [0.5, 0.25]], [0.1, 0.0]), Layer([[1.0, 2.0], [0.0, -1.0]], [0.0, 0.0], "softmax")]
    )
    asked = quantity_question(
        "q", "?", network, [1.0, 0.5], [1, 0], Quantity("dC_dz", 1, 0), loss="categorical_cross_entropy"
    )
    assert asked.check(asked.answer).state == RIGHT and asked.wrong


def unwritten(*arguments):
    raise NotImplementedError


class Speechless(Exception):
    def __str__(self):
        raise RuntimeError("no words")


def speechless(*arguments):
    raise Speechless


@pytest.mark.parametrize("function", [unwritten, speechless])
def test_an_error_that_says_nothing_is_told_by_its_kind_alone(function):
    said = question("03-code").check(function).text
    kind = "NotImplementedError" if function is unwritten else "Speechless"
    line = function.__code__.co_firstlineno + 1
    assert said == f"Your function raised {kind}, on line {line}: raise {kind}"


def leaves(*arguments):
    sys.exit()


def leaves_when_read(*arguments):
    yield sys.exit(1)


async def later(*arguments):
    return arguments[0]


async def one_by_one(*arguments):
    yield arguments[0]


CODE = [each.name for each in ALL if isinstance(each, CodeQuestion)]


@pytest.mark.parametrize("name", CODE)
@pytest.mark.parametrize("function", [leaves, leaves_when_read])
def test_a_function_that_ends_python_is_told_so_and_ends_nothing(name, function):
    verdict = question(name).check(function)
    assert verdict.state == NOT_YET
    if function is leaves or "generator" not in verdict.text:  # a loop of networks is not read from a generator
        assert re.search(r"Your function ends Python, as sys.exit\(\) does, on line \d+: ", verdict.text)


@pytest.mark.parametrize("name", CODE)
@pytest.mark.parametrize("function", [later, one_by_one])
def test_a_function_with_async_is_told_to_leave_it_out(name, function, recwarn):
    verdict = question(name).check(function)
    assert verdict.state == NOT_YET and verdict.text.endswith("Leave out async.") and not len(recwarn)


def test_a_learner_can_still_interrupt():
    def interrupted(*arguments):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        question("03-code").check(interrupted)
    with pytest.raises(KeyboardInterrupt):
        compare("forward", interrupted)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (np.array([1 + 0j]), "a holds complex numbers; expected real numbers."),
        (np.array([1], dtype=np.complex64), "a holds complex numbers; expected real numbers."),
        ([1j, 2.0], "a holds complex numbers; expected real numbers."),
        (None, "a is None; expected an array of numbers."),
        ([[1.0], [1.0, 2.0]], "a is [[1.0], [1.0, 2.0]]; expected an array of numbers."),
        ("x" * 100, f"a is '{59 * 'x'}…; expected an array of numbers."),
    ],
)
def test_what_is_no_array_of_numbers_is_shown_on_one_line_and_complex_numbers_are_named(value, words):
    assert agrees("a", value, np.zeros(1)) == words
