"""The committed notebooks: outputs true and complete, and checks that go red when they are not."""

import base64
import copy
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from types import SimpleNamespace

import matplotlib
import nbformat
import pytest

import guard
import lesson
import nbval_pictures
from backprop.exercises.questions import question
from regenerate import regenerate

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
HIDDEN = shutil.ignore_patterns(".*")
PLUGINS = ["-p", "no:cacheprovider", "-p", "nbval_pictures"]
STRICT = ["-m", "pytest", "--nbval", "--nbval-current-env", "--nbval-cell-timeout=60", "-rfEp", *PLUGINS]


def load():
    return nbformat.read(ROOT / "notebooks" / "04_worked_example.ipynb", as_version=4)


def strict(folder, pictures=True, **env):
    """Run a folder's notebooks and compare every output with the stored one; without ``pictures`` figures are left out.

    {notebook's name: {cell's number: "PASSED", "FAILED" or "ERROR"}}, and what was printed. All in one process: to
    start nbval takes longer than a notebook does.
    """
    plugins = [] if pictures else ["-p", "no:nbval_pictures"]
    place = ["-c", str(ROOT / "tests" / "nbval.ini"), f"--rootdir={folder}", str(folder)]
    env = os.environ | env
    env["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT / "tests"), env.get("PYTHONPATH")]))
    command = [sys.executable, *STRICT, *plugins, *place]
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, encoding="utf-8", timeout=600)
    outcomes = {}
    for outcome, name, cell in re.findall(r"^([A-Z]+) (.+\.ipynb)::Cell (\d+)", done.stdout, re.MULTILINE):
        outcomes.setdefault(name, {})[int(cell)] = outcome
    return outcomes, done.stdout + done.stderr


def all_passed(notebook):
    """The outcomes of a notebook whose every cell gives what is stored."""
    return dict.fromkeys(range(len(guard.code_cells(notebook))), "PASSED")


def failed(outcomes):
    """The numbers of the cells that did not pass."""
    return [cell for cell, outcome in outcomes.items() if outcome != "PASSED"]


@pytest.fixture(scope="module")
def here(tmp_path_factory):
    """The strict run of a copy of all notebooks."""
    return strict(shutil.copytree(ROOT / "notebooks", tmp_path_factory.mktemp("here") / "notebooks", ignore=HIDDEN))


def test_there_is_a_notebook_and_the_readmes_command_opens_it():
    command = next(line for line in (ROOT / "README.md").read_text("utf-8").splitlines() if "jupyter lab" in line)
    assert (ROOT / command.split("jupyter lab ")[1]) in NOTEBOOKS


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_running_a_notebook_gives_exactly_the_stored_outputs(path, here):
    outcomes, printed = here
    assert outcomes.get(path.name) == all_passed(nbformat.read(path, as_version=4)), printed


@pytest.mark.parametrize(
    ("path", "check"),
    [(path, check) for path in NOTEBOOKS for check in guard.CHECKS],
    ids=lambda each: getattr(each, "stem", None) or each.__name__,
)
def test_a_committed_notebook_is_complete(path, check):
    assert check(nbformat.read(path, as_version=4)) == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_the_code_to_start_from_defines_what_the_cell_hands_to_the_question(path):
    code = "\n".join(cell["source"] for cell in guard.code_cells(nbformat.read(path, as_version=4)))
    asked = re.findall(r'Ask\(question\("([^"]+)"\), (\w+)\)', code)
    assert asked
    for name, function in asked:
        assert f"{function} = None" in code
        assert question(name).start.startswith(f"def {function}(")
        assert question(name).solution.startswith(f"def {function}(")


def strip(notebook):
    for cell in guard.code_cells(notebook):
        cell["outputs"], cell["execution_count"] = [], None


def widget_output(notebook):
    return next(o for o in guard.outputs(notebook) if o.get("data", {}).get("text/plain", "").startswith("Stepper"))


def first_code(notebook):
    return guard.code_cells(notebook)[0]


BREAKS = {
    "counts": strip,
    "installs": lambda nb: first_code(nb).update(source=first_code(nb)["source"].replace("git+", "")),
    "missing_outputs": strip,
    "errors": lambda nb: first_code(nb)["outputs"].append({"output_type": "stream", "name": "stderr", "text": "w"}),
    "widget_state": lambda nb: nb["metadata"].update(widgets={}),
    "fallbacks": lambda nb: widget_output(nb)["data"].pop("text/html"),
    "figures": lambda nb: first_code(nb).update(source="show(figure, 'words')"),
    "machine": lambda nb: first_code(nb)["outputs"].append(
        {"output_type": "stream", "name": "stdout", "text": "/tmp/a"}
    ),
    "unrepeatable": lambda nb: first_code(nb)["metadata"].update(tags=["nbval-ignore-output"]),
    "links": lambda nb: nb["cells"][-1].update(source="[Next](08_nothing.ipynb)"),
}


@pytest.mark.parametrize("check", guard.OF_THE_FILE, ids=lambda check: check.__name__)
def test_the_guard_complains_of_a_broken_notebook(check):
    notebook = nbformat.read(ROOT / "notebooks" / "04_worked_example.ipynb", as_version=4)
    assert check(notebook) == []
    BREAKS[check.__name__](notebook)
    assert check(notebook)


@pytest.mark.parametrize("part", ["id", "metadata"])
def test_the_guard_complains_of_an_install_cell_that_would_be_seen_or_that_no_one_knows(part):
    notebook = load()
    first_code(notebook)[part] = {} if part == "metadata" else "explorer"
    assert guard.installs(notebook) == [f"the first code cell has another {part}"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_the_first_cell_installs_from_the_repository_where_the_package_is_missing_and_does_nothing_elsewhere(
    path, monkeypatch
):
    asked = []
    shell = SimpleNamespace(run_line_magic=lambda *what: asked.append(what))
    source = first_code(nbformat.read(path, as_version=4))["source"]
    exec(source, {"get_ipython": lambda: shell})
    assert asked == []
    monkeypatch.setattr("importlib.util.find_spec", {"numpy": "there"}.get)
    exec(source, {"get_ipython": lambda: shell})
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert asked == [("pip", f"install -q git+{project['urls']['Repository']}")]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_the_drill_asks_of_other_functions_from_notebook_06_on_alone(path):
    sources = [cell["source"] for cell in guard.code_cells(nbformat.read(path, as_version=4))]
    drills = [source for source in sources if source.startswith("Drill(")]
    assert ["plain=True" in source for source in drills] == [path.stem < "06"] * len(drills)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_the_map_and_the_readme_name_the_minutes_that_the_notebook_names(path):
    row = re.compile(rf"^\| \[?{path.stem[:2]} .*\| (\d+) \|$", re.MULTILINE)
    maps = (ROOT / "README.md").read_text("utf-8"), "\n".join(lesson.prose(nbformat.read(NOTEBOOKS[0], as_version=4)))
    assert [row.findall(text) for text in maps] == [[str(guard.minutes(nbformat.read(path, as_version=4)))]] * 2


def test_a_changed_number_a_changed_picture_and_a_broken_table_turn_the_strict_run_red(tmp_path):
    notebook, path = load(), tmp_path / "changed.ipynb"
    cells = guard.code_cells(notebook)
    last = next(i for i, cell in enumerate(cells) if widget_output(notebook) in cell["outputs"])
    picture, table = cells[last], copy.deepcopy(cells[last]) | {"id": "again"}
    changed = edit_text(notebook, "0.5498", "0.5499")
    notebook.cells = [*cells[: max(last, cells.index(changed)) + 1], table]
    edit_widget(picture, "base64,", "base64,AAAA")
    edit_widget(table, "<td>z</td>", "<td>q</td>")
    path.write_text(json.dumps(notebook), encoding="utf-8")
    outcomes, printed = strict(tmp_path)
    wrong = [number for number, cell in enumerate(guard.code_cells(notebook)) if cell in (changed, picture, table)]
    assert failed(outcomes[path.name]) == wrong and len(wrong) == 3, printed[-1500:]


def test_a_changed_figure_turns_the_strict_run_red_where_this_matplotlib_wrote_it(tmp_path):
    path, source = tmp_path / "figure.ipynb", "import matplotlib.pyplot as plt\n\nlines = plt.plot([{}])"
    cells = [nbformat.v4.new_code_cell(source.format("1, 2, 4")) for _ in range(2)]
    nbformat.write(nbformat.v4.new_notebook(cells=[*cells, nbformat.v4.new_code_cell("print(1)")]), path)
    regenerate(path)
    drawn = nbformat.read(path, as_version=4)
    drawn.cells[1].source = source.format("1, 2, 3")
    nbformat.write(drawn, path)
    data = next(output["data"] for output in guard.outputs(drawn) if "image/png" in output.get("data", {}))
    assert nbval_pictures.written_by(data["image/png"]).startswith(f"Matplotlib version{matplotlib.__version__},")
    other = "9" * len(matplotlib.__version__)
    png = base64.b64decode(data["image/png"]).replace(matplotlib.__version__.encode(), other.encode())
    data["image/png"] = base64.b64encode(png).decode()
    nbformat.write(drawn, tmp_path / "others.ipynb")
    outcomes, printed = strict(tmp_path)
    assert failed(outcomes[path.name]) == ([1] if nbval_pictures.REPEATABLE else []), printed[-1500:]
    assert ("image/png" in printed) == nbval_pictures.REPEATABLE
    assert len(outcomes["others.ipynb"]) == 3
    assert failed(outcomes["others.ipynb"]) == []  # another matplotlib's figure says nothing about ours


def edit_text(notebook, old, new):
    cell = next(cell for cell in guard.code_cells(notebook) if any(old in o.get("text", "") for o in cell["outputs"]))
    for output in cell["outputs"]:
        output["text"] = output["text"].replace(old, new)
    return cell


def edit_widget(cell, old, new):
    data = widget_output({"cells": [cell]})["data"]
    assert old in data["text/html"]
    data["text/html"] = data["text/html"].replace(old, new, 1)
