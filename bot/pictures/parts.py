"""What several pictures have in them: the ember, pills, the rating, the large figure."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from bot.i18n import Tongue
from bot.pictures import words
from bot.pictures.canvas import Canvas, Point
from bot.pictures.theme import Colour, mix
from bot.pictures.type import Style, Weight, fitted, width
from game.albums import Page
from game.heat import Band
from game.model import PuzzleFace, PuzzleKind
from game.pool import DIFFICULTIES

MARGIN = 56
SMALL = Style(24)
"""The smallest letters there are: still 11 pixels high where Discord shows a picture inline."""
_BRAND = Style(28, Weight.SEMIBOLD)
_TITLE = Style(58, Weight.EXTRABOLD)
_PILL = Style(26, Weight.SEMIBOLD)
_FIGURE, _UNIT = Style(104, Weight.EXTRABOLD), Style(30, Weight.SEMIBOLD)


class Pill(NamedTuple):
    """A short text in a rounded box, with a mark before it."""

    text: str
    mark: Callable[[Canvas, Point, Colour], None] | None = None


def ember(canvas: Canvas, at: Point, size: float, colour: Colour | None = None) -> None:
    """Draw the flame that stands for the game, its middle at that point."""
    theme = canvas.theme
    x, y = at
    for scale, paint in ((1.0, colour or theme.ember), (0.5, theme.heat[Band.WARM])):
        if colour is not None and scale < 1:
            break
        radius, low = 0.36 * size * scale, y + 0.14 * size + 0.14 * size * (1 - scale)
        tip = (x + 0.04 * size * scale, low - 0.66 * size * scale)
        canvas.polygon([(x - 0.92 * radius, low - 0.4 * radius), tip,
                        (x + 0.92 * radius, low - 0.4 * radius)], paint)  # fmt: skip
        canvas.disc((x, low), radius, paint)


def head(canvas: Canvas, title: str, room: float) -> None:
    """Draw the brand and the title."""
    theme = canvas.theme
    ember(canvas, (MARGIN + 14, 58), 40)
    canvas.text((MARGIN + 40, 68), "Warmer", _BRAND, theme.muted)
    text, style = fitted(title, _TITLE, room, 30)
    canvas.text((MARGIN - 2, 142), text, style, theme.text)


def rating_line(canvas: Canvas, at: Point, puzzle: PuzzleFace, tongue: Tongue, lead: str) -> None:
    """Draw the date, the difficulty as dots and in a word, and par, on one line."""
    theme, (x, y) = canvas.theme, at
    parts = [lead] if lead else []
    if puzzle.kind is PuzzleKind.DAILY:
        parts.append(tongue.date(puzzle.day))
    text = " · ".join(parts)
    canvas.text((x, y), text, _LINE, theme.muted)
    hard = words.difficulty(puzzle, tongue)
    if hard is None or puzzle.difficulty is None or puzzle.par is None:
        return
    x += width(text, _LINE) + (28 if text else 8)
    for step in DIFFICULTIES:
        full = step <= puzzle.difficulty
        canvas.disc((x, y - 9), 8, theme.ember if full else theme.line)
        x += 22
    rest = f"{hard} · {tongue('pictures-par', par=puzzle.par)}"
    canvas.text((x, y), rest, _LINE, theme.muted)


_LINE = Style(26)


def figure(canvas: Canvas, page: Page, tongue: Tongue) -> float:
    """Draw the large figure at the right; where it begins."""
    theme = canvas.theme
    large, unit = words.headline(page, tongue)
    right = canvas.box.right - MARGIN
    if not large:
        return canvas.text((right, 192), unit, _UNIT, theme.muted, "rs").left
    colour = theme.text if page.board.solved or not page.board.finished else theme.muted
    box = canvas.text((right, 142), large, _FIGURE, colour, "rs")
    state = words.state(page.board, tongue) if page.board.finished else None
    below = canvas.text((right, 192), unit if state is None else f"{unit}, {state}", _UNIT,
                        theme.muted, "rs")  # fmt: skip
    left = min(box.left, below.left)
    if page.board.solved:
        canvas.star((box.left - 44, 104), 30, theme.heat[Band.FOUND])
        left = min(left, box.left - 80)
    return left


def pills(page: Page, tongue: Tongue) -> Iterator[Pill]:
    """What is worth saying of a board beside its large figure."""
    against = words.against_par(page, tongue)
    if against is not None:
        yield Pill(against)
    if page.board.hints:
        yield Pill(tongue("pictures-hint-strokes", strokes=page.board.hints), _hint_mark)
    if page.streak > 1:
        yield Pill(tongue("pictures-streak", days=page.streak), _ember_mark)
    if not page.board.finished and page.journey.steps:
        yield Pill(tongue("common-guesses", number=page.journey.attempts))


def draw_pills(canvas: Canvas, at: Point, row: list[Pill], room: float) -> None:
    """Draw pills side by side from a point on, as many as there is room for."""
    theme, (x, y) = canvas.theme, at
    end = x + room
    for pill in row:
        lead = 34 if pill.mark else 0
        wide = width(pill.text, _PILL) + lead + 40
        if x + wide > end:
            continue
        box = type(canvas.box)(x, y, x + wide, y + 48)
        canvas.rectangle(box, mix(theme.panel, theme.line, 0.55), 24)
        if pill.mark:
            pill.mark(canvas, (x + 32, y + 24), theme.text)
        canvas.text((x + 20 + lead, y + 33), pill.text, _PILL, theme.text)
        x += wide + 14


def _hint_mark(canvas: Canvas, at: Point, colour: Colour) -> None:
    hint_mark(canvas, at, 11, colour, mix(canvas.theme.panel, canvas.theme.line, 0.55))


def _ember_mark(canvas: Canvas, at: Point, colour: Colour) -> None:  # noqa: ARG001  # has its own
    ember(canvas, at, 32)


def turning_mark(canvas: Canvas, at: Point, colour: Colour) -> None:
    """Draw the ring that marks the turning point."""
    canvas.ring(at, 12, 12, colour, 3)
    canvas.disc(at, 5, colour)


def hint_mark(canvas: Canvas, at: Point, radius: float, colour: Colour, inside: Colour) -> None:
    """Draw the hollow diamond that stands for a hint."""
    canvas.diamond(at, radius + 1, colour)
    canvas.diamond(at, radius - 4, inside)
