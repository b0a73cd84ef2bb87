"""`warmer play`: the whole bot, here in the terminal."""

import asyncio
import sys
from datetime import datetime
from typing import Annotated

import typer

from bot.cli.common import DatabaseOption, JsonOption, read_settings

LONGEST_NAME = 32  # as on Discord
FIRST_YEAR, LAST_YEAR = 1970, 9000


def _name(value: str) -> str:
    name = " ".join(value.split())
    if not 1 <= len(name) <= LONGEST_NAME or not name.isprintable():
        raise typer.BadParameter(f"a name is one line of 1 to {LONGEST_NAME} characters")
    return name


def _day(value: datetime | None) -> datetime | None:
    # The calendar's ends leave no room for the time zones around them.
    if value is not None and not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise typer.BadParameter(f"a date lies between {FIRST_YEAR} and {LAST_YEAR}")
    return value


def play(
    database: DatabaseOption = None,
    member: Annotated[str, typer.Option(help="Who you are.", callback=_name)] = "you",
    day: Annotated[
        datetime | None,
        typer.Option(
            "--date",
            formats=["%Y-%m-%d"],
            help="Play as if it were that day.",
            callback=_day,
        ),
    ] = None,
    seed: Annotated[
        int | None, typer.Option(help="A server of its own, with the secrets of that number.")
    ] = None,
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Local Discord's port; 0 finds a free one.")
    ] = 0,
    as_json: JsonOption = False,
) -> None:
    r"""Play today's puzzle in this terminal, through the real bot, with no Discord account.

    Starts a small local Discord on 127.0.0.1 and the bot on it. When the input is no terminal it
    reads one command a line and prints the replies:

        printf '/guess word:river\n/board\n' | warmer play --json
    """
    settings = read_settings(database)
    # discord.py takes a third of a second to import, which the other commands need not pay.
    from bot.playing import Playing, play_here

    options = Playing(
        member=member,
        day=day.date() if day else None,
        seed=seed,
        port=port,
        as_json=as_json,
        interactive=sys.stdin.isatty() and sys.stdout.isatty() and not as_json,
    )
    asyncio.run(play_here(settings, options))
