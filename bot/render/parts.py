"""What several embeds have in them: the meter, the table of words, the end, the footer."""

from collections.abc import Sequence

import discord

from bot.look import FAR, LOOKS, bar, degrees, shown_rank
from bot.rating import rating_words
from bot.text import count, mode_name, puzzle_name
from game.heat import Band, band
from game.model import Entry
from game.results import BoardView


def meter(entry: Entry, view: BoardView) -> str:
    """One word's heat, and its rank where that is near."""
    warmth, rank = degrees(entry.rank, view.size), shown_rank(entry.rank)
    place = FAR if rank is None else f"rank **{rank}** of {view.size - 1:,}"
    return f"{bar(warmth)} **{warmth:.1f}°** · {place}"


def table(view: BoardView, entries: Sequence[Entry], marked: Entry | None = None) -> str:
    """Words with their ranks and heat, one a line; the marked one has an arrow."""
    rows = [_row(entry, view, entry == marked) for entry in entries]
    return "```\n" + "\n".join(rows) + "\n```"


def _row(entry: Entry, view: BoardView, marked: bool) -> str:
    warmth = degrees(entry.rank, view.size)
    rank = "★" if entry.rank == 0 else shown_rank(entry.rank) or "·"
    note = " (hint)" if entry.hint else " ←" if marked else ""
    return f"{rank:>6} {warmth:5.1f}° {bar(warmth)} {entry.word}{note}"


def add_end(embed: discord.Embed, view: BoardView) -> None:
    """Put the secret's neighbours below a finished board."""
    # There are no neighbours where the words have changed since.
    if view.board.finished and view.secret is not None and view.nearest:
        embed.add_field(
            name=f"Nearest to {view.secret}",
            value=" · ".join(near.word for near in view.nearest),
            inline=False,
        )


def colour(view: BoardView) -> int:
    """The colour of a board: its best word's."""
    best = view.board.best_rank
    return LOOKS[Band.FREEZING if best is None else band(best)].colour


def signed(embed: discord.Embed, view: BoardView) -> discord.Embed:
    """The embed with its footer: which puzzle and board it is about, and what was spent."""
    parts = [puzzle_name(view.puzzle, view.today), mode_name(view.board.key.mode)]
    if rating := rating_words(view.puzzle):
        parts.append(rating)
    if view.board.attempts:
        parts.append(count(view.board.attempts, "guess"))
    if view.board.hints:
        parts.append(f"+{view.board.hints:,} for hints")
    return embed.set_footer(text=" · ".join(parts))
