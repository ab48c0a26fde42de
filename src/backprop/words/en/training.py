"""What the training player says: of its runs, where it stands, and its controls."""

SENTENCES = {
    "story.training.run": "{loss}, η = {rate}",
    "story.training.rate": "η = {rate}",
    "story.training.caption": {
        "one": "L over all the data, update by update, of {runs}. After {n} update L = {L}. ",
        "other": "L over all the data, update by update, of {runs}. After {n} updates L = {L}. ",
    },
    "story.training.after": {"one": "After {n} update L = {L}.", "other": "After {n} updates L = {L}."},
    "story.training.batch": {
        "one": "The next update sums over {size} of {n} example ({examples}).",
        "other": "The next update sums over {size} of {n} examples ({examples}).",
    },
    "story.training.and-more": "{examples}, …",
    "story.training.dead": {
        "one": "Dead ReLUs: {dead} of {n} hidden neuron.",
        "other": "Dead ReLUs: {dead} of {n} hidden neurons.",
    },
    "story.training.stopped": {
        "one": "{name}: stopped after {n} update, the last with finite numbers. {why} "
        "η is too large for these weights.",
        "other": "{name}: stopped after {n} updates, the last with finite numbers. {why} "
        "η is too large for these weights.",
    },
    "story.training.rose": "L ends above where it began: η is too large for this batch. "
    "L is a sum: more examples in a batch want a smaller η.",
    "story.training.progress": "{done} of {wanted} updates recorded, about {seconds} s left.",
    "story.training.named": "Example {n}",
    "story.training.point": "Example {n}: x = ({x}), ŷ = {target}. At this update y = {y}, C = {C}.",
    "story.training.moving": "Example {n}: x = ({x}), ŷ = {target}.",
    "story.training.follows": "{name} = {value}; its gradient in the next update's batch: {slope}.",
    "story.training.title": "Training",
    "story.training.changes": "The change of L over the next update's batch, as η grows",
    "story.training.head.predicted": "predicted Σ ∂L/∂θ·Δθ",
    "story.training.head.true": "true ΔL of the batch",
    # ------------------------------------------------------------- the player
    "widgets.training.network": "The network: its weights in blue, "
    "and below them the gradients of this batch in orange.",
    "widgets.training.data": "Data",
    "widgets.training.data.xor": "XOR",
    "widgets.training.data.two_moons": "two moons",
    "widgets.training.data.circles": "circles",
    "widgets.training.data.lecture": "the lecture's network",
    "widgets.training.data.own": "your own",
    "widgets.training.hidden": "Hidden",
    "widgets.training.activation": "Hidden f",
    "widgets.training.loss": "Loss",
    "widgets.training.batch": "Batch",
    "widgets.training.whole": "all",
    "widgets.training.weights": "Start",
    "widgets.training.weights.small-random": "small random",
    "widgets.training.weights.zero": "zero",
    "widgets.training.weights.large": "large",
    "widgets.training.updates": "Updates",
    "widgets.training.beside": "Beside",
    "widgets.training.beside-hint": "0.1, 1 or squared_error",
    "widgets.trained.settings": "Choices",
    "widgets.trained.shown": "Show",
    "widgets.trained.parameter": "Follow",
    "widgets.trained.epoch": "One epoch",
    "widgets.trained.open": "Open this update",
    "widgets.trained.cancel": "Cancel",
    "widgets.trained.again": "Record again",
    "widgets.trained.place": "x = ({x}). A double click adds an example here.",
    "widgets.trained.addHere": "Add an example here",
    "widgets.trained.addBeside": "Add one beside",
    "widgets.trained.flip": "Other ŷ",
    "widgets.trained.remove": "Remove",
    "widgets.trained.keys": "Keys: arrows move it (with Shift ten times as far), Enter gives it the other ŷ, "
    "Delete removes it, Insert adds one, Page Down and Page Up go on and back.",
    "widgets.trained.examplesNoKernel": "Changing the examples needs a running notebook; "
    "this page shows what was computed.",
    # ------------------------------------------------------ what is not taken
    "widgets.training.no-plane": "These examples have no plane to stand on: each has other than two inputs.",
    "widgets.training.no-point": "A place on the plane has shape {shape}; expected (2,).",
    "widgets.training.far-point": "A place on the plane has a number beyond {most}; expected smaller ones.",
    "widgets.training.last-example": "One example has to stay.",
    "widgets.training.enough-examples": "{n} examples are enough: remove one before you add another.",
    "widgets.training.no-other-target": "There is no other ŷ to give: the targets are not all 0 or 1.",
    "widgets.training.too-large": "These runs take {size} MB; a page can hold at most {most} MB.",
    "widgets.training.no-choice": "{name} is {given}; expected one of {choices}.",
    "widgets.training.no-data": "data is {given}; expected the name of a data set, or (x, target).",
    "widgets.training.no-network": "network is {given}; expected a Network, or None to start from initial weights.",
    "widgets.training.bounded": {
        "one": "Only {n} update is kept: more would take over 64 MB.",
        "other": "Only {n} updates are kept: more would take over 64 MB.",
    },
    "widgets.training.or": "{first} or {second}",
    "widgets.training.no-beside": "Beside is {text}; expected one or two values of η above 0, or one loss, {losses}.",
    "widgets.training.no-sizes": "The hidden layers are {text}; "
    "expected up to four sizes from 1 to 32, such as 4 or 8, 8.",
    "widgets.training.no-pair": {
        "one": "data has {n} part; expected two, (x, target).",
        "other": "data has {n} parts; expected two, (x, target).",
    },
    "widgets.training.no-rows": "x has shape {x} and target {target}; "
    "expected (n, n_in) and (n, n_out), a row for each example.",
}
