"""The words of the exercises of 02: the forward pass."""

SENTENCES = {
    "02-zero.prompt": "An input is 0. What is the gradient of the weights that it feeds?",
    "02-zero.hint": "∂C/∂w = ∂z/∂w · ∂C/∂z. What is ∂z/∂w here?",
    "02-zero.solution": "∂z/∂w is the input, and the input is 0. So ∂C/∂w = 0: this example does not move that weight.",
    "02-zero.choice.zero": "It is 0.",
    "02-zero.choice.dC_dz": "It is ∂C/∂z.",
    "02-zero.choice.weight": "It depends on the weight.",
    "02-zero.choice.one": "It is 1.",
    "02-zero.reason.dC_dz": "That is the bias's gradient: ∂z/∂b = 1.",
    "02-zero.reason.weight": "z is linear in w, so ∂z/∂w does not depend on w.",
    "02-zero.reason.one": "1 is ∂z/∂b. For a weight, ∂z/∂w is what feeds it.",
    "02-hand.prompt": "By hand: the worked example has w₁ = 0.4, w₂ = −0.6, b = 0.1. "
    "Find z for its second example, x = (−1, 2).",
    "02-diagram.prompt": "Read the stepper of the 2-2-2-2 network, after its forward pass: z₅ = w a₃ + … . "
    "What is ∂z₅/∂w for the weight w from a₃ to z₅?",
    "02-diagram.hint": "∂z/∂w is what feeds the weight.",
    "02-diagram.solution": "∂z₅/∂w = a₃ = {a}",
    "02-diagram.reason.z": "That is z₃. What feeds the weight is a₃, after the activation.",
    "02-diagram.reason.weight": "That is the weight itself.",
    "02-code.prompt": "Write my_forward(feed, weights, biases) for one sigmoid layer. Return z and a. "
    "feed has one example a row.",
    "02-code.hint": "One row of weights feeds one neuron, so multiply by the transpose: feed @ weights.T.",
}
