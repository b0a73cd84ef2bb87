"""The way a board went: steps, the turning point, the bridge not taken."""

import math
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from embedding.words.table import WordTable
from game.journey import bridge, journey, longest_wait
from game.model import Entry
from game.scoring import ScoreBook

AT = datetime(2026, 5, 4, 12, tzinfo=UTC)
SIZE = 30_000
RANKS = st.lists(st.integers(0, SIZE - 1), min_size=1, max_size=60, unique=True)


def entries(ranks: Sequence[int], hints: Sequence[int] = (), member: int = 1) -> list[Entry]:
    """A board of those ranks; the positions in `hints` (from 0) are hints."""
    found, attempt = [], 0
    for at, rank in enumerate(ranks):
        attempt += at not in hints
        number = None if at in hints else attempt
        word = f"word{rank}"
        found.append(Entry(1, at + 1, member, word, 0.5, rank, AT, number, at in hints))
    return found


@pytest.mark.parametrize(
    ("ranks", "hints", "turning"),
    [
        ([9000, 800, 700, 0], (), 1),
        ([9000, 8000, 400, 40, 0], (), 2),
        ([9000, 400, 800, 20, 0], (), 1),
        ([799, 399, 199], (), 1),  # two equal falls: the first
        ([9000, 20, 10], (1,), None),  # the large fall was a hint's; a fall to 11/21 is none
        ([9000, 20, 4], (1,), 2),
        ([5000, 4000, 3000], (), None),  # nothing halved
        ([9000, 0], (), None),  # the find is the end
        ([0], (), None),
        ([300], (), None),
    ],
)
def test_turning_point(ranks: list[int], hints: tuple[int, ...], turning: int | None) -> None:
    """It is the guess before the find that brought the best rank down by the largest ratio."""
    assert journey(entries(ranks, hints), SIZE).turning == turning


@given(RANKS)
def test_no_guess_turned_more(ranks: list[int]) -> None:
    """No other guess that may be it brought log(best + 1) down by more."""
    way = journey(entries(ranks), SIZE)
    best = [math.log(step.best + 1) for step in way.steps]
    falls = {at: best[at - 1] - best[at] for at in range(1, len(best)) if not way.steps[at].found}
    largest = max(falls.values(), default=0)
    if way.turning is None:
        assert largest < math.log(2)
    else:
        assert falls[way.turning] == pytest.approx(largest)


@given(RANKS)
def test_steps_follow_the_board(ranks: list[int]) -> None:
    """Best ranks never rise, a step improves exactly where it is the best, heat fits the rank."""
    steps = journey(entries(ranks), SIZE).steps
    for at, step in enumerate(steps):
        assert step.rank == ranks[at]
        assert step.best == min(ranks[: at + 1])
        assert step.improves == (step.rank == step.best)
    by_rank = sorted(steps, key=lambda step: step.rank)
    assert [step.heat for step in by_rank] == sorted((x.heat for x in steps), reverse=True)


def test_hints_cost_no_attempt() -> None:
    """A hint stands at the guess before it."""
    way = journey(entries([9000, 500, 400], hints=(1,)), SIZE)
    assert [(x.attempt, x.hint) for x in way.steps] == [(1, False), (1, True), (2, False)]
    assert way.attempts == 2


def test_exploring_is_left_out() -> None:
    """What was said after the end is no part of the way."""
    board = entries([50, 0])
    after = Entry(1, 3, 1, "later", 0.5, 5, AT)
    assert journey([*board, after], SIZE) == journey(board, SIZE)


def test_one_member_of_several() -> None:
    """On a shared board one member's way has their steps alone, numbered by themselves."""
    mixed = entries([9000, 700, 300, 20])
    mixed = [Entry(1, e.position, e.position % 2, e.word, 0.5, e.rank, AT, e.attempt)
             for e in mixed]  # fmt: skip
    own = journey(mixed, SIZE, member_id=0)
    assert [(step.attempt, step.rank) for step in own.steps] == [(1, 700), (2, 20)]


def test_ranks_of_an_older_list() -> None:
    """A rank beyond the list in use counts as the last one."""
    (step,) = journey(entries([40_000]), SIZE).steps
    assert (step.rank, step.heat) == (SIZE - 1, 0)


def test_veiled_keeps_what_may_be_seen() -> None:
    """Every word but those named is gone, and nothing else."""
    way = journey(entries([9000, 20]), SIZE)
    veiled = way.veiled(["word20"])
    assert [step.word for step in veiled.steps] == ["", "word20"]
    assert [step.rank for step in veiled.steps] == [9000, 20]
    assert veiled.turning == way.turning


def test_longest_wait() -> None:
    """The longest run without coming nearer begins at the best word there was then."""
    steps = journey(entries([500, 600, 400, 700, 800, 100]), SIZE).steps
    waited = longest_wait(steps)
    assert waited is not None
    assert waited.word == "word400"
    assert longest_wait(journey(entries([500, 400, 0]), SIZE).steps) is None
    assert longest_wait(()) is None


def test_bridge_lies_between(real_words: WordTable) -> None:
    """The bridge is unused, listable, nearer than the start, and near both."""
    secret, start = real_words.row("river"), real_words.row("mountain")
    assert secret is not None
    assert start is not None
    scores = ScoreBook(real_words).scores(secret)
    first = bridge(real_words, scores, (), start)
    assert first is not None
    second = bridge(real_words, scores, (first,), start)
    assert second not in {None, first}
    for row in (first, second):
        assert row is not None
        assert 0 < scores.rank[row] < scores.rank[start]
        assert real_words.listable[row]
        assert "river" not in real_words.words[row]


def test_no_bridge_from_the_nearest(circle: WordTable) -> None:
    """From the nearest word of all nothing leads on but the secret."""
    scores = ScoreBook(circle).scores(5)
    nearest = int(scores.order[1])
    assert bridge(circle, scores, (), nearest) is None
