"""How heat looks: an emoji, a colour and a name for each band, the bar, and the rank."""

from typing import NamedTuple

from game.heat import NEAR, Band, heat


class Look(NamedTuple):
    """The face of one band of heat."""

    emoji: str
    name: str
    colour: int


# From the blue of ice over pale to the red of embers (after ColorBrewer's RdYlBu), which are told
# apart by people with any colour blindness; the emoji and the name say the same once more.
LOOKS = {
    Band.FOUND: Look("🎉", "found", 0xC51B7D),
    Band.BOILING: Look("🔥", "boiling", 0xA50026),
    Band.HOT: Look("🌶️", "hot", 0xF46D43),
    Band.WARM: Look("☀️", "warm", 0xFDD27A),
    Band.MILD: Look("🌤️", "mild", 0xB9DDE8),
    Band.COLD: Look("❄️", "cold", 0x6096C8),
    Band.FREEZING: Look("🧊", "freezing", 0x313695),
}
FAR = "not among the nearest 1,000"
"""What is said in place of the rank of a word that is far off."""
_CELLS = 10


def degrees(rank: int, size: int) -> float:
    """The heat of a rank, also of one from an older and longer list of words."""
    return heat(min(rank, size - 1), size)


def bar(warmth: float) -> str:
    """Heat from 0 to 100 as ten cells."""
    full = min(_CELLS, int(warmth / 100 * _CELLS + 0.5))
    return "▰" * full + "▱" * (_CELLS - full)


def shown_rank(rank: int) -> str | None:
    """The exact rank of a near word as players see it, and None for a far one's."""
    return f"#{rank:,}" if rank <= NEAR else None
