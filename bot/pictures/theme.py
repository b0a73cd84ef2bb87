"""What the pictures look like: colours, and nothing but colours."""

from dataclasses import dataclass
from enum import StrEnum

from game.heat import Band


class Shade(StrEnum):
    """The two looks of every picture."""

    DARK = "dark"
    LIGHT = "light"


Colour = tuple[int, int, int]


def rgb(number: int) -> Colour:
    """A colour from its number, 0xRRGGBB."""
    return number >> 16 & 255, number >> 8 & 255, number & 255


def mix(under: Colour, over: Colour, share: float) -> Colour:
    """So much of one colour laid over another."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(under, over, strict=True))
    return red, green, blue


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of a picture. `heat` is told apart with any colour blindness, and on `ground`."""

    shade: Shade
    ground: Colour
    panel: Colour
    line: Colour
    text: Colour
    muted: Colour
    ember: Colour
    heat: dict[Band, Colour]


def _heat(*numbers: int) -> dict[Band, Colour]:
    return dict(zip(Band, map(rgb, numbers), strict=True))


# The heat colours were found by search: from embers to ice, each at least 3:1 against its ground,
# every two as far apart as may be for every kind of sight. tests/bot/pictures hold both.
THEMES = {
    Shade.DARK: Theme(
        shade=Shade.DARK,
        ground=rgb(0x14161F),
        panel=rgb(0x1D202C),
        line=rgb(0x343849),
        text=rgb(0xF4F1EA),
        muted=rgb(0xA9ADBD),
        ember=rgb(0xFF9A52),
        heat=_heat(0xFF55AC, 0xD80031, 0xF9984B, 0xFAD425, 0xE5EFEC, 0x58B9FE, 0x6669D6),
    ),
    Shade.LIGHT: Theme(
        shade=Shade.LIGHT,
        ground=rgb(0xFBF8F3),
        panel=rgb(0xFFFFFF),
        line=rgb(0xD9D2C6),
        text=rgb(0x1E1B24),
        muted=rgb(0x615C6B),
        ember=rgb(0xC2410C),
        heat=_heat(0xBE2875, 0x7F1024, 0xAF1400, 0xC28100, 0x4098C0, 0x2A57A4, 0x001667),
    ),
}  # fmt: skip
