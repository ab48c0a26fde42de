"""What the cells of notebook 05 print: what follows from the numbers."""

SENTENCES = {
    "05.learned": "All four outputs lie on the right side of 0.5, and L fell from {before} to {after}.",
    "05.fastest-early": "In the first hundred updates the fastest parameter moved by {early} in one of them, "
    "in the last by {late}: y − ŷ is a factor of every gradient, and it shrinks.",
}
