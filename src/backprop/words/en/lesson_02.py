"""What the cells of notebook 02 print: heads of tables, what follows from the numbers, model answers."""

SENTENCES = {
    "02.recall-weight": "weights[1][1, 0]: layer 2 has index 1, its second neuron is row 1, the first number before it "
    "is column 0.",
    "02.recall-push": "By about −0.06: along the path the two slopes multiply, and the push is 0.01 to begin with.",
    "02.shares": "Three bars, one for each example, stacked end to end from 0 to their sum, the gradient of the total.",
    "02.feed": "However far the push, z moves by the push times the input: in w₁ by 3 for each unit, in w₂ by −2, "
    "in b by 1. It is the same in every line, not only nearly the same.",
    "02.larger": "The weight of −1 has the larger slope, because a₃ is larger than a₄. How large a weight is itself "
    "says nothing about its ∂z/∂w.",
    "02.kept": "Rule 4 needs what fed each weight: x, and the a of the hidden neurons. Rule 2 needs the slope of σ at "
    "every neuron, and its z or its a gives that. Rule 1 begins with the outputs. The engine keeps it all: {count} "
    "numbers for this one example, and for a thousand examples a thousand times as many.",
    "02.head.layer": "layer",
    "02.head.forward": "forward",
    "02.head.carried": "back, rule 3",
    "02.head.slopes": "back, rule 4",
    "02.head.all": "all",
    "02.derivation": "Step 2. A push Δw moves z₁ by x₁ Δw and z₂ by x₂ Δw. Two paths lead to C, and they add: "
    "∂C/∂w = x₁ ∂C/∂z₁ + x₂ ∂C/∂z₂. It is rule 4 at each place where the weight stands, and then the sum.\n"
    "Step 3. Every example goes through the same network, so each example is one more place where the same weight "
    "stands. ∂L/∂w = Σₙ ∂Cⁿ/∂w adds them up for that very reason. Networks for images and for text use one weight at "
    "many places on purpose, and their slopes are found in just this way.",
    "02.friend": "One answer among many:\n"
    "In use, a layer may forget what came in as soon as it has handed on its result. In training the walk comes back: "
    "the slope of every weight is what fed it, times a number that arrives only from the other end. "
    "So all that went into every layer has to lie ready until the way back has passed by, and that for all the "
    "examples that went through together.\n"
    "Did you say what it is that must be kept, and why it cannot be used up on the way forward?",
}
