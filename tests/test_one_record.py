"""A new activation, and a new loss, is one class in one place: everything that shows them takes them from there."""

import gzip
import json

import numpy as np
import pytest

from backprop import Layer, Network, Quantity, check_gradient, walkthrough
from backprop.engine import ACTIVATIONS, LOSSES, Activation, Loss
from backprop.exercises import quantity_question
from backprop.notation import Math, brackets
from backprop.pictures import diagram
from backprop.story.curves import Curve, curve_names
from backprop.widgets import FunctionExplorer, Stepper, TrainingPlayer
from explored import shown


class Bend(Activation):
    """z / √(1 + z²)"""

    name = "bend"
    symbol = Math(r"\operatorname{bend}", "β")
    formula = Math(r"\frac{z}{\sqrt{1 + z^2}}", "z / √(1 + z²)")
    slope = Math(r"(1 + z^2)^{-3/2}", "(1 + z²)^(−3/2)")

    def value(self, z):
        return z / np.sqrt(1 + z**2)

    def derivative(self, z):
        return (1 + z**2) ** -1.5


class Absolute(Loss):
    """Σⱼ ln cosh(yⱼ − ŷⱼ): an absolute value with its corner rounded off."""

    name = "log_cosh"
    formula = Math(r"\ln\cosh(y - \hat{y})", "ln cosh(y − ŷ)")
    slope = Math(r"{} \cdot \tanh(y - \hat{{y}})", "{} · tanh(y − ŷ)")

    def written(self, y, hat):
        return Math(r"\operatorname{lncosh}", "ln cosh") + brackets(y[0] + Math(" - ", " − ") + hat[0])

    def dC_dy_written(self, y, hat):
        return Math(r"\tanh", "tanh") + brackets(y + Math(" - ", " − ") + hat)

    def cost(self, f, z, target):
        return np.log(np.cosh(f.minus(z, target))).sum(axis=1)

    def cost_of_y(self, y, target):
        return np.log(np.cosh(y - target)).sum(axis=1)

    def dC_dy(self, f, z, target):
        return np.tanh(f.minus(z, target))


@pytest.fixture
def bend(monkeypatch):
    monkeypatch.setitem(ACTIVATIONS, "bend", Bend())


@pytest.fixture
def log_cosh(monkeypatch):
    monkeypatch.setitem(LOSSES, "log_cosh", Absolute())


NETWORK = [Layer([[0.4, -0.6], [0.3, 0.8]], [0.1, -0.2]), Layer([[1.0, -0.5]], [0.2])]


def bent():
    return Network([Layer(layer.weights, layer.biases, "bend") for layer in NETWORK])


def test_an_activation_is_taken_by_the_engine_and_checked(bend):
    assert check_gradient(bent(), [1.0, 0.5], [0.3], "squared_error") < 1e-6


def test_an_activation_is_written_in_the_walkthrough_and_drawn_in_the_picture(bend):
    walk = walkthrough(bent(), [1.0, 0.5], [0.3], "squared_error")
    assert "a₁ = β(z₁)" in f"{walk.steps[2].lines[0].symbol} = {walk.steps[2].lines[0].formula}"
    assert "β′(z₁)" in str(walk)
    assert ">β</text>" in diagram(walk, 3)
    assert "β′(z₁)" in diagram(walk, 3)


def choices(stepper, key):
    """What can be chosen at a field of the stepper's form."""
    form = json.loads(gzip.decompress(stepper._film))["form"]
    return next(field["choices"] for row in form for field in row if field["key"] == key)


def test_an_activation_is_offered_by_the_stepper_the_explorer_and_the_player(bend):
    stepper = Stepper(bent(), [1.0, 0.5], [0.3], "squared_error")
    assert "bend" in choices(stepper, "f 0")
    assert {"bend", "squared_error of bend"} <= set(curve_names())
    assert Curve("bend").numeric(0.7) == pytest.approx(Curve("bend").derivative([0.7]).item())
    assert "z / √(1 + z²)" in shown(FunctionExplorer("bend"))["lines"][0]
    assert TrainingPlayer(activation="bend", updates=3).history.start.layers[0].activation == "bend"


def test_a_loss_is_taken_by_the_engine_written_and_offered(log_cosh):
    network = Network(NETWORK)
    assert check_gradient(network, [1.0, 0.5], [0.3], "log_cosh") < 1e-6
    walk = walkthrough(network, [1.0, 0.5], [0.3], "log_cosh")
    assert "ln cosh(y₁ − ŷ₁)" in str(walk)
    assert "log_cosh" in choices(Stepper(network, [1.0, 0.5], [0.3]), "loss")
    assert "σ′(z) · tanh(y − ŷ)" in shown(FunctionExplorer("log_cosh of sigmoid"))["lines"][1]
    assert TrainingPlayer(loss="log_cosh", updates=3).history.loss == "log_cosh"


def test_a_question_about_a_loss_of_ones_own_knows_its_slope(log_cosh):
    parts = Network(NETWORK), [1.0, 0.5], [0.3]
    walk = walkthrough(*parts, "log_cosh")
    for quantity, (_, value) in walk.made.items():
        asked = quantity_question("q", "?", *parts, quantity, loss="log_cosh")
        assert asked.check(value).state == "right" and asked.answer == pytest.approx(value)
    slope = quantity_question("q", "?", *parts, Quantity("dC_dz", 1, 0), loss="log_cosh")
    a = walk.forward.a[-1][0, 0]
    assert "This leaves out f′(z)." in slope.check(slope.answer / (a * (1 - a))).text


def test_a_loss_that_cancels_the_slope_and_one_that_requires_an_output_are_told_apart(monkeypatch):
    class Plain(Absolute):
        """It requires sigmoid outputs, and nothing cancels."""

        name, requires = "plain", "sigmoid"

    monkeypatch.setitem(LOSSES, "plain", Plain())
    walk = walkthrough(Network(NETWORK), [1.0, 0.5], [0.3], "plain")
    assert "joint" not in diagram(walk, 0)
    assert "σ′(z₃)" in str(walk)
