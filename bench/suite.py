"""The test command, part by part: where its minutes go."""

import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

from bench.measure import table

ROOT = Path(__file__).parents[1]
AS_IN_THE_README = ("-n", "3", "--dist", "loadfile")
MOST = 10  # files named; the others are summed


def run(how=AS_IN_THE_README):
    """(seconds the whole command takes, {file: seconds of its tests}, {file: tests}); stops where a test fails."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [sys.executable, "-m", "pytest", *how, "-q", f"--junit-xml={report}"]
        start = time.perf_counter()
        done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8")
        whole = time.perf_counter() - start
        if done.returncode:
            raise SystemExit(f"The tests fail; mend them before you measure them.\n{done.stdout[-3000:]}")
        return whole, *by_file(report.read_text(encoding="utf-8"))


def by_file(report):
    """({file: seconds}, {file: tests}) of a JUnit report."""
    seconds, tests = Counter(), Counter()
    for case in ET.fromstring(report).iter("testcase"):
        file = case.get("classname").replace(".", "/") + ".py"
        seconds[file] += float(case.get("time"))
        tests[file] += 1
    return seconds, tests


def rows(seconds, tests):
    """Rows: file, tests, share of the time; the longest first, then the others together."""
    named = [file for file, _ in seconds.most_common(MOST)]
    others = [file for file in seconds if file not in named]
    groups = [(f"`{file}`", [file]) for file in named]
    groups += [(f"{len(others)} other file{'s' * (len(others) > 1)}", others)] if others else []
    whole = seconds.total()
    return [
        (name, sum(tests[f] for f in files), f"{sum(seconds[f] for f in files) / whole:.1%}") for name, files in groups
    ]


def page():
    """This part of the results, in Markdown."""
    whole, seconds, tests = run()
    return "\n\n".join(
        [
            "## The test command's parts",
            f"{tests.total()} tests in {whole / 60:.1f} minutes, three at a time; each file's share of the time. "
            "Making the environment is not in it.",
            table(["file", "tests", "share"], rows(seconds, tests)),
        ]
    )
