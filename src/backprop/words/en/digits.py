"""What the digit trainer says: how far it is, what was got wrong, and its buttons."""

SENTENCES = {
    "exercises.digits.untrained": "Not trained yet.",
    "exercises.digits.held-out": {
        "one": "After {n} epoch {share} of the held-out images are right.",
        "other": "After {n} epochs {share} of the held-out images are right.",
    },
    "exercises.digits.head.training": "training images",
    "exercises.digits.head.held-out": "held out",
    "exercises.digits.head.seed": "seed",
    "exercises.digits.head.right": "right",
    "widgets.digits.plain-untrained": "{widget}, not trained yet. {whose}",
    "widgets.digits.plain": {
        "one": "{widget}, after {n} epoch {share} of the held-out images are right. {whose}",
        "other": "{widget}, after {n} epochs {share} of the held-out images are right. {whose}",
    },
    "widgets.digits.sample": "Ten training images, one of each digit.",
    "widgets.digits.missed": "Held-out images that were got wrong: the digit → what it was taken for.",
    "widgets.digits.confusion": "Confusion matrix: rows are the digit, columns what it was taken for.",
    "widgets.digits.epoch": "Epoch",
    "widgets.digits.train": "Train",
    "widgets.digits.no-function": "functions has no {stage}; expected one for each of {stages}.",
    "widgets.digits.no-epochs": "epochs is {epochs}; expected a whole number above 0.",
}
