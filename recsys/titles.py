"""Finds items by titles that are typed in part, or wrongly; fast enough for every keystroke."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from threading import Lock

from rapidfuzz import fuzz, process

from recsys.nouns import Item, ShelfState
from recsys.ports import OpinionStore, ShelfStore
from recsys.wording import search_key

_LEAST = 72.0
"""A title less like what was typed (of 100) is no misspelling of it."""
_MOST_SERVERS = 64


@dataclass(frozen=True, slots=True)
class _Catalogue:
    """The live items of a server, with their titles as they are looked up."""

    epochs: Mapping[int, int]
    items: Sequence[Item]
    keys: Sequence[str]
    dated: Sequence[str]
    """The same with the years behind them, as titles are shown."""


class Titles:
    """The titles of each server, read anew when its items have changed; safe in threads."""

    def __init__(self, shelves: ShelfStore, opinions: OpinionStore) -> None:
        self._shelves, self._opinions = shelves, opinions
        self._held: dict[int, _Catalogue] = {}
        self._lock = Lock()

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
            chosen = list(dict.fromkeys([*chosen, *_like(key, held, limit)]))[:limit]
        return [held.items[row] for row in chosen]

    def near(self, server_id: int, text: str, limit: int = 5) -> list[Item]:
        """Items whose titles are most like a text; none where all are too far from it."""
        held, key = self._catalogue(server_id), search_key(text)
        return [held.items[row] for row in _like(key, held, limit)] if key else []

    def _catalogue(self, server_id: int) -> _Catalogue:
        shelves = self._shelves.shelves(server_id)
        states = self._opinions.state([shelf.id for shelf in shelves])
        epochs = {shelf.id: states.get(shelf.id, ShelfState(0, 0)).epoch for shelf in shelves}
        with self._lock:
            held = self._held.get(server_id)
        if held is not None and held.epochs == epochs:
            return held
        items = [item for shelf in shelves for item in self._shelves.items(shelf.id)]
        keys = [search_key(item.title) for item in items]
        dated = [
            key if item.year is None else f"{key} {item.year}"
            for key, item in zip(keys, items, strict=True)
        ]
        made = _Catalogue(epochs, items, keys, dated)
        with self._lock:
            self._held.pop(server_id, None)
            self._held[server_id] = made
            while len(self._held) > _MOST_SERVERS:
                del self._held[next(iter(self._held))]
        return made


def _like(key: str, held: _Catalogue, limit: int) -> list[int]:
    found = process.extract(
        key, held.keys, scorer=fuzz.WRatio, processor=None, limit=limit, score_cutoff=_LEAST
    )
    return [row for _, _, row in found]
