"""What a cell prints is what was compared; it is the same everywhere; and what disagrees is said and raised."""

import numpy as np
import pytest

from backprop import words
from backprop.engine import central_difference
from backprop.exercises import Disagreement, agree, reveal, table, tell
from backprop.exercises.printed import SOURCES
from pseudo import CLOSE, OPEN, speak_between_marks, unsaid


def printed(capsys, action, *args, **fields):
    action(*args, **fields)
    return capsys.readouterr().out.splitlines()


def refused(**sources):
    with pytest.raises(Disagreement) as found:
        agree("q", **sources)
    return str(found.value)


def test_a_number_is_shown_from_each_source_with_the_precision_and_a_tick(capsys):
    slope = central_difference(lambda z: z**2, 1.5).item()
    [line] = printed(capsys, agree, "∂C/∂z₃", by_hand=3.0, engine=2 * 1.5, difference=slope)
    assert line == "∂C/∂z₃: by hand 3.0000 · the engine 3.0000 · a finite difference 3.0000 ✓ to 4 decimals"
    assert "−0.2329" in printed(capsys, agree, "a", by_hand=-0.23289, engine=-0.23289)[0]


def test_a_small_number_is_shown_with_three_digits(capsys):
    assert "0.00270 ✓ to 5 decimals" in printed(capsys, agree, "a", by_hand=0.0027, engine=0.0027)[0]
    assert "3.4×10⁻¹⁴ ✓ to 3 digits" in printed(capsys, agree, "a", by_hand=3.4e-14, engine=3.4e-14)[0]
    assert "the engine 0.0000" in printed(capsys, agree, "a", by_hand=0.0, engine=-0.0)[0]


def test_a_number_too_large_for_its_digits_is_shown_with_a_power_of_ten(capsys):
    agree("a", product=2.5e30, engine=2.5e30)
    assert "the product 2.5×10³⁰ · the engine 2.5×10³⁰ ✓" in capsys.readouterr().out
    with pytest.raises(Disagreement, match="2×10³⁰"):
        agree("a", product=2.5e30, engine=2e30)


def test_counts_are_shown_as_whole_numbers_and_never_by_chance(capsys):
    assert "the formula 12 · the engine 12 ✓ as whole numbers" in printed(capsys, agree, "P", formula=12, engine=12)[0]
    assert "1.0000" in printed(capsys, agree, "P", formula=1, engine=1.0)[0]


def test_a_few_numbers_stand_on_a_line_and_a_matrix_in_rows_with_its_shape(capsys):
    [line] = printed(capsys, agree, "∇L", by_hand=[-4.25, 1.5], engine=np.array([-4.25, 1.5]))
    assert "∇L, shape (2,): by hand (−4.2500, 1.5000) · the engine" in line
    lines = printed(capsys, agree, "∂L/∂w", columns=[[0.5, -1.0]] * 2, rows=[[0.5, -1.0]] * 2)
    assert lines == [
        "∂L/∂w, shape (2, 2):",
        "  in columns    0.5000  −1.0000",
        "                0.5000  −1.0000",
        "  in rows       0.5000  −1.0000",
        "                0.5000  −1.0000",
        "  ✓ to 4 decimals",
    ]


def test_of_a_large_array_the_first_entries_are_shown_and_all_are_compared(capsys):
    large = np.arange(300.0).reshape(30, 10)
    lines = printed(capsys, agree, "z", rows=large, engine=large)
    assert len(lines) == 16 and all("…" in line for line in lines[1:-1]) and "shape (30, 10)" in lines[0]
    wrong = large.copy()
    wrong[29, 9] += 1
    assert (
        refused(rows=large, engine=wrong) == "q[29, 9]: in rows 299.0000, the engine 300.0000. They should be the same."
    )


@pytest.mark.parametrize("wrong", [-0.2329, 0.2330, 0.2329 * (1 + 1e-5), 0.2329 + 1e-5, 0.0, np.nan, np.inf])
def test_a_wrong_number_is_raised_and_both_are_named(wrong):
    for one, other in ((0.2329, wrong), (wrong, 0.2329)):
        told = refused(by_hand=one, engine=other)
        assert told.startswith("q: ") and ("by hand" in told or "the engine" in told)
    assert refused(by_hand=0.2329, engine=0.2329, difference=wrong)


def test_what_differs_is_shown_with_the_digits_that_tell_it_apart():
    assert refused(by_hand=1.0, engine=1.00001) == "q: by hand 1.00000, the engine 1.00001. They should be the same."


def test_one_wrong_entry_is_found_and_its_place_named():
    assert "q[1, 0]: by hand 3.0000, the engine −3.0000" in refused(
        by_hand=[[1, 2], [3.0, 4]], engine=[[1, 2], [-3, 4]]
    )


def test_another_shape_is_raised_even_where_it_would_broadcast():
    assert "by hand has shape (1, 2), the engine (2,)" in refused(by_hand=[[1, 2]], engine=[1, 2])
    assert refused(by_hand=1.0, engine=[1.0])


def test_published_numbers_agree_to_the_decimals_they_have(capsys):
    [line] = printed(capsys, agree, "a", decimals=2, published=[0.98, 0.12], engine=[0.982, 0.1192])
    assert "the lecture (0.98, 0.12) · the engine (0.98, 0.12) ✓ to 2 decimals" in line
    with pytest.raises(Disagreement):
        agree("a", decimals=2, published=0.98, engine=0.986)


def test_a_check_that_cannot_judge_gives_no_tick():
    with pytest.raises(ValueError, match="too small for a finite difference"):
        agree("q", by_hand=1e-9, difference=5e-10)
    with pytest.raises(ValueError, match="one source alone"):
        agree("q", by_hand=1.0)
    with pytest.raises(ValueError, match="by_hnd is no source; expected one of by_hand"):
        agree("q", by_hnd=1.0, engine=1.0)
    agree("q", by_hand=0.0, engine=0.0, difference=1e-12)
    assert refused(by_hand=0.0, difference=1e-6)


def test_a_last_digit_that_differs_between_processors_changes_nothing_that_is_printed(capsys):
    for value in (0.125, 0.00005, 0.25, 0.1, 0.01, 0.00010, -0.0, 2.5, 1000.0):
        told = [
            printed(capsys, agree, "q", by_hand=v, engine=value) for v in (value * (1 - 1e-14), value * (1 + 1e-14))
        ]
        assert told[0] == told[1]


def test_a_sentence_holds_or_is_said_to_speak_of_the_first_numbers(capsys, monkeypatch):
    monkeypatch.setitem(words.sentences("en"), "00.falls", "L falls from {first} to {last}.")
    fields = {"first": 15.77917, "last": np.float64(2.5)}
    assert printed(capsys, tell, "00.falls", **fields) == ["L falls from 15.7792 to 2.5."]
    assert printed(capsys, tell, "00.falls", True, **fields) == ["✓ L falls from 15.7792 to 2.5."]
    told = " ".join(printed(capsys, tell, "00.falls", np.bool_(False), **fields))
    assert told.startswith("✗ L falls") and "Not with your numbers" in told


def test_a_number_that_is_none_is_said_to_be_undefined(capsys, monkeypatch):
    monkeypatch.setitem(words.sentences("en"), "00.falls", "L falls from {first} to {last}.")
    told = printed(capsys, tell, "00.falls", first=np.nan, last=np.array([1.5, np.nan]))
    assert told == ["L falls from undefined to (1.5000, undefined)."]


def test_a_long_sentence_is_broken_between_its_words_and_paragraphs_stay(capsys, monkeypatch):
    monkeypatch.setitem(words.sentences("en"), "00.long", "First:\n" + "word " * 60)
    lines = printed(capsys, tell, "00.long")
    assert lines[0] == "First:" and len(lines) == 5 and max(map(len, lines)) <= 96
    assert {*" ".join(lines[1:]).split()} == {"word"}


def test_a_table_has_its_heads_over_numbers_that_line_up(capsys, monkeypatch):
    monkeypatch.setitem(words.sentences("en"), "00.after", "after")
    rows = [(0.003, 13.31764, 40), (5, np.inf, 8)]
    assert printed(capsys, table, ("η", "00.after", "n"), rows) == [
        "    η     after    n",
        "0.003   13.3176   40",
        "5.000         ∞    8",
    ]
    assert "13.32" in printed(capsys, table, ("η", "00.after", "n"), rows, decimals=2)[1]


def test_a_folded_output_begins_with_a_line_that_says_to_run_the_cell(capsys, monkeypatch):
    monkeypatch.setitem(words.sentences("en"), "00.answer", "It is {n}.")
    first, answer = printed(capsys, reveal, "00.answer", n=3)
    assert "run this cell" in first and answer == "It is 3."
    assert printed(capsys, reveal) == [first]


def test_every_word_that_is_printed_comes_from_words(capsys, monkeypatch):
    speak_between_marks(monkeypatch)
    for source in SOURCES:
        other = "engine" if source != "engine" else "by_hand"
        lines = printed(capsys, agree, "∂C/∂z", **{source: [[1.5]], other: [[1.5]]})
        lines += printed(capsys, agree, "∂C/∂z", **{source: 1.5, other: 1.5})
        assert unsaid("\n".join(lines)) == [] and OPEN in lines[0] and CLOSE in lines[0]
    assert unsaid(printed(capsys, reveal)[0]) == []
