"""What the commands of `warmer items`, `baskets` and `recs status` share."""

import os
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from random import SystemRandom
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import typer
import tzlocal
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)

from bot.cli.common import err, read_settings
from bot.local.snowflakes import Snowflakes
from bot.recommender import Recommender, Recommenders
from bot.settings import Settings
from game.model import Server
from store.engine import Database, open_database, require_file
from store.guilds import SqlGuilds
from store.migrate import require_current, upgrade
from store.work import SqlGameStore

if TYPE_CHECKING:
    from recsys.nouns import Shelf

CONSOLE = "console"
"""What the server of `warmer play` is called here."""
_IDENTITY, _NAME = "play", "Warmer local"
_HOW = (
    "On Discord, turn on Developer Mode (Settings, Advanced), right-click the server and choose "
    "Copy Server ID. For the console of `warmer play`, write --server console."
)
_SHOWN = 10
ShelfOption = Annotated[str, typer.Option("--shelf", help="The shelf, such as films.")]


def _server_id(text: str) -> int:
    if text.strip().casefold() == CONSOLE:
        return console_server()
    if not text.strip().isdecimal() or not int(text):
        raise typer.BadParameter(f"{text!r} is neither a server's id nor {CONSOLE!r}. {_HOW}")
    return int(text)


ServerOption = Annotated[
    int | None,
    typer.Option(
        "--server",
        parser=_server_id,
        metavar="ID",
        help=f"The server's id, or {CONSOLE!r}; not needed where there is one only.",
    ),
]
NewServerOption = Annotated[
    bool, typer.Option("--new-server", help="The server's id is right, though Warmer is new there.")
]
RestoreOption = Annotated[
    bool, typer.Option("--restore", help="Bring back what was removed from the shelf, too.")
]
SkipOption = Annotated[
    bool, typer.Option("--skip-broken", help="Leave broken rows out, and import the others.")
]
DryOption = Annotated[bool, typer.Option("--dry-run", help="Check everything, write nothing.")]


@dataclass(frozen=True, slots=True)
class Opened:
    """The use cases on an open database."""

    database: Database
    parts: Recommenders

    def server(self, wanted: int | None, *, new: bool = False) -> int:
        """The server that is meant. Raises BadParameter where that is not clear.

        One that is not known must be meant to be `new`: what was typed wrong makes none.
        """
        known = [one.setup.server_id for one in SqlGuilds(self.database).guilds()]
        if wanted is not None:
            if new or wanted in {*known, console_server()}:
                return wanted
            raise _option_error(_unknown(wanted, known))
        filled = {one.server_id for one in self.parts.library.store.shelves()}
        meant = sorted(filled) or known
        if len(meant) == 1:
            return meant[0]
        raise _option_error(f"Which server is meant? {_choice(meant)}{_HOW}")

    def shelf(self, wanted: int | None, name: str) -> "Shelf":
        """The shelf that is meant. Raises UnknownShelf or BadParameter."""
        return self.parts.library.shelf(self.server(wanted), name)


@contextmanager
def opened(database: str | None, *, make: bool = False) -> Iterator[Opened]:
    """The use cases; with `make` the database's tables are made or brought up to date first."""
    settings = read_settings(database)
    if not make:
        require_file(settings.database)
    with closing(open_database(settings.database)) as found:
        if make:
            upgrade(found)
        else:
            require_current(found)
        recommender = Recommender(
            settings, found, _now, lambda server: _host(found, settings, server), _cores()
        )
        try:
            yield Opened(found, recommender.open())
        finally:
            recommender.close()


@contextmanager
def telling() -> Iterator["Bar"]:
    """A bar on the error stream that follows an import; nothing where that is no terminal."""
    columns = (
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
    )  # fmt: skip
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as progress:
        yield Bar(progress)


class Bar:
    """One line of progress a stage."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._tasks: dict[str, TaskID] = {}

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        """Show how far a stage is."""
        if stage not in self._tasks:
            self._tasks[stage] = self._progress.add_task(stage.capitalize(), total=total)
        self._progress.update(self._tasks[stage], completed=done, total=total)


def console_server() -> int:
    """The id of the server of `warmer play`."""
    return Snowflakes(lambda: 0.0, identity=_IDENTITY).of(f"server {_NAME}")


def console_member(name: str) -> int:
    """The id of who plays by that name in `warmer play`."""
    return Snowflakes(lambda: 0.0, identity=_IDENTITY).of(f"person {name}")


def _option_error(text: str) -> typer.BadParameter:
    return typer.BadParameter(text, param_hint="--server")


def _choice(known: Sequence[int]) -> str:
    return f"Name one of {_listed(known)}. " if known else "Warmer knows none yet. "


def _unknown(wanted: int, known: Sequence[int]) -> str:
    knows = f"it knows {_listed(known)}" if known else "it knows none yet"
    return (
        f"Warmer knows no server {wanted}; {knows}. If the id is right and nobody has used Warmer "
        "there so far, add --new-server to an import."
    )


def _listed(known: Sequence[int]) -> str:
    more = f" and {len(known) - _SHOWN:,} more" if len(known) > _SHOWN else ""
    names = [CONSOLE if one == console_server() else str(one) for one in known[:_SHOWN]]
    return ", ".join(names) + more


def _cores() -> int:
    """How many cores there are for us: whoever gives a command waits for it."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _now() -> datetime:
    return datetime.now(UTC)


def _host(database: Database, settings: Settings, server_id: int) -> None:
    """Make a server known that nobody has played on yet."""
    zone = _zone(settings, server_id)
    today = _now().astimezone(ZoneInfo(zone)).date()
    with SqlGameStore(database).working() as work:
        work.add_server(Server(server_id, zone, SystemRandom().getrandbits(62), today))
        work.commit()


def _zone(settings: Settings, server_id: int) -> str:
    """The zone that a server begins in: the console in this machine's unless one is set."""
    if server_id != console_server() or "time_zone" in settings.model_fields_set:
        return settings.time_zone
    try:
        return ZoneInfo(tzlocal.get_localzone_name()).key
    except (ZoneInfoNotFoundError, ValueError, TypeError):
        return settings.time_zone
