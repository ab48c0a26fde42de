"""Gradients by central differences: slow, simple, and independent of backpropagation.

g ≈ (C(v + h) − C(v − h)) / 2h. Its error is of order h² + ε/h (ε = 2⁻⁵²), smallest near
h = ε^(1/3) ≈ 6e-6; the step is that, times |v| where |v| is above 1, times the scale on which C changes its course.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from backprop.engine.arrays import as_numbers
from backprop.engine.losses import get_loss
from backprop.engine.network import BackwardPass, ForwardPass, Layer, Network

STEP = np.finfo(np.float64).eps ** (1 / 3)
TOLERANCE = 1e-6
NO_ROOM = 1e-9  # nearer to its end, a y has too few digits left for a difference


class GradientError(AssertionError):
    """A gradient and its central difference disagree."""


def central_difference(f: Callable, values: ArrayLike, scale: ArrayLike = 1.0) -> np.ndarray:
    """∂f/∂v for each entry v of ``values``; ``f`` takes an array of that shape and gives a number.

    ``scale``, a number or one for each entry, multiplies the step: over so much of v does f change its course.
    """
    values = np.array(values, dtype=np.float64)
    slopes, steps = np.empty_like(values), STEP * np.maximum(1.0, np.abs(values)) * scale
    for place in np.ndindex(values.shape):
        kept, h = values[place], steps[place]
        values[place] = kept + h
        above, high = f(values), values[place]
        values[place] = kept - h
        below, low = f(values), values[place]
        values[place] = kept
        with np.errstate(over="ignore", invalid="ignore"):  # beyond the range of numbers there is no difference: NaN
            slopes[place] = (above - below) / (high - low)
    return slopes


def numeric_gradients(
    network: Network, x: ArrayLike, target: ArrayLike, loss: str = "cross_entropy"
) -> tuple[tuple[np.ndarray, ...], tuple[np.ndarray, ...]]:
    """(dL_dw, dL_db), each a tuple with one array a layer: 2P forward passes for P parameters.

    An x above 1 moves its z by so much more than the weight between them is nudged: there the nudge is so much smaller.
    """
    smaller = 1 / _reach(x)

    def slopes(l, name):
        layer = network.layers[l]

        def L(values):
            parts = {"weights": layer.weights, "biases": layer.biases, name: values}
            changed = Layer(activation=layer.activation, **parts)
            return Network([*network.layers[:l], changed, *network.layers[l + 1 :]]).loss(x, target, loss)

        return central_difference(L, getattr(layer, name), smaller if (l, name) == (0, "weights") else 1.0)

    layers = range(len(network.layers))
    return tuple(slopes(l, "weights") for l in layers), tuple(slopes(l, "biases") for l in layers)


def numeric_dC_dz(forward: ForwardPass, target: ArrayLike, loss: str, l: int) -> np.ndarray:
    """∂C/∂z of layer ``l``, shape ``(n, n_out)``: the forward pass resumed from a nudged z."""
    return _by_example(lambda n, z: _cost_from_z(forward.network, l, z, target[n : n + 1], loss), forward.z[l])


def numeric_dC_da(forward: ForwardPass, target: ArrayLike, loss: str, l: int) -> np.ndarray:
    """∂C/∂a of layer ``l``, shape ``(n, n_out)``: the forward pass resumed from a nudged a.

    At the output this nudges y itself, by no more than a part of its distance from 0 and 1, where the logarithms
    of the cost end. A y that has rounded to 0 or nearly to 1 gives NaN.
    """
    if l < len(forward.network.layers) - 1:
        return _by_example(lambda n, a: _cost_from_a(forward.network, l, a, target[n : n + 1], loss), forward.a[l])
    cost, y = get_loss(loss), forward.y
    room = cost.room(y)
    with np.errstate(invalid="ignore", divide="ignore"):
        slopes = _by_example(lambda n, a: cost.cost_of_y(a, target[n : n + 1])[0], y, room)
    return np.where(room < NO_ROOM, np.nan, slopes)


def check_gradient(
    network: Network, x: ArrayLike, target: ArrayLike, loss: str = "cross_entropy", gradients: tuple | None = None
) -> float:
    """Compare gradients with central differences; return the largest relative difference.

    ``gradients`` is a BackwardPass or your own pair (dL_dw, dL_db), one array a layer;
    without it, the engine's are checked. An entry agrees within 1e-6 of the array's largest
    entry, plus the rounding of L itself. Raises GradientError naming the first parameter that
    disagrees and both numbers; ValueError for arrays of the wrong shape.
    A z closer to ReLU's kink than the step can disagree too: move x a little and check again.
    """
    if gradients is None:
        gradients = network.backward(network.forward(x), target, loss)
    if isinstance(gradients, BackwardPass):
        gradients = gradients.dL_dw, gradients.dL_db
    if len(gradients) != 2:
        raise ValueError(f"gradients has {len(gradients)} parts; expected two, (dL_dw, dL_db).")
    rounding = np.finfo(np.float64).eps * max(1.0, network.loss(x, target, loss)) / STEP
    worst = 0.0
    named = zip(("dL_dw", "dL_db"), gradients, numeric_gradients(network, x, target, loss), strict=True)
    for name, given, expected in named:
        if len(given) != len(expected):
            raise ValueError(f"{name} has {len(given)} arrays; expected {len(expected)}, one for each layer.")
        for l, (g, numeric) in enumerate(zip(given, expected, strict=True)):
            g = as_numbers(g, f"{name} of layer {l + 1}")
            if g.shape != numeric.shape:
                raise ValueError(f"{name} of layer {l + 1} has shape {g.shape}; expected {numeric.shape}.")
            scale = max(np.abs(numeric).max(), np.abs(g).max())
            noise = rounding * (_reach(x) if (l, name) == (0, "dL_dw") else 1.0)
            wrong = np.abs(g - numeric) > TOLERANCE * scale + 10 * noise
            if wrong.any():
                place = tuple(int(i) for i in np.argwhere(wrong)[0])
                raise GradientError(
                    f"{name}[{l}][{', '.join(map(str, place))}] (layer {l + 1}) is {g[place]:.6g}; "
                    f"a central difference gives {numeric[place]:.6g}."
                )
            worst = max(worst, float(np.abs(g - numeric).max() / scale) if scale else 0.0)
    return worst


def _reach(x):
    """How far a weight of the first layer moves its z, over how far it is moved itself: |x|, from 1 up."""
    return max(1.0, float(np.abs(x).max()))


def _by_example(cost, values, scale=1.0):
    scale = np.broadcast_to(scale, values.shape)
    return np.array(
        [central_difference(lambda row, n=n: cost(n, row[None, :]), row, scale[n]) for n, row in enumerate(values)]
    )


def _cost_from_z(network, l, z, target, loss):
    if l == len(network.layers) - 1:
        return get_loss(loss).cost(network.layers[l].f, z, target)[0]
    return _cost_from_a(network, l, network.layers[l].f.value(z), target, loss)


def _cost_from_a(network, l, a, target, loss):
    return Network(network.layers[l + 1 :]).loss(a, target, loss)
