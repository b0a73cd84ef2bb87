"""Draws results as Discord embeds."""

from bot.render.board import board_embed, give_up_embed, practice_embed
from bot.render.guess import guess_embed
from bot.render.help import help_embed
from bot.render.hint import hint_embed
from bot.render.record import record_embed

__all__ = [
    "board_embed",
    "give_up_embed",
    "guess_embed",
    "help_embed",
    "hint_embed",
    "practice_embed",
    "record_embed",
]
