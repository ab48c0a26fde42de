"""The panels of training, each a pure function to SVG: network, loss, boundary, one weight, the layers' ∂C/∂z."""

import numpy as np

from backprop.engine.descent import dead
from backprop.notation import number, signed
from backprop.pictures.chart import Chart, beside, limits
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
LEAST_LOSS = 1e-12  # drawn as this where it is less
DELTA_RANGE = (1e-8, 1e2)


def network_panel(update, dead_neurons=()):
    """Weights above, ∂L/∂w below: width linear in |w|, and on a fixed log scale of |∂L/∂w|; numbers when few."""
    layers = update.before.layers
    weights = [layer.weights for layer in layers]
    gradients = list(update.backward.dL_dw)
    top = _wires(update.before.sizes, weights, "f", weight_width, 0, dead_neurons)
    bottom = _wires(update.before.sizes, gradients, "b", gradient_width, 185, dead_neurons)
    named = (14, say("pictures.panels.weights")), (199, say("pictures.panels.gradients"))
    heads = [f'<text class="l" x="12" y="{y}">{head}</text>' for y, head in named]
    shape = "-".join(map(str, update.before.sizes))
    alt = say("pictures.panels.network", sizes=shape)
    return picture("bp-n", 430, 370, alt, RULES, [*heads, *top, *bottom])


def _wires(sizes, values, kind, width, shift, dead_neurons):
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
            edges.append(
                f'<path class="e {kind}{sign}" stroke-width="{width(value):.2f}" '
                f'd="M{left:.1f} {sources[k]:.1f}L{right:.1f} {ends[j]:.1f}"><title>{number(value, 6)}</title></path>'
            )
            if (j, k) in places:
                (x, y), (wide, tall) = places[j, k], SMALL_PLATE
                corner = f'x="{x - wide / 2:.1f}" y="{y - tall / 2:.1f}" width="{wide}" height="{tall}"'
                labels.append(f'<rect class="p" rx="3" {corner}/>')
                text = signed(value, 2)  # drawn narrower where it is long, so that it stays on its plate
                narrow = f' textLength="{wide - 2}" lengthAdjust="spacingAndGlyphs"' if len(text) > 6 else ""
                labels.append(f'<text class="m" x="{x:.1f}" y="{y:.1f}"{narrow}>{text}</text>')
    for column, (x, ys) in enumerate(zip(columns, rows, strict=True)):
        for row, y in enumerate(ys):
            is_dead = (column - 1, row) in dead_neurons
            nodes.append(f'<circle class="c{" dead" if is_dead else ""}" cx="{x:.1f}" cy="{y:.1f}" r="8"/>')
            if is_dead:
                nodes.append(f'<text class="no" x="{x:.1f}" y="{y:.1f}">✗</text>')
        if sizes[column] > MOST_NEURONS:
            more = say("pictures.panels.more", more=sizes[column] - MOST_NEURONS)
            nodes.append(f'<text class="m" x="{x:.1f}" y="{shift + 178:.1f}">{more}</text>')
    return [*edges, *labels, *nodes]


def loss_panel(histories, names, at, shown=0):
    """L over all the data after every update, a line a run, and a cursor."""
    most = max(history.updates for history in histories)
    every = np.concatenate([history.losses for history in histories])
    every = np.maximum(every[np.isfinite(every)], LEAST_LOSS)  # a log scale has no place for 0
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


def boundary_panel(network, x, target, cells=28):
    """Where y₁ is above ½ (blue) and below (orange), with the data: circles 1, squares 0. Two inputs only."""
    xlim, ylim = limits(x[:, 0], 0.15), limits(x[:, 1], 0.15)
    title, alt = say("pictures.panels.boundary"), say("pictures.panels.boundary-alt")
    chart = Chart(320, 280, xlim, ylim, title=title, xlabel="x₁", ylabel="x₂", alt=alt)
    across, up = (low + (np.arange(cells) + 0.5) * (high - low) / cells for low, high in (xlim, ylim))
    grid = np.column_stack([np.tile(across, cells), np.repeat(up, cells)])
    chart.grid(network.forward(grid).y[:, 0].reshape(cells, cells), xlim, ylim)
    one = target[:, 0] > 0.5
    chart.points(x[one, 0], x[one, 1], "f", size=3.2)
    chart.points(x[~one, 0], x[~one, 1], "b", shape="square", size=2.8)
    return chart


def weight_panel(history, parameter, name, at):
    """One parameter and its gradient over the updates, each on its own axis, with a cursor."""
    steps = _thinned(history.updates + 1)
    values = history.parameters[steps, parameter]
    xlabel = say("pictures.update")
    first = Chart(300, 200, (0, max(1, history.updates)), limits(values), title=name, xlabel=xlabel, alt=name)
    first.line(steps, values, "f")
    first.vline(at)
    first.points([at], [history.parameters[at, parameter]], "ink", size=4)
    gradients = history.gradients(parameter)
    steps = _thinned(max(1, history.updates))
    shown = gradients[steps] if len(gradients) else np.zeros(1)
    title = say("pictures.panels.gradient")
    second = Chart(300, 200, (0, max(1, history.updates)), limits([*shown, 0]), title=title, xlabel=xlabel)
    second.line(steps, shown, "b")
    second.hline(0)
    second.vline(at)
    return beside(first, second, alt=say("pictures.panels.weight", name=name))


def delta_panel(update):
    """‖∂C/∂z‖ of every layer over the batch, on one fixed log scale: a vanishing gradient is seen to vanish."""
    norms = [float(np.linalg.norm(delta)) for delta in update.backward.dC_dz]
    norms_said = ", ".join(say("pictures.panels.norm", layer=l, value=number(v)) for l, v in enumerate(norms, 1))
    chart = Chart(
        320,
        200,
        (0, len(norms)),
        DELTA_RANGE,
        title=say("pictures.panels.deltas"),
        ylog=True,
        xticks=False,
        alt=say("pictures.panels.deltas-alt", norms=norms_said),
    )
    for l, value in enumerate(norms):
        top = min(max(value, DELTA_RANGE[0]), DELTA_RANGE[1])
        chart.line([l + 0.5, l + 0.5], [DELTA_RANGE[0], top], "b", width=26, title=number(value, 6).text)
        chart.text(l + 0.5, DELTA_RANGE[0], say("pictures.panels.layer", layer=l + 1), "dim", dy=14)
        chart.text(l + 0.5, top, number(value).text, dy=-9)
    return chart


def _thinned(count, most=400):
    """At most about ``most`` of the numbers 0 … count − 1, the last among them."""
    steps = np.unique(np.linspace(0, count - 1, min(count, most)).round().astype(int))
    return steps


def everything(histories, names, at, shown=0, parameter=0, parameter_name="w", cells=28):
    """All panels of one update as HTML, and one sentence that says what is seen."""
    history = histories[shown]
    here = min(at, history.updates)
    update = history.update(min(here, history.updates - 1))
    network = history.network(here)
    panels = [network_panel(update, dead(network, history.x)), loss_panel(histories, names, at, shown).svg()]
    if history.x.shape[1] == 2:
        panels.append(boundary_panel(network, history.x, history.target, cells).svg())
    panels.append(weight_panel(history, parameter, parameter_name, here))
    panels.append(delta_panel(update).svg())
    boxes = "".join(f'<div style="flex:none">{panel}</div>' for panel in panels)
    return f'<div style="display:flex;flex-wrap:wrap;gap:4px 12px">{boxes}</div>'
