"""The parts of going back, ∂C/∂z = f′(z) · (what comes back) · 1, and what learners put in their place."""

import numpy as np

from backprop.exercises.added_terms import extra_term, hidden_terms
from backprop.exercises.explain import (
    APART,
    MOST,
    NONE,
    constant,
    equal,
    other_views,
    products,
    rough,
    same,
    simple,
    slips,
    whole_factors,
)
from backprop.exercises.slope_forms import SLOPE_FORMS
from backprop.exercises.stage_forward import sigmoid, softmax
from backprop.notation import number

# Over σ′ they are 1 − a and a, which at the output multiply y − ŷ: no slip of the slope.
TIMES_THE_SLOPE = [slips("slope-other", what=what) for what in ("a (1 − a)²", "a² (1 − a)")]


def slope(z):
    """σ′(z)."""
    s = sigmoid(z)
    return s * (1 - s)


def starts(z, a, target):
    """(slips, array) of the output layer: y − ŷ, and what stands in its place."""
    y, e = a[-1], a[-1] - target
    with np.errstate(all="ignore"):
        yield NONE, e
        yield slips("error-forgotten"), np.ones_like(e)
        yield slips("slope-alone"), y * (1 - y)
        yield slips("target-forgotten"), y
        yield slips("output-forgotten"), -target
        yield slips("target-is-number", size="½"), y - 0.5
        for what, array in (
            ("1 − ŷ", 1 - target),
            ("y − 1", y - 1),
            ("1 − y", 1 - y),
            ("y + ŷ", y + target),
            ("y − (1 − ŷ)", y - (1 - target)),
            ("(1 − y) − ŷ", 1 - y - target),
            ("−ŷ/y", -target / y),
            ("(1 − ŷ)/(1 − y)", (1 - target) / (1 - y)),
            ("−ŷ (1 − y)", -target * (1 - y)),
            ("y (1 − ŷ)", (1 - target) * y),
            ("y ŷ", y * target),
            ("(y − ŷ)²", e * e),
            ("(y − ŷ)³", e**3),
            ("|y − ŷ|", np.abs(e)),
            ("the-sign-of-y", np.sign(e)),
            ("z − ŷ", z[-1] - target),
            ("softmax(z) − ŷ", softmax(z[-1]) - target),
            ("σ(y) − ŷ", sigmoid(y) - target),
            ("tanh(z) − ŷ", np.tanh(z[-1]) - target),
            ("the-rounded-y-minus", np.round(y) - target),
            ("z", z[-1]),
            ("the-targets-swapped", y - target[:, ::-1] if target.shape[1] > 1 else y * np.nan),
            ("C", np.where(target == 1, -np.log(y), -np.log(1 - y))),
            ("ln y − ŷ", np.log(y) - target),
        ):
            yield slips("start-other", what=what), array


def output_slopes(z, a, target):
    """(slips, array) of what multiplies the start: nothing, a slope too many, or a wrong slope."""
    y, e = a[-1], a[-1] - target
    s = y * (1 - y)
    yield NONE, np.ones_like(y)
    yield slips("slope-twice"), s
    with np.errstate(all="ignore"):
        yield slips("slope-dropped-output"), 1 / s
        yield slips("slope-of-error"), 1 - e
        for names, array in (
            *wrong_slopes(z[-1], y),
            (slips("slope-of-error"), slope(e)),
            (slips("slope-of-error"), e * (1 - e)),
        ):
            if names != slips("slope-squared") and names not in TIMES_THE_SLOPE:
                yield names, array / s
            yield names | slips("slope-twice"), array
        if len(a) > 1 and np.shape(a[-2]) == np.shape(y):
            yield slips("slope-of-before"), a[-2] * (1 - a[-2]) / s
            yield slips("slope-twice", "slope-of-before"), a[-2] * (1 - a[-2])
            yield slips("fed-too-early"), a[-2]


def wrong_slopes(z, a):
    """(slips, array): what learners take for σ′(z)."""
    s = a * (1 - a)
    yield slips("slope-squared"), s * s
    yield slips("slope-at-a"), slope(a)
    yield slips("slope-is-z"), z * (1 - z)
    yield slips("slope-is-a"), a
    yield slips("slope-is-one-minus-a"), 1 - a
    yield slips("slope-of-tanh"), 1 - a**2
    yield slips("slope-of-relu"), (z > 0).astype(float)
    for what, array in (
        ("leaky-relu-slope", np.where(z > 0, 1, 0.01)),
        ("z", z),
        ("1 − z²", 1 - z**2),
        ("1 − tanh²(z)", 1 - np.tanh(z) ** 2),
        ("√(a (1 − a))", np.sqrt(s)),
        ("softmax's p (1 − p)", softmax(z) * (1 - softmax(z))),
        ("ReLU(z)", np.maximum(z, 0)),
        ("the-slope-averaged-over-the-examples", np.broadcast_to(s.mean(axis=0), s.shape)),
        ("the-slope-averaged-over-all", np.full_like(s, s.mean())),
        ("the-slope-of-the-first-example", np.broadcast_to(s[0], s.shape)),
        *((what, form(z, a)) for what, form in SLOPE_FORMS.items()),
    ):
        yield slips("slope-other", what=what), array


def hidden_slopes(z, a, target, l):
    """(slips, array): σ′(z) of layer l, and what stands in its place."""
    s, e = a[l] * (1 - a[l]), a[-1] - target
    next_s = a[l + 1] * (1 - a[l + 1])
    yield NONE, s
    with np.errstate(all="ignore"):
        yield slips("slope-dropped"), 1.0
        yield slips("slope-inverted"), 1 / s
        yield from wrong_slopes(z[l], a[l])
        yield slips("slope-of-next"), next_s
        yield slips("slope-of-next"), slope(a[l + 1])
        yield slips("slope-other", what="the-a-of-the-next-layer"), a[l + 1]
        for k in range(a[l + 1].shape[1] if a[l + 1].shape[1] > 1 else 0):
            yield slips("slope-of-next"), next_s[:, [k]]
        yield slips("slope-of-error"), e * (1 - e)
        yield slips("slope-of-error"), slope(e)
        if l + 2 < len(a):
            yield slips("slope-other", what="the-slope-of-the-output"), a[-1] * (1 - a[-1])
        if l:
            yield slips("slope-of-before"), a[l - 1] * (1 - a[l - 1])
        if l > 1:
            yield slips("slope-other", what="the-slope-of-the-first-layer"), a[0] * (1 - a[0])
        if np.shape(next_s) == np.shape(s):
            yield slips("slope-of-next-again"), s * next_s
        if l and np.shape(a[l - 1]) == np.shape(s):
            yield (
                slips("slope-other", what="the-slope-and-that-of-the-layer-before-besides"),
                s * a[l - 1] * (1 - a[l - 1]),
            )


def ways_back(given, own, l):
    """(slips, array): what comes back to layer l, and what stands in its place."""
    a, target, W = given["a"], given["target"], given["weights"]
    e = a[-1] - target
    nexts = [(NONE, own["dC_dz"][l + 1])]
    if not same(own["dC_dz"][l + 1], given["dC_dz"][l + 1]):
        nexts.append((APART, given["dC_dz"][l + 1]))
    if l + 2 < len(a):
        nexts.append((slips("error-again"), e))
    with np.errstate(all="ignore"):
        dC_dy = e / (a[-1] * (1 - a[-1]))
        nexts.append((slips("error-again", "slope-dropped-output"), dC_dy))
        nexts.append((slips("back-other", what="the-target"), target))
        if a[l].shape == target.shape:
            nexts.append((slips("back-other", what="the-hidden-error"), a[l] - target))
        nexts.append((slips("back-other", what="the-next-a"), a[l + 1]))
    for names, d in nexts:
        d = np.asarray(d, dtype=float)
        for extra, back in through(d, W, l, a):
            yield names | extra, back
    mine = np.asarray(own["dC_dz"][l + 1], dtype=float)
    if mine.shape == a[l + 1].shape:
        with np.errstate(all="ignore"):
            yield slips("delta-of-next-is-what-comes-back"), mine / (a[l + 1] * (1 - a[l + 1])) @ W[l + 1]


def through(d, W, l, a):
    """(slips, array): d through the weights that leave layer l, and what learners do in their place."""
    w = W[l + 1]
    if d.ndim == 2 and d.shape[1] == len(w):
        yield from through_leaving(d, w, a[l + 1])
    if d.shape == (len(d), w.shape[1]) and d.shape[1] == w.shape[0]:
        yield slips("weights-transposed"), d @ w.T
    yield from around(d)
    if d.shape[:1] == a[0].shape[:1]:
        yield (
            slips("back-other", what="the-weights-without-delta"),
            np.broadcast_to(w.sum(axis=0), (len(d), w.shape[1])),
        )
    yield from through_others(d, W, l)
    if d.shape == w.shape:
        yield slips("elementwise"), d * w


def through_leaving(d, w, a_next):
    """(slips, array): d through w, the weights that leave; some changed, some left out, or d itself changed."""
    yield NONE, d @ w
    yield slips("weights-without-sign"), d @ np.abs(w)
    yield (
        slips("slope-of-next-again"),
        (d * a_next * (1 - a_next)) @ w if d.shape == a_next.shape else d @ w * np.nan,
    )
    if len(w) > 1:
        yield slips("back-other", what="the-weights-of-one-another"), d @ w[::-1]
    yield slips("back-other", what="the-weights-squared"), d @ (w * w)
    for k in range(len(w)):
        kept = np.arange(len(w)) != k
        yield slips("path-forgotten", neuron=k + 1), d[:, kept] @ w[kept]
        yield slips("path-alone", neuron=k + 1), d[:, [k]] @ w[[k]]
    yield slips("back-other", what="delta-averaged-over-the-examples"), np.broadcast_to(d.mean(axis=0), d.shape) @ w
    yield slips("back-other", what="delta-summed-over-the-examples"), np.broadcast_to(d.sum(axis=0), d.shape) @ w
    yield (
        slips("back-other", what="the-sum-of-delta-times-the-sum-of-the-weights"),
        d.sum(axis=1, keepdims=True) * w.sum(axis=0),
    )
    yield (
        slips("back-other", what="the-first-example-s-delta-for-every-example"),
        np.broadcast_to(d[:1], d.shape) @ w,
    )


def around(d):
    """(slips, array): d, through no weights."""
    yield slips("weights-left-out"), d
    if d.ndim == 2:
        yield slips("weights-left-out"), d.sum(axis=1, keepdims=True)
        yield slips("weights-left-out"), d.mean(axis=1, keepdims=True)


def through_others(d, W, l):
    """(slips, array): d through the weights of any layer but those that leave layer l."""
    for k, w in enumerate(W):
        if k == l + 1:
            continue
        wrong = slips("weights-entering") if k == l else slips("weights-of-another-layer")
        if d.ndim == 2 and d.shape[1] == w.shape[0]:
            yield wrong, d @ w
        if d.ndim == 2 and d.shape[1] == w.shape[1]:
            yield wrong, d @ w.T


def hidden(given, own, mine, l, near):
    """Every option that gives the learner's ∂C/∂z of a hidden layer."""
    z, a, target = given["z"], given["a"], given["target"]
    d, w = np.asarray(own["dC_dz"][l + 1], dtype=float), given["weights"][l + 1]
    if same(mine, a[l] * (1 - a[l]) * (d @ w), near):
        return {NONE}
    slopes = list(hidden_slopes(z, a, target, l))
    backs = list(ways_back(given, own, l))
    known = factors_of_paths(given, l)
    found = products(mine, slopes, backs, known, near)
    if same(mine, a[-1] - target, near):
        found.add(slips("error-for-all"))
    if not np.any(mine) and mine.shape == a[l].shape:
        found.add(slips("zeros"))
    if simple(found):
        return found
    found |= slope_of_back(mine, slopes, backs, known, near)
    found |= updated(given, own, mine, slopes, l, near)
    found |= summed_paths(mine, given, own, slopes, l, near)
    found |= unbracketed(mine, given["a"][l], backs, near)
    return found or extra_term(mine, slopes, backs, hidden_terms(given, own, l), near)


def unbracketed(mine, a, backs, near):
    """The slope without its brackets, or added."""
    right = [(names, back) for names, back in backs if len(names - APART) <= 1 and np.shape(back) == mine.shape]
    parts = [(names | slips("brackets-missing"), back * a - a) for names, back in right]
    parts += [(names | slips("brackets-missing"), a - a * back) for names, back in right]
    parts += [
        (names | slips("brackets-missing"), whole) for names, b in right for whole in (a - a * a * b, b * a - a * a)
    ]
    parts += [(names | slips("slope-added"), a * (1 - a) + back) for names, back in right]
    return equal(mine, parts, near)


def factors(given):
    """The factors with a name: the number of examples, of outputs, and what is one over them."""
    n, outputs = given["a"][-1].shape
    return whole_factors(
        logarithm_base_two=1 / np.log(2),
        logarithm_base_ten=1 / np.log(10),
        factor_n=float(n),
        divided_by_examples=1 / n,
        divided_by_outputs=1 / outputs,
        divided_by_all=1 / (n * outputs),
    )


def factors_of_paths(given, l):
    """Those of a hidden layer: one over the number of its paths in the place of one over that of the outputs."""
    paths = (1 / len(given["weights"][l + 1]), slips("paths-averaged"))
    return [*(known for known in factors(given) if known[1] != slips("divided-by-outputs")), paths]


def slope_of_back(mine, slopes, backs, known, near):
    """f′ taken of what comes back, in the place of f′(z) times it."""
    plain = [(NONE, array) for names, array in slopes if names in (NONE, slips("slope-dropped"))]
    parts, multiplied = [], []
    for names, back in backs:
        with np.errstate(all="ignore"):
            variants = slope(back), back * (1 - back), 1 - back**2, 1 - np.tanh(back) ** 2
        named = names | slips("slope-of-what-comes-back")
        parts += [(named, array) for array in variants]
        multiplied += [(named, array * back) for array in variants]
    return products(mine, plain, parts, known, near) | products(mine, [(NONE, 1.0)], multiplied, known, near)


def updated(given, own, mine, slopes, l, near):
    """Weights that are updated before they are used: W − η ∂L/∂w, at any η."""
    found = set()
    for d in (own["dC_dz"][l + 1], given["dC_dz"][l + 1]):
        d = np.asarray(d, dtype=float)
        if d.shape != given["a"][l + 1].shape:
            continue
        steps = d @ (d.T @ given["a"][l])
        base = d @ given["weights"][l + 1]
        for names, part in slopes:
            if np.shape(base) == mine.shape and np.shape(part) in ((), mine.shape):
                off, size = mine - part * base, np.abs(mine).max()
                if np.abs(off).max() > 1e-7 * size and constant(off, part * steps, near * size):
                    found.add(names | slips("weights-updated"))
    return found


def summed_paths(mine, given, own, slopes, l, near):
    """What comes back without its sum over the paths: the slope of each neuron of the next layer mixed in, and such."""
    d, w = np.asarray(own["dC_dz"][l + 1], dtype=float), given["weights"][l + 1]
    if d.ndim != 2 or d.shape[1] != len(w):
        return set()
    parts = [(slips("back-other", what="the-product-of-the-paths-not-their-sum"), np.prod(d[:, :, None] * w, axis=1))]
    parts += [(slips("back-other", what="the-largest-path-alone"), np.max(d[:, :, None] * w, axis=1))]
    return products(mine, slopes, parts, factors(given), near)


def output(given, mine, near):
    """Every option that gives the learner's ∂C/∂z at the output."""
    z, a, target = given["z"], given["a"], given["target"]
    parts = list(starts(z, a, target))
    slopes = list(output_slopes(z, a, target))
    found = products(mine, slopes, parts, factors(given), near, "target-swapped")
    if not found:
        y, e = a[-1], a[-1] - target
        found = targets_alike(mine, y, near)
    if not found:
        terms = [("1", np.ones_like(e)), ("y", y), ("ŷ", target), ("z", z[-1]), ("y (1 − y)", y * (1 - y))]
        found = extra_term(mine, [(NONE, 1.0)], [(NONE, e)], terms, near)
    found = {option for option in found if len(option) < MOST}  # of one array, so many slips fit much that is none
    return found | guarded(mine, a[-1], target)


def targets_alike(mine, y, near):
    """The option that one number, neither 0 nor 1, stands in the place of every target."""
    off = np.median(y - mine) if mine.shape == y.shape and mine.size > 1 else 0.0
    if off < 1e-6 or not same(mine, y - off, near):
        return set()
    return {slips("target-is-number", size=number(off, 6).text)}


def guarded(mine, y, target):
    """A small number added against a division by 0, which changes the last digits of y − ŷ."""
    e, s = y - target, y * (1 - y)
    if mine.shape != e.shape or same(mine, e) or not same(mine, e, 0.2):
        return set()
    with np.errstate(all="ignore"):
        wholes = s * (e / mine - 1), np.where(target == 1, -s / mine - y, s / mine - (1 - y))
        nearly = (mine - e) / (s * (target / y**2 - (1 - target) / (1 - y) ** 2))  # of targets between 0 and 1
    for epsilon in (*wholes, nearly):
        if np.isfinite(epsilon).all() and np.ptp(epsilon) <= 1e-3 * np.abs(epsilon).max() + 1e-14:
            return {slips("small-number", size=f"{np.median(epsilon):.0e}")}
    return set()


def options(given, own, name, l, near):
    """Every option that gives the learner's array ``dC_dz[l]``."""
    mine = np.asarray(own[name][l], dtype=float)
    if l == len(given["a"]) - 1:
        found = output(given, mine, near)
        parts = list(starts(given["z"], given["a"], given["target"]))
    else:
        found = hidden(given, own, mine, l, near)
        slopes = given["a"][l] * (1 - given["a"][l])
        backs = [(names, back) for names, back in ways_back(given, own, l) if len(names - APART) <= 1]
        parts = [(names, slopes * back) for names, back in backs if np.shape(back) == slopes.shape]
    found |= rough(mine, parts)
    found = found if simple(found) else found | other_views(mine, parts, near)
    return found or {slips("order") for k, d in enumerate(given["dC_dz"]) if k != l and same(mine, d, near)}
