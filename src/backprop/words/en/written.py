"""What a wrong entry, or a factor of it, is as a formula, beside what it should be."""

SENTENCES = {
    "exercises.written.entry": "On arrays drawn at random, with {examples} examples and {width} neurons in each layer, "
    "{entry} is {mine}. It is to be {right}.",
    "exercises.written.back": "On arrays drawn at random, with {examples} examples and {width} neurons in each layer, "
    "{entry} is {slope} times the sum {mine}. It is to be a · (1 − a) times the sum {right}.",
    "exercises.written.step": "On arrays drawn at random, with {width} neurons in each layer, {entry} is {mine}. "
    "It is to be {right}.",
    "exercises.written.one": "With one example and one neuron in each layer, {array} is {mine}, where {where}. "
    "It is to be {right}.",
    "exercises.written.update": "The new parameter is {formula}, of the old one θ and its gradient g. "
    "It is to be θ − η g.",
    "exercises.written.formula": "{array} is {mine}. It is to be {right}.",
    "exercises.written.counts": "Of {n} examples drawn at random, {entry} counts {counts} times. "
    "Each is to count once.",
}
