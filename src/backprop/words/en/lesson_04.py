"""What the cells of notebook 04 print: heads of tables, what follows from the numbers, model answers."""

SENTENCES = {
    "04.recall-feed": "0.06: what feeds the weight times ∂C/∂z of the neuron that it leads to. That is rule 4.",
    "04.recall-next": "Over the neurons of the next layer, because that is where a goes. That is rule 3.",
    "04.unsure": "Both outputs are close to ½, so the network has hardly an opinion yet.",
    "04.start": "The cost falls, and by more than y₁ rises. The slope is about −1/0.546.",
    "04.quarter": "The slope is nowhere above ¼. It is ¼ at z = 0, where σ is ½.",
    "04.far": "σ(40) is rounded to 1, and 1 − 1 is 0: the slope is lost. At −800 the first form divides "
    "infinity by infinity. The third form keeps the digits, for 1 − σ(z) is the same as σ(−z), "
    "and there nothing is subtracted. The engine uses that one.",
    "04.which-way": "w₃ has a negative slope and grows, which lifts y₁. w₄ has a positive one and shrinks, "
    "which lowers y₂.",
    "04.head.before": "before",
    "04.head.after": "after",
    "04.better": "The cost went from {before} to {after}: y₁ is now {y1}, and y₂ is {y2}.",
    "04.share": "The second example pulls the other way, for it wants a smaller y₁. "
    "The other two want a larger one, and the sum decides.",
    "04.head.once": "y − ŷ",
    "04.head.twice": "(y − ŷ) σ′(z)",
    "04.squared": "the slope of ½(y − ŷ)²",
    "04.slip": "Less than a hundredth is left. Where the output is most wrong, the slip learns least.",
    "04.head.update": "update",
    "04.head.y-once": "y with y − ŷ",
    "04.head.y-twice": "y with (y − ŷ) σ′(z)",
    "04.stuck": "With the right slope the output is below ½ after twenty updates. With the slip it has hardly moved.",
    "04.derivation": "Step 1: the outer slope is 1/(1 + e⁻ᶻ) and the inner one −e⁻ᶻ, so the slope is "
    "−e⁻ᶻ/(1 + e⁻ᶻ).\n"
    "Step 2: e⁻ᶻ/(1 + e⁻ᶻ) is 1 − σ(z), so the slope is σ(z) − 1. With y = σ(z) and ŷ = 1 that is y − ŷ.\n"
    "Step 3: 1 − σ(z) = e⁻ᶻ/(1 + e⁻ᶻ) = 1/(1 + eᶻ), so the cost is ln(1 + eᶻ). Its slope is eᶻ/(1 + eᶻ) = σ(z), "
    "and with ŷ = 0 that is y − ŷ again.",
    "04.friend": "One answer among many:\n"
    "It is the same rule in both places: go back through the sigmoid, and multiply by its slope. "
    "At the output the slope of cross-entropy, ∂C/∂y, has y(1 − y) in its denominator, "
    "and that is exactly the sigmoid's slope, so the two cancel and y − ŷ is left. "
    "A hidden neuron is not followed by a cost but by weights, so nothing there can cancel its σ′. "
    "With another cost it would not cancel at the output either.",
}
