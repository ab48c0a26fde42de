"""A learner goes uphill: w + eta*dL/dw.

The number question must name that slip, or name it beside the other one that gives the same number.
"""

import re
import sys

from backprop import Layer, Network, Quantity
from backprop.exercises import quantity_question, question

network = Network([Layer([[0.4, -0.6]], [0.1])])
x, target, eta = [1.0, 0.5], [1.0], 0.3
gradient = network.backward(network.forward(x), target).dL_dw[0][0, 0]
asked = quantity_question("q", "new w?", network, x, target, Quantity("new_w", 0, 0, 0), learning_rate=eta)
said = [str(asked.check(0.4 + eta * gradient)), str(question("05-hand").check(-question("05-hand").answer))]
print(*said, sep="\n")
names_it = re.compile(r"\badd(s|ed|ing)?\b|uphill|downhill|subtract", re.I)
sys.exit(0 if all(names_it.search(one) for one in said) else 1)
