"""The benchmark's tools: how ratios and tables are made, and the line that delays. No time is judged."""

import socket
import threading
import time
from pathlib import Path

import pytest

from bench import suite
from bench.measure import ratio, said, table, times
from bench.proxy import delayed

ROOT = Path(__file__).parents[1]


def test_a_ratio_is_the_median_over_rounds_with_its_quartiles():
    assert ratio([2, 4, 6, 8, 10], [2, 2, 2, 2, 2]) == pytest.approx((3, 1.5, 4.5))
    assert said((3.0, 1.5, 4.456)) == "3.00 (1.50–4.46)"


def test_a_ratio_wants_rounds_in_pairs():
    with pytest.raises(ValueError):
        ratio([1, 2, 3], [1, 2])


def test_every_action_gets_a_figure_in_every_round():
    calls = []
    found = times({"a": lambda: calls.append("a"), "b": lambda: calls.append("b")}, seconds=0.0, fewest=3)
    assert len(found["a"]) == len(found["b"]) == 3 and set(calls) == {"a", "b"}


def test_a_table_has_a_line_for_its_heads_and_each_row():
    assert table(["n", "t"], [[1, "x"]]) == "| n | t |\n| --- | --- |\n| 1 | x |"


def test_the_delayed_line_passes_every_byte_in_order_both_ways_and_not_too_soon():
    sent = bytes(range(256)) * 2000
    with socket.create_server(("127.0.0.1", 0)) as server:

        def echo():
            connection, _ = server.accept()
            with connection:
                while data := connection.recv(65536):
                    connection.sendall(data)

        thread = threading.Thread(target=echo, daemon=True)
        thread.start()
        with delayed(server.getsockname()[1], 0.05) as port:
            with socket.create_connection(("127.0.0.1", port), timeout=10) as near:
                start, received = time.monotonic(), b""
                near.sendall(sent)
                while len(received) < len(sent):
                    received += near.recv(65536)
                    assert time.monotonic() - start >= 0.1
            thread.join(10)
    assert received == sent


REPORT = """<testsuites><testsuite name="pytest" tests="3" time="9">
<testcase classname="tests.test_a" name="one" time="1.5"/><testcase classname="tests.test_a" name="two" time="0.5"/>
<testcase classname="tests.browser.test_b" name="three" time="6.0"/></testsuite></testsuites>"""


def test_a_report_of_the_tests_becomes_shares_the_longest_first(monkeypatch):
    seconds, tests = suite.by_file(REPORT)
    assert suite.rows(seconds, tests) == [("`tests/browser/test_b.py`", 1, "75.0%"), ("`tests/test_a.py`", 2, "25.0%")]
    monkeypatch.setattr(suite, "MOST", 1)
    assert suite.rows(seconds, tests)[1] == ("1 other file", 2, "25.0%")


def test_the_tests_are_measured_as_the_readme_runs_them():
    assert f"-m pytest {' '.join(suite.AS_IN_THE_README)}\n" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_sites_last_row_is_the_worst_of_every_column_without_the_empty_page():
    site = pytest.importorskip("bench.site")
    empty = {"painted": 100, "stepped": 100, "bytes": 9e9, "requests": 1, "shift": 0}
    found = {
        "1280 px": {
            "empty": empty,
            "a": {"painted": 200, "stepped": 900, "bytes": 80_000, "requests": 9, "shift": 0.001},
            "b": {"painted": 300, "stepped": 400, "bytes": 90_000, "requests": 8, "shift": 0},
        },
        "375 px": {
            "empty": empty | {"stepped": 200},
            "a": {"painted": 500, "stepped": 1000, "bytes": 70_000, "requests": 9, "shift": 0},
            "b": {"painted": 400, "stepped": 1200, "bytes": 90_000, "requests": 9, "shift": 0.02},
        },
    }
    assert site.rows(found)[1:] == [
        ["a", "80", "9", "0.20", "0.90", "9.0", "0.50", "1.00", "5.0", "0.001"],
        ["b", "90", "9", "0.30", "0.40", "4.0", "0.40", "1.20", "6.0", "0.020"],
        ["the worst of each", "90", "9", "0.30", "0.90", "9.0", "0.50", "1.20", "6.0", "0.020"],
    ]


@pytest.mark.slow
def test_tests_that_fail_are_not_measured(monkeypatch, tmp_path):
    (tmp_path / "test_red.py").write_text("def test_red():\n    assert False\n")
    monkeypatch.setattr(suite, "ROOT", tmp_path)
    with pytest.raises(SystemExit, match="The tests fail"):
        suite.run(how=())


def test_the_readme_links_the_page_that_the_command_writes():
    assert "](docs/BENCHMARK.md)" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert "Written by `python -m bench`" in (ROOT / "docs" / "BENCHMARK.md").read_text(encoding="utf-8")
