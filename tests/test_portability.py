"""The notebooks elsewhere: any folder, a path with spaces and letters that are not ASCII, an older processor, twice."""

import os
import platform
import shutil
import subprocess
import sys
import uuid

import nbformat
import numpy as np
import pytest
from nbclient import NotebookClient

from test_notebooks import HIDDEN, NOTEBOOKS, ROOT, all_passed, strict


def reduced_cpu():
    """Settings that hide the newer instructions of this processor from NumPy and from OpenBLAS."""
    umath = np._core._multiarray_umath
    hidden = [name for name in umath.__cpu_dispatch__ if umath.__cpu_features__[name]]
    settings = {"NPY_DISABLE_CPU_FEATURES": " ".join(hidden)}
    if platform.machine() in ("x86_64", "AMD64"):
        settings["OPENBLAS_CORETYPE"] = "Sandybridge"
    return settings


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory):
    """The strict run of a copy of the notebooks, with a copy of the package, on an older processor."""
    folder = tmp_path_factory.mktemp("copy") / "my notes, ∂C ÷ 逆伝播 é"
    shutil.copytree(ROOT / "src", folder / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "notebooks", folder / "notebooks", ignore=HIDDEN)
    env = os.environ | {"PYTHONPATH": str(folder / "src"), "PYTHONUTF8": "1"}
    where = [sys.executable, "-c", "import backprop; print(backprop.__file__)"]
    found = subprocess.run(where, env=env, capture_output=True, encoding="utf-8", check=True).stdout.strip()
    assert found == str(folder / "src" / "backprop" / "__init__.py")
    return strict(folder / "notebooks", pictures=False, PYTHONPATH=str(folder / "src"), **reduced_cpu())


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_copy_elsewhere_gives_the_stored_outputs_on_an_older_processor_too(path, elsewhere):
    outcomes, printed = elsewhere
    assert outcomes.get(path.name) == all_passed(path), printed


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_run_twice_from_an_empty_folder_every_claim_holds_and_no_file_is_left(path, tmp_path):
    notebook = nbformat.read(path, as_version=4)
    again = [nbformat.from_dict(cell | {"id": uuid.uuid4().hex[:8]}) for cell in notebook.cells]
    notebook.cells.extend(again)
    NotebookClient(notebook, timeout=120).execute(cwd=str(tmp_path))  # an assert that fails raises here
    assert list(tmp_path.iterdir()) == []


def test_the_older_processor_is_one():
    settings = reduced_cpu()
    if platform.machine() in ("x86_64", "AMD64"):
        assert settings["NPY_DISABLE_CPU_FEATURES"]
