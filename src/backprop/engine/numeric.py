"""Gradients by central differences: slow, simple, and independent of backpropagation.

g ≈ (C(v + h) − C(v − h)) / 2h. Its error is of order h² + ε/h (ε = 2⁻⁵²), smallest near
h = ε^(1/3) ≈ 6e-6; the step is that, times |v| where |v| is above 1, times the scale on which C changes its course.
"""

from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import ArrayLike

from backprop.engine.losses import get_loss
from backprop.engine.network import ForwardPass, Layer, Network

EPSILON = np.finfo(np.float64).eps
STEP = EPSILON ** (1 / 3)
TOLERANCE = 1e-6
FLOOR = 1000  # a difference of so many times its noise, or more, judges a sign and the first two digits
SEVERAL = 10  # rounding moves a difference by about its noise, and never by more than so many times as much
BEND = 0.01  # two sides that differ by more than this share within one step are a kink, and no bend
NO_ROOM = 1e-9  # nearer to its end, a y has too few digits left for a difference


# what a finite difference can say of a number
RIGHT, NEAR, DIFFERS, KINK, FLAT = "right", "near", "differs", "kink", "flat"


def verdict(given: float, numeric: float, noise: float, scale: float = 0.0, at_a_kink: bool = False) -> str:
    """What a central difference says of a number that is to be the slope.

    ``noise`` is how far rounding moves the difference, ``scale`` the size of what the number stands among.
    RIGHT: they agree. NEAR: they agree, as far as can be seen in the noise. DIFFERS: by more than the noise explains.
    FLAT: they disagree and the noise may be why, or there is no difference, so that it cannot tell a right number from
    a wrong one. KINK: the difference reaches over one, and mixes two slopes.
    """
    if at_a_kink:
        return KINK
    if not np.isfinite(numeric):
        return FLAT
    size, apart = max(abs(given), abs(numeric)), abs(given - numeric)
    if not (np.isfinite(apart) and apart <= TOLERANCE * max(size, scale) + SEVERAL * noise):
        return DIFFERS
    opposite = min(given, numeric) < 0 < max(given, numeric)
    if opposite or apart > max(noise, size / 2):
        return FLAT
    return RIGHT if size == 0 or size > FLOOR * noise else NEAR


def noise_of(*parts: float) -> float:
    """How far rounding moves a central difference: ``parts`` are the function, and what its parts round it by, over ε.

    A z that is rounded moves C by |z · ∂C/∂z| ε.
    """
    return EPSILON * max(1.0, *map(abs, parts)) / STEP


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


def difference(f: Callable, v: float, parts: Iterable[float], coarser: float = 1.0) -> tuple[float, float, float]:
    """The central difference of a function of one number, how far rounding moves it, and over which step it is taken.

    ``parts`` are the function, and what its parts round it by; their rounding is ``coarser`` times that of float64, as
    float32's is: the step is so much wider, and then as wide at a large v, since the function changes its course there
    as fast as elsewhere.
    """
    wider = 1.0 if coarser == 1 else coarser ** (1 / 3) / max(1.0, abs(v))
    slope = central_difference(f, v, wider).item()
    noise = noise_of(*parts, v * slope if np.isfinite(slope) else 0.0) * coarser ** (2 / 3)
    return slope, noise, STEP * max(1.0, abs(v)) * wider


def one_sided(f: Callable, v: float, h: float) -> tuple[float, float]:
    """The slopes of a function of one number on the left and on the right of v, each over a step h."""
    below, here, above = (float(f(v + nudge)) for nudge in (-h, 0.0, h))
    return (here - below) / h, (above - here) / h


def differ(left: float, right: float) -> bool:
    """Whether the slopes on two sides are those of a kink."""
    return abs(right - left) > BEND * max(1.0, abs(left), abs(right))


def at_a_kink(f: Callable, v: float, h: float | None = None) -> bool:
    """Whether a function of one number has a kink within a step h of v, without it a central difference's."""
    return differ(*one_sided(f, v, STEP * max(1.0, abs(v)) if h is None else h))


def numeric_gradients(
    network: Network, x: ArrayLike, target: ArrayLike, loss: str = "cross_entropy"
) -> tuple[tuple[np.ndarray, ...], tuple[np.ndarray, ...]]:
    """(dL_dw, dL_db), each a tuple with one array a layer: 2P forward passes for P parameters.

    An x above 1 moves its z by so much more than the weight between them is nudged: there the nudge is so much smaller.
    """
    smaller = 1 / reach(x)

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


def reach(x):
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
