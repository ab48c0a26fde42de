"""A lesson starts alive, hides what it asks, and can be run in any order: each check goes red where it is not so."""

import contextlib
import copy
import io
from functools import cache

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

import guard
import lesson
from backprop import words
from backprop.exercises.questions import question
from backprop.words import say
from regenerate import fold
from test_notebooks import NOTEBOOKS

# Edits that a learner makes, by notebook: (the cell's id, what stands there, what is put in its place).
EDITS = {
    "00": (
        ("outputs", "w, b = -2.0, 3.0", "w, b = 4.0, -3.0"),
        ("outputs", "w, b = -2.0, 3.0", "w, b = 0.0, 0.0"),
        ("outputs", "[0, 0, 1, 0, 1, 1]", "[1, 0, 1, 0, 1, 0]"),
        ("nudge", "step = 0.01", "step = 1.0"),
        ("descend", "learning_rate = 0.3", "learning_rate = 5.0"),
        ("descend", "learning_rate = 0.3", "learning_rate = 0.001"),
        ("rates", "5.0)", "50.0)"),
        ("witness", "seed=0", "seed=7"),
        ("witness", "(2, 3, 2)", "(4, 2, 3, 1)"),
    ),
    "01": (
        ("pushes", "x = 0.6", "x = 1.2"),
        ("crest", "top = 1.5", "top = -0.3"),
        ("rectangle", "s, delta_s = 0.6, 0.1", "s, delta_s = 0.9, 0.3"),
        ("rectangle", "s, delta_s = 0.6, 0.1", "s, delta_s = -0.6, 0.1"),
        ("fork-in-network", "inputs[:1]), np.array(targets[:1])", "inputs[1:2]), np.array(targets[1:2])"),
    ),
    "02": (
        ("stepper", "Stepper(", "x = [0.5, 2.0]\nStepper("),
        ("stepper", "Stepper(", "target = [0, 1]\nStepper("),
        ("pushed-together", "step = 0.01", "step = 0.5"),
        ("stations", "(1.0, 0.1, 0.01, 0.001)", "(-2.0, 0.5)"),
        ("stations", "4 + delta_w", "7 + delta_w"),
        ("feed-seen", "[3.0, -2.0]", "[0.5, 4.0]"),
        ("layer-seen", "seed=0", "seed=5"),
        ("layer-seen", "(2, 3, 2)", "(2, 4, 1)"),
        ("forward-loop", "[0.0, 0.0]", "[3.0, 0.5]"),
    ),
    "03": (
        ("output-layer", "np.array([x])", "np.array([[-2.0, 0.5]])"),
        ("output-layer", "np.array([target])", "np.array([[0, 1]])"),
        ("push", "push = 0.01", "push = 1.0"),
        ("stepper-start", "seed=1", "seed=7"),
        ("stepper-start", "(2, 3, 2)", "(2, 5, 2)"),
        ("too-late", "learning_rate = 0.5", "learning_rate = 0.0001"),
        ("rows-forward", "[0.5, 0.5]", "[3.0, -2.0]"),
        ("rows-forward", "[1, 1]", "[1, 0]"),
    ),
    "04": (
        ("forward-by-hand", "w1, w2, b = 0.4, -0.6, 0.1", "w1, w2, b = -0.9, 0.3, 2.0"),
        ("forward-by-hand", "x1, x2 = 1.0, 0.5", "x1, x2 = 3.0, -0.5"),
        ("forward-by-hand", "t1, t2 = 1.0, 0.0", "t1, t2 = 0.0, 1.0"),
        ("forward-by-hand", "w4, b2 = -0.5, 0.3", "w4, b2 = 4.0, 3.0"),
        ("start-seen", "push = 0.01", "push = -0.3"),
        ("slope-seen", "points = np.array([-2.0, 0.0, 2.0])", "points = np.array([-5.0, 1.0, 3.0])"),
        ("far-seen", "(40.0, -800.0)", "(4.0, -8.0)"),
        ("update-by-hand", "learning_rate = 0.5", "learning_rate = 50.0"),
        ("slip-seen", "far_off, wanted = 5.0, 0.0", "far_off, wanted = 0.5, 1.0"),
    ),
    "05": (
        ("loop-run", "learning_rate = 0.3", "learning_rate = 3.0"),
        ("loop-run", "learning_rate = 0.3", "learning_rate = 0.001"),
        ("loop-run", "seed=0", "seed=3"),
        ("batches-run", "rate = 0.1", "rate = 0.002"),
        ("batches-run", "(2, 4, 1), seed=0", "(2, 6, 3, 1), seed=8"),
        ("batches-run", "moon, rate, 8,", "moon, rate, 64,"),
        ("batches-run", "default_rng(0)", "default_rng(9)"),
        ("batch-table", "(1, 8, 32, 200)", "(2, 50, 100, 200)"),
        ("zero-seen", 'kind="zero"', 'kind="large"'),
        ("equal-seen", "(4, 2), 0.5", "(4, 2), 0.0"),
        ("vanish-seen", "seed=0", "seed=3"),
        ("tanh-layers", "(0.1, 1.0, 10.0)", "(0.0, 2.0, 1000.0)"),
        ("relu-seen", "(1.0, 2.0)", "(4.0, 0.5)"),
        ("deep-training", "0.0002, 200", "0.001, 200"),
    ),
    "06": (
        ("small-again", "np.array(inputs[0]), np.array(targets[0])", "np.array(inputs[1]), np.array(targets[1])"),
        ("ten-triangles", "weight = 1.0", "weight = 3.0"),
        ("ten-triangles", "weight = 1.0", "weight = 0.0"),
        ("ten-triangles", "weight = 1.0", "weight = 30.0"),
        ("ten-triangles", "weight = 1.0", "weight = 1000.0"),
        (
            "stepper-dead",
            "dead, dead_x, dead_target = dead_relu_network()",
            "dead, dead_x, dead_target = dead_relu_network()\ndead_x = [3, 2]",
        ),
        ("hundred-updates", "[1, 1], [1, -1]", "[4, 3], [1, -1]"),
        ("hundred-updates", "learning_rate, updates = 0.5, 100", "learning_rate, updates = 5.0, 20"),
        ("gelu-seen", "[-1.5, -0.3, 0.3, 1.5]", "[-0.5, 0.2]"),
        ("shares", "[2.0, 1.0, 0.0]", "[-1.0, 3.0, 3.0]"),
        ("push", "push = 0.01", "push = 2.0"),
        ("left-seen", "[0.0, 1.0, 0.0]", "[0.5, 0.25, 0.25]"),
        ("overflow", "[1000.0, 998.0]", "[3.0, -1.0]"),
        ("slow-seen", "start_w, start_b, fed, wanted_y = 3.0, 2.0", "start_w, start_b, fed, wanted_y = 0.5, -2.0"),
        ("slow-seen", "rate, most = 0.5, 5000", "rate, most = 20.0, 300"),
        ("pairs", "[0.7, -1.2, 0.4]", "[30.0, -30.0, 2.0]"),
    ),
    "07": (
        ("three-examples", "[2, 1]]", "[-1, 3]]"),
        ("own-update", "learning_rate = 0.1", "learning_rate = 4.0"),
        ("own-train", "[2, 0, 1]", "[0, 1, 2]"),
        ("trained", "0.05, 32", "0.00001, 32"),
    ),
}


def printed(text):
    return new_output("stream", name="stdout", text=text)


def asks(name, function=""):
    prompt = f"Ask, {name}: {question(name).prompt}"
    source = f'Ask(question("{name}"){function})'
    return new_code_cell(source, id=f"ask-{name}", outputs=[new_output("execute_result", {"text/plain": prompt})])


def reveals(id, source, text):
    cell = new_code_cell(source, id=id, outputs=[printed(f"{say('exercises.printed.reveal')}\n{text}\n")])
    fold(cell)
    return cell


@pytest.fixture
def whole():
    """A lesson that is as it should be, short as it is."""
    alive = new_output("execute_result", {"text/plain": "DescentExplorer, at the start."})
    cells = [
        new_markdown_cell("# Roll downhill\n\nWhere does it stop?\n\n**Minutes** 23", id="title"),
        new_code_cell("DescentExplorer(0.3)", id="explorer", outputs=[alive]),
        new_markdown_cell("**Commit first.** Which way?", id="way"),
        asks("00-sign"),
        reveals(
            "way-seen", 'reveal()\nagree("w", by_hand=1.25, engine=1.25)', "w: by hand 1.2500 · the engine 1.2500 ✓"
        ),
        new_code_cell('agree("b", by_hand=2.5, engine=2.5)', id="bias", outputs=[printed("b: … ✓ to 4 decimals\n")]),
        new_markdown_cell("## Exercises", id="exercises"),
        asks("00-bug"),
        asks("00-hand"),
        asks("00-passes"),
        new_code_cell("my_step = None", id="my-step"),
        asks("00-code", ", my_step"),
        asks("01-hand"),
        reveals("friend", 'reveal("exercises.printed.whole")', "as whole numbers"),
        new_markdown_cell("## In short\n\nDownhill.", id="in-short"),
    ]
    return new_notebook(cells=cells)


def test_the_lesson_that_the_checks_are_tried_on_is_as_it_should_be(whole):
    assert [complaint for check in lesson.CHECKS for complaint in check(whole)] == []


def cell_of(notebook, id):
    return next(cell for cell in notebook.cells if cell["id"] == id)


def edited(id, **changes):
    return lambda nb: cell_of(nb, id).update(changes)


def without(*ids):
    return lambda nb: nb.update(cells=[cell for cell in nb.cells if cell["id"] not in ids])


def says(id, text):
    return lambda nb: cell_of(nb, id).update(outputs=[printed(text)])


BREAKS = [
    (lesson.starts_alive, without("explorer")),
    (lesson.starts_alive, lambda nb: nb.cells.insert(5, nb.cells.pop(1))),
    (lesson.starts_alive, edited("explorer", outputs=[])),
    (lesson.frame, edited("title", source="Roll downhill")),
    (lesson.frame, without("exercises")),
    (lesson.frame, without("in-short")),
    (lesson.minutes, edited("title", source="# Roll\n\nWhere? Which?\n\n**Minutes** 5")),
    (lesson.minutes, edited("title", source="# Roll\n\nWhere? Which?")),
    (lesson.minutes, edited("in-short", source="## In short\n\n" + "word " * 2000)),
    (lesson.exercises, without("ask-00-bug")),
    (lesson.exercises, without("ask-00-code")),
    (lesson.exercises, without("friend")),
    (lesson.exercises, without("ask-00-hand", "ask-00-passes")),
    (lesson.shown, edited("bias", outputs=[])),
    (lesson.shown, edited("my-step", source="my_step = None\nassert my_step is None")),
    (lesson.shown, says("bias", "✗ b is 2.5.\n")),
    (lesson.commitments, without("ask-00-sign", "way-seen")),
    (lesson.commitments, without("way-seen")),
    (lesson.commitments, lambda nb: cell_of(nb, "ask-00-sign").update(source="w = 1.5", outputs=[])),
    (lesson.commitments, edited("way-seen", metadata={})),
    (lesson.commitments, says("way-seen", "w: by hand 1.5000\n")),
    (lesson.commitments, edited("way-seen", outputs=[])),
    (lesson.commitments, edited("bias", metadata={"jupyter": {"outputs_hidden": True}})),
    (lesson.answers, says("bias", f"∂L/∂b = {question('00-hand').answer:.3g}\n")),
    (lesson.answers, edited("in-short", source=f"## In short\n\nIt is −{question('00-hand').answer:.5f}.")),
    (lesson.answers, edited("bias", source=f"b = {question('00-passes').answer}")),
    (lesson.wordless, edited("bias", source='print("by hand", 1.5)')),
    (lesson.wordless, edited("bias", source='print(f"sum {1.5}")')),
    (lesson.wordless, edited("bias", source='tell("00.no-such-sentence")')),
    (lesson.wordless, edited("bias", source='show(figure, "Three bars.")')),
    (lesson.wordless, edited("bias", source="b = 1  # the bias")),
    (lesson.wordless, edited("bias", source='"""What it is."""')),
    (lesson.narrow, edited("bias", source=f"b = {' + '.join(['1'] * 30)}")),
    (lesson.macros, edited("in-short", source=r"## In short: $\operatorname{ReLU}(z)$")),
    (lesson.ids, lambda nb: cell_of(nb, "bias").update(id="cell-07")),
    (lesson.ids, lambda nb: cell_of(nb, "bias").update(id="5f3a9c1e")),
]


@pytest.mark.parametrize(
    ("check", "change"), BREAKS, ids=[f"{n}-{check.__name__}" for n, (check, _) in enumerate(BREAKS)]
)
def test_a_lesson_that_is_not_as_it_should_be_is_noticed(check, change, whole):
    change(whole)
    assert check(whole)


def test_every_check_of_a_lesson_is_tried_on_a_broken_one():
    assert {check for check, _ in BREAKS} == {*lesson.CHECKS}


def test_ids_symbols_and_formulas_are_no_words():
    for fine in (
        'agree("∂C/∂z₃", by_hand=1.5, engine=a * 2)',
        'table(("η", "exercises.printed.whole"), rows)',
        'TrainingPlayer("two_moons", weights="large")',
        'FunctionExplorer("squared_error of sigmoid")',
        'print(f"L = {L:.4f}   ∂C/∂y1 = {dC_dy1}")',
        "dC_dz2 = 1  # ∂C/∂z″",
        'network = with_hidden("leaky_relu")',
        'agree("dz/dx", engine=Chain("sine", "square").dz_dx, sum=1.5)',
    ):
        assert [*lesson.spoken(fine)] == [], fine


def test_numbers_of_two_digits_and_other_numbers_may_stand():
    seen = new_notebook(cells=[new_markdown_cell("0.23, −1.976×10⁻³, 20200 and 3.50e-2; 0.05.", id="a")])
    assert [(text, value) for text, value, _ in lesson.numbers(seen)] == [
        ("1.976×10⁻³", pytest.approx(0.001976)),
        ("20200", 20200.0),
        ("3.50e-2", 0.035),
    ]


def test_a_cell_that_reveals_is_folded_when_it_is_written_and_no_other():
    cell = new_code_cell("reveal()", id="a")
    fold(cell)
    assert lesson.folded(cell)
    cell.source = "print(1)"
    fold(cell)
    assert not lesson.folded(cell)


# ------------------------------------------------------- in any order


def run(cells, names):
    """What each of these cells prints, run one after another in these names."""
    texts = []
    for cell in cells:
        with contextlib.redirect_stdout(io.StringIO()) as out:
            exec(cell["source"], names)
        texts.append(out.getvalue())
    return texts


def code(path):
    return guard.code_cells(nbformat.read(path, as_version=4))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_cell_can_be_run_twice_and_once_more_when_all_have_run(path):
    cells, names = code(path), {}
    for cell in cells:
        first, again = run([cell, cell], names)
        assert first == again, lesson.title(cell)
    once = run(cells, names)
    backwards = run(cells[::-1], names)[::-1]
    for cell, first, later in zip(cells, once, backwards, strict=True):
        assert first == later, lesson.title(cell)


@cache
def as_it_stands(path):
    """What the cells of a notebook print that nobody has changed."""
    return run(code(path), {})


@pytest.mark.parametrize(
    ("path", "edit"),
    [(path, edit) for path in NOTEBOOKS for edit in EDITS[path.stem[:2]]],
    ids=lambda each: str(each)[-40:],
)
def test_a_learner_who_changes_a_number_gets_the_new_ones_or_a_sentence(path, edit):
    cells, (id, old, new) = copy.deepcopy(code(path)), edit
    cell = next(cell for cell in cells if cell["id"] == id)
    assert old in cell["source"]
    cell["source"] = cell["source"].replace(old, new)
    assert run(cells, {}) != as_it_stands(path)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_sentence_of_a_lesson_is_said_in_it(path):
    number = path.stem[:2]
    source = "\n".join(cell["source"] for cell in code(path))
    assert [id for id in words.sentences("en") if id.startswith(f"{number}.") and f'"{id}"' not in source] == []
