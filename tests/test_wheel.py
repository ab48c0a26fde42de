"""The wheel, built and installed as anybody would who has no checkout: it holds its data, and every widget opens."""

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import backprop
from backprop import widgets
from lacking import lacking

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
# How each widget is made; a new one has to be put here.
MADE = {
    "Ask": "Ask(question('04-bias'))",
    "ChainRuleExplorer": "ChainRuleExplorer()",
    "Compare": "Compare('forward')",
    "DescentExplorer": "DescentExplorer()",
    "DigitTrainer": "DigitTrainer(dict(REFERENCE), epochs=1)",
    "Drill": "Drill(seed=0)",
    "FunctionExplorer": "FunctionExplorer()",
    "Stepper": "Stepper(*lecture_network())",
    "TrainingPlayer": "TrainingPlayer(updates=5)",
}
IMPORTS = """
from backprop.engine import *
from backprop.examples import *
from backprop.exercises import *
from backprop.exercises.reference import REFERENCE
from backprop.widgets import *
"""
OPEN = f"""
import json, sys
import backprop
{IMPORTS}
bundles = {{}}
for name, code in json.loads(sys.argv[1]).items():
    widget = eval(code)
    assert type(widget).__name__ == name, code
    bundle = widget._repr_mimebundle_()
    bundles[name] = bundle[0] if isinstance(bundle, tuple) else bundle  # and metadata
print(json.dumps({{"file": backprop.__file__, "version": backprop.__version__, "bundles": bundles}}))
"""
VIEW = "application/vnd.jupyter.widget-view+json"


def run(*command, **more):
    """What a command prints; where it cannot reach the package index, the test is skipped, or fails under CI."""
    env = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=env | {"PYTHONUTF8": "1"}, **more)
    if unreached := re.search(r"Failed to fetch.*", done.stderr):
        lacking(f"The package index cannot be reached: {unreached[0]}")
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """(the Python of a fresh environment that has the wheel and what it asks for, a folder to run it in)."""
    uv, folder = pytest.importorskip("uv").find_uv_bin(), tmp_path_factory.mktemp("wheel")
    run(uv, "build", "--quiet", "--wheel", "--out-dir", folder, ROOT)
    [wheel] = folder.glob("*.whl")
    run(uv, "venv", "--quiet", "--python", sys.executable, folder / "environment")
    python = folder / "environment" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    run(uv, "pip", "install", "--quiet", "--python", python, wheel)
    return python, folder


def test_every_widget_opens_from_the_wheel(installed):
    python, folder = installed
    assert list(MADE) == widgets.__all__
    found = json.loads(run(python, "-c", OPEN, json.dumps(MADE), cwd=folder))
    assert Path(found["file"]).is_relative_to(folder.resolve())
    assert found["version"] == backprop.__version__
    for name, bundle in found["bundles"].items():
        assert VIEW in bundle and bundle["text/plain"].startswith(f"{name}, "), name


def test_the_wheel_holds_every_file_of_the_package_and_its_licence(installed):
    python, folder = installed
    listed = "from importlib.metadata import files; print(*files('backprop-notebooks'), sep='\\n')"
    held = set(run(python, "-c", listed, cwd=folder).splitlines())
    package = [path for path in (ROOT / "src" / "backprop").rglob("*") if "__pycache__" not in path.parts]
    ours = {path.relative_to(ROOT / "src").as_posix() for path in package if path.is_file()}
    assert {"backprop/data/digits.npz", "backprop/widgets/front/card.css", "backprop/widgets/front/reader.js"} <= ours
    assert ours <= {name.replace("\\", "/") for name in held}
    assert any(name.endswith("licenses/LICENSE") for name in held)


def test_a_fresh_environment_knows_only_what_the_package_asks_for(installed):
    """So a widget that needed more would not have opened."""
    python, folder = installed
    missing = "from importlib.util import find_spec; print(find_spec('matplotlib'), find_spec('pytest'))"
    assert run(python, "-c", missing, cwd=folder).split() == ["None", "None"]
