"""Binder: its own code reads our configuration, and every link leads to the first notebook of one repository."""

import os
import re
from contextlib import chdir, contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FIRST = "00_gradient_descent.ipynb"


@contextmanager
def buildpack():
    """repo2docker's own reading of the repository; it looks into the current folder."""
    buildpacks = pytest.importorskip("repo2docker.buildpacks")
    with chdir(ROOT):
        pack = buildpacks.PythonBuildPack("docker.io/library/buildpack-deps:jammy")
        pack.platform = "linux/amd64"
        yield pack


def test_repo2docker_detects_the_configuration_and_installs_the_package():
    with buildpack() as pack:
        assert pack.detect()
        assert pack.python_version == "3.12"
        scripts = "\n".join(script for _, script in pack.get_assemble_scripts())
        assert "binder/requirements.txt" in scripts
        assert pack.get_post_build_scripts() == ["binder/postBuild"]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no mark of what may be run")
def test_postbuild_may_be_run():
    assert (ROOT / "binder" / "postBuild").stat().st_mode & 0o111


def test_every_pin_is_exact_but_jupyterlabs_and_the_package_itself_is_installed():
    lines = [line for line in (ROOT / "binder" / "requirements.txt").read_text().splitlines() if line[0] != "#"]
    loose = [line for line in lines if "==" not in line]
    [jupyterlab] = re.findall(r"^jupyterlab\W.*", (ROOT / "requirements.txt").read_text(), re.M)
    assert loose == [jupyterlab, "-e ."]


def test_the_badge_opens_the_first_notebook_and_every_address_is_the_one_in_pyproject():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    address = re.search(r'^Repository = "https://github.com/([^"]+)"', (ROOT / "pyproject.toml").read_text(), re.M)[1]
    badges = re.findall(r"https://mybinder\.org/v2/gh/([^/]+/[^/]+)/HEAD\?urlpath=lab/tree/notebooks/([\w.]+)", readme)
    assert badges == [(address, FIRST)]
    assert (ROOT / "notebooks" / FIRST).exists()
    assert set(re.findall(r"github\.com/([\w.-]+/[\w.-]+)", readme)) <= {address}
