"""A picture small enough for a terminal, two pixels to a character."""

import io

from PIL import Image
from rich.color import Color
from rich.style import Style as Look
from rich.text import Text

from bot.local.exchange import Attachment

COLUMNS, ROWS = 48, 16
_LARGEST = 4_000_000
_UPPER = "▀"


def preview(attachment: Attachment, width: int) -> Text | None:
    """Return a picture as coloured half blocks, or None where it is none or is too large."""
    if len(attachment.content) > _LARGEST:
        return None
    try:
        with Image.open(io.BytesIO(attachment.content)) as opened:
            picture = _small(opened.convert("RGB"), min(width, COLUMNS))
    except (OSError, ValueError, Image.DecompressionBombError):
        return None
    return _blocks(picture)


def _small(picture: Image.Image, columns: int) -> Image.Image:
    scale = min(columns / picture.width, 2 * ROWS / picture.height, 1.0)
    width = max(1, round(picture.width * scale))
    height = max(2, round(picture.height * scale / 2) * 2)
    return picture.resize((width, height), Image.Resampling.LANCZOS)


def _blocks(picture: Image.Image) -> Text:
    drawn = Text(no_wrap=True, overflow="crop")
    for top in range(0, picture.height, 2):
        if top:
            drawn.append("\n")
        for left in range(picture.width):
            upper, lower = (_colour(picture, left, row) for row in (top, top + 1))
            drawn.append(_UPPER, Look(color=upper, bgcolor=lower))
    return drawn


def _colour(picture: Image.Image, left: int, top: int) -> Color:
    red, green, blue = picture.getpixel((left, top))  # type: ignore[misc]  # RGB has three bands
    return Color.from_rgb(red, green, blue)
