"""Short forms that learners take for the slope f′(z), as they are written: of z and a, entry by entry."""

import numpy as np

from backprop.engine.activations import get_activation

SIGMOID = get_activation("sigmoid")

SLOPE_FORMS = {
    "1 − z": lambda z, a: 1 - z,
    "z²": lambda z, a: z * z,
    "1 + z²": lambda z, a: 1 + z * z,
    "z (1 + z)": lambda z, a: z * (1 + z),
    "1 + a": lambda z, a: 1 + a,
    "1 − 2a": lambda z, a: 1 - 2 * a,
    "a²": lambda z, a: a * a,
    "(1 − a)²": lambda z, a: (1 - a) ** 2,
    "a (1 + a)": lambda z, a: a * (1 + a),
    "a (1 − a)²": lambda z, a: a * (1 - a) ** 2,
    "a² (1 − a)": lambda z, a: a * a * (1 - a),
    "a (1 − a²)": lambda z, a: a * (1 - a * a),
    "a (1 − a)(1 − 2a)": lambda z, a: a * (1 - a) * (1 - 2 * a),
    "√(1 − a²)": lambda z, a: np.sqrt(1 - a * a),
    "a (1 − z)": lambda z, a: a * (1 - z),
    "z (1 − a)": lambda z, a: z * (1 - a),
    "eᶻ": lambda z, a: np.exp(z),
    "e⁻ᶻ": lambda z, a: np.exp(-z),
    "e⁻ᶻ / (1 − e⁻ᶻ)²": lambda z, a: np.exp(-z) / (1 - np.exp(-z)) ** 2,
    "eᶻ / (1 + e⁻ᶻ)²": lambda z, a: np.exp(z) / (1 + np.exp(-z)) ** 2,
    "σ(a)": lambda z, a: SIGMOID.value(a),
    "tanh(z)": lambda z, a: np.tanh(z),
    "1 − tanh²(a)": lambda z, a: 1 - np.tanh(a) ** 2,
}
