"""Numbers: the network and its two passes, finite differences, descent, the chain rule. It needs NumPy alone."""

from backprop.engine.activations import ACTIVATIONS, Activation, get_activation, sigmoid
from backprop.engine.chain_rule import Chain, Fork
from backprop.engine.check import Checked, GradientError, check_gradient
from backprop.engine.descent import History, Update, changes, dead, descend, record
from backprop.engine.losses import LOSSES, Loss, get_loss
from backprop.engine.network import BackwardPass, ForwardPass, Layer, Network
from backprop.engine.numeric import (
    central_difference,
    numeric_dC_da,
    numeric_dC_dz,
    numeric_gradients,
)
from backprop.engine.paths import by_paths, by_reuse, expand
from backprop.engine.timing import by_backpropagation, cost, layered, parameters, passes_made

__all__ = [
    "ACTIVATIONS",
    "LOSSES",
    "Activation",
    "BackwardPass",
    "Chain",
    "Checked",
    "Fork",
    "ForwardPass",
    "GradientError",
    "History",
    "Layer",
    "Loss",
    "Network",
    "Update",
    "by_backpropagation",
    "by_paths",
    "by_reuse",
    "central_difference",
    "changes",
    "check_gradient",
    "cost",
    "dead",
    "descend",
    "expand",
    "get_activation",
    "get_loss",
    "layered",
    "numeric_dC_da",
    "numeric_dC_dz",
    "numeric_gradients",
    "parameters",
    "passes_made",
    "record",
    "sigmoid",
]
