"""The words of the exercises of 06: other activations and losses."""

SENTENCES = {
    "06-places.prompt": "You put tanh in place of σ in a hidden layer and keep every weight. "
    "Which rules do you rewrite?",
    "06-places.hint": "Where does the letter f stand in the formulas of the two passes?",
    "06-places.solution": "f(z) going forward and f′(z) going back. Everything else is written without f.",
    "06-places.choice.value": "Only a = f(z).",
    "06-places.choice.gain": "Only the gain f′(z).",
    "06-places.choice.both": "a = f(z) and the gain f′(z).",
    "06-places.choice.product-too": "These two, and ∂C/∂w = ∂z/∂w · ∂C/∂z.",
    "06-places.reason.value": "The way back multiplies by the slope of the function, so it changes too.",
    "06-places.reason.gain": "The forward pass computes a with the function, so it changes too.",
    "06-places.reason.product-too": "The product holds for any activation: its numbers change, its rule does not.",
    "06-hand.prompt": "By hand: with squared error, find ∂C/∂z′ of the worked example for x = (1, 0.5), ŷ = (1, 0). "
    "There z′ = {z} and y₁ = {y}.",
    "06-rate.prompt": "A friend trains the worked example's three examples on MSE, the mean of all the squares, "
    "with no ½. You train on ½ Σ (y − ŷ)² with η = 0.5. Which η gives your friend the same step?",
    "06-rate.hint": "How many squares are there? Their gradient is 2 / (number of squares) times yours.",
    "06-rate.solution": "There are 3 · 2 = {squares} squares, so their gradient is 2/{squares} of yours. "
    "η = {rate} · {squares}/2 = {answer}.",
    "06-rate.reason.turned-round": "This is turned round: their gradient is the smaller one, "
    "so they need the larger η.",
    "06-rate.reason.half-left-out": "This leaves out the ½ of your loss: its gradient has no 2 in front, theirs has.",
    "06-rate.reason.examples-alone": "This counts the examples alone. The mean is over the outputs too.",
    "06-rate.reason.same-rate": "The gradients differ by a factor, so the same η gives another step.",
    "06-diagram.prompt": "Read the reverse network: what is ∂C/∂z₂, of the neuron beside the dead one?",
    "06-dead.prompt": "Here z₁ < 0. Which gradients of this example are 0 because of it?",
    "06-dead.hint": "∂C/∂w = ∂z/∂w · ∂C/∂z. "
    "Which of the two factors is 0, for the weights before it and for those after it?",
    "06-dead.solution": "Its gain is 0, so ∂C/∂z₁ = 0 and its own weights and bias have gradient 0. "
    "Its output is 0 too, and that is ∂z/∂w for the weights that leave it.",
    "06-dead.choice.none": "None.",
    "06-dead.choice.own": "Those of its own two weights and its bias.",
    "06-dead.choice.leaving": "Those of the two weights that leave it.",
    "06-dead.choice.all": "Those of its own weights and bias, and of the weights that leave it.",
    "06-dead.reason.none": "Its gain is 0: look at ∂C/∂z₁.",
    "06-dead.reason.own": "True, and there are more: what feeds the weights that leave it?",
    "06-dead.reason.leaving": "True, and there are more: what is ∂C/∂z₁?",
    "06-code.prompt": "SiLU is z σ(z). Write my_silu(z) for an array z. Return its value and its slope.",
    "06-code.hint": "The product rule: one factor is z, with slope 1; the other is σ(z), with slope σ(z)(1 − σ(z)).",
}
