"""Taking along and forgetting what is stored about a member, in every kind of database."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import BigInteger, Connection, Table, insert, select

from game.model import BoardKey, Entry, Focus, Mode, Puzzle, PuzzleKind, Server
from game.setup import Setup
from store.engine import Database
from store.members import DRAWERS, FORGOTTEN, SqlMembers
from store.schema import METADATA
from store.seal import seal
from store.setups import SqlSetups
from store.work import SqlGameStore

ANNE, BEN = 7_100_000_000_000_000_001, 7_100_000_000_000_000_002
HERE, THERE, CHANNEL = 900, 901, 800
# Numbers of Discord's that name no member.
NEUTRAL = {
    "servers.id", "servers.seed", "entries.interaction_id", "deliveries.interaction_id",
    "opinion_changes.interaction_id",
}  # fmt: skip
NAMES_OF_MEMBERS = ("member_id", "owner_id", "user_id", "solver_id", "_by")
NEUTRAL_NAMES = {"server_id", "channel_id", "role_id", "message_id", "thread_id"}


def rows(database: Database) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table."""
    with database.reading() as connection:
        return {
            table.name: [dict(row) for row in connection.execute(select(table)).mappings()]
            for table in METADATA.sorted_tables
        }


def traces(database: Database, member_id: int) -> list[tuple[str, str]]:
    """The columns in which a member's id stands, alone or within a text."""
    return [
        (name, column)
        for name, found in rows(database).items()
        for row in found
        for column, value in row.items()
        if value == member_id or (isinstance(value, str) and str(member_id) in value)
    ]


@pytest.fixture
def members(database: Database) -> SqlMembers:
    """What is tested."""
    return SqlMembers(database)


@pytest.fixture
def play(database: Database, noon: datetime) -> Callable[[int, int], dict[str, int]]:
    """Lets a member leave something in every table on a server."""

    def leave(member: int, server_id: int) -> dict[str, int]:
        with SqlGameStore(database).working() as work:
            work.add_server(Server(member, "UTC", 4, date(2026, 5, 1)))
            server = work.add_server(Server(server_id, "UTC", 5, date(2026, 5, 1)))
            puzzle = _puzzle(work, server)
            practice = work.add_puzzle(
                Puzzle(server_id, PuzzleKind.PRACTICE, 1, date(2026, 5, 3), "bay", "w", 0, member)
            )
            assert practice is not None
            shared = work.lock_board(BoardKey(puzzle.id, Mode.TOGETHER, CHANNEL))
            own = work.lock_board(BoardKey(puzzle.id, Mode.SOLO, member))
            for board, word in (
                (shared, f"word{member % 10}" + "x" * shared.entries),
                (own, "pond"),
            ):
                position = board.entries + 1
                entry = Entry(board.id, position, member, word, 0.5, 2000, noon, 1)
                assert work.add_entry(replace(entry, interaction_id=member % 10 * 1000 + board.id))
                solver = member if board is shared else None
                work.save_board(replace(board, entries=position, solver_id=solver))
            work.vote(shared.id, member)
            work.set_focus(Focus(server_id, member, Mode.TOGETHER))
            work.commit()
        SqlSetups(database).set_up(Setup(server_id, "UTC", 5), member, noon)
        _leave_rows(database, server_id, puzzle.id, member, noon, shared.id)
        return {"shared": shared.id, "own": own.id, "puzzle": puzzle.id}

    return leave


def _puzzle(work: Any, server: Server) -> Puzzle:
    day = date(2026, 5, 4)
    made = work.add_puzzle(Puzzle(server.id, PuzzleKind.DAILY, 4, day, "river", "w"))
    found = made or work.daily(server.id, day)
    assert isinstance(found, Puzzle)
    return found


def _leave_rows(
    database: Database, server_id: int, puzzle_id: int, member: int, noon: datetime, shared: int
) -> None:
    """What no port of the game writes for one member alone."""
    panel = {
        "puzzle_id": puzzle_id, "channel_id": CHANNEL, "server_id": server_id, "message_id": 1,
        "style": "together", "changes": 1, "shown": 1,
    }  # fmt: skip
    proposal = {
        "server_id": server_id, "word": seal(f"secret{member % 10}", 5), "member_id": member,
        "state": "withdrawn", "at": noon,
    }  # fmt: skip
    tables = METADATA.tables
    with database.writing() as connection:
        panels = tables["panels"]
        if not connection.execute(
            select(panels.c.puzzle_id).where(panels.c.puzzle_id == puzzle_id)
        ).first():
            connection.execute(insert(panels).values(panel))
        race = {"puzzle_id": puzzle_id, "channel_id": CHANNEL, "member_id": member}
        connection.execute(insert(tables["racers"]).values(race))
        reach = {"board_id": shared, "member_id": member, "rank": 2}
        connection.execute(insert(tables["reaches"]).values(reach))
        made = connection.execute(insert(tables["proposals"]).values(proposal))
        [key] = made.inserted_primary_key or [None]
        connection.execute(insert(tables["insiders"]).values(proposal_id=key, member_id=member))
        gone = {"server_id": server_id, "member_id": member, "at": noon}
        connection.execute(insert(tables["departures"]).values(gone))
        _leave_taste(connection, server_id, member, noon)
        connection.commit()


def _leave_taste(connection: Connection, server_id: int, member: int, noon: datetime) -> None:
    """An opinion on an item that the member suggested, how it changed, and an opting in."""
    tables = METADATA.tables
    there = len(connection.execute(select(tables["shelves"].c.id)).all())
    shelf = {"name": f"shelf {there}", "kind": "own", "pooled": False}
    made = connection.execute(
        insert(tables["shelves"]).values(shelf | {"server_id": server_id, "epoch": 0, "changes": 1})
    )
    [shelf_id] = made.inserted_primary_key or [None]
    item = dict.fromkeys(("external_id", "title", "search", "description", "tags"), "heat")
    values = item | {"shelf_id": shelf_id, "status": "live", "suggested_by": member}
    made = connection.execute(insert(tables["items"]).values(values))
    [item_id] = made.inserted_primary_key or [None]
    opinion = {"shelf_id": shelf_id, "member_id": member, "item_id": item_id, "at": noon}
    connection.execute(insert(tables["opinions"]).values(opinion | {"verdict": "like"}))
    change = opinion | {"change": 1, "undone": False}
    connection.execute(insert(tables["opinion_changes"]).values(change))
    twin = {"server_id": server_id, "member_id": member, "at": noon}
    connection.execute(insert(tables["twins"]).values(twin))


def member_columns() -> Iterator[str]:
    """Every column of every table that may name a member."""
    for table in METADATA.sorted_tables:
        yield from _member_columns(table)


def _member_columns(table: Table) -> Iterator[str]:
    for column in table.columns:
        name = f"{table.name}.{column.name}"
        known = name in NEUTRAL or column.name in NEUTRAL_NAMES
        suspect = isinstance(column.type, BigInteger) or column.name.endswith(NAMES_OF_MEMBERS)
        if suspect and not known:
            yield name


def test_every_column_that_names_a_member_has_a_drawer() -> None:
    """No table can be added with a member in it that export and forget pass over."""
    covered = frozenset().union(*(drawer.covers for drawer in DRAWERS))
    assert sorted(set(member_columns()) - covered) == []
    assert sorted(covered - set(member_columns())) == []


def test_drawers_have_names_of_their_own() -> None:
    """No drawer hides another one in the document."""
    assert len({drawer.name for drawer in DRAWERS}) == len(DRAWERS)


def test_export_has_something_of_every_drawer(
    members: SqlMembers, play: Callable[[int, int], Any]
) -> None:
    """Whatever a member left behind is in the document, and nobody else's."""
    play(BEN, HERE)
    play(ANNE, HERE)
    found = members.export(ANNE, None)
    assert [name for name, there in found.items() if not there] == []
    text = str(found)
    assert str(BEN) not in text
    assert "word2" not in text
    assert "secret2" not in text
    assert [row["word"] for row in found["guesses"]] == ["word1x", "pond"]
    assert found["proposals"][0]["word"] == "secret1"


def test_export_tells_no_more_than_the_game(
    members: SqlMembers, play: Callable[[int, int], Any]
) -> None:
    """The secret is not in it, nor how near a far word is while the board runs."""
    play(ANNE, HERE)
    found = members.export(ANNE, None)
    assert {row["rank"] for row in found["guesses"]} == {None}
    assert {row["similarity"] for row in found["guesses"]} == {None}
    assert "river" not in str(found)
    assert "bay" not in str(found)


def test_export_of_one_server(members: SqlMembers, play: Callable[[int, int], Any]) -> None:
    """Only that server's rows are in it where one is meant."""
    play(ANNE, HERE)
    play(ANNE, THERE)
    found = members.export(ANNE, [HERE])
    servers = {row["server_id"] for there in found.values() for row in there if "server_id" in row}
    assert servers == {str(HERE)}
    assert found["own_server"] == []


def test_forgotten_everywhere(
    database: Database, members: SqlMembers, play: Callable[[int, int], Any], noon: datetime
) -> None:
    """Afterwards the member's id stands in no column of no table, nor in any text."""
    for server_id in (HERE, THERE):
        play(BEN, server_id)
        play(ANNE, server_id)
    before = rows(database)
    counts = members.forget(ANNE, None, noon, 1234)
    assert counts is not None
    assert [name for name, number in counts.items() if not number] == []
    assert traces(database, ANNE) == []
    after = rows(database)
    assert str(ANNE) not in str(after["notes"])
    assert len(after["entries"]) == len(before["entries"]) - 2
    assert [r["word"] for r in after["entries"] if r["member_id"] == BEN] == [
        r["word"] for r in before["entries"] if r["member_id"] == BEN
    ]
    assert all(not there for there in members.export(ANNE, None).values())


def test_forgotten_on_one_server(
    database: Database, members: SqlMembers, play: Callable[[int, int], Any], noon: datetime
) -> None:
    """What is on other servers stays as it was."""
    play(ANNE, HERE)
    play(ANNE, THERE)
    there = members.export(ANNE, [THERE])
    members.forget(ANNE, [HERE], noon)
    assert all(not found for found in members.export(ANNE, [HERE]).values())
    assert members.export(ANNE, [THERE]) == there


def test_shared_boards_keep_their_words(
    database: Database, members: SqlMembers, play: Callable[[int, int], Any], noon: datetime
) -> None:
    """Two who are forgotten on a board stay two, by numbers of that board alone."""
    board = play(ANNE, HERE)["shared"]
    play(BEN, HERE)
    members.forget(ANNE, None, noon)
    members.forget(BEN, None, noon)
    there = [row for row in rows(database)["entries"] if row["board_id"] == board]
    assert [(row["word"], row["member_id"]) for row in there] == [("word1", -1), ("word2x", -2)]
    assert {row["interaction_id"] for row in there} == {None}
    [kept] = [row for row in rows(database)["boards"] if row["id"] == board]
    assert (kept["entries"], kept["solver_id"]) == (2, None)


def test_panels_are_drawn_again(
    database: Database, members: SqlMembers, play: Callable[[int, int], Any], noon: datetime
) -> None:
    """A panel that shows the member has one more change; one of weeks ago is left alone."""
    play(ANNE, HERE)
    play(BEN, THERE)
    members.forget(ANNE, None, noon)
    changes = {row["server_id"]: row["changes"] for row in rows(database)["panels"]}
    assert changes == {HERE: 2, THERE: 1}
    members.forget(BEN, None, noon + timedelta(days=30))
    assert {row["changes"] for row in rows(database)["panels"] if row["server_id"] == THERE} == {1}


def test_forgetting_twice_changes_nothing(
    database: Database, members: SqlMembers, play: Callable[[int, int], Any], noon: datetime
) -> None:
    """A second time finds nothing, and the very same interaction does nothing at all."""
    play(ANNE, HERE)
    members.forget(ANNE, None, noon, 55)
    after = rows(database)
    assert set((members.forget(ANNE, None, noon, 56) or {}).values()) == {0}
    play(ANNE, HERE)
    again = members.export(ANNE, None)
    assert members.forget(ANNE, None, noon, 55) is None
    assert members.export(ANNE, None) == again
    assert [row["key"] for row in after["notes"]] == [f"{FORGOTTEN}55"]


@pytest.mark.parametrize("nobody", [0, -1])
def test_nobody_cannot_be_forgotten(
    database: Database,
    members: SqlMembers,
    play: Callable[[int, int], Any],
    noon: datetime,
    nobody: int,
) -> None:
    """The numbers of those who are forgotten already name no member."""
    play(ANNE, HERE)
    members.forget(ANNE, None, noon)
    before = rows(database)
    with pytest.raises(ValueError, match=str(nobody)):
        members.forget(nobody, None, noon)
    assert rows(database) == before


def test_forgotten_at_once(
    lasting_database: Database, at_once: Callable[..., list[Any]], noon: datetime
) -> None:
    """Members who guess on a shared board while others are forgotten there: no word is lost."""
    store, members = SqlGameStore(lasting_database), SqlMembers(lasting_database)
    with store.working() as work:
        server = work.add_server(Server(HERE, "UTC", 5, date(2026, 5, 1)))
        key = BoardKey(_puzzle(work, server).id, Mode.TOGETHER, CHANNEL)
        work.lock_board(key)
        work.commit()

    def guess(member: int, word: str) -> None:
        with store.working() as work:
            board = work.lock_board(key)
            entry = Entry(board.id, board.entries + 1, member, word, 0.5, 9, noon, 1)
            assert work.add_entry(entry)
            work.save_board(replace(board, entries=entry.position))
            work.commit()

    for member in range(1, 7):
        guess(member, f"first{member}")

    def act(index: int) -> None:
        member = index + 1
        if member % 2:
            members.forget(member, None, noon)
        else:
            for number in range(5):
                guess(member, f"more{member}x{number}")

    at_once(6, act)
    there = sorted(rows(lasting_database)["entries"], key=lambda row: row["position"])
    assert [row["position"] for row in there] == list(range(1, 22))
    named = [row["member_id"] for row in there]
    assert sorted(set(named)) == [-3, -2, -1, 2, 4, 6]
