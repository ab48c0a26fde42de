"""The rarer slips of each stage, tried where the common ones explain nothing: one part altered, mixed, or added.

Each function gives the options of one array, as those of the stages do, from the right arrays beside it.
"""

from itertools import permutations

import numpy as np

from backprop.exercises import coarse, stage_multiply, stage_update
from backprop.exercises.alterations import altered, clipped, mixed, rescaled
from backprop.exercises.explain import NONE, broadcast, constant, equal, products, same, slips
from backprop.exercises.stage_backward import factors, hidden_slopes, output_slopes, starts
from backprop.exercises.stage_forward import sigmoid
from backprop.notation import number

DIVIDED = {"unit-length", "shares", "over-largest", "standardised", "between-ends"}
SMALL = 0.15  # up to this a number is called small
MOST_IN_ORDER = 7  # examples of which every order is tried
GUARD = 1e-5  # how far such a number may move the quotient, in parts of its size


def either(array, part):
    """(slips, array): an array altered, or its examples mixed."""
    yield from altered(array, part)
    yield from mixed(array, part)


def pooled(one, other, axis, **parts):
    """(slips, array) of two parts whose products are to be summed along an axis."""
    terms = one * other
    yield slips("added-for-multiplied", **parts), (one + other).sum(axis=axis)
    yield slips("product-of-terms"), terms.prod(axis=axis)
    yield slips("largest-term"), terms.max(axis=axis)
    yield slips("smallest-term"), terms.min(axis=axis)


# ------------------------------------------------------------------- forward


def forward(given, own, name, l, near):
    """The rarer options of z and a."""
    mine = np.asarray(own[name][l], dtype=float)
    if name == "a":
        z = np.asarray(own["z"][l], dtype=float)
        parts = [*either(sigmoid(z), "the-a"), *((names, sigmoid(v)) for names, v in either(z, "the-z"))]
        return equal(mine, parts, near) | guarded(mine, parts) | in_denominator(mine, z) | unknown(mine, z)
    feed = np.asarray(own["a"][l - 1] if l else given["x"], dtype=float)
    w, b = given["weights"][l], given["biases"][l]
    if feed.ndim != 2 or feed.shape[1] != w.shape[1]:
        return set()
    parts = list(sums_of(feed, w, b))
    return equal(mine, parts, near) | guarded(mine, parts)


def guarded(mine, parts):
    """The options of a part that is divided by something to which a small number was added against dividing by 0."""
    divided = [(names, part) for names, part in parts if {slip.id for slip in names} & DIVIDED]
    return equal(mine, divided, GUARD)


def in_denominator(mine, z):
    """The option that a number was added where σ divides: a small one, or else another that stands for its 1."""
    if mine.shape != z.shape or not (mine > 0).all():
        return set()
    added = 1 / mine - 1 - np.exp(-z)
    size = float(np.median(added))
    if abs(size) < 1e-9 or np.abs(added - size).max() > 1e-6 * abs(size) + 1e-13 * (1 / mine).max():
        return set()
    if abs(size) > SMALL:
        return {slips("number-in-sigma", size=number(1 + size, 3).text)}
    return {slips("small-number-in-sigma", size=number(size, 3).text)}


def unknown(mine, z):
    """The option that a grows with z as σ does, and is none of the functions that are known."""
    if mine.shape != z.shape or not np.isfinite(mine).all() or same(mine, sigmoid(z), coarse.NEARLY):
        return set()
    rising = np.diff(mine.ravel()[np.argsort(z.ravel(), kind="stable")])
    return {slips("activation-unknown")} if (rising > 0).all() or (rising < 0).all() else set()


def sums_of(feed, w, b):
    """(slips, array) of z, where one part is altered or the sum is another."""
    right = feed @ w.T
    for names, part in either(feed, "the-feed"):
        yield names, part @ w.T + b
        yield names | slips("bias-subtracted"), part @ w.T - b
    for names, part in altered(w, "the-weight"):
        yield names, feed @ part.T + b
    for names, part in altered(b, "the-bias"):
        yield names, right + part
    yield from altered(right + b, "the-z")
    yield slips("over-root-of-inputs"), right / np.sqrt(w.shape[1]) + b
    yield slips("over-root-of-inputs"), (right + b) / np.sqrt(w.shape[1])
    yield slips("examples-summed", part="the-z"), np.broadcast_to((right + b).sum(axis=0), right.shape)
    yield slips("weights-forgotten"), np.broadcast_to(b, right.shape)
    yield slips("bias-times"), right * b
    if b.size in (1, feed.shape[1]):
        yield slips("bias-before-weights"), (feed + b) @ w.T
        yield slips("bias-before-weights"), (feed + b) @ w.T + b
    yield slips("first-input-alone"), feed[:, [0]] @ w.T[[0]] + b
    yield slips("last-input-alone"), feed[:, [-1]] @ w.T[[-1]] + b
    yield slips("last-input-forgotten"), feed[:, :-1] @ w.T[:-1] + b

    for names, part in pooled(feed[:, None, :], w[None], 2, first="the-feed", second="the-weight"):
        yield names, part + b
    if 1 in (len(feed), len(w)) and b.size in (1, w.shape[1]):
        yield slips("elementwise"), feed * w + b


# ------------------------------------------------------------------ backward


def backward(given, own, name, l, near):
    """The rarer options of ∂C/∂z."""
    mine = np.asarray(own[name][l], dtype=float)
    a, z, target = given["a"], given["z"], given["target"]
    known = factors(given)
    if mine.shape != a[l].shape:
        return set()
    if l == len(a) - 1:
        e = a[l] - target
        outputs = e.sum(axis=1, keepdims=True), e.mean(axis=1, keepdims=True)
        parts = [
            *either(e, "the-delta"),
            *((slips("outputs-averaged"), np.broadcast_to(each, e.shape)) for each in outputs),
        ]
        slopes = [(names, array) for names, array in output_slopes(z, a, target) if len(names) <= 1]
        with np.errstate(all="ignore"):
            outer = e / (a[l] * (1 - a[l]))
        parts += [(slips("softmax-slopes"), a[l] * (g - (a[l] * g).sum(axis=1, keepdims=True))) for g in (e, outer)]
        ends = [(names, array) for names, array in starts(z, a, target) if names in (NONE, slips("target-forgotten"))]
        turned = [(names, array) for names, array in either(a[l] * (1 - a[l]), "the-slope")]
        return (
            products(mine, slopes, parts, known, near, "target-swapped")
            | products(mine, turned, ends, known, near, "target-swapped")
            | clipped(mine, e, "the-delta")
            | at_one_neuron(mine, e, slopes, ends, known, near)
        )
    d = np.asarray(own[name][l + 1], dtype=float)
    if d.shape != a[l + 1].shape:
        return set()
    return hidden(given, mine, d, l, known, near)


def hidden(given, mine, d, l, known, near):
    """The rarer options of a hidden layer's ∂C/∂z: its slope, what comes back, or the whole of it altered."""
    z, a, target, w = given["z"], given["a"], given["target"], given["weights"][l + 1]
    back, slope = d @ w, a[l] * (1 - a[l])
    slopes = [(names, array) for names, array in hidden_slopes(z, a, target, l) if len(names) <= 1]
    found = products(mine, slopes, list(ways_back(given, d, w, l)), known, near)
    found |= products(mine, [*either(slope, "the-slope"), *differences(a[l])], [(NONE, back)], known, near)
    found |= equal(mine, list(either(slope * back, "the-delta")), near) | clipped(mine, slope * back, "the-delta")
    found |= at_one_neuron(mine, slope * back, slopes, [(NONE, back)], known, near)
    found |= equal(mine, [(slips("slope-at-each-path"), path_by_path(d, w, slope))], near) if len(w) > 1 else set()
    with np.errstate(all="ignore"):
        undone = mine / slope
    if np.isfinite(undone).all():
        found |= clipped(undone, back, "what-comes-back")
        found |= terms(undone - back, {"a": a[l], "z": z[l], "x": given["x"], "1": np.ones_like(back)}, near)
        weights = np.broadcast_to(w.sum(axis=0), back.shape)
        found |= terms(undone - back, {"the-weight": weights}, near, some=True)
        found |= alike(undone - back) | of_a(undone - back, a[l], near)
    return found


def path_by_path(d, w, slope):
    """The sum over the paths, multiplied by the slope after each of them."""
    total = np.zeros_like(slope)
    for k, leaving in enumerate(w):
        total = slope * (total + d[:, [k]] * leaving)
    return total


def alike(off):
    """The option that a term was added that is the same for every example, and not for every neuron."""
    size = np.abs(off).max()
    if (
        len(off) < 2
        or size < 1e-6
        or np.ptp(off, axis=0).max() > 1e-7 * size
        or np.ptp(off, axis=1).max() < 1e-3 * size
    ):
        return set()
    return {slips("term-alike")}


def of_a(off, a, near):
    """The option that a term was added that is some number of times a less another number."""
    system = np.stack([a.ravel(), np.ones(a.size)], axis=1)
    (times, rest), *_ = np.linalg.lstsq(system, off.ravel(), rcond=None)
    size = np.abs(off).max()
    if a.size < 4 or min(abs(times), abs(rest)) < 1e-6 or size < 1e-8:
        return set()
    if np.abs(system @ (times, rest) - off.ravel()).max() > 1e3 * near * size:
        return set()
    less = f"a {'−' if rest / times < 0 else '+'} {number(abs(rest / times), 4).text}"
    return {slips("extra-term", term=f"{number(times, 4).text}·({less})")}


def differences(a):
    """(slips, array) of a slope that is the difference from one a to the next, of neurons or of examples."""
    for axis in (0, 1):
        if a.shape[axis] > 1:
            yield slips("slope-other", what="the-differences-of-a"), np.gradient(a, axis=axis)


def at_one_neuron(mine, right, lefts, rights, known, near):
    """The options that one neuron alone, the first or the last, is another product, or has another factor."""
    found = set()
    for place, names in ((0, slips("at-first-neuron")), (-1, slips("at-last-neuron"))):
        one, others = mine[:, [place]], np.delete(mine, place, axis=1)
        if others.size and same(others, np.delete(right, place, axis=1), near):
            parts = [
                [(names, array[:, [place]]) for names, array in broadcast(parts, mine.shape)]
                for parts in (lefts, rights)
            ]
            found |= {names | option for option in products(one, *parts, known, near, "target-swapped") if option}
    return found


def terms(off, known, near, some=False):
    """The options that something known was added, as it is, or some number of times."""
    for name, array in known.items():
        if np.shape(array) == off.shape and np.abs(off).max() > 1e-8:
            k = constant(off, array, 1e3 * near * np.abs(off).max())
            if k and (some or abs(abs(k) - 1) < 1e-7):
                return {slips("extra-term", term=name)}
    return set()


def ways_back(given, d, w, l):
    """(slips, array) of what comes back, where one part is altered or the sum is another."""
    back, a, z = d @ w, given["a"], given["z"]
    yield from either(back, "what-comes-back")
    for names, part in either(d, "the-next-delta"):
        yield names, part @ w
    for names, part in altered(w, "the-weight"):
        yield names, d @ part
    yield slips("slope-alone"), np.ones_like(back)
    yield slips("back-other", what="the-next-z"), z[l + 1] @ w
    yield slips("back-other", what="the-next-a"), a[l + 1] @ w
    if d.shape == back.shape:
        yield slips("path-of-same-neuron"), d * np.diag(w)
    mean = np.broadcast_to(w.mean(axis=0), (len(d), w.shape[1]))
    yield (
        slips("back-other", what="the-sum-of-delta-times-the-mean-of-the-weights"),
        d.sum(axis=1, keepdims=True) * mean,
    )
    for k in range(len(w) if len(w) > 1 else 0):
        yield slips("one-weight-for-all", neuron=k + 1), d.sum(axis=1, keepdims=True) * w[[k]]
    yield slips("last-path-alone"), d[:, [-1]] @ w[[-1]]
    yield slips("last-path-forgotten"), d[:, :-1] @ w[:-1]
    signs = np.where(np.arange(len(w)) % 2, -1.0, 1.0)
    if len(w) > 1:
        yield slips("paths-subtracted"), (d * signs) @ w
    yield from pooled(d[:, :, None], w[None], 1, first="the-next-delta", second="the-weight")


# ------------------------------------------------------------------ multiply


def multiply(given, own, name, l, near):
    """The rarer options of ∂L/∂w and ∂L/∂b."""
    mine = np.asarray(own[name][l], dtype=float)
    d, right = given["dC_dz"][l], given[name][l]
    parts = list(either(d, "the-delta"))
    if name == "dL_db":
        sums = [(names, part.sum(axis=0)) for names, part in parts]
    else:
        feed = given["a"][l - 1] if l else given["x"]
        sums = [(names, part.T @ feed) for names, part in parts] + list(gradients_of(given, d, feed, l))
    turned = slips("of-another-neuron", part="the-gradient")  # which is that of another ∂C/∂z, or of another feed
    sums += [(names, array) for names, array in altered(right, "the-gradient") if names != turned]
    found = (
        products(mine, [(NONE, 1.0)], sums, stage_multiply.factors(given, l), near)
        if mine.shape == right.shape
        else set()
    )
    k = constant(mine, right) if mine.shape == right.shape else None
    found |= stage_update.of_one_length(k, given) if k else set()
    if mine.size == 1 and right.size > 1 and same(mine.ravel(), [right.sum()], near):
        found.add(slips("entries-summed"))
    found |= clipped(mine, right, "the-gradient")
    return found if found or name == "dL_db" else in_another_order(mine, d, feed, near)


def in_another_order(mine, d, feed, near):
    """The option that the rows of what feeds the layer stand in any other order than those of ∂C/∂z."""
    if mine.shape != (d.shape[1], feed.shape[1]) or len(d) > MOST_IN_ORDER:
        return set()
    orders = np.array(list(permutations(range(len(d)))))
    off = np.abs(np.einsum("nj,pni->pji", d, feed[orders]) - mine).max(axis=(1, 2))
    return {slips("of-another-example", part="the-feed")} if off.min() <= near * np.abs(mine).max() else set()


def gradients_of(given, d, feed, l):
    """(slips, array) of ∂L/∂w, where what feeds it is altered, or the sum over the examples is another."""
    for names, part in either(feed, "the-feed"):
        yield names, d.T @ part
    yield slips("feed-other", what="the-slope-a-a-of-what-feeds-it"), d.T @ (feed * (1 - feed))
    if l:
        yield slips("feed-other", what="the-delta-of-another-layer"), d.T @ given["dC_dz"][l - 1]
    yield slips("means-multiplied"), np.outer(d.mean(axis=0), feed.mean(axis=0))

    one, other = d[:, :, None], feed[:, None, :]
    shares = one * other
    yield slips("added-for-multiplied", first="the-delta", second="the-feed"), (one + other).sum(axis=0)
    yield slips("largest-example", part="the-gradient"), shares.max(axis=0)
    yield slips("rows-summed"), np.broadcast_to((d.T @ feed).sum(axis=0), (d.shape[1], feed.shape[1]))
    yield slips("summed-over-all"), np.full((d.shape[1], feed.shape[1]), shares.sum())


# -------------------------------------------------------------------- update


def update(given, own, name, l, near):
    """The rarer options of a new parameter."""
    mine = np.asarray(own[name][l], dtype=float)
    weights = name == "new_w"
    p, g = given["weights" if weights else "biases"][l], given["dL_dw" if weights else "dL_db"][l]
    eta = given["learning_rate"]
    if mine.shape != p.shape:
        return set()
    found, off, size = set(), mine - p, np.abs(mine).max()
    elsewhere, entry = slips("of-another-neuron", part="the-gradient"), slips("of-another-entry")
    parts = [(entry if names == elsewhere else names, part) for names, part in altered(g, "the-gradient")]
    if g.ndim == 2:
        parts += [(entry, moved) for moved in (g[::-1], np.roll(g, 1, axis=0))]
    with np.errstate(all="ignore"):
        parts += [(slips("length-of-gradient"), np.full_like(g, np.linalg.norm(g)))]
    for names, part in parts:
        k = constant(off, part, near * size) if np.isfinite(part).all() else None
        if k:
            rates = stage_update.rates(k, eta, g, len(given["weights"]))
            found |= {names | rate for rate in rates if not slips("step-factor-varies") <= rate}
    for sign, names in ((-1, NONE), (1, slips("adds-step"))):
        found |= {names | option for option in clipped(sign * off / eta, g, "the-gradient")}
        with np.errstate(all="ignore"):
            found |= {names | option for option in rounded_step(mine, p, sign * g, eta)}
        found |= equal(mine, [(names | slips("parameter-for-gradient"), p + sign * eta * p)], near)
        found |= equal(mine, [(names | slips("roles-exchanged"), g + sign * eta * p)], near)
        found |= equal(mine, [(names | each, array) for each, array in rescaled(p + sign * eta * g, "the-new")], near)
    return found


def rounded_step(mine, p, step, eta):
    """The options that a step at a wrong rate was rounded."""
    for rate, names in (
        (1.0, slips("rate-forgotten")),
        (eta * eta, slips("rate-twice")),
        (2 * eta, slips("factor-two-step")),
        (1 / eta, slips("rate-divides")),
    ):
        for decimals in range(5):
            if np.array_equal(np.round(p + rate * step, decimals), mine):
                yield names | slips("rounded")


RARE = {"forward": forward, "backward": backward, "worked": backward, "multiply": multiply, "update": update}
