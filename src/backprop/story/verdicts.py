"""A central difference beside a number that is to be a slope, and what it says of that number."""

from dataclasses import dataclass
from math import isfinite

import numpy as np

from backprop.engine.losses import get_loss
from backprop.engine.numeric import DIFFERS, KINK, NEAR, NO_ROOM, RIGHT, noise_of, reach, verdict
from backprop.notation import number
from backprop.story.quantity import Quantity
from backprop.story.walkthrough import Walkthrough
from backprop.words import say


@dataclass(frozen=True)
class Comparison:
    """The central difference, NaN where there is none; ``verdict`` is one of those of ``engine.numeric.verdict``."""

    numeric: float
    verdict: str

    @property
    def agrees(self) -> bool:
        """Whether it agrees, as far as the noise lets it be seen."""
        return self.verdict in (RIGHT, NEAR)

    @property
    def difference(self) -> str:
        """The difference itself, empty where there is none."""
        return say("story.verdict.difference", number=number(self.numeric)) if isfinite(self.numeric) else ""

    @property
    def sentence(self) -> str:
        """The verdict in words."""
        return say(f"story.verdict.{self.verdict}" if isfinite(self.numeric) else "story.verdict.none")


def judge(walk: Walkthrough, quantity: Quantity, value: float) -> Comparison:
    """A value for a gradient of a walkthrough beside its central difference."""
    numeric = walk.numeric(quantity)
    said = verdict(value, numeric, noise_at(walk, quantity))
    return Comparison(numeric, KINK if said == DIFFERS and walk.at_a_kink else said)


def noise_at(walk: Walkthrough, quantity: Quantity) -> float:
    """How far rounding moves the central difference of a gradient: that of C of its example, or of L.

    A nudge is smaller for a weight under a large x, and for a y near 0 or 1; its noise is so much larger.
    """
    forward, loss = walk.forward, get_loss(walk.loss)
    rows = slice(None) if quantity.name.startswith("dL") else slice(walk.example, walk.example + 1)
    costs = loss.cost(walk.network.layers[-1].f, forward.z[-1][rows], walk.backward.target[rows])
    moved = (np.abs(z[rows] * dC_dz[rows]).sum() for z, dC_dz in zip(forward.z, walk.backward.dC_dz, strict=True))
    noise = noise_of(float(costs.sum()), *map(float, moved))
    if quantity.name.endswith("dw") and quantity.layer == 0:
        return noise * reach(forward.x[rows])
    if quantity.name == "dC_da" and quantity.layer == len(walk.network.layers) - 1:
        return noise / max(NO_ROOM, float(loss.room(forward.y)[walk.example, quantity.neuron]))
    return noise
