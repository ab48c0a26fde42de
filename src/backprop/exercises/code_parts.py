"""The parts of the code questions that no stage has: the chain rule and the training loop."""

from functools import lru_cache

import numpy as np

from backprop.engine.network import Layer, Network
from backprop.exercises.explain import NONE, constant, equal, products, rounding, same, slips, whole_factors
from backprop.notation import number

# ------------------------------------------------------------- the chain rule


def chain(given, own, name, l, near):
    """Every option that gives dz/dx: h′ at y times g′ at x."""
    x, g, h = given["x"], given["g"], given["h"]
    mine = np.asarray(own[name][l], dtype=float)

    def of(function, at):
        with np.errstate(all="ignore"):
            return np.array([float(function(v)) for v in at])

    y, dy = of(g.value, x), of(g.derivative, x)
    outer = [
        (NONE, of(h.derivative, y)),
        (slips("outer-slope-at-x"), of(h.derivative, x)),
        (slips("outer-slope-at-slope"), of(h.derivative, dy)),
        (slips("outer-slope-at-own-slope"), of(h.derivative, of(h.derivative, x))),
        (slips("outer-slope-at-product"), of(h.derivative, x * y)),
        (slips("inner-slope-alone"), np.ones_like(x)),
        (slips("outer-slope-squared"), of(h.derivative, y) ** 2),
        (slips("value-for-slope", function="h"), of(h.value, y)),
        (slips("value-for-slope", function="h"), of(h.value, x)),
    ]
    inner = [
        (NONE, dy),
        (slips("inner-slope-at-y"), of(g.derivative, y)),
        (slips("inner-slope-at-outer-slope"), of(g.derivative, of(h.derivative, y))),
        (slips("outer-slope-alone"), np.ones_like(x)),
        (slips("value-for-slope", function="g"), y),
        (slips("slope-squared-chain"), dy * dy),
        (slips("x-for-slope"), x),
        (slips("besides-in-chain", what="g(x)"), dy * y),
        (slips("besides-in-chain", what="x"), dy * x),
        (slips("besides-in-chain", what="h(y)"), dy * of(h.value, y)),
    ]
    with np.errstate(all="ignore"):
        inner.append((slips("divides-for-product"), 1 / dy))
    found = {option for option in products(mine, outer, inner, whole_factors(), near) if not either_alone(option)}
    with np.errstate(all="ignore"):
        sums = [
            (one_slips | other_slips | names, array)
            for one_slips, one in outer
            for other_slips, other in inner
            if "alone" not in str(one_slips | other_slips)
            for names, array in (
                (slips("sum-for-product"), one + other),
                (slips("difference-for-product"), one - other),
            )
        ]
    scaled = products(mine, [(NONE, 1.0)], sums, whole_factors(), near)
    found |= {option for option in scaled if not {"factor", "factor-varies"} & {slip.id for slip in option}}
    swapped = (slips("functions-swapped"), of(g.derivative, of(h.value, x)) * of(h.derivative, x))
    products_of = dy * x + y * of(h.derivative, x), dy * of(h.value, x) + y * of(h.derivative, x)
    nested = [(slips("product-for-chain"), array) for array in products_of]
    nests = of(g.derivative, of(h.derivative, x)), of(h.derivative, dy)
    nested += [(slips("slopes-nested"), array) for array in nests]
    return found | equal(mine, [swapped, *nested], near) | rounding(mine, given[name][l]) | at_rest(mine)


def either_alone(option):
    """Whether both slopes are left out, which is no reading of an answer."""
    ids = {slip.id for slip in option}
    return {"inner-slope-alone", "outer-slope-alone"} <= ids


def at_rest(mine):
    """The slip that all is 0."""
    return set() if np.any(mine) else {slips("zeros")}


# ------------------------------------------------------------------- the loop


def looped(step, updates, loss="cross_entropy", rate=None):
    """The network after so many updates."""
    network = step.network
    for _ in range(updates):
        backward = network.backward(network.forward(step.x), step.target, loss)
        network = moved(network, backward, step.learning_rate if rate is None else rate)
    return network


def moved(network, backward, rate):
    """The network after a step at any rate, below 0 too."""
    return Network(
        Layer(layer.weights - rate * dw, layer.biases - rate * db, layer.activation)
        for layer, dw, db in zip(network.layers, backward.dL_dw, backward.dL_db, strict=True)
    )


def parameters(network):
    """{"new_w": weights, "new_b": biases}, an array a layer."""
    return {
        "new_w": [layer.weights for layer in network.layers],
        "new_b": [layer.biases for layer in network.layers],
    }


def frozen_gradient(step, updates):
    """Every update with the gradient of the start."""
    backward, network = step.network.backward(step.network.forward(step.x), step.target), step.network
    for _ in range(updates):
        network = moved(network, backward, step.learning_rate)
    return network


def frozen_network(step, updates):
    """Every gradient of the newest network, but each update from the start."""
    network = step.network
    for _ in range(updates):
        network = moved(step.network, network.backward(network.forward(step.x), step.target), step.learning_rate)
    return network


def by_example(step, updates, backwards=False):
    """An update after each example, in their order."""
    network = step.network
    for _ in range(updates):
        for n in range(len(step.x))[:: -1 if backwards else 1]:
            x, target = step.x[[n]], step.target[[n]]
            network = moved(network, network.backward(network.forward(x), target), step.learning_rate)
    return network


def one_example(step, updates, n=None):
    """The first example alone, or another one at each update."""
    network = step.network
    for u in range(updates):
        k = u % len(step.x) if n is None else n
        x, target = step.x[[k]], step.target[[k]]
        network = moved(network, network.backward(network.forward(x), target), step.learning_rate)
    return network


def partly(step, updates, rows):
    """Each update from some of the examples: ``rows(u)`` is which."""
    network = step.network
    for u in range(updates):
        x, target = step.x[rows(u)], step.target[rows(u)]
        network = moved(network, network.backward(network.forward(x), target), step.learning_rate)
    return network


def halving(step, updates, power=1.0):
    """η divided by the number of the update."""
    network = step.network
    for u in range(updates):
        backward = network.backward(network.forward(step.x), step.target)
        network = moved(network, backward, step.learning_rate / (u + 1) ** power)
    return network


def half_updated(step, updates, weights=True, biases=True, layers=slice(None)):
    """Only weights, only biases, or only some layers are updated."""
    network, chosen = step.network, range(len(step.network.layers))[layers]
    for _ in range(updates):
        after = moved(network, network.backward(network.forward(step.x), step.target), step.learning_rate)
        network = Network(
            Layer(
                new.weights if weights and l in chosen else old.weights,
                new.biases if biases and l in chosen else old.biases,
                old.activation,
            )
            for l, (old, new) in enumerate(zip(network.layers, after.layers, strict=True))
        )
    return network


def loops(step, updates):
    """(slips, network) of the loop, and of what stands in its place."""
    eta, n = step.learning_rate, len(step.x)
    yield NONE, looped(step, updates)
    yield slips("one-update"), looped(step, 1)
    yield slips("one-too-few"), looped(step, updates - 1)
    yield slips("one-too-many"), looped(step, updates + 1)
    yield slips("twice-as-many"), looped(step, 2 * updates)
    yield slips("not-trained"), step.network
    yield slips("adds-step"), looped(step, updates, rate=-eta)
    yield slips("rate-forgotten"), looped(step, updates, rate=1.0)
    yield slips("rate-twice"), looped(step, updates, rate=eta * eta)
    yield slips("mean-for-sum"), looped(step, updates, rate=eta / n)
    yield slips("divided-by-updates"), looped(step, updates, rate=eta / updates)
    yield slips("factor-two-step"), looped(step, updates, rate=2 * eta)
    yield slips("factor-half-step"), looped(step, updates, rate=eta / 2)
    yield slips("gradient-of-the-start"), frozen_gradient(step, updates)
    yield slips("from-the-start"), frozen_network(step, updates)
    yield slips("update-each-example"), by_example(step, updates)
    yield slips("update-each-example"), by_example(step, updates, backwards=True)
    yield slips("first-example-alone"), one_example(step, updates, 0)
    yield slips("last-example-alone"), one_example(step, updates, -1)
    yield slips("one-example-an-update"), one_example(step, updates)
    yield slips("example-forgotten"), partly(step, updates, lambda u: slice(0, -1))
    yield slips("example-forgotten"), partly(step, updates, lambda u: slice(1, None))
    yield slips("part-of-the-examples"), partly(step, updates, lambda u: slice(u % 2, None, 2))
    yield slips("part-of-the-examples"), partly(step, updates, lambda u: slice(0, n // 2))
    halves = slice(0, n // 2), slice(n // 2, None)
    yield slips("part-of-the-examples"), partly(step, updates, lambda u: halves[u % 2])
    yield slips("rate-shrinks"), halving(step, updates)
    yield slips("rate-shrinks"), halving(step, updates, 0.5)
    yield slips("weights-alone-updated"), half_updated(step, updates, biases=False)
    yield slips("biases-alone-updated"), half_updated(step, updates, weights=False)
    yield slips("last-layer-alone-updated"), half_updated(step, updates, layers=slice(-1, None))
    yield slips("loss-other"), looped(step, updates, "squared_error")
    yield slips("target-swapped"), looped(flipped(step), updates)
    for moved_target in (step.target[::-1], np.roll(step.target, 1, axis=0), np.roll(step.target, -1, axis=0)):
        yield slips("targets-of-others"), looped(type(step)(step.network, step.x, moved_target, eta), updates)
    yield slips("one-update", "adds-step"), looped(step, 1, rate=-eta)
    yield from of_other_counts(step, updates)


def of_other_counts(step, updates):
    """(slips, network) of the ways to use some of the examples alone, each with a wrong number of updates too."""
    for counted, count in (
        (slips("one-too-few"), updates - 1),
        (slips("one-too-many"), updates + 1),
        (slips("one-update"), 1),
    ):
        yield counted | slips("update-each-example"), by_example(step, count)
        yield counted | slips("first-example-alone"), one_example(step, count, 0)
        yield counted | slips("last-example-alone"), one_example(step, count, -1)
        yield counted | slips("one-example-an-update"), one_example(step, count)
        yield counted | slips("gradient-of-the-start"), frozen_gradient(step, count)
        yield counted | slips("weights-alone-updated"), half_updated(step, count, biases=False)
        yield counted | slips("biases-alone-updated"), half_updated(step, count, weights=False)
        yield counted | slips("target-swapped"), looped(flipped(step), count)
        yield counted | slips("loss-other"), looped(step, count, "squared_error")


def flipped(step):
    """The step with 1 − ŷ for ŷ, which is no slip of its own but a sign that is turned round in the target."""
    return type(step)(step.network, step.x, 1 - step.target, step.learning_rate)


def loop(given, own, name, l, near):
    """Every option that gives a network's parameters after the loop."""
    mine = np.asarray(own[name][l], dtype=float)
    known = known_loops(given["step"], given["updates"])
    found = {names for names, arrays in known if same(mine, arrays[name][l], near)}
    return found | own_rate(given, own, mine, name, l, near)


@lru_cache(maxsize=16)
def known_loops(step, updates):
    """[(slips, parameters)] of every loop: the same whatever was returned, so each is run once."""
    known = [(names, parameters(network)) for names, network in loops(step, updates)]
    return known + [(slips("updates-other"), each) for each in after_each(step, 2 * updates + 2)]


def after_each(step, updates, rate=None):
    """The parameters after each of so many updates, the start first."""
    network = step.network
    yield parameters(network)
    for _ in range(updates):
        backward = network.backward(network.forward(step.x), step.target)
        network = moved(network, backward, step.learning_rate if rate is None else rate)
        yield parameters(network)


USUAL = [0.001, 0.002, 0.005, 2.0, 3.0, 5.0, 10.0, *(round(k / 100, 2) for k in range(1, 151))]
PARTS = [1 / 3, 1 / 4, 1 / 5, 1 / 6, 1 / 8, 1 / 10, 1 / 100, 3.0, 4.0, 5.0, 10.0]
COUNTS = [
    (NONE, lambda updates: updates),
    (slips("one-too-many"), lambda updates: updates + 1),
    (slips("one-too-few"), lambda updates: updates - 1),
    (slips("one-update"), lambda updates: 1),
]


def own_rate(given, own, mine, name, l, near):
    """A learning rate of one's own, or a part of η: found on the first case, of few updates, and tried on the others.

    ``given["rates"]`` is shared by the cases: the rates that were found, each as its slip and what it is of η.
    """
    rates = given.setdefault("rates", [])
    if "own" not in given:
        if not rates and given["updates"] <= 2:
            rates += rates_of(given, own)
        given["own"] = with_rates(given, rates)
    return {names for names, arrays in given["own"] if same(mine, arrays[name][l], max(near, 1e-7))}


def rates_of(given, own):
    """[(slips, what the rate is of η)] of every rate that gives the last layer's weights, at one update or one more."""
    step, updates, eta = given["step"], given["updates"], given["step"].learning_rate
    mine = np.asarray(own["new_w"][-1], dtype=float)
    backward = step.network.backward(step.network.forward(step.x), step.target)
    off = step.network.layers[-1].weights - mine
    first = constant(off, backward.dL_dw[-1]) if off.shape == backward.dL_dw[-1].shape and updates == 1 else None
    tried = [first] if first else [*USUAL, *(part * eta for part in PARTS)]
    for _, count in COUNTS[:1] if first else COUNTS[:2]:
        for rate in tried:
            if same(mine, looped(step, count(updates), rate=rate).layers[-1].weights, 1e-6):
                yield slips("rate-own", rate=number(rate, 4).text), lambda eta, rate=rate: rate
                yield slips("step-factor", factor=number(rate / eta, 4).text), lambda eta, k=rate / eta: k * eta


def with_rates(given, rates):
    """[(slips, parameters)] of the loop with each of these rates, and with every number of updates."""
    step, updates = given["step"], given["updates"]
    known = [
        (names | counted, parameters(looped(step, count(updates), rate=rate(step.learning_rate))))
        for names, rate in rates
        for counted, count in COUNTS
    ]
    return known + [
        (names | slips("updates-other"), each)
        for names, rate in rates[:6]
        for each in after_each(step, updates + 1, rate(step.learning_rate))
    ]
