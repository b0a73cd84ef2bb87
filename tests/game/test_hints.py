"""Hints."""

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from embedding.words.table import WordTable
from game.errors import AlreadyFinished, NoHintLeft, NoWordBetween
from game.hints import FAMILIAR_ZIPF, Hinter, pair_around
from game.model import Board, BoardKey, Entry, Mode, Puzzle, PuzzleKind
from game.rules import FIRST_HINT_RANK, HINT_PRICES, HintKind, gives_away
from game.scoring import score

DAY, NOON = date(2026, 5, 4), datetime(2026, 5, 4, 12, tzinfo=UTC)
WORDS = [kind for kind in HintKind if kind is not HintKind.SPELLING]


def hints_to_the_end(play: Any, first_guess: str | None) -> list[Entry]:
    """Every hint of a board, one after the other, until none is left."""
    found: list[Entry] = []
    if first_guess is not None:
        play.game.guess(play.turn(), first_guess)
    while True:
        try:
            found.append(play.game.hint(play.turn()).entry)
        except NoHintLeft:
            return found


@pytest.mark.parametrize("day", range(5))
def test_hints_of_the_real_words_close_in(real_words: WordTable, play: Any, day: int) -> None:
    """Hints about halve the rank from warm down to the secret's neighbours, and never tell it."""
    play = type(play)(real_words)
    play.clock.advance(days=day)
    secret = play.secret(play.turn())
    hints = hints_to_the_end(play, None)
    ranks = [entry.rank for entry in hints]
    assert ranks == sorted(set(ranks), reverse=True)
    assert abs(ranks[0] - FIRST_HINT_RANK) <= 60
    assert all(after <= 0.75 * before for before, after in pairwise(ranks) if before > 100)
    assert all(entry.hint and entry.attempt is None for entry in hints)
    assert not any(gives_away(entry.word, secret) for entry in hints)
    board = play.game.look(play.turn()).board
    assert (board.hints, board.attempts, board.best_rank) == (3 * len(hints), 0, ranks[-1])


def test_hints_lie_between_the_best_guess_and_the_secret(play: Any) -> None:
    """On the small table, too, each hint is a new word, nearer than all before it."""
    secret, guess = play.secret(play.turn()), play.wrong(play.turn())
    hints = hints_to_the_end(play, guess)
    ranks = [25, *(entry.rank for entry in hints)]
    assert ranks == sorted(set(ranks), reverse=True)
    assert ranks[-1] >= 1
    assert secret not in {entry.word for entry in hints}
    assert len({guess, *(entry.word for entry in hints)}) == len(hints) + 1


def test_first_hint_fits_a_small_table(play: Any) -> None:
    """A table of fewer words than the usual first rank has hints all the same."""
    entry = play.game.hint(play.turn()).entry
    assert 1 <= entry.rank < len(play.words)


def test_hints_cost_no_attempt_but_strokes(play: Any) -> None:
    """A hint stands on the board as such, and the next guess has the number it would have had."""
    play.game.guess(play.turn(), play.wrong(play.turn()))
    result = play.game.hint(play.turn())
    board = result.view.board
    assert (board.attempts, board.hints, board.strokes, result.price) == (1, 3, 4, 3)
    assert play.game.guess(play.turn(), play.wrong(play.turn(), 1)).entry.attempt == 2


def test_no_hint_after_the_end(play: Any) -> None:
    """A solved board needs no hint, and nothing is stored."""
    play.solve()
    before = play.contents()
    with pytest.raises(AlreadyFinished):
        play.game.hint(play.turn())
    assert play.contents() == before


def planted(table: WordTable, taken: Collection[int] = (10,)) -> Hinter:
    """The hints of a board with those words, where the secret is the first word of the table."""
    puzzle = Puzzle(1, PuzzleKind.DAILY, 1, DAY, table.words[0], "v", id=1)
    scores = score(table, 0)
    entries = [
        Entry(1, n, 1, table.words[row], 0, int(scores.rank[row]), NOON, n)
        for n, row in enumerate(taken, start=1)
    ]
    best = min((entry.rank for entry in entries), default=None)
    board = Board(BoardKey(1, Mode.SOLO, 1), id=1, entries=len(entries), best_rank=best)
    return Hinter(table, scores, puzzle, board, entries)


def test_hint_is_a_word_that_people_know(circle: WordTable) -> None:
    """Of the words around the middle, the nearest to it that is common enough is shown."""
    zipf = np.full(len(circle), FAMILIAR_ZIPF - 1, np.float32)
    zipf[[3, 9]] = FAMILIAR_ZIPF
    assert planted(replace(circle, zipf=zipf)).pick(HintKind.HALFWAY) == 3


def test_hint_is_a_word_that_means_something(circle: WordTable) -> None:
    """Adverbs and function words hint only where no noun, verb or adjective is left."""
    parts = "nnnvrfnnnn" + "n" * (len(circle) - 10)
    assert planted(replace(circle, parts=parts), (6,)).pick(HintKind.HALFWAY) == 3
    assert planted(replace(circle, parts="r" * len(circle)), (6,)).pick(HintKind.HALFWAY) == 3


def test_direction_is_shown_by_a_common_word(circle: WordTable) -> None:
    """Of two words that nobody has come near, the common one shows the way."""
    table = rays({"secret": 0, "left": 40, "odd": -31, "right": -30, "near": 5})
    for common in (2, 3):
        zipf = np.full(len(table), 3, np.float32)
        zipf[common] = 4.5
        assert planted(replace(table, zipf=zipf), (1,)).pick(HintKind.DIRECTION) == common


def test_rare_words_hint_where_no_common_one_is_left(circle: WordTable) -> None:
    """With rare words only, the middle one is shown."""
    table = replace(circle, zipf=np.zeros(len(circle), np.float32))
    assert planted(table).pick(HintKind.HALFWAY) == 5


def test_words_on_the_board_and_spellings_of_the_secret_are_passed_over(
    circle: WordTable,
) -> None:
    """The word before the middle spells the secret: the one after it is shown."""
    words = list(circle.words)
    words[5] = "anchored"
    words[4] = "anchorage"
    assert planted(replace(circle, words=words)).pick(HintKind.HALFWAY) == 6


def test_families_on_the_board_and_of_the_secret_are_passed_over(circle: WordTable) -> None:
    """A word of the secret's family, or of the family of a guess, is no hint."""
    families = np.arange(len(circle), dtype=np.int32)
    families[[5, 4, 6]] = (0, 10, 10)
    assert planted(replace(circle, families=families)).pick(HintKind.HALFWAY) == 3


@pytest.mark.parametrize("kind", WORDS)
def test_no_hint_where_all_nearer_words_are_taken(circle: WordTable, kind: HintKind) -> None:
    """Where every nearer word stands on the board there is none to show."""
    with pytest.raises((NoHintLeft, NoWordBetween)):
        planted(circle, range(1, 11)).pick(kind)


@pytest.mark.parametrize("kind", WORDS)
def test_no_hint_where_all_nearer_words_are_unfit(circle: WordTable, kind: HintKind) -> None:
    """Nor where all of them hurt, or are names."""
    hidden, names = np.zeros((2, len(circle)), np.bool_)
    hidden[1:5] = names[5:10] = True
    with pytest.raises(NoHintLeft):
        planted(replace(circle, hidden=hidden, name_like=names), (10, 12)).pick(kind)


def test_direction_is_where_nobody_has_looked(circle: WordTable) -> None:
    """The guesses lie on one side of the secret: the hint on the other."""
    table = rays({"secret": 0, "left": 40, "lefter": 60, "leftest": 80, "right": -30, "near": 25})
    assert table.words[planted(table, (2, 3)).pick(HintKind.DIRECTION)] == "right"


def test_first_direction_is_a_word_everybody_knows(circle: WordTable) -> None:
    """With nothing on the board every direction is new, and the commonest word shows one."""
    zipf = circle.zipf.copy()
    zipf[17] += 1
    assert planted(replace(circle, zipf=zipf), ()).pick(HintKind.DIRECTION) == 17


def test_between_is_more_like_both_than_they_are_like_each_other(circle: WordTable) -> None:
    """The hint lies between the two guesses, not beyond either; both are named."""
    table = rays({"secret": 0, "left": 50, "right": -60, "beyond": 49, "amid": -10})
    hinter = planted(table, (1, 2))
    row = hinter.pick(HintKind.BETWEEN)
    assert table.words[row] == "amid"
    entries = [Entry(1, n, 1, word, 0, 3, NOON) for n, word in ((1, "left"), (2, "right"))]
    assert set(pair_around(table, row, entries) or ()) == {"left", "right"}


@pytest.mark.parametrize("taken", [(), (10,), (10, 11)])
def test_nothing_lies_between(circle: WordTable, taken: tuple[int, ...]) -> None:
    """Between fewer than two words, or two without a nearer one between them, lies no hint."""
    with pytest.raises(NoWordBetween) as caught:
        planted(circle, taken).pick(HintKind.BETWEEN)
    assert caught.value.board.entries == len(taken)


def rays(angles: dict[str, float]) -> WordTable:
    """Words in the plane, each in a direction given in degrees."""
    turns = np.radians(list(angles.values()))
    size = len(angles)
    return WordTable(
        version="rays", words=list(angles), forms={}, parts="n" * size, glosses=[""] * size,
        vectors=np.rint(127 * np.stack([np.cos(turns), np.sin(turns)], axis=1)).astype(np.int8),
        secrets=np.zeros(1, np.int32), zipf=np.full(size, 4, np.float32),
    )  # fmt: skip


@st.composite
def tables(draw: st.DrawFn) -> WordTable:
    """Random words in six dimensions: some hidden, some names, some rare, some of one family."""
    size = draw(st.integers(3, 40))
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))
    families = np.arange(size, dtype=np.int32)
    kin = rng.random(size) < draw(st.sampled_from([0.0, 0.3]))
    families[kin] = rng.choice(np.flatnonzero(~kin), kin.sum()) if (~kin).any() else 0
    families[families] = families[families]
    heads = np.arange(size, dtype=np.int32) if not (~kin).any() else families
    return WordTable(
        version="random", words=[f"{chr(97 + n % 26) * 5}{'x' * (n // 26)}" for n in range(size)],
        vectors=rng.integers(1, 128, (size, 6), np.int8) * rng.choice([-1, 1], (size, 6)),
        forms={}, secrets=np.zeros(1, np.int32), parts="n" * size, glosses=[""] * size,
        zipf=rng.uniform(1, 6, size).astype(np.float32), families=heads,
        hidden=rng.random(size) < 0.2, name_like=rng.random(size) < 0.2,
    )  # fmt: skip


def check(hinter: Hinter, table: WordTable, kind: HintKind) -> None:
    """Whatever hint there is keeps every promise that hints make."""
    try:
        row = hinter.pick(kind)
    except (NoHintLeft, NoWordBetween):
        return
    scores, board = hinter._scores, hinter._board
    assert 1 <= scores.rank[row] < (board.best_rank or len(table))
    assert table.listable[row]
    assert not table.same_family(row, scores.secret)
    assert not any(table.same_family(row, taken) for taken in hinter._rows)
    assert not gives_away(table.words[row], table.words[scores.secret])
    if kind is HintKind.BETWEEN:
        entries = [Entry(1, 1, 1, table.words[at], 0, 1, NOON) for at in hinter._rows]
        pair = pair_around(table, row, entries)
        assert pair is not None
        one, other = (table.row(word) or 0 for word in pair)
        cosines = table.similarities(row)
        apart = table.similarities(one)[other]
        assert min(cosines[one], cosines[other]) >= apart - 1e-4


@given(tables(), st.data())
def test_hints_keep_their_promises(table: WordTable, data: st.DataObject) -> None:
    """On any table and board: nearer than the best, fit to be shown, new, not telling."""
    rows = st.integers(1, len(table) - 1)
    taken = data.draw(st.lists(rows, unique=True, max_size=8))
    check(planted(table, taken), table, data.draw(st.sampled_from(WORDS)))


@pytest.mark.parametrize("kind", WORDS)
def test_hints_of_the_real_words_keep_their_promises(real_words: WordTable, kind: HintKind) -> None:
    """So on the words that players use, for several secrets and random boards."""
    rng = np.random.default_rng(7)
    for secret in rng.choice(real_words.secrets, 8, replace=False).tolist():
        puzzle = Puzzle(1, PuzzleKind.DAILY, 1, DAY, real_words.words[secret], "v", id=1)
        scores = score(real_words, secret)
        entries = []
        for position, rank in enumerate(rng.integers(200, 20_000, 12).tolist(), start=1):
            word = real_words.words[int(scores.order[rank])]
            entries.append(Entry(1, position, 1, word, 0, rank, NOON))
        best = min(entry.rank for entry in entries)
        board = Board(BoardKey(1, Mode.SOLO, 1), 1, entries=12, best_rank=best)
        check(Hinter(real_words, scores, puzzle, board, entries), real_words, kind)


@pytest.mark.parametrize("kind", WORDS)
def test_hints_have_their_prices(real_words: WordTable, play: Any, kind: HintKind) -> None:
    """Each kind that shows a word puts it on the board and adds its price to the score."""
    play = type(play)(real_words)
    for number in range(6):
        play.game.guess(play.turn(), play.wrong(play.turn(), 3000 * number))
    result = play.game.hint(play.turn(), kind)
    assert result.entry.hint
    assert (result.kind, result.price) == (kind, HINT_PRICES[kind])
    assert result.view.board.strokes == 6 + HINT_PRICES[kind]
    assert (result.between is not None) is (kind is HintKind.BETWEEN)
    if result.between is not None:
        on_board = {entry.word for entry in play.game.look(play.turn()).entries if not entry.hint}
        assert set(result.between) <= on_board


def test_hint_between_delivered_twice(real_words: WordTable, play: Any) -> None:
    """The second delivery names the same two words, though the board has more by now."""
    play = type(play)(real_words)
    for number in range(4):
        play.game.guess(play.turn(), play.wrong(play.turn(), 4000 * number))
    turn = play.turn()
    first = play.game.hint(turn, HintKind.BETWEEN)
    play.game.guess(play.turn(), play.wrong(play.turn(), 27_000))
    again = play.game.hint(turn, HintKind.BETWEEN)
    assert (again.entry, again.between) == (first.entry, first.between)
