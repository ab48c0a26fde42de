"""What each misconception is that is told of a number alone, and what belongs there: the rest of ``slips``."""

SENTENCES = {
    # going forward
    "exercises.slip.weights-of-neighbour": "This takes the weights of another neuron. "
    "z takes those that enter the neuron, a row of W.",
    "exercises.slip.weights-of-other-inputs": "This multiplies each input by the weight of another input.",
    "exercises.slip.inputs-multiplied": "This multiplies the terms w x with one another. Add them: z = Σ w x + b.",
    "exercises.slip.activation-is-softmax": "This takes softmax over the layer. The activation here is another one.",
    "exercises.slip.inputs-added": "This adds each weight to its input. Multiply them: z = Σ w x + b.",
    "exercises.slip.input-alone": "This takes input {source} alone. Every input adds w times it.",
    "exercises.slip.input-subtracted": "This subtracts the term of input {source}. z adds all of them: z = Σ w x + b.",
    "exercises.slip.base-two": "The activation takes 2 where e belongs.",
    "exercises.slip.base-ten": "The activation takes 10 where e belongs.",
    "exercises.slip.activation-of-size": "This takes f(|z|). Keep the sign of z: f(z).",
    "exercises.slip.activation-of-double": "This takes f(2z). The activation is f(z).",
    "exercises.slip.activation-of-half": "This takes f(½z). The activation is f(z).",
    "exercises.slip.part-of-sigmoid": "This takes {formula}, a part of σ alone: σ(z) = 1 / (1 + e⁻ᶻ).",
    "exercises.slip.sigmoid-without-one": "The 1 in the denominator of σ is left out: σ(z) = 1 / (1 + e⁻ᶻ).",
    "exercises.slip.fed-by-earlier": "This is fed by the a of an earlier layer. "
    "What feeds a layer is the a of the layer before.",
    "exercises.slip.fed-by-own-layer": "This multiplies by an a of the weight's own layer. "
    "What feeds a weight is the a of the layer before.",
    "exercises.slip.feed-without-sign": "This takes what feeds the layer without its sign. Keep it.",
    "exercises.slip.softmax-without-itself": "This leaves the neuron's own power out of the sum that divides it. "
    "Softmax divides by the sum over all neurons.",
    "exercises.slip.softmax-one-added": "This adds 1 to the sum that divides it. "
    "Softmax divides by the sum over all neurons, and no more.",
    "exercises.slip.softmax-over-examples": "This divides by the sum over the examples. "
    "Softmax divides by the sum over the neurons, within each example.",
    "exercises.slip.softmax-over-all": "This divides by the sum over all neurons of all examples. "
    "Softmax divides by the sum over the neurons, within each example.",
    "exercises.slip.leak-other": "Below 0 this multiplies by {leak}. Leaky ReLU takes {own} here.",
    "exercises.slip.leak-above": "Above 0 this multiplies by {leak}. There leaky ReLU is z itself.",
    "exercises.slip.factor-z-forgotten": "This leaves out the z in front: GELU(z) = z σ(2u).",
    "exercises.slip.bias-of-another-layer": "This adds the bias of another layer. Each neuron has its own.",
    "exercises.slip.bias-of-another-layer-too": "This adds another layer's bias besides. Each neuron adds its own.",
    "exercises.slip.activation-too-early": "The activation is applied to z already. z is the sum alone: z = Σ w x + b.",
    "exercises.slip.biases-added": "This adds the biases of all neurons. Each neuron adds its own.",
    "exercises.slip.bias-is-one": "This adds 1 in the place of the bias b.",
    "exercises.slip.bias-for-each-input": "This adds the bias once for each input. Add it once: z = Σ w x + b.",
    "exercises.slip.mean-of-all": "This divides z by the number of inputs: it is the sum of w times a, not the mean.",
    # the cost
    "exercises.slip.square-of-sum": "This squares the sum. Square each output's y − ŷ before they are added.",
    "exercises.slip.cost-without-target": "The target is left out of the cost: C compares y with ŷ.",
    "exercises.slip.cost-of-every-output": "This adds −ln y of every output. The target chooses: C = −Σ ŷ ln y.",
    "exercises.slip.cost-target-added": "This adds the target to y. C is of their difference, y − ŷ.",
    "exercises.slip.target-turned-round": "This takes 1 − ŷ for the target ŷ.",
    "exercises.slip.output-of-another-class": "This takes the output of another class. "
    "Take the one whose target ŷ is 1.",
    "exercises.slip.costs-multiplied": "This multiplies the costs of the examples. L adds them.",
    "exercises.slip.second-term-subtracted": "The two terms of C have different signs here: "
    "C = −Σ [ŷ ln y + (1 − ŷ) ln(1 − y)].",
    "exercises.slip.target-rounded": "This takes 0 or 1 for the target. ŷ enters as it is.",
    "exercises.slip.entropy-subtracted": "This subtracts the entropy of the targets. C is the sum with ln y alone.",
    # going back
    "exercises.slip.slope-of-leaky-relu": "This takes the slope of leaky ReLU. "
    "This neuron's activation is another one.",
    "exercises.slip.slope-of-gelu": "This takes the slope of GELU. This neuron's activation is another one.",
    "exercises.slip.slope-sides-exchanged": "This takes the slope of the other side of 0. Look at the sign of z.",
    "exercises.slip.slope-at-feed": "This takes the slope at what feeds the layer. It belongs at z: f′(z).",
    "exercises.slip.slope-at-target": "This takes the slope at the target ŷ. It belongs at z: f′(z).",
    "exercises.slip.path-subtracted": "This subtracts the path through neuron {neuron} of the next layer. "
    "∂C/∂a adds all paths.",
    "exercises.slip.slope-too-early": "This multiplies ∂C/∂a by f′(z) already. Times f′(z) it is ∂C/∂z.",
    "exercises.slip.slope-without-z": "This leaves out the z in the second term of GELU's slope. "
    "By the product rule, z multiplies the slope of what stands beside it.",
    "exercises.slip.delta-of-later": "This takes ∂C/∂z of a later layer. What comes back is that of the next layer.",
    "exercises.slip.back-and-a": "This multiplies what comes back by a besides. Leave it out.",
    "exercises.slip.softmax-others-added": "This adds the parts of the other outputs. "
    "Softmax's slopes subtract them: y (∂C/∂y − Σ y ∂C/∂y).",
    "exercises.slip.slope-root": "This takes the root of the slope. Going back through a neuron multiplies by f′(z).",
    "exercises.slip.softmax-others-alone": "This leaves out the part of the output's own slope. "
    "Softmax's slopes add up over all outputs: y (∂C/∂y − Σ y ∂C/∂y).",
    "exercises.slip.slope-of-z-squared": "This multiplies by 1 − z² in the place of the slope f′(z).",
    "exercises.slip.slope-is-one-plus-a-squared": "This multiplies by 1 + a² in the place of the slope f′(z).",
    "exercises.slip.slope-of-silu": "This takes the slope of SiLU. This neuron's activation is another one.",
    "exercises.slip.slope-first-term": "This takes the first term of the slope alone. "
    "By the product rule, GELU's slope has two.",
    "exercises.slip.slope-second-term": "This takes the second term of the slope alone. "
    "By the product rule, GELU's slope has two.",
    "exercises.slip.softmax-sum-added": "This adds the sum over the outputs. "
    "Softmax's slopes subtract it: y (∂C/∂y − Σ y ∂C/∂y).",
    "exercises.slip.softmax-sum-forgotten": "This leaves out the sum over the outputs. "
    "Softmax's slopes subtract it: y (∂C/∂y − Σ y ∂C/∂y).",
    "exercises.slip.softmax-path-alone": "Through softmax this follows the path of output {neuron} alone. "
    "Softmax's slopes add up over all outputs: y (∂C/∂y − Σ y ∂C/∂y).",
    "exercises.slip.slope-complement": "This multiplies by 1 − f′(z) in the place of the slope f′(z).",
    "exercises.slip.slope-subtracted": "This subtracts the slope. Going back through a neuron multiplies by it.",
    "exercises.slip.comes-back-squared": "This squares what comes back. It enters once: f′(z) times what comes back.",
    "exercises.slip.neurons-added": "This adds ∂C/∂z of all neurons of the layer. Each neuron keeps its own.",
    "exercises.slip.neurons-averaged": "This takes the mean of ∂C/∂z over the layer's neurons. "
    "Each neuron keeps its own.",
    "exercises.slip.slope-of-neighbour": "This takes the slope of another neuron. Each multiplies by its own.",
    "exercises.slip.slope-and-a": "This multiplies by a besides the slope f′(z). Leave it out.",
    "exercises.slip.z-for-y": "The way back starts from z − ŷ. It starts from y − ŷ.",
    "exercises.slip.target-of-neighbour": "This takes the target of another output. Each has its own ŷ.",
    "exercises.slip.error-without-sign": "The way back starts from |y − ŷ|. Keep the sign: y − ŷ.",
    "exercises.slip.cost-for-error": "The way back starts from the cost C. It starts from C's derivative.",
    "exercises.slip.cost-for-delta": "This takes the cost C for ∂C/∂z, its derivative.",
    "exercises.slip.start-without-target": "The target is left out of ∂C/∂y: ŷ multiplies 1/y.",
    "exercises.slip.divided-by-y-alone": "∂C/∂y is divided by y alone here: "
    "it is −ŷ/y + (1 − ŷ)/(1 − y), or −ŷ/y with softmax.",
    "exercises.slip.divided-by-one-minus-y": "∂C/∂y is divided by 1 − y alone here: "
    "it is −ŷ/y + (1 − ŷ)/(1 − y), or −ŷ/y with softmax.",
    "exercises.slip.divided-at-z": "∂C/∂y is divided by z (1 − z), or by z. The slope of the logarithm is taken at y.",
    "exercises.slip.divided-twice": "This divides y − ŷ by y (1 − y) twice. ∂C/∂y divides by it once.",
    "exercises.slip.start-of-binary": "This takes (y − ŷ) / (y (1 − y)), the slope of another loss. "
    "Here ∂C/∂y is −ŷ/y.",
    "exercises.slip.start-of-entropy": "This takes the slope of cross-entropy. Here the loss is squared error: y − ŷ.",
    "exercises.slip.logarithm-kept": "This keeps the logarithm. Its derivative is 1/y.",
    "exercises.slip.next-a-for-delta": "This takes a of the next layer for its ∂C/∂z.",
    "exercises.slip.next-target-for-delta": "This takes the target for ∂C/∂z of the next layer.",
    "exercises.slip.next-z-for-delta": "This takes z of the next layer for its ∂C/∂z.",
    "exercises.slip.weights-of-neighbour-back": "This goes back through the weights of another neuron. "
    "Take those that leave this one.",
    "exercises.slip.weights-of-other-paths": "This multiplies each ∂C/∂z by the weight of another path.",
    "exercises.slip.weights-updated-uphill": "This goes back through weights that are already updated, and uphill. "
    "Every gradient is taken with the old weights.",
    "exercises.slip.weights-updated-whole": "This goes back through weights that are already updated, and without η. "
    "Every gradient is taken with the old weights.",
    "exercises.slip.slope-of-what-comes-back-alone": "This takes the slope of what comes back, and it alone. "
    "The slope belongs at z: f′(z) times what comes back.",
    # the gradient and the update
    "exercises.slip.delta-is-of-y": "This takes ∂C/∂y for ∂C/∂z: the slope f′(z) is left out.",
    "exercises.slip.delta-forgotten": "This leaves out what comes back, ∂C/∂z: ∂C/∂w = ∂z/∂w · ∂C/∂z.",
    "exercises.slip.delta-of-neighbour": "This takes ∂C/∂z of another neuron.",
    "exercises.slip.feed-of-neighbour": "This takes another input than the one that feeds the weight.",
    "exercises.slip.error-for-delta": "This takes the output's error y − ŷ for ∂C/∂z of the layer.",
    "exercises.slip.fed-by-input": "This multiplies by x. What feeds this layer is the a of the layer before.",
    "exercises.slip.feed-divides": "This divides by what feeds the weight. Multiply by it.",
    "exercises.slip.feed-activated": "This applies the activation once more to the a that feeds the weight. "
    "That is f(z) already.",
    "exercises.slip.feed-squared": "This multiplies by what feeds the weight twice. It enters once.",
    "exercises.slip.delta-added": "This adds ∂C/∂z to what feeds the weight. Multiply them.",
    "exercises.slip.gradient-of-neighbour": "This takes the gradient of another parameter.",
    "exercises.slip.gradient-of-bias": "This takes the gradient of another parameter, the bias.",
    "exercises.slip.rounded-to-one-decimal": "A number that goes in here was rounded to one decimal. "
    "Keep three significant digits on the way.",
    "exercises.slip.rounded-to-two-decimals": "A number that goes in here was rounded to two decimals. "
    "Keep three significant digits on the way.",
    "exercises.slip.penalty-added": "This adds {rate} times the parameter to its gradient, as weight decay does. "
    "No such term belongs to the cost here.",
    "exercises.slip.gradients-added": "This adds the gradients of all weights of the neuron. Each weight has its own.",
    "exercises.slip.gradient-squared": "This takes the squared gradient. The step is η times the gradient.",
    "exercises.slip.update-each-batch": "This updates after every {size} examples. Here all examples make one update.",
    "exercises.slip.first-layer-alone-updated": "Only the first layer is updated here. Every layer takes its step.",
    "exercises.slip.gradients-not-cleared": "This is after two updates or more, "
    "each with the gradients of those before added again. Each update takes its own gradients alone.",
    "exercises.slip.updated-twice": "This is after two updates. Here one update is made.",
    "exercises.slip.updated-three-times": "This is after three updates. Here one update is made.",
    "exercises.slip.gradient-without-sign": "This takes the gradient without its sign. Keep it: the step is η ∂L/∂w.",
    "exercises.slip.difference-turned-round": "This subtracts the old parameter from the step: turn it round.",
    "exercises.slip.parameter-of-neighbour": "This takes the old value of another weight.",
    "exercises.slip.parameter-twice": "This counts the old parameter twice. It enters once: w − η ∂L/∂w.",
    "exercises.slip.parameter-of-bias": "This takes the old bias for the weight.",
    "exercises.slip.rate-of-both": "η multiplies the old parameter too. It multiplies the gradient alone: w − η ∂L/∂w.",
    "exercises.slip.rate-of-parameter": "η multiplies the old parameter in the place of the gradient: w − η ∂L/∂w.",
    "exercises.slip.step-times-parameter": "The old parameter multiplies the step. It stands alone: w − η ∂L/∂w.",
}
