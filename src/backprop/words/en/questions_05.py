"""The words of the exercises of 05: training."""

SENTENCES = {
    # ------------------------------------------------------------ from earlier notebooks
    "05-recall-sum.prompt": "From notebook 02: for one weight, ∂C¹/∂w = 0.3 for the first example and ∂C²/∂w = −0.1 "
    "for the second. There are no others. What is ∂L/∂w?",
    "05-recall-sum.hint": "How is L made of C¹ and C²?",
    "05-recall-sum.solution": "L = C¹ + C², so the slopes are added, each with its sign: 0.3 − 0.1 = 0.2.",
    "05-recall-sum.choice.sum": "0.2",
    "05-recall-sum.choice.mean": "0.1",
    "05-recall-sum.choice.sizes": "0.4",
    "05-recall-sum.choice.product": "−0.03",
    "05-recall-sum.reason.mean": "That is the mean. In this series L is a sum, and is not divided by anything.",
    "05-recall-sum.reason.sizes": "The signs count: the second example wants the weight to go the other way.",
    "05-recall-sum.reason.product": "Slopes multiply along a path. The two examples are not on one path; "
    "they stand side by side in a sum.",
    "05-recall-gain.prompt": "From notebook 04: going back through a sigmoid multiplies by σ′(z). "
    "How large can that be?",
    "05-recall-gain.hint": "σ′(z) = a (1 − a), and a lies between 0 and 1.",
    "05-recall-gain.solution": "a (1 − a) is largest at a = ½, and there it is ¼.",
    "05-recall-gain.choice.quarter": "never more than ¼",
    "05-recall-gain.choice.half": "never more than ½",
    "05-recall-gain.choice.one": "never more than 1",
    "05-recall-gain.choice.any": "as large as you like",
    "05-recall-gain.reason.half": "½ is the value of σ at z = 0. Its slope there is ½ · (1 − ½).",
    "05-recall-gain.reason.one": "σ itself stays below 1. Its slope, a (1 − a), is a product of two numbers below 1.",
    "05-recall-gain.reason.any": "a (1 − a) with a between 0 and 1: try a = 0.5 and a = 0.9.",
    # ------------------------------------------------------------ before it is seen
    "05-fastest.prompt": "300 updates, all with η = 0.3. In which of them does L fall most?",
    "05-fastest.hint": "The curve in the player is on a log scale. "
    "Think of what the four examples ask for while every y is still about ½.",
    "05-fastest.solution": "L falls most somewhere around update 40. In the first updates it falls less, "
    "though the outputs are most wrong there.",
    "05-fastest.choice.middle": "In one of the first fifty, but not at the beginning.",
    "05-fastest.choice.first": "In the very first, where the outputs are most wrong.",
    "05-fastest.choice.last": "In the last ones, when the network knows what to do.",
    "05-fastest.choice.even": "It falls by about the same in all of them, since η is the same.",
    "05-fastest.reason.first": "The outputs are most wrong there, that is true. But L adds up four examples, "
    "and four large slopes can cancel.",
    "05-fastest.reason.last": "At the end there is hardly any loss left that could fall.",
    "05-fastest.reason.even": "The step is η times the slope, and the slope changes all the time.",
    "05-batch.prompt": "With η = 0.1 and batches of 8, L fell from 147 to about 60 in five epochs. "
    "Now all 200 examples make one batch, with the same η and five epochs again. Where is L after them?",
    "05-batch.hint": "L of a batch is a sum over its examples. How long is the step now?",
    "05-batch.solution": "Higher than at the start. A sum over 200 examples has a much longer gradient than one over "
    "8, "
    "and the step grows with it: it leaps over the valley.",
    "05-batch.choice.rises": "Higher than at the start.",
    "05-batch.choice.better": "Lower than 60, because the gradient is now exact.",
    "05-batch.choice.same": "At about 60 as well, because all examples are used as often as before.",
    "05-batch.choice.slower": "Between 60 and 147, because there are only five updates.",
    "05-batch.reason.better": "The direction is exact, yes. But the step goes by length, too.",
    "05-batch.reason.same": "It would if the steps were tiny. Here the one step that stands for 25 small ones "
    "is too long to be trusted.",
    "05-batch.reason.slower": "There are only five updates. But each of them is far longer than before, "
    "because L is a sum.",
    "05-equal.prompt": "All weights start equal, at ½, and all biases at 0. "
    "What do the four hidden neurons do, update after update?",
    "05-equal.hint": "Do they ever get different gradients?",
    "05-equal.solution": "They get the same gradients, so they stay equal: the layer acts as one neuron.",
    "05-equal.choice.equal": "They move, and stay equal to one another.",
    "05-equal.choice.still": "They do not move, as with the zero start.",
    "05-equal.choice.apart": "They move apart, each to a task of its own.",
    "05-equal.choice.opposite": "Two of them go up and two of them down.",
    "05-equal.reason.still": "The weights are not 0 now: the a are not 0, and slopes do come back.",
    "05-equal.reason.apart": "What should tell them apart? They have equal inputs, equal weights in and out, "
    "and so equal slopes.",
    "05-equal.reason.opposite": "For two of them to go another way, their slopes would have to differ, "
    "and nothing makes them differ.",
    "05-vanish.prompt": "Six layers of sigmoids lie between the first ∂C/∂z and the last. "
    "How large is ‖∂C/∂z‖ in the first layer, beside that of the last?",
    "05-vanish.hint": "Six times through a σ′, and six times through weights of ordinary size. "
    "What is ¼ six times, to begin with?",
    "05-vanish.solution": "Less than a thousandth. ¼ to the sixth is 1/4096; "
    "the weights, random as they are, change it a little.",
    "05-vanish.choice.thousandth": "less than a thousandth",
    "05-vanish.choice.hundredth": "about a hundredth",
    "05-vanish.choice.tenth": "about a tenth",
    "05-vanish.choice.same": "about the same",
    "05-vanish.reason.hundredth": "Each layer leaves about a quarter or a third. Multiply six of them.",
    "05-vanish.reason.tenth": "Each layer leaves about a quarter or a third. A tenth is left after two of them.",
    "05-vanish.reason.same": "The weights would have to make up for every σ′. These are too small for that.",
    "05-relu.prompt": "Eight layers of ReLUs with nᵢₙ · Var(w) = 1. At each layer about half of the z are below 0. "
    "How large are the a of layer 8, beside the inputs?",
    "05-relu.hint": "z is as large as what came in. Half of its squares are lost: "
    "what does that do to the mean square, eight times over?",
    "05-relu.solution": "The mean square is halved eight times, to 1/256. The size is the root of it, 1/16.",
    "05-relu.choice.sixteenth": "about 1/16",
    "05-relu.choice.same": "about the same",
    "05-relu.choice.half": "about ½",
    "05-relu.choice.square": "about 1/256",
    "05-relu.reason.same": "That holds for z before the ReLU. Then half of it is put to 0, in every layer.",
    "05-relu.reason.half": "Half of the mean square is lost in each of the eight layers, not once.",
    "05-relu.reason.square": "That is the mean of the squares. The size is its root.",
    # ------------------------------------------------------------ the exercises
    "05-diagram.prompt": "Read the player on XOR: after update 100 every ∂L/∂w shrinks while L falls. Why?",
    "05-diagram.hint": "Which factor does every ∂C/∂z start from?",
    "05-diagram.solution": "y − ŷ shrinks as the outputs reach their targets, and every gradient has it as a factor.",
    "05-diagram.choice.error": "y − ŷ shrinks.",
    "05-diagram.choice.rate": "The learning rate shrinks.",
    "05-diagram.choice.weights": "The weights shrink.",
    "05-diagram.choice.scale": "The picture scales each frame anew.",
    "05-diagram.reason.rate": "η is the same at every update.",
    "05-diagram.reason.weights": "The weights grow.",
    "05-diagram.reason.scale": "The scale is fixed, so that a vanishing gradient is seen to vanish.",
    "05-steps.prompt": "{examples} examples, batches of {batch}, {epochs} epochs. How many updates is that?",
    "05-steps.hint": "How many batches are there in one epoch? The last one may be smaller.",
    "05-steps.solution": "{each} batches an epoch, the last with the examples that are left: "
    "{epochs} · {each} = {answer}.",
    "05-steps.reason.last-forgotten": "The examples that are left over at the end of an epoch make a batch, too.",
    "05-steps.reason.one-epoch": "That is one epoch.",
    "05-steps.reason.fraction": "There is no part of an update. "
    "The last batch of an epoch is smaller, and it is a batch.",
    "05-steps.reason.examples": "That is how often an example is used. An update uses a batch of them.",
    "05-rate.prompt": "You train with η = {rate}. Now every example stands in the data {copies} times. "
    "Which η gives the same updates?",
    "05-rate.hint": "L is a sum. What happens to its gradient?",
    "05-rate.solution": "∂L/∂w is {copies} times as large, so η = {rate} / {copies} = {answer}.",
    "05-rate.reason.mean": "That would hold for a mean. Here L is a sum.",
    "05-rate.reason.other-way": "It goes the other way.",
    "05-hand.prompt": "By hand or in NumPy: one update of a 2-2-1 network on the four XOR examples, η = 0.3. "
    "What is the new bias of the output? It starts at 0; Σₙ (y − ŷ) is its gradient. "
    "initial_network((2, 2, 1)) is the start.",
    "05-growth.prompt": "Layers of {n_in} neurons each, and weights drawn with a standard deviation of {spread}. "
    "Say that the activation lets every z through as it is. "
    "How many times as large are the a after {layers} layers?",
    "05-growth.hint": "In one layer the mean square is multiplied by nᵢₙ · Var(w), "
    "and Var(w) is the standard deviation squared.",
    "05-growth.solution": "nᵢₙ · Var(w) = {n_in} · {spread}² = {square}, so each layer makes a {each} times as large, "
    "and {layers} layers {answer} times.",
    "05-growth.reason.square": "That is what happens to the mean square. The size is its root.",
    "05-growth.reason.one-layer": "That is one layer.",
    "05-growth.reason.added": "What each layer does is multiplied, not added.",
    "05-growth.reason.all-aligned": "That is {n_in} · {spread} in every layer, as if all terms of a sum had one sign.",
    "05-spread.prompt": "A layer of ReLUs is fed by {n_in} numbers. "
    "With which standard deviation do you draw its weights, after He?",
    "05-spread.hint": "Var(w) = 2 / n_in. What is the standard deviation?",
    "05-spread.solution": "√(2 / {n_in}) = {answer}.",
    "05-spread.reason.variance": "That is the variance. The standard deviation is its root.",
    "05-spread.reason.xavier": "That is for an activation that lets most through. A ReLU drops half.",
    "05-spread.reason.outside": "The 2 stands under the root as well.",
    "05-bug.prompt": "Which line is wrong?",
    "05-bug.hint": "rng.normal has the standard deviation 1. What has it after the multiplication?",
    "05-bug.solution": "Line 3. He's variance is 2 / n_in, so what is multiplied by is its root, np.sqrt(2 / n_in). "
    "As it stands nᵢₙ · Var(w) is 4 / n_in, far too small.",
    "05-bug.choice.first": "line 1",
    "05-bug.choice.second": "line 2",
    "05-bug.choice.third": "line 3",
    "05-bug.choice.fourth": "line 4",
    "05-bug.reason.first": "The seed is set once, before the loop, so every layer draws other numbers. "
    "Inside the loop it would be a bug.",
    "05-bug.reason.second": "It goes through pairs of neighbouring sizes, as it should.",
    "05-bug.reason.fourth": "Biases may start at 0: the weights already tell the neurons apart.",
    "05-derive-factor.prompt": "L = ½ c θ². What is θ after one update?",
    "05-derive-factor.hint": "dL/dθ = c θ.",
    "05-derive-factor.solution": "θ − η c θ = (1 − η c) θ: every update multiplies θ by the same number.",
    "05-derive-factor.choice.factor": "(1 − η c) θ",
    "05-derive-factor.choice.plain": "(1 − η) θ",
    "05-derive-factor.choice.constant": "θ − η c",
    "05-derive-factor.choice.half": "(1 − ½ η c) θ",
    "05-derive-factor.reason.plain": "The slope of ½ c θ² is c θ, and not θ.",
    "05-derive-factor.reason.constant": "The slope depends on where you are: it is c θ.",
    "05-derive-factor.reason.half": "The 2 of the square comes down and cancels the ½.",
    "05-derive-shrinks.prompt": "For which η above 0 does every update bring θ nearer to the bottom, at 0?",
    "05-derive-shrinks.hint": "1 − η c has to lie between −1 and 1.",
    "05-derive-shrinks.solution": "1 − η c is below 1 for every η above 0, and above −1 as long as η < 2/c.",
    "05-derive-shrinks.choice.two": "for η < 2/c",
    "05-derive-shrinks.choice.one": "for η < 1/c only",
    "05-derive-shrinks.choice.every": "for every η",
    "05-derive-shrinks.choice.half": "for η < c/2",
    "05-derive-shrinks.reason.one": "Below 1/c it slides in from one side. Between 1/c and 2/c it leaps over the "
    "bottom, and still lands nearer to it.",
    "05-derive-shrinks.reason.every": "Try η = 3/c: θ is multiplied by −2.",
    "05-derive-shrinks.reason.half": "A steeper valley needs a smaller η, not a larger one.",
    "05-code.prompt": "Write my_train(network, x, target, learning_rate, updates). "
    "Return the network after that many updates.",
    "05-code.hint": "network.forward, network.backward, network.updated; then take the new network for the old.",
}
