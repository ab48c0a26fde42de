"""What the cells of notebook 03 print: heads of tables, what follows from the numbers, model answers."""

SENTENCES = {
    "03.recall-paths": "0. The two shares are 2 · 0.5 = 1 and −1 · 1 = −1, and they cancel. Paths add.",
    "03.recall-feed": "a. The number at the tail of a weight is its ∂z/∂w, and the forward pass has it already.",
    "03.signs": "y₁ is too small and y₂ too large. So C falls when z₅ is pushed up, and rises when z₆ is.",
    "03.head.share": "share of ΔC",
    "03.push": "The two shares make {foretold}. Pushed in earnest and gone forward again, C changes by {measured}. "
    "Divided by the push, the shares give a slope of {slope}.",
    "03.tenth": "The sigmoid lets {slope} of it through: a good tenth.",
    "03.one-path": "With the path through z₆ forgotten, ∂C/∂z₃ would come out as {one}: a wrong gradient.",
    "03.two-terms": "W has {rows} rows and {columns} columns: {columns} neurons hear back, "
    "and each adds up {rows} terms, one from every neuron of the next layer.",
    "03.head.path": "path",
    "03.head.term": "product",
    "03.four-paths": "The four products make {sum}, which is ∂C/∂z₁.",
    "03.multiplications": "multiplications, path by path",
    "03.head.network": "network",
    "03.head.by-paths": "path by path",
    "03.head.backward": "going back",
    "03.head.times": "times as many",
    "03.flattest": "z₁ is furthest from 0, and its triangle passes on {gain} of what comes in.",
    "03.head.strong-gain": "σ′(z), strong",
    "03.head.strong-slope": "∂C/∂z, strong",
    "03.saturated": "With the strong layer next to nothing gets through its triangles.",
    "03.checked": "Every weight and every bias was nudged too, and every slope found so agrees.",
    "03.too-late": "Updated first, the new W⁽³⁾ would send back {late}: no longer the slope at the old weights.",
    "03.head.line": "line",
    "03.head.factors": "shapes of what goes in",
    "03.head.result": "shape of what comes out",
    "03.square": "With W⁽²⁾ᵀ in the place of W⁽²⁾ no error is raised. "
    "∂C/∂z₁ and ∂C/∂z₂ come out as {wrong} in the place of {right}.",
    "03.derivation": "Going forward the column x is multiplied by M = W⁽³⁾ W⁽²⁾ W⁽¹⁾. "
    "Going back, rule 3 three times gives ∂C/∂x = W⁽¹⁾ᵀ W⁽²⁾ᵀ W⁽³⁾ᵀ ∂C/∂y.\n"
    "Transposing a product turns its order round, so this is Mᵀ ∂C/∂y. "
    "If a network is one matrix going forward, it is the same matrix, transposed, going back.\n"
    "With sigmoids there is a gain between any two neighbouring matrices, and one more at the outputs. The gains are "
    "constants, so the walk back is still one "
    "matrix; only it is another one for every x.",
    "03.friend": "One answer among many:\n"
    "Suppose that you start at a weight near the inputs and follow what it moves. "
    "Its push spreads over the whole next layer, and over the one after that, and at the end you know one slope. "
    "For the next weight you begin anew, and most of the way is the same. "
    "Coming from the cost you walk over that common way once. Each neuron, when you reach it, is told one number: how "
    "the cost depends on it. That number is all that the layer before needs to know of everything behind.\n"
    "Did you say what is shared, and that it is computed once?",
}
