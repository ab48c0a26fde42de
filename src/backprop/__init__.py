"""backprop: backpropagation you can step through, check and take apart."""

from backprop.network import BackwardPass, ForwardPass, Layer, Network
from backprop.numeric import GradientError, check_gradient

__all__ = ["BackwardPass", "ForwardPass", "GradientError", "Layer", "Network", "check_gradient"]
