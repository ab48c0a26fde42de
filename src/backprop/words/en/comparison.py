"""What the card that compares your functions says around the comparison itself."""

SENTENCES = {
    "widgets.compare.where": "Your {stage}, beside the engine's",
    "widgets.compare.arrays": "The arrays, in the order in which they are found",
    "widgets.compare.agrees": "{name} ✓ agrees",
    "widgets.compare.differs": "{name} ✗ differs",
    "widgets.compare.mine": "yours, shape {shape}",
    "widgets.compare.engine": "the engine's, shape {shape}",
    "widgets.compare.axes.examples": "{name}, layer {layer}: a row for each example, a column for each neuron.",
    "widgets.compare.axes.weights": "{name}, layer {layer}: a row for each neuron, "
    "a column for each number that feeds it.",
    "widgets.compare.axes.biases": "{name}, layer {layer}: an entry for each neuron.",
    "widgets.compare.elsewhere": "On a network of {sizes}.",
    "widgets.compare.count": {
        "one": "{n} of {all} entries differs.",
        "other": "{n} of {all} entries differ.",
    },
    "widgets.compare.same": "{entry} is {engine} in both. ✓ They agree.",
    "widgets.compare.apart": "{entry} is {mine}; the engine has {engine}. ✗ They differ.",
    "widgets.compare.point": "Point at an entry to see where it stands, or move among them with the arrow keys.",
    "widgets.compare.noKernel": "To compare a function of your own, run this page as a notebook.",
    "widgets.compare.example": "Example",
    "widgets.compare.exampleAgrees": "{n} ✓",
    "widgets.compare.exampleDiffers": "{n} ✗",
    "widgets.compare.shown": "The picture has the engine's numbers; what differs in {name} carries a cross.",
    "widgets.compare.summed": "The picture has the engine's numbers for the first example; {name} sums over all. "
    "What differs in it carries a cross.",
}
