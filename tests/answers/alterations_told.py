"""Whether an alteration that a verdict tells, of one part of a formula, gives what the function computes.

"This squares what feeds the layer" is a claim that can be tried, and so is "Every entry is 2 times what it should be":
the part, or the whole, is altered in a right stage of this file's own, and where an array that the function returns is
that one, on all inputs tried, the reason is true.
"""

import re

import numpy as np
from entries import sigma
from formulas_told import drawn, outputs, same


def over(values, axes):
    return [values / np.sqrt(np.square(values).sum(axis=a, keepdims=True)) for a in axes]


def every(values):
    return [None, *range(values.ndim)]


ALTERATIONS = {
    r"^This squares (?P<part>.+)$": lambda v: [v * v],
    r"^This takes (?P<part>.+) without its sign$": lambda v: [np.abs(v)],
    r"^This takes the sign of (?P<part>.+) alone$": lambda v: [np.sign(v)],
    r"^This takes 1 over (?P<part>.+)$": lambda v: [1 / v],
    r"^This takes 1 minus (?P<part>.+)$": lambda v: [1 - v],
    r"^This applies the activation twice: σ is taken of (?P<part>.+)$": lambda v: [sigma(v)],
    r"^This rounds (?P<part>.+) before it is used$": lambda v: [np.round(v, k) for k in range(5)],
    r"^This takes (?P<part>.+) of another neuron$": lambda v: [
        v[..., ::-1],
        np.roll(v, 1, axis=-1),
        np.roll(v, -1, axis=-1),
    ],
    r"^This takes (?P<part>.+) of the first neuron for every neuron$": lambda v: [np.broadcast_to(v[..., :1], v.shape)],
    r"^This takes (?P<part>.+) of the last neuron for every neuron$": lambda v: [np.broadcast_to(v[:, -1:], v.shape)],
    r"^This takes (?P<part>.+) of another example$": lambda v: [v[::-1], np.roll(v, 1, axis=0), np.roll(v, -1, axis=0)],
    r"^This divides (?P<part>.+) by its length$": lambda v: over(v, every(v)),
    r"^This divides (?P<part>.+) by a sum, into shares$": lambda v: (
        [each / each.sum(axis=a, keepdims=True) for a in every(v) for each in (v, np.abs(v), np.exp(v))]
        + [v / np.abs(v).sum(axis=a, keepdims=True) for a in every(v)]
    ),
    r"^This divides (?P<part>.+) by the largest entry$": lambda v: [
        v / each.max(axis=a, keepdims=True) for a in every(v) for each in (v, np.abs(v))
    ],
    r"^This subtracts the mean from (?P<part>.+) and divides by the standard deviation$": lambda v: [
        (v - v.mean(axis=a, keepdims=True)) / (v.std(axis=a, keepdims=True) + guard)
        for a in every(v)
        for guard in (0, 1e-8, 1e-5)
    ],
    r"^This subtracts the mean from (?P<part>.+)$": lambda v: [v - v.mean(axis=a, keepdims=True) for a in every(v)],
    r"^This shifts and scales (?P<part>.+) between its smallest and largest$": lambda v: [
        (v - v.min(axis=a, keepdims=True)) / np.ptp(v, axis=a, keepdims=True) for a in every(v)
    ],
    r"^This cuts (?P<part>.+) to whole numbers, as int does$": lambda v: [np.trunc(v), np.floor(v)],
    r"^This sorts (?P<part>.+)$": lambda v: [v[np.argsort(v[:, 0])], np.sort(v, axis=0)],
    r"^This takes (?P<part>.+) of the first example for every example$": lambda v: [np.broadcast_to(v[:1], v.shape)],
    r"^This takes (?P<part>.+) of the last example for every example$": lambda v: [np.broadcast_to(v[-1:], v.shape)],
    r"^This sums (?P<part>.+) over the examples, and takes the sum for every example$": lambda v: [
        np.broadcast_to(v.sum(axis=0), v.shape)
    ],
    r"^This averages (?P<part>.+) over the examples, and takes the mean for every example$": lambda v: [
        np.broadcast_to(v.mean(axis=0), v.shape)
    ],
    r"^This takes the largest of the examples for (?P<part>(?!the gradient).+)$": lambda v: [
        np.broadcast_to(v.max(axis=0), v.shape)
    ],
}
ALTERATIONS = {re.compile(said): way for said, way in ALTERATIONS.items()}


# A factor of the whole that a sentence tells, by n examples; which part of a stage is the whole.
FACTORS = {
    r"factor 2 is left over|^Every entry is 2 times|^The step is 2 times": lambda n, found: 2.0,
    r"is ½ of what it should be": lambda n, found: 0.5,
    r"is (\d[\d.]*) times what it should be": lambda n, found: float(found[1]),
    r"^The sign is turned round": lambda n, found: -1.0,
    r"is multiplied by the number of examples": lambda n, found: n,
    r"is the mean over the examples|divides by the number of examples": lambda n, found: 1 / n,
}
FACTORS = {re.compile(said): factor for said, factor in FACTORS.items()}
WHOLE = {"backward": "∂C/∂z", "multiply": "the gradient", "update": "the gradient"}
EXAMPLES = 4


def told(sentence, ask=""):
    """(alteration, the part that is altered) of a sentence; None for another."""
    for pattern, factor in FACTORS.items() if ask in WHOLE else ():
        if (found := pattern.search(sentence)) and (ask != "update" or "step" in sentence):
            k = factor(EXAMPLES, found)
            return (lambda v, k=k: [k * v]), WHOLE[ask]
    for pattern, way in ALTERATIONS.items():
        if found := pattern.match(sentence):
            return way, found["part"]
    return None


def holds(ask, function, sentence):
    """Whether the alteration that a sentence tells gives an array of the function, everywhere; None where untried."""
    found = told(sentence, ask)
    if found is None or ask not in PARTS:
        return None
    way, part = found
    if part not in PARTS[ask]:
        return None
    with np.errstate(all="ignore"):
        return all(agrees(ask, function, way, part, np.random.default_rng(seed)) for seed in (41, 42, 43))


def agrees(ask, function, way, part, rng):
    """Whether every array that the part is in is right as it is or what it is with the part altered; not all right."""
    given = drawn(rng, 3, EXAMPLES, hard=True)
    own = outputs(ask, function, given)
    wrong = {id(mine): False for mine, made in PARTS[ask][part](given, own, lambda v: [v]) if not same(mine, made)}
    for mine, made in PARTS[ask][part](given, own, way):
        if id(mine) in wrong and same(mine, made):
            wrong[id(mine)] = True
    return bool(wrong) and all(wrong.values())


# For each part: (what is returned, what is returned with the part altered), for every array and way.


def of_z(part):
    def pairs(given, own, way):
        for l, z in enumerate(own["z"]):
            known = {"what feeds the layer": own["a"][l - 1] if l else given["x"]}
            known |= {"the weight": given["weights"][l], "the bias": given["biases"][l]}
            for altered in way(known[part]):
                f, w, b = (
                    {**known, part: altered}[name] for name in ("what feeds the layer", "the weight", "the bias")
                )
                yield z, f @ w.T + b

    return pairs


def z_itself(given, own, way):
    for l, (z, a) in enumerate(zip(own["z"], own["a"], strict=True)):
        feed = own["a"][l - 1] if l else given["x"]
        for altered in way(feed @ given["weights"][l].T + given["biases"][l]):
            yield z, altered
        for altered in way(z):
            yield a, sigma(altered)


def a_itself(given, own, way):
    for z, a in zip(own["z"], own["a"], strict=True):
        yield from ((a, altered) for altered in way(sigma(z)))


def of_delta(part):
    def pairs(given, own, way):
        for l in (0, 1):
            a, w, d = given["a"][l], given["weights"][l + 1], own["dC_dz"][l + 1]
            s = a * (1 - a)
            if part == "the next layer's ∂C/∂z":
                yield from ((own["dC_dz"][l], s * (v @ w)) for v in way(d))
            elif part == "the weight":
                yield from ((own["dC_dz"][l], s * (d @ v)) for v in way(w))
            elif part == "what comes back":
                yield from ((own["dC_dz"][l], s * v) for v in way(d @ w))
            elif part == "the slope":
                yield from ((own["dC_dz"][l], v * (d @ w)) for v in way(s))
            else:
                yield from ((own["dC_dz"][l], v) for v in way(s * (d @ w)))
        e = given["a"][2] - given["target"]
        if part == "the slope" and not same(own["dC_dz"][2], e):  # there is none at the output, unless it is a slip
            yield from ((own["dC_dz"][2], v * e) for v in way(given["a"][2] * (1 - given["a"][2])))
        if part == "∂C/∂z":
            yield from ((own["dC_dz"][2], v) for v in way(e))

    return pairs


def of_gradient(part):
    def pairs(given, own, way):
        for l, d in enumerate(given["dC_dz"]):
            feed = given["a"][l - 1] if l else given["x"]
            if part == "∂C/∂z":
                for v in way(d):
                    yield own["dL_dw"][l], v.T @ feed
                    yield own["dL_db"][l], v.sum(axis=0)
            elif part == "what feeds the layer":
                yield from ((own["dL_dw"][l], d.T @ v) for v in way(feed))
            else:
                yield from ((own["dL_dw"][l], v) for v in way(d.T @ feed))
                yield from ((own["dL_db"][l], v) for v in way(d.sum(axis=0)))

    return pairs


def of_step(given, own, way):
    for name, p, g in (("new_w", "weights", "dL_dw"), ("new_b", "biases", "dL_db")):
        for mine, old, found in zip(own[name], given[p], given[g], strict=True):
            # The neurons of a gradient are its rows.
            yield from ((mine, old - given["learning_rate"] * v.T) for v in way(found.T))


PARTS = {
    "forward": {
        **{part: of_z(part) for part in ("what feeds the layer", "the weight", "the bias")},
        "z": z_itself,
        "a": a_itself,
    },
    "backward": {
        part: of_delta(part)
        for part in ("the next layer's ∂C/∂z", "the weight", "what comes back", "the slope", "∂C/∂z")
    },
    "multiply": {part: of_gradient(part) for part in ("∂C/∂z", "what feeds the layer", "the gradient")},
    "update": {"the gradient": of_step},
}
