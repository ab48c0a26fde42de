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
    "exercises.slip.loop-last-batch-alone": "Each epoch makes one update, with its last batch. "
    "The update stands in the inner loop.",
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
    "exercises.slip.loop-rate-shrinks": "The learning rate shrinks from epoch to epoch. Here η stays.",
    "exercises.slip.loop-gradients-pile-up": "The gradients of earlier batches are added in. "
    "Each update uses those of its own batch.",
    "exercises.slip.loop-one-update": "This is one update, with the first batch. "
    "return stands behind both loops, not in them.",
    "exercises.slip.loop-draws-its-own": "Two calls with the same arguments give different results. "
    "Shuffle nothing yourself: the order of each epoch is given.",
}
