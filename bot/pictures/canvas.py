"""A sheet to draw on: smooth shapes first, crisp letters on top of them."""

import io
import math
from collections.abc import Sequence
from typing import Literal

from PIL import Image, ImageDraw

from bot.pictures.theme import Colour, Theme
from bot.pictures.type import Box, Style, font, inked

Point = tuple[float, float]
Anchor = Literal["ls", "ms", "rs", "lm", "mm", "rm"]

_FINE = 2
"""Shapes are drawn so many times as large and then reduced, as Pillow draws hard edges."""


class Canvas:
    """A sheet of so many pixels. `texts` are the letters on it, each with the room it takes."""

    def __init__(self, width: int, height: int, theme: Theme) -> None:
        self.theme = theme
        self.box = Box(0, 0, width, height)
        self.texts: list[tuple[str, Box, Style]] = []
        self._letters: list[tuple[Point, str, Style, Colour, str, Colour | None]] = []
        self._image = Image.new("RGB", (width * _FINE, height * _FINE), theme.ground)
        self._draw = ImageDraw.Draw(self._image)

    def text(
        self, at: Point, text: str, style: Style, colour: Colour, anchor: Anchor = "ls",
        halo: Colour | None = None,
    ) -> Box:  # fmt: skip
        """Write a text, with a halo that parts it from what is below; the room it takes."""
        # Whole pixels, so that the same text always looks the same.
        x, y = round(at[0]), round(at[1])
        box = inked(text, style, (x, y), anchor)
        self.texts.append((text, box, style))
        self._letters.append(((x, y), text, style, colour, anchor, halo))
        return box

    def line(self, points: Sequence[Point], colour: Colour, width: float) -> None:
        """Draw a line with round corners and ends."""
        fine = [(x * _FINE, y * _FINE) for x, y in points]
        self._draw.line(fine, colour, max(1, round(width * _FINE)), joint="curve")
        if width > 2:
            for point in (points[0], points[-1]):
                self.disc(point, width / 2, colour)

    def dashes(self, start: Point, end: Point, colour: Colour, width: float = 2) -> None:
        """Draw a dashed line."""
        length, dash, gap = math.dist(start, end), 10, 8
        for at in range(0, int(length), dash + gap):
            ends = [
                (start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t)
                for t in (at / length, min(1, (at + dash) / length))
            ]
            fine = [(x * _FINE, y * _FINE) for x, y in ends]
            self._draw.line(fine, colour, max(1, round(width * _FINE)))

    def rectangle(self, box: Box, colour: Colour, radius: float = 0) -> None:
        """Fill a rectangle, with round corners."""
        fine = tuple(side * _FINE for side in box)
        bounds = (fine[0], fine[1], fine[2] - 1, fine[3] - 1)
        if bounds[2] >= bounds[0] and bounds[3] >= bounds[1]:
            self._draw.rounded_rectangle(bounds, radius * _FINE, colour)

    def polygon(self, points: Sequence[Point], colour: Colour) -> None:
        """Fill a polygon."""
        self._draw.polygon([(x * _FINE, y * _FINE) for x, y in points], colour)

    def disc(self, at: Point, radius: float, colour: Colour) -> None:
        """Fill a circle."""
        self.oval(at, radius, radius, colour)

    def oval(self, at: Point, across: float, up: float, colour: Colour) -> None:
        """Fill an ellipse."""
        x, y = at
        bounds = ((x - across) * _FINE, (y - up) * _FINE, (x + across) * _FINE, (y + up) * _FINE)
        self._draw.ellipse(bounds, colour)

    def ring(self, at: Point, across: float, up: float, colour: Colour, width: float = 2) -> None:
        """Draw an ellipse's line."""
        x, y = at
        bounds = ((x - across) * _FINE, (y - up) * _FINE, (x + across) * _FINE, (y + up) * _FINE)
        self._draw.ellipse(bounds, None, colour, max(1, round(width * _FINE)))

    def star(self, at: Point, radius: float, colour: Colour) -> None:
        """Fill a star of five points."""
        self.polygon(_spokes(at, (radius, radius * 0.45), 10), colour)

    def diamond(self, at: Point, radius: float, colour: Colour) -> None:
        """Fill a square on its corner."""
        self.polygon(_spokes(at, (radius,), 4), colour)

    def png(self) -> bytes:
        """The picture; the same bytes whenever the same was drawn."""
        image = self._image.reduce(_FINE)
        draw = ImageDraw.Draw(image)
        for at, text, style, colour, anchor, halo in self._letters:
            if halo is not None:
                draw.text(at, text, colour, font(style), anchor, stroke_width=4, stroke_fill=halo)
            draw.text(at, text, colour, font(style), anchor)
        buffer = io.BytesIO()
        # A palette makes a third of the file; all pixels are not needed to find one.
        sample = image.resize((image.width // 3, image.height // 3), Image.Resampling.NEAREST)
        palette = sample.quantize(256, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        few = image.quantize(palette=palette, dither=Image.Dither.NONE)
        few.save(buffer, "PNG", compress_level=6)
        return buffer.getvalue()


def _spokes(at: Point, radii: Sequence[float], count: int) -> list[Point]:
    """Corners around a point, from the top on, at those radii in turn."""
    return [
        (
            at[0] + radii[step % len(radii)] * math.sin(math.tau * step / count),
            at[1] - radii[step % len(radii)] * math.cos(math.tau * step / count),
        )
        for step in range(count)
    ]
