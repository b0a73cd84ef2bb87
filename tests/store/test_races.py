"""What real threads may do to each other: constraints and the board's lock settle it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from game.model import Board, BoardKey, Entry, Mode, Puzzle, PuzzleKind, Server
from store.engine import Database
from store.work import SqlGameStore

Together = Callable[[int, Callable[[int], Any]], list[Any]]
CHANNEL = 900


@pytest.fixture
def store(lasting_database: Database) -> SqlGameStore:
    """A store that several connections use at once."""
    return SqlGameStore(lasting_database)


@pytest.fixture
def key(lasting_database: Database, add_daily: Callable[[Database], Puzzle]) -> BoardKey:
    """A shared board that nobody has made yet."""
    return BoardKey(add_daily(lasting_database).id, Mode.TOGETHER, CHANNEL)


def guess(
    store: SqlGameStore, key: BoardKey, member: int, word: str, at: datetime, interaction: int
) -> Board | None:
    """The read-modify-save of a guess; None where its word or interaction was there already."""
    with store.working() as work:
        board = work.lock_board(key)
        attempt = None if board.finished else board.attempts + 1
        position = board.entries + 1
        entry = Entry(board.id, position, member, word, 1.0, 0, at, attempt)
        if not work.add_entry(replace(entry, interaction_id=interaction)):
            return None
        board = replace(board, entries=position, attempts=attempt or board.attempts, best_rank=0)
        if word == "river" and not board.finished:
            board = replace(board, solved_in=attempt, solver_id=member, finished_at=at)
        work.save_board(board)
        work.commit()
        return board


def stored(store: SqlGameStore, key: BoardKey) -> tuple[Board, list[Entry]]:
    """A board and its entries."""
    with store.reading() as read:
        board = read.board(key)
        assert board is not None
        return board, list(read.entries(board.id))


def test_one_of_sixteen_solves(
    store: SqlGameStore, key: BoardKey, at_once: Together, noon: datetime
) -> None:
    """Sixteen members guess the secret at once on a board nobody has made: one is the solver."""
    results = at_once(16, lambda n: guess(store, key, n, "river", noon, 100 + n))
    board, entries = stored(store, key)
    [winner] = [result for result in results if result is not None]
    assert winner == board
    assert [entry.member_id for entry in entries] == [board.solver_id]
    assert (board.entries, board.attempts, board.solved_in) == (1, 1, 1)


def test_guesses_at_once_are_all_counted(
    store: SqlGameStore, key: BoardKey, at_once: Together, noon: datetime
) -> None:
    """No guess is lost: positions and attempts run from 1 without a gap."""
    at_once(16, lambda n: guess(store, key, n, f"word{n}", noon, 100 + n))
    board, entries = stored(store, key)
    assert (board.entries, board.attempts) == (16, 16)
    assert [entry.position for entry in entries] == list(range(1, 17))
    assert [entry.attempt for entry in entries] == list(range(1, 17))


def test_same_interaction_eight_times(
    store: SqlGameStore, key: BoardKey, at_once: Together, noon: datetime
) -> None:
    """An interaction delivered eight times at once makes one entry, whatever board it goes to."""
    others = [replace(key, owner_id=CHANNEL + n % 4) for n in range(8)]
    results = at_once(8, lambda n: guess(store, others[n], 1, "lake", noon, 77))
    assert len([result for result in results if result is not None]) == 1
    with store.reading() as read:
        entry = read.entry_of_interaction(77)
        assert entry is not None
        found = [read.board(other) for other in set(others)]
        assert sum(board.entries for board in found if board is not None) == 1


def test_same_word_twice(
    store: SqlGameStore, key: BoardKey, at_once: Together, noon: datetime
) -> None:
    """Two members send the same word at once: it is one entry and one attempt."""
    results = at_once(2, lambda n: guess(store, key, n, "lake", noon, 100 + n))
    assert len([result for result in results if result is not None]) == 1
    board, entries = stored(store, key)
    assert (board.attempts, len(entries)) == (1, 1)


def test_day_is_opened_once(store: SqlGameStore, server: Server, at_once: Together) -> None:
    """Eight openings of a server's day at once, each with its own secret, store one puzzle."""

    def open_day(n: int) -> Puzzle | None:
        puzzle = Puzzle(server.id, PuzzleKind.DAILY, 1, date(2026, 5, 1), f"word{n}", "words-1")
        with store.working() as work:
            work.add_server(replace(server, seed=n))
            added = work.add_puzzle(puzzle)
            work.commit()
        return added

    results = at_once(8, open_day)
    [winner] = [result for result in results if result is not None]
    with store.reading() as read:
        assert read.dailies(server.id) == [winner]


def test_votes_at_once_are_all_counted(
    store: SqlGameStore, key: BoardKey, at_once: Together
) -> None:
    """Under the board's lock every vote sees those before it."""

    def vote(member: int) -> int:
        with store.working() as work:
            count = work.vote(work.lock_board(key).id, member % 4)
            work.commit()
        return count

    counts = at_once(8, vote)
    assert set(counts) == {1, 2, 3, 4}


def test_readers_and_writers_never_meet_a_locked_database(
    store: SqlGameStore, key: BoardKey, at_once: Together, noon: datetime
) -> None:
    """Eight threads that read and write in turn all succeed, and nothing is lost."""

    def play(member: int) -> None:
        for number in range(25):
            word, interaction = f"w{member}x{number}", member * 1000 + number + 1
            moment = noon + timedelta(seconds=number)
            assert guess(store, key, member, word, moment, interaction) is not None
            with store.reading() as read:
                assert read.entry_of_interaction(interaction) is not None
                assert len(read.played(11, member)) == 1

    at_once(8, play)
    board, entries = stored(store, key)
    assert board.entries == len(entries) == 200


def test_reading_sees_one_moment(store: SqlGameStore, key: BoardKey, noon: datetime) -> None:
    """What is committed during a reading does not show in it, and does not wait for it."""
    guess(store, key, 1, "lake", noon, 1)
    with store.reading() as read:
        before = read.board(key)
        guess(store, key, 2, "sea", noon, 2)
        assert read.board(key) == before
        assert before is not None
        assert len(read.entries(before.id)) == 1
    assert stored(store, key)[0].entries == 2


def test_reading_passes_an_open_work(store: SqlGameStore, key: BoardKey, noon: datetime) -> None:
    """A reading begun while a work is open returns at once with what was committed before."""
    guess(store, key, 1, "lake", noon, 1)
    with store.working() as work:
        work.save_board(replace(work.lock_board(key), attempts=50))
        assert stored(store, key)[0].attempts == 1
