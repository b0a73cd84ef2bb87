"""The colours of the pictures, for every kind of sight."""

from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray

from bot.pictures.theme import THEMES, Colour, Shade, mix

# What is seen with one kind of cone missing: Machado, Oliveira and Fernandes (2009), severity 1.0.
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
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
WHITE = np.array([0.9505, 1.0, 1.089])


def linear(colour: Colour) -> NDArray[np.float64]:
    """The light of a colour's three channels."""
    channels = np.array(colour) / 255
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def lab(colour: Colour, sight: list[list[float]]) -> NDArray[np.float64]:
    """The CIE L*a*b* coordinates of a colour as it is seen."""
    parts = TO_XYZ @ np.clip(np.array(sight) @ linear(colour), 0, 1) / WHITE
    x, y, z = np.where(parts > (6 / 29) ** 3, np.cbrt(parts), parts * (29 / 6) ** 2 / 3 + 4 / 29)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def contrast(one: Colour, other: Colour) -> float:
    """The contrast of two colours (WCAG 2.2): from 1 to 21."""
    low, high = sorted(float(TO_XYZ[1] @ linear(colour)) + 0.05 for colour in (one, other))
    return high / low


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("shade", Shade)
def test_heat_is_told_apart_by_everybody(shade: Shade, sight: str) -> None:
    """Every two bands' colours are at least 20 apart (CIE 1976), however they are seen."""
    seen = [lab(colour, SIGHT[sight]) for colour in THEMES[shade].heat.values()]
    assert min(np.linalg.norm(one - other) for one, other in combinations(seen, 2)) >= 20


@pytest.mark.parametrize("shade", Shade)
def test_marks_stand_out(shade: Shade) -> None:
    """Every band's colour has the contrast that marks need (3:1) against its ground."""
    theme = THEMES[shade]
    for colour in (*theme.heat.values(), theme.ember):
        assert contrast(colour, theme.ground) >= 3


@pytest.mark.parametrize("shade", Shade)
def test_letters_are_readable(shade: Shade) -> None:
    """All letters have the contrast that text needs (4.5:1), on whatever they are written."""
    theme = THEMES[shade]
    grounds = [theme.ground, theme.panel, mix(theme.panel, theme.line, 0.55)]
    for ground in grounds:
        assert contrast(theme.text, ground) >= 7
    for ground in (theme.ground, theme.panel):
        assert contrast(theme.muted, ground) >= 4.5
    assert contrast(theme.ground, theme.ember) >= 4.5  # "median" inside its column
