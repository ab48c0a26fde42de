"""The chain rule explorer: choose the functions, move the point, shrink the nudge, leave a path out."""

import ipywidgets as widgets

from backprop.engine.chain_rule import Chain, Fork
from backprop.engine.pairs import ONE, TWO
from backprop.notation import mathml, number, plain
from backprop.pictures.chain import chain_pictures, fork_pictures
from backprop.pictures.chart import beside
from backprop.story.chain import describe, tell
from backprop.widgets import controls
from backprop.widgets.page import Mends, choice_slider, code_field, html_table, picture_bundle, refusal, said
from backprop.widgets.parts import judged, tabled
from backprop.words import say

DELTAS = (0.001, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0)
SPAN = -1.5, 1.5
OWN = "own"
WRAP = {"flex_flow": "row wrap"}


class ChainRuleExplorer(widgets.VBox):
    """Case 1, y = g(x) and z = h(y), or case 2, x = g(s), y = h(s) and z = k(x, y).

    ``g``, ``h`` and ``k`` are names (see ``backprop.engine.pairs``) or your own pairs (function, derivative);
    k's derivative gives (∂z/∂x, ∂z/∂y). ``at`` is where x or s stands, ``span`` how far it can move.
    Raises ValueError or TypeError for a pair that does not pass its check, naming the place and both numbers.
    """

    def __init__(self, case=1, g="sine", h="square", k="product", *, at=0.6, delta=0.5, span=SPAN):
        low, high = _in_order(case, at, delta, span)
        self._given = {"g": g, "h": h, "k": k}
        self._span = "" if (low, high) == SPAN else f", span=({low:g}, {high:g})"
        cases = [(say("widgets.chain.case-1"), 1), (say("widgets.chain.case-2"), 2)]
        self.case = controls.Dropdown(options=cases, value=case, description=say("widgets.chain.case"))
        self.functions = {name: _chooser(name, given) for name, given in self._given.items()}
        self.message = widgets.HTML(layout={"min_height": "2.4em"})
        self.point = controls.FloatSlider(at, min=low, max=high, step=(high - low) / 60, readout_format=".2f")
        self.delta = choice_slider("Δ", DELTAS, delta)
        self.added = [
            controls.Checkbox(True, description=text, indent=False, layout={"width": "15em"})
            for text in (say("widgets.chain.add-x"), say("widgets.chain.add-y"))
        ]
        self.paths, self.graphs, self.numbers = (widgets.HTML() for _ in range(3))
        self.code = code_field()
        self.composition = self._compose()
        for chooser in (self.case, *self.functions.values()):
            chooser.observe(lambda change: self._chosen(), "value")
        for control in (self.point, self.delta, *self.added):
            control.observe(lambda change: self._show(), "value")
        super().__init__(
            [
                widgets.HBox([self.case, *self.functions.values()], layout=WRAP),
                self.message,
                widgets.HBox([self.point, self.delta, *self.added], layout=WRAP),
                widgets.HBox([self.paths, self.numbers], layout=WRAP),
                self.graphs,
                self.code,
                Mends(),
            ]
        )
        self._arrange()

    # ---------------------------------------------------------------- showing

    def _state(self):
        """What is shown: the composition, its point, its nudge, and which paths are added up."""
        return self.composition, self.point.value, self.delta.value, tuple(box.value for box in self.added)

    def _show(self):
        paths, *graphs = _pictures(*self._state())
        self.paths.value = paths.svg()
        self.graphs.value = f'<div style="display:flex;flex-wrap:wrap">{"".join(graph.svg() for graph in graphs)}</div>'
        self.numbers.value = said(numbers(tell(*self._state()), mathml))
        names = "".join(f", {name}={_written(name, value)}" for name, value in self._taken.items())
        case = 2 if isinstance(self.composition, Fork) else 1
        self.code.value = (
            f"ChainRuleExplorer({case}{names}, at={self.point.value:.6g}, delta={self.delta.value:g}{self._span})"
        )

    def _repr_mimebundle_(self, **kwargs):
        """Without a kernel: the pictures in a row, and the tables."""
        alt = describe(*self._state())
        svg = beside(*_pictures(*self._state()), alt=alt, columns=2 if isinstance(self.composition, Chain) else 3)
        html = numbers(tell(*self._state()), plain)
        sentence = say("widgets.plain", widget=type(self).__name__, caption=alt)
        return picture_bundle(super()._repr_mimebundle_(**kwargs), sentence, svg, alt, html)

    # --------------------------------------------------------------- choosing

    def _compose(self):
        """The composition of what is chosen, checked wherever the point and its nudge can reach; then it is taken."""
        chosen = {name: chooser.value for name, chooser in self.functions.items()}
        g, h, k = (self._given[name] if value == OWN else value for name, value in chosen.items())
        reach = self.point.min, self.point.max + max(DELTAS)
        composition = Chain(g, h, *reach) if self.case.value == 1 else Fork(g, h, k, *reach)
        self._taken = chosen
        return composition

    def _chosen(self):
        """Compose anew; a refusal stands below the choices, and the last composition stays."""
        try:
            self.composition = self._compose()
        except (ValueError, TypeError) as refused:
            self.message.value = refusal(str(refused))
            return
        self.message.value = ""
        self._arrange()

    def _arrange(self):
        """The letters and the controls of this case."""
        fork = isinstance(self.composition, Fork)
        self.point.description, self.delta.description = ("s", "Δs") if fork else ("x", "Δx")
        self.functions["k"].disabled = not fork
        for box in self.added:
            box.layout.display = "" if fork else "none"
        self._show()


# ------------------------------------------------------------------- what is shown


def _pictures(composition, at, delta, added):
    nudge = composition.nudge(at, delta)
    return (
        chain_pictures(composition, nudge)
        if isinstance(composition, Chain)
        else fork_pictures(composition, nudge, added)
    )


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


# -------------------------------------------------------------------- choices


def _chooser(name, given):
    """The functions to choose from, and the learner's own where there is one."""
    library, letters = (TWO, ("x", "y")) if name == "k" else (ONE, ("v",))
    options = [(function.of(*letters), key) for key, function in library.items()]
    if given not in library:
        options.append((say("widgets.chain.own"), OWN))
    value = given if given in library else OWN
    style = {"description_width": "2em"}
    return controls.Dropdown(options=options, value=value, description=name, style=style, layout={"width": "12em"})


def _written(name, value):
    return name if value == OWN else repr(value)


def _in_order(case, at, delta, span):
    """The span's two ends; raises ValueError where an argument is out of place."""
    if len(span) != 2 or not float(span[0]) < float(span[1]):
        raise ValueError(say("widgets.chain.no-span", span=repr(span)))
    low, high = map(float, span)
    if case not in (1, 2):
        raise ValueError(say("widgets.chain.no-case", case=repr(case)))
    if not low <= at <= high:
        raise ValueError(say("widgets.chain.no-place", at=repr(at), low=f"{low:g}", high=f"{high:g}"))
    if not 0 < delta <= max(DELTAS):
        raise ValueError(say("widgets.chain.no-delta", delta=repr(delta), most=f"{max(DELTAS):g}"))
    return low, high
