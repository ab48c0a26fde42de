"""Exercises of 01: the chain rule."""

from backprop.chain_rule import CURVES, SURFACES, case1, case2
from backprop.exercises import ChoiceQuestion, CodeQuestion, NumberQuestion, agrees
from backprop.notation import number

ONE = case1(CURVES["u²"], CURVES["1 − u/2"], 1.5, 1.0)
TWO = case2(CURVES["u²"], CURVES["1 − u/2"], SURFACES["x · y"], 1.0, 1.0)


def by_hand():
    """Case 1 by hand, with the slips that drop or add a factor."""
    return NumberQuestion(
        "01-hand",
        "By hand: y = x² and z = 1 − y/2. Find dz/dx at x = 1.5.",
        "dz/dx = dz/dy · dy/dx.",
        f"dz/dx = dz/dy · dy/dx = ({number(ONE.dz_dy)}) · {number(ONE.dy_dx)} = {number(ONE.derivative)}",
        ONE.derivative,
        0.005 * abs(ONE.derivative),
        {
            "This is dy/dx alone. Multiply by dz/dy.": ONE.dy_dx,
            "This is dz/dy alone. Multiply by dy/dx.": ONE.dz_dy,
            "This adds the two slopes. Along one path they multiply.": ONE.dy_dx + ONE.dz_dy,
        },
    )


def two_paths():
    """Case 2 by hand, with one path forgotten."""
    first, second = TWO.terms
    return NumberQuestion(
        "01-two",
        "By hand: x = s², y = 1 − s/2 and z = x · y. Find dz/ds at s = 1.",
        "Two paths lead from s to z. Each gives a product; add them.",
        f"dz/ds = {number(TWO.dz_dx)} · {number(TWO.dx_ds)} + {number(TWO.dz_dy)} · ({number(TWO.dy_ds)}) "
        f"= {number(TWO.derivative)}",
        TWO.derivative,
        0.005 * abs(TWO.derivative),
        {
            "This leaves out the path through y.": first,
            "This leaves out the path through x.": second,
            "This multiplies the two paths. Paths add.": first * second,
        },
    )


def check_slope(slope):
    """Compare with the library's own composition, on several curves."""
    for g in CURVES.values():
        for h in CURVES.values():
            for x in (-1.0, 0.3, 1.5):
                step = case1(g, h, x, 1.0)
                complaint = agrees("dz/dx", slope(g.f, g.derivative, h.derivative, x), step.derivative)
                if complaint:
                    return f"At x = {x:g}, with g = {g.name} and h = {h.name}: {complaint}"
    return None


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
        "Write slope(g, dg, dh, x) for z = h(g(x)). dg and dh are the derivatives. Return dz/dx.",
        "dh is taken at y = g(x), not at x.",
        "def slope(g, dg, dh, x):\n    return dh(g(x)) * dg(x)",
        "def slope(g, dg, dh, x):\n    ...",
        check_slope,
    ),
)
