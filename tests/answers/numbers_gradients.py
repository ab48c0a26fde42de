"""Wrong numbers of the gradients, the update and the pass after it."""

from numbers_backward import of_hidden, of_output
from numbers_forward import number
from reference import CASES


def of_dw(c, l, j, k, summed=True):
    """∂L/∂w, or ∂C/∂w of the first example."""
    d, f, w = c.dC_dz[l], c.feeds[l], c.weights[l]
    n = len(d)
    right = (d[:, j] * f[:, k]).sum() if summed else d[0, j] * f[0, k]
    one = d[0, j]
    yield "what feeds left out", "feeds nothing", d[:, j].sum() if summed else one
    yield "fed by w", "feeds w", (d[:, j].sum() if summed else one) * w[j, k]
    yield "own a feeds", "feeds own a", (d[:, j] * c.a[l][:, j]).sum() if summed else one * c.a[l][0, j]
    yield "another input feeds", "other source", (d[:, j] * f[:, k - 1]).sum() if summed else one * f[0, k - 1]
    if d.shape[1] > 1:
        yield "another neuron's d", "other source", (d[:, j - 1] * f[:, k]).sum() if summed else d[0, j - 1] * f[0, k]
    if l > 0:
        z = c.z[l - 1]
        yield "fed by z", "feeds z", (d[:, j] * z[:, k]).sum() if summed else one * z[0, k]
        if c.slope[l - 1] is not None and c.f[l - 1] not in ("relu",):
            s = c.slope[l - 1]
            yield "fed by the slope", "feeds slope", (d[:, j] * s[:, k]).sum() if summed else one * s[0, k]
    if c.slope[l] is not None and c.f[l] not in ("identity", "relu"):
        came = c.dC_da[l]
        yield "dC_da for dC_dz", "slope missing", (came[:, j] * f[:, k]).sum() if summed else came[0, j] * f[0, k]
        yield (
            "slope once more",
            "slope twice" if c.loss == "squared_error" or l < len(c.f) - 1 else "output slope",
            (d[:, j] * c.slope[l][:, j] * f[:, k]).sum() if summed else one * c.slope[l][0, j] * f[0, k],
        )
    yield "swapped", "swapped", -right
    yield "2 of it", "double", 2 * right
    yield "eta in it", "eta in gradient", c.eta * right
    yield "d left out", "error missing", f[:, k].sum() if summed else f[0, k]
    yield "added", ("added", "one example") if n > 1 and summed else "added", d[0, j] + f[0, k]
    yield "swapped, what feeds left out", ("swapped", "feeds nothing"), -d[:, j].sum() if summed else -one
    yield "2, what feeds left out", ("double", "feeds nothing"), 2 * d[:, j].sum() if summed else 2 * one
    yield "swapped, fed by w", ("swapped", "feeds w"), -(d[:, j].sum() if summed else one) * w[j, k]
    yield (
        "2, own a feeds",
        ("double", "feeds own a"),
        2 * (d[:, j] * c.a[l][:, j]).sum() if summed else 2 * one * c.a[l][0, j],
    )
    if n > 1 and summed:
        yield "first example alone", "one example", d[0, j] * f[0, k]
        yield "mean", "over n", right / n
        yield "times n", "times n", right * n
        yield "sums multiplied", "sums multiplied", d[:, j].sum() * f[:, k].sum()
        yield "mean, swapped", ("over n", "swapped"), -right / n
        yield "mean, what feeds left out", ("over n", "feeds nothing"), d[:, j].mean()
        yield "one example, swapped", ("one example", "swapped"), -d[0, j] * f[0, k]


def of_db(c, l, j):
    d, f = c.dC_dz[l], c.feeds[l]
    yield "fed", "bias fed", (d[:, j] * f[:, 0]).sum()
    yield "times b", "feeds w", d[:, j].sum() * c.biases[l][j]
    yield "swapped", "swapped", -d[:, j].sum()
    yield "1", "error missing", 1.0
    yield "first example alone", "one example", d[0, j]
    yield "mean", "over n", d[:, j].mean()
    yield "eta in it", "eta in gradient", c.eta * d[:, j].sum()
    yield "mean, swapped", ("over n", "swapped"), -d[:, j].mean()
    if c.slope[l] is not None and c.f[l] not in ("identity", "relu"):
        yield "slope left out", "slope missing", c.dC_da[l][:, j].sum()
    if d.shape[1] > 1:
        yield "all neurons", "sum over all", d.sum()
        yield "the neuron beside", "beside", d[:, j - 1].sum()


def of_new(c, p, g, g_beside):
    eta = c.eta
    yield "uphill", "uphill", p + eta * g
    yield "eta left out", "no eta", p - g
    yield "eta twice", "eta twice", p - eta**2 * g
    yield "over eta", "eta divides", p - g / eta
    yield "uphill, eta left out", ("uphill", "no eta"), p + g
    yield "uphill, eta twice", ("uphill", "eta twice"), p + eta**2 * g
    yield "minus the step alone", "step alone", -eta * g
    yield "the step alone", "step alone", eta * g
    yield "the gradient", "step alone", g
    yield "w - eta w", "weight for gradient", p - eta * p
    yield "eta (w - g)", "brackets", eta * (p - g)
    yield "w (1 - eta g)", "brackets", p * (1 - eta * g)
    yield "eta w - g", "brackets", eta * p - g
    yield "not updated", "not updated", p
    yield "another's gradient", "other source", p - eta * g_beside
    yield "2 eta", "double", p - 2 * eta * g
    yield "uphill, another's gradient", ("uphill", "other source"), p + eta * g_beside
    yield "eta left out, another's gradient", ("no eta", "other source"), p - g_beside


def through(c, p, slips, feed):
    """A new parameter from a wrong gradient: the gradient's slip is the cause."""
    for what, causes, value in slips:
        if isinstance(causes, str) and causes not in ("swapped", "double", "eta in gradient", "beside"):
            yield f"from a gradient, {what}", causes, p - c.eta * value * feed
            yield f"uphill from a gradient, {what}", ("uphill", causes), p + c.eta * value * feed


def of_moved(c, pick, old, b_moves=True):
    yield "not updated", "not updated", old
    yield "uphill", "uphill", pick(c.moved(sign=1.0))
    yield "eta left out", "no eta", pick(c.moved(eta=1.0))
    yield "uphill, eta left out", ("uphill", "no eta"), pick(c.moved(sign=1.0, eta=1.0))
    yield "biases not updated", "not updated", pick(c.moved(biases=False))
    yield "weights not updated", "not updated", pick(c.moved(weights=False))
    yield "uphill, biases not updated", ("uphill", "not updated"), pick(c.moved(sign=1.0, biases=False))


ENTRIES = []
for case, l, j, k in (
    ("sigma", 1, 0, 1),
    ("tanh", 0, 1, 2),
    ("ReLU", 1, 0, 0),
    ("softmax", 1, 2, 0),
    ("deep", 1, 0, 1),
):
    ENTRIES += [number(case, ("dC_dw", l, j, k), *slip) for slip in of_dw(CASES[case], l, j, k)]
ENTRIES += [number("three examples", ("dL_dw", 0, 1, 0), *slip) for slip in of_dw(CASES["three examples"], 0, 1, 0)]
ENTRIES += [number("three examples", ("dL_dw", 1, 0, 1), *slip) for slip in of_dw(CASES["three examples"], 1, 0, 1)]
for l, j in ((0, 1), (1, 0)):
    ENTRIES += [number("three examples", ("dL_db", l, j), *slip) for slip in of_db(CASES["three examples"], l, j)]
for case, l, j, k in (("sigma", 0, 1, 0), ("tanh", 1, 0, 1), ("ReLU", 1, 1, 0)):
    c = CASES[case]
    g = c.dL_dw[l]
    ENTRIES += [number(case, ("new_w", l, j, k), *slip) for slip in of_new(c, c.weights[l][j, k], g[j, k], g[j, k - 1])]
for case, l, j in (("softmax", 1, 1), ("deep", 0, 0)):
    c = CASES[case]
    g = c.dL_db[l]
    ENTRIES += [number(case, ("new_b", l, j), *slip) for slip in of_new(c, c.biases[l][j], g[j], g[j - 1])]
c = CASES["sigma, squared"]
ENTRIES += [
    number(c.name, ("new_w", 1, 0, 1), *slip)
    for slip in through(c, c.weights[1][0, 1], of_output(c, 0), c.feeds[1][0, 1])
]
c = CASES["tanh"]
ENTRIES += [
    number(c.name, ("new_w", 0, 0, 0), *slip) for slip in through(c, c.weights[0][0, 0], of_hidden(c, 0, 0), c.x[0, 0])
]
for case in ("sigma", "ReLU"):
    c = CASES[case]
    ENTRIES += [number(case, ("new_C",), *slip) for slip in of_moved(c, lambda m: m.C[0], c.C[0])]
    ENTRIES += [number(case, ("new_a", 1, 0), *slip) for slip in of_moved(c, lambda m: m.a[1][0, 0], c.a[1][0, 0])]
    ENTRIES += [number(case, ("new_z", 0, 0), *slip) for slip in of_moved(c, lambda m: m.z[0][0, 0], c.z[0][0, 0])]
