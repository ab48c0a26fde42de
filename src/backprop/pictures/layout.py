"""Where everything in the network's picture stands, and how wide its edges are: a function of the sizes alone.

So nothing moves while stepping.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np

MOST_ROWS = 8  # neurons drawn in a layer; beyond it the last row says how many are left out
MOST_LABELLED = 4  # neurons in a layer up to which every edge carries a label
PLATE = (50, 17)  # width and height of an edge's label, fixed so that nothing moves as values change
ACTIVATION = 120  # from a neuron's z to its a
PILL = (31, 14)  # half the width and half the height of a gradient's place
COST = 27  # half the side of C's square
TITLE, STRIP, NARROWEST = 38, 56, 580  # the heads fit in the narrowest picture
SMALLEST_FONT = 12  # no label is smaller at the picture's own size
SMALLEST = 10 / SMALLEST_FONT  # of its own size: on a narrower page it scrolls, so that labels keep 10 pixels
OFF_CENTRE = (0.3, 0.7, 0.41, 0.59, 0.23, 0.77, 0.27, 0.73, 0.36, 0.64, 0.45, 0.55, 0.18, 0.82, 0.5)


def weight_width(w):
    """The width of a weight's edge, or of each: linear in |w|, at most that of |w| = 4."""
    return 1 + 0.9 * np.minimum(np.abs(w), 4.0)


def gradient_width(g):
    """The width of an edge that carries a gradient, or of each: a fixed log scale, from |g| ≤ 10⁻⁶ to |g| ≥ 10."""
    decades = np.log10(np.maximum(np.abs(g), 1e-6)) + 6
    return 0.8 + 4.2 * np.minimum(decades / 7, 1.0)


@dataclass(frozen=True)
class Layout:
    """Where everything stands; depends on the sizes alone, so nothing moves while stepping."""

    width: float
    height: float
    panel: float
    half: float  # half the width of a neuron's place
    radius: float  # half its height
    cost: float  # x of C
    rows: tuple  # for each column of neurons, the y of its rows
    z: tuple  # x of each layer's z
    a: tuple  # x of the inputs, then of each layer's a
    plates: dict  # (l, row j, row k) -> (x, y) of the label of that edge

    @property
    def upper(self):
        """The height of the network without the reverse network."""
        return TITLE + self.panel


@lru_cache(maxsize=64)
def layout(sizes):
    """The layout of networks with these sizes."""
    shown = [min(size, MOST_ROWS) for size in sizes]
    tall = max(shown)
    roomy = tall <= MOST_LABELLED
    pitch = 92 if tall <= 3 else 84 if roomy else 58
    panel = max(2, tall) * pitch
    rows = tuple(tuple(TITLE + panel / 2 + (r - (n - 1) / 2) * pitch for r in range(n)) for n in shown)
    a, z = [44.0], []
    for n_in, n_out in pairwise(shown):
        labels = n_in * n_out if max(n_in, n_out) <= MOST_LABELLED else 0
        z.append(a[-1] + (max(151, 103 + 12 * labels) if roomy else 140))
        a.append(z[-1] + ACTIVATION)
    half, radius = (25, 25) if roomy else (26, 19)
    labels = {}
    for l in range(len(z)):
        found = plates(a[l] + half, z[l] - half - 10, rows[l], rows[l + 1])
        labels |= {(l, j, k): place for (j, k), place in found.items()}
    cost = a[-1] + (90 if roomy else 140)
    width = max(NARROWEST, cost + COST + 14)
    return Layout(width, 2 * (TITLE + panel) + STRIP, panel, half, radius, cost, rows, tuple(z), tuple(a), labels)


def plates(left, right, sources, ends, size=PLATE):
    """{(row j, row k): (x, y)}: a place on each edge for its label, so that no two labels overlap.

    An edge with no free place is left out.
    """
    places, fan = {}, min(len(sources), len(ends)) == 1
    for j, end in enumerate(ends):
        for k, source in enumerate(sources):
            # A level edge and one of a fan carry their label in the middle; others off it, away from where edges cross.
            for t in (*((0.5,) if fan or source == end else ()), *OFF_CENTRE):
                x, y = left + t * (right - left), source + t * (end - source)
                others = places.values()
                if all(abs(x - ox) > size[0] + 2 or abs(y - oy) > size[1] + 2 for ox, oy in others):
                    places[j, k] = x, y
                    break
    return places
