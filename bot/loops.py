"""Which event loop the bot runs on."""

import asyncio


def new_loop() -> asyncio.AbstractEventLoop:
    """An event loop: uvloop's where the extra `fast` is installed, else Python's own."""
    try:
        import uvloop  # an extra, and not for Windows
    except ImportError:
        return asyncio.new_event_loop()
    return uvloop.new_event_loop()
