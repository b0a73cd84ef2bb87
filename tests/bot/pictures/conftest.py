"""Boards to draw, played on the real words by a plain recipe."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from random import Random

import pytest

from embedding.words.artifact import load_words
from embedding.words.table import WordTable
from game.albums import Albums, Chart, Page
from game.memory.store import MemoryGameStore
from game.model import Board, BoardKey, Entry, Mode, Puzzle, PuzzleKind, Server
from game.pool import Pool, Rating
from game.puzzles import Puzzles
from game.rules import take_guess, take_hint
from game.scoring import ScoreBook, Scores
from game.views import Words

REAL_WORDS = Path(__file__).parents[3] / "game" / "data" / "words.warmer"
AT = datetime(2026, 11, 21, 12, tzinfo=UTC)
MEMBER = 7
Boards = Callable[..., tuple[Page, Chart]]


@cache
def _words() -> tuple[WordTable, ScoreBook]:
    table = load_words(REAL_WORDS)
    return table, ScoreBook(table)


def _ranks(guesses: int, solved: bool, seed: int) -> list[int]:
    """Ranks of a player who comes nearer slowly, each once."""
    rng, size = Random(seed), len(_words()[0])
    found: dict[int, None] = {}
    while len(found) < guesses - solved:
        near = 1 - len(found) / guesses
        typical = rng.random() < 0.4
        rank = int(size ** min(1, near * rng.uniform(0.8, 1.2))) if typical else rng.randrange(size)
        found[min(max(rank, 1), size - 1)] = None
    return [*found, *([0] if solved else [])]


def _play(
    scores: Scores, ranks: list[int], hints: range, key: BoardKey
) -> tuple[Board, list[Entry]]:
    table = _words()[0]
    board, entries = Board(key, 1), []
    for at, rank in enumerate(ranks):
        row = int(scores.order[rank])
        said = (MEMBER, table.words[row], float(scores.similarity[row]), rank, AT, at + 1)
        if at in hints:
            board, entry = take_hint(board, *said)
        else:
            board, entry = take_guess(board, *said)
        entries.append(entry)
    return board, entries


def _make(
    guesses: int, *, word: str = "river", solved: bool = True, gave_up: bool = False,
    hints: int = 0, seed: int = 1, streak: int = 0, rated: bool = True, number: int = 128,
    late: bool = False,
) -> tuple[Page, Chart]:  # fmt: skip
    table, book = _words()
    store = MemoryGameStore()
    pool = Pool("", {word: Rating(62, 3)} if rated else {})
    puzzles = Puzzles(store, table, lambda: AT, Random(1), "UTC", Pool.unrated())
    with store.working() as work:
        work.add_server(Server(900, "UTC", 1, date(2026, 11, 21)))
        puzzle = Puzzle(900, PuzzleKind.DAILY, number, date(2026, 11, 21), word, table.version)
        added = work.add_puzzle(puzzle)
        assert added is not None
        row = table.row(word)
        assert row is not None
        key = BoardKey(added.id, Mode.SOLO, MEMBER)
        stored = work.lock_board(key)
        given = range(guesses - hints, guesses) if late else range(1, 1 + hints)
        board, entries = _play(book.scores(row), _ranks(guesses, solved, seed), given, key)
        board = replace(board, id=stored.id)
        if gave_up:
            board = replace(board, gave_up=True, finished_at=AT)
        for entry in entries:
            work.add_entry(replace(entry, board_id=stored.id))
        work.save_board(board)
        work.commit()
    albums = Albums(store, puzzles, Words(table, book, lambda _: (), pool))
    page = replace(albums.page_of(key, MEMBER), streak=streak)
    return page, albums.chart(page)


@pytest.fixture(scope="session")
def board() -> Boards:
    """Makes the page and the map of a board with so many guesses."""
    return cache(_make)
