"""Measure everything, print it, and write it to docs/BENCHMARK.md.

python -m bench [--quick] [--no-browser] [--no-tests]
"""

import argparse
import os
import platform
import sys
from datetime import date
from importlib.metadata import version
from pathlib import Path

from bench import gradients, suite, upkeep

PAGE = Path(__file__).parents[1] / "docs" / "BENCHMARK.md"
PACKAGES = ("numpy", "torch", "autograd", "scikit-learn", "micrograd", "jupyterlab", "ipywidgets", "matplotlib")


def processor():
    """The processor's name, as the system tells it."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    named = [line.split(":")[1].strip() for line in lines if line.startswith("model name")]
    return named[0] if named else platform.processor() or platform.machine()


def heading():
    """What was measured, when, and on what."""
    versions = ", ".join(f"{package} {version(package)}" for package in PACKAGES)
    return (
        "# Benchmark\n\nWritten by `python -m bench`; never by hand. Ratios are of times taken turn about in one run, "
        "with their quartiles: machines differ, ratios less.\n\n"
        f"{date.today()}: {processor()}, {os.cpu_count()} cores, {platform.system()}; "
        f"Python {platform.python_version()}, {versions}."
    )


def main():
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="short rounds, and nothing is written")
    parser.add_argument("--no-browser", action="store_true", help="leave what needs Chromium out, and write nothing")
    parser.add_argument("--no-tests", action="store_true", help="leave the test command's parts out of the page")
    options = parser.parse_args()
    parts = [heading(), gradients.page(0.3 if options.quick else 3.0), upkeep.page()]
    if not options.no_browser:
        from bench import browser, site

        parts.append(browser.page(10 if options.quick else 60))
        parts.append(site.page(1 if options.quick else 5))
    if not (options.quick or options.no_tests):
        parts.append(suite.page())
    text = "\n\n".join(parts) + "\n"
    sys.stdout.write(text)
    if not (options.quick or options.no_browser):  # every figure of the page is of one run
        PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
