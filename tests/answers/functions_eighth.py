"""An eighth set of wrong functions, by somebody who saw neither the package nor its verdicts."""

import numpy as np
from entries import collecting, sigma

ENTRIES = []
unseen = collecting(ENTRIES, "eighth, ")

# ------------------------------------------------- what learners have at hand, and it is right


def grads(x, t, W, B):
    acts = [x]
    for w, b in zip(W, B, strict=True):
        acts.append(sigma(acts[-1] @ w.T + b))
    delta = acts.pop() - t
    dW, dB = [None] * len(W), [None] * len(W)
    for l in range(len(W) - 1, -1, -1):
        dW[l] = delta.T @ acts[l]
        dB[l] = delta.sum(axis=0)
        delta = (delta @ W[l]) * acts[l] * (1 - acts[l])
    return dW, dB


def stepped(params, gradient, eta):
    return [p - eta * g for p, g in zip(params, gradient, strict=True)]


# =================================================================== forward (24)


@unseen("forward", "the column of ones is put on x, and on no activation after it", "no bias")
def forward_ones_on_x(x, weights, biases):
    h = np.column_stack([np.ones(len(x)), x])
    zs, acts = [], []
    for l, (w, b) in enumerate(zip(weights, biases, strict=True)):
        theta = np.column_stack([b, w]) if l == 0 else w
        zs.append(h @ theta.T)
        h = sigma(zs[-1])
        acts.append(h)
    return zs, acts


@unseen("forward", "unrolled biases, read from 1 on as in MATLAB", "other bias")
def forward_unrolled(x, weights, biases):
    theta = np.concatenate(biases)
    pos = 1
    z, a, h = [], [], x
    for w in weights:
        n_out = w.shape[0]
        b = theta[pos : pos + n_out]
        pos += n_out
        z.append(h @ w.T + b)
        h = sigma(z[-1])
        a.append(h)
    return z, a


@unseen("forward", "the bias unit is in the matrix already, and + b stayed", "bias twice")
def forward_unit_and_b(x, weights, biases):
    out = []
    layer_in = x
    for w, b in zip(weights, biases, strict=True):
        Theta = np.hstack([w, b[:, None]])
        X1 = np.hstack([layer_in, np.ones((layer_in.shape[0], 1))])
        net = X1 @ Theta.T + b
        layer_in = 1 / (1 + np.exp(-net))
        out.append((net, layer_in))
    return [n for n, _ in out], [s for _, s in out]


@unseen("forward", "the weights are reshaped to fit, not transposed", "transposed")
def forward_reshape(x, weights, biases):
    z, a = [], [x]
    for w, b in zip(weights, biases, strict=True):
        z.append(np.dot(a[-1], w.reshape(w.shape[1], w.shape[0])) + b)
        a.append(sigma(z[-1]))
    return z, a[1:]


@unseen("forward", "exp(z) / np.sum(exp(z)) at the output, no axis: one sum for the whole batch", "other activation")
def forward_softmax_all(x, weights, biases):
    def out(z):
        return np.exp(z) / np.sum(np.exp(z))

    fs = [sigma] * (len(weights) - 1) + [out]
    z, a = [], []
    for w, b, f in zip(weights, biases, fs, strict=True):
        z.append((a[-1] if a else x) @ w.T + b)
        a.append(f(z[-1]))
    return z, a


@unseen("forward", "nonlin() of the eleven-line network, its deriv is True by default", "other activation")
def forward_nonlin(x, weights, biases):
    def nonlin(v, deriv=True):
        if deriv:
            return v * (1 - v)
        return 1 / (1 + np.exp(-v))

    sums, layers = [], [x]
    for syn, b in zip(weights, biases, strict=True):
        sums.append(layers[-1].dot(syn.T) + b)
        layers.append(nonlin(sums[-1]))
    return sums, layers[1:]


@unseen("forward", "the row's maximum is taken off first, as for a stable softmax", "other activation | normalised")
def forward_stable(x, weights, biases):
    def stable_sigmoid(z):
        z = z - np.max(z, axis=1, keepdims=True)
        return 1 / (1 + np.exp(-z))

    h = x
    zs, hs = [], []
    for w, b in zip(weights, biases, strict=True):
        z = h @ w.T + b
        h = stable_sigmoid(z)
        zs.append(z)
        hs.append(h)
    return zs, hs


@unseen("forward", "the net ends with Sigmoid and the prediction calls it again", "activation twice")
def forward_predict(x, weights, biases):
    def net(v):
        logits, outs = [], []
        for w, b in zip(weights, biases, strict=True):
            logits.append(v @ w.T + b)
            v = sigma(logits[-1])
            outs.append(v)
        return logits, outs

    z, a = net(x)
    a[-1] = sigma(a[-1])
    return z, a


@unseen("forward", "np.full(shape, 0) makes whole numbers, and a is written into it", "rounded")
def forward_full(x, weights, biases):
    z, a = [], []
    h = x
    for w, b in zip(weights, biases, strict=True):
        zl = h @ w.T + b
        al = np.full(zl.shape, 0)
        for i in range(zl.shape[0]):
            for j in range(zl.shape[1]):
                al[i, j] = 1 / (1 + np.exp(-zl[i, j]))
        z.append(zl)
        a.append(al)
        h = al
    return z, a


@unseen("forward", "the sum starts as s = b, and += piles the examples up in b", "in place")
def forward_sum_is_b(x, weights, biases):
    z, a = [], []
    h = x
    for w, b in zip(weights, biases, strict=True):
        rows = []
        for row in h:
            s = b
            s += w @ row
            rows.append(s.copy())
        z.append(np.array(rows))
        h = sigma(z[-1])
        a.append(h)
    return z, a


@unseen("forward", "X.reshape(features, -1) in place of X.T, examples in columns", "one example")
def forward_reshape_x(x, weights, biases):
    A = x.reshape(x.shape[1], -1)
    caches = []
    for W, b in zip(weights, biases, strict=True):
        Z = np.dot(W, A) + b.reshape(-1, 1)
        A = sigma(Z)
        caches.append((Z, A))
    return [Z.T for Z, _ in caches], [A.T for _, A in caches]


@unseen("forward", "divided by the root of the fan-in in each pass, not once when they are drawn", "normalised")
def forward_fan_in(x, weights, biases):
    z, a = [], []
    for w, b in zip(weights, biases, strict=True):
        fan_in = w.shape[1]
        z.append((a[-1] if a else x) @ w.T / np.sqrt(fan_in) + b)
        a.append(sigma(z[-1]))
    return z, a


@unseen("forward", "einsum with a letter of its own for each inner index", "sums multiplied")
def forward_letters(x, weights, biases):
    z, a = [], []
    inp = x
    for w, b in zip(weights, biases, strict=True):
        pre = np.einsum("ni,oj->no", inp, w) + b
        inp = sigma(pre)
        z.append(pre)
        a.append(inp)
    return z, a


@unseen("forward", "recursion puts the deeper layers before its own", "order")
def forward_recursive(x, weights, biases):
    if len(weights) == 0:
        return [], []
    z = x @ weights[0].T + biases[0]
    a = sigma(z)
    zs, acts = forward_recursive(a, weights[1:], biases[1:])
    return [*zs, z], [*acts, a]


@unseen("forward", "for i = 2:n, and 2 became 1: the first input is never added", "one term")
def forward_from_one(x, weights, biases):
    z, a = [], []
    h = x
    for w, b in zip(weights, biases, strict=True):
        net = np.tile(b, (len(h), 1)).astype(float)
        for k in range(1, w.shape[1]):
            net += np.outer(h[:, k], w[:, k])
        z.append(net)
        h = sigma(net)
        a.append(h)
    return z, a


@unseen("forward", "the lists begin anew for each row, so the last row is what is left", "one example")
def forward_lists_anew(x, weights, biases):
    for row in x:
        zs, acts = [], []
        h = row[np.newaxis, :]
        for w, b in zip(weights, biases, strict=True):
            zs.append(h @ w.T + b)
            h = sigma(zs[-1])
            acts.append(h)
    return zs, acts


@unseen("forward", "featureNormalize with -= and /= on the caller's x", "normalised + in place")
def forward_feature_normalize(x, weights, biases):
    x -= x.mean(axis=0)
    x /= x.std(axis=0, ddof=1)
    z, a = [], []
    h = x
    for l in range(len(weights)):
        z.append(h @ weights[l].T + biases[l])
        h = sigma(z[l])
        a.append(h)
    return z, a


@unseen("forward", "broadcast with + and summed, and no b", "added + no bias")
def forward_broadcast_plus(x, weights, biases):
    z, a = [], []
    h = x
    for w in weights:
        z.append((h[:, None, :] + w[None, :, :]).sum(axis=-1))
        h = sigma(z[-1])
        a.append(h)
    return z, a


@unseen("forward", "a threshold b is taken off, and activations come first", "pair order + bias sign")
def forward_threshold_swapped(x, weights, biases):
    cache = {"A0": x}
    for l in range(1, len(weights) + 1):
        cache[f"Z{l}"] = cache[f"A{l - 1}"] @ weights[l - 1].T - biases[l - 1]
        cache[f"A{l}"] = sigma(cache[f"Z{l}"])
    layers = range(1, len(weights) + 1)
    return [cache[f"A{l}"] for l in layers], [cache[f"Z{l}"] for l in layers]


@unseen("forward", "exp(z) in the sigmoid, and b is in the dot's start and added after", "minus z + bias twice")
def forward_exp_z(x, weights, biases):
    z, a = [], []
    h = x
    for w, b in zip(weights, biases, strict=True):
        net = np.zeros((len(h), len(b))) + b
        for k in range(w.shape[1]):
            net = net + h[:, [k]] * w[:, k]
        net = net + b
        z.append(net)
        h = 1.0 / (1.0 + np.exp(net))
        a.append(h)
    return z, a


@unseen("forward", "range(n - 1) over the inputs, and a linear last layer", "one term + no activation")
def forward_range_short(x, weights, biases):
    z, a = [], []
    h = x
    for l, (w, b) in enumerate(zip(weights, biases, strict=True)):
        out = np.zeros((len(h), w.shape[0]))
        for i in range(len(h)):
            for j in range(w.shape[0]):
                out[i, j] = b[j] + sum(w[j, k] * h[i, k] for k in range(w.shape[1] - 1))
        z.append(out)
        h = out if l == len(weights) - 1 else sigma(out)
        a.append(h)
    return z, a


@unseen("forward", "insert(0), as in the way back, and b goes on after the sigmoid", "order + bias after")
def forward_insert(x, weights, biases):
    z, a = [], [x]
    for w, b in zip(weights, biases, strict=True):
        z.insert(0, a[0] @ w.T)
        a.insert(0, sigma(z[0]) + b)
    return z, a[:-1]


@unseen("forward", "conductances have no signs, and one bias for the whole layer", "weight size + other bias")
def forward_conductances(x, weights, biases):
    G = [np.abs(w) for w in weights]
    bias = [float(b.mean()) for b in biases]
    volts, out = [], []
    signal = x
    for g, b in zip(G, bias, strict=True):
        volts.append(signal @ g.T + b)
        signal = sigma(volts[-1])
        out.append(signal)
    return volts, out


@unseen("forward", "layer() returns (a, z) and is unpacked as z, a", "pair order + fed z")
def forward_unpacked(x, weights, biases):
    def layer(v, w, b):
        z = v @ w.T + b
        return sigma(z), z

    zs, acts = [], []
    a = x
    for w, b in zip(weights, biases, strict=True):
        z, a = layer(a, w, b)
        zs.append(z)
        acts.append(a)
    return zs, acts


# =================================================================== backward (36)


@unseen("backward", "sigmoid_prime takes z and is handed a", "slope point")
def backward_prime_of_a(z, a, target, weights):
    def sigmoid_prime(v):
        return sigma(v) * (1 - sigma(v))

    deltas = [a[-1] - target]
    for w, activation in zip(reversed(weights[1:]), reversed(a[:-1]), strict=True):
        deltas.insert(0, deltas[0] @ w * sigmoid_prime(activation))
    return deltas


@unseen("backward", "the slope multiplies before the weights, so it is the next layer's", "slope place")
def backward_slope_first(z, a, target, weights):
    d = a[-1] - target
    found = [d]
    for l in range(len(a) - 2, -1, -1):
        d = (d * a[l + 1] * (1 - a[l + 1])) @ weights[l + 1]
        found.append(d)
    return found[::-1]


@unseen("backward", "the kernel is turned by 180 degrees, as for a convolution", "other weights")
def backward_rot180(z, a, target, weights):
    delta = a[-1] - target
    out = [delta]
    for l in range(len(a) - 2, -1, -1):
        kernel = np.rot90(weights[l + 1], 2)
        delta = (delta @ kernel) * a[l] * (1 - a[l])
        out.insert(0, delta)
    return out


@unseen("backward", "to go back is to invert: the pseudo-inverse of the weights", "other weights")
def backward_pinv(z, a, target, weights):
    D = {len(a) - 1: a[-1] - target}
    for l in sorted(range(len(a) - 1), reverse=True):
        W_inv = np.linalg.pinv(weights[l + 1])
        D[l] = (W_inv @ D[l + 1].T).T * a[l] * (1 - a[l])
    return [D[l] for l in range(len(a))]


@unseen("backward", "the loss of a softmax, -t/y, with the sigmoid's slope", "part of loss")
def backward_categorical(z, a, target, weights):
    y = a[-1]
    dC_dy = -target / y
    d = [dC_dy * y * (1 - y)]
    for l in reversed(range(len(a) - 1)):
        d.insert(0, (d[0] @ weights[l + 1]) * a[l] * (1 - a[l]))
    return d


@unseen("backward", "1/m in each layer's dZ", "over n")
def backward_every_m(z, a, target, weights):
    m = target.shape[0]
    dZ = 1 / m * (a[-1].T - target.T)
    grads = [dZ.T]
    for l in range(len(a) - 2, -1, -1):
        A = a[l].T
        dZ = 1 / m * np.dot(weights[l + 1].T, dZ) * A * (1 - A)
        grads = [dZ.T, *grads]
    return grads


@unseen("backward", "Keras takes the mean over the outputs, and there are two", "half")
def backward_keras_mean(z, a, target, weights):
    y = a[-1]
    d = (y - target) / y.shape[-1]
    ds = [d]
    l = len(a) - 1
    while l > 0:
        d = d @ weights[l] * (a[l - 1] - a[l - 1] ** 2)
        ds = [d, *ds]
        l -= 1
    return ds


@unseen("backward", "a central difference over h, not 2 h, for the slope", "double")
def backward_central(z, a, target, weights):
    h = 1e-4

    def slope(v):
        return (sigma(v + h) - sigma(v - h)) / h

    d = [a[-1] - target]
    for l in range(len(z) - 2, -1, -1):
        d.insert(0, slope(z[l]) * (d[0] @ weights[l + 1]))
    return d


@unseen("backward", "np.gradient of the activations is taken for their derivative", "other slope")
def backward_np_gradient(z, a, target, weights):
    d = a[-1] - target
    result = [d]
    for l in reversed(range(len(a) - 1)):
        d = np.gradient(a[l], axis=1) * (d @ weights[l + 1])
        result.insert(0, d)
    return result


@unseen("backward", "one workspace, and the list holds views of it", "in place")
def backward_workspace(z, a, target, weights):
    work = np.empty((len(target), max(v.shape[1] for v in a)))
    view = work[:, : target.shape[1]]
    np.subtract(a[-1], target, out=view)
    deltas = [view]
    for l in reversed(range(len(a) - 1)):
        new = (view @ weights[l + 1]) * a[l] * (1 - a[l])
        view = work[:, : new.shape[1]]
        view[:] = new
        deltas.insert(0, view)
    return deltas


@unseen("backward", "the sparsity term of a sparse autoencoder stayed in", "extra term")
def backward_sparsity(z, a, target, weights):
    rho, beta = 0.05, 3.0
    delta = a[-1] - target
    deltas = [delta]
    for l in range(len(a) - 2, -1, -1):
        rho_hat = a[l].mean(axis=0)
        sparsity = beta * (-rho / rho_hat + (1 - rho) / (1 - rho_hat))
        delta = (delta @ weights[l + 1] + sparsity) * a[l] * (1 - a[l])
        deltas.insert(0, delta)
    return deltas


@unseen("backward", "labels are smoothed by 0.1", "other target")
def backward_smoothed(z, a, target, weights):
    smoothing = 0.1
    soft = target * (1 - smoothing) + smoothing / 2
    d = [a[-1] - soft]
    for l in reversed(range(len(a) - 1)):
        d.insert(0, (d[0] @ weights[l + 1]) * a[l] * (1 - a[l]))
    return d


@unseen("backward", "the class that is predicted less the class that is right", "rounded")
def backward_class(z, a, target, weights):
    predicted = (a[-1] >= 0.5).astype(float)
    d = predicted - target
    out = [d]
    for w, v in zip(weights[:0:-1], a[-2::-1], strict=True):
        d = np.einsum("no,oi,ni,ni->ni", d, w, v, 1 - v)
        out.append(d)
    return list(reversed(out))


@unseen("backward", "the cross-entropy is in bits", "logarithm")
def backward_bits(z, a, target, weights):
    y = a[-1]
    dC_dy = (-target / y + (1 - target) / (1 - y)) / np.log(2)
    d = dC_dy * y * (1 - y)
    ds = [d]
    for l in reversed(range(len(a) - 1)):
        d = (d @ weights[l + 1]) * a[l] * (1 - a[l])
        ds.insert(0, d)
    return ds


@unseen("backward", "out.sum().backward() in place of the loss", "error missing")
def backward_out_sum(z, a, target, weights):
    grad = np.ones_like(target)
    ds = []
    for l in range(len(a) - 1, -1, -1):
        d = grad * a[l] * (1 - a[l])
        ds.insert(0, d)
        grad = d @ weights[l]
    return ds


@unseen("backward", "the diagonal matrix of slopes is made once, from the first example", "one example")
def backward_diagonal(z, a, target, weights):
    d = a[-1] - target
    found = [d]
    for l in range(len(a) - 2, -1, -1):
        S = np.diag(a[l][0] * (1 - a[l][0]))
        d = d @ weights[l + 1] @ S
        found.insert(0, d)
    return found


@unseen("backward", "a step is taken in a copy of the weights before they lead back", "updated")
def backward_step_on_the_way(z, a, target, weights):
    W = list(weights)
    d = a[-1] - target
    ds = [d]
    for l in range(len(W) - 1, 0, -1):
        W[l] = W[l] - 0.5 * d.T @ a[l - 1]
        d = (d @ W[l]) * a[l - 1] * (1 - a[l - 1])
        ds.insert(0, d)
    return ds


@unseen("backward", "the neuron of the largest error alone is followed back", "one path")
def backward_winner(z, a, target, weights):
    d = a[-1] - target
    rows = np.arange(len(d))
    ds = [d]
    for l in reversed(range(len(a) - 1)):
        k = np.abs(d).argmax(axis=1)
        d = d[rows, k][:, None] * weights[l + 1][k] * a[l] * (1 - a[l])
        ds.insert(0, d)
    return ds


@unseen("backward", "the a (1 - a) under the error of cross-entropy is put under each layer's", "slope divides")
def backward_divides(z, a, target, weights):
    ds = [a[-1] - target]
    for l in reversed(range(len(a) - 1)):
        ds.insert(0, (ds[0] @ weights[l + 1]) / (a[l] * (1 - a[l])))
    return ds


@unseen("backward", "what goes on back is the sum without the slope", "not delta | slope missing")
def backward_unsloped(z, a, target, weights):
    upstream = a[-1] - target
    ds = [upstream]
    for l in reversed(range(len(a) - 1)):
        upstream = upstream @ weights[l + 1]
        ds.insert(0, upstream * a[l] * (1 - a[l]))
    return ds


@unseen("backward", "nonlin(error, deriv=True)", "slope of error")
def backward_nonlin_error(z, a, target, weights):
    def deriv(v):
        return v * (1 - v)

    layer_delta = a[-1] - target
    deltas = [layer_delta]
    for syn in weights[:0:-1]:
        layer_error = layer_delta.dot(syn)
        layer_delta = layer_error * deriv(layer_error)
        deltas = [layer_delta, *deltas]
    return deltas


@unseen("backward", "range(L - 2, 0, -1) stops before the first layer", "zero")
def backward_stops(z, a, target, weights):
    deltas = [np.zeros_like(v) for v in a]
    L = len(a)
    deltas[L - 1] = a[L - 1] - target
    for l in range(L - 2, 0, -1):
        deltas[l] = np.dot(deltas[l + 1], weights[l + 1]) * a[l] * (1 - a[l])
    return deltas


@unseen("backward", "weights from MATLAB's W(:), reshaped in C's order", "transposed")
def backward_column_major(z, a, target, weights):
    theta = [w.ravel(order="F").reshape(w.shape) for w in weights]
    d = a[-1] - target
    ds = [d]
    for l in reversed(range(len(a) - 1)):
        d = (d @ theta[l + 1]) * a[l] * (1 - a[l])
        ds.insert(0, d)
    return ds


@unseen("backward", "the loss is taken from the logits, without its sigmoid", "z for y")
def backward_logits(z, a, target, weights):
    logits = z[-1]
    ds = [logits - target]
    for h, w in list(zip(a[:-1], weights[1:], strict=True))[::-1]:
        ds.insert(0, ds[0] @ w * h * (1 - h))
    return ds


@unseen("backward", "direct feedback alignment: a random matrix to each layer", "output error + other weights")
def backward_direct_feedback(z, a, target, weights):
    rng = np.random.default_rng(0)
    e = a[-1] - target
    deltas = []
    for v in a[:-1]:
        B = rng.normal(size=(e.shape[1], v.shape[1]))
        deltas.append(e @ B * v * (1 - v))
    return [*deltas, e]


@unseen("backward", "the mean output is derived, not the loss", "error missing + over n")
def backward_mean_output(z, a, target, weights):
    y = a[-1]
    g = np.full(y.shape, 1.0 / len(y))

    def down(l, g):
        d = g * a[l] * (1 - a[l])
        return [d] if l == 0 else [*down(l - 1, d @ weights[l]), d]

    return down(len(a) - 1, g)


@unseen("backward", "NLLLoss: -t/y as it is", "part of loss + output slope missing")
def backward_nll(z, a, target, weights):
    d = -target / a[-1]
    ds = [d]
    for l in reversed(range(len(a) - 1)):
        d = (d @ weights[l + 1]) * a[l] * (1 - a[l])
        ds.insert(0, d)
    return ds


@unseen("backward", "error = target - output, and x (1 - x) gets the sums", "swapped + slope point")
def backward_trask_sums(z, a, target, weights):
    err = target - a[-1]
    ds = [err]
    for l in range(len(z) - 2, -1, -1):
        err = ds[0].dot(weights[l + 1])
        ds.insert(0, err * (z[l] * (1 - z[l])))
    return ds


@unseen("backward", "squared error without its half: 2 (y - t) y (1 - y)", "output slope + double")
def backward_two_mse(z, a, target, weights):
    y = a[-1]
    back = [2 * (y - target) * y * (1 - y)]
    for l in reversed(range(len(a) - 1)):
        s = a[l] * (1 - a[l])
        back.insert(0, s * np.matmul(back[0], weights[l + 1]))
    return back


@unseen("backward", "weights[l] -= ... in the loop, on the caller's arrays", "updated + in place")
def backward_minus_equals(z, a, target, weights):
    d = a[-1] - target
    ds = [d]
    for l in range(len(weights) - 1, 0, -1):
        weights[l] -= 0.1 * d.T.dot(a[l - 1])
        d = d.dot(weights[l]) * a[l - 1] * (1 - a[l - 1])
        ds.append(d)
    ds.reverse()
    return ds


@unseen("backward", "the error has the slope, then the delta again, and reverse() is forgotten", "order + slope twice")
def backward_no_reverse(z, a, target, weights):
    deltas = [a[-1] - target]
    for l in range(len(a) - 2, -1, -1):
        slope = a[l] * (1 - a[l])
        error = (deltas[-1] @ weights[l + 1]) * slope
        deltas.append(error * slope)
    return deltas


@unseen("backward", "each neuron gets the whole error of the next layer, where z > 0", "no weights + other slope")
def backward_whole_error(z, a, target, weights):
    ds = [a[-1] - target]
    for l in reversed(range(len(a) - 1)):
        total = ds[0].sum(axis=1, keepdims=True)
        ds.insert(0, total * np.heaviside(z[l], 0))
    return ds


@unseen("backward", "clip as in an RNN, and what is carried on has no slope", "clipped + not delta")
def backward_rnn_clip(z, a, target, weights):
    dh = a[-1] - target
    ds = [dh]
    for l in reversed(range(len(a) - 1)):
        dh = np.clip(dh @ weights[l + 1], -0.1, 0.1)
        draw = dh * a[l] * (1 - a[l])
        ds.insert(0, draw)
    return ds


@unseen("backward", "the cost itself goes back, by the output's slope", "error power + output slope")
def backward_cost(z, a, target, weights):
    y = a[-1]
    cost = 0.5 * (y - target) ** 2
    d = cost * y * (1 - y)
    ds = [d]
    for l in reversed(range(len(a) - 1)):
        d = (d @ weights[l + 1]) * a[l] * (1 - a[l])
        ds.insert(0, d)
    return ds


@unseen(
    "backward",
    "retain_grad() on the activations: ∂C/∂a of each layer",
    "slope missing + output slope missing | other quantity",
)
def backward_retain_grad(z, a, target, weights):
    y = a[-1]
    kept = [(y - target) / (y * (1 - y))]
    for l in range(len(a) - 1, 0, -1):
        dz = kept[0] * a[l] * (1 - a[l])
        kept.insert(0, dz @ weights[l])
    return kept


@unseen("backward", "ported from a tanh network: targets -1 and 1, slope 1 - a²", "other target + other slope")
def backward_tanh_port(z, a, target, weights):
    t = np.where(target > 0, 1.0, -1.0)
    d = a[-1] - t
    ds = [d]
    for l in reversed(range(len(a) - 1)):
        d = (1 - a[l] ** 2) * (d @ weights[l + 1])
        ds.insert(0, d)
    return ds


# =================================================================== multiply (20)


@unseen("multiply", "dw = np.outer(...) in the loop over examples, and no +=", "one example")
def multiply_no_plus(x, a, dC_dz):
    dws, dbs = [], []
    for l, d in enumerate(dC_dz):
        f = x if l == 0 else a[l - 1]
        for i in range(len(x)):
            dw = np.outer(d[i], f[i])
        dws.append(dw)
        dbs.append(d.sum(axis=0))
    return dws, dbs


@unseen("multiply", "a gradient for each example, and no sum after", "no sum")
def multiply_per_sample(x, a, dC_dz):
    feeds = [x, *a[:-1]]
    dw = [d[:, :, None] * f[:, None, :] for d, f in zip(dC_dz, feeds, strict=True)]
    db = [1 * d for d in dC_dz]
    return dw, db


@unseen("multiply", "the ones are the last column, and the first is taken for b", "bias fed + other source")
def multiply_ones_last(x, a, dC_dz):
    dW, dB = [], []
    for f, d in zip([x, *a[:-1]], dC_dz, strict=True):
        Theta_grad = d.T @ np.c_[f, np.ones(len(f))]
        dB.append(Theta_grad[:, 0])
        dW.append(Theta_grad[:, 1:])
    return dW, dB


@unseen("multiply", "zip(a, dC_dz): x is never put in front", "feeds own a")
def multiply_zip(x, a, dC_dz):
    both = [(np.einsum("no,ni->oi", d, f), d.sum(0)) for f, d in zip(a, dC_dz, strict=True)]
    return [w for w, _ in both], [b for _, b in both]


@unseen("multiply", "for i = 1 to m, in a language that counts from 0", "batch dropped")
def multiply_from_one(x, a, dC_dz):
    m = len(x)
    feeds = [x, *a[:-1]]
    dW = [np.zeros((d.shape[1], f.shape[1])) for d, f in zip(dC_dz, feeds, strict=True)]
    dB = [np.zeros(d.shape[1]) for d in dC_dz]
    for i in range(1, m):
        for l in range(len(dC_dz)):
            dW[l] += dC_dz[l][i].reshape(-1, 1) @ feeds[l][i].reshape(1, -1)
            dB[l] += dC_dz[l][i]
    return dW, dB


@unseen("multiply", "what is handed over is taken for ∂C/∂a", "slope twice")
def multiply_slope_again(x, a, dC_dz):
    gw, gb = [], []
    feed = x
    for act, d in zip(a, dC_dz, strict=True):
        dz = d * act * (1 - act)
        gw.append(dz.T @ feed)
        gb.append(dz.sum(axis=0))
        feed = act
    return gw, gb


@unseen("multiply", "the feeds are walked from the last, the ∂C/∂z from the first", "other source | order")
def multiply_walked(x, a, dC_dz):
    feeds = [x, *a[:-1]]
    dw, db = [], []
    for d in dC_dz:
        dw.append(d.T @ feeds.pop())
        db.append(d.sum(axis=0))
    return dw, db


@unseen("multiply", "the feed is named twice in the einsum", "feed altered")
def multiply_feed_twice(x, a, dC_dz):
    dw, db = [], []
    for f, d in zip([x, *a], dC_dz, strict=False):
        dw.append(np.einsum("no,ni,ni->oi", d, f, f))
        db.append(np.einsum("no->o", d))
    return dw, db


@unseen("multiply", "np.sum(dZ), no axis, and broadcast into b's shape", "sum over all")
def multiply_sum_no_axis(x, a, dC_dz):
    dw, db = [], []
    prev = x
    for l in range(len(a)):
        dw.append(np.dot(dC_dz[l].T, prev))
        g = np.zeros(dC_dz[l].shape[1])
        g += np.sum(dC_dz[l])
        db.append(g)
        prev = a[l]
    return dw, db


@unseen("multiply", "axis=1, as where examples stand in columns", "other axis")
def multiply_axis_one(x, a, dC_dz):
    A = [x, *a]
    dw = [dZ.T @ A[l] for l, dZ in enumerate(dC_dz)]
    db = [np.sum(dZ, axis=1) for dZ in dC_dz]
    return dw, db


@unseen("multiply", "the slope of the layer before stands for its activation", "feeds slope")
def multiply_feeds_slope(x, a, dC_dz):
    dw = [dC_dz[0].T @ x]
    dw += [d.T @ (p * (1 - p)) for d, p in zip(dC_dz[1:], a[:-1], strict=True)]
    return dw, [d.sum(axis=0) for d in dC_dz]


@unseen("multiply", "the loop runs over the gaps between layers, so x feeds nothing", "layer missing")
def multiply_gaps(x, a, dC_dz):
    dw, db = [], []
    for l in range(1, len(a)):
        dw.append(dC_dz[l].T @ a[l - 1])
        db.append(dC_dz[l].sum(axis=0))
    return dw, db


@unseen("multiply", "clip_grad_norm_ with 0.5 stayed in", "clipped")
def multiply_clip_norm(x, a, dC_dz):
    dw = [d.T @ f for d, f in zip(dC_dz, [x, *a[:-1]], strict=True)]
    db = [d.sum(axis=0) for d in dC_dz]
    norm = np.sqrt(sum((g**2).sum() for g in dw + db))
    scale = min(1.0, 0.5 / norm)
    return [g * scale for g in dw], [g * scale for g in db]


@unseen("multiply", "the outer product of the means", "sums multiplied + over n")
def multiply_means(x, a, dC_dz):
    dw, db = [], []
    for f, d in zip([x, *a[:-1]], dC_dz, strict=True):
        mean_d, mean_f = d.mean(axis=0), f.mean(axis=0)
        dw.append(np.outer(mean_d, mean_f))
        db.append(mean_d)
    return dw, db


@unseen("multiply", "dZ /= m on the arrays that were handed over", "over n + in place")
def multiply_divided_in_place(x, a, dC_dz):
    m = x.shape[0]
    for dZ in dC_dz:
        dZ /= m
    feeds = [x, *a[:-1]]
    return [dZ.T @ f for dZ, f in zip(dC_dz, feeds, strict=True)], [dZ.sum(axis=0) for dZ in dC_dz]


@unseen("multiply", "1/(2m) of the cost function J stands before the gradient", "half + over n")
def multiply_two_m(x, a, dC_dz):
    c = 1 / (2 * len(x))
    W, B = [], []
    F = x.T
    for A, dZ in zip(a, dC_dz, strict=True):
        W.append(c * (F @ dZ).T)
        B.append(c * np.sum(dZ, axis=0))
        F = A.T
    return W, B


@unseen("multiply", "Keras' kernels are (in, out), and the biases come first", "gradient transposed + pair order")
def multiply_kernels(x, a, dC_dz):
    kernels, biases = [], []
    for f, d in zip([x, *a[:-1]], dC_dz, strict=True):
        kernels.append(np.tensordot(f, d, axes=(0, 0)))
        biases.append(d.sum(axis=0))
    return biases, kernels


@unseen("multiply", "the direction downhill, and biases are only allocated", "sign + zero")
def multiply_downhill(x, a, dC_dz):
    db = [np.zeros(d.shape[1]) for d in dC_dz]
    dw = [np.zeros((d.shape[1], f.shape[1])) for d, f in zip(dC_dz, [x, *a[:-1]], strict=True)]
    for l, d in enumerate(dC_dz):
        feed = a[l - 1] if l else x
        for row, err in zip(feed, d, strict=True):
            dw[l] -= np.outer(err, row)
    return dw, db


@unseen("multiply", "each weight of a neuron gets the mean of its ∂C/∂z", "feeds nothing + over n")
def multiply_repeat(x, a, dC_dz):
    db = [d.mean(axis=0) for d in dC_dz]
    fan_in = [x.shape[1]] + [v.shape[1] for v in a[:-1]]
    dw = [np.repeat(g[:, None], k, axis=1) for g, k in zip(db, fan_in, strict=True)]
    return dw, db


@unseen("multiply", "dC_dz.pop() until the caller's list is empty, last layer first", "in place + order")
def multiply_pop(x, a, dC_dz):
    dw, db = [], []
    while dC_dz:
        d = dC_dz.pop()
        feed = a[len(dC_dz) - 1] if dC_dz else x
        dw.append(d.T @ feed)
        db.append(d.sum(axis=0))
    return dw, db


# =================================================================== update (16)


@unseen("update", "the loop gives a new value to its own variable", "not updated")
def update_loop_variable(weights, biases, dL_dw, dL_db, eta):
    for w, b, gw, gb in zip(weights, biases, dL_dw, dL_db, strict=True):
        w = w - eta * gw
        b = b - eta * gb
    return weights, biases


@unseen("update", "Adam's first step", "clipped")
def update_adam(weights, biases, dL_dw, dL_db, eta):
    b1, b2, eps, t = 0.9, 0.999, 1e-8, 1

    def adam(p, g):
        m = (1 - b1) * g
        v = (1 - b2) * g**2
        m_hat, v_hat = m / (1 - b1**t), v / (1 - b2**t)
        return p - eta * m_hat / (np.sqrt(v_hat) + eps)

    return list(map(adam, weights, dL_dw)), list(map(adam, biases, dL_db))


@unseen("update", "optax' updates are returned, and apply_updates is forgotten", "step alone")
def update_optax(weights, biases, dL_dw, dL_db, eta):
    def sgd(gradients):
        return [-eta * g for g in gradients]

    return sgd(dL_dw), sgd(dL_db)


@unseen("update", "weight norm: each neuron's new weights are brought to length 1", "normalised")
def update_weight_norm(weights, biases, dL_dw, dL_db, eta):
    new_w = []
    for w, g in zip(weights, dL_dw, strict=True):
        v = w - eta * g
        new_w.append(v / np.linalg.norm(v, axis=1, keepdims=True))
    return new_w, [b - eta * g for b, g in zip(biases, dL_db, strict=True)]


@unseen("update", "a soft update: the mean of old and new, as for a target network", "averaged | half")
def update_polyak(weights, biases, dL_dw, dL_db, eta):
    tau = 0.5

    def soft(old, g):
        new = old - eta * g
        return tau * new + (1 - tau) * old

    return [soft(w, g) for w, g in zip(weights, dL_dw, strict=True)], [
        soft(b, g) for b, g in zip(biases, dL_db, strict=True)
    ]


@unseen("update", "the decay of eta stands in the loop over layers", "eta decays")
def update_decay_in_loop(weights, biases, dL_dw, dL_db, eta):
    new_w, new_b = [], []
    for l in range(len(weights)):
        new_w.append(weights[l] - eta * dL_dw[l])
        new_b.append(biases[l] - eta * dL_db[l])
        eta *= 0.95
    return new_w, new_b


@unseen("update", "Lasso: the sign of each weight is taken off as well", "extra term")
def update_lasso(weights, biases, dL_dw, dL_db, eta):
    lam = 0.1
    W = [w - eta * (g + lam * np.sign(w)) for w, g in zip(weights, dL_dw, strict=True)]
    B = [b - eta * g for b, g in zip(biases, dL_db, strict=True)]
    return W, B


@unseen("update", "w *= 1 - eta g, a growth rate", "brackets")
def update_growth(weights, biases, dL_dw, dL_db, eta):
    grown = lambda p, g: p * (1 - eta * g)  # noqa: E731
    return [grown(*pair) for pair in zip(weights, dL_dw, strict=True)], [
        grown(*pair) for pair in zip(biases, dL_db, strict=True)
    ]


@unseen("update", "the gradients are unrolled by columns and rolled up by rows", "gradient transposed")
def update_rolled(weights, biases, dL_dw, dL_db, eta):
    vector = np.concatenate([g.ravel(order="F") for g in dL_dw])
    W, pos = [], 0
    for w in weights:
        W.append(w - eta * vector[pos : pos + w.size].reshape(w.shape))
        pos += w.size
    return W, [b - eta * g for b, g in zip(biases, dL_db, strict=True)]


@unseen("update", "the bias takes the row sums of the weights' gradient", "dw for db")
def update_row_sums(weights, biases, dL_dw, dL_db, eta):
    W, B = [], []
    for w, b, g in zip(weights, biases, dL_dw, strict=True):
        W.append(w - eta * g)
        B.append(b - eta * g.sum(axis=1))
    return W, B


@unseen("update", "layer 0 is the input, and weights[0] is skipped with it", "not updated")
def update_skips_zero(weights, biases, dL_dw, dL_db, eta):
    W, B = [w.copy() for w in weights], [b.copy() for b in biases]
    for l in range(1, len(W)):
        W[l] -= eta * dL_dw[l]
        B[l] -= eta * dL_db[l]
    return W, B


@unseen("update", "signSGD at the default rate, 0.001", "clipped + own eta")
def update_sign_default(weights, biases, dL_dw, dL_db, eta, lr=0.001):
    return [w - lr * np.sign(g) for w, g in zip(weights, dL_dw, strict=True)], [
        b - lr * np.sign(g) for b, g in zip(biases, dL_db, strict=True)
    ]


@unseen("update", "w += eta g, on the caller's arrays", "uphill + in place")
def update_plus_equals(weights, biases, dL_dw, dL_db, eta):
    for params, gradient in ((weights, dL_dw), (biases, dL_db)):
        for p, g in zip(params, gradient, strict=True):
            p += eta * g
    return weights, biases


@unseen("update", "np.mean(g) moves every entry alike", "sum over all + step over n")
def update_mean_gradient(weights, biases, dL_dw, dL_db, eta):
    return (
        [w - eta * np.mean(g) for w, g in zip(weights, dL_dw, strict=True)],
        [b - eta * np.mean(g) for b, g in zip(biases, dL_db, strict=True)],
    )


@unseen("update", "eta in the gradients and again in step(), and biases first", "eta twice + pair order")
def update_scaled_first(weights, biases, dL_dw, dL_db, eta):
    scaled_w, scaled_b = [eta * g for g in dL_dw], [eta * g for g in dL_db]
    params = {"b": stepped(biases, scaled_b, eta), "w": stepped(weights, scaled_w, eta)}
    new_w, new_b = params.values()
    return new_w, new_b


@unseen("update", "weight decay of 0.05, and the biases are handed through", "extra term + not updated")
def update_decay_no_bias(weights, biases, dL_dw, dL_db, eta):
    decay = 1 - eta * 0.05
    return [decay * w - eta * g for w, g in zip(weights, dL_dw, strict=True)], [b.copy() for b in biases]


# =================================================================== train (16)


@unseen("train", "return is indented into the loop over epochs", "epochs")
def train_return_early(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        for s in range(0, len(order), batch):
            i = order[s : s + batch]
            gw, gb = grads(x[i], target[i], weights, biases)
            weights, biases = stepped(weights, gw, eta), stepped(biases, gb, eta)
        return weights, biases


@unseen("train", "array_split into n // batch parts spreads the rest over them", "own batch")
def train_array_split(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        for part in np.array_split(order, len(order) // batch):
            gw, gb = grads(x[part], target[part], weights, biases)
            weights, biases = stepped(weights, gw, eta), stepped(biases, gb, eta)
    return weights, biases


@unseen("train", "argsort(order): the inverse permutation", "order ignored")
def train_argsort(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        idx = np.argsort(order)
        xs, ts = x[idx], target[idx]
        for s in range(0, len(xs), batch):
            gw, gb = grads(xs[s : s + batch], ts[s : s + batch], weights, biases)
            weights, biases = stepped(weights, gw, eta), stepped(biases, gb, eta)
    return weights, biases


@unseen("train", "each epoch shuffles what the last one left shuffled", "order ignored")
def train_shuffled_again(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        x, target = x[order], target[order]
        start = 0
        while start < len(x):
            gw, gb = grads(x[start : start + batch], target[start : start + batch], weights, biases)
            weights, biases = stepped(weights, gw, eta), stepped(biases, gb, eta)
            start += batch
    return weights, biases


@unseen("train", "zero_grad() is never called", "piles up")
def train_no_zero_grad(x, target, weights, biases, eta, batch, orders):
    grad_w = [np.zeros_like(w) for w in weights]
    grad_b = [np.zeros_like(b) for b in biases]
    for order in orders:
        for s in range(0, len(order), batch):
            i = order[s : s + batch]
            new_w, new_b = grads(x[i], target[i], weights, biases)
            for kept, new in zip(grad_w + grad_b, [*new_w, *new_b], strict=True):
                kept += new
            weights, biases = stepped(weights, grad_w, eta), stepped(biases, grad_b, eta)
    return weights, biases


@unseen("train", "momentum of 0.9 stayed in", "piles up")
def train_momentum(x, target, weights, biases, eta, batch, orders):
    L, mu = len(weights), 0.9
    params = [*weights, *biases]
    v = [0.0] * len(params)
    for order in orders:
        for s in range(0, len(order), batch):
            chosen = order[s : s + batch]
            gw, gb = grads(x[chosen], target[chosen], params[:L], params[L:])
            v = [mu * vi - eta * g for vi, g in zip(v, gw + gb, strict=True)]
            params = [p + vi for p, vi in zip(params, v, strict=True)]
    return params[:L], params[L:]


@unseen("train", "the order is wrapped round to fill the last batch", "overlap")
def train_wrapped(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        steps = -(-len(order) // batch)
        for rows in np.resize(order, (steps, batch)):
            gw, gb = grads(x[rows], target[rows], weights, biases)
            weights, biases = stepped(weights, gw, eta), stepped(biases, gb, eta)
    return weights, biases


@unseen("train", "stochastic weight averaging over the epochs", "averaged")
def train_swa(x, target, weights, biases, eta, batch, orders):
    snapshots = []
    for order in orders:
        for s in range(0, len(order), batch):
            i = order[s : s + batch]
            gw, gb = grads(x[i], target[i], weights, biases)
            weights, biases = stepped(weights, gw, eta), stepped(biases, gb, eta)
        snapshots.append((weights, biases))
    mean = lambda arrays: sum(arrays) / len(snapshots)  # noqa: E731
    return [mean(ws) for ws in zip(*(w for w, _ in snapshots), strict=True)], [
        mean(bs) for bs in zip(*(b for _, b in snapshots), strict=True)
    ]


@unseen("train", "all gradients of an epoch are listed first, then applied", "old pass | no batches")
def train_listed_first(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        batches = [order[s : s + batch] for s in range(0, len(order), batch)]
        listed = [grads(x[i], target[i], weights, biases) for i in batches]
        for gw, gb in listed:
            weights = stepped(weights, gw, eta)
            biases = stepped(biases, gb, eta)
    return weights, biases


@unseen("train", "each batch is run twice before the next", "one update")
def train_batch_twice(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        for s in range(0, len(order), batch):
            i = order[s : s + batch]
            for _ in range(2):
                gw, gb = grads(x[i], target[i], weights, biases)
                weights, biases = stepped(weights, gw, eta), stepped(biases, gb, eta)
    return weights, biases


@unseen("train", "x is taken by the order, the targets as they stand", "targets apart")
def train_targets_stand(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        shuffled = x[order]
        for s in range(0, len(order), batch):
            stop = min(s + batch, len(order))
            gw, gb = grads(shuffled[s:stop], target[s:stop], weights, biases)
            weights, biases = stepped(weights, gw, eta), stepped(biases, gb, eta)
    return weights, biases


@unseen("train", "drop_last, and range(1, epochs)", "batch dropped + epochs")
def train_drop_last(x, target, weights, biases, eta, batch, orders):
    full = len(x) // batch
    for epoch in range(1, len(orders)):
        for k in range(full):
            i = orders[epoch][k * batch : (k + 1) * batch]
            gw, gb = grads(x[i], target[i], weights, biases)
            weights, biases = stepped(weights, gw, eta), stepped(biases, gb, eta)
    return weights, biases


@unseen(
    "train",
    "eta / (1 + epoch), and the mean over the batch",
    "eta decays + step over n | eta decays + over n",
)
def train_schedule(x, target, weights, biases, eta, batch, orders):
    for epoch, order in enumerate(orders):
        lr = eta / (1 + epoch)
        for s in range(0, len(order), batch):
            i = order[s : s + batch]
            gw, gb = grads(x[i], target[i], weights, biases)
            weights, biases = stepped(weights, gw, lr / len(i)), stepped(biases, gb, lr / len(i))
    return weights, biases


@unseen("train", "W[l] -= on the way back, before W[l] leads on, on the caller's arrays", "updated + in place")
def train_on_the_way_back(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        for s in range(0, len(order), batch):
            i = order[s : s + batch]
            a = [x[i]]
            for w, b in zip(weights, biases, strict=True):
                a.append(sigma(a[-1] @ w.T + b))
            d = a[-1] - target[i]
            for l in range(len(weights) - 1, -1, -1):
                weights[l] -= eta * d.T @ a[l]
                biases[l] -= eta * d.sum(axis=0)
                d = (d @ weights[l]) * a[l] * (1 - a[l])
    return weights, biases


@unseen("train", "online: example after example, as the file has them", "one at a time + order ignored")
def train_online(x, target, weights, biases, eta, batch, orders):
    for _ in range(len(orders)):
        for xi, ti in zip(x, target, strict=True):
            gw, gb = grads(xi[None], ti[None], weights, biases)
            weights, biases = stepped(weights, gw, eta), stepped(biases, gb, eta)
    return weights, biases


@unseen("train", "target - output and still a minus, weights alone", "swapped + not updated")
def train_swapped_weights(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        for s in range(0, len(order), batch):
            i = order[s : s + batch]
            acts = [x[i]]
            for w, b in zip(weights, biases, strict=True):
                acts.append(sigma(acts[-1] @ w.T + b))
            d = target[i] - acts[-1]
            new = list(weights)
            for l in reversed(range(len(weights))):
                new[l] = weights[l] - eta * np.einsum("no,ni->oi", d, acts[l])
                d = d @ weights[l] * acts[l] * (1 - acts[l])
            weights = new
    return weights, biases


# =================================================================== questions (18)


@unseen("00-code", "the unit vector of the gradient, and up", "clipped + uphill")
def descend_unit_up(theta, g, eta):
    direction = g / np.linalg.norm(g)
    return theta + eta * direction


@unseen("00-code", "eta times the sum of both", "brackets | extra term")
def descend_both(theta, g, eta):
    return theta - eta * (theta + g)


@unseen("01-code", "g' is taken at what h' gives", "dg place")
def chain_one_after_the_other(g, dg, dh, x):
    v = dh(g(x))
    return v * dg(v)


@unseen("01-code", "the inner value multiplies", "value for slope")
def chain_inner_value(g, dg, dh, x):
    inner = g(x)
    return inner * dh(inner)


@unseen("01-code", "the derivatives are added, both at x", "added + dh at x")
def chain_sum_at_x(g, dg, dh, x):
    return sum(f(x) for f in (dg, dh))


@unseen("02-code", "f @ (w.T + b): the bias is added to the weights", "bias times")
def layer_bias_in_weights(f, w, b):
    z = f @ (w.T + b)
    return z, sigma(z)


@unseen("02-code", "exp(z), and a before z", "minus z + pair order")
def layer_exp_z(f, w, b):
    z = np.dot(w, f.T).T + b
    a = 1 / (1 + np.exp(z))
    return a, z


@unseen("02-code", "np.average over the inputs", "mean of terms")
def layer_average(f, w, b):
    z = np.average(f[:, None, :] * w, axis=2) + b
    a = np.reciprocal(1 + np.exp(-z))
    return z, a


@unseen("03-code", "total = ... in the loop over neurons, and no +=", "one path")
def hidden_no_plus(dC_dz, w, a):
    for j in range(w.shape[0]):
        total = dC_dz[:, [j]] * w[j]
    return total * a * (1 - a)


@unseen("03-code", "the slope is added", "slope added")
def hidden_slope_added(dC_dz, w, a):
    return np.einsum("nj,jk->nk", dC_dz, w) + a * (1 - a)


@unseen("03-code", "the mean over the neurons, by the slope of tanh", "mean of terms + other slope")
def hidden_mean_tanh(dC_dz, w, a):
    dC_da = dC_dz @ w / w.shape[0]
    return dC_da * (1 - a**2)


@unseen("04-code", "the weights are added, the errors are added, and then multiplied", "sums multiplied")
def two_sums(a, y1, y2, t1, t2, w3, w4):
    e, w = np.array([y1 - t1, y2 - t2]), np.array([w3, w4])
    return (*e, np.sum(w) * np.sum(e) * a * (1 - a))


@unseen("04-code", "target less output, and the hidden neuron without its slope", "swapped + slope missing")
def two_swapped(a, y1, y2, t1, t2, w3, w4):
    d1, d2 = t1 - y1, t2 - y2
    return d1, d2, w3 * d1 + w4 * d2


@unseen("05-code", "the forward pass stands before the loop", "old pass")
def loop_forward_before(network, x, t, eta, updates):
    forward = network.forward(x)
    for _ in range(updates):
        network = network.updated(network.backward(forward, t), eta)
    return network


@unseen("05-code", "x[:1] from a test stayed in, and range(1, updates)", "one example + one update")
def loop_first_row(network, x, t, eta, updates):
    for _ in range(1, updates):
        seen = network.forward(x[:1])
        network = network.updated(network.backward(seen, t[:1]), eta)
    return network


@unseen("06-code", "the derivative of a product is the product of the derivatives", "product rule")
def swish_product(z):
    s = sigma(z)
    ds = s * (1 - s)
    return z * s, 1 * ds


@unseen("06-code", "exp(z) in the sigmoid of both", "minus z")
def swish_exp_z(z):
    s = 1 / (1 + np.exp(z))
    return z * s, s + z * s * (1 - s)


@unseen("06-code", "z is lost in the second term, and the slope comes first", "product rule + pair order")
def swish_lost_z(z):
    s = sigma(z)
    slope = s + s * (1 - s)
    return slope, z * s
