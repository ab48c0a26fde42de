"""What the engine says: refusals of what cannot be computed, each with what came, what was expected, what to do."""

SENTENCES = {
    # ---------------------------------------------------------------- arrays
    "engine.arrays.ragged": "{name} is ragged: its rows have different lengths; give every row the same length.",
    "engine.arrays.holds-complex": "{name} holds complex numbers; expected real numbers.",
    "engine.arrays.holds-text": "{name} holds the text {text}; expected real numbers.",
    "engine.arrays.holds-none": "{name} holds None; expected real numbers.",
    "engine.arrays.holds-kinds": "{name} holds values of type {kinds}; expected real numbers.",
    "engine.arrays.empty": "{name} is empty (shape {shape}); expected at least one number.",
    "engine.arrays.infinite": "{name} has {value}; expected finite numbers.",
    "engine.arrays.infinite-at": "{name} has {value} at index {index}; expected finite numbers.",
    "engine.arrays.no-vector": "{name} has shape {shape}; expected one row of numbers, shape (n,).",
    "engine.arrays.no-matrix": "{name} has shape {shape}; expected rows and columns, shape (n_out, n_in).",
    "engine.arrays.no-inputs": {
        "one": "x has shape {shape}; expected (n, {n}), or ({n},) for one example: {n} input of layer 1.",
        "other": "x has shape {shape}; expected (n, {n}), or ({n},) for one example: {n} inputs of layer 1.",
    },
    "engine.arrays.no-targets": {
        "one": "target has shape {shape}; expected (n, {n}), or ({n},) for one example: {n} output of layer {layer}.",
        "other": "target has shape {shape}; expected (n, {n}), or ({n},) for one example: "
        "{n} outputs of layer {layer}.",
    },
    "engine.arrays.one-row-each": "{refusal} For {examples} examples give one row each: [[…], […]].",
    "engine.arrays.no-positive": "{name} is {value}; expected one finite number above 0.",
    # ------------------------------------------------- activations and losses
    "engine.no-name.activation": "The activation is {name}; expected a name, one of {known}.",
    "engine.no-name.loss": "The loss is {name}; expected a name, one of {known}.",
    "engine.unknown.activation": "Unknown activation {name}; known: {known}.",
    "engine.unknown.loss": "Unknown loss {name}; known: {known}.",
    "engine.did-you-mean": "{refusal} Did you mean {name}?",
    "engine.loss.cross_entropy": "cross entropy",
    "engine.loss.categorical_cross_entropy": "categorical cross entropy",
    "engine.loss.squared_error": "squared error",
    "engine.no-derivative": "{name} has no elementwise derivative: each output depends on every z; use jacobian(z).",
    "engine.target.outside": "target holds {value}; {loss} expects targets from 0 to 1.",
    "engine.target.sum": "target of example {example} sums to {total}; {loss} expects targets that sum to 1.",
    # ---------------------------------------------------------- the network
    "engine.network.biases": "Layer.biases has shape {biases} and Layer.weights {weights}; "
    "expected one bias for each row of weights, shape {expected}.",
    "engine.network.one-layer": "Network takes a list of layers, and one Layer came; write Network([layer]).",
    "engine.network.no-layers": "Network has no layers; expected at least one.",
    "engine.network.no-layer": "layer {layer} is a {kind}; expected a Layer(weights, biases, …).",
    "engine.network.not-hidden": "layer {layer} has {activation} in a hidden layer; "
    "expected it in the last layer only.",
    "engine.network.chain": {
        "one": "layer {layer} has weights of shape {shape}, so it takes {n} input; "
        "expected {expected}, the number of neurons in layer {before}.",
        "other": "layer {layer} has weights of shape {shape}, so it takes {n} inputs; "
        "expected {expected}, the number of neurons in layer {before}.",
    },
    "engine.network.z-out-of-range": "layer {layer}: z is out of range; expected smaller weights, biases or inputs.",
    "engine.network.loss-out-of-range": "L is out of range; expected smaller weights, biases, inputs or targets.",
    "engine.network.update-out-of-range": "layer {layer}: its update is out of range; "
    "expected a smaller learning_rate.",
    "engine.network.output": "layer {layer}, the output layer, has {activation}; {loss} expects {requires} there.",
    "engine.network.examples": {
        "one": "target has {n} example and x has {inputs}; expected as many targets as inputs.",
        "other": "target has {n} examples and x has {inputs}; expected as many targets as inputs.",
    },
    "engine.network.no-pass": "{name} is a {kind}; expected the {expected} of this network.",
    "engine.network.another": "{name} belongs to another network; expected a pass that this network made.",
    # ------------------------------------------------------ descent and paths
    "engine.descent.no-updates": "updates is {updates}; expected a whole number above 0.",
    "engine.descent.no-batch-size": "batch_size is {size}; expected a whole number above 0, or None for all examples.",
    "engine.descent.weight": "w layer {layer}, {j} ← {k}",
    "engine.descent.bias": "b layer {layer}, {j}",
    "engine.paths.too-many": "{count} multiplications; expected a network that takes at most {most}.",
}
