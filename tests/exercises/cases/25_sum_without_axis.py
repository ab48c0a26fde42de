"""One sum over neurons and examples for every bias. compare: "dL_db[0] has shape (); expected (2,)." and no
reason."""

import re
import sys

import numpy as np

from backprop.exercises import compare


def learner(total):
    def multiply(x, a, dC_dz):
        return [d.T @ f for d, f in zip(dC_dz, [x, *a[:-1]], strict=True)], [total(d) for d in dC_dz]

    return multiply


bad = 0
for total in (np.sum, lambda d: d.sum(keepdims=True), lambda d: np.full(d.shape[1], d.sum())):
    said = str(compare("multiply", learner(total)))
    print(said)
    bad += not re.search(r"axis|over (all|the) neurons|every neuron|each neuron", said)
sys.exit(1 if bad else 0)
