"""Draws results as Discord embeds."""

from bot.render.board import board_embed, give_up_embed, practice_embed
from bot.render.guess import guess_embed
from bot.render.help import help_embed
from bot.render.hint import hint_embed, hint_offer
from bot.render.record import record_embed
from bot.render.why import why_embed

__all__ = [
    "board_embed",
    "give_up_embed",
    "guess_embed",
    "help_embed",
    "hint_embed",
    "hint_offer",
    "practice_embed",
    "record_embed",
    "why_embed",
]
