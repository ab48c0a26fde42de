"""What is told of a curve at one z: its value and its slope with their formulas, a verdict, and a table of places."""

from dataclasses import dataclass

from backprop.engine.numeric import STEP, noise_of, verdict
from backprop.notation import Math, number
from backprop.story.curves import FLAT, Curve
from backprop.story.telling import Table
from backprop.story.verdicts import Comparison
from backprop.words import say

PLACES = (-8.0, -4.0, -2.0, 0.0, 2.0, 4.0, 8.0)  # z in the table


@dataclass(frozen=True)
class Row:
    """symbol = formula = value."""

    symbol: str
    formula: str
    value: Math


@dataclass(frozen=True)
class Told:
    """A curve at z. ``output`` is (y, ŷ) of a loss, else None; ``notes`` are sentences, ``state`` one more or empty.

    ``comparison`` is None at a kink, where there is no slope to compare.
    """

    z: Math
    value: Row
    slope: Row
    output: tuple[Math, Math] | None
    comparison: Comparison | None
    notes: tuple[str, ...]
    state: str


def tell(curve: Curve, z: float) -> Told:
    """All that is told of a curve at one z."""
    (value, slope), state = (part([z]).item() for part in (curve.value, curve.derivative)), curve.state(z)
    rows = (
        Row(symbol, formula, number(v))
        for symbol, formula, v in zip(curve.symbols, curve.formulas, (value, slope), strict=True)
    )
    return Told(
        number(z),
        *rows,
        output=(number(curve.output([z]).item()), number(curve.target)) if curve.loss else None,
        comparison=None if state == "kink" else compare(curve, z, slope),
        notes=(say("story.slope.coupled"),) if curve.f.coupled else (),
        state=say(f"story.slope.{state}", flat=FLAT) if state else "",
    )


def compare(curve: Curve, z: float, slope: float) -> Comparison:
    """A slope at z beside its central difference."""
    numeric, value = curve.numeric(z), curve.value([z]).item()
    near = curve.kinked and abs(z) <= STEP
    return Comparison(numeric, verdict(slope, numeric, noise_of(value, z * slope), at_a_kink=near))


def table(curve: Curve, other: Curve | None = None) -> Table:
    """Value and slope of the curve at some places, and of the dashed one where there is one."""
    rows = []
    for each in (curve, other) if other else (curve,):
        for symbol, part in zip(each.symbols, (each.value, each.derivative), strict=True):
            name = say("story.slope.dashed", symbol=symbol) if each.loss and each is other else symbol
            rows.append((name, *(number(v).text for v in part(PLACES))))
    return Table(("z", *(number(z).text for z in PLACES)), tuple(rows))
