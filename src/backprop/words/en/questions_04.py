"""The words of the exercises of 04: the worked sigmoid and cross-entropy example."""

SENTENCES = {
    "04-saturated.prompt": "First example, x = (1, 0.5): you raise b from 0.1 to 3. "
    "What happens to σ′(z), and to ∂C/∂z?",
    "04-saturated.hint": "σ′ is largest at z = 0. Where is z now?",
    "04-saturated.solution": "z is about 3.1. There σ is flat, so σ′(z) shrinks, "
    "and ∂C/∂z = σ′(z) ∂C/∂a shrinks with it.",
    "04-saturated.choice.both-grow": "Both grow in size.",
    "04-saturated.choice.both-shrink": "Both shrink in size.",
    "04-saturated.choice.apart": "σ′(z) shrinks and ∂C/∂z grows in size.",
    "04-saturated.choice.neither": "Neither changes.",
    "04-saturated.reason.both-grow": "σ′ grows towards z = 0, and z moves away from it.",
    "04-saturated.reason.apart": "∂C/∂z has σ′(z) as a factor, and ∂C/∂a changes far less.",
    "04-saturated.reason.neither": "b moves z, and σ′ depends on z.",
    "04-bias.prompt": "By hand: find ∂C/∂b″ for the second example, x = (−1, 2), ŷ = (0, 1).",
    "04-diagram.prompt": "Read the reverse network of the 2-2-2-2 stepper: "
    "what is ∂C/∂a₁, the sum of what its two wires carry?",
    "04-three.prompt": "By hand or in NumPy: find ∂L/∂w₃ over all three examples.",
    "04-code.prompt": "Write my_backward(a, y1, y2, t1, t2, w3, w4). Return ∂C/∂z′, ∂C/∂z″ and ∂C/∂z.",
    "04-code.hint": "Start at the outputs: y − ŷ. Then add the two paths into a, and multiply by σ′(z) = a (1 − a).",
}
