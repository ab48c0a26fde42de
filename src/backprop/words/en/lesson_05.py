"""What the cells of notebook 05 print: what follows from the numbers."""

SENTENCES = {
    "05.learned": "All four outputs lie on the right side of 0.5, and L fell from {before} to {after}.",
    "05.fastest-early": "In the first hundred updates the fastest parameter moved by {early} in one of them, "
    "in the last by {late}: y − ŷ is a factor of every gradient, and it shrinks.",
    "05.times-one": "One example's gradient is {each} long on average, that of all 200 is {times} times as long.",
    "05.as-one": "L fell from {before} to {after} and all four hidden neurons are still the same one: "
    "one neuron is not enough for XOR.",
}
