"""What is told of the chain rule at a nudge: the rule with its numbers, a verdict on the slope, the nudges as a table.

``added`` says which of a fork's two paths are added up.
"""

from dataclasses import dataclass

from backprop.engine.chain_rule import Chain, ChainNudge, Fork, ForkNudge
from backprop.engine.numeric import at_a_kink, difference, verdict
from backprop.notation import EQUALS, PLUS, Math, factor, math, number, ordinary, partial, times
from backprop.story.telling import Table
from backprop.story.verdicts import Comparison
from backprop.words import say

ROWS = 3  # nudges in the table, each a tenth of the one before
FINER = 10  # a kink is looked for over so much less than a wide step, over which a bend looks like one
BOTH = (True, True)
WITHOUT = {(False, True): "without-x", (True, False): "without-y", (False, False): "without-xy"}
X, Y, Z, S = map(math, "xyzs")
CHAIN_RULE = ordinary(Z, X), EQUALS + times(ordinary(Z, Y), ordinary(Y, X))
FORK_RULE = (
    ordinary(Z, S),
    EQUALS + times(partial(Z, X), ordinary(X, S)),
    PLUS + times(partial(Z, Y), ordinary(Y, S)),
)


@dataclass(frozen=True)
class Told:
    """The rule, the product of its numbers where it is one product, their value, and a difference beside it.

    ``paths``, None for a chain, are the terms of a fork. The last row of each table is the one to be read.
    """

    rule: tuple[Math, ...]
    product: str
    value: float
    comparison: Comparison
    paths: Table | None
    nudges: Table


def tell(composition: Chain | Fork, at: float, delta: float, added: tuple[bool, bool] = BOTH) -> Told:
    """All that is told of a composition at ``at``, nudged by ``delta``, then by a tenth of it, and so on."""
    n, nudges = composition.nudge(at, delta), nudge_table(composition, at, delta, added)
    if isinstance(composition, Chain):
        comparison = compare(composition, at, n.dz_dx)
        return Told(CHAIN_RULE, product(n.dz_dy, n.dy_dx), n.dz_dx, comparison, None, nudges)
    total = _sum(n, added)
    return Told(FORK_RULE, "", total, compare(composition, at, total), _paths(n, total, added), nudges)


def nudge_table(composition: Chain | Fork, at: float, delta: float, added: tuple[bool, bool] = BOTH) -> Table:
    """The nudges and their ratios, each nudge a tenth of the one before, and the derivatives below them."""
    nudges = [composition.nudge(at, delta / 10**row) for row in range(ROWS)]
    return _chain_nudges(nudges) if isinstance(composition, Chain) else _fork_nudges(nudges, added)


def _sum(n, added):
    """The sum of the terms that are added up."""
    return sum(term for term, adds in zip(n.terms, added, strict=True) if adds)


def compare(composition: Chain | Fork, at: float, slope: float) -> Comparison:
    """A slope of the whole composition beside its central difference."""

    def z(v):
        return composition.z(float(v))  # a learner's function that changes what it is given changes nothing else

    numeric, noise, step = difference(z, at, composition.nudge(at, 0.0).rounded_by, composition.coarser)
    within = step if composition.coarser == 1 else step / FINER
    return Comparison(numeric, verdict(slope, numeric, noise, 1.0, at_a_kink(z, at, within)))


def describe(composition: Chain | Fork, at: float, delta: float, added: tuple[bool, bool] = BOTH) -> str:
    """One sentence for a reader who does not see the picture, and one more where a path is left out."""
    n = composition.nudge(at, delta)
    told = {"at": number(at), "delta": number(delta), "delta_y": number(n.delta_y), "delta_z": number(n.delta_z)}
    told |= {"delta_x": number(n.delta_x), "slope": number(n.dz_dx if isinstance(composition, Chain) else n.dz_ds)}
    whole = caption(composition, told)
    return say(f"story.fork.{WITHOUT[added]}", caption=whole) if added in WITHOUT else whole


def caption(composition: Chain | Fork, told: dict[str, object]) -> str:
    """The sentence on a composition with these fields in it: at, delta, delta_x, delta_y, delta_z, slope."""
    g, h = composition.g, composition.h
    if isinstance(composition, Chain):
        return say("story.chain.caption", g=g.of("x"), h=h.of("y"), **told)
    return say("story.fork.caption", g=g.of("s"), h=h.of("s"), k=composition.k.of("x", "y"), **told)


def product(a: float, b: float) -> str:
    """a · b, with brackets where a factor is negative."""
    return f"{factor(a)} · {factor(b)}"


def _chain_nudges(nudges: list[ChainNudge]) -> Table:
    n = nudges[0]
    rows = (
        (
            *_texts(each.delta_x, each.delta_y, each.delta_z),
            *_fine(
                _ratio(each.delta_y, each.delta_x),
                _ratio(each.delta_z, each.delta_y),
                _ratio(each.delta_z, each.delta_x),
            ),
        )
        for each in nudges
    )
    last = (say("story.chain.derivative"), "", "", *_fine(n.dy_dx, n.dz_dy, n.dz_dx))
    return Table(("Δx", "Δy", "Δz", "Δy/Δx", "Δz/Δy", "Δz/Δx"), (*rows, last))


def _fork_nudges(nudges: list[ForkNudge], added: tuple[bool, bool]) -> Table:
    rows = (
        (
            *_texts(each.delta_s, each.delta_x, each.delta_y, each.delta_z),
            *_fine(each.delta_z / each.delta_s),
            less_the_sum(each, added),
        )
        for each in nudges
    )
    slope = nudges[0].dz_ds
    last = (say("story.chain.derivative"), "", "", "", *_fine(slope, slope - _sum(nudges[0], added)))
    return Table(("Δs", "Δx", "Δy", "Δz", "Δz/Δs", say("story.fork.less-the-sum")), (*rows, last))


def less_the_sum(n: ForkNudge, added: tuple[bool, bool] = BOTH) -> str:
    """Δz/Δs less the sum of the paths that are added up."""
    return next(_fine(n.delta_z / n.delta_s - _sum(n, added)))


def _paths(n: ForkNudge, total: float, added: tuple[bool, bool]) -> Table:
    names = say("story.fork.through-x"), say("story.fork.through-y")
    factors = (n.dz_dx, n.dx_ds), (n.dz_dy, n.dy_ds)
    rows = (
        (name, product(*pair), number(term).text if adds else say("story.fork.left-out"))
        for name, pair, term, adds in zip(names, factors, n.terms, added, strict=True)
    )
    heads = tuple(say(f"story.fork.head.{head}") for head in ("path", "factors", "term"))
    return Table(heads, (*rows, (say("story.fork.sum"), "", number(total).text)))


def _texts(*values):
    return (number(value).text for value in values)


def _fine(*values):
    """Five digits, so that two ratios can be told apart; rounding noise is 0."""
    return (number(0.0 if abs(value) < 1e-9 else value, 5).text for value in values)


def _ratio(above, below):
    return above / below if below else float("nan")
