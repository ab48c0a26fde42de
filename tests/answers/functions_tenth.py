"""A tenth set of wrong functions, by somebody who saw neither the package nor its verdicts."""

import numpy as np
from entries import collecting, sigma

ENTRIES = []
unseen = collecting(ENTRIES, "tenth, ")

# ------------------------------------------------- what learners have at hand, and it is right


def passed(x, weights, biases):
    """All activations, x first."""
    acts = [x]
    for w, b in zip(weights, biases, strict=True):
        acts.append(sigma(acts[-1] @ w.T + b))
    return acts


def sent_back(acts, target, weights):
    """All dC_dz; the activations begin with x."""
    ds = [acts[-1] - target]
    for k in range(len(weights) - 1, 0, -1):
        ds.insert(0, (ds[0] @ weights[k]) * acts[k] * (1 - acts[k]))
    return ds


def gradients(x, target, weights, biases):
    acts = passed(x, weights, biases)
    ds = sent_back(acts, target, weights)
    return [d.T @ f for d, f in zip(ds, acts[:-1], strict=True)], [d.sum(axis=0) for d in ds]


def moved(params, grads, eta):
    return [p - eta * g for p, g in zip(params, grads, strict=True)]


def pieces(order, size):
    return [order[i : i + size] for i in range(0, len(order), size)]


def learnt(x, target, weights, biases, eta):
    """The parameters after one update."""
    gw, gb = gradients(x, target, weights, biases)
    return moved(weights, gw, eta), moved(biases, gb, eta)


# =================================================================== forward


@unseen("forward", "comprehensions; the bias stands inside the sum and comes with every input", "bias twice")
def forward_bias_in_the_sum(x, weights, biases):
    zs, acts, feed = [], [], x
    for w, b in zip(weights, biases, strict=True):
        z = [
            [sum(wi * fi + bj for wi, fi in zip(row, one, strict=True)) for row, bj in zip(w, b, strict=True)]
            for one in feed
        ]
        feed = sigma(np.array(z))
        zs.append(np.array(z))
        acts.append(feed)
    return zs, acts


@unseen("forward", "loops; the total is set to 0 once an example, not once a neuron", "extra term")
def forward_total_runs_on(x, weights, biases):
    zs, acts = [], []
    for layer in range(len(weights)):
        feed = x if layer == 0 else acts[-1]
        z = np.zeros((len(feed), len(weights[layer])))
        for i in range(len(feed)):
            total = 0.0
            for j in range(len(weights[layer])):
                for k in range(feed.shape[1]):
                    total += weights[layer][j, k] * feed[i, k]
                total += biases[layer][j]
                z[i, j] = total
        zs.append(z)
        acts.append(1 / (1 + np.exp(-z)))
    return zs, acts


@unseen("forward", "a neuron fires if the weighted sum is above its threshold", ("other activation", "bias sign"))
def forward_fires(x, weights, biases):
    zs, acts = [], []
    signal = x
    for w, threshold in zip(weights, biases, strict=True):
        zs.append(signal @ w.T - threshold)
        signal = np.where(zs[-1] > 0, 1.0, 0.0)
        acts.append(signal)
    return zs, acts


@unseen("forward", "tanh, and the formula of the slides, a = f(Wx)", ("other activation", "no bias"))
def forward_slides(x, weights, biases):
    h = x.T
    pre, post = [], []
    for w in weights:
        pre.append((w @ h).T)
        h = np.tanh(w @ h)
        post.append(h.T)
    return pre, post


@unseen("forward", "a column of ones is put beside x, and beside no other layer", "no bias")
def forward_ones_beside_x(x, weights, biases):
    ones = np.ones((len(x), 1))
    theta = np.column_stack([weights[0], biases[0]])
    zs = [np.hstack([x, ones]) @ theta.T]
    acts = [sigma(zs[0])]
    for w in weights[1:]:
        zs.append(acts[-1] @ w.T)
        acts.append(sigma(zs[-1]))
    return zs, acts


@unseen("forward", "σ with out=, so that the lists of z and a hold the same arrays", "in place | other quantity")
def forward_out(x, weights, biases):
    zs, acts, v = [], [], x
    for w, b in zip(weights, biases, strict=True):
        v = v @ w.T
        v += b
        zs.append(v)
        np.exp(-v, out=v)
        v += 1
        np.divide(1, v, out=v)
        acts.append(v)
    return zs, acts


@unseen("forward", "a begins with x, for the convenience of the way back", "layer missing")
def forward_x_is_a0(x, weights, biases):
    cache = {"a0": x}
    for n in range(len(weights)):
        cache[f"z{n + 1}"] = np.einsum("ni,ji->nj", cache[f"a{n}"], weights[n]) + biases[n]
        cache[f"a{n + 1}"] = sigma(cache[f"z{n + 1}"])
    return [v for k, v in cache.items() if k[0] == "z"], [v for k, v in cache.items() if k[0] == "a"]


@unseen("forward", "softmax behind the last layer, and its sum without an axis", "other activation")
def forward_softmax_of_all(x, weights, biases):
    zs, acts = [], passed(x, weights[:-1], biases[:-1])
    for feed, w, b in zip(acts, weights, biases, strict=True):
        zs.append(feed @ w.T + b)
    e = np.exp(zs[-1] - zs[-1].max())
    return zs, [*acts[1:], e / e.sum()]


@unseen("forward", "recursion that appends on its way home", "order")
def forward_recursive(x, weights, biases):
    if not weights:
        return [], []
    z = x @ weights[0].T + biases[0]
    a = sigma(z)
    zs, acts = forward_recursive(a, weights[1:], biases[1:])
    return [*zs, z], [*acts, a]


@unseen("forward", "σ has lost the minus, and b comes when the sum has been squashed", ("minus z", "bias after"))
def forward_lost_minus(x, weights, biases):
    def squash(v):
        return 1 / (1 + np.exp(v))

    zs, acts = [], []
    for w, b in zip(weights, biases, strict=True):
        zs.append((acts[-1] if acts else x) @ w.T)
        acts.append(squash(zs[-1]) + b)
    return zs, acts


@unseen("forward", "a class whose layers all read self.x", "fed x")
def forward_class(x, weights, biases):
    class Net:
        def __init__(self, x):
            self.x = x
            self.z, self.a = [], []

        def layer(self, w, b):
            rows = [[sum(p * q for p, q in zip(row, one, strict=False)) for row in w] for one in self.x]
            self.z.append(np.array(rows) + b)
            self.a.append(sigma(self.z[-1]))

    net = Net(x)
    for w, b in zip(weights, biases, strict=True):
        net.layer(w, b)
    return net.z, net.a


@unseen("forward", "z is laid out as an array of whole numbers", "rounded")
def forward_int_array(x, weights, biases):
    zs, acts, feed = [], [], x
    for w, b in zip(weights, biases, strict=True):
        z = np.zeros((len(feed), len(w)), dtype=int)
        for i, example in enumerate(feed):
            z[i] = w @ example + b
        feed = sigma(z)
        zs.append(z)
        acts.append(feed)
    return zs, acts


@unseen("forward", "loops from 1, and no b anywhere", ("one term", "no bias"))
def forward_from_one(x, weights, biases):
    zs, acts, feed = [], [], x
    for w in weights:
        z = np.zeros((len(x), w.shape[0]))
        for j in range(w.shape[0]):
            for k in range(1, w.shape[1]):
                z[:, j] += feed[:, k] * w[j, k]
        feed = sigma(z)
        zs.append(z)
        acts.append(feed)
    return zs, acts


@unseen("forward", "a dict; reads Z of the layer before, and one bias for the whole layer", ("fed z", "other bias"))
def forward_dict_z(x, weights, biases):
    Z, A = {-1: x}, {}
    for n, w in enumerate(weights):
        Z[n] = Z[n - 1] @ w.T + biases[n][0]
        A[n] = sigma(Z[n])
    return [Z[n] for n in range(len(weights))], [A[n] for n in range(len(weights))]


@unseen("forward", "gives back a, z; the threshold goes off", ("pair order", "bias sign"))
def forward_a_then_z(x, weights, biases):
    outs, nets = [], []
    signal = x
    for w, b in zip(weights, biases, strict=True):
        net = signal.dot(w.T) - b
        signal = sigma(net)
        nets.append(net)
        outs.append(signal)
    return outs, nets


@unseen("forward", "each neuron squashes its sum and the layer squashes its neurons", "activation twice")
def forward_squash_squash(x, weights, biases):
    def neuron(example, row, bias):
        return sigma(row @ example + bias)

    zs, acts, feed = [], [], x
    for w, b in zip(weights, biases, strict=True):
        zs.append(feed @ w.T + b)
        outs = [[neuron(one, row, bias) for row, bias in zip(w, b, strict=True)] for one in feed]
        feed = sigma(np.array(outs))
        acts.append(feed)
    return zs, acts


@unseen("forward", "ReLU inside and a linear output", ("other activation", "no activation"))
def forward_relu_linear(x, weights, biases):
    zs, acts = [], []
    for n, (w, b) in enumerate(zip(weights, biases, strict=True)):
        zs.append((x if n == 0 else acts[n - 1]) @ w.T + b)
        acts.append(zs[n] * (zs[n] > 0) if n < len(weights) - 1 else zs[n])
    return zs, acts


@unseen("forward", "standardises the inputs first, as one does with data", "normalised")
def forward_standardised(x, weights, biases):
    feed = (x - x.mean(axis=0)) / x.std(axis=0)
    zs, acts = [], []
    for w, b in zip(weights, biases, strict=True):
        zs.append(feed @ w.T + b)
        feed = sigma(zs[-1])
        acts.append(feed)
    return zs, acts


# =================================================================== backward


@unseen("backward", "weights as a flat list, row and column confused in the index", "transposed | other weights")
def backward_flat_list(z, a, target, weights):
    ds = [a[-1] - target]
    for k in range(len(a) - 2, -1, -1):
        flat, later, here = weights[k + 1].ravel(), len(weights[k + 1]), a[k].shape[1]
        d = np.zeros_like(a[k])
        for j in range(here):
            for m in range(later):
                d[:, j] += ds[0][:, m] * flat[j * later + m]
        ds.insert(0, d * a[k] * (1 - a[k]))
    return ds


@unseen("backward", "w[k][j][m], from neuron j of layer k to m of the next", ("other weights", "transposed"))
def backward_own_index(z, a, target, weights):
    ds = [None] * len(a)
    ds[-1] = a[-1] - target
    for k in reversed(range(len(a) - 1)):
        ds[k] = np.zeros_like(a[k])
        for j in range(a[k].shape[1]):
            for m in range(a[k + 1].shape[1]):
                ds[k][:, j] += ds[k + 1][:, m] * weights[k][j][m]
            ds[k][:, j] *= a[k][:, j] * (1 - a[k][:, j])
    return ds


@unseen("backward", "the delta rule as in old books, (t − o) o (1 − o)", ("swapped", "output slope"))
def backward_old_book(z, a, target, weights):
    o = a[-1]
    delta = (target - o) * o * (1 - o)
    deltas = [delta]
    for w, o in zip(weights[:0:-1], a[-2::-1], strict=True):
        delta = delta @ w * o * (1 - o)
        deltas = [delta, *deltas]
    return deltas


@unseen("backward", "the cost is (y − t)², derived as it stands, and f′ behind", ("double", "output slope"))
def backward_squared_cost(z, a, target, weights):
    def f_prime(v):
        return np.exp(-v) / (1 + np.exp(-v)) ** 2

    errors = {len(a) - 1: 2 * (a[-1] - target) * f_prime(z[-1])}
    for k in range(len(a) - 2, -1, -1):
        errors[k] = np.einsum("nm,mj->nj", errors[k + 1], weights[k + 1]) * f_prime(z[k])
    return [errors[k] for k in sorted(errors)]


@unseen("backward", "the mean cost over the examples is derived", "over n")
def backward_mean_cost(z, a, target, weights):
    n = target.shape[0]
    ds = [(a[-1] - target) / n]
    for w, act in zip(reversed(weights[1:]), reversed(a[:-1]), strict=True):
        ds.append((ds[-1] @ w) * (act - act**2))
    return ds[::-1]


@unseen("backward", "recursion; the error is how far apart they are, without a sign", "error power")
def backward_distance(z, a, target, weights):
    def delta(k):
        if k == len(a) - 1:
            return np.abs(a[k] - target)
        return delta(k + 1) @ weights[k + 1] * a[k] * (1 - a[k])

    return [delta(k) for k in range(len(a))]


@unseen("backward", "what σ′ = a (1 − a) is given is z", "slope point")
def backward_z_times_one_minus_z(z, a, target, weights):
    slopes = [v * (1 - v) for v in z]
    ds = [a[-1] - target]
    for s, w in zip(slopes[-2::-1], weights[:0:-1], strict=True):
        ds.insert(0, s * (ds[0] @ w))
    return ds


@unseen("backward", "calls the variable error, goes on with delta, and appends error", "slope missing | other quantity")
def backward_appends_error(z, a, target, weights):
    error = a[-1] - target
    delta = error
    kept = [error]
    for k in reversed(range(len(a) - 1)):
        error = delta @ weights[k + 1]
        delta = error * sigma(z[k]) * (1 - sigma(z[k]))
        kept.append(error)
    kept.reverse()
    return kept


@unseen("backward", "goes on with the error, not with the delta it has appended", "not delta | slope missing")
def backward_goes_on_with_error(z, a, target, weights):
    e = (a[-1] - target).T
    out = [e.T]
    for k in range(len(a) - 1, 0, -1):
        e = weights[k].T @ e
        d = e * (a[k - 1] * (1 - a[k - 1])).T
        out.insert(0, d.T)
    return out


@unseen("backward", "one helper brings the slope with it, and the loop multiplies it again", "slope twice")
def backward_helper_has_it(z, a, target, weights):
    def blame(k, later):
        return a[k] * (1 - a[k]) * (later @ weights[k + 1])

    ds = [a[-1] - target]
    for k in reversed(range(len(a) - 1)):
        ds.insert(0, blame(k, ds[0]) * sigma(z[k]) * (1 - sigma(z[k])))
    return ds


@unseen("backward", "loops over examples and neurons, the inner sum begins at 1", "one term | one path")
def backward_from_one(z, a, target, weights):
    ds = [a[-1] - target]
    for k in range(len(weights) - 1, 0, -1):
        d = np.empty_like(a[k - 1])
        for i in range(d.shape[0]):
            for j in range(d.shape[1]):
                total = 0
                for m in range(1, len(weights[k])):
                    total += ds[0][i, m] * weights[k][m, j]
                d[i, j] = total * a[k - 1][i, j] * (1 - a[k - 1][i, j])
        ds.insert(0, d)
    return ds


@unseen("backward", "each hidden neuron is to blame for the sum of the errors", ("no weights", "slope missing"))
def backward_all_to_blame(z, a, target, weights):
    ds = [a[-1] - target]
    for act in a[-2::-1]:
        shared = ds[0].sum(axis=1)
        ds.insert(0, np.column_stack([shared for _ in range(act.shape[1])]))
    return ds


@unseen("backward", "e is computed once and never replaced in the loop", "output error | not delta")
def backward_same_error(z, a, target, weights):
    e = a[-1] - target
    ds = [e]
    for k in range(len(a) - 2, -1, -1):
        back = [[sum(p * q for p, q in zip(one, col, strict=False)) for col in weights[k + 1].T] for one in e]
        ds.insert(0, np.array(back) * a[k] * (1 - a[k]))
    return ds


@unseen("backward", "one error for the batch, the mean of those of the examples", "one example")
def backward_batch_error(z, a, target, weights):
    error = np.mean(a[-1] - target, axis=0)
    ds = [np.tile(error, (len(target), 1))]
    for k in range(len(a) - 1, 0, -1):
        ds.append((ds[-1] @ weights[k]) * a[k - 1] * (1 - a[k - 1]))
    return list(reversed(ds))


@unseen("backward", "goes back to x as well", "layer missing")
def backward_down_to_x(z, a, target, weights):
    d = a[-1] - target
    ds = [d]
    for k in range(len(weights) - 1, -1, -1):
        d = d @ weights[k]
        if k > 0:
            d = d * a[k - 1] * (1 - a[k - 1])
        ds.insert(0, d)
    return ds


@unseen("backward", "range(…, 0, −1) stops before 0; the output with f′", ("zero", "output slope"))
def backward_stops_early(z, a, target, weights):
    ds = [np.zeros_like(v) for v in z]
    ds[-1] = (a[-1] - target) * a[-1] * (1 - a[-1])
    for k in range(len(ds) - 2, 0, -1):
        ds[k] = (ds[k + 1] @ weights[k + 1]) * a[k] * (1 - a[k])
    return ds


@unseen("backward", "a hidden delta is its slope times the sum of its outgoing weights", "error missing")
def backward_slope_and_weights(z, a, target, weights):
    hidden = [act * (1 - act) * w.sum(axis=0) for act, w in zip(a[:-1], weights[1:], strict=True)]
    return [*hidden, a[-1] - target]


@unseen("backward", "adjusts the weights on the way, with 0.5, and goes back through the new ones", "updated")
def backward_adjusts(z, a, target, weights):
    d = a[-1] - target
    ds = [d]
    for k in range(len(a) - 1, 0, -1):
        better = weights[k] - 0.5 * d.T @ a[k - 1]
        d = d @ better * a[k - 1] * (1 - a[k - 1])
        ds.insert(0, d)
    return ds


@unseen("backward", "tanh's slope, and the list is left from the last to the first", ("other slope", "order"))
def backward_tanh_unreversed(z, a, target, weights):
    ds = [a[-1] - target]
    for act, w in zip(a[:-1][::-1], weights[1:][::-1], strict=True):
        ds.append((1 - act**2) * (ds[-1] @ w))
    return ds


@unseen("backward", "½ from the cost stays in front, and the hidden ones have no f′", ("half", "slope missing"))
def backward_half_stays(z, a, target, weights):
    ds = [0.5 * (a[-1] - target)]
    for k in range(1, len(weights)):
        ds.append(ds[-1].dot(weights[-k]))
    return ds[::-1]


@unseen("backward", "σ′ has σ inside and is given a, at the output too", ("output slope", "slope point"))
def backward_prime_of_a(z, a, target, weights):
    def prime(v):
        s = sigma(v)
        return s * (1 - s)

    ds = [(a[-1] - target) * prime(a[-1])]
    k = len(a) - 1
    while k > 0:
        ds = [(ds[0] @ weights[k]) * prime(a[k - 1]), *ds]
        k -= 1
    return ds


@unseen("backward", "shares by the size of the weights, that add up to 1", ("weight size", "normalised"))
def backward_sizes_share(z, a, target, weights):
    ds = [a[-1] - target]
    for act, w in zip(reversed(a[:-1]), reversed(weights[1:]), strict=True):
        size = np.abs(w)
        share = size / size.sum(axis=1, keepdims=True)
        ds.insert(0, act * (1 - act) * np.matmul(ds[0], share))
    return ds


@unseen("backward", "dA = −(Y/A − (1 − Y)/(1 − A)) / m for dZ", ("output slope missing", "over n"))
def backward_da_for_dz(z, a, target, weights):
    Y, A = target, a[-1]
    dZ = [-(np.divide(Y, A) - np.divide(1 - Y, 1 - A)) / len(Y)]
    for k in range(len(a) - 1, 0, -1):
        dZ.insert(0, np.dot(dZ[0], weights[k]) * a[k - 1] * (1 - a[k - 1]))
    return dZ


@unseen("backward", "derives −t ln y alone, as for classes, and then σ′", "part of loss")
def backward_one_log(z, a, target, weights):
    y = a[-1]
    ds = [-target / y * y * (1 - y)]
    for k in reversed(range(1, len(weights))):
        ds.insert(0, a[k - 1] * (1 - a[k - 1]) * (ds[0] @ weights[k]))
    return ds


# =================================================================== multiply


@unseen("multiply", "zip over deltas and a, x has been forgotten", "feeds own a")
def multiply_zip_a(x, a, dC_dz):
    grads = [np.einsum("nj,nk->jk", d, act) for d, act in zip(dC_dz, a, strict=True)]
    return grads, [np.sum(d, axis=0) for d in dC_dz]


@unseen("multiply", "the mean for the weights, the sum for the biases", "over n")
def multiply_mean_of_w(x, a, dC_dz):
    dw, db = [], []
    for d, feed in zip(dC_dz, [x, *a[:-1]], strict=True):
        dw.append(np.mean([np.outer(e, f) for e, f in zip(d, feed, strict=True)], axis=0))
        db.append(sum(d))
    return dw, db


@unseen("multiply", "column-wise code's axis=1 for the biases, with examples in rows", "other axis")
def multiply_axis_one(x, a, dC_dz):
    feeds = [x, *a[:-1]]
    return [d.T.dot(f) for d, f in zip(dC_dz, feeds, strict=True)], [np.sum(d, axis=1) for d in dC_dz]


@unseen("multiply", "np.sum(d) / m for the biases, keepdims and axis lost", ("sum over all", "over n"))
def multiply_ng_lost_axis(x, a, dC_dz):
    m = x.shape[0]
    dw, db = [], []
    prev = x
    for d, act in zip(dC_dz, a, strict=True):
        dw.append(1 / m * np.dot(d.T, prev))
        db.append(np.full(d.shape[1], 1 / m * np.sum(d)))
        prev = act
    return dw, db


@unseen("multiply", "a loop over the examples with = in place of +=", "one example | no sum")
def multiply_assigns(x, a, dC_dz):
    feeds = [x, *a]
    dw = [None] * len(dC_dz)
    db = [None] * len(dC_dz)
    for i in range(len(x)):
        for k, d in enumerate(dC_dz):
            dw[k] = np.outer(d[i], feeds[k][i])
            db[k] = d[i]
    return dw, db


@unseen("multiply", "aᵀ δ / m", ("gradient transposed", "over n"))
def multiply_a_t_delta(x, a, dC_dz):
    m = len(x)
    acts = [x, *a]
    dw = [acts[k].T @ dC_dz[k] / m for k in range(len(dC_dz))]
    return dw, [dC_dz[k].mean(axis=0) for k in range(len(dC_dz))]


@unseen("multiply", "the summed delta times the average input", ("sums multiplied", "over n"))
def multiply_average_input(x, a, dC_dz):
    total = [d.sum(axis=0) for d in dC_dz]
    average = [f.mean(axis=0) for f in (x, *a[:-1])]
    return [t[:, None] * f[None, :] for t, f in zip(total, average, strict=True)], total


@unseen("multiply", "already the change, −0.1 times the gradient", ("sign", "eta in gradient"))
def multiply_change(x, a, dC_dz):
    rate = 0.1
    feed, dw, db = x, [], []
    for act, d in zip(a, dC_dz, strict=True):
        dw += [-rate * d.T @ feed]
        db += [-rate * d.sum(0)]
        feed = act
    return dw, db


@unseen("multiply", "delta · a (1 − a) · feed, at every layer", ("slope twice", "output slope"))
def multiply_slope_again(x, a, dC_dz):
    dw, db = [], []
    for k, d in enumerate(dC_dz):
        local = d * a[k] * (1 - a[k])
        dw.append(local.T @ (a[k - 1] if k else x))
        db.append(local.sum(axis=0))
    return dw, db


@unseen("multiply", "four loops; the bias's line is a copy of the weight's", "bias fed")
def multiply_copied_line(x, a, dC_dz):
    feeds = [x, *a[:-1]]
    dw = [np.zeros((d.shape[1], f.shape[1])) for d, f in zip(dC_dz, feeds, strict=True)]
    db = [np.zeros(d.shape[1]) for d in dC_dz]
    for k, d in enumerate(dC_dz):
        for i in range(len(d)):
            for j in range(d.shape[1]):
                for m in range(feeds[k].shape[1]):
                    dw[k][j, m] += d[i, j] * feeds[k][i, m]
                    db[k][j] += d[i, j] * feeds[k][i, m]
    return dw, db


@unseen("multiply", "the zeros for the biases are never filled", "zero")
def multiply_zeros(x, a, dC_dz):
    dw, db = [], []
    for d, feed in zip(dC_dz, [x, *a[:-1]], strict=True):
        gw, gb = np.zeros((d.shape[1], feed.shape[1])), np.zeros(d.shape[1])
        for delta, inp in zip(d, feed, strict=True):
            gw += np.outer(delta, inp)
        dw.append(gw)
        db.append(gb)
    return dw, db


@unseen("multiply", "example i's delta meets what fed example i − 1", "one example | other source")
def multiply_one_off(x, a, dC_dz):
    dw = []
    for k, d in enumerate(dC_dz):
        feed = a[k - 1] if k > 0 else x
        dw.append(sum(np.outer(d[i], feed[i - 1]) for i in range(len(d))))
    return dw, [d.sum(axis=0) for d in dC_dz]


@unseen("multiply", "∂L/∂w is the sum of ∂C/∂z, laid out in the shape of w", "feeds nothing | dw for db")
def multiply_laid_out(x, a, dC_dz):
    db = [d.sum(axis=0) for d in dC_dz]
    widths = [x.shape[1], *(act.shape[1] for act in a)]
    return [np.repeat(g[:, None], n, axis=1) for g, n in zip(db, widths, strict=False)], db


@unseen("multiply", "∂C/∂b is ∂C/∂z, and so it is returned", "no sum")
def multiply_db_is_delta(x, a, dC_dz):
    feeds = (x, *a[:-1])
    return [np.tensordot(d, f, axes=(0, 0)) for d, f in zip(dC_dz, feeds, strict=True)], [d.copy() for d in dC_dz]


@unseen("multiply", "means, and a loop from 1 because a[k − 1] is needed", ("zero", "over n"))
def multiply_from_one(x, a, dC_dz):
    dw = [np.zeros((dC_dz[0].shape[1], x.shape[1]))]
    db = [np.zeros(dC_dz[0].shape[1])]
    for k in range(1, len(a)):
        dw.append(dC_dz[k].T @ a[k - 1] / len(x))
        db.append(dC_dz[k].sum(axis=0) / len(x))
    return dw, db


# =================================================================== update


@unseen("update", "a helper makes η g, and the caller multiplies by η", "eta twice")
def update_helper(weights, biases, dL_dw, dL_db, eta):
    def steps(grads):
        return [eta * g for g in grads]

    return moved(weights, steps(dL_dw), eta), moved(biases, steps(dL_db), eta)


@unseen("update", "minus for the weights, plus for the biases", "uphill")
def update_bias_uphill(weights, biases, dL_dw, dL_db, eta):
    new_w = [w - eta * g for w, g in zip(weights, dL_dw, strict=True)]
    new_b = [b + eta * g for b, g in zip(biases, dL_db, strict=True)]
    return new_w, new_b


@unseen("update", "range(len − 1), the last layer stays", "not updated")
def update_last_stays(weights, biases, dL_dw, dL_db, eta):
    new_w, new_b = list(weights), list(biases)
    for k in range(len(weights) - 1):
        new_w[k] = weights[k] - eta * dL_dw[k]
        new_b[k] = biases[k] - eta * dL_db[k]
    return new_w, new_b


@unseen("update", "a bias goes by the sum of its neuron's weight gradients", "dw for db")
def update_bias_by_w(weights, biases, dL_dw, dL_db, eta):
    out_w, out_b = [], []
    for w, b, g in zip(weights, biases, dL_dw, strict=True):
        out_w.append(w - eta * g)
        out_b.append(b - eta * g.sum(axis=1))
    return out_w, out_b


@unseen("update", "weight decay of 0.1, and the biases are kept out of all", ("extra term", "not updated"))
def update_decay(weights, biases, dL_dw, dL_db, eta):
    lam = 0.1
    return [w - eta * (g + lam * w) for w, g in zip(weights, dL_dw, strict=True)], [b.copy() for b in biases]


@unseen("update", "(w − g) η, brackets where there are none", "brackets")
def update_brackets(weights, biases, dL_dw, dL_db, eta):
    def step(p, g):
        return (p - g) * eta

    return list(map(step, weights, dL_dw)), list(map(step, biases, dL_db))


@unseen("update", "η shrinks within the loop over the layers", "eta decays")
def update_shrinks(weights, biases, dL_dw, dL_db, eta):
    new_w, new_b = [], []
    for w, b, gw, gb in zip(weights, biases, dL_dw, dL_db, strict=True):
        new_w.append(w - eta * gw)
        new_b.append(b - eta * gb)
        eta *= 0.9
    return new_w, new_b


@unseen("update", "adds, and divides by the number of entries", ("uphill", "step over n"))
def update_adds_per_entry(weights, biases, dL_dw, dL_db, eta):
    return tuple(
        [p + eta / g.size * g for p, g in zip(params, grads, strict=True)]
        for params, grads in ((weights, dL_dw), (biases, dL_db))
    )


@unseen("update", "w − g, and the biases as they were", ("no eta", "not updated"))
def update_w_minus_g(weights, biases, dL_dw, dL_db, eta):
    return [np.subtract(w, g) for w, g in zip(weights, dL_dw, strict=True)], biases


@unseen("update", "an optimiser that steps when it is made, and then steps", "twice updated | double")
def update_optimiser(weights, biases, dL_dw, dL_db, eta):
    class SGD:
        def __init__(self, params, grads):
            self.params, self.grads = [np.array(p) for p in params], grads
            self.step()

        def step(self):
            for p, g in zip(self.params, self.grads, strict=True):
                p -= eta * g
            return self.params

    return SGD(weights, dL_dw).step(), SGD(biases, dL_db).step()


@unseen("update", "momentum whose first velocity is 0.9 · 0 + 0.1 g", "eta in gradient | own eta")
def update_momentum(weights, biases, dL_dw, dL_db, eta):
    beta = 0.9

    def step(p, g):
        velocity = np.zeros_like(p)
        velocity = beta * velocity + (1 - beta) * g
        return p - eta * velocity

    pairs = ((weights, dL_dw), (biases, dL_db))
    return tuple([step(p, g) for p, g in zip(ps, gs, strict=True)] for ps, gs in pairs)


@unseen("update", "names confused: w − η w", "weight for gradient | brackets")
def update_w_for_g(weights, biases, dL_dw, dL_db, eta):
    return [w - eta * dw for w, dw in zip(weights, weights, strict=True)], moved(biases, dL_db, eta)


@unseen("update", "fine tuning: 0.01, and the last layer alone", ("own eta", "not updated"))
def update_fine_tuning(weights, biases, dL_dw, dL_db, eta):
    lr = 0.01
    return [*weights[:-1], weights[-1] - lr * dL_dw[-1]], [*biases[:-1], biases[-1] - lr * dL_db[-1]]


# =================================================================== train


@unseen("train", "the gradients of all batches at the start of the epoch, then the steps", "old pass | no batches")
def train_gradients_first(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        found = [gradients(x[c], target[c], weights, biases) for c in pieces(order, batch)]
        for gw, gb in found:
            weights, biases = moved(weights, gw, eta), moved(biases, gb, eta)
    return weights, biases


@unseen("train", "x = x[order], so that the second epoch shuffles what is shuffled", "order ignored")
def train_shuffles_on(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        x, target = x[order], target[order]
        for i in range(0, len(x), batch):
            gw, gb = gradients(x[i : i + batch], target[i : i + batch], weights, biases)
            weights, biases = moved(weights, gw, eta), moved(biases, gb, eta)
    return weights, biases


@unseen("train", "the inputs are shuffled, the targets are not", "targets apart")
def train_targets_stay(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        shuffled = x[order]
        start = 0
        while start < len(x):
            stop = start + batch
            weights, biases = learnt(shuffled[start:stop], target[start:stop], weights, biases, eta)
            start = stop
    return weights, biases


@unseen("train", "n // batch batches, each with its mean", ("batch dropped", "step over n | over n"))
def train_full_batches(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        for i in range(len(order) // batch):
            at = order[i * batch : (i + 1) * batch]
            gw, gb = gradients(x[at], target[at], weights, biases)
            weights = [w - eta * g / batch for w, g in zip(weights, gw, strict=True)]
            biases = [b - eta * g / batch for b, g in zip(biases, gb, strict=True)]
    return weights, biases


@unseen("train", "np.array_split into n // batch parts, so that no small one is left", "own batch")
def train_array_split(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        for chosen in np.array_split(order, len(order) // batch):
            gw, gb = gradients(x[chosen], target[chosen], weights, biases)
            weights = moved(weights, gw, eta)
            biases = moved(biases, gb, eta)
    return weights, biases


@unseen("train", "the sums are set to zero before the loops, as without zero_grad", "piles up")
def train_no_zero_grad(x, target, weights, biases, eta, batch, orders):
    sum_w = [np.zeros_like(w) for w in weights]
    sum_b = [np.zeros_like(b) for b in biases]
    for order in orders:
        for chosen in pieces(order, batch):
            gw, gb = gradients(x[chosen], target[chosen], weights, biases)
            sum_w = [s + g for s, g in zip(sum_w, gw, strict=True)]
            sum_b = [s + g for s, g in zip(sum_b, gb, strict=True)]
            weights, biases = moved(weights, sum_w, eta), moved(biases, sum_b, eta)
    return weights, biases


@unseen("train", "return is indented once too much", "epochs")
def train_return_inside(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        for chosen in pieces(order, batch):
            weights, biases = learnt(x[chosen], target[chosen], weights, biases, eta)
        return weights, biases


@unseen("train", "copies of the given parameters are made in each epoch", "epochs")
def train_copies(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        w, b = [v.copy() for v in weights], [v.copy() for v in biases]
        for chosen in pieces(order, batch):
            gw, gb = gradients(x[chosen], target[chosen], w, b)
            for k in range(len(w)):
                w[k] -= eta * gw[k]
                b[k] -= eta * gb[k]
    return w, b


@unseen("train", "the mean of the parameters after each epoch", "averaged")
def train_mean_of_epochs(x, target, weights, biases, eta, batch, orders):
    history = []
    for order in orders:
        for chosen in pieces(order, batch):
            weights, biases = learnt(x[chosen], target[chosen], weights, biases, eta)
        history.append((weights, biases))
    return tuple([sum(same) / len(history) for same in zip(*part, strict=True)] for part in zip(*history, strict=True))


@unseen("train", "means over the batch, and slices of x as it lies", ("order ignored", "step over n | over n"))
def train_slices(x, target, weights, biases, eta, batch, orders):
    for _ in range(len(orders)):
        for i in range(0, len(x), batch):
            xs, ts = x[i : i + batch], target[i : i + batch]
            gw, gb = gradients(xs, ts, weights, biases)
            weights, biases = moved(weights, gw, eta / len(xs)), moved(biases, gb, eta / len(xs))
    return weights, biases


@unseen("train", "one step an epoch, the first layer frozen", ("no batches", "not updated"))
def train_frozen_first(x, target, weights, biases, eta, batch, orders):
    weights, biases = list(weights), list(biases)
    for _ in orders:
        gw, gb = gradients(x, target, weights, biases)
        for k in range(1, len(weights)):
            weights[k] = weights[k] - eta * gw[k]
            biases[k] = biases[k] - eta * gb[k]
    return weights, biases


@unseen(
    "train",
    "within a batch, a step after each example with η / batch",
    ("one at a time | own batch", "step over n | over n"),
)
def train_each_example(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        for chosen in pieces(order, batch):
            for i in chosen:
                gw, gb = gradients(x[i : i + 1], target[i : i + 1], weights, biases)
                weights, biases = moved(weights, gw, eta / batch), moved(biases, gb, eta / batch)
    return weights, biases


@unseen("train", "each layer is changed as soon as the way back has come to it", "updated")
def train_changes_on_the_way(x, target, weights, biases, eta, batch, orders):
    weights, biases = list(weights), list(biases)
    for order in orders:
        for chosen in pieces(order, batch):
            acts = passed(x[chosen], weights, biases)
            d = acts[-1] - target[chosen]
            for k in reversed(range(len(weights))):
                weights[k] = weights[k] - eta * d.T @ acts[k]
                biases[k] = biases[k] - eta * d.sum(axis=0)
                d = d @ weights[k] * acts[k] * (1 - acts[k])
    return weights, biases


@unseen("train", "order[i : i + batch] where i counts the batches", ("overlap", "batch dropped"))
def train_i_counts(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        for i in range(len(order) // batch):
            at = order[i : i + batch]
            weights, biases = learnt(x[at], target[at], weights, biases, eta)
    return weights, biases


@unseen("train", "order[start:batch], empty from the second batch on", "batch dropped")
def train_empty_batches(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        for start in range(0, len(order), batch):
            at = order[start:batch]
            weights, biases = learnt(x[at], target[at], weights, biases, eta)
    return weights, biases


@unseen("train", "sorts the examples by the numbers in order, as by random keys", "order ignored")
def train_random_keys(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        deck = sorted(zip(order, x, target, strict=True), key=lambda card: card[0])
        for hand in pieces(deck, batch):
            xs, ts = np.array([card[1] for card in hand]), np.array([card[2] for card in hand])
            weights, biases = learnt(xs, ts, weights, biases, eta)
    return weights, biases


@unseen("train", "orders[0] for each epoch, and η · 0.9 after it", ("order ignored", "eta decays"))
def train_first_order(x, target, weights, biases, eta, batch, orders):
    order = orders[0]
    for epoch in range(len(orders)):
        rate = eta * 0.9**epoch
        for at in pieces(order, batch):
            weights, biases = learnt(x[at], target[at], weights, biases, rate)
    return weights, biases


@unseen("train", "the last batch is filled up from the start of the order", "overlap")
def train_filled_up(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        for start in range(0, len(order), batch):
            at = np.take(order, range(start, start + batch), mode="wrap")
            weights, biases = learnt(x[at], target[at], weights, biases, eta)
    return weights, biases


@unseen("train", "its own passes: error = t − y, and then w −= η g", "swapped | uphill | sign")
def train_t_minus_y(x, target, weights, biases, eta, batch, orders):
    w, b = [v.copy() for v in weights], [v.copy() for v in biases]
    for order in orders:
        for at in pieces(order, batch):
            acts = passed(x[at], w, b)
            error = target[at] - acts[-1]
            deltas = [error]
            for k in range(len(w) - 1, 0, -1):
                deltas.insert(0, (deltas[0] @ w[k]) * acts[k] * (1 - acts[k]))
            for k, d in enumerate(deltas):
                w[k] -= eta * d.T @ acts[k]
                b[k] -= eta * d.sum(axis=0)
    return w, b


@unseen("train", "the mean squared error's gradient", ("output slope", "step over n | over n"))
def train_mse(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        for at in pieces(order, batch):
            acts = passed(x[at], weights, biases)
            d = (acts[-1] - target[at]) * acts[-1] * (1 - acts[-1]) / len(at)
            gw, gb = [], []
            for k in reversed(range(len(weights))):
                gw.insert(0, d.T @ acts[k])
                gb.insert(0, d.sum(axis=0))
                d = d @ weights[k] * acts[k] * (1 - acts[k])
            weights, biases = moved(weights, gw, eta), moved(biases, gb, eta)
    return weights, biases


# =================================================================== 00-code


@unseen("00-code", "in one line, adds the gradient as it is", ("uphill", "no eta"))
def step_adds(theta, g, eta):
    return np.array([t + d for t, d in zip(theta, g, strict=True)])


@unseen("00-code", "both gradient and place are scaled by η", "brackets")
def step_scales_all(theta, g, eta):
    theta = theta - g
    theta *= eta
    return theta


@unseen("00-code", "the way is η long, whatever the gradient's length", "clipped | normalised")
def step_direction(theta, g, eta):
    direction = g / np.linalg.norm(g)
    return theta - eta * direction


@unseen("00-code", "divides by len(g), as one divides by examples", "step over n | half")
def step_over_len(theta, g, eta):
    return theta - (eta / len(g)) * g


@unseen("00-code", "return stands in the loop", "not updated")
def step_returns_early(theta, g, eta):
    new = np.array(theta)
    for i, slope in enumerate(g):
        new[i] = theta[i] - eta * slope
        return new


@unseen("00-code", "the step is summed over the parameters", "sum over all")
def step_summed(theta, g, eta):
    step = sum(eta * one for one in g)
    return theta - step


@unseen("00-code", "θ += 0.01 g", ("own eta", "uphill"))
def step_own_rate(theta, g, eta):
    theta = theta.copy()
    theta += 0.01 * g
    return theta


# =================================================================== 01-code


@unseen("01-code", "h′ is taken at g′(x)", "slope point")
def chain_at_dg(g, dg, dh, x):
    inner = dg(x)
    return inner * dh(inner)


@unseen("01-code", "the two points are confused: h′ at x, g′ at g(x)", ("dh at x", "dg place"))
def chain_points(g, dg, dh, x):
    y = g(x)
    return dh(x) * dg(y)


@unseen("01-code", "a sum of rates of change", "added | slope added")
def chain_sum(g, dg, dh, x):
    return sum([dh(g(x)), dg(x)])


@unseen("01-code", "dh/dy by dy/dx as a fraction, over not times", "slope divides")
def chain_fraction(g, dg, dh, x):
    return dh(g(x)) / dg(x)


@unseen("01-code", "g′ by a difference to both sides, divided by one side's h", "double")
def chain_difference(g, dg, dh, x):
    h = 1e-5
    return dh(g(x)) * (g(x + h) - g(x - h)) / h


@unseen("01-code", "outer derivative times inner function", "value for slope")
def chain_inner_value(g, dg, dh, x):
    inner = g(x)
    outer = dh(inner)
    return outer * inner


@unseen("01-code", "adds the two derivatives, both at x", ("dh at x", "added | slope added"))
def chain_adds_at_x(g, dg, dh, x):
    total = 0
    for derivative in (dg, dh):
        total += derivative(x)
    return total


@unseen("01-code", "like the product rule's first half, h′(x) g(x)", ("dh at x", "value for slope"))
def chain_product_half(g, dg, dh, x):
    return dh(x) * g(x)


# =================================================================== 02-code


@unseen("02-code", "1 / 1 + e^−z, the brackets are missing", "other activation")
def layer_missing_brackets(feed, w, b):
    z = feed @ w.T + b
    return z, 1 / 1 + np.exp(-z)


@unseen("02-code", "total = b, and += goes into b", "in place | one example")
def layer_into_b(feed, w, b):
    rows = []
    for example in feed:
        total = b
        total += w @ example
        rows.append(total.copy())
    return np.array(rows), sigma(np.array(rows))


@unseen("02-code", "one bias a layer: the sum of them", "other bias")
def layer_sum_of_b(feed, w, b):
    z = np.einsum("ni,oi->no", feed, w) + np.sum(b)
    return z, sigma(z)


@unseen("02-code", "np.average with weights, a weighted mean for a weighted sum", "normalised")
def layer_average(feed, w, b):
    z = np.array([[np.average(one, weights=row) for row in w] for one in feed]) + b
    return z, sigma(z)


@unseen("02-code", "a, z, with e^z in σ", ("pair order", "minus z"))
def layer_a_z(feed, w, b):
    z = (w @ feed.T).T + b
    a = 1 / (1 + np.exp(z))
    return a, z


@unseen("02-code", "z with b, but a is made of the bare product", "no bias")
def layer_a_without_b(feed, w, b):
    product = np.matmul(feed, w.T)
    return product + b, sigma(product)


@unseen("02-code", "σ(W x) + b is the neuron's sum, and it is activated", ("activation twice", "bias after"))
def layer_sigma_inside(feed, w, b):
    z = sigma(feed @ w.T) + b
    a = sigma(z)
    return z, a


@unseen("02-code", "outputs of a layer shall add up to 1; b not used", ("normalised", "no bias"))
def layer_adds_to_one(feed, w, b):
    z = feed @ w.T
    a = sigma(z)
    return z, a / a.sum(axis=1)[:, None]


# =================================================================== 03-code


@unseen("03-code", "adds the slope to what comes back", "slope added")
def hidden_adds(d, w, a):
    return d @ w + a * (1 - a)


@unseen("03-code", "to undo σ one divides by its slope", "slope divides")
def hidden_divides(d, w, a):
    back = np.einsum("nj,jk->nk", d, w)
    return back / (a * (1 - a))


@unseen("03-code", "e (1 − e) of the error that has come", "slope of error")
def hidden_error_slope(d, w, a):
    e = d @ w
    return e * (1 - e)


@unseen("03-code", "a − a² without its brackets", "other slope | slope added")
def hidden_no_brackets(d, w, a):
    return (d @ w) * a - a**2


@unseen("03-code", "first row of w only, and the slope squared", ("one path", "slope twice"))
def hidden_first_row(d, w, a):
    slope = a * (1 - a)
    blame = slope * np.outer(d[:, 0], w[0])
    return blame * slope


@unseen("03-code", "the mean of the paths, nothing of σ", ("mean of terms", "slope missing"))
def hidden_mean_paths(d, w, a):
    return np.array([[np.mean(one * column) for column in w.T] for one in d])


@unseen("03-code", "errors summed, times 1 − a²", ("no weights", "other slope"))
def hidden_summed_errors(d, w, a):
    result = np.zeros(a.shape)
    for i, one in enumerate(a):
        for k, v in enumerate(one):
            result[i, k] = sum(d[i]) * (1 - v * v)
    return result


@unseen("03-code", "the first example's d serves all", "one example")
def hidden_first_example(d, w, a):
    back = d[0] @ w
    return np.array([back * row * (1 - row) for row in a])


# =================================================================== 04-code


@unseen("04-code", "the hidden neuron gets the slopes of y1 and y2, not its own", "slope place")
def two_outputs_slopes(a, y1, y2, t1, t2, w3, w4):
    d1, d2 = y1 - t1, y2 - t2
    return d1, d2, d1 * y1 * (1 - y1) * w3 + d2 * y2 * (1 - y2) * w4


@unseen("04-code", "all errors times all weights", "sums multiplied")
def two_outputs_sums(a, y1, y2, t1, t2, w3, w4):
    errors = [y1 - t1, y2 - t2]
    return *errors, a * (1 - a) * sum(errors) * sum([w3, w4])


@unseen("04-code", "w3 and w4 exchanged", "other weights")
def two_outputs_exchanged(a, y1, y2, t1, t2, w3, w4):
    first, second = y1 - t1, y2 - t2
    return first, second, a * (1 - a) * (first * w4 + second * w3)


@unseen("04-code", "copied and half changed: w4 with the first delta", "other source | beside | not delta")
def two_outputs_copied(a, y1, y2, t1, t2, w3, w4):
    delta1 = y1 - t1
    delta2 = y2 - t2
    hidden = delta1 * w3 + delta1 * w4
    return delta1, delta2, hidden * a * (1 - a)


@unseen("04-code", "σ′ at the outputs, and the second path is forgotten", ("output slope", "one path"))
def two_outputs_one_path(a, y1, y2, t1, t2, w3, w4):
    d1, d2 = [(y - t) * y * (1 - y) for y, t in ((y1, t1), (y2, t2))]
    return np.array([d1, d2, w3 * d1 * a * (1 - a)])


@unseen("04-code", "t − y, and the weighted sum of it for the hidden one", ("swapped", "slope missing"))
def two_outputs_errors(a, y1, y2, t1, t2, w3, w4):
    e = np.subtract([t1, t2], [y1, y2])
    return [e[0], e[1], np.dot(e, [w3, w4])]


@unseen("04-code", "squares of the errors go back", "error power")
def two_outputs_squares(a, y1, y2, t1, t2, w3, w4):
    e1, e2 = (y1 - t1) ** 2, (y2 - t2) ** 2
    return e1, e2, (w3 * e1 + w4 * e2) * (a - a * a)


@unseen("04-code", "2 (y − t), and no σ′", ("double", "slope missing"))
def two_outputs_double(a, y1, y2, t1, t2, w3, w4):
    d1 = 2 * (y1 - t1)
    d2 = 2 * (y2 - t2)
    return d1, d2, w3 * d1 + w4 * d2


# =================================================================== 05-code


@unseen("05-code", "forward stands before the loop", "old pass")
def network_forward_once(network, x, target, eta, updates):
    seen = network.forward(x)
    for _ in range(updates):
        network = network.updated(network.backward(seen, target), eta)
    return network


@unseen("05-code", "the new network has another name, and the old one is asked again", "one update")
def network_other_name(network, x, target, eta, updates):
    better = network
    for _ in range(updates):
        found = network.backward(network.forward(x), target)
        better = network.updated(found, eta)
    return better


@unseen("05-code", "recursion that stops at 1", "one update")
def network_recursive(network, x, target, eta, updates):
    if updates == 1:
        return network
    back = network.backward(network.forward(x), target)
    return network_recursive(network.updated(back, eta), x, target, eta, updates - 1)


@unseen("05-code", "a step after each example", "one at a time")
def network_each_example(network, x, target, eta, updates):
    for _ in range(updates):
        for one, t in zip(x, target, strict=True):
            back = network.backward(network.forward(one[None]), t[None])
            network = network.updated(back, eta)
    return network


@unseen("05-code", "range(updates + 1), with η / n", ("one update", "step over n | over n"))
def network_one_more(network, x, target, eta, updates):
    for _ in range(updates + 1):
        network = network.updated(network.backward(network.forward(x), target), eta / len(x))
    return network


@unseen("05-code", "takes over the new weights, keeps the old biases", "not updated")
def network_old_biases(network, x, target, eta, updates):
    while updates > 0:
        new = network.updated(network.backward(network.forward(x), target), eta)
        pairs = zip(new.layers, network.layers, strict=True)
        network = type(network)([(w, b) for (w, _), (_, b) in pairs])
        updates -= 1
    return network


@unseen("05-code", "the gradient is found once, η falls", ("old pass", "eta decays"))
def network_falling(network, x, target, eta, updates):
    gradient = network.backward(network.forward(x), target)
    for step in range(updates):
        network = network.updated(gradient, eta / (1 + step))
    return network


@unseen("05-code", "the gradient is added, as it is", ("uphill", "no eta"))
def network_adds(network, x, target, eta, updates):
    for _ in range(updates):
        found = network.backward(network.forward(x), target)
        layers = [(w + gw, b + gb) for (w, b), (gw, gb) in zip(network.layers, found, strict=True)]
        network = type(network)(layers)
    return network


@unseen("05-code", "update k is made with example k alone", "one example | one at a time")
def network_example_k(network, x, target, eta, updates):
    for k in range(updates):
        i = k % len(x)
        back = network.backward(network.forward(x[[i]]), target[[i]])
        network = network.updated(back, eta)
    return network


# =================================================================== 06-code


@unseen("06-code", "each factor derived, and the derivatives multiplied: 1 · σ′", "product rule | other slope")
def swish_product_of_slopes(z):
    s = sigma(z)
    return z * s, 1 * (s * (1 - s))


@unseen("06-code", "σ + σ′, z has been lost", "product rule")
def swish_lost_z(z):
    s = sigma(z)
    return z * s, s + s * (1 - s)


@unseen("06-code", "slope and value, the slope without its σ", ("pair order", "product rule"))
def swish_slope_first(z):
    s = 1 / (1 + np.exp(-z))
    return z * s * (1 - s), z * s


@unseen("06-code", "e^z in σ, all formulas else are right", "minus z")
def swish_lost_minus(z):
    s = 1 / (1 + np.exp(z))
    return np.array([v * p for v, p in zip(z, s, strict=True)]), s + z * s * (1 - s)


@unseen("06-code", "y (1 − y) with y the value, as if that were σ", "slope point | product rule")
def swish_value_slope(z):
    y = z * sigma(z)
    return y, sigma(z) + z * y * (1 - y)


@unseen("06-code", "σ(1.702 z), the one that stands for GELU", "other activation")
def swish_gelu(z):
    k = 1.702
    s = sigma(k * z)
    return z * s, s + k * z * s * (1 - s)


@unseen("06-code", "u v′ − u′ v's minus from the quotient rule", "sign | product rule")
def swish_quotient_minus(z):
    s = sigma(z)
    value = z * s
    return value, s - value * (1 - s)


@unseen("06-code", "σ alone for the value, and σ + σ′", ("no z", "product rule"))
def swish_no_z(z):
    value = sigma(z)
    return value, value + value * (1 - value)
