"""The map of a member's taste: the shelf as a landscape, what they like on it, what is telling."""

from collections.abc import Iterator, Sequence
from itertools import product
from math import hypot

from bot.i18n import Tongue
from bot.pictures.canvas import Canvas, Point
from bot.pictures.labels import Label, Placed, place
from bot.pictures.parts import MARGIN, SMALL, ember
from bot.pictures.theme import Theme, mix
from bot.pictures.type import Box, Style, Weight, fitted, inked, width, writable
from recsys.nouns import Item, Shelf, ShelfKind
from recsys.picks import Portrait, TagTaste

WIDTH, HEIGHT = 1200, 860
_MAP = Box(40, 112, 816, 782)
_EDGE = 44
_LEFT, _RIGHT = 856.0, 1150.0
_TITLE, _HEAD = Style(42, Weight.EXTRABOLD), Style(28, Weight.SEMIBOLD)
_TAG, _NAME = Style(26, Weight.SEMIBOLD), Style(24, Weight.SEMIBOLD)
_ROW, _BAR = 98, 14
_DOT, _HALO = 3, 5
_ASIDE, _LIFTS = (-90, -45, 0, 45, 90), (-64, -40, -20, 0, 20, 40, 64)
"""How far from the middle of its region a name may be written."""
_TRIED = 40
_LONGEST = 340
"""So wide a title may be on the map."""


def taste_picture(portrait: Portrait, theme: Theme, tongue: Tongue) -> Canvas:
    """Draw a member's taste."""
    canvas = Canvas(WIDTH, HEIGHT, theme)
    ember(canvas, (MARGIN + 6, 58), 44)
    title = tongue("taste-title", shelf=shelf_title(portrait.shelf, tongue))
    text, style = fitted(title, _TITLE, WIDTH - 2 * MARGIN - 40, 28)
    canvas.text((MARGIN + 38, 74), text, style, theme.text)
    canvas.rectangle(_MAP, theme.panel, 22)
    _landscape(canvas, portrait)
    _key(canvas, tongue)
    _telling(canvas, portrait, tongue)
    return canvas


def shelf_title(shelf: Shelf, tongue: Tongue) -> str:
    """What a shelf is called, without markup and in letters that can be drawn."""
    if shelf.kind is not ShelfKind.OWN and shelf.name == shelf.kind.value:
        return tongue(f"shelf-name-{shelf.kind}")
    return writable(shelf.name) or "–"


def _spot(place: tuple[float, float]) -> Point:
    """From the map's [-1, 1]² to the picture."""
    across, down = (_MAP.right - _MAP.left) / 2 - _EDGE, (_MAP.bottom - _MAP.top) / 2 - _EDGE
    middle = (_MAP.left + _MAP.right) / 2, (_MAP.top + _MAP.bottom) / 2
    return middle[0] + across * place[0], middle[1] - down * place[1]


def _landscape(canvas: Canvas, portrait: Portrait) -> None:
    """Draw all items as dots, the regions' names, and what the member rated, with its titles."""
    theme = canvas.theme
    liked = [item for item in portrait.liked if item.id in portrait.places]
    low = [item for item in portrait.low if item.id in portrait.places]
    rated = {item.id for item in (*liked, *low)}
    dots = [_spot(at) for one, at in portrait.places.items() if one not in rated]
    spots = [_spot(portrait.places[item.id]) for item in liked]
    lows = [_spot(portrait.places[item.id]) for item in low]
    marks = [Box(x - 8, y - 8, x + 8, y + 8) for x, y in (*spots, *lows)]
    names = _regions(portrait, marks, dots)
    titles = _titles(liked, spots, [*marks, *(name.box for name in names)])
    # A dot is drawn whole or not at all: half of one beside a letter looks like a fault.
    for spot in _clear(dots, [one.box for one in (*names, *titles)]):
        canvas.disc(spot, _DOT, mix(theme.panel, theme.muted, 0.45))
    for spot in lows:
        canvas.ring(spot, 6, 6, theme.muted, 2)
    for spot in spots:
        canvas.disc(spot, 10, theme.panel)
        canvas.disc(spot, 8, theme.ember)
    faint = mix(theme.panel, theme.muted, 0.85)
    for written, colour in ((names, faint), (titles, theme.text)):
        for one in written:
            style = one.label.style
            canvas.text(one.at, one.label.text, style, colour, one.anchor, theme.panel)


def _clear(dots: Sequence[Point], rooms: Sequence[Box]) -> list[Point]:
    """The dots that touch none of these rooms."""
    return [(x, y) for x, y in dots if not any(_covers(room, x, y) for room in rooms)]


def _covers(room: Box, x: float, y: float) -> bool:
    far = _DOT + _HALO
    across = room.left - far < x < room.right + far
    return across and room.top - far < y < room.bottom + far


def _regions(portrait: Portrait, marks: Sequence[Box], dots: Sequence[Point]) -> list[Placed]:
    """Where the regions' names go: near their middles, on no mark, and on few dots."""
    found: list[Placed] = []
    for region in portrait.regions:
        label = Label(_spot((region.x, region.y)), writable(region.tag), _NAME)
        taken = [*marks, *(one.box for one in found)]
        free = [
            place for place in _near(label)
            if not any(place.box.overlaps(room, 6) for room in taken)
        ]  # fmt: skip
        if label.text and free:
            found.append(min(free, key=lambda one: _cost(one, dots)))
    return found


def _near(label: Label) -> Iterator[Placed]:
    """Places around the middle of a region, the nearest first."""
    half = width(label.text, label.style) / 2
    for aside, lift in sorted(product(_ASIDE, _LIFTS), key=lambda one: hypot(*one)):
        x = min(max(label.at[0] + aside, _MAP.left + 16 + half), _MAP.right - 16 - half)
        y = min(max(label.at[1] + 8 + lift, _MAP.top + 36), _MAP.bottom - 18)
        at = round(x), round(y)
        yield Placed(label, at, "ms", inked(label.text, label.style, at, "ms"))


def _cost(place: Placed, dots: Sequence[Point]) -> float:
    """How many dots a name would hide, and a little for how far it is from its middle."""
    hidden = len(dots) - len(_clear(dots, [place.box]))
    far = hypot(place.at[0] - place.label.at[0], place.at[1] - place.label.at[1])
    return hidden + far / 12


def _titles(liked: Sequence[Item], spots: Sequence[Point], taken: Sequence[Box]) -> list[Placed]:
    """Where the titles of liked items go that find room."""
    bounds = Box(_MAP.left + 10, _MAP.top + 10, _MAP.right - 10, _MAP.bottom - 10)
    labels = [
        Label(spot, fitted(writable(item.title), SMALL, _LONGEST)[0], SMALL)
        for item, spot in zip(liked[:_TRIED], spots, strict=False)
    ]
    found = place([label for label in labels if label.text], bounds, taken)
    return [one for one in found if one is not None]


def _key(canvas: Canvas, tongue: Tongue) -> None:
    """Explain the marks of the map, below it."""
    theme, y, x = canvas.theme, HEIGHT - 32, float(MARGIN)
    for key in ("liked", "low", "shelf"):
        middle = (x, y - 8)
        if key == "liked":
            canvas.disc(middle, 8, theme.ember)
        elif key == "low":
            canvas.ring(middle, 6, 6, theme.muted, 2)
        else:
            canvas.disc(middle, 4, mix(theme.ground, theme.muted, 0.7))
        box = canvas.text((x + 20, y), tongue(f"taste-key-{key}"), SMALL, theme.muted)
        x = box.right + 44


def _telling(canvas: Canvas, portrait: Portrait, tongue: Tongue) -> None:
    """Draw how often each telling tag is on what the member likes, and on what it is set against.

    Which is what the others like, or the shelf itself.
    """
    theme, tags = canvas.theme, portrait.tags
    alone = portrait.against_shelf
    against, compared = ("-shelf", "on-shelf") if alone else ("", "others")
    if not tags:
        room = _RIGHT - _LEFT
        for y, key, colour in ((150, "nothing-apart", theme.text), (190, "like-more", theme.muted)):
            text, style = fitted(tongue(f"taste-{key}"), _TAG, room)
            canvas.text((_LEFT, y), text, style, colour)
        return
    head, style = fitted(tongue(f"taste-apart{against}"), _HEAD, _RIGHT - _LEFT)
    canvas.text((_LEFT, 140), head, style, theme.text)
    x = _LEFT
    for key, colour in (("mine", theme.ember), (compared, theme.muted)):
        canvas.rectangle(Box(x, 160, x + 22, 160 + _BAR), colour, 7)
        x = canvas.text((x + 32, 176), tongue(f"taste-{key}"), SMALL, theme.muted).right + 32
    most = max(max(tag.mine, tag.all) for tag in tags)
    for row, tag in enumerate(tags):
        _bars(canvas, tag, 228 + row * _ROW, max(most, 0.01), tongue)


def _bars(canvas: Canvas, tag: TagTaste, y: float, most: float, tongue: Tongue) -> None:
    theme = canvas.theme
    text, style = fitted(writable(tag.tag) or "–", _TAG, _RIGHT - _LEFT)
    canvas.text((_LEFT, y), text, style, theme.text)
    room = _RIGHT - _LEFT - 84
    for step, (share, colour) in enumerate(((tag.mine, theme.ember), (tag.all, theme.muted))):
        top = y + 12 + step * 27
        long = max(room * share / most, _BAR)
        canvas.rectangle(Box(_LEFT, top, _LEFT + long, top + _BAR), colour, 7)
        percent = tongue("taste-share", percent=round(100 * share))
        canvas.text((_LEFT + long + 12, top + _BAR + 2), percent, SMALL, theme.muted)
