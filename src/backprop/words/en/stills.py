"""What the pictures at rest say: the names in them, and the words that stand for them."""

SENTENCES = {
    "pictures.numbering.inputs": "inputs",
    "pictures.numbering.layer": "layer {layer}",
    "pictures.numbering.alt": "A network of sizes {sizes}. Neurons are counted through the whole network, layer after "
    "layer from the left, from top to bottom in each.",
    "pictures.numbering.of-layer": "Layer {layer}: {names}.",
    "pictures.numbering.wire": "The weight {letter} is on the wire from {source} to {end}; code writes {code}.",
    "pictures.numbering.blank": "A network of sizes {sizes}; the letters of its last layer are left out.",
    "pictures.numbering.wire-blank": "A wire is marked with a question mark: in layer {layer}, from number {source} "
    "of those before it to its neuron number {neuron}, both counted from the top.",
    "pictures.rectangle.alt": "A rectangle with sides x = {x} and y = {y}, inside one whose sides are longer by "
    "Δx = {dx} and Δy = {dy}. Around it lie a strip y · Δx at its right, a strip x · Δy above it, "
    "and a small corner Δx · Δy.",
    "pictures.rectangle.none": "Here a side or its growth is not above 0, so there is no rectangle to draw. "
    "The sum of the paths holds all the same.",
    "pictures.to-the-loss.one": "one network",
    "pictures.to-the-loss.alt": {
        "one": "An example: its input goes into the network, with all its parameters θ; out comes its output, which is "
        "compared with its target. That gives its cost, which is the loss L.",
        "other": "{n} examples, one below another. Each input goes into the same network, with all its parameters θ; "
        "out comes its output, which is compared with its target. That gives its cost. All {n} costs lead to the "
        "loss L.",
    },
    "pictures.through-layers.title": "{what}, each line named by nᵢₙ · Var(w)",
    "pictures.through-layers.layer": "layer",
    "pictures.through-layers.alt": "Two charts over the {n} layers, on log scales: ‖a‖ going forward, "
    "and ‖∂C/∂z‖ coming back.",
    "pictures.through-layers.start": "With nᵢₙ · Var(w) = {gain}, ‖a‖ goes from {first_a} in layer 1 to {last_a} in "
    "layer {last}, and ‖∂C/∂z‖ from {last_z} in layer {last} to {first_z} in layer 1.",
    "pictures.wide.sigmoid": "The sigmoid over z: an S that rises from 0 on the far left to 1 on the far right, "
    "steepest in the middle. {values}.",
    "pictures.wide.cost": "The cost of one output over y. Where the target is 1 it falls from very large at y = 0 "
    "to 0 at y = 1. Where the target is 0 it is the mirror image.",
}
