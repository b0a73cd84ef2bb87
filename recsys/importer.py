"""Brings files onto shelves: all is checked and made ready, then written in one transaction."""

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import TypeVar

from recsys.baskets import BasketLine, read_baskets
from recsys.faults import Fault, FileEmpty, ImportBroken, Problem
from recsys.fitting import OpenEncoder, texts_of
from recsys.importing import RatingRow, Source, member_of
from recsys.nouns import Basket, Item, Opinion, Shelf, Written, verdict_of
from recsys.parsing import Row
from recsys.ports import Clock, ImportWork, Progress, ShelfStore, Staging
from recsys.wording import search_key

TOLD = 100
"""So many problems of an import are told one by one."""
_CHUNK = 2000

T = TypeVar("T")


@dataclass(slots=True)
class Imported:
    """What an import did, or would do.

    `encoded` is None where there is no encoder, or where that is left for later.
    """

    written: Written = field(default_factory=Written)
    rows: int = 0
    ratings: int = 0
    members: int = 0
    baskets: int = 0
    left_out: int = 0
    """So many baskets are not brought, for something in them is not known."""
    broken: int = 0
    shortened: int = 0
    encoded: int | None = None
    later: bool = False
    problems: list[Problem] = field(default_factory=list)
    shelf: Shelf | None = None

    def note(self, problem: Problem) -> None:
        """Count a problem, and keep it if it is among the first."""
        if problem.fault is Fault.SHORTENED:
            self.shortened += 1
        else:
            self.broken += 1
        if len(self.problems) < TOLD:
            self.problems.append(problem)


def quiet(_stage: str, _done: int, _total: int | None) -> None:
    """Tells nobody how far an import is."""


@dataclass(frozen=True, slots=True)
class Importer:
    """Imports. Broken rows stop an import before anything is written, unless they may be skipped.

    `progress` is told of the stages "checking", "encoding", "preparing", "writing" and "storing".
    Before "storing" nothing is changed whatever happens, and what was encoded is kept.
    """

    shelves: ShelfStore
    encoder: OpenEncoder
    clock: Clock

    def items(
        self,
        source: Source,
        there: Callable[[], Shelf | None],
        opening: Callable[[], AbstractContextManager[tuple[Shelf, ImportWork]]],
        *,
        skip_broken: bool = False,
        dry_run: bool = False,
        restore: bool = False,
        encode: bool = True,
        progress: Progress = quiet,
    ) -> Imported:
        """Bring items, and ratings where the source has any, onto the shelf that `opening` opens.

        `there` is that shelf if there is one yet. Items of external ids that are there replace
        those; what was removed stays so, unless `restore`. Without `encode` their texts are left
        to whoever needs them. Raises ImportBroken or what `recsys.tables.records` does; nothing
        is written then.
        """
        done = Imported(later=not (encode or dry_run))
        lines = self._check(source, done, progress)
        if done.broken and not skip_broken:
            problems = tuple(done.problems)
            raise ImportBroken(source.path, problems, done.broken, done.rows, done.ratings)
        if not done.rows:
            raise FileEmpty(source.path)
        if dry_run:
            return done
        if encode:
            self._encode(source, lines, done, progress)
        job = _Job(source, lines, restore, self.clock, progress)
        known = there()
        with self.shelves.staging(None if known is None else known.id) as staged:
            for items in job.items("preparing"):
                staged.add(items, restore=restore)
            with opening() as (shelf, work):
                done.shelf = shelf
                done.written = self._written(work, staged, job)
                job.put_ratings(work, shelf, done.ratings)
                progress("storing", 1, 1)
                work.commit()
        return done

    def baskets(
        self, path: Path, shelf: Shelf, *, skip_broken: bool = False, dry_run: bool = False,
        progress: Progress = quiet,
    ) -> Imported:  # fmt: skip
        """Bring baskets onto a shelf; each names items by external id or by title.

        A basket in which anything is wrong is broken as a whole. Raises ImportBroken or what
        `recsys.tables.records` does; nothing is written then.
        """
        done, held = Imported(shelf=shelf), _Held(self._names(shelf))
        for number, line in enumerate(read_baskets(path), 1):
            held.take(line, done)
            if not number % _CHUNK:
                progress("checking", number, None)
        baskets = held.whole()
        done.baskets, done.left_out = len(baskets), len(held.spoilt)
        if done.broken and not skip_broken:
            problems = tuple(done.problems)
            raise ImportBroken(path, problems, done.broken, baskets=len(baskets))
        if not baskets:
            raise FileEmpty(path)
        if not dry_run:
            with self.shelves.importing(shelf.id) as work:
                work.put_baskets(baskets)
                work.commit()
            progress("writing", len(baskets), len(baskets))
        return done

    def _check(self, source: Source, done: Imported, progress: Progress) -> dict[str, int]:
        """The line of every good row by its external id."""
        lines = {row.item.external_id: row.line for row in _good(source.items(), done, progress)}
        done.rows = len(lines)
        if source.ratings is not None:
            members = {row.user for row in _known(source.ratings(), lines, done, progress)}
            done.members = len(members)
        return lines

    def _encode(
        self, source: Source, lines: Mapping[str, int], done: Imported, progress: Progress
    ) -> None:
        """Have the encoder keep the vectors of all texts; those it knows cost next to nothing."""
        encoder = self.encoder()
        if encoder is None:
            return
        encoded = 0
        for rows in _chunks(_again(source, lines)):

            def told(n: int, of: int, before: int = encoded, more: int = len(rows)) -> None:
                progress("encoding", before + more * n // of, done.rows)

            encoder.vectors(texts_of([row.item for row in rows], done.rows), told)
            encoded += len(rows)
            progress("encoding", encoded, done.rows)
        done.encoded = encoded

    def _written(self, work: ImportWork, staged: Staging, job: "_Job") -> Written:
        written = work.put_staged(staged, lambda n, of: job.progress("writing", n, of))
        if written is not None:
            return written
        # Somebody changed the shelf since, which is held only now: compare again.
        put = (work.put_items(items, restore=job.restore) for items in job.items("writing"))
        return sum(put, Written())

    def _names(self, shelf: Shelf) -> Mapping[str, int | None]:
        """The ids of live items by external id and by title; None for titles of several."""
        items = self.shelves.items(shelf.id)
        counts = Counter(search_key(item.title) for item in items)
        titles = {
            key: item.id if counts[key] == 1 else None
            for item in items
            if (key := search_key(item.title))
        }
        return titles | {item.external_id: item.id for item in items}


@dataclass(frozen=True, slots=True)
class _Job:
    """What is to be brought onto a shelf; `lines` are those of the good rows."""

    source: Source
    lines: Mapping[str, int]
    restore: bool
    clock: Clock
    progress: Progress

    def items(self, stage: str) -> Iterator[list[Item]]:
        """The items, some at a time."""
        # What comes along with ratings was there before them.
        added = self.clock() if self.source.ratings is None else None
        done = 0
        for rows in _chunks(_again(self.source, self.lines)):
            yield [replace(row.item, added=added) for row in rows]
            done += len(rows)
            self.progress(stage, done, len(self.lines))

    def put_ratings(self, work: ImportWork, shelf: Shelf, total: int) -> None:
        """Write the ratings, if there are any."""
        if self.source.ratings is None:
            return
        ids, put = work.ids(), 0
        for ratings in _chunks(_known(self.source.ratings(), self.lines, Imported(), quiet)):
            work.put_opinions([self._opinion(row, shelf, ids) for row in ratings])
            put += len(ratings)
            self.progress("writing ratings", put, total)

    def _opinion(self, row: RatingRow, shelf: Shelf, ids: Mapping[str, int]) -> Opinion:
        return Opinion(
            shelf.id,
            member_of(row.user, f"{shelf.name}:{self.source.kind}"),
            ids[row.item],
            verdict_of(row.stars),
            row.stars,
            row.at or self.clock(),
        )


@dataclass(slots=True)
class _Held:
    """Baskets as their lines come in; `known` are the ids of items by their names."""

    known: Mapping[str, int | None]
    baskets: dict[str, dict[int, None]] = field(default_factory=dict)
    spoilt: set[str] = field(default_factory=set)

    def take(self, line: BasketLine, done: Imported) -> None:
        """Put a line into its basket; where anything is wrong with it, the basket is spoilt."""
        ids = {
            name: self.known.get(name) or self.known.get(search_key(name)) for name in line.items
        }
        wrong = [line.unknown(name) for name, item_id in ids.items() if item_id is None]
        if line.problem is not None:
            wrong = [line.problem]
        for problem in wrong:
            done.note(problem)
        done.rows += not wrong
        if wrong and line.basket:
            self.spoilt.add(line.basket)
        held = self.baskets.setdefault(line.basket, {})
        held |= {item_id: None for item_id in ids.values() if item_id is not None}

    def whole(self) -> list[Basket]:
        """The baskets of which every line is in order."""
        return [
            Basket(name, tuple(items))
            for name, items in self.baskets.items()
            if items and name not in self.spoilt
        ]


def _good(found: Iterable[Row | Problem], done: Imported, progress: Progress) -> Iterator[Row]:
    """The good rows of a file, each external id once; what is wrong with the others is noted."""
    first: dict[str, int] = {}
    for number, row in enumerate(found, 1):
        if not number % _CHUNK:
            progress("checking", number, None)
        if isinstance(row, Problem):
            done.note(row)
            continue
        name = row.item.external_id
        line = first.setdefault(name, row.line)
        if line != row.line:
            done.note(Problem(row.file, row.line, "external_id", Fault.DUPLICATE, name, line))
            continue
        if row.note is not None:
            done.note(row.note)
        yield row


def _known(
    found: Iterable[RatingRow | Problem],
    names: Container[str],
    done: Imported,
    progress: Progress,
) -> Iterator[RatingRow]:
    """The ratings of known items; what is wrong with the others is noted."""
    for number, row in enumerate(found, 1):
        if not number % _CHUNK:
            progress("checking", number, None)
        if isinstance(row, Problem):
            done.note(row)
        elif row.item not in names:
            done.note(Problem(row.file, row.line, "item", Fault.UNKNOWN_ITEM, row.item))
        else:
            done.ratings += 1
            yield row


def _again(source: Source, lines: Mapping[str, int]) -> Iterator[Row]:
    """The good rows once more, as they were found when they were checked."""
    for row in source.items():
        if isinstance(row, Row) and lines.get(row.item.external_id) == row.line:
            yield row


def _chunks(values: Iterable[T]) -> Iterator[list[T]]:
    rest = iter(values)
    while chunk := list(islice(rest, _CHUNK)):
        yield chunk
