"""Binder: its own code reads our configuration, and every link leads to the first notebook of one repository."""

import os
import re
from contextlib import chdir, contextmanager
from pathlib import Path

import pytest
import yaml
from packaging.specifiers import SpecifierSet

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


def unheld(requirements, ignored):
    """Packages pinned twice, for the oldest Python and for newer ones, that a rule does not hold between the two."""
    pins = {}
    for name, version in re.findall(r"^([\w-]+)==(\S+) ; python_full_version [<>]", requirements, re.M):
        pins.setdefault(name, []).append(version)
    rules = {rule["dependency-name"]: SpecifierSet(",".join(rule["versions"])) for rule in ignored}
    twice = {name: versions for name, versions in pins.items() if len(versions) == 2}
    assert twice
    return [
        name for name, (old, new) in twice.items() if name not in rules or old in rules[name] or new not in rules[name]
    ]


def test_dependabot_is_held_below_what_the_oldest_python_cannot_install():
    requirements = (ROOT / "tests" / "requirements.txt").read_text()
    updates = yaml.safe_load((ROOT / ".github" / "dependabot.yml").read_text())["updates"]
    ignored = {update["directory"]: update["ignore"] for update in updates if update["package-ecosystem"] == "pip"}
    site = ignored.pop("/docs/site")
    assert ignored.keys() == {"/tests", "/binder"}
    assert {folder: unheld(requirements, rules) for folder, rules in ignored.items()} == {"/tests": [], "/binder": []}
    one, *others = ignored["/tests"]
    assert unheld(requirements, others) == [one["dependency-name"]]
    pins = dict(re.findall(r"^([\w-]+)==(\S+)$", (ROOT / "docs" / "site" / "requirements.txt").read_text(), re.M))
    assert "sphinx" in pins and f"sphinx=={pins['sphinx']}\n" in requirements  # one for all: what it was made with
    held = {rule["dependency-name"]: SpecifierSet(",".join(rule["versions"])) for rule in site}
    assert held.keys() == {"sphinx"} and pins["sphinx"] not in held["sphinx"] and "9.1" in held["sphinx"]


def test_an_unsupported_python_is_refused_before_anything_large_is_fetched():
    """pip takes a file's lines in their order, and the package says which Pythons it supports."""
    lines = [line for line in (ROOT / "requirements.txt").read_text().splitlines() if line[0] != "#"]
    assert lines[0] == "-e ."


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
    assert badges == [(address, FIRST)] * 2
    assert (ROOT / "notebooks" / FIRST).exists()
    colab = re.findall(
        r"https://colab\.research\.google\.com/github/([^/]+/[^/]+)/blob/main/notebooks/([\w.]+)", readme
    )
    assert colab == [(address, FIRST)]
    assert set(re.findall(r"github\.com/([\w.-]+/[\w.-]+)", readme)) <= {address}
