"""The picture of a member's record: how many strokes their puzzles took."""

from bot.i18n import Tongue
from bot.pictures.canvas import Canvas
from bot.pictures.parts import MARGIN, SMALL, ember
from bot.pictures.theme import Theme, mix
from bot.pictures.type import Box, Style, Weight, fitted, width, writable
from bot.pictures.words import ranges
from game.albums import Tally
from game.heat import Band
from game.stats import BUCKETS, Statistics

WIDTH, HEIGHT = 1200, 676
_TITLE, _FIGURE = Style(48, Weight.EXTRABOLD), Style(46, Weight.EXTRABOLD)
_COUNT = Style(28, Weight.SEMIBOLD)
_BAR = 26


def record_picture(tally: Tally, name: str, theme: Theme, tongue: Tongue) -> Canvas:
    """Draw a record; of the name only what the letters here can write."""
    canvas = Canvas(WIDTH, HEIGHT, theme)
    ember(canvas, (MARGIN + 16, 66), 52)
    title = writable(name) or tongue("pictures-record")
    text, style = fitted(title, _TITLE, WIDTH - 2 * MARGIN - 60, 30)
    canvas.text((MARGIN + 54, 82), text, style, theme.text)
    _figures(canvas, tally.statistics, tongue)
    if tally.statistics.solved:
        compared = sum(tally.against_par) > 0
        canvas.text((MARGIN, 274), tongue("pictures-columns"), SMALL, theme.muted)
        _columns(canvas, tally.statistics, 640 - (110 if compared else 0), tongue)
        if compared:
            _against_par(canvas, tally.against_par, tongue)
    else:
        middle = (WIDTH / 2, 460)
        canvas.text(middle, tongue("pictures-no-record"), Style(34), theme.muted, "ms")
    return canvas


def _figures(canvas: Canvas, figures: Statistics, tongue: Tongue) -> None:
    """Write the figures side by side."""
    theme = canvas.theme
    shown = [
        ("pictures-played", tongue.number(figures.played)),
        ("pictures-solved", tongue.number(figures.solved)),
        ("pictures-streak-label", tongue.number(figures.streak)),
        ("pictures-longest", tongue.number(figures.longest_streak)),
        ("pictures-best", "–" if figures.best is None else tongue.number(figures.best)),
        ("pictures-median", "–" if figures.median is None else tongue.number(figures.median)),
    ]
    wide = (WIDTH - 2 * MARGIN) / len(shown)
    canvas.rectangle(Box(MARGIN - 24, 116, WIDTH - MARGIN + 24, 226), theme.panel, 18)
    for at, (key, text) in enumerate(shown):
        middle = MARGIN + (at + 0.5) * wide
        canvas.text((middle, 172), text, _FIGURE, theme.text, "ms")
        label, style = fitted(tongue(key), SMALL, wide - 8)
        canvas.text((middle, 208), label, style, theme.muted, "ms")


def _columns(canvas: Canvas, figures: Statistics, bottom: float, tongue: Tongue) -> None:
    """Draw a column for each range of strokes; the one with the median is lit and named."""
    theme, top = canvas.theme, 330
    counts = figures.distribution
    wide = (WIDTH - 2 * MARGIN) / len(counts)
    lit = None if figures.median is None else sum(figures.median > end for end in BUCKETS)
    for at, (label, number) in enumerate(zip(ranges(tongue), counts, strict=True)):
        middle = MARGIN + (at + 0.5) * wide
        high = (bottom - 44 - top) * number / max(counts)
        colour = theme.ember if at == lit else mix(theme.ground, theme.heat[Band.COLD], 0.75)
        foot = bottom - 44
        tall = max(high, 4)
        box = Box(middle - wide * 0.36, foot - tall, middle + wide * 0.36, foot)
        canvas.rectangle(box, colour if number else theme.line, min(10, tall / 2))
        paint = theme.text if number else theme.muted
        canvas.text((middle, foot - tall - 12), tongue.number(number), _COUNT, paint, "ms")
        canvas.text((middle, bottom - 10), label, SMALL, theme.muted, "ms")
        if at == lit and high > 44:
            text, style = fitted(tongue("pictures-median"), SMALL, wide * 0.7)
            canvas.text((middle, foot - 16), text, style, theme.ground, "ms")


def _against_par(canvas: Canvas, against: tuple[int, int, int], tongue: Tongue) -> None:
    """Draw how many puzzles were solved under, at and over par, as one bar with its names."""
    theme, y = canvas.theme, HEIGHT - 58
    keys = ("under", "even", "over")
    colours = (theme.ember, theme.heat[Band.WARM], mix(theme.ground, theme.heat[Band.COLD], 0.75))
    canvas.text((MARGIN, y - 16), tongue("pictures-against-par"), SMALL, theme.muted)
    x, total = float(MARGIN), sum(against)
    right = float(WIDTH - MARGIN)
    parts = list(zip(keys, against, colours, strict=True))
    for _, number, colour in parts:
        long = (WIDTH - 2 * MARGIN) * number / total
        canvas.rectangle(Box(x, y, x + long - 3, y + _BAR), colour, 6)
        x += long
    for key, number, colour in reversed(parts):
        text = tongue(f"pictures-count-{key}", number=number)
        right -= width(text, SMALL)
        canvas.text((right, y - 16), text, SMALL, theme.text)
        canvas.rectangle(Box(right - 28, y - 34, right - 10, y - 16), colour, 4)
        right -= 56
