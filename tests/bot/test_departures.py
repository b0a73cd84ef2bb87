"""Servers that go and come back, members who leave, and the daily purge, before both stand-ins."""

import asyncio
from datetime import date, timedelta
from typing import Any

import aiohttp
import pytest

from bot.departures import Departures
from game.model import BoardKey, Entry, Mode, Server
from game.purging import Due, Reason, Terms
from store.errors import DatabaseLocked
from store.purging import SqlPurging
from store.work import SqlGameStore

DAY = timedelta(days=1)


async def heard(stage: Any) -> None:
    """Wait until the bot has done what it does on hearing of a server."""
    await stage.settled()
    while listeners := [
        t for t in asyncio.all_tasks() if t.get_name().startswith("discord.py: on")
    ]:
        await asyncio.wait(listeners)


async def pass_days(stage: Any, days: int) -> None:
    """Let so many days pass, and the scheduler come round."""
    stage.clock.go_on(days * DAY)
    await stage.client.come_round()


def servers(stage: Any) -> set[int]:
    """The servers that are stored."""
    with stage.app.database.reading() as connection:
        return set(connection.exec_driver_sql("SELECT id FROM servers").scalars())


def departed(stage: Any) -> set[tuple[int, int]]:
    """Who is noted as gone."""
    with stage.app.database.reading() as connection:
        rows = connection.exec_driver_sql("SELECT server_id, member_id FROM departures")
        return {(row[0], row[1]) for row in rows}


async def test_removed_server_goes_after_thirty_days(stage: Any) -> None:
    """Its data is kept for so long, and then gone, and the other server's is not touched."""
    other = stage.hall.join_server("other")
    await stage.settled()
    await stage.guess("ann", "river", "other/general")
    await stage.guess("ann", "lake")
    stage.hall.leave_server("other")
    await heard(stage)
    assert departed(stage) == {(other, 0)}
    await pass_days(stage, 29)
    assert servers(stage) == {stage.hall.server_id, other}
    await pass_days(stage, 1)
    assert servers(stage) == {stage.hall.server_id}
    assert departed(stage) == set()
    assert "lake" in (await stage.use("ann", "board", puzzle="2026-11-21")).everything


async def test_server_that_comes_back_keeps_everything(stage: Any) -> None:
    """Whoever invites the bot again within that time finds all of it."""
    other = stage.hall.join_server("other")
    await stage.settled()
    await stage.guess("ann", "river", "other/general")
    departures = Departures(stage.client)
    guild = stage.client.get_guild(other)
    await departures.removed(guild)
    assert departed(stage) == {(other, 0)}
    await stage.client.on_guild_join(guild)
    assert departed(stage) == set()
    await pass_days(stage, 40)
    assert servers(stage) == {other}


async def test_server_that_went_while_the_bot_was_away(stage: Any) -> None:
    """A start notices it, and neither direct messages nor the servers that are there."""
    gone = stage.hall.server_id + (1 << 30)
    with SqlGameStore(stage.app.database).working() as work:
        work.add_server(Server(gone, "UTC", 5, date(2026, 11, 1)))
        work.commit()
    await stage.guess("ann", "river")
    await stage.guess("ann", "lake", "direct")
    await stage.restart()
    await heard(stage)
    assert departed(stage) == {(gone, 0)}


async def test_server_that_came_back_while_the_bot_was_away(stage: Any) -> None:
    """A start clears what was noted of a server that is there."""
    await stage.guess("ann", "river")
    stage.app.purging.leave(stage.hall.server_id, 0, stage.clock())
    await stage.restart()
    await heard(stage)
    assert departed(stage) == set()


async def test_unavailable_server_has_not_gone(local_stage: Any) -> None:
    """An outage of Discord's takes nothing away."""
    stage = local_stage
    await stage.guess("ann", "river")
    world = stage.hall.local._world
    server = world.guild(stage.hall.server_id)
    gone = {"id": str(server.id), "unavailable": True}
    stage.hall.local.gateway.dispatch("GUILD_DELETE", gone, guild_id=server.id)
    await stage.client.wait_for("guild_unavailable", timeout=30)
    assert departed(stage) == set()
    await Departures(stage.client).ready()
    assert departed(stage) == set()


async def test_other_shards_are_left_to_others(stage: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process says nothing about servers of shards that it does not run."""
    shift = 1 << 22
    even, odd = 1000 * shift, 1001 * shift
    with SqlGameStore(stage.app.database).working() as work:
        for server in (even, odd):
            work.add_server(Server(server, "UTC", 5, date(2026, 11, 1)))
        work.commit()
    with monkeypatch.context() as sharded:
        sharded.setattr(stage.client, "shard_count", 2)
        assert set(stage.client.shards) == {0}
        await Departures(stage.client).ready()
    assert departed(stage) == {(even, 0)}


async def test_member_who_left_is_found_out(stage: Any) -> None:
    """Idle members are looked for after thirty days; who has left is gone thirty days later."""
    await stage.guess("ann", "river lake", mode="together")
    await stage.guess("ben", "pond", mode="together")
    stage.hall.leave("ann")
    await stage.settled()
    await pass_days(stage, 29)
    assert departed(stage) == set()
    await pass_days(stage, 1)
    assert departed(stage) == {(stage.hall.server_id, stage.id("ann"))}
    await pass_days(stage, 29)
    assert stage.app.privacy.export(stage.id("ann"), None).rows > 0
    await pass_days(stage, 1)
    assert stage.app.privacy.export(stage.id("ann"), None).rows == 0
    board = await stage.use("ben", "board", mode="together", puzzle="2026-11-21")
    assert "3 guesses" in board.everything


async def test_idle_member_who_is_there_stays_for_a_year(stage: Any) -> None:
    """Being looked for costs nothing; after a year without playing the member is forgotten."""
    await stage.guess("ann", "river")
    await stage.guess("ann", "lake", "direct")
    for _ in range(12):
        await pass_days(stage, 30)
    assert departed(stage) == set()
    assert stage.app.privacy.export(stage.id("ann"), None).rows > 0
    await pass_days(stage, 5)
    assert stage.app.privacy.export(stage.id("ann"), None).rows == 0
    assert servers(stage) == {stage.hall.server_id}


async def test_purge_takes_a_part_at_a_time(stage: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many who are due are purged in several rounds, so that no post waits for them."""
    monkeypatch.setattr("bot.departures.PURGED", 2)
    await stage.guess("ann", "river")
    server = stage.hall.server_id
    puzzle = stage.app.dailies._puzzles.daily(server, stage.clock().date())[1]
    with SqlGameStore(stage.app.database).working() as work:
        for member in range(1, 6):
            board = work.lock_board(BoardKey(puzzle.id, Mode.SOLO, member))
            work.add_entry(Entry(board.id, 1, member, "lake", 0.5, 9, stage.clock(), 1))
        work.commit()
    left = []
    stage.clock.go_on(400 * DAY)
    for _ in range(4):
        await stage.client.come_round()
        left.append(stage.rows()["entries"])
    assert left == [4, 2, 0, 0]


async def test_purge_happens_once_a_day(stage: Any) -> None:
    """Neither a later round nor a restart looks through the guesses again on the same day."""
    await stage.guess("ann", "river")
    stage.clock.go_on(400 * DAY)
    assert stage.app.purging.begin_day(stage.clock().date())
    await stage.client.come_round()
    await stage.restart()
    await stage.client.come_round()
    assert stage.entries() == 1
    await pass_days(stage, 1)
    assert stage.entries() == 0


async def test_settings_say_for_how_long(stage: Any) -> None:
    """The operator's numbers hold."""
    stage.settings.keep_days, stage.settings.idle_days = 3, 40
    await stage.restart()
    assert stage.app.settings.terms == Terms(3 * DAY, 40 * DAY)
    await stage.guess("ann", "river")
    now = stage.clock()
    [due] = stage.app.purging.due(now + 40 * DAY, stage.app.settings.terms)
    assert due == Due(stage.hall.server_id, stage.id("ann"), Reason.IDLE, now)
    assert "40 days" in (await stage.use("ann", "privacy")).everything


async def test_database_that_fails_hinders_nothing(
    stage: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the purge cannot begin, coming round goes on, and the next round tries again."""
    await stage.guess("ann", "river")
    stage.clock.go_on(400 * DAY)

    def locked(*_: object) -> None:
        raise DatabaseLocked("the database", "busy")

    with monkeypatch.context() as broken:
        broken.setattr(SqlPurging, "begin_day", locked)
        await stage.client.come_round()
    assert stage.entries() == 1
    await stage.client.come_round()
    assert stage.entries() == 0


async def test_looking_for_members_over_a_broken_connection(
    stage: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A connection that ends under the question settles nothing, and raises nothing."""
    await stage.guess("ann", "river")

    async def broken(*_: object) -> None:
        raise aiohttp.ServerDisconnectedError

    monkeypatch.setattr(stage.client.http, "get_member", broken)
    departures = Departures(stage.client)
    departures._doubtful.append((stage.hall.server_id, stage.id("ann")))
    await departures.come_round(stage.clock())
    assert departed(stage) == set()
