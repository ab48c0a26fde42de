"""Write backpropagation yourself: four functions, each compared with the engine array by array.

The network is all sigmoid with cross-entropy; ``weights`` and ``biases`` are lists, one array a layer, and so
are ``z``, ``a``, ``dC_dz``, ``dL_dw`` and ``dL_db``. Examples stand in rows.

    forward(x, weights, biases)                               -> z, a
    backward(z, a, target, weights)                           -> dC_dz
    multiply(x, a, dC_dz)                                     -> dL_dw, dL_db
    update(weights, biases, dL_dw, dL_db, learning_rate)      -> weights, biases
"""

import base64
from dataclasses import dataclass
from html import escape

import numpy as np

from backprop.diagram import diagram
from backprop.examples import lecture_network
from backprop.exercises import NOT_ATTEMPTED, NOT_YET, RIGHT, agrees, told
from backprop.network import ForwardPass, Layer, Network
from backprop.rules import BROKEN, follow
from backprop.walkthrough import Quantity, walkthrough

STAGES = ("forward", "backward", "multiply", "update")
RETURNS = {"forward": ("z", "a"), "backward": ("dC_dz",), "multiply": ("dL_dw", "dL_db"), "update": ("new_w", "new_b")}
NETWORK = lecture_network()[0]
X = np.array([[1.0, -1.0], [0.5, 2.0], [-1.5, 0.25]])
TARGET = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
LEARNING_RATE = 0.5
STOOD_IN = "{}: not attempted; the engine's function was used."


# ------------------------------------------------------- the engine's functions


def _network(weights, biases):
    return Network(Layer(w, b) for w, b in zip(weights, biases, strict=True))


def engine_forward(x, weights, biases):
    """z and a of every layer, by the engine."""
    passed = _network(weights, biases).forward(x)
    return list(passed.z), list(passed.a)


def engine_backward(z, a, target, weights):
    """∂C/∂z of every layer, by the engine."""
    network = _network(weights, [np.zeros(len(w)) for w in weights])
    return list(network.backward(ForwardPass(network, target, tuple(z), tuple(a)), target).dC_dz)


def engine_multiply(x, a, dC_dz):
    """∂L/∂w and ∂L/∂b of every layer: forward times backward, summed over the examples."""
    feeds = [x, *a[:-1]]
    return [d.T @ feed for d, feed in zip(dC_dz, feeds, strict=True)], [d.sum(axis=0) for d in dC_dz]


def engine_update(weights, biases, dL_dw, dL_db, learning_rate):
    """The new weights and biases."""
    return (
        [w - learning_rate * g for w, g in zip(weights, dL_dw, strict=True)],
        [b - learning_rate * g for b, g in zip(biases, dL_db, strict=True)],
    )


ENGINE = dict(zip(STAGES, (engine_forward, engine_backward, engine_multiply, engine_update), strict=True))


def use(stage, function=None):
    """Your function for this stage, or the engine's where you have none, which is said."""
    if function is None:
        print(STOOD_IN.format(stage))
        return ENGINE[stage]
    return function


# ------------------------------------------------------------------ comparing


@dataclass(frozen=True)
class Comparison:
    """What became of one stage: a state, a sentence, and the first quantity that differs, on the diagram."""

    stage: str
    state: str
    text: str
    quantity: Quantity | None = None
    example: int = 0

    def __str__(self):
        return f"{self.stage}: {self.state}. {self.text}"

    __repr__ = __str__

    @property
    def picture(self):
        """The diagram with the first quantity that differs marked; empty where there is none."""
        if self.quantity is None:
            return ""
        walk = walkthrough(NETWORK, X, TARGET, learning_rate=LEARNING_RATE, example=self.example)
        at = next(i for i, step in enumerate(walk) if self.quantity in step.makes)
        return diagram(walk, at, marked=_drawn(self.quantity))

    def _repr_html_(self):
        if not self.picture:
            return f"<p>{escape(str(self))}</p>"
        image = base64.b64encode(self.picture.encode()).decode()
        return f'<p>{escape(str(self))}</p><img src="data:image/svg+xml;base64,{image}" alt="{escape(self.text)}">'


def arguments(stage):
    """The arguments a stage is called with for the comparison, and the arrays the engine returns for them."""
    weights = [layer.weights.copy() for layer in NETWORK.layers]
    biases = [layer.biases.copy() for layer in NETWORK.layers]
    forward = NETWORK.forward(X)
    backward = NETWORK.backward(forward, TARGET)
    after = NETWORK.updated(backward, LEARNING_RATE)
    z, a = [array.copy() for array in forward.z], [array.copy() for array in forward.a]
    dC_dz = [array.copy() for array in backward.dC_dz]
    dL_dw, dL_db = [array.copy() for array in backward.dL_dw], [array.copy() for array in backward.dL_db]
    if stage == "forward":
        return (X.copy(), weights, biases), (forward.z, forward.a)
    if stage == "backward":
        return (z, a, TARGET.copy(), weights), (backward.dC_dz,)
    if stage == "multiply":
        return (X.copy(), a, dC_dz), (backward.dL_dw, backward.dL_db)
    new = [layer.weights for layer in after.layers], [layer.biases for layer in after.layers]
    return (weights, biases, dL_dw, dL_db, LEARNING_RATE), new


def compare(stage, function=None):
    """Compare your function with the engine, array by array, in the order in which they are found.

    Raises ValueError for a stage that does not exist; whatever your function raises is told, not thrown.
    """
    if stage not in STAGES:
        raise ValueError(f"stage is {stage!r}; expected one of {', '.join(STAGES)}.")
    if function is None:
        return Comparison(stage, NOT_ATTEMPTED, f"It returns {' and '.join(RETURNS[stage])}, a list each.")
    if not callable(function):
        return Comparison(stage, NOT_YET, f"{function!r} is not a function.")
    given, expected = arguments(stage)
    try:
        returned = function(*given)
    except Exception as error:  # the learner's own code: whatever it raises is told
        return Comparison(stage, NOT_YET, told(error))
    groups = (returned,) if stage == "backward" else returned
    complaint = _wrong_form(stage, groups, expected)
    if complaint:
        return Comparison(stage, NOT_YET, complaint)
    layers = range(len(NETWORK.layers))
    for l in reversed(layers) if stage == "backward" else layers:
        for name, mine, engine in zip(RETURNS[stage], groups, expected, strict=True):
            complaint = agrees(f"{name}[{l}]", mine[l], engine[l])
            if complaint:
                reason = _reason(stage, name, l, np.asarray(mine[l], float), engine[l])
                quantity, example = _first(name, l, mine[l], engine[l])
                text = f"The first array that differs is {name}[{l}], layer {l + 1}. {complaint} {reason}".strip()
                return Comparison(stage, NOT_YET, text, quantity, example)
    return Comparison(stage, RIGHT, "Every array agrees with the engine.")


def _wrong_form(stage, groups, expected):
    """What is wrong with the form of what came back: how many lists, how many arrays."""
    names = RETURNS[stage]
    if not isinstance(groups, tuple | list) or len(groups) != len(expected):
        return f"Return {len(expected)} list{'s' if len(expected) > 1 else ''}: {', '.join(names)}."
    for name, mine, engine in zip(names, groups, expected, strict=True):
        if not isinstance(mine, tuple | list) or len(mine) != len(engine):
            return f"{name} is not a list of {len(engine)} arrays, one for each layer."
        for l, array in enumerate(mine):
            try:
                np.asarray(array, dtype=float)
            except (TypeError, ValueError):
                return f"{name}[{l}] is {array!r}; expected an array of numbers."
    return None


def _first(name, l, mine, engine):
    """The first entry that differs, as a Quantity and an example."""
    mine = np.asarray(mine, dtype=float)
    if mine.shape != engine.shape:
        place = (0,) * engine.ndim
    else:
        place = tuple(int(i) for i in np.argwhere(~np.isclose(mine, engine, rtol=1e-9, atol=1e-9))[0])
    if name in ("z", "a", "dC_dz"):
        return Quantity(name, l, place[1]), place[0]
    return Quantity(name, l, *place), 0


def _drawn(quantity):
    """A bias has no place of its own on the diagram: its neuron's z or ∂C/∂z is marked for it."""
    stand_in = {"dL_db": "dC_dz", "new_b": "z"}
    return quantity._replace(name=stand_in.get(quantity.name, quantity.name))


def _reason(stage, name, l, mine, engine):
    """The likely reason, where one is known: a broken rule that gives this array, or its form."""
    if mine.shape == engine.shape[::-1] and np.allclose(mine, engine.T):
        return "It is transposed."
    if mine.shape != engine.shape:
        return ""
    if name == "a" and np.allclose(mine, NETWORK.forward(X).z[l]):
        return "The activation is missing: a = σ(z)."
    for rules in BROKEN:
        arrays = follow(rules, NETWORK, X, TARGET, "cross_entropy", LEARNING_RATE)
        if np.allclose(mine, arrays[name][l]):
            return rules.reason
    return ""


# ------------------------------------------------------------------- training


def train(functions, data, network, learning_rate=0.05, batch=32, epochs=20, seed=0):
    """Train with the four functions on ``data``; yield (epoch, weights, biases, held-out accuracy) after each epoch.

    Mini-batches of ``batch`` examples, shuffled by seed.
    """
    forward, backward, multiply, step = (functions[stage] for stage in STAGES)
    rng = np.random.default_rng(seed)
    weights = [layer.weights.copy() for layer in network.layers]
    biases = [layer.biases.copy() for layer in network.layers]
    for epoch in range(1, epochs + 1):
        order = rng.permutation(len(data.x))
        for start in range(0, len(order), batch):
            chosen = order[start : start + batch]
            x, target = data.x[chosen], data.target[chosen]
            z, a = forward(x, weights, biases)
            dL_dw, dL_db = multiply(x, a, backward(z, a, target, weights))
            weights, biases = step(weights, biases, dL_dw, dL_db, learning_rate)
        guesses = predict(forward, data.held_out_x, weights, biases)
        yield epoch, weights, biases, accuracy(guesses, data.held_out_target)


def predict(forward, x, weights, biases):
    """The digit whose output is largest, for each image."""
    _, a = forward(x, weights, biases)
    return np.argmax(a[-1], axis=1)


def accuracy(guesses, target):
    """The share of images whose digit is guessed."""
    return float(np.mean(guesses == np.argmax(target, axis=1)))


def confusion(guesses, target):
    """How often digit i was taken for digit j, shape (10, 10)."""
    matrix = np.zeros((10, 10), dtype=int)
    np.add.at(matrix, (np.argmax(target, axis=1), guesses), 1)
    return matrix


def share(value):
    """A share as a percentage with one decimal."""
    return f"{100 * value:.1f} %"
