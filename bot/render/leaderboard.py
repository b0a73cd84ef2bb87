"""Draws leaderboards."""

import discord

from bot.i18n import Tongue
from bot.look import LOOKS
from bot.text import day_name, puzzle_name
from game.heat import Band
from game.leaderboard import Period, Standing
from game.standings import Leaderboard

PAGE = 10
"""How many places a page shows."""
MEDALS = {1: "🥇", 2: "🥈", 3: "🥉"}


def leaderboard_pages(board: Leaderboard) -> int:
    """How many pages there are: at least one."""
    return max(1, -(-len(board.standings) // PAGE))


def leaderboard_embed(
    board: Leaderboard, page: int, viewer_id: int | None, tongue: Tongue
) -> discord.Embed:
    """A page of a leaderboard, the last one where there are not so many.

    A viewer's own place is marked, or told below where it is on another page; None is everybody.
    """
    pages = leaderboard_pages(board)
    page = min(page, pages - 1)
    shown = board.standings[page * PAGE : (page + 1) * PAGE]
    lines = [_line(x, board, viewer_id, tongue) for x in shown] or [_empty(board, tongue)]
    own = None if viewer_id is None else board.of(viewer_id)
    if own is not None and own not in shown:
        lines += ["…", _line(own, board, viewer_id, tongue)]
    if board.playing:
        lines += ["", tongue("leaderboard-playing", number=board.playing)]
    embed = discord.Embed(
        title=_title(board, tongue), description="\n".join(lines), colour=LOOKS[Band.WARM].colour
    )
    return embed.set_footer(text=_footer(board, page, pages, tongue))


def golf(over_par: float | None, tongue: Tongue) -> str:
    """Strokes against par as golfers write them: −4, E, +3; a dash where there is no par."""
    if over_par is None:
        return "–"
    if not over_par:
        return tongue("leaderboard-even")
    return ("+" if over_par > 0 else "−") + tongue.number(abs(over_par))


def _line(standing: Standing, board: Leaderboard, viewer_id: int | None, tongue: Tongue) -> str:
    if board.period is not Period.DAY:
        detail = tongue(
            "leaderboard-of-days",
            solved=standing.solved,
            played=standing.played,
            par=golf(standing.over_par, tongue),
        )
    elif standing.solved:
        strokes = tongue("common-strokes", number=standing.strokes)
        detail = tongue("leaderboard-of-day", strokes=strokes, par=golf(standing.over_par, tongue))
    else:
        detail = tongue("leaderboard-unsolved")
    place = MEDALS.get(standing.place) if standing.solved else None
    line = tongue(
        "leaderboard-line",
        place=place or f"`{tongue.number(standing.place)}.`",
        member=f"<@{standing.member_id}>",
        points=round(standing.points),
        detail=detail,
    )
    return f"{line} ←" if standing.member_id == viewer_id else line


def _title(board: Leaderboard, tongue: Tongue) -> str:
    if board.period is Period.ALL:
        return tongue("leaderboard-title-all")
    if board.period is Period.WEEK:
        first, last = tongue.date(board.first, "MMMd"), tongue.date(board.last, "MMMd")
        return tongue("leaderboard-title-week", first=first, last=last)
    if board.puzzle is not None:
        name = puzzle_name(board.puzzle, board.today, tongue)
    else:
        name = day_name(board.day, board.today, tongue)
    return tongue("leaderboard-title-day", name=name)


def _empty(board: Leaderboard, tongue: Tongue) -> str:
    return tongue("leaderboard-empty" if board.last >= board.today else "leaderboard-empty-past")


def _footer(board: Leaderboard, page: int, pages: int, tongue: Tongue) -> str:
    how = "leaderboard-how-day" if board.period is Period.DAY else "leaderboard-how"
    if pages == 1:
        return tongue(how)
    turned = tongue("leaderboard-page", page=page + 1, pages=pages, number=len(board.standings))
    return f"{turned}\n{tongue(how)}"
