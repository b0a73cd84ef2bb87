"""The contract of setups, on every database."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from game.model import Server
from game.setup import Mix, Setup, Style
from store.engine import Database
from store.setups import SqlSetups
from store.work import SqlGameStore

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def setups(database: Database) -> SqlSetups:
    """An empty store with servers 1 and 2 in it."""
    with SqlGameStore(database).working() as work:
        for number in (1, 2):
            work.add_server(Server(number, "UTC", 7, date(2026, 11, 1)))
        work.commit()
    return SqlSetups(database)


def test_unknown_server_has_none(setups: SqlSetups) -> None:
    """A server that never played has no setup."""
    assert setups.setup(3) is None


def test_default_before_setup(setups: SqlSetups) -> None:
    """A server that nobody has set up has the plain default, and is not posted to."""
    assert setups.setup(1) == Setup(1, "UTC")
    assert setups.setups() == []


def test_stored_setup_comes_back(setups: SqlSetups) -> None:
    """Everything that was arranged comes back, the time zone with it; the last one counts."""
    first = Setup(
        2, "Asia/Tokyo", 5, 90, thread=True, role_id=6, style=Style.RELAY, mix=Mix.HARD,
        language="de", trouble="gone",
    )  # fmt: skip
    setups.set_up(first, 9, NOW)
    assert setups.setup(2) == first
    assert (setups.set_by(2), setups.set_by(1), setups.set_by(3)) == (9, None, None)
    second = replace(first, role_id=None, style=Style.RACE, trouble=None)
    setups.set_up(second, 9, NOW)
    assert setups.setups() == [second]


def test_trouble_is_noted_once(setups: SqlSetups) -> None:
    """The same trouble is news only once; another, or its end, is news again."""
    setups.set_up(Setup(1, "UTC", 5), 9, NOW)
    news = [setups.note_trouble(1, trouble) for trouble in ("a", "a", "b", None, None)]
    assert news == [True, False, True, True, False]
