"""`warmer puzzle propose`, `queue` and `withdraw`: what operators can do about proposals."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Annotated, Any

import typer

from bot.app import App, open_app
from bot.cli.common import DatabaseOption, JsonOption, err, out, read_settings
from bot.cli.puzzle_text import reason_words
from game.proposal_desk import Queued, Verdict
from game.proposals import (
    BadDay,
    DayOutOfReach,
    DayTaken,
    NoSuchProposal,
    ProposalState,
    read_day,
)
from store.engine import require_file

REFUSED = 1
OPERATOR = 0
"""Who proposes here: nobody who plays."""
GuildOption = Annotated[int, typer.Option(min=1, help="The server's id.")]


def propose(
    word: Annotated[str, typer.Argument(help="The word to propose.")],
    guild: GuildOption,
    day: Annotated[
        str | None, typer.Option(help="The date it comes on; the next free one if not said.")
    ] = None,
    database: DatabaseOption = None,
) -> None:
    """Queue a word for a server, if it makes a fair puzzle. Exit code 1 where it does not.

    Example: warmer puzzle propose lantern --guild 81384788765712384 --day 2026-12-24
    """
    with _opened(database, guild) as app:
        wanted = None if day is None else _day(app, guild, day)
        verdict = app.proposals.propose(guild, OPERATOR, word)
        if verdict.proposal is None:
            _say_no(verdict)
            raise typer.Exit(REFUSED)
        try:
            item = app.proposals.queue(guild, verdict.proposal.id, wanted)
        except (DayTaken, DayOutOfReach) as error:
            if verdict.proposal.state is ProposalState.WAITING:
                app.proposals.withdraw(guild, verdict.proposal.id)
            why = "has its puzzle already" if isinstance(error, DayTaken) else "is out of reach"
            err.print(f"warmer: {error.day} {why}.", markup=False)
            raise typer.Exit(REFUSED) from error
    out.print(f"{verdict.audited.word}: queued as {item.proposal.id}, {_when(item)}.", markup=False)


def queue(
    guild: GuildOption,
    words: Annotated[bool, typer.Option("--words", help="Tell the words, too.")] = False,
    database: DatabaseOption = None,
    as_json: JsonOption = False,
) -> None:
    """List the words that are queued for a server; the words themselves only with --words.

    Example: warmer puzzle queue --guild 81384788765712384
    """
    with _opened(database, guild) as app:
        items = app.proposals.look(guild).items
    if as_json:
        told = [_as_json(item, words=words) for item in items]
        print(json.dumps(told, indent=2))  # noqa: T201  # plain JSON: Rich would wrap it
        return
    for item in items:
        word = f"  {item.proposal.word}" if words else ""
        by = item.proposal.member_id or "operator"
        out.print(f"{item.proposal.id:>6}  {_when(item)}  by {by}{word}", markup=False)
    if not items:
        out.print("Nothing is queued.")


def withdraw(
    proposal: Annotated[int, typer.Argument(min=1, help="Its number, as `queue` shows it.")],
    guild: GuildOption,
    database: DatabaseOption = None,
) -> None:
    """Take a word out of a server's queue. Exit code 1 where it is not in there.

    Example: warmer puzzle withdraw 12 --guild 81384788765712384
    """
    with _opened(database, guild) as app:
        try:
            app.proposals.withdraw(guild, proposal)
        except NoSuchProposal as error:
            err.print(f"warmer: {proposal} is not in the queue of {guild}.", markup=False)
            raise typer.Exit(REFUSED) from error
    out.print(f"{proposal}: withdrawn.")


@contextmanager
def _opened(database: str | None, guild: int) -> Iterator[App]:
    settings = read_settings(database)
    require_file(settings.database)
    with open_app(settings, lambda: datetime.now(UTC)) as app:
        if not app.setup_desk.met(guild):
            err.print(
                f"warmer: server {guild} is not known: nobody has played there.", markup=False
            )
            raise typer.Exit(REFUSED)
        yield app


def _day(app: App, guild: int, text: str) -> date:
    try:
        return read_day(text, app.proposals.today(guild))
    except BadDay as error:
        raise typer.BadParameter(
            f"{text!r} is no date; 2026-12-24 is", param_hint="--day"
        ) from error


def _say_no(verdict: Verdict) -> None:
    word = verdict.audited.word
    if verdict.used_on is not None:
        err.print(f"warmer: {word} was the puzzle of {verdict.used_on}.", markup=False)
        return
    err.print(f"warmer: {word} is no fair puzzle.", markup=False)
    for reason in verdict.audited.fairness.reasons:
        err.print(f"  - {reason_words(reason)}", markup=False)
    if not verdict.audited.solvable:
        err.print("  - A middling player does not find it often enough.")
    if verdict.helps:
        err.print(f"  Near it would pass: {', '.join(verdict.helps)}", markup=False)


def _when(item: Queued) -> str:
    if item.day is None:
        return "waits for the next cycle"
    fixed = "fixed" if item.proposal.day == item.day else "as things stand"
    return f"on {item.day} ({fixed})"


def _as_json(item: Queued, *, words: bool) -> dict[str, Any]:
    proposal = item.proposal
    told: dict[str, Any] = {
        "proposal": proposal.id,
        "day": None if item.day is None else item.day.isoformat(),
        "fixed": proposal.day is not None and proposal.day == item.day,
        "by": proposal.member_id or None,
        "par": proposal.par,
        "difficulty": proposal.difficulty,
    }
    return told | ({"word": proposal.word} if words else {})
