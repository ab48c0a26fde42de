"""What the check of a gradient says."""

SENTENCES = {
    "engine.check.differs": "{name}[{l}][{place}] (layer {layer}) is {mine}; a central difference gives {difference}.",
    "engine.check.differs-in-digits": "{name}[{l}][{place}] (layer {layer}) is {mine}; "
    "a central difference in more digits gives {difference}.",
    "engine.check.differs-at-a-kink": "{name}[{l}][{place}] (layer {layer}) is {mine}; a z stands at a kink there, "
    "and the slopes of its two sides give {low} to {high}.",
    "engine.check.nothing": "No entry could be checked: {kinks} at a kink, {flat} hidden by the rounding of L. "
    "Take other x or weights and check again.",
    "engine.check.result": "{number} ({checked} of {n} entries checked; not checked: {kinks} at a kink, "
    "{flat} hidden by the rounding of L)",
    "engine.check.array": "{name} of layer {layer}",
    "engine.check.keys": "gradients has the keys {keys}; expected dL_dw and dL_db.",
    "engine.check.pair": "{name} is of type {kind}; expected two lists of arrays, (dL_dw, dL_db).",
    "engine.check.list": "{name} is of type {kind}; expected a list with one array for each layer.",
    "engine.check.parts": {
        "one": "gradients has {n} part; expected two, (dL_dw, dL_db).",
        "other": "gradients has {n} parts; expected two, (dL_dw, dL_db).",
    },
    "engine.check.arrays": {
        "one": "{name} has {n} array; expected {layers}, one for each layer.",
        "other": "{name} has {n} arrays; expected {layers}, one for each layer.",
    },
    "engine.check.shape": "{name} of layer {layer} has shape {shape}; expected {expected}.",
}
