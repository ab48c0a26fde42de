"""What the digit trainer says: how far it is, what was misread, and its buttons."""

SENTENCES = {
    "exercises.digits.untrained": "Not trained yet.",
    "exercises.digits.held-out": {
        "one": "After {n} epoch {share} of the held-out images are right.",
        "other": "After {n} epochs {share} of the held-out images are right.",
    },
    "exercises.digits.no-outputs": "forward gives outputs of shape {shape} for the held-out images; "
    "expected {expected}, a row an image.",
    "exercises.digits.not-finite": {
        "one": "After {n} epoch the outputs or L are no longer finite numbers, so the training ends there.",
        "other": "After {n} epochs the outputs or L are no longer finite numbers, so the training ends there.",
    },
    "exercises.digits.head.training": "training images",
    "exercises.digits.head.held-out": "held out",
    "exercises.digits.head.seed": "seed",
    "exercises.digits.head.right": "right",
    "pictures.digits.loss": "L over the training images",
    "pictures.digits.right": "Read right; dashed: training images",
    "pictures.digits.epoch": "epoch",
    "widgets.digits.plain-untrained": "{widget}, not trained yet. {whose}",
    "widgets.digits.plain": {
        "one": "{widget}, after {n} epoch {share} of the held-out images are right. {whose}",
        "other": "{widget}, after {n} epochs {share} of the held-out images are right. {whose}",
    },
    "widgets.digits.sample": "Ten training images, one of each digit.",
    "widgets.digits.missed": "Held-out images that were got wrong: the digit → what it was taken for.",
    "widgets.digits.confusion": "Confusion matrix: rows are the digit, columns what it was taken for.",
    "widgets.digits.no-function": "functions has no {stage}; expected one for each of {stages}.",
    # the card
    "widgets.digits.title": "Reading digits",
    "widgets.digits.where": "A {sizes} network, {n} training images, {held_out} held out",
    "widgets.digits.unread": "Not trained yet: {share} of the held-out images are right.",
    "widgets.digits.train": "Train",
    "widgets.digits.stop": "Stop",
    "widgets.digits.again": "Train again",
    "widgets.digits.progress": "How far the training is",
    "widgets.digits.done": {"one": "{n} of {wanted} update", "other": "{n} of {wanted} updates"},
    "widgets.digits.seconds": {
        "one": "{done} of {wanted} updates; about a second left",
        "other": "{done} of {wanted} updates; about {n} seconds left",
    },
    "widgets.digits.minutes": {
        "one": "{done} of {wanted} updates; about a minute left",
        "other": "{done} of {wanted} updates; about {n} minutes left",
    },
    "widgets.digits.table": "What each digit was taken for. Arrow keys move from cell to cell, Enter shows its images.",
    "widgets.digits.digit": "digit",
    "widgets.digits.taken": "taken for",
    "widgets.digits.wrong": {
        "one": "{n} image of the digit {digit} was taken for {guess}.",
        "other": "{n} images of the digit {digit} were taken for {guess}.",
    },
    "widgets.digits.right": {
        "one": "{n} image of the digit {digit} was read right.",
        "other": "{n} images of the digit {digit} were read right.",
    },
    "widgets.digits.misread": {
        "one": "{n} of {all} held-out images is misread; it stands first.",
        "other": "{n} of {all} held-out images are misread; they stand first.",
    },
    "widgets.digits.back": "Show all",
    "widgets.digits.images": "Images. Arrow keys move from one to the next.",
    "widgets.digits.image": "Held-out image {i}: the digit {digit}.",
    "widgets.digits.imageRight": "Held-out image {i}: the digit {digit}, read right.",
    "widgets.digits.imageWrong": "Held-out image {i}: the digit {digit}, taken for {guess}.",
    "widgets.digits.outputs": "The ten outputs y for this image; ŷ = 1 stands at its digit",
    "widgets.digits.target": "ŷ = 1",
    "widgets.digits.largest": "largest",
    "widgets.digits.noKernel": "To train it on, run this page as a notebook.",
}
