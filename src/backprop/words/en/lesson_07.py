"""What the cells of notebook 07 print: heads of tables, what follows from the numbers, model answers."""

SENTENCES = {
    "07.recall-sum": "k runs over the neurons of the next layer, because that is where aⱼ goes. "
    "It will be one product of matrices in stage 2.",
    "07.recall-equal": "Neurons that start alike stay alike: they compute the same a and get the same gradient. "
    "So before the digits you will draw the weights at random.",
    "07.shape": "The 64 pixels are summed over and gone. A row for each example is left, "
    "and a column for each of the 32 neurons.",
    "07.place": "What is found last stands first, and dC_dz[0] is the first layer.",
    "07.falls": "One step, and L went from {before} to {after}.",
    "07.head.off": "off by",
    "07.nudges": "From line to line h is ten times smaller, and the nudge a hundred times closer. The bend of the "
    "curve adds the same to both losses and drops out of their difference; what is left of it goes with h². With 10⁻¹⁷ "
    "nothing moves at all: in the sixteen digits that a computer keeps, 1 + 10⁻¹⁷ is 1. The two losses are equal, and "
    "the nudge says 0.\n"
    "In between, the two losses agree in more and more of their digits, and fewer are left for their difference. "
    "About 10⁻⁵ loses least on both sides.",
    "07.batches": "{updates} updates: whole batches, and at the end one of the {last} images that are left.",
    "07.head.digit": "digit",
    "07.head.eye": "np.eye(10)[digit]",
    "07.guesses": "Before the first update it guesses: about 1 picture in 10 is right.",
    "07.reads": "After 20 epochs it reads more than 95 in 100 of the pictures that it has never seen.",
    "07.alike": "From weights of 0 it reads fewer than half. They did move. But all 32 hidden neurons are still "
    "one and the same, and a single number is not enough to tell ten digits apart.",
    "07.derivation": "For a bias, ∂z/∂b = 1 stands in the place of what feeds the weight. "
    "So F is a column of ones, one for each example: (Dᵀ 1)ⱼ = Σₙ Dₙⱼ · 1.\n"
    "That is the sum over the rows, and delta.sum(axis=0) is a shorter way to write it. "
    "A bias is a weight that is always fed by 1.",
    "07.loop-drawing": "From outside: x to forward and to multiply, target to backward, learning_rate to update.\n"
    "Forward hands z and a to backward, and a to multiply. Backward hands dC_dz to multiply. "
    "Multiply hands dL_dw and dL_db to update.\n"
    "Update hands the new weights and biases to forward, and the weights to backward: there the ring closes. "
    "No gradient travels round the ring; each turn finds its own.",
    "07.friend": "One answer among many:\n"
    "The line finds the slope of the loss for every weight, by one walk back over what the forward pass has kept. "
    "It moves nothing, so whoever forgets the step trains nothing, and gets no error. "
    "When I took the first row of an array for a whole batch, everything ran and the network learned badly: "
    "only somebody who knows which shape should stand there can see that. "
    "And once you know that the slopes of many layers are multiplied, you know why deep networks can stop learning, "
    "and where to look.",
}
