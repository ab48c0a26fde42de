"""The gradient of L beside other libraries, its cost beside a forward pass, and beside finite differences."""

import numpy as np

from backprop import Layer, Network
from backprop.engine.timing import by_backpropagation, cost, layered, parameters, random_model
from bench import peers
from bench.measure import ratio, said, table, times

MODELS = (
    ((2, 2, 2, 2), 1),
    ((8, 8, 8, 8), 32),
    ((64, 32, 10), 64),
    ((784, 128, 10), 64),
    ((1024, 1024, 1024, 10), 256),
)
SCALAR_PARAMETERS = 250  # more than these are too many for an engine of scalars
WIDTHS = (1, 2, 5, 18, 57, 182, 577, 1825)
DIFFERENCES = 2_000  # more parameters than these take too long by finite differences


def name(sizes, examples):
    """The model, as the tables name it."""
    return f"{'-'.join(map(str, sizes))}, {examples} example{'s' if examples > 1 else ''}"


def agreeing(actions):
    """{name: run} of {name: (run, read)}, after all were seen to give the same numbers; else AssertionError."""
    expected, *others = [read(run()) for run, read in actions.values()]
    for given in others:
        for a, b in zip(expected, given, strict=True):
            np.testing.assert_allclose(a, b, rtol=1e-9, atol=1e-9 * max(1.0, np.abs(a).max()))
    return {name: run for name, (run, _) in actions.items()}


def beside_others(seconds):
    """Rows: model, then our time over each peer's."""
    rows = []
    for sizes, examples in MODELS:
        model = random_model(sizes, examples)
        five = (peers.backprop, peers.pytorch, peers.pytorch_functions, peers.autograd, peers.sklearn)
        actions = agreeing({peer.__name__: peer(*model) for peer in five})
        found = times(actions | {"products": peers.products(*model)}, seconds)
        cells = [said(ratio(found["backprop"], found[peer.__name__])) for peer in five[1:]]
        scalar = beside_scalars(model, seconds) if parameters(model[0]) < SCALAR_PARAMETERS else "–"
        cells += [scalar, said(ratio(found["backprop"], found["products"]))]
        rows.append([name(sizes, examples), *cells])
    return rows


def beside_scalars(model, seconds):
    """Our time over micrograd's, on the same sizes with ReLU and the squared error."""
    network, x, target = model
    last = len(network.layers) - 1
    network = Network(
        Layer(layer.weights, layer.biases, "relu" if l < last else "identity") for l, layer in enumerate(network.layers)
    )
    ours, theirs = peers.backprop(network, x, target, "squared_error"), peers.micrograd(network, x, target)
    found = times(agreeing({"ours": ours, "theirs": theirs}), seconds)
    return said(ratio(found["ours"], found["theirs"]), digits=4)


def against_a_forward_pass(seconds):
    """Rows: parameters, examples, gradient over forward pass, finite differences over forward pass."""
    rows = []
    for width in WIDTHS:
        network, x, target = random_model((width,) * 4, 64)
        actions = {
            "gradient": lambda n=network, x=x, t=target: by_backpropagation(n, x, t),
            "forward": lambda n=network, x=x: n.forward(x),
        }
        found, differences = times(actions, seconds), "–"
        if parameters(network) <= DIFFERENCES:
            _, forward, _, numeric = cost(*layered(width))
            differences = f"{numeric / forward:,.0f}"
        rows.append([f"{parameters(network):,}", said(ratio(found["gradient"], found["forward"])), differences])
    return rows


def page(seconds):
    """This part of the results, in Markdown."""
    others = ("PyTorch", "PyTorch's functions", "autograd", "scikit-learn", "micrograd", "products alone")
    return "\n\n".join(
        [
            "## The gradient of L",
            "Our time over theirs: below 1 is faster. The median over rounds in one run, and its quartiles. "
            "Float64, sigmoid layers, cross-entropy; every library's gradients are compared with ours first. "
            "*PyTorch* is a `torch.nn` model and `backward()`; *PyTorch's functions* are the same without modules, and "
            "`torch.autograd.grad`. micrograd has no exponential, so against it both compute ReLU layers with the "
            "squared error. "
            "*Products alone* are the bare matrix products of both passes.",
            table(["network", *others], beside_others(seconds)),
            "## A gradient against a forward pass",
            "Three equal layers. Backpropagation on 64 examples; finite differences on one, two forward passes a "
            "parameter. – is too many parameters to wait for.",
            table(
                ["parameters", "backpropagation / forward pass", "finite differences / forward pass"],
                against_a_forward_pass(seconds),
            ),
        ]
    )
