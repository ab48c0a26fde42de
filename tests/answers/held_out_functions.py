"""A thirteenth set of wrong functions, by somebody who saw neither the package nor its verdicts."""

from functools import reduce
from itertools import accumulate, pairwise

import numpy as np
from entries import collecting, sigma

ENTRIES = []
unlucky = collecting(ENTRIES, "thirteenth, ")

# ------------------------------------------------- what learners have at hand, and it is right


def acts_of(x, weights, biases):
    """All activations, x first."""
    return list(accumulate(zip(weights, biases, strict=True), lambda f, p: sigma(f @ p[0].T + p[1]), initial=x))


def grads(x, target, weights, biases):
    """The gradients of the weights and of the biases."""
    acts = acts_of(x, weights, biases)
    d, gw, gb = acts[-1] - target, [], []
    for k in range(len(weights) - 1, -1, -1):
        gw.insert(0, d.T @ acts[k])
        gb.insert(0, d.sum(axis=0))
        d = (d @ weights[k]) * acts[k] * (1 - acts[k])
    return gw, gb


def minus(params, steps):
    return [p - s for p, s in zip(params, steps, strict=True)]


def scaled(factor, arrays):
    return [factor * g for g in arrays]


def slices_of(arrays):
    """Where each array stands in one long row."""
    ends = np.cumsum([0, *(v.shape[1] for v in arrays)])
    return [slice(i, j) for i, j in pairwise(ends)]


# =================================================================== backward


@unlucky(
    "backward", "tanh's slope throughout, and the error as a control engineer writes it", ("other slope", "swapped")
)
def back_tanh_control(z, a, target, weights):
    found = [target - a[-1]]
    for act, w in zip(a[-2::-1], weights[:0:-1], strict=True):
        found.insert(0, (1 - np.square(act)) * (found[0] @ w))
    return found


@unlucky("backward", "index i - 1 for the target, in a loop over examples", "targets apart")
def back_target_before(z, a, target, weights):
    d = np.array([a[-1][i] - target[i - 1] for i in range(len(target))])
    found = [d]
    for k in (1, 0):
        found = [(found[0] @ weights[k + 1]) * a[k] * (1 - a[k]), *found]
    return found


@unlucky("backward", "the mean over examples is indented into the loop over layers", "over n")
def back_mean_each_layer(z, a, target, weights):
    d = a[-1] - target
    found = [d]
    for k in range(len(a) - 2, -1, -1):
        d = d @ weights[k + 1] * a[k] * (1 - a[k])
        d = d / len(d)
        found.append(d)
    return found[::-1]


@unlucky("backward", "squared error's output, its slope written for y and given z", ("output slope", "slope point"))
def back_output_slope_of_z(z, a, target, weights):
    def step(d, pair):
        w, act = pair
        return (d @ w) * act * (1 - act)

    ways = list(zip(reversed(weights[1:]), reversed(a[:-1]), strict=True))
    return list(accumulate(ways, step, initial=(a[-1] - target) * z[-1] * (1 - z[-1])))[::-1]


@unlucky("backward", "slopes in one long row, np.roll of it before it is split", "slope place | beside | slope point")
def back_rolled_row(z, a, target, weights):
    row = np.hstack(a)
    row = np.roll(row * (1 - row), 1, axis=1)
    slope = [row[:, s] for s in slices_of(a)]
    found = [a[-1] - target]
    for k in reversed(range(len(a) - 1)):
        found.insert(0, slope[k] * (found[0] @ weights[k + 1]))
    return found


@unlucky("backward", "cost in bits, and of it only the target's own term", ("part of loss", "logarithm"))
def back_bits_of_target(z, a, target, weights):
    d = -target * (1 - a[-1]) / np.log(2)
    found = [d]
    for w, act in zip(weights[:0:-1], a[-2::-1], strict=True):
        d = d @ w * act * (1 - act)
        found.insert(0, d)
    return found


@unlucky("backward", "np.mean where one sums over the next layer's neurons", "mean of terms")
def back_mean_of_paths(z, a, target, weights):
    found = [a[-1] - target]
    for w, act in zip(weights[::-1], a[-2::-1], strict=False):
        back = np.mean(found[-1][:, :, None] * w[None, :, :], axis=1)
        found.append(back * act * (1 - act))
    found.reverse()
    return found


@unlucky(
    "backward",
    "the direction of the error alone, and the first layer's slope squared",
    ("error power", "slope twice"),
)
def back_sign_and_square(z, a, target, weights):
    d2 = np.sign(a[2] - target)
    d1 = d2 @ weights[2] * a[1] * (1 - a[1])
    d0 = d1 @ weights[1] * (a[0] * (1 - a[0])) ** 2
    return [d0, d1, d2]


@unlucky("backward", "columns of the error reversed before the matrix product", "other weights | beside | order")
def back_reversed_columns(z, a, target, weights):
    found = [a[-1] - target]
    for k in (1, 0):
        found.insert(0, (found[0][:, ::-1] @ weights[k + 1]) * a[k] * (1 - a[k]))
    return found


@unlucky("backward", "slope of the first example broadcast to all; minus in front of it", ("one example", "sign"))
def back_first_row_slope(z, a, target, weights):
    d = a[-1] - target
    out = {len(a) - 1: d}
    for k in range(len(a) - 2, -1, -1):
        first = a[k][0]
        d = (d @ weights[k + 1]) * -(first * (1 - first))
        out[k] = d
    return [out[k] for k in sorted(out)]


@unlucky("backward", "z stands wherever the sheet says y or a", ("z for y", "slope point"))
def back_z_everywhere(z, a, target, weights):
    found = [z[-1] - target]
    for zk, w in zip(z[-2::-1], weights[:0:-1], strict=True):
        found.insert(0, zk * (1 - zk) * (found[0] @ w))
    return found


@unlucky("backward", "class that takes a step with each layer before going further back", "updated")
def back_stepping_class(z, a, target, weights):
    class Layer:
        def __init__(self, w, feed):
            self.w, self.feed = w, feed

        def back(self, d):
            self.w = self.w - 0.5 * d.T @ self.feed
            return (d @ self.w) * self.feed * (1 - self.feed)

    layers = [Layer(w, feed) for w, feed in zip(weights[1:], a[:-1], strict=True)]
    found = [a[-1] - target]
    for layer in reversed(layers):
        found.insert(0, layer.back(found[0]))
    return found


@unlucky("backward", "slope of what comes back in the first layer, of the right thing in the second", "slope of error")
def back_slope_of_blame_first(z, a, target, weights):
    def slope(v):
        return v * (1 - v)

    d2 = a[2] - target
    d1 = d2 @ weights[2] * slope(a[1])
    back = d1 @ weights[1]
    return [back * slope(back), d1, d2]


@unlucky("backward", "inverts the local derivative, and halves the error", ("slope divides", "half"))
def back_inverse_half(z, a, target, weights):
    found = [0.5 * (a[-1] - target)]
    for k in (len(a) - 2 - i for i in range(len(a) - 1)):
        found = [np.divide(found[0] @ weights[k + 1], a[k] * (1 - a[k])), *found]
    return found


@unlucky("backward", "+= for the slope, where *= belongs, in the last hidden layer", "slope added | added")
def back_plus_slope(z, a, target, weights):
    d2 = a[2] - target
    d1 = d2 @ weights[2]
    d1 += a[1] * (1 - a[1])
    d0 = d1 @ weights[1]
    d0 *= a[0] * (1 - a[0])
    return [d0, d1, d2]


@unlucky("backward", "first layer: ones, by zeros_like's cousin, where the next dC_dz belongs", "error missing")
def back_ones_like(z, a, target, weights):
    d2 = a[2] - target
    d1 = np.einsum("nj,ji,ni,ni->ni", d2, weights[2], a[1], 1 - a[1])
    d0 = np.einsum("nj,ji,ni,ni->ni", np.ones_like(d1), weights[1], a[0], 1 - a[0])
    return [d0, d1, d2]


@unlucky("backward", "carries what comes before the slope on to the layer before", "not delta | slope missing")
def back_carries_unsloped(z, a, target, weights):
    carried = a[-1] - target
    found = [carried]
    for k in range(len(weights) - 1, 0, -1):
        carried = carried @ weights[k]
        found.insert(0, carried * a[k - 1] * (1 - a[k - 1]))
    return found


@unlucky("backward", "each neuron gets the whole output's blame, nothing on the way", ("output error", "no weights"))
def back_whole_blame(z, a, target, weights):
    error = a[-1] - target
    blame = error.sum(axis=1)[:, np.newaxis]
    return [*(blame * act * (1 - act) for act in a[:-1]), error]


@unlucky("backward", "a once more in the slope, and the 2 of e² kept", ("extra a", "double"))
def back_a_squared_double(z, a, target, weights):
    def rest(k):
        if k + 1 == len(a):
            return (2 * (a[k] - target),)
        later = rest(k + 1)
        return (a[k] ** 2 * (1 - a[k]) * (later[0] @ weights[k + 1]), *later)

    return list(rest(0))


@unlucky("backward", "cross-entropy with a safe denominator of 0.1, then the slope", "guard")
def back_safe_denominator(z, a, target, weights):
    y = a[-1]
    slope = y * (1 - y)
    d = (y - target) / (slope + 0.1) * slope
    found = [d]
    for k in (1, 0):
        found.insert(0, (found[0] @ weights[k + 1]) * a[k] * (1 - a[k]))
    return found


@unlucky("backward", "one decimal in each layer, and 0.1 of it as the step", ("rounded", "eta in gradient"))
def back_rounded_step(z, a, target, weights):
    d = np.round(a[-1] - target, 1)
    found = [d]
    for k in (1, 0):
        d = np.round((d @ weights[k + 1]) * a[k] * (1 - a[k]), 1)
        found.insert(0, d)
    return [0.1 * d for d in found]


@unlucky("backward", "follows the heaviest wire only", "one path")
def back_heaviest_wire(z, a, target, weights):
    found = [a[-1] - target]
    for k in (1, 0):
        w = weights[k + 1]
        wire = np.abs(w).argmax(axis=0)
        here = np.arange(w.shape[1])
        found.insert(0, found[0][:, wire] * w[wire, here] * a[k] * (1 - a[k]))
    return found


@unlucky("backward", "1 - a is written into the copy that a is read from", "in place | other slope")
def back_one_minus_in_place(z, a, target, weights):
    found = [a[-1] - target]
    for k in (1, 0):
        act = a[k].copy()
        rest = act
        rest *= -1
        rest += 1
        found.insert(0, (found[0] @ weights[k + 1]) * act * rest)
    return found


@unlucky("backward", "adds the target, and forgets the slope in the first layer", ("plus target", "slope missing"))
def back_plus_target_first_bare(z, a, target, weights):
    found = [a[-1] + target]
    for k in (1, 0):
        back = found[0] @ weights[k + 1]
        found.insert(0, back * a[k] * (1 - a[k]) if k else back)
    return found


@unlucky("backward", "targets smoothed to 0.2 and 0.8, as a blog advises", "other target")
def back_smoothed(z, a, target, weights):
    soft = 0.2 + 0.6 * target
    d = a[-1] - soft
    found = [d]
    for w, act in zip(weights[:0:-1], a[-2::-1], strict=True):
        d = (d @ w) * (act - act * act)
        found = [d, *found]
    return found


@unlucky("backward", "einsum with k for one of the two j: sums over each apart", "sums multiplied")
def back_einsum_k(z, a, target, weights):
    found = [a[-1] - target]
    for k in reversed(range(len(a) - 1)):
        found.insert(0, np.einsum("nj,ki->ni", found[0], weights[k + 1]) * a[k] * (1 - a[k]))
    return found


@unlucky("backward", "reshape where the transposed is turned back, on both matrices", "transposed")
def back_reshaped(z, a, target, weights):
    turned = [w.T.reshape(w.shape) for w in weights]
    found = [a[-1] - target]
    for k in (1, 0):
        found.insert(0, (found[0] @ turned[k + 1]) * a[k] * (1 - a[k]))
    return found


@unlucky("backward", "weights by their size, as they carry blame; error as cost ½e²", ("weight size", "error power"))
def back_size_and_cost(z, a, target, weights):
    d = 0.5 * (a[-1] - target) ** 2
    found = [d]
    for k in (1, 0):
        d = np.abs(weights[k + 1]).T @ d.T
        d = d.T * a[k] * (1 - a[k])
        found.insert(0, d)
    return found


# =================================================================== multiply


@unlucky("multiply", "einsum with two letters for examples; biases get the mean", ("sums multiplied", "over n"))
def mult_two_letters(x, a, dC_dz):
    feeds = [x, *a[:-1]]
    dw = [np.einsum("nj,mi->ji", d, f) for d, f in zip(dC_dz, feeds, strict=True)]
    return dw, [d.mean(axis=0) for d in dC_dz]


@unlucky("multiply", "squares what feeds, as in a penalty", "feed altered")
def mult_squared_feed(x, a, dC_dz):
    feeds = [f**2 for f in (x, *a[:-1])]
    return [d.T @ f for d, f in zip(dC_dz, feeds, strict=True)], [np.sum(d, axis=0) for d in dC_dz]


@unlucky("multiply", "slope of the feeding neuron in later layers, bias gradient halved", ("feeds slope", "half"))
def mult_feed_slope(x, a, dC_dz):
    dw, db = [dC_dz[0].T @ x], [dC_dz[0].sum(axis=0) / 2]
    for before, d in zip(a, dC_dz[1:], strict=False):
        dw.append(d.T @ (before * (1 - before)))
        db.append(d.sum(axis=0) / 2)
    return dw, db


@unlucky("multiply", "the logit of a, got back, feeds; the last bias has no gradient", ("feeds z", "zero"))
def mult_logit_and_zero(x, a, dC_dz):
    feeds = [x, *(np.log(act / (1 - act)) for act in a[:-1])]
    db = [np.zeros(d.shape[1]) for d in dC_dz]
    for k in range(len(dC_dz) - 1):
        db[k] = dC_dz[k].sum(axis=0)
    return [d.T @ f for d, f in zip(dC_dz, feeds, strict=True)], db


@unlucky("multiply", "row sums of dw as the biases' gradients", "bias fed | dw for db")
def mult_rows_of_dw(x, a, dC_dz):
    dw = [np.tensordot(d, f, axes=(0, 0)) for d, f in zip(dC_dz, [x, *a[:-1]], strict=True)]
    return dw, [g.sum(axis=1) for g in dw]


@unlucky("multiply", "= for += in the loop over examples", "one example")
def mult_last_example(x, a, dC_dz):
    dw, db = [], []
    for d, f in zip(dC_dz, [x, *a[:-1]], strict=True):
        gw, gb = np.zeros((d.shape[1], f.shape[1])), np.zeros(d.shape[1])
        for i in range(len(x)):
            gw = np.outer(d[i], f[i])
            gb = gb + d[i]
        dw.append(gw)
        db.append(gb)
    return dw, db


@unlucky("multiply", "range begins at 1, and the outcome is divided by n", ("one example | batch dropped", "over n"))
def mult_from_one(x, a, dC_dz):
    n = len(x)
    dw = [sum(np.outer(d[i], f[i]) for i in range(1, n)) / n for d, f in zip(dC_dz, [x, *a], strict=False)]
    return dw, [sum(d[i] for i in range(1, n)) / n for d in dC_dz]


@unlucky("multiply", "feeds are centred first, as for a covariance", "normalised")
def mult_centred(x, a, dC_dz):
    feeds = [f - f.mean(axis=0) for f in (x, *a[:-1])]
    return [d.T @ f for d, f in zip(dC_dz, feeds, strict=True)], [d.sum(axis=0) for d in dC_dz]


@unlucky(
    "multiply",
    "the column of ones stands first, and is read as the last",
    ("other source | order", "bias fed | dw for db"),
)
def mult_ones_first(x, a, dC_dz):
    tables = [d.T @ np.hstack([np.ones((len(x), 1)), f]) for d, f in zip(dC_dz, [x, *a[:-1]], strict=True)]
    return [t[:, :-1] for t in tables], [t[:, -1] for t in tables]


@unlucky("multiply", "np.sum without axis, spread over the biases, and its sign turned", ("sum over all", "sign"))
def mult_total_bias(x, a, dC_dz):
    feeds = [x, *a]
    dw = [dC_dz[k].T @ feeds[k] for k in range(len(dC_dz))]
    return dw, [np.full(d.shape[1], -np.sum(d)) for d in dC_dz]


@unlucky("multiply", "examples of the feed from the last to the first", "one example | targets apart | order")
def mult_feed_upside_down(x, a, dC_dz):
    return (
        [sum(np.outer(p, q) for p, q in zip(d, f[::-1], strict=True)) for d, f in zip(dC_dz, [x, *a[:2]], strict=True)],
        [d.sum(axis=0) for d in dC_dz],
    )


@unlucky("multiply", "the feeding neuron beside, by np.roll, in the first layer", "other source | beside")
def mult_rolled_x(x, a, dC_dz):
    feeds = [np.roll(x, -1, axis=1), *a[:-1]]
    return [np.einsum("ni,nj->ij", d, f) for d, f in zip(dC_dz, feeds, strict=True)], [sum(d) for d in dC_dz]


@unlucky("multiply", "multiplies by the hidden slope once more", "slope twice")
def mult_hidden_slope_again(x, a, dC_dz):
    ds = [*(d * act * (1 - act) for d, act in zip(dC_dz[:-1], a[:-1], strict=True)), dC_dz[-1]]
    return [d.T @ f for d, f in zip(ds, [x, *a[:-1]], strict=True)], [d.sum(axis=0) for d in ds]


@unlucky("multiply", "last layer skips back to x; n undoes a mean that its biases never saw", ("fed x", "times n"))
def mult_skip_to_x(x, a, dC_dz):
    d0, d1, d2 = dC_dz
    return [d0.T @ x, d1.T @ a[0], d2.T @ x], [d0.sum(axis=0), d1.sum(axis=0), len(x) * d2.sum(axis=0)]


@unlucky("multiply", "each weight of the last layer gets its neuron's bias gradient", "feeds nothing | dw for db")
def mult_last_feeds_one(x, a, dC_dz):
    db = [d.sum(axis=0) for d in dC_dz]
    dw = [d.T @ f for d, f in zip(dC_dz, [x, *a[:-1]], strict=True)]
    dw[-1] = np.repeat(db[-1][:, None], dw[-1].shape[1], axis=1)
    return dw, db


@unlucky("multiply", "every layer's dw is brought to length 1", "clipped | normalised")
def mult_unit_length(x, a, dC_dz):
    dw = [d.T @ f for d, f in zip(dC_dz, [x, *a[:-1]], strict=True)]
    return [g / np.linalg.norm(g) for g in dw], [d.sum(axis=0) for d in dC_dz]


@unlucky("multiply", "reshape of f.T @ d; and biases by the mean", ("gradient transposed", "over n"))
def mult_reshaped_mean(x, a, dC_dz):
    dw, db = [], []
    for d, f in zip(dC_dz, [x, *a[:-1]], strict=True):
        dw.append((f.T @ d).reshape(d.shape[1], f.shape[1]))
        db.append(np.average(d, axis=0))
    return dw, db


@unlucky("multiply", "cuts the decimals off, the weights' gradients doubled before", ("rounded", "double"))
def mult_cut_double(x, a, dC_dz):
    dw = [np.trunc(20 * d.T @ f) / 10 for d, f in zip(dC_dz, [x, *a[:-1]], strict=True)]
    return dw, [np.trunc(10 * d.sum(axis=0)) / 10 for d in dC_dz]


# =================================================================== forward


@unlucky("forward", "adds b once σ is done, and σ is tanh", ("bias after", "other activation"))
def fwd_after_tanh(x, weights, biases):
    zs, acts = [], []
    for w, b in zip(weights, biases, strict=True):
        zs.append(x @ w.T)
        x = np.tanh(zs[-1]) + b
        acts.append(x)
    return zs, acts


@unlucky("forward", "z goes on to the next layer, and the last has no bias", ("fed z", "no bias"))
def fwd_z_goes_on(x, weights, biases):
    zs = []
    for k, w in enumerate(weights):
        x = x @ w.T
        if k < len(weights) - 1:
            x = x + biases[k]
        zs.append(x)
    return zs, [sigma(z) for z in zs]


@unlucky("forward", "sizes of the weights in all layers but the first", "weight size")
def fwd_later_abs(x, weights, biases):
    ws = [weights[0], *map(np.abs, weights[1:])]
    acts = acts_of(x, ws, biases)
    return [f @ w.T + b for f, w, b in zip(acts[:-1], ws, biases, strict=True)], acts[1:]


@unlucky("forward", "exp(z) for exp(-z) at the output, and b twice there", ("minus z", "bias twice"))
def fwd_output_exp(x, weights, biases):
    acts = acts_of(x, weights[:-1], biases[:-1])
    zs = [f @ w.T + b for f, w, b in zip(acts[:-1], weights, biases, strict=False)]
    last = acts[-1] @ weights[-1].T + biases[-1] + biases[-1]
    return [*zs, last], [*acts[1:], 1 / (1 + np.exp(last))]


@unlucky("forward", "hard sigmoid from a microcontroller, bias taken as a threshold", ("other activation", "bias sign"))
def fwd_hard_threshold(x, weights, biases):
    zs, acts = [], [x]
    for w, threshold in zip(weights, biases, strict=True):
        z = acts[-1] @ w.T - threshold
        zs.append(z)
        acts.append(np.clip(0.2 * z + 0.5, 0, 1))
    return zs, acts[1:]


@unlucky("forward", "σ with out=, so that z is overwritten by a", "in place | other quantity")
def fwd_out_argument(x, weights, biases):
    zs, acts, f = [], [], x
    for w, b in zip(weights, biases, strict=True):
        z = f @ w.T + b
        zs.append(z)
        np.negative(z, out=z)
        np.exp(z, out=z)
        z += 1
        f = np.reciprocal(z, out=z)
        acts.append(f)
    return zs, acts


@unlucky("forward", "a first, then z; and the biases are forgotten", ("pair order", "no bias"))
def fwd_a_then_z(x, weights, biases):
    def go(f, k):
        if k == len(weights):
            return [], []
        z = f @ weights[k].T
        act = sigma(z)
        acts, zs = go(act, k + 1)
        return [act, *acts], [z, *zs]

    return go(x, 0)


@unlucky("forward", "b as the first column, ones as the last input", ("bias times", "other source"))
def fwd_mixed_columns(x, weights, biases):
    zs, f = [], x
    for w, b in zip(weights, biases, strict=True):
        table = np.column_stack([b, w])
        zs.append(np.hstack([f, np.ones((len(f), 1))]) @ table.T)
        f = sigma(zs[-1])
    return zs, [sigma(z) for z in zs]


@unlucky("forward", "first bias of a layer for all its neurons", "other bias")
def fwd_first_bias(x, weights, biases):
    zs, acts = [], []
    feed = x
    for w, (first, *_) in zip(weights, biases, strict=True):
        z = np.array([[sum(p * q for p, q in zip(row, line, strict=True)) + first for line in w] for row in feed])
        feed = sigma(z)
        zs.append(z)
        acts.append(feed)
    return zs, acts


@unlucky("forward", "output by softmax, over the examples", ("other activation", "other axis"))
def fwd_softmax_axis(x, weights, biases):
    zs, f = [], x
    for w, b in zip(weights, biases, strict=True):
        zs.append(f @ w.T + b)
        f = sigma(zs[-1])
    e = np.exp(zs[-1])
    return zs, [*map(sigma, zs[:-1]), e / e.sum(axis=0)]


@unlucky("forward", "the third layer is given x again", "fed x")
def fwd_third_x(x, weights, biases):
    z0 = x @ weights[0].T + biases[0]
    z1 = sigma(z0) @ weights[1].T + biases[1]
    z2 = x @ weights[2].T + biases[2]
    return [z0, z1, z2], [sigma(z0), sigma(z1), sigma(z2)]


@unlucky("forward", "weighted mean for weighted sum, and a linear output", ("mean of terms", "no activation"))
def fwd_weighted_mean(x, weights, biases):
    def layer(state, pair):
        w, b = pair
        z = np.mean(state[1][:, None, :] * w, axis=2) + b
        return z, sigma(z)

    states = list(accumulate(zip(weights, biases, strict=True), layer, initial=(None, x)))[1:]
    return [s[0] for s in states], [*(s[1] for s in states[:-1]), states[-1][0]]


@unlucky("forward", "range(1, n): the first input never counts; minus b", ("one term", "bias sign"))
def fwd_range_from_one(x, weights, biases):
    zs, acts, f = [], [], x
    for w, b in zip(weights, biases, strict=True):
        z = np.zeros((len(f), len(b))) - b
        for i in range(1, w.shape[1]):
            z += np.outer(f[:, i], w[:, i])
        zs.append(z)
        f = sigma(z)
        acts.append(f)
    return zs, acts


@unlucky("forward", "reshape for transposition", "transposed")
def fwd_reshape(x, weights, biases):
    zs, acts = [], [x]
    for w, b in zip(weights, biases, strict=True):
        zs.append(acts[-1] @ w.reshape(acts[-1].shape[1], len(b)) + b)
        acts.append(sigma(zs[-1]))
    return zs, acts[1:]


@unlucky("forward", "w is added to the input, not multiplied, in the output layer", "added")
def fwd_added_output(x, weights, biases):
    zs = []
    for k, (w, b) in enumerate(zip(weights, biases, strict=True)):
        pairs = (x[:, None, :] + w) if k == 2 else (x[:, None, :] * w)
        zs.append(pairs.sum(axis=2) + b)
        x = sigma(zs[-1])
    return zs, list(map(sigma, zs))


@unlucky("forward", "σ inside of σ, one digit kept", ("activation twice", "rounded"))
def fwd_twice_rounded(x, weights, biases):
    zs, acts, f = [], [], x
    for w, b in zip(weights, biases, strict=True):
        z = np.round(f @ w.T + b, 1)
        f = np.round(sigma(sigma(z)), 1)
        zs.append(z)
        acts.append(f)
    return zs, acts


# =================================================================== train


@unlucky("train", "targets by position, x by the order; η is halved", ("targets apart", "own eta | half"))
def train_targets_by_position(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        for start in range(0, len(x), batch):
            rows = order[start : start + batch]
            gw, gb = grads(x[rows], target[start : start + batch], weights, biases)
            weights, biases = minus(weights, scaled(eta / 2, gw)), minus(biases, scaled(eta / 2, gb))
    return weights, biases


@unlucky("train", "while start + batch < n leaves the rest", "batch dropped")
def train_while_full(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        start = 0
        while start + batch < len(order):
            rows = order[start : start + batch]
            gw, gb = grads(x[rows], target[rows], weights, biases)
            weights = [w - eta * g for w, g in zip(weights, gw, strict=True)]
            biases = [b - eta * g for b, g in zip(biases, gb, strict=True)]
            start += batch
    return weights, biases


@unlucky("train", "an end that is included, as in R", "overlap | own batch")
def train_end_included(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        for rows in (order[i : i + batch + 1] for i in range(0, len(order), batch)):
            gw, gb = grads(x[rows], target[rows], weights, biases)
            weights, biases = minus(weights, scaled(eta, gw)), minus(biases, scaled(eta, gb))
    return weights, biases


@unlucky("train", "pairwise(orders) never takes the last one, and biases are never touched", ("epochs", "not updated"))
def train_pairwise(x, target, weights, biases, eta, batch, orders):
    for order, _ in pairwise(orders):
        for start in range(0, len(x), batch):
            rows = order[start : start + batch]
            gw, _ = grads(x[rows], target[rows], weights, biases)
            weights = minus(weights, scaled(eta, gw))
    return weights, biases


@unlucky("train", "zero_grad stands before the epoch, not before the batch", "piles up")
def train_zero_grad_outside(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        kept_w, kept_b = [0 * w for w in weights], [0 * b for b in biases]
        for start in range(0, len(x), batch):
            rows = order[start : start + batch]
            gw, gb = grads(x[rows], target[rows], weights, biases)
            kept_w = [k + g for k, g in zip(kept_w, gw, strict=True)]
            kept_b = [k + g for k, g in zip(kept_b, gb, strict=True)]
            weights, biases = minus(weights, scaled(eta, kept_w)), minus(biases, scaled(eta, kept_b))
    return weights, biases


@unlucky("train", "η halves with each batch, and the batch's mean is taken", ("eta decays", "step over n"))
def train_halving_mean(x, target, weights, biases, eta, batch, orders):
    def one(state, rows):
        w, b, rate = state
        gw, gb = grads(x[rows], target[rows], w, b)
        n = len(rows)
        return minus(w, scaled(rate / n, gw)), minus(b, scaled(rate / n, gb)), rate / 2

    rows = [order[i : i + batch] for order in orders for i in range(0, len(order), batch)]
    return reduce(one, rows, (weights, biases, eta))[:2]


@unlucky("train", "mean of the weights after each epoch, by somebody who read of SWA", "averaged")
def train_swa(x, target, weights, biases, eta, batch, orders):
    seen_w, seen_b = [], []
    for order in orders:
        for start in range(0, len(x), batch):
            rows = order[start : start + batch]
            gw, gb = grads(x[rows], target[rows], weights, biases)
            weights, biases = minus(weights, scaled(eta, gw)), minus(biases, scaled(eta, gb))
        seen_w.append(weights)
        seen_b.append(biases)
    return [sum(p) / len(p) for p in zip(*seen_w, strict=True)], [sum(p) / len(p) for p in zip(*seen_b, strict=True)]


@unlucky("train", "gradients of all batches by the weights the epoch begins with", "old pass | no batches")
def train_epoch_start(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        chunks = [order[i : i + batch] for i in range(0, len(order), batch)]
        found = [grads(x[rows], target[rows], weights, biases) for rows in chunks]
        for gw, gb in found:
            weights = minus(weights, scaled(eta, gw))
            biases = minus(biases, scaled(eta, gb))
    return weights, biases


@unlucky("train", "each layer is stepped before it takes the error back, uphill", ("updated", "uphill"))
def train_steps_on_the_way(x, target, weights, biases, eta, batch, orders):
    ws, bs = list(weights), list(biases)
    for order in orders:
        for start in range(0, len(x), batch):
            rows = order[start : start + batch]
            acts = acts_of(x[rows], ws, bs)
            d = acts[-1] - target[rows]
            for k in (2, 1, 0):
                ws[k] = ws[k] + eta * d.T @ acts[k]
                bs[k] = bs[k] + eta * d.sum(axis=0)
                d = (d @ ws[k]) * acts[k] * (1 - acts[k])
    return ws, bs


@unlucky("train", "weights shrink by a tenth at each batch", "extra term")
def train_weight_decay(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        for start in range(0, len(x), batch):
            rows = order[start : start + batch]
            gw, gb = grads(x[rows], target[rows], weights, biases)
            weights = [0.9 * w - eta * g for w, g in zip(weights, gw, strict=True)]
            biases = [b - eta * g for b, g in zip(biases, gb, strict=True)]
    return weights, biases


@unlucky("train", "four to a batch, by np.split, the order sorted before", ("own batch", "order ignored"))
def train_sorted_in_fours(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        ordered = np.sort(order)
        for rows in np.split(ordered, range(4, len(ordered), 4)):
            gw, gb = grads(x[rows], target[rows], weights, biases)
            weights, biases = minus(weights, scaled(eta, gw)), minus(biases, scaled(eta, gb))
    return weights, biases


@unlucky("train", "for row in rows, and biases by a fixed rate", ("one at a time", "own eta"))
def train_rows_fixed_rate(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        for start in range(0, len(x), batch):
            for row in order[start : start + batch]:
                gw, gb = grads(x[[row]], target[[row]], weights, biases)
                weights = minus(weights, scaled(eta, gw))
                biases = minus(biases, scaled(0.01, gb))
    return weights, biases


@unlucky("train", "the update is indented one level too few", "batch dropped")
def train_update_after_batches(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        for start in range(0, len(x), batch):
            rows = order[start : start + batch]
            gw, gb = grads(x[rows], target[rows], weights, biases)
        weights, biases = minus(weights, scaled(eta, gw)), minus(biases, scaled(eta, gb))
    return weights, biases


@unlucky("train", "sign descent on the weights, first layer frozen", ("clipped", "not updated"))
def train_sign_frozen(x, target, weights, biases, eta, batch, orders):
    ws, bs = list(weights), list(biases)
    for order in orders:
        for start in range(0, len(x), batch):
            rows = order[start : start + batch]
            gw, gb = grads(x[rows], target[rows], ws, bs)
            for k in range(1, len(ws)):
                ws[k] = ws[k] - eta * np.sign(gw[k])
                bs[k] = bs[k] - eta * np.sign(gb[k])
    return ws, bs


@unlucky("train", "copies of the parameters are taken inside the loop over epochs", "epochs")
def train_fresh_copies(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        ws, bs = [w.copy() for w in weights], [b.copy() for b in biases]
        for start in range(0, len(x), batch):
            rows = order[start : start + batch]
            gw, gb = grads(x[rows], target[rows], ws, bs)
            for p, g in zip([*ws, *bs], [*gw, *gb], strict=True):
                p[...] = p - eta * g
    return ws, bs


@unlucky("train", "the whole of an epoch in one, and η² by a helper that had it already", ("no batches", "eta twice"))
def train_whole_epoch_squared(x, target, weights, biases, eta, batch, orders):
    def steps(rows):
        return [scaled(eta, g) for g in grads(x[rows], target[rows], weights, biases)]

    for order in orders:
        sw, sb = steps(order)
        weights, biases = minus(weights, scaled(eta, sw)), minus(biases, scaled(eta, sb))
    return weights, biases


# =================================================================== update


@unlucky("update", "adds for the biases alone", "uphill")
def upd_biases_up(weights, biases, dL_dw, dL_db, eta):
    return minus(weights, scaled(eta, dL_dw)), [b + eta * g for b, g in zip(biases, dL_db, strict=True)]


@unlucky("update", "brackets round the difference, and a plus in them", ("brackets", "uphill"))
def upd_bracket_plus(weights, biases, dL_dw, dL_db, eta):
    def move(p, g):
        return eta * (p + g)

    return list(map(move, weights, dL_dw)), list(map(move, biases, dL_db))


@unlucky("update", "the step of the last layer is returned as its weights", "step alone")
def upd_last_step_alone(weights, biases, dL_dw, dL_db, eta):
    ws = []
    for k in range(len(weights)):
        w = weights[k] if k < len(weights) - 1 else 0
        ws.append(w - eta * dL_dw[k])
    return ws, minus(biases, scaled(eta, dL_db))


@unlucky("update", "a bias goes by the sum of its neuron's weight gradients", "dw for db")
def upd_bias_by_rows(weights, biases, dL_dw, dL_db, eta):
    ws = [w - eta * g for w, g in zip(weights, dL_dw, strict=True)]
    return ws, [b - eta * np.einsum("jk->j", g) for b, g in zip(biases, dL_dw, strict=True)]


@unlucky("update", "the root of η for weights, nothing for biases", ("eta twice", "no eta"))
def upd_root_and_none(weights, biases, dL_dw, dL_db, eta):
    ws = [w - np.sqrt(eta) * g for w, g in zip(weights, dL_dw, strict=True)]
    bs = [b - g for b, g in zip(biases, dL_db, strict=True)]
    return ws, bs


@unlucky("update", "RMSprop at its first step, without its memory", "clipped | normalised")
def upd_rmsprop_first(weights, biases, dL_dw, dL_db, eta):
    class RMSprop:
        def __call__(self, params, gradients):
            return [p - eta * g / np.sqrt(g**2 + 1e-8) for p, g in zip(params, gradients, strict=True)]

    step = RMSprop()
    return step(weights, dL_dw), step(biases, dL_db)


@unlucky("update", "0.01 as it is usual, η is never read; biases are kept", ("own eta", "not updated"))
def upd_usual_rate(weights, biases, dL_dw, dL_db, eta):
    rate = 0.01
    return [w - rate * g for w, g in zip(weights, dL_dw, strict=True)], [b.copy() for b in biases]


@unlucky("update", "0.1 w as a penalty in each weight's gradient", "extra term")
def upd_penalty(weights, biases, dL_dw, dL_db, eta):
    return [w - eta * (g + 0.1 * w) for w, g in zip(weights, dL_dw, strict=True)], minus(biases, scaled(eta, dL_db))


@unlucky("update", "weights twice, biases over g.size", ("twice updated | double", "step over n"))
def upd_twice_and_size(weights, biases, dL_dw, dL_db, eta):
    ws, bs = weights, biases
    for _ in range(2):
        ws = minus(ws, [eta * g for g in dL_dw])
    bs = minus(bs, [eta * g / g.size for g in dL_db])
    return ws, bs


@unlucky("update", "w stands for g in the first layer", "weight for gradient")
def upd_w_for_g_first(weights, biases, dL_dw, dL_db, eta):
    gradients = [weights[0], *dL_dw[1:]]
    return minus(weights, scaled(eta, gradients)), minus(biases, scaled(eta, dL_db))


@unlucky("update", "divides by η; the biases are zipped with nothing", ("eta divides", "not updated"))
def upd_divides_biases_kept(weights, biases, dL_dw, dL_db, eta):
    return [w - np.true_divide(g, eta) for w, g in zip(weights, dL_dw, strict=True)], [b - 0 for b in biases]


@unlucky("update", "η halves from layer to layer", "eta decays | own eta")
def upd_eta_by_layer(weights, biases, dL_dw, dL_db, eta):
    ws, bs = [], []
    for w, b, gw, gb in zip(weights, biases, dL_dw, dL_db, strict=True):
        ws.append(w - eta * gw)
        bs.append(b - eta * gb)
        eta /= 2
    return ws, bs


@unlucky("update", "gradient read column by column; first layer left alone", ("gradient transposed", "not updated"))
def upd_fortran_first_kept(weights, biases, dL_dw, dL_db, eta):
    ws = [w - eta * g.ravel(order="F").reshape(w.shape) for w, g in zip(weights[1:], dL_dw[1:], strict=True)]
    bs = [b - eta * g for b, g in zip(biases[1:], dL_db[1:], strict=True)]
    return [weights[0], *ws], [biases[0], *bs]


@unlucky("update", "one long vector, the gradients packed bias first", "dw for db | order | other source")
def upd_packed_otherwise(weights, biases, dL_dw, dL_db, eta):
    p = np.concatenate([v.ravel() for v in (*weights, *biases)])
    g = np.concatenate([v.ravel() for v in (*dL_db, *dL_dw)])
    p = p - eta * g
    parts = np.split(p, np.cumsum([v.size for v in (*weights, *biases)])[:-1])
    new = [v.reshape(old.shape) for v, old in zip(parts, (*weights, *biases), strict=True)]
    return new[: len(weights)], new[len(weights) :]


# =================================================================== 00-code: one update


@unlucky("00-code", "the whole gradient's sum for each parameter", "sum over all")
def q0_sum(theta, gradient, eta):
    return theta - eta * np.sum(gradient)


@unlucky("00-code", "*= where -= was meant, with a plus", ("brackets", "uphill"))
def q0_times(theta, gradient, eta):
    return theta * (1 + eta * gradient)


@unlucky("00-code", "minus a negative learning rate, twice", ("eta twice", "uphill"))
def q0_minus_minus(theta, gradient, eta):
    return theta - (-eta) * eta * gradient


@unlucky("00-code", "the parameters exchanged, their gradients not", "order | beside | other source")
def q0_exchanged(theta, gradient, eta):
    return np.array([t - eta * g for t, g in zip(reversed(theta), gradient, strict=True)])


# =================================================================== 01-code: the chain rule


@unlucky("01-code", "plus for times, h′ at x", ("added", "dh at x"))
def q1_plus_at_x(g, dg, dh, x):
    return dh(x) + dg(x)


@unlucky("01-code", "g′ at g(x), and a 2 from a square that was none", ("dg place", "double"))
def q1_inner_place_double(g, dg, dh, x):
    y = g(x)
    return 2 * dh(y) * dg(y)


@unlucky("01-code", "g(x) for g′(x), by reusing y", "value for slope | dg missing")
def q1_reuses_y(g, dg, dh, x):
    y = g(x)
    return dh(y) * y


@unlucky("01-code", "divides by the inner derivative, with a minus", ("slope divides", "sign"))
def q1_implicit(g, dg, dh, x):
    return -dh(g(x)) / dg(x)


# =================================================================== 02-code: a layer


@unlucky("02-code", "subtracts b, and then σ(−z)", ("bias sign", "minus z"))
def q2_minus_both(feed, w, b):
    z = feed @ w.T - b
    return z, 1 / (1 + np.exp(z))


@unlucky("02-code", "z is set anew, not added to, in the loop over inputs", "one term")
def q2_last_input(feed, w, b):
    z = np.zeros((len(feed), len(w)))
    for i in range(feed.shape[1]):
        z = np.outer(feed[:, i], w[:, i])
    z = z + b
    return z, sigma(z)


@unlucky("02-code", "the biases' mean for each neuron, ReLU", ("other bias", "other activation"))
def q2_mean_bias_relu(feed, w, b):
    z = np.einsum("ni,ji->nj", feed, w) + b.mean()
    return z, z * (z > 0)


@unlucky("02-code", "standardises z by each neuron's spread", "normalised")
def q2_standardised(feed, w, b):
    z = np.vstack([w @ row + b for row in feed])
    z = (z - z.mean(axis=0)) / (z.std(axis=0) + 1e-9)
    return z, sigma(z)


# =================================================================== 03-code: one layer back


@unlucky("03-code", "mean error of the examples, slope of each", "one example")
def q3_mean_error(dC_dz, w, a):
    return a * (1 - a) * (dC_dz.mean(axis=0) @ w)


@unlucky("03-code", "1 − a alone, and squared weights", ("other slope", "weight size"))
def q3_part_and_square(dC_dz, w, a):
    return (1 - a) * np.dot(dC_dz, w**2)


@unlucky("03-code", "max over the paths, and no slope", ("one path", "slope missing"))
def q3_max_path_bare(dC_dz, w, a):
    paths = dC_dz[:, :, None] * w[None]
    strongest = np.abs(paths).argmax(axis=1)
    return np.take_along_axis(paths, strongest[:, None, :], axis=1)[:, 0]


@unlucky("03-code", "an exponential for the slope's a", "slope point")
def q3_sigma_once_more(dC_dz, w, a):
    s = 1 / (1 + np.exp(-a))
    return (w.T @ dC_dz.T).T * s * (1 - s)


# =================================================================== 04-code: two outputs


@unlucky("04-code", "w3 for both wires", "other weights | beside")
def q4_one_wire(a, y1, y2, t1, t2, w3, w4):
    d = (y1 - t1, y2 - t2)
    back = sum(p * w3 for p in d)
    return (*d, a * (1 - a) * back)


@unlucky("04-code", "outputs with their slopes, the hidden one by the second path", ("output slope", "one path"))
def q4_slopes_second_path(a, y1, y2, t1, t2, w3, w4):
    d1, d2 = ((y - t) * y * (1 - y) for y, t in ((y1, t1), (y2, t2)))
    return d1, d2, d2 * w4 * a * (1 - a)


@unlucky("04-code", "sum of errors times sum of weights", "sums multiplied")
def q4_sums(a, y1, y2, t1, t2, w3, w4):
    d1, d2 = y1 - t1, y2 - t2
    return d1, d2, a * (1 - a) * (d1 + d2) * (w3 + w4)


@unlucky("04-code", "targets first; and a for a (1 − a)", ("swapped", "other slope"))
def q4_targets_first(a, y1, y2, t1, t2, w3, w4):
    d = np.subtract((t1, t2), (y1, y2))
    return d[0], d[1], a * float(d @ (w3, w4))


# =================================================================== 05-code: the loop


@unlucky("05-code", "range(1, updates), and a step that is halved each time", ("one update", "eta decays"))
def q5_from_one(network, x, target, eta, updates):
    for k in range(1, updates):
        network = network.updated(network.backward(network.forward(x), target), eta * 0.5**k)
    return network


@unlucky("05-code", "forward before the loop, its values are stale; backward is made anew", "old pass")
def q5_stale_forward(network, x, target, eta, updates):
    forward = network.forward(x)
    for _ in range(updates):
        backward = network.backward(forward, target)
        network = network.updated(backward, eta)
    return network


@unlucky("05-code", "one example each update, in turn", "one example | one at a time")
def q5_in_turn(network, x, target, eta, updates):
    for k in range(updates):
        i = k % len(x)
        network = network.updated(network.backward(network.forward(x[[i]]), target[[i]]), eta)
    return network


@unlucky("05-code", "minus η, as updated is believed to add; mean over the examples", ("uphill", "step over n"))
def q5_minus_eta_mean(network, x, target, eta, updates):
    def again(net, left):
        if not left:
            return net
        return again(net.updated(net.backward(net.forward(x), target), -eta / len(x)), left - 1)

    return again(network, updates)


# =================================================================== 06-code: z σ(z) and its slope


@unlucky("06-code", "z is multiplied by σ′ alone; and 1 − σ as the value's gate", ("product rule", "minus z"))
def q6_other_gate(z):
    s = sigma(z)
    return z * (1 - s), z * s * (1 - s)


@unlucky("06-code", "slope first, and σ alone for the value", ("pair order", "no z"))
def q6_slope_first(z):
    s = sigma(z)
    return s + z * s * (1 - s), s


@unlucky("06-code", "quotient rule of z / (1 + e⁻ᶻ), a plus for its minus", "product rule | sign")
def q6_quotient_rule(z):
    e = np.exp(-z)
    return z / (1 + e), ((1 + e) + -z * e) / (1 + e) ** 2


@unlucky("06-code", "tanh for σ in the gate, its slope still σ's", ("other activation", "product rule | other slope"))
def q6_tanh_gate(z):
    t = np.tanh(z)
    return z * t, t + z * t * (1 - t)
