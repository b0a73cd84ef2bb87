"""The journey as a curve: heat by guess, the best so far as stairs over a field of embers."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from bot.i18n import Tongue
from bot.pictures.canvas import Anchor, Canvas, Point
from bot.pictures.parts import SMALL, hint_mark
from bot.pictures.theme import mix
from bot.pictures.type import Box, Style, Weight, ink, inked, width
from bot.pictures.words import band_name
from game.heat import LIMITS, Band, heat
from game.journey import Journey, Step

_WORD = Style(26, Weight.SEMIBOLD)
_LEAST = 10
"""So many guesses are shown at least, that a short journey is not stretched over all the width."""
_BEYOND = 1.6
"""Par is shown where it lies no farther on than so many times the journey."""


@dataclass(frozen=True, slots=True)
class Plot:
    """Where on the canvas a guess and a heat lie."""

    box: Box
    first: float
    last: float
    attempts: int
    pad: float = 26

    def x(self, attempt: float) -> float:
        """Where a guess lies, by its number."""
        share = (attempt - self.first) / (self.last - self.first)
        return self.box.left + self.pad + share * (self.box.right - self.box.left - 2 * self.pad)

    def y(self, warmth: float) -> float:
        """Where a heat lies."""
        return self.box.bottom - warmth / 100 * (self.box.bottom - self.box.top)


def draw_journey(
    canvas: Canvas, box: Box, way: Journey, size: int, par: int | None, tongue: Tongue
) -> None:
    """Draw a journey into a box: the scale, the stairs, par, every guess and its word if known."""
    scale = _scale(size)
    gutter = max(width(band_name(band, tongue), SMALL) for band, _, _ in scale) + 44
    inner = Box(box.left + gutter, box.top, box.right, box.bottom - 40)
    plot, shown = plotted(inner, way, par)
    spots = spots_of(plot, way)
    _draw_scale(canvas, plot, scale, tongue)
    if shown:
        _draw_par(canvas, plot, shown, any(step.found for step in way.steps), tongue)
    _draw_stairs(canvas, plot, way.steps, spots, scale)
    _draw_steps(canvas, way, spots)
    _draw_ticks(canvas, plot)
    _draw_words(canvas, plot, way, spots)


def plotted(box: Box, way: Journey, par: int | None) -> tuple[Plot, int]:
    """The plot in which every step of a journey has room, and par, 0 where it is not shown."""
    placed = [at for at, _ in _placed(way.steps)]
    # Hints after the last guess lie beyond it.
    reach = max(_LEAST, math.ceil(max(placed, default=0)))
    shown = par if par is not None and par <= _BEYOND * reach else 0
    first = 0 if way.steps and way.steps[0].attempt == 0 else 1
    return Plot(box, first, max(reach, shown), way.attempts), shown


def spots_of(plot: Plot, way: Journey) -> list[Point]:
    """Where each step of a journey lies in its plot."""
    return [(plot.x(at), plot.y(step.heat)) for at, step in _placed(way.steps)]


Bands = Sequence[tuple[Band, float, float]]


def _scale(size: int) -> Bands:
    """Each band with its lowest and its highest heat, the coldest last."""
    found: list[tuple[Band, float, float]] = []
    high = 100.0
    for band, limit in LIMITS[1:]:
        low = heat(min(limit, size - 1), size)
        found.append((band, low, high))
        high = low
    found.append((Band.FREEZING, 0.0, high))
    return [(band, low, top) for band, low, top in found if top > low]


def _placed(steps: Sequence[Step]) -> Iterator[tuple[float, Step]]:
    """Each step with its place: a guess at its number, hints evenly between two guesses."""
    for attempt, group in groupby(steps, lambda step: step.attempt):
        here = list(group)
        hints = sum(step.hint for step in here)
        at = 0
        for step in here:
            at += step.hint
            yield attempt + (at / (hints + 1) if step.hint else 0), step


def _draw_scale(canvas: Canvas, plot: Plot, scale: Bands, tongue: Tongue) -> None:
    theme = canvas.theme
    ground = mix(theme.ground, theme.panel, 0.6)
    left, right = plot.box.left, plot.box.right
    canvas.rectangle(Box(left - 14, plot.box.top, right, plot.box.bottom), ground, 8)
    for band, low, high in scale:
        top, bottom = plot.y(high), plot.y(low)
        strip = Box(left - 22, top + 1, left - 14, bottom - 1)
        canvas.rectangle(strip, theme.heat[band], 3)
        canvas.line([(left - 14, bottom), (right, bottom)], mix(ground, theme.line, 0.7), 1)
        middle = min((top + bottom) / 2, plot.box.bottom - 4)
        canvas.text((left - 34, middle + 8), band_name(band, tongue), SMALL, theme.muted, "rs")


def _draw_par(canvas: Canvas, plot: Plot, par: int, solved: bool, tongue: Tongue) -> None:
    """Draw the line of par, with its name above: beside the star where they would meet."""
    colour, (left, top, right, bottom) = canvas.theme.muted, plot.box
    x, text = plot.x(par), tongue("pictures-par", par=par)
    canvas.dashes((x, top - 4), (x, bottom), colour)
    half = width(text, SMALL) / 2
    star = plot.x(plot.attempts) if solved else -half
    middle = min(max(x, left + half), right - half)
    if abs(star - middle) < half + 30:
        middle = star - half - 34
    canvas.text((middle, top - 12), text, SMALL, colour, "ms")


def _draw_stairs(
    canvas: Canvas, plot: Plot, steps: Sequence[Step], spots: Sequence[Point], scale: Bands
) -> None:
    """Draw the best so far as stairs, and glowing embers below them."""
    if len(steps) < 2:
        return
    theme, ground = canvas.theme, mix(canvas.theme.ground, canvas.theme.panel, 0.6)
    levels = [(x, y) for step, (x, y) in zip(steps, spots, strict=True) if step.improves]
    levels.append((max(spots[-1][0], levels[-1][0] + 1), levels[-1][1]))
    for (x, y), (after, _) in pairwise(levels):
        for band, low, high in scale:
            top = max(y, plot.y(high))
            if top < plot.y(low):
                glow = mix(ground, theme.heat[band], 0.32)
                canvas.rectangle(Box(x, top, after, plot.y(low)), glow)
    corners: list[Point] = []
    for (x, y), (after, _) in pairwise(levels):
        corners += [(x, y), (after, y)]
    canvas.line(corners, theme.text, 3.5)


def _draw_steps(canvas: Canvas, way: Journey, spots: Sequence[Point]) -> None:
    theme, count = canvas.theme, len(spots)
    radius = 10 if count <= 40 else 7.5 if count <= 90 else 5.5 if count <= 200 else 4
    for at, (step, spot) in enumerate(zip(way.steps, spots, strict=True)):
        colour = theme.heat[step.band]
        if step.found:
            canvas.star(spot, 27, theme.ground)
            canvas.star(spot, 22, colour)
        elif step.hint:
            hint_mark(canvas, spot, radius + 3, theme.text, colour)
        else:
            if at == way.turning:
                canvas.ring(spot, radius + 8, radius + 8, theme.text, 3)
            canvas.disc(spot, radius + 2, theme.ground)
            canvas.disc(spot, radius, colour)


def _draw_ticks(canvas: Canvas, plot: Plot) -> None:
    """Number the guesses: the last one, and round numbers that leave room for it."""
    last = round(plot.last)
    step = next(x for x in (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 10**9) if last <= 12 * x)
    taken: list[Box] = []
    for number in dict.fromkeys((plot.attempts, 1, *range(step, last + 1, step))):
        if number < 1:
            continue
        left, _, right, _ = ink(str(number), SMALL, "ms")
        x = plot.x(number)
        room = Box(x + left, 0, x + right, 1)
        if not any(room.overlaps(other, 12) for other in taken):
            taken.append(room)
            strong = number == plot.attempts
            colour = canvas.theme.text if strong else canvas.theme.muted
            canvas.text((x, plot.box.bottom + 34), str(number), SMALL, colour, "ms")


def _draw_words(canvas: Canvas, plot: Plot, way: Journey, spots: Sequence[Point]) -> None:
    """Write the words that may be seen at the stairs, where nothing else is: the telling first."""
    theme = canvas.theme
    ground = mix(theme.ground, theme.panel, 0.6)
    taken: list[Box] = []
    bounds = Box(plot.box.left - 8, plot.box.top - 30, plot.box.right, plot.box.bottom)
    marks = [Box(x - 6, y - 6, x + 6, y + 6) for x, y in spots]
    for at in _telling(way):
        step, (x, y) = way.steps[at], spots[at]
        if not step.word or step.found:
            continue
        style = _WORD if at == way.turning or step.band in _NEAR else SMALL
        colour = theme.text if style is _WORD else theme.muted
        clear_of = 8 if at == way.turning else 0  # its ring
        beside: tuple[tuple[Point, Anchor], ...] = (
            ((x - 14 - clear_of, y - 12), "rs"),
            ((x - 4, y - 24 - clear_of), "ls"),
        )
        for spot, anchor in beside:
            box = inked(step.word, style, spot, anchor)
            clear = not any(box.overlaps(other, 6) for other in (*taken, *marks))
            if clear and box.inside(bounds):
                taken.append(canvas.text(spot, step.word, style, colour, anchor, ground))
                break


_NEAR = {Band.BOILING, Band.HOT, Band.WARM}


def _telling(way: Journey) -> list[int]:
    """The steps that came nearer, in the order in which they get their words written."""
    nearer = [at for at, step in enumerate(way.steps) if step.improves]
    first = [way.turning] if way.turning is not None else []
    return [*first, *(at for at in reversed(nearer) if at != way.turning)]
