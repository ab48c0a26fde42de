"""dC/da and dC/dz taken for one another, or the neuron beside. The picture shows both numbers;
03-diagram and 04-diagram ask to read one off, and call the other "too small in size"."""

import sys

from backprop.examples import lecture_network
from backprop.exercises import question

network, x, target = lecture_network()
b = network.backward(network.forward(x), target)
bad = 0
for name, what, wrong in (
    ("03-diagram", "dC/dz2 for dC/da2", b.dC_dz[0][0, 1]),
    ("03-diagram", "dC/da1 for dC/da2", b.dC_da[0][0, 0]),
    ("04-diagram", "dC/dz1 for dC/da1", b.dC_dz[0][0, 0]),
    ("04-diagram", "dC/da2 for dC/da1", b.dC_da[0][0, 1]),
):
    said = question(name).check(float(wrong)).text
    print(name, what, "|", said)
    bad += said.startswith(("It is too", "The sign is not right"))
sys.exit(1 if bad else 0)
