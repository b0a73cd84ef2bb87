"""The contract of `game.ports.GameStore`, held by everything that implements it.

Another implementation joins by a fixture that returns a fresh store, named in `STORES`.
"""

import contextlib
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from game.memory.store import MemoryGameStore
from game.model import (
    Board,
    BoardKey,
    Entry,
    Focus,
    Mode,
    Played,
    Puzzle,
    PuzzleKind,
    Server,
)
from game.ports import GameStore
from store.work import SqlGameStore

STORES = ("memory_store", "sqlite_database", "memory_database", "postgres_database")

SERVER = Server(2**62 + 7, "Europe/Berlin", 2**63 - 1, date(2026, 5, 1))
DAY = date(2026, 5, 4)
PUZZLE = Puzzle(SERVER.id, PuzzleKind.DAILY, 4, DAY, "river", "words-1")
MEMBER = 2**61 + 1
OTHER = MEMBER + 1
CHANNEL = 2**60 + 5


@pytest.fixture
def memory_store() -> MemoryGameStore:
    """The store without a database."""
    return MemoryGameStore()


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest) -> GameStore:
    """Every implementation, holding one server."""
    found = request.getfixturevalue(request.param)
    opened: GameStore = found if hasattr(found, "working") else SqlGameStore(found)
    with opened.working() as work:
        work.add_server(SERVER)
        work.commit()
    return opened


@pytest.fixture
def puzzle(store: GameStore) -> Puzzle:
    """The day's puzzle, stored."""
    return add_puzzle(store, PUZZLE)


@pytest.fixture
def solo(store: GameStore, puzzle: Puzzle) -> Board:
    """The member's own board of the day's puzzle, stored."""
    return make_board(store, BoardKey(puzzle.id, Mode.SOLO, MEMBER))


@pytest.fixture
def shared(store: GameStore, puzzle: Puzzle) -> Board:
    """The channel's board of the day's puzzle, stored."""
    return make_board(store, BoardKey(puzzle.id, Mode.TOGETHER, CHANNEL))


def add_puzzle(store: GameStore, puzzle: Puzzle) -> Puzzle:
    """Store a puzzle that nothing refuses."""
    with store.working() as work:
        stored = work.add_puzzle(puzzle)
        work.commit()
    assert stored is not None
    return stored


def make_board(store: GameStore, key: BoardKey) -> Board:
    """Make a board that nobody has played on."""
    with store.working() as work:
        board = work.lock_board(key)
        work.commit()
    return board


def save(store: GameStore, board: Board) -> None:
    """Store a board's state."""
    with store.working() as work:
        work.save_board(board)
        work.commit()


def add(store: GameStore, *entries: Entry) -> list[bool]:
    """Store entries, and tell which were new."""
    with store.working() as work:
        results = [work.add_entry(entry) for entry in entries]
        work.commit()
    return results


def guess(board: Board, word: str, noon: datetime, **changes: object) -> Entry:
    """A first counted guess of the member, with changes."""
    entry = Entry(board.id, 1, MEMBER, word, 0.25, 40, noon, attempt=1)
    return replace(entry, **changes)  # type: ignore[arg-type]  # each test names its fields


def test_server_is_kept_as_given(store: GameStore) -> None:
    """A server comes back as it went in, its 63-bit seed whole."""
    with store.reading() as read:
        assert read.server(SERVER.id) == SERVER
        assert read.server(SERVER.id + 1) is None


def test_first_server_stays(store: GameStore) -> None:
    """Adding a server again changes nothing and returns the one stored first."""
    with store.working() as work:
        assert work.add_server(replace(SERVER, time_zone="UTC", seed=1)) == SERVER
        work.commit()


def test_puzzle_is_kept_as_given(store: GameStore) -> None:
    """A daily puzzle gets an id and is found by it and by its day."""
    stored = add_puzzle(store, PUZZLE)
    assert stored == replace(PUZZLE, id=stored.id)
    assert stored.id > 0
    with store.reading() as read:
        assert read.puzzle(stored.id) == stored
        assert read.daily(SERVER.id, DAY) == stored
        assert read.puzzle(stored.id + 1) is None
        assert read.daily(SERVER.id, DAY + timedelta(1)) is None
        assert read.daily(SERVER.id + 1, DAY) is None


def test_secrets_in_any_script_come_back(store: GameStore) -> None:
    """A secret of any letters and any length survives its sealing."""
    words = ["a", "Straße", "naïveté", "水", "x" * 200]
    for number, word in enumerate(words):
        day = DAY + timedelta(number)
        add_puzzle(store, replace(PUZZLE, day=day, number=number, secret=word))
    with store.reading() as read:
        assert [puzzle.secret for puzzle in read.dailies(SERVER.id)] == words


@pytest.mark.parametrize(
    ("changes", "accepted"),
    [
        ({"secret": "lake"}, False),
        ({"day": date(2026, 5, 5)}, False),
        ({"day": date(2026, 5, 5), "cycle": 1}, True),
        ({"day": date(2026, 5, 5), "secret": "lake"}, True),
        ({"kind": PuzzleKind.PRACTICE, "owner_id": MEMBER}, True),
    ],
)
def test_second_daily_of_a_day_or_secret_is_refused(
    store: GameStore, puzzle: Puzzle, changes: dict[str, object], accepted: bool
) -> None:
    """A server has one daily a day, and a secret once a cycle; practice rounds are free of both."""
    another = replace(PUZZLE, **changes)  # type: ignore[arg-type]  # the parameters name fields
    with store.working() as work:
        assert (work.add_puzzle(another) is not None) is accepted
        work.commit()
    with store.reading() as read:
        assert read.daily(SERVER.id, DAY) == puzzle


def test_refusal_spoils_no_transaction(store: GameStore, puzzle: Puzzle) -> None:
    """After a refused puzzle the same work goes on and commits."""
    with store.working() as work:
        assert work.add_puzzle(PUZZLE) is None
        later = work.add_puzzle(replace(PUZZLE, day=date(2026, 5, 5), secret="lake"))
        work.commit()
    with store.reading() as read:
        assert read.dailies(SERVER.id) == [puzzle, later]


def test_another_server_may_have_the_same_secret(store: GameStore, puzzle: Puzzle) -> None:
    """Days and secrets are counted for each server by itself."""
    with store.working() as work:
        work.add_server(Server(8, "UTC", 3, DAY))
        stored = work.add_puzzle(replace(PUZZLE, server_id=8))
        work.commit()
    with store.reading() as read:
        assert stored is not None
        assert read.dailies(8) == [stored]
        assert read.dailies(SERVER.id) == [puzzle]


def test_dailies_come_oldest_first(store: GameStore) -> None:
    """The archive is in order of days, whatever order they were stored in."""
    for number in (3, 1, 2):
        day = DAY + timedelta(number)
        add_puzzle(store, replace(PUZZLE, number=number, day=day, secret=f"word{number}"))
    with store.reading() as read:
        assert [puzzle.number for puzzle in read.dailies(SERVER.id)] == [1, 2, 3]
        assert read.dailies(99) == []


def test_practice_rounds_are_numbered_by_member(store: GameStore) -> None:
    """A member's round number is taken once; another member's is another one."""
    first = replace(PUZZLE, kind=PuzzleKind.PRACTICE, number=1, owner_id=MEMBER)
    second = replace(first, number=2)
    with store.working() as work:
        stored = [work.add_puzzle(second), work.add_puzzle(first)]
        assert work.add_puzzle(replace(first, secret="lake")) is None
        assert work.add_puzzle(replace(first, owner_id=OTHER)) is not None
        work.commit()
    with store.reading() as read:
        assert read.practices(SERVER.id, MEMBER) == stored[::-1]
        assert len(read.practices(SERVER.id, OTHER)) == 1
        assert read.dailies(SERVER.id) == []


def test_focus_is_plain_until_set(store: GameStore, puzzle: Puzzle) -> None:
    """Where nothing is stored, the next guess goes to one's own board of the day's puzzle."""
    chosen = Focus(SERVER.id, MEMBER, Mode.TOGETHER, puzzle.id, DAY)
    with store.working() as work:
        assert work.focus(SERVER.id, MEMBER) == Focus(SERVER.id, MEMBER)
        work.set_focus(chosen)
        assert work.focus(SERVER.id, MEMBER) == chosen
        work.set_focus(Focus(SERVER.id, MEMBER))
        work.commit()
    with store.reading() as read:
        assert read.focus(SERVER.id, MEMBER) == Focus(SERVER.id, MEMBER)
        assert read.focus(SERVER.id, OTHER) == Focus(SERVER.id, OTHER)


def test_seat_is_server_and_focus(store: GameStore, puzzle: Puzzle) -> None:
    """A seat is the server as it was stored with the member's focus in it; none elsewhere."""
    chosen = Focus(SERVER.id, MEMBER, Mode.TOGETHER, puzzle.id, SERVER.first_day)
    with store.working() as work:
        assert work.seat(SERVER.id, MEMBER) == (SERVER, Focus(SERVER.id, MEMBER))
        work.set_focus(chosen)
        work.commit()
    with store.reading() as read:
        assert read.seat(SERVER.id, MEMBER) == (SERVER, chosen)
        assert read.seat(SERVER.id, OTHER) == (SERVER, Focus(SERVER.id, OTHER))
        assert read.seat(SERVER.id + 1, MEMBER) is None


def test_lock_makes_a_blank_board_once(store: GameStore, puzzle: Puzzle) -> None:
    """Locking a board makes it, and locking it again finds the same one."""
    key = BoardKey(puzzle.id, Mode.SOLO, MEMBER)
    with store.reading() as read:
        assert read.board(key) is None
    board = make_board(store, key)
    assert board == Board(key, id=board.id)
    assert make_board(store, key) == board
    with store.reading() as read:
        assert read.board(key) == board
        assert read.board_of(board.id) == board
        assert read.board_of(board.id + 1) is None


def test_boards_differ_by_mode_and_owner(store: GameStore, puzzle: Puzzle) -> None:
    """A member and a channel of the same id have different boards."""
    keys = [BoardKey(puzzle.id, mode, owner) for mode in Mode for owner in (MEMBER, MEMBER + 1)]
    assert len({make_board(store, key).id for key in keys}) == 4


def test_saved_board_comes_back(store: GameStore, solo: Board, noon: datetime) -> None:
    """Every count and the end of a board are kept; moments come back in UTC."""
    local = noon.astimezone(timezone(timedelta(hours=5)))
    changed = replace(
        solo,
        entries=9,
        attempts=7,
        hints=2,
        best_rank=0,
        solved_in=7,
        solver_id=MEMBER,
        gave_up=True,
        finished_at=local + timedelta(microseconds=123),
    )
    save(store, changed)
    with store.reading() as read:
        found = read.board(solo.key)
    assert found == changed
    assert found.finished_at is not None
    assert found.finished_at.utcoffset() == timedelta(0)


def test_the_closest_entries_come_by_rank(store: GameStore, solo: Board, noon: datetime) -> None:
    """The closest entries come by rank, equal ranks by position, and no more than asked for."""
    far = guess(solo, "stone", noon, rank=900)
    near = guess(solo, "lake", noon, position=2, attempt=2, rank=3)
    also = guess(solo, "sea", noon, position=3, attempt=3, rank=3)
    assert add(store, far, near, also) == [True, True, True]
    with store.reading() as read:
        assert read.closest(solo.id, 2) == [near, also]
        assert read.closest(solo.id, 9) == [near, also, far]
        assert read.closest(solo.id + 1, 9) == []


def test_entries_come_by_position(store: GameStore, solo: Board, noon: datetime) -> None:
    """Entries come back as they went in, by position, and by word, and by interaction."""
    first = guess(solo, "lake", noon, interaction_id=2**62)
    second = guess(solo, "sea", noon, position=2, attempt=None, hint=True, rank=0, similarity=-1.0)
    assert add(store, second, first) == [True, True]
    with store.reading() as read:
        assert read.entries(solo.id) == [first, second]
        assert read.entry(solo.id, "sea") == second
        assert read.entry(solo.id, "Sea") is None
        assert read.entry_of_interaction(2**62) == first
        assert read.entry_of_interaction(1) is None
        assert read.entries(solo.id + 1) == []


def test_word_counts_once_a_board(
    store: GameStore, solo: Board, shared: Board, noon: datetime
) -> None:
    """A word is stored once a board, and once more on another."""
    again = guess(solo, "lake", noon, position=2, member_id=OTHER)
    elsewhere = guess(shared, "lake", noon)
    assert add(store, guess(solo, "lake", noon), again, elsewhere) == [True, False, True]
    with store.reading() as read:
        assert read.entries(solo.id) == [guess(solo, "lake", noon)]


def test_interaction_counts_once_anywhere(
    store: GameStore, solo: Board, shared: Board, noon: datetime
) -> None:
    """An interaction delivered again is refused, on whatever board; having none is no clash."""
    first = guess(solo, "lake", noon, interaction_id=77)
    again = guess(shared, "sea", noon, interaction_id=77)
    without = [guess(shared, word, noon, position=n) for n, word in enumerate(("sea", "bay"), 1)]
    assert add(store, first, again, *without) == [True, False, True, True]


def test_an_interaction_is_claimed_once(store: GameStore, solo: Board, shared: Board) -> None:
    """The first claim of an interaction holds, and a claim rolled back is none."""
    with store.working() as work:
        assert work.claim(2**62, solo.id)
    with store.working() as work:
        assert work.claim(2**62, shared.id)
        assert not work.claim(2**62, solo.id)
        work.commit()
    with store.reading() as read:
        assert read.board_of_interaction(2**62) == read.board_of(shared.id)
        assert read.board_of_interaction(2**62 - 1) is None


def test_votes_count_members(store: GameStore, shared: Board) -> None:
    """Each member's wish to give up counts once."""
    with store.working() as work:
        counts = [work.vote(shared.id, member) for member in (1, 1, 2, 1)]
        work.commit()
    assert counts == [1, 1, 2, 2]


def test_nothing_stays_without_commit(store: GameStore, solo: Board, noon: datetime) -> None:
    """Leaving a work without committing takes everything back."""
    with store.working() as work:
        assert work.add_entry(guess(solo, "lake", noon))
        work.save_board(replace(solo, attempts=1))
        work.set_focus(Focus(SERVER.id, MEMBER, Mode.TOGETHER))
        assert work.entries(solo.id)
    with store.reading() as read:
        assert read.entries(solo.id) == []
        assert read.board(solo.key) == solo
        assert read.focus(SERVER.id, MEMBER) == Focus(SERVER.id, MEMBER)


def test_nothing_stays_after_an_error(store: GameStore, solo: Board, noon: datetime) -> None:
    """An error inside a work takes everything back."""
    with contextlib.suppress(ZeroDivisionError), store.working() as work:
        work.add_entry(guess(solo, "lake", noon))
        raise ZeroDivisionError
    with store.reading() as read:
        assert read.entries(solo.id) == []


def test_committed_work_stays_despite_a_later_error(
    store: GameStore, solo: Board, noon: datetime
) -> None:
    """What was committed stays; what came after goes."""
    with contextlib.suppress(ZeroDivisionError), store.working() as work:
        work.add_entry(guess(solo, "lake", noon))
        work.commit()
        work.add_entry(guess(solo, "sea", noon, position=2))
        raise ZeroDivisionError
    with store.reading() as read:
        assert [entry.word for entry in read.entries(solo.id)] == ["lake"]


def test_played_on_own_board(store: GameStore, solo: Board, noon: datetime) -> None:
    """An entry on one's own board is taking part; attempts are so far, then as solved."""
    add(store, guess(solo, "lake", noon))
    save(store, replace(solo, entries=3, attempts=2, hints=1))
    so_far = Played(solo.key.puzzle_id, 4, DAY, Mode.SOLO, 2, 1, *[False] * 3, None)
    with store.reading() as read:
        assert read.played(SERVER.id, MEMBER) == [so_far]
        assert read.played(SERVER.id, OTHER) == []
        assert read.played(SERVER.id + 1, MEMBER) == []
    save(store, replace(solo, attempts=5, solved_in=3, solver_id=MEMBER, hints=1, finished_at=noon))
    solved = replace(so_far, attempts=3, solved=True, found=True, finished_at=noon)
    with store.reading() as read:
        assert read.played(SERVER.id, MEMBER) == [solved]


def test_played_counts_a_lone_hint_on_an_own_board(
    store: GameStore, solo: Board, noon: datetime
) -> None:
    """A hint is an entry on one's own board; a blank board is none."""
    with store.reading() as read:
        assert read.played(SERVER.id, MEMBER) == []
    add(store, guess(solo, "lake", noon, attempt=None, hint=True))
    with store.reading() as read:
        assert len(read.played(SERVER.id, MEMBER)) == 1


def test_played_on_shared_board(store: GameStore, shared: Board, noon: datetime) -> None:
    """On a shared board only counted guesses take part, and only the solver has found it."""
    third = OTHER + 1
    add(
        store,
        guess(shared, "lake", noon),
        guess(shared, "sea", noon, position=2, member_id=OTHER, attempt=2),
        guess(shared, "bay", noon, position=3, member_id=third, attempt=None),
        guess(shared, "pond", noon, position=4, member_id=third, attempt=None, hint=True),
    )
    save(store, replace(shared, attempts=2, solved_in=2, solver_id=OTHER, finished_at=noon))
    with store.reading() as read:
        [mine], [theirs] = read.played(SERVER.id, MEMBER), read.played(SERVER.id, OTHER)
        assert read.played(SERVER.id, third) == []
    assert (mine.mode, mine.solved, mine.found) == (Mode.TOGETHER, True, False)
    assert theirs == replace(mine, found=True)


def test_played_is_one_a_board_oldest_first_without_practice(
    store: GameStore, solo: Board, shared: Board, noon: datetime
) -> None:
    """Each board counts once however many guesses it has; practice rounds are left out."""
    earlier = add_puzzle(store, replace(PUZZLE, number=3, day=date(2026, 5, 3), secret="lake"))
    practice = add_puzzle(store, replace(PUZZLE, kind=PuzzleKind.PRACTICE, owner_id=MEMBER))
    older = make_board(store, BoardKey(earlier.id, Mode.SOLO, MEMBER))
    private = make_board(store, BoardKey(practice.id, Mode.SOLO, MEMBER))
    for board in (solo, shared, older, private):
        words = [guess(board, word, noon, position=n) for n, word in enumerate(("a", "b"), 1)]
        add(store, *words)
    with store.reading() as read:
        played = read.played(SERVER.id, MEMBER)
    assert [part.number for part in played] == [3, 4, 4]
    assert {part.mode for part in played[1:]} == {Mode.SOLO, Mode.TOGETHER}


def test_finished_own_board_is_known_elsewhere(
    store: GameStore, solo: Board, shared: Board, noon: datetime
) -> None:
    """Who finished their own board knows the secret on any other, but not by that board itself."""
    puzzle_id = solo.key.puzzle_id
    with store.reading() as read:
        assert not read.knows(puzzle_id, MEMBER, other_than=shared.key)
    save(store, replace(solo, gave_up=True, finished_at=noon))
    with store.reading() as read:
        assert read.knows(puzzle_id, MEMBER, other_than=shared.key)
        assert not read.knows(puzzle_id, MEMBER, other_than=solo.key)
        assert not read.knows(puzzle_id, OTHER, other_than=shared.key)
        assert not read.knows(puzzle_id + 1, MEMBER, other_than=shared.key)


def test_finished_shared_board_is_known_to_its_guessers(
    store: GameStore, solo: Board, shared: Board, noon: datetime
) -> None:
    """Whoever guessed or took a hint on a finished shared board knows the secret; others not."""
    third = OTHER + 1
    add(
        store,
        guess(shared, "lake", noon),
        guess(shared, "sea", noon, position=2, member_id=OTHER, attempt=None, hint=True),
    )
    puzzle_id = shared.key.puzzle_id
    with store.reading() as read:
        assert not read.knows(puzzle_id, MEMBER, other_than=solo.key)
    save(store, replace(shared, solved_in=1, solver_id=3, finished_at=noon))
    with store.reading() as read:
        assert read.knows(puzzle_id, MEMBER, other_than=solo.key)
        assert read.knows(puzzle_id, OTHER, other_than=replace(solo.key, owner_id=OTHER))
        assert not read.knows(puzzle_id, third, other_than=replace(solo.key, owner_id=third))
        assert not read.knows(puzzle_id, MEMBER, other_than=shared.key)


def test_taking_part(store: GameStore, shared: Board, noon: datetime) -> None:
    """A guess or a hint before the end is a part in a board; another's is not, nor exploring."""
    add(
        store,
        guess(shared, "lake", noon),
        guess(shared, "sea", noon, position=2, member_id=OTHER, attempt=None, hint=True),
        guess(shared, "tea", noon, position=3, member_id=OTHER + 1, attempt=None),
    )
    with store.reading() as read:
        parts = [read.took_part(shared.id, OTHER + step) for step in (-1, 0, 1, 2)]
    assert parts == [True, True, False, False]


def test_reach_is_the_nearest_word_said(store: GameStore, shared: Board, noon: datetime) -> None:
    """A member has come as near as their guesses and the standing words they said, no hint."""
    add(
        store,
        guess(shared, "lake", noon),
        guess(shared, "sea", noon, position=2, rank=9, attempt=None, hint=True),
    )
    reaches = []
    for rank in (None, 50, 12, 30):
        with store.working() as work:
            if rank is not None:
                work.come_near(shared.id, MEMBER, rank)
            reaches.append((work.reach(shared.id, MEMBER), work.reach(shared.id, OTHER)))
            work.commit()
    assert reaches == [(40, None), (40, None), (12, None), (12, None)]
    with store.reading() as read:
        assert not read.took_part(shared.id, OTHER)


def test_being_told_the_secret(
    store: GameStore, solo: Board, shared: Board, noon: datetime
) -> None:
    """Whose reach is the secret itself knows how the board ended, and knows it elsewhere."""
    save(store, replace(shared, gave_up=True, finished_at=noon))
    with store.working() as work:
        work.come_near(shared.id, MEMBER, 0)
        work.come_near(shared.id, OTHER, 1)
        assert [work.took_part(shared.id, x) for x in (MEMBER, OTHER)] == [True, False]
        assert work.knows(shared.key.puzzle_id, MEMBER, other_than=solo.key)
        assert not work.knows(shared.key.puzzle_id, OTHER, other_than=solo.key)


def test_a_reach_that_is_not_committed(store: GameStore, shared: Board) -> None:
    """What a work that fails had stored of a reach is gone with it."""
    with store.working() as work:
        work.come_near(shared.id, MEMBER, 5)
    with store.reading() as read:
        assert read.reach(shared.id, MEMBER) is None


def test_exploring_a_finished_shared_board_tells_nothing(
    store: GameStore, solo: Board, shared: Board, noon: datetime
) -> None:
    """A guess made after the end is no part in the board, and tells its secret to nobody."""
    add(store, guess(shared, "lake", noon, attempt=None))
    save(store, replace(shared, gave_up=True, finished_at=noon))
    with store.reading() as read:
        assert not read.knows(shared.key.puzzle_id, MEMBER, other_than=solo.key)
