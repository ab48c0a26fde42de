"""The code questions of 00 to 06: what each function is tried on, and how what it returns is read.

Every question has several cases drawn from a seed, edge cases among them; a case calls the function and says with what.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

import numpy as np

from backprop.engine.chain_rule import Chain
from backprop.engine.network import Layer, Network
from backprop.engine.pairs import ONE
from backprop.examples import lecture_network, worked_example, xor
from backprop.exercises import code_parts, code_silu
from backprop.exercises.agreement import not_numbers, numbers
from backprop.exercises.trials import Step, drawn, enlarged
from backprop.notation import number
from backprop.words import say

LARGE = 20.0  # how much larger than others the numbers are that nothing is to clip


@dataclass(frozen=True)
class Case:
    """One trial: ``given`` with the right arrays, ``call`` that gives the learner's, and with what it is tried.

    ``names`` are the arrays that are compared, as (name, layer, what they are called, which column; None for all).
    Not every case ``explains``: what is wrong with a function is not read off its largest numbers, nor off a long loop.
    """

    given: dict
    call: Callable
    names: tuple
    where: str
    explains: bool = True


class UnreadableError(ValueError):
    """What was returned cannot be compared; its text says why."""


def read(returned, name):
    """An array of numbers. Raises UnreadableError, in a sentence, for anything else."""
    if returned is None:
        raise UnreadableError(say("exercises.code.nothing"))
    if isinstance(returned, Iterator):
        returned = list(returned)
    array = numbers(returned)
    if array is None:
        raise UnreadableError(not_numbers(name, returned))
    return returned if isinstance(returned, np.ndarray) else np.asarray(returned)


def several(returned, names):
    """As many arrays as there are names, from a tuple, a list, a dict, a generator or one array."""
    if returned is None:
        raise UnreadableError(say("exercises.code.nothing"))
    if isinstance(returned, Mapping):
        returned = [returned[name] for name in names] if set(names) <= set(returned) else list(returned.values())
    scalar = isinstance(returned, np.ndarray) and not returned.ndim
    if scalar or isinstance(returned, str) or not isinstance(returned, Iterable):
        kind = type(returned).__name__
        raise UnreadableError(say("exercises.code.form", kind=kind, n=len(names), names=", ".join(names)))
    found = list(returned)
    if len(found) != len(names) and isinstance(returned, np.ndarray):
        raise UnreadableError(say("exercises.code.one-array", names=", ".join(names)))
    if len(found) != len(names):
        raise UnreadableError(say("exercises.code.count", n=len(found), names=", ".join(names)))
    if all(one is None for one in found):
        raise UnreadableError(say("exercises.code.nothing"))
    for one, name in zip(found, names, strict=True):
        if one is None:
            raise UnreadableError(not_numbers(name, one))
    return [read(one, name) for one, name in zip(found, names, strict=True)]


# ---------------------------------------------------------------- 00: one step


def step_cases(seed=0):
    """θ of several shapes, gradients that are partly 0 or below it, and several η; one of large numbers."""
    rng = np.random.default_rng(seed)
    shapes = ((2,), 0.1), ((2,), 0.7), ((5,), 1.5), ((3, 4), 0.02), ((4,), 3.0), ((1,), 0.3), ((6,), 0.4)
    for shape, rate in shapes:
        size = LARGE if shape == (6,) else 1.0
        theta, gradient = size * rng.normal(size=shape), size * rng.normal(size=shape)
        if shape == (4,):
            gradient[1] = 0.0
        given = {"weights": [theta], "dL_dw": [gradient], "biases": [], "dL_db": [], "learning_rate": rate}
        given |= {"new_w": [theta - rate * gradient], "new_b": []}

        def call(step, theta=theta, gradient=gradient, rate=rate):
            return {"new_w": [read(step(theta.copy(), gradient.copy(), rate), "θ")]}

        where = say("exercises.code.step", n=theta.size, rate=number(rate).text)
        yield Case(given, call, (("new_w", 0, "θ", None),), where, explains=size == 1)


def step_probes():
    """(argument, one call, another call): the two differ in that argument alone."""
    theta, gradient = np.array([0.3, -1.2]), np.array([0.7, 0.4])

    def run(theta=theta, gradient=gradient, rate=0.3):
        return lambda f: f(theta.copy(), gradient.copy(), rate)

    yield "theta", run(), run(theta=theta + 1)
    yield "gradient", run(), run(gradient=gradient + 1)
    yield "learning_rate", run(), run(rate=0.9)


# ----------------------------------------------------------- 01: the chain rule


def slope_cases():
    """Pairs of curves, and four x for each."""
    for first, second in product(ONE, repeat=2):
        yield chain_case(Chain(first, second))


def chain_case(chain):
    """One pair of curves."""
    g, h, xs = chain.g, chain.h, (-1.0, 0.3, 1.5, 0.7)
    given = {"x": np.array(xs), "g": g, "h": h}
    given["dz_dx"] = [np.array([chain.nudge(x, 1.0).dz_dx for x in xs])]

    def call(slope):
        found = [read(slope(g.value, g.derivative, h.derivative, x), "dz/dx") for x in xs]
        if any(one.size != 1 for one in found):
            one = next(one for one in found if one.size != 1)
            raise UnreadableError(say("exercises.agreement.shape", name="dz/dx", mine=one.shape, engine=()))
        return {"dz_dx": [np.array([one.item() for one in found])]}

    where = say("exercises.code.curves", y=g.of("x"), z=h.of("y"))
    return Case(given, call, (("dz_dx", 0, "dz/dx", None),), where)


def slope_probes():
    """(argument, one call, another call): the two differ in that argument alone."""
    g, h, other = ONE["sine"], ONE["exponential"], ONE["sigmoid"]
    given = {"g": g.value, "dg": g.derivative, "dh": h.derivative, "x": 0.4}
    for name, one in (("g", other.value), ("dg", other.derivative), ("dh", other.derivative), ("x", 1.1)):
        yield name, lambda f: f(*given.values()), lambda f, name=name, one=one: f(*(given | {name: one}).values())


# ------------------------------------------------------ 02 and 03: one layer


def layers():
    """Steps of networks of several sizes, the lecture's first; one with a single neuron, one of a single example."""
    network, x, target = lecture_network()
    yield Step(network, np.atleast_2d(np.array(x, dtype=float)), np.atleast_2d(np.array(target, dtype=float)), 0.5)
    network, x, target = worked_example()
    yield Step(network, np.array(x, dtype=float), np.array(target, dtype=float), 0.5)
    yield drawn(11, (3, 4, 2), 5, 0.5)
    yield drawn(12, (4, 4, 4), 3, 0.5)
    yield drawn(13, (2, 5, 3), 4, 0.5)
    yield drawn(14, (3, 3, 3), 5, 0.5)


def fresh():
    """Steps of networks on which what was found is confirmed; in one, z is far from 0."""
    yield drawn(17, (5, 2, 3), 7, 0.5)
    yield drawn(18, (2, 6, 3), 2, 0.5)
    yield drawn(19, (4, 4, 4), 4, 0.5)
    yield enlarged(drawn(20, (2, 4, 3), 6, 0.5), 3)


def large():
    """A step whose z and ∂C/∂a are large for some examples and ordinary for others."""
    step = steep(drawn(21, (3, 4, 3), 6, 0.5))
    return Step(step.network, step.x * np.where(np.arange(6) % 2, 1, 6)[:, None], step.target, step.learning_rate)


def steep(step):
    """The same step with large weights in the last layer."""
    *before, last = step.network.layers
    network = Network([*before, Layer(LARGE * last.weights, last.biases)])
    return Step(network, step.x, step.target, step.learning_rate)


def forward_cases(steps=layers):
    """Every layer of several networks; where these are the question's own, of one with large z too."""
    for step in steps():
        arrays = step.arrays()
        for l in range(len(step.network.layers)):
            yield forward_case(arrays, l)
    if steps is layers:
        yield forward_case(large().arrays(), 0, explains=False)


def forward_case(arrays, l, explains=True):
    """One layer, fed by the a of the layer before."""
    feed = arrays["a"][l - 1] if l else arrays["x"]
    given = {"x": feed} | {name: [arrays[name][l]] for name in ("weights", "biases", "z", "a")}

    def call(forward):
        copies = feed.copy(), arrays["weights"][l].copy(), arrays["biases"][l].copy()
        z, a = several(forward(*copies), ("z", "a"))
        return {"z": [z], "a": [a]}

    n_out, n_in = arrays["weights"][l].shape
    inputs, neurons = say("exercises.code.inputs", n=n_in), say("exercises.code.neurons", n=n_out)
    where = say("exercises.code.layer", inputs=inputs, neurons=neurons, n=len(feed))
    return Case(given, call, (("z", 0, "z", None), ("a", 0, "a", None)), where, explains)


def hidden_cases(steps=layers):
    """Every hidden layer of several networks; where these are the question's own, of one with large ∂C/∂z too."""
    for step in steps():
        arrays = step.arrays()
        for l in range(len(step.network.layers) - 1):
            yield hidden_case(arrays, l)
    if steps is layers:
        yield hidden_case(large().arrays(), 0, explains=False)


def hidden_case(arrays, l, explains=True):
    """One hidden layer: the layers after it are given as they should be."""

    def call(hidden):
        copies = arrays["dC_dz"][l + 1].copy(), arrays["weights"][l + 1].copy(), arrays["a"][l].copy()
        mine = read(hidden(*copies), "∂C/∂z")
        return {"dC_dz": [*arrays["dC_dz"][:l], mine, *arrays["dC_dz"][l + 1 :]]}

    n_out, n_in = arrays["weights"][l + 1].shape
    neurons = say("exercises.code.neurons", n=n_in)
    where = say("exercises.code.hidden", neurons=neurons, n_out=n_out, n=len(arrays["x"]))
    return Case(arrays, call, (("dC_dz", l, "∂C/∂z", None),), where, explains)


# ------------------------------------------------------- 04: the worked example


def worked_cases():
    """The worked example and networks of its shape with other weights; each example is one call."""
    network, x, target = worked_example()
    yield worked_case(Step(network, np.array(x, dtype=float), np.array(target, dtype=float), 0.5))
    shifted = Network([Layer([[-0.9, 0.3]], [0.2]), Layer([[-1.1], [0.8]], [0.5, -0.4])])
    yield worked_case(Step(shifted, np.array(x, dtype=float), np.array(target, dtype=float), 0.5))
    yield worked_case(drawn(15, (2, 1, 2), 5, 0.5))
    yield worked_case(drawn(16, (2, 1, 2), 4, 0.5))
    yield worked_case(steep(drawn(22, (2, 1, 2), 6, 0.5)), explains=False)


def fresh_worked_cases():
    """Further networks of the worked example's shape, on which what was found is confirmed."""
    yield worked_case(drawn(19, (2, 1, 2), 6, 0.5))
    yield worked_case(drawn(20, (2, 1, 2), 3, 0.5))


def worked_case(step, explains=True):
    """One network of the worked example's shape: the three numbers of every example, as arrays."""
    arrays, names = step.arrays(), ("∂C/∂z′", "∂C/∂z″", "∂C/∂z")
    w3, w4 = (float(w) for w in arrays["weights"][1][:, 0])

    def call(backward):
        rows = []
        for a, (y1, y2), (t1, t2) in zip(arrays["a"][0][:, 0], arrays["a"][1], arrays["target"], strict=True):
            found = several(backward(float(a), float(y1), float(y2), float(t1), float(t2), w3, w4), names)
            for one, name in zip(found, names, strict=True):
                if one.size != 1:
                    raise UnreadableError(say("exercises.agreement.shape", name=name, mine=one.shape, engine=()))
            rows.append([one.item() for one in found])
        rows = np.array(rows)
        return {"dC_dz": [rows[:, 2:], rows[:, :2]]}

    where = say("exercises.code.worked", w3=number(w3).text, w4=number(w4).text)
    shown = tuple(("dC_dz", l, name, j) for (l, j), name in zip(((1, 0), (1, 1), (0, 0)), names, strict=True))
    return Case(arrays, call, shown, where, explains)


# ----------------------------------------------------------------- 05: the loop


def train_cases():
    """Networks, data, η and numbers of updates: one update, a few, many; so many that little loss is left."""
    rates = []  # what is found on one case is tried on the others
    for step, updates in train_steps():
        yield train_case(step, updates, rates)
    yield train_case(*train_long(), rates, explains=False)


@lru_cache(maxsize=1)  # the same steps each time, so that what loops make of them is kept
def train_steps():
    """[(step, number of updates)] of the loop's cases."""
    x, target = xor()
    found = []
    for seed, sizes, rate, updates in (
        (0, (2, 2, 1), 0.3, 1),
        (0, (2, 2, 1), 0.3, 25),
        (1, (3, 4, 2), 0.05, 1),
        (2, (2, 3, 2), 0.8, 3),
        (3, (2, 4, 1), 0.12, 7),
        (4, (3, 2), 0.3, 2),
    ):
        step = drawn(20 + seed, sizes, 5, rate)
        if sizes == (2, 2, 1):
            step = Step(step.network, x, target, rate)
        found.append((step, updates))
    return found


@lru_cache(maxsize=1)
def train_long():
    """(step, number of updates) of a loop in which L rises at first, and comes down to nearly nothing."""
    step = drawn(33, (2, 3, 1), 5, 1.5)
    return Step(step.network, step.x, (step.x[:, :1] > 0).astype(float), step.learning_rate), 150


def train_case(step, updates, rates, explains=True):
    """One network and one number of updates; ``rates`` are those that the cases share."""
    right = code_parts.looped(step, updates)
    given = {"step": step, "updates": updates, "rates": rates, **code_parts.parameters(right)}

    def call(train):
        found = train(step.network, step.x.copy(), step.target.copy(), step.learning_rate, updates)
        if found is None:
            raise UnreadableError(say("exercises.code.nothing"))
        if isinstance(found, tuple | list) and found and isinstance(found[-1], Network):
            raise UnreadableError(say("exercises.code.networks", n=len(found)))
        if not isinstance(found, Network):
            raise UnreadableError(say("exercises.code.network", kind=type(found).__name__))
        return code_parts.parameters(found)

    where = say("exercises.code.loop", n=updates, rate=number(step.learning_rate).text, sizes=step.sizes)
    layers = range(len(step.network.layers))
    names = tuple((name, l, say(f"exercises.code.{name}", l=l), None) for l in layers for name in ("new_w", "new_b"))
    return Case(given, call, names, where, explains)


def train_probes():
    """(argument, one call, another call): the two differ in that argument alone."""
    step, other = drawn(31, (2, 3, 1), 4, 0.3), drawn(32, (2, 3, 1), 4, 0.3)

    def run(network=step.network, x=step.x, target=step.target, rate=0.3, updates=3):
        def called(train):
            groups = code_parts.parameters(train(network, x, target, rate, updates))
            return np.concatenate([np.ravel(array) for group in groups.values() for array in group])

        return called

    yield "network", run(), run(network=other.network)
    yield "x", run(), run(x=other.x)
    yield "target", run(), run(target=1 - step.target)
    yield "learning_rate", run(), run(rate=0.7)
    yield "updates", run(), run(updates=8)


# ------------------------------------------------------------------- 06: SiLU


def silu_cases():
    """Arrays of several shapes; z = 0, far below and far above it among them."""
    rng = np.random.default_rng(6)
    few = np.array([-3.0, -0.5, 0.0, 2.0]), rng.normal(size=(3, 4)), np.array([1.2]), rng.normal(size=6) * 8
    for z in (*few, np.array([-40.0, -25.0, 25.0, 40.0])):
        value, slope = code_silu.silu(z)
        given = {"z": z, "value": [value], "slope": [slope]}

        def call(silu, z=z):
            value, slope = several(silu(z.copy()), ("a", "slope"))
            return {"value": [value], "slope": [slope]}

        where = say("exercises.code.array", shape=z.shape)
        yield Case(
            given, call, (("value", 0, "a", None), ("slope", 0, say("exercises.code.slope"), None)), where, z.max() < 40
        )
