"""The figures about a database, on every kind of it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from game.model import Board, BoardKey, Entry, Mode, Puzzle, PuzzleKind, Server
from game.posts import Due
from game.setup import Setup
from store.engine import Database
from store.figures import Solved, SqlFigures, Totals
from store.posts import SqlPosts
from store.setups import SqlSetups
from store.work import SqlGameStore

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
TODAY = NOW.date()
MINUTE = timedelta(minutes=1)
ANN, BEN = 2**61 + 1, 2**61 + 2


def play(
    store: SqlGameStore, puzzle: Puzzle, member: int, *ages: int, solved: bool = False
) -> None:
    """Let a member guess so many days ago, and solve it at the last one."""
    with store.working() as work:
        stored = work.daily(1, puzzle.day) if puzzle.owner_id is None else None
        stored = stored or work.add_puzzle(puzzle)
        assert stored is not None
        board = work.lock_board(BoardKey(stored.id, Mode.SOLO, member))
        for number, age in enumerate(ages, start=1):
            at, word = NOW - timedelta(days=age), f"w{number}"
            work.add_entry(Entry(board.id, number, member, word, 0.5, 10, at, attempt=number))
        work.save_board(_after(board, len(ages), member if solved else None))
        work.commit()


def _after(board: Board, guesses: int, solver: int | None) -> Board:
    counted = replace(board, entries=guesses, attempts=guesses, hints=1, best_rank=10)
    if solver is None:
        return counted
    return replace(
        counted, best_rank=0, solved_in=guesses, solver_id=solver, finished_at=NOW - MINUTE
    )


def daily(days_ago: int, secret: str) -> Puzzle:
    """A daily puzzle of server 1."""
    day = TODAY - timedelta(days=days_ago)
    return Puzzle(1, PuzzleKind.DAILY, 100 - days_ago, day, secret, "words-1")


@pytest.fixture
def store(database: Database) -> SqlGameStore:
    """Two servers that have not played."""
    opened = SqlGameStore(database)
    with opened.working() as work:
        for number in (1, 2):
            work.add_server(Server(number, "UTC", 7, date(2026, 8, 1)))
        work.commit()
    return opened


@pytest.fixture
def figures(store: SqlGameStore, database: Database) -> SqlFigures:
    """Their figures."""
    return SqlFigures(database)


def test_nothing_played(figures: SqlFigures) -> None:
    """Without a game all figures are naught, but for the size."""
    totals = figures.totals()
    assert totals == Totals(2, 0, 0, totals.size)
    assert totals.size > 1000
    activity = figures.activity(NOW, 7, MINUTE)
    assert (activity.guesses, activity.players, activity.begun, activity.finished) == (0, 0, 0, 0)
    assert (activity.solved, activity.sent, activity.late, activity.skipped) == ([], 0, 0, {})


def test_guesses_count_by_their_time(store: SqlGameStore, figures: SqlFigures) -> None:
    """A week holds what was guessed within it, a month more; members count once."""
    play(store, daily(0, "river"), ANN, 0, 0, 0)
    play(store, daily(6, "lake"), ANN, 6)
    play(store, daily(8, "sea"), BEN, 8, 8)
    play(store, daily(40, "brook"), BEN, 40)
    week, month = figures.activity(NOW, 7, MINUTE), figures.activity(NOW, 30, MINUTE)
    assert (week.guesses, week.players, week.begun) == (4, 1, 2)
    assert (month.guesses, month.players, month.begun) == (6, 2, 3)
    assert figures.totals().members == 2
    assert figures.totals().boards == 4


def test_solved_boards_come_with_their_strokes(store: SqlGameStore, figures: SqlFigures) -> None:
    """Solved daily boards are told with the secret and the strokes; practice is left out."""
    play(store, daily(1, "river"), ANN, 1, 1, solved=True)
    play(store, daily(1, "river"), BEN, 1)
    round_ = Puzzle(1, PuzzleKind.PRACTICE, 1, TODAY, "pond", "words-1", owner_id=ANN)
    play(store, round_, ANN, 0, solved=True)
    play(store, daily(9, "lake"), BEN, 9, solved=True)
    week = figures.activity(NOW, 7, MINUTE)
    assert (week.begun, week.finished, week.solved) == (2, 1, [Solved("river", 3)])
    assert len(figures.activity(NOW, 30, MINUTE).solved) == 2


def test_posts_by_what_became_of_them(
    store: SqlGameStore, figures: SqlFigures, database: Database
) -> None:
    """Posts in time, late ones, and those left out by their reasons."""
    posts = SqlPosts(database)
    SqlSetups(database).set_up(Setup(1, "UTC", 5), 9, NOW)
    dues = [NOW - timedelta(days=age) for age in range(4)]
    posts.plan([Due(1, due.date(), due) for due in dues])
    in_time, late, *rest = reversed(posts.take(NOW, 9))
    assert posts.finish(in_time, None, in_time.post.due_at + MINUTE)
    assert posts.finish(late, None, late.post.due_at + 2 * MINUTE)
    assert all(posts.skip(taken, "forbidden") for taken in rest)
    week = figures.activity(NOW, 7, MINUTE)
    assert (week.sent, week.late, week.skipped) == (2, 1, {"forbidden": 2})
