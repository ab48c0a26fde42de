"""f' is applied to the gradient that comes back, in the place of f'(z) times it. compare gives no reason."""

import re
import sys

import numpy as np

from backprop.exercises import compare


def s(v):
    return 1 / (1 + np.exp(-v))


def backward(z, a, target, weights):
    d = [a[-1] - target]
    for l in reversed(range(len(a) - 1)):
        back = d[0] @ weights[l + 1]
        d.insert(0, s(back) * (1 - s(back)))
    return d


said = str(compare("backward", backward))
print(said)
sys.exit(0 if re.search(r"slope|f′|σ′", said) else 1)
