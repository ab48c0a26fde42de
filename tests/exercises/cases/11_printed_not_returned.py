"""print in place of return.

The product has the sentence "Your function returned nothing", but np.asarray(None, float) is NaN, so three
questions say
"θ has shape (); expected (2,)" or "dz/dx is undefined".
"""

import sys

from backprop.exercises import question


def nothing(*arguments):
    print(end="")


bad = 0
for name in ("00-code", "01-code", "02-code", "03-code", "04-code", "05-code", "06-code"):
    said = str(question(name).check(nothing))
    print(name, said)
    bad += "returned nothing" not in said
sys.exit(1 if bad else 0)
