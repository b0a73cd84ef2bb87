"""Draws what the fairness gate says of a proposed word, and the queue of proposals."""

from collections.abc import Iterator
from datetime import date

import discord

from bot.i18n import Tongue
from bot.look import LOOKS
from bot.rating import rating_words
from game.fairness import Reason
from game.heat import Band
from game.model import PuzzleFace, PuzzleKind
from game.par import Showing
from game.proposal_desk import Queue, Queued, Verdict

PAGE = 5
"""How many proposals a page of the queue shows: each has a button, and a row has five."""
_NEAREST = 10
_MOST_WORDS = 6


def verdict_embed(verdict: Verdict, tongue: Tongue) -> discord.Embed:
    """Whether a word makes a fair puzzle, how hard it is, and what is against it."""
    embed = _head(verdict, tongue)
    audited = verdict.audited
    if reasons := list(_reasons(verdict, tongue)):
        embed.add_field(name=tongue("puzzle-reasons"), value="\n".join(reasons), inline=False)
    players = [_player(showing, tongue) for showing in audited.report.showings]
    embed.add_field(name=tongue("puzzle-players"), value="\n".join(players), inline=False)
    near = ", ".join(audited.fairness.nearest[:_NEAREST])
    embed.add_field(name=tongue("puzzle-nearest"), value=near, inline=False)
    if verdict.proposal is None and verdict.used_on is None:
        _add_help(embed, verdict, tongue)
    return embed


def queue_embed(queue: Queue, page: int, tongue: Tongue, *, shown: bool = False) -> discord.Embed:
    """A page of the queue, with the words on it only if they shall be shown."""
    embed = discord.Embed(title=tongue("puzzle-queue-title"), colour=LOOKS[Band.WARM].colour)
    if not queue.items:
        embed.description = tongue("puzzle-queue-empty")
        return embed
    first = page * PAGE
    lines = [
        _line(place, item, tongue, shown=shown)
        for place, item in enumerate(queue.items[first : first + PAGE], start=first + 1)
    ]
    embed.description = "\n".join([*lines, "", tongue("puzzle-queue-rule")])
    if (pages := queue_pages(queue)) > 1:
        embed.set_footer(text=tongue("puzzle-queue-page", page=page + 1, pages=pages))
    return embed


def queue_pages(queue: Queue) -> int:
    """How many pages there are: at least one."""
    return max(1, -(-len(queue.items) // PAGE))


def queued_words(item: Queued, tongue: Tongue) -> str:
    """When a queued proposal comes."""
    if item.day is None:
        return tongue("puzzle-queued-later")
    key = "puzzle-queued" if item.proposal.day == item.day else "puzzle-queued-next"
    return tongue(key, day=long_day(item.day, tongue))


def long_day(day: date, tongue: Tongue) -> str:
    """A date with its day of the week."""
    return tongue("common-day", weekday=tongue.weekday(day), date=tongue.date(day))


def _head(verdict: Verdict, tongue: Tongue) -> discord.Embed:
    word = verdict.audited.word
    if verdict.used_on is not None:
        day = tongue.date(verdict.used_on)
        return discord.Embed(
            title=tongue("puzzle-used-title", word=word, day=day),
            description=tongue("puzzle-used"),
            colour=LOOKS[Band.COLD].colour,
        )
    if verdict.proposal is None:
        title = tongue("puzzle-unfair-title", word=word)
        return discord.Embed(title=title, colour=LOOKS[Band.COLD].colour)
    rating = _rating(verdict.proposal.par, verdict.proposal.difficulty, tongue)
    return discord.Embed(
        title=tongue("puzzle-fair-title", word=word),
        description=tongue("puzzle-fair", rating=rating),
        colour=LOOKS[Band.FOUND].colour,
    )


def _rating(par: int | None, difficulty: int | None, tongue: Tongue) -> str:
    face = PuzzleFace(0, PuzzleKind.DAILY, 0, date.min, None, par, difficulty)
    return rating_words(face, tongue) or "–"


def _reasons(verdict: Verdict, tongue: Tongue) -> Iterator[str]:
    for reason in verdict.audited.fairness.reasons:
        yield f"• {_reason(reason, tongue)}"
    if verdict.audited.fairness.fair and not verdict.audited.solvable:
        yield f"• {tongue('puzzle-concern-hard')}"


def _reason(reason: Reason, tongue: Tongue) -> str:
    words = ", ".join(reason.words[:_MOST_WORDS])
    more = " …" if len(reason.words) > _MOST_WORDS else ""
    key = f"puzzle-concern-{reason.concern.replace('_', '-')}"
    return tongue(key, words=words + more, value=round(reason.value or 0))


def _player(showing: Showing, tongue: Tongue) -> str:
    strength = tongue(f"puzzle-strength-{showing.strength}")
    solved = round(100 * showing.solved)
    if showing.median is None:
        return tongue("puzzle-player-lost", strength=strength, solved=solved)
    return tongue("puzzle-player", strength=strength, median=showing.median, solved=solved)


def _add_help(embed: discord.Embed, verdict: Verdict, tongue: Tongue) -> None:
    if verdict.helps:
        words = ", ".join(verdict.helps)
        embed.add_field(name=tongue("puzzle-helps"), value=words, inline=False)
    else:
        help_ = tongue("puzzle-helps-any")
        embed.add_field(name=tongue("puzzle-helps-none"), value=help_, inline=False)


def _line(place: int, item: Queued, tongue: Tongue, *, shown: bool) -> str:
    proposal = item.proposal
    told: dict[str, str | int] = {
        "place": place,
        "day": _day(item, tongue),
        "member": f"<@{proposal.member_id}>",
        "rating": _rating(proposal.par, proposal.difficulty, tongue),
    }
    if shown:
        return tongue("puzzle-queue-line-shown", word=proposal.word, **told)
    return tongue("puzzle-queue-line", **told)


def _day(item: Queued, tongue: Tongue) -> str:
    if item.day is None:
        return tongue("puzzle-queue-waits")
    day = long_day(item.day, tongue)
    return tongue("puzzle-queue-fixed", day=day) if item.proposal.day == item.day else day
