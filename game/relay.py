"""Turns on one board: who guessed last leaves the next guess to the others, while they play."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from game.errors import NotYourTurn
from game.model import Board, Entry
from game.panels import Panel, Pause
from game.setup import Style

PATIENCE = timedelta(minutes=10)
"""How long others who have guessed keep their turn; then whoever is there may go on."""


def in_relay(board: Board, panels: Iterable[Panel]) -> bool:
    """Whether guesses on that board go by turns; once it has ended nobody waits any more."""
    return not board.finished and any(panel.style is Style.RELAY for panel in panels)


def pause(entries: Iterable[Entry], now: datetime) -> Pause | None:
    """Who may not guess next on a board, and until when; None where everybody may.

    That is who made the latest guess, for as long as somebody else has guessed within `PATIENCE`.
    """
    guesses = [entry for entry in entries if not entry.hint]
    if not guesses:
        return None
    last = max(guesses, key=lambda entry: entry.position).member_id
    others = [entry.at for entry in guesses if entry.member_id != last]
    until = max(others, default=now - PATIENCE) + PATIENCE
    return Pause(last, until) if until > now else None


def check_turn(entries: Iterable[Entry], member_id: int, now: datetime) -> None:
    """Raise NotYourTurn where the next guess on a relay's board is somebody else's."""
    waits = pause(entries, now)
    if waits is not None and waits.member_id == member_id:
        raise NotYourTurn(waits.until)
