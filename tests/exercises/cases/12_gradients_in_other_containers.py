"""Gradients kept in a dict, as in Coursera's gradient checking, from a generator, or not there at all.

The letters of a name are no arrays, and what comes is told in a sentence, not by Python's own "has no len()".
"""

import sys

from backprop import GradientError, check_gradient
from backprop.examples import lecture_network

network, x, target = lecture_network()
b = network.backward(network.forward(x), target)
bad = 0
for name, given in (
    ("dict", {"dL_dw": b.dL_dw, "dL_db": b.dL_db}),
    ("generators", ((g for g in b.dL_dw), (g for g in b.dL_db))),
    ("nothing", (None, None)),
):
    try:
        print(name, check_gradient(network, x, target, gradients=given))
    except (TypeError, ValueError, GradientError) as error:
        print(name, type(error).__name__, error)
        bad += "has no len()" in str(error) or "has 5 arrays" in str(error)
sys.exit(1 if bad else 0)
