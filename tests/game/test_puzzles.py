"""Which puzzle and which board a turn is about."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from game.choose import pools
from game.errors import NoPractice, NoSuchDay
from game.model import Mode, PuzzleKind
from game.turn import Standing

ANNE, BEN = 1, 2
DAY = date(2026, 5, 4)


def daily_secrets(play: Any, days: int, server: int = 900) -> list[tuple[int, str]]:
    """The cycle and secret of so many days in a row."""
    found = []
    for _ in range(days):
        puzzle = play.puzzles.find(play.turn(server=server)).puzzle
        found.append((puzzle.cycle, puzzle.secret))
        play.clock.advance(days=1)
    return found


def test_first_day_is_number_one(play: Any) -> None:
    """The day a server is first seen has puzzle 1, the next has 2."""
    place = play.puzzles.find(play.turn())
    assert (place.puzzle.number, place.puzzle.day, place.today) == (1, DAY, DAY)
    assert (place.puzzle.kind, place.puzzle.owner_id) == (PuzzleKind.DAILY, None)
    play.clock.advance(days=1)
    assert play.puzzles.find(play.turn()).puzzle.number == 2


def test_puzzle_of_a_day_stays(play: Any) -> None:
    """Whoever asks, however often, in whatever mode, a server's day has one puzzle."""
    first = play.puzzles.find(play.turn(ANNE)).puzzle
    play.clock.advance(hours=3)
    assert play.puzzles.find(play.turn(BEN, mode=Mode.TOGETHER)).puzzle == first
    assert play.puzzles.find(play.turn(BEN, DAY, channel=5)).puzzle == first


def test_secrets_do_not_repeat_within_the_pool(play: Any) -> None:
    """Every daily secret comes once before any comes again, and practice secrets never come."""
    everyday = pools([play.words.words[row] for row in play.words.secrets])[PuzzleKind.DAILY]
    found = daily_secrets(play, 2 * len(everyday))
    first, second = found[: len(everyday)], found[len(everyday) :]
    assert sorted(first) == sorted((0, word) for word in everyday)
    assert sorted(second) == sorted((1, word) for word in everyday)


def test_servers_have_secrets_of_their_own(play: Any) -> None:
    """Two servers go through the pool in different orders."""
    start = play.clock.now
    one = daily_secrets(play, 8, server=901)
    play.clock.now = start
    assert daily_secrets(play, 8, server=902) != one


def test_server_keeps_its_seed(play: Any, make_play: Callable[..., Any]) -> None:
    """Another process with other randomness on the same store goes on with the same server."""
    server = play.puzzles.server(900)
    other = make_play(store=play.store, clock=play.clock, seed=99, zone="Asia/Tokyo")
    assert other.puzzles.server(900) == server
    assert other.puzzles.find(other.turn()).puzzle == play.puzzles.find(play.turn()).puzzle


@pytest.mark.parametrize(
    ("zone", "midnight"),
    [
        ("Europe/Berlin", datetime(2026, 5, 4, 22, 0, tzinfo=UTC)),
        ("Pacific/Kiritimati", datetime(2026, 5, 4, 10, 0, tzinfo=UTC)),
        ("America/Los_Angeles", datetime(2026, 5, 5, 7, 0, tzinfo=UTC)),
    ],
)
def test_day_begins_at_the_servers_midnight(
    make_play: Callable[..., Any], zone: str, midnight: datetime
) -> None:
    """A new puzzle comes with the midnight of the server's time zone."""
    play = make_play(zone=zone)
    play.clock.now = midnight - timedelta(seconds=1)
    before = play.puzzles.find(play.turn()).puzzle
    play.clock.advance(seconds=1)
    after = play.puzzles.find(play.turn()).puzzle
    assert (after.number, after.day) == (2, before.day + timedelta(1))
    assert after.secret != before.secret


def test_archive_opens_days_that_nobody_played(play: Any) -> None:
    """A past day gets its puzzle when first asked for, with its own number and secret."""
    first = play.puzzles.find(play.turn()).puzzle
    play.clock.advance(days=5)
    past = play.puzzles.find(play.turn(puzzle=DAY + timedelta(2))).puzzle
    today = play.puzzles.find(play.turn()).puzzle
    assert (past.number, past.day) == (3, DAY + timedelta(2))
    assert len({first.secret, past.secret, today.secret}) == 3
    assert play.puzzles.find(play.turn(BEN, DAY)).puzzle == first


@pytest.mark.parametrize("offset", [-400, -1, 1, 400])
def test_days_outside_have_no_puzzle(play: Any, offset: int) -> None:
    """Before the first day and after today there is none, and the error tells both ends."""
    play.puzzles.find(play.turn())
    before = play.contents()
    with pytest.raises(NoSuchDay) as caught:
        play.puzzles.find(play.turn(puzzle=DAY + timedelta(offset)))
    error = caught.value
    assert (error.day, error.first, error.last) == (DAY + timedelta(offset), DAY, DAY)
    assert play.contents() == before


def test_practice_needs_a_round(play: Any) -> None:
    """Without a practice round there is none to return to."""
    with pytest.raises(NoPractice):
        play.puzzles.find(play.turn(puzzle=Standing.PRACTICE))


def test_practice_rounds_are_a_members_own(play: Any) -> None:
    """Rounds are numbered by member, hide different secrets, and none that a day may hide."""
    everyday = pools([play.words.words[row] for row in play.words.secrets])[PuzzleKind.DAILY]
    annes = [play.puzzles.practise(play.turn(ANNE)).puzzle for _ in range(8)]
    bens = [play.puzzles.practise(play.turn(BEN)).puzzle for _ in range(8)]
    assert [puzzle.number for puzzle in annes] == list(range(1, 9))
    assert len({puzzle.secret for puzzle in annes}) == 8
    assert not {puzzle.secret for puzzle in annes} & set(everyday)
    assert [x.secret for x in annes] != [x.secret for x in bens]
    assert play.puzzles.practise(play.turn(ANNE)).puzzle.cycle == 1
    assert play.puzzles.find(play.turn(ANNE, Standing.PRACTICE)).puzzle.number == 9
    assert play.puzzles.find(play.turn(BEN, Standing.PRACTICE)).puzzle == bens[-1]


def test_practice_is_always_solo(play: Any) -> None:
    """A practice round is played on one's own board, also by who plays together."""
    place = play.puzzles.practise(play.turn(ANNE, mode=Mode.TOGETHER))
    assert (place.key.mode, place.key.owner_id) == (Mode.SOLO, ANNE)
    assert place.focus.mode is Mode.TOGETHER


def test_boards_of_solo_and_together(play: Any) -> None:
    """Solo boards belong to members, shared ones to channels, on one and the same puzzle."""
    solo = play.puzzles.find(play.turn(ANNE, mode=Mode.SOLO)).key
    shared = play.puzzles.find(play.turn(ANNE, mode=Mode.TOGETHER, channel=5)).key
    assert (solo.mode, solo.owner_id) == (Mode.SOLO, ANNE)
    assert (shared.mode, shared.owner_id) == (Mode.TOGETHER, 5)
    assert solo.puzzle_id == shared.puzzle_id


class Overtaken:
    """A store where somebody else is faster: they act right before the first work begins."""

    def __init__(self, store: Any, faster: Callable[[], object]) -> None:
        self.reading = store.reading
        self._working = store.working
        self._faster: list[Callable[[], object]] = [faster]

    def working(self) -> Any:
        """The work, after the others have done theirs."""
        while self._faster:
            self._faster.pop()()
        return self._working()


@pytest.fixture
def overtaken(play: Any, make_play: Callable[..., Any]) -> Callable[[Any], Any]:
    """Makes another process on the same store, before whose first work a turn is found."""

    def make(faster: Callable[[], object]) -> Any:
        return make_play(store=Overtaken(play.store, faster), clock=play.clock)

    play.puzzles.find(play.turn())
    play.clock.advance(days=2)
    return make


def test_process_that_opens_a_day_too_late_takes_what_stands(
    play: Any, overtaken: Callable[[Any], Any]
) -> None:
    """Where another process was faster, its puzzle is the day's, and none other is stored."""
    found: list[Any] = []
    late = overtaken(lambda: found.append(play.puzzles.find(play.turn()).puzzle))
    assert late.puzzles.find(late.turn()).puzzle == found[0]
    with play.store.reading() as reader:
        assert len(reader.dailies(900)) == 2


def test_secret_that_another_day_took_meanwhile_is_drawn_anew(
    play: Any, overtaken: Callable[[Any], Any]
) -> None:
    """Two days opened at the same instant would draw the same secret: the later one draws again."""
    found: list[Any] = []
    between = play.turn(puzzle=DAY + timedelta(1))
    late = overtaken(lambda: found.append(play.puzzles.find(between).puzzle))
    today = late.puzzles.find(late.turn()).puzzle
    assert today.secret != found[0].secret
    assert [x.number for x in play.contents().puzzles.values()] == [1, 2, 3]


def test_round_that_started_meanwhile_is_followed_by_the_next(
    play: Any, overtaken: Callable[[Any], Any]
) -> None:
    """Two rounds that a member starts at the same instant have two numbers and two secrets."""
    found: list[Any] = []
    late = overtaken(lambda: found.append(play.puzzles.practise(play.turn()).puzzle))
    second = late.puzzles.practise(late.turn()).puzzle
    assert (found[0].number, second.number) == (1, 2)
    assert found[0].secret != second.secret


def test_server_that_was_opened_meanwhile_keeps_its_first_seed(
    play: Any, make_play: Callable[..., Any]
) -> None:
    """Two processes that see a server for the first time agree on who was first."""
    found: list[Any] = []
    faster = Overtaken(play.store, lambda: found.append(play.puzzles.server(900)))
    late = make_play(store=faster, clock=play.clock, seed=99)
    assert late.puzzles.server(900) == found[0]
    assert late.puzzles.server(900).seed == found[0].seed


def test_threads_that_open_a_day_at_once_agree(play: Any, make_play: Callable[..., Any]) -> None:
    """However many open the day at the same instant, all get the same puzzle and one is stored."""
    tables = [make_play(store=play.store, clock=play.clock, seed=n) for n in range(6)]
    with ThreadPoolExecutor(len(tables)) as threads:
        found = list(threads.map(lambda table: table.puzzles.find(table.turn()).puzzle, tables))
    assert len(set(found)) == 1
    with play.store.reading() as reader:
        assert reader.dailies(900) == [found[0]]
