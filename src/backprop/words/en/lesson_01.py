"""What the cells of notebook 01 print: heads of tables, what follows from the numbers, model answers."""

SENTENCES = {
    "01.recall-update": "w grows by 0.2: an update subtracts η times the slope, and the slope is negative.",
    "01.recall-price": "About 3, and the number of parameters does not enter. Finite differences would take 2000.",
    "01.crest": "A steep second function is of no help if the first lets almost nothing through.",
    "01.corner": "A tenth of the push makes a hundredth of the corner, so even divided by Δs it goes to nothing. "
    "The strips stay.",
    "01.head.both": "error with both paths",
    "01.head.one": "error with x alone",
    "01.dropped": "With both paths the error goes to 0. With one of them left out it does not: what stays is the whole "
    "share of that path, x · dy/ds = {share}.",
    "01.derivation": "∂z/∂x = y and ∂z/∂y = x, so case 2 reads dz/ds = y f′(s) + x g′(s) = f′ g + f g′: "
    "the product rule.\n"
    "For z = x / y the two slopes are 1/y and −x/y², so dz/ds = f′/g − f g′/g² = (f′ g − f g′) / g²: "
    "the quotient rule.\n"
    "Both rules of school are two paths that add.",
    "01.friend": "One answer among many:\n"
    "Along a path there is one push, and it is handed on: the second function gets what the first one let through, "
    "so what arrives is a multiple of a multiple. Over two paths there are two pushes that arrive at the same place, "
    "one beside the other, and what arrives is the one and the other together. "
    "If paths multiplied, a path that lets nothing through would close the other one as well.",
}
