"""What a gradient may be where a z stands at a kink: f has two slopes there, and any between them may be taken."""

import numpy as np

from backprop.engine.network import BackwardPass

BESIDE = 1e-9  # a z so near to its kink may stand on the other side of it, but for its rounding


def bounds(backward: BackwardPass) -> dict:
    """{"dL_dw": [(smallest, largest), …], "dL_db": …}: what each entry may be, a pair of arrays a layer.

    Away from a kink both are the gradient itself, up to rounding.
    """
    network, forward = backward.network, backward.forward
    last, found = len(network.layers) - 1, {"dL_dw": [], "dL_db": []}
    back = _alone(backward.dC_dz[last])
    if network.layers[last].f.kinked:
        back = _times(_slopes(network.layers[last].f, forward.z[last]), _alone(backward.dC_da[last]))
    for l in reversed(range(last + 1)):
        if l < last:
            back = _times(_slopes(network.layers[l].f, forward.z[l]), _product(back, network.layers[l + 1].weights))
        low, high = _product((back[0].T, back[1].T), forward.dz_dw[l])
        found["dL_dw"].insert(0, (low, high))
        found["dL_db"].insert(0, tuple(each.sum(axis=0) for each in back))
    return found


def _alone(array):
    return array, array


def _slopes(f, z):
    """The smallest and the largest slope of f at z, on either side of its kink."""
    beside = [f.derivative(each) for each in ((z - BESIDE, z, z + BESIDE) if f.kinked else (z,))]
    return np.min(beside, axis=0), np.max(beside, axis=0)


def _times(one, other):
    """The smallest and the largest product, entry by entry, of numbers within two pairs of bounds."""
    products = [a * b for a in one for b in other]
    return np.min(products, axis=0), np.max(products, axis=0)


def _product(pair, matrix):
    """The smallest and the largest matrix product with ``matrix``, of numbers within a pair of bounds."""
    low, high = pair
    above, below = np.maximum(matrix, 0.0), np.minimum(matrix, 0.0)
    return low @ above + high @ below, high @ above + low @ below
