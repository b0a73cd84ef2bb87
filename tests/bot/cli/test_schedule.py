"""`warmer schedule`: what is posted when."""

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from game.model import Server
from game.posts import Due
from game.setup import Setup
from store.engine import Database, open_database
from store.posts import SqlPosts
from store.setups import SqlSetups
from store.work import SqlGameStore

GUILD = 4711
SETUP = Setup(GUILD, "Pacific/Auckland", 5, 9 * 60)


@pytest.fixture
def database(database_file: Path) -> Iterator[Database]:
    """The database that the command line looks into, with one server in it."""
    with closing(open_database(str(database_file))) as opened:
        with SqlGameStore(opened).working() as work:
            work.add_server(Server(GUILD, "UTC", 7, date(2026, 1, 1)))
            work.commit()
        yield opened


def set_up(database: Database, setup: Setup = SETUP) -> None:
    """Arrange the server ten days ago."""
    SqlSetups(database).set_up(setup, 1, datetime.now(UTC) - timedelta(days=10))


def account_for_all(database: Database) -> None:
    """Put the last days into the outbox, where they wait since an hour."""
    now = datetime.now(UTC)
    days = [(now + timedelta(days=number)).date() for number in (-2, -1, 0)]
    SqlPosts(database).plan([Due(GUILD, day, now - timedelta(hours=1)) for day in days])


def preview(warmer: Any, database: Database, *more: str) -> Any:
    """Run the preview."""
    return warmer(
        "schedule", "preview", "--guild", str(GUILD), "--database", str(database.path), *more
    )  # fmt: skip


def test_preview_as_a_table(warmer: Any, database: Database) -> None:
    """One line a day, in the server's time and in UTC."""
    set_up(database)
    ended = preview(warmer, database, "--days", "4", "--past", "0")
    assert ended.code == 0
    lines = ended.out.splitlines()
    assert "Pacific/Auckland" in lines[0]
    assert sum("09:00" in line and "planned" in line for line in lines) == 4
    assert all("+1200" in line or "+1300" in line for line in lines[2:])


def test_preview_as_json(warmer: Any, database: Database) -> None:
    """The same for scripts; what is in the outbox has its state."""
    set_up(database)
    account_for_all(database)
    told = json.loads(preview(warmer, database, "--days", "40", "--json").out)
    assert [line["state"] for line in told][:2] == ["pending", "pending"]
    planned = [line for line in told if line["state"] == "planned"]
    assert len(planned) == 40
    moments = [datetime.fromisoformat(line["utc"]) for line in planned]
    assert moments == sorted(moments)
    assert {datetime.fromisoformat(line["local"]).hour for line in planned} == {9}
    assert [line["puzzle"] for line in planned] == list(
        range(planned[0]["puzzle"], planned[0]["puzzle"] + 40)
    )


def test_preview_of_who_gets_nothing(warmer: Any, database: Database) -> None:
    """A server without a channel, and one nobody knows, are said to be so."""
    ended = preview(warmer, database)
    assert (ended.code, "has no channel" in ended.complaint) == (1, True)
    unknown = warmer("schedule", "preview", "--guild", "1", "--database", str(database.path))
    assert (unknown.code, "is not known" in unknown.complaint) == (1, True)
    set_up(database, replace(SETUP, channel_id=None))
    assert "has no channel" in preview(warmer, database).complaint


def test_status(warmer: Any, database: Database) -> None:
    """Nothing waits: 0. Something is late: 1, and which."""
    set_up(database)
    arguments = ("schedule", "status", "--database", str(database.path))
    ended = warmer(*arguments)
    assert ended.code == 0
    assert ended.out.splitlines() == [
        "Servers that post daily: 1.", "Posts that wait: 0, of which late: 0.",
    ]  # fmt: skip
    account_for_all(database)
    ended = warmer(*arguments)
    assert ended.code == 1
    assert ended.out.count("pending") == 3
    told = json.loads(warmer(*arguments, "--json").out)
    assert (told["servers"], told["late"]) == (1, 3)
    assert told["posts"][0]["late_s"] >= 3600


def test_no_database_is_said(warmer: Any, tmp_path: Path) -> None:
    """A file that is not there is not made."""
    missing = tmp_path / "none.sqlite3"
    ended = warmer("schedule", "status", "--database", str(missing))
    assert ended.code == 66
    assert not missing.exists()
