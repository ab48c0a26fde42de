"""07 in the order in which a learner takes it: run whole, run once more, then one function after another written."""

import contextlib
import io

import nbformat
import numpy as np
import pytest

import guard
from backprop.exercises.questions.from_scratch import SOLUTIONS, STARTS
from backprop.exercises.stages import STAGES, compare

NOTEBOOK = guard.NOTEBOOKS / "07_from_scratch.ipynb"
CELLS = guard.code_cells(nbformat.read(NOTEBOOK, as_version=4))
STUBS = {stage: f"my_{stage} = None" for stage in STAGES}
BOUNDS = [next(i for i, cell in enumerate(CELLS) if cell["source"] == STUBS[stage]) for stage in STAGES]


def run(cells, names, written=None):
    """What the cells print, run one after another; ``written`` {stage: code} stands in the place of its stub."""
    sources = {STUBS[stage]: code for stage, code in (written or {}).items()}
    with contextlib.redirect_stdout(io.StringIO()) as out, np.errstate(all="ignore"):
        for cell in cells:
            exec(sources.get(cell["source"], cell["source"]), names)
    return out.getvalue()


def of_stage(stage):
    """A stage's cells, from its stub to the next one; those of the last to the end."""
    at = STAGES.index(stage)
    return CELLS[BOUNDS[at] : BOUNDS[at + 1] if at + 1 < len(STAGES) else len(CELLS)]


@pytest.fixture(scope="module")
def whole():
    """The names after the notebook has run whole, with nothing written."""
    names = {}
    assert run(CELLS, names).count("not attempted") == len(STAGES)
    return names


def test_every_cell_is_its_own_so_an_autograder_can_replace_it():
    for stage in STAGES:
        assert sum(STUBS[stage] in cell["source"] for cell in CELLS) == 1


@pytest.mark.parametrize("order", [STAGES, STAGES[::-1]], ids=["in order", "backwards"])
def test_one_right_function_after_another_is_used_and_no_cell_raises(order, whole):
    names = dict(whole)
    for stage in order:
        said = run(of_stage(stage), names, SOLUTIONS)
        assert f"{stage}: not" not in said and "✗" not in said
        assert names[stage] is names[f"my_{stage}"]
    again = run(CELLS, names, SOLUTIONS)
    assert "not attempted" not in again and "✗" not in again


WRONG = {
    "forward": SOLUTIONS["forward"].replace(" + b", ""),
    "backward": SOLUTIONS["backward"].replace("a[l] * (1 - a[l]) * ", ""),
    "multiply": SOLUTIONS["multiply"].replace("delta.sum(axis=0)", "delta[0]"),
    "update": SOLUTIONS["update"].replace("w - learning_rate", "w + learning_rate"),
    "train": SOLUTIONS["train"].replace("target[chosen]", "target[start : start + batch]"),
}


@pytest.mark.parametrize("stage", STAGES)
def test_a_wrong_function_is_told_and_spoils_no_other_stage(stage, whole):
    assert WRONG[stage] != SOLUTIONS[stage]
    names = dict(whole)
    for written in STAGES:
        said = run(of_stage(written), names, SOLUTIONS | {stage: WRONG[stage]})
        assert (f"{written}: not yet" in said) == (written == stage)
        assert "✗" not in said
    assert run(of_stage(stage), names, SOLUTIONS).count("not yet") == 0


@pytest.mark.parametrize("stage", STAGES)
def test_the_lines_to_start_from_and_a_function_that_raises_stop_nothing(stage, whole):
    for code in (STARTS[stage], f"my_{stage} = lambda *args: 1 / 0", f"my_{stage} = 3"):
        assert f"{stage}: not yet" in run(of_stage(stage), dict(whole), {stage: code})


def test_a_wrong_batch_is_no_longer_taught():
    assert "keep" not in SOLUTIONS["backward"] and "[0]" not in SOLUTIONS["backward"]
    assert compare("multiply", as_written(WRONG["multiply"])).text.count("first example's share alone") == 1


def as_written(code):
    names = {"np": np}
    exec(code, names)
    return names["my_multiply"]
