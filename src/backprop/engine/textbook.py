"""The cost in as many digits as are asked for: the textbook's formulas, with decimals in the place of floats.

Where a gradient is smaller than the rounding of L, a difference of floats is rounding alone, and one of decimals is
not. It is slow, one number after another, and shares nothing with backpropagation.
"""

from decimal import Decimal, DecimalException, localcontext

import numpy as np

from backprop.engine.losses import get_loss
from backprop.engine.network import ForwardPass

STEP = Decimal("1e-20")


class Textbook:
    """L of a network on the examples of its forward pass, in ``digits`` digits, and its slopes."""

    def __init__(self, forward: ForwardPass, target: np.ndarray, loss: str, digits: int):
        self.digits = digits
        self.loss = get_loss(loss)
        self.layers = [(_decimals(layer.weights), _decimals(layer.biases), layer.f) for layer in forward.network.layers]
        self.x, self.target = _decimals(forward.x), _decimals(target)
        self.sides = sides(forward)

    def slope(self, name: str, l: int, place: tuple) -> float | None:
        """∂L/∂v of one entry v of dL_dw or dL_db of layer l.

        None at a kink, and where these digits do not hold it or a formula has no textbook form.
        """
        array = self.layers[l][0 if name == "dL_dw" else 1]
        row, last = (array[place[0]], place[1]) if name == "dL_dw" else (array, place[0])
        kept = row[last]
        try:
            with localcontext() as context:
                context.prec, context.Emax, context.Emin = self.digits, 10**8, -(10**8)
                row[last] = kept + STEP
                above, over = self._cost()
                row[last] = kept - STEP
                below, under = self._cost()
                slope = (above - below) / (2 * STEP)
        except (DecimalException, NotImplementedError):
            return None
        finally:
            row[last] = kept
        return float(slope) if over == under == self.sides else None

    def _cost(self):
        """L, and on which side of its kink each z is that has one."""
        total, over = Decimal(0), []
        for x, target in zip(self.x, self.target, strict=True):
            a = x
            for weights, biases, f in self.layers:
                z = [
                    b + sum(w * v for w, v in zip(row, a, strict=True)) for row, b in zip(weights, biases, strict=True)
                ]
                over += [v > 0 for v in z] if f.kinked else []
                a = f.textbook(z)
            total += self.loss.textbook(a, target)
        return total, over


def sides(forward: ForwardPass) -> list:
    """On which side of its kink each z is that has one: example by example, layer by layer."""
    layers = [z > 0 for z, layer in zip(forward.z, forward.network.layers, strict=True) if layer.f.kinked]
    return np.hstack(layers).ravel().tolist() if layers else []


def _decimals(array):
    """An array of floats as lists of decimals, each exactly."""
    return [_decimals(row) if row.ndim else Decimal(float(row)) for row in array]
