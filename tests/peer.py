"""An independent gradient: the same network in HIPS autograd, its formulas in stable forms.

A new activation or loss has its formula here once more, and every test that goes through them all takes it from here.
"""

import autograd.numpy as np
from autograd import elementwise_grad, grad


def _softplus(z):
    return np.logaddexp(0.0, z)


def _sigmoid(z):
    return np.exp(-_softplus(-z))


def _tanh(z):
    e = np.exp(-2.0 * np.abs(z))
    return np.sign(z) * (1.0 - e) / (1.0 + e)


def _gelu(z):
    return z * _sigmoid(2.0 * np.sqrt(2.0 / np.pi) * (z + 0.044715 * z**3))


def _log_softmax(z):
    shifted = z - np.max(z, axis=1, keepdims=True)
    return shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))


ACTIVATIONS = {
    "sigmoid": _sigmoid,
    "tanh": _tanh,
    "relu": lambda z: z * (z > 0),
    "leaky_relu": lambda z: z * ((z > 0) + 0.01 * (z <= 0)),
    "gelu": _gelu,
    "identity": lambda z: z,
    "softmax": lambda z: np.exp(_log_softmax(z)),
}
COSTS = {
    "squared_error": lambda f, z, target: 0.5 * np.sum((ACTIVATIONS[f](z) - target) ** 2),
    "cross_entropy": lambda f, z, target: np.sum(target * _softplus(-z) + (1.0 - target) * _softplus(z)),
    "categorical_cross_entropy": lambda f, z, target: -np.sum(target * _log_softmax(z)),
}


def slope(name):
    """f′ of an elementwise activation, as autograd takes it from the formula."""
    return elementwise_grad(ACTIVATIONS[name])


def gradients(network, x, target, loss):
    """(dL_dw, dL_db, dC_dz), each a list with one array a layer."""
    names = [layer.activation for layer in network.layers]

    def L(weights, biases, nudges):
        a = x
        for w, b, nudge, name in zip(weights, biases, nudges, names, strict=True):
            z = np.dot(a, w.T) + b + nudge
            a = ACTIVATIONS[name](z)
        return COSTS[loss](names[-1], z, target)

    weights = [np.array(layer.weights) for layer in network.layers]
    biases = [np.array(layer.biases) for layer in network.layers]
    nudges = [np.zeros((len(x), layer.n_out)) for layer in network.layers]
    return grad(L, 0)(weights, biases, nudges), grad(L, 1)(weights, biases, nudges), grad(L, 2)(weights, biases, nudges)
