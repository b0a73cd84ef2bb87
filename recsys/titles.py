"""Finds items by titles that are typed in part, or wrongly; fast enough for every keystroke."""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from sys import intern
from threading import Lock

from rapidfuzz import fuzz, process

from recsys.naming import keys_of, telling
from recsys.nouns import Item, ShelfState
from recsys.ports import OpinionStore, ShelfStore
from recsys.wording import search_key

_LEAST = 72.0
"""A title less like what was typed (of 100) is no misspelling of it."""
_ITEM = 900
"""About how many bytes an item takes beside its titles."""
_ROOM = 64 * 2**20
"""So many bytes of titles are kept, and those of the server that asked last in any case."""
_TRIED = 4


@dataclass(frozen=True, slots=True)
class _Catalogue:
    """The live items of a server, with their titles as they are looked up.

    The items lack what is only shown: descriptions and links.
    """

    epochs: Mapping[int, int]
    items: Sequence[Item]
    keys: Sequence[str]
    dated: Sequence[str]
    """The same with the years behind them, as titles are shown."""
    parts: Sequence[str]
    """The names that are parts of titles."""
    rows: Sequence[int]
    """Whose they are."""

    @property
    def size(self) -> int:
        """About how many bytes it takes."""
        return _ITEM * len(self.items) + 4 * sum(map(len, self.keys))


class Titles:
    """The titles of each server, read anew when its items have changed; safe in threads.

    Those of servers that have not asked for longest are given up for `room`, in bytes.
    """

    def __init__(self, shelves: ShelfStore, opinions: OpinionStore, room: int = _ROOM) -> None:
        self._shelves, self._opinions, self._room = shelves, opinions, room
        self._held: OrderedDict[int, _Catalogue] = OrderedDict()
        self._lock = Lock()

    @property
    def size(self) -> int:
        """About how many bytes all that is kept takes."""
        with self._lock:
            return sum(held.size for held in self._held.values())

    def complete(self, server_id: int, typed: str, limit: int = 25) -> list[Item]:
        """Items whose titles begin so, then that have a word that does, then that are like it.

        For nothing typed, the first of all.
        """
        held, key = self._catalogue(server_id), search_key(typed)
        if not key:
            return list(held.items[:limit])
        begin = [row for row, title in enumerate(held.dated) if title.startswith(key)]
        inside = [row for row, title in enumerate(held.dated) if f" {key}" in title]
        chosen = list(dict.fromkeys([*begin, *inside]))[:limit]
        if len(chosen) < limit:
            like = [*_misspelt(key, held, limit), *_akin(key, held, limit)]
            chosen = list(dict.fromkeys([*chosen, *like]))[:limit]
        return [held.items[row] for row in chosen]

    def near(self, server_id: int, text: str, limit: int = 5) -> list[Item]:
        """Items whose titles a text misspells, or else is most like; none where all are too far."""
        held, key = self._catalogue(server_id), search_key(text)
        like = (_misspelt(key, held, limit) or _akin(key, held, limit)) if key else []
        return [held.items[row] for row in like]

    def _catalogue(self, server_id: int) -> _Catalogue:
        shelves = self._shelves.shelves(server_id)
        states = self._opinions.state([shelf.id for shelf in shelves])
        epochs = {shelf.id: states.get(shelf.id, ShelfState(0, 0)).epoch for shelf in shelves}
        with self._lock:
            held = self._held.get(server_id)
            if held is not None and held.epochs == epochs:
                self._held.move_to_end(server_id)
                return held
        # A few at a time: what is left out may be many times as large as what is kept.
        items = [_slim(item) for shelf in shelves for item in self._shelves.walk(shelf.id)]
        keys = [search_key(item.title) for item in items]
        dated = [
            key if item.year is None else f"{key} {item.year}"
            for key, item in zip(keys, items, strict=True)
        ]
        parts = [
            (part, row)
            for row, item in enumerate(items)
            if "(" in item.title or "," in item.title
            for part in keys_of(item.title)[1:]
        ]
        made = _Catalogue(
            epochs, items, keys, dated, [part for part, _ in parts], [row for _, row in parts]
        )
        self._keep(server_id, made)
        return made

    def _keep(self, server_id: int, made: _Catalogue) -> None:
        with self._lock:
            self._held[server_id] = made
            self._held.move_to_end(server_id)
            size = sum(held.size for held in self._held.values())
            while size > self._room and len(self._held) > 1:
                size -= self._held.popitem(last=False)[1].size


def _slim(item: Item) -> Item:
    """An item without what is only shown; its tags are shared with all that have them."""
    tags = tuple(intern(tag) for tag in item.tags)
    return replace(item, description="", url=None, image=None, tags=tags)


def _misspelt(key: str, held: _Catalogue, limit: int) -> list[int]:
    """Those of which a whole name is like it, the likest first."""
    whole = _extracted(key, held.keys, fuzz.ratio, limit)
    parts = _extracted(key, held.parts, fuzz.ratio, limit)
    found = [*whole, *((held.rows[part], score) for part, score in parts)]
    return list(dict.fromkeys(row for row, _ in sorted(found, key=lambda one: -one[1])))[:limit]


def _akin(key: str, held: _Catalogue, limit: int) -> list[int]:
    """Those that are like it in part; what is much shorter lies in too many texts by chance."""
    found = _extracted(telling(key), held.keys, fuzz.WRatio, _TRIED * limit)
    return [row for row, _ in found if 2 * len(held.keys[row]) >= len(key)][:limit]


def _extracted(
    key: str, keys: Sequence[str], scorer: Callable[..., float], limit: int
) -> list[tuple[int, float]]:
    found = process.extract(
        key, keys, scorer=scorer, processor=None, limit=limit, score_cutoff=_LEAST
    )
    return [(row, score) for _, score, row in found]
