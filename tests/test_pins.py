"""Every formula is pinned by a cell: break its rule in the engine, and that very cell goes red.

The code cells of a notebook run one after another in one namespace, as a kernel would run them,
with one rule of the engine broken; a cell that raises an AssertionError is red.
"""

from pathlib import Path

import nbformat
import numpy as np
import pytest

from backprop import network as engine
from backprop.functions import (
    CategoricalCrossEntropy,
    CrossEntropy,
    Gelu,
    Relu,
    Sigmoid,
    Softmax,
    SquaredError,
    Tanh,
)

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"


def broken(cls, name, wrong):
    """Put ``wrong(right, self, …)`` in the place of a method or property of the engine."""

    def patch(monkeypatch):
        right = getattr(cls, name)
        if isinstance(right, property):
            monkeypatch.setattr(cls, name, property(lambda self: wrong(right, self)))
        else:
            monkeypatch.setattr(cls, name, lambda self, *args: wrong(right, self, *args))

    return patch


def back(change):
    """Break what the backward pass finds: ``change`` takes its fields as lists of arrays."""

    def wrong(right, self, *args):
        found = right(self, *args)
        fields = {name: [a.copy() for a in getattr(found, name)] for name in ("dC_dz", "dC_da", "dL_dw", "dL_db")}
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
        fields["dC_da"][l] = fields["dC_dz"][l + 1][:, :1] @ layer.weights[:1]
        fields["dC_dz"][l] = found.network.layers[l].f.derivative(found.forward.z[l]) * fields["dC_da"][l]


def slope_dropped(found, fields):
    fields["dC_dz"][:-1] = fields["dC_da"][:-1]
    pairs = zip(fields["dC_dz"], found.forward.dz_dw, strict=True)
    fields["dL_dw"] = [delta.T @ feed for delta, feed in pairs]


def feed_forgotten(found, fields):
    """Every weight treated as a bias."""
    fields["dL_dw"] = [
        delta.T @ np.ones_like(feed) for delta, feed in zip(fields["dC_dz"], found.forward.dz_dw, strict=True)
    ]


def slope_twice(right, self, f, z, target):
    return f.derivative(z) * right(self, f, z, target)


# formula, as its cell's tag names it -> the rule broken
PINS = {
    "02": {
        "total": back(mean_for_sum),
        "forward": broken(Sigmoid, "value", lambda right, self, z: np.tanh(z)),
        "dz_dw": broken(engine.ForwardPass, "dz_dw", ones),
        "feed": broken(engine.ForwardPass, "dz_dw", ones),
    },
    "03": {
        "output-layer": broken(CrossEntropy, "dC_dz", slope_twice),
        "hidden-layer": back(same_layer),
        "recursion": back(slope_dropped),
        "multiply": back(feed_forgotten),
    },
    "06": {
        "activation-slope": broken(Relu, "derivative", lambda right, self, z: np.ones_like(z)),
        "tanh": broken(Tanh, "derivative", lambda right, self, z: 1.0 - np.tanh(z)),
        "saturation": broken(Sigmoid, "derivative", lambda right, self, z: 0.25 + 0 * z),
        "stable-slopes": broken(Sigmoid, "derivative", lambda right, self, z: self.value(z) * (1 - self.value(z))),
        "dead-relu": broken(Relu, "derivative", lambda right, self, z: np.ones_like(z)),
        "gelu": broken(Gelu, "derivative", lambda right, self, z: np.where(z > 0, 1.0, 0.0)),
        "softmax": broken(Softmax, "jacobian", lambda right, self, z: right(self, z) * np.eye(z.shape[1])),
        "categorical-output": broken(CategoricalCrossEntropy, "dC_dz", times(2)),
        "squared-error": broken(SquaredError, "dC_dz", lambda right, self, f, z, target: self.dC_dy(f, z, target)),
        "mse": broken(SquaredError, "dC_dy", times(2)),
        "unchanged": back(slope_dropped),
    },
}
CASES = [(notebook, pin) for notebook, pins in PINS.items() for pin in pins]


def cells(notebook):
    """(tags, source) of each code cell."""
    path = next(NOTEBOOKS.glob(f"{notebook}_*.ipynb"))
    found = nbformat.read(path, as_version=4)["cells"]
    return [(c["metadata"].get("tags", []), c["source"]) for c in found if c["cell_type"] == "code"]


def red(notebook):
    """The tags of the cells that raise an AssertionError."""
    names, found = {}, set()
    for tags, source in cells(notebook):
        try:
            exec(source, names)
        except AssertionError:
            found |= set(tags)
    return found


@pytest.mark.parametrize("notebook", PINS)
def test_with_the_engine_whole_no_cell_is_red(notebook):
    assert red(notebook) == set()


@pytest.mark.parametrize("notebook", PINS)
def test_every_tagged_cell_is_on_the_list(notebook):
    tags = {tag.removeprefix("pins:") for each, _ in cells(notebook) for tag in each if tag.startswith("pins:")}
    assert tags == set(PINS[notebook])


@pytest.mark.parametrize(("notebook", "pin"), CASES, ids=[f"{n}-{pin}" for n, pin in CASES])
def test_a_broken_rule_turns_its_own_cell_red(notebook, pin, monkeypatch):
    PINS[notebook][pin](monkeypatch)
    assert f"pins:{pin}" in red(notebook)
