"""`warmer purge`: what goes, what stays, and being asked first."""

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from game.model import BoardKey, Entry, Mode, Puzzle, PuzzleKind, Server
from store.engine import Database, open_database
from store.purging import SqlPurging
from store.work import SqlGameStore

GUILD, OTHER, ANNE, BEN = 4711, 4712, 1, 2
NOW = datetime.now(UTC)
DAY = timedelta(days=1)


@pytest.fixture
def database(database_file: Path) -> Iterator[Database]:
    """Two servers on which two members have played, one of them a year and a half ago."""
    with closing(open_database(str(database_file))) as opened:
        for server in (GUILD, OTHER):
            with SqlGameStore(opened).working() as work:
                work.add_server(Server(server, "UTC", 7, date(2026, 1, 1)))
                daily = Puzzle(server, PuzzleKind.DAILY, 1, date(2026, 1, 1), "river", "w")
                puzzle = work.add_puzzle(daily)
                assert puzzle is not None
                for member, ago in ((ANNE, 500), (BEN, 40)):
                    board = work.lock_board(BoardKey(puzzle.id, Mode.SOLO, member))
                    at = NOW - ago * DAY
                    work.add_entry(Entry(board.id, 1, member, "lake", 0.5, 9, at, 1))
                    work.save_board(replace(board, entries=1))
                work.commit()
        yield opened


def played(database: Database) -> list[tuple[int, int]]:
    """Who has a word on which server."""
    query = """
        SELECT server_id, member_id FROM entries
        JOIN boards ON boards.id = board_id JOIN puzzles ON puzzles.id = puzzle_id
    """
    with database.reading() as connection:
        return sorted((row[0], row[1]) for row in connection.exec_driver_sql(query))


def purge(warmer: Any, database: Database, *more: str, lines: str = "") -> Any:
    """Run the command."""
    return warmer("purge", "--database", str(database.path), *more, lines=lines)


EVERYBODY = [(GUILD, ANNE), (GUILD, BEN), (OTHER, ANNE), (OTHER, BEN)]


def test_dry_run_deletes_nothing(warmer: Any, database: Database) -> None:
    """The table tells who would go, since when, and how much that is."""
    SqlPurging(database).leave(GUILD, 0, NOW - 31 * DAY)
    ended = purge(warmer, database, "--dry-run")
    assert ended.code == 0
    heading, *rows = ended.out.splitlines()
    assert heading.split()[:4] == ["server", "member", "why", "since"]
    assert [row.split()[:3] for row in rows] == [
        [str(GUILD), "all", "left"], [str(OTHER), str(ANNE), "idle"],
    ]  # fmt: skip
    assert played(database) == EVERYBODY


def test_what_is_due_goes(warmer: Any, database: Database) -> None:
    """Whoever left long enough ago and whoever is idle goes; the others stay."""
    SqlPurging(database).leave(OTHER, 0, NOW - 29 * DAY)
    ended = purge(warmer, database, "--yes")
    assert ended.code == 0
    assert "Purged: 1." in ended.out
    assert played(database) == [(GUILD, BEN), (OTHER, ANNE), (OTHER, BEN)]
    assert "nothing to purge" in purge(warmer, database, "--yes").out


def test_other_age(warmer: Any, database: Database) -> None:
    """The operator may be stricter than the setting."""
    SqlPurging(database).leave(OTHER, 0, NOW - 10 * DAY)
    ended = purge(warmer, database, "--older-than", "9", "--yes", "--json")
    told = json.loads(ended.out)
    assert told["dry_run"] is False
    assert [(x["server"], x["member"], x["reason"]) for x in told["purged"]] == [
        (OTHER, None, "left"), (GUILD, ANNE, "idle"),
    ]  # fmt: skip
    assert played(database) == [(GUILD, BEN)]


@pytest.mark.parametrize(
    ("named", "left"),
    [
        (("--server", str(GUILD)), [(OTHER, ANNE), (OTHER, BEN)]),
        (("--member", str(BEN)), [(GUILD, ANNE), (OTHER, ANNE)]),
        (
            ("--server", str(OTHER), "--member", str(BEN)),
            [(GUILD, ANNE), (GUILD, BEN), (OTHER, ANNE)],
        ),
    ],
    ids=["server", "member", "both"],
)
def test_whoever_is_named_goes(
    warmer: Any, database: Database, named: tuple[str, ...], left: list[tuple[int, int]]
) -> None:
    """Exactly that is deleted, gone or not, and nothing else that is due."""
    assert purge(warmer, database, *named, "--dry-run").code == 0
    assert played(database) == EVERYBODY
    assert purge(warmer, database, *named, "--yes").code == 0
    assert played(database) == left


def test_being_asked(warmer: Any, database: Database) -> None:
    """Without --yes one is asked, and anything but yes deletes nothing."""
    for answer in ("n\n", ""):
        refused = purge(warmer, database, "--server", str(GUILD), lines=answer)
        assert refused.code == 1
        assert played(database) == EVERYBODY
    assert purge(warmer, database, "--server", str(GUILD), lines="y\n").code == 0
    assert played(database) == [(OTHER, ANNE), (OTHER, BEN)]


def test_nobody_of_that_name(warmer: Any, database: Database) -> None:
    """A server or member that is not stored is nothing to purge."""
    assert "nothing to purge" in purge(warmer, database, "--server", "5", "--yes").out
    assert "nothing to purge" in purge(warmer, database, "--member", "5", "--yes").out
    assert played(database) == EVERYBODY


def test_no_database(warmer: Any, tmp_path: Path) -> None:
    """A path mistyped is a file that is not there, and none is made."""
    typo = tmp_path / "typo.sqlite3"
    assert warmer("purge", "--database", str(typo), "--yes").code == 66
    assert not typo.exists()
