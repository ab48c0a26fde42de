"""The words of the exercises of 00: gradient descent."""

SENTENCES = {
    "00-sign.prompt": "At some place ∂L/∂w is negative. Which way does an update move w?",
    "00-sign.hint": "The update is w − η ∂L/∂w, with η above 0.",
    "00-sign.solution": "Subtracting a negative number adds: w grows, and to first order L falls.",
    "00-sign.choice.grows": "w grows.",
    "00-sign.choice.shrinks": "w shrinks.",
    "00-sign.choice.sign-of-w": "It depends on the sign of w.",
    "00-sign.choice.stays": "w stays.",
    "00-sign.reason.shrinks": "w − η ∂L/∂w subtracts a negative number.",
    "00-sign.reason.sign-of-w": "The sign of w does not enter; only that of ∂L/∂w does.",
    "00-sign.reason.stays": "w stays only where ∂L/∂w is 0.",
    "00-hand.prompt": "By hand: the neuron starts at w = −2, b = 3. "
    "∂L/∂b is the sum of y − ŷ over the six examples: find it.",
    "00-diagram.prompt": "Read the explorer: set η to 5 and take one step from the start. "
    "What does the path do on the surface?",
    "00-diagram.hint": "Where does the point stand after the step, and where is the valley?",
    "00-diagram.solution": "The step overshoots the valley and lands far on the other side. "
    "From there it has to come back.",
    "00-diagram.choice.leaps": "It leaps across the valley.",
    "00-diagram.choice.creeps": "It creeps.",
    "00-diagram.choice.slides": "It slides into the valley.",
    "00-diagram.choice.stays": "It stays where it starts.",
    "00-diagram.reason.creeps": "It creeps when η is small. Here η is large.",
    "00-diagram.reason.slides": "It slides in with η near 0.3.",
    "00-diagram.reason.stays": "The gradient at the start is not 0.",
    "00-passes.prompt": "A network has 100 inputs and two layers of 100 neurons. "
    "How many forward passes do central differences need for one gradient?",
    "00-passes.hint": "Count the weights and the biases. Each needs one pass above and one below.",
    "00-passes.solution": "2P passes, with P = {parameters} parameters: {passes}.",
    "00-passes.reason.one-pass": "That is one pass a parameter. A central difference takes two: one above, one below.",
    "00-passes.reason.biases-forgotten": "That counts the weights and forgets the biases.",
    "00-code.prompt": "Write my_step(theta, gradient, learning_rate). Return the new θ.",
    "00-code.hint": "θ − η ∇L, for the whole array at once.",
}
