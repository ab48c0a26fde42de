"""Wrong functions that were once kept aside, and have been seen: other places, others of their kind, other pairs."""

import numpy as np
from entries import entry, sigma
from functions_backward import BACK, ERROR, SLOPE, backward_of
from functions_forward import ACT, LINEAR, forward_of
from functions_multiply import DB, DW, FEEDS, multiply_of
from functions_questions import right_z, worked
from functions_update import STEP, two, update_of

ENTRIES = []


def add(ask, place, causes, function):
    ENTRIES.append(entry(ask, "seen, " + place, causes, function))


# forward
add("forward", "b left out, first layer", "no bias", forward_of(LINEAR["b left out"][1], where="first"))
add("forward", "b twice, last layer", "bias twice", forward_of(LINEAR["b twice"][1], where="last"))
add(
    "forward", "b of the neuron before", "other bias", forward_of(lambda f, w, b: f @ w.T + np.roll(b, 1) * 1.0 + 0 * b)
)
add("forward", "b mean", "other bias", forward_of(lambda f, w, b: f @ w.T + b.mean()))
add("forward", "twice, last layer", "activation twice", forward_of(act=ACT["twice"][1], where="last"))
add("forward", "sigma(-z), hidden layers", "minus z", forward_of(act=ACT["1 / (1 - e)"][1], where="hidden"))
add("forward", "arctan", "other activation", forward_of(act=lambda z, b: np.arctan(z)))
add(
    "forward",
    "leaky, hidden layers",
    "other activation",
    forward_of(act=lambda z, b: np.where(z > 0, z, 0.01 * z), where="hidden"),
)
add("forward", "hard sigmoid", "other activation", forward_of(act=lambda z, b: np.clip(0.2 * z + 0.5, 0, 1)))
add("forward", "w not transposed, later layers", "transposed", forward_of(LINEAR["w not transposed"][1], where="later"))
add("forward", "z rounded, last layer", "rounded", forward_of(LINEAR["z rounded to 2"][1], where="last"))
add(
    "forward",
    "b subtracted, twice",
    ("bias sign", "activation twice"),
    forward_of(LINEAR["b subtracted"][1], ACT["twice"][1]),
)
add(
    "forward",
    "b left out, softmax",
    ("no bias", "other activation"),
    forward_of(LINEAR["b left out"][1], ACT["softmax"][1]),
)
add("forward", "b summed, none", ("other bias", "no activation"), forward_of(LINEAR["b summed"][1], ACT["none"][1]))

# backward
for name in ("slope twice", "z (1 - z)"):
    key = {"slope twice": "twice"}.get(name, name)
    add("backward", f"{name}, last hidden layer", SLOPE[key][0], backward_of(slope=SLOPE[key][1], where="last hidden"))
for name in ("1 - a", "1 - tanh(z)^2", "sigma'(came) times came", "divides"):
    add("backward", f"slope {name}, first layer", SLOPE[name][0], backward_of(slope=SLOPE[name][1], where="first"))
for name in ("last path", "|w|", "over n", "times a", "next slope once more"):
    add("backward", f"{name}, first layer", BACK[name][0], backward_of(back=BACK[name][1], where="first"))
add("backward", "updated with eta 0.7", "updated", backward_of(back=lambda d, w, l, p: d @ (w - 0.7 * d.T @ p[1][l])))
add(
    "backward",
    "updated by the mean",
    "updated",
    backward_of(back=lambda d, w, l, p: d @ (w - 0.5 * d.T @ p[1][l] / len(d))),
)
add("backward", "three times y - t", "double", backward_of(lambda y, t, z: 2 * (y - t) * 1.5))
add("backward", "(1 - y)(t - y)", ("output slope", "swapped"), backward_of(lambda y, t, z: (1 - y) * (t - y)))
add("backward", "cube of the error", "error power", backward_of(lambda y, t, z: (y - t) ** 3))
add(
    "backward",
    "slope at the sum",
    "slope point",
    backward_of(slope=lambda a, z, c: sigma(z + a) * (1 - sigma(z + a)) * c),
)
add("backward", "arctan's slope", "other slope", backward_of(slope=lambda a, z, c: c / (1 + z * z)))
add(
    "backward",
    "slope 2a(1 - a)(1 - 2a)",
    "other slope",
    backward_of(slope=lambda a, z, c: a * (1 - a) * (1 - 2 * a) * c),
)
for error, slope in (
    ("z - t", "twice"),
    ("squared", "none"),
    ("times n", "1 - a"),
    ("y (1 - y)", "none"),
    ("sign", "at a"),
):
    key = {"squared": "(y - t) squared", "sign": "sign of y - t"}.get(error, error)
    (c, f), (d, g) = ERROR[key], SLOPE[slope]
    add("backward", f"{error} and slope {slope}", (c, d), backward_of(f, slope=g))
for back, slope in (
    ("mean of paths", "1 - a"),
    ("own weights", "twice"),
    ("last path", "none"),
    ("z in place of d", "none"),
):
    (c, f), (d, g) = BACK[back], SLOPE[slope]
    add("backward", f"{back} and slope {slope}", (c, d), backward_of(None, f, g))

# multiply
for name in ("2 of it", "first example", "sums multiplied", "slope of feed"):
    add("multiply", f"last weights, {name}", DW[name][0], multiply_of(DW[name][1], where="last"))
for name in ("first example", "one number for each", "minus", "times feed"):
    add("multiply", f"first biases, {name}", DB[name][0], multiply_of(db=DB[name][1], where="first"))
add("multiply", "divided by n - 1", "over n", multiply_of(lambda d, f: d.T @ f / (len(d) - 1)))
add("multiply", "z for a and mean", ("feeds z", "over n"), multiply_of(DW["mean"][1], feeds=FEEDS["z for a"][1]))
add("multiply", "own a and minus", ("feeds own a", "sign"), multiply_of(DW["minus"][1], feeds=FEEDS["own a"][1]))
add(
    "multiply",
    "sums multiplied, mean",
    ("sums multiplied", "over n"),
    multiply_of(DW["sums multiplied"][1], DB["mean"][1]),
)

# update
for name in ("eta squared", "2 eta", "w - eta w"):
    add("update", f"{name}, last layer", STEP[name][0], update_of(STEP[name][1], where="last"))
add("update", "g / eta, biases", "eta divides", update_of(STEP["g / eta"][1], weights=False))
add("update", "g / eta, weights", "eta divides", update_of(STEP["g / eta"][1], biases=False))
add("update", "own eta 0.5", "own eta", update_of(lambda p, g, eta: p - 0.45 * g))
add("update", "eta w + eta g", ("brackets", "uphill"), update_of(lambda p, g, eta: eta * (p + g)))
add("update", "weights old, biases uphill", ("not updated", "uphill"), two("old", "w + eta g"))
add("update", "weights uphill, biases 2 eta", ("uphill", "double"), two("w + eta g", "2 eta"))

# questions
add("00-code", "half the step", "half", lambda th, g, eta: th - eta * g / 2 * 1.5 + 0.25 * eta * g)
add("00-code", "uphill over eta", ("uphill", "eta divides"), lambda th, g, eta: th + g / eta)
add("01-code", "dh at x times g", ("dh at x", "value for slope"), lambda g, dg, dh, x: dh(x) * g(x))
add("01-code", "halved", "half", lambda g, dg, dh, x: dh(g(x)) * dg(x) / 2)
add("02-code", "b left out, none", ("no bias", "no activation"), lambda f, w, b: (f @ w.T, f @ w.T))
add("02-code", "softplus", "other activation", lambda f, w, b: (right_z(f, w, b), np.log(1 + np.exp(right_z(f, w, b)))))
add("03-code", "|w|, slope left out", ("weight size", "slope missing"), lambda d, w, a: d @ np.abs(w))
add("03-code", "slope 1 - a, transposed", ("transposed", "other slope"), lambda d, w, a: (1 - a) * (d @ w.T))
add(
    "04-code",
    "one path, slope twice",
    ("one path", "slope twice"),
    worked(slope=lambda a: (a - a * a) ** 2, back=lambda d1, d2, w3, w4: w3 * d1),
)
add("04-code", "cube", "error power", worked(lambda y, t: (y - t) ** 3))
add("06-code", "slope twice", "product rule", lambda z: (z * sigma(z), sigma(z) + z * (sigma(z) * (1 - sigma(z))) ** 2))
add("06-code", "2 z", "double", lambda z: (2 * z * sigma(z), sigma(z) + z * sigma(z) * (1 - sigma(z))))
