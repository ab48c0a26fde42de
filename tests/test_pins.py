"""Every formula is pinned by a cell: break its rule in the engine, and that very cell goes red.

The code cells of a notebook run one after another in one namespace, as a kernel would run them,
with one rule of the engine broken; a cell that raises an AssertionError is red.
"""

from pathlib import Path

import nbformat
import numpy as np
import pytest

from backprop.engine import network as engine
from backprop.engine.activations import Gelu, Relu, Sigmoid, Softmax, Tanh
from backprop.engine.chain_rule import ChainNudge, ForkNudge
from backprop.engine.losses import CategoricalCrossEntropy, CrossEntropy, SquaredError

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"


def broken(cls, name, wrong):
    """Put ``wrong(right, self, …)`` in the place of a method or property of the engine."""

    def patch(monkeypatch):
        right = getattr(cls, name)
        if isinstance(right, property):
            monkeypatch.setattr(cls, name, property(lambda self: wrong(right, self)))
        else:
            monkeypatch.setattr(cls, name, lambda self, *args, **more: wrong(right, self, *args, **more))

    return patch


def back(change):
    """Break what the backward pass finds: ``change`` takes its fields as lists of arrays."""

    def wrong(right, self, *args):
        found = right(self, *args)
        fields = {
            name: [a.copy() for a in getattr(found, name)] for name in ("dC_dz", "dC_da_hidden", "dL_dw", "dL_db")
        }
        change(found, fields)
        arrays = {name: tuple(value) for name, value in fields.items()}
        return engine.BackwardPass(found.forward, found.target, found.loss, **arrays)

    return broken(engine.Network, "backward", wrong)


def times(factor):
    return lambda right, self, *args: factor * right(self, *args)


def ones(right, self):
    return tuple(np.ones_like(feed) for feed in right.fget(self))


def mean_for_sum(found, fields):
    fields["dL_dw"] = [g / len(found.target) for g in fields["dL_dw"]]


def same_layer(found, fields):
    """The slip: one neuron of the next layer heard, not all."""
    for l, layer in enumerate(found.network.layers[1:]):
        fields["dC_da_hidden"][l] = fields["dC_dz"][l + 1][:, :1] @ layer.weights[:1]
        fields["dC_dz"][l] = found.network.layers[l].f.derivative(found.forward.z[l]) * fields["dC_da_hidden"][l]
        fields["dL_dw"][l] = fields["dC_dz"][l].T @ found.forward.dz_dw[l]


def slope_dropped(found, fields):
    fields["dC_dz"][:-1] = fields["dC_da_hidden"]
    pairs = zip(fields["dC_dz"], found.forward.dz_dw, strict=True)
    fields["dL_dw"] = [delta.T @ feed for delta, feed in pairs]


def feed_forgotten(found, fields):
    """Every weight treated as a bias."""
    fields["dL_dw"] = [
        delta.T @ np.ones_like(feed) for delta, feed in zip(fields["dC_dz"], found.forward.dz_dw, strict=True)
    ]


def doubled(found, fields):
    fields["dL_dw"] = [2 * g for g in fields["dL_dw"]]


def flipped(found, fields):
    fields["dL_dw"] = [-g for g in fields["dL_dw"]]
    fields["dL_db"] = [-g for g in fields["dL_db"]]


def bias_mean(found, fields):
    fields["dL_db"] = [g / len(found.target) for g in fields["dL_db"]]


def uphill(right, self, backward, learning_rate):
    layers = zip(self.layers, backward.dL_dw, backward.dL_db, strict=True)
    return engine.Network(
        engine.Layer(layer.weights + learning_rate * dw, layer.biases + learning_rate * db, layer.activation)
        for layer, dw, db in layers
    )


def one_sided(f, values, scale=1.0):
    """A finite difference that nudges up only, and forgets to divide by half as much."""
    values = np.asarray(values, dtype=float)
    slopes = np.empty_like(values)
    for place in np.ndindex(values.shape):
        moved = values.copy()
        moved[place] += 1e-3 * scale
        slopes[place] = (f(moved) - f(values)) / (2e-3 * scale)
    return slopes


def forward_again(right, self, forward, *args):
    """A backward pass that keeps nothing and goes forward once more."""
    self.forward(forward.x)
    return right(self, forward, *args)


def replaced(place, wrong):
    """Put a function in the place of a module's own."""
    return lambda monkeypatch: monkeypatch.setattr(place, wrong)


def tanh_for_sigmoid(right, self, z):
    return np.tanh(z), right(self, z)[1]


def slope_twice(right, self, f, z, target):
    return f.derivative(z) * right(self, f, z, target)


# formula, as its cell's tag names it -> the rule broken, or several rules, each of which turns the cell red
PINS = {
    "00": {
        "loss-sum": broken(engine.Network, "loss", lambda right, self, x, *more: right(self, x, *more) / len(x)),
        "gradient": back(flipped),
        "update": broken(engine.Network, "updated", uphill),
        "finite-difference": replaced("backprop.engine.numeric.central_difference", one_sided),
        "passes": broken(engine.Network, "backward", forward_again),
    },
    "01": {
        "case-1": broken(ChainNudge, "dz_dx", lambda right, self: self.dz_dy + self.dy_dx),
        "case-2": broken(ForkNudge, "dz_ds", lambda right, self: self.terms[0]),
        "two-paths": back(same_layer),
        "rules": (broken(CrossEntropy, "dC_dz", slope_twice), back(slope_dropped), back(feed_forgotten)),
    },
    "02": {
        "total": back(mean_for_sum),
        "forward": broken(Sigmoid, "value_and_derivative", tanh_for_sigmoid),
        "dz_dw": broken(engine.ForwardPass, "dz_dw", ones),
        "feed": broken(engine.ForwardPass, "dz_dw", ones),
    },
    "03": {
        "output-layer": broken(CrossEntropy, "dC_dz", slope_twice),
        "hidden-layer": back(same_layer),
        "next-layer": back(same_layer),
        "recursion": back(slope_dropped),
        "multiply": back(feed_forgotten),
        "old-weights": back(same_layer),
        "paths": back(slope_dropped),
        "matrices": back(feed_forgotten),
    },
    "04": {
        "sigma-prime": broken(Sigmoid, "derivative", times(2)),
        "stable-slopes": broken(Sigmoid, "derivative", lambda right, self, z: self.value(z) * (1 - self.value(z))),
        "worked": (
            broken(CrossEntropy, "cost", times(2)),
            broken(CrossEntropy, "dC_dy", times(2)),
            broken(CrossEntropy, "dC_dz", slope_twice),
            back(same_layer),
            back(slope_dropped),
            back(feed_forgotten),
        ),
        "examples": (back(mean_for_sum), back(bias_mean)),
        "published": broken(Sigmoid, "value_and_derivative", tanh_for_sigmoid),
    },
    "05": {
        "loop": (
            broken(engine.Network, "updated", uphill),
            back(slope_dropped),
            broken(Tanh, "derivative", lambda right, self, z: 1.0 - np.tanh(z)),
        ),
        "predicted": back(doubled),
        "batch": back(mean_for_sum),
    },
    "06": {
        "activation-slope": broken(Relu, "derivative", lambda right, self, z: np.ones_like(z)),
        "tanh": (
            broken(Tanh, "derivative", lambda right, self, z: 1.0 - np.tanh(z)),
            broken(Tanh, "derivative", lambda right, self, z: 1.0 - np.tanh(z) ** 2),
        ),
        "saturation": broken(Sigmoid, "value_and_derivative", lambda right, self, z: (right(self, z)[0], 0.25 + 0 * z)),
        "dead-relu": broken(Relu, "derivative", lambda right, self, z: np.ones_like(z)),
        "gelu": broken(Gelu, "derivative", lambda right, self, z: np.where(z > 0, 1.0, 0.0)),
        "softmax": broken(Softmax, "jacobian", lambda right, self, z: right(self, z) * np.eye(z.shape[1])),
        "categorical-output": broken(CategoricalCrossEntropy, "dC_dz", times(2)),
        "squared-error": broken(SquaredError, "dC_dz", lambda right, self, f, z, target: self.dC_dy(f, z, target)),
        "mse": broken(SquaredError, "dC_dy", times(2)),
        "unchanged": back(slope_dropped),
    },
    "07": {
        "own-forward": broken(Sigmoid, "value_and_derivative", tanh_for_sigmoid),
        "own-backward": broken(CrossEntropy, "dC_dz", slope_twice),
        "own-multiply": broken(CrossEntropy, "dC_dz", slope_twice),
        "own-update": broken(CrossEntropy, "dC_dz", times(-1)),
        "own-train": broken(CrossEntropy, "dC_dz", slope_twice),
    },
}
CASES = [
    (notebook, pin, rule)
    for notebook, pins in PINS.items()
    for pin, rules in pins.items()
    for rule in (rules if isinstance(rules, tuple) else (rules,))
]


def cells(notebook):
    """(tags, source) of each code cell."""
    path = next(NOTEBOOKS.glob(f"{notebook}_*.ipynb"))
    found = nbformat.read(path, as_version=4)["cells"]
    return [(c["metadata"].get("tags", []), c["source"]) for c in found if c["cell_type"] == "code"]


def red(notebook, tag):
    """Whether a cell with this tag raises an AssertionError, before the first cell that cannot go on at all."""
    names = {}
    for tags, source in cells(notebook):
        try:
            exec(source, names)
        except AssertionError:
            if tag in tags:
                return True
        except (ArithmeticError, NameError, TypeError, ValueError):
            break
    return False


@pytest.mark.parametrize("notebook", PINS)
def test_with_the_engine_whole_every_cell_runs(notebook):
    names = {}
    for _, source in cells(notebook):
        exec(source, names)


@pytest.mark.parametrize("notebook", PINS)
def test_every_tagged_cell_is_on_the_list(notebook):
    tags = {tag.removeprefix("pins:") for each, _ in cells(notebook) for tag in each if tag.startswith("pins:")}
    assert tags == set(PINS[notebook])


@pytest.mark.parametrize(("notebook", "pin", "rule"), CASES, ids=[f"{n}-{pin}" for n, pin, _ in CASES])
def test_a_broken_rule_turns_its_own_cell_red(notebook, pin, rule, monkeypatch):
    rule(monkeypatch)
    assert red(notebook, f"pins:{pin}")
