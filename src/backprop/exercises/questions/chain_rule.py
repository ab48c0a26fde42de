"""Exercises of 01: the chain rule."""

from backprop.engine.chain_rule import Chain, Fork
from backprop.exercises.code_checks import check_slope
from backprop.exercises.kinds import ChoiceQuestion, CodeQuestion, NumberQuestion
from backprop.notation import factor, number

ALONG = Chain("square", "falling").nudge(1.5, 1.0)
FORKED = Fork("square", "falling", "product").nudge(1.0, 1.0)


def by_hand():
    """Case 1 by hand, with the slips that drop or add a factor."""
    return NumberQuestion(
        "01-hand",
        ALONG.dz_dx,
        0.005 * abs(ALONG.dz_dx),
        {"inner-alone": ALONG.dy_dx, "outer-alone": ALONG.dz_dy, "added": ALONG.dy_dx + ALONG.dz_dy},
        fields={"dz_dy": factor(ALONG.dz_dy), "dy_dx": factor(ALONG.dy_dx), "dz_dx": number(ALONG.dz_dx)},
    )


def two_paths():
    """Case 2 by hand, with one path forgotten."""
    first, second = FORKED.terms
    factors = {name: factor(getattr(FORKED, name)) for name in ("dz_dx", "dx_ds", "dz_dy", "dy_ds")}
    return NumberQuestion(
        "01-two",
        FORKED.dz_ds,
        0.005 * abs(FORKED.dz_ds),
        {"without-y": first, "without-x": second, "multiplied": first * second},
        fields=factors | {"dz_ds": number(FORKED.dz_ds)},
    )


QUESTIONS = (
    # -------------------------------------------- from earlier notebooks
    ChoiceQuestion("01-recall-update", ("up", "down", "whole", "becomes"), "up"),
    ChoiceQuestion("01-recall-price", ("three", "one", "parameters", "twice"), "three"),
    # -------------------------------------------- in the lesson, before the answer is seen
    ChoiceQuestion("01-crest", ("small", "two", "one", "unknown"), "small"),
    ChoiceQuestion("01-corner", ("hundredth", "tenth", "same", "thousandth"), "hundredth"),
    ChoiceQuestion("01-dropped", ("stays", "vanishes", "grows", "alternates"), "stays"),
    # -------------------------------------------- the exercises
    ChoiceQuestion("01-flat", ("zero", "other-factor", "unknown", "one"), "zero"),
    by_hand(),
    two_paths(),
    ChoiceQuestion("01-paths", ("six", "five", "three", "two"), "six"),
    ChoiceQuestion("01-bug", ("third", "second", "fourth", "first"), "third"),
    ChoiceQuestion("01-derive-partials", ("crossed", "straight", "ones", "slopes"), "crossed"),
    CodeQuestion(
        "01-code",
        "def my_slope(g, dg, dh, x):\n    ...",
        "def my_slope(g, dg, dh, x):\n    return dh(g(x)) * dg(x)",
        check_slope,
    ),
)
