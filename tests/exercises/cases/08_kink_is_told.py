"""XOR and ReLU with biases 0: every z of x = (0, 0) stands at the kink.

The engine's gradient is right, the slope of one side; a difference mixes both. check_gradient must pass, or say so.
"""

import re
import sys

from backprop import GradientError, check_gradient
from backprop.examples import initial_network, xor

bad = 0
for activation in ("relu", "leaky_relu"):
    try:
        print(activation, check_gradient(initial_network((2, 2, 1), activation), *xor()))
    except GradientError as error:
        print(activation, error)
        bad += not re.search("kink", str(error))
sys.exit(1 if bad else 0)
