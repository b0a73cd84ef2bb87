"""Every error has words for players; and how names, dates and numbers are put."""

import dataclasses
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import game.errors as game
import store.errors as store
from bot.i18n import LANGUAGES, tongue
from bot.text import day_name, error_words, puzzle_name
from game.model import Board, BoardKey, Entry, Mode, PuzzleFace, PuzzleKind

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
TODAY = NOON.date()
ENGLISH = tongue("en")
FACE = PuzzleFace(1, PuzzleKind.DAILY, 3, TODAY)
SOLO = Board(BoardKey(1, Mode.SOLO, 7), 1, attempts=4, best_rank=9)
SHARED = dataclasses.replace(SOLO, key=BoardKey(1, Mode.TOGETHER, 8), solved_in=4, finished_at=NOON)
ENTRY = Entry(1, 4, 7, "river", 0.5, 9, NOON, attempt=4)
NASTY = "@everyone **||`<@1>`||** \u202e [x](https://example.org)\n# y"
# Errors that are put in several ways, or hold what a member typed, beside one of every kind.
GAME = [
    game.GuessTooLong(2000, 32),
    game.SeveralWords(("a" * 2000, "lake")),
    game.NotLetters(NASTY),
    game.UnknownWord("rivver", ("river", "rover")),
    game.UnknownWord("zzyzx", ()),
    game.AlreadyGuessed(ENTRY, SHARED, 1000),
    game.AlreadyGuessed(dataclasses.replace(ENTRY, hint=True, rank=4000), SOLO, 1000),
    game.KnowsSecret(FACE, Mode.TOGETHER),
    game.AlreadyFinished(FACE, SHARED),
    game.AlreadyFinished(FACE, dataclasses.replace(SOLO, gave_up=True, finished_at=NOON)),
    game.NoSuchDay(date(2026, 12, 1), TODAY, TODAY),
    game.NoSuchDay(date(1, 1, 1), TODAY, TODAY),
    game.NoSuchChoice(NASTY),
    store.DatabaseFailed("postgresql://me@host/x", NASTY),
]
FIELDS = {
    str: "river", int: 7, tuple[str, ...]: ("river",), date: TODAY, datetime: NOON,
    Mode: Mode.SOLO,
    Board: SOLO, Entry: ENTRY, PuzzleFace: FACE, Path: Path("var/x.sqlite3"), str | None: None,
}  # fmt: skip


def kinds(base: type) -> Iterator[type]:
    """The type and all below it, but for the abstract one at the top."""
    for below in base.__subclasses__():
        yield below
        yield from kinds(below)


def sample(kind: type) -> Exception:
    """An error of that kind, with something in every field."""
    fields = dataclasses.fields(kind) if dataclasses.is_dataclass(kind) else ()
    error: Exception = kind(*(FIELDS[field.type] for field in fields))  # type: ignore[index]  # a type
    return error


ERRORS = [
    *GAME,
    *(sample(kind) for base in (game.GameError, store.StoreError) for kind in kinds(base)),
]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_words_of_an_error(error: Exception, code: str) -> None:
    """Each error becomes a short sentence without names of code, files or markup by others."""
    words = error_words(error, tongue(code))
    assert words is not None
    assert 20 < len(words) <= 300
    assert words.endswith((".", "?"))
    assert type(error).__name__ not in words
    assert not any(
        mark in words for mark in ("@everyone", "**", "||", "](", "\u202e", "\n", ".sqlite3")
    )
    assert words.count("`") % 2 == 0


def test_faults_have_no_words() -> None:
    """What is no error of the game or the store is none of a player's business."""
    assert error_words(ZeroDivisionError(), ENGLISH) is None


def test_finder_is_named_without_a_ping_by_name() -> None:
    """On a shared board the one who said a word first is mentioned, on one's own it is you."""
    solo, shared = (
        error_words(game.AlreadyGuessed(ENTRY, b, 1000), ENGLISH) for b in (SOLO, SHARED)
    )
    assert solo is not None
    assert shared is not None
    assert "you guessed it before" in solo
    assert "<@7> guessed it before" in shared


def test_days_in_a_refusal() -> None:
    """Dates are put as people say them, without a leading nought."""
    words = error_words(game.NoSuchDay(date(2026, 12, 1), TODAY, TODAY), ENGLISH)
    assert words == "The puzzle of 1 Dec 2026 is not out yet. Today is 21 Nov 2026."


def test_names_of_puzzles() -> None:
    """Today's puzzle, an older one, one from before the first and a practice round."""
    old = dataclasses.replace(FACE, day=date(2026, 3, 5), number=0)
    practice = PuzzleFace(2, PuzzleKind.PRACTICE, 4, TODAY, 7)
    assert puzzle_name(FACE, TODAY, ENGLISH) == "Puzzle #3 · today, 21 Nov"
    assert puzzle_name(old, TODAY, ENGLISH) == "Puzzle · Thu 5 Mar 2026"
    assert puzzle_name(practice, TODAY, ENGLISH) == "Practice round 4"
    assert day_name(date(2026, 12, 1), date(2026, 12, 1), ENGLISH) == "today, 1 Dec"
