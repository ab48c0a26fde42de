"""A line to a distant server: bytes pass in order, each held back for a while."""

import asyncio
import threading
from contextlib import contextmanager


@contextmanager
def delayed(port, seconds):
    """The port of a proxy on loopback to ``port`` that adds ``seconds`` each way."""
    line = _Line(port, seconds)
    thread = threading.Thread(target=lambda: asyncio.run(line.run()), daemon=True)
    thread.start()
    line.ready.wait()
    try:
        yield line.own_port
    finally:
        line.loop.call_soon_threadsafe(line.closing.set)
        thread.join(10)


class _Line:
    def __init__(self, port, seconds):
        self.port, self.seconds, self.ready = port, seconds, threading.Event()

    async def run(self):
        self.loop, self.closing, self.connections = asyncio.get_running_loop(), asyncio.Event(), set()
        server = await asyncio.start_server(self._connect, "127.0.0.1", 0)
        self.own_port = server.sockets[0].getsockname()[1]
        self.ready.set()
        await self.closing.wait()
        server.close()
        for task in self.connections:
            task.cancel()
        await asyncio.gather(*self.connections)

    async def _connect(self, reader, writer):
        self.connections.add(asyncio.current_task())
        there, back = await asyncio.open_connection("127.0.0.1", self.port)
        pumps = [asyncio.ensure_future(self._pump(reader, back)), asyncio.ensure_future(self._pump(there, writer))]
        try:
            await asyncio.gather(*pumps)
        except asyncio.CancelledError:  # the line is taken down
            await asyncio.gather(*pumps, return_exceptions=True)
        self.connections.discard(asyncio.current_task())

    async def _pump(self, reader, writer):
        """Read at once, write when due."""
        read = asyncio.Queue()
        delivery = asyncio.ensure_future(self._deliver(read, writer))
        try:
            while data := await reader.read(65536):
                read.put_nowait((data, self.loop.time() + self.seconds))
        except ConnectionError:
            pass  # the other side has gone: what was read is still delivered
        except asyncio.CancelledError:
            delivery.cancel()
        read.put_nowait((b"", 0.0))
        await asyncio.gather(delivery, return_exceptions=True)

    async def _deliver(self, read, writer):
        try:
            while True:
                data, due = await read.get()
                if not data:
                    return
                await asyncio.sleep(max(0.0, due - self.loop.time()))
                writer.write(data)
                await writer.drain()
        finally:
            writer.close()
