"""What is told of a descent: how it went, its loop and its table; no widget is made."""

import pytest

from backprop.examples import one_neuron
from backprop.notation import number
from backprop.story.descent import RULE, course, descended, describe, loop, table, verdict


@pytest.mark.parametrize(
    ("losses", "how"),
    [
        ([10.0 - 0.1 * n for n in range(40)], "creeps"),
        ([1 + 0.5**n for n in range(40)], "settles"),
        ([2.0] * 40, "settles"),
        ([3.0, 5.0, 2.0] + [1.0] * 37, "swings"),
        ([2 + (-1) ** n for n in range(40)], "leaps"),
        ([1.1**n for n in range(40)], "leaps"),
    ],
)
def test_how_a_descent_went_is_told_from_its_losses(losses, how):
    assert course(losses) == how


@pytest.mark.parametrize(
    ("rate", "how"),
    [
        (0.003, "L falls at every update, and is still falling at the last: η is small."),
        (0.3, "L falls at every update, and settles."),
        (5.0, "η is too large: the steps leap across the valley, and L does not settle."),
    ],
)
def test_the_verdict_says_what_the_course_tells_of_the_rate(rate, how):
    assert verdict(descended(rate, (-2, 3), 40)) == how


def test_every_update_of_a_descent_is_one_step_of_the_engine():
    descent = descended(0.4, (-2, 3), 40)
    network, x, target = one_neuron()
    assert descent.start == (-2.0, 3.0) and len(descent.path) == len(descent.gradients) == 41
    for (w, b, loss), (dL_dw, dL_db) in zip(descent.path, descent.gradients, strict=True):
        backward = network.backward(network.forward(x), target)
        assert (w, b) == (network.layers[0].weights.item(), network.layers[0].biases.item())
        assert network.loss(x, target) == loss
        assert (dL_dw, dL_db) == (backward.dL_dw[0].item(), backward.dL_db[0].item())
        network = network.updated(backward, 0.4)


def test_a_start_that_the_engine_cannot_compute_from_is_refused():
    with pytest.raises(ValueError, match="z is out of range"):
        descended(0.3, (1e308, 0), 3)


def test_the_loop_ends_at_the_next_point_of_the_path():
    descent = descended(0.3, (-2, 3), 5)
    forward, gradient, first, second = loop(descent, 3)
    w, b, _ = descent.path[4]
    assert forward == ("forward, loss:", f"L = {number(descent.path[3][2])}")
    assert gradient[1].startswith(f"∂L/∂w = {number(descent.gradients[3][0])}, ")
    assert (first[0], second[0]) == ("update:", "and")
    assert first[1].startswith("w: ") and first[1].endswith(f" = {number(w)}")
    assert second[1].startswith("b: ") and second[1].endswith(f" = {number(b)}")


def test_the_rule_and_the_table_name_what_is_followed():
    assert RULE.text == "θⁿ⁺¹ = θⁿ − η ∇L(θⁿ)"
    descent = descended(0.3, (-2, 3), 5)
    told = table(descent, 2)
    assert told.heads == ("updates", "w", "b", "L", "∂L/∂w", "∂L/∂b")
    assert told.rows == (("2", *(number(v).text for v in (*descent.path[2], *descent.gradients[2]))),)


def test_one_sentence_says_where_a_descent_is():
    path = [(1.0, 2.0, 8.0), (1.5, 2.5, 4.0), (1.75, 2.5, 2.0)]
    assert describe(path, 2) == "After 2 updates: w = 1.75, b = 2.5, L = 2; it began at L = 8."
    assert describe(path, 1).startswith("After 1 update: w = 1.5, ")
