"""What the story says: its table, its captions, and refusals of a walkthrough or a curve that there is not."""

SENTENCES = {
    "story.no-grain": "by is {by}; expected one of {grains}.",
    "story.no-split": "steps by {old} cannot be split by {new}; build the walkthrough by neuron.",
    "story.no-gradient": "{name} is no gradient; expected one of {gradients}.",
    "story.gradient-out-of-range": "the gradient is out of range; expected smaller weights, biases, inputs or targets.",
    "story.example-no-number": "example is {example}; expected a whole number, counted from 0.",
    "story.no-example": "example is {example}; expected 0 to {last}, counted from 0.",
    "story.no-curve": "{loss} expects {requires}; {name} is no curve.",
    "story.no-target": "ŷ is {target}; {loss} expects {low} to {high}.",
    "story.target-too-far": "ŷ is {target}; expected {low} to {high}.",
    # a walkthrough as a table
    "story.shown": "Forward and backward steps show example {example} of {examples}.",
    "story.head.step": "step",
    "story.head.phase": "phase",
    "story.head.formula": "formula",
    "story.head.numbers": "with numbers",
    "story.head.value": "value",
    "story.phase.forward": "forward",
    "story.phase.cost": "cost",
    "story.phase.backward": "backward",
    "story.phase.gradient": "gradient",
    "story.phase.update": "update",
    "story.phase.forward again": "forward again",
}
