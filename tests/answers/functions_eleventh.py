"""An eleventh set of wrong functions, by somebody who saw neither the package nor its verdicts."""

import math
from functools import partial, reduce
from itertools import accumulate, chain, count, cycle, islice, pairwise, product, starmap

import numpy as np
from entries import collecting, sigma

ENTRIES = []
unseen = collecting(ENTRIES, "eleventh, ")

# ------------------------------------------------- right helpers, as a learner has them from a lesson before


def ahead(x, weights, biases):
    """Every layer's a, with x in front."""
    return list(accumulate(zip(weights, biases, strict=True), lambda f, wb: sigma(f @ wb[0].T + wb[1]), initial=x))


def homeward(acts, target, weights):
    """Every layer's dC_dz; acts has x in front."""
    deltas = [acts[-1] - target]
    for w, act in zip(weights[:0:-1], acts[-2:0:-1], strict=True):
        deltas.append((deltas[-1] @ w) * act * (1 - act))
    return deltas[::-1]


def both(deltas, acts):
    """The gradients of weights and biases."""
    return [d.T @ f for d, f in zip(deltas, acts, strict=False)], [d.sum(axis=0) for d in deltas]


def gradients(x, target, weights, biases):
    acts = ahead(x, weights, biases)
    return both(homeward(acts, target, weights), acts)


def descend(old, slopes, eta):
    return [p - eta * s for p, s in zip(old, slopes, strict=True)]


def slope_at(a):
    return a * (1 - a)


# =================================================================== forward


@unseen("forward", "the stable sigmoid with |z|, its case for negative z forgotten", "other activation")
def forward_stable(x, weights, biases):
    zs, acts = [], []
    for w, b in zip(weights, biases, strict=True):
        zs.append((acts[-1] if acts else x) @ w.T + b)
        acts.append(1 / (1 + np.exp(-np.abs(zs[-1]))))
    return zs, acts


@unseen("forward", "powers of 2, not of e; the last layer has no bias", ("other activation", "no bias"))
def forward_powers_of_two(x, weights, biases):
    z, a = {}, {-1: x}
    last = len(weights) - 1
    for k in range(last + 1):
        z[k] = a[k - 1] @ weights[k].T
        if k < last:
            z[k] = z[k] + biases[k]
        a[k] = 1 / (1 + np.exp2(-z[k]))
    return list(z.values()), [a[k] for k in z]


@unseen("forward", "accumulate; the output has e^z where the hidden layers have e^−z", "minus z")
def forward_output_exponent(x, weights, biases):
    acts = ahead(x, weights, biases)
    zs = [f @ w.T + b for f, w, b in zip(acts, weights, biases, strict=False)]
    acts[-1] = np.power(1 + np.exp(zs[-1]), -1)
    return zs, acts[1:]


@unseen("forward", "the sum begins with the bias, and at the end the bias is added", "bias twice")
def forward_begins_with_bias(x, weights, biases):
    zs, acts = [], []
    feed = x
    for w, b in zip(weights, biases, strict=True):
        z = np.tile(b, (len(feed), 1))
        for i, column in enumerate(w.T):
            z += np.outer(feed[:, i], column)
        z += b
        feed = sigma(z)
        zs.append(z)
        acts.append(feed)
    return zs, acts


@unseen("forward", "neurons counted from 1 for the bias alone: neuron j has b[j − 1]", "other bias")
def forward_bias_counted_from_one(x, weights, biases):
    zs, acts, feed = [], [], x
    for w, b in zip(weights, biases, strict=True):
        z = np.stack([feed @ row + b[j - 1] for j, row in enumerate(w)], axis=1)
        zs, acts = [*zs, z], [*acts, sigma(z)]
        feed = acts[-1]
    return zs, acts


@unseen("forward", "three lines copied, and in the third x was not replaced", "fed x")
def forward_copied_lines(x, weights, biases):
    (w1, w2, w3), (b1, b2, b3) = weights, biases
    z1 = x @ w1.T + b1
    a1 = sigma(z1)
    z2 = a1 @ w2.T + b2
    a2 = sigma(z2)
    z3 = x @ w3.T + b3
    a3 = sigma(z3)
    return [z1, z2, z3], [a1, a2, a3]


@unseen("forward", "b as a threshold that is taken off, and z goes on", ("fed z", "bias sign"))
def forward_threshold(x, weights, biases):
    zs = list(accumulate(zip(weights, biases, strict=True), lambda f, wb: f @ wb[0].T - wb[1], initial=x))[1:]
    return zs, [sigma(z) for z in zs]


@unseen("forward", "zip runs over inputs and neurons together, not one within the other", "elementwise | one term")
def forward_zip_not_nested(x, weights, biases):
    zs, acts, feed = [], [], x
    for w, b in zip(weights, biases, strict=True):
        z = np.zeros((len(feed), len(w))) + b
        for j, (value, row) in enumerate(zip(feed.T, w, strict=False)):
            z[:, j] += value * row[j]
        feed = sigma(z)
        zs.append(z)
        acts.append(feed)
    return zs, acts


@unseen("forward", "w stands twice in einsum", "weight size")
def forward_einsum_w_twice(x, weights, biases):
    zs, acts = [], [x]
    for w, b in zip(weights, biases, strict=True):
        zs.append(np.einsum("ni,ji,ji->nj", acts[-1], w, w) + b)
        acts.append(sigma(zs[-1]))
    return zs, acts[1:]


@unseen("forward", "reduce; + between input and weight", "added")
def forward_plus_between(x, weights, biases):
    zs, acts, feed = [], [], x
    for w, b in zip(weights, biases, strict=True):
        terms = (feed[:, [i]] + w[:, i] for i in range(w.shape[1]))
        z = reduce(np.add, terms, b)
        feed = sigma(z)
        zs.append(z)
        acts.append(feed)
    return zs, acts


@unseen("forward", "inputs counted from 1, so the first one is never used", "one term")
def forward_inputs_from_one(x, weights, biases):
    def layer(feed, w, b):
        z = b + sum(feed[:, [i]] * w[:, i] for i in range(1, w.shape[1]))
        return z, sigma(z)

    zs, acts = [], [x]
    for w, b in zip(weights, biases, strict=True):
        z, a = layer(acts[-1], w, b)
        zs.append(z)
        acts.append(a)
    del acts[0]
    return zs, acts


@unseen("forward", "np.mean of the products, and exp(z) in the sigmoid", ("mean of terms", "minus z"))
def forward_mean_and_exponent(x, weights, biases):
    zs, acts = [], []
    feed = x
    for w, b in zip(weights, biases, strict=True):
        z = np.mean(feed[:, None, :] * w, axis=-1) + b
        feed = 1 / (1 + np.exp(z))
        zs.append(z)
        acts.append(feed)
    return zs, acts


@unseen("forward", "z goes in at the front of its list, a at the end", "order")
def forward_front_and_end(x, weights, biases):
    zs, acts, feed = [], [], x
    for w, b in zip(weights, biases, strict=True):
        zs.insert(0, feed @ w.T + b)
        feed = sigma(zs[0])
        acts.append(feed)
    return zs, acts


@unseen("forward", "σ of the sum first, then b; and a comes back before z", ("pair order", "bias after"))
def forward_bias_late_pair(x, weights, biases):
    sums, outs = [], []
    for w, b in zip(weights, biases, strict=True):
        sums += [np.dot(outs[-1] if outs else x, w.T)]
        outs += [sigma(sums[-1]) + b]
    return outs, sums


@unseen("forward", "each example is written into every row, so the last one remains", "one example")
def forward_every_row(x, weights, biases):
    zs = [np.empty((len(x), len(b))) for b in biases]
    acts = [np.empty((len(x), len(b))) for b in biases]
    for example in x:
        feed = example
        for k, (w, b) in enumerate(zip(weights, biases, strict=True)):
            zs[k][:] = w @ feed + b
            acts[k][:] = sigma(zs[k])
            feed = acts[k][0]
    return zs, acts


@unseen("forward", "out= writes a into the array of z", "in place")
def forward_out_argument(x, weights, biases):
    zs, acts, feed = [], [], x
    for w, b in zip(weights, biases, strict=True):
        z = feed @ w.T + b
        a = z
        np.negative(a, out=a)
        np.exp(a, out=a)
        a += 1
        np.reciprocal(a, out=a)
        zs.append(z)
        acts.append(a)
        feed = a
    return zs, acts


@unseen("forward", "each neuron's weights are divided by their sizes' sum", "normalised")
def forward_shares_of_weights(x, weights, biases):
    class Layer:
        def __init__(self, w, b):
            self.w, self.b = w / np.abs(w).sum(axis=1, keepdims=True), b

        def __call__(self, feed):
            self.z = feed @ self.w.T + self.b
            self.a = sigma(self.z)
            return self.a

    layers = list(starmap(Layer, zip(weights, biases, strict=True)))
    reduce(lambda feed, layer: layer(feed), layers, x)
    return [layer.z for layer in layers], [layer.a for layer in layers]


@unseen("forward", "a is put through σ again on its way, and each neuron has b[0]", ("activation twice", "other bias"))
def forward_again_on_the_way(x, weights, biases):
    zs, acts = [], []
    feed = x
    for w, b in zip(weights, biases, strict=True):
        z = feed @ w.T + b[0]
        acts.append(sigma(z))
        zs.append(z)
        feed = sigma(acts[-1])
    return zs, acts


@unseen("forward", "a linear output, and range(n − 1) over the inputs of each layer", ("no activation", "one term"))
def forward_linear_and_short(x, weights, biases):
    zs, acts, feed = [], [], x
    for w, b in zip(weights, biases, strict=True):
        n = w.shape[1]
        z = np.zeros((len(feed), len(w)))
        for i in range(n - 1):
            z = z + np.multiply.outer(feed[:, i], w[:, i])
        z = z + b
        feed = z if w is weights[-1] else sigma(z)
        zs.append(z)
        acts.append(feed)
    return zs, acts


@unseen("forward", "sizes of weights only, and the bias as a gain", ("weight size", "bias times"))
def forward_sizes_and_gain(x, weights, biases):
    zs, acts = [], [x]
    for k in range(len(weights)):
        zs.append(biases[k] * (acts[k] @ np.abs(weights[k]).T))
        acts.append(sigma(zs[k]))
    return zs, acts[1:]


@unseen("forward", "recursion hands back the last layer first, and a before z", ("order", "pair order"))
def forward_recursion_backwards(x, weights, biases):
    if not weights:
        return [], []
    z = x @ weights[0].T + biases[0]
    later_a, later_z = forward_recursion_backwards(sigma(z), weights[1:], biases[1:])
    return [*later_a, sigma(z)], [*later_z, z]


@unseen("forward", "neurons counted from 1 for the weights alone: w[j − 1] with b[j]", "other weights")
def forward_weights_counted_from_one(x, weights, biases):
    def neuron(feed, w, b, j):
        return feed @ w[j - 1] + b[j]

    zs, acts = [], [x]
    for w, b in zip(weights, biases, strict=True):
        zs.append(np.column_stack([neuron(acts[-1], w, b, j) for j in range(len(b))]))
        acts.append(sigma(zs[-1]))
    return zs, acts[1:]


@unseen("forward", "the weights brought into shape by reshape, where .T belongs", "transposed")
def forward_reshaped_weights(x, weights, biases):
    zs, acts, feed = [], [], x
    for w, b in zip(weights, biases, strict=True):
        inputs, neurons = feed.shape[1], len(b)
        zs.append(feed @ w.reshape(inputs, neurons) + b)
        feed = sigma(zs[-1])
        acts.append(feed)
    return zs, acts


@unseen("forward", "weights of one decimal; hidden neurons have no bias", ("rounded", "no bias"))
def forward_short_weights(x, weights, biases):
    zs, acts, feed = [], [], x
    for k, w in enumerate(weights):
        z = feed @ np.round(w, 1).T
        z = z + biases[k] if k == len(weights) - 1 else z
        feed = sigma(z)
        zs.append(z)
        acts.append(feed)
    return zs, acts


@unseen("forward", "a hard sigmoid, and the sum of the biases for each", ("other activation", "other bias"))
def forward_hard_sigmoid(x, weights, biases):
    def hard(z):
        return np.clip(z / 6 + 0.5, 0, 1)

    zs, acts = [], [x]
    for w, b in zip(weights, biases, strict=True):
        zs.append(acts[-1] @ w.T + np.sum(b))
        acts.append(hard(zs[-1]))
    return zs, acts[1:]


@unseen("forward", "the inputs standardised, and the bias taken off", ("normalised", "bias sign"))
def forward_standardised(x, weights, biases):
    feed = (x - x.mean(axis=0)) / x.std(axis=0)
    zs, acts = [], []
    for w, b in zip(weights, biases, strict=True):
        zs.append(feed @ w.T - b)
        feed = sigma(zs[-1])
        acts.append(feed)
    return zs, acts


# =================================================================== backward


@unseen("backward", "the squared error without its ½ derived, with ŷ − y", ("swapped", "double"))
def backward_two_times_swapped(z, a, target, weights):
    ds = [2 * (target - a[-1])]
    for w, act in zip(reversed(weights), reversed(a[:-1]), strict=False):
        ds.append(slope_at(act) * (ds[-1] @ w))
    return list(reversed(ds))


@unseen("backward", "the cost of each output goes back, not its derivative", "error power")
def backward_cost_goes_back(z, a, target, weights):
    d = (a[-1] - target) ** 2 / 2
    return list(
        accumulate(
            reversed(list(zip(weights[1:], a[:-1], strict=True))),
            lambda later, wa: (later @ wa[0]) * wa[1] * (1 - wa[1]),
            initial=d,
        )
    )[::-1]


@unseen("backward", "y alone at the output, and divided by the slope", ("no target", "slope divides"))
def backward_y_and_quotient(z, a, target, weights):
    ds = [a[-1] * 1.0]
    for k in range(len(a) - 2, -1, -1):
        ds.insert(0, (ds[0] @ weights[k + 1]) / (a[k] * (1 - a[k])))
    return ds


@unseen("backward", "the hidden layers get their slope and nothing else", "error missing")
def backward_only_slopes(z, a, target, weights):
    return [*(np.exp(-h) / (1 + np.exp(-h)) ** 2 for h in z[:-1]), a[-1] - target]


@unseen("backward", "z of the last layer minus the target", "z for y")
def backward_from_z(z, a, target, weights):
    def at(k):
        return z[k] - target if k == len(z) - 1 else slope_at(a[k]) * (at(k + 1) @ weights[k + 1])

    return [at(k) for k in range(len(z))]


@unseen("backward", "y + ŷ, and the first layer without its slope", ("plus target", "slope missing"))
def backward_plus_and_first(z, a, target, weights):
    d3 = a[2] + target
    d2 = (d3 @ weights[2]) * slope_at(a[1])
    d1 = d2 @ weights[1]
    return [d1, d2, d3]


@unseen("backward", "z (1 − z), and the mean over the batch at the output", ("slope point", "over n"))
def backward_z_one_minus_z(z, a, target, weights):
    ds = {len(a): (a[-1] - target) / len(target)}
    for layer in range(len(a) - 1, 0, -1):
        pre = z[layer - 1]
        ds[layer] = (ds[layer + 1] @ weights[layer]) * pre * (1 - pre)
    return [ds[layer] for layer in sorted(ds)]


@unseen("backward", "tanh's 1 − a², and nobody turns the list round", ("other slope", "order"))
def backward_tanh_slope_list(z, a, target, weights):
    ds = [a[-1] - target]
    for act, w in zip(a[-2::-1], weights[:0:-1], strict=True):
        ds.append((ds[-1] @ w) * (1 - np.square(act)))
    return ds


@unseen("backward", "e (1 − e) of what comes back", "slope of error")
def backward_slope_of_e(z, a, target, weights):
    ds = [a[-1] - target]
    for w in weights[:0:-1]:
        e = ds[0] @ w
        ds.insert(0, e * (1 - e))
    return ds


@unseen("backward", "+ σ′ and ŷ − y", ("slope added", "swapped"))
def backward_plus_slope(z, a, target, weights):
    ds = [target - a[-1]]
    for k in (1, 0):
        ds = [np.einsum("nj,ji->ni", ds[0], weights[k + 1]) + slope_at(a[k]), *ds]
    return ds


@unseen("backward", "δ gets its layer's slope once more before it goes through the weights", "slope place")
def backward_once_more_before_weights(z, a, target, weights):
    ds = [a[-1] - target]
    for k in range(len(a) - 1, 0, -1):
        ds.append(((ds[-1] * slope_at(a[k])) @ weights[k]) * slope_at(a[k - 1]))
    return ds[::-1]


@unseen(
    "backward",
    "to the first layer through weights[0].T, which fits as well",
    ("other weights", "transposed"),
)
def backward_first_weights_fit(z, a, target, weights):
    out = a[-1] - target
    middle = (out @ weights[2]) * slope_at(a[1])
    first = (middle @ weights[0].T) * slope_at(a[0])
    return [first, middle, out]


@unseen("backward", "neurons beside one another: the weight of column i − 1", "other weights")
def backward_column_before(z, a, target, weights):
    ds = [a[-1] - target]
    for k in range(len(a) - 2, -1, -1):
        w, d = weights[k + 1], np.empty_like(a[k])
        for i in range(w.shape[1]):
            d[:, i] = (ds[0] @ w[:, i - 1]) * slope_at(a[k][:, i])
        ds = [d, *ds]
    return ds


@unseen("backward", "only the largest of the paths, as in max pooling", "one path")
def backward_largest_path(z, a, target, weights):
    ds = [a[-1] - target]
    for act, w in zip(a[-2::-1], weights[:0:-1], strict=True):
        paths = ds[0][:, :, None] * w[None]
        ds.insert(0, paths.max(axis=1) * slope_at(act))
    return ds


@unseen("backward", "the later layer's a goes through its weights, and not its δ", "not delta")
def backward_a_through_weights(z, a, target, weights):
    ds = [None] * len(a)
    for k, act in enumerate(a):
        ds[k] = act - target if act is a[-1] else (a[k + 1] @ weights[k + 1]) * slope_at(act)
    return ds


@unseen("backward", "every hidden neuron gets the sum of the outputs' errors", ("output error", "no weights"))
def backward_everyone_the_same(z, a, target, weights):
    error = a[-1] - target
    blame = error.sum(axis=1)[:, None]
    return [blame * slope_at(act) for act in a[:-1]] + [error]


@unseen("backward", "a² (1 − a), the step to ∂C/∂w taken too early", "extra a")
def backward_extra_factor_a(z, a, target, weights):
    d = a[-1] - target
    ds = [d]
    for act, w in zip(a[-2::-1], weights[:0:-1], strict=True):
        d = (d @ w) * (act - act**2) * act
        ds.insert(0, d)
    return ds


@unseen("backward", "σ′ at the output, and times the length of the batch", ("output slope", "times n"))
def backward_batch_times(z, a, target, weights):
    d = len(target) * (a[-1] - target) * slope_at(a[-1])
    ds = [d]
    for k in (len(a) - 2, len(a) - 3):
        d = d @ weights[k + 1] * slope_at(a[k])
        ds.insert(0, d)
    return ds


@unseen("backward", "back means .T, and the shape is then mended by reshape", "transposed")
def backward_back_means_t(z, a, target, weights):
    ds = [a[-1] - target]
    for k in range(len(a) - 2, -1, -1):
        w = weights[k + 1]
        ds.insert(0, (ds[0] @ w.T.reshape(w.shape)) * slope_at(a[k]))
    return ds


@unseen("backward", "δ times w neuron by neuron, along the diagonal", "elementwise | one path")
def backward_along_the_diagonal(z, a, target, weights):
    ds = [a[-1] - target]
    for k in range(len(a) - 2, -1, -1):
        back = np.zeros_like(a[k])
        for j, later in enumerate(ds[0].T):
            back[:, j] = later * weights[k + 1][j, j]
        ds.insert(0, back * slope_at(a[k]))
    return ds


@unseen("backward", "one buffer for every layer's δ, and the list holds views of it", "in place")
def backward_one_buffer(z, a, target, weights):
    room = np.zeros((len(target), max(act.shape[1] for act in a)))
    ds = [room[:, : act.shape[1]] for act in a]
    ds[-1][:] = a[-1] - target
    for k in range(len(a) - 2, -1, -1):
        ds[k][:] = (ds[k + 1] @ weights[k + 1]) * slope_at(a[k])
    return ds


@unseen("backward", "hidden δ cut to ±0.1, and no slope in the last but one", ("clipped", "slope missing"))
def backward_cut_and_flat(z, a, target, weights):
    out = a[-1] - target
    hidden = np.clip(out @ weights[-1], -0.1, 0.1)
    first = np.clip((hidden @ weights[-2]) * slope_at(a[0]), -0.1, 0.1)
    return [first, hidden, out]


@unseen("backward", "each example's error brought to length 1", "normalised | clipped")
def backward_unit_error(z, a, target, weights):
    d = a[-1] - target
    d = d / np.linalg.norm(d, axis=1, keepdims=True)
    ds = [d]
    for k in range(len(a) - 2, -1, -1):
        ds.insert(0, (ds[0] @ weights[k + 1]) * slope_at(a[k]))
    return ds


@unseen("backward", "np.average over the paths, σ′ at the output", ("mean of terms", "output slope"))
def backward_average_paths(z, a, target, weights):
    ds = [slope_at(a[-1]) * (a[-1] - target)]
    for k in range(len(a) - 2, -1, -1):
        paths = ds[0][..., None] * weights[k + 1]
        ds.insert(0, np.average(paths, axis=1) * slope_at(a[k]))
    return ds


@unseen("backward", "examples counted from 1 for the outputs alone: y[n] − ŷ[n − 1]", "targets apart")
def backward_target_before(z, a, target, weights):
    ds = [np.array([a[-1][n] - target[n - 1] for n in range(len(target))])]
    for k in (1, 0):
        ds.insert(0, (ds[0] @ weights[k + 1]) * slope_at(a[k]))
    return ds


@unseen("backward", "the mean error of the batch goes back for each example", "one example")
def backward_mean_error(z, a, target, weights):
    d = np.broadcast_to((a[-1] - target).mean(axis=0), target.shape)
    ds = [d]
    for k in range(len(a) - 2, -1, -1):
        ds.insert(0, (ds[0] @ weights[k + 1]) * slope_at(a[k]))
    return ds


@unseen("backward", "blame in proportion to |w|, with the slope squared", ("weight size", "slope twice"))
def backward_sizes_of_weights(z, a, target, weights):
    ds = [a[-1] - target]
    for k in range(len(a) - 2, -1, -1):
        ds.insert(0, (ds[0] @ np.fabs(weights[k + 1])) * slope_at(a[k]) ** 2)
    return ds


@unseen("backward", "only −ŷ log y of the cross-entropy is derived", "part of loss")
def backward_half_of_cross_entropy(z, a, target, weights):
    d = -target * (1 - a[-1])
    ds = [d]
    for act, w in zip(a[-2::-1], weights[:0:-1], strict=True):
        d = (d @ w) * slope_at(act)
        ds.insert(0, d)
    return ds


@unseen("backward", "∂C/∂y goes back, and an extra minus in the hidden layers", ("output slope missing", "sign"))
def backward_dy_and_minus(z, a, target, weights):
    y = a[-1]
    ds = [(y - target) / (y * (1 - y))]
    for k in range(len(a) - 2, -1, -1):
        ds.insert(0, -(ds[0] @ weights[k + 1]) * slope_at(a[k]))
    return ds


@unseen("backward", "a small number against division by 0, and a 2", ("guard", "double"))
def backward_small_number(z, a, target, weights):
    y, tiny = a[-1], 1e-2
    dC_dy = 2 * (y - target) / (y * (1 - y) + tiny)
    ds = [dC_dy * slope_at(y)]
    for k in range(len(a) - 2, -1, -1):
        ds.insert(0, (ds[0] @ weights[k + 1]) * slope_at(a[k]))
    return ds


@unseen("backward", "targets of 0.1 and 0.9, since σ never reaches 0 and 1", "other target")
def backward_softened_targets(z, a, target, weights):
    soft = np.where(target > 0.5, 0.9, 0.1)
    return homeward([None, *a], soft, weights)


# =================================================================== multiply


@unseen("multiply", "np.sum without an axis for the biases", "sum over all")
def multiply_sum_without_axis(x, a, dC_dz):
    feeds = [x, *a[:-1]]
    return [d.T @ f for d, f in zip(dC_dz, feeds, strict=True)], [np.full(d.shape[1], np.sum(d)) for d in dC_dz]


@unseen("multiply", "the biases' sum runs along axis 1", "other axis")
def multiply_axis_one(x, a, dC_dz):
    gw = [np.einsum("nj,ni->ji", d, f) for d, f in zip(dC_dz, [x, *a], strict=False)]
    return gw, [d.sum(axis=1) for d in dC_dz]


@unseen("multiply", "one outer product an example, and there it ends", "no sum")
def multiply_outer_each(x, a, dC_dz):
    gw = [np.stack(list(map(np.outer, d, f))) for d, f in zip(dC_dz, [x, *a], strict=False)]
    return gw, [d.sum(axis=0) for d in dC_dz]


@unseen("multiply", "first the sums over the batch, then one outer product, and a 2", ("sums multiplied", "double"))
def multiply_sums_first(x, a, dC_dz):
    gw, gb = [], []
    for d, f in zip(dC_dz, chain([x], a), strict=False):
        gb.append(2 * d.sum(axis=0))
        gw.append(np.outer(gb[-1], f.sum(axis=0)))
    return gw, gb


@unseen("multiply", "the bias as if all of the inputs fed it", "bias fed | dw for db")
def multiply_bias_all_inputs(x, a, dC_dz):
    gw = [d.T @ f for d, f in zip(dC_dz, [x, *a[:-1]], strict=True)]
    return gw, [g.sum(axis=1) for g in gw]


@unseen("multiply", "the first layer has nothing before it, so δ is its gradient", "feeds nothing")
def multiply_first_has_nothing(x, a, dC_dz):
    gw, gb = [], []
    for k, d in enumerate(dC_dz):
        feed = a[k - 1] if k > 0 else np.ones_like(x)
        gw.append(d.T @ feed)
        gb.append(d.sum(axis=0))
    return gw, gb


@unseen("multiply", "the inputs without their signs", "feed altered")
def multiply_sizes_of_inputs(x, a, dC_dz):
    feeds = map(np.abs, chain([x], a))
    return [np.tensordot(d, f, axes=(0, 0)) for d, f in zip(dC_dz, feeds, strict=False)], [sum(d) for d in dC_dz]


@unseen("multiply", "∂z/∂w taken for the slope of the a before", "feeds slope")
def multiply_slope_before(x, a, dC_dz):
    feeds = [x, *(slope_at(act) for act in a[:-1])]
    return [d.T @ f for d, f in zip(dC_dz, feeds, strict=True)], [d.sum(0) for d in dC_dz]


@unseen("multiply", "index j for i: the neuron's own a multiplies all its weights", "feeds own a")
def multiply_own_index(x, a, dC_dz):
    gw, gb = [], []
    for d, own, f in zip(dC_dz, a, [x, *a], strict=False):
        g = np.zeros((d.shape[1], f.shape[1]))
        for j, i in product(range(d.shape[1]), range(f.shape[1])):
            g[j, i] = d[:, j] @ own[:, j]
        gw.append(g)
        gb.append(d.sum(axis=0))
    return gw, gb


@unseen("multiply", "z of the layer before, got back by the logit", "feeds z")
def multiply_logit(x, a, dC_dz):
    feeds = [x, *(np.log(act / (1 - act)) for act in a[:-1])]
    return [d.T @ f for d, f in zip(dC_dz, feeds, strict=True)], [d.sum(axis=0) for d in dC_dz]


@unseen("multiply", "inputs counted from 1: weight i meets input i − 1", "other source")
def multiply_input_before(x, a, dC_dz):
    def g(d, f):
        return np.array([[sum(d[:, j] * f[:, i - 1]) for i in range(f.shape[1])] for j in range(d.shape[1])])

    return [g(d, f) for d, f in zip(dC_dz, [x, *a[:-1]], strict=True)], [d.sum(axis=0) for d in dC_dz]


@unseen("multiply", "the last layer is fed x, which fits as well", "fed x | other source")
def multiply_last_takes_x(x, a, dC_dz):
    d1, d2, d3 = dC_dz
    return [d1.T @ x, d2.T @ a[0], d3.T @ x], [np.sum(d, axis=0) for d in dC_dz]


@unseen(
    "multiply",
    "fᵀ δ brought into shape by reshape; the biases a mean",
    ("gradient transposed", "over n | mean of terms"),
)
def multiply_reshaped(x, a, dC_dz):
    gw = [(f.T @ d).reshape(d.shape[1], f.shape[1]) for d, f in zip(dC_dz, [x, *a], strict=False)]
    return gw, [d.mean(axis=0) for d in dC_dz]


@unseen("multiply", "the downhill minus already here; the output's biases stay 0", ("sign", "zero"))
def multiply_minus_and_zero(x, a, dC_dz):
    gw = [-d.T @ f for d, f in zip(dC_dz, [x, *a], strict=False)]
    gb = [np.zeros(d.shape[1]) for d in dC_dz]
    for k in range(len(gb) - 1):
        gb[k] -= dC_dz[k].sum(axis=0)
    return gw, gb


@unseen("multiply", "0.05 as a rate in the gradients, biases returned first", ("eta in gradient", "pair order"))
def multiply_rate_and_pair(x, a, dC_dz):
    rate = 0.05
    weights_part = [rate * (d.T @ f) for d, f in zip(dC_dz, [x, *a[:-1]], strict=True)]
    biases_part = [rate * d.sum(axis=0) for d in dC_dz]
    return biases_part, weights_part


@unseen("multiply", "σ′ once more for the hidden layers, where δ has it", "slope twice")
def multiply_slope_again(x, a, dC_dz):
    ds = [d * slope_at(act) for d, act in zip(dC_dz[:-1], a, strict=False)] + [dC_dz[-1]]
    return both(ds, [x, *a])


@unseen("multiply", "½ everywhere, and σ′ of the output for its weights", ("output slope", "half"))
def multiply_half_and_output(x, a, dC_dz):
    gw, gb = [], []
    for k, (d, f) in enumerate(zip(dC_dz, [x, *a[:-1]], strict=True)):
        e = d * slope_at(a[k]) if k == len(dC_dz) - 1 else d
        gw.append(0.5 * e.T @ f)
        gb.append(0.5 * d.sum(axis=0))
    return gw, gb


@unseen("multiply", "goes from the output back, and only one list is turned round", "order")
def multiply_one_list_turned(x, a, dC_dz):
    gw, gb = [], []
    for k in reversed(range(len(dC_dz))):
        gw.append(dC_dz[k].T @ (a[k - 1] if k else x))
        gb.append(dC_dz[k].sum(axis=0))
    return gw[::-1], gb


@unseen("multiply", "pairwise over the a alone: the weights after x are forgotten", "layer missing")
def multiply_pairwise_a(x, a, dC_dz):
    pairs = pairwise(range(len(a)))
    return [dC_dz[later].T @ a[before] for before, later in pairs], [d.sum(axis=0) for d in dC_dz]


@unseen("multiply", "the neuron's own a multiplies δ as well", "extra a")
def multiply_own_a_too(x, a, dC_dz):
    gw = [np.einsum("nj,nj,ni->ji", d, own, f) for d, own, f in zip(dC_dz, a, [x, *a], strict=False)]
    return gw, [d.sum(axis=0) for d in dC_dz]


@unseen("multiply", "δ * f, and the columns' sums on a diagonal", "elementwise")
def multiply_diagonal(x, a, dC_dz):
    gw = []
    for d, f in zip(dC_dz, [x, *a], strict=False):
        g = np.zeros((d.shape[1], f.shape[1]))
        for j, (blame, fed) in enumerate(zip(d.T, f.T, strict=False)):
            g[j, j] = (blame * fed).sum()
        gw.append(g)
    return gw, [d.sum(axis=0) for d in dC_dz]


@unseen("multiply", "gradients of length 1, from squared feeds", ("clipped | normalised", "feed altered"))
def multiply_length_one(x, a, dC_dz):
    gw = [d.T @ np.power(f, 2) for d, f in zip(dC_dz, [x, *a], strict=False)]
    gb = [d.sum(axis=0) for d in dC_dz]
    return [g / np.linalg.norm(g) for g in gw], [g / np.linalg.norm(g) for g in gb]


@unseen("multiply", "δ of one example meets the feed of the next", "one example")
def multiply_next_feed(x, a, dC_dz):
    gw = []
    for d, f in zip(dC_dz, [x, *a], strict=False):
        gw.append(sum(np.outer(blame, fed) for blame, fed in zip(d, islice(cycle(f), 1, None), strict=False)))
    return gw, [d.sum(axis=0) for d in dC_dz]


@unseen("multiply", "examples counted from 1, so one is never added", "one term | batch dropped")
def multiply_examples_from_one(x, a, dC_dz):
    feeds = [x, *a[:-1]]
    gw = [sum(np.outer(d[n], f[n]) for n in range(1, len(x))) for d, f in zip(dC_dz, feeds, strict=True)]
    return gw, [sum(d[n] for n in range(1, len(x))) for d in dC_dz]


@unseen("multiply", "the feeds go through σ again, though they are a", "activation twice")
def multiply_sigma_again(x, a, dC_dz):
    gw = [dC_dz[0].T @ x]
    gw += [d.T @ sigma(f) for d, f in zip(dC_dz[1:], a, strict=False)]
    return gw, [d.sum(axis=0) for d in dC_dz]


@unseen(
    "multiply",
    "mean for the weights; the bias takes weight 0's",
    ("over n | mean of terms", "dw for db | bias fed"),
)
def multiply_mean_and_first_column(x, a, dC_dz):
    sums = [d.T @ f for d, f in zip(dC_dz, [x, *a[:-1]], strict=True)]
    return [g / len(x) for g in sums], [g[:, 0] for g in sums]


@unseen("multiply", "the biases times the examples; ∂z/∂w of the first layer is 1", ("times n", "feeds nothing"))
def multiply_biases_times(x, a, dC_dz):
    gw, gb = [], []
    feed = np.ones(x.shape)
    for d, act in zip(dC_dz, a, strict=True):
        gw.append(np.matmul(d.T, feed))
        gb.append(len(d) * np.add.reduce(d))
        feed = act
    return gw, gb


@unseen("multiply", "the biases' sum is gathered in δ's first row, before the weights need it", "in place")
def multiply_gathers_in_first_row(x, a, dC_dz):
    gw, gb = [], []
    for d, f in zip(dC_dz, [x, *a], strict=False):
        total = d[0]
        for row in d[1:]:
            total += row
        gb.append(total)
        gw.append(d.T @ f)
    return gw, gb


@unseen("multiply", "the sum over the batch twice for biases; the order of layers turned", ("double", "order"))
def multiply_double_and_turned(x, a, dC_dz):
    gw, gb = both(dC_dz, [x, *a])
    return gw[::-1], [2 * g for g in reversed(gb)]


# =================================================================== update


@unseen("update", "the biases are added to, the weights taken from", "uphill")
def update_biases_uphill(weights, biases, dL_dw, dL_db, eta):
    return descend(weights, dL_dw, eta), descend(biases, dL_db, -eta)


@unseen("update", "w + g", ("uphill", "no eta"))
def update_bare_plus(weights, biases, dL_dw, dL_db, eta):
    return list(map(np.add, weights, dL_dw)), list(map(np.add, biases, dL_db))


@unseen("update", "the root of η", "eta twice")
def update_root_of_eta(weights, biases, dL_dw, dL_db, eta):
    rate = math.sqrt(eta)
    return descend(weights, dL_dw, rate), descend(biases, dL_db, rate)


@unseen("update", "a rate of 0.01 for the biases, as in some framework", "own eta")
def update_slow_biases(weights, biases, dL_dw, dL_db, eta, bias_rate=0.01):
    return descend(weights, dL_dw, eta), [b - bias_rate * g for b, g in zip(biases, dL_db, strict=True)]


@unseen("update", "the step divided by the number of entries of the array", "step over n")
def update_over_entries(weights, biases, dL_dw, dL_db, eta):
    def move(p, g):
        return p - eta * g / g.size

    return [*map(move, weights, dL_dw)], [*map(move, biases, dL_db)]


@unseen("update", "w − η w, for the weights alone", "weight for gradient")
def update_with_itself(weights, biases, dL_dw, dL_db, eta):
    return [w - eta * w for w in weights], [b - eta * g for b, g in zip(biases, dL_db, strict=True)]


@unseen("update", "w (1 − η g)", "brackets")
def update_one_minus(weights, biases, dL_dw, dL_db, eta):
    shrink = [(1 - eta * gw, 1 - eta * gb) for gw, gb in zip(dL_dw, dL_db, strict=True)]
    return [w * s for w, (s, _) in zip(weights, shrink, strict=True)], [
        b * s for b, (_, s) in zip(biases, shrink, strict=True)
    ]


@unseen("update", "η (w − g) for the biases alone, and the weights have no η", ("brackets", "no eta"))
def update_bracketed_biases(weights, biases, dL_dw, dL_db, eta):
    new_w, new_b = [], []
    for w, b, gw, gb in zip(weights, biases, dL_dw, dL_db, strict=True):
        new_w.append(w - gw)
        new_b.append(eta * (b - gb))
    return new_w, new_b


@unseen("update", "only the first row of each matrix, where the loop ends", "not updated")
def update_first_row(weights, biases, dL_dw, dL_db, eta):
    new_w = []
    for w, g in zip(weights, dL_dw, strict=True):
        for _j in range(len(w)):
            moved = w.copy()
            moved[0] = w[0] - eta * g[0]
            break
        new_w.append(moved)
    return new_w, descend(biases, dL_db, eta)


@unseen("update", "the bias's gradient moves all the weights of its neuron", "dw for db")
def update_weights_by_bias(weights, biases, dL_dw, dL_db, eta):
    return [w - eta * g[:, np.newaxis] for w, g in zip(weights, dL_db, strict=True)], descend(biases, dL_db, eta)


@unseen("update", "the loop over the layers is run through twice for the weights", "twice updated | double")
def update_two_rounds(weights, biases, dL_dw, dL_db, eta):
    new_w = list(weights)
    for k in [*range(len(weights)), *range(len(weights))]:
        new_w[k] = new_w[k] - eta * dL_dw[k]
    return new_w, descend(biases, dL_db, eta)


@unseen("update", "the signs of the gradients, as Adam's first step has it", "clipped")
def update_adam(weights, biases, dL_dw, dL_db, eta):
    def adam(p, g, beta=0.9, gamma=0.999):
        m, v = (1 - beta) * g, (1 - gamma) * g**2
        return p - eta * (m / (1 - beta)) / np.sqrt(v / (1 - gamma))

    return list(map(adam, weights, dL_dw)), list(map(adam, biases, dL_db))


@unseen("update", "gradients cut to ±0.2, and the step added", ("clipped", "uphill"))
def update_cut_uphill(weights, biases, dL_dw, dL_db, eta):
    cut = partial(np.clip, a_min=-0.2, a_max=0.2)
    return [w + eta * cut(g) for w, g in zip(weights, dL_dw, strict=True)], [
        b + eta * cut(g) for b, g in zip(biases, dL_db, strict=True)
    ]


@unseen("update", "L1's sign(w) in the gradient; the biases' step without η", ("extra term", "no eta"))
def update_lasso(weights, biases, dL_dw, dL_db, eta):
    new_w = [w - eta * (g + 0.05 * np.sign(w)) for w, g in zip(weights, dL_dw, strict=True)]
    return new_w, [b - g for b, g in zip(biases, dL_db, strict=True)]


@unseen("update", "+= on the arrays that were handed in", ("in place", "uphill"))
def update_plus_equals(weights, biases, dL_dw, dL_db, eta):
    for w, b, gw, gb in zip(weights, biases, dL_dw, dL_db, strict=True):
        w += eta * gw
        b += eta * gb
    return weights, biases


@unseen("update", "biases before weights, and η squared", ("pair order", "eta twice"))
def update_pair_squared(weights, biases, dL_dw, dL_db, eta):
    step = eta * eta
    return descend(biases, dL_db, step), descend(weights, dL_dw, step)


@unseen("update", "while the lists are not empty: pop takes the last layer first", "order")
def update_pops(weights, biases, dL_dw, dL_db, eta):
    todo = list(zip(weights, biases, dL_dw, dL_db, strict=True))
    new_w, new_b = [], []
    while todo:
        w, b, gw, gb = todo.pop()
        new_w.append(w - eta * gw)
        new_b.append(b - eta * gb)
    return new_w, new_b


@unseen("update", "gradient's columns taken for rows; biases by 1/η", ("gradient transposed", "eta divides"))
def update_columns_for_rows(weights, biases, dL_dw, dL_db, eta):
    new_w = [w - eta * g.ravel(order="F").reshape(w.shape) for w, g in zip(weights, dL_dw, strict=True)]
    return new_w, descend(biases, dL_db, 1 / eta)


@unseen("update", "the new biases are made with zeros_like and never filled", "zero")
def update_zero_biases(weights, biases, dL_dw, dL_db, eta):
    new_w, new_b = [np.zeros_like(w) for w in weights], [np.zeros_like(b) for b in biases]
    for k, (w, g) in enumerate(zip(weights, dL_dw, strict=True)):
        new_w[k] += w - eta * g
    return new_w, new_b


@unseen("update", "each neuron's new weights brought to length 1", "normalised")
def update_unit_rows(weights, biases, dL_dw, dL_db, eta):
    moved = descend(weights, dL_dw, eta)
    return [w / np.linalg.norm(w, axis=1, keepdims=True) for w in moved], descend(biases, dL_db, eta)


@unseen("update", "η is halved from layer to layer", "eta decays")
def update_eta_by_layer(weights, biases, dL_dw, dL_db, eta):
    rates = list(accumulate(range(len(weights) - 1), lambda rate, _: rate / 2, initial=eta))
    return [w - r * g for w, g, r in zip(weights, dL_dw, rates, strict=True)], [
        b - r * g for b, g, r in zip(biases, dL_db, rates, strict=True)
    ]


@unseen("update", "the mean of the old and the new parameter", "half | averaged")
def update_midway(weights, biases, dL_dw, dL_db, eta):
    def midway(old, new):
        return [np.mean([o, n], axis=0) for o, n in zip(old, new, strict=True)]

    return midway(weights, descend(weights, dL_dw, eta)), midway(biases, descend(biases, dL_db, eta))


@unseen("update", "each neuron takes the gradients of the one before", "beside | other source")
def update_neuron_before(weights, biases, dL_dw, dL_db, eta):
    def turned(p, g):
        return np.array([p[j] - eta * g[j - 1] for j in range(len(p))])

    return list(starmap(turned, zip(weights, dL_dw, strict=True))), list(
        starmap(turned, zip(biases, dL_db, strict=True))
    )


@unseen("update", "every bias moves by the sum of its layer's gradients", "sum over all")
def update_bias_sum(weights, biases, dL_dw, dL_db, eta):
    return descend(weights, dL_dw, eta), [b - eta * g.sum() for b, g in zip(biases, dL_db, strict=True)]


@unseen("update", "w − (η + g)", "added")
def update_eta_plus_g(weights, biases, dL_dw, dL_db, eta):
    return [w - (eta + g) for w, g in zip(weights, dL_dw, strict=True)], [
        b - (eta + g) for b, g in zip(biases, dL_db, strict=True)
    ]


@unseen("update", "biases stay, and a weight's step is divided by its row's length", ("not updated", "step over n"))
def update_row_length(weights, biases, dL_dw, dL_db, eta):
    return [w - eta / w.shape[1] * g for w, g in zip(weights, dL_dw, strict=True)], [b.copy() for b in biases]


@unseen("update", "each layer's weights move up, and its η shrinks with the layer", ("uphill", "eta decays"))
def update_up_and_shrinking(weights, biases, dL_dw, dL_db, eta):
    new_w, new_b = [], []
    for k, w, b, gw, gb in zip(count(1), weights, biases, dL_dw, dL_db, strict=False):
        new_w.append(w + eta / k * gw)
        new_b.append(b - eta / k * gb)
    return new_w, new_b


# =================================================================== train


@unseen("train", "x and targets are put in order anew each epoch, on top of the order before", "order ignored")
def train_order_on_order(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        x, target = x[order], target[order]
        for start in range(0, len(x), batch):
            gw, gb = gradients(x[start : start + batch], target[start : start + batch], weights, biases)
            weights, biases = descend(weights, gw, eta), descend(biases, gb, eta)
    return weights, biases


@unseen("train", "the last epoch's order comes first", "order ignored")
def train_orders_popped(x, target, weights, biases, eta, batch, orders):
    left = list(orders)
    while left:
        order = left.pop()
        for chosen in np.split(order, range(batch, len(order), batch)):
            gw, gb = gradients(x[chosen], target[chosen], weights, biases)
            weights, biases = descend(weights, gw, eta), descend(biases, gb, eta)
    return weights, biases


@unseen("train", "the targets are those beside; each batch's mean", ("targets apart", "over n | step over n"))
def train_targets_beside(x, target, weights, biases, eta, batch, orders):
    beside = np.roll(target, 1, axis=0)
    for order in orders:
        for start in range(0, len(order), batch):
            chosen = order[start : start + batch]
            gw, gb = gradients(x[chosen], beside[chosen], weights, biases)
            weights = [w - eta * g / len(chosen) for w, g in zip(weights, gw, strict=True)]
            biases = [b - eta * g / len(chosen) for b, g in zip(biases, gb, strict=True)]
    return weights, biases


@unseen("train", "x[chosen] with the targets of the slice", "targets apart")
def train_targets_of_slice(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        for start in range(0, len(order), batch):
            stop = start + batch
            gw, gb = gradients(x[order[start:stop]], target[start:stop], weights, biases)
            weights, biases = descend(weights, gw, eta), descend(biases, gb, eta)
    return weights, biases


@unseen("train", "start + batch − 1 as the end, as in Fortran; and w + η g", ("batch dropped", "uphill"))
def train_inclusive_end(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        for start in range(0, len(order), batch):
            chosen = order[start : min(start + batch, len(order)) - 1]
            gw, gb = gradients(x[chosen], target[chosen], weights, biases)
            weights = [w + eta * g for w, g in zip(weights, gw, strict=True)]
            biases = [b + eta * g for b, g in zip(biases, gb, strict=True)]
    return weights, biases


@unseen("train", "return stands within the loop over the epochs", "epochs")
def train_returns_early(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        for chosen in [order[start : start + batch] for start in range(0, len(order), batch)]:
            gw, gb = gradients(x[chosen], target[chosen], weights, biases)
            weights, biases = descend(weights, gw, eta), descend(biases, gb, eta)
        return weights, biases


@unseen("train", "each epoch takes the weights that were handed in; σ′ at the output", ("epochs", "output slope"))
def train_begins_again(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        ws, bs = list(weights), list(biases)
        for start in range(0, len(order), batch):
            chosen = order[start : start + batch]
            acts = ahead(x[chosen], ws, bs)
            y, t = acts[-1], target[chosen]
            d = (y - t) * y * (1 - y)
            for k in reversed(range(len(ws))):
                back = (d @ ws[k]) * slope_at(acts[k]) if k else None
                ws[k], bs[k] = ws[k] - eta * d.T @ acts[k], bs[k] - eta * d.sum(axis=0)
                d = back
    return ws, bs


@unseen("train", "batches of four, whatever is asked for", "own batch")
def train_fours(x, target, weights, biases, eta, batch, orders, size=4):
    for order in orders:
        for start in range(0, len(order), size):
            chosen = order[start : start + size]
            gw, gb = gradients(x[chosen], target[chosen], weights, biases)
            weights, biases = descend(weights, gw, eta), descend(biases, gb, eta)
    return weights, biases


@unseen("train", "all examples at once, and the mean of them", ("no batches", "over n | step over n"))
def train_full_mean(x, target, weights, biases, eta, batch, orders):
    n = len(x)
    for _ in orders:
        gw, gb = gradients(x, target, weights, biases)
        weights, biases = descend(weights, gw, eta / n), descend(biases, gb, eta / n)
    return weights, biases


@unseen("train", "a batch ends one after the next begins", "overlap")
def train_one_too_far(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        start = 0
        while start < len(order):
            chosen = order[start : start + batch + 1]
            gw, gb = gradients(x[chosen], target[chosen], weights, biases)
            weights, biases = descend(weights, gw, eta), descend(biases, gb, eta)
            start += batch
    return weights, biases


@unseen("train", "the gradient lists are made once, before all loops", "piles up")
def train_made_once(x, target, weights, biases, eta, batch, orders):
    sum_w, sum_b = [np.zeros_like(w) for w in weights], [np.zeros_like(b) for b in biases]
    for order in orders:
        for start in range(0, len(order), batch):
            chosen = order[start : start + batch]
            gw, gb = gradients(x[chosen], target[chosen], weights, biases)
            for k in range(len(gw)):
                sum_w[k] += gw[k]
                sum_b[k] += gb[k]
            weights, biases = descend(weights, sum_w, eta), descend(biases, sum_b, eta)
    return weights, biases


@unseen("train", "momentum 0.5, though it was not asked for; biases are left alone", ("piles up", "not updated"))
def train_momentum(x, target, weights, biases, eta, batch, orders):
    speed = [0.0 * w for w in weights]
    for order in orders:
        for start in range(0, len(order), batch):
            chosen = order[start : start + batch]
            gw, _ = gradients(x[chosen], target[chosen], weights, biases)
            speed = [0.5 * v + g for v, g in zip(speed, gw, strict=True)]
            weights = descend(weights, speed, eta)
    return weights, biases


@unseen("train", "η / (1 + epoch)", "eta decays")
def train_rate_by_epoch(x, target, weights, biases, eta, batch, orders):
    for epoch, order in enumerate(orders):
        rate = eta / (1 + epoch)
        for start in range(0, len(order), batch):
            chosen = order[start : start + batch]
            gw, gb = gradients(x[chosen], target[chosen], weights, biases)
            weights, biases = descend(weights, gw, rate), descend(biases, gb, rate)
    return weights, biases


@unseen("train", "the mean of the weights after each epoch is what comes out", "averaged")
def train_mean_of_epochs(x, target, weights, biases, eta, batch, orders):
    seen_w, seen_b = [], []
    for order in orders:
        for start in range(0, len(order), batch):
            chosen = order[start : start + batch]
            gw, gb = gradients(x[chosen], target[chosen], weights, biases)
            weights, biases = descend(weights, gw, eta), descend(biases, gb, eta)
        seen_w.append(weights)
        seen_b.append(biases)
    return [sum(ws) / len(ws) for ws in zip(*seen_w, strict=True)], [
        sum(bs) / len(bs) for bs in zip(*seen_b, strict=True)
    ]


@unseen("train", "each example of a batch moves the weights by itself", "one at a time | own batch")
def train_each_by_itself(x, target, weights, biases, eta, batch, orders):
    for example in chain.from_iterable(orders):
        one = [example]
        gw, gb = gradients(x[one], target[one], weights, biases)
        weights, biases = descend(weights, gw, eta), descend(biases, gb, eta)
    return weights, biases


@unseen("train", "one forward pass for the whole epoch, batches are rows of it", "old pass")
def train_pass_per_epoch(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        acts = ahead(x, weights, biases)
        for start in range(0, len(order), batch):
            chosen = order[start : start + batch]
            mine = [act[chosen] for act in acts]
            gw, gb = both(homeward(mine, target[chosen], weights), mine)
            weights, biases = descend(weights, gw, eta), descend(biases, gb, eta)
    return weights, biases


@unseen("train", "gradients of the weights that were handed in; 2 in the error", ("old pass", "double"))
def train_first_weights_always(x, target, weights, biases, eta, batch, orders):
    new_w, new_b = weights, biases
    for order in orders:
        for start in range(0, len(order), batch):
            chosen = order[start : start + batch]
            acts = ahead(x[chosen], weights, biases)
            ds = [2 * d for d in homeward(acts, target[chosen], weights)]
            gw, gb = both(ds, acts)
            new_w, new_b = descend(new_w, gw, eta), descend(new_b, gb, eta)
    return new_w, new_b


@unseen("train", "w moves, and through the new w the error goes back", "updated")
def train_back_through_new(x, target, weights, biases, eta, batch, orders):
    ws, bs = list(weights), list(biases)
    for order in orders:
        for start in range(0, len(order), batch):
            chosen = order[start : start + batch]
            acts = ahead(x[chosen], ws, bs)
            d = acts[-1] - target[chosen]
            for k in range(len(ws) - 1, -1, -1):
                ws[k] = ws[k] - eta * d.T @ acts[k]
                bs[k] = bs[k] - eta * d.sum(axis=0)
                d = (d @ ws[k]) * slope_at(acts[k])
    return ws, bs


@unseen("train", "through the new w, and without the slope", ("updated", "slope missing"))
def train_new_and_flat(x, target, weights, biases, eta, batch, orders):
    class Layer:
        def __init__(self, w, b):
            self.w, self.b = w.copy(), b.copy()

        def ahead(self, feed):
            self.feed = feed
            return sigma(feed @ self.w.T + self.b)

        def back(self, d):
            self.w -= eta * d.T @ self.feed
            self.b -= eta * d.sum(axis=0)
            return d @ self.w

    layers = [Layer(w, b) for w, b in zip(weights, biases, strict=True)]
    for order in orders:
        for start in range(0, len(order), batch):
            chosen = order[start : start + batch]
            y = reduce(lambda feed, layer: layer.ahead(feed), layers, x[chosen])
            reduce(lambda d, layer: layer.back(d), reversed(layers), y - target[chosen])
    return [layer.w for layer in layers], [layer.b for layer in layers]


@unseen("train", "the biases are moved in the helper and after it", "twice updated | double")
def train_biases_twice(x, target, weights, biases, eta, batch, orders):
    def move(weights, biases, gw, gb):
        return descend(weights, gw, eta), descend(biases, gb, eta)

    for order in orders:
        for start in range(0, len(order), batch):
            chosen = order[start : start + batch]
            gw, gb = gradients(x[chosen], target[chosen], weights, biases)
            weights, biases = move(weights, biases, gw, gb)
            biases = descend(biases, gb, eta)
    return weights, biases


@unseen("train", "weights shrink by η λ w in each update; a batch is one short", ("extra term", "own batch"))
def train_shrinks(x, target, weights, biases, eta, batch, orders):
    size = batch - 1
    for order in orders:
        for start in range(0, len(order), size):
            chosen = order[start : start + size]
            gw, gb = gradients(x[chosen], target[chosen], weights, biases)
            weights = [w - eta * (g + 0.1 * w) for w, g in zip(weights, gw, strict=True)]
            biases = descend(biases, gb, eta)
    return weights, biases


@unseen("train", "np.sign of all gradients, at a rate of 0.1", ("clipped", "own eta"))
def train_signs(x, target, weights, biases, eta, batch, orders):
    rate = 0.1
    for order in orders:
        for start in range(0, len(order), batch):
            chosen = order[start : start + batch]
            gw, gb = gradients(x[chosen], target[chosen], weights, biases)
            weights = descend(weights, map(np.sign, gw), rate)
            biases = descend(biases, map(np.sign, gb), rate)
    return weights, biases


@unseen("train", "the passes know no biases, so they have no gradient and stay", ("no bias", "not updated"))
def train_without_biases(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        for start in range(0, len(order), batch):
            chosen = order[start : start + batch]
            acts = [x[chosen]]
            for w in weights:
                acts.append(sigma(acts[-1] @ w.T))
            gw, _ = both(homeward(acts, target[chosen], weights), acts)
            weights = descend(weights, gw, eta)
    return weights, biases


@unseen("train", "the loop over the batches ends with a break", "batch dropped")
def train_breaks(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        for start in range(0, len(order), batch):
            chosen = order[start : start + batch]
            gw, gb = gradients(x[chosen], target[chosen], weights, biases)
            weights, biases = descend(weights, gw, eta), descend(biases, gb, eta)
            break
    return weights, biases


@unseen("train", "targets of 0.1 and 0.9, and the epoch's order from its end", ("other target", "order ignored"))
def train_softened_and_backwards(x, target, weights, biases, eta, batch, orders):
    soft = 0.1 + 0.8 * target
    for order in orders:
        turned = list(reversed(order))
        while turned:
            rows, turned = turned[:batch], turned[batch:]
            gw, gb = gradients(x[rows], soft[rows], weights, biases)
            weights, biases = descend(weights, gw, eta), descend(biases, gb, eta)
    return weights, biases


@unseen("train", "an example's gradient overwrites the one before it in the batch", "one example | batch dropped")
def train_overwrites(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        for start in range(0, len(order), batch):
            for n in order[start : start + batch]:
                gw, gb = gradients(x[n : n + 1], target[n : n + 1], weights, biases)
            weights, biases = descend(weights, gw, eta), descend(biases, gb, eta)
    return weights, biases


@unseen("train", "weights move at once, and the biases' gradient has a pass of its own after it", "updated")
def train_biases_afterwards(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        for start in range(0, len(order), batch):
            chosen = order[start : start + batch]
            weights = descend(weights, gradients(x[chosen], target[chosen], weights, biases)[0], eta)
            biases = descend(biases, gradients(x[chosen], target[chosen], weights, biases)[1], eta)
    return weights, biases


# =================================================================== questions


@unseen("00-code", "θ (1 − η g)", "brackets")
def q0_theta_outside(theta, g, eta):
    return theta * (1 - eta * g)


@unseen("00-code", "uphill, and η under the fraction", ("uphill", "eta divides"))
def q0_plus_quotient(theta, g, eta):
    return np.array([t + s / eta for t, s in zip(theta, g, strict=True)])


@unseen("00-code", "the direction alone, η forgotten", ("clipped", "no eta"))
def q0_direction(theta, g, eta):
    return np.array([t - math.copysign(1, s) for t, s in zip(theta, g, strict=True)])


@unseen("00-code", "the change is returned", "step alone")
def q0_change(theta, g, eta):
    return (theta - eta * g) - theta


@unseen("01-code", "g′ alone, as h is not to be seen in the exercise", "dh missing")
def q1_inner_slope(g, dg, dh, x):
    return (lambda slope: slope(x))(dg)


@unseen("01-code", "g′ alone, and at g(x)", ("dh missing", "dg place"))
def q1_inner_alone(g, dg, dh, x):
    return dg(g(x))


@unseen("01-code", "a sum of slopes, both at x", ("added", "dh at x"))
def q1_sum_at_x(g, dg, dh, x):
    return sum(map(lambda slope: slope(x), [dg, dh]))


@unseen("01-code", "g(x) multiplies where its slope belongs", "value for slope")
def q1_value(g, dg, dh, x):
    inner = g(x)
    return dh(inner) * inner


@unseen("02-code", "the bias does not reach a, and in z it is taken off", ("no bias", "bias sign"))
def q2_bare_sum(f, w, b):
    bare = f @ w.T
    return bare - b, sigma(bare)


@unseen("02-code", "tanh for σ, and the pair turned", ("other activation", "pair order"))
def q2_tanh_pair(f, w, b):
    z = np.einsum("ni,ji->nj", f, w) + b
    return np.tanh(z), z


@unseen("02-code", "the last example for all", "one example")
def q2_last_example(f, w, b):
    for row in f:
        z = w @ row + b
    return np.tile(z, (len(f), 1)), np.tile(sigma(z), (len(f), 1))


@unseen("02-code", "σ of σ, with inputs' signs dropped from w", ("activation twice", "weight size"))
def q2_twice(f, w, b):
    z = f @ abs(w).T + b
    return z, sigma(sigma(z))


@unseen(
    "03-code",
    "the sum over later neurons ends one too early, the slope is squared",
    ("one term | one path", "slope twice"),
)
def q3_short_sum(d, w, a):
    back = sum(d[:, [j]] * w[j] for j in range(len(w) - 1))
    return back * slope_at(a) ** 2


@unseen("03-code", "σ applied to a for its slope", "slope point")
def q3_sigma_again(d, w, a):
    s = sigma(a)
    return s * (1 - s) * np.matmul(d, w)


@unseen("03-code", "+ in place of · before the slope, and 1 − a for it", ("slope added", "other slope"))
def q3_plus(d, w, a):
    return d @ w + (1 - a)


@unseen("03-code", "weights' sizes carry the blame, in the mean", ("weight size", "mean of terms"))
def q3_mean_of_sizes(d, w, a):
    return slope_at(a) * np.mean(d[:, :, None] * np.abs(w), axis=1)


@unseen("04-code", "w3 and w4 taken for one another, the slope squared", ("other weights", "slope twice"))
def q4_crossed(a, y1, y2, t1, t2, w3, w4):
    e = (y1 - t1, y2 - t2)
    return (*e, slope_at(a) ** 2 * np.dot(e, (w4, w3)))


@unseen("04-code", "the second path is lost, and ŷ − y", ("one path", "swapped"))
def q4_first_path(a, y1, y2, t1, t2, w3, w4):
    d3, d4 = t1 - y1, t2 - y2
    return d3, d4, d3 * w3 * slope_at(a)


@unseen("04-code", "σ′ at the outputs, and none at a", ("output slope", "slope missing"))
def q4_slopes_at_outputs(a, y1, y2, t1, t2, w3, w4):
    d = [(y - t) * slope_at(y) for y, t in ((y1, t1), (y2, t2))]
    return d[0], d[1], d[0] * w3 + d[1] * w4


@unseen("04-code", "the errors' mean times the slope: no weights", ("no weights", "half | mean of terms"))
def q4_mean_error(a, y1, y2, t1, t2, w3, w4):
    d3, d4 = y1 - t1, y2 - t2
    return d3, d4, (d3 + d4) / 2 * a * (1 - a)


@unseen("05-code", "range(1, updates)", "one update")
def q5_from_one(network, x, t, eta, updates):
    for _ in range(1, updates):
        network = network.updated(network.backward(network.forward(x), t), eta)
    return network


@unseen("05-code", "the forward pass before the loop, −η in it", ("old pass", "uphill"))
def q5_pass_before(network, x, t, eta, updates):
    seen = network.forward(x)
    return reduce(lambda net, _: net.updated(net.backward(seen, t), -eta), range(updates), network)


@unseen("05-code", "one example an update, in turn", "one at a time | one example")
def q5_in_turn(network, x, t, eta, updates):
    turn = cycle(range(len(x)))
    for n in islice(turn, updates):
        network = network.updated(network.backward(network.forward(x[n : n + 1]), t[n : n + 1]), eta)
    return network


@unseen("05-code", "the rate shrinks by a tenth, and one update too many", ("eta decays", "one update"))
def q5_shrinking(network, x, t, eta, updates):
    k = 0
    while k <= updates:
        network = network.updated(network.backward(network.forward(x), t), eta * 0.9**k)
        k += 1
    return network


@unseen("06-code", "z σ′ alone", "product rule")
def q6_second_term(z):
    s = sigma(z)
    return z * s, z * s * (1 - s)


@unseen("06-code", "σ(−z) by a missing minus, and the slope without its first term", ("minus z", "product rule"))
def q6_minus(z):
    s = 1 / (1 + np.exp(z))
    return z * s, z * s * (1 - s)


@unseen("06-code", "the value is σ(z), with the slope first", ("no z", "pair order"))
def q6_no_z(z):
    s = sigma(z)
    return s + z * s * (1 - s), s


@unseen("06-code", "σ′ of σ(z) in the second term", "slope point")
def q6_slope_of_sigma(z):
    s = sigma(z)
    return z * s, s + z * sigma(s) * (1 - sigma(s))
