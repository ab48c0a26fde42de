"""The slips of the gradient and the update: each makes of its part what its id says, written out a second time."""

import numpy as np
import pytest
from step_by_hand import B2, ETA, TARGET, W2, X, assert_made, by_hand, made, sigmoid, step

from backprop import Layer, Network
from backprop.exercises.number_slips import every_slip, last_slips
from backprop.exercises.rules import Rules

H = by_hand("squared_error")
D, A, G, S = H.d2, H.a1, H.g2, H.d2.sum(axis=0)


def scales(gradient):
    """What scales both gradients, of two examples."""
    return {
        "sign-flipped": [-gradient],
        "factor-two": [2 * gradient],
        "factor-half": [gradient / 2],
        "mean-for-sum": [gradient / 2],
        "factor-n": [2 * gradient],
        "factor-eta": [ETA * gradient],
    }


def updates(w, g):
    """What the update can be of a parameter and its gradient, of two examples."""
    return {
        "not-updated": [w],
        "parameter-for-gradient": [w - ETA * w],
        "rate-forgotten": [w - g],
        "rate-twice": [w - ETA**2 * g],
        "rate-divides": [w - g / ETA],
        "rate-complement": [w - (1 - ETA) * g],
        "rate-subtracted": [w - ETA - g],
        "rate-own": [w - 0.01 * g, w - 0.1 * g, w - 0.5 * g],
        "step-factor": [w - 10 * ETA * g, w - 0.1 * ETA * g],
        "factor-two-step": [w - 2 * ETA * g],
        "factor-half-step": [w - ETA * g / 2],
        "mean-for-sum": [w - ETA * g / 2],
        "adds-step": [w + ETA * g],
        "difference-turned-round": [ETA * g - w],
        "rate-of-both": [ETA * (w - g)],
        "rate-of-parameter": [ETA * w - g],
        "parameter-shrunk": [w - ETA * w - ETA * g],
        "parameter-turned-round": [-w - ETA * g],
        "parameter-twice": [2 * w - ETA * g],
        "step-times-parameter": [w * (1 - ETA * g)],
        "step-over-parameter": [w * ETA * g],
        "step-alone": [ETA * g],
        "step-negative": [-ETA * g],
        "gradient-alone": [g, -g],
    }


def alone(rows):
    """One example's row, of two, the other 0."""
    return {"first-example-alone": [rows * [[1], [0]]], "last-example-alone": [rows * [[0], [1]]]}


def odd(g):
    """What else the update can take for a gradient."""
    return {"gradient-squared": [g**2], "gradient-without-sign": [abs(g)], "sign-alone": [np.sign(g)]}


OTHERS = {"parameter-of-neighbour": [W2[:, ::-1], W2[::-1]], "parameter-of-bias": [B2[:, None]]}
PARTS = {
    ("delta", 1): {
        "delta-is-of-y": [H.e],
        "delta-forgotten": [1.0],
        "delta-of-neighbour": [D[:, ::-1]],
        "of-another-example": [D[::-1]],
        "slope-once-more": [D * H.s2],
    }
    | alone(D),
    ("delta", 0): {
        "delta-is-what-comes-back": [H.back],
        "delta-forgotten": [1.0],
        "delta-of-neighbour": [H.d1[:, ::-1]],
        "of-another-example": [H.d1[::-1]],
        "error-for-delta": [H.e],
        "slope-once-more": [H.d1 * H.s1],
    }
    | alone(H.d1),
    ("feed", 1): {
        "fed-by-z": [H.z1],
        "fed-by-x": [X],
        "fed-by-input": [X],
        "feed-divides": [1 / A],
        "feed-squared": [A**2],
        "feed-activated": [sigmoid(A)],
        "feed-forgotten": [1.0],
        "fed-by-slope": [H.s1],
        "feed-of-neighbour": [A[:, ::-1]],
        "of-another-example": [A[::-1]],
    }
    | alone(A),
    ("dL_dw", 1): scales(G)
    | {
        "transposed": [G.T],
        "fed-by-weight": [S[:, None] * W2],
        "fed-by-own-a": [(D * H.y).sum(axis=0)[:, None]],
        "fed-by-own-z": [(D * H.z2).sum(axis=0)[:, None]],
        "delta-added": [S[:, None] + A.sum(axis=0)],
        "summed-before-multiplied": [np.outer(S, A.sum(axis=0))],
    },
    ("dL_db", 1): scales(S)
    | {
        "delta-forgotten": [1.0],
        "bias-times-bias": [S * B2],
        "bias-fed": [(D * A[:, k]).sum(axis=0) for k in ([0], [1])] + [(D * A.sum(axis=1)[:, None]).sum(axis=0)],
        "fed-by-own-a": [(D * H.y).sum(axis=0)],
        "fed-by-own-z": [(D * H.z2).sum(axis=0)],
        "summed-over-neurons": [D.sum(axis=1)],
        "summed-over-all": [D.sum()],
    },
    ("g_w", 1): {
        "gradient-of-neighbour": [G[:, ::-1], G[::-1]],
        "gradient-of-bias": [S[:, None]],
        "gradients-added": [G.sum(axis=1)[:, None]],
    }
    | odd(G),
    ("g_b", 1): {"gradient-of-neighbour": [S[::-1]], "gradient-squared": [S**2], "sign-alone": [np.sign(S)]},
    ("new_w", 1): updates(W2, G)
    | {"biases-alone-updated": [W2]}
    | {slip: [w - ETA * G for w in others] for slip, others in OTHERS.items()},
    ("new_b", 1): updates(B2, S) | {"weights-alone-updated": [B2]},
}


@pytest.mark.parametrize("place", PARTS, ids=lambda place: f"{place[0]} of layer {place[1]}")
def test_a_slip_makes_of_its_part_what_its_id_says(place):
    assert_made(made(step("squared_error"), *place), PARTS[place])


def test_what_feeds_a_weight_without_its_sign_is_of_inputs_too():
    np.testing.assert_allclose(made(step("squared_error"), "feed", 0)["feed-without-sign"], [abs(X)])


def test_tried_last_are_numbers_rounded_before_they_are_used_and_the_term_of_weight_decay():
    right, found = step("squared_error"), {}
    for slip in last_slips(right.last):
        part, l = slip.at[0]
        if len(slip.at) == 1 and (part, l) != ("coming", right.last):
            found.setdefault((part, l), []).append(right.with_slips(slip)(part, l)[0])
    np.testing.assert_allclose(found["fed", 1], [A.round(1), A.round(2)])
    np.testing.assert_allclose(found["coming", 0], [D.round(1), D.round(2)])
    np.testing.assert_allclose(found["dL_dw", 1], [G + rate * W2 for rate in (0.001, 0.01, 0.1)])


def test_one_output_alone_can_stand_for_what_feeds_the_weights():
    network = Network([Layer([[0.4, -0.7], [0.9, 0.2]], [0.3, -0.5]), Layer(W2[:1], B2[:1])])
    right = Rules(network, X, TARGET[:, :1], "squared_error", ETA)
    fed = (right("dC_dz", 0)[0] * right("a", 1)[0]).sum(axis=0)
    np.testing.assert_allclose(made(right, "dL_dw", 0)["fed-by-output"], [np.repeat(fed[:, None], 2, axis=1)])


def test_of_three_examples_one_is_left_out_of_both_sums():
    right = Rules(Network([Layer([[0.4]], [0.2])]), [[1.0], [2.0], [3.0]], [[1.0], [0.0], [1.0]], "squared_error", ETA)
    d, x = right("dC_dz", 0)[0].ravel(), np.array([1.0, 2.0, 3.0])
    slips = [slip for slip in every_slip(right) if slip.id == "example-forgotten" and slip.name == "delta"]
    weights, biases = ([right.with_slips(slip)(name, 0)[0] for slip in slips] for name in ("dL_dw", "dL_db"))
    np.testing.assert_allclose(np.ravel(weights), [(d * x).sum() - d[n] * x[n] for n in range(3)])
    np.testing.assert_allclose(np.ravel(biases), [d.sum() - d[n] for n in range(3)])


@pytest.mark.parametrize(("id", "n"), [("first-example-alone", 0), ("last-example-alone", 1)])
def test_one_example_alone_makes_both_gradients(id, n):
    right = step("squared_error")
    [slip] = [slip for slip in every_slip(right) if slip.id == id and slip.name == "delta" and slip.layers == (1,)]
    wrong = right.with_slips(slip)
    np.testing.assert_allclose(wrong("dL_dw", 1)[0], np.outer(D[n], A[n]))
    np.testing.assert_allclose(wrong("dL_db", 1)[0], D[n])


def test_of_four_examples_each_between_the_ends_is_taken_alone_for_both_gradients():
    x, t = np.array([[1.0], [2.0], [3.0], [-1.5]]), [[1.0], [0.0], [1.0], [1.0]]
    right = Rules(Network([Layer([[0.4]], [0.2])]), x, t, "squared_error", ETA)
    d = right("dC_dz", 0)[0]
    slips = [slip for slip in every_slip(right) if slip.id == "example-alone" and slip.name == "delta"]
    assert [dict(slip.fields) for slip in slips] == [{"n": 2}, {"n": 3}]
    for slip, n in zip(slips, (1, 2), strict=True):
        np.testing.assert_allclose(right.with_slips(slip)("dL_dw", 0)[0], [d[n] * x[n]])
        np.testing.assert_allclose(right.with_slips(slip)("dL_db", 0)[0], d[n])
