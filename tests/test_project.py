"""The house: style, imports, and commands that stay in step."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("command", [["check"], ["format", "--check"]], ids=["lint", "format"])
def test_ruff_is_content(command):
    result = subprocess.run(
        [sys.executable, "-m", "ruff", *command, "src", "tests", "notebooks", "bench"], cwd=ROOT, capture_output=True
    )
    assert result.returncode == 0, result.stdout.decode()


def test_importing_backprop_loads_neither_matplotlib_nor_ipywidgets():
    code = "import backprop, sys; print(sorted({'matplotlib', 'ipywidgets'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "[]"


def test_the_readmes_code_runs_and_lowers_the_loss():
    blocks = (ROOT / "README.md").read_text(encoding="utf-8").split("```python\n")[1:]
    blocks = [block.replace("from IPython.display import HTML", "HTML = str") for block in blocks]
    names = {}
    for block in blocks:
        exec(block.split("```")[0], names)
    before = names["network"].loss(names["x"], names["target"])
    after = names["network"].updated(names["backward"], 0.5).loss(names["x"], names["target"])
    assert after < before
    assert names["steps"].true_change == after - before
