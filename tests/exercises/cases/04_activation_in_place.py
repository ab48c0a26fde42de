"""The activation overwrites z: z[l] and a[l] are one array.

The product says "Return z, then a; in each the first layer comes first": they were. z was overwritten.
"""

import re
import sys

import numpy as np

from backprop.exercises import compare


def sigmoid_in_place(h):
    np.negative(h, out=h)
    np.exp(h, out=h)
    h += 1
    return np.reciprocal(h, out=h)


def forward(x, weights, biases):
    z, a, feed = [], [], x
    for w, b in zip(weights, biases, strict=True):
        z.append(feed @ w.T + b)
        a.append(sigmoid_in_place(z[-1]))
        feed = a[-1]
    return z, a


said = str(compare("forward", forward))
print(said)
sys.exit(0 if re.search(r"overwr|in place|same array|one array|copy|changes z", said, re.I) else 1)
