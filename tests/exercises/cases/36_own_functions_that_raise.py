"""A learner's pair written for arrays, x.clip(0), or with a name that is not imported: refused in one sentence."""

import sys

from backprop.engine.chain_rule import Chain

bad = 0
for name, pair in {
    "clip": (lambda v: v.clip(0), lambda v: float(v > 0)),
    "not imported": (lambda v: nump.maximum(v, 0), lambda v: float(v > 0)),  # noqa: F821
    "in place": (lambda v: v.__setitem__(v < 0, 0), lambda v: float(v > 0)),
    "complex": (lambda v: v + 1j, lambda v: 1.0),
}.items():
    try:
        Chain(pair, "square")
        print(name, "taken")
        bad += 1
    except Exception as error:
        print(name, "|", type(error).__name__, error)
        bad += not str(error).startswith(("g at", "g is", "The derivative of g"))
sys.exit(1 if bad else 0)
