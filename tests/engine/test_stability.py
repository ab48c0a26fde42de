"""No overflow, no NaN and no lost digits, however saturated a network is."""

from decimal import Decimal, localcontext

import numpy as np
import pytest

import peer
from backprop import Layer, Network
from backprop.engine.activations import ACTIVATIONS
from backprop.engine.losses import LOSSES

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
        context.prec = 100  # what is lost beside 1 is below 10^−100, and e^−710 below the least that is compared
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


@pytest.mark.parametrize("hidden", [f.name for f in ACTIVATIONS.values() if f.hidden])
@pytest.mark.parametrize("loss", LOSSES)
def test_saturated_networks_give_finite_losses_and_gradients(hidden, loss):
    output = LOSSES[loss].requires or "sigmoid"
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


TEXTBOOK = {
    "sigmoid": (lambda z: 1 / (1 + np.exp(-z)), lambda z, a: a * (1 - a)),
    "tanh": (np.tanh, lambda z, a: 1 - a**2),
    "relu": (lambda z: np.where(z > 0, z, 0), lambda z, a: np.where(z > 0, 1, 0)),
    "leaky_relu": (lambda z: np.where(z > 0, z, z / 100), lambda z, a: np.where(z > 0, 1, 1 / 100)),
    "gelu": (
        lambda z: z / 2 * (1 + np.tanh(np.sqrt(2 / np.pi) * (z + 0.044715 * z**3))),
        lambda z, a: np.imag(TEXTBOOK["gelu"][0](z + 1e-30j)) / 1e-30,
    ),
    "softmax": (lambda z: np.exp(z) / np.exp(z).sum(axis=1, keepdims=True), None),
}
HERE = np.array([[-3.0, -0.5, 0.0], [0.25, 1.0, 2.5]])
TARGETS = np.array([[0.25, 0.5, 0.25], [0.0, 1.0, 0.0]])


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_where_the_textbooks_formula_is_safe_an_activation_agrees_with_it(name):
    f = ACTIVATIONS[name]
    value, slope = TEXTBOOK.get(name) or (peer.ACTIVATIONS[name], lambda z, a: peer.slope(name)(z))
    a, nudge = value(HERE), np.array([[1.0, -2.0, 0.5], [0.25, 3.0, -1.0]])
    np.testing.assert_allclose(f.value(HERE), a, rtol=1e-14)
    np.testing.assert_allclose(f.minus(HERE, TARGETS), a - TARGETS, rtol=1e-13, atol=1e-16)
    assert repr(f) == f.name == name
    if slope:
        np.testing.assert_allclose(f.derivative(HERE), slope(HERE, a), rtol=1e-13)
        np.testing.assert_allclose(f.pull_back(HERE, nudge), slope(HERE, a) * nudge, rtol=1e-13)
        return
    jacobian = np.array([np.diag(y) - np.outer(y, y) for y in a])
    np.testing.assert_allclose(f.jacobian(HERE), jacobian, rtol=1e-13)
    np.testing.assert_allclose(f.pull_back(HERE, nudge), np.einsum("nj,njk->nk", nudge, jacobian), rtol=1e-12)
    np.testing.assert_allclose(f.complement(HERE), 1 - a, rtol=1e-14)
    np.testing.assert_allclose(f.log(HERE), np.log(a), rtol=1e-13)
    with pytest.raises(TypeError) as error:
        f.derivative(HERE)
    assert str(error.value) == (
        "softmax has no elementwise derivative: each output depends on every z; use jacobian(z)."
    )


COSTS = {
    "cross_entropy": (
        lambda y, t: -(t * np.log(y) + (1 - t) * np.log(1 - y)).sum(axis=1),
        lambda y, t: (y - t) / (y * (1 - y)),
    ),
    "categorical_cross_entropy": (lambda y, t: -(t * np.log(y)).sum(axis=1), lambda y, t: -t / y),
    "squared_error": (lambda y, t: ((y - t) ** 2).sum(axis=1) / 2, lambda y, t: y - t),
}


@pytest.mark.parametrize("name", LOSSES)
def test_where_the_textbooks_formula_is_safe_a_loss_agrees_with_it(name):
    loss, (cost, slope) = LOSSES[name], COSTS[name]
    f = ACTIVATIONS[loss.requires or "tanh"]
    y = f.value(HERE)
    np.testing.assert_allclose(loss.cost(f, HERE, TARGETS), cost(y, TARGETS), rtol=1e-13)
    np.testing.assert_allclose(loss.cost_of_y(y, TARGETS), cost(y, TARGETS), rtol=1e-13)
    np.testing.assert_allclose(loss.dC_dy(f, HERE, TARGETS), slope(y, TARGETS), rtol=1e-13, atol=1e-16)
    np.testing.assert_allclose(loss.dC_dz(f, HERE, TARGETS), f.pull_back(HERE, slope(y, TARGETS)), rtol=1e-12)
    assert repr(loss) == loss.name == name
    ends = np.array([[0.0, 1.0]])  # 0 · ln 0 is 0
    assert loss.cost_of_y(ends, ends) == 0.0


def test_beyond_the_range_of_numbers_dC_dy_is_infinite_without_a_warning_and_0_where_the_target_takes_no_part():
    far = np.array([[-800.0, 800.0]])
    sigmoid, softmax = ACTIVATIONS["sigmoid"], ACTIVATIONS["softmax"]
    assert LOSSES["cross_entropy"].dC_dy(sigmoid, far, np.array([[1.0, 0.0]])).tolist() == [[-np.inf, np.inf]]
    assert LOSSES["cross_entropy"].dC_dy(sigmoid, far, np.array([[0.0, 1.0]])).tolist() == [[1.0, -1.0]]
    categorical = LOSSES["categorical_cross_entropy"]
    assert categorical.dC_dy(softmax, far, np.array([[1.0, 0.0]])).tolist() == [[-np.inf, 0.0]]
    assert categorical.dC_dy(softmax, far, np.array([[0.0, 1.0]])).tolist() == [[0.0, -1.0]]
    for loss in ("cross_entropy", "categorical_cross_entropy"):
        assert LOSSES[loss].cost_of_y(np.array([[0.0]]), np.array([[1.0]])) == np.inf


@pytest.mark.parametrize(
    ("z", "target", "formula"),
    [
        (20.0, 1.0, lambda d: -2 * sigma(-2 * d)),
        (-20.0, -1.0, lambda d: 2 * sigma(2 * d)),
        (1e-8, 0.0, lambda d: 2 * sigma(2 * d) - 1),
    ],
)
def test_the_distance_of_tanh_from_its_target_keeps_its_digits_near_both_ends_and_near_0(z, target, formula):
    with np.errstate(**STRICT):
        minus = ACTIVATIONS["tanh"].minus(np.array([[z]]), np.array([[target]])).item()
    assert close(minus, exact(formula, z))
