"""Exercises of 03: the backward pass."""

from backprop.engine.network import Layer, Network
from backprop.examples import LEARNING_RATE, lecture_network
from backprop.exercises.code_checks import check_hidden
from backprop.exercises.kinds import ChoiceQuestion, CodeQuestion
from backprop.exercises.stepwise import quantity_question
from backprop.notation import number
from backprop.story.quantity import Quantity

LECTURE = lecture_network()
# A neuron that feeds three: not a network of the lesson.
THREE = Network([Layer([[1, 1], [0.5, -1]], [-1, 0]), Layer([[2, -1], [-1, 1.5], [0.5, 1]], [0, 0.5, -1])])
X, TARGET = [0.5, 1.0], [1, 0, 1]


def by_hand():
    """∂C/∂z of a hidden neuron, from what it feeds."""
    forward = THREE.forward(X)
    a, behind = forward.a[0][0, 0], THREE.backward(forward, TARGET).dC_dz[1][0]
    fields = {"a": number(a)} | {f"dC_dz{k}": number(slope) for k, slope in enumerate(behind, 3)}
    given = ("a", 0), ("dC_dz", 1)
    return quantity_question("03-hand", None, THREE, X, TARGET, Quantity("dC_dz", 0, 0), given=given, fields=fields)


QUESTIONS = (
    # -------------------------------------------- from earlier notebooks
    ChoiceQuestion("03-recall-paths", ("zero", "product", "weightless", "sizes"), "zero"),
    ChoiceQuestion("03-recall-feed", ("a", "z", "weight", "slope"), "a"),
    # -------------------------------------------- in the lesson, before the answer is seen
    ChoiceQuestion("03-signs", ("first", "second", "both", "neither"), "first"),
    ChoiceQuestion("03-through", ("tenth", "quarter", "larger", "opposite"), "tenth"),
    ChoiceQuestion("03-terms", ("two", "three", "four", "one"), "two"),
    ChoiceQuestion("03-saved", ("thousands", "layers", "width", "hundred"), "thousands"),
    ChoiceQuestion("03-saturated", ("vanish", "tenfold", "tenth", "stay"), "vanish"),
    ChoiceQuestion("03-product", ("rows", "swapped", "transposed", "both"), "rows"),
    # -------------------------------------------- the exercises
    ChoiceQuestion("03-double", ("doubles", "fourfold", "stays", "signs"), "doubles"),
    by_hand(),
    quantity_question("03-diagram", None, *LECTURE, Quantity("dC_da", 0, 1), learning_rate=LEARNING_RATE),
    ChoiceQuestion("03-wires", ("four", "three", "two", "eight"), "four"),
    ChoiceQuestion("03-shapes", ("weights", "transposed", "examples", "delta"), "weights"),
    ChoiceQuestion("03-bug", ("first", "second", "third", "fourth"), "second"),
    ChoiceQuestion("03-derive", ("last-first", "first-last", "turned", "sum"), "last-first"),
    CodeQuestion(
        "03-code",
        "def my_hidden(dC_dz_next, weights_next, a):\n    ...",
        "def my_hidden(dC_dz_next, weights_next, a):\n    return a * (1 - a) * (dC_dz_next @ weights_next)",
        check_hidden,
    ),
)
