"""Who has gone, who is idle, and what is deleted when, in every kind of database."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import func, select

from game.model import BoardKey, Entry, Focus, Mode, Puzzle, PuzzleKind, Server
from game.purging import Due, Reason, Terms
from recsys.nouns import Item, ItemStatus, Opinion, ShelfKind, Verdict
from store.engine import Database
from store.members import SqlMembers
from store.notebook import SqlNotebook
from store.opinions import SqlOpinions
from store.purging import SqlPurging
from store.schema import METADATA
from store.shelves import SqlShelves
from store.work import SqlGameStore

ANNE, BEN, GUILD, OTHER, GROUP = 1, 2, 900, 901, 950
DAY = timedelta(days=1)
TERMS = Terms()
Guess = Callable[..., None]


@pytest.fixture
def purging(database: Database) -> SqlPurging:
    """What is tested."""
    return SqlPurging(database)


@pytest.fixture
def guess(database: Database) -> Guess:
    """Lets a member guess once on a server at some moment, alone or on a channel's board."""

    def act(server_id: int, member: int, at: datetime, channel: int | None = None) -> None:
        with SqlGameStore(database).working() as work:
            work.add_server(Server(server_id, "UTC", 5, date(2026, 5, 1)))
            daily = Puzzle(server_id, PuzzleKind.DAILY, 4, date(2026, 5, 4), "river", "w")
            puzzle = work.add_puzzle(daily) or work.daily(server_id, daily.day)
            assert puzzle is not None
            mode = Mode.SOLO if channel is None else Mode.TOGETHER
            board = work.lock_board(BoardKey(puzzle.id, mode, channel or member))
            position = board.entries + 1
            work.add_entry(Entry(board.id, position, member, f"w{position}", 0.5, 9, at, 1))
            work.save_board(replace(board, entries=position))
            work.commit()

    return act


def count(database: Database) -> dict[str, int]:
    """How many rows each table has."""
    with database.reading() as connection:
        return {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in METADATA.sorted_tables
        }


def members_of(database: Database) -> set[tuple[int, int]]:
    """Who has a word on which server."""
    tables = METADATA.tables
    entries, boards, puzzles = tables["entries"], tables["boards"], tables["puzzles"]
    query = select(puzzles.c.server_id, entries.c.member_id).select_from(
        entries.join(boards).join(puzzles)
    )
    with database.reading() as connection:
        return {(row[0], row[1]) for row in connection.execute(query)}


def test_server_that_left_goes_after_its_time(
    database: Database, purging: SqlPurging, guess: Guess, noon: datetime
) -> None:
    """Not a moment earlier; then all of it goes, and nothing of another server."""
    guess(GUILD, ANNE, noon)
    guess(OTHER, ANNE, noon)
    assert purging.leave(GUILD, 0, noon)
    assert purging.due(noon + 30 * DAY - timedelta(seconds=1), TERMS) == []
    later = noon + 30 * DAY
    [due] = purging.due(later, TERMS)
    assert due == Due(GUILD, 0, Reason.LEFT, noon)
    counts = purging.purge(due, later, TERMS)
    assert counts == {"days": 1, "boards": 1, "guesses": 1, "servers": 1}
    assert members_of(database) == {(OTHER, ANNE)}
    assert count(database)["departures"] == 0
    assert purging.due(later, TERMS) == []


def test_first_note_of_a_departure_stands(
    purging: SqlPurging, guess: Guess, noon: datetime
) -> None:
    """Hearing of it again, as after every reconnection, does not prolong anything."""
    guess(GUILD, ANNE, noon)
    assert purging.leave(GUILD, 0, noon)
    assert not purging.leave(GUILD, 0, noon + 20 * DAY)
    assert len(purging.due(noon + 30 * DAY, TERMS)) == 1


def test_unknown_server_leaves_no_note(
    database: Database, purging: SqlPurging, noon: datetime
) -> None:
    """Where nobody played there is nothing to note."""
    assert not purging.leave(GUILD, 0, noon)
    assert not purging.come_back(GUILD)
    assert sum(count(database).values()) == 0


def test_server_that_comes_back_stays(
    database: Database, purging: SqlPurging, guess: Guess, noon: datetime
) -> None:
    """Whoever invites the bot again finds everything, even where the purge was just beginning."""
    guess(GUILD, ANNE, noon)
    purging.leave(GUILD, 0, noon)
    later = noon + 31 * DAY
    [due] = purging.due(later, TERMS)
    assert purging.come_back(GUILD)
    before = count(database)
    assert purging.count(due, later, TERMS) is None
    assert purging.purge(due, later, TERMS) is None
    assert count(database) == before
    assert purging.due(later, TERMS) == []


def test_whoever_plays_has_not_gone(
    database: Database, purging: SqlPurging, guess: Guess, noon: datetime
) -> None:
    """A note of a departure that somebody's guess disproves is taken back."""
    guess(GUILD, ANNE, noon)
    for member in (0, ANNE):
        purging.leave(GUILD, member, noon)
    guess(GUILD, ANNE, noon + DAY)
    later = noon + 31 * DAY
    assert [purging.purge(due, later, TERMS) for due in purging.due(later, TERMS)] == [None, None]
    assert members_of(database) == {(GUILD, ANNE)}
    assert count(database)["departures"] == 0


def test_member_who_left_a_server(
    database: Database, purging: SqlPurging, guess: Guess, noon: datetime
) -> None:
    """Only that member goes, and only there; on shared boards their words stay, nameless."""
    for server in (GUILD, OTHER):
        guess(server, ANNE, noon)
        guess(server, ANNE, noon, channel=8)
        guess(server, BEN, noon, channel=8)
    purging.leave(GUILD, ANNE, noon)
    later = noon + 30 * DAY
    [due] = purging.due(later, TERMS)
    assert purging.purge(due, later, TERMS) is not None
    assert members_of(database) == {(GUILD, -1), (GUILD, BEN), (OTHER, ANNE), (OTHER, BEN)}
    assert purging.due(later, TERMS) == []


def test_idle_members_go(
    database: Database, purging: SqlPurging, guess: Guess, noon: datetime
) -> None:
    """Whoever has not played on a server for a year goes there, the others stay."""
    guess(GUILD, ANNE, noon)
    guess(GUILD, BEN, noon + 2 * DAY)
    guess(OTHER, ANNE, noon + 2 * DAY)
    later = noon + 365 * DAY
    assert purging.due(later - timedelta(seconds=1), TERMS) == []
    [due] = purging.due(later, TERMS)
    assert due == Due(GUILD, ANNE, Reason.IDLE, noon)
    purging.purge(due, later, TERMS)
    assert members_of(database) == {(GUILD, BEN), (OTHER, ANNE)}


def test_idle_member_who_plays_meanwhile_stays(
    database: Database, purging: SqlPurging, guess: Guess, noon: datetime
) -> None:
    """A guess between looking and purging saves everything."""
    guess(GUILD, ANNE, noon)
    later = noon + 400 * DAY
    [due] = purging.due(later, TERMS)
    guess(GUILD, ANNE, later, channel=8)
    assert purging.purge(due, later, TERMS) is None
    assert members_of(database) == {(GUILD, ANNE)}


def test_idle_player_who_rates_meanwhile_stays(
    database: Database, purging: SqlPurging, guess: Guess, noon: datetime
) -> None:
    """Who only rates does not play, and is no less there."""
    guess(GUILD, ANNE, noon)
    later = noon + 400 * DAY
    [due] = purging.due(later, TERMS)
    shelves = SqlShelves(database)
    shelf = shelves.open_shelf(GUILD, "films", ShelfKind.FILMS)
    item = shelves.suggest(Item(shelf.id, "x", "Alien", status=ItemStatus.SUGGESTED), 9)
    assert item is not None
    shelves.settle(item.id, ItemStatus.LIVE)
    SqlOpinions(database).record(Opinion(shelf.id, ANNE, item.id, Verdict.LIKE, 5.0, later))
    assert purging.purge(due, later, TERMS) is None
    assert purging.due(later, TERMS) == []


def test_place_of_ones_own_goes_whole(
    database: Database, purging: SqlPurging, guess: Guess, noon: datetime
) -> None:
    """Direct messages are nobody else's: of an idle member's nothing is left."""
    guess(ANNE, ANNE, noon)
    [due] = purging.due(noon + 365 * DAY, TERMS)
    assert due == Due(ANNE, 0, Reason.IDLE, noon)
    purging.purge(due, noon + 365 * DAY, TERMS)
    assert sum(count(database).values()) == 0


def test_choices_alone_are_kept_as_long(
    database: Database, purging: SqlPurging, noon: datetime
) -> None:
    """Who only ever chose how to play counts as there since the server's first day."""
    with SqlGameStore(database).working() as work:
        work.add_server(Server(GUILD, "UTC", 5, noon.date()))
        work.set_focus(Focus(GUILD, ANNE, Mode.TOGETHER))
        work.commit()
    assert purging.due(noon + 364 * DAY, TERMS) == []
    [due] = purging.due(noon + 366 * DAY, TERMS)
    purging.purge(due, noon + 366 * DAY, TERMS)
    assert count(database)["focuses"] == 0


def test_the_forgotten_are_not_idle(
    database: Database, purging: SqlPurging, guess: Guess, noon: datetime
) -> None:
    """Words without a name are not purged again and again."""
    guess(GUILD, ANNE, noon, channel=8)
    SqlMembers(database).forget(ANNE, None, noon)
    assert purging.due(noon + 1000 * DAY, TERMS) == []
    assert purging.doubtful(noon + 30 * DAY, 30 * DAY) == []


def test_only_servers_of_discords_are_looked_for(
    purging: SqlPurging, guess: Guess, noon: datetime
) -> None:
    """Neither direct messages nor groups can be missing at Discord."""
    guess(GUILD, ANNE, noon)
    guess(OTHER, ANNE, noon, channel=8)
    guess(ANNE, ANNE, noon)
    guess(GROUP, ANNE, noon, channel=GROUP)
    assert purging.known() == [GUILD, OTHER]


def test_servers_are_settled_at_once(purging: SqlPurging, guess: Guess, noon: datetime) -> None:
    """Those that went while the bot was away are noted, those that came back are cleared."""
    for server in (GUILD, OTHER):
        guess(server, ANNE, noon)
    purging.leave(OTHER, 0, noon)
    assert purging.settle({GUILD, 999}, {OTHER, 998}, noon) == 2
    assert purging.settle({GUILD, 999}, {OTHER, 998}, noon + DAY) == 0
    assert purging.due(noon + 30 * DAY, TERMS) == [Due(GUILD, 0, Reason.LEFT, noon)]


def test_idle_members_are_doubtful_every_month(
    purging: SqlPurging, guess: Guess, noon: datetime
) -> None:
    """Each is looked for on one day in thirty, while neither they nor the server are gone."""
    guess(GUILD, ANNE, noon)
    guess(ANNE, ANNE, noon)
    found = [n for n in range(100) if purging.doubtful(noon + n * DAY, 30 * DAY)]
    assert found == [30, 60, 90]
    assert purging.doubtful(noon + 30 * DAY, 30 * DAY) == [(GUILD, ANNE)]
    purging.leave(GUILD, ANNE, noon + 30 * DAY)
    assert purging.doubtful(noon + 60 * DAY, 30 * DAY) == []


@pytest.mark.parametrize("due", [(GUILD, 0), (GUILD, ANNE), (0, ANNE)])
def test_counting_changes_nothing(
    database: Database,
    purging: SqlPurging,
    guess: Guess,
    noon: datetime,
    due: tuple[int, int],
) -> None:
    """What would go is what goes, and until then all of it is there."""
    guess(GUILD, ANNE, noon)
    guess(GUILD, ANNE, noon, channel=8)
    asked, before = Due(*due, Reason.ASKED), count(database)
    told = purging.count(asked, noon, TERMS)
    assert told is not None
    assert told["guesses"] == 2
    assert count(database) == before
    assert purging.purge(asked, noon, TERMS) == told
    assert count(database) != before


def test_each_day_begins_once(database: Database, purging: SqlPurging, noon: datetime) -> None:
    """Of several processes one purges, each day anew; yesterday's forgettings leave no trace."""
    SqlMembers(database).forget(ANNE, None, noon, 55)
    today = noon.date()
    assert [purging.begin_day(today) for _ in range(2)] == [True, False]
    assert not purging.begin_day(today - DAY)
    assert SqlNotebook(database).note("forgotten:55") is not None
    assert purging.begin_day(today + 2 * DAY)
    assert SqlNotebook(database).note("forgotten:55") is None


def test_ids_of_a_purged_server_are_not_given_out_again(
    purging: SqlPurging, guess: Guess, noon: datetime, database: Database
) -> None:
    """No process that still holds a model of its shelf can take another shelf for it."""
    guess(GUILD, ANNE, noon)
    guess(OTHER, BEN, noon)
    shelves = SqlShelves(database)

    def filled(server_id: int) -> tuple[int, int]:
        shelf = shelves.open_shelf(server_id, "films", ShelfKind.FILMS)
        with shelves.importing(shelf.id) as work:
            work.put_items([Item(shelf.id, "a", "A")])
            work.commit()
        return shelf.id, shelves.items(shelf.id)[0].id

    gone = filled(GUILD)
    assert purging.purge(Due(GUILD, 0, Reason.ASKED, noon), noon, TERMS)
    assert all(new > old for new, old in zip(filled(OTHER), gone, strict=True))
