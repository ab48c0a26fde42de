"""All that is given of a walkthrough, as text with every digit: each number by itself, and as rows of a form."""

import numpy as np

from backprop.notation import ETA
from backprop.story.walkthrough import Walkthrough
from backprop.words import say

MOST_FIELDS = 8  # examples, and neurons in a layer, that have fields of their own


def written(values) -> str:
    """Numbers as a field holds them, so that reading them changes nothing."""
    return ", ".join(np.format_float_positional(value, trim="-") for value in values)


def given(walk: Walkthrough) -> dict[str, str]:
    """{quantity: the number as text} of all that is given; "rate" is η."""
    return {quantity.key: written([value]) for quantity, value in walk.given.items()} | {
        "rate": written([walk.learning_rate])
    }


def form(walk: Walkthrough) -> list[list[dict]]:
    """Rows of fields: x and targets, then each layer's weights, biases and activation, the loss, η."""
    rows = []
    for n, (x, target) in enumerate(zip(walk.forward.x, walk.backward.target, strict=True)):
        rows.append(
            [(say("widgets.field.x", n=n + 1), written(x)), (say("widgets.field.target", n=n + 1), written(target))]
        )
    rows = rows[:MOST_FIELDS]
    for l, layer in enumerate(walk.network.layers):
        for j in range(min(layer.n_out, MOST_FIELDS)):
            name = walk.letters.z(l, j).text
            weights, bias = written(layer.weights[j]), written([layer.biases[j]])
            rows.append(
                [(say("widgets.field.weights", name=name), weights), (say("widgets.field.bias", name=name), bias)]
            )
        rows.append([(say("widgets.field.activation", layer=l + 1), layer.activation)])
    rows.append([(say("widgets.field.loss"), walk.loss), (ETA.text, written([walk.learning_rate]))])
    return [[{"label": label, "text": text} for label, text in row] for row in rows]
