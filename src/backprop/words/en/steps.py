"""What the updates of a wrong loop do, as it is read off its weights and biases after each of them."""

_EACH = "Each is to be η times the gradient."

SENTENCES = {
    "exercises.steps.factors": "With η = {eta} and {n} examples that make one update, "
    "the steps, one after another, are {factors} times η times the gradient. " + _EACH,
    "exercises.steps.of-weights": "Of the weights alone: {told}",
    "exercises.steps.of-biases": "Of the biases alone: {told}",
    "exercises.steps.before": "From the second update on, the step is {factor} times η times the gradient, "
    "and {other} times the step before it. " + _EACH,
    "exercises.steps.parameter": "With η = {eta} a step is {factor} times η times the gradient, "
    "and {other} times the parameter itself. " + _EACH,
    "exercises.steps.gradient-before": "From the second update on, the step is {factor} times η times the gradient, "
    "and {other} times η times that of the update before. " + _EACH,
    "exercises.steps.gradient-of-start": "From the second update on, the step is {factor} times η times the gradient, "
    "and {other} times η times that of the start. " + _EACH,
    "exercises.steps.then": ", then ",
    "exercises.steps.and": " and ",
    "exercises.steps.batches": "In epoch {epoch} of {n} examples, with batch = {batch}, "
    "the updates take these places of its order, counted from 0: {mine}. They are to take {right}.",
    "exercises.steps.examples": "Of {n} examples, the first update counts {counts} times, one after another. "
    "Each is to count once.",
    "exercises.steps.shrinks": "Beside the step, each update subtracts {factor} times η times the weights. "
    "A step is η times the gradient, and no more.",
    "exercises.steps.starts": "For one neuron of the output the way back starts from {first}, "
    "for the other from {second}. For each, ∂C/∂z is y − ŷ.",
}
