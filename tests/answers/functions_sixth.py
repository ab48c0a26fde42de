"""A sixth set of wrong functions, by somebody who saw neither the package nor its verdicts."""

from itertools import accumulate, count

import numpy as np
from entries import collecting, sigma

ENTRIES = []
unseen = collecting(ENTRIES, "sixth, ")

# ------------------------------------------------- what the learners have at hand, and it is right


def run(x, weights, biases):
    zs, acts = [], [x]
    for w, b in zip(weights, biases, strict=True):
        zs.append(acts[-1] @ w.T + b)
        acts.append(sigma(zs[-1]))
    return zs, acts[1:]


def deltas_of(acts, t, weights):
    found = [acts[-1] - t]
    for layer in range(len(acts) - 2, -1, -1):
        found = [(found[0] @ weights[layer + 1]) * acts[layer] * (1 - acts[layer]), *found]
    return found


def grads_of(x, t, weights, biases):
    _, acts = run(x, weights, biases)
    ds = deltas_of(acts, t, weights)
    ins = [x, *acts[:-1]]
    return [d.T @ i for d, i in zip(ds, ins, strict=True)], [d.sum(axis=0) for d in ds]


def stepped(params, grads, eta):
    return [p - eta * g for p, g in zip(params, grads, strict=True)]


# =================================================================== forward: 26


@unseen("forward", "precedence: 1/1 + exp(-z) typed for the output's sigmoid", "other activation")
def _(x, weights, biases):
    z, a = run(x, weights, biases)
    return z, [*a[:-1], 1 / 1 + np.exp(-z[-1])]


@unseen("forward", "sigmoid's exponent without its minus, at the output only", "minus z")
def _(x, weights, biases):
    z = []
    a = [x]
    for i in range(len(weights)):
        z.append(a[i] @ weights[i].T + biases[i])
        if i == len(weights) - 1:
            a.append(1 / (1 + np.exp(z[i])))
        else:
            a.append(1 / (1 + np.exp(-z[i])))
    return z, a[1:]


@unseen("forward", "columns for rows, W reshaped where it is to be transposed", "transposed")
def _(x, weights, biases):
    z, a, A = [], [], x
    for W, b in zip(weights, biases, strict=True):
        n_out, n_in = W.shape
        Z = A @ W.reshape(n_in, n_out) + b
        A = 1 / (1 + np.exp(-Z))
        z.append(Z)
        a.append(A)
    return z, a


@unseen("forward", "tanh hidden layers out of a tutorial, sigmoid at the end", "other activation")
def _(x, weights, biases):
    acts = [np.tanh] * (len(weights) - 1) + [sigma]
    z, a = (), ()
    for f, w, b in zip(acts, weights, biases, strict=True):
        z = (*z, np.dot(a[-1] if a else x, w.T) + b)
        a = (*a, f(z[-1]))
    return z, a


@unseen("forward", "the data are standardised first, column by column", "normalised")
def _(x, weights, biases):
    mu, sd = x.mean(axis=0), x.std(axis=0)
    return run((x - mu) / sd, weights, biases)


@unseen("forward", "loops as in C, the inner one from 1", "one term")
def _(x, weights, biases):
    zs, acts = [], []
    inp = x
    for W, b in zip(weights, biases, strict=True):
        n, m, k = len(inp), W.shape[0], W.shape[1]
        out = np.zeros((n, m))
        for e in range(n):
            for j in range(m):
                s = b[j]
                for i in range(1, k):
                    s += W[j][i] * inp[e][i]
                out[e, j] = s
        zs.append(out)
        inp = 1.0 / (1.0 + np.exp(-out))
        acts.append(inp)
    return zs, acts


@unseen("forward", "loops as in C, the bias is added inside the innermost one", "bias twice")
def _(x, weights, biases):
    zs, acts = [], []
    inp = x
    for W, b in zip(weights, biases, strict=True):
        out = np.zeros((inp.shape[0], W.shape[0]))
        for e in range(inp.shape[0]):
            for j in range(W.shape[0]):
                for i in range(W.shape[1]):
                    out[e, j] += W[j, i] * inp[e, i] + b[j]
        zs.append(out)
        inp = sigma(out)
        acts.append(inp)
    return zs, acts


@unseen("forward", "z goes on to the last layer", "fed z")
def _(x, weights, biases):
    z1 = x @ weights[0].T + biases[0]
    a1 = sigma(z1)
    z2 = a1 @ weights[1].T + biases[1]
    a2 = sigma(z2)
    z3 = z2 @ weights[2].T + biases[2]
    a3 = sigma(z3)
    return [z1, z2, z3], [a1, a2, a3]


@unseen("forward", "softmax at the output, over the whole table", "other activation | other activation + one example")
def _(x, weights, biases):
    z, a = run(x, weights, biases)
    e = np.exp(z[-1] - np.max(z[-1]))
    a[-1] = e / e.sum()
    return z, a


@unseen("forward", "the weights go through int()", "rounded")
def _(x, weights, biases):
    z, a, cur = [], [], x
    for w, b in zip(weights, biases, strict=True):
        w = w.astype(int)
        z += [cur @ w.T + b]
        a += [sigma(z[-1])]
        cur = a[-1]
    return z, a


@unseen("forward", "einsum, and the sum of the biases for each neuron", "other bias")
def _(x, weights, biases):
    z, a = [], []
    h = x
    for w, b in zip(weights, biases, strict=True):
        z.append(np.einsum("ni,oi->no", h, w) + np.einsum("o->", b))
        h = sigma(z[-1])
        a.append(h)
    return z, a


@unseen("forward", "a linear output, as in a regression", "no activation")
def _(x, weights, biases):
    z, a = [], []
    for i, (w, b) in enumerate(zip(weights, biases, strict=True)):
        z.append((a[-1] if i else x) @ w.T + b)
        a.append(z[-1] if i + 1 == len(weights) else sigma(z[-1]))
    return z, a


@unseen("forward", "sigma when it is stored and sigma when it is fed on", "activation twice")
def _(x, weights, biases):
    z, a = [], []
    feed = x
    for w, b in zip(weights, biases, strict=True):
        z.append(feed @ w.T + b)
        a.append(sigma(z[-1]))
        feed = sigma(a[-1])
    return z, a


@unseen("forward", "np.exp(out=z): z is a by the end", "in place | other quantity")
def _(x, weights, biases):
    z, a = [], []
    cur = x
    for w, b in zip(weights, biases, strict=True):
        s = cur @ w.T + b
        z.append(s)
        s *= -1
        np.exp(s, out=s)
        s += 1
        np.reciprocal(s, out=s)
        a.append(s)
        cur = s
    return z, a


@unseen("forward", "the mean of the products by np.mean for np.sum", "mean of terms")
def _(x, weights, biases):
    z, a = [], []
    cur = x
    for w, b in zip(weights, biases, strict=True):
        z.append(np.mean(cur[:, None, :] * w[None, :, :], axis=2) + b)
        cur = sigma(z[-1])
        a.append(cur)
    return z, a


@unseen("forward", "dropout's 0.5 on what the hidden layers hand on", "half")
def _(x, weights, biases):
    keep = 0.5
    z, a = [], []
    feed = x
    for w, b in zip(weights, biases, strict=True):
        z.append(feed @ w.T + b)
        a.append(sigma(z[-1]))
        feed = a[-1] * keep
    return z, a


@unseen("forward", "z is kept between -1 and 1 before sigma", "clipped | other activation")
def _(x, weights, biases):
    z, a = [], []
    cur = x
    for w, b in zip(weights, biases, strict=True):
        z.append(cur @ w.T + b)
        cur = sigma(np.clip(z[-1], -1, 1))
        a.append(cur)
    return z, a


@unseen("forward", "ReLU hidden, and no bias anywhere", "other activation + no bias")
def _(x, weights, biases):
    z, a = [], []
    cur = x
    for i, w in enumerate(weights):
        z.append(cur @ w.T)
        cur = np.maximum(0, z[-1]) if i < len(weights) - 1 else sigma(z[-1])
        a.append(cur)
    return z, a


@unseen("forward", "a threshold as in w·x > b, and exp(z) in sigma", "bias sign + minus z")
def _(x, weights, biases):
    z, a = [], []
    cur = x
    for w, threshold in zip(weights, biases, strict=True):
        z.append(cur @ w.T - threshold)
        cur = 1 / (1 + np.exp(z[-1]))
        a.append(cur)
    return z, a


@unseen("forward", "z handed on, and b added by matmul and once more by the cell", "fed z + bias twice")
def _(x, weights, biases):
    z, a = [], []
    cur = x
    for w, b in zip(weights, biases, strict=True):
        net = cur @ w.T + b
        net = net + b
        z.append(net)
        a.append(sigma(net))
        cur = net
    return z, a


@unseen("forward", "linear output, weights by their size", "no activation + weight size")
def _(x, weights, biases):
    sizes = [np.abs(w) for w in weights]
    z, a = run(x, sizes, biases)
    a[-1] = z[-1].copy()
    return z, a


@unseen("forward", "one decimal on each line, no bias, as on paper", "no bias + rounded")
def _(x, weights, biases):
    z, a = [], []
    cur = x
    for w in weights:
        z.append(np.round(cur @ w.T, 1))
        cur = np.round(sigma(z[-1]), 1)
        a.append(cur)
    return z, a


@unseen("forward", "a before z, and the hidden layers without sigma", "pair order + no activation")
def _(x, weights, biases):
    lin, act = [], []
    cur = x
    for i, (w, b) in enumerate(zip(weights, biases, strict=True)):
        lin.append(cur @ w.T + b)
        cur = sigma(lin[-1]) if i == len(weights) - 1 else lin[-1]
        act.append(cur)
    return act, lin


@unseen("forward", "the last input of each neuron missed, and b too", "one term + no bias")
def _(x, weights, biases):
    z, a = [], []
    cur = x
    for w in weights:
        z.append(sum(np.outer(cur[:, k], w[:, k]) for k in range(w.shape[1] - 1)))
        cur = sigma(z[-1])
        a.append(cur)
    return z, a


@unseen("forward", "b from the wrong end, z handed on", "other bias + fed z")
def _(x, weights, biases):
    z = [x]
    for w, b in zip(weights, biases, strict=True):
        z.append(z[-1] @ w.T + b[::-1])
    z = z[1:]
    return z, [sigma(v) for v in z]


@unseen("forward", "x comes first among the activations, and a bias that multiplies", "layer missing + bias times")
def _(x, weights, biases):
    z, a = [], [x]
    for w, b in zip(weights, biases, strict=True):
        z.append(a[-1] @ w.T * b)
        a.append(sigma(z[-1]))
    return z, a


# =================================================================== backward: 34


@unseen("backward", "squared error's chain: the output's slope as well", "output slope")
def _(z, a, target, weights):
    prime = [v * (1 - v) for v in a]
    d = (a[-1] - target) * prime[-1]
    out = [d]
    for w, p in zip(weights[:0:-1], prime[-2::-1], strict=True):
        d = d @ w * p
        out.append(d)
    return out[::-1]


@unseen("backward", "no slope in the first layer, which 'only takes the input'", "slope missing")
def _(z, a, target, weights):
    d3 = a[2] - target
    d2 = d3 @ weights[2] * (a[1] * (1 - a[1]))
    d1 = d2 @ weights[1]
    return [d1, d2, d3]


@unseen("backward", "sigma' is given a in place of z", "slope point")
def _(z, a, target, weights):
    def dsigma(v):
        return sigma(v) * (1 - sigma(v))

    ds = [a[-1] - target]
    for i in (1, 0):
        ds.insert(0, np.einsum("no,oi->ni", ds[0], weights[i + 1]) * dsigma(a[i]))
    return ds


@unseen("backward", "sigmoid's slope as if a were still to be activated: z (1 - z)", "slope point")
def _(z, a, target, weights):
    d = a[-1] - target
    res = [d]
    for L in range(len(z) - 1, 0, -1):
        d = (d @ weights[L]) * (z[L - 1] * (1 - z[L - 1]))
        res.insert(0, d)
    return res


@unseen("backward", "tanh's 1 - a² in one of the hidden layers", "other slope")
def _(z, a, target, weights):
    d3 = a[2] - target
    d2 = (d3 @ weights[2]) * (1 - a[1] ** 2)
    d1 = (d2 @ weights[1]) * a[0] * (1 - a[0])
    return (d1, d2, d3)


@unseen("backward", "the derivative of sigma is sigma: times a", "other slope | slope missing + extra a")
def _(z, a, target, weights):
    delta = a[-1] - target
    found = [delta]
    for l in reversed(range(len(a) - 1)):
        delta = a[l] * (delta @ weights[l + 1])
        found.insert(0, delta)
    return found


@unseen("backward", "a (1 + a): the minus misread", "other slope")
def _(z, a, target, weights):
    ds = {2: a[2] - target}
    for l in (1, 0):
        ds[l] = ds[l + 1] @ weights[l + 1] * a[l] * (1 + a[l])
    return [ds[l] for l in sorted(ds)]


@unseen("backward", "what goes back is ∂C/∂a, the slope comes only at each stop", "not delta | slope missing")
def _(z, a, target, weights):
    back = a[-1] - target
    ds = [back]
    for l in range(len(a) - 2, -1, -1):
        back = back @ weights[l + 1]
        ds.insert(0, back * a[l] * (1 - a[l]))
    return ds


@unseen("backward", "a step of 0.1 is taken on the weights on the way", "updated")
def _(z, a, target, weights):
    W = [w.copy() for w in weights]
    d = a[-1] - target
    ds = [d]
    for l in range(len(W) - 1, 0, -1):
        W[l] -= 0.1 * d.T @ a[l - 1]
        d = (d @ W[l]) * a[l - 1] * (1 - a[l - 1])
        ds.append(d)
    ds.reverse()
    return ds


@unseen("backward", "the errors of the next layer are only summed up", "no weights")
def _(z, a, target, weights):
    d = a[-1] - target
    ds = [d]
    for l in range(len(a) - 2, -1, -1):
        d = d.sum(axis=1, keepdims=True) * a[l] * (1 - a[l])
        ds.insert(0, d)
    return ds


@unseen("backward", "the strongest of the paths back alone", "one path")
def _(z, a, target, weights):
    d = a[-1] - target
    ds = [d]
    for l in (1, 0):
        parts = d[:, :, None] * weights[l + 1][None]
        best = np.abs(parts).argmax(axis=1)[:, None, :]
        d = np.take_along_axis(parts, best, axis=1)[:, 0] * a[l] * (1 - a[l])
        ds.insert(0, d)
    return ds


@unseen("backward", "reduction='mean': the output's error over the batch", "over n")
def _(z, a, target, weights):
    return deltas_of([*a[:-1], a[-1] / len(a[-1])], target / len(target), weights)


@unseen("backward", "only the half of the cost with y = 1: -t (1 - a)", "part of loss")
def _(z, a, target, weights):
    dC = -target / a[-1]
    g = [dC * a[-1] * (1 - a[-1])]
    for l in (1, 0):
        g.insert(0, (g[0] @ weights[l + 1]) * a[l] * (1 - a[l]))
    return g


@unseen("backward", "∂C/∂y of the cross-entropy is taken for the output's ∂C/∂z", "output slope missing")
def _(z, a, target, weights):
    y = a[-1]
    d = -(target / y) + (1 - target) / (1 - y)
    ds = [d]
    for w, h in ((weights[2], a[1]), (weights[1], a[0])):
        d = (d @ w) * h * (1 - h)
        ds.insert(0, d)
    return ds


@unseen(
    "backward", "the predicted class, not the probability, is compared with the target", "rounded | other activation"
)
def _(z, a, target, weights):
    predicted = (a[-1] > 0.5).astype(float)
    return deltas_of([*a[:-1], predicted], target, weights)


@unseen("backward", "softmax of z is compared with the target", "other activation")
def _(z, a, target, weights):
    e = np.exp(z[-1] - z[-1].max(axis=1, keepdims=True))
    return deltas_of([*a[:-1], e / e.sum(axis=1, keepdims=True)], target, weights)


@unseen("backward", "smoothed labels, 0.05 and 0.95", "other target")
def _(z, a, target, weights):
    soft = target * 0.9 + 0.05
    return deltas_of(a, soft, weights)


@unseen("backward", "a minus each time one layer is passed", "sign")
def _(z, a, target, weights):
    d = a[-1] - target
    ds = [d]
    for i in range(len(weights) - 1, 0, -1):
        d = -a[i - 1] * (1 - a[i - 1]) * (d @ weights[i])
        ds = [d, *ds]
    return ds


@unseen("backward", "the next layer's slope once more on the way down", "slope place | slope twice")
def _(z, a, target, weights):
    s = [sigma(v) * (1 - sigma(v)) for v in z]
    ds = [a[-1] - target]
    for l in (1, 0):
        ds.insert(0, s[l] * ((ds[0] * s[l + 1]) @ weights[l + 1]))
    return ds


@unseen("backward", "one mean error for the batch", "one example | one example + over n")
def _(z, a, target, weights):
    d = np.mean(a[-1] - target, axis=0, keepdims=True) * np.ones_like(target)
    ds = [d]
    for l in range(len(a) - 2, -1, -1):
        d = (d @ weights[l + 1]) * a[l] * (1 - a[l])
        ds.insert(0, d)
    return ds


@unseen("backward", "each layer's table is brought to length 1", "clipped | normalised")
def _(z, a, target, weights):
    return [d / np.linalg.norm(d) for d in deltas_of(a, target, weights)]


@unseen("backward", "error squared at the output, as the cost has it", "error power")
def _(z, a, target, weights):
    err = (a[-1] - target) ** 2
    second = err.dot(weights[2]) * a[1] * (1 - a[1])
    first = second.dot(weights[1]) * a[0] * (1 - a[0])
    return [first, second, err]


@unseen("backward", "ŷ - y and the slope of the squared error", "swapped + output slope | sign + output slope")
def _(z, a, target, weights):
    d = (target - a[-1]) * a[-1] * (1 - a[-1])
    out = [d]
    for l in (2, 1):
        d = a[l - 1] * (1 - a[l - 1]) * (d @ weights[l])
        out.insert(0, d)
    return out


@unseen("backward", "the square derived without ½, slope and all", "double + output slope")
def _(z, a, target, weights):
    loss_grad = 2 * (a[-1] - target)
    ds = [loss_grad * a[-1] * (1 - a[-1])]
    for l in (1, 0):
        ds.insert(0, np.matmul(ds[0], weights[l + 1]) * a[l] * (1 - a[l]))
    return ds


@unseen("backward", "nn.MSELoss's mean over the batch, with the output's slope", "over n + output slope")
def _(z, a, target, weights):
    n = target.shape[0]
    d = (a[-1] - target) / n * (a[-1] - a[-1] ** 2)
    ds = [d]
    for l in (1, 0):
        d = (d @ weights[l + 1]) * (a[l] - a[l] ** 2)
        ds.insert(0, d)
    return ds


@unseen(
    "backward", "target - output, and only the wires on the way back", "swapped + slope missing | sign + slope missing"
)
def _(z, a, target, weights):
    e3 = target - a[2]
    e2 = e3 @ weights[2]
    e1 = e2 @ weights[1]
    return [e1, e2, e3]


@unseen("backward", "z (1 - z), and no wires but the sum", "slope point + no weights")
def _(z, a, target, weights):
    d = a[-1] - target
    ds = [d]
    for v in z[-2::-1]:
        d = np.outer(d.sum(axis=1), np.ones(v.shape[1])) * v * (1 - v)
        ds.insert(0, d)
    return ds


@unseen("backward", "the list starts at the output, a ReLU's gate for the slope", "order + other slope")
def _(z, a, target, weights):
    ds = [a[-1] - target]
    for l in (1, 0):
        ds.append((ds[-1] @ weights[l + 1]) * np.where(z[l] > 0, 1.0, 0.0))
    return ds


@unseen(
    "backward",
    "the error stored in a itself, its slope taken after that",
    "output slope + in place | slope of error + in place",
)
def _(z, a, target, weights):
    d = a[-1]
    d -= target
    ds = [d * a[-1] * (1 - a[-1])]
    for l in (1, 0):
        ds.insert(0, (ds[0] @ weights[l + 1]) * a[l] * (1 - a[l]))
    return ds


@unseen("backward", "|error|, doubled", "error power + double")
def _(z, a, target, weights):
    ds = [2 * np.abs(target - a[-1])]
    for l in (1, 0):
        ds.insert(0, (ds[0] @ weights[l + 1]) * (1 - a[l]) * a[l])
    return ds


@unseen("backward", "two decimals, and sigma' of sigma", "rounded + slope point")
def _(z, a, target, weights):
    d = np.round(a[-1] - target, 2)
    ds = [d]
    for l in (1, 0):
        s = sigma(a[l])
        d = np.round((d @ weights[l + 1]) * s * (1 - s), 2)
        ds.insert(0, d)
    return ds


@unseen("backward", "targets of -1 and 1, the slope squared", "other target + slope twice")
def _(z, a, target, weights):
    signs = np.where(target > 0, 1.0, -1.0)
    d = a[-1] - signs
    ds = [d]
    for l in (1, 0):
        d = (d @ weights[l + 1]) * (a[l] * (1 - a[l])) ** 2
        ds.insert(0, d)
    return ds


@unseen("backward", "cut at ±0.2 in each layer, ŷ - y", "clipped + swapped | clipped + sign")
def _(z, a, target, weights):
    cap = 0.2
    d = np.clip(target - a[-1], -cap, cap)
    ds = [d]
    for l in (1, 0):
        d = np.clip((d @ weights[l + 1]) * a[l] * (1 - a[l]), -cap, cap)
        ds.insert(0, d)
    return ds


@unseen("backward", "the output itself goes back, by the size of the weights", "no target + weight size")
def _(z, a, target, weights):
    d = a[-1].copy()
    ds = [d]
    for l in (1, 0):
        d = a[l] * (1 - a[l]) * (d @ abs(weights[l + 1]))
        ds.insert(0, d)
    return ds


# =================================================================== multiply: 20


@unseen("multiply", "a[l - 1] for l = 0: Python's last layer feeds the first", "other source")
def _(x, a, dC_dz):
    gw, gb = [], []
    for l in range(len(dC_dz)):
        gw.append(dC_dz[l].T @ a[l - 1])
        gb.append(dC_dz[l].sum(axis=0))
    return gw, gb


@unseen("multiply", "inputs in rows of the gradient: feed.T @ delta", "gradient transposed")
def _(x, a, dC_dz):
    feeds = (x, *a)
    return [feeds[i].T @ d for i, d in enumerate(dC_dz)], [np.sum(d, 0) for d in dC_dz]


@unseen("multiply", "the bias's gradient is left one row an example", "no sum")
def _(x, a, dC_dz):
    ins = [x, *a[:-1]]
    gw = [np.einsum("no,ni->oi", d, f) for d, f in zip(dC_dz, ins, strict=True)]
    return gw, [d.copy() for d in dC_dz]


@unseen("multiply", "1/(n - 1), as in a sample variance", "over n")
def _(x, a, dC_dz):
    n = len(x) - 1
    gw = [d.T @ f / n for d, f in zip(dC_dz, [x, *a[:-1]], strict=True)]
    gb = [d.sum(axis=0) / n for d in dC_dz]
    return gw, gb


@unseen("multiply", "mean for the biases, sum for the weights", "over n")
def _(x, a, dC_dz):
    gw = [d.T @ f for d, f in zip(dC_dz, [x, *a[:-1]], strict=True)]
    gb = [d.mean(axis=0) for d in dC_dz]
    return gw, gb


@unseen("multiply", "the slope of what feeds a weight in place of it", "feeds slope")
def _(x, a, dC_dz):
    feeds = [x] + [h * (1 - h) for h in a[:-1]]
    return tuple(d.T @ f for d, f in zip(dC_dz, feeds, strict=True)), tuple(d.sum(axis=0) for d in dC_dz)


@unseen("multiply", "the bias as the row sums of the weights' gradient", "bias fed | dw for db")
def _(x, a, dC_dz):
    gw = [d.T @ f for d, f in zip(dC_dz, [x, *a[:-1]], strict=True)]
    return gw, [g.sum(axis=1) for g in gw]


@unseen("multiply", "the examples are added up first, then one outer product", "sums multiplied")
def _(x, a, dC_dz):
    gw, gb = [], []
    prev = x
    for d, act in zip(dC_dz, a, strict=True):
        total = d.sum(axis=0)
        gw.append(np.outer(total, prev.sum(axis=0)))
        gb.append(total)
        prev = act
    return gw, gb


@unseen("multiply", "a loop over the examples that assigns, not adds", "one example")
def _(x, a, dC_dz):
    gw = [None] * len(a)
    gb = [None] * len(a)
    for l in range(len(a)):
        feed = x if l == 0 else a[l - 1]
        for e in range(len(x)):
            gw[l] = np.outer(dC_dz[l][e], feed[e])
            gb[l] = dC_dz[l][e] * 1.0
    return gw, gb


@unseen("multiply", "the first layer's gradient is not made", "layer missing")
def _(x, a, dC_dz):
    gw, gb = [], []
    for l in range(1, len(dC_dz)):
        gw.append(dC_dz[l].T @ a[l - 1])
        gb.append(dC_dz[l].sum(axis=0))
    return gw, gb


@unseen("multiply", "one decimal at the end", "rounded")
def _(x, a, dC_dz):
    gw = [np.around(d.T @ f, 1) for d, f in zip(dC_dz, [x, *a[:-1]], strict=True)]
    gb = [np.around(d.sum(axis=0), 1) for d in dC_dz]
    return gw, gb


@unseen("multiply", "the features are scaled to 0..1 before they multiply", "normalised")
def _(x, a, dC_dz):
    lo, hi = x.min(axis=0), x.max(axis=0)
    feeds = [(x - lo) / (hi - lo), *a[:-1]]
    return [d.T @ f for d, f in zip(dC_dz, feeds, strict=True)], [d.sum(axis=0) for d in dC_dz]


@unseen("multiply", "each layer's own a", "feeds own a")
def _(x, a, dC_dz):
    pairs = list(zip(dC_dz, a, strict=True))
    return [d.T @ h for d, h in pairs], [d.T @ np.ones(len(d)) for d, _ in pairs]


@unseen("multiply", "torch's mean, and feed.T @ delta", "over n + gradient transposed")
def _(x, a, dC_dz):
    m = x.shape[0]
    gw = [f.T @ d / m for d, f in zip(dC_dz, [x, *a[:-1]], strict=True)]
    gb = [d.sum(axis=0) / m for d in dC_dz]
    return gw, gb


@unseen("multiply", "d /= n in the list that was given", "over n + in place")
def _(x, a, dC_dz):
    gw, gb = [], []
    for d, f in zip(dC_dz, [x, *a[:-1]], strict=True):
        d /= len(d)
        gw.append(d.T @ f)
        gb.append(d.sum(axis=0))
    return gw, gb


@unseen("multiply", "the first example alone, biases before weights", "pair order + one example")
def _(x, a, dC_dz):
    feeds = [x[0]] + [h[0] for h in a[:-1]]
    gw = [np.outer(d[0], f) for d, f in zip(dC_dz, feeds, strict=True)]
    gb = [d[0] for d in dC_dz]
    return gb, gw


@unseen("multiply", "the direction of descent, with a 2 from the square", "sign + double")
def _(x, a, dC_dz):
    gw = [-2 * d.T @ f for d, f in zip(dC_dz, [x, *a[:-1]], strict=True)]
    gb = [-2 * d.sum(axis=0) for d in dC_dz]
    return gw, gb


@unseen("multiply", "feeds squared, biases left 0", "feed altered + zero")
def _(x, a, dC_dz):
    gw = [d.T @ (f**2) for d, f in zip(dC_dz, [x, *a[:-1]], strict=True)]
    gb = [np.zeros(d.shape[1]) for d in dC_dz]
    return gw, gb


@unseen(
    "multiply",
    "one number for all biases of a layer, the weights' table on its side",
    "gradient transposed + sum over all",
)
def _(x, a, dC_dz):
    gw, gb = [], []
    for d, f in zip(dC_dz, [x, *a[:-1]], strict=True):
        gw.append(np.dot(f.T, d))
        gb.append(np.sum(d))
    return gw, gb


@unseen("multiply", "what feeds is left out, and a mean", "feeds nothing + over n")
def _(x, a, dC_dz):
    gw, gb = [], []
    for d, f in zip(dC_dz, [x, *a[:-1]], strict=True):
        m = d.mean(axis=0)
        gw.append(np.repeat(m[:, None], f.shape[1], axis=1))
        gb.append(m)
    return gw, gb


# =================================================================== update: 16


@unseen("update", "weights down, biases up", "uphill")
def _(weights, biases, dL_dw, dL_db, learning_rate):
    for_w = [w - learning_rate * g for w, g in zip(weights, dL_dw, strict=True)]
    for_b = [b + learning_rate * g for b, g in zip(biases, dL_db, strict=True)]
    return for_w, for_b


@unseen("update", "the learning rate shrinks from layer to layer", "eta decays")
def _(weights, biases, dL_dw, dL_db, learning_rate):
    new_w, new_b = [], []
    lr = learning_rate
    for w, b, gw, gb in zip(weights, biases, dL_dw, dL_db, strict=True):
        new_w.append(w - lr * gw)
        new_b.append(b - lr * gb)
        lr *= 0.9
    return new_w, new_b


@unseen("update", "Adam without its averages: g over its own size", "clipped | clipped + guard")
def _(weights, biases, dL_dw, dL_db, learning_rate):
    def adam(p, g):
        return p - learning_rate * g / (np.sqrt(g**2) + 1e-8)

    return list(map(adam, weights, dL_dw)), list(map(adam, biases, dL_db))


@unseen("update", "the bias takes the mean of its neuron's weight gradients", "dw for db | dw for db + mean of terms")
def _(weights, biases, dL_dw, dL_db, learning_rate):
    new_w = [w - learning_rate * g for w, g in zip(weights, dL_dw, strict=True)]
    new_b = [b - learning_rate * g.mean(axis=1) for b, g in zip(biases, dL_dw, strict=True)]
    return new_w, new_b


@unseen("update", "w (1 - η g): a share of the weight", "brackets")
def _(weights, biases, dL_dw, dL_db, learning_rate):
    new_w = [w * (1 - learning_rate * g) for w, g in zip(weights, dL_dw, strict=True)]
    new_b = [b * (1 - learning_rate * g) for b, g in zip(biases, dL_db, strict=True)]
    return new_w, new_b


@unseen("update", "weight decay of 0.01 η, on the weights alone", "extra term")
def _(weights, biases, dL_dw, dL_db, learning_rate):
    lam = 0.01
    new_w = [(1 - learning_rate * lam) * w - learning_rate * g for w, g in zip(weights, dL_dw, strict=True)]
    return new_w, stepped(biases, dL_db, learning_rate)


@unseen("update", "the output layer alone, as in a perceptron", "not updated")
def _(weights, biases, dL_dw, dL_db, learning_rate):
    w, b = [v.copy() for v in weights], [v.copy() for v in biases]
    w[-1] = w[-1] - learning_rate * dL_dw[-1]
    b[-1] = b[-1] - learning_rate * dL_db[-1]
    return w, b


@unseen("update", "the whole gradient brought to length 1", "clipped | normalised")
def _(weights, biases, dL_dw, dL_db, learning_rate):
    size = np.sqrt(sum((g**2).sum() for g in [*dL_dw, *dL_db]))
    return (
        [w - learning_rate * g / size for w, g in zip(weights, dL_dw, strict=True)],
        [b - learning_rate * g / size for b, g in zip(biases, dL_db, strict=True)],
    )


@unseen("update", "the mean of a layer's gradient for each of its weights", "sum over all + step over n")
def _(weights, biases, dL_dw, dL_db, learning_rate):
    new_w = [w - learning_rate * np.mean(g) for w, g in zip(weights, dL_dw, strict=True)]
    new_b = [b - learning_rate * np.mean(g) for b, g in zip(biases, dL_db, strict=True)]
    return new_w, new_b


@unseen("update", "η by its root", "eta twice")
def _(weights, biases, dL_dw, dL_db, learning_rate):
    step = learning_rate**0.5
    return stepped(weights, dL_dw, step), stepped(biases, dL_db, step)


@unseen("update", "w += g", "uphill + no eta")
def _(weights, biases, dL_dw, dL_db, learning_rate):
    return [np.add(*p) for p in zip(weights, dL_dw, strict=True)], [np.add(*p) for p in zip(biases, dL_db, strict=True)]


@unseen("update", "the usual 0.01, and the biases as they were", "own eta + not updated")
def _(weights, biases, dL_dw, dL_db, learning_rate, lr=0.01):
    return [w - lr * g for w, g in zip(weights, dL_dw, strict=True)], [b.copy() for b in biases]


@unseen(
    "update",
    "-= on what was given, and the step once more in what is returned",
    "twice updated + in place | double + in place",
)
def _(weights, biases, dL_dw, dL_db, learning_rate):
    for p, g in zip(weights + biases, dL_dw + dL_db, strict=True):
        p -= learning_rate * g
    return stepped(weights, dL_dw, learning_rate), stepped(biases, dL_db, learning_rate)


@unseen("update", "gradient cut at ±0.1, and then no η", "clipped + no eta")
def _(weights, biases, dL_dw, dL_db, learning_rate):
    def cut(g):
        return np.minimum(np.maximum(g, -0.1), 0.1)

    return [w - cut(g) for w, g in zip(weights, dL_dw, strict=True)], [
        b - cut(g) for b, g in zip(biases, dL_db, strict=True)
    ]


@unseen("update", "the change is returned, by two decimals", "step alone + rounded")
def _(weights, biases, dL_dw, dL_db, learning_rate):
    return [np.round(-learning_rate * g, 2) for g in dL_dw], [np.round(-learning_rate * g, 2) for g in dL_db]


@unseen("update", "biases first, and the weights at 2 η", "pair order + double | pair order + twice updated")
def _(weights, biases, dL_dw, dL_db, learning_rate):
    w = stepped(weights, dL_dw, 2 * learning_rate)
    b = stepped(biases, dL_db, 2 * learning_rate)
    return b, w


# =================================================================== train: 14


@unseen("train", "the order is drawn up and then not looked at", "order ignored")
def _(x, target, weights, biases, eta, batch, orders):
    for _order in orders:
        for i in range(0, len(x), batch):
            gw, gb = grads_of(x[i : i + batch], target[i : i + batch], weights, biases)
            weights, biases = stepped(weights, gw, eta), stepped(biases, gb, eta)
    return weights, biases


@unseen("train", "x is shuffled, the targets are not", "targets apart")
def _(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        shuffled = x[order]
        for i in range(0, len(order), batch):
            gw, gb = grads_of(shuffled[i : i + batch], target[i : i + batch], weights, biases)
            weights, biases = stepped(weights, gw, eta), stepped(biases, gb, eta)
    return weights, biases


@unseen("train", "whole batches alone: len // batch", "batch dropped")
def _(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        for k in range(len(order) // batch):
            rows = order[k * batch : (k + 1) * batch]
            gw, gb = grads_of(x[rows], target[rows], weights, biases)
            weights, biases = stepped(weights, gw, eta), stepped(biases, gb, eta)
    return weights, biases


@unseen("train", "one example too many in a slice, as MATLAB counts", "overlap")
def _(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        first = 0
        while first < len(order):
            rows = order[first : first + batch + 1]
            gw, gb = grads_of(x[rows], target[rows], weights, biases)
            weights, biases = stepped(weights, gw, eta), stepped(biases, gb, eta)
            first += batch
    return weights, biases


@unseen("train", "momentum of 0.9, out of a tutorial", "piles up")
def _(x, target, weights, biases, eta, batch, orders):
    vw, vb = [0 * w for w in weights], [0 * b for b in biases]
    for order in orders:
        for i in range(0, len(order), batch):
            rows = order[i : i + batch]
            gw, gb = grads_of(x[rows], target[rows], weights, biases)
            vw = [0.9 * v + g for v, g in zip(vw, gw, strict=True)]
            vb = [0.9 * v + g for v, g in zip(vb, gb, strict=True)]
            weights, biases = stepped(weights, vw, eta), stepped(biases, vb, eta)
    return weights, biases


@unseen("train", "one backward pass an epoch, one batch's gradients for all of them", "old pass")
def _(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        gw, gb = grads_of(x[order[:batch]], target[order[:batch]], weights, biases)
        for _ in range(0, len(order), batch):
            weights = [w - eta * g for w, g in zip(weights, gw, strict=True)]
            biases = [b - eta * g for b, g in zip(biases, gb, strict=True)]
    return weights, biases


@unseen("train", "η / epoch", "eta decays")
def _(x, target, weights, biases, eta, batch, orders):
    for epoch, order in zip(count(1), orders):
        for i in range(0, len(order), batch):
            rows = order[i : i + batch]
            gw, gb = grads_of(x[rows], target[rows], weights, biases)
            weights, biases = stepped(weights, gw, eta / epoch), stepped(biases, gb, eta / epoch)
    return weights, biases


@unseen("train", "W is new before the layer below is asked", "updated")
def _(x, target, weights, biases, eta, batch, orders):
    W, B = [w.copy() for w in weights], [b.copy() for b in biases]
    for order in orders:
        for i in range(0, len(order), batch):
            rows = order[i : i + batch]
            _, acts = run(x[rows], W, B)
            acts = [x[rows], *acts]
            d = acts[-1] - target[rows]
            for l in range(len(W) - 1, -1, -1):
                W[l] -= eta * d.T @ acts[l]
                B[l] -= eta * d.sum(axis=0)
                d = (d @ W[l]) * acts[l] * (1 - acts[l])
    return W, B


@unseen("train", "the first order for all epochs", "order ignored")
def _(x, target, weights, biases, eta, batch, orders):
    rows = [orders[0][i : i + batch] for i in range(0, len(x), batch)]
    for r in rows * len(orders):
        gw, gb = grads_of(x[r], target[r], weights, biases)
        weights, biases = stepped(weights, gw, eta), stepped(biases, gb, eta)
    return weights, biases


@unseen("train", "mean over the batch, and the last batch lost", "step over n + batch dropped")
def _(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        for i in range(0, len(order) - batch + 1, batch):
            rows = order[i : i + batch]
            gw, gb = grads_of(x[rows], target[rows], weights, biases)
            weights, biases = stepped(weights, gw, eta / batch), stepped(biases, gb, eta / batch)
    return weights, biases


@unseen("train", "no shuffling, and the step added", "order ignored + uphill")
def _(x, target, weights, biases, eta, batch, orders):
    for _ in range(len(orders)):
        for i in range(0, len(x), batch):
            gw, gb = grads_of(x[i : i + batch], target[i : i + batch], weights, biases)
            weights = [w + eta * g for w, g in zip(weights, gw, strict=True)]
            biases = [b + eta * g for b, g in zip(biases, gb, strict=True)]
    return weights, biases


@unseen("train", "returns from inside the loop over epochs; biases stay", "epochs + not updated")
def _(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        for i in range(0, len(order), batch):
            rows = order[i : i + batch]
            gw, _ = grads_of(x[rows], target[rows], weights, biases)
            weights = stepped(weights, gw, eta)
        return weights, biases


@unseen("train", "all at once, decay on the weights", "no batches + extra term")
def _(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        gw, gb = grads_of(x[order], target[order], weights, biases)
        gw = [g + 0.1 * w for g, w in zip(gw, weights, strict=True)]
        weights, biases = stepped(weights, gw, eta), stepped(biases, gb, eta)
    return weights, biases


@unseen("train", "each example its own update, at the 0.1 of the lecture", "one at a time + own eta")
def _(x, target, weights, biases, eta, batch, orders):
    for k in np.concatenate(orders):
        gw, gb = grads_of(x[[k]], target[[k]], weights, biases)
        weights, biases = stepped(weights, gw, 0.1), stepped(biases, gb, 0.1)
    return weights, biases


# =================================================================== questions: 20


@unseen("00-code", "the gradient's direction alone", "clipped | normalised")
def _(theta, gradient, eta):
    return theta - eta * gradient / np.sqrt(np.dot(gradient, gradient))


@unseen("00-code", "η before the bracket", "brackets")
def _(theta, gradient, eta):
    return eta * (theta - gradient)


@unseen("00-code", "up, by η²", "uphill + eta twice")
def _(theta, gradient, eta):
    step = eta * gradient
    return theta + eta * step


@unseen("01-code", "the inner derivative at g(x)", "dg place")
def _(g, dg, dh, x):
    y = g(x)
    return dh(y) * dg(y)


@unseen("01-code", "g itself for its derivative", "value for slope")
def _(g, dg, dh, x):
    inner = g(x)
    return inner * dh(inner)


@unseen("01-code", "both at x, one added to the other", "dh at x + added")
def _(g, dg, dh, x):
    outer, inner = dh(x), dg(x)
    return outer + inner


@unseen("02-code", "logits by half: σ(z/2)", "other activation | half")
def _(feed, w, b):
    z = feed @ w.T + b
    return z, (1 + np.tanh(z / 4)) / 2


@unseen("02-code", "activation first, and the bias after the activation", "pair order + bias after")
def _(feed, w, b):
    z = feed @ w.T
    return sigma(z) + b, z


@unseen("03-code", "the mean over the next layer's neurons", "mean of terms")
def _(delta, w, a):
    paths = delta[:, :, None] * w[None, :, :]
    return paths.mean(axis=1) * a * (1 - a)


@unseen("03-code", "divided by the slope, as in solving for it", "slope divides")
def _(delta, w, a):
    return (delta @ w) / (a * (1 - a))


@unseen("03-code", "only the first neuron's wire, and 1 - a", "one path + other slope")
def _(delta, w, a):
    return delta[:, [0]] * w[0] * (1 - a)


@unseen("04-code", "the wires are crossed", "other weights")
def _(a, y1, y2, t1, t2, w3, w4):
    d1, d2 = y1 - t1, y2 - t2
    return d1, d2, (d1 * w4 + d2 * w3) * a * (1 - a)


@unseen("04-code", "the hidden one only sees the first output", "one path")
def _(a, y1, y2, t1, t2, w3, w4):
    d = [y1 - t1, y2 - t2]
    for k, w in enumerate((w3, w4)):
        hidden = d[k] * w * a * (1 - a)
        if k == 0:
            break
    return d[0], d[1], hidden


@unseen("04-code", "squared errors' slopes at the outputs, none at the hidden one", "output slope + slope missing")
def _(a, y1, y2, t1, t2, w3, w4):
    d1 = (y1 - t1) * y1 * (1 - y1)
    d2 = (y2 - t2) * y2 * (1 - y2)
    return d1, d2, w3 * d1 + w4 * d2


@unseen("05-code", "range(1, updates)", "one update")
def _(network, x, target, eta, updates):
    for _ in range(1, updates):
        network = network.updated(network.backward(network.forward(x), target), eta)
    return network


@unseen("05-code", "η halves after each update", "eta decays")
def _(network, x, target, eta, updates):
    etas = accumulate([eta] + [0.5] * (updates - 1), lambda p, q: p * q)
    for e in etas:
        f = network.forward(x)
        network = network.updated(network.backward(f, target), e)
    return network


@unseen("05-code", "the passes before the loop, and the step uphill", "old pass + uphill")
def _(network, x, target, eta, updates):
    gradients = network.backward(network.forward(x), target)
    for _ in range(updates):
        network = network.updated(gradients, -eta)
    return network


@unseen("06-code", "(uv)' = u'v': 1 times sigma's slope", "product rule")
def _(z):
    s = sigma(z)
    return z * s, 1 * s * (1 - s)


@unseen("06-code", "s + z s (1 + s)", "product rule | other slope")
def _(z):
    s = 1 / (1 + np.exp(-z))
    return z * s, s + z * s * (1 + s)


@unseen("06-code", "sigma for the value, and the slope first", "no z + pair order | other activation + product rule")
def _(z):
    s = sigma(z)
    slope = s * (1 + z * (1 - s))
    return slope, s
