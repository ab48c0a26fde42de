"""Coursera's layout, examples in columns: dW = dZ A.T, db = sum over axis 1. compare: "dL_dw[0] has shape (3, 3);
expected (2, 2)." and no reason."""

import re
import sys

from backprop.exercises import compare


def both(x, a, dC_dz):
    return [d @ f.T for d, f in zip(dC_dz, [x, *a[:-1]], strict=True)], [d.sum(axis=1) for d in dC_dz]


def bias_only(x, a, dC_dz):
    return [d.T @ f for d, f in zip(dC_dz, [x, *a[:-1]], strict=True)], [d.sum(axis=1) for d in dC_dz]


bad = 0
for function in (both, bias_only):
    said = str(compare("multiply", function))
    print(said)
    bad += not re.search(r"rows|column|axis|examples", said)
sys.exit(1 if bad else 0)
