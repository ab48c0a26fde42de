"""Binder's build, for real: its own versions, then our install and postBuild, as a user who is not root."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name as canonical

from lacking import lacking
from test_binder import ROOT, buildpack
from test_notebooks import NOTEBOOKS, STRICT

PYTHON = (ROOT / "binder" / "runtime.txt").read_text().strip().replace("-", "")
# The user of a Binder; a run that is not root's is its own user already.
SOMEBODY = {"user": 1000, "group": 1000, "extra_groups": []} if os.name != "nt" and os.geteuid() == 0 else {}
# Names in Binder's base that PyPI does not have, or has under another name.
CONDA = {
    "python": None,
    "nodejs": None,
    "jupyterhub-base": None,
    "jupyterhub-singleuser": "jupyterhub",
    "nbconvert-core": "nbconvert",
    "python-fastjsonschema": "fastjsonschema",
}
# Nothing of the running environment but what leads to the package index.
NETWORK = re.compile(r"(?i)(PIP|UV|SSL|REQUESTS)_|\w+_PROXY$")
SETTINGS = """
import json
from jupyterlab.labapp import LabApp
from jupyterlab_server.settings_utils import get_settings
app, name = LabApp(), "@jupyterlab/apputils-extension:notification"
found, _ = get_settings(app.app_settings_dir, app.schemas_dir, app.user_settings_dir, schema_name=name)
print(json.dumps({key: value["default"] for key, value in found["schema"]["properties"].items()}))
"""


def find_python():
    """Binder's Python where the machine has it, on the path or from pyenv; else the one that runs."""
    pyenv = sorted(Path.home().glob(f".pyenv/versions/*/bin/{PYTHON}"))
    for found in filter(None, [shutil.which(PYTHON), *pyenv]):
        if subprocess.run([found, "-c", ""], capture_output=True).returncode == 0:  # pyenv's stand-in may refuse
            return found
    return sys.executable


def frozen(pack):
    """The (names, versions) of the environment that repo2docker makes before it reads a repository."""
    import repo2docker.buildpacks

    folder = Path(repo2docker.buildpacks.__file__).parent
    target = dict(pack.get_build_env())["NB_ENVIRONMENT_FILE"]
    lock = next(folder / source for source, copied in pack.get_build_script_files().items() if copied == target)
    archives = re.findall(r"/([\w.-]+)-(\d[\d.]*(?:\.post\d+)?)-[^-/]+\.(?:conda|tar\.bz2)", lock.read_text())
    wanted = (folder / "conda" / "environment.yml").read_text().split("dependencies:")[1]
    names = [CONDA.get(name, canonical(name)) for name in re.findall(r"^  - ([\w-]+)", wanted, re.M)]
    versions = {CONDA.get(name, canonical(name)): number for name, number in archives if not name.startswith("_")}
    return [name for name in [*names, "ipykernel"] if name], {k: v for k, v in versions.items() if k}


def readable(python, folder):
    """The installation a Python belongs to, copied where somebody else may not read it: (python, its libraries)."""
    shown = "import sys, sysconfig; print(sys.base_prefix, sysconfig.get_python_version(), sep='\\n')"
    prefix, number = subprocess.run([python, "-c", shown], capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )[:2]
    prefix = Path(prefix)
    if SOMEBODY and not all(place.stat().st_mode & 0o001 for place in [prefix, *prefix.parents]):
        unneeded = shutil.ignore_patterns("__pycache__", "test", "site-packages", "config-*", "include", "share")
        prefix = Path(shutil.copytree(prefix, folder / "python", symlinks=True, ignore=unneeded))
    return prefix / "bin" / f"python{number}", prefix / "lib"


class Binder:
    """An environment and a home with a clean copy of the repository in it, for somebody who is not root."""

    def __init__(self, folder, python):
        self.folder, self.home, self.prefix = folder, folder / "home", folder / "environment"
        self.python = self.prefix / "bin" / "python"
        base, libraries = readable(python, folder)
        self.env = {name: value for name, value in os.environ.items() if NETWORK.match(name)}
        self.env |= {"HOME": str(self.home), "PATH": f"{self.prefix}/bin{os.pathsep}{os.defpath}"}
        self.env |= {"KERNEL_PYTHON_PREFIX": str(self.prefix), "PIP_NO_COMPILE": "1"}
        if SOMEBODY:
            self.env["LD_LIBRARY_PATH"] = str(libraries)
        subprocess.run([base, "-m", "venv", "--without-pip", self.prefix], env=self.env, check=True)
        self.copy()

    def copy(self):
        """The files that git knows or would take, as they stand."""
        listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        if not shutil.which("git") or (found := subprocess.run(listed, cwd=ROOT, capture_output=True)).returncode:
            lacking("A clean copy of the repository needs git and its checkout.")
        for name in found.stdout.decode().split("\0"):
            if (ROOT / name).is_file():
                (self.home / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / name, self.home / name)

    def install(self, *packages, versions):
        """Install with the machine's own rights, and no other version of any package than the one given."""
        constraints = self.folder / "constraints.txt"
        constraints.write_text("".join(f"{name}=={number}\n" for name, number in versions.items()))
        uv = pytest.importorskip("uv").find_uv_bin()
        # Copied, since what is linked to the cache would take the cache's files along when its owner changes.
        command = [uv, "pip", "install", "--link-mode=copy", "--python", self.python, "-c", constraints, *packages]
        done = subprocess.run(command, env=self.env | {"HOME": os.environ["HOME"]}, capture_output=True, text=True)
        if unreached := re.search(r"Failed to fetch.*", done.stderr):
            lacking(f"The package index cannot be reached: {unreached[0]}")
        assert done.returncode == 0, done.stderr

    def give_away(self):
        """Everything belongs to somebody from now on."""
        for place in [self.folder, *self.folder.rglob("*")]:
            if SOMEBODY:
                os.chown(place, SOMEBODY["user"], SOMEBODY["group"], follow_symlinks=False)

    def run(self, *command, **env):
        """What a command run by somebody in the copy prints."""
        done = subprocess.run(
            command, cwd=self.home, env=self.env | env, capture_output=True, encoding="utf-8", timeout=600, **SOMEBODY
        )
        assert done.returncode == 0, (done.stdout + done.stderr)[-3000:]
        return done.stdout

    def versions(self):
        """What is installed: {name: version}."""
        listed = json.loads(self.run(self.python, "-m", "pip", "list", "--format=json"))
        return {canonical(package["name"]): package["version"] for package in listed}


def resolved(requirements, python):
    """What uv would install of a file of requirements under a Python that need not be there: {name: version}."""
    uv = pytest.importorskip("uv").find_uv_bin()
    command = [uv, "pip", "compile", "--python-version", python, "--no-annotate", "--no-header", requirements]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if unreached := re.search(r"Failed to fetch.*", done.stderr):
        lacking(f"The package index cannot be reached: {unreached[0]}")
    if done.returncode:
        raise ValueError(done.stderr)
    return dict(re.findall(r"^([\w.-]+)==(\S+)", done.stdout, re.M))


@pytest.mark.parametrize("python", ["3.11", "3.12"])
@pytest.mark.parametrize("folder", ["binder", "tests"])
def test_the_pins_resolve_on_the_oldest_python_and_on_binders(folder, python):
    assert resolved(ROOT / folder / "requirements.txt", python)["numpy"]


def test_a_pin_that_the_oldest_python_cannot_install_is_noticed(tmp_path):
    (tmp_path / "requirements.txt").write_text("contourpy==1.4.0\n")
    with pytest.raises(ValueError, match="contourpy"):
        resolved(tmp_path / "requirements.txt", "3.11")


@pytest.fixture(scope="module", params=[find_python()], ids=lambda path: Path(path).resolve().name)
def built(request):
    """(a Binder that has been built, its base's names, what was installed before the repository was read)."""
    if os.name == "nt":
        pytest.skip("Binder builds with a POSIX shell")
    with buildpack() as pack, tempfile.TemporaryDirectory(prefix="binder-") as folder:
        binder = Binder(Path(folder).resolve(), request.param)
        names, versions = frozen(pack)
        binder.install(*names, versions=versions)
        binder.give_away()
        assert binder.run("id", "-u").strip() != "0"
        before = binder.versions()
        assert {name: before[name] for name in names} == {name: versions[name] for name in names}
        for user, script in pack.get_assemble_scripts():
            assert user == "${NB_USER}"
            binder.run("bash", "-c", script)
        for script in pack.get_post_build_scripts():
            binder.run(binder.home / script)
        yield binder, names, before


def test_our_pins_replace_nothing_that_binder_serves_and_nothing_conflicts(built):
    binder, names, before = built
    binder.run(binder.python, "-m", "pip", "check")
    after = binder.versions()
    pinned = dict(re.findall(r"^([\w-]+)==(\S+)", (ROOT / "binder" / "requirements.txt").read_text(), re.M))
    assert {name: after[name] for name in pinned} == pinned
    served = [name for name in names if name not in pinned]
    assert "jupyterlab" in served and "notebook" in served
    assert {name: after[name] for name in served} == {name: before[name] for name in served}


def test_jupyterlab_there_asks_for_no_news(built):
    settings = json.loads(built[0].run(built[0].python, "-c", SETTINGS))
    assert settings["fetchNews"] == "false" and settings["checkForUpdates"] is False


def test_every_notebook_gives_its_stored_outputs_there(built):
    binder = built[0]
    tools = {name: version(name) for name in ("nbval", "pytest")}
    binder.install(*tools, versions=binder.versions() | tools)
    notebooks = [path.relative_to(ROOT) for path in NOTEBOOKS]
    command = [binder.python, *STRICT, "-c", "tests/nbval.ini", *notebooks]
    assert "passed" in binder.run(*command, PYTHONPATH=str(binder.home / "tests"))
