"""Charts as SVG strings, for panels that move: axes, lines, points, arrows, cursors, a grid of cells.

A Chart collects marks in data coordinates; ``svg()`` draws them. Marks outside the axes are clipped.
Kinds are those of ``theme``: "f" forward, "b" backward, "ink", "dim".
"""

import math
from copy import copy
from html import escape
from itertools import pairwise

import numpy as np

from backprop.notation import number
from backprop.pictures.theme import KINDS, picture
from backprop.words import say

LEFT, RIGHT, TOP, BOTTOM = 58, 14, 30, 42
SHADES = 8  # steps of strength on either side of ½ in a grid
RULES = """
.bp-c text{paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round}
.bp-c .axis{stroke:var(--dim);stroke-width:1}.bp-c .rule{stroke:var(--dim);stroke-width:.5;opacity:.35}
.bp-c .tick{font-size:11px;fill:var(--dim)}.bp-c .title{font-size:13px;font-weight:600}
.bp-c .start{text-anchor:start}.bp-c .end{text-anchor:end}.bp-c .line{fill:none;stroke-linejoin:round}
""" + "".join(
    f".bp-c .s-{kind}{{stroke:var(--{kind})}}.bp-c .k-{kind},.bp-c text.t-{kind}{{fill:var(--{kind})}}"
    for kind in KINDS
)


def nice_ticks(low, high, most=6):
    """Round numbers from low to high, at most about ``most`` of them."""
    rough = (high - low) / most
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * m for m in (1, 2, 5, 10) if power * m >= rough * 0.999)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [n * step for n in range(first, last + 1)]


def log_ticks(low, high, most=6):
    """Powers of ten from low to high; where fewer than two fit, round numbers between them as well."""
    first, last = math.ceil(math.log10(low) - 1e-9), math.floor(math.log10(high) + 1e-9)
    if first >= last:
        between = [digit * 10.0**n for n in range(first - 1, last + 1) for digit in (1, 2, 5)]
        within = [value for value in between if low <= value <= high]
        return within if len(within) > 1 else nice_ticks(low, high)
    stride = max(1, math.ceil((last - first + 1) / most))
    return [10.0**n for n in range(first, last + 1, stride)]


class Chart:
    """A chart ``width`` by ``height`` with fixed axes ``xlim`` and ``ylim``; ``alt`` says what is seen.

    Raises ValueError for axes that do not run from a smaller to a larger finite number,
    or that reach 0 on a log scale.
    """

    def __init__(
        self, width, height, xlim, ylim, *, title="", xlabel="", ylabel="", xlog=False, ylog=False, xticks=True, alt=""
    ):
        for name, (low, high), log in (("xlim", xlim, xlog), ("ylim", ylim, ylog)):
            if not (math.isfinite(low) and math.isfinite(high) and low < high and (low > 0 or not log)):
                refusal = "pictures.chart.no-log-axis" if log else "pictures.chart.no-axis"
                raise ValueError(say(refusal, name=name, low=f"{low:g}", high=f"{high:g}"))
        self.width, self.height = width, height
        self.xlim, self.ylim, self.xlog, self.ylog, self.xticks = xlim, ylim, xlog, ylog, xticks
        self.title, self.xlabel, self.ylabel, self.alt = title, xlabel, ylabel, alt or title
        self.marks, self.labels = [], []

    # ------------------------------------------------------------- coordinates

    def x(self, value):
        """From data to picture, left to right."""
        return LEFT + _share(value, *self.xlim, self.xlog) * (self.width - LEFT - RIGHT)

    def y(self, value):
        """From data to picture, bottom to top."""
        return self.height - BOTTOM - _share(value, *self.ylim, self.ylog) * (self.height - TOP - BOTTOM)

    def values(self, x, y):
        """From picture to data, on axes that are not logarithmic; a place outside the axes is taken to their edge."""
        left, top, width, height = self.inside
        across, up = np.clip([(x - left) / width, 1 - (y - top) / height], 0.0, 1.0)
        (x0, x1), (y0, y1) = self.xlim, self.ylim
        return float(x0 + across * (x1 - x0)), float(y0 + up * (y1 - y0))

    def places(self, xs, ys):
        """Rows of (x, y) in the picture, and which of them are finite; far outside the picture is far enough."""
        places = np.column_stack([self.x(np.asarray(xs, float)), self.y(np.asarray(ys, float))])
        return np.clip(places, -1e4, 1e4), np.isfinite(places).all(axis=1)

    # ------------------------------------------------------------------- marks

    def line(self, xs, ys, kind="f", *, dash=False, width=2.0, title=""):
        """A line through the points; it breaks where a value is not finite. ``dash`` may be a pattern of its own."""
        places, finite = self.places(xs, ys)
        pieces = "".join(
            "M" + "L".join(["%.1f %.1f"] * n) % tuple(places[start : start + n].ravel())
            for shown, start, n in _runs(finite)
            if shown
        )
        dashed = _dashed(dash)
        path = f'<path class="line s-{kind}" stroke-width="{width:g}"{dashed} d="{pieces}">{_title(title)}</path>'
        self.marks.append(path)

    def points(self, xs, ys, kind="f", *, shape="circle", size=4.0, title=""):
        """Points: a filled circle, an open square, or a cross."""
        places, finite = self.places(xs, ys)
        self.marks += [_point(shape, x, y, size, kind, _title(title)) for x, y in places[finite]]

    def arrow(self, x0, y0, x1, y1, kind="f", *, width=2.5, title=""):
        """An arrow from one point to the other; a dot where it has no length."""
        ax, ay, bx, by = self.x(x0), self.y(y0), self.x(x1), self.y(y1)
        length = math.hypot(bx - ax, by - ay)
        if length < 1:
            self.points([x1], [y1], kind, size=2.5, title=title)
            return
        ux, uy, head = (bx - ax) / length, (by - ay) / length, min(9.0, length)
        cx, cy = bx - head * ux, by - head * uy
        tip = f"M{bx:.1f} {by:.1f}L{cx - 0.45 * head * uy:.1f} {cy + 0.45 * head * ux:.1f}"
        tip += f"L{cx + 0.45 * head * uy:.1f} {cy - 0.45 * head * ux:.1f}Z"
        self.marks.append(
            f'<g>{_title(title)}<path class="line s-{kind}" stroke-width="{width:g}" '
            f'd="M{ax:.1f} {ay:.1f}L{cx:.1f} {cy:.1f}"/><path class="k-{kind}" d="{tip}"/></g>'
        )

    def vline(self, x, kind="dim", *, dash=True):
        """A line from bottom to top at x: a cursor."""
        self.line([x, x], self.ylim, kind, dash=dash, width=1.2)

    def hline(self, y, kind="dim", *, dash=True):
        """A line from left to right at y."""
        self.line(self.xlim, [y, y], kind, dash=dash, width=1.2)

    def text(self, x, y, words, kind="ink", *, anchor="middle", dx=0.0, dy=0.0):
        """Words at a point, moved by dx, dy pixels; ``anchor`` is "start", "middle" or "end"."""
        css = {"start": " start", "end": " end"}.get(anchor, "")
        at = f'x="{self.x(x) + dx:.1f}" y="{self.y(y) + dy:.1f}"'
        self.labels.append(f'<text class="t-{kind}{css}" {at}>{escape(words)}</text>')

    def key(self, place, words, kind="ink", dash=False):
        """Words in the upper right corner, line ``place`` from the top, with a piece of the line that they name."""
        right, y = self.width - RIGHT, TOP + 11 + 15 * place
        path = f'<path class="line s-{kind}" stroke-width="2"{_dashed(dash)} d="M{right - 32} {y:.1f}H{right - 4}"/>'
        self.labels.append(path)
        self.labels.append(f'<text class="t-{kind} end" x="{right - 38}" y="{y:.1f}">{escape(words)}</text>')

    def grid(self, values, xlim, ylim):
        """Cells of a matrix of numbers from 0 to 1, row 0 at the bottom: 0 orange, ½ paper, 1 blue."""
        values = np.asarray(values, float)
        rows, columns = values.shape
        left, right, low, high = self.x(xlim[0]), self.x(xlim[1]), self.y(ylim[0]), self.y(ylim[1])
        wide, tall = (right - left) / columns, (low - high) / rows
        levels = shades_of(values)
        # One path a shade, one rectangle a run of equal cells.
        shades = {}
        for r, row in enumerate(levels):
            for level, c, n in _runs(row):
                cells = f"M{left + c * wide:.1f} {low - (r + 1) * tall:.1f}h{n * wide:.1f}v{tall:.1f}h{-n * wide:.1f}z"
                shades.setdefault(level, []).append(cells)
        for level in sorted(shades.keys() - {0}):
            kind, opacity = "f" if level > 0 else "b", abs(level) / SHADES / 2
            self.marks.append(f'<path class="k-{kind}" opacity="{opacity:.2g}" d="{"".join(shades[level])}"/>')

    # ----------------------------------------------------------------- drawing

    def with_marks(self, mark):
        """What ``mark`` puts on a chart of the same axes, by itself, as a string: a piece of this chart."""
        layer = copy(self)
        layer.marks, layer.labels = [], []
        mark(layer)
        return "".join([*layer.clipped(), *layer.labels])

    def clipped(self):
        """The marks, cut off at the axes: a nested svg, which needs no id as a clipPath would."""
        if self.marks:
            left, top, width, height = self.inside
            inside = f'<svg x="{left}" y="{top}" width="{width}" height="{height}" '
            yield f'{inside}viewBox="{left} {top} {width} {height}">{"".join(self.marks)}</svg>'

    @property
    def inside(self):
        """(left, top, width, height) of the room between the axes."""
        return LEFT, TOP, self.width - RIGHT - LEFT, self.height - BOTTOM - TOP

    def svg(self):
        """The whole chart as an SVG string."""
        return picture("bp-c", self.width, self.height, self.alt, RULES, self.parts())

    def parts(self):
        """The chart without the picture around it: axes, then marks, then labels."""
        left, right, top, bottom = LEFT, self.width - RIGHT, TOP, self.height - BOTTOM
        axes = [f'<path class="axis line" d="M{left} {top}V{bottom}H{right}"/>']
        for value in (log_ticks if self.xlog else nice_ticks)(*self.xlim) if self.xticks else ():
            x = self.x(value)
            axes.append(f'<path class="rule" d="M{x:.1f} {top}V{bottom}"/>')
            axes.append(f'<text class="tick" x="{x:.1f}" y="{bottom + 12}">{number(value)}</text>')
        for value in (log_ticks if self.ylog else nice_ticks)(*self.ylim):
            y = self.y(value)
            axes.append(f'<path class="rule" d="M{left} {y:.1f}H{right}"/>')
            axes.append(f'<text class="tick end" x="{left - 6}" y="{y:.1f}">{number(value)}</text>')
        axes.append(f'<text class="title start" x="{left}" y="14">{escape(self.title)}</text>')
        axes.append(f'<text x="{(left + right) / 2:.1f}" y="{self.height - 11}">{escape(self.xlabel)}</text>')
        middle = (top + bottom) / 2
        axes.append(f'<text transform="translate(11 {middle:.1f}) rotate(-90)">{escape(self.ylabel)}</text>')
        return [*axes, *self.clipped(), *self.labels]


def beside(*charts, alt, columns=None):
    """Charts side by side as one SVG string; after ``columns`` of them a new row begins."""
    rows = [charts[i : i + (columns or len(charts))] for i in range(0, len(charts), columns or len(charts))]
    placed, top = [], 0
    for row in rows:
        lefts = np.cumsum([0, *(chart.width for chart in row)])
        for left, chart in zip(lefts, row, strict=False):
            placed.append(f'<g transform="translate({left:g} {top:g})">{"".join(chart.parts())}</g>')
        top += max(chart.height for chart in row)
    width = max(sum(chart.width for chart in row) for row in rows)
    return picture("bp-c", width, top, alt, RULES, placed)


def shades_of(values):
    """The shade of each number from 0 to 1, a whole number from −SHADES to SHADES: 0 where it is about ½."""
    return np.clip((np.asarray(values) - 0.5) * 2 * SHADES, -SHADES, SHADES).round().astype(int)


def limits(values, room=0.08):
    """(low, high) of the finite values, with some room on either side."""
    values = np.asarray(values, float)
    values = values[np.isfinite(values)]
    low, high = float(values.min()), float(values.max())
    margin = room * (high - low) or 0.5
    return low - margin, high + margin


def _share(value, low, high, log):
    if log:
        with np.errstate(divide="ignore", invalid="ignore"):
            return (np.log10(value) - math.log10(low)) / (math.log10(high) - math.log10(low))
    return (value - low) / (high - low)


def _runs(row):
    """(value, start, length) of every run of equal values in a row."""
    first = np.concatenate(([True], row[1:] != row[:-1]))[: len(row)]
    starts = np.flatnonzero(first).tolist()
    return [(row[i].item(), i, end - i) for i, end in pairwise([*starts, len(row)])]


def _dashed(dash):
    """The attribute of a line that is dashed, or has a pattern of its own."""
    pattern = "6 4" if dash is True else dash
    return f' stroke-dasharray="{pattern}"' if pattern else ""


def _title(words):
    return f"<title>{escape(words)}</title>" if words else ""


def _point(shape, x, y, size, kind, title):
    if shape == "circle":
        return f'<circle class="k-{kind}" cx="{x:.1f}" cy="{y:.1f}" r="{size:g}">{title}</circle>'
    if shape == "square":
        corner = f'x="{x - size:.1f}" y="{y - size:.1f}" width="{2 * size:g}" height="{2 * size:g}"'
        return f'<rect class="p s-{kind}" stroke-width="1.8" {corner}>{title}</rect>'
    if shape == "cross":
        arms = f"M{x - size:.1f} {y - size:.1f}l{2 * size:g} {2 * size:g}m0 {-2 * size:g}l{-2 * size:g} {2 * size:g}"
        return f'<path class="line s-{kind}" stroke-width="2" d="{arms}">{title}</path>'
    raise ValueError(say("pictures.chart.no-shape", shape=repr(shape)))
