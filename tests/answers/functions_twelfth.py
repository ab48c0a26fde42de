"""A twelfth set of wrong functions, by somebody who saw neither the package nor its verdicts."""

from functools import reduce
from itertools import accumulate, pairwise

import numpy as np
from entries import collecting, sigma

ENTRIES = []
unseen = collecting(ENTRIES, "twelfth, ")

# ------------------------------------------------- what learners have at hand, and it is right


def layer_out(feed, pair):
    w, b = pair
    return sigma(feed @ w.T + b)


def activations(x, weights, biases):
    """x, then each layer's a."""
    return list(accumulate(zip(weights, biases, strict=True), layer_out, initial=x))


def blame(acts, target, weights):
    """dC_dz of every layer; acts begins with x."""
    ds = [acts[-1] - target]
    for act, w in zip(acts[-2:0:-1], weights[:0:-1], strict=True):
        ds.append((ds[-1] @ w) * act * (1 - act))
    return ds[::-1]


def products(acts, ds):
    return [np.einsum("nj,nk->jk", d, f) for d, f in zip(ds, acts, strict=False)], [d.sum(axis=0) for d in ds]


def gradient(x, target, weights, biases):
    acts = activations(x, weights, biases)
    return products(acts, blame(acts, target, weights))


def descend(params, grads, eta):
    return [p - eta * g for p, g in zip(params, grads, strict=True)]


def both_descend(weights, biases, grads, eta):
    return descend(weights, grads[0], eta), descend(biases, grads[1], eta)


def split(order, size):
    return [order[i : i + size] for i in range(0, len(order), size)]


def prime(a):
    return a * (1 - a)


# =================================================================== backward


@unseen("backward", "the slope has cancelled at the top, so the first step back goes without too", "slope missing")
def backward_top_step_bare(z, a, target, weights):
    top = len(a) - 1
    found = {top: a[top] - target}
    for k in range(top - 1, -1, -1):
        slope = prime(a[k]) if k + 1 < top else 1.0
        found[k] = (found[k + 1] @ weights[k + 1]) * slope
    return [found[k] for k in range(top + 1)]


@unseen("backward", "multiplies in the loop and, to be sure, once more when the list is handed over", "slope twice")
def backward_slope_at_return(z, a, target, weights):
    ds = [a[-1] - target]
    for k in range(len(a) - 2, -1, -1):
        ds.append((ds[-1] @ weights[k + 1]) * prime(a[k]))
    *hidden, out = ds[::-1]
    return [d * prime(act) for d, act in zip(hidden, a, strict=False)] + [out]


class SquaredErrorLayer:
    """One layer of an object-oriented worksheet on the squared error without its half."""

    def __init__(self, act, w_next, after):
        self.act, self.w_next, self.after = act, w_next, after

    def delta(self, target):
        if self.after is None:
            return 2 * (self.act - target) * self.act * (1 - self.act)
        return (self.after.delta(target) @ self.w_next) * self.act * (1 - self.act)


@unseen("backward", "a class a layer; (y − t)² without ½ is derived", ("output slope", "double"))
def backward_classes_squared(z, a, target, weights):
    layers, after = [], None
    for k in range(len(a) - 1, -1, -1):
        after = SquaredErrorLayer(a[k], weights[k + 1] if after else None, after)
        layers.insert(0, after)
    return [layer.delta(target) for layer in layers]


@unseen("backward", "a mean squared error over the examples", ("output slope", "over n | mean of terms"))
def backward_mse_over_examples(z, a, target, weights):
    def step(ds, k):
        return [prime(a[k]) * (ds[0] @ weights[k + 1]), *ds]

    start = prime(a[-1]) * (a[-1] - target) / target.shape[0]
    return reduce(step, range(len(a) - 2, -1, -1), [start])


@unseen("backward", "desired minus actual, and plain matrix products after it", ("swapped", "slope missing"))
def backward_desired_minus_actual(z, a, target, weights):
    return list(accumulate(weights[:0:-1], np.matmul, initial=target - a[-1]))[::-1]


@unseen("backward", "the cost is a mean over the two outputs", "half | mean of terms")
def backward_mean_over_outputs(z, a, target, weights):
    d = (a[-1] - target) / target.shape[-1]
    ds = [d]
    for k in reversed(range(len(weights) - 1)):
        d = d.dot(weights[k + 1]) * prime(a[k])
        ds.insert(0, d)
    return ds


@unseen("backward", "what comes over the wires is averaged, so that wide layers do not blow up", "mean of terms")
def backward_averages_wires(z, a, target, weights):
    ds = [a[-1] - target]
    for k in reversed(range(len(weights) - 1)):
        over_wires = ds[0][:, :, np.newaxis] * weights[k + 1][np.newaxis]
        ds.insert(0, over_wires.mean(axis=1) * prime(a[k]))
    return ds


@unseen("backward", "dz/da for da/dz, and target minus output", ("swapped", "slope divides"))
def backward_inverted_slope(z, a, target, weights):
    ds = [target - a[-1]]
    for act, w in zip(reversed(a[:-1]), reversed(weights[1:]), strict=True):
        dz_da = 1 / (act * (1 - act))
        ds = [(ds[0] @ w) * dz_da, *ds]
    return ds


@unseen("backward", "one slope a neuron, at its mean z over the batch", "slope point | one example")
def backward_slope_at_mean_z(z, a, target, weights):
    ds = [a[-1] - target]
    for k in range(len(a) - 2, -1, -1):
        point = sigma(z[k].mean(axis=0))
        ds.insert(0, (ds[0] @ weights[k + 1]) * point * (1 - point))
    return ds


@unseen("backward", "hard sigmoid's slope, from a mobile library", "other slope")
def backward_hard_sigmoid(z, a, target, weights):
    ds = [a[-1] - target]
    for k in range(len(a) - 2, -1, -1):
        ds.insert(0, np.where(np.abs(z[k]) < 2.5, 0.2, 0.0) * (ds[0] @ weights[k + 1]))
    return ds


@unseen("backward", "relu's mask in the first hidden layer alone", "other slope")
def backward_relu_first_layer(z, a, target, weights):
    slopes = [prime(act) for act in a]
    slopes[0] = np.heaviside(z[0], 0)
    ds = [a[-1] - target]
    for k in range(len(a) - 2, -1, -1):
        ds.insert(0, slopes[k] * np.einsum("nj,jk->nk", ds[0], weights[k + 1]))
    return ds


@unseen("backward", "the prediction is first made 0 or 1", "rounded")
def backward_class_decided(z, a, target, weights):
    decided = (a[-1] > 0.5).astype(float)
    ds = [decided - target]
    for k in range(len(a) - 2, -1, -1):
        ds.insert(0, prime(a[k]) * (ds[0] @ weights[k + 1]))
    return ds


@unseen("backward", "broadcasts the first row of targets", "one example | targets apart | other target")
def backward_first_target_row(z, a, target, weights):
    ds = [a[-1] - target[0]]
    for k in range(len(a) - 2, -1, -1):
        ds.insert(0, prime(a[k]) * (ds[0] @ weights[k + 1]))
    return ds


@unseen("backward", "hidden deltas are stored with a minus, for one goes down", "sign")
def backward_stores_minus(z, a, target, weights):
    d = a[-1] - target
    out = [d]
    for k in range(len(a) - 2, -1, -1):
        d = prime(a[k]) * (d @ weights[k + 1])
        out.insert(0, -d)
    return out


@unseen("backward", "of all wires out of a neuron the thickest alone", "one path")
def backward_thickest_wire(z, a, target, weights):
    ds = [a[-1] - target]
    for k in range(len(a) - 2, -1, -1):
        w = weights[k + 1]
        thick = np.argmax(np.abs(w), axis=0)
        ds.insert(0, ds[0][:, thick] * w[thick, np.arange(w.shape[1])] * prime(a[k]))
    return ds


@unseen("backward", "range(1, …) over the neurons of the next layer", "one term")
def backward_range_from_one(z, a, target, weights):
    ds = [a[-1] - target]
    for k in range(len(a) - 2, -1, -1):
        total = np.zeros_like(a[k])
        for j in range(1, weights[k + 1].shape[0]):
            total += np.outer(ds[0][:, j], weights[k + 1][j])
        ds.insert(0, total * prime(a[k]))
    return ds


@unseen("backward", "each layer gets the sum of the output's errors", "output error | no weights + not delta")
def backward_broadcast_error(z, a, target, weights):
    error = a[-1] - target
    felt = error.sum(axis=1, keepdims=True)
    return [felt * prime(act) for act in a[:-1]] + [error]


@unseen("backward", "the last step back, to the first layer, merely adds up", "no weights")
def backward_first_adds_up(z, a, target, weights):
    ds = [a[-1] - target]
    for k in range(len(a) - 2, 0, -1):
        ds.insert(0, prime(a[k]) * (ds[0] @ weights[k + 1]))
    ds.insert(0, prime(a[0]) * ds[0].sum(axis=1)[:, None])
    return ds


@unseen("backward", "sends the next layer's activations back in place of its blame", "not delta")
def backward_sends_activations(z, a, target, weights):
    hidden = [prime(now) * (after @ w) for (now, after), w in zip(pairwise(a), weights[1:], strict=True)]
    return [*hidden, a[-1] - target]


@unseen("backward", "learns while it goes back, with a rate of a half", "updated")
def backward_learns_on_the_way(z, a, target, weights):
    ds = [a[-1] - target]
    for k in range(len(a) - 2, -1, -1):
        w = weights[k + 1] - 0.5 * ds[0].T @ a[k]
        ds.insert(0, (ds[0] @ w) * prime(a[k]))
    return ds


@unseen("backward", "learns while it goes back, and has no slope", ("updated", "slope missing"))
def backward_learns_without_slope(z, a, target, weights):
    d = a[-1] - target
    ds = [d]
    for act, w in zip(a[-2::-1], weights[:0:-1], strict=True):
        stepped = w - 0.3 * (d.T @ act)
        d = d @ stepped
        ds.insert(0, d)
    return ds


@unseen("backward", "the first layer's is multiplied by its a, as for a weight", "extra a")
def backward_first_times_a(z, a, target, weights):
    ds = blame([None, *a], target, weights)
    return [ds[0] * a[0], *ds[1:]]


@unseen("backward", "a tenth of target minus output", ("eta in gradient", "swapped"))
def backward_tenth_of_swapped(z, a, target, weights):
    ds = [0.1 * np.subtract(target, a[-1])]
    for k in range(len(a) - 2, -1, -1):
        ds.insert(0, prime(a[k]) * (ds[0] @ weights[k + 1]))
    return ds


@unseen("backward", "starts from y as it is, and goes back through tanh", ("no target", "other slope"))
def backward_y_through_tanh(z, a, target, weights):
    ds = [a[-1].copy()]
    for k in range(len(a) - 2, -1, -1):
        ds.insert(0, (1 - np.square(a[k])) * (ds[0] @ weights[k + 1]))
    return ds


@unseen("backward", "at the first layer da/dz dz/da alone, summed", "error missing")
def backward_first_local_only(z, a, target, weights):
    ds = blame([None, *a], target, weights)
    ds[0] = prime(a[0]) * weights[1].sum(axis=0)
    return ds


@unseen("backward", "stores the blame before its slope, carries on with the right", "slope missing | other quantity")
def backward_stored_too_soon(z, a, target, weights):
    d = a[-1] - target
    stored = [d]
    for k in range(len(a) - 2, -1, -1):
        d = d @ weights[k + 1]
        stored.insert(0, d)
        d = d * prime(a[k])
    return stored


@unseen("backward", "twice the error, kept between −½ and ½", ("clipped", "double"))
def backward_clipped_double(z, a, target, weights):
    ds = [np.clip(2 * (a[-1] - target), -0.5, 0.5)]
    for k in range(len(a) - 2, -1, -1):
        ds.insert(0, np.clip(prime(a[k]) * (ds[0] @ weights[k + 1]), -0.5, 0.5))
    return ds


@unseen("backward", "a penalty for neurons that are often on", "extra term")
def backward_sparse_penalty(z, a, target, weights):
    ds = [a[-1] - target]
    for k in range(len(a) - 2, -1, -1):
        back = ds[0] @ weights[k + 1] + 0.2 * (a[k] - 0.05)
        ds.insert(0, back * prime(a[k]))
    return ds


@unseen("backward", "∂C/∂y with 0.1 in the denominator, then the slope", "guard")
def backward_guarded_quotient(z, a, target, weights):
    y = a[-1]
    dC_dy = (y - target) / (y * (1 - y) + 0.1)
    ds = [dC_dy * prime(y)]
    for k in range(len(a) - 2, -1, -1):
        ds.insert(0, prime(a[k]) * (ds[0] @ weights[k + 1]))
    return ds


@unseen("backward", "columns for examples, and reshape for .T", "transposed | other weights")
def backward_reshape_for_transpose(z, a, target, weights):
    d = (a[-1] - target).T
    ds = [d.T]
    for k in range(len(a) - 2, -1, -1):
        rows, columns = weights[k + 1].shape
        d = (weights[k + 1].reshape(columns, rows) @ d) * prime(a[k]).T
        ds.insert(0, d.T)
    return ds


@unseen(
    "backward",
    "∂C/∂y at the top, and below it e (1 − e) of what comes back",
    ("output slope missing", "slope of error"),
)
def backward_e_one_minus_e(z, a, target, weights):
    y = a[-1]
    e = (y - target) / (y * (1 - y))
    ds = [e]
    for w in weights[:0:-1]:
        e = e @ w
        e = e * e * (1 - e)
        ds.insert(0, e)
    return ds


@unseen("backward", "the output's error is halved, the slope is added", ("slope added", "half"))
def backward_half_and_plus(z, a, target, weights):
    ds = [0.5 * (a[-1] - target)]
    for k in range(len(a) - 2, -1, -1):
        ds.insert(0, ds[0] @ weights[k + 1] + prime(a[k]))
    return ds


@unseen("backward", "half of the square goes back over the sizes of the weights", ("error power", "weight size"))
def backward_cost_over_sizes(z, a, target, weights):
    ds = [(a[-1] - target) ** 2 / 2]
    for k in range(len(a) - 2, -1, -1):
        ds.insert(0, prime(a[k]) * (ds[0] @ np.abs(weights[k + 1])))
    return ds


@unseen("backward", "−t/y, as for classes, and not taken to z", ("part of loss", "output slope missing"))
def backward_minus_t_over_y(z, a, target, weights):
    ds = [np.negative(target) / a[-1]]
    for k in range(len(a) - 2, -1, -1):
        ds.insert(0, prime(a[k]) * (ds[0] @ weights[k + 1]))
    return ds


@unseen("backward", "takes the list of z throughout", ("z for y", "slope point"))
def backward_z_throughout(z, a, target, weights):
    ds = [z[-1] - target]
    for k in range(len(z) - 2, -1, -1):
        ds.insert(0, z[k] * (1 - z[k]) * (ds[0] @ weights[k + 1]))
    return ds


@unseen("backward", "the cost in decimal logarithms", "logarithm")
def backward_log_ten(z, a, target, weights):
    ds = [(a[-1] - target) / np.log(10)]
    for k in range(len(a) - 2, -1, -1):
        ds.insert(0, prime(a[k]) * (ds[0] @ weights[k + 1]))
    return ds


@unseen("backward", "softened targets, and each example's last wire", ("other target", "one path"))
def backward_softened_last_wire(z, a, target, weights):
    ds = [a[-1] - (0.2 + 0.6 * target)]
    for k in range(len(a) - 2, -1, -1):
        ds.insert(0, prime(a[k]) * ds[0][:, -1:] * weights[k + 1][-1])
    return ds


@unseen("backward", "a sum over n of the whole error, and the next slope again", ("times n", "slope place"))
def backward_times_n_next_slope(z, a, target, weights):
    ds = [(a[-1] - target) * len(target)]
    for k in range(len(a) - 2, -1, -1):
        ds.insert(0, prime(a[k]) * ((ds[0] * prime(a[k + 1])) @ weights[k + 1]))
    return ds


@unseen("backward", "the batch's mean blame goes back, over squared weights", ("one example", "weight size"))
def backward_mean_blame_squares(z, a, target, weights):
    ds = [a[-1] - target]
    for k in range(len(a) - 2, -1, -1):
        typical = ds[0].mean(axis=0, keepdims=True)
        ds.insert(0, prime(a[k]) * (typical @ weights[k + 1] ** 2))
    return ds


# =================================================================== multiply


@unseen("multiply", "the whole product, inside the loop over the examples", "times n")
def multiply_product_in_loop(x, a, dC_dz):
    gw, gb = [], []
    for d, f in zip(dC_dz, [x, *a[:-1]], strict=True):
        w, b = np.zeros((d.shape[1], f.shape[1])), np.zeros(d.shape[1])
        for row in d:
            w += d.T @ f
            b += row
        gw.append(w)
        gb.append(b)
    return gw, gb


@unseen("multiply", "total blame times mean feed", ("sums multiplied", "over n | mean of terms"))
def multiply_total_times_mean(x, a, dC_dz):
    feeds = [x, *a[:-1]]
    gb = [d.sum(axis=0) for d in dC_dz]
    return [np.outer(b, f.mean(axis=0)) for b, f in zip(gb, feeds, strict=True)], gb


@unseen("multiply", "x is no activation, so the first layer has none to multiply by", "feeds nothing")
def multiply_x_is_no_activation(x, a, dC_dz):
    feeds = [np.ones_like(x), *a[:-1]]
    return products(feeds, dC_dz)


@unseen("multiply", "feeds are centred over the batch", "feed altered | normalised")
def multiply_centred(x, a, dC_dz):
    return products([f - f.mean(axis=0) for f in (x, *a[:-1])], dC_dz)


@unseen("multiply", "the slope of what feeds it, where it has one", "feeds slope")
def multiply_slope_of_feed(x, a, dC_dz):
    feeds = [x] + [act - act * act for act in a[:-1]]
    return [d.T @ f for d, f in zip(dC_dz, feeds, strict=True)], [d.sum(0) for d in dC_dz]


@unseen("multiply", "einsum with one letter too few for the biases", "bias fed")
def multiply_einsum_bias(x, a, dC_dz):
    pairs = list(zip(dC_dz, [x, *a[:-1]], strict=True))
    return [np.einsum("ij,ik->jk", *p) for p in pairs], [np.einsum("ij,ik->j", *p) for p in pairs]


@unseen(
    "multiply",
    "ones stand last in the feed, but the first column is read as the bias",
    ("other source | other source + feeds nothing", "bias fed"),
)
def multiply_ones_column(x, a, dC_dz):
    tables = []
    for d, f in zip(dC_dz, [x, *a[:-1]], strict=True):
        tables.append(d.T @ np.hstack([f, np.ones((len(f), 1))]))
    return [t[:, 1:] for t in tables], [t[:, 0] for t in tables]


@unseen("multiply", "sum() without an axis, broadcast into the zeros", "sum over all")
def multiply_sum_broadcast(x, a, dC_dz):
    gw, _ = products([x, *a], dC_dz)
    gb = [np.zeros(d.shape[1]) for d in dC_dz]
    for k, d in enumerate(dC_dz):
        gb[k] += d.sum()
    return gw, gb


@unseen("multiply", "the weights' line has slipped out of the loop over i", "one example")
def multiply_stale_i(x, a, dC_dz):
    gw, gb = [], []
    for d, f in zip(dC_dz, [x, *a[:-1]], strict=True):
        b, i = np.zeros(d.shape[1]), 0
        for i in range(len(d)):
            b = b + d[i]
        gw.append(np.outer(d[i], f[i]))
        gb.append(b)
    return gw, gb


@unseen("multiply", "i − 1 for the feed's example", "one example")
def multiply_neighbour_row(x, a, dC_dz):
    feeds = [x, *a[:-1]]
    gw = [sum(np.outer(d[i], f[i - 1]) for i in range(len(d))) for d, f in zip(dC_dz, feeds, strict=True)]
    return gw, [d.sum(axis=0) for d in dC_dz]


@unseen("multiply", "a sum that begins at example 1", "one term | batch dropped")
def multiply_from_one(x, a, dC_dz):
    feeds = [x, *a[:-1]]
    gw, gb = [], []
    for layer, d in enumerate(dC_dz):
        gw.append(sum(np.outer(d[i], feeds[layer][i]) for i in range(1, len(x))))
        gb.append(sum(d[i] for i in range(1, len(x))))
    return gw, gb


@unseen("multiply", "range(len − 1) for the biases: the output's are never filled in", "zero")
def multiply_output_bias_zero(x, a, dC_dz):
    gw = [d.T @ f for d, f in zip(dC_dz, [x, *a[:-1]], strict=True)]
    gb = [np.zeros(len(g)) for g in gw]
    for k in range(len(dC_dz) - 1):
        gb[k] = np.sum(dC_dz[k], axis=0)
    return gw, gb


@unseen("multiply", "feed.T @ d, brought to the right shape by reshape", "gradient transposed")
def multiply_reshaped(x, a, dC_dz):
    gw = []
    for d, f in zip(dC_dz, [x, *a[:-1]], strict=True):
        gw.append((f.T @ d).reshape(d.shape[1], f.shape[1]))
    return gw, [d.sum(axis=0) for d in dC_dz]


@unseen("multiply", "takes ∂C/∂z for ∂C/∂a and multiplies by every layer's slope", ("slope twice", "output slope"))
def multiply_slopes_again(x, a, dC_dz):
    return products([x, *a], [d * prime(act) for d, act in zip(dC_dz, a, strict=True)])


@unseen("multiply", "a bias's is weighted by how active its own neuron is", "extra a")
def multiply_own_activity(x, a, dC_dz):
    gw = [np.tensordot(d, f, axes=(0, 0)) for d, f in zip(dC_dz, [x, *a[:-1]], strict=True)]
    return gw, [np.einsum("nj,nj->j", d, act) for d, act in zip(dC_dz, a, strict=True)]


@unseen("multiply", "half of it, in the direction of descent", ("sign", "half"))
def multiply_minus_half(x, a, dC_dz):
    gw, gb = products([x, *a], dC_dz)
    return [-0.5 * g for g in gw], [-0.5 * g for g in gb]


@unseen("multiply", "// where / was meant, and that was not asked for either", ("over n | mean of terms", "rounded"))
def multiply_floor_division(x, a, dC_dz):
    gw, gb = products([x, *a], dC_dz)
    return [g // len(x) for g in gw], [g // len(x) for g in gb]


@unseen("multiply", "[:, 0] left from a test with one input", "other source")
def multiply_first_input_for_all(x, a, dC_dz):
    gw = []
    for d, f in zip(dC_dz, [x, *a[:-1]], strict=True):
        g = np.empty((d.shape[1], f.shape[1]))
        for k in range(f.shape[1]):
            g[:, k] = d.T @ f[:, 0]
        gw.append(g)
    return gw, [d.sum(axis=0) for d in dC_dz]


@unseen("multiply", "each gradient is brought to length one", "clipped | normalised")
def multiply_unit_length(x, a, dC_dz):
    gw, gb = products([x, *a], dC_dz)
    return [g / np.linalg.norm(g) for g in gw], [g / np.linalg.norm(g) for g in gb]


@unseen("multiply", "means that are kept within a tenth", ("clipped", "over n | mean of terms"))
def multiply_clipped_means(x, a, dC_dz):
    gw, gb = products([x, *a], dC_dz)
    return [np.clip(g / len(x), -0.1, 0.1) for g in gw], [np.clip(g / len(x), -0.1, 0.1) for g in gb]


@unseen("multiply", "biases are to learn slowly", "eta in gradient")
def multiply_slow_biases(x, a, dC_dz, bias_rate=0.2):
    gw, gb = products([x, *a], dC_dz)
    return gw, [bias_rate * g for g in gb]


@unseen("multiply", "the feed's square, and the bias is fed as well", ("feed altered", "bias fed"))
def multiply_square_feeds_all(x, a, dC_dz):
    feeds = [np.square(f) for f in (x, *a[:-1])]
    gw = [d.T @ f for d, f in zip(dC_dz, feeds, strict=True)]
    return gw, [g.sum(axis=1) for g in gw]


@unseen("multiply", "sums first for the weights, one sum for the biases", ("sums multiplied", "sum over all"))
def multiply_sums_and_one_sum(x, a, dC_dz):
    gw = [np.outer(d.sum(0), f.sum(0)) for d, f in zip(dC_dz, [x, *a[:-1]], strict=True)]
    return gw, [np.full(d.shape[1], np.sum(d)) for d in dC_dz]


@unseen(
    "multiply",
    "turned round by reshape, and the first biases wait for a layer before them",
    ("gradient transposed", "zero"),
)
def multiply_reshaped_no_first_bias(x, a, dC_dz):
    gw = [np.reshape(f.T @ d, (d.shape[1], -1)) for d, f in zip(dC_dz, [x, *a[:-1]], strict=True)]
    gb = [np.zeros(dC_dz[0].shape[1])] + [d.sum(axis=0) for d in dC_dz[1:]]
    return gw, gb


@unseen("multiply", "the running total is not set to 0 between two weights", "extra term | other source")
def multiply_total_not_reset(x, a, dC_dz):
    gw = []
    for d, f in zip(dC_dz, [x, *a[:-1]], strict=True):
        g = np.zeros((d.shape[1], f.shape[1]))
        for j in range(d.shape[1]):
            total = 0.0
            for k in range(f.shape[1]):
                for i in range(len(x)):
                    total += d[i, j] * f[i, k]
                g[j, k] = total
        gw.append(g)
    return gw, [d.sum(axis=0) for d in dC_dz]


@unseen("multiply", "the first example, twice its outer product", ("one example", "double"))
def multiply_first_twice(x, a, dC_dz):
    feeds = [x, *a[:-1]]
    return [2 * np.outer(d[0], f[0]) for d, f in zip(dC_dz, feeds, strict=True)], [2 * d[0] for d in dC_dz]


@unseen("multiply", "at the output a weight's is minus its bias's", ("feeds nothing", "sign"))
def multiply_output_like_bias(x, a, dC_dz):
    gw, gb = products([x, *a], dC_dz)
    gw[-1] = -np.repeat(gb[-1][:, None], gw[-1].shape[1], axis=1)
    return gw, gb


@unseen("multiply", "each feed's row is made to sum to one", "normalised | feed altered")
def multiply_rows_to_one(x, a, dC_dz):
    feeds = [x] + [act / act.sum(axis=1, keepdims=True) for act in a[:-1]]
    return products(feeds, dC_dz)


@unseen("multiply", "the biases' list is filled from its end", "beside | other source")
def multiply_biases_from_end(x, a, dC_dz):
    gw, gb = products([x, *a], dC_dz)
    return gw, [b[::-1].copy() for b in gb]


# =================================================================== forward


@unseen("forward", "e^z in the denominator of the hidden layers, the output's own function is right", "minus z")
def forward_hidden_plus_exponent(x, weights, biases):
    zs, acts = [], [x]
    for w, b in zip(weights, biases, strict=True):
        zs.append(acts[-1] @ w.T + b)
        sign = -1 if len(zs) == len(weights) else 1
        acts.append(1 / (1 + np.exp(sign * zs[-1])))
    return zs, acts[1:]


@unseen("forward", "softmax at the output, over the batch", "other activation")
def forward_softmax_over_batch(x, weights, biases):
    zs, acts = [], []
    for k, (w, b) in enumerate(zip(weights, biases, strict=True)):
        zs.append((acts[-1] if k else x) @ w.T + b)
        acts.append(sigma(zs[-1]))
    e = np.exp(zs[-1])
    acts[-1] = e / e.sum(axis=0)
    return zs, acts


@unseen("forward", "z/(1 + |z|), and biases are for later", ("other activation", "no bias"))
def forward_softsign(x, weights, biases):
    zs, acts = [], []
    feed = x
    for w in weights:
        z = np.einsum("nk,jk->nj", feed, w)
        feed = z / (1 + np.abs(z))
        zs.append(z)
        acts.append(feed)
    return zs, acts


@unseen("forward", "10 to the power of −z", "other activation")
def forward_power_of_ten(x, weights, biases):
    zs, acts = [], [x]
    for w, b in zip(weights, biases, strict=True):
        zs.append(acts[-1] @ w.T + b)
        acts.append(1 / (1 + 10 ** -zs[-1]))
    return zs, acts[1:]


@unseen("forward", "in hidden layers the bias shifts the activation", "bias after")
def forward_shifted_hidden(x, weights, biases):
    zs, acts, feed = [], [], x
    for k, (w, b) in enumerate(zip(weights, biases, strict=True)):
        hidden = k < len(weights) - 1
        z = feed @ w.T if hidden else feed @ w.T + b
        feed = sigma(z) + b if hidden else sigma(z)
        zs.append(z)
        acts.append(feed)
    return zs, acts


@unseen("forward", "the output's bias is a gain", "bias times")
def forward_gain_at_output(x, weights, biases):
    acts = activations(x, weights, biases)
    zs = [f @ w.T + b for f, w, b in zip(acts, weights, biases, strict=False)]
    zs[-1] = (acts[-2] @ weights[-1].T) * biases[-1]
    return zs, [*acts[1:-1], sigma(zs[-1])]


@unseen("forward", "z holds the bias, and the function adds it once more", "bias twice")
def forward_bias_in_function(x, weights, biases):
    def neuron(z, b):
        return 1 / (1 + np.exp(-(z + b)))

    zs, acts = [], [x]
    for w, b in zip(weights, biases, strict=True):
        zs.append(acts[-1] @ w.T + b)
        acts.append(neuron(zs[-1], b))
    return zs, acts[1:]


@unseen("forward", "b[0] for the layer, and weights count by size", ("other bias", "weight size"))
def forward_first_bias_sizes(x, weights, biases):
    zs, acts = [], [x]
    for w, b in zip(weights, biases, strict=True):
        zs.append(acts[-1] @ np.abs(w).T + b[0])
        acts.append(sigma(zs[-1]))
    return zs, acts[1:]


@unseen("forward", "the output layer reads the list of z", "fed z")
def forward_output_reads_z(x, weights, biases):
    zs, acts = [], []
    for k, (w, b) in enumerate(zip(weights, biases, strict=True)):
        feed = x if k == 0 else zs[-1] if k == len(weights) - 1 else acts[-1]
        zs.append(feed @ w.T + b)
        acts.append(sigma(zs[-1]))
    return zs, acts


@unseen("forward", "each layer first squashes what it gets, though it has been squashed", "activation twice")
def forward_squashes_its_input(x, weights, biases):
    zs, acts = [], []
    for k, (w, b) in enumerate(zip(weights, biases, strict=True)):
        feed = sigma(acts[k - 1]) if k else x
        zs.append(feed @ w.T + b)
        acts.append(sigma(zs[k]))
    return zs, acts


@unseen("forward", "reshape to (inputs, neurons) for .T", "transposed | other weights")
def forward_reshape(x, weights, biases):
    zs, acts = [], [x]
    for w, b in zip(weights, biases, strict=True):
        zs.append(acts[-1] @ w.reshape(w.shape[::-1]) + b)
        acts.append(sigma(zs[-1]))
    return zs, acts[1:]


@unseen("forward", "squared weights, and e to the plus z", ("weight size", "minus z"))
def forward_energy(x, weights, biases):
    zs, acts = [], [x]
    for w, b in zip(weights, biases, strict=True):
        zs.append(acts[-1] @ (w**2).T + b)
        acts.append(1 / (1 + np.exp(zs[-1])))
    return zs, acts[1:]


@unseen("forward", "w[j, 0] is taken for the bias's place, so the sum begins at 1", "one term")
def forward_sum_from_one(x, weights, biases):
    zs, acts = [], [x]
    for w, b in zip(weights, biases, strict=True):
        f = acts[-1]
        z = np.array([[sum(w[j, k] * row[k] for k in range(1, len(row))) + b[j] for j in range(len(b))] for row in f])
        zs.append(z)
        acts.append(sigma(z))
    return zs, acts[1:]


@unseen("forward", "a weighted mean against a threshold", ("mean of terms", "bias sign"))
def forward_mean_and_threshold(x, weights, biases):
    zs, acts = [], [x]
    for w, threshold in zip(weights, biases, strict=True):
        zs.append(np.mean(acts[-1][:, None, :] * w, axis=-1) - threshold)
        acts.append(sigma(zs[-1]))
    return zs, acts[1:]


@unseen("forward", "in the first layer input plus weight, summed", "added")
def forward_first_adds(x, weights, biases):
    z = (x[:, None, :] + weights[0][None]).sum(axis=2) + biases[0]
    zs, acts = [z], [sigma(z)]
    for w, b in zip(weights[1:], biases[1:], strict=True):
        zs.append(acts[-1] @ w.T + b)
        acts.append(sigma(zs[-1]))
    return zs, acts


@unseen("forward", "whole numbers are written into z", "rounded")
def forward_integer_z(x, weights, biases):
    zs, acts = [], [x]
    for w, b in zip(weights, biases, strict=True):
        z = np.zeros((len(x), len(b)), dtype=int)
        z[:] = (acts[-1] @ w.T + b).astype(int)
        zs.append(z.astype(float))
        acts.append(sigma(z))
    return zs, acts[1:]


@unseen("forward", "z *= −1 for the exponent, after z has gone into the list", "in place | sign")
def forward_negated_in_list(x, weights, biases):
    zs, acts = [], [x]
    for w, b in zip(weights, biases, strict=True):
        z = acts[-1] @ w.T + b
        zs.append(z)
        z *= -1
        acts.append(1 / (1 + np.exp(z)))
    return zs, acts[1:]


@unseen("forward", "every z is standardised over the batch", "normalised")
def forward_batch_norm(x, weights, biases):
    zs, acts = [], [x]
    for w, b in zip(weights, biases, strict=True):
        z = acts[-1] @ w.T + b
        zs.append((z - z.mean(axis=0)) / z.std(axis=0))
        acts.append(sigma(zs[-1]))
    return zs, acts[1:]


@unseen("forward", "z[0] += b, as when there was one example", "one example | no bias")
def forward_bias_to_row_zero(x, weights, biases):
    zs, acts = [], [x]
    for w, b in zip(weights, biases, strict=True):
        z = acts[-1] @ w.T
        z[0] += b
        zs.append(z)
        acts.append(sigma(z))
    return zs, acts[1:]


@unseen("forward", "a comes first, and b enters twice", ("pair order", "bias twice"))
def forward_a_first_b_twice(x, weights, biases):
    acts = activations(x, weights, [2 * b for b in biases])
    zs = [f @ w.T + b + b for f, w, b in zip(acts, weights, biases, strict=False)]
    return acts[1:], zs


@unseen("forward", "the first layer's rows are read from the bottom", "other weights")
def forward_first_rows_upside_down(x, weights, biases):
    turned = [weights[0][::-1], *weights[1:]]
    acts = activations(x, turned, biases)
    return [f @ w.T + b for f, w, b in zip(acts, turned, biases, strict=False)], acts[1:]


@unseen("forward", "b is added only inside the function: z is listed without it", "no bias | other quantity")
def forward_z_before_bias(x, weights, biases):
    zs, acts = [], [x]
    for w, b in zip(weights, biases, strict=True):
        zs.append(acts[-1] @ w.T)
        acts.append(sigma(zs[-1] + b))
    return zs, acts[1:]


@unseen("forward", "no overflow: the function sees z between −½ and ½", "clipped | other activation")
def forward_clips_exponent(x, weights, biases):
    zs, acts = [], [x]
    for w, b in zip(weights, biases, strict=True):
        zs.append(acts[-1] @ w.T + b)
        acts.append(sigma(np.clip(zs[-1], -0.5, 0.5)))
    return zs, acts[1:]


@unseen("forward", "the last input left out, tanh in all layers", ("one term", "other activation"))
def forward_without_last_input(x, weights, biases):
    zs, acts = [], [x]
    for w, b in zip(weights, biases, strict=True):
        zs.append(acts[-1][:, :-1] @ w[:, :-1].T + b)
        acts.append(np.tanh(zs[-1]))
    return zs, acts[1:]


@unseen("forward", "z goes on, and a is σ of it with b added then", ("fed z", "bias after"))
def forward_linear_then_shift(x, weights, biases):
    zs = list(accumulate(weights, lambda f, w: f @ w.T, initial=x))[1:]
    return zs, [sigma(z) + b for z, b in zip(zs, biases, strict=True)]


# =================================================================== train


@unseen("train", "slices of x as it stands, and a mean gradient", ("order ignored", "step over n | over n"))
def train_slices_and_means(x, target, weights, biases, eta, batch, orders):
    for _ in orders:
        for i in range(0, len(x), batch):
            xb, tb = x[i : i + batch], target[i : i + batch]
            weights, biases = both_descend(weights, biases, gradient(xb, tb, weights, biases), eta / len(xb))
    return weights, biases


@unseen("train", "x is shuffled, the targets are not", "targets apart")
def train_targets_unshuffled(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        shuffled = x[order]
        for i in range(0, len(order), batch):
            grads = gradient(shuffled[i : i + batch], target[i : i + batch], weights, biases)
            weights, biases = both_descend(weights, biases, grads, eta)
    return weights, biases


@unseen("train", "argsort of the order: its inverse", "order ignored")
def train_inverse_order(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        for part in split(np.argsort(order), batch):
            weights, biases = both_descend(weights, biases, gradient(x[part], target[part], weights, biases), eta)
    return weights, biases


@unseen("train", "range(batch, …): the first batch is gone", "batch dropped")
def train_range_from_batch(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        for stop in range(batch, len(order), batch):
            part = order[stop : stop + batch]
            weights, biases = both_descend(weights, biases, gradient(x[part], target[part], weights, biases), eta)
    return weights, biases


@unseen("train", "array_split into n // batch parts, so none is small", "own batch")
def train_even_parts(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        for part in np.array_split(order, len(order) // batch):
            weights, biases = both_descend(weights, biases, gradient(x[part], target[part], weights, biases), eta)
    return weights, biases


@unseen("train", "all examples at once, with 0.01", ("no batches", "own eta"))
def train_all_at_a_hundredth(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        grads = gradient(x[order], target[order], weights, biases)
        weights, biases = both_descend(weights, biases, grads, 0.01)
    return weights, biases


@unseen("train", "the last example of a batch begins the next", "overlap")
def train_stride_too_short(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        for i in range(0, len(order), batch - 1):
            part = order[i : i + batch]
            weights, biases = both_descend(weights, biases, gradient(x[part], target[part], weights, biases), eta)
    return weights, biases


@unseen("train", "the copies are made inside the loop over epochs", "epochs")
def train_copies_each_epoch(x, target, weights, biases, eta, batch, orders):
    w, b = weights, biases
    for order in orders:
        w, b = [p.copy() for p in weights], [p.copy() for p in biases]
        for part in split(order, batch):
            w, b = both_descend(w, b, gradient(x[part], target[part], w, b), eta)
    return w, b


@unseen("train", "range(1, epochs), and target minus output", ("epochs", "swapped"))
def train_epochs_from_one_swapped(x, target, weights, biases, eta, batch, orders):
    for e in range(1, len(orders)):
        for part in split(orders[e], batch):
            acts = activations(x[part], weights, biases)
            ds = [target[part] - acts[-1]]
            for k in range(len(weights) - 1, 0, -1):
                ds.insert(0, (ds[0] @ weights[k]) * prime(acts[k]))
            weights, biases = both_descend(weights, biases, products(acts, ds), eta)
    return weights, biases


@unseen("train", "the sums are set to 0 once an epoch", "piles up")
def train_sums_per_epoch(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        sums = [np.zeros_like(p) for p in (*weights, *biases)]
        for part in split(order, batch):
            gw, gb = gradient(x[part], target[part], weights, biases)
            sums = [s + g for s, g in zip(sums, gw + gb, strict=True)]
            new = descend([*weights, *biases], sums, eta)
            weights, biases = new[: len(gw)], new[len(gw) :]
    return weights, biases


@unseen("train", "momentum for the weights, nothing for the biases", ("piles up", "not updated"))
def train_momentum_weights_only(x, target, weights, biases, eta, batch, orders):
    speed = [0 * w for w in weights]
    for order in orders:
        for part in split(order, batch):
            gw, _ = gradient(x[part], target[part], weights, biases)
            speed = [0.9 * v + g for v, g in zip(speed, gw, strict=True)]
            weights = descend(weights, speed, eta)
    return weights, biases


@unseen("train", "η is multiplied by 0.8 after each batch", "eta decays")
def train_cools(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        for part in split(order, batch):
            weights, biases = both_descend(weights, biases, gradient(x[part], target[part], weights, biases), eta)
            eta *= 0.8
    return weights, biases


@unseen("train", "the mean of what each epoch ended with", "averaged")
def train_mean_of_epochs(x, target, weights, biases, eta, batch, orders):
    ends = []
    for order in orders:
        for part in split(order, batch):
            weights, biases = both_descend(weights, biases, gradient(x[part], target[part], weights, biases), eta)
        ends.append(weights + biases)
    mean = [np.mean(same, axis=0) for same in zip(*ends, strict=True)]
    return mean[: len(weights)], mean[len(weights) :]


@unseen("train", "every batch's gradients are made at the epoch's start", "old pass | no batches")
def train_gradients_up_front(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        all_grads = [gradient(x[part], target[part], weights, biases) for part in split(order, batch)]
        for grads in all_grads:
            weights, biases = both_descend(weights, biases, grads, eta)
    return weights, biases


@unseen("train", "a layer steps as soon as its blame is known, and blame goes back through the stepped", "updated")
def train_steps_while_back(x, target, weights, biases, eta, batch, orders):
    w, b = list(weights), list(biases)
    for order in orders:
        for part in split(order, batch):
            acts = activations(x[part], w, b)
            d = acts[-1] - target[part]
            for k in reversed(range(len(w))):
                w[k] = w[k] - eta * d.T @ acts[k]
                b[k] = b[k] - eta * d.sum(axis=0)
                d = (d @ w[k]) * prime(acts[k])
    return w, b


@unseen("train", "for xi, ti in zip(x, target)", ("one at a time | own batch", "order ignored"))
def train_zip_rows(x, target, weights, biases, eta, batch, orders):
    for _ in range(len(orders)):
        for xi, ti in zip(x, target, strict=True):
            grads = gradient(xi[None], ti[None], weights, biases)
            weights, biases = both_descend(weights, biases, grads, eta)
    return weights, biases


@unseen("train", "full batches alone, and no slope on the way back", ("batch dropped", "slope missing"))
def train_full_batches_no_slope(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        for b in range(len(order) // batch):
            part = order[b * batch : (b + 1) * batch]
            acts = activations(x[part], weights, biases)
            ds = list(accumulate(weights[:0:-1], np.matmul, initial=acts[-1] - target[part]))[::-1]
            weights, biases = both_descend(weights, biases, products(acts, ds), eta)
    return weights, biases


@unseen("train", "orders[0] in each epoch, and weights decay", ("order ignored", "extra term"))
def train_first_order_decay(x, target, weights, biases, eta, batch, orders):
    for _ in orders:
        for part in split(orders[0], batch):
            gw, gb = gradient(x[part], target[part], weights, biases)
            gw = [g + 0.3 * w for g, w in zip(gw, weights, strict=True)]
            weights, biases = both_descend(weights, biases, (gw, gb), eta)
    return weights, biases


@unseen(
    "train",
    "the biases are taken anew from the arguments, and η is in the gradient already",
    ("not updated", "eta twice"),
)
def train_biases_stay_eta_squared(x, target, weights, biases, eta, batch, orders):
    def learn(w, part):
        scaled = [eta * g for g in gradient(x[part], target[part], w, biases)[0]]
        return descend(w, scaled, eta)

    parts = [part for order in orders for part in split(order, batch)]
    return reduce(learn, parts, weights), biases


@unseen(
    "train",
    "the step is divided by the batch's size, though the last batch is smaller, and added",
    ("uphill", "step over n | over n"),
)
def train_uphill_over_batch(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        for part in split(order, batch):
            grads = gradient(x[part], target[part], weights, biases)
            weights, biases = both_descend(weights, biases, grads, -eta / batch)
    return weights, biases


# =================================================================== update


@unseen("update", "η gets one more power in each layer", "eta twice")
def update_power_per_layer(weights, biases, dL_dw, dL_db, eta):
    rates = [eta ** (k + 1) for k in range(len(weights))]
    new_w = [w - r * g for w, r, g in zip(weights, rates, dL_dw, strict=True)]
    return new_w, [b - r * g for b, r, g in zip(biases, rates, dL_db, strict=True)]


@unseen("update", "eta *= 0.5 inside the loop over the layers", "eta decays")
def update_rate_halves(weights, biases, dL_dw, dL_db, eta):
    new_w, new_b = [], []
    for w, b, gw, gb in zip(weights, biases, dL_dw, dL_db, strict=True):
        new_w.append(w - eta * gw)
        new_b.append(b - eta * gb)
        eta *= 0.5
    return new_w, new_b


@unseen("update", "1 − η of the old, minus η of the gradient", "brackets | extra term")
def update_blend(weights, biases, dL_dw, dL_db, eta):
    def blend(old, g):
        return (1 - eta) * old - eta * g

    return list(map(blend, weights, dL_dw)), list(map(blend, biases, dL_db))


@unseen("update", "a running average of weight and gradient", ("brackets", "uphill"))
def update_running_average(weights, biases, dL_dw, dL_db, eta):
    mixed = [
        [(1 - eta) * p + eta * g for p, g in zip(*pair, strict=True)] for pair in ((weights, dL_dw), (biases, dL_db))
    ]
    return mixed[0], mixed[1]


@unseen("update", "the biases go up", "uphill")
def update_biases_up(weights, biases, dL_dw, dL_db, eta):
    return descend(weights, dL_dw, eta), [b + eta * g for b, g in zip(biases, dL_db, strict=True)]


@unseen("update", "biases by their weights' gradients, summed", "dw for db")
def update_bias_from_weights(weights, biases, dL_dw, dL_db, eta):
    return descend(weights, dL_dw, eta), [b - eta * g.sum(axis=1) for b, g in zip(biases, dL_dw, strict=True)]


@unseen("update", "the bias's gradient for each of the neuron's weights, and without η", ("dw for db", "no eta"))
def update_weights_from_bias(weights, biases, dL_dw, dL_db, eta):
    new_w = [w - g.reshape(-1, 1) for w, g in zip(weights, dL_db, strict=True)]
    return new_w, [b - g for b, g in zip(biases, dL_db, strict=True)]


@unseen("update", "range(len − 1): the output layer is left", "not updated")
def update_skips_output(weights, biases, dL_dw, dL_db, eta):
    w, b = list(weights), list(biases)
    for k in range(len(w) - 1):
        w[k] = w[k] - eta * dL_dw[k]
        b[k] = b[k] - eta * dL_db[k]
    return w, b


@unseen("update", "the root of the mean square divides each gradient", "clipped | normalised")
def update_rms(weights, biases, dL_dw, dL_db, eta):
    def move(p, g):
        return p - eta * g / np.sqrt(np.mean(g**2))

    return [move(*q) for q in zip(weights, dL_dw, strict=True)], [move(*q) for q in zip(biases, dL_db, strict=True)]


@unseen("update", "signs, and added", ("clipped", "uphill"))
def update_signs_up(weights, biases, dL_dw, dL_db, eta):
    new_w = [w + eta * np.sign(g) for w, g in zip(weights, dL_dw, strict=True)]
    return new_w, [b + eta * np.sign(g) for b, g in zip(biases, dL_db, strict=True)]


@unseen("update", "one total for all biases of a layer", "sum over all")
def update_total_for_biases(weights, biases, dL_dw, dL_db, eta):
    return descend(weights, dL_dw, eta), [b - eta * sum(g) for b, g in zip(biases, dL_db, strict=True)]


@unseen("update", "ravel in Fortran's order, and back", "gradient transposed")
def update_fortran(weights, biases, dL_dw, dL_db, eta):
    turned = [np.ravel(g, order="F").reshape(g.shape) for g in dL_dw]
    return descend(weights, turned, eta), descend(biases, dL_db, eta)


@unseen("update", "new parameters are kept with one decimal", "rounded")
def update_one_decimal(weights, biases, dL_dw, dL_db, eta):
    new_w, new_b = descend(weights, dL_dw, eta), descend(biases, dL_db, eta)
    return [w.round(1) for w in new_w], [b.round(1) for b in new_b]


@unseen("update", "the step is shared among a layer's weights; biases are left", ("step over n", "not updated"))
def update_shared_step(weights, biases, dL_dw, dL_db, eta):
    return [w - eta * g / g.size for w, g in zip(weights, dL_dw, strict=True)], [b.copy() for b in biases]


@unseen("update", "the biases are in both lists of parameters", "twice updated")
def update_biases_in_both_loops(weights, biases, dL_dw, dL_db, eta):
    w, b = list(weights), list(biases)
    for k, (gw, gb) in enumerate(zip(dL_dw, dL_db, strict=True)):
        w[k] = w[k] - eta * gw
        b[k] = b[k] - eta * gb
    for k, gb in enumerate(dL_db):
        b[k] = b[k] - eta * gb
    return w, b


@unseen("update", "what is left after w is forgotten: minus the gradient over η", ("step alone", "eta divides"))
def update_minus_g_over_eta(weights, biases, dL_dw, dL_db, eta):
    return [-g / eta for g in dL_dw], [-g / eta for g in dL_db]


@unseen("update", "w times 1 − η g at the output alone", "brackets")
def update_output_multiplies(weights, biases, dL_dw, dL_db, eta):
    new_w, new_b = descend(weights, dL_dw, eta), descend(biases, dL_db, eta)
    new_w[-1] = weights[-1] * (1 - eta * dL_dw[-1])
    return new_w, new_b


@unseen("update", "a penalty with the weight's sign, and its own 0.05", ("extra term", "own eta"))
def update_lasso(weights, biases, dL_dw, dL_db, eta, rate=0.05):
    new_w = [w - rate * (g + 2 * np.sign(w)) for w, g in zip(weights, dL_dw, strict=True)]
    return new_w, descend(biases, dL_db, rate)


# =================================================================== 00-code


@unseen("00-code", "η squared, and added", ("uphill", "eta twice"))
def q0_up_squared(theta, g, eta):
    return np.add(theta, eta**2 * g)


@unseen("00-code", "in per cent of the parameter", "brackets")
def q0_per_cent(theta, g, eta):
    return theta * (1 - eta * g)


@unseen("00-code", "a step of η, whichever way", "clipped")
def q0_sign_step(theta, g, eta):
    return np.where(g > 0, theta - eta, theta + eta)


@unseen("00-code", "sum(g) for both", "sum over all")
def q0_sum_of_slopes(theta, g, eta):
    return np.array([t - eta * sum(g) for t in theta])


@unseen("00-code", "brackets round the sum", ("brackets", "uphill"))
def q0_eta_of_sum(theta, g, eta):
    return eta * (theta + g)


@unseen("00-code", "return inside the loop", "not updated")
def q0_returns_early(theta, g, eta):
    new = theta.copy()
    for i in range(len(new)):
        new[i] -= eta * g[i]
        return new
    return new


@unseen("00-code", "divided by η and rounded to one decimal", ("eta divides", "rounded"))
def q0_divided_rounded(theta, g, eta):
    return np.round(theta - g / eta, 1)


# =================================================================== 01-code


@unseen("01-code", "g′ at g(x), and that is all", ("dh missing", "dg place"))
def q1_inner_at_inner(g, dg, dh, x):
    return dg(g(x))


@unseen("01-code", "slopes along the way add up, both at x", ("dh at x", "added"))
def q1_adds_at_x(g, dg, dh, x):
    return sum(slope(x) for slope in (dh, dg))


@unseen("01-code", "minus, as cosine's slope has one, and at x", ("sign", "dh at x"))
def q1_minus_at_x(g, dg, dh, x):
    return -dh(x) * dg(x)


@unseen("01-code", "adds up the two slopes, at the right points", "added")
def q1_adds(g, dg, dh, x):
    u = g(x)
    return np.add(dh(u), dg(x))


@unseen("01-code", "the value of g, where its slope is to be, and h′ at x", ("dh at x", "value for slope"))
def q1_value_and_point(g, dg, dh, x):
    return dh(x) * g(x)


@unseen("01-code", "the value of g once more, where its slope is to be", "value for slope")
def q1_value_again(g, dg, dh, x):
    u = g(x)
    return dh(u) * u


@unseen("01-code", "g(x) is added to the right product", "extra term")
def q1_plus_inner(g, dg, dh, x):
    return g(x) + dh(g(x)) * dg(x)


# =================================================================== 02-code


@unseen("02-code", "threshold subtracted, exponent without minus", ("bias sign", "minus z"))
def q2_threshold_exponent(x, w, b):
    z = x @ w.T - b
    return z, 1 / (1 + np.exp(z))


@unseen("02-code", "each neuron's weights are brought to length one", "normalised")
def q2_unit_weights(x, w, b):
    z = x @ (w / np.linalg.norm(w, axis=1, keepdims=True)).T + b
    return z, sigma(z)


@unseen("02-code", "z is overwritten by the function's out=", "in place | other quantity")
def q2_out_is_z(x, w, b):
    z = x @ w.T + b
    a = np.negative(z, out=z)
    np.exp(a, out=a)
    np.add(a, 1, out=a)
    np.reciprocal(a, out=a)
    return z, a


@unseen("02-code", "a mean over the inputs, and a comes first", ("mean of terms", "pair order"))
def q2_mean_a_first(x, w, b):
    z = x @ w.T / w.shape[1] + b
    return sigma(z), z


@unseen("02-code", "linear, without an offset", ("no activation", "no bias"))
def q2_linear(x, w, b):
    z = np.inner(x, w)
    return z, z.copy()


@unseen("02-code", "Gompertz's curve", "other activation")
def q2_gompertz(x, w, b):
    z = np.inner(x, w) + b
    return z, np.exp(-np.exp(-z))


@unseen("02-code", "the sum of the biases for each neuron", "other bias")
def q2_sum_of_biases(x, w, b):
    z = np.inner(x, w) + b.sum()
    return z, sigma(z)


# =================================================================== 03-code


@unseen("03-code", "sizes of the weights, no slope", ("slope missing", "weight size"))
def q3_sizes_no_slope(d, w, a):
    return np.einsum("nj,jk->nk", d, abs(w))


@unseen("03-code", "the first example's blame, broadcast", "one example")
def q3_first_blame(d, w, a):
    return a * (1 - a) * (d[0] @ w)


@unseen("03-code", "each column of the weights is divided by its length", "normalised")
def q3_unit_columns(d, w, a):
    return a * (1 - a) * (d @ (w / np.sqrt((w * w).sum(axis=0))))


@unseen("03-code", "over the first wire, with the slope squared", ("slope twice", "one path"))
def q3_first_wire_squared(d, w, a):
    return np.outer(d[:, 0], w[0]) * (a * (1 - a)) ** 2


@unseen("03-code", "blame for each by the sum of those above", "no weights")
def q3_plain_sum(d, w, a):
    return a * (1 - a) * d.sum(axis=1, keepdims=True)


@unseen("03-code", "a − 1 in the slope", "sign")
def q3_a_minus_one(d, w, a):
    return (d @ w) * a * (a - 1)


@unseen("03-code", "rows of the weights upside down, tanh's slope", ("other weights", "other slope"))
def q3_upside_down_tanh(d, w, a):
    return (d @ w[::-1]) * (1 - a**2)


# =================================================================== 04-code


@unseen("04-code", "w3 is taken out of a bracket it is not in", "other weights")
def q4_common_weight(a, y1, y2, t1, t2, w3, w4):
    e1, e2 = y1 - t1, y2 - t2
    return e1, e2, a * (1 - a) * w3 * (e1 + e2)


@unseen("04-code", "the mean of the two paths", "mean of terms | half")
def q4_mean_path(a, y1, y2, t1, t2, w3, w4):
    errors = np.array([y1 - t1, y2 - t2])
    return *errors, np.mean(errors * [w3, w4]) * a * (1 - a)


@unseen("04-code", "turned round, and a's slope forgotten", ("swapped", "slope missing"))
def q4_turned_no_slope(a, y1, y2, t1, t2, w3, w4):
    e = np.subtract((t1, t2), (y1, y2))
    return e[0], e[1], e @ (w3, w4)


@unseen("04-code", "a³'s friend: a a (1 − a)", "extra a | other slope")
def q4_a_a(a, y1, y2, t1, t2, w3, w4):
    first, second = y1 - t1, y2 - t2
    return first, second, a * a * (1 - a) * (w3 * first + w4 * second)


@unseen("04-code", "b (1 − b) of what comes back", "slope of error")
def q4_slope_of_blame(a, y1, y2, t1, t2, w3, w4):
    back = w3 * (y1 - t1) + w4 * (y2 - t2)
    return y1 - t1, y2 - t2, back * back * (1 - back)


@unseen("04-code", "the sizes of the errors, and the slope is added", ("error power", "slope added"))
def q4_sizes_plus(a, y1, y2, t1, t2, w3, w4):
    one, two = abs(y1 - t1), abs(y2 - t2)
    return one, two, a * (1 - a) + (w3 * one + w4 * two)


@unseen("04-code", "with the outputs' slopes, over the second wire", ("output slope", "one path"))
def q4_squared_second_wire(a, y1, y2, t1, t2, w3, w4):
    d1 = (y1 - t1) * y1 * (1 - y1)
    d2 = (y2 - t2) * y2 * (1 - y2)
    return d1, d2, w4 * d2 * a * (1 - a)


# =================================================================== 05-code


@unseen("05-code", "while with <= from 0", "one update")
def q5_one_too_many(network, x, target, eta, updates):
    done = 0
    while done <= updates:
        network = network.updated(network.backward(network.forward(x), target), eta)
        done += 1
    return network


@unseen("05-code", "forward stands before the loop", "old pass")
def q5_forward_once(network, x, target, eta, updates):
    passed = network.forward(x)
    for _ in range(updates):
        network = network.updated(network.backward(passed, target), eta)
    return network


@unseen("05-code", "adds, and begins to count at 1", ("uphill", "one update"))
def q5_up_from_one(network, x, target, eta, updates):
    for _ in range(1, updates):
        network = network.updated(network.backward(network.forward(x), target), -eta)
    return network


@unseen("05-code", "an update for each row", "one at a time")
def q5_each_row(network, x, target, eta, updates):
    for _ in range(updates):
        for i in range(len(x)):
            row = slice(i, i + 1)
            network = network.updated(network.backward(network.forward(x[row]), target[row]), eta)
    return network


@unseen("05-code", "η over the number of the update", "eta decays")
def q5_eta_over_number(network, x, target, eta, updates):
    def learn(net, number):
        return net.updated(net.backward(net.forward(x), target), eta / number)

    return reduce(learn, range(1, updates + 1), network)


@unseen("05-code", "the same gradient each time, and η squared", ("old pass", "eta twice"))
def q5_same_gradient_eta_squared(network, x, target, eta, updates):
    found = network.backward(network.forward(x), target)
    for _ in range(updates):
        network = network.updated(found, eta * eta)
    return network


@unseen("05-code", "targets[i − 1]: each example has the target of the one before", "targets apart")
def q5_targets_shifted(network, x, target, eta, updates):
    shifted = np.array([target[i - 1] for i in range(len(target))])
    for _ in range(updates):
        network = network.updated(network.backward(network.forward(x), shifted), eta)
    return network


@unseen("05-code", "η divided by the examples, and one update only", ("one update", "step over n | over n"))
def q5_mean_once(network, x, target, eta, updates):
    found = network.backward(network.forward(x), target)
    return network.updated(found, eta / len(x))


# =================================================================== 06-code


@unseen("06-code", "σ + z σ: 1 − σ is forgotten", "product rule")
def q6_without_rest(z):
    s = sigma(z)
    return z * s, s + z * s


@unseen("06-code", "σ for the value, z σ′ for the slope", ("no z", "product rule"))
def q6_sigma_and_z_sigma_prime(z):
    s = sigma(z)
    return s, z * s * (1 - s)


@unseen("06-code", "e^z in σ", "minus z")
def q6_plus_exponent(z):
    s = 1 / (1 + np.exp(z))
    return z * s, s + z * s * (1 - s)


@unseen("06-code", "a central difference over h, not 2 h", "double")
def q6_difference(z, h=1e-5):
    def swish(v):
        return v * sigma(v)

    return swish(z), (swish(z + h) - swish(z - h)) / h


@unseen("06-code", "tanh for σ, and the slope comes first", ("other activation", "pair order"))
def q6_tanh_slope_first(z):
    t = np.tanh(z)
    return t + z * (1 - t * t), z * t


@unseen("06-code", "minus between the product rule's terms", "product rule")
def q6_quotient_minus(z):
    s = sigma(z)
    return z * s, s - z * s * (1 - s)


@unseen("06-code", "σ twice", ("activation twice", "product rule"))
def q6_sigma_of_sigma(z):
    s = sigma(sigma(z))
    return z * s, s * (1 - s)
