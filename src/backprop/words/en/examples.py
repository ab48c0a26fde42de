"""What the examples say: a refusal of initial weights that there are not."""

SENTENCES = {
    "examples.no-kind": "The initial weights are {kind}; expected one of {known}.",
}
