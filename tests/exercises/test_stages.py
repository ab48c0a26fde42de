"""From scratch: a complete solution is right, wrong ones are told where and why, and the digits are learned."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from backprop.examples import digits, lecun_network
from backprop.exercises.digits import train
from backprop.exercises.kinds import NOT_ATTEMPTED, NOT_YET, RIGHT
from backprop.exercises.questions.from_scratch import SOLUTIONS, STARTS
from backprop.exercises.reference import REFERENCE
from backprop.exercises.stages import STAGES, compare, stood_in, use
from backprop.exercises.trials import arguments, drawn
from backprop.story.quantity import Quantity
from backprop.widgets import Compare, DigitTrainer

NOTEBOOK = Path(__file__).parents[2] / "notebooks" / "07_from_scratch.ipynb"


def solution(stage):
    names = {"np": np, **REFERENCE}
    exec(SOLUTIONS[stage], names)
    return names[f"my_{stage}"]


@pytest.mark.parametrize("stage", STAGES)
def test_the_solution_and_the_engines_own_function_agree_with_the_engine(stage):
    assert compare(stage, solution(stage)).state == RIGHT
    assert compare(stage, REFERENCE[stage]).state == RIGHT
    assert compare(stage).state == NOT_ATTEMPTED


def no_slope(z, a, target, weights):
    dC_dz = [a[-1] - target]
    for l in reversed(range(len(a) - 1)):
        dC_dz.insert(0, dC_dz[0] @ weights[l + 1])
    return dC_dz


def slope_twice(z, a, target, weights):
    dC_dz = [a[-1] * (1 - a[-1]) * (a[-1] - target)]
    for l in reversed(range(len(a) - 1)):
        dC_dz.insert(0, a[l] * (1 - a[l]) * (dC_dz[0] @ weights[l + 1]))
    return dC_dz


def not_transposed(z, a, target, weights):
    dC_dz = [a[-1] - target]
    for l in reversed(range(len(a) - 1)):
        dC_dz.insert(0, a[l] * (1 - a[l]) * (dC_dz[0] @ weights[l + 1].T))
    return dC_dz


def mean_for_sum(x, a, dC_dz):
    feeds = [x, *a[:-1]]
    n = len(x)
    return [d.T @ f / n for d, f in zip(dC_dz, feeds, strict=True)], [d.mean(axis=0) for d in dC_dz]


def no_bias(x, weights, biases):
    return solution("forward")(x, weights, [b * 0 for b in biases])


def untransposed(x, weights, biases):
    return solution("forward")(x, [w.T for w in weights], biases)


def last_layer_first(z, a, target, weights):
    return solution("backward")(z, a, target, weights)[::-1]


def twice(z, a, target, weights):
    return [2 * d for d in solution("backward")(z, a, target, weights)]


def a_then_z(x, weights, biases):
    return solution("forward")(x, weights, biases)[::-1]


def uphill(weights, biases, dL_dw, dL_db, learning_rate):
    return solution("update")(weights, biases, dL_dw, dL_db, -learning_rate)


WRONG = [
    ("backward", no_slope, Quantity("dC_dz", 1, 0), "without f′"),
    ("backward", slope_twice, Quantity("dC_dz", 2, 0), "once too often"),
    # The last layer's weights happen to be symmetric: W and Wᵀ part only one layer further back.
    ("backward", not_transposed, Quantity("dC_dz", 0, 0), "W where the way back needs Wᵀ"),
    ("multiply", mean_for_sum, Quantity("dL_dw", 0, 0, 0), "This is the mean"),
    ("forward", no_bias, Quantity("z", 0, 0), "leaves out the bias"),
    ("update", uphill, Quantity("new_w", 0, 0, 0), "This adds the step"),
    ("forward", untransposed, Quantity("z", 0, 0), "W where rows need Wᵀ"),
    ("forward", a_then_z, Quantity("z", 0, 0), "the order of the lists is not: return z, then a"),
    ("backward", last_layer_first, Quantity("dC_dz", 2, 0), "their order is not: the first layer comes first"),
    ("backward", twice, Quantity("dC_dz", 2, 0), "Every entry is 2 times what it should be"),
]


@pytest.mark.parametrize(("stage", "wrong", "quantity", "words"), WRONG, ids=[row[1].__name__ for row in WRONG])
def test_a_wrong_solution_is_told_where_it_first_differs_and_why(stage, wrong, quantity, words):
    found = compare(stage, wrong)
    assert found.state == NOT_YET
    assert found.quantity == quantity
    assert words in found.text
    assert found.picture.count("✗") == found.picture.count("data-marked") == 1
    assert "bad" in found.picture.split("</style>")[1] and "<img" in found._repr_html_()


def test_the_comparison_is_stored_as_an_image_on_its_own_paper():
    shown = Compare("backward", no_slope)
    bundle, _ = shown._repr_mimebundle_()
    assert shown.found._repr_html_() in bundle["text/html"] and "<svg" not in bundle["text/html"]
    assert bundle["text/plain"] == f"Compare, {shown.found}"


def reshaped(change):
    """multiply with dL_db changed by ``change``."""

    def multiply(x, a, dC_dz):
        dL_dw, dL_db = REFERENCE["multiply"](x, a, dC_dz)
        return dL_dw, [change(g, d) for g, d in zip(dL_db, dC_dz, strict=True)]

    return multiply


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda g, d: d, "has shape (3, 2); expected (2,). It still has a row for each example. Sum over them."),
        (lambda g, d: g[:, None], "has shape (2, 1); expected (2,). The numbers are right, the shape is not."),
        (lambda g, d: -g[:, None], "The numbers are right, the shape is not. The sign is turned round."),
        (lambda g, d: g[:1], "dL_dw[0], dL_dw[1], dL_dw[2] agree with the engine."),
        (lambda g, d: 0.5 * g, "Every entry is ½ of what it should be."),
        (lambda g, d: -3 * g, "Every entry is 3 times what it should be. The sign is turned round."),
        (lambda g, d: 0 * g, "It is 0 everywhere."),
        (lambda g, d: g * np.resize([1, 2], len(g)), "agree with the engine."),
        (lambda g, d: g * np.resize([2, 1], len(g)), "agree with the engine."),
    ],
)
def test_what_the_shape_or_the_scale_alone_tells_is_told(change, words):
    said = compare("multiply", reshaped(change)).text
    assert said.startswith("The first array that differs is dL_db[0], layer 1. dL_db[0]")
    assert said.endswith(words)


def in_place(weights, biases, dL_dw, dL_db, learning_rate):
    for parameter, gradient in zip([*weights, *biases], [*dL_dw, *dL_db], strict=True):
        parameter -= learning_rate * gradient
    return weights, biases


def for_three_layers(z, a, target, weights):
    dC_dz = [None, None, a[2] - target]
    for l in (1, 0):
        dC_dz[l] = a[l] * (1 - a[l]) * (dC_dz[l + 1] @ weights[l + 1])
    return dC_dz


def test_what_would_fail_later_is_told_now():
    assert "your function changes weights, biases, which it was given" in compare("update", in_place).text
    found = compare("backward", for_three_layers)
    assert found.state == NOT_YET
    assert "right for the lecture's network, not for one of 3-4-2" in found.text and "on line" in found.text


def stacks(x, weights, biases):
    return np.stack([x, np.ones(7)])  # numpy raises in a line of its own


def takes_one(x):
    return x


def test_the_line_that_is_named_is_the_learners_never_a_librarys():
    assert "on line" in compare("forward", stacks).text
    assert compare("forward", stacks).text.endswith("# numpy raises in a line of its own")
    assert compare("forward", takes_one).text.endswith("takes 1 positional argument but 3 were given")


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (3, "3 is not a function"),
        (lambda *args: 1 / 0, "ZeroDivisionError: division by zero, on line"),
        (lambda *args: None, "Return 2 lists: z, a"),
        (lambda x, w, b: ([1], [2]), "z has 1 array; expected 3, one for each layer"),
        (lambda x, w, b: (["q"] * 3, ["q"] * 3), "z[0] is 'q'; expected an array of numbers"),
        (lambda x, w, b: ([m.T for m in REFERENCE["forward"](x, w, b)[0]], [0, 0, 0]), "It is transposed"),
        (lambda x, w, b: (REFERENCE["forward"](x, w, b)[0],) * 2, "The activation is missing"),
    ],
)
def test_other_mistakes_are_told_in_words_and_never_thrown(function, words):
    found = compare("forward", function)
    assert found.state == NOT_YET and words in found.text


def test_an_unknown_stage_is_refused():
    with pytest.raises(ValueError, match="expected one of forward, backward, multiply, update, train"):
        compare("sideways")


def test_the_engine_stands_in_and_says_so(capsys):
    given, (z, _) = arguments("forward")
    assert np.allclose(use("forward")(*given)[0], z)
    assert capsys.readouterr().out == "forward: not attempted; the engine's function was used.\n"
    assert np.allclose(use("forward", len)(*given)[0], z)
    assert capsys.readouterr().out == "forward: not yet; the engine's function was used.\n"
    mine = solution("forward")
    assert use("forward", mine) is mine
    assert capsys.readouterr().out == ""


def test_the_trainer_says_whose_functions_it_trains():
    own = {stage: solution(stage) for stage in STAGES}
    assert stood_in(own) == ""
    some = own | {"forward": use("forward"), "update": use("update"), "backward": use("backward", 3)}
    assert stood_in(some) == (
        "forward, update: not attempted; the engine's function was used. "
        "backward: not yet; the engine's function was used."
    )
    trainer = DigitTrainer(some, epochs=1)
    assert trainer._still()["whose"] == stood_in(some)
    bundle, _ = trainer._repr_mimebundle_()
    assert stood_in(some) in bundle["text/plain"] and stood_in(some) in bundle["text/html"]
    assert "engine" not in DigitTrainer(own, epochs=1)._repr_mimebundle_()[0]["text/plain"]


def test_the_split_of_the_digits_is_by_seed_and_keeps_every_image_once():
    one, again, other = digits(0), digits(0), digits(1)
    assert (one.x == again.x).all() and not (one.x == other.x).all()
    assert one.x.shape == (1437, 64) and one.held_out_x.shape == (360, 64)
    assert one.x.min() >= 0 and one.x.max() == 1 and (one.target.sum(axis=1) == 1).all()
    total = one.x.sum() + one.held_out_x.sum()
    assert total == pytest.approx(other.x.sum() + other.held_out_x.sum())


def test_the_complete_solution_learns_the_digits():
    functions = {stage: solution(stage) for stage in STAGES}
    shares = [row[3] for row in train(functions, digits(0), lecun_network((64, 32, 10)))]
    assert shares[-1] >= 0.95 and shares[-1] > shares[0]


def test_a_wrong_solution_does_not_learn_them():
    functions = {stage: solution(stage) for stage in STAGES} | {"update": uphill, "train": REFERENCE["train"]}
    with np.errstate(all="ignore"):
        shares = [row[3] for row in train(functions, digits(0), lecun_network((64, 32, 10)), epochs=3)]
    assert shares[-1] < 0.5


@pytest.mark.slow
def test_with_the_solutions_in_its_cells_the_notebook_runs_to_the_end(tmp_path):
    notebook = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        source = "".join(cell["source"])
        for stage in STAGES:
            if source == f"my_{stage} = None":
                source = SOLUTIONS[stage]
        cell["source"] = source
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None
    path = tmp_path / "solved.ipynb"
    path.write_text(json.dumps(notebook), encoding="utf-8")
    command = [sys.executable, "-m", "nbconvert", "--to", "notebook", "--execute", "--inplace", str(path)]
    result = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert result.returncode == 0, result.stderr[-2000:]
    text = path.read_text(encoding="utf-8")
    assert "not attempted" not in text and text.count("Every array agrees with the engine") >= 5


@pytest.mark.parametrize("stage", STAGES)
def test_arrays_of_float32_are_right_within_their_precision(stage):
    def rounded(*arguments):
        def to32(one):
            return [array.astype(np.float32) for array in one]

        returned = REFERENCE[stage](*arguments)
        return to32(returned) if stage == "backward" else tuple(map(to32, returned))

    assert compare(stage, rounded).state == RIGHT


@pytest.mark.parametrize("stage", STAGES)
def test_the_code_to_start_from_uses_no_name_of_the_notebook(stage):
    names = dict.fromkeys(("z", "a", "dC_dz", "dL_dw", "dL_db", "new_weights", "new_biases"), "of the notebook")
    exec(STARTS[stage], names)
    found = compare(stage, names[f"my_{stage}"])
    empty = "weights and biases that were given" if stage == "train" else "has 0 arrays"
    assert found.state == NOT_YET and empty in found.text


@pytest.mark.parametrize("seed", range(6))
def test_no_target_that_is_drawn_reads_the_same_turned_round_or_mirrored(seed):
    target = drawn(seed, (3, 4, 2), 5, 0.3).target
    assert {0.0, 1.0} == {*target[:, 0]} == {*target[:, 1]}
    assert (target != target[::-1]).any() and (target != target[:, ::-1]).any()
