"""Exercises of 07: the five stages, and questions about them."""

import numpy as np

from backprop.engine.timing import parameters
from backprop.examples import lecture_network, lecun_network
from backprop.exercises.code_cases import read
from backprop.exercises.kinds import NOT_ATTEMPTED, RIGHT, ChoiceQuestion, CodeQuestion, NumberQuestion, Verdict
from backprop.exercises.repeated import differs
from backprop.exercises.stages import compare
from backprop.exercises.stepwise import quantity_question
from backprop.notation import apart
from backprop.story.quantity import Quantity
from backprop.words import say

STARTS = {
    "forward": "def my_forward(x, weights, biases):\n    z, a, feed = [], [], x\n"
    "    for w, b in zip(weights, biases):\n        ...\n    return z, a",
    "backward": "def my_backward(z, a, target, weights):\n    dC_dz = []\n"
    "    for l in reversed(range(len(a))):\n        ...\n    return dC_dz",
    "multiply": "def my_multiply(x, a, dC_dz):\n    dL_dw, dL_db = [], []\n    ...\n    return dL_dw, dL_db",
    "update": "def my_update(weights, biases, dL_dw, dL_db, learning_rate):\n"
    "    new_weights, new_biases = [], []\n    ...\n    return new_weights, new_biases",
    "train": "def my_train(x, target, weights, biases, learning_rate, batch, orders):\n"
    "    ...\n    return weights, biases",
}
SOLUTIONS = {
    "forward": """def my_forward(x, weights, biases):
    z, a, feed = [], [], x
    for w, b in zip(weights, biases):
        z.append(feed @ w.T + b)
        a.append(1 / (1 + np.exp(-z[-1])))
        feed = a[-1]
    return z, a""",
    "backward": """def my_backward(z, a, target, weights):
    delta = a[-1] - target
    dC_dz = [delta]
    for l in reversed(range(len(a) - 1)):
        dC_da = delta @ weights[l + 1]
        delta = a[l] * (1 - a[l]) * dC_da
        dC_dz.insert(0, delta)
    return dC_dz""",
    "multiply": """def my_multiply(x, a, dC_dz):
    feeds = [x, *a[:-1]]
    dL_dw = [delta.T @ feed for delta, feed in zip(dC_dz, feeds)]
    dL_db = [delta.sum(axis=0) for delta in dC_dz]
    return dL_dw, dL_db""",
    "update": """def my_update(weights, biases, dL_dw, dL_db, learning_rate):
    new_weights = [w - learning_rate * g for w, g in zip(weights, dL_dw)]
    new_biases = [b - learning_rate * g for b, g in zip(biases, dL_db)]
    return new_weights, new_biases""",
    "train": """def my_train(x, target, weights, biases, learning_rate, batch, orders):
    for order in orders:
        for start in range(0, len(order), batch):
            chosen = order[start : start + batch]
            z, a = forward(x[chosen], weights, biases)
            dC_dz = backward(z, a, target[chosen], weights)
            dL_dw, dL_db = multiply(x[chosen], a, dC_dz)
            weights, biases = update(weights, biases, dL_dw, dL_db, learning_rate)
    return weights, biases""",
}


def stage_question(stage):
    """A CodeQuestion whose test is the comparison with the engine."""

    def test(function):
        found = compare(stage, function)
        if found.by_engine:
            return Verdict(RIGHT, found.text)
        return None if found.state in (RIGHT, NOT_ATTEMPTED) else found.text

    return CodeQuestion(f"07-{stage}", STARTS[stage], SOLUTIONS[stage], test)


def parameter_question():
    """How many parameters a network for the digits has, with another hidden layer."""
    network = lecun_network((64, 24, 16, 10))
    weights = sum(layer.weights.size for layer in network.layers)
    count = parameters(network)
    return NumberQuestion("07-size", count, 0.5, {"biases-forgotten": weights}, fields={"parameters": count})


READ_OFF = lecture_network()[0], [0.5, -2], [0, 1]  # of the lecture's network, but not its example


# ---------------------------------------------------------------- how many are right


def share_right(y, target):
    """The share of examples whose largest output stands where the target is 1."""
    return np.mean(are_right(y, target))


def are_right(y, target):
    """Of each example, whether its largest output stands where the target is 1."""
    return np.argmax(y, axis=1) == np.argmax(target, axis=1)


# {id of a reason: what a learner may write in the place of the share}
OTHER_SHARES = {
    "other-axis": lambda y, target: np.mean(np.argmax(y, axis=0) == np.argmax(target, axis=0)),
    "count": lambda y, target: len(y) * share_right(y, target),
    "wrong-ones": lambda y, target: 1 - share_right(y, target),
    "percent": lambda y, target: 100 * share_right(y, target),
    "entries": lambda y, target: np.mean((y > 0.5) == (target > 0.5)),
    "above-half": lambda y, target: np.mean(np.all((y > 0.5) == (target > 0.5), axis=1)),
    "smallest": lambda y, target: np.mean(np.argmin(y, axis=1) == np.argmax(target, axis=1)),
    "no-axis": lambda y, target: np.mean(np.argmax(y) == np.argmax(target)),
    "no-axis-divided": lambda y, target: np.sum(np.argmax(y) == np.argmax(target)) / len(y),
    "whole-numbers": lambda y, target: np.sum(are_right(y, target)) // len(y),
    "value-for-place": lambda y, target: np.mean(np.max(y, axis=1) == np.max(target, axis=1)),
    "over-ten": lambda y, target: np.sum(are_right(y, target)) / 10,
    "over-entries": lambda y, target: np.sum(are_right(y, target)) / y.size,
    "no-mean": are_right,
    "in-one-more": lambda y, target: np.array([share_right(y, target)]),
    "first-alone": lambda y, target: share_right(y[:1], target[:1]),
    "last-alone": lambda y, target: share_right(y[-1:], target[-1:]),
    "label-for-row": lambda y, target: np.mean(np.argmax(y, axis=1) == target[:, 0]),
}


def share_cases():
    """Pairs (outputs, one-hot targets) of several sizes, some with no output above a half."""
    rng = np.random.default_rng(7)
    for n, classes, largest in ((8, 3, 1.0), (5, 5, 1.0), (12, 10, 0.4), (1, 4, 0.9)):
        target = np.eye(classes)[rng.integers(0, classes, size=n)]
        yield np.clip(largest * (rng.random((n, classes)) + 0.3 * target), 0, 1), target
    # The largest of all outputs is in the first row, and right; not every row is.
    yield np.array([[0.1, 0.9, 0.2], [0.3, 0.2, 0.1], [0.4, 0.3, 0.6]]), np.eye(3)[[1, 2, 2]]
    # The first row is right, and the largest of all outputs, in the last, is not.
    yield np.array([[0.6, 0.1], [0.3, 0.2], [0.2, 0.9]]), np.eye(2)[[0, 0, 0]]


def check_share(function):
    """None where the share is right in every case; else the first that differs, and the reason that gives them all."""
    cases = list(share_cases())
    found = [read(function(y.copy(), target.copy()), "my_share") for y, target in cases]
    for (y, target), mine in zip(cases, found, strict=True):
        right = share_right(y, target)
        if mine.shape == () and np.isclose(mine, right):
            continue
        told = say("exercises.agreement.shape", name="my_share", mine=mine.shape, engine=())
        if mine.shape == ():
            one, other = apart(float(mine), float(right))
            told = say("exercises.share.differs", n=len(y), classes=y.shape[1], mine=one, right=other)
        again = any(differs(function, case) for case in cases)
        return f"{told} {say('exercises.code.differs') if again else why_other(cases, found)}".strip()
    return None


def why_other(cases, found):
    """The reason that gives every number that was returned; empty where none does."""
    for reason, other in OTHER_SHARES.items():
        others = (np.asarray(other(*case)) for case in cases)
        if all(mine.shape == one.shape and np.allclose(mine, one) for one, mine in zip(others, found, strict=True)):
            return say(f"exercises.share.reason.{reason}")
    return ""


QUESTIONS = (
    *(stage_question(stage) for stage in STARTS),
    # -------------------------------------------- in the lesson, before the answer is seen
    ChoiceQuestion("07-recall-sum", ("next", "same", "before", "examples"), "next"),
    ChoiceQuestion("07-recall-equal", ("alike", "nothing", "vanish", "faster"), "alike"),
    ChoiceQuestion(
        "07-shape", ("examples-neurons", "neurons-examples", "examples-inputs", "neurons"), "examples-neurons"
    ),
    ChoiceQuestion("07-place", ("insert", "append", "first-entry", "either"), "insert"),
    ChoiceQuestion("07-product", ("transposed", "feed-first", "plain", "entries"), "transposed"),
    ChoiceQuestion("07-nudge", ("large", "middle", "tiny"), "middle"),
    ChoiceQuestion("07-batches", ("all", "whole-ones", "size", "examples"), "all"),
    ChoiceQuestion("07-alike", ("fewer", "as-before", "later", "nothing"), "fewer"),
    # -------------------------------------------- the exercises
    ChoiceQuestion("07-order", ("layers-before", "last-layer", "nothing", "forward"), "layers-before"),
    parameter_question(),
    quantity_question("07-diagram", None, *READ_OFF, Quantity("dC_dw", 0, 0, 1)),
    ChoiceQuestion("07-bug", ("shuffle", "forward", "multiply", "update"), "shuffle"),
    ChoiceQuestion("07-one", ("rows-lost", "fails", "same", "smaller-step"), "rows-lost"),
    ChoiceQuestion("07-derive-entry", ("examples", "inputs", "neurons", "none"), "examples"),
    CodeQuestion(
        "07-share-code",
        "def my_share(y, target):\n    ...",
        "def my_share(y, target):\n    return np.mean(np.argmax(y, axis=1) == np.argmax(target, axis=1))",
        check_share,
    ),
)
