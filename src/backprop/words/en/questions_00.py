"""The words of the questions of 00: gradient descent."""

SENTENCES = {
    "00-worst.prompt": "w = −2, b = 3. For which of these examples is the output furthest from its target?",
    "00-worst.hint": "z = −2x + 3. The larger z is, the nearer y is to 1.",
    "00-worst.solution": "There z = −2 · (−2) + 3 = 7, so y is almost 1, and the target is 0.",
    "00-worst.choice.first": "example 1: x = −2, ŷ = 0",
    "00-worst.choice.third": "example 3: x = −0.5, ŷ = 1",
    "00-worst.choice.fifth": "example 5: x = 1, ŷ = 1",
    "00-worst.choice.sixth": "example 6: x = 2, ŷ = 1",
    "00-worst.reason.third": "There z = 4, so y is nearly 1. The target is 1 too: this one is almost right.",
    "00-worst.reason.fifth": "There z = 1, so y is above ½ and on the right side. Another example is far on the "
    "wrong one.",
    "00-worst.reason.sixth": "There z = −1, so y is below ½ where it should be 1. That is wrong, "
    "but another example lies further from its target.",
    "00-large.prompt": "η = 5, from w = −2, b = 3. What will L do over twenty updates?",
    "00-large.hint": "The slopes at the start are about −4 and 2. How far does a step with η = 5 go, "
    "and how wide is the valley?",
    "00-large.solution": "The first step alone moves w by about 21, far beyond the edge of the map. "
    "On the far side it is steep again, and the next step leaps back.",
    "00-large.choice.leaps": "It goes up and down, and does not settle.",
    "00-large.choice.sooner": "It falls as before, and is at the bottom sooner.",
    "00-large.choice.slower": "It falls more slowly than before.",
    "00-large.choice.without-end": "It grows without end.",
    "00-large.reason.sooner": "It would, if the slope stayed the same all along the step. "
    "A long step leaves the place where its slope was taken, and passes the bottom.",
    "00-large.reason.slower": "A larger η makes every step longer, not shorter.",
    "00-large.reason.without-end": "Every y − ŷ is less than 1 in size, so the slopes stay bounded, "
    "and from either side they point back to the valley. Other costs can do what you expect.",
    "00-nudges.prompt": "330 parameters, each nudged once up and once down. "
    "How many passes forward does one gradient take?",
    "00-nudges.hint": "Each L(θᵢ + h) is a pass, and each L(θᵢ − h) is another one.",
    "00-nudges.solution": "Two passes for each of the 330 parameters: 660.",
    "00-nudges.choice.twice": "660",
    "00-nudges.choice.once": "330",
    "00-nudges.choice.two": "2",
    "00-nudges.choice.squared": "108 900",
    "00-nudges.reason.once": "Each parameter takes two passes: one with it nudged up, one with it nudged down.",
    "00-nudges.reason.two": "That is what one parameter takes. Each of the others needs two passes of its own.",
    "00-nudges.reason.squared": "That is 330 · 330, a pass for every pair of parameters. "
    "Only one parameter is nudged at a time.",
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
    "00-valley.prompt": "Use the explorer at the top, with η = 0.3. Play all 40 updates from −2, 3 "
    "and then from 4, −3. Where do the two descents end?",
    "00-valley.hint": "Compare w, b and L in the last row of the two.",
    "00-valley.solution": "Both end near w = 1.35, b = 0. This map has a single valley. "
    "The map of a larger network can have many, and then the start matters.",
    "00-valley.choice.same": "At the same place.",
    "00-valley.choice.nearest": "Each at the bottom of a valley of its own.",
    "00-valley.choice.higher": "At the same w and b, but the second with a larger L.",
    "00-valley.choice.none": "Neither has settled.",
    "00-valley.reason.nearest": "Compare their last w and b: they agree. This map has a single valley.",
    "00-valley.reason.higher": "L is a function of w and b. At the same w and b it is the same.",
    "00-valley.reason.none": "L falls by less than a thousandth in the last updates of both: they have settled.",
    "00-hand.prompt": "Find ∂L/∂w, the sum of (y − ŷ) x over the two examples.",
    "00-update.prompt": "The same neuron and the same two examples. With η = 0.5, what is w after one update?",
    "00-drawing.prompt": "The marked wire leads from z₂’s neuron to the upper neuron of the last layer. "
    "What are that neuron and that weight called?",
    "00-drawing.hint": "Neurons: count on through the whole network. Weights: to first, from second. Code counts "
    "from 0.",
    "00-drawing.solution": "Two neurons come before it, so it is z₃. The weight leads to neuron 1 from number 2 of "
    "layer 2, "
    "w⁽²⁾₁₂, and in code layer 2 has index 1, neuron 1 is row 0, number 2 is column 1.",
    "00-drawing.choice.right": "z₃ and weights[1][0, 1]",
    "00-drawing.choice.swapped": "z₃ and weights[1][1, 0]",
    "00-drawing.choice.layer": "z₁ and weights[1][0, 1]",
    "00-drawing.choice.from-one": "z₃ and weights[2][1, 2]",
    "00-drawing.reason.swapped": "The neuron that the wire leads to comes first: row 0. "
    "weights[1][1, 0] leads from the first neuron to the lower one.",
    "00-drawing.reason.layer": "Neurons are counted on through the whole network. "
    "z₁ is in the first layer, so this one has a higher number.",
    "00-drawing.reason.from-one": "That counts from 1. Code counts from 0, and there is no weights[2] in a network "
    "of two layers.",
    "00-bug.prompt": "What is wrong?",
    "00-bug.hint": "Which θ does the first update take its slopes from, and which θ does the tenth?",
    "00-bug.solution": "gradient(start) gives the slopes at the start, twenty times. They should be taken where θ "
    "stands now: "
    "gradient(theta). As it is, θ walks straight on, through the valley and up the other side.",
    "00-bug.choice.slopes": "Line 3 takes the slopes at the start, not at theta.",
    "00-bug.choice.sign": "Line 4 should add the step, not subtract it.",
    "00-bug.choice.copy": "Line 1 should make a copy, or start is changed.",
    "00-bug.choice.rate": "0.3 is too large here.",
    "00-bug.reason.sign": "With a plus the first update would already go uphill. Here L falls at first.",
    "00-bug.reason.copy": "theta − 0.3 · slopes makes a new array, so start keeps its numbers.",
    "00-bug.reason.rate": "With η = 0.3 and the same start the loss fell at every update above. The rate is not "
    "the fault.",
    "00-derive-insert.prompt": "What does the right-hand side become?",
    "00-derive-insert.hint": "Each slope now stands twice: once as it was, and once inside the step.",
    "00-derive-insert.solution": "∂L/∂w · (−η ∂L/∂w) = −η (∂L/∂w)², and the same for b.",
    "00-derive-insert.choice.squares": "−η [(∂L/∂w)² + (∂L/∂b)²]",
    "00-derive-insert.choice.sum": "−η [∂L/∂w + ∂L/∂b]",
    "00-derive-insert.choice.rate-squared": "−η² [(∂L/∂w)² + (∂L/∂b)²]",
    "00-derive-insert.choice.positive": "η [(∂L/∂w)² + (∂L/∂b)²]",
    "00-derive-insert.reason.sum": "That puts in Δw = −η. The step is −η times the slope, so the slope stands "
    "there twice.",
    "00-derive-insert.reason.rate-squared": "η comes in once in each term, with the step. The slope in front has none.",
    "00-derive-insert.reason.positive": "The minus of the step is lost.",
    "00-derive-sign.prompt": "η is above 0. When is this not below 0?",
    "00-derive-sign.hint": "A square is never negative.",
    "00-derive-sign.solution": "A sum of two squares is 0 only if both are. Everywhere else −η times it is below 0.",
    "00-derive-sign.choice.both": "Only where both slopes are 0.",
    "00-derive-sign.choice.one": "Where one of the slopes is 0.",
    "00-derive-sign.choice.opposite": "Where the slopes have opposite signs.",
    "00-derive-sign.choice.negative": "Where both slopes are negative.",
    "00-derive-sign.reason.one": "Then the square of the other one is left, and −η times it is below 0.",
    "00-derive-sign.reason.opposite": "Both are squared, so their signs do not matter.",
    "00-derive-sign.reason.negative": "The square of a negative number is positive.",
    "00-passes.prompt": "A network has 100 inputs and two layers of 100 neurons. "
    "How many forward passes do finite differences need for one gradient?",
    "00-passes.hint": "Count the weights and the biases. Each needs one pass above and one below.",
    "00-passes.solution": "2P passes, with P = {parameters} parameters: {passes}.",
    "00-passes.reason.one-pass": "That is one pass a parameter. A finite difference takes two: one above, one below.",
    "00-passes.reason.biases-forgotten": "That counts the weights and forgets the biases.",
    "00-code.prompt": "Write my_step(theta, gradient, learning_rate). Return the new θ.",
    "00-code.hint": "θ − η ∇L, for the whole array at once.",
}
