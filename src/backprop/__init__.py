"""backprop: backpropagation you can step through, check and take apart."""

from backprop.engine.check import GradientError, check_gradient
from backprop.engine.network import BackwardPass, ForwardPass, Layer, Network
from backprop.story.quantity import Quantity
from backprop.story.walkthrough import Step, Walkthrough, walkthrough

__version__ = "0.2.0"

__all__ = [
    "BackwardPass",
    "ForwardPass",
    "GradientError",
    "Layer",
    "Network",
    "Quantity",
    "Step",
    "Walkthrough",
    "check_gradient",
    "walkthrough",
]
