"""The parts of SiLU and its slope, z σ(z) and σ(z) + z σ(z)(1 − σ(z)), and what learners put in their place."""

from itertools import product

import numpy as np

from backprop.exercises.explain import NONE, equal, products, rounding, same, slips, whole_factors
from backprop.exercises.stage_forward import sigmoid


def silu(z):
    """z σ(z), and its slope σ(z) + z σ(z)(1 − σ(z))."""
    s = sigmoid(z)
    return z * s, s + z * s * (1 - s)


def product_rule(given, own, name, l, near):
    """Every option that gives SiLU's value or its slope."""
    z, s = given["z"], sigmoid(given["z"])
    mine = np.asarray(own[name][l], dtype=float)
    if name == "value":
        return silu_value(mine, z, s, near)
    with np.errstate(all="ignore"):
        firsts = [
            (NONE, s),
            *((slips("first-term-other", what=what), array) for what, array in first_terms(z, s)),
            (slips("first-term-missing"), 0 * z),
        ]
        seconds = [
            (NONE, z * s * (1 - s)),
            *((slips("second-term-other", what=what), array) for what, array in second_terms(z, s)),
            (slips("second-term-missing"), 0 * z),
        ]
    found = set()
    for one_slips, one in firsts:
        for other_slips, other in seconds:
            if {"first-term-missing", "second-term-missing"} <= {slip.id for slip in one_slips | other_slips}:
                continue
            with np.errstate(all="ignore"):
                found |= {one_slips | other_slips for _ in [0] if same(mine, one + other, near)}
                found |= {
                    one_slips | other_slips | slips("terms-subtracted") for _ in [0] if same(mine, one - other, near)
                }
                found |= {
                    one_slips | other_slips | slips("terms-multiplied") for _ in [0] if same(mine, one * other, near)
                }
    whole = [(slips("slope-is", what=text), array) for text, array in plain_slopes(z, s)]
    if simple_whole := equal(mine, [*whole, *differences(z, z * s)], near):
        return simple_whole  # else what is left beside σ(z) would be called a second term
    wholes = [
        (slips("value-for-slope", function="SiLU"), z * s),
        (slips("factors-slopes-multiplied"), s * (1 - s)),
        (slips("slope-of-relu"), (z > 0).astype(float)),
        (slips("slope-at-value"), sigmoid(z * s) * (1 - sigmoid(z * s))),
    ]
    t = np.tanh(z)
    wholes.append((slips("tanh-for-sigma"), t + z * (1 - t * t)))
    found |= equal(mine, wholes, near)
    found |= products(mine, [(NONE, 1.0)], [(NONE, s + z * s * (1 - s))], whole_factors(), near) if not found else set()
    return found | rounding(mine, given[name][l])


def plain_slopes(z, s):
    """(formula, array) of what is no sum of two terms."""
    yield "1", np.ones_like(z)
    yield "½", np.full_like(z, 0.5)
    yield "1 + σ(z)(1 − σ(z))", 1 + s * (1 - s)


def differences(z, value):
    """(slips, array) of the differences from one value to the next, over those of z or over 1."""
    if value.shape == (1,):  # of one value there is none
        return
    yield slips("slope-is-differences"), np.array(np.gradient(value))
    if value.ndim == 1:
        yield slips("slope-is-differences"), np.gradient(value, z)


def gelu_sigmoid(z):
    """σ(1.702 z), with which z makes nearly GELU."""
    return sigmoid(1.702 * z)


def first_terms(z, s):
    """(formula, array) of what stands for 1 · σ(z)."""
    e = np.exp(-z)
    yield "1", np.ones_like(z)
    yield "σ(1.702 z)", gelu_sigmoid(z)
    yield "z", z
    yield "z σ(z)", z * s
    yield "1 − σ(z)", 1 - s
    yield "1 + e⁻ᶻ", 1 + e
    yield "e⁻ᶻ", e
    yield "σ(z)²", s * s
    yield "σ(z) (1 − σ(z))", s * (1 - s)


def second_terms(z, s):
    """(formula, array) of what stands for z σ(z)(1 − σ(z))."""
    e = np.exp(-z)
    own = gelu_sigmoid(z)
    yield "1.702 z σ(1.702 z)(1 − σ(1.702 z))", 1.702 * z * own * (1 - own)
    yield "z-y-one-minus-y", z * z * s * (1 - z * s)
    yield "z σ(z)", z * s
    yield "z (1 − σ(z))", z * (1 - s)
    yield "σ(z) (1 − σ(z))", s * (1 - s)
    yield "1 − σ(z)", 1 - s
    yield "z", z
    yield "z²σ(z)(1 − σ(z))", z * z * s * (1 - s)
    yield "z (1 − z)", z * (1 - z)
    yield "z² (1 − z)", z * z * (1 - z)
    yield "z σ(z)²", z * s * s
    yield "z σ(z) (1 − σ(z))²", z * s * (1 - s) ** 2
    yield "z σ(z) (1 + σ(z))", z * s * (1 + s)
    yield "z σ′(σ(z))", z * sigmoid(s) * (1 - sigmoid(s))
    yield "z (1 − σ(z)²)", z * (1 - s * s)
    yield "z σ(z)²(1 − σ(z))²", z * (s * (1 - s)) ** 2
    yield "z²σ(z)", z * z * s
    yield "z + σ(z)(1 − σ(z))", z + s * (1 - s)
    yield "z tanh′(z)", z * (1 - np.tanh(z) ** 2)
    yield "z (1 − 2σ(z))", z * (1 - 2 * s)
    yield "z σ(z)(1 − σ(z))(1 − 2σ(z))", z * s * (1 - s) * (1 - 2 * s)
    yield "z σ(z) (1 − z σ(z))", z * s * (1 - z * s)
    yield "σ(z) (1 − z σ(z))", s * (1 - z * s)
    yield "z e⁻ᶻ", z * e
    yield "z / (1 + e⁻ᶻ)²", z / (1 + e) ** 2
    bases = ("z", z, 2), ("σ(z)", s, 2), ("(1 − σ(z))", 1 - s, 2), ("(1 − z)", 1 - z, 1), ("(1 + σ(z))", 1 + s, 1)
    for powers in product(*(range(most + 1) for *_, most in bases)):
        chosen = [(text, array, k) for (text, array, _), k in zip(bases, powers, strict=True) if k]
        if 1 < len(chosen) <= 3 and powers not in ((1, 1, 1, 0, 0), (2, 1, 1, 0, 0)):
            text = " ".join(text + ("²" if k == 2 else "") for text, _, k in chosen)
            yield text, np.prod([array**k for _, array, k in chosen], axis=0)


def silu_value(mine, z, s, near):
    """Every option that gives the value z σ(z)."""
    with np.errstate(all="ignore"):
        values = {
            "σ(z)": s, "z": z, "z σ(−z)": z * (1 - s), "max(0, z)": np.maximum(z, 0),
            "z + σ(z)": z + s, "z²σ(z)": z * z * s, "z σ(z)(1 − σ(z))": z * s * (1 - s), "σ(z)²": s * s,
            "σ(z²)": sigmoid(z * z), "z σ(1.702 z)": z * gelu_sigmoid(z),
            "z e⁻ᶻ": z * np.exp(-z), "z (1 + e⁻ᶻ)": z * (1 + np.exp(-z)), "z / σ(z)": z / s,
            "z ln(1 + eᶻ)": z * np.log1p(np.exp(z)), "tanh(z)": np.tanh(z),
        }  # fmt: skip
    parts = [(slips("value-other", what=what), array) for what, array in values.items()]
    others = (slips("slope-for-activation"), s + z * s * (1 - s)), (slips("tanh-for-sigma"), z * np.tanh(z))
    found = equal(mine, [(NONE, z * s), *parts, *others], near)
    found |= rounding(mine, z * s)
    return found or products(mine, [(NONE, 1.0)], [(NONE, z * s)], whole_factors(), near)
