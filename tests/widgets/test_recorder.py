"""The recorder with no widget: recordings go on side by side, at once or while others have their turn."""

import asyncio

import pytest

from backprop.engine.descent import record
from backprop.examples import initial_network, xor
from backprop.widgets.recorder import Recorder


def recordings(*updates):
    return [record(initial_network((2, 2, 1)), *xor(), updates=count, chunk=10) for count in updates]


def recorder(*updates):
    """A recorder and what it calls."""
    calls = []
    return Recorder(recordings(*updates), lambda: calls.append("moved"), lambda: calls.append("ended")), calls


def test_at_the_beginning_there_is_a_chunk_of_each():
    made, calls = recorder(40, 15)
    assert [history.updates for history in made.histories] == [10, 10] and (made.done, made.last) == (10, 10)
    assert calls == [] and made.task is None


def test_finished_at_once_every_run_is_whole_and_each_turn_is_told_and_the_end_once():
    made, calls = recorder(40, 15)
    made.finish()
    assert [history.updates for history in made.histories] == [40, 15] and (made.done, made.last) == (15, 40)
    assert calls == ["moved"] * 3 + ["ended"]


def test_what_is_recorded_side_by_side_is_what_is_recorded_alone():
    made, _ = recorder(40, 15)
    made.finish()
    for history, alone in zip(made.histories, recordings(40, 15), strict=True):
        assert (history.parameters == list(alone)[-1].parameters).all()


def test_while_it_records_others_have_their_turn_and_stopped_it_keeps_what_there_is(monkeypatch):
    monkeypatch.setattr("backprop.widgets.recorder.SECONDS", 0)

    async def run():
        made, calls = recorder(4000)
        made.start()
        while made.done < 100:
            await asyncio.sleep(0.001)
        made.stop()
        kept = made.done
        await asyncio.sleep(0.05)
        assert 100 <= made.done == kept < 4000 and made.task is None
        assert calls.count("moved") > 3 and calls[-1] == "ended" and calls.count("ended") == 1
        made.stop()  # once more is nothing
        assert calls.count("ended") == 1

    asyncio.run(run())


def test_abandoned_it_tells_nobody_and_goes_no_further():
    async def run():
        made, calls = recorder(4000)
        made.start()
        made.abandon()
        await asyncio.sleep(0.05)
        assert made.done == 10 and calls == []

    asyncio.run(run())


def test_without_a_running_loop_it_cannot_start():
    with pytest.raises(RuntimeError):
        recorder(20)[0].start()


def test_the_seconds_left_follow_from_the_share_that_is_done(monkeypatch):
    now = [100.0]
    monkeypatch.setattr("backprop.widgets.recorder.time.monotonic", lambda: now[0])
    made, _ = recorder(40)
    now[0] += 2
    assert made.seconds_left(40) == pytest.approx(2 * 30 / 10)
