"""What the chain rule explorer tells of a composition, as pieces over its axes, and what is taken hold of in it."""

from collections.abc import Callable, Sequence
from functools import lru_cache, partial

from backprop.engine.chain_rule import Chain, Fork
from backprop.notation import mathml, number
from backprop.pictures.chain import ADD, FINEST
from backprop.pictures.panel import Panel, Piece, always
from backprop.story.chain import BOTH, WITHOUT, Told, caption, less_the_sum, nudge_table, tell
from backprop.widgets.editing import written
from backprop.widgets.scene import Axis, Numbers, checked
from backprop.words import say

AT, PATHS, EVERYWHERE = ("at",), ("at", "x", "y"), ("at", "delta", "x", "y")


def values_on(name: str, values: Sequence[float]) -> Axis:
    """An axis of these values."""
    texts = tuple(say("widgets.explorer.is", name=name, value=number(value, 6)) for value in values)
    return Axis(name, tuple(values), texts, tuple(written([value]) for value in values))


def switch(name: str) -> Axis:
    """Whether a path's term is added up."""
    texts = say("story.fork.left-out"), say(f"story.fork.through-{name}")
    return Axis(say(ADD[name]), (False, True), texts)


def slope_lines(composition: Chain | Fork) -> tuple[Piece, ...]:
    """The headline's lines: the rule, and the slope with its verdict."""
    told = _slope(composition)
    if isinstance(composition, Chain):
        return (Piece(lambda at: _product(told(at)), AT),)
    rule = told(composition.low).rule
    return always(mathml(*rule)), Piece(lambda at, x, y: _sum(told(at, (x, y))), PATHS)


def tables(composition: Chain | Fork) -> tuple[Numbers, ...]:
    """A fork's paths, and the nudges, each a tenth of the one before."""
    nudges = _nudges(composition)
    if isinstance(composition, Chain):
        return (nudges,)
    told = _slope(composition)

    def cell(row, column):
        if column == 0 or told(composition.low).paths.rows[row][column] == "":
            return always(told(composition.low).paths.rows[row][column])
        on = AT if column == 1 else PATHS
        return Piece(lambda at, x=True, y=True: told(at, (x, y)).paths.rows[row][column], on)

    heads = told(composition.low).paths.heads
    rows = tuple(tuple(cell(row, column) for column in range(3)) for row in range(3))
    return Numbers(say("widgets.chain.paths"), heads, rows, summed=True), nudges


def sentence(composition: Chain | Fork, nudge: Callable) -> tuple[Piece, dict[str, Piece]]:
    """The sentence that is read aloud, as a template, and its fields."""
    fields = {"at": Piece(lambda at: number(at).text, AT), "delta": Piece(lambda delta: number(delta).text, ("delta",))}
    fork = isinstance(composition, Fork)
    for name in ("delta_x", "delta_y", "delta_z") if fork else ("delta_y", "delta_z"):
        fields[name] = Piece(lambda at, delta, name=name: number(getattr(nudge(at, delta), name)).text, ("at", "delta"))
    slope = "dz_ds" if fork else "dz_dx"
    fields["slope"] = Piece(lambda at: number(getattr(nudge(at, FINEST), slope)).text, AT)
    whole = caption(composition, {name: f"{{{name}}}" for name in fields})
    if not fork:
        return always(whole), fields
    left = Piece(
        lambda x, y: say(f"story.fork.{WITHOUT[x, y]}", caption=whole) if (x, y) in WITHOUT else whole, ("x", "y")
    )
    return left, fields


def handles(panel: Panel, at: Axis, delta: Axis, nudge: Callable) -> list[dict]:
    """The point on a graph, and the end of its nudge, where that lies to the right of it."""
    chart = panel.chart
    if chart is None:
        return []
    across, up = chart.xlabel, chart.ylabel
    points = [nudge(value, FINEST) for value in at.values]
    flat = across == at.name
    found = [
        {
            "axis": "at",
            "name": at.name,
            "places": [[round(chart.x(getattr(n, across)), 1), round(chart.y(getattr(n, up)), 1)] for n in points],
            "flat": flat,
        }
    ]
    if flat:
        ends = [[round(chart.x(value) - chart.x(0.0), 1), 0] for value in delta.values]
        found.append({"axis": "delta", "name": delta.name, "from": "at", "places": ends, "flat": True})
    return found


# ------------------------------------------------------------------- pieces


def _slope(composition):
    """What is told of the slope at a place, whatever the nudge; kept, since many pieces ask for the same."""
    return lru_cache(maxsize=256)(lambda at, added=BOTH: tell(composition, at, FINEST, added))


def _product(told: Told) -> str:
    return f"{mathml(*told.rule)} = {told.product} = <b>{number(told.value)}</b>{checked(told.comparison)}"


def _sum(told: Told) -> str:
    return f"<b>{say('story.fork.total', total=number(told.value))}</b>{checked(told.comparison)}"


def _nudges(composition):
    """The table of nudges; its last column of a fork compares with the sum of the paths that are added up."""
    table = lru_cache(maxsize=1024)(partial(nudge_table, composition))  # of every point with every nudge
    nudge = lru_cache(maxsize=4096)(composition.nudge)
    first = table(composition.low, FINEST, BOTH)
    fork, last = isinstance(composition, Fork), len(first.rows) - 1

    def cell(row, column):
        if row == last and first.rows[row][column] in ("", first.rows[row][0]):
            return always(first.rows[row][column])
        if row == last:
            on = PATHS if fork and column == len(first.heads) - 1 else AT
            return Piece(lambda at, x=True, y=True: table(at, FINEST, (x, y)).rows[row][column], on)
        if column == 0:
            return Piece(lambda delta: table(composition.low, delta, BOTH).rows[row][0], ("delta",))
        if fork and column == len(first.heads) - 1:
            return Piece(lambda at, delta, x, y: less_the_sum(nudge(at, delta / 10**row), (x, y)), EVERYWHERE)
        return Piece(lambda at, delta: table(at, delta, BOTH).rows[row][column], ("at", "delta"))

    rows = tuple(tuple(cell(row, column) for column in range(len(first.heads))) for row in range(last + 1))
    return Numbers(say("widgets.chain.nudges"), first.heads, rows, summed=True)
