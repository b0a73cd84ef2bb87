"""Reads baskets from files: in CSV a line for each item or for all of a basket, or JSON Lines."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from recsys.faults import Fault, Problem
from recsys.parsing import text_of
from recsys.tables import Bad, records

_BASKET = ("basket", "basket_id", "external_id", "title")
_ITEMS = ("items", "item", "ingredients")
_MOST = 500
"""So many items a basket may have."""


@dataclass(frozen=True, slots=True)
class BasketLine:
    """Items of a basket, by external id or title; more lines may bring it more.

    `problem` says what is wrong with the line; the basket is "" where that cannot be told.
    """

    file: str
    line: int
    basket: str
    items: tuple[str, ...] = ()
    problem: Problem | None = None

    def unknown(self, name: str) -> Problem:
        """What is wrong where no item has that name."""
        return Problem(self.file, self.line, "items", Fault.UNKNOWN_ITEM, name)


def read_baskets(path: Path) -> Iterator[BasketLine]:
    """The lines of a file. Raises what `recsys.tables.records` does."""
    for line, fields in records(path, *_ITEMS):
        if isinstance(fields, Bad):
            yield BasketLine(path.name, line, "", problem=fields.at(path.name, line))
            continue
        basket = ""
        try:
            basket = _basket(fields)
            yield BasketLine(path.name, line, basket, _items(fields))
        except Bad as bad:
            yield BasketLine(path.name, line, basket, problem=bad.at(path.name, line))


def _basket(fields: Mapping[str, object]) -> str:
    basket = next((x for name in _BASKET if (x := text_of(fields, name, 200))), "")
    if not basket:
        raise Bad("basket", Fault.MISSING)
    return basket


def _items(fields: Mapping[str, object]) -> tuple[str, ...]:
    value = next((fields[name] for name in _ITEMS if fields.get(name)), None)
    parts = value if isinstance(value, list) else str(value or "").replace(";", "|").split("|")
    items = [text_of({"items": part}, "items", 200) for part in parts]
    found = tuple(item for item in items if item)
    if not found:
        raise Bad("items", Fault.MISSING)
    if len(found) > _MOST:
        raise Bad("items", Fault.TOO_MANY, len(found), _MOST)
    return found
