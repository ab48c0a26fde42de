"""The workflow on GitHub runs the README's tests, whole, wherever the package says it works."""

import re
import tomllib
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[1]
WORKFLOWS = ROOT / ".github" / "workflows"
WORKFLOW = yaml.safe_load((WORKFLOWS / "test.yml").read_text(encoding="utf-8"))
CLASSIC = yaml.safe_load((WORKFLOWS / "classic.yml").read_text(encoding="utf-8"))
JOBS = WORKFLOW["jobs"]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def systems(job):
    return {job["runs-on"], *job["strategy"]["matrix"].get("system", [])}


def test_every_system_has_every_python_that_the_package_names():
    named = [row.split(":: ")[-1] for row in PROJECT["classifiers"] if re.search(r"Python :: \d\.\d+$", row)]
    assert PROJECT["requires-python"] == f">={named[0]}"
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"Python {named[0]} or newer" in readme
    for system in ("ubuntu-latest", "macos-latest", "windows-latest"):
        jobs = [job["strategy"]["matrix"] for job in JOBS.values() if system in systems(job)]
        assert any(matrix.get("python") == named for matrix in jobs), system


def test_it_runs_once_a_week_as_well_as_on_every_push():
    when = WORKFLOW[True]  # YAML 1.1 reads the word "on" as true
    assert {"push", "pull_request"} <= set(when)
    minute, hour, *days, weekday = when["schedule"][0]["cron"].split()
    assert minute.isdigit() and hour.isdigit() and days == ["*", "*"] and weekday.isdigit()


def test_oldest_and_newest_allowed_dependencies_are_both_run():
    steps = [step.get("run", "") for step in JOBS["dependencies"]["steps"]]
    assert "uv pip install --system --resolution ${{ matrix.resolution }} -r requirements.txt" in steps
    assert JOBS["dependencies"]["strategy"]["matrix"]["resolution"] == ["lowest-direct", "highest"]


def test_every_job_runs_every_test():
    """The README's command is whole: .ci/run takes it from there, and the other jobs end as it ends."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    command = re.search(r"^python3 -m venv \.venv-test .*\.venv-test/bin/(python -m pytest.*)$", readme, re.M)[1]
    assert "ignore" not in command and "-k" not in command
    assert {job["steps"][-1]["run"] for job in JOBS.values()} == {".ci/run", command}


def test_the_site_is_published_as_the_readme_says_it_is_made():
    steps = yaml.safe_load((WORKFLOWS / "pages.yml").read_text(encoding="utf-8"))["jobs"]["publish"]["steps"]
    ran = [step["run"].removeprefix("python ") for step in steps if "run" in step]
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert all(f"bin/python {command}" in readme for command in ran) and len(ran) == 2
    [uploaded] = [step["with"]["path"] for step in steps if "upload-pages-artifact" in step.get("uses", "")]
    assert f"/{uploaded}/" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()


def test_the_oldest_widgets_are_run_under_classic_notebook_where_nothing_may_be_skipped():
    """The floor of ipywidgets is the version that Colab preloads."""
    [job] = CLASSIC["jobs"].values()
    *_, install, command = [step.get("run") for step in job["steps"]]
    pins = dict(re.findall(r"^([\w-]+)==(\S+)$", (ROOT / "tests" / "classic.txt").read_text(), re.M))
    assert install.endswith("-r tests/classic.txt") and job["env"] == {"CLASSIC": "1"}
    assert f"ipywidgets>={pins['ipywidgets']},<9" in PROJECT["dependencies"] and pins["notebook"].startswith("6.")
    places = [ROOT / place for place in command.split() if place.startswith("tests/")]
    assert [place.name for place in places if place.exists()] == ["widgets", "test_notebook_in_classic.py"]
    assert WORKFLOW[True].keys() == CLASSIC[True].keys()
