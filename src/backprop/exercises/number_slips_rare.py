"""The misconceptions of a number that are seldom: each is tried alone, and told where hardly another number is as near.

Going forward other keys of a calculator, and inputs that are scaled; any part altered; digits left out on the way;
going back other short forms of the slope; and other ways to update.
"""

from dataclasses import replace

import numpy as np

from backprop.engine.activations import get_activation
from backprop.exercises.alterations import RESCALED
from backprop.exercises.number_slips_backward import hidden, of_coupled, of_logarithm
from backprop.exercises.number_slips_forward import (
    GELU,
    LEAKS,
    LEAKY,
    earlier,
    first_factor,
    fitted,
    of,
    of_another_example,
    of_softmax,
)
from backprop.exercises.number_slips_gradient import kept
from backprop.exercises.slope_forms import SLOPE_FORMS

TANH = get_activation("tanh")
MOST = 8  # neurons of a layer, each of which a slip may be of


def _key(name, function):
    """An activation that is another function of z, by its name."""
    return "activation-other", lambda s, l, v: None if s.f(l).coupled else function(s("z", l)), (("name", name),)


def _leaking(leak):
    """Leaky ReLU with another leak in the place of an activation that is none."""

    def change(s, l, v):
        return None if s.f(l) is LEAKY or s.f(l).coupled else np.maximum(leak * s("z", l), s("z", l))

    return "activation-formula", change, (("formula", f"max({leak} z, z)"),)


VALUE = (
    _key("tan", np.tan),
    _key("arctan", np.arctan),
    _key("sin", np.sin),
    _key("cos", np.cos),
    _key("sinh", np.sinh),
    _key("cosh", np.cosh),
    _key("softplus", lambda z: np.log1p(np.exp(z))),
    (
        "base-ten",
        lambda s, l, v: 1 - 2 / (1 + 10.0 ** (2 * s("z", l))) if s.f(l) is TANH else None,
    ),
    *map(_leaking, LEAKS),
    ("softmax-over-all", of_softmax(lambda z: np.exp(z) / np.exp(z).sum(axis=(1, 2), keepdims=True))),
)
BIASES = (("bias-of-another-layer-too", earlier(lambda s, l, v: v + fitted(s.biases(l - 1)[None], v))),)
SUM = (("activation-too-early", lambda s, l, v: s.value(l, v)),)


def first(change):
    """A change of x alone."""
    return lambda s, l, v: None if l else change(v)


def length(v, axis):
    """The root of the sum of squares."""
    return np.sqrt(np.square(v).sum(axis=axis, keepdims=True))


def _rescaled(way, axis):
    return first(lambda v: way(v, axis=axis, keepdims=True))


OF_X = {"unit-length", "shares", "over-largest", "centred", "standardised", "between-ends"}  # as inputs are prepared
INPUTS = tuple(  # along the examples, or along the inputs
    (id, _rescaled(way, axis), (("part", "the-x"),)) for id, way in RESCALED if id in OF_X for axis in (1, 2)
)
# What is done to a part, entry by entry, and the parts of the formulas in which that is believable.
ALTERED = (
    ("squared", np.square, ("fed", "w", "b", "z", "a", "coming", "dC_dz", "delta")),
    ("size-alone", np.abs, ("b", "coming", "dC_da", "dC_dz", "delta")),
    ("inverted", lambda v: 1 / v, ("a",)),
)
CALLED = {
    "fed": "the-feed",
    "w": "the-weight",
    "b": "the-bias",
    "z": "the-z",
    "a": "the-a",
    "coming": "the-next-delta",
    "dC_da": "what-comes-back",
    "dC_dz": "the-delta",
    "delta": "the-delta",
}


def altered():
    """(slips, parts) of each part that is altered."""
    for id, change, parts in ALTERED:
        for part in parts:
            yield ((id, lambda s, l, v, change=change: change(v), (("part", CALLED[part]),)),), (part,)


ROUNDED_BEFORE = (
    ("rounded-to-one-decimal", lambda s, l, v: np.round(v, 1)),
    ("rounded-to-two-decimals", lambda s, l, v: np.round(v, 2)),
)


def _form(what, form):
    """A short form in the place of the slope, of z and a."""
    return "slope-other", lambda s, l, v: form(s("z", l), s("a", l)), (("what", what),)


def _form_of_gelu(what, second):
    """The two terms of GELU's slope, the second of z σ′(2u) and du/dz in another way."""

    def form(z):
        first = first_factor(z)
        return first + second(z * first * (1 - first), GELU.scale * (1 + 3 * GELU.cubic * z * z))

    return "slope-other", of(GELU, form), (("what", what),)


SLOPE = (
    *(_form(what, form) for what, form in SLOPE_FORMS.items()),
    _form("e⁻ᶻ / (1 + e⁻ᶻ)", lambda z, a: np.exp(-z) / (1 + np.exp(-z))),
    _form("1 / (1 + e⁻ᶻ)²", lambda z, a: 1 / (1 + np.exp(-z)) ** 2),
    _form_of_gelu("σ(2u) + z σ′(2u) · 2", lambda slope, du_dz: 2 * slope),
    _form_of_gelu("σ(2u) + z σ′(2u) · 2 √(2/π)", lambda slope, du_dz: 2 * slope * GELU.scale),
    _form_of_gelu("σ(2u) + z σ′(2u) · du/dz", lambda slope, du_dz: slope * du_dz),
    _form_of_gelu("σ(2u) + z σ′(2u)", lambda slope, du_dz: slope),
    _form_of_gelu("σ(2u) − z σ′(2u) · 2 du/dz", lambda slope, du_dz: -2 * slope * du_dz),
    ("slope-at-feed", lambda s, l, v: _at_feed(s.f(l), s("fed", l), v)),
    ("slope-root", lambda s, l, v: np.sqrt(v)),
)


def _at_feed(f, fed, v):
    """f′ of what feeds the layer; None where it is of another width."""
    return f.derivative(fed) if not f.coupled and fed.shape[-1] == v.shape[-1] else None


def _one_path(k):
    """What comes back through softmax by the path of output k (from 0) alone: ∂yₖ/∂z, of every z."""

    def path(y, back):
        if y.shape[2] <= k:
            return None
        return y * (np.eye(y.shape[2])[k] - y[..., k : k + 1]) * back[..., k : k + 1]

    return "softmax-path-alone", of_coupled(path), (("neuron", k + 1),)


def of_each_input(k):
    """The term of one input (from 0) subtracted."""

    def subtracted(s, l, v):
        return _one_negated(s("fed", l), v, k, np.arange(v.shape[2]) == k)

    return "input-subtracted", subtracted, (("source", k + 1),)


def of_each_path(k):
    """The path through one neuron (from 0) of the next layer subtracted."""

    def subtracted(s, l, v):
        return _one_negated(s("coming", l), v, k, (np.arange(v.shape[1]) == k)[:, None])

    return "path-subtracted", hidden(subtracted), (("neuron", k + 1),)


def _one_negated(terms, weights, k, chosen):
    """The weights with the chosen sign turned round, where there are several terms and none is 0."""
    return np.where(chosen, -weights, weights) if 1 < terms.shape[-1] > k and terms.all() else None


FEED = (
    ("fed-by-earlier", lambda s, l, v: fitted(s("a", l - 2), v) if l > 1 else None),
    ("fed-by-own-layer", lambda s, l, v: fitted(s("a", l), v)),
)
BACK_WEIGHTS = tuple(  # of the weights that leave the neuron, or of those that enter the next
    ("shares", hidden(lambda s, l, v, axis=axis: v / v.sum(axis=axis, keepdims=True)), (("part", "the-weight"),))
    for axis in (1, 2)
)
COMES_BACK = (("slope-too-early", lambda s, l, v: v * s("slope", l)),)


def _averaged(s, l, v):
    """The mean over the examples in each one's place."""
    return v.mean(axis=1, keepdims=True) + 0 * v if v.shape[1] > 1 else None


COST = (*of_another_example("the-cost"), ("examples-averaged", _averaged, (("part", "the-cost"),)))
FED = (("examples-averaged", _averaged, (("part", "the-feed"),)),)
START = (("divided-twice", of_logarithm(lambda y, t, z: (y - t) / (y * (1 - y)) ** 2)),)
DELTA = tuple(map(_one_path, range(MOST)))
OF_GRADIENT = (("part", "the-gradient"),)
GRADIENT = (  # both, as the update takes them
    ("clipped-part", lambda s, l, v: np.clip(v, -1, 1), OF_GRADIENT),
    ("unit-length", lambda s, l, v: v / length(v, tuple(range(1, v.ndim))), OF_GRADIENT),
    ("unit-length", lambda s, l, v: v / length(v, v.ndim - 1), OF_GRADIENT),
)
OF_PRODUCTS = (  # ∂z/∂w · ∂C/∂z of each example
    ("clipped-part", lambda s, l, v: np.clip(_products(s, l), -1, 1).sum(axis=1), OF_GRADIENT),
    ("sign-alone", lambda s, l, v: np.sign(_products(s, l)).sum(axis=1), OF_GRADIENT),
    ("size-alone", lambda s, l, v: np.abs(_products(s, l)).sum(axis=1), OF_GRADIENT),
)


OF_SUMS = (("summed-before-multiplied", lambda s, l, v: s("dC_da", l).sum(axis=1) * s("slope", l).sum(axis=1)),)


def _products(s, l):
    return s("delta", l)[..., None] * s("feed", l)[:, :, None]


DECAY = tuple(
    ("penalty-added", lambda s, l, v, k=k: v + k * kept(s, l, v), (("rate", f"{k:g}"),))
    for k in (0.001, 0.01, 0.1, 0.02, 0.05, 0.2, 0.3, 0.4, 0.5, 1.0)
)


def _after(updates, cleared=True):
    """The parameters after other updates: ``updates`` takes how many examples there are, and gives those of each.

    Gradients that are not cleared add up from update to update.
    """

    def parameters(s, l, v):
        network, before = s.network, None
        for rows in updates(len(s.x)):
            backward = network.backward(network.forward(s.x[rows]), s.target[rows], s.loss)
            if before and not cleared:
                both = {name: (getattr(backward, name), getattr(before, name)) for name in ("dL_dw", "dL_db")}
                backward = replace(backward, **{name: tuple(map(np.add, *each)) for name, each in both.items()})
            network, before = network.updated(backward, s.learning_rate), backward
        layer = network.layers[l]
        return (layer.biases if v.ndim == 2 else layer.weights) + 0 * v

    return parameters


def _batches(size):
    """The examples in their order, so many at a time; all at once where there are no more."""
    return lambda n: [range(k, min(k + size, n)) for k in range(0, n, size)]


UPDATE = (
    ("updated-twice", _after(lambda n: [range(n)] * 2)),
    ("updated-three-times", _after(lambda n: [range(n)] * 3)),
    ("gradients-not-cleared", _after(lambda n: [[k] for k in range(n)], cleared=False)),
    ("gradients-not-cleared", _after(lambda n: [range(n)] * 2, cleared=False)),
    ("update-each-example", _after(lambda n: [[k] for k in range(n)])),
    ("update-each-example", _after(lambda n: [[k] for k in reversed(range(n))])),
    *(("update-each-batch", _after(_batches(size)), (("size", f"{size}"),)) for size in (2, 3)),
)
NEW = "new_w", "new_b"
DIGITS = ("w", "b", "z", "a", "slope", "dC_da", "dC_dz", "back_w", "back_w", "delta", "feed")
# (slips, the parts in which they are made): those that are told of any number, and those told where few are as near.
LAST = (ROUNDED_BEFORE, ("fed",)), (ROUNDED_BEFORE, ("coming",)), (DECAY[:3], ("dL_dw",))


def tables(last):
    """The same of the seldom ones, of a network whose last layer is ``last``."""
    yield INPUTS, ("fed",)
    yield tuple(map(of_each_input, range(MOST))), ("w",)
    yield BIASES, ("b",)
    yield SUM, ("z",)
    yield VALUE, ("a",)
    yield SLOPE, ("slope",)
    yield tuple(map(of_each_path, range(MOST))), ("back_w",)
    yield BACK_WEIGHTS, ("back_w",)
    yield COMES_BACK, ("dC_da",)
    yield FEED, ("feed",)
    yield FED, ("fed",)
    yield COST, (("C", 0),)
    yield START, (("dC_da", last),)
    yield DELTA, (("dC_dz", last),)
    yield GRADIENT, ("g_w", "g_b")
    yield OF_PRODUCTS, ("dL_dw",)
    yield OF_SUMS, ("dL_db",)
    yield DECAY[3:], ("dL_dw",)
    yield DECAY, ("dL_db",)
    yield UPDATE, NEW
    if last:
        yield (("last-layer-alone-updated", kept),), tuple((part, l) for part in NEW for l in range(last))
    if last > 1:
        yield (("first-layer-alone-updated", kept),), tuple((part, l) for part in NEW for l in range(1, last + 1))
    yield from altered()
    yield from ((ROUNDED_BEFORE, (part,)) for part in DIGITS)
    yield ROUNDED_BEFORE, (("error", last),)
