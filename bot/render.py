"""Draws results as Discord embeds."""

from collections.abc import Iterable, Sequence

import discord
from discord.utils import escape_markdown

from bot.look import LOOKS, bar, degrees
from bot.text import count, mode_name, puzzle_name
from game.heat import Band, band
from game.model import Entry, Mode, PuzzleKind
from game.results import BoardView, GiveUpResult, GuessResult, HintResult, Neighbour, Record
from game.stats import BUCKETS

CLOSEST = 5
"""How many of the closest words a guess is answered with."""
WHOLE = 25
"""How many words a board shows."""


def guess_embed(result: GuessResult) -> discord.Embed:
    """The answer to a guess."""
    entry, view = result.entry, result.view
    look = LOOKS[band(entry.rank)]
    if entry.rank == 0:
        return _found(result)
    lines = [_meter(entry, view), _change(result)]
    if result.typed != entry.word:
        lines.insert(0, f"*{result.typed}* counts as **{entry.word}**.")
    embed = discord.Embed(
        title=f"{look.emoji} {entry.word} is {look.name}",
        description="\n".join(line for line in lines if line),
        colour=look.colour,
    )
    if len(view.entries) > 1:
        embed.add_field(
            name="Closest so far", value=_table(view, view.entries[:CLOSEST], entry), inline=False
        )
    return _signed(embed, view)


def board_embed(view: BoardView) -> discord.Embed:
    """A whole board."""
    title = "The shared board" if view.board.key.mode is Mode.TOGETHER else "Your board"
    embed = discord.Embed(title=title, colour=_colour(view))
    if not view.entries:
        embed.description = (
            "Nothing on it yet. Find the secret word: guess any word with `/guess`, and I tell "
            "you how close it is *in meaning*."
        )
        return _signed(embed, view)
    shown = view.entries[:WHOLE]
    embed.description = _table(view, shown)
    if len(view.entries) > len(shown):
        embed.description += f"\nand {len(view.entries) - len(shown):,} colder ones"
    _add_end(embed, view)
    return _signed(embed, view)


def hint_embed(result: HintResult) -> discord.Embed:
    """A hint."""
    entry, view = result.entry, result.view
    embed = discord.Embed(
        title=f"💡 Try around {entry.word}",
        description=f"{_meter(entry, view)}\nHints cost no guess; they are counted beside them.",
        colour=LOOKS[band(entry.rank)].colour,
    )
    return _signed(embed, view)


def give_up_embed(result: GiveUpResult) -> discord.Embed:
    """The end of a board, or one more wish for it."""
    view = result.view
    if not view.board.finished:
        missing = result.needed - result.votes
        embed = discord.Embed(
            title="🏳️ Give up together?",
            description=f"{count(result.votes, 'player')} would like to. It takes {missing} more "
            "`/giveup` from somebody else here.",
            colour=LOOKS[Band.MILD].colour,
        )
        return _signed(embed, view)
    embed = discord.Embed(
        title=f"🏳️ The word was {view.secret}",
        description=f"After {count(view.board.attempts, 'guess')}. {_consolation(view)}",
        colour=LOOKS[Band.COLD].colour,
    )
    _add_end(embed, view)
    return _signed(embed, view)


def practice_embed(view: BoardView) -> discord.Embed:
    """The start of a practice round."""
    embed = discord.Embed(
        title=f"🎯 Practice round {view.puzzle.number}",
        description="A fresh secret, just for you, and it counts for nothing. Your `/guess`, "
        "`/hint`, `/board` and `/giveup` now go here, until you find it or choose "
        "`puzzle: today`.",
        colour=LOOKS[Band.COOL].colour,
    )
    return _signed(embed, view)


def record_embed(record: Record, name: str) -> discord.Embed:
    """A member's statistics."""
    figures = record.statistics
    embed = discord.Embed(title=f"📊 {escape_markdown(name)}", colour=LOOKS[Band.WARM].colour)
    if not figures.played:
        embed.description = "No daily puzzle played yet. Today's is waiting: `/guess`."
        return embed
    rate = 100 * figures.solved / figures.played
    rows = {
        "Played": f"{figures.played:,}",
        "Solved": f"{figures.solved:,} ({rate:.0f} %)",
        "Streak": f"{count(figures.streak, 'day')} (longest {figures.longest_streak:,})",
        "Best": "–" if figures.best is None else count(figures.best, "guess"),
        "Median": "–" if figures.median is None else count(figures.median, "guess"),
        "Given up": f"{figures.gave_up:,}",
    }
    for label, value in rows.items():
        embed.add_field(name=label, value=value)
    if figures.solved:
        embed.add_field(
            name="Guesses to solve", value=_distribution(figures.distribution), inline=False
        )
    return embed


def help_embed() -> discord.Embed:
    """How to play."""
    bands = "\n".join(
        f"{LOOKS[name].emoji} **{LOOKS[name].name}**: {where}" for name, where in _BANDS.items()
    )
    embed = discord.Embed(
        title="How to play Warmer",
        description="Every day has a secret word, the same for the whole server. Guess any word: "
        "I answer how close it is **in meaning**, not in spelling. Rank #1 is the nearest of all "
        "words; the secret itself is the end of the road.",
        colour=LOOKS[Band.WARM].colour,
    )
    embed.add_field(name="Heat", value=bands, inline=False)
    embed.add_field(name="Commands", value=_COMMANDS, inline=False)
    embed.add_field(
        name="Fair play",
        value="Unknown words and words said twice cost nothing. `dogs` counts as `dog`. Your solo "
        "guesses are seen by you alone. Stuck? A hint halves the way.",
        inline=False,
    )
    return embed


_BANDS = {
    Band.BURNING: "rank 1 to 10",
    Band.HOT: "up to 100",
    Band.WARM: "up to 500",
    Band.MILD: "up to 2,000",
    Band.COOL: "up to 8,000",
    Band.COLD: "beyond",
}
_COMMANDS = (
    "`/guess word` guess a word\n"
    "`/board` see all your guesses, nearest first\n"
    "`/hint` a word nearer than your best\n"
    "`/giveup` learn the word\n"
    "`/practice` another secret, right now, as often as you like\n"
    "`/stats` your record, or somebody's\n"
    "With `mode: together` a channel shares one board; `puzzle` reaches the days gone by."
)


def _found(result: GuessResult) -> discord.Embed:
    view, entry = result.view, result.entry
    if not result.solves:
        text = "That is the word, and you knew it: this board has ended."
    else:
        text = f"Found in **{count(entry.attempt or 0, 'guess')}**"
        text += f" and {count(view.board.hints, 'hint')}." if view.board.hints else "."
        if view.board.key.mode is Mode.TOGETHER:
            text = f"<@{entry.member_id}> found it. {text}"
    embed = discord.Embed(
        title=f"🎉 {entry.word} it is!", description=text, colour=LOOKS[Band.FOUND].colour
    )
    _add_end(embed, view)
    return _signed(embed, view)


def _consolation(view: BoardView) -> str:
    again = "`/practice` has another word right now."
    if view.puzzle.kind is PuzzleKind.DAILY and view.puzzle.day == view.today:
        return f"Tomorrow is another word, and {again} Guess on here to look around."
    return f"Your guesses go to today's puzzle again, and {again}"


def _meter(entry: Entry, view: BoardView) -> str:
    warmth = degrees(entry.rank, view.size)
    return f"{bar(warmth)} **{warmth:.1f}°** · rank **#{entry.rank:,}** of {view.size - 1:,}"


def _change(result: GuessResult) -> str:
    entry, before = result.entry, result.best_before
    if entry.attempt is None:
        return "The board has ended, so this one is just for exploring."
    if before is None:
        return "A first step. Warmer words have lower ranks."
    if entry.rank < before:
        return f"⬆️ The closest yet! It was #{before:,}."
    return f"The closest is still #{before:,}."


def _table(view: BoardView, entries: Sequence[Entry], marked: Entry | None = None) -> str:
    rows = [_row(entry, view, entry == marked) for entry in entries]
    return "```\n" + "\n".join(rows) + "\n```"


def _row(entry: Entry, view: BoardView, marked: bool) -> str:
    warmth = degrees(entry.rank, view.size)
    rank = "★" if entry.rank == 0 else f"#{entry.rank:,}"
    note = " (hint)" if entry.hint else " ←" if marked else ""
    return f"{rank:>7} {warmth:5.1f}° {bar(warmth)} {entry.word}{note}"


def _add_end(embed: discord.Embed, view: BoardView) -> None:
    # There are no neighbours where the words have changed since.
    if view.board.finished and view.secret is not None and view.nearest:
        embed.add_field(
            name=f"Nearest to {view.secret}", value=_nearest(view.nearest), inline=False
        )


def _nearest(words: Iterable[Neighbour]) -> str:
    return " · ".join(near.word for near in words)


def _colour(view: BoardView) -> int:
    best = view.board.best_rank
    return LOOKS[Band.COLD if best is None else band(best)].colour


def _signed(embed: discord.Embed, view: BoardView) -> discord.Embed:
    parts = [puzzle_name(view.puzzle, view.today), mode_name(view.board.key.mode)]
    if view.board.attempts:
        parts.append(count(view.board.attempts, "guess"))
    if view.board.hints:
        parts.append(count(view.board.hints, "hint"))
    return embed.set_footer(text=" · ".join(parts))


def _distribution(columns: Sequence[int]) -> str:
    ends = [*map(str, BUCKETS), "more"]
    starts = ["1", *(str(end + 1) for end in BUCKETS)]
    peak = max(columns) or 1
    rows = []
    for start, end, number in zip(starts, ends, columns, strict=True):
        label = f"{start}–{end}" if end != "more" else f"{start}+"
        rows.append(f"{label:>8} {'█' * round(16 * number / peak) or '·'} {number}")
    return "```\n" + "\n".join(rows) + "\n```"
