"""Numbers as formulas: quantities, the walkthrough and its steps, curves. Everything here is a pure function."""

from backprop.story.curves import Curve
from backprop.story.quantity import Quantity
from backprop.story.walkthrough import Step, Walkthrough, walkthrough

__all__ = ["Curve", "Quantity", "Step", "Walkthrough", "walkthrough"]
