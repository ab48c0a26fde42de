"""The network: forward pass, backward pass, update.

Weights of a layer have shape ``(n_out, n_in)``: row j feeds neuron j. Examples stand in rows,
so ``W x`` of the books reads ``x @ weights.T`` here, and ``Wᵀ δ`` reads ``dC_dz @ weights``.
``l`` counts layers of weights from 0; messages to a learner say "layer 1" for the first.
Networks, layers and passes never change; every array they hold is read-only.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from math import isfinite

import numpy as np
from numpy.typing import ArrayLike

from backprop.engine.activations import Activation, get_activation
from backprop.engine.arrays import all_finite, as_inputs, as_matrix, as_positive, as_targets, as_vector, read_only
from backprop.engine.losses import get_loss
from backprop.words import say


@dataclass(frozen=True, eq=False)
class Layer:
    """One layer: z = x Wᵀ + b, then a = f(z).

    ``weights`` has shape ``(n_out, n_in)``, ``biases`` ``(n_out,)``; ``activation`` is a name.
    Raises TypeError or ValueError, naming what came and what was expected.
    """

    weights: np.ndarray
    biases: np.ndarray
    activation: str = "sigmoid"

    def __post_init__(self):
        weights = as_matrix(self.weights, "Layer.weights")
        biases = as_vector(self.biases, "Layer.biases")
        if len(biases) != len(weights):
            shapes = {"biases": biases.shape, "weights": weights.shape, "expected": (len(weights),)}
            raise ValueError(say("engine.network.biases", **shapes))
        get_activation(self.activation)
        object.__setattr__(self, "weights", weights)
        object.__setattr__(self, "biases", biases)

    @property
    def n_in(self) -> int:
        """How many numbers feed each neuron."""
        return self.weights.shape[1]

    @property
    def n_out(self) -> int:
        """How many neurons the layer has."""
        return self.weights.shape[0]

    @cached_property
    def f(self) -> Activation:
        """The activation itself."""
        return get_activation(self.activation)

    def __repr__(self):
        return f"Layer({self.weights.tolist()}, {self.biases.tolist()}, {self.activation!r})"


@dataclass(frozen=True, eq=False)
class ForwardPass:
    """What the forward pass of ``network`` on ``x`` found; the backward pass needs all of it.

    ``z[l]``, ``a[l]`` and ``da_dz[l]`` have shape ``(n, n_out)``, with ``a[l] = f(z[l])`` and ``da_dz[l] = f′(z[l])``:
    z is fixed now, and so is the slope that the backward pass will multiply by. A softmax layer's ``da_dz`` is None.
    """

    network: "Network"
    x: np.ndarray
    z: tuple
    a: tuple
    da_dz: tuple

    @property
    def y(self) -> np.ndarray:
        """The outputs: the last layer's a."""
        return self.a[-1]

    @property
    def dz_dw(self) -> tuple[np.ndarray, ...]:
        """∂z/∂w of each layer is what feeds its weights: x, or the a of the layer before; ``(n, n_in)``."""
        return (self.x, *self.a[:-1])


@dataclass(frozen=True, eq=False)
class BackwardPass:
    """What the backward pass found.

    ``dC_dz[l]`` and ``dC_da[l]`` have shape ``(n, n_out)``, one row an example
    (``dC_da_hidden`` is ``dC_da`` without the output layer);
    ``dL_dw[l]`` ``(n_out, n_in)`` and ``dL_db[l]`` ``(n_out,)`` are summed over the examples.
    """

    forward: ForwardPass
    target: np.ndarray
    loss: str
    dC_dz: tuple
    dC_da_hidden: tuple
    dL_dw: tuple
    dL_db: tuple

    @property
    def network(self) -> "Network":
        """The network this pass belongs to."""
        return self.forward.network

    @cached_property
    def dC_da(self) -> tuple[np.ndarray, ...]:
        """∂C/∂a of each layer; the last is ∂C/∂y, made when asked for: ∂C/∂z of the output does not need it."""
        cost, f = get_loss(self.loss), self.network.layers[-1].f
        return (*self.dC_da_hidden, read_only(cost.dC_dy(f, self.forward.z[-1], self.target)))

    @property
    def dC_dw(self) -> tuple[np.ndarray, ...]:
        """∂Cⁿ/∂w = ∂z/∂w · ∂Cⁿ/∂z of every example, ``(n, n_out, n_in)``; made when asked for."""
        pairs = zip(self.dC_dz, self.forward.dz_dw, strict=True)
        return tuple(read_only(dC_dz[:, :, None] * dz_dw[:, None, :]) for dC_dz, dz_dw in pairs)

    @property
    def dC_db(self) -> tuple[np.ndarray, ...]:
        """∂Cⁿ/∂b = ∂Cⁿ/∂z, since ∂z/∂b = 1; ``(n, n_out)``."""
        return self.dC_dz


class Network:
    """A chain of layers.

    Raises ValueError where one layer's inputs are not the outputs of the layer before,
    and where softmax stands anywhere but in the last layer.
    """

    def __init__(self, layers: Iterable[Layer]):
        if isinstance(layers, Layer):
            raise TypeError(say("engine.network.one-layer"))
        layers = tuple(layers)
        if not layers:
            raise ValueError(say("engine.network.no-layers"))
        for number, layer in enumerate(layers, 1):
            if not isinstance(layer, Layer):
                raise TypeError(say("engine.network.no-layer", layer=number, kind=type(layer).__name__))
            if number < len(layers) and not layer.f.hidden:
                raise ValueError(say("engine.network.not-hidden", layer=number, activation=layer.activation))
            if number > 1 and layer.n_in != layers[number - 2].n_out:
                sizes = {"shape": layer.weights.shape, "n": layer.n_in, "expected": layers[number - 2].n_out}
                raise ValueError(say("engine.network.chain", layer=number, before=number - 1, **sizes))
        self._layers = layers

    @property
    def layers(self) -> tuple[Layer, ...]:
        """The layers, first to last."""
        return self._layers

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many inputs, then how many neurons in each layer: (2, 2, 2, 2) for the lecture's network."""
        return (self.layers[0].n_in, *(layer.n_out for layer in self.layers))

    def forward(self, x: ArrayLike) -> ForwardPass:
        """Forward pass: z = x Wᵀ + b, a = f(z), layer by layer; every z and a is kept.

        ``x`` has shape ``(n, n_in)``, or ``(n_in,)`` for one example.
        """
        x = as_inputs(x, self.layers[0].n_in)
        zs, activations, slopes, a = [], [], [], x
        with np.errstate(over="ignore", invalid="ignore"):  # out of range is told, not warned of
            for number, layer in enumerate(self.layers, 1):
                z = a @ layer.weights.T
                z += layer.biases
                if not all_finite(z):
                    raise ValueError(say("engine.network.z-out-of-range", layer=number))
                a, da_dz = layer.f.value_and_derivative(z)
                zs.append(z)
                activations.append(a)
                slopes.append(da_dz)
        return ForwardPass(self, x, _kept(zs), _kept(activations), _kept(slopes))

    def backward(self, forward: ForwardPass, target: ArrayLike, loss: str = "cross_entropy") -> BackwardPass:
        """Backward pass: ∂C/∂z from the output layer back, then ∂L/∂w = Σₙ ∂z/∂w · ∂C/∂z.

        Output layer:  ∂C/∂z = f′(z) · ∂C/∂y.
        Hidden layer:  ∂C/∂a = Σₖ wₖ ∂C/∂zₖ over the next layer, ∂C/∂z = f′(z) · ∂C/∂a.
        A gradient out of the range of numbers is not finite: ``updated`` and ``walkthrough`` refuse it.
        """
        self._check_own(forward, ForwardPass, "forward")
        cost, f, target = self._output_case(target, len(forward.x), loss)
        last = len(self.layers) - 1
        dC_da, dC_dz = [None] * last, [None] * last
        dC_dz.append(cost.dC_dz(f, forward.z[last], target))
        for l in reversed(range(last)):
            dC_da[l] = dC_dz[l + 1] @ self.layers[l + 1].weights
            dC_dz[l] = forward.da_dz[l] * dC_da[l]
        dL_dw = [delta.T @ dz_dw for delta, dz_dw in zip(dC_dz, forward.dz_dw, strict=True)]
        dL_db = [delta.sum(axis=0) for delta in dC_dz]
        return BackwardPass(forward, target, loss, _kept(dC_dz), _kept(dC_da), _kept(dL_dw), _kept(dL_db))

    def costs(self, x: ArrayLike, target: ArrayLike, loss: str = "cross_entropy") -> np.ndarray:
        """Cⁿ, the cost of each example, shape ``(n,)``. Raises ValueError where their sum is not finite."""
        return self.costs_of(self.forward(x), target, loss)

    def costs_of(self, forward: ForwardPass, target: ArrayLike, loss: str = "cross_entropy") -> np.ndarray:
        """Cⁿ of the examples of a forward pass, ``(n,)``. Raises ValueError where their sum is not finite."""
        self._check_own(forward, ForwardPass, "forward")
        cost, f, target = self._output_case(target, len(forward.x), loss)
        with np.errstate(over="ignore"):  # out of range is told, not warned of
            costs = cost.cost(f, forward.z[-1], target)
            if not isfinite(costs.sum()):
                raise ValueError(say("engine.network.loss-out-of-range"))
        return read_only(costs)

    def loss(self, x: ArrayLike, target: ArrayLike, loss: str = "cross_entropy") -> float:
        """L = Σₙ Cⁿ, a sum over the examples."""
        return float(self.costs(x, target, loss).sum())

    def updated(self, backward: BackwardPass, learning_rate: float) -> "Network":
        """A new network: w − η ∂L/∂w and b − η ∂L/∂b for every parameter, all at once.

        Raises ValueError where a new parameter is not finite.
        """
        self._check_own(backward, BackwardPass, "backward")
        learning_rate = as_positive(learning_rate, "learning_rate")
        gradients = zip(self.layers, backward.dL_dw, backward.dL_db, strict=True)
        layers = []
        with np.errstate(over="ignore", invalid="ignore"):  # out of range is told, not warned of
            for number, (layer, dL_dw, dL_db) in enumerate(gradients, 1):
                weights = layer.weights - learning_rate * dL_dw
                biases = layer.biases - learning_rate * dL_db
                if not (all_finite(weights) and all_finite(biases)):
                    raise ValueError(say("engine.network.update-out-of-range", layer=number))
                layers.append(Layer(read_only(weights), read_only(biases), layer.activation))
        return Network(layers)

    def _output_case(self, target, n, loss):
        """The loss, the output activation and the checked target."""
        cost, last = get_loss(loss), self.layers[-1]
        if cost.requires not in (None, last.activation):
            told = {"layer": len(self.layers), "activation": last.activation}
            raise ValueError(say("engine.network.output", loss=loss, requires=cost.requires, **told))
        target = as_targets(target, last.n_out, len(self.layers))
        if len(target) != n:
            raise ValueError(say("engine.network.examples", n=len(target), inputs=n))
        cost.check_target(target)
        return cost, last.f, target

    def _check_own(self, record, kind, name):
        if not isinstance(record, kind):
            told = {"kind": type(record).__name__, "expected": kind.__name__}
            raise TypeError(say("engine.network.no-pass", name=name, **told))
        if record.network is not self:
            raise ValueError(say("engine.network.another", name=name))

    def __repr__(self):
        return f"Network([{', '.join(map(repr, self.layers))}])"


def _kept(arrays):
    """New arrays as a record holds them: none can be written to from now on."""
    return tuple([None if array is None else read_only(array) for array in arrays])
