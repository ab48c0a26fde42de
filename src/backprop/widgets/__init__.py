"""Widgets: only wiring. What they show is made by the walkthrough, the diagram and the charts."""

from backprop.widgets.question import Ask, Drill
from backprop.widgets.stepper import Stepper

__all__ = ["Ask", "Drill", "Stepper"]
