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
    "exercises.slip.at-first-neuron": "Only the first neuron of the layer is wrong.",
    "exercises.slip.at-last-neuron": "Only the last neuron of the layer is wrong.",
    "exercises.slip.sign-flipped": "The sign is turned round.",
    "exercises.slip.target-swapped": "The sign is turned round, as when target and output are swapped: "
    "∂C/∂z starts from y − ŷ.",
    "exercises.slip.target-forgotten": "The target is left out: ∂C/∂z starts from y − ŷ.",
    "exercises.slip.output-forgotten": "The output is left out: ∂C/∂z starts from y − ŷ.",
    "exercises.slip.factor-two": "Every entry is 2 times what it should be. "
    "A factor 2 is left over, as from a square without its ½.",
    "exercises.slip.factor-half": "Every entry is ½ of what it should be.",
    "exercises.slip.sum-factor-two": "The sum of w times a is 2 times what it should be, without the bias.",
    "exercises.slip.sum-factor-half": "The sum of w times a is ½ of what it should be, without the bias.",
    "exercises.slip.sum-factor": "The sum of w times a is {factor} times what it should be, without the bias.",
    "exercises.slip.sum-turned-round": "The sum of w times a has its sign turned round, without the bias.",
    "exercises.slip.sum-over-examples": "The sum of w times a is divided by the number of examples. Leave it whole.",
    "exercises.slip.sum-over-neurons": "The sum of w times a is divided by the number of neurons. Leave it whole.",
    "exercises.slip.sum-times-neurons": "The sum of w times a is multiplied by the number of neurons. Leave it whole.",
    "exercises.slip.sum-factor-varies": "The sum of w times a is multiplied by a number "
    "that is not the same in every network or layer.",
    "exercises.slip.f-for-z": "This is {name}, where z itself belongs: z = Σ w a + b.",
    "exercises.slip.factor-two-besides": "Besides, a factor 2 is left over, as from a square without its ½.",
    "exercises.slip.factor-half-besides": "Besides, it is multiplied by ½.",
    "exercises.slip.factor-besides": "Besides, it is multiplied by {factor}.",
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
    "exercises.slip.activation-negated": "This is f(−z). The activation is f(z); for σ it is 1 / (1 + e⁻ᶻ).",
    "exercises.slip.activation-other": "This is {name} of z. The activation here is another one.",
    "exercises.slip.activation-twice": "This applies the activation twice: a = f(z), once.",
    # ------------------------------------------------------------ the update
    "exercises.slip.adds-step": "This adds the step. Going downhill subtracts it.",
    "exercises.slip.rate-forgotten": "This subtracts the gradient itself. Multiply it by η first.",
    "exercises.slip.rate-twice": "This multiplies by η twice. The step is η times the gradient.",
    "exercises.slip.rate-own": "This takes a learning rate of its own, {rate}. Use the η that is given.",
    "exercises.slip.rate-at-most": "This takes {rate} where η is larger. Use the η that is given, however large.",
    "exercises.slip.rate-at-least": "This takes {rate} where η is smaller. Use the η that is given, however small.",
    "exercises.slip.not-updated": "This is the old parameter. Subtract η times the gradient.",
    "exercises.slip.step-alone": "This is the step itself. Subtract it from the old parameter.",
    # ------------------------------------------ what stands in another's place
    "exercises.slip.slope-other": "This multiplies by {what} in the place of the slope. The slope of σ is a (1 − a).",
    "exercises.slip.slope-dropped-output": "This is ∂C/∂y. Times σ′(z) it becomes y − ŷ.",
    "exercises.slip.slope-of-next-again": "This multiplies by the next layer's slope once more. "
    "It stands in the next layer's ∂C/∂z already.",
    "exercises.slip.slope-once-more": "This multiplies by the slope once more. It stands in ∂C/∂z already.",
    "exercises.slip.slope-for-activation": "This is the slope f′(z). Going forward takes the value: a = f(z).",
    "exercises.slip.fed-too-early": "This multiplies by what feeds the layer. That belongs to ∂C/∂w, not to ∂C/∂z.",
    "exercises.slip.start-other": "The way back starts from {what}. At the output, ∂C/∂z is y − ŷ.",
    "exercises.slip.target-is-number": "{size} stands in the place of the target: "
    "the way back starts from y − {size}. At the output, ∂C/∂z is y − ŷ.",
    "exercises.slip.error-forgotten": "The error y − ŷ is left out: ∂C/∂z starts from it.",
    "exercises.slip.back-other": "What comes back is taken as {what}. "
    "It is the sum of w times ∂C/∂z over the next layer.",
    "exercises.slip.summed-too-early": "This sums over the examples too early. Each example keeps its own row here.",
    "exercises.slip.averaged-too-early": "This averages over the examples. Each example keeps its own row here.",
    "exercises.slip.extra-term": "This adds a term that does not belong here: {term}.",
    "exercises.slip.extra-term-times": "This adds {factor} times a term that does not belong here: {term}.",
    "exercises.slip.small-number": "A small number is added, about {size}, as a guard against dividing by 0. "
    "Leave it out, or start from y − ŷ, which divides by nothing.",
    "exercises.slip.small-number-in-sigma": "A small number, {size}, is added to the denominator of σ: "
    "σ(z) = 1 / (1 + e⁻ᶻ).",
    "exercises.slip.number-in-sigma": "In the denominator of σ, {size} stands in the place of 1: σ(z) = 1 / (1 + e⁻ᶻ).",
    "exercises.slip.divided-by-examples": "This divides by the number of examples. "
    "∂C/∂z belongs to one example: leave it whole.",
    "exercises.slip.divided-by-outputs": "This divides by the number of outputs. C is their sum, not their mean.",
    "exercises.slip.divided-by-neurons": "This divides by the gradient's length, len(g). Leave that factor out.",
    "exercises.slip.divided-by-inputs": "This divides by the number of inputs. Leave that factor out.",
    "exercises.slip.divided-by-layers": "This divides by the number of layers. Leave that factor out.",
    "exercises.slip.divided-by-all": "This divides by the number of all entries, as the mean over an array does. "
    "Here L is a sum.",
    "exercises.slip.divided-by-size": "This divides the step by the number of the parameters in the array. "
    "The step is η times the gradient.",
    "exercises.slip.weights-transposed-forward": "This uses W where rows need Wᵀ: feed @ w.T.",
    "exercises.slip.weights-of-another-layer": "This takes the weights of another layer.",
    "exercises.slip.elementwise": "This multiplies entry by entry. "
    "A matrix product belongs here: it multiplies and sums.",
    "exercises.slip.transpose-missing": "A transpose is missing: dC_dz.T @ feed, so that the examples are summed over.",
    "exercises.slip.input-forgotten": "This leaves out input {source}. Every input adds w times it.",
    "exercises.slip.mean-over-inputs": "This divides by the number of inputs: z is the sum of w times a, not the mean.",
    "exercises.slip.activation-formula": "This is {formula} in the place of the activation.",
    "exercises.slip.bias-other": "This adds {what} in the place of the neuron's own bias.",
    "exercises.slip.bias-after-activation": "The bias is added after the activation. "
    "It belongs before it, in z = Σ w x + b.",
    "exercises.slip.feed-other": "This layer is fed by {what}. What feeds it is x, or the a of the layer before.",
    "exercises.slip.delta-other": "This takes {what} for ∂C/∂z of the layer.",
    "exercises.slip.sum-other": "This takes {what}. Sum ∂C/∂z over the examples, axis 0.",
    "exercises.slip.example-forgotten": "One example is left out of the sum. The total sums over all of them.",
    "exercises.slip.summed-before-multiplied": "This sums over the examples before it multiplies. "
    "Multiply first, within each example, then sum.",
    "exercises.slip.first-example-left": "Only the first example's row is here. Every example keeps a row.",
    "exercises.slip.last-example-left": "Only the last example's row is left. Every example keeps a row.",
    "exercises.slip.gradient-other": "This takes {what} in the place of the gradient. "
    "The step is η times the gradient.",
    "exercises.slip.parameter-for-gradient": "This subtracts η times the parameter itself. "
    "The step is η times its gradient.",
    "exercises.slip.parameter-scaled": "This is {factor} times the old parameter: no gradient enters. "
    "Subtract η times the gradient.",
    "exercises.slip.parameter-shrunk": "The old parameter is scaled before the step is taken. "
    "Here it stays whole: w − η ∂L/∂w.",
    "exercises.slip.parameter-turned-round": "The old parameter's sign is turned round. "
    "It stays as it is: w − η ∂L/∂w.",
    "exercises.slip.step-factor": "The step is {factor} times what it should be: η times the gradient, and no more.",
    "exercises.slip.factor-two-step": "The step is 2 times what it should be: take it once.",
    "exercises.slip.factor-half-step": "The step is ½ of what it should be: η times the gradient.",
    "exercises.slip.step-times": "The step is multiplied by {what}. It is η times the gradient.",
    "exercises.slip.rate-divides": "This divides by η. The step is η times the gradient.",
    "exercises.slip.rate-complement": "This multiplies by 1 − η. The step is η times the gradient.",
    "exercises.slip.shape": "The numbers are right, the shape is not.",
    "exercises.slip.slope-is": "da/dz is {what} here. It is σ(z) + z σ(z)(1 − σ(z)).",
    "exercises.slip.of-another-entry": "This takes the gradient of another entry. Each has its own.",
    "exercises.slip.zeros-of-a": "It is 0 everywhere, as σ(z) is where it is cut to whole numbers.",
    "exercises.slip.zeros": "It is 0 everywhere.",
    "exercises.slip.groups-swapped": "The arrays are right, the order of the lists is not: "
    "return {first}, then {second}.",
    "exercises.slip.cut-at-zero": "Numbers below 0 are cut off. Keep them.",
    "exercises.slip.gradient-alone": "This is the gradient alone. Subtract η times it from the old parameter.",
    "exercises.slip.slope-added": "This adds the slope. Going back through a neuron multiplies by it.",
    "exercises.slip.error-for-all": "This is the output's error, for every layer alike. "
    "Each layer's ∂C/∂z is found from the next one's: through its weights, times the slope.",
    "exercises.slip.slopes-nested": "This puts one slope into the other. Along one path they multiply.",
    "exercises.slip.truncated": "It is cut to whole numbers, as in an array of int. Keep every digit.",
    "exercises.slip.feed-for-a": "This is what feeds the layer. a is what leaves it: a = f(z).",
    "exercises.slip.a-for-z": "This is a, after the activation. z is what stands before it.",
    "exercises.slip.brackets-missing": "Brackets are missing: the slope, a (1 − a) or a − a², multiplies as a whole.",
    "exercises.slip.clipped": "This is clipped at ±{limit}. Nothing is clipped here.",
    "exercises.slip.columns-forward": "This is W @ feed, as for examples in columns. "
    "Here they stand in rows: feed @ w.T.",
    "exercises.slip.bias-over-examples": "This adds a bias to each example. Each neuron has its own: feed @ w.T + b.",
    "exercises.slip.rate-subtracted": "This adds or subtracts η itself. It multiplies the gradient: w − η ∂L/∂w.",
    # ------------------------------------------------------ the code questions
    "exercises.slip.outer-slope-at-x": "This takes h′ at x. It belongs at y = g(x).",
    "exercises.slip.outer-slope-at-slope": "This takes h′ at g′(x). It belongs at y = g(x).",
    "exercises.slip.outer-slope-at-own-slope": "This takes h′ at h′(x). It belongs at y = g(x).",
    "exercises.slip.outer-slope-at-product": "This takes h′ at x g(x). It belongs at y = g(x).",
    "exercises.slip.product-for-chain": "This is the product rule. Here one function stands in the other, "
    "and along one path the slopes multiply.",
    "exercises.slip.inner-slope-at-outer-slope": "This takes g′ at what h′ gives. It belongs at x.",
    "exercises.slip.inner-slope-at-y": "This takes g′ at y. It belongs at x.",
    "exercises.slip.inner-slope-alone": "This is dy/dx alone. Multiply by dz/dy.",
    "exercises.slip.outer-slope-alone": "This is dz/dy alone. Multiply by dy/dx.",
    "exercises.slip.sum-for-product": "This adds the two slopes. Along one path they multiply.",
    "exercises.slip.difference-for-product": "This subtracts the two slopes. Along one path they multiply.",
    "exercises.slip.divides-for-product": "This divides by dy/dx. Along one path the slopes multiply.",
    "exercises.slip.value-for-slope": "This takes the value of {function} where its slope belongs.",
    "exercises.slip.x-for-slope": "This multiplies by x where dy/dx belongs.",
    "exercises.slip.besides-in-chain": "This multiplies by {what} besides. dz/dx is dz/dy times dy/dx alone.",
    "exercises.slip.targets-of-others": "An input is taken with the target of another example. "
    "Each input needs its own.",
    "exercises.slip.updates-other": "This makes another number of updates than updates says.",
    "exercises.slip.slope-squared-chain": "This multiplies by dy/dx twice. It enters once.",
    "exercises.slip.outer-slope-squared": "This multiplies by dz/dy twice. It enters once.",
    "exercises.slip.functions-swapped": "This goes through h first. x enters g, and y = g(x) enters h.",
    "exercises.slip.results-order": "The numbers are right, their order is not: return ∂C/∂z′, ∂C/∂z″, then ∂C/∂z.",
    "exercises.slip.one-update": "This is one update. Repeat it, as many times as updates says, "
    "and take the new network for the old each time.",
    "exercises.slip.one-too-few": "This is one update too few.",
    "exercises.slip.one-too-many": "This is one update too many.",
    "exercises.slip.twice-as-many": "These are twice as many updates.",
    "exercises.slip.not-trained": "This is the network of the start: no update has changed it.",
    "exercises.slip.gradient-of-the-start": "Every update uses the gradient of the start. "
    "Go forward and back again with the new network.",
    "exercises.slip.from-the-start": "Every update starts again from the first network. Update the newest one.",
    "exercises.slip.update-each-example": "This updates after each example. Here all examples make one update.",
    "exercises.slip.one-example-an-update": "Each update uses one example alone. Here all examples make one update.",
    "exercises.slip.part-of-the-examples": "Each update uses a part of the examples alone. "
    "Here all examples make one update.",
    "exercises.slip.rate-shrinks": "The learning rate shrinks from update to update. Here η stays.",
    "exercises.slip.rate-by-layer-onward": "The learning rate is multiplied by {factor} from each layer to the next. "
    "Here every layer has the same η.",
    "exercises.slip.rate-by-layer-back": "The learning rate is multiplied by {factor} "
    "from each layer to the one before. Here every layer has the same η.",
    "exercises.slip.rate-over-layer-onward": "The learning rate is divided by the layer's number. "
    "Here every layer has the same η.",
    "exercises.slip.rate-over-layer-back": "The learning rate is divided by the layer's number, counted from the last. "
    "Here every layer has the same η.",
    "exercises.slip.divided-by-updates": "This divides η by the number of updates. Each update takes the whole η.",
    "exercises.slip.weights-alone-updated": "Only the weights are updated. The biases take their step too.",
    "exercises.slip.biases-alone-updated": "Only the biases are updated. The weights take their step too.",
    "exercises.slip.last-layer-alone-updated": "Only the last layer is updated. Every layer takes its step.",
    "exercises.slip.loss-other": "This goes back from squared error. Here the loss is cross-entropy.",
    "exercises.slip.first-term-other": "The product rule's first term is {what} here. "
    "It is 1 · σ(z): the slope of z, times σ(z).",
    "exercises.slip.second-term-other": "The product rule's second term is {what} here. "
    "It is z times the slope of σ: z σ(z)(1 − σ(z)).",
    "exercises.slip.first-term-missing": "The product rule's first term is missing: 1 · σ(z).",
    "exercises.slip.second-term-missing": "The product rule's second term is missing: z σ(z)(1 − σ(z)).",
    "exercises.slip.terms-subtracted": "The two terms of the product rule are subtracted. Add them.",
    "exercises.slip.terms-multiplied": "The two terms of the product rule are multiplied. Add them.",
    "exercises.slip.factors-slopes-multiplied": "This multiplies the slopes of the two factors. "
    "The product rule gives a sum: 1 · σ(z) + z · σ′(z).",
    "exercises.slip.slope-at-value": "This takes the slope of σ at z σ(z). It belongs at z.",
    "exercises.slip.tanh-for-sigma": "tanh stands in the place of σ. SiLU is z σ(z).",
    "exercises.slip.slope-is-differences": "This takes the differences from one value to the next, "
    "as np.gradient does. Each z has its own slope: σ(z) + z σ(z)(1 − σ(z)).",
    "exercises.slip.value-other": "The value is {what} here. SiLU is z σ(z).",
    # --------------------------------------------------------- one number
    "exercises.slip.slope-of-one-alone": "This multiplies by y (1 − y) alone. "
    "Every output of softmax depends on every z: each adds its own slope times ∂C/∂y.",
    "exercises.slip.slope-at-each-path": "This multiplies the sum by the slope after each path, "
    "so that the first paths get it several times. Add all paths, then multiply once.",
    "exercises.slip.slope-alone": "This is the slope f′(z) alone, without what comes back. Multiply them.",
    "exercises.slip.error-added": "This adds the target. ∂C/∂z starts from y − ŷ.",
    "exercises.slip.error-squared": "This starts from the squared error. Its derivative is y − ŷ.",
    "exercises.slip.error-not-divided": "This is y − ŷ. That is ∂C/∂z here; ∂C/∂y comes before f′(z).",
    "exercises.slip.one-term-alone": "This is one of the two terms of ∂C/∂y alone: −ŷ/y + (1 − ŷ)/(1 − y).",
    "exercises.slip.terms-added": "A sign is wrong in ∂C/∂y: it is −ŷ/y + (1 − ŷ)/(1 − y), or −ŷ/y with softmax.",
    "exercises.slip.delta-of-next-is-what-comes-back": "This takes ∂C/∂a of the next layer for its ∂C/∂z: "
    "the next layer's slope f′(z) is left out.",
    "exercises.slip.delta-is-what-comes-back": "This takes ∂C/∂a for ∂C/∂z: the slope f′(z) is left out.",
    "exercises.slip.paths-multiplied": "This multiplies the paths. Paths add.",
    "exercises.slip.paths-averaged": "This is the mean over the paths. Paths add.",
    "exercises.slip.fed-by-slope": "This multiplies by the slope of what feeds the weight. ∂z/∂w is the a itself.",
    "exercises.slip.fed-by-own-z": "This multiplies by the layer's own z. "
    "What feeds it is x, or the a of the layer before.",
    "exercises.slip.bias-fed": "This multiplies by what feeds the weight. For a bias, ∂z/∂b = 1.",
    "exercises.slip.bias-times-bias": "This multiplies by the bias. What feeds it is 1: ∂z/∂b = 1.",
    "exercises.slip.bias-times": "This multiplies by the bias. Add it: z = Σ w x + b.",
    "exercises.slip.bias-of-neighbour": "This adds the bias of another neuron. Each has its own.",
    "exercises.slip.weights-forgotten": "This leaves out the weights: z = Σ w x + b.",
    "exercises.slip.softmax-not-divided": "This is eᶻ alone. Softmax divides it by the sum of every output's eᶻ.",
    "exercises.slip.softmax-without-exp": "This divides z by the sum of z. Softmax divides eᶻ by the sum of eᶻ.",
    "exercises.slip.step-over-parameter": "This multiplies the old parameter by the step. Subtract the step from it.",
    "exercises.slip.step-negative": "This is the step with its sign turned round. Add the old parameter to it.",
    "exercises.slip.square-forgotten": "The square is left out: C = ½ Σ (y − ŷ)².",
    "exercises.slip.root-taken": "This takes the root of the sum of squares. C = ½ Σ (y − ŷ)².",
    "exercises.slip.half-forgotten": "This is without the ½, so it is 2 times the answer: C = ½ Σ (y − ŷ)².",
    "exercises.slip.half-added": "This is ½ of what it should be. Cross-entropy has no ½ in front.",
    "exercises.slip.half-twice": "This is ½ of what it should be: the ½ enters once.",
    "exercises.slip.loss-other-squared": "This is squared error. Here the loss is cross-entropy.",
    "exercises.slip.loss-other-entropy": "This is cross-entropy. Here the loss is squared error.",
    "exercises.slip.second-term-forgotten": "This leaves out the terms with 1 − ŷ: "
    "C = −Σ [ŷ ln y + (1 − ŷ) ln(1 − y)].",
    "exercises.slip.first-term-forgotten": "This leaves out the terms with ŷ: C = −Σ [ŷ ln y + (1 − ŷ) ln(1 − y)].",
    "exercises.slip.second-term-added": "This adds terms with 1 − ŷ. Here C = −Σ ŷ ln y.",
    "exercises.slip.target-and-output-swapped": "Target and output are swapped: the logarithm is of y.",
    "exercises.slip.logarithm-forgotten": "The logarithm is left out of the cost.",
    "exercises.slip.one-output-alone": "This is one output's share alone. C sums over the outputs.",
    "exercises.slip.mean-over-outputs": "This is the mean over the outputs. C is their sum.",
    "exercises.slip.logarithm-base-ten": "This takes the logarithm to base 10. C is written with ln, to base e.",
    "exercises.slip.logarithm-base-two": "This takes the logarithm to base 2. C is written with ln, to base e.",
    "exercises.slip.cost-sign": "The sign is turned round. A cost is never below 0.",
    # ------------------------------------------- a part that is put in altered
    "exercises.slip.squared": "This squares {part}. It enters as it is.",
    "exercises.slip.size-alone": "This takes {part} without its sign. Keep it.",
    "exercises.slip.sign-alone": "This takes the sign of {part} alone. Its size enters too.",
    "exercises.slip.inverted": "This takes 1 over {part}. It enters as it is.",
    "exercises.slip.complement": "This takes 1 minus {part}. It enters as it is.",
    "exercises.slip.activated": "This applies the activation twice: σ is taken of {part}. It enters as it is.",
    "exercises.slip.rounded-part": "This rounds {part} before it is used. Keep every digit.",
    "exercises.slip.cut-to-whole": "This cuts {part} to whole numbers, as int does. Keep every digit.",
    "exercises.slip.of-another-neuron": "This takes {part} of another neuron. Each has its own.",
    "exercises.slip.unit-length": "This divides {part} by its length. It enters as it is.",
    "exercises.slip.shares": "This divides {part} by a sum, into shares. It enters as it is.",
    "exercises.slip.over-largest": "This divides {part} by the largest entry. It enters as it is.",
    "exercises.slip.between-ends": "This shifts and scales {part} between its smallest and largest. "
    "It enters as it is.",
    "exercises.slip.centred": "This subtracts the mean from {part}. It enters as it is.",
    "exercises.slip.largest-subtracted": "This subtracts the largest from {part}. It enters as it is.",
    "exercises.slip.over-root-of-inputs": "This divides by the root of the number of inputs. "
    "z is the sum of w times a, and b.",
    "exercises.slip.standardised": "This subtracts the mean from {part} and divides by the standard deviation. "
    "It enters as it is.",
    "exercises.slip.sorted": "This sorts {part}. Each row stays with its example.",
    "exercises.slip.softmax-slopes": "This takes softmax's slopes, which mix the outputs. "
    "The outputs here are σ: each has a slope of its own.",
    "exercises.slip.length-of-all-is": "All gradients together are brought to the length {length}. "
    "Each stays as long as it is.",
    "exercises.slip.clipped-part": "This clips {part} at a limit. Nothing is clipped here.",
    "exercises.slip.first-neuron-for-all": "This takes {part} of the first neuron for every neuron. "
    "Each neuron keeps its own.",
    "exercises.slip.last-neuron-for-all": "This takes {part} of the last neuron for every neuron. "
    "Each neuron keeps its own.",
    "exercises.slip.first-example-for-all": "This takes {part} of the first example for every example. "
    "Each example keeps its own.",
    "exercises.slip.last-example-for-all": "This takes {part} of the last example for every example. "
    "Each example keeps its own.",
    "exercises.slip.examples-summed": "This sums {part} over the examples, and takes the sum for every example. "
    "Each example keeps its own.",
    "exercises.slip.examples-averaged": "This averages {part} over the examples, and takes the mean for every example. "
    "Each example keeps its own.",
    "exercises.slip.largest-example": "This takes the largest of the examples for {part}. Each example has its share.",
    "exercises.slip.of-another-example": "This takes {part} of another example. Each example keeps its own.",
    # ------------------------------------------------ terms that are joined otherwise
    "exercises.slip.added-for-multiplied": "This adds {first} and {second}. Multiply them.",
    "exercises.slip.product-of-terms": "This multiplies the terms of the sum. Add them.",
    "exercises.slip.largest-term": "This takes the largest term of the sum alone. Add all of them.",
    "exercises.slip.smallest-term": "This takes the smallest term of the sum alone. Add all of them.",
    "exercises.slip.first-input-alone": "This takes the first input alone. Every input adds w times it.",
    "exercises.slip.last-input-alone": "This takes the last input alone. Every input adds w times it.",
    "exercises.slip.last-input-forgotten": "This leaves out the last input. Every input adds w times it.",
    "exercises.slip.last-path-alone": "This follows the path through the last neuron of the next layer alone. "
    "Every path adds a term.",
    "exercises.slip.last-path-forgotten": "This leaves out the path through the last neuron of the next layer. "
    "Every path adds a term.",
    "exercises.slip.rows-summed": "This sums over the neurons too. Each neuron keeps its own gradient.",
    "exercises.slip.of-another-layer": "The array of one layer stands for that of another. Each layer has its own.",
    "exercises.slip.term-alike": "A term is added to what comes back that is the same for every example, "
    "as one on the mean activation is. C has no such term here.",
    "exercises.slip.activation-unknown": "This is another function of z than σ. "
    "The activation here is σ(z) = 1 / (1 + e⁻ᶻ).",
    "exercises.slip.factor-varies": "This is multiplied by a number that is not the same in every network or layer.",
    "exercises.slip.step-factor-varies": "The step is multiplied by a number "
    "that is not the same in every network or layer.",
    "exercises.slip.rate-cubed": "This multiplies by η three times. The step is η times the gradient.",
    "exercises.slip.rate-root": "This takes the root of η. The step is η times the gradient.",
    "exercises.slip.outputs-averaged": "This puts the outputs together, as their sum or their mean. "
    "Each output keeps its own y − ŷ.",
    "exercises.slip.path-of-same-neuron": "This follows one path alone, to the neuron of the same number. "
    "Every path adds a term.",
    "exercises.slip.one-weight-for-all": "Every path takes the weight of the path through neuron {neuron} "
    "of the next layer. Each path has its own.",
    "exercises.slip.paths-subtracted": "This subtracts one path from another. Paths add.",
    "exercises.slip.bias-before-weights": "This adds the bias to what feeds the layer. "
    "It belongs after the weights: z = Σ w x + b.",
    "exercises.slip.means-multiplied": "This multiplies the means over the examples. "
    "Multiply first, within each example, then sum.",
    "exercises.slip.entries-summed": "This is one number, the sum over all entries. Each weight keeps its own.",
    "exercises.slip.length-of-gradient": "This takes the length of the gradient, one number, for every entry. "
    "Each parameter has its own.",
    "exercises.slip.roles-exchanged": "The gradient and the parameter stand in one another's place: "
    "w − η ∂L/∂w, not ∂L/∂w − η w.",
    # --------------------------------------------------------- the arrays
    "exercises.slip.order": "The arrays are right, their order is not: the first layer comes first.",
    "exercises.slip.transposed": "It is transposed.",
    "exercises.slip.columns": "This takes the examples for columns. Here they stand in rows: sum over axis 0.",
    "exercises.slip.rounded": "It is rounded: the first digits agree. Keep every digit, in arrays of float64.",
    "exercises.slip.in-place": "z and a are one and the same array, and it holds a. "
    "Keep z, the sum before the activation, in an array of its own.",
}
