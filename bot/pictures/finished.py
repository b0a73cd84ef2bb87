"""The card of a finished puzzle: the secret, the journey with its words, what lies around."""

from collections.abc import Iterator, Sequence

from bot.i18n import Tongue
from bot.pictures import words
from bot.pictures.canvas import Canvas, Point
from bot.pictures.chart import draw_journey
from bot.pictures.parts import (
    MARGIN,
    SMALL,
    draw_pills,
    figure,
    head,
    pills,
    rating_line,
    turning_mark,
)
from bot.pictures.theme import Colour, Theme
from bot.pictures.type import Box, Style, Weight, fitted, width
from game.albums import Page
from game.heat import band
from game.results import Neighbour

WIDTH, HEIGHT = 1200, 860
_NEAR = Style(27, Weight.SEMIBOLD)
_COLUMNS, _ROW, _GAP = 5, 46, 14


def finished_card(page: Page, theme: Theme, tongue: Tongue) -> Canvas:
    """Draw the card of a page whose secret may be told."""
    canvas = Canvas(WIDTH, HEIGHT, theme)
    left = figure(canvas, page, tongue)
    head(canvas, page.secret or "", left - MARGIN - 40)
    title = words.puzzle_title(page.puzzle, tongue)
    rating_line(canvas, (MARGIN, 190), page.puzzle, tongue, title)
    row = list(pills(page, tongue))
    draw_pills(canvas, (MARGIN, 218), row, WIDTH - 2 * MARGIN)
    box = Box(MARGIN, 316 if row else 264, WIDTH - MARGIN, HEIGHT - 200)
    draw_journey(canvas, box, page.journey, page.size, page.puzzle.par, tongue)
    _panel(canvas, page, tongue)
    return canvas


def _lessons(canvas: Canvas, page: Page, tongue: Tongue, y: float, left: float) -> None:
    """Write the turning point and the missed bridge at the right of a line, if there is room."""
    theme, x = canvas.theme, float(WIDTH - MARGIN)
    turning = page.journey.turning
    told = []
    if page.bridge is not None:
        told.append((tongue("pictures-bridge", word=page.bridge[1]), False))
    if turning is not None and page.journey.steps[turning].word:
        word = page.journey.steps[turning].word
        told.append((tongue("pictures-turning", word=word), True))
    for text, turns in told:
        x -= width(text, SMALL)
        if x - 40 < left:
            return
        canvas.text((x, y), text, SMALL, theme.text)
        x -= 26
        mark = turning_mark if turns else _bridge_mark
        mark(canvas, (x, y - 9), theme.text)
        x -= 46


def _bridge_mark(canvas: Canvas, at: Point, colour: Colour) -> None:
    x, y = at
    canvas.line([(x - 15, y - 5), (x + 15, y - 5)], colour, 3)
    arch = [(x - 9, y + 8), (x - 6, y + 2), (x, y - 1), (x + 6, y + 2), (x + 9, y + 8)]
    canvas.line(arch, colour, 3)
    for side in (-14, 14):
        canvas.line([(x + side, y - 5), (x + side, y + 8)], colour, 3)


def _panel(canvas: Canvas, page: Page, tongue: Tongue) -> None:
    """Write the nearest words in columns, each with its rank, and what the journey teaches."""
    theme, top = canvas.theme, HEIGHT - 176
    canvas.rectangle(Box(MARGIN - 24, top, WIDTH - MARGIN + 24, HEIGHT - 24), theme.panel, 18)
    title = tongue("pictures-nearest") if page.nearest else ""
    canvas.text((MARGIN, top + 42), title, SMALL, theme.muted)
    _lessons(canvas, page, tongue, top + 42, MARGIN + width(title, SMALL))
    for at, (near, (x, room)) in enumerate(zip(page.nearest, _spots(page.nearest), strict=True)):
        y = top + 86 + at // _COLUMNS * _ROW
        canvas.disc((x + 8, y - 9), 7, theme.heat[band(near.rank)])
        box = canvas.text((x + 24, y), f"#{near.rank}", SMALL, theme.muted)
        word, style = fitted(near.word, _NEAR, x + room - box.right - 10)
        canvas.text((box.right + 10, y), word, style, theme.text)


def _spots(nearest: Sequence[Neighbour]) -> Iterator[tuple[float, float]]:
    """Where each word begins, and how much room it has: even columns if all words fit them.

    Otherwise a row has what is left of its room between its words.
    """
    whole, even = float(WIDTH - 2 * MARGIN), (WIDTH - 2 * MARGIN) / _COLUMNS - _GAP
    needs = [width(near.word, _NEAR) + width(f"#{near.rank}", SMALL) + 36 for near in nearest]
    for start in range(0, len(needs), _COLUMNS):
        rooms, spare = needs[start : start + _COLUMNS], float(_GAP)
        if max(needs) > even and sum(rooms) + _GAP * (len(rooms) - 1) <= whole:
            spare = (whole - sum(rooms)) / max(1, _COLUMNS - 1)
        else:
            rooms = [even] * len(rooms)
        x = float(MARGIN)
        for room in rooms:
            yield x, room
            x += room + spare
