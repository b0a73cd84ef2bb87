"""Who plays where, and which puzzle they mean."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from game.errors import NoSuchChoice
from game.model import Mode


class Standing(StrEnum):
    """The puzzles that have a name of their own."""

    TODAY = "today"
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True)
class Numbered:
    """The puzzle of that id: what a button means, whatever day it is by now."""

    puzzle_id: int


Choice = Standing | date | Numbered


@dataclass(frozen=True, slots=True)
class Turn:
    """One member acting in one channel of one server, or where there is none: in their own.

    `puzzle` and `mode` are None where the member did not say: then their last choice holds.
    `group_id` is the server that a group of people without one shares boards in.
    """

    server_id: int
    channel_id: int
    member_id: int
    interaction_id: int | None = None
    puzzle: Choice | None = None
    mode: Mode | None = None
    group_id: int | None = None


def read_choice(text: str) -> Choice:
    """The puzzle that `text` names: today, practice, or a date such as 2026-11-21.

    Raises NoSuchChoice for anything else.
    """
    plain = text.strip().casefold()
    try:
        return Standing(plain) if plain in set(Standing) else date.fromisoformat(plain)
    except ValueError as error:
        raise NoSuchChoice(text) from error
