"""Your arrays beside the engine's: which entries differ, as numbers in words, and where they stand in the network."""

import re

import numpy as np
import pytest

from backprop.exercises.reference import REFERENCE
from backprop.exercises.side_by_side import arrays, pictures
from backprop.exercises.stages import STAGES, compare
from backprop.exercises.trials import LECTURE, RETURNS
from backprop.notation import number
from backprop.story.walkthrough import walkthrough

MARKED = re.compile(r'data-q="([^"]*)"[^>]*>(?:(?!data-q).)*?data-marked', re.DOTALL)


def changed(stage, name, l, place, by=0.25):
    """The engine's function of a stage, with one entry of one array moved."""

    def function(*given):
        returned = REFERENCE[stage](*given)
        groups = [returned] if len(RETURNS[stage]) == 1 else list(returned)
        array = np.array(groups[RETURNS[stage].index(name)][l], dtype=float)
        array[place] += by
        groups[RETURNS[stage].index(name)] = [*groups[RETURNS[stage].index(name)]]
        groups[RETURNS[stage].index(name)][l] = array
        return groups[0] if len(groups) == 1 else tuple(groups)

    return function


PLACES = [
    ("forward", "z", 1, (2, 1), "z 1 1"),
    ("forward", "a", 2, (0, 0), "a 2 0"),
    ("backward", "dC_dz", 0, (1, 0), "dC_dz 0 0"),
    ("multiply", "dL_dw", 1, (0, 1), None),  # on a wire
    ("multiply", "dL_db", 2, (1,), "dC_dz 2 1"),  # a bias has no place of its own
    ("update", "new_w", 0, (1, 1), None),
    ("update", "new_b", 1, (0,), "z 1 0"),
]


@pytest.mark.parametrize(("stage", "name", "l", "place", "key"), PLACES, ids=[f"{row[1]}" for row in PLACES])
def test_one_entry_that_differs_is_the_one_that_is_told_and_drawn(stage, name, l, place, key):
    found = compare(stage, changed(stage, name, l, place))
    listed = arrays(found.attempt)
    wrong = [array for array in listed if not array.agrees]
    assert [(array.name, array.l) for array in wrong] == [(name, l)]
    [array] = wrong
    assert np.argwhere(array.differ).tolist() == [list(place)]
    drawn = list(pictures(found, array))
    assert len(drawn) == (len(LECTURE.x) if array.of_examples else 1)
    crosses = ["".join(picture["slots"]).count("data-marked") for picture in drawn]
    at = place[0] if array.of_examples else 0
    assert crosses == [int(n == at) for n in range(len(drawn))]
    if key:
        assert MARKED.findall("".join(drawn[at]["slots"]))[-1] == key


def test_numbers_that_differ_little_are_written_with_the_digits_that_tell_them_apart():
    found = compare("forward", changed("forward", "z", 0, (0, 1), by=1e-6))
    array = next(array for array in arrays(found.attempt) if not array.agrees)
    mine, engine = array.texts()
    assert mine[0][1] != engine[0][1] and len(mine[0][1]) > 5
    mine[0][1] = engine[0][1]
    assert (
        mine
        == engine
        == [[number(v).text for v in row[:1]] + [t[1]] for row, t in zip(array.engine, engine, strict=True)]
    )


def test_arrays_come_in_the_order_in_which_they_are_found():
    def names(stage):
        return [f"{array.name}[{array.l}]" for array in arrays(compare(stage, REFERENCE[stage]).attempt)]

    assert names("forward") == ["z[0]", "a[0]", "z[1]", "a[1]", "z[2]", "a[2]"]
    assert names("backward") == ["dC_dz[2]", "dC_dz[1]", "dC_dz[0]"]
    for stage in STAGES:
        assert all(
            array.agrees and not array.differ.any() for array in arrays(compare(stage, REFERENCE[stage]).attempt)
        )


def test_where_shapes_differ_both_are_shown_and_no_entry_is_judged():
    def rows(x, a, dC_dz):
        return REFERENCE["multiply"](x, a, dC_dz)[0], list(dC_dz)

    found = compare("multiply", rows)
    array = next(array for array in arrays(found.attempt) if not array.agrees)
    assert (array.name, array.mine.shape, array.engine.shape, array.differ) == ("dL_db", (3, 2), (2,), None)
    assert [len(rows) for rows in array.texts()] == [3, 1] and list(pictures(found, array)) == []


def test_an_array_with_an_axis_too_many_has_no_table_beside_the_engines():
    def unsummed(x, a, dC_dz):
        right, feeds = REFERENCE["multiply"](x, a, dC_dz), [x, *a]
        return [d[:, :, None] * f[:, None, :] for d, f in zip(dC_dz, feeds, strict=False)], right[1]

    array = next(array for array in arrays(compare("multiply", unsummed).attempt) if not array.agrees)
    mine, engine = array.texts()
    assert array.mine.ndim == 3 and mine == [] and len(engine) == len(array.engine)


def test_each_picture_is_of_its_own_example_and_of_the_step_that_was_tried():
    found = compare("forward", changed("forward", "z", 0, (1, 0)))
    drawn = list(pictures(found, next(array for array in arrays(found.attempt) if not array.agrees)))
    step = found.attempt.step
    walks = [walkthrough(step.network, step.x, step.target, example=n) for n in range(len(drawn))]
    shown = ["".join(picture["slots"]) for picture in drawn]
    for n, walk in enumerate(walks):
        for value in walk.forward.z[0][n]:
            assert number(value).text in shown[n], (n, value)
    new_w = compare("update", changed("update", "new_w", 0, (0, 0)))
    array = next(array for array in arrays(new_w.attempt) if not array.agrees)
    [picture] = pictures(new_w, array)
    assert number(float(array.engine[1, 0])).text in str(picture)


def test_what_differs_on_another_network_alone_is_drawn_in_that_network():
    def of_two(z, a, target, weights):
        found = REFERENCE["backward"](z, a, target, weights)
        return found if target.shape[1] == 2 and len(weights) == 3 and len(target) == 3 else [2 * d for d in found]

    found = compare("backward", of_two)
    assert found.quantity is None and "not for one of 3-4-2" in found.text
    array = arrays(found.attempt)[0]
    [first, *rest] = pictures(found, array)
    assert "Network 3-4-2" in first["told"] and len(rest) == 4
    assert "".join(first["slots"]).count("data-marked") == array.differ[0].sum()


def test_a_loop_has_tables_and_no_picture_and_what_returned_nothing_has_neither():
    found = compare("train", lambda x, target, weights, biases, *rest: (weights, biases))
    assert not all(array.agrees for array in arrays(found.attempt))
    assert list(pictures(found, arrays(found.attempt)[0])) == []
    for nothing in (None, 3, lambda *args: None, lambda *args: 1 / 0):
        assert compare("forward", nothing).attempt is None


def test_numbers_that_are_none_are_shown_as_what_they_are():
    def broken(x, weights, biases):
        z, a = REFERENCE["forward"](x, weights, biases)
        return [np.full_like(z[0], np.nan), *z[1:]], [np.full_like(a[0], np.inf), *a[1:]]

    first, second, *_ = arrays(compare("forward", broken).attempt)
    assert not first.agrees and {text for row in first.texts()[0] for text in row} == {number(np.nan).text}
    assert not second.agrees and {text for row in second.texts()[0] for text in row} == {"∞"}
