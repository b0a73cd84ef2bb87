"""The map of a member's taste: the shelf as a landscape, what they like on it, what is telling."""

from collections.abc import Sequence

from bot.i18n import Tongue
from bot.pictures.canvas import Canvas, Point
from bot.pictures.labels import Label, place
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
    _telling(canvas, portrait.tags, tongue)
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
    for item_id, where in portrait.places.items():
        if item_id not in rated:
            canvas.disc(_spot(where), 3, mix(theme.panel, theme.muted, 0.45))
    spots = [_spot(portrait.places[item.id]) for item in liked]
    lows = [_spot(portrait.places[item.id]) for item in low]
    taken = [Box(x - 8, y - 8, x + 8, y + 8) for x, y in (*spots, *lows)]
    taken += _regions(canvas, portrait, taken)
    for spot in lows:
        canvas.ring(spot, 6, 6, theme.muted, 2)
    for spot in spots:
        canvas.disc(spot, 10, theme.panel)
        canvas.disc(spot, 8, theme.ember)
    _titles(canvas, liked, spots, taken)


def _regions(canvas: Canvas, portrait: Portrait, taken: Sequence[Box]) -> list[Box]:
    """Write the names of regions where nothing else is; the room they take."""
    theme = canvas.theme
    colour = mix(theme.panel, theme.muted, 0.85)
    written: list[Box] = []
    for region in portrait.regions:
        text = writable(region.tag.replace("-", " "))
        for lift in (8, -20, 36, -48, 64):
            x, y = _spot((region.x, region.y))
            half = width(text, _NAME) / 2
            x = min(max(x, _MAP.left + 16 + half), _MAP.right - 16 - half)
            box = inked(text, _NAME, (x, y + lift), "ms")
            if text and not any(box.overlaps(room, 6) for room in (*taken, *written)):
                written.append(canvas.text((x, y + lift), text, _NAME, colour, "ms", theme.panel))
                break
    return written


def _titles(
    canvas: Canvas, liked: Sequence[Item], spots: Sequence[Point], taken: Sequence[Box]
) -> None:
    """Write the titles of liked items that find room."""
    theme = canvas.theme
    bounds = Box(_MAP.left + 10, _MAP.top + 10, _MAP.right - 10, _MAP.bottom - 10)
    labels = [
        Label(spot, fitted(writable(item.title), SMALL, _LONGEST)[0], SMALL)
        for item, spot in zip(liked[:_TRIED], spots, strict=False)
    ]
    for placed in place([label for label in labels if label.text], bounds, taken):
        if placed is not None:
            label = placed.label
            canvas.text(placed.at, label.text, SMALL, theme.text, placed.anchor, theme.panel)


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


def _telling(canvas: Canvas, tags: Sequence[TagTaste], tongue: Tongue) -> None:
    """Draw how often each telling tag is on what the member likes, and on what the others like."""
    theme = canvas.theme
    if not tags:
        room = _RIGHT - _LEFT
        for y, key, colour in ((150, "nothing-apart", theme.text), (190, "like-more", theme.muted)):
            text, style = fitted(tongue(f"taste-{key}"), _TAG, room)
            canvas.text((_LEFT, y), text, style, colour)
        return
    head, style = fitted(tongue("taste-apart"), _HEAD, _RIGHT - _LEFT)
    canvas.text((_LEFT, 140), head, style, theme.text)
    x = _LEFT
    for key, colour in (("mine", theme.ember), ("others", theme.muted)):
        canvas.rectangle(Box(x, 160, x + 22, 160 + _BAR), colour, 7)
        x = canvas.text((x + 32, 176), tongue(f"taste-{key}"), SMALL, theme.muted).right + 32
    most = max(max(tag.mine, tag.all) for tag in tags)
    for row, tag in enumerate(tags):
        _bars(canvas, tag, 228 + row * _ROW, max(most, 0.01), tongue)


def _bars(canvas: Canvas, tag: TagTaste, y: float, most: float, tongue: Tongue) -> None:
    theme = canvas.theme
    text, style = fitted(writable(tag.tag.replace("-", " ")) or "–", _TAG, _RIGHT - _LEFT)
    canvas.text((_LEFT, y), text, style, theme.text)
    room = _RIGHT - _LEFT - 84
    for step, (share, colour) in enumerate(((tag.mine, theme.ember), (tag.all, theme.muted))):
        top = y + 12 + step * 27
        long = max(room * share / most, _BAR)
        canvas.rectangle(Box(_LEFT, top, _LEFT + long, top + _BAR), colour, 7)
        percent = tongue("taste-share", percent=round(100 * share))
        canvas.text((_LEFT + long + 12, top + _BAR + 2), percent, SMALL, theme.muted)
