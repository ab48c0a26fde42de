"""A loop of one's own, taken apart: what it does within one update, and how often each example counts in an epoch.

A loop that no known slip explains is called on inputs made for it. One example and one update show the gradient, and
so ∂C/∂z, what feeds each weight and the step, each of which is explained as in the stage it belongs to. A very small
η makes the whole loop a sum of single examples' updates: how often each of them is in it shows what the loop goes
through.
"""

import io
from contextlib import redirect_stdout
from functools import partial
from itertools import pairwise

import numpy as np

from backprop.exercises import coarse, diagnosis, loop_calls, loop_steps, reference
from backprop.exercises.called import outputs
from backprop.exercises.explain import constant, cost, same
from backprop.exercises.rarities import RARE
from backprop.exercises.readings import Readings
from backprop.exercises.slips import sentence
from backprop.exercises.stage_forward import sigmoid
from backprop.exercises.stage_train import by_batch, gradients
from backprop.exercises.trials import RETURNS, TAKES, Step, drawn
from backprop.notation import number
from backprop.words import say

SMALL = 1e-8  # an η at which what one update changes in the next is lost
NEAR = 0.01  # how near a count is to be to one that has a name
BATCH, EXAMPLES = 2, 5
ONES = np.ones(EXAMPLES)


def told(function):
    """What can be said of a loop that no known slip explains; empty where nothing can."""
    if said := loop_calls.told(function):
        return said
    try:
        with redirect_stdout(io.StringIO()), np.errstate(all="ignore"):
            if said := coarse.told("train", function):
                return said
            left_out, whole = with_every_epoch(function)
    except Exception:  # what it raises has been told, if it raised where it was tried
        left_out, whole = "", function
    return (
        f"{left_out} {taken_apart(whole)}".strip()
        or loop_calls.at_rest(function)
        or loop_calls.raises_with_one(function)
    )


def with_every_epoch(function):
    """(the sentence of an epoch that is left out, a loop that is given it twice), where one epoch makes no update."""
    given = drawn(72, (3, 4, 2), 3, 0.3).trained() | {"batch": 1}
    one, other = np.array([0]), np.array([1])

    def after(*orders):
        return run(function, given, orders=list(orders))

    if moves((given, after(one))) or not moves((given, after(one, other))):
        return "", function
    first = agree((after(one, other), after(other, other)))

    def whole(*arguments):
        *others, orders = arguments
        return function(*others, [orders[0], *orders] if first else [*orders, orders[-1]])

    return sentence("loop-first-epoch-left-out" if first else "loop-one-epoch-too-few"), whole


def taken_apart(function):
    """What can be said of a loop that makes an update in every epoch."""
    said, of_steps = [], False
    for way in (within_one_update, steps_of, of_the_examples, batches_of, of_the_order):
        if (said and way in (steps_of, of_the_order)) or (way is of_the_examples and of_steps):
            continue
        try:
            with redirect_stdout(io.StringIO()), np.errstate(all="ignore"):
                found = way(function)
        except Exception:  # what it raises has been told, if it raised where it was tried
            continue
        said, of_steps = said + found, of_steps or (way is steps_of and bool(found))
    return " ".join(dict.fromkeys(said))


def steps_of(function):
    """What the steps are, one after another; where they are right, what is wrong within one example's update."""
    return loop_steps.of_the_steps(partial(run, function)) or loop_steps.of_one_example(partial(run, function))


def batches_of(function):
    """Which examples the updates take."""
    return loop_steps.of_the_batches(partial(run, function))


def run(function, given, **changes):
    """{"new_w": [array, …], "new_b": …} of what a loop returns."""
    return outputs("train", function, given | changes)


def gradient(function, given, **changes):
    """(∂L/∂w, ∂L/∂b) as a call shows them: the old parameter less the new one, over η."""
    own, rate = run(function, given, **changes), (given | changes)["learning_rate"]
    pairs = (given["weights"], own["new_w"]), (given["biases"], own["new_b"])
    return tuple([(old - new) / rate for old, new in zip(*pair, strict=True)] for pair in pairs)


# ------------------------------------------------------------------- one update


class Singly:
    """The examples of a step, each taken alone by a loop of one update."""

    def __init__(self, function, step):
        self.step, self.given, trained = step, step.arrays(), step.trained()
        self.steps = [Step(step.network, step.x[[n]], step.target[[n]], step.learning_rate) for n in range(len(step.x))]
        one = {"batch": 1, "orders": [np.array([0])]}
        self.own = [run(function, trained, x=each.x, target=each.target, **one) for each in self.steps]
        self.gradients = [
            tuple(
                [(old - new) / step.learning_rate for old, new in zip(trained[name], own[new_name], strict=True)]
                for name, new_name in (("weights", "new_w"), ("biases", "new_b"))
            )
            for own in self.own
        ]

    def updates(self):
        """(the right arrays, the new parameters), one example after another."""
        return [(step.arrays(), own) for step, own in zip(self.steps, self.own, strict=True)]

    def backward(self):
        """∂C/∂z, which is one example's ∂L/∂b."""
        layers = range(len(self.given["weights"]))
        return [(self.given, {"dC_dz": [np.array([db[l] for _, db in self.gradients]) for l in layers]})]

    def alone(self):
        """The same, one example after another: what one example's update changes before it goes further back."""
        return [
            (step.arrays(), {"dC_dz": [row[None] for row in db]})
            for step, (_, db) in zip(self.steps, self.gradients, strict=True)
        ]

    def forward(self):
        """z and a: what feeds the next layer, and y, from which the way back starts; nothing where they are right."""
        given = self.given
        a = [np.array([dw[l][0] / db[l][0] for dw, db in self.gradients]) for l in range(1, len(given["weights"]))]
        a.append(np.array([db[-1] for _, db in self.gradients]) + self.step.target)
        feeds, parameters = [self.step.x, *a[:-1]], zip(given["weights"], given["biases"], strict=True)
        z = [feed @ w.T + b for feed, (w, b) in zip(feeds, parameters, strict=True)]
        if not all(np.isfinite(each).all() for each in a):
            return []
        if all(same(sigmoid(mine), each, 1e-6) for mine, each in zip(z, a, strict=True)):
            return []
        within = all(((each > 0) & (each < 1)).all() for each in a)
        return [(given, {"z": [np.log(each / (1 - each)) for each in a] if within else z, "a": a})]

    def scales(self, function):
        """Whether the first example's step is η times something that η does not change."""
        rows = {"x": self.steps[0].x, "target": self.steps[0].target, "batch": 1, "orders": [np.array([0])]}
        other = gradient(function, self.step.trained(), learning_rate=0.5 * self.step.learning_rate, **rows)
        pairs = zip(self.gradients[0], other, strict=True)
        return all(same(one, two, 1e-6) for pair in pairs for one, two in zip(*pair, strict=True))

    def sums(self, function, of=(0, 1)):
        """Whether the update of all examples at once is the sum of theirs, or some number times it, as a mean is.

        ``of`` are 0, the weights, and 1, the biases.
        """
        n, trained = len(self.step.x), self.step.trained()
        whole = gradient(function, trained, batch=n, orders=[np.arange(n)])
        pairs = zip(whole, zip(*self.gradients, strict=True), strict=True)
        chosen = [pair for k, pair in enumerate(pairs) if k in of]
        parts = [(one, sum(each[l] for each in singles)) for group, singles in chosen for l, one in enumerate(group)]
        mine, total = (np.concatenate([np.ravel(one) for one in each]) for each in zip(*parts, strict=True))
        return constant(mine, total, 1e-6 * np.abs(mine).max()) is not None


def within_one_update(function):
    """[why one update is wrong], of one example or of a batch; [] where it is right, or no part of it explains it."""
    singly = [Singly(function, step) for step in (drawn(72, (3, 4, 2), 3, 0.3), drawn(71, (3, 3, 3, 3), 4, 0.7))]
    updates = [pair for each in singly for pair in each.updates()]
    if not any(moves(each) for each in updates):
        return []  # it makes no update of one example, which says nothing of those that it makes
    if not any(np.any(db) for each in singly for _, found in each.gradients for db in found):
        return [sentence("weights-alone-updated"), *loop_calls.biases_unused(function)]  # nothing else shows ∂C/∂z
    if not all(each.scales(function) for each in singly):
        # No gradient can be read off a step that does not grow with η, but where weights are updated on the way.
        return cheapest({"update": updates, "backward": [pair for each in singly for pair in each.alone()]})
    if not all(map(agree, updates)):
        stages = {"update": updates}
        apart = all(each.sums(function) for each in singly)
        of_biases = apart or all(each.sums(function, of=(1,)) for each in singly)
        if apart:  # else what one example shows is not true of several
            stages["forward"] = [pair for each in singly for pair in each.forward()]
            stages["backward"] = [pair for each in singly for pair in each.backward()]
        found = cheapest(stages)
        if not found and of_biases:
            found = loop_steps.of_one_example(partial(run, function))
        return found or ([] if apart else [say("exercises.loop.mixed")])
    batches = []
    for step in (drawn(72, (2, 3, 3, 2), 5, 0.2), drawn(75, (3, 4, 2), 4, 0.5)):
        n = len(step.x)
        dw, db = gradient(function, step.trained(), batch=n, orders=[np.arange(n)])
        batches.append((step.arrays(), {"dL_dw": dw, "dL_db": db}))
    return [] if all(map(agree, batches)) else cheapest({"multiply": batches})


def moves(pair):
    """Whether a parameter has changed."""
    given, own = pair
    return not agree(({"new_w": given["weights"], "new_b": given["biases"]}, own))


def agree(pair):
    """Whether every array is the right one."""
    given, own = pair
    return all(
        same(mine, right, 1e-6) for name, group in own.items() for mine, right in zip(group, given[name], strict=True)
    )


def cheapest(stages):
    """[the sentences of the stage whose slips explain what was read off at the least cost]."""
    found = []
    for k, (stage, pairs) in enumerate(stages.items()):
        tried = [Readings(stage, *pair) for pair in pairs]
        each = diagnosis.explained(tried) if tried else None
        if each and not each.best and stage in RARE:
            each = diagnosis.explained(tried, rare=True)
        if each and each.best:
            found.append((min(map(cost, each.best)), k, diagnosis.told_of(each)))
    return [min(found)[2]] if found else []


# ------------------------------------------------------------------ how often each


def counted(function, apart=True, first=1):
    """[how often each example counts in one epoch, in two], by its number, and the order of each epoch.

    In a very small step, whatever a loop goes through, it is a sum of the single examples' updates; None where it is
    none. The targets are ``apart``, or all alike, so that it does not matter beside which one an input is taken.
    ``first`` is the seed of the first epoch's order.
    """
    given = drawn(81, (3, 4, 4), EXAMPLES, SMALL, BATCH).trained()
    given["target"] = np.vstack([np.zeros(4), np.eye(4)]) if apart else np.tile([0.0, 1.0, 0.0, 1.0], (EXAMPLES, 1))
    orders = [np.random.default_rng(seed).permutation(EXAMPLES) for seed in (first, 2)]

    right = [
        flat(reference.multiply(x, a, reference.backward(z, a, t, given["weights"])))
        for x, t in zip(given["x"][:, None], given["target"][:, None], strict=True)
        for z, a in [reference.forward(x, given["weights"], given["biases"])]
    ]
    wholes = [flat(gradient(function, given, orders=orders[:epochs])) for epochs in (1, 2)]
    counts = [solved(np.stack(right, axis=1), whole) for whole in wholes]
    if counts[0] is not None:
        return (counts if np.ptp(counts[0]) > NEAR else over_one_alone(function, given, right[0], counts)), orders
    single = [flat(alone(function, given, [i])) for i in range(EXAMPLES)]
    larger = alone(function, given, [0], learning_rate=0.01)
    if not same(single[0], flat(larger), 1e-4):  # what is rounded, or takes a rate of its own, is no small step
        return [None, None], orders
    for i, pair in enumerate(pairwise(single)):  # nor is it a sum of theirs, as where signs alone are kept
        if solved(np.stack(pair, axis=1), flat(alone(function, given, [i, i + 1]))) is None:
            return [None, None], orders
    return [solved(np.stack(single, axis=1), whole) for whole in wholes], orders


def flat(groups):
    """The arrays of two groups as one row."""
    return np.concatenate([np.ravel(array) for group in groups for array in group])


def alone(function, given, rows, **changes):
    """The gradients that a call with one update of these examples alone shows."""
    those = {"x": given["x"][rows], "target": given["target"][rows]}
    return gradient(function, given, batch=len(rows), orders=[np.arange(len(rows))], **those, **changes)


def over_one_alone(function, given, right, counts):
    """The counts over that of an example alone in its update: how large a step is has been told."""
    own = solved(right[:, None], flat(alone(function, given, [0])))
    if own is None or abs(own[0]) <= NEAR:
        return counts
    return [each if each is None else each / own[0] for each in counts]


def solved(system, whole):
    """The numbers with which the columns of a system sum to ``whole``; None where none do, or many."""
    counts, _, rank, _ = np.linalg.lstsq(system, whole, rcond=1e-9)
    fits = np.abs(system @ counts - whole).max() <= 1e-4 * np.abs(whole).max(initial=SMALL)
    return counts if fits and rank == len(counts) else None


def of_the_examples(function):
    """What can be said of how often each example counts, and beside which target."""
    (one, two), orders = counted(function)
    said, apart = [], one is not None and two is not None
    if not apart:
        (one, two), orders = counted(function, apart=False)
        if one is None or two is None:
            return []
        said.append(say("exercises.loop.targets"))
    first, second = one[orders[0]], (two - one)[orders[1]]
    said += of_an_epoch(function, first)
    if not np.allclose(np.sort(two - one), np.sort(one), atol=NEAR) and not np.allclose(first, second, atol=NEAR):
        (one, two), orders = counted(function, apart, first=3)  # else what is left of the first epoch is in it
        if one is not None and two is not None and np.allclose((two - one)[orders[1]], second, atol=NEAR):
            said.append(of_the_second(first, second))
    return said


def of_the_order(function):
    """Of a loop that is right within an update, and counts every example once, where the rest of it is wrong."""
    step = drawn(82, (2, 3, 2), 5, 0.4)
    given = step.trained()
    if counted(function)[0][0] is None:
        return []

    def right(**changes):
        whole = reference.train(*((given | changes)[name] for name in TAKES["train"]))
        return agree((dict(zip(RETURNS["train"], whole, strict=True)), run(function, given, **changes)))

    if not right(orders=[np.arange(len(step.x))], batch=len(step.x)):
        return []
    one_epoch, one_batch = right(orders=given["orders"][:1]), right(batch=len(step.x))
    if one_epoch != one_batch:
        return [say("exercises.loop.one-epoch") if one_epoch else say("exercises.loop.one-batch")]
    return [say("exercises.loop.order")] if loop_steps.feels_others(partial(run, function)) else []


def of_an_epoch(function, counts):
    """[what is said of the counts in one epoch], by place in its order; [] where each example counts once."""
    n, batch = EXAMPLES, BATCH
    lengths = np.array([min(batch, n - k // batch * batch) for k in range(n)])
    batches = np.array([counts[k : k + batch].mean() for k in range(0, n, batch)])
    falls = np.ptp([np.ptp(counts[k : k + batch]) for k in range(0, n, batch)]) <= NEAR and (np.diff(batches) < -NEAR)
    if np.allclose(counts, 1, atol=NEAR):
        return []
    for right, slip in ((1 / lengths, "mean-for-sum"), (ONES / batch, "loop-divided-by-batch")):
        if np.allclose(counts, right, atol=NEAR):
            return [sentence(slip)]
    if np.allclose(counts, ONES / n, atol=NEAR):
        return [sentence("loop-divided-by-all")]
    if np.allclose(counts, -1, atol=NEAR):
        return [sentence("adds-step")]
    if np.all(falls) and batches[-1] > NEAR and (slip := of_falling(function, batches)):
        return [sentence(slip)]
    shown = ", ".join(number(round(each, 2) + 0.0).text for each in counts)
    return [say("exercises.loop.counts", n=n, batch=batch, counts=shown)]


def of_falling(function, counts):
    """The slip of updates of which a later one counts less, as long as it gives the parameters; else None.

    Either η is so many times as large, or a gradient is so many times in the updates from its own on.
    """
    given = drawn(81, (3, 4, 4), EXAMPLES, 0.4, BATCH).trained()
    order, later = given["orders"][0], np.diff(counts[::-1], prepend=0)
    own = run(function, given, orders=[order])
    for slip, times in (
        ("rate-shrinks", lambda k, i: counts[k] * (i == k)),
        ("loop-gradients-pile-up", lambda k, i: later[k - i]),
    ):
        now, found = (given["weights"], given["biases"]), []
        for k, places in enumerate(by_batch(EXAMPLES, BATCH)):
            found.append(gradients(given["x"][order[places]], given["target"][order[places]], *now))
            for i, each in enumerate(found):
                step = given["learning_rate"] * times(k, i)
                now = [[p - step * g for p, g in zip(*pair, strict=True)] for pair in zip(now, each, strict=True)]
        pairs = zip(own.values(), now, strict=True)
        if all(same(mine, made, 1e-5) for pair in pairs for mine, made in zip(*pair, strict=True)):
            return slip
    return None


def of_the_second(first, second):
    """What is said of the second epoch beside the first."""
    ratio = second.sum() / first.sum()
    if np.allclose(second, ratio * first, atol=NEAR) and abs(ratio - 1) > NEAR:
        return say("exercises.loop.second-epoch", factor=number(round(ratio, 3) + 0.0).text)
    return say("exercises.loop.epochs-apart")
