"""Widgets: only wiring. What they show is made by the walkthrough and the diagram."""

from backprop.widgets.functions import FunctionExplorer
from backprop.widgets.stepper import Stepper

__all__ = ["FunctionExplorer", "Stepper"]
