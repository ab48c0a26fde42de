"""Worksheets ask for the loss and for dL/dy first.

C, L, the new C and L, new z and a, and dC/dy are quantities of a walkthrough: quantity_question must ask for each,
or refuse in a sentence.
"""

import sys

from backprop import Layer, Network, Quantity, walkthrough
from backprop.exercises import quantity_question

network = Network([Layer([[1.0], [1.0], [-1.0]], [0, 0, 0], "relu"), Layer([[0.5, 1.0, 2.0]], [0.0])])
x, target = [4.0], [0.0]
walk, bad = walkthrough(network, x, target, "squared_error"), 0
asked = (Quantity("C"), Quantity("dC_da", 1, 0), Quantity("new_C"), Quantity("new_z", 0, 0), Quantity("new_a", 1, 0))
made = {quantity for step in walk for quantity in step.makes}
for quantity in asked:
    assert quantity in made
    try:
        print(quantity, quantity_question("q", "?", network, x, target, quantity, "squared_error").answer)
    except ValueError as refused:
        print(quantity, refused)
    except (KeyError, TypeError) as error:
        print(quantity, type(error).__name__, error)
        bad += 1
sys.exit(1 if bad else 0)
