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

from backprop.engine.network import ForwardPass, Layer, Network
from backprop.examples import glorot_network, lecture_network
from backprop.exercises.kinds import NOT_ATTEMPTED, NOT_YET, RIGHT, agrees, told
from backprop.exercises.slips import reason
from backprop.pictures.diagram import diagram
from backprop.pictures.layout import SMALLEST, layout
from backprop.story.walkthrough import Quantity, walkthrough

STAGES = ("forward", "backward", "multiply", "update")
TAKES = {
    "forward": ("x", "weights", "biases"),
    "backward": ("z", "a", "target", "weights"),
    "multiply": ("x", "a", "dC_dz"),
    "update": ("weights", "biases", "dL_dw", "dL_db", "learning_rate"),
}
RETURNS = {"forward": ("z", "a"), "backward": ("dC_dz",), "multiply": ("dL_dw", "dL_db"), "update": ("new_w", "new_b")}
NETWORK = lecture_network()[0]
X = np.array([[1.0, -1.0], [0.5, 2.0], [-1.5, 0.25]])
TARGET = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
OTHER = glorot_network((3, 4, 2)), np.array([[1.0, -0.5, 2.0], [0.5, 1.0, -1.0]]), np.array([[0.0, 1.0], [1.0, 0.0]])
LEARNING_RATE = 0.5
STOOD_IN = "{}: {}; the engine's function was used."
OF_ONE = (
    "The cross marks the weight or the bias. The picture shows the first of the three examples; the array sums all."
)
CHANGED = "Every array agrees, but your function changes {}, which it was given. Make new arrays: w − s, not w -= s."


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
    da_dz = tuple(layer.f.derivative(each) for layer, each in zip(network.layers, z, strict=True))
    return list(network.backward(ForwardPass(network, target, tuple(z), tuple(a), da_dz), target).dC_dz)


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


@dataclass(frozen=True)
class StandIn:
    """The engine's function in the place of yours; ``state`` is why."""

    stage: str
    state: str

    def __call__(self, *arguments):
        return ENGINE[self.stage](*arguments)


def use(stage, function=None):
    """Your function for this stage where it agrees with the engine; else the engine's stands in, which is said."""
    found = compare(stage, function)
    if found.state == RIGHT:
        return function
    print(STOOD_IN.format(stage, found.state))
    return StandIn(stage, found.state)


def stood_in(functions):
    """Which of these functions ({stage: function}) are the engine's in the place of yours; empty for none."""
    ones = [function for function in functions.values() if isinstance(function, StandIn)]
    stages = {state: [one.stage for one in ones if one.state == state] for state in (NOT_ATTEMPTED, NOT_YET)}
    return " ".join(STOOD_IN.format(", ".join(names), state) for state, names in stages.items() if names)


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
        legible = f"min-width:{SMALLEST * layout(NETWORK.sizes).width:.0f}px"  # on a narrower page it scrolls
        summed = f"<p>{OF_ONE}</p>" if self.quantity.name in ("dL_dw", "dL_db", "new_w", "new_b") else ""
        return (
            f'<p>{escape(str(self))}</p>{summed}<div style="overflow-x:auto"><img style="{legible}" '
            f'src="data:image/svg+xml;base64,{image}" alt="{escape(self.text)}"></div>'
        )


def arguments(stage, network=NETWORK, x=X, target=TARGET):
    """The arguments a stage is called with for the comparison, and the arrays the engine returns for them."""
    forward = network.forward(x)
    backward = network.backward(forward, target)
    after = network.updated(backward, LEARNING_RATE)
    weights, biases = [layer.weights for layer in network.layers], [layer.biases for layer in network.layers]
    new = [layer.weights for layer in after.layers], [layer.biases for layer in after.layers]
    gradients = backward.dL_dw, backward.dL_db
    given, expected = {
        "forward": ((x, weights, biases), (forward.z, forward.a)),
        "backward": ((forward.z, forward.a, target, weights), (backward.dC_dz,)),
        "multiply": ((x, forward.a, backward.dC_dz), gradients),
        "update": ((weights, biases, *gradients), new),
    }[stage]
    copies = [one.copy() if isinstance(one, np.ndarray) else [array.copy() for array in one] for one in given]
    return (*copies, LEARNING_RATE) if stage == "update" else tuple(copies), expected


def compare(stage, function=None):
    """Compare your function with the engine, array by array, in the order in which they are found.

    First on the lecture's network, then on one of other sizes. Raises ValueError for a stage that does not
    exist; whatever your function raises is told, not thrown.
    """
    if stage not in STAGES:
        raise ValueError(f"stage is {stage!r}; expected one of {', '.join(STAGES)}.")
    if function is None:
        lists = " and ".join(RETURNS[stage])
        return Comparison(stage, NOT_ATTEMPTED, f"Return {lists}: a list{' each' if ' and ' in lists else ''}.")
    if not callable(function):
        return Comparison(stage, NOT_YET, f"{function!r} is not a function.")
    found = _compared(stage, function, NETWORK, X, TARGET)
    if found:
        return found
    other = _compared(stage, function, *OTHER)
    if other:
        sizes = "-".join(map(str, OTHER[0].sizes))
        return Comparison(
            stage, NOT_YET, f"It is right for the lecture's network, not for one of {sizes}. {other.text}"
        )
    return Comparison(stage, RIGHT, "Every array agrees with the engine.")


def _compared(stage, function, network, x, target):
    """What is not right with this function on this network; None where nothing is."""
    given, expected = arguments(stage, network, x, target)
    before = arguments(stage, network, x, target)[0]
    try:
        returned = function(*given)
    except Exception as error:  # the learner's own code: whatever it raises is told
        return Comparison(stage, NOT_YET, told(error))
    groups = (returned,) if stage == "backward" else returned
    complaint = _wrong_form(stage, groups, expected)
    if complaint:
        return Comparison(stage, NOT_YET, complaint)
    layers = range(len(expected[0]))
    for l in reversed(layers) if stage == "backward" else layers:
        for name, mine, engine in zip(RETURNS[stage], groups, expected, strict=True):
            complaint = agrees(f"{name}[{l}]", mine[l], engine[l])
            if complaint:
                text = f"The first array that differs is {name}[{l}], layer {l + 1}. {complaint}"
                why = _reason(stage, name, l, mine[l], before, expected) if network is NETWORK else ""
                return Comparison(stage, NOT_YET, f"{text} {why}".strip(), *_first(name, l, mine[l], engine[l]))
    for name, now, was in zip(TAKES[stage], given, before, strict=True):
        if not np.array_equal(_flat(now), _flat(was)):
            return Comparison(stage, NOT_YET, CHANGED.format(name))
    return None


def _reason(stage, name, l, mine, given, expected):
    """The likely reason why your array ``name[l]`` differs on the lecture's network; empty where none is known."""
    names, step = RETURNS[stage], (NETWORK, X, TARGET, "cross_entropy", LEARNING_RATE)
    return reason(stage, names, names.index(name), l, np.asarray(mine, dtype=float), given, expected, step)


def _flat(one):
    """All numbers of an array, or of a list of arrays."""
    return np.concatenate([np.ravel(array) for array in one]) if isinstance(one, list) else np.ravel(one)


def _wrong_form(stage, groups, expected):
    """What is wrong with the form of what came back: how many lists, how many arrays."""
    names = RETURNS[stage]
    if not isinstance(groups, tuple | list) or len(groups) != len(expected):
        return f"Return {len(expected)} list{'s' if len(expected) > 1 else ''}: {', '.join(names)}."
    for name, mine, engine in zip(names, groups, expected, strict=True):
        if not isinstance(mine, tuple | list):
            return f"{name} is not a list of {len(engine)} arrays, one for each layer."
        if len(mine) != len(engine):
            return f"{name} has {len(mine)} array{'s' * (len(mine) != 1)}; expected {len(engine)}, one for each layer."
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
