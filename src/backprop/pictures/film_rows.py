"""What every update of a recorded run shows, as numbers in rows: a page shows row i, and computes nothing.

Row i is the network after i updates, and the next update from there; the last row has the one that led to it. A row is
float32, and bytes for what is a small whole number: shades of the plane, widths of edges, who has died.
"""

import numpy as np

from backprop.engine.descent import History
from backprop.engine.stacked import change_rows, cost_rows, dead_rows, forward_rows
from backprop.pictures.chart import SHADES, limits, shades_of
from backprop.pictures.layout import gradient_width, weight_width
from backprop.story.training import FACTORS, MOST_NAMED

CELLS = 28  # along each axis of the plane
FINE = 16  # a width is a whole number of these to a pixel
AT_ONCE = 2**16  # numbers of one layer that are computed at a time: they stay near the processor
KINDS = np.float32, np.uint8


def float_columns(history: History) -> dict[str, int]:
    """{name: how many numbers}, in order, of a row's float32."""
    parameters, (n, n_out) = history.parameters.shape[1], history.target.shape
    return {
        "loss": 1,
        "parameters": parameters,
        "outputs": n * n_out,
        "costs": n,
        "slopes": parameters,
        "norms": len(history.start.layers),
        "predicted": len(FACTORS),
        "true": len(FACTORS),
        "batch": 1 + min(MOST_NAMED, n),  # how many examples it has, and the first of them
    }


def byte_columns(history: History) -> dict[str, int]:
    """{name: how many numbers}, in order, of a row's bytes."""
    parameters, layers = history.parameters.shape[1], history.start.layers
    return {
        "plane": CELLS**2 if has_plane(history) else 0,
        "weights": parameters,
        "gradients": parameters,
        "dead": sum(layer.n_out for layer in layers[:-1]),
    }


def row_size(history: History) -> int:
    """Bytes of one row."""
    return 4 * sum(float_columns(history).values()) + sum(byte_columns(history).values())


def has_plane(history: History) -> bool:
    """Whether the examples stand on a plane: they have two inputs."""
    return history.x.shape[1] == 2


def plane_limits(x: np.ndarray) -> tuple[tuple[float, float], tuple[float, float]]:
    """How far the plane reaches along x₁ and along x₂."""
    return limits(x[:, 0], 0.15), limits(x[:, 1], 0.15)


def plane_points(x: np.ndarray, cells: int = CELLS) -> np.ndarray:
    """The middles of the plane's cells, row 0 at the bottom: ``(cells², 2)``."""
    across, up = (low + (np.arange(cells) + 0.5) * (high - low) / cells for low, high in plane_limits(x))
    return np.column_stack([np.tile(across, cells), np.repeat(up, cells)])


def film_rows(history: History, start: int, stop: int) -> tuple[np.ndarray, np.ndarray]:
    """(float32, bytes) of rows ``start`` to ``stop`` − 1, at least one; a run that ended before stays as it ended."""
    widest = max(history.start.sizes) * max(len(history.x), CELLS**2)
    step = max(1, AT_ONCE // widest)
    blocks = [_block(history, np.arange(i, min(i + step, stop))) for i in range(start, stop, step)]
    with np.errstate(over="ignore"):  # beyond float32 a number is shown as infinite
        return tuple(
            np.concatenate(each).astype(kind) for each, kind in zip(zip(*blocks, strict=True), KINDS, strict=True)
        )


def _block(history, rows):
    """The columns of these rows, in order, side by side."""
    at = np.minimum(rows, history.updates)
    following = np.minimum(rows, history.updates - 1)
    like, parameters = history.start, history.parameters[at]
    zs, y = forward_rows(like, parameters, history.x)
    costs = cost_rows(like, zs[-1], history.target, history.loss)
    rates = [factor * history.learning_rate for factor in FACTORS]
    slopes = history.slopes[following]
    flat = (history.losses[at][:, None], parameters, y.reshape(len(at), -1), costs, slopes, history.norms[following])
    floats = (*flat, *change_rows(history, following, rates), _batches(history, following))
    widths = (np.round(FINE * width) for width in (weight_width(parameters), gradient_width(slopes)))
    small = (_plane(history, parameters), *widths, dead_rows(like, zs))
    return np.concatenate(floats, axis=1), np.concatenate(small, axis=1)


def _plane(history, parameters):
    """The shade of y₁ in every cell, from 0 to 2 · SHADES."""
    if not has_plane(history):
        return np.empty((len(parameters), 0))
    _, y = forward_rows(history.start, parameters, plane_points(history.x))
    return shades_of(y[:, :, 0]) + SHADES


def _batches(history, at):
    """How many examples each batch has, and the first of them, counted from 1; 0 where it has fewer."""
    named = np.zeros((len(at), float_columns(history)["batch"]))
    for row, batch in zip(named, (history.batches[i] for i in at), strict=True):
        first = batch[: len(row) - 1]
        row[0], row[1 : 1 + len(first)] = len(batch), first + 1
    return named
