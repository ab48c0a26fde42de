"""The misconceptions of one number: what each does to a formula, and in which layers it can be made.

The ids are those of ``slips``. Slips of one formula stand in an order in which one can follow another: first what
takes another thing in its place, then what scales it.
"""

import numpy as np

from backprop.engine.activations import ACTIVATIONS, get_activation
from backprop.exercises.rules import Slip

SIGMOID, TANH = get_activation("sigmoid"), get_activation("tanh")


def hidden(change):
    """A change of hidden layers alone."""
    return lambda s, l, v: change(s, l, v) if l < s.last else None


def output(change):
    """A change of the output layer alone."""
    return lambda s, l, v: change(s, l, v) if l == s.last else None


def not_of(name, change):
    """A slope that is right for one activation, where the layer has another."""
    return lambda s, l, v: None if s.f(l).name == name else change(s, l, v)


def _back(s, l, error):
    """What the next layer's numbers send back through its weights."""
    return error @ s.weights(l + 1) if error.shape[1] == s.weights(l + 1).shape[0] else None


def _matrix(s, rows, weights):
    """Rows times another matrix, or None where they do not fit."""
    return rows @ weights if rows.shape[1] == weights.shape[0] else None


def _fed(change):
    """A change of what feeds the weight, where each weight has its own: it multiplies the row's ∂C/∂z."""

    def gradient(s, l, v):
        return np.broadcast_to(change(s, l), v.shape) if change(s, l) is not None else None

    return gradient


def _alike(array, v):
    """The array in another's shape, where it can stand there."""
    return array + 0 * v if array.shape[1] in (1, v.shape[1]) else None


def _step(change):
    """A change of the parameter: of the old one and of what is taken from it."""

    def parameter(s, l, v, bias):
        old = s.biases(l) if bias else s.weights(l)
        return change(old, old - v, s.learning_rate, len(s.x))

    return lambda s, l, v: parameter(s, l, v, v.ndim == 1)


SLOPE = (
    ("slope-dropped", lambda s, l, v: np.ones_like(v)),
    ("slope-squared", hidden(lambda s, l, v: v * v)),
    ("slope-inverted", lambda s, l, v: 1 / v),
    ("slope-at-a", lambda s, l, v: None if s.f(l).coupled else s.f(l).derivative(s("a", l))),
    ("slope-is-z", lambda s, l, v: s("z", l) * (1 - s("z", l))),
    ("slope-is-a", lambda s, l, v: s("a", l)),
    ("slope-is-one-minus-a", lambda s, l, v: 1 - s("a", l)),
    ("slope-is-plain-z", lambda s, l, v: s("z", l)),
    ("slope-of-sigmoid", not_of("sigmoid", lambda s, l, v: s("a", l) * (1 - s("a", l)))),
    ("slope-of-sigmoid", not_of("sigmoid", lambda s, l, v: SIGMOID.derivative(s("z", l)))),
    ("slope-of-tanh", not_of("tanh", lambda s, l, v: 1 - s("a", l) ** 2)),
    ("slope-of-tanh", not_of("tanh", lambda s, l, v: TANH.derivative(s("z", l)))),
    ("slope-of-relu", not_of("relu", lambda s, l, v: (s("z", l) > 0).astype(float))),
    ("slope-of-next", hidden(lambda s, l, v: _alike(s.find_slope(l + 1), v))),
    ("slope-of-before", lambda s, l, v: _alike(s.find_slope(l - 1), v) if l else None),
    ("slope-of-error", output(lambda s, l, v: s("error", l) * (1 - s("error", l)))),
    ("slope-of-error", output(lambda s, l, v: None if s.f(l).coupled else s.f(l).derivative(s("error", l)))),
    ("slope-of-error", output(lambda s, l, v: 1 - s("error", l) ** 2 if s.f(l).name == "tanh" else None)),
    ("slope-of-what-comes-back", hidden(lambda s, l, v: s("dC_da", l) * (1 - s("dC_da", l)))),
    ("slope-of-what-comes-back", hidden(lambda s, l, v: s.f(l).derivative(s("dC_da", l)))),
    ("slope-of-what-comes-back", hidden(lambda s, l, v: 1 - s("dC_da", l) ** 2 if s.f(l).name == "tanh" else None)),
)


ERROR = (
    ("target-forgotten", lambda s, l, v: s("a", s.last)),
    ("output-forgotten", lambda s, l, v: s.target),
    ("output-forgotten", lambda s, l, v: -s.target),
    ("error-added", lambda s, l, v: s("a", s.last) + s.target),
    ("error-squared", lambda s, l, v: v * v),
    ("error-squared", lambda s, l, v: v * v / 2),
)
COMES_BACK = (
    ("weights-left-out", hidden(lambda s, l, v: s("dC_dz", l + 1).sum(axis=1, keepdims=True) + 0 * v)),
    ("weights-transposed", hidden(lambda s, l, v: _matrix(s, s("dC_dz", l + 1), s.weights(l + 1).T))),
    ("weights-entering", hidden(lambda s, l, v: _matrix(s, s("dC_dz", l + 1), s.weights(l)))),
    ("weights-entering", hidden(lambda s, l, v: _matrix(s, s("dC_dz", l + 1), s.weights(l).T))),
    ("weights-updated", hidden(lambda s, l, v: s("dC_dz", l + 1) @ s("new_w", l + 1))),
    ("weights-without-sign", hidden(lambda s, l, v: s("dC_dz", l + 1) @ np.abs(s.weights(l + 1)))),
    ("error-again", lambda s, l, v: _back(s, l, s("error", s.last)) if l < s.last - 1 else None),
    ("error-again", lambda s, l, v: s("error", s.last) if l < s.last else None),
    ("error-forgotten", hidden(lambda s, l, v: s.weights(l + 1).sum(axis=0) + 0 * v)),
    ("slope-of-next-again", hidden(lambda s, l, v: (s("dC_dz", l + 1) * s("slope", l + 1)) @ s.weights(l + 1))),
    ("delta-of-next-is-what-comes-back", lambda s, l, v: _back(s, l, s("dC_da", l + 1)) if l < s.last else None),
    ("paths-multiplied", hidden(lambda s, l, v: np.prod(s("dC_dz", l + 1)[:, :, None] * s.weights(l + 1), axis=1))),
    ("paths-averaged", hidden(lambda s, l, v: v / s.weights(l + 1).shape[0])),
    ("error-not-divided", output(lambda s, l, v: s("error", l))),
    ("one-term-alone", output(lambda s, l, v: -s.target / s("a", l))),
    ("one-term-alone", output(lambda s, l, v: (1 - s.target) / (1 - s("a", l)))),
    ("terms-added", output(lambda s, l, v: s.target / s("a", l) + (1 - s.target) / (1 - s("a", l)))),
)
DELTA = (
    ("slope-dropped-output", output(lambda s, l, v: s("dC_da", l) if s.cost.cancels_slope else None)),
    ("slope-dropped", output(lambda s, l, v: s("error", l) if s.f(l).coupled else None)),
    ("slope-of-one-alone", output(lambda s, l, v: s("slope", l) * s("error", l) if s.f(l).coupled else None)),
    ("slope-alone", lambda s, l, v: s("slope", l)),
    ("slope-added", lambda s, l, v: s("slope", l) + s("dC_da" if l < s.last else "error", l)),
    ("slope-twice", output(lambda s, l, v: v * s("slope", l))),
    ("target-swapped", output(lambda s, l, v: -v)),
    ("sign-flipped", hidden(lambda s, l, v: -v)),
    ("factor-two", lambda s, l, v: 2 * v),
    ("factor-half", lambda s, l, v: v / 2),
    ("divided-by-examples", lambda s, l, v: v / len(s.x)),
    ("divided-by-outputs", output(lambda s, l, v: v / v.shape[1])),
    ("factor-eta", lambda s, l, v: v * s.learning_rate),
)
FEED = (
    ("fed-by-z", lambda s, l, v: s("z", l - 1) if l else None),
    ("fed-by-x", lambda s, l, v: s.x if l else None),
    ("feed-forgotten", lambda s, l, v: np.ones_like(v)),
    ("fed-by-slope", lambda s, l, v: s("slope", l - 1) if l else None),
)
GRADIENT = (
    ("fed-by-weight", _fed(lambda s, l: s("dC_dz", l).sum(axis=0)[:, None] * s.weights(l))),
    ("fed-by-own-a", _fed(lambda s, l: (s("dC_dz", l) * s("a", l)).sum(axis=0)[:, None])),
    ("fed-by-own-z", _fed(lambda s, l: (s("dC_dz", l) * s("z", l)).sum(axis=0)[:, None])),
    ("fed-by-output", _fed(lambda s, l: (s("dC_dz", l).T @ s("a", s.last)).sum(axis=1)[:, None] if _one(s) else None)),
    ("delta-is-what-comes-back", lambda s, l, v: s("dC_da", l).T @ s("feed", l) if l < s.last else None),
    ("summed-before-multiplied", lambda s, l, v: np.outer(s("dC_dz", l).sum(axis=0), s("feed", l).sum(axis=0))),
    ("first-example-alone", lambda s, l, v: s("dC_dz", l)[:1].T @ s("feed", l)[:1]),
    ("last-example-alone", lambda s, l, v: s("dC_dz", l)[-1:].T @ s("feed", l)[-1:]),
)


def _one(s):
    return s.target.shape[1] == 1


GRADIENT_OF_BIAS = (
    ("bias-fed", lambda s, l, v: (s("dC_dz", l) * s("feed", l)[:, :1]).sum(axis=0) if _narrow(s, l) else None),
    ("bias-times-bias", lambda s, l, v: v * s.biases(l)),
    ("fed-by-own-a", lambda s, l, v: (s("dC_dz", l) * s("a", l)).sum(axis=0)),
    ("fed-by-own-z", lambda s, l, v: (s("dC_dz", l) * s("z", l)).sum(axis=0)),
    ("delta-is-what-comes-back", lambda s, l, v: s("dC_da", l).sum(axis=0) if l < s.last else None),
    ("first-example-alone", lambda s, l, v: s("dC_dz", l)[0]),
    ("last-example-alone", lambda s, l, v: s("dC_dz", l)[-1]),
)


def _narrow(s, l):
    return s("feed", l).shape[1] == 1


SCALES = (
    ("sign-flipped", lambda s, l, v: -v),
    ("factor-two", lambda s, l, v: 2 * v),
    ("factor-half", lambda s, l, v: v / 2),
    ("mean-for-sum", lambda s, l, v: v / len(s.x)),
    ("factor-n", lambda s, l, v: v * len(s.x)),
    ("factor-eta", lambda s, l, v: v * s.learning_rate),
)
UPDATE = (
    ("not-updated", _step(lambda w, step, eta, n: w)),
    ("parameter-for-gradient", _step(lambda w, step, eta, n: w - eta * w)),
    ("rate-forgotten", _step(lambda w, step, eta, n: w - step / eta)),
    ("rate-twice", _step(lambda w, step, eta, n: w - step * eta)),
    ("rate-divides", _step(lambda w, step, eta, n: w - step / eta**2)),
    ("rate-complement", _step(lambda w, step, eta, n: w - step / eta * (1 - eta))),
    ("factor-two-step", _step(lambda w, step, eta, n: w - 2 * step)),
    ("factor-half-step", _step(lambda w, step, eta, n: w - step / 2)),
    ("mean-for-sum", _step(lambda w, step, eta, n: w - step / n)),
    ("adds-step", _step(lambda w, step, eta, n: w + step)),
    ("parameter-shrunk", _step(lambda w, step, eta, n: w - eta * w - step)),
    ("parameter-turned-round", _step(lambda w, step, eta, n: -w - step)),
    ("step-over-parameter", _step(lambda w, step, eta, n: w * step)),
    ("step-alone", _step(lambda w, step, eta, n: step)),
    ("step-negative", _step(lambda w, step, eta, n: -step)),
)
SUM = (
    ("weights-transposed-forward", lambda s, l, v: _plus(_matrix(s, s.find_feed(l), s.weights(l)), s.biases(l))),
    ("fed-by-z", lambda s, l, v: s("z", l - 1) @ s.weights(l).T + s.biases(l) if l else None),
    ("fed-by-x", lambda s, l, v: _plus(_matrix(s, s.x, s.weights(l).T), s.biases(l)) if l else None),
    ("weights-forgotten", lambda s, l, v: s.find_feed(l).sum(axis=1, keepdims=True) + s.biases(l) + 0 * v),
    ("weights-without-sign", lambda s, l, v: s.find_feed(l) @ np.abs(s.weights(l)).T + s.biases(l)),
    ("mean-over-inputs", lambda s, l, v: (v - s.biases(l)) / s.weights(l).shape[1] + s.biases(l)),
    ("bias-times", lambda s, l, v: (v - s.biases(l)) * s.biases(l)),
    ("bias-of-neighbour", lambda s, l, v: v - s.biases(l) + np.roll(s.biases(l), 1)),
    ("bias-forgotten", lambda s, l, v: v - s.biases(l)),
    ("bias-twice", lambda s, l, v: v + s.biases(l)),
    ("bias-subtracted", lambda s, l, v: v - 2 * s.biases(l)),
    ("sign-flipped", lambda s, l, v: -v),
)


def _plus(product, b):
    return None if product is None or product.shape[1] != len(b) else product + b


VALUE = (
    ("activation-missing", lambda s, l, v: s("z", l)),
    ("activation-twice", lambda s, l, v: s.f(l).value(v)),
    ("activation-negated", lambda s, l, v: s.f(l).value(-s("z", l))),
    ("slope-for-activation", lambda s, l, v: None if s.f(l).coupled else s.f(l).derivative(s("z", l))),
    ("bias-after-activation", lambda s, l, v: s.f(l).value(s("z", l) - s.biases(l)) + s.biases(l)),
    ("softmax-not-divided", lambda s, l, v: np.exp(s("z", l)) if s.f(l).coupled else None),
    ("softmax-without-exp", lambda s, l, v: s("z", l) / s("z", l).sum(axis=1)[:, None] if s.f(l).coupled else None),
)


def _each(s, name):
    """The cost's terms of an example, one an output, of y and ŷ; the sum over them is C."""
    y, t = s(name, s.last), s.target
    if s.loss == "squared_error":
        return (y - t) ** 2 / 2
    first = -_times_ln(t, y)
    return first - _times_ln(1 - t, 1 - y) if s.loss == "cross_entropy" else first


def _times_ln(factor, y):
    return np.where(factor == 0, 0.0, factor * np.log(np.where(factor == 0, 1.0, y)))


def _logs(change):
    return lambda s, l, v: None if s.loss == "squared_error" else change(s, l, v)


def _squares(change):
    return lambda s, l, v: change(s, l, v) if s.loss == "squared_error" else None


def _costs(name):
    """The slips of C, made of the outputs ``name``."""

    def y(s):
        return s(name, s.last)

    return (
        ("square-forgotten", _squares(lambda s, l, v: np.abs(y(s) - s.target).sum(axis=1) / 2)),
        ("square-forgotten", _squares(lambda s, l, v: (y(s) - s.target).sum(axis=1) / 2)),
        ("square-forgotten", _squares(lambda s, l, v: (y(s) - s.target).sum(axis=1))),
        ("square-forgotten", _squares(lambda s, l, v: np.abs(y(s) - s.target).sum(axis=1))),
        ("root-taken", _squares(lambda s, l, v: np.sqrt(2 * v))),
        ("loss-other-squared", _logs(lambda s, l, v: ((y(s) - s.target) ** 2).sum(axis=1) / 2)),
        ("loss-other-entropy", _squares(lambda s, l, v: -_times_ln(s.target, y(s)).sum(axis=1))),
        ("loss-other-entropy", _squares(lambda s, l, v: _entropy(y(s), s.target))),
        ("second-term-forgotten", _only("cross_entropy", lambda s, l, v: -_times_ln(s.target, y(s)).sum(axis=1))),
        (
            "first-term-forgotten",
            _only("cross_entropy", lambda s, l, v: _entropy(y(s), 0 * s.target, 1 - s.target)),
        ),
        ("second-term-added", _only("categorical_cross_entropy", lambda s, l, v: _entropy(y(s), s.target))),
        ("target-and-output-swapped", _logs(lambda s, l, v: _swapped(s, y(s)))),
        ("logarithm-forgotten", _logs(lambda s, l, v: (s.target * y(s)).sum(axis=1))),
        ("one-output-alone", lambda s, l, v: _each(s, name)[:, 0]),
        ("one-output-alone", lambda s, l, v: _each(s, name)[:, -1]),
        ("mean-over-outputs", lambda s, l, v: v / s.target.shape[1]),
        ("half-forgotten", _squares(lambda s, l, v: 2 * v)),
        ("half-added", _logs(lambda s, l, v: v / 2)),
        ("half-twice", _squares(lambda s, l, v: v / 2)),
        ("logarithm-base-ten", _logs(lambda s, l, v: v / np.log(10))),
        ("logarithm-base-two", _logs(lambda s, l, v: v / np.log(2))),
        ("cost-sign", lambda s, l, v: -v),
    )


def _only(loss, change):
    return lambda s, l, v: change(s, l, v) if s.loss == loss else None


def _entropy(y, t, rest=None):
    return -(_times_ln(t, y) + _times_ln(1 - t if rest is None else rest, 1 - y)).sum(axis=1)


def _swapped(s, y):
    if s.loss == "cross_entropy":
        return -(_times_ln(y, s.target) + _times_ln(1 - y, 1 - s.target)).sum(axis=1)
    return -_times_ln(y, s.target).sum(axis=1)


TOTAL = (
    ("first-example-alone", lambda s, l, v: s("C")[0]),
    ("last-example-alone", lambda s, l, v: s("C")[-1]),
    ("mean-for-sum", lambda s, l, v: v / len(s.x)),
)
CHANGES = {
    "z": SUM,
    "a": VALUE,
    "C": _costs("a"),
    "L": TOTAL,
    "error": ERROR,
    "slope": SLOPE,
    "dC_da": COMES_BACK,
    "dC_dz": DELTA,
    "feed": FEED,
    "dL_dw": (*GRADIENT, *SCALES),
    "dL_db": (*GRADIENT_OF_BIAS, *SCALES),
    "new_w": UPDATE,
    "new_b": UPDATE,
    "new_C": _costs("new_a"),
}
WHOLE = ("C", "L", "new_C", "new_L")  # one a step, not one a layer


def every_slip(step):
    """Every slip of a step, in each layer alone, in all hidden layers, and in all: the formulas in their order."""
    layers = range(step.last + 1)
    places = [(l,) for l in layers]
    places += [tuple(layers[:-1])] * (step.last > 1) + [tuple(layers)] * (step.last > 0)
    for name, changes in CHANGES.items():
        if name in WHOLE:
            yield from (Slip(slip, name, change, (0,)) for slip, change in changes)
        elif name == "error":
            yield from (Slip(slip, name, change, (step.last,)) for slip, change in changes)
        else:
            yield from (Slip(slip, name, change, place) for slip, change in changes for place in places)
    for place in places:
        yield from _of_parts(step, place)


def _of_parts(step, place):
    """Slips of one part of a sum: a path, an input, an example; and those of another activation by its name."""
    widest = max(step.weights(l).shape[0] for l in place)
    for k in range(widest if place != (step.last,) else 0):
        yield Slip("path-forgotten", "dC_da", hidden(_without_path(k)), place, (("neuron", k + 1),))
    following = {step.weights(l + 1).shape[0] for l in place if l < step.last}
    for k in range(max(following, default=0) if max(following, default=0) > 2 else 0):
        yield Slip("path-alone", "dC_da", hidden(_path_alone(k)), place, (("neuron", k + 1),))
    for k in range(max(step.weights(l).shape[1] for l in place)):
        yield Slip("input-forgotten", "z", _without_input(k), place, (("source", k + 1),))
    for n in range(len(step.x) if len(step.x) > 2 else 0):
        for name, left_out in (("dL_dw", _without_example), ("dL_db", _without_example_of_bias)):
            yield Slip("example-forgotten", name, left_out(n), place)
    for name, f in ACTIVATIONS.items():
        if not f.coupled and name != "identity":
            yield Slip("activation-other", "a", _other(name, f), place, (("name", f.symbol.text),))


def _without_path(k):
    def change(s, l, v):
        d, w = s("dC_dz", l + 1), s.weights(l + 1)
        return v - d[:, k : k + 1] * w[k] if 1 < len(w) > k else None

    return change


def _path_alone(k):
    def change(s, l, v):
        d, w = s("dC_dz", l + 1), s.weights(l + 1)
        return d[:, k : k + 1] * w[k] if k < len(w) else None

    return change


def _without_input(k):
    def change(s, l, v):
        feed, w = s.find_feed(l), s.weights(l)
        return v - feed[:, k : k + 1] * w[:, k] if 1 < w.shape[1] > k else None

    return change


def _without_example(n):
    return lambda s, l, v: v - np.outer(s("dC_dz", l)[n], s("feed", l)[n])


def _without_example_of_bias(n):
    return lambda s, l, v: v - s("dC_dz", l)[n]


def _other(name, f):
    return lambda s, l, v: f.value(s("z", l)) if s.f(l).name != name else None
