"""The house: style, imports, and commands that stay in step."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

import backprop
from backprop.engine import ACTIVATIONS, LOSSES
from lacking import lacking

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("command", [["check"], ["format", "--check"]], ids=["lint", "format"])
def test_ruff_is_content(command):
    result = subprocess.run(
        [sys.executable, "-m", "ruff", *command, "src", "tests", "notebooks", "bench", "docs"],
        cwd=ROOT,
        capture_output=True,
    )
    assert result.returncode == 0, result.stdout.decode()


def test_importing_backprop_loads_neither_matplotlib_nor_ipywidgets():
    code = "import backprop, sys; print(sorted({'matplotlib', 'ipywidgets'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "[]"


def test_the_readmes_code_runs_and_lowers_the_loss(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # for the page that it writes
    blocks = (ROOT / "README.md").read_text(encoding="utf-8").split("```python\n")[1:]
    blocks = [block.replace("from IPython.display import HTML", "HTML = str") for block in blocks]
    names = {}
    for block in blocks:
        exec(block.split("```")[0], names)
    before = names["network"].loss(names["x"], names["target"])
    after = names["network"].updated(names["backward"], 0.5).loss(names["x"], names["target"])
    assert after < before
    assert names["steps"].true_change == after - before
    assert [path.name for path in tmp_path.iterdir()] == ["step.html"]


def test_the_version_stands_once_and_the_changelog_and_the_citation_name_it():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["dynamic"] == ["version"] and "version" not in project
    [newest, *_] = re.findall(r"^## (\S+), \d{4}-\d\d-\d\d$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.M)
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert newest == citation["version"] == backprop.__version__
    assert citation["repository-code"] == project["urls"]["Repository"]


def anothers_package(text):
    """Places that install what the package index has under our import's name, which is somebody else's."""
    return re.findall(r"(?:(?:pip|pipx|conda)[\s\"',\\]+install|uv add)\b[^\n`|&;]*?[ '\"]backprop(?![\w/.-])", text)


def test_nothing_says_to_install_the_package_that_only_has_our_name():
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    if not shutil.which("git") or (found := subprocess.run(listed, cwd=ROOT, capture_output=True)).returncode:
        lacking("The list of our files needs git and its checkout.")
    paths = [ROOT / name for name in found.stdout.decode().split("\0") if name]
    texts = {
        path: path.read_text("utf-8", errors="ignore") for path in paths if path.is_file() and path != Path(__file__)
    }
    assert len(texts) > 100
    assert [path for path, text in texts.items() if anothers_package(text)] == []


def test_an_install_of_anothers_package_is_noticed_and_ours_is_not():
    for wrong in (
        "pip install backprop",
        "python -m pip install -q backprop numpy",
        "%pip install numpy backprop",
        "uv add backprop",
        'get_ipython().run_line_magic("pip", "install -q backprop")',
        r'"    run_line_magic(\"pip\", \"install -q backprop\")\n"',
    ):
        assert anothers_package(f"Run `{wrong}` first.")
    for fine in (
        "pip install backprop-notebooks",
        "pip install -r requirements.txt; import backprop",
        "pip install -e .",
        'run_line_magic("pip", "install -q git+https://github.com/OWNER/backprop")',
    ):
        assert not anothers_package(f"Run `{fine}` first.")


def test_the_report_of_something_wrong_asks_for_the_line_of_code():
    form = yaml.safe_load((ROOT / ".github" / "ISSUE_TEMPLATE" / "wrong.yml").read_text(encoding="utf-8"))
    asked = {field["attributes"]["label"]: field.get("validations", {}).get("required") for field in form["body"]}
    assert asked["The line of Copy as code"]
    sources = (path.read_text("utf-8") for path in (ROOT / "src").rglob("*.py"))
    assert any('"Copy as code"' in source for source in sources), "the page has another name for it"


def places(page):
    """The paths in code on a page that stand in the repository, in the package, or nowhere."""
    found = re.findall(r"`([\w./-]+/[\w./-]*|\w+\.(?:py|md))`", page)
    return {path: any((folder / path).exists() for folder in (ROOT, ROOT / "src" / "backprop")) for path in found}


def test_every_place_on_the_map_is_there():
    found = places((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    assert len(found) > 20 and [path for path, there in found.items() if not there] == []
    assert places("See `engine/network.py` and `engine/nothing.py`.") == {
        "engine/network.py": True,
        "engine/nothing.py": False,
    }


def test_the_readme_names_every_activation_and_every_loss():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for kind, known in (("Activations", ACTIVATIONS), ("Losses", LOSSES)):
        line = re.search(rf"^{kind}: .*$", readme, re.M)[0]
        assert {*re.findall(r"`(\w+)`", line)} >= {*known}


def test_mutation_testing_finds_its_modules_and_its_tests():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mutmut"]
    for pattern in settings["only_mutate"] + settings["do_not_mutate"]:
        assert any(path.suffix == ".py" for path in ROOT.glob(pattern)), pattern
    tests = [
        path for folder in settings["pytest_add_cli_args_test_selection"] for path in (ROOT / folder).glob("test_*")
    ]
    assert {path.parent.name for path in tests} == {
        Path(f).name for f in settings["pytest_add_cli_args_test_selection"]
    }
    names = re.findall(r"def (test_\w+)", "".join(path.read_text("utf-8") for path in tests))
    for left_out in re.findall(r"\w{5,}", settings["pytest_add_cli_args"][-1]):
        assert len([name for name in names if left_out in name]) == 1, left_out
