"""Whether a formula that a verdict tells is what the function computes: it is evaluated, on arrays of this file's own.

A sentence that writes out what an array is names the cause where it is true, and is false where it is not. The text is
read as the mathematics it is; nothing of the package is asked.
"""

import re
import warnings

import numpy as np
from entries import sigma

NEAR = 1e-6
PRINTED = 2e-3  # where the numbers of a formula are told to four digits
SUBSCRIPTS = str.maketrans("₁₂₃₄", "1234")
SIGNS = {"²": "**2", "³": "**3", "·": "*", "−": "-", "½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "(1/3)", "⅔": "(2/3)"}
NAMES = {
    "σ": sigma,
    "exp": np.exp,
    "ln": np.log,
    "tanh": np.tanh,
    "sin": np.sin,
    "cos": np.cos,
    "arctan": np.arctan,
    "round": np.round,
    "sign": np.sign,
    "sqrt": np.sqrt,
    "abs": np.abs,
    "clip": np.clip,
    "max": np.maximum,
    "min": np.minimum,
}

FORMS = {
    "activation": re.compile(r"^This is (.+) in the place of the activation$"),
    "slope": re.compile(r"^This multiplies by (.+) in the place of the slope$"),
    "start": re.compile(r"^The way back starts from (.+)$"),
    "update": re.compile(r"^The new parameter is (.+), of the old one θ and its gradient g$"),
    "back": re.compile(r"^On arrays .*layer, (\S+\[\d\])\[([\d, ]+)\] is (.+) times the sum (.+)$"),
    "entry": re.compile(r"^On arrays .*layer, (\S+)\[([\d, ]+)\] is (.+)$"),
    "one": re.compile(r"^With one example and one neuron in each layer, (\S+) is (.+), where (.+)$"),
    "counts": re.compile(r"^Of 3 examples drawn at random, (\S+)\[([\d, ]+)\] counts (.+) times$"),
    "result": re.compile(r"^(dz/dx|∂C/∂z′|∂C/∂z″|∂C/∂z|a|da/dz) is (.+)$"),
}
WRITTEN = ("update", "back", "entry", "one", "result")  # what stands there is a formula, or it is wrong


def read(text):
    """The text of a formula as Python."""
    text = re.sub(r"([₁₂₃₄]+)", lambda m: m[0].translate(SUBSCRIPTS), text)
    for sign, python in SIGNS.items():
        text = text.replace(sign, python)
    text = text.replace("g′", "dg").replace("h′", "dh")
    text = re.sub(r"\|([^|]+)\|", r"abs(\1)", text)
    text = re.sub(r"√(\w+\([^()]*\)|\([^()]*\)|\w+)", r"sqrt(\1)", text)
    text = re.sub(r"(?<![\w.])(\d+(?:\.\d+)?)(?=[^\W\d_]|\()", r"\1*", text)
    return text


def value(text, **known):
    """What a formula gives for these numbers or arrays. Raises where it is no formula."""
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return eval(read(text), {"__builtins__": {}}, {**NAMES, **known})


def is_formula(sentence):
    """(which form, what stands in it) of a sentence that tells a formula; None for another."""
    for form, pattern in FORMS.items():
        if found := pattern.match(sentence):
            try:
                with warnings.catch_warnings(action="ignore"):
                    compile(read(found.groups()[-1 if form != "one" else 1]), "", "eval")
            except SyntaxError:
                if form not in WRITTEN:
                    continue
            return form, found.groups()
    return None


def holds(ask, function, sentence, alone=True):
    """Whether a formula that a sentence tells is what the function computes; None where it tells none.

    Of a factor that is told beside other claims, and so is not the whole, None too where it is not all of it.
    """
    found = is_formula(sentence)
    if found is None:
        return None
    form, parts = found
    try:
        true = all(CHECKS[form](ask, function, parts, np.random.default_rng(seed)) for seed in (31, 32, 33))
        return true or (False if alone or form not in ("activation", "slope", "start") else None)
    except (NameError, SyntaxError):
        return False if form in WRITTEN else None  # the others are said with words, too
    except (KeyError, TypeError):
        return None  # a form that is not asked here


def same(mine, other, near=NEAR):
    mine, other = np.asarray(mine, dtype=float), np.asarray(other, dtype=float)
    return mine.shape == other.shape and bool(np.abs(mine - other).max() <= near * max(np.abs(mine).max(), 1e-3))


# ------------------------------------------------------------------ what a function returns


def drawn(rng, width=2, examples=3, layers=3, hard=False):
    """Arrays of every kind, each number by itself."""
    z = [rng.normal(size=(examples, width)) for _ in range(layers)]
    target = (
        rng.integers(0, 2, size=(examples, width)).astype(float) if hard else rng.uniform(0.1, 0.9, (examples, width))
    )
    given = {"x": rng.normal(size=(examples, width)), "z": z, "a": [sigma(v) for v in z], "target": target}
    given["dC_dz"] = [rng.normal(size=(examples, width)) for _ in range(layers)]
    for name, shape in (("weights", (width, width)), ("dL_dw", (width, width)), ("biases", width), ("dL_db", width)):
        given[name] = [rng.normal(size=shape) for _ in range(layers)]
    return given | {"learning_rate": float(rng.uniform(0.1, 1.5))}


def listed(group):
    if isinstance(group, dict):
        group = list(group.values())
    return [np.array(array, dtype=float) for array in group]


def outputs(ask, function, given):
    """{name: arrays} of a stage, or of the function of one layer that stands in its place."""
    copies = {k: [a.copy() for a in v] if isinstance(v, list) else v for k, v in given.items()}
    eta = given["learning_rate"]
    if ask == "forward":
        found = function(copies["x"], copies["weights"], copies["biases"])
        found = list(found.values()) if isinstance(found, dict) else list(found)
        return {"z": listed(found[0]), "a": listed(found[1])}
    if ask == "backward":
        found = function(copies["z"], copies["a"], copies["target"], copies["weights"])
        return {"dC_dz": listed(found)}
    if ask == "multiply":
        found = function(copies["x"], copies["a"], copies["dC_dz"])
        found = list(found.values()) if isinstance(found, dict) else list(found)
        return {"dL_dw": listed(found[0]), "dL_db": listed(found[1])}
    if ask == "update":
        found = function(copies["weights"], copies["biases"], copies["dL_dw"], copies["dL_db"], eta)
        found = list(found.values()) if isinstance(found, dict) else list(found)
        return {"new_w": listed(found[0]), "new_b": listed(found[1])}
    if ask == "00-code":
        return {
            "θ": [
                np.asarray(function(t.copy(), g.copy(), eta))
                for t, g in zip(given["weights"], given["dL_dw"], strict=True)
            ]
        }
    if ask == "02-code":
        z, a = function(copies["x"], copies["weights"][0], copies["biases"][0])
        return {"z": listed([z]), "a": listed([a])}
    if ask == "03-code":
        last = given["dC_dz"][-1]
        return {
            "∂C/∂z": [
                *[
                    np.asarray(
                        function(given["dC_dz"][l + 1].copy(), given["weights"][l + 1].copy(), given["a"][l].copy())
                    )
                    for l in range(len(given["a"]) - 1)
                ],
                last,
            ]
        }
    raise KeyError(ask)


# -------------------------------------------------------------------------- each form


def activation(ask, function, parts, rng):
    own = outputs(ask, function, drawn(rng, 3, 8))
    return any(same(a, value(parts[0], z=z, a=sigma(z))) for z, a in zip(own["z"], own["a"], strict=True))


def slope(ask, function, parts, rng):
    if ask in ("train", "05-code"):
        raise KeyError(ask)
    given = drawn(rng, 3, 8)
    if ask == "03-code":
        pairs = [
            (
                l,
                np.asarray(function(given["dC_dz"][l + 1], given["weights"][l + 1], given["a"][l])),
                given["dC_dz"][l + 1],
            )
            for l in (0, 1)
        ]
    else:
        own = outputs(ask, function, given)["dC_dz"]
        pairs = [(l, own[l], own[l + 1]) for l in (0, 1)]
    return any(
        same(mine, value(parts[0], z=given["z"][l], a=given["a"][l]) * (later @ given["weights"][l + 1]))
        for l, mine, later in pairs
    )


def start(ask, function, parts, rng):
    if ask in ("train", "05-code"):
        raise KeyError(ask)
    given = drawn(rng, 3, 8, hard=True)
    y, t = given["a"][-1], given["target"]
    return same(outputs(ask, function, given)["dC_dz"][-1], value(parts[0], y=y, ŷ=t, z=given["z"][-1]))


def update(ask, function, parts, rng):
    given = drawn(rng, 3)
    own, eta = outputs(ask, function, given), given["learning_rate"]
    kinds = {"new_w": ("weights", "dL_dw"), "new_b": ("biases", "dL_db"), "θ": ("weights", "dL_dw")}
    return any(
        same(mine, value(parts[0], θ=given[kinds[name][0]][l], g=given[kinds[name][1]][l], η=eta))
        for name, group in own.items()
        for l, mine in enumerate(group)
    )


def known(ask, given, own):
    """What the names of a formula stand for."""
    named = {k: v for k, v in given.items() if k != "learning_rate"} | {"η": given["learning_rate"]}
    if ask in ("forward", "backward"):
        named |= own
    if ask == "02-code":
        named |= {"feed": given["x"], "weights": given["weights"][0], "biases": given["biases"][0]}
    if ask == "03-code":
        named |= {"dC_dz_next": given["dC_dz"][2], "weights_next": given["weights"][2], "a": given["a"][1]}
    if ask == "00-code":
        named |= {"theta": given["weights"][0], "gradient": given["dL_dw"][0], "learning_rate": given["learning_rate"]}
    return named


def array_of(ask, own, name):
    """The array that a name such as dL_dw[0] stands for; the only one in a code question."""
    found = re.match(r"(.+?)\[(\d)\]$", name)
    if found and found[1] in own:
        return own[found[1]][int(found[2])]
    return own[name][1 if ask == "03-code" else 0]


def entry(ask, function, parts, rng):
    given = drawn(rng)
    own = outputs(ask, function, given)
    mine = array_of(ask, own, parts[0])[tuple(map(int, parts[1].split(", ")))]
    return same(mine, value(parts[2], **known(ask, given, own)))


def back(ask, function, parts, rng):
    name, place, slope_text, text = parts
    given = drawn(rng)
    own = outputs(ask, function, given)
    at = tuple(map(int, place.split(", ")))
    l = int(re.search(r"\[(\d)\]$", name)[1]) if ask != "03-code" else 1
    factor = value(slope_text, a=given["a"][l][at], z=given["z"][l][at])
    near = PRINTED if re.search(r"\d\.\d{2}", text) else NEAR
    return same(array_of(ask, own, name)[at], factor * value(text, **known(ask, given, own)), near)


def one(ask, function, parts, rng):
    given = drawn(rng, 1, 1)
    own = outputs(ask, function, given)
    named = known(ask, given, own)
    letters = dict(each.split(" = ") for each in parts[2].split(", "))
    plain = {name: np.asarray(v).item() for name, v in named.items() if not isinstance(v, list) and np.size(v) == 1}
    numbers = plain | {letter: np.asarray(value(text, **named)).item() for letter, text in letters.items()}
    return same(
        np.asarray(array_of(ask, own, parts[0])).item(), value(parts[1], **{"η": given["learning_rate"], **numbers})
    )


def counts(ask, function, parts, rng):
    given = drawn(rng)
    own = outputs(ask, function, given)
    l, at = int(parts[0][-2]), tuple(map(int, parts[1].split(", ")))
    weights = np.array([float(k.replace("−", "-")) for k in parts[2].split(", ")])
    d, feed = given["dC_dz"][l][:, at[0]], [given["x"], *given["a"]][l]
    terms = d * feed[:, at[1]] if len(at) > 1 else d
    return bool(abs(own[parts[0][:-3]][l][at] - weights @ terms) <= 1e-3 * max(1.0, np.abs(terms).max()))


def result(ask, function, parts, rng):
    name, text = parts
    if ask == "01-code":
        known = {
            "g": lambda v: np.cos(v) + 0.2 * v,
            "dg": lambda v: 0.3 + np.sin(1.7 * v),
            "dh": lambda v: np.exp(0.3 * v),
        }
        return all(
            same(function(known["g"], known["dg"], known["dh"], float(x)), value(text, x=x, **known))
            for x in rng.normal(size=6)
        )
    if ask == "04-code":
        a, y1, y2, t1, t2 = map(float, rng.uniform(0.1, 0.9, size=5))
        w3, w4 = map(float, rng.normal(size=2))
        mine = list(function(a, y1, y2, t1, t2, w3, w4))[["∂C/∂z′", "∂C/∂z″", "∂C/∂z"].index(name)]
        return same(mine, value(text, a=a, y1=y1, y2=y2, t1=t1, t2=t2, w3=w3, w4=w4))
    if ask == "06-code":
        z = rng.normal(size=9)
        return same(list(function(z.copy()))[name == "da/dz"], value(text, z=z))
    raise KeyError(ask)


CHECKS = {
    "activation": activation,
    "slope": slope,
    "start": start,
    "update": update,
    "back": back,
    "entry": entry,
    "one": one,
    "counts": counts,
    "result": result,
}
