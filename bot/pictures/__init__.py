"""Draws what happened as PNG pictures: pure functions of their input, Pillow and nothing else."""

from bot.pictures.studio import Picture, Studio
from bot.pictures.theme import Shade

__all__ = ["Picture", "Shade", "Studio"]
