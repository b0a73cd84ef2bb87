"""`warmer purge`: delete what belongs to those who have gone, or to whom one names."""

import json
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

import typer
from rich.table import Table

from bot.cli.common import DatabaseOption, JsonOption, err, out, read_settings
from game.purging import Due, Reason
from store.engine import open_database, require_file
from store.migrate import require_current
from store.purging import SqlPurging

REFUSED = 1
_SHOWN = ("guesses", "boards")

Listed = Sequence[tuple[Due, Mapping[str, int]]]


def purge(
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would go, and delete nothing.")
    ] = False,
    older_than: Annotated[
        int | None,
        typer.Option(min=0, help="Of what has left: so many days ago, in place of the setting."),
    ] = None,
    server: Annotated[
        int | None, typer.Option(min=1, help="A whole server, or where to forget the member.")
    ] = None,
    member: Annotated[int | None, typer.Option(min=1, help="A member, on a server or all.")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    database: DatabaseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Delete what belongs to servers that removed the bot, and to members who left or are idle.

    The bot does so by itself once a day. With --server or --member exactly that is deleted, gone
    or not; words on shared boards stay, without their member. Example: warmer purge --dry-run
    """
    settings, now = read_settings(database), datetime.now(UTC)
    terms = settings.terms
    if older_than is not None:
        terms = replace(terms, keep=timedelta(days=older_than))
    require_file(settings.database)
    with closing(open_database(settings.database)) as opened:
        require_current(opened)
        purging = SqlPurging(opened)
        named = Due(server or 0, member or 0, Reason.ASKED)
        found = [named] if server or member else purging.due(now, terms)
        counted = [(due, purging.count(due, now, terms) or {}) for due in found]
        listed = [(due, counts) for due, counts in counted if any(counts.values())]
        if not as_json:
            out.print(_table(listed) if listed else "There is nothing to purge.")
        if not dry_run and listed:
            _agree(yes=yes)
            listed = [
                (due, counts)
                for due, _ in listed
                if (counts := purging.purge(due, now, terms)) is not None
            ]
    if as_json:
        told = {"dry_run": dry_run, "purged": [_as_json(*each) for each in listed]}
        print(json.dumps(told, indent=2))  # noqa: T201  # plain JSON: Rich would wrap it
    elif listed and not dry_run:
        out.print(f"Purged: {len(listed):,}. Backups are files of their own, and still hold it.")


def _agree(*, yes: bool) -> None:
    """Go on only if the operator means it."""
    if yes or typer.confirm("Delete all this? It cannot be undone.", err=True):
        return
    err.print("warmer: nothing was deleted.")
    raise typer.Exit(REFUSED)


def _table(listed: Listed) -> Table:
    table = Table(box=None, pad_edge=False)
    for heading in ("server", "member", "why", "since (UTC)", *_SHOWN, "other rows"):
        table.add_column(heading)
    for due, counts in listed:
        known = [counts.get(name, 0) for name in _SHOWN]
        numbers = [*known, sum(counts.values()) - sum(known)]
        since = "" if due.since is None else f"{due.since:%Y-%m-%d %H:%M}"
        where, who = str(due.server_id or "all"), str(due.member_id or "all")
        table.add_row(where, who, due.reason.value, since, *(f"{number:,}" for number in numbers))
    return table


def _as_json(due: Due, counts: Mapping[str, int]) -> dict[str, Any]:
    return {
        "server": due.server_id or None,
        "member": due.member_id or None,
        "reason": due.reason.value,
        "since": None if due.since is None else due.since.isoformat(),
        "rows": dict(counts),
    }
