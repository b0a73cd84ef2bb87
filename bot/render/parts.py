"""What several embeds have in them: the meter, the table of words, the end, the footer."""

from collections.abc import Iterable, Sequence

import discord

from bot.i18n import Tongue
from bot.look import LOOKS, bar, degrees, shown_rank
from bot.rating import rating_words
from bot.text import mode_name, puzzle_name
from game.heat import Band, band
from game.model import Entry
from game.results import BoardView, Neighbour


def meter(entry: Entry, view: BoardView, tongue: Tongue) -> str:
    """One word's heat, and its rank where that is near."""
    warmth, rank = degrees(entry.rank, view.size), shown_rank(entry.rank, tongue)
    place = (
        tongue("common-far")
        if rank is None
        else tongue("common-rank", rank=rank, last=view.size - 1)
    )
    return f"{bar(warmth)} **{tongue.degrees(warmth)}** · {place}"


def table(view: BoardView, entries: Sequence[Entry], marked: Entry | None, tongue: Tongue) -> str:
    """Words with their ranks and heat, one a line; the marked one, if any, has an arrow."""
    rows = [_row(entry, view, entry == marked, tongue) for entry in entries]
    return "```\n" + "\n".join(rows) + "\n```"


def _row(entry: Entry, view: BoardView, marked: bool, tongue: Tongue) -> str:
    warmth = degrees(entry.rank, view.size)
    rank = "★" if entry.rank == 0 else shown_rank(entry.rank, tongue) or "·"
    note = f" {tongue('common-hint-mark')}" if entry.hint else " ←" if marked else ""
    return f"{rank:>6} {tongue.degrees(warmth):>6} {bar(warmth)} {entry.word}{note}"


def add_end(embed: discord.Embed, view: BoardView, tongue: Tongue) -> None:
    """Put the secret's neighbours below a finished board."""
    # There are no neighbours where the words have changed since.
    if view.board.finished and view.secret is not None and view.nearest:
        embed.add_field(
            name=tongue("common-nearest", secret=view.secret),
            value=near_words(view.nearest, tongue),
            inline=False,
        )


def near_words(nearest: Iterable[Neighbour], tongue: Tongue) -> str:
    """A secret's neighbours with their ranks, the nearest first."""
    by_rank = sorted(nearest, key=lambda near: near.rank)
    return " · ".join(f"{near.word} #{tongue.number(near.rank)}" for near in by_rank)


def colour(view: BoardView) -> int:
    """The colour of a board: its best word's."""
    best = view.board.best_rank
    return LOOKS[Band.FREEZING if best is None else band(best)].colour


def signed(
    embed: discord.Embed, view: BoardView, tongue: Tongue, *, told: bool = False
) -> discord.Embed:
    """The embed with its footer: which puzzle and board it is about, and what was spent.

    Par and what was spent are left out where the embed has `told` them.
    """
    parts = [
        puzzle_name(view.puzzle, view.today, tongue),
        mode_name(view.board.key.mode, tongue),
    ]
    if told:
        return embed.set_footer(text=" · ".join(parts))
    if rating := rating_words(view.puzzle, tongue):
        parts.append(rating)
    if view.board.attempts:
        parts.append(tongue("common-guesses", number=view.board.attempts))
    if view.board.hints:
        parts.append(tongue("common-hints-cost", strokes=view.board.hints))
    return embed.set_footer(text=" · ".join(parts))
