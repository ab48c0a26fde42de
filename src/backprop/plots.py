"""Plots at rest, in matplotlib: each takes an ax, draws, and returns it."""

from IPython.display import display

FORWARD, BACKWARD = "#0072B2", "#B34700"


def show(figure, alt):
    """Display a figure once, with the text that stands for it where it cannot be seen."""
    display(figure, metadata={"image/png": {"alt": alt}})


def gradient_cost(ax, rows):
    """Time of a gradient against the number of parameters, log-log; ``rows`` as ``timing.cost`` gives them."""
    counts = [row[0] for row in rows]
    ax.loglog(counts, [1000 * row[3] for row in rows], "s--", color=BACKWARD, label="finite differences: 2P passes")
    ax.loglog(counts, [1000 * row[2] for row in rows], "o-", color=FORWARD, label="backpropagation")
    ax.loglog(counts, [1000 * row[1] for row in rows], "k:", label="one forward pass")
    ax.set(xlabel="parameters P", ylabel="milliseconds")
    ax.grid(True, alpha=0.3)
    ax.legend()
    return ax
