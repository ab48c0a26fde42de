"""What an entry of a wrong array is, written out as a sum of products of what it is given.

Where no slip is known, a function is called on many arrays drawn at random, so small that every product of their
entries can be told from every other. If an entry is a sum of such products, each some number of times, the numbers are
found and the sum is told beside the one that it should be.
"""

from itertools import combinations_with_replacement

import numpy as np

from backprop.exercises.called import outputs
from backprop.exercises.formulas import NICE, Term, formula
from backprop.exercises.reference import REFERENCE
from backprop.exercises.stage_forward import sigmoid
from backprop.notation import number
from backprop.words import say

EXAMPLES, WIDTH, LAYERS = 3, 2, 3
NEAR = 1e-8  # how near a sum is to be, in parts of the largest
MOST = 6  # products that are told of one entry


def drawn(rng):
    """Everything that a stage is given, every number drawn by itself: arrays that need not belong together."""
    layers = range(LAYERS)
    given = {
        "x": rng.normal(size=(EXAMPLES, WIDTH)),
        "target": rng.uniform(0.1, 0.9, size=(EXAMPLES, WIDTH)),
        "learning_rate": float(rng.uniform(0.1, 1.5)),
        "z": [rng.normal(size=(EXAMPLES, WIDTH)) for _ in layers],
    }
    given["a"] = [sigmoid(z) for z in given["z"]]
    for name, shape in (("weights", (WIDTH, WIDTH)), ("dL_dw", (WIDTH, WIDTH)), ("biases", WIDTH), ("dL_db", WIDTH)):
        given[name] = [rng.normal(size=shape) for _ in layers]
    given["dC_dz"] = [rng.normal(size=(EXAMPLES, WIDTH)) for _ in layers]
    return given


# ------------------------------------------------------- what an entry may be made of


def made_of(name, l, given, own):
    """({"dC_dz[1]": array}, of how many at most a product is made)."""
    feed = ("x", given["x"]) if not l else (f"a[{l - 1}]", (own if name in ("z", "a") else given)["a"][l - 1])
    if name == "z":
        return {feed[0]: feed[1], f"weights[{l}]": given["weights"][l], f"biases[{l}]": given["biases"][l]}, 2
    if name == "dC_dz" and l == LAYERS - 1:
        return {f"a[{l}]": given["a"][l], "target": given["target"]}, 2
    if name == "dC_dz":
        return {f"dC_dz[{l + 1}]": own["dC_dz"][l + 1], f"weights[{l + 1}]": given["weights"][l + 1]}, 2
    if name == "dL_dw":
        return {f"dC_dz[{l}]": given["dC_dz"][l], feed[0]: feed[1]}, 2
    if name == "dL_db":
        return {f"dC_dz[{l}]": given["dC_dz"][l]}, 2
    p, g = ("weights", "dL_dw") if name == "new_w" else ("biases", "dL_db")
    return {f"{p}[{l}]": given[p][l], f"{g}[{l}]": given[g][l], "η": given["learning_rate"]}, 3


def symbols(parts):
    """{"dC_dz[1][0, 0]": number} of every entry of the arrays."""
    found = {}
    for name, array in parts.items():
        array = np.asarray(array)
        for place in np.ndindex(array.shape):
            found[f"{name}[{', '.join(map(str, place))}]" if place else name] = float(array[place])
    return found


# What may multiply what comes back: the slope first, then what is taken for it.
SLOPES = {
    "a · (1 − a)": lambda z, a: a * (1 - a),
    "1": lambda z, a: np.ones_like(a),
    "a": lambda z, a: a,
    "1 − a": lambda z, a: 1 - a,
    "(1 − a²)": lambda z, a: 1 - a * a,
    "a² · (1 − a)²": lambda z, a: (a * (1 - a)) ** 2,
    "z · (1 − z)": lambda z, a: z * (1 - z),
    "z": lambda z, a: z,
}

# ----------------------------------------------------------------------- what is told


def told(stage, function, name, l, shown=str):
    """The sentence that writes out the first wrong entry of an array; empty where it is no such sum.

    ``shown`` changes the names of what is given into those that the learner knows.
    """
    rng = np.random.default_rng(3)
    given = drawn(rng)
    parts, most = made_of(name, l, given, outputs(stage, function, given))
    names = list(symbols(parts))
    products = [p for k in range(most + 1) for p in combinations_with_replacement(range(len(names)), k)]
    if name in ("new_w", "new_b"):
        products = [p for p in products if sum(names[i] != "η" for i in p) < 3]
    rows, mine, right, slopes = [], [], [], []
    for _ in range(len(products) + len(products) // 3 + 10):
        given = drawn(rng)
        own, true = outputs(stage, function, given), outputs(stage, REFERENCE[stage], given)
        if name == "dC_dz" and l < LAYERS - 1:
            true["dC_dz"][l] = own["dC_dz"][l + 1] @ given["weights"][l + 1]
            slopes.append([way(given["z"][l], given["a"][l]) for way in SLOPES.values()])
        elif name == "z" and l:
            true["z"][l] = own["a"][l - 1] @ given["weights"][l].T + given["biases"][l]
        rows.append(list(symbols(made_of(name, l, given, own)[0]).values()))
        mine.append(own[name][l])
        right.append(true[name][l])
    rows, mine, right = np.array(rows), np.array(mine), np.array(right)
    if mine.shape != right.shape or not np.isfinite(mine).all():
        return ""
    system = np.stack([rows[:, list(p)].prod(axis=1) for p in products], axis=1)
    wholes = dict(zip(SLOPES, np.moveaxis(np.array(slopes), 1, 0), strict=True)) if slopes else {"": 1.0}
    for slope, whole in wholes.items():
        with np.errstate(all="ignore"):
            rest = mine / whole
        for place in np.ndindex(mine.shape[1:]):
            at = (slice(None), *place)
            if np.isfinite(rest[at]).all() and np.abs(rest[at] - right[at]).max() > NEAR:
                sums = solved(system, np.stack([rest[at], right[at]], axis=1), len(products))
                if sums is not None:
                    return sentence(name, l, place, names, products, sums, slope, shown)
                break
    return ""


def solved(system, values, kept):
    """How often each product is in each column of values, from its first ``kept``; None where that gives not all."""
    numbers = np.linalg.solve(system[:kept], values[:kept])
    sizes = np.maximum(np.abs(values).max(axis=0), 1e-3)
    if (np.abs(system @ numbers - values) > NEAR * sizes).any():
        return None
    return np.where(np.abs(numbers) < 1e-6, 0.0, numbers).T


def sentence(name, l, place, names, products, sums, slope, shown):
    """The sentence of one entry; of how often each example counts, where that is all that is wrong with it."""
    mine, right = ({products[i]: numbers[i] for i in np.flatnonzero(numbers)} for numbers in sums)
    if len(mine) > max(MOST, len(right) + 2):
        return ""
    entry = f"{shown(f'{name}[{l}]')}[{', '.join(map(str, place))}]"
    if name in ("dL_dw", "dL_db") and mine.keys() <= right.keys():
        counts = ", ".join(number(mine.get(each, 0.0), 4).text for each in sorted(right))
        if set(counts.split(", ")) == {"1"}:  # nothing that would be seen
            return ""
        return say("exercises.written.counts", n=EXAMPLES, counts=counts, entry=entry)
    texts = [line(each, names, shown) for each in (mine, right)]
    if texts[0] == texts[1]:
        return ""
    fields = {"entry": entry, "mine": texts[0], "right": texts[1], "examples": EXAMPLES, "width": WIDTH}
    if slope:
        return say("exercises.written.back", slope=slope, **fields)
    return say("exercises.written.step" if name in ("new_w", "new_b") else "exercises.written.entry", **fields)


# ------------------------------------------------------------------- one number of each


def of_one(stage, function, name, l, shown=str):
    """The sentence that an array is a formula, where every layer is one neuron and there is one example."""
    rng, values, mine, right = np.random.default_rng(4), [], [], []
    for _ in range(60):
        given = {key: small(one) for key, one in drawn(rng).items()}
        own, true = outputs(stage, function, given), outputs(stage, REFERENCE[stage], given)
        parts = {key: np.asarray(one).item() for key, one in made_of(name, l, given, own)[0].items()}
        if name == "dC_dz" and l < LAYERS - 1:
            parts |= {f"a[{l}]": given["a"][l].item()}
            a = given["a"][l]
            true["dC_dz"][l] = a * (1 - a) * (own["dC_dz"][l + 1] @ given["weights"][l + 1])
        elif name == "z" and l:
            true["z"][l] = own["a"][l - 1] @ given["weights"][l].T + given["biases"][l]
        values.append(list(parts.values()))
        mine.append(own[name][l].item())
        right.append(true[name][l].item())
    letters = dict(zip(parts, LETTERS[name, name == "dC_dz" and l == LAYERS - 1], strict=True))
    numbers = dict(zip(letters.values(), np.array(values).T, strict=True))
    mine, right = np.array(mine), np.array(right)
    if not np.isfinite(mine).all() or np.abs(mine - right).max() <= NEAR:
        return ""
    known = [
        Term(text, way(**numbers), 1.0 if " " in text else 0.5, " " in text)
        for text, way in RIGHT[name, len(letters)].items()
    ]
    text = formula(mine, numbers, known)
    if not text:
        return ""
    where = ", ".join(f"{letter} = {shown(each)}" for each, letter in letters.items() if letter != shown(each))
    return say("exercises.written.one", array=shown(f"{name}[{l}]"), mine=text, right=known[0].text, where=where)


LETTERS = {
    ("z", False): ("f", "w", "b"),
    ("dC_dz", True): ("y", "t"),
    ("dC_dz", False): ("d", "w", "a"),
    ("dL_dw", False): ("d", "f"),
    ("dL_db", False): ("d",),
    ("new_w", False): ("p", "g", "η"),
    ("new_b", False): ("p", "g", "η"),
}
RIGHT = {
    ("z", 3): {"w·f + b": lambda f, w, b: w * f + b, "b": lambda f, w, b: b},
    ("dC_dz", 2): {"y − t": lambda y, t: y - t},
    ("dC_dz", 3): {"a·(1 − a)·w·d": lambda d, w, a: a * (1 - a) * w * d},
    ("dL_dw", 2): {"d·f": lambda d, f: d * f},
    ("dL_db", 1): {"d": lambda d: d},
    ("new_w", 3): {"p − η·g": lambda p, g, η: p - η * g, "p": lambda p, g, η: p},
    ("new_b", 3): {"p − η·g": lambda p, g, η: p - η * g, "p": lambda p, g, η: p},
}


def small(one):
    """An array, or every array of a list, cut to one neuron and one example."""
    if isinstance(one, list):
        return [small(array) for array in one]
    return one if isinstance(one, float) else one[(slice(1),) * one.ndim].copy()


def line(terms, names, shown):
    """The text of a sum of products."""
    text = ""
    for product, k in sorted(terms.items(), key=lambda pair: (len(pair[0]), pair[0])):
        sign = ("−" if k < 0 else "") if not text else (" − " if k < 0 else " + ")
        size = abs(k)
        factors = [shown(names[i]) for i in product]
        if abs(size - 1) > 1e-6 or not factors:
            nice = next((text for value, text in NICE.items() if abs(size - value) < 1e-6), None)
            factors.insert(0, nice or number(size, 4).text)
        text += sign + " · ".join(factors)
    return text or "0"
