"""`warmer guild`: servers listed, shown and set up."""

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from game.model import Server
from game.posts import Due
from game.setup import Mix, Setup, Style
from store.engine import Database, open_database
from store.posts import SqlPosts
from store.setups import SqlSetups
from store.work import SqlGameStore

GUILD, OTHER = 4711, 4712
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def database(database_file: Path) -> Iterator[Database]:
    """The database that the command line looks into, with two servers in it."""
    with closing(open_database(str(database_file))) as opened:
        with SqlGameStore(opened).working() as work:
            for number in (GUILD, OTHER):
                work.add_server(Server(number, "UTC", 7, date(2026, 1, 1)))
            work.commit()
        yield opened


@pytest.fixture
def guild(warmer: Any, database: Database) -> Any:
    """Runs `warmer guild …` on that database."""

    def run(*arguments: str) -> Any:
        return warmer("guild", *arguments, "--database", str(database.path))

    return run


def test_list_of_servers(guild: Any, database: Database) -> None:
    """Each server has a line with its setup, its figures and its trouble."""
    setup = Setup(
        GUILD, "Asia/Tokyo", 5, 1110, style=Style.RACE, language="de", trouble="forbidden"
    )
    SqlSetups(database).set_up(setup, 1, NOW)
    posts = SqlPosts(database)
    posts.plan([Due(GUILD, NOW.date(), NOW)])
    [taken] = posts.take(NOW, 9)
    posts.finish(taken, None, NOW)
    told = json.loads(guild("list", "--json").out)
    assert told[0] == {
        "guild": GUILD, "zone": "Asia/Tokyo", "channel": 5, "time": "18:30", "thread": False,
        "role": None, "style": "race", "mix": "week", "language": "de", "puzzles": 0, "members": 0,
        "last_post": "2026-11-21T12:00+00:00", "trouble": "forbidden", "gone": False,
    }  # fmt: skip
    assert (told[1]["guild"], told[1]["channel"], told[1]["last_post"]) == (OTHER, None, None)
    table = guild("list").out.splitlines()
    assert len(table) == 3
    assert table[1].split()[:4] == [str(GUILD), "18:30", "Asia/Tokyo", "race"]


def test_one_server(guild: Any) -> None:
    """One server is shown line by line, or as JSON; an unknown one is code 1."""
    assert "zone  UTC" in guild("show", str(GUILD)).out
    assert json.loads(guild("show", str(GUILD), "--json").out)["guild"] == GUILD
    ended = guild("show", "99")
    assert ended.code == 1
    assert "99 is not known" in ended.complaint


def test_everything_can_be_set(guild: Any, database: Database) -> None:
    """What is named is stored, the trouble is over, and what is not named stays."""
    SqlSetups(database).set_up(Setup(GUILD, "UTC", 5, trouble="forbidden"), 1, NOW)
    ended = guild(
        "set", str(GUILD), "--time-zone", "berlin", "--channel", "77", "--time", "6:30 pm",
        "--style", "relay", "--mix", "hard", "--language", "fr", "--thread", "--role", "8",
    )  # fmt: skip
    assert ended.code == 0, ended.err
    assert "posts in channel 77 at 18:30 in Europe/Berlin" in ended.out
    made = Setup(
        GUILD, "Europe/Berlin", 77, 1110, thread=True, role_id=8, style=Style.RELAY, mix=Mix.HARD,
        language="fr",
    )  # fmt: skip
    setups = SqlSetups(database)
    assert setups.setup(GUILD) == made
    guild("set", str(GUILD), "--no-post", "--no-thread", "--role", "0", "--language", "discord")
    after = setups.setup(GUILD)
    assert after is not None
    assert (after.channel_id, after.thread, after.role_id, after.language) == (
        None, False, None, None,
    )  # fmt: skip
    assert (after.minute, after.style) == (1110, Style.RELAY)


@pytest.mark.parametrize(
    ("options", "blamed"),
    [
        (("--time-zone", "Atlantis"), "names no time zone"),
        (("--time-zone", "indiana"), "did you mean"),
        (("--time", "25:00"), "is no time"),
        (("--time", "6:3"), "is no time"),
        (("--style", "chess"), "chess"),
        (("--mix", "odd"), "odd"),
        (("--language", "nl"), "is none of"),
        (("--channel", "0"), "--channel"),
        (("--channel", "5", "--no-post"), "either a channel or none"),
        (("--role", str(GUILD)), "everyone's role"),
        ((), "nothing to change"),
        (("--style", "race", "--time", "soon"), "is no time"),
    ],
)
def test_nothing_is_stored_that_is_wrong(
    guild: Any, database: Database, options: tuple[str, ...], blamed: str
) -> None:
    """One wrong option and nothing changes; the message names it."""
    ended = guild("set", str(GUILD), *options)
    assert ended.code == 2
    assert blamed in " ".join(ended.err.replace("│", " ").split())
    assert SqlSetups(database).setup(GUILD) == Setup(GUILD, "UTC")


def test_unknown_server_is_not_set(guild: Any, database: Database) -> None:
    """A server that nobody has seen cannot be set up."""
    assert guild("set", "99", "--style", "race").code == 1
    assert SqlSetups(database).setup(99) is None


def test_change_counts_for_the_schedule(guild: Any, database: Database) -> None:
    """What is set here is due as if it had been set by /setup: nothing for the hours gone by."""
    before = datetime.now(UTC)
    hour = (before - timedelta(hours=1)).strftime("%H:%M")
    guild("set", str(GUILD), "--channel", "5", "--time", hour)
    [agenda] = SqlPosts(database).agenda(date.max)
    assert agenda.since >= before
    assert agenda.setup.channel_id == 5
