"""Recordings taken further side by side: all at once, or while the interface answers."""

import asyncio
import time

from backprop.widgets import controls

SECONDS = 0.05  # how long the kernel works before it listens again


class Recorder:
    """Takes ``recordings`` further, a chunk each at a time; ``histories`` is what there is of each.

    ``moved()`` is called between two turns, and ``ended()`` once there is no more to come.
    """

    def __init__(self, recordings, moved, ended):
        self._recordings, self._moved, self._ended = recordings, moved, ended
        self.histories = tuple(next(recording) for recording in recordings)
        self.task, self._started = None, time.monotonic()

    @property
    def done(self):
        """How many updates every one of the runs has by now."""
        return min(history.updates for history in self.histories)

    @property
    def last(self):
        """The last update of the longest run."""
        return max(history.updates for history in self.histories)

    def seconds_left(self, wanted):
        """About how long it will take to record so many updates."""
        return (time.monotonic() - self._started) * (wanted - self.done) / max(1, self.done)

    def finish(self):
        """Record the rest at once."""
        for _ in self._turns():
            self._moved()
        self._ended()

    def start(self):
        """Record while the interface answers. Without an event loop that runs, RuntimeError."""
        self.task = asyncio.get_running_loop().create_task(self._run())

    def stop(self):
        """No more of the recording; what has been computed stays."""
        if self.task is not None:
            self.task = None
            self._ended()

    def abandon(self):
        """No more of the recording, and nobody is told."""
        self.task = None

    def _turns(self):
        """Take every recording further, a chunk at a time, until all are done."""
        while True:
            longer = [next(recording, None) for recording in self._recordings]
            if not any(longer):
                return
            self.histories = tuple(new or old for new, old in zip(longer, self.histories, strict=True))
            yield

    async def _run(self):
        """Work a little, then let the kernel listen."""
        going = self._turns()
        while True:
            with controls.TURN:
                if self.task is not asyncio.current_task():
                    return  # stopped
                resume = time.monotonic() + SECONDS
                for _ in going:
                    if time.monotonic() >= resume:
                        break
                else:
                    self.stop()
                    return
                self._moved()
            await asyncio.sleep(0.005)
