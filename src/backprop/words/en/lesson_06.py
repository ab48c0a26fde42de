"""What the cells of notebook 06 print: what follows from the numbers, heads of tables, model answers."""

SENTENCES = {
    "06.head.formula": "formula",
    "06.head.largest": "largest gain",
    "06.head.smallest": "smallest gain",
    "06.head.output": "output",
    "06.head.cost": "cost",
    "06.head.hidden": "hidden functions",
    "06.head.right": "right",
    "06.head.plain": "y as it stands",
    "06.head.less": "z − largest",
    "06.head.shifted": "y from that",
    "06.head.sum": "slope of our L",
    "06.head.mean": "slope of the MSE",
    "06.recall-gain": "−0.5. The gain of a sigmoid is a (1 − a), which is ¼ here. That is rule 2.",
    "06.recall-joint": "−0.1, output minus target. The slope of the sigmoid has cancelled against the one in ∂C/∂y.",
    "06.places": "Two of the nine lines have to be worked out anew: a = f(z), and the gain f′(z), "
    "by which the next line multiplies. The gain is {ratio} times what it was, so much more of ∂C/∂a reaches the "
    "weights.",
    "06.flat-sooner": "At z = 2 the slope of tanh is {tanh}, and that of σ is {sigma}. tanh is the steeper one at 0, "
    "and it is flat sooner.",
    "06.digits-lost": "Worked out as 1 − tanh²(20) it would be 0, for tanh(20) is rounded to 1. "
    "The engine computes 4e^(−2|z|) / (1 + e^(−2|z|))², where nothing is subtracted.",
    "06.dead": "All five are 0. The neuron's own three, because its gain is 0. "
    "The two that leave it, because they are fed by a₁ = 0.",
    "06.relu-stays": "With ReLU the first neuron's weights have moved by {moved}: it stands where it stood.",
    "06.leaky-moves": "With leaky ReLU they have moved by {moved}.",
    "06.gelu": "At z = −1.5 the slope is below 0, and at z = 1.5 above 1. The slopes at z and at −z always add up to "
    "1.",
    "06.handed-over": "What the second share gains, the other two lose: the three changes add up to 0.",
    "06.jacobian": "Row j is for yⱼ, and column k for zₖ. Each column adds up to 0, as in the push.",
    "06.left": "Output minus target, once more. The slopes of softmax have cancelled too.",
    "06.updates": "updates until y < ½: cross-entropy, squared error",
    "06.slow": "On its way down squared error spends nearly all of its {slow} updates on the flat part.",
    "06.head.factor": "ours / the other",
    "06.networks": "networks in which all slopes are right",
    "06.derivation": "Step 2: with s = z₁ − z₂, σ(s) has the slope σ(s) (1 − σ(s)) = y₁ (1 − y₁) in z₁. "
    "s falls when z₂ grows, so in z₂ it is −y₁ (1 − y₁). As y₂ = 1 − y₁, these are y₁ (1 − y₁) and −y₁ y₂: "
    "the first row of the table of slopes.\n"
    "Step 3: put in ŷ₂ = 1 − ŷ₁ and y₂ = 1 − y₁, and −ŷ₁ ln y₁ − ŷ₂ ln y₂ becomes "
    "−ŷ₁ ln y₁ − (1 − ŷ₁) ln(1 − y₁). That is the cross-entropy of one output.\n"
    "So for two classes a softmax is one sigmoid, of the difference of the two z, with the cost you knew. "
    "A question with two answers needs one output.",
    "06.friend": "One answer among many:\n"
    "In your code two places change: where the layer computes its value, and where the way back multiplies by the "
    "slope, which is now 1 or 0. The outputs and the cost stay. "
    "What may go better: a ReLU that is switched on passes back all that it gets, so the first of many layers still "
    "hears something. With sigmoids at most a quarter is left at each. "
    "What may go wrong: a neuron whose z is below 0 for all examples gets a slope of 0 from every one of them, and no "
    "update will wake it. If you meet many of those, give the function a small slope below 0.\n"
    "Did you name both places, the gain, and the dead neuron?",
}
