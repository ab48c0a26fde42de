"""The output's error stands in for what comes back through the weights:
hidden delta = (y - t) a (1 - a), or the next layer's dC_dz times the slope. No weight enters. compare gives no
reason."""

import re
import sys

from backprop.exercises import compare


def output_error_again(z, a, target, weights):
    e = a[-1] - target
    return [*(e * a[l] * (1 - a[l]) for l in range(len(a) - 1)), e]


def next_delta(z, a, target, weights):
    d = [a[-1] - target]
    for l in reversed(range(len(a) - 1)):
        d.insert(0, d[0] * a[l] * (1 - a[l]))
    return d


bad = 0
for function in (output_error_again, next_delta):
    said = str(compare("backward", function))
    print(said)
    bad += not re.search(r"weight|wires|W\b", said)
sys.exit(1 if bad else 0)
