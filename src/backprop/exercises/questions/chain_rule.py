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
        "By hand: y = x² and z = 1 − y/2. Find dz/dx at x = 1.5.",
        "dz/dx = dz/dy · dy/dx.",
        f"dz/dx = dz/dy · dy/dx = {factor(ALONG.dz_dy)} · {factor(ALONG.dy_dx)} = {number(ALONG.dz_dx)}",
        ALONG.dz_dx,
        0.005 * abs(ALONG.dz_dx),
        {
            "This is dy/dx alone. Multiply by dz/dy.": ALONG.dy_dx,
            "This is dz/dy alone. Multiply by dy/dx.": ALONG.dz_dy,
            "This adds the two slopes. Along one path they multiply.": ALONG.dy_dx + ALONG.dz_dy,
        },
    )


def two_paths():
    """Case 2 by hand, with one path forgotten."""
    first, second = FORKED.terms
    return NumberQuestion(
        "01-two",
        "By hand: x = s², y = 1 − s/2 and z = x · y. Find dz/ds at s = 1.",
        "Two paths lead from s to z. Each gives a product; add them.",
        f"dz/ds = {factor(FORKED.dz_dx)} · {factor(FORKED.dx_ds)} + {factor(FORKED.dz_dy)} · {factor(FORKED.dy_ds)} "
        f"= {number(FORKED.dz_ds)}",
        FORKED.dz_ds,
        0.005 * abs(FORKED.dz_ds),
        {
            "This leaves out the path through y.": first,
            "This leaves out the path through x.": second,
            "This multiplies the two paths. Paths add.": first * second,
        },
    )


QUESTIONS = (
    ChoiceQuestion(
        "01-flat",
        "In case 1, dy/dx is 0 at some x. What is dz/dx there?",
        "It is a product.",
        "dz/dx = dz/dy · 0 = 0: where y does not move, z does not either.",
        ("0, whatever h is.", "dz/dy.", "It cannot be known.", "1."),
        0,
        {1: "dz/dy is multiplied by dy/dx.", 2: "One factor is 0, so the product is known.", 3: "A factor 0 gives 0."},
    ),
    by_hand(),
    two_paths(),
    ChoiceQuestion(
        "01-diagram",
        "Read the explorer of case 2, with x · y: which way does the error of a dropped path go as Δ shrinks?",
        "Compare the sum without the path and the ratio, at Δ = 0.1 and at Δ = 0.001.",
        "It stays: the ratio tends to the full derivative, and the missing term is not small.",
        ("It stays.", "It goes to 0.", "It grows without end.", "Its sign alternates."),
        0,
        {
            1: "Only the difference to the full derivative goes to 0.",
            2: "The ratio tends to the derivative, which is finite.",
            3: "The missing term has one sign at one place.",
        },
    ),
    CodeQuestion(
        "01-code",
        "Write my_slope(g, dg, dh, x) for z = h(g(x)). dg and dh are the derivatives. Return dz/dx.",
        "dh is taken at y = g(x), not at x.",
        "def my_slope(g, dg, dh, x):\n    return dh(g(x)) * dg(x)",
        "def my_slope(g, dg, dh, x):\n    ...",
        check_slope,
    ),
)
