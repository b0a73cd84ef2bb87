"""Letters: the fonts that ship with the pictures, and how much room a text takes."""

from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from PIL import ImageFont

_FONTS = Path(__file__).with_name("fonts")


class Weight(StrEnum):
    """The cuts of Inter."""

    REGULAR = "Regular"
    SEMIBOLD = "SemiBold"
    EXTRABOLD = "ExtraBold"


class Style(NamedTuple):
    """A cut and a size in pixels."""

    size: int
    weight: Weight = Weight.REGULAR


class Box(NamedTuple):
    """A rectangle on the picture."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box", apart: float = 0) -> bool:
        """Whether the two share a spot, or lie nearer than that."""
        return (
            self.left < other.right + apart
            and other.left < self.right + apart
            and self.top < other.bottom + apart
            and other.top < self.bottom + apart
        )

    def inside(self, other: "Box") -> bool:
        """Whether it lies within the other wholly."""
        return (
            self.left >= other.left
            and self.top >= other.top
            and self.right <= other.right
            and self.bottom <= other.bottom
        )


@cache
def font(style: Style) -> ImageFont.FreeTypeFont:
    """The font of a style. Laid out by Pillow alone, so that machines do not differ."""
    path = _FONTS / f"Inter-{style.weight}.ttf"
    return ImageFont.truetype(path, style.size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(4096)
def width(text: str, style: Style) -> float:
    """How wide a text is."""
    return font(style).getlength(text)


@lru_cache(4096)
def ink(text: str, style: Style, anchor: str = "ls") -> Box:
    """The rectangle that a text's ink fills, from where it is anchored."""
    return Box(*font(style).getbbox(text, anchor=anchor))


def inked(text: str, style: Style, at: tuple[float, float], anchor: str = "ls") -> Box:
    """The rectangle that a text's ink fills when it is written at a point, to the pixel."""
    left, top, right, bottom = ink(text, style, anchor)
    x, y = round(at[0]), round(at[1])
    return Box(x + left, y + top, x + right, y + bottom)


def fitted(text: str, style: Style, room: float, least: int = 24) -> tuple[str, Style]:
    """The text in the largest size up to the style's that fits the room, cut where none does."""
    size = style.size
    while size > least and width(text, Style(size, style.weight)) > room:
        size -= 1
    smaller = Style(size, style.weight)
    if width(text, smaller) <= room:
        return text, smaller
    while text and width(text + "…", smaller) > room:
        text = text[:-1]
    return text.rstrip() + "…", smaller


@cache
def _known() -> frozenset[str]:
    return frozenset((_FONTS / "glyphs.txt").read_text(encoding="utf-8"))


def writable(text: str) -> str:
    """The text without what the fonts have no letters for."""
    return "".join(letter for letter in text if letter in _known()).strip()
