"""The lines of a pipe or file, read without stopping the event loop."""

import asyncio
from collections.abc import AsyncIterator
from threading import Semaphore, Thread

AHEAD = 64


async def read_lines(descriptor: int) -> AsyncIterator[str]:
    """Yield each line of an open file descriptor as it comes, without its end.

    What is not UTF-8 is replaced by the replacement character, never raised.
    """
    # asyncio's own pipe reader refuses regular files and /dev/null; the default executor would
    # keep Ctrl-C waiting for a line; and a second reader of sys.stdin would break its shutdown.
    queue: asyncio.Queue[bytes] = asyncio.Queue()
    room = Semaphore(AHEAD)
    loop = asyncio.get_running_loop()
    arguments = (descriptor, queue, room, loop)
    Thread(target=_feed, args=arguments, name="console-input", daemon=True).start()
    while raw := await queue.get():
        room.release()
        yield raw.decode("utf-8", "replace").lstrip("\ufeff").rstrip("\r\n")


def _feed(
    descriptor: int,
    queue: asyncio.Queue[bytes],
    room: Semaphore,
    loop: asyncio.AbstractEventLoop,
) -> None:
    with open(descriptor, "rb", closefd=False) as file:
        raw = b" "
        while raw:
            room.acquire()
            raw = file.readline()
            try:
                loop.call_soon_threadsafe(queue.put_nowait, raw)
            except RuntimeError:  # the loop was closed meanwhile: nobody listens
                return
