"""Says what a file would bring onto a shelf, what is wrong with its rows, and what it brought."""

from collections.abc import Sequence

import discord

from bot.i18n import Tongue
from bot.look import LOOKS
from bot.shelf_files import Tried
from bot.taste_text import quoted, shelf_name
from game.heat import Band
from recsys.faults import Fault, Problem
from recsys.importer import Imported

ROWS = 20
"""So many problems are told one by one."""
_PLAIN_NUMBERS = {Fault.OUT_OF_RANGE}
"""Their limits are years, which no language sets apart by thousands."""


def tried_embed(tried: Tried, name: str, tongue: Tongue) -> discord.Embed:
    """What became of trying a file that has that name."""
    file, home = quoted(name), shelf_name(tried.shelf, tongue)
    lines = [*_new(tried, tongue), _found(tried, home, tongue)]
    if tried.problems:
        lines += ["", *_told(tried.problems, tried.broken + tried.shortened, tongue)]
    if tried.broken:
        key = "shelf-import-mend" if tried.items else "shelf-import-mend-all"
        lines += ["", tongue(key)]
    return discord.Embed(
        title=tongue("shelf-import-title", file=file, shelf=home),
        description="\n".join(lines),
        colour=LOOKS[Band.COLD if tried.broken else Band.WARM].colour,
    )


def imported_words(done: Imported, tongue: Tongue) -> str:
    """What an import did, as sentences."""
    written = done.written
    name = "" if done.shelf is None else shelf_name(done.shelf, tongue)
    lines = [
        tongue(
            "shelf-imported",
            shelf=name,
            added=written.added,
            changed=written.changed,
            same=written.same,
        )
    ]
    if written.removed:
        lines.append(tongue("shelf-imported-removed", number=written.removed))
    if done.broken:
        lines.append(tongue("shelf-imported-broken", number=done.broken))
    if done.shortened:
        lines.append(tongue("shelf-imported-shortened", number=done.shortened))
    return "\n".join(lines)


def _new(tried: Tried, tongue: Tongue) -> list[str]:
    if not tried.fresh:
        return []
    lines = [tongue("shelf-import-new", shelf=shelf_name(tried.shelf, tongue))]
    if tried.near is not None:
        lines.append(tongue("shelf-import-near", shelf=shelf_name(tried.near, tongue)))
    return [*lines, ""]


def _found(tried: Tried, home: str, tongue: Tongue) -> str:
    if tried.broken:
        return tongue("shelf-import-broken", number=tried.broken)
    if tried.fresh:
        return tongue("shelf-import-fine-new", items=tried.items)
    return tongue("shelf-import-fine", items=tried.items, shelf=home)


def _told(problems: Sequence[Problem], number: int, tongue: Tongue) -> list[str]:
    lines = [_line(problem, tongue) for problem in problems[:ROWS]]
    if number > ROWS:
        lines.append(tongue("shelf-import-more", number=number - ROWS))
    return lines


def _line(problem: Problem, tongue: Tongue) -> str:
    limit, least = (_figure(problem, x) for x in (problem.limit, problem.least))
    found = quoted(problem.found)
    what = tongue(f"shelf-fault-{problem.fault}", found=found, limit=limit, least=least)
    if not problem.column or problem.fault is Fault.DUPLICATE:
        return tongue("shelf-import-row", line=problem.line, what=what)
    return tongue("shelf-import-cell", line=problem.line, column=problem.column, what=what)


def _figure(problem: Problem, number: float | None) -> str | float:
    if number is None:
        return ""
    return f"{number:g}" if problem.fault in _PLAIN_NUMBERS else number
