"""A fourth set of wrong functions, by somebody who saw neither the package nor its verdicts."""

import numpy as np
from entries import collecting, sigma

ENTRIES = []
unseen = collecting(ENTRIES, "fourth, ")

# ------------------------------------------------- what learners have at hand, and it is right


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


def sigmoid_prime(z):
    s = sigmoid(z)
    return s * (1 - s)


def relu(z):
    return np.maximum(0, z)


def softmax_rows(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def forward(x, weights, biases):
    z, a = [], []
    feed = x
    for w, b in zip(weights, biases, strict=False):
        z.append(feed @ w.T + b)
        a.append(sigma(z[-1]))
        feed = a[-1]
    return z, a


def backward(z, a, target, weights):
    delta = a[-1] - target
    dC_dz = [delta]
    for l in range(len(weights) - 2, -1, -1):
        delta = a[l] * (1 - a[l]) * (delta @ weights[l + 1])
        dC_dz.insert(0, delta)
    return dC_dz


def multiply(x, a, dC_dz):
    feeds = [x, *list(a[:-1])]
    return [d.T @ f for d, f in zip(dC_dz, feeds, strict=False)], [d.sum(axis=0) for d in dC_dz]


def update(weights, biases, dL_dw, dL_db, learning_rate):
    new_w = [w - learning_rate * g for w, g in zip(weights, dL_dw, strict=False)]
    new_b = [b - learning_rate * g for b, g in zip(biases, dL_db, strict=False)]
    return new_w, new_b


# =================================================================== forward


@unseen("forward", "np.tanh in every layer", "other activation")
def f_tanh(x, weights, biases):
    zs, acts = [], []
    h = x
    for W, b in zip(weights, biases, strict=False):
        zs.append(np.dot(h, W.T) + b)
        h = np.tanh(zs[-1])
        acts.append(h)
    return zs, acts


@unseen("forward", "softmax over the whole batch at the output", "other activation | other activation + sum over all")
def f_softmax_all(x, weights, biases):
    L = len(weights)
    z = [None] * L
    a = [None] * L
    inp = x
    for l in range(L):
        z[l] = inp @ weights[l].T + biases[l]
        if l == L - 1:
            e = np.exp(z[l] - np.max(z[l]))
            a[l] = e / np.sum(e)
        else:
            a[l] = sigmoid(z[l])
        inp = a[l]
    return z, a


@unseen("forward", "relu in hidden layers, sigmoid last", "other activation")
def f_relu_hidden(x, weights, biases):
    z, a = [], []
    for l in range(len(weights)):
        feed = x if l == 0 else a[l - 1]
        z.append(feed @ weights[l].T + biases[l])
        act = sigmoid if l == len(weights) - 1 else relu
        a.append(act(z[l]))
    return z, a


@unseen("forward", "half precision to save memory", "rounded")
def f_float16(x, weights, biases):
    z, a = [], []
    feed = x.astype(np.float16)
    for w, b in zip(weights, biases, strict=False):
        z.append(feed @ w.astype(np.float16).T + b.astype(np.float16))
        a.append(sigmoid(z[-1]))
        feed = a[-1]
    return z, a


@unseen("forward", "three loops, b put on after sigma", "bias after")
def f_bias_after(x, weights, biases):
    z, a = [], []
    feed = x
    for w, b in zip(weights, biases, strict=False):
        zl = np.zeros((len(feed), len(w)))
        al = np.zeros((len(feed), len(w)))
        for n in range(len(feed)):
            for j in range(len(w)):
                for k in range(len(w[j])):
                    zl[n, j] += w[j, k] * feed[n, k]
                al[n, j] = sigma(zl[n, j]) + b[j]
        z.append(zl)
        a.append(al)
        feed = al
    return z, a


@unseen("forward", "z[-1] handed on", "fed z")
def f_fed_z(x, weights, biases):
    z = [x @ weights[0].T + biases[0]]
    for w, b in list(zip(weights, biases, strict=False))[1:]:
        z.append(z[-1] @ w.T + b)
    return z, [sigma(each) for each in z]


@unseen("forward", "sigmoid with out=", "in place")
def f_out(x, weights, biases):
    z, a = [], []
    feed = x
    for w, b in zip(weights, biases, strict=False):
        s = feed @ w.T + b
        z.append(s)
        np.negative(s, out=s)
        np.exp(s, out=s)
        s += 1
        np.reciprocal(s, out=s)
        a.append(s)
        feed = s
    return z, a


@unseen("forward", "einsum with the letters of w turned", "transposed")
def f_einsum(x, weights, biases):
    z, a = [], [x]
    for w, b in zip(weights, biases, strict=False):
        z.append(np.einsum("nk,kj->nj", a[-1], w) + b)
        a.append(sigmoid(z[-1]))
    return z, a[1:]


@unseen("forward", "x[0], since the lecture has one example", "one example")
def f_first_row(x, weights, biases):
    z, a = [], []
    feed = x[0]
    for w, b in zip(weights, biases, strict=False):
        z.append((w @ feed + b).reshape(1, -1))
        a.append(sigmoid(z[-1]))
        feed = a[-1][0]
    return z, a


@unseen("forward", "b[0] for every neuron", "other bias")
def f_b0(x, weights, biases):
    def neuron(feed, row, bias):
        return (feed * row).sum(axis=1) + bias

    z, a, feed = [], [], x
    for w, b in zip(weights, biases, strict=False):
        z.append(np.stack([neuron(feed, row, b[0]) for row in w], axis=1))
        a.append(sigma(z[-1]))
        feed = a[-1]
    return z, a


@unseen("forward", "insert(0) in the forward pass", "order")
def f_insert(x, weights, biases):
    z, a = [], []
    feed = x
    for i in range(len(weights)):
        s = feed @ weights[i].T + biases[i]
        z.insert(0, s)
        feed = sigma(s)
        a.insert(0, feed)
    return z, a


@unseen("forward", "sum over k begins at 1", "one term")
def f_from_one(x, weights, biases):
    z, a = [], []
    feed = x
    for w, b in zip(weights, biases, strict=False):
        s = np.tile(b, (len(feed), 1)).astype(float)
        for k in range(1, w.shape[1]):
            s += np.outer(feed[:, k], w[:, k])
        z.append(s)
        a.append(sigma(s))
        feed = a[-1]
    return z, a


@unseen("forward", "bias added to row 0 alone", "no bias | one example")
def f_bias_row(x, weights, biases):
    z, a = [], []
    feed = x
    for l, w in enumerate(weights):
        s = feed @ w.T
        s[0] += biases[l]
        z.append(s)
        feed = sigma(s)
        a.append(feed)
    return z, a


@unseen("forward", "zip with biases[::-1]", "other bias")
def f_zip_reversed(x, weights, biases):
    z, a = [], []
    feed = x
    for w, b in zip(weights, biases[::-1], strict=False):
        z.append(feed @ w.T + b)
        feed = sigmoid(z[-1])
        a.append(feed)
    return z, a


@unseen("forward", "tanh, and no bias in hidden layers", ("other activation", "no bias"))
def f_tanh_no_bias(x, weights, biases):
    zs, acts = [], []
    h = x
    for i, W in enumerate(weights):
        s = h @ W.T
        if i == len(weights) - 1:
            s = s + biases[i]
        h = np.tanh(s)
        zs.append(s)
        acts.append(h)
    return zs, acts


@unseen("forward", "two decimals, last layer first", ("rounded", "order"))
def f_round_order(x, weights, biases):
    z, a, feed = [], [], x
    for w, b in zip(weights, biases, strict=False):
        z.append(np.round(feed @ w.T + b, 2))
        feed = sigma(z[-1])
        a.append(feed)
    return z[::-1], a[::-1]


@unseen("forward", "np.mean for the sum, output left linear", ("mean of terms", "no activation"))
def f_mean_linear(x, weights, biases):
    z, a = [], []
    feed = x
    for l, (w, b) in enumerate(zip(weights, biases, strict=False)):
        z.append(np.mean(feed[:, np.newaxis, :] * w, axis=-1) + b)
        a.append(z[-1] if l == len(weights) - 1 else sigma(z[-1]))
        feed = a[-1]
    return z, a


@unseen("forward", "exp(z) and b after it", ("minus z", "bias after"))
def f_exp_after(x, weights, biases):
    z, a = [], []
    for l in range(len(weights)):
        feed = a[l - 1] if l > 0 else x
        z.append(np.matmul(feed, np.transpose(weights[l])))
        a.append(1 / (1 + np.exp(z[l])) + biases[l])
    return z, a


@unseen("forward", "first example, b in z and again in sigma", ("one example", "bias twice"))
def f_one_twice(x, weights, biases):
    z, a = [], []
    feed = x[:1]
    for w, b in zip(weights, biases, strict=False):
        z.append(feed @ w.T + b)
        a.append(sigma(z[-1] + b))
        feed = a[-1]
    return z, a


@unseen(
    "forward",
    "softmax down the columns, bias subtracted",
    ("other activation | other activation + other axis", "bias sign"),
)
def f_softmax_axis0(x, weights, biases):
    def softmax(s):
        e = np.exp(s)
        return e / e.sum(axis=0)

    z, a = [], []
    feed = x
    for w, b in zip(weights, biases, strict=False):
        z.append(feed @ w.T - b)
        a.append(softmax(z[-1]))
        feed = a[-1]
    return z, a


# =================================================================== backward


@unseen("backward", "target minus output", "swapped | sign")
def b_swapped(z, a, target, weights):
    error = target - a[-1]
    out = [error]
    for l in reversed(range(len(a) - 1)):
        error = (error @ weights[l + 1]) * a[l] * (1 - a[l])
        out.append(error)
    return out[::-1]


@unseen("backward", "Nielsen's BP1 with cross-entropy", "output slope")
def b_output_slope(z, a, target, weights):
    delta = (a[-1] - target) * sigmoid_prime(z[-1])
    dC_dz = [delta]
    for l in range(2, len(weights) + 1):
        delta = np.dot(delta, weights[-l + 1]) * sigmoid_prime(z[-l])
        dC_dz.insert(0, delta)
    return dC_dz


@unseen("backward", "z times 1 minus z", "slope point")
def b_z_one_minus_z(z, a, target, weights):
    L = len(weights)
    d = [None] * L
    d[L - 1] = a[L - 1] - target
    for l in range(L - 2, -1, -1):
        d[l] = z[l] * (1 - z[l]) * (d[l + 1] @ weights[l + 1])
    return d


@unseen("backward", "sigmoid_prime called with a", "slope point | activation twice")
def b_prime_of_a(z, a, target, weights):
    d = [a[-1] - target]
    for w, act in zip(weights[:0:-1], a[-2::-1], strict=False):
        d.insert(0, sigmoid_prime(act) * (d[0] @ w))
    return d


@unseen("backward", "1 - a**2", "other slope")
def b_tanh_slope(z, a, target, weights):
    grads = {}
    last = len(weights) - 1
    grads[last] = a[last] - target
    for l in range(last - 1, -1, -1):
        grads[l] = np.einsum("nk,kj->nj", grads[l + 1], weights[l + 1]) * (1 - a[l] ** 2)
    return [grads[l] for l in range(last + 1)]


@unseen("backward", "relu mask", "other slope")
def b_relu_mask(z, a, target, weights):
    dC_dz = [a[-1] - target]
    for l in range(len(weights) - 2, -1, -1):
        dA = dC_dz[0] @ weights[l + 1]
        dZ = np.array(dA, copy=True)
        dZ[z[l] <= 0] = 0
        dC_dz = [dZ, *dC_dz]
    return dC_dz


@unseen("backward", "divided by m as in the course", "over n")
def b_over_m(z, a, target, weights):
    m = target.shape[0]
    dZ = (a[-1] - target) / m
    cache = [dZ]
    for l in reversed(range(len(weights) - 1)):
        dA = dZ @ weights[l + 1]
        dZ = dA * a[l] * (1 - a[l])
        cache.insert(0, dZ)
    return cache


@unseen("backward", "averaged anew in each layer", "over n")
def b_over_m_each(z, a, target, weights):
    m = len(target)
    delta = (a[-1] - target) / m
    out = [delta]
    for l in reversed(range(len(weights) - 1)):
        delta = (delta @ weights[l + 1]) / m * a[l] * (1 - a[l])
        out.insert(0, delta)
    return out


@unseen("backward", "w.T as in the books", "transposed")
def b_w_t(z, a, target, weights):
    delta = a[-1] - target
    dC_dz = [delta]
    for l in range(len(weights) - 2, -1, -1):
        delta = (delta @ weights[l + 1].T) * sigmoid_prime(z[l])
        dC_dz.insert(0, delta)
    return dC_dz


@unseen("backward", "errors of the next layer added up bare", "no weights")
def b_no_weights(z, a, target, weights):
    dC_dz = [a[-1] - target]
    for l in range(len(weights) - 2, -1, -1):
        blame = np.zeros_like(a[l])
        for k in range(dC_dz[0].shape[1]):
            for j in range(a[l].shape[1]):
                blame[:, j] += dC_dz[0][:, k]
        dC_dz.insert(0, blame * a[l] * (1 - a[l]))
    return dC_dz


@unseen("backward", "weights[l], off by one", "other weights")
def b_off_by_one(z, a, target, weights):
    delta = a[-1] - target
    dC_dz = [delta]
    for l in range(len(weights) - 2, -1, -1):
        delta = a[l] * (1 - a[l]) * (delta @ weights[l])
        dC_dz.insert(0, delta)
    return dC_dz


@unseen("backward", "a step of 0.1 on w before going through it", "updated")
def b_updated(z, a, target, weights):
    delta = a[-1] - target
    dC_dz = [delta]
    for l in range(len(weights) - 1, 0, -1):
        w = weights[l] - 0.1 * delta.T @ a[l - 1]
        delta = (delta @ w) * a[l - 1] * (1 - a[l - 1])
        dC_dz.insert(0, delta)
    return dC_dz


@unseen("backward", "slope of the layer it comes from", "slope place")
def b_slope_place(z, a, target, weights):
    delta = a[-1] - target
    dC_dz = [delta]
    for l in range(len(weights) - 2, -1, -1):
        slope = sigmoid_prime(z[l + 1])
        delta = (slope * delta) @ weights[l + 1]
        dC_dz.insert(0, delta)
    return dC_dz


@unseen("backward", "squared difference starts it", "error power")
def b_square(z, a, target, weights):
    deltas = [np.power(a[-1] - target, 2)]
    for l in range(len(weights) - 2, -1, -1):
        deltas.insert(0, deltas[0] @ weights[l + 1] * a[l] * (1 - a[l]))
    return deltas


@unseen("backward", "the logarithms themselves", "error power")
def b_cost(z, a, target, weights):
    y, t = a[-1], target
    delta = -(t * np.log(y) + (1 - t) * np.log(1 - y))
    dC_dz = [delta]
    for l in range(len(weights) - 2, -1, -1):
        delta = a[l] * (1 - a[l]) * (delta @ weights[l + 1])
        dC_dz.insert(0, delta)
    return dC_dz


@unseen("backward", "dC/dy without the sigmoid at the end", "output slope missing")
def b_dC_dy(z, a, target, weights):
    y = a[-1]
    d = -(target / y) + (1 - target) / (1 - y)
    dC_dz = [d]
    for l in reversed(range(len(weights) - 1)):
        d = (d @ weights[l + 1]) * a[l] * (1 - a[l])
        dC_dz.insert(0, d)
    return dC_dz


@unseen("backward", "only -t log y derived", "part of loss")
def b_half_loss(z, a, target, weights):
    y = a[-1]
    delta = -target / y * y * (1 - y)
    dC_dz = [delta]
    for l in range(len(weights) - 2, -1, -1):
        delta = a[l] * (1 - a[l]) * (delta @ weights[l + 1])
        dC_dz.insert(0, delta)
    return dC_dz


@unseen("backward", "thresholded prediction minus target", "rounded")
def b_threshold(z, a, target, weights):
    prediction = (a[-1] > 0.5).astype(float)
    delta = prediction - target
    dC_dz = [delta]
    for l in range(len(weights) - 2, -1, -1):
        delta = a[l] * (1 - a[l]) * (delta @ weights[l + 1])
        dC_dz.insert(0, delta)
    return dC_dz


@unseen("backward", "softmax of the last z minus target", "other activation")
def b_softmax(z, a, target, weights):
    delta = softmax_rows(z[-1]) - target
    dC_dz = [delta]
    for l in range(len(weights) - 2, -1, -1):
        delta = delta @ weights[l + 1] * (a[l] - a[l] * a[l])
        dC_dz.insert(0, delta)
    return dC_dz


@unseen("backward", "logits minus target", "z for y")
def b_logits(z, a, target, weights):
    delta = z[-1] - target
    dC_dz = [delta]
    for l in range(len(weights) - 2, -1, -1):
        delta = delta @ weights[l + 1] * sigmoid_prime(z[l])
        dC_dz.insert(0, delta)
    return dC_dz


@unseen("backward", "y -= target", "in place")
def b_in_place(z, a, target, weights):
    delta = a[-1]
    delta -= target
    dC_dz = [delta]
    for l in range(len(weights) - 2, -1, -1):
        delta = delta @ weights[l + 1] * a[l] * (1 - a[l])
        dC_dz.insert(0, delta)
    return dC_dz


@unseen("backward", "mean error of the batch for everyone", "one example")
def b_mean_error(z, a, target, weights):
    delta = np.ones_like(target, dtype=float) * (a[-1] - target).mean(axis=0)
    dC_dz = [delta]
    for l in range(len(weights) - 2, -1, -1):
        delta = a[l] * (1 - a[l]) * (delta @ weights[l + 1])
        dC_dz.insert(0, delta)
    return dC_dz


@unseen("backward", "delta times 1 minus delta", "slope of error")
def b_slope_of_error(z, a, target, weights):
    def prime(s):
        return s * (1 - s)

    delta = a[-1] - target
    dC_dz = [delta]
    for l in range(len(weights) - 2, -1, -1):
        delta = prime(delta @ weights[l + 1])
        dC_dz.insert(0, delta)
    return dC_dz


@unseen("backward", "the strongest wire alone", "one path")
def b_strongest(z, a, target, weights):
    delta = a[-1] - target
    dC_dz = [delta]
    for l in range(len(weights) - 2, -1, -1):
        w = weights[l + 1]
        best = np.argmax(np.abs(w), axis=0)
        back = np.stack([delta[:, k] * w[k, j] for j, k in enumerate(best)], axis=1)
        delta = back * a[l] * (1 - a[l])
        dC_dz.insert(0, delta)
    return dC_dz


@unseen("backward", "a as well, since rule 4 multiplies", "extra a")
def b_extra_a(z, a, target, weights):
    dC_dz = [a[-1] - target]
    for l in range(len(weights) - 2, -1, -1):
        slope = a[l] * (1 - a[l])
        dC_dz.insert(0, dC_dz[0] @ weights[l + 1] * slope * a[l])
    return dC_dz


@unseen("backward", "target - y, and no slope", ("swapped | sign", "slope missing"))
def b_swapped_no_slope(z, a, target, weights):
    errors = [target - a[-1]]
    for w in weights[:0:-1]:
        errors.insert(0, errors[0].dot(w))
    return errors


@unseen("backward", "squared error's delta, list not turned round", ("output slope", "order"))
def b_slope_order(z, a, target, weights):
    ds = [(a[-1] - target) * a[-1] * (1 - a[-1])]
    for i in range(1, len(weights)):
        ds += [ds[-1] @ weights[-i] * a[-i - 1] * (1 - a[-i - 1])]
    return ds


@unseen("backward", "1/m, and the slope of a's own sigmoid", ("over n", "slope point | activation twice"))
def b_m_point(z, a, target, weights):
    m = len(target)
    delta = (1 / m) * (a[-1] - target)
    dC_dz = [delta]
    for l in range(len(weights) - 2, -1, -1):
        delta = (delta @ weights[l + 1]) * sigmoid_prime(a[l])
        dC_dz.insert(0, delta)
    return dC_dz


@unseen("backward", "2 (y - t), and tanh's slope", ("double", "other slope"))
def b_two_tanh(z, a, target, weights):
    delta = 2 * (a[-1] - target)
    dC_dz = [delta]
    for l in range(len(weights) - 2, -1, -1):
        delta = (1 - np.tanh(z[l]) ** 2) * (delta @ weights[l + 1])
        dC_dz.insert(0, delta)
    return dC_dz


@unseen("backward", "logits for y, relu mask for the slope", ("z for y", "other slope"))
def b_logits_relu(z, a, target, weights):
    delta = z[-1] - target
    dC_dz = [delta]
    for l in range(len(weights) - 2, -1, -1):
        delta = np.where(z[l] > 0, delta @ weights[l + 1], 0.0)
        dC_dz.insert(0, delta)
    return dC_dz


@unseen("backward", "first row, and sums without weights", ("one example", "no weights"))
def b_row_no_weights(z, a, target, weights):
    delta = (a[-1] - target)[0:1]
    dC_dz = [delta]
    for l in range(len(weights) - 2, -1, -1):
        s = a[l][0:1] * (1 - a[l][0:1])
        delta = delta.sum(axis=1, keepdims=True) * s
        dC_dz.insert(0, delta)
    return dC_dz


@unseen("backward", "y + t, and a typed plus for the slope", ("plus target", "slope added"))
def b_plus_plus(z, a, target, weights):
    delta = a[-1] + target
    dC_dz = [delta]
    for l in range(len(weights) - 2, -1, -1):
        delta = a[l] * (1 - a[l]) + delta @ weights[l + 1]
        dC_dz.insert(0, delta)
    return dC_dz


@unseen("backward", "only the first next neuron, rounded on the way", ("one path", "rounded"))
def b_path_rounded(z, a, target, weights):
    delta = np.round(a[-1] - target, 1)
    dC_dz = [delta]
    for l in range(len(weights) - 2, -1, -1):
        delta = a[l] * (1 - a[l]) * np.outer(delta[:, 0], weights[l + 1][0])
        dC_dz.insert(0, delta)
    return dC_dz


@unseen("backward", "softmax's diagonal on dC/dy, halved", ("other slope | jacobian", "half"))
def b_diag_half(z, a, target, weights):
    y = a[-1]
    p = softmax_rows(z[-1])
    delta = 0.5 * (y - target) / (y * (1 - y)) * p * (1 - p)
    dC_dz = [delta]
    for l in range(len(weights) - 2, -1, -1):
        delta = delta @ weights[l + 1] * sigmoid_prime(z[l])
        dC_dz.insert(0, delta)
    return dC_dz


@unseen("backward", "clipped to 0.1, sign turned in hidden layers", ("clipped", "sign"))
def b_clip_sign(z, a, target, weights):
    delta = np.clip(a[-1] - target, -0.1, 0.1)
    dC_dz = [delta]
    for l in range(len(weights) - 2, -1, -1):
        delta = -(delta @ weights[l + 1]) * a[l] * (1 - a[l])
        dC_dz.insert(0, delta)
    return dC_dz


# =================================================================== multiply


@unseen("multiply", "weights averaged, biases summed", "over n")
def m_half_mean(x, a, dC_dz):
    n = len(x)
    dw = []
    db = []
    for l, d in enumerate(dC_dz):
        feed = x if l == 0 else a[l - 1]
        dw.append(d.T @ feed / n)
        db.append(d.sum(axis=0))
    return dw, db


@unseen("multiply", "mean of deltas, then 1/m once more", "over n")
def m_mean_twice(x, a, dC_dz):
    m = x.shape[0]
    dw, db = [], []
    feed = x
    for d, act in zip(dC_dz, a, strict=False):
        d = d / m
        dw.append((1 / m) * np.dot(d.T, feed))
        db.append(d.mean(axis=0))
        feed = act
    return dw, db


@unseen("multiply", "np.sum without axis", "sum over all")
def m_sum_all(x, a, dC_dz):
    dw, db = [], []
    for d, feed in zip(dC_dz, [x, *a[:-1]], strict=False):
        dw.append(np.einsum("nj,nk->jk", d, feed))
        db.append(np.full(d.shape[1], np.sum(d)))
    return dw, db


@unseen("multiply", "bias gradient is delta itself", "no sum")
def m_bias_delta(x, a, dC_dz):
    inputs = [x, *list(a)]
    return [d.T @ inputs[l] for l, d in enumerate(dC_dz)], [d for d in dC_dz]


@unseen("multiply", "= where += belongs", "one example")
def m_overwritten(x, a, dC_dz):
    dw, db = [], []
    for l, d in enumerate(dC_dz):
        feed = a[l - 1] if l else x
        W = np.zeros((d.shape[1], feed.shape[1]))
        B = np.zeros(d.shape[1])
        for n in range(len(x)):
            W = np.outer(d[n], feed[n])
            B = d[n]
        dw.append(W)
        db.append(B)
    return dw, db


@unseen("multiply", "range(len(x) - 1)", "batch dropped")
def m_last_missing(x, a, dC_dz):
    dw, db = [], []
    for l, d in enumerate(dC_dz):
        feed = a[l - 1] if l else x
        W, B = 0, 0
        for n in range(len(x) - 1):
            W = W + d[n][:, None] * feed[n][None, :]
            B = B + d[n]
        dw.append(W)
        db.append(B)
    return dw, db


@unseen("multiply", "a.insert(0, x)", "in place")
def m_insert(x, a, dC_dz):
    a.insert(0, x)
    dw = [d.T @ f for f, d in zip(a, dC_dz, strict=False)]
    db = [d.sum(axis=0) for d in dC_dz]
    return dw, db


@unseen("multiply", "einsum with two example letters", "sums multiplied")
def m_einsum(x, a, dC_dz):
    feeds = [x, *a[:-1]]
    dw = [np.einsum("nj,mk->jk", d, f) for d, f in zip(dC_dz, feeds, strict=False)]
    db = [np.einsum("nj->j", d) for d in dC_dz]
    return dw, db


@unseen("multiply", "a table for every example", "no sum")
def m_tables(x, a, dC_dz):
    feeds = [x, *a[:-1]]
    dw = [
        np.array([np.outer(dn, fn) for dn, fn in zip(d, f, strict=False)]) for d, f in zip(dC_dz, feeds, strict=False)
    ]
    db = [d.sum(axis=0) for d in dC_dz]
    return dw, db


@unseen("multiply", "bias gradient is a row sum of the weights'", "bias fed")
def m_bias_fed(x, a, dC_dz):
    dw = []
    feed = x
    for d, act in zip(dC_dz, a, strict=False):
        dw.append(d.T @ feed)
        feed = act
    db = [g.sum(axis=1) for g in dw]
    return dw, db


@unseen("multiply", "np.zeros with dtype=int", "rounded")
def m_int(x, a, dC_dz):
    dw, db = [], []
    for l, d in enumerate(dC_dz):
        feed = x if l == 0 else a[l - 1]
        W = np.zeros((d.shape[1], feed.shape[1]), dtype=int)
        for j in range(W.shape[0]):
            for k in range(W.shape[1]):
                W[j, k] = sum(d[n, j] * feed[n, k] for n in range(len(x)))
        dw.append(W)
        db.append(d.sum(axis=0))
    return dw, db


@unseen("multiply", "x feeds all layers", "fed x")
def m_fed_x(x, a, dC_dz):
    return [d.T @ x for d in dC_dz], [d.sum(axis=0) for d in dC_dz]


@unseen("multiply", "a (1 - a) once more on every delta", "slope twice | slope twice + output slope")
def m_slope_again(x, a, dC_dz):
    dw, db = [], []
    for l in range(len(a)):
        feed = x if l == 0 else a[l - 1]
        g = dC_dz[l] * a[l] * (1 - a[l])
        dw.append(g.T @ feed)
        db.append(g.sum(axis=0))
    return dw, db


@unseen("multiply", "gradients divided by their length", "clipped | normalised")
def m_unit(x, a, dC_dz):
    dw, db = multiply(x, a, dC_dz)
    dw = [g / np.linalg.norm(g) for g in dw]
    db = [g / np.linalg.norm(g) for g in db]
    return dw, db


@unseen("multiply", "loop over examples left round the matrix product", "times n")
def m_loop_left(x, a, dC_dz):
    dw, db = [], []
    for l, d in enumerate(dC_dz):
        feed = x if l == 0 else a[l - 1]
        W = np.zeros((d.shape[1], feed.shape[1]))
        B = np.zeros(d.shape[1])
        for n in range(len(x)):
            W += d.T @ feed
            B += d[n]
        dw.append(W)
        db.append(B)
    return dw, db


@unseen("multiply", "star for @", "elementwise")
def m_star(x, a, dC_dz):
    dw, db = [], []
    for d, feed in zip(dC_dz, [x, *a[:-1]], strict=False):
        dw.append((d * feed).sum(axis=0))
        db.append(d.sum(axis=0))
    return dw, db


@unseen("multiply", "own a, and a mean", ("feeds own a", "over n"))
def m_own_mean(x, a, dC_dz):
    n = x.shape[0]
    dw, db = [], []
    for act, d in zip(a, dC_dz, strict=False):
        dw.append(d.T @ act / n)
        db.append(d.mean(axis=0))
    return dw, db


@unseen("multiply", "turned weights, biases a row an example", ("gradient transposed", "no sum"))
def m_turned_rows(x, a, dC_dz):
    dw, db = [], []
    for l, d in enumerate(dC_dz):
        f = ([x, *a])[l]
        dw.append(f.T.dot(d))
        db.append(d.copy())
    return dw, db


@unseen("multiply", "last example, no bias gradient", ("one example", "zero"))
def m_last_zero(x, a, dC_dz):
    dw, db = [], []
    for l, d in enumerate(dC_dz):
        feed = x if l == 0 else a[l - 1]
        dw.append(np.outer(d[-1], feed[-1]))
        db.append(np.zeros(d.shape[1]))
    return dw, db


@unseen("multiply", "absolute feed, twice the sum", ("feed altered", "double"))
def m_abs_double(x, a, dC_dz):
    dw, db = [], []
    for d, feed in zip(dC_dz, [x, *a[:-1]], strict=False):
        dw.append(2 * (d.T @ np.abs(feed)))
        db.append(2 * d.sum(axis=0))
    return dw, db


@unseen("multiply", "minus already here, bias over axis 1", ("sign", "other axis"))
def m_minus_axis(x, a, dC_dz):
    feeds = [x, *a[:-1]]
    dw = [-d.T @ f for d, f in zip(dC_dz, feeds, strict=False)]
    db = [-d.sum(axis=1) for d in dC_dz]
    return dw, db


@unseen("multiply", "one mean for the bias, lists the wrong way round", ("sum over all + over n", "order"))
def m_mean_order(x, a, dC_dz):
    dw, db = [], []
    for l in range(len(dC_dz) - 1, -1, -1):
        feed = x if l == 0 else a[l - 1]
        dw.append(dC_dz[l].T @ feed)
        db.append(np.full(dC_dz[l].shape[1], dC_dz[l].sum() / len(x)))
    return dw, db


@unseen("multiply", "ones for the feed, times 0.1", ("feeds nothing", "eta in gradient"))
def m_ones_eta(x, a, dC_dz):
    dw, db = [], []
    for d, feed in zip(dC_dz, [x, *a[:-1]], strict=False):
        dw.append(0.1 * d.T @ np.ones_like(feed))
        db.append(0.1 * d.sum(axis=0))
    return dw, db


# =================================================================== update


@unseen("update", "weights[l] -= with lists returned", "in place")
def u_in_place(weights, biases, dL_dw, dL_db, learning_rate):
    for l in range(len(weights)):
        weights[l] -= learning_rate * dL_dw[l]
        biases[l] -= learning_rate * dL_db[l]
    return weights, biases


@unseen("update", "bias steps by dL_dw summed", "dw for db")
def u_dw_for_db(weights, biases, dL_dw, dL_db, learning_rate):
    new_w, new_b = [], []
    for w, b, g in zip(weights, biases, dL_dw, strict=False):
        new_w.append(w - learning_rate * g)
        new_b.append(b - learning_rate * g.sum(axis=1))
    return new_w, new_b


@unseen("update", "brackets round w - eta", "brackets")
def u_brackets(weights, biases, dL_dw, dL_db, learning_rate):
    new_w = [(w - learning_rate) * g for w, g in zip(weights, dL_dw, strict=False)]
    new_b = [(b - learning_rate) * g for b, g in zip(biases, dL_db, strict=False)]
    return new_w, new_b


@unseen("update", "weight decay from a tutorial", "extra term")
def u_decay(weights, biases, dL_dw, dL_db, learning_rate, lam=0.01):
    new_w, new_b = [], []
    for l in range(len(weights)):
        new_w.append(weights[l] - learning_rate * (dL_dw[l] + lam * weights[l]))
        new_b.append(biases[l] - learning_rate * dL_db[l])
    return new_w, new_b


@unseen("update", "first step of Adam", "clipped")
def u_adam(weights, biases, dL_dw, dL_db, learning_rate):
    def move(p, g, beta1=0.9, beta2=0.999, eps=1e-8):
        m = (1 - beta1) * g / (1 - beta1)
        v = (1 - beta2) * g**2 / (1 - beta2)
        return p - learning_rate * m / (np.sqrt(v) + eps)

    return [move(w, g) for w, g in zip(weights, dL_dw, strict=False)], [
        move(b, g) for b, g in zip(biases, dL_db, strict=False)
    ]


@unseen("update", "eta over the layer's number", "eta decays")
def u_eta_layers(weights, biases, dL_dw, dL_db, learning_rate):
    new_w, new_b = [], []
    for l, (w, b, gw, gb) in enumerate(zip(weights, biases, dL_dw, dL_db, strict=False), start=1):
        new_w.append(w - learning_rate / l * gw)
        new_b.append(b - learning_rate / l * gb)
    return new_w, new_b


@unseen("update", "step averaged over the layer's neurons", "step over n")
def u_over_len(weights, biases, dL_dw, dL_db, learning_rate):
    new_w = [w - learning_rate * g / len(g) for w, g in zip(weights, dL_dw, strict=False)]
    new_b = [b - learning_rate * g / len(g) for b, g in zip(biases, dL_db, strict=False)]
    return new_w, new_b


@unseen("update", "a loop for the biases inside the one for the weights", "twice updated")
def u_nested(weights, biases, dL_dw, dL_db, learning_rate):
    new_w = [w.copy() for w in weights]
    new_b = [b.copy() for b in biases]
    for l in range(len(weights)):
        new_w[l] = new_w[l] - learning_rate * dL_dw[l]
        for m in range(len(biases)):
            new_b[m] = new_b[m] - learning_rate * dL_db[m]
    return new_w, new_b


@unseen("update", "uphill, biases as they were", ("uphill", "not updated"))
def u_uphill_bias(weights, biases, dL_dw, dL_db, learning_rate):
    new_w = [np.add(w, learning_rate * g) for w, g in zip(weights, dL_dw, strict=False)]
    return new_w, [b.copy() for b in biases]


@unseen("update", "eta squared, two decimals kept", ("eta twice", "rounded"))
def u_squared_round(weights, biases, dL_dw, dL_db, learning_rate):
    def step(p, g):
        return np.round(p - learning_rate**2 * g, 2)

    return [step(*pair) for pair in zip(weights, dL_dw, strict=False)], [
        step(*pair) for pair in zip(biases, dL_db, strict=False)
    ]


@unseen("update", "0.01 of one's own, biases first", ("own eta", "pair order"))
def u_own_pair(weights, biases, dL_dw, dL_db, learning_rate):
    eta = 0.01
    w_new, b_new = [], []
    for i in range(len(weights)):
        w_new.append(weights[i] - eta * dL_dw[i])
        b_new.append(biases[i] - eta * dL_db[i])
    return b_new, w_new


@unseen("update", "weights decay, biases take no eta", ("extra term", "no eta"))
def u_decay_no_eta(weights, biases, dL_dw, dL_db, learning_rate):
    new_w = [w * (1 - 0.1 * learning_rate) - learning_rate * g for w, g in zip(weights, dL_dw, strict=False)]
    new_b = [b - g for b, g in zip(biases, dL_db, strict=False)]
    return new_w, new_b


@unseen("update", "the step returned, divided by eta", ("step alone", "eta divides"))
def u_step_divided(weights, biases, dL_dw, dL_db, learning_rate):
    new_w = [-g / learning_rate for g in dL_dw]
    new_b = [-g / learning_rate for g in dL_db]
    return new_w, new_b


@unseen("update", "in place, and added", ("in place", "uphill"))
def u_in_place_plus(weights, biases, dL_dw, dL_db, learning_rate):
    for w, b, gw, gb in zip(weights, biases, dL_dw, dL_db, strict=False):
        w += learning_rate * gw
        b += learning_rate * gb
    return weights, biases


# =================================================================== train


@unseen("train", "x shuffled, target not", "targets apart")
def t_apart(x, target, weights, biases, learning_rate, batch, orders):
    for order in orders:
        shuffled = x[order]
        for start in range(0, len(x), batch):
            xb = shuffled[start : start + batch]
            tb = target[start : start + batch]
            z, a = forward(xb, weights, biases)
            dw, db = multiply(xb, a, backward(z, a, tb, weights))
            weights, biases = update(weights, biases, dw, db, learning_rate)
    return weights, biases


@unseen("train", "learning_rate *= 0.95 after each batch", "eta decays")
def t_decay(x, target, weights, biases, learning_rate, batch, orders):
    for order in orders:
        for start in range(0, len(x), batch):
            rows = order[start : start + batch]
            z, a = forward(x[rows], weights, biases)
            dw, db = multiply(x[rows], a, backward(z, a, target[rows], weights))
            weights, biases = update(weights, biases, dw, db, learning_rate)
            learning_rate *= 0.95
    return weights, biases


@unseen("train", "forward once an epoch", "old pass")
def t_stale(x, target, weights, biases, learning_rate, batch, orders):
    for order in orders:
        z, a = forward(x[order], weights, biases)
        d = backward(z, a, target[order], weights)
        for start in range(0, len(x), batch):
            part = slice(start, start + batch)
            dw, db = multiply(x[order][part], [each[part] for each in a], [each[part] for each in d])
            weights, biases = update(weights, biases, dw, db, learning_rate)
    return weights, biases


@unseen("train", "gradient lists never emptied", "piles up")
def t_piles(x, target, weights, biases, learning_rate, batch, orders):
    sum_w = [np.zeros_like(w, dtype=float) for w in weights]
    sum_b = [np.zeros_like(b, dtype=float) for b in biases]
    for order in orders:
        for start in range(0, len(x), batch):
            rows = order[start : start + batch]
            z, a = forward(x[rows], weights, biases)
            dw, db = multiply(x[rows], a, backward(z, a, target[rows], weights))
            sum_w = [s + g for s, g in zip(sum_w, dw, strict=False)]
            sum_b = [s + g for s, g in zip(sum_b, db, strict=False)]
            weights, biases = update(weights, biases, sum_w, sum_b, learning_rate)
    return weights, biases


@unseen("train", "momentum of 0.9", "piles up")
def t_momentum(x, target, weights, biases, learning_rate, batch, orders):
    vw = [0 * w for w in weights]
    vb = [0 * b for b in biases]
    for order in orders:
        for start in range(0, len(x), batch):
            rows = order[start : start + batch]
            z, a = forward(x[rows], weights, biases)
            dw, db = multiply(x[rows], a, backward(z, a, target[rows], weights))
            vw = [0.9 * v + g for v, g in zip(vw, dw, strict=False)]
            vb = [0.9 * v + g for v, g in zip(vb, db, strict=False)]
            weights, biases = update(weights, biases, vw, vb, learning_rate)
    return weights, biases


@unseen("train", "learning_rate / len(batch)", "step over n | over n")
def t_mean_rate(x, target, weights, biases, learning_rate, batch, orders):
    for order in orders:
        for start in range(0, len(order), batch):
            rows = order[start : start + batch]
            z, a = forward(x[rows], weights, biases)
            dw, db = multiply(x[rows], a, backward(z, a, target[rows], weights))
            weights, biases = update(weights, biases, dw, db, learning_rate / len(rows))
    return weights, biases


@unseen("train", "return one indent too deep", "epochs")
def t_indent(x, target, weights, biases, learning_rate, batch, orders):
    for order in orders:
        for start in range(0, len(x), batch):
            rows = order[start : start + batch]
            z, a = forward(x[rows], weights, biases)
            dw, db = multiply(x[rows], a, backward(z, a, target[rows], weights))
            weights, biases = update(weights, biases, dw, db, learning_rate)
        return weights, biases


@unseen("train", "w, b made from the start in every epoch", "epochs")
def t_restart(x, target, weights, biases, learning_rate, batch, orders):
    for order in orders:
        w = [each.copy() for each in weights]
        b = [each.copy() for each in biases]
        for start in range(0, len(x), batch):
            rows = order[start : start + batch]
            z, a = forward(x[rows], w, b)
            dw, db = multiply(x[rows], a, backward(z, a, target[rows], w))
            w, b = update(w, b, dw, db, learning_rate)
    return w, b


@unseen("train", "slice one too long", "overlap")
def t_overlap(x, target, weights, biases, learning_rate, batch, orders):
    for order in orders:
        for start in range(0, len(x), batch):
            end = start + batch + 1
            rows = order[start:end]
            z, a = forward(x[rows], weights, biases)
            dw, db = multiply(x[rows], a, backward(z, a, target[rows], weights))
            weights, biases = update(weights, biases, dw, db, learning_rate)
    return weights, biases


@unseen("train", "batch taken for the number of batches", "own batch")
def t_split(x, target, weights, biases, learning_rate, batch, orders):
    for order in orders:
        for rows in np.array_split(order, batch):
            z, a = forward(x[rows], weights, biases)
            dw, db = multiply(x[rows], a, backward(z, a, target[rows], weights))
            weights, biases = update(weights, biases, dw, db, learning_rate)
    return weights, biases


@unseen("train", "x, target = x[order], target[order] again and again", "order ignored")
def t_compound(x, target, weights, biases, learning_rate, batch, orders):
    for order in orders:
        x, target = x[order], target[order]
        for start in range(0, len(x), batch):
            xb, tb = x[start : start + batch], target[start : start + batch]
            z, a = forward(xb, weights, biases)
            dw, db = multiply(xb, a, backward(z, a, tb, weights))
            weights, biases = update(weights, biases, dw, db, learning_rate)
    return weights, biases


@unseen("train", "all in one loop, layer stepped before it is gone through", "updated")
def t_layerwise(x, target, weights, biases, learning_rate, batch, orders):
    W = [w.copy() for w in weights]
    B = [b.copy() for b in biases]
    for order in orders:
        for s in range(0, len(x), batch):
            idx = order[s : s + batch]
            acts = [x[idx]]
            for w, b in zip(W, B, strict=False):
                acts.append(sigmoid(acts[-1] @ w.T + b))
            delta = acts[-1] - target[idx]
            for l in range(len(W) - 1, -1, -1):
                W[l] = W[l] - learning_rate * delta.T @ acts[l]
                B[l] = B[l] - learning_rate * delta.sum(axis=0)
                delta = (delta @ W[l]) * acts[l] * (1 - acts[l])
    return W, B


@unseen("train", "starting arrays trained themselves", "in place")
def t_alias(x, target, weights, biases, learning_rate, batch, orders):
    W, B = list(weights), list(biases)
    for order in orders:
        for s in range(0, len(x), batch):
            idx = order[s : s + batch]
            z, a = forward(x[idx], W, B)
            dw, db = multiply(x[idx], a, backward(z, a, target[idx], W))
            for l in range(len(W)):
                W[l] -= learning_rate * dw[l]
                B[l] -= learning_rate * db[l]
    return W, B


@unseen("train", "gradient of the batch before", "old pass")
def t_late(x, target, weights, biases, learning_rate, batch, orders):
    grads = None
    for order in orders:
        for start in range(0, len(x), batch):
            rows = order[start : start + batch]
            z, a = forward(x[rows], weights, biases)
            new = multiply(x[rows], a, backward(z, a, target[rows], weights))
            if grads is None:
                grads = new
            weights, biases = update(weights, biases, *grads, learning_rate)
            grads = new
    return weights, biases


@unseen("train", "last batch dropped, rate decayed", ("batch dropped", "eta decays"))
def t_drop_decay(x, target, weights, biases, learning_rate, batch, orders):
    for epoch, order in enumerate(orders):
        eta = learning_rate / (1 + 0.5 * epoch)
        for start in range(0, len(x) - batch + 1, batch):
            rows = order[start : start + batch]
            z, a = forward(x[rows], weights, biases)
            dw, db = multiply(x[rows], a, backward(z, a, target[rows], weights))
            weights, biases = update(weights, biases, dw, db, eta)
    return weights, biases


@unseen("train", "fixed order, mean gradient", ("order ignored", "over n | step over n"))
def t_fixed_mean(x, target, weights, biases, learning_rate, batch, orders):
    for _ in range(len(orders)):
        for start in range(0, len(x), batch):
            xb, tb = x[start : start + batch], target[start : start + batch]
            z, a = forward(xb, weights, biases)
            dw, db = multiply(xb, a, backward(z, a, tb, weights))
            n = len(xb)
            weights, biases = update(weights, biases, [g / n for g in dw], [g / n for g in db], learning_rate)
    return weights, biases


@unseen("train", "own backward: t - y, tanh's slope", ("swapped | sign | uphill", "other slope"))
def t_own_backward(x, target, weights, biases, learning_rate, batch, orders):
    def back(a, t, weights):
        d = [t - a[-1]]
        for l in range(len(weights) - 1, 0, -1):
            d.insert(0, d[0] @ weights[l] * (1 - a[l - 1] ** 2))
        return d

    for order in orders:
        for start in range(0, len(x), batch):
            rows = order[start : start + batch]
            _z, a = forward(x[rows], weights, biases)
            dw, db = multiply(x[rows], a, back(a, target[rows], weights))
            weights, biases = update(weights, biases, dw, db, learning_rate)
    return weights, biases


@unseen("train", "one epoch, one update an example", ("epochs", "one at a time"))
def t_one_epoch(x, target, weights, biases, learning_rate, batch, orders):
    for i in orders[0]:
        xi, ti = x[[i]], target[[i]]
        z, a = forward(xi, weights, biases)
        dw, db = multiply(xi, a, backward(z, a, ti, weights))
        weights, biases = update(weights, biases, dw, db, learning_rate)
    return weights, biases


@unseen("train", "target reversed, biases kept", ("targets apart", "not updated"))
def t_reversed_targets(x, target, weights, biases, learning_rate, batch, orders):
    for order in orders:
        for start in range(0, len(x), batch):
            rows = order[start : start + batch]
            z, a = forward(x[rows], weights, biases)
            dw, _db = multiply(x[rows], a, backward(z, a, target[rows[::-1]], weights))
            weights = [w - learning_rate * g for w, g in zip(weights, dw, strict=False)]
    return weights, biases


@unseen("train", "mean of all weights met, eta of 0.01", ("averaged", "own eta"))
def t_average(x, target, weights, biases, learning_rate, batch, orders):
    met_w, met_b = [], []
    for order in orders:
        for start in range(0, len(x), batch):
            rows = order[start : start + batch]
            z, a = forward(x[rows], weights, biases)
            dw, db = multiply(x[rows], a, backward(z, a, target[rows], weights))
            weights, biases = update(weights, biases, dw, db, 0.01)
            met_w.append(weights)
            met_b.append(biases)
    mean_w = [np.mean(layer, axis=0) for layer in zip(*met_w, strict=False)]
    mean_b = [np.mean(layer, axis=0) for layer in zip(*met_b, strict=False)]
    return mean_w, mean_b


@unseen("train", "softmax output written in, decay on weights", ("other activation", "extra term"))
def t_softmax_decay(x, target, weights, biases, learning_rate, batch, orders):
    W, B = list(weights), list(biases)
    for order in orders:
        for start in range(0, len(order), batch):
            rows = order[start : start + batch]
            xb, tb = x[rows], target[rows]
            z, a = forward(xb, W, B)
            a[-1] = softmax_rows(z[-1])
            dW, dB = multiply(xb, a, backward(z, a, tb, W))
            dW = [g + 0.1 * w for g, w in zip(dW, W, strict=False)]
            W, B = update(W, B, dW, dB, learning_rate)
    return W, B


@unseen(
    "train",
    "relu net with its mask, added steps",
    ("other activation | other activation + other slope", "uphill | sign"),
)
def t_relu_uphill(x, target, weights, biases, learning_rate, batch, orders):
    W, B = list(weights), list(biases)
    last = len(W) - 1
    for order in orders:
        for start in range(0, len(x), batch):
            rows = order[start : start + batch]
            feeds, h = [x[rows]], x[rows]
            for l in range(last + 1):
                s = h @ W[l].T + B[l]
                h = relu(s) if l < last else sigmoid(s)
                feeds.append(h)
            delta = feeds[-1] - target[rows]
            gW, gB = [0] * (last + 1), [0] * (last + 1)
            for l in range(last, -1, -1):
                gW[l] = delta.T @ feeds[l]
                gB[l] = delta.sum(axis=0)
                delta = (delta @ W[l]) * (feeds[l] > 0)
            W = [w + learning_rate * g for w, g in zip(W, gW, strict=False)]
            B = [b + learning_rate * g for b, g in zip(B, gB, strict=False)]
    return W, B


# =================================================================== the shorter code questions


@unseen("01-code", "dh at x", "dh at x")
def q_dh_at_x(g, dg, dh, x):
    inner = dg(x)
    outer = dh(x)
    return outer * inner


@unseen("01-code", "slopes added", "added")
def q_added(g, dg, dh, x):
    y = g(x)
    return dh(y) + dg(x)


@unseen("02-code", "z without b, tanh", ("no bias", "other activation"))
def q_layer(feed, weights, biases):
    z = np.einsum("nk,jk->nj", feed, weights)
    a = np.tanh(z)
    return z, a


@unseen("02-code", "1/(1+exp(z)) in a loop over rows", "minus z")
def q_layer_rows(feed, weights, biases):
    z = np.array([weights @ row + biases for row in feed])
    a = np.array([1 / (1 + np.exp(row)) for row in z])
    return z, a


@unseen("03-code", "(a - a*a) of tanh", "other slope")
def q_hidden_tanh(dC_dz_next, weights_next, a):
    return dC_dz_next @ weights_next * (1 - np.square(a))


@unseen("03-code", "first row of weights_next for all, 2 in front", ("other weights", "double"))
def q_hidden_row(dC_dz_next, weights_next, a):
    dC_da = dC_dz_next.sum(axis=1)[:, None] * weights_next[0]
    return 2 * dC_da * a * (1 - a)


@unseen("03-code", "a*(1-a) of the sigmoid of a", "slope point | activation twice")
def q_hidden_prime(dC_dz_next, weights_next, a):
    dC_da = np.zeros_like(a)
    for n in range(len(a)):
        for j in range(a.shape[1]):
            dC_da[n, j] = sum(weights_next[k, j] * dC_dz_next[n, k] for k in range(len(weights_next)))
    return dC_da * sigmoid_prime(a)


@unseen("06-code", "product rule with one term", "product rule")
def q_silu_one(z):
    s = sigmoid(z)
    return z * s, z * s * (1 - s)


@unseen("06-code", "slope of sigma alone", "product rule")
def q_silu_prime(z):
    value = z / (1 + np.exp(-z))
    return value, sigmoid_prime(z)


@unseen("06-code", "z left out of the value, minus between the terms", ("no z", "product rule"))
def q_silu_two(z):
    s = sigmoid(z)
    return s, s - z * s * (1 - s)
