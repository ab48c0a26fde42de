"""The notebooks elsewhere: a path with spaces and letters that are not ASCII, an older processor, run twice."""

import platform
import shutil
import uuid

import nbformat
import numpy as np
import pytest
from nbclient import NotebookClient

from test_notebooks import NOTEBOOKS, ROOT, strict


def reduced_cpu():
    """Settings that hide the newer instructions of this processor from NumPy and from OpenBLAS."""
    umath = np._core._multiarray_umath
    hidden = [name for name in umath.__cpu_dispatch__ if umath.__cpu_features__[name]]
    settings = {"NPY_DISABLE_CPU_FEATURES": " ".join(hidden)}
    if platform.machine() in ("x86_64", "AMD64"):
        settings["OPENBLAS_CORETYPE"] = "Sandybridge"
    return settings


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_copy_elsewhere_gives_the_stored_outputs_on_an_older_processor_too(path, tmp_path, monkeypatch):
    folder = tmp_path / "my notes, ∂C ÷ 逆伝播 é"
    shutil.copytree(ROOT / "src", folder / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "notebooks", folder / "notebooks", ignore=shutil.ignore_patterns(".*"))
    monkeypatch.setenv("PYTHONPATH", str(folder / "src"))
    for name, value in reduced_cpu().items():
        monkeypatch.setenv(name, value)
    result = strict(folder / "notebooks" / path.name, pictures=False)
    assert result.returncode == 0, result.stdout[-3000:] + result.stderr[-1000:]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_running_every_cell_twice_changes_nothing_that_is_claimed(path, tmp_path):
    notebook = nbformat.read(path, as_version=4)
    again = [nbformat.from_dict(cell | {"id": uuid.uuid4().hex[:8]}) for cell in notebook.cells]
    notebook.cells.extend(again)
    NotebookClient(notebook, timeout=120).execute(cwd=str(tmp_path))  # an assert that fails raises here


def test_the_older_processor_is_one():
    settings = reduced_cpu()
    if platform.machine() in ("x86_64", "AMD64"):
        assert settings["NPY_DISABLE_CPU_FEATURES"]
