"""`warmer stats`: how much the bot is played, and whether it keeps its hours."""

import json
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from statistics import median
from typing import Any

from rich.table import Table

from bot.cli.common import DatabaseOption, JsonOption, out, read_settings
from embedding.words.artifact import load_words
from game.pool import Pool, load_pool
from store.engine import Database, open_database, require_file
from store.figures import Activity, Solved, SqlFigures
from store.migrate import require_current

WEEK, MONTH = 7, 30
LATE = timedelta(minutes=2)


def stats(database: DatabaseOption = None, as_json: JsonOption = False) -> None:
    """Show servers, members, guesses, how well they play, and posts that were late or left out.

    Members are counted, never named. Example: warmer stats --json
    """
    settings = read_settings(database)
    require_file(settings.database)
    pool = load_pool(settings.pool, load_words(settings.words))
    with closing(open_database(settings.database)) as opened:
        require_current(opened)
        told = _told(opened, pool)
    if as_json:
        print(json.dumps(told, indent=2))  # noqa: T201  # plain JSON: Rich would wrap it
    else:
        out.print(_table(told))


def _told(opened: Database, pool: Pool) -> dict[str, Any]:
    figures, now = SqlFigures(opened), datetime.now(UTC)
    lately = [figures.activity(now, days, LATE) for days in (WEEK, MONTH)]
    return {
        "database": opened.name,
        **asdict(figures.totals()),
        "lately": [_lately(activity, pool) for activity in lately],
    }


def _lately(activity: Activity, pool: Pool) -> dict[str, Any]:
    return {
        "days": activity.days,
        "guesses": activity.guesses,
        "guesses_a_day": round(activity.guesses / activity.days, 1),
        "players": activity.players,
        "boards": activity.begun,
        "solved": activity.finished,
        "solved_rate": round(activity.finished / activity.begun, 3) if activity.begun else None,
        "median_over_par": _over_par(activity.solved, pool),
        "posts": activity.sent,
        "posts_late": activity.late,
        "posts_skipped": dict(activity.skipped),
    }


def _over_par(solved: Sequence[Solved], pool: Pool) -> float | None:
    over = [
        each.strokes - pool.ratings[each.secret].par
        for each in solved
        if each.secret in pool.ratings
    ]
    return float(median(over)) if over else None


def _table(told: dict[str, Any]) -> Table:
    table = Table(title=told["database"], title_justify="left", box=None, pad_edge=False)
    table.add_column()
    for heading in ("in all", *(f"last {one['days']} days" for one in told["lately"])):
        table.add_column(heading, justify="right")
    for name in ("servers", "members", "boards"):
        table.add_row(name, f"{told[name]:,}")
    table.add_row("size", f"{told['size'] / 1e6:,.1f} MB")
    for name, say in _ROWS.items():
        table.add_row(name, "", *(say(one) for one in told["lately"]))
    return table


def _skipped(one: dict[str, Any]) -> str:
    return ", ".join(f"{count} {reason}" for reason, count in one["posts_skipped"].items()) or "0"


def _rate(one: dict[str, Any]) -> str:
    return "-" if one["solved_rate"] is None else f"{one['solved_rate']:.0%}"


def _median(one: dict[str, Any]) -> str:
    return "-" if one["median_over_par"] is None else f"{one['median_over_par']:+g}"


_ROWS = {
    "players": lambda one: f"{one['players']:,}",
    "guesses": lambda one: f"{one['guesses']:,}",
    "guesses a day": lambda one: f"{one['guesses_a_day']:,}",
    "daily boards": lambda one: f"{one['boards']:,}",
    "solved": _rate,
    "median over par": _median,
    "posts": lambda one: f"{one['posts']:,}",
    "posts late": lambda one: f"{one['posts_late']:,}",
    "posts left out": _skipped,
}
