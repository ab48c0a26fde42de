"""A fourth set of wrong numbers: other networks, functions and places."""

import numpy as np
from numbers_backward import of_dC_da, of_hidden, of_output
from numbers_forward import number, of_a, of_C, of_z
from numbers_gradients import of_dw, of_new
from reference import CASES, Case

NEW = (
    Case(
        "GELU",
        [[[0.7, -0.5], [0.4, 1.1]], [[0.9, -0.8]]],
        [[0.2, -0.1], [0.35]],
        ["gelu", "identity"],
        [[0.95, 0.6]],
        [[-0.5]],
        "squared_error",
        0.35,
    ),
    Case(
        "leaky",
        [[[-0.9, 0.3], [0.65, 0.75]], [[0.55, 1.15], [-0.85, 0.6]]],
        [[0.05, -0.25], [0.4, -0.1]],
        ["leaky_relu", "sigmoid"],
        [[0.8, 1.35]],
        [[1.0, 1.0]],
        "cross_entropy",
        0.45,
    ),
    Case(
        "leaky, softmax",
        [[[0.75, 0.2], [-0.45, 0.85]], [[0.6, -1.1], [-0.3, 0.95]]],
        [[0.15, 0.3], [-0.2, 0.1]],
        ["leaky_relu", "softmax"],
        [[1.05, -0.4]],
        [[0.0, 1.0]],
        "categorical_cross_entropy",
        0.55,
    ),
    Case(
        "two examples",
        [[[0.3, 0.9], [-0.8, 0.5]], [[1.1, -0.65]]],
        [[0.2, -0.35], [0.15]],
        ["sigmoid", "tanh"],
        [[0.7, -1.1], [1.4, 0.25]],
        [[0.5], [-0.5]],
        "squared_error",
        0.65,
    ),
)
CASES.update({case.name: case for case in NEW})
ALL = []
for name in ("GELU", "leaky", "leaky, softmax"):
    c = CASES[name]
    last = len(c.f) - 1
    ALL += [number(name, ("z", 1, 0), *slip) for slip in of_z(c, 1, 0)]
    ALL += [number(name, ("a", 0, 1), *slip) for slip in of_a(c, 0, 1)]
    ALL += [number(name, ("C",), *slip) for slip in of_C(c)]
    ALL += [number(name, ("dC_dz", last, 0), *slip) for slip in of_output(c, 0)]
    ALL += [number(name, ("dC_da", 0, 0), *slip) for slip in of_dC_da(c, 0, 0)]
    ALL += [number(name, ("dC_dz", 0, 1), *slip) for slip in of_hidden(c, 0, 1)]
    ALL += [number(name, ("dC_dw", 1, 0, 0), *slip) for slip in of_dw(c, 1, 0, 0)]
    g = c.dL_dw[1]
    ALL += [number(name, ("new_w", 1, 0, 1), *slip) for slip in of_new(c, c.weights[1][0, 1], g[0, 1], g[0, 0])]
ALL += [number("two examples", ("dL_dw", 0, 0, 1), *slip) for slip in of_dw(CASES["two examples"], 0, 0, 1)]
# A sample, drawn once: about a hundred.
order = np.random.default_rng(20).permutation(len(ALL))
ENTRIES = [ALL[i] for i in sorted(order[:110])]
