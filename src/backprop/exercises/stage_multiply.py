"""The parts of multiplying, ∂L/∂w = Σₙ ∂C/∂z · (what feeds it), and what learners put in their place."""

import numpy as np

from backprop.exercises.explain import NONE, products, rough, same, slips, views, whole_factors


def deltas(given, l):
    """(slips, array): ∂C/∂z of layer l, and what stands in its place."""
    d, a = given["dC_dz"], given["a"]
    s = a[l] * (1 - a[l])
    yield NONE, d[l]
    yield slips("slope-once-more"), d[l] * s
    yield slips("slope-inverted"), d[l] / s
    for k, other in enumerate(d):
        if k != l:
            yield slips("delta-other", what="the-delta-of-another-layer"), other
    yield slips("delta-other", what="the-layer-s-a"), a[l]
    yield slips("delta-other", what="|∂C/∂z|"), np.abs(d[l])
    yield slips("delta-other", what="1"), np.ones_like(d[l])


def feeds(given, l):
    """(slips, array): what feeds layer l, and what stands in its place."""
    x, a = given["x"], given["a"]
    chain = [x, *a]
    yield NONE, chain[l]
    yield slips("fed-by-own-a"), a[l]
    if l:
        yield slips("fed-by-x"), x
    yield slips("fed-by-output"), a[-1]
    for k, feed in enumerate(chain):
        if k not in (l, l + 1, 0, len(a)):
            yield slips("feed-other", what="the-a-of-another-layer"), feed
    feed = chain[l]
    yield slips("feed-forgotten"), np.ones_like(feed)
    if l:
        yield slips("feed-other", what="the-slope-a-a-of-what-feeds-it"), feed * (1 - feed)
        yield slips("fed-by-z"), np.log(feed / (1 - feed))


def sums(d, f):
    """(slips, array): the product summed over the examples, and what learners do in its place.

    ``d`` and ``f`` may be stacks of arrays: the last two axes are examples and neurons.
    """
    n, n_out, n_in = d.shape[-2], d.shape[-1], f.shape[-1]
    if f.shape[-2] != n:
        return
    turned, each = np.swapaxes(d, -1, -2), d[..., :, :, None] * f[..., :, None, :]
    right = turned @ f
    yield NONE, right
    yield slips("not-summed"), each
    yield slips("first-example-alone"), each[..., 0, :, :]
    yield slips("last-example-alone"), each[..., -1, :, :]
    yield slips("summed-before-multiplied"), _outer(d.sum(axis=-2), f.sum(axis=-2))
    yield slips("summed-before-multiplied", "mean-for-sum"), _outer(d.mean(axis=-2), f.mean(axis=-2))
    yield slips("example-forgotten"), turned[..., 1:] @ f[..., 1:, :]
    yield slips("example-forgotten"), turned[..., :-1] @ f[..., :-1, :]
    if n_out == n_in:
        yield slips("columns"), d @ np.swapaxes(f, -1, -2)
        yield slips("columns"), f @ turned
        yield slips("elementwise"), d * f
        yield slips("elementwise"), (d * f).sum(axis=-2)
    if n == n_out:
        yield slips("transpose-missing"), d @ f
    if n == n_in:
        yield slips("transpose-missing"), f @ d
    yield slips("summed-over-all"), np.broadcast_to(right.sum(axis=(-2, -1), keepdims=True), right.shape)
    over_inputs = (d * f.sum(axis=-1, keepdims=True)).sum(axis=-2)
    yield slips("sum-other", what="the-sum-over-the-inputs"), np.broadcast_to(over_inputs[..., None], right.shape)


def _outer(one, other):
    """Each number of a row times each of another."""
    return one[..., :, None] * other[..., None, :]


def bias_sums(d):
    """(slips, array) of ∂L/∂b: ∂C/∂z summed over the examples, and what learners do in its place."""
    yield NONE, d.sum(axis=0)
    yield slips("not-summed"), d
    yield slips("first-example-alone"), d[0]
    yield slips("last-example-alone"), d[-1]
    yield slips("example-forgotten"), d[1:].sum(axis=0)
    yield slips("example-forgotten"), d[:-1].sum(axis=0)
    for kept in (False, True):
        yield slips("summed-over-neurons"), d.sum(axis=1, keepdims=kept)
        yield slips("summed-over-all"), d.sum(keepdims=kept)
    yield slips("summed-over-neurons"), d.sum(axis=1)[None]
    yield slips("summed-over-all"), np.full(d.shape[1], d.sum())
    yield slips("summed-over-all"), np.full((1, d.shape[1]), d.sum())
    yield slips("summed-over-all"), np.array([d.sum()])
    yield slips("not-summed", "transposed"), d.T
    yield slips("sum-other", what="the-largest-of-the-examples"), d.max(axis=0)
    yield slips("sum-other", what="the-product-over-the-examples"), d.prod(axis=0)
    yield slips("sum-other", what="the-running-sum-over-the-examples"), d.cumsum(axis=0)


def factors(given, l):
    """The factors with a name."""
    n, out = given["dC_dz"][l].shape
    return whole_factors(
        factor_n=float(n), mean_for_sum=1 / n, divided_by_neurons=1 / out, divided_by_all=1 / (n * out)
    )


def options(given, own, name, l, near):
    """Every option that gives the learner's array ``dL_dw[l]`` or ``dL_db[l]``."""
    mine = np.asarray(own[name][l], dtype=float)
    with np.errstate(all="ignore"):  # what is divided by a slope of 0 is no number
        parts = list(weight_parts(given, l) if name == "dL_dw" else bias_parts(given, l))
    found = products(
        mine, [(NONE, 1.0)], [part for part in parts if part[1].shape == mine.shape], factors(given, l), near
    )
    if not np.any(mine) and mine.shape == np.shape(given[name][l]):
        found.add(slips("zeros"))
    found |= rough(mine, parts)
    found = found or {
        names | extra | factor
        for names, array in parts
        if len(names) <= 1
        for extra, seen in [*views(mine, array), *forms(mine, array)]
        if np.shape(seen) == mine.shape
        for factor in products(mine, [(NONE, 1.0)], [(NONE, seen)], factors(given, l), near)
    }
    if not found and mine.shape == given[name][l].shape:
        right = given[name][l]
        terms = {"w's share": given["dL_dw"][l].sum(axis=1)} if name == "dL_db" else {}
        found |= {slips("extra-term", term=term) for term, array in terms.items() if same(mine - right, array, near)}
    if not found:
        for each in ("dL_dw", "dL_db"):
            for k, array in enumerate(given[each]):
                if (each, k) != (name, l) and same(mine, array, near):
                    found |= {
                        slips("order") if each == name else slips("groups-swapped", first="dL_dw", second="dL_db")
                    }
    return found


def weight_parts(given, l):
    """(slips, array) of every ∂L/∂w: each sum of all the pairs of one shape at once."""
    for d_slips, d in stacks(deltas(given, l)):
        for f_slips, f in stacks(feeds(given, l)):
            pairs = [(i, j, one | other) for i, one in enumerate(d_slips) for j, other in enumerate(f_slips)]
            for s_slips, arrays in sums(d[:, None], f[None]):
                yield from ((names | s_slips, arrays[i, j]) for i, j, names in pairs)


def stacks(parts):
    """(the slips of each, the arrays as one) of the parts (slips, array) of each shape."""
    by_shape = {}
    for names, array in parts:
        by_shape.setdefault(np.shape(array), []).append((names, array))
    for alike in by_shape.values():
        names, arrays = zip(*alike, strict=True)
        yield names, np.stack(arrays)


def bias_parts(given, l):
    """(slips, array) of every ∂L/∂b."""
    for d_slips, d in deltas(given, l):
        for s_slips, array in bias_sums(d):
            yield d_slips | s_slips, array
    dw = given["dL_dw"][l]
    yield slips("delta-other", what="1"), np.ones(len(dw))
    yield slips("sum-other", what="what-the-weights-gradient-is-made-of"), dw.sum(axis=1)
    yield slips("sum-other", what="what-the-weights-gradient-is-made-of"), dw[:, 0]
    yield slips("sum-other", what="what-the-weights-gradient-is-made-of"), dw.mean(axis=1)
    yield slips("groups-swapped", first="dL_dw", second="dL_db"), dw


def forms(mine, array):
    """(slips, array): a column or a row in place of a flat array."""
    if mine.size == array.size and mine.shape != array.shape:
        yield slips("shape"), array.reshape(mine.shape)
