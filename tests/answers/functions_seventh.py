"""A seventh set of wrong functions, by somebody who saw neither the package nor its verdicts."""

import numpy as np
from entries import collecting, sigma

ENTRIES = []
unseen = collecting(ENTRIES, "seventh, ")

# ------------------------------------------------- what learners have at hand, and it is right


def gradients(x, target, weights, biases):
    acts = [x]
    for w, b in zip(weights, biases, strict=True):
        acts.append(sigma(acts[-1] @ w.T + b))
    d = acts[-1] - target
    gw, gb = [], []
    for l in range(len(weights) - 1, -1, -1):
        gw.insert(0, d.T @ acts[l])
        gb.insert(0, d.sum(axis=0))
        if l:
            d = (d @ weights[l]) * acts[l] * (1 - acts[l])
    return gw, gb


def back(a, weights, delta):
    """The right way back from any delta of the output."""
    found = [delta]
    for l in reversed(range(len(a) - 1)):
        found.insert(0, (found[0] @ weights[l + 1]) * a[l] * (1 - a[l]))
    return found


# =================================================================== forward (24)


@unseen("forward", "columns are examples, as in the course, and no b", "no bias")
def forward_columns(x, weights, biases):
    A = x.T
    Zs, As = [], []
    for W in weights:
        Z = np.dot(W, A)
        A = sigma(Z)
        Zs.append(Z.T)
        As.append(A.T)
    return Zs, As


@unseen("forward", "R recycles the bias down the columns", "other bias")
def forward_r(x, weights, biases):
    z, a = [], []
    h = x
    for w, b in zip(weights, biases, strict=True):
        m = h @ w.T
        m = m + np.resize(b, m.size).reshape(m.shape, order="F")
        z.append(m)
        h = sigma(m)
        a.append(h)
    return z, a


@unseen("forward", "perceptron: threshold subtracted, step in the hidden layers", "bias sign + other activation")
def forward_perceptron(x, weights, biases):
    z, a, signal = [], [], x
    last = len(weights) - 1
    for l, (w, theta) in enumerate(zip(weights, biases, strict=True)):
        net = signal @ w.T - theta
        signal = sigma(net) if l == last else np.where(net >= 0, 1.0, 0.0)
        z.append(net)
        a.append(signal)
    return z, a


@unseen("forward", "z goes on to the next layer, the output is left linear", "fed z + no activation")
def forward_z_on(x, weights, biases):
    z = []
    inp = x
    for w, b in zip(weights, biases, strict=True):
        inp = inp @ w.T + b
        z.append(inp)
    a = [sigma(zl) for zl in z[:-1]] + [z[-1]]
    return z, a


@unseen("forward", "sigmoid by tanh, the half inside forgotten", "other activation | double")
def forward_by_tanh(x, weights, biases):
    z, a = [], []
    for w, b in zip(weights, biases, strict=True):
        f = a[-1] if a else x
        z.append(f @ w.T + b)
        a.append((1 + np.tanh(z[-1])) / 2)
    return z, a


@unseen("forward", "hard sigmoid at the output", "other activation")
def forward_hard(x, weights, biases):
    z, a = [], []
    h = x
    for l in range(len(weights)):
        z.append(h @ weights[l].T + biases[l])
        h = sigma(z[-1]) if l < len(weights) - 1 else np.clip(0.2 * z[-1] + 0.5, 0, 1)
        a.append(h)
    return z, a


@unseen("forward", "a is filled into the array of z", "in place | other quantity")
def forward_same_array(x, weights, biases):
    zs, acts = [], []
    prev = x
    for w, b in zip(weights, biases, strict=True):
        zl = prev @ w.T + b
        al = zl
        al[:] = sigma(zl)
        zs.append(zl)
        acts.append(al)
        prev = al
    return zs, acts


@unseen("forward", "x as integers", "rounded")
def forward_int(x, weights, biases):
    h = np.array(x, dtype=int)
    z, a = [], []
    for w, b in zip(weights, biases, strict=True):
        pre = h @ w.T + b
        h = sigma(pre)
        z.append(pre)
        a.append(h)
    return z, a


@unseen("forward", "bias in the matrix with a column of ones, and added as well", "bias twice")
def forward_ones(x, weights, biases):
    z, a = [], []
    h = x
    for w, b in zip(weights, biases, strict=True):
        full = np.column_stack([w, b])
        hh = np.column_stack([h, np.ones(len(h))])
        z.append(hh @ full.T + b)
        h = sigma(z[-1])
        a.append(h)
    return z, a


@unseen("forward", "bias after the activation in the output layer", "bias after")
def forward_bias_after(x, weights, biases):
    z, a = [], []
    h = x
    for w, b in zip(weights[:-1], biases[:-1], strict=True):
        z.append(h @ w.T + b)
        h = sigma(z[-1])
        a.append(h)
    z.append(h @ weights[-1].T)
    a.append(sigma(z[-1]) + biases[-1])
    return z, a


@unseen("forward", "one bias for the layer, exp(z) at the output", "other bias + minus z")
def forward_one_bias(x, weights, biases):
    z, a = [], []
    h = x
    for w, b in zip(weights, biases, strict=True):
        z.append(h @ w.T + b[0])
        h = 1 / (1 + np.exp(-z[-1]))
        a.append(h)
    a[-1] = 1 / (1 + np.exp(z[-1]))
    return z, a


@unseen("forward", "x counted as the first activation", "layer missing")
def forward_with_x(x, weights, biases):
    a = [x]
    z = []
    for w, b in zip(weights, biases, strict=True):
        z.append(a[-1] @ w.T + b)
        a.append(sigma(z[-1]))
    return z, a


@unseen("forward", "x counted as the first activation, first layer without b", "layer missing + no bias")
def forward_with_x_no_b(x, weights, biases):
    a = [x]
    z = [x @ weights[0].T]
    a.append(sigma(z[0]))
    for l in range(1, len(weights)):
        z.append(a[l] @ weights[l].T + biases[l])
        a.append(sigma(z[l]))
    return z, a


@unseen("forward", "mean over the inputs", "mean of terms")
def forward_mean(x, weights, biases):
    z, a = [], []
    h = x
    for w, b in zip(weights, biases, strict=True):
        z.append(np.mean(h[:, None, :] * w[None, :, :], axis=2) + b)
        h = sigma(z[-1])
        a.append(h)
    return z, a


@unseen("forward", "z put in front each time", "order")
def forward_z_front(x, weights, biases):
    z, a = [], []
    out = x
    for w, b in zip(weights, biases, strict=True):
        pre = out @ w.T + b
        out = sigma(pre)
        z.insert(0, pre)
        a.append(out)
    return z, a


@unseen("forward", "batch norm in the hidden layers", "normalised")
def forward_batch_norm(x, weights, biases):
    z, a = [], []
    h = x
    for l, (w, b) in enumerate(zip(weights, biases, strict=True)):
        pre = h @ w.T + b
        if l < len(weights) - 1:
            pre = (pre - pre.mean(axis=0)) / (pre.std(axis=0) + 1e-5)
        z.append(pre)
        h = sigma(pre)
        a.append(h)
    return z, a


@unseen("forward", "keep_prob of dropout left in", "half")
def forward_dropout(x, weights, biases, keep_prob=0.5):
    z, a = [], []
    h = x
    for l, (w, b) in enumerate(zip(weights, biases, strict=True)):
        z.append(h @ w.T + b)
        h = sigma(z[-1])
        if l != len(weights) - 1:
            h = h * keep_prob
        a.append(h)
    return z, a


@unseen("forward", "softmax at the output, hidden layers without b", "other activation + no bias")
def forward_softmax(x, weights, biases):
    z, a = [], []
    h = x
    for w in weights[:-1]:
        z.append(h @ w.T)
        h = sigma(z[-1])
        a.append(h)
    logits = h @ weights[-1].T + biases[-1]
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    return [*z, logits], [*a, e / e.sum(axis=1, keepdims=True)]


@unseen("forward", "the sign in the exponent of the output", "minus z")
def forward_exponent(x, weights, biases):
    zs = []
    acts = []
    h = x
    n_layers = len(weights)
    for i in range(n_layers):
        h = h @ weights[i].T + biases[i]
        zs.append(h)
        h = 1.0 / (1.0 + np.exp(h if i == n_layers - 1 else -h))
        acts.append(h)
    return zs, acts


@unseen("forward", "activations to one decimal, as on paper", "rounded")
def forward_paper(x, weights, biases):
    z, a = [], []
    h = x
    for w, b in zip(weights, biases, strict=True):
        z.append(h @ w.T + b)
        h = np.round(sigma(z[-1]), 1)
        a.append(h)
    return z, a


@unseen("forward", "what is fed on is put through σ once more", "activation twice")
def forward_sigma_again(x, weights, biases):
    z, a = [], []
    for l in range(len(weights)):
        h = x if l == 0 else sigma(a[l - 1])
        z.append(h @ weights[l].T + biases[l])
        a.append(sigma(z[l]))
    return z, a


@unseen("forward", "a first, then z; b added twice in the first layer", "pair order + bias twice")
def forward_a_then_z(x, weights, biases):
    z = [x @ weights[0].T + biases[0]]
    z[0] = z[0] + biases[0]
    a = [sigma(z[0])]
    for w, b in zip(weights[1:], biases[1:], strict=True):
        z.append(a[-1] @ w.T + b)
        a.append(sigma(z[-1]))
    return a, z


@unseen("forward", "theta(:, 2:end): the first column is taken for the bias's", "one term")
def forward_octave(x, weights, biases):
    z, a = [], []
    h = x
    for theta, b in zip(weights, biases, strict=True):
        z.append(h[:, 1:] @ theta[:, 1:].T + b)
        h = sigma(z[-1])
        a.append(h)
    return z, a


@unseen(
    "forward",
    "reshape where .T is meant, output without activation",
    "transposed + no activation | other weights + no activation",
)
def forward_reshape(x, weights, biases):
    z, a = [], []
    h = x
    for w, b in zip(weights, biases, strict=True):
        z.append(h @ w.reshape(w.shape[1], w.shape[0]) + b)
        h = sigma(z[-1])
        a.append(h)
    a[-1] = z[-1]
    return z, a


# =================================================================== backward (36)


@unseen("backward", "mean over the batch, as Keras has it", "over n")
def backward_keras(z, a, target, weights):
    delta = (a[-1] - target) / len(target)
    return back(a, weights, delta)


@unseen("backward", "target taken as the probability of the other class", "other target")
def backward_complement(z, a, target, weights):
    p = 1 - target
    return back(a, weights, a[-1] - p)


@unseen("backward", "squared error without the half", "double + output slope")
def backward_mse(z, a, target, weights):
    out = a[-1]
    dC_dy = 2 * (out - target)
    deltas = [dC_dy * out * (1 - out)]
    for l in range(len(weights) - 1, 0, -1):
        e = deltas[-1] @ weights[l]
        deltas.append(e * a[l - 1] * (1 - a[l - 1]))
    return deltas[::-1]


@unseen("backward", "∂C/∂y with clipped y, and no slope", "output slope missing")
def backward_bce(z, a, target, weights):
    y = np.clip(a[-1], 1e-7, 1 - 1e-7)
    d = -target / y + (1 - target) / (1 - y)
    return back(a, weights, d)


@unseen("backward", "a guard in the denominator of ∂C/∂y", "guard")
def backward_guard(z, a, target, weights):
    y = a[-1]
    dC_dy = (y - target) / (y * (1 - y) + 0.02)
    return back(a, weights, dC_dy * y * (1 - y))


@unseen("backward", "0.1 added to σ′ against flat spots", "extra term | other slope | guard")
def backward_fahlman(z, a, target, weights):
    delta = a[-1] - target
    out = [delta]
    for l in reversed(range(len(a) - 1)):
        delta = (delta @ weights[l + 1]) * (a[l] * (1 - a[l]) + 0.1)
        out.insert(0, delta)
    return out


@unseen("backward", "only −t ln y is derived", "part of loss")
def backward_one_log(z, a, target, weights):
    y = a[-1]
    dC_dy = -target / y
    return back(a, weights, dC_dy * y * (1 - y))


@unseen("backward", "−t / y as for softmax, and no slope", "part of loss + output slope missing")
def backward_categorical(z, a, target, weights):
    return back(a, weights, -target / a[-1])


@unseen("backward", "softmax's Jacobian for sigmoid outputs", "other slope")
def backward_softmax(z, a, target, weights):
    y = a[-1]
    g = (y - target) / (y * (1 - y))
    delta = y * (g - np.sum(g * y, axis=1, keepdims=True))
    return back(a, weights, delta)


@unseen("backward", "sigmoid_prime of a, which takes σ of it again", "slope point")
def backward_prime_of_a(z, a, target, weights):
    def sigmoid_prime(v):
        return sigma(v) * (1 - sigma(v))

    errs = [None] * len(weights)
    errs[-1] = a[-1] - target
    for l in range(len(weights) - 2, -1, -1):
        errs[l] = errs[l + 1].dot(weights[l + 1]) * sigmoid_prime(a[l])
    return errs


@unseen(
    "backward", "the slope of the layer it comes from, before the weights", "slope place | slope missing + slope place"
)
def backward_slope_before(z, a, target, weights):
    delta = a[-1] - target
    found = [delta]
    for l in range(len(weights) - 1, 0, -1):
        delta = (delta * a[l] * (1 - a[l])) @ weights[l]
        found.insert(0, delta)
    return found


@unseen("backward", "the next layer's a goes back", "not delta")
def backward_a_back(z, a, target, weights):
    delta = [None] * len(a)
    delta[-1] = a[-1] - target
    for l in range(len(a) - 2, -1, -1):
        delta[l] = (a[l + 1] @ weights[l + 1]) * a[l] * (1 - a[l])
    return delta


@unseen("backward", "errors go back by weights alone, slopes at the end", "not delta | slope missing")
def backward_errors_first(z, a, target, weights):
    errors = [a[-1] - target]
    for w in reversed(weights[1:]):
        errors.insert(0, errors[0] @ w)
    deltas = [e * s * (1 - s) for e, s in zip(errors[:-1], a[:-1], strict=True)]
    return [*deltas, errors[-1]]


@unseen("backward", "the weights are moved first, in a copy", "updated")
def backward_moved(z, a, target, weights):
    lr = 0.5
    d = a[-1] - target
    out = [d]
    for l in range(len(weights) - 1, 0, -1):
        w = weights[l] - lr * d.T @ a[l - 1]
        d = (d @ w) * a[l - 1] * (1 - a[l - 1])
        out.insert(0, d)
    return out


@unseen("backward", "the weights are moved where they stand", "updated + in place")
def backward_moved_in_place(z, a, target, weights):
    d = a[-1] - target
    out = [d]
    for l in range(len(weights) - 1, 0, -1):
        weights[l] -= 0.1 * np.dot(d.T, a[l - 1])
        d = np.dot(d, weights[l]) * a[l - 1] * (1 - a[l - 1])
        out.append(d)
    return list(reversed(out))


@unseen("backward", "only the last neuron's path", "one path")
def backward_last_path(z, a, target, weights):
    found = [a[-1] - target]
    for l in range(len(weights) - 2, -1, -1):
        for j in range(weights[l + 1].shape[0]):
            s = found[0][:, [j]] * weights[l + 1][j]
        found.insert(0, s * a[l] * (1 - a[l]))
    return found


@unseen("backward", "mean over the paths, no slope", "mean of terms + slope missing")
def backward_mean_paths(z, a, target, weights):
    d = a[-1] - target
    found = [d]
    for w in weights[:0:-1]:
        d = (d[:, :, None] * w[None]).mean(axis=1)
        found = [d, *found]
    return found


@unseen("backward", "the error is split in proportion to the weights", "normalised")
def backward_split(z, a, target, weights):
    d = a[-1] - target
    found = [d]
    for l in reversed(range(len(a) - 1)):
        w = weights[l + 1]
        share = w / w.sum(axis=1, keepdims=True)
        d = (d @ share) * a[l] * (1 - a[l])
        found.insert(0, d)
    return found


@unseen("backward", "the error is split by the weights' sizes", "weight size + normalised")
def backward_split_sizes(z, a, target, weights):
    d = a[-1] - target
    found = [d]
    for l in reversed(range(len(a) - 1)):
        w = np.abs(weights[l + 1])
        d = (d @ (w / np.sum(w, axis=1, keepdims=True))) * a[l] * (1 - a[l])
        found.insert(0, d)
    return found


@unseen("backward", "brackets of 1 − a left out", "other slope + extra term | other slope")
def backward_no_brackets(z, a, target, weights):
    d = a[-1] - target
    found = [d]
    for l in reversed(range(len(a) - 1)):
        d = d @ weights[l + 1] * a[l] * 1 - a[l]
        found.insert(0, d)
    return found


@unseen("backward", "tanh's slope in the first layer", "other slope")
def backward_tanh_first(z, a, target, weights):
    L = len(weights)
    d = {L - 1: a[-1] - target}
    for l in range(L - 2, -1, -1):
        slope = 1 - a[l] ** 2 if l == 0 else a[l] * (1 - a[l])
        d[l] = d[l + 1] @ weights[l + 1] * slope
    return [d[l] for l in range(L)]


@unseen("backward", "target − y and a(a − 1)", "swapped + sign")
def backward_two_signs(z, a, target, weights):
    delta = target - a[-1]
    deltas = [delta]
    for l in range(len(a) - 2, -1, -1):
        delta = np.dot(delta, weights[l + 1]) * a[l] * (a[l] - 1)
        deltas = [delta, *deltas]
    return deltas


@unseen("backward", "ReLU's slope asked of a, mean over the batch", "other slope + over n | slope missing + over n")
def backward_relu_of_a(z, a, target, weights):
    d = (a[-1] - target) / a[-1].shape[0]
    found = [d]
    for l in reversed(range(len(a) - 1)):
        d = d @ weights[l + 1]
        d[a[l] <= 0] = 0
        found.insert(0, d)
    return found


@unseen("backward", "the slope multiplies again before it goes back", "slope twice")
def backward_again(z, a, target, weights):
    g = a[-1] - target
    found = [g]
    for l in reversed(range(len(a) - 1)):
        s = a[l] * (1 - a[l])
        g = (g @ weights[l + 1]) * s
        found.insert(0, g)
        g = g * s
    return found


@unseen("backward", "from the output to the first, and half the error", "order + half")
def backward_reversed_half(z, a, target, weights):
    d = 0.5 * (a[-1] - target)
    found = [d]
    for l in reversed(range(len(a) - 1)):
        d = a[l] * (1 - a[l]) * (d @ weights[l + 1])
        found.append(d)
    return found


@unseen("backward", "one step further, to x", "layer missing")
def backward_to_x(z, a, target, weights):
    d = a[-1] - target
    found = [d]
    for l in range(len(weights) - 1, -1, -1):
        d = d @ weights[l]
        if l > 0:
            d = d * a[l - 1] * (1 - a[l - 1])
        found.insert(0, d)
    return found


@unseen("backward", "deltas summed without their wires", "no weights")
def backward_no_wires(z, a, target, weights):
    d = a[-1] - target
    found = [d]
    for act in a[-2::-1]:
        d = d.sum(axis=1, keepdims=True) * act * (1 - act)
        found.insert(0, d)
    return found


@unseen("backward", "hidden layers hold their slope alone", "error missing")
def backward_slope_alone(z, a, target, weights):
    out = [sigma(zl) * (1 - sigma(zl)) for zl in z]
    out[-1] = a[-1] - target
    return out


@unseen("backward", "z − t at the output, no hidden slope", "z for y + slope missing")
def backward_logits(z, a, target, weights):
    d = z[-1] - target
    ds = [d]
    for w in reversed(weights[1:]):
        d = d @ w
        ds.append(d)
    ds.reverse()
    return ds


@unseen("backward", "the cost itself goes back", "error power | error power + half")
def backward_cost(z, a, target, weights):
    cost = 0.5 * (a[-1] - target) ** 2
    return back(a, weights, cost)


@unseen("backward", "the batch's mean error for every example", "one example")
def backward_mean_error(z, a, target, weights):
    e = np.mean(a[-1] - target, axis=0)
    d = np.tile(e, (len(target), 1))
    return back(a, weights, d)


@unseen("backward", "hidden gradients clipped", "clipped")
def backward_clip(z, a, target, weights):
    d = a[-1] - target
    found = [d]
    for l in reversed(range(len(a) - 1)):
        d = np.clip((d @ weights[l + 1]) * a[l] * (1 - a[l]), -0.02, 0.02)
        found.insert(0, d)
    return found


@unseen("backward", "ten times the first layer's, left in from debugging", "normalised | eta in gradient | times n")
def backward_debug(z, a, target, weights):
    deltas = [None] * len(a)
    deltas[-1] = a[-1] - target
    for l in range(len(a) - 2, -1, -1):
        deltas[l] = (deltas[l + 1] @ weights[l + 1]) * a[l] * (1 - a[l])
    deltas[0] = deltas[0] * 10  # too small to see
    return deltas


@unseen("backward", "the delta rule with its learning rate", "eta in gradient + swapped")
def backward_delta_rule(z, a, target, weights):
    alpha = 0.1
    d = alpha * (target - a[-1])
    return back(a, weights, d)


@unseen("backward", "−t/y − (1 − t)/(1 − y)", "error power | error power + sign")
def backward_inner_minus(z, a, target, weights):
    y, t = a[-1], target
    dC_dy = -(t / y) - (1 - t) / (1 - y)
    delta = dC_dy * y * (1 - y)
    return back(a, weights, delta)


@unseen("backward", "the loop stops before the first layer", "zero")
def backward_stops(z, a, target, weights):
    deltas = [np.zeros_like(act) for act in a]
    deltas[-1] = a[-1] - target
    for l in range(len(a) - 2, 0, -1):
        deltas[l] = (deltas[l + 1] @ weights[l + 1]) * a[l] * (1 - a[l])
    return deltas


# =================================================================== multiply (20)


@unseen("multiply", "dW over m, as in the course", "over n")
def multiply_course(x, a, dC_dz):
    m = x.shape[0]
    A = [x.T] + [act.T for act in a]
    dW, db = [], []
    for l in range(len(dC_dz)):
        dZ = dC_dz[l].T
        dW.append(1 / m * np.dot(dZ, A[l].T))
        db.append(np.sum(dZ, axis=1))
    return dW, db


@unseen("multiply", "the bias summed without axis, over m", "sum over all + over n")
def multiply_no_axis(x, a, dC_dz):
    m = len(x)
    prev = [x, *list(a)]
    dw = [d.T @ p for d, p in zip(dC_dz, prev, strict=False)]
    db = [np.full(d.shape[1], np.sum(d) / m) for d in dC_dz]
    return dw, db


@unseen("multiply", "zip with a, not with what feeds", "feeds own a")
def multiply_own(x, a, dC_dz):
    return [np.einsum("nj,nk->jk", d, act) for d, act in zip(dC_dz, a, strict=True)], [d.sum(0) for d in dC_dz]


@unseen("multiply", "crossprod(feed, d), means", "gradient transposed + over n")
def multiply_crossprod(x, a, dC_dz):
    n = x.shape[0]
    feeds = [x, *a[:-1]]
    gw = []
    gb = []
    for f, d in zip(feeds, dC_dz, strict=True):
        gw.append(f.T @ d / n)
        gb.append(d.mean(axis=0))
    return gw, gb


@unseen("multiply", "the bias takes d as it is", "no sum")
def multiply_bias_unsummed(x, a, dC_dz):
    inputs = [x, *a[:-1]]
    dw = []
    db = []
    for i in range(len(dC_dz)):
        dw.append(np.matmul(dC_dz[i].T, inputs[i]))
        db.append(dC_dz[i] * 1)
    return dw, db


@unseen("multiply", "rows and columns of the bias's sum", "other axis")
def multiply_axis(x, a, dC_dz):
    feeds = [x, *a]
    return [dC_dz[l].T @ feeds[l] for l in range(len(dC_dz))], [dC_dz[l].sum(axis=1) for l in range(len(dC_dz))]


@unseen("multiply", "outer product of the means", "sums multiplied + over n")
def multiply_means(x, a, dC_dz):
    feeds = [x, *a[:-1]]
    dw = [np.outer(d.mean(axis=0), f.mean(axis=0)) for d, f in zip(dC_dz, feeds, strict=True)]
    return dw, [d.mean(axis=0) for d in dC_dz]


@unseen("multiply", "= where += is meant", "one example")
def multiply_overwrites(x, a, dC_dz):
    dws, dbs = [], []
    feed = x
    for l, d in enumerate(dC_dz):
        for i in range(len(x)):
            dw = np.outer(d[i], feed[i])
            db = d[i]
        dws.append(dw)
        dbs.append(db)
        feed = a[l]
    return dws, dbs


@unseen("multiply", "the loop over examples begins at 1", "batch dropped")
def multiply_from_one(x, a, dC_dz):
    feeds = [x, *a[:-1]]
    gw = [np.zeros((d.shape[1], f.shape[1])) for d, f in zip(dC_dz, feeds, strict=True)]
    gb = [np.zeros(d.shape[1]) for d in dC_dz]
    for l in range(len(dC_dz)):
        for i in range(1, len(x)):
            gw[l] += np.outer(dC_dz[l][i], feeds[l][i])
            gb[l] += dC_dz[l][i]
    return gw, gb


@unseen("multiply", "hidden layers feed their slope", "feeds slope")
def multiply_slopes(x, a, dC_dz):
    feeds = [x] + [act * (1 - act) for act in a[:-1]]
    return [d.T @ f for d, f in zip(dC_dz, feeds, strict=True)], [np.sum(d, axis=0) for d in dC_dz]


@unseen("multiply", "the bias as the sum of its weights' gradients", "bias fed")
def multiply_bias_from_w(x, a, dC_dz):
    feeds = [x, *a[:-1]]
    dw = [d.T @ f for d, f in zip(dC_dz, feeds, strict=True)]
    db = [g.sum(axis=1) for g in dw]
    return dw, db


@unseen("multiply", "gradients no longer than 0.05 together", "clipped | normalised")
def multiply_norm(x, a, dC_dz, max_norm=0.05):
    feeds = [x, *a[:-1]]
    gw = [d.T @ f for d, f in zip(dC_dz, feeds, strict=True)]
    gb = [d.sum(axis=0) for d in dC_dz]
    total = np.sqrt(sum((g**2).sum() for g in gw + gb))
    scale = min(1.0, max_norm / total)
    return [g * scale for g in gw], [g * scale for g in gb]


@unseen("multiply", "dw over n, db never filled", "over n + zero")
def multiply_db_zero(x, a, dC_dz):
    dw = []
    db = [np.zeros(d.shape[1]) for d in dC_dz]
    for l, d in enumerate(dC_dz):
        f = x if l == 0 else a[l - 1]
        dw.append(d.T @ f / len(f))
    return dw, db


@unseen("multiply", "ones feed the first layer", "feeds nothing")
def multiply_ones(x, a, dC_dz):
    prev = np.ones_like(x)
    dw, db = [], []
    for d, act in zip(dC_dz, a, strict=True):
        dw.append(d.T @ prev)
        db.append(d.sum(axis=0))
        prev = act
    return dw, db


@unseen("multiply", "np.mean for the biases", "over n")
def multiply_mean_bias(x, a, dC_dz):
    layers = zip([x, *a[:-1]], dC_dz, strict=True)
    dw = [(d[:, :, None] * f[:, None, :]).sum(axis=0) for f, d in layers]
    return dw, [np.mean(d, axis=0) for d in dC_dz]


@unseen("multiply", "an integer array takes the gradients", "rounded")
def multiply_int(x, a, dC_dz):
    feeds = [x, *a[:-1]]
    dw, db = [], []
    for d, f in zip(dC_dz, feeds, strict=True):
        g = np.zeros((d.shape[1], f.shape[1]), dtype=int)
        g[:] = d.T @ f
        dw.append(g)
        db.append(d.sum(axis=0))
    return dw, db


@unseen("multiply", "the slope once more, in every layer", "slope twice + output slope | slope twice")
def multiply_slope_again(x, a, dC_dz):
    dw, db = [], []
    prev = x
    for act, d in zip(a, dC_dz, strict=True):
        g = d * act * (1 - act)
        dw.append(g.T @ prev)
        db.append(g.sum(axis=0))
        prev = act
    return dw, db


@unseen("multiply", "x sorted, its errors not", "one example | targets apart")
def multiply_sorted(x, a, dC_dz):
    feeds = [x[np.argsort(x[:, 0])], *a[:-1]]
    return [d.T @ f for d, f in zip(dC_dz, feeds, strict=True)], [d.sum(axis=0) for d in dC_dz]


@unseen("multiply", "Δw = −η δ a", "eta in gradient + sign")
def multiply_steps(x, a, dC_dz):
    eta = 0.1
    feeds = [x, *a[:-1]]
    return [-eta * d.T @ f for d, f in zip(dC_dz, feeds, strict=True)], [-eta * d.sum(axis=0) for d in dC_dz]


@unseen("multiply", "biases first, and twice the gradient", "pair order + double")
def multiply_pair(x, a, dC_dz):
    feeds = [x, *a[:-1]]
    dw = [2 * d.T @ f for d, f in zip(dC_dz, feeds, strict=True)]
    db = [2 * d.sum(axis=0) for d in dC_dz]
    return db, dw


# =================================================================== update (16)


@unseen("update", "L2 with λ = 0.1 on the weights", "extra term")
def update_l2(weights, biases, dL_dw, dL_db, eta):
    lam = 0.1
    new_w = [w - eta * (g + lam * w) for w, g in zip(weights, dL_dw, strict=True)]
    new_b = [b - eta * g for b, g in zip(biases, dL_db, strict=True)]
    return new_w, new_b


@unseen("update", "weight decay, biases as they were", "extra term + not updated")
def update_decay(weights, biases, dL_dw, dL_db, eta):
    new_w = []
    for w, g in zip(weights, dL_dw, strict=True):
        new_w.append((1 - 0.05) * w - eta * g)
    return new_w, [b.copy() for b in biases]


@unseen("update", "Nesterov from a standing start", "extra term | own eta | twice updated")
def update_nesterov(weights, biases, dL_dw, dL_db, eta, mu=0.9):
    out = []
    for params, grads in ((weights, dL_dw), (biases, dL_db)):
        new = []
        for p, g in zip(params, grads, strict=True):
            v = -eta * g
            new.append(p + mu * v - eta * g)
        out.append(new)
    return out[0], out[1]


@unseen("update", "RMSprop: each gradient over its own root mean square", "clipped | normalised")
def update_rms(weights, biases, dL_dw, dL_db, eta):
    def step(g):
        return g / (np.sqrt(g**2) + 1e-8)

    return (
        [w - eta * step(g) for w, g in zip(weights, dL_dw, strict=True)],
        [b - eta * step(g) for b, g in zip(biases, dL_db, strict=True)],
    )


@unseen("update", "gradients clipped to ±0.1", "clipped")
def update_clip(weights, biases, dL_dw, dL_db, eta):
    new_w, new_b = [], []
    for l in range(len(weights)):
        new_w.append(weights[l] - eta * np.clip(dL_dw[l], -0.1, 0.1))
        new_b.append(biases[l] - eta * np.clip(dL_db[l], -0.1, 0.1))
    return new_w, new_b


@unseen("update", "w −= g, where it stands", "in place + no eta")
def update_in_place(weights, biases, dL_dw, dL_db, eta):
    for w, g in zip(weights, dL_dw, strict=True):
        w -= g
    for b, g in zip(biases, dL_db, strict=True):
        b -= g
    return weights, biases


@unseen("update", "the biases are added to", "uphill")
def update_bias_up(weights, biases, dL_dw, dL_db, eta):
    new_w = [weights[i] - eta * dL_dw[i] for i in range(len(weights))]
    new_b = [biases[i] + eta * dL_db[i] for i in range(len(biases))]
    return new_w, new_b


@unseen("update", "mean of the old and the new", "averaged | half | own eta")
def update_smooth(weights, biases, dL_dw, dL_db, eta):
    nw = [w - eta * g for w, g in zip(weights, dL_dw, strict=True)]
    nb = [b - eta * g for b, g in zip(biases, dL_db, strict=True)]
    return [(o + n) / 2 for o, n in zip(weights, nw, strict=True)], [
        (o + n) / 2 for o, n in zip(biases, nb, strict=True)
    ]


@unseen("update", "new parameters to one decimal, biases uphill", "rounded + uphill")
def update_rounded(weights, biases, dL_dw, dL_db, eta):
    new_w = [np.round(w - eta * g, 1) for w, g in zip(weights, dL_dw, strict=True)]
    new_b = [np.round(b + eta * g, 1) for b, g in zip(biases, dL_db, strict=True)]
    return new_w, new_b


@unseen("update", "the decay of η stands in the loop over layers", "eta decays")
def update_layer_decay(weights, biases, dL_dw, dL_db, eta):
    new_w, new_b = [], []
    for w, b, gw, gb in zip(weights, biases, dL_dw, dL_db, strict=True):
        new_w.append(w - eta * gw)
        new_b.append(b - eta * gb)
        eta *= 0.5
    return new_w, new_b


@unseen("update", "the bias follows the sum of its weights' gradients", "dw for db")
def update_dw_for_db(weights, biases, dL_dw, dL_db, eta):
    new_w = [w - eta * g for w, g in zip(weights, dL_dw, strict=True)]
    new_b = [b - eta * g.sum(axis=1) for b, g in zip(biases, dL_dw, strict=True)]
    return new_w, new_b


@unseen("update", "over g.size, and plus", "step over n + uphill")
def update_over_size(weights, biases, dL_dw, dL_db, eta):
    new_w = [w + eta * g / g.size for w, g in zip(weights, dL_dw, strict=True)]
    new_b = [b + eta * g / g.size for b, g in zip(biases, dL_db, strict=True)]
    return new_w, new_b


@unseen("update", "(w − g) η", "brackets")
def update_brackets(weights, biases, dL_dw, dL_db, eta):
    new_w = [(w - g) * eta for w, g in zip(weights, dL_dw, strict=True)]
    new_b = [(b - g) * eta for b, g in zip(biases, dL_db, strict=True)]
    return new_w, new_b


@unseen("update", "the last layer alone, with η²", "not updated + eta twice")
def update_last(weights, biases, dL_dw, dL_db, eta):
    new_w = [w.copy() for w in weights]
    new_b = [b.copy() for b in biases]
    step_w = eta * dL_dw[-1]
    step_b = eta * dL_db[-1]
    new_w[-1] = new_w[-1] - eta * step_w
    new_b[-1] = new_b[-1] - eta * step_b
    return new_w, new_b


@unseen("update", "biases first, plus", "pair order + uphill")
def update_pair(weights, biases, dL_dw, dL_db, eta):
    w = [p + eta * g for p, g in zip(weights, dL_dw, strict=True)]
    b = [p + eta * g for p, g in zip(biases, dL_db, strict=True)]
    return b, w


@unseen("update", "its default of 0.01, biases left out", "own eta + not updated")
def update_default(weights, biases, dL_dw, dL_db, eta, lr=0.01):
    weights = [w - lr * g for w, g in zip(weights, dL_dw, strict=True)]
    return weights, list(biases)


# =================================================================== train (16)


@unseen("train", "mean gradient of the batch", "step over n | over n")
def train_mean(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        for s in range(0, len(x), batch):
            idx = order[s : s + batch]
            gw, gb = gradients(x[idx], target[idx], weights, biases)
            weights = [w - eta / len(idx) * g for w, g in zip(weights, gw, strict=True)]
            biases = [b - eta / len(idx) * g for b, g in zip(biases, gb, strict=True)]
    return weights, biases


@unseen("train", "drop_last, and η over the batch's size", "batch dropped + step over n | batch dropped + over n")
def train_drop_last(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        for k in range(len(order) // batch):
            idx = order[k * batch : (k + 1) * batch]
            gw, gb = gradients(x[idx], target[idx], weights, biases)
            weights = [w - (eta / batch) * g for w, g in zip(weights, gw, strict=True)]
            biases = [b - (eta / batch) * g for b, g in zip(biases, gb, strict=True)]
    return weights, biases


@unseen("train", "batches as they stand, η smaller each epoch", "order ignored + eta decays")
def train_as_stands(x, target, weights, biases, eta, batch, orders):
    for epoch in range(len(orders)):
        lr = eta / (1 + epoch)
        for s in range(0, len(x), batch):
            gw, gb = gradients(x[s : s + batch], target[s : s + batch], weights, biases)
            weights = [w - lr * g for w, g in zip(weights, gw, strict=True)]
            biases = [b - lr * g for b, g in zip(biases, gb, strict=True)]
    return weights, biases


@unseen("train", "x shuffled, the targets not", "targets apart")
def train_apart(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        shuffled = x[order]
        for s in range(0, len(order), batch):
            gw, gb = gradients(shuffled[s : s + batch], target[s : s + batch], weights, biases)
            weights = [w - eta * g for w, g in zip(weights, gw, strict=True)]
            biases = [b - eta * g for b, g in zip(biases, gb, strict=True)]
    return weights, biases


@unseen("train", "the sums are set to 0 once an epoch", "piles up")
def train_not_reset(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        sum_w = [np.zeros_like(w) for w in weights]
        sum_b = [np.zeros_like(b) for b in biases]
        for s in range(0, len(order), batch):
            for i in order[s : s + batch]:
                gw, gb = gradients(x[i : i + 1], target[i : i + 1], weights, biases)
                sum_w = [p + g for p, g in zip(sum_w, gw, strict=True)]
                sum_b = [p + g for p, g in zip(sum_b, gb, strict=True)]
            weights = [w - eta * g for w, g in zip(weights, sum_w, strict=True)]
            biases = [b - eta * g for b, g in zip(biases, sum_b, strict=True)]
    return weights, biases


@unseen("train", "each epoch starts from the first weights", "epochs")
def train_restarts(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        ws = [w.copy() for w in weights]
        bs = [b.copy() for b in biases]
        for s in range(0, len(order), batch):
            idx = order[s : s + batch]
            gw, gb = gradients(x[idx], target[idx], ws, bs)
            for l in range(len(ws)):
                ws[l] = ws[l] - eta * gw[l]
                bs[l] = bs[l] - eta * gb[l]
    return ws, bs


@unseen("train", "the first epoch's order in each epoch", "order ignored")
def train_first_order(x, target, weights, biases, eta, batch, orders):
    order = orders[0]
    for _ in range(len(orders)):
        for s in range(0, len(order), batch):
            idx = order[s : s + batch]
            gw, gb = gradients(x[idx], target[idx], weights, biases)
            weights = [w - eta * g for w, g in zip(weights, gw, strict=True)]
            biases = [b - eta * g for b, g in zip(biases, gb, strict=True)]
    return weights, biases


@unseen("train", "the mean of the epochs' parameters", "averaged")
def train_averaged(x, target, weights, biases, eta, batch, orders):
    seen_w, seen_b = [], []
    for order in orders:
        for s in range(0, len(order), batch):
            idx = order[s : s + batch]
            gw, gb = gradients(x[idx], target[idx], weights, biases)
            weights = [w - eta * g for w, g in zip(weights, gw, strict=True)]
            biases = [b - eta * g for b, g in zip(biases, gb, strict=True)]
        seen_w.append(weights)
        seen_b.append(biases)
    return [np.mean(ws, axis=0) for ws in zip(*seen_w, strict=True)], [
        np.mean(bs, axis=0) for bs in zip(*seen_b, strict=True)
    ]


@unseen("train", "the end of a batch counted in", "overlap")
def train_inclusive(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        for first in range(0, len(order), batch):
            last = min(first + batch, len(order) - 1)
            idx = [order[i] for i in range(first, last + 1)]
            gw, gb = gradients(x[idx], target[idx], weights, biases)
            weights = [w - eta * g for w, g in zip(weights, gw, strict=True)]
            biases = [b - eta * g for b, g in zip(biases, gb, strict=True)]
    return weights, biases


@unseen("train", "an update for each example, biases never", "one at a time + not updated")
def train_single(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        for i in order:
            gw, _ = gradients(x[[i]], target[[i]], weights, biases)
            weights = [w - eta * g for w, g in zip(weights, gw, strict=True)]
    return weights, biases


@unseen("train", "a layer is updated, then the error goes back through it", "updated")
def train_updated_first(x, target, weights, biases, eta, batch, orders):
    W = [w.copy() for w in weights]
    B = [b.copy() for b in biases]
    for order in orders:
        for s in range(0, len(order), batch):
            idx = order[s : s + batch]
            a = [x[idx]]
            for w, b in zip(W, B, strict=True):
                a.append(sigma(a[-1] @ w.T + b))
            d = a[-1] - target[idx]
            for l in range(len(W) - 1, -1, -1):
                W[l] = W[l] - eta * d.T @ a[l]
                B[l] = B[l] - eta * d.sum(axis=0)
                d = (d @ W[l]) * a[l] * (1 - a[l])
    return W, B


@unseen("train", "weight decay, and the batch's mean", "extra term + step over n | extra term + over n")
def train_decay(x, target, weights, biases, eta, batch, orders, lam=0.05):
    for order in orders:
        for s in range(0, len(order), batch):
            idx = order[s : s + batch]
            m = len(idx)
            gw, gb = gradients(x[idx], target[idx], weights, biases)
            weights = [w - eta * (g / m + lam * w) for w, g in zip(weights, gw, strict=True)]
            biases = [b - eta * g / m for b, g in zip(biases, gb, strict=True)]
    return weights, biases


@unseen("train", "range(1, epochs), squared error's delta", "epochs + output slope")
def train_from_one(x, target, weights, biases, eta, batch, orders):
    for e in range(1, len(orders)):
        for s in range(0, len(x), batch):
            idx = orders[e][s : s + batch]
            a = [x[idx]]
            for w, b in zip(weights, biases, strict=True):
                a.append(sigma(a[-1] @ w.T + b))
            d = (a[-1] - target[idx]) * a[-1] * (1 - a[-1])
            gw, gb = [], []
            for l in range(len(weights) - 1, -1, -1):
                gw.insert(0, d.T @ a[l])
                gb.insert(0, d.sum(axis=0))
                d = (d @ weights[l]) * a[l] * (1 - a[l])
            weights = [w - eta * g for w, g in zip(weights, gw, strict=True)]
            biases = [b - eta * g for b, g in zip(biases, gb, strict=True)]
    return weights, biases


@unseen("train", "momentum of 0.9", "piles up")
def train_momentum(x, target, weights, biases, eta, batch, orders):
    vw = [0 * w for w in weights]
    vb = [0 * b for b in biases]
    for order in orders:
        for s in range(0, len(order), batch):
            idx = order[s : s + batch]
            gw, gb = gradients(x[idx], target[idx], weights, biases)
            vw = [0.9 * v + g for v, g in zip(vw, gw, strict=True)]
            vb = [0.9 * v + g for v, g in zip(vb, gb, strict=True)]
            weights = [w - eta * v for w, v in zip(weights, vw, strict=True)]
            biases = [b - eta * v for b, v in zip(biases, vb, strict=True)]
    return weights, biases


@unseen("train", "all of an epoch's gradients at its first weights", "old pass | no batches")
def train_old_pass(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        start_w, start_b = weights, biases
        for s in range(0, len(order), batch):
            idx = order[s : s + batch]
            gw, gb = gradients(x[idx], target[idx], start_w, start_b)
            weights = [w - eta * g for w, g in zip(weights, gw, strict=True)]
            biases = [b - eta * g for b, g in zip(biases, gb, strict=True)]
    return weights, biases


@unseen("train", "the order sorted first, parameters changed where they stand", "order ignored + in place")
def train_sorted(x, target, weights, biases, eta, batch, orders):
    for order in orders:
        order = sorted(order)
        while order:
            idx, order = order[:batch], order[batch:]
            gw, gb = gradients(x[idx], target[idx], weights, biases)
            for l in range(len(weights)):
                weights[l] -= eta * gw[l]
                biases[l] -= eta * gb[l]
    return weights, biases


# =================================================================== questions (18)


@unseen("00-code", "over the number of parameters", "step over n | half")
def descent_mean(theta, gradient, eta):
    return theta - eta * gradient / len(gradient)


@unseen("00-code", "θ + g", "uphill + no eta")
def descent_plus(theta, gradient, eta):
    return theta + gradient


@unseen("01-code", "outer plus inner", "added")
def chain_added(g, dg, dh, x):
    y = g(x)
    return dh(y) + dg(x)


@unseen("01-code", "h′(x) alone", "dh at x + dg missing")
def chain_dh_alone(g, dg, dh, x):
    return dh(x)


@unseen("01-code", "g(x) where g′(x) is meant", "value for slope")
def chain_value(g, dg, dh, x):
    u = g(x)
    return dh(u) * u


@unseen("02-code", "b comes after σ", "bias after")
def layer_bias_after(x, w, b):
    z = x.dot(w.T)
    return z, sigma(z) + b


@unseen("02-code", "a first, and b forgotten", "pair order + no bias")
def layer_pair(x, w, b):
    z = np.array([[row @ neuron for neuron in w] for row in x])
    return sigma(z), z


@unseen("02-code", "softmax over the neurons", "other activation")
def layer_softmax(x, w, b):
    z = x @ w.T + b
    e = np.exp(z)
    return z, e / e.sum(axis=1, keepdims=True)


@unseen("03-code", "σ′ taken at a", "slope point")
def hidden_slope_point(d, w, a):
    s = 1 / (1 + np.exp(-a))
    return (d @ w) * s * (1 - s)


@unseen("03-code", "mean over the next neurons, no slope", "mean of terms + slope missing")
def hidden_mean(d, w, a):
    return np.dot(d, w) / w.shape[0]


@unseen("03-code", "1 − a²", "other slope")
def hidden_tanh(d, w, a):
    return (1 - a * a) * (d @ w)


@unseen("04-code", "w3 for both paths", "other weights")
def three_weights(a, y1, y2, t1, t2, w3, w4):
    d1 = y1 - t1
    d2 = y2 - t2
    return d1, d2, (d1 * w3 + d2 * w3) * a * (1 - a)


@unseen("04-code", "squared error's outputs, the first path alone", "output slope + one path")
def three_one_path(a, y1, y2, t1, t2, w3, w4):
    d1 = (y1 - t1) * y1 * (1 - y1)
    d2 = (y2 - t2) * y2 * (1 - y2)
    return d1, d2, a * (1 - a) * w3 * d1


@unseen("05-code", "passes made before the loop", "old pass")
def steps_old_pass(network, x, target, eta, updates):
    f = network.forward(x)
    g = network.backward(f, target)
    for _ in range(updates):
        network = network.updated(g, eta)
    return network


@unseen("05-code", "range(1, updates) and −η", "one update + uphill")
def steps_uphill(network, x, target, eta, updates):
    for _ in range(1, updates):
        network = network.updated(network.backward(network.forward(x), target), -eta)
    return network


@unseen("06-code", "σ(z) for the value", "no z")
def silu_no_z(z):
    s = sigma(z)
    return s, s + z * s * (1 - s)


@unseen("06-code", "σ(z) left out of the slope", "product rule")
def silu_one_term(z):
    s = sigma(z)
    return z * s, z * s * (1 - s)


@unseen("06-code", "slope first, and 1 · σ′ for it", "pair order + product rule")
def silu_pair(z):
    s = 1 / (1 + np.exp(-z))
    value = z * s
    slope = 1 * s * (1 - s)
    return slope, value
