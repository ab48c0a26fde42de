"""The formulas of a gradient step: each in letters, then with its numbers."""

from dataclasses import dataclass

from backprop.engine.losses import get_loss
from backprop.notation import (
    EQUALS,
    ETA,
    MINUS,
    PLUS,
    C,
    L,
    Math,
    factor,
    math,
    new,
    number,
    of_example,
    partial,
    times,
    total,
)
from backprop.story.quantity import Quantity, whole


@dataclass(frozen=True)
class Line:
    """One formula: what it makes known, the formula, the same with numbers, the value, what it needs."""

    makes: Quantity
    symbol: Math
    formula: Math
    numbers: Math
    value: float
    needs: tuple

    @property
    def symbolic(self):
        """The formula as LaTeX."""
        return (self.symbol + EQUALS + self.formula).latex

    @property
    def substituted(self):
        """The formula with the numbers put in, and the value, as LaTeX."""
        return (self.symbol + EQUALS + self.numbers + EQUALS + number(self.value)).latex


class Lines:
    """Every formula of a walkthrough, in letters and with its numbers."""

    def __init__(self, walk):
        self.walk, self.n = walk, walk.example
        self.letters, self.network = walk.letters, walk.network
        self.last = len(self.network.layers) - 1
        self.many = walk.many

    def making(self, quantity):
        """The line that makes a quantity known; None where none does."""
        return next((line for line in self._beside(quantity) if line.makes == quantity), None)

    def _beside(self, quantity):
        """The lines of a quantity's name and neuron; none where there is no such neuron."""
        name, (l, j, _), after = quantity.name, quantity.place, quantity.new
        forward = self.walk.again if after else self.walk.forward
        if name in ("C", "L"):
            return self.cost(forward, after)
        if l not in range(self.last + 1) or j not in range(self.network.layers[l].n_out):
            return ()
        if name in ("z", "a"):
            return (getattr(self, name)(forward, after, l, j),)
        if name in ("dC_da", "dC_dz"):
            return (getattr(self, name)(l, j),)
        return self.update_lines(l, j) if after else self.gradient_lines(l, j)

    # ------------------------------------------------------------- forward

    def z(self, forward, after, l, j):
        """z = Σₖ wₖ aₖ + b"""
        layer, feed, mark = forward.network.layers[l], forward.dz_dw[l][self.n], _mark(after)
        inputs = range(layer.n_in)
        fed = [self.letters.x(k) if l == 0 else mark(self.letters.feed(l, k)) for k in inputs]
        formula = total(times(mark(self.letters.w(l, j, k)), fed[k]) for k in inputs)
        numbers = total(times(factor(layer.weights[j, k]), factor(feed[k])) for k in inputs)
        feeds = [Quantity("x", None, k) if l == 0 else Quantity("a", l - 1, k, new=after) for k in inputs]
        return Line(
            Quantity("z", l, j, new=after),
            mark(self.letters.z(l, j)),
            formula + PLUS + mark(self.letters.b(l, j)),
            numbers + PLUS + factor(layer.biases[j]),
            float(forward.z[l][self.n, j]),
            (*(Quantity("w", l, j, k, after) for k in inputs), *feeds, Quantity("b", l, j, new=after)),
        )

    def a(self, forward, after, l, j):
        """a = f(z)"""
        layer, z, mark = forward.network.layers[l], forward.z[l][self.n], _mark(after)
        formula = layer.f.written([mark(self.letters.z(l, k)) for k in range(layer.n_out)], j)
        numbers = layer.f.written([number(value) for value in z], j)
        needs = tuple(Quantity("z", l, k, new=after) for k in (range(layer.n_out) if layer.f.coupled else [j]))
        symbol, value = mark(self.letters.a(l, j)), float(forward.a[l][self.n, j])
        return Line(Quantity("a", l, j, new=after), symbol, formula, numbers, value, needs)

    # ---------------------------------------------------------------- cost

    def cost(self, forward, after):
        """C = the loss of this example's outputs and targets; with several examples also L = Σₙ Cⁿ."""
        x, target = forward.x, self.walk.backward.target
        costs, mark, cost = forward.network.costs(x, target, self.walk.loss), _mark(after), get_loss(self.walk.loss)
        outputs = range(target.shape[1])
        y = [mark(self.letters.y(j)) for j in outputs]
        hat = [self.letters.target(j) for j in outputs]
        values = forward.y[self.n], target[self.n]
        needs = (
            *(Quantity("a", self.last, j, new=after) for j in outputs),
            *(Quantity("target", None, j) for j in outputs),
        )
        line = Line(
            Quantity("C", new=after),
            mark(of_example(C, self.n + 1) if self.many else C),
            cost.written(y, hat),
            cost.written([number(v) for v in values[0]], [factor(v) for v in values[1]]),
            float(costs[self.n]),
            needs,
        )
        lines = [line]
        if self.many:
            each = [mark(of_example(C, n + 1)) for n in range(len(costs))]
            value = float(costs.sum())
            needs = (Quantity("C", new=after),)
            lines.append(Line(Quantity("L", new=after), mark(L), total(each), total(map(number, costs)), value, needs))
        return lines

    # ------------------------------------------------------------ backward

    @property
    def cost_symbol(self):
        """C, or Cⁿ where there are several examples."""
        return of_example(C, self.n + 1) if self.many else C

    def d(self, by):
        """∂C/∂by, with the example's number where there are several."""
        return partial(self.cost_symbol, by)

    def dC_da(self, l, j):
        """Output layer: ∂C/∂y from the loss. Hidden layer: ∂C/∂a = Σₖ wₖ ∂C/∂zₖ over the next layer."""
        walk, letters = self.walk, self.letters
        value = float(walk.backward.dC_da[l][self.n, j])
        if l == self.last:
            y, hat = float(walk.forward.y[self.n, j]), float(walk.backward.target[self.n, j])
            rule = get_loss(walk.loss).dC_dy_written
            formula, numbers = rule(letters.y(j), letters.target(j)), rule(number(y), factor(hat))
            needs = (Quantity("a", l, j), Quantity("target", None, j))
        else:
            following, deltas = self.network.layers[l + 1], walk.backward.dC_dz[l + 1][self.n]
            nexts = range(following.n_out)
            formula = total(times(letters.w(l + 1, k, j), self.d(letters.z(l + 1, k))) for k in nexts)
            numbers = total(times(factor(following.weights[k, j]), factor(deltas[k])) for k in nexts)
            needs = (
                *(Quantity("w", l + 1, k, j) for k in nexts),
                *(Quantity("dC_dz", l + 1, k) for k in nexts),
            )
        return Line(Quantity("dC_da", l, j), self.d(letters.a(l, j)), formula, numbers, value, needs)

    def dC_dz(self, l, j):
        """∂C/∂z = f′(z) · ∂C/∂a; y − ŷ at once where the loss cancels f′; softmax through its Jacobian."""
        walk, letters, layer = self.walk, self.letters, self.network.layers[l]
        dC_da = walk.backward.dC_da[l][self.n]
        if l == self.last and get_loss(walk.loss).cancels_slope:
            formula = letters.y(j) + MINUS + letters.target(j)
            numbers = number(walk.forward.y[self.n, j]) + MINUS + factor(walk.backward.target[self.n, j])
            needs = (Quantity("a", l, j), Quantity("target", None, j))
        elif layer.f.coupled:
            outputs, slopes = range(layer.n_out), layer.f.jacobian(walk.forward.z[l][self.n : self.n + 1])[0, :, j]
            formula = total(times(self.d(letters.y(k)), partial(letters.y(k), letters.z(l, j))) for k in outputs)
            numbers = total(times(factor(dC_da[k]), factor(slopes[k])) for k in outputs)
            needs = (*(Quantity("dC_da", l, k) for k in outputs), *(Quantity("z", l, k) for k in outputs))
        else:
            formula = times(layer.f.slope_written(letters.z(l, j)), self.d(letters.a(l, j)))
            numbers = times(factor(walk.forward.da_dz[l][self.n, j]), factor(dC_da[j]))
            needs = (Quantity("z", l, j), Quantity("dC_da", l, j))
        value = float(walk.backward.dC_dz[l][self.n, j])
        return Line(Quantity("dC_dz", l, j), self.d(letters.z(l, j)), formula, numbers, value, needs)

    # -------------------------------------------------- gradient and update

    def gradient_lines(self, l, j):
        """∂C/∂w = ∂z/∂w · ∂C/∂z and ∂C/∂b = 1 · ∂C/∂z; with several examples also ∂L/∂w = Σₙ ∂Cⁿ/∂w."""
        walk, letters = self.walk, self.letters
        feeds, deltas = walk.forward.dz_dw[l], walk.backward.dC_dz[l][:, j]
        delta = self.d(letters.z(l, j))
        for k in (*range(feeds.shape[1]), None):
            bias = k is None
            parameter = letters.b(l, j) if bias else letters.w(l, j, k)
            shares = deltas if bias else feeds[:, k] * deltas
            by = math("1") if bias else letters.feed(l, k)
            with_numbers = math("1") if bias else factor(feeds[self.n, k])
            feed = () if bias else ((Quantity("x", None, k) if l == 0 else Quantity("a", l - 1, k)),)
            kind = "b" if bias else "w"
            yield Line(
                Quantity(f"dC_d{kind}", l, j, k),
                self.d(parameter),
                times(by, delta),
                times(with_numbers, factor(deltas[self.n])),
                float(shares[self.n]),
                (*feed, Quantity("dC_dz", l, j)),
            )
            if self.many:
                each = (partial(of_example(C, n + 1), parameter) for n in range(len(shares)))
                gradient = (walk.backward.dL_db[l][j] if bias else walk.backward.dL_dw[l][j, k]).item()
                yield Line(
                    Quantity(f"dL_d{kind}", l, j, k),
                    partial(L, parameter),
                    total(each),
                    total(map(factor, shares)),
                    gradient,
                    (Quantity(f"dC_d{kind}", l, j, k),),
                )

    def update_lines(self, l, j):
        """w new = w − η ∂L/∂w; with one example L is C."""
        walk, letters, layer = self.walk, self.letters, self.network.layers[l]
        after = walk.updated.layers[l]
        for k in (*range(layer.n_in), None):
            bias = k is None
            kind, place = ("b", (j,)) if bias else ("w", (j, k))
            parameter = letters.b(l, j) if bias else letters.w(l, j, k)
            old, value = ((net.biases if bias else net.weights)[place].item() for net in (layer, after))
            gradient = (walk.backward.dL_db if bias else walk.backward.dL_dw)[l][place].item()
            yield Line(
                Quantity(kind, l, j, k, new=True),
                new(parameter),
                parameter + MINUS + times(ETA, partial(L if self.many else C, parameter)),
                number(old) + MINUS + times(number(walk.learning_rate), factor(gradient)),
                value,
                (Quantity(kind, l, j, k), Quantity(f"{whole(self.many)}_d{kind}", l, j, k)),
            )


def _mark(after):
    """Letters of the forward pass after the update are marked as new."""
    return new if after else lambda piece: piece
