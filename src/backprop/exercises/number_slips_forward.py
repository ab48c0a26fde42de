"""The misconceptions of a number going forward: what each does to what feeds a layer, to its weights, z and a.

Each is (id, change), or (id, change, fields); a change takes the step, the layer and the right array. Those of one
part stand in an order in which one can follow another: first what takes another thing in its place, then what
scales it.
"""

import numpy as np

from backprop.engine.activations import ACTIVATIONS, get_activation

SIGMOID, TANH, LEAKY, GELU = map(get_activation, ("sigmoid", "tanh", "leaky_relu", "gelu"))
LEAKS = (0.1, 0.2, 0.3)  # what others multiply z by below 0


def of_leak(change):
    """(id, change, fields) of leaky ReLU with each other leak; ``change`` takes z and the leak."""
    for leak in LEAKS:
        fields = ("leak", f"{leak}"), ("own", f"{LEAKY.below}")
        yield "leak-other", of(LEAKY, lambda z, leak=leak: change(z, leak)), fields


def turned(matrices):
    """Every matrix transposed, the axes before theirs left as they are."""
    return np.swapaxes(matrices, -1, -2)


def turned_to_fit(matrices):
    """Every matrix in its own shape, its rows read for columns: no number where there is no row, 0 where it ends."""
    found, least = np.full(matrices.shape, np.nan), min(matrices.shape[-2:])
    found[..., :least] = 0.0
    found[..., :least, :least] = turned(matrices[..., :least, :least])
    return found


def rolled(array, k, axis=-1):
    """The array with that of another neuron, k places further, in each neuron's place; None where there is none."""
    return np.roll(array, k, axis) if array.shape[axis] > k else None


def fitted(array, v):
    """The array in another's shape: cut, or with no number where it has none."""
    wide = np.full((len(array), *v.shape[1:]), np.nan)
    n = min(array.shape[-1], v.shape[-1])
    wide[..., :n] = array[..., :n]
    return wide


def earlier(change):
    """A change that needs a layer before."""
    return lambda s, l, v: change(s, l, v) if l else None


def of_another_example(part):
    """Slips that take a part of another example; ``part`` is an id of "exercises.what.<part>"."""
    fields = (("part", part),)
    return tuple(("of-another-example", lambda s, l, v, k=k: rolled(v, k, 1), fields) for k in (1, 2, 3))


FED = (
    ("fed-by-z", earlier(lambda s, l, v: s("z", l - 1))),
    ("fed-by-x", earlier(lambda s, l, v: s.x[None])),
    ("fed-by-earlier", lambda s, l, v: fitted(s("a", l - 2), v) if l > 1 else None),
    ("feed-without-sign", lambda s, l, v: np.abs(v)),
    *of_another_example("the-feed"),
)
WEIGHTS = (
    ("weights-transposed-forward", lambda s, l, v: turned(turned_to_fit(turned(v)))),
    ("weights-forgotten", lambda s, l, v: np.ones_like(v)),
    ("weights-of-another-layer", lambda s, l, v: s.weights(l - 1 if l else l + 1)[None] if s.last else None),
    *(("weights-of-neighbour", lambda s, l, v, k=k: rolled(v, k, -2)) for k in (1, 2)),
    *(("weights-of-other-inputs", lambda s, l, v, k=k: rolled(v, k)) for k in (1, 2)),
    ("weights-without-sign", lambda s, l, v: np.abs(v)),
    ("squared", lambda s, l, v: v * v, (("part", "the-weight"),)),
)
BIASES = (
    *(("bias-of-neighbour", lambda s, l, v, k=k: rolled(v, k)) for k in (1, 2)),
    ("bias-of-another-layer", earlier(lambda s, l, v: fitted(s.biases(l - 1)[None], v))),
    ("bias-of-another-layer", lambda s, l, v: fitted(s.biases(l + 1)[None], v) if l < s.last else None),
    ("biases-added", lambda s, l, v: v.sum(axis=1, keepdims=True) + 0 * v),
    ("bias-is-one", lambda s, l, v: np.ones_like(v)),
    ("bias-for-each-input", lambda s, l, v: v * s.weights(l).shape[1]),
    ("bias-forgotten", lambda s, l, v: 0 * v),
    ("bias-twice", lambda s, l, v: 2 * v),
    ("bias-subtracted", lambda s, l, v: -v),
)


def product(s, l):
    """Σ w a without the bias."""
    return s.sum(s("fed", l), s("w", l), 0 * s("b", l))


def _b(s, l):
    return s("b", l)[:, None]


SUM = (
    (
        "inputs-multiplied",
        lambda s, l, v: np.prod(s("fed", l)[:, :, None] * s("w", l)[:, None], axis=3) + s("b", l)[:, None],
    ),
    ("inputs-added", lambda s, l, v: (s("fed", l)[:, :, None] + s("w", l)[:, None]).sum(axis=3) + s("b", l)[:, None]),
    ("mean-over-inputs", lambda s, l, v: product(s, l) / s.weights(l).shape[1] + _b(s, l)),
    ("mean-of-all", lambda s, l, v: v / s.weights(l).shape[1]),
    ("bias-times", lambda s, l, v: product(s, l) * _b(s, l)),
    *of_another_example("the-z"),
    ("sign-flipped", lambda s, l, v: -v),
)


def of_softmax(change):
    """A change of the layers whose activation is softmax."""
    return lambda s, l, v: change(s("z", l)) if s.f(l).coupled else None


def of(f, change):
    """A change of the layers whose activation is ``f``."""
    return lambda s, l, v: change(s("z", l)) if s.f(l) is f else None


def _shares(powers):
    return powers / powers.sum(axis=-1, keepdims=True)


def _without_itself(z):
    """Softmax whose own power is not in the sum that divides it."""
    powers = np.exp(z)
    return powers / (powers.sum(axis=-1, keepdims=True) - powers)


def first_factor(z):
    """What multiplies z in GELU, which is the first term of its slope too: σ(2u)."""
    return np.where(z == 0, 0.5, GELU.value(z) / np.where(z == 0, 1.0, z))


def _formula(written, change):
    """Another function in the place of the activation, as it is written."""
    return "activation-formula", change, (("formula", written),)


OF_LEAK = (("leak", f"{LEAKY.below}"),)


def _all_leaks(z):
    return LEAKY.below * z


def _leaks_above(z):
    return np.where(z > 0, LEAKY.below * z, z)


VALUE = (
    ("activation-missing", lambda s, l, v: s("z", l)),
    ("activation-twice", lambda s, l, v: s.value(l, v)),
    ("activation-negated", lambda s, l, v: s.value(l, -s("z", l))),
    ("activation-of-size", lambda s, l, v: s.value(l, np.abs(s("z", l)))),
    ("activation-of-double", lambda s, l, v: s.value(l, 2 * s("z", l))),
    ("activation-of-half", lambda s, l, v: s.value(l, s("z", l) / 2)),
    ("slope-for-activation", lambda s, l, v: None if s.f(l).coupled else s.f(l).derivative(s("z", l))),
    ("bias-after-activation", lambda s, l, v: s.value(l, product(s, l)) + _b(s, l)),
    ("softmax-not-divided", of_softmax(np.exp)),
    ("softmax-without-exp", of_softmax(_shares)),
    ("softmax-without-itself", of_softmax(_without_itself)),
    *of_leak(lambda z, leak: np.where(z > 0, z, leak * z)),
    *(("leak-above", of(LEAKY, change), OF_LEAK) for change in (_all_leaks, _leaks_above)),
    ("factor-z-forgotten", of(GELU, first_factor)),
    ("activation-other", of(TANH, np.tan), (("name", "tan"),)),
    ("activation-other", of(TANH, np.arctanh), (("name", "artanh"),)),
    _formula("z Φ(−z)", of(GELU, lambda z: z - GELU.value(z))),
    _formula("½ z (1 + tanh z)", of(GELU, lambda z: z / 2 * (1 + np.tanh(z)))),
    _formula("½ z (1 + tanh(√(2/π) z))", of(GELU, lambda z: z / 2 * (1 + np.tanh(np.sqrt(2 / np.pi) * z)))),
    _formula("z (1 + tanh u)", of(GELU, lambda z: 2 * GELU.value(z))),
    _formula("σ(2z)", of(TANH, lambda z: SIGMOID.value(2 * z))),
    _formula("softmax(ReLU(z))", of_softmax(lambda z: _shares(np.exp(np.maximum(z, 0))))),
    ("activation-other", of(GELU, lambda z: z * SIGMOID.value(z)), (("name", "SiLU"),)),
    ("softmax-one-added", of_softmax(lambda z: np.exp(z) / (1 + np.exp(z).sum(axis=-1, keepdims=True)))),
    ("softmax-over-examples", of_softmax(lambda z: np.exp(z) / np.exp(z).sum(axis=1, keepdims=True))),
    ("base-two", of_softmax(lambda z: _shares(2.0**z))),
    ("base-two", of(SIGMOID, lambda z: 1 / (1 + 2.0**-z))),
    ("base-ten", of_softmax(lambda z: _shares(10.0**z))),
    ("base-ten", of(SIGMOID, lambda z: 1 / (1 + 10.0**-z))),
    ("part-of-sigmoid", of(SIGMOID, lambda z: np.exp(-z)), (("formula", "e⁻ᶻ"),)),
    ("part-of-sigmoid", of(SIGMOID, lambda z: np.exp(z)), (("formula", "eᶻ"),)),
    ("part-of-sigmoid", of(SIGMOID, lambda z: 1 + np.exp(-z)), (("formula", "1 + e⁻ᶻ"),)),
    ("sigmoid-without-one", of(SIGMOID, lambda z: 1 / np.exp(-z))),
)


def of_each_input(k):
    """Slips of the weights in which input ``k`` (from 0) has a part: it is left out, or it alone is taken."""
    source = (("source", k + 1),)

    def forgotten(s, l, v):
        return np.where(np.arange(v.shape[2]) == k, 0.0, v) if 1 < v.shape[2] > k else None

    def alone(s, l, v):
        return np.where(np.arange(v.shape[2]) == k, v, 0.0) if 2 < v.shape[2] > k else None

    return ("input-forgotten", forgotten, source), ("input-alone", alone, source)


def of_another_activation():
    """Slips of a in which the activation is another one, each by its name."""
    for name, f in ACTIVATIONS.items():
        if f.coupled:
            yield "activation-is-softmax", _softmax
        elif name != "identity":
            yield "activation-other", _other(name, f), (("name", f.symbol.text),)


def _softmax(s, l, v):
    return None if s.f(l).coupled or v.shape[2] == 1 else _shares(np.exp(s("z", l)))


def _other(name, f):
    return lambda s, l, v: f.value(s("z", l)) if s.f(l).name != name else None
