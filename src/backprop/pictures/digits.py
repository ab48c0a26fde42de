"""Pictures of the digits: images in a row, a confusion matrix, and what a page needs to show a training of them."""

from collections.abc import Sequence

import numpy as np

from backprop.notation import number
from backprop.pictures.chart import Chart
from backprop.pictures.theme import picture
from backprop.pictures.training_frames import axis, counts, framed
from backprop.words import say

CELL, IMAGE = 34, 48
CURVES = (350, 196)  # width and height
LEVELS = 16  # of ink, in the images of a page
STEPS = 100  # from 0 to 1, in the outputs of a page
RULES = ".bp-g .v{font-weight:600}.bp-g .f{fill:var(--f)}.bp-g .n{fill:var(--no)}.bp-g .i{fill:var(--ink)}"


def images_picture(images, captions, alt):
    """Images of 64 numbers from 0 to 1, ten a row, each with a caption under it."""
    rows = max(1, -(-len(images) // 10))
    parts = []
    for place, (image, caption) in enumerate(zip(images, captions, strict=True)):
        left, top = 10 + (IMAGE + 14) * (place % 10), 8 + (IMAGE + 24) * (place // 10)
        parts.append(_image(np.reshape(image, (8, 8)), left, top))
        parts.append(f'<text x="{left + IMAGE / 2:g}" y="{top + IMAGE + 10:g}">{caption}</text>')
    return picture("bp-g", 20 + (IMAGE + 14) * 10, 16 + (IMAGE + 24) * rows, alt, RULES, parts)


def _image(pixels, left, top):
    size = IMAGE / 8
    cells = "".join(
        f'<rect class="i" opacity="{value:.2f}" x="{left + c * size:g}" y="{top + r * size:g}" '
        f'width="{size:g}" height="{size:g}"/>'
        for (r, c), value in np.ndenumerate(pixels)
        if value > 0.03
    )
    frame = f'width="{IMAGE}" height="{IMAGE}" fill="none" stroke="var(--dim)"'
    return f'<g>{cells}<rect x="{left}" y="{top}" {frame}/></g>'


def confusion_picture(matrix, alt):
    """Rows are the digit, columns what it was taken for; the diagonal is right, a wrong cell carries a cross."""
    parts = [
        f'<text x="200" y="14">{say("pictures.digits.taken-for")}</text>',
        f'<text transform="translate(12 220) rotate(-90)">{say("pictures.digits.digit")}</text>',
    ]
    most = max(1, int(np.max(matrix)))
    for i in range(10):
        parts.append(f'<text x="{46 + CELL * (i + 0.5):g}" y="32">{i}</text>')
        parts.append(f'<text x="32" y="{44 + CELL * (i + 0.5):g}">{i}</text>')
    for (i, j), count in np.ndenumerate(matrix):
        x, y = 46 + CELL * j, 44 + CELL * i
        kind = "f" if i == j else "n"
        strength = (0.35 * count / most if i == j else 0.25) if count else 0
        parts.append(
            f'<rect class="{kind}" fill-opacity="{strength:.2f}" stroke="var(--dim)" stroke-width="0.5" '
            f'x="{x}" y="{y}" width="{CELL}" height="{CELL}"/>'
        )
        if count:
            mark = "" if i == j else "✗"
            parts.append(f'<text class="v" x="{x + CELL / 2:g}" y="{y + CELL / 2:g}">{mark}{count}</text>')
    side = 56 + CELL * 10
    return picture("bp-g", side, side, alt, RULES, parts)


# ------------------------------------------------------------------- for a page


def reading_frames(images: np.ndarray, digits: Sequence[int]) -> dict:
    """All that a page needs to show ``reading_row`` of these held-out images, but for the axes.

    The images are {digits: of each, ink: a letter for each pixel of each, from 0 to LEVELS in base 36}; ``outputs`` are
    the texts of the steps of y.
    """
    n = len(images)
    loss, right = (Chart(*CURVES, (0, 1), (0, 1), title=say(f"pictures.digits.{name}")) for name in ("loss", "right"))
    inside = [number(step / STEPS).text for step in range(1, STEPS)]
    ink = np.rint(LEVELS * np.asarray(images)).astype(int).ravel()
    return {
        "columns": {
            "floats": {"loss": 1, "learned": 1, "right": 1},
            "bytes": {"guesses": n, "counts": 100, "y": 10 * n},
        },
        "outputs": [f"< {inside[0]}", *inside, f"> {inside[-1]}"],
        "loss": framed(loss),
        "right": framed(right),
        "epoch": say("pictures.digits.epoch"),
        "levels": LEVELS,
        "digits": list(map(int, digits)),
        "ink": "".join(np.base_repr(level, 36) for level in ink),
    }


def reading_row(loss: float, learned: float, right: float, y: np.ndarray, matrix: np.ndarray) -> tuple[bytes, bytes]:
    """A row of it, its float32 and its bytes; ``y`` are the outputs, ``matrix`` the confusion."""
    steps = np.rint(STEPS * y.clip(0, 1))
    small = np.concatenate([np.argmax(y, axis=1), matrix.ravel(), steps.ravel()])
    return np.float32([loss, learned, right]).tobytes(), small.astype(np.uint8).tobytes()


def packed_readings(rows: Sequence[tuple[bytes, bytes]]) -> bytes:
    """Rows as ``rows.js`` reads them: the float32 of all, then their bytes."""
    return b"".join(floats for floats, _ in rows) + b"".join(small for _, small in rows)


def reading_axes(losses: Sequence[float], epochs: int) -> dict:
    """The axes of the curves: epochs, L so far, and a share from none to all."""
    shares = [[share / 4, f"{25 * share} %"] for share in range(5)]
    return {
        "epoch": counts(max(1, epochs)),
        "loss": axis(min(losses) / 1.2, max(losses) * 1.2, log=True),
        "share": {"low": 0.0, "high": 1.0, "log": False, "ticks": shares},
    }
