"""How heat looks: colours, the bar, and which ranks are told."""

from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray

from bot.i18n import LANGUAGES, tongue
from bot.look import LOOKS, band_name, bar, shown_rank
from game.heat import NEAR, Band

# What is seen with one kind of cone missing: Machado, Oliveira and Fernandes (2009), severity 1.0,
# on linear RGB.
SIGHT = {
    "usual": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    "red-blind": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "green-blind": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "blue-blind": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}
TO_XYZ = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
WHITE = (0.9505, 1.0, 1.089)


def lab(colour: int, sight: list[list[float]]) -> NDArray[np.float64]:
    """The CIE L*a*b* coordinates of a colour as it is seen."""
    channels = np.array([colour >> 16 & 255, colour >> 8 & 255, colour & 255]) / 255
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    seen = np.clip(np.array(sight) @ linear, 0, 1)
    parts = np.array(TO_XYZ) @ seen / np.array(WHITE)
    x, y, z = np.where(parts > (6 / 29) ** 3, np.cbrt(parts), parts * (29 / 6) ** 2 / 3 + 4 / 29)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("sight", SIGHT)
def test_colours_differ_for_everybody(sight: str) -> None:
    """Every two bands are at least 15 apart (CIE 1976; 2.3 is just noticeable), however seen."""
    seen = {band: lab(look.colour, SIGHT[sight]) for band, look in LOOKS.items()}
    alike = [
        (one, other)
        for one, other in combinations(Band, 2)
        if np.linalg.norm(seen[one] - seen[other]) < 15
    ]
    assert alike == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_bands_do_not_rest_on_colour(code: str) -> None:
    """Every band has a name and an emoji of its own, in every language."""
    assert len({band_name(band, tongue(code)) for band in Band}) == len(Band)
    assert len({look.emoji for look in LOOKS.values()}) == len(Band)


def test_only_near_ranks_are_told() -> None:
    """The thousandth word still has its rank said, the next one not."""
    shown = [shown_rank(rank, tongue("en")) for rank in (1, NEAR, NEAR + 1)]
    assert shown == ["#1", "#1,000", None]


@pytest.mark.parametrize(
    ("warmth", "full"), [(0, 0), (4.9, 0), (5, 1), (50, 5), (94.9, 9), (100, 10)]
)
def test_bar_has_ten_cells(warmth: float, full: int) -> None:
    """As many cells are full as tens of degrees, rounded."""
    assert bar(warmth) == "▰" * full + "▱" * (10 - full)
