"""The parts of going forward, z = W feed + b and a = σ(z), and what learners put in their place."""

import numpy as np

from backprop.exercises.explain import (
    APART,
    NONE,
    equal,
    other_views,
    products,
    rough,
    same,
    simple,
    slips,
    whole_factors,
)


def sigmoid(z):
    """σ, without a warning where it is 0 or 1."""
    with np.errstate(all="ignore"):
        return 1 / (1 + np.exp(-np.asarray(z, dtype=float)))


def softmax(z, axis=-1):
    """Softmax over the neurons, or over another axis."""
    e = np.exp(z - z.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


def other(name):
    """The slip of another activation, by its name."""
    return slips("activation-other", name=name)


def formula(text):
    """The slip of another activation that has no name, by its formula."""
    return slips("activation-formula", formula=text)


def activations(z):
    """(slips, array): σ(z), and what stands in its place."""
    s = sigmoid(z)
    with np.errstate(all="ignore"):
        yield NONE, s
        yield slips("activation-missing"), z
        yield slips("activation-negated"), 1 - s
        yield slips("activation-twice"), sigmoid(s)
        yield slips("slope-for-activation"), s * (1 - s)
        yield other("tanh"), np.tanh(z)
        yield formula("½ (1 + tanh z)"), (1 + np.tanh(z)) / 2
        yield other("ReLU"), np.maximum(z, 0)
        yield other("leaky-relu"), np.where(z > 0, z, 0.01 * z)
        yield other("leaky-relu"), np.where(z > 0, z, 0.1 * z)
        yield other("SiLU"), z * s
        yield other("softplus"), np.log1p(np.exp(z))
        yield formula("eᶻ"), np.exp(z)
        yield formula("e⁻ᶻ"), np.exp(-z)
        yield formula("1 + e⁻ᶻ"), 1 + np.exp(-z)
        yield formula("1 / (1 − e⁻ᶻ)"), 1 / (1 - np.exp(-z))
        yield formula("1 / e⁻ᶻ + 1"), 1 + np.exp(z)
        yield formula("σ(2z)"), sigmoid(2 * z)
        yield formula("σ(z/2)"), sigmoid(z / 2)
        yield slips("base-two"), sigmoid(np.log(2) * z)
        yield slips("base-ten"), sigmoid(np.log(10) * z)
        yield formula("1 − tanh² z"), 1 - np.tanh(z) ** 2
        yield other("hard-sigmoid"), np.clip(0.2 * z + 0.5, 0, 1)
        yield other("hard-sigmoid"), np.clip(z / 6 + 0.5, 0, 1)
        yield other("arctan"), np.arctan(z)
        yield other("step"), (z > 0).astype(float)
        yield formula("the-rounded-sigma"), np.round(s)
        yield other("sin"), np.sin(z)
        yield formula("σ(z) − ½"), s - 0.5
        if np.ndim(z) == 2:
            yield other("softmax"), softmax(z)
            yield other("softmax-over-examples"), softmax(z, axis=0)


def feeds(given, own, l):
    """(slips, array): what feeds layer l, and what stands in its place."""
    if l == 0:
        yield NONE, given["x"]
        return
    for apart, arrays in ((NONE, own), (APART, given)):
        yield apart, arrays["a"][l - 1]
        yield apart | slips("fed-by-z"), arrays["z"][l - 1]
        yield apart | slips("activation-twice"), sigmoid(arrays["a"][l - 1])
    yield slips("fed-by-x"), given["x"]
    if l > 1:
        yield slips("feed-other", what="the-a-of-two-layers-before"), given["a"][l - 2]
        yield slips("feed-other", what="the-a-of-two-layers-before"), own["a"][l - 2]


def weighted(feed, given, l):
    """(slips, array): feed @ w.T, and what stands in its place."""
    W, layers = given["weights"], len(given["weights"])
    ways = [
        (NONE, W[l].T),
        (slips("weights-transposed-forward"), W[l]),
        (slips("weights-without-sign"), np.abs(W[l]).T),
    ]
    ways += [(slips("weights-of-another-layer"), W[k].T) for k in range(layers) if k != l]
    for names, matrix in ways:
        if np.ndim(feed) in (1, 2) and np.shape(feed)[-1] == matrix.shape[0]:
            yield names, feed @ matrix
    if np.shape(feed) == W[l].shape:
        yield slips("elementwise"), feed * W[l]
    if np.ndim(feed) == 2 and len(feed) == W[l].shape[1]:
        yield slips("columns-forward"), W[l] @ feed
    if np.ndim(feed) == 2 and feed.shape[1] == W[l].shape[1]:
        for k in range(W[l].shape[1]):
            kept = np.arange(W[l].shape[1]) != k
            yield slips("input-forgotten", source=k + 1), feed[:, kept] @ W[l].T[kept]


def biased(given, l):
    """(slips, array): the bias, and what stands in its place."""
    b = given["biases"][l]
    yield NONE, b
    yield slips("bias-forgotten"), 0 * b
    yield slips("bias-twice"), 2 * b
    yield slips("bias-subtracted"), -b
    yield slips("bias-over-examples"), b[:, None]
    yield slips("bias-other", what="the-sum-of-the-biases"), np.full_like(b, b.sum())
    yield slips("bias-other", what="the-mean-of-the-biases"), np.full_like(b, b.mean())
    yield slips("bias-other", what="the-first-bias-for-every-neuron"), np.full_like(b, b[0])
    for one in b[1:]:
        yield slips("bias-other", what="the-bias-of-one-neuron-for-every-one"), np.full_like(b, one)
    for k, another in enumerate(given["biases"]):
        if k != l:
            yield slips("bias-other", what="the-bias-of-another-layer"), another


def options(given, own, name, l, near):
    """Every option that gives the learner's array ``name[l]``, from those beside it."""
    mine = np.asarray(own[name][l], dtype=float)
    way = activated(given, own, l) if name == "a" else zs(given, own, l)
    first = next(way)  # the formula as it should be
    if same(mine, first[1], near):
        return {NONE}
    parts = [first, *way]
    found = equal(mine, parts, near)
    if name == "a":
        found = found or equal(mine, of_other_z(given, own, l), near)
        found = found or products(mine, [(NONE, 1.0)], parts, whole_factors(), near)
    else:
        both = slips("in-place" if given.get("one_array") else "a-for-z")
        if (mine >= 0).all() and (mine <= 1).all():
            found |= {names | both for names in equal(mine, [(each, sigmoid(array)) for each, array in parts], near)}
        found = found or equal(mine, list(of_right_z(first[1])), near)
        if not found:
            found = products(mine, [(NONE, 1.0)], [first], whole_factors(), near) | scaled(mine, given, own, l, near)
    found |= rough(mine, parts)
    if not np.any(mine):  # a of 0 is σ cut to whole numbers, too
        found.add(slips("zeros" if name == "z" else "zeros-of-a"))
    found = found if simple(found) else found | other_views(mine, parts, near)
    return found if simple(found) else found | elsewhere(mine, given, name, l, near)


def of_right_z(z):
    """(slips, array) of another function of z in the place of z itself."""
    for names, array in activations(z):
        if any(slip.id == "activation-other" for slip in names):
            yield frozenset(slip._replace(id="f-for-z") for slip in names), array


def activated(given, own, l):
    """(slips, array) of every a: an activation of the learner's own z, of the right one, or of z from the own feed."""
    bases = [(NONE, own["z"][l]), (APART, given["z"][l]), *((APART, z) for z in _local(given, own, l))]
    for apart, z in bases:
        for names, array in activations(np.asarray(z, dtype=float)):
            yield apart | names, array
    for apart, z in bases:
        for names, array in activations(np.asarray(z, dtype=float)):
            if len(names) == 1 and np.shape(array)[-1:] == given["biases"][l].shape:
                yield apart | names | slips("bias-after-activation"), array + given["biases"][l]
        for names, array in biased_after(given, z, l):
            yield apart | names, array
    yield slips("feed-for-a"), given["x"] if l == 0 else given["a"][l - 1]


def of_other_z(given, own, l):
    """(slips, array) of every a that is found from another z than the one that is returned."""
    for names, z in zs(given, own, l):
        if len(names) == 1 and names != APART:
            yield names, sigmoid(z)


def _local(given, own, l):
    """z from the learner's own feed, by the right formula; nothing where the shapes do not allow it."""
    feed = np.asarray(given["x"] if l == 0 else own["a"][l - 1], dtype=float)
    if np.ndim(feed) in (1, 2) and feed.shape[-1] == given["weights"][l].shape[1]:
        yield feed @ given["weights"][l].T + given["biases"][l]


def biased_after(given, z, l):
    """(slips, array): the bias added after the activation in place of before."""
    b = given["biases"][l]
    try:
        yield slips("bias-after-activation"), sigmoid(z - b) + b
        yield slips("bias-after-activation"), sigmoid(z) + b
    except ValueError:
        return


def zs(given, own, l):
    """(slips, array) of every z: feed × weights + bias."""
    seen = []
    for feed_slips, feed in feeds(given, own, l):
        feed = np.asarray(feed, dtype=float)
        if any(names == feed_slips and same(feed, array, 1e-15) for names, array in seen):
            continue
        seen.append((feed_slips, feed))
        for weight_slips, product in weighted(feed, given, l):
            for bias_slips, bias in biased(given, l):
                if np.shape(product)[-1:] == bias.shape[-1:] or bias.shape == (len(product), 1):
                    yield feed_slips | weight_slips | bias_slips, product + bias


def scaled(mine, given, own, l, near):
    """z with a factor before the weighted sum alone: the mean over the inputs in place of the sum, and the like."""
    found = set()
    known = whole_factors(mean_over_inputs=1 / given["weights"][l].shape[1], sum_over_examples=1 / len(given["x"]))
    sums = [
        (feed_slips | weight_slips, product)
        for feed_slips, feed in feeds(given, own, l)
        for weight_slips, product in weighted(np.asarray(feed, dtype=float), given, l)
    ]
    known.append((1 / given["weights"][l].shape[0], slips("sum-over-neurons")))
    known.append((float(given["weights"][l].shape[0]), slips("sum-times-neurons")))
    for bias_slips, bias in biased(given, l):
        if bias.shape == mine.shape[-1:]:
            options = products(mine - bias, [(NONE, 1.0)], sums, known, near, "sum-turned-round")
            found |= {of_the_sum(names) | bias_slips for names in options}
    return found


OF_THE_SUM = {
    "factor-two": "sum-factor-two",
    "factor-half": "sum-factor-half",
    "factor": "sum-factor",
    "factor-varies": "sum-factor-varies",
}


def of_the_sum(option):
    """An option in which a factor is that of the sum without the bias."""
    return frozenset(slip._replace(id=OF_THE_SUM.get(slip.id, slip.id)) for slip in option)


def elsewhere(mine, given, name, l, near):
    """The slip that ``mine`` is another array that is returned: of another layer, or of the other name."""
    found = set()
    for each in ("z", "a"):
        for k, array in enumerate(given[each]):
            if (each, k) != (name, l) and same(mine, array, near):
                found |= {slips("order") if each == name else slips("groups-swapped", first="z", second="a")}
    return found
