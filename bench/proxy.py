"""A line to a distant server: bytes pass in order, each held back for a while."""

import asyncio
import threading
from contextlib import contextmanager, suppress


@contextmanager
def delayed(port, seconds):
    """The port of a proxy on loopback to ``port`` that adds ``seconds`` each way."""
    loop, ready, address = asyncio.new_event_loop(), threading.Event(), []

    async def pump(reader, writer):
        queue = asyncio.Queue()

        async def deliver():
            while (item := await queue.get()) is not None:
                data, due = item
                await asyncio.sleep(max(0.0, due - loop.time()))
                writer.write(data)
                await writer.drain()
            writer.close()

        delivery = asyncio.ensure_future(deliver())
        try:
            while data := await reader.read(65536):
                queue.put_nowait((data, loop.time() + seconds))
        except ConnectionError:
            pass  # the other side has gone: what was read is still delivered
        queue.put_nowait(None)
        await asyncio.gather(delivery, return_exceptions=True)

    async def connect(reader, writer):
        there, back = await asyncio.open_connection("127.0.0.1", port)
        with suppress(asyncio.CancelledError):  # the line is taken down
            await asyncio.gather(pump(reader, back), pump(there, writer))

    async def start():
        server = await asyncio.start_server(connect, "127.0.0.1", 0)
        address.append(server.sockets[0].getsockname()[1])
        ready.set()

    async def stop():
        waiting = asyncio.all_tasks(loop) - {asyncio.current_task()}
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)

    def run():
        asyncio.set_event_loop(loop)
        loop.create_task(start())
        loop.run_forever()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    ready.wait()
    try:
        yield address[0]
    finally:
        asyncio.run_coroutine_threadsafe(stop(), loop).result(5)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(5)
