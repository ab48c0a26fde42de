"""The chain rule explorer: move x and Δ, and see every change follow."""

import ipywidgets as widgets

from backprop.chain_rule import CURVES, DOMAIN, SURFACES, case1, case2, checked_curve, checked_surface
from backprop.explore import case1_picture, case2_picture, describe_case1, describe_case2
from backprop.notation import number
from backprop.widgets import words
from backprop.widgets.page import choice_slider, html_table, picture_bundle, said

DELTAS = (0.0001, 0.001, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0)


class ChainRuleExplorer(widgets.VBox):
    """Both cases of the chain rule. ``g``, ``h`` are names from the list, or your own (function, derivative) pairs;

    ``k`` is a name, or (function, derivative by x, derivative by y). Your own are checked against
    central differences first; raises ValueError naming the place where they disagree.
    """

    def __init__(self, case=1, g="sin u", h="u²", k="x · y", at=0.6, delta=0.5):
        self.curves, self.surfaces = dict(CURVES), dict(SURFACES)
        chosen = [self._curve(letter, pair) for letter, pair in (("g", g), ("h", h))]
        surface = self._surface(k)
        wide, narrow = {"width": "15em"}, {"width": "13em"}
        self.case = widgets.Dropdown(options=words.CASES_OF_RULE, value=case, description=words.CASE, layout=wide)
        self.g = widgets.Dropdown(options=list(self.curves), value=chosen[0], description="g", layout=narrow)
        self.h = widgets.Dropdown(options=list(self.curves), value=chosen[1], description="h", layout=narrow)
        self.k = widgets.Dropdown(options=list(self.surfaces), value=surface, description="k", layout=narrow)
        low, high = DOMAIN
        self.at = widgets.FloatSlider(at, min=low, max=high, step=0.05, description="x")
        self.delta = choice_slider("Δ", DELTAS, delta)
        self.drop = widgets.Checkbox(False, description=words.DROP, indent=False, layout=wide)
        self.picture, self.result = widgets.HTML(), widgets.HTML()
        self.result.layout = {"min_height": "13em"}
        for control in (self.case, self.g, self.h, self.k, self.at, self.delta, self.drop):
            control.observe(lambda change: self._show(), "value")
        row = {"flex_flow": "row wrap"}
        super().__init__(
            [
                widgets.HBox([self.case, self.g, self.h, self.k], layout=row),
                widgets.HBox([self.at, self.delta, self.drop], layout=row),
                self.picture,
                self.result,
            ]
        )
        self._show()

    def _curve(self, letter, pair):
        if isinstance(pair, str):
            if pair not in self.curves:
                raise ValueError(f"{letter} is {pair!r}; expected one of {', '.join(self.curves)}, or your own pair.")
            return pair
        curve = checked_curve(*pair, name=f"your own {letter}")
        self.curves[curve.name] = curve
        return curve.name

    def _surface(self, k):
        if isinstance(k, str):
            if k not in self.surfaces:
                raise ValueError(
                    f"k is {k!r}; expected one of {', '.join(self.surfaces)}, or your own three functions."
                )
            return k
        surface = checked_surface(*k, name="your own k")
        self.surfaces[surface.name] = surface
        return surface.name

    @property
    def step(self):
        """The change at the current place: a Case1 or a Case2."""
        return self._step(self.delta.value)

    def _step(self, delta):
        g, h = self.curves[self.g.value], self.curves[self.h.value]
        if self.case.value == 1:
            return case1(g, h, self.at.value, delta)
        return case2(g, h, self.surfaces[self.k.value], self.at.value, delta)

    def _show(self):
        second = self.case.value == 2
        self.at.description = "s" if second else "x"
        self.k.disabled = self.drop.disabled = not second
        self.picture.value = f'<div style="overflow:auto">{self._svg()}</div>'
        self.result.value = said(self._result())

    def _svg(self):
        g, h = self.curves[self.g.value], self.curves[self.h.value]
        if self.case.value == 1:
            return case1_picture(g, h, self.step)
        return case2_picture(g, h, self.surfaces[self.k.value], self.step, self.drop.value)

    def _result(self):
        """The derivative as a product or a sum of products, then the ratio as Δ shrinks."""
        step = self.step
        derivative = number(step.derivative, 4)
        if self.case.value == 1:
            head = f"dz/dx = dz/dy · dy/dx = {number(step.dz_dy)} · {number(step.dy_dx)} = <b>{derivative}</b>"
        else:
            through = [f"{number(a)} · {number(b)}" for a, b in ((step.dz_dx, step.dx_ds), (step.dz_dy, step.dy_ds))]
            head = f"dz/ds = ∂z/∂x · dx/ds + ∂z/∂y · dy/ds: {words.PATHS.format(*through, derivative)}"
            if self.drop.value:
                head += "<br>" + words.DROPPED.format(number(step.terms[0], 4), derivative)
        rows = []
        for delta in (self.delta.value, 0.1, 0.01, 0.001):
            ratio = self._step(delta).ratio
            shown = number(ratio, 5), derivative, number(round(ratio - step.derivative, 5))
            rows.append((number(delta), *shown))
        return f"{head}{html_table(words.CHAIN_HEADS, rows)}"

    def _repr_mimebundle_(self, **kwargs):
        alt = (describe_case1 if self.case.value == 1 else describe_case2)(self.step)
        bundle = super()._repr_mimebundle_(**kwargs)
        return picture_bundle(bundle, f"ChainRuleExplorer, {alt}", self._svg(), alt, self._result())
