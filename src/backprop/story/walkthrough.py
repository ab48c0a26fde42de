"""A whole gradient step, from x to the updated weights and back, as a tuple of immutable Steps.

What is known at position i is what ``steps[: i + 1]`` have made known; i = −1 is before the first.
Phases: forward, cost, backward, gradient, update, forward-again.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from math import isfinite

import numpy as np
from numpy.typing import ArrayLike

from backprop.engine.network import BackwardPass, ForwardPass, Network
from backprop.engine.numeric import numeric_dC_da, numeric_dC_dz, numeric_gradients
from backprop.notation import Letters, number
from backprop.story.lines import Lines
from backprop.story.quantity import Quantity
from backprop.words import by_language, say

PHASES = ("forward", "cost", "backward", "gradient", "update", "forward-again")
GRAINS = ("neuron", "layer", "phase")
NEAR_A_KINK = 1e-4
GRADIENTS = ("dC_da", "dC_dz", "dC_dw", "dC_db", "dL_dw", "dL_db")


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

    ``example`` (from 0) is the one that forward and backward steps show; ``finer``, of one whose steps are groups, is
    the walkthrough of the steps in them.
    """

    forward: ForwardPass
    backward: BackwardPass
    updated: Network
    again: ForwardPass
    learning_rate: float
    example: int
    by: str
    finer: "Walkthrough | None" = None

    @by_language
    def steps(self):
        """The steps, a tuple: there are words in their letters, such as "new"."""
        return _group(self.finer.steps, self.by) if self.finer else tuple(_steps(self))

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
    def many(self):
        """Whether there are several examples, so that an update's gradient is L's and not C's."""
        return len(self.forward.x) > 1

    @cached_property
    def letters(self):
        """The names of this network's quantities."""
        return Letters(self.network.sizes)

    def grouped(self, by):
        """The same steps by neuron, by layer or by phase."""
        if by not in GRAINS:
            raise ValueError(say("story.no-grain", by=repr(by), grains=", ".join(GRAINS)))
        if GRAINS.index(by) < GRAINS.index(self.by):
            raise ValueError(say("story.no-split", old=self.by, new=by))
        return self if by == self.by else replace(self, by=by, finer=self)

    def known(self, i):
        """{quantity: value} at position i, without x, target and the parameters, which are always known."""
        return {quantity: value for quantity, (made, value) in self.made.items() if made <= i}

    @cached_property
    def made(self):
        """{quantity: (the position that makes it known, its value)} of every step's lines."""
        return {line.makes: (i, line.value) for i, step in enumerate(self.steps) for line in step.lines}

    def goes_forward(self, quantity):
        """Whether a quantity is made known before the way back begins."""
        at, _ = self.made[quantity]
        return self[at].phase in ("forward", "cost")

    @cached_property
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
        if quantity.name not in GRADIENTS:
            raise ValueError(say("story.no-gradient", name=quantity.name, gradients=", ".join(GRADIENTS)))
        if self.finer:
            return self.finer.numeric(quantity)
        if quantity not in self._numeric:
            self._numeric[quantity] = self._central_difference(*quantity.place, name=quantity.name)
        return self._numeric[quantity]

    @cached_property
    def _numeric(self):
        """{gradient: its central difference} of those that were asked for: each takes forward passes of its own."""
        return {}

    def _central_difference(self, l, j, k, name):
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
        return float(-self.learning_rate * _sum_of_squares(self.backward))

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
        rows = [tuple(say(f"story.head.{head}") for head in ("step", "phase", "formula", "numbers", "value"))]
        for i, step in enumerate(self.steps, 1):
            for line in step.lines:
                formula, numbers = f"{line.symbol} = {line.formula}", str(line.numbers)
                rows.append((str(i), say(f"story.phase.{step.phase}"), formula, numbers, number(line.value).text))
                i = ""
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        table = "\n".join(
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
        )
        n = len(self.forward.x)
        return f"{say('story.shown', example=self.example + 1, examples=n)}\n{table}" if n > 1 else table

    __repr__ = __str__


def walkthrough(
    network: Network,
    x: ArrayLike,
    target: ArrayLike,
    loss: str = "cross_entropy",
    learning_rate: float = 0.5,
    example: int = 0,
    by: str = "neuron",
) -> Walkthrough:
    """Walk through one gradient step of ``network`` on the examples ``x``, ``target``.

    ``x`` has shape ``(n, n_in)``, ``target`` ``(n, n_out)``, or one example each. ``example`` counts
    from 0. Raises what ``Network.forward``, ``backward`` and ``updated`` raise, and ValueError for
    an example or a grain that does not exist, and for a gradient or an η too large for Σ ∂L/∂θ · Δθ to be a
    number.
    """
    walk = set_out(network, x, target, loss, learning_rate, example).grouped(by)
    len(walk)  # each step is made now, so that one out of range is refused here
    return walk


def set_out(
    network: Network, x: ArrayLike, target: ArrayLike, loss: str, learning_rate: float, example: int = 0
) -> Walkthrough:
    """The same walkthrough by neuron, but each step is made when it is first looked at.

    Raises what ``walkthrough`` raises, but for a step out of range, which is refused only then.
    """
    forward = network.forward(x)
    with np.errstate(over="ignore", invalid="ignore"):  # out of range is told, not warned of
        backward = network.backward(forward, target, loss)
        squares = _sum_of_squares(backward)
    if not isfinite(squares):
        raise ValueError(say("story.gradient-out-of-range"))
    updated = network.updated(backward, learning_rate)
    if isinstance(example, bool) or not isinstance(example, int | np.integer):
        raise TypeError(say("story.example-no-number", example=repr(example)))
    if not 0 <= example < len(forward.x):
        raise ValueError(say("story.no-example", example=example, last=len(forward.x) - 1))
    again = updated.forward(forward.x)
    if not isfinite(float(learning_rate) * float(squares)):
        raise ValueError(say("story.change-out-of-range", rate=number(float(learning_rate))))
    return Walkthrough(forward, backward, updated, again, float(learning_rate), int(example), "neuron")


def _sum_of_squares(backward):
    """Σ (∂L/∂θ)² over every parameter."""
    return sum(np.sum(g**2) for g in (*backward.dL_dw, *backward.dL_db))


def _group(steps, by):
    def key(step):
        return (step.phase, step.case, step.layer) if by == "layer" else step.phase

    return tuple(_merged(tuple(group)) for _, group in groupby(steps, key))


def _merged(steps):
    def shared(name):
        values = {getattr(step, name) for step in steps}
        return values.pop() if len(values) == 1 else None

    lines = tuple(line for step in steps for line in step.lines)
    return Step(steps[0].phase, shared("case"), shared("layer"), shared("neuron"), steps[0].example, lines)


def _steps(walk):
    """Every step, by neuron: forward, cost, backward, gradient, update, and forward again."""
    lines, layers, n = Lines(walk), walk.network.layers, walk.example
    last = len(layers) - 1
    yield from _forward_steps(lines, "forward", walk.forward, False)
    for l in reversed(range(last + 1)):
        case = "output" if l == last else "hidden"
        for line in (lines.dC_da, lines.dC_dz):
            for j in range(layers[l].n_out):
                yield Step("backward", case, l, j, n, (line(l, j),))
    for phase, those in (("gradient", lines.gradient_lines), ("update", lines.update_lines)):
        for l, layer in enumerate(layers):
            for j in range(layer.n_out):
                yield Step(phase, None, l, j, n, tuple(those(l, j)))
    yield from _forward_steps(lines, "forward-again", walk.again, True)


def _forward_steps(lines, phase, forward, after):
    """z and a of every neuron, then the cost; ``after`` the update they are new ones."""
    n = lines.n
    for l, layer in enumerate(forward.network.layers):
        for line in (lines.z, lines.a):
            for j in range(layer.n_out):
                yield Step(phase, None, l, j, n, (line(forward, after, l, j),))
    yield Step(phase if after else "cost", None, None, None, n, tuple(lines.cost(forward, after)))
