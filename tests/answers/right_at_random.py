"""Right functions composed at random: a form of each part, an order of computation and a container."""

import numpy as np
import right_functions as forms
from entries import Entry, sigma


def float32(arrays):
    return [np.asarray(v).astype(np.float32) for v in arrays]


LINEAR = [
    lambda f, w, b: f @ w.T + b,
    lambda f, w, b: np.einsum("nk,jk->nj", f, w) + b,
    lambda f, w, b: (w @ f.T + b[:, None]).T,
    lambda f, w, b: (f[:, None] * w[None]).sum(axis=2) + b,
    lambda f, w, b: b + np.tensordot(f, w, axes=(1, 1)),
    lambda f, w, b: b + np.inner(f, w),
    forms.by_loops,
    forms.backwards_loops,
    forms.augmented,
]
ACT = [sigma, forms.tanh_sigma, forms.stable_sigma, lambda z: np.exp(-np.logaddexp(0, -z))]
ERROR = [
    lambda y, t: y - t,
    lambda y, t: -(t - y),
    lambda y, t: (1 - t) * y - t * (1 - y),
    lambda y, t: (y - t) / (y * (1 - y)) * y * (1 - y),
]
SLOPE = [
    lambda a, z: a * (1 - a),
    lambda a, z: a - a**2,
    lambda a, z: sigma(z) * sigma(-z),
    lambda a, z: 0.25 / np.cosh(z / 2) ** 2,
    lambda a, z: 0.25 - (a - 0.5) ** 2,
]
BACK = [
    lambda d, w: d @ w,
    lambda d, w: (w.T @ d.T).T,
    lambda d, w: np.einsum("nk,kj->nj", d, w),
    lambda d, w: (d[:, :, None] * w[None]).sum(axis=1),
    lambda d, w: sum(np.outer(d[:, k], w[k]) for k in range(len(w))),
]
DW = [
    lambda d, f: d.T @ f,
    lambda d, f: (f.T @ d).T,
    lambda d, f: np.einsum("nj,nk->jk", d, f),
    lambda d, f: (d[:, :, None] * f[:, None, :]).sum(axis=0),
    forms.outer_products,
    forms.entry_by_entry,
]
DB = [lambda d: d.sum(axis=0), lambda d: np.ones(len(d)) @ d, lambda d: d.mean(axis=0) * len(d), sum]
NEW = [
    lambda p, g, eta: p - eta * g,
    lambda p, g, eta: -eta * g + p,
    lambda p, g, eta: p + (-eta) * g,
    lambda p, g, eta: (p / eta - g) * eta,
    lambda p, g, eta: np.subtract(p, np.multiply(eta, g)),
]
HOLD = [
    list,
    tuple,
    float32,
    lambda arrays: [np.asarray(v).tolist() for v in arrays],
    lambda arrays: (v for v in arrays),
]


def at_random(n, seed):
    """n right functions, drawn from a seed."""
    rng = np.random.default_rng(seed)

    def one_of(options):
        return options[rng.integers(len(options))]

    made = []
    for i in range(n):
        hold = one_of(HOLD)

        def both(one, other, hold=hold):
            return hold(one), hold(other)

        stage = one_of(["forward", "backward", "multiply", "update"])
        function = {
            "forward": lambda both=both: forms.forward_of(one_of(LINEAR), one_of(ACT), both),
            "backward": lambda hold=hold: forms.backward_of(one_of(ERROR), one_of(SLOPE), one_of(BACK), hold),
            "multiply": lambda both=both: forms.multiply_of(one_of(DW), one_of(DB), both),
            "update": lambda both=both: forms.update_of(one_of(NEW), both),
        }[stage]()
        made.append(Entry(f"{stage}: at random, {i}", stage, function))
    return made
