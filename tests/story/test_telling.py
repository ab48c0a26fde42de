"""What is told of a walkthrough: captions, formulas with their verdicts, tables; no widget is made."""

import math

import pytest

from backprop import Layer, Network, Quantity, walkthrough
from backprop.engine.numeric import DIFFERS, FLAT, KINK, NEAR, RIGHT
from backprop.examples import lecture_network, random_network, saturated_network, worked_example
from backprop.notation import number
from backprop.story import telling
from backprop.story.telling import UNKNOWN, compare, describe, formulas, heading, tables
from backprop.story.verdicts import judge
from backprop.story.walkthrough import GRADIENTS, Walkthrough


def lecture(**options):
    return walkthrough(*lecture_network(), **options)


def worked(**options):
    return walkthrough(*worked_example(), **options)


def test_a_caption_names_the_network_and_the_last_number_made_known():
    walk = lecture()
    assert describe(walk, -1) == "Network 2-2-2-2 before the first step."
    assert describe(walk, 23) == "Network 2-2-2-2, backward: ∂C/∂z₁ = −0.0211."


def test_a_heading_says_the_layer_the_case_and_the_example_where_there_is_one():
    assert heading(lecture(), 23) == ("Backward", "layer 1", "hidden-layer case")
    walk = worked(example=1, by="phase")
    assert [heading(walk, i) for i in (1, 5)] == [("Cost", "example 2 of 3"), ("Forward again", "example 2 of 3")]
    assert heading(walk.grouped("phase"), 2) == ("Backward", "example 2 of 3")


@pytest.mark.parametrize("make", [lecture, lambda: worked(example=2), lambda: walkthrough(*random_network(3))])
def test_every_right_gradient_is_told_right_and_nothing_else_is_compared(make):
    walk = make()
    for i, step in enumerate(walk):
        told = formulas(walk, i)
        assert [each.line for each in told] == list(step.lines)
        for each in told:
            gradient = each.line.makes.name in GRADIENTS
            assert (each.comparison.verdict == RIGHT) if gradient else each.comparison is None


@pytest.mark.parametrize("slip", [lambda v: v * 1.01, lambda v: -v, lambda v: v + 1e-3])
def test_a_wrong_gradient_is_told_to_differ(slip):
    walk = lecture()
    checked = [(q, v) for q, v in walk.known(len(walk) - 1).items() if q.name in GRADIENTS]
    assert len(checked) > 20
    for quantity, value in checked:
        assert compare(walk, quantity, value).verdict == RIGHT
        assert compare(walk, quantity, slip(value)).verdict == DIFFERS


def test_at_a_kink_a_gradient_that_differs_is_not_called_wrong():
    network = Network([Layer([[1.0, -1.0]], [0.0], "relu"), Layer([[1.0]], [0.0])])
    walk = walkthrough(network, [[1.0, 1.0]], [[1.0]])
    told = [compare(walk, q, v).verdict for q, v in walk.known(len(walk) - 1).items() if q.name in GRADIENTS]
    assert KINK in told and DIFFERS not in told


def test_what_agrees_as_far_as_can_be_seen_is_told_right():
    walk = walkthrough(*saturated_network())
    told = [compare(walk, q, v).verdict for q, v in walk.known(len(walk) - 1).items() if q.name in GRADIENTS]
    assert {*told} == {RIGHT}
    assert NEAR in {judge(walk, q, v).verdict for q, v in walk.known(len(walk) - 1).items() if q.name in GRADIENTS}


@pytest.mark.parametrize("missing", [math.nan, math.inf])
def test_where_there_is_no_difference_nothing_is_judged(monkeypatch, missing):
    monkeypatch.setattr(Walkthrough, "numeric", lambda walk, quantity: missing)
    assert compare(lecture(), Quantity("dC_dz", 0, 0), 1.0).verdict == FLAT


def test_a_difference_is_taken_once(monkeypatch):
    taken, walk, whole = [], lecture(), Walkthrough._central_difference
    counted = lambda self, *place, name: taken.append(name) or whole(self, *place, name=name)  # noqa: E731
    monkeypatch.setattr(Walkthrough, "_central_difference", counted)
    assert formulas(walk, 23) == formulas(walk, 23)
    assert taken == ["dC_dz"]


def test_before_the_first_step_the_tables_hold_the_parameters_alone():
    walk = lecture()
    neurons, parameters, costs = tables(walk, -1)
    assert neurons.heads == ("neuron", "z", "a", "∂C/∂a", "∂C/∂z", "z new", "a new")
    assert parameters.heads == ("parameter θ", "value", "∂C/∂θ", "∂L/∂θ", "new")
    assert costs.heads == ("cost", "before", "after")
    assert neurons.rows[0] == ("z₁", *[UNKNOWN] * 6)
    weight = number(walk.network.layers[0].weights[0, 0]).text
    assert parameters.rows[0] == ("w⁽¹⁾₁₁", weight, *[UNKNOWN] * 3)
    assert costs.rows == (("C", UNKNOWN, UNKNOWN),)


@pytest.mark.parametrize("make", [lecture, lambda: worked(example=1)])
def test_at_the_end_every_cell_is_the_walkthroughs_number(make):
    walk = make()
    neurons, parameters, costs = tables(walk, len(walk) - 1)
    assert len(neurons.rows) == sum(walk.network.sizes[1:])
    assert len(parameters.rows) == sum(layer.weights.size + layer.n_out for layer in walk.network.layers)
    assert [row[0] for row in costs.rows] == ["C", "L"][: 1 + walk.many]
    cells = [cell for table in (neurons, parameters, costs) for row in table.rows for cell in row]
    assert UNKNOWN not in cells
    before, after = walk.forward, walk.again
    assert neurons.rows[0][1] == number(before.z[0][walk.example, 0]).text
    assert neurons.rows[0][5:] == tuple(number(values[0][walk.example, 0]).text for values in (after.z, after.a))
    assert parameters.rows[-1][3:] == tuple(
        number(value[-1][-1]).text for value in (walk.backward.dL_db, [layer.biases for layer in walk.updated.layers])
    )


def test_a_long_formula_comes_in_the_pieces_between_which_it_wraps():
    told = formulas(lecture(), 23)[0]
    assert [str(piece) for piece in told.pieces] == ["∂C/∂z₁ = σ′(z₁) · ∂C/∂a₁", " = 0.0177 · (−1.19)", " = "]
    assert isinstance(told, telling.Told)
