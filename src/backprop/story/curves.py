"""Activations and losses as curves over one z: value, derivative, and where they are flat.

A curve is named by its activation, "tanh", or by a loss of one, "squared_error of tanh".
Softmax has three outputs: z is the first one's, and the other two stay at z₂ = 1 and z₃ = 0.
"""

from dataclasses import dataclass

import numpy as np

from backprop.engine.activations import ACTIVATIONS, get_activation
from backprop.engine.losses import LOSSES, get_loss
from backprop.engine.numeric import central_difference
from backprop.notation import number
from backprop.words import say

LOW, HIGH = -8.0, 8.0
FARTHEST = 100.0  # ŷ lies within ±100, which no y that is drawn comes near
OF = " of "  # between loss and activation, in the name of a curve in code
FLAT = 0.05  # a slope within ±0.05 counts as flat
OTHERS = (1.0, 0.0)  # softmax: z₂ and z₃
COUPLED = "eᶻ / (eᶻ + e¹ + e⁰)", "y₁(1 − y₁)"  # its first output and its slope, with these others


def curve_names() -> tuple[str, ...]:
    """Every curve there is: each activation, then each loss of each activation that it admits."""
    losses = (f"{loss}{OF}{f}" for loss in LOSSES for f in ACTIVATIONS if LOSSES[loss].admits(ACTIVATIONS[f]))
    return *ACTIVATIONS, *losses


def is_loss(name: str) -> bool:
    """Whether a curve's name is that of a loss of an activation."""
    return OF in name


def called(name: str) -> str:
    """What a list or a sentence calls the curve of this name."""
    loss, _, f = name.rpartition(OF)
    return say("story.curve.of", loss=loss, f=f) if loss else f


@dataclass(frozen=True)
class Curve:
    """A curve by name; ``target`` is ŷ, used by losses alone (softmax's targets are ŷ, 1 − ŷ, 0).

    Raises ValueError for a name not among ``curve_names()`` and for a target the loss cannot take.
    """

    name: str
    target: float = 1.0

    def __post_init__(self):
        loss, f = self.loss, self.f
        if loss and not loss.admits(f):
            raise ValueError(say("story.no-curve", loss=loss.name, requires=loss.requires, name=repr(self.name)))
        if loss and not loss.targets[0] <= self.target <= loss.targets[1]:
            low, high = map(number, loss.targets)
            raise ValueError(say("story.no-target", target=number(self.target, 6), loss=loss.name, low=low, high=high))
        if not abs(self.target) <= FARTHEST:
            raise ValueError(
                say("story.target-too-far", target=number(self.target), low=number(-FARTHEST), high=number(FARTHEST))
            )

    @property
    def f(self):
        """The activation."""
        return get_activation(self.name.rpartition(OF)[2])

    @property
    def loss(self):
        """The loss, or None for an activation alone."""
        loss = self.name.rpartition(OF)[0]
        return get_loss(loss) if loss else None

    def value(self, z):
        """f(z), or C, for an array of z."""
        rows = self._rows(z)
        return self.loss.cost(self.f, rows, self._targets(rows)) if self.loss else self.f.value(rows)[:, 0]

    def output(self, z):
        """y = f(z), for an array of z."""
        return self.f.value(self._rows(z))[:, 0]

    def derivative(self, z):
        """f′(z), or ∂C/∂z, for an array of z."""
        rows = self._rows(z)
        if self.loss:
            return self.loss.dC_dz(self.f, rows, self._targets(rows))[:, 0]
        return self.f.jacobian(rows)[:, 0, 0] if self.f.coupled else self.f.derivative(rows)[:, 0]

    def coupled(self, z):
        """Softmax's other outputs and their slopes: (y₂ and y₃, ∂y₂/∂z and ∂y₃/∂z), each one row an output."""
        rows = self._rows(z)
        return self.f.value(rows)[:, 1:].T, self.f.jacobian(rows)[:, 1:, 0].T

    def numeric(self, z):
        """The derivative at one z by a central difference."""
        return central_difference(lambda v: self.value(v).item(), [z]).item()

    @property
    def kinked(self):
        """Whether the slope jumps at z = 0; that of a squared error does not where its y is on target there."""
        on_target = self.loss is not None and self.output([0.0]).item() == self.target
        return self.f.kinked and not on_target

    def state(self, z):
        """What is to be said of one z: "kink", "dead", "flat", "stuck" (flat and far from its target), or ""."""
        slope = self.derivative([z]).item()
        if z == 0 and self.kinked:
            return "kink"
        if abs(slope) >= FLAT or (self.loss and abs(self.output([z]).item() - self.target) < 0.5):
            return ""
        return "stuck" if self.loss else "dead" if slope == 0 else "flat"

    @property
    def symbols(self):
        """(value, derivative) as short text: ("σ(z)", "σ′(z)") or ("C", "∂C/∂z")."""
        if self.loss:
            return "C", "∂C/∂z"
        return ("y₁", "∂y₁/∂z") if self.f.coupled else (f"{self.f.symbol}(z)", f"{self.f.symbol}′(z)")

    @property
    def title(self):
        """What a title calls the curve: "squared error of σ"."""
        return say("story.curve.of-loss", loss=self.loss.called, f=self.f.symbol) if self.loss else str(self.f.symbol)

    @property
    def formulas(self):
        """(value, derivative) written out, as text."""
        if not self.loss:
            return COUPLED if self.f.coupled else (self.f.formula.text, self.f.slope.text)
        if self.f.coupled and not self.loss.cancels_slope:
            return "½ Σⱼ (yⱼ − ŷⱼ)²", "Σⱼ (yⱼ − ŷⱼ) ∂yⱼ/∂z"
        return self.loss.formula.text, self.loss.slope.text.format(f"{self.f.symbol}′(z)")

    def _rows(self, z):
        """z as examples: one column, or softmax's three."""
        z = np.asarray(z, dtype=np.float64).reshape(-1, 1)
        return np.hstack([z, np.tile(OTHERS, (len(z), 1))]) if self.f.coupled else z

    def _targets(self, rows):
        row = [self.target, 1.0 - self.target, 0.0][: rows.shape[1]]
        return np.tile(row, (len(rows), 1))
