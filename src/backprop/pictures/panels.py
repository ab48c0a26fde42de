"""The panels of training at rest, each a pure function to SVG: the network, and L after every update."""

import numpy as np

from backprop.notation import number, signed
from backprop.pictures.chart import Chart
from backprop.pictures.layout import gradient_width, plates, weight_width
from backprop.pictures.theme import picture
from backprop.words import say

MOST_NUMBERS = 12  # weights up to which every edge carries its number
MOST_NEURONS = 8
SMALL_PLATE = (42, 13)
RULES = """
.bp-n .f{stroke:var(--f)}.bp-n .b{stroke:var(--b)}.bp-n .neg{stroke-dasharray:6 4}.bp-n .e{fill:none}
.bp-n .c{fill:var(--paper);stroke:var(--dim);stroke-width:1.4}.bp-n .l{text-anchor:start;font-weight:600}
.bp-n .dead{stroke:var(--no);stroke-width:3}.bp-n .no{fill:var(--no);font-weight:700}.bp-n text.m{font-size:10.5px}
"""
KINDS, DASHES = ("f", "b", "ink"), ("", "7 4", "2 3")  # of the runs on one loss plot: told apart in grey too
LEAST_LOSS, LARGEST = 1e-12, 1e300  # drawn as this where it is less, or more
DELTA_RANGE = (1e-8, 1e2)
NETWORK_SIZE = (430, 370)


def network_panel(update, dead_neurons=()):
    """Weights above, ∂L/∂w below: width linear in |w|, and on a fixed log scale of |∂L/∂w|; numbers when few."""
    layers = update.before.layers
    weights = [layer.weights for layer in layers]
    gradients = list(update.backward.dL_dw)
    top = _wires(update.before.sizes, weights, "f", weight_width, 0, dead_neurons)
    bottom = _wires(update.before.sizes, gradients, "b", gradient_width, 185, dead_neurons)
    return picture("bp-n", *NETWORK_SIZE, _network_alt(update.before), RULES, [*_heads(), *top, *bottom])


def network_frame(network):
    """(what is seen, the same picture with no numbers): a page gives each wire, named as in ``marks``, its width.

    A wire's number stands in the text that has its name as data-number; every hidden neuron has a place for a cross.
    """
    none = [np.zeros_like(layer.weights) for layer in network.layers]
    hidden = [(l, j) for l, layer in enumerate(network.layers[:-1]) for j in range(layer.n_out)]
    top = _wires(network.sizes, none, "f", weight_width, 0, hidden, "w")
    bottom = _wires(network.sizes, none, "b", gradient_width, 185, hidden, "back")
    return _network_alt(network), "".join([*_heads(), *top, *bottom])


def _heads():
    named = (14, say("pictures.panels.weights")), (199, say("pictures.panels.gradients"))
    return [f'<text class="l" x="12" y="{y}">{head}</text>' for y, head in named]


def _network_alt(network):
    return say("pictures.panels.network", sizes="-".join(map(str, network.sizes)))


def _wires(sizes, values, kind, width, shift, dead_neurons, live=""):
    """Edges with their numbers, then neurons. ``live`` names each edge, and leaves its number to the page."""
    columns = np.linspace(40, 390, len(sizes))
    rows = [[shift + 30 + 140 * (r + 0.5) / min(n, MOST_NEURONS) for r in range(min(n, MOST_NEURONS))] for n in sizes]
    few = sum(v.size for v in values) <= MOST_NUMBERS
    edges, labels, nodes = [], [], []
    for l, matrix in enumerate(values):
        (left, right), (sources, ends) = columns[l : l + 2], rows[l : l + 2]
        places = plates(left + 8, right - 8, sources, ends, SMALL_PLATE) if few else {}
        for j, k in np.ndindex(len(ends), len(sources)):
            value = matrix[j, k]
            sign = " neg" if value < 0 else ""
            place = f'd="M{left:.1f} {sources[k]:.1f}L{right:.1f} {ends[j]:.1f}"'
            if live:
                edges.append(f'<path class="e {kind}" data-edge="{live} {l} {j} {k}" {place}/>')
            else:
                edge = f'<path class="e {kind}{sign}" stroke-width="{width(value):.2f}" {place}>'
                edges.append(f"{edge}<title>{number(value, 6)}</title></path>")
            if (j, k) in places:
                (x, y), (wide, tall) = places[j, k], SMALL_PLATE
                corner = f'x="{x - wide / 2:.1f}" y="{y - tall / 2:.1f}" width="{wide}" height="{tall}"'
                labels.append(f'<rect class="p" rx="3" {corner}/>')
                text = signed(value, 2)  # drawn narrower where it is long, so that it stays on its plate
                narrow = f' textLength="{wide - 2}" lengthAdjust="spacingAndGlyphs"' if len(text) > 6 else ""
                if live:
                    narrow, text = f' data-number="{live} {l} {j} {k}"', ""
                labels.append(f'<text class="m" x="{x:.1f}" y="{y:.1f}"{narrow}>{text}</text>')
    for column, (x, ys) in enumerate(zip(columns, rows, strict=True)):
        for row, y in enumerate(ys):
            is_dead = (column - 1, row) in dead_neurons
            named = f' data-neuron="{column - 1} {row}"' if live and is_dead else ""
            nodes.append(
                f'<circle class="c{" dead" if is_dead and not live else ""}" cx="{x:.1f}" cy="{y:.1f}" r="8"/>'
            )
            if is_dead:
                nodes.append(f'<text class="no"{named} x="{x:.1f}" y="{y:.1f}">{"" if live else "✗"}</text>')
        if sizes[column] > MOST_NEURONS:
            more = say("pictures.panels.more", more=sizes[column] - MOST_NEURONS)
            nodes.append(f'<text class="m" x="{x:.1f}" y="{shift + 178:.1f}">{more}</text>')
    return [*edges, *labels, *nodes]


def loss_panel(histories, names, at, shown=0):
    """L over all the data after every update, a line a run, and a cursor."""
    most = max(history.updates for history in histories)
    every = np.concatenate([history.losses for history in histories])
    every = np.clip(every[np.isfinite(every)], LEAST_LOSS, LARGEST)  # a log scale has no place for 0
    low, high = every.min() / 1.5, every.max() * 1.5
    L = number(histories[shown].losses[min(at, histories[shown].updates)])
    said = {
        "title": say("pictures.panels.loss"),
        "xlabel": say("pictures.update"),
        "alt": say("pictures.panels.loss-alt", at=at, L=L),
    }
    chart = Chart(430, 280, (0, max(1, most)), (low, high), ylog=True, **said)
    for run, (history, name) in enumerate(zip(histories, names, strict=True)):
        steps = _thinned(history.updates + 1)
        losses = np.maximum(history.losses[steps], low)
        chart.line(steps, losses, KINDS[run], dash=DASHES[run], width=2.4 if run == shown else 1.6, title=name)
        if len(histories) > 1:
            chart.key(run, name, KINDS[run], DASHES[run])
    chart.vline(at)
    history = histories[shown]
    here = min(at, history.updates)
    chart.points([here], [max(history.losses[here], low)], KINDS[shown], size=5)
    return chart


def _thinned(count, most=400):
    """At most about ``most`` of the numbers 0 … count − 1, the last among them."""
    steps = np.unique(np.linspace(0, count - 1, min(count, most)).round().astype(int))
    return steps
