"""The matrix view's equations: multiplied out, their numbers are the engine's, whichever way examples stand."""

import numpy as np
import pytest

from backprop import Layer, Network, walkthrough
from backprop.examples import lecture_network, worked_example
from backprop.notation import MINUS, PLUS, TIMES
from backprop.story.matrices import COLUMNS, ENTRYWISE, ROWS, SUM, Matrix, equations

SOFTMAX = Network(
    [Layer([[0.4, -0.6], [0.3, 0.8]], [0.1, -0.2], "tanh"), Layer([[1, -0.5], [-0.7, 0.9]], [0, 0], "softmax")]
)
WALKS = {
    "lecture": lambda: walkthrough(*lecture_network()),
    "three examples": lambda: walkthrough(*worked_example(), example=1),
    "squared error": lambda: walkthrough(*worked_example(), "squared_error", example=2),
    "softmax": lambda: walkthrough(SOFTMAX, [1.0, 0.5], [0, 1], "squared_error"),
}


def numbers(walk, matrix):
    """A matrix's numbers: those of its quantities exact, the others as they are written."""
    values = walk.given | {quantity: value for quantity, (_, value) in walk.made.items()}

    def number(cell):
        return values[cell.quantity] if cell.quantity else float(cell.text.replace("−", "-").replace("×10", "e"))

    return np.array([[number(cell) for cell in row] for row in matrix.cells])


def worked(walk, of):
    """A right side with the operators that stand in it; None for a function of what stands between its brackets."""
    operators = [piece for piece in of if not isinstance(piece, Matrix)]
    values = [numbers(walk, piece) for piece in of if isinstance(piece, Matrix)]
    if operators == [TIMES, PLUS]:
        return values[0] @ values[1] + values[2]
    if operators == [TIMES]:
        return values[0] @ values[1]
    if operators == [ENTRYWISE]:
        return values[0] * values[1]
    if operators == [MINUS]:
        return values[0] - values[1]
    if operators == [SUM]:
        return values[0].sum()  # one neuron: over the examples, whichever way they stand
    return values[0] if not operators and values else None


@pytest.mark.parametrize("convention", [ROWS, COLUMNS])
@pytest.mark.parametrize("name", WALKS)
def test_each_equation_multiplied_out_gives_what_it_makes(name, convention):
    walk, compared = WALKS[name](), 0
    for equation in (equation for those in equations(walk, convention).values() for equation in those):
        value, made = worked(walk, equation.of), numbers(walk, equation.makes)
        if value is not None and (SUM not in equation.of or made.size == 1):
            np.testing.assert_allclose(np.reshape(value, made.shape), made, rtol=2e-3, atol=1e-3)
            compared += 1
    assert compared >= 3 * len(walk.network.layers)


def test_an_example_is_a_row_as_in_the_code_or_a_column_as_in_books():
    walk = WALKS["three examples"]()
    (z, _), (upright, _) = (equations(walk, way)["forward", 1] for way in (ROWS, COLUMNS))
    assert [str(piece.letter) for piece in z.of if isinstance(piece, Matrix)] == ["a⁽¹⁾", "W⁽²⁾ᵀ", "b⁽²⁾"]
    assert [str(piece.letter) for piece in upright.of if isinstance(piece, Matrix)] == ["W⁽²⁾", "a⁽¹⁾", "b⁽²⁾"]
    assert (z.makes.shape, upright.makes.shape) == ((1, 2), (2, 1))
