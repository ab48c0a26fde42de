"""The parts of an update, p − η g, and what learners put in their place."""

import numpy as np

from backprop.exercises.explain import NONE, broadcast, constant, equal, rough, same, simple, slips
from backprop.notation import number

TIMES_PARAMETER = slips("gradient-other", what="the-gradient-times-the-parameter")
OF_LENGTH_ONE = slips("gradient-other", what="the-gradient-divided-by-its-length")
OF_ROOT_MEAN_SQUARE_ONE = slips("gradient-other", what="the-gradient-over-its-root-mean-square")
LIMITS = "rate-at-most", "rate-at-least"
GUARDS = 0.0, 1e-8  # what is added to a size, so that none is 0
# What is updated, and by the gradient of what.
OF = {"new_w": ("weights", "dL_dw"), "new_b": ("biases", "dL_db")}


def olds(p, eta):
    """(slips, array): the old parameter, and what stands in its place."""
    yield NONE, p
    yield slips("parameter-shrunk"), eta * p
    yield slips("parameter-shrunk"), (1 - eta) * p
    yield slips("step-alone"), 0 * p
    yield slips("parameter-turned-round"), -p


def directions(given, name, l):
    """(slips, array): the gradient, and what stands in its place."""
    parameters, gradients = OF[name]
    g, p = given[gradients][l], given[parameters][l]
    yield NONE, g
    yield slips("parameter-for-gradient"), p
    for k, another in enumerate(given[gradients]):
        if k != l:
            yield slips("gradient-other", what="the-gradient-of-another-layer"), another
    with np.errstate(all="ignore"):
        for zero in (0, 1, -1):  # what is taken for the sign of 0
            yield slips("gradient-other", what="the-sign-of-the-gradient"), np.where(g == 0, zero, np.sign(g))
        yield OF_LENGTH_ONE, g / np.linalg.norm(g)
        for guard in GUARDS:
            yield OF_ROOT_MEAN_SQUARE_ONE, g / (np.sqrt(np.mean(g * g)) + guard)
            yield OF_ROOT_MEAN_SQUARE_ONE, g / np.sqrt(np.mean(g * g) + guard)
        yield slips("gradient-other", what="the-squared-gradient"), g * g
        yield slips("gradient-other", what="the-gradient-without-its-sign"), np.abs(g)
        yield TIMES_PARAMETER, g * p
        yield slips("gradient-other", what="over-the-gradient"), 1 / g
        yield slips("gradient-other", what="the-gradient-clipped-to"), np.clip(g, -1, 1)
        yield slips("gradient-other", what="the-mean-of-the-gradient-s-entries"), np.full_like(g, g.mean())
        yield slips("gradient-other", what="the-sum-of-the-gradient-s-entries"), np.full_like(g, g.sum())
        yield slips("gradient-other", what="the-first-gradient-for-all"), np.broadcast_to(g[:1], g.shape)
        yield slips("gradient-other", what="the-last-gradient-for-all"), np.broadcast_to(g[-1:], g.shape)
        yield slips("gradient-other", what="the-largest-gradient-for-all"), np.full_like(g, g.max())
        yield slips("gradient-other", what="the-smallest-gradient-for-all"), np.full_like(g, g.min())
    if l < len(given["dL_db"]):
        for array in of_other_parameter(given, name, l, p):
            yield slips("gradient-other", what="the-gradient-of-the-other-parameter"), array
    if g.ndim == 2 and g.shape[0] == g.shape[1]:
        yield slips("gradient-other", what="the-transposed-gradient"), g.T
    yield slips("gradient-other", what="1"), np.ones_like(g)


def of_other_parameter(given, name, l, p):
    """The bias's gradient for the weights, or the weights' for the bias."""
    dw, db = given["dL_dw"][l], given["dL_db"][l]
    if name == "new_b":
        return [dw.sum(axis=1), dw.mean(axis=1), dw[:, 0]]
    return [db[:, None], *([db] if len(db) == p.shape[1] else [])]


def rates(k, eta, g, layers):
    """The options of p + k g: what stands in the place of −η."""
    sign, size = slips("adds-step") if k > 0 else NONE, abs(k)
    found = [sign | names for value, names in known_rates(eta, g, layers) if abs(size - value) <= 1e-8 * value]
    if abs(k + (1 - eta)) <= 1e-8:
        found.append(slips("rate-complement"))
    if NONE not in found:
        found.append(sign | slips("step-factor", factor=number(size / eta, 6).text))
    rate = number(size, 6).text
    return [*found, sign | slips("rate-own", rate=rate), sign | slips(LIMITS[int(size > eta)], rate=rate)]


def known_rates(eta, g, layers):
    """(what the gradient is multiplied by, the slips): η, and what stands in its place."""
    yield eta, NONE
    yield 1.0, slips("rate-forgotten")
    yield eta * eta, slips("rate-twice")
    yield eta**3, slips("rate-cubed")
    yield eta**0.5, slips("rate-root")
    yield 1 / eta, slips("rate-divides")
    yield 2 * eta, slips("factor-two-step")
    yield eta / 2, slips("factor-half-step")
    for count, divided, what in (
        (layers, "divided-by-layers", "the-number-of-layers"),
        (g.size, "divided-by-size", "the-number-of-parameters"),
        (len(g), "divided-by-neurons", "the-number-of-neurons"),
        (g.shape[-1] if g.ndim > 1 else 1, "divided-by-inputs", "the-number-of-inputs"),
    ):
        yield eta / count, slips(divided)
        yield eta * count, slips("step-times", what=what)


def options(given, own, name, l, near):
    """Every option that gives the learner's array ``new_w[l]`` or ``new_b[l]``."""
    mine, right = np.asarray(own[name][l], dtype=float), given[name][l]
    found = set()
    if mine.shape == right.shape:
        if same(mine, right, near):
            return {NONE}
        found = unmoved(mine, given, own, name, l, near) | stepped(mine, given, name, l, near)
        found |= by_layer(given, own, name, near)
        found |= of_length(mine, given, name, l, near)
        found = found if simple(found) else found | decayed(given, own, name, l, near)
        found |= regrouped(mine, given, name, l, near)
        found |= {slips("transposed")} if same(mine, right.T, near) else set()
    found |= rough(mine, [(NONE, right)])
    return found or elsewhere(mine, given, name, l, near)


def of_length(mine, given, name, l, near):
    """The option of a step along a gradient that was brought to a length, together with all others."""
    parameters, gradients = OF[name]
    k = constant(mine - given[parameters][l], given[gradients][l], near * np.abs(mine).max())
    turned = ("adds-step",) if k and k > 0 else ()
    return {slips(*turned) | option for option in of_one_length(k / given["learning_rate"], given)} if k else set()


def of_one_length(k, given):
    """The option that all gradients together are brought to one length: ``k`` is what multiplies one of them."""
    gradients = [*given["dL_dw"], *given["dL_db"]]
    length = abs(k) * np.sqrt(sum(np.square(each).sum() for each in gradients))
    return {slips("length-of-all-is", length=number(length, 6).text)} if len(gradients) > 1 else set()


def by_layer(given, own, name, near):
    """The options that η is another in each layer: a power of one number, or divided by the layer's number."""
    parameters, gradients = OF[name]
    groups = zip(own[name], given[parameters], given[gradients], strict=True)
    steps = [constant(np.asarray(mine) - p, g, near * np.abs(mine).max()) for mine, p, g in groups]
    if len(steps) < 2 or not all(steps):
        return set()
    first = np.array(steps) / -given["learning_rate"]
    found = set()
    ways = (
        (first, "rate-by-layer-onward", "rate-over-layer-onward"),
        (first[::-1], "rate-by-layer-back", "rate-over-layer-back"),
    )
    for factors, power, count in ways:
        ratio, powers = factors[1], np.arange(len(factors))
        if abs(factors[0] - 1) <= 1e-8 and abs(ratio - 1) > 1e-6 and np.allclose(factors, ratio**powers, rtol=1e-7):
            found.add(slips(power, factor=number(ratio, 6).text))
        if np.allclose(factors, 1 / (1 + powers), rtol=1e-7):
            found.add(slips(count))
    return found


def unmoved(mine, given, own, name, l, near):
    """The options of a parameter that stayed what it was, or was left at 0."""
    parameters = given[OF[name][0]]
    found = set() if np.any(mine) else {slips("zeros")}
    if same(mine, parameters[l], near):
        found.add(slips("not-updated"))
        if not np.any(parameters[l]):  # a product with it, too
            found |= {slips("parameter-for-gradient"), *scaled_elsewhere(own[name], parameters)}
            found |= {slips("step-over-parameter"), TIMES_PARAMETER}
    return found


def stepped(mine, given, name, l, near):
    """The options of one step: an old parameter, and a multiple of a direction."""
    parameters = given[OF[name][0]]
    p, eta = parameters[l], given["learning_rate"]
    found, parts = set(), broadcast(list(directions(given, name, l)), mine.shape)
    for old_slips, old in olds(p, eta):
        for d_slips, g in parts:
            k = constant(mine - old, g, near * np.abs(mine).max())
            if k and d_slips != slips("parameter-for-gradient"):
                kept = slips("step-negative") if k < 0 and old_slips == slips("step-alone") else old_slips
                found |= {kept | d_slips | rate for rate in turned(k, eta, g, len(parameters), old_slips)}
                if not old_slips | d_slips and abs(k + eta) > 1e-8 * eta:
                    found.add(slips("step-factor-varies") | (slips("adds-step") if k > 0 else NONE))
            elif k and old_slips == NONE:
                found |= shrunk(k, eta)
    return found


def regrouped(mine, given, name, l, near):
    """The options of a gradient that η does not multiply, or that stands alone."""
    parameters, gradients = OF[name]
    p, g, eta = given[parameters][l], given[gradients][l], given["learning_rate"]
    wrong = [
        (slips("step-over-parameter"), p * eta * g),
        (slips("sign-flipped"), eta * g - p),
        (slips("rate-subtracted"), p - eta - g),
        (slips("rate-subtracted", "adds-step"), p + eta + g),
        (slips("rate-subtracted"), p - (eta - g)),
        (slips("gradient-alone"), g),
    ]
    return equal(mine, wrong, near)


def turned(k, eta, g, layers, old_slips):
    """The options of a step alone: its sign is another matter than that of a step that is added."""
    if old_slips == slips("step-alone"):
        return [option - slips("adds-step") for option in rates(k, eta, g, layers)]
    return rates(k, eta, g, layers)


def shrunk(k, eta):
    """The options of p + k p."""
    found = {slips("parameter-scaled", factor=number(1 + k, 6).text)}
    return found | ({slips("parameter-for-gradient")} if abs(k + eta) <= 1e-8 * eta else set())


def scaled_elsewhere(mine, parameters):
    """The options of a parameter that is 0, as of another layer's, which shows the factor."""
    for one, p in zip(mine, parameters, strict=True):
        k = constant(np.asarray(one, dtype=float), p) if np.shape(one) == p.shape and np.any(p) else None
        if k:
            yield slips("parameter-scaled", factor=number(k, 6).text)


def decayed(given, own, name, l, near):
    """Both: the parameter shrinks, and the step is taken; read off all layers together, for a few fit anything."""
    parameters, gradients = OF[name]
    groups = own[name], given[parameters], given[gradients]
    mine, p, g = (np.concatenate([np.ravel(one) for one in group]) for group in groups)
    if mine.size < 4:
        return set()
    system = np.stack([p, g], axis=1)
    (alpha, beta), *_ = np.linalg.lstsq(system, mine, rcond=None)
    if np.abs(system @ (alpha, beta) - mine).max() > near * np.abs(mine).max() or abs(alpha - 1) < 1e-8:
        return set()
    step = rates(beta, given["learning_rate"], given[gradients][l], len(own[name]))
    return {slips("parameter-shrunk") | option for option in step}


def elsewhere(mine, given, name, l, near):
    """The options of the right arrays in another form, or of another layer."""
    right, found = given[name][l], set()
    if mine.shape == right.T.shape and same(mine, right.T, near):
        found.add(slips("transposed"))
    if mine.size == right.size and same(mine.ravel(), right.ravel(), near):
        found.add(slips("shape"))
    for each in ("new_w", "new_b"):
        for k, array in enumerate(given[each]):
            if (each, k) != (name, l) and same(mine, array, near):
                found |= {slips("order") if each == name else slips("groups-swapped", first="new_w", second="new_b")}
    return found
