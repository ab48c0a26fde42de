"""A whole gradient step, from x to the updated weights and back, as a tuple of immutable Steps.

What is known at position i is what ``steps[: i + 1]`` have made known; i = −1 is before the first.
Phases: forward, cost, backward, gradient, update, forward again.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from math import isfinite
from typing import NamedTuple

import numpy as np

from backprop.engine.losses import get_loss
from backprop.engine.network import BackwardPass, ForwardPass, Network
from backprop.engine.numeric import numeric_dC_da, numeric_dC_dz, numeric_gradients
from backprop.notation import (
    EQUALS,
    ETA,
    MINUS,
    PLUS,
    C,
    L,
    Letters,
    Math,
    factor,
    math,
    new,
    number,
    of_example,
    partial,
    times,
    total,
)

PHASES = ("forward", "cost", "backward", "gradient", "update", "forward again")
GRAINS = ("neuron", "layer", "phase")
NEAR_A_KINK = 1e-4
GRADIENTS = ("dC_da", "dC_dz", "dC_dw", "dC_db", "dL_dw", "dL_db")


class Quantity(NamedTuple):
    """One number of the pass: its name in code, its layer and neuron (from 0), and the input k of a weight.

    Names: x, target, w, b, z, a, C, L, dC_da, dC_dz, dC_dw, dC_db, dL_dw, dL_db; after the update
    new_w, new_b, new_z, new_a, new_C, new_L.
    """

    name: str
    layer: int | None = None
    neuron: int | None = None
    source: int | None = None


@dataclass(frozen=True)
class Line:
    """One formula: what it makes known, the formula, the same with numbers, the value, what it needs."""

    makes: Quantity
    symbol: Math
    formula: Math
    numbers: Math
    value: float
    needs: tuple

    @property
    def symbolic(self):
        """The formula as LaTeX."""
        return (self.symbol + EQUALS + self.formula).latex

    @property
    def substituted(self):
        """The formula with the numbers put in, and the value, as LaTeX."""
        return (self.symbol + EQUALS + self.numbers + EQUALS + number(self.value)).latex


@dataclass(frozen=True)
class Step:
    """One neuron's turn in one phase, or a layer's or a phase's when steps are grouped.

    ``case`` is "output" or "hidden" in the backward phase; ``layer`` and ``neuron`` count from 0
    and are None where the step has no single one. ``example`` counts from 0.
    """

    phase: str
    case: str | None
    layer: int | None
    neuron: int | None
    example: int
    lines: tuple

    @property
    def symbolic(self):
        """The formulas as LaTeX, one a line."""
        return r" \\ ".join(line.symbolic for line in self.lines)

    @property
    def substituted(self):
        """The formulas with the numbers put in, as LaTeX, one a line."""
        return r" \\ ".join(line.substituted for line in self.lines)

    @property
    def value(self):
        """The value; a tuple where the step has several lines."""
        values = tuple(line.value for line in self.lines)
        return values[0] if len(values) == 1 else values

    @property
    def makes(self):
        """The quantities this step makes known."""
        return tuple(line.makes for line in self.lines)

    @property
    def needs(self):
        """The quantities that must be known before this step."""
        made = set(self.makes)
        return tuple(dict.fromkeys(q for line in self.lines for q in line.needs if q not in made))


@dataclass(frozen=True, eq=False)
class Walkthrough(Sequence):
    """The steps of one gradient step, with the passes they were read off.

    ``example`` (from 0) is the one that forward and backward steps show.
    """

    forward: ForwardPass
    backward: BackwardPass
    updated: Network
    again: ForwardPass
    learning_rate: float
    example: int
    by: str
    steps: tuple

    def __getitem__(self, i):
        return self.steps[i]

    def __len__(self):
        return len(self.steps)

    @property
    def network(self):
        """The network before the update."""
        return self.forward.network

    @property
    def loss(self):
        """The loss's name."""
        return self.backward.loss

    @property
    def letters(self):
        """The names of this network's quantities."""
        return Letters(self.network.sizes)

    def grouped(self, by):
        """The same steps by neuron, by layer or by phase."""
        if by not in GRAINS:
            raise ValueError(f"by is {by!r}; expected one of {', '.join(GRAINS)}.")
        if GRAINS.index(by) < GRAINS.index(self.by):
            raise ValueError(f"steps by {self.by} cannot be split by {by}; build the walkthrough by neuron.")
        return replace(self, by=by, steps=_group(self.steps, by))

    def known(self, i):
        """{quantity: value} at position i, without x, target and the parameters, which are always known."""
        return {line.makes: line.value for step in self.steps[: i + 1] for line in step.lines}

    @property
    def given(self):
        """{quantity: value} known before the first step: x, target, weights and biases."""
        given = {Quantity("x", None, k): v for k, v in enumerate(self.forward.x[self.example])}
        given |= {Quantity("target", None, j): v for j, v in enumerate(self.backward.target[self.example])}
        for l, layer in enumerate(self.network.layers):
            given |= {Quantity("w", l, j, k): layer.weights[j, k] for j, k in np.ndindex(layer.weights.shape)}
            given |= {Quantity("b", l, j): b for j, b in enumerate(layer.biases)}
        return {quantity: float(value) for quantity, value in given.items()}

    def numeric(self, quantity):
        """The central difference for a gradient, NaN where none can be taken.

        Raises ValueError for a quantity that is no gradient.
        """
        name, l, j, k = quantity
        if name not in GRADIENTS:
            raise ValueError(f"{name} is no gradient; expected one of {', '.join(GRADIENTS)}.")
        if name in ("dC_dz", "dC_da"):
            nudged = numeric_dC_dz if name == "dC_dz" else numeric_dC_da
            return float(nudged(self.forward, self.backward.target, self.loss, l)[self.example, j])
        dw, db = self._numeric_of_all if name.startswith("dL") else self._numeric_of_one
        return float(db[l][j] if k is None else dw[l][j, k])

    @property
    def at_a_kink(self):
        """Whether a z is so near to a kink, as ReLU has, that a central difference reaches over it."""
        layers = zip(self.network.layers, self.forward.z, strict=True)
        return any(layer.f.kinked and bool((np.abs(z) < NEAR_A_KINK).any()) for layer, z in layers)

    @property
    def predicted_change(self):
        """ΔL ≈ Σ ∂L/∂θ · Δθ over every parameter."""
        squares = (np.sum(g**2) for g in (*self.backward.dL_dw, *self.backward.dL_db))
        return float(-self.learning_rate * sum(squares))

    @property
    def true_change(self):
        """L after the update − L before it."""
        x, target = self.forward.x, self.backward.target
        return self.updated.loss(x, target, self.loss) - self.network.loss(x, target, self.loss)

    @cached_property
    def _numeric_of_one(self):
        one = slice(self.example, self.example + 1)
        return numeric_gradients(self.network, self.forward.x[one], self.backward.target[one], self.loss)

    @cached_property
    def _numeric_of_all(self):
        return numeric_gradients(self.network, self.forward.x, self.backward.target, self.loss)

    def __str__(self):
        rows = [("step", "phase", "formula", "with numbers", "value")]
        for i, step in enumerate(self.steps, 1):
            for line in step.lines:
                formula, numbers = f"{line.symbol} = {line.formula}", str(line.numbers)
                rows.append((str(i), step.phase, formula, numbers, number(line.value).text))
                i = ""
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        table = "\n".join(
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
        )
        n = len(self.forward.x)
        shown = f"Forward and backward steps show example {self.example + 1} of {n}.\n" if n > 1 else ""
        return shown + table

    __repr__ = __str__


def walkthrough(network, x, target, loss="cross_entropy", learning_rate=0.5, example=0, by="neuron"):
    """Walk through one gradient step of ``network`` on the examples ``x``, ``target``.

    ``x`` has shape ``(n, n_in)``, ``target`` ``(n, n_out)``, or one example each. ``example`` counts
    from 0. Raises what ``Network.forward``, ``backward`` and ``updated`` raise, and ValueError for
    an example or a grain that does not exist, and for a gradient too large for Σ ∂L/∂θ · Δθ to be a number.
    """
    forward = network.forward(x)
    with np.errstate(over="ignore", invalid="ignore"):  # out of range is told, not warned of
        backward = network.backward(forward, target, loss)
    if not isfinite(sum(np.vdot(g, g) for g in (*backward.dL_dw, *backward.dL_db))):
        raise ValueError("the gradient is out of range; expected smaller weights, biases, inputs or targets.")
    updated = network.updated(backward, learning_rate)
    if isinstance(example, bool) or not isinstance(example, int | np.integer):
        raise TypeError(f"example is {example!r}; expected a whole number, counted from 0.")
    if not 0 <= example < len(forward.x):
        raise ValueError(f"example is {example}; expected 0 to {len(forward.x) - 1}, counted from 0.")
    again = updated.forward(forward.x)
    whole = Walkthrough(forward, backward, updated, again, float(learning_rate), int(example), "neuron", ())
    writer = _Writer(whole)
    return replace(whole, steps=tuple(writer.steps())).grouped(by)


def _group(steps, by):
    def key(step):
        return (step.phase, step.case, step.layer) if by == "layer" else step.phase

    if by == "neuron":
        return steps
    return tuple(_merged(tuple(group)) for _, group in groupby(steps, key))


def _merged(steps):
    def shared(name):
        values = {getattr(step, name) for step in steps}
        return values.pop() if len(values) == 1 else None

    lines = tuple(line for step in steps for line in step.lines)
    return Step(steps[0].phase, shared("case"), shared("layer"), shared("neuron"), steps[0].example, lines)


class _Writer:
    """Writes the steps of a walkthrough: each formula in letters, then with numbers."""

    def __init__(self, walk):
        self.walk, self.n = walk, walk.example
        self.letters, self.network = walk.letters, walk.network
        self.last = len(self.network.layers) - 1
        self.many = len(walk.forward.x) > 1

    def steps(self):
        walk, layers = self.walk, range(self.last + 1)
        yield from self.forward_steps("forward", walk.forward, "")
        yield self.cost_step("cost", walk.forward, "")
        for l in reversed(layers):
            case = "output" if l == self.last else "hidden"
            neurons = range(self.network.layers[l].n_out)
            for line in (self.dC_da, self.dC_dz):
                for j in neurons:
                    yield Step("backward", case, l, j, self.n, (line(l, j),))
        for phase, line in (("gradient", self.gradient_lines), ("update", self.update_lines)):
            for l in layers:
                for j in range(self.network.layers[l].n_out):
                    yield Step(phase, None, l, j, self.n, tuple(line(l, j)))
        yield from self.forward_steps("forward again", walk.again, "new_")
        yield self.cost_step("forward again", walk.again, "new_")

    # ------------------------------------------------------------- forward

    def forward_steps(self, phase, forward, prefix):
        for l, layer in enumerate(forward.network.layers):
            for line in (self.z, self.a):
                for j in range(layer.n_out):
                    yield Step(phase, None, l, j, self.n, (line(forward, prefix, l, j),))

    def z(self, forward, prefix, l, j):
        """z = Σₖ wₖ aₖ + b"""
        layer, feed, mark = forward.network.layers[l], forward.dz_dw[l][self.n], _mark(prefix)
        inputs = range(layer.n_in)
        fed = [self.letters.x(k) if l == 0 else mark(self.letters.feed(l, k)) for k in inputs]
        formula = total(times(mark(self.letters.w(l, j, k)), fed[k]) for k in inputs)
        numbers = total(times(factor(layer.weights[j, k]), factor(feed[k])) for k in inputs)
        feeds = [Quantity("x", None, k) if l == 0 else Quantity(prefix + "a", l - 1, k) for k in inputs]
        return Line(
            Quantity(prefix + "z", l, j),
            mark(self.letters.z(l, j)),
            formula + PLUS + mark(self.letters.b(l, j)),
            numbers + PLUS + factor(layer.biases[j]),
            float(forward.z[l][self.n, j]),
            (*(Quantity(prefix + "w", l, j, k) for k in inputs), *feeds, Quantity(prefix + "b", l, j)),
        )

    def a(self, forward, prefix, l, j):
        """a = f(z)"""
        layer, z, mark = forward.network.layers[l], forward.z[l][self.n], _mark(prefix)
        formula = layer.f.written([mark(self.letters.z(l, k)) for k in range(layer.n_out)], j)
        numbers = layer.f.written([number(value) for value in z], j)
        needs = tuple(Quantity(prefix + "z", l, k) for k in (range(layer.n_out) if layer.f.coupled else [j]))
        symbol, value = mark(self.letters.a(l, j)), float(forward.a[l][self.n, j])
        return Line(Quantity(prefix + "a", l, j), symbol, formula, numbers, value, needs)

    # ---------------------------------------------------------------- cost

    def cost_step(self, phase, forward, prefix):
        x, target = forward.x, self.walk.backward.target
        costs, mark, cost = forward.network.costs(x, target, self.walk.loss), _mark(prefix), get_loss(self.walk.loss)
        outputs = range(target.shape[1])
        y = [mark(self.letters.y(j)) for j in outputs]
        hat = [self.letters.target(j) for j in outputs]
        values = forward.y[self.n], target[self.n]
        needs = (
            *(Quantity(prefix + "a", self.last, j) for j in outputs),
            *(Quantity("target", None, j) for j in outputs),
        )
        line = Line(
            Quantity(prefix + "C"),
            mark(of_example(C, self.n + 1) if self.many else C),
            cost.written(y, hat),
            cost.written([number(v) for v in values[0]], [factor(v) for v in values[1]]),
            float(costs[self.n]),
            needs,
        )
        lines = [line]
        if self.many:
            each = [mark(of_example(C, n + 1)) for n in range(len(costs))]
            value = float(costs.sum())
            needs = (Quantity(prefix + "C"),)
            lines.append(Line(Quantity(prefix + "L"), mark(L), total(each), total(map(number, costs)), value, needs))
        return Step(phase, None, None, None, self.n, tuple(lines))

    # ------------------------------------------------------------ backward

    @property
    def cost_symbol(self):
        return of_example(C, self.n + 1) if self.many else C

    def d(self, by):
        """∂C/∂by, with the example's number where there are several."""
        return partial(self.cost_symbol, by)

    def dC_da(self, l, j):
        """Output layer: ∂C/∂y from the loss. Hidden layer: ∂C/∂a = Σₖ wₖ ∂C/∂zₖ over the next layer."""
        walk, letters = self.walk, self.letters
        value = float(walk.backward.dC_da[l][self.n, j])
        if l == self.last:
            y, hat = float(walk.forward.y[self.n, j]), float(walk.backward.target[self.n, j])
            rule = get_loss(walk.loss).dC_dy_written
            formula, numbers = rule(letters.y(j), letters.target(j)), rule(number(y), factor(hat))
            needs = (Quantity("a", l, j), Quantity("target", None, j))
        else:
            following, deltas = self.network.layers[l + 1], walk.backward.dC_dz[l + 1][self.n]
            nexts = range(following.n_out)
            formula = total(times(letters.w(l + 1, k, j), self.d(letters.z(l + 1, k))) for k in nexts)
            numbers = total(times(factor(following.weights[k, j]), factor(deltas[k])) for k in nexts)
            needs = (
                *(Quantity("w", l + 1, k, j) for k in nexts),
                *(Quantity("dC_dz", l + 1, k) for k in nexts),
            )
        return Line(Quantity("dC_da", l, j), self.d(letters.a(l, j)), formula, numbers, value, needs)

    def dC_dz(self, l, j):
        """∂C/∂z = f′(z) · ∂C/∂a; y − ŷ at once where the loss cancels f′; softmax through its Jacobian."""
        walk, letters, layer = self.walk, self.letters, self.network.layers[l]
        dC_da = walk.backward.dC_da[l][self.n]
        if l == self.last and get_loss(walk.loss).cancels_slope:
            formula = letters.y(j) + MINUS + letters.target(j)
            numbers = number(walk.forward.y[self.n, j]) + MINUS + factor(walk.backward.target[self.n, j])
            needs = (Quantity("a", l, j), Quantity("target", None, j))
        elif layer.f.coupled:
            outputs, slopes = range(layer.n_out), layer.f.jacobian(walk.forward.z[l][self.n : self.n + 1])[0, :, j]
            formula = total(times(self.d(letters.y(k)), partial(letters.y(k), letters.z(l, j))) for k in outputs)
            numbers = total(times(factor(dC_da[k]), factor(slopes[k])) for k in outputs)
            needs = (*(Quantity("dC_da", l, k) for k in outputs), *(Quantity("z", l, k) for k in outputs))
        else:
            formula = times(layer.f.slope_written(letters.z(l, j)), self.d(letters.a(l, j)))
            numbers = times(factor(walk.forward.da_dz[l][self.n, j]), factor(dC_da[j]))
            needs = (Quantity("z", l, j), Quantity("dC_da", l, j))
        value = float(walk.backward.dC_dz[l][self.n, j])
        return Line(Quantity("dC_dz", l, j), self.d(letters.z(l, j)), formula, numbers, value, needs)

    # -------------------------------------------------- gradient and update

    def gradient_lines(self, l, j):
        """∂C/∂w = ∂z/∂w · ∂C/∂z and ∂C/∂b = 1 · ∂C/∂z; with several examples also ∂L/∂w = Σₙ ∂Cⁿ/∂w."""
        walk, letters = self.walk, self.letters
        feeds, deltas = walk.forward.dz_dw[l], walk.backward.dC_dz[l][:, j]
        delta = self.d(letters.z(l, j))
        for k in (*range(feeds.shape[1]), None):
            bias = k is None
            parameter = letters.b(l, j) if bias else letters.w(l, j, k)
            shares = deltas if bias else feeds[:, k] * deltas
            by = math("1") if bias else letters.feed(l, k)
            with_numbers = math("1") if bias else factor(feeds[self.n, k])
            feed = () if bias else ((Quantity("x", None, k) if l == 0 else Quantity("a", l - 1, k)),)
            kind = "b" if bias else "w"
            yield Line(
                Quantity(f"dC_d{kind}", l, j, k),
                self.d(parameter),
                times(by, delta),
                times(with_numbers, factor(deltas[self.n])),
                float(shares[self.n]),
                (*feed, Quantity("dC_dz", l, j)),
            )
            if self.many:
                each = (partial(of_example(C, n + 1), parameter) for n in range(len(shares)))
                gradient = (walk.backward.dL_db[l][j] if bias else walk.backward.dL_dw[l][j, k]).item()
                yield Line(
                    Quantity(f"dL_d{kind}", l, j, k),
                    partial(L, parameter),
                    total(each),
                    total(map(factor, shares)),
                    gradient,
                    (Quantity(f"dC_d{kind}", l, j, k),),
                )

    def update_lines(self, l, j):
        """w new = w − η ∂L/∂w; with one example L is C."""
        walk, letters, layer = self.walk, self.letters, self.network.layers[l]
        after = walk.updated.layers[l]
        whole = "dL" if self.many else "dC"
        for k in (*range(layer.n_in), None):
            bias = k is None
            kind, place = ("b", (j,)) if bias else ("w", (j, k))
            parameter = letters.b(l, j) if bias else letters.w(l, j, k)
            old, value = ((net.biases if bias else net.weights)[place].item() for net in (layer, after))
            gradient = (walk.backward.dL_db if bias else walk.backward.dL_dw)[l][place].item()
            yield Line(
                Quantity(f"new_{kind}", l, j, k),
                new(parameter),
                parameter + MINUS + times(ETA, partial(L if self.many else C, parameter)),
                number(old) + MINUS + times(number(walk.learning_rate), factor(gradient)),
                value,
                (Quantity(kind, l, j, k), Quantity(f"{whole}_d{kind}", l, j, k)),
            )


def _mark(prefix):
    """Letters of the forward pass after the update are marked as new."""
    return new if prefix else lambda piece: piece
