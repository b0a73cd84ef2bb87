"""How heat looks: an emoji, a colour and a name for each band, and the bar."""

from typing import NamedTuple

from game.heat import Band, heat


class Look(NamedTuple):
    """The face of one band of heat."""

    emoji: str
    name: str
    colour: int


# From the deep blue of ice to the red of embers, in steps of lightness that colour-blind people
# can tell apart as well; the emoji and the name say the same once more.
LOOKS = {
    Band.FOUND: Look("🎉", "found", 0x2E9E5B),
    Band.BURNING: Look("🔥", "burning", 0xB3201F),
    Band.HOT: Look("🌶️", "hot", 0xE0562B),
    Band.WARM: Look("☀️", "warm", 0xF2A93B),
    Band.MILD: Look("🌤️", "mild", 0xD9C86A),
    Band.COOL: Look("🍃", "cool", 0x7FB8C9),
    Band.COLD: Look("🧊", "cold", 0x2F5D9B),
}
_CELLS = 10


def degrees(rank: int, size: int) -> float:
    """The heat of a rank, also of one from an older and longer list of words."""
    return heat(min(rank, size - 1), size)


def bar(warmth: float) -> str:
    """Heat from 0 to 100 as ten cells."""
    full = min(_CELLS, int(warmth / 100 * _CELLS + 0.5))
    return "▰" * full + "▱" * (_CELLS - full)
