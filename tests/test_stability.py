"""No overflow, no NaN and no lost digits, however saturated a network is."""

from decimal import Decimal, localcontext

import numpy as np
import pytest

from backprop import Layer, Network
from backprop.functions import ACTIVATIONS, LOSSES

Z = [
    -1e4,
    -800.0,
    -745.0,
    -710.0,
    -50.0,
    -37.0,
    -20.0,
    -1.0,
    -1e-8,
    0.0,
    1e-8,
    1.0,
    20.0,
    37.0,
    50.0,
    710.0,
    800.0,
    1e4,
]
STRICT = {"over": "raise", "divide": "raise", "invalid": "raise", "under": "ignore"}


def exact(formula, z):
    with localcontext() as context:
        context.prec = 60 + (40 if abs(z) < 100 else 900 if abs(z) < 1000 else 4500)  # e^−10000 is near 10^−4343
        return float(formula(Decimal(z)))


def sigma(z):
    return 1 / (1 + (-z).exp())


def close(value, expected):
    """Equal to 1e-14, or both below the range of float64's full precision."""
    return abs(value - expected) <= 1e-14 * abs(expected) + 1e-307


@pytest.mark.parametrize("z", Z)
def test_derivatives_of_sigmoid_and_tanh_keep_their_digits_far_into_saturation(z):
    with np.errstate(**STRICT):
        sigmoid = ACTIVATIONS["sigmoid"].derivative(np.array([[z]])).item()
        tanh = ACTIVATIONS["tanh"].derivative(np.array([[z]])).item()
    assert close(sigmoid, exact(lambda d: sigma(d) * sigma(-d), z))
    assert close(tanh, exact(lambda d: 4 * sigma(2 * d) * sigma(-2 * d), z))


@pytest.mark.parametrize("target", [0.0, 1.0])
@pytest.mark.parametrize("z", Z)
def test_cross_entropy_and_its_gradient_keep_their_digits(z, target):
    network = Network([Layer([[1.0]], [0.0])])
    with np.errstate(**STRICT):
        backward = network.backward(network.forward([z]), [target])
        L = network.loss([z], [target])
    sign = 1 if target == 0 else -1
    dC_dz = sign * exact(lambda d: sigma(sign * d), z)
    assert close(backward.dC_dz[0].item(), dC_dz)
    assert close(backward.dL_dw[0].item(), z * dC_dz)
    assert close(L, exact(lambda d: (1 + (sign * d).exp()).ln(), z))
    assert not np.isnan(backward.dC_da[0]).any()


@pytest.mark.parametrize("z", Z)
def test_categorical_cross_entropy_keeps_its_digits(z):
    network = Network([Layer([[1.0], [0.0]], [0.0, 0.0], "softmax")])
    with np.errstate(**STRICT):
        backward = network.backward(network.forward([z]), [1, 0], "categorical_cross_entropy")
        L = network.loss([z], [1, 0], "categorical_cross_entropy")
    wrong = exact(lambda d: sigma(-d), z)
    assert close(backward.dC_dz[0][0, 0], -wrong)
    assert close(backward.dC_dz[0][0, 1], wrong)
    assert close(L, exact(lambda d: (1 + (-d).exp()).ln(), z))
    assert not np.isnan(backward.dC_da[0]).any()


@pytest.mark.parametrize("z", Z)
def test_squared_error_on_sigmoid_keeps_its_digits(z):
    network = Network([Layer([[1.0]], [0.0])])
    with np.errstate(**STRICT):
        backward = network.backward(network.forward([z]), [1], "squared_error")
    assert close(backward.dC_dz[0].item(), exact(lambda d: -sigma(-d) * sigma(d) * sigma(-d), z))


@pytest.mark.parametrize("hidden", [name for name in ACTIVATIONS if name != "softmax"])
@pytest.mark.parametrize("loss", LOSSES)
def test_saturated_networks_give_finite_losses_and_gradients(hidden, loss):
    output = LOSSES[loss].output_activation or "sigmoid"
    rng = np.random.default_rng(0)
    for size in (1e-6, 1.0, 1e2, 1e4):
        layers = [Layer(rng.normal(size=(3, 2)) * size, rng.normal(size=3), hidden)]
        layers.append(Layer(np.clip(rng.normal(size=(2, 3)), -1, 1), rng.normal(size=2), output))
        network = Network(layers)
        x, target = rng.uniform(-1, 1, size=(4, 2)), [[1, 0], [0, 1], [1, 0], [0, 1]]
        with np.errstate(**STRICT):
            backward = network.backward(network.forward(x), target, loss)
            assert np.isfinite(network.loss(x, target, loss))
        for group in (backward.dC_dz, backward.dL_dw, backward.dL_db):
            assert all(np.isfinite(g).all() for g in group)
        assert not any(np.isnan(g).any() for g in backward.dC_da)
