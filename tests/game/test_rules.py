"""What guesses, hints and giving up do to a board."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.errors import AlreadyFinished, NoHintLeft, NothingGuessed
from game.model import Board, BoardKey, Entry, Mode, PuzzleFace, PuzzleKind
from game.rules import (
    FIRST_HINT_RANK,
    check_may_give_up,
    give_up,
    gives_away,
    hint_ranks,
    take_guess,
    take_hint,
    votes_needed,
)

AT = datetime(2026, 5, 4, 12, tzinfo=UTC)
FACE = PuzzleFace(1, PuzzleKind.DAILY, 4, date(2026, 5, 4))
BLANK = Board(BoardKey(1, Mode.SOLO, 1), id=7)

# A move: a guess or a hint at a rank, or giving up.
moves = st.lists(
    st.tuples(st.sampled_from(["guess", "hint", "give up"]), st.integers(0, 30), st.integers(1, 3)),
    max_size=40,
)


def play(wanted: list[tuple[str, int, int]]) -> list[tuple[Board, Entry | None]]:
    """The board after each move, and what the move put on it."""
    steps: list[tuple[Board, Entry | None]] = [(BLANK, None)]
    for kind, rank, member in wanted:
        board = steps[-1][0]
        if kind == "guess":
            steps.append(take_guess(board, member, f"w{rank}", 0.5, rank, AT, None))
        elif kind == "hint" and not board.finished and rank:
            steps.append(take_hint(board, member, f"w{rank}", 0.5, rank, AT, None, member))
        elif kind == "give up" and not board.finished:
            steps.append((give_up(board, 1, 1, AT), None))
    return steps


@given(moves)
def test_counts_agree_with_the_entries(wanted: list[tuple[str, int, int]]) -> None:
    """Whatever is played, the board's counts are those of its entries."""
    steps = play(wanted)
    board = steps[-1][0]
    entries = [entry for _, entry in steps if entry is not None]
    counted = [entry for entry in entries if entry.attempt is not None]
    assert [entry.position for entry in entries] == list(range(1, board.entries + 1))
    assert [entry.attempt for entry in counted] == list(range(1, board.attempts + 1))
    assert sum(entry.member_id for entry in entries if entry.hint) == board.hints  # the prices
    assert board.strokes == board.attempts + board.hints
    assert board.best_rank == min((entry.rank for entry in entries), default=None)
    assert not any(entry.hint and entry.attempt is not None for entry in entries)
    assert all(entry.board_id == BLANK.id for entry in entries)


@given(moves)
def test_board_ends_once_and_exploring_costs_nothing(wanted: list[tuple[str, int, int]]) -> None:
    """After the end nothing changes but the entries and the best rank."""
    steps = play(wanted)
    end = next((index for index, (board, _) in enumerate(steps) if board.finished), None)
    if end is None:
        assert not steps[-1][0].solved
        assert not steps[-1][0].gave_up
        return
    ended = steps[end][0]
    assert ended.solved is not ended.gave_up
    for board, entry in steps[end + 1 :]:
        assert replace(board, entries=ended.entries, best_rank=ended.best_rank) == ended
        assert entry is not None
        assert entry.attempt is None


@given(moves)
def test_solver_and_attempts_are_those_of_the_first_find(
    wanted: list[tuple[str, int, int]],
) -> None:
    """A solved board names the guess of rank 0 that came first, while it still counted."""
    steps = play(wanted)
    board = steps[-1][0]
    found = [x for _, x in steps if x is not None and x.rank == 0 and x.attempt is not None]
    assert len(found) <= 1
    assert board.solved is bool(found)
    if found:
        assert (board.solved_in, board.solver_id) == (found[0].attempt, found[0].member_id)
        assert board.finished_at == AT


@given(st.integers(2, 5000))
def test_hints_are_nearer_and_aim_halfway(best: int) -> None:
    """Every rank on offer is nearer than the best one, each once, the first of them halfway."""
    ranks = list(hint_ranks(FACE, replace(BLANK, best_rank=best)))
    assert ranks[0] == min(best // 2, FIRST_HINT_RANK)
    assert sorted(ranks) == list(range(1, best))


@pytest.mark.parametrize("best", [None, 1001, 20_000])
def test_first_hint_of_a_cold_board(best: int | None) -> None:
    """An empty or cold board gets its first hint where warm begins."""
    assert next(hint_ranks(FACE, replace(BLANK, best_rank=best))) == FIRST_HINT_RANK


def test_hints_move_away_from_the_middle_step_by_step() -> None:
    """Where the middle does not serve, its neighbours come next."""
    ranks = hint_ranks(FACE, replace(BLANK, best_rank=9))
    assert list(islice(ranks, 8)) == [4, 3, 5, 2, 6, 1, 7, 8]


def test_no_hint_next_to_the_secret() -> None:
    """Between the nearest neighbour and the secret lies no word."""
    board = replace(BLANK, best_rank=1)
    with pytest.raises(NoHintLeft) as caught:
        next(hint_ranks(FACE, board))
    assert caught.value.board == board


def test_no_hint_after_the_end() -> None:
    """A finished board needs no hint."""
    board = replace(BLANK, finished_at=AT, gave_up=True)
    with pytest.raises(AlreadyFinished) as caught:
        next(hint_ranks(FACE, board))
    assert (caught.value.puzzle, caught.value.board) == (FACE, board)


@pytest.mark.parametrize("word", ["riverbank", "river", "rive", "upriver", "riverine", "rivers"])
def test_spelling_gives_away(word: str) -> None:
    """A word that spells the secret, a part of it, or its first five letters gives it away."""
    assert gives_away(word, "river")


@pytest.mark.parametrize("word", ["stream", "driven", "rival", "water"])
def test_meaning_does_not_give_away(word: str) -> None:
    """A word that is merely near in meaning may be shown."""
    assert not gives_away(word, "river")


@pytest.mark.parametrize(("players", "needed"), [((), 1), ((1,), 1), ((1, 2), 2), ((1, 2, 3), 2)])
def test_two_players_must_agree_to_give_up(players: tuple[int, ...], needed: int) -> None:
    """One player alone decides; of several, two must wish so."""
    assert votes_needed(players) == needed


def test_board_stays_while_votes_lack() -> None:
    """Too few wishes change nothing; enough of them end the board unsolved."""
    assert give_up(BLANK, 1, 2, AT) == BLANK
    ended = give_up(BLANK, 2, 2, AT)
    assert (ended.gave_up, ended.finished, ended.solved) == (True, True, False)


def test_only_players_may_give_up() -> None:
    """Who has no entry on the board, and a board that has ended, leave nothing to give up."""
    check_may_give_up(FACE, BLANK, 1, {1, 2})
    with pytest.raises(NothingGuessed):
        check_may_give_up(FACE, BLANK, 3, {1, 2})
    with pytest.raises(AlreadyFinished):
        check_may_give_up(FACE, replace(BLANK, finished_at=AT), 3, {1, 2})
