"""The slope taken of the error: e (1 - e) with e = y - t. compare gives no reason."""

import re
import sys

from backprop.exercises import compare


def backward(z, a, target, weights):
    e = a[-1] - target
    d = [e * (1 - e)]
    for l in reversed(range(len(a) - 1)):
        d.insert(0, a[l] * (1 - a[l]) * (d[0] @ weights[l + 1]))
    return d


said = str(compare("backward", backward))
print(said)
sys.exit(0 if re.search(r"slope|1 − \(y|e \(1 − e\)|of the error", said) else 1)
