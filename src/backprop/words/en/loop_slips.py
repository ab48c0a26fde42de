"""What is wrong with a training loop, and what belongs there. The ids are those of ``exercises.slips``."""

SENTENCES = {
    "exercises.slip.loop-first-epoch-alone": "This is the first epoch alone. "
    "return stands behind both loops, not in them.",
    "exercises.slip.loop-last-epoch-alone": "The last epoch alone counts, "
    "as if each began again with the given weights. Go on with the newest.",
    "exercises.slip.loop-order-of-first-epoch": "Every epoch goes through the order of the first. "
    "Each has an order of its own.",
    "exercises.slip.loop-one-epoch-too-few": "The last epoch is left out.",
    "exercises.slip.loop-first-epoch-left-out": "The first epoch is left out.",
    "exercises.slip.loop-not-trained": "These are the weights and biases that were given. "
    "Keep what update returns, and return it.",
    "exercises.slip.loop-no-batches": "Within an epoch every gradient is taken with the weights of its start, "
    "as if all examples were one batch. Update after each batch, and go on with the new weights.",
    "exercises.slip.loop-each-example": "This updates after each example. Take batch of them at a time.",
    "exercises.slip.loop-batch-own": "This takes {size} examples at a time. Use batch, which your function is given.",
    "exercises.slip.loop-short-batch-left-out": "A last batch that is shorter than the others is left out. "
    "Its examples count too.",
    "exercises.slip.loop-last-batch-left-out": "The last batch of each epoch is left out.",
    "exercises.slip.loop-first-batch-left-out": "The first batch of each epoch is left out. The first start is 0.",
    "exercises.slip.loop-first-batch-alone": "Each epoch uses its first batch alone. "
    "Go on, batch after batch, to the end of the order.",
    "exercises.slip.loop-last-batch-alone": "Each epoch makes one update, with its last batch: "
    "within the epoch the weights never become the new ones. "
    "Update in the inner loop, and go on with what update returns.",
    "exercises.slip.loop-last-update-alone": "This is one update of the given weights, with the last batch "
    "of the last epoch: before it, the weights never become the new ones. "
    "Update in the inner loop, and go on with what update returns: weights, biases = update(…).",
    "exercises.slip.loop-batches-overlap": "The batches overlap: each starts one example after the one before. "
    "Start the next one batch further on.",
    "exercises.slip.loop-batch-misses-one": "A batch leaves out one of its examples. "
    "It is order[start : start + batch].",
    "exercises.slip.loop-batch-takes-one-more": "A batch takes one example of the next one too. "
    "It is order[start : start + batch].",
    "exercises.slip.loop-batches-backwards": "The batches are taken from the last to the first.",
    "exercises.slip.loop-batches-evened": "The batches are made as long as one another. "
    "Each has batch examples, and the last one what is left.",
    "exercises.slip.loop-count-for-size": "This takes batch for how many batches there are. "
    "It is how many examples each has.",
    "exercises.slip.loop-order-ignored": "This takes the examples as they stand. Take them in the order of the epoch.",
    "exercises.slip.loop-order-for-x-alone": "x is taken in the order of the epoch, target is not. "
    "Every input needs its own target.",
    "exercises.slip.loop-order-for-target-alone": "target is taken in the order of the epoch, x is not. "
    "Every input needs its own target.",
    "exercises.slip.loop-divided-by-batch": "This divides the gradient by batch. "
    "Here L is the sum over the examples of the batch.",
    "exercises.slip.loop-divided-by-all": "This divides the gradient by the number of all examples. "
    "Here L is the sum over the examples of the batch.",
    "exercises.slip.loop-mean-not-undone": "The gradient is multiplied by the number of examples in the batch. "
    "It is summed over them already.",
    "exercises.slip.loop-gradients-once-an-epoch": "The gradients of an epoch's first batch are used for all its "
    "updates. Find them anew for every batch.",
    "exercises.slip.loop-rate-shrinks": "The learning rate shrinks from epoch to epoch. Here η stays.",
    "exercises.slip.loop-gradients-pile-up": "The gradients of earlier batches are added in. "
    "Each update uses those of its own batch.",
    "exercises.slip.loop-one-update": "This is one update, with the first batch. "
    "return stands behind both loops, not in them.",
    "exercises.slip.loop-draws-its-own": "Two calls with the same arguments give different results. "
    "Shuffle nothing yourself: the order of each epoch is given.",
    "exercises.slip.loop-not-finite": "What it returns is not a number everywhere: nan or inf stands in it. "
    "Print the weights after each update to see where the first one comes from.",
    "exercises.slip.loop-starts-elsewhere": "It does not start from the {name} it is given: "
    "with other {name} it returns the same. Start from these, and update them.",
    "exercises.slip.loop-last-epoch-again": "The last epoch is made twice. Each order is gone through once.",
    "exercises.slip.loop-epochs-twice": "Every epoch is made twice. Each order is gone through once.",
    "exercises.slip.loop-epochs-backwards": "The epochs are taken from the last to the first.",
    "exercises.slip.loop-epochs-other": "Each epoch goes through the order of another. Each has an order of its own.",
    "exercises.slip.loop-order-of-last-epoch": "Every epoch goes through the order of the last. "
    "Each has an order of its own.",
    "exercises.slip.loop-all-in-each": "Each update uses all examples, not those of its batch alone: x[chosen].",
    "exercises.slip.loop-batch-twice": "Each batch makes two updates. It makes one.",
    "exercises.slip.loop-first-of-each-batch": "Each update uses one example of its batch alone. "
    "L is the sum over all of them.",
    "exercises.slip.loop-starts-late": "The first example of each epoch is left out. The first start is 0.",
    "exercises.slip.loop-batches-strided": "A batch takes examples that lie apart in the order. "
    "It is order[start : start + batch].",
    "exercises.slip.loop-order-backwards": "The order of the epoch is gone through from its end.",
    "exercises.slip.loop-order-inverted": "This takes where each example stands in the order, not which stands there. "
    "It is x[order[start : start + batch]].",
    "exercises.slip.loop-target-of-first": "The targets are always the first ones, not those of the batch. "
    "Every input needs its own target.",
    "exercises.slip.loop-x-of-first": "The inputs are always the first ones, not those of the batch. "
    "Every input needs its own target.",
    "exercises.slip.loop-targets-turned": "Within a batch, the targets stand in another order than the inputs. "
    "Every input needs its own target.",
    "exercises.slip.loop-last-update-missing": "The last update is left out: "
    "these are the weights and biases before it.",
    "exercises.slip.loop-last-epoch-averaged": "These are the means of the weights and biases after each update "
    "of the last epoch. Those after the last update are to be returned.",
    "exercises.slip.loop-updates-averaged": "These are the means of the weights and biases after each update. "
    "Those after the last update are to be returned.",
    "exercises.slip.loop-epochs-averaged": "These are the means of the weights and biases after each epoch. "
    "Those after the last update are to be returned.",
    "exercises.slip.loop-biases-later": "The biases' gradient is taken with weights that are already updated. "
    "Go forward and back once, then update both.",
    "exercises.slip.loop-layers-in-turn": "A layer's gradient is taken when other layers are already updated. "
    "Go forward and back once, then update all of them.",
    # --------------------------------------------- a loop that no slip explains, taken apart
    "exercises.loop.mixed": "The update of a batch is not the sum of its examples' updates. It is to be that sum.",
    "exercises.loop.targets": "An input is taken with the target of another example. Every input needs its own target.",
    "exercises.loop.counts": "The {n} examples of an epoch, in batches of {batch}, count {counts} times, "
    "in the order of the epoch. Each is to count once.",
    "exercises.loop.second-epoch": "In the second epoch an example counts {factor} times what it does in the first. "
    "Every epoch counts alike.",
    "exercises.loop.epochs-apart": "In the second epoch other examples count than in the first. "
    "Every epoch goes through all of them.",
    "exercises.loop.one-epoch": "One epoch alone is right, a second one after it is not.",
    "exercises.loop.one-batch": "With one batch in each epoch it is right, with several it is not.",
    "exercises.loop.one-more": "Asked for no update, it changes the network all the same.",
    "exercises.loop.scaled-at-rest": "With η = 0 nothing is to change, but the {name} come back {factor} times "
    "what they were. Only a step, η times the gradient, is to change them.",
    "exercises.loop.changed-at-rest": "With η = 0 nothing is to change, but other {name} come back. "
    "Only a step, η times the gradient, is to change them.",
    "exercises.loop.order": "Every example counts as often as it should, with its own target. "
    "The order of the updates is another, or the weights at which a gradient is taken are.",
}
