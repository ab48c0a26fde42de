"""Networks of one shape computed all at once, a row of parameters each: what every update of a descent found.

A row holds the parameters as in a History: layer by layer, weights then biases. ``z`` and ``y`` have shape
``(m, n, n_out)`` for m rows and n examples. What is out of range is not finite, and nobody is warned.
"""

import numpy as np

from backprop.engine.descent import History
from backprop.engine.losses import get_loss
from backprop.engine.network import Network


def layer_rows(like: Network, rows: np.ndarray) -> list[tuple[np.ndarray, np.ndarray]]:
    """(weights, biases) of each layer, shapes ``(m, n_out, n_in)`` and ``(m, n_out)``."""
    layers, at = [], 0
    for layer in like.layers:
        end = at + layer.weights.size
        weights = rows[:, at:end].reshape(len(rows), *layer.weights.shape)
        layers.append((weights, rows[:, end : end + layer.n_out]))
        at = end + layer.n_out
    return layers


def forward_rows(like: Network, rows: np.ndarray, x: np.ndarray) -> tuple[list[np.ndarray], np.ndarray]:
    """(z of each layer, y) of every row's network on ``x``, ``(n, n_in)``, or ``(m, n, n_in)`` for each its own."""
    zs, a = [], x
    with np.errstate(all="ignore"):
        for layer, (weights, biases) in zip(like.layers, layer_rows(like, rows), strict=True):
            z = a @ weights.swapaxes(1, 2) + biases[:, None, :]
            a = layer.f.value(z.reshape(-1, layer.n_out)).reshape(z.shape)
            zs.append(z)
    return zs, a


def cost_rows(like: Network, z: np.ndarray, target: np.ndarray, loss: str) -> np.ndarray:
    """C of each example, ``(m, n)``, from the last layer's ``z``; ``target`` is ``(n, n_out)`` or ``(m, n, n_out)``."""
    with np.errstate(all="ignore"):
        flat = np.broadcast_to(target, z.shape).reshape(-1, z.shape[-1])
        return get_loss(loss).cost(like.layers[-1].f, z.reshape(flat.shape), flat).reshape(z.shape[:2])


def dead_rows(like: Network, zs: list[np.ndarray]) -> np.ndarray:
    """Whether each hidden neuron has died, ``(m, hidden neurons)``: its slope is 0 for every example."""
    died = [np.zeros((len(zs[0]), 0), bool)]
    for layer, z in zip(like.layers[:-1], zs[:-1], strict=True):
        slopes = layer.f.derivative(z.reshape(-1, layer.n_out)).reshape(z.shape)
        died.append((slopes == 0).all(axis=1) & layer.f.dies)
    return np.concatenate(died, axis=1)


def change_rows(history: History, at: np.ndarray, learning_rates: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(predicted, true) change of L over the batches of updates ``at``, ``(m, rates)``: as ``changes`` finds of each.

    Where a step is so large that something leaves the range of numbers, the true change is infinite.
    """
    rates, slopes, start = np.asarray(learning_rates, float), history.slopes[at], history.parameters[at]
    true = np.empty((len(at), len(rates)))
    sizes = np.array([len(history.batches[i]) for i in at])
    with np.errstate(all="ignore"):
        predicted = -rates * (slopes**2).sum(axis=1)[:, None]
        for size in np.unique(sizes):
            rows = np.flatnonzero(sizes == size)
            taken = np.array([history.batches[i] for i in at[rows]])

            def loss(parameters, taken=taken):
                zs, _ = forward_rows(history.start, parameters, history.x[taken])
                return cost_rows(history.start, zs[-1], history.target[taken], history.loss).sum(axis=1)

            before = loss(start[rows])
            for place, rate in enumerate(rates):
                true[rows, place] = loss(start[rows] - rate * slopes[rows]) - before
    return predicted, np.where(np.isfinite(true), true, np.inf)
