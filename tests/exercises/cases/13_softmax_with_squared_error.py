"""Softmax's slope is a table, not one number a neuron. A question about such a network can be asked, and
y(1 - y)(y - t), the learners' number, has its reason.
"""

import sys

import numpy as np

from backprop import Layer, Network, Quantity
from backprop.exercises import quantity_question

network = Network(
    [
        Layer([[0.4, -0.6], [0.3, 0.8]], [0.1, -0.2]),
        Layer([[1.0, -0.5], [-0.7, 0.9], [0.2, 0.4]], [0.1, 0.0, -0.3], "softmax"),
    ]
)
x, target = [1.0, -0.5], [0.0, 1.0, 0.0]
y = network.forward(x).y[0]
right = (np.diag(y) - np.outer(y, y)) @ (y - target)
assert np.allclose(network.backward(network.forward(x), target, "squared_error").dC_dz[1][0], right)
try:
    asked = quantity_question("q", "dC/dz?", network, x, target, Quantity("dC_dz", 1, 0), "squared_error")
except Exception as error:
    print(type(error).__name__, error)
    sys.exit(1)
assert abs(asked.answer - right[0]) < 1e-12 and asked.check(right[0]).state == "right"
said = str(asked.check(y[0] * (1 - y[0]) * (y[0] - target[0])))
print(said)
sys.exit(1 if "too " in said or "The sign is not right." in said else 0)
