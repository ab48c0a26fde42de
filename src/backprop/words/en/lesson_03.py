"""What the cells of notebook 03 print: what follows from the numbers."""

SENTENCES = {
    "03.one-path": "With the path through z₆ forgotten, ∂C/∂z₃ would come out as {one}: a wrong gradient.",
    "03.two-terms": "W has {rows} rows and {columns} columns: {columns} neurons hear back, "
    "and each adds up {rows} terms, one from every neuron of the next layer.",
    "03.checked": "Every weight and every bias was nudged too, and every slope found so agrees.",
    "03.too-late": "Updated first, the new W⁽³⁾ would send back {late}: no longer the slope at the old weights.",
}
