"""From scratch: a complete solution is right, wrong ones are told where and why, and the digits are learned."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from backprop.examples import digits, glorot_network
from backprop.exercises import NOT_ATTEMPTED, NOT_YET, RIGHT
from backprop.from_scratch import ENGINE, STAGES, compare, train, use
from backprop.questions.from_scratch import SOLUTIONS
from backprop.walkthrough import Quantity
from backprop.widgets import DigitTrainer

NOTEBOOK = Path(__file__).parents[1] / "notebooks" / "07_from_scratch.ipynb"


def solution(stage):
    names = {"np": np}
    exec(SOLUTIONS[stage], names)
    return names[stage]


@pytest.mark.parametrize("stage", STAGES)
def test_the_solution_and_the_engines_own_function_agree_with_the_engine(stage):
    assert compare(stage, solution(stage)).state == RIGHT
    assert compare(stage, ENGINE[stage]).state == RIGHT
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


def uphill(weights, biases, dL_dw, dL_db, learning_rate):
    return solution("update")(weights, biases, dL_dw, dL_db, -learning_rate)


WRONG = [
    ("backward", no_slope, Quantity("dC_dz", 1, 0), "without f′"),
    ("backward", slope_twice, Quantity("dC_dz", 2, 0), "once too often"),
    # The last layer's weights happen to be symmetric: W and Wᵀ part only one layer further back.
    ("backward", not_transposed, Quantity("dC_dz", 0, 0), "W where the way back needs Wᵀ"),
    ("multiply", mean_for_sum, Quantity("dL_dw", 0, 0, 0), "This is the mean"),
    ("forward", no_bias, Quantity("z", 0, 0), "leaves out the bias"),
    ("update", uphill, Quantity("new_w", 0, 0, 0), "sign"),
]


@pytest.mark.parametrize(("stage", "wrong", "quantity", "words"), WRONG, ids=lambda v: getattr(v, "__name__", None))
def test_a_wrong_solution_is_told_where_it_first_differs_and_why(stage, wrong, quantity, words):
    found = compare(stage, wrong)
    assert found.state == NOT_YET
    assert found.quantity == quantity
    assert words in found.text
    assert "data-marked" in found.picture or "bad" in found.picture.split("</style>")[1]
    assert "✗" in found.picture and "<img" in found._repr_html_()


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (3, "3 is not a function"),
        (lambda *args: 1 / 0, "ZeroDivisionError: division by zero, on line"),
        (lambda *args: None, "Return 2 lists: z, a"),
        (lambda x, w, b: ([1], [2]), "z is not a list of 3 arrays"),
        (lambda x, w, b: (["q"] * 3, ["q"] * 3), "z[0] is 'q'; expected an array of numbers"),
        (lambda x, w, b: ([m.T for m in ENGINE["forward"](x, w, b)[0]], [0, 0, 0]), "It is transposed"),
        (lambda x, w, b: (ENGINE["forward"](x, w, b)[0],) * 2, "The activation is missing"),
    ],
)
def test_other_mistakes_are_told_in_words_and_never_thrown(function, words):
    found = compare("forward", function)
    assert found.state == NOT_YET and words in found.text


def test_an_unknown_stage_is_refused():
    with pytest.raises(ValueError, match="expected one of forward, backward, multiply, update"):
        compare("sideways")


def test_the_engine_stands_in_and_says_so(capsys):
    assert use("forward") is ENGINE["forward"]
    assert capsys.readouterr().out == "forward: not attempted; the engine's function was used.\n"
    assert use("forward", len) is len
    assert capsys.readouterr().out == ""


def test_the_split_of_the_digits_is_by_seed_and_keeps_every_image_once():
    one, again, other = digits(0), digits(0), digits(1)
    assert (one.x == again.x).all() and not (one.x == other.x).all()
    assert one.x.shape == (1437, 64) and one.held_out_x.shape == (360, 64)
    assert one.x.min() >= 0 and one.x.max() == 1 and (one.target.sum(axis=1) == 1).all()
    total = one.x.sum() + one.held_out_x.sum()
    assert total == pytest.approx(other.x.sum() + other.held_out_x.sum())


def test_the_complete_solution_learns_the_digits():
    functions = {stage: solution(stage) for stage in STAGES}
    shares = [row[3] for row in train(functions, digits(0), glorot_network((64, 32, 10)))]
    assert shares[-1] >= 0.95 and shares[-1] > shares[0]


def test_a_wrong_solution_does_not_learn_them():
    functions = {stage: solution(stage) for stage in STAGES} | {"update": uphill}
    with np.errstate(all="ignore"):
        shares = [row[3] for row in train(functions, digits(0), glorot_network((64, 32, 10)), epochs=3)]
    assert shares[-1] < 0.5


def test_the_trainer_shows_progress_and_what_it_got_wrong_and_tells_what_a_function_raises():
    trainer = DigitTrainer(ENGINE, epochs=2)
    assert "<svg" in trainer.result.value and trainer.bar.value == 0
    assert trainer.train() == trainer.history[-1]
    assert trainer.bar.value == 2 and "→" in trainer.result.value
    assert trainer._repr_mimebundle_()["text/plain"].startswith("DigitTrainer, after training")
    broken = DigitTrainer(ENGINE | {"multiply": lambda *args: 1 / 0}, epochs=1)
    assert broken.train() is None
    assert "ZeroDivisionError" in broken.line.value


def test_with_the_solutions_in_its_cells_the_notebook_runs_to_the_end(tmp_path):
    notebook = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        source = "".join(cell["source"])
        for stage in STAGES:
            if source == f"my_{stage} = None":
                source = f"{SOLUTIONS[stage]}\n\n\nmy_{stage} = {stage}"
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
    assert "not attempted" not in text and text.count("Every array agrees with the engine") >= 4
