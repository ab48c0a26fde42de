"""The words of the exercises of 03: the backward pass."""

SENTENCES = {
    "03-double.prompt": "You double every weight of the last layer and keep every z and the two ∂C/∂z of the outputs. "
    "What happens to ∂C/∂z of the layer before?",
    "03-double.hint": "∂C/∂a is a sum of w · ∂C/∂z over the next layer.",
    "03-double.solution": "Every term w · ∂C/∂z doubles, so the sum doubles. The gain σ′(z) is a constant.",
    "03-double.choice.doubles": "It doubles.",
    "03-double.choice.fourfold": "It grows fourfold.",
    "03-double.choice.stays": "It stays.",
    "03-double.choice.signs": "It depends on the signs of the weights.",
    "03-double.reason.fourfold": "The weights enter once, and the gain does not change.",
    "03-double.reason.stays": "The wires carry w · ∂C/∂z, and w has doubled.",
    "03-double.reason.signs": "Each term doubles, whatever its sign, so their sum doubles.",
    "03-hand.prompt": "By hand: find ∂C/∂z₄ of the lecture's network. ∂C/∂z₅ = −0.382 and ∂C/∂z₆ = 0.829; "
    "the weights that leave a₄ = 0.111 are −1 and 4.",
    "03-diagram.prompt": "Read the reverse network: what is ∂C/∂a₂, the sum of what its two wires carry?",
    "03-code.prompt": "Write my_hidden(dC_dz_next, weights_next, a) for a sigmoid layer. "
    "Return its ∂C/∂z, one example a row.",
    "03-code.hint": "Back through the wires: dC_dz_next @ weights_next. Then through the neuron: times a (1 − a).",
}
