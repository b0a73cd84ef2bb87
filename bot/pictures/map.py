"""The map: the secret in the middle, words around it by rank and by meaning."""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.i18n import Tongue
from bot.pictures import words
from bot.pictures.canvas import Canvas, Point
from bot.pictures.labels import Label, clearest, place
from bot.pictures.parts import MARGIN, SMALL, ember, hint_mark
from bot.pictures.theme import Colour, Theme, mix
from bot.pictures.type import Box, Style, Weight, inked
from game.albums import Chart, Landmark
from game.atlas import rings
from game.heat import NEAR, Band, band

WIDTH, HEIGHT = 1200, 860
_MIDDLE, _ACROSS, _UP = (600.0, 464.0), 560.0, 368.0
_SECRET, _WORD = Style(38, Weight.EXTRABOLD), Style(27, Weight.SEMIBOLD)
_TITLE = Style(40, Weight.EXTRABOLD)
_BOUNDS = Box(12, 12, WIDTH - 12, HEIGHT - 12)
_TRIED = 120
"""So many of the nearest words are tried to be written."""
_TINTS = dict(zip(Band, (0.2, 0.17, 0.14, 0.12, 0.09, 0.08, 0.05), strict=True))
# Where on a ring its name may stand: degrees from the bottom, the first that is
# free; where none is, one that is on no other name at least.
_ASIDE = sorted(range(-174, 181, 6), key=abs)


def map_picture(chart: Chart, theme: Theme, tongue: Tongue) -> Canvas:
    """Draw the map of a page."""
    canvas = Canvas(WIDTH, HEIGHT, theme)
    _rings(canvas, chart)
    spots = {mark: _spot(mark) for mark in chart.landmarks}
    guessed = [mark for mark in chart.landmarks if mark.guessed and mark.spot.rank]
    taken = [_room(spots[mark]) for mark in guessed]
    _trail(canvas, chart, spots)
    taken += [*_corner(canvas, chart, tongue), *_middle(canvas, chart, taken)]
    taken += _names(canvas, chart, taken, tongue)
    for mark in sorted(guessed, key=lambda mark: -mark.spot.rank):
        _mark(canvas, mark, spots[mark])
    _write(canvas, guessed, spots, taken)
    _write_untried(canvas, chart, spots, taken)
    return canvas


def _room(spot: Point, reach: float = 9) -> Box:
    return Box(spot[0] - reach, spot[1] - reach, spot[0] + reach, spot[1] + reach)


def _spot(mark: Landmark) -> Point:
    return _MIDDLE[0] + _ACROSS * mark.spot.x, _MIDDLE[1] - _UP * mark.spot.y


def _ground(theme: Theme, name: Band) -> Colour:
    return mix(theme.ground, theme.heat[name], _TINTS[name])


def _rings(canvas: Canvas, chart: Chart) -> None:
    """Draw a ring for each band, the coldest first."""
    theme = canvas.theme
    for name, edge in rings(chart.page.size):
        ground = _ground(theme, name)
        canvas.oval(_MIDDLE, _ACROSS * edge, _UP * edge, ground)
        canvas.ring(_MIDDLE, _ACROSS * edge, _UP * edge, mix(ground, theme.heat[name], 0.5), 1.5)


def _names(canvas: Canvas, chart: Chart, taken: Sequence[Box], tongue: Tongue) -> Iterator[Box]:
    """Write each band's name on its ring, as on a contour line, where no guess is."""
    names: list[Box] = []
    for name, edge in rings(chart.page.size):
        text = words.band_name(name, tongue)
        places = [_on_ring(edge, angle) for angle in _ASIDE]
        free = (at for at in places if not _meets(_inked(text, at), [*names, *taken]))
        x, y = next(free, None) or min(
            places,
            key=lambda at: (_meets(_inked(text, at), names), _meets(_inked(text, at), taken)),
        )
        names.append(_inked(text, (x, y)))
        ground = _ground(canvas.theme, name)
        yield canvas.text((x, y), text, SMALL, canvas.theme.muted, "ms", ground)


def _on_ring(edge: float, angle: float) -> Point:
    """A place on a ring, so many degrees from its bottom."""
    turned = math.radians(angle)
    x = round(_MIDDLE[0] + _ACROSS * edge * math.sin(turned))
    return x, round(_MIDDLE[1] + _UP * edge * math.cos(turned)) + 8


def _inked(text: str, at: Point) -> Box:
    return inked(text, SMALL, at, "ms")


def _meets(box: Box, rooms: Sequence[Box]) -> int:
    return sum(box.overlaps(room, 6) for room in rooms)


def _corner(canvas: Canvas, chart: Chart, tongue: Tongue) -> Iterator[Box]:
    """Write which map it is, and what its marks mean, in the corners that the rings leave."""
    theme, page = canvas.theme, chart.page
    ember(canvas, (MARGIN, 62), 44)
    yield canvas.text((MARGIN + 30, 76), words.puzzle_title(page.puzzle, tongue), _TITLE,
                      theme.text)  # fmt: skip
    whole = page.others or page.secret is not None
    title = tongue("pictures-map-whole" if whole else "pictures-map-own")
    yield canvas.text((MARGIN - 16, 116), title, SMALL, theme.muted)
    y = HEIGHT - 40
    if any(mark.hint for mark in chart.landmarks):
        hint_mark(canvas, (MARGIN - 4, y - 9), 12, theme.text, theme.ground)
        yield canvas.text((MARGIN + 18, y), tongue("pictures-key-hint"), SMALL, theme.muted)
        y -= 40
    if any(not mark.guessed and mark.spot.rank for mark in chart.landmarks):
        canvas.ring((MARGIN - 4, y - 9), 7, 7, theme.muted, 2.5)
        yield canvas.text((MARGIN + 18, y), tongue("pictures-key-near"), SMALL, theme.muted)


def _trail(canvas: Canvas, chart: Chart, spots: dict[Landmark, Point]) -> None:
    """Draw the way from each word that came nearer to the next one."""
    at = {mark.word: spot for mark, spot in spots.items()}
    nearer = [
        x.word
        for x in chart.page.journey.steps
        if x.improves and x.word in at and (x.rank <= NEAR or x.found)
    ]
    colour = mix(canvas.theme.ground, canvas.theme.text, 0.4)
    for one, other in pairwise(nearer):
        canvas.line([at[one], at[other]], colour, 2)


def _mark(canvas: Canvas, mark: Landmark, spot: Point) -> None:
    theme = canvas.theme
    colour = theme.heat[band(mark.spot.rank)]
    if mark.hint:
        canvas.diamond(spot, 16, theme.ground)
        hint_mark(canvas, spot, 12, theme.text, colour)
    else:
        canvas.disc(spot, 10.5, theme.ground)
        canvas.disc(spot, 8.5, colour)


def _middle(canvas: Canvas, chart: Chart, taken: Sequence[Box]) -> list[Box]:
    """Draw the secret: a star with its name beside it, or a question mark."""
    theme, (x, y) = canvas.theme, _MIDDLE
    secret = chart.page.secret
    if secret is None:
        canvas.disc(_MIDDLE, 27, theme.text)
        canvas.text((x, y + 14), "?", _SECRET, theme.ground, "ms")
        return [_room(_MIDDLE, 27)]
    canvas.star(_MIDDLE, 28, theme.ground)
    canvas.star(_MIDDLE, 23, theme.heat[Band.FOUND])
    label = Label(_MIDDLE, secret, _SECRET)
    spot = clearest(label, canvas.box, taken, beside=30)
    box = canvas.text(spot.at, secret, _SECRET, theme.text, spot.anchor,
                      _ground(theme, Band.BOILING))  # fmt: skip
    return [_room(_MIDDLE, 24), box]


def _write(
    canvas: Canvas, guessed: Sequence[Landmark], spots: dict[Landmark, Point], taken: list[Box]
) -> None:
    """Write the guessed words that find room, the nearest before all others."""
    theme = canvas.theme
    order = sorted(guessed, key=lambda mark: mark.spot.rank)[:_TRIED]
    labels = [Label(spots[mark], mark.word, _style(mark)) for mark in order]
    for mark, placed in zip(order, place(labels, _BOUNDS, taken), strict=True):
        if placed is not None:
            colour = theme.text if mark.spot.rank <= NEAR else theme.muted
            ground = _ground(theme, band(mark.spot.rank))
            canvas.text(placed.at, mark.word, placed.label.style, colour, placed.anchor, ground)
            taken.append(placed.box)


def _write_untried(
    canvas: Canvas, chart: Chart, spots: dict[Landmark, Point], taken: list[Box]
) -> None:
    """Draw the secret's neighbours that nobody tried, as far as there is room for their words."""
    theme = canvas.theme
    for mark in (mark for mark in chart.landmarks if not mark.guessed):
        spot = spots[mark]
        if any(_room(spot, 8).overlaps(room, 2) for room in taken):
            continue
        (placed,) = place([Label(spot, mark.word, SMALL)], _BOUNDS, taken)
        if placed is not None:
            canvas.ring(spot, 6, 6, theme.muted, 2)
            canvas.text(placed.at, mark.word, SMALL, theme.muted, placed.anchor,
                        _ground(theme, band(mark.spot.rank)))  # fmt: skip
            taken += [placed.box, _room(spot, 8)]


def _style(mark: Landmark) -> Style:
    return _WORD if mark.spot.rank <= NEAR else SMALL
