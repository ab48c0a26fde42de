"""Times of several actions in one run, turn about, so that a slow moment of the machine hits them all.

A library's threads go on turning for some hundredths of a second after its last product, and take the cores from the
library that comes next. So each action first runs untimed, until it has the machine to itself.
"""

from statistics import median, quantiles
from time import perf_counter

SETTLE = 0.1  # seconds of an action, untimed, before each round of it
ROUND = 0.02  # seconds of an action in one round


def times(actions, seconds=3.0, fewest=25):
    """{name: [seconds of one call, one figure a round]}; ``actions`` is {name: function without arguments}."""
    calls = {}
    for name, action in actions.items():
        action()
        calls[name] = max(1, int(ROUND / max(_clocked(action, 1), 1e-7)))
    rounds, end = [], perf_counter() + seconds
    while perf_counter() < end or len(rounds) < fewest:
        rounds.append({name: _settled(action, calls[name]) for name, action in actions.items()})
    return {name: [one[name] for one in rounds] for name in actions}


def ratio(ours, theirs):
    """(median, lower quartile, upper quartile) of ours over theirs, round by round."""
    ratios = [a / b for a, b in zip(ours, theirs, strict=True)]
    low, _, high = quantiles(ratios, n=4)
    return median(ratios), low, high


def said(ratio, digits=2):
    """A ratio with its spread, as the tables show it."""
    middle, low, high = (f"{one:.{digits}f}" for one in ratio)
    return f"{middle} ({low}–{high})"


def table(heads, rows):
    """A Markdown table."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)


def _settled(action, calls):
    end = perf_counter() + SETTLE
    while perf_counter() < end:
        action()
    return _clocked(action, calls)


def _clocked(action, calls):
    start = perf_counter()
    for _ in range(calls):
        action()
    return (perf_counter() - start) / calls
