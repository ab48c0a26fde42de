"""What the cells of notebook 05 print: heads of tables, what follows from the numbers, model answers."""

SENTENCES = {
    "05.recall-sum": "0.2. L is a sum over the examples, so the slopes are added, each with its sign. "
    "Two examples can pull a weight in opposite directions, and then little is left.",
    "05.recall-gain": "Never more than ¼, at z = 0. Each sigmoid on the way back takes away three quarters or more.",
    "05.head.y-before": "y at the start",
    "05.head.y-after": "y at the end",
    "05.learned": "All four outputs lie on the right side of ½, and L fell from {before} to {after}.",
    "05.head.update": "updates",
    "05.head.fall": "L falls by",
    "05.fastest": "L falls most in update {at}, by {most}. In the first update it fell by {first}, "
    "though the four outputs together were more wrong there than ever after.",
    "05.head.left": "what is left",
    "05.pull": "At the start {left} percent of the four pulls are left, and all the rest cancels. "
    "Later, when the network has learned something, more is left.",
    "05.head.predicted": "ΔL as predicted",
    "05.head.true": "ΔL in truth",
    "05.head.epoch": "epoch",
    "05.by-eight": "One epoch, 25 updates, took L from {before} to {after}.",
    "05.head.L-eight": "L, batches of 8",
    "05.head.L-all": "L, all 200",
    "05.batch": "With all 200 at a time L is higher after five epochs than it was at the start.",
    "05.times-one": "One example's gradient is {each} long on average, and that of all 200 together is {all} long: "
    "{times} times as much.",
    "05.trade": "With the small η the size of the batch makes no difference. "
    "With the large one, the smaller the batch, the lower is L.",
    "05.head.batch": "batch",
    "05.head.cosine": "mean cosine",
    "05.head.uphill": "uphill, in percent",
    "05.directions": "The larger the batch, the better it points; and most is gained by the first few examples.",
    "05.head.shuffled": "L, shuffled",
    "05.head.sorted": "L, as they come",
    "05.order": "Sorted, L is higher after the first epoch than it was at the start. In the middle of that epoch, "
    "when it has seen nothing but 0s, the network answers 1 for {half} of the 200 points; "
    "at the end, after a hundred 1s, for {whole}. "
    "It runs after whatever came last. Shuffled, every batch has some of both.",
    "05.head.largest": "largest in size",
    "05.still": "Not one of the 17 slopes is anything but 0, so no update can move anything.",
    "05.as-one": "The weights did move, and L fell from {before} to {after}. But all four hidden neurons are still "
    "one and the same, and the best that one neuron can do is L = 1.91.",
    "05.symmetry": "Why they stay alike takes no numbers to see. Two hidden neurons with equal weights in, "
    "equal biases and equal weights out compute the same a. Rule 3 brings the same back to both, "
    "rule 2 multiplies by the same slope, rule 4 by the same inputs. So their gradients are equal, "
    "after the update they are equal again, and so on for ever.\n"
    "This is called symmetry: swap the two, and nobody would notice. Gradient descent never breaks it, "
    "for it has no reason to prefer one of them. Four neurons that are one neuron are not enough for XOR, "
    "and a hundred would not be either. Somebody else has to make them different.\n"
    "A start from zero is of this kind, too, when σ stands in the place of tanh. There every hidden a is ½, "
    "so on data with more of the one target than of the other the weights do move, and all neurons alike.",
    "05.head.gain": "nᵢₙ · Var(w)",
    "05.head.L-start": "L at the start",
    "05.head.size": "typical size of z",
    "05.root": "The typical size of the sum is close to the root of the number of terms.",
    "05.head.layer": "layer",
    "05.head.share": "share let through",
    "05.vanish": "In the first layer less than a thousandth of what there was in the last is left. "
    "No layer let through as much as half. Shares above ¼ are no mistake: a share is the gain times what the weights "
    "do, and with four neurons chance made some of them stretch.\n"
    "This is called the vanishing gradient. The first weights move about a thousand times less than the last ones "
    "in each update. They are not stuck for ever, as with the zero start; they are only so slow "
    "that it makes no difference. For many years this was one of the reasons why hardly anybody trained deep networks.",
    "05.tanh": "The larger the weights, the more of the slopes comes back to layer 1: with 0.1 next to nothing, "
    "with 1 a good part, with 10 more than there was in layer 8.",
    "05.relu": "The inputs had ‖x‖ = {inputs}. With nᵢₙ · Var(w) = 1, one {part}th of it is left after eight layers. "
    "In theory it is a 16th: each layer halves the mean square.",
    "05.deep": "The sigmoids have learned nothing in 200 updates, and neither have tanh and ReLU with weights "
    "that are too small. Tanh with 1 and ReLU with 2 are well on their way.",
    "05.drawing": "With 2 both lines are level. A factor f in nᵢₙ · Var(w) multiplies each layer's length by √f. "
    "So with 0.5, a quarter of 2, each layer halves it, and with 8 each doubles it: straight lines on the log scale, "
    "one down and one up. The lines on the right begin close together at layer 8 and part towards layer 1, "
    "by the same factors.",
    "05.derivation": "The steep one, θ₂, sets the limit: η < 2/100 = 0.02. "
    "With half of it, η = 0.01, θ₂ is at the bottom after one update. But θ₁ is multiplied by 1 − 0.01 = 0.99, "
    "so one hundredth of its way is done, and after a hundred updates more than a third is still left. "
    "The steepest direction sets how large η may be, and the flattest one how long it takes. "
    "Most losses have directions of both kinds.",
    "05.friend": "One answer among many:\n"
    "If all weights are 0, nothing from the inputs arrives at the output, and on the way back nothing "
    "from the cost arrives at the first layer. With tanh there is no slope to follow at all. "
    "Equal weights that are not 0 do move, and so do zeros with σ, but all neurons of a layer move alike, "
    "and a hundred of them are no more use than one. "
    "The data cannot decide who does what, because every neuron sees the same data. "
    "So chance has to make them different, in a size that goes well through the layers. "
    "Biases may start at 0, because different weights are difference enough.",
}
