"""The next layer's weights are updated before they are used to go back: with eta = 1
or 0.1. backward takes no learning rate, so the learner picks one;
compare knows the slip at eta = 0.5 only, and does not say that weights were changed in place either."""

import re
import sys

from backprop.exercises import compare


def learner(eta, in_place):
    def backward(z, a, target, weights):
        d = [a[-1] - target]
        for l in reversed(range(len(a) - 1)):
            step = eta * d[0].T @ a[l]
            if in_place:
                weights[l + 1] -= step
                W = weights[l + 1]
            else:
                W = weights[l + 1] - step
            d.insert(0, a[l] * (1 - a[l]) * (d[0] @ W))
        return d

    return backward


bad = 0
for eta in (0.5, 1.0, 0.1):
    for in_place in (True, False):
        said = str(compare("backward", learner(eta, in_place)))
        print(eta, in_place, said)
        bad += not re.search(r"updated|changes weights|old weights", said)
sys.exit(1 if bad else 0)
