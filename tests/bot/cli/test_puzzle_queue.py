"""`warmer puzzle propose`, `queue` and `withdraw`."""

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from game.model import Server
from store.engine import Database, open_database
from store.proposals import SqlProposals
from store.work import SqlGameStore

GUILD = 4711


@pytest.fixture
def database(database_file: Path) -> Iterator[Database]:
    """The database that the command line looks into, with one server in it."""
    with closing(open_database(str(database_file))) as opened:
        with SqlGameStore(opened).working() as work:
            work.add_server(Server(GUILD, "UTC", 7, date(2026, 1, 1)))
            work.commit()
        yield opened


@pytest.fixture
def puzzle(warmer: Any, database: Database) -> Any:
    """Runs `warmer puzzle …` for that server."""

    def run(command: str, *arguments: str, guild: int = GUILD) -> Any:
        where = ("--guild", str(guild), "--database", str(database.path))
        return warmer("puzzle", command, *arguments, *where)

    return run


def test_propose_queue_withdraw(puzzle: Any, database: Database) -> None:
    """A fair word is queued, listed without the word, told with --words, and withdrawn."""
    day = datetime.now(UTC).date() + timedelta(days=40)
    ended = puzzle("propose", "Lantern", "--day", day.isoformat())
    assert ended.code == 0, ended.err
    assert f"on {day} (fixed)" in ended.out
    assert "lantern" not in puzzle("queue").out
    assert "lantern" in puzzle("queue", "--words").out
    [told] = json.loads(puzzle("queue", "--json").out)
    assert (told["day"], told["fixed"], told["by"], "word" in told) == (
        day.isoformat(), True, None, False,
    )  # fmt: skip
    assert told["par"] > 20
    assert puzzle("withdraw", str(told["proposal"])).code == 0
    assert SqlProposals(database).queued(GUILD) == []
    assert "Nothing is queued" in puzzle("queue").out
    assert puzzle("withdraw", "99").code == 1


def test_unfair_words_are_refused(puzzle: Any, database: Database) -> None:
    """A word that fails the gate is refused with its reasons, and what would pass is named."""
    ended = puzzle("propose", "raccoon")
    assert ended.code == 1
    assert "offensive" in ended.err
    assert "Near it would pass" in ended.err
    assert SqlProposals(database).queued(GUILD) == []


def test_taken_and_impossible_days(puzzle: Any, database: Database) -> None:
    """A day that is taken, over, or no date: nothing is queued, and what was queued stays."""
    day = (datetime.now(UTC).date() + timedelta(days=3)).isoformat()
    puzzle("propose", "lantern", "--day", day)
    assert "has its puzzle already" in puzzle("propose", "castle", "--day", day).complaint
    assert "out of reach" in puzzle("propose", "castle", "--day", "2020-01-01").complaint
    assert puzzle("propose", "castle", "--day", "soon").code == 2
    assert "out of reach" in puzzle("propose", "lantern", "--day", "2020-01-01").complaint
    assert [p.word for p in SqlProposals(database).queued(GUILD)] == ["lantern"]


def test_unknown_server_and_word(puzzle: Any) -> None:
    """An unknown server and an unknown word are named."""
    assert "99 is not known" in puzzle("queue", guild=99).complaint
    assert "zzyzx" in puzzle("propose", "zzyzx").complaint
