"""The misconceptions of the cost: what each does to C of each example, and to L."""

import numpy as np


def shares(s, name):
    """What each output adds to C, of y = ``name`` of the last layer and ŷ."""
    y, t = s(name, s.last), s.target
    if s.loss == "squared_error":
        return (y - t) ** 2 / 2
    first = -times_ln(t, y)
    return first - times_ln(1 - t, 1 - y) if s.loss == "cross_entropy" else first


def times_ln(factor, y):
    """factor · ln y, and 0 where the factor is 0."""
    return np.where(factor == 0, 0.0, factor * np.log(np.where(factor == 0, 1.0, y)))


def of_one(t):
    """The targets as 0 or 1: of classes the largest, of outputs by themselves the nearer."""
    return (t == t.max(axis=-1, keepdims=True)).astype(float)


def entropy(y, first, second):
    """−Σ [first · ln y + second · ln(1 − y)] over the outputs."""
    return -(times_ln(first, y) + times_ln(second, 1 - y)).sum(axis=-1)


SQUARES, BINARY, CATEGORICAL = ("squared_error",), ("cross_entropy",), ("categorical_cross_entropy",)
LOGARITHMS = BINARY + CATEGORICAL
# (id, losses, change of y, ŷ and the right C): first what takes another thing in its place, then what scales it.
COST = (
    ("square-forgotten", SQUARES, lambda y, t, v: np.abs(y - t).sum(axis=-1) / 2),
    ("square-forgotten", SQUARES, lambda y, t, v: (y - t).sum(axis=-1) / 2),
    ("square-forgotten", SQUARES, lambda y, t, v: (y - t).sum(axis=-1)),
    ("square-forgotten", SQUARES, lambda y, t, v: np.abs(y - t).sum(axis=-1)),
    ("square-of-sum", SQUARES, lambda y, t, v: (y - t).sum(axis=-1) ** 2 / 2),
    ("root-taken", SQUARES, lambda y, t, v: np.sqrt(2 * v)),
    ("root-taken", SQUARES, lambda y, t, v: np.sqrt(v)),
    ("root-taken", SQUARES, lambda y, t, v: np.sqrt(2 * v / t.shape[1])),
    ("cost-without-target", SQUARES, lambda y, t, v: (y**2).sum(axis=-1) / 2),
    ("cost-of-every-output", LOGARITHMS, lambda y, t, v: -np.log(y).sum(axis=-1)),
    ("cost-target-added", SQUARES, lambda y, t, v: ((y + t) ** 2).sum(axis=-1) / 2),
    ("loss-other-squared", LOGARITHMS, lambda y, t, v: ((y - t) ** 2).sum(axis=-1) / 2),
    ("loss-other-squared", LOGARITHMS, lambda y, t, v: ((y - t) ** 2).sum(axis=-1)),
    ("loss-other-entropy", SQUARES, lambda y, t, v: -times_ln(t, np.abs(y)).sum(axis=-1)),
    ("loss-other-entropy", SQUARES, lambda y, t, v: entropy(y, t, 1 - t)),
    ("second-term-forgotten", BINARY, lambda y, t, v: entropy(y, t, 0 * t)),
    ("first-term-forgotten", BINARY, lambda y, t, v: entropy(y, 0 * t, 1 - t)),
    ("second-term-added", CATEGORICAL, lambda y, t, v: entropy(y, t, 1 - t)),
    ("target-turned-round", BINARY, lambda y, t, v: entropy(y, 1 - t, t)),
    ("target-turned-round", CATEGORICAL, lambda y, t, v: entropy(y, 1 - t, 0 * t)),
    ("target-and-output-swapped", BINARY, lambda y, t, v: -(times_ln(y, t) + times_ln(1 - y, 1 - t)).sum(axis=-1)),
    ("target-and-output-swapped", CATEGORICAL, lambda y, t, v: -times_ln(y, t).sum(axis=-1)),
    ("second-term-subtracted", BINARY, lambda y, t, v: entropy(y, t, t - 1)),
    ("second-term-subtracted", BINARY, lambda y, t, v: entropy(y, -t, 1 - t)),
    ("target-rounded", BINARY, lambda y, t, v: entropy(y, np.round(t), 1 - np.round(t))),
    ("target-rounded", CATEGORICAL, lambda y, t, v: entropy(y, of_one(t), 0 * t)),
    ("entropy-subtracted", BINARY, lambda y, t, v: v - entropy(t, t, 1 - t)),
    ("entropy-subtracted", CATEGORICAL, lambda y, t, v: v - entropy(t, t, 0 * t)),
    ("logarithm-forgotten", LOGARITHMS, lambda y, t, v: (t * y).sum(axis=-1)),
    ("logarithm-forgotten", LOGARITHMS, lambda y, t, v: 1 - (t * y).sum(axis=-1)),
)
SCALES = (
    ("half-forgotten", SQUARES, lambda y, t, v: 2 * v),
    ("factor-two", LOGARITHMS, lambda y, t, v: 2 * v),
    ("half-added", LOGARITHMS, lambda y, t, v: v / 2),
    ("half-twice", SQUARES, lambda y, t, v: v / 2),
    ("logarithm-base-ten", LOGARITHMS, lambda y, t, v: v / np.log(10)),
    ("logarithm-base-two", LOGARITHMS, lambda y, t, v: v / np.log(2)),
)


def of_cost(name, outputs, examples):
    """The slips of C, made of the ``outputs`` many outputs ``name``: a of the last layer, or new_a."""

    def within(losses, change):
        return lambda s, l, v: change(s(name, s.last), s.target, v) if s.loss in losses else None

    def alone(k):
        return lambda s, l, v: shares(s, name)[..., k]

    def of_another_class(k):
        return within(CATEGORICAL, lambda y, t, v: np.where(t[:, k] == 0, -np.log(y[..., k]), v))

    def of_another_example(k):
        return lambda s, l, v: _of_each(s, s(name, s.last), np.roll(s.target, k, axis=0))

    yield from ((id, within(losses, change)) for id, losses, change in COST)
    yield from (("of-another-example", of_another_example(k), (("part", "the-target"),)) for k in range(1, examples))
    if outputs > 1:
        yield from (("one-output-alone", alone(k)) for k in range(outputs))
        yield from (("output-of-another-class", of_another_class(k)) for k in range(outputs))
    yield "mean-over-outputs", lambda s, l, v: v / s.target.shape[1] if outputs > 1 else None
    yield from ((id, within(losses, change)) for id, losses, change in SCALES)
    yield "cost-sign", lambda s, l, v: -v


def _of_each(s, y, t):
    """C of each example, for other targets."""
    return s.cost.cost_of_y(y.reshape(-1, y.shape[-1]), np.tile(t, (len(y), 1))).reshape(y.shape[:2])


def of_total(name, examples):
    """The slips of L, made of C = ``name`` of each example."""

    def square_of_sum(s, l, v):
        off = s(name.replace("C", "a"), s.last) - s.target
        return off.sum(axis=(1, 2)) ** 2 / 2 if s.loss in SQUARES else None

    def without(n):
        return lambda s, l, v: v - s(name)[:, n]

    def alone(n):
        return lambda s, l, v: s(name)[:, n]

    def squares_of_sums(s, l, v):
        off = s(name.replace("C", "a"), s.last) - s.target
        return (off.sum(axis=1) ** 2).sum(axis=1) / 2 if s.loss in SQUARES else None

    return (
        ("square-of-sum", squares_of_sums),
        *(("example-forgotten", without(n)) for n in range(examples if examples > 2 else 0)),
        ("first-example-alone", lambda s, l, v: s(name)[:, 0]),
        ("last-example-alone", lambda s, l, v: s(name)[:, -1]),
        *(("example-alone", alone(n), (("n", n + 1),)) for n in range(1, examples - 1)),
        ("square-of-sum", square_of_sum),
        ("costs-multiplied", lambda s, l, v: s(name).prod(axis=1)),
        ("mean-for-sum", lambda s, l, v: v / len(s.x)),
    )
