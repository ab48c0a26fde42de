"""The misconceptions of a number going back: what each does to the error, the slope, what comes back, and ∂C/∂z."""

import numpy as np

from backprop.engine.activations import get_activation
from backprop.exercises.number_slips_cost import of_one, shares
from backprop.exercises.number_slips_forward import (
    GELU,
    LEAKY,
    SIGMOID,
    earlier,
    first_factor,
    of,
    of_another_example,
    of_leak,
    rolled,
    turned_to_fit,
)

TANH, RELU = map(get_activation, ("tanh", "relu"))


def hidden(change):
    """A change of hidden layers alone."""
    return lambda s, l, v: change(s, l, v) if l < s.last else None


def output(change):
    """A change of the output layer alone."""
    return lambda s, l, v: change(s, l, v) if l == s.last else None


def not_of(f, change):
    """A slope that is right for one activation, where the layer has another."""
    return lambda s, l, v: None if s.f(l) is f else change(s, l, v)


def of_logarithm(change):
    """A change of ∂C/∂y where C is a logarithm: of y, ŷ and z."""
    return lambda s, l, v: (
        None if l < s.last or s.loss == "squared_error" else change(s("a", l), s.target, s("z", l)) + 0 * v
    )


def of_logarithm_scaled(factor):
    """∂C/∂y times a factor, where C is a logarithm."""
    return lambda s, l, v: v * factor if l == s.last and s.loss != "squared_error" else None


def of_squares(change):
    """A change of ∂C/∂y where C is squared error."""
    return lambda s, l, v: change(s, l, v) if l == s.last and s.loss == "squared_error" else None


def of_coupled(change):
    """A change of ∂C/∂z where softmax is pulled back: of y and ∂C/∂y."""
    return lambda s, l, v: (
        change(s("a", l), s("dC_da", l)) if s.f(l).coupled and not (l == s.last and s.cost.cancels_slope) else None
    )


def _alike(array, v):
    """The array in another's shape, where it can stand there."""
    return array + 0 * v if array.shape[-1] in (1, v.shape[-1]) else None


def slopes_at(point):
    """Slopes taken at another number than z: by the layer's own f′, and by the short forms of σ′ and tanh′."""
    return (
        lambda s, l, v: None if s.f(l).coupled else s.f(l).derivative(point(s, l)),
        lambda s, l, v: point(s, l) * (1 - point(s, l)),
        lambda s, l, v: 1 - point(s, l) ** 2,
        lambda s, l, v: 1 - point(s, l),
    )


def slope_of(s, l):
    """The slope of a layer before the slips of its own: found when what comes back is not known yet."""
    return s("a", l) * (1 - s("a", l)) if s.f(l).coupled else s.f(l).derivative(s("z", l))


def _back(s, l):
    return s("dC_da", l)


def _right_back(s, l):
    return s.right("dC_da", l)


def _target(s, l):
    return s.target[None]


def _error(s, l):
    return s("error", l)


def _at_z(f):
    return lambda s, l, v: f.derivative(s("z", l))


def of_kinked(change):
    """A change of the slopes that jump at 0."""
    return lambda s, l, v: change(s, l, v) if s.f(l).kinked else None


def _of_one_alone(change):
    """A change of the output where its activation is softmax: of the step and the layer."""
    return lambda s, l, v: change(s, l) if s.f(l).coupled else None


def _of_cancelled(change):
    """The slope of the error, where none is to multiply it."""
    return lambda s, l, v: v * change(s, l, v) if s.cost.cancels_slope else None


SLOPE = (
    ("slope-dropped", lambda s, l, v: np.ones_like(v)),
    ("slope-squared", hidden(lambda s, l, v: v * v)),
    ("slope-inverted", lambda s, l, v: 1 / v),
    ("slope-at-a", lambda s, l, v: None if s.f(l).coupled else s.f(l).derivative(s("a", l))),
    ("slope-is-z", lambda s, l, v: s("z", l) * (1 - s("z", l))),
    ("slope-of-z-squared", lambda s, l, v: 1 - s("z", l) ** 2),
    ("slope-is-a", lambda s, l, v: s("a", l)),
    ("slope-is-one-minus-a", lambda s, l, v: 1 - s("a", l)),
    ("slope-is-one-plus-a-squared", lambda s, l, v: 1 + s("a", l) ** 2),
    ("slope-complement", lambda s, l, v: 1 - v),
    ("slope-is-plain-z", lambda s, l, v: s("z", l)),
    ("slope-of-sigmoid", not_of(SIGMOID, lambda s, l, v: s("a", l) * (1 - s("a", l)))),
    ("slope-of-sigmoid", not_of(SIGMOID, _at_z(SIGMOID))),
    ("slope-of-tanh", not_of(TANH, lambda s, l, v: 1 - s("a", l) ** 2)),
    ("slope-of-tanh", not_of(TANH, _at_z(TANH))),
    ("slope-of-relu", not_of(RELU, lambda s, l, v: (s("z", l) > 0).astype(float))),
    *((id, not_of(f, _at_z(f))) for id, f in (("slope-of-leaky-relu", LEAKY), ("slope-of-gelu", GELU))),
    ("slope-sides-exchanged", of_kinked(lambda s, l, v: s.f(l).derivative(-s("z", l)))),
    *of_leak(lambda z, leak: np.where(z > 0, 1.0, leak)),
    ("slope-of-silu", of(GELU, lambda z: SIGMOID.value(z) + z * SIGMOID.derivative(z))),
    ("slope-first-term", of(GELU, first_factor)),
    ("slope-second-term", of(GELU, lambda z: GELU.derivative(z) - first_factor(z))),
    ("slope-without-z", of(GELU, lambda z: first_factor(z) + (GELU.derivative(z) - first_factor(z)) / z)),
    ("slope-of-next", hidden(lambda s, l, v: _alike(slope_of(s, l + 1), v))),
    ("slope-of-before", earlier(lambda s, l, v: _alike(slope_of(s, l - 1), v))),
    *(("slope-of-neighbour", lambda s, l, v, k=k: rolled(v, k)) for k in (1, 2)),
    *of_another_example("the-slope"),
    *(("slope-of-error", output(change)) for change in slopes_at(_error)),
    *(("slope-at-target", output(change)) for change in slopes_at(_target)[:3]),
    *(("slope-of-what-comes-back", hidden(change)) for change in slopes_at(_back)),
    *(("slope-of-what-comes-back", hidden(change)) for change in slopes_at(_right_back)),
    ("slope-and-a", lambda s, l, v: v * s("a", l)),
)


OF_TARGET = (("part", "the-target"),)


def _with_target(change):
    """y − ŷ with other targets, made of all of them; ``change`` gives None where there are none."""

    def error(s, l, v):
        other = change(s.target)
        return None if other is None else s("a", s.last) - other

    return error


ERROR = (
    ("target-forgotten", lambda s, l, v: s("a", s.last)),
    ("output-forgotten", lambda s, l, v: s.target + 0 * v),
    ("output-forgotten", lambda s, l, v: -s.target + 0 * v),
    ("error-added", lambda s, l, v: s("a", s.last) + s.target),
    ("z-for-y", lambda s, l, v: s("z", s.last) - s.target),
    ("target-of-neighbour", lambda s, l, v: s("a", s.last) - rolled(s.target, 1) if v.shape[2] > 1 else None),
    *(("of-another-example", _with_target(lambda t, k=k: rolled(t, k, 0)), OF_TARGET) for k in (1, 2, 3)),
    ("of-another-example", _with_target(lambda t: t[::-1] if len(t) > 2 else None), OF_TARGET),
    ("first-example-for-all", _with_target(lambda t: t[:1]), OF_TARGET),
    ("last-example-for-all", _with_target(lambda t: t[-1:]), OF_TARGET),
    ("target-rounded", _with_target(np.round)),
    ("target-rounded", _with_target(of_one)),
    ("error-squared", lambda s, l, v: v * v),
    ("error-squared", lambda s, l, v: v * v / 2),
    ("error-without-sign", lambda s, l, v: np.abs(v)),
    ("cost-for-error", lambda s, l, v: s("C")[..., None] + 0 * v),
    ("cost-for-error", lambda s, l, v: shares(s, "a") + 0 * v),
    ("target-swapped", lambda s, l, v: -v),
)
START = (  # ∂C/∂y at the output
    ("error-not-divided", of_logarithm(lambda y, t, z: y - t)),
    ("one-term-alone", of_logarithm(lambda y, t, z: -t / y)),
    ("one-term-alone", of_logarithm(lambda y, t, z: (1 - t) / (1 - y))),
    ("terms-added", of_logarithm(lambda y, t, z: t / y + (1 - t) / (1 - y))),
    ("terms-added", of_logarithm(lambda y, t, z: t / y)),
    ("target-turned-round", of_logarithm(lambda y, t, z: t / (1 - y) - (1 - t) / y)),
    ("target-turned-round", of_logarithm(lambda y, t, z: -(1 - t) / y)),
    ("start-without-target", of_logarithm(lambda y, t, z: -1 / y)),
    ("start-without-target", of_logarithm(lambda y, t, z: 1 / y)),
    ("divided-by-y-alone", of_logarithm(lambda y, t, z: (y - t) / y)),
    ("divided-by-one-minus-y", of_logarithm(lambda y, t, z: (y - t) / (1 - y))),
    ("divided-at-z", of_logarithm(lambda y, t, z: (y - t) / (z * (1 - z)))),
    ("divided-at-z", of_logarithm(lambda y, t, z: (z - t) / (z * (1 - z)))),
    ("divided-at-z", of_logarithm(lambda y, t, z: -t / z)),
    ("start-of-binary", of_logarithm(lambda y, t, z: (y - t) / (y * (1 - y)))),
    ("cost-for-error", lambda s, l, v: shares(s, "a") + 0 * v),
    ("logarithm-kept", of_logarithm(lambda y, t, z: np.log(y))),
    ("logarithm-kept", of_logarithm(lambda y, t, z: -np.log(y))),
    ("start-of-entropy", of_squares(lambda s, l, v: -s.target / s("a", l))),
    ("start-of-entropy", of_squares(lambda s, l, v: s("error", l) / (s("a", l) * (1 - s("a", l))))),
    ("logarithm-base-ten", of_logarithm_scaled(1 / np.log(10))),
    ("logarithm-base-two", of_logarithm_scaled(1 / np.log(2))),
    ("divided-by-outputs", output(lambda s, l, v: v / v.shape[2])),
    ("divided-by-examples", output(lambda s, l, v: v / len(s.x))),
    ("factor-two", output(lambda s, l, v: 2 * v)),
    ("factor-half", output(lambda s, l, v: v / 2)),
    ("sign-flipped", output(lambda s, l, v: -v)),
)
COMING = (
    ("next-a-for-delta", hidden(lambda s, l, v: s("a", l + 1))),
    ("next-target-for-delta", hidden(lambda s, l, v: s.target + 0 * v if l == s.last - 1 else None)),
    ("next-z-for-delta", hidden(lambda s, l, v: s("z", l + 1))),
    ("delta-of-next-is-what-comes-back", hidden(lambda s, l, v: s("dC_da", l + 1))),
    ("error-again", hidden(lambda s, l, v: _alike(s("error", s.last), v) if l < s.last - 1 else None)),
    ("delta-of-later", hidden(lambda s, l, v: _alike(s("dC_dz", l + 2), v) if l + 2 <= s.last else None)),
    ("error-forgotten", hidden(lambda s, l, v: np.ones_like(v))),
    ("slope-of-next-again", hidden(lambda s, l, v: v * s("slope", l + 1))),
)


def _of_layer(k):
    """The weights of the layer k places after this one, where there is one, and they are as many."""

    def others(s, l, v):
        return s.weights(l + k)[None] if 0 <= l + k <= s.last and s.weights(l + k).shape == v.shape[1:] else None

    return hidden(others)


BACK_WEIGHTS = (
    ("weights-left-out", hidden(lambda s, l, v: np.ones_like(v))),
    ("weights-transposed", hidden(lambda s, l, v: turned_to_fit(v))),
    *(("weights-of-another-layer", _of_layer(k)) for k in (-1, 2, 3)),
    ("weights-entering", hidden(lambda s, l, v: s.weights(l)[None])),
    ("weights-entering", hidden(lambda s, l, v: s.weights(l).T[None])),
    *(("weights-of-neighbour-back", hidden(lambda s, l, v, k=k: rolled(v, k))) for k in (1, 2)),
    *(("weights-of-other-paths", hidden(lambda s, l, v, k=k: rolled(v, k, -2))) for k in (1, 2)),
    ("weights-updated", hidden(lambda s, l, v: s("new_w", l + 1))),
    ("weights-updated-uphill", hidden(lambda s, l, v: 2 * s.weights(l + 1) - s("new_w", l + 1))),
    ("weights-updated-whole", hidden(lambda s, l, v: s.weights(l + 1) - s("g_w", l + 1))),
    ("weights-without-sign", hidden(lambda s, l, v: np.abs(v))),
    ("squared", hidden(lambda s, l, v: v * v), (("part", "the-weight"),)),
)
COMES_BACK = (
    ("error-again", hidden(lambda s, l, v: _alike(s("error", s.last), v))),
    ("paths-multiplied", hidden(lambda s, l, v: np.prod(s("coming", l)[..., None] * s("back_w", l)[:, None], axis=2))),
    ("comes-back-squared", hidden(lambda s, l, v: v * v)),
    ("back-and-a", hidden(lambda s, l, v: v * s("a", l))),
    (
        "added-for-multiplied",
        hidden(lambda s, l, v: (s("coming", l)[..., None] + s("back_w", l)[:, None]).sum(axis=2)),
        (("first", "the-next-delta"), ("second", "the-weight")),
    ),
    ("paths-averaged", hidden(lambda s, l, v: v / s.weights(l + 1).shape[0])),
)


def _summed(s, l, v):
    return v.sum(axis=1, keepdims=True) + 0 * v if len(s.x) > 1 else None


DELTA = (
    ("slope-dropped-output", output(lambda s, l, v: s("dC_da", l) if s.cost.cancels_slope else None)),
    ("slope-dropped", output(lambda s, l, v: s("error", l) if s.f(l).coupled and not s.cost.cancels_slope else None)),
    ("slope-of-one-alone", output(lambda s, l, v: s("slope", l) * s("error", l) if s.f(l).coupled else None)),
    (
        "slope-of-one-alone",
        output(_of_one_alone(lambda s, l: s("slope", l) * s("dC_da", l) if s.cost.cancels_slope else None)),
    ),
    ("slope-of-sigmoid", output(_of_one_alone(lambda s, l: SIGMOID.derivative(s("z", l)) * s("error", l)))),
    (
        "softmax-others-added",
        of_coupled(lambda y, back: y * (back + (y * back).sum(axis=2, keepdims=True) - 2 * y * back)),
    ),
    ("softmax-sum-added", of_coupled(lambda y, back: y * (back + (y * back).sum(axis=2, keepdims=True)))),
    ("softmax-sum-forgotten", of_coupled(lambda y, back: y * back)),
    ("softmax-others-alone", of_coupled(lambda y, back: y * (y * back - (y * back).sum(axis=2, keepdims=True)))),
    *(("slope-of-error", output(_of_cancelled(change))) for change in slopes_at(_error)[1:3]),
    ("cost-for-delta", output(lambda s, l, v: s("C")[..., None] + 0 * v)),
    ("slope-alone", lambda s, l, v: s("slope", l)),
    ("slope-of-what-comes-back-alone", hidden(lambda s, l, v: s.f(l).derivative(s("dC_da", l)))),
    ("slope-added", lambda s, l, v: s("slope", l) + s("dC_da" if l < s.last else "error", l)),
    ("slope-subtracted", lambda s, l, v: s("dC_da" if l < s.last else "error", l) - s("slope", l)),
    ("neurons-added", lambda s, l, v: v.sum(axis=2, keepdims=True) + 0 * v),
    ("neurons-averaged", lambda s, l, v: v.mean(axis=2, keepdims=True) + 0 * v),
    ("slope-twice", output(lambda s, l, v: v * s("slope", l) if s.cost.cancels_slope else None)),
    ("slope-squared", output(lambda s, l, v: None if s.cost.cancels_slope else v * s("slope", l))),
    ("sign-flipped", hidden(lambda s, l, v: -v)),
    *of_another_example("the-delta"),
    ("examples-summed", _summed, (("part", "the-delta"),)),
    ("factor-two", lambda s, l, v: 2 * v),
    ("factor-half", lambda s, l, v: v / 2),
    ("divided-by-examples", lambda s, l, v: v / len(s.x)),
    ("divided-by-outputs", output(lambda s, l, v: v / v.shape[2])),
    ("factor-eta", lambda s, l, v: v * s.learning_rate),
)


def of_each_path(k):
    """Slips of the way back in which the path through neuron ``k`` (from 0) has a part: it is left out, or alone."""
    neuron = (("neuron", k + 1),)

    def forgotten(s, l, v):
        return np.where(np.arange(v.shape[1])[:, None] == k, 0.0, v) if 1 < v.shape[1] > k else None

    def alone(s, l, v):
        return np.where(np.arange(v.shape[1])[:, None] == k, v, 0.0) if 2 < v.shape[1] > k else None

    return ("path-forgotten", hidden(forgotten), neuron), ("path-alone", hidden(alone), neuron)
