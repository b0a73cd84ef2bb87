"""How heat looks: an emoji, a colour and a name for each band, the bar, and the rank."""

from typing import NamedTuple

from bot.i18n import Tongue
from game.heat import NEAR, Band, heat


class Look(NamedTuple):
    """The face of one band of heat."""

    emoji: str
    colour: int


# From the blue of ice over pale to the red of embers (after ColorBrewer's RdYlBu), which are told
# apart by people with any colour blindness; the emoji and the name say the same once more.
LOOKS = {
    Band.FOUND: Look("🎉", 0xC51B7D),
    Band.BOILING: Look("🔥", 0xA50026),
    Band.HOT: Look("🌶️", 0xF46D43),
    Band.WARM: Look("☀️", 0xFDD27A),
    Band.MILD: Look("🌤️", 0xB9DDE8),
    Band.COLD: Look("❄️", 0x6096C8),
    Band.FREEZING: Look("🧊", 0x313695),
}
_CELLS = 10


def degrees(rank: int, size: int) -> float:
    """The heat of a rank, also of one from an older and longer list of words."""
    return heat(min(rank, size - 1), size)


def bar(warmth: float) -> str:
    """Heat from 0 to 100 as ten cells."""
    full = min(_CELLS, int(warmth / 100 * _CELLS + 0.5))
    return "▰" * full + "▱" * (_CELLS - full)


def band_name(band: Band, tongue: Tongue) -> str:
    """What a band is called."""
    return tongue(f"common-band-{band}")


def shown_rank(rank: int, tongue: Tongue) -> str | None:
    """The exact rank of a near word as players see it, and None for a far one's."""
    return f"#{tongue.number(rank)}" if rank <= NEAR else None
