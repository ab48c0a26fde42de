"""What can be edited in a walkthrough, each place named as a page names it.

"w 0 1 0" is one weight, "row w 0 1" all that feed one neuron, "x 0" an input of the example that is shown, "row x 2"
all inputs of the third, "f 0" a layer's activation, "loss", "rate".
"""

import numpy as np

from backprop.engine.activations import ACTIVATIONS
from backprop.engine.losses import LOSSES, get_loss
from backprop.story.quantity import Quantity
from backprop.story.walkthrough import Walkthrough
from backprop.words import say

WIDEST, STEPS = 5.0, 100  # a slider's reach, further where the number is; steps from end to end
MOST_FIELDS = 8  # examples, and neurons in a layer, that have fields of their own


def handles(walk: Walkthrough) -> dict[str, dict]:
    """{place: its name, the number as text, how far a slider reaches} of every number that can be edited in place."""
    named = {"x": walk.letters.x, "target": walk.letters.target, "w": walk.letters.w, "b": walk.letters.b}
    low, high = get_loss(walk.loss).targets
    targets = max(low, -WIDEST), min(high, WIDEST)
    found = {}
    for quantity, value in walk.given.items():
        name = named[quantity.name](*(index for index in quantity.place if index is not None)).text
        reach = targets if quantity.name == "target" else (-WIDEST, WIDEST)
        found[quantity.key] = _handle(name, value, *reach)
    return found | {"rate": _handle("η", walk.learning_rate, 0.01, 3.0)}


def _handle(name, value, low, high):
    low, high = min(low, value), max(high, value)
    return {"name": name, "text": written([value]), "low": low, "high": high, "step": round((high - low) / STEPS, 4)}


def written(values) -> str:
    """Numbers as a field holds them, so that reading them changes nothing."""
    return ", ".join(np.format_float_positional(value, trim="-") for value in values)


def form(walk: Walkthrough) -> list[list[dict]]:
    """Rows of fields: x and targets, then each layer's weights, biases and activation, the loss, η."""
    rows, layers = list(_examples(walk)), walk.network.layers
    for l, layer in enumerate(layers):
        for j in range(min(layer.n_out, MOST_FIELDS)):
            name, w, b = walk.letters.z(l, j).text, Quantity("w", l, j), Quantity("b", l, j)
            weights = _field(f"row {w.key}", say("widgets.field.weights", name=name), written(layer.weights[j]))
            rows.append([weights, _field(b.key, say("widgets.field.bias", name=name), written([layer.biases[j]]))])
        choices = {name: name for name in ACTIVATIONS}
        label = say("widgets.field.activation", layer=l + 1)
        rows.append([_field(f"f {l}", label, layer.activation, choices)])
    rows.append([_field("loss", say("widgets.field.loss"), walk.loss, {name: name for name in LOSSES})])
    rows.append([_field("rate", "η", written([walk.learning_rate]))])
    return rows


def _examples(walk):
    for n, (x, target) in enumerate(zip(walk.forward.x, walk.backward.target, strict=True)):
        if n < MOST_FIELDS:
            yield [
                _field(f"row x {n}", say("widgets.field.x", n=n + 1), written(x)),
                _field(f"row target {n}", say("widgets.field.target", n=n + 1), written(target)),
            ]


def _field(key, label, text, choices=None):
    return {"key": key, "label": label, "text": text} | ({"choices": choices} if choices else {})
