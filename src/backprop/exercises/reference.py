"""The stages as they should be: forward and backward by the engine, multiply, update and the loop in NumPy.

They stand in for a stage that is not written yet.
"""

import numpy as np

from backprop.engine.network import ForwardPass, Layer, Network


def _network(weights, biases):
    return Network(Layer(w, b) for w, b in zip(weights, biases, strict=True))


def forward(x, weights, biases):
    """z and a of every layer, by the engine."""
    passed = _network(weights, biases).forward(x)
    return list(passed.z), list(passed.a)


def backward(z, a, target, weights):
    """∂C/∂z of every layer, by the engine."""
    network = _network(weights, [np.zeros(len(w)) for w in weights])
    da_dz = tuple(layer.f.derivative(each) for layer, each in zip(network.layers, z, strict=True))
    return list(network.backward(ForwardPass(network, target, tuple(z), tuple(a), da_dz), target).dC_dz)


def multiply(x, a, dC_dz):
    """∂L/∂w and ∂L/∂b of every layer: forward times backward, summed over the examples."""
    feeds = [x, *a[:-1]]
    return [d.T @ feed for d, feed in zip(dC_dz, feeds, strict=True)], [d.sum(axis=0) for d in dC_dz]


def update(weights, biases, dL_dw, dL_db, learning_rate):
    """The new weights and biases."""
    return (
        [w - learning_rate * g for w, g in zip(weights, dL_dw, strict=True)],
        [b - learning_rate * g for b, g in zip(biases, dL_db, strict=True)],
    )


def train(x, target, weights, biases, learning_rate, batch, orders, functions=None):
    """Weights and biases after a pass over the examples in each of ``orders``, an update after every ``batch`` of them.

    It calls the four other stages of ``functions``, {stage: function}, or those of this module.
    """
    stages = REFERENCE if functions is None else functions
    for order in orders:
        for start in range(0, len(order), batch):
            chosen = order[start : start + batch]
            z, a = stages["forward"](x[chosen], weights, biases)
            dC_dz = stages["backward"](z, a, target[chosen], weights)
            dL_dw, dL_db = stages["multiply"](x[chosen], a, dC_dz)
            weights, biases = stages["update"](weights, biases, dL_dw, dL_db, learning_rate)
    return weights, biases


REFERENCE = {"forward": forward, "backward": backward, "multiply": multiply, "update": update, "train": train}
