"""Turns pictures into files to be sent."""

import io

import discord

from bot.pictures import Picture


def file_of(picture: Picture) -> discord.File:
    """The picture as a file, with its words for those who cannot see it; to be sent once."""
    return discord.File(io.BytesIO(picture.png), picture.name, description=picture.alt)
