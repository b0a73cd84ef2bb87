"""Draws boards: as they stand, given up, and new."""

from dataclasses import dataclass
from enum import StrEnum

import discord

from bot.i18n import Tongue
from bot.look import LOOKS
from bot.render.parts import add_end, colour, signed
from bot.render.words import lines_of, words_of
from game.heat import Band
from game.model import Board, PuzzleKind
from game.results import BoardView, GiveUpResult

PAGE = 25
"""How many words a page of a board shows."""


class Sort(StrEnum):
    """The order of a board's words."""

    HEAT = "h"
    """The nearest first."""
    TIME = "t"
    """The latest first."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """Which part of a board is shown. `lifted` says that its member asked to see every word."""

    sort: Sort = Sort.HEAT
    page: int = 0
    lifted: bool = False


FIRST = Leaf()


def pages(view: BoardView) -> int:
    """How many pages a board has: at least one."""
    return max(1, -(-len(lines_of(view)) // PAGE))


def board_embed(view: BoardView, tongue: Tongue, leaf: Leaf = FIRST) -> discord.Embed:
    """A page of a board; beyond the last one it is that."""
    if view.board.finished and view.secret is None:
        return signed(outside_embed(view.board, tongue), view, tongue)
    title = tongue(f"board-title-{view.board.key.mode}")
    embed = discord.Embed(title=title, colour=colour(view))
    lines = lines_of(view)
    if not lines:
        embed.description = tongue("board-empty")
        return signed(embed, view, tongue)
    if leaf.sort is Sort.TIME:
        lines.sort(key=lambda line: -line.position)
    page, last = min(leaf.page, pages(view) - 1), pages(view)
    blocks = [words_of(view, lines[page * PAGE : (page + 1) * PAGE], tongue)]
    if leaf.lifted:
        blocks.insert(0, tongue("board-lifted"))
    if last > 1:
        blocks.append(tongue("board-page", page=page + 1, pages=last, words=len(lines)))
    if view.veiled:
        blocks.append(tongue("board-veiled", number=len(view.veiled)))
    embed.description = "\n".join(blocks)
    add_end(embed, view, tongue)
    return signed(embed, view, tongue)


def outside_embed(board: Board, tongue: Tongue) -> discord.Embed:
    """A shared board that has ended without the member, and nothing of how."""
    return discord.Embed(
        title=tongue(f"board-title-{board.key.mode}"),
        description=tongue("board-outside", button=tongue("components-show")),
        colour=LOOKS[Band.MILD].colour,
    )


def give_up_embed(result: GiveUpResult, tongue: Tongue) -> discord.Embed:
    """The end of a board, or one more wish for it."""
    view = result.view
    if not view.board.finished:
        missing = result.needed - result.votes
        embed = discord.Embed(
            title=tongue("board-give-up-title"),
            description=tongue("board-give-up-votes", votes=result.votes, missing=missing),
            colour=LOOKS[Band.MILD].colour,
        )
        return signed(embed, view, tongue)
    spent = tongue("board-given-up", guesses=view.board.attempts)
    embed = discord.Embed(
        title=tongue("board-given-up-title", secret=view.secret or ""),
        description=f"{spent} {_consolation(view, tongue)}",
        colour=LOOKS[Band.FREEZING].colour,
    )
    add_end(embed, view, tongue)
    return signed(embed, view, tongue)


def ask_embed(result: GiveUpResult, tongue: Tongue) -> discord.Embed:
    """The question before a board is given up."""
    view = result.view
    if result.needed > 1:
        text = tongue("board-ask-votes", votes=result.votes, needed=result.needed)
    else:
        text = tongue("board-ask", guesses=view.board.attempts)
    embed = discord.Embed(
        title=tongue("board-ask-title"), description=text, colour=LOOKS[Band.MILD].colour
    )
    return signed(embed, view, tongue)


def practice_embed(view: BoardView, tongue: Tongue) -> discord.Embed:
    """The start of a practice round."""
    embed = discord.Embed(
        title=tongue("board-practice-title", number=view.puzzle.number),
        description=tongue("board-practice"),
        colour=LOOKS[Band.MILD].colour,
    )
    return signed(embed, view, tongue)


def _consolation(view: BoardView, tongue: Tongue) -> str:
    if view.puzzle.kind is PuzzleKind.DAILY and view.puzzle.day == view.today:
        return tongue("board-another-tomorrow")
    return tongue("board-another-now")
