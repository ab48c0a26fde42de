"""The words of the exercises of 06: other activations and losses."""

SENTENCES = {
    "06-recall-gain.prompt": "A hidden sigmoid has a = 0.5, and its wires bring back ∂C/∂a = −2. What is its ∂C/∂z?",
    "06-recall-gain.hint": "Rule 2 multiplies by σ′(z), and σ′(z) = a (1 − a).",
    "06-recall-gain.solution": "σ′(z) = 0.5 · 0.5 = 0.25, and 0.25 · (−2) = −0.5.",
    "06-recall-gain.choice.quarter": "−0.5",
    "06-recall-gain.choice.whole": "−2",
    "06-recall-gain.choice.value": "−1",
    "06-recall-gain.choice.divided": "−8",
    "06-recall-gain.reason.whole": "That is what comes in. The triangle still multiplies it by its gain.",
    "06-recall-gain.reason.value": "This multiplies by a. The gain is the slope, a (1 − a).",
    "06-recall-gain.reason.divided": "The gain is ¼, yes. But along a path slopes multiply; nothing is divided.",
    "06-recall-joint.prompt": "A sigmoid output with cross-entropy: y = 0.9 and ŷ = 1. What is ∂C/∂z?",
    "06-recall-joint.hint": "Of rule 1 and rule 2, what cancels?",
    "06-recall-joint.solution": "y − ŷ = −0.1. σ′ is in it already: it cancelled the y (1 − y) in ∂C/∂y.",
    "06-recall-joint.choice.difference": "−0.1",
    "06-recall-joint.choice.twice": "−0.009",
    "06-recall-joint.choice.sign": "0.1",
    "06-recall-joint.choice.start": "−1.11",
    "06-recall-joint.reason.twice": "This is y − ŷ times σ′(z). "
    "But in y − ŷ the sigmoid has been passed already: its slope cancelled.",
    "06-recall-joint.reason.sign": "The target is 1, so a larger z makes the cost fall: the slope is negative.",
    "06-recall-joint.reason.start": "That is ∂C/∂y = (y − ŷ)/(y (1 − y)). It still has to go through the sigmoid.",
    "06-places.prompt": "You put tanh in place of σ in the hidden neuron and keep every weight. "
    "Which formulas do you rewrite?",
    "06-places.hint": "In which of the formulas of the two passes does the hidden neuron's σ, or its slope, stand?",
    "06-places.solution": "The value a going forward and the gain in rule 2 going back. "
    "The other formulas get other numbers and stay as they are.",
    "06-places.choice.value": "only the one for the activation a",
    "06-places.choice.gain": "only the gain of rule 2",
    "06-places.choice.both": "the one for the activation a, and the gain of rule 2",
    "06-places.choice.product-too": "these two, and rule 4 for the weights w₁ and w₂",
    "06-places.reason.value": "The way back multiplies by the slope of the curve, and the slope has changed as well.",
    "06-places.reason.gain": "Going forward, a is computed with the curve itself, so that changes too.",
    "06-places.reason.product-too": "Rule 4 is what feeds w times ∂C/∂z, for any curve. "
    "Its numbers change; the rule does not.",
    "06-steeper.prompt": "At z = 2, which of the two curves is steeper?",
    "06-steeper.hint": "tanh is σ with half the width. Where does each of them become flat?",
    "06-steeper.solution": "σ. tanh has half the width, so it is done with its rise at z = 2, and σ is not.",
    "06-steeper.choice.tanh-much": "tanh, four times as steep",
    "06-steeper.choice.tanh-little": "tanh, but by less than that",
    "06-steeper.choice.same": "Neither: they are equally steep.",
    "06-steeper.choice.sigmoid": "σ",
    "06-steeper.reason.tanh-much": "So it is at z = 0. But the 4 stands before σ′(2z), and at 2z = 4 "
    "σ′ is far smaller than at 2.",
    "06-steeper.reason.tanh-little": "Compare 4 σ′(4) with σ′(2). σ(4) is 0.982 and σ(2) is 0.881; σ′ is σ (1 − σ).",
    "06-steeper.reason.same": "They are equally steep at one place on each side, and it lies before z = 2.",
    "06-dead.prompt": "Here z₁ < 0. Which gradients of this example are 0 because of it?",
    "06-dead.hint": "∂C/∂w is what feeds w, times ∂C/∂z. "
    "Which of the two is 0, for the weights before the neuron and for those after it?",
    "06-dead.solution": "Its gain is 0, so ∂C/∂z₁ = 0 and its own weights and bias have gradient 0. "
    "Its activation is 0 too, and that is what feeds the weights that leave it.",
    "06-dead.choice.none": "none",
    "06-dead.choice.own": "those of its own two weights and its bias",
    "06-dead.choice.leaving": "those of the two weights that leave it",
    "06-dead.choice.all": "those of its own weights and bias, and of the weights that leave it",
    "06-dead.reason.none": "Its gain is 0. What does rule 2 make of that?",
    "06-dead.reason.own": "True, and there are more: what feeds the weights that leave it?",
    "06-dead.reason.leaving": "True, and there are more: what is ∂C/∂z₁, if the gain is 0?",
    "06-gelu.prompt": "The slope of ReLU is 0 or 1. Which slopes does GELU have?",
    "06-gelu.hint": "Far to the left GELU is almost 0, at z = −1 it is −0.159, and at z = 0 it is 0. "
    "How does it get from one to the next?",
    "06-gelu.solution": "From almost 0 down to below −0.1 and up to 0 again: it falls before it rises. "
    "And on the other side it has to catch up with z, so there its slope goes above 1.",
    "06-gelu.choice.between": "from 0 to 1, and nothing else",
    "06-gelu.choice.below": "some below 0, but none above 1",
    "06-gelu.choice.above": "some above 1, but none below 0",
    "06-gelu.choice.both": "some below 0, and some above 1",
    "06-gelu.reason.between": "A curve with such slopes never falls. Compare GELU at z = −1 with GELU far to the left.",
    "06-gelu.reason.below": "Below 0, yes. Now the right side: at z = 1 GELU is 0.841, at z = 3 it is 2.996. "
    "How far did it rise, in two steps of 1?",
    "06-gelu.reason.above": "Above 1, yes. Now the left side: far out GELU is almost 0, and at z = −1 it is −0.159.",
    "06-left.prompt": "y = (0.665, 0.245, 0.090), and the second class is right. What is ∂C/∂z?",
    "06-left.hint": "Each has one path, through y₂: −4.09 times ∂y₂/∂z₂ for the second, "
    "−4.09 times ∂y₂/∂z₃ for the third.",
    "06-left.solution": "−4.09 · 0.245 · 0.755 = −0.755, and −4.09 · (−0.245 · 0.090) = 0.090. "
    "All three together are y − ŷ.",
    "06-left.choice.difference": "(0.665, −0.755, 0.090)",
    "06-left.choice.one": "(0, −0.755, 0)",
    "06-left.choice.shares": "(0.665, 0.245, 0.090)",
    "06-left.choice.slopes": "(0.148, −0.140, 0.007)",
    "06-left.reason.one": "The cost is written in y₂ alone, but y₂ depends on all three z. You have seen it for z₁.",
    "06-left.reason.shares": "For z₁ and z₃ it is so. For z₂ the slope must be negative: "
    "a larger z₂ gives the right class a larger share.",
    "06-left.reason.slopes": "Here each has been multiplied by y (1 − y) once more. For z₁ you have found 0.665.",
    "06-slow.prompt": "With cross-entropy it takes 6 updates until y is below ½. How many with squared error?",
    "06-slow.hint": "The first slope is y − ŷ = 0.993 with the one, and that times σ′(5) with the other. "
    "How large is σ′(5)?",
    "06-slow.solution": "σ′(5) is about 0.0066, so the first steps are 150 times shorter. "
    "It needs 168 updates, nearly all of them to get off the flat part.",
    "06-slow.choice.few": "6 or 7 as well",
    "06-slow.choice.twenty": "about 20",
    "06-slow.choice.hundreds": "more than 100",
    "06-slow.choice.never": "It never gets there.",
    "06-slow.reason.few": "The two costs have different slopes at this output. One of them has a factor σ′(z).",
    "06-slow.reason.twenty": "That would be right if the slope were a quarter as large. At z = 5, σ′ is far below ¼.",
    "06-slow.reason.never": "The slope is small, but not 0. Each step makes y a little smaller, "
    "and the next step a little longer.",
    "06-cost-places.prompt": "A network of sigmoids learns with squared error. You put the identity at its outputs "
    "and keep "
    "the rest. Which of the four rules is another one now?",
    "06-cost-places.hint": "What does ∂C/∂y ask for, and what does the way from y to z of the last layer ask for?",
    "06-cost-places.solution": "Rule 2, at the outputs alone: its gain was σ′(z), and now it is 1. ∂C/∂y is y − ŷ with "
    "either, and the hidden neurons are sigmoids still.",
    "06-cost-places.choice.gain": "rule 2, at the outputs alone",
    "06-cost-places.choice.start-and-gain": "rule 1, and rule 2 at the outputs",
    "06-cost-places.choice.every-gain": "rule 2, at every neuron",
    "06-cost-places.choice.none": "none, since the cost is the same",
    "06-cost-places.reason.start-and-gain": "Rule 1 differentiates the cost, and ½(y − ŷ)² gives y − ŷ. How y came "
    "about, "
    "it does not ask.",
    "06-cost-places.reason.every-gain": "The hidden neurons keep their curve, and so their gain.",
    "06-cost-places.reason.none": "Rule 1 is the same, then. But at the outputs another curve has taken the place of "
    "σ.",
    "06-from-value.prompt": "For three of these four functions the slope can be worked out from the value f(z) alone. "
    "For which one can it not?",
    "06-from-value.hint": "Look at the four curves. Is there one that has the same value at two places, "
    "with different slopes there?",
    "06-from-value.solution": "GELU. It falls and rises again, so between −0.17 and 0 it has every value twice: "
    "once on the way down and once on the way up.",
    "06-from-value.choice.relu": "ReLU",
    "06-from-value.choice.tanh": "tanh",
    "06-from-value.choice.gelu": "GELU",
    "06-from-value.choice.none": "the identity, f(z) = z",
    "06-from-value.reason.relu": "Its slope is 1 where the value is above 0, and 0 where the value is 0.",
    "06-from-value.reason.tanh": "1 − tanh²(z) is 1 − a².",
    "06-from-value.reason.none": "Its slope is 1, whatever its value is.",
    "06-hard.prompt": "Four neurons have z = −3, −0.5, 0.5 and 2. How many of them pass anything back?",
    "06-hard.hint": "Which of the four stand on the slanted piece of your drawing?",
    "06-hard.solution": "Two, −0.5 and 0.5: there the slope is 1. At −3 and 2 the curve is level, and the slope 0.",
    "06-hard.choice.one": "one",
    "06-hard.choice.two": "two",
    "06-hard.choice.three": "three",
    "06-hard.choice.four": "four",
    "06-hard.reason.one": "0.5 is on the slanted piece, and there is one more.",
    "06-hard.reason.three": "This would be right for a function that is level on one side alone, as ReLU is.",
    "06-hard.reason.four": "Where a curve is level its slope is 0, and 0 times what comes in is 0.",
    "06-hand.prompt": "By hand: with squared error, find ∂C/∂z′ of the worked example for x = (1, 0.5), ŷ = (1, 0). "
    "There z′ = {z} and y₁ = {y}.",
    "06-diagram.prompt": "Read the reverse network: what is ∂C/∂z₂, of the neuron beside the dead one?",
    "06-share.prompt": "z = (1, 1, 0), and the third class is right. What is ∂C/∂z₃?",
    "06-share.hint": "y₃ = 1 / (e + e + 1), and e is about 2.718. Then what is left at a softmax output.",
    "06-share.solution": "y₃ = 1 / (2e + 1) = {y}, and y₃ − ŷ₃ = {y} − 1 = {answer}.",
    "06-share.reason.share": "That is y₃. The target of the right class is 1, and has to be subtracted.",
    "06-share.reason.turned-round": "This is ŷ₃ − y₃. The slope is output minus target: "
    "a larger z₃ makes the cost smaller.",
    "06-share.reason.gain-again": "This multiplies y₃ − ŷ₃ by y₃ (1 − y₃). With this cost the slopes of softmax "
    "have cancelled already.",
    "06-share.reason.other": "That is ∂C/∂z₁, of a class that is wrong: its share minus 0.",
    "06-twice.prompt": "Somebody gives a softmax with this cost the target (1, 1, 0): two classes are right. "
    "What does the derivation give for ∂C/∂zₖ?",
    "06-twice.hint": "In its last line but one, what is Σ ŷ now?",
    "06-twice.solution": "−ŷₖ + yₖ Σ ŷ with Σ ŷ = 2, so 2 yₖ − ŷₖ. The engine refuses such a target; "
    "(½, ½, 0) it takes.",
    "06-twice.choice.same": "yₖ − ŷₖ, as always",
    "06-twice.choice.twice": "2 yₖ − ŷₖ",
    "06-twice.choice.half": "½ (yₖ − ŷₖ)",
    "06-twice.choice.refused": "Nothing: there is no slope.",
    "06-twice.reason.same": "The last step of the derivation used Σ ŷ = 1. Here the sum is 2.",
    "06-twice.reason.half": "Only yₖ is multiplied by the sum of the targets; ŷₖ stands by itself.",
    "06-twice.reason.refused": "C = −Σ ŷ ln y has a slope for any ŷ. Only the last step of the derivation changes.",
    "06-rate.prompt": "A friend trains the worked example's three examples on MSE, the mean of all the squares, "
    "with no ½. You train on ½ Σ (y − ŷ)² with η = 0.5. Which η gives your friend the same step?",
    "06-rate.hint": "How many squares are there? Their gradient is 2 / (number of squares) times yours.",
    "06-rate.solution": "There are 3 · 2 = {squares} squares, so their gradient is 2/{squares} of yours. "
    "η = {rate} · {squares}/2 = {answer}.",
    "06-rate.reason.turned-round": "This is turned round: their gradient is the smaller one, "
    "so they need the larger η.",
    "06-rate.reason.half-left-out": "This leaves out the ½ of your loss: its gradient has no 2 in front, theirs has.",
    "06-rate.reason.examples-alone": "This counts the examples alone. The mean is over the outputs too.",
    "06-rate.reason.same-rate": "The gradients differ by a factor, so the same η gives another step.",
    "06-bug.prompt": "Which line is wrong?",
    "06-bug.hint": "The hidden layer is new. In which two places does its function stand?",
    "06-bug.solution": "Line 4. a (1 − a) is the slope of σ. Of tanh it is 1 − a². The loss falls all the same, "
    "because "
    "the slopes of the last layer are right.",
    "06-bug.choice.first": "line 1",
    "06-bug.choice.second": "line 2",
    "06-bug.choice.third": "line 3",
    "06-bug.choice.fourth": "line 4",
    "06-bug.reason.first": "tanh is what the friend wanted, and the product with W1.T is a forward pass in rows.",
    "06-bug.reason.second": "The outputs are still sigmoids, and this is one.",
    "06-bug.reason.third": "Sigmoid outputs with cross-entropy: output minus target is right.",
    "06-derive.prompt": "Which function of z₁ and z₂ is y₁?",
    "06-derive.hint": "e^z₂ divided by e^z₁ is e^(z₂ − z₁). Compare with σ(z) = 1/(1 + e⁻ᶻ).",
    "06-derive.solution": "y₁ = 1/(1 + e^(z₂ − z₁)), which is σ at z₁ − z₂.",
    "06-derive.choice.difference": "σ(z₁ − z₂)",
    "06-derive.choice.first": "σ(z₁)",
    "06-derive.choice.ratio": "σ(z₁/z₂)",
    "06-derive.choice.sum": "σ(z₁ + z₂)",
    "06-derive.reason.first": "Then y₁ would not depend on z₂, and it does: the two shares add up to 1.",
    "06-derive.reason.ratio": "Dividing two powers of e subtracts their exponents.",
    "06-derive.reason.sum": "A larger z₂ must make y₁ smaller.",
    "06-code.prompt": "SiLU is z σ(z). Write my_silu(z) for an array z. Return its value and its slope.",
    "06-code.hint": "The product rule: one factor is z, with slope 1; the other is σ(z), with slope σ(z)(1 − σ(z)).",
}
