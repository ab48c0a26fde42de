"""Chromium: where it is, and how the tests start it."""

import os
import shutil
from pathlib import Path

CHROMIUM_MISSING = "Chromium is missing; install it (on Debian: apt-get install chromium)."
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
# The tests take the same engine without a browser's windows around it, where it is there: half the work.
IN_TESTS = ("chromium-headless-shell", *BROWSERS)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def find_chromium(applications=Path("/Applications"), names=BROWSERS):
    """Where Chromium or Chrome is: on the path, or where macOS and Windows keep it; else None."""
    on_path = [shutil.which(name) for name in names]
    mac = [applications / f"{name}.app" / "Contents" / "MacOS" / name for name in ("Google Chrome", "Chromium")]
    programs = filter(None, map(os.environ.get, ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")))
    windows = [Path(folder, "Google", "Chrome", "Application", "chrome.exe") for folder in programs]
    elsewhere = [str(path) for path in [*mac, *windows] if path.is_file()]
    return next(filter(None, [*on_path, *elsewhere]), None)
