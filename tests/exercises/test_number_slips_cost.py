"""The slips of the cost: each gives what its id says, written out a second time."""

import numpy as np
import pytest
from step_by_hand import TARGET as T
from step_by_hand import assert_made, by_hand, made, step

from backprop import Layer, Network
from backprop.exercises.rules import Rules

ln = np.log


def total(terms):
    return terms.sum(axis=1)


def with_targets(loss, y, t):
    """C of each example, with these targets."""
    if loss == "squared_error":
        return total((y - t) ** 2) / 2
    return total(-t * ln(y) - ((1 - t) * ln(1 - y) if loss == "cross_entropy" else 0))


def signed(t, y):
    """The two terms with different signs, either way."""
    difference = t * ln(y) - (1 - t) * ln(1 - y)
    return [-difference, difference]


def expected(loss):
    h = by_hand(loss)
    y, e, both = h.y, h.e, {"one-output-alone": [*h.terms.T], "mean-over-outputs": [h.C / 2], "cost-sign": [-h.C]}
    both["of-another-example"] = [with_targets(loss, y, T[::-1])]
    if loss == "squared_error":
        size = total(abs(e))
        return both | {
            "square-forgotten": [size / 2, total(e) / 2, total(e), size],
            "square-of-sum": [total(e) ** 2 / 2],
            "root-taken": [np.sqrt(2 * h.C), np.sqrt(h.C), np.sqrt(total(e**2) / 2)],
            "cost-without-target": [total(y**2) / 2],
            "cost-target-added": [total((y + T) ** 2) / 2],
            "loss-other-entropy": [total(-T * ln(y)), total(-T * ln(y) - (1 - T) * ln(1 - y))],
            "half-forgotten": [2 * h.C],
            "half-twice": [h.C / 2],
        }
    logarithms = {
        "cost-of-every-output": [total(-ln(y))],
        "loss-other-squared": [total(e**2) / 2, total(e**2)],
        "logarithm-forgotten": [total(T * y), 1 - total(T * y)],
        "factor-two": [2 * h.C],
        "half-added": [h.C / 2],
        "logarithm-base-ten": [h.C / ln(10)],
        "logarithm-base-two": [h.C / ln(2)],
    }
    if loss == "cross_entropy":
        return (
            both
            | logarithms
            | {
                "second-term-forgotten": [total(-T * ln(y))],
                "first-term-forgotten": [total(-(1 - T) * ln(1 - y))],
                "target-turned-round": [total(-(1 - T) * ln(y) - T * ln(1 - y))],
                "second-term-subtracted": [total(part) for part in signed(T, y)],
                "target-and-output-swapped": [[np.inf, np.inf]],  # the logarithm of a target that is 0
            }
        )
    return (
        both
        | logarithms
        | {
            "second-term-added": [total(-T * ln(y) - (1 - T) * ln(1 - y))],
            "target-turned-round": [total(-(1 - T) * ln(y))],
            "target-and-output-swapped": [[np.inf, np.inf]],
            "output-of-another-class": [[h.C[0], -ln(y[1, 0])], [-ln(y[0, 1]), h.C[1]]],
        }
    )


LOSSES = ("squared_error", "cross_entropy", "categorical_cross_entropy")


@pytest.mark.parametrize("loss", LOSSES)
def test_a_slip_of_the_cost_gives_what_its_id_says(loss):
    assert_made(made(step(loss), "C", 0), expected(loss))


@pytest.mark.parametrize("loss", LOSSES)
def test_the_cost_after_the_update_has_the_same_slips(loss):
    assert made(step(loss), "new_C", 0).keys() == made(step(loss), "C", 0).keys()


def test_the_slips_of_the_total_are_of_its_examples():
    c, off = by_hand("squared_error").C, by_hand("squared_error").e.sum()
    slips = {
        "square-of-sum": [off**2 / 2, (by_hand("squared_error").e.sum(axis=0) ** 2).sum() / 2],
        "first-example-alone": [c[0]],
        "last-example-alone": [c[1]],
        "costs-multiplied": [c[0] * c[1]],
    }
    assert_made(made(step("squared_error"), "L", 0), slips | {"mean-for-sum": [c.mean()]})


@pytest.mark.parametrize("loss", ["cross_entropy", "categorical_cross_entropy"])
def test_targets_between_0_and_1_are_rounded_or_their_entropy_is_subtracted(loss):
    f, t = ("softmax" if loss == "categorical_cross_entropy" else "sigmoid"), np.array([[0.3, 0.7]])
    right = Rules(Network([Layer([[0.4], [-0.6]], [0.2, 0.1], f)]), [[1.5]], t, loss, 0.1)
    y, found = right("a", 0)[0], made(right, "C", 0)
    whole, entropy = with_targets(loss, y, t.round()), with_targets(loss, t, t)
    np.testing.assert_allclose(found["target-rounded"], [whole])
    np.testing.assert_allclose(found["entropy-subtracted"], [with_targets(loss, y, t) - entropy])
    np.testing.assert_allclose(made(right, "error", 0)["target-rounded"], [y - [[0.0, 1.0]]] * 2)


def test_of_three_examples_one_is_left_out_of_the_total():
    right = Rules(Network([Layer([[0.4]], [0.2])]), [[1.0], [2.0], [3.0]], [[1.0], [0.0], [1.0]], "squared_error", 0.1)
    c = right("C")[0]
    np.testing.assert_allclose(made(right, "L", 0)["example-forgotten"], [c[1] + c[2], c[0] + c[2], c[0] + c[1]])
    np.testing.assert_allclose(made(right, "L", 0)["example-alone"], [c[1]])
