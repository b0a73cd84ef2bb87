"""The way in: light enough that Ctrl-C is met properly from the first moment on."""

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import NoReturn

INTERRUPTED = 130
TERMINATED = 143


def main() -> None:
    """Run the command line; Ctrl-C ends it with 130 at any time, SIGTERM with 143, both tidily."""
    signal.signal(signal.SIGTERM, _leave)
    # Our products are small, and the bot has threads of its own: numpy's would wait for each other
    # longer than they compute. It reads this when it is imported.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        _open_closed_streams()
        _command_line()()
    except KeyboardInterrupt:
        _end(INTERRUPTED)
    except SystemExit as error:
        _end(error.code)
    except BaseException:
        if not _left_behind():
            raise
        sys.excepthook(*sys.exc_info())
        _end(1)
    _end(0)


def _command_line() -> Callable[[], None]:
    # What is imported stays for good. Looking through it for garbage again and again would take a
    # quarter of a start.
    gc.disable()
    try:
        # Takes half a second, in which Ctrl-C may come.
        from bot.cli.main import main as run
    finally:
        gc.freeze()
        gc.enable()
    return run


def _left_behind() -> bool:
    """Whether a thread still runs that no exit waits for."""
    return any(one.daemon and one is not threading.main_thread() for one in threading.enumerate())


def _end(code: str | int | None) -> NoReturn:
    """End the process with that code, and with whatever still runs where it is."""
    if not _left_behind():
        sys.exit(code)
    # Such a thread was asked to stop and given time. Were Python to take itself down now, the
    # thread would be unwound on its way back from C++, in the midst of an index or a model's
    # layer, and that aborts the process. What it changes, it changes in one transaction.
    if isinstance(code, str):
        sys.stderr.write(f"{code}\n")
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # nobody reads it, or it is closed
            stream.flush()
    os._exit(1 if isinstance(code, str) else code or 0)


def _leave(*_: object) -> NoReturn:
    raise SystemExit(TERMINATED)


def _open_closed_streams() -> None:
    """Python has None for a stream that was closed before the start: there is just nobody there."""
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115, PTH123  # as long as we run
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123
