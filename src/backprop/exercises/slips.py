"""Slips of the four stages of from_scratch, each as the function that makes it: wrong arrays are told by them.

A slip is a reason and a function with its stage's arguments. The rules of ``rules`` that are broken within a
stage are told as well; here stand the slips that only a whole array can show. ``reason`` names the first that fits.
"""

from functools import partial

import numpy as np

from backprop.engine.functions import get_activation
from backprop.exercises.rules import BROKEN, follow

SIGMOID = get_activation("sigmoid").value
METHODS = {"forward": ("z", "a"), "backward": ("output", "back", "gain"), "multiply": ("gradient",)}
METHODS["update"] = ("update",)


def _forward(x, weights, biases, z=lambda feed, w, b: feed @ w.T + b, a=SIGMOID, on=lambda x, z, a: a):
    """Forward, with its own way to find z and a, and to say ``on`` what feeds the next layer."""
    zs, activations, feed = [], [], x
    for w, b in zip(weights, biases, strict=True):
        zs.append(z(feed, w, b))
        activations.append(a(zs[-1]))
        feed = on(x, zs[-1], activations[-1])
    return zs, activations


def _backward(z, a, target, weights, start=np.subtract, slope=lambda z, a, l: a[l] * (1 - a[l]), through=1):
    """Backward, with its own start at the output, its own slope, and the weights it goes ``through``."""
    dC_dz = [start(a[-1], target)]
    for l in reversed(range(len(a) - 1)):
        dC_dz.insert(0, slope(z, a, l) * (dC_dz[0] @ weights[l + through]))
    return (dC_dz,)


def _own_a(x, a, dC_dz):
    """Multiply, with each layer's own a for what feeds it."""
    return [d.T @ own for d, own in zip(dC_dz, a, strict=True)], [d.sum(axis=0) for d in dC_dz]


def _update(weights, biases, dL_dw, dL_db, learning_rate, change):
    """Update, with its own change of a parameter p by a step s."""
    pairs = (weights, dL_dw), (biases, dL_db)
    return tuple([change(p, learning_rate * g) for p, g in zip(*pair, strict=True)] for pair in pairs)


SLIPS = {
    "forward": {
        "This layer is fed by x again. Feed it the a of the layer before.": partial(_forward, on=lambda x, z, a: x),
        "This layer is fed by z. Feed it the a of the layer before.": partial(_forward, on=lambda x, z, a: z),
        "This uses W where rows need Wᵀ: feed @ w.T.": partial(_forward, z=lambda feed, w, b: feed @ w + b),
        "The activation is missing: a = σ(z).": partial(_forward, a=lambda z: z),
        "This is σ(−z): the exponent needs a minus, e⁻ᶻ.": partial(_forward, a=lambda z: SIGMOID(-z)),
        "This is tanh(z). Every activation here is σ.": partial(_forward, a=np.tanh),
    },
    "backward": {
        "This is ∂C/∂y. Times σ′(z) it becomes y − ŷ.": partial(
            _backward, start=lambda y, target: (y - target) / (y * (1 - y))
        ),
        "This divides by the number of examples. ∂C/∂z belongs to one example: leave it whole.": partial(
            _backward, start=lambda y, target: (y - target) / len(y)
        ),
        "This takes the slope at a. It belongs at z, and there it is a (1 − a).": partial(
            _backward, slope=lambda z, a, l: SIGMOID(a[l]) * (1 - SIGMOID(a[l]))
        ),
        "This multiplies by z (1 − z). The slope is a (1 − a).": partial(
            _backward, slope=lambda z, a, l: z[l] * (1 - z[l])
        ),
        "This multiplies by a. The slope is a (1 − a).": partial(_backward, slope=lambda z, a, l: a[l]),
        "This takes the next layer's slope. Each layer multiplies by its own.": partial(
            _backward, slope=lambda z, a, l: a[l + 1] * (1 - a[l + 1])
        ),
        "This goes back through the weights that enter the layer. Take those that leave it, weights[l + 1].": partial(
            _backward, through=0
        ),
    },
    "multiply": {
        "This multiplies by the layer's own a. What feeds it is x, or the a of the layer before.": _own_a,
    },
    "update": {
        "This adds the step. Going downhill subtracts it.": partial(_update, change=np.add),
        "This is the step itself. Subtract it from the old parameter.": partial(_update, change=lambda p, s: s),
        "This is the step turned round. Add the old parameter to it.": partial(_update, change=lambda p, s: -s),
    },
}


def reason(stage, names, n, l, mine, given, expected, step):
    """The likely reason why array ``l`` of the group ``names[n]`` is ``mine``; empty where none is known.

    ``given`` and ``expected`` are the stage's arguments and the engine's arrays for them; ``step`` is what
    ``rules.follow`` takes besides the rules.
    """
    engine = expected[n][l]
    if _same(mine, engine):
        return "It is rounded: the first digits agree. Keep every digit, in arrays of float64."
    if mine.shape == engine.shape[::-1] and np.allclose(mine, engine.T):
        return "It is transposed."
    for sentence, function in SLIPS[stage].items():
        if _same(mine, function(*given)[n][l]):
            return sentence
    for rules in BROKEN:
        of_this_stage = any(method in vars(type(rules)) for method in METHODS[stage])
        if of_this_stage and _same(mine, follow(rules, *step)[names[n]][l]):
            return rules.reason
    for name, group in zip(names, expected, strict=True):
        for layer, array in enumerate(group):
            if _same(mine, array):
                return f"This is {name}[{layer}]. {_ORDER[stage]}"
    return _form(mine, engine, len(given[0]))


_ORDER = {
    "forward": "Return z, then a; in each the first layer comes first.",
    "backward": "The first layer comes first.",
    "multiply": "Return dL_dw, then dL_db; in each the first layer comes first.",
    "update": "Return the weights, then the biases; in each the first layer comes first.",
}


def _form(mine, engine, examples):
    """What the shape or the scale alone tells."""
    if mine.shape == (examples, *engine.shape):
        return "It still has a row for each example. Sum over them."
    if mine.shape != engine.shape:
        same = mine.size == engine.size and np.allclose(mine.ravel(), engine.ravel())
        return "The numbers are right, the shape is not." if same else ""
    factors = mine[engine != 0] / engine[engine != 0]
    if factors.size and np.allclose(factors, factors[0]) and factors[0] > 0:
        return f"Every entry is {factors[0]:.3g} times what it should be."
    return ""


def _same(mine, array):
    return mine.shape == array.shape and np.allclose(mine, array)
