"""The buttons of the game as members see them; what they do is in the modules beside this one."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import discord

from bot.client import WarmerClient
from bot.components.ids import ANYWHERE, Spot, spot_of
from bot.i18n import Tongue
from bot.pictures.ids import Verb, custom_id
from bot.text import day_name
from game.model import Mode, PuzzleKind
from game.results import BoardView

Interaction = discord.Interaction[WarmerClient]
Button = discord.ui.Button[Any]
PRIMARY, DANGER = discord.ButtonStyle.primary, discord.ButtonStyle.danger
SECONDARY = discord.ButtonStyle.secondary
PRACTICE = "w1:play:practice"
LONGEST_LABEL = 80


def button(
    custom_id: str,
    label: str,
    emoji: str | None = None,
    style: discord.ButtonStyle = SECONDARY,
) -> Button:
    """A button of that custom id; its label is cut to what Discord takes."""
    return discord.ui.Button(
        custom_id=custom_id, label=label[:LONGEST_LABEL], emoji=emoji, style=style
    )


class Keys(discord.ui.View):
    """A message's components. They never change, and may be sent with any number of messages."""

    def __init__(self, rows: Iterable[Iterable[discord.ui.Item[Any]]]) -> None:
        super().__init__(timeout=None)
        for number, row in enumerate(rows):
            for item in row:
                item.row = number
                self.add_item(item)
        self._payload = super().to_components()
        # discord.py keeps a view that has not stopped, though a press finds its class by itself.
        self.stop()

    def to_components(self) -> list[dict[str, Any]]:
        """The components as Discord takes them."""
        return self._payload


def keys(*rows: Iterable[discord.ui.Item[Any]]) -> discord.ui.View:
    """A message's components, row by row. Nothing of it is kept in memory once it is sent."""
    return Keys(rows)


def keys_below(
    tongue: Tongue, view: BoardView, offered: Iterable[Iterable[Button]] = ()
) -> discord.ui.View:
    """What to do next on a board, and below that what else is offered."""
    more = list(offered)
    if view.board.entries and not view.board.finished and not more:  # nearly every answer's
        return _running_keys(tongue, spot_of(view))
    return keys(*rows_of(tongue, view), *more)


@lru_cache(1024)
def _running_keys(tongue: Tongue, spot: Spot) -> discord.ui.View:
    return keys(running_row(tongue, spot))


def old_post(interaction: Interaction, view: BoardView, tongue: Tongue) -> str | None:
    """What to say where a public post's button led to a day gone by; None where it did not."""
    posted = interaction.message is not None and not interaction.message.flags.ephemeral
    puzzle = view.puzzle
    if not posted or puzzle.kind is PuzzleKind.PRACTICE or puzzle.day == view.today:
        return None
    return tongue("play-old-post", day=day_name(puzzle.day, view.today, tongue))


def opening_row(tongue: Tongue, spot: Spot) -> list[Button]:
    """How to begin: below a post that everybody sees, and on a board without a word."""
    return [
        button(spot.id("guess"), tongue("components-guess"), "💬", PRIMARY),
        button(spot.id("board"), tongue("components-board"), "📋"),
        button(spot.id("hint"), tongue("components-hint"), "💡"),
    ]


def starting_row(tongue: Tongue) -> list[Button]:
    """How to begin wherever one last played, or with a round of practice."""
    practise = button(PRACTICE, tongue("components-practice"), "🎯")
    return [*opening_row(tongue, ANYWHERE), practise]


def running_row(tongue: Tongue, spot: Spot) -> list[Button]:
    """How to go on, below an answer on a board that has not ended."""
    return [
        button(spot.id("guess"), tongue("components-guess-again"), "💬", PRIMARY),
        button(spot.id("board"), tongue("components-board"), "📋"),
        button(spot.id("hint"), tongue("components-hint"), "💡"),
        button(spot.id("why"), tongue("components-why"), "❓"),
    ]


def ended_row(tongue: Tongue, spot: Spot) -> list[Button]:
    """What to do once the secret is known."""
    return [
        button(spot.id("why"), tongue("components-why"), "❓"),
        button(spot.id("near", 0), tongue("components-nearest"), "🧭"),
        button(spot.id("turn"), tongue("components-turning"), "↩️"),
        button(spot.id("guess"), tongue("components-explore"), "🔭"),
        button(PRACTICE, tongue("components-practice"), "🎯", PRIMARY),
    ]


def outside_row(tongue: Tongue, spot: Spot) -> list[Button]:
    """What to do with a shared board that has ended without the member."""
    alone = Spot(spot.puzzle_id, Mode.SOLO)
    return [
        button(spot.id("tell"), tongue("components-show"), "👀", DANGER),
        button(alone.id("guess"), tongue("components-solo"), "💬", PRIMARY),
    ]


def rows_of(tongue: Tongue, view: BoardView) -> list[list[Button]]:
    """What to do next on a board, as it stands for the member who sees it."""
    spot = spot_of(view)
    if view.secret is None:
        if view.board.finished:
            return [outside_row(tongue, spot)]
        return [running_row(tongue, spot) if view.board.entries else opening_row(tongue, spot)]
    key = view.board.key
    more = [
        button(spot.id("board"), tongue("components-board"), "📋"),
        button(custom_id(Verb.CARD, key), tongue("pictures-card"), "🖼️"),
        button(custom_id(Verb.SHARE, key), tongue("pictures-share"), "📣"),
    ]
    return [ended_row(tongue, spot), more]
