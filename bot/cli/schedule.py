"""`warmer schedule`: when the daily puzzle is posted, and what became of the days so far."""

import json
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

import typer
from rich.table import Table

from bot.cli.common import DatabaseOption, JsonOption, err, out, read_settings
from game.model import Server
from game.posts import Agenda, Post, horizon
from game.preview import PreviewLine, preview
from game.schedule import Occurrence
from store.engine import Database, open_database, require_file
from store.migrate import require_current
from store.posts import SqlPosts
from store.setups import SqlSetups
from store.work import SqlGameStore

app = typer.Typer(help="See when the daily puzzle is posted.", no_args_is_help=True)

LATE = timedelta(minutes=5)
NOTHING_DUE, BEHIND = 0, 1
_CLOCKS = {
    Occurrence.ONCE: "",
    Occurrence.NEVER: "clocks skip this time: posted right after the jump",
    Occurrence.TWICE: "this time comes twice: posted at the first",
}


@app.command("preview")
def show_preview(
    guild: Annotated[int, typer.Option(help="The server's id.", min=1)],
    days: Annotated[int, typer.Option(min=0, max=366, help="How many days ahead.")] = 7,
    past: Annotated[int, typer.Option(min=0, max=3660, help="How many days back.")] = 3,
    database: DatabaseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show what is posted when on a server: its own time, UTC, and where clocks change.

    Exit code 1 where nothing is ever posted, and the reason. Example: warmer schedule preview
    --guild 81384788765712384 --days 7
    """
    now = datetime.now(UTC)
    with _opened(database) as opened:
        found = _find(opened, guild, now)
        if isinstance(found, str):
            err.print(f"warmer: server {guild} {found}", markup=False)
            raise typer.Exit(BEHIND)
        first = now.date() - timedelta(days=past)
        posts = SqlPosts(opened).posts(guild, first)
    lines = preview(found.server, found.agenda, posts, now, days)
    if as_json:
        told = [_as_json(line) for line in lines]
        print(json.dumps(told, indent=2))  # noqa: T201  # plain JSON: Rich would wrap it
        return
    out.print(_table(found, lines))


@app.command()
def status(database: DatabaseOption = None, as_json: JsonOption = False) -> None:
    """Show which posts wait or are under way, and which of them are late.

    Exit code 1 where one is late by more than five minutes. Example: warmer schedule status
    """
    now = datetime.now(UTC)
    with _opened(database) as opened:
        waiting = SqlPosts(opened).unsettled()
        servers = len(SqlSetups(opened).setups())
    late = [post for post in waiting if now - post.due_at > LATE]
    if as_json:
        told = {"servers": servers, "late": len(late), "posts": [_waiting(p, now) for p in waiting]}
        print(json.dumps(told, indent=2))  # noqa: T201  # plain JSON: Rich would wrap it
    else:
        out.print(f"Servers that post daily: {servers:,}.")
        out.print(f"Posts that wait: {len(waiting):,}, of which late: {len(late):,}.")
        if waiting:
            out.print(_waiting_table(waiting, now))
    raise typer.Exit(BEHIND if late else NOTHING_DUE)


@dataclass(frozen=True, slots=True)
class _Found:
    server: Server
    agenda: Agenda


@contextmanager
def _opened(database: str | None) -> Iterator[Database]:
    settings = read_settings(database)
    require_file(settings.database)
    with closing(open_database(settings.database)) as opened:
        require_current(opened)
        yield opened


def _find(opened: Database, guild: int, now: datetime) -> _Found | str:
    """The server with its agenda, or why it has none."""
    with SqlGameStore(opened).reading() as reader:
        server = reader.server(guild)
    if server is None:
        return "is not known: nobody has played there."
    for agenda in SqlPosts(opened).agenda(horizon(now)):
        if agenda.setup.server_id == guild:
            return _Found(server, agenda)
    setup = SqlSetups(opened).setup(guild)
    if setup is None or setup.channel_id is None:
        return "has no channel for the daily puzzle: choose one with /setup."
    return "has removed the bot."


def _table(found: _Found, lines: list[PreviewLine]) -> Table:
    setup = found.agenda.setup
    title = f"Server {setup.server_id}, channel {setup.channel_id}, {setup.time_zone}"
    table = Table(title=title, title_justify="left", box=None, pad_edge=False)
    for heading in ("puzzle", "local time", "UTC", "state", "note"):
        table.add_column(heading)
    for line in lines:
        local = f"{line.local:%a %Y-%m-%d %H:%M %z}"
        row = (str(line.number), local, f"{line.due_at:%Y-%m-%d %H:%M}", line.state, _note(line))
        table.add_row(*row)
    return table


def _note(line: PreviewLine) -> str:
    notes = [line.reason or "", _CLOCKS[line.clocks]]
    if line.local.date() != line.day:
        notes.append(f"for {line.day}")
    if line.sent_at is not None and line.sent_at - line.due_at > LATE:
        notes.append(f"sent at {line.sent_at:%H:%M} UTC")
    return "; ".join(filter(None, notes))


def _as_json(line: PreviewLine) -> dict[str, Any]:
    return {
        "day": line.day.isoformat(),
        "puzzle": line.number,
        "local": line.local.isoformat(),
        "utc": line.due_at.isoformat(),
        "clocks": line.clocks.value,
        "state": line.state,
        "reason": line.reason,
        "sent": None if line.sent_at is None else line.sent_at.isoformat(),
    }


def _waiting(post: Post, now: datetime) -> dict[str, Any]:
    return {
        "guild": post.server_id,
        "day": post.day.isoformat(),
        "state": post.state.value,
        "due": post.due_at.isoformat(),
        "late_s": max(0, round((now - post.due_at).total_seconds())),
        "attempts": post.attempts,
    }


def _waiting_table(posts: Sequence[Post], now: datetime) -> Table:
    table = Table(box=None, pad_edge=False)
    for heading in ("server", "day", "state", "due (UTC)", "late", "attempts"):
        table.add_column(heading)
    for post in posts:
        late = timedelta(seconds=_waiting(post, now)["late_s"])
        table.add_row(
            str(post.server_id), str(post.day), post.state.value, f"{post.due_at:%Y-%m-%d %H:%M}",
            str(late), str(post.attempts),
        )  # fmt: skip
    return table
