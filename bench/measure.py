"""Times of several actions in one run, turn about, so that a slow moment of the machine hits them all."""

from statistics import median, quantiles
from time import perf_counter

ROUND = 0.005  # seconds of one action in one round


def times(actions, seconds=3.0, fewest=15):
    """{name: [seconds of one call, one figure a round]}; ``actions`` is {name: function without arguments}."""
    calls = {}
    for name, action in actions.items():
        action()
        calls[name] = max(1, int(ROUND / max(_clocked(action, 1), 1e-7)))
    rounds, end = [], perf_counter() + seconds
    while perf_counter() < end or len(rounds) < fewest:
        rounds.append({name: _clocked(action, calls[name]) for name, action in actions.items()})
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


def _clocked(action, calls):
    start = perf_counter()
    for _ in range(calls):
        action()
    return (perf_counter() - start) / calls
