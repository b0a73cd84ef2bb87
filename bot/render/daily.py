"""Draws the daily post."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

import discord

from bot.i18n import Tongue
from bot.look import LOOKS
from bot.rating import rating_words
from bot.render.parts import near_words
from game.dailies import DailyNews, Solve, Yesterday
from game.heat import Band
from game.model import PuzzleFace
from game.setup import Setup
from game.streaks import ServerStreak

SHOWN = 10
"""How many of those who found yesterday's word are named."""
_MEDALS = ("🥇", "🥈", "🥉")
_THREAD_LIMIT = 100


def daily_embed(news: DailyNews, setup: Setup, due_at: datetime, tongue: Tongue) -> discord.Embed:
    """The post of a day. Its timestamp is when it was due: by that it is known again."""
    embed = discord.Embed(
        title=_numbered("daily-title", news.puzzle, tongue, day=_day(news.puzzle.day, tongue)),
        description="\n".join(_opening(news, setup, tongue)),
        colour=LOOKS[Band.WARM].colour,
        timestamp=due_at,
    )
    if news.yesterday is not None:
        _add_yesterday(embed, news.yesterday, tongue)
    if news.streak.days:
        lines = "\n".join(_streak(news.streak, tongue))
        embed.add_field(name=tongue("daily-streak"), value=lines, inline=False)
    return embed


def thread_name(puzzle: PuzzleFace, tongue: Tongue) -> str:
    """What the day's thread is called."""
    name = _numbered("daily-thread", puzzle, tongue, date=tongue.date(puzzle.day, "MMMd"))
    return name[:_THREAD_LIMIT]


def _opening(news: DailyNews, setup: Setup, tongue: Tongue) -> Iterator[str]:
    if rating := rating_words(news.puzzle, tongue):
        yield f"**{rating}**"
    yield tongue("daily-first" if news.first else "daily-welcome")
    yield tongue(f"daily-style-{setup.style}")


def _add_yesterday(embed: discord.Embed, yesterday: Yesterday, tongue: Tongue) -> None:
    solved = min(sum(solve.players for solve in yesterday.solves), yesterday.players)
    words = near_words(yesterday.nearest, tongue)
    told = tongue("daily-nearest", words=words) if words else ""
    if not yesterday.solves:
        nobody = tongue("daily-nobody", players=yesterday.players)
        told = f"{told}\n{nobody}" if told else nobody
    heading = tongue("daily-yesterday", word=yesterday.secret)
    embed.add_field(name=heading, value=told or "\N{ZERO WIDTH SPACE}", inline=False)
    if yesterday.solves:
        players, some = yesterday.players, solved < yesterday.players
        found = tongue("daily-found-some", number=solved, players=players) if some else None
        embed.add_field(
            name=found or tongue("daily-found"),
            value="\n".join(_solvers(yesterday.solves, tongue)),
            inline=False,
        )


def _solvers(solves: Sequence[Solve], tongue: Tongue) -> Iterator[str]:
    places: dict[int, int] = {}  # equal strokes share a place
    for number, solve in enumerate(solves, 1):
        place = places.setdefault(solve.strokes, number)
        if number <= SHOWN:
            yield _solver(place, solve, tongue)
    if len(solves) > SHOWN:
        yield tongue("daily-more", number=len(solves) - SHOWN)


def _solver(place: int, solve: Solve, tongue: Tongue) -> str:
    medal = _MEDALS[place - 1] if place <= len(_MEDALS) else f"{tongue.number(place)}."
    who = tongue("daily-somebody") if solve.member_id is None else f"<@{solve.member_id}>"
    if solve.players > 1:
        who = tongue("daily-with-others", who=who, others=solve.players - 1)
    strokes = tongue("common-strokes", number=solve.strokes)
    if solve.over_par is None:
        return tongue("daily-solver-unrated", place=medal, who=who, strokes=strokes)
    return tongue(
        "daily-solver", place=medal, who=who, strokes=strokes, against=_against(solve, tongue)
    )


def _against(solve: Solve, tongue: Tongue) -> str:
    over = solve.over_par or 0
    if over == 0:
        return tongue("daily-at-par")
    return tongue("daily-under-par" if over < 0 else "daily-over-par", number=abs(over))


def _streak(streak: ServerStreak, tongue: Tongue) -> Iterator[str]:
    yield tongue("daily-streak-days", days=streak.days)
    if streak.froze:
        yield tongue("daily-streak-froze")
    if streak.freezes:
        yield tongue("daily-freezes", freezes=streak.freezes)
    elif (missing := streak.to_next_freeze) is not None:
        yield tongue("daily-next-freeze", days=missing)


def _numbered(key: str, puzzle: PuzzleFace, tongue: Tongue, **args: str) -> str:
    """A text with the puzzle's number in it, where it has one that means something."""
    if puzzle.number < 1:
        return tongue(key, **args)
    return tongue(f"{key}-number", number=puzzle.number, **args)


def _day(day: date, tongue: Tongue) -> str:
    date_ = tongue.date(day, "MMMd")
    return tongue("common-day", weekday=tongue.weekday(day), date=date_)
