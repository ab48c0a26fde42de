"""sigma left out in the last layer alone.

z and a are returned in the right order; the product says "Return z, then a". It must name the missing
activation.
"""

import re
import sys

import numpy as np

from backprop.exercises import compare


def forward(x, weights, biases):
    z, a, feed = [], [], x
    for l, (w, b) in enumerate(zip(weights, biases, strict=True)):
        z.append(feed @ w.T + b)
        a.append(z[-1] if l == len(weights) - 1 else 1 / (1 + np.exp(-z[-1])))
        feed = a[-1]
    return z, a


said = str(compare("forward", forward))
print(said)
sys.exit(0 if re.search(r"activation|σ", said) and "Return z, then a" not in said else 1)
