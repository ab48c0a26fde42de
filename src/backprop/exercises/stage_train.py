"""The loop: epochs, batches, examples, steps, and what learners put in their place.

A slip here changes every update after it, so it cannot be read off one array. Each known slip, and each two of them,
is run from the start instead; it is told where it gives the arrays that were returned, on every network tried.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import combinations

import numpy as np

from backprop.exercises.alterations import RESCALED
from backprop.exercises.explain import NONE, cost, precision, same, slips
from backprop.exercises.loop_calls import called
from backprop.exercises.reference import multiply
from backprop.exercises.stage_forward import sigmoid
from backprop.exercises.trials import ONE_UPDATE, drawn
from backprop.notation import number
from backprop.words import say

# ------------------------------------------------------------------ the parts of a loop


def by_batch(n, size):
    """The places of each batch in the epoch's order: slices of ``size``, the last one perhaps shorter."""
    return [range(start, min(start + size, n)) for start in range(0, n, size)]


def in_order(order, places):
    """(examples of x, examples of the target) at these places of the epoch's order."""
    return order[places], order[places]


def chosen(x, rows):
    """The examples of x that are chosen."""
    return x[rows]


def given_rate(rate, **_):
    """η."""
    return rate


IN_TURN = {"layers-onward": 1, "layers-back": -1}


@dataclass(frozen=True)
class Loop:
    """A way to train: ``slips`` are what is wrong with it, and each part does one thing.

    ``epochs`` takes the orders and gives those that are used; ``batches`` takes how many examples and the batch size;
    ``rows``, an order and places in it; ``rate``, η and the counts. ``state`` is where gradients are taken and what is
    updated: "now"; "start-gradient", "start-update"; "pile", "pile-epoch"; "before-last", the last update left out;
    "mean", "mean-of-last", "mean-of-epochs", of what stood after each update, each of the last epoch, each epoch;
    "once-an-epoch", the first batch's gradients for all of it; "biases-later", with the new weights; "on-the-way",
    each layer before its weights are used going back; "layers-onward", "layers-back", each before another's gradients.
    ``moves`` is which parameters are updated; ``seen``, x as it is used, from all of x and the examples chosen.
    """

    slips: frozenset = NONE
    epochs: Callable = list
    batches: Callable = by_batch
    rows: Callable = in_order
    rate: Callable = given_rate
    state: str = "now"
    moves: str = "both"
    seen: Callable = chosen

    def run(self, given):
        """{"new_w": weights, "new_b": biases} after the last update."""
        x, target, size, eta = given["x"], given["target"], given["batch"], given["learning_rate"]
        start = now = given["weights"], given["biases"]
        before, pile, updates, layers, after = now, None, 0, len(given["weights"]), []
        for epoch, order in enumerate(self.epochs(given["orders"])):
            pile = None if self.state == "pile-epoch" else pile
            after = [] if self.state == "mean-of-last" else after
            held = None
            for places in self.batches(len(order), size):
                if not len(places):
                    continue
                rows, wanted = self.rows(order, places)
                at = start if self.state == "start-gradient" else now
                counts = {"n": len(rows), "size": size, "all": len(x), "epoch": epoch, "update": updates}
                step = self.rate(eta, layers=layers, **counts)
                early = step if self.state == "on-the-way" else 0.0
                found = gradients(self.seen(x, rows), target[wanted], *at, early)
                if self.state == "once-an-epoch":
                    found = held = held or found
                if self.state == "biases-later":
                    moved, _ = self.moved(at, found, step)
                    found = found[0], gradients(x[rows], target[wanted], moved, at[1])[1]
                if self.state in IN_TURN:
                    found = in_turn(x[rows], target[wanted], *at, step, range(layers)[:: IN_TURN[self.state]])
                if self.state.startswith("pile"):
                    found = pile = plus(pile, found)
                before, now = now, self.moved(start if self.state == "start-update" else now, found, step)
                updates += 1
                after += [] if self.state == "mean-of-epochs" else [now]
            after += [now] if self.state == "mean-of-epochs" else []
        if self.state.startswith("mean") and after:
            now = tuple(
                [sum(each) / len(after) for each in zip(*group, strict=True)] for group in zip(*after, strict=True)
            )
        now = before if self.state == "before-last" else now
        return {"new_w": now[0], "new_b": now[1]}

    def moved(self, parameters, found, step):
        """Weights and biases after one step."""
        (weights, biases), (dL_dw, dL_db) = parameters, found
        last = len(weights) - 1
        chosen = [self.moves != "last-layer" or l == last for l in range(len(weights))]
        if self.moves != "biases":
            weights = [w - step * g if yes else w for w, g, yes in zip(weights, dL_dw, chosen, strict=True)]
        if self.moves != "weights":
            biases = [b - step * g if yes else b for b, g, yes in zip(biases, dL_db, chosen, strict=True)]
        return weights, biases


def gradients(x, target, weights, biases, early=0.0):
    """(dL_dw, dL_db) of these examples; ``early`` is η where weights are updated before they are used going back."""
    a = []
    for w, b in zip(weights, biases, strict=True):
        a.append(sigmoid((a[-1] if a else x) @ w.T + b))
    delta = a[-1] - target
    dC_dz = [delta]
    for l in reversed(range(len(a) - 1)):
        leaving = weights[l + 1] - early * delta.T @ a[l] if early else weights[l + 1]
        delta = a[l] * (1 - a[l]) * (delta @ leaving)
        dC_dz.insert(0, delta)
    return multiply(x, a, dC_dz)


def in_turn(x, target, weights, biases, step, layers):
    """(dL_dw, dL_db) where layers are updated in this order, each before the gradients of the next are taken."""
    at, found = ([*weights], [*biases]), ([*weights], [*biases])
    for l in layers:
        for parameters, kept, group in zip(at, found, gradients(x, target, *at), strict=True):
            kept[l], parameters[l] = group[l], parameters[l] - step * group[l]
    return found


def plus(pile, found):
    """Two gradients added, or the second alone."""
    if pile is None:
        return found
    return tuple([one + other for one, other in zip(*pair, strict=True)] for pair in zip(pile, found, strict=True))


# --------------------------------------------------------- what stands in their place


def epoch_slips():
    """(slips, the orders that are used)."""
    yield slips("loop-first-epoch-alone"), lambda orders: orders[:1]
    yield slips("loop-last-epoch-alone"), lambda orders: orders[-1:]
    yield slips("loop-order-of-first-epoch"), lambda orders: orders[:1] * len(orders)
    yield slips("loop-one-epoch-too-few"), lambda orders: orders[:-1]
    yield slips("loop-first-epoch-left-out"), lambda orders: orders[1:]
    yield slips("loop-not-trained"), lambda orders: []
    yield slips("loop-last-epoch-again"), lambda orders: [*orders, orders[-1]]
    yield slips("loop-epochs-twice"), lambda orders: [order for order in orders for _ in (1, 2)]
    yield slips("loop-epochs-backwards"), lambda orders: orders[::-1]
    yield slips("loop-epochs-other"), lambda orders: [*orders[1:], *orders[:1]]
    yield slips("loop-epochs-other"), lambda orders: [*orders[-1:], *orders[:-1]]
    yield slips("loop-order-of-last-epoch"), lambda orders: orders[-1:] * len(orders)


def batch_slips():
    """(slips, the places of each batch)."""
    yield slips("loop-no-batches"), lambda n, size: [range(n)]
    for own in (1, 2, 3, 4, 5):
        name = slips("loop-each-example") if own == 1 else slips("loop-batch-own", size=str(own))
        yield name, lambda n, size, own=own: by_batch(n, own)
    yield slips("loop-short-batch-left-out"), lambda n, size: [b for b in by_batch(n, size) if len(b) == size]
    yield slips("loop-last-batch-left-out"), lambda n, size: by_batch(n, size)[:-1]
    yield slips("loop-first-batch-left-out"), lambda n, size: by_batch(n, size)[1:]
    yield slips("loop-first-batch-alone"), lambda n, size: by_batch(n, size)[:1]
    yield slips("loop-last-batch-alone"), lambda n, size: by_batch(n, size)[-1:]
    yield slips("loop-all-in-each"), lambda n, size: [range(n) for _ in by_batch(n, size)]
    yield slips("loop-batches-overlap"), lambda n, size: [range(s, min(s + size, n)) for s in range(n)]
    yield slips("loop-batches-overlap"), lambda n, size: [range(s, s + size) for s in range(n - size + 1)]
    yield slips("loop-batch-misses-one"), lambda n, size: [b[:-1] if len(b) == size else b for b in by_batch(n, size)]
    yield slips("loop-batch-misses-one"), lambda n, size: [b[1:] for b in by_batch(n, size)]
    yield (
        slips("loop-batch-takes-one-more"),
        lambda n, size: [range(b[0], min(b[-1] + 2, n)) for b in by_batch(n, size)],
    )
    yield slips("loop-batches-backwards"), lambda n, size: by_batch(n, size)[::-1]
    yield slips("loop-batch-twice"), lambda n, size: [b for b in by_batch(n, size) for _ in (1, 2)]
    yield slips("loop-first-of-each-batch"), lambda n, size: [b[:1] for b in by_batch(n, size)]
    yield slips("loop-first-of-each-batch"), lambda n, size: [b[-1:] for b in by_batch(n, size)]
    yield slips("loop-starts-late"), lambda n, size: [range(s, min(s + size, n)) for s in range(1, n, size)]
    yield slips("loop-batches-strided"), lambda n, size: [range(k, n, -(-n // size)) for k in range(-(-n // size))]
    yield slips("loop-count-for-size"), lambda n, size: by_batch(n, max(n // size, 1))
    yield slips("loop-count-for-size"), lambda n, size: by_batch(n, -(-n // size))
    yield slips("loop-count-for-size"), lambda n, size: np.array_split(np.arange(n), size)
    yield slips("loop-batches-evened"), lambda n, size: np.array_split(np.arange(n), max(n // size, 1))
    yield slips("loop-batches-evened"), lambda n, size: np.array_split(np.arange(n), -(-n // size))


def row_slips():
    """(slips, the examples of a batch)."""
    yield slips("loop-order-ignored"), lambda order, places: (list(places), list(places))
    yield slips("loop-order-for-x-alone"), lambda order, places: (order[places], list(places))
    yield slips("loop-order-for-target-alone"), lambda order, places: (list(places), order[places])
    yield slips("loop-order-backwards"), lambda order, places: (order[::-1][places],) * 2
    yield slips("loop-order-inverted"), lambda order, places: (np.argsort(order)[places],) * 2
    yield slips("loop-target-of-first"), lambda order, places: (order[places], np.arange(len(places)))
    yield slips("loop-x-of-first"), lambda order, places: (np.arange(len(places)), order[places])
    yield slips("loop-targets-turned"), lambda order, places: (order[places], order[places][::-1])


def rate_slips():
    """(slips, what multiplies the gradient)."""
    yield slips("adds-step"), lambda eta, **_: -eta
    yield slips("rate-forgotten"), lambda eta, **_: 1.0
    yield slips("rate-twice"), lambda eta, **_: eta * eta
    yield slips("rate-divides"), lambda eta, **_: 1 / eta
    yield slips("factor-two-step"), lambda eta, **_: 2 * eta
    yield slips("factor-half-step"), lambda eta, **_: eta / 2
    yield slips("mean-for-sum"), lambda eta, n, **_: eta / n
    yield slips("loop-divided-by-batch"), lambda eta, size, **_: eta / size
    yield slips("loop-divided-by-all"), lambda eta, all, **_: eta / all
    yield slips("loop-mean-not-undone"), lambda eta, n, **_: eta * n
    yield slips("divided-by-layers"), lambda eta, layers, **_: eta / layers
    yield slips("loop-rate-shrinks"), lambda eta, epoch, **_: eta / (epoch + 1)
    yield slips("rate-shrinks"), lambda eta, update, **_: eta / (update + 1)


def other_slips():
    """(slips, the parts that are other)."""
    yield slips("gradient-of-the-start"), {"state": "start-gradient"}
    yield slips("from-the-start"), {"state": "start-update"}
    yield slips("loop-gradients-once-an-epoch"), {"state": "once-an-epoch"}
    yield slips("loop-gradients-pile-up"), {"state": "pile"}
    yield slips("loop-gradients-pile-up"), {"state": "pile-epoch"}
    yield slips("loop-last-update-missing"), {"state": "before-last"}
    yield slips("loop-updates-averaged"), {"state": "mean"}
    yield slips("loop-last-epoch-averaged"), {"state": "mean-of-last"}
    yield slips("loop-epochs-averaged"), {"state": "mean-of-epochs"}
    yield slips("loop-biases-later"), {"state": "biases-later"}
    for state in IN_TURN:
        yield slips("loop-layers-in-turn"), {"state": state}
    yield slips("weights-updated"), {"state": "on-the-way"}
    for moves in ("weights", "biases"):
        yield slips(f"{moves}-alone-updated"), {"moves": moves}
    yield slips("last-layer-alone-updated"), {"moves": "last-layer"}
    first = {"epochs": lambda orders: orders[:1], "batches": lambda n, size: by_batch(n, size)[:1]}
    yield slips("loop-one-update"), first
    last = {"epochs": lambda orders: orders[-1:], "batches": lambda n, size: by_batch(n, size)[-1:]}
    yield slips("loop-last-update-alone"), last


def single():
    """[(slips, {part: what stands there})] of every slip of its own."""
    families = {"epochs": epoch_slips, "batches": batch_slips, "rows": row_slips, "rate": rate_slips}
    found = [(names, {part: way}) for part, slips_of in families.items() for names, way in slips_of()]
    return [*found, *other_slips()]


def own_rates():
    """[(slips, parts)] of a learning rate of one's own."""
    usual = (0.001, 0.003, 0.005, 1.0, 2.0, 3.0, 5.0, 10.0, *(round(k / 100, 2) for k in range(1, 100)))
    for rate in usual:
        yield slips("rate-own", rate=number(rate, 4).text), {"rate": lambda eta, rate=rate, **_: rate}


def other_inputs():
    """[(slips, parts)] of x, all of it or that of a batch, with its mean subtracted or divided by a size of its own."""
    for axis in (0, 1, None):
        kept = {"axis": axis, "keepdims": True}
        for slip, rescaled in RESCALED:
            way = partial(rescaled, **kept)
            yield slips(slip, part="x"), {"seen": lambda x, rows, way=way: way(x)[rows]}
            yield slips(slip, part="x"), {"seen": lambda x, rows, way=way: way(x[rows])}


def of_one_slip():
    """Every loop with one slip."""
    return [Loop(names, **parts) for names, parts in single()]


def of_its_own():
    """Every loop with a rate or an x of its own."""
    return [Loop(names, **parts) for names, parts in (*own_rates(), *other_inputs())]


def of_two_slips():
    """Every loop with two slips, of different parts."""
    return [
        Loop(one | other, **first | second)
        for (one, first), (other, second) in combinations(single(), 2)
        if one != other and not first.keys() & second.keys()
    ]


MOST = 3  # explanations that are told, where several give the same
WAYS = of_one_slip, of_its_own, of_two_slips  # in the order in which they are tried


@lru_cache(maxsize=len(WAYS))
def made_of_one_update(ways):
    """[(loop, what it makes of the step of one update)]: the same whatever was returned, so each is run once."""
    given = ONE_UPDATE.trained()
    with np.errstate(all="ignore"):
        return [(loop, loop.run(given)) for loop in ways()]


# ------------------------------------------------------------------------- what is told


def forms():
    """(slips, change) of the lists as they were returned, and in another order."""
    yield NONE, lambda own: own
    yield (
        slips("groups-swapped", first="new_w", second="new_b"),
        lambda own: dict(zip(own, reversed(own.values()), strict=True)),
    )
    yield slips("order"), lambda own: {name: group[::-1] for name, group in own.items()}


def reason(tried, afresh=tuple):
    """The sentences that explain what was returned on every network; empty where no loop that is known gives it.

    ``tried`` are pairs (arrays as given, arrays returned); ``afresh`` gives further ones, which are to be given too.
    """
    for extra, change in forms():
        changed = [(given, change(own)) for given, own in tried]
        if extra and all(giving([Loop()], *pair) for pair in changed):
            return told([extra])
    for ways in WAYS:
        found = possible(ways, tried)
        for given, own in sorted(tried, key=lambda pair: updates(pair[0])):
            found = giving(found, given, own)
        for given, own in afresh() if found else ():
            found = giving(found, given, own)
        if found:
            least = min(cost(loop.slips) for loop in found)
            return told(dict.fromkeys(loop.slips for loop in found if cost(loop.slips) == least))
    return ""


def updates(given):
    """How many updates a right loop makes."""
    return len(given["orders"]) * len(by_batch(len(given["x"]), given["batch"]))


def possible(ways, tried):
    """The loops that give what was returned for the step of one update; all of them where that was not tried."""
    known = made_of_one_update(ways)
    own = next((own for given, own in tried if given["x"] is ONE_UPDATE.x), None)
    return [loop for loop, _ in known] if own is None else as_returned(known, own)


def giving(loops, given, own):
    """Those of the loops that give the arrays that were returned."""
    with np.errstate(all="ignore"):
        return as_returned([(loop, loop.run(given)) for loop in loops], own)


def as_returned(ran, own):
    """The loops that made the arrays that were returned; ``ran`` are pairs (loop, what it makes)."""
    nearness = {name: [max(precision(mine), 1e-8) for mine in arrays] for name, arrays in own.items()}
    return [
        loop
        for loop, made in ran
        if all(
            same(mine, array, near)
            for name in made
            for mine, array, near in zip(own[name], made[name], nearness[name], strict=True)
        )
    ]


def told(options):
    """The sentences of each explanation, "Or" between them."""
    texts = [" ".join(slip.text for slip in sorted(option)) for option in options]
    return say("exercises.or").join(list(dict.fromkeys(texts))[:MOST])


def ignored(function):
    """The sentence that a loop does not use what it is given; else empty."""
    given = drawn(8, (2, 3, 2), 5, 0.3).trained()
    others = {
        "orders": [order[::-1].copy() for order in given["orders"]],
        "batch": 3,
        "learning_rate": 0.8,
        "target": 1 - given["target"],
    }
    try:
        first = called(function, given)
        for name, other in others.items():
            if same(first, called(function, given | {name: other}), 0.0):
                return say("exercises.code.ignored", argument=name)
    except Exception:  # what it raises has been told, if it raised where it was tried
        return ""
    return ""
