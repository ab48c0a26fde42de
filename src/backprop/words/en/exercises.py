"""What questions say of an answer: its state, what was typed, its sign and size, several causes, a choice."""

SENTENCES = {
    "exercises.state.not-attempted": "Not attempted.",
    "exercises.state.not-yet": "Not yet.",
    "exercises.state.right": "Right.",
    "exercises.choice.none": "Choose one.",
    "exercises.choice.unknown": "{answer} is none of the choices; give 0 to {last}.",
    "exercises.choice.again": "Look again.",
    "exercises.typed.no-number": "{answer} is not a number that can be compared; write one such as −0.25.",
    "exercises.typed.over-zero": "{text} divides by 0; expected a finite number.",
    "exercises.typed.not-finite": "Expected a finite number.",
    "exercises.typed.not-finite-here": "expected finite numbers.",
    "exercises.typed.several": {"one": "{n} number came; expected one.", "other": "{n} numbers came; expected one."},
    "exercises.typed.two-ways": "{text} can be read in two ways, as {decimal} and as {whole}; "
    "write it without the comma, or with a point.",
    "exercises.typed.thousands": "{text} has commas between its digits; write {whole}.",
    "exercises.typed.comma": "{text} can be read as {one}, and as {first} and {second}; "
    "write the decimal with a point, or a space after the comma.",
    "exercises.typed.count": {
        "one": "{n} number came; expected {expected}.",
        "other": "{n} numbers came; expected {expected}.",
    },
    "exercises.typed.no-row": "{text} is not a row of numbers; write some, such as 0.5, −1.",
    "exercises.typed.no-row-of": {
        "one": "{text} is not a row of numbers; write 1, such as 0.5.",
        "other": "{text} is not a row of numbers; write {n}, such as 0.5, −1.",
    },
    "exercises.number.none": "Give one number.",
    "exercises.number.right": "It is {answer}.",
    "exercises.number.sign": "The sign is not right.",
    "exercises.number.sign-alone": "The sign is not right. The size is.",
    "exercises.number.decimal-point": "The digits are right; the decimal point is not.",
    "exercises.number.factor": "It is {factor} times the answer.",
    "exercises.number.large": "It is too large in size.",
    "exercises.number.small": "It is too small in size.",
    "exercises.number.two": "Two things at once. {first} {second}",
    "exercises.number.read-off": "This is {other}. Asked for is {asked}.",
    "exercises.recorded.other": "This page knows the slips that are often made, and this number is none of them. "
    "A running notebook says more.",
    "exercises.number.of-another-example": "This is the number of example {other}; example {asked} is asked for.",
    "exercises.number.misread": "This takes {taken} for {name}. Read {name} again.",
    "exercises.number.misread-in": "This takes {taken} for {name} of example {example}. Read it again.",
    "exercises.number.rounded-on-the-way": {
        "one": "Rounded to one decimal at every step, it comes to this. Keep three significant digits on the way.",
        "other": "Rounded to {n} decimals at every step, it comes to this. Keep three significant digits on the way.",
    },
    "exercises.number.of-several-examples": "{name} is of several examples, and one came; ask for {one}.",
    "exercises.number.not-made": "{key} is no quantity that this gradient step computes; "
    "ask for one that its walkthrough makes.",
    "exercises.number.of-one-example": "{name} is of one example, and {n} came; ask for {total}.",
    "exercises.drill.no-kinds": "The kinds are {kinds}; expected some of {known}.",
    "exercises.drill.one": "Find {symbol}. Loss: {loss}. η = {rate}. Examples: {examples}.",
    "exercises.drill.first": "Find {symbol} for the first example. Loss: {loss}. η = {rate}. Examples: {examples}. "
    "L sums over both; the picture is of the first.",
    "exercises.drill.both": "Find {symbol}. Loss: {loss}. η = {rate}. Examples: {examples}. "
    "L sums over both; the picture is of the first.",
    "exercises.no-notebook": "No notebook {notebook}; expected one of {known}.",
    "exercises.no-question": "No question {name}; known: {known}.",
    # ------------------------------- the misconceptions whose sentence for an array does not fit one number
    "exercises.number.slip.factor-two": "It is 2 times what it should be. "
    "A factor 2 is left over, as from a square without its ½.",
    "exercises.number.slip.factor-half": "It is ½ of what it should be.",
    "exercises.number.slip.factor-n": "This multiplies by the number of examples. Leave that factor out.",
    "exercises.number.slip.factor-eta": "This multiplies by η too early. "
    "The gradient itself has no η: it enters at the update.",
    "exercises.number.slip.mean-for-sum": "This takes the mean over the examples. Here L is their sum.",
    "exercises.number.slip.target-swapped": "The sign of y − ŷ is turned round, as when target and output are swapped.",
    "exercises.number.slip.first-example-alone": "This takes the first example's share alone. "
    "The total sums over the examples.",
    "exercises.number.slip.last-example-alone": "This takes the last example's share alone. "
    "The total sums over the examples.",
    "exercises.number.slip.example-alone": "This takes the share of example {n} alone. "
    "The total sums over the examples.",
    "exercises.number.slip.transposed": "This takes the gradient of another weight: row and column are exchanged.",
    "exercises.number.slip.half-forgotten": "This leaves out the ½ in front: C = ½ Σ (y − ŷ)².",
    "exercises.number.slip.half-added": "This puts a ½ in front of the cost. Cross-entropy has none.",
    "exercises.number.slip.half-twice": "This takes the ½ of the cost twice. It enters once: C = ½ Σ (y − ŷ)².",
    "exercises.number.slip.one-output-alone": "This takes one output's share alone. C sums over the outputs.",
    "exercises.number.slip.mean-over-outputs": "This takes the mean over the outputs. C is their sum.",
    "exercises.number.slip.slope-dropped": "This leaves out f′(z). "
    "Going back through a neuron multiplies by its slope.",
    "exercises.number.slip.slope-at-a": "This takes the slope at a. It belongs at z: f′(z).",
    "exercises.number.slip.slope-is-z": "This multiplies by z (1 − z) in the place of the slope f′(z).",
    "exercises.number.slip.slope-is-a": "This multiplies by a in the place of the slope f′(z).",
    "exercises.number.slip.slope-is-one-minus-a": "This multiplies by 1 − a in the place of the slope f′(z).",
    "exercises.number.slip.slope-other": "This multiplies by {what} in the place of the slope f′(z).",
    "exercises.number.slip.slope-of-error": "This takes the slope of the error y − ŷ. "
    "The slope belongs to the neuron: f′(z).",
    "exercises.number.slip.slope-dropped-output": "This starts from ∂C/∂y. Times f′(z) it becomes y − ŷ.",
    "exercises.number.slip.weights-entering": "This goes back through the weights that enter the layer. "
    "Take those that leave it.",
    "exercises.number.slip.weights-transposed-forward": "This uses W transposed: "
    "z takes the weights that enter the neuron, a row of W.",
    "exercises.number.slip.slope-of-sigmoid": "This takes the slope of σ, a (1 − a). "
    "This neuron's activation is another one.",
    "exercises.number.slip.slope-of-tanh": "This takes the slope of tanh, 1 − a². "
    "This neuron's activation is another one.",
    "exercises.number.slip.slope-of-relu": "This takes the slope of ReLU, 1 or 0. "
    "This neuron's activation is another one.",
    "exercises.number.slip.slope-alone": "This takes the slope f′(z) alone, without what comes back. Multiply them.",
    "exercises.number.slip.error-not-divided": "This takes y − ŷ for ∂C/∂y. "
    "That is ∂C/∂z here; ∂C/∂y comes before f′(z).",
    "exercises.number.slip.one-term-alone": "This takes one of the two terms of ∂C/∂y alone: "
    "it is −ŷ/y + (1 − ŷ)/(1 − y).",
    "exercises.number.slip.paths-averaged": "This takes the mean over the paths. Paths add.",
    "exercises.number.slip.slope-for-activation": "This takes the slope f′(z) for a. "
    "Going forward takes the value: a = f(z).",
    "exercises.number.slip.softmax-not-divided": "This takes eᶻ alone. "
    "Softmax divides it by the sum of every output's eᶻ.",
    "exercises.number.slip.activation-negated": "This takes f(−z). For σ, the exponent needs a minus: e⁻ᶻ.",
    "exercises.number.slip.activation-formula": "This takes {formula} in the place of the activation.",
    "exercises.number.slip.activation-other": "This takes {name}(z). The activation here is another one.",
    "exercises.number.slip.input-forgotten": "This leaves out input {source}. Every input adds w times it.",
    # ------------------------------------------- of a part of the formula asked for, and beside another slip
    "exercises.number.part.gradient": "The gradient",
    "exercises.number.part.delta": "∂C/∂z",
    "exercises.number.part.start": "∂C/∂y",
    "exercises.number.part.cost": "C",
    "exercises.number.part.z": "z",
    "exercises.number.within.factor-two": "{part} is 2 times what it should be. "
    "A factor 2 is left over, as from a square without its ½.",
    "exercises.number.within.factor-half": "{part} is ½ of what it should be.",
    "exercises.number.within.sign-flipped": "{part} has its sign turned round.",
    "exercises.number.within.not-updated": "This goes forward with an old parameter. "
    "Subtract η times the gradient from each, then go forward.",
    "exercises.number.within.step-alone": "This takes the step itself for a new parameter. "
    "Subtract it from the old one.",
    "exercises.number.within.step-negative": "This takes the step, its sign turned round, for a new parameter. "
    "Add the old one to it.",
    "exercises.number.within.gradient-alone": "This takes the gradient itself for a new parameter. "
    "Subtract η times it from the old one.",
    "exercises.number.beside.factor-two": "{part} has a factor 2 too many, as from a square without its ½.",
    "exercises.number.beside.factor-half": "{part} has a factor ½ too many.",
    "exercises.number.before-update": "This is {symbol} before the update. "
    "Go forward once more, with the new parameters.",
}
