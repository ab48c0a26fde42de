"""The rarer slips: one part altered, mixed or added is told, and an order that is none is not."""

import numpy as np
import pytest

from altered import backward, forward, multiply, sigmoid, update
from backprop.exercises import compare, question


def unit_rows(new):
    """A neuron's new weights brought to length 1; biases as they are."""
    return new / np.linalg.norm(new, axis=1, keepdims=True) if new.ndim == 2 else new


def penalised(z, a, target, weights):
    """A term besides what comes back, which keeps every neuron's a near 0.05."""
    d = [a[-1] - target]
    for l in reversed(range(len(a) - 1)):
        d.insert(0, a[l] * (1 - a[l]) * (d[0] @ weights[l + 1] + 0.2 * (a[l] - 0.05)))
    return d


def slope_at_each_path(z, a, target, weights):
    d = [a[-1] - target]
    for l in reversed(range(len(a) - 1)):
        total = 0
        for k, leaving in enumerate(weights[l + 1]):
            total = total + d[0][:, [k]] * leaving
            total = total * a[l] * (1 - a[l])
        d.insert(0, total)
    return d


@pytest.mark.parametrize(
    ("stage", "function", "told"),
    [
        ("forward", forward(lambda f, w, b: f @ (w * w).T + b), "This squares the weight."),
        ("forward", forward(lambda f, w, b: f @ w.T + b[::-1]), "This takes the bias of another neuron."),
        ("forward", forward(lambda f, w, b: np.tile(f[0] @ w.T + b, (len(f), 1))), "of the first example for every"),
        ("forward", forward(lambda f, w, b: f[:, :1] @ w[:, :1].T + b), "This takes the first input alone."),
        (
            "forward",
            forward(lambda f, w, b: f @ w.T / np.sqrt(w.shape[1]) + b),
            "This divides by the root of the number of inputs.",
        ),
        (
            "forward",
            forward(activation=lambda z: sigmoid(z - z.max(axis=1, keepdims=True))),
            "This subtracts the largest from z.",
        ),
        (
            "update",
            update(lambda p, g, eta: unit_rows(p - eta * g)),
            "This divides the new parameter by its length.",
        ),
        ("backward", backward(lambda y, t: y * (1 - y)), "This is the slope f′(z) alone, without what comes back."),
        ("backward", backward(come=lambda d, w: np.sign(d @ w)), "This takes the sign of what comes back alone."),
        ("backward", backward(come=lambda d, w: np.clip(d @ w, -0.05, 0.05)), "This clips what comes back at a limit."),
        ("backward", backward(come=lambda d, w: d @ (1 / w)), "This takes 1 over the weight."),
        (
            "forward",
            forward(activation=lambda z: 1 / (1 + np.exp(-z) + 1e-3)),
            "A small number, 0.001, is added to the",
        ),
        ("forward", forward(activation=lambda z: 1 / (2 + np.exp(-z))), "In the denominator of σ, 2 stands in the pl"),
        (
            "backward",
            backward(lambda y, t: y - 0.5),
            "½ stands in the place of the target: the way back starts from y − ½.",
        ),
        ("backward", backward(lambda y, t: y - 0.3), "0.3 stands in the place of the target"),
        (
            "forward",
            forward(lambda f, w, b: (f - f.mean(axis=0)) / f.std(axis=0) @ w.T - b),
            "This subtracts the bias. Add it: z = Σ w x + b. This subtracts the mean from what feeds the layer and",
        ),
        (
            "backward",
            backward(slope=lambda a, z: (a * (1 - a))[:, -1:]),
            "the slope of the last neuron for every neuron",
        ),
        ("backward", backward(lambda y, t: (y - t) / np.log(2)), "This takes the logarithm to base 2."),
        ("multiply", multiply(lambda d, f: (d * d).T @ f), "This squares ∂C/∂z."),
        ("multiply", multiply(lambda d, f: d.T @ f[:, ::-1]), "This takes what feeds the layer of another neuron."),
        ("multiply", multiply(lambda d, f: np.sum(d.T @ f)), "This is one number, the sum over all entries."),
        (
            "update",
            update(lambda p, g, eta: p - eta * g / np.sqrt(np.mean(g**2))),
            "This takes the gradient divided by its root mean square in the place of the gradient.",
        ),
        (
            "update",
            update(lambda p, g, eta: p - eta * g / (np.sqrt(np.mean(g**2)) + 1e-8)),
            "This takes the gradient divided by its root mean square in the place of the gradient.",
        ),
        (
            "multiply",
            multiply(lambda d, f: d.T @ f[[*range(0, len(f), 2), *range(1, len(f), 2)]]),
            "This takes what feeds the layer of another example. Each example keeps its own.",
        ),
        (
            "update",
            update(lambda p, g, eta: p - eta * g / np.sqrt(np.mean(g**2) + 1e-8)),
            "This takes the gradient divided by its root mean square in the place of the gradient.",
        ),
        ("backward", penalised, "This adds a term that does not belong here: 0.2·(a − 0.05)."),
        ("backward", slope_at_each_path, "This multiplies the sum by the slope after each path"),
    ],
)
def test_a_part_that_is_altered_is_told_alone(stage, function, told):
    said = compare(stage, function).text
    assert told in said
    assert " Or: " not in said


@pytest.mark.parametrize(("place", "which"), [(0, "first"), (-1, "last")])
def test_a_slip_at_one_neuron_is_told_with_the_neuron(place, which):
    def start(y, t):
        e = y - t
        e[:, place] *= y[:, place] * (1 - y[:, place])
        return e

    said = compare("backward", backward(start)).text
    assert f"Only the {which} neuron of the layer is wrong. This has the output's f′(z) once too often." in said


def test_one_array_in_every_place_is_no_other_order():
    def one_layer(x, weights, biases):
        z, a = forward(lambda f, w, b: f @ w.T + b)(x, weights, biases)
        return [z[-1]] * len(z), [a[-1]] * len(a)

    said = compare("forward", one_layer).text
    assert "The array of one layer stands for that of another." in said
    assert "order" not in said


def test_no_factor_is_two_numbers_at_once():
    def over(z, a, target, weights):
        d = [(a[-1] - target) / (target.shape[1] + 1)]
        for l in reversed(range(len(a) - 1)):
            d.insert(0, a[l] * (1 - a[l]) * (d[0] @ weights[l + 1]))
        return d

    said = compare("backward", over).text
    assert said.endswith("This is multiplied by a number that is not the same in every network or layer.")


def test_a_step_that_is_a_generator_is_read():
    step = question("00-code")
    assert step.check(lambda theta, g, eta: (t - eta * d for t, d in zip(theta, g, strict=True))).state == "right"
    assert step.check(lambda theta, g, eta: (t + eta * d for t, d in zip(theta, g, strict=True))).state == "not-yet"


def test_float16_is_said_and_float32_is_right():
    def of(kind):
        return lambda z: tuple(np.asarray(each).astype(kind) for each in (z * sigmoid(z), slope(z)))

    def slope(z):
        return sigmoid(z) + z * sigmoid(z) * (1 - sigmoid(z))

    assert question("06-code").check(of(np.float32)).state == "right"
    told = question("06-code").check(of(np.float16))
    assert told.state == "not-yet"
    assert told.text == "a agrees within what float16 can hold, which is three digits. Return float64 or float32."


def test_a_factor_without_a_name_never_stands_beside_one_that_has_one():
    said = compare("backward", backward(come=lambda d, w: 0.2 * d @ w / w.shape[0])).text
    assert "divides by the number" not in said or "times what it should be" not in said


def test_a_quotient_that_is_guarded_against_zero_is_told_as_the_quotient():
    def standard(f, w, b):
        z = f @ w.T + b
        return (z - z.mean(axis=0)) / (z.std(axis=0) + 1e-8)

    assert (
        "This subtracts the mean from z and divides by the standard deviation."
        in compare("forward", forward(standard)).text
    )


def with_rate(rate):
    def update(weights, biases, dL_dw, dL_db, learning_rate):
        pairs = (weights, dL_dw), (biases, dL_db)
        return tuple([p - rate(learning_rate) * g for p, g in zip(*pair, strict=True)] for pair in pairs)

    return update


@pytest.mark.parametrize(
    ("rate", "words"),
    [
        (lambda eta: min(eta, 0.25), "This takes 0.25 where η is larger."),
        (lambda eta: min(eta, 0.5), "This takes 0.5 where η is larger."),
        (lambda eta: max(eta, 0.25), "This takes 0.25 where η is smaller."),
        (lambda eta: max(eta, 0.01), "With larger numbers it is right."),
        *((lambda eta, own=own: own, f"a learning rate of its own, {own:g}.") for own in (0.01, 0.05, 0.25, 0.5, 2.0)),
    ],
)
def test_a_limit_of_the_learning_rate_is_told_from_a_rate_of_its_own(rate, words):
    said = compare("update", with_rate(rate)).text
    assert words in said and ("of its own" in said) == ("of its own" in words)
