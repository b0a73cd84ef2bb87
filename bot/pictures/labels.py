"""Finds places for words beside their spots, so that none lies on another."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.pictures.canvas import Anchor, Point
from bot.pictures.type import Box, Style, inked, width

_BESIDE = 16
"""How far from its spot a word is written."""
_REACH = 100
"""No label is farther from its spot than this, but for its length."""


@dataclass(frozen=True, slots=True)
class Label:
    """A word to be written beside a spot, if there is room."""

    at: Point
    text: str
    style: Style


@dataclass(frozen=True, slots=True)
class Placed:
    """A word that found its place; `box` is the room of its ink."""

    label: Label
    at: Point
    anchor: Anchor
    box: Box


def place(
    labels: Iterable[Label], bounds: Box, taken: Sequence[Box], apart: float = 5
) -> Iterator[Placed | None]:
    """The place of each label, in the order given: inside the bounds and clear of all others.

    None where every place beside its spot is taken. Earlier labels have the choice, and `taken`
    are rooms that nothing may be written on, the spots themselves among them.
    """
    rooms = list(taken)
    for label in labels:
        near = _around(label, rooms)
        places = _places(label, _BESIDE)
        placed = next((x for x in places if _clear(x.box, bounds, near, apart)), None)
        if placed is not None:
            rooms.append(placed.box)
        yield placed


def clearest(label: Label, bounds: Box, taken: Sequence[Box], beside: float) -> Placed:
    """The place beside a spot, at that distance, that lies on the fewest of the taken rooms."""
    near = _around(label, taken)
    return min(
        _places(label, beside),
        key=lambda x: (not x.box.inside(bounds), sum(x.box.overlaps(room) for room in near)),
    )


def _around(label: Label, rooms: Iterable[Box]) -> list[Box]:
    """The rooms that a label beside its spot can touch at all."""
    x, y = label.at
    far = width(label.text, label.style) + _REACH
    reach = Box(x - far, y - _REACH, x + far, y + _REACH)
    return [room for room in rooms if room.overlaps(reach)]


def _clear(box: Box, bounds: Box, rooms: Iterable[Box], apart: float) -> bool:
    return box.inside(bounds) and not any(box.overlaps(room, apart) for room in rooms)


def _places(label: Label, far: float) -> Iterator[Placed]:
    """To the right, to the left, above, below, and at the four corners."""
    x, y = label.at
    near = far - 2
    spots: tuple[tuple[float, float, Anchor], ...] = (
        (x + far + 2, y + 8, "ls"), (x - far - 2, y + 8, "rs"),
        (x, y - far - 4, "ms"), (x, y + far + 20, "ms"),
        (x + near, y - near, "ls"), (x + near, y + near + 16, "ls"),
        (x - near, y - near, "rs"), (x - near, y + near + 16, "rs"),
    )  # fmt: skip
    for left, base, anchor in spots:
        at = round(left), round(base)
        yield Placed(label, at, anchor, inked(label.text, label.style, at, anchor))
