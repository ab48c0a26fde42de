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

from test_notebooks import NOTEBOOKS, ROOT, all_passed, strict


def reduced_cpu():
    """Settings that hide the newer instructions of this processor from NumPy and from OpenBLAS."""
    umath = np._core._multiarray_umath
    hidden = [name for name in umath.__cpu_dispatch__ if umath.__cpu_features__[name]]
    settings = {"NPY_DISABLE_CPU_FEATURES": " ".join(hidden)}
    if platform.machine() in ("x86_64", "AMD64"):
        settings["OPENBLAS_CORETYPE"] = "Sandybridge"
    return settings


def twice(notebook):
    """Its cells, and after them the same once more."""
    again = [nbformat.from_dict(cell | {"id": uuid.uuid4().hex[:8]}) for cell in notebook.cells]
    return nbformat.from_dict(notebook | {"cells": [*notebook.cells, *again]})


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory):
    """The strict run of a copy of the notebooks, each twice, with a copy of the package, on an older processor.

    Its outcomes, what was printed, and the names of the files that are left.
    """
    folder = tmp_path_factory.mktemp("copy") / "my notes, ∂C ÷ 逆伝播 é"
    shutil.copytree(ROOT / "src", folder / "src", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "notebooks").mkdir()
    for path in NOTEBOOKS:
        nbformat.write(twice(nbformat.read(path, as_version=4)), folder / "notebooks" / path.name)
    env = os.environ | {"PYTHONPATH": str(folder / "src"), "PYTHONUTF8": "1"}
    where = [sys.executable, "-c", "import backprop; print(backprop.__file__)"]
    found = subprocess.run(where, env=env, capture_output=True, encoding="utf-8", check=True).stdout.strip()
    assert found == str(folder / "src" / "backprop" / "__init__.py")
    ran = strict(folder / "notebooks", pictures=False, PYTHONPATH=str(folder / "src"), **reduced_cpu())
    return *ran, sorted(path.name for path in (folder / "notebooks").rglob("*"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_copy_elsewhere_run_twice_gives_the_stored_outputs_on_an_older_processor_too(path, elsewhere):
    outcomes, printed, _ = elsewhere
    assert outcomes.get(path.name) == all_passed(twice(nbformat.read(path, as_version=4))), printed


def test_no_notebook_leaves_a_file(elsewhere):
    assert elsewhere[-1] == [path.name for path in NOTEBOOKS]


def test_the_older_processor_is_one():
    settings = reduced_cpu()
    if platform.machine() in ("x86_64", "AMD64"):
        assert settings["NPY_DISABLE_CPU_FEATURES"]
