"""What each misconception is, and what belongs there. The ids are those of ``exercises.slips``."""

SENTENCES = {
    # ------------------------------------------------------------ the slope
    "exercises.slip.slope-dropped": "This is the number without f′(z). "
    "Going back through a neuron multiplies by its slope.",
    "exercises.slip.slope-twice": "This has the output's f′(z) once too often. It stands in ∂C/∂z already.",
    "exercises.slip.slope-squared": "This multiplies by the slope twice. "
    "Going back through a neuron multiplies by it once.",
    "exercises.slip.slope-inverted": "This divides by the slope. Going back through a neuron multiplies by it.",
    "exercises.slip.slope-at-a": "This takes the slope at a. It belongs at z: f′(z), for σ that is a (1 − a).",
    "exercises.slip.slope-is-z": "This multiplies by z (1 − z). The slope of σ is a (1 − a).",
    "exercises.slip.slope-is-a": "This multiplies by a. The slope of σ is a (1 − a).",
    "exercises.slip.slope-is-one-minus-a": "This multiplies by 1 − a. The slope of σ is a (1 − a).",
    "exercises.slip.slope-is-plain-z": "This multiplies by z in the place of the slope f′(z).",
    "exercises.slip.slope-of-next": "This takes the next layer's slope. Each layer multiplies by its own.",
    "exercises.slip.slope-of-before": "This takes the slope of what feeds the layer. Each layer multiplies by its own.",
    "exercises.slip.slope-of-error": "This takes the slope of the error: e (1 − e) with e = y − ŷ. "
    "The slope belongs to the neuron: f′(z).",
    "exercises.slip.slope-of-what-comes-back": "This takes the slope of what comes back. "
    "The slope belongs at z: f′(z) times what comes back.",
    "exercises.slip.slope-of-sigmoid": "This is the slope of σ, a (1 − a). This neuron's activation is another one.",
    "exercises.slip.slope-of-tanh": "This is the slope of tanh, 1 − a². This neuron's activation is another one.",
    "exercises.slip.slope-of-relu": "This is the slope of ReLU, 1 or 0. This neuron's activation is another one.",
    # ---------------------------------------------------------- the way back
    "exercises.slip.weights-left-out": "This leaves out the weights. "
    "What comes back is the sum of w times ∂C/∂z over the next layer.",
    "exercises.slip.weights-transposed": "This uses W where the way back needs Wᵀ: "
    "take the weights that leave the neuron, not those that enter.",
    "exercises.slip.weights-entering": "This goes back through the weights that enter the layer. "
    "Take those that leave it, weights[l + 1].",
    "exercises.slip.weights-updated": "This goes back through weights that are already updated. "
    "Every gradient is taken with the old weights.",
    "exercises.slip.weights-without-sign": "This takes the weights without their sign. Keep it: w, not |w|.",
    "exercises.slip.path-forgotten": "This leaves out the path through neuron {neuron} of the next layer. "
    "Every path adds a term.",
    "exercises.slip.path-alone": "This follows the path through neuron {neuron} of the next layer alone. "
    "Every path adds a term.",
    "exercises.slip.error-again": "This takes the output's error for what comes back. "
    "Take ∂C/∂z of the next layer, times its weights.",
    # ---------------------------------------------------- sign, factor, start
    "exercises.slip.sign-flipped": "The sign is turned round.",
    "exercises.slip.target-swapped": "The sign is turned round, as when target and output are swapped: "
    "∂C/∂z starts from y − ŷ.",
    "exercises.slip.target-forgotten": "The target is left out: ∂C/∂z starts from y − ŷ.",
    "exercises.slip.output-forgotten": "The output is left out: ∂C/∂z starts from y − ŷ.",
    "exercises.slip.factor-two": "Every entry is 2 times what it should be. "
    "The square has a ½ before it: no 2 is left.",
    "exercises.slip.factor-half": "Every entry is ½ of what it should be.",
    "exercises.slip.factor-n": "This is multiplied by the number of examples. Leave that factor out.",
    "exercises.slip.factor-eta": "This is multiplied by η. The gradient itself has no η: it enters at the update.",
    "exercises.slip.factor": "Every entry is {factor} times what it should be.",
    "exercises.slip.mean-for-sum": "This is the mean over the examples. Here L is their sum.",
    # ------------------------------------------------------------ the product
    "exercises.slip.not-summed": "It still has a row for each example. Sum over them.",
    "exercises.slip.first-example-alone": "This is the first example's share alone. The total sums over the examples.",
    "exercises.slip.last-example-alone": "This is the last example's share alone. The total sums over the examples.",
    "exercises.slip.summed-over-neurons": "This sums over the neurons, axis 1. "
    "Sum over the examples, axis 0: one number is left for each neuron.",
    "exercises.slip.summed-over-all": "This sums over the neurons and over the examples. "
    "Sum over the examples alone, axis 0: each neuron keeps its own number.",
    "exercises.slip.fed-by-z": "This is fed by z. What feeds a layer is the a of the layer before.",
    "exercises.slip.fed-by-own-a": "This multiplies by the layer's own a. "
    "What feeds it is x, or the a of the layer before.",
    "exercises.slip.fed-by-x": "This layer is fed by x again. Feed it the a of the layer before.",
    "exercises.slip.fed-by-weight": "This multiplies by the weight. ∂z/∂w is what feeds the weight: x, or an a.",
    "exercises.slip.fed-by-output": "This multiplies by y. What feeds a layer is x, or the a of the layer before.",
    "exercises.slip.feed-forgotten": "This leaves out what feeds the weight: ∂C/∂w = ∂z/∂w · ∂C/∂z.",
    # -------------------------------------------------------------- forward
    "exercises.slip.bias-forgotten": "This leaves out the bias: z = Σ w x + b.",
    "exercises.slip.bias-twice": "This adds the bias twice: z = Σ w x + b.",
    "exercises.slip.bias-subtracted": "This subtracts the bias. Add it: z = Σ w x + b.",
    "exercises.slip.activation-missing": "The activation is missing: a = f(z).",
    "exercises.slip.activation-negated": "This is f(−z). For σ, the exponent needs a minus: e⁻ᶻ.",
    "exercises.slip.activation-other": "This is {name}(z). The activation here is another one.",
    "exercises.slip.activation-twice": "This applies the activation twice: a = f(z), once.",
    # ------------------------------------------------------------ the update
    "exercises.slip.adds-step": "This adds the step. Going downhill subtracts it.",
    "exercises.slip.rate-forgotten": "This subtracts the gradient itself. Multiply it by η first.",
    "exercises.slip.rate-twice": "This multiplies by η twice. The step is η times the gradient.",
    "exercises.slip.rate-own": "This takes a learning rate of its own, {rate}. Use the η that is given.",
    "exercises.slip.not-updated": "This is the old parameter. Subtract η times the gradient.",
    "exercises.slip.step-alone": "This is the step itself. Subtract it from the old parameter.",
    # --------------------------------------------------------- the arrays
    "exercises.slip.order": "The arrays are right, their order is not: the first layer comes first.",
    "exercises.slip.transposed": "It is transposed.",
    "exercises.slip.columns": "This takes the examples for columns. Here they stand in rows: sum over axis 0.",
    "exercises.slip.rounded": "It is rounded: the first digits agree. Keep every digit, in arrays of float64.",
    "exercises.slip.in-place": "One array stands for both: it was overwritten in place. Make a new array.",
}
