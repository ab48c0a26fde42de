"""(y - t)^2 without the half: 2 (y - t) f'(z). The number questions say "It is too large in size."
compare says "Every entry is 2 times what it should be" of the same slip."""

import re
import sys

from backprop import Layer, Network, Quantity
from backprop.exercises import quantity_question, question

network = Network([Layer([[0.3, -0.1], [0.2, 0.4]], [0.1, -0.2], "tanh"), Layer([[0.5, -0.3]], [0.2], "tanh")])
asked = quantity_question("q", "dC/dz?", network, [0.5, -0.2], [1.0], Quantity("dC_dz", 1, 0), "squared_error")
assert abs(2 * asked.answer + 1.0948279147) < 1e-9  # the engine agrees with the published number, but for the half
said = [asked.check(-1.0948279147).text, question("06-hand").check(2 * question("06-hand").answer).text]
print(*said, sep="\n")
sys.exit(0 if all(re.search(r"½|half|factor|twice|2 times|\b2\b", one) for one in said) else 1)
