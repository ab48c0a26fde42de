"""Activations and losses as curves over one z: value, derivative, and where they are flat.

A curve is named by its activation, "tanh", or by a loss of one, "squared_error of tanh".
Softmax has three outputs: z is the first one's, and the other two stay at z₂ = 1 and z₃ = 0.
"""

from dataclasses import dataclass

import numpy as np

from backprop.engine.functions import ACTIVATIONS, LOSSES, get_activation, get_loss
from backprop.engine.numeric import central_difference
from backprop.notation import FUNCTIONS, number

LOW, HIGH = -8.0, 8.0
FARTHEST = 100.0  # ŷ lies within ±100, which no y that is drawn comes near
FLAT = 0.05  # a slope within ±0.05 counts as flat
OTHERS = (1.0, 0.0)  # softmax: z₂ and z₃
CURVES = (
    *ACTIVATIONS,
    *(f"{loss} of {f}" for loss in LOSSES for f in ACTIVATIONS if LOSSES[loss].output_activation in (None, f)),
)

_ACTIVATION = {
    "sigmoid": ("1 / (1 + e⁻ᶻ)", "σ(z)(1 − σ(z))"),
    "tanh": ("(eᶻ − e⁻ᶻ) / (eᶻ + e⁻ᶻ)", "1 − tanh²(z)"),
    "relu": ("max(z, 0)", "1 if z > 0, else 0"),
    "leaky_relu": ("z if z > 0, else 0.01 z", "1 if z > 0, else 0.01"),
    "gelu": ("z σ(2u), u = √(2/π) (z + 0.044715 z³)", "σ(2u) + z σ′(2u) · 2 du/dz"),
    "identity": ("z", "1"),
    "softmax": ("eᶻ / (eᶻ + e¹ + e⁰)", "y₁(1 − y₁)"),
}
_LOSS = {
    "cross_entropy": ("−ŷ ln y − (1 − ŷ) ln(1 − y)", "y − ŷ"),
    "categorical_cross_entropy": ("−Σⱼ ŷⱼ ln yⱼ", "y₁ − ŷ₁"),
    "squared_error": ("½(y − ŷ)²", "{slope} · (y − ŷ)"),
}


@dataclass(frozen=True)
class Curve:
    """A curve by name; ``target`` is ŷ, used by losses alone (softmax's targets are ŷ, 1 − ŷ, 0).

    Raises ValueError for a name not in ``CURVES`` and for a target the loss cannot take.
    """

    name: str
    target: float = 1.0

    def __post_init__(self):
        loss, f = self.loss, self.f
        if loss and loss.output_activation not in (None, f.name):
            raise ValueError(f"{loss.name} expects {loss.output_activation}; {self.name!r} is no curve.")
        if loss and loss.joint and not 0 <= self.target <= 1:
            raise ValueError(f"ŷ is {number(self.target, 6)}; {loss.name} expects 0 to 1.")
        if not abs(self.target) <= FARTHEST:
            raise ValueError(f"ŷ is {number(self.target)}; expected {number(-FARTHEST)} to {number(FARTHEST)}.")

    @property
    def f(self):
        """The activation."""
        return get_activation(self.name.rpartition(" of ")[2])

    @property
    def loss(self):
        """The loss, or None for an activation alone."""
        loss = self.name.rpartition(" of ")[0]
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
        return self.f.jacobian(rows)[:, 0, 0] if self.f.name == "softmax" else self.f.derivative(rows)[:, 0]

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
        letter = FUNCTIONS[self.f.name].text
        return ("y₁", "∂y₁/∂z") if self.f.name == "softmax" else (f"{letter}(z)", f"{letter}′(z)")

    @property
    def words(self):
        """The curve's name as a title says it: "squared error of σ"."""
        f = FUNCTIONS[self.f.name].text
        return f"{self.loss.name.replace('_', ' ')} of {f}" if self.loss else f

    @property
    def formulas(self):
        """(value, derivative) written out, as text."""
        if not self.loss:
            return _ACTIVATION[self.f.name]
        value, derivative = _LOSS[self.loss.name]
        if self.f.name == "softmax" and not self.loss.joint:
            return "½ Σⱼ (yⱼ − ŷⱼ)²", "Σⱼ (yⱼ − ŷⱼ) ∂yⱼ/∂z"
        return value, derivative.format(slope=f"{FUNCTIONS[self.f.name].text}′(z)")

    def _rows(self, z):
        """z as examples: one column, or softmax's three."""
        z = np.asarray(z, dtype=np.float64).reshape(-1, 1)
        return np.hstack([z, np.tile(OTHERS, (len(z), 1))]) if self.f.name == "softmax" else z

    def _targets(self, rows):
        row = [self.target, 1.0 - self.target, 0.0][: rows.shape[1]]
        return np.tile(row, (len(rows), 1))
