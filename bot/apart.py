"""Tells things apart that are called the same: by shelf, by tags, by their ids."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from bot.called import plain_title
from recsys.nouns import Item

_MOST_TAGS = 3
NO_NAMES: Mapping[int, str] = MappingProxyType({})
"""Where all items stand on one shelf."""


def told_apart(items: Sequence[Item], shelves: Mapping[int, str] = NO_NAMES) -> list[str]:
    """What tells each item from those of its title and year; "" where that is clear.

    `shelves` are the names of shelves by id.
    """
    alike: dict[str, list[int]] = defaultdict(list)
    for row, item in enumerate(items):
        alike[plain_title(item)].append(row)
    told = [""] * len(items)
    for rows in alike.values():
        for row, words in zip(rows, _apart([items[row] for row in rows], shelves), strict=True):
            told[row] = words
    return told


def labels(items: Sequence[Item], shelves: Mapping[int, str], limit: int) -> list[str]:
    """What each item is called, on one line that no other has, at most so long."""
    told = zip(items, told_apart(items, shelves), strict=True)
    return [_label(plain_title(item), words, limit) for item, words in told]


def _apart(items: Sequence[Item], shelves: Mapping[int, str]) -> list[str]:
    parts: list[list[str]] = [[] for _ in items]
    for values in _ways(items, shelves):
        if len({*map(tuple, parts)}) == len({item.id for item in items}):
            break
        if len({*values}) > 1:
            for own, value in zip(parts, values, strict=True):
                own.append(value)
    return [" · ".join(filter(None, own)) for own in parts]


def _ways(items: Sequence[Item], shelves: Mapping[int, str]) -> Iterator[list[str]]:
    """What may tell them apart, the first that does so at best."""
    common = set.intersection(*({*item.tags} for item in items))
    ways: tuple[Callable[[Item], str], ...] = (
        lambda item: shelves.get(item.shelf_id, ""),
        lambda item: ", ".join([tag for tag in item.tags if tag not in common][:_MOST_TAGS]),
        lambda item: item.external_id,
        lambda item: f"#{item.id}",
    )
    for way in ways:
        yield [_short(way(item)) for item in items]


def _short(words: str, limit: int = 36) -> str:
    return words if len(words) <= limit else f"{words[: limit - 1]}…"


def _label(title: str, words: str, limit: int) -> str:
    if not words:
        return _short(title, limit)
    # What tells it apart is never cut away.
    end = f" · {_short(words, limit * 2 // 3)}"
    return _short(title, limit - len(end)) + end
