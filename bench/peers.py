"""The same gradient by others: each takes (network, x, target) and gives two functions, (run, read).

``run()`` is what is timed: the gradients of L = Σ Cⁿ, left as the library leaves them. ``read(what run gave)`` is not
timed: the same as NumPy arrays of the engine's shapes, weights then biases, layer by layer.
"""

import inspect
import warnings

import autograd.numpy as anp
import numpy as np
import torch
from autograd import grad
from micrograd.engine import Value
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

from backprop.engine.arrays import frozen


def backprop(network, x, target, loss="cross_entropy"):
    """The engine: one forward and one backward pass."""
    x, target = frozen(x), frozen(target)

    def run():
        return network.backward(network.forward(x), target, loss)

    return run, lambda backward: _in_turn(backward.dL_dw, backward.dL_db)


def pytorch(network, x, target):
    """torch.nn as most people write it: Linear, Sigmoid, BCEWithLogitsLoss, zero_grad, backward."""
    parts = []
    for layer in network.layers:
        linear = torch.nn.Linear(layer.n_in, layer.n_out, dtype=torch.float64)
        with torch.no_grad():
            linear.weight.copy_(torch.tensor(layer.weights.copy()))
            linear.bias.copy_(torch.tensor(layer.biases.copy()))
        parts += [linear, torch.nn.Sigmoid()]
    model, cost = torch.nn.Sequential(*parts[:-1]), torch.nn.BCEWithLogitsLoss(reduction="sum")
    x, target = torch.tensor(x), torch.tensor(target)

    def run():
        model.zero_grad()
        cost(model(x), target).backward()

    return run, lambda _: [parameter.grad.numpy() for parameter in model.parameters()]


def pytorch_functions(network, x, target):
    """The same without modules: torch's functions, and torch.autograd.grad."""
    tensors = [torch.tensor(p.copy(), requires_grad=True) for layer in network.layers for p in _parameters(layer)]
    x, target, functional = torch.tensor(x), torch.tensor(target), torch.nn.functional

    def run():
        z = functional.linear(x, *tensors[:2])
        for weights, biases in zip(tensors[2::2], tensors[3::2], strict=True):
            z = functional.linear(torch.sigmoid(z), weights, biases)
        cost = functional.binary_cross_entropy_with_logits(z, target, reduction="sum")
        return torch.autograd.grad(cost, tensors)

    return run, lambda gradients: [g.numpy() for g in gradients]


def autograd(network, x, target):
    """HIPS autograd, through the textbook's formulas."""
    parameters = [np.array(p) for layer in network.layers for p in _parameters(layer)]

    def L(parameters):
        a = x
        for weights, biases in zip(parameters[::2], parameters[1::2], strict=True):
            z = anp.dot(a, weights.T) + biases
            a = 1.0 / (1.0 + anp.exp(-z))
        return anp.sum(anp.logaddexp(0.0, z) - target * z)

    gradient = grad(L)
    return lambda: gradient(parameters), list


def sklearn(network, x, target):
    """scikit-learn's own loss-and-gradient routine of MLPClassifier; its L is a mean, so ``read`` scales it."""
    hidden = network.sizes[1:-1]
    model = MLPClassifier(hidden, activation="logistic", alpha=0.0, max_iter=1, batch_size=len(x))
    mixed = np.arange(target.size).reshape(target.shape) % 2  # it wants both labels to set itself up
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        model.fit(np.repeat(x, 2, axis=0), np.repeat(mixed, 2, axis=0))
    model.coefs_ = [layer.weights.T.copy() for layer in network.layers]
    model.intercepts_ = [layer.biases.copy() for layer in network.layers]
    activations, deltas = [x] + [None] * len(network.layers), [None] * len(network.layers)
    weights, biases = [np.empty_like(w) for w in model.coefs_], [np.empty_like(b) for b in model.intercepts_]
    weighted = "sample_weight" in inspect.signature(model._backprop).parameters
    arguments = (x, target, *([None] if weighted else []), activations, deltas, weights, biases)

    def read(_):
        return _in_turn([len(x) * w.T for w in weights], [len(x) * b for b in biases])

    return lambda: model._backprop(*arguments), read


def micrograd(network, x, target):
    """micrograd, a scalar at a time. It has ReLU and no exponential: hidden ReLU, identity output, squared error."""
    parameters = [tuple(map(_values, _parameters(layer))) for layer in network.layers]

    def run():
        for weights, biases in parameters:
            for value in (*weights.flat, *biases.flat):
                value.grad = 0
        L = 0
        for row, wanted in zip(x, target, strict=True):
            a = list(row)
            for l, (weights, biases) in enumerate(parameters):
                z = [sum((w * v for w, v in zip(ws, a, strict=True)), b) for ws, b in zip(weights, biases, strict=True)]
                a = [v.relu() for v in z] if l < len(parameters) - 1 else z
            L = L + sum((0.5 * (y - t) ** 2 for y, t in zip(a, wanted, strict=True)), Value(0.0))
        L.backward()

    def read(_):
        return [np.vectorize(lambda v: v.grad, otypes=[float])(group) for pair in parameters for group in pair]

    return run, read


def products(network, x, target):
    """The floor, to be timed: the bare matrix products of both passes, and nothing else."""
    forward = network.forward(x)
    feeds, deltas = forward.dz_dw, network.backward(forward, target).dC_dz
    weights = [layer.weights for layer in network.layers]

    def multiply():
        for feed, w in zip(feeds, weights, strict=True):
            feed @ w.T
        for delta, w in zip(deltas[1:], weights[1:], strict=True):
            delta @ w
        for delta, feed in zip(deltas, feeds, strict=True):
            delta.T @ feed

    return multiply


def _parameters(layer):
    return layer.weights, layer.biases


def _in_turn(weights, biases):
    return [g for pair in zip(weights, biases, strict=True) for g in pair]


def _values(array):
    return np.vectorize(Value, otypes=[object])(array)
