"""Answers that learners gave, seen in public: each script says what it must be told, and exits 0 where it is."""

import runpy
from pathlib import Path

import pytest

CASES = sorted(Path(__file__).with_name("cases").glob("*.py"))


@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_a_learners_answer_is_told_truly(case):
    with pytest.raises(SystemExit) as ended:
        runpy.run_path(str(case), run_name="__main__")
    assert ended.value.code == 0
