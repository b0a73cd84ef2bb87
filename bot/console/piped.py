"""One line in, one answer out, for input that is no terminal."""

import os
from collections.abc import AsyncIterable, Callable, Iterable
from typing import TextIO

from bot.console.outcomes import Left, Refused, Turn
from bot.console.session import Session
from bot.local.exchange import SentMessage

Written = Callable[[Turn | None, Iterable[SentMessage], Session], str]


async def run_piped(
    session: Session, lines: AsyncIterable[str], out: TextIO, written: Written
) -> int:
    """Run each line and write what came of it at once, as `written` puts it (None: no line).

    Ends with the lines, at `:quit`, or quietly when the reader of `out` is gone. Returns how many
    lines could not be carried out.
    """
    refused = 0
    try:
        async for line in lines:
            turn = await session.run(line)
            if turn is None:
                continue
            refused += isinstance(turn.outcome, Refused)
            _write(out, written(turn, session.arrivals(), session))
            if isinstance(turn.outcome, Left):
                return refused
        if late := session.arrivals():
            _write(out, written(None, late, session))
    except BrokenPipeError:
        _drop(out)
    return refused


def _write(out: TextIO, text: str) -> None:
    out.write(text)
    out.flush()


def _drop(out: TextIO) -> None:
    """Send what is still buffered nowhere, or Python would complain of it on its way out."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, out.fileno())
    os.close(nowhere)
