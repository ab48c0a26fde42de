"""What each update of a loop does, read off its weights and biases after one, two and three updates.

A step is compared with the gradient at the weights and biases it starts from, with the step before it, and with the
parameters: the few of them that give it, each some number of times, are told. Which examples an update takes together
is read off how the steps grow with η: an example of a later update feels the updates before its own.
"""

from collections.abc import Callable
from itertools import pairwise

import numpy as np

from backprop.exercises import reference
from backprop.exercises.formulas import Term, formula
from backprop.exercises.slips import sentence
from backprop.exercises.stage_forward import softmax
from backprop.exercises.trials import drawn
from backprop.notation import apart, number
from backprop.words import say

UPDATES = 4
NEAR = 1e-7  # how near a step is to be to what is told of it, in parts of its largest entry
EXAMPLES, BATCH = 5, 2
SMALL = 2e-3  # the smallest of the η from which the growth of a step is read off
SURE = 0.03  # how near 0 or 1 it is to be whether one example's update comes before another's gradient


def of_the_steps(run: Callable) -> list:
    """[what the updates of a loop do], where all examples make one update; [] where that is right, or no such sum.

    ``run(given)`` gives {"new_w": arrays, "new_b": arrays} after ``len(given["orders"])`` updates.
    """
    step = drawn(83, (3, 4, 2), EXAMPLES, 0.3)
    given, n = step.trained(), EXAMPLES
    orders = [np.random.default_rng(k).permutation(n) for k in range(UPDATES)]
    after = [{"new_w": given["weights"], "new_b": given["biases"]}]
    after += [run(given | {"batch": n, "orders": orders[: k + 1]}) for k in range(UPDATES)]
    gradients = [flat_gradients(given["x"], given["target"], one["new_w"], one["new_b"]) for one in after]
    said = {}
    for part, name in enumerate(("new_w", "new_b")):
        values = [flat(one[name]) for one in after]
        slopes = [one[part] for one in gradients]
        moves = [one - other for one, other in pairwise(values)]
        said[name] = of_moves(moves, slopes, values, step.learning_rate)
    if None in said.values() or not any(said.values()):
        return []
    if said["new_w"] == said["new_b"]:
        return [say(f"exercises.steps.{way}", **dict(fields)) for way, fields in said["new_w"]]
    which = (("new_w", "exercises.steps.of-weights"), ("new_b", "exercises.steps.of-biases"))
    return [
        say(of, told=say(f"exercises.steps.{way}", **dict(fields))) for name, of in which for way, fields in said[name]
    ]


def of_moves(moves, slopes, values, eta):
    """[(id, fields)] of what the moves of one kind of parameter are; [] where they are right, None where unknown."""
    if all(fits(moves[k], [eta], [slopes[k]]) for k in range(UPDATES)):
        return []
    sums = [fitted(moves[k], [slopes[k]]) for k in range(UPDATES)]
    if all(each is not None for each in sums):
        factors = ", ".join(beside_one(float(each[0]) / eta) for each in sums)
        return [("factors", (("eta", number(eta).text), ("n", EXAMPLES), ("factors", factors)))]
    for way, beside in (
        ("gradient-of-start", lambda k: slopes[0]),
        ("before", lambda k: moves[k - 1]),
        ("parameter", lambda k: values[k]),
        ("gradient-before", lambda k: slopes[k - 1]),
    ):
        sums = [fitted(moves[k], [slopes[k], beside(k)]) for k in range(1, UPDATES)]
        if all(each is not None and np.allclose(each, (eta, 0.0), atol=NEAR) for each in sums):
            return None  # only the first step is another
        if all(each is not None for each in sums) and np.ptp(sums, axis=0).max() <= 1e-6:
            first, second = (round(float(k), 10) + 0.0 for k in (sums[0][0] / eta, sums[0][1]))
            second = second / eta if way.startswith("gradient") else second
            fields = {"eta": number(eta).text, "factor": beside_one(first), "other": number(second).text}
            return [(way, tuple(fields.items()))]
    return None


def beside_one(k):
    """A number of times, with as many digits as it takes to tell it from once."""
    return number(1.0).text if abs(k - 1) <= NEAR else apart(round(k, 12) + 0.0, 1.0)[0]


def fitted(move, columns):
    """The numbers with which the columns sum to a move; None where none do."""
    system = np.stack(columns, axis=1)
    numbers, *_ = np.linalg.lstsq(system, move, rcond=None)
    return numbers if fits(move, numbers, columns) else None


def fits(move, numbers, columns):
    """Whether the columns, so many times each, sum to a move."""
    made = sum(k * column for k, column in zip(numbers, columns, strict=True))
    return bool(np.abs(made - move).max() <= NEAR * max(np.abs(move).max(), 1e-9))


def flat(group):
    """The arrays of a group as one row."""
    return np.concatenate([np.ravel(array) for array in group])


def flat_gradients(x, target, weights, biases):
    """(∂L/∂w, ∂L/∂b), each as one row."""
    z, a = reference.forward(x, weights, biases)
    return tuple(flat(group) for group in reference.multiply(x, a, reference.backward(z, a, target, weights)))


# ----------------------------------------------------------- which examples one update takes


def batches(run: Callable) -> list | None:
    """For each of two epochs, the places of its order that each update takes together; None where it cannot be told.

    Every example is to count alike, and a loop of these batches is to give what ``run`` gives.
    """
    given = drawn(84, (3, 4, 4), EXAMPLES, SMALL, BATCH).trained()
    orders = [np.random.default_rng(seed).permutation(EXAMPLES) for seed in (1, 2)]
    felt, own = second_order(given), np.array([np.concatenate(each) for each in singles(given)])
    (first, grown), (both, grown_twice) = (growth(run, given, orders[:k]) for k in (1, 2))
    count = fitted(first, [own.sum(axis=0)])
    if count is None or abs(count[0]) < SURE or not fits(both, 2 * count, [own.sum(axis=0)]):
        return None
    k = float(count[0])
    one = -grown / k**2
    two = -grown_twice / k**2 - one - felt.sum(axis=(0, 1))  # every example of the first comes before all of the second
    found = [grouped(each, felt, order) for each, order in zip((one, two), orders, strict=True)]
    if None in found:
        return None
    usual = given | {"learning_rate": 0.4, "orders": orders}
    made = looped(usual, orders, found, k)
    mine = run(usual)
    return found if fits(np.concatenate([flat(mine["new_w"]), flat(mine["new_b"])]), [1.0], [made]) else None


def feels_others(run: Callable) -> bool:
    """Whether a loop whose examples count as they should takes their gradients at other weights than it should.

    How its steps grow with η is then made of what one example feels of another, otherwise than in a right loop.
    """
    given = drawn(84, (3, 4, 4), EXAMPLES, SMALL, BATCH).trained()
    orders = [np.random.default_rng(seed).permutation(EXAMPLES) for seed in (1, 2)]
    columns = second_order(given).reshape(EXAMPLES**2, -1).T
    (first, grown), (right_first, right) = (growth(way, given, orders) for way in (run, right_loop))
    numbers, *_ = np.linalg.lstsq(columns, grown, rcond=None)
    size = np.abs(columns).max()
    made_of_it = np.abs(columns @ numbers - grown).max() <= 1e-3 * size
    return bool(made_of_it and fits(first, [1.0], [right_first]) and np.abs(grown - right).max() > 1e-2 * size)


def right_loop(given):
    """{"new_w": arrays, "new_b": arrays} of a right loop."""
    names = "x", "target", "weights", "biases", "learning_rate", "batch", "orders"
    return dict(zip(("new_w", "new_b"), reference.train(*(given[name] for name in names)), strict=True))


def looped(given, orders, groups, k):
    """The parameters, as one row, after these updates, each of ``k`` η."""
    weights, biases = given["weights"], given["biases"]
    for order, epoch in zip(orders, groups, strict=True):
        for places in epoch:
            rows = order[list(places)]
            z, a = reference.forward(given["x"][rows], weights, biases)
            found = reference.multiply(given["x"][rows], a, reference.backward(z, a, given["target"][rows], weights))
            weights, biases = reference.update(weights, biases, *found, k * given["learning_rate"])
    return np.concatenate([flat(weights), flat(biases)])


def before(grown, felt):
    """[i, j]: whether example i's update comes before example j's gradient; None where no such numbers are found."""
    ones = [(i, j) for i in range(EXAMPLES) for j in range(EXAMPLES) if i != j]
    columns = np.stack([felt[i, j] for i, j in ones], axis=1)
    numbers, *_ = np.linalg.lstsq(columns, grown, rcond=None)
    whole = np.round(numbers)
    if np.abs(columns @ numbers - grown).max() > 1e-3 * max(np.abs(grown).max(), np.abs(columns).max()):
        return None
    if np.abs(numbers - whole).max() > SURE or not np.isin(whole, (0, 1)).all():
        return None
    found = np.zeros((EXAMPLES, EXAMPLES))
    for (i, j), yes in zip(ones, whole, strict=True):
        found[i, j] = yes
    return found


def grouped(grown, felt, order):
    """The places of ``order`` that each update takes, one update after another; None where that is not to be told."""
    found = before(grown, felt)
    if found is None:
        return None
    found = found[np.ix_(order, order)]
    rank = found.sum(axis=0)
    groups = [tuple(int(p) for p in np.flatnonzero(rank == k)) for k in sorted(set(rank))]
    at = {p: i for i, group in enumerate(groups) for p in group}
    places = range(EXAMPLES)
    return groups if all(found[p, q] == (at[p] < at[q]) for p in places for q in places) else None


def growth(run, given, orders):
    """(the whole step over η, how it grows with η), at η = 0."""
    rates = SMALL * np.arange(1, 6)
    start = np.concatenate([flat(given["weights"]), flat(given["biases"])])
    steps = []
    for rate in rates:
        own = run(given | {"orders": orders, "learning_rate": float(rate)})
        steps.append((start - np.concatenate([flat(own["new_w"]), flat(own["new_b"])])) / rate)
    found = np.linalg.solve(np.vander(rates / SMALL, increasing=True), np.array(steps))
    return found[0], found[1] / SMALL


def singles(given, weights=None, biases=None):
    """[(∂L/∂w, ∂L/∂b) of each example alone], as rows."""
    weights, biases = given["weights"] if weights is None else weights, given["biases"] if biases is None else biases
    pairs = zip(given["x"][:, None], given["target"][:, None], strict=True)
    return [flat_gradients(x, t, weights, biases) for x, t in pairs]


def second_order(given):
    """How example j's gradient changes along example i's, [i, j]: what j feels of a step of i before it, over η."""

    def gradients(weights, biases):
        return np.array([np.concatenate(each) for each in singles(given, weights, biases)])

    def shaped(row):
        arrays, at = [], 0
        for array in (*given["weights"], *given["biases"]):
            arrays.append(row[at : at + array.size].reshape(array.shape))
            at += array.size
        return arrays[: len(given["weights"])], arrays[len(given["weights"]) :]

    start = np.concatenate([flat(given["weights"]), flat(given["biases"])])
    own, small = gradients(given["weights"], given["biases"]), 1e-4
    ways = [(gradients(*shaped(start + small * g)), gradients(*shaped(start - small * g))) for g in own]
    return np.array([(one - other) / (2 * small) for one, other in ways])


def of_the_batches(run: Callable) -> list:
    """[which places of an epoch's order the updates take], where they are others than they should be."""
    found = batches(run)
    right = [tuple(range(s, min(s + BATCH, EXAMPLES))) for s in range(0, EXAMPLES, BATCH)]
    for epoch, groups in enumerate(found or ()):
        if groups != right:
            then, both = say("exercises.steps.then"), say("exercises.steps.and")
            shown = [then.join(both.join(str(p) for p in group) for group in one) for one in (groups, right)]
            return [
                say("exercises.steps.batches", epoch=epoch + 1, n=EXAMPLES, batch=BATCH, mine=shown[0], right=shown[1])
            ]
    return []


def of_one_update(run: Callable) -> list:
    """[how often each example counts in the first update of all], where that is not once."""
    given = drawn(86, (3, 4, 4), EXAMPLES, 0.3, EXAMPLES).trained()
    own = run(given | {"orders": [np.arange(EXAMPLES)]})
    start, after = (np.concatenate([flat(a), flat(b)]) for a, b in ((given["weights"], given["biases"]), own.values()))
    columns = [np.concatenate(each) for each in singles(given)]
    counts = fitted((start - after) / given["learning_rate"], columns)
    if counts is None or np.ptp(counts) < SURE:
        return []
    shown = ", ".join(number(round(float(k), 3) + 0.0).text for k in counts)
    return [say("exercises.steps.examples", n=EXAMPLES, counts=shown)]


# ------------------------------------------------------------------ one example at a time


def of_one_example(run: Callable) -> list:
    """[where the way back starts, and the slope it is multiplied by], as formulas, where they are others."""
    step, rng, said = drawn(85, (3, 4, 2), 1, 0.5), np.random.default_rng(8), []
    given, y, z, t, starts, factors, hidden = step.trained(), [], [], [], [], [], []
    soft, rest = [], []
    for _ in range(40):
        x, target = rng.normal(size=(1, 3)) * 1.5, rng.integers(0, 2, size=(1, 2)).astype(float)
        own = run(given | {"x": x, "target": target, "batch": 1, "orders": [np.array([0])]})
        delta = [(old - new) / given["learning_rate"] for old, new in zip(given["biases"], own["new_b"], strict=True)]
        passed, a = reference.forward(x, given["weights"], given["biases"])
        for group, row in ((y, a[1][0]), (z, passed[1][0]), (t, target[0]), (starts, delta[1]), (hidden, a[0][0])):
            group.append(row)
        soft.append(softmax(passed[1])[0])
        moved = zip(given["weights"], own["new_w"], delta, (x, a[0]), strict=True)
        rest.append(flat([old - new - given["learning_rate"] * np.outer(d, f) for old, new, d, f in moved]))
        factors.append(delta[0] / (delta[1] @ given["weights"][1]))
    y, z, t, starts, factors, hidden, soft = map(np.array, (y, z, t, starts, factors, hidden, soft))
    texts = []
    for k in range(2):
        error = Term("y − ŷ", y[:, k] - t[:, k], 1.0, True)
        parts = {"y": y[:, k], "ŷ": t[:, k], "y − ŷ": error.values, "z": z[:, k], "softmax(z)": soft[:, k]}
        texts.append(formula(starts[:, k], parts, [error]))
    if all(texts) and texts[0] == texts[1] != "y − ŷ":
        said.append(sentence("start-other", what=texts[0]))
    elif all(texts) and texts[0] != texts[1]:
        said.append(say("exercises.steps.starts", first=texts[0], second=texts[1]))
    shrinks = [fitted(each, [flat(given["weights"])]) for each in rest]
    if all(k is not None for k in shrinks) and np.ptp(shrinks) <= 1e-7 < np.abs(shrinks).max():
        factor = number(float(shrinks[0][0]) / given["learning_rate"], 4).text
        said.append(say("exercises.steps.shrinks", factor=factor))
    slope = Term("a·(1 − a)", (hidden * (1 - hidden)).ravel(), 1.0)
    inner = np.log(hidden / (1 - hidden)).ravel()
    text = formula(factors.ravel(), {"z": inner, "a": hidden.ravel()}, [slope])
    return [*said, *([sentence("slope-other", what=text)] if text and text != slope.text else [])]
