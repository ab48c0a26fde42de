"""The steps of a walkthrough as matrices: which is multiplied with which, of what shape, examples in rows or columns.

In rows an example's numbers stand side by side, as in the code: z = x Wᵀ + b, and back ∂C/∂a = ∂C/∂z W. In columns
they stand below one another, as in most books: z = W x + b, and back ∂C/∂a = Wᵀ ∂C/∂z.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple

from backprop.engine.losses import get_loss
from backprop.notation import CLOSE, ETA, MINUS, OPEN, PLUS, TIMES, C, L, Math, layered, math, new, number, partial
from backprop.notation import transposed as flipped
from backprop.story.quantity import Quantity, whole
from backprop.story.walkthrough import Walkthrough

ROWS, COLUMNS = "rows", "columns"
ENTRYWISE = Math(r" \odot ", " ⊙ ", ("<mo>⊙</mo>",))
SUM = Math(r"\textstyle\sum_n ", "Σₙ ", ("<msub><mo>Σ</mo><mi>n</mi></msub>",))


class Cell(NamedTuple):
    """A number of a matrix: the quantity that it is, or else its text; it stands there once ``after`` are known."""

    quantity: Quantity | None
    text: str = ""
    after: tuple[Quantity, ...] = ()


@dataclass(frozen=True)
class Matrix:
    """A letter and its numbers, as rows of cells."""

    letter: Math
    cells: tuple[tuple[Cell, ...], ...]

    @property
    def shape(self) -> tuple[int, int]:
        """(rows, columns)."""
        return len(self.cells), len(self.cells[0])

    @property
    def turned(self) -> "Matrix":
        """The same letter with rows for columns: an example that stands upright."""
        return replace(self, cells=tuple(zip(*self.cells, strict=True)))

    @property
    def transposed(self) -> "Matrix":
        """The transposed matrix, which says so."""
        return replace(self.turned, letter=flipped(self.letter))


class Equation(NamedTuple):
    """What is made, and of what: matrices, and what stands between them."""

    makes: Matrix
    of: tuple[Matrix | Math, ...]


def equations(walk: Walkthrough, convention: str = ROWS) -> dict[tuple, tuple[Equation, ...]]:
    """{(phase, layer): the equations of its steps}, layer None for the cost. ``convention`` is "rows" or "columns"."""
    return _Equations(walk, convention == COLUMNS).all()


class _Equations:
    def __init__(self, walk, upright):
        self.walk, self.n, self.upright = walk, walk.example, upright
        self.layers, self.last = walk.network.layers, len(walk.network.layers) - 1

    def all(self):
        found = {}
        for l in range(self.last + 1):
            for phase, lines in (
                ("forward", self.forward(l, False)),
                ("backward", self.backward(l)),
                ("gradient", self.gradient(l)),
                ("update", self.update(l)),
                ("forward-again", self.forward(l, True)),
            ):
                found[phase, l] = tuple(lines)
        found["cost", None] = (self.cost(False),)
        found["forward-again", None] = (self.cost(True),)
        return found

    # ------------------------------------------------------- the matrices

    def example(self, letter, cell: Callable[[int], Cell], size):
        """One example's numbers of a layer: a row, or a column."""
        matrix = Matrix(letter, (tuple(map(cell, range(size))),))
        return matrix.turned if self.upright else matrix

    def layer(self, name, l, after=False):
        """z, a, ∂C/∂z or ∂C/∂a of layer l."""
        letter = self.letter(name[-1], l)
        if name.startswith("dC"):
            letter = partial(C, letter)
        return self.example(
            new(letter) if after else letter,
            lambda j: Cell(Quantity(name, l, j, new=after)),
            self.layers[l].n_out,
        )

    def letter(self, name, l):
        return math("y") if name == "a" and l == self.last else layered(name, l)

    def feed(self, l, after=False):
        """What feeds layer l: x, or a of the layer before."""
        if l:
            return self.layer("a", l - 1, after)
        return self.example(math("x"), lambda k: Cell(Quantity("x", None, k)), self.layers[0].n_in)

    def weights(self, name, l, letter, after=False):
        """w, ∂C/∂w or ∂L/∂w of layer l: a row for each neuron, whichever way examples stand."""
        layer = self.layers[l]
        rows = (tuple(Cell(Quantity(name, l, j, k, new=after)) for k in range(layer.n_in)) for j in range(layer.n_out))
        return Matrix(new(letter) if after else letter, tuple(rows))

    def biases(self, name, l, letter, after=False):
        """B, ∂C/∂b or ∂L/∂b of layer l."""
        size = self.layers[l].n_out
        return self.example(new(letter) if after else letter, lambda j: Cell(Quantity(name, l, j, new=after)), size)

    def product(self, example, weights, turned):
        """An example times weights, or their transpose: the two change places where examples stand upright."""
        if self.upright:
            return (weights if turned else weights.transposed), TIMES, example
        return example, TIMES, (weights.transposed if turned else weights)

    def every(self, letter, own, values):
        """A matrix with a row for each example: the one that is shown is made of quantities, the others are numbers."""
        rows = (
            tuple(Cell(quantity) for quantity in own) if n == self.n else tuple(Cell(None, number(v).text) for v in row)
            for n, row in enumerate(values)
        )
        return Matrix(letter, tuple(rows))

    # ------------------------------------------------------- the equations

    def forward(self, l, after):
        """z = x Wᵀ + b, then a = f(z)."""
        weights = self.weights("w", l, layered("W", l), after)
        z = self.layer("z", l, after)
        of = self.product(self.feed(l, after), weights, turned=True)
        yield Equation(z, (*of, PLUS, self.biases("b", l, layered("b", l), after)))
        yield Equation(self.layer("a", l, after), (self.layers[l].f.symbol, OPEN, z, CLOSE))

    def cost(self, after):
        """C of y and ŷ."""
        letter = new(C) if after else C
        outputs = self.layers[-1].n_out
        target = self.example(math(r"\hat{y}", "ŷ"), lambda j: Cell(Quantity("target", None, j)), outputs)
        cost = Matrix(letter, ((Cell(Quantity("C", new=after)),),))
        return Equation(cost, (C, OPEN, self.layer("a", self.last, after), math(", "), target, CLOSE))

    def backward(self, l):
        """∂C/∂a = ∂C/∂z W from the layer behind; ∂C/∂z = ∂C/∂a ⊙ f′(z), or y − ŷ at once."""
        coming, delta, layer = self.layer("dC_da", l), self.layer("dC_dz", l), self.layers[l]
        if l == self.last:
            yield Equation(coming, ())
        else:
            weights = self.weights("w", l + 1, layered("W", l + 1))
            yield Equation(coming, self.product(self.layer("dC_dz", l + 1), weights, turned=False))
        if l == self.last and get_loss(self.walk.loss).cancels_slope:
            size = layer.n_out
            target = self.example(math(r"\hat{y}", "ŷ"), lambda j: Cell(Quantity("target", None, j)), size)
            yield Equation(delta, (self.layer("a", l), MINUS, target))
        elif layer.f.coupled:
            yield Equation(delta, self.product(coming, self.jacobian(l), turned=False))
        else:
            yield Equation(delta, (coming, ENTRYWISE, self.slopes(l)))

    def slopes(self, l):
        """f′(z): known as soon as z is."""
        slopes, z = self.walk.forward.da_dz[l][self.n], self.letter("z", l)
        return self.example(
            self.layers[l].f.slope_written(z),
            lambda j: Cell(None, number(slopes[j]).text, (Quantity("z", l, j),)),
            len(slopes),
        )

    def jacobian(self, l):
        """∂y/∂z of a coupled output, a row for each y."""
        outputs = range(self.layers[l].n_out)
        slopes = self.layers[l].f.jacobian(self.walk.forward.z[l][self.n : self.n + 1])[0]
        known = tuple(Quantity("z", l, j) for j in outputs)
        rows = (tuple(Cell(None, number(slopes[k, j]).text, known) for j in outputs) for k in outputs)
        return Matrix(partial(math("y"), self.letter("z", l)), tuple(rows))

    def gradient(self, l):
        """∂L/∂W = δᵀ a, summed over the examples by the product itself; ∂L/∂b = Σₙ δ."""
        walk, name = self.walk, whole(self.walk.many)
        of = L if walk.many else C
        delta, feed = self.deltas(l), self.feeds(l)
        # An example a row, or an example a column: the same numbers are multiplied.
        turned = replace(feed, letter=flipped(feed.letter))
        factors = (delta.turned, TIMES, turned) if self.upright else (delta.transposed, TIMES, feed)
        yield Equation(self.weights(f"{name}_dw", l, partial(of, layered("W", l))), factors)
        summed = (SUM,) if walk.many else ()
        yield Equation(
            self.biases(f"{name}_db", l, partial(of, layered("b", l))),
            (*summed, delta.turned if self.upright else delta),
        )

    def deltas(self, l):
        """∂C/∂z of every example."""
        own = [Quantity("dC_dz", l, j) for j in range(self.layers[l].n_out)]
        return self.every(partial(C, self.letter("z", l)), own, self.walk.backward.dC_dz[l])

    def feeds(self, l):
        """x or a of every example."""
        own = [Quantity("a", l - 1, k) if l else Quantity("x", None, k) for k in range(self.layers[l].n_in)]
        return self.every(self.letter("a", l - 1) if l else math("x"), own, self.walk.forward.dz_dw[l])

    def update(self, l):
        """W new = W − η ∂L/∂W, and the same for b."""
        name, of = whole(self.walk.many), L if self.walk.many else C
        for make, kind, letter in ((self.weights, "w", layered("W", l)), (self.biases, "b", layered("b", l))):
            gradient = make(f"{name}_d{kind}", l, partial(of, letter))
            yield Equation(make(kind, l, letter, True), (make(kind, l, letter), MINUS, ETA, TIMES, gradient))
