"""The chain rule explorer: choose the functions, move the point, shrink the nudge, leave a path out.

The point and the nudge are taken hold of in the graphs, a path of the fork is switched on its wires. All places of the
point, all nudges and all choices of paths are one film.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from backprop.engine.chain_rule import Chain, Fork
from backprop.engine.pairs import ONE, TWO
from backprop.exercises.typed import read_numbers
from backprop.notation import number, plain
from backprop.pictures.chain import chain_panels, fork_panels, nudged
from backprop.pictures.panel import always
from backprop.story.chain import describe, tell
from backprop.widgets.chain_scene import handles, sentence, slope_lines, switch, tables, values_on
from backprop.widgets.explorer import Explorer
from backprop.widgets.parts import html_table, judged, tabled
from backprop.widgets.scene import Scene
from backprop.words import say

DELTAS = (0.001, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0)
SPAN = -1.5, 1.5
OWN = "own"
CASES = {1: "widgets.chain.case-1", 2: "widgets.chain.case-2"}
WHERE = {1: "widgets.chain.where-1", 2: "widgets.chain.where-2"}
Choice = str | tuple[Callable, Callable]


@dataclass(frozen=True)
class Chosen:
    """A case and its functions, by name or "own"; the learner's own ones are given apart."""

    case: int
    g: str
    h: str
    k: str


class ChainRuleExplorer(Explorer):
    """Case 1, y = g(x) and z = h(y), or case 2, x = g(s), y = h(s) and z = k(x, y).

    ``g``, ``h`` and ``k`` are names (see ``backprop.engine.pairs``) or your own pairs (function, derivative);
    k's derivative gives (∂z/∂x, ∂z/∂y). ``at`` is where x or s stands, ``span`` how far it can move.
    Raises ValueError or TypeError for a pair that does not pass its check, naming the place and both numbers.
    """

    # Of the point from end to end, and nudges: a film of 1.5 MB at most, an eighth of that compressed, in 0.3 s.
    _steps, _deltas = 60, DELTAS

    def __init__(
        self,
        case: int = 1,
        g: Choice = "sine",
        h: Choice = "square",
        k: Choice = "product",
        *,
        at: float = 0.6,
        delta: float = 0.5,
        span: tuple[float, float] = SPAN,
    ):
        self._span = _in_order(case, at, delta, span)
        self._given = {"g": g, "h": h, "k": k}
        names = {name: given if isinstance(given, str) else OWN for name, given in self._given.items()}
        chosen = Chosen(int(case), **names)
        self._extra = float(at), float(delta)  # values that the axes have besides their own
        self._first = chosen, self._extra
        self.composition = self._composed(chosen)
        self._chosen = chosen
        super().__init__(self._seen(), self._opened(*self._extra))

    def _composed(self, chosen):
        """The composition of what is chosen, checked wherever the point and its nudge can reach."""
        g, h, k = (self._given[name] if (value := getattr(chosen, name)) == OWN else value for name in "ghk")
        reach = self._span[0], self._span[1] + max(DELTAS)
        return Chain(g, h, *reach) if chosen.case == 1 else Fork(g, h, k, *reach)

    def _opened(self, at, delta, x=True, y=True):
        """A place on the axes of this case."""
        return {"at": at, "delta": delta} | ({"x": x, "y": y} if self._chosen.case == 2 else {})

    # ------------------------------------------------------- what the page says

    def _answer(self, message):
        """Another case or function, or a point or a nudge that is typed."""
        values, chosen = self._values, self._chosen
        if "reset" in message:
            chosen, self._extra = self._first
            return self._take(chosen, dict(zip(("at", "delta"), self._extra, strict=True)))
        key, text = message["edit"], message["text"]
        if key == "case" and text not in ("1", "2"):
            raise ValueError(say("widgets.chain.no-case", case=repr(text)))
        if key in ("at", "delta"):
            values[key] = read_numbers(text, 1)[0]
            _in_order(chosen.case, values["at"], values["delta"], self._span)
            self._extra = values["at"], values["delta"]
            return self._take(chosen, values)
        return self._take(replace(chosen, **{key: int(text) if key == "case" else text}), values)

    def _take(self, chosen, values):
        if chosen != self._chosen:
            self.composition = self._composed(chosen)
        self._chosen = chosen
        scene = self._seen()
        place = {name: values.get(name, True) for name in scene.axes}
        self._become(scene, place)

    # ------------------------------------------------------- what is shown

    def _seen(self):
        """The scene of the composition."""
        fork = isinstance(self.composition, Fork)
        nudge = nudged(self.composition)
        panels = (fork_panels if fork else chain_panels)(self.composition, nudge)
        at, delta = self._axes("s" if fork else "x")
        told, fields = sentence(self.composition, nudge)
        return Scene(
            title=say("widgets.chain.title"),
            axes={"at": at, "delta": delta} | ({name: switch(name) for name in "xy"} if fork else {}),
            panels=panels,
            where=always(say(WHERE[self._chosen.case])),
            lines=slope_lines(self.composition),
            told=told,
            fields=fields,
            tables=tables(self.composition),
            handles=tuple(handles(panel, at, delta, nudge) for panel in panels),
            boxes=tuple(panel.box for panel in panels),
            scales=(_scale("at", at), _scale("delta", delta)),
            form=tuple(self._form()),
            beside=True,
        )

    def _axes(self, letter):
        """Where the point can stand, and how far it can be nudged."""
        (low, high), (at, delta) = self._span, self._extra
        places = {round(float(place), 9) for place in np.linspace(low, high, self._steps + 1)}
        nudges = sorted({*self._deltas, delta})
        return values_on(letter, sorted(places | {at})), values_on(f"Δ{letter}", nudges)

    def _form(self):
        chosen = self._chosen
        cases = {f"{case}": say(sentence) for case, sentence in CASES.items()}
        yield {"key": "case", "label": say("widgets.chain.case"), "names": cases, "chosen": f"{chosen.case}"}
        for name, given in self._given.items():
            library, letters = (TWO, ("x", "y")) if name == "k" else (ONE, ("v",))
            names = {key: function.of(*letters) for key, function in library.items()}
            if not isinstance(given, str):
                names[OWN] = say("widgets.chain.own")
            off = name == "k" and chosen.case == 1
            field = {"key": name, "label": name, "names": names, "chosen": getattr(chosen, name)}
            yield field | {"list": True, "off": off}

    def _code(self, codes):
        chosen, (low, high) = self._chosen, self._span
        names = "".join(
            f", {name}={name if (value := getattr(chosen, name)) == OWN else repr(value)}" for name in "ghk"
        )
        span = "" if (low, high) == SPAN else f", span=({low:g}, {high:g})"
        return f"ChainRuleExplorer({chosen.case}{names}, at={codes['at']}, delta={codes['delta']}{span})"

    @property
    def _state(self):
        """What is shown: the composition, its point, its nudge, and which paths are added up."""
        values = self._values
        return self.composition, values["at"], values["delta"], (values.get("x", True), values.get("y", True))

    def _at_rest(self):
        """The pictures in rows, their sentence, and the tables."""
        alt = describe(*self._state)
        columns = 3 if isinstance(self.composition, Fork) else 2
        return self._picture(alt, columns), alt, numbers(tell(*self._state), plain)

    def close(self):
        """Closed, it keeps nothing."""
        super().close()
        self.composition = None


def _scale(name, axis):
    return {"axis": name, "name": axis.name, "typed": True}


def numbers(told, write):
    """What is told of a composition, as HTML: the rule, a fork's paths, the slope with its verdict, the nudges."""
    nudges, rule = tabled(told.nudges, strong=True), write(*told.rule)
    if told.paths is None:
        return f"<p>{rule} = {told.product} = <b>{number(told.value)}</b>{judged(told.comparison)}</p>{nudges}"
    wide = (
        (name, f'<span class="bp-product">{factors}</span>' if factors else "", term)
        for name, factors, term in told.paths.rows
    )
    *rows, last = wide
    paths = html_table(told.paths.heads, [*rows, [f"<b>{cell}</b>" for cell in last]])
    total = say("story.fork.total", total=number(told.value))
    return f"<p>{rule}</p>{paths}<p>{total}{judged(told.comparison)}</p>{nudges}"


def _in_order(case, at, delta, span):
    """The span's two ends; raises ValueError where an argument is out of place."""
    try:
        low, high = map(float, span)
    except (TypeError, ValueError):
        low = high = 0.0
    if not -np.inf < low < high < np.inf:
        raise ValueError(say("widgets.chain.no-span", span=repr(span)))
    if case not in (1, 2):
        raise ValueError(say("widgets.chain.no-case", case=repr(case)))
    if not (_is_number(at) and low <= at <= high):
        raise ValueError(say("widgets.chain.no-place", at=repr(at), low=f"{low:g}", high=f"{high:g}"))
    if not (_is_number(delta) and 0 < delta <= max(DELTAS)):
        raise ValueError(say("widgets.chain.no-delta", delta=repr(delta), most=f"{max(DELTAS):g}"))
    return low, high


def _is_number(value):
    return isinstance(value, int | float | np.integer | np.floating)
