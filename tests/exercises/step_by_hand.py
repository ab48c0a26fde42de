"""A gradient step of two neurons a layer, written out once more, and what the slips make of each of its parts."""

from types import SimpleNamespace

import numpy as np

from backprop import Layer, Network
from backprop.exercises.number_slips import every_slip
from backprop.exercises.rules import Rules

ETA = 0.3
X, TARGET = np.array([[1.0, -2.0], [0.3, 0.8]]), np.array([[1.0, 0.0], [0.0, 1.0]])
W1, B1 = np.array([[0.4, -0.7], [0.9, 0.2]]), np.array([0.3, -0.5])
W2, B2 = np.array([[1.3, -0.8], [0.5, 0.7]]), np.array([-0.2, 0.6])


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def by_hand(loss):
    """The numbers of a step: σ in the hidden layer; σ at the output, or softmax with categorical cross-entropy."""
    softmax = loss == "categorical_cross_entropy"
    z1 = X @ W1.T + B1
    a1 = sigmoid(z1)
    z2 = a1 @ W2.T + B2
    y = np.exp(z2) / np.exp(z2).sum(axis=1, keepdims=True) if softmax else sigmoid(z2)
    e, s1, s2 = y - TARGET, a1 * (1 - a1), y * (1 - y)
    start = e if loss == "squared_error" else -TARGET / y if softmax else e / s2
    d2 = s2 * e if loss == "squared_error" else e
    back = d2 @ W2
    d1 = s1 * back
    terms = {
        "squared_error": e**2 / 2,
        "cross_entropy": -TARGET * np.log(y) - (1 - TARGET) * np.log(1 - y),
        "categorical_cross_entropy": -TARGET * np.log(y),
    }[loss]
    return SimpleNamespace(
        **{"z1": z1, "a1": a1, "z2": z2, "y": y, "e": e, "s1": s1, "s2": s2, "start": start, "d2": d2},
        **{"back": back, "d1": d1, "terms": terms, "C": terms.sum(axis=1), "L": terms.sum()},
        **{"g1": d1.T @ X, "g2": d2.T @ a1, "h1": d1.sum(axis=0), "h2": d2.sum(axis=0)},
    )


def step(loss):
    """The same step by the rules."""
    output = "softmax" if loss == "categorical_cross_entropy" else "sigmoid"
    return Rules(Network([Layer(W1, B1), Layer(W2, B2, output)]), X, TARGET, loss, ETA)


def made(right, part, l, slips=None):
    """{id: what each slip of it alone makes of one part in one layer}, of the slips that change that part."""
    found = {}
    for slip in every_slip(right) if slips is None else slips:
        if (part, l) in slip.at and slip.layers == (l,):
            wrong, plain = right.with_slips(slip)(part, l)[0], right(part, l)[0]
            if not np.allclose(wrong, plain, rtol=1e-11, atol=0):
                found.setdefault(slip.id, []).append(wrong)
    return found


def assert_made(found, expected):
    """Every id makes these arrays, in any order, and no other id makes one."""
    assert found.keys() == expected.keys()
    for slip, arrays in expected.items():
        mine = in_order(found[slip])
        theirs = in_order(np.broadcast_to(each, mine[0].shape) for each in arrays)
        assert len(mine) == len(theirs), slip
        np.testing.assert_allclose(mine, theirs, rtol=1e-9, err_msg=slip)


def in_order(arrays):
    """Arrays in an order of their numbers."""
    return sorted(map(np.asarray, arrays), key=lambda each: each.ravel().tolist())
