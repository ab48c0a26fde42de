"""What a walkthrough is made of, what can be edited in it, and what it is made of after an edit.

A place is named as a page names it: "w 0 1 0" is one weight, "row w 0 1" all that feed one neuron, "x 0" an input of
the example that is shown, "row x 2" all inputs of the third, "f 0" a layer's activation, "loss", "rate".
"""

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from backprop.engine.activations import ACTIVATIONS
from backprop.engine.losses import LOSSES, get_loss
from backprop.engine.network import Layer, Network
from backprop.exercises.typed import read_numbers
from backprop.notation import ETA
from backprop.story.quantity import Quantity
from backprop.story.walkthrough import Walkthrough, walkthrough
from backprop.words import say

WIDEST, STEPS = 5.0, 100  # a slider's reach, further where the number is; steps from end to end
MOST_FIELDS = 8  # examples, and neurons in a layer, that have fields of their own


@dataclass(frozen=True, eq=False)
class Inputs:
    """What a walkthrough is made of, and no more: small, where the walkthrough itself is large."""

    network: Network
    x: np.ndarray
    target: np.ndarray
    loss: str
    learning_rate: float
    example: int

    @classmethod
    def of(cls, walk: Walkthrough) -> "Inputs":
        """What this walkthrough was made of."""
        x, target = walk.forward.x, walk.backward.target
        return cls(walk.network, x, target, walk.loss, walk.learning_rate, walk.example)

    @property
    def walk(self) -> Walkthrough:
        """The walkthrough by neuron. Raises what ``walkthrough`` raises."""
        return _walked(self)

    def edited(self, place: str, text: str) -> "Inputs":
        """The inputs with ``text`` in that place.

        Raises ValueError or TypeError, in a learner's sentence, for what cannot be read; what is not allowed together
        is refused by ``walk``.
        """
        kind, *where = place.split()
        if kind == "row":
            kind, *where = where[0] + "s", *where[1:]
        return replace(self, **_CHANGES[kind](self, text, *map(int, where)))


@lru_cache(maxsize=2)  # the one that stands, and the one before
def _walked(inputs):
    return walkthrough(**vars(inputs))


def _changed(array, at, text, count=1):
    """A copy of the array with the numbers typed at that place."""
    values = read_numbers(text, count)
    array = np.array(array, dtype=float)
    array[at] = values if count > 1 else values[0]
    return array


def _layer(inputs, l, **changes):
    """The network with another layer l."""
    layers = list(inputs.network.layers)
    as_is = {"weights": layers[l].weights, "biases": layers[l].biases, "activation": layers[l].activation}
    layers[l] = Layer(**(as_is | changes))
    return {"network": Network(layers)}


def _weights(inputs, text, l, *at):
    weights = inputs.network.layers[l].weights
    return _layer(inputs, l, weights=_changed(weights, at, text, weights[at].size))


def _array(name):
    """A change of x or the target: one number of the example shown, or all of one example."""

    def one(inputs, text, k):
        return {name: _changed(getattr(inputs, name), (inputs.example, k), text)}

    def row(inputs, text, n):
        array = getattr(inputs, name)
        return {name: _changed(array, n, text, array.shape[1])}

    return {name: one, f"{name}s": row}


_CHANGES = {
    **_array("x"),
    **_array("target"),
    "w": _weights,
    "ws": _weights,
    "b": lambda inputs, text, l, j: _layer(inputs, l, biases=_changed(inputs.network.layers[l].biases, j, text)),
    "f": lambda inputs, text, l: _layer(inputs, l, activation=text),
    "loss": lambda inputs, text: {"loss": text},
    "rate": lambda inputs, text: {"learning_rate": read_numbers(text, 1)[0]},
}


# ------------------------------------------------------- what can be edited


def handles(walk: Walkthrough) -> dict[str, dict]:
    """{place: the number as text, and how far a slider reaches} of every number that can be edited in place."""
    low, high = get_loss(walk.loss).targets
    targets = max(low, -WIDEST), min(high, WIDEST)
    found = {}
    for quantity, value in walk.given.items():
        reach = targets if quantity.name == "target" else (-WIDEST, WIDEST)
        found[quantity.key] = _handle(value, *reach)
    return found | {"rate": _handle(walk.learning_rate, 0.01, 3.0)}


def _handle(value, low, high):
    low, high = min(low, value), max(high, value)
    return {"text": written([value]), "low": low, "high": high, "step": round((high - low) / STEPS, 4)}


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
    rows.append([_field("rate", ETA.text, written([walk.learning_rate]))])
    return rows


def _examples(walk):
    for n, (x, target) in enumerate(zip(walk.forward.x, walk.backward.target, strict=True)):
        if n < MOST_FIELDS:
            yield [
                _field(f"row x {n}", say("widgets.field.x", n=n + 1), written(x)),
                _field(f"row target {n}", say("widgets.field.target", n=n + 1), written(target)),
            ]


def left_out(walk: Walkthrough) -> str:
    """How many rows have no field, in a sentence; empty where all have one."""
    rows = (len(walk.forward.x), *(layer.n_out for layer in walk.network.layers))
    without = sum(max(0, n - MOST_FIELDS) for n in rows)
    return say("widgets.field.left-out", n=without) if without else ""


def _field(key, label, text, choices=None):
    return {"key": key, "label": label, "text": text} | ({"choices": choices} if choices else {})
