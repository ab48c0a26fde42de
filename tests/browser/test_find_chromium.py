"""The browser is found where each system keeps it."""

import pytest

from chromium import IN_TESTS, find_chromium


@pytest.fixture
def put(tmp_path, monkeypatch):
    """A file in a machine that has nothing else."""
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)

    def put(place):
        file = tmp_path / place
        file.parent.mkdir(parents=True)
        file.touch(mode=0o755)
        return str(file)

    return put


def test_nowhere_is_nothing(put, tmp_path):
    assert find_chromium(applications=tmp_path) is None


@pytest.mark.skipif("os.name == 'nt'", reason="on Windows a program on the path ends in .exe")
def test_the_path_comes_first(put, tmp_path):
    put("Google Chrome.app/Contents/MacOS/Google Chrome")
    assert find_chromium(applications=tmp_path) != (found := put("bin/chromium"))
    assert find_chromium(applications=tmp_path) == found


@pytest.mark.skipif("os.name == 'nt'", reason="on Windows a program on the path ends in .exe")
def test_the_engine_without_windows_is_taken_where_it_is_asked_for(put, tmp_path):
    shell = put(f"bin/{IN_TESTS[0]}")
    assert find_chromium(applications=tmp_path) is None
    assert find_chromium(applications=tmp_path, names=IN_TESTS) == shell


@pytest.mark.parametrize("name", ["Google Chrome", "Chromium"])
def test_on_macos_among_the_applications(put, tmp_path, name):
    found = put(f"{name}.app/Contents/MacOS/{name}")
    assert find_chromium(applications=tmp_path) == found


@pytest.mark.parametrize("variable", ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"])
def test_on_windows_among_the_programs(put, tmp_path, monkeypatch, variable):
    found = put("Google/Chrome/Application/chrome.exe")
    monkeypatch.setenv(variable, str(tmp_path))
    assert find_chromium(applications=tmp_path) == found
