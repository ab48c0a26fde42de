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


@pytest.mark.slow
def test_tests_that_fail_are_not_measured(monkeypatch, tmp_path):
    (tmp_path / "test_red.py").write_text("def test_red():\n    assert False\n")
    monkeypatch.setattr(suite, "ROOT", tmp_path)
    with pytest.raises(SystemExit, match="The tests fail"):
        suite.run(how=())


def test_the_readme_links_the_page_that_the_command_writes():
    assert "](docs/BENCHMARK.md)" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert "Written by `python -m bench`" in (ROOT / "docs" / "BENCHMARK.md").read_text(encoding="utf-8")
