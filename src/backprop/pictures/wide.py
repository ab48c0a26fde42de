"""Two curves that everything else rests on, drawn wide: the sigmoid, and the cost of one output."""

import numpy as np

from backprop.engine.activations import sigmoid
from backprop.notation import number
from backprop.pictures.chart import Chart
from backprop.pictures.still import Still
from backprop.words import say

FAR = 8.0
MARKED = (-4.0, -2.0, 0.0, 2.0, 4.0)
NEAREST = 0.01  # the cost has no end where y nears the wrong side


def sigmoid_wide() -> Still:
    """σ(z) from z = −8 to 8, with its values at a few whole z."""
    alt = say("pictures.wide.sigmoid", values=_values())
    chart = Chart(
        820, 300, (-FAR, FAR), (-0.06, 1.12), title="σ(z) = 1 / (1 + e⁻ᶻ)", xlabel="z", ylabel="σ(z)", alt=alt
    )
    z = np.linspace(-FAR, FAR, 321)
    for level in (0.0, 1.0):
        chart.hline(level)
    chart.vline(0.0)
    chart.line(z, sigmoid.value(z), "f", width=3)
    chart.points(MARKED, sigmoid.value(np.array(MARKED)), "f", size=5)
    for at in MARKED:
        value = sigmoid.value(at).item()
        chart.text(at, value, number(value).text, dx=0.0, dy=-14 if at < 0 else 17, anchor="end" if at < 0 else "start")
    return Still(chart.svg(), alt)


def _values():
    return ", ".join(f"σ({number(at)}) = {number(sigmoid.value(at).item())}" for at in MARKED)


def cost_wide() -> Still:
    """C of one output against y: −ln y where ŷ = 1, −ln(1 − y) where ŷ = 0."""
    alt = say("pictures.wide.cost")
    chart = Chart(820, 280, (0.0, 1.0), (-0.1, 4.6), title="C", xlabel="y", ylabel="C", alt=alt)
    y = np.linspace(NEAREST, 1 - NEAREST, 197)
    chart.line(y, -np.log(y), "f", width=3)
    chart.line(y, -np.log(1 - y), "f", width=3, dash=True)
    chart.text(NEAREST, 4.2, "ŷ = 1:  C = −ln y", anchor="start", dx=14)
    chart.text(1 - NEAREST, 4.2, "ŷ = 0:  C = −ln(1 − y)", anchor="end", dx=-14)
    return Still(chart.svg(), alt)
