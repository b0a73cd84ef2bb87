"""What the commands of `warmer items`, `baskets` and `recs status` share."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from random import SystemRandom
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)

from bot.cli.common import err, read_settings
from bot.recommender import Recommender, Recommenders
from bot.settings import Settings
from game.model import Server
from store.engine import Database, open_database, require_file
from store.guilds import SqlGuilds
from store.migrate import require_current, upgrade
from store.work import SqlGameStore

if TYPE_CHECKING:
    from recsys.nouns import Shelf

ShelfOption = Annotated[str, typer.Option("--shelf", help="The shelf, such as films.")]
ServerOption = Annotated[
    int | None,
    typer.Option("--server", min=1, help="The server's id; not needed where there is one only."),
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

    def server(self, wanted: int | None) -> int:
        """The server that is meant. Raises BadParameter where that is not clear."""
        if wanted is not None:
            return wanted
        known = sorted({one.server_id for one in self.parts.library.store.shelves()})
        known = known or [one.setup.server_id for one in SqlGuilds(self.database).guilds()]
        if len(known) == 1:
            return known[0]
        told = f"one of {', '.join(map(str, known[:10]))}" if known else "a server's id"
        raise typer.BadParameter(f"name {told}", param_hint="--server")

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
            settings, found, _now, lambda server: _host(found, settings, server)
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


def _now() -> datetime:
    return datetime.now(UTC)


def _host(database: Database, settings: Settings, server_id: int) -> None:
    """Make a server known that nobody has played on yet."""
    with SqlGameStore(database).working() as work:
        work.add_server(
            Server(server_id, settings.time_zone, SystemRandom().getrandbits(62), _today(settings))
        )
        work.commit()


def _today(settings: Settings) -> date:
    return _now().astimezone(ZoneInfo(settings.time_zone)).date()
