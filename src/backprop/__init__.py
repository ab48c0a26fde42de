"""backprop: backpropagation you can step through, check and take apart."""

from backprop.network import BackwardPass, ForwardPass, Layer, Network
from backprop.numeric import GradientError, check_gradient
from backprop.walkthrough import Quantity, Step, Walkthrough, walkthrough

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
