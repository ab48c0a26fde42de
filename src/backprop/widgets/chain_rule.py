"""The chain rule explorer: choose the functions, move the point, shrink the nudge, leave a path out."""

import ipywidgets as widgets
import numpy as np

from backprop.engine.chain_rule import Chain, Fork
from backprop.engine.numeric import central_difference
from backprop.engine.pairs import ONE, TWO
from backprop.notation import EQUALS, PLUS, factor, math, mathml, number, ordinary, partial, plain, times
from backprop.pictures.chain import chain_pictures, fork_pictures
from backprop.pictures.chart import beside
from backprop.widgets import controls, words
from backprop.widgets.page import choice_slider, code_field, html_table, page_wide, picture_bundle, refusal, said

DELTAS = (0.001, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0)
ROWS = 3  # nudges in the table, each a tenth of the one before
SPAN = -1.5, 1.5
OWN = "own"
WRAP = {"flex_flow": "row wrap"}
X, Y, Z, S = map(math, "xyzs")
CHAIN_RULE = ordinary(Z, X), EQUALS + times(ordinary(Z, Y), ordinary(Y, X))
FORK_RULE = (
    ordinary(Z, S),
    EQUALS + times(partial(Z, X), ordinary(X, S)),
    PLUS + times(partial(Z, Y), ordinary(Y, S)),
)


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
        self.case = controls.Dropdown(options=words.CASES_OF_RULE, value=case, description=words.CASE)
        self.functions = {name: _chooser(name, given) for name, given in self._given.items()}
        self.message = widgets.HTML(layout={"min_height": "2.4em"})
        self.point = controls.FloatSlider(at, min=low, max=high, step=(high - low) / 60, readout_format=".2f")
        self.delta = choice_slider("Δ", DELTAS, delta)
        self.added = [
            controls.Checkbox(True, description=text, indent=False, layout={"width": "15em"})
            for text in (words.ADD_X, words.ADD_Y)
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
                page_wide(),
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
        self.numbers.value = said(_numbers(*self._state(), mathml))
        names = "".join(f", {name}={_written(name, value)}" for name, value in self._taken.items())
        case = 2 if isinstance(self.composition, Fork) else 1
        self.code.value = (
            f"ChainRuleExplorer({case}{names}, at={self.point.value:.6g}, delta={self.delta.value:g}{self._span})"
        )

    def _repr_mimebundle_(self, **kwargs):
        """Without a kernel: the pictures in a row, and the tables."""
        alt = _sentence(*self._state())
        svg = beside(*_pictures(*self._state()), alt=alt, columns=2 if isinstance(self.composition, Chain) else 3)
        html = _numbers(*self._state(), plain)
        return picture_bundle(super()._repr_mimebundle_(**kwargs), f"ChainRuleExplorer, {alt}", svg, alt, html)

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


# ------------------------------------------------------------------- what is said


def _pictures(composition, at, delta, added):
    nudge = composition.nudge(at, delta)
    return (
        chain_pictures(composition, nudge)
        if isinstance(composition, Chain)
        else fork_pictures(composition, nudge, added)
    )


def _numbers(composition, at, delta, added, write):
    """The rule with its numbers, beside a central difference; then ratios as the nudge shrinks."""
    nudges = [composition.nudge(at, delta / 10**row) for row in range(ROWS)]
    if isinstance(composition, Chain):
        return _chain_numbers(nudges, central_difference(_of_a_float(composition.z), at).item(), write)
    return _fork_numbers(nudges, central_difference(_of_a_float(composition.z), at).item(), added, write)


def _of_a_float(f):
    """f, called with a number of its own: a learner's function that changes what it is given changes nothing else."""
    return lambda v: f(float(v))


def _chain_numbers(nudges, numeric, write):
    n = nudges[0]
    rule = write(*CHAIN_RULE)
    line = f"{rule} = {factor(n.dz_dy)} · {factor(n.dy_dx)} = <b>{number(n.dz_dx)}</b>"
    rows = [
        (
            *map(number, (n.delta_x, n.delta_y, n.delta_z)),
            *map(_fine, (_ratio(n.delta_y, n.delta_x), _ratio(n.delta_z, n.delta_y), _ratio(n.delta_z, n.delta_x))),
        )
        for n in nudges
    ]
    last = (words.DERIVATIVE, "", "", *map(_fine, (n.dy_dx, n.dz_dy, n.dz_dx)))
    return f"<p>{line}{_verdict(n.dz_dx, numeric)}</p>" + html_table(words.CHAIN_HEADS, [*rows, _bold(last)])


def _fork_numbers(nudges, numeric, added, write):
    n = nudges[0]
    total = sum(term for term, adds in zip(n.terms, added, strict=True) if adds)
    rule = write(*FORK_RULE)
    factors = (n.dz_dx, n.dx_ds), (n.dz_dy, n.dy_ds)
    paths = [
        (name, f'<span class="bp-product">{factor(a)} · {factor(b)}</span>', number(term) if adds else words.NOT_ADDED)
        for name, (a, b), term, adds in zip((words.THROUGH_X, words.THROUGH_Y), factors, n.terms, added, strict=True)
    ]
    rows = [
        (
            *map(number, (n.delta_s, n.delta_x, n.delta_y, n.delta_z)),
            _fine(n.delta_z / n.delta_s),
            _fine(n.delta_z / n.delta_s - total),
        )
        for n in nudges
    ]
    last = (words.DERIVATIVE, "", "", "", _fine(n.dz_ds), _fine(n.dz_ds - total))
    return (
        f"<p>{rule}</p>"
        + html_table(words.PATH_HEADS, [*paths, _bold((words.SUM, "", number(total)))])
        + f"<p>{words.SUM} {number(total)}{_verdict(total, numeric)}</p>"
        + html_table(words.FORK_HEADS, [*rows, _bold(last)])
    )


def _verdict(value, numeric):
    agrees = abs(value - numeric) <= 1e-5 * max(1.0, abs(numeric))
    return words.DIFFERENCE.format(number(numeric)) + (words.AGREES if agrees else words.DIFFERS)


def _sentence(composition, at, delta, added):
    n = composition.nudge(at, delta)
    if isinstance(composition, Chain):
        return (
            f"case 1, y = {composition.g.of('x')}, z = {composition.h.of('y')}, at x = {number(at)}: "
            f"Δx = {number(delta)} gives Δy = {number(n.delta_y)}, Δz = {number(n.delta_z)}; dz/dx = {number(n.dz_dx)}."
        )
    left_out = [letter for letter, adds in zip("xy", added, strict=True) if not adds]
    note = f" The path through {' and '.join(left_out)} is left out." if left_out else ""
    return (
        f"case 2, x = {composition.g.of('s')}, y = {composition.h.of('s')}, z = {composition.k.of('x', 'y')}, "
        f"at s = {number(at)}: Δs = {number(delta)} gives Δx = {number(n.delta_x)}, Δy = {number(n.delta_y)}, "
        f"Δz = {number(n.delta_z)}; dz/ds = {number(n.dz_ds)}.{note}"
    )


def _fine(value):
    """Five digits, so that two ratios can be told apart; rounding noise is 0."""
    return number(0.0 if abs(value) < 1e-9 else value, 5).text


def _ratio(above, below):
    return above / below if below else np.nan


def _bold(cells):
    return [f"<b>{cell}</b>" for cell in cells]


# -------------------------------------------------------------------- choices


def _chooser(name, given):
    """The functions to choose from, and the learner's own where there is one."""
    library, letters = (TWO, ("x", "y")) if name == "k" else (ONE, ("v",))
    options = [(function.of(*letters), key) for key, function in library.items()]
    if given not in library:
        options.append((words.YOUR_OWN, OWN))
    value = given if given in library else OWN
    style = {"description_width": "2em"}
    return controls.Dropdown(options=options, value=value, description=name, style=style, layout={"width": "12em"})


def _written(name, value):
    return name if value == OWN else repr(value)


def _in_order(case, at, delta, span):
    """The span's two ends; raises ValueError where an argument is out of place."""
    if len(span) != 2:
        raise ValueError(f"span is {span!r}; expected a smaller and a larger number.")
    low, high = map(float, span)
    if case not in (1, 2):
        raise ValueError(f"case is {case!r}; expected 1 or 2.")
    if not low < high:
        raise ValueError(f"span is {span!r}; expected a smaller and a larger number.")
    if not low <= at <= high:
        raise ValueError(f"at is {at!r}; expected a number from {low:g} to {high:g}, within the span.")
    if not 0 < delta <= max(DELTAS):
        raise ValueError(f"delta is {delta!r}; expected a number above 0, at most {max(DELTAS):g}.")
    return low, high
