"""Two mistakes in one function, over the stages: each pair of causes at two places, or of two kinds."""

from itertools import product

from entries import entry
from functions_backward import BACK, ERROR, SLOPE, backward_of
from functions_backward import BACKS as HAVE_BACKS
from functions_backward import BOTH as HAVE_BOTH
from functions_backward import PAIRS as HAVE_PAIRS
from functions_forward import ACT, FED, FEED, LINEAR, forward_of
from functions_forward import PAIRS as HAVE_FORWARD
from functions_multiply import DB, DW, multiply_of
from functions_multiply import PAIRS as HAVE_MULTIPLY

ENTRIES = []
for error, slope in product(
    ("t - y", "(y - t) y (1 - y)", "2 (y - t)", "y", "dC_dy", "e (1 - e)"),
    ("none", "twice", "at a", "z (1 - z)", "1 - a^2", "a"),
):
    if (error, slope) not in HAVE_PAIRS:
        (c, f), (d, g) = ERROR[error], SLOPE[slope]
        ENTRIES.append(entry("backward", f"error {error} and slope {slope}", (c, d), backward_of(f, slope=g)))
for error, back in product(
    ("t - y", "(y - t) y (1 - y)", "over n", "dC_dy", "y"),
    ("w not turned", "d as it is", "first path", "updated, eta 0.1", "output error through w"),
):
    if (error, back) not in HAVE_BACKS:
        (c, f), (d, g) = ERROR[error], BACK[back]
        ENTRIES.append(entry("backward", f"error {error} and back {back}", (c, d), backward_of(f, g)))
for back, slope in product(
    ("w not turned", "d as it is", "first path", "|w|", "updated, eta 0.1"),
    ("none", "twice", "at a", "1 - a^2", "ReLU's"),
):
    if (back, slope) not in HAVE_BOTH:
        (c, f), (d, g) = BACK[back], SLOPE[slope]
        ENTRIES.append(entry("backward", f"back {back} and slope {slope}", (c, d), backward_of(None, f, g)))
for linear, act in product(
    ("b left out", "b subtracted", "w not transposed", "|w|", "first input only"),
    ("none", "tanh", "ReLU", "1 / (1 - e)", "twice"),
):
    if (linear, act) not in HAVE_FORWARD:
        (c, f), (d, g) = LINEAR[linear], ACT[act]
        ENTRIES.append(entry("forward", f"{linear} and a is {act}", (c, d), forward_of(f, g)))
for linear, feed in product(("b left out", "b subtracted", "|w|"), ("z feeds", "x feeds")):
    if (linear, feed) not in FED:
        (c, f), (d, g) = LINEAR[linear], FEED[feed]
        ENTRIES.append(entry("forward", f"{linear} and {feed}", (c, d), forward_of(f, feed=g)))
for dw, db in product(
    ("mean", "minus", "transposed", "2 of it", "what feeds left out", "first example"),
    ("mean", "axis 1", "one number for each", "zero", "times feed"),
):
    if (dw, db) not in HAVE_MULTIPLY and (dw, db) != ("mean", "mean"):
        (c, f), (d, g) = DW[dw], DB[db]
        ENTRIES.append(entry("multiply", f"weights, {dw}; biases, {db}", (c, d), multiply_of(f, g)))
