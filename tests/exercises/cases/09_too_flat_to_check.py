"""A saturated neuron: z = 50, a = 62.5, w = 0.8, target 0, squared error.

∂C/∂w = (y − t) y (1 − y) x = 1.2054686549774487e-20, checked in decimal below. check_gradient must not rank a wrong
gradient above the right one, nor pass a layer with its sign turned round as checked.
"""

import sys
from decimal import Decimal, getcontext

import numpy as np

from backprop import GradientError, Layer, Network, check_gradient
from backprop.examples import saturated_network

getcontext().prec = 50
network, x, target = Network([Layer([[0.8]], [0.0])]), [62.5], [0.0]
right = network.backward(network.forward(x), target, "squared_error").dL_dw[0][0, 0]
z = Decimal(50)
y = 1 / (1 + (-z).exp())
assert abs(right - float(y * y * (1 - y) * Decimal("62.5"))) < 1e-12 * right  # the engine's number is right
ours = check_gradient(network, x, target, "squared_error")
zeros = check_gradient(network, x, target, "squared_error", gradients=([np.zeros((1, 1))], [np.zeros(1)]))
print("right gradient:", ours, " zero gradient:", zeros)
network, x, target = saturated_network()
b = network.backward(network.forward(x), target)
flipped = [[-g if l == 0 else g for l, g in enumerate(part)] for part in (b.dL_dw, b.dL_db)]
print("saturated_network, right:", check_gradient(network, x, target))
try:
    passed = check_gradient(network, x, target, gradients=flipped)
    print("saturated_network, first layer's sign turned round, no error raised:", passed)
except (GradientError, ValueError) as error:
    passed = None
    print(error)
sys.exit(1 if ours > zeros or passed is not None else 0)
