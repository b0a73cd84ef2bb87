"""What can be imported: a file of items, a MovieLens folder, a goodbooks-10k folder."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path

from recsys.faults import Fault, Problem, UnknownFolder
from recsys.naming import fronted
from recsys.nouns import HIGHEST, LOWEST, STEP
from recsys.parsing import TAG, TITLE, Fields, Row, read_items, text_of
from recsys.tables import Bad, records

_MOST_TAGS = 10
_NO_GENRES = "(no genres listed)"
_YEAR = re.compile(r"\((\d{4})(?:\s?[–-]\s?(?:\d{4})?)?\)\s*$")
"""A year behind a title; of a series, the first."""
_ALIASES = {
    "user": ("user_id", "userid"),
    "item": ("external_id", "movieid", "book_id"),
}


@dataclass(frozen=True, slots=True)
class RatingRow:
    """A rating in a file; `item` is an external id, `at` None where no moment is told."""

    file: str
    line: int
    user: str
    item: str
    stars: float
    at: datetime | None


Items = Callable[[], Iterator[Row | Problem]]
Ratings = Callable[[], Iterator[RatingRow | Problem]]


@dataclass(frozen=True, slots=True)
class Source:
    """Where items come from, and perhaps ratings; both may be walked through more than once."""

    path: Path
    kind: str
    items: Items
    ratings: Ratings | None = None


def open_source(path: Path) -> Source:
    """What a path holds. Raises UnknownFolder."""
    if not path.is_dir():
        return Source(path, "file", lambda: read_items(path, _item))
    if (path / "movies.csv").is_file():
        return Source(path, "movielens", lambda: _movies(path), _ratings_in(path))
    if (path / "books.csv").is_file():
        return Source(path, "goodbooks", lambda: _books(path), _ratings_in(path))
    raise UnknownFolder(path)


def member_of(user: str, source: str) -> int:
    """The id of an imported member: below zero, where no member of Discord's is."""
    digest = blake2b(f"{source}:{user}".encode(), digest_size=8).digest()
    return -1 - (int.from_bytes(digest) >> 1)


def _ratings_in(folder: Path) -> Ratings | None:
    path = folder / "ratings.csv"
    return (lambda: _ratings(path)) if path.is_file() else None


def _ratings(path: Path) -> Iterator[RatingRow | Problem]:
    for line, fields in records(path, "rating"):
        try:
            if isinstance(fields, Bad):
                raise fields
            yield _rating(path.name, line, fields)
        except Bad as bad:
            yield bad.at(path.name, line)


def _rating(file: str, line: int, fields: Mapping[str, object]) -> RatingRow:
    user, item = (_aliased(fields, name) for name in ("user", "item"))
    stars = _number(fields, "rating")
    if stars is None:
        raise Bad("rating", Fault.MISSING)
    if not LOWEST <= stars <= HIGHEST or stars % STEP:
        raise Bad("rating", Fault.OUT_OF_RANGE, f"{stars:g}", HIGHEST, LOWEST)
    return RatingRow(file, line, user, item, stars, _moment(fields))


def _aliased(fields: Mapping[str, object], name: str) -> str:
    for alias in _ALIASES[name]:
        if found := text_of(fields, alias, 200):
            return found
    raise Bad(_ALIASES[name][0], Fault.MISSING)


def _number(fields: Mapping[str, object], column: str) -> float | None:
    text = text_of(fields, column, 40)
    try:
        return float(text) if text else None
    except ValueError as error:
        raise Bad(column, Fault.NOT_A_NUMBER, text) from error


def _moment(fields: Mapping[str, object]) -> datetime | None:
    seconds = _number(fields, "timestamp")
    try:
        return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise Bad("timestamp", Fault.NOT_A_TIME, f"{seconds:g}") from error


def _item(fields: Fields) -> Fields:
    """An item of any file; MovieLens' movies.csv is known by its ids, also away from its folder."""
    foreign = "movieid" in fields and not fields.get("external_id")
    if not foreign or not isinstance(fields.get("tags", ""), str):
        return fields
    found = _movie(fields, {})
    return {**fields, **found, "year": fields.get("year") or found["year"]}


def _movies(folder: Path) -> Iterator[Row | Problem]:
    """Films, with what users tagged them with most."""
    said = _said(folder / "tags.csv")
    yield from read_items(folder / "movies.csv", lambda fields: _movie(fields, said))


def _movie(fields: Fields, said: Mapping[str, list[str]]) -> Fields:
    movie = text_of(fields, "movieid", 40)
    title = text_of(fields, "title", TITLE)
    dated = _YEAR.search(title)
    genres = text_of(fields, "tags", 1000).split("|")
    return {
        "external_id": movie,
        "title": fronted(title[: dated.start()].strip() or title if dated else title),
        "tags": [*(genre for genre in genres if genre != _NO_GENRES), *said.get(movie, [])],
        "year": dated[1] if dated else None,
    }


def _said(path: Path) -> dict[str, list[str]]:
    """What users tagged each film with, the most frequent first."""
    found: dict[str, Counter[str]] = {}
    if path.is_file():
        for _, fields in records(path, "tag"):
            if not isinstance(fields, Bad):
                tag = str(fields.get("tag") or "").strip().casefold()[:TAG]
                found.setdefault(str(fields.get("movieid")), Counter())[tag] += 1
    return _most(found)


def _books(folder: Path) -> Iterator[Row | Problem]:
    """Books of goodbooks-10k, with their authors and what readers tagged them with most."""
    said = _book_tags(folder)
    yield from read_items(folder / "books.csv", lambda fields: _book(fields, said))


def _book(fields: Fields, said: Mapping[str, list[str]]) -> Fields:
    authors = text_of(fields, "authors", 1000)
    goodreads = text_of(fields, "goodreads_book_id", 40)
    return {
        "external_id": fields.get("book_id"),
        "title": fields.get("title"),
        "description": f"By {authors}." if authors else "",
        "tags": said.get(goodreads, []),
        "year": fields.get("original_publication_year"),
        "image": fields.get("image"),
    }


def _book_tags(folder: Path) -> dict[str, list[str]]:
    names, counts = folder / "tags.csv", folder / "book_tags.csv"
    if not (names.is_file() and counts.is_file()):
        return {}
    tags = {
        str(fields.get("tag_id")): str(fields.get("tag_name") or "").replace("-", " ")[:TAG]
        for _, fields in records(names, "tag_name")
        if not isinstance(fields, Bad)
    }
    found: dict[str, Counter[str]] = {}
    for _, fields in records(counts, "count"):
        if not isinstance(fields, Bad):
            tag, number = tags.get(str(fields.get("tag_id"))), str(fields.get("count"))
            if tag and number.isdecimal():
                book = str(fields.get("goodreads_book_id"))
                found.setdefault(book, Counter())[tag.strip()] += int(number)
    return _most(found)


def _most(found: Mapping[str, Counter[str]]) -> dict[str, list[str]]:
    return {
        item: [tag for tag, _ in held.most_common(_MOST_TAGS) if tag]
        for item, held in found.items()
    }
