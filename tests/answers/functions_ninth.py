"""A ninth set of wrong functions, by somebody who saw neither the package nor its verdicts."""

from functools import reduce

import numpy as np
from entries import collecting, sigma

ENTRIES = []
unseen = collecting(ENTRIES, "ninth, ")

# ------------------------------------------------- what learners have at hand, and it is right


def run(x, weights, biases):
    """All activations, x first."""
    acts = [x]
    for w, b in zip(weights, biases, strict=True):
        acts.append(sigma(acts[-1] @ w.T + b))
    return acts


def deltas(acts, target, weights):
    """All dC_dz of activations that begin with x."""
    found = [acts[-1] - target]
    for k in range(len(weights) - 1, 0, -1):
        found.insert(0, (found[0] @ weights[k]) * acts[k] * (1 - acts[k]))
    return found


def grads(x, target, weights, biases):
    acts = run(x, weights, biases)
    ds = deltas(acts, target, weights)
    return [d.T @ f for d, f in zip(ds, acts[:-1], strict=True)], [d.sum(axis=0) for d in ds]


def stepped(params, gradients, eta):
    return [p - eta * g for p, g in zip(params, gradients, strict=True)]


def batches(order, size):
    return [order[i : i + size] for i in range(0, len(order), size)]


# =================================================================== backward (36)


@unseen("backward", "recursion; takes the first layer for the inputs, which have no activation", "slope missing")
def backward_recursive(z, a, target, weights):
    def down(k):
        if k == len(a) - 1:
            return [a[k] - target]
        later = down(k + 1)
        here = later[0] @ weights[k + 1]
        return [here * a[k] * (1 - a[k]) if k > 0 else here, *later]

    return down(0)


@unseen("backward", "σ′ is written for z, with σ inside, and then called with a", "slope point")
def backward_sigma_of_a(z, a, target, weights):
    def sigma_prime(v):
        return sigma(v) * (1 - sigma(v))

    out = [None] * len(a)
    out[-1] = a[-1] - target
    k = len(a) - 2
    while k >= 0:
        out[k] = np.einsum("nj,ji->ni", out[k + 1], weights[k + 1]) * sigma_prime(a[k])
        k -= 1
    return out


@unseen("backward", "quotient rule, the square of the denominator forgotten", "other slope")
def backward_quotient(z, a, target, weights):
    d = a[-1] - target
    ds = [d]
    for w, zk in zip(weights[:0:-1], z[-2::-1], strict=True):
        e = np.exp(-zk)
        d = (d @ w) * e / (1 + e)
        ds = [d, *ds]
    return ds


@unseen("backward", "four loops, and = where += belongs", "one path")
def backward_assigns(z, a, target, weights):
    n = len(target)
    ds = [np.zeros_like(ak) for ak in a]
    ds[-1][:] = a[-1] - target
    for k in range(len(a) - 2, -1, -1):
        rows, cols = weights[k + 1].shape
        for i in range(n):
            for neuron in range(cols):
                for later in range(rows):
                    blame = ds[k + 1][i, later] * weights[k + 1][later, neuron]
                    ds[k][i, neuron] = blame * a[k][i, neuron] * (1 - a[k][i, neuron])
    return ds


@unseen("backward", "the slope multiplies before the weights, that of the layer one comes from", "slope place")
def backward_slope_first(z, a, target, weights):
    d = a[-1] - target
    ds = [d]
    for k in reversed(range(1, len(a))):
        d = (d * a[k] * (1 - a[k])) @ weights[k]
        ds.append(d)
    return ds[::-1]


@unseen("backward", "binary cross-entropy derived by y, and that is called the output's delta", "output slope missing")
def backward_bce_by_y(z, a, target, weights):
    y = a[-1]
    d = -target / y + (1 - target) / (1 - y)
    back = [d]
    for k in range(len(weights) - 1, 0, -1):
        s = a[k - 1] - a[k - 1] ** 2
        back.append(s * (back[-1] @ weights[k]))
    back.reverse()
    return back


@unseen("backward", "each weight's share of the sum, as in a book for beginners", "normalised")
def backward_shares(z, a, target, weights):
    d = (a[-1] - target).T
    found = [d.T]
    for k in range(len(a) - 2, -1, -1):
        share = weights[k + 1] / weights[k + 1].sum(axis=1, keepdims=True)
        d = (share.T @ d) * a[k].T * (1 - a[k].T)
        found.insert(0, d.T)
    return found


@unseen("backward", "turns the weights by 180°, as one does with a kernel of a convolution", "other weights")
def backward_flipped_kernel(z, a, target, weights):
    ds = [a[-1] - target]
    for k in range(len(a) - 2, -1, -1):
        kernel = np.flip(weights[k + 1], axis=(0, 1))
        ds.insert(0, (ds[0] @ kernel) * a[k] * (1 - a[k]))
    return ds


@unseen(
    "backward",
    "the product of all later matrices takes the error back, the slopes between are forgotten",
    "slope missing | not delta",
)
def backward_matrix_product(z, a, target, weights):
    error = a[-1] - target
    found = []
    for k, act in enumerate(a):
        way = reduce(np.matmul, weights[:k:-1], np.eye(error.shape[1]))
        arrived = error @ way
        found.append(arrived if k == len(a) - 1 else arrived * act * (1 - act))
    return found


@unseen("backward", "label smoothing from another project", "other target")
def backward_smoothed(z, a, target, weights, smoothing=0.2):
    soft = target * (1 - smoothing) + smoothing / 2
    ds = {len(a) - 1: a[-1] - soft}
    for k in range(len(a) - 2, -1, -1):
        ds[k] = (ds[k + 1] @ weights[k + 1]) * a[k] * (1 - a[k])
    return [ds[k] for k in sorted(ds)]


@unseen("backward", "the sparsity term of the sparse autoencoder's exercise stayed in", "extra term")
def backward_sparse(z, a, target, weights, rho=0.05, beta=0.3):
    delta = a[-1] - target
    stack = [delta]
    for k in range(len(a) - 2, -1, -1):
        rho_hat = a[k].mean(axis=0)
        sparsity = beta * (-rho / rho_hat + (1 - rho) / (1 - rho_hat))
        delta = (delta @ weights[k + 1] + sparsity) * a[k] * (1 - a[k])
        stack.insert(0, delta)
    return stack


@unseen("backward", "the cost in bits: log2, so 1/ln 2 remains in the delta", "logarithm")
def backward_bits(z, a, target, weights):
    y = a[-1]
    dy = (-target / y + (1 - target) / (1 - y)) / np.log(2)
    ds = [dy * y * (1 - y)]
    for w, act in zip(reversed(weights[1:]), reversed(a[:-1]), strict=True):
        ds.insert(0, ds[0] @ w * act * (1 - act))
    return ds


@unseen("backward", "range ends at 1, the first layer keeps its zeros", "zero")
def backward_range_end(z, a, target, weights):
    dz = [np.zeros(ak.shape) for ak in a]
    dz[-1] += a[-1] - target
    for k in range(len(a) - 2, 0, -1):
        dz[k] += dz[k + 1].dot(weights[k + 1]) * a[k] * (1 - a[k])
    return dz


@unseen("backward", "the slope is computed from what comes back, a variable named a too", "slope of error")
def backward_shadowed(z, a, target, weights):
    found = [a[-1] - target]
    for w in weights[:0:-1]:
        a = np.einsum("ji,nj->ni", w, found[-1])
        found.append(a * (1 - a))
    return found[::-1]


@unseen("backward", "numerical slope from both sides, divided by h in place of 2h", "double")
def backward_numerical(z, a, target, weights, h=1e-4):
    ds = [a[-1] - target]
    for k in range(len(z) - 2, -1, -1):
        slope = (sigma(z[k] + h) - sigma(z[k] - h)) / h
        ds.insert(0, slope * (ds[0] @ weights[k + 1]))
    return ds


@unseen("backward", "one slope a neuron, at its mean activation over the batch", "slope point | one example")
def backward_mean_slope(z, a, target, weights):
    slopes = [m * (1 - m) for m in (act.mean(axis=0) for act in a)]
    d = a[-1] - target
    ds = [d]
    for k in range(len(a) - 2, -1, -1):
        d = d @ weights[k + 1] @ np.diag(slopes[k])
        ds.insert(0, d)
    return ds


@unseen("backward", "the sum is set to 0 once an example, not once a neuron", "extra term")
def backward_never_reset(z, a, target, weights):
    ds = [a[-1] - target]
    for k in range(len(a) - 2, -1, -1):
        here = np.empty_like(a[k])
        for i in range(len(target)):
            s = 0.0
            for neuron in range(here.shape[1]):
                for later in range(weights[k + 1].shape[0]):
                    s += ds[0][i, later] * weights[k + 1][later, neuron]
                here[i, neuron] = s * a[k][i, neuron] * (1 - a[k][i, neuron])
        ds.insert(0, here)
    return ds


@unseen("backward", "updates each layer's weights on the way and goes back through the new ones", "updated")
def backward_on_the_fly(z, a, target, weights, rate=0.5):
    weights = [w.copy() for w in weights]
    d = a[-1] - target
    ds = [d]
    for k in range(len(a) - 1, 0, -1):
        weights[k] -= rate * d.T @ a[k - 1]
        d = (d @ weights[k]) * a[k - 1] * (1 - a[k - 1])
        ds.insert(0, d)
    return ds


@unseen("backward", "computes y anew from z, without the minus in the exponent", "minus z")
def backward_exp_plus(z, a, target, weights):
    y = 1 / (1 + np.exp(z[-1]))
    ds = [y - target]
    for k in range(len(z) - 2, -1, -1):
        s = 1 / (1 + np.exp(z[k]))
        ds.append(s * (1 - s) * (ds[-1] @ weights[k + 1]))
    return ds[::-1]


@unseen("backward", "takes the first column for the target, it broadcasts over both outputs", "other target")
def backward_first_column(z, a, target, weights):
    label = target[:, 0].reshape(-1, 1)
    delta = a[-1] - label
    result = [delta]
    for w, act in list(zip(weights[1:], a[:-1], strict=True))[::-1]:
        delta = (delta @ w) * (act * (1 - act))
        result.insert(0, delta)
    return result


@unseen("backward", "softmax of the output's z, minus the target, as in the course before", "other activation")
def backward_softmax_start(z, a, target, weights):
    e = np.exp(z[-1] - z[-1].max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    ds = [p - target]
    for k in range(len(a) - 2, -1, -1):
        ds.insert(0, (ds[0] @ weights[k + 1]) * a[k] * (1 - a[k]))
    return ds


@unseen("backward", "blame goes along each neuron's strongest wire alone, as in max pooling", "one path")
def backward_strongest(z, a, target, weights):
    d = a[-1] - target
    ds = [d]
    for k in range(len(a) - 2, -1, -1):
        w = weights[k + 1]
        best = np.abs(w).argmax(axis=0)
        cols = np.arange(w.shape[1])
        d = d[:, best] * w[best, cols] * a[k] * (1 - a[k])
        ds.insert(0, d)
    return ds


@unseen("backward", "an einsum without n at its end sums the examples, and it broadcasts", "one example")
def backward_einsum_lost_n(z, a, target, weights):
    d = [a[-1] - target]
    for k in range(len(a) - 2, -1, -1):
        arriving = np.einsum("no,oi->i", d[0], weights[k + 1])
        d.insert(0, arriving * a[k] * (1 - a[k]))
    return d


@unseen("backward", "y.sum().backward(): the outputs are derived, no cost at all", "error missing")
def backward_outputs_derived(z, a, target, weights):
    def one_back(found, layer):
        w, act = layer
        return [(found[0] @ w) * act * (1 - act), *found]

    y = a[-1]
    pairs = list(zip(weights[1:], a[:-1], strict=True))
    return reduce(one_back, reversed(pairs), [np.ones_like(y) * y * (1 - y)])


@unseen("backward", "target minus output, and dC_da is passed on as it is", "swapped + slope missing")
def backward_delta_rule(z, a, target, weights):
    err = target - a[-1]
    errs = [err]
    layer = len(weights) - 1
    while layer:
        err = err @ weights[layer]
        errs = [err, *errs]
        layer -= 1
    return errs


@unseen("backward", "mean squared error's 2(y − t) with its σ′, as in an older notebook", "output slope + double")
def backward_squares(z, a, target, weights):
    y = a[-1]
    deltas_ = [2 * (y - target) * y * (1 - y)]
    for k in range(len(a) - 2, -1, -1):
        deltas_.insert(0, (weights[k + 1].T @ deltas_[0].T).T * a[k] * (1 - a[k]))
    return deltas_


@unseen("backward", "tanh's slope for all layers, the output too", "output slope + other slope")
def backward_tanh_everywhere(z, a, target, weights):
    slopes = [1 - act**2 for act in a]
    comes = a[-1] - target
    ds = []
    for k in range(len(a) - 1, -1, -1):
        ds.insert(0, comes * slopes[k])
        comes = ds[0] @ weights[k]
    return ds


@unseen("backward", "z stands wherever a is meant", "z for y + slope point")
def backward_all_z(z, a, target, weights):
    d = z[-1] - target
    out = [d]
    for k in range(len(z) - 2, -1, -1):
        d = np.dot(d, weights[k + 1]) * z[k] * (1 - z[k])
        out.insert(0, d)
    return out


@unseen("backward", "the batch's mean, and σ′ once for dC_da and once for dC_dz", "over n + slope twice")
def backward_slope_in_both(z, a, target, weights):
    ds = [(a[-1] - target) / target.shape[0]]
    for k in range(len(a) - 2, -1, -1):
        slope = a[k] * (1 - a[k])
        dC_da = (ds[0] @ weights[k + 1]) * slope
        dC_dz = dC_da * slope
        ds.insert(0, dC_dz)
    return ds


@unseen(
    "backward", "every hidden neuron gets the example's whole error, no matrix anywhere", "output error + no weights"
)
def backward_broadcast_blame(z, a, target, weights):
    e = a[-1] - target
    whole = e.sum(axis=1, keepdims=True)
    return [whole * h * (1 - h) for h in a[:-1]] + [e]


@unseen("backward", "−t log y alone is derived, and the paths are averaged", "part of loss + mean of terms")
def backward_half_loss(z, a, target, weights):
    ds = [-target * (1 - a[-1])]
    for k in range(len(a) - 2, -1, -1):
        paths = ds[0][:, :, None] * weights[k + 1][None]
        ds.insert(0, paths.mean(axis=1) * a[k] * (1 - a[k]))
    return ds


@unseen(
    "backward",
    "the predicted class minus the target, and sizes of weights only",
    "rounded + weight size | other activation + weight size",
)
def backward_decisions(z, a, target, weights):
    guess = np.where(a[-1] > 0.5, 1.0, 0.0)
    d = guess - target
    ds = [d]
    for w, act in zip(weights[:0:-1], a[-2::-1], strict=True):
        d = d @ np.abs(w) * act * (1 - act)
        ds.insert(0, d)
    return ds


@unseen("backward", "appended from the back and never turned round, σ′ at the output", "order + output slope")
def backward_appended(z, a, target, weights):
    ds = []
    comes = a[-1] - target
    for k in reversed(range(len(a))):
        ds.append(comes * a[k] * (1 - a[k]))
        comes = ds[-1] @ weights[k]
    return ds


@unseen("backward", "mean loss, and every delta cut to ±0.1, as for an LSTM", "clipped + over n")
def backward_rnn_habits(z, a, target, weights):
    d = np.clip((a[-1] - target) / len(a[-1]), -0.1, 0.1)
    ds = [d]
    for k in range(len(a) - 2, -1, -1):
        d = np.clip(d @ weights[k + 1] * a[k] * (1 - a[k]), -0.1, 0.1)
        ds.insert(0, d)
    return ds


@unseen("backward", "amounts of blame: the error's size along the weights' sizes", "error power + weight size")
def backward_amounts(z, a, target, weights):
    ds = [np.abs(a[-1] - target)]
    for k in range(len(a) - 1, 0, -1):
        ds.insert(0, ds[0] @ np.abs(weights[k]) * (a[k - 1] * (1 - a[k - 1])))
    return ds


@unseen("backward", "goes on to the inputs and keeps them in the list; target − output", "layer missing + swapped")
def backward_to_inputs(z, a, target, weights):
    d = target - a[-1]
    ds = [d]
    for k in range(len(weights) - 1, -1, -1):
        d = d @ weights[k]
        if k > 0:
            d = d * a[k - 1] * (1 - a[k - 1])
        ds.insert(0, d)
    return ds


# =================================================================== forward (24)


@unseen("forward", "the output by hand, 1 / 1 + exp(−z): no brackets round the denominator", "other activation")
def forward_precedence(x, weights, biases):
    zs, acts = [], []
    h = x
    for w, b in zip(weights, biases, strict=True):
        zs.append(np.dot(h, w.T) + b)
        h = sigma(zs[-1])
        acts.append(h)
    acts[-1] = 1 / 1 + np.exp(-zs[-1])
    return zs, acts


@unseen("forward", "np.average with the weights as weights: it divides by their sum", "normalised")
def forward_np_average(x, weights, biases):
    z, a = [], []
    rows = x
    for w, b in zip(weights, biases, strict=True):
        net = np.array([[np.average(row, weights=w[j]) + b[j] for j in range(len(w))] for row in rows])
        z.append(net)
        rows = sigma(net)
        a.append(rows)
    return z, a


@unseen("forward", "turns the features round as images between RGB and BGR", "other source")
def forward_bgr(x, weights, biases):
    h = x[:, ::-1]
    z, a = [], []
    for w, b in zip(weights, biases, strict=True):
        z.append(np.einsum("ni,oi->no", h, w) + b)
        a.append(sigma(z[-1]))
        h = a[-1]
    return z, a


@unseen("forward", "the logistic curve of Elo ratings, with base 10", "other activation")
def forward_elo(x, weights, biases):
    def expected(rating):
        return 1 / (1 + np.power(10.0, -rating))

    z = []
    for k, (w, b) in enumerate(zip(weights, biases, strict=True)):
        z.append((expected(z[k - 1]) if k else x) @ w.T + b)
    return z, [expected(v) for v in z]


@unseen(
    "forward", "scales hidden activations by dropout's keep probability ½, without dropout", "half | other activation"
)
def forward_keep_prob(x, weights, biases, keep=0.5):
    z, a = [], []
    signal = x
    for k in range(len(weights)):
        z.append(signal @ weights[k].T + biases[k])
        signal = sigma(z[k])
        if k + 1 < len(weights):
            signal = signal * keep
        a.append(signal)
    return z, a


@unseen("forward", "a batch norm before each σ", "normalised")
def forward_batch_norm(x, weights, biases):
    z, a = [], [x]
    for w, b in zip(weights, biases, strict=True):
        lin = a[-1] @ w.T + b
        lin = (lin - lin.mean(axis=0)) / lin.std(axis=0)
        z.append(lin)
        a.append(sigma(lin))
    return z, a[1:]


@unseen("forward", "counts inputs from 1, so the first input never enters", "one term")
def forward_from_one(x, weights, biases):
    z, a = [], []
    before = x
    for w, b in zip(weights, biases, strict=True):
        net = np.zeros((len(before), len(w)))
        for i in range(net.shape[0]):
            for j in range(net.shape[1]):
                net[i, j] = b[j]
                for k in range(1, w.shape[1]):
                    net[i, j] += w[j, k] * before[i, k]
        z.append(net)
        before = sigma(net)
        a.append(before)
    return z, a


@unseen("forward", "one bias a layer: b[0] for all its neurons", "other bias")
def forward_first_bias(x, weights, biases):
    zs = []
    acts = [x]
    for layer, w in enumerate(weights):
        zs.append(acts[layer] @ w.T + biases[layer][0])
        acts.append(sigma(zs[layer]))
    return zs, acts[1:]


@unseen("forward", "neurons fire or do not: the next layer is fed 0 or 1, rounded", "rounded")
def forward_fires(x, weights, biases):
    z, a, h = [], [], x
    for w, b in zip(weights, biases, strict=True):
        z.append(h @ w.T + b)
        a.append(sigma(z[-1]))
        h = np.rint(a[-1])
    return z, a


@unseen("forward", "a column of ones for the bias, and + b out of habit", "bias twice")
def forward_ones_and_b(x, weights, biases):
    z, a = [], []
    h = x
    for w, b in zip(weights, biases, strict=True):
        extended = np.hstack([h, np.ones((len(h), 1))])
        net = extended @ np.column_stack([w, b]).T
        z.append(net + b)
        h = sigma(z[-1])
        a.append(h)
    return z, a


@unseen("forward", "a begins with the inputs, one array too many", "layer missing")
def forward_with_inputs(x, weights, biases):
    a = [x]
    z = []
    for w, b in zip(weights, biases, strict=True):
        z.append(a[-1] @ w.T + b)
        a.append(sigma(z[-1]))
    return z, a


@unseen("forward", "the output is left as logits, as a framework's loss wants them", "no activation")
def forward_logits(x, weights, biases):
    def layer(h, pairs):
        if not pairs:
            return [], []
        (w, b), *rest = pairs
        z = h @ w.T + b
        act = sigma(z) if rest else z
        zs, acts = layer(act, rest)
        return [z, *zs], [act, *acts]

    return layer(x, list(zip(weights, biases, strict=True)))


@unseen("forward", "z is held between −1 and 1 so that exp cannot overflow", "clipped")
def forward_clipped(x, weights, biases):
    z, a = [], []
    for w, b in zip(weights, biases, strict=True):
        net = np.clip((a[-1] if a else x) @ w.T + b, -1, 1)
        z.append(net)
        a.append(sigma(net))
    return z, a


@unseen("forward", "reshape where the transpose belongs", "transposed | other weights")
def forward_reshape(x, weights, biases):
    z, a = [], []
    h = x
    for w, b in zip(weights, biases, strict=True):
        n_out, n_in = w.shape
        z.append(h @ w.reshape(n_in, n_out) + b)
        a.append(sigma(z[-1]))
        h = a[-1]
    return z, a


@unseen("forward", "each layer squashes its input once more on its way in", "activation twice")
def forward_squash_in(x, weights, biases):
    z = [x @ weights[0].T + biases[0]]
    a = [sigma(z[0])]
    for w, b in zip(weights[1:], biases[1:], strict=True):
        incoming = sigma(a[-1])
        z.append(incoming @ w.T + b)
        a.append(sigma(z[-1]))
    return z, a


@unseen("forward", "row by row, but later layers are fed row 0 for every example", "one example")
def forward_row_zero(x, weights, biases):
    z = [np.zeros((len(x), len(b))) for b in biases]
    a = [np.zeros_like(zk) for zk in z]
    for k in range(len(weights)):
        for i in range(len(x)):
            fed = x[i] if k == 0 else a[k - 1][0]
            z[k][i] = weights[k] @ fed + biases[k]
            a[k][i] = sigma(z[k][i])
    return z, a


@unseen("forward", "exp(z) in σ, and a threshold that is subtracted", "minus z + bias sign")
def forward_threshold(x, weights, biases):
    h = x.T
    z, a = [], []
    for w, theta in zip(weights, biases, strict=True):
        u = w @ h - theta[:, None]
        h = 1 / (1 + np.exp(u))
        z.append(u.T)
        a.append(h.T)
    return z, a


@unseen("forward", "a softmax head without a bias on sigmoid layers", "other activation + no bias")
def forward_softmax_head(x, weights, biases):
    *body, head = weights
    z, a, h = [], [], x
    for w, b in zip(body, biases[:-1], strict=True):
        z.append(h @ w.T + b)
        h = sigma(z[-1])
        a.append(h)
    z.append(h @ head.T)
    e = np.exp(z[-1])
    a.append(e / e.sum(axis=1)[:, np.newaxis])
    return z, a


@unseen("forward", "standardises the features, in the caller's own array", "normalised + in place")
def forward_scaler(x, weights, biases):
    x -= x.mean(axis=0)
    x /= x.std(axis=0)
    z, a = [], []
    for w, b in zip(weights, biases, strict=True):
        z.append((a[-1] if a else x) @ w.T + b)
        a.append(sigma(z[-1]))
    return z, a


@unseen("forward", "returns a, z and forgets b", "pair order + no bias")
def forward_a_then_z(x, weights, biases):
    a = [x]
    z = []
    for w in weights:
        z += [a[-1] @ w.T]
        a += [sigma(z[-1])]
    return a[1:], z


@unseen("forward", "chains the z first and applies σ(−z) to all of them at the end", "fed z + minus z")
def forward_chain_first(x, weights, biases):
    z = []
    v = x
    for w, b in zip(weights, biases, strict=True):
        v = v @ w.T + b
        z.append(v)
    return z, [np.exp(-v) / (1 + np.exp(-v)) for v in z]


@unseen("forward", "a stack that is read from its top, and a linear output", "order + no activation")
def forward_stack(x, weights, biases):
    z, a = [], []
    h = x
    last = len(weights)
    for number, (w, b) in enumerate(zip(weights, biases, strict=True), start=1):
        z.append(h @ w.T + b)
        h = z[-1] if number == last else sigma(z[-1])
        a.append(h)
    return [z.pop() for _ in range(last)], [a.pop() for _ in range(last)]


@unseen("forward", "np.mean of the products, and ReLU", "mean of terms + other activation")
def forward_mean_relu(x, weights, biases):
    z, a = [], []
    h = x
    for w, b in zip(weights, biases, strict=True):
        z.append((h[:, None, :] * w[None, :, :]).mean(axis=2) + b)
        h = np.where(z[-1] > 0, z[-1], 0)
        a.append(h)
    return z, a


@unseen("forward", "Dense(tanh) first, and then a layer of its own for the bias", "bias after + other activation")
def forward_bias_layer(x, weights, biases):
    z, a, h = [], [], x
    for w, b in zip(weights, biases, strict=True):
        dense = h @ w.T
        h = np.tanh(dense) + b
        z.append(dense)
        a.append(h)
    return z, a


# =================================================================== multiply (20)


@unseen("multiply", "a[l − 1] for l = 0 too: Python takes the last, so y feeds the first layer", "other source")
def multiply_negative_index(x, a, dC_dz):
    dw = [dC_dz[k].T @ a[k - 1] for k in range(len(a))]
    db = [d.sum(axis=0) for d in dC_dz]
    return dw, db


@unseen("multiply", "a bias's gradient is the sum of its row of dL_dw", "bias fed")
def multiply_row_sums(x, a, dC_dz):
    dw, db = [], []
    for d, f in zip(dC_dz, [x, *a[:-1]], strict=True):
        g = np.einsum("no,ni->oi", d, f)
        dw.append(g)
        db.append(g.sum(axis=1))
    return dw, db


@unseen("multiply", "a loop over the examples that assigns, the last one remains", "one example")
def multiply_last_remains(x, a, dC_dz):
    feeds = [x, *a[:-1]]
    dw = [np.zeros((d.shape[1], f.shape[1])) for d, f in zip(dC_dz, feeds, strict=True)]
    db = [np.zeros(d.shape[1]) for d in dC_dz]
    for i in range(len(x)):
        for k in range(len(dC_dz)):
            dw[k][:] = np.outer(dC_dz[k][i], feeds[k][i])
            db[k][:] = dC_dz[k][i]
    return dw, db


@unseen("multiply", "adds the whole batch's product once for each example", "times n")
def multiply_loop_and_matmul(x, a, dC_dz):
    dw, db = [], []
    for d, f in zip(dC_dz, [x, *a[:-1]], strict=True):
        gw = gb = 0
        for _ in range(len(x)):
            gw = gw + d.T @ f
            gb = gb + d.sum(axis=0)
        dw.append(gw)
        db.append(gb)
    return dw, db


@unseen("multiply", "clip_grad_norm over all of them, with length 0.5", "clipped")
def multiply_clip_norm(x, a, dC_dz, longest=0.5):
    dw = [d.T @ f for d, f in zip(dC_dz, [x, *a[:-1]], strict=True)]
    db = [d.sum(axis=0) for d in dC_dz]
    length = np.sqrt(sum((g**2).sum() for g in dw + db))
    scale = min(1.0, longest / length)
    return [g * scale for g in dw], [g * scale for g in db]


@unseen("multiply", "dC_dz times the neuron's own a, then times the feed", "extra a")
def multiply_own_a_too(x, a, dC_dz):
    dw, db = [], []
    for k, d in enumerate(dC_dz):
        feed = x if k == 0 else a[k - 1]
        dw.append((d * a[k]).T @ feed)
        db.append(d.sum(axis=0))
    return dw, db


@unseen("multiply", "popped from the end: each delta meets the feed of another example", "one example")
def multiply_popped(x, a, dC_dz):
    dw = []
    for d, f in zip(dC_dz, [x, *a[:-1]], strict=True):
        rows = list(f)
        dw.append(sum(np.outer(one, rows.pop()) for one in d))
    return dw, [d.sum(axis=0) for d in dC_dz]


@unseen("multiply", "undoes σ to have z, which is said to feed the weights", "feeds z")
def multiply_logit(x, a, dC_dz):
    before = [x] + [np.log(h / (1 - h)) for h in a[:-1]]
    return [d.T @ f for d, f in zip(dC_dz, before, strict=True)], [np.sum(d, 0) for d in dC_dz]


@unseen("multiply", "zip of a and dC_dz[1:]: the weights from x get no array", "layer missing")
def multiply_zip_inner(x, a, dC_dz):
    dw = [d.T @ h for h, d in zip(a, dC_dz[1:], strict=False)]
    db = [d.sum(axis=0) for d in dC_dz]
    return dw, db


@unseen("multiply", "∂z/∂w is taken to be the feeding neuron's σ′", "feeds slope")
def multiply_feed_slope(x, a, dC_dz):
    dw = [dC_dz[0].T @ x]
    for k in range(1, len(a)):
        dz_dw = a[k - 1] * (1 - a[k - 1])
        dw.append(dC_dz[k].T @ dz_dw)
    return dw, [d.sum(axis=0) for d in dC_dz]


@unseen("multiply", "columns in the head: the bias's sum runs over axis 1 of rows", "other axis")
def multiply_axis_one(x, a, dC_dz):
    db = [np.sum(d, axis=1) for d in dC_dz]
    dw = [np.tensordot(d, f, axes=(0, 0)) for d, f in zip(dC_dz, [x, *a[:-1]], strict=True)]
    return dw, db


@unseen("multiply", "a weight gets its neuron's summed delta, whatever feeds it", "feeds nothing")
def multiply_summed_delta(x, a, dC_dz):
    db = [d.sum(axis=0) for d in dC_dz]
    widths = [x.shape[1]] + [h.shape[1] for h in a[:-1]]
    dw = [np.repeat(g[:, None], width, axis=1) for g, width in zip(db, widths, strict=True)]
    return dw, db


@unseen("multiply", "feed.T @ dC_dz, made to fit by reshape", "gradient transposed")
def multiply_reshape(x, a, dC_dz):
    dw, db = [], []
    for d, f in zip(dC_dz, [x, *a[:-1]], strict=True):
        g = f.T @ d
        dw.append(g.reshape(d.shape[1], f.shape[1]))
        db.append(d.sum(axis=0))
    return dw, db


@unseen("multiply", "1/m and weights as (in, out), from the course with videos", "gradient transposed + over n")
def multiply_videos(x, a, dC_dz):
    m = x.shape[0]
    A_prev = [x, *a[:-1]]
    dW = [1 / m * np.dot(A_prev[k].T, dC_dz[k]) for k in range(len(a))]
    db = [1 / m * np.sum(dC_dz[k], axis=0) for k in range(len(a))]
    return dW, db


@unseen("multiply", "summed delta outer mean feed, to save the loop", "sums multiplied + over n")
def multiply_mean_feed(x, a, dC_dz):
    db = [d.sum(axis=0) for d in dC_dz]
    dw = [np.outer(s, f.mean(axis=0)) for s, f in zip(db, [x, *a[:-1]], strict=True)]
    return dw, db


@unseen("multiply", "−dL_dw, ready for adding, and dL_db is dC_dz as it stands", "sign + no sum")
def multiply_ready(x, a, dC_dz):
    dw, db = [], []
    for k in range(len(dC_dz)):
        dw.append(-dC_dz[k].T @ (x if k == 0 else a[k - 1]))
        db.append(-dC_dz[k])
    return dw, db


@unseen("multiply", "zip of dC_dz with a, and one number for a layer's biases", "feeds own a + sum over all")
def multiply_same_index(x, a, dC_dz):
    dw = [d.T @ h for d, h in zip(dC_dz, a, strict=True)]
    db = [np.full(d.shape[1], np.sum(d)) for d in dC_dz]
    return dw, db


@unseen("multiply", "biases first, and means of both", "pair order + over n")
def multiply_bias_first(x, a, dC_dz):
    feeds = [x, *a[:-1]]
    grads_b = [np.mean(d, axis=0) for d in dC_dz]
    grads_w = [np.mean(d[:, :, None] * f[:, None, :], axis=0) for d, f in zip(dC_dz, feeds, strict=True)]
    return grads_b, grads_w


@unseen("multiply", "from the last layer to the first, a learning rate already inside", "order + eta in gradient")
def multiply_backwards(x, a, dC_dz, lr=0.1):
    dw, db = [], []
    k = len(a) - 1
    while k >= 0:
        feed = a[k - 1] if k else x
        dw.append(lr * dC_dz[k].T @ feed)
        db.append(lr * dC_dz[k].sum(axis=0))
        k -= 1
    return dw, db


@unseen("multiply", "σ′ once more in hidden layers; db is allocated and forgotten", "slope twice + zero")
def multiply_forgot_db(x, a, dC_dz):
    db = [np.zeros(d.shape[1]) for d in dC_dz]
    dw = []
    feed = x
    for k, (h, d) in enumerate(zip(a, dC_dz, strict=True)):
        if k < len(a) - 1:
            d = d * h * (1 - h)
        dw.append(d.T @ feed)
        feed = h
    return dw, db


# =================================================================== update (16)


@unseen("update", "w *= 1 − η g: a percentage of the weight", "brackets")
def update_percentage(weights, biases, dL_dw, dL_db, eta):
    new_w = [w * (1 - eta * g) for w, g in zip(weights, dL_dw, strict=True)]
    new_b = [b * (1 - eta * g) for b, g in zip(biases, dL_db, strict=True)]
    return new_w, new_b


@unseen("update", "a moving average of parameters: 0.9 old and 0.1 new", "averaged | eta in gradient | own eta")
def update_ema(weights, biases, dL_dw, dL_db, eta):
    def ema(old, new):
        return [0.9 * o + 0.1 * n for o, n in zip(old, new, strict=True)]

    return ema(weights, stepped(weights, dL_dw, eta)), ema(biases, stepped(biases, dL_db, eta))


@unseen("update", "the loop variable is bound anew, the lists never learn of it", "not updated")
def update_rebound(weights, biases, dL_dw, dL_db, eta):
    for w, b, gw, gb in zip(weights, biases, dL_dw, dL_db, strict=True):
        w = w - eta * gw
        b = b - eta * gb
    return weights, biases


@unseen("update", "only the head is trained, as in transfer learning", "not updated")
def update_frozen(weights, biases, dL_dw, dL_db, eta):
    w, b = list(weights), list(biases)
    w[-1] = w[-1] - eta * dL_dw[-1]
    b[-1] = b[-1] - eta * dL_db[-1]
    return w, b


@unseen("update", "a smaller η for every later layer", "own eta | eta decays")
def update_layerwise(weights, biases, dL_dw, dL_db, eta):
    new_w, new_b = [], []
    for k in range(len(weights)):
        rate = eta / (k + 2)
        new_w.append(weights[k] - rate * dL_dw[k])
        new_b.append(biases[k] - rate * dL_db[k])
    return new_w, new_b


@unseen("update", "Adam's first step, which is the sign of the gradient", "clipped")
def update_adam_first(weights, biases, dL_dw, dL_db, eta):
    def adam(p, g):
        m = (1 - 0.9) * g / (1 - 0.9)
        v = (1 - 0.999) * g**2 / (1 - 0.999)
        return p - eta * m / np.sqrt(v)

    return list(map(adam, weights, dL_dw)), list(map(adam, biases, dL_db))


@unseen("update", "dL_db is not touched: biases move by the mean of their row of dL_dw", "dw for db")
def update_bias_by_row(weights, biases, dL_dw, dL_db, eta):
    return (
        stepped(weights, dL_dw, eta),
        [b - eta * g.mean(axis=1) for b, g in zip(biases, dL_dw, strict=True)],
    )


@unseen("update", "returns what is to be added, as an optimiser's update() in another framework", "step alone")
def update_only_updates(weights, biases, dL_dw, dL_db, eta):
    return [
        [np.negative(eta * g) for _, g in zip(params, gs, strict=True)]
        for params, gs in ((weights, dL_dw), (biases, dL_db))
    ]


@unseen("update", "steps once in a helper and once more in what is returned", "twice updated | double")
def update_again(weights, biases, dL_dw, dL_db, eta):
    weights, biases = stepped(weights, dL_dw, eta), stepped(biases, dL_db, eta)
    return stepped(weights, dL_dw, eta), stepped(biases, dL_db, eta)


@unseen("update", "divides each step by how many entries its array has", "step over n")
def update_by_size(weights, biases, dL_dw, dL_db, eta):
    new = []
    for params, gs in [(weights, dL_dw), (biases, dL_db)]:
        new.append([np.subtract(p, eta * g / g.size) for p, g in zip(params, gs, strict=True)])
    return tuple(new)


@unseen("update", "each neuron's weights are set to length 1 after the step", "normalised")
def update_unit_length(weights, biases, dL_dw, dL_db, eta):
    moved = stepped(weights, dL_dw, eta)
    moved = [w / np.linalg.norm(w, axis=1, keepdims=True) for w in moved]
    return moved, stepped(biases, dL_db, eta)


@unseen("update", "+= in the caller's arrays", "uphill + in place")
def update_plus_equals(weights, biases, dL_dw, dL_db, eta):
    for p, g in zip(weights + biases, dL_dw + dL_db, strict=True):
        p += eta * g
    return weights, biases


@unseen("update", "weight decay of 0.1, and biases are handed back", "extra term + not updated")
def update_decay(weights, biases, dL_dw, dL_db, eta, decay=0.1):
    new_w = [w - eta * (g + decay * w) for w, g in zip(weights, dL_dw, strict=True)]
    return new_w, biases


@unseen("update", "η in the gradients, η in the step, biases come first", "eta twice + pair order")
def update_eta_in_both(weights, biases, dL_dw, dL_db, eta):
    scaled_w = [eta * g for g in dL_dw]
    scaled_b = [eta * g for g in dL_db]
    return stepped(biases, scaled_b, eta), stepped(weights, scaled_w, eta)


@unseen("update", "the parameter itself stands for its gradient, and is added", "weight for gradient + uphill")
def update_grows(weights, biases, dL_dw, dL_db, eta):
    return [w + eta * w for w in weights], [b + eta * b for b in biases]


@unseen("update", "last layer first, and no η at all", "order + no eta")
def update_reversed(weights, biases, dL_dw, dL_db, eta):
    new_w, new_b = [], []
    for k in range(len(weights) - 1, -1, -1):
        new_w.append(weights[k] - dL_dw[k])
        new_b.append(biases[k] - dL_db[k])
    return new_w, new_b


# =================================================================== train (16)


@unseen("train", "np.array_split into n // batch parts: the rest makes batches larger", "own batch")
def train_array_split(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        for chosen in np.array_split(order, len(order) // batch):
            gw, gb = grads(x[chosen], target[chosen], weights, biases)
            weights, biases = stepped(weights, gw, eta), stepped(biases, gb, eta)
    return weights, biases


@unseen("train", "fills the last batch up from the epoch's beginning", "overlap")
def train_filled_up(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        n = len(order)
        for start in range(0, n, batch):
            chosen = order[np.arange(start, start + batch) % n]
            gw, gb = grads(x[chosen], target[chosen], weights, biases)
            weights, biases = stepped(weights, gw, eta), stepped(biases, gb, eta)
    return weights, biases


@unseen("train", "shuffles what the epoch before has shuffled", "order ignored")
def train_shuffled_again(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        x, target = x[order], target[order]
        for start in range(0, len(x), batch):
            part = slice(start, start + batch)
            gw, gb = grads(x[part], target[part], weights, biases)
            weights, biases = stepped(weights, gw, eta), stepped(biases, gb, eta)
    return weights, biases


@unseen("train", "sends example i to place order[i]: the inverse of the order", "order ignored")
def train_scattered(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        xs, ts = np.empty_like(x), np.empty_like(target)
        xs[order], ts[order] = x, target
        i = 0
        while i < len(xs):
            gw, gb = grads(xs[i : i + batch], ts[i : i + batch], weights, biases)
            weights, biases = stepped(weights, gw, eta), stepped(biases, gb, eta)
            i += batch
    return weights, biases


@unseen("train", "one forward pass an epoch, its activations serve all batches", "old pass")
def train_stale_activations(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        acts = run(x, weights, biases)
        for chosen in batches(order, batch):
            mine = [h[chosen] for h in acts]
            ds = deltas(mine, target[chosen], weights)
            weights = [w - eta * d.T @ h for w, d, h in zip(weights, ds, mine[:-1], strict=True)]
            biases = [b - eta * d.sum(axis=0) for b, d in zip(biases, ds, strict=True)]
    return weights, biases


@unseen("train", "no zero_grad within an epoch", "piles up")
def train_no_zero_grad(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        sum_w = [np.zeros_like(w) for w in weights]
        sum_b = [np.zeros_like(b) for b in biases]
        for chosen in batches(order, batch):
            gw, gb = grads(x[chosen], target[chosen], weights, biases)
            sum_w = [s + g for s, g in zip(sum_w, gw, strict=True)]
            sum_b = [s + g for s, g in zip(sum_b, gb, strict=True)]
            weights, biases = stepped(weights, sum_w, eta), stepped(biases, sum_b, eta)
    return weights, biases


@unseen("train", "copies the starting weights inside the epochs' loop", "epochs")
def train_starts_again(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        w, b = [p.copy() for p in weights], [p.copy() for p in biases]
        for chosen in batches(order, batch):
            gw, gb = grads(x[chosen], target[chosen], w, b)
            for p, g in zip(w + b, gw + gb, strict=True):
                p -= eta * g
    return w, b


@unseen("train", "returns the mean of the weights at the ends of the epochs", "averaged")
def train_swa(x, target, weights, biases, eta, batch, orders):
    kept = []
    for order in orders:
        for chosen in batches(order, batch):
            gw, gb = grads(x[chosen], target[chosen], weights, biases)
            weights, biases = stepped(weights, gw, eta), stepped(biases, gb, eta)
        kept.append((weights, biases))
    ws, bs = zip(*kept, strict=True)
    return [np.mean(w, axis=0) for w in zip(*ws, strict=True)], [np.mean(b, axis=0) for b in zip(*bs, strict=True)]


@unseen("train", "steps a layer and sends the delta through the weights it has just got", "updated")
def train_step_while_going_back(x, target, weights, biases, eta, batch, orders):
    weights, biases = list(weights), list(biases)
    for order in orders:
        for chosen in batches(order, batch):
            acts = run(x[chosen], weights, biases)
            d = acts[-1] - target[chosen]
            for k in range(len(weights) - 1, -1, -1):
                weights[k] = weights[k] - eta * d.T @ acts[k]
                biases[k] = biases[k] - eta * d.sum(axis=0)
                d = (d @ weights[k]) * acts[k] * (1 - acts[k])
    return weights, biases


@unseen("train", "shuffles x and slices the targets as they stand", "targets apart")
def train_only_x_shuffled(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        shuffled = x[order]
        for s in range(0, len(x), batch):
            gw, gb = grads(shuffled[s : s + batch], target[s : s + batch], weights, biases)
            weights, biases = stepped(weights, gw, eta), stepped(biases, gb, eta)
    return weights, biases


@unseen("train", "momentum 0.9 out of habit", "piles up")
def train_momentum(x, target, weights, biases, eta, batch, orders):
    params = [*weights, *biases]
    velocity = [np.zeros_like(p) for p in params]
    half = len(weights)
    for order in orders:
        for chosen in batches(order, batch):
            gw, gb = grads(x[chosen], target[chosen], params[:half], params[half:])
            velocity = [0.9 * v + g for v, g in zip(velocity, gw + gb, strict=True)]
            params = stepped(params, velocity, eta)
    return params[:half], params[half:]


@unseen(
    "train",
    "drop_last and a mean over the batch, as a DataLoader with a mean loss",
    "batch dropped + over n | batch dropped + step over n",
)
def train_data_loader(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        for chosen in order[: len(order) // batch * batch].reshape(-1, batch):
            gw, gb = grads(x[chosen], target[chosen], weights, biases)
            weights = stepped(weights, [g / batch for g in gw], eta)
            biases = stepped(biases, [g / batch for g in gb], eta)
    return weights, biases


@unseen(
    "train",
    "for row, t in zip(x, target): each its own update, orders unused",
    "one at a time + order ignored | own batch + order ignored",
)
def train_plain_sgd(x, target, weights, biases, eta, batch, orders):
    for _ in orders:
        for row, t in zip(x, target, strict=True):
            gw, gb = grads(row[None], t[None], weights, biases)
            weights, biases = stepped(weights, gw, eta), stepped(biases, gb, eta)
    return weights, biases


@unseen("train", "η is halved after each batch, and the first epoch is skipped", "eta decays + epochs")
def train_schedule(x, target, weights, biases, eta, batch, orders):
    for epoch in range(1, len(orders)):
        for number, chosen in enumerate(batches(orders[epoch], batch)):
            gw, gb = grads(x[chosen], target[chosen], weights, biases)
            rate = eta * 0.5**number
            weights, biases = stepped(weights, gw, rate), stepped(biases, gb, rate)
    return weights, biases


@unseen(
    "train",
    "the whole set at once each epoch, and biases keep their start",
    "no batches + not updated | own batch + not updated",
)
def train_full(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        gw, _ = grads(x[order], target[order], weights, biases)
        weights = stepped(weights, gw, eta)
    return weights, biases


@unseen("train", "pops the examples from the end of the order, with weight decay", "order ignored + extra term")
def train_pops(x, target, weights, biases, eta, batch, orders, decay=0.05):
    for order in orders:
        left = list(order)
        while left:
            chosen = [left.pop() for _ in range(min(batch, len(left)))]
            gw, gb = grads(x[chosen], target[chosen], weights, biases)
            gw = [g + decay * w for g, w in zip(gw, weights, strict=True)]
            weights, biases = stepped(weights, gw, eta), stepped(biases, gb, eta)
    return weights, biases


# =================================================================== questions (18)


@unseen("00-code", "η multiplies the difference of parameter and gradient", "brackets")
def code00_brackets(theta, gradient, eta):
    moved = theta - gradient
    moved = moved * eta
    return moved


@unseen("00-code", "adds, and scales by η before and in the step", "uphill + eta twice")
def code00_add_twice(theta, gradient, eta):
    step = np.multiply(eta, gradient)
    return np.add(theta, eta * step)


@unseen("01-code", "hands each value on as in a pipeline: g′ is taken of h′(g(x))", "dg place")
def code01_pipeline(g, dg, dh, x):
    product, value = 1.0, g(x)
    for slope in (dh, dg):
        value = slope(value)
        product *= value
    return product


@unseen("01-code", "h′(g(x)) times g(x): the dash of g is lost", "value for slope")
def code01_lost_dash(g, dg, dh, x):
    inner = g(x)
    outer_slope = dh(inner)
    return outer_slope * inner


@unseen("01-code", "as the rule for sums: h′(x) + g′(x)", "dh at x + added")
def code01_sum_rule(g, dg, dh, x):
    return sum(slope(x) for slope in (dh, dg))


@unseen("02-code", "the mean of the biases for all neurons", "other bias")
def code02_mean_bias(feed, weights, biases):
    z = feed @ weights.T + np.mean(biases)
    return z, sigma(z)


@unseen("02-code", "the two are returned in alphabetical order", "pair order")
def code02_alphabetical(feed, weights, biases):
    found = {"z": np.einsum("oi,ni->no", weights, feed) + biases}
    found["a"] = sigma(found["z"])
    return tuple(found[name] for name in sorted(found))


@unseen("02-code", "z without b, and σ of σ", "no bias + activation twice")
def code02_twice(feed, weights, biases):
    def neuron(v):
        return sigma(v)

    z = np.dot(weights, feed.T).T
    return z, sigma(neuron(z))


@unseen("03-code", "divides by σ′, as when one solves for dC_dz", "slope divides")
def code03_solves(dC_dz_next, weights, a):
    dC_da = dC_dz_next @ weights
    da_dz = a * (1 - a)
    return dC_da / da_dz


@unseen("03-code", "+ where × belongs, between the slope and what comes back", "slope added | added")
def code03_plus(dC_dz_next, weights, a):
    slope = a - a * a
    comes_back = np.einsum("no,oi->ni", dC_dz_next, weights)
    return comes_back + slope


@unseen("03-code", "squared slope and squared weights, as for a second derivative", "slope twice + weight size")
def code03_second(dC_dz_next, weights, a):
    back = dC_dz_next @ np.square(weights)
    return back * (a * (1 - a)) ** 2


@unseen("04-code", "w3 copied into both terms of the sum", "other weights")
def code04_copied(a, y1, y2, t1, t2, w3, w4):
    d1, d2 = y1 - t1, y2 - t2
    back = sum(d * w3 for d in (d1, d2))
    return d1, d2, a * (1 - a) * back


@unseen("04-code", "the first output alone, and no slope of the hidden neuron", "one path + slope missing")
def code04_straight(a, y1, y2, t1, t2, w3, w4):
    d1 = y1 - t1
    d2 = y2 - t2
    hidden = w3 * d1
    return d1, d2, hidden


@unseen("05-code", "one forward pass before the loop, backward inside it", "old pass")
def code05_forward_outside(network, x, target, eta, updates):
    passed = network.forward(x)
    while updates > 0:
        gradients = network.backward(passed, target)
        network = network.updated(gradients, eta)
        updates -= 1
    return network


@unseen(
    "05-code", "range(1, updates), and η over the number of examples", "one update + step over n | one update + over n"
)
def code05_one_less(network, x, target, eta, updates):
    for _ in range(1, updates):
        network = network.updated(network.backward(network.forward(x), target), eta / len(x))
    return network


@unseen("06-code", "the product of the two derivatives: 1 · σ′", "product rule")
def code06_both_derived(z):
    s = sigma(z)
    return z * s, 1 * s * (1 - s)


@unseen("06-code", "1 minus the swish's own value in σ′", "slope point | product rule")
def code06_own_value(z):
    s = 1 / (1 + np.exp(-z))
    y = z * s
    return y, s + y * (1 - y)


@unseen("06-code", "exp(z) in σ, and the slope's first term left out", "minus z + product rule")
def code06_exp_plus(z):
    s = 1 / (1 + np.exp(z))
    return z * s, z * s * (1 - s)
