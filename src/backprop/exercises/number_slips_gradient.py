"""The misconceptions of a number of the gradient and the update: of delta, what feeds the weight, and the step."""

import numpy as np

from backprop.exercises.number_slips_backward import hidden, slope_of
from backprop.exercises.number_slips_forward import earlier, fitted, of_another_example, rolled, turned

FACTOR = (
    ("delta-is-what-comes-back", hidden(lambda s, l, v: s("dC_da", l))),
    ("delta-is-of-y", lambda s, l, v: s("dC_da", l) if l == s.last else None),
    ("delta-forgotten", lambda s, l, v: np.ones_like(v)),
    *(("delta-of-neighbour", lambda s, l, v, k=k: rolled(v, k)) for k in (1, 2)),
    *of_another_example("the-delta"),
    ("error-for-delta", hidden(lambda s, l, v: fitted(s("error", s.last), v))),
    ("slope-once-more", lambda s, l, v: v * s("slope", l)),
)
FEED = (
    ("fed-by-z", earlier(lambda s, l, v: s("z", l - 1))),
    ("fed-by-x", earlier(lambda s, l, v: s.x[None])),
    ("fed-by-input", earlier(lambda s, l, v: fitted(s.x[None], v))),
    ("feed-divides", lambda s, l, v: 1 / v),
    ("feed-activated", earlier(lambda s, l, v: s.value(l - 1, v))),
    ("feed-squared", lambda s, l, v: v * v),
    ("feed-without-sign", lambda s, l, v: np.abs(v)),
    ("feed-forgotten", lambda s, l, v: np.ones_like(v)),
    ("fed-by-slope", earlier(lambda s, l, v: slope_of(s, l - 1))),
    *(("feed-of-neighbour", lambda s, l, v, k=k: rolled(v, k)) for k in (1, 2)),
    *of_another_example("the-feed"),
)


def _alone(example):
    """The numbers of one example, 0 for the others."""
    return lambda s, l, v: np.where(np.arange(len(s.x))[:, None] == example % len(s.x), v, 0.0)


EXAMPLES = (("first-example-alone", _alone(0)), ("last-example-alone", _alone(-1)))  # of delta and of the feed


def of_each_between(examples):
    """Slips of delta and of the feed that keep one example, neither the first nor the last."""
    return tuple(("example-alone", _alone(n), (("n", n + 1),)) for n in range(1, examples - 1))


def _fed(change):
    """A change of what feeds the weight, where each neuron, or each weight, has its own."""
    return lambda s, l, v: change(s, l) + 0 * v


def _across(gradients):
    """The gradient of the weight across the diagonal; no number where there is none."""
    found, n = np.full(gradients.shape, np.nan), min(gradients.shape[-2:])
    found[..., :n, :n] = turned(gradients[..., :n, :n])
    return found


def _outer(delta, feed):
    return delta[..., None] * feed[..., None, :]


GRADIENT = (
    ("transposed", lambda s, l, v: _across(v)),
    ("fed-by-weight", _fed(lambda s, l: s("delta", l).sum(axis=1)[..., None] * s.weights(l))),
    ("fed-by-own-a", _fed(lambda s, l: (s("delta", l) * s("a", l)).sum(axis=1)[..., None])),
    ("fed-by-own-z", _fed(lambda s, l: (s("delta", l) * s("z", l)).sum(axis=1)[..., None])),
    (
        "fed-by-output",
        lambda s, l, v: (
            (s("delta", l) * s("a", s.last)).sum(axis=1)[..., None] + 0 * v if s.target.shape[1] == 1 else None
        ),
    ),
    ("delta-added", lambda s, l, v: (s("delta", l)[..., None] + s("feed", l)[:, :, None]).sum(axis=1)),
    ("summed-before-multiplied", lambda s, l, v: _outer(s("delta", l).sum(axis=1), s("feed", l).sum(axis=1))),
)
GRADIENT_OF_BIAS = (
    ("delta-forgotten", lambda s, l, v: np.ones_like(v)),
    ("bias-fed", lambda s, l, v: (s("delta", l) * s("feed", l).sum(axis=2, keepdims=True)).sum(axis=1)),
    ("bias-times-bias", lambda s, l, v: v * s.biases(l)),
    ("fed-by-own-a", lambda s, l, v: (s("delta", l) * s("a", l)).sum(axis=1)),
    ("fed-by-own-z", lambda s, l, v: (s("delta", l) * s("z", l)).sum(axis=1)),
    ("summed-over-neurons", lambda s, l, v: fitted(s("delta", l).sum(axis=2), v)),
    ("summed-over-all", lambda s, l, v: v.sum(axis=1, keepdims=True) + 0 * v if v.shape[1] > 1 else None),
)
SCALES = (  # of both gradients
    ("sign-flipped", lambda s, l, v: -v),
    ("factor-two", lambda s, l, v: 2 * v),
    ("factor-half", lambda s, l, v: v / 2),
    ("mean-for-sum", lambda s, l, v: v / len(s.x)),
    ("factor-n", lambda s, l, v: v * len(s.x)),
    ("factor-eta", lambda s, l, v: v * s.learning_rate),
)
OTHER_GRADIENT = (  # for that of a weight
    *(("gradient-of-neighbour", lambda s, l, v, k=k: rolled(v, k)) for k in (1, 2)),
    *(("gradient-of-neighbour", lambda s, l, v, k=k: rolled(v, k, -2)) for k in (1, 2)),
    ("gradient-of-bias", lambda s, l, v: s("g_b", l)[..., None] + 0 * v),
    ("gradients-added", lambda s, l, v: v.sum(axis=2, keepdims=True) + 0 * v if v.shape[2] > 1 else None),
)
ODD_GRADIENT = (  # for both
    ("gradient-squared", lambda s, l, v: v * v),
    ("gradient-without-sign", lambda s, l, v: np.abs(v)),
    ("sign-alone", lambda s, l, v: np.sign(v), (("part", "the-gradient"),)),
)
OTHER_GRADIENT_OF_BIAS = tuple(("gradient-of-neighbour", lambda s, l, v, k=k: rolled(v, k)) for k in (1, 2))


def _step(change):
    """A change of the parameter: of the old one, what is taken from it, and η."""

    def parameter(s, l, v):
        old = s.biases(l) if v.ndim == 2 else s.weights(l)
        return change(old, old - v, s.learning_rate)

    return parameter


UPDATE = (
    ("not-updated", _step(lambda w, step, eta: w + 0 * step)),
    ("parameter-for-gradient", _step(lambda w, step, eta: w - eta * w + 0 * step)),
    ("rate-forgotten", _step(lambda w, step, eta: w - step / eta)),
    ("rate-twice", _step(lambda w, step, eta: w - step * eta)),
    ("rate-divides", _step(lambda w, step, eta: w - step / eta**2)),
    ("rate-complement", _step(lambda w, step, eta: w - step / eta * (1 - eta))),
    ("rate-subtracted", _step(lambda w, step, eta: w - eta - step / eta)),
    ("factor-two-step", _step(lambda w, step, eta: w - 2 * step)),
    ("factor-half-step", _step(lambda w, step, eta: w - step / 2)),
    *(
        ("rate-own", _step(lambda w, step, eta, rate=rate: w - rate * step / eta), (("rate", f"{rate:g}"),))
        for rate in (0.01, 0.1, 0.5)
    ),
    *(("step-factor", _step(lambda w, step, eta, k=k: w - k * step), (("factor", f"{k:g}"),)) for k in (10, 0.1)),
    ("mean-for-sum", lambda s, l, v: _step(lambda w, step, eta: w - step / len(s.x))(s, l, v)),
    ("adds-step", _step(lambda w, step, eta: w + step)),
    ("difference-turned-round", _step(lambda w, step, eta: step - w)),
    ("rate-of-both", _step(lambda w, step, eta: eta * w - step)),
    ("rate-of-parameter", _step(lambda w, step, eta: eta * w - step / eta)),
    ("parameter-shrunk", _step(lambda w, step, eta: w - eta * w - step)),
    ("parameter-turned-round", _step(lambda w, step, eta: -w - step)),
    ("parameter-twice", _step(lambda w, step, eta: 2 * w - step)),
    ("step-times-parameter", _step(lambda w, step, eta: w * (1 - step))),
    ("step-over-parameter", _step(lambda w, step, eta: w * step)),
    ("step-alone", _step(lambda w, step, eta: step)),
    ("step-negative", _step(lambda w, step, eta: -step)),
    ("gradient-alone", _step(lambda w, step, eta: step / eta)),
    ("gradient-alone", _step(lambda w, step, eta: -step / eta)),
)
# What is another quantity than the old parameter less a step: of two of them, the second has no step to go by.
WHOLE = {
    *("not-updated", "difference-turned-round", "rate-of-both", "rate-of-parameter", "parameter-shrunk"),
    *("parameter-turned-round", "parameter-twice", "step-times-parameter", "step-over-parameter"),
    *("step-alone", "step-negative", "gradient-alone"),
}
ALONE = {"parameter-twice"}  # with the step twice it is 2 times the answer, and is told as that


OTHER_PARAMETER = (  # for a weight
    *(("parameter-of-neighbour", lambda s, l, v, k=k: _instead(rolled(s.weights(l), k), s, l, v)) for k in (1, 2)),
    *(("parameter-of-neighbour", lambda s, l, v, k=k: _instead(rolled(s.weights(l), k, 0), s, l, v)) for k in (1, 2)),
    ("parameter-of-bias", lambda s, l, v: _instead(s.biases(l)[:, None], s, l, v)),
)


def _instead(old, s, l, v):
    """The update of another old parameter."""
    return None if old is None else v - s.weights(l) + old


def kept(s, l, v):
    """The old parameter, where the others take their step."""
    return (s.biases(l) if v.ndim == 2 else s.weights(l)) + 0 * v


def of_each_input(k):
    """Slips of the bias's gradient in which input ``k`` (from 0) multiplies it, as it does a weight's."""

    def fed(s, l, v):
        feed = s("feed", l)
        return (s("delta", l) * feed[..., k : k + 1]).sum(axis=1) if k < feed.shape[2] else None

    return (("bias-fed", fed),)


def of_each_example(n):
    """A slip of delta without example ``n`` (from 0), and so of both gradients."""
    return "example-forgotten", lambda s, l, v: np.where(np.arange(len(s.x))[:, None] == n, 0.0, v)
