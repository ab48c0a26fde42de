"""Plots at rest, in matplotlib: each takes an ax, draws, and returns it."""

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

from backprop.words import say

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

FORWARD, BACKWARD = "#0072B2", "#B34700"


def show(figure: "Figure", sentence: str) -> None:
    """Display a figure once, and under it the words that stand for it where it cannot be seen: the sentence of that id.

    They are the picture's alternative text too, but not every page that shows a notebook passes that on.
    """
    from IPython.display import display  # where there is no notebook, there may be no IPython

    told = say(sentence)
    display(figure, metadata={"image/png": {"alt": told}})
    display({"text/plain": told, "text/html": f"<p>{escape(told)}</p>"}, raw=True)


def gradient_cost(ax: "Axes", rows: Iterable[tuple[int, float, float, float]]) -> "Axes":
    """Time of a gradient against the number of parameters, log-log; ``rows`` as ``timing.cost`` gives them."""
    parameters, forward, backpropagation, differences = zip(*rows, strict=True)
    ax.loglog(parameters, differences, "s--", color=FORWARD, label=say("pictures.figures.differences"))
    ax.loglog(parameters, backpropagation, "o-", color=BACKWARD, label=say("pictures.figures.backpropagation"))
    ax.loglog(parameters, forward, "k:", label=say("pictures.figures.forward"))
    ax.set(xlabel=say("pictures.figures.parameters"), ylabel=say("pictures.figures.seconds"))
    ax.grid(True, alpha=0.3)
    ax.legend()
    return ax


def stacked_shares(ax: "Axes", shares: Iterable[float], name: str) -> "Axes":
    """Each example's share laid end to end; where the last one ends is the sum."""
    ends = [0.0]
    for n, share in enumerate(shares):
        ax.barh(n, share, left=ends[-1], color=BACKWARD, alpha=0.45 + 0.2 * n, edgecolor="black")
        ends.append(ends[-1] + share)
    ax.axvline(ends[-1], color="black", linestyle="--")
    ax.set(
        yticks=range(len(shares)),
        yticklabels=[say("pictures.figures.example", example=n + 1) for n in range(len(shares))],
    )
    ax.set(xlabel=say("pictures.figures.shares", name=name, total=f"{ends[-1]:.4f}"))
    ax.invert_yaxis()
    return ax
